//! Domain handles: look-up, lists, identity, reference counts: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint};
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::cstr;
use crate::capi::domain::{DOMAIN, publish_domain};
use crate::capi::handle::{release, retain};
use crate::capi::list;
use crate::domain::Domain;
use crate::error::Error;
use crate::ident::{DomainId, Uuid};
use crate::util::uuid;

symver!(virConnectListAllDomains);
/// Fetches handles of all domains that match the filter flags. Stores a NULL-terminated array: release
/// each handle with virDomainFree() and the array with free(). Returns the number of domains, also with
/// a NULL array pointer, or -1 on error.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllDomains(
    conn: virConnectPtr,
    domains: *mut *mut virDomainPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllDomains", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(domains) };
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        if domains.is_null() {
            return list::count(conn.driver().connect_count_all_domains(flags)?);
        }
        let keys = conn.driver().connect_list_all_domains(flags)?;
        let handles = keys.into_iter().map(|key| Arc::new(Domain::new(Arc::clone(&conn), key))).collect();
        // SAFETY: contract of this function.
        unsafe { list::publish(handles, domains) }
    })
}

symver!(virConnectListDefinedDomains);
/// Stores the names of inactive persistent domains in an array with room for maxnames entries; the
/// caller frees each name. Prefer virConnectListAllDomains(), which has no race between counting and
/// listing. Returns the number stored, or -1 on error.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedDomains(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListDefinedDomains", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        call.check_array(names, "names", maxnames, "maxnames", DOMAIN)?;
        let found = conn.driver().connect_list_defined_domains(maxnames.unsigned_abs() as usize)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
    })
}

symver!(virConnectListDomains);
/// Stores the ids of active domains in an array with room for maxids entries. Prefer
/// virConnectListAllDomains(), which has no race between counting and listing. Returns the number of
/// ids stored, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDomains(conn: virConnectPtr, ids: *mut c_int, maxids: c_int) -> c_int {
    entry("virConnectListDomains", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        call.check_array(ids, "ids", maxids, "maxids", DOMAIN)?;
        let found = conn.driver().connect_list_domains(maxids.unsigned_abs() as usize)?;
        let found = found.into_iter().filter_map(|id| c_int::try_from(id.0).ok());
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill(found, ids, maxids) })
    })
}

symver!(virConnectNumOfDefinedDomains);
/// Counts the domains that are defined but not active. Returns the count, or -1 on error.
///
/// Since: 0.1.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedDomains(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfDefinedDomains", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        list::count(conn.driver().connect_num_of_defined_domains()?)
    })
}

symver!(virConnectNumOfDomains);
/// Counts the active domains. Returns the count, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDomains(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfDomains", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        list::count(conn.driver().connect_num_of_domains()?)
    })
}

symver!(virDomainFree);
/// Drops one reference to a domain handle and frees it with the last one. The domain itself is not
/// affected. Returns 0, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFree(domain: virDomainPtr) -> c_int {
    entry("virDomainFree", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(dom) };
        Ok(0)
    })
}

symver!(virDomainGetConnect);
/// Gives the connection a domain handle belongs to, without adding a reference; do not close it on
/// account of this call. Returns the connection, or NULL on error.
///
/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetConnect(dom: virDomainPtr) -> virConnectPtr {
    entry("virDomainGetConnect", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        // The program borrows the domain's own reference.
        Ok(Arc::as_ptr(dom.conn()).cast_mut().cast())
    })
}

symver!(virDomainGetID);
/// Gives the hypervisor's number of an active domain, taken from the handle. Returns the id, or
/// (unsigned int)-1 if the domain is inactive or on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetID(domain: virDomainPtr) -> c_uint {
    entry("virDomainGetID", c_uint::MAX, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Ok(dom.id().map_or(c_uint::MAX, |id| id.0))
    })
}

symver!(virDomainGetName);
/// Gives the name of the domain. The string belongs to the handle and must not be freed. Returns the
/// name, or NULL on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetName(domain: virDomainPtr) -> *const c_char {
    entry("virDomainGetName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Ok(dom.name().as_c_str().as_ptr())
    })
}

symver!(virDomainGetUUID);
/// Copies the 16 bytes of the domain's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 0.0.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetUUID(domain: virDomainPtr, uuid: *mut c_uchar) -> c_int {
    entry("virDomainGetUUID", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let uuid = call.not_null(uuid, "uuid", DOMAIN)?;
        // SAFETY: contract of this function: room for 16 bytes.
        unsafe { uuid.cast().write(*dom.uuid().as_bytes()) };
        Ok(0)
    })
}

symver!(virDomainGetUUIDString);
/// Writes the domain's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetUUIDString(domain: virDomainPtr, buf: *mut c_char) -> c_int {
    entry("virDomainGetUUIDString", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let buf = call.not_null(buf, "buf", DOMAIN)?;
        // SAFETY: contract of this function: room for VIR_UUID_STRING_BUFLEN bytes.
        unsafe { cstr::write_uuid(dom.uuid(), buf) };
        Ok(0)
    })
}

symver!(virDomainLookupByID);
/// Finds an active domain by its id. Release the handle with virDomainFree(). Returns a new handle, or
/// NULL on error or if there is none.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByID(conn: virConnectPtr, id: c_int) -> virDomainPtr {
    entry("virDomainLookupByID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let id = u32::try_from(id)
            .map_err(|_| Error::arg_must(DOMAIN, "id", call.function(), "be zero or greater"))?;
        let key = conn.driver().domain_lookup_by_id(DomainId(id))?;
        Ok(publish_domain(&conn, key))
    })
}

symver!(virDomainLookupByName);
/// Finds a domain by its name. Release the handle with virDomainFree(). Returns a new handle, or NULL
/// on error or if there is none.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByName(conn: virConnectPtr, name: *const c_char) -> virDomainPtr {
    entry("virDomainLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", DOMAIN) }?;
        let key = conn.driver().domain_lookup_by_name(name)?;
        Ok(publish_domain(&conn, key))
    })
}

symver!(virDomainLookupByUUID);
/// Finds a domain by its UUID, given as 16 raw bytes. Release the handle with virDomainFree(). Returns
/// a new handle, or NULL on error or if there is none.
///
/// Since: 0.0.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virDomainPtr {
    entry("virDomainLookupByUUID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let uuid = call.not_null(uuid.cast_mut(), "uuid", DOMAIN)?;
        // SAFETY: contract of this function: 16 bytes.
        let uuid = Uuid::from_bytes(unsafe { uuid.cast().read() });
        let key = conn.driver().domain_lookup_by_uuid(&uuid)?;
        Ok(publish_domain(&conn, key))
    })
}

symver!(virDomainLookupByUUIDString);
/// Finds a domain by its UUID, given as text. Release the handle with virDomainFree(). Returns a new
/// handle, or NULL on error or if there is none.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virDomainPtr {
    entry("virDomainLookupByUUIDString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let text = unsafe { call.string(uuidstr, "uuidstr", DOMAIN) }?;
        let uuid = uuid::parse(text).ok_or_else(|| {
            Error::bad_argument(DOMAIN, call.function(), "uuidstr", "Invalid UUID".to_owned())
        })?;
        let key = conn.driver().domain_lookup_by_uuid(&uuid)?;
        Ok(publish_domain(&conn, key))
    })
}

symver!(virDomainRef);
/// Adds a reference to a domain handle; each one needs its own virDomainFree(). Returns 0, or -1 on
/// error.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRef(domain: virDomainPtr) -> c_int {
    entry("virDomainRef", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        retain(&dom);
        Ok(0)
    })
}
