//! What happened to a domain: one variant per event id of the public API.
//!
//! Plain data that drivers fill in; the arguments of C callbacks are made from it in `capi/listener`. Who hears
//! of it is in `registrations.rs`, when in `source.rs`.

#![forbid(unsafe_code)]

use super::class::{Event, Payload};
use crate::abi::_virDomainEventID as Id;
use crate::ident::DomainKey;
use crate::typed_param::TypedParameter;

/// What happened to a domain. Numbers are those of the public enums; a text that holds a NUL is cut there.
#[derive(Clone, Debug, PartialEq)]
pub enum DomainEvent {
    /// The domain's life: `virDomainEventType` and the detail enum that belongs to it.
    Lifecycle { event: i32, detail: i32 },
    /// The guest was reset.
    Reboot,
    /// The guest set its clock; seconds from UTC.
    RtcChange { offset_s: i64 },
    /// The guest's watchdog fired; `virDomainEventWatchdogAction`.
    Watchdog { action: i32 },
    /// A disk failed; action is `virDomainEventIOErrorAction`.
    IoError { source_path: String, alias: String, action: i32 },
    /// A client of the graphics server came or went.
    Graphics(Box<GraphicsEvent>),
    /// As `IoError`, with QEMU's reason ("enospc" or empty).
    IoErrorReason { source_path: String, alias: String, action: i32, reason: String },
    /// The monitor failed; the domain may still run.
    ControlError,
    /// A block job changed; the disk by its path. `virDomainBlockJobType`, `virConnectDomainEventBlockJobStatus`.
    BlockJob { disk: String, kind: i32, status: i32 },
    /// A removable medium changed, or a disk was dropped at start; `virConnectDomainEventDiskChangeReason`.
    DiskChange { old_source: Option<String>, new_source: Option<String>, alias: String, reason: i32 },
    /// The guest moved a tray; `virDomainEventTrayChangeReason`.
    TrayChange { alias: String, reason: i32 },
    /// The guest woke up. No reasons are known: 0, or what a daemon says.
    PmWakeup { reason: i32 },
    /// The guest suspended itself to memory; the reason as above.
    PmSuspend { reason: i32 },
    /// The balloon changed the guest's memory.
    BalloonChange { actual_kib: u64 },
    /// The guest suspended itself to disk; the reason as above.
    PmSuspendDisk { reason: i32 },
    /// A device left the guest.
    DeviceRemoved { alias: String },
    /// As `BlockJob`, with the disk by its target name.
    BlockJob2 { disk: String, kind: i32, status: i32 },
    /// Tuning changed while the guest runs; the new values.
    Tunable { params: Vec<TypedParameter> },
    /// The guest agent came or went; `virConnectDomainEventAgentLifecycleState` and `...Reason`.
    AgentLifecycle { state: i32, reason: i32 },
    /// A device was plugged in.
    DeviceAdded { alias: String },
    /// A migration began another pass over memory.
    MigrationIteration { iteration: i32 },
    /// A job ended; its statistics.
    JobCompleted { params: Vec<TypedParameter> },
    /// The guest refused to give a device back.
    DeviceRemovalFailed { alias: String },
    /// Metadata was set; `virDomainMetadataType`, and the namespace of an element.
    MetadataChange { kind: i32, uri: Option<String> },
    /// Writing passed a threshold; device as in the XML, path of a local source.
    BlockThreshold { device: String, path: Option<String>, threshold_bytes: u64, excess_bytes: u64 },
    /// Memory of the host failed; `virDomainMemoryFailureRecipientType`, `...ActionType`, `...Flags`.
    MemoryFailure { recipient: i32, action: i32, flags: u32 },
    /// A memory device changed its size.
    MemoryDeviceSizeChange { alias: String, size_kib: u64 },
    /// The guest changed the address of a network card.
    NicMacChange { alias: String, old_mac: String, new_mac: String },
    /// The guest gave a virtual CPU back.
    VcpuRemoved { vcpu: u32 },
    /// A channel was opened or closed in the guest; `virConnectDomainEventChannelLifecycleState` and `...Reason`.
    ChannelLifecycle { channel: String, state: i32, reason: i32 },
}

/// A client of the graphics server came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GraphicsEvent {
    /// `virDomainEventGraphicsPhase`
    pub phase: i32,
    /// The listening side.
    pub local: GraphicsAddress,
    /// The viewer.
    pub remote: GraphicsAddress,
    /// How the viewer authenticated, in QEMU's word; empty if unsaid.
    pub auth_scheme: String,
    /// Who the viewer is, as pairs of type and name.
    pub subject: Vec<(String, String)>,
}

/// One end of a graphics connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GraphicsAddress {
    /// `virDomainEventGraphicsAddressType`
    pub family: i32,
    /// Host; empty for UNIX sockets.
    pub node: String,
    /// Port, or path of the socket.
    pub service: String,
}

impl Payload for DomainEvent {
    type Key = DomainKey;

    fn of(self, key: DomainKey) -> Event {
        Event::Domain(key, self)
    }

