//! Jobs and backups: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::{clear_numbers, entry, record};
use crate::capi::cstr;
use crate::capi::domain::DOMAIN;
use crate::capi::typed_params::exchange::publish;
use crate::driver::JobInfo;

/// The public structure.
fn job_info(found: &JobInfo) -> virDomainJobInfo {
    record!(virDomainJobInfo {
        r#type: found.kind,
        timeElapsed: found.elapsed_ms,
        timeRemaining: found.remaining_ms,
        dataTotal: found.data.total,
        dataProcessed: found.data.processed,
        dataRemaining: found.data.remaining,
        memTotal: found.memory.total,
        memProcessed: found.memory.processed,
        memRemaining: found.memory.remaining,
        fileTotal: found.file.total,
        fileProcessed: found.file.processed,
        fileRemaining: found.file.remaining,
    })
}

symver!(virDomainAbortJob);
/// Asks the hypervisor to cancel the job running on the domain, such as a save, dump or outgoing
/// migration. The cancelled call then fails in the thread that made it. Returns 0, or -1 on error.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJob(domain: virDomainPtr) -> c_int {
    entry("virDomainAbortJob", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_abort_job(&dom)?;
        Ok(0)
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
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_abort_job_flags(&dom, flags)?;
        Ok(0)
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
        // SAFETY: contract of this function.
        let backup = unsafe { call.string(backupXML, "backupXML", DOMAIN) }?;
        // SAFETY: contract of this function.
        let checkpoint = unsafe { call.optional_string(checkpointXML, "checkpointXML", DOMAIN) }?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        dom.driver().domain_backup_begin(&dom, backup, checkpoint, flags)?;
        Ok(0)
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
        Ok(cstr::publish(&dom.driver().domain_backup_get_xml_desc(&dom, flags)?))
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
        let out = call.not_null(info, "info", DOMAIN)?;
        let found = dom.driver().domain_get_job_info(&dom)?;
        // SAFETY: contract of this function.
        unsafe { out.write(job_info(&found)) };
        Ok(0)
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
        let kind = call.not_null(r#type, "type", DOMAIN)?;
        call.not_null(params, "params", DOMAIN)?;
        call.not_null(nparams, "nparams", DOMAIN)?;
        let found = dom.driver().domain_get_job_stats(&dom, flags)?;
        // SAFETY: contract of this function; none is NULL.
        unsafe {
            publish(&found.params, params, nparams)?;
            kind.write(found.kind);
        }
        Ok(0)
    })
}
