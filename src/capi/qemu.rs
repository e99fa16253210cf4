//! What only the QEMU driver has: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint, c_void};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::error::ErrorDomain;

symver!(oxvirt_virConnectDomainQemuMonitorEventDeregister);
/// {{virConnectDomainQemuMonitorEventDeregister}} Since: QEMU_1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virConnectDomainQemuMonitorEventDeregister(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    entry("virConnectDomainQemuMonitorEventDeregister", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NONE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(oxvirt_virConnectDomainQemuMonitorEventRegister);
/// {{virConnectDomainQemuMonitorEventRegister}} Since: QEMU_1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virConnectDomainQemuMonitorEventRegister(
    conn: virConnectPtr,
    dom: virDomainPtr,
    event: *const c_char,
    cb: virConnectDomainQemuMonitorEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
    flags: c_uint,
) -> c_int {
    entry("virConnectDomainQemuMonitorEventRegister", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NONE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(oxvirt_virDomainQemuAgentCommand);
/// {{virDomainQemuAgentCommand}} Since: QEMU_0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainQemuAgentCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    timeout: c_int,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainQemuAgentCommand", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(oxvirt_virDomainQemuAttach);
/// {{virDomainQemuAttach}} Since: QEMU_0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainQemuAttach(
    conn: virConnectPtr,
    pid_value: c_uint,
    flags: c_uint,
) -> virDomainPtr {
    entry("virDomainQemuAttach", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NONE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(oxvirt_virDomainQemuMonitorCommand);
/// {{virDomainQemuMonitorCommand}} Since: QEMU_0.8.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainQemuMonitorCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainQemuMonitorCommand", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(oxvirt_virDomainQemuMonitorCommandWithFiles);
/// {{virDomainQemuMonitorCommandWithFiles}} Since: QEMU_8.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainQemuMonitorCommandWithFiles(
    domain: virDomainPtr,
    cmd: *const c_char,
    ninfiles: c_uint,
    infiles: *mut c_int,
    noutfiles: *mut c_uint,
    outfiles: *mut *mut c_int,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainQemuMonitorCommandWithFiles", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}
