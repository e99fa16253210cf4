//! Where a monitor is found, and the open connection to it.
//!
//! Opening waits for a socket that is not there yet, without asking for it over and over: the folder says when
//! something is created in it.

#![forbid(unsafe_code)]

use std::fs::{File, OpenOptions};
use std::io::{self, IoSlice};
use std::net::Shutdown;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::fcntl::{FcntlArg, OFlag, fcntl};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::inotify::{AddWatchFlags, InitFlags, Inotify};
use nix::sys::socket::{ControlMessage, MsgFlags, UnixAddr, sendmsg};
use nix::sys::termios::{SetArg, cfmakeraw, tcgetattr, tcsetattr};

use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// A socket that exists but does not listen yet, and a terminal without its other end, tell nobody when that changes.
const UNANNOUNCED: Duration = Duration::from_millis(20);

/// Where the monitor of a QEMU is.
#[derive(Debug)]
pub enum Endpoint {
    /// A Unix socket on which QEMU listens, or will soon.
    Unix(PathBuf),
    /// The terminal that QEMU has made.
    Pty(PathBuf),
    /// A connected socket or an open terminal.
    Fd(OwnedFd),
}

impl From<UnixStream> for Endpoint {
    fn from(stream: UnixStream) -> Self {
        Self::Fd(stream.into())
    }
}

/// An open connection, which never blocks.
#[derive(Debug)]
pub(super) struct Connection {
    stream: Stream,
}

#[derive(Debug)]
enum Stream {
    /// Carries file descriptors as well.
    Socket(UnixStream),
    Terminal(File),
}

impl Endpoint {
    /// Opens the connection; waits until `deadline` for what is not there yet, but no longer than the process behind
    /// `peer` lives.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` if it cannot be opened in time, `VIR_ERR_INTERNAL_ERROR` if it cannot be a monitor.
    pub(super) fn connect(self, deadline: Instant, peer: Option<BorrowedFd<'_>>) -> Result<Connection> {
        let stream = match self {
            Self::Unix(path) => {
                let stream = await_path(&path, deadline, peer, || UnixStream::connect(&path))
                    .map_err(|cause| failed("failed to connect to monitor socket", &path, &cause))?;
                Stream::Socket(stream)
            }
            Self::Pty(path) => {
                let open = || {
                    let flags = libc::O_NOCTTY | libc::O_NONBLOCK;
                    OpenOptions::new().read(true).write(true).custom_flags(flags).open(&path)
                };
                let file = await_path(&path, deadline, peer, open)
                    .map_err(|cause| failed("Unable to open monitor path", &path, &cause))?;
                Stream::terminal(file).ok_or_else(|| unusable(&path.display().to_string()))?
            }
            Self::Fd(fd) => Stream::from_fd(fd)?,
        };
        let connection = Connection { stream };
        connection.set_nonblocking().map_err(|errno| {
            Error::system(
                ErrorDomain::VIR_FROM_QEMU,
                "Unable to set up the monitor connection",
                &errno.into(),
            )
        })?;
        Ok(connection)
    }
}

impl Stream {
    fn from_fd(fd: OwnedFd) -> Result<Self> {
        let number = fd.as_raw_fd();
        let file = File::from(fd);
        let kind = file.metadata().map(|metadata| metadata.file_type());
        match kind {
            Ok(kind) if kind.is_socket() => Ok(Self::Socket(UnixStream::from(OwnedFd::from(file)))),
            Ok(kind) if kind.is_char_device() => {
                Self::terminal(file).ok_or_else(|| unusable(&format!("fd {number}")))
            }
            _ => Err(unusable(&format!("fd {number}"))),
        }
    }

    /// A terminal that passes bytes on as they are.
    fn terminal(file: File) -> Option<Self> {
        let mut attributes = tcgetattr(&file).ok()?;
        cfmakeraw(&mut attributes);
        tcsetattr(&file, SetArg::TCSANOW, &attributes).ok()?;
        Some(Self::Terminal(file))
    }
}

impl Connection {
    fn set_nonblocking(&self) -> nix::Result<()> {
        let fd = self.as_fd();
        let flags = OFlag::from_bits_retain(fcntl(fd, FcntlArg::F_GETFL)?) | OFlag::O_NONBLOCK;
        fcntl(fd, FcntlArg::F_SETFL(flags)).map(drop)
    }

