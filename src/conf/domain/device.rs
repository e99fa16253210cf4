//! What every device can have: alias, place on a bus, boot order.

#![forbid(unsafe_code)]

use crate::util::xml::words;

words! {
    /// A setting that is switched "on" or "off".
    pub enum Switch { On = "on", Off = "off", }
}

words! {
    /// A setting that is "yes" or "no".
    pub enum YesNo { Yes = "yes", No = "no", }
}

/// The parts of a device element that do not depend on the kind of device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceInfo {
    /// Name of the device in the running domain, also its id in QEMU. Names beginning with "ua-" are the user's own.
    pub alias: Option<String>,
    /// Where the device sits.
    pub address: Option<Address>,
    /// Place in the firmware's boot order, from 1.
    pub boot_order: Option<u32>,
}

/// `<address>`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    Pci(PciAddress),
    Drive(DriveAddress),
    Usb { bus: u32, port: u32 },
    Isa { iobase: Option<u32>, irq: Option<u32> },
}

/// Place on a PCI bus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PciAddress {
    pub domain: u16,
    pub bus: u8,
    /// 0 to 31
    pub slot: u8,
    /// 0 to 7
    pub function: u8,
    /// Whether other functions of the slot are in use.
    pub multifunction: Option<Switch>,
}

/// Place on a disk controller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct DriveAddress {
    pub controller: u32,
    pub bus: u32,
    pub target: u32,
    pub unit: u32,
}
