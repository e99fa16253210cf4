//! The host side of everything that is a stream of characters: serial ports, channels, smart cards, redirected
//! devices.

#![forbid(unsafe_code)]

use crate::conf::domain::device::{DeviceInfo, Switch, YesNo};
use crate::conf::domain::seclabel::DeviceSeclabel;
use crate::conf::domain::storage::Reconnect;
use crate::conf::domain::{FormatFlags, Origin, fail};
use crate::error::{Error, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, attributes, words};

/// The host side of a character device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharHost {
    pub source: CharSource,
    pub log: Option<CharLog>,
    pub seclabels: Vec<DeviceSeclabel>,
}

/// What the characters come from and go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CharSource {
    Null,
    /// A console of the emulator's own window.
    Vc,
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
    /// A socket in the file system; the driver chooses a path for channels that have none.
    Unix {
        path: Option<String>,
        mode: SocketMode,
        reconnect: Reconnect,
    },
    Tcp {
        host: String,
        service: String,
        mode: SocketMode,
        tls: Option<YesNo>,
        reconnect: Reconnect,
        protocol: TcpProtocol,
    },
    Udp {
        connect: SocketAddr,
        bind: Option<SocketAddr>,
    },
    /// A channel of the SPICE server, by its purpose.
    SpiceVmc,
    /// A channel of the SPICE server, by its name.
    SpicePort {
        channel: String,
    },
    /// Two ends of a null modem, of FreeBSD.
    Nmdm(NullModem),
    /// The emulator's own agent for the clipboard.
    QemuVdagent {
        clipboard: Option<YesNo>,
        mouse: Option<MouseMode>,
    },
    Dbus {
        channel: String,
    },
}

/// Host and service of a socket, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SocketAddr {
    pub host: Option<String>,
    pub service: Option<String>,
}

attributes! {
    /// The devices at the ends of a null modem.
    pub struct NullModem {
        master: String = "master",
        slave: String = "slave",
    }
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
        Telnets = "telnets",
        Tls = "tls",
    }
}

words! {
    /// `<mouse mode=…>`: who knows where the pointer is.
    pub enum MouseMode {
        Server = "server",
        Client = "client",
    }
}

words! {
    /// `type=…` of a character device
    pub enum CharKind {
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

/// `<log>`: a copy of everything that the guest writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharLog {
    pub file: String,
    pub append: Option<Switch>,
}

impl CharHost {
    /// Reads the host side of `element`, whose type says what it is.
    pub(in crate::conf::domain) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let kind = match element.attr("type") {
            None => CharKind::Pty,
            Some(text) => text.parse().map_err(|()| {
                fail::unsupported(format!("unknown type presented to host for character device: {text}"))
            })?,
        };
        Self::parse_kind(element, kind, origin)
    }

    /// Reads a host side of this kind.
    pub(in crate::conf::domain) fn parse_kind(
        element: Element<'_>,
        kind: CharKind,
        origin: Origin,
    ) -> Result<Self> {
        let most = if kind == CharKind::Udp { 2 } else { 1 };
        if element.children_named("source").count() > most {
            let number = if most == 1 { "one source element is" } else { "two source elements are" };
            return Err(fail::xml(format!("only {number} allowed for character device")));
        }
        let source = CharSource::parse(element, kind, origin)?;
        let labelled = element.child("source").filter(|_| source.can_be_labelled());
        Ok(Self {
            source,
            log: CharLog::parse(element)?,
            seclabels: labelled.map(DeviceSeclabel::parse_all).transpose()?.unwrap_or_default(),
        })
    }

    /// Writes `<source>`, `<protocol>` and `<log>` of the device that `info` is about.
    pub(in crate::conf::domain) fn format(&self, w: &mut Writer, info: &DeviceInfo, flags: FormatFlags) {
        let live = !flags.inactive && info.alias.is_some();
        self.source.format(w, &self.seclabels, live, flags);
        CharLog::format(self.log.as_ref(), w);
    }
}

/// Characters that the name of a channel may have.
fn is_channel_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_.".contains(c)
}

