//! Virtual networks, their ports and leases: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virConnectListAllNetworks);
/// {{virConnectListAllNetworks}} Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNetworks(
    conn: virConnectPtr,
    nets: *mut *mut virNetworkPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllNetworks", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virConnectListDefinedNetworks);
/// {{virConnectListDefinedNetworks}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedNetworks(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListDefinedNetworks", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virConnectListNetworks);
/// {{virConnectListNetworks}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNetworks(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListNetworks", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virConnectNetworkEventDeregisterAny);
/// {{virConnectNetworkEventDeregisterAny}} Since: 1.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    entry("virConnectNetworkEventDeregisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virConnectNetworkEventRegisterAny);
/// {{virConnectNetworkEventRegisterAny}} Since: 1.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventRegisterAny(
    conn: virConnectPtr,
    net: virNetworkPtr,
    eventID: c_int,
    cb: virConnectNetworkEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectNetworkEventRegisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virConnectNumOfDefinedNetworks);
/// {{virConnectNumOfDefinedNetworks}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedNetworks(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfDefinedNetworks", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virConnectNumOfNetworks);
/// {{virConnectNumOfNetworks}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNetworks(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfNetworks", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virNetworkCreate);
/// {{virNetworkCreate}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreate(network: virNetworkPtr) -> c_int {
    entry("virNetworkCreate", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkCreateXML);
/// {{virNetworkCreateXML}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXML(conn: virConnectPtr, xmlDesc: *const c_char) -> virNetworkPtr {
    entry("virNetworkCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virNetworkCreateXMLFlags);
/// {{virNetworkCreateXMLFlags}} Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXMLFlags(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNetworkPtr {
    entry("virNetworkCreateXMLFlags", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virNetworkDHCPLeaseFree);
/// {{virNetworkDHCPLeaseFree}} Since: 1.2.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDHCPLeaseFree(lease: virNetworkDHCPLeasePtr) {
    // SAFETY: contract of this function: NULL, or a record whose parts come from `malloc`.
    let Some(record) = (unsafe { lease.as_ref() }) else { return };
    // SAFETY: as above.
    unsafe {
        for part in [record.iface, record.mac, record.iaid, record.ipaddr, record.hostname, record.clientid] {
            libc::free(part.cast());
        }
        libc::free(lease.cast());
    }
}

symver!(virNetworkDefineXML);
/// {{virNetworkDefineXML}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXML(conn: virConnectPtr, xml: *const c_char) -> virNetworkPtr {
    entry("virNetworkDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virNetworkDefineXMLFlags);
/// {{virNetworkDefineXMLFlags}} Since: 7.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXMLFlags(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virNetworkPtr {
    entry("virNetworkDefineXMLFlags", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virNetworkDestroy);
/// {{virNetworkDestroy}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDestroy(network: virNetworkPtr) -> c_int {
    entry("virNetworkDestroy", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkFree);
/// {{virNetworkFree}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkFree(network: virNetworkPtr) -> c_int {
    entry("virNetworkFree", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkGetAutostart);
/// {{virNetworkGetAutostart}} Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetAutostart(network: virNetworkPtr, autostart: *mut c_int) -> c_int {
    entry("virNetworkGetAutostart", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkGetBridgeName);
/// {{virNetworkGetBridgeName}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetBridgeName(network: virNetworkPtr) -> *mut c_char {
    entry("virNetworkGetBridgeName", ptr::null_mut(), |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkGetConnect);
/// {{virNetworkGetConnect}} Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetConnect(net: virNetworkPtr) -> virConnectPtr {
    entry("virNetworkGetConnect", ptr::null_mut(), |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkGetDHCPLeases);
/// {{virNetworkGetDHCPLeases}} Since: 1.2.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetDHCPLeases(
    network: virNetworkPtr,
    mac: *const c_char,
    leases: *mut *mut virNetworkDHCPLeasePtr,
    flags: c_uint,
) -> c_int {
    entry("virNetworkGetDHCPLeases", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkGetMetadata);
/// {{virNetworkGetMetadata}} Since: 9.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetMetadata(
    network: virNetworkPtr,
    r#type: c_int,
    uri: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry("virNetworkGetMetadata", ptr::null_mut(), |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkGetName);
/// {{virNetworkGetName}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetName(network: virNetworkPtr) -> *const c_char {
    entry("virNetworkGetName", ptr::null(), |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkGetUUID);
/// {{virNetworkGetUUID}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUID(network: virNetworkPtr, uuid: *mut c_uchar) -> c_int {
    entry("virNetworkGetUUID", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkGetUUIDString);
/// {{virNetworkGetUUIDString}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUIDString(network: virNetworkPtr, buf: *mut c_char) -> c_int {
    entry("virNetworkGetUUIDString", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkGetXMLDesc);
/// {{virNetworkGetXMLDesc}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetXMLDesc(network: virNetworkPtr, flags: c_uint) -> *mut c_char {
    entry("virNetworkGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkIsActive);
/// {{virNetworkIsActive}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsActive(net: virNetworkPtr) -> c_int {
    entry("virNetworkIsActive", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkIsPersistent);
/// {{virNetworkIsPersistent}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsPersistent(net: virNetworkPtr) -> c_int {
    entry("virNetworkIsPersistent", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkListAllPorts);
/// {{virNetworkListAllPorts}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkListAllPorts(
    network: virNetworkPtr,
    ports: *mut *mut virNetworkPortPtr,
    flags: c_uint,
) -> c_int {
    entry("virNetworkListAllPorts", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkLookupByName);
/// {{virNetworkLookupByName}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByName(conn: virConnectPtr, name: *const c_char) -> virNetworkPtr {
    entry("virNetworkLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virNetworkLookupByUUID);
/// {{virNetworkLookupByUUID}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virNetworkPtr {
    entry("virNetworkLookupByUUID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virNetworkLookupByUUIDString);
/// {{virNetworkLookupByUUIDString}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virNetworkPtr {
    entry("virNetworkLookupByUUIDString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NETWORK) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NETWORK, call.function()))
    })
}

symver!(virNetworkPortCreateXML);
/// {{virNetworkPortCreateXML}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortCreateXML(
    net: virNetworkPtr,
    xmldesc: *const c_char,
    flags: c_uint,
) -> virNetworkPortPtr {
    entry("virNetworkPortCreateXML", ptr::null_mut(), |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkPortDelete);
/// {{virNetworkPortDelete}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortDelete(port: virNetworkPortPtr, flags: c_uint) -> c_int {
    entry("virNetworkPortDelete", -1, |call| Err(call.invalid(Kind::NetworkPort)))
}

symver!(virNetworkPortFree);
/// {{virNetworkPortFree}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortFree(port: virNetworkPortPtr) -> c_int {
    entry("virNetworkPortFree", -1, |call| Err(call.invalid(Kind::NetworkPort)))
}

