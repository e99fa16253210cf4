//! What a guest sees of its devices.

#![forbid(unsafe_code)]

use super::{NULL, Seen, differs, or, pairs, text};
use crate::conf::domain::address::Address;
use crate::conf::domain::audio::Sound;
use crate::conf::domain::chardev::{Channel, ChannelTarget, Console, Parallel, Serial};
use crate::conf::domain::controller::{Controller, ControllerKind, ControllerModel};
use crate::conf::domain::device::{DeviceInfo, VirtioOptions};
use crate::conf::domain::disk::{Disk, DiskModel};
use crate::conf::domain::filesystem::Filesystem;
use crate::conf::domain::hostdev::{HostdevMode, HostdevSource};
use crate::conf::domain::input::Input;
use crate::conf::domain::interface::{Interface, InterfaceSource};
use crate::conf::domain::iommu::{Iommu, Vsock};
use crate::conf::domain::memory::{MemoryDevice, MemoryModel};
use crate::conf::domain::redirdev::{Hub, RedirRule, Redirdev};
use crate::conf::domain::rng::Rng;
use crate::conf::domain::shmem::Shmem;
use crate::conf::domain::simple::{Memballoon, Panic, Watchdog};
use crate::conf::domain::smartcard::Smartcard;
use crate::conf::domain::tpm::{Tpm, TpmBackend};
use crate::conf::domain::video::Video;
use crate::conf::domain::{Devices, fail};
use crate::error::Result;

/// A device with things that a guest sees.
trait Visible: Sized + 'static {
    /// What only this kind has.
    const SEEN: &'static [Seen<Self>] = &[];

    /// The options of its `<driver>`, where they count.
    fn virtio(&self) -> Option<&VirtioOptions> {
        None
    }

    /// Its place, where that counts.
    fn info(&self) -> Option<&DeviceInfo>;

    fn check(&self, new: &Self) -> Result<()> {
        super::check(Self::SEEN, self, new)?;
        if let (Some(old), Some(new)) = (self.virtio(), new.virtio()) {
            super::check(VIRTIO, old, new)?;
        }
        match (self.info(), new.info()) {
            (Some(old), Some(new)) => super::check(INFO, old, new),
            _ => Ok(()),
        }
    }
}

/// Checks the devices of one kind: their number, then each.
fn all<T: Visible>(what: &str, old: &[T], new: &[T]) -> Result<()> {
    let (count, new_count) = (old.len(), new.len());
    if count != new_count {
        return Err(fail::unsupported(format!(
            "Target domain {what} count {new_count} does not match source {count}"
        )));
    }
    pairs(old, new, T::check)
}

/// Checks a device of which there is one at most.
fn one<T: Visible>(what: &str, old: &Option<T>, new: &Option<T>) -> Result<()> {
    match (old, new) {
        (None, None) => Ok(()),
        (Some(old), Some(new)) => old.check(new),
        _ => Err(fail::unsupported(format!("Target domain {what} device count does not match source"))),
    }
}

/// Checks all of them, in the original's order.
pub fn check(old: &Devices, new: &Devices) -> Result<()> {
    all("disk", &old.disks, &new.disks)?;
    all("controller", &old.controllers, &new.controllers)?;
    all("filesystem", &old.filesystems, &new.filesystems)?;
    all("net card", &old.interfaces, &new.interfaces)?;
    all("input device", &old.inputs, &new.inputs)?;
    all("sound card", &old.sounds, &new.sounds)?;
    all("video card", &old.videos, &new.videos)?;
    all("host device", &HostDevice::all(old), &HostDevice::all(new))?;
    all("smartcard", &old.smartcards, &new.smartcards)?;
    all("serial port", &old.serials, &new.serials)?;
    all("parallel port", &old.parallels, &new.parallels)?;
    all("channel", &old.channels, &new.channels)?;
    all("console", &old.consoles, &new.consoles)?;
    all("hub device", &old.hubs, &new.hubs)?;
    all("redirected devices", &old.redirdevs, &new.redirdevs)?;
    redirection_rules(&old.redir_rules, &new.redir_rules)?;
    all("watchdog", &old.watchdogs, &new.watchdogs)?;
    all("memory balloon", old.memballoon.as_slice(), new.memballoon.as_slice())?;
    all("RNG device", &old.rngs, &new.rngs)?;
    all("panic device", &old.panics, &new.panics)?;
    all("shared memory device", &old.shmems, &new.shmems)?;
    all("TPM device", &old.tpms, &new.tpms)?;
    all("memory device", &old.memories, &new.memories)?;
    one("IOMMU", &old.iommu, &new.iommu)?;
    one("vsock", &old.vsock, &new.vsock)
}