impl CharSource {
    fn parse(element: Element<'_>, kind: CharKind, origin: Origin) -> Result<Self> {
        let source = element.child("source");
        let attr = |name| source.and_then(|source| source.attr(name)).map(str::to_owned);
        let needed = |name| {
            attr(name)
                .ok_or_else(|| fail::internal(format!("Missing source {name} attribute for char device")))
        };
        let mode = || {
            let mode = source.map(|source| source.word("mode")).transpose()?.flatten();
            Ok::<_, Error>(mode.unwrap_or(SocketMode::Connect))
        };
        let reconnect = |mode| {
            let reconnect = source.map(Reconnect::parse).transpose()?.unwrap_or_default();
            if mode == SocketMode::Bind && !reconnect.is_empty() {
                return Err(fail::internal("chardev reconnect is possible only for connect mode"));
            }
            Ok(reconnect)
        };
        let channel = || {
            let channel = attr("channel")
                .ok_or_else(|| fail::unsupported("Missing source channel attribute for char device"))?;
            if !channel.chars().all(is_channel_char) {
                let detail = "Invalid character in source channel for char device";
                return Err(Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, detail));
            }
            Ok(channel)
        };
        Ok(match kind {
            CharKind::Null => Self::Null,
            CharKind::Vc => Self::Vc,
            CharKind::Stdio => Self::Stdio,
            CharKind::SpiceVmc => Self::SpiceVmc,
            CharKind::Pty => Self::Pty { path: attr("path").filter(|_| origin == Origin::State) },
            CharKind::File => {
                let append = source.map(|source| source.word("append")).transpose()?.flatten();
                Self::File { path: needed("path")?, append }
            }
            CharKind::Dev => Self::Dev { path: needed("path")? },
            CharKind::Pipe => Self::Pipe { path: needed("path")? },
            CharKind::Unix => {
                let mode = mode()?;
                Self::Unix { path: attr("path"), mode, reconnect: reconnect(mode)? }
            }
            CharKind::Tcp => {
                let mode = mode()?;
                Self::Tcp {
                    mode,
                    host: needed("host")?,
                    service: needed("service")?,
                    tls: source.map(|source| source.word("tls")).transpose()?.flatten(),
                    reconnect: reconnect(mode)?,
                    protocol: TcpProtocol::parse(element)?,
                }
            }
            CharKind::Udp => Self::parse_udp(element)?,
            CharKind::SpicePort => Self::SpicePort { channel: channel()? },
            CharKind::Dbus => Self::Dbus { channel: channel()? },
            CharKind::Nmdm => {
                let ends = NullModem::read_child(element, "source")?;
                if ends.master.is_some() != ends.slave.is_some() {
                    let detail = "Should define both master and slave path attributes for nmdm device";
                    return Err(fail::internal(detail));
                }
                Self::Nmdm(ends)
            }
            CharKind::QemuVdagent => {
                let word = |child| source.and_then(|source| source.child(child));
                Self::QemuVdagent {
                    clipboard: word("clipboard").map(|c| c.required_word("copypaste")).transpose()?,
                    mouse: word("mouse").map(|mouse| mouse.required_word("mode")).transpose()?,
                }
            }
        })
    }

    /// Two sources, one per direction; the first of a direction counts.
    fn parse_udp(element: Element<'_>) -> Result<Self> {
        let (mut connect, mut bind) = (None, None);
        for source in element.children_named("source") {
            let addr = SocketAddr {
                host: source.attr("host").map(str::to_owned),
                service: source.attr("service").map(str::to_owned),
            };
            let place = match source.word("mode")?.unwrap_or(SocketMode::Connect) {
                SocketMode::Connect => &mut connect,
                SocketMode::Bind => &mut bind,
            };
            place.get_or_insert(addr);
        }
        match connect {
            Some(connect) if connect.service.is_some() => {
                Ok(Self::Udp { connect, bind: bind.filter(|bind| *bind != SocketAddr::default()) })
            }
            _ => Err(fail::internal("Missing source service attribute for char device")),
        }
    }

    /// Whether there is something of the host that confinement cares about.
    fn can_be_labelled(&self) -> bool {
        matches!(self, Self::File { .. } | Self::Dev { .. } | Self::Pipe { .. } | Self::Unix { .. })
    }

    fn format(&self, w: &mut Writer, seclabels: &[DeviceSeclabel], live: bool, flags: FormatFlags) {
        let with_labels = |w: &mut Writer, attributes: &dyn Fn(&mut Writer)| {
            w.element("source", |w| {
                attributes(w);
                seclabels.iter().for_each(|label| label.format(w, flags));
            });
        };
        match self {
            Self::Null | Self::Vc | Self::Stdio | Self::SpiceVmc => {}
            Self::Pty { path } => {
                let path = path.as_ref().filter(|_| live);
                w.element_unless_empty("source", |w| w.attr_opt("path", path));
            }
            Self::File { path, append } => with_labels(w, &|w| {
                w.attr("path", path);
                w.attr_opt("append", *append);
            }),
            Self::Dev { path } | Self::Pipe { path } => with_labels(w, &|w| w.attr("path", path)),
            Self::Unix { path: None, .. } => {}
            Self::Unix { path: Some(path), mode, reconnect } => w.element("source", |w| {
                w.attr("mode", mode);
                w.attr("path", path);
                seclabels.iter().for_each(|label| label.format(w, flags));
                reconnect.write_child(w, "reconnect");
            }),
            Self::Tcp { host, service, mode, tls, reconnect, protocol } => {
                w.element("source", |w| {
                    w.attr("mode", mode);
                    w.attr("host", host);
                    w.attr("service", service);
                    w.attr_opt("tls", *tls);
                    reconnect.write_child(w, "reconnect");
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
            Self::SpicePort { channel } | Self::Dbus { channel } => {
                w.element("source", |w| w.attr("channel", channel));
            }
            Self::Nmdm(ends) => ends.write_child(w, "source"),
            Self::QemuVdagent { clipboard, mouse } => w.element_unless_empty("source", |w| {
                w.element_unless_empty("clipboard", |w| w.attr_opt("copypaste", *clipboard));
                w.element_unless_empty("mouse", |w| w.attr_opt("mode", *mouse));
            }),
        }
    }

    /// The word of `type=…`.
    pub fn kind(&self) -> CharKind {
        match self {
            Self::Null => CharKind::Null,
            Self::Vc => CharKind::Vc,
            Self::Stdio => CharKind::Stdio,
            Self::Pty { .. } => CharKind::Pty,
            Self::File { .. } => CharKind::File,
            Self::Dev { .. } => CharKind::Dev,
            Self::Pipe { .. } => CharKind::Pipe,
            Self::Unix { .. } => CharKind::Unix,
            Self::Tcp { .. } => CharKind::Tcp,
            Self::Udp { .. } => CharKind::Udp,
            Self::SpiceVmc => CharKind::SpiceVmc,
            Self::SpicePort { .. } => CharKind::SpicePort,
            Self::Nmdm(_) => CharKind::Nmdm,
            Self::QemuVdagent { .. } => CharKind::QemuVdagent,
            Self::Dbus { .. } => CharKind::Dbus,
        }
    }

    /// Decides what a running socket cannot leave open.
    pub(in crate::conf::domain) fn settle(&mut self) {
        if let Self::Tcp { tls, .. } = self {
            tls.get_or_insert(YesNo::No);
        }
    }
}

impl TcpProtocol {
    fn parse(device: Element<'_>) -> Result<Self> {
        match device.child("protocol").and_then(|protocol| protocol.attr("type")) {
            None => Ok(Self::Raw),
            Some(text) => text.parse().map_err(|()| fail::unsupported(format!("Unknown protocol '{text}'"))),
        }
    }
}

impl CharLog {
    /// As libvirt: a log without a file is none.
    fn parse(device: Element<'_>) -> Result<Option<Self>> {
        let Some(element) = device.child("log") else { return Ok(None) };
        let append = element.word("append")?;
        Ok(element.attr("file").map(|file| Self { file: file.to_owned(), append }))
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
