//! What the threads at a connection share: who waits for what, what is to be sent, and how it all ended.

#![forbid(unsafe_code)]

use std::collections::{BTreeMap, VecDeque};
use std::ffi::c_int;
use std::io::ErrorKind;
use std::mem::replace;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;

use super::CloseReason;
use super::reading::reason;
use crate::abi::_virEventHandleType::{VIR_EVENT_HANDLE_READABLE, VIR_EVENT_HANDLE_WRITABLE};
use crate::error::{Error, Result};
use crate::event::sync::{Condvar, ThreadId, thread};
use crate::rpc::error::{internal, system};
use crate::rpc::keepalive::Keepalive;
use crate::rpc::message::{Header, Packet};
use crate::rpc::stream::{Hook, StreamState};
use crate::rpc::transport::Transport;

/// Behind the client's lock.
#[derive(Default)]
pub struct State {
    next_serial: u32,
    /// By serial.
    pub calls: BTreeMap<u32, Pending>,
    /// By the serial of the call that began them.
    pub streams: BTreeMap<u32, StreamState>,
    pub outbox: Outbox,
    /// A stream is to hear, by its hook, when the outbox is empty.
    pub room_wanted: bool,
    /// Who reads from the transport: a thread that waits for something, or the one that runs the event loop.
    pub reader: Option<ThreadId>,
    /// Threads that wait, the oldest first.
    waiters: BTreeMap<u64, Arc<Condvar>>,
    next_waiter: u64,
    pub closed: Option<Closed>,
    pub keepalive: Option<Keepalive>,
    /// The event loop's watch on the transport, and what it waits for.
    pub watch: Option<c_int>,
    pub watched: c_int,
    /// A thread tells the event loop of changes: the only one, so that they arrive in their order.
    pub telling: bool,
    /// The event loop's timer for `keepalive`.
    pub timer: Option<c_int>,
    /// The event loop's timer by which it reads a little where a stream has enough.
    pub trickle: Option<c_int>,
    /// It is on.
    pub trickles: bool,
}

/// A call without an answer.
pub struct Pending {
    program: u32,
    version: u32,
    pub reply: Option<Packet>,
    thread: ThreadId,
    signal: Arc<Condvar>,
}

/// How the connection ended.
pub struct Closed {
    pub reason: CloseReason,
    pub error: Error,
    /// The sink knows.
    pub told: bool,
}

/// What the event loop is told.
pub enum Change {
    /// What a watch waits for.
    Watch(c_int, c_int),
    /// Whether a timer runs.
    Trickle(c_int, bool),
}

impl State {
    /// Fails if the connection has ended.
    pub fn check_open(&self) -> Result<()> {
        if self.closed.is_some() { Err(internal("client socket is closed")) } else { Ok(()) }
    }

    /// Fails if the thread must not wait: what it waits for, only it could read.
    pub fn check_may_wait(&self) -> Result<()> {
        if self.reader == Some(thread::current().id()) {
            return Err(internal("a call out of the handling of a message of the same connection"));
        }
        Ok(())
    }

    /// A serial for a call: numbers from 0, without those that are in use after 2^32 calls.
    pub fn serial(&mut self) -> u32 {
        loop {
            let serial = self.next_serial;
            self.next_serial = serial.wrapping_add(1);
            if !self.calls.contains_key(&serial) && !self.streams.contains_key(&serial) {
                return serial;
            }
        }
    }

    /// Notes that the answer to `header` is waited for.
    pub fn expect(&mut self, header: &Header, signal: &Arc<Condvar>) {
        let signal = Arc::clone(signal);
        let thread = thread::current().id();
        let pending = Pending { program: header.prog, version: header.vers, reply: None, thread, signal };
        self.calls.insert(header.serial, pending);
    }

    /// Hands a reply to whom it is for; it comes back if there is nobody.
    pub fn answer(&mut self, packet: Packet) -> Option<Packet> {
        let Header { prog, vers, serial, .. } = packet.header;
        let fits = |call: &&mut Pending| call.reply.is_none() && (call.program, call.version) == (prog, vers);
        let Some(call) = self.calls.get_mut(&serial).filter(fits) else { return Some(packet) };
        call.reply = Some(packet);
        // The reader looks itself, and need not wake itself.
        if self.reader != Some(call.thread) {
            call.signal.notify_one();
        }
        None
    }

    /// A thread begins to wait, to be woken by `signal`.
    pub fn add_waiter(&mut self, signal: &Arc<Condvar>) -> u64 {
        self.next_waiter += 1;
        self.waiters.insert(self.next_waiter, Arc::clone(signal));
        self.next_waiter
    }

