//! `<disk>`

#![forbid(unsafe_code)]

use super::device::{DeviceInfo, Switch, YesNo};
use super::{FormatFlags, Origin, fail};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, number, words};

/// `<disk>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disk {
    pub device: DiskDevice,
    pub driver: DiskDriver,
    /// `None` for an empty drive.
    pub source: Option<DiskSource>,
    /// Name of the target, such as "hda"; unique in the domain.
    pub target: String,
    /// Guessed from the target's name if the XML does not say.
    pub bus: DiskBus,
    pub tray: Option<Tray>,
    /// Whether a USB disk shows itself as removable.
    pub removable: Option<Switch>,
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

/// `<source>` of a disk
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiskSource {
    File {
        path: String,
    },
    Block {
        path: String,
    },
    /// `host` is missing in definitions that cannot start.
    Nbd {
        export: Option<String>,
        host: Option<NbdHost>,
    },
}

/// Where an NBD server listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NbdHost {
    Tcp { name: String, port: u16 },
    Unix { socket: String },
}

/// The port that NBD servers listen on if nobody says otherwise (IANA).
const NBD_PORT: u16 = 10809;

impl Disk {
    /// Reads the element; the bus is still open if the XML does not say it.
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<(Self, Option<DiskBus>)> {
        fail::refuse(
            element,
            &[
                "auth",
                "encryption",
                "mirror",
                "iotune",
                "blockio",
                "geometry",
                "transient",
                "wwn",
                "vendor",
                "product",
            ],
            &["sgio", "rawio", "snapshot", "model"],
        )?;
        if element.child("backingStore").is_some_and(|store| store.child("source").is_some()) {
            return Err(fail::unsupported("element 'backingStore' in 'disk' is not supported"));
        }
        let device = element.word("device")?.unwrap_or(DiskDevice::Disk);
        let kind = element.word("type")?.unwrap_or(DiskKind::File);
        let source = element.child("source").map(|s| DiskSource::parse(s, kind)).transpose()?.flatten();
        let target = element.child("target");
        let name = target.and_then(|target| target.filled("dev")).ok_or_else(|| {
            let path = source.as_ref().map_or("", DiskSource::path);
            Error::new(ErrorCode::VIR_ERR_NO_TARGET, ErrorDomain::VIR_FROM_DOMAIN, path)
        })?;
        let bus = match target {
            Some(target) => target.word("bus")?,
            None => None,
        };
        let tray = target.map(|target| target.word("tray")).transpose()?.flatten();
        let removable = target.map(|target| target.word("removable")).transpose()?.flatten();
        if let Some(target) = target {
            fail::refuse(target, &[], &["rotation_rate"])?;
        }
        let ejectable = matches!(device, DiskDevice::Cdrom | DiskDevice::Floppy);
        if tray.is_some() && !ejectable {
            return Err(fail::unsupported("tray is only valid for cdrom and floppy"));
        }
        if source.is_none() && !ejectable {
            return Err(Error::new(ErrorCode::VIR_ERR_NO_SOURCE, ErrorDomain::VIR_FROM_DOMAIN, name));
        }
        if device == DiskDevice::Lun && kind != DiskKind::Block {
            return Err(fail::unsupported("disk device='lun' is only valid for block type disk source"));
        }
        let disk = Self {
            device,
            driver: element.child("driver").map(DiskDriver::parse).transpose()?.unwrap_or_default(),
            node_index: match (origin, element.child("source")) {
                (Origin::State, Some(source)) => source.number("index")?,
                _ => None,
            },
            source,
            target: name.to_owned(),
            bus: bus.unwrap_or_else(|| DiskBus::guess(name, device)),
            tray: tray.filter(|tray| *tray == Tray::Open),
            removable,
            readonly: element.child("readonly").is_some(),
            shareable: element.child("shareable").is_some(),
            serial: element.child_text("serial"),
            info: DeviceInfo::parse(element, origin)?,
        };
        Ok((disk, bus))
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("disk", |w| {
            w.attr("type", self.source.as_ref().map_or(DiskKind::File, DiskSource::kind));
            w.attr("device", self.device);
            self.driver.format(w);
            if let Some(source) = &self.source {
                let index = self.node_index.filter(|_| !flags.inactive);
                source.format(w, index);
                if index.is_some() && source.kind() != DiskKind::Network {
                    w.empty("backingStore");
                }
            }
            w.element("target", |w| {
                w.attr("dev", &self.target);
                w.attr("bus", self.bus);
                w.attr_opt("tray", self.tray);
                w.attr_opt("removable", self.removable);
            });
            if self.readonly {
                w.empty("readonly");
            }
            if self.shareable {
                w.empty("shareable");
            }
            if let Some(serial) = &self.serial {
                w.text("serial", serial);
            }
            self.info.format(w, flags);
        });
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

    /// Name of the QEMU node that has the disk's contents.
    pub fn format_node(&self) -> Option<String> {
        self.node_index.map(|index| format!("libvirt-{index}-format"))
    }

    /// Name of the QEMU node below it, which does the input and output.
    pub fn storage_node(&self) -> Option<String> {
        self.node_index.map(|index| format!("libvirt-{index}-storage"))
    }
}

/// How names of targets begin.
const PREFIXES: [&str; 7] = ["fd", "hd", "vd", "sd", "xvd", "ubd", "dasd"];

impl DiskBus {
    /// The bus that a target's name suggests.
    fn guess(target: &str, device: DiskDevice) -> Self {
        match target {
            _ if device == DiskDevice::Floppy => Self::Fdc,
            t if t.starts_with("hd") => Self::Ide,
            t if t.starts_with("sd") => Self::Scsi,
            t if t.starts_with("vd") => Self::Virtio,
            t if t.starts_with("fd") => Self::Fdc,
            _ => Self::Ide,
        }
    }
}

words! {
    /// `<disk type=…>`
    pub enum DiskKind {
        File = "file",
        Block = "block",
        Network = "network",
        Dir = "dir",
        Volume = "volume",
        Nvme = "nvme",
        VhostUser = "vhostuser",
    }
}

impl DiskDriver {
    fn parse(element: Element<'_>) -> Result<Self> {
        fail::refuse(
            element,
            &["metadata_cache"],
            &[
                "ioeventfd",
                "event_idx",
                "copy_on_read",
                "iothread",
                "detect_zeroes",
                "queues",
                "queue_size",
                "iommu",
                "ats",
                "packed",
                "page_per_vq",
            ],
        )?;
        let unknown = |text: &str| fail::unsupported(format!("unknown driver format value '{text}'"));
        let driver = Self {
            name: element.filled("name").map(str::to_owned),
            format: element.filled("type").map(|t| t.parse().map_err(|()| unknown(t))).transpose()?,
            cache: match element.attr("cache") {
                Some("default") => None,
                _ => element.word("cache")?,
            },
            error_policy: element.word("error_policy")?,
            rerror_policy: element.word("rerror_policy")?,
            io: element.word("io")?,
            discard: element.word("discard")?,
        };
        if driver.rerror_policy == Some(ErrorPolicy::Enospace) {
            return Err(fail::unsupported("Invalid disk read error policy: 'enospace'"));
        }
        Ok(driver)
    }

