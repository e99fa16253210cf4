//! Media that come and go, and the trays that they lie in.

#![forbid(unsafe_code)]

use serde::Serialize;

use crate::error::Result;
use crate::monitor::json::qmp;
use crate::monitor::protocol::{Reply, unsupported};
use crate::monitor::text::{hmp, silent};
use crate::monitor::{Monitor, Protocol};

/// Which drive a medium is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Drive<'a> {
    /// The one with a back end of this name, which every QEMU has.
    Device(&'a str),
    /// The front end with this id, which may be without back end; since QEMU 2.8, and not in the text monitor.
    Id(&'a str),
}

/// Whether a medium can be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReadOnlyMode {
    /// As the one before.
    #[default]
    Retain,
    /// No.
    ReadOnly,
    /// Yes.
    ReadWrite,
}

impl ReadOnlyMode {
    fn word(self) -> &'static str {
        match self {
            Self::Retain => "retain",
            Self::ReadOnly => "read-only",
            Self::ReadWrite => "read-write",
        }
    }

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Serialize)]
struct Forced<'a> {
    #[serde(flatten)]
    drive: Drive<'a>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    force: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Insert<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    node_name: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ChangeMedium<'a> {
    #[serde(flatten)]
    drive: Drive<'a>,
    filename: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'a str>,
    #[serde(skip_serializing_if = "ReadOnlyMode::is_default")]
    read_only_mode: ReadOnlyMode,
}

#[derive(Serialize)]
struct Change<'a> {
    device: &'a str,
    target: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    arg: Option<&'a str>,
}

commands! {
    /// Takes the medium out; with `force` also one that the guest holds.
    fn eject(drive: Drive<'_>, force: bool) -> () {
        json: qmp("eject").with(&Forced { drive, force }).slow().nothing(),
        text: match (drive, force) {
            (Drive::Device(device), true) => hmp("eject").word("-f").quoted(device).slow().silent(),
            (Drive::Device(device), false) => hmp("eject").quoted(device).slow().silent(),
            (Drive::Id(_), _) => unsupported("eject"),
        },
    }
    /// Opens a tray; the guest is asked before if it holds the medium, unless `force`.
    fn open_tray(id: &str, force: bool) -> () {
        json: qmp("blockdev-open-tray").with(&Forced { drive: Drive::Id(id), force }).slow().nothing(),
        text: unsupported("blockdev-open-tray"),
    }
    /// Takes the medium out of an open tray.
    fn remove_medium(id: &str) -> () {
        json: qmp("blockdev-remove-medium").with(&Insert { id, node_name: None }).slow().nothing(),
        text: unsupported("blockdev-remove-medium"),
    }
    /// Puts a node into an open tray.
    fn insert_medium(id: &str, node_name: &str) -> () {
        json: qmp("blockdev-insert-medium").with(&Insert { id, node_name: Some(node_name) }).slow().nothing(),
        text: unsupported("blockdev-insert-medium"),
    }
    /// Closes a tray.
    fn close_tray(id: &str) -> () {
        json: qmp("blockdev-close-tray").with(&Insert { id, node_name: None }).slow().nothing(),
        text: unsupported("blockdev-close-tray"),
    }
}

impl Monitor {
    /// Puts another medium into a drive. QEMU guesses its format only if `format` does not say it, or if the text monitor
    /// is too old to be told.
    pub fn change_medium(
        &self,
        drive: Drive<'_>,
        file: &str,
        format: Option<&str>,
        mode: ReadOnlyMode,
    ) -> Result<()> {
        match (self.protocol(), drive) {
            (Protocol::Json, _) => {
                let arguments = ChangeMedium { drive, filename: file, format, read_only_mode: mode };
                let mut ways = vec![qmp("blockdev-change-medium").with(&arguments).slow().nothing()];
                if let (Drive::Device(device), ReadOnlyMode::Retain) = (drive, mode) {
                    let arguments = Change { device, target: file, arg: format };
                    ways.push(qmp("change").with(&arguments).slow().nothing());
                }
                self.first_known(ways)?.map_or_else(|| unsupported("blockdev-change-medium"), Ok)
            }
            (Protocol::Text, Drive::Device(device)) => self.change_by_text(device, file, format, mode),
            (Protocol::Text, Drive::Id(_)) => unsupported("blockdev-change-medium"),
        }
    }

    /// The mode comes after the format, and both came later than the command.
    fn change_by_text(
        &self,
        device: &str,
        file: &str,
        format: Option<&str>,
        mode: ReadOnlyMode,
    ) -> Result<()> {
        let change = || hmp("change").quoted(device).quoted(file).slow();
        let retain = mode == ReadOnlyMode::Retain;
        let understood = match format {
            None => false,
            Some(format) if retain => self.session.call(change().quoted(format).read(read_change))?,
            Some(format) => self.session.call(change().quoted(format).word(mode.word()).read(read_change))?,
        };
        match understood {
            true => Ok(()),
            false if retain => self.session.call(change().silent()),
            false => unsupported("blockdev-change-medium"),
        }
    }
}

/// Whether QEMU takes so many arguments.
fn read_change(reply: &Reply<'_>) -> Result<bool> {
    let printed = reply.value()?;
    match printed.contains("extraneous characters") {
        true => Ok(false),
        false => silent(reply, printed).map(|()| true),
    }
}
