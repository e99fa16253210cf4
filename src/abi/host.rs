//! Connections and the host they lead to (`libvirt-host.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong, c_void};

/// Size of the name of a host CPU statistic in bytes, with the terminating zero.
pub const VIR_NODE_CPU_STATS_FIELD_LENGTH: usize = 80;

/// Size of the name of a host memory statistic in bytes, with the terminating zero.
pub const VIR_NODE_MEMORY_STATS_FIELD_LENGTH: usize = 80;

/// Size of a security domain of interpretation in bytes, with the terminating zero.
pub const VIR_SECURITY_DOI_BUFLEN: usize = 257;

/// Size of a security label in bytes, with the terminating zero.
pub const VIR_SECURITY_LABEL_BUFLEN: usize = 4097;

/// Size of the name of a security model in bytes, with the terminating zero.
pub const VIR_SECURITY_MODEL_BUFLEN: usize = 257;

/// Size of a UUID in bytes.
pub const VIR_UUID_BUFLEN: usize = 16;

/// Size of a UUID as text in bytes, with the terminating zero.
pub const VIR_UUID_STRING_BUFLEN: usize = 37;

/// Identity attribute: name of the user's primary group, as string.
pub const VIR_CONNECT_IDENTITY_GROUP_NAME: &str = "group-name";

/// Identity attribute: process id of the user's program, as long long.
pub const VIR_CONNECT_IDENTITY_PROCESS_ID: &str = "process-id";

/// Identity attribute: when that process started, in clock ticks since boot, as unsigned long long.
pub const VIR_CONNECT_IDENTITY_PROCESS_TIME: &str = "process-time";

/// Identity attribute: name that the user authenticated with by SASL, as string.
pub const VIR_CONNECT_IDENTITY_SASL_USER_NAME: &str = "sasl-user-name";

/// Identity attribute: SELinux context of the user's program, as string.
pub const VIR_CONNECT_IDENTITY_SELINUX_CONTEXT: &str = "selinux-context";

/// Identity attribute: number of the user's primary group, as unsigned long long.
pub const VIR_CONNECT_IDENTITY_UNIX_GROUP_ID: &str = "unix-group-id";

/// Identity attribute: number of the user, as unsigned long long.
pub const VIR_CONNECT_IDENTITY_UNIX_USER_ID: &str = "unix-user-id";

/// Identity attribute: name of the user, as string.
pub const VIR_CONNECT_IDENTITY_USER_NAME: &str = "user-name";

/// Identity attribute: distinguished name in the user's TLS certificate, as string.
pub const VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME: &str = "x509-distinguished-name";

/// Host CPU statistic: time spent running guests since boot, in nanoseconds.
pub const VIR_NODE_CPU_STATS_GUEST: &str = "guest";

/// Host CPU statistic: idle time since boot, in nanoseconds.
pub const VIR_NODE_CPU_STATS_IDLE: &str = "idle";

/// Host CPU statistic: time spent on interrupts since boot, in nanoseconds.
pub const VIR_NODE_CPU_STATS_INTR: &str = "intr";

/// Host CPU statistic: time spent waiting for I/O since boot, in nanoseconds.
pub const VIR_NODE_CPU_STATS_IOWAIT: &str = "iowait";

/// Host CPU statistic: time spent in the kernel since boot, in nanoseconds.
pub const VIR_NODE_CPU_STATS_KERNEL: &str = "kernel";

/// Host CPU statistic: time spent in user processes since boot, in nanoseconds.
pub const VIR_NODE_CPU_STATS_USER: &str = "user";

/// Host CPU statistic: present load in percent of all CPUs.
pub const VIR_NODE_CPU_STATS_UTILIZATION: &str = "utilization";

/// Page sharing: how often all mergeable memory was scanned, as unsigned long long; read only.
pub const VIR_NODE_MEMORY_SHARED_FULL_SCANS: &str = "shm_full_scans";

/// Page sharing: whether pages of different NUMA nodes are merged (1) or not (0), as unsigned int.
pub const VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES: &str = "shm_merge_across_nodes";

/// Page sharing: shared pages in use, as unsigned long long; read only.
pub const VIR_NODE_MEMORY_SHARED_PAGES_SHARED: &str = "shm_pages_shared";

