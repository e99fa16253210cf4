//! What a daemon tells by itself: from a message to an event of ours.

#![forbid(unsafe_code)]

use crate::error::{Error, Result};
use crate::event::domain::{DomainEvent, GraphicsAddress, GraphicsEvent};
use crate::event::payload::{MonitorEvent, NetworkEvent, NodeDeviceEvent, SecretEvent, StoragePoolEvent};
use crate::event::{Event, Payload};
use crate::rpc::message::Packet;
use crate::rpc::protocol::{self, Program, remote};
use crate::rpc::typed_params::received;
use crate::rpc::xdr::Xdr;

/// What a message says.
pub enum Message {
    /// Something happened. The number is that of the registration at the daemon; old daemons give none.
    Event(Option<i32>, Event),
    /// The daemon has lost its hypervisor: `virConnectCloseReason`.
    Closed(i32),
}

/// Makes an event of what names an object on the wire and what happened.
fn event<P, W>(object: W, what: P) -> Result<Event>
where
    P: Payload,
    P::Key: TryFrom<W, Error = Error>,
{
    Ok(what.of(P::Key::try_from(object)?))
}

/// The messages. Rows of the first part are told by old daemons as they are, by the first procedure, and by others with the
/// number of a registration in front, by the second; those of the second part come from old daemons alone, and those of the
/// third have the number. What follows is the object and what happened to it.
macro_rules! messages {
    (
        both { $($old:ident $new:ident($old_message:ident) => |$both:ident| $both_what:expr;)* }
        old { $($plain:ident => $plain_what:expr;)* }
        numbered { $($program:ident $procedure:ident => |$m:ident| $object:expr, $what:expr;)* }
    ) => {
        /// Understands a message; `None` if it is of no procedure that this library knows.
        pub fn understand(packet: &Packet) -> Result<Option<Message>> {
            use remote::procedure;
            $(
                if is(packet, &procedure::$old) {
                    let $both: remote::$old_message = decode(packet, &procedure::$old)?;
                    let what = $both_what;
                    return Ok(Some(Message::Event(None, event($both.dom, what)?)));
                }
                if is(packet, &procedure::$new) {
                    let message = decode(packet, &procedure::$new)?;
                    let (number, $both) = (message.callback_id, message.msg);
                    let what = $both_what;
                    return Ok(Some(Message::Event(Some(number), event($both.dom, what)?)));
                }
            )*
            $(
                if is(packet, &procedure::$plain) {
                    let message = decode(packet, &procedure::$plain)?;
                    return Ok(Some(Message::Event(None, event(message.dom, $plain_what)?)));
                }
            )*
            $(
                if is(packet, &protocol::$program::procedure::$procedure) {
                    let $m = decode(packet, &protocol::$program::procedure::$procedure)?;
                    return Ok(Some(Message::Event(Some($m.callback_id), event($object, $what)?)));
                }
            )*
            if is(packet, &procedure::CONNECT_EVENT_CONNECTION_CLOSED) {
                let message = decode(packet, &procedure::CONNECT_EVENT_CONNECTION_CLOSED)?;
                return Ok(Some(Message::Closed(message.reason)));
            }
            Ok(None)
        }
    };
}

fn is<M>(packet: &Packet, procedure: &protocol::Event<M>) -> bool {
    let Program { number, .. } = *procedure.program;
    (packet.header.prog, packet.header.proc) == (number, procedure.number)
}

/// The message, which has to be of the procedure's type.
fn decode<M: Xdr<Value = M>>(packet: &Packet, _procedure: &protocol::Event<M>) -> Result<M> {
    packet.decode::<M>()
}

