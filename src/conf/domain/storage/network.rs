//! Contents that a server has: the protocol, the hosts, and what some protocols need beside them.

#![forbid(unsafe_code)]

use crate::conf::domain::device::YesNo;
use crate::conf::domain::{FormatFlags, fail};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Number, Writer, attributes, number, words};

/// `<source protocol=…>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkSource {
    pub protocol: NetworkProtocol,
    /// What the server knows the contents by; NBD has a default.
    pub name: Option<String>,
    /// The part of a URL after the question mark.
    pub query: Option<String>,
    pub tls: Option<YesNo>,
    pub tls_hostname: Option<String>,
    pub hosts: Vec<NetworkHost>,
    /// A state that the server kept.
    pub snapshot: Option<String>,
    /// Settings of the client library.
    pub config: Option<String>,
    /// The name by which the iSCSI client goes.
    pub initiator: Option<String>,
    /// Whether the server's certificate is looked at.
    pub ssl_verify: Option<YesNo>,
    pub cookies: Vec<Cookie>,
    pub readahead: Option<u64>,
    pub timeout_s: Option<u64>,
    /// User and group of NFS.
    pub identity: Identity,
}

words! {
    /// `<source protocol=…>`
    pub enum NetworkProtocol {
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

attributes! {
    /// `<identity>`: names or numbers.
    pub struct Identity {
        user: String = "user",
        group: String = "group",
    }
}

/// A cookie that goes with every request. Its value is a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Cookie {
    pub name: String,
    pub value: String,
}

impl std::fmt::Debug for Cookie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Cookie({:?})", self.name)
    }
}

/// `<host>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NetworkHost {
    Tcp {
        name: String,
        /// 0 leaves it to the client library.
        port: u16,
    },
    Rdma {
        name: String,
        port: u16,
    },
    Unix {
        socket: String,
    },
}

words! {
    /// `<host transport=…>`
    pub enum Transport {
        Tcp = "tcp",
        Unix = "unix",
        Rdma = "rdma",
    }
}

impl NetworkProtocol {
    /// The port that servers listen on if nobody says otherwise (IANA, or the server's manual).
    fn default_port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
            Self::Ftp => 21,
            Self::Ftps => 990,
            Self::Tftp => 69,
            Self::Nbd => 10809,
            Self::Ssh => 22,
            Self::Sheepdog => 7000,
            Self::Gluster => 24007,
            Self::Iscsi => 3260,
            Self::Vxhs => 9999,
            Self::None | Self::Rbd | Self::Nfs => 0,
        }
    }

    /// Whether the emulator's client for it can read ahead and give up.
    fn has_patience(self) -> bool {
        matches!(self, Self::Http | Self::Https | Self::Ftp | Self::Ftps)
    }

    fn has_certificate(self) -> bool {
        matches!(self, Self::Https | Self::Ftps)
    }

    fn is_web(self) -> bool {
        matches!(self, Self::Http | Self::Https)
    }
}

impl NetworkSource {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let protocol = element.required_word("protocol")?;
        let text = |name| element.attr(name).map(str::to_owned);
        let name = match text("name") {
            None if protocol != NetworkProtocol::Nbd => {
                return Err(fail::xml("missing name for disk source"));
            }
            Some(name) => Some(complete_name(protocol, name)?),
            None => None,
        };
        let of_child = |child, attribute| {
            element.child(child).and_then(|child| child.attr(attribute)).map(str::to_owned)
        };
        let only = |known: bool| Some(element).filter(|_| known);
        let patient = only(protocol.has_patience());
        let initiator = element.child("initiator").and_then(|initiator| initiator.child("iqn"));
        Ok(Self {
            protocol,
            name,
            query: text("query").filter(|_| protocol.is_web()),
            tls: element.word("tls")?,
            tls_hostname: text("tlsHostname"),
            hosts: element
                .children_named("host")
                .map(|host| NetworkHost::parse(host, protocol))
                .collect::<Result<_>>()?,
            snapshot: of_child("snapshot", "name"),
            config: of_child("config", "file"),
            initiator: initiator.and_then(|iqn| iqn.attr("name")).map(str::to_owned),
            ssl_verify: only(protocol.has_certificate())
                .and_then(|source| source.child("ssl"))
                .map(|ssl| ssl.word("verify"))
                .transpose()?
                .flatten(),
            cookies: only(protocol.is_web()).map(Cookie::parse_all).transpose()?.unwrap_or_default(),
            readahead: patient.map(|source| count(source, "readahead", "size")).transpose()?.flatten(),
            timeout_s: patient.map(|source| count(source, "timeout", "seconds")).transpose()?.flatten(),
            identity: match protocol {
                NetworkProtocol::Nfs => Identity::read_child(element, "identity")?,
                _ => Identity::default(),
            },
        })
    }

    pub(super) fn format_attributes(&self, w: &mut Writer) {
        w.attr("protocol", self.protocol);
        w.attr_opt("name", self.name.as_ref());
        w.attr_opt("query", self.query.as_ref());
        w.attr_opt("tls", self.tls);
        w.attr_opt("tlsHostname", self.tls_hostname.as_ref());
    }

    pub(super) fn format_children(&self, w: &mut Writer, flags: FormatFlags) {
        self.hosts.iter().for_each(|host| host.format(w));
        w.element_unless_empty("snapshot", |w| w.attr_opt("name", self.snapshot.as_ref()));
        w.element_unless_empty("config", |w| w.attr_opt("file", self.config.as_ref()));
        if let Some(iqn) = &self.initiator {
            w.element("initiator", |w| w.element("iqn", |w| w.attr("name", iqn)));
        }
        w.element_unless_empty("ssl", |w| w.attr_opt("verify", self.ssl_verify));
        w.element_unless_empty("cookies", |w| {
            for cookie in self.cookies.iter().filter(|_| flags.secure) {
                w.element("cookie", |w| {
                    w.attr("name", &cookie.name);
                    w.content(&cookie.value);
                });
            }
        });
        w.element_unless_empty("readahead", |w| w.attr_opt("size", self.readahead));
        w.element_unless_empty("timeout", |w| w.attr_opt("seconds", self.timeout_s));
        self.identity.write_child(w, "identity");
    }
}

