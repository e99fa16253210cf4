//! What an interface is connected to: its type and its `<source>`.

#![forbid(unsafe_code)]

use crate::conf::domain::device::YesNo;
use crate::conf::domain::fail;
use crate::conf::domain::hostdev::{HostDevice, PciDriver};
use crate::conf::domain::net_ip::IpSettings;
use crate::conf::domain::storage::Reconnect;
use crate::error::Result;
use crate::ident::Uuid;
use crate::util::xml::{Attribute, Element, Writer, words};

/// What the interface is connected to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InterfaceSource {
    /// The emulator's own network stack.
    User,
    /// A device of the host's network, made for the guest.
    Ethernet,
    /// A process that serves the interface at a socket.
    VhostUser {
        path: String,
        is_server: bool,
        reconnect: Reconnect,
    },
    Server(Endpoint),
    Client(Endpoint),
    Mcast(Endpoint),
    Udp {
        remote: Endpoint,
        local: Endpoint,
    },
    /// A virtual network by name.
    Network {
        network: String,
        portgroup: Option<String>,
    },
    Bridge {
        bridge: String,
    },
    /// A network that only guests are on.
    Internal {
        name: String,
    },
    /// A device of the host's network, shared.
    Direct {
        dev: String,
        mode: DirectMode,
    },
    /// A device of the host, handed over.
    Hostdev {
        managed: bool,
        device: HostDevice,
        driver: Option<PciDriver>,
    },
    Vdpa {
        dev: String,
    },
    Null,
    /// A distributed switch of VMware.
    Vds {
        switch: Uuid,
        port: i64,
        portgroup: String,
        connection: i64,
    },
}

/// Address and port of a socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    pub address: Option<String>,
    pub port: i32,
}

words! {
    /// `<source mode=…>` of direct interfaces
    pub enum DirectMode {
        Vepa = "vepa",
        Private = "private",
        Bridge = "bridge",
        Passthrough = "passthrough",
    }
}

words! {
    /// `<interface type=…>`
    pub enum InterfaceKind {
        User = "user",
        Ethernet = "ethernet",
        VhostUser = "vhostuser",
        Server = "server",
        Client = "client",
        Mcast = "mcast",
        Network = "network",
        Bridge = "bridge",
        Internal = "internal",
        Direct = "direct",
        Hostdev = "hostdev",
        Udp = "udp",
        Vdpa = "vdpa",
        Null = "null",
        Vds = "vds",
    }
}

words! {
    /// Who makes a connection and who waits for it.
    enum Role {
        Server = "server",
        Client = "client",
    }
}

