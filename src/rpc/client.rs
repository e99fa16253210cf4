//! The client's end of a connection, for many threads: calls, streams, and the way of events to a [`Sink`].
//!
//! Calls go out at once, whatever else is under way, and are matched to their replies by serial. The library starts no
//! thread for it: who reads is in `client/reading.rs`. Events arrive when the program runs its event loop, or calls.
//!
//! Locks: `state`, then `inbox`; never together. `state` guards data, and bytes that can be sent without waiting.
//! Neither is held while a thread waits, a sink or a hook runs, or the program's event loop is called.
//!
//! After a fork the child gets errors, and does not touch the parent's connection.

#![forbid(unsafe_code)]

#[cfg(shuttle)]
mod model;
mod reading;
mod state;

use std::collections::VecDeque;
use std::io;
use std::os::fd::{BorrowedFd, OwnedFd};
use std::sync::Arc;
use std::time::{Duration, Instant};

pub(super) use self::state::State;
use super::error::{internal, rpc, system};
use super::keepalive::Keepalive;
use super::message::{self, Assembler, Header, Packet, Status, Type};
use super::protocol::{Call, Program};
use super::stream::{ClientStream, StreamState};
use super::transport::Transport;
use super::xdr::Xdr;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event::sync::{Condvar, Mutex, MutexGuard, lock};
use crate::util::sys;

/// Why a connection ended.
pub use crate::abi::_virConnectCloseReason as CloseReason;

/// Takes what comes by itself. The calls come one after the other, in the order of the wire, from whichever thread reads;
/// so they must be quick, and must not call the client. What is for the program goes into a queue for its event loop.
pub trait Sink: Send + Sync {
    /// A message of one of the client's programs, maybe of a procedure that this library does not know.
    fn event(&self, packet: Packet);
    /// The connection has ended; the last thing that is told, once.
    fn closed(&self, reason: CloseReason, error: &Error);
}

/// A connection to a daemon.
pub struct Client {
    transport: Box<dyn Transport>,
    programs: &'static [&'static Program],
    sink: Arc<dyn Sink>,
    process: (u32, u32),
    state: Mutex<State>,
    /// The reader's.
    inbox: Mutex<Assembler>,
}

