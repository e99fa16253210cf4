//! Processors, memory, tuning, statistics and security of domains (part of `libvirt-domain.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_int, c_longlong, c_uchar, c_uint, c_ulonglong};

/// Older name of virTypedParameter for block I/O settings.
pub type virBlkioParameter = virTypedParameter;

/// Pointer to a virBlkioParameter.
pub type virBlkioParameterPtr = *mut virBlkioParameter;

/// Value types of block I/O parameters; superseded by virTypedParameterType.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virBlkioParameterType {
    /// Signed 32-bit value; an older name of VIR_TYPED_PARAM_INT.
    VIR_DOMAIN_BLKIO_PARAM_INT = 1,
    /// Unsigned 32-bit value; an older name of VIR_TYPED_PARAM_UINT.
    VIR_DOMAIN_BLKIO_PARAM_UINT = 2,
    /// Signed 64-bit value; an older name of VIR_TYPED_PARAM_LLONG.
    VIR_DOMAIN_BLKIO_PARAM_LLONG = 3,
    /// Unsigned 64-bit value; an older name of VIR_TYPED_PARAM_ULLONG.
    VIR_DOMAIN_BLKIO_PARAM_ULLONG = 4,
    /// Floating point value; an older name of VIR_TYPED_PARAM_DOUBLE.
    VIR_DOMAIN_BLKIO_PARAM_DOUBLE = 5,
    /// Boolean value; an older name of VIR_TYPED_PARAM_BOOLEAN.
    VIR_DOMAIN_BLKIO_PARAM_BOOLEAN = 6,
}

/// Value types of block I/O parameters; superseded by virTypedParameterType.
pub type virBlkioParameterType = _virBlkioParameterType;

/// Filters and options for bulk domain statistics.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectGetAllDomainStatsFlags {
    /// Include active domains.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE = 1 << 0,
    /// Include inactive domains.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE = 1 << 1,
    /// Include persistent domains.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT = 1 << 2,
    /// Include transient domains.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT = 1 << 3,
    /// Include running domains.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING = 1 << 4,
    /// Include paused domains.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED = 1 << 5,
    /// Include shut off domains.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF = 1 << 6,
    /// Include domains in any other state.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER = 1 << 7,
    /// Skip statistics of domains that are busy with a job.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT = 1 << 29,
    /// List the backing images of disks too.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING = 1 << 30,
    /// Fail if a requested group is not supported.
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS = 1 << 31,
}

/// Filters and options for bulk domain statistics.
pub type virConnectGetAllDomainStatsFlags = _virConnectGetAllDomainStatsFlags;

/// Ways of measuring the dirty rate.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDirtyRateCalcFlags {
    /// Sample some pages.
    VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING = 0,
    /// Use the dirty bitmap.
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP = 1 << 0,
    /// Use the dirty ring, which allows figures per vCPU.
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING = 1 << 1,
}

/// Ways of measuring the dirty rate.
pub type virDomainDirtyRateCalcFlags = _virDomainDirtyRateCalcFlags;

/// Statuses of a dirty rate measurement.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDirtyRateStatus {
    /// No measurement was started.
    VIR_DOMAIN_DIRTYRATE_UNSTARTED = 0,
    /// Measurement is running.
    VIR_DOMAIN_DIRTYRATE_MEASURING = 1,
    /// Measurement is done.
    VIR_DOMAIN_DIRTYRATE_MEASURED = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_DIRTYRATE_LAST = 3,
}

/// Statuses of a dirty rate measurement.
pub type virDomainDirtyRateStatus = _virDomainDirtyRateStatus;

/// An I/O thread of a domain; free it with virDomainIOThreadInfoFree().
#[repr(C)]
pub struct _virDomainIOThreadInfo {
    /// Id of the I/O thread.
    pub iothread_id: c_uint,
    /// Bitmap of the host CPUs it may use, lowest bit first.
    pub cpumap: *mut c_uchar,
    /// Length of the bitmap in bytes.
    pub cpumaplen: c_int,
}

/// An I/O thread of a domain; free it with virDomainIOThreadInfoFree().
pub type virDomainIOThreadInfo = _virDomainIOThreadInfo;

