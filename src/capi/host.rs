//! The host that a connection leads to: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_ulonglong};
use std::ptr::{self, NonNull};

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::typed_params::exchange::{answer, publish, read_any, read_loose, room, with_strings};
use crate::capi::{cstr, list};
use crate::driver::{CpuMapParts, Machine, NodeInfo, PagePool};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Where errors about the arguments of these functions come from, in the original's view.
const DOMAIN: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

/// The public structure.
fn node_info(info: &NodeInfo) -> virNodeInfo {
    virNodeInfo {
        model: cstr::field(&info.model),
        memory: info.memory_kib,
        cpus: info.cpus,
        mhz: info.mhz,
        nodes: info.nodes,
        sockets: info.sockets,
        cores: info.cores,
        threads: info.threads,
    }
}

/// What a virtual machine is made with.
///
/// # Safety
/// Each is NULL or a string that lives as long as the call.
pub(in crate::capi) unsafe fn wanted_machine<'a>(
    call: &Call,
    emulator: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virt_type: *const c_char,
) -> Result<Machine<'a>> {
    // SAFETY: contract of this function.
    let text = |ptr, argument| unsafe { call.optional_string(ptr, argument, DOMAIN) };
    Ok(Machine {
        emulator: text(emulator, "emulator")?,
        arch: text(arch, "arch")?,
        machine: text(machine, "machine")?,
        virt_type: text(virt_type, "virttype")?,
    })
}

/// The caller's CPU documents.
///
/// # Safety
/// `xmls` has `count` strings that live as long as the call.
unsafe fn cpus<'a>(call: &Call, xmls: NonNull<*const c_char>, count: c_uint) -> Result<Vec<&'a str>> {
    let text = |index: usize| {
        // SAFETY: contract of this function.
        let text = unsafe { call.optional_string(xmls.add(index).read(), "xmlCPUs", DOMAIN) }?;
        // As the original: a document that cannot be read.
        let detail = "failed to parse xml document '(CPU_definition)'";
        text.ok_or_else(|| Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_CPU, detail))
    };
    (0..count as usize).map(text).collect()
}

/// Where the number of statistics goes, and for how many there is room.
///
/// # Safety
/// `nparams` is NULL or can be read.
unsafe fn stats_room(call: &Call, nparams: *mut c_int) -> Result<(NonNull<c_int>, usize)> {
    let count = call.not_null(nparams, "nparams", DOMAIN)?;
    // SAFETY: contract of this function.
    let room = usize::try_from(unsafe { count.read() })
        .map_err(|_| Error::arg_must(DOMAIN, "*nparams", call.function(), "be zero or greater"))?;
    Ok((count, room))
}

/// Stores as many statistics as there is room for and how many those are; without an array how many there are.
///
/// # Safety
/// `params` is NULL or has room for as many, `count` can be written.
unsafe fn fill_stats<T>(stats: Vec<T>, params: *mut T, count: NonNull<c_int>, room: usize) -> Result<()> {
    let known = if params.is_null() {
        list::count(stats.len())?
    } else {
        // SAFETY: contract of this function.
        unsafe { list::fill(stats, params, list::count(room)?) }
    };
    // SAFETY: contract of this function.
    unsafe { count.write(known) };
    Ok(())
}

symver!(virConnectBaselineCPU);
/// Computes the richest CPU model that all given CPU or host capabilities XML documents can run. Flags
/// can list its features or keep only migratable ones. Returns CPU XML the caller frees with free(), or
/// NULL on error.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectBaselineCPU(
    conn: virConnectPtr,
    xmlCPUs: *mut *const c_char,
    ncpus: c_uint,
    flags: c_uint,
) -> *mut c_char {
    entry("virConnectBaselineCPU", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let xmls = call.not_null(xmlCPUs, "xmlCPUs", DOMAIN)?;
        // SAFETY: contract of this function.
        let cpus = unsafe { cpus(call, xmls, ncpus) }?;
        Ok(cstr::publish(&conn.driver().connect_baseline_cpu(&cpus, flags)?))
    })
}

