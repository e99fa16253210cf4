//! Network filters and their bindings: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::{publish_object, release, retain};
use crate::capi::{cstr, list};
use crate::error::ErrorDomain;
use crate::object::{NwFilter, NwFilterBinding};

/// Where errors about the arguments of these functions come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_NWFILTER;

symver!(virConnectListAllNWFilterBindings);
/// Fetches handles of all network filter bindings. Stores a NULL-terminated array: release each handle
/// with virNWFilterBindingFree() and the array with free(). Returns the number of bindings, or -1 on
/// error.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilterBindings(
    conn: virConnectPtr,
    bindings: *mut *mut virNWFilterBindingPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllNWFilterBindings", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(bindings) };
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        if bindings.is_null() {
            return list::count(conn.driver().connect_count_all_nw_filter_bindings(flags)?);
        }
        let found = conn.driver().connect_list_all_nw_filter_bindings(flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_objects::<NwFilterBinding, _>(&conn, found, bindings) }
    })
}

symver!(virConnectListAllNWFilters);
/// Fetches handles of all network filters. Stores a NULL-terminated array: release each handle with
/// virNWFilterFree() and the array with free(). Returns the number of filters, or -1 on error.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilters(
    conn: virConnectPtr,
    filters: *mut *mut virNWFilterPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectListAllNWFilters", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(filters) };
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        if filters.is_null() {
            return list::count(conn.driver().connect_count_all_nw_filters(flags)?);
        }
        let found = conn.driver().connect_list_all_nw_filters(flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_objects::<NwFilter, _>(&conn, found, filters) }
    })
}

symver!(virConnectListNWFilters);
/// Stores the names of the network filters in an array with room for maxnames entries; the caller frees
/// each name. Returns the number stored, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNWFilters(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry("virConnectListNWFilters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        let room = call.check_array(names, "names", maxnames, "maxnames", FROM)?;
        let found = conn.driver().connect_list_nw_filters(room)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill_names(&found, names, maxnames) })
    })
}

symver!(virConnectNumOfNWFilters);
/// Counts the network filters. Returns the count, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNWFilters(conn: virConnectPtr) -> c_int {
    entry("virConnectNumOfNWFilters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        list::count(conn.driver().connect_num_of_nw_filters()?)
    })
}

symver!(virNWFilterBindingCreateXML);
/// Applies a network filter to a guest's host-side interface, as the XML describes. Release the handle
/// with virNWFilterBindingFree(). Returns a new handle, or NULL on error.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingCreateXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virNWFilterBindingPtr {
    entry("virNWFilterBindingCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", FROM) }?;
        conn.check_writable(FROM, call.function())?;
        let key = conn.driver().nw_filter_binding_create_xml(xml, flags)?;
        Ok(publish_object::<NwFilterBinding, _>(&conn, key))
    })
}

symver!(virNWFilterBindingDelete);
/// Removes a binding, so that its interface is no longer filtered. The handle still needs
/// virNWFilterBindingFree(). Returns 0, or -1 on error.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingDelete(binding: virNWFilterBindingPtr) -> c_int {
    entry("virNWFilterBindingDelete", -1, |call| {
        // SAFETY: contract of this function.
        let binding = unsafe { call.object_to_change::<NwFilterBinding, _>(binding) }?;
        binding.driver().nw_filter_binding_delete(binding.key())?;
        Ok(0)
    })
}

symver!(virNWFilterBindingFree);
/// Drops one reference to a filter binding handle and frees it with the last one. The binding itself is
/// not affected. Returns 0, or -1 on error.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingFree(binding: virNWFilterBindingPtr) -> c_int {
    entry("virNWFilterBindingFree", -1, |call| {
        // SAFETY: contract of this function.
        let binding = unsafe { call.object::<NwFilterBinding, _>(binding) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(binding) };
        Ok(0)
    })
}

symver!(virNWFilterBindingGetFilterName);
/// Gives the name of the filter that is bound. The string belongs to the handle and must not be freed.
/// Returns the name, or NULL on error.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetFilterName(binding: virNWFilterBindingPtr) -> *const c_char {
    entry("virNWFilterBindingGetFilterName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let binding = unsafe { call.object::<NwFilterBinding, _>(binding) }?;
        Ok(binding.key().filter.as_c_str().as_ptr())
    })
}

