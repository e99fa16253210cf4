//! `<serial>` and `<console>`: character devices and their host side.

#![forbid(unsafe_code)]

use super::device::{DeviceInfo, Switch, YesNo};
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, number, words};

/// `<serial>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serial {
    pub source: CharSource,
    pub log: Option<CharLog>,
    /// Decided by the driver if the XML does not say.
    pub target: Option<SerialTarget>,
    /// Number of the port in the guest.
    pub port: u32,
    pub info: DeviceInfo,
}

words! {
    /// `<target type=…>` of a serial port; the model has the same name.
    pub enum SerialTarget {
        Isa = "isa-serial",
    }
}

/// `<console>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Console {
    pub source: CharSource,
    pub log: Option<CharLog>,
    pub target: ConsoleTarget,
    pub port: u32,
    pub info: DeviceInfo,
}

words! {
    /// `<target type=…>` of a console
    pub enum ConsoleTarget {
        Serial = "serial",
        Virtio = "virtio",
    }
}

/// The host side of a character device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CharSource {
    Null,
    Stdio,
    /// A pseudo terminal; its path is known once the domain runs.
    Pty {
        path: Option<String>,
    },
    File {
        path: String,
        append: Option<Switch>,
    },
    Dev {
        path: String,
    },
    Pipe {
        path: String,
    },
    /// A socket in the file system.
    Unix {
        path: String,
        mode: SocketMode,
    },
    Tcp {
        host: String,
        service: String,
        mode: SocketMode,
        protocol: TcpProtocol,
    },
    Udp {
        connect: SocketAddr,
        bind: Option<SocketAddr>,
    },
}

/// Host and service of a socket, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SocketAddr {
    pub host: Option<String>,
    pub service: Option<String>,
}

words! {
    /// Who waits for whom.
    pub enum SocketMode {
        /// The emulator listens.
        Bind = "bind",
        Connect = "connect",
    }
}

words! {
    /// `<protocol type=…>`
    pub enum TcpProtocol {
        Raw = "raw",
        Telnet = "telnet",
    }
}

/// `<log>`: a copy of everything that the guest writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharLog {
    pub file: String,
    pub append: Option<Switch>,
}

impl Serial {
    /// Reads the element; the port is still open if the XML does not say it.
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<(Self, Option<u32>)> {
        let target = element.child("target");
        let kind = match target.and_then(|target| target.attr("type")) {
            None => None,
            Some(text) => Some(text.parse().map_err(|()| unknown_target(text))?),
        };
        if let Some(model) = target.and_then(|target| target.child("model")).and_then(|m| m.attr("name"))
            && model.parse() != Ok(SerialTarget::Isa)
        {
            return Err(fail::unsupported(format!("serial model '{model}' is not supported")));
        }
        let port = port(target)?;
        let serial = Self {
            source: CharSource::parse(element, origin)?,
            log: CharLog::parse(element)?,
            target: kind,
            port: port.unwrap_or(0),
            info: DeviceInfo::parse(element, origin)?,
        };
        Ok((serial, port))
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("serial", |w| {
            w.attr("type", self.source.kind());
            self.source.format(w, !flags.inactive && self.info.alias.is_some());
            CharLog::format(self.log.as_ref(), w);
            w.element("target", |w| {
                w.attr_opt("type", self.target);
                w.attr("port", self.port);
                if let Some(model) = self.target {
                    w.element("model", |w| w.attr("name", model));
                }
            });
            self.info.format(w, flags);
        });
    }
}