messages! {
    both {
        DOMAIN_EVENT_LIFECYCLE DOMAIN_EVENT_CALLBACK_LIFECYCLE(DomainEventLifecycleMsg)
            => |m| DomainEvent::Lifecycle { event: m.event, detail: m.detail };
        DOMAIN_EVENT_REBOOT DOMAIN_EVENT_CALLBACK_REBOOT(DomainEventRebootMsg) => |m| DomainEvent::Reboot;
        DOMAIN_EVENT_RTC_CHANGE DOMAIN_EVENT_CALLBACK_RTC_CHANGE(DomainEventRtcChangeMsg)
            => |m| DomainEvent::RtcChange { offset_s: m.offset };
        DOMAIN_EVENT_WATCHDOG DOMAIN_EVENT_CALLBACK_WATCHDOG(DomainEventWatchdogMsg)
            => |m| DomainEvent::Watchdog { action: m.action };
        DOMAIN_EVENT_IO_ERROR DOMAIN_EVENT_CALLBACK_IO_ERROR(DomainEventIoErrorMsg)
            => |m| DomainEvent::IoError { source_path: m.src_path, alias: m.dev_alias, action: m.action };
        DOMAIN_EVENT_GRAPHICS DOMAIN_EVENT_CALLBACK_GRAPHICS(DomainEventGraphicsMsg)
            => |m| DomainEvent::Graphics(Box::new(GraphicsEvent {
                phase: m.phase,
                local: address(m.local),
                remote: address(m.remote),
                auth_scheme: m.auth_scheme,
                subject: m.subject.into_iter().map(|identity| (identity.r#type, identity.name)).collect(),
            }));
        DOMAIN_EVENT_IO_ERROR_REASON DOMAIN_EVENT_CALLBACK_IO_ERROR_REASON(DomainEventIoErrorReasonMsg)
            => |m| DomainEvent::IoErrorReason {
                source_path: m.src_path, alias: m.dev_alias, action: m.action, reason: m.reason,
            };
        DOMAIN_EVENT_CONTROL_ERROR DOMAIN_EVENT_CALLBACK_CONTROL_ERROR(DomainEventControlErrorMsg)
            => |m| DomainEvent::ControlError;
        DOMAIN_EVENT_BLOCK_JOB DOMAIN_EVENT_CALLBACK_BLOCK_JOB(DomainEventBlockJobMsg)
            => |m| DomainEvent::BlockJob { disk: m.path, kind: m.r#type, status: m.status };
        DOMAIN_EVENT_DISK_CHANGE DOMAIN_EVENT_CALLBACK_DISK_CHANGE(DomainEventDiskChangeMsg)
            => |m| DomainEvent::DiskChange {
                old_source: m.old_src_path, new_source: m.new_src_path, alias: m.dev_alias, reason: m.reason,
            };
        DOMAIN_EVENT_TRAY_CHANGE DOMAIN_EVENT_CALLBACK_TRAY_CHANGE(DomainEventTrayChangeMsg)
            => |m| DomainEvent::TrayChange { alias: m.dev_alias, reason: m.reason };
        DOMAIN_EVENT_BALLOON_CHANGE DOMAIN_EVENT_CALLBACK_BALLOON_CHANGE(DomainEventBalloonChangeMsg)
            => |m| DomainEvent::BalloonChange { actual_kib: m.actual };
        DOMAIN_EVENT_DEVICE_REMOVED DOMAIN_EVENT_CALLBACK_DEVICE_REMOVED(DomainEventDeviceRemovedMsg)
            => |m| DomainEvent::DeviceRemoved { alias: m.dev_alias };
    }
    old {
        DOMAIN_EVENT_PMWAKEUP => DomainEvent::PmWakeup { reason: 0 };
        DOMAIN_EVENT_PMSUSPEND => DomainEvent::PmSuspend { reason: 0 };
        DOMAIN_EVENT_PMSUSPEND_DISK => DomainEvent::PmSuspendDisk { reason: 0 };
    }
    numbered {
        remote DOMAIN_EVENT_CALLBACK_PMWAKEUP => |m| m.msg.dom, DomainEvent::PmWakeup { reason: m.reason };
        remote DOMAIN_EVENT_CALLBACK_PMSUSPEND => |m| m.msg.dom, DomainEvent::PmSuspend { reason: m.reason };
        remote DOMAIN_EVENT_CALLBACK_PMSUSPEND_DISK
            => |m| m.msg.dom, DomainEvent::PmSuspendDisk { reason: m.reason };
        remote DOMAIN_EVENT_BLOCK_JOB_2
            => |m| m.dom, DomainEvent::BlockJob2 { disk: m.dst, kind: m.r#type, status: m.status };
        remote DOMAIN_EVENT_CALLBACK_TUNABLE
            => |m| m.dom, DomainEvent::Tunable { params: received(m.params) };
        remote DOMAIN_EVENT_CALLBACK_AGENT_LIFECYCLE
            => |m| m.dom, DomainEvent::AgentLifecycle { state: m.state, reason: m.reason };
        remote DOMAIN_EVENT_CALLBACK_DEVICE_ADDED => |m| m.dom, DomainEvent::DeviceAdded { alias: m.dev_alias };
        remote DOMAIN_EVENT_CALLBACK_MIGRATION_ITERATION
            => |m| m.dom, DomainEvent::MigrationIteration { iteration: m.iteration };
        remote DOMAIN_EVENT_CALLBACK_JOB_COMPLETED
            => |m| m.dom, DomainEvent::JobCompleted { params: received(m.params) };
        remote DOMAIN_EVENT_CALLBACK_DEVICE_REMOVAL_FAILED
            => |m| m.dom, DomainEvent::DeviceRemovalFailed { alias: m.dev_alias };
        remote DOMAIN_EVENT_CALLBACK_METADATA_CHANGE
            => |m| m.dom, DomainEvent::MetadataChange { kind: m.r#type, uri: m.nsuri };
        remote DOMAIN_EVENT_BLOCK_THRESHOLD => |m| m.dom, DomainEvent::BlockThreshold {
            device: m.dev, path: m.path, threshold_bytes: m.threshold, excess_bytes: m.excess,
        };
        remote DOMAIN_EVENT_MEMORY_FAILURE
            => |m| m.dom, DomainEvent::MemoryFailure { recipient: m.recipient, action: m.action, flags: m.flags };
        remote DOMAIN_EVENT_MEMORY_DEVICE_SIZE_CHANGE
            => |m| m.dom, DomainEvent::MemoryDeviceSizeChange { alias: m.alias, size_kib: m.size };
        remote DOMAIN_EVENT_NIC_MAC_CHANGE
            => |m| m.dom, DomainEvent::NicMacChange { alias: m.alias, old_mac: m.old_mac, new_mac: m.new_mac };
        remote NETWORK_EVENT_LIFECYCLE
            => |m| m.net, NetworkEvent::Lifecycle { event: m.event, detail: m.detail };
        remote NETWORK_EVENT_CALLBACK_METADATA_CHANGE
            => |m| m.net, NetworkEvent::MetadataChange { kind: m.r#type, uri: m.nsuri };
        remote STORAGE_POOL_EVENT_LIFECYCLE
            => |m| m.pool, StoragePoolEvent::Lifecycle { event: m.event, detail: m.detail };
        remote STORAGE_POOL_EVENT_REFRESH => |m| m.pool, StoragePoolEvent::Refresh;
        remote NODE_DEVICE_EVENT_LIFECYCLE
            => |m| m.dev, NodeDeviceEvent::Lifecycle { event: m.event, detail: m.detail };
        remote NODE_DEVICE_EVENT_UPDATE => |m| m.dev, NodeDeviceEvent::Update;
        remote SECRET_EVENT_LIFECYCLE
            => |m| m.secret, SecretEvent::Lifecycle { event: m.event, detail: m.detail };
        remote SECRET_EVENT_VALUE_CHANGED => |m| m.secret, SecretEvent::ValueChanged;
        qemu DOMAIN_MONITOR_EVENT => |m| m.dom, MonitorEvent {
            name: m.event, seconds: m.seconds, micros: m.micros, details: m.details,
        };
    }
}

fn address(address: remote::DomainEventGraphicsAddress) -> GraphicsAddress {
    GraphicsAddress { family: address.family, node: address.node, service: address.service }
}