symver!(virNetworkPortGetNetwork);
/// {{virNetworkPortGetNetwork}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetNetwork(port: virNetworkPortPtr) -> virNetworkPtr {
    entry("virNetworkPortGetNetwork", ptr::null_mut(), |call| Err(call.invalid(Kind::NetworkPort)))
}

symver!(virNetworkPortGetParameters);
/// {{virNetworkPortGetParameters}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetParameters(
    port: virNetworkPortPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virNetworkPortGetParameters", -1, |call| Err(call.invalid(Kind::NetworkPort)))
}

symver!(virNetworkPortGetUUID);
/// {{virNetworkPortGetUUID}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUID(port: virNetworkPortPtr, uuid: *mut c_uchar) -> c_int {
    entry("virNetworkPortGetUUID", -1, |call| Err(call.invalid(Kind::NetworkPort)))
}

symver!(virNetworkPortGetUUIDString);
/// {{virNetworkPortGetUUIDString}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUIDString(port: virNetworkPortPtr, buf: *mut c_char) -> c_int {
    entry("virNetworkPortGetUUIDString", -1, |call| Err(call.invalid(Kind::NetworkPort)))
}

symver!(virNetworkPortGetXMLDesc);
/// {{virNetworkPortGetXMLDesc}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetXMLDesc(port: virNetworkPortPtr, flags: c_uint) -> *mut c_char {
    entry("virNetworkPortGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::NetworkPort)))
}

symver!(virNetworkPortLookupByUUID);
/// {{virNetworkPortLookupByUUID}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUID(
    net: virNetworkPtr,
    uuid: *const c_uchar,
) -> virNetworkPortPtr {
    entry("virNetworkPortLookupByUUID", ptr::null_mut(), |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkPortLookupByUUIDString);
/// {{virNetworkPortLookupByUUIDString}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUIDString(
    net: virNetworkPtr,
    uuidstr: *const c_char,
) -> virNetworkPortPtr {
    entry("virNetworkPortLookupByUUIDString", ptr::null_mut(), |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkPortRef);
/// {{virNetworkPortRef}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortRef(port: virNetworkPortPtr) -> c_int {
    entry("virNetworkPortRef", -1, |call| Err(call.invalid(Kind::NetworkPort)))
}

symver!(virNetworkPortSetParameters);
/// {{virNetworkPortSetParameters}} Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortSetParameters(
    port: virNetworkPortPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virNetworkPortSetParameters", -1, |call| Err(call.invalid(Kind::NetworkPort)))
}

symver!(virNetworkRef);
/// {{virNetworkRef}} Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkRef(network: virNetworkPtr) -> c_int {
    entry("virNetworkRef", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkSetAutostart);
/// {{virNetworkSetAutostart}} Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetAutostart(network: virNetworkPtr, autostart: c_int) -> c_int {
    entry("virNetworkSetAutostart", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkSetMetadata);
/// {{virNetworkSetMetadata}} Since: 9.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetMetadata(
    network: virNetworkPtr,
    r#type: c_int,
    metadata: *const c_char,
    key: *const c_char,
    uri: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virNetworkSetMetadata", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkUndefine);
/// {{virNetworkUndefine}} Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUndefine(network: virNetworkPtr) -> c_int {
    entry("virNetworkUndefine", -1, |call| Err(call.invalid(Kind::Network)))
}

symver!(virNetworkUpdate);
/// {{virNetworkUpdate}} Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUpdate(
    network: virNetworkPtr,
    command: c_uint,
    section: c_uint,
    parentIndex: c_int,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virNetworkUpdate", -1, |call| Err(call.invalid(Kind::Network)))
}
