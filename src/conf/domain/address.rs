//! `<address>`: where a device sits, on each of the buses there are.

#![forbid(unsafe_code)]

use std::fmt;
use std::str::FromStr;

use super::device::Switch;
use super::fail;
use crate::error::{Error, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, words, xml_error};

/// `<address>`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// May be [open](PciAddress::is_open).
    Pci(PciAddress),
    Drive(DriveAddress),
    VirtioSerial(PortAddress),
    Ccid {
        controller: u32,
        slot: u32,
    },
    /// Without a port only the controller is known.
    Usb {
        bus: u32,
        port: UsbPort,
    },
    SpaprVio {
        reg: Option<u64>,
    },
    Ccw(CcwAddress),
    VirtioMmio,
    Isa {
        iobase: u32,
        irq: u32,
    },
    Dimm {
        slot: u32,
        base: u64,
    },
    /// Not shown to the guest; of host devices only.
    Unassigned,
}

words! {
    /// `<address type=…>`
    pub enum AddressKind {
        Pci = "pci",
        Drive = "drive",
        VirtioSerial = "virtio-serial",
        Ccid = "ccid",
        Usb = "usb",
        SpaprVio = "spapr-vio",
        Ccw = "ccw",
        VirtioMmio = "virtio-mmio",
        Isa = "isa",
        Dimm = "dimm",
        Unassigned = "unassigned",
    }
}

/// Place on a PCI bus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PciAddress {
    pub domain: u32,
    pub bus: u8,
    /// 0 to 31
    pub slot: u8,
    /// 0 to 7
    pub function: u8,
    /// Whether other functions of the slot are in use.
    pub multifunction: Option<Switch>,
    /// The numbers by which s390 knows the device.
    pub zpci: Option<Zpci>,
}

/// `<zpci>`; a number that is not said is still to be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Zpci {
    pub uid: Option<u32>,
    pub fid: Option<u32>,
}

/// Place on a disk controller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct DriveAddress {
    pub controller: u32,
    pub bus: u32,
    pub target: u32,
    pub unit: u32,
}

/// Place on a virtio-serial controller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PortAddress {
    pub controller: u32,
    pub bus: u32,
    pub port: u32,
}

/// Place on the channel subsystem of s390; nothing is chosen yet if there are no parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CcwAddress {
    pub cssid: u32,
    pub ssid: u32,
    pub devno: u32,
}

/// The way to a USB port through hubs; 0 ends it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct UsbPort([u32; 4]);

