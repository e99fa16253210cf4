//! QEMU's words in events, as the numbers and texts of the public API. Pure functions.

#![forbid(unsafe_code)]

use crate::abi::{
    _virConnectDomainEventAgentLifecycleState as AgentState,
    _virConnectDomainEventChannelLifecycleReason as ChannelReason,
    _virDomainEventGraphicsAddressType as Family, _virDomainEventIOErrorAction as IoAction,
    _virDomainEventTrayChangeReason as Tray, _virDomainEventWatchdogAction as WatchdogAction,
};
use crate::conf::domain::DomainDef;
use crate::event::domain::{DomainEvent, GraphicsAddress, GraphicsEvent};
use crate::monitor::{AcpiOst, GraphicsInfo, GuestEvent, IoErrorInfo};

/// The name of the guest agent's channel.
const AGENT: &str = "org.qemu.guest_agent.0";

/// The ACPI specification's numbers for the guest's answers to a wish to eject: from the firmware, from the system.
const EJECTIONS: [i64; 2] = [0x3, 0x103];

/// Its number for a failure without more words; for others the original says nothing.
const OST_FAILURE: i64 = 1;

/// What a watchdog does; a word that nobody knows counts as nothing.
pub fn watchdog_action(word: &str) -> WatchdogAction {
    match word {
        "none" => WatchdogAction::VIR_DOMAIN_EVENT_WATCHDOG_NONE,
        "pause" => WatchdogAction::VIR_DOMAIN_EVENT_WATCHDOG_PAUSE,
        "reset" => WatchdogAction::VIR_DOMAIN_EVENT_WATCHDOG_RESET,
        "poweroff" => WatchdogAction::VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF,
        "shutdown" => WatchdogAction::VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN,
        "debug" => WatchdogAction::VIR_DOMAIN_EVENT_WATCHDOG_DEBUG,
        "inject-nmi" => WatchdogAction::VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI,
        other => {
            log::warn!("unknown watchdog action '{other}'");
            WatchdogAction::VIR_DOMAIN_EVENT_WATCHDOG_NONE
        }
    }
}

/// What QEMU does about an I/O error; a word that nobody knows counts as nothing.
pub fn io_error_action(word: &str) -> IoAction {
    match word {
        "ignore" => IoAction::VIR_DOMAIN_EVENT_IO_ERROR_NONE,
        "stop" => IoAction::VIR_DOMAIN_EVENT_IO_ERROR_PAUSE,
        "report" => IoAction::VIR_DOMAIN_EVENT_IO_ERROR_REPORT,
        other => {
            log::warn!("unknown I/O error action '{other}'");
            IoAction::VIR_DOMAIN_EVENT_IO_ERROR_NONE
        }
    }
}

/// Source path and alias of the disk that an error is about; empty for one that is not in the XML. The node
/// tells it, or in old QEMU the name of the drive.
pub fn failed_disk(def: &DomainDef, error: &IoErrorInfo<'_>) -> (String, String) {
    let by_node = error.node_name.and_then(|node| def.disk_by_node_name(node));
    let alias = error.device.strip_prefix("drive-").unwrap_or(error.device);
    let Some(disk) = by_node.or_else(|| def.disk_by_alias(alias)) else {
        return (String::new(), String::new());
    };
    let path = disk.contents().map_or("", |source| source.path());
    (path.to_owned(), disk.info.alias.clone().unwrap_or_default())
}

/// What programs are told of an event that changes nothing in the driver's books; at most two things.
pub fn guest_event(def: &DomainDef, event: &GuestEvent) -> [Option<DomainEvent>; 2] {
    let told = match event {
        GuestEvent::DeviceTrayMoved { device, id, tray_open } => {
            let alias = id.as_deref().unwrap_or_else(|| device.strip_prefix("drive-").unwrap_or(device));
            if def.disk_by_alias(alias).is_none() {
                return [None, None];
            }
            let reason = match tray_open {
                true => Tray::VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN,
                false => Tray::VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE,
            };
            DomainEvent::TrayChange { alias: alias.to_owned(), reason: reason as i32 }
        }
        GuestEvent::AcpiDeviceOst {
            info: AcpiOst { device: Some(alias), slot_type, source, status, .. },
        } if slot_type == "DIMM" && EJECTIONS.contains(source) && *status == OST_FAILURE => {
            DomainEvent::DeviceRemovalFailed { alias: alias.clone() }
        }
        GuestEvent::DeviceUnplugGuestError { device: Some(alias), .. } => {
            DomainEvent::DeviceRemovalFailed { alias: alias.clone() }
        }
        GuestEvent::BlockWriteThreshold { node_name, amount_exceeded, write_threshold } => {
            let Some(disk) = def.disk_by_node_name(node_name) else { return [None, None] };
            let threshold = |device| DomainEvent::BlockThreshold {
                device,
                path: disk.contents().map(|source| source.path().to_owned()),
                threshold_bytes: *write_threshold,
                excess_bytes: *amount_exceeded,
            };
            // As libvirt: under both names that the disk's image has.
            let image = disk.node_index().map(|number| threshold(format!("{}[{number}]", disk.target)));
            return [Some(threshold(disk.target.clone())), image];
        }
        GuestEvent::MemoryFailure { recipient, action, flags } => {
            let number = |words: &[&str], word: &str| words.iter().position(|known| *known == word);
            let recipient = number(&["hypervisor", "guest"], recipient);
            let action = number(&["ignore", "inject", "fatal", "reset"], action);
            let (Some(recipient), Some(action)) = (recipient, action) else {
                log::warn!("unknown words in {event:?}");
                return [None, None];
            };
            let flags = u32::from(flags.action_required) | u32::from(flags.recursive) << 1;
            DomainEvent::MemoryFailure { recipient: recipient as i32, action: action as i32, flags }
        }
        GuestEvent::MemoryDeviceSizeChange { id: Some(alias), size } => {
            if !def.devices.memories.iter().any(|memory| memory.info.alias.as_ref() == Some(alias)) {
                return [None, None];
            }
            DomainEvent::MemoryDeviceSizeChange { alias: alias.clone(), size_kib: size.div_ceil(1024) }
        }
        _ => return [None, None],
    };
    [Some(told), None]
}