impl InterfaceSource {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        use InterfaceKind as Kind;
        let kind = element.word("type")?.unwrap_or(Kind::User);
        let source = || {
            element
                .child("source")
                .ok_or_else(|| fail::xml(format!("interface type='{kind}' requires a 'source' element")))
        };
        let text = |name| source()?.required(name).map(str::to_owned);
        Ok(match kind {
            Kind::User => Self::User,
            Kind::Ethernet => Self::Ethernet,
            Kind::Null => Self::Null,
            Kind::Network => Self::Network {
                network: text("network")?,
                portgroup: source()?.attr("portgroup").map(str::to_owned),
            },
            Kind::Bridge => Self::Bridge { bridge: text("bridge")? },
            Kind::Internal => Self::Internal { name: text("name")? },
            Kind::Vdpa => Self::Vdpa { dev: text("dev")? },
            Kind::Direct => {
                Self::Direct { dev: text("dev")?, mode: source()?.word("mode")?.unwrap_or(DirectMode::Vepa) }
            }
            Kind::Server => Self::Server(Endpoint::parse_listening(source()?)?),
            Kind::Client => Self::Client(Endpoint::parse(source()?)?),
            Kind::Mcast => Self::Mcast(Endpoint::parse(source()?)?),
            Kind::Udp => {
                let source = source()?;
                let remote = Endpoint::parse(source)?;
                let local = source
                    .child("local")
                    .ok_or_else(|| fail::xml("'<local>' element missing for 'udp' socket interface"))?;
                Self::Udp { remote, local: Endpoint::parse(local)? }
            }
            Kind::VhostUser => Self::parse_vhost_user(source()?)?,
            Kind::Hostdev => Self::Hostdev {
                managed: element.attr("managed") == Some(YesNo::Yes.as_str()),
                device: HostDevice::parse_of_interface(element)?,
                driver: PciDriver::parse(element)?,
            },
            Kind::Vds => Self::parse_vds(source()?)?,
        })
    }

    fn parse_vhost_user(source: Element<'_>) -> Result<Self> {
        let kind = source.required("type")?;
        if kind != "unix" {
            let detail = format!("Type='{kind}' unsupported for <interface type='vhostuser'>");
            return Err(fail::unsupported(detail));
        }
        let path = source.required("path")?.to_owned();
        let is_server = source.required_word::<Role>("mode")? == Role::Server;
        let reconnect = Reconnect::parse(source)?;
        if is_server && !reconnect.is_empty() {
            return Err(fail::unsupported(
                "'reconnect' attribute unsupported 'server' mode for <interface type='vhostuser'>",
            ));
        }
        Ok(Self::VhostUser { path, is_server, reconnect })
    }

    fn parse_vds(source: Element<'_>) -> Result<Self> {
        let number = |name| source.number(name)?.ok_or_else(|| source.missing(name));
        Ok(Self::Vds {
            switch: Uuid::read(source, "switchid")?.ok_or_else(|| source.missing("switchid"))?,
            port: number("portid")?,
            portgroup: source.required("portgroupid")?.to_owned(),
            connection: number("connectionid")?,
        })
    }

    /// The word of `<interface type=…>`.
    pub fn kind(&self) -> InterfaceKind {
        use InterfaceKind as Kind;
        match self {
            Self::User => Kind::User,
            Self::Ethernet => Kind::Ethernet,
            Self::VhostUser { .. } => Kind::VhostUser,
            Self::Server(_) => Kind::Server,
            Self::Client(_) => Kind::Client,
            Self::Mcast(_) => Kind::Mcast,
            Self::Udp { .. } => Kind::Udp,
            Self::Network { .. } => Kind::Network,
            Self::Bridge { .. } => Kind::Bridge,
            Self::Internal { .. } => Kind::Internal,
            Self::Direct { .. } => Kind::Direct,
            Self::Hostdev { .. } => Kind::Hostdev,
            Self::Vdpa { .. } => Kind::Vdpa,
            Self::Null => Kind::Null,
            Self::Vds { .. } => Kind::Vds,
        }
    }

    /// Writes `<source>` with the addresses of the host's end, unless there is nothing to say.
    pub(super) fn format(&self, w: &mut Writer, host: &IpSettings) {
        w.element_unless_empty("source", |w| {
            match self {
                Self::User | Self::Ethernet | Self::Null => {}
                Self::VhostUser { path, is_server, reconnect } => {
                    w.attr("type", "unix");
                    w.attr("path", path);
                    w.attr("mode", if *is_server { Role::Server } else { Role::Client });
                    reconnect.write_child(w, "reconnect");
                }
                Self::Server(end) | Self::Client(end) | Self::Mcast(end) => end.write(w),
                Self::Udp { remote, local } => {
                    remote.write(w);
                    w.element("local", |w| local.write(w));
                }
                Self::Network { network, portgroup } => {
                    w.attr("network", network);
                    w.attr_opt("portgroup", portgroup.as_ref());
                }
                Self::Bridge { bridge } => w.attr("bridge", bridge),
                Self::Internal { name } => w.attr("name", name),
                Self::Direct { dev, mode } => {
                    w.attr("dev", dev);
                    w.attr("mode", mode);
                }
                Self::Hostdev { device, .. } => device.format_of_interface(w),
                Self::Vdpa { dev } => w.attr("dev", dev),
                Self::Vds { switch, port, portgroup, connection } => {
                    w.attr("switchid", switch);
                    w.attr("portid", port);
                    w.attr("portgroupid", portgroup);
                    w.attr("connectionid", connection);
                }
            }
            host.format(w);
        });
    }
}

impl Endpoint {
    fn parse(element: Element<'_>) -> Result<Self> {
        let end = Self::parse_listening(element)?;
        if end.address.is_none() {
            return Err(element.missing("address"));
        }
        Ok(end)
    }

    /// One that need not say its address.
    fn parse_listening(element: Element<'_>) -> Result<Self> {
        Ok(Self {
            port: element.number("port")?.ok_or_else(|| element.missing("port"))?,
            address: element.attr("address").map(str::to_owned),
        })
    }

    fn write(&self, w: &mut Writer) {
        w.attr_opt("address", self.address.as_ref());
        w.attr("port", self.port);
    }
}
