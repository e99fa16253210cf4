//! A domain's own log file: the command line of every run, and what QEMU printed.

#![forbid(unsafe_code)]

use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

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
        let _ = write!(text, "{}={} \\\n", name.to_string_lossy(), quoted(value));
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
