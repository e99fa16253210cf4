//! Virtual CPUs, I/O threads and their pinning: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::{Call, entry, flag, record};
use crate::capi::domain::DOMAIN;
use crate::capi::list::{self, count};
use crate::capi::typed_params::exchange::{publish, read, with_strings};
use crate::capi::typed_params::out;
use crate::conf::cpuset::CpuSet;
use crate::driver::{CpuStatsOf, IoThreadInfo, MapRoom};
use crate::error::{Error, ErrorCode, Result};

const VCPU_GUEST: u32 = virDomainVcpuFlags::VIR_DOMAIN_VCPU_GUEST as u32;

/// The set in a caller's map of CPUs.
///
/// # Safety
/// `map` is NULL or has `length` bytes.
unsafe fn cpu_map(call: &Call, map: *mut c_uchar, length: c_int) -> Result<CpuSet> {
    let map = call.not_null(map, "cpumap", DOMAIN)?;
    let length = call.positive(length, "maplen", DOMAIN)?;
    // SAFETY: contract of this function.
    Ok(CpuSet::from_map(unsafe { std::slice::from_raw_parts(map.as_ptr(), length) }))
}

/// The length of one of `number` maps, whose bytes have to be countable together.
fn maps_length(call: &Call, number: c_int, length: c_int) -> Result<usize> {
    let one = call.positive(length, "maplen", DOMAIN)?;
    if number.checked_mul(length).is_none() {
        let text = format!("input too large: {number} * {length}");
        return Err(Error::new(ErrorCode::VIR_ERR_OVERFLOW, DOMAIN, text));
    }
    Ok(one)
}

/// Stores maps one after the other.
///
/// # Safety
/// `out` has room for all of them, or they are empty.
unsafe fn store_maps(maps: &[Vec<u8>], out: *mut c_uchar) {
    for (place, byte) in maps.iter().flatten().enumerate() {
        // SAFETY: contract of this function.
        unsafe { out.add(place).write(*byte) };
    }
}

/// The public structure, to be freed with `virDomainIOThreadInfoFree`.
fn io_thread(found: &IoThreadInfo) -> Result<virDomainIOThreadInfo> {
    let map = found.cpus.map();
    let cpumaplen = count(map.len())?;
    Ok(virDomainIOThreadInfo {
        iothread_id: found.id,
        cpumap: list::publish_values(map.into_iter())?,
        cpumaplen,
    })
}

symver!(virDomainAddIOThread);
/// Adds an I/O thread with the given non-zero id to the running domain, its stored configuration, or
/// both, as the impact flags say. Returns 0, or -1 on error.
///
/// Since: 1.2.15
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAddIOThread(
    domain: virDomainPtr,
    iothread_id: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainAddIOThread", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_add_io_thread(&dom, iothread_id, flags)?;
        Ok(0)
    })
}

symver!(virDomainDelIOThread);
/// Removes the I/O thread with the given id, which no device may use, from the running domain, its
/// stored configuration, or both. Returns 0, or -1 on error.
///
/// Since: 1.2.15
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDelIOThread(
    domain: virDomainPtr,
    iothread_id: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainDelIOThread", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        call.not_zero(iothread_id == 0, "iothread_id", DOMAIN)?;
        dom.driver().domain_del_io_thread(&dom, iothread_id, flags)?;
        Ok(0)
    })
}

symver!(virDomainGetCPUStats);
/// Reads CPU time statistics of the domain per host CPU, or in total with a start CPU of -1 and one
/// CPU. The array has nparams slots per CPU; with 0 slots or CPUs the needed number is returned.
/// Returns the number of filled statistics, or -1 on error.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetCPUStats(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_uint,
    start_cpu: c_int,
    ncpus: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetCPUStats", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let function = call.function();
        let start = u32::try_from(start_cpu).ok();
        match (start_cpu, ncpus) {
            (-1, 1) | (0.., _) => {}
            (-1, _) => {
                let text = "ncpus must be 1 when start_cpu is -1".to_owned();
                return Err(Error::bad_argument(DOMAIN, function, "start_cpu", text));
            }
            _ => return Err(Error::arg_must(DOMAIN, "start_cpu", function, "be zero or greater")),
        }
        if nparams > 0 {
            call.not_null(params, "params", DOMAIN)?;
        }
        if (nparams == 0 || ncpus == 0) && !params.is_null() {
            return Err(Error::arg_must(DOMAIN, "params", function, "be NULL"));
        }
        if nparams.checked_mul(ncpus).is_none() {
            let detail = format!("input too large: {nparams} * {ncpus}");
            return Err(Error::new(ErrorCode::VIR_ERR_OVERFLOW, DOMAIN, detail));
        }
        let of = start.map_or(CpuStatsOf::Total, |start| CpuStatsOf::EachCpu { start, count: ncpus });
        let flags = with_strings(dom.conn(), flags)?;
        let found = dom.driver().domain_get_cpu_stats(&dom, of, nparams, flags)?;
        if nparams == 0 {
            return list::count(if ncpus == 0 { found.host_cpus } else { found.params } as usize);
        }
        let room = c_int::try_from(nparams).unwrap_or(c_int::MAX);
        for (index, values) in found.values.iter().take(ncpus as usize).enumerate() {
            // SAFETY: contract of this function: `nparams` places for each of `ncpus` CPUs.
            unsafe { out::fill(values, params.add(index * nparams as usize), room) }?;
        }
        list::count(found.params.min(nparams) as usize)
    })
}

