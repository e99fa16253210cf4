//! `<controller>`

#![forbid(unsafe_code)]

use std::num::NonZeroU32;

use super::device::{DeviceInfo, Switch, VirtioOptions};
use super::size::{self, KIB};
use super::{FormatFlags, Origin, fail};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Attribute, Element, Writer, attributes, number, words};

/// `<controller>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controller {
    pub kind: ControllerKind,
    /// Number among the controllers of its kind.
    pub index: u32,
    pub model: Option<ControllerModel>,
    /// Room for devices, of virtio-serial and USB.
    pub ports: Option<u32>,
    /// Interrupts, of virtio-serial.
    pub vectors: Option<u32>,
    pub xen: XenLimits,
    pub driver: ControllerDriver,
    pub pci: PciSettings,
    pub info: DeviceInfo,
}

words! {
    /// `<controller type=…>`
    pub enum ControllerKind {
        Ide = "ide",
        Fdc = "fdc",
        Scsi = "scsi",
        Sata = "sata",
        VirtioSerial = "virtio-serial",
        Ccid = "ccid",
        Usb = "usb",
        Pci = "pci",
        Xenbus = "xenbus",
        Isa = "isa",
    }
}

words! {
    /// `<controller model=…>`, of all kinds.
    pub enum ControllerModel {
        Piix3 = "piix3",
        Piix4 = "piix4",
        Ich6 = "ich6",
        /// The driver's choice, of SCSI.
        Auto = "auto",
        Buslogic = "buslogic",
        Lsilogic = "lsilogic",
        Lsisas1068 = "lsisas1068",
        Vmpvscsi = "vmpvscsi",
        Ibmvscsi = "ibmvscsi",
        VirtioScsi = "virtio-scsi",
        Lsisas1078 = "lsisas1078",
        Virtio = "virtio",
        VirtioTransitional = "virtio-transitional",
        VirtioNonTransitional = "virtio-non-transitional",
        Ncr53c90 = "ncr53c90",
        Dc390 = "dc390",
        Am53c974 = "am53c974",
        Piix3Uhci = "piix3-uhci",
        Piix4Uhci = "piix4-uhci",
        Ehci = "ehci",
        Ich9Ehci1 = "ich9-ehci1",
        Ich9Uhci1 = "ich9-uhci1",
        Ich9Uhci2 = "ich9-uhci2",
        Ich9Uhci3 = "ich9-uhci3",
        Vt82c686bUhci = "vt82c686b-uhci",
        PciOhci = "pci-ohci",
        NecXhci = "nec-xhci",
        Qusb1 = "qusb1",
        Qusb2 = "qusb2",
        QemuXhci = "qemu-xhci",
        /// No controller at all, of USB.
        None = "none",
        PciRoot = "pci-root",
        PcieRoot = "pcie-root",
        PciBridge = "pci-bridge",
        DmiToPciBridge = "dmi-to-pci-bridge",
        PcieToPciBridge = "pcie-to-pci-bridge",
        PcieRootPort = "pcie-root-port",
        PcieSwitchUpstreamPort = "pcie-switch-upstream-port",
        PcieSwitchDownstreamPort = "pcie-switch-downstream-port",
        PciExpanderBus = "pci-expander-bus",
        PcieExpanderBus = "pcie-expander-bus",
    }
}

attributes! {
    /// What a Xen guest's bus has room for.
    pub struct XenLimits {
        max_grant_frames: u32 = "maxGrantFrames" via Element::natural,
        max_event_channels: u32 = "maxEventChannels" via Element::natural,
    }
}

/// `<driver>` of a controller
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ControllerDriver {
    pub settings: ControllerSettings,
    pub virtio: VirtioOptions,
}

attributes! {
    /// The attributes of `<driver>` that only controllers have.
    pub struct ControllerSettings {
        queues: NonZeroU32 = "queues",
        cmd_per_lun: NonZeroU32 = "cmd_per_lun",
        max_sectors: NonZeroU32 = "max_sectors",
        ioeventfd: Switch = "ioeventfd",
        /// Number of the I/O thread that serves the controller.
        iothread: NonZeroU32 = "iothread",
    }
}

/// What only PCI controllers have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PciSettings {
    pub model_name: Option<PciModelName>,
    pub target: PciTarget,
    /// NUMA node of an expander's bus.
    pub node: Option<u32>,
    /// Size of the 64-bit window, of roots.
    pub hole64_kib: Option<u64>,
}

words! {
    /// `<model name=…>`: the emulator's device.
    pub enum PciModelName {
        PciBridge = "pci-bridge",
        I82801b11Bridge = "i82801b11-bridge",
        Ioh3420 = "ioh3420",
        X3130Upstream = "x3130-upstream",
        Xio3130Downstream = "xio3130-downstream",
        Pxb = "pxb",
        PxbPcie = "pxb-pcie",
        PcieRootPort = "pcie-root-port",
        SpaprPciHostBridge = "spapr-pci-host-bridge",
        PciePciBridge = "pcie-pci-bridge",
    }
}