/// The name as the protocol needs it: two parts, or a number at the end.
fn complete_name(protocol: NetworkProtocol, name: String) -> Result<String> {
    match protocol {
        NetworkProtocol::Gluster | NetworkProtocol::Rbd if name.find('/').unwrap_or(0) == 0 => {
            Err(fail::xml(format!("can't split path '{name}' into pool name and image name")))
        }
        NetworkProtocol::Iscsi if !name.contains('/') => Ok(name + "/0"),
        _ => Ok(name),
    }
}

/// A number in a child element; zero is as good as none.
fn count<T: Number + PartialEq + Default>(
    source: Element<'_>,
    child: &str,
    attribute: &str,
) -> Result<Option<T>> {
    let Some(text) = source.child(child).and_then(|child| child.attr(attribute)) else { return Ok(None) };
    let count = number(text).ok_or_else(|| fail::xml("invalid readahead size or timeout"))?;
    Ok(Some(count).filter(|count| *count != T::default()))
}

impl Cookie {
    fn parse_all(source: Element<'_>) -> Result<Vec<Self>> {
        let invalid =
            |detail| Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_STORAGE, detail);
        let mut cookies: Vec<Self> = Vec::new();
        for element in source.child("cookies").into_iter().flat_map(|c| c.children_named("cookie")) {
            let name = element.attr("name").ok_or_else(|| fail::xml("missing cookie name"))?.to_owned();
            let value = element.text();
            if value.is_empty() {
                return Err(fail::xml(format!("missing value for cookie '{name}'")));
            }
            if cookies.iter().any(|other| other.name == name) {
                return Err(invalid(format!("duplicate cookie '{name}'")));
            }
            cookies.push(Self { name, value });
        }
        for Self { name, value } in &cookies {
            if name.chars().any(|c| NOT_IN_NAMES.contains(c)) {
                return Err(invalid(format!("cookie name '{name}' contains invalid characters")));
            }
            if unquoted(value).chars().any(|c| NOT_IN_VALUES.contains(c)) {
                return Err(invalid(format!("value of cookie '{name}' contains invalid characters")));
            }
        }
        Ok(cookies)
    }
}

/// What may not stand in the name and in the value of a cookie (RFC 6265).
const NOT_IN_NAMES: &str = "()<>@,;:\\\"/[]?={} \t\r\n";
const NOT_IN_VALUES: &str = " \",;\\\r\n\t";

fn unquoted(value: &str) -> &str {
    value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value)
}

impl NetworkHost {
    pub(in crate::conf::domain) fn parse(element: Element<'_>, protocol: NetworkProtocol) -> Result<Self> {
        let said = element.attr("transport");
        let transport = match said {
            None => Transport::Tcp,
            Some(text) => text
                .parse()
                .map_err(|()| fail::unsupported(format!("unknown protocol transport type '{text}'")))?,
        };
        let socket = element.attr("socket").map(str::to_owned);
        if transport == Transport::Unix {
            let socket = socket.ok_or_else(|| fail::xml("missing socket for unix transport"))?;
            return Ok(Self::Unix { socket });
        }
        if socket.is_some() {
            let transport = said.unwrap_or("(null)");
            let detail = format!("transport '{transport}' does not support socket attribute");
            return Err(fail::xml(detail));
        }
        let name = element.attr("name").ok_or_else(|| fail::xml("missing name for host"))?.to_owned();
        let port = element.attr("port").map(port_number).transpose()?.unwrap_or(0);
        Ok(match transport {
            Transport::Tcp if port == 0 => Self::Tcp { name, port: protocol.default_port() },
            Transport::Tcp => Self::Tcp { name, port },
            _ => Self::Rdma { name, port },
        })
    }

    pub(in crate::conf::domain) fn format(&self, w: &mut Writer) {
        let place = |w: &mut Writer, name: &String, port: u16| {
            w.attr("name", name);
            w.attr_opt("port", (port != 0).then_some(port));
        };
        w.element("host", |w| match self {
            Self::Tcp { name, port } => place(w, name, *port),
            Self::Rdma { name, port } => {
                place(w, name, *port);
                w.attr("transport", Transport::Rdma);
            }
            Self::Unix { socket } => {
                w.attr("transport", Transport::Unix);
                w.attr("socket", socket);
            }
        });
    }
}

fn port_number(text: &str) -> Result<u16> {
    let invalid = |detail| Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, detail);
    let port: u32 = number(text).ok_or_else(|| invalid(format!("failed to parse port number '{text}'")))?;
    u16::try_from(port).map_err(|_| invalid(format!("port '{text}' out of range")))
}
