//! What only the QEMU driver has (`libvirt-qemu.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_char, c_longlong, c_uint, c_void};

/// Reports a QEMU monitor event: its name, its time in seconds and microseconds, and its data as JSON
/// or NULL.
pub type virConnectDomainQemuMonitorEventCallback = Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: *const c_char,
        seconds: c_longlong,
        micros: c_uint,
        details: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Flags for QEMU monitor event callbacks.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainQemuMonitorEventRegisterFlags {
    /// Event name is a regular expression.
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX = 1 << 0,
    /// Ignore case in the event name.
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE = 1 << 1,
}
/// Flags for QEMU monitor event callbacks.
pub type virConnectDomainQemuMonitorEventRegisterFlags = _virConnectDomainQemuMonitorEventRegisterFlags;

/// Special timeouts for QEMU guest agent commands.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainQemuAgentCommandTimeoutValues {
    /// Smallest value allowed.
    VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = -2,
    /// Use the built-in timeout.
    VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT = -1,
    /// Do not wait at all.
    VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT = 0,
    /// Seconds to wait for a power off command.
    VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN = 60,
}
/// Special timeouts for QEMU guest agent commands.
pub type virDomainQemuAgentCommandTimeoutValues = _virDomainQemuAgentCommandTimeoutValues;

/// Flags for QEMU monitor commands.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainQemuMonitorCommandFlags {
    /// Command is JSON.
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT = 0,
    /// Command is of the human monitor.
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP = 1 << 0,
}
/// Flags for QEMU monitor commands.
pub type virDomainQemuMonitorCommandFlags = _virDomainQemuMonitorCommandFlags;
