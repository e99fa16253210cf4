//! `libvirt-qemu.so.0`: what only the QEMU driver has.
//!
//! All state is in `libvirt.so.0`: each function forwards to one with a private name there (node
//! `OXVIRT_PRIVATE`). Nothing here can panic. Handles and callbacks are passed on untouched, so that their
//! types do not matter; the contracts are those of the functions behind.

#![allow(non_snake_case, reason = "the names of functions and parameters are the C API's")]
#![allow(clippy::missing_safety_doc, reason = "the contracts are those of the functions behind")]

use std::ffi::{c_char, c_int, c_uint, c_void};

include!(concat!(env!("OUT_DIR"), "/symver.rs"));

type Handle = *mut c_void;
type Callback = Option<unsafe extern "C" fn()>;

// The functions of `libvirt.so.0` that stand behind.
unsafe extern "C" {
    fn oxvirt_virConnectDomainQemuMonitorEventDeregister(conn: Handle, callbackID: c_int) -> c_int;
    fn oxvirt_virConnectDomainQemuMonitorEventRegister(
        conn: Handle,
        dom: Handle,
        event: *const c_char,
        cb: Callback,
        opaque: *mut c_void,
        freecb: Callback,
        flags: c_uint,
    ) -> c_int;
    fn oxvirt_virDomainQemuAgentCommand(
        domain: Handle,
        cmd: *const c_char,
        timeout: c_int,
        flags: c_uint,
    ) -> *mut c_char;
    fn oxvirt_virDomainQemuAttach(conn: Handle, pid_value: c_uint, flags: c_uint) -> Handle;
    fn oxvirt_virDomainQemuMonitorCommand(
        domain: Handle,
        cmd: *const c_char,
        result: *mut *mut c_char,
        flags: c_uint,
    ) -> c_int;
    fn oxvirt_virDomainQemuMonitorCommandWithFiles(
        domain: Handle,
        cmd: *const c_char,
        ninfiles: c_uint,
        infiles: *mut c_int,
        noutfiles: *mut c_uint,
        outfiles: *mut *mut c_int,
        result: *mut *mut c_char,
        flags: c_uint,
    ) -> c_int;
}

symver!(virConnectDomainQemuMonitorEventDeregister);
/// Removes a registration for monitor events. Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainQemuMonitorEventDeregister(
    conn: Handle,
    callbackID: c_int,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virConnectDomainQemuMonitorEventDeregister(conn, callbackID) }
}

symver!(virConnectDomainQemuMonitorEventRegister);
/// Registers for monitor events by their names. Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainQemuMonitorEventRegister(
    conn: Handle,
    dom: Handle,
    event: *const c_char,
    cb: Callback,
    opaque: *mut c_void,
    freecb: Callback,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virConnectDomainQemuMonitorEventRegister(conn, dom, event, cb, opaque, freecb, flags) }
}

symver!(virDomainQemuAgentCommand);
/// Sends a command to the guest's agent. Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainQemuAgentCommand(
    domain: Handle,
    cmd: *const c_char,
    timeout: c_int,
    flags: c_uint,
) -> *mut c_char {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virDomainQemuAgentCommand(domain, cmd, timeout, flags) }
}

symver!(virDomainQemuAttach);
/// Makes a running QEMU process a domain. Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainQemuAttach(conn: Handle, pid_value: c_uint, flags: c_uint) -> Handle {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virDomainQemuAttach(conn, pid_value, flags) }
}

symver!(virDomainQemuMonitorCommand);
/// Sends a command to the monitor. Since: 0.8.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainQemuMonitorCommand(
    domain: Handle,
    cmd: *const c_char,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virDomainQemuMonitorCommand(domain, cmd, result, flags) }
}

symver!(virDomainQemuMonitorCommandWithFiles);
/// Sends a command to the monitor, with file descriptors. Since: 8.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainQemuMonitorCommandWithFiles(
    domain: Handle,
    cmd: *const c_char,
    ninfiles: c_uint,
    infiles: *mut c_int,
    noutfiles: *mut c_uint,
    outfiles: *mut *mut c_int,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe {
        oxvirt_virDomainQemuMonitorCommandWithFiles(
            domain, cmd, ninfiles, infiles, noutfiles, outfiles, result, flags,
        )
    }
}
