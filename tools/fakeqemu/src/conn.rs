//! A client's connection to a monitor: bytes in and out, with the pieces and limits that a script sets.

use std::collections::VecDeque;
use std::io::{self, IoSliceMut, Read, Write};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, OwnedFd};
use std::time::Instant;

use rustix::net::{RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, recvmsg};

use crate::commands::Wire;
use crate::qmp;
use crate::random::Random;
use crate::script::{Action, Direction, Limit, Split};
use crate::text;
use crate::world::Event;

/// Something to be written.
#[derive(Debug)]
enum Out {
    Bytes(VecDeque<u8>),
    Flood { next: u64, count: u64, name: String, data: Option<String> },
}

/// A command whose answer is awaited.
#[derive(Clone, Debug)]
pub enum Asked {
    Qmp(qmp::Request),
    Text(String),
}

/// What a connection is busy with: it takes no other command before.
#[derive(Debug)]
pub struct Busy {
    /// None: until the migration has ended.
    pub until: Option<Instant>,
    pub rest: VecDeque<Action>,
    pub asked: Option<Asked>,
    pub answered: bool,
}

/// The protocol's state.
#[derive(Debug)]
pub enum Session {
    Qmp(qmp::Session),
    Text(text::Session),
}

impl Session {
    /// The state of a client that has just come.
    pub fn new(wire: Wire) -> Self {
        match wire {
            Wire::Qmp => Session::Qmp(qmp::Session::default()),
            Wire::Text => Session::Text(text::Session::default()),
        }
    }
}

/// When the greeting comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    Done,
    At(Instant),
    WithInput,
}

/// A connection.
#[derive(Debug)]
pub struct Conn {
    reader: OwnedFd,
    writer: OwnedFd,
    is_socket: bool,
    pub session: Session,
    pub greeting: Due,
    pub busy: Option<Busy>,
    pub stalled: bool,
    /// Descriptors that came and wait for a command.
    pub fds: VecDeque<OwnedFd>,
    input: VecDeque<u8>,
    output: VecDeque<Out>,
    received: u64,
    written: u64,
    random: Random,
}

/// How reading or writing ended.
#[derive(Debug, PartialEq)]
pub enum Step {
    /// Nothing can be done at present.
    Idle,
    /// Something was, and there may be more.
    Progress,
    /// The other side is gone.
    Gone,
    /// A limit was reached.
    Limit(Action),
}

impl Conn {
    /// A connection on which nothing was said yet.
    pub fn new(
        reader: OwnedFd,
        writer: OwnedFd,
        is_socket: bool,
        wire: Wire,
        split: Split,
    ) -> io::Result<Self> {
        for fd in [&reader, &writer] {
            rustix::io::ioctl_fionbio(fd, true)?;
        }
        let seed = if let Split::Random(seed) = split { seed } else { 1 };
        Ok(Conn {
            reader,
            writer,
            is_socket,
            session: Session::new(wire),
            greeting: Due::Done,
            busy: None,
            stalled: false,
            fds: VecDeque::new(),
            input: VecDeque::new(),
            output: VecDeque::new(),
            received: 0,
            written: 0,
            random: Random::new(seed),
        })
    }

    /// What is read from, for waiting.
    pub fn reader(&self) -> &OwnedFd {
        &self.reader
    }

    /// What is written to, for waiting.
    pub fn writer(&self) -> &OwnedFd {
        &self.writer
    }

    /// Whether something is to be written.
    pub fn has_output(&self) -> bool {
        !self.output.is_empty()
    }

    /// Puts bytes behind what is to be written already.
    pub fn write(&mut self, bytes: &[u8]) {
        match self.output.back_mut() {
            Some(Out::Bytes(last)) => last.extend(bytes),
            _ if bytes.is_empty() => {}
            _ => self.output.push_back(Out::Bytes(bytes.iter().copied().collect())),
        }
    }

    /// Puts `count` events there, which are made when they are written.
    pub fn flood(&mut self, count: u64, name: &str, data: Option<&str>) {
        if count > 0 {
            let (name, data) = (name.to_owned(), data.map(str::to_owned));
            self.output.push_back(Out::Flood { next: 1, count, name, data });
        }
    }

    /// Random bytes.
    pub fn garbage(&mut self, count: usize) {
        let bytes: Vec<u8> = (0..count).map(|_| self.random.next() as u8).collect();
        self.write(&bytes);
    }

    /// Takes a byte that came in.
    pub fn take(&mut self) -> Option<u8> {
        self.input.pop_front()
    }

    /// Whether something has come in that was not taken.
    pub fn has_input(&self) -> bool {
        !self.input.is_empty()
    }

