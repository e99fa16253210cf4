//! Storage volumes: exported functions of the C API. Their pools are in `storage.rs`.

use std::ffi::{c_char, c_int, c_uint, c_ulonglong};
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Call, clear_numbers, entry, record};
use crate::capi::cstr;
use crate::capi::handle::{Borrowed, Kind, publish_object, release, retain};
use crate::driver::{StorageVolInfo, VolumeRange};
use crate::error::{Error, ErrorDomain, Result};
use crate::object::{StoragePool, StorageVol};
use crate::stream::Stream;

/// Where errors about the arguments of these functions come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_STORAGE;

const RESIZE_DELTA: c_uint = virStorageVolResizeFlags::VIR_STORAGE_VOL_RESIZE_DELTA as c_uint;

const RESIZE_SHRINK: c_uint = virStorageVolResizeFlags::VIR_STORAGE_VOL_RESIZE_SHRINK as c_uint;

/// The public structure.
fn vol_info(found: &StorageVolInfo) -> virStorageVolInfo {
    record!(virStorageVolInfo { r#type: found.kind, capacity: found.capacity, allocation: found.allocation })
}

/// Borrows a volume whose content goes through a stream: both of one connection that is not read-only.
///
/// # Safety
/// Both are NULL or live handles.
unsafe fn vol_and_stream(
    call: &mut Call,
    vol: virStorageVolPtr,
    stream: virStreamPtr,
) -> Result<(Borrowed<StorageVol>, Borrowed<Stream>)> {
    // SAFETY: contract of this function.
    let vol = unsafe { call.object::<StorageVol, _>(vol) }?;
    // SAFETY: contract of this function.
    let stream = unsafe { call.second::<Stream, _>(stream, Kind::Stream) }?;
    vol.conn().check_writable(FROM, call.function())?;
    if !Arc::ptr_eq(vol.conn(), stream.conn()) {
        let what = format!("match connection of volume '{}'", vol.key().name);
        return Err(Error::arg_must(FROM, "stream", call.function(), &what));
    }
    Ok((vol, stream))
}

symver!(virStorageVolCreateXML);
/// Creates a volume in a pool from XML; the flags tune for example preallocation. Release the handle
/// with virStorageVolFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXML(
    pool: virStoragePoolPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virStorageVolPtr {
    entry("virStorageVolCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", FROM) }?;
        pool.conn().check_writable(FROM, call.function())?;
        let key = pool.driver().storage_vol_create_xml(pool.key(), xml, flags)?;
        Ok(publish_object::<StorageVol, _>(pool.conn(), key))
    })
}

symver!(virStorageVolCreateXMLFrom);
/// Creates a volume in a pool from XML with the contents of an existing volume, which may be in another
/// pool. Release the handle with virStorageVolFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXMLFrom(
    pool: virStoragePoolPtr,
    xmlDesc: *const c_char,
    clonevol: virStorageVolPtr,
    flags: c_uint,
) -> virStorageVolPtr {
    entry("virStorageVolCreateXMLFrom", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        // SAFETY: contract of this function.
        let from = unsafe { call.second::<StorageVol, _>(clonevol, Kind::StorageVol) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", FROM) }?;
        pool.conn().check_writable(FROM, call.function())?;
        from.conn().check_writable(FROM, call.function())?;
        let key = pool.driver().storage_vol_create_xml_from(pool.key(), xml, from.key(), flags)?;
        Ok(publish_object::<StorageVol, _>(pool.conn(), key))
    })
}

symver!(virStorageVolDelete);
/// Deletes a volume and its data from the pool. The handle still needs virStorageVolFree(). Returns 0,
/// or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDelete(vol: virStorageVolPtr, flags: c_uint) -> c_int {
    entry("virStorageVolDelete", -1, |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object_to_change::<StorageVol, _>(vol) }?;
        vol.driver().storage_vol_delete(vol.key(), flags)?;
        Ok(0)
    })
}

symver!(virStorageVolDownload);
/// Connects a stream from which the caller reads the volume's data, starting at a byte offset; a length
/// of 0 means to the end. Returns 0, or -1 on error.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDownload(
    vol: virStorageVolPtr,
    stream: virStreamPtr,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virStorageVolDownload", -1, |call| {
        // SAFETY: contract of this function.
        let (vol, stream) = unsafe { vol_and_stream(call, vol, stream) }?;
        let part = VolumeRange { offset, length };
        vol.driver().storage_vol_download(vol.key(), &stream, part, flags)?;
        Ok(0)
    })
}

