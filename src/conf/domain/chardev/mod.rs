//! `<serial>`, `<parallel>`, `<console>` and `<channel>`: character devices as the guest sees them.

#![forbid(unsafe_code)]

mod channel;
mod host;

pub use channel::{Channel, ChannelTarget};
pub use host::{
    CharHost, CharKind, CharLog, CharSource, MouseMode, NullModem, SocketAddr, SocketMode, TcpProtocol,
};

use super::address::AddressKind;
use super::device::DeviceInfo;
use super::{FormatFlags, Origin, fail};
use crate::error::{Error, Result};
use crate::util::xml::{Element, Writer, number, words};

/// `<serial>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serial {
    pub host: CharHost,
    /// Decided by the driver if the XML does not say.
    pub target: Option<SerialTarget>,
    pub model: Option<SerialModel>,
    /// Number of the port in the guest.
    pub port: u32,
    pub info: DeviceInfo,
}

words! {
    /// `<target type=…>` of a serial port
    pub enum SerialTarget {
        Isa = "isa-serial",
        Usb = "usb-serial",
        Pci = "pci-serial",
        SpaprVio = "spapr-vio-serial",
        System = "system-serial",
        Sclp = "sclp-serial",
        IsaDebug = "isa-debug",
    }
}

words! {
    /// `<model name=…>` of a serial port
    pub enum SerialModel {
        Isa = "isa-serial",
        Usb = "usb-serial",
        Pci = "pci-serial",
        SpaprVty = "spapr-vty",
        Pl011 = "pl011",
        Sclp = "sclpconsole",
        Sclplm = "sclplmconsole",
        Uart16550a = "16550a",
        IsaDebug = "isa-debugcon",
    }
}

/// `<parallel>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parallel {
    pub host: CharHost,
    pub port: u32,
    pub info: DeviceInfo,
}

/// `<console>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Console {
    pub host: CharHost,
    pub target: ConsoleTarget,
    pub port: u32,
    pub info: DeviceInfo,
}

words! {
    /// `<target type=…>` of a console
    pub enum ConsoleTarget {
        Serial = "serial",
        Xen = "xen",
        Uml = "uml",
        Virtio = "virtio",
        Lxc = "lxc",
        Openvz = "openvz",
        Sclp = "sclp",
        Sclplm = "sclplm",
    }
}

/// The word that leaves a type or a model open.
const NONE: &str = "none";

impl SerialTarget {
    /// Whether a console of the domain shows such a port unless the XML says otherwise.
    pub fn is_console(self) -> bool {
        !matches!(self, Self::Usb | Self::Pci | Self::IsaDebug)
    }

    /// The one device of the emulator for it, where there is one.
    pub fn model(self) -> Option<SerialModel> {
        match self {
            Self::Isa => Some(SerialModel::Isa),
            Self::Usb => Some(SerialModel::Usb),
            Self::Pci => Some(SerialModel::Pci),
            Self::SpaprVio => Some(SerialModel::SpaprVty),
            Self::IsaDebug => Some(SerialModel::IsaDebug),
            Self::System | Self::Sclp => None,
        }
    }
}

/// Serial ports that a PC has addresses for.
const ISA_PORTS: u32 = 4;