attributes! {
    /// `<target>`
    pub struct PciTarget {
        chassis_nr: u32 = "chassisNr" via Element::c_natural,
        chassis: u32 = "chassis" via Element::c_natural,
        port: PortNumber = "port",
        bus_nr: u32 = "busNr" via Element::c_natural,
        index: u32 = "index" via Element::c_natural,
        hotplug: Switch = "hotplug",
    }
}

/// The number of a port, which is written in hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortNumber(pub u32);

impl Attribute for PortNumber {
    fn read(element: Element<'_>, name: &str) -> Result<Option<Self>> {
        Ok(element.c_natural(name)?.map(Self))
    }
}

impl std::fmt::Display for PortNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "0x{:x}", self.0)
    }
}

impl ControllerKind {
    /// The models that exist for this kind.
    fn models(self) -> &'static [ControllerModel] {
        use ControllerModel as M;
        match self {
            Self::Ide => &[M::Piix3, M::Piix4, M::Ich6],
            Self::Pci => &[
                M::PciRoot,
                M::PcieRoot,
                M::PciBridge,
                M::DmiToPciBridge,
                M::PcieToPciBridge,
                M::PcieRootPort,
                M::PcieSwitchUpstreamPort,
                M::PcieSwitchDownstreamPort,
                M::PciExpanderBus,
                M::PcieExpanderBus,
            ],
            Self::Scsi => &[
                M::Auto,
                M::Buslogic,
                M::Lsilogic,
                M::Lsisas1068,
                M::Vmpvscsi,
                M::Ibmvscsi,
                M::VirtioScsi,
                M::Lsisas1078,
                M::VirtioTransitional,
                M::VirtioNonTransitional,
                M::Ncr53c90,
                M::Dc390,
                M::Am53c974,
            ],
            Self::Usb => &[
                M::Piix3Uhci,
                M::Piix4Uhci,
                M::Ehci,
                M::Ich9Ehci1,
                M::Ich9Uhci1,
                M::Ich9Uhci2,
                M::Ich9Uhci3,
                M::Vt82c686bUhci,
                M::PciOhci,
                M::NecXhci,
                M::Qusb1,
                M::Qusb2,
                M::QemuXhci,
                M::None,
            ],
            Self::VirtioSerial => &[M::Virtio, M::VirtioTransitional, M::VirtioNonTransitional],
            Self::Fdc | Self::Sata | Self::Ccid | Self::Xenbus | Self::Isa => &[],
        }
    }
}

impl ControllerModel {
    /// The first port that a companion has of the controller which it goes with.
    fn start_port(self) -> Option<u32> {
        match self {
            Self::Ich9Uhci1 => Some(0),
            Self::Ich9Uhci2 => Some(2),
            Self::Ich9Uhci3 => Some(4),
            _ => None,
        }
    }
}

impl Controller {
    /// A controller as the XML `<controller type=… index=…/>` asks for it.
    pub(super) fn new(kind: ControllerKind, index: u32, model: Option<ControllerModel>) -> Self {
        Self {
            kind,
            index,
            model,
            ports: None,
            vectors: None,
            xen: XenLimits::default(),
            driver: ControllerDriver::default(),
            pci: PciSettings::default(),
            info: DeviceInfo::default(),
        }
    }

    /// Reads the element; the index is still open if the XML does not say it.
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<(Self, Option<u32>)> {
        use ControllerKind as Kind;
        let kind = element.word("type")?.unwrap_or(Kind::Ide);
        for name in ["model", "target"] {
            if element.children_named(name).nth(1).is_some() {
                let detail = format!("Multiple <{name}> elements in controller definition not allowed");
                return Err(fail::xml(detail));
            }
        }
        let index = element.natural("index")?;
        let model = element.attr("model").map(|text| {
            let model = text.parse().ok().filter(|model| kind.models().contains(model));
            model.ok_or_else(|| fail::unsupported(format!("Unknown model type '{text}'")))
        });
        let model = model.transpose()?;
        let of = |kinds: &[Kind], name| match kinds.contains(&kind) {
            true => element.natural(name),
            false => Ok(None),
        };
        let mut controller = Self {
            kind,
            index: index.unwrap_or(0),
            model,
            ports: of(&[Kind::VirtioSerial, Kind::Usb], "ports")?,
            vectors: of(&[Kind::VirtioSerial], "vectors")?,
            xen: match kind {
                Kind::Xenbus => XenLimits::read(element)?,
                _ => XenLimits::default(),
            },
            driver: element
                .child("driver")
                .map(|driver| {
                    Ok(ControllerDriver {
                        settings: ControllerSettings::read(driver)?,
                        virtio: VirtioOptions::read(driver)?,
                    })
                })
                .transpose()?
                .unwrap_or_default(),
            pci: match kind {
                Kind::Pci => PciSettings::parse(element, model)?,
                _ => PciSettings::default(),
            },
            info: DeviceInfo::parse(element, origin)?,
        };
        let start_port = &mut controller.info.master_start_port;
        *start_port = start_port.or(model.and_then(ControllerModel::start_port));
        Ok((controller, index))
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("controller", |w| {
            w.attr("type", self.kind);
            w.attr("index", self.index);
            w.attr_opt("model", self.model);
            w.attr_opt("ports", self.ports);
            w.attr_opt("vectors", self.vectors);
            self.xen.write(w);
            self.pci.format(w, flags);
            w.element_unless_empty("driver", |w| {
                self.driver.settings.write(w);
                self.driver.virtio.switches.write(w);
            });
            self.info.format(w, flags);
            if let Some(kib) = self.pci.hole64_kib {
                w.element("pcihole64", |w| {
                    w.attr("unit", "KiB");
                    w.content(kib);
                });
            }
        });
    }

