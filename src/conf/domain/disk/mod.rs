//! `<disk>`

#![forbid(unsafe_code)]

mod backing;
mod check;
mod driver;

pub use backing::{Backing, BackingImage};
pub(super) use driver::format_of_image;
pub use driver::{
    DetectZeroes, Discard, DiskCache, DiskDriver, DiskFormat, DiskIo, DriverSettings, ErrorPolicy,
    MetadataCache,
};

use super::device::{DeviceInfo, Switch, YesNo};
use super::iotune::IoTune;
use super::storage::{Auth, Encryption, Location, NetworkProtocol, StorageKind, StorageSource};
use super::{FormatFlags, Origin};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, attributes, unless_default, words};

/// `<disk>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disk {
    pub device: DiskDevice,
    /// Which form of virtio.
    pub model: Option<DiskModel>,
    /// Whether the emulator may send any SCSI command.
    pub rawio: Option<YesNo>,
    /// Whether the host filters SCSI commands.
    pub sgio: Option<Sgio>,
    /// Where a snapshot keeps the disk, unless it says otherwise.
    pub snapshot: Option<SnapshotLocation>,
    pub driver: DiskDriver,
    /// `None` for a drive of which only this is known, that it is empty; see [`Disk::contents`].
    pub source: Option<StorageSource>,
    /// User and secret, where they stand outside of the source.
    pub auth: Option<Auth>,
    /// The key, where it stands outside of the source.
    pub encryption: Option<Encryption>,
    /// What happens if the source cannot be found at start.
    pub startup_policy: Option<StartupPolicy>,
    pub backing: Option<Backing>,
    /// The Xen domain that serves the disk.
    pub backend_domain: Option<String>,
    pub geometry: Option<Geometry>,
    pub block_sizes: BlockSizes,
    /// Name of the target, such as "hda"; unique in the domain.
    pub target: String,
    /// Guessed from the target's name if the XML does not say.
    pub bus: DiskBus,
    pub tray: Option<Tray>,
    pub iotune: IoTune,
    /// Whether a USB disk shows itself as removable.
    pub removable: Option<Switch>,
    /// Turns per minute; 1 stands for a disk that does not turn.
    pub rotation_rate: Option<u32>,
    pub readonly: bool,
    pub shareable: bool,
    pub transient: Option<Transient>,
    pub serial: Option<String>,
    pub wwn: Option<String>,
    pub vendor: Option<String>,
    pub product: Option<String>,
    pub info: DeviceInfo,
}

words! {
    /// `<disk device=…>`
    pub enum DiskDevice {
        Disk = "disk",
        Cdrom = "cdrom",
        Floppy = "floppy",
        Lun = "lun",
    }
}

words! {
    /// `<disk model=…>`
    pub enum DiskModel {
        Virtio = "virtio",
        Transitional = "virtio-transitional",
        NonTransitional = "virtio-non-transitional",
    }
}

words! {
    /// `<disk sgio=…>`
    pub enum Sgio {
        Filtered = "filtered",
        Unfiltered = "unfiltered",
    }
}

words! {
    /// Where a snapshot of the domain keeps a disk or the memory.
    pub enum SnapshotLocation {
        /// Nowhere.
        No = "no",
        /// In the disk's image.
        Internal = "internal",
        /// In a file of its own.
        External = "external",
        /// Wherever somebody else put it.
        Manual = "manual",
    }
}

words! {
    /// `<source startupPolicy=…>`
    pub enum StartupPolicy {
        Mandatory = "mandatory",
        Requisite = "requisite",
        Optional = "optional",
    }
}

words! {
    /// `<target bus=…>`
    pub enum DiskBus {
        Ide = "ide",
        Fdc = "fdc",
        Scsi = "scsi",
        Virtio = "virtio",
        Xen = "xen",
        Usb = "usb",
        Uml = "uml",
        Sata = "sata",
        Sd = "sd",
    }
}

words! {
    /// `<target tray=…>`
    pub enum Tray {
        Closed = "closed",
        Open = "open",
    }
}

/// `<geometry>`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Geometry {
    pub cylinders: u32,
    pub heads: u32,
    pub sectors: u32,
    pub translation: Option<Translation>,
}

words! {
    /// `<geometry trans=…>`
    pub enum Translation {
        None = "none",
        Auto = "auto",
        Lba = "lba",
    }
}

attributes! {
    /// `<blockio>`, in bytes.
    pub struct BlockSizes {
        logical: std::num::NonZeroU32 = "logical_block_size",
        physical: std::num::NonZeroU32 = "physical_block_size",
    }
}

