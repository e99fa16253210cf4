//! Resource tuning and security labels: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::{entry, record};
use crate::capi::domain::DOMAIN;
use crate::capi::typed_params::exchange::{answer, publish, read, read_any, room, with_strings};
use crate::capi::{cstr, list};
use crate::driver::SecurityLabel;
use crate::typed_param::Answer;

/// The public structure.
fn security_label(found: &SecurityLabel) -> virSecurityLabel {
    record!(virSecurityLabel { label: cstr::field(&found.label), enforcing: c_int::from(found.enforcing) })
}

symver!(virDomainGetBlkioParameters);
/// Reads the block I/O weights and limits of the domain into the caller's array. Call with a count of 0
/// first to learn how many there are. Returns 0, or -1 on error.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlkioParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetBlkioParameters", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let room = unsafe { room(call, params, nparams, DOMAIN) }?;
        let flags = with_strings(dom.conn(), flags)?;
        call.one_definition(flags)?;
        let found = dom.driver().domain_get_blkio_parameters(&dom, room, flags)?;
        // SAFETY: contract of this function.
        unsafe { answer(found, params, nparams, room) }?;
        Ok(0)
    })
}

symver!(virDomainGetLaunchSecurityInfo);
/// Reads the launch security values of a confidential guest, such as its measurement. Free the typed
/// parameters with virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetLaunchSecurityInfo(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetLaunchSecurityInfo", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.not_null(params, "params", DOMAIN)?;
        call.not_null(nparams, "nparams", DOMAIN)?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        let flags = with_strings(dom.conn(), flags)?;
        let found = dom.driver().domain_get_launch_security_info(&dom, flags)?;
        // SAFETY: contract of this function; neither is NULL.
        unsafe { publish(&found, params, nparams) }?;
        Ok(0)
    })
}

symver!(virDomainGetNumaParameters);
/// Reads the NUMA node set and memory mode of the domain into the caller's array, to be cleared with
/// virTypedParamsClear(). Call with a count of 0 first to learn how many there are. Returns 0, or -1 on
/// error.
///
/// Since: 0.9.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetNumaParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetNumaParameters", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let room = unsafe { room(call, params, nparams, DOMAIN) }?;
        let flags = with_strings(dom.conn(), flags)?;
        let found = dom.driver().domain_get_numa_parameters(&dom, room, flags)?;
        // SAFETY: contract of this function.
        unsafe { answer(found, params, nparams, room) }?;
        Ok(0)
    })
}

symver!(virDomainGetSchedulerParameters);
/// Reads the scheduler settings of the domain into the caller's array; learn the array size from
/// virDomainGetSchedulerType(). Returns 0, or -1 on error.
///
/// Since: 0.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
) -> c_int {
    entry("virDomainGetSchedulerParameters", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.not_null(params, "params", DOMAIN)?;
        let count = call.not_null(nparams, "nparams", DOMAIN)?;
        // SAFETY: contract of this function; not NULL.
        let room = call.positive(unsafe { count.read() }, "*nparams", DOMAIN)?;
        let found = dom.driver().domain_get_scheduler_parameters(&dom, room)?;
        // SAFETY: contract of this function.
        unsafe { answer(Answer::Params(found), params, nparams, room) }?;
        Ok(0)
    })
}

symver!(virDomainGetSchedulerParametersFlags);
/// Reads the scheduler settings of the running domain or of its stored configuration into the caller's
/// array. Updates the count to the number filled. Returns 0, or -1 on error.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerParametersFlags(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetSchedulerParametersFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.not_null(params, "params", DOMAIN)?;
        let count = call.not_null(nparams, "nparams", DOMAIN)?;
        // SAFETY: contract of this function; not NULL.
        let room = call.positive(unsafe { count.read() }, "*nparams", DOMAIN)?;
        let flags = with_strings(dom.conn(), flags)?;
        call.one_definition(flags)?;
        let found = dom.driver().domain_get_scheduler_parameters_flags(&dom, room, flags)?;
        // SAFETY: contract of this function.
        unsafe { answer(Answer::Params(found), params, nparams, room) }?;
        Ok(0)
    })
}

