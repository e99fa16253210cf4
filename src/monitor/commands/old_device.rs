//! Devices of QEMU before its device model: pci_add and usb_add, which say where the device went.
//!
//! The words of pci_add and pci_del changed about 0.10; the newer are tried first. QMP never had a word of its own for
//! any of these.

#![forbid(unsafe_code)]

use std::fmt;

use super::pci::{PciAddress, Words};
use super::ways::{human, printed, silent};
use crate::error::{Error, ErrorDomain, Result};
use crate::monitor::Monitor;
use crate::monitor::protocol::Reply;
use crate::monitor::text::{Hmp, hmp};

/// The ways to name a place on the PCI bus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PciWords {
    /// `pci_addr=auto`, `pci_addr=DOMAIN:BUS:SLOT`
    Current,
    /// Before 0.10: `0` for the first bus with a free slot, or a bare slot.
    Old,
}

/// What is added, in the words behind its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PciDeviceOptions<'a> {
    /// A network card, described as for -net nic.
    Nic(&'a str),
    /// A controller with its disk, or without one (`if=scsi`).
    Storage(&'a str),
    /// A device of the host.
    Host(PciAddress),
}

/// Where a USB device is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words of USB")]
pub struct UsbAddress {
    pub bus: u32,
    pub device: u32,
}

/// What is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsbDevice<'a> {
    /// A disk with its file.
    Disk(&'a str),
    /// A device of the host by its place.
    Host(UsbAddress),
    /// A device of the host by its ids.
    HostModel {
        /// Id of its maker.
        vendor: u16,
        /// Its maker's id for it.
        product: u16,
    },
}

commands! {
    /// Adds a PCI device at a slot, or at a free one; `None` if QEMU has other words for a place.
    fn pci_add_in(words: PciWords, device: PciDeviceOptions<'_>, slot: Option<PciAddress>) -> Option<PciAddress> {
        json: human(pci_add_line(words, device, slot), read_pci_add),
        text: pci_add_line(words, device, slot).read(read_pci_add),
    }
    /// Removes the device in a slot; `None` if QEMU has other words for a place.
    fn pci_del_in(words: PciWords, address: PciAddress) -> Option<()> {
        json: human(pci_del_line(words, address), read_pci_del),
        text: pci_del_line(words, address).read(read_pci_del),
    }
    /// Adds a USB device.
    fn usb_add(device: UsbDevice<'_>) -> () {
        json: human(hmp("usb_add").quoted(&device.to_string()).slow(), silent),
        text: hmp("usb_add").quoted(&device.to_string()).slow().silent(),
    }
    /// Removes a USB device by its address in the guest.
    fn usb_del(address: UsbAddress) -> () {
        json: human(hmp("usb_del").word(address).slow(), silent),
        text: hmp("usb_del").word(address).slow().silent(),
    }
}

impl Monitor {
    /// Adds a PCI device at a slot, or at a free one; returns where it is.
    ///
    /// # Errors
    /// Those of every command.
    pub fn pci_add(&self, device: PciDeviceOptions<'_>, slot: Option<PciAddress>) -> Result<PciAddress> {
        let added = match self.pci_add_in(PciWords::Current, device, slot)? {
            None => self.pci_add_in(PciWords::Old, device, slot)?,
            added => added,
        };
        added.ok_or_else(|| no_words("pci_add"))
    }

    /// Removes the device in a slot.
    ///
    /// # Errors
    /// Those of every command.
    pub fn pci_del(&self, address: PciAddress) -> Result<()> {
        let removed = match self.pci_del_in(PciWords::Current, address)? {
            None => self.pci_del_in(PciWords::Old, address)?,
            removed => removed,
        };
        removed.ok_or_else(|| no_words("pci_del"))
    }
}

impl fmt::Display for UsbAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.bus, self.device)
    }
}

impl fmt::Display for UsbDevice<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(path) => write!(out, "disk:{path}"),
            Self::Host(address) => write!(out, "host:{address}"),
            Self::HostModel { vendor, product } => write!(out, "host:{vendor:04x}:{product:04x}"),
        }
    }
}

fn pci_add_line(words: PciWords, device: PciDeviceOptions<'_>, slot: Option<PciAddress>) -> Hmp {
    let line = hmp("pci_add").slow();
    let line = match (words, slot) {
        (PciWords::Current, None) => line.word("pci_addr=auto"),
        (PciWords::Current, Some(address)) => line.word(place(address)),
        (PciWords::Old, None) => line.word(0),
        (PciWords::Old, Some(address)) => line.word(address.slot),
    };
    match device {
        PciDeviceOptions::Nic(options) => line.word("nic").quoted(options),
        PciDeviceOptions::Storage(options) => line.word("storage").quoted(options),
        PciDeviceOptions::Host(PciAddress { bus, slot, function, .. }) => {
            line.word("host").word(format_args!("host={bus:02x}:{slot:02x}.{function:x}"))
        }
    }
}

fn pci_del_line(words: PciWords, address: PciAddress) -> Hmp {
    let line = hmp("pci_del").slow();
    match words {
        PciWords::Current => line.word(place(address)),
        PciWords::Old => line.word(address.bus).word(address.slot),
    }
}

fn place(PciAddress { domain, bus, slot, .. }: PciAddress) -> String {
    format!("pci_addr={domain:x}:{bus:x}:{slot:x}")
}

/// "OK domain 0, bus 0, slot 4, function 0", or without a domain or function.
fn read_pci_add(reply: &Reply<'_>) -> Result<Option<PciAddress>> {
    let printed = printed(reply)?;
    if has_other_words(&printed) {
        return Ok(None);
    }
    let Some(place) = printed.lines().find_map(|line| line.trim().strip_prefix("OK ")) else {
        silent(reply)?;
        return Err(reply.unexpected("no address"));
    };
    let words = Words::new(place);
    let optional = |name| words.optional(name, name).map(Option::unwrap_or_default);
    let address = || {
        Ok(PciAddress {
            domain: optional("domain")?,
            bus: words.number("bus", "bus")?,
            slot: words.number("slot", "slot")?,
            function: optional("function")?,
        })
    };
    address().map(Some).map_err(|error: String| reply.unexpected(error))
}

fn read_pci_del(reply: &Reply<'_>) -> Result<Option<()>> {
    if has_other_words(&printed(reply)?) {
        return Ok(None);
    }
    silent(reply).map(Some)
}

/// Whether QEMU could not make out the arguments.
fn has_other_words(printed: &str) -> bool {
    printed.contains("invalid char in expression") || printed.contains("extraneous characters")
}

fn no_words(command: &str) -> Error {
    let text = format!("QEMU understands '{command}' in no known words");
    Error::internal(ErrorDomain::VIR_FROM_QEMU, text)
}
