//! Talking to the guest: agent, keys, time, passwords: exported functions of the C API.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::error::ErrorDomain;

symver!(virDomainAgentSetResponseTimeout);
/// {{virDomainAgentSetResponseTimeout}} Since: 5.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAgentSetResponseTimeout(
    domain: virDomainPtr,
    timeout: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainAgentSetResponseTimeout", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainAuthorizedSSHKeysGet);
/// {{virDomainAuthorizedSSHKeysGet}} Since: 6.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysGet(
    domain: virDomainPtr,
    user: *const c_char,
    keys: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainAuthorizedSSHKeysGet", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainAuthorizedSSHKeysSet);
/// {{virDomainAuthorizedSSHKeysSet}} Since: 6.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysSet(
    domain: virDomainPtr,
    user: *const c_char,
    keys: *mut *const c_char,
    nkeys: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainAuthorizedSSHKeysSet", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainGetGuestInfo);
/// {{virDomainGetGuestInfo}} Since: 5.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestInfo(
    domain: virDomainPtr,
    types: c_uint,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetGuestInfo", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainGetHostname);
/// {{virDomainGetHostname}} Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetHostname(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry("virDomainGetHostname", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainGetMessages);
/// {{virDomainGetMessages}} Since: 7.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMessages(
    domain: virDomainPtr,
    msgs: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetMessages", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainGetTime);
/// {{virDomainGetTime}} Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetTime(
    dom: virDomainPtr,
    seconds: *mut c_longlong,
    nseconds: *mut c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetTime", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainInjectNMI);
/// {{virDomainInjectNMI}} Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInjectNMI(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainInjectNMI", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainPMSuspendForDuration);
/// {{virDomainPMSuspendForDuration}} Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPMSuspendForDuration(
    dom: virDomainPtr,
    target: c_uint,
    duration: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virDomainPMSuspendForDuration", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainPMWakeup);
/// {{virDomainPMWakeup}} Since: 0.9.11
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPMWakeup(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainPMWakeup", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainSendKey);
/// {{virDomainSendKey}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendKey(
    domain: virDomainPtr,
    codeset: c_uint,
    holdtime: c_uint,
    keycodes: *mut c_uint,
    nkeycodes: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSendKey", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainSendProcessSignal);
/// {{virDomainSendProcessSignal}} Since: 1.0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendProcessSignal(
    domain: virDomainPtr,
    pid_value: c_longlong,
    signum: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainSendProcessSignal", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainSetTime);
/// {{virDomainSetTime}} Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetTime(
    dom: virDomainPtr,
    seconds: c_longlong,
    nseconds: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetTime", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainSetUserPassword);
/// {{virDomainSetUserPassword}} Since: 1.2.16
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetUserPassword(
    dom: virDomainPtr,
    user: *const c_char,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetUserPassword", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}
