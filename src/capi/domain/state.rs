//! What a domain is doing: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint};
use std::ptr::{self, NonNull};

use crate::abi::*;
use crate::capi::boundary::{clear_numbers, entry, record};
use crate::capi::cstr;
use crate::capi::domain::DOMAIN;
use crate::driver::ControlInfo;

symver!(virDomainGetAutostart);
/// Tells whether the domain starts together with the host's daemon: stores 1 or 0. Returns 0, or -1 on
/// error.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetAutostart(domain: virDomainPtr, autostart: *mut c_int) -> c_int {
    entry("virDomainGetAutostart", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(autostart, "autostart", DOMAIN)?;
        let found = dom.driver().domain_get_autostart(&dom)?;
        // SAFETY: contract of this function.
        unsafe { out.write(c_int::from(found)) };
        Ok(0)
    })
}

symver!(virDomainGetAutostartOnce);
/// Tells whether the domain will start at the next start of the host only: stores 1 or 0. Returns 0, or
/// -1 on error.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetAutostartOnce(domain: virDomainPtr, autostart: *mut c_int) -> c_int {
    entry("virDomainGetAutostartOnce", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(autostart, "autostart", DOMAIN)?;
        let found = dom.driver().domain_get_autostart_once(&dom)?;
        // SAFETY: contract of this function.
        unsafe { out.write(c_int::from(found)) };
        Ok(0)
    })
}

symver!(virDomainGetControlInfo);
/// Stores the state of the control interface to the hypervisor and, if busy or broken, for how many
/// milliseconds. Returns 0, or -1 on error.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetControlInfo(
    domain: virDomainPtr,
    info: virDomainControlInfoPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetControlInfo", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(info, "info", DOMAIN)?;
        let ControlInfo { state, details, state_time_ms } =
            dom.driver().domain_get_control_info(&dom, flags)?;
        // SAFETY: contract of this function.
        unsafe { out.write(virDomainControlInfo { state, details, stateTime: state_time_ms }) };
        Ok(0)
    })
}

symver!(virDomainGetInfo);
/// Stores state, maximum and current memory in KiB, number of vCPUs and used CPU time in nanoseconds.
/// Returns 0, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetInfo(domain: virDomainPtr, info: virDomainInfoPtr) -> c_int {
    entry("virDomainGetInfo", -1, |call| {
        // SAFETY: contract of this function; a structure of numbers.
        unsafe { clear_numbers(info) };
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(info, "info", DOMAIN)?;
        let found = dom.driver().domain_get_info(&dom)?;
        let found = record!(virDomainInfo {
            state: c_uchar::try_from(found.state).unwrap_or(0),
            maxMem: found.max_mem_kib,
            memory: found.memory_kib,
            nrVirtCpu: found.vcpus,
            cpuTime: found.cpu_time_ns,
        });
        // SAFETY: as above.
        unsafe { out.write(found) };
        Ok(0)
    })
}

symver!(virDomainGetOSType);
/// Gives the kind of guest operating system interface, for example hvm, xen or exe. Returns a string
/// the caller frees with free(), or NULL on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetOSType(domain: virDomainPtr) -> *mut c_char {
    entry("virDomainGetOSType", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Ok(cstr::publish(&dom.driver().domain_get_os_type(&dom)?))
    })
}

symver!(virDomainGetState);
/// Stores the state of the domain (virDomainState) and, if the pointer is not NULL, the reason in the
/// enum that belongs to the state. Returns 0, or -1 on error.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetState(
    domain: virDomainPtr,
    state: *mut c_int,
    reason: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetState", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(state, "state", DOMAIN)?;
        let found = dom.driver().domain_get_state(&dom, flags)?;
        // SAFETY: contract of this function.
        unsafe { out.write(found.state) };
        if let Some(reason) = NonNull::new(reason) {
            // SAFETY: as above.
            unsafe { reason.write(found.reason) };
        }
        Ok(0)
    })
}

symver!(virDomainIsActive);
/// Tells whether the domain is active. Returns 1 if it is, 0 if not, or -1 on error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsActive(dom: virDomainPtr) -> c_int {
    entry("virDomainIsActive", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Ok(c_int::from(dom.driver().domain_is_active(&dom)?))
    })
}

symver!(virDomainIsPersistent);
/// Tells whether the domain has a stored configuration and so outlives its stop. Returns 1 if it has, 0
/// if it is transient, or -1 on error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsPersistent(dom: virDomainPtr) -> c_int {
    entry("virDomainIsPersistent", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Ok(c_int::from(dom.driver().domain_is_persistent(&dom)?))
    })
}

symver!(virDomainIsUpdated);
/// Tells whether the stored configuration differs from the running one because it was changed since the
/// start. Returns 1 if so, 0 if not, or -1 on error.
///
/// Since: 0.8.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsUpdated(dom: virDomainPtr) -> c_int {
    entry("virDomainIsUpdated", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Ok(c_int::from(dom.driver().domain_is_updated(&dom)?))
    })
}

symver!(virDomainSetAutostart);
/// Makes the domain start together with the host's daemon (1) or not (0). Returns 0, or -1 on error.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetAutostart(domain: virDomainPtr, autostart: c_int) -> c_int {
    entry("virDomainSetAutostart", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_set_autostart(&dom, autostart != 0)?;
        Ok(0)
    })
}

symver!(virDomainSetAutostartOnce);
/// Makes the domain start at the next start of the host only (1), or takes that back (0). Returns 0, or
/// -1 on error.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetAutostartOnce(domain: virDomainPtr, autostart: c_int) -> c_int {
    entry("virDomainSetAutostartOnce", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_set_autostart_once(&dom, autostart != 0)?;
        Ok(0)
    })
}
