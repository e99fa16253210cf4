//! Character devices.

#![forbid(unsafe_code)]

use serde::Deserialize;

use crate::error::Result;
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

impl CharDevice {
    fn new(label: &str, filename: &str) -> Self {
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
    let lines = reply.value()?.lines().filter_map(|line| line.trim_end().split_once(": filename="));
    Ok(lines.map(|(label, filename)| CharDevice::new(label, filename)).collect())
}