/// Page sharing: places that use a shared page, as unsigned long long; read only.
pub const VIR_NODE_MEMORY_SHARED_PAGES_SHARING: &str = "shm_pages_sharing";

/// Page sharing: pages scanned before each rest, as unsigned int.
pub const VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN: &str = "shm_pages_to_scan";

/// Page sharing: pages that were checked again and again but are unique, as unsigned long long;
/// read only.
pub const VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED: &str = "shm_pages_unshared";

/// Page sharing: pages that change too fast to be merged, as unsigned long long; read only.
pub const VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE: &str = "shm_pages_volatile";

/// Page sharing: length of a rest between scans in milliseconds, as unsigned int.
pub const VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS: &str = "shm_sleep_millisecs";

/// Host memory statistic: what programs can still get without swapping, in KiB.
pub const VIR_NODE_MEMORY_STATS_AVAILABLE: &str = "available";

/// Host memory statistic: kernel buffers in KiB; only for the whole host.
pub const VIR_NODE_MEMORY_STATS_BUFFERS: &str = "buffers";

/// Host memory statistic: page cache in KiB; only for the whole host.
pub const VIR_NODE_MEMORY_STATS_CACHED: &str = "cached";

/// Host memory statistic: unused memory in KiB.
pub const VIR_NODE_MEMORY_STATS_FREE: &str = "free";

/// Host memory statistic: all memory in KiB.
pub const VIR_NODE_MEMORY_STATS_TOTAL: &str = "total";

/// SEV: position of the page table bit that marks encrypted memory, as unsigned int.
pub const VIR_NODE_SEV_CBITPOS: &str = "cbitpos";

/// SEV: the platform's certificate chain in base64, as string.
pub const VIR_NODE_SEV_CERT_CHAIN: &str = "cert-chain";

/// SEV: identity of the CPU in socket 0, for fetching its certificate from AMD, in base64 as
/// string.
pub const VIR_NODE_SEV_CPU0_ID: &str = "cpu0-id";

/// SEV: how many SEV-ES guests the host can run, as unsigned int.
pub const VIR_NODE_SEV_MAX_ES_GUESTS: &str = "max-es-guests";

/// SEV: how many SEV guests the host can run, as unsigned int.
pub const VIR_NODE_SEV_MAX_GUESTS: &str = "max-guests";

/// SEV: the platform's Diffie-Hellman key in base64, as string.
pub const VIR_NODE_SEV_PDH: &str = "pdh";

/// SEV: bits of physical addresses that a guest loses to encryption, as unsigned int.
pub const VIR_NODE_SEV_REDUCED_PHYS_BITS: &str = "reduced-phys-bits";

/// Results of comparing CPUs.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virCPUCompareResult {
    /// The comparison failed.
    VIR_CPU_COMPARE_ERROR = -1,
    /// Host CPU lacks something of the CPU.
    VIR_CPU_COMPARE_INCOMPATIBLE = 0,
    /// Host CPU and the CPU are equal.
    VIR_CPU_COMPARE_IDENTICAL = 1,
    /// Host CPU offers more than the CPU.
    VIR_CPU_COMPARE_SUPERSET = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_CPU_COMPARE_LAST = 3,
}
/// Results of comparing CPUs.
pub type virCPUCompareResult = _virCPUCompareResult;

/// Opaque connection to a hypervisor.
pub struct _virConnect {
    _private: [u8; 0],
}
/// Opaque connection to a hypervisor.
pub type virConnect = _virConnect;

/// How a program supplies credentials while a connection is opened.
#[repr(C)]
pub struct _virConnectAuth {
    /// Kinds of credentials the program can supply.
    pub credtype: *mut c_int,
    /// Number of entries in credtype.
    pub ncredtype: c_uint,
    /// Function that collects the credentials.
    pub cb: virConnectAuthCallbackPtr,
    /// Data passed to that function.
    pub cbdata: *mut c_void,
}
/// How a program supplies credentials while a connection is opened.
pub type virConnectAuth = _virConnectAuth;

/// Fills in the result of each of the ncred credentials; the strings must come from malloc(). Returns
/// 0, or -1 to give up.
pub type virConnectAuthCallbackPtr = Option<
    unsafe extern "C-unwind" fn(cred: virConnectCredentialPtr, ncred: c_uint, cbdata: *mut c_void) -> c_int,
