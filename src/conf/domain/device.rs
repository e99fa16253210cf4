//! What every device can have: alias, place on a bus, boot order.

#![forbid(unsafe_code)]

use std::fmt;

use super::{FormatFlags, Origin, fail};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, words, xml_error};

words! {
    /// A setting that is switched "on" or "off".
    pub enum Switch {
        On = "on",
        Off = "off",
    }
}

words! {
    /// A setting that is "yes" or "no".
    pub enum YesNo {
        Yes = "yes",
        No = "no",
    }
}

/// Aliases with this beginning are the user's own and stay with the definition.
const USER_ALIAS: &str = "ua-";

/// Characters that a user's alias may have.
fn is_alias_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
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

impl DeviceInfo {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let alias = element.child("alias").and_then(|alias| alias.filled("name"));
        let keep = |alias: &&str| {
            origin == Origin::State || (alias.starts_with(USER_ALIAS) && alias.chars().all(is_alias_char))
        };
        Ok(Self {
            alias: alias.filter(keep).map(str::to_owned),
            address: element.child("address").map(Address::parse).transpose()?.flatten(),
            boot_order: element.child("boot").map(|boot| boot.positive("order")).transpose()?,
        })
    }

    /// Writes boot order, alias and address, in this order.
    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        if let Some(order) = self.boot_order {
            w.element("boot", |w| w.attr("order", order));
        }
        self.format_alias(w, flags);
        if let Some(address) = &self.address {
            address.format(w);
        }
    }

    /// Writes the alias, unless it belongs to a run that is not shown.
    pub(super) fn format_alias(&self, w: &mut Writer, flags: FormatFlags) {
        if let Some(alias) = &self.alias
            && (!flags.inactive || alias.starts_with(USER_ALIAS))
        {
            w.element("alias", |w| w.attr("name", alias));
        }
    }

    /// The PCI address, if the device has one.
    pub fn pci(&self) -> Option<PciAddress> {
        match self.address {
            Some(Address::Pci(pci)) => Some(pci),
            _ => None,
        }
    }

    /// The drive address, if the device has one.
    pub fn drive(&self) -> Option<DriveAddress> {
        match self.address {
            Some(Address::Drive(drive)) => Some(drive),
            _ => None,
        }
    }
}

impl Address {
    /// `None` for an address that says only its type, which asks for one to be chosen.
    fn parse(element: Element<'_>) -> Result<Option<Self>> {
        let kind =
            element.attr("type").ok_or_else(|| fail::internal("No type specified for device address"))?;
        match kind {
            "pci" => PciAddress::parse(element).map(|pci| pci.map(Self::Pci)),
            "drive" => DriveAddress::parse(element).map(|drive| Some(Self::Drive(drive))),
            "usb" => {
                let (bus, port) = (element.number("bus")?, element.number("port")?);
                Ok(port.map(|port| Self::Usb { bus: bus.unwrap_or(0), port }))
            }
            "isa" | "ccid" | "virtio-serial" | "virtio-mmio" | "spapr-vio" | "ccw" | "dimm"
            | "unassigned" => Err(fail::unsupported(format!("address type '{kind}' is not supported"))),
            _ => Err(fail::unsupported(format!("unknown address type '{kind}'"))),
        }
    }

    /// The word of `<address type=…>`.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Pci(_) => "pci",
            Self::Drive(_) => "drive",
            Self::Usb { .. } => "usb",
        }
    }

    fn format(&self, w: &mut Writer) {
        w.element("address", |w| match self {
            Self::Pci(pci) => pci.format(w),
            Self::Drive(drive) => {
                w.attr("type", "drive");
                w.attr("controller", drive.controller);
                w.attr("bus", drive.bus);
                w.attr("target", drive.target);
                w.attr("unit", drive.unit);
            }
            Self::Usb { bus, port } => {
                w.attr("type", "usb");
                w.attr("bus", bus);
                w.attr("port", port);
            }
        });
    }
}

impl PciAddress {
    /// Highest numbers of the parts; the bus is the one that the original allows.
    const LIMITS: [(&str, u32); 4] = [("domain", 0xFFFF), ("bus", 0xFF), ("slot", 0x1F), ("function", 0x7)];

    fn parse(element: Element<'_>) -> Result<Option<Self>> {
        let mut parts = [0; 4];
        for (part, (name, highest)) in parts.iter_mut().zip(Self::LIMITS) {
            *part = element.c_number(name)?.unwrap_or(0);
            if *part > highest {
                let detail = format!("Invalid PCI address {name}='0x{part:x}', must be <= 0x{highest:X}");
                return Err(xml_error(detail).in_domain(ErrorDomain::VIR_FROM_NONE));
            }
        }
        let multifunction = element.word("multifunction")?;
        if parts == [0; 4] && multifunction.is_none() {
            return Ok(None);
        }
        let [domain, bus, slot, function] = parts;
        let too_big =
            |_| Error::new(ErrorCode::VIR_ERR_OVERFLOW, ErrorDomain::VIR_FROM_DOMAIN, "PCI address");
        Ok(Some(Self {
            domain: u16::try_from(domain).map_err(too_big)?,
            bus: u8::try_from(bus).map_err(too_big)?,
            slot: u8::try_from(slot).map_err(too_big)?,
            function: u8::try_from(function).map_err(too_big)?,
            multifunction,
        }))
    }

    fn format(&self, w: &mut Writer) {
        w.attr("type", "pci");
        w.attr("domain", format_args!("0x{:04x}", self.domain));
        w.attr("bus", format_args!("0x{:02x}", self.bus));
        w.attr("slot", format_args!("0x{:02x}", self.slot));
        w.attr("function", format_args!("0x{:x}", self.function));
        w.attr_opt("multifunction", self.multifunction);
    }
}

impl fmt::Display for PciAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04x}:{:02x}:{:02x}.{:x}", self.domain, self.bus, self.slot, self.function)
    }
}

impl DriveAddress {
    fn parse(element: Element<'_>) -> Result<Self> {
        let part = |name| Ok::<_, Error>(element.number(name)?.unwrap_or(0));
        Ok(Self {
            controller: part("controller")?,
            bus: part("bus")?,
            target: part("target")?,
            unit: part("unit")?,
        })
    }
}
