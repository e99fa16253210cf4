//! Saving, restoring and dumping domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::error::ErrorDomain;

symver!(virDomainCoreDump);
/// Writes a dump of the domain's memory to a file on the host. By default the domain is paused
/// meanwhile and resumed afterwards; the flags can crash, reset or keep it live. Returns 0, or -1 on
/// error.
///
/// Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDump(domain: virDomainPtr, to: *const c_char, flags: c_uint) -> c_int {
    entry("virDomainCoreDump", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainCoreDumpWithFormat);
/// Writes a dump of the domain's memory to a file on the host in a chosen format
/// (virDomainCoreDumpFormat). Returns 0, or -1 on error.
///
/// Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDumpWithFormat(
    domain: virDomainPtr,
    to: *const c_char,
    dumpformat: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainCoreDumpWithFormat", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainHasManagedSaveImage);
/// Tells whether the domain has a managed save image. Returns 1 if it has, 0 if not, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasManagedSaveImage(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainHasManagedSaveImage", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainManagedSave);
/// Saves the memory of a running domain to a file that the daemon manages and stops it; the next start
/// restores it. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSave(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainManagedSave", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainManagedSaveDefineXML);
/// Replaces the domain XML inside the managed save image; only changes that the guest cannot see are
/// allowed. Returns 0, or -1 on error.
///
/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveDefineXML(
    domain: virDomainPtr,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainManagedSaveDefineXML", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainManagedSaveGetXMLDesc);
/// Reads the domain XML stored in the managed save image. Returns a string the caller frees with
/// free(), or NULL on error.
///
/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry("virDomainManagedSaveGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainManagedSaveRemove);
/// Deletes the managed save image of the domain, so that the next start is a fresh boot. Returns 0, or
/// -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveRemove(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainManagedSaveRemove", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainRestore);
/// Starts a domain from a file that virDomainSave() wrote. Returns 0, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestore(conn: virConnectPtr, from: *const c_char) -> c_int {
    entry("virDomainRestore", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainRestoreFlags);
/// Starts a domain from a save file, optionally with a changed domain XML and forced to run or stay
/// paused (virDomainSaveRestoreFlags). Returns 0, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreFlags(
    conn: virConnectPtr,
    from: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainRestoreFlags", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainRestoreParams);
/// Starts a domain from a save file that is named, with further options, by typed parameters
/// (VIR_DOMAIN_SAVE_PARAM_...). Returns 0, or -1 on error.
///
/// Since: 8.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreParams(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainRestoreParams", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainSave);
/// Stops a domain and writes its memory and configuration to a file on the host, for
/// virDomainRestore(). Returns 0, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSave(domain: virDomainPtr, to: *const c_char) -> c_int {
    entry("virDomainSave", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainSaveFlags);
/// Stops a domain and writes it to a file, optionally with a changed domain XML; flags record whether a
/// restore starts it running or paused. Returns 0, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveFlags(
    domain: virDomainPtr,
    to: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainSaveFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainSaveImageDefineXML);
/// Replaces the domain XML inside a save file; only changes that the guest cannot see are allowed.
/// Returns 0, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageDefineXML(
    conn: virConnectPtr,
    file: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainSaveImageDefineXML", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainSaveImageGetXMLDesc);
/// Reads the domain XML stored in a save file. Returns a string the caller frees with free(), or NULL
/// on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageGetXMLDesc(
    conn: virConnectPtr,
    file: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainSaveImageGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainSaveParams);
/// Stops a domain and saves it with the target file and further options given as typed parameters
/// (VIR_DOMAIN_SAVE_PARAM_...). Returns 0, or -1 on error.
///
/// Since: 8.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveParams(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSaveParams", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}