symver!(virConnectBaselineHypervisorCPU);
/// Computes a CPU that all given CPU documents can run under a certain emulator, architecture, machine
/// and virtualization type, each of which may be NULL. Returns CPU XML the caller frees with free(), or
/// NULL on error.
///
/// Since: 4.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectBaselineHypervisorCPU(
    conn: virConnectPtr,
    emulator: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virttype: *const c_char,
    xmlCPUs: *mut *const c_char,
    ncpus: c_uint,
    flags: c_uint,
) -> *mut c_char {
    entry("virConnectBaselineHypervisorCPU", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let xmls = call.not_null(xmlCPUs, "xmlCPUs", DOMAIN)?;
        conn.check_writable(DOMAIN, call.function())?;
        // SAFETY: contract of this function.
        let machine = unsafe { wanted_machine(call, emulator, arch, machine, virttype) }?;
        // SAFETY: contract of this function.
        let cpus = unsafe { cpus(call, xmls, ncpus) }?;
        Ok(cstr::publish(&conn.driver().connect_baseline_hypervisor_cpu(machine, &cpus, flags)?))
    })
}

symver!(virConnectCompareCPU);
/// Compares the CPU in the XML with the host CPU. Returns a virCPUCompareResult, which is
/// VIR_CPU_COMPARE_ERROR on error.
///
/// Since: 0.7.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectCompareCPU(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virConnectCompareCPU", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", DOMAIN) }?;
        conn.driver().connect_compare_cpu(xml, flags)
    })
}

symver!(virConnectCompareHypervisorCPU);
/// Compares the CPU in the XML with what a certain emulator, architecture, machine and virtualization
/// type, each possibly NULL, can offer on this host. Returns a virCPUCompareResult, which is
/// VIR_CPU_COMPARE_ERROR on error.
///
/// Since: 4.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectCompareHypervisorCPU(
    conn: virConnectPtr,
    emulator: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virttype: *const c_char,
    xmlCPU: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virConnectCompareHypervisorCPU", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlCPU, "xmlCPU", DOMAIN) }?;
        conn.check_writable(DOMAIN, call.function())?;
        // SAFETY: contract of this function.
        let machine = unsafe { wanted_machine(call, emulator, arch, machine, virttype) }?;
        conn.driver().connect_compare_hypervisor_cpu(machine, xml, flags)
    })
}

symver!(virConnectGetCPUModelNames);
/// Lists the CPU model names known for an architecture. Stores a NULL-terminated array; the caller
/// frees each string and the array with free(), or passes NULL to count only. Returns the number of
/// models, or -1 on error.
///
/// Since: 1.1.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCPUModelNames(
    conn: virConnectPtr,
    arch: *const c_char,
    models: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virConnectGetCPUModelNames", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(models) };
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let arch = unsafe { call.string(arch, "arch", DOMAIN) }?;
        if models.is_null() {
            return list::count(conn.driver().connect_count_cpu_model_names(arch, flags)?);
        }
        let names = conn.driver().connect_get_cpu_model_names(arch, flags)?;
        // As the original: without models there is no array either.
        if names.is_empty() {
            return Ok(0);
        }
        // SAFETY: contract of this function.
        unsafe { list::publish_names(&names, models) }
    })
}

symver!(virConnectGetCapabilities);
/// Describes the host and the kinds of guests it can run as XML. Returns a string the caller frees with
/// free(), or NULL on error.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCapabilities(conn: virConnectPtr) -> *mut c_char {
    entry("virConnectGetCapabilities", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(cstr::publish(&conn.driver().connect_get_capabilities()?))
    })
}

symver!(virConnectGetSysinfo);
/// Describes the host's firmware and hardware tables as XML. Returns a string the caller frees with
/// free(), or NULL on error.
///
/// Since: 0.8.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetSysinfo(conn: virConnectPtr, flags: c_uint) -> *mut c_char {
    entry("virConnectGetSysinfo", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(cstr::publish(&conn.driver().connect_get_sysinfo(flags)?))
    })
}

