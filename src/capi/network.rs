//! Virtual networks and their leases: exported functions of the C API. Their ports are in `network_port.rs`.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::mem::transmute;
use std::ptr::{self, NonNull};
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::handle::{publish_object, release, retain};
use crate::capi::listener::Registrar;
use crate::capi::metadata;
use crate::capi::{cstr, list};
use crate::connect::Connect;
use crate::driver::{DhcpLease, NetworkUpdate};
use crate::error::ErrorDomain;
use crate::event::Class;
use crate::event::callback::EventFunction;
use crate::object::{Network, NetworkPort};

/// Where errors about the arguments of these functions come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_NETWORK;

fn registrar<'a>(call: &'a Call, conn: &'a Arc<Connect>) -> Registrar<'a> {
    Registrar { call, conn, class: Class::Network, from: FROM }
}

/// The public structure, to be freed with `virNetworkDHCPLeaseFree`.
fn lease(found: &DhcpLease) -> virNetworkDHCPLease {
    virNetworkDHCPLease {
        iface: cstr::publish(&found.interface),
        expirytime: found.expiry_time_s,
        r#type: found.kind,
        mac: cstr::publish_opt(found.mac.as_deref()),
        iaid: cstr::publish_opt(found.iaid.as_deref()),
        ipaddr: cstr::publish(&found.address),
        prefix: found.prefix,
        hostname: cstr::publish_opt(found.hostname.as_deref()),
        clientid: cstr::publish_opt(found.client_id.as_deref()),
    }
}

symver!(virConnectListAllNetworks);
/// Fetches handles of the virtual networks that match the filter flags. Stores a NULL-terminated array:
/// release each handle with virNetworkFree() and the array with free(). Returns the number of networks,
/// or -1 on error.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNetworks(
    conn: virConnectPtr,
    nets: *mut *mut virNetworkPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllNetworks", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(nets) };
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        if nets.is_null() {
            return list::count(conn.driver().connect_count_all_networks(flags)?);
        }
        let found = conn.driver().connect_list_all_networks(flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_objects::<Network, _>(&conn, found, nets) }
    })
}

symver!(virConnectListDefinedNetworks);
/// Stores the names of inactive networks in an array with room for maxnames entries; the caller frees
/// each name. Prefer virConnectListAllNetworks(). Returns the number stored, or -1 on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedNetworks(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListDefinedNetworks", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        let room = call.check_array(names, "names", maxnames, "maxnames", FROM)?;
        let found = conn.driver().connect_list_defined_networks(room)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
    })
}

symver!(virConnectListNetworks);
/// Stores the names of active networks in an array with room for maxnames entries; the caller frees
/// each name. Prefer virConnectListAllNetworks(). Returns the number stored, or -1 on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNetworks(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListNetworks", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        let room = call.check_array(names, "names", maxnames, "maxnames", FROM)?;
        let found = conn.driver().connect_list_networks(room)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
    })
}

symver!(virConnectNetworkEventDeregisterAny);
/// Removes the network event callback with the id that virConnectNetworkEventRegisterAny() returned,
/// and runs its free callback. Returns 0, or -1 on error.
///
/// Since: 1.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    entry("virConnectNetworkEventDeregisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        registrar(call, &conn).deregister_any(callbackID)
    })
}

symver!(virConnectNetworkEventRegisterAny);
/// Adds a callback for one kind of network event (virNetworkEventID), for one network or, with NULL,
/// for all of them. Returns a callback id for deregistration, or -1 on error.
///
/// Since: 1.2.1
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
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: both are nullable function pointers; the event id says what it was before.
        let function = unsafe { transmute::<virConnectNetworkEventGenericCallback, EventFunction>(cb) };
        // SAFETY: contract of this function.
        unsafe {
            registrar(call, &conn).register_any::<Network>(
                (net.cast(), "net"),
                eventID,
                (function, opaque, freecb),
            )
        }
    })
}

symver!(virConnectNumOfDefinedNetworks);
/// Counts the networks that are defined but inactive. Returns the count, or -1 on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedNetworks(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfDefinedNetworks", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        list::count(conn.driver().connect_num_of_defined_networks()?)
    })
}

symver!(virConnectNumOfNetworks);
/// Counts the active networks. Returns the count, or -1 on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNetworks(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfNetworks", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        list::count(conn.driver().connect_num_of_networks()?)
    })
}

