//! `<hostdev>`: devices of the host that a guest gets.

#![forbid(unsafe_code)]

mod check;
mod source;

pub use source::{
    HostDevice, MdevModel, PciDriver, ScsiHostDevice, ScsiHostSource, UsbGuestReset, UsbHostDevice,
    UsbSettings,
};

use super::address::PciAddress;
use super::device::{DeviceInfo, Switch, YesNo};
use super::disk::{DiskModel, Sgio};
use super::net_ip::IpSettings;
use super::{FormatFlags, Origin, fail};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::Uuid;
use crate::util::uuid;
use crate::util::xml::{Element, Writer, attributes, unless_default, words};

/// `<hostdev>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hostdev {
    /// The driver takes the device from the host and gives it back.
    pub managed: bool,
    pub source: HostdevSource,
    pub readonly: bool,
    pub shareable: bool,
    pub teaming: Option<Teaming>,
    pub info: DeviceInfo,
}

/// Which device of the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostdevSource {
    Usb(UsbHostDevice),
    Pci {
        address: PciAddress,
        driver: Option<PciDriver>,
        /// Whether the host filters what the guest writes into the configuration.
        write_filtering: Option<YesNo>,
    },
    Scsi(ScsiHostDevice),
    /// A vhost target.
    ScsiHost {
        wwpn: String,
        model: Option<DiskModel>,
    },
    /// A mediated device.
    Mdev {
        uuid: Uuid,
        model: MdevModel,
        settings: MdevSettings,
    },
    /// Devices of containers.
    Storage {
        block: String,
    },
    Misc {
        character: String,
    },
    Net {
        interface: String,
        ip: IpSettings,
    },
}

attributes! {
    /// What the guest sees of a mediated graphics card.
    pub struct MdevSettings {
        display: Switch = "display",
        ramfb: Switch = "ramfb",
    }
}

words! {
    /// `<hostdev mode=…>`
    pub enum HostdevMode {
        Subsystem = "subsystem",
        Capabilities = "capabilities",
    }
}

words! {
    /// `<hostdev mode='subsystem' type=…>`
    pub enum Subsystem {
        Usb = "usb",
        Pci = "pci",
        Scsi = "scsi",
        ScsiHost = "scsi_host",
        Mdev = "mdev",
    }
}

words! {
    /// `<hostdev mode='capabilities' type=…>`
    pub enum Capability {
        Storage = "storage",
        Misc = "misc",
        Net = "net",
    }
}

/// `<teaming>`: one of two interfaces that the guest makes one of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teaming {
    pub kind: TeamingKind,
    /// Alias of the other one.
    pub persistent: Option<String>,
}

words! {
    /// `<teaming type=…>`
    pub enum TeamingKind {
        Persistent = "persistent",
        Transient = "transient",
    }
}

impl From<HostDevice> for HostdevSource {
    fn from(device: HostDevice) -> Self {
        match device {
            HostDevice::Usb(usb) => Self::Usb(usb),
            HostDevice::Pci(address) => Self::Pci { address, driver: None, write_filtering: None },
        }
    }
}

impl Hostdev {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let mode = match element.attr("mode") {
            None => HostdevMode::Subsystem,
            Some(text) => {
                text.parse().map_err(|()| fail::unsupported(format!("unknown hostdev mode '{text}'")))?
            }
        };
        let source = match mode {
            HostdevMode::Subsystem => HostdevSource::parse_subsystem(element)?,
            HostdevMode::Capabilities => HostdevSource::parse_capability(element)?,
        };
        Ok(Self {
            managed: element.attr("managed") == Some(YesNo::Yes.as_str()),
            readonly: element.child("readonly").is_some(),
            shareable: element.child("shareable").is_some(),
            teaming: element.child("teaming").map(Teaming::parse).transpose()?.flatten(),
            info: DeviceInfo::parse_with_rom(element, origin)?,
            source,
        })
    }

    /// Whether it sits on a SCSI controller of the guest.
    pub fn is_scsi(&self) -> bool {
        matches!(self.source, HostdevSource::Scsi(_))
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("hostdev", |w| {
            self.source.format_attributes(w, self.managed);
            if let HostdevSource::Pci { driver: Some(driver), .. } = self.source {
                driver.format(w);
            }
            self.source.format(w);
            if let HostdevSource::Net { ip, .. } = &self.source {
                ip.format(w);
            }
            if matches!(self.source, HostdevSource::Scsi(_)) {
                for (name, set) in [("readonly", self.readonly), ("shareable", self.shareable)] {
                    if set {
                        w.empty(name);
                    }
                }
            }
            if let Some(teaming) = &self.teaming {
                teaming.format(w);
            }
            self.info.format(w, flags);
        });
    }
}

