//! What a domain is doing: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint};
use std::ptr::{self, NonNull};

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::cstr;
use crate::capi::domain::DOMAIN;
use crate::error::ErrorDomain;

symver!(virDomainGetAutostart);
/// {{virDomainGetAutostart}} Since: 0.2.1
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
/// {{virDomainGetAutostartOnce}} Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetAutostartOnce(domain: virDomainPtr, autostart: *mut c_int) -> c_int {
    entry("virDomainGetAutostartOnce", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainGetControlInfo);
/// {{virDomainGetControlInfo}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetControlInfo(
    domain: virDomainPtr,
    info: virDomainControlInfoPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetControlInfo", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainGetInfo);
/// {{virDomainGetInfo}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetInfo(domain: virDomainPtr, info: virDomainInfoPtr) -> c_int {
    entry("virDomainGetInfo", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(info, "info", DOMAIN)?;
        // As the original: whoever looks at the result of a failed call finds zeros.
        let none = virDomainInfo { state: 0, maxMem: 0, memory: 0, nrVirtCpu: 0, cpuTime: 0 };
        // SAFETY: contract of this function.
        unsafe { out.write(none) };
        let found = dom.driver().domain_get_info(&dom)?;
        let found = virDomainInfo {
            state: c_uchar::try_from(found.state).unwrap_or(0),
            maxMem: found.max_mem_kib,
            memory: found.memory_kib,
            nrVirtCpu: found.vcpus,
            cpuTime: found.cpu_time_ns,
        };
        // SAFETY: as above.
        unsafe { out.write(found) };
        Ok(0)
    })
}

symver!(virDomainGetOSType);
/// {{virDomainGetOSType}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetOSType(domain: virDomainPtr) -> *mut c_char {
    entry("virDomainGetOSType", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Ok(cstr::publish(&dom.driver().domain_get_os_type(&dom)?))
    })
}

symver!(virDomainGetState);
/// {{virDomainGetState}} Since: 0.9.2
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
/// {{virDomainIsActive}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsActive(dom: virDomainPtr) -> c_int {
    entry("virDomainIsActive", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Ok(c_int::from(dom.driver().domain_is_active(&dom)?))
    })
}

symver!(virDomainIsPersistent);
/// {{virDomainIsPersistent}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsPersistent(dom: virDomainPtr) -> c_int {
    entry("virDomainIsPersistent", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Ok(c_int::from(dom.driver().domain_is_persistent(&dom)?))
    })
}

symver!(virDomainIsUpdated);
/// {{virDomainIsUpdated}} Since: 0.8.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsUpdated(dom: virDomainPtr) -> c_int {
    entry("virDomainIsUpdated", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Ok(c_int::from(dom.driver().domain_is_updated(&dom)?))
    })
}

symver!(virDomainSetAutostart);
/// {{virDomainSetAutostart}} Since: 0.2.1
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
/// {{virDomainSetAutostartOnce}} Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetAutostartOnce(domain: virDomainPtr, autostart: c_int) -> c_int {
    entry("virDomainSetAutostartOnce", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}
