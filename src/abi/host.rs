//! Connections and the host they lead to (`libvirt-host.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong, c_void};

/// {{virCPUCompareResult}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virCPUCompareResult {
    /// {{VIR_CPU_COMPARE_ERROR}}
    VIR_CPU_COMPARE_ERROR = -1,
    /// {{VIR_CPU_COMPARE_INCOMPATIBLE}}
    VIR_CPU_COMPARE_INCOMPATIBLE = 0,
    /// {{VIR_CPU_COMPARE_IDENTICAL}}
    VIR_CPU_COMPARE_IDENTICAL = 1,
    /// {{VIR_CPU_COMPARE_SUPERSET}}
    VIR_CPU_COMPARE_SUPERSET = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_CPU_COMPARE_LAST}}
    VIR_CPU_COMPARE_LAST = 3,
}
/// {{virCPUCompareResult}}
pub type virCPUCompareResult = _virCPUCompareResult;

/// {{virConnect}}
pub struct _virConnect {
    _private: [u8; 0],
}
/// {{virConnect}}
pub type virConnect = _virConnect;

/// {{virConnectAuth}}
#[repr(C)]
pub struct _virConnectAuth {
    /// {{_virConnectAuth.credtype}}
    pub credtype: *mut c_int,
    /// {{_virConnectAuth.ncredtype}}
    pub ncredtype: c_uint,
    /// {{_virConnectAuth.cb}}
    pub cb: virConnectAuthCallbackPtr,
    /// {{_virConnectAuth.cbdata}}
    pub cbdata: *mut c_void,
}
/// {{virConnectAuth}}
pub type virConnectAuth = _virConnectAuth;

/// {{virConnectAuthCallbackPtr}}
pub type virConnectAuthCallbackPtr =
    Option<unsafe extern "C" fn(cred: virConnectCredentialPtr, ncred: c_uint, cbdata: *mut c_void) -> c_int>;

/// {{virConnectAuthPtr}}
pub type virConnectAuthPtr = *mut virConnectAuth;

/// {{virConnectBaselineCPUFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectBaselineCPUFlags {
    /// {{VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES}}
    VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES = 1 << 0,
    /// {{VIR_CONNECT_BASELINE_CPU_MIGRATABLE}}
    VIR_CONNECT_BASELINE_CPU_MIGRATABLE = 1 << 1,
    /// {{VIR_CONNECT_BASELINE_CPU_IGNORE_HOST}}
    VIR_CONNECT_BASELINE_CPU_IGNORE_HOST = 1 << 2,
}
/// {{virConnectBaselineCPUFlags}}
pub type virConnectBaselineCPUFlags = _virConnectBaselineCPUFlags;

/// {{virConnectCloseFunc}}
pub type virConnectCloseFunc =
    Option<unsafe extern "C" fn(conn: virConnectPtr, reason: c_int, opaque: *mut c_void)>;

/// {{virConnectCompareCPUFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectCompareCPUFlags {
    /// {{VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE}}
    VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = 1 << 0,
    /// {{VIR_CONNECT_COMPARE_CPU_VALIDATE_XML}}
    VIR_CONNECT_COMPARE_CPU_VALIDATE_XML = 1 << 1,
}
/// {{virConnectCompareCPUFlags}}
pub type virConnectCompareCPUFlags = _virConnectCompareCPUFlags;

/// {{virConnectCredential}}
#[repr(C)]
pub struct _virConnectCredential {
    /// {{_virConnectCredential.type}}
    pub r#type: c_int,
    /// {{_virConnectCredential.prompt}}
    pub prompt: *const c_char,
    /// {{_virConnectCredential.challenge}}
    pub challenge: *const c_char,
    /// {{_virConnectCredential.defresult}}
    pub defresult: *const c_char,
    /// {{_virConnectCredential.result}}
    pub result: *mut c_char,
    /// {{_virConnectCredential.resultlen}}
    pub resultlen: c_uint,
}
/// {{virConnectCredential}}
pub type virConnectCredential = _virConnectCredential;

/// {{virConnectCredentialPtr}}
pub type virConnectCredentialPtr = *mut virConnectCredential;

/// {{virConnectCredentialType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectCredentialType {
    /// {{VIR_CRED_USERNAME}}
    VIR_CRED_USERNAME = 1,
    /// {{VIR_CRED_AUTHNAME}}
    VIR_CRED_AUTHNAME = 2,
    /// {{VIR_CRED_LANGUAGE}}
    VIR_CRED_LANGUAGE = 3,
    /// {{VIR_CRED_CNONCE}}
    VIR_CRED_CNONCE = 4,
    /// {{VIR_CRED_PASSPHRASE}}
    VIR_CRED_PASSPHRASE = 5,
    /// {{VIR_CRED_ECHOPROMPT}}
    VIR_CRED_ECHOPROMPT = 6,
    /// {{VIR_CRED_NOECHOPROMPT}}
    VIR_CRED_NOECHOPROMPT = 7,
    /// {{VIR_CRED_REALM}}
    VIR_CRED_REALM = 8,
    /// {{VIR_CRED_EXTERNAL}}
    VIR_CRED_EXTERNAL = 9,
    #[cfg(feature = "sentinels")]
    /// {{VIR_CRED_LAST}}
    VIR_CRED_LAST = 10,
}
/// {{virConnectCredentialType}}
pub type virConnectCredentialType = _virConnectCredentialType;

