//! `<disk>`

#![forbid(unsafe_code)]

use super::device::{DeviceInfo, YesNo};
use crate::util::xml::words;

/// `<disk>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disk {
    pub device: DiskDevice,
    pub driver: DiskDriver,
    /// `None` for an empty drive.
    pub source: Option<DiskSource>,
    /// Name of the target, such as "hda"; unique in the domain.
    pub target: String,
    pub bus: DiskBus,
    pub tray: Option<Tray>,
    pub removable: Option<YesNo>,
    pub readonly: bool,
    pub shareable: bool,
    pub serial: Option<String>,
    /// Number N of the QEMU nodes `libvirt-N-format` and `libvirt-N-storage`; only in a running domain.
    pub node_index: Option<u32>,
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
    /// `<target bus=…>`
    pub enum DiskBus {
        Ide = "ide",
        Fdc = "fdc",
        Scsi = "scsi",
        Virtio = "virtio",
        Usb = "usb",
        Sata = "sata",
    }
}

words! {
    /// `<target tray=…>`
    pub enum Tray {
        Closed = "closed",
        Open = "open",
    }
}

/// `<driver>` of a disk
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiskDriver {
    /// "qemu" in QEMU domains.
    pub name: Option<String>,
    /// Format of the image.
    pub format: Option<DiskFormat>,
    pub cache: Option<DiskCache>,
    /// What happens when writing (and, without `rerror_policy`, reading) fails.
    pub error_policy: Option<ErrorPolicy>,
    pub rerror_policy: Option<ErrorPolicy>,
    pub io: Option<DiskIo>,
    pub discard: Option<Discard>,
}

words! {
    /// `<driver type=…>`: formats that QEMU reads and writes.
    pub enum DiskFormat {
        Raw = "raw",
        Bochs = "bochs",
        Cloop = "cloop",
        Dmg = "dmg",
        Iso = "iso",
        Vpc = "vpc",
        Vdi = "vdi",
        Qcow = "qcow",
        Qcow2 = "qcow2",
        Qed = "qed",
        Vmdk = "vmdk",
    }
}

words! {
    /// `<driver cache=…>`
    pub enum DiskCache {
        Default = "default",
        None = "none",
        Writethrough = "writethrough",
        Writeback = "writeback",
        Directsync = "directsync",
        Unsafe = "unsafe",
    }
}

words! {
    /// `<driver error_policy=…>` and `rerror_policy`
    pub enum ErrorPolicy {
        Default = "default",
        Stop = "stop",
        Report = "report",
        Ignore = "ignore",
        /// Stop for a full device, report everything else; not for reading.
        Enospace = "enospace",
    }
}

words! {
    /// `<driver io=…>`
    pub enum DiskIo {
        Native = "native",
        Threads = "threads",
        IoUring = "io_uring",
    }
}

words! {
    /// `<driver discard=…>`
    pub enum Discard {
        Unmap = "unmap",
        Ignore = "ignore",
    }
}

/// `<source>` of a disk
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiskSource {
    File { path: String },
    Block { path: String },
    Nbd { export: Option<String>, host: NbdHost },
}

/// Where an NBD server listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NbdHost {
    Tcp { name: String, port: Option<String> },
    Unix { socket: String },
}

impl DiskSource {
    /// What the original calls the path of the source in events: the file, or the name of the export.
    pub fn path(&self) -> &str {
        match self {
            Self::File { path } | Self::Block { path } => path,
            Self::Nbd { export, .. } => export.as_deref().unwrap_or_default(),
        }
    }
}
