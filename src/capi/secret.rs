//! Secrets: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::mem::transmute;
use std::sync::Arc;
use std::{ptr, slice};

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::handle::{publish_object, release, retain};
use crate::capi::listener::Registrar;
use crate::capi::{cstr, list};
use crate::connect::Connect;
use crate::error::ErrorDomain;
use crate::event::Class;
use crate::event::callback::EventFunction;
use crate::object::Secret;

/// Where errors about the arguments of these functions come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_SECRET;

fn registrar<'a>(call: &'a Call, conn: &'a Arc<Connect>) -> Registrar<'a> {
    Registrar { call, conn, class: Class::Secret, from: FROM }
}

symver!(virConnectListAllSecrets);
/// Fetches handles of the secrets that match the filter flags. Stores a NULL-terminated array: release
/// each handle with virSecretFree() and the array with free(). Returns the number of secrets, or -1 on
/// error.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllSecrets(
    conn: virConnectPtr,
    secrets: *mut *mut virSecretPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllSecrets", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(secrets) };
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        if secrets.is_null() {
            return list::count(conn.driver().connect_count_all_secrets(flags)?);
        }
        let found = conn.driver().connect_list_all_secrets(flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_objects::<Secret, _>(&conn, found, secrets) }
    })
}

symver!(virConnectListSecrets);
/// Stores the UUIDs of the secrets as text in an array with room for maxuuids entries; the caller frees
/// each string. Prefer virConnectListAllSecrets(). Returns the number stored, or -1 on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListSecrets(
    conn: virConnectPtr,
    uuids: *mut *mut c_char,
    maxuuids: c_int,
) -> c_int {
    entry("virConnectListSecrets", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        let room = call.check_array(uuids, "uuids", maxuuids, "maxuuids", FROM)?;
        let found = conn.driver().connect_list_secrets(room)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, uuids, maxuuids) })
    })
}

symver!(virConnectNumOfSecrets);
/// Counts the secrets. Returns the count, or -1 on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfSecrets(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfSecrets", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        list::count(conn.driver().connect_num_of_secrets()?)
    })
}

symver!(virConnectSecretEventDeregisterAny);
/// Removes the secret event callback with the id that virConnectSecretEventRegisterAny() returned, and
/// runs its free callback. Returns 0, or -1 on error.
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventDeregisterAny(conn: virConnectPtr, callbackID: c_int) -> c_int {
    entry("virConnectSecretEventDeregisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        registrar(call, &conn).deregister_any(callbackID)
    })
}

symver!(virConnectSecretEventRegisterAny);
/// Adds a callback for one kind of secret event (virSecretEventID), for one secret or, with NULL, for
/// all of them. Returns a callback id for deregistration, or -1 on error.
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventRegisterAny(
    conn: virConnectPtr,
    secret: virSecretPtr,
    eventID: c_int,
    cb: virConnectSecretEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectSecretEventRegisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: both are nullable function pointers; the event id says what it was before.
        let function = unsafe { transmute::<virConnectSecretEventGenericCallback, EventFunction>(cb) };
        // SAFETY: contract of this function.
        unsafe {
            registrar(call, &conn).register_any::<Secret>(
                (secret.cast(), "secret"),
                eventID,
                (function, opaque, freecb),
            )
        }
    })
}

symver!(virSecretDefineXML);
/// Stores or replaces the description of a secret; set its value with virSecretSetValue(). Release the
/// handle with virSecretFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virSecretPtr {
    entry("virSecretDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", FROM) }?;
        let key = conn.driver().secret_define_xml(xml, flags)?;
        Ok(publish_object::<Secret, _>(&conn, key))
    })
}

symver!(virSecretFree);
/// Drops one reference to a secret handle and frees it with the last one. The secret itself is not
/// affected. Returns 0, or -1 on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretFree(secret: virSecretPtr) -> c_int {
    entry("virSecretFree", -1, |call| {
        // SAFETY: contract of this function.
        let secret = unsafe { call.object::<Secret, _>(secret) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(secret) };
        Ok(0)
    })
}

symver!(virSecretGetConnect);
/// Gives the connection a secret handle belongs to, without adding a reference. Returns the connection,
/// or NULL on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetConnect(secret: virSecretPtr) -> virConnectPtr {
    entry("virSecretGetConnect", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let secret = unsafe { call.object::<Secret, _>(secret) }?;
        Ok(Arc::as_ptr(secret.conn()).cast_mut().cast())
    })
}

symver!(virSecretGetUUID);
/// Copies the 16 bytes of the secret's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUID(secret: virSecretPtr, uuid: *mut c_uchar) -> c_int {
    entry("virSecretGetUUID", -1, |call| {
        // SAFETY: contract of this function.
        let secret = unsafe { call.object::<Secret, _>(secret) }?;
        let out = call.not_null(uuid, "uuid", FROM)?;
        // SAFETY: contract of this function: room for VIR_UUID_BUFLEN bytes.
        unsafe { out.cast().write(secret.key().uuid.into_bytes()) };
        Ok(0)
    })
}

symver!(virSecretGetUUIDString);
/// Writes the secret's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUIDString(secret: virSecretPtr, buf: *mut c_char) -> c_int {
    entry("virSecretGetUUIDString", -1, |call| {
        // SAFETY: contract of this function.
        let secret = unsafe { call.object::<Secret, _>(secret) }?;
        let out = call.not_null(buf, "buf", FROM)?;
        // SAFETY: contract of this function: room for VIR_UUID_STRING_BUFLEN bytes.
        unsafe { cstr::write_uuid(&secret.key().uuid, out) };
        Ok(0)
    })
}