/// The word of an attribute that has to be one of those for `type`.
fn kind_of<T: std::str::FromStr>(text: Option<&str>) -> Result<T> {
    let text = text.ok_or_else(|| fail::xml("missing source address type"))?;
    text.parse().map_err(|_| fail::unsupported(format!("unknown host device source address type '{text}'")))
}

impl HostdevSource {
    fn parse_subsystem(element: Element<'_>) -> Result<Self> {
        let kind: Subsystem = kind_of(element.attr("type"))?;
        let source =
            element.child("source").ok_or_else(|| fail::xml("Missing <source> element in hostdev device"))?;
        let (sgio, rawio): (Option<Sgio>, _) = (element.word("sgio")?, element.word("rawio")?);
        if kind != Subsystem::Scsi {
            for (set, name) in [(sgio.is_some(), "sgio"), (rawio.is_some(), "rawio")] {
                if set {
                    return Err(fail::xml(format!("{name} is only supported for scsi host device")));
                }
            }
        }
        if element.attr("model").is_some() && !matches!(kind, Subsystem::ScsiHost | Subsystem::Mdev) {
            // As libvirt: it names the type that is there.
            return Err(fail::xml(format!(
                "'model' attribute in <hostdev> is only supported when type='{kind}'"
            )));
        }
        let usb = UsbSettings::read(source)?;
        if usb.startup_policy.is_some() && kind != Subsystem::Usb {
            return Err(fail::unsupported("Setting startupPolicy is only allowed for USB devices"));
        }
        Ok(match kind {
            Subsystem::Usb => Self::Usb(UsbHostDevice::parse(source)?),
            Subsystem::Pci => Self::Pci {
                address: source::pci(source)?,
                driver: PciDriver::parse(element)?,
                write_filtering: source.word("writeFiltering")?,
            },
            Subsystem::Scsi => Self::Scsi(ScsiHostDevice::parse(source, sgio, rawio)?),
            Subsystem::ScsiHost => {
                Self::ScsiHost { wwpn: source::wwpn(source)?, model: unless_default(element, "model")? }
            }
            Subsystem::Mdev => {
                let model = element.required_word("model")?;
                let settings = MdevSettings::read(element)?;
                Self::Mdev { uuid: mdev_uuid(source)?, model, settings }
            }
        })
    }

    fn parse_capability(element: Element<'_>) -> Result<Self> {
        let kind = kind_of(element.attr("type"))?;
        let source =
            element.child("source").ok_or_else(|| fail::xml("Missing <source> element in hostdev device"))?;
        let text = |name: &str, what: &str| {
            source
                .child_text(name)
                .ok_or_else(|| fail::xml(format!("Missing <{name}> element in hostdev {what} device")))
        };
        Ok(match kind {
            Capability::Storage => Self::Storage { block: text("block", "storage")? },
            Capability::Misc => Self::Misc { character: text("char", "character")? },
            Capability::Net => {
                Self::Net { interface: text("interface", "net")?, ip: IpSettings::parse(element)? }
            }
        })
    }

    /// The mode and the word of `<hostdev type=…>`.
    pub fn kind(&self) -> (HostdevMode, &'static str) {
        use HostdevMode::{Capabilities, Subsystem as Sub};
        match self {
            Self::Usb(_) => (Sub, Subsystem::Usb.as_str()),
            Self::Pci { .. } => (Sub, Subsystem::Pci.as_str()),
            Self::Scsi(_) => (Sub, Subsystem::Scsi.as_str()),
            Self::ScsiHost { .. } => (Sub, Subsystem::ScsiHost.as_str()),
            Self::Mdev { .. } => (Sub, Subsystem::Mdev.as_str()),
            Self::Storage { .. } => (Capabilities, Capability::Storage.as_str()),
            Self::Misc { .. } => (Capabilities, Capability::Misc.as_str()),
            Self::Net { .. } => (Capabilities, Capability::Net.as_str()),
        }
    }

