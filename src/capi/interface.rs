//! Host network interfaces: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::{publish_object, release, retain};
use crate::capi::{cstr, list};
use crate::error::ErrorDomain;
use crate::object::Interface;

/// Where errors about the arguments of these functions come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_INTERFACE;

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
        unsafe { list::clear(ifaces) };
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        if ifaces.is_null() {
            return list::count(conn.driver().connect_count_all_interfaces(flags)?);
        }
        let found = conn.driver().connect_list_all_interfaces(flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_objects::<Interface, _>(&conn, found, ifaces) }
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
        let conn = unsafe { call.connect(conn, FROM) }?;
        let room = call.check_array(names, "names", maxnames, "maxnames", FROM)?;
        let found = conn.driver().connect_list_defined_interfaces(room)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
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
        let conn = unsafe { call.connect(conn, FROM) }?;
        let room = call.check_array(names, "names", maxnames, "maxnames", FROM)?;
        let found = conn.driver().connect_list_interfaces(room)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
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
        let conn = unsafe { call.connect(conn, FROM) }?;
        list::count(conn.driver().connect_num_of_defined_interfaces()?)
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
        let conn = unsafe { call.connect(conn, FROM) }?;
        list::count(conn.driver().connect_num_of_interfaces()?)
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
        let conn = unsafe { call.connect_to_change(conn, FROM) }?;
        conn.driver().interface_change_begin(flags)?;
        Ok(0)
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
        let conn = unsafe { call.connect_to_change(conn, FROM) }?;
        conn.driver().interface_change_commit(flags)?;
        Ok(0)
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
        let conn = unsafe { call.connect_to_change(conn, FROM) }?;
        conn.driver().interface_change_rollback(flags)?;
        Ok(0)
    })
}

symver!(virInterfaceCreate);
/// Activates a configured host interface, like bringing it up. Returns 0, or -1 on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceCreate(iface: virInterfacePtr, flags: c_uint) -> c_int {
    entry("virInterfaceCreate", -1, |call| {
        // SAFETY: contract of this function.
        let iface = unsafe { call.object_to_change::<Interface, _>(iface) }?;
        iface.driver().interface_create(iface.key(), flags)?;
        Ok(0)
    })
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
        let conn = unsafe { call.connect_to_change(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", FROM) }?;
        let key = conn.driver().interface_define_xml(xml, flags)?;
        Ok(publish_object::<Interface, _>(&conn, key))
    })
}

symver!(virInterfaceDestroy);
/// Deactivates a host interface, like taking it down; its configuration stays. Returns 0, or -1 on
/// error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceDestroy(iface: virInterfacePtr, flags: c_uint) -> c_int {
    entry("virInterfaceDestroy", -1, |call| {
        // SAFETY: contract of this function.
        let iface = unsafe { call.object_to_change::<Interface, _>(iface) }?;
        iface.driver().interface_destroy(iface.key(), flags)?;
        Ok(0)
    })
}

symver!(virInterfaceFree);
/// Drops one reference to an interface handle and frees it with the last one. The interface itself is
/// not affected. Returns 0, or -1 on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceFree(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceFree", -1, |call| {
        // SAFETY: contract of this function.
        let iface = unsafe { call.object::<Interface, _>(iface) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(iface) };
        Ok(0)
    })
}

symver!(virInterfaceGetConnect);
/// Gives the connection an interface handle belongs to, without adding a reference. Returns the
/// connection, or NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetConnect(iface: virInterfacePtr) -> virConnectPtr {
    entry("virInterfaceGetConnect", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let iface = unsafe { call.object::<Interface, _>(iface) }?;
        Ok(Arc::as_ptr(iface.conn()).cast_mut().cast())
    })
}

symver!(virInterfaceGetMACString);
/// Gives the MAC address of the interface as text. The string belongs to the handle and must not be
/// freed. Returns the address, or NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetMACString(iface: virInterfacePtr) -> *const c_char {
    entry("virInterfaceGetMACString", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let iface = unsafe { call.object::<Interface, _>(iface) }?;
        Ok(iface.key().mac.as_c_str().as_ptr())
    })
}

symver!(virInterfaceGetName);
/// Gives the name of the interface. The string belongs to the handle and must not be freed. Returns the
/// name, or NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetName(iface: virInterfacePtr) -> *const c_char {
    entry("virInterfaceGetName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let iface = unsafe { call.object::<Interface, _>(iface) }?;
        Ok(iface.key().name.as_c_str().as_ptr())
    })
}

symver!(virInterfaceGetXMLDesc);
/// Describes the interface as XML; a flag chooses the stored instead of the live configuration. Returns
/// a string the caller frees with free(), or NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetXMLDesc(iface: virInterfacePtr, flags: c_uint) -> *mut c_char {
    entry("virInterfaceGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let iface = unsafe { call.object::<Interface, _>(iface) }?;
        Ok(cstr::publish(&iface.driver().interface_get_xml_desc(iface.key(), flags)?))
    })
}

symver!(virInterfaceIsActive);
/// Tells whether the interface is active. Returns 1 if it is, 0 if not, or -1 on error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceIsActive(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceIsActive", -1, |call| {
        // SAFETY: contract of this function.
        let iface = unsafe { call.object::<Interface, _>(iface) }?;
        iface.driver().interface_is_active(iface.key()).map(c_int::from)
    })
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
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let macstr = unsafe { call.string(macstr, "macstr", FROM) }?;
        let key = conn.driver().interface_lookup_by_mac_string(macstr)?;
        Ok(publish_object::<Interface, _>(&conn, key))
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
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", FROM) }?;
        let key = conn.driver().interface_lookup_by_name(name)?;
        Ok(publish_object::<Interface, _>(&conn, key))
    })
}

symver!(virInterfaceRef);
/// Adds a reference to an interface handle; each one needs its own virInterfaceFree(). Returns 0, or -1
/// on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceRef(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceRef", -1, |call| {
        // SAFETY: contract of this function.
        retain(&unsafe { call.object::<Interface, _>(iface) }?);
        Ok(0)
    })
}

symver!(virInterfaceUndefine);
/// Deletes the stored configuration of a host interface. Returns 0, or -1 on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceUndefine(iface: virInterfacePtr) -> c_int {
    entry("virInterfaceUndefine", -1, |call| {
        // SAFETY: contract of this function.
        let iface = unsafe { call.object_to_change::<Interface, _>(iface) }?;
        iface.driver().interface_undefine(iface.key())?;
        Ok(0)
    })
}
