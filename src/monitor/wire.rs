//! The bytes of one connection: what came in and is not understood yet, what has to go out.
//!
//! Belongs to the I/O thread alone. Knows the connection and the protocol's framing, no commands.

#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::collections::VecDeque;
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};

use nix::errno::Errno;
use zeroize::Zeroizing;

use super::buffer::Buffer;
use super::endpoint::Connection;
use super::protocol::{Command, Incoming, Next, Reader};
use super::recorder::{Direction, Tap};
use super::{Options, Protocol};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// How often one wake-up of the I/O thread reads from one socket before the others get their turn.
const READS_PER_TURN: usize = 16;

/// What libvirt says of a QEMU that has closed its monitor.
const HUNG_UP: &str = "End of file from qemu monitor";

/// Whether an open monitor's command failed because the connection is gone, and for no other reason.
pub fn is_loss(error: &Error) -> bool {
    error.code() == ErrorCode::VIR_ERR_SYSTEM_ERROR || error.message().ends_with(HUNG_UP)
}

/// Why a connection ends.
pub(super) struct Lost {
    /// For the commands that wait.
    pub error: Error,
    /// More than a plain hang-up, so that the driver is told.
    pub failed: bool,
}

/// Both directions of a connection.
pub(super) struct Wire {
    protocol: Protocol,
    message_limit: usize,
    reader: Box<dyn Reader>,
    received: Buffer,
    /// The command in flight has a password in it, which comes back as an echo from some.
    secret: bool,
    outgoing: VecDeque<Outgoing>,
    tap: Tap,
    /// The reactor has been asked to report room in the socket.
    pub(super) wants_room: bool,
}

/// Bytes on their way out.
struct Outgoing {
    bytes: Zeroizing<Vec<u8>>,
    sent: usize,
    /// Go along with the first byte.
    fds: Vec<OwnedFd>,
    secret: bool,
}

impl Wire {
    /// The wire of a new connection.
    pub(super) fn new(options: &Options, tap: Tap) -> Self {
        Self {
            protocol: options.protocol,
            message_limit: options.message_limit,
            reader: options.protocol.reader(),
            received: Buffer::default(),
            secret: false,
            outgoing: VecDeque::new(),
            tap,
            wants_room: false,
        }
    }

    /// Reads what is there and hands every complete message to `handle`, which may give bytes to send.
    /// Stops after a while, unless `to_the_end`; the reactor calls again then.
    pub(super) fn receive(
        &mut self,
        connection: &Connection,
        to_the_end: bool,
        mut handle: impl FnMut(Incoming<'_>) -> Result<Option<Urgent>>,
    ) -> std::result::Result<(), Lost> {
        let mut turns = 0;
        while to_the_end || turns < READS_PER_TURN {
            turns += 1;
            let room = self.received.room();
            let wanted = room.len();
            let count = match connection.read(room) {
                Ok(0) => return Err(Lost::hung_up()),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Lost::broken("read from", &error)),
            };
            self.received.filled(count);
            self.understand(count, &mut handle)?;
            if count < wanted && !to_the_end {
                break; // drained; the kernel reports anything new
            }
        }
        self.received.rest();
        Ok(())
    }

    /// Hands out the complete messages among the received bytes, of which the last `fresh` are new.
    fn understand(
        &mut self,
        fresh: usize,
        handle: &mut impl FnMut(Incoming<'_>) -> Result<Option<Urgent>>,
    ) -> std::result::Result<(), Lost> {
        // A text monitor draws what it is told, also a password in a command.
        let masked = self.secret && self.protocol == Protocol::Text;
        self.tap.note(Direction::FromQemu, || {
            let waiting = self.received.bytes();
            let bytes = &waiting[waiting.len() - fresh..];
            if masked { Cow::Owned(self.protocol.mask(bytes)) } else { Cow::Borrowed(bytes) }
        });
        while let Next::Message(used, message) =
            self.reader.next(self.received.bytes()).map_err(Lost::garbage)?
        {
            let answered = matches!(message, Incoming::Answer(_));
            let urgent = handle(message).map_err(Lost::garbage)?;
            if self.secret {
                self.received.wiped(used);
            } else {
                self.received.used(used);
            }
            if let Some(urgent) = urgent {
                self.secret |= urgent.secret;
                self.put(urgent.bytes, Vec::new(), urgent.secret);
            }
            self.secret &= !answered;
        }
        if self.received.bytes().len() > self.message_limit {
            let text = format!("QEMU monitor message exceeds the limit of {} bytes", self.message_limit);
            return Err(Lost::garbage(Error::internal(ErrorDomain::VIR_FROM_QEMU, text)));
        }
        Ok(())
    }

    /// Receives `bytes` without a connection.
    pub(super) fn feed(
        &mut self,
        mut bytes: &[u8],
        mut handle: impl FnMut(Incoming<'_>) -> Result<Option<Urgent>>,
    ) -> std::result::Result<(), Lost> {
        while !bytes.is_empty() {
            let room = self.received.room();
            let count = room.len().min(bytes.len());
            room[..count].copy_from_slice(&bytes[..count]);
            self.received.filled(count);
            self.understand(count, &mut handle)?;
            bytes = &bytes[count..];
        }
        self.received.rest();
        Ok(())
    }

    /// Notes how the connection ended.
    pub(super) fn ended(&mut self, lost: &Lost) {
        self.tap.remark(lost.error.message());
    }

    /// The reader has to know of a command that goes out: what follows is its answer.
    pub(super) fn expect(&mut self, command: &Command) {
        self.secret = command.secret;
        self.reader.sent(command);
    }

    /// Sends what is left to send. `Ok(false)`: the socket has no room for the rest.
    pub(super) fn flush(&mut self, connection: &Connection) -> std::result::Result<bool, Lost> {
        while let Some(first) = self.outgoing.front_mut() {
            let rest = &first.bytes[first.sent..];
            let fds: Vec<_> = first.fds.iter().map(AsRawFd::as_raw_fd).collect();
            match connection.write(rest, &fds) {
                Ok(count) => {
                    let sent = first.sent..first.sent + count;
                    self.tap.note(Direction::ToQemu, || match first.secret {
                        // Masked as a whole, so that cuts hide nothing from the mask.
                        true => Cow::Owned(self.protocol.mask(&first.bytes)[sent].to_vec()),
                        false => Cow::Borrowed(&first.bytes[sent]),
                    });
                    first.sent += count;
                    first.fds.clear();
                    if first.sent == first.bytes.len() {
                        self.outgoing.pop_front();
                    }
                }
                Err(Errno::EAGAIN) => return Ok(false),
                Err(Errno::EINTR) => {}
                Err(errno) => return Err(Lost::broken("write to", &errno.into())),
            }
        }
        Ok(true)
    }

    /// The next bytes to send.
    pub(super) fn put(&mut self, bytes: Zeroizing<Vec<u8>>, fds: Vec<OwnedFd>, secret: bool) {
        self.outgoing.push_back(Outgoing { bytes, sent: 0, fds, secret });
    }
}

/// Bytes that have to go out at once, in the middle of a command.
pub(super) struct Urgent {
    pub bytes: Zeroizing<Vec<u8>>,
    pub secret: bool,
}

impl Drop for Wire {
    fn drop(&mut self) {
        if self.secret {
            let left = self.received.bytes().len();
            self.received.wiped(left);
        }
    }
}

impl Lost {
    fn hung_up() -> Self {
        Self { error: Error::internal(ErrorDomain::VIR_FROM_QEMU, HUNG_UP), failed: false }
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
