//! `<interface>`

#![forbid(unsafe_code)]

mod driver;
mod mac;
mod port;
mod source;

use std::num::NonZeroU32;

pub use driver::{
    Backend, BackendKind, GuestOffloads, HostOffloads, InterfaceBackend, InterfaceDriver, InterfaceSettings,
    PortForward, PortRange, Protocol, TxMode,
};
pub use mac::MacAddress;
pub use port::{FilterRef, NativeMode, VirtualPort, VirtualPortKind, Vlan};
pub use source::{DirectMode, Endpoint, InterfaceKind, InterfaceSource};

use super::bandwidth::Bandwidth;
use super::device::{DeviceInfo, YesNo};
use super::hostdev::Teaming;
use super::net_ip::IpSettings;
use super::{FormatFlags, Origin, fail};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, attributes, number, words};

/// `<interface>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    pub mac: MacAddress,
    pub mac_settings: MacSettings,
    /// Whether the driver believes the guest which packets it wants.
    pub trust_guest_rx_filters: Option<YesNo>,
    pub source: InterfaceSource,
    pub vlan: Option<Vlan>,
    pub bandwidth: Option<Bandwidth>,
    pub virtual_port: Option<VirtualPort>,
    /// Guests on isolated ports do not see each other.
    pub isolated: Option<YesNo>,
    /// Addresses and routes of the host's end and of the guest's.
    pub host_ip: IpSettings,
    pub guest_ip: IpSettings,
    pub port_forwards: Vec<PortForward>,
    /// Programs that set the host's end up and tear it down.
    pub script: Option<String>,
    pub down_script: Option<String>,
    /// The Xen domain at the other end.
    pub backend_domain: Option<String>,
    /// `<target dev=…>`: name of the host's end.
    pub target: Option<String>,
    /// Whether the driver makes the host's end.
    pub target_managed: Option<YesNo>,
    /// Names in the guest, of containers.
    pub guest: GuestNames,
    /// Such as "virtio" or "e1000".
    pub model: Option<String>,
    pub driver: InterfaceDriver,
    pub backend: Backend,
    pub filter: Option<FilterRef>,
    /// Most bytes that wait to be sent.
    pub send_buffer: Option<u64>,
    pub teaming: Option<Teaming>,
    pub link: Option<LinkState>,
    pub mtu: Option<NonZeroU32>,
    /// Most packets that come in one interrupt.
    pub rx_frames: Option<NonZeroU32>,
    pub info: DeviceInfo,
}

attributes! {
    /// The attributes of `<mac>` beside the address.
    pub struct MacSettings {
        kind: MacKind = "type",
        /// Whether VMware checks the address.
        check: YesNo = "check",
    }
}

words! {
    /// `<mac type=…>`
    pub enum MacKind {
        Static = "static",
        Generated = "generated",
    }
}

attributes! {
    /// `<guest>`
    pub struct GuestNames {
        dev: String = "dev",
        actual: String = "actual",
    }
}

words! {
    /// `<link state=…>`
    pub enum LinkState {
        Up = "up",
        Down = "down",
    }
}

/// The host's name for an interface may have this beginning only if the host chose it.
const GENERATED_TARGETS: [&str; 3] = ["vnet", "macvtap", "macvlan"];

/// A model that says nothing.
const UNKNOWN_MODEL: &str = "unknown";

