//! Devices of the device model, the drives behind them, and objects.

#![forbid(unsafe_code)]

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::options::Options;
use super::pci::{PciAddress, Words};
use super::ways::{human, printed, silent};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::monitor::Monitor;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::{Reply, Request, unsupported};
use crate::monitor::text::{Hmp, hmp};

/// Where a drive is on the bus of its controller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "said above")]
pub struct DriveAddress {
    pub bus: u32,
    pub unit: u32,
}

/// What an object of QEMU's has: QMP is particular about types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Property<'a> {
    Text(&'a str),
    Number(i64),
    Switch(bool),
}

#[derive(Serialize)]
struct Id<'a> {
    id: &'a str,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    property: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Property<'a>>,
}

commands! {
    /// Adds a device, described as for -device.
    fn device_add(options: &str) -> () {
        json: qmp("device_add").with(&Options::parse(options, "driver")).slow().nothing(),
        text: hmp("device_add").quoted(options).slow().silent(),
    }
    /// Asks for a device to be removed, by its id. One whose bus asks the guest goes when the guest agrees.
    fn device_del(id: &str) -> () {
        json: qmp("device_del").with(&Id { id }).slow().nothing(),
        text: hmp("device_del").quoted(id).slow().silent(),
    }
    /// Adds a drive, described as for -drive: to nothing (`if=none`), or to the controller at an address (of old
    /// QEMU), which then says where.
    fn drive_add(controller: Option<PciAddress>, options: &str) -> Option<DriveAddress> {
        json: human(drive_add_line(controller, options), read_drive_add),
        text: drive_add_line(controller, options).read(read_drive_add),
    }
    /// Removes a drive, also under a device that uses it.
    fn drive_del(id: &str) -> () {
        json: human(hmp("drive_del").quoted(id).slow(), silent),
        text: hmp("drive_del").quoted(id).slow().silent(),
    }
    /// Makes an object.
    fn object_add(kind: &str, id: &str, properties: &[(&str, Property<'_>)]) -> () {
        json: qmp("object-add").with(&Object { kind, id, properties }).slow().secret().nothing(),
        text: object_add_line(&Object { kind, id, properties }),
    }
    /// A property of an object, by the object's path in QEMU.
    fn qom_get(path: &str, property: &str) -> Value {
        json: qmp("qom-get").with(&Place { path, property, value: None }).read(value),
        text: hmp("qom-get").quoted(path).quoted(property).read(|reply| {
            let printed = printed(reply)?;
            serde_json::from_str(&printed).map_err(|_| reply.refused(printed.trim_start_matches("Error: ")))
        }),
    }
    /// Sets a property of an object.
    fn qom_set(path: &str, property: &str, value: Property<'_>) -> () {
        json: qmp("qom-set").with(&Place { path, property, value: Some(value) }).nothing(),
        text: {
            let line = hmp("qom-set").quoted(path).quoted(property);
            match value {
                Property::Text(text) => line.quoted(text),
                value => line.word(value),
            }.silent()
        },
    }
    /// Removes an object.
    fn object_del(id: &str) -> () {
        json: qmp("object-del").with(&Id { id }).slow().nothing(),
        text: hmp("object_del").quoted(id).slow().silent(),
    }
}

impl Monitor {
    /// Adds a drive and the device that uses it. Where QEMU does not add the device, the drive goes again.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` for a drive without an id, which nobody could remove again; else those of
    /// [`drive_add`](Self::drive_add) and [`device_add`](Self::device_add).
    pub fn attach_drive(&self, drive: &str, device: &str) -> Result<()> {
        let options = Options::parse(drive, "");
        let id = options.get("id").ok_or_else(|| {
            Error::internal(ErrorDomain::VIR_FROM_QEMU, format!("the drive '{drive}' has no id"))
        })?;
        self.drive_add(None, drive)?;
        self.device_add(device).inspect_err(|error| {
            // QEMU may still carry out what it has not answered in time.
            if error.code() == ErrorCode::VIR_ERR_OPERATION_TIMEOUT {
                return;
            }
            // A device that fails late takes its drive along by itself.
            if let Err(error) = self.drive_del(id) {
                log::info!("monitor of '{}': drive '{id}' after a failed device: {error}", self.name());
            }
        })
    }

    /// Removes a device in the way in which it was added: by its id, or, where QEMU has no device model or the device
    /// no id, by its place on the PCI bus.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_UNSUPPORTED` if QEMU can remove nothing by what is given; else those of
    /// [`device_del`](Self::device_del) and [`pci_del`](Self::pci_del).
    pub fn detach_device(&self, id: Option<&str>, address: Option<PciAddress>) -> Result<()> {
        if let Some(id) = id
            && self.session.call_if_known(words::device_del(self.protocol(), id))?.is_some()
        {
            return Ok(());
        }
        match address {
            Some(address) => self.pci_del(address),
            None => Err(Error::new(
                ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED,
                ErrorDomain::VIR_FROM_QEMU,
                "this QEMU removes devices only by their PCI address",
            )),
        }
    }
}

fn drive_add_line(controller: Option<PciAddress>, options: &str) -> Hmp {
    let line = hmp("drive_add").slow();
    match controller {
        Some(PciAddress { domain, bus, slot, .. }) => line.word(format_args!("{domain:x}:{bus:x}:{slot:x}")),
        None => line.word(0),
    }
    .quoted(options)
}

/// "OK", and where a drive has an address, "OK bus 0, unit 1"
fn read_drive_add(reply: &Reply<'_>) -> Result<Option<DriveAddress>> {
    let printed = printed(reply)?;
    let Some(place) = printed.lines().find_map(|line| line.trim().strip_prefix("OK")) else {
        // An old one may do it without a word.
        return silent(reply).map(|()| None);
    };
    if place.is_empty() {
        return Ok(None);
    }
    let words = Words::new(place.trim());
    let number = |name| words.number(name, name).map_err(|error| reply.unexpected(error));
    Ok(Some(DriveAddress { bus: number("bus")?, unit: number("unit")? }))
}

/// The description of an object.
struct Object<'a> {
    kind: &'a str,
    id: &'a str,
    properties: &'a [(&'a str, Property<'a>)],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> std::result::Result<S::Ok, S::Error> {
        let head = [("qom-type", Property::Text(self.kind)), ("id", Property::Text(self.id))];
        out.collect_map(head.iter().chain(self.properties).copied())
    }
}

impl fmt::Display for Property<'_> {
    /// In an option string.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(&text.replace(',', ",,")),
            Self::Number(number) => write!(out, "{number}"),
            Self::Switch(on) => out.write_str(if *on { "on" } else { "off" }),
        }
    }
}

/// Since 6.0 QEMU takes quotes in this one command for a part of the argument; before, it takes a blank for the end.
fn object_add_line(object: &Object<'_>) -> Result<Request<()>> {
    let head = [("id", Property::Text(object.id))];
    let members = head.iter().chain(object.properties).map(|(name, value)| format!(",{name}={value}"));
    let options: String = std::iter::once(object.kind.replace(',', ",,")).chain(members).collect();
    if options.contains(|character: char| character.is_whitespace() || matches!(character, '"' | '\\' | '\''))
    {
        return unsupported("object-add with blanks or quotes");
    }
    hmp("object_add").word(options).slow().secret().silent()
}
