//! Reads a recording of a monitor again, with the reader that a live one has.
//!
//! What comes out is what the driver would have been told, line by line, with the commands and answers between.

#![forbid(unsafe_code)]

use std::sync::Mutex;

use super::narrator::Narrator;
use super::protocol::{Answer, Command, Incoming};
use super::recorder::{self, Direction, Tap};
use super::wire::Wire;
use super::{Deadline, Options, Protocol, json};
use crate::error::{Error, ErrorDomain, Result};
use crate::util::lock;

/// A recording that is being read.
struct Replay {
    protocol: Protocol,
    wire: Wire,
    notes: Notes,
    /// What was sent since the last whole command.
    typed: Vec<u8>,
    /// QEMU has asked, so that what is sent next is the answer.
    asked: bool,
    /// QEMU was not understood; a live monitor would have hung up.
    lost: bool,
}

/// The lines so far, and the time that the next ones get.
#[derive(Default)]
struct Notes {
    time: String,
    lines: Mutex<Vec<String>>,
}

impl Narrator for Notes {
    fn tell(&self, line: String) {
        lock(&self.lines).push(format!("{} {line}", self.time));
    }
}

/// Replays `recording`, the content of a file that the variable [`RECORD_VARIABLE`](super::RECORD_VARIABLE) made: one
/// line for each command (`>`), each answer (`<`), each callback and each remark (`#`), with its time in seconds.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` if it is no recording, with the line's number.
pub fn replay(recording: &str) -> Result<Vec<String>> {
    let mut lines = (1..).zip(recording.lines());
    if lines.next().map(|(_, title)| title) != Some(recorder::TITLE) {
        return Err(broken(1, "it is not the title of a monitor's recording"));
    }
    let protocol = match lines.next().and_then(|(_, line)| line.strip_prefix("# protocol ")) {
        Some("json") => Protocol::Json,
        Some("text") => Protocol::Text,
        _ => return Err(broken(2, "it does not name the protocol")),
    };
    let options = Options { protocol, ..Options::default() };
    let mut replay = Replay {
        protocol,
        wire: Wire::new(&options, Tap::silent()),
        notes: Notes::default(),
        typed: Vec::new(),
        asked: false,
        lost: false,
    };
    for (number, line) in lines {
        if let Some(remark) = line.strip_prefix("# ") {
            replay.notes.tell(format!("# {remark}"));
            continue;
        }
        let mut parts = line.splitn(3, ' ');
        let (time, way) = (parts.next().unwrap_or_default(), parts.next());
        time.clone_into(&mut replay.notes.time);
        let way = [Direction::FromQemu, Direction::ToQemu]
            .into_iter()
            .find(|direction| way.is_some_and(|way| way.chars().eq([direction.letter()])))
            .ok_or_else(|| broken(number, "it says neither S nor C"))?;
        let bytes = parts.next().and_then(recorder::unescape);
        let bytes = bytes.ok_or_else(|| broken(number, "its bytes cannot be read"))?;
        match way {
            Direction::FromQemu => replay.received(&bytes),
            Direction::ToQemu => replay.sent(&bytes),
        }
    }
    Ok(lock(&replay.notes.lines).split_off(0))
}

impl Replay {
    fn sent(&mut self, bytes: &[u8]) {
        let end = if self.protocol == Protocol::Json { b'\n' } else { b'\r' };
        for byte in bytes {
            if *byte != end {
                self.typed.push(*byte);
                continue;
            }
            let line = String::from_utf8_lossy(&std::mem::take(&mut self.typed)).into_owned();
            if std::mem::take(&mut self.asked) {
                self.notes.tell("> (a password)".to_owned());
                continue;
            }
            self.notes.tell(format!("> {line}"));
            self.wire.expect(&Command::new("a command", line, Deadline::None));
        }
    }

    fn received(&mut self, bytes: &[u8]) {
        if self.lost {
            return;
        }
        let Self { wire, notes, asked, .. } = self;
        let outcome = wire.feed(bytes, |message| {
            match message {
                Incoming::Nothing => {}
                Incoming::Greeting(greeting) => {
                    let offer = if greeting.out_of_band { "with" } else { "without" };
                    notes.tell(format!("< greeting, {offer} out-of-band commands"));
                }
                Incoming::Event(event) => json::emit(&event, notes),
                Incoming::Answer(Answer { outcome: Ok(value), .. }) => {
                    notes.tell(format!("< {}", value.trim_end().escape_debug()));
                }
                Incoming::Answer(Answer { outcome: Err(failure), .. }) => {
                    notes.tell(format!("< {}: {}", failure.class, failure.text.trim_end()));
                }
                Incoming::Question(about) => {
                    *asked = true;
                    notes.tell(format!("< asks for a password: {}", about.trim()));
                }
            }
            Ok(None)
        });
        if let Err(lost) = outcome {
            notes.tell(format!("error {}", lost.error));
            self.lost = true;
        }
    }
}

fn broken(line: usize, why: &str) -> Error {
    Error::internal(ErrorDomain::VIR_FROM_QEMU, format!("line {line} of the recording cannot be used: {why}"))
}
