//! Where log lines go, and their form there.

#![forbid(unsafe_code)]

use std::ffi::CString;
use std::fs::{File, OpenOptions};
use std::io::{IoSlice, Seek as _, Write as _};
use std::os::fd::AsRawFd as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::os::unix::net::UnixDatagram;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{io, panic};

use log::kv::Key;
use log::{Level, LevelFilter, Record};
use nix::errno::Errno;
use nix::fcntl::{FcntlArg, SealFlag, fcntl};
use nix::sys::memfd::{MFdFlags, memfd_create};
use nix::sys::socket::{ControlMessage, MsgFlags, UnixAddr, sendmsg};

use crate::error::{Error, ErrorDomain, Result};
use crate::util::lock;
use crate::util::sys::{self, Utc, hostname, utc};

/// Where the journal listens (systemd's documentation of its native protocol).
const JOURNAL: &str = "/run/systemd/journal/socket";
/// The facility of log messages: LOG_DAEMON of syslog.
const FACILITY: u8 = 3;

/// A place for log lines and the lowest level that it takes.
#[derive(Debug)]
pub struct Output {
    /// The lowest level.
    pub level: LevelFilter,
    /// Where the lines go.
    pub place: Place,
    introduced: AtomicBool,
}

/// Where log lines go.
#[derive(Debug)]
pub enum Place {
    /// The process's standard error.
    Stderr,
    /// A file, appended to.
    File { path: PathBuf, file: Mutex<File> },
    /// The C library's `syslog`; the name is what it is opened with.
    Syslog { name: String },
    /// The journal of systemd. Where none listens lines are lost, as in the original.
    Journald { socket: UnixDatagram },
}

impl Place {
    /// Opens or creates a file, for its owner only.
    pub fn file(path: PathBuf) -> Result<Self> {
        let file = OpenOptions::new().append(true).create(true).mode(0o600).open(&path).map_err(|cause| {
            Error::system(ErrorDomain::VIR_FROM_NONE, format!("failed to open {}", path.display()), &cause)
        })?;
        Ok(Self::File { path, file: Mutex::new(file) })
    }

    /// Opens syslog for the program `name`, for the whole process.
    pub fn syslog(name: &str) -> Result<Self> {
        let ident = CString::new(name)
            .map_err(|_| Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, "name for syslog with a NUL"))?;
        sys::open_syslog(ident, FACILITY);
        Ok(Self::Syslog { name: name.to_owned() })
    }

    /// A way to the journal.
    pub fn journald() -> Result<Self> {
        let socket = UnixDatagram::unbound().map_err(|cause| {
            Error::system(ErrorDomain::VIR_FROM_NONE, "failed to open a socket for the journal", &cause)
        })?;
        Ok(Self::Journald { socket })
    }

    /// Whether lines to both come out at the same place.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Stderr, Self::Stderr) | (Self::Journald { .. }, Self::Journald { .. }) => true,
            (Self::File { path: one, .. }, Self::File { path: two, .. }) => one == two,
            (Self::Syslog { name: one }, Self::Syslog { name: two }) => one == two,
            _ => false,
        }
    }
}

impl Output {
    /// An output that has not said yet who is speaking.
    pub fn new(level: LevelFilter, place: Place) -> Self {
        Self { level, place, introduced: AtomicBool::new(false) }
    }

    /// Writes `line`. Before the first one it says who is speaking, and where.
    pub fn write(&self, line: &Line<'_>) {
        if !self.introduced.swap(true, Ordering::Relaxed) {
            let package = env!("CARGO_PKG_VERSION");
            self.write_line(
                &line.introduction(format!("libvirt version: 12.8.0, package: oxvirt {package}")),
            );
            self.write_line(&line.introduction(format!("hostname: {}", hostname())));
        }
        self.write_line(line);
    }

    fn write_line(&self, line: &Line<'_>) {
        // A log has nowhere to report its own failure to.
        let _ = match &self.place {
            Place::Stderr => io::stderr().write_all(line.stamped().as_bytes()),
            Place::File { file, .. } => lock(file).write_all(line.stamped().as_bytes()),
            Place::Syslog { .. } => {
                sys::syslog(line.priority(), &line.plain());
                Ok(())
            }
            Place::Journald { socket } => send_to_journal(socket, &line.fields()).map_err(Into::into),
        };
    }
}

/// A message on its way to the outputs.
#[derive(Debug)]
pub struct Line<'a> {
    level: Level,
    time: SystemTime,
    source: &'a str,
    /// The public function, or the module; none for what the log says by itself.
    function: Option<&'a str>,
    file: &'a str,
    number: u32,
    /// Domain and code of an error.
    error: Option<(i64, i64)>,
    message: String,
}