    /// Reads once.
    pub fn read(&mut self, limit: Option<&Limit>) -> Step {
        let mut buffer = [0; 16384];
        let limit = limit.filter(|limit| limit.direction == Direction::Input);
        let room = limit.map_or(u64::MAX, |limit| limit.bytes.saturating_sub(self.received));
        let room = usize::try_from(room).unwrap_or(usize::MAX).min(buffer.len());
        if room == 0 {
            return limit.map_or(Step::Idle, |limit| Step::Limit(limit.action.clone()));
        }
        let result = if self.is_socket {
            self.receive(&mut buffer[..room])
        } else {
            self.read_plain(&mut buffer[..room])
        };
        match result {
            Ok(0) => Step::Gone,
            Ok(count) => {
                self.received += count as u64;
                self.input.extend(&buffer[..count]);
                match limit {
                    Some(limit) if self.received >= limit.bytes => Step::Limit(limit.action.clone()),
                    _ => Step::Progress,
                }
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Step::Idle,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Step::Progress,
            Err(_) => Step::Gone,
        }
    }

    fn read_plain(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(rustix::io::read(&self.reader, buffer)?)
    }

    fn receive(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(16))];
        let mut control = RecvAncillaryBuffer::new(&mut space);
        let flags = RecvFlags::CMSG_CLOEXEC;
        let message = recvmsg(&self.reader, &mut [IoSliceMut::new(buffer)], &mut control, flags)?;
        for part in control.drain() {
            if let RecvAncillaryMessage::ScmRights(fds) = part {
                self.fds.extend(fds);
            }
        }
        Ok(message.bytes)
    }

    /// Writes one piece.
    pub fn flush(&mut self, split: Split, limit: Option<&Limit>) -> Step {
        let limit = limit.filter(|limit| limit.direction == Direction::Output);
        let room = limit.map_or(u64::MAX, |limit| limit.bytes.saturating_sub(self.written));
        if room == 0 {
            return limit.map_or(Step::Idle, |limit| Step::Limit(limit.action.clone()));
        }
        self.make_flood();
        let Some(Out::Bytes(bytes)) = self.output.front_mut() else { return Step::Idle };
        let piece = match split {
            Split::Off => usize::MAX,
            Split::Size(size) => size,
            Split::Random(_) => 1 + (self.random.next() % 16) as usize,
        };
        let (front, _) = bytes.as_slices();
        let piece = piece.min(front.len()).min(usize::try_from(room).unwrap_or(usize::MAX));
        match rustix::io::write(&self.writer, &front[..piece]) {
            Ok(count) => {
                self.written += count as u64;
                bytes.drain(..count);
                if bytes.is_empty() {
                    self.output.pop_front();
                }
                Step::Progress
            }
            Err(rustix::io::Errno::AGAIN) => Step::Idle,
            Err(rustix::io::Errno::INTR) => Step::Progress,
            Err(_) => Step::Gone,
        }
    }

    /// Turns the next events of a flood into bytes.
    fn make_flood(&mut self) {
        let Some(Out::Flood { next, count, name, data }) = self.output.front_mut() else { return };
        let mut bytes = VecDeque::new();
        while *next <= *count && bytes.len() < 65536 {
            bytes.extend(event_line(name, data.as_deref(), *next));
            *next += 1;
        }
        if *next > *count {
            self.output.pop_front();
        }
        self.output.push_front(Out::Bytes(bytes));
    }

    /// Says goodbye to whoever reads: nothing more will come, so that even data that is unread here does not lose what
    /// was written.
    pub fn close(self) {
        if self.is_socket {
            let _ = rustix::net::shutdown(&self.writer, rustix::net::Shutdown::Write);
            let mut rest = [0; 4096];
            while matches!(rustix::io::read(&self.reader, &mut rest), Ok(1..)) {}
        }
    }
}

/// An event line whose data may have `$n` in it.
pub fn event_line(name: &str, data: Option<&str>, n: u64) -> Vec<u8> {
    let data = data.map(|data| serde_json::from_str(&data.replace("$n", &n.to_string())).unwrap_or_default());
    qmp::event(&Event { name: name.to_owned(), data })
}

/// A file of the descriptor, for reading or writing by std.
pub fn write_all(fd: &OwnedFd, bytes: &[u8]) -> io::Result<()> {
    std::fs::File::from(fd.as_fd().try_clone_to_owned()?).write_all(bytes)
}

/// Drops what can be read.
pub fn drain(fd: &OwnedFd) {
    if let Ok(fd) = fd.as_fd().try_clone_to_owned() {
        let _ = std::fs::File::from(fd).read(&mut [0; 4096]);
    }
}
