//! Bulk statistics, and what the functions for single ones share: exported functions of the C API.

use std::ffi::{c_int, c_uint};
use std::ptr::NonNull;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::domain::{DOMAIN, publish_domain};
use crate::capi::handle::{Borrowed, borrow, release};
use crate::capi::typed_params::{out as typed_params, virTypedParamsFree};
use crate::capi::{list, virterror};
use crate::connect::Connect;
use crate::domain::Domain;
use crate::driver::DomainStats;
use crate::error::{Error, Result};

/// Fails if the program thinks that a structure of type `T` is larger than it is.
pub fn check_size<T>(call: &Call, size: usize) -> Result<()> {
    if size <= size_of::<T>() {
        return Ok(());
    }
    let text = format!("size must not exceed {}", size_of::<T>());
    Err(Error::bad_argument(DOMAIN, call.function(), "size", text))
}

/// Writes the first `size` bytes of `value`: as much as the structure had when the program was built.
///
/// # Safety
/// `T` is without padding and not smaller than `size`; `out` has room for `size` bytes.
pub unsafe fn write_front<T>(value: &T, out: NonNull<T>, size: usize) {
    // SAFETY: contract of this function.
    unsafe { out.cast::<u8>().copy_from_nonoverlapping(NonNull::from(value).cast(), size) };
}

/// Stores a NULL-terminated array of records from `malloc` and returns how many there are.
///
/// # Safety
/// `out` can be written.
unsafe fn publish_records(
    conn: &Arc<Connect>,
    records: Vec<DomainStats>,
    out: NonNull<*mut virDomainStatsRecordPtr>,
) -> Result<c_int> {
    let count = list::count(records.len())?;
    let publish = |record: DomainStats| {
        let (params, nparams) = typed_params::publish(&record.params)?;
        let dom = publish_domain(conn, record.domain);
        list::publish_values([virDomainStatsRecord { dom, params, nparams }].into_iter())
    };
    let records: Vec<_> = records.into_iter().map(publish).collect::<Result<_>>()?;
    // SAFETY: contract of this function.
    unsafe { out.write(list::publish_values(records.into_iter())?) };
    Ok(count)
}

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
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let out = call.not_null(retStats, "retStats", DOMAIN)?;
        let records = conn.driver().connect_get_all_domain_stats(None, stats, flags)?;
        // SAFETY: contract of this function.
        unsafe { publish_records(&conn, records, out) }
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
        call.not_null(doms, "doms", DOMAIN)?;
        let out = call.not_null(retStats, "retStats", DOMAIN)?;
        let mut domains: Vec<Borrowed<Domain>> = Vec::new();
        // SAFETY: contract of this function: an array that ends with NULL.
        while let Some(&dom) = unsafe { doms.add(domains.len()).as_ref() }.filter(|dom| !dom.is_null()) {
            // SAFETY: contract of this function.
            let dom = unsafe { call.domain(dom) }?;
            if domains.first().is_some_and(|first| !Arc::ptr_eq(first.conn(), dom.conn())) {
                let detail = "domains in 'doms' array must belong to a single connection";
                return Err(Error::invalid_arg(DOMAIN, detail));
            }
            domains.push(dom);
        }
        let Some(first) = domains.first() else {
            let detail = format!("doms array in {} must contain at least one domain", call.function());
            return Err(Error::invalid_arg(DOMAIN, detail));
        };
        let listed: Vec<&Domain> = domains.iter().map(|dom| &***dom).collect();
        let records = first.driver().connect_get_all_domain_stats(Some(&listed), stats, flags)?;
        // SAFETY: contract of this function.
        unsafe { publish_records(first.conn(), records, out) }
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
                // As virDomainFree, by which the original gives the handle back.
                virterror::reset_last();
                release(dom);
            }
            libc::free(record.cast());
            next = next.add(1);
        }
        libc::free(stats.cast());
    }
}