impl<'a> Line<'a> {
    /// What `record` says, now. `source` is what filters call its origin.
    pub fn new(record: &Record<'a>, source: &'a str) -> Self {
        let number = |key| record.key_values().get(Key::from_str(key)).and_then(|value| value.to_i64());
        Self {
            level: record.level(),
            time: SystemTime::now(),
            source,
            function: Some(record.target()),
            file: record.file().unwrap_or_default(),
            number: record.line().unwrap_or(0),
            error: number("domain").zip(number("code")),
            message: record.args().to_string(),
        }
    }

    /// A line that the log says by itself, at the time of this one.
    #[track_caller]
    fn introduction(&self, message: String) -> Self {
        let place = panic::Location::caller();
        Line {
            level: Level::Info,
            time: self.time,
            source: "util.log",
            function: None,
            file: place.file(),
            number: place.line(),
            error: None,
            message,
        }
    }

    /// Thread, level, place and message.
    fn plain(&self) -> String {
        let level = match self.level {
            Level::Error => "error",
            Level::Warn => "warning",
            Level::Info => "info",
            Level::Debug | Level::Trace => "debug",
        };
        let place =
            self.function.map(|function| format!("{function}:{} : ", self.number)).unwrap_or_default();
        format!("{}: {level} : {place}{}\n", nix::unistd::gettid(), self.message)
    }

    /// As [`Self::plain`], after the time.
    fn stamped(&self) -> String {
        format!("{}: {}", timestamp(self.time), self.plain())
    }

    /// The level as syslog counts.
    fn priority(&self) -> u8 {
        match self.level {
            Level::Error => 3,
            Level::Warn => 4,
            Level::Info => 6,
            Level::Debug | Level::Trace => 7,
        }
    }

    /// The message in the journal's native form.
    fn fields(&self) -> Vec<u8> {
        let mut fields = Vec::new();
        field(&mut fields, "MESSAGE", &self.message);
        field(&mut fields, "PRIORITY", &self.priority().to_string());
        field(&mut fields, "SYSLOG_FACILITY", &FACILITY.to_string());
        field(&mut fields, "LIBVIRT_SOURCE", self.source);
        field(&mut fields, "CODE_FILE", self.file);
        field(&mut fields, "CODE_LINE", &self.number.to_string());
        field(&mut fields, "CODE_FUNC", self.function.unwrap_or_default());
        if let Some((domain, code)) = self.error {
            field(&mut fields, "LIBVIRT_DOMAIN", &domain.to_string());
            field(&mut fields, "LIBVIRT_CODE", &code.to_string());
        }
        fields
    }
}

/// Appends one field. A value with line ends in it has its length before it, as 8 bytes from the lowest.
fn field(fields: &mut Vec<u8>, name: &str, value: &str) {
    fields.extend_from_slice(name.as_bytes());
    if value.contains('\n') {
        fields.push(b'\n');
        fields.extend_from_slice(&(value.len() as u64).to_le_bytes());
    } else {
        fields.push(b'=');
    }
    fields.extend_from_slice(value.as_bytes());
    fields.push(b'\n');
}

/// Sends fields to the journal; what does not fit into a datagram goes in a sealed file in memory.
fn send_to_journal(socket: &UnixDatagram, fields: &[u8]) -> nix::Result<()> {
    let address = UnixAddr::new(JOURNAL)?;
    let send = |content: &[u8], fds: &[i32]| {
        let rights = [ControlMessage::ScmRights(fds)];
        let control = if fds.is_empty() { &[] } else { &rights[..] };
        let flags = MsgFlags::MSG_NOSIGNAL;
        sendmsg(socket.as_raw_fd(), &[IoSlice::new(content)], control, flags, Some(&address)).map(drop)
    };
    match send(fields, &[]) {
        Err(Errno::EMSGSIZE | Errno::ENOBUFS) => {
            let seals = MFdFlags::MFD_CLOEXEC | MFdFlags::MFD_ALLOW_SEALING;
            let mut file = File::from(memfd_create(c"journal-data", seals)?);
            file.write_all(fields).and_then(|()| file.rewind()).map_err(|_| Errno::EIO)?;
            fcntl(&file, FcntlArg::F_ADD_SEALS(SealFlag::all()))?;
            send(&[], &[file.as_raw_fd()])
        }
        outcome => outcome,
    }
}

/// `2026-01-31 23:59:59.123+0000`
fn timestamp(time: SystemTime) -> String {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let Utc { year, month, day, hour, minute, second } = utc(i64::try_from(since.as_secs()).unwrap_or(0));
    let ms = since.subsec_millis();
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}.{ms:03}+0000")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn prints_the_time_in_utc() {
        let time = UNIX_EPOCH + Duration::from_millis(1_700_000_000_042);
        assert_eq!(timestamp(time), "2023-11-14 22:13:20.042+0000");
    }

    #[test]
    fn a_journal_field_of_several_lines_has_its_length() {
        let mut fields = Vec::new();
        field(&mut fields, "A", "b");
        field(&mut fields, "C", "d\ne");
        assert_eq!(fields, b"A=b\nC\n\x03\0\0\0\0\0\0\0d\ne\n");
    }
}