/// Pointer to a virDomainIOThreadInfo.
pub type virDomainIOThreadInfoPtr = *mut virDomainIOThreadInfo;

/// Pointer to a virDomainInterfaceStatsStruct.
pub type virDomainInterfaceStatsPtr = *mut virDomainInterfaceStatsStruct;

/// Traffic counters of a network interface; -1 stands for an unknown one.
#[repr(C)]
pub struct _virDomainInterfaceStats {
    /// Bytes received.
    pub rx_bytes: c_longlong,
    /// Packets received.
    pub rx_packets: c_longlong,
    /// Errors on receiving.
    pub rx_errs: c_longlong,
    /// Received packets that were dropped.
    pub rx_drop: c_longlong,
    /// Bytes sent.
    pub tx_bytes: c_longlong,
    /// Packets sent.
    pub tx_packets: c_longlong,
    /// Errors on sending.
    pub tx_errs: c_longlong,
    /// Packets dropped on sending.
    pub tx_drop: c_longlong,
}

/// Traffic counters of a network interface; -1 stands for an unknown one.
pub type virDomainInterfaceStatsStruct = _virDomainInterfaceStats;

/// What was done about a memory failure.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryFailureActionType {
    /// Failure was ignored.
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE = 0,
    /// Failure was passed on to the guest.
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT = 1,
    /// Hypervisor has to stop.
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL = 2,
    /// Guest could not handle it and was reset.
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET = 3,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST = 4,
}

/// What was done about a memory failure.
pub type virDomainMemoryFailureActionType = _virDomainMemoryFailureActionType;

/// Properties of a memory failure.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryFailureFlags {
    /// The failure needs action at once.
    VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED = 1 << 0,
    /// It occurred while handling a former failure.
    VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE = 1 << 1,
}

/// Properties of a memory failure.
pub type virDomainMemoryFailureFlags = _virDomainMemoryFailureFlags;

/// Owner of memory that failed.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryFailureRecipientType {
    /// Faulty memory belongs to the hypervisor.
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR = 0,
    /// Faulty memory belongs to the guest.
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST = 2,
}

/// Owner of memory that failed.
pub type virDomainMemoryFailureRecipientType = _virDomainMemoryFailureRecipientType;

/// Address kinds for reading guest memory.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryFlags {
    /// Address is a virtual one of the guest.
    VIR_MEMORY_VIRTUAL = 1 << 0,
    /// Address is a physical one of the guest.
    VIR_MEMORY_PHYSICAL = 1 << 1,
}

/// Address kinds for reading guest memory.
pub type virDomainMemoryFlags = _virDomainMemoryFlags;

/// Flags for changing memory sizes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryModFlags {
    /// Change the current state: running if active, else stored.
    VIR_DOMAIN_MEM_CURRENT = 0,
    /// Change the running domain.
    VIR_DOMAIN_MEM_LIVE = 1 << 0,
    /// Change the stored configuration.
    VIR_DOMAIN_MEM_CONFIG = 1 << 1,
    /// Change the maximum instead of the current memory.
    VIR_DOMAIN_MEM_MAXIMUM = 1 << 2,
}

/// Flags for changing memory sizes.
pub type virDomainMemoryModFlags = _virDomainMemoryModFlags;

/// Pointer to a virDomainMemoryStatStruct.
pub type virDomainMemoryStatPtr = *mut virDomainMemoryStatStruct;

/// One memory statistic.
#[repr(C)]
pub struct _virDomainMemoryStat {
    /// Which statistic, a virDomainMemoryStatTags value.
    pub tag: c_int,
    /// Its value.
    pub val: c_ulonglong,
}

/// One memory statistic.
pub type virDomainMemoryStatStruct = _virDomainMemoryStat;

