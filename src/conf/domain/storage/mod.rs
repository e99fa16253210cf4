//! `<source>` of disks, and of what stands behind them: where contents are, and how one gets at them.

#![forbid(unsafe_code)]

mod access;
mod network;

pub use access::{Auth, AuthKind, Encryption, EncryptionEngine, EncryptionFormat, Reservations, Secret};
pub use network::{Cookie, NetworkHost, NetworkProtocol, NetworkSource, Transport};

use super::address::PciAddress;
use super::device::YesNo;
use super::seclabel::DeviceSeclabel;
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, attributes, number, words};

/// `<source>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorageSource {
    pub location: Location,
    /// Number N of the QEMU nodes `libvirt-N-format` and `libvirt-N-storage`; only in a running domain.
    pub index: Option<u32>,
    /// The part of the storage that counts as the whole.
    pub slice: Option<Slice>,
    pub auth: Option<Auth>,
    pub seclabels: Vec<DeviceSeclabel>,
    pub encryption: Option<Encryption>,
    pub reservations: Option<Reservations>,
}

/// What kind of thing has the contents, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// The path of a file, a device or a folder; empty for a drive with no medium in it.
    File {
        path: String,
    },
    Block {
        path: String,
    },
    Dir {
        path: String,
    },
    Network(Box<NetworkSource>),
    /// A volume of a storage pool; `None` if the XML names neither.
    Volume(Option<Volume>),
    Nvme {
        managed: Option<YesNo>,
        namespace: u64,
        address: PciAddress,
    },
    /// A process that serves the disk at a socket.
    VhostUser {
        path: String,
        reconnect: Reconnect,
    },
    VhostVdpa {
        path: String,
    },
}

words! {
    /// `<disk type=…>`
    pub enum StorageKind {
        File = "file",
        Block = "block",
        Dir = "dir",
        Network = "network",
        Volume = "volume",
        Nvme = "nvme",
        VhostUser = "vhostuser",
        VhostVdpa = "vhostvdpa",
    }
}

/// A volume of a storage pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volume {
    pub pool: String,
    pub volume: String,
    pub mode: Option<VolumeMode>,
}

words! {
    /// `<source mode=…>`: whether a volume of an iSCSI pool is reached through the host or by the emulator itself.
    pub enum VolumeMode {
        Host = "host",
        Direct = "direct",
    }
}

attributes! {
    /// `<reconnect>`: what happens when the peer goes away.
    pub struct Reconnect {
        enabled: YesNo = "enabled",
        timeout_s: u32 = "timeout",
    }
}

/// `<slice>`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    pub offset: u64,
    pub size: u64,
}

impl StorageSource {
    pub fn new(location: Location) -> Self {
        Self {
            location,
            index: None,
            slice: None,
            auth: None,
            seclabels: Vec::new(),
            encryption: None,
            reservations: None,
        }
    }

    pub(in crate::conf) fn parse(element: Element<'_>, kind: StorageKind, origin: Origin) -> Result<Self> {
        Ok(Self {
            location: Location::parse(element, kind)?,
            auth: element.child("auth").map(Auth::parse).transpose()?,
            encryption: element.child("encryption").map(Encryption::parse).transpose()?,
            reservations: element.child("reservations").map(Reservations::parse).transpose()?,
            slice: Slice::parse(element)?,
            seclabels: DeviceSeclabel::parse_all(element)?,
            index: match origin {
                Origin::State => element.number("index")?,
                Origin::User => None,
            },
        })
    }

    /// Whether there is nothing behind it, as in a drive without a medium.
    pub fn is_empty(&self) -> bool {
        match &self.location {
            Location::File { path } | Location::Block { path } | Location::Dir { path } => path.is_empty(),
            Location::Network(network) => network.protocol == NetworkProtocol::None,
            _ => false,
        }
    }

