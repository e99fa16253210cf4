//! Devices of the host: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint, c_void};
use std::mem::transmute;
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::handle::{publish_object, release, retain};
use crate::capi::listener::Registrar;
use crate::capi::{cstr, list};
use crate::connect::Connect;
use crate::error::ErrorDomain;
use crate::event::Class;
use crate::event::callback::EventFunction;
use crate::object::NodeDevice;

/// Where errors about the arguments of these functions come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_NODEDEV;

fn registrar<'a>(call: &'a Call, conn: &'a Arc<Connect>) -> Registrar<'a> {
    Registrar { call, conn, class: Class::NodeDevice, from: FROM }
}

symver!(virConnectListAllNodeDevices);
/// Fetches handles of the host devices that match the filter flags. Stores a NULL-terminated array:
/// release each handle with virNodeDeviceFree() and the array with free(). Returns the number of
/// devices, or -1 on error.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNodeDevices(
    conn: virConnectPtr,
    devices: *mut *mut virNodeDevicePtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllNodeDevices", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(devices) };
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        if devices.is_null() {
            return list::count(conn.driver().connect_count_all_node_devices(flags)?);
        }
        let found = conn.driver().connect_list_all_node_devices(flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_objects::<NodeDevice, _>(&conn, found, devices) }
    })
}

symver!(virConnectNodeDeviceEventDeregisterAny);
/// Removes the host device event callback with the id that virConnectNodeDeviceEventRegisterAny()
/// returned, and runs its free callback. Returns 0, or -1 on error.
///
/// Since: 2.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    entry("virConnectNodeDeviceEventDeregisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        registrar(call, &conn).deregister_any(callbackID)
    })
}

symver!(virConnectNodeDeviceEventRegisterAny);
/// Adds a callback for one kind of host device event (virNodeDeviceEventID), for one device or, with
/// NULL, for all of them. Returns a callback id for deregistration, or -1 on error.
///
/// Since: 2.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventRegisterAny(
    conn: virConnectPtr,
    dev: virNodeDevicePtr,
    eventID: c_int,
    cb: virConnectNodeDeviceEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectNodeDeviceEventRegisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: both are nullable function pointers; the event id says what it was before.
        let function = unsafe { transmute::<virConnectNodeDeviceEventGenericCallback, EventFunction>(cb) };
        // SAFETY: contract of this function.
        unsafe {
            registrar(call, &conn).register_any::<NodeDevice>(
                (dev.cast(), "dev"),
                eventID,
                (function, opaque, freecb),
            )
        }
    })
}

symver!(virNodeDeviceCreate);
/// Starts a defined host device, for example a mediated device. Returns 0, or -1 on error.
///
/// Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreate(dev: virNodeDevicePtr, flags: c_uint) -> c_int {
    entry("virNodeDeviceCreate", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object_to_change::<NodeDevice, _>(dev) }?;
        dev.driver().node_device_create(dev.key(), flags)?;
        Ok(0)
    })
}

symver!(virNodeDeviceCreateXML);
/// Creates a transient host device from XML, such as a virtual SCSI adapter or a mediated device.
/// Release the handle with virNodeDeviceFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.6.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreateXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    entry("virNodeDeviceCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", FROM) }?;
        let key = conn.driver().node_device_create_xml(xml, flags)?;
        Ok(publish_object::<NodeDevice, _>(&conn, key))
    })
}

symver!(virNodeDeviceDefineXML);
/// Stores a persistent host device configuration without starting it. Release the handle with
/// virNodeDeviceFree(). Returns a new handle, or NULL on error.
///
/// Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDefineXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    entry("virNodeDeviceDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", FROM) }?;
        let key = conn.driver().node_device_define_xml(xml, flags)?;
        Ok(publish_object::<NodeDevice, _>(&conn, key))
    })
}

symver!(virNodeDeviceDestroy);
/// Removes a virtual host device from the host; a defined one only stops. The handle still needs
/// virNodeDeviceFree(). Returns 0, or -1 on error.
///
/// Since: 0.6.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDestroy(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceDestroy", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object_to_change::<NodeDevice, _>(dev) }?;
        dev.driver().node_device_destroy(dev.key())?;
        Ok(0)
    })
}

symver!(virNodeDeviceDetachFlags);
/// Takes a host device away from its host driver and gives it to one for assignment to guests; a NULL
/// driver name takes the default. Returns 0, or -1 on error.
///
/// Since: 1.0.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDetachFlags(
    dev: virNodeDevicePtr,
    driverName: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virNodeDeviceDetachFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object_to_change::<NodeDevice, _>(dev) }?;
        // SAFETY: contract of this function.
        let driver_name = unsafe { call.optional_string(driverName, "driverName", FROM) }?;
        dev.driver().node_device_detach_flags(dev.key(), driver_name, flags)?;
        Ok(0)
    })
}

