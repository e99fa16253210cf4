//! How devices of the host are named on each of its buses.

#![forbid(unsafe_code)]

use super::bad_secret;
use crate::conf::domain::address::PciAddress;
use crate::conf::domain::device::YesNo;
use crate::conf::domain::disk::{Sgio, StartupPolicy};
use crate::conf::domain::fail;
use crate::conf::domain::storage::{Auth, AuthKind, NetworkHost, NetworkProtocol};
use crate::error::Result;
use crate::util::xml::{Element, Writer, attributes, words};

/// A device that interfaces can be as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostDevice {
    Usb(UsbHostDevice),
    Pci(PciAddress),
}

/// A USB device, by what it is or by where it is plugged in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsbHostDevice {
    pub settings: UsbSettings,
    pub vendor_product: Option<(u32, u32)>,
    /// Bus and device.
    pub place: Option<(u32, u32)>,
}

attributes! {
    /// The attributes of a USB device's `<source>`.
    pub struct UsbSettings {
        /// What happens if it is not there.
        startup_policy: StartupPolicy = "startupPolicy",
        guest_reset: UsbGuestReset = "guestReset",
    }
}

words! {
    /// `<source guestReset=…>`: which resets by the guest reach the device.
    pub enum UsbGuestReset {
        Off = "off",
        Uninitialized = "uninitialized",
        On = "on",
    }
}

words! {
    /// `<driver name=…>`: how a PCI device is handed over.
    pub enum PciDriver {
        Kvm = "kvm",
        Vfio = "vfio",
        Xen = "xen",
    }
}

words! {
    /// `<hostdev type='mdev' model=…>`
    pub enum MdevModel {
        VfioPci = "vfio-pci",
        VfioCcw = "vfio-ccw",
        VfioAp = "vfio-ap",
    }
}

/// A SCSI device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScsiHostDevice {
    pub source: ScsiHostSource,
    pub sgio: Option<Sgio>,
    pub rawio: Option<YesNo>,
}

/// Where a SCSI device is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScsiHostSource {
    Adapter { name: String, bus: u32, target: u32, unit: u64 },
    Iscsi { name: String, host: NetworkHost, initiator: Option<String>, auth: Option<Auth> },
}

words! {
    /// `<source protocol=…>` of SCSI devices
    enum ScsiProtocol {
        Adapter = "adapter",
        Iscsi = "iscsi",
    }
}

impl PciDriver {
    /// Reads `<driver>` of `device`.
    pub(in crate::conf::domain) fn parse(device: Element<'_>) -> Result<Option<Self>> {
        Ok(device.child("driver").map(|driver| driver.word("name")).transpose()?.flatten())
    }

    pub(in crate::conf::domain) fn format(self, w: &mut Writer) {
        w.element("driver", |w| w.attr("name", self));
    }
}

/// The address of a PCI device; without one it is that of all zeros.
pub(super) fn pci(source: Element<'_>) -> Result<PciAddress> {
    let address = source.child("address").map(PciAddress::parse).transpose()?.unwrap_or_default();
    Ok(PciAddress { multifunction: None, zpci: None, ..address })
}

impl HostDevice {
    /// Reads `<source>` of an interface, where the address has a type.
    pub(in crate::conf::domain) fn parse_of_interface(element: Element<'_>) -> Result<Self> {
        let source = element.child("source");
        let address = source.and_then(|source| source.child("address"));
        let kind = address.and_then(|address| address.attr("type"));
        match (source, kind) {
            (Some(source), Some("pci")) => Ok(Self::Pci(pci(source)?)),
            (Some(source), Some("usb")) => Ok(Self::Usb(UsbHostDevice::parse(source)?)),
            (Some(source), None) if source.child("vendor").is_some() => {
                Ok(Self::Usb(UsbHostDevice::parse(source)?))
            }
            (_, None) => Err(fail::xml("missing source address type")),
            (_, Some(kind)) => {
                Err(fail::unsupported(format!("unknown host device source address type '{kind}'")))
            }
        }
    }

    /// Writes the children of `<source>` of an interface.
    pub(in crate::conf::domain) fn format_of_interface(&self, w: &mut Writer) {
        match self {
            Self::Pci(address) => w.element("address", |w| {
                w.attr("type", "pci");
                address.format_place(w);
            }),
            Self::Usb(usb) => usb.format_with(w, Some("usb")),
        }
    }
}

impl UsbHostDevice {
    pub(super) fn parse(source: Element<'_>) -> Result<Self> {
        let vendor = source.child("vendor").map(|vendor| match vendor.c_number("id")? {
            None => Err(vendor.missing("id")),
            Some(0) => vendor.positive("id"),
            Some(id) => Ok(id),
        });
        let product = source
            .child("product")
            .map(|product| product.c_number::<u32>("id")?.ok_or_else(|| product.missing("id")));
        let vendor_product = match (vendor.transpose()?, product.transpose()?) {
            (Some(vendor), Some(product)) => Some((vendor, product)),
            (Some(_), None) => return Err(fail::internal("missing product")),
            (None, Some(_)) => return Err(fail::internal("missing vendor")),
            (None, None) => None,
        };
        let place = source.child("address").map(|address| {
            let number = |name| address.c_number::<u32>(name)?.ok_or_else(|| address.missing(name));
            Ok((number("bus")?, number("device")?))
        });
        let place = place.transpose()?.filter(|place| *place != (0, 0));
        Ok(Self { settings: UsbSettings::read(source)?, vendor_product, place })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        self.settings.write(w);
        self.format_with(w, None);
    }