/// {{virConnectFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectFlags {
    /// {{VIR_CONNECT_RO}}
    VIR_CONNECT_RO = 1 << 0,
    /// {{VIR_CONNECT_NO_ALIASES}}
    VIR_CONNECT_NO_ALIASES = 1 << 1,
}
/// {{virConnectFlags}}
pub type virConnectFlags = _virConnectFlags;

/// {{virConnectPtr}}
pub type virConnectPtr = *mut virConnect;

/// {{virNodeAllocPagesFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeAllocPagesFlags {
    /// {{VIR_NODE_ALLOC_PAGES_ADD}}
    VIR_NODE_ALLOC_PAGES_ADD = 0,
    /// {{VIR_NODE_ALLOC_PAGES_SET}}
    VIR_NODE_ALLOC_PAGES_SET = 1 << 0,
}
/// {{virNodeAllocPagesFlags}}
pub type virNodeAllocPagesFlags = _virNodeAllocPagesFlags;

/// {{virNodeCPUStats}}
#[repr(C)]
pub struct _virNodeCPUStats {
    /// {{_virNodeCPUStats.field}}
    pub field: [c_char; 80],
    /// {{_virNodeCPUStats.value}}
    pub value: c_ulonglong,
}
/// {{virNodeCPUStats}}
pub type virNodeCPUStats = _virNodeCPUStats;

/// {{virNodeCPUStatsPtr}}
pub type virNodeCPUStatsPtr = *mut virNodeCPUStats;

/// {{virNodeGetCPUStatsAllCPUs}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeGetCPUStatsAllCPUs {
    /// {{VIR_NODE_CPU_STATS_ALL_CPUS}}
    VIR_NODE_CPU_STATS_ALL_CPUS = -1,
}
/// {{virNodeGetCPUStatsAllCPUs}}
pub type virNodeGetCPUStatsAllCPUs = _virNodeGetCPUStatsAllCPUs;

/// {{virNodeGetMemoryStatsAllCells}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeGetMemoryStatsAllCells {
    /// {{VIR_NODE_MEMORY_STATS_ALL_CELLS}}
    VIR_NODE_MEMORY_STATS_ALL_CELLS = -1,
}
/// {{virNodeGetMemoryStatsAllCells}}
pub type virNodeGetMemoryStatsAllCells = _virNodeGetMemoryStatsAllCells;

/// {{virNodeInfo}}
#[repr(C)]
pub struct _virNodeInfo {
    /// {{_virNodeInfo.model}}
    pub model: [c_char; 32],
    /// {{_virNodeInfo.memory}}
    pub memory: c_ulong,
    /// {{_virNodeInfo.cpus}}
    pub cpus: c_uint,
    /// {{_virNodeInfo.mhz}}
    pub mhz: c_uint,
    /// {{_virNodeInfo.nodes}}
    pub nodes: c_uint,
    /// {{_virNodeInfo.sockets}}
    pub sockets: c_uint,
    /// {{_virNodeInfo.cores}}
    pub cores: c_uint,
    /// {{_virNodeInfo.threads}}
    pub threads: c_uint,
}
/// {{virNodeInfo}}
pub type virNodeInfo = _virNodeInfo;

/// {{virNodeInfoPtr}}
pub type virNodeInfoPtr = *mut virNodeInfo;

/// {{virNodeMemoryStats}}
#[repr(C)]
pub struct _virNodeMemoryStats {
    /// {{_virNodeMemoryStats.field}}
    pub field: [c_char; 80],
    /// {{_virNodeMemoryStats.value}}
    pub value: c_ulonglong,
}
/// {{virNodeMemoryStats}}
pub type virNodeMemoryStats = _virNodeMemoryStats;

/// {{virNodeMemoryStatsPtr}}
pub type virNodeMemoryStatsPtr = *mut virNodeMemoryStats;

/// {{virNodeSuspendTarget}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeSuspendTarget {
    /// {{VIR_NODE_SUSPEND_TARGET_MEM}}
    VIR_NODE_SUSPEND_TARGET_MEM = 0,
    /// {{VIR_NODE_SUSPEND_TARGET_DISK}}
    VIR_NODE_SUSPEND_TARGET_DISK = 1,
    /// {{VIR_NODE_SUSPEND_TARGET_HYBRID}}
    VIR_NODE_SUSPEND_TARGET_HYBRID = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_NODE_SUSPEND_TARGET_LAST}}
    VIR_NODE_SUSPEND_TARGET_LAST = 3,
}
/// {{virNodeSuspendTarget}}
pub type virNodeSuspendTarget = _virNodeSuspendTarget;

/// {{virSecurityLabel}}
#[repr(C)]
pub struct _virSecurityLabel {
    /// {{_virSecurityLabel.label}}
    pub label: [c_char; 4097],
    /// {{_virSecurityLabel.enforcing}}
    pub enforcing: c_int,
}
/// {{virSecurityLabel}}
pub type virSecurityLabel = _virSecurityLabel;

/// {{virSecurityLabelPtr}}
pub type virSecurityLabelPtr = *mut virSecurityLabel;

/// {{virSecurityModel}}
#[repr(C)]
pub struct _virSecurityModel {
    /// {{_virSecurityModel.model}}
    pub model: [c_char; 257],
    /// {{_virSecurityModel.doi}}
    pub doi: [c_char; 257],
}
/// {{virSecurityModel}}
pub type virSecurityModel = _virSecurityModel;

/// {{virSecurityModelPtr}}
pub type virSecurityModelPtr = *mut virSecurityModel;

/// {{virStream}}
pub struct _virStream {
    _private: [u8; 0],
}
/// {{virStream}}
pub type virStream = _virStream;

/// {{virStreamPtr}}
pub type virStreamPtr = *mut virStream;
