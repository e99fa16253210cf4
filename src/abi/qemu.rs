//! What only the QEMU driver has (`libvirt-qemu.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_char, c_longlong, c_uint, c_void};

/// {{virConnectDomainQemuMonitorEventCallback}}
pub type virConnectDomainQemuMonitorEventCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: *const c_char,
        seconds: c_longlong,
        micros: c_uint,
        details: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainQemuMonitorEventRegisterFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainQemuMonitorEventRegisterFlags {
    /// {{VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX}}
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX = 1 << 0,
    /// {{VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE}}
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE = 1 << 1,
}
/// {{virConnectDomainQemuMonitorEventRegisterFlags}}
pub type virConnectDomainQemuMonitorEventRegisterFlags = _virConnectDomainQemuMonitorEventRegisterFlags;

/// {{virDomainQemuAgentCommandTimeoutValues}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainQemuAgentCommandTimeoutValues {
    /// {{VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN}}
    VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = -2,
    /// {{VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT}}
    VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT = -1,
    /// {{VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT}}
    VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT = 0,
    /// {{VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN}}
    VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN = 60,
}
/// {{virDomainQemuAgentCommandTimeoutValues}}
pub type virDomainQemuAgentCommandTimeoutValues = _virDomainQemuAgentCommandTimeoutValues;

/// {{virDomainQemuMonitorCommandFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainQemuMonitorCommandFlags {
    /// {{VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT}}
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT = 0,
    /// {{VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP}}
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP = 1 << 0,
}
/// {{virDomainQemuMonitorCommandFlags}}
pub type virDomainQemuMonitorCommandFlags = _virDomainQemuMonitorCommandFlags;