/// `<transient>`: what the guest writes is dropped when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transient {
    /// Other domains may use the same source at the same time.
    pub share_backing: bool,
}

/// The attributes of `<target>` beside its name.
struct Target {
    bus: Option<DiskBus>,
    tray: Option<Tray>,
    removable: Option<Switch>,
    rotation_rate: Option<u32>,
}

impl Disk {
    /// Reads the element; the bus is still open if the XML does not say it.
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<(Self, Option<DiskBus>)> {
        let device = element.word("device")?.unwrap_or(DiskDevice::Disk);
        let kind = element.word("type")?.unwrap_or(StorageKind::File);
        let source = element.child("source");
        let startup_policy = source.map(|source| source.word("startupPolicy")).transpose()?.flatten();
        let source = source.map(|source| StorageSource::parse(source, kind, origin)).transpose()?;
        let source = source.filter(|source| {
            let nothing = Location::File { path: String::new() };
            startup_policy.is_some() || *source != StorageSource::new(nothing)
        });
        let target = element.child("target");
        let name = target.and_then(|target| target.attr("dev"));
        let Some(name) = name else {
            let path = source.as_ref().map_or("", StorageSource::path);
            return Err(Error::new(ErrorCode::VIR_ERR_NO_TARGET, ErrorDomain::VIR_FROM_DOMAIN, path));
        };
        let target = Target::parse(target.unwrap_or(element))?;
        let text = |name| element.child_text(name);
        let disk = Self {
            device,
            model: unless_default(element, "model")?,
            rawio: element.word("rawio")?,
            sgio: element.word("sgio")?,
            snapshot: element.word("snapshot")?,
            driver: element.child("driver").map(DiskDriver::parse).transpose()?.unwrap_or_default(),
            source,
            auth: element.child("auth").map(Auth::parse).transpose()?,
            encryption: element.child("encryption").map(Encryption::parse).transpose()?,
            startup_policy,
            backing: Backing::parse(element, origin)?,
            backend_domain: element
                .child("backenddomain")
                .and_then(|domain| domain.attr("name"))
                .map(str::to_owned),
            geometry: Geometry::parse(element)?,
            block_sizes: BlockSizes::read_child(element, "blockio")?,
            target: name.to_owned(),
            bus: target.bus.unwrap_or_else(|| DiskBus::guess(name, device)),
            tray: target.tray.filter(|tray| *tray == Tray::Open || !device.is_ejectable()),
            removable: target.removable,
            iotune: element.child("iotune").map(IoTune::parse).transpose()?.unwrap_or_default(),
            rotation_rate: target.rotation_rate,
            readonly: element.child("readonly").is_some(),
            shareable: element.child("shareable").is_some(),
            transient: element.child("transient").map(Transient::parse).transpose()?,
            serial: text("serial"),
            wwn: text("wwn").map(check::wwn).transpose()?,
            vendor: text("vendor").map(|text| check::printable("vendor", text)).transpose()?,
            product: text("product").map(|text| check::printable("product", text)).transpose()?,
            info: DeviceInfo::parse_bootable(element, origin)?,
        };
        disk.check_once()?;
        Ok((disk, target.bus))
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("disk", |w| {
            w.attr("type", self.source.as_ref().map_or(StorageKind::File, StorageSource::kind));
            w.attr("device", self.device);
            w.attr_opt("model", self.model);
            w.attr_opt("rawio", self.rawio);
            w.attr_opt("sgio", self.sgio);
            w.attr_opt("snapshot", self.snapshot);
            self.driver.format(w);
            if let Some(auth) = &self.auth {
                auth.format(w);
            }
            if let Some(source) = &self.source {
                source.format(w, flags, |w| w.attr_opt("startupPolicy", self.startup_policy));
            }
            if let Some(backing) = &self.backing {
                backing.format(w, flags);
            }
            w.element_unless_empty("backenddomain", |w| w.attr_opt("name", self.backend_domain.as_ref()));
            if let Some(geometry) = &self.geometry {
                geometry.format(w);
            }
            self.block_sizes.write_child(w, "blockio");
            w.element("target", |w| {
                w.attr("dev", &self.target);
                w.attr("bus", self.bus);
                w.attr_opt("tray", self.tray);
                w.attr_opt("removable", self.removable);
                w.attr_opt("rotation_rate", self.rotation_rate);
            });
            self.iotune.format(w);
            self.format_properties(w);
            self.info.format(w, flags);
        });
    }