symver!(virDomainGetEmulatorPinInfo);
/// Stores the bitmap of host CPUs the emulator threads may run on, in a buffer of maplen bytes. Returns
/// 1, 0 if no pinning is set, or -1 on error.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetEmulatorPinInfo(
    domain: virDomainPtr,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetEmulatorPinInfo", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.not_null(cpumap, "cpumap", DOMAIN)?;
        let length = call.positive(maplen, "maplen", DOMAIN)?;
        call.one_definition(flags)?;
        let Some(cpus) = dom.driver().domain_get_emulator_pin_info(&dom, length, flags)? else {
            return Ok(0);
        };
        // SAFETY: contract of this function: the map has `maplen` bytes.
        unsafe { store_maps(&[cpus.to_map(length)], cpumap) };
        Ok(1)
    })
}

symver!(virDomainGetGuestVcpus);
/// Asks the guest agent which vCPUs exist, are online and can be taken offline. Stores typed parameters
/// with bitmap strings, to be freed with virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestVcpus(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetGuestVcpus", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        call.not_null(params, "params", DOMAIN)?;
        call.not_null(nparams, "nparams", DOMAIN)?;
        let found = dom.driver().domain_get_guest_vcpus(&dom, flags)?;
        // SAFETY: contract of this function; neither is NULL. The count is an unsigned number here.
        unsafe { publish(&found, params, nparams.cast()) }?;
        Ok(0)
    })
}

symver!(virDomainGetIOThreadInfo);
/// Lists the I/O threads of the domain with the host CPUs each may use. Stores an array: free each
/// entry with virDomainIOThreadInfoFree() and the array with free(). Returns the number of entries, or
/// -1 on error.
///
/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetIOThreadInfo(
    dom: virDomainPtr,
    info: *mut *mut virDomainIOThreadInfoPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetIOThreadInfo", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        let out = call.not_null(info, "info", DOMAIN)?;
        // SAFETY: contract of this function: not NULL, so it can be written.
        unsafe { out.write(ptr::null_mut()) };
        call.one_definition(flags)?;
        let found = dom.driver().domain_get_io_thread_info(&dom, flags)?;
        let records = found.iter().map(io_thread).collect::<Result<_>>()?;
        // SAFETY: as above.
        unsafe { list::publish_records(records, info) }
    })
}

symver!(virDomainGetMaxVcpus);
/// Gives the most vCPUs the domain supports; for an inactive domain that is the configured maximum.
/// Returns the number, or -1 on error.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMaxVcpus(domain: virDomainPtr) -> c_int {
    entry("virDomainGetMaxVcpus", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        dom.driver().domain_get_max_vcpus(&dom).map(c_int::from)
    })
}

symver!(virDomainGetPerfEvents);
/// Tells which performance events are enabled for the domain. Free the typed parameters with
/// virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 1.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetPerfEvents(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetPerfEvents", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.not_null(params, "params", DOMAIN)?;
        call.not_null(nparams, "nparams", DOMAIN)?;
        let found = dom.driver().domain_get_perf_events(&dom, flags)?;
        // SAFETY: contract of this function; neither is NULL.
        unsafe { publish(&found, params, nparams) }?;
        Ok(0)
    })
}