symver!(virDomainGetSchedulerType);
/// Gives the name of the scheduler of the domain and stores how many parameters it has, if the pointer
/// is not NULL. Returns a string the caller frees with free(), or NULL on error.
///
/// Since: 0.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerType(domain: virDomainPtr, nparams: *mut c_int) -> *mut c_char {
    entry("virDomainGetSchedulerType", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let (name, count) = dom.driver().domain_get_scheduler_type(&dom)?;
        // SAFETY: contract of this function: NULL, or it can be written.
        if let Some(nparams) = unsafe { nparams.as_mut() } {
            *nparams = count;
        }
        Ok(cstr::publish(&name))
    })
}

symver!(virDomainGetSecurityLabel);
/// Stores the security label the running domain was given and whether it is enforced. Returns 0, or -1
/// on error.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSecurityLabel(
    domain: virDomainPtr,
    seclabel: virSecurityLabelPtr,
) -> c_int {
    entry("virDomainGetSecurityLabel", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(seclabel, "seclabel", DOMAIN)?;
        // As libvirt: it is empty also after a failure.
        // SAFETY: contract of this function; all zero is an empty label.
        let out = unsafe {
            out.write_bytes(0, 1);
            &mut *out.as_ptr()
        };
        let found = dom.driver().domain_get_security_label(&dom)?;
        *out = security_label(&found);
        Ok(0)
    })
}

symver!(virDomainGetSecurityLabelList);
/// Lists the labels of all security models of the running domain. The caller frees the array with
/// free(). Returns the number of labels, or -1 on error.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSecurityLabelList(
    domain: virDomainPtr,
    seclabels: *mut virSecurityLabelPtr,
) -> c_int {
    entry("virDomainGetSecurityLabelList", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(seclabels, "seclabels", DOMAIN)?;
        let found = dom.driver().domain_get_security_label_list(&dom)?;
        let labels = list::publish_values(found.iter().map(security_label))?;
        // SAFETY: contract of this function.
        unsafe { out.write(labels) };
        list::count(found.len())
    })
}

symver!(virDomainSetBlkioParameters);
/// Changes block I/O weights and limits of the running domain, its stored configuration, or both;
/// parameters not given stay as they are. Returns 0, or -1 on error.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlkioParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetBlkioParameters", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read_any((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_blkio_parameters(&dom, &params, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetLaunchSecurityState);
/// Injects a launch secret into a paused confidential guest, given as typed parameters. Returns 0, or
/// -1 on error.
///
/// Since: 8.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetLaunchSecurityState(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetLaunchSecurityState", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.not_null(params, "params", DOMAIN)?;
        call.positive(nparams, "nparams", DOMAIN)?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        // SAFETY: contract of this function.
        let params = unsafe { read((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_launch_security_state(&dom, &params, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetNumaParameters);
/// Changes NUMA settings of the domain: memory mode and node set. Returns 0, or -1 on error.
///
/// Since: 0.9.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetNumaParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetNumaParameters", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_numa_parameters(&dom, &params, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetSchedulerParameters);
/// Changes scheduler settings of the domain; which exist depends on its scheduler. Returns 0, or -1 on
/// error.
///
/// Since: 0.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetSchedulerParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
) -> c_int {
    entry("virDomainSetSchedulerParameters", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read_any((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_scheduler_parameters(&dom, &params)?;
        Ok(0)
    })
}

symver!(virDomainSetSchedulerParametersFlags);
/// Changes scheduler settings of the running domain, its stored configuration, or both. Returns 0, or
/// -1 on error.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetSchedulerParametersFlags(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetSchedulerParametersFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read_any((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_scheduler_parameters_flags(&dom, &params, flags)?;
        Ok(0)
    })
}