    /// What the original calls the path of the source in events: the file, or the name at the server.
    pub fn path(&self) -> &str {
        match &self.location {
            Location::File { path }
            | Location::Block { path }
            | Location::Dir { path }
            | Location::VhostUser { path, .. }
            | Location::VhostVdpa { path } => path,
            Location::Network(network) => network.name.as_deref().unwrap_or_default(),
            Location::Volume(_) | Location::Nvme { .. } => "",
        }
    }

    /// The word of `<disk type=…>`.
    pub fn kind(&self) -> StorageKind {
        match &self.location {
            Location::File { .. } => StorageKind::File,
            Location::Block { .. } => StorageKind::Block,
            Location::Dir { .. } => StorageKind::Dir,
            Location::Network(_) => StorageKind::Network,
            Location::Volume(_) => StorageKind::Volume,
            Location::Nvme { .. } => StorageKind::Nvme,
            Location::VhostUser { .. } => StorageKind::VhostUser,
            Location::VhostVdpa { .. } => StorageKind::VhostVdpa,
        }
    }

    /// Writes `<source>`, unless there is nothing to say. `attributes` adds those of the user of the source.
    pub(in crate::conf) fn format(
        &self,
        w: &mut Writer,
        flags: FormatFlags,
        attributes: impl FnOnce(&mut Writer),
    ) {
        let index = self.index.filter(|_| !flags.inactive);
        w.element_unless_empty("source", |w| {
            self.location.format_attributes(w);
            attributes(w);
            w.attr_opt("index", index);
            self.location.format_children(w, flags);
            if let Some(slice) = &self.slice {
                slice.format(w);
            }
            if let Some(auth) = &self.auth {
                auth.format(w);
            }
            if self.kind() != StorageKind::Network {
                self.seclabels.iter().for_each(|label| label.format(w, flags));
            }
            if let Some(encryption) = &self.encryption {
                encryption.format(w);
            }
            if let Some(reservations) = &self.reservations {
                reservations.format(w, flags);
            }
        });
    }
}

impl Location {
    fn parse(element: Element<'_>, kind: StorageKind) -> Result<Self> {
        let path = |attribute| element.attr(attribute).unwrap_or_default().to_owned();
        Ok(match kind {
            StorageKind::File => Self::File { path: path("file") },
            StorageKind::Block => Self::Block { path: path("dev") },
            StorageKind::Dir => Self::Dir { path: path("dir") },
            StorageKind::Network => Self::Network(Box::new(NetworkSource::parse(element)?)),
            StorageKind::Volume => Self::Volume(Volume::parse(element)?),
            StorageKind::Nvme => Self::parse_nvme(element)?,
            StorageKind::VhostUser => Self::parse_vhost_user(element)?,
            StorageKind::VhostVdpa => Self::VhostVdpa {
                path: element
                    .filled("dev")
                    .ok_or_else(|| fail::xml("missing 'dev' attribute for vhostvdpa disk source"))?
                    .to_owned(),
            },
        })
    }

    fn parse_nvme(element: Element<'_>) -> Result<Self> {
        match element.attr("type") {
            None => return Err(fail::xml("missing 'type' attribute to disk source")),
            Some("pci") => {}
            Some(other) => return Err(fail::xml(format!("unsupported source type '{other}'"))),
        }
        let namespace = element
            .attr("namespace")
            .ok_or_else(|| fail::xml("missing 'namespace' attribute to disk source"))?;
        let namespace =
            number(namespace).ok_or_else(|| fail::xml(format!("malformed namespace '{namespace}'")))?;
        let managed = element.word("managed")?;
        let address =
            element.child("address").ok_or_else(|| fail::xml("NVMe disk source is missing address"))?;
        Ok(Self::Nvme { managed, namespace, address: PciAddress::parse(address)? })
    }

    fn parse_vhost_user(element: Element<'_>) -> Result<Self> {
        match element.attr("type") {
            None => return Err(fail::xml("missing 'type' attribute for vhostuser disk source")),
            Some("unix") => {}
            Some(_) => return Err(fail::xml("invalid 'type' attribute for vhostuser disk source")),
        }
        let path = element
            .attr("path")
            .ok_or_else(|| fail::xml("missing 'path' attribute for vhostuser disk source"))?
            .to_owned();
        Ok(Self::VhostUser { path, reconnect: Reconnect::parse(element)? })
    }