/// A channel that was opened or closed in the guest; the agent's has an event of its own as well.
pub fn channel(name: String, open: bool, reason: ChannelReason) -> [Option<DomainEvent>; 2] {
    let state = if open {
        AgentState::VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED
    } else {
        AgentState::VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED
    } as i32;
    let reason = reason as i32;
    // The numbers are the same for both.
    let agent = (name == AGENT).then_some(DomainEvent::AgentLifecycle { state, reason });
    [agent, Some(DomainEvent::ChannelLifecycle { channel: name, state, reason })]
}

/// A viewer's coming or going. The certificate's name comes before the SASL name.
pub fn graphics(client: &GraphicsInfo<'_>) -> GraphicsEvent {
    let address = |(family, node, service): (&str, &str, &str)| GraphicsAddress {
        family: address_family(family) as i32,
        node: node.to_owned(),
        service: service.to_owned(),
    };
    let identities = [("x509dname", client.x509_dname), ("saslUsername", client.sasl_username)];
    let subject = identities.into_iter().filter_map(|(kind, name)| Some((kind.to_owned(), name?.to_owned())));
    GraphicsEvent {
        phase: client.phase,
        local: address(client.local),
        remote: address(client.remote),
        auth_scheme: client.auth.to_owned(),
        subject: subject.collect(),
    }
}

fn address_family(word: &str) -> Family {
    match word {
        "ipv4" => Family::VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4,
        "ipv6" => Family::VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6,
        "unix" => Family::VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX,
        other => {
            log::warn!("unknown address family '{other}'");
            Family::VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ident::DomainId;

    /// WDG-2, IOE-2: every word, and one from the future.
    #[test]
    fn actions_are_the_public_numbers() {
        let words = ["none", "pause", "reset", "poweroff", "shutdown", "debug", "inject-nmi", "explode"];
        assert_eq!(words.map(|word| watchdog_action(word) as i32), [0, 1, 2, 3, 4, 5, 6, 0]);
        assert_eq!(
            ["ignore", "stop", "report", "explode"].map(|word| io_error_action(word) as i32),
            [0, 1, 2, 0]
        );
    }

    /// GFX-7, GFX-8, GFX-9
    #[test]
    fn viewers_have_up_to_two_names() {
        let client = |x509_dname, sasl_username, family| {
            graphics(&GraphicsInfo {
                phase: 1,
                local: (family, "::1", "5900"),
                remote: ("unix", "", ""),
                auth: "invented",
                x509_dname,
                sasl_username,
            })
        };
        let event = client(Some("CN=x"), Some("fred"), "ipv6");
        assert_eq!((event.local.family, event.remote.family), (1, 2));
        assert_eq!((event.local.node.as_str(), event.local.service.as_str()), ("::1", "5900"));
        assert_eq!(event.auth_scheme, "invented");
        let pair = |kind: &str, name: &str| (kind.to_owned(), name.to_owned());
        assert_eq!(event.subject, [pair("x509dname", "CN=x"), pair("saslUsername", "fred")]);
        assert_eq!(client(Some("CN=x"), None, "ipv4").subject.len(), 1);
        assert_eq!(client(None, Some("fred"), "ipv4").subject, [pair("saslUsername", "fred")]);
        let event = client(None, None, "foo");
        assert_eq!((event.local.family, event.subject.len()), (0, 0));
    }

    /// IOE-3, IOE-4, IOE-5
    #[test]
    fn disks_are_found_by_node_or_drive() {
        let xml = "<domain type='qemu'><name>x</name><memory>32768</memory><os><type>hvm</type></os><devices>\
                   <disk type='file' device='disk'><source file='/a'/><target dev='hda' bus='ide'/></disk>\
                   <disk type='file' device='disk'><source file='/b'/><target dev='vda' bus='virtio'/></disk>\
                   </devices></domain>";
        let mut def = DomainDef::parse(xml).unwrap();
        def.prepare_live(DomainId(1), 0);
        let find = |device, node_name| {
            let error = IoErrorInfo {
                device,
                node_name,
                operation: "read",
                action: "stop",
                nospace: false,
                reason: "",
            };
            failed_disk(&def, &error)
        };
        let pair = |path: &str, alias: &str| (path.to_owned(), alias.to_owned());
        assert_eq!(find("", Some("libvirt-1-format")), pair("/b", "virtio-disk0"));
        assert_eq!(find("", Some("libvirt-2-storage")), pair("/a", "ide0-0-0"));
        assert_eq!(find("drive-ide0-0-0", None), pair("/a", "ide0-0-0"));
        assert_eq!(find("", Some("#block123")), pair("", ""));
    }
}