symver!(virNodeDeviceDettach);
/// Takes a host device away from its host driver, so that a guest can use it. Undo this with
/// virNodeDeviceReAttach(). Returns 0, or -1 on error.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDettach(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceDettach", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object_to_change::<NodeDevice, _>(dev) }?;
        dev.driver().node_device_dettach(dev.key())?;
        Ok(0)
    })
}

symver!(virNodeDeviceFree);
/// Drops one reference to a host device handle and frees it with the last one. The device itself is not
/// affected. Returns 0, or -1 on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceFree(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceFree", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object::<NodeDevice, _>(dev) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(dev) };
        Ok(0)
    })
}

symver!(virNodeDeviceGetAutostart);
/// Tells whether the device starts together with the host or its parent: stores 1 or 0. Returns 0, or
/// -1 on error.
///
/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetAutostart(dev: virNodeDevicePtr, autostart: *mut c_int) -> c_int {
    entry("virNodeDeviceGetAutostart", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object_to_change::<NodeDevice, _>(dev) }?;
        let value = dev.driver().node_device_get_autostart(dev.key())?;
        // The original does not look at the pointer before it has the answer.
        let out = call.not_null(autostart, "autostart", FROM)?;
        // SAFETY: contract of this function.
        unsafe { out.write(c_int::from(value)) };
        Ok(0)
    })
}

symver!(virNodeDeviceGetName);
/// Gives the name of the host device. The string belongs to the handle and must not be freed. Returns
/// the name, or NULL on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetName(dev: virNodeDevicePtr) -> *const c_char {
    entry("virNodeDeviceGetName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object::<NodeDevice, _>(dev) }?;
        Ok(dev.key().name.as_c_str().as_ptr())
    })
}

symver!(virNodeDeviceGetParent);
/// Gives the name of the parent of the host device. The string belongs to the handle and must not be
/// freed. Returns the name, or NULL on error or if there is none.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetParent(dev: virNodeDevicePtr) -> *const c_char {
    entry("virNodeDeviceGetParent", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object::<NodeDevice, _>(dev) }?;
        let parent = match dev.kept().get() {
            Some(known) => Some(known),
            None => {
                dev.driver().node_device_get_parent(dev.key())?.map(|name| dev.kept().get_or_init(|| name))
            }
        };
        Ok(parent.map_or(ptr::null(), |name| name.as_c_str().as_ptr()))
    })
}

symver!(virNodeDeviceGetXMLDesc);
/// Describes the host device and its capabilities as XML. Returns a string the caller frees with
/// free(), or NULL on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetXMLDesc(dev: virNodeDevicePtr, flags: c_uint) -> *mut c_char {
    entry("virNodeDeviceGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object::<NodeDevice, _>(dev) }?;
        Ok(cstr::publish(&dev.driver().node_device_get_xml_desc(dev.key(), flags)?))
    })
}

symver!(virNodeDeviceIsActive);
/// Tells whether the host device is active. Returns 1 if it is, 0 if not, or -1 on error.
///
/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsActive(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceIsActive", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object::<NodeDevice, _>(dev) }?;
        dev.driver().node_device_is_active(dev.key()).map(c_int::from)
    })
}

symver!(virNodeDeviceIsPersistent);
/// Tells whether the host device has a stored configuration. Returns 1 if it has, 0 if it is transient,
/// or -1 on error.
///
/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsPersistent(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceIsPersistent", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object::<NodeDevice, _>(dev) }?;
        dev.driver().node_device_is_persistent(dev.key()).map(c_int::from)
    })
}

symver!(virNodeDeviceListCaps);
/// Stores the names of the device's capabilities in an array with room for maxnames entries; the caller
/// frees each name. Returns the number stored, or -1 on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceListCaps(
    dev: virNodeDevicePtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virNodeDeviceListCaps", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object::<NodeDevice, _>(dev) }?;
        let room = call.check_array(names, "names", maxnames, "maxnames", FROM)?;
        let found = dev.driver().node_device_list_caps(dev.key(), room)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
    })
}

symver!(virNodeDeviceLookupByName);
/// Finds a host device by its name. Release the handle with virNodeDeviceFree(). Returns a new handle,
/// or NULL on error or if there is none.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupByName(
    conn: virConnectPtr,
    name: *const c_char,
) -> virNodeDevicePtr {
    entry("virNodeDeviceLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", FROM) }?;
        let key = conn.driver().node_device_lookup_by_name(name)?;
        Ok(publish_object::<NodeDevice, _>(&conn, key))
    })
}

