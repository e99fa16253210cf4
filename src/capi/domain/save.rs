//! Saving, restoring and dumping domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::error::ErrorDomain;

symver!(virDomainCoreDump);
/// {{virDomainCoreDump}} Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDump(domain: virDomainPtr, to: *const c_char, flags: c_uint) -> c_int {
    entry("virDomainCoreDump", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainCoreDumpWithFormat);
/// {{virDomainCoreDumpWithFormat}} Since: 1.2.3
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
/// {{virDomainHasManagedSaveImage}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasManagedSaveImage(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainHasManagedSaveImage", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainManagedSave);
/// {{virDomainManagedSave}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSave(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainManagedSave", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainManagedSaveDefineXML);
/// {{virDomainManagedSaveDefineXML}} Since: 3.7.0
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
/// {{virDomainManagedSaveGetXMLDesc}} Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry("virDomainManagedSaveGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainManagedSaveRemove);
/// {{virDomainManagedSaveRemove}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveRemove(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainManagedSaveRemove", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainRestore);
/// {{virDomainRestore}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestore(conn: virConnectPtr, from: *const c_char) -> c_int {
    entry("virDomainRestore", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainRestoreFlags);
/// {{virDomainRestoreFlags}} Since: 0.9.4
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
/// {{virDomainRestoreParams}} Since: 8.4.0
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
/// {{virDomainSave}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSave(domain: virDomainPtr, to: *const c_char) -> c_int {
    entry("virDomainSave", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainSaveFlags);
/// {{virDomainSaveFlags}} Since: 0.9.4
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
/// {{virDomainSaveImageDefineXML}} Since: 0.9.4
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
/// {{virDomainSaveImageGetXMLDesc}} Since: 0.9.4
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
/// {{virDomainSaveParams}} Since: 8.4.0
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