/// Tags of memory statistics.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryStatTags {
    /// Data the guest read from swap, in KiB.
    VIR_DOMAIN_MEMORY_STAT_SWAP_IN = 0,
    /// Data the guest wrote to swap, in KiB.
    VIR_DOMAIN_MEMORY_STAT_SWAP_OUT = 1,
    /// Page faults that needed disk I/O.
    VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT = 2,
    /// Page faults resolved without disk I/O.
    VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT = 3,
    /// Memory the guest leaves entirely unused, in KiB.
    VIR_DOMAIN_MEMORY_STAT_UNUSED = 4,
    /// Memory the guest sees in total, in KiB.
    VIR_DOMAIN_MEMORY_STAT_AVAILABLE = 5,
    /// Current balloon value, in KiB.
    VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON = 6,
    /// Host memory held by the domain's process, in KiB.
    VIR_DOMAIN_MEMORY_STAT_RSS = 7,
    /// Memory the guest could use without swapping, in KiB.
    VIR_DOMAIN_MEMORY_STAT_USABLE = 8,
    /// Time of the last guest report, in seconds since 1970.
    VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE = 9,
    /// Memory the guest could reclaim from disk caches, in KiB.
    VIR_DOMAIN_MEMORY_STAT_DISK_CACHES = 10,
    /// Huge pages the guest allocated successfully.
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC = 11,
    /// Huge page allocations that failed in the guest.
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL = 12,
    /// Number of statistics known to this version.
    VIR_DOMAIN_MEMORY_STAT_NR = 13,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_MEMORY_STAT_LAST = 13,
}

/// Tags of memory statistics.
pub type virDomainMemoryStatTags = _virDomainMemoryStatTags;

/// Ways of taking guest memory from NUMA nodes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainNumatuneMemMode {
    /// Memory must come from the given nodes.
    VIR_DOMAIN_NUMATUNE_MEM_STRICT = 0,
    /// Memory comes from the given node if possible.
    VIR_DOMAIN_NUMATUNE_MEM_PREFERRED = 1,
    /// Memory is spread over the given nodes.
    VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE = 2,
    /// Nodes are limited by cgroup only, so memory may move later.
    VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE = 3,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_NUMATUNE_MEM_LAST = 4,
}

/// Ways of taking guest memory from NUMA nodes.
pub type virDomainNumatuneMemMode = _virDomainNumatuneMemMode;

