//! Host network interfaces: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virConnectListAllInterfaces);
/// Fetches handles of the host's network interfaces that match the filter flags. Stores a NULL-
/// terminated array: release each handle with virInterfaceFree() and the array with free(). Returns the
/// number of interfaces, or -1 on error.
///
/// Since: 0.10.2
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
/// Stores the names of configured but inactive host interfaces in an array with room for maxnames
/// entries; the caller frees each name. Returns the number stored, or -1 on error.
///
/// Since: 0.7.0
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
/// Stores the names of active host interfaces in an array with room for maxnames entries; the caller
/// frees each name. Returns the number stored, or -1 on error.
///
/// Since: 0.6.4
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
/// Counts the host interfaces that are configured but inactive. Returns the count, or -1 on error.
///
/// Since: 0.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedInterfaces(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfDefinedInterfaces", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virConnectNumOfInterfaces);
/// Counts the active host interfaces. Returns the count, or -1 on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfInterfaces(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfInterfaces", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceChangeBegin);
/// Keeps a restore point of the host's interface configuration, to which a rollback or a host restart
/// returns unless the changes are committed. Returns 0, or -1 on error.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeBegin(conn: virConnectPtr, flags: c_uint) -> c_int {
    entry("virInterfaceChangeBegin", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceChangeCommit);
/// Makes interface changes since virInterfaceChangeBegin() permanent and discards the restore point.
/// Returns 0, or -1 on error.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeCommit(conn: virConnectPtr, flags: c_uint) -> c_int {
    entry("virInterfaceChangeCommit", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceChangeRollback);
/// Undoes interface changes since virInterfaceChangeBegin(). Returns 0, or -1 on error.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeRollback(conn: virConnectPtr, flags: c_uint) -> c_int {
    entry("virInterfaceChangeRollback", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_INTERFACE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_INTERFACE, call.function()))
    })
}

symver!(virInterfaceCreate);
/// Activates a configured host interface, like bringing it up. Returns 0, or -1 on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceCreate(iface: virInterfacePtr, flags: c_uint) -> c_int {
    entry("virInterfaceCreate", -1, |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceDefineXML);
/// Stores or replaces the configuration of a host interface without activating it. Release the handle
/// with virInterfaceFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.6.4
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
/// Deactivates a host interface, like taking it down; its configuration stays. Returns 0, or -1 on
/// error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceDestroy(iface: virInterfacePtr, flags: c_uint) -> c_int {
    entry("virInterfaceDestroy", -1, |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceFree);
/// Drops one reference to an interface handle and frees it with the last one. The interface itself is
/// not affected. Returns 0, or -1 on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceFree(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceFree", -1, |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceGetConnect);
/// Gives the connection an interface handle belongs to, without adding a reference. Returns the
/// connection, or NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetConnect(iface: virInterfacePtr) -> virConnectPtr {
    entry("virInterfaceGetConnect", ptr::null_mut(), |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceGetMACString);
/// Gives the MAC address of the interface as text. The string belongs to the handle and must not be
/// freed. Returns the address, or NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetMACString(iface: virInterfacePtr) -> *const c_char {
    entry("virInterfaceGetMACString", ptr::null(), |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceGetName);
/// Gives the name of the interface. The string belongs to the handle and must not be freed. Returns the
/// name, or NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetName(iface: virInterfacePtr) -> *const c_char {
    entry("virInterfaceGetName", ptr::null(), |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceGetXMLDesc);
/// Describes the interface as XML; a flag chooses the stored instead of the live configuration. Returns
/// a string the caller frees with free(), or NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetXMLDesc(iface: virInterfacePtr, flags: c_uint) -> *mut c_char {
    entry("virInterfaceGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceIsActive);
/// Tells whether the interface is active. Returns 1 if it is, 0 if not, or -1 on error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceIsActive(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceIsActive", -1, |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceLookupByMACString);
/// Finds a host interface by its MAC address, given as text. Release the handle with
/// virInterfaceFree(). Returns a new handle, or NULL on error or if there is no single match.
///
/// Since: 0.6.4
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
/// Finds a host interface by its name. Release the handle with virInterfaceFree(). Returns a new
/// handle, or NULL on error or if there is none.
///
/// Since: 0.6.4
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
/// Adds a reference to an interface handle; each one needs its own virInterfaceFree(). Returns 0, or -1
/// on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceRef(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceRef", -1, |call| Err(call.invalid(Kind::Interface)))
}

symver!(virInterfaceUndefine);
/// Deletes the stored configuration of a host interface. Returns 0, or -1 on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceUndefine(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceUndefine", -1, |call| Err(call.invalid(Kind::Interface)))
}
