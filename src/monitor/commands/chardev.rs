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
    /// Whether something in the guest has opened its other end. QEMU tells that since 2.1, and in QMP alone.
    pub open: Option<bool>,
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
    /// The name of the device in the guest that it belongs to: libvirt's label is "char" and that.
    pub fn alias(&self) -> &str {
        self.label.strip_prefix("char").unwrap_or(&self.label)
    }

    /// `filename` has a mark in front while nobody is at the other end.
    fn new(label: &str, filename: &str, open: Option<bool>) -> Self {
        let filename = filename.strip_prefix("disconnected:").unwrap_or(filename);
        Self { label: label.to_owned(), pty: filename.strip_prefix("pty:").map(str::to_owned), open }
    }
}

fn read_json(reply: &Reply<'_>) -> Result<Vec<CharDevice>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Device {
        label: String,
        filename: String,
        frontend_open: Option<bool>,
    }
    let devices: Vec<Device> = value(reply)?;
    let device =
        |Device { label, filename, frontend_open }: &Device| CharDevice::new(label, filename, *frontend_open);
    Ok(devices.iter().map(device).collect())
}

/// "serial0: filename=pty:/dev/pts/3"
fn read_text(reply: &Reply<'_>) -> Result<Vec<CharDevice>> {
    let mut devices = Vec::new();
    for line in reply.value()?.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        let Some((label, filename)) = line.split_once(": filename=") else {
            return Err(reply.unexpected(format!("no filename in '{line}'")));
        };
        devices.push(CharDevice::new(label, filename, None));
    }
    Ok(devices)
}