symver!(virNetworkCreate);
/// Starts a defined network. Returns 0, or -1 on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreate(network: virNetworkPtr) -> c_int {
    entry("virNetworkCreate", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object_to_change::<Network, _>(network) }?;
        net.driver().network_create(net.key())?;
        Ok(0)
    })
}

symver!(virNetworkCreateXML);
/// Starts a transient network from XML; it vanishes when it stops. Release the handle with
/// virNetworkFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXML(conn: virConnectPtr, xmlDesc: *const c_char) -> virNetworkPtr {
    entry("virNetworkCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", FROM) }?;
        conn.check_writable(FROM, call.function())?;
        let key = conn.driver().network_create_xml(xml)?;
        Ok(publish_object::<Network, _>(&conn, key))
    })
}

symver!(virNetworkCreateXMLFlags);
/// Starts a transient network from XML, with flags such as validating it against the schema. Release
/// the handle with virNetworkFree(). Returns a new handle, or NULL on error.
///
/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXMLFlags(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNetworkPtr {
    entry("virNetworkCreateXMLFlags", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", FROM) }?;
        conn.check_writable(FROM, call.function())?;
        let key = conn.driver().network_create_xml_flags(xml, flags)?;
        Ok(publish_object::<Network, _>(&conn, key))
    })
}

symver!(virNetworkDHCPLeaseFree);
/// Frees one lease from virNetworkGetDHCPLeases() with its strings. The caller frees the array itself.
/// NULL is ignored.
///
/// Since: 1.2.6
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
/// Stores or replaces a persistent network configuration without starting it. Release the handle with
/// virNetworkFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXML(conn: virConnectPtr, xml: *const c_char) -> virNetworkPtr {
    entry("virNetworkDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", FROM) }?;
        let key = conn.driver().network_define_xml(xml)?;
        Ok(publish_object::<Network, _>(&conn, key))
    })
}

symver!(virNetworkDefineXMLFlags);
/// Stores or replaces a persistent network configuration, with flags such as validating it against the
/// schema. Release the handle with virNetworkFree(). Returns a new handle, or NULL on error.
///
/// Since: 7.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXMLFlags(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virNetworkPtr {
    entry("virNetworkDefineXMLFlags", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", FROM) }?;
        let key = conn.driver().network_define_xml_flags(xml, flags)?;
        Ok(publish_object::<Network, _>(&conn, key))
    })
}

symver!(virNetworkDestroy);
/// Stops an active network; a transient one disappears. The handle still needs virNetworkFree().
/// Returns 0, or -1 on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDestroy(network: virNetworkPtr) -> c_int {
    entry("virNetworkDestroy", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object_to_change::<Network, _>(network) }?;
        net.driver().network_destroy(net.key())?;
        Ok(0)
    })
}

symver!(virNetworkFree);
/// Drops one reference to a network handle and frees it with the last one. The network itself is not
/// affected. Returns 0, or -1 on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkFree(network: virNetworkPtr) -> c_int {
    entry("virNetworkFree", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(network) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(net) };
        Ok(0)
    })
}

symver!(virNetworkGetAutostart);
/// Tells whether the network starts together with the host's daemon: stores 1 or 0. Returns 0, or -1 on
/// error.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetAutostart(network: virNetworkPtr, autostart: *mut c_int) -> c_int {
    entry("virNetworkGetAutostart", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(network) }?;
        let out = call.not_null(autostart, "autostart", FROM)?;
        let value = net.driver().network_get_autostart(net.key())?;
        // SAFETY: contract of this function.
        unsafe { out.write(c_int::from(value)) };
        Ok(0)
    })
}

symver!(virNetworkGetBridgeName);
/// Gives the name of the host bridge that guests of the network connect to. Returns a string the caller
/// frees with free(), or NULL on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetBridgeName(network: virNetworkPtr) -> *mut c_char {
    entry("virNetworkGetBridgeName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(network) }?;
        Ok(cstr::publish(&net.driver().network_get_bridge_name(net.key())?))
    })
}

symver!(virNetworkGetConnect);
/// Gives the connection a network handle belongs to, without adding a reference. Returns the
/// connection, or NULL on error.
///
/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetConnect(net: virNetworkPtr) -> virConnectPtr {
    entry("virNetworkGetConnect", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(net) }?;
        Ok(Arc::as_ptr(net.conn()).cast_mut().cast())
    })
}

