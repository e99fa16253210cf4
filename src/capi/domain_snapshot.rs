//! Snapshots of domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Flag, entry, flag};
use crate::capi::handle::{publish, release, retain};
use crate::capi::{cstr, list};
use crate::domain::Domain;
use crate::error::{ErrorDomain, Result};
use crate::ident::Name;
use crate::snapshot::Snapshot;

/// Where errors about the arguments of these functions come from.
const SNAPSHOT: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT;

const SECURE: u32 = virDomainSnapshotXMLFlags::VIR_DOMAIN_SNAPSHOT_XML_SECURE as u32;

const CREATE_REDEFINE: Flag = flag!(virDomainSnapshotCreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
const CREATE_CURRENT: Flag = flag!(virDomainSnapshotCreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT);
/// What makes no sense for the record of an old snapshot.
const CREATE_NOT_REDEFINE: [Flag; 2] = [
    flag!(virDomainSnapshotCreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA),
    flag!(virDomainSnapshotCreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_HALT),
];
const DELETE_CHILDREN: Flag = flag!(virDomainSnapshotDeleteFlags::VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
const DELETE_CHILDREN_ONLY: Flag =
    flag!(virDomainSnapshotDeleteFlags::VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY);
const REVERT_RUNNING: Flag = flag!(virDomainSnapshotRevertFlags::VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING);
const REVERT_PAUSED: Flag = flag!(virDomainSnapshotRevertFlags::VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED);

/// New handles of the domain's snapshots.
fn handles(dom: &Arc<Domain>, names: Vec<Name>) -> Vec<Arc<Snapshot>> {
    names.into_iter().map(|name| Arc::new(Snapshot::new(Arc::clone(dom), name))).collect()
}

/// A new handle for the program.
fn publish_snapshot(dom: &Arc<Domain>, name: Name) -> virDomainSnapshotPtr {
    publish(Arc::new(Snapshot::new(Arc::clone(dom), name)))
}

/// Stores at most `max` names in the caller's array. As in the original the result counts those without room too.
///
/// # Safety
/// `out` has room for `max` pointers.
unsafe fn fill_names(found: &[Name], out: *mut *mut c_char, max: c_int) -> Result<c_int> {
    let names: Vec<_> = found.iter().map(Name::as_str).collect();
    // SAFETY: contract of this function.
    unsafe { list::fill_names(&names, out, max) };
    list::count(names.len())
}

symver!(virDomainHasCurrentSnapshot);
/// Tells whether the domain has a current snapshot. Returns 1 if it has, 0 if not, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasCurrentSnapshot(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainHasCurrentSnapshot", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        dom.driver().domain_has_current_snapshot(&dom, flags).map(c_int::from)
    })
}

symver!(virDomainListAllSnapshots);
/// Fetches handles of the domain's snapshots that match the filter flags. Stores a NULL-terminated
/// array: release each handle with virDomainSnapshotFree() and the array with free(). Returns the
/// number of snapshots, or -1 on error.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllSnapshots(
    domain: virDomainPtr,
    snaps: *mut *mut virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainListAllSnapshots", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(snaps) };
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        if snaps.is_null() {
            return list::count(dom.driver().domain_count_all_snapshots(&dom, flags)?);
        }
        let names = dom.driver().domain_list_all_snapshots(&dom, flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish(handles(&dom, names), snaps) }
    })
}

symver!(virDomainRevertToSnapshot);
/// Puts the domain back to the state of the snapshot; flags force it to run or pause afterwards, or
/// allow risky reverts. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRevertToSnapshot(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry("virDomainRevertToSnapshot", -1, |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        snapshot.domain().conn().check_writable(SNAPSHOT, call.function())?;
        call.exclusive(flags, REVERT_RUNNING, REVERT_PAUSED, SNAPSHOT)?;
        snapshot.driver().domain_revert_to_snapshot(&snapshot, flags)?;
        Ok(0)
    })
}

