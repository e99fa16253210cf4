//! `<channel>`

#![forbid(unsafe_code)]

use std::net::{IpAddr, Ipv4Addr};

use super::{CharHost, CharSource, only_virtio, unknown_target};
use crate::conf::domain::device::DeviceInfo;
use crate::conf::domain::{FormatFlags, Origin, fail, net_ip};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer};

/// `<channel>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    pub host: CharHost,
    pub target: ChannelTarget,
    /// Whether the guest has it open, once that is known.
    pub open: Option<bool>,
    pub info: DeviceInfo,
}

/// `<target>` of a channel
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChannelTarget {
    None,
    /// What the guest sends to this address of the emulator's network.
    GuestForward {
        address: Ipv4Addr,
        port: u16,
    },
    /// A port of a virtio-serial controller.
    Virtio {
        name: Option<String>,
    },
    Xen {
        name: Option<String>,
    },
}

impl Channel {
    pub(in crate::conf::domain) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let target = element
            .child("target")
            .ok_or_else(|| fail::xml("target type must be specified for channel device"))?;
        // As libvirt: what only a running domain has.
        let open = match target.attr("state").filter(|_| origin == Origin::State) {
            Some("connected") => Some(true),
            Some("disconnected") => Some(false),
            _ => None,
        };
        let target = ChannelTarget::parse(target)?;
        let host = CharHost::parse(element, origin)?;
        if host.source == CharSource::SpiceVmc && !matches!(target, ChannelTarget::Virtio { .. }) {
            return Err(only_virtio());
        }
        Ok(Self { host, target, open, info: DeviceInfo::parse(element, origin)? })
    }

    pub(in crate::conf::domain) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("channel", |w| {
            w.attr("type", self.host.source.kind());
            self.host.format(w, &self.info, flags);
            self.target.format(w, self.open.filter(|_| !flags.inactive));
            self.info.format(w, flags);
        });
    }
}

impl ChannelTarget {
    fn parse(element: Element<'_>) -> Result<Self> {
        let name = || element.attr("name").map(str::to_owned);
        match element.attr("type") {
            Some("none") => Ok(Self::None),
            Some("guestfwd") => Self::parse_guest_forward(element),
            Some("virtio") => Ok(Self::Virtio { name: name() }),
            Some("xen") => Ok(Self::Xen { name: name() }),
            kind => Err(unknown_target(kind.unwrap_or("(null)"))),
        }
    }

    fn parse_guest_forward(element: Element<'_>) -> Result<Self> {
        let text = element
            .attr("address")
            .ok_or_else(|| fail::xml("guestfwd channel does not define a target address"))?;
        let IpAddr::V4(address) = net_ip::address(text).ok_or_else(|| {
            let detail = format!("Cannot parse socket address '{text}': Name or service not known");
            Error::new(ErrorCode::VIR_ERR_SYSTEM_ERROR, ErrorDomain::VIR_FROM_NONE, detail)
        })?
        else {
            return Err(fail::unsupported("guestfwd channel only supports IPv4 addresses"));
        };
        let port: u32 = element.number("port")?.ok_or_else(|| element.missing("port"))?;
        // As libvirt: only the bits that a port has count.
        Ok(Self::GuestForward { address, port: port as u16 })
    }

    /// The word of `<target type=…>`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::GuestForward { .. } => "guestfwd",
            Self::Virtio { .. } => "virtio",
            Self::Xen { .. } => "xen",
        }
    }

    fn format(&self, w: &mut Writer, open: Option<bool>) {
        w.element("target", |w| {
            w.attr("type", self.word());
            match self {
                Self::None => {}
                Self::GuestForward { address, port } => {
                    w.attr("address", address);
                    w.attr("port", port);
                }
                Self::Virtio { name } | Self::Xen { name } => w.attr_opt("name", name.as_ref()),
            }
            w.attr_opt("state", open.map(|open| if open { "connected" } else { "disconnected" }));
        });
    }
}
