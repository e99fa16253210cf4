//! Bulk statistics: exported functions of the C API.

use std::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::error::{Error, ErrorDomain};

symver!(virConnectGetAllDomainStats);
/// {{virConnectGetAllDomainStats}} Since: 1.2.8
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
/// {{virDomainListGetStats}} Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListGetStats(
    doms: *mut virDomainPtr,
    stats: c_uint,
    retStats: *mut *mut virDomainStatsRecordPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainListGetStats", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainStatsRecordListFree);
/// {{virDomainStatsRecordListFree}} Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStatsRecordListFree(stats: *mut virDomainStatsRecordPtr) {
    entry("virDomainStatsRecordListFree", (), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}
