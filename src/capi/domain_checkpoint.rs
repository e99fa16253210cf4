//! Checkpoints of domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virDomainCheckpointCreateXML);
/// {{virDomainCheckpointCreateXML}} Since: 5.6.0
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
/// {{virDomainCheckpointDelete}} Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointDelete(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainCheckpointDelete", -1, |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointFree);
/// {{virDomainCheckpointFree}} Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointFree(checkpoint: virDomainCheckpointPtr) -> c_int {
    entry("virDomainCheckpointFree", -1, |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointGetConnect);
/// {{virDomainCheckpointGetConnect}} Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetConnect(checkpoint: virDomainCheckpointPtr) -> virConnectPtr {
    entry("virDomainCheckpointGetConnect", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointGetDomain);
/// {{virDomainCheckpointGetDomain}} Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetDomain(checkpoint: virDomainCheckpointPtr) -> virDomainPtr {
    entry("virDomainCheckpointGetDomain", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointGetName);
/// {{virDomainCheckpointGetName}} Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetName(checkpoint: virDomainCheckpointPtr) -> *const c_char {
    entry("virDomainCheckpointGetName", ptr::null(), |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointGetParent);
/// {{virDomainCheckpointGetParent}} Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetParent(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    entry("virDomainCheckpointGetParent", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointGetXMLDesc);
/// {{virDomainCheckpointGetXMLDesc}} Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetXMLDesc(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainCheckpointGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointListAllChildren);
/// {{virDomainCheckpointListAllChildren}} Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointListAllChildren(
    checkpoint: virDomainCheckpointPtr,
    children: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainCheckpointListAllChildren", -1, |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainCheckpointLookupByName);
/// {{virDomainCheckpointLookupByName}} Since: 5.6.0
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
/// {{virDomainCheckpointRef}} Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointRef(checkpoint: virDomainCheckpointPtr) -> c_int {
    entry("virDomainCheckpointRef", -1, |call| Err(call.invalid(Kind::DomainCheckpoint)))
}

symver!(virDomainListAllCheckpoints);
/// {{virDomainListAllCheckpoints}} Since: 5.6.0
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
