//! Who reads, and what happens to what comes.
//!
//! One thread at a time is the reader: one that waits for something, else the one that runs the program's event loop.
//! The reader hands to others what is theirs, and when it has what it waited for, it wakes the next waiting thread to
//! read on, or has the event loop watch again. So nobody's reply waits for somebody else's call to end, and a thread
//! that is alone with the connection is never switched for its reply.
//!
//! Whoever lets go of the lock after a change goes through [`Client::leave`]; that is what no wake-up is lost by.

#![forbid(unsafe_code)]

use std::ffi::c_int;
use std::io::{self, ErrorKind};
use std::mem;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

#[cfg(shuttle)]
use super::model::event_loop as event;
use super::state::{Change, State};
use super::{Client, CloseReason};
use crate::abi::_virEventHandleType::VIR_EVENT_HANDLE_READABLE;
use crate::error::{Error, Result};
#[cfg(not(shuttle))]
use crate::event;
use crate::event::callback::{HandleCallback, TimeoutCallback};
use crate::event::sync::{Condvar, MutexGuard, lock, thread};
use crate::rpc::error::{internal, rpc, system};
use crate::rpc::keepalive::Step;
use crate::rpc::message::{self, Header, Packet, Status, Type};
use crate::rpc::protocol::{Event, keepalive};

/// With so many packets waiting to be sent, no answer to the peer's keepalive is added.
const PONGS: usize = 64;

/// How often, in milliseconds, the event loop reads a packet where a stream has enough: the peer's keepalive, which
/// gives up after half a minute, is to be answered.
const TRICKLE: c_int = 1000;