/// Signals for guest processes, numbered alike for all guests.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainProcessSignal {
    /// No signal; only checks the process.
    VIR_DOMAIN_PROCESS_SIGNAL_NOP = 0,
    /// Hangup (SIGHUP on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_HUP = 1,
    /// Interrupt (SIGINT on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_INT = 2,
    /// Quit (SIGQUIT on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_QUIT = 3,
    /// Illegal instruction (SIGILL on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_ILL = 4,
    /// Trap (SIGTRAP on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_TRAP = 5,
    /// Abort (SIGABRT on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_ABRT = 6,
    /// Bus error (SIGBUS on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_BUS = 7,
    /// Arithmetic error (SIGFPE on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_FPE = 8,
    /// Kill, which cannot be caught (SIGKILL on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_KILL = 9,
    /// First user-defined signal (SIGUSR1 on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_USR1 = 10,
    /// Segmentation fault (SIGSEGV on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_SEGV = 11,
    /// Second user-defined signal (SIGUSR2 on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_USR2 = 12,
    /// Broken pipe (SIGPIPE on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_PIPE = 13,
    /// Alarm timer (SIGALRM on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_ALRM = 14,
    /// Termination request (SIGTERM on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_TERM = 15,
    /// Stack fault signal of Linux.
    VIR_DOMAIN_PROCESS_SIGNAL_STKFLT = 16,
    /// Child process changed state (SIGCHLD on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_CHLD = 17,
    /// Continue (SIGCONT on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_CONT = 18,
    /// Stop, which cannot be caught (SIGSTOP on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_STOP = 19,
    /// Stop from the terminal (SIGTSTP on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_TSTP = 20,
    /// Background read from the terminal (SIGTTIN on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_TTIN = 21,
    /// Background write to the terminal (SIGTTOU on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_TTOU = 22,
    /// Urgent socket data (SIGURG on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_URG = 23,
    /// CPU time limit exceeded (SIGXCPU on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_XCPU = 24,
    /// File size limit exceeded (SIGXFSZ on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_XFSZ = 25,
    /// Virtual timer (SIGVTALRM on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_VTALRM = 26,
    /// Profiling timer (SIGPROF on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_PROF = 27,
    /// Window size change (SIGWINCH on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_WINCH = 28,
    /// I/O possible (SIGPOLL on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_POLL = 29,
    /// Power failure (SIGPWR on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_PWR = 30,
    /// Bad system call (SIGSYS on Linux).
    VIR_DOMAIN_PROCESS_SIGNAL_SYS = 31,
    /// Real-time signal number 0.
    VIR_DOMAIN_PROCESS_SIGNAL_RT0 = 32,
    /// Real-time signal number 1.
    VIR_DOMAIN_PROCESS_SIGNAL_RT1 = 33,
    /// Real-time signal number 2.
    VIR_DOMAIN_PROCESS_SIGNAL_RT2 = 34,
    /// Real-time signal number 3.
    VIR_DOMAIN_PROCESS_SIGNAL_RT3 = 35,
    /// Real-time signal number 4.
    VIR_DOMAIN_PROCESS_SIGNAL_RT4 = 36,
    /// Real-time signal number 5.
    VIR_DOMAIN_PROCESS_SIGNAL_RT5 = 37,
    /// Real-time signal number 6.
    VIR_DOMAIN_PROCESS_SIGNAL_RT6 = 38,
    /// Real-time signal number 7.
    VIR_DOMAIN_PROCESS_SIGNAL_RT7 = 39,
    /// Real-time signal number 8.
    VIR_DOMAIN_PROCESS_SIGNAL_RT8 = 40,
    /// Real-time signal number 9.
    VIR_DOMAIN_PROCESS_SIGNAL_RT9 = 41,
    /// Real-time signal number 10.
    VIR_DOMAIN_PROCESS_SIGNAL_RT10 = 42,
    /// Real-time signal number 11.
    VIR_DOMAIN_PROCESS_SIGNAL_RT11 = 43,
    /// Real-time signal number 12.
    VIR_DOMAIN_PROCESS_SIGNAL_RT12 = 44,
    /// Real-time signal number 13.
    VIR_DOMAIN_PROCESS_SIGNAL_RT13 = 45,
    /// Real-time signal number 14.
    VIR_DOMAIN_PROCESS_SIGNAL_RT14 = 46,
    /// Real-time signal number 15.
    VIR_DOMAIN_PROCESS_SIGNAL_RT15 = 47,
    /// Real-time signal number 16.
    VIR_DOMAIN_PROCESS_SIGNAL_RT16 = 48,
    /// Real-time signal number 17.
    VIR_DOMAIN_PROCESS_SIGNAL_RT17 = 49,
    /// Real-time signal number 18.
    VIR_DOMAIN_PROCESS_SIGNAL_RT18 = 50,
    /// Real-time signal number 19.
    VIR_DOMAIN_PROCESS_SIGNAL_RT19 = 51,
    /// Real-time signal number 20.
    VIR_DOMAIN_PROCESS_SIGNAL_RT20 = 52,
    /// Real-time signal number 21.
    VIR_DOMAIN_PROCESS_SIGNAL_RT21 = 53,
    /// Real-time signal number 22.
    VIR_DOMAIN_PROCESS_SIGNAL_RT22 = 54,
    /// Real-time signal number 23.
    VIR_DOMAIN_PROCESS_SIGNAL_RT23 = 55,
    /// Real-time signal number 24.
    VIR_DOMAIN_PROCESS_SIGNAL_RT24 = 56,
    /// Real-time signal number 25.
    VIR_DOMAIN_PROCESS_SIGNAL_RT25 = 57,
    /// Real-time signal number 26.
    VIR_DOMAIN_PROCESS_SIGNAL_RT26 = 58,
    /// Real-time signal number 27.
    VIR_DOMAIN_PROCESS_SIGNAL_RT27 = 59,
    /// Real-time signal number 28.
    VIR_DOMAIN_PROCESS_SIGNAL_RT28 = 60,
    /// Real-time signal number 29.
    VIR_DOMAIN_PROCESS_SIGNAL_RT29 = 61,
    /// Real-time signal number 30.
    VIR_DOMAIN_PROCESS_SIGNAL_RT30 = 62,
    /// Real-time signal number 31.
    VIR_DOMAIN_PROCESS_SIGNAL_RT31 = 63,
    /// Real-time signal number 32.
    VIR_DOMAIN_PROCESS_SIGNAL_RT32 = 64,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_PROCESS_SIGNAL_LAST = 65,
}

