//! The typed commands in QMP's words: compact, because QEMU reads its monitor byte by byte.

#![forbid(unsafe_code)]

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::monitor::protocol::{Command, Greeting, Reply, Request};
use crate::monitor::{CharDevice, Deadline, RunStatus};

/// The line on the wire. The text of a numbered command is an object, which takes the id as a last member.
pub(super) fn encode(command: &Command, id: u32) -> Vec<u8> {
    let mut line = command.text.clone();
    if command.numbered && line.pop().is_some() {
        line.push_str(",\"id\":");
        line.push_str(&id.to_string());
        line.push('}');
    }
    line.push('\n');
    line.into_bytes()
}

/// The first command of every connection.
pub(super) fn negotiation(greeting: &Greeting) -> Command {
    #[derive(Serialize)]
    struct Enable {
        enable: [&'static str; 1],
    }
    if greeting.out_of_band {
        command("qmp_capabilities", Some(&Enable { enable: ["oob"] }), Deadline::Quick)
    } else {
        plain("qmp_capabilities").command
    }
}

/// A command without arguments and without a value.
pub(super) fn plain(name: &'static str) -> Request<()> {
    Request { command: command(name, None::<&()>, Deadline::Quick), read: nothing }
}

/// The same, where storage may be in the way.
pub(super) fn plain_slow(name: &'static str) -> Request<()> {
    Request { command: command(name, None::<&()>, Deadline::Slow), read: nothing }
}

pub(super) fn query_status() -> Request<RunStatus> {
    #[derive(Deserialize)]
    struct Status {
        running: bool,
        status: String,
    }
    let read = |reply: &Reply<'_>| {
        let Status { running, status } = value(reply)?;
        Ok(RunStatus { running, status })
    };
    Request { command: command("query-status", None::<&()>, Deadline::Quick), read }
}

pub(super) fn query_cpus_fast() -> Request<Vec<i32>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Cpu {
        cpu_index: i64,
        thread_id: i32,
    }
    let read = |reply: &Reply<'_>| {
        let mut cpus: Vec<Cpu> = value(reply)?;
        cpus.sort_by_key(|cpu| cpu.cpu_index);
        Ok(cpus.iter().map(|cpu| cpu.thread_id).collect())
    };
    Request { command: command("query-cpus-fast", None::<&()>, Deadline::Quick), read }
}

pub(super) fn query_chardev() -> Request<Vec<CharDevice>> {
    #[derive(Deserialize)]
    struct Device {
        label: String,
        filename: String,
    }
    let read = |reply: &Reply<'_>| {
        let devices: Vec<Device> = value(reply)?;
        let neutral = |device: Device| CharDevice {
            pty: device.filename.strip_prefix("pty:").map(str::to_owned),
            label: device.label,
        };
        Ok(devices.into_iter().map(neutral).collect())
    };
    Request { command: command("query-chardev", None::<&()>, Deadline::Quick), read }
}

pub(super) fn set_vnc_password(password: &str) -> Request<()> {
    #[derive(Serialize)]
    struct Arguments<'a> {
        protocol: &'a str,
        password: &'a str,
    }
    let arguments = Arguments { protocol: "vnc", password };
    Request { command: command("set_password", Some(&arguments), Deadline::Quick), read: nothing }
}

pub(super) fn expire_vnc_password(time: &str) -> Request<()> {
    #[derive(Serialize)]
    struct Arguments<'a> {
        protocol: &'a str,
        time: &'a str,
    }
    let arguments = Arguments { protocol: "vnc", time };
    Request { command: command("expire_password", Some(&arguments), Deadline::Quick), read: nothing }
}

pub(super) fn human_monitor_command(line: &str) -> Request<String> {
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    struct Arguments<'a> {
        command_line: &'a str,
    }
    let read = |reply: &Reply<'_>| {
        if reply.outcome.as_ref().is_err_and(|failure| failure.class == "CommandNotFound") {
            let text = "Human monitor command is not available to run";
            return Err(Error::new(
                ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED,
                ErrorDomain::VIR_FROM_QEMU,
                text,
            ));
        }
        value(reply)
    };
    let arguments = Arguments { command_line: line };
    Request { command: command("human-monitor-command", Some(&arguments), Deadline::Slow), read }
}

/// `{"execute":"NAME","arguments":{...}}`
fn command(name: &'static str, arguments: Option<&impl Serialize>, deadline: Deadline) -> Command {
    #[derive(Serialize)]
    struct Execute<'a, T> {
        execute: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        arguments: Option<&'a T>,
    }
    let text = serde_json::to_string(&Execute { execute: name, arguments })
        .expect("plain structs with string keys become JSON");
    Command { name: Cow::Borrowed(name), text, numbered: true, deadline }
}

/// Reads the value of a command that has none.
fn nothing(reply: &Reply<'_>) -> Result<()> {
    reply.value().map(|_| ())
}

/// Reads the value of a command.
fn value<'a, T: Deserialize<'a>>(reply: &Reply<'a>) -> Result<T> {
    serde_json::from_str(reply.value()?).map_err(|error| {
        let text = format!("unexpected reply to QEMU command '{}': {error}", reply.command);
        Error::internal(ErrorDomain::VIR_FROM_QEMU, text)
    })
}
