//! What a monitor and QEMU say to each other, byte for byte: to the log, and timed to a file for a bug report.
//!
//! Files are switched on by an environment variable that names a folder. `replay.rs` reads them.

#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::env;
use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use super::Protocol;

/// Names the folder for recordings; unset or empty, nothing is recorded.
pub const RECORD_VARIABLE: &str = "OXVIRT_MONITOR_RECORD";

/// First words of a recording; the number changes with the format.
pub(super) const TITLE: &str = "# oxvirt monitor recording 1";

/// Which way bytes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    FromQemu,
    ToQemu,
}

impl Direction {
    /// The letter in a recording: server and client.
    pub(super) fn letter(self) -> char {
        match self {
            Self::FromQemu => 'S',
            Self::ToQemu => 'C',
        }
    }
}

/// Listens to one connection.
pub(super) struct Tap {
    name: String,
    recorder: Option<Recorder>,
}

impl Tap {
    /// For the monitor called `name`.
    pub(super) fn new(name: &str, protocol: Protocol) -> Self {
        Self { name: name.to_owned(), recorder: Recorder::start(name, protocol) }
    }

    /// For a wire that nobody wants to know of.
    pub(super) fn silent() -> Self {
        Self { name: String::new(), recorder: None }
    }

    /// Notes what is not said on the wire.
    pub(super) fn remark(&mut self, text: &str) {
        if let Some(recorder) = &mut self.recorder {
            recorder.line(&format!("# {}\n", text.escape_debug()));
        }
    }

    /// Notes bytes that went over the wire in one piece, if anybody wants to know.
    pub(super) fn note<'a>(&mut self, direction: Direction, bytes: impl FnOnce() -> Cow<'a, [u8]>) {
        let logged = log::log_enabled!(log::Level::Debug);
        if !logged && self.recorder.is_none() {
            return;
        }
        let bytes = bytes();
        if logged {
            log::debug!(
                "monitor of '{}' {} {}",
                self.name,
                direction.letter(),
                String::from_utf8_lossy(&bytes).trim_end()
            );
        }
        if let Some(recorder) = &mut self.recorder {
            recorder.note(direction, &bytes);
        }
    }
}

/// One recording that is being written.
struct Recorder {
    file: File,
    start: Instant,
}

impl Recorder {
    /// A recording of the monitor called `name`, if recordings are wanted and possible.
    fn start(name: &str, protocol: Protocol) -> Option<Self> {
        let folder = env::var_os(RECORD_VARIABLE).filter(|folder| !folder.is_empty())?;
        let started = Self::create(Path::new(&folder), name, protocol);
        if let Err(error) = &started {
            log::error!("monitor of '{name}': no recording in '{}': {error}", folder.display());
        }
        started.ok()
    }

    fn create(folder: &Path, name: &str, protocol: Protocol) -> std::io::Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let plain: String = name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' })
            .collect();
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{plain}-{}-{count}.monitor", process::id()));
        // What guests say to their hosts is nobody else's business.
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        writeln!(file, "{TITLE}\n# protocol {protocol}\n# monitor {}", name.escape_debug())?;
        Ok(Self { file, start: Instant::now() })
    }

    fn note(&mut self, direction: Direction, bytes: &[u8]) {
        let mut line = format!("{:.6} {} ", self.start.elapsed().as_secs_f64(), direction.letter());
        escape(bytes, &mut line);
        line.push('\n');
        self.line(&line);
    }

    fn line(&mut self, line: &str) {
        if let Err(error) = self.file.write_all(line.as_bytes()) {
            log::debug!("a monitor's recording is incomplete: {error}");
        }
    }
}

/// Writes bytes as text on one line.
pub(super) fn escape(bytes: &[u8], out: &mut String) {
    for byte in bytes {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\r' => out.push_str("\\r"),
            b'\n' => out.push_str("\\n"),
            b'\t' => out.push_str("\\t"),
            0x20..=0x7e => out.push(char::from(*byte)),
            _ => {
                let _ = write!(out, "\\x{byte:02x}"); // a String takes everything
            }
        }
    }
}

/// Reads what [`escape`] has written; `None` if it is something else.
pub(super) fn unescape(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        bytes.push(match rest.next()? {
            b'\\' => b'\\',
            b'r' => b'\r',
            b'n' => b'\n',
            b't' => b'\t',
            b'x' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            _ => return None,
        });
    }
    Some(bytes)
}