>;

/// Pointer to a virConnectAuth.
pub type virConnectAuthPtr = *mut virConnectAuth;

/// Flags for computing a baseline CPU.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectBaselineCPUFlags {
    /// List all features of the result.
    VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES = 1 << 0,
    /// Leave out features that prevent migration.
    VIR_CONNECT_BASELINE_CPU_MIGRATABLE = 1 << 1,
    /// Do not limit the result to what this host supports.
    VIR_CONNECT_BASELINE_CPU_IGNORE_HOST = 1 << 2,
}
/// Flags for computing a baseline CPU.
pub type virConnectBaselineCPUFlags = _virConnectBaselineCPUFlags;

/// Called when a connection breaks, with a virConnectCloseReason.
pub type virConnectCloseFunc =
    Option<unsafe extern "C-unwind" fn(conn: virConnectPtr, reason: c_int, opaque: *mut c_void)>;

/// Flags for comparing CPUs.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectCompareCPUFlags {
    /// Report an incompatible CPU as error.
    VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = 1 << 0,
    /// Check the XML against the schema.
    VIR_CONNECT_COMPARE_CPU_VALIDATE_XML = 1 << 1,
}
/// Flags for comparing CPUs.
pub type virConnectCompareCPUFlags = _virConnectCompareCPUFlags;

/// One credential asked for while a connection is opened.
#[repr(C)]
pub struct _virConnectCredential {
    /// Kind of credential, a virConnectCredentialType.
    pub r#type: c_int,
    /// Text to show to the user.
    pub prompt: *const c_char,
    /// Further text about what is asked for, or NULL.
    pub challenge: *const c_char,
    /// Value to use if the user enters nothing, or NULL.
    pub defresult: *const c_char,
    /// The answer, in memory from malloc() that the library frees.
    pub result: *mut c_char,
    /// Length of the answer in bytes.
    pub resultlen: c_uint,
}
/// One credential asked for while a connection is opened.
pub type virConnectCredential = _virConnectCredential;

/// Pointer to a virConnectCredential.
pub type virConnectCredentialPtr = *mut virConnectCredential;

/// Kinds of credentials.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectCredentialType {
    /// Identity to act as.
    VIR_CRED_USERNAME = 1,
    /// Identity to authenticate with.
    VIR_CRED_AUTHNAME = 2,
    /// Language tags.
    VIR_CRED_LANGUAGE = 3,
    /// Nonce supplied by the client.
    VIR_CRED_CNONCE = 4,
    /// Passphrase.
    VIR_CRED_PASSPHRASE = 5,
    /// Answer to a challenge that may be shown.
    VIR_CRED_ECHOPROMPT = 6,
    /// Answer to a challenge that must be hidden.
    VIR_CRED_NOECHOPROMPT = 7,
    /// Authentication realm.
    VIR_CRED_REALM = 8,
    /// Credential handled outside the program.
    VIR_CRED_EXTERNAL = 9,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_CRED_LAST = 10,
}
/// Kinds of credentials.
pub type virConnectCredentialType = _virConnectCredentialType;

/// Flags for opening a connection.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectFlags {
    /// Open the connection read-only.
    VIR_CONNECT_RO = 1 << 0,
    /// Do not look the URI up in the configured aliases.
    VIR_CONNECT_NO_ALIASES = 1 << 1,
}
/// Flags for opening a connection.
pub type virConnectFlags = _virConnectFlags;

/// Handle of a connection to a hypervisor; release it with virConnectClose().
pub type virConnectPtr = *mut virConnect;

/// Flags for allocating huge pages.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeAllocPagesFlags {
    /// Counts are added to the pools.
    VIR_NODE_ALLOC_PAGES_ADD = 0,
    /// Counts are the new sizes of the pools.
    VIR_NODE_ALLOC_PAGES_SET = 1 << 0,
}
/// Flags for allocating huge pages.
pub type virNodeAllocPagesFlags = _virNodeAllocPagesFlags;

/// One CPU statistic of the host.
#[repr(C)]
pub struct _virNodeCPUStats {
    /// Name of the statistic.
    pub field: [c_char; VIR_NODE_CPU_STATS_FIELD_LENGTH],
    /// Its value, usually nanoseconds.
    pub value: c_ulonglong,
}
/// One CPU statistic of the host.
pub type virNodeCPUStats = _virNodeCPUStats;

