//! The client's end of a stream: what came for it, in order, and the ways to send, to finish and to abort.
//!
//! The data lives in the client's `state`, under its lock. What has come and is not read is bounded: a program that
//! does not read loses its stream, not its memory. The bound is far off, because others that wait for something on the
//! connection bring what a slow reader has not asked for yet.

#![forbid(unsafe_code)]

use std::collections::VecDeque;
use std::sync::Arc;

use super::client::Client;
use super::error::{internal, rpc};
use super::message::{self, Header, Packet, Status, StreamHole, Type};
use super::protocol::net::MESSAGE_PAYLOAD_MAX;
use crate::error::{Error, Result};
use crate::event::sync::{Condvar, lock};

/// How many bytes may wait to be read.
pub const LIMIT: usize = 1 << 30;

/// With so many the event loop brings no more, or hardly.
pub const ENOUGH: usize = 8 << 20;

/// Called when something changed for a stream, from whichever thread reads; must be quick, and not use the client.
pub type Hook = Arc<dyn Fn() + Send + Sync>;

/// What reading found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// So many bytes; 0 at the end of the data.
    Bytes(usize),
    /// Nothing yet, and the caller does not wait.
    WouldBlock,
    /// A hole, where reading was to stop.
    Hole,
}

/// A stream as the client sees it.
pub struct StreamState {
    program: u32,
    procedure: i32,
    queue: VecDeque<Item>,
    /// What the queue costs, in bytes, and may cost.
    waiting: usize,
    pub limit: usize,
    end_of_data: bool,
    /// The other side has confirmed the end.
    finished: bool,
    pub error: Option<Error>,
    signal: Arc<Condvar>,
    pub hook: Option<Hook>,
}

enum Item {
    /// Data, and how much of it has been read.
    Data(Packet, usize),
    /// So many zeros.
    Hole(u64),
}

impl Item {
    /// Roughly, in bytes of memory.
    fn cost(&self) -> usize {
        let data = if let Self::Data(packet, _) = self { packet.payload().len() } else { 0 };
        data + size_of::<Self>()
    }
}

impl StreamState {
    /// Of the call with `header`; `signal` wakes those who wait for it.
    pub fn new(header: &Header, signal: &Arc<Condvar>) -> Self {
        Self {
            program: header.prog,
            procedure: header.proc,
            queue: VecDeque::new(),
            waiting: 0,
            limit: LIMIT,
            end_of_data: false,
            finished: false,
            error: None,
            signal: Arc::clone(signal),
            hook: None,
        }
    }

    pub fn is_of(&self, header: &Header) -> bool {
        (self.program, self.procedure) == (header.prog, header.proc)
    }

    /// Whether more need not come before something is read.
    pub fn has_enough(&self) -> bool {
        self.waiting > ENOUGH
    }

    pub fn wake(&self) {
        self.signal.notify_all();
    }

    /// Takes what came in; returns whom to tell.
    pub fn take(&mut self, packet: Packet) -> Option<Hook> {
        match (packet.header.r#type, packet.header.status) {
            (_, Status::ERROR) => self.fail(packet.error()),
            (_, Status::OK) => self.finished = true,
            (Type::STREAM_HOLE, _) => match packet.decode::<StreamHole>() {
                // One without an extent is none.
                Ok(hole) => u64::try_from(hole.length).iter().for_each(|it| self.put(Item::Hole(*it))),
                Err(error) => self.fail(error),
            },
            _ if packet.payload().is_empty() => self.end_of_data = true,
            _ => self.put(Item::Data(packet, 0)),
        }
        self.wake();
        self.hook.clone()
    }

    fn put(&mut self, item: Item) {
        self.waiting += item.cost();
        if self.waiting > self.limit {
            self.fail(rpc(format!("stream is not read: more than {} bytes wait", self.limit)));
        } else if self.error.is_none() {
            self.queue.push_back(item);
        }
    }

    fn pop(&mut self) {
        let gone = self.queue.pop_front();
        self.waiting -= gone.map_or(0, |item| item.cost());
    }