symver!(virSecretGetUsageID);
/// Gives the name of what the secret is used with, such as a volume path or a Ceph client. The string
/// belongs to the handle and must not be freed. Returns the name, or NULL on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageID(secret: virSecretPtr) -> *const c_char {
    entry("virSecretGetUsageID", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let secret = unsafe { call.object::<Secret, _>(secret) }?;
        Ok(secret.key().usage_id.as_c_str().as_ptr())
    })
}

symver!(virSecretGetUsageType);
/// Tells what kind of object the secret is used with. Returns a virSecretUsageType, or -1 on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageType(secret: virSecretPtr) -> c_int {
    entry("virSecretGetUsageType", -1, |call| {
        // SAFETY: contract of this function.
        Ok(unsafe { call.object::<Secret, _>(secret) }?.key().usage_type)
    })
}

symver!(virSecretGetValue);
/// Reads the value of a secret and stores its length in bytes. Private secrets cannot be read. Returns
/// a buffer the caller wipes and frees with free(), or NULL on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetValue(
    secret: virSecretPtr,
    value_size: *mut usize,
    flags: c_uint,
) -> *mut c_uchar {
    entry("virSecretGetValue", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let secret = unsafe { call.object_to_change::<Secret, _>(secret) }?;
        let size = call.not_null(value_size, "value_size", FROM)?;
        let value = secret.driver().secret_get_value(secret.key(), flags)?;
        let copy = list::publish_values(value.iter().copied())?;
        // SAFETY: contract of this function.
        unsafe { size.write(value.len()) };
        Ok(copy)
    })
}

symver!(virSecretGetXMLDesc);
/// Describes the secret, without its value, as XML. Returns a string the caller frees with free(), or
/// NULL on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetXMLDesc(secret: virSecretPtr, flags: c_uint) -> *mut c_char {
    entry("virSecretGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let secret = unsafe { call.object::<Secret, _>(secret) }?;
        Ok(cstr::publish(&secret.driver().secret_get_xml_desc(secret.key(), flags)?))
    })
}

symver!(virSecretLookupByUUID);
/// Finds a secret by its UUID, given as 16 raw bytes. Release the handle with virSecretFree(). Returns
/// a new handle, or NULL on error or if there is none.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virSecretPtr {
    entry("virSecretLookupByUUID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let uuid = unsafe { call.uuid(uuid, FROM) }?;
        let key = conn.driver().secret_lookup_by_uuid(&uuid)?;
        Ok(publish_object::<Secret, _>(&conn, key))
    })
}

symver!(virSecretLookupByUUIDString);
/// Finds a secret by its UUID, given as text. Release the handle with virSecretFree(). Returns a new
/// handle, or NULL on error or if there is none.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virSecretPtr {
    entry("virSecretLookupByUUIDString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let uuid = unsafe { call.uuid_text(uuidstr, FROM) }?;
        let key = conn.driver().secret_lookup_by_uuid(&uuid)?;
        Ok(publish_object::<Secret, _>(&conn, key))
    })
}

symver!(virSecretLookupByUsage);
/// Finds a secret by usage type and usage name. Release the handle with virSecretFree(). Returns a new
/// handle, or NULL on error or if there is none.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUsage(
    conn: virConnectPtr,
    usageType: c_int,
    usageID: *const c_char,
) -> virSecretPtr {
    entry("virSecretLookupByUsage", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let id = unsafe { call.string(usageID, "usageID", FROM) }?;
        let key = conn.driver().secret_lookup_by_usage(usageType, id)?;
        Ok(publish_object::<Secret, _>(&conn, key))
    })
}

symver!(virSecretRef);
/// Adds a reference to a secret handle; each one needs its own virSecretFree(). Returns 0, or -1 on
/// error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretRef(secret: virSecretPtr) -> c_int {
    entry("virSecretRef", -1, |call| {
        // SAFETY: contract of this function.
        retain(&unsafe { call.object::<Secret, _>(secret) }?);
        Ok(0)
    })
}

symver!(virSecretSetValue);
/// Sets the value of a secret from a buffer of value_size bytes. Returns 0, or -1 on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretSetValue(
    secret: virSecretPtr,
    value: *const c_uchar,
    value_size: usize,
    flags: c_uint,
) -> c_int {
    entry("virSecretSetValue", -1, |call| {
        // SAFETY: contract of this function.
        let secret = unsafe { call.object_to_change::<Secret, _>(secret) }?;
        let value = call.not_null(value.cast_mut(), "value", FROM)?;
        // SAFETY: contract of this function.
        let value = unsafe { slice::from_raw_parts(value.as_ptr(), value_size) };
        secret.driver().secret_set_value(secret.key(), value, flags)?;
        Ok(0)
    })
}

symver!(virSecretUndefine);
/// Deletes a secret and its value. Returns 0, or -1 on error.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretUndefine(secret: virSecretPtr) -> c_int {
    entry("virSecretUndefine", -1, |call| {
        // SAFETY: contract of this function.
        let secret = unsafe { call.object_to_change::<Secret, _>(secret) }?;
        secret.driver().secret_undefine(secret.key())?;
        Ok(0)
    })
}
