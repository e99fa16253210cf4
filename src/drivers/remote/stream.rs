//! Streams over the connection: data of volumes, consoles, channels and pictures on its way to or from the daemon.
//!
//! As in the original a callback is run by a timer of the event loop, in every round while it is due, also when the
//! transfer has ended.
//!
//! Lock order: the lock here, which guards plain data, then the client's. It is not held while data is moved, nor while
//! an event loop or the program's callback runs.

#![forbid(unsafe_code)]

use std::sync::{Arc, Mutex};

use super::Remote;
use crate::abi::_virStreamRecvFlagsValues::VIR_STREAM_RECV_STOP_AT_HOLE;
use crate::abi::virStreamEventType as Event;
use crate::driver::{Driver, Received, StreamDriver, check_flags};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event;
use crate::event::callback::{StreamCallback, TimeoutCallback};
use crate::rpc::message::StreamHole;
use crate::rpc::protocol::Call;
use crate::rpc::protocol::net::MESSAGE_PAYLOAD_MAX;
use crate::rpc::stream::{ClientStream, Taken};
use crate::rpc::xdr::Xdr;
use crate::stream::{Registration, Stream};
use crate::util::lock;

const READABLE: i32 = Event::VIR_STREAM_EVENT_READABLE as i32;
const WRITABLE: i32 = Event::VIR_STREAM_EVENT_WRITABLE as i32;
const STOP_AT_HOLE: u32 = VIR_STREAM_RECV_STOP_AT_HOLE as u32;

/// Where errors about arguments come from, and where those of the transfer itself.
const REMOTE: ErrorDomain = ErrorDomain::VIR_FROM_REMOTE;
const RPC: ErrorDomain = ErrorDomain::VIR_FROM_RPC;

impl Remote {
    /// Calls a procedure that a stream follows, and begins the transfer on `stream`.
    pub(super) fn call_with_stream<A, R>(
        &self,
        stream: &Stream,
        holes: Holes,
        procedure: Call<A, R>,
        args: &A,
    ) -> Result<R>
    where
        A: Xdr<Value = A>,
        R: Xdr<Value = R>,
    {
        // As libvirt: who fails to begin a transfer has none, also if another one was going on.
        let opened = self.client.open_stream(procedure, args).inspect_err(|_| stream.detach());
        let (reply, wire) = opened?;
        stream.attach(Arc::new(RemoteStream::new(wire, holes, stream.is_non_blocking())));
        Ok(reply)
    }
}

/// Whether a transfer tells holes from data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holes {
    /// They are zeros.
    Filled,
    /// They stay holes.
    Kept,
}

/// A transfer from or to the daemon.
struct RemoteStream {
    holes: Holes,
    wait: bool,
    state: Arc<Mutex<State>>,
}

struct State {
    /// None when the transfer is over and has not failed. Who moves data holds a count meanwhile.
    wire: Option<Arc<ClientStream>>,
    registration: Option<Arc<Registration>>,
    /// The registration's, as soon as the event loop has told its number.
    timer: Option<i32>,
    /// What the registration waits for: `virStreamEventType`.
    events: i32,
}

impl RemoteStream {
    fn new(wire: ClientStream, holes: Holes, non_blocking: bool) -> Self {
        let state = State { wire: Some(Arc::new(wire)), registration: None, timer: None, events: 0 };
        Self { holes, wait: !non_blocking, state: Arc::new(Mutex::new(state)) }
    }

    /// What the transfer goes over, unless it has ended.
    fn wire(&self) -> Result<Arc<ClientStream>> {
        let closed = || Error::new(ErrorCode::VIR_ERR_OPERATION_FAILED, RPC, "stream is closed");
        lock(&self.state).wire.clone().ok_or_else(closed)
    }

    fn receive(&self, data: &mut [u8], flags: u32) -> Result<Received> {
        let found = self.wire()?.receive(data, self.wait, flags & STOP_AT_HOLE != 0)?;
        Ok(match found {
            Taken::Bytes(count) => Received::Bytes(count),
            Taken::WouldBlock => Received::WouldBlock,
            Taken::Hole => Received::Hole,
        })
    }

    /// Ends the transfer, whatever comes of telling the daemon. One that has failed goes on saying why.
    fn end(&self, tell: impl FnOnce(&ClientStream) -> Result<()>) -> Result<()> {
        let wire = self.wire()?;
        let outcome = tell(&wire);
        wire.set_hook(None);
        if wire.failure().is_none() {
            lock(&self.state).wire = None;
        }
        arm(&self.state);
        outcome
    }

    fn check_holes(&self, what: &str) -> Result<()> {
        if self.holes == Holes::Kept {
            return Ok(());
        }
        let text = format!("{what} not supported with this stream");
        Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, RPC, text))
    }
}

