//! Sockets: of this host, with file descriptors, and TCP.

#![forbid(unsafe_code)]

use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::net::{Shutdown, TcpStream};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use nix::errno::Errno;
use rustix::net::{self, RecvAncillaryMessage, RecvFlags, ReturnFlags, SendAncillaryMessage, SendFlags};

use super::{Transport, Waiting};

/// A connected socket.
pub trait Stream: AsFd + Send + Sync {
    /// Whether file descriptors can come and go.
    const PASSES_FDS: bool;
    /// Has no call wait any more.
    fn prepare(&self) -> io::Result<()>;
    /// Ends the connection in both directions.
    fn end(&self) -> io::Result<()>;
}

impl Stream for UnixStream {
    const PASSES_FDS: bool = true;

    fn prepare(&self) -> io::Result<()> {
        self.set_nonblocking(true)
    }

    fn end(&self) -> io::Result<()> {
        self.shutdown(Shutdown::Both)
    }
}

impl Stream for TcpStream {
    const PASSES_FDS: bool = false;

    fn prepare(&self) -> io::Result<()> {
        // A call is one small packet, which must not wait for the answer to the one before.
        self.set_nodelay(true)?;
        self.set_nonblocking(true)
    }

    fn end(&self) -> io::Result<()> {
        self.shutdown(Shutdown::Both)
    }
}

/// A socket.
#[derive(Debug)]
pub struct SocketTransport<S> {
    stream: S,
    waiting: Waiting,
}

/// A socket of this host.
pub type UnixTransport = SocketTransport<UnixStream>;
/// A connection to another host that everybody on the way can read.
pub type TcpTransport = SocketTransport<TcpStream>;

impl<S: Stream> SocketTransport<S> {
    /// Takes a connected socket over.
    pub fn new(stream: S) -> io::Result<Self> {
        stream.prepare()?;
        Ok(Self { stream, waiting: Waiting::new()? })
    }
}

impl<S: Stream> Transport for SocketTransport<S> {
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
        S::PASSES_FDS
    }

    fn wait(&self, write: bool, timeout: Option<Duration>) -> io::Result<()> {
        self.waiting.wait(self.fd(), write, timeout)
    }

    fn wake(&self) {
        self.waiting.wake();
    }

    fn fd(&self) -> BorrowedFd<'_> {
        self.stream.as_fd()
    }

    fn shutdown(&self) {
        let _ = self.stream.end(); // it may be gone already
    }
}