    /// Whether it serves the slow devices of another USB controller.
    pub(super) fn is_companion(&self) -> bool {
        self.info.master_start_port.is_some()
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        if self.kind == ControllerKind::Pci { self.check_pci() } else { Ok(()) }
    }

    /// Only some can be served by an I/O thread.
    pub(super) fn check_thread(&self) -> Result<()> {
        use ControllerModel as M;
        let virtio =
            matches!(self.model, Some(M::VirtioScsi | M::VirtioTransitional | M::VirtioNonTransitional));
        if self.driver.settings.iothread.is_some() && !(self.kind == ControllerKind::Scsi && virtio) {
            return Err(fail::xml("'iothread' attribute only supported for virtio scsi controllers"));
        }
        Ok(())
    }

    fn check_pci(&self) -> Result<()> {
        if self.index > MAX_PCI_INDEX {
            let (index, most) = (self.index, MAX_PCI_INDEX);
            let detail = format!("PCI controller index {index} too high, maximum is {most}");
            return Err(fail::unsupported(detail));
        }
        let is_root = matches!(self.model, Some(ControllerModel::PciRoot | ControllerModel::PcieRoot));
        if is_root && self.info.address.is_some() {
            let detail = "pci-root and pcie-root controllers should not have an address";
            return Err(fail::unsupported(detail));
        }
        let target = &self.pci.target;
        if let Some(index) = target.index {
            if index > MAX_TARGET_INDEX {
                return Err(fail::unsupported(format!(
                    "PCI controller target index '{index}' out of range - must be 0-{MAX_TARGET_INDEX}"
                )));
            }
            if (index == 0) != (self.index == 0) {
                return Err(fail::unsupported(
                    "Only the PCI controller with index 0 can have target index 0, and vice versa",
                ));
            }
        }
        for (name, number, least, most) in [
            ("chassisNr", target.chassis_nr, 1, 255),
            ("chassis", target.chassis, 0, 255),
            ("port", target.port.map(|n| n.0), 0, 255),
            ("busNr", target.bus_nr, 1, 254),
        ] {
            if let Some(number) = number.filter(|number| !(least..=most).contains(number)) {
                return Err(fail::unsupported(format!(
                    "PCI controller {name} '{number}' out of range - must be {least}-{most}"
                )));
            }
        }
        Ok(())
    }
}

/// Highest number of a host bridge on a POWER machine.
const MAX_TARGET_INDEX: u32 = 30;

/// Highest number of a bus in a PCI address.
const MAX_PCI_INDEX: u32 = 255;

/// An error whose text is all there is to say.
pub(super) fn detail(text: &str) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_DETAIL, ErrorDomain::VIR_FROM_DOMAIN, text)
}

impl PciSettings {
    fn parse(element: Element<'_>, model: Option<ControllerModel>) -> Result<Self> {
        let name = element.child("model").filter(|model| model.attr("name") != Some("none"));
        let node = element.child("target").and_then(|target| target.child_text("node"));
        let node = node.map(|text| number(&text).ok_or_else(|| fail::xml("invalid NUMA node in target")));
        let is_root = matches!(model, Some(ControllerModel::PciRoot | ControllerModel::PcieRoot));
        let hole = element.child("pcihole64").filter(|_| is_root);
        let hole = size::text(hole, "./pcihole64", |size| size.bytes(KIB, u64::MAX / KIB * KIB))?;
        Ok(Self {
            model_name: name.map(|model| model.word("name")).transpose()?.flatten(),
            target: PciTarget::read_child(element, "target")?,
            node: node.transpose()?,
            hole64_kib: hole.map(|bytes| bytes.div_ceil(KIB)),
        })
    }

    /// Writes what comes before the other children.
    fn format(&self, w: &mut Writer, flags: FormatFlags) {
        // An old libvirt knows the bridge to a bus of its own only by the controller's model.
        let is_old = |name: &PciModelName| !flags.migratable || *name != PciModelName::SpaprPciHostBridge;
        w.element_unless_empty("model", |w| w.attr_opt("name", self.model_name.filter(is_old)));
        w.element_unless_empty("target", |w| {
            self.target.write(w);
            if let Some(node) = self.node {
                w.text("node", node);
            }
        });
    }
}
