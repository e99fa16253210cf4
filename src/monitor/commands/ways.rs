//! Commands that QEMU has under other names in other versions, and those that QMP has through the text monitor only.

#![forbid(unsafe_code)]

use std::borrow::Cow;

use crate::error::Result;
use crate::monitor::Monitor;
use crate::monitor::commands::own::Line;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::{Reply, Request, unsupported};
use crate::monitor::text::{self, Hmp};

impl Monitor {
    /// Runs the first of several ways to say a command that this QEMU knows; `None` if it knows none.
    pub(super) fn first_known<T: Send + 'static>(
        &self,
        ways: impl IntoIterator<Item = Result<Request<T>>>,
    ) -> Result<Option<T>> {
        for way in ways {
            if let Some(done) = self.session.call_if_known(way)? {
                return Ok(Some(done));
            }
        }
        Ok(None)
    }
}

/// A line of the text monitor as a command of QMP; `read` gets at what it printed by [`printed`].
pub(super) fn human<T>(line: Hmp, read: fn(&Reply<'_>) -> Result<T>) -> Result<Request<T>> {
    let line = line.line()?;
    qmp("human-monitor-command").with(&Line { command_line: &line.text }).on_behalf_of(&line).read(read)
}

/// What a command of the text monitor printed, whichever way it was said.
///
/// # Errors
/// `VIR_ERR_OPERATION_UNSUPPORTED` if QEMU does not know it, or has no such way.
pub(super) fn printed<'a>(reply: &'a Reply<'_>) -> Result<Cow<'a, str>> {
    if reply.is_unknown() {
        return unsupported(reply.command);
    }
    // Only QMP numbers commands; there the text is a JSON string.
    let printed: Cow<'_, str> =
        if reply.serial.is_some() { value(reply).map(Cow::Owned) } else { reply.value().map(Cow::Borrowed) }?;
    match printed.starts_with("unknown command") {
        true => unsupported(reply.command),
        false => Ok(printed),
    }
}

/// Whether a command worked that prints nothing then.
pub(super) fn silent(reply: &Reply<'_>) -> Result<()> {
    text::silent(reply, &printed(reply)?)
}