symver!(virNetworkGetDHCPLeases);
/// Lists the DHCP leases of a network, or only those of one MAC address. Stores an array: free each
/// entry with virNetworkDHCPLeaseFree() and the array with free(). Returns the number of leases, or -1
/// on error.
///
/// Since: 1.2.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetDHCPLeases(
    network: virNetworkPtr,
    mac: *const c_char,
    leases: *mut *mut virNetworkDHCPLeasePtr,
    flags: c_uint,
) -> c_int {
    entry("virNetworkGetDHCPLeases", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(leases) };
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(network) }?;
        // SAFETY: contract of this function.
        let mac = unsafe { call.optional_string(mac, "mac", FROM) }?;
        let Some(out) = NonNull::new(leases) else {
            return list::count(net.driver().network_count_dhcp_leases(net.key(), mac, flags)?);
        };
        let found = net.driver().network_get_dhcp_leases(net.key(), mac, flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_records(found.iter().map(lease).collect(), out.as_ptr()) }
    })
}

symver!(virNetworkGetMetadata);
/// Reads the title, description or custom metadata element, the latter by its namespace URI, of a
/// network. Returns a string the caller frees with free(), or NULL on error or if there is none.
///
/// Since: 9.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetMetadata(
    network: virNetworkPtr,
    r#type: c_int,
    uri: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry("virNetworkGetMetadata", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(network) }?;
        // SAFETY: contract of this function.
        let uri = unsafe { metadata::wanted(call, r#type, uri, FROM) }?;
        Ok(cstr::publish(&net.driver().network_get_metadata(net.key(), r#type, uri, flags)?))
    })
}

symver!(virNetworkGetName);
/// Gives the name of the network. The string belongs to the handle and must not be freed. Returns the
/// name, or NULL on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetName(network: virNetworkPtr) -> *const c_char {
    entry("virNetworkGetName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(network) }?;
        Ok(net.key().name.as_c_str().as_ptr())
    })
}

symver!(virNetworkGetUUID);
/// Copies the 16 bytes of the network's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUID(network: virNetworkPtr, uuid: *mut c_uchar) -> c_int {
    entry("virNetworkGetUUID", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(network) }?;
        let out = call.not_null(uuid, "uuid", FROM)?;
        // SAFETY: contract of this function: room for VIR_UUID_BUFLEN bytes.
        unsafe { out.cast().write(net.key().uuid.into_bytes()) };
        Ok(0)
    })
}

symver!(virNetworkGetUUIDString);
/// Writes the network's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUIDString(network: virNetworkPtr, buf: *mut c_char) -> c_int {
    entry("virNetworkGetUUIDString", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(network) }?;
        let out = call.not_null(buf, "buf", FROM)?;
        // SAFETY: contract of this function: room for VIR_UUID_STRING_BUFLEN bytes.
        unsafe { cstr::write_uuid(&net.key().uuid, out) };
        Ok(0)
    })
}

symver!(virNetworkGetXMLDesc);
/// Describes the network as XML; a flag chooses the stored instead of the live configuration. Returns a
/// string the caller frees with free(), or NULL on error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetXMLDesc(network: virNetworkPtr, flags: c_uint) -> *mut c_char {
    entry("virNetworkGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(network) }?;
        Ok(cstr::publish(&net.driver().network_get_xml_desc(net.key(), flags)?))
    })
}

symver!(virNetworkIsActive);
/// Tells whether the network is active. Returns 1 if it is, 0 if not, or -1 on error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsActive(net: virNetworkPtr) -> c_int {
    entry("virNetworkIsActive", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(net) }?;
        net.driver().network_is_active(net.key()).map(c_int::from)
    })
}

symver!(virNetworkIsPersistent);
/// Tells whether the network has a stored configuration. Returns 1 if it has, 0 if it is transient, or
/// -1 on error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsPersistent(net: virNetworkPtr) -> c_int {
    entry("virNetworkIsPersistent", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(net) }?;
        net.driver().network_is_persistent(net.key()).map(c_int::from)
    })
}