    /// The first error counts; what has not been read is lost, as in the original.
    fn fail(&mut self, error: Error) {
        self.queue.clear();
        self.waiting = 0;
        self.error.get_or_insert(error);
    }

    fn is_readable(&self) -> bool {
        !self.queue.is_empty() || self.end_of_data || self.finished || self.error.is_some()
    }

    /// Gives bytes, if there are any.
    fn read(&mut self, into: &mut [u8], stop_at_hole: bool) -> Option<Result<Taken>> {
        if let Some(error) = &self.error {
            return Some(Err(error.clone()));
        }
        let Some(first) = self.queue.front_mut() else {
            return (self.end_of_data || self.finished).then_some(Ok(Taken::Bytes(0)));
        };
        let (count, used_up) = match first {
            Item::Data(packet, start) => {
                let data = &packet.payload()[*start..];
                let count = data.len().min(into.len());
                into[..count].copy_from_slice(&data[..count]);
                *start += count;
                (count, count == data.len())
            }
            Item::Hole(_) if stop_at_hole => return Some(Ok(Taken::Hole)),
            Item::Hole(length) => {
                let count = into.len().min(usize::try_from(*length).unwrap_or(usize::MAX));
                into[..count].fill(0);
                *length -= count as u64;
                (count, *length == 0)
            }
        };
        if used_up {
            self.pop();
        }
        Some(Ok(Taken::Bytes(count)))
    }
}

/// A stream that a call has begun. Dropped, it is forgotten here; [`abort`](ClientStream::abort) tells the other side.
pub struct ClientStream {
    client: Arc<Client>,
    header: Header,
    signal: Arc<Condvar>,
}

impl ClientStream {
    pub(super) fn new(client: Arc<Client>, header: Header, signal: Arc<Condvar>) -> Self {
        Self { client, header, signal }
    }

    /// Reads bytes, of a hole zeros unless reading is to stop there. Waits for them if `wait`.
    pub fn receive(&self, into: &mut [u8], wait: bool, stop_at_hole: bool) -> Result<Taken> {
        let found = self.await_or(wait, |stream, _| stream.read(into, stop_at_hole))?;
        Ok(found.unwrap_or(Taken::WouldBlock))
    }

    /// Goes past a hole, where reading has stopped, and returns its length; 0 if there is none.
    pub fn receive_hole(&self) -> Result<u64> {
        self.client.check_process()?;
        let mut state = lock(self.client.state());
        let stream = state.streams.get_mut(&self.header.serial).ok_or_else(not_open)?;
        let Some(Item::Hole(length)) = stream.queue.front() else { return Ok(0) };
        let length = *length;
        stream.pop();
        self.client.leave(state);
        Ok(length)
    }

    /// Sends bytes and returns how many; `None` if that would have to wait, and it is not to.
    pub fn send(&self, data: &[u8], wait: bool) -> Result<Option<usize>> {
        let data = &data[..data.len().min(MESSAGE_PAYLOAD_MAX)];
        let packet = message::encode_raw(&self.header_of(Type::STREAM, Status::CONTINUE), data)?;
        Ok(self.send_when_room(packet, wait)?.then_some(data.len()))
    }

    /// Sends a hole; `false` as [`send`](ClientStream::send).
    pub fn send_hole(&self, hole: &StreamHole, wait: bool) -> Result<bool> {
        let header = self.header_of(Type::STREAM_HOLE, Status::CONTINUE);
        self.send_when_room(message::encode::<StreamHole>(&header, 0, hole)?, wait)
    }

    /// Ends the transfer and waits until the other side has everything.
    pub fn finish(&self) -> Result<()> {
        self.end(Status::OK)
    }

    /// Ends the transfer early.
    pub fn abort(&self) -> Result<()> {
        self.end(Status::ERROR)
    }

    /// Why the transfer has failed; all that is tried with it fails so.
    pub fn failure(&self) -> Option<Error> {
        let state = lock(self.client.state());
        state.streams.get(&self.header.serial).and_then(|stream| stream.error.clone())
    }

