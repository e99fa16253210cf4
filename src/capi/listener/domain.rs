//! The arguments of the callbacks for domains, event by event.

use std::ffi::{CString, c_char, c_int};
use std::ptr;

use super::{call, text_at};
use crate::abi::*;
use crate::event::callback::EventCallback;
use crate::event::domain::{DomainEvent, GraphicsAddress, GraphicsEvent};
use crate::typed_param::{TypedParameter, TypedValue};

/// Calls `callback` with an event, whose texts are `texts`.
pub fn call(
    callback: &EventCallback,
    conn: virConnectPtr,
    dom: virDomainPtr,
    event: &DomainEvent,
    texts: &[Option<CString>],
) {
    let text = |index| text_at(texts, index);
    match *event {
        DomainEvent::Lifecycle { event, detail } => {
            call!(callback as virConnectDomainEventCallback(conn, dom, event, detail));
        }
        DomainEvent::Reboot | DomainEvent::ControlError => {
            call!(callback as virConnectDomainEventGenericCallback(conn, dom));
        }
        DomainEvent::RtcChange { offset_s } => {
            call!(callback as virConnectDomainEventRTCChangeCallback(conn, dom, offset_s));
        }
        DomainEvent::Watchdog { action } => {
            call!(callback as virConnectDomainEventWatchdogCallback(conn, dom, action));
        }
        DomainEvent::IoError { action, .. } => {
            call!(callback as virConnectDomainEventIOErrorCallback(conn, dom, text(0), text(1), action));
        }
        DomainEvent::Graphics(ref graphics) => call_graphics(callback, conn, dom, graphics, texts),
        DomainEvent::IoErrorReason { action, .. } => call!(
            callback as virConnectDomainEventIOErrorReasonCallback(conn, dom, text(0), text(1), action, text(2))
        ),
        DomainEvent::BlockJob { kind, status, .. } | DomainEvent::BlockJob2 { kind, status, .. } => {
            call!(callback as virConnectDomainEventBlockJobCallback(conn, dom, text(0), kind, status));
        }
        DomainEvent::DiskChange { reason, .. } => call!(
            callback as virConnectDomainEventDiskChangeCallback(conn, dom, text(0), text(1), text(2), reason)
        ),
        DomainEvent::TrayChange { reason, .. } => {
            call!(callback as virConnectDomainEventTrayChangeCallback(conn, dom, text(0), reason));
        }
        DomainEvent::PmWakeup { reason } => {
            call!(callback as virConnectDomainEventPMWakeupCallback(conn, dom, reason));
        }
        DomainEvent::PmSuspend { reason } => {
            call!(callback as virConnectDomainEventPMSuspendCallback(conn, dom, reason));
        }
        DomainEvent::PmSuspendDisk { reason } => {
            call!(callback as virConnectDomainEventPMSuspendDiskCallback(conn, dom, reason));
        }
        DomainEvent::BalloonChange { actual_kib } => {
            call!(callback as virConnectDomainEventBalloonChangeCallback(conn, dom, actual_kib));
        }
        DomainEvent::DeviceRemoved { .. } => {
            call!(callback as virConnectDomainEventDeviceRemovedCallback(conn, dom, text(0)));
        }
        DomainEvent::Tunable { ref params } => {
            let (mut params, count) = typed_parameters(params, texts);
            call!(callback as virConnectDomainEventTunableCallback(conn, dom, params.as_mut_ptr(), count));
        }
        DomainEvent::AgentLifecycle { state, reason } => {
            call!(callback as virConnectDomainEventAgentLifecycleCallback(conn, dom, state, reason));
        }
        DomainEvent::DeviceAdded { .. } => {
            call!(callback as virConnectDomainEventDeviceAddedCallback(conn, dom, text(0)));
        }
        DomainEvent::MigrationIteration { iteration } => {
            call!(callback as virConnectDomainEventMigrationIterationCallback(conn, dom, iteration));
        }
        DomainEvent::JobCompleted { ref params } => {
            let (mut params, count) = typed_parameters(params, texts);
            call!(callback as virConnectDomainEventJobCompletedCallback(conn, dom, params.as_mut_ptr(), count));
        }
        DomainEvent::DeviceRemovalFailed { .. } => {
            call!(callback as virConnectDomainEventDeviceRemovalFailedCallback(conn, dom, text(0)));
        }
        DomainEvent::MetadataChange { kind, .. } => {
            call!(callback as virConnectDomainEventMetadataChangeCallback(conn, dom, kind, text(0)));
        }
        DomainEvent::BlockThreshold { threshold_bytes, excess_bytes, .. } => call!(
            callback as virConnectDomainEventBlockThresholdCallback(
                conn, dom, text(0), text(1), threshold_bytes, excess_bytes
            )
        ),
        DomainEvent::MemoryFailure { recipient, action, flags } => {
            call!(
                callback as virConnectDomainEventMemoryFailureCallback(conn, dom, recipient, action, flags)
            );
        }
        DomainEvent::MemoryDeviceSizeChange { size_kib, .. } => {
            call!(callback as virConnectDomainEventMemoryDeviceSizeChangeCallback(conn, dom, text(0), size_kib));
        }
        DomainEvent::NicMacChange { .. } => {
            call!(callback as virConnectDomainEventNICMACChangeCallback(conn, dom, text(0), text(1), text(2)));
        }
        DomainEvent::VcpuRemoved { vcpu } => {
            call!(callback as virConnectDomainEventVcpuRemovedCallback(conn, dom, vcpu));
        }
        DomainEvent::ChannelLifecycle { state, reason, .. } => {
            call!(callback as virConnectDomainEventChannelLifecycleCallback(conn, dom, text(0), state, reason));
        }
    }
}