const VIRTIO: &[Seen<VirtioOptions>] = &[
    text("Target device virtio options don't match the source", |it| it.stated.to_string()),
    differs("device iommu option", |it| format!("'{}'", or(it.switches.iommu, "default"))),
    differs("device ats option", |it| format!("'{}'", or(it.switches.ats, "default"))),
    differs("device packed option", |it| format!("'{}'", or(it.switches.packed, "default"))),
    differs("device page_per_vq option", |it| format!("'{}'", or(it.switches.page_per_vq, "default"))),
];

const INFO: &[Seen<DeviceInfo>] = &[
    differs("device address type", |info| or(info.address.map(|address| address.kind()), "none")),
    // As the original, without the blank.
    text("Target device PCI address {new}does not match source {old}", |info| match info.address {
        Some(Address::Pci(a)) => format!("{:04x}:{:02x}:{:02x}.{}", a.domain, a.bus, a.slot, a.function),
        _ => String::new(),
    }),
    differs("device drive address", |info| match info.address {
        Some(Address::Drive(a)) => format!("{}:{}:{}", a.controller, a.bus, a.unit),
        _ => String::new(),
    }),
    differs("device virtio serial address", |info| match info.address {
        Some(Address::VirtioSerial(a)) => format!("{}:{}:{}", a.controller, a.bus, a.port),
        _ => String::new(),
    }),
    differs("device ccid address", |info| match info.address {
        Some(Address::Ccid { controller, slot }) => format!("{controller}:{slot}"),
        _ => String::new(),
    }),
    differs("device isa address", |info| match info.address {
        Some(Address::Isa { iobase, irq }) => format!("{iobase}:{irq}"),
        _ => String::new(),
    }),
    text("Target device dimm slot {new} does not match source {old}", |info| match info.address {
        Some(Address::Dimm { slot, .. }) => slot.to_string(),
        _ => String::new(),
    }),
    text("Target device dimm base address '{new}' does not match source '{old}'", |info| {
        match info.address {
            Some(Address::Dimm { base, .. }) => format!("{base:x}"),
            _ => String::new(),
        }
    }),
    differs("ACPI index", |info| format!("'{}'", info.acpi_index.unwrap_or(0))),
];

/// Implements [`Visible`] for devices with an `info`; in brackets the way to the options of virtio.
macro_rules! visible {
    ($($device:ident $([$($virtio:ident).+])? { $($seen:expr,)* })+) => {
        $(impl Visible for $device {
            const SEEN: &'static [Seen<Self>] = &[$($seen),*];

            $(fn virtio(&self) -> Option<&VirtioOptions> {
                Some(&self.$($virtio).+)
            })?

            fn info(&self) -> Option<&DeviceInfo> {
                Some(&self.info)
            }
        })+
    };
}

