//! Host network interfaces: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virConnectListAllInterfaces);
/// {{virConnectListAllInterfaces}} Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllInterfaces(
    conn: virConnectPtr,
    ifaces: *mut *mut virInterfacePtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllInterfaces", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virConnectListDefinedInterfaces);
/// {{virConnectListDefinedInterfaces}} Since: 0.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedInterfaces(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListDefinedInterfaces", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virConnectListInterfaces);
/// {{virConnectListInterfaces}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListInterfaces(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListInterfaces", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virConnectNumOfDefinedInterfaces);
/// {{virConnectNumOfDefinedInterfaces}} Since: 0.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedInterfaces(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfDefinedInterfaces", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virConnectNumOfInterfaces);
/// {{virConnectNumOfInterfaces}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfInterfaces(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfInterfaces", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceChangeBegin);
/// {{virInterfaceChangeBegin}} Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeBegin(conn: virConnectPtr, flags: c_uint) -> c_int {
    entry("virInterfaceChangeBegin", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceChangeCommit);
/// {{virInterfaceChangeCommit}} Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeCommit(conn: virConnectPtr, flags: c_uint) -> c_int {
    entry("virInterfaceChangeCommit", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceChangeRollback);
/// {{virInterfaceChangeRollback}} Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeRollback(conn: virConnectPtr, flags: c_uint) -> c_int {
    entry("virInterfaceChangeRollback", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceCreate);
/// {{virInterfaceCreate}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceCreate(iface: virInterfacePtr, flags: c_uint) -> c_int {
    entry("virInterfaceCreate", -1, |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceDefineXML);
/// {{virInterfaceDefineXML}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virInterfacePtr {
    entry("virInterfaceDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceDestroy);
/// {{virInterfaceDestroy}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceDestroy(iface: virInterfacePtr, flags: c_uint) -> c_int {
    entry("virInterfaceDestroy", -1, |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceFree);
/// {{virInterfaceFree}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceFree(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceFree", -1, |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceGetConnect);
/// {{virInterfaceGetConnect}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetConnect(iface: virInterfacePtr) -> virConnectPtr {
    entry("virInterfaceGetConnect", ptr::null_mut(), |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceGetMACString);
/// {{virInterfaceGetMACString}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetMACString(iface: virInterfacePtr) -> *const c_char {
    entry("virInterfaceGetMACString", ptr::null(), |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceGetName);
/// {{virInterfaceGetName}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetName(iface: virInterfacePtr) -> *const c_char {
    entry("virInterfaceGetName", ptr::null(), |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceGetXMLDesc);
/// {{virInterfaceGetXMLDesc}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetXMLDesc(iface: virInterfacePtr, flags: c_uint) -> *mut c_char {
    entry("virInterfaceGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceIsActive);
/// {{virInterfaceIsActive}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceIsActive(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceIsActive", -1, |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceLookupByMACString);
/// {{virInterfaceLookupByMACString}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceLookupByMACString(
    conn: virConnectPtr,
    macstr: *const c_char,
) -> virInterfacePtr {
    entry("virInterfaceLookupByMACString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceLookupByName);
/// {{virInterfaceLookupByName}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceLookupByName(
    conn: virConnectPtr,
    name: *const c_char,
) -> virInterfacePtr {
    entry("virInterfaceLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceRef);
/// {{virInterfaceRef}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceRef(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceRef", -1, |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceUndefine);
/// {{virInterfaceUndefine}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceUndefine(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceUndefine", -1, |call| Err(call.invalid(Kind::Interface)))
}
