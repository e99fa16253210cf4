//! Collecting arguments: options with their values, and the two forms that values have: `a=b,c=d` and JSON.

#![forbid(unsafe_code)]

use std::ffi::OsString;
use std::path::Path;

use serde::Serialize;

use crate::conf::domain::address::Address;
use crate::conf::domain::device::{DeviceInfo, Switch};

/// An argument vector that grows.
#[derive(Debug)]
pub(super) struct Args(Vec<OsString>);

impl Args {
    pub(super) fn new(program: &Path) -> Self {
        Self(vec![program.as_os_str().to_owned()])
    }

    /// An argument as it is.
    pub(super) fn bare(&mut self, arg: impl Into<OsString>) {
        self.0.push(arg.into());
    }

    /// An option and its value.
    pub(super) fn option(&mut self, name: &str, value: impl Into<OsString>) {
        self.bare(name);
        self.bare(value);
    }

    /// An option whose value is JSON.
    pub(super) fn json(&mut self, name: &str, value: Json) {
        self.option(name, value.finish());
    }

    /// `-device`
    pub(super) fn device(&mut self, value: Json) {
        self.json("-device", value);
    }

    pub(super) fn finish(self) -> Vec<OsString> {
        self.0
    }
}

/// `text` as a value in a list that commas separate: QEMU reads two commas as one.
pub(super) fn escape(text: &str) -> String {
    text.replace(',', ",,")
}

/// A JSON object whose members keep the order in which they are added.
#[derive(Clone, Debug)]
pub(super) struct Json(String);

impl Json {
    pub(super) fn new() -> Self {
        Self(String::new())
    }

    /// An object that begins with the name of a driver.
    pub(super) fn driver(name: &str) -> Self {
        Self::new().with("driver", name)
    }

    pub(super) fn with(self, key: &str, value: impl Serialize) -> Self {
        let value = serde_json::to_string(&value).expect("numbers, booleans and text can be JSON");
        self.member(key, &value)
    }

    /// Adds nothing for `None`.
    pub(super) fn with_opt(self, key: &str, value: Option<impl Serialize>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// A member that is an object itself.
    pub(super) fn with_object(self, key: &str, value: Json) -> Self {
        self.member(key, &value.finish())
    }

    /// The id by which QEMU and the definition know the device.
    pub(super) fn with_id(self, info: &DeviceInfo) -> Self {
        self.with_opt("id", info.alias.as_ref())
    }

    /// Where the device sits, if it is on the PCI bus.
    pub(super) fn with_pci(self, info: &DeviceInfo) -> Self {
        self.with_place(info, |_| String::new())
    }

    /// Where the device sits, if it is on the PCI bus or on USB; `usb` names a USB controller by its number.
    pub(super) fn with_place(self, info: &DeviceInfo, usb: impl Fn(u32) -> String) -> Self {
        match info.address {
            Some(Address::Pci(pci)) => {
                let function =
                    if pci.function == 0 { String::new() } else { format!(".0x{:x}", pci.function) };
                self.with("bus", format!("pci.{}", pci.bus))
                    .with_opt("multifunction", pci.multifunction.map(|m| m == Switch::On))
                    .with("addr", format!("0x{:x}{function}", pci.slot))
            }
            Some(Address::Usb { bus, port }) => {
                self.with("bus", format!("{}.0", usb(bus))).with("port", port.to_string())
            }
            _ => self,
        }
    }

    fn member(mut self, key: &str, value: &str) -> Self {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.0.push('"');
        self.0.push_str(key);
        self.0.push_str("\":");
        self.0.push_str(value);
        self
    }

    fn finish(mut self) -> String {
        self.0.push_str(if self.0.is_empty() { "{}" } else { "}" });
        self.0
    }
}
