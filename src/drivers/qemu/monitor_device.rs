//! The monitor of a run: which language, over what kind of device, and who makes that.
//!
//! The version of the emulator decides, unless the settings do. Today's emulators are handed a listening socket. Those
//! before 0.12 make one themselves, and those before 0.10 a terminal whose name they print.

#![forbid(unsafe_code)]

use std::fs::{self, Permissions};
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

use super::command::MonitorArg;
use super::config::Config;
use super::domain_log;
use super::emulator::Versions;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::monitor::{Endpoint, Options, Protocol};
use crate::util::file;
use crate::util::process::{Launch, Process};

/// The first version that speaks JSON and takes a monitor as a device of its own (0.12.0).
const JSON_SINCE: u64 = 12_000;

/// The first version that makes a socket without waiting for somebody to connect (0.10.0).
const SOCKET_SINCE: u64 = 10_000;

/// Name of the monitor's socket in the private folder of a run, as in the original.
const HANDED_SOCKET: &str = "monitor.sock";

/// The same for a socket that the emulator makes. It leaves it there at its end, other than a handed one.
const OWN_SOCKET: &str = "own-monitor.sock";

/// Where the monitor of a run is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonitorDevice {
    /// Its language.
    pub protocol: Protocol,
    /// What it is.
    pub kind: DeviceKind,
    /// Its place; empty for a terminal that is not known yet.
    pub path: PathBuf,
}

/// What a monitor can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceKind {
    /// A socket.
    Unix,
    /// A terminal.
    Pty,
}

impl DeviceKind {
    const ALL: [Self; 2] = [Self::Unix, Self::Pty];

    /// The word in status files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unix => "unix",
            Self::Pty => "pty",
        }
    }

    /// The kind that a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

impl MonitorDevice {
    /// How to get to it, once it is there.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` if nobody listens.
    pub fn endpoint(&self) -> Result<Endpoint> {
        match self.kind {
            DeviceKind::Pty => Ok(Endpoint::Pty(self.path.clone())),
            DeviceKind::Unix => {
                let stream = file::short_path(&self.path, |path| UnixStream::connect(path));
                stream.map(Endpoint::from).map_err(|cause| {
                    Error::system(ErrorDomain::VIR_FROM_QEMU, "failed to connect to monitor socket", &cause)
                })
            }
        }
    }

    /// Whether the emulator has ended in order, as far as the monitor's device tells: by removing the socket that it
    /// was handed. The other devices do not tell.
    pub fn is_tidied_up(&self) -> bool {
        !self.path.ends_with(HANDED_SOCKET) || !self.path.exists()
    }
}

/// A monitor that is about to be opened.
pub struct NewMonitor {
    /// What is known of it so far.
    pub device: MonitorDevice,
    /// The socket to hand over.
    listener: Option<UnixListener>,
}

impl NewMonitor {
    /// Prepares the monitor of `program`, with its files in `folder`.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` if the socket cannot be made, `VIR_ERR_CONFIG_UNSUPPORTED` for a path that an old
    /// emulator cannot be told.
    pub fn prepare(config: &Config, versions: &Versions, program: &Path, folder: &Path) -> Result<Self> {
        // An emulator that does not tell its version is a new one.
        let version = || versions.of(program).unwrap_or(JSON_SINCE);
        let version = if config.monitor_protocol == Some(Protocol::Json) { JSON_SINCE } else { version() };
        let usual = if version < JSON_SINCE { Protocol::Text } else { Protocol::Json };
        let protocol = config.monitor_protocol.unwrap_or(usual);
        let (kind, path) = if version < SOCKET_SINCE {
            (DeviceKind::Pty, PathBuf::new())
        } else {
            let name = if version < JSON_SINCE { OWN_SOCKET } else { HANDED_SOCKET };
            (DeviceKind::Unix, folder.join(name))
        };
        let listener = path.ends_with(HANDED_SOCKET).then(|| listen(&path)).transpose()?;
        if listener.is_none() && path.as_os_str().as_encoded_bytes().contains(&b',') {
            let text =
                format!("this emulator's monitor cannot have a comma in its path '{}'", path.display());
            return Err(Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, text));
        }
        Ok(Self { device: MonitorDevice { protocol, kind, path }, listener })
    }

    /// What the emulator is told.
    pub fn argument(&self) -> MonitorArg<'_> {
        match (&self.listener, self.device.kind) {
            (Some(_), _) => MonitorArg::Handed { fd: Launch::FIRST_FD, protocol: self.device.protocol },
            (None, DeviceKind::Unix) => MonitorArg::Socket(&self.device.path),
            (None, DeviceKind::Pty) => MonitorArg::Terminal,
        }
    }

    /// What the emulator is handed.
    pub fn fds(&self) -> Vec<BorrowedFd<'_>> {
        self.listener.iter().map(AsFd::as_fd).collect()
    }

    /// Where the monitor is, once the emulator runs; waits for a terminal's name in what the emulator prints to the
    /// log at `log` from `log_start` on.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_TIMEOUT` if it prints none, `VIR_ERR_SYSTEM_ERROR` if nobody listens.
    pub fn find(self, process: &Process, log: &Path, log_start: u64) -> Result<(MonitorDevice, Endpoint)> {
        let Self { mut device, listener } = self;
        // From now on it is the emulator's alone: a connection ends with that.
        let handed = listener.is_some();
        drop(listener);
        if device.kind == DeviceKind::Pty {
            device.path = domain_log::await_terminal(log, log_start, process, Options::default().start_up)?;
        }
        let endpoint = if handed || device.kind == DeviceKind::Pty {
            device.endpoint()?
        } else {
            Endpoint::Unix(device.path.clone()) // which is waited for
        };
        Ok((device, endpoint))
    }
}

/// A listening socket that only the owner can connect to: in a folder of the owner's, and then by its mode.
fn listen(path: &Path) -> Result<UnixListener> {
    let listen = || -> io::Result<UnixListener> {
        let listener = file::short_path(path, |path| UnixListener::bind(path))?;
        fs::set_permissions(path, Permissions::from_mode(0o600))?;
        Ok(listener)
    };
    listen().map_err(|cause| {
        let what = format!("Unable to bind to UNIX socket path '{}'", path.display());
        Error::system(ErrorDomain::VIR_FROM_QEMU, what, &cause)
    })
}