    fn format(&self, w: &mut Writer) {
        w.element_unless_empty("driver", |w| {
            w.attr_opt("name", self.name.as_ref());
            w.attr_opt("type", self.format);
            w.attr_opt("cache", self.cache);
            w.attr_opt("error_policy", self.error_policy);
            w.attr_opt("rerror_policy", self.rerror_policy);
            w.attr_opt("io", self.io);
            w.attr_opt("discard", self.discard);
        });
    }
}

impl DiskSource {
    /// `None` for a source that names nothing, which is an empty drive.
    pub(super) fn parse(element: Element<'_>, kind: DiskKind) -> Result<Option<Self>> {
        fail::refuse(
            element,
            &[
                "encryption",
                "reservations",
                "slices",
                "ssl",
                "auth",
                "cookies",
                "initiator",
                "snapshot",
                "config",
            ],
            &["startupPolicy", "query"],
        )?;
        fail::refuse_yes(element, "tls")?;
        let path = |attribute| element.filled(attribute).map(str::to_owned);
        match kind {
            DiskKind::File => Ok(path("file").map(|path| Self::File { path })),
            DiskKind::Block => Ok(path("dev").map(|path| Self::Block { path })),
            DiskKind::Network => match element.required_word("protocol")? {
                NetworkProtocol::Nbd => {
                    let mut hosts = element.children_named("host");
                    let host = hosts.next().map(NbdHost::parse).transpose()?;
                    if hosts.next().is_some() {
                        return Err(fail::unsupported("nbd protocol accepts only one host"));
                    }
                    Ok(Some(Self::Nbd { export: path("name"), host }))
                }
                other => Err(fail::unsupported(format!("disk protocol '{other}' is not supported"))),
            },
            other => Err(fail::unsupported(format!("disk type '{other}' is not supported"))),
        }
    }