symver!(virDomainGetVcpuPinInfo);
/// Stores the host CPU bitmaps of the first ncpumaps vCPUs, maplen bytes each, one after the other.
/// Works on inactive domains too. Returns the number of vCPUs filled, or -1 on error.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpuPinInfo(
    domain: virDomainPtr,
    ncpumaps: c_int,
    cpumaps: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetVcpuPinInfo", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let room = call.positive(ncpumaps, "ncpumaps", DOMAIN)?;
        call.not_null(cpumaps, "cpumaps", DOMAIN)?;
        call.positive(maplen, "maplen", DOMAIN)?;
        let length = maps_length(call, ncpumaps, maplen)?;
        call.one_definition(flags)?;
        let found = dom.driver().domain_get_vcpu_pin_info(&dom, MapRoom { maps: room, length }, flags)?;
        let maps: Vec<_> = found.iter().take(room).map(|cpus| cpus.to_map(length)).collect();
        // SAFETY: contract of this function: there is room for `ncpumaps` maps.
        unsafe { store_maps(&maps, cpumaps) };
        count(maps.len())
    })
}

symver!(virDomainGetVcpus);
/// Stores number, state, CPU time and host CPU of up to maxinfo vCPUs of an active domain and, if not
/// NULL, their host CPU bitmaps of maplen bytes each. Returns the number of vCPUs filled, or -1 on
/// error.
///
/// Since: 0.1.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpus(
    domain: virDomainPtr,
    info: virVcpuInfoPtr,
    maxinfo: c_int,
    cpumaps: *mut c_uchar,
    maplen: c_int,
) -> c_int {
    entry("virDomainGetVcpus", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.not_null(info, "info", DOMAIN)?;
        let room = call.positive(maxinfo, "maxinfo", DOMAIN)?;
        let length = if cpumaps.is_null() {
            // As libvirt, which says the opposite of what it means.
            call.not_zero(maplen != 0, "maplen", DOMAIN)?;
            0
        } else {
            maps_length(call, maxinfo, maplen)?
        };
        let found = dom.driver().domain_get_vcpus(&dom, MapRoom { maps: room, length })?;
        let stored = found.len().min(room);
        for (place, vcpu) in found[..stored].iter().enumerate() {
            let entry = record!(virVcpuInfo {
                number: vcpu.number,
                state: vcpu.state,
                cpuTime: vcpu.cpu_time_ns,
                cpu: vcpu.cpu,
            });
            // SAFETY: contract of this function: there is room for `maxinfo` entries.
            unsafe { info.add(place).write(entry) };
        }
        let maps: Vec<_> = found[..stored].iter().map(|vcpu| vcpu.cpus.to_map(length)).collect();
        // SAFETY: contract of this function: there is room for `maxinfo` maps.
        unsafe { store_maps(&maps, cpumaps) };
        count(stored)
    })
}

symver!(virDomainGetVcpusFlags);
/// Counts the vCPUs of the domain; the flags choose current or maximum and running or stored state
/// (virDomainVcpuFlags). Returns the number, or -1 on error.
///
/// Since: 0.8.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpusFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainGetVcpusFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        if flags & VCPU_GUEST != 0 {
            dom.conn().check_writable(DOMAIN, call.function())?;
        }
        call.one_definition(flags)?;
        dom.driver().domain_get_vcpus_flags(&dom, flags).map(c_int::from)
    })
}

symver!(virDomainIOThreadInfoFree);
/// Frees one I/O thread description from virDomainGetIOThreadInfo() with its CPU map. The caller frees
/// the array itself. NULL is ignored.
///
/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIOThreadInfoFree(info: virDomainIOThreadInfoPtr) {
    // SAFETY: contract of this function: NULL, or a record whose parts come from `malloc`.
    let Some(record) = (unsafe { info.as_ref() }) else { return };
    // SAFETY: as above.
    unsafe {
        libc::free(record.cpumap.cast());
        libc::free(info.cast());
    }
}

symver!(virDomainPinEmulator);
/// Restricts the emulator threads to the host CPUs of a bitmap of maplen bytes, lowest bit first. Flags
/// choose running or stored configuration. Returns 0, or -1 on error.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinEmulator(
    domain: virDomainPtr,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainPinEmulator", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let cpus = unsafe { cpu_map(call, cpumap, maplen) }?;
        dom.driver().domain_pin_emulator(&dom, cpus, flags)?;
        Ok(0)
    })
}