symver!(virNWFilterBindingGetPortDev);
/// Gives the name of the host-side interface that is filtered. The string belongs to the handle and
/// must not be freed. Returns the name, or NULL on error.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetPortDev(binding: virNWFilterBindingPtr) -> *const c_char {
    entry("virNWFilterBindingGetPortDev", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let binding = unsafe { call.object::<NwFilterBinding, _>(binding) }?;
        Ok(binding.key().port_dev.as_c_str().as_ptr())
    })
}

symver!(virNWFilterBindingGetXMLDesc);
/// Describes the filter binding as XML. Returns a string the caller frees with free(), or NULL on
/// error.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetXMLDesc(
    binding: virNWFilterBindingPtr,
    flags: c_uint,
) -> *mut c_char {
    entry("virNWFilterBindingGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let binding = unsafe { call.object::<NwFilterBinding, _>(binding) }?;
        Ok(cstr::publish(&binding.driver().nw_filter_binding_get_xml_desc(binding.key(), flags)?))
    })
}

symver!(virNWFilterBindingLookupByPortDev);
/// Finds a filter binding by the name of its host-side interface. Release the handle with
/// virNWFilterBindingFree(). Returns a new handle, or NULL on error or if there is none.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingLookupByPortDev(
    conn: virConnectPtr,
    portdev: *const c_char,
) -> virNWFilterBindingPtr {
    entry("virNWFilterBindingLookupByPortDev", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let portdev = unsafe { call.string(portdev, "portdev", FROM) }?;
        let key = conn.driver().nw_filter_binding_lookup_by_port_dev(portdev)?;
        Ok(publish_object::<NwFilterBinding, _>(&conn, key))
    })
}

symver!(virNWFilterBindingRef);
/// Adds a reference to a filter binding handle; each one needs its own virNWFilterBindingFree().
/// Returns 0, or -1 on error.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingRef(binding: virNWFilterBindingPtr) -> c_int {
    entry("virNWFilterBindingRef", -1, |call| {
        // SAFETY: contract of this function.
        retain(&unsafe { call.object::<NwFilterBinding, _>(binding) }?);
        Ok(0)
    })
}

symver!(virNWFilterDefineXML);
/// Stores or replaces a network filter; guests that use it are refiltered. Release the handle with
/// virNWFilterFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterDefineXML(conn: virConnectPtr, xmlDesc: *const c_char) -> virNWFilterPtr {
    entry("virNWFilterDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", FROM) }?;
        conn.check_writable(FROM, call.function())?;
        let key = conn.driver().nw_filter_define_xml(xml)?;
        Ok(publish_object::<NwFilter, _>(&conn, key))
    })
}

symver!(virNWFilterDefineXMLFlags);
/// Stores or replaces a network filter, with flags such as validating it against the schema. Release
/// the handle with virNWFilterFree(). Returns a new handle, or NULL on error.
///
/// Since: 7.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterDefineXMLFlags(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNWFilterPtr {
    entry("virNWFilterDefineXMLFlags", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", FROM) }?;
        conn.check_writable(FROM, call.function())?;
        let key = conn.driver().nw_filter_define_xml_flags(xml, flags)?;
        Ok(publish_object::<NwFilter, _>(&conn, key))
    })
}

symver!(virNWFilterFree);
/// Drops one reference to a network filter handle and frees it with the last one. The filter itself is
/// not affected. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterFree(nwfilter: virNWFilterPtr) -> c_int {
    entry("virNWFilterFree", -1, |call| {
        // SAFETY: contract of this function.
        let filter = unsafe { call.object::<NwFilter, _>(nwfilter) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(filter) };
        Ok(0)
    })
}

symver!(virNWFilterGetName);
/// Gives the name of the network filter. The string belongs to the handle and must not be freed.
/// Returns the name, or NULL on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetName(nwfilter: virNWFilterPtr) -> *const c_char {
    entry("virNWFilterGetName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let filter = unsafe { call.object::<NwFilter, _>(nwfilter) }?;
        Ok(filter.key().name.as_c_str().as_ptr())
    })
}

