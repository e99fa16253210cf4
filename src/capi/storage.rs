//! Storage pools: exported functions of the C API. Their volumes are in `storage_vol.rs`.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::mem::transmute;
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Call, clear_numbers, entry, record};
use crate::capi::handle::{publish_object, release, retain};
use crate::capi::listener::Registrar;
use crate::capi::{cstr, list};
use crate::connect::Connect;
use crate::driver::StoragePoolInfo;
use crate::error::ErrorDomain;
use crate::event::Class;
use crate::event::callback::EventFunction;
use crate::object::{StoragePool, StorageVol};

/// Where errors about the arguments of these functions come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_STORAGE;

fn registrar<'a>(call: &'a Call, conn: &'a Arc<Connect>) -> Registrar<'a> {
    Registrar { call, conn, class: Class::StoragePool, from: FROM }
}

/// The public structure.
fn pool_info(found: &StoragePoolInfo) -> virStoragePoolInfo {
    record!(virStoragePoolInfo {
        state: found.state,
        capacity: found.capacity,
        allocation: found.allocation,
        available: found.available,
    })
}

symver!(virConnectFindStoragePoolSources);
/// Searches for sources that could become storage pools of a type, such as exports of a server named in
/// the source XML. Returns XML the caller frees with free(), or NULL on error.
///
/// Since: 0.4.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectFindStoragePoolSources(
    conn: virConnectPtr,
    r#type: *const c_char,
    srcSpec: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry("virConnectFindStoragePoolSources", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let kind = unsafe { call.string(r#type, "type", FROM) }?;
        // SAFETY: contract of this function.
        let spec = unsafe { call.optional_string(srcSpec, "srcSpec", FROM) }?;
        conn.check_writable(FROM, call.function())?;
        Ok(cstr::publish(&conn.driver().connect_find_storage_pool_sources(kind, spec, flags)?))
    })
}

symver!(virConnectGetStoragePoolCapabilities);
/// Reports as XML which storage pool types and options are supported. Returns a string the caller frees
/// with free(), or NULL on error.
///
/// Since: 5.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetStoragePoolCapabilities(
    conn: virConnectPtr,
    flags: c_uint,
) -> *mut c_char {
    entry("virConnectGetStoragePoolCapabilities", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        Ok(cstr::publish(&conn.driver().connect_get_storage_pool_capabilities(flags)?))
    })
}

symver!(virConnectListAllStoragePools);
/// Fetches handles of the storage pools that match the filter flags. Stores a NULL-terminated array:
/// release each handle with virStoragePoolFree() and the array with free(). Returns the number of
/// pools, or -1 on error.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllStoragePools(
    conn: virConnectPtr,
    pools: *mut *mut virStoragePoolPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllStoragePools", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(pools) };
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        if pools.is_null() {
            return list::count(conn.driver().connect_count_all_storage_pools(flags)?);
        }
        let found = conn.driver().connect_list_all_storage_pools(flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_objects::<StoragePool, _>(&conn, found, pools) }
    })
}

symver!(virConnectListDefinedStoragePools);
/// Stores the names of inactive storage pools in an array with room for maxnames entries; the caller
/// frees each name. Prefer virConnectListAllStoragePools(). Returns the number stored, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedStoragePools(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListDefinedStoragePools", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        let room = call.check_array(names, "names", maxnames, "maxnames", FROM)?;
        let found = conn.driver().connect_list_defined_storage_pools(room)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
    })
}

symver!(virConnectListStoragePools);
/// Stores the names of active storage pools in an array with room for maxnames entries; the caller
/// frees each name. Prefer virConnectListAllStoragePools(). Returns the number stored, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListStoragePools(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListStoragePools", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        let room = call.check_array(names, "names", maxnames, "maxnames", FROM)?;
        let found = conn.driver().connect_list_storage_pools(room)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
    })
}

symver!(virConnectNumOfDefinedStoragePools);
/// Counts the storage pools that are defined but inactive. Returns the count, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedStoragePools(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfDefinedStoragePools", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        list::count(conn.driver().connect_num_of_defined_storage_pools()?)
    })
}

symver!(virConnectNumOfStoragePools);
/// Counts the active storage pools. Returns the count, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfStoragePools(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfStoragePools", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        list::count(conn.driver().connect_num_of_storage_pools()?)
    })
}

