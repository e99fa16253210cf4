//! Commands that QEMU has under other names in other versions, and those that QMP has through the text monitor only.

#![forbid(unsafe_code)]

use crate::error::Result;
use crate::monitor::Monitor;
use crate::monitor::commands::own::Line;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::{Reply, Request, unsupported};
use crate::monitor::text::{Hmp, silent};

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

/// A text command by way of QMP. What it prints decides whether it worked: for QMP everything has.
pub(super) fn human(line: Hmp) -> Result<Request<()>> {
    let line = line.line()?;
    let mut request =
        qmp("human-monitor-command").with(&Line { command_line: &line.text }).read(read_human)?;
    request.command.name = line.name;
    request.command.deadline = line.deadline;
    request.command.secret = line.secret;
    Ok(request)
}

/// The same answer as the text monitor's, but that an unknown command is the end of all ways.
fn read_human(reply: &Reply<'_>) -> Result<()> {
    if reply.is_unknown() {
        return unsupported("human-monitor-command");
    }
    let printed: String = value(reply)?;
    match printed.starts_with("unknown command") {
        true => unsupported(reply.command),
        false => silent(reply, &printed),
    }
}