/// Signals for guest processes, numbered alike for all guests.
pub type virDomainProcessSignal = _virDomainProcessSignal;

/// Statistics of one domain.
#[repr(C)]
pub struct _virDomainStatsRecord {
    /// The domain; the record holds a reference.
    pub dom: virDomainPtr,
    /// Statistics as typed parameters.
    pub params: virTypedParameterPtr,
    /// Number of statistics.
    pub nparams: c_int,
}

/// Statistics of one domain.
pub type virDomainStatsRecord = _virDomainStatsRecord;

/// Pointer to a virDomainStatsRecord.
pub type virDomainStatsRecordPtr = *mut virDomainStatsRecord;

/// Groups of domain statistics.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainStatsTypes {
    /// State of the domain and its reason.
    VIR_DOMAIN_STATS_STATE = 1 << 0,
    /// CPU time of the whole domain.
    VIR_DOMAIN_STATS_CPU_TOTAL = 1 << 1,
    /// Balloon and memory statistics.
    VIR_DOMAIN_STATS_BALLOON = 1 << 2,
    /// State and time of each vCPU.
    VIR_DOMAIN_STATS_VCPU = 1 << 3,
    /// Counters of each network interface.
    VIR_DOMAIN_STATS_INTERFACE = 1 << 4,
    /// Counters and sizes of each disk.
    VIR_DOMAIN_STATS_BLOCK = 1 << 5,
    /// Enabled performance events.
    VIR_DOMAIN_STATS_PERF = 1 << 6,
    /// Settings of each I/O thread.
    VIR_DOMAIN_STATS_IOTHREAD = 1 << 7,
    /// Memory bandwidth monitors.
    VIR_DOMAIN_STATS_MEMORY = 1 << 8,
    /// Result of the dirty rate measurement.
    VIR_DOMAIN_STATS_DIRTYRATE = 1 << 9,
    /// Statistics of the hypervisor's own choice.
    VIR_DOMAIN_STATS_VM = 1 << 10,
}

/// Groups of domain statistics.
pub type virDomainStatsTypes = _virDomainStatsTypes;

/// Flags for reading and changing the number of vCPUs.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainVcpuFlags {
    /// Use the current state: running if active, else stored.
    VIR_DOMAIN_VCPU_CURRENT = 0,
    /// Use the running domain.
    VIR_DOMAIN_VCPU_LIVE = 1 << 0,
    /// Use the stored configuration.
    VIR_DOMAIN_VCPU_CONFIG = 1 << 1,
    /// Use the maximum instead of the current number.
    VIR_DOMAIN_VCPU_MAXIMUM = 1 << 2,
    /// Act through the guest agent.
    VIR_DOMAIN_VCPU_GUEST = 1 << 3,
    /// Make added vCPUs removable again.
    VIR_DOMAIN_VCPU_HOTPLUGGABLE = 1 << 4,
    /// Return without waiting for the guest to release vCPUs.
    VIR_DOMAIN_VCPU_ASYNC_UNPLUG = 1 << 5,
}

/// Flags for reading and changing the number of vCPUs.
pub type virDomainVcpuFlags = _virDomainVcpuFlags;

/// Older name of virTypedParameter for memory settings.
pub type virMemoryParameter = virTypedParameter;

/// Pointer to a virMemoryParameter.
pub type virMemoryParameterPtr = *mut virMemoryParameter;

/// Value types of memory parameters; superseded by virTypedParameterType.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virMemoryParameterType {
    /// Signed 32-bit value; an older name of VIR_TYPED_PARAM_INT.
    VIR_DOMAIN_MEMORY_PARAM_INT = 1,
    /// Unsigned 32-bit value; an older name of VIR_TYPED_PARAM_UINT.
    VIR_DOMAIN_MEMORY_PARAM_UINT = 2,
    /// Signed 64-bit value; an older name of VIR_TYPED_PARAM_LLONG.
    VIR_DOMAIN_MEMORY_PARAM_LLONG = 3,
    /// Unsigned 64-bit value; an older name of VIR_TYPED_PARAM_ULLONG.
    VIR_DOMAIN_MEMORY_PARAM_ULLONG = 4,
    /// Floating point value; an older name of VIR_TYPED_PARAM_DOUBLE.
    VIR_DOMAIN_MEMORY_PARAM_DOUBLE = 5,
    /// Boolean value; an older name of VIR_TYPED_PARAM_BOOLEAN.
    VIR_DOMAIN_MEMORY_PARAM_BOOLEAN = 6,
}