    pub(super) fn format(&self, w: &mut Writer, index: Option<u32>) {
        w.element("source", |w| match self {
            Self::File { path } => {
                w.attr("file", path);
                w.attr_opt("index", index);
            }
            Self::Block { path } => {
                w.attr("dev", path);
                w.attr_opt("index", index);
            }
            Self::Nbd { export, host } => {
                w.attr("protocol", NetworkProtocol::Nbd);
                w.attr_opt("name", export.as_ref());
                // As libvirt: in a running domain it is decided.
                w.attr_opt("tls", index.map(|_| YesNo::No));
                w.attr_opt("index", index);
                if let Some(host) = host {
                    host.format(w);
                }
            }
        });
    }

    fn kind(&self) -> DiskKind {
        match self {
            Self::File { .. } => DiskKind::File,
            Self::Block { .. } => DiskKind::Block,
            Self::Nbd { .. } => DiskKind::Network,
        }
    }

    /// What the original calls the path of the source in events: the file, or the name of the export.
    pub fn path(&self) -> &str {
        match self {
            Self::File { path } | Self::Block { path } => path,
            Self::Nbd { export, .. } => export.as_deref().unwrap_or_default(),
        }
    }
}

words! {
    /// `<source protocol=…>`
    pub(super) enum NetworkProtocol {
        None = "none",
        Nbd = "nbd",
        Rbd = "rbd",
        Sheepdog = "sheepdog",
        Gluster = "gluster",
        Iscsi = "iscsi",
        Http = "http",
        Https = "https",
        Ftp = "ftp",
        Ftps = "ftps",
        Tftp = "tftp",
        Ssh = "ssh",
        Vxhs = "vxhs",
        Nfs = "nfs",
    }
}

impl NbdHost {
    fn parse(element: Element<'_>) -> Result<Self> {
        let transport = element.attr("transport");
        match transport.unwrap_or("tcp") {
            "unix" => element
                .filled("socket")
                .map(|socket| Self::Unix { socket: socket.to_owned() })
                .ok_or_else(|| fail::xml("missing socket for unix transport")),
            "tcp" => {
                if element.attr("socket").is_some() {
                    let transport = transport.unwrap_or("(null)");
                    let detail = format!("transport '{transport}' does not support socket attribute");
                    return Err(fail::xml(detail));
                }
                let name = element.filled("name").ok_or_else(|| fail::xml("missing name for host"))?;
                let port = match element.attr("port") {
                    None => NBD_PORT,
                    Some(text) => number(text).ok_or_else(|| {
                        let detail = format!("failed to parse port number '{text}'");
                        Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, detail)
                    })?,
                };
                Ok(Self::Tcp { name: name.to_owned(), port })
            }
            "rdma" => Err(fail::unsupported("transport 'rdma' is not supported")),
            other => Err(fail::unsupported(format!("unknown protocol transport type '{other}'"))),
        }
    }

    fn format(&self, w: &mut Writer) {
        w.element("host", |w| match self {
            Self::Tcp { name, port } => {
                w.attr("name", name);
                w.attr("port", port);
            }
            Self::Unix { socket } => {
                w.attr("transport", "unix");
                w.attr("socket", socket);
            }
        });
    }
}