    fn format_properties(&self, w: &mut Writer) {
        for (name, set) in [("readonly", self.readonly), ("shareable", self.shareable)] {
            if set {
                w.empty(name);
            }
        }
        if let Some(transient) = self.transient {
            w.element("transient", |w| {
                w.attr_opt("shareBacking", transient.share_backing.then_some(YesNo::Yes));
            });
        }
        for (name, text) in [
            ("serial", &self.serial),
            ("wwn", &self.wwn),
            ("vendor", &self.vendor),
            ("product", &self.product),
        ] {
            if let Some(text) = text {
                w.text(name, text);
            }
        }
        if let Some(encryption) = &self.encryption {
            encryption.format(w);
        }
    }

    /// The source, unless the drive is empty.
    pub fn contents(&self) -> Option<&StorageSource> {
        self.source.as_ref().filter(|source| !source.is_empty())
    }

    /// The path of the source in errors: of a network's, what comes after the pool or volume.
    pub(super) fn shown_path(&self) -> &str {
        use NetworkProtocol::{Gluster, Rbd};
        match self.contents().map(|source| &source.location) {
            None | Some(Location::Volume(_) | Location::Nvme { .. } | Location::VhostUser { .. }) => "<null>",
            Some(Location::Network(network)) => {
                let name = network.name.as_deref().unwrap_or("<null>");
                let in_pool = matches!(network.protocol, Gluster | Rbd);
                name.split_once('/').filter(|_| in_pool).map_or(name, |(_, path)| path)
            }
            Some(_) => self.contents().map_or("", StorageSource::path),
        }
    }

    /// Number of the target's name: 0 for "hda", 26 for "sdaa". Partition numbers at the end do not count.
    pub fn target_number(&self) -> Option<u32> {
        let prefix = PREFIXES.into_iter().find(|prefix| self.target.starts_with(prefix))?;
        let letters = self.target[prefix.len()..].trim_end_matches(|c: char| c.is_ascii_digit());
        let mut number: u32 = 0;
        for letter in letters.bytes() {
            if !letter.is_ascii_lowercase() {
                return None;
            }
            number = number.checked_mul(26)?.checked_add(u32::from(letter - b'a') + 1)?;
        }
        number.checked_sub(1)
    }

    /// Number of QEMU's nodes for the disk, in a running domain.
    pub fn node_index(&self) -> Option<u32> {
        self.source.as_ref().and_then(|source| source.index)
    }

    /// Name of the QEMU node that has the disk's contents.
    pub fn format_node(&self) -> Option<String> {
        self.node_index().map(|index| format!("libvirt-{index}-format"))
    }

    /// Name of the QEMU node below it, which does the input and output.
    pub fn storage_node(&self) -> Option<String> {
        self.node_index().map(|index| format!("libvirt-{index}-storage"))
    }
}

/// How names of targets begin.
const PREFIXES: [&str; 6] = ["fd", "hd", "vd", "sd", "xvd", "ubd"];

impl DiskDevice {
    /// Whether the medium can be taken out.
    pub fn is_ejectable(self) -> bool {
        matches!(self, Self::Cdrom | Self::Floppy)
    }
}

impl DiskBus {
    /// The bus that a target's name suggests.
    fn guess(target: &str, device: DiskDevice) -> Self {
        match target {
            _ if device == DiskDevice::Floppy => Self::Fdc,
            t if t.starts_with("sd") => Self::Scsi,
            t if t.starts_with("vd") => Self::Virtio,
            t if t.starts_with("xvd") => Self::Xen,
            t if t.starts_with("ubd") => Self::Uml,
            _ => Self::Ide,
        }
    }
}

impl Target {
    fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self {
            bus: element.word("bus")?,
            tray: element.word("tray")?,
            removable: element.word("removable")?,
            rotation_rate: element.number("rotation_rate")?.filter(|rate| *rate != 0),
        })
    }
}

impl Geometry {
    /// One without all three numbers is none.
    fn parse(disk: Element<'_>) -> Result<Option<Self>> {
        let Some(element) = disk.child("geometry") else { return Ok(None) };
        let number = |name| Ok::<u32, Error>(element.number(name)?.unwrap_or(0));
        let geometry = Self {
            cylinders: number("cyls")?,
            heads: number("heads")?,
            sectors: number("secs")?,
            translation: element.word("trans")?,
        };
        let complete = ![geometry.cylinders, geometry.heads, geometry.sectors].contains(&0);
        Ok(complete.then_some(geometry))
    }

    fn format(&self, w: &mut Writer) {
        w.element("geometry", |w| {
            w.attr("cyls", self.cylinders);
            w.attr("heads", self.heads);
            w.attr("secs", self.sectors);
            w.attr_opt("trans", self.translation);
        });
    }
}

impl Transient {
    fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self { share_backing: element.word("shareBacking")? == Some(YesNo::Yes) })
    }
}