/// Value types of memory parameters; superseded by virTypedParameterType.
pub type virMemoryParameterType = _virMemoryParameterType;

/// Older name of virTypedParameter for scheduler settings.
pub type virSchedParameter = virTypedParameter;

/// Pointer to a virSchedParameter.
pub type virSchedParameterPtr = *mut virSchedParameter;

/// Value types of scheduler parameters; superseded by virTypedParameterType.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virSchedParameterType {
    /// Signed 32-bit value; an older name of VIR_TYPED_PARAM_INT.
    VIR_DOMAIN_SCHED_FIELD_INT = 1,
    /// Unsigned 32-bit value; an older name of VIR_TYPED_PARAM_UINT.
    VIR_DOMAIN_SCHED_FIELD_UINT = 2,
    /// Signed 64-bit value; an older name of VIR_TYPED_PARAM_LLONG.
    VIR_DOMAIN_SCHED_FIELD_LLONG = 3,
    /// Unsigned 64-bit value; an older name of VIR_TYPED_PARAM_ULLONG.
    VIR_DOMAIN_SCHED_FIELD_ULLONG = 4,
    /// Floating point value; an older name of VIR_TYPED_PARAM_DOUBLE.
    VIR_DOMAIN_SCHED_FIELD_DOUBLE = 5,
    /// Boolean value; an older name of VIR_TYPED_PARAM_BOOLEAN.
    VIR_DOMAIN_SCHED_FIELD_BOOLEAN = 6,
}

/// Value types of scheduler parameters; superseded by virTypedParameterType.
pub type virSchedParameterType = _virSchedParameterType;

/// Special values in place of a vCPU's host CPU number.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virVcpuHostCpuState {
    /// vCPU is offline and so on no host CPU.
    VIR_VCPU_INFO_CPU_OFFLINE = -1,
    /// Hypervisor does not tell the host CPU.
    VIR_VCPU_INFO_CPU_UNAVAILABLE = -2,
}

/// Special values in place of a vCPU's host CPU number.
pub type virVcpuHostCpuState = _virVcpuHostCpuState;

/// State of a vCPU.
#[repr(C)]
pub struct _virVcpuInfo {
    /// Number of the vCPU, from 0.
    pub number: c_uint,
    /// State, a virVcpuState.
    pub state: c_int,
    /// Used CPU time in nanoseconds.
    pub cpuTime: c_ulonglong,
    /// Host CPU it runs on, or a virVcpuHostCpuState.
    pub cpu: c_int,
}

/// State of a vCPU.
pub type virVcpuInfo = _virVcpuInfo;

/// Pointer to a virVcpuInfo.
pub type virVcpuInfoPtr = *mut virVcpuInfo;

/// States of a vCPU.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virVcpuState {
    /// vCPU is offline.
    VIR_VCPU_OFFLINE = 0,
    /// vCPU is running.
    VIR_VCPU_RUNNING = 1,
    /// vCPU waits for something.
    VIR_VCPU_BLOCKED = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_VCPU_LAST = 3,
}

/// States of a vCPU.
pub type virVcpuState = _virVcpuState;

/// Flags for plugging single vCPUs.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSetVcpuFlags {
    /// Change the current state: running if active, else stored.
    VIR_DOMAIN_SETVCPU_AFFECT_CURRENT = 0,
    /// Change the running domain.
    VIR_DOMAIN_SETVCPU_AFFECT_LIVE = 1 << 0,
    /// Change the stored configuration.
    VIR_DOMAIN_SETVCPU_AFFECT_CONFIG = 1 << 1,
    /// Return without waiting for the guest to release vCPUs.
    VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG = 1 << 2,
}

/// Flags for plugging single vCPUs.
pub type virDomainSetVcpuFlags = _virDomainSetVcpuFlags;
