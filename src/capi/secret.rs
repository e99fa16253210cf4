//! Secrets: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virConnectListAllSecrets);
/// {{virConnectListAllSecrets}} Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllSecrets(
    conn: virConnectPtr,
    secrets: *mut *mut virSecretPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllSecrets", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_SECRET) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_SECRET, call.function()))
    })
}

symver!(virConnectListSecrets);
/// {{virConnectListSecrets}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListSecrets(
    conn: virConnectPtr,
    uuids: *mut *mut c_char,
    maxuuids: c_int,
) -> c_int {
    entry("virConnectListSecrets", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_SECRET) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_SECRET, call.function()))
    })
}

symver!(virConnectNumOfSecrets);
/// {{virConnectNumOfSecrets}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfSecrets(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfSecrets", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_SECRET) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_SECRET, call.function()))
    })
}

symver!(virConnectSecretEventDeregisterAny);
/// {{virConnectSecretEventDeregisterAny}} Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventDeregisterAny(conn: virConnectPtr, callbackID: c_int) -> c_int {
    entry("virConnectSecretEventDeregisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_SECRET) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_SECRET, call.function()))
    })
}

symver!(virConnectSecretEventRegisterAny);
/// {{virConnectSecretEventRegisterAny}} Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventRegisterAny(
    conn: virConnectPtr,
    secret: virSecretPtr,
    eventID: c_int,
    cb: virConnectSecretEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectSecretEventRegisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_SECRET) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_SECRET, call.function()))
    })
}

symver!(virSecretDefineXML);
/// {{virSecretDefineXML}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virSecretPtr {
    entry("virSecretDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_SECRET) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_SECRET, call.function()))
    })
}

symver!(virSecretFree);
/// {{virSecretFree}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretFree(secret: virSecretPtr) -> c_int {
    entry("virSecretFree", -1, |call| Err(call.invalid(Kind::Secret)))
}

symver!(virSecretGetConnect);
/// {{virSecretGetConnect}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetConnect(secret: virSecretPtr) -> virConnectPtr {
    entry("virSecretGetConnect", ptr::null_mut(), |call| Err(call.invalid(Kind::Secret)))
}

symver!(virSecretGetUUID);
/// {{virSecretGetUUID}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUID(secret: virSecretPtr, uuid: *mut c_uchar) -> c_int {
    entry("virSecretGetUUID", -1, |call| Err(call.invalid(Kind::Secret)))
}

symver!(virSecretGetUUIDString);
/// {{virSecretGetUUIDString}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUIDString(secret: virSecretPtr, buf: *mut c_char) -> c_int {
    entry("virSecretGetUUIDString", -1, |call| Err(call.invalid(Kind::Secret)))
}

symver!(virSecretGetUsageID);
/// {{virSecretGetUsageID}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageID(secret: virSecretPtr) -> *const c_char {
    entry("virSecretGetUsageID", ptr::null(), |call| Err(call.invalid(Kind::Secret)))
}

symver!(virSecretGetUsageType);
/// {{virSecretGetUsageType}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageType(secret: virSecretPtr) -> c_int {
    entry("virSecretGetUsageType", -1, |call| Err(call.invalid(Kind::Secret)))
}

symver!(virSecretGetValue);
/// {{virSecretGetValue}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetValue(
    secret: virSecretPtr,
    value_size: *mut usize,
    flags: c_uint,
) -> *mut c_uchar {
    entry("virSecretGetValue", ptr::null_mut(), |call| Err(call.invalid(Kind::Secret)))
}

symver!(virSecretGetXMLDesc);
/// {{virSecretGetXMLDesc}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetXMLDesc(secret: virSecretPtr, flags: c_uint) -> *mut c_char {
    entry("virSecretGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::Secret)))
}

symver!(virSecretLookupByUUID);
/// {{virSecretLookupByUUID}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virSecretPtr {
    entry("virSecretLookupByUUID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_SECRET) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_SECRET, call.function()))
    })
}

symver!(virSecretLookupByUUIDString);
/// {{virSecretLookupByUUIDString}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virSecretPtr {
    entry("virSecretLookupByUUIDString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_SECRET) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_SECRET, call.function()))
    })
}

symver!(virSecretLookupByUsage);
/// {{virSecretLookupByUsage}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUsage(
    conn: virConnectPtr,
    usageType: c_int,
    usageID: *const c_char,
) -> virSecretPtr {
    entry("virSecretLookupByUsage", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_SECRET) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_SECRET, call.function()))
    })
}

symver!(virSecretRef);
/// {{virSecretRef}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretRef(secret: virSecretPtr) -> c_int {
    entry("virSecretRef", -1, |call| Err(call.invalid(Kind::Secret)))
}

symver!(virSecretSetValue);
/// {{virSecretSetValue}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretSetValue(
    secret: virSecretPtr,
    value: *const c_uchar,
    value_size: usize,
    flags: c_uint,
) -> c_int {
    entry("virSecretSetValue", -1, |call| Err(call.invalid(Kind::Secret)))
}

symver!(virSecretUndefine);
/// {{virSecretUndefine}} Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretUndefine(secret: virSecretPtr) -> c_int {
    entry("virSecretUndefine", -1, |call| Err(call.invalid(Kind::Secret)))
}