impl Client {
    /// A client on a fresh connection. Events of `programs` go to `sink`; a message of any other program ends the
    /// connection. The sink should not keep the client alive, which keeps the sink.
    pub fn new(
        transport: impl Transport + 'static,
        programs: &'static [&'static Program],
        sink: Arc<dyn Sink>,
    ) -> Arc<Self> {
        let client = Arc::new(Self {
            transport: Box::new(transport),
            programs,
            sink,
            process: (sys::forks(), std::process::id()),
            state: Mutex::default(),
            inbox: Mutex::default(),
        });
        client.join_loop();
        client
    }

    /// Calls a procedure and waits for its reply.
    pub fn call<A, R>(&self, procedure: Call<A, R>, args: &A) -> Result<R>
    where
        A: Xdr<Value = A>,
        R: Xdr<Value = R>,
    {
        self.exchange(&procedure, args, None, None)?.1.decode::<R>()
    }

    /// As two times [`call`](Client::call), without waiting in between; the peer may serve the second first.
    pub fn call_both<A1, R1, A2, R2>(
        &self,
        (first, args): (Call<A1, R1>, &A1),
        (second, second_args): (Call<A2, R2>, &A2),
    ) -> Result<(Result<R1>, Result<R2>)>
    where
        A1: Xdr<Value = A1>,
        R1: Xdr<Value = R1>,
        A2: Xdr<Value = A2>,
        R2: Xdr<Value = R2>,
    {
        let outgoing = [Outgoing::new(&first, args, &[])?, Outgoing::new(&second, second_args, &[])?];
        let sent = outgoing.map(|call| Ok(self.send(call, None)?.0));
        let [first, second] = sent.map(|sent| Ok(self.receive(lock(&self.state), sent?, false)?.1));
        Ok((first.and_then(|it: Packet| it.decode::<R1>()), second.and_then(|it: Packet| it.decode::<R2>())))
    }

    /// As [`call`](Client::call), with file descriptors both ways; those in `fds` stay the caller's.
    pub fn call_with_fds<A, R>(
        &self,
        procedure: Call<A, R>,
        args: &A,
        fds: &[BorrowedFd<'_>],
    ) -> Result<(R, Vec<OwnedFd>)>
    where
        A: Xdr<Value = A>,
        R: Xdr<Value = R>,
    {
        let (_, mut packet) = self.exchange(&procedure, args, Some(fds), None)?;
        let fds = std::mem::take(&mut packet.fds);
        Ok((packet.decode::<R>()?, fds))
    }

    /// Calls a procedure that a stream follows.
    pub fn open_stream<A, R>(self: &Arc<Self>, procedure: Call<A, R>, args: &A) -> Result<(R, ClientStream)>
    where
        A: Xdr<Value = A>,
        R: Xdr<Value = R>,
    {
        self.check_process()?;
        self.add_trickle();
        let signal = Arc::new(Condvar::new());
        let (header, packet) = self.exchange(&procedure, args, None, Some(&signal))?;
        let stream = ClientStream::new(Arc::clone(self), header, signal);
        Ok((packet.decode::<R>()?, stream))
    }

    fn exchange<A, R>(
        &self,
        procedure: &Call<A, R>,
        args: &A,
        fds: Option<&[BorrowedFd<'_>]>,
        stream: Option<&Arc<Condvar>>,
    ) -> Result<(Header, Packet)>
    where
        A: Xdr<Value = A>,
    {
        let (sent, state) = self.send(Outgoing::new(procedure, args, fds.unwrap_or_default())?, stream)?;
        self.receive(state, sent, stream.is_some())
    }

    /// Sends a call. Its thread has to [`receive`](Client::receive) next, which sees to what is not sent yet. A stream that
    /// follows is told of by `stream`.
    fn send(
        &self,
        mut call: Outgoing,
        stream: Option<&Arc<Condvar>>,
    ) -> Result<(Sent, MutexGuard<'_, State>)> {
        self.check_process()?;
        if !call.fds.is_empty() && !self.transport.passes_fds() {
            return Err(internal("Sending file descriptors is not supported on this socket"));
        }
        let signal = Arc::new(Condvar::new());
        let mut state = lock(&self.state);
        state.check_may_wait()?;
        state.check_open()?;
        call.header.serial = state.serial();
        message::set_serial(&mut call.bytes, call.header.serial);
        state.expect(&call.header, &signal);
        if let Some(signal) = stream {
            state.streams.insert(call.header.serial, StreamState::new(&call.header, signal));
        }
        state.outbox.push(call.bytes, call.fds);
        state.flush(&*self.transport);
        if !state.outbox.is_empty() && state.reader.is_some() {
            self.transport.wake(); // it has to wait for room as well
        }
        Ok((Sent { header: call.header, signal }, state))
    }

    /// Waits for the reply to a call, which may have a stream.
    fn receive<'a>(
        &'a self,
        state: MutexGuard<'a, State>,
        Sent { header, signal }: Sent,
        has_stream: bool,
    ) -> Result<(Header, Packet)> {
        let outcome =
            self.wait_for(state, &signal, |state| state.calls.get_mut(&header.serial)?.reply.take().map(Ok));
        let outcome = outcome.and_then(|packet| checked(&header, packet));
        let mut state = lock(&self.state);
        state.calls.remove(&header.serial);
        if has_stream && outcome.is_err() {
            state.streams.remove(&header.serial);
        }
        drop(state);
        Ok((header, outcome?))
    }

    /// Has a silent peer asked every `interval` whether it is there, and given up when it has not answered `count`
    /// times. No interval ends that.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` without an event loop.
    pub fn set_keepalive(self: &Arc<Self>, interval: Option<Duration>, count: u32) -> Result<()> {
        self.check_process()?;
        let timer = interval.map(|interval| self.add_timer(interval)).transpose()?;
        let mut state = lock(&self.state);
        if let Err(error) = state.check_open() {
            drop(state);
            self.leave_loop((None, timer));
            return Err(error);
        }
        state.keepalive = interval.map(|interval| Keepalive::new(interval, count, Instant::now()));
        let before = std::mem::replace(&mut state.timer, timer);
        let reading = state.reader.is_some();
        drop(state);
        self.leave_loop((None, before));
        if reading {
            self.transport.wake(); // with another limit
        }
        Ok(())
    }

    /// Whether the connection has not ended.
    pub fn is_open(&self) -> bool {
        !self.is_foreign() && lock(&self.state).closed.is_none()
    }

    /// Whether the program's event loop looks after the connection.
    pub fn is_in_loop(&self) -> bool {
        !self.is_foreign() && lock(&self.state).watch.is_some()
    }

    /// Whether file descriptors can come and go.
    pub fn passes_fds(&self) -> bool {
        self.transport.passes_fds()
    }

    /// Ends the connection. Calls that wait fail.
    pub fn close(&self) {
        if self.is_foreign() {
            return;
        }
        let mut state = lock(&self.state);
        state.close(CloseReason::VIR_CONNECT_CLOSE_REASON_CLIENT, internal("client socket is closed"));
        self.leave(state);
    }

    /// Whether this is a fork of the process that the connection belongs to.
    fn is_foreign(&self) -> bool {
        self.process.0 != sys::forks()
    }

    /// Fails in a fork of the process that the connection belongs to. Whoever holds locks that another thread may have
    /// held at that moment asks first.
    pub fn check_process(&self) -> Result<()> {
        if !self.is_foreign() {
            return Ok(());
        }
        let process = self.process.1;
        let text = format!("this connection belongs to process {process} and cannot be used in a fork of it");
        Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, ErrorDomain::VIR_FROM_RPC, text))
    }

    pub(super) fn state(&self) -> &Mutex<State> {
        &self.state
    }

    pub(super) fn transport(&self) -> &dyn Transport {
        &*self.transport
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if self.is_foreign() {
            return; // the descriptor is closed, which the parent does not notice
        }
        let mut state = lock(&self.state);
        let handles = (state.watch.take(), state.timer.take());
        let trickle = state.trickle.take();
        drop(state);
        self.leave_loop(handles);
        self.leave_loop((None, trickle));
        self.transport.shutdown();
    }
}