symver!(virConnectStoragePoolEventDeregisterAny);
/// Removes the storage pool event callback with the id that virConnectStoragePoolEventRegisterAny()
/// returned, and runs its free callback. Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    entry("virConnectStoragePoolEventDeregisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        registrar(call, &conn).deregister_any(callbackID)
    })
}

symver!(virConnectStoragePoolEventRegisterAny);
/// Adds a callback for one kind of storage pool event (virStoragePoolEventID), for one pool or, with
/// NULL, for all of them. Returns a callback id for deregistration, or -1 on error.
///
/// Since: 2.0.0
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
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: both are nullable function pointers; the event id says what it was before.
        let function = unsafe { transmute::<virConnectStoragePoolEventGenericCallback, EventFunction>(cb) };
        // SAFETY: contract of this function.
        unsafe {
            registrar(call, &conn).register_any::<StoragePool>(
                (pool.cast(), "pool"),
                eventID,
                (function, opaque, freecb),
            )
        }
    })
}

symver!(virStoragePoolBuild);
/// Prepares the storage behind a defined pool, for example makes a directory or a file system. Returns
/// 0, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolBuild(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry("virStoragePoolBuild", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object_to_change::<StoragePool, _>(pool) }?;
        pool.driver().storage_pool_build(pool.key(), flags)?;
        Ok(0)
    })
}

symver!(virStoragePoolCreate);
/// Starts a defined storage pool; flags can build it first. Returns 0, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreate(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry("virStoragePoolCreate", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object_to_change::<StoragePool, _>(pool) }?;
        pool.driver().storage_pool_create(pool.key(), flags)?;
        Ok(0)
    })
}

symver!(virStoragePoolCreateXML);
/// Starts a transient storage pool from XML; flags can build it first. Release the handle with
/// virStoragePoolFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreateXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virStoragePoolPtr {
    entry("virStoragePoolCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", FROM) }?;
        conn.check_writable(FROM, call.function())?;
        let key = conn.driver().storage_pool_create_xml(xml, flags)?;
        Ok(publish_object::<StoragePool, _>(&conn, key))
    })
}

symver!(virStoragePoolDefineXML);
/// Stores or replaces a persistent storage pool configuration without starting it. Release the handle
/// with virStoragePoolFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virStoragePoolPtr {
    entry("virStoragePoolDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", FROM) }?;
        let key = conn.driver().storage_pool_define_xml(xml, flags)?;
        Ok(publish_object::<StoragePool, _>(&conn, key))
    })
}

symver!(virStoragePoolDelete);
/// Deletes the storage behind an inactive pool, with all data in it. Returns 0, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDelete(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry("virStoragePoolDelete", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object_to_change::<StoragePool, _>(pool) }?;
        pool.driver().storage_pool_delete(pool.key(), flags)?;
        Ok(0)
    })
}

symver!(virStoragePoolDestroy);
/// Stops a storage pool without touching its data; a transient one disappears. The handle still needs
/// virStoragePoolFree(). Returns 0, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDestroy(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolDestroy", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object_to_change::<StoragePool, _>(pool) }?;
        pool.driver().storage_pool_destroy(pool.key())?;
        Ok(0)
    })
}

symver!(virStoragePoolFree);
/// Drops one reference to a storage pool handle and frees it with the last one. The pool itself is not
/// affected. Returns 0, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolFree(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolFree", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(pool) };
        Ok(0)
    })
}

symver!(virStoragePoolGetAutostart);
/// Tells whether the pool starts together with the host's daemon: stores 1 or 0. Returns 0, or -1 on
/// error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetAutostart(pool: virStoragePoolPtr, autostart: *mut c_int) -> c_int {
    entry("virStoragePoolGetAutostart", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        let out = call.not_null(autostart, "autostart", FROM)?;
        let value = pool.driver().storage_pool_get_autostart(pool.key())?;
        // SAFETY: contract of this function.
        unsafe { out.write(c_int::from(value)) };
        Ok(0)
    })
}

symver!(virStoragePoolGetConnect);
/// Gives the connection a storage pool handle belongs to, without adding a reference. Returns the
/// connection, or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetConnect(pool: virStoragePoolPtr) -> virConnectPtr {
    entry("virStoragePoolGetConnect", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        Ok(Arc::as_ptr(pool.conn()).cast_mut().cast())
    })
}