    /// Whether file descriptors can be sent along.
    pub(super) fn carries_fds(&self) -> bool {
        matches!(self.stream, Stream::Socket(_))
    }

    /// Reads what is there.
    pub(super) fn read(&self, room: &mut [u8]) -> io::Result<usize> {
        let outcome = nix::unistd::read(self.as_fd(), room);
        match (outcome, &self.stream) {
            // A terminal says so when its other end is closed.
            (Err(Errno::EIO), Stream::Terminal(_)) => Ok(0),
            (outcome, _) => outcome.map_err(io::Error::from),
        }
    }

    /// Sends a part of `bytes`, and with their first byte all of `fds`.
    pub(super) fn write(&self, bytes: &[u8], fds: &[RawFd]) -> nix::Result<usize> {
        match &self.stream {
            Stream::Socket(socket) => {
                let rights = [ControlMessage::ScmRights(fds)];
                let rights = if fds.is_empty() { &[][..] } else { &rights[..] };
                // A peer that hung up must not raise SIGPIPE in somebody else's program.
                let flags = MsgFlags::MSG_NOSIGNAL;
                sendmsg::<UnixAddr>(socket.as_raw_fd(), &[IoSlice::new(bytes)], rights, flags, None)
            }
            Stream::Terminal(file) => nix::unistd::write(file, bytes),
        }
    }

    /// Hangs up, although the descriptor stays open until nobody holds it.
    pub(super) fn hang_up(&self) {
        if let Stream::Socket(socket) = &self.stream {
            // Fails if QEMU hung up first, which comes to the same.
            let _ = socket.shutdown(Shutdown::Both);
        }
    }
}

impl AsFd for Connection {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match &self.stream {
            Stream::Socket(socket) => socket.as_fd(),
            Stream::Terminal(file) => file.as_fd(),
        }
    }
}

/// Tries `open` until it works, fails for good, or `deadline` has come.
fn await_path<T>(
    path: &Path,
    deadline: Instant,
    peer: Option<BorrowedFd<'_>>,
    open: impl Fn() -> io::Result<T>,
) -> io::Result<T> {
    // Watched before the first try, so that nothing is missed in between; a folder that cannot be watched is asked.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut watch = None;
    loop {
        let error = match open() {
            Ok(opened) => return Ok(opened),
            Err(error) => error,
        };
        let announced = match error.raw_os_error() {
            Some(libc::ENOENT) => true,
            Some(libc::ECONNREFUSED | libc::EAGAIN | libc::EIO) => false,
            _ => return Err(error),
        };
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() || peer.is_some_and(|peer| is_readable(&[peer], Duration::ZERO)) {
            return Err(error);
        }
        if watch.is_none() {
            let flags = AddWatchFlags::IN_CREATE | AddWatchFlags::IN_MOVED_TO | AddWatchFlags::IN_ATTRIB;
            let inotify = Inotify::init(InitFlags::IN_CLOEXEC | InitFlags::IN_NONBLOCK)?;
            watch = Some(inotify.add_watch(folder, flags).ok().map(|_| inotify));
            continue; // it may have come before it was watched
        }
        let inotify = watch.as_ref().and_then(Option::as_ref);
        let fds: Vec<_> = inotify.map(AsFd::as_fd).into_iter().chain(peer).collect();
        let patience = if announced && inotify.is_some() { left } else { left.min(UNANNOUNCED) };
        is_readable(&fds, patience);
        if let Some(inotify) = inotify {
            let _ = inotify.read_events(); // which ones does not matter
        }
    }
}

/// Waits until one of `fds` can be read, or `patience` is over.
fn is_readable(fds: &[BorrowedFd<'_>], patience: Duration) -> bool {
    let mut fds: Vec<_> = fds.iter().map(|fd| PollFd::new(*fd, PollFlags::POLLIN)).collect();
    let timeout = PollTimeout::try_from(patience).unwrap_or(PollTimeout::MAX);
    matches!(poll(&mut fds, timeout), Ok(count) if count > 0)
}

fn failed(what: &str, path: &Path, cause: &io::Error) -> Error {
    Error::system(ErrorDomain::VIR_FROM_QEMU, format!("{what} '{}'", path.display()), cause)
}

fn unusable(what: &str) -> Error {
    let text = format!("unable to handle monitor type: {what} is neither a socket nor a terminal");
    Error::new(ErrorCode::VIR_ERR_INTERNAL_ERROR, ErrorDomain::VIR_FROM_QEMU, text)
}