    pub fn remove_waiter(&mut self, waiter: u64) {
        self.waiters.remove(&waiter);
    }

    /// Wakes the thread that has waited longest; `false` if none waits.
    pub fn wake_first(&self) -> bool {
        self.waiters.values().next().inspect(|signal| signal.notify_one()).is_some()
    }

    pub fn wake_all(&self) {
        self.waiters.values().for_each(|signal| signal.notify_all());
    }

    /// The connection ends, unless it already has.
    pub fn close(&mut self, reason: CloseReason, error: Error) {
        if self.closed.is_none() {
            log::debug!("connection closed ({reason:?}): {error}");
            self.closed = Some(Closed { reason, error, told: false });
            self.outbox = Outbox::default();
            self.wake_all();
        }
    }

    /// Sends what `transport` takes at once. A failure ends the connection.
    pub fn flush(&mut self, transport: &dyn Transport) {
        if self.closed.is_some() || self.outbox.is_empty() {
            return;
        }
        match self.outbox.flush(transport) {
            Ok(()) if self.outbox.is_empty() => self.wake_all_for_room(),
            Ok(()) => {}
            Err((reason, error)) => self.close(reason, error),
        }
    }

    /// Whether a stream has enough of what comes, and the event loop the means to go on slowly.
    fn is_full(&self) -> bool {
        self.trickle.is_some() && self.streams.values().any(StreamState::has_enough)
    }

    /// What the event loop is to wait for: bytes, unless a thread waits for them or a stream has enough of them, and room
    /// for those to be sent.
    pub fn wanted(&self) -> c_int {
        if self.reader.is_some() {
            return 0;
        }
        let read = if self.is_full() { 0 } else { VIR_EVENT_HANDLE_READABLE as c_int };
        let write = if self.outbox.is_empty() { 0 } else { VIR_EVENT_HANDLE_WRITABLE as c_int };
        read | write
    }

    /// What the event loop has to be told by now; it counts as told.
    pub fn change_for_loop(&mut self) -> Option<Change> {
        let watch = self.watch.filter(|_| self.closed.is_none())?;
        let (wanted, full) = (self.wanted(), self.is_full());
        if replace(&mut self.watched, wanted) != wanted {
            return Some(Change::Watch(watch, wanted));
        }
        let trickle = self.trickle.filter(|_| self.trickles != full)?;
        self.trickles = full;
        Some(Change::Trickle(trickle, full))
    }

    /// The end, unless the sink has been told of it.
    pub fn untold_end(&mut self) -> Option<&mut Closed> {
        self.closed.as_mut().filter(|closed| !closed.told)
    }

    /// Whom to tell that there is room, when somebody wanted to know; once.
    pub fn hooks_for_room(&mut self) -> Vec<Hook> {
        if !self.outbox.is_empty() || !std::mem::take(&mut self.room_wanted) {
            return Vec::new();
        }
        self.hooks()
    }

    /// The hooks of all streams.
    pub fn hooks(&self) -> Vec<Hook> {
        self.streams.values().filter_map(|stream| stream.hook.clone()).collect()
    }

    /// Those who send through streams wait for room.
    fn wake_all_for_room(&self) {
        self.streams.values().for_each(StreamState::wake);
    }
}

/// What is to be sent, in order.
#[derive(Default)]
pub struct Outbox(VecDeque<Outgoing>);

struct Outgoing {
    bytes: Vec<u8>,
    sent: usize,
    fds: VecDeque<OwnedFd>,
}

impl Outbox {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn push(&mut self, bytes: Vec<u8>, fds: VecDeque<OwnedFd>) {
        self.0.push_back(Outgoing { bytes, sent: 0, fds });
    }

    fn flush(&mut self, transport: &dyn Transport) -> Result<(), (CloseReason, Error)> {
        while let Some(first) = self.0.front_mut() {
            while first.sent < first.bytes.len() {
                match transport.send(&first.bytes[first.sent..]) {
                    Ok(count) => first.sent += count,
                    Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(error) => return Err((reason(&error), system("Cannot write data", &error))),
                }
            }
            while let Some(fd) = first.fds.front() {
                match transport.send_fd(fd.as_fd()) {
                    Ok(()) => drop(first.fds.pop_front()),
                    Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(error) => {
                        return Err((reason(&error), system("Failed to send file descriptor", &error)));
                    }
                }
            }
            self.0.pop_front();
        }
        Ok(())
    }
}