symver!(virDomainSnapshotCreateXML);
/// Creates a snapshot of the domain as the XML and virDomainSnapshotCreateFlags describe, or restores
/// the record of an old one. Release the handle with virDomainSnapshotFree(). Returns a new handle, or
/// NULL on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotCreateXML(
    domain: virDomainPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    entry("virDomainSnapshotCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", SNAPSHOT) }?;
        dom.conn().check_writable(SNAPSHOT, call.function())?;
        call.requires(flags, CREATE_CURRENT, CREATE_REDEFINE, SNAPSHOT)?;
        for other in CREATE_NOT_REDEFINE {
            call.exclusive(flags, CREATE_REDEFINE, other, SNAPSHOT)?;
        }
        let name = dom.driver().domain_snapshot_create_xml(&dom, xml, flags)?;
        Ok(publish_snapshot(&dom, name))
    })
}

symver!(virDomainSnapshotCurrent);
/// Finds the current snapshot of the domain. Release the handle with virDomainSnapshotFree(). Returns a
/// new handle, or NULL on error or if there is none.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotCurrent(
    domain: virDomainPtr,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    entry("virDomainSnapshotCurrent", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let name = dom.driver().domain_snapshot_current(&dom, flags)?;
        Ok(publish_snapshot(&dom, name))
    })
}

symver!(virDomainSnapshotDelete);
/// Deletes a snapshot; flags extend this to its children or limit it to the library's record of it
/// (virDomainSnapshotDeleteFlags). Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotDelete(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry("virDomainSnapshotDelete", -1, |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        snapshot.domain().conn().check_writable(SNAPSHOT, call.function())?;
        call.exclusive(flags, DELETE_CHILDREN, DELETE_CHILDREN_ONLY, SNAPSHOT)?;
        snapshot.driver().domain_snapshot_delete(&snapshot, flags)?;
        Ok(0)
    })
}

symver!(virDomainSnapshotFree);
/// Drops one reference to a snapshot handle and frees it with the last one. The snapshot itself is not
/// affected. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotFree(snapshot: virDomainSnapshotPtr) -> c_int {
    entry("virDomainSnapshotFree", -1, |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(snapshot) };
        Ok(0)
    })
}

symver!(virDomainSnapshotGetConnect);
/// Gives the connection a snapshot handle belongs to, without adding a reference. Returns the
/// connection, or NULL on error.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetConnect(snapshot: virDomainSnapshotPtr) -> virConnectPtr {
    entry("virDomainSnapshotGetConnect", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        Ok(Arc::as_ptr(snapshot.domain().conn()).cast_mut().cast())
    })
}

symver!(virDomainSnapshotGetDomain);
/// Gives the domain a snapshot handle belongs to, without adding a reference; it lives at least as long
/// as the snapshot handle. Returns the domain, or NULL on error.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetDomain(snapshot: virDomainSnapshotPtr) -> virDomainPtr {
    entry("virDomainSnapshotGetDomain", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        Ok(Arc::as_ptr(snapshot.domain()).cast_mut().cast())
    })
}

symver!(virDomainSnapshotGetName);
/// Gives the name of the snapshot. The string belongs to the handle and must not be freed. Returns the
/// name, or NULL on error.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetName(snapshot: virDomainSnapshotPtr) -> *const c_char {
    entry("virDomainSnapshotGetName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        Ok(snapshot.name().as_c_str().as_ptr())
    })
}

symver!(virDomainSnapshotGetParent);
/// Finds the snapshot this one was made on top of. Release the handle with virDomainSnapshotFree().
/// Returns a new handle, or NULL on error or for a root snapshot.
///
/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetParent(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    entry("virDomainSnapshotGetParent", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        let name = snapshot.driver().domain_snapshot_get_parent(&snapshot, flags)?;
        Ok(publish_snapshot(snapshot.domain(), name))
    })
}

symver!(virDomainSnapshotGetXMLDesc);
/// Describes the snapshot as XML; a flag includes secrets. Returns a string the caller frees with
/// free(), or NULL on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetXMLDesc(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainSnapshotGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        if flags & SECURE != 0 {
            snapshot.domain().conn().check_secrets(SNAPSHOT, call.function())?;
        }
        Ok(cstr::publish(&snapshot.driver().domain_snapshot_get_xml_desc(&snapshot, flags)?))
    })
}

symver!(virDomainSnapshotHasMetadata);
/// Tells whether the library keeps a record of the snapshot, which could hinder undefining the domain.
/// Returns 1 if so, 0 if not, or -1 on error.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotHasMetadata(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainSnapshotHasMetadata", -1, |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        snapshot.driver().domain_snapshot_has_metadata(&snapshot, flags).map(c_int::from)
    })
}