    fn format_attributes(&self, w: &mut Writer, managed: bool) {
        let (mode, kind) = self.kind();
        w.attr("mode", mode);
        w.attr("type", kind);
        if mode == HostdevMode::Subsystem {
            w.attr("managed", if managed { YesNo::Yes } else { YesNo::No });
        }
        match self {
            Self::Scsi(scsi) => {
                w.attr_opt("sgio", scsi.sgio);
                w.attr_opt("rawio", scsi.rawio);
            }
            Self::ScsiHost { model, .. } => w.attr_opt("model", *model),
            Self::Mdev { model, settings, .. } => {
                w.attr("model", model);
                settings.write(w);
            }
            _ => {}
        }
    }

    fn format(&self, w: &mut Writer) {
        w.element_unless_empty("source", |w| match self {
            Self::Usb(usb) => usb.format(w),
            Self::Pci { address, write_filtering, .. } => {
                w.attr_opt("writeFiltering", *write_filtering);
                w.element("address", |w| address.format_place(w));
            }
            Self::Scsi(scsi) => scsi.format(w),
            Self::ScsiHost { wwpn, .. } => {
                w.attr("protocol", source::VHOST);
                w.attr("wwpn", wwpn);
            }
            Self::Mdev { uuid, .. } => w.element("address", |w| w.attr("uuid", uuid)),
            Self::Storage { block } => w.text("block", block),
            Self::Misc { character } => w.text("char", character),
            Self::Net { interface, .. } => w.text("interface", interface),
        });
    }
}

fn mdev_uuid(source: Element<'_>) -> Result<Uuid> {
    let address = source.child("address").ok_or_else(|| fail::unsupported("Missing <address> element"))?;
    let text = address
        .attr("uuid")
        .ok_or_else(|| fail::unsupported("Missing 'uuid' attribute for element <address>"))?;
    uuid::parse(text).ok_or_else(|| fail::internal("Cannot parse uuid attribute of element <address>"))
}

impl Teaming {
    /// One without a type is none.
    pub(super) fn parse(element: Element<'_>) -> Result<Option<Self>> {
        let Some(text) = element.attr("type") else { return Ok(None) };
        let kind = text.parse().map_err(|()| fail::unsupported(format!("unknown teaming type '{text}'")))?;
        Ok(Some(Self { kind, persistent: element.attr("persistent").map(str::to_owned) }))
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("teaming", |w| {
            w.attr("type", self.kind);
            w.attr_opt("persistent", self.persistent.as_ref());
        });
    }

    pub(super) fn check_of_interface(&self) -> Result<()> {
        match (self.kind, &self.persistent) {
            (TeamingKind::Transient, None) => Err(fail::unsupported(
                "teaming persistent attribute must be set if teaming type is 'transient'",
            )),
            (TeamingKind::Persistent, Some(_)) => Err(fail::unsupported(
                "teaming persistent attribute not allowed if teaming type is 'persistent'",
            )),
            _ => Ok(()),
        }
    }

    fn check_of_hostdev(&self) -> Result<()> {
        match (self.kind, &self.persistent) {
            (TeamingKind::Persistent, _) => {
                Err(fail::unsupported("teaming hostdev devices must have type='transient'"))
            }
            (TeamingKind::Transient, None) => {
                Err(fail::unsupported("missing required persistent attribute in hostdev teaming element"))
            }
            _ => Ok(()),
        }
    }
}

/// The error for something about authentication that only SCSI devices have.
fn bad_secret(kind: impl std::fmt::Display) -> Error {
    let detail = format!("hostdev invalid secret type '{kind}'");
    Error::new(ErrorCode::VIR_ERR_INTERNAL_ERROR, ErrorDomain::VIR_FROM_DOMAIN, detail)
}
