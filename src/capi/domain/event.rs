//! Registering for the events of domains: exported functions of the C API.

use std::ffi::{c_int, c_void};

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::error::ErrorDomain;

symver!(virConnectDomainEventDeregister);
/// {{virConnectDomainEventDeregister}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregister(
    conn: virConnectPtr,
    cb: virConnectDomainEventCallback,
) -> c_int {
    entry("virConnectDomainEventDeregister", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectDomainEventDeregisterAny);
/// {{virConnectDomainEventDeregisterAny}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregisterAny(conn: virConnectPtr, callbackID: c_int) -> c_int {
    entry("virConnectDomainEventDeregisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectDomainEventRegister);
/// {{virConnectDomainEventRegister}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegister(
    conn: virConnectPtr,
    cb: virConnectDomainEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectDomainEventRegister", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectDomainEventRegisterAny);
/// {{virConnectDomainEventRegisterAny}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegisterAny(
    conn: virConnectPtr,
    dom: virDomainPtr,
    eventID: c_int,
    cb: virConnectDomainEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectDomainEventRegisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}