impl Interface {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let source = InterfaceSource::parse(element)?;
        let kind = source.kind();
        let text_of = |child, attribute| {
            element.child(child).and_then(|child| child.filled(attribute)).map(str::to_owned)
        };
        let model = text_of("model", "type").filter(|model| model != UNKNOWN_MODEL);
        if let Some(model) = &model
            && !model.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        {
            let text = "Model name contains invalid characters";
            return Err(Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, text));
        }
        let mac = element.child("mac");
        let target = element.child("target");
        let generated = |name: &&str| GENERATED_TARGETS.iter().any(|prefix| name.starts_with(prefix));
        let target_name = target.and_then(|target| target.attr("dev"));
        let port = element.child("virtualport").map(|port| {
            if !kind.has_port() {
                let detail = format!("<virtualport> element unsupported for <interface type='{kind}'>");
                return Err(fail::unsupported(detail));
            }
            VirtualPort::parse(port, kind)
        });
        let filter = element.child("filterref").filter(|_| kind.can_filter()).and_then(FilterRef::parse);
        Ok(Self {
            mac: match mac.and_then(|mac| mac.attr("address")) {
                None => MacAddress::generate(),
                Some(text) => MacAddress::parse(text)?,
            },
            mac_settings: MacSettings::read_child(element, "mac")?,
            trust_guest_rx_filters: element.word("trustGuestRxFilters")?,
            bandwidth: element
                .child("bandwidth")
                .map(|bandwidth| Bandwidth::parse(bandwidth, kind == InterfaceKind::Network))
                .transpose()?
                .flatten(),
            vlan: element.child("vlan").map(Vlan::parse).transpose()?,
            virtual_port: port.transpose()?,
            isolated: element.child("port").map(|port| port.word("isolated")).transpose()?.flatten(),
            host_ip: element.child("source").map(IpSettings::parse).transpose()?.unwrap_or_default(),
            guest_ip: IpSettings::parse(element)?,
            port_forwards: element
                .children_named("portForward")
                .map(PortForward::parse)
                .collect::<Result<_>>()?,
            script: text_of("script", "path"),
            down_script: text_of("downscript", "path"),
            backend_domain: text_of("backenddomain", "name"),
            target: target_name.filter(|name| origin == Origin::State || !generated(name)).map(str::to_owned),
            target_managed: target.map(|target| target.word("managed")).transpose()?.flatten(),
            guest: GuestNames::read_child(element, "guest")?,
            driver: match kind {
                InterfaceKind::Hostdev => InterfaceDriver::of_hostdev(element.child("driver").is_some()),
                _ => InterfaceDriver::parse(element.child("driver"), is_virtio(model.as_deref()))?,
            },
            backend: Backend {
                vhost: text_of("backend", "vhost").filter(|_| is_virtio(model.as_deref())),
                ..Backend::read_child(element, "backend")?
            },
            filter,
            send_buffer: send_buffer(element)?,
            teaming: element.child("teaming").map(Teaming::parse).transpose()?.flatten(),
            link: text_of("link", "state").as_deref().map(link_state).transpose()?,
            mtu: mtu(text_of("mtu", "size").as_deref())?,
            rx_frames: rx_frames(element)?,
            info: DeviceInfo::parse_with_rom(element, origin)?,
            model,
            source,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("interface", |w| {
            w.attr("type", self.source.kind());
            if let InterfaceSource::Hostdev { managed: true, .. } = self.source {
                w.attr("managed", YesNo::Yes);
            }
            w.attr_opt("trustGuestRxFilters", self.trust_guest_rx_filters);
            w.element("mac", |w| {
                w.attr("address", self.mac);
                self.mac_settings.write(w);
            });
            if let InterfaceSource::Hostdev { driver: Some(driver), .. } = self.source {
                driver.format(w);
            }
            self.source.format(w, &self.host_ip);
            if let Some(vlan) = &self.vlan {
                vlan.format(w);
            }
            if let Some(port) = &self.virtual_port {
                port.format(w);
            }
            if let Some(bandwidth) = &self.bandwidth {
                bandwidth.format(w);
            }
            w.element_unless_empty("port", |w| w.attr_opt("isolated", self.isolated));
            self.guest_ip.format(w);
            self.port_forwards.iter().for_each(|forward| forward.format(w));
            for (name, attribute, text) in [
                ("script", "path", &self.script),
                ("downscript", "path", &self.down_script),
                ("backenddomain", "name", &self.backend_domain),
            ] {
                w.element_unless_empty(name, |w| w.attr_opt(attribute, text.as_ref()));
            }
            w.element_unless_empty("target", |w| {
                w.attr_opt("dev", self.target.as_ref());
                w.attr_opt("managed", self.target_managed);
            });
            self.format_guest(w);
            self.info.format(w, flags);
        });
    }

    /// Writes what comes after the target.
    fn format_guest(&self, w: &mut Writer) {
        self.guest.write_child(w, "guest");
        w.element_unless_empty("model", |w| w.attr_opt("type", self.model.as_ref()));
        self.driver.format(w);
        self.backend.write_child(w, "backend");
        if let Some(filter) = &self.filter {
            filter.format(w);
        }
        if let Some(bytes) = self.send_buffer {
            w.element("tune", |w| w.text("sndbuf", bytes));
        }
        if let Some(teaming) = &self.teaming {
            teaming.format(w);
        }
        w.element_unless_empty("link", |w| w.attr_opt("state", self.link));
        w.element_unless_empty("mtu", |w| w.attr_opt("size", self.mtu));
        if let Some(frames) = self.rx_frames {
            w.element("coalesce", |w| w.element("rx", |w| w.element("frames", |w| w.attr("max", frames))));
        }
    }

    /// Whether the guest sees a virtio card.
    pub fn is_virtio(&self) -> bool {
        is_virtio(self.model.as_deref())
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        let kind = self.source.kind();
        if matches!(kind, InterfaceKind::VhostUser) && !self.is_virtio() {
            return Err(fail::internal(
                "Wrong or no <model> 'type' attribute specified with <interface type='vhostuser'/>. \
                 vhostuser requires the virtio-net* frontend",
            ));
        }
        if !self.host_ip.is_empty() && kind != InterfaceKind::Ethernet {
            return Err(fail::unsupported(format!(
                "Invalid attempt to set network interface host-side IP route and/or address info on interface \
                 of type '{kind}'. This is only supported on interfaces of type 'ethernet'"
            )));
        }
        if !self.is_virtio() {
            self.driver.virtio.check_absent()?;
        }
        if self.backend.kind == Some(BackendKind::Passt) {
            let detail = "Invalid value for attribute 'type' in element 'backend': 'passt'.";
            return Err(fail::xml(detail));
        }
        if self.isolated == Some(YesNo::Yes) {
            self.check_isolated(kind)?;
        }
        if self.target_managed == Some(YesNo::No) && kind != InterfaceKind::Ethernet {
            let detail = format!("unmanaged target dev is not supported on interfaces of type '{kind}'");
            return Err(fail::unsupported(detail));
        }
        self.teaming.as_ref().map_or(Ok(()), Teaming::check_of_interface)
    }

    fn check_isolated(&self, kind: InterfaceKind) -> Result<()> {
        let unsupported = |what| {
            Err(fail::unsupported(format!(
                "interface {} - <port isolated='yes'/> is not supported for network interfaces with {what}",
                self.mac
            )))
        };
        if !matches!(kind, InterfaceKind::Network | InterfaceKind::Bridge) {
            return unsupported(format!("type='{kind}'"));
        }
        match self.virtual_port.as_ref().and_then(|port| port.kind) {
            Some(port) => unsupported(format!("virtualport type='{port}'")),
            None => Ok(()),
        }
    }
}

