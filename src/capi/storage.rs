//! Storage pools and volumes: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_ulonglong, c_void};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virConnectFindStoragePoolSources);
/// {{virConnectFindStoragePoolSources}} Since: 0.4.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectFindStoragePoolSources(
    conn: virConnectPtr,
    r#type: *const c_char,
    srcSpec: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry("virConnectFindStoragePoolSources", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virConnectGetStoragePoolCapabilities);
/// {{virConnectGetStoragePoolCapabilities}} Since: 5.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetStoragePoolCapabilities(
    conn: virConnectPtr,
    flags: c_uint,
) -> *mut c_char {
    entry("virConnectGetStoragePoolCapabilities", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virConnectListAllStoragePools);
/// {{virConnectListAllStoragePools}} Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllStoragePools(
    conn: virConnectPtr,
    pools: *mut *mut virStoragePoolPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllStoragePools", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virConnectListDefinedStoragePools);
/// {{virConnectListDefinedStoragePools}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedStoragePools(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListDefinedStoragePools", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virConnectListStoragePools);
/// {{virConnectListStoragePools}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListStoragePools(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListStoragePools", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virConnectNumOfDefinedStoragePools);
/// {{virConnectNumOfDefinedStoragePools}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedStoragePools(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfDefinedStoragePools", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virConnectNumOfStoragePools);
/// {{virConnectNumOfStoragePools}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfStoragePools(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfStoragePools", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virConnectStoragePoolEventDeregisterAny);
/// {{virConnectStoragePoolEventDeregisterAny}} Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    entry("virConnectStoragePoolEventDeregisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virConnectStoragePoolEventRegisterAny);
/// {{virConnectStoragePoolEventRegisterAny}} Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventRegisterAny(
    conn: virConnectPtr,
    pool: virStoragePoolPtr,
    eventID: c_int,
    cb: virConnectStoragePoolEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectStoragePoolEventRegisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virStoragePoolBuild);