symver!(virNodeDeviceLookupSCSIHostByWWN);
/// Finds a SCSI host by its world wide node and port names. Release the handle with
/// virNodeDeviceFree(). Returns a new handle, or NULL on error or if there is none.
///
/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupSCSIHostByWWN(
    conn: virConnectPtr,
    wwnn: *const c_char,
    wwpn: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    entry("virNodeDeviceLookupSCSIHostByWWN", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let wwnn = unsafe { call.string(wwnn, "wwnn", FROM) }?;
        // SAFETY: contract of this function.
        let wwpn = unsafe { call.string(wwpn, "wwpn", FROM) }?;
        let key = conn.driver().node_device_lookup_scsi_host_by_wwn(wwnn, wwpn, flags)?;
        Ok(publish_object::<NodeDevice, _>(&conn, key))
    })
}

symver!(virNodeDeviceNumOfCaps);
/// Counts the capabilities of the device. Returns the count, or -1 on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceNumOfCaps(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceNumOfCaps", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object::<NodeDevice, _>(dev) }?;
        list::count(dev.driver().node_device_num_of_caps(dev.key())?)
    })
}

symver!(virNodeDeviceReAttach);
/// Gives a detached device back to its host driver. Returns 0, or -1 on error.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReAttach(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceReAttach", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object_to_change::<NodeDevice, _>(dev) }?;
        dev.driver().node_device_re_attach(dev.key())?;
        Ok(0)
    })
}

symver!(virNodeDeviceRef);
/// Adds a reference to a host device handle; each one needs its own virNodeDeviceFree(). Returns 0, or
/// -1 on error.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceRef(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceRef", -1, |call| {
        // SAFETY: contract of this function.
        retain(&unsafe { call.object::<NodeDevice, _>(dev) }?);
        Ok(0)
    })
}

symver!(virNodeDeviceReset);
/// Resets a detached device, so that no state of its last user remains. Returns 0, or -1 on error.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReset(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceReset", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object_to_change::<NodeDevice, _>(dev) }?;
        dev.driver().node_device_reset(dev.key())?;
        Ok(0)
    })
}

symver!(virNodeDeviceSetAutostart);
/// Makes the device start together with the host or its parent (1) or not (0). Returns 0, or -1 on
/// error.
///
/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceSetAutostart(dev: virNodeDevicePtr, autostart: c_int) -> c_int {
    entry("virNodeDeviceSetAutostart", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object_to_change::<NodeDevice, _>(dev) }?;
        dev.driver().node_device_set_autostart(dev.key(), autostart != 0)?;
        Ok(0)
    })
}

symver!(virNodeDeviceUndefine);
/// Deletes the stored configuration of a host device. Returns 0, or -1 on error.
///
/// Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUndefine(dev: virNodeDevicePtr, flags: c_uint) -> c_int {
    entry("virNodeDeviceUndefine", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object_to_change::<NodeDevice, _>(dev) }?;
        dev.driver().node_device_undefine(dev.key(), flags)?;
        Ok(0)
    })
}

symver!(virNodeDeviceUpdate);
/// Changes the live or stored configuration of a host device to match the XML
/// (virNodeDeviceUpdateFlags). Returns 0, or -1 on error.
///
/// Since: 10.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUpdate(
    dev: virNodeDevicePtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virNodeDeviceUpdate", -1, |call| {
        // SAFETY: contract of this function.
        let dev = unsafe { call.object_to_change::<NodeDevice, _>(dev) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", FROM) }?;
        dev.driver().node_device_update(dev.key(), xml, flags)?;
        Ok(0)
    })
}

symver!(virNodeListDevices);
/// Stores the names of host devices, all or those with a capability, in an array with room for maxnames
/// entries; the caller frees each name. Prefer virConnectListAllNodeDevices(). Returns the number
/// stored, or -1 on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeListDevices(
    conn: virConnectPtr,
    cap: *const c_char,
    names: *mut *mut c_char,
    maxnames: c_int,
    flags: c_uint,
) -> c_int {
    entry("virNodeListDevices", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        let room = call.check_array(names, "names", maxnames, "maxnames", FROM)?;
        // SAFETY: contract of this function.
        let cap = unsafe { call.optional_string(cap, "cap", FROM) }?;
        let found = conn.driver().node_list_devices(cap, room, flags)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
    })
}

symver!(virNodeNumOfDevices);
/// Counts the host devices, all or those with the named capability. Returns the count, or -1 on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeNumOfDevices(
    conn: virConnectPtr,
    cap: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virNodeNumOfDevices", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let cap = unsafe { call.optional_string(cap, "cap", FROM) }?;
        list::count(conn.driver().node_num_of_devices(cap, flags)?)
    })
}