impl Serial {
    /// Reads the element; the port is still open if the XML does not say it.
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<(Self, Option<u32>)> {
        let target = element.child("target");
        let kind = match target.and_then(|target| target.attr("type")) {
            None | Some(NONE) => None,
            Some(text) => Some(text.parse().map_err(|()| unknown_target(text))?),
        };
        let model = target.and_then(|target| target.child("model")).and_then(|model| model.filled("name"));
        let model = model.filter(|model| *model != NONE).map(|text| {
            let detail = format!("unknown target model '{text}' specified for character device");
            text.parse().map_err(|()| fail::unsupported(detail))
        });
        let port = port(target)?;
        let host = CharHost::parse(element, origin)?;
        if host.source == CharSource::SpiceVmc {
            return Err(only_virtio());
        }
        let serial = Self {
            host: with_path(host)?,
            target: kind,
            model: model.transpose()?,
            port: port.unwrap_or(0),
            info: DeviceInfo::parse(element, origin)?,
        };
        Ok((serial, port))
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("serial", |w| {
            w.attr("type", self.host.source.kind());
            self.host.format(w, &self.info, flags);
            w.element("target", |w| {
                w.attr_opt("type", self.target);
                w.attr("port", self.port);
                w.element_unless_empty("model", |w| w.attr_opt("name", self.model));
            });
            self.info.format(w, flags);
        });
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        let kind = self.info.address.map(|address| address.kind());
        if self.target == Some(SerialTarget::Usb) && kind.is_some_and(|kind| kind != AddressKind::Usb) {
            return Err(fail::unsupported("usb-serial requires address of usb type"));
        }
        if self.target == Some(SerialTarget::Isa) && self.port >= ISA_PORTS {
            let detail = format!("Maximum supported number of ISA serial ports is '{ISA_PORTS}'");
            return Err(fail::internal(detail));
        }
        Ok(())
    }
}

impl Parallel {
    /// Reads the element; the port is still open if the XML does not say it.
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<(Self, Option<u32>)> {
        let port = port(element.child("target"))?;
        let host = with_path(CharHost::parse(element, origin)?)?;
        let info = DeviceInfo::parse(element, origin)?;
        Ok((Self { host, port: port.unwrap_or(0), info }, port))
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("parallel", |w| {
            w.attr("type", self.host.source.kind());
            self.host.format(w, &self.info, flags);
            w.element("target", |w| w.attr("port", self.port));
            self.info.format(w, flags);
        });
    }
}

impl Console {
    /// `position` is the port of a console, whatever the user says.
    pub(super) fn parse(element: Element<'_>, origin: Origin, position: usize) -> Result<Self> {
        let target = element.child("target");
        let kind = match target.and_then(|target| target.attr("type")) {
            None | Some(NONE) => ConsoleTarget::Serial,
            Some(text) => text.parse().map_err(|()| unknown_target(text))?,
        };
        let said = port(target)?.filter(|_| origin == Origin::State);
        let host = CharHost::parse(element, origin)?;
        if host.source == CharSource::SpiceVmc {
            return Err(only_virtio());
        }
        Ok(Self {
            host: with_path(host)?,
            target: kind,
            port: said.unwrap_or(u32::try_from(position).unwrap_or(u32::MAX)),
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("console", |w| {
            w.attr("type", self.host.source.kind());
            // As libvirt: the path of the terminal a second time, where old programs look for it.
            if let CharSource::Pty { path: Some(path) } = &self.host.source
                && !flags.inactive
            {
                w.attr("tty", path);
            }
            self.host.format(w, &self.info, flags);
            w.element("target", |w| {
                w.attr("type", self.target);
                w.attr("port", self.port);
            });
            self.info.format(w, flags);
        });
    }

    /// The console that is another view of `serial`.
    pub(super) fn of_serial(serial: &Serial) -> Self {
        Self {
            host: serial.host.clone(),
            target: ConsoleTarget::Serial,
            port: serial.port,
            info: serial.info.clone(),
        }
    }
}

fn unknown_target(text: &str) -> Error {
    fail::unsupported(format!("unknown target type '{text}' specified for character device"))
}

fn only_virtio() -> Error {
    fail::unsupported("spicevmc device type only supports virtio")
}

/// Only channels may leave the path of their socket to the driver.
fn with_path(host: CharHost) -> Result<CharHost> {
    match host.source {
        CharSource::Unix { path: None, .. } => {
            Err(fail::internal("Missing source path attribute for char device"))
        }
        _ => Ok(host),
    }
}

/// The number of the port; -1 leaves it open.
fn port(target: Option<Element<'_>>) -> Result<Option<u32>> {
    match target.and_then(|target| target.attr("port")) {
        None => Ok(None),
        Some(text) => number::<i32>(text)
            .map(|port| u32::try_from(port).ok())
            .ok_or_else(|| fail::xml(format!("Invalid port number: {text}"))),
    }
}