impl Console {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let target = element.child("target");
        let kind = match target.and_then(|target| target.attr("type")) {
            None => ConsoleTarget::Serial,
            Some(text) => text.parse().map_err(|()| unknown_target(text))?,
        };
        Ok(Self {
            source: CharSource::parse(element, origin)?,
            log: CharLog::parse(element)?,
            target: kind,
            port: port(target)?.unwrap_or(0),
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("console", |w| {
            w.attr("type", self.source.kind());
            // As libvirt: the path of the terminal a second time, where old programs look for it.
            if let CharSource::Pty { path: Some(path) } = &self.source
                && !flags.inactive
            {
                w.attr("tty", path);
            }
            self.source.format(w, !flags.inactive && self.info.alias.is_some());
            CharLog::format(self.log.as_ref(), w);
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
            source: serial.source.clone(),
            log: serial.log.clone(),
            target: ConsoleTarget::Serial,
            port: serial.port,
            info: DeviceInfo { alias: serial.info.alias.clone(), ..DeviceInfo::default() },
        }
    }
}

fn unknown_target(text: &str) -> crate::error::Error {
    fail::unsupported(format!("unknown target type '{text}' specified for character device"))
}

fn port(target: Option<Element<'_>>) -> Result<Option<u32>> {
    match target.and_then(|target| target.attr("port")) {
        None => Ok(None),
        Some(text) => number(text).map(Some).ok_or_else(|| fail::xml(format!("Invalid port number: {text}"))),
    }
}

words! {
    /// `type=…` of a character device
    pub(super) enum CharKind {
        Null = "null",
        Vc = "vc",
        Pty = "pty",
        Dev = "dev",
        File = "file",
        Pipe = "pipe",
        Stdio = "stdio",
        Udp = "udp",
        Tcp = "tcp",
        Unix = "unix",
        SpiceVmc = "spicevmc",
        SpicePort = "spiceport",
        Nmdm = "nmdm",
        QemuVdagent = "qemu-vdagent",
        Dbus = "dbus",
    }
}

impl CharSource {
    fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let kind = match element.attr("type") {
            None => CharKind::Pty,
            Some(text) => text.parse().map_err(|()| {
                fail::unsupported(format!("unknown type presented to host for character device: {text}"))
            })?,
        };
        let source = element.child("source");
        let attr = |name| source.and_then(|source| source.filled(name)).map(str::to_owned);
        let needed = |name| {
            attr(name)
                .ok_or_else(|| fail::internal(format!("Missing source {name} attribute for char device")))
        };
        if let Some(source) = source {
            fail::refuse(source, &["reconnect"], &["channel"])?;
            fail::refuse_yes(source, "tls")?;
        }
        let mode = || match source {
            Some(source) => source.word("mode").map(|mode| mode.unwrap_or(SocketMode::Connect)),
            None => Ok(SocketMode::Connect),
        };
        Ok(match kind {
            CharKind::Null => Self::Null,
            CharKind::Stdio => Self::Stdio,
            CharKind::Pty => Self::Pty { path: attr("path").filter(|_| origin == Origin::State) },
            CharKind::File => {
                let append = source.map(|source| source.word("append")).transpose()?.flatten();
                Self::File { path: needed("path")?, append }
            }
            CharKind::Dev => Self::Dev { path: needed("path")? },
            CharKind::Pipe => Self::Pipe { path: needed("path")? },
            CharKind::Unix => {
                let mode = mode()?;
                Self::Unix { path: needed("path")?, mode }
            }
            CharKind::Tcp => Self::Tcp {
                mode: mode()?,
                host: needed("host")?,
                service: needed("service")?,
                protocol: match element.child("protocol").and_then(|protocol| protocol.attr("type")) {
                    None => TcpProtocol::Raw,
                    Some(text) => {
                        text.parse().map_err(|()| fail::unsupported(format!("Unknown protocol '{text}'")))?
                    }
                },
            },
            CharKind::Udp => Self::parse_udp(element)?,
            other => {
                return Err(fail::unsupported(format!("character device type '{other}' is not supported")));
            }
        })
    }

    /// Two sources, one per direction.
    fn parse_udp(element: Element<'_>) -> Result<Self> {
        let (mut connect, mut bind) = (None, None);
        for source in element.children_named("source") {
            let addr = SocketAddr {
                host: source.filled("host").map(str::to_owned),
                service: source.filled("service").map(str::to_owned),
            };
            match source.word("mode")?.unwrap_or(SocketMode::Connect) {
                SocketMode::Connect => connect = Some(addr),
                SocketMode::Bind => bind = Some(addr),
            }
        }
        match connect {
            Some(connect) if connect.service.is_some() => Ok(Self::Udp { connect, bind }),
            _ => Err(fail::internal("Missing source service attribute for char device")),
        }
    }

    /// `live` shows what is known once the domain runs.
    fn format(&self, w: &mut Writer, live: bool) {
        match self {
            Self::Null | Self::Stdio => {}
            Self::Pty { path } => {
                let path = path.as_ref().filter(|_| live);
                w.element_unless_empty("source", |w| w.attr_opt("path", path));
            }
            Self::File { path, append } => w.element("source", |w| {
                w.attr("path", path);
                w.attr_opt("append", *append);
            }),
            Self::Dev { path } | Self::Pipe { path } => w.element("source", |w| w.attr("path", path)),
            Self::Unix { path, mode } => w.element("source", |w| {
                w.attr("mode", mode);
                w.attr("path", path);
            }),
            Self::Tcp { host, service, mode, protocol } => {
                w.element("source", |w| {
                    w.attr("mode", mode);
                    w.attr("host", host);
                    w.attr("service", service);
                    w.attr_opt("tls", live.then_some(YesNo::No));
                });
                w.element("protocol", |w| w.attr("type", protocol));
            }
            Self::Udp { connect, bind } => {
                let both = [(SocketMode::Bind, bind.as_ref()), (SocketMode::Connect, Some(connect))];
                for (mode, addr) in both {
                    let Some(addr) = addr else { continue };
                    w.element("source", |w| {
                        w.attr("mode", mode);
                        w.attr_opt("host", addr.host.as_ref());
                        w.attr_opt("service", addr.service.as_ref());
                    });
                }
            }
        }
    }

    fn kind(&self) -> CharKind {
        match self {
            Self::Null => CharKind::Null,
            Self::Stdio => CharKind::Stdio,
            Self::Pty { .. } => CharKind::Pty,
            Self::File { .. } => CharKind::File,
            Self::Dev { .. } => CharKind::Dev,
            Self::Pipe { .. } => CharKind::Pipe,
            Self::Unix { .. } => CharKind::Unix,
            Self::Tcp { .. } => CharKind::Tcp,
            Self::Udp { .. } => CharKind::Udp,
        }
    }
}

impl CharLog {
    /// As libvirt: a log without a file is none.
    fn parse(device: Element<'_>) -> Result<Option<Self>> {
        let Some(element) = device.child("log") else { return Ok(None) };
        let append = element.word("append")?;
        Ok(element.filled("file").map(|file| Self { file: file.to_owned(), append }))
    }

    fn format(log: Option<&Self>, w: &mut Writer) {
        if let Some(log) = log {
            w.element("log", |w| {
                w.attr("file", &log.file);
                w.attr_opt("append", log.append);
            });
        }
    }
}
