//! QMP, the JSON monitor of QEMU 0.12 and later: one object a line in both directions.
//!
//! `envelope.rs` takes messages apart, `events.rs` reads what QEMU says by itself, `command.rs` writes commands and
//! reads their values, `text.rs` handles JSON that stays text.

#![forbid(unsafe_code)]

mod command;
mod envelope;
mod events;
mod text;

pub(super) use self::command::{encode, heartbeat, is_heartbeat, negotiation, qmp, value};
pub(super) use self::events::emit;
pub use self::text::compact;
pub(super) use self::text::{command as own_command, mask};

use super::protocol::{Command, Next, Reader};
use crate::error::Result;

/// Cuts lines.
#[derive(Default)]
pub(super) struct Lines {
    /// How many of the bytes that wait are known not to end a line.
    seen: usize,
}

impl Reader for Lines {
    fn sent(&mut self, _command: &Command) {}

    fn next<'a>(&mut self, bytes: &'a [u8]) -> Result<Next<'a>> {
        match memchr::memchr(b'\n', &bytes[self.seen..]) {
            None => {
                self.seen = bytes.len();
                Ok(Next::Incomplete)
            }
            Some(place) => {
                let end = std::mem::take(&mut self.seen) + place;
                Ok(Next::Message(end + 1, envelope::parse(&bytes[..end])?))
            }
        }
    }
}