/// Pointer to a virNodeCPUStats.
pub type virNodeCPUStatsPtr = *mut virNodeCPUStats;

/// Special CPU number for virNodeGetCPUStats().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeGetCPUStatsAllCPUs {
    /// All host CPUs together.
    VIR_NODE_CPU_STATS_ALL_CPUS = -1,
}
/// Special CPU number for virNodeGetCPUStats().
pub type virNodeGetCPUStatsAllCPUs = _virNodeGetCPUStatsAllCPUs;

/// Special node number for virNodeGetMemoryStats().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeGetMemoryStatsAllCells {
    /// All NUMA nodes together.
    VIR_NODE_MEMORY_STATS_ALL_CELLS = -1,
}
/// Special node number for virNodeGetMemoryStats().
pub type virNodeGetMemoryStatsAllCells = _virNodeGetMemoryStatsAllCells;

/// Processor and memory layout of the host.
#[repr(C)]
pub struct _virNodeInfo {
    /// CPU model or architecture of the host.
    pub model: [c_char; 32],
    /// Memory of the host in KiB.
    pub memory: c_ulong,
    /// Number of active CPUs.
    pub cpus: c_uint,
    /// CPU frequency in MHz, 0 if unknown.
    pub mhz: c_uint,
    /// Number of NUMA nodes; 1 for odd layouts.
    pub nodes: c_uint,
    /// CPU sockets per NUMA node.
    pub sockets: c_uint,
    /// Cores per socket.
    pub cores: c_uint,
    /// Threads per core.
    pub threads: c_uint,
}
/// Processor and memory layout of the host.
pub type virNodeInfo = _virNodeInfo;

/// Pointer to a virNodeInfo.
pub type virNodeInfoPtr = *mut virNodeInfo;

/// One memory statistic of the host.
#[repr(C)]
pub struct _virNodeMemoryStats {
    /// Name of the statistic.
    pub field: [c_char; VIR_NODE_MEMORY_STATS_FIELD_LENGTH],
    /// Its value in KiB.
    pub value: c_ulonglong,
}
/// One memory statistic of the host.
pub type virNodeMemoryStats = _virNodeMemoryStats;

/// Pointer to a virNodeMemoryStats.
pub type virNodeMemoryStatsPtr = *mut virNodeMemoryStats;

/// Ways of suspending a host or guest.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeSuspendTarget {
    /// Suspend to memory.
    VIR_NODE_SUSPEND_TARGET_MEM = 0,
    /// Suspend to disk.
    VIR_NODE_SUSPEND_TARGET_DISK = 1,
    /// Suspend to memory with a copy on disk.
    VIR_NODE_SUSPEND_TARGET_HYBRID = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_NODE_SUSPEND_TARGET_LAST = 3,
}
/// Ways of suspending a host or guest.
pub type virNodeSuspendTarget = _virNodeSuspendTarget;

/// Security label of a running domain.
#[repr(C)]
pub struct _virSecurityLabel {
    /// The label, with a terminating zero.
    pub label: [c_char; VIR_SECURITY_LABEL_BUFLEN],
    /// 1 if the policy is enforced, 0 if not.
    pub enforcing: c_int,
}
/// Security label of a running domain.
pub type virSecurityLabel = _virSecurityLabel;

/// Pointer to a virSecurityLabel.
pub type virSecurityLabelPtr = *mut virSecurityLabel;

/// Security model of the host.
#[repr(C)]
pub struct _virSecurityModel {
    /// Name of the model, such as selinux or apparmor.
    pub model: [c_char; VIR_SECURITY_MODEL_BUFLEN],
    /// Domain of interpretation of the labels.
    pub doi: [c_char; VIR_SECURITY_DOI_BUFLEN],
}
/// Security model of the host.
pub type virSecurityModel = _virSecurityModel;

/// Pointer to a virSecurityModel.
pub type virSecurityModelPtr = *mut virSecurityModel;

/// Opaque data stream.
pub struct _virStream {
    _private: [u8; 0],
}
/// Opaque data stream.
pub type virStream = _virStream;

/// Handle of a stream; release it with virStreamFree().
pub type virStreamPtr = *mut virStream;