symver!(virStorageVolFree);
/// Drops one reference to a volume handle and frees it with the last one. The volume itself is not
/// affected. Returns 0, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolFree(vol: virStorageVolPtr) -> c_int {
    entry("virStorageVolFree", -1, |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object::<StorageVol, _>(vol) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(vol) };
        Ok(0)
    })
}

symver!(virStorageVolGetConnect);
/// Gives the connection a volume handle belongs to, without adding a reference. Returns the connection,
/// or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetConnect(vol: virStorageVolPtr) -> virConnectPtr {
    entry("virStorageVolGetConnect", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object::<StorageVol, _>(vol) }?;
        Ok(Arc::as_ptr(vol.conn()).cast_mut().cast())
    })
}

symver!(virStorageVolGetInfo);
/// Stores type, capacity and allocation of the volume in bytes. Returns 0, or -1 on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfo(vol: virStorageVolPtr, info: virStorageVolInfoPtr) -> c_int {
    entry("virStorageVolGetInfo", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { clear_numbers(info) };
        // SAFETY: contract of this function.
        let vol = unsafe { call.object::<StorageVol, _>(vol) }?;
        let out = call.not_null(info, "info", FROM)?;
        let found = vol.driver().storage_vol_get_info(vol.key())?;
        // SAFETY: contract of this function.
        unsafe { out.write(vol_info(&found)) };
        Ok(0)
    })
}

symver!(virStorageVolGetInfoFlags);
/// Stores type, capacity and allocation of the volume in bytes, where a flag replaces the allocation by
/// the physical size. Returns 0, or -1 on error.
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfoFlags(
    vol: virStorageVolPtr,
    info: virStorageVolInfoPtr,
    flags: c_uint,
) -> c_int {
    entry("virStorageVolGetInfoFlags", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { clear_numbers(info) };
        // SAFETY: contract of this function.
        let vol = unsafe { call.object::<StorageVol, _>(vol) }?;
        let out = call.not_null(info, "info", FROM)?;
        let found = vol.driver().storage_vol_get_info_flags(vol.key(), flags)?;
        // SAFETY: contract of this function.
        unsafe { out.write(vol_info(&found)) };
        Ok(0)
    })
}

symver!(virStorageVolGetKey);
/// Gives the key of the volume, which is unique on the host. The string belongs to the handle and must
/// not be freed. Returns the key, or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetKey(vol: virStorageVolPtr) -> *const c_char {
    entry("virStorageVolGetKey", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object::<StorageVol, _>(vol) }?;
        Ok(vol.key().key.as_c_str().as_ptr())
    })
}

symver!(virStorageVolGetName);
/// Gives the name of the volume, which is unique in its pool. The string belongs to the handle and must
/// not be freed. Returns the name, or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetName(vol: virStorageVolPtr) -> *const c_char {
    entry("virStorageVolGetName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object::<StorageVol, _>(vol) }?;
        Ok(vol.key().name.as_c_str().as_ptr())
    })
}

symver!(virStorageVolGetPath);
/// Gives the path under which the volume is found on the host. Returns a string the caller frees with
/// free(), or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetPath(vol: virStorageVolPtr) -> *mut c_char {
    entry("virStorageVolGetPath", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object::<StorageVol, _>(vol) }?;
        Ok(cstr::publish(&vol.driver().storage_vol_get_path(vol.key())?))
    })
}

symver!(virStorageVolGetXMLDesc);
/// Describes the volume as XML. Returns a string the caller frees with free(), or NULL on error.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetXMLDesc(vol: virStorageVolPtr, flags: c_uint) -> *mut c_char {
    entry("virStorageVolGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object::<StorageVol, _>(vol) }?;
        Ok(cstr::publish(&vol.driver().storage_vol_get_xml_desc(vol.key(), flags)?))
    })
}

