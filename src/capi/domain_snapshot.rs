//! Snapshots of domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virDomainHasCurrentSnapshot);
/// {{virDomainHasCurrentSnapshot}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasCurrentSnapshot(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainHasCurrentSnapshot", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT, call.function()))
    })
}

symver!(virDomainListAllSnapshots);
/// {{virDomainListAllSnapshots}} Since: 0.9.13
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
/// {{virDomainRevertToSnapshot}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRevertToSnapshot(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry("virDomainRevertToSnapshot", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotCreateXML);
/// {{virDomainSnapshotCreateXML}} Since: 0.8.0
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
/// {{virDomainSnapshotCurrent}} Since: 0.8.0
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
/// {{virDomainSnapshotDelete}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotDelete(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry("virDomainSnapshotDelete", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotFree);
/// {{virDomainSnapshotFree}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotFree(snapshot: virDomainSnapshotPtr) -> c_int {
    entry("virDomainSnapshotFree", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotGetConnect);
/// {{virDomainSnapshotGetConnect}} Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetConnect(snapshot: virDomainSnapshotPtr) -> virConnectPtr {
    entry("virDomainSnapshotGetConnect", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotGetDomain);
/// {{virDomainSnapshotGetDomain}} Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetDomain(snapshot: virDomainSnapshotPtr) -> virDomainPtr {
    entry("virDomainSnapshotGetDomain", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotGetName);
/// {{virDomainSnapshotGetName}} Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetName(snapshot: virDomainSnapshotPtr) -> *const c_char {
    entry("virDomainSnapshotGetName", ptr::null(), |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotGetParent);
/// {{virDomainSnapshotGetParent}} Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetParent(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    entry("virDomainSnapshotGetParent", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotGetXMLDesc);
/// {{virDomainSnapshotGetXMLDesc}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetXMLDesc(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainSnapshotGetXMLDesc", ptr::null_mut(), |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotHasMetadata);
/// {{virDomainSnapshotHasMetadata}} Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotHasMetadata(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainSnapshotHasMetadata", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotIsCurrent);
/// {{virDomainSnapshotIsCurrent}} Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotIsCurrent(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry("virDomainSnapshotIsCurrent", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotListAllChildren);
/// {{virDomainSnapshotListAllChildren}} Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListAllChildren(
    snapshot: virDomainSnapshotPtr,
    snaps: *mut *mut virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainSnapshotListAllChildren", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotListChildrenNames);
/// {{virDomainSnapshotListChildrenNames}} Since: 0.9.7
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
/// {{virDomainSnapshotListNames}} Since: 0.8.0
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
/// {{virDomainSnapshotLookupByName}} Since: 0.8.0
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
/// {{virDomainSnapshotNum}} Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNum(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainSnapshotNum", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT, call.function()))
    })
}

symver!(virDomainSnapshotNumChildren);
/// {{virDomainSnapshotNumChildren}} Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNumChildren(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainSnapshotNumChildren", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}

symver!(virDomainSnapshotRef);
/// {{virDomainSnapshotRef}} Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotRef(snapshot: virDomainSnapshotPtr) -> c_int {
    entry("virDomainSnapshotRef", -1, |call| Err(call.invalid(Kind::DomainSnapshot)))
}
