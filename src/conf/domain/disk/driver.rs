//! `<driver>` of a disk: image format, cache, what happens on errors.

#![forbid(unsafe_code)]

use std::num::NonZeroU32;

use crate::conf::domain::device::{Switch, VirtioOptions};
use crate::conf::domain::{fail, size};
use crate::error::Result;
use crate::util::xml::{Element, Positive, Writer, attributes, unless_default, words};

/// `<driver>` of a disk
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiskDriver {
    pub settings: DriverSettings,
    pub virtio: VirtioOptions,
    /// Most memory that may hold the image's tables.
    pub metadata_cache: MetadataCache,
}

attributes! {
    /// The attributes of `<driver>` that only disks have.
    pub struct DriverSettings {
        /// "qemu" in QEMU domains.
        name: String = "name",
        /// Format of the image.
        format: DiskFormat = "type" via format_of_image,
        cache: DiskCache = "cache" via unless_default,
        /// What happens when writing (and, without `rerror_policy`, reading) fails.
        error_policy: ErrorPolicy = "error_policy",
        rerror_policy: ErrorPolicy = "rerror_policy",
        io: DiskIo = "io",
        ioeventfd: Switch = "ioeventfd",
        event_idx: Switch = "event_idx",
        copy_on_read: Switch = "copy_on_read",
        discard: Discard = "discard",
        /// Number of the I/O thread that serves the disk.
        iothread: Positive = "iothread",
        detect_zeroes: DetectZeroes = "detect_zeroes",
        queues: NonZeroU32 = "queues",
        queue_size: NonZeroU32 = "queue_size",
    }
}

words! {
    /// `<driver type=…>` and `<format type=…>`: how an image is laid out.
    pub enum DiskFormat {
        Raw = "raw",
        Dir = "dir",
        Bochs = "bochs",
        Cloop = "cloop",
        Dmg = "dmg",
        Iso = "iso",
        Vpc = "vpc",
        Vdi = "vdi",
        Fat = "fat",
        Vhd = "vhd",
        Ploop = "ploop",
        Cow = "cow",
        Qcow = "qcow",
        Qcow2 = "qcow2",
        Qed = "qed",
        Vmdk = "vmdk",
    }
}

words! {
    /// `<driver cache=…>`
    pub enum DiskCache {
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

words! {
    /// `<driver detect_zeroes=…>`
    pub enum DetectZeroes {
        Off = "off",
        On = "on",
        Unmap = "unmap",
    }
}

/// The word of old definitions for raw images.
const OLD_RAW: &str = "aio";

/// Reads the format of an image, in its old words too.
pub(in crate::conf::domain) fn format_of_image(
    element: Element<'_>,
    name: &str,
) -> Result<Option<DiskFormat>> {
    let unknown = |text| fail::unsupported(format!("unknown driver format value '{text}'"));
    match element.attr(name) {
        Some(OLD_RAW) => Ok(Some(DiskFormat::Raw)),
        text => text.map(|text| text.parse().map_err(|()| unknown(text))).transpose(),
    }
}

/// `<metadata_cache>`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MetadataCache {
    pub max_size_bytes: Option<u64>,
}

impl MetadataCache {
    pub(in crate::conf) fn parse(parent: Element<'_>) -> Result<Self> {
        let max_size = parent.child("metadata_cache").and_then(|cache| cache.child("max_size"));
        let bytes = size::text(max_size, "./metadata_cache/max_size", |size| size.bytes(1, u64::MAX))?;
        Ok(Self { max_size_bytes: bytes.filter(|bytes| *bytes > 0) })
    }

    pub(in crate::conf) fn format(self, w: &mut Writer) {
        if let Some(bytes) = self.max_size_bytes {
            w.element("metadata_cache", |w| {
                w.element("max_size", |w| {
                    w.attr("unit", "bytes");
                    w.content(bytes);
                });
            });
        }
    }
}

impl DiskDriver {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self {
            settings: DriverSettings::read(element)?,
            virtio: VirtioOptions::read(element)?,
            metadata_cache: MetadataCache::parse(element)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("driver", |w| {
            self.settings.write(w);
            self.virtio.switches.write(w);
            self.metadata_cache.format(w);
        });
    }
}

impl std::ops::Deref for DiskDriver {
    type Target = DriverSettings;

    fn deref(&self) -> &DriverSettings {
        &self.settings
    }
}

impl std::ops::DerefMut for DiskDriver {
    fn deref_mut(&mut self) -> &mut DriverSettings {
        &mut self.settings
    }
}