/// {{virStoragePoolBuild}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolBuild(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry("virStoragePoolBuild", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolCreate);
/// {{virStoragePoolCreate}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreate(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry("virStoragePoolCreate", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolCreateXML);
/// {{virStoragePoolCreateXML}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreateXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virStoragePoolPtr {
    entry("virStoragePoolCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virStoragePoolDefineXML);
/// {{virStoragePoolDefineXML}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virStoragePoolPtr {
    entry("virStoragePoolDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virStoragePoolDelete);
/// {{virStoragePoolDelete}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDelete(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry("virStoragePoolDelete", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolDestroy);
/// {{virStoragePoolDestroy}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDestroy(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolDestroy", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolFree);
/// {{virStoragePoolFree}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolFree(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolFree", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolGetAutostart);
/// {{virStoragePoolGetAutostart}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetAutostart(pool: virStoragePoolPtr, autostart: *mut c_int) -> c_int {
    entry("virStoragePoolGetAutostart", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolGetConnect);
/// {{virStoragePoolGetConnect}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetConnect(pool: virStoragePoolPtr) -> virConnectPtr {
    entry("virStoragePoolGetConnect", ptr::null_mut(), |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolGetInfo);
/// {{virStoragePoolGetInfo}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetInfo(
    pool: virStoragePoolPtr,
    info: virStoragePoolInfoPtr,
) -> c_int {
    entry("virStoragePoolGetInfo", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolGetName);
/// {{virStoragePoolGetName}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetName(pool: virStoragePoolPtr) -> *const c_char {
    entry("virStoragePoolGetName", ptr::null(), |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolGetUUID);
/// {{virStoragePoolGetUUID}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetUUID(pool: virStoragePoolPtr, uuid: *mut c_uchar) -> c_int {
    entry("virStoragePoolGetUUID", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolGetUUIDString);
/// {{virStoragePoolGetUUIDString}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetUUIDString(pool: virStoragePoolPtr, buf: *mut c_char) -> c_int {
    entry("virStoragePoolGetUUIDString", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolGetXMLDesc);
/// {{virStoragePoolGetXMLDesc}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetXMLDesc(pool: virStoragePoolPtr, flags: c_uint) -> *mut c_char {
    entry("virStoragePoolGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolIsActive);
/// {{virStoragePoolIsActive}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolIsActive(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolIsActive", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolIsPersistent);
/// {{virStoragePoolIsPersistent}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolIsPersistent(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolIsPersistent", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolListAllVolumes);
/// {{virStoragePoolListAllVolumes}} Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolListAllVolumes(
    pool: virStoragePoolPtr,
    vols: *mut *mut virStorageVolPtr,
    flags: c_uint,
) -> c_int {
    entry("virStoragePoolListAllVolumes", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolListVolumes);
/// {{virStoragePoolListVolumes}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolListVolumes(
    pool: virStoragePoolPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virStoragePoolListVolumes", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolLookupByName);
/// {{virStoragePoolLookupByName}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByName(
    conn: virConnectPtr,
    name: *const c_char,
) -> virStoragePoolPtr {
    entry("virStoragePoolLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virStoragePoolLookupByTargetPath);
/// {{virStoragePoolLookupByTargetPath}} Since: 4.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByTargetPath(
    conn: virConnectPtr,
    path: *const c_char,
) -> virStoragePoolPtr {
    entry("virStoragePoolLookupByTargetPath", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virStoragePoolLookupByUUID);
/// {{virStoragePoolLookupByUUID}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByUUID(
    conn: virConnectPtr,
    uuid: *const c_uchar,
) -> virStoragePoolPtr {
    entry("virStoragePoolLookupByUUID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virStoragePoolLookupByUUIDString);
/// {{virStoragePoolLookupByUUIDString}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virStoragePoolPtr {
    entry("virStoragePoolLookupByUUIDString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virStoragePoolLookupByVolume);
/// {{virStoragePoolLookupByVolume}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByVolume(vol: virStorageVolPtr) -> virStoragePoolPtr {
    entry("virStoragePoolLookupByVolume", ptr::null_mut(), |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStoragePoolNumOfVolumes);
/// {{virStoragePoolNumOfVolumes}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolNumOfVolumes(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolNumOfVolumes", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolRef);
/// {{virStoragePoolRef}} Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRef(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolRef", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolRefresh);
/// {{virStoragePoolRefresh}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRefresh(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry("virStoragePoolRefresh", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolSetAutostart);
/// {{virStoragePoolSetAutostart}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolSetAutostart(pool: virStoragePoolPtr, autostart: c_int) -> c_int {
    entry("virStoragePoolSetAutostart", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStoragePoolUndefine);
/// {{virStoragePoolUndefine}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolUndefine(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolUndefine", -1, |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStorageVolCreateXML);
/// {{virStorageVolCreateXML}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXML(
    pool: virStoragePoolPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virStorageVolPtr {
    entry("virStorageVolCreateXML", ptr::null_mut(), |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStorageVolCreateXMLFrom);
/// {{virStorageVolCreateXMLFrom}} Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXMLFrom(
    pool: virStoragePoolPtr,
    xmlDesc: *const c_char,
    clonevol: virStorageVolPtr,
    flags: c_uint,
) -> virStorageVolPtr {
    entry("virStorageVolCreateXMLFrom", ptr::null_mut(), |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStorageVolDelete);
/// {{virStorageVolDelete}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDelete(vol: virStorageVolPtr, flags: c_uint) -> c_int {
    entry("virStorageVolDelete", -1, |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolDownload);
/// {{virStorageVolDownload}} Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDownload(
    vol: virStorageVolPtr,
    stream: virStreamPtr,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virStorageVolDownload", -1, |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolFree);
/// {{virStorageVolFree}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolFree(vol: virStorageVolPtr) -> c_int {
    entry("virStorageVolFree", -1, |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolGetConnect);
/// {{virStorageVolGetConnect}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetConnect(vol: virStorageVolPtr) -> virConnectPtr {
    entry("virStorageVolGetConnect", ptr::null_mut(), |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolGetInfo);
/// {{virStorageVolGetInfo}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfo(vol: virStorageVolPtr, info: virStorageVolInfoPtr) -> c_int {
    entry("virStorageVolGetInfo", -1, |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolGetInfoFlags);
/// {{virStorageVolGetInfoFlags}} Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfoFlags(
    vol: virStorageVolPtr,
    info: virStorageVolInfoPtr,
    flags: c_uint,
) -> c_int {
    entry("virStorageVolGetInfoFlags", -1, |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolGetKey);
/// {{virStorageVolGetKey}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetKey(vol: virStorageVolPtr) -> *const c_char {
    entry("virStorageVolGetKey", ptr::null(), |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolGetName);
/// {{virStorageVolGetName}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetName(vol: virStorageVolPtr) -> *const c_char {
    entry("virStorageVolGetName", ptr::null(), |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolGetPath);
/// {{virStorageVolGetPath}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetPath(vol: virStorageVolPtr) -> *mut c_char {
    entry("virStorageVolGetPath", ptr::null_mut(), |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolGetXMLDesc);
/// {{virStorageVolGetXMLDesc}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetXMLDesc(vol: virStorageVolPtr, flags: c_uint) -> *mut c_char {
    entry("virStorageVolGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolLookupByKey);
/// {{virStorageVolLookupByKey}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByKey(
    conn: virConnectPtr,
    key: *const c_char,
) -> virStorageVolPtr {
    entry("virStorageVolLookupByKey", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virStorageVolLookupByName);
/// {{virStorageVolLookupByName}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByName(
    pool: virStoragePoolPtr,
    name: *const c_char,
) -> virStorageVolPtr {
    entry("virStorageVolLookupByName", ptr::null_mut(), |call| Err(call.invalid(Kind::StoragePool)))
}

symver!(virStorageVolLookupByPath);
/// {{virStorageVolLookupByPath}} Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByPath(
    conn: virConnectPtr,
    path: *const c_char,
) -> virStorageVolPtr {
    entry("virStorageVolLookupByPath", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STORAGE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STORAGE, call.function()))
    })
}

symver!(virStorageVolRef);
/// {{virStorageVolRef}} Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolRef(vol: virStorageVolPtr) -> c_int {
    entry("virStorageVolRef", -1, |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolResize);
/// {{virStorageVolResize}} Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolResize(
    vol: virStorageVolPtr,
    capacity: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virStorageVolResize", -1, |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolUpload);
/// {{virStorageVolUpload}} Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolUpload(
    vol: virStorageVolPtr,
    stream: virStreamPtr,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virStorageVolUpload", -1, |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolWipe);
/// {{virStorageVolWipe}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipe(vol: virStorageVolPtr, flags: c_uint) -> c_int {
    entry("virStorageVolWipe", -1, |call| Err(call.invalid(Kind::StorageVol)))
}

symver!(virStorageVolWipePattern);
/// {{virStorageVolWipePattern}} Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipePattern(
    vol: virStorageVolPtr,
    algorithm: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virStorageVolWipePattern", -1, |call| Err(call.invalid(Kind::StorageVol)))
}
