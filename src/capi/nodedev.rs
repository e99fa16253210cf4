//! Devices of the host: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint, c_void};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virConnectListAllNodeDevices);
/// {{virConnectListAllNodeDevices}} Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNodeDevices(
    conn: virConnectPtr,
    devices: *mut *mut virNodeDevicePtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllNodeDevices", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NODEDEV) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NODEDEV, call.function()))
    })
}

symver!(virConnectNodeDeviceEventDeregisterAny);
/// {{virConnectNodeDeviceEventDeregisterAny}} Since: 2.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    entry("virConnectNodeDeviceEventDeregisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NODEDEV) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NODEDEV, call.function()))
    })
}

symver!(virConnectNodeDeviceEventRegisterAny);
/// {{virConnectNodeDeviceEventRegisterAny}} Since: 2.2.0
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
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NODEDEV) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NODEDEV, call.function()))
    })
}

symver!(virNodeDeviceCreate);
/// {{virNodeDeviceCreate}} Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreate(dev: virNodeDevicePtr, flags: c_uint) -> c_int {
    entry("virNodeDeviceCreate", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceCreateXML);
/// {{virNodeDeviceCreateXML}} Since: 0.6.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreateXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    entry("virNodeDeviceCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NODEDEV) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NODEDEV, call.function()))
    })
}

symver!(virNodeDeviceDefineXML);
/// {{virNodeDeviceDefineXML}} Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDefineXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    entry("virNodeDeviceDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NODEDEV) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NODEDEV, call.function()))
    })
}

symver!(virNodeDeviceDestroy);
/// {{virNodeDeviceDestroy}} Since: 0.6.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDestroy(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceDestroy", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceDetachFlags);
/// {{virNodeDeviceDetachFlags}} Since: 1.0.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDetachFlags(
    dev: virNodeDevicePtr,
    driverName: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virNodeDeviceDetachFlags", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceDettach);
/// {{virNodeDeviceDettach}} Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDettach(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceDettach", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceFree);
/// {{virNodeDeviceFree}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceFree(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceFree", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceGetAutostart);
/// {{virNodeDeviceGetAutostart}} Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetAutostart(dev: virNodeDevicePtr, autostart: *mut c_int) -> c_int {
    entry("virNodeDeviceGetAutostart", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceGetName);
/// {{virNodeDeviceGetName}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetName(dev: virNodeDevicePtr) -> *const c_char {
    entry("virNodeDeviceGetName", ptr::null(), |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceGetParent);
/// {{virNodeDeviceGetParent}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetParent(dev: virNodeDevicePtr) -> *const c_char {
    entry("virNodeDeviceGetParent", ptr::null(), |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceGetXMLDesc);
/// {{virNodeDeviceGetXMLDesc}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetXMLDesc(dev: virNodeDevicePtr, flags: c_uint) -> *mut c_char {
    entry("virNodeDeviceGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceIsActive);
/// {{virNodeDeviceIsActive}} Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsActive(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceIsActive", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceIsPersistent);
/// {{virNodeDeviceIsPersistent}} Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsPersistent(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceIsPersistent", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceListCaps);
/// {{virNodeDeviceListCaps}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceListCaps(
    dev: virNodeDevicePtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virNodeDeviceListCaps", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceLookupByName);
/// {{virNodeDeviceLookupByName}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupByName(
    conn: virConnectPtr,
    name: *const c_char,
) -> virNodeDevicePtr {
    entry("virNodeDeviceLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NODEDEV) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NODEDEV, call.function()))
    })
}

symver!(virNodeDeviceLookupSCSIHostByWWN);
/// {{virNodeDeviceLookupSCSIHostByWWN}} Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupSCSIHostByWWN(
    conn: virConnectPtr,
    wwnn: *const c_char,
    wwpn: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    entry("virNodeDeviceLookupSCSIHostByWWN", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NODEDEV) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NODEDEV, call.function()))
    })
}

symver!(virNodeDeviceNumOfCaps);
/// {{virNodeDeviceNumOfCaps}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceNumOfCaps(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceNumOfCaps", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceReAttach);
/// {{virNodeDeviceReAttach}} Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReAttach(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceReAttach", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceRef);
/// {{virNodeDeviceRef}} Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceRef(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceRef", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceReset);
/// {{virNodeDeviceReset}} Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReset(dev: virNodeDevicePtr) -> c_int {
    entry("virNodeDeviceReset", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceSetAutostart);
/// {{virNodeDeviceSetAutostart}} Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceSetAutostart(dev: virNodeDevicePtr, autostart: c_int) -> c_int {
    entry("virNodeDeviceSetAutostart", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceUndefine);
/// {{virNodeDeviceUndefine}} Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUndefine(dev: virNodeDevicePtr, flags: c_uint) -> c_int {
    entry("virNodeDeviceUndefine", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeDeviceUpdate);
/// {{virNodeDeviceUpdate}} Since: 10.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUpdate(
    dev: virNodeDevicePtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virNodeDeviceUpdate", -1, |call| Err(call.invalid(Kind::NodeDevice)))
}

symver!(virNodeListDevices);
/// {{virNodeListDevices}} Since: 0.5.0
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
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NODEDEV) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NODEDEV, call.function()))
    })
}

symver!(virNodeNumOfDevices);
/// {{virNodeNumOfDevices}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeNumOfDevices(
    conn: virConnectPtr,
    cap: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virNodeNumOfDevices", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NODEDEV) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NODEDEV, call.function()))
    })
}
