//! How the emulator runs an interface: `<driver>`, `<backend>` and `<portForward>`.

#![forbid(unsafe_code)]

use std::net::IpAddr;
use std::num::NonZeroU32;

use crate::conf::domain::device::{Switch, VirtioOptions, YesNo};
use crate::conf::domain::{fail, net_ip};
use crate::error::Result;
use crate::util::xml::{Element, Positive, Writer, attributes, words};

/// `<driver>` of a virtio interface
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InterfaceDriver {
    pub settings: InterfaceSettings,
    pub virtio: VirtioOptions,
    pub host: HostOffloads,
    pub guest: GuestOffloads,
}

attributes! {
    /// The attributes of `<driver>` that only interfaces have.
    pub struct InterfaceSettings {
        name: InterfaceBackend = "name",
        tx_mode: TxMode = "txmode",
        ioeventfd: Switch = "ioeventfd",
        event_idx: Switch = "event_idx",
        queues: NonZeroU32 = "queues" via several,
        rx_queue_size: NonZeroU32 = "rx_queue_size",
        tx_queue_size: NonZeroU32 = "tx_queue_size",
        rss: Switch = "rss",
        rss_hash_report: Switch = "rss_hash_report",
    }
}

words! {
    /// `<driver name=…>`: who moves the packets.
    pub enum InterfaceBackend {
        Qemu = "qemu",
        Vhost = "vhost",
    }
}

words! {
    /// `<driver txmode=…>`
    pub enum TxMode {
        Iothread = "iothread",
        Timer = "timer",
    }
}

attributes! {
    /// `<host>`: what the host does for the guest.
    pub struct HostOffloads {
        csum: Switch = "csum",
        gso: Switch = "gso",
        tso4: Switch = "tso4",
        tso6: Switch = "tso6",
        ecn: Switch = "ecn",
        ufo: Switch = "ufo",
        mrg_rxbuf: Switch = "mrg_rxbuf",
    }
}

attributes! {
    /// `<guest>`: what the guest does itself.
    pub struct GuestOffloads {
        csum: Switch = "csum",
        tso4: Switch = "tso4",
        tso6: Switch = "tso6",
        ecn: Switch = "ecn",
        ufo: Switch = "ufo",
    }
}

attributes! {
    /// `<backend>`
    pub struct Backend {
        kind: BackendKind = "type",
        tap: String = "tap",
        vhost: String = "vhost",
        log_file: String = "logFile",
    }
}

words! {
    /// `<backend type=…>`
    pub enum BackendKind {
        Passt = "passt",
    }
}

/// `<portForward>`: ports of the host that lead to the guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortForward {
    pub protocol: Protocol,
    pub address: Option<IpAddr>,
    pub dev: Option<String>,
    pub ranges: Vec<PortRange>,
}

words! {
    /// `<portForward proto=…>`
    pub enum Protocol {
        Tcp = "tcp",
        Udp = "udp",
    }
}

attributes! {
    /// `<range>`
    pub struct PortRange {
        start: Positive = "start",
        end: Positive = "end",
        to: Positive = "to",
        exclude: YesNo = "exclude",
    }
}

/// A number of queues; one goes without saying.
fn several(element: Element<'_>, name: &str) -> Result<Option<NonZeroU32>> {
    Ok(element.number::<u32>(name)?.and_then(NonZeroU32::new).filter(|queues| queues.get() > 1))
}

impl InterfaceDriver {
    /// A device of the host has none of the options; whether there is a `<driver>` is noted all the same.
    pub(super) fn of_hostdev(stated: bool) -> Self {
        Self { virtio: VirtioOptions { stated, ..VirtioOptions::default() }, ..Self::default() }
    }

    /// Reads what there is for virtio interfaces; others have but the options that get refused later.
    pub(super) fn parse(element: Option<Element<'_>>, is_virtio: bool) -> Result<Self> {
        let Some(element) = element else { return Ok(Self::default()) };
        let virtio = VirtioOptions::read(element)?;
        if !is_virtio {
            return Ok(Self { virtio, ..Self::default() });
        }
        Ok(Self {
            settings: InterfaceSettings::read(element)?,
            virtio,
            host: HostOffloads::read_child(element, "host")?,
            guest: GuestOffloads::read_child(element, "guest")?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("driver", |w| {
            self.settings.write(w);
            self.virtio.switches.write(w);
            self.host.write_child(w, "host");
            self.guest.write_child(w, "guest");
        });
    }
}

impl PortForward {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let protocol = element.required_word("proto")?;
        let address = element.attr("address").map(|text| {
            net_ip::address(text)
                .ok_or_else(|| fail::xml(format!("Invalid address '{text}' in <portForward>")))
        });
        Ok(Self {
            protocol,
            address: address.transpose()?,
            dev: element.attr("dev").map(str::to_owned),
            ranges: element.children_named("range").map(PortRange::read).collect::<Result<_>>()?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("portForward", |w| {
            w.attr("proto", self.protocol);
            w.attr_opt("address", self.address);
            w.attr_opt("dev", self.dev.as_ref());
            self.ranges.iter().for_each(|range| range.write_child(w, "range"));
        });
    }
}
