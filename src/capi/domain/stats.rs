//! Bulk statistics: exported functions of the C API.

use std::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::{borrow, release};
use crate::capi::typed_params::virTypedParamsFree;
use crate::domain::Domain;
use crate::error::{Error, ErrorDomain};

symver!(virConnectGetAllDomainStats);
/// Collects statistics of all domains that match the filter flags; stats is a mask of
/// virDomainStatsTypes, 0 meaning every group. Stores a NULL-terminated array, to be freed with
/// virDomainStatsRecordListFree(). Returns the number of records, or -1 on error.
///
/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetAllDomainStats(
    conn: virConnectPtr,
    stats: c_uint,
    retStats: *mut *mut virDomainStatsRecordPtr,
    flags: c_uint,
) -> c_int {
    entry("virConnectGetAllDomainStats", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainListGetStats);
/// Collects statistics of the domains in a NULL-terminated array, which must all belong to one
/// connection. Stores a NULL-terminated array to be freed with virDomainStatsRecordListFree(). Returns
/// the number of records, or -1 on error.
///
/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListGetStats(
    doms: *mut virDomainPtr,
    stats: c_uint,
    retStats: *mut *mut virDomainStatsRecordPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainListGetStats", -1, |call| {
        call.not_null(doms, "doms", ErrorDomain::VIR_FROM_DOMAIN)?;
        Err(Error::no_support(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainStatsRecordListFree);
/// Frees a NULL-terminated array of statistics records, with the records, their parameters and domain
/// handles. NULL is ignored.
///
/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStatsRecordListFree(stats: *mut virDomainStatsRecordPtr) {
    let mut next = stats;
    // SAFETY: contract of this function: NULL, or an array from `malloc` that ends with NULL, of records whose
    // parts come from `malloc` or are handles of this library.
    unsafe {
        while let Some(&record) = next.as_ref().filter(|record| !record.is_null()) {
            virTypedParamsFree((*record).params, (*record).nparams);
            if let Some(dom) = borrow::<Domain>((*record).dom.cast()) {
                release(dom);
            }
            libc::free(record.cast());
            next = next.add(1);
        }
        libc::free(stats.cast());
    }
}
