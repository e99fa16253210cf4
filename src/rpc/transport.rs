//! What carries the bytes of a connection. So far a Unix socket; TCP, TLS and a pair of pipes have their place here.

#![forbid(unsafe_code)]

use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::eventfd::{EfdFlags, EventFd};
use rustix::net::{self, RecvAncillaryMessage, RecvFlags, ReturnFlags, SendAncillaryMessage, SendFlags};

/// A connection to a peer, for one reader and one writer at a time. No call but [`wait`](Transport::wait) waits:
/// they fail with `WouldBlock`. Of what a transport has received, `wait` knows: it returns at once as long as
/// [`receive`](Transport::receive) has bytes.
pub trait Transport: Send + Sync {
    /// Takes bytes; 0 at the end. With the bytes a file descriptor may come, whose byte is the last.
    fn receive(&self, into: &mut [u8]) -> io::Result<(usize, Option<OwnedFd>)>;
    /// Gives bytes and returns how many.
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
    /// Ends the connection in both directions.
    fn shutdown(&self);
}

/// A Unix socket.
#[derive(Debug)]
pub struct UnixTransport {
    stream: UnixStream,
    wake: EventFd,
}

impl UnixTransport {
    /// Takes a connected socket over.
    pub fn new(stream: UnixStream) -> io::Result<Self> {
        stream.set_nonblocking(true)?;
        let wake = EventFd::from_value_and_flags(0, EfdFlags::EFD_CLOEXEC | EfdFlags::EFD_NONBLOCK)?;
        Ok(Self { stream, wake })
    }
}

impl Transport for UnixTransport {
    fn receive(&self, into: &mut [u8]) -> io::Result<(usize, Option<OwnedFd>)> {
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut control = net::RecvAncillaryBuffer::new(&mut space);
        // The kernel stops after bytes that came with a descriptor.
        let flags = RecvFlags::CMSG_CLOEXEC;
        let got = net::recvmsg(&self.stream, &mut [IoSliceMut::new(into)], &mut control, flags)?;
        let fd = control.drain().find_map(|message| match message {
            RecvAncillaryMessage::ScmRights(mut fds) => fds.next(),
            _ => None,
        });
        // More than one at a time, or no number is left for it.
        if got.flags.contains(ReturnFlags::CTRUNC) {
            return Err(Errno::EMFILE.into());
        }
        Ok((got.bytes, fd))
    }

    fn send(&self, bytes: &[u8]) -> io::Result<usize> {
        Ok(net::send(&self.stream, bytes, SendFlags::NOSIGNAL)?)
    }

    fn send_fd(&self, fd: BorrowedFd<'_>) -> io::Result<()> {
        let fds = [fd];
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut control = net::SendAncillaryBuffer::new(&mut space);
        control.push(SendAncillaryMessage::ScmRights(&fds));
        net::sendmsg(&self.stream, &[IoSlice::new(&[0])], &mut control, SendFlags::NOSIGNAL)?;
        Ok(())
    }

    fn passes_fds(&self) -> bool {
        true
    }

    fn wait(&self, write: bool, timeout: Option<Duration>) -> io::Result<()> {
        let events = if write { PollFlags::POLLIN | PollFlags::POLLOUT } else { PollFlags::POLLIN };
        let mut fds = [PollFd::new(self.fd(), events), PollFd::new(self.wake.as_fd(), PollFlags::POLLIN)];
        // Rounded up: early means another round for nothing.
        let limit = timeout.map_or(PollTimeout::NONE, |time| {
            PollTimeout::try_from(time + Duration::from_nanos(999_999)).unwrap_or(PollTimeout::MAX)
        });
        match poll(&mut fds, limit) {
            Ok(_) | Err(Errno::EINTR) => {}
            Err(errno) => return Err(errno.into()),
        }
        if fds[1].revents().is_some_and(|events| !events.is_empty()) {
            let _ = self.wake.read(); // whoever was faster
        }
        Ok(())
    }

    fn wake(&self) {
        if let Err(errno) = self.wake.write(1) {
            log::debug!("cannot wake: {errno}"); // it is awake: the counter is full
        }
    }

    fn fd(&self) -> BorrowedFd<'_> {
        self.stream.as_fd()
    }

    fn shutdown(&self) {
        let _ = self.stream.shutdown(std::net::Shutdown::Both); // it may be gone already
    }
}