    fn format_with(&self, w: &mut Writer, kind: Option<&str>) {
        if let Some((vendor, product)) = self.vendor_product {
            w.element("vendor", |w| w.attr("id", format_args!("0x{vendor:04x}")));
            w.element("product", |w| w.attr("id", format_args!("0x{product:04x}")));
        }
        if let Some((bus, device)) = self.place {
            w.element("address", |w| {
                w.attr_opt("type", kind);
                w.attr("bus", bus);
                w.attr("device", device);
            });
        }
    }

    /// Whether both can be the same device.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        match (self.place, other.place) {
            (Some(a), Some(b)) => a == b,
            _ => self.vendor_product.is_some() && self.vendor_product == other.vendor_product,
        }
    }
}

impl ScsiHostDevice {
    pub(super) fn parse(source: Element<'_>, sgio: Option<Sgio>, rawio: Option<YesNo>) -> Result<Self> {
        let protocol = match source.attr("protocol") {
            None => ScsiProtocol::Adapter,
            Some(text) => text
                .parse()
                .map_err(|()| fail::unsupported(format!("Unknown SCSI subsystem protocol '{text}'")))?,
        };
        let source = match protocol {
            ScsiProtocol::Adapter => ScsiHostSource::parse_adapter(source)?,
            ScsiProtocol::Iscsi => ScsiHostSource::parse_iscsi(source)?,
        };
        Ok(Self { source, sgio, rawio })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        match &self.source {
            ScsiHostSource::Adapter { name, bus, target, unit } => {
                w.element("adapter", |w| w.attr("name", name));
                w.element("address", |w| {
                    w.attr("bus", bus);
                    w.attr("target", target);
                    w.attr("unit", unit);
                });
            }
            ScsiHostSource::Iscsi { name, host, initiator, auth } => {
                w.attr("protocol", ScsiProtocol::Iscsi);
                w.attr("name", name);
                host.format(w);
                if let Some(auth) = auth {
                    auth.format(w);
                }
                if let Some(iqn) = initiator {
                    w.element("initiator", |w| w.element("iqn", |w| w.attr("name", iqn)));
                }
            }
        }
    }
}

impl ScsiHostSource {
    fn parse_adapter(source: Element<'_>) -> Result<Self> {
        let address = source
            .child("address")
            .ok_or_else(|| fail::xml("'address' must be specified for scsi hostdev source"))?;
        let name = source.child("adapter").and_then(|adapter| adapter.attr("name"));
        let bus = address.c_number("bus")?.ok_or_else(|| address.missing("bus"))?;
        let target = address.c_number("target")?.ok_or_else(|| address.missing("target"))?;
        let unit = address.c_number("unit")?.ok_or_else(|| address.missing("unit"))?;
        let name =
            name.ok_or_else(|| fail::xml("'adapter' name must be specified for scsi hostdev source"))?;
        Ok(Self::Adapter { name: name.to_owned(), bus, target, unit })
    }

    fn parse_iscsi(source: Element<'_>) -> Result<Self> {
        let name = source.attr("name").ok_or_else(|| fail::xml("missing iSCSI hostdev source path name"))?;
        let name = if name.contains('/') { name.to_owned() } else { format!("{name}/0") };
        let mut hosts = source.children_named("host");
        let host = hosts.next().ok_or_else(|| fail::xml("missing the host address for the iSCSI hostdev"))?;
        // The port is left to the client, as with protocols that have none of their own.
        let host = NetworkHost::parse(host, NetworkProtocol::None)?;
        if hosts.next().is_some() {
            return Err(fail::xml("only one source host address may be specified for the iSCSI hostdev"));
        }
        let auth = source.child("auth").map(Auth::parse).transpose()?;
        if let Some(auth) = auth.as_ref().filter(|auth| auth.secret_kind != AuthKind::Iscsi) {
            return Err(bad_secret(auth.secret_kind));
        }
        let initiator = source.child("initiator").and_then(|initiator| initiator.child("iqn"));
        let initiator = initiator.and_then(|iqn| iqn.attr("name")).map(str::to_owned);
        Ok(Self::Iscsi { name, host, initiator, auth })
    }
}

/// The one protocol of SCSI hosts.
pub(super) const VHOST: &str = "vhost";
/// How the name of a SCSI target begins, and how long it is after that.
const WWPN_PREFIX: &str = "naa.";
const WWPN_DIGITS: usize = 16;

/// The name of a vhost target.
pub(super) fn wwpn(source: Element<'_>) -> Result<String> {
    let protocol =
        source.attr("protocol").ok_or_else(|| fail::xml("Missing scsi_host subsystem protocol"))?;
    if protocol != VHOST {
        let detail = format!("Unknown scsi_host subsystem protocol '{protocol}'");
        return Err(fail::unsupported(detail));
    }
    let wwpn = source.attr("wwpn").ok_or_else(|| fail::xml("missing vhost-scsi hostdev source wwpn"))?;
    let is_digits =
        |digits: &str| digits.len() == WWPN_DIGITS && digits.bytes().all(|b| b.is_ascii_hexdigit());
    match wwpn.strip_prefix(WWPN_PREFIX) {
        Some(digits) if is_digits(digits) => Ok(wwpn.to_owned()),
        _ => Err(fail::xml("malformed 'wwpn' value")),
    }
}
