//! Transfers: down and up, with holes, to the end or not, by a thread that waits or by the event loop.

#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::ffi::{c_int, c_void};
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use virt::abi::_virStreamFlags::VIR_STREAM_NONBLOCK;
use virt::abi::virStreamPtr;
use virt::driver::{Received, VolumeRange};
use virt::error::Result;
use virt::event::callback::StreamCallback;
use virt::ident::{Name, StorageVolKey};
use virt::stream::Stream;

use super::daemon::content;
use super::stress::PATIENCE;
use super::worker::{Listening, Tally, Worker};

const READABLE: i32 = 1;
const WRITABLE: i32 = 2;
const STOP_AT_HOLE: u32 = 1;
const SPARSE: u32 = 1;

/// Where a transfer is.
struct Place {
    up: bool,
    holes: bool,
    at: u64,
    end: u64,
}

impl Place {
    /// Moves some data; `true` when there is no more, `None` if that has to wait.
    fn step(&mut self, stream: &Stream, piece: usize) -> Result<Option<bool>> {
        if self.up { self.send(stream, piece) } else { self.receive(stream, piece) }
    }

    fn send(&mut self, stream: &Stream, piece: usize) -> Result<Option<bool>> {
        if self.at == self.end {
            return Ok(Some(true));
        }
        let count = (self.end - self.at).min(piece as u64);
        if self.holes && piece.is_multiple_of(3) {
            stream.driver().stream_send_hole(count.cast_signed(), 0)?;
            self.at += count;
            return Ok(Some(false));
        }
        let bytes: Vec<_> = (self.at..self.at + count).map(content).collect();
        let sent = stream.driver().stream_send(&bytes)?;
        self.at += sent.unwrap_or_default() as u64;
        Ok(sent.map(|_| false))
    }

    fn receive(&mut self, stream: &Stream, piece: usize) -> Result<Option<bool>> {
        let mut bytes = vec![0; piece];
        let found = if self.holes {
            stream.driver().stream_recv_flags(&mut bytes, STOP_AT_HOLE)?
        } else {
            stream.driver().stream_recv(&mut bytes)?
        };
        match found {
            Received::WouldBlock => return Ok(None),
            Received::Hole => {
                self.at += u64::try_from(stream.driver().stream_recv_hole(0)?).expect("a length")
            }
            Received::Bytes(0) => {
                assert_eq!(self.at, self.end, "the end");
                return Ok(Some(true));
            }
            Received::Bytes(count) => {
                for byte in &bytes[..count] {
                    assert_eq!(*byte, content(self.at), "at {}", self.at);
                    self.at += 1;
                }
            }
        }
        Ok(Some(false))
    }
}

impl Worker {
    /// Begins a transfer on a stream that waits or does not.
    fn begin(&mut self, flags: u32) -> Option<(Arc<Stream>, Place)> {
        let stream = Stream::new(Arc::clone(&self.conn), flags);
        let (up, holes) = (self.random.below(2) == 0, self.random.below(2) == 0);
        let most = [1, 1000, 50_000, 1 << 20][self.random.below(4)];
        let (at, length) = (self.random.below(1000) as u64, self.random.below(most) as u64 + 1);
        let name = || Name::new("v").expect("a name");
        let vol = StorageVolKey { pool: name(), name: name(), key: name() };
        let part = VolumeRange { offset: at, length };
        let sparse = if holes { SPARSE } else { 0 };
        let begun = if up {
            self.driver().storage_vol_upload(&vol, &stream, part, sparse)
        } else {
            self.driver().storage_vol_download(&vol, &stream, part, sparse)
        };
        self.outcome("a transfer", begun)?;
        Some((stream, Place { up, holes, at, end: at + length }))
    }

    /// A piece's length: some are small.
    fn piece(&mut self) -> usize {
        let most = [100, 10_000, 100_000][self.random.below(3)];
        self.random.below(most) + 1
    }

