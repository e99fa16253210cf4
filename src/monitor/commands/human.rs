//! Commands of the text monitor that QMP has no word for: said through QMP's human-monitor-command.

#![forbid(unsafe_code)]

use std::borrow::Cow;

use serde::Serialize;

use crate::error::Result;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::{Reply, Request};
use crate::monitor::text::{self, Hmp};

/// A line of the text monitor as a command of QMP; `read` gets at what it printed by [`printed`].
pub(super) fn human<T>(line: Hmp, read: fn(&Reply<'_>) -> Result<T>) -> Result<Request<T>> {
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    struct Line<'a> {
        command_line: &'a str,
    }
    let line = line.for_no_editor()?;
    qmp("human-monitor-command").with(&Line { command_line: &line.text }).on_behalf_of(&line).read(read)
}

/// What a command of the text monitor printed, whichever way it was said.
pub(super) fn printed<'a>(reply: &'a Reply<'_>) -> Result<Cow<'a, str>> {
    // Only QMP numbers commands; there the text is a JSON string.
    if reply.serial.is_some() { value(reply).map(Cow::Owned) } else { reply.value().map(Cow::Borrowed) }
}

/// Whether a command worked that prints nothing then.
pub(super) fn silent(reply: &Reply<'_>) -> Result<()> {
    text::silent(reply, &printed(reply)?)
}
