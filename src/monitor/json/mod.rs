//! QMP, the JSON monitor of QEMU 0.12 and later: one object a line in both directions.
//!
//! `envelope.rs` takes messages apart, `events.rs` reads what QEMU says by itself, `commands.rs` writes
//! commands and reads their values, `text.rs` handles JSON that stays text.

#![forbid(unsafe_code)]

mod commands;
mod envelope;
mod events;
mod text;

pub use self::text::compact;

use super::protocol::{Command, Event, Greeting, Next, Protocol, Request};
use super::{CharDevice, MonitorCallbacks, RunStatus};
use crate::error::Result;

/// The protocol.
pub(super) struct Json;

impl Protocol for Json {
    fn next<'a>(&self, bytes: &'a [u8], seen: usize) -> Result<Next<'a>> {
        match memchr::memchr(b'\n', &bytes[seen..]) {
            None => Ok(Next::Incomplete),
            Some(place) => {
                let end = seen + place;
                Ok(Next::Message(end + 1, envelope::parse(&bytes[..end])?))
            }
        }
    }

    fn negotiate(&self, greeting: &Greeting) -> Option<Command> {
        Some(commands::negotiation(greeting))
    }

    fn encode(&self, command: &Command, id: u32) -> Vec<u8> {
        commands::encode(command, id)
    }

    fn emit(&self, event: &Event<'_>, callbacks: &dyn MonitorCallbacks) {
        events::emit(event, callbacks);
    }

    fn stop(&self) -> Result<Request<()>> {
        Ok(commands::plain("stop"))
    }

    fn cont(&self) -> Result<Request<()>> {
        // Waits for the images to be opened after a migration or a pause of another process.
        Ok(commands::plain_slow("cont"))
    }

    fn system_reset(&self) -> Result<Request<()>> {
        Ok(commands::plain("system_reset"))
    }

    fn system_powerdown(&self) -> Result<Request<()>> {
        Ok(commands::plain("system_powerdown"))
    }

    fn quit(&self) -> Result<Request<()>> {
        Ok(commands::plain("quit"))
    }

    fn query_status(&self) -> Result<Request<RunStatus>> {
        Ok(commands::query_status())
    }

    fn query_cpus_fast(&self) -> Result<Request<Vec<i32>>> {
        Ok(commands::query_cpus_fast())
    }

    fn query_chardev(&self) -> Result<Request<Vec<CharDevice>>> {
        Ok(commands::query_chardev())
    }

    fn set_vnc_password(&self, password: &str) -> Result<Request<()>> {
        Ok(commands::set_vnc_password(password))
    }

    fn expire_vnc_password(&self, time: &str) -> Result<Request<()>> {
        Ok(commands::expire_vnc_password(time))
    }

    fn human_monitor_command(&self, line: &str) -> Result<Request<String>> {
        Ok(commands::human_monitor_command(line))
    }

    fn command_text(&self, text: &str) -> Result<Request<String>> {
        text::command(text)
    }
}