symver!(virConnectSetIdentity);
/// Replaces the client identity that the daemon uses for access control with the typed parameters
/// (VIR_CONNECT_IDENTITY_...). Needs a privileged caller. Returns 0, or -1 on error.
///
/// Since: 5.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetIdentity(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virConnectSetIdentity", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read_loose(params, nparams) }?;
        conn.driver().connect_set_identity(&params, flags)?;
        Ok(0)
    })
}

symver!(virNodeAllocPages);
/// Grows or sets the pools of huge pages, giving page sizes in KiB and counts, on cellCount NUMA nodes
/// from startCell on; -1 with 1 means the whole host. Returns the number of pools adjusted, or -1 on
/// error.
///
/// Since: 1.2.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeAllocPages(
    conn: virConnectPtr,
    npages: c_uint,
    pageSizes: *mut c_uint,
    pageCounts: *mut c_ulonglong,
    startCell: c_int,
    cellCount: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virNodeAllocPages", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        call.not_zero(npages == 0, "npages", DOMAIN)?;
        call.not_null(pageSizes, "pageSizes", DOMAIN)?;
        call.not_null(pageCounts, "pageCounts", DOMAIN)?;
        call.not_zero(cellCount == 0, "cellCount", DOMAIN)?;
        // SAFETY: contract of this function.
        let (sizes, counts) = unsafe { (list::borrow(pageSizes, npages), list::borrow(pageCounts, npages)) };
        let pools: Vec<_> =
            sizes.iter().zip(counts).map(|(&size_kib, &count)| PagePool { size_kib, count }).collect();
        conn.driver().node_alloc_pages(&pools, startCell, cellCount, flags)
    })
}

symver!(virNodeGetCPUMap);
/// Stores a bitmap of the online host CPUs, to be freed with free(), and their count; each pointer may
/// be NULL. Returns the number of CPUs of the host, or -1 on error.
///
/// Since: 1.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCPUMap(
    conn: virConnectPtr,
    cpumap: *mut *mut c_uchar,
    online: *mut c_uint,
    flags: c_uint,
) -> c_int {
    entry("virNodeGetCPUMap", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let wanted = CpuMapParts { map: !cpumap.is_null(), online: !online.is_null() };
        let found = conn.driver().node_get_cpu_map(wanted, flags)?;
        if let Some(out) = NonNull::new(online) {
            // SAFETY: contract of this function.
            unsafe { out.write(found.online) };
        }
        if let Some(out) = NonNull::new(cpumap) {
            let mut bytes = vec![0_u8; found.map.len().div_ceil(8)];
            for (cpu, _) in found.map.iter().enumerate().filter(|(_, online)| **online) {
                bytes[cpu / 8] |= 1 << (cpu % 8);
            }
            // SAFETY: contract of this function.
            unsafe { out.write(list::publish_values(bytes.into_iter())?) };
        }
        list::count(found.cpus)
    })
}

symver!(virNodeGetCPUStats);
/// Reads time counters in nanoseconds of one host CPU, or of all with VIR_NODE_CPU_STATS_ALL_CPUS, into
/// the caller's array. Call with a count of 0 first to learn how many there are. Returns 0, or -1 on
/// error.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCPUStats(
    conn: virConnectPtr,
    cpuNum: c_int,
    params: virNodeCPUStatsPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virNodeGetCPUStats", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let (count, room) = unsafe { stats_room(call, nparams) }?;
        if cpuNum < virNodeGetCPUStatsAllCPUs::VIR_NODE_CPU_STATS_ALL_CPUS as c_int {
            let text = format!("cpuNum in {} only accepts -1 as a negative value", call.function());
            return Err(Error::bad_argument(DOMAIN, call.function(), "cpuNum", text));
        }
        if room == 0 {
            let known = conn.driver().node_count_cpu_stats(cpuNum, !params.is_null(), flags)?;
            let known = list::count(known)?;
            // SAFETY: contract of this function.
            unsafe { count.write(known) };
            return Ok(0);
        }
        let stats = conn.driver().node_get_cpu_stats(cpuNum, room, flags)?;
        let stats: Vec<_> = stats
            .iter()
            .map(|stat| virNodeCPUStats { field: cstr::field(&stat.field), value: stat.value })
            .collect();
        // SAFETY: contract of this function.
        unsafe { fill_stats(stats, params, count, room) }?;
        Ok(0)
    })
}

