//! A stream whose data is behind a file descriptor.
//!
//! Lock order: the lock here guards plain data and is a leaf; it is not held while data is moved, nor while an event
//! loop or the program's callback runs.

#![forbid(unsafe_code)]

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::os::fd::AsRawFd;
use std::sync::{Arc, Mutex};

use nix::fcntl::{FcntlArg, OFlag, fcntl};

use super::{FROM, Registration, Stream};
use crate::abi::virStreamEventType as Event;
use crate::driver::{Driver, Received, StreamDriver, check_flags};
use crate::error::{Error, Result};
use crate::event;
use crate::event::callback::{HandleCallback, StreamCallback};
use crate::util::lock;

/// Who waits for one of these hears of an abort.
const DATA_EVENTS: i32 = Event::VIR_STREAM_EVENT_READABLE as i32 | Event::VIR_STREAM_EVENT_WRITABLE as i32;

/// A file descriptor as the data of a stream.
pub struct FdStream {
    state: Arc<Mutex<State>>,
}

struct State {
    /// None when the transfer is over. Who moves data holds a count meanwhile.
    file: Option<Arc<File>>,
    registration: Option<Arc<Registration>>,
    /// The registration's watch, as soon as the event loop has told its number.
    watch: Option<i32>,
    /// What the registration waits for: `virStreamEventType`, which has the numbers of `virEventHandleType`.
    events: i32,
    /// The callback is being told of an abort.
    aborting: bool,
}

impl FdStream {
    /// A transfer from or to `file`, which must not wait if the stream does not.
    pub fn new(file: File, non_blocking: bool) -> io::Result<Self> {
        if non_blocking {
            let flags = OFlag::from_bits_retain(fcntl(&file, FcntlArg::F_GETFL)?);
            fcntl(&file, FcntlArg::F_SETFL(flags | OFlag::O_NONBLOCK))?;
        }
        let state =
            State { file: Some(Arc::new(file)), registration: None, watch: None, events: 0, aborting: false };
        Ok(Self { state: Arc::new(Mutex::new(state)) })
    }

    fn file(&self) -> Result<Arc<File>> {
        lock(&self.state).file.clone().ok_or_else(not_open)
    }

    /// Ends the transfer. As in the original the pointer of a callback that is still registered is not freed.
    fn close(&self) {
        let mut state = lock(&self.state);
        let parts = (state.file.take(), state.registration.take(), state.watch.take());
        state.aborting = false;
        drop(state);
        let (_file, registration, watch) = parts;
        if let Some(registration) = &registration {
            registration.abandon();
        }
        if let Some(watch) = watch {
            event::remove_handle(watch);
        }
    }
}

/// What the watch runs: tells whoever is registered by now.
fn tell(state: &Mutex<State>, events: i32) {
    let registration = lock(state).registration.clone();
    if let Some(registration) = registration {
        registration.tell(events);
    }
}

impl Driver for FdStream {}

impl StreamDriver for FdStream {
    fn stream_send(&self, data: &[u8]) -> Result<Option<usize>> {
        check_size(data.len(), "Too many bytes to write to stream")?;
        let file = self.file()?;
        ready(|| (&*file).write(data)).map_err(|e| failed("cannot write to stream", &e))
    }

    fn stream_recv(&self, data: &mut [u8]) -> Result<Received> {
        check_size(data.len(), "Too many bytes to read from stream")?;
        let file = self.file()?;
        let count = ready(|| (&*file).read(data)).map_err(|e| failed("cannot read from stream", &e))?;
        Ok(count.map_or(Received::WouldBlock, Received::Bytes))
    }

    fn stream_send_hole(&self, length: i64, flags: u32) -> Result<()> {
        const FUNCTION: &str = "virFDStreamSendHole";
        check_flags(flags, 0, FROM, FUNCTION)?;
        if length <= 0 {
            return Err(Error::arg_must(FROM, "length", FUNCTION, "be greater than zero"));
        }
        let file = self.file()?;
        let end = (&*file).seek(SeekFrom::Current(length)).map_err(|e| failed("unable to seek", &e))?;
        file.set_len(end).map_err(|e| failed("unable to truncate", &e))
    }

    fn stream_finish(&self) -> Result<()> {
        self.close();
        Ok(())
    }

    fn stream_abort(&self) -> Result<()> {
        let mut state = lock(&self.state);
        // The callback aborts in turn; it is the outer call that ends the transfer.
        if state.aborting {
            return Ok(());
        }
        let told = state.registration.clone().filter(|_| state.events & DATA_EVENTS != 0);
        state.aborting = told.is_some();
        drop(state);
        if let Some(registration) = told {
            registration.tell(Event::VIR_STREAM_EVENT_ERROR as i32);
        }
        self.close();
        Ok(())
    }