impl Address {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let kind =
            element.attr("type").ok_or_else(|| fail::internal("No type specified for device address"))?;
        let kind = kind.parse().map_err(|()| fail::unsupported(format!("unknown address type '{kind}'")))?;
        let decimal = |name| Ok::<u32, Error>(element.number(name)?.unwrap_or(0));
        Ok(match kind {
            AddressKind::Pci => Self::Pci(PciAddress::parse(element)?),
            AddressKind::Drive => Self::Drive(DriveAddress::parse(element)?),
            AddressKind::VirtioSerial => Self::VirtioSerial(PortAddress {
                controller: decimal("controller")?,
                bus: decimal("bus")?,
                port: decimal("port")?,
            }),
            AddressKind::Ccid => Self::Ccid { controller: decimal("controller")?, slot: decimal("slot")? },
            AddressKind::Usb => {
                let port = match element.attr("port") {
                    None => UsbPort::default(),
                    Some(text) => {
                        text.parse().map_err(|()| bad_place("Cannot parse <address> 'port' attribute"))?
                    }
                };
                Self::Usb { bus: decimal("bus")?, port }
            }
            AddressKind::SpaprVio => Self::SpaprVio { reg: element.hex_number("reg")? },
            AddressKind::Ccw => Self::Ccw(CcwAddress::parse(element)?),
            AddressKind::VirtioMmio => Self::VirtioMmio,
            AddressKind::Isa => Self::Isa {
                iobase: element.hex_number("iobase")?.unwrap_or(0),
                irq: element.hex_number("irq")?.unwrap_or(0),
            },
            AddressKind::Dimm => Self::Dimm {
                slot: element.number("slot")?.ok_or_else(|| element.missing("slot"))?,
                base: element.hex_number("base")?.unwrap_or(0),
            },
            AddressKind::Unassigned => Self::Unassigned,
        })
    }

    /// The word of `<address type=…>`.
    pub fn kind(&self) -> AddressKind {
        match self {
            Self::Pci(_) => AddressKind::Pci,
            Self::Drive(_) => AddressKind::Drive,
            Self::VirtioSerial(_) => AddressKind::VirtioSerial,
            Self::Ccid { .. } => AddressKind::Ccid,
            Self::Usb { .. } => AddressKind::Usb,
            Self::SpaprVio { .. } => AddressKind::SpaprVio,
            Self::Ccw(_) => AddressKind::Ccw,
            Self::VirtioMmio => AddressKind::VirtioMmio,
            Self::Isa { .. } => AddressKind::Isa,
            Self::Dimm { .. } => AddressKind::Dimm,
            Self::Unassigned => AddressKind::Unassigned,
        }
    }

    /// Whether it says only on what kind of bus the device is to get a place.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Pci(pci) => pci.is_open() && pci.multifunction.is_none() && pci.zpci.is_none(),
            Self::Usb { port, .. } => *port == UsbPort::default(),
            _ => false,
        }
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("address", |w| {
            w.attr("type", self.kind());
            match self {
                Self::Pci(pci) => pci.format(w),
                Self::Drive(drive) => {
                    w.attr("controller", drive.controller);
                    w.attr("bus", drive.bus);
                    w.attr("target", drive.target);
                    w.attr("unit", drive.unit);
                }
                Self::VirtioSerial(place) => {
                    w.attr("controller", place.controller);
                    w.attr("bus", place.bus);
                    w.attr("port", place.port);
                }
                Self::Ccid { controller, slot } => {
                    w.attr("controller", controller);
                    w.attr("slot", slot);
                }
                Self::Usb { bus, port } => {
                    w.attr("bus", bus);
                    w.attr_opt("port", (*port != UsbPort::default()).then_some(port));
                }
                Self::SpaprVio { reg } => w.attr_opt("reg", reg.map(|reg| format!("0x{reg:08x}"))),
                Self::Ccw(ccw) => {
                    w.attr("cssid", format_args!("0x{:x}", ccw.cssid));
                    w.attr("ssid", format_args!("0x{:x}", ccw.ssid));
                    w.attr("devno", format_args!("0x{:04x}", ccw.devno));
                }
                Self::VirtioMmio | Self::Unassigned => {}
                Self::Isa { iobase, irq } => {
                    for (name, number) in [("iobase", iobase), ("irq", irq)] {
                        w.attr_opt(name, (*number > 0).then(|| format!("0x{number:x}")));
                    }
                }
                Self::Dimm { slot, base } => {
                    w.attr("slot", slot);
                    w.attr_opt("base", (*base > 0).then(|| format!("0x{base:x}")));
                }
            }
        });
    }
}

fn bad_place(detail: impl Into<String>) -> Error {
    Error::internal(ErrorDomain::VIR_FROM_DEVICE, detail)
}

