//! `<filesystem>`: folders of the host that the guest sees.

#![forbid(unsafe_code)]

use std::num::NonZeroU64;

use super::device::{DeviceInfo, Switch, VirtioOptions};
use super::disk::{DiskFormat, DiskModel, format_of_image};
use super::size::{self, KIB};
use super::{FormatFlags, Origin, fail};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, attributes, number, unless_default, words};

/// `<filesystem>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filesystem {
    pub source: FilesystemSource,
    /// The name or folder that the guest knows it by.
    pub target: String,
    pub settings: FilesystemSettings,
    pub driver: FilesystemDriver,
    pub binary: VirtiofsBinary,
    pub readonly: bool,
    /// Most space in it, in bytes; of containers.
    pub hard_limit_bytes: Option<NonZeroU64>,
    pub soft_limit_bytes: Option<NonZeroU64>,
    pub info: DeviceInfo,
}

/// What is behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilesystemSource {
    Mount {
        dir: String,
    },
    /// A virtiofs daemon that somebody else runs.
    Socket {
        path: String,
    },
    Block {
        dev: String,
    },
    File {
        file: String,
    },
    Template {
        name: String,
    },
    Ram {
        usage_kib: u64,
    },
    Bind {
        dir: String,
    },
    Volume {
        pool: String,
        volume: String,
    },
}

words! {
    /// `<filesystem type=…>`
    pub enum FilesystemKind {
        Mount = "mount",
        Block = "block",
        File = "file",
        Template = "template",
        Ram = "ram",
        Bind = "bind",
        Volume = "volume",
    }
}

attributes! {
    /// The attributes of `<filesystem>` that are settings.
    pub struct FilesystemSettings {
        access_mode: AccessMode = "accessmode",
        model: DiskModel = "model",
        multi_devs: MultiDevs = "multidevs" via unless_default,
        /// Permissions of new files and folders.
        file_mode: Permissions = "fmode" via Permissions::read,
        dir_mode: Permissions = "dmode" via Permissions::read,
    }
}

words! {
    /// `<filesystem accessmode=…>`: whose permissions count.
    pub enum AccessMode {
        Passthrough = "passthrough",
        Mapped = "mapped",
        Squash = "squash",
    }
}

words! {
    /// `<filesystem multidevs=…>`: what happens if it spans devices of the host.
    pub enum MultiDevs {
        Remap = "remap",
        Forbid = "forbid",
        Warn = "warn",
    }
}

/// Permission bits, which are written in octal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permissions(pub u32);

/// `<driver>` of a filesystem
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilesystemDriver {
    pub settings: FilesystemDriverSettings,
    pub virtio: VirtioOptions,
}

attributes! {
    /// The attributes of `<driver>` that only filesystems have.
    pub struct FilesystemDriverSettings {
        kind: FilesystemDriverKind = "type" via unless_default,
        format: DiskFormat = "format" via format_of_image,
        write_policy: WritePolicy = "wrpolicy" via unless_default,
        queue_size: NonZeroU64 = "queue" via queue_size,
    }
}

words! {
    /// `<driver type=…>`
    pub enum FilesystemDriverKind {
        Path = "path",
        Handle = "handle",
        Loop = "loop",
        Nbd = "nbd",
        Ploop = "ploop",
        Virtiofs = "virtiofs",
    }
}

words! {
    /// `<driver wrpolicy=…>`
    pub enum WritePolicy {
        Immediate = "immediate",
    }
}

/// `<binary>`: the daemon of virtiofs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VirtiofsBinary {
    pub program: VirtiofsProgram,
    pub cache: Option<CacheMode>,
    pub sandbox: Option<Sandbox>,
    pub lock: VirtiofsLocks,
    pub threads: Option<u32>,
}

attributes! {
    /// The attributes of `<binary>`.
    pub struct VirtiofsProgram {
        path: String = "path",
        xattr: Switch = "xattr",
    }
}

attributes! {
    /// `<lock>`
    pub struct VirtiofsLocks {
        posix: Switch = "posix",
        flock: Switch = "flock",
    }
}

words! {
    /// `<cache mode=…>`
    pub enum CacheMode {
        None = "none",
        Always = "always",
    }
}