symver!(virNWFilterGetUUID);
/// Copies the 16 bytes of the filter's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetUUID(nwfilter: virNWFilterPtr, uuid: *mut c_uchar) -> c_int {
    entry("virNWFilterGetUUID", -1, |call| {
        // SAFETY: contract of this function.
        let filter = unsafe { call.object::<NwFilter, _>(nwfilter) }?;
        let out = call.not_null(uuid, "uuid", FROM)?;
        // SAFETY: contract of this function: room for VIR_UUID_BUFLEN bytes.
        unsafe { out.cast().write(filter.key().uuid.into_bytes()) };
        Ok(0)
    })
}

symver!(virNWFilterGetUUIDString);
/// Writes the filter's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
/// error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetUUIDString(nwfilter: virNWFilterPtr, buf: *mut c_char) -> c_int {
    entry("virNWFilterGetUUIDString", -1, |call| {
        // SAFETY: contract of this function.
        let filter = unsafe { call.object::<NwFilter, _>(nwfilter) }?;
        let out = call.not_null(buf, "buf", FROM)?;
        // SAFETY: contract of this function: room for VIR_UUID_STRING_BUFLEN bytes.
        unsafe { cstr::write_uuid(&filter.key().uuid, out) };
        Ok(0)
    })
}

symver!(virNWFilterGetXMLDesc);
/// Describes the network filter and its rules as XML. Returns a string the caller frees with free(), or
/// NULL on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetXMLDesc(nwfilter: virNWFilterPtr, flags: c_uint) -> *mut c_char {
    entry("virNWFilterGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let filter = unsafe { call.object::<NwFilter, _>(nwfilter) }?;
        Ok(cstr::publish(&filter.driver().nw_filter_get_xml_desc(filter.key(), flags)?))
    })
}

symver!(virNWFilterLookupByName);
/// Finds a network filter by its name. Release the handle with virNWFilterFree(). Returns a new handle,
/// or NULL on error or if there is none.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByName(conn: virConnectPtr, name: *const c_char) -> virNWFilterPtr {
    entry("virNWFilterLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", FROM) }?;
        let key = conn.driver().nw_filter_lookup_by_name(name)?;
        Ok(publish_object::<NwFilter, _>(&conn, key))
    })
}

symver!(virNWFilterLookupByUUID);
/// Finds a network filter by its UUID, given as 16 raw bytes. Release the handle with
/// virNWFilterFree(). Returns a new handle, or NULL on error or if there is none.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByUUID(
    conn: virConnectPtr,
    uuid: *const c_uchar,
) -> virNWFilterPtr {
    entry("virNWFilterLookupByUUID", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let uuid = unsafe { call.uuid(uuid, FROM) }?;
        let key = conn.driver().nw_filter_lookup_by_uuid(&uuid)?;
        Ok(publish_object::<NwFilter, _>(&conn, key))
    })
}

symver!(virNWFilterLookupByUUIDString);
/// Finds a network filter by its UUID, given as text. Release the handle with virNWFilterFree().
/// Returns a new handle, or NULL on error or if there is none.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virNWFilterPtr {
    entry("virNWFilterLookupByUUIDString", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: contract of this function.
        let uuid = unsafe { call.uuid_text(uuidstr, FROM) }?;
        let key = conn.driver().nw_filter_lookup_by_uuid(&uuid)?;
        Ok(publish_object::<NwFilter, _>(&conn, key))
    })
}

symver!(virNWFilterRef);
/// Adds a reference to a network filter handle; each one needs its own virNWFilterFree(). Returns 0, or
/// -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterRef(nwfilter: virNWFilterPtr) -> c_int {
    entry("virNWFilterRef", -1, |call| {
        // SAFETY: contract of this function.
        retain(&unsafe { call.object::<NwFilter, _>(nwfilter) }?);
        Ok(0)
    })
}

symver!(virNWFilterUndefine);
/// Deletes a network filter, which no guest or other filter may use. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterUndefine(nwfilter: virNWFilterPtr) -> c_int {
    entry("virNWFilterUndefine", -1, |call| {
        // SAFETY: contract of this function.
        let filter = unsafe { call.object_to_change::<NwFilter, _>(nwfilter) }?;
        filter.driver().nw_filter_undefine(filter.key())?;
        Ok(0)
    })
}