impl PciAddress {
    /// Reads the attributes of `element`, which is an `<address>` of a device or of something of the host.
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let part = |name| Ok::<u32, Error>(element.c_number(name)?.unwrap_or(0));
        let within = |name, highest: u8| {
            let number = part(name)?;
            u8::try_from(number).ok().filter(|number| *number <= highest).ok_or_else(|| {
                let detail = format!("Invalid PCI address {name}='0x{number:x}', must be <= 0x{highest:X}");
                xml_error(detail).in_domain(ErrorDomain::VIR_FROM_NONE)
            })
        };
        let zpci = match element.child("zpci") {
            None => Zpci::default(),
            Some(zpci) => Zpci { uid: zpci.c_number("uid")?, fid: zpci.c_number("fid")? },
        };
        let (domain, bus, slot) = (part("domain")?, within("bus", 0xff)?, within("slot", 0x1f)?);
        let function = part("function")?;
        // As libvirt: of a place that is still open only the bits that there is room for count.
        if function > 7 && (domain, bus, slot) != (0, 0, 0) {
            let detail = format!("Invalid PCI address function=0x{function:x}, must be <= 7");
            return Err(xml_error(detail).in_domain(ErrorDomain::VIR_FROM_NONE));
        }
        Ok(Self {
            domain,
            bus,
            slot,
            function: (function & 7) as u8,
            multifunction: element.word("multifunction")?,
            zpci: (zpci != Zpci::default()).then_some(zpci),
        })
    }

    /// Whether it says no place.
    pub fn is_open(&self) -> bool {
        (self.domain, self.bus, self.slot, self.function) == (0, 0, 0, 0)
    }

    fn format(&self, w: &mut Writer) {
        // As libvirt: a function alone is no place.
        if (self.domain, self.bus, self.slot) != (0, 0, 0) {
            self.format_place(w);
        }
        w.attr_opt("multifunction", self.multifunction);
        if let Some(zpci) = self.zpci {
            w.element("zpci", |w| {
                w.attr("uid", format_args!("0x{:04x}", zpci.uid.unwrap_or(0)));
                w.attr("fid", format_args!("0x{:08x}", zpci.fid.unwrap_or(0)));
            });
        }
    }

    /// Writes the four numbers.
    pub(super) fn format_place(&self, w: &mut Writer) {
        w.attr("domain", format_args!("0x{:04x}", self.domain));
        w.attr("bus", format_args!("0x{:02x}", self.bus));
        w.attr("slot", format_args!("0x{:02x}", self.slot));
        w.attr("function", format_args!("0x{:x}", self.function));
    }
}

impl fmt::Display for PciAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04x}:{:02x}:{:02x}.{:x}", self.domain, self.bus, self.slot, self.function)
    }
}

impl DriveAddress {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let part = |name| Ok::<_, Error>(element.number(name)?.unwrap_or(0));
        Ok(Self {
            controller: part("controller")?,
            bus: part("bus")?,
            target: part("target")?,
            unit: part("unit")?,
        })
    }
}

impl CcwAddress {
    const MAX_CSSID: u32 = 0xfe;
    const MAX_SSID: u32 = 3;
    const MAX_DEVNO: u32 = 0xffff;

    fn parse(element: Element<'_>) -> Result<Self> {
        let part = |name| element.c_number::<u32>(name);
        match (part("cssid")?, part("ssid")?, part("devno")?) {
            (None, None, None) => Ok(Self::default()),
            (Some(cssid), Some(ssid), Some(devno)) => {
                if cssid > Self::MAX_CSSID || ssid > Self::MAX_SSID || devno > Self::MAX_DEVNO {
                    return Err(bad_place(format!(
                        "Invalid specification for virtio ccw address: cssid='0x{cssid:x}' ssid='0x{ssid:x}' \
                         devno='0x{devno:04x}'"
                    )));
                }
                Ok(Self { cssid, ssid, devno })
            }
            _ => Err(bad_place("Invalid partial specification for virtio ccw address")),
        }
    }
}

impl UsbPort {
    /// The port number, if it is a port of the controller itself.
    pub fn of_root(self) -> Option<u32> {
        match self.0 {
            [port, 0, ..] if port != 0 => Some(port),
            _ => None,
        }
    }
}

impl From<u32> for UsbPort {
    fn from(port: u32) -> Self {
        Self([port, 0, 0, 0])
    }
}

impl FromStr for UsbPort {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut ports = [0; 4];
        let mut parts = text.split('.');
        for port in &mut ports {
            let Some(part) = parts.next() else { break };
            *port = crate::util::xml::number(part).ok_or(())?;
        }
        parts.next().map_or(Ok(Self(ports)), |_| Err(()))
    }
}

impl fmt::Display for UsbPort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, port) in self.0.iter().take_while(|port| **port != 0).enumerate() {
            write!(f, "{}{port}", if i == 0 { "" } else { "." })?;
        }
        Ok(())
    }
}