words! {
    /// `<sandbox mode=…>`
    pub enum Sandbox {
        Namespace = "namespace",
        Chroot = "chroot",
    }
}

impl Permissions {
    const MOST: u32 = 0o777;

    fn read(element: Element<'_>, name: &str) -> Result<Option<Self>> {
        let Some(text) = element.attr(name) else { return Ok(None) };
        let invalid = |_| element.invalid(name, text, " Expected non-negative integer value");
        let bits = u32::from_str_radix(text, 8).map_err(invalid)?;
        if bits > Self::MOST {
            return Err(fail::xml(format!("invalid {name}: '0{bits:o}'")));
        }
        Ok(Some(Self(bits)))
    }
}

impl std::fmt::Display for Permissions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04o}", self.0)
    }
}

fn queue_size(element: Element<'_>, name: &str) -> Result<Option<NonZeroU64>> {
    let Some(text) = element.attr(name) else { return Ok(None) };
    let bad = || fail::xml(format!("cannot parse queue size '{text}' for virtiofs"));
    number::<u64>(text).map(NonZeroU64::new).ok_or_else(bad)
}

impl Filesystem {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let kind = element.word("type")?.unwrap_or(FilesystemKind::Mount);
        let mut settings = FilesystemSettings::read(element)?;
        let driver = element.child("driver");
        let driver = driver.map(FilesystemDriver::parse).transpose()?.unwrap_or_default();
        let target = element.child("target").and_then(|target| target.filled("dir"));
        let missing = |code, what: &str| Error::new(code, ErrorDomain::VIR_FROM_DOMAIN, what);
        let source = FilesystemSource::parse(element.child("source"), kind)?
            .ok_or_else(|| missing(ErrorCode::VIR_ERR_NO_SOURCE, target.unwrap_or_default()))?;
        let target = target.ok_or_else(|| missing(ErrorCode::VIR_ERR_NO_TARGET, source.path()))?.to_owned();
        if !matches!(source, FilesystemSource::Socket { .. }) {
            settings.access_mode.get_or_insert(AccessMode::Passthrough);
        }
        let binary = match driver.settings.kind {
            Some(FilesystemDriverKind::Virtiofs) => {
                element.child("binary").map(VirtiofsBinary::parse).transpose()?.unwrap_or_default()
            }
            _ => VirtiofsBinary::default(),
        };
        let limit = |name: &str| {
            let place = format!("./{name}[1]");
            let bytes = size::text(element.child(name), &place, |size| size.bytes(1, u64::MAX))?;
            Ok::<_, Error>(bytes.and_then(NonZeroU64::new))
        };
        Ok(Self {
            source,
            target,
            settings,
            driver,
            binary,
            readonly: element.child("readonly").is_some(),
            hard_limit_bytes: limit("space_hard_limit")?,
            soft_limit_bytes: limit("space_soft_limit")?,
            info: DeviceInfo::parse_bootable(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("filesystem", |w| {
            w.attr("type", self.source.kind());
            self.settings.write(w);
            w.element_unless_empty("driver", |w| {
                self.driver.settings.write(w);
                self.driver.virtio.switches.write(w);
            });
            self.binary.format(w);
            self.source.format(w);
            w.element("target", |w| w.attr("dir", &self.target));
            if self.readonly {
                w.empty("readonly");
            }
            for (name, limit) in
                [("space_hard_limit", self.hard_limit_bytes), ("space_soft_limit", self.soft_limit_bytes)]
            {
                if let Some(bytes) = limit {
                    w.element(name, |w| {
                        w.attr("unit", "bytes");
                        w.content(bytes);
                    });
                }
            }
            self.info.format(w, flags);
        });
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        let is_virtiofs = self.driver.settings.kind == Some(FilesystemDriverKind::Virtiofs);
        if self.info.boot_order.is_some() && !is_virtiofs {
            return Err(fail::unsupported("boot order is only supported for virtiofs"));
        }
        Ok(())
    }
}

impl FilesystemSource {
    /// `None` for a source that says nothing.
    fn parse(element: Option<Element<'_>>, kind: FilesystemKind) -> Result<Option<Self>> {
        let text = |name| element.and_then(|element| element.attr(name)).map(str::to_owned);
        Ok(match kind {
            FilesystemKind::Mount => match text("socket") {
                Some(path) => Some(Self::Socket { path }),
                None => text("dir").map(|dir| Self::Mount { dir }),
            },
            FilesystemKind::Bind => text("dir").map(|dir| Self::Bind { dir }),
            FilesystemKind::Block => text("dev").map(|dev| Self::Block { dev }),
            FilesystemKind::File => text("file").map(|file| Self::File { file }),
            FilesystemKind::Template => text("name").map(|name| Self::Template { name }),
            FilesystemKind::Volume => match (text("pool"), text("volume")) {
                (Some(pool), Some(volume)) => Some(Self::Volume { pool, volume }),
                _ => None,
            },
            FilesystemKind::Ram => {
                let usage =
                    text("usage").ok_or_else(|| fail::xml("missing 'usage' attribute for RAM filesystem"))?;
                let number: u64 = number(&usage)
                    .ok_or_else(|| fail::xml(format!("cannot parse usage '{usage}' for RAM filesystem")))?;
                let bytes = size::scaled(number, text("units").as_deref(), KIB, u64::MAX)?;
                Some(Self::Ram { usage_kib: bytes / KIB })
            }
        })
    }

    fn path(&self) -> &str {
        match self {
            Self::Mount { dir: path }
            | Self::Socket { path }
            | Self::Block { dev: path }
            | Self::File { file: path }
            | Self::Template { name: path }
            | Self::Bind { dir: path } => path,
            Self::Ram { .. } | Self::Volume { .. } => "",
        }
    }

    /// The word of `<filesystem type=…>`.
    pub fn kind(&self) -> FilesystemKind {
        match self {
            Self::Mount { .. } | Self::Socket { .. } => FilesystemKind::Mount,
            Self::Block { .. } => FilesystemKind::Block,
            Self::File { .. } => FilesystemKind::File,
            Self::Template { .. } => FilesystemKind::Template,
            Self::Ram { .. } => FilesystemKind::Ram,
            Self::Bind { .. } => FilesystemKind::Bind,
            Self::Volume { .. } => FilesystemKind::Volume,
        }
    }

    fn format(&self, w: &mut Writer) {
        w.element("source", |w| match self {
            Self::Mount { dir } | Self::Bind { dir } => w.attr("dir", dir),
            Self::Socket { path } => w.attr("socket", path),
            Self::Block { dev } => w.attr("dev", dev),
            Self::File { file } => w.attr("file", file),
            Self::Template { name } => w.attr("name", name),
            Self::Ram { usage_kib } => {
                w.attr("usage", usage_kib);
                w.attr("units", "KiB");
            }
            Self::Volume { pool, volume } => {
                w.attr("pool", pool);
                w.attr("volume", volume);
            }
        });
    }
}

impl FilesystemDriver {
    fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self { settings: FilesystemDriverSettings::read(element)?, virtio: VirtioOptions::read(element)? })
    }
}

impl VirtiofsBinary {
    fn parse(element: Element<'_>) -> Result<Self> {
        let mode = |child| element.child(child);
        let threads = match mode("thread_pool").and_then(|pool| pool.attr("size")) {
            None => None,
            Some(text) => {
                let bad = || fail::xml(format!("cannot parse thread pool size '{text}' for virtiofs"));
                u32::try_from(number::<i32>(text).ok_or_else(bad)?).ok()
            }
        };
        Ok(Self {
            program: VirtiofsProgram::read(element)?,
            cache: mode("cache").map(|cache| cache.word("mode")).transpose()?.flatten(),
            sandbox: mode("sandbox").map(|sandbox| sandbox.word("mode")).transpose()?.flatten(),
            lock: VirtiofsLocks::read_child(element, "lock")?,
            threads,
        })
    }

    fn format(&self, w: &mut Writer) {
        w.element_unless_empty("binary", |w| {
            self.program.write(w);
            w.element_unless_empty("cache", |w| w.attr_opt("mode", self.cache));
            w.element_unless_empty("sandbox", |w| w.attr_opt("mode", self.sandbox));
            self.lock.write_child(w, "lock");
            w.element_unless_empty("thread_pool", |w| w.attr_opt("size", self.threads));
        });
    }
}