    fn format_attributes(&self, w: &mut Writer) {
        let path = |w: &mut Writer, name, path: &String| w.attr_opt(name, (!path.is_empty()).then_some(path));
        match self {
            Self::File { path: file } => path(w, "file", file),
            Self::Block { path: dev } => path(w, "dev", dev),
            Self::Dir { path: dir } => path(w, "dir", dir),
            Self::Network(network) => network.format_attributes(w),
            Self::Volume(None) => {}
            Self::Volume(Some(volume)) => {
                w.attr("pool", &volume.pool);
                w.attr("volume", &volume.volume);
                w.attr_opt("mode", volume.mode);
            }
            Self::Nvme { managed, namespace, .. } => {
                w.attr("type", "pci");
                w.attr_opt("managed", *managed);
                w.attr("namespace", namespace);
            }
            Self::VhostUser { path, .. } => {
                w.attr("type", "unix");
                w.attr("path", path);
            }
            Self::VhostVdpa { path } => w.attr("dev", path),
        }
    }

    fn format_children(&self, w: &mut Writer, flags: FormatFlags) {
        match self {
            Self::Network(network) => network.format_children(w, flags),
            Self::Nvme { address, .. } => w.element("address", |w| address.format_place(w)),
            Self::VhostUser { reconnect, .. } => reconnect.write_child(w, "reconnect"),
            _ => {}
        }
    }
}

impl Reconnect {
    /// Reads `<reconnect>` inside `source`.
    pub(super) fn parse(source: Element<'_>) -> Result<Self> {
        let Some(element) = source.child("reconnect") else { return Ok(Self::default()) };
        let reconnect = Self::read(element)?;
        match reconnect.enabled {
            Some(YesNo::Yes) if reconnect.timeout_s.is_none() => Err(element.missing("timeout")),
            Some(YesNo::Yes) => Ok(reconnect),
            other => Ok(Self { enabled: other, timeout_s: None }),
        }
    }
}

impl Volume {
    fn parse(element: Element<'_>) -> Result<Option<Self>> {
        let text = |name| element.attr(name).map(str::to_owned);
        match (text("pool"), text("volume")) {
            (None, None) => Ok(None),
            (Some(pool), Some(volume)) => {
                let mode = element.attr("mode").map(|mode| {
                    let detail = || format!("unknown source mode '{mode}' for volume type disk");
                    mode.parse().map_err(|()| fail::unsupported(detail()))
                });
                Ok(Some(Self { pool, volume, mode: mode.transpose()? }))
            }
            _ => {
                let detail = "'pool' and 'volume' must be specified together for 'pool' type source";
                Err(fail::xml(detail))
            }
        }
    }
}

impl Slice {
    /// The slice of the storage itself; the original knows no others.
    fn parse(source: Element<'_>) -> Result<Option<Self>> {
        let mut slices = source.child("slices").into_iter().flat_map(|slices| slices.children_named("slice"));
        let Some(element) = slices.find(|slice| slice.attr("type") == Some("storage")) else {
            return Ok(None);
        };
        let (Some(offset), Some(size)) = (element.attr("offset"), element.attr("size")) else {
            return Err(fail::xml("missing offset or size attribute of slice"));
        };
        let value = |name, text| {
            number(text)
                .ok_or_else(|| fail::xml(format!("malformed value '{text}' of '{name}' attribute of slice")))
        };
        Ok(Some(Self { offset: value("offset", offset)?, size: value("size", size)? }))
    }

    fn format(&self, w: &mut Writer) {
        w.element("slices", |w| {
            w.element("slice", |w| {
                w.attr("type", "storage");
                w.attr("offset", self.offset);
                w.attr("size", self.size);
            });
        });
    }
}
