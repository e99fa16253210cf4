//! Checkpoints of domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virDomainCheckpointCreateXML);
/// Creates a checkpoint, from which on changed disk blocks are tracked for incremental backups, as the
/// XML describes. Release the handle with virDomainCheckpointFree(). Returns a new handle, or NULL on
/// error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointCreateXML(
    domain: virDomainPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    entry("virDomainCheckpointCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_CHECKPOINT, call.function()))
    })
}

symver!(virDomainCheckpointDelete);
/// Deletes a checkpoint and merges its tracking data into its neighbours; flags extend this to its
/// children or limit it to the library's record. Returns 0, or -1 on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointDelete(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainCheckpointDelete", -1, |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointFree);
/// Drops one reference to a checkpoint handle and frees it with the last one. The checkpoint itself is
/// not affected. Returns 0, or -1 on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointFree(checkpoint: virDomainCheckpointPtr) -> c_int {
    entry("virDomainCheckpointFree", -1, |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointGetConnect);
/// Gives the connection a checkpoint handle belongs to, without adding a reference. Returns the
/// connection, or NULL on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetConnect(checkpoint: virDomainCheckpointPtr) -> virConnectPtr {
    entry("virDomainCheckpointGetConnect", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointGetDomain);
/// Gives the domain a checkpoint handle belongs to, without adding a reference; it lives at least as
/// long as the checkpoint handle. Returns the domain, or NULL on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetDomain(checkpoint: virDomainCheckpointPtr) -> virDomainPtr {
    entry("virDomainCheckpointGetDomain", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointGetName);
/// Gives the name of the checkpoint. The string belongs to the handle and must not be freed. Returns
/// the name, or NULL on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetName(checkpoint: virDomainCheckpointPtr) -> *const c_char {
    entry("virDomainCheckpointGetName", ptr::null(), |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointGetParent);
/// Finds the checkpoint that precedes this one. Release the handle with virDomainCheckpointFree().
/// Returns a new handle, or NULL on error or for a root checkpoint.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetParent(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    entry("virDomainCheckpointGetParent", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointGetXMLDesc);
/// Describes the checkpoint as XML; flags include secrets, leave out the domain, or add the size of the
/// changes. Returns a string the caller frees with free(), or NULL on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetXMLDesc(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainCheckpointGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointListAllChildren);
/// Fetches handles of a checkpoint's children, or all descendants with a flag. Stores a NULL-terminated
/// array: release each handle with virDomainCheckpointFree() and the array with free(). Returns the
/// number, or -1 on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointListAllChildren(
    checkpoint: virDomainCheckpointPtr,
    children: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainCheckpointListAllChildren", -1, |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointLookupByName);
/// Finds a checkpoint of the domain by its name. Release the handle with virDomainCheckpointFree().
/// Returns a new handle, or NULL on error or if there is none.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointLookupByName(
    domain: virDomainPtr,
    name: *const c_char,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    entry("virDomainCheckpointLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_CHECKPOINT, call.function()))
    })
}

symver!(virDomainCheckpointRef);
/// Adds a reference to a checkpoint handle; each one needs its own virDomainCheckpointFree(). Returns
/// 0, or -1 on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointRef(checkpoint: virDomainCheckpointPtr) -> c_int {
    entry("virDomainCheckpointRef", -1, |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainListAllCheckpoints);
/// Fetches handles of the domain's checkpoints that match the filter flags. Stores a NULL-terminated
/// array: release each handle with virDomainCheckpointFree() and the array with free(). Returns the
/// number of checkpoints, or -1 on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllCheckpoints(
    domain: virDomainPtr,
    checkpoints: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainListAllCheckpoints", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_CHECKPOINT, call.function()))
    })
}