symver!(virNodeGetCellsFreeMemory);
/// Stores the free memory in bytes of up to maxCells NUMA nodes, the first being startCell. Returns the
/// number of entries stored, or -1 on error.
///
/// Since: 0.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCellsFreeMemory(
    conn: virConnectPtr,
    freeMems: *mut c_ulonglong,
    startCell: c_int,
    maxCells: c_int,
) -> c_int {
    entry("virNodeGetCellsFreeMemory", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let max = u32::try_from(maxCells).ok().filter(|max| *max > 0);
        let max =
            max.ok_or_else(|| Error::arg_must(DOMAIN, "maxCells", call.function(), "be greater than zero"))?;
        call.not_null(freeMems, "freeMems", DOMAIN)?;
        let start = u32::try_from(startCell)
            .map_err(|_| Error::arg_must(DOMAIN, "startCell", call.function(), "be zero or greater"))?;
        let free = conn.driver().node_get_cells_free_memory(start, max)?;
        // SAFETY: contract of this function.
        Ok(unsafe { list::fill(free, freeMems, maxCells) })
    })
}

symver!(virNodeGetFreeMemory);
/// Gives the free memory of the host in bytes. Returns the size, or 0 on error.
///
/// Since: 0.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetFreeMemory(conn: virConnectPtr) -> c_ulonglong {
    entry("virNodeGetFreeMemory", 0, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        match conn.driver().node_get_free_memory()? {
            // As libvirt: a host without memory is a failure that nobody has explained.
            0 => Err(Error::unknown_cause()),
            free => Ok(free),
        }
    })
}

symver!(virNodeGetFreePages);
/// Stores how many pages of each given size, in KiB, are free on each of cellCount NUMA nodes; the
/// array holds all sizes of the first node, then the next. Returns the number of entries stored, or -1
/// on error.
///
/// Since: 1.2.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetFreePages(
    conn: virConnectPtr,
    npages: c_uint,
    pages: *mut c_uint,
    startCell: c_int,
    cellCount: c_uint,
    counts: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virNodeGetFreePages", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let not_zero = |count: c_uint, argument| match count {
            0 => Err(Error::arg_must(DOMAIN, argument, call.function(), "not be zero")),
            _ => Ok(()),
        };
        not_zero(npages, "npages")?;
        let sizes = call.not_null(pages, "pages", DOMAIN)?;
        not_zero(cellCount, "cellCount")?;
        let out = call.not_null(counts, "counts", DOMAIN)?;
        // SAFETY: contract of this function: an array of the length that was told.
        let sizes = unsafe { std::slice::from_raw_parts(sizes.as_ptr(), npages as usize) };
        let free = conn.driver().node_get_free_pages(sizes, startCell, cellCount, flags)?;
        let room = npages as usize * cellCount as usize;
        for (index, count) in free.counts.into_iter().take(room).enumerate() {
            // SAFETY: contract of this function: there is room for every size of every cell.
            unsafe { out.add(index).write(count) };
        }
        Ok(free.returned)
    })
}

symver!(virNodeGetInfo);
/// Stores CPU model, memory in KiB, CPU count and frequency, and the NUMA, socket, core and thread
/// layout of the host. Returns 0, or -1 on error.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetInfo(conn: virConnectPtr, info: virNodeInfoPtr) -> c_int {
    entry("virNodeGetInfo", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let out = call.not_null(info, "info", DOMAIN)?;
        let info = conn.driver().node_get_info()?;
        // SAFETY: contract of this function.
        unsafe { out.write(node_info(&info)) };
        Ok(0)
    })
}