fn is_virtio(model: Option<&str>) -> bool {
    matches!(model, Some("virtio" | "virtio-transitional" | "virtio-non-transitional"))
}

impl InterfaceKind {
    /// Whether the other end is a switch whose ports have settings.
    fn has_port(self) -> bool {
        matches!(self, Self::Network | Self::Bridge | Self::Direct | Self::Hostdev)
    }

    /// Whether the host can filter packets.
    fn can_filter(self) -> bool {
        matches!(self, Self::Network | Self::Bridge | Self::Ethernet)
    }
}

fn link_state(text: &str) -> Result<LinkState> {
    text.parse().map_err(|()| fail::unsupported(format!("unknown interface link state '{text}'")))
}

fn mtu(text: Option<&str>) -> Result<Option<NonZeroU32>> {
    let size = text.map(|text| number::<u32>(text).ok_or_else(|| fail::xml("malformed mtu size")));
    Ok(size.transpose()?.and_then(NonZeroU32::new))
}

fn send_buffer(interface: Element<'_>) -> Result<Option<u64>> {
    let text = interface.child("tune").and_then(|tune| tune.child_text("sndbuf"));
    let positive = || fail::xml("sndbuf must be a positive integer");
    text.map(|text| number(&text).ok_or_else(positive)).transpose()
}

fn rx_frames(interface: Element<'_>) -> Result<Option<NonZeroU32>> {
    let frames =
        ["coalesce", "rx", "frames"].into_iter().try_fold(interface, |element, name| element.child(name));
    let Some(text) = frames.and_then(|frames| frames.filled("max")) else { return Ok(None) };
    let frames = number::<u32>(text).ok_or_else(|| {
        let detail = format!("cannot parse value '{text}' for coalesce parameter");
        Error::new(ErrorCode::VIR_ERR_XML_DETAIL, ErrorDomain::VIR_FROM_DOMAIN, detail)
    })?;
    Ok(NonZeroU32::new(frames))
}