    pub fn transfer(&mut self) {
        let Some((stream, mut place)) = self.begin(0) else { return };
        let steps = if self.random.below(4) == 0 { self.random.below(20) } else { usize::MAX };
        for _ in 0..steps {
            let piece = self.piece();
            match self.outcome("moving data", place.step(&stream, piece)) {
                Some(Some(false)) => {}
                Some(Some(true)) => return self.finish(&stream, |tally| &tally.transfers),
                Some(None) => panic!("it waits"),
                None => break,
            }
        }
        // Not to the end: that is said, or not.
        if self.random.below(2) == 0 {
            self.outcome("an abort", stream.driver().stream_abort());
        }
    }

    fn finish(&self, stream: &Stream, counter: fn(&Tally) -> &AtomicUsize) {
        if self.outcome("the end", stream.driver().stream_finish()).is_some() {
            counter(&self.tally).fetch_add(1, Ordering::SeqCst);
        }
    }

    pub fn transfer_by_callback(&mut self) {
        let Some((stream, place)) = self.begin(VIR_STREAM_NONBLOCK as u32) else { return };
        let events = if place.up { WRITABLE } else { READABLE };
        let transfer = Arc::new(Transfer {
            stream: Arc::clone(&stream),
            state: Mutex::new((place, None)),
            done: Condvar::new(),
            _listening: Listening::new(Arc::clone(&self.tally)),
        });
        let key = Transfer::add(&transfer);
        let callback = StreamCallback::new(Some(on_event), ptr::without_provenance_mut(key), Some(freed));
        self.outcome("a callback", stream.add_callback(events, callback));
        let whole = self.random.below(4) > 0;
        if whole {
            let state = transfer.state.lock().expect("no panic");
            let waited = transfer.done.wait_timeout_while(state, PATIENCE, |(_, outcome)| outcome.is_none());
            let (mut state, late) = waited.expect("no panic");
            assert!(!late.timed_out(), "nobody says that there is something for {key}");
            let outcome = state.1.take().expect("an outcome");
            drop(state);
            // The callback has gone by itself.
            if self.outcome("moving data", outcome).is_some() {
                return self.finish(&stream, |tally| &tally.by_callback);
            }
        } else {
            (0..self.random.below(50)).for_each(|_| thread::yield_now());
            // It may be gone by itself.
            let _ = stream.driver().stream_event_remove_callback();
        }
        if self.random.below(2) == 0 {
            let _ = stream.driver().stream_abort();
        }
    }
}

/// A transfer by the event loop.
struct Transfer {
    stream: Arc<Stream>,
    /// Where it is, and what has come of it.
    state: Mutex<(Place, Option<Result<()>>)>,
    done: Condvar,
    _listening: Listening,
}

/// What the numbers stand for that callbacks get; as long as they are not freed.
static TRANSFERS: Mutex<Option<HashMap<usize, Arc<Transfer>>>> = Mutex::new(None);

impl Transfer {
    fn add(this: &Arc<Self>) -> usize {
        let key = Arc::as_ptr(this).addr();
        let before =
            TRANSFERS.lock().expect("no panic").get_or_insert_default().insert(key, Arc::clone(this));
        assert!(before.is_none());
        key
    }

    fn of(opaque: *mut c_void) -> Arc<Self> {
        let transfers = TRANSFERS.lock().expect("no panic");
        Arc::clone(transfers.as_ref().and_then(|it| it.get(&opaque.addr())).expect("not freed"))
    }

    /// Moves what can be moved. When that is all, the callback goes.
    fn turn(&self) {
        let mut state = self.state.lock().expect("no panic");
        let outcome = loop {
            match state.0.step(&self.stream, 30_001) {
                Ok(Some(false)) => {}
                Ok(None) => return,
                outcome => break outcome.map(drop),
            }
        };
        // Unless the thread was faster.
        let _ = self.stream.driver().stream_event_remove_callback();
        state.1 = Some(outcome);
        self.done.notify_all();
    }
}

extern "C-unwind" fn on_event(_: virStreamPtr, _: c_int, opaque: *mut c_void) {
    Transfer::of(opaque).turn();
}

extern "C-unwind" fn freed(opaque: *mut c_void) {
    let transfer = TRANSFERS.lock().expect("no panic").as_mut().and_then(|it| it.remove(&opaque.addr()));
    drop(transfer.expect("freed once"));
}
