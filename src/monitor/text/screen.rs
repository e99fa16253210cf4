//! Reads what QEMU prints: finds the echo of the command, what the command prints after it, and the prompt behind that.
//!
//! A prompt before the echo means nothing: the greeting has one, sometimes two or none, and the one of the command
//! before may come late. What is printed while no command waits is passed over.

#![forbid(unsafe_code)]

use std::borrow::Cow;

use zeroize::{Zeroize, Zeroizing};

use super::terminal::Terminal;
use super::{PASSWORD_PROMPT, PROMPT};
use crate::error::Result;
use crate::monitor::protocol::{Answer, Command, Failure, Incoming, Next, Reader};

/// The reader of one text monitor.
#[derive(Default)]
pub(in crate::monitor) struct Screen {
    terminal: Terminal,
    place: Place,
    /// The command whose echo or answer is awaited.
    awaited: Option<Zeroizing<Vec<u8>>>,
    /// What QEMU said when it asked for a password.
    asked: Option<String>,
}

/// Where in the dialogue the next byte belongs.
#[derive(Clone, Copy, Default)]
enum Place {
    /// Before the end of the echo.
    #[default]
    Echo,
    /// In the answer: where its last line starts, and how many bytes are known not to end that.
    Answer { line: usize, seen: usize },
    /// After a password, whose echo goes up to the end of the line.
    Password,
}

/// The start of an answer.
const ANSWER: Place = Place::Answer { line: 0, seen: 0 };

impl Reader for Screen {
    fn sent(&mut self, command: &Command) {
        self.awaited = Some(Zeroizing::new(command.text.as_bytes().to_vec()));
        self.place = Place::Echo;
        self.asked = None;
    }

    fn next<'a>(&mut self, bytes: &'a [u8]) -> Result<Next<'a>> {
        if bytes.is_empty() {
            return Ok(Next::Incomplete);
        }
        Ok(match self.place {
            Place::Echo => Next::Message(self.echo(bytes), Incoming::Nothing),
            Place::Password => Next::Message(self.password_echo(bytes), Incoming::Nothing),
            Place::Answer { line, seen } => self.answer(bytes, line, seen),
        })
    }
}

impl Screen {
    /// Draws up to the end of the awaited command's echo, or all.
    fn echo(&mut self, bytes: &[u8]) -> usize {
        for (index, byte) in bytes.iter().enumerate() {
            if !self.terminal.draw(*byte) {
                continue;
            }
            let found = self.awaited.as_deref().is_some_and(|command| is_echo(self.terminal.line(), command));
            self.terminal.clear();
            if found {
                self.place = ANSWER;
                return index + 1;
            }
        }
        bytes.len()
    }

    /// Passes over the stars that QEMU draws for a password.
    fn password_echo(&mut self, bytes: &[u8]) -> usize {
        match memchr::memchr(b'\n', bytes) {
            Some(end) => {
                self.place = ANSWER;
                end + 1
            }
            None => bytes.len(),
        }
    }

    /// Looks for a prompt at the start of a line, from the line that starts at `line`.
    fn answer<'a>(&mut self, bytes: &'a [u8], mut line: usize, mut seen: usize) -> Next<'a> {
        loop {
            let rest = &bytes[line..];
            if rest.starts_with(PROMPT) {
                self.place = Place::Echo;
                self.awaited = None;
                self.terminal.clear();
                let printed = String::from_utf8_lossy(&bytes[..line]);
                return Next::Message(line + PROMPT.len(), Incoming::Answer(self.judge(printed)));
            }
            if rest.starts_with(PASSWORD_PROMPT) {
                self.place = Place::Password;
                let said = String::from_utf8_lossy(&bytes[..line]);
                self.asked = Some(said.trim().to_owned());
                return Next::Message(line + PASSWORD_PROMPT.len(), Incoming::Question(said));
            }
            match memchr::memchr(b'\n', &bytes[seen..]) {
                Some(end) => {
                    seen += end + 1;
                    line = seen;
                }
                None => {
                    self.place = Place::Answer { line, seen: bytes.len() };
                    return Next::Incomplete;
                }
            }
        }
    }

    /// Whether what was printed is a value or one of the two failures that are the same for every command.
    fn judge<'a>(&mut self, printed: Cow<'a, str>) -> Answer<'a> {
        let failure = |class: &'static str, text| Failure { class: Cow::Borrowed(class), text };
        let asked = self.asked.take();
        let outcome = match asked {
            _ if printed.starts_with("unknown command") => Err(failure("CommandNotFound", printed)),
            Some(asked) if printed.contains("invalid password") => {
                Err(failure("InvalidPassword", Cow::Owned(format!("invalid password for {asked}"))))
            }
            _ => Ok(printed),
        };
        Answer { whole: "", id: None, outcome }
    }
}

/// Whether the line that was drawn is `command`, with whatever prompts before it.
fn is_echo(line: &[u8], command: &[u8]) -> bool {
    let typed = memchr::memmem::rfind(line, PROMPT).map_or(line, |prompt| &line[prompt + PROMPT.len()..]);
    // The command itself may have a prompt in it.
    typed == command || (line.ends_with(command) && line[..line.len() - command.len()].ends_with(PROMPT))
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.asked.zeroize();
    }
}
