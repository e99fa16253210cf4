//! Ports of virtual networks: exported functions of the C API. The networks are in `network.rs`.

use std::ffi::{c_char, c_int, c_uchar, c_uint};
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::cstr;
use crate::capi::handle::{publish, release, retain};
use crate::capi::typed_params::exchange::{self, read_loose};
use crate::error::{Error, ErrorDomain};
use crate::object::{Network, NetworkPort};

/// Where errors about the arguments of these functions come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_NETWORK;

symver!(virNetworkPortCreateXML);
/// Creates a port on a network from XML, which sets up the attachment of one guest interface. Release
/// the handle with virNetworkPortFree(). Returns a new handle, or NULL on error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortCreateXML(
    net: virNetworkPtr,
    xmldesc: *const c_char,
    flags: c_uint,
) -> virNetworkPortPtr {
    entry("virNetworkPortCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(net) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmldesc, "xmldesc", FROM) }?;
        net.conn().check_writable(FROM, call.function())?;
        let made = net.driver().network_port_create_xml(net.key(), xml, flags)?;
        Ok(publish(Arc::new(NetworkPort::of(&net, made))))
    })
}

symver!(virNetworkPortDelete);
/// Deletes a port of a network, so that its guest interface loses its place. The handle still needs
/// virNetworkPortFree(). Returns 0, or -1 on error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortDelete(port: virNetworkPortPtr, flags: c_uint) -> c_int {
    entry("virNetworkPortDelete", -1, |call| {
        // SAFETY: contract of this function.
        let port = unsafe { call.object_to_change::<NetworkPort, _>(port) }?;
        port.driver().network_port_delete(port.key(), flags)?;
        Ok(0)
    })
}

symver!(virNetworkPortFree);
/// Drops one reference to a network port handle and frees it with the last one. The port itself is not
/// affected. Returns 0, or -1 on error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortFree(port: virNetworkPortPtr) -> c_int {
    entry("virNetworkPortFree", -1, |call| {
        // SAFETY: contract of this function.
        let port = unsafe { call.object::<NetworkPort, _>(port) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(port) };
        Ok(0)
    })
}

symver!(virNetworkPortGetNetwork);
/// Gives the network a port belongs to, without adding a reference. Returns the network, or NULL on
/// error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetNetwork(port: virNetworkPortPtr) -> virNetworkPtr {
    entry("virNetworkPortGetNetwork", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let port = unsafe { call.object::<NetworkPort, _>(port) }?;
        Ok(Arc::as_ptr(port.network()).cast_mut().cast())
    })
}

symver!(virNetworkPortGetParameters);
/// Reads the bandwidth settings of a network port. Free the typed parameters with virTypedParamsFree().
/// Returns 0, or -1 on error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetParameters(
    port: virNetworkPortPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virNetworkPortGetParameters", -1, |call| {
        // SAFETY: contract of this function.
        let port = unsafe { call.object::<NetworkPort, _>(port) }?;
        call.not_null(params, "params", FROM)?;
        call.not_null(nparams, "nparams", FROM)?;
        let found = port.driver().network_port_get_parameters(port.key(), flags)?;
        // SAFETY: contract of this function; neither is NULL.
        unsafe { exchange::publish(&found, params, nparams) }?;
        Ok(0)
    })
}

symver!(virNetworkPortGetUUID);
/// Copies the 16 bytes of the port's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUID(port: virNetworkPortPtr, uuid: *mut c_uchar) -> c_int {
    entry("virNetworkPortGetUUID", -1, |call| {
        // SAFETY: contract of this function.
        let port = unsafe { call.object::<NetworkPort, _>(port) }?;
        let out = call.not_null(uuid, "uuid", FROM)?;
        // SAFETY: contract of this function: room for VIR_UUID_BUFLEN bytes.
        unsafe { out.cast().write(port.key().uuid.into_bytes()) };
        Ok(0)
    })
}

symver!(virNetworkPortGetUUIDString);
/// Writes the port's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUIDString(port: virNetworkPortPtr, buf: *mut c_char) -> c_int {
    entry("virNetworkPortGetUUIDString", -1, |call| {
        // SAFETY: contract of this function.
        let port = unsafe { call.object::<NetworkPort, _>(port) }?;
        let out = call.not_null(buf, "buf", FROM)?;
        // SAFETY: contract of this function: room for VIR_UUID_STRING_BUFLEN bytes.
        unsafe { cstr::write_uuid(&port.key().uuid, out) };
        Ok(0)
    })
}

symver!(virNetworkPortGetXMLDesc);
/// Describes the network port as XML. Returns a string the caller frees with free(), or NULL on error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetXMLDesc(port: virNetworkPortPtr, flags: c_uint) -> *mut c_char {
    entry("virNetworkPortGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let port = unsafe { call.object::<NetworkPort, _>(port) }?;
        Ok(cstr::publish(&port.driver().network_port_get_xml_desc(port.key(), flags)?))
    })
}

symver!(virNetworkPortLookupByUUID);
/// Finds a port of a network by its UUID, given as 16 raw bytes. Release the handle with
/// virNetworkPortFree(). Returns a new handle, or NULL on error or if there is none.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUID(
    net: virNetworkPtr,
    uuid: *const c_uchar,
) -> virNetworkPortPtr {
    entry("virNetworkPortLookupByUUID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(net) }?;
        // SAFETY: contract of this function.
        let uuid = unsafe { call.uuid(uuid, FROM) }?;
        let found = net.driver().network_port_lookup_by_uuid(net.key(), &uuid)?;
        Ok(publish(Arc::new(NetworkPort::of(&net, found))))
    })
}

symver!(virNetworkPortLookupByUUIDString);
/// Finds a port of a network by its UUID, given as text. Release the handle with virNetworkPortFree().
/// Returns a new handle, or NULL on error or if there is none.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUIDString(
    net: virNetworkPtr,
    uuidstr: *const c_char,
) -> virNetworkPortPtr {
    entry("virNetworkPortLookupByUUIDString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let net = unsafe { call.object::<Network, _>(net) }?;
        // SAFETY: contract of this function.
        let uuid = unsafe { call.uuid_text(uuidstr, FROM) }?;
        let found = net.driver().network_port_lookup_by_uuid(net.key(), &uuid)?;
        Ok(publish(Arc::new(NetworkPort::of(&net, found))))
    })
}

symver!(virNetworkPortRef);
/// Adds a reference to a network port handle; each one needs its own virNetworkPortFree(). Returns 0,
/// or -1 on error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortRef(port: virNetworkPortPtr) -> c_int {
    entry("virNetworkPortRef", -1, |call| {
        // SAFETY: contract of this function.
        retain(&unsafe { call.object::<NetworkPort, _>(port) }?);
        Ok(0)
    })
}

symver!(virNetworkPortSetParameters);
/// Changes the bandwidth settings of a network port. Returns 0, or -1 on error.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortSetParameters(
    port: virNetworkPortPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virNetworkPortSetParameters", -1, |call| {
        // SAFETY: contract of this function.
        let port = unsafe { call.object_to_change::<NetworkPort, _>(port) }?;
        call.not_null(params, "params", FROM)?;
        if nparams < 0 {
            return Err(Error::arg_must(FROM, "nparams", call.function(), "be zero or greater"));
        }
        // As libvirt: whether the other side knows strings is not asked.
        // SAFETY: contract of this function.
        let params = unsafe { read_loose(params, nparams) }?;
        port.driver().network_port_set_parameters(port.key(), &params, flags)?;
        Ok(0)
    })
}
