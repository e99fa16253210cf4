//! Snapshots of domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virDomainHasCurrentSnapshot);
/// Tells whether the domain has a current snapshot. Returns 1 if it has, 0 if not, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasCurrentSnapshot(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainHasCurrentSnapshot", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT, call.function()))
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
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT, call.function()))
    })
}

symver!(virDomainRevertToSnapshot);
/// Puts the domain back to the state of the snapshot; flags force it to run or pause afterwards, or
/// allow risky reverts. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRevertToSnapshot(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry("virDomainRevertToSnapshot", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
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
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT, call.function()))
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
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT, call.function()))
    })
}

symver!(virDomainSnapshotDelete);
/// Deletes a snapshot; flags extend this to its children or limit it to the library's record of it
/// (virDomainSnapshotDeleteFlags). Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotDelete(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry("virDomainSnapshotDelete", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotFree);
/// Drops one reference to a snapshot handle and frees it with the last one. The snapshot itself is not
/// affected. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotFree(snapshot: virDomainSnapshotPtr) -> c_int {
    entry("virDomainSnapshotFree", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotGetConnect);
/// Gives the connection a snapshot handle belongs to, without adding a reference. Returns the
/// connection, or NULL on error.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetConnect(snapshot: virDomainSnapshotPtr) -> virConnectPtr {
    entry("virDomainSnapshotGetConnect", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotGetDomain);
/// Gives the domain a snapshot handle belongs to, without adding a reference; it lives at least as long
/// as the snapshot handle. Returns the domain, or NULL on error.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetDomain(snapshot: virDomainSnapshotPtr) -> virDomainPtr {
    entry("virDomainSnapshotGetDomain", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotGetName);
/// Gives the name of the snapshot. The string belongs to the handle and must not be freed. Returns the
/// name, or NULL on error.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetName(snapshot: virDomainSnapshotPtr) -> *const c_char {
    entry("virDomainSnapshotGetName", ptr::null(), |call| Err(call.invalid(Kind::DomainSnapshot)))
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
    entry("virDomainSnapshotGetParent", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainSnapshot)))
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
    entry("virDomainSnapshotGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainSnapshot)))
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
    entry("virDomainSnapshotHasMetadata", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotIsCurrent);
/// Tells whether the snapshot is the current one of its domain. Returns 1 if it is, 0 if not, or -1 on
/// error.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotIsCurrent(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry("virDomainSnapshotIsCurrent", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
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
    entry("virDomainSnapshotListAllChildren", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
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
    entry("virDomainSnapshotListChildrenNames", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
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
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT, call.function()))
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
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT, call.function()))
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
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT, call.function()))
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
    entry("virDomainSnapshotNumChildren", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotRef);
/// Adds a reference to a snapshot handle; each one needs its own virDomainSnapshotFree(). Returns 0, or
/// -1 on error.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotRef(snapshot: virDomainSnapshotPtr) -> c_int {
    entry("virDomainSnapshotRef", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}
