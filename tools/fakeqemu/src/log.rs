//! The log: one line per thing that happened, `KIND TEXT`, in a file that is only appended to. Several processes (the
//! probes of a program and its guests) may share it: each line is one write.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::text::parse::shown;

/// Longer output is cut in the log; input never is.
const CUT: usize = 2000;

/// Where lines go; nowhere by default.
#[derive(Debug, Default)]
pub struct Log {
    file: Option<File>,
}

impl Log {
    /// Lines go to `path` from now on.
    pub fn open(&mut self, path: &Path) -> io::Result<()> {
        self.file = Some(OpenOptions::new().create(true).append(true).open(path)?);
        Ok(())
    }

    /// Adds a line. A log that cannot be written is no reason to stop.
    pub fn line(&mut self, kind: &str, text: &str) {
        self.bytes(kind, text.as_bytes());
    }

    /// [`Log::line`] for what need not be text.
    pub fn bytes(&mut self, kind: &str, text: &[u8]) {
        if let Some(file) = &mut self.file {
            let _ = file.write_all(format!("{kind} {}\n", shown(text)).as_bytes());
        }
    }

    /// What a monitor wrote, without its line end.
    pub fn sent(&mut self, monitor: &str, text: &[u8]) {
        if self.file.is_none() {
            return;
        }
        let text = text.strip_suffix(b"\r\n").unwrap_or(text);
        let cut = &text[..text.len().min(CUT)];
        let end =
            if cut.len() < text.len() { format!(" ({} bytes in all)", text.len()) } else { String::new() };
        self.line("send", &format!("{monitor} {}{end}", shown(cut)));
    }
}