impl State {
    /// Which of the events that are waited for there are.
    fn due(&self) -> i32 {
        let is = |event: i32, ready: fn(&ClientStream) -> bool| {
            let due = self.events & event != 0 && self.wire.as_deref().is_none_or(ready);
            if due { event } else { 0 }
        };
        is(READABLE, ClientStream::is_readable) | is(WRITABLE, ClientStream::is_writable)
    }
}

/// Has the timer run in the next round, if the callback is due.
fn arm(state: &Mutex<State>) {
    let state = lock(state);
    let timer = state.timer.filter(|_| state.due() != 0);
    drop(state);
    if let Some(timer) = timer {
        event::update_timeout(timer, 0);
    }
}

/// What the timer runs: tells whoever is registered by now.
fn turn(state: &Mutex<State>, timer: i32) {
    let locked = lock(state);
    let events = locked.due();
    let registration = locked.registration.clone();
    drop(locked);
    match registration {
        Some(registration) if events != 0 => registration.tell(events),
        _ => {
            event::update_timeout(timer, -1);
            arm(state); // something may have come since the look
        }
    }
}

impl Driver for RemoteStream {}

impl StreamDriver for RemoteStream {
    fn stream_send(&self, data: &[u8]) -> Result<Option<usize>> {
        let wire = self.wire()?;
        if data.len() > MESSAGE_PAYLOAD_MAX {
            let text = format!(
                "Stream data too long to send ({} bytes needed, {MESSAGE_PAYLOAD_MAX} bytes available)",
                data.len()
            );
            return Err(Error::new(ErrorCode::VIR_ERR_RPC, RPC, text));
        }
        let mut sent = 0;
        while let Some(count) = wire.send(&data[sent..], self.wait)? {
            sent += count;
            if sent == data.len() {
                return Ok(Some(sent));
            }
        }
        Ok(Some(sent).filter(|sent| *sent > 0))
    }

    fn stream_recv(&self, data: &mut [u8]) -> Result<Received> {
        self.receive(data, 0)
    }

    fn stream_recv_flags(&self, data: &mut [u8], flags: u32) -> Result<Received> {
        check_flags(flags, STOP_AT_HOLE, REMOTE, "remoteStreamRecvFlags")?;
        self.receive(data, flags)
    }

    fn stream_send_hole(&self, length: i64, flags: u32) -> Result<()> {
        let wire = self.wire()?;
        self.check_holes("Skipping is")?;
        // As in the original it waits for room even if the stream does not: the function has no way to say otherwise.
        wire.send_hole(&StreamHole { length, flags }, true).map(drop)
    }

    fn stream_recv_hole(&self, flags: u32) -> Result<i64> {
        let wire = self.wire()?;
        check_flags(flags, 0, REMOTE, "remoteStreamRecvHole")?;
        self.check_holes("Holes are")?;
        Ok(i64::try_from(wire.receive_hole()?).unwrap_or(i64::MAX))
    }

    fn stream_finish(&self) -> Result<()> {
        self.end(ClientStream::finish)
    }

    fn stream_abort(&self) -> Result<()> {
        self.end(ClientStream::abort)
    }

    fn stream_event_add_callback(
        &self,
        stream: &Arc<Stream>,
        events: i32,
        callback: &mut Option<StreamCallback>,
    ) -> Result<()> {
        let mut state = lock(&self.state);
        if state.registration.is_some() {
            return Err(Error::internal(RPC, "multiple stream callbacks not supported"));
        }
        let Some(callback) = callback.take() else { return Ok(()) };
        state.registration = Some(Registration::new(Arc::clone(stream), callback));
        state.events = events;
        drop(state);

        let told = Arc::clone(&self.state);
        let added = event::add_timeout(-1, TimeoutCallback::from_closure(move |timer| turn(&told, timer)));
        let mut state = lock(&self.state);
        let Ok(timer) = added else {
            let registration = state.registration.take();
            drop(state);
            if let Some(registration) = registration {
                registration.abandon();
            }
            return Err(Error::unknown_cause());
        };
        state.timer = Some(timer);
        let wire = state.wire.clone();
        drop(state);
        if let Some(wire) = wire {
            wire.set_hook(Some(Arc::new(move || event::update_timeout(timer, 0))));
        }
        arm(&self.state);
        Ok(())
    }

    fn stream_event_update_callback(&self, events: i32) -> Result<()> {
        let mut state = lock(&self.state);
        if state.timer.is_none() {
            return Err(no_callback());
        }
        state.events = events;
        drop(state);
        arm(&self.state);
        Ok(())
    }

    fn stream_event_remove_callback(&self) -> Result<()> {
        let mut state = lock(&self.state);
        let timer = state.timer.take().ok_or_else(no_callback)?;
        let registration = state.registration.take();
        let wire = state.wire.clone();
        drop(state);
        if let Some(wire) = wire {
            wire.set_hook(None);
        }
        event::remove_timeout(timer);
        drop(registration);
        Ok(())
    }
}

fn no_callback() -> Error {
    Error::internal(RPC, "no stream callback registered")
}
