//! The devices on PCI buses.

#![forbid(unsafe_code)]

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

use crate::error::Result;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::Reply;
use crate::monitor::text::hmp;

/// Where a device is. The domain is 0 where QEMU does not name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the words of PCI")]
pub struct PciAddress {
    pub domain: u32,
    pub bus: u32,
    pub slot: u32,
    pub function: u32,
}

/// One device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PciDevice {
    /// Where it is.
    pub address: PciAddress,
    /// Id of its maker.
    pub vendor: u16,
    /// Its maker's id for it.
    pub product: u16,
    /// What it is in QEMU's words, such as "SCSI controller".
    pub class: String,
    /// Its name on QEMU's command line; empty if it has none, or QEMU is older than 0.12.
    pub id: String,
}

commands! {
    /// The PCI devices, each followed by those behind it.
    fn query_pci() -> Vec<PciDevice> {
        json: qmp("query-pci").read(read_json),
        text: hmp("info pci").read(read_text),
    }
}

#[derive(Deserialize)]
struct Bus {
    devices: Vec<Device>,
}

#[derive(Deserialize)]
struct Device {
    bus: u32,
    slot: u32,
    function: u32,
    id: Id,
    class_info: Class,
    #[serde(default)]
    qdev_id: String,
    pci_bridge: Option<Bridge>,
}

#[derive(Deserialize)]
struct Id {
    vendor: u16,
    #[serde(rename = "device")]
    product: u16,
}

#[derive(Deserialize)]
struct Class {
    class: u32,
    desc: Option<String>,
}

#[derive(Deserialize)]
struct Bridge {
    #[serde(default)]
    devices: Vec<Device>,
}

fn read_json(reply: &Reply<'_>) -> Result<Vec<PciDevice>> {
    let buses: Vec<Bus> = value(reply)?;
    let mut devices = Vec::new();
    buses.into_iter().for_each(|bus| add(bus.devices, &mut devices));
    Ok(devices)
}

fn add(from: Vec<Device>, to: &mut Vec<PciDevice>) {
    for device in from {
        let Device { bus, slot, function, id, class_info: Class { class, desc }, .. } = device;
        to.push(PciDevice {
            address: PciAddress { domain: 0, bus, slot, function },
            vendor: id.vendor,
            product: id.product,
            // As the text monitor prints it.
            class: desc.unwrap_or_else(|| format!("Class {class:04}")),
            id: device.qdev_id,
        });
        add(device.pci_bridge.map(|bridge| bridge.devices).unwrap_or_default(), to);
    }
}

/// A line that starts a device, "  Bus  0, device   3, function 0:"; then lines about it that are further in, of which
/// "    SCSI controller: PCI device 1af4:1001" and "      id \"disk0\"" matter.
fn read_text(reply: &Reply<'_>) -> Result<Vec<PciDevice>> {
    /// How far the lines about a device are in, at least.
    const INNER: &str = "    ";
    let mut devices = Vec::new();
    let mut lines = reply.value()?.lines().map(str::trim_end).filter(|line| !line.is_empty()).peekable();
    while let Some(head) = lines.next() {
        let address = read_address(head).map_err(|error| reply.unexpected(error))?;
        let mut ids = None;
        let mut id = String::new();
        while let Some(line) = lines.next_if(|line| line.starts_with(INNER)) {
            if let Some(found) = line.trim().split_once(": PCI device ") {
                ids.get_or_insert(found);
            } else if let Some(name) =
                line.trim().strip_prefix("id \"").and_then(|name| name.strip_suffix('"'))
            {
                id = name.to_owned();
            }
        }
        let (class, ids) = ids.ok_or_else(|| reply.unexpected(format!("no id in '{}'", head.trim())))?;
        let (vendor, product) = ids.split_once(':').unwrap_or((ids, ""));
        let number = |name: &str, digits: &str| {
            u16::from_str_radix(digits, 16)
                .map_err(|error| reply.unexpected(format!("{name} in '{ids}': {error}")))
        };
        devices.push(PciDevice {
            address,
            vendor: number("vendor id", vendor)?,
            product: number("device id", product)?,
            class: class.to_owned(),
            id,
        });
    }
    Ok(devices)
}

fn read_address(head: &str) -> std::result::Result<PciAddress, String> {
    let words = Words::new(head.trim().trim_end_matches(':'));
    Ok(PciAddress {
        domain: 0,
        bus: words.number("Bus", "bus")?,
        slot: words.number("device", "slot")?,
        function: words.number("function", "function")?,
    })
}

/// "name number" pairs between commas, as the text monitor likes them.
pub(super) struct Words<'a>(&'a str);

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// The number behind `word`, which is called `name` in messages.
    pub(super) fn number(&self, word: &str, name: &str) -> std::result::Result<u32, String> {
        self.optional(word, name)?.ok_or_else(|| format!("no {name} in '{}'", self.0))
    }

    /// The same, if it is there.
    pub(super) fn optional<T: FromStr<Err: fmt::Display>>(
        &self,
        word: &str,
        name: &str,
    ) -> std::result::Result<Option<T>, String> {
        let found = self.0.split(',').find_map(|pair| match pair.trim().split_once(' ') {
            Some((key, number)) => (key == word).then(|| number.trim()),
            None => (pair.trim() == word).then_some(""),
        });
        found.map(str::parse).transpose().map_err(|error| format!("{name} in '{}': {error}", self.0))
    }
}
