//! Connections and the host they lead to: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_ulong, c_ulonglong, c_void};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::error::{Error, ErrorDomain};

symver!(virConnectBaselineCPU);
/// {{virConnectBaselineCPU}} Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectBaselineCPU(
    conn: virConnectPtr,
    xmlCPUs: *mut *const c_char,
    ncpus: c_uint,
    flags: c_uint,
) -> *mut c_char {
    entry("virConnectBaselineCPU", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectBaselineHypervisorCPU);
/// {{virConnectBaselineHypervisorCPU}} Since: 4.4.0
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
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectClose);
/// {{virConnectClose}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectClose(conn: virConnectPtr) -> c_int {
    entry("virConnectClose", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NONE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virConnectCompareCPU);
/// {{virConnectCompareCPU}} Since: 0.7.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectCompareCPU(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virConnectCompareCPU", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectCompareHypervisorCPU);
/// {{virConnectCompareHypervisorCPU}} Since: 4.4.0
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
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectGetCPUModelNames);
/// {{virConnectGetCPUModelNames}} Since: 1.1.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCPUModelNames(
    conn: virConnectPtr,
    arch: *const c_char,
    models: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virConnectGetCPUModelNames", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectGetCapabilities);
/// {{virConnectGetCapabilities}} Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCapabilities(conn: virConnectPtr) -> *mut c_char {
    entry("virConnectGetCapabilities", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectGetHostname);
/// {{virConnectGetHostname}} Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetHostname(conn: virConnectPtr) -> *mut c_char {
    entry("virConnectGetHostname", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectGetLibVersion);
/// {{virConnectGetLibVersion}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetLibVersion(conn: virConnectPtr, libVer: *mut c_ulong) -> c_int {
    entry("virConnectGetLibVersion", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectGetMaxVcpus);
/// {{virConnectGetMaxVcpus}} Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetMaxVcpus(conn: virConnectPtr, r#type: *const c_char) -> c_int {
    entry("virConnectGetMaxVcpus", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectGetSysinfo);
/// {{virConnectGetSysinfo}} Since: 0.8.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetSysinfo(conn: virConnectPtr, flags: c_uint) -> *mut c_char {
    entry("virConnectGetSysinfo", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectGetType);
/// {{virConnectGetType}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetType(conn: virConnectPtr) -> *const c_char {
    entry("virConnectGetType", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectGetURI);
/// {{virConnectGetURI}} Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetURI(conn: virConnectPtr) -> *mut c_char {
    entry("virConnectGetURI", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectGetVersion);
/// {{virConnectGetVersion}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetVersion(conn: virConnectPtr, hvVer: *mut c_ulong) -> c_int {
    entry("virConnectGetVersion", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectIsAlive);
/// {{virConnectIsAlive}} Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsAlive(conn: virConnectPtr) -> c_int {
    entry("virConnectIsAlive", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectIsEncrypted);
/// {{virConnectIsEncrypted}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsEncrypted(conn: virConnectPtr) -> c_int {
    entry("virConnectIsEncrypted", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectIsSecure);
/// {{virConnectIsSecure}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsSecure(conn: virConnectPtr) -> c_int {
    entry("virConnectIsSecure", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectOpen);
/// {{virConnectOpen}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpen(name: *const c_char) -> virConnectPtr {
    entry("virConnectOpen", ptr::null_mut(), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectOpenAuth);
/// {{virConnectOpenAuth}} Since: 0.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenAuth(
    name: *const c_char,
    auth: virConnectAuthPtr,
    flags: c_uint,
) -> virConnectPtr {
    entry("virConnectOpenAuth", ptr::null_mut(), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectOpenReadOnly);
/// {{virConnectOpenReadOnly}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenReadOnly(name: *const c_char) -> virConnectPtr {
    entry("virConnectOpenReadOnly", ptr::null_mut(), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectRef);
/// {{virConnectRef}} Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRef(conn: virConnectPtr) -> c_int {
    entry("virConnectRef", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectRegisterCloseCallback);
/// {{virConnectRegisterCloseCallback}} Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRegisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectRegisterCloseCallback", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectSetIdentity);
/// {{virConnectSetIdentity}} Since: 5.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetIdentity(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virConnectSetIdentity", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectSetKeepAlive);
/// {{virConnectSetKeepAlive}} Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetKeepAlive(
    conn: virConnectPtr,
    interval: c_int,
    count: c_uint,
) -> c_int {
    entry("virConnectSetKeepAlive", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virConnectUnregisterCloseCallback);
/// {{virConnectUnregisterCloseCallback}} Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectUnregisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
) -> c_int {
    entry("virConnectUnregisterCloseCallback", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virGetVersion);
/// {{virGetVersion}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetVersion(
    libVer: *mut c_ulong,
    r#type: *const c_char,
    typeVer: *mut c_ulong,
) -> c_int {
    entry("virGetVersion", -1, |call| Err(Error::no_support(ErrorDomain::VIR_FROM_DOMAIN, call.function())))
}

symver!(virInitialize);
/// {{virInitialize}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInitialize() -> c_int {
    entry("virInitialize", -1, |call| Err(Error::no_support(ErrorDomain::VIR_FROM_DOMAIN, call.function())))
}

symver!(virNodeAllocPages);
/// {{virNodeAllocPages}} Since: 1.2.9
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
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeGetCPUMap);
/// {{virNodeGetCPUMap}} Since: 1.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCPUMap(
    conn: virConnectPtr,
    cpumap: *mut *mut c_uchar,
    online: *mut c_uint,
    flags: c_uint,
) -> c_int {
    entry("virNodeGetCPUMap", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeGetCPUStats);
/// {{virNodeGetCPUStats}} Since: 0.9.3
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
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeGetCellsFreeMemory);
/// {{virNodeGetCellsFreeMemory}} Since: 0.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCellsFreeMemory(
    conn: virConnectPtr,
    freeMems: *mut c_ulonglong,
    startCell: c_int,
    maxCells: c_int,
) -> c_int {
    entry("virNodeGetCellsFreeMemory", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeGetFreeMemory);
/// {{virNodeGetFreeMemory}} Since: 0.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetFreeMemory(conn: virConnectPtr) -> c_ulonglong {
    entry("virNodeGetFreeMemory", 0, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeGetFreePages);
/// {{virNodeGetFreePages}} Since: 1.2.6
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
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeGetInfo);
/// {{virNodeGetInfo}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetInfo(conn: virConnectPtr, info: virNodeInfoPtr) -> c_int {
    entry("virNodeGetInfo", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeGetMemoryParameters);
/// {{virNodeGetMemoryParameters}} Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetMemoryParameters(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virNodeGetMemoryParameters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeGetMemoryStats);
/// {{virNodeGetMemoryStats}} Since: 0.9.3
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
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeGetSEVInfo);
/// {{virNodeGetSEVInfo}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetSEVInfo(
    conn: virConnectPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virNodeGetSEVInfo", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeGetSecurityModel);
/// {{virNodeGetSecurityModel}} Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetSecurityModel(
    conn: virConnectPtr,
    secmodel: virSecurityModelPtr,
) -> c_int {
    entry("virNodeGetSecurityModel", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeSetMemoryParameters);
/// {{virNodeSetMemoryParameters}} Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeSetMemoryParameters(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virNodeSetMemoryParameters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virNodeSuspendForDuration);
/// {{virNodeSuspendForDuration}} Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeSuspendForDuration(
    conn: virConnectPtr,
    target: c_uint,
    duration: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virNodeSuspendForDuration", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}