/// A call that is ready to go but for its serial.
struct Outgoing {
    header: Header,
    bytes: Vec<u8>,
    fds: VecDeque<OwnedFd>,
}

impl Outgoing {
    fn new<A, R>(procedure: &Call<A, R>, args: &A, fds: &[BorrowedFd<'_>]) -> Result<Self>
    where
        A: Xdr<Value = A>,
    {
        // Without descriptors the type says so, as in the original.
        let header = Header {
            prog: procedure.program.number,
            vers: procedure.program.version,
            proc: procedure.number,
            r#type: if fds.is_empty() { Type::CALL } else { Type::CALL_WITH_FDS },
            serial: 0,
            status: Status::OK,
        };
        let bytes = message::encode::<A>(&header, fds.len(), args)?;
        let fds = fds.iter().map(|fd| fd.try_clone_to_owned()).collect::<io::Result<_>>();
        let fds = fds.map_err(|error| system("Unable to duplicate a file descriptor", &error))?;
        Ok(Self { header, bytes, fds })
    }
}

/// A call that has gone out, and how its thread is woken.
struct Sent {
    header: Header,
    signal: Arc<Condvar>,
}

/// A reply, if it fits the call and says no error.
fn checked(call: &Header, packet: Packet) -> Result<Packet> {
    let header = &packet.header;
    if header.proc != call.proc {
        return Err(rpc(format!("Unexpected message proc {} != {}", header.proc, call.proc)));
    }
    match header.status {
        Status::OK => Ok(packet),
        Status::ERROR => Err(packet.error()),
        other => Err(rpc(format!("Unexpected message status {}", other.0))),
    }
}