impl Client {
    /// Waits until `ready` finds something, reading meanwhile if nobody else does.
    pub(in crate::rpc) fn wait_for<'a, T>(
        &'a self,
        mut state: MutexGuard<'a, State>,
        signal: &Arc<Condvar>,
        mut ready: impl FnMut(&mut State) -> Option<Result<T>>,
    ) -> Result<T> {
        let waiter = state.add_waiter(signal);
        let outcome = loop {
            if let Some(outcome) = ready(&mut state) {
                break outcome;
            }
            if let Some(closed) = &state.closed {
                break Err(closed.error.clone());
            }
            match state.reader {
                None => {
                    state.reader = Some(thread::current().id());
                    drop(self.tell_loop(state));
                    let role = Role(self, waiter);
                    self.turn(true);
                    mem::forget(role);
                    state = lock(&self.state);
                    state.reader = None;
                }
                Some(_) => state = signal.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        };
        state.remove_waiter(waiter);
        self.leave(state);
        outcome
    }

    /// Lets go of the lock, and sees to it that somebody reads, or that the sink hears of the end.
    pub(in crate::rpc) fn leave<'a>(&'a self, mut state: MutexGuard<'a, State>) {
        let hooks = state.hooks_for_room();
        if !hooks.is_empty() {
            drop(state);
            hooks.iter().for_each(|hook| hook());
            state = lock(&self.state);
        }
        if state.reader.is_some() {
            // It has to look at the end, or to wait for room as well.
            let wake = state.closed.is_some() || !state.outbox.is_empty();
            drop(state);
            if wake {
                self.transport.wake();
            }
            return;
        }
        if state.closed.is_none() && state.wake_first() {
            return;
        }
        let state = self.tell_loop(state);
        // Whoever tells the loop is not over a watch that is gone, and comes here next.
        if state.reader.is_none() && !state.telling {
            self.tell_end(state);
        }
    }

    /// Has the event loop wait for what is wanted by now. Lets the lock go meanwhile.
    fn tell_loop<'a>(&'a self, mut state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        while !state.telling
            && let Some(change) = state.change_for_loop()
        {
            state.telling = true;
            drop(state);
            match change {
                Change::Watch(watch, wanted) => event::update_handle(watch, wanted),
                Change::Trickle(timer, on) => event::update_timeout(timer, if on { TRICKLE } else { -1 }),
            }
            state = lock(&self.state);
            state.telling = false;
        }
        state
    }

    /// Tells the sink of the end, if it is there and the sink does not know; nobody reads, and nobody will.
    fn tell_end(&self, mut state: MutexGuard<'_, State>) {
        let Some(closed) = state.untold_end() else { return };
        closed.told = true;
        let (reason, error) = (closed.reason, closed.error.clone());
        let hooks = state.hooks();
        let handles = (state.watch.take(), state.timer.take());
        let trickle = state.trickle.take();
        drop(state);
        self.leave_loop(handles);
        self.leave_loop((None, trickle));
        self.transport.shutdown();
        self.sink.closed(reason, &error);
        hooks.iter().for_each(|hook| hook());
    }

    /// Reads once, and does what is due. The caller is the reader; the lock is not held.
    fn turn(&self, wait: bool) {
        let error = CloseReason::VIR_CONNECT_CLOSE_REASON_ERROR;
        // A reader that panicked has left what it had read.
        match self.dispatch_all() {
            Ok(0) => {}
            Ok(_) => return,
            Err(cause) => return self.end(error, cause),
        }
        if wait {
            let state = lock(&self.state);
            if state.closed.is_some() {
                return;
            }
            let timeout = state.keepalive.as_ref().map(|keepalive| keepalive.rest(Instant::now()));
            let write = !state.outbox.is_empty();
            drop(state);
            if let Err(cause) = self.transport.wait(write, timeout) {
                return self.end(error, system("poll on socket failed", &cause));
            }
        }
        loop {
            let received = lock(&self.inbox).fill(|into| self.transport.receive(into));
            match received {
                Ok(0) => {
                    let cause = io::Error::from_raw_os_error(libc::EIO);
                    let reason = CloseReason::VIR_CONNECT_CLOSE_REASON_EOF;
                    return self.end(reason, self.failed("End of file while reading data", &cause));
                }
                Ok(_) => {
                    if let Err(cause) = self.dispatch_all() {
                        return self.end(error, cause);
                    }
                }
                Err(cause) if matches!(cause.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
                Err(cause) => return self.end(reason(&cause), self.failed("Cannot recv data", &cause)),
            }
            // Nobody would be told of it.
            if !self.transport.has_received() {
                break;
            }
        }
        let mut state = lock(&self.state);
        state.flush(&*self.transport);
        self.keep_alive(&mut state);
        let hooks = state.hooks_for_room();
        drop(state);
        hooks.iter().for_each(|hook| hook());
    }

    /// The connection failed; with what the peer said of it elsewhere.
    fn failed(&self, what: &str, cause: &io::Error) -> Error {
        match self.transport.last_words() {
            Some(words) => system(&format!("{what}: {words}"), cause),
            None => system(what, cause),
        }
    }

    fn end(&self, reason: CloseReason, error: Error) {
        lock(&self.state).close(reason, error);
    }

    /// Dispatches what was read, and returns how many packets that were.
    fn dispatch_all(&self) -> Result<usize> {
        let mut count = 0;
        loop {
            // The lock is not held during the dispatch: only the reader needs it, and might run a sink.
            let packet = lock(&self.inbox).next_packet()?;
            match packet {
                Some(packet) => self.dispatch(packet)?,
                None => return Ok(count),
            }
            count += 1;
        }
    }

    /// Gives a packet to whom it is for. What cannot be anybody's ends the connection, as in the original.
    fn dispatch(&self, packet: Packet) -> Result<()> {
        let mut state = lock(&self.state);
        if state.closed.is_some() {
            return Ok(());
        }
        if let Some(keepalive) = &mut state.keepalive {
            keepalive.heard(Instant::now());
        }
        let Header { prog, vers, proc, r#type, serial, .. } = packet.header;
        let of = |event: Event<()>| (event.program.number, event.program.version, event.number);
        match r#type {
            Type::MESSAGE if (prog, vers, proc) == of(keepalive::procedure::PING) => {
                // A peer that asks and does not read has no answer to miss.
                if state.outbox.len() < PONGS {
                    state.outbox.push(message_of(keepalive::procedure::PONG), Default::default());
                    state.flush(&*self.transport);
                }
            }
            Type::MESSAGE if prog == keepalive::procedure::PROGRAM.number => {} // the answer, or a newer peer
            Type::REPLY | Type::REPLY_WITH_FDS => {
                if state.answer(packet).is_some() {
                    let text =
                        format!("no call waiting for reply with prog {prog} vers {vers} serial {serial}");
                    return Err(rpc(text));
                }
            }
            Type::MESSAGE => {
                drop(state);
                if !self.programs.iter().any(|it| (it.number, it.version) == (prog, vers)) {
                    return Err(rpc(format!("No program found for event with prog={prog} vers={vers}")));
                }
                self.sink.event(packet);
            }
            Type::STREAM | Type::STREAM_HOLE => {
                let fitting = state.streams.get_mut(&serial).filter(|it| it.is_of(&packet.header));
                // Others are left over from streams that are gone.
                let hook = fitting.and_then(|stream| stream.take(packet));
                drop(state);
                if let Some(hook) = hook {
                    hook();
                }
            }
            other => {
                let text =
                    format!("got unexpected RPC call prog {prog} vers {vers} proc {proc} type {}", other.0);
                return Err(rpc(text));
            }
        }
        Ok(())
    }

    /// Asks a peer that has been silent, or gives it up.
    fn keep_alive(&self, state: &mut State) -> Option<Duration> {
        let now = Instant::now();
        match state.keepalive.as_mut().filter(|_| state.closed.is_none())?.step(now) {
            Step::Wait(rest) => return Some(rest),
            Step::Ping => {
                state.outbox.push(message_of(keepalive::procedure::PING), Default::default());
                state.flush(&*self.transport);
            }
            Step::Dead => {
                let reason = CloseReason::VIR_CONNECT_CLOSE_REASON_KEEPALIVE;
                state.close(reason, internal("connection closed due to keepalive timeout"));
            }
        }
        state.keepalive.as_ref().map(|keepalive| keepalive.rest(now))
    }

    /// Has the program's event loop read when nobody waits. Without a loop nobody does, as in the original.
    pub(super) fn join_loop(self: &Arc<Self>) {
        use std::os::fd::AsRawFd;
        let client = Arc::downgrade(self);
        let callback = HandleCallback::from_closure(move |watch, _, _| match client.upgrade() {
            // The loop of a child has it too, and would turn for ever.
            Some(client) if client.is_foreign() => drop(event::remove_handle(watch)),
            Some(client) => client.turn_of_loop(),
            None => {}
        });
        let wanted = VIR_EVENT_HANDLE_READABLE as c_int;
        if let Ok(watch) = event::add_handle(self.transport.fd().as_raw_fd(), wanted, callback) {
            let mut state = lock(&self.state);
            // The loop may have read the end meanwhile.
            if state.closed.is_some() {
                drop(state);
                return self.leave_loop((Some(watch), None));
            }
            state.watch = Some(watch);
            state.watched = wanted;
        }
    }

    /// Has the event loop hold back when a stream has enough. Without a loop there is nothing to hold back.
    pub(super) fn add_trickle(self: &Arc<Self>) {
        if lock(&self.state).trickle.is_some() {
            return;
        }
        let client = Arc::downgrade(self);
        let callback = TimeoutCallback::from_closure(move |_| {
            if let Some(client) = client.upgrade() {
                client.turn_of_loop();
            }
        });
        let Ok(timer) = event::add_timeout(-1, callback) else { return };
        let mut state = lock(&self.state);
        let unused = if state.closed.is_some() { Some(timer) } else { state.trickle.replace(timer) };
        drop(state);
        self.leave_loop((None, unused));
    }

    pub(super) fn leave_loop(&self, (watch, timer): (Option<c_int>, Option<c_int>)) {
        if let Some(watch) = watch {
            event::remove_handle(watch);
        }
        if let Some(timer) = timer {
            event::remove_timeout(timer);
        }
    }

    /// The loop says that there is something.
    fn turn_of_loop(&self) {
        if self.is_foreign() {
            return;
        }
        let mut state = lock(&self.state);
        if state.reader.is_some() || state.closed.is_some() {
            return;
        }
        state.reader = Some(thread::current().id());
        drop(state);
        self.turn(false);
        let mut state = lock(&self.state);
        state.reader = None;
        self.leave(state);
    }

    /// Starts the timer by which a silent peer is asked when nobody waits.
    pub(super) fn add_timer(self: &Arc<Self>, interval: Duration) -> Result<c_int> {
        let client = Arc::downgrade(self);
        let callback = TimeoutCallback::from_closure(move |timer| {
            let Some(client) = client.upgrade() else { return };
            if client.is_foreign() {
                event::remove_timeout(timer);
                return;
            }
            let mut state = lock(&client.state);
            let rest = client.keep_alive(&mut state);
            client.leave(state);
            if let Some(rest) = rest {
                event::update_timeout(timer, milliseconds(rest));
            }
        });
        event::add_timeout(milliseconds(interval), callback).map_err(|_| {
            // The original's, whose keepalive needs an event loop as well.
            internal(
                "the caller doesn't support keepalive protocol; perhaps it's missing event loop implementation",
            )
        })
    }
}

