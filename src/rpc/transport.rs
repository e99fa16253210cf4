//! What carries the bytes of a connection: a socket, TLS on a socket, or a program that was started for it.

#![forbid(unsafe_code)]

mod child;
mod socket;
#[cfg(feature = "tls")]
mod tls;

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::eventfd::{EfdFlags, EventFd};

pub use self::child::ChildTransport;
pub use self::socket::{SocketTransport, Stream, TcpTransport, UnixTransport};
#[cfg(feature = "tls")]
pub use self::tls::{HandshakeError, TlsTransport};

/// A connection to a peer, for one reader and one writer at a time. No call but [`wait`](Transport::wait) waits:
/// they fail with `WouldBlock`. Of what a transport has received, `wait` knows: it returns at once as long as
/// [`receive`](Transport::receive) has bytes.
pub trait Transport: Send + Sync {
    /// Takes bytes; 0 at the end. With the bytes a file descriptor may come, whose byte is the last.
    fn receive(&self, into: &mut [u8]) -> io::Result<(usize, Option<OwnedFd>)>;
    /// Gives bytes and returns how many. After `WouldBlock` the same bytes have to come again: it may have begun with
    /// them.
    fn send(&self, bytes: &[u8]) -> io::Result<usize>;
    /// Gives a file descriptor with a byte of its own. Only if [`passes_fds`](Transport::passes_fds).
    fn send_fd(&self, fd: BorrowedFd<'_>) -> io::Result<()>;
    /// Whether file descriptors can come and go.
    fn passes_fds(&self) -> bool;
    /// Waits until there is something to receive, or room to send if `write`, or [`wake`](Transport::wake) was called,
    /// or the time is over. It may return early.
    fn wait(&self, write: bool, timeout: Option<Duration>) -> io::Result<()>;
    /// Has a `wait` return, one that goes on or else the next.
    fn wake(&self);
    /// What an event loop is to watch.
    fn fd(&self) -> BorrowedFd<'_>;
    /// Whether there are bytes to receive that an event loop does not see at [`fd`](Transport::fd).
    fn has_received(&self) -> bool {
        false
    }
    /// What the peer said beside the connection, when that has failed; `None` if it has no way to.
    fn last_words(&self) -> Option<String> {
        None
    }
    /// Ends the connection in both directions.
    fn shutdown(&self);
}

/// A wait on a descriptor that another thread can end.
#[derive(Debug)]
struct Waiting(EventFd);

impl Waiting {
    fn new() -> io::Result<Self> {
        Ok(Self(EventFd::from_value_and_flags(0, EfdFlags::EFD_CLOEXEC | EfdFlags::EFD_NONBLOCK)?))
    }

    fn wait(&self, fd: BorrowedFd<'_>, write: bool, timeout: Option<Duration>) -> io::Result<()> {
        let events = if write { PollFlags::POLLIN | PollFlags::POLLOUT } else { PollFlags::POLLIN };
        let mut fds = [PollFd::new(fd, events), PollFd::new(self.0.as_fd(), PollFlags::POLLIN)];
        // Rounded up: early means another round for nothing.
        let limit = timeout.map_or(PollTimeout::NONE, |time| {
            PollTimeout::try_from(time + Duration::from_nanos(999_999)).unwrap_or(PollTimeout::MAX)
        });
        match poll(&mut fds, limit) {
            Ok(_) | Err(Errno::EINTR) => {}
            Err(errno) => return Err(errno.into()),
        }
        if fds[1].revents().is_some_and(|events| !events.is_empty()) {
            let _ = self.0.read(); // whoever was faster
        }
        Ok(())
    }

    fn wake(&self) {
        if let Err(errno) = self.0.write(1) {
            log::debug!("cannot wake: {errno}"); // it is awake: the counter is full
        }
    }
}
