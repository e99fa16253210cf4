//! Commands in the words of the text monitor, and what they print.
//!
//! A command that works prints nothing, unless it asks for something. Arguments are quoted so that QEMU reads them as
//! they are; what its line editor would take for a key press cannot be said.

#![forbid(unsafe_code)]

use std::fmt::Display;
use std::os::fd::OwnedFd;

use zeroize::Zeroizing;

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::monitor::protocol::{Command, Reply, Request};
use crate::monitor::{Deadline, MonitorCallbacks, Secret, secret};

/// QEMU's line editor drops what is longer.
const LONGEST_LINE: usize = 4095;

/// The line editor takes this byte for the start of a key's sequence, also inside of a character such as "ś".
const ESCAPE_OF_8_BITS: u8 = 0x9b;

/// QEMU cuts what is longer off an argument, and says nothing.
const LONGEST_ARGUMENT: usize = 1023;

/// A command that is being put together.
pub(in crate::monitor) struct Hmp {
    command: Command,
    /// Bytes of its longest argument.
    longest: usize,
}

/// A command without arguments, which is carried out at once. Its first word, or the first two of `info`, name it.
pub(in crate::monitor) fn hmp(words: &'static str) -> Hmp {
    Hmp { command: Command::new(words, words.to_owned(), Deadline::Quick), longest: 0 }
}

impl Hmp {
    /// An argument that is a word or a number for sure.
    pub(in crate::monitor) fn word(mut self, word: impl Display) -> Self {
        self.command.text.push(' ');
        self.command.text.push_str(&word.to_string());
        self
    }

    /// Any text as an argument.
    pub(in crate::monitor) fn quoted(mut self, text: &str) -> Self {
        self.longest = self.longest.max(text.len());
        let out = &mut self.command.text;
        out.push_str(" \"");
        for character in text.chars() {
            match character {
                '\r' => out.push_str("\\r"),
                '\n' => out.push_str("\\n"),
                '\\' | '"' => out.extend(['\\', character]),
                _ => out.push(character),
            }
        }
        out.push('"');
        self
    }

    /// Storage or the guest may be in the way.
    pub(in crate::monitor) fn slow(mut self) -> Self {
        self.command.deadline = Deadline::Slow;
        self
    }

    /// A job without bound.
    pub(in crate::monitor) fn unbounded(mut self) -> Self {
        self.command.deadline = Deadline::None;
        self
    }

    /// There will be a password in the line.
    pub(in crate::monitor) fn secret(mut self) -> Self {
        self.command.secret = true;
        // Room for every line, so that none is moved while it grows and a copy left behind.
        self.command.text.reserve_exact(LONGEST_LINE);
        self
    }

    /// What to say if QEMU asks for a password.
    pub(in crate::monitor) fn password(mut self, password: Secret) -> Self {
        self.command.password = Some(password);
        self
    }

    /// A descriptor that goes along.
    pub(in crate::monitor) fn fd(mut self, fd: OwnedFd) -> Self {
        self.command.fds.push(fd);
        self
    }

    /// What QMP would tell by an event when the command was carried out.
    pub(in crate::monitor) fn announces(mut self, event: fn(&dyn MonitorCallbacks)) -> Self {
        self.command.announces = Some(event);
        self
    }

    /// The end of QEMU is the answer.
    pub(in crate::monitor) fn ends(mut self) -> Self {
        self.command.ends = true;
        self
    }

    /// The command prints nothing if it works.
    pub(in crate::monitor) fn silent(self) -> Result<Request<()>> {
        self.read(|reply| silent(reply, reply.value()?))
    }

    /// `read` makes something of what the command prints.
    pub(in crate::monitor) fn read<T>(self, read: fn(&Reply<'_>) -> Result<T>) -> Result<Request<T>> {
        let command = self.line()?;
        check_line(&command)?;
        Ok(Request { command, read })
    }

    /// The line for another way than the text monitor's own, which has its line editor in between.
    pub(in crate::monitor) fn line(self) -> Result<Command> {
        if self.longest > LONGEST_ARGUMENT {
            let why = format!("an argument is longer than {LONGEST_ARGUMENT} bytes");
            return Err(unspeakable(&self.command, &why));
        }
        Ok(self.command)
    }
}

/// Whether a command worked that prints nothing then.
pub(in crate::monitor) fn silent(reply: &Reply<'_>, printed: &str) -> Result<()> {
    match printed.trim() {
        "" => Ok(()),
        printed => Err(reply.refused(printed.strip_prefix("Error: ").unwrap_or(printed))),
    }
}

/// A program's own line.
pub(in crate::monitor) fn own_command(line: &str) -> Result<Request<String>> {
    let name = line.split_whitespace().next().unwrap_or("an empty line").to_owned();
    let mut command = Command::new(name, line.to_owned(), Deadline::Slow);
    command.secret = secret::is_likely_in(line);
    check_line(&command)?;
    let read = |reply: &Reply<'_>| match &reply.answer.outcome {
        Ok(printed) => Ok(printed.to_string()),
        Err(failure) => Ok(failure.text.to_string()),
    };
    Ok(Request { command, read })
}

/// The disk that QEMU names when it asks for a password: its name, and the file that it is.
pub(in crate::monitor) fn encrypted_disk(said: &str) -> Option<(&str, &str)> {
    let line = said.lines().map(str::trim).rfind(|line| !line.is_empty())?;
    line.strip_suffix(") is encrypted.")?.split_once(" (")
}

/// The bytes on the wire.
pub(in crate::monitor) fn encode(command: &Command) -> Zeroizing<Vec<u8>> {
    let mut line = Zeroizing::new(Vec::with_capacity(command.text.len() + 1));
    line.extend_from_slice(command.text.as_bytes());
    line.push(b'\r');
    line
}

/// `text` as one word of a shell's command line.
pub(in crate::monitor) fn shell_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// Whether QEMU's line editor takes the line as it is.
fn check_line(command: &Command) -> Result<()> {
    let why = if command.text.len() > LONGEST_LINE {
        format!("it is longer than {LONGEST_LINE} bytes")
    } else if command.text.bytes().any(|byte| byte.is_ascii_control() || byte == ESCAPE_OF_8_BITS) {
        "it has a control character".to_owned()
    } else {
        return Ok(());
    };
    Err(unspeakable(command, &why))
}

fn unspeakable(command: &Command, why: &str) -> Error {
    let text = format!("'{}' cannot be said to a text monitor: {why}", command.name);
    Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, text)
}
