//! A program's own commands.

#![forbid(unsafe_code)]

use std::os::fd::OwnedFd;

use serde::Serialize;

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::monitor::json::{self, qmp, value};
use crate::monitor::protocol::Reply;
use crate::monitor::text;
use crate::monitor::{Monitor, secret};

/// Arguments of `human-monitor-command`.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Line<'a> {
    pub(super) command_line: &'a str,
}

commands! {
    /// Runs a command of QEMU's human monitor, with descriptors that go along; returns what it printed, also if that is
    /// an error.
    fn human_monitor_command_with_fds(line: &str, fds: Vec<OwnedFd>) -> String {
        json: {
            let command = qmp("human-monitor-command").with(&Line { command_line: line }).slow();
            let command = if secret::is_likely_in(line) { command.secret() } else { command };
            command.read(read_printed).map(|request| request.with_fds(fds))
        },
        text: text::own_command(line).map(|request| request.with_fds(fds)),
    }
    /// Sends a command in the protocol's own words, with descriptors that go along, and returns the whole reply, also one
    /// that is an error of QEMU.
    fn command_text_with_fds(text: &str, fds: Vec<OwnedFd>) -> String {
        json: json::own_command(text).map(|request| request.with_fds(fds)),
        text: text::own_command(text).map(|request| request.with_fds(fds)),
    }
}

impl Monitor {
    /// [`human_monitor_command_with_fds`](Self::human_monitor_command_with_fds) without any.
    ///
    /// # Errors
    /// Those of every command.
    pub fn human_monitor_command(&self, line: &str) -> Result<String> {
        self.human_monitor_command_with_fds(line, Vec::new())
    }

    /// [`command_text_with_fds`](Self::command_text_with_fds) without any.
    ///
    /// # Errors
    /// Those of every command.
    pub fn command_text(&self, text: &str) -> Result<String> {
        self.command_text_with_fds(text, Vec::new())
    }
}

fn read_printed(reply: &Reply<'_>) -> Result<String> {
    if reply.is_unknown() {
        let text = "Human monitor command is not available to run";
        return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, text));
    }
    value(reply)
}
