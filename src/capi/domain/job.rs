//! Jobs and backups: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::{clear_numbers, entry};
use crate::capi::domain::DOMAIN;
use crate::error::ErrorDomain;

symver!(virDomainAbortJob);
/// Asks the hypervisor to cancel the job running on the domain, such as a save, dump or outgoing
/// migration. The cancelled call then fails in the thread that made it. Returns 0, or -1 on error.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJob(domain: virDomainPtr) -> c_int {
    entry("virDomainAbortJob", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainAbortJobFlags);
/// Cancels the domain's running job, with flags (virDomainAbortJobFlagsValues) that allow for example
/// interrupting a post-copy migration. Returns 0, or -1 on error.
///
/// Since: 8.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJobFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainAbortJobFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainBackupBegin);
/// Starts a backup job described by XML and returns while it runs; watch the job or its completion
/// event for the end. A checkpoint XML, if not NULL, creates a checkpoint at the same instant. Returns
/// 0, or -1 on error.
///
/// Since: 6.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBackupBegin(
    domain: virDomainPtr,
    backupXML: *const c_char,
    checkpointXML: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainBackupBegin", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainBackupGetXMLDesc);
/// Describes the backup job now running on the domain as XML, with the defaults filled in. Returns a
/// string the caller frees with free(), or NULL on error.
///
/// Since: 6.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBackupGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry("virDomainBackupGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainGetJobInfo);
/// Stores the type, elapsed time and progress of the job running on the domain. See
/// virDomainGetJobStats() for more figures. Returns 0, or -1 on error.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetJobInfo(domain: virDomainPtr, info: virDomainJobInfoPtr) -> c_int {
    entry("virDomainGetJobInfo", -1, |call| {
        // SAFETY: contract of this function; a structure of numbers.
        unsafe { clear_numbers(info) };
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.not_null(info, "info", DOMAIN)?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainGetJobStats);
/// Reports the type of the domain's current job, or of the last one with the completed flag, and its
/// statistics. Free the typed parameters with virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetJobStats(
    domain: virDomainPtr,
    r#type: *mut c_int,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetJobStats", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}