symver!(virStoragePoolGetInfo);
/// Stores state, capacity, allocation and free space of the pool in bytes. Returns 0, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetInfo(
    pool: virStoragePoolPtr,
    info: virStoragePoolInfoPtr,
) -> c_int {
    entry("virStoragePoolGetInfo", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { clear_numbers(info) };
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        let out = call.not_null(info, "info", FROM)?;
        let found = pool.driver().storage_pool_get_info(pool.key())?;
        // SAFETY: contract of this function.
        unsafe { out.write(pool_info(&found)) };
        Ok(0)
    })
}

symver!(virStoragePoolGetName);
/// Gives the name of the storage pool. The string belongs to the handle and must not be freed. Returns
/// the name, or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetName(pool: virStoragePoolPtr) -> *const c_char {
    entry("virStoragePoolGetName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        Ok(pool.key().name.as_c_str().as_ptr())
    })
}

symver!(virStoragePoolGetUUID);
/// Copies the 16 bytes of the pool's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetUUID(pool: virStoragePoolPtr, uuid: *mut c_uchar) -> c_int {
    entry("virStoragePoolGetUUID", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        let out = call.not_null(uuid, "uuid", FROM)?;
        // SAFETY: contract of this function: room for VIR_UUID_BUFLEN bytes.
        unsafe { out.cast().write(pool.key().uuid.into_bytes()) };
        Ok(0)
    })
}

symver!(virStoragePoolGetUUIDString);
/// Writes the pool's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetUUIDString(pool: virStoragePoolPtr, buf: *mut c_char) -> c_int {
    entry("virStoragePoolGetUUIDString", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        let out = call.not_null(buf, "buf", FROM)?;
        // SAFETY: contract of this function: room for VIR_UUID_STRING_BUFLEN bytes.
        unsafe { cstr::write_uuid(&pool.key().uuid, out) };
        Ok(0)
    })
}

symver!(virStoragePoolGetXMLDesc);
/// Describes the storage pool as XML; a flag chooses the stored instead of the live configuration.
/// Returns a string the caller frees with free(), or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetXMLDesc(pool: virStoragePoolPtr, flags: c_uint) -> *mut c_char {
    entry("virStoragePoolGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        Ok(cstr::publish(&pool.driver().storage_pool_get_xml_desc(pool.key(), flags)?))
    })
}

symver!(virStoragePoolIsActive);
/// Tells whether the storage pool is active. Returns 1 if it is, 0 if not, or -1 on error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolIsActive(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolIsActive", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        pool.driver().storage_pool_is_active(pool.key()).map(c_int::from)
    })
}

symver!(virStoragePoolIsPersistent);
/// Tells whether the storage pool has a stored configuration. Returns 1 if it has, 0 if it is
/// transient, or -1 on error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolIsPersistent(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolIsPersistent", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        pool.driver().storage_pool_is_persistent(pool.key()).map(c_int::from)
    })
}

symver!(virStoragePoolListAllVolumes);
/// Fetches handles of all volumes of a pool. Stores a NULL-terminated array: release each handle with
/// virStorageVolFree() and the array with free(). Returns the number of volumes, or -1 on error.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolListAllVolumes(
    pool: virStoragePoolPtr,
    vols: *mut *mut virStorageVolPtr,
    flags: c_uint,
) -> c_int {
    entry("virStoragePoolListAllVolumes", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        if vols.is_null() {
            return list::count(pool.driver().storage_pool_count_all_volumes(pool.key(), flags)?);
        }
        let found = pool.driver().storage_pool_list_all_volumes(pool.key(), flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_objects::<StorageVol, _>(pool.conn(), found, vols) }
    })
}

symver!(virStoragePoolListVolumes);
/// Stores the names of the volumes of a pool in an array with room for maxnames entries; the caller
/// frees each name. Prefer virStoragePoolListAllVolumes(). Returns the number stored, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolListVolumes(
    pool: virStoragePoolPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virStoragePoolListVolumes", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        let room = call.check_array(names, "names", maxnames, "maxnames", FROM)?;
        let found = pool.driver().storage_pool_list_volumes(pool.key(), room)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
    })
}

symver!(virStoragePoolLookupByName);
/// Finds a storage pool by its name. Release the handle with virStoragePoolFree(). Returns a new
/// handle, or NULL on error or if there is none.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByName(
    conn: virConnectPtr,
    name: *const c_char,
) -> virStoragePoolPtr {
    entry("virStoragePoolLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", FROM) }?;
        let key = conn.driver().storage_pool_lookup_by_name(name)?;
        Ok(publish_object::<StoragePool, _>(&conn, key))
    })
}