    /// Whether reading would find something: bytes, the end or an error.
    pub fn is_readable(&self) -> bool {
        if self.client.check_process().is_err() {
            return true;
        }
        let state = lock(self.client.state());
        state.streams.get(&self.header.serial).is_none_or(|it| it.is_readable() || state.closed.is_some())
    }

    /// Whether sending would find room, or an error. If not, the hook is called when there is.
    pub fn is_writable(&self) -> bool {
        if self.client.check_process().is_err() {
            return true;
        }
        let mut state = lock(self.client.state());
        let full = state.closed.is_none() && !state.outbox.is_empty();
        let waits = full && state.streams.get(&self.header.serial).is_some_and(|it| it.error.is_none());
        state.room_wanted |= waits;
        !waits
    }

    /// Has `hook` called when something changed.
    pub fn set_hook(&self, hook: Option<Hook>) {
        if self.client.check_process().is_err() {
            return;
        }
        let mut state = lock(self.client.state());
        let place = state.streams.get_mut(&self.header.serial).map(|stream| &mut stream.hook);
        let before = place.map(|place| std::mem::replace(place, hook));
        drop(state);
        drop(before); // with what it holds, outside the lock
    }

    fn header_of(&self, r#type: Type, status: Status) -> Header {
        Header { r#type, status, ..self.header.clone() }
    }

    /// What `ready` finds, waited for or not.
    fn await_or<T>(
        &self,
        wait: bool,
        mut ready: impl FnMut(&mut StreamState, bool) -> Option<Result<T>>,
    ) -> Result<Option<T>> {
        self.client.check_process()?;
        let mut state = lock(self.client.state());
        let mut look = |state: &mut super::client::State| {
            let room = state.outbox.is_empty();
            match state.streams.get_mut(&self.header.serial) {
                Some(stream) => ready(stream, room),
                None => Some(Err(not_open())),
            }
        };
        if wait {
            state.check_may_wait()?;
            return self.client.wait_for(state, &self.signal, look).map(Some);
        }
        let found = look(&mut state).transpose()?;
        if found.is_none() {
            state.check_open()?;
        }
        self.client.leave(state);
        Ok(found)
    }

    fn forget(&self) {
        let mut state = lock(self.client.state());
        let gone = state.streams.remove(&self.header.serial);
        self.client.leave(state); // its data may have held back the event loop
        drop(gone); // with its hook, outside the lock
    }

    fn send_when_room(&self, packet: Vec<u8>, wait: bool) -> Result<bool> {
        // Room may be gone again when the lock is taken anew; then there are two packets in the queue, or three.
        let room = self.await_or(wait, |stream, room| match &stream.error {
            Some(error) => Some(Err(error.clone())),
            None => room.then_some(Ok(())),
        })?;
        if room.is_some() {
            self.push(packet)?;
        }
        Ok(room.is_some())
    }

    fn push(&self, packet: Vec<u8>) -> Result<()> {
        let mut state = lock(self.client.state());
        state.check_open()?;
        state.outbox.push(packet, VecDeque::new());
        state.flush(self.client.transport());
        self.client.leave(state);
        Ok(())
    }

    fn end(&self, status: Status) -> Result<()> {
        self.client.check_process()?;
        // The other side has ended it already.
        if let Some(error) = self.failure() {
            return Err(error);
        }
        self.push(message::encode_raw(&self.header_of(Type::STREAM, status), &[])?)?;
        let ended = self.await_or(true, |stream, _| match &stream.error {
            Some(error) => Some(Err(error.clone())),
            None => stream.finished.then_some(Ok(())),
        });
        if self.failure().is_none() {
            self.forget();
        }
        ended.map(drop)
    }
}

impl Drop for ClientStream {
    fn drop(&mut self) {
        if self.client.check_process().is_ok() {
            self.forget();
        }
    }
}

fn not_open() -> Error {
    internal("stream is not open")
}
