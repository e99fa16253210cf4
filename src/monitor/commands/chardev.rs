//! Character devices.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Result;
use crate::monitor::Monitor;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::Reply;
use crate::monitor::text::hmp;

/// One of QEMU's character devices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharDevice {
    /// Its id on QEMU's command line.
    pub label: String,
    /// Path of its pseudo terminal, if it is one.
    pub pty: Option<String>,
}

commands! {
    /// The character devices.
    fn query_chardev() -> Vec<CharDevice> {
        json: qmp("query-chardev").read(read_json),
        text: hmp("info chardev").read(read_text),
    }
}

impl Monitor {
    /// The paths of the pseudo terminals by the labels of their devices.
    ///
    /// # Errors
    /// Those of [`query_chardev`](Self::query_chardev).
    pub fn query_ptys(&self) -> Result<BTreeMap<String, String>> {
        let devices = self.query_chardev()?;
        Ok(devices.into_iter().filter_map(|device| Some((device.label, device.pty?))).collect())
    }
}

impl CharDevice {
    /// `filename` has a mark in front while nobody is at the other end.
    fn new(label: &str, filename: &str) -> Self {
        let filename = filename.strip_prefix("disconnected:").unwrap_or(filename);
        Self { label: label.to_owned(), pty: filename.strip_prefix("pty:").map(str::to_owned) }
    }
}

fn read_json(reply: &Reply<'_>) -> Result<Vec<CharDevice>> {
    #[derive(Deserialize)]
    struct Device {
        label: String,
        filename: String,
    }
    let devices: Vec<Device> = value(reply)?;
    Ok(devices.iter().map(|device| CharDevice::new(&device.label, &device.filename)).collect())
}

/// "serial0: filename=pty:/dev/pts/3"
fn read_text(reply: &Reply<'_>) -> Result<Vec<CharDevice>> {
    let mut devices = Vec::new();
    for line in reply.value()?.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        let Some((label, filename)) = line.split_once(": filename=") else {
            return Err(reply.unexpected(format!("no filename in '{line}'")));
        };
        devices.push(CharDevice::new(label, filename));
    }
    Ok(devices)
}
