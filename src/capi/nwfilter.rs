//! Network filters and their bindings: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virConnectListAllNWFilterBindings);
/// {{virConnectListAllNWFilterBindings}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilterBindings(
    conn: virConnectPtr,
    bindings: *mut *mut virNWFilterBindingPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllNWFilterBindings", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virConnectListAllNWFilters);
/// {{virConnectListAllNWFilters}} Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilters(
    conn: virConnectPtr,
    filters: *mut *mut virNWFilterPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllNWFilters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virConnectListNWFilters);
/// {{virConnectListNWFilters}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNWFilters(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListNWFilters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virConnectNumOfNWFilters);
/// {{virConnectNumOfNWFilters}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNWFilters(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfNWFilters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virNWFilterBindingCreateXML);
/// {{virNWFilterBindingCreateXML}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingCreateXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virNWFilterBindingPtr {
    entry("virNWFilterBindingCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virNWFilterBindingDelete);
/// {{virNWFilterBindingDelete}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingDelete(binding: virNWFilterBindingPtr) -> c_int {
    entry("virNWFilterBindingDelete", -1, |call| Err(call.invalid(Kind::NwFilterBinding)))
}

symver!(virNWFilterBindingFree);
/// {{virNWFilterBindingFree}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingFree(binding: virNWFilterBindingPtr) -> c_int {
    entry("virNWFilterBindingFree", -1, |call| Err(call.invalid(Kind::NwFilterBinding)))
}

symver!(virNWFilterBindingGetFilterName);
/// {{virNWFilterBindingGetFilterName}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetFilterName(binding: virNWFilterBindingPtr) -> *const c_char {
    entry("virNWFilterBindingGetFilterName", ptr::null(), |call| Err(call.invalid(Kind::NwFilterBinding)))
}

symver!(virNWFilterBindingGetPortDev);
/// {{virNWFilterBindingGetPortDev}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetPortDev(binding: virNWFilterBindingPtr) -> *const c_char {
    entry("virNWFilterBindingGetPortDev", ptr::null(), |call| Err(call.invalid(Kind::NwFilterBinding)))
}

symver!(virNWFilterBindingGetXMLDesc);
/// {{virNWFilterBindingGetXMLDesc}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetXMLDesc(
    binding: virNWFilterBindingPtr,
    flags: c_uint,
) -> *mut c_char {
    entry("virNWFilterBindingGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::NwFilterBinding)))
}

symver!(virNWFilterBindingLookupByPortDev);
/// {{virNWFilterBindingLookupByPortDev}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingLookupByPortDev(
    conn: virConnectPtr,
    portdev: *const c_char,
) -> virNWFilterBindingPtr {
    entry("virNWFilterBindingLookupByPortDev", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virNWFilterBindingRef);
/// {{virNWFilterBindingRef}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingRef(binding: virNWFilterBindingPtr) -> c_int {
    entry("virNWFilterBindingRef", -1, |call| Err(call.invalid(Kind::NwFilterBinding)))
}

symver!(virNWFilterDefineXML);
/// {{virNWFilterDefineXML}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterDefineXML(conn: virConnectPtr, xmlDesc: *const c_char) -> virNWFilterPtr {
    entry("virNWFilterDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virNWFilterDefineXMLFlags);
/// {{virNWFilterDefineXMLFlags}} Since: 7.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterDefineXMLFlags(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNWFilterPtr {
    entry("virNWFilterDefineXMLFlags", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virNWFilterFree);
/// {{virNWFilterFree}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterFree(nwfilter: virNWFilterPtr) -> c_int {
    entry("virNWFilterFree", -1, |call| Err(call.invalid(Kind::NwFilter)))
}

symver!(virNWFilterGetName);
/// {{virNWFilterGetName}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetName(nwfilter: virNWFilterPtr) -> *const c_char {
    entry("virNWFilterGetName", ptr::null(), |call| Err(call.invalid(Kind::NwFilter)))
}

symver!(virNWFilterGetUUID);
/// {{virNWFilterGetUUID}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetUUID(nwfilter: virNWFilterPtr, uuid: *mut c_uchar) -> c_int {
    entry("virNWFilterGetUUID", -1, |call| Err(call.invalid(Kind::NwFilter)))
}

symver!(virNWFilterGetUUIDString);
/// {{virNWFilterGetUUIDString}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetUUIDString(nwfilter: virNWFilterPtr, buf: *mut c_char) -> c_int {
    entry("virNWFilterGetUUIDString", -1, |call| Err(call.invalid(Kind::NwFilter)))
}

symver!(virNWFilterGetXMLDesc);
/// {{virNWFilterGetXMLDesc}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetXMLDesc(nwfilter: virNWFilterPtr, flags: c_uint) -> *mut c_char {
    entry("virNWFilterGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::NwFilter)))
}

symver!(virNWFilterLookupByName);
/// {{virNWFilterLookupByName}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByName(conn: virConnectPtr, name: *const c_char) -> virNWFilterPtr {
    entry("virNWFilterLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virNWFilterLookupByUUID);
/// {{virNWFilterLookupByUUID}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByUUID(
    conn: virConnectPtr,
    uuid: *const c_uchar,
) -> virNWFilterPtr {
    entry("virNWFilterLookupByUUID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virNWFilterLookupByUUIDString);
/// {{virNWFilterLookupByUUIDString}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virNWFilterPtr {
    entry("virNWFilterLookupByUUIDString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NWFILTER) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NWFILTER, call.function()))
    })
}

symver!(virNWFilterRef);
/// {{virNWFilterRef}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterRef(nwfilter: virNWFilterPtr) -> c_int {
    entry("virNWFilterRef", -1, |call| Err(call.invalid(Kind::NwFilter)))
}

symver!(virNWFilterUndefine);
/// {{virNWFilterUndefine}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterUndefine(nwfilter: virNWFilterPtr) -> c_int {
    entry("virNWFilterUndefine", -1, |call| Err(call.invalid(Kind::NwFilter)))
}