    fn id(&self) -> u8 {
        use Id::*;
        let id = match self {
            Self::Lifecycle { .. } => VIR_DOMAIN_EVENT_ID_LIFECYCLE,
            Self::Reboot => VIR_DOMAIN_EVENT_ID_REBOOT,
            Self::RtcChange { .. } => VIR_DOMAIN_EVENT_ID_RTC_CHANGE,
            Self::Watchdog { .. } => VIR_DOMAIN_EVENT_ID_WATCHDOG,
            Self::IoError { .. } => VIR_DOMAIN_EVENT_ID_IO_ERROR,
            Self::Graphics(_) => VIR_DOMAIN_EVENT_ID_GRAPHICS,
            Self::IoErrorReason { .. } => VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON,
            Self::ControlError => VIR_DOMAIN_EVENT_ID_CONTROL_ERROR,
            Self::BlockJob { .. } => VIR_DOMAIN_EVENT_ID_BLOCK_JOB,
            Self::DiskChange { .. } => VIR_DOMAIN_EVENT_ID_DISK_CHANGE,
            Self::TrayChange { .. } => VIR_DOMAIN_EVENT_ID_TRAY_CHANGE,
            Self::PmWakeup { .. } => VIR_DOMAIN_EVENT_ID_PMWAKEUP,
            Self::PmSuspend { .. } => VIR_DOMAIN_EVENT_ID_PMSUSPEND,
            Self::BalloonChange { .. } => VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE,
            Self::PmSuspendDisk { .. } => VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK,
            Self::DeviceRemoved { .. } => VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED,
            Self::BlockJob2 { .. } => VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2,
            Self::Tunable { .. } => VIR_DOMAIN_EVENT_ID_TUNABLE,
            Self::AgentLifecycle { .. } => VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE,
            Self::DeviceAdded { .. } => VIR_DOMAIN_EVENT_ID_DEVICE_ADDED,
            Self::MigrationIteration { .. } => VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION,
            Self::JobCompleted { .. } => VIR_DOMAIN_EVENT_ID_JOB_COMPLETED,
            Self::DeviceRemovalFailed { .. } => VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED,
            Self::MetadataChange { .. } => VIR_DOMAIN_EVENT_ID_METADATA_CHANGE,
            Self::BlockThreshold { .. } => VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD,
            Self::MemoryFailure { .. } => VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE,
            Self::MemoryDeviceSizeChange { .. } => VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE,
            Self::NicMacChange { .. } => VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE,
            Self::VcpuRemoved { .. } => VIR_DOMAIN_EVENT_ID_VCPU_REMOVED,
            Self::ChannelLifecycle { .. } => VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE,
        };
        id as u8
    }

    fn each_text(&self, take: &mut dyn FnMut(Option<&str>)) {
        let texts: &[Option<&String>] = match self {
            Self::IoError { source_path, alias, .. } => &[Some(source_path), Some(alias)],
            Self::IoErrorReason { source_path, alias, reason, .. } => {
                &[Some(source_path), Some(alias), Some(reason)]
            }
            Self::BlockJob { disk, .. } | Self::BlockJob2 { disk, .. } => &[Some(disk)],
            Self::DiskChange { old_source, new_source, alias, .. } => {
                &[old_source.as_ref(), new_source.as_ref(), Some(alias)]
            }
            Self::TrayChange { alias, .. }
            | Self::DeviceRemoved { alias }
            | Self::DeviceAdded { alias }
            | Self::DeviceRemovalFailed { alias }
            | Self::MemoryDeviceSizeChange { alias, .. } => &[Some(alias)],
            Self::MetadataChange { uri, .. } => &[uri.as_ref()],
            Self::BlockThreshold { device, path, .. } => &[Some(device), path.as_ref()],
            Self::NicMacChange { alias, old_mac, new_mac } => &[Some(alias), Some(old_mac), Some(new_mac)],
            Self::ChannelLifecycle { channel, .. } => &[Some(channel)],
            Self::Graphics(event) => return event.texts().map(Some).for_each(take),
            Self::Tunable { params } | Self::JobCompleted { params } => {
                return params.iter().map(TypedParameter::text).for_each(take);
            }
            Self::Lifecycle { .. }
            | Self::Reboot
            | Self::RtcChange { .. }
            | Self::Watchdog { .. }
            | Self::ControlError
            | Self::PmWakeup { .. }
            | Self::PmSuspend { .. }
            | Self::BalloonChange { .. }
            | Self::PmSuspendDisk { .. }
            | Self::AgentLifecycle { .. }
            | Self::MigrationIteration { .. }
            | Self::MemoryFailure { .. }
            | Self::VcpuRemoved { .. } => &[],
        };
        texts.iter().map(|text| text.map(String::as_str)).for_each(take);
    }
}

impl GraphicsEvent {
    /// Local node and service, remote node and service, scheme, then type and name of every identity.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let fixed = [
            &*self.local.node,
            &*self.local.service,
            &*self.remote.node,
            &*self.remote.service,
            &*self.auth_scheme,
        ];
        fixed.into_iter().chain(self.subject.iter().flat_map(|(kind, name)| [&**kind, &**name]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ident::{Name, Uuid};

    #[test]
    fn texts_follow_the_arguments_and_end_at_a_nul() {
        let key = DomainKey { name: Name::new("guest").expect("no NUL"), uuid: Uuid::nil(), id: None };
        let event = DomainEvent::DiskChange {
            old_source: None,
            new_source: Some("/a\0b".into()),
            alias: "ide0".into(),
            reason: 0,
        };
        let event = event.of(key.clone());
        let texts = event.texts();
        assert_eq!(texts[0], None);
        assert_eq!(texts[1].as_deref(), Some(c"/a"));
        assert_eq!(texts[2].as_deref(), Some(c"ide0"));
        let plain = DomainEvent::Reboot.of(key);
        assert_eq!(plain.texts().capacity(), 0);
        assert_eq!(event.bytes(), plain.bytes() + "/a\0bide0".len());
    }
}