symver!(virDomainPinIOThread);
/// Restricts one I/O thread to the host CPUs of a bitmap of maplen bytes, lowest bit first. Returns 0,
/// or -1 on error.
///
/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinIOThread(
    domain: virDomainPtr,
    iothread_id: c_uint,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainPinIOThread", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let cpus = unsafe { cpu_map(call, cpumap, maplen) }?;
        dom.driver().domain_pin_io_thread(&dom, iothread_id, cpus, flags)?;
        Ok(0)
    })
}

symver!(virDomainPinVcpu);
/// Restricts one vCPU of an active domain to the host CPUs of a bitmap of maplen bytes, lowest bit
/// first. Returns 0, or -1 on error.
///
/// Since: 0.1.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinVcpu(
    domain: virDomainPtr,
    vcpu: c_uint,
    cpumap: *mut c_uchar,
    maplen: c_int,
) -> c_int {
    entry("virDomainPinVcpu", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let cpus = unsafe { cpu_map(call, cpumap, maplen) }?;
        dom.driver().domain_pin_vcpu(&dom, vcpu, cpus)?;
        Ok(0)
    })
}

symver!(virDomainPinVcpuFlags);
/// Restricts one vCPU to the host CPUs of a bitmap of maplen bytes, in the running domain, its stored
/// configuration, or both. Returns 0, or -1 on error.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinVcpuFlags(
    domain: virDomainPtr,
    vcpu: c_uint,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainPinVcpuFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let cpus = unsafe { cpu_map(call, cpumap, maplen) }?;
        dom.driver().domain_pin_vcpu_flags(&dom, vcpu, cpus, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetGuestVcpus);
/// Has the guest agent bring the guest vCPUs of a list such as 1-3,5 online (1) or offline (0). Returns
/// 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetGuestVcpus(
    domain: virDomainPtr,
    cpumap: *const c_char,
    state: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetGuestVcpus", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let cpus = unsafe { call.string(cpumap, "cpumap", DOMAIN) }?;
        dom.driver().domain_set_guest_vcpus(&dom, cpus, state, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetIOThreadParams);
/// Changes polling and pool settings of one I/O thread. Parameters not given stay as they are. Returns
/// 0, or -1 on error.
///
/// Since: 4.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetIOThreadParams(
    domain: virDomainPtr,
    iothread_id: c_uint,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetIOThreadParams", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_io_thread_params(&dom, iothread_id, &params, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetPerfEvents);
/// Enables or disables performance events of the domain, one boolean parameter for each. Returns 0, or
/// -1 on error.
///
/// Since: 1.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetPerfEvents(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetPerfEvents", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_perf_events(&dom, &params, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetVcpu);
/// Plugs (1) or unplugs (0) the hotpluggable vCPUs of a list such as 2-3 in the running domain or its
/// stored configuration. Returns 0, or -1 on error.
///
/// Since: 3.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpu(
    domain: virDomainPtr,
    vcpumap: *const c_char,
    state: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetVcpu", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let vcpus = unsafe { call.string(vcpumap, "vcpumap", DOMAIN) }?;
        dom.driver().domain_set_vcpu(&dom, vcpus, state, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetVcpus);
/// Changes the number of vCPUs of an active domain, up to its maximum. Returns 0, or -1 on error.
///
/// Since: 0.1.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpus(domain: virDomainPtr, nvcpus: c_uint) -> c_int {
    entry("virDomainSetVcpus", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        call.not_zero(nvcpus == 0, "nvcpus", DOMAIN)?;
        dom.driver().domain_set_vcpus(&dom, nvcpus)?;
        Ok(0)
    })
}

symver!(virDomainSetVcpusFlags);
/// Changes the current or maximum number of vCPUs of the running domain, its stored configuration, or
/// both (virDomainVcpuFlags). Returns 0, or -1 on error.
///
/// Since: 0.8.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpusFlags(
    domain: virDomainPtr,
    nvcpus: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetVcpusFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        let config = flag!(virDomainModificationImpact::VIR_DOMAIN_AFFECT_CONFIG);
        call.requires(flags, flag!(virDomainVcpuFlags::VIR_DOMAIN_VCPU_MAXIMUM), config, DOMAIN)?;
        call.exclusive(flags, flag!(virDomainVcpuFlags::VIR_DOMAIN_VCPU_GUEST), config, DOMAIN)?;
        call.not_zero(nvcpus == 0, "nvcpus", DOMAIN)?;
        dom.driver().domain_set_vcpus_flags(&dom, nvcpus, flags)?;
        Ok(0)
    })
}