visible! {
    Disk[driver.virtio] {
        differs("disk device", |disk| disk.device.to_string()),
        differs("disk bus", |disk| disk.bus.to_string()),
        differs("disk", |disk| disk.target.clone()),
        differs("disk serial", |disk| or(disk.serial.as_ref(), NULL)),
        differs("disk wwn", |disk| format!("'{}'", or(disk.wwn.as_ref(), NULL))),
        differs("disk model", |disk| or(disk.model, "default")),
        text("Target disk access mode does not match source", |disk| disk.readonly.to_string()),
        text("Target disk rotation rate {new} RPM does not match source {old} RPM", |disk| {
            disk.rotation_rate.unwrap_or(0).to_string()
        }),
        differs("disk queue count", queues),
        // As libvirt, which shows the other number.
        differs("disk queue size", |disk: &Disk| or(disk.driver.settings.queue_size, "0")).showing(queues),
    }
    Controller[driver.virtio] {
        differs("controller type", |it| it.kind.to_string()),
        differs("controller index", |it| it.index.to_string()),
        differs("controller model", |it| or(it.model.map(|model| model_number(it.kind, model)), "-1")),
        differs("controller ports", |it| or(it.ports, "-1")),
        differs("controller vectors", |it| or(it.vectors, "-1")),
    }
    Filesystem[driver.virtio] {
        text("Target filesystem model does not match source", |it| or(it.settings.model, "default")),
        differs("filesystem guest target", |it| it.target.clone()),
        text("Target filesystem access mode does not match source", |it| it.readonly.to_string()),
    }
    Interface[driver.virtio] {
        differs("network card mac", |it| it.mac.to_string()),
        differs("network card model", |it| or(it.model.as_ref().filter(|model| !KNOWN_MODELS.contains(&model.as_str())), NULL)),
        differs("network card model", |it| or(it.model.as_ref(), "unknown")),
        differs("network card MTU", |it| or(it.mtu, "0")),
    }
    Input[virtio] {
        differs("input device type", |it| it.kind.to_string()),
        differs("input device bus", |it| it.bus.to_string()),
        // As libvirt, which takes the names from the buses.
        differs("input model", |it| {
            match it.model {
                None => "ps2",
                Some(DiskModel::Virtio) => "usb",
                Some(DiskModel::Transitional) => "xen",
                Some(DiskModel::NonTransitional) => "parallels",
            }.to_owned()
        }),
    }
    Sound {
        differs("sound card model", |it| it.model.to_string()),
    }
    Video[driver.virtio] {
        differs("video card model", |it| it.model.to_string()),
        differs("video card ram", |it| or(it.ram_kib, "0")),
        differs("video card vram", |it| or(it.vram_kib, "0")),
        differs("video card vram64", |it| or(it.vram64_kib, "0")),
        differs("video card vgamem", |it| or(it.vgamem_kib, "0")),
        differs("video card heads", |it| or(it.heads, "0")),
        text("Target video card acceleration does not match source", |it| it.acceleration.is_empty().to_string()),
        differs("video card 2d accel", |it| yes_no(it.acceleration.accel2d)),
        differs("video card 3d accel", |it| yes_no(it.acceleration.accel3d)),
    }
    HostDevice {
        differs("host device mode", |it| it.kind.0.to_string()),
        differs("host device subsystem", |it| match it.kind {
            (HostdevMode::Subsystem, kind) => kind.to_owned(),
            _ => String::new(),
        }),
    }
    Smartcard {}
    Serial {
        differs("serial type", |it| or(it.target, "none")),
        differs("serial port", |it| it.port.to_string()),
        differs("serial model", |it| or(it.model, "none")),
    }
    Parallel {
        differs("parallel port", |it| it.port.to_string()),
    }
    Channel {
        differs("channel type", |it| it.target.word().to_owned()),
        differs("channel name", |it| match &it.target {
            ChannelTarget::Virtio { name } | ChannelTarget::Xen { name } => or(name.as_ref(), NULL),
            _ => String::new(),
        }),
        differs("channel addr", |it| match &it.target {
            ChannelTarget::GuestForward { address, port } => format!("{address}:{port}"),
            _ => String::new(),
        }),
    }
    Console {
        differs("console type", |it| it.target.to_string()),
    }
    Hub {}
    Redirdev {
        text("Target redirected device source type {new} does not match source device source type {old}", |it| {
            it.host.source.kind().to_string()
        }),
    }
    Watchdog {
        differs("watchdog model", |it| it.model.to_string()),
    }
    Memballoon[virtio] {
        differs("balloon model", |it| it.model.to_string()),
        differs("balloon autodeflate attribute value", |it| {
            format!("'{}'", or(it.settings.autodeflate, "default"))
        }),
        differs("balloon freePageReporting attribute value", |it| {
            format!("'{}'", or(it.settings.free_page_reporting, "default"))
        }),
    }
    Rng[virtio] {
        differs("RNG model", |it| format!("'{}'", it.model)),
    }
    Panic {
        differs("panic model", |it| format!("'{}'", it.model_name())),
    }
    Shmem {
        text("Target shared memory model '{new}' does not match source model '{old}'", |it| it.model.to_string()),
        text("Target shared memory size '{new}' does not match source size '{old}'", |it| or(it.size_bytes, "0")),
        text("Target shared memory server usage doesn't match source", |it| it.server.is_some().to_string()),
        text("Target shared memory MSI configuration doesn't match source", |it| {
            format!("{:?}", it.server.as_ref().and_then(|server| server.msi.as_ref()))
        }),
    }
    Tpm {
        text("Target TPM device type doesn't match source", |it| it.backend.kind().to_string()),
        text("Target TPM device model doesn't match source", |it| or(it.model, "default")),
        text("Target TPM version doesn't match source", |it| match &it.backend {
            TpmBackend::Emulator(emulator) => or(emulator.version, ""),
            _ => String::new(),
        }),
        text("Target active PCR banks doesn't match source", |it| match &it.backend {
            TpmBackend::Emulator(emulator) => format!("{:?}", emulator.pcr_banks),
            _ => String::new(),
        }),
    }
    MemoryDevice {
        text("Target memory device model '{new}' doesn't match source model '{old}'", |it| it.model.to_string()),
        text("Target memory device targetNode '{new}' doesn't match source targetNode '{old}'", |it| {
            or(it.target.node, "-1")
        }),
        text("Target memory device size '{new}' doesn't match source memory device size '{old}'", |it| {
            it.target.size_kib.to_string()
        }),
        // As libvirt, which takes one for the other in both.
        text("Target NVDIMM label size '{old}' doesn't match source NVDIMM label size '{new}'", |it| {
            of_nvdimm(it, or(it.target.label_kib, "0"))
        }),
        text("Target NVDIMM alignment '{old}' doesn't match source NVDIMM alignment '{new}'", |it| {
            of_nvdimm(it, or(it.source.align_kib, "0"))
        }),
        text("Target NVDIMM pmem flag doesn't match source NVDIMM pmem flag", |it| {
            of_nvdimm(it, it.source.pmem.to_string())
        }),
        text("Target NVDIMM readonly flag doesn't match source NVDIMM readonly flag", |it| {
            of_nvdimm(it, it.target.readonly.to_string())
        }),
        text("Target NVDIMM UUID doesn't match source NVDIMM", |it| or(it.uuid, "")),
        text("Target memory device block size '{new}' doesn't match source memory device block size '{old}'", |it| {
            or(it.target.dynamic.map(|size| size.block_kib), "0")
        }),
        text(
            "Target memory device requested size '{new}' doesn't match source memory device requested size '{old}'",
            |it| or(it.target.dynamic.map(|size| size.requested_kib), "0")
        ),
    }
    Iommu {
        differs("domain IOMMU device model", |it| format!("'{}'", it.model)),
        differs("domain IOMMU device intremap value", |it| format!("'{}'", or(it.driver.intremap, "default"))),
        differs("domain IOMMU device caching mode", |it| format!("'{}'", or(it.driver.caching_mode, "default"))),
        differs("domain IOMMU device eim value", |it| format!("'{}'", or(it.driver.eim, "default"))),
        differs("domain IOMMU device iotlb value", |it| format!("'{}'", or(it.driver.iotlb, "default"))),
        differs("domain IOMMU device aw_bits value", |it| format!("'{}'", or(it.driver.aw_bits, "0"))),
    }
    Vsock[virtio] {
        differs("domain vsock device model", |it| format!("'{}'", or(it.model, "default"))),
    }
}