symver!(virStoragePoolLookupByTargetPath);
/// Finds the storage pool whose target is the given path. Release the handle with virStoragePoolFree().
/// Returns a new handle, or NULL on error or if there is none.
///
/// Since: 4.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByTargetPath(
    conn: virConnectPtr,
    path: *const c_char,
) -> virStoragePoolPtr {
    entry("virStoragePoolLookupByTargetPath", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let path = unsafe { call.string(path, "path", FROM) }?;
        let key = conn.driver().storage_pool_lookup_by_target_path(path)?;
        Ok(publish_object::<StoragePool, _>(&conn, key))
    })
}

symver!(virStoragePoolLookupByUUID);
/// Finds a storage pool by its UUID, given as 16 raw bytes. Release the handle with
/// virStoragePoolFree(). Returns a new handle, or NULL on error or if there is none.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByUUID(
    conn: virConnectPtr,
    uuid: *const c_uchar,
) -> virStoragePoolPtr {
    entry("virStoragePoolLookupByUUID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let uuid = unsafe { call.uuid(uuid, FROM) }?;
        let key = conn.driver().storage_pool_lookup_by_uuid(&uuid)?;
        Ok(publish_object::<StoragePool, _>(&conn, key))
    })
}

symver!(virStoragePoolLookupByUUIDString);
/// Finds a storage pool by its UUID, given as text. Release the handle with virStoragePoolFree().
/// Returns a new handle, or NULL on error or if there is none.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virStoragePoolPtr {
    entry("virStoragePoolLookupByUUIDString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let uuid = unsafe { call.uuid_text(uuidstr, FROM) }?;
        let key = conn.driver().storage_pool_lookup_by_uuid(&uuid)?;
        Ok(publish_object::<StoragePool, _>(&conn, key))
    })
}

symver!(virStoragePoolLookupByVolume);
/// Finds the storage pool that contains a volume. Release the handle with virStoragePoolFree(). Returns
/// a new handle, or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByVolume(vol: virStorageVolPtr) -> virStoragePoolPtr {
    entry("virStoragePoolLookupByVolume", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object::<StorageVol, _>(vol) }?;
        let key = vol.driver().storage_pool_lookup_by_volume(vol.key())?;
        Ok(publish_object::<StoragePool, _>(vol.conn(), key))
    })
}

symver!(virStoragePoolNumOfVolumes);
/// Counts the volumes of an active pool. Returns the count, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolNumOfVolumes(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolNumOfVolumes", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        list::count(pool.driver().storage_pool_num_of_volumes(pool.key())?)
    })
}

symver!(virStoragePoolRef);
/// Adds a reference to a storage pool handle; each one needs its own virStoragePoolFree(). Returns 0,
/// or -1 on error.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRef(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolRef", -1, |call| {
        // SAFETY: contract of this function.
        retain(&unsafe { call.object::<StoragePool, _>(pool) }?);
        Ok(0)
    })
}

symver!(virStoragePoolRefresh);
/// Scans the pool again, so that its size and volumes match what is on the storage. Returns 0, or -1 on
/// error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRefresh(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry("virStoragePoolRefresh", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object_to_change::<StoragePool, _>(pool) }?;
        pool.driver().storage_pool_refresh(pool.key(), flags)?;
        Ok(0)
    })
}

symver!(virStoragePoolSetAutostart);
/// Makes the pool start together with the host's daemon (1) or not (0). Returns 0, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolSetAutostart(pool: virStoragePoolPtr, autostart: c_int) -> c_int {
    entry("virStoragePoolSetAutostart", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object_to_change::<StoragePool, _>(pool) }?;
        pool.driver().storage_pool_set_autostart(pool.key(), autostart != 0)?;
        Ok(0)
    })
}

symver!(virStoragePoolUndefine);
/// Deletes the stored configuration of an inactive storage pool, but not its data. Returns 0, or -1 on
/// error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolUndefine(pool: virStoragePoolPtr) -> c_int {
    entry("virStoragePoolUndefine", -1, |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object_to_change::<StoragePool, _>(pool) }?;
        pool.driver().storage_pool_undefine(pool.key())?;
        Ok(0)
    })
}
