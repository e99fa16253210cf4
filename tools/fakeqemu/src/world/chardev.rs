//! Character devices as `query-chardev` and `info chardev` list them. Pseudo terminals exist; whoever opens one reads
//! what a script writes to it.

use std::os::fd::OwnedFd;
use std::path::Path;

use serde_json::{Value, json};

use super::{Args, Fault, World, text};
use crate::version::v;

/// A character device.
#[derive(Debug)]
pub struct Chardev {
    pub label: String,
    /// QEMU's text, such as `pty:/dev/pts/3`.
    pub filename: String,
    /// Whether something in the machine uses it.
    pub frontend_open: bool,
    /// Both ends of a pseudo terminal: the second one keeps it alive while nobody else has it open.
    pub pty: Option<(OwnedFd, OwnedFd)>,
}

/// The text for a socket that listens at `path`; `client` says whether someone is connected.
pub fn listening(path: &Path, client: bool, version: crate::version::Version) -> String {
    let server = if version < v(4, 0, 0) { ",server" } else { ",server=on" };
    let state = if client || version < v(0, 15, 0) { "" } else { "disconnected:" };
    format!("{state}unix:{}{server}", path.display())
}

impl World {
    /// `query-chardev`, the last first.
    pub fn query_chardev(&mut self, _: &Args) -> Result<Value, Fault> {
        let all = self.version >= v(2, 1, 0);
        let dev = |dev: &Chardev| {
            let mut value = json!({"label": dev.label, "filename": dev.filename});
            if all {
                value["frontend-open"] = json!(dev.frontend_open);
            }
            value
        };
        Ok(self.chardevs.iter().rev().map(dev).collect())
    }

    /// `info chardev`.
    pub fn info_chardev(&mut self, _: &Args) -> Result<String, Fault> {
        Ok(self.chardevs.iter().map(|dev| format!("{}: filename={}\n", dev.label, dev.filename)).collect())
    }

    /// `chardev-remove`.
    pub fn chardev_remove(&mut self, args: &Args) -> Result<(), Fault> {
        let id = text(args, "id").unwrap_or_default();
        match self.chardevs.iter().position(|dev| dev.label == id) {
            Some(index) => {
                self.chardevs.remove(index);
                Ok(())
            }
            None => Err(Fault::new(format!("Chardev '{id}' not found"))),
        }
    }
}