symver!(virNetworkListAllPorts);
/// Fetches handles of all ports of a network. Stores a NULL-terminated array: release each handle with
/// virNetworkPortFree() and the array with free(). Returns the number of ports, or -1 on error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkListAllPorts(
    network: virNetworkPtr,
    ports: *mut *mut virNetworkPortPtr,
    flags: c_uint,
) -> c_int {
    entry("virNetworkListAllPorts", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(network) }?;
        if ports.is_null() {
            return list::count(net.driver().network_count_all_ports(net.key(), flags)?);
        }
        let found = net.driver().network_list_all_ports(net.key(), flags)?;
        let found = found.into_iter().map(|uuid| Arc::new(NetworkPort::of(&net, uuid))).collect();
        // SAFETY: contract of this function.
        unsafe { list::publish(found, ports) }
    })
}

symver!(virNetworkLookupByName);
/// Finds a network by its name. Release the handle with virNetworkFree(). Returns a new handle, or NULL
/// on error or if there is none.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByName(conn: virConnectPtr, name: *const c_char) -> virNetworkPtr {
    entry("virNetworkLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", FROM) }?;
        let key = conn.driver().network_lookup_by_name(name)?;
        Ok(publish_object::<Network, _>(&conn, key))
    })
}

symver!(virNetworkLookupByUUID);
/// Finds a network by its UUID, given as 16 raw bytes. Release the handle with virNetworkFree().
/// Returns a new handle, or NULL on error or if there is none.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virNetworkPtr {
    entry("virNetworkLookupByUUID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let uuid = unsafe { call.uuid(uuid, FROM) }?;
        let key = conn.driver().network_lookup_by_uuid(&uuid)?;
        Ok(publish_object::<Network, _>(&conn, key))
    })
}

symver!(virNetworkLookupByUUIDString);
/// Finds a network by its UUID, given as text. Release the handle with virNetworkFree(). Returns a new
/// handle, or NULL on error or if there is none.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virNetworkPtr {
    entry("virNetworkLookupByUUIDString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let uuid = unsafe { call.uuid_text(uuidstr, FROM) }?;
        let key = conn.driver().network_lookup_by_uuid(&uuid)?;
        Ok(publish_object::<Network, _>(&conn, key))
    })
}

symver!(virNetworkRef);
/// Adds a reference to a network handle; each one needs its own virNetworkFree(). Returns 0, or -1 on
/// error.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkRef(network: virNetworkPtr) -> c_int {
    entry("virNetworkRef", -1, |call| {
        // SAFETY: contract of this function.
        retain(&unsafe { call.object::<Network, _>(network) }?);
        Ok(0)
    })
}

symver!(virNetworkSetAutostart);
/// Makes the network start together with the host's daemon (1) or not (0). Returns 0, or -1 on error.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetAutostart(network: virNetworkPtr, autostart: c_int) -> c_int {
    entry("virNetworkSetAutostart", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object_to_change::<Network, _>(network) }?;
        net.driver().network_set_autostart(net.key(), autostart != 0)?;
        Ok(0)
    })
}

symver!(virNetworkSetMetadata);
/// Stores the title, description or a custom metadata element of a network, in the latter case under a
/// namespace prefix key and URI. NULL as text removes it. Returns 0, or -1 on error.
///
/// Since: 9.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetMetadata(
    network: virNetworkPtr,
    r#type: c_int,
    metadata: *const c_char,
    key: *const c_char,
    uri: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virNetworkSetMetadata", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object_to_change::<Network, _>(network) }?;
        // SAFETY: contract of this function.
        let given = unsafe { metadata::given(call, r#type, (metadata, key, uri), FROM) }?;
        net.driver().network_set_metadata(net.key(), r#type, given.text, given.key, given.uri, flags)?;
        Ok(0)
    })
}

symver!(virNetworkUndefine);
/// Deletes the stored configuration of a network; an active one becomes transient. Returns 0, or -1 on
/// error.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUndefine(network: virNetworkPtr) -> c_int {
    entry("virNetworkUndefine", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object_to_change::<Network, _>(network) }?;
        net.driver().network_undefine(net.key())?;
        Ok(0)
    })
}

symver!(virNetworkUpdate);
/// Adds, changes or removes an element in one section of a network configuration
/// (virNetworkUpdateCommand, virNetworkUpdateSection). A parent index of -1 lets it find the parent.
/// Returns 0, or -1 on error.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUpdate(
    network: virNetworkPtr,
    command: c_uint,
    section: c_uint,
    parentIndex: c_int,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virNetworkUpdate", -1, |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object_to_change::<Network, _>(network) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", FROM) }?;
        let update = NetworkUpdate { command, section, parent_index: parentIndex, xml };
        net.driver().network_update(net.key(), update, flags)?;
        Ok(0)
    })
}