/// The models of network cards that the original has names for.
const KNOWN_MODELS: &[&str] = &[
    "netfront",
    "rtl8139",
    "virtio",
    "e1000",
    "e1000e",
    "virtio-transitional",
    "virtio-non-transitional",
    "usb-net",
    "spapr-vlan",
    "lan9118",
    "scm91c111",
    "vlance",
    "vmxnet",
    "vmxnet2",
    "vmxnet3",
    "Am79C970A",
    "Am79C973",
    "82540EM",
    "82545EM",
    "82543GC",
];

/// A device of the host, which may have been handed over as an interface.
struct HostDevice {
    kind: (HostdevMode, &'static str),
    info: DeviceInfo,
}

impl HostDevice {
    fn all(devices: &Devices) -> Vec<Self> {
        let interfaces = devices.interfaces.iter().filter_map(|it| match &it.source {
            InterfaceSource::Hostdev { device, .. } => {
                let kind = HostdevSource::from(device.clone()).kind();
                Some(Self { kind, info: it.info.clone() })
            }
            _ => None,
        });
        let hostdevs = &devices.hostdevs;
        interfaces
            .chain(hostdevs.iter().map(|it| Self { kind: it.source.kind(), info: it.info.clone() }))
            .collect()
    }
}

fn queues(disk: &Disk) -> String {
    or(disk.driver.settings.queues, "0")
}

/// As the original numbers them: in the order of the words, among the models of a kind.
fn model_number(kind: ControllerKind, model: ControllerModel) -> usize {
    use ControllerModel as Model;
    let first = match kind {
        ControllerKind::Scsi if model as usize > Model::Virtio as usize => Model::Auto as usize + 1,
        ControllerKind::Scsi => Model::Auto as usize,
        ControllerKind::VirtioSerial => Model::Virtio as usize,
        ControllerKind::Usb => Model::Piix3Uhci as usize,
        ControllerKind::Pci => Model::PciRoot as usize,
        _ => Model::Piix3 as usize,
    };
    (model as usize).saturating_sub(first)
}

/// A choice as the original numbers it.
fn yes_no(choice: Option<crate::conf::domain::device::YesNo>) -> String {
    choice.map_or(0, |choice| choice as usize + 1).to_string()
}

/// What only counts for NVDIMMs.
fn of_nvdimm(device: &MemoryDevice, value: String) -> String {
    if device.model == MemoryModel::Nvdimm { value } else { String::new() }
}

const REDIRECTION_RULE: &[Seen<RedirRule>] = &[
    text("Target USB Class code does not match source", |rule| or(rule.class, "")),
    text("Target USB vendor ID does not match source", |rule| or(rule.vendor, "")),
    text("Target USB product ID does not match source", |rule| or(rule.product, "")),
    text("Target USB version does not match source", |rule| or(rule.version, "")),
    differs("USB allow", |rule| format!("'{}'", rule.allow)),
];

fn redirection_rules(old: &[RedirRule], new: &[RedirRule]) -> Result<()> {
    let (count, new_count) = (old.len(), new.len());
    if (count == 0) != (new_count == 0) {
        let [count, new_count] = [count, new_count].map(|count| count.min(1));
        return Err(fail::unsupported(format!(
            "Target domain USB redirection filter count {new_count} does not match source {count}"
        )));
    }
    if count != new_count {
        return Err(fail::unsupported(format!(
            "Target USB redirection filter rule count {new_count} does not match source {count}"
        )));
    }
    pairs(old, new, |old, new| super::check(REDIRECTION_RULE, old, new))
}
