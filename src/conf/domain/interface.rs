//! `<interface>`

#![forbid(unsafe_code)]

use std::fmt;
use std::str::FromStr;

use super::bandwidth::Bandwidth;
use super::device::DeviceInfo;
use super::{FormatFlags, Origin, fail};
use crate::error::{Error, ErrorDomain, Result};
use crate::ident::Uuid;
use crate::util::xml::{Element, Writer, words};

/// `<interface>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    pub mac: MacAddress,
    pub source: InterfaceSource,
    /// `<target dev=…>`: name of the host's end.
    pub target: Option<String>,
    /// Such as "virtio" or "e1000".
    pub model: Option<String>,
    pub bandwidth: Option<Bandwidth>,
    pub info: DeviceInfo,
}

/// What the interface is connected to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InterfaceSource {
    /// The emulator's own network stack.
    User,
    /// A virtual network by name.
    Network { network: String },
}

/// An Ethernet address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MacAddress(pub [u8; 6]);

words! {
    /// `<interface type=…>`
    enum InterfaceKind {
        User = "user",
        Ethernet = "ethernet",
        Vhostuser = "vhostuser",
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

/// The host's name for an interface may have this beginning only if the host chose it.
const GENERATED_TARGETS: [&str; 3] = ["vnet", "macvtap", "macvlan"];

impl Interface {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        fail::refuse(
            element,
            &[
                "driver",
                "filterref",
                "link",
                "mtu",
                "ip",
                "route",
                "vlan",
                "backend",
                "portForward",
                "virtualport",
                "rom",
                "tune",
                "coalesce",
                "teaming",
                "script",
                "guest",
                "port",
            ],
            &["managed", "trustGuestRxFilters"],
        )?;
        let source = match element.word("type")?.unwrap_or(InterfaceKind::User) {
            InterfaceKind::User => InterfaceSource::User,
            InterfaceKind::Network => {
                let source = element
                    .child("source")
                    .ok_or_else(|| fail::xml("interface type='network' requires a 'source' element"))?;
                fail::refuse(source, &[], &["portgroup", "portid", "bridge"])?;
                InterfaceSource::Network { network: source.required("network")?.to_owned() }
            }
            other => return Err(fail::unsupported(format!("interface type '{other}' is not supported"))),
        };
        let on_network = matches!(source, InterfaceSource::Network { .. });
        let model = element.child("model").and_then(|model| model.filled("type")).map(str::to_owned);
        if let Some(model) = &model
            && !model.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        {
            let text = "Model name contains invalid characters";
            return Err(Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, text));
        }
        let target = element.child("target").and_then(|target| target.filled("dev"));
        let generated = |name: &&str| GENERATED_TARGETS.iter().any(|prefix| name.starts_with(prefix));
        Ok(Self {
            mac: match element.child("mac").and_then(|mac| mac.attr("address")) {
                None => MacAddress::generate(),
                Some(text) => MacAddress::parse(text)?,
            },
            source,
            target: target.filter(|name| origin == Origin::State || !generated(name)).map(str::to_owned),
            model,
            bandwidth: element
                .child("bandwidth")
                .map(|b| Bandwidth::parse(b, on_network))
                .transpose()?
                .flatten(),
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("interface", |w| {
            let kind = match self.source {
                InterfaceSource::User => InterfaceKind::User,
                InterfaceSource::Network { .. } => InterfaceKind::Network,
            };
            w.attr("type", kind);
            w.element("mac", |w| w.attr("address", self.mac));
            if let InterfaceSource::Network { network } = &self.source {
                w.element("source", |w| w.attr("network", network));
            }
            if let Some(bandwidth) = &self.bandwidth {
                bandwidth.format(w);
            }
            w.element_unless_empty("target", |w| w.attr_opt("dev", self.target.as_ref()));
            w.element_unless_empty("model", |w| w.attr_opt("type", self.model.as_ref()));
            self.info.format(w, flags);
        });
    }
}

impl MacAddress {
    /// An address that no other guest is likely to have, with the beginning that belongs to QEMU.
    fn generate() -> Self {
        let random = Uuid::new_v4();
        let [a, b, c, ..] = *random.as_bytes();
        Self([0x52, 0x54, 0x00, a, b, c])
    }

    fn parse(text: &str) -> Result<Self> {
        let mac: Self =
            text.parse().map_err(|()| fail::xml(format!("unable to parse mac address '{text}'")))?;
        if mac.0[0] & 1 != 0 {
            let detail = format!("expected unicast mac address, found multicast '{text}'");
            return Err(fail::xml(detail));
        }
        Ok(mac)
    }
}

impl FromStr for MacAddress {
    type Err = ();

    /// Six parts of one or two digits, with colons between them.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut bytes = [0; 6];
        let mut parts = text.split(':');
        for byte in &mut bytes {
            let part = parts.next().filter(|part| part.bytes().all(|b| b.is_ascii_hexdigit())).ok_or(())?;
            *byte = u8::from_str_radix(part, 16).map_err(|_| ())?;
        }
        parts.next().map_or(Ok(Self(bytes)), |_| Err(()))
    }
}

impl fmt::Display for MacAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, e, g] = self.0;
        write!(f, "{a:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{g:02x}")
    }
}