    fn stream_event_add_callback(
        &self,
        stream: &Arc<Stream>,
        events: i32,
        callback: &mut Option<StreamCallback>,
    ) -> Result<()> {
        let mut state = lock(&self.state);
        let file = state.file.clone().ok_or_else(not_open)?;
        if state.registration.is_some() {
            return Err(internal("stream already has a callback registered"));
        }
        let Some(callback) = callback.take() else { return Ok(()) };
        state.registration = Some(Registration::new(Arc::clone(stream), callback));
        state.events = events;
        drop(state);

        let told = Arc::clone(&self.state);
        let watch = HandleCallback::from_closure(move |_, _, events| tell(&told, events));
        let added = event::add_handle(file.as_raw_fd(), events, watch);
        let mut state = lock(&self.state);
        match added {
            // Another thread may have ended the transfer meanwhile.
            Ok(watch) if state.file.is_none() => {
                drop(state);
                event::remove_handle(watch);
                Ok(())
            }
            Ok(watch) => {
                state.watch = Some(watch);
                Ok(())
            }
            Err(_) => {
                let registration = state.registration.take();
                drop(state);
                if let Some(registration) = registration {
                    registration.abandon();
                }
                Err(internal("cannot register file watch on stream"))
            }
        }
    }

    fn stream_event_update_callback(&self, events: i32) -> Result<()> {
        let mut state = lock(&self.state);
        state.file.as_ref().ok_or_else(not_open)?;
        let watch = state.watch.ok_or_else(no_callback)?;
        state.events = events;
        drop(state);
        event::update_handle(watch, events);
        Ok(())
    }

    fn stream_event_remove_callback(&self) -> Result<()> {
        let mut state = lock(&self.state);
        state.file.as_ref().ok_or_else(not_open)?;
        let watch = state.watch.take().ok_or_else(no_callback)?;
        let registration = state.registration.take();
        drop(state);
        event::remove_handle(watch);
        drop(registration);
        Ok(())
    }
}

/// Fails if a public function could not tell that so many bytes were moved.
fn check_size(bytes: usize, what: &str) -> Result<()> {
    let range = |_| failed(what, &io::Error::from_raw_os_error(libc::ERANGE));
    i32::try_from(bytes).map(drop).map_err(range)
}

/// Moves data until a signal is not in the way; `None` if that would have to wait.
fn ready(mut job: impl FnMut() -> io::Result<usize>) -> io::Result<Option<usize>> {
    loop {
        match job() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(None),
            outcome => return outcome.map(Some),
        }
    }
}

fn failed(what: &str, cause: &io::Error) -> Error {
    Error::system(FROM, what, cause)
}

fn internal(text: &str) -> Error {
    Error::internal(FROM, text)
}

fn not_open() -> Error {
    internal("stream is not open")
}

fn no_callback() -> Error {
    internal("stream does not have a callback registered")
}

#[cfg(test)]
mod tests {
    use std::os::fd::OwnedFd;
    use std::os::unix::net::UnixStream;

    use super::*;

    fn pair(non_blocking: bool) -> (FdStream, UnixStream) {
        let (ours, theirs) = UnixStream::pair().unwrap();
        (FdStream::new(File::from(OwnedFd::from(ours)), non_blocking).unwrap(), theirs)
    }

    #[test]
    fn moves_data_and_does_not_wait_if_it_must_not() {
        let (stream, mut peer) = pair(true);
        let mut data = [0; 8];
        assert_eq!(stream.stream_recv(&mut data).unwrap(), Received::WouldBlock);
        peer.write_all(b"abc").unwrap();
        assert_eq!(stream.stream_recv(&mut data).unwrap(), Received::Bytes(3));
        assert_eq!(&data[..3], b"abc");
        let full = vec![0; 1 << 20];
        while stream.stream_send(&full).unwrap().is_some() {}
        drop(peer);
        assert!(stream.stream_send(&full).is_err());
    }

    #[test]
    fn the_other_side_sees_the_end() {
        for abort in [false, true] {
            let (stream, mut peer) = pair(false);
            assert_eq!(stream.stream_send(b"abc").unwrap(), Some(3));
            if abort { stream.stream_abort() } else { stream.stream_finish() }.unwrap();
            let mut data = Vec::new();
            peer.read_to_end(&mut data).unwrap();
            assert_eq!(data, b"abc");
            assert_eq!(stream.stream_send(b"d").unwrap_err().message(), "internal error: stream is not open");
            stream.stream_abort().unwrap();
            stream.stream_finish().unwrap();
        }
    }

    #[test]
    fn a_hole_makes_a_file_longer() {
        let file = tempfile::tempfile().unwrap();
        let stream = FdStream::new(file.try_clone().unwrap(), false).unwrap();
        stream.stream_send(b"a").unwrap();
        stream.stream_send_hole(10, 0).unwrap();
        assert_eq!(file.metadata().unwrap().len(), 11);
        stream.stream_send(b"b").unwrap();
        assert_eq!(file.metadata().unwrap().len(), 12);
    }
}
