//! The bytes of one connection: what came in and is not understood yet, what has to go out.
//!
//! Belongs to the I/O thread alone. Knows the socket and the protocol's framing, no commands.

#![forbid(unsafe_code)]

use std::io::{self, Read};
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;

use nix::errno::Errno;
use nix::sys::socket::{MsgFlags, send};

use super::buffer::Buffer;
use super::protocol::{Incoming, Next, Protocol};
use crate::error::{Error, ErrorDomain, Result};

/// How often one wake-up of the I/O thread reads from one socket before the others get their turn.
const READS_PER_TURN: usize = 16;

/// Why a connection ends.
pub(super) struct Lost {
    /// For the commands that wait.
    pub error: Error,
    /// More than a plain hang-up, so that the driver is told.
    pub failed: bool,
}

/// Both directions of a connection.
#[derive(Default)]
pub(super) struct Wire {
    received: Buffer,
    /// How many of the received bytes are known not to end a message.
    seen: usize,
    outgoing: Vec<u8>,
    sent: usize,
    /// The reactor has been asked to report room in the socket.
    pub(super) wants_room: bool,
}

impl Wire {
    /// Reads what is there and hands every complete message to `handle`, which may give bytes to send.
    /// Stops after a while, unless `to_the_end`; the reactor calls again then.
    pub(super) fn receive(
        &mut self,
        mut stream: &UnixStream,
        protocol: &dyn Protocol,
        message_limit: usize,
        to_the_end: bool,
        mut handle: impl FnMut(&[u8], Incoming<'_>) -> Result<Option<Vec<u8>>>,
    ) -> std::result::Result<(), Lost> {
        let mut turns = 0;
        while to_the_end || turns < READS_PER_TURN {
            turns += 1;
            let room = self.received.room();
            let wanted = room.len();
            let count = match stream.read(room) {
                Ok(0) => return Err(Lost::hung_up()),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Lost::broken("read from", &error)),
            };
            self.received.filled(count);
            self.understand(protocol, message_limit, &mut handle)?;
            if count < wanted && !to_the_end {
                return Ok(()); // drained; the kernel reports anything new
            }
        }
        Ok(())
    }

    /// Hands out the complete messages among the received bytes.
    fn understand(
        &mut self,
        protocol: &dyn Protocol,
        message_limit: usize,
        handle: &mut impl FnMut(&[u8], Incoming<'_>) -> Result<Option<Vec<u8>>>,
    ) -> std::result::Result<(), Lost> {
        while let Next::Message(used, message) =
            protocol.next(self.received.bytes(), self.seen).map_err(Lost::garbage)?
        {
            let answer = handle(&self.received.bytes()[..used], message).map_err(Lost::garbage)?;
            self.outgoing.extend(answer.unwrap_or_default());
            self.received.used(used);
            self.seen = 0;
        }
        self.seen = self.received.bytes().len();
        if self.seen > message_limit {
            let text = format!("QEMU monitor message exceeds the limit of {message_limit} bytes");
            return Err(Lost::garbage(Error::internal(ErrorDomain::VIR_FROM_QEMU, text)));
        }
        Ok(())
    }

    /// Receives `bytes` without a socket.
    #[cfg(test)]
    pub(super) fn feed(
        &mut self,
        mut bytes: &[u8],
        protocol: &dyn Protocol,
        message_limit: usize,
        mut handle: impl FnMut(&[u8], Incoming<'_>) -> Result<Option<Vec<u8>>>,
    ) -> std::result::Result<(), Lost> {
        while !bytes.is_empty() {
            let room = self.received.room();
            let count = room.len().min(bytes.len());
            room[..count].copy_from_slice(&bytes[..count]);
            self.received.filled(count);
            self.understand(protocol, message_limit, &mut handle)?;
            bytes = &bytes[count..];
        }
        Ok(())
    }

    /// Sends what is left to send. `Ok(false)`: the socket has no room for the rest.
    pub(super) fn flush(&mut self, stream: &UnixStream) -> std::result::Result<bool, Lost> {
        while self.sent < self.outgoing.len() {
            // A peer that hung up must not raise SIGPIPE in somebody else's program.
            match send(stream.as_raw_fd(), &self.outgoing[self.sent..], MsgFlags::MSG_NOSIGNAL) {
                Ok(count) => self.sent += count,
                Err(Errno::EAGAIN) => return Ok(false),
                Err(Errno::EINTR) => {}
                Err(errno) => return Err(Lost::broken("write to", &errno.into())),
            }
        }
        self.outgoing = Vec::new();
        self.sent = 0;
        Ok(true)
    }

    /// The next bytes to send, after a complete flush.
    pub(super) fn put(&mut self, bytes: Vec<u8>) {
        self.outgoing = bytes;
    }
}

impl Lost {
    fn hung_up() -> Self {
        let error = Error::internal(ErrorDomain::VIR_FROM_QEMU, "End of file from qemu monitor");
        Self { error, failed: false }
    }

    /// As libvirt: a QEMU that is killed before it has read its command shows as a reset connection.
    fn broken(what: &str, source: &io::Error) -> Self {
        let what = format!("Unable to {what} monitor");
        Self { error: Error::system(ErrorDomain::VIR_FROM_QEMU, what, source), failed: true }
    }

    fn garbage(error: Error) -> Self {
        Self { error, failed: true }
    }
}