/// Holds the reader's role while other code runs: its panic must not leave the others without a reader.
struct Role<'a>(&'a Client, u64);

impl Drop for Role<'_> {
    fn drop(&mut self) {
        let mut state = lock(&self.0.state);
        state.reader = None;
        state.remove_waiter(self.1);
        self.0.leave(state);
    }
}

/// Why a connection ended that fails with `cause`: the peer may just be gone, with something unread.
pub(super) fn reason(cause: &io::Error) -> CloseReason {
    match cause.kind() {
        ErrorKind::ConnectionReset | ErrorKind::BrokenPipe => CloseReason::VIR_CONNECT_CLOSE_REASON_EOF,
        _ => CloseReason::VIR_CONNECT_CLOSE_REASON_ERROR,
    }
}

/// Rounded up: early means another round for nothing.
fn milliseconds(time: Duration) -> c_int {
    (time + Duration::from_nanos(999_999)).as_millis().try_into().unwrap_or(c_int::MAX)
}

/// A message without a payload.
fn message_of(event: Event<()>) -> Vec<u8> {
    let header = Header {
        prog: event.program.number,
        vers: event.program.version,
        proc: event.number,
        r#type: Type::MESSAGE,
        serial: 0,
        status: Status::OK,
    };
    message::encode_raw(&header, &[]).expect("a header fits")
}
