//! A program's own commands.

#![forbid(unsafe_code)]

use serde::Serialize;

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::monitor::json::{self, qmp, value};
use crate::monitor::protocol::Reply;
use crate::monitor::text;

/// Arguments of `human-monitor-command`.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Line<'a> {
    pub(super) command_line: &'a str,
}

commands! {
    /// Runs a command of QEMU's human monitor; returns what it printed, also if that is an error.
    fn human_monitor_command(line: &str) -> String {
        json: qmp("human-monitor-command").with(&Line { command_line: line }).slow().read(read_printed),
        text: text::own_command(line),
    }
    /// Sends a command in the protocol's own words and returns the whole reply, also one that is an error of QEMU.
    fn command_text(text: &str) -> String {
        json: json::own_command(text),
        text: text::own_command(text),
    }
}

fn read_printed(reply: &Reply<'_>) -> Result<String> {
    if reply.is_unknown() {
        let text = "Human monitor command is not available to run";
        return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, text));
    }
    value(reply)
}
