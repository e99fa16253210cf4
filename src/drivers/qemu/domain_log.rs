//! A domain's own log file: the command line of every run, and what QEMU printed.

#![forbid(unsafe_code)]

use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::inotify::{AddWatchFlags, InitFlags, Inotify};

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::process::Process;

/// Longest part of QEMU's last words that goes into an error.
const TAIL: u64 = 1024;

/// Opens a log for adding to it; only the owner can read it.
///
/// # Errors
/// What the system said.
pub fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).mode(0o600).open(path)
}

/// Adds `text` to a log.
///
/// # Errors
/// What the system said.
pub fn append(path: &Path, text: &str) -> io::Result<()> {
    open(path)?.write_all(text.as_bytes())
}

/// A command line as it could be typed into a shell, a variable or an option with its value on each line.
pub fn command_line(env: &[(OsString, OsString)], argv: &[OsString]) -> String {
    let mut text = String::new();
    for (name, value) in env {
        let _ = writeln!(text, "{}={} \\", name.to_string_lossy(), quoted(value));
    }
    let mut words = argv.iter().peekable();
    while let Some(word) = words.next() {
        text.push_str(&quoted(word));
        let more = words.peek().map(|next| next.as_encoded_bytes().starts_with(b"-"));
        text.push_str(match more {
            None => "\n",
            Some(true) => " \\\n",
            Some(false) => " ",
        });
    }
    text
}

/// A word that a shell takes as it is.
fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=,:+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.into_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// The end of what was added to a log after its first `from` bytes.
pub fn tail(path: &Path, from: u64) -> String {
    let read = || -> io::Result<Vec<u8>> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(from.max(length.saturating_sub(TAIL))))?;
        let mut bytes = Vec::new();
        file.take(TAIL).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end().to_owned()
}

/// The terminal of the monitor that an old emulator names in the log at `path`, after its first `from` bytes; waits
/// for it until `patience` or `process` is over.
///
/// # Errors
/// `VIR_ERR_OPERATION_TIMEOUT`, `VIR_ERR_INTERNAL_ERROR` if the process ends, `VIR_ERR_SYSTEM_ERROR` for the log.
pub fn await_terminal(path: &Path, from: u64, process: &Process, patience: Duration) -> Result<PathBuf> {
    let failed = |cause: io::Error| {
        let what = format!("cannot watch the log '{}'", path.display());
        Error::system(ErrorDomain::VIR_FROM_QEMU, what, &cause)
    };
    let deadline = Instant::now() + patience;
    let watch = || -> io::Result<(Inotify, OwnedFd)> {
        let inotify = Inotify::init(InitFlags::IN_CLOEXEC | InitFlags::IN_NONBLOCK)?;
        inotify.add_watch(path, AddWatchFlags::IN_MODIFY)?;
        Ok((inotify, process.watch_fd()?))
    };
    // Watched before it is read, so that nothing is missed in between.
    let (inotify, end) = watch().map_err(failed)?;
    loop {
        let ended = process.has_ended();
        let mut file = File::open(path).map_err(failed)?;
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(from)).and_then(|_| file.read_to_end(&mut bytes)).map_err(failed)?;
        if let Some(terminal) = monitor_terminal(&String::from_utf8_lossy(&bytes)) {
            return Ok(terminal.into());
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if ended {
            return Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, "QEMU has ended"));
        }
        if left.is_zero() {
            let text =
                format!("QEMU has not named its monitor's terminal for {:.1} s", patience.as_secs_f64());
            let code = ErrorCode::VIR_ERR_OPERATION_TIMEOUT;
            return Err(Error::new(code, ErrorDomain::VIR_FROM_QEMU, text));
        }
        let mut fds = [inotify.as_fd(), end.as_fd()].map(|fd| PollFd::new(fd, PollFlags::POLLIN));
        // Being interrupted only means to look again.
        let _ = poll(&mut fds, PollTimeout::try_from(left).unwrap_or(PollTimeout::MAX));
        let _ = inotify.read_events();
    }
}

/// The terminal of the monitor in what an emulator printed so far. The monitor's is the first that an emulator opens;
/// later versions name the device behind the path as well.
fn monitor_terminal(printed: &str) -> Option<&str> {
    let whole_lines = &printed[..printed.rfind('\n')?];
    whole_lines.lines().find_map(|line| {
        let mut words = line.split_once("char device redirected to ")?.1.split_whitespace();
        let path = words.next()?;
        let label = words.nth(1).map(|label| label.trim_end_matches(')'));
        label.is_none_or(|label| label.contains("monitor")).then_some(path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::util::process::{Launch, Signal};

    #[test]
    fn a_command_line_can_be_typed() {
        let env = [("LC_ALL".into(), "C".into())];
        let argv = ["/bin/qemu", "-name", "it's {x}", "-S", "-m", "32"].map(OsString::from);
        let text = "LC_ALL=C \\\n/bin/qemu \\\n-name 'it'\\''s {x}' \\\n-S \\\n-m 32\n";
        assert_eq!(command_line(&env, &argv), text);
    }

    #[test]
    fn last_words_are_those_of_the_run() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.log");
        append(&path, "earlier\n").unwrap();
        append(&path, "later\nlast\n").unwrap();
        assert_eq!(tail(&path, 8), "later\nlast");
        append(&path, &"x".repeat(3000)).unwrap();
        assert_eq!(tail(&path, 8).len(), 1024);
        assert_eq!(tail(Path::new("/nonexistent"), 0), "");
    }

    /// CHR-3
    #[test]
    fn the_monitor_s_terminal_is_found() {
        let first = "char device redirected to /dev/pts/3\nchar device redirected to /dev/pts/4\n";
        assert_eq!(monitor_terminal(first), Some("/dev/pts/3"));
        let labelled = "warning: x\nchar device redirected to /dev/pts/5 (label charserial0)\n\
                        char device redirected to /dev/pts/6 (label monitor)\n";
        assert_eq!(monitor_terminal(labelled), Some("/dev/pts/6"));
        for incomplete in ["", "char device redirected to /dev/pts/1", "char device redirected to \n", "x\n"]
        {
            assert_eq!(monitor_terminal(incomplete), None, "{incomplete:?}");
        }
    }

    /// The name comes late, in pieces, or not at all.
    #[test]
    fn the_monitor_s_terminal_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.log");
        append(&path, "char device redirected to /dev/pts/1\n").unwrap();
        let from = path.metadata().unwrap().len();
        let run = |script: &str| {
            let log = open(&path).unwrap();
            let argv = ["/bin/sh", "-c", script].map(OsString::from);
            let launch = Launch { argv: &argv, env: &[], output: log.as_fd(), fds: &[], umask: 0o077 };
            Process::spawn(&launch).unwrap()
        };
        let long = Duration::from_secs(20);
        let process = run("printf 'char device redirected to /dev'; printf '/pts/7\\n'; exec sleep 60");
        assert_eq!(await_terminal(&path, from, &process, long).unwrap(), Path::new("/dev/pts/7"));
        process.signal(Signal::KILL).unwrap();

        let from = path.metadata().unwrap().len();
        let silent = run("exec sleep 60");
        let error = await_terminal(&path, from, &silent, Duration::from_millis(1)).unwrap_err();
        assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_TIMEOUT);
        silent.signal(Signal::KILL).unwrap();
        let error = await_terminal(&path, from, &run("exit 1"), long).unwrap_err();
        assert_eq!(error.message(), "internal error: QEMU has ended");
    }
}