symver!(virStorageVolLookupByKey);
/// Finds a volume of any pool by its key. Release the handle with virStorageVolFree(). Returns a new
/// handle, or NULL on error or if there is none.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByKey(
    conn: virConnectPtr,
    key: *const c_char,
) -> virStorageVolPtr {
    entry("virStorageVolLookupByKey", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let key = unsafe { call.string(key, "key", FROM) }?;
        let key = conn.driver().storage_vol_lookup_by_key(key)?;
        Ok(publish_object::<StorageVol, _>(&conn, key))
    })
}

symver!(virStorageVolLookupByName);
/// Finds a volume of one pool by its name. Release the handle with virStorageVolFree(). Returns a new
/// handle, or NULL on error or if there is none.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByName(
    pool: virStoragePoolPtr,
    name: *const c_char,
) -> virStorageVolPtr {
    entry("virStorageVolLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let pool = unsafe { call.object::<StoragePool, _>(pool) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", FROM) }?;
        let key = pool.driver().storage_vol_lookup_by_name(pool.key(), name)?;
        Ok(publish_object::<StorageVol, _>(pool.conn(), key))
    })
}

symver!(virStorageVolLookupByPath);
/// Finds a volume of any active pool by its path on the host. Release the handle with
/// virStorageVolFree(). Returns a new handle, or NULL on error or if there is none.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByPath(
    conn: virConnectPtr,
    path: *const c_char,
) -> virStorageVolPtr {
    entry("virStorageVolLookupByPath", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let path = unsafe { call.string(path, "path", FROM) }?;
        let key = conn.driver().storage_vol_lookup_by_path(path)?;
        Ok(publish_object::<StorageVol, _>(&conn, key))
    })
}

symver!(virStorageVolRef);
/// Adds a reference to a volume handle; each one needs its own virStorageVolFree(). Returns 0, or -1 on
/// error.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolRef(vol: virStorageVolPtr) -> c_int {
    entry("virStorageVolRef", -1, |call| {
        // SAFETY: contract of this function.
        retain(&unsafe { call.object::<StorageVol, _>(vol) }?);
        Ok(0)
    })
}

symver!(virStorageVolResize);
/// Changes the capacity of a volume to a size in bytes, or by it with the delta flag. Returns 0, or -1
/// on error.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolResize(
    vol: virStorageVolPtr,
    capacity: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virStorageVolResize", -1, |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object_to_change::<StorageVol, _>(vol) }?;
        if capacity == 0 && flags & (RESIZE_DELTA | RESIZE_SHRINK) == 0 {
            let text = format!(
                "capacity in {} cannot be zero without 'delta' or 'shrink' flags set",
                call.function()
            );
            return Err(Error::bad_argument(FROM, call.function(), "capacity", text));
        }
        vol.driver().storage_vol_resize(vol.key(), capacity, flags)?;
        Ok(0)
    })
}

symver!(virStorageVolUpload);
/// Connects a stream to which the caller writes new data for the volume, starting at a byte offset; a
/// length of 0 means no limit. Returns 0, or -1 on error.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolUpload(
    vol: virStorageVolPtr,
    stream: virStreamPtr,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virStorageVolUpload", -1, |call| {
        // SAFETY: contract of this function.
        let (vol, stream) = unsafe { vol_and_stream(call, vol, stream) }?;
        let part = VolumeRange { offset, length };
        vol.driver().storage_vol_upload(vol.key(), &stream, part, flags)?;
        Ok(0)
    })
}

symver!(virStorageVolWipe);
/// Overwrites the data of a volume with zeros, so that it cannot be read any more. Returns 0, or -1 on
/// error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipe(vol: virStorageVolPtr, flags: c_uint) -> c_int {
    entry("virStorageVolWipe", -1, |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object_to_change::<StorageVol, _>(vol) }?;
        vol.driver().storage_vol_wipe(vol.key(), flags)?;
        Ok(0)
    })
}

symver!(virStorageVolWipePattern);
/// Overwrites the data of a volume with the passes of an algorithm (virStorageVolWipeAlgorithm).
/// Returns 0, or -1 on error.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipePattern(
    vol: virStorageVolPtr,
    algorithm: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virStorageVolWipePattern", -1, |call| {
        // SAFETY: contract of this function.
        let vol = unsafe { call.object_to_change::<StorageVol, _>(vol) }?;
        vol.driver().storage_vol_wipe_pattern(vol.key(), algorithm, flags)?;
        Ok(0)
    })
}
