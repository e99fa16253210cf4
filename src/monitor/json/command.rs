//! Commands in QMP's words: compact, because QEMU reads its monitor byte by byte.

#![forbid(unsafe_code)]

use std::os::fd::OwnedFd;

use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use crate::error::Result;
use crate::monitor::Deadline;
use crate::monitor::protocol::{Command, Greeting, Reply, Request};

/// A command that is being put together.
pub(in crate::monitor) struct Qmp(Command);

/// A command without arguments, which QEMU's main loop answers at once.
pub(in crate::monitor) fn qmp(name: &'static str) -> Qmp {
    #[derive(Serialize)]
    struct Execute {
        execute: &'static str,
    }
    Qmp(Command { numbered: true, ..Command::new(name, json(&Execute { execute: name }), Deadline::Quick) })
}

impl Qmp {
    /// The arguments: something that becomes an object.
    pub(in crate::monitor) fn with(mut self, arguments: &impl Serialize) -> Self {
        const MEMBER: &str = ",\"arguments\":";
        // Wiped, as is the text itself: there may be a password in it, and no copy of it must stay behind.
        let arguments = Zeroizing::new(json(arguments));
        let text = &mut self.0.text;
        text.reserve_exact(MEMBER.len() + arguments.len());
        text.pop();
        text.push_str(MEMBER);
        text.push_str(&arguments);
        text.push('}');
        self
    }

    /// A command of another language in this one's clothes: its name for messages, how long it may take, and whether
    /// there is a password in it.
    pub(in crate::monitor) fn on_behalf_of(mut self, other: &Command) -> Self {
        self.0.name.clone_from(&other.name);
        self.0.deadline = other.deadline;
        self.0.secret = other.secret;
        self
    }

    /// Storage or the guest may be in the way.
    pub(in crate::monitor) fn slow(mut self) -> Self {
        self.0.deadline = Deadline::Slow;
        self
    }

    /// A job without bound.
    pub(in crate::monitor) fn unbounded(mut self) -> Self {
        self.0.deadline = Deadline::None;
        self
    }

    /// The arguments hold a password.
    pub(in crate::monitor) fn secret(mut self) -> Self {
        self.0.secret = true;
        self
    }

    /// A descriptor that goes along.
    pub(in crate::monitor) fn fd(mut self, fd: OwnedFd) -> Self {
        self.0.fds.push(fd);
        self
    }

    /// The command has no value.
    pub(in crate::monitor) fn nothing(self) -> Result<Request<()>> {
        self.read(|reply| reply.value().map(drop))
    }

    /// `read` makes something of the value.
    pub(in crate::monitor) fn read<T>(self, read: fn(&Reply<'_>) -> Result<T>) -> Result<Request<T>> {
        Ok(Request { command: self.0, read })
    }
}

/// Reads the value of a command.
pub(in crate::monitor) fn value<T: DeserializeOwned>(reply: &Reply<'_>) -> Result<T> {
    serde_json::from_str(reply.value()?).map_err(|error| reply.unexpected(error))
}

/// The line on the wire. The text of a numbered command is an object, which takes the id as a last member.
pub(in crate::monitor) fn encode(command: &Command, id: u32) -> Zeroizing<Vec<u8>> {
    // Room for the id, so that nothing is copied on the way and left behind.
    let mut line = Zeroizing::new(Vec::with_capacity(command.text.len() + 20));
    line.extend_from_slice(command.text.as_bytes());
    if command.numbered && line.pop().is_some() {
        line.extend_from_slice(b",\"id\":");
        line.extend_from_slice(id.to_string().as_bytes());
        line.push(b'}');
    }
    line.push(b'\n');
    line
}

/// The first command of every connection.
pub(in crate::monitor) fn negotiation(greeting: &Greeting) -> Command {
    #[derive(Serialize)]
    struct Enable {
        enable: [&'static str; 1],
    }
    let command = qmp("qmp_capabilities");
    if greeting.out_of_band { command.with(&Enable { enable: ["oob"] }).0 } else { command.0 }
}

/// Its id, which no command of ours has.
const HEARTBEAT_ID: &str = "\"beat\"";

/// A question that QEMU's monitor thread answers although the main loop is busy. Whatever it answers: it lives.
pub(in crate::monitor) fn heartbeat() -> Vec<u8> {
    format!("{{\"exec-oob\":\"query-yank\",\"id\":{HEARTBEAT_ID}}}\n").into_bytes()
}

/// Whether the reply with this id is the answer.
pub(in crate::monitor) fn is_heartbeat(id: Option<&str>) -> bool {
    id == Some(HEARTBEAT_ID)
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain structs with string keys become JSON")
}
