//! Memory of domains: exported functions of the C API.

use std::ffi::{c_int, c_uint, c_ulong, c_ulonglong, c_void};

use crate::abi::*;
use crate::capi::boundary::{Call, entry, flag, record};
use crate::capi::domain::DOMAIN;
use crate::capi::list;
use crate::capi::typed_params::exchange::{answer, read, room, with_strings};
use crate::error::{Error, ErrorCode, Result};

/// Amounts from here on cannot be told in bytes.
const MAX_MEMORY_KIB: u64 = i64::MAX as u64 / 1024;

/// Fails for an amount of memory that no domain can have.
fn check_memory(call: &Call, kib: c_ulong) -> Result<()> {
    call.not_zero(kib == 0, "memory", DOMAIN)?;
    if kib >= MAX_MEMORY_KIB {
        return Err(Error::new(ErrorCode::VIR_ERR_OVERFLOW, DOMAIN, format!("input too large: {kib}")));
    }
    Ok(())
}

symver!(virDomainGetMaxMemory);
/// Gives the most memory the domain can be given, in KiB. Returns the size, or 0 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMaxMemory(domain: virDomainPtr) -> c_ulong {
    entry("virDomainGetMaxMemory", 0, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        dom.driver().domain_get_max_memory(&dom)
    })
}

symver!(virDomainGetMemoryParameters);
/// Reads the memory limits of the domain, in KiB, into the caller's array. Call with a count of 0 first
/// to learn how many there are. Returns 0, or -1 on error.
///
/// Since: 0.8.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMemoryParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetMemoryParameters", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let room = unsafe { room(call, params, nparams, DOMAIN) }?;
        let flags = with_strings(dom.conn(), flags)?;
        call.one_definition(flags)?;
        let found = dom.driver().domain_get_memory_parameters(&dom, room, flags)?;
        // SAFETY: contract of this function.
        unsafe { answer(found, params, nparams, room) }?;
        Ok(0)
    })
}

symver!(virDomainMemoryPeek);
/// Copies bytes of guest memory, from a virtual or physical start address as the flags say, into the
/// caller's buffer. Read-only connections may not use it. Returns 0, or -1 on error.
///
/// Since: 0.4.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMemoryPeek(
    dom: virDomainPtr,
    start: c_ulonglong,
    size: usize,
    buffer: *mut c_void,
    flags: c_uint,
) -> c_int {
    entry("virDomainMemoryPeek", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        call.exclusive(
            flags,
            flag!(virDomainMemoryFlags::VIR_MEMORY_VIRTUAL),
            flag!(virDomainMemoryFlags::VIR_MEMORY_PHYSICAL),
            DOMAIN,
        )?;
        // SAFETY: contract of this function.
        let memory = unsafe { list::bytes(call, buffer, size, "buffer", DOMAIN) }?;
        dom.driver().domain_memory_peek(&dom, start, memory, flags)?;
        Ok(0)
    })
}

/// How many kinds of memory statistics there are.
const KNOWN_STATS: c_uint = _virDomainMemoryStatTags::VIR_DOMAIN_MEMORY_STAT_NR as c_uint;

symver!(virDomainMemoryStats);
/// Stores up to nr_stats memory statistics as pairs of tag and value, mostly in KiB; which are present
/// depends on the guest's balloon driver. Returns the number stored, or -1 on error.
///
/// Since: 0.7.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMemoryStats(
    dom: virDomainPtr,
    stats: virDomainMemoryStatPtr,
    nr_stats: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainMemoryStats", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        if stats.is_null() || nr_stats == 0 {
            return Ok(0);
        }
        let found = dom.driver().domain_memory_stats(&dom, nr_stats.min(KNOWN_STATS), flags)?;
        let found =
            found.into_iter().map(|it| record!(virDomainMemoryStatStruct { tag: it.tag, val: it.value }));
        // SAFETY: contract of this function: an array of the length that was told.
        Ok(unsafe { list::fill(found, stats, c_int::try_from(nr_stats).unwrap_or(c_int::MAX)) })
    })
}

symver!(virDomainSetMaxMemory);
/// Changes the most memory the domain can be given, in KiB. Many hypervisors allow it only while the
/// domain is inactive. Returns 0, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMaxMemory(domain: virDomainPtr, memory: c_ulong) -> c_int {
    entry("virDomainSetMaxMemory", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        check_memory(call, memory)?;
        dom.driver().domain_set_max_memory(&dom, memory)?;
        Ok(0)
    })
}

symver!(virDomainSetMemory);
/// Changes the memory of an active domain, in KiB, through its balloon; the guest reaches the target
/// over time. Returns 0, or -1 on error.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemory(domain: virDomainPtr, memory: c_ulong) -> c_int {
    entry("virDomainSetMemory", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        check_memory(call, memory)?;
        dom.driver().domain_set_memory(&dom, memory)?;
        Ok(0)
    })
}

symver!(virDomainSetMemoryFlags);
/// Changes the current or maximum memory, in KiB, of the running domain, its stored configuration, or
/// both (virDomainMemoryModFlags). Returns 0, or -1 on error.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryFlags(
    domain: virDomainPtr,
    memory: c_ulong,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetMemoryFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        check_memory(call, memory)?;
        dom.driver().domain_set_memory_flags(&dom, memory, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetMemoryParameters);
/// Changes memory limits of the domain, in KiB; VIR_DOMAIN_MEMORY_PARAM_UNLIMITED removes one. Returns
/// 0, or -1 on error.
///
/// Since: 0.8.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetMemoryParameters", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_memory_parameters(&dom, &params, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetMemoryStatsPeriod);
/// Sets how often, in seconds, the balloon driver reports memory statistics; 0 stops it. Returns 0, or
/// -1 on error.
///
/// Since: 1.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryStatsPeriod(
    domain: virDomainPtr,
    period: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetMemoryStatsPeriod", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        let period = u32::try_from(period)
            .map_err(|_| Error::arg_must(DOMAIN, "period", call.function(), "be zero or greater"))?;
        dom.driver().domain_set_memory_stats_period(&dom, period, flags)?;
        Ok(0)
    })
}

symver!(virDomainStartDirtyRateCalc);
/// Starts measuring how fast the guest dirties memory, over a number of seconds from 1 to 60. Read the
/// result as domain statistics afterwards. Returns 0, or -1 on error.
///
/// Since: 7.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStartDirtyRateCalc(
    domain: virDomainPtr,
    seconds: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainStartDirtyRateCalc", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_start_dirty_rate_calc(&dom, seconds, flags)?;
        Ok(0)
    })
}