symver!(virNodeGetMemoryParameters);
/// Reads the host's memory tuning settings, such as page sharing, into the caller's array. Call with a
/// count of 0 first to learn how many there are. Returns 0, or -1 on error.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetMemoryParameters(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virNodeGetMemoryParameters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let room = unsafe { room(call, params, nparams, DOMAIN) }?;
        let flags = with_strings(&conn, flags)?;
        let found = conn.driver().node_get_memory_parameters(room, flags)?;
        // SAFETY: contract of this function.
        unsafe { answer(found, params, nparams, room) }?;
        Ok(0)
    })
}

symver!(virNodeGetMemoryStats);
/// Reads memory statistics in KiB of one NUMA node, or of all with VIR_NODE_MEMORY_STATS_ALL_CELLS,
/// into the caller's array. Call with a count of 0 first to learn how many there are. Returns 0, or -1
/// on error.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetMemoryStats(
    conn: virConnectPtr,
    cellNum: c_int,
    params: virNodeMemoryStatsPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virNodeGetMemoryStats", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let (count, room) = unsafe { stats_room(call, nparams) }?;
        if cellNum < virNodeGetMemoryStatsAllCells::VIR_NODE_MEMORY_STATS_ALL_CELLS as c_int {
            let text = format!("cellNum in {} only accepts -1 as a negative value", call.function());
            // As libvirt: the name of the argument of virNodeGetCPUStats.
            return Err(Error::bad_argument(DOMAIN, call.function(), "cpuNum", text));
        }
        if room == 0 {
            let known = list::count(conn.driver().node_count_memory_stats(cellNum, flags)?)?;
            // SAFETY: contract of this function.
            unsafe { count.write(known) };
            return Ok(0);
        }
        let stats = conn.driver().node_get_memory_stats(cellNum, room, flags)?;
        let stats: Vec<_> = stats
            .iter()
            .map(|stat| virNodeMemoryStats { field: cstr::field(&stat.field), value: stat.value })
            .collect();
        // SAFETY: contract of this function.
        unsafe { fill_stats(stats, params, count, room) }?;
        Ok(0)
    })
}

symver!(virNodeGetSEVInfo);
/// Reads the host's AMD SEV data, such as its certificate chain. Free the typed parameters with
/// virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetSEVInfo(
    conn: virConnectPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virNodeGetSEVInfo", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let (_, room) = unsafe { stats_room(call, nparams) }?;
        conn.check_writable(DOMAIN, call.function())?;
        let flags = with_strings(&conn, flags)?;
        let found = conn.driver().node_get_sev_info(room, flags)?;
        // The original does not look at the pointer before it has the answer.
        call.not_null(params, "params", DOMAIN)?;
        // SAFETY: contract of this function; neither is NULL.
        unsafe { publish(&found, params, nparams) }?;
        Ok(0)
    })
}

symver!(virNodeGetSecurityModel);
/// Stores the name and domain of interpretation of the first security model the driver uses. Returns 0,
/// or -1 on error.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetSecurityModel(
    conn: virConnectPtr,
    secmodel: virSecurityModelPtr,
) -> c_int {
    entry("virNodeGetSecurityModel", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let out = call.not_null(secmodel, "secmodel", DOMAIN)?;
        let found = conn.driver().node_get_security_model()?;
        let model = virSecurityModel { model: cstr::field(&found.model), doi: cstr::field(&found.doi) };
        // SAFETY: contract of this function.
        unsafe { out.write(model) };
        Ok(0)
    })
}

symver!(virNodeSetMemoryParameters);
/// Changes the host's memory tuning settings, such as page sharing. Returns 0, or -1 on error.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeSetMemoryParameters(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virNodeSetMemoryParameters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read_any((call, &conn), params, nparams, DOMAIN) }?;
        conn.driver().node_set_memory_parameters(&params, flags)?;
        Ok(0)
    })
}

symver!(virNodeSuspendForDuration);
/// Suspends the host to memory, disk or both (virNodeSuspendTarget) and sets an alarm to wake it after
/// a number of seconds, which must not be too short. Returns 0, or -1 on error.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeSuspendForDuration(
    conn: virConnectPtr,
    target: c_uint,
    duration: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virNodeSuspendForDuration", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        conn.driver().node_suspend_for_duration(target, duration, flags)?;
        Ok(0)
    })
}