symver!(virDomainSnapshotIsCurrent);
/// Tells whether the snapshot is the current one of its domain. Returns 1 if it is, 0 if not, or -1 on
/// error.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotIsCurrent(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry("virDomainSnapshotIsCurrent", -1, |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        snapshot.driver().domain_snapshot_is_current(&snapshot, flags).map(c_int::from)
    })
}

symver!(virDomainSnapshotListAllChildren);
/// Fetches handles of a snapshot's children, or all descendants with a flag. Stores a NULL-terminated
/// array: release each handle with virDomainSnapshotFree() and the array with free(). Returns the
/// number, or -1 on error.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListAllChildren(
    snapshot: virDomainSnapshotPtr,
    snaps: *mut *mut virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainSnapshotListAllChildren", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(snaps) };
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        if snaps.is_null() {
            return list::count(snapshot.driver().domain_snapshot_count_all_children(&snapshot, flags)?);
        }
        let names = snapshot.driver().domain_snapshot_list_all_children(&snapshot, flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish(handles(snapshot.domain(), names), snaps) }
    })
}

symver!(virDomainSnapshotListChildrenNames);
/// Stores the names of a snapshot's children in an array with room for nameslen entries; the caller
/// frees each name. Prefer virDomainSnapshotListAllChildren(). Returns the number stored, or -1 on
/// error.
///
/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListChildrenNames(
    snapshot: virDomainSnapshotPtr,
    names: *mut *mut c_char,
    nameslen: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSnapshotListChildrenNames", -1, |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        call.check_array(names, "names", nameslen, "nameslen", SNAPSHOT)?;
        let found = snapshot.driver().domain_snapshot_list_children_names(
            &snapshot,
            nameslen.unsigned_abs() as usize,
            flags,
        )?;
        // SAFETY: contract of this function.
        unsafe { fill_names(&found, names, nameslen) }
    })
}

symver!(virDomainSnapshotListNames);
/// Stores the names of the domain's snapshots in an array with room for nameslen entries; the caller
/// frees each name. Prefer virDomainListAllSnapshots(). Returns the number stored, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListNames(
    domain: virDomainPtr,
    names: *mut *mut c_char,
    nameslen: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSnapshotListNames", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.check_array(names, "names", nameslen, "nameslen", SNAPSHOT)?;
        let found = dom.driver().domain_snapshot_list_names(&dom, nameslen.unsigned_abs() as usize, flags)?;
        // SAFETY: contract of this function.
        unsafe { fill_names(&found, names, nameslen) }
    })
}

symver!(virDomainSnapshotLookupByName);
/// Finds a snapshot of the domain by its name. Release the handle with virDomainSnapshotFree(). Returns
/// a new handle, or NULL on error or if there is none.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotLookupByName(
    domain: virDomainPtr,
    name: *const c_char,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    entry("virDomainSnapshotLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", SNAPSHOT) }?;
        let name = dom.driver().domain_snapshot_lookup_by_name(&dom, name, flags)?;
        Ok(publish_snapshot(&dom, name))
    })
}

symver!(virDomainSnapshotNum);
/// Counts the domain's snapshots that match the filter flags. Returns the count, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNum(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainSnapshotNum", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        list::count(dom.driver().domain_snapshot_num(&dom, flags)?)
    })
}

symver!(virDomainSnapshotNumChildren);
/// Counts a snapshot's children, or all descendants with a flag. Returns the count, or -1 on error.
///
/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNumChildren(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainSnapshotNumChildren", -1, |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        list::count(snapshot.driver().domain_snapshot_num_children(&snapshot, flags)?)
    })
}

symver!(virDomainSnapshotRef);
/// Adds a reference to a snapshot handle; each one needs its own virDomainSnapshotFree(). Returns 0, or
/// -1 on error.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotRef(snapshot: virDomainSnapshotPtr) -> c_int {
    entry("virDomainSnapshotRef", -1, |call| {
        // SAFETY: contract of this function.
        let snapshot = unsafe { call.snapshot(snapshot) }?;
        retain(&snapshot);
        Ok(0)
    })
}