fn call_graphics(
    callback: &EventCallback,
    conn: virConnectPtr,
    dom: virDomainPtr,
    event: &GraphicsEvent,
    texts: &[Option<CString>],
) {
    let text = |index| text_at(texts, index).cast_mut();
    let end = |address: &GraphicsAddress, index| virDomainEventGraphicsAddress {
        family: address.family,
        node: text(index),
        service: text(index + 1),
    };
    let (local, remote) = (end(&event.local, 0), end(&event.remote, 2));
    let mut identities: Vec<_> = (0..event.subject.len())
        .map(|index| virDomainEventGraphicsSubjectIdentity {
            r#type: text(5 + 2 * index),
            name: text(6 + 2 * index),
        })
        .collect();
    let subject = virDomainEventGraphicsSubject {
        nidentity: c_int::try_from(identities.len()).unwrap_or(0),
        identities: if identities.is_empty() { ptr::null_mut() } else { identities.as_mut_ptr() },
    };
    call!(
        callback as virConnectDomainEventGraphicsCallback(
            conn, dom, event.phase, &raw const local, &raw const remote, text(4), &raw const subject
        )
    );
}

/// The C form of `params`, whose string values are in `texts` at the same index; and their number.
fn typed_parameters(params: &[TypedParameter], texts: &[Option<CString>]) -> (Vec<virTypedParameter>, c_int) {
    use _virTypedParameterType::*;
    use _virTypedParameterValue as Value;
    let convert = |(index, param): (usize, &TypedParameter)| {
        let (kind, value) = match param.value {
            TypedValue::Int(i) => (VIR_TYPED_PARAM_INT, Value { i }),
            TypedValue::UInt(ui) => (VIR_TYPED_PARAM_UINT, Value { ui }),
            TypedValue::LLong(l) => (VIR_TYPED_PARAM_LLONG, Value { l }),
            TypedValue::ULLong(ul) => (VIR_TYPED_PARAM_ULLONG, Value { ul }),
            TypedValue::Double(d) => (VIR_TYPED_PARAM_DOUBLE, Value { d }),
            TypedValue::Boolean(b) => (VIR_TYPED_PARAM_BOOLEAN, Value { b: c_char::from(b) }),
            TypedValue::String(_) => (VIR_TYPED_PARAM_STRING, Value { s: text_at(texts, index).cast_mut() }),
        };
        let mut field = [0; 80];
        for (to, from) in field[..79].iter_mut().zip(param.field.bytes()) {
            *to = from as c_char;
        }
        virTypedParameter { field, r#type: kind as c_int, value }
    };
    let params: Vec<_> = params.iter().enumerate().map(convert).collect();
    let count = c_int::try_from(params.len()).unwrap_or(0);
    (params, count)
}
