//! Domains, their devices and their events (`libvirt-domain.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_char, c_int, c_longlong, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort, c_void};

/// {{virBlkioParameter}}
pub type virBlkioParameter = virTypedParameter;

/// {{virBlkioParameterPtr}}
pub type virBlkioParameterPtr = *mut virBlkioParameter;

/// {{virBlkioParameterType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virBlkioParameterType {
    /// {{VIR_DOMAIN_BLKIO_PARAM_INT}}
    VIR_DOMAIN_BLKIO_PARAM_INT = 1,
    /// {{VIR_DOMAIN_BLKIO_PARAM_UINT}}
    VIR_DOMAIN_BLKIO_PARAM_UINT = 2,
    /// {{VIR_DOMAIN_BLKIO_PARAM_LLONG}}
    VIR_DOMAIN_BLKIO_PARAM_LLONG = 3,
    /// {{VIR_DOMAIN_BLKIO_PARAM_ULLONG}}
    VIR_DOMAIN_BLKIO_PARAM_ULLONG = 4,
    /// {{VIR_DOMAIN_BLKIO_PARAM_DOUBLE}}
    VIR_DOMAIN_BLKIO_PARAM_DOUBLE = 5,
    /// {{VIR_DOMAIN_BLKIO_PARAM_BOOLEAN}}
    VIR_DOMAIN_BLKIO_PARAM_BOOLEAN = 6,
}
/// {{virBlkioParameterType}}
pub type virBlkioParameterType = _virBlkioParameterType;

/// {{virConnectDomainEventAgentLifecycleCallback}}
pub type virConnectDomainEventAgentLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        state: c_int,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventAgentLifecycleReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventAgentLifecycleReason {
    /// {{VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN}}
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN = 0,
    /// {{VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED}}
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /// {{VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL}}
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST}}
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST = 3,
}
/// {{virConnectDomainEventAgentLifecycleReason}}
pub type virConnectDomainEventAgentLifecycleReason = _virConnectDomainEventAgentLifecycleReason;

/// {{virConnectDomainEventAgentLifecycleState}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventAgentLifecycleState {
    /// {{VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED}}
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED = 1,
    /// {{VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED}}
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST}}
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST = 3,
}
/// {{virConnectDomainEventAgentLifecycleState}}
pub type virConnectDomainEventAgentLifecycleState = _virConnectDomainEventAgentLifecycleState;

/// {{virConnectDomainEventBalloonChangeCallback}}
pub type virConnectDomainEventBalloonChangeCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, actual: c_ulonglong, opaque: *mut c_void),
>;

/// {{virConnectDomainEventBlockJobCallback}}
pub type virConnectDomainEventBlockJobCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        disk: *const c_char,
        r#type: c_int,
        status: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventBlockJobStatus}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventBlockJobStatus {
    /// {{VIR_DOMAIN_BLOCK_JOB_COMPLETED}}
    VIR_DOMAIN_BLOCK_JOB_COMPLETED = 0,
    /// {{VIR_DOMAIN_BLOCK_JOB_FAILED}}
    VIR_DOMAIN_BLOCK_JOB_FAILED = 1,
    /// {{VIR_DOMAIN_BLOCK_JOB_CANCELED}}
    VIR_DOMAIN_BLOCK_JOB_CANCELED = 2,
    /// {{VIR_DOMAIN_BLOCK_JOB_READY}}
    VIR_DOMAIN_BLOCK_JOB_READY = 3,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_BLOCK_JOB_LAST}}
    VIR_DOMAIN_BLOCK_JOB_LAST = 4,
}
/// {{virConnectDomainEventBlockJobStatus}}
pub type virConnectDomainEventBlockJobStatus = _virConnectDomainEventBlockJobStatus;

/// {{virConnectDomainEventBlockThresholdCallback}}
pub type virConnectDomainEventBlockThresholdCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        dev: *const c_char,
        path: *const c_char,
        threshold: c_ulonglong,
        excess: c_ulonglong,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventCallback}}
pub type virConnectDomainEventCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ) -> c_int,
>;

/// {{virConnectDomainEventDeviceAddedCallback}}
pub type virConnectDomainEventDeviceAddedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventDeviceRemovalFailedCallback}}
pub type virConnectDomainEventDeviceRemovalFailedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventDeviceRemovedCallback}}
pub type virConnectDomainEventDeviceRemovedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventDiskChangeCallback}}
pub type virConnectDomainEventDiskChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        oldSrcPath: *const c_char,
        newSrcPath: *const c_char,
        devAlias: *const c_char,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventDiskChangeReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventDiskChangeReason {
    /// {{VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START}}
    VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START = 0,
    /// {{VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START}}
    VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_DISK_CHANGE_LAST}}
    VIR_DOMAIN_EVENT_DISK_CHANGE_LAST = 2,
}
/// {{virConnectDomainEventDiskChangeReason}}
pub type virConnectDomainEventDiskChangeReason = _virConnectDomainEventDiskChangeReason;

/// {{virConnectDomainEventGenericCallback}}
pub type virConnectDomainEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, opaque: *mut c_void)>;

/// {{virConnectDomainEventGraphicsCallback}}
pub type virConnectDomainEventGraphicsCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        phase: c_int,
        local: *const virDomainEventGraphicsAddress,
        remote: *const virDomainEventGraphicsAddress,
        authScheme: *const c_char,
        subject: *const virDomainEventGraphicsSubject,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventIOErrorCallback}}
pub type virConnectDomainEventIOErrorCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        srcPath: *const c_char,
        devAlias: *const c_char,
        action: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventIOErrorReasonCallback}}
pub type virConnectDomainEventIOErrorReasonCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        srcPath: *const c_char,
        devAlias: *const c_char,
        action: c_int,
        reason: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventJobCompletedCallback}}
pub type virConnectDomainEventJobCompletedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventMemoryDeviceSizeChangeCallback}}
pub type virConnectDomainEventMemoryDeviceSizeChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        alias: *const c_char,
        size: c_ulonglong,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventMemoryFailureCallback}}
pub type virConnectDomainEventMemoryFailureCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        recipient: c_int,
        action: c_int,
        flags: c_uint,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventMetadataChangeCallback}}
pub type virConnectDomainEventMetadataChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        r#type: c_int,
        nsuri: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventMigrationIterationCallback}}
pub type virConnectDomainEventMigrationIterationCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, iteration: c_int, opaque: *mut c_void),
>;

/// {{virConnectDomainEventPMSuspendCallback}}
pub type virConnectDomainEventPMSuspendCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// {{virConnectDomainEventPMSuspendDiskCallback}}
pub type virConnectDomainEventPMSuspendDiskCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// {{virConnectDomainEventPMWakeupCallback}}
pub type virConnectDomainEventPMWakeupCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// {{virConnectDomainEventRTCChangeCallback}}
pub type virConnectDomainEventRTCChangeCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, utcoffset: c_longlong, opaque: *mut c_void),
>;

/// {{virConnectDomainEventTrayChangeCallback}}
pub type virConnectDomainEventTrayChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventTunableCallback}}
pub type virConnectDomainEventTunableCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventWatchdogCallback}}
pub type virConnectDomainEventWatchdogCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, action: c_int, opaque: *mut c_void)>;

/// {{virConnectGetAllDomainStatsFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectGetAllDomainStatsFlags {
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE = 1 << 0,
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE = 1 << 1,
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT = 1 << 2,
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT = 1 << 3,
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING = 1 << 4,
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED = 1 << 5,
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF = 1 << 6,
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER = 1 << 7,
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT = 1 << 29,
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING = 1 << 30,
    /// {{VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS}}
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS = 1 << 31,
}
/// {{virConnectGetAllDomainStatsFlags}}
pub type virConnectGetAllDomainStatsFlags = _virConnectGetAllDomainStatsFlags;

/// {{virConnectListAllDomainsFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllDomainsFlags {
    /// {{VIR_CONNECT_LIST_DOMAINS_ACTIVE}}
    VIR_CONNECT_LIST_DOMAINS_ACTIVE = 1 << 0,
    /// {{VIR_CONNECT_LIST_DOMAINS_INACTIVE}}
    VIR_CONNECT_LIST_DOMAINS_INACTIVE = 1 << 1,
    /// {{VIR_CONNECT_LIST_DOMAINS_PERSISTENT}}
    VIR_CONNECT_LIST_DOMAINS_PERSISTENT = 1 << 2,
    /// {{VIR_CONNECT_LIST_DOMAINS_TRANSIENT}}
    VIR_CONNECT_LIST_DOMAINS_TRANSIENT = 1 << 3,
    /// {{VIR_CONNECT_LIST_DOMAINS_RUNNING}}
    VIR_CONNECT_LIST_DOMAINS_RUNNING = 1 << 4,
    /// {{VIR_CONNECT_LIST_DOMAINS_PAUSED}}
    VIR_CONNECT_LIST_DOMAINS_PAUSED = 1 << 5,
    /// {{VIR_CONNECT_LIST_DOMAINS_SHUTOFF}}
    VIR_CONNECT_LIST_DOMAINS_SHUTOFF = 1 << 6,
    /// {{VIR_CONNECT_LIST_DOMAINS_OTHER}}
    VIR_CONNECT_LIST_DOMAINS_OTHER = 1 << 7,
    /// {{VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE}}
    VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE = 1 << 8,
    /// {{VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE}}
    VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE = 1 << 9,
    /// {{VIR_CONNECT_LIST_DOMAINS_AUTOSTART}}
    VIR_CONNECT_LIST_DOMAINS_AUTOSTART = 1 << 10,
    /// {{VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART}}
    VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART = 1 << 11,
    /// {{VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT}}
    VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT = 1 << 12,
    /// {{VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT}}
    VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT = 1 << 13,
    /// {{VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT}}
    VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT = 1 << 14,
    /// {{VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT}}
    VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT = 1 << 15,
}
/// {{virConnectListAllDomainsFlags}}
pub type virConnectListAllDomainsFlags = _virConnectListAllDomainsFlags;

/// {{virDomain}}
pub struct _virDomain {
    _private: [u8; 0],
}
/// {{virDomain}}
pub type virDomain = _virDomain;

/// {{virDomainAbortJobFlagsValues}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainAbortJobFlagsValues {
    /// {{VIR_DOMAIN_ABORT_JOB_POSTCOPY}}
    VIR_DOMAIN_ABORT_JOB_POSTCOPY = 1 << 0,
}
/// {{virDomainAbortJobFlagsValues}}
pub type virDomainAbortJobFlagsValues = _virDomainAbortJobFlagsValues;

/// {{virDomainAgentResponseTimeoutValues}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainAgentResponseTimeoutValues {
    /// {{VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK}}
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK = -2,
    /// {{VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT}}
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT = -1,
    /// {{VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT}}
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT = 0,
}
/// {{virDomainAgentResponseTimeoutValues}}
pub type virDomainAgentResponseTimeoutValues = _virDomainAgentResponseTimeoutValues;

/// {{virDomainAuthorizedSSHKeysSetFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainAuthorizedSSHKeysSetFlags {
    /// {{VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND}}
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND = 1 << 0,
    /// {{VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE}}
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE = 1 << 1,
}
/// {{virDomainAuthorizedSSHKeysSetFlags}}
pub type virDomainAuthorizedSSHKeysSetFlags = _virDomainAuthorizedSSHKeysSetFlags;

/// {{virDomainBackupBeginFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBackupBeginFlags {
    /// {{VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL}}
    VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL = 1 << 0,
    /// {{VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN}}
    VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN = 1 << 1,
}
/// {{virDomainBackupBeginFlags}}
pub type virDomainBackupBeginFlags = _virDomainBackupBeginFlags;

/// {{virDomainBlockCommitFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockCommitFlags {
    /// {{VIR_DOMAIN_BLOCK_COMMIT_SHALLOW}}
    VIR_DOMAIN_BLOCK_COMMIT_SHALLOW = 1 << 0,
    /// {{VIR_DOMAIN_BLOCK_COMMIT_DELETE}}
    VIR_DOMAIN_BLOCK_COMMIT_DELETE = 1 << 1,
    /// {{VIR_DOMAIN_BLOCK_COMMIT_ACTIVE}}
    VIR_DOMAIN_BLOCK_COMMIT_ACTIVE = 1 << 2,
    /// {{VIR_DOMAIN_BLOCK_COMMIT_RELATIVE}}
    VIR_DOMAIN_BLOCK_COMMIT_RELATIVE = 1 << 3,
    /// {{VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES}}
    VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES = 1 << 4,
}
/// {{virDomainBlockCommitFlags}}
pub type virDomainBlockCommitFlags = _virDomainBlockCommitFlags;

/// {{virDomainBlockCopyFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockCopyFlags {
    /// {{VIR_DOMAIN_BLOCK_COPY_SHALLOW}}
    VIR_DOMAIN_BLOCK_COPY_SHALLOW = 1 << 0,
    /// {{VIR_DOMAIN_BLOCK_COPY_REUSE_EXT}}
    VIR_DOMAIN_BLOCK_COPY_REUSE_EXT = 1 << 1,
    /// {{VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB}}
    VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB = 1 << 2,
    /// {{VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES}}
    VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES = 1 << 3,
    /// {{VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED}}
    VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED = 1 << 4,
}
/// {{virDomainBlockCopyFlags}}
pub type virDomainBlockCopyFlags = _virDomainBlockCopyFlags;

/// {{virDomainBlockInfo}}
#[repr(C)]
pub struct _virDomainBlockInfo {
    /// {{_virDomainBlockInfo.capacity}}
    pub capacity: c_ulonglong,
    /// {{_virDomainBlockInfo.allocation}}
    pub allocation: c_ulonglong,
    /// {{_virDomainBlockInfo.physical}}
    pub physical: c_ulonglong,
}
/// {{virDomainBlockInfo}}
pub type virDomainBlockInfo = _virDomainBlockInfo;

/// {{virDomainBlockInfoPtr}}
pub type virDomainBlockInfoPtr = *mut virDomainBlockInfo;

/// {{virDomainBlockJobAbortFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobAbortFlags {
    /// {{VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC}}
    VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC = 1 << 0,
    /// {{VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT}}
    VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT = 1 << 1,
}
/// {{virDomainBlockJobAbortFlags}}
pub type virDomainBlockJobAbortFlags = _virDomainBlockJobAbortFlags;

/// {{virDomainBlockJobCursor}}
pub type virDomainBlockJobCursor = c_ulonglong;

/// {{virDomainBlockJobInfo}}
#[repr(C)]
pub struct _virDomainBlockJobInfo {
    /// {{_virDomainBlockJobInfo.type}}
    pub r#type: c_int,
    /// {{_virDomainBlockJobInfo.bandwidth}}
    pub bandwidth: c_ulong,
    /// {{_virDomainBlockJobInfo.cur}}
    pub cur: virDomainBlockJobCursor,
    /// {{_virDomainBlockJobInfo.end}}
    pub end: virDomainBlockJobCursor,
}
/// {{virDomainBlockJobInfo}}
pub type virDomainBlockJobInfo = _virDomainBlockJobInfo;

/// {{virDomainBlockJobInfoFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobInfoFlags {
    /// {{VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES}}
    VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES = 1 << 0,
}
/// {{virDomainBlockJobInfoFlags}}
pub type virDomainBlockJobInfoFlags = _virDomainBlockJobInfoFlags;

/// {{virDomainBlockJobInfoPtr}}
pub type virDomainBlockJobInfoPtr = *mut virDomainBlockJobInfo;

/// {{virDomainBlockJobSetSpeedFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobSetSpeedFlags {
    /// {{VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES}}
    VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES = 1 << 0,
}
/// {{virDomainBlockJobSetSpeedFlags}}
pub type virDomainBlockJobSetSpeedFlags = _virDomainBlockJobSetSpeedFlags;

/// {{virDomainBlockJobType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobType {
    /// {{VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN}}
    VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN = 0,
    /// {{VIR_DOMAIN_BLOCK_JOB_TYPE_PULL}}
    VIR_DOMAIN_BLOCK_JOB_TYPE_PULL = 1,
    /// {{VIR_DOMAIN_BLOCK_JOB_TYPE_COPY}}
    VIR_DOMAIN_BLOCK_JOB_TYPE_COPY = 2,
    /// {{VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT}}
    VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT = 3,
    /// {{VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT}}
    VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT = 4,
    /// {{VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP}}
    VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP = 5,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_BLOCK_JOB_TYPE_LAST}}
    VIR_DOMAIN_BLOCK_JOB_TYPE_LAST = 6,
}
/// {{virDomainBlockJobType}}
pub type virDomainBlockJobType = _virDomainBlockJobType;

/// {{virDomainBlockPullFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockPullFlags {
    /// {{VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES}}
    VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES = 1 << 6,
}
/// {{virDomainBlockPullFlags}}
pub type virDomainBlockPullFlags = _virDomainBlockPullFlags;

/// {{virDomainBlockRebaseFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockRebaseFlags {
    /// {{VIR_DOMAIN_BLOCK_REBASE_SHALLOW}}
    VIR_DOMAIN_BLOCK_REBASE_SHALLOW = 1 << 0,
    /// {{VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT}}
    VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT = 1 << 1,
    /// {{VIR_DOMAIN_BLOCK_REBASE_COPY_RAW}}
    VIR_DOMAIN_BLOCK_REBASE_COPY_RAW = 1 << 2,
    /// {{VIR_DOMAIN_BLOCK_REBASE_COPY}}
    VIR_DOMAIN_BLOCK_REBASE_COPY = 1 << 3,
    /// {{VIR_DOMAIN_BLOCK_REBASE_RELATIVE}}
    VIR_DOMAIN_BLOCK_REBASE_RELATIVE = 1 << 4,
    /// {{VIR_DOMAIN_BLOCK_REBASE_COPY_DEV}}
    VIR_DOMAIN_BLOCK_REBASE_COPY_DEV = 1 << 5,
    /// {{VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES}}
    VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES = 1 << 6,
}
/// {{virDomainBlockRebaseFlags}}
pub type virDomainBlockRebaseFlags = _virDomainBlockRebaseFlags;

/// {{virDomainBlockResizeFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockResizeFlags {
    /// {{VIR_DOMAIN_BLOCK_RESIZE_BYTES}}
    VIR_DOMAIN_BLOCK_RESIZE_BYTES = 1 << 0,
    /// {{VIR_DOMAIN_BLOCK_RESIZE_CAPACITY}}
    VIR_DOMAIN_BLOCK_RESIZE_CAPACITY = 1 << 1,
    /// {{VIR_DOMAIN_BLOCK_RESIZE_EXTEND}}
    VIR_DOMAIN_BLOCK_RESIZE_EXTEND = 1 << 2,
}
/// {{virDomainBlockResizeFlags}}
pub type virDomainBlockResizeFlags = _virDomainBlockResizeFlags;

/// {{virDomainBlockStatsPtr}}
pub type virDomainBlockStatsPtr = *mut virDomainBlockStatsStruct;

/// {{virDomainBlockStatsStruct}}
#[repr(C)]
pub struct _virDomainBlockStats {
    /// {{_virDomainBlockStats.rd_req}}
    pub rd_req: c_longlong,
    /// {{_virDomainBlockStats.rd_bytes}}
    pub rd_bytes: c_longlong,
    /// {{_virDomainBlockStats.wr_req}}
    pub wr_req: c_longlong,
    /// {{_virDomainBlockStats.wr_bytes}}
    pub wr_bytes: c_longlong,
    /// {{_virDomainBlockStats.errs}}
    pub errs: c_longlong,
}
/// {{virDomainBlockStatsStruct}}
pub type virDomainBlockStatsStruct = _virDomainBlockStats;

/// {{virDomainBlockedReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockedReason {
    /// {{VIR_DOMAIN_BLOCKED_UNKNOWN}}
    VIR_DOMAIN_BLOCKED_UNKNOWN = 0,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_BLOCKED_LAST}}
    VIR_DOMAIN_BLOCKED_LAST = 1,
}
/// {{virDomainBlockedReason}}
pub type virDomainBlockedReason = _virDomainBlockedReason;

/// {{virDomainChannelFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainChannelFlags {
    /// {{VIR_DOMAIN_CHANNEL_FORCE}}
    VIR_DOMAIN_CHANNEL_FORCE = 1 << 0,
}
/// {{virDomainChannelFlags}}
pub type virDomainChannelFlags = _virDomainChannelFlags;

/// {{virDomainConsoleFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainConsoleFlags {
    /// {{VIR_DOMAIN_CONSOLE_FORCE}}
    VIR_DOMAIN_CONSOLE_FORCE = 1 << 0,
    /// {{VIR_DOMAIN_CONSOLE_SAFE}}
    VIR_DOMAIN_CONSOLE_SAFE = 1 << 1,
}
/// {{virDomainConsoleFlags}}
pub type virDomainConsoleFlags = _virDomainConsoleFlags;

/// {{virDomainControlErrorReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainControlErrorReason {
    /// {{VIR_DOMAIN_CONTROL_ERROR_REASON_NONE}}
    VIR_DOMAIN_CONTROL_ERROR_REASON_NONE = 0,
    /// {{VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN}}
    VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN = 1,
    /// {{VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR}}
    VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR = 2,
    /// {{VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL}}
    VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL = 3,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_CONTROL_ERROR_REASON_LAST}}
    VIR_DOMAIN_CONTROL_ERROR_REASON_LAST = 4,
}
/// {{virDomainControlErrorReason}}
pub type virDomainControlErrorReason = _virDomainControlErrorReason;

/// {{virDomainControlInfo}}
#[repr(C)]
pub struct _virDomainControlInfo {
    /// {{_virDomainControlInfo.state}}
    pub state: c_uint,
    /// {{_virDomainControlInfo.details}}
    pub details: c_uint,
    /// {{_virDomainControlInfo.stateTime}}
    pub stateTime: c_ulonglong,
}
/// {{virDomainControlInfo}}
pub type virDomainControlInfo = _virDomainControlInfo;

/// {{virDomainControlInfoPtr}}
pub type virDomainControlInfoPtr = *mut virDomainControlInfo;

/// {{virDomainControlState}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainControlState {
    /// {{VIR_DOMAIN_CONTROL_OK}}
    VIR_DOMAIN_CONTROL_OK = 0,
    /// {{VIR_DOMAIN_CONTROL_JOB}}
    VIR_DOMAIN_CONTROL_JOB = 1,
    /// {{VIR_DOMAIN_CONTROL_OCCUPIED}}
    VIR_DOMAIN_CONTROL_OCCUPIED = 2,
    /// {{VIR_DOMAIN_CONTROL_ERROR}}
    VIR_DOMAIN_CONTROL_ERROR = 3,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_CONTROL_LAST}}
    VIR_DOMAIN_CONTROL_LAST = 4,
}
/// {{virDomainControlState}}
pub type virDomainControlState = _virDomainControlState;

/// {{virDomainCoreDumpFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCoreDumpFlags {
    /// {{VIR_DUMP_CRASH}}
    VIR_DUMP_CRASH = 1 << 0,
    /// {{VIR_DUMP_LIVE}}
    VIR_DUMP_LIVE = 1 << 1,
    /// {{VIR_DUMP_BYPASS_CACHE}}
    VIR_DUMP_BYPASS_CACHE = 1 << 2,
    /// {{VIR_DUMP_RESET}}
    VIR_DUMP_RESET = 1 << 3,
    /// {{VIR_DUMP_MEMORY_ONLY}}
    VIR_DUMP_MEMORY_ONLY = 1 << 4,
}
/// {{virDomainCoreDumpFlags}}
pub type virDomainCoreDumpFlags = _virDomainCoreDumpFlags;

/// {{virDomainCoreDumpFormat}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCoreDumpFormat {
    /// {{VIR_DOMAIN_CORE_DUMP_FORMAT_RAW}}
    VIR_DOMAIN_CORE_DUMP_FORMAT_RAW = 0,
    /// {{VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB}}
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB = 1,
    /// {{VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO}}
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO = 2,
    /// {{VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY}}
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY = 3,
    /// {{VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP}}
    VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP = 4,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_CORE_DUMP_FORMAT_LAST}}
    VIR_DOMAIN_CORE_DUMP_FORMAT_LAST = 5,
}
/// {{virDomainCoreDumpFormat}}
pub type virDomainCoreDumpFormat = _virDomainCoreDumpFormat;

/// {{virDomainCrashedReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCrashedReason {
    /// {{VIR_DOMAIN_CRASHED_UNKNOWN}}
    VIR_DOMAIN_CRASHED_UNKNOWN = 0,
    /// {{VIR_DOMAIN_CRASHED_PANICKED}}
    VIR_DOMAIN_CRASHED_PANICKED = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_CRASHED_LAST}}
    VIR_DOMAIN_CRASHED_LAST = 2,
}
/// {{virDomainCrashedReason}}
pub type virDomainCrashedReason = _virDomainCrashedReason;

/// {{virDomainCreateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCreateFlags {
    /// {{VIR_DOMAIN_NONE}}
    VIR_DOMAIN_NONE = 0,
    /// {{VIR_DOMAIN_START_PAUSED}}
    VIR_DOMAIN_START_PAUSED = 1 << 0,
    /// {{VIR_DOMAIN_START_AUTODESTROY}}
    VIR_DOMAIN_START_AUTODESTROY = 1 << 1,
    /// {{VIR_DOMAIN_START_BYPASS_CACHE}}
    VIR_DOMAIN_START_BYPASS_CACHE = 1 << 2,
    /// {{VIR_DOMAIN_START_FORCE_BOOT}}
    VIR_DOMAIN_START_FORCE_BOOT = 1 << 3,
    /// {{VIR_DOMAIN_START_VALIDATE}}
    VIR_DOMAIN_START_VALIDATE = 1 << 4,
    /// {{VIR_DOMAIN_START_RESET_NVRAM}}
    VIR_DOMAIN_START_RESET_NVRAM = 1 << 5,
}
/// {{virDomainCreateFlags}}
pub type virDomainCreateFlags = _virDomainCreateFlags;

/// {{virDomainDefineFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDefineFlags {
    /// {{VIR_DOMAIN_DEFINE_VALIDATE}}
    VIR_DOMAIN_DEFINE_VALIDATE = 1 << 0,
}
/// {{virDomainDefineFlags}}
pub type virDomainDefineFlags = _virDomainDefineFlags;

/// {{virDomainDestroyFlagsValues}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDestroyFlagsValues {
    /// {{VIR_DOMAIN_DESTROY_DEFAULT}}
    VIR_DOMAIN_DESTROY_DEFAULT = 0,
    /// {{VIR_DOMAIN_DESTROY_GRACEFUL}}
    VIR_DOMAIN_DESTROY_GRACEFUL = 1 << 0,
    /// {{VIR_DOMAIN_DESTROY_REMOVE_LOGS}}
    VIR_DOMAIN_DESTROY_REMOVE_LOGS = 1 << 1,
}
/// {{virDomainDestroyFlagsValues}}
pub type virDomainDestroyFlagsValues = _virDomainDestroyFlagsValues;

/// {{virDomainDeviceModifyFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDeviceModifyFlags {
    /// {{VIR_DOMAIN_DEVICE_MODIFY_CURRENT}}
    VIR_DOMAIN_DEVICE_MODIFY_CURRENT = 0,
    /// {{VIR_DOMAIN_DEVICE_MODIFY_LIVE}}
    VIR_DOMAIN_DEVICE_MODIFY_LIVE = 1 << 0,
    /// {{VIR_DOMAIN_DEVICE_MODIFY_CONFIG}}
    VIR_DOMAIN_DEVICE_MODIFY_CONFIG = 1 << 1,
    /// {{VIR_DOMAIN_DEVICE_MODIFY_FORCE}}
    VIR_DOMAIN_DEVICE_MODIFY_FORCE = 1 << 2,
}
/// {{virDomainDeviceModifyFlags}}
pub type virDomainDeviceModifyFlags = _virDomainDeviceModifyFlags;

/// {{virDomainDirtyRateCalcFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDirtyRateCalcFlags {
    /// {{VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING}}
    VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING = 0,
    /// {{VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP}}
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP = 1 << 0,
    /// {{VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING}}
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING = 1 << 1,
}
/// {{virDomainDirtyRateCalcFlags}}
pub type virDomainDirtyRateCalcFlags = _virDomainDirtyRateCalcFlags;

/// {{virDomainDirtyRateStatus}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDirtyRateStatus {
    /// {{VIR_DOMAIN_DIRTYRATE_UNSTARTED}}
    VIR_DOMAIN_DIRTYRATE_UNSTARTED = 0,
    /// {{VIR_DOMAIN_DIRTYRATE_MEASURING}}
    VIR_DOMAIN_DIRTYRATE_MEASURING = 1,
    /// {{VIR_DOMAIN_DIRTYRATE_MEASURED}}
    VIR_DOMAIN_DIRTYRATE_MEASURED = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_DIRTYRATE_LAST}}
    VIR_DOMAIN_DIRTYRATE_LAST = 3,
}
/// {{virDomainDirtyRateStatus}}
pub type virDomainDirtyRateStatus = _virDomainDirtyRateStatus;

/// {{virDomainDiskError}}
#[repr(C)]
pub struct _virDomainDiskError {
    /// {{_virDomainDiskError.disk}}
    pub disk: *mut c_char,
    /// {{_virDomainDiskError.error}}
    pub error: c_int,
}
/// {{virDomainDiskError}}
pub type virDomainDiskError = _virDomainDiskError;

/// {{virDomainDiskErrorCode}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDiskErrorCode {
    /// {{VIR_DOMAIN_DISK_ERROR_NONE}}
    VIR_DOMAIN_DISK_ERROR_NONE = 0,
    /// {{VIR_DOMAIN_DISK_ERROR_UNSPEC}}
    VIR_DOMAIN_DISK_ERROR_UNSPEC = 1,
    /// {{VIR_DOMAIN_DISK_ERROR_NO_SPACE}}
    VIR_DOMAIN_DISK_ERROR_NO_SPACE = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_DISK_ERROR_LAST}}
    VIR_DOMAIN_DISK_ERROR_LAST = 3,
}
/// {{virDomainDiskErrorCode}}
pub type virDomainDiskErrorCode = _virDomainDiskErrorCode;

/// {{virDomainDiskErrorPtr}}
pub type virDomainDiskErrorPtr = *mut virDomainDiskError;

/// {{virDomainEventCrashedDetailType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventCrashedDetailType {
    /// {{VIR_DOMAIN_EVENT_CRASHED_PANICKED}}
    VIR_DOMAIN_EVENT_CRASHED_PANICKED = 0,
    /// {{VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED}}
    VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_CRASHED_LAST}}
    VIR_DOMAIN_EVENT_CRASHED_LAST = 2,
}
/// {{virDomainEventCrashedDetailType}}
pub type virDomainEventCrashedDetailType = _virDomainEventCrashedDetailType;

/// {{virDomainEventDefinedDetailType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventDefinedDetailType {
    /// {{VIR_DOMAIN_EVENT_DEFINED_ADDED}}
    VIR_DOMAIN_EVENT_DEFINED_ADDED = 0,
    /// {{VIR_DOMAIN_EVENT_DEFINED_UPDATED}}
    VIR_DOMAIN_EVENT_DEFINED_UPDATED = 1,
    /// {{VIR_DOMAIN_EVENT_DEFINED_RENAMED}}
    VIR_DOMAIN_EVENT_DEFINED_RENAMED = 2,
    /// {{VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT}}
    VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT = 3,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_DEFINED_LAST}}
    VIR_DOMAIN_EVENT_DEFINED_LAST = 4,
}
/// {{virDomainEventDefinedDetailType}}
pub type virDomainEventDefinedDetailType = _virDomainEventDefinedDetailType;

/// {{virDomainEventGraphicsAddress}}
#[repr(C)]
pub struct _virDomainEventGraphicsAddress {
    /// {{_virDomainEventGraphicsAddress.family}}
    pub family: c_int,
    /// {{_virDomainEventGraphicsAddress.node}}
    pub node: *mut c_char,
    /// {{_virDomainEventGraphicsAddress.service}}
    pub service: *mut c_char,
}
/// {{virDomainEventGraphicsAddress}}
pub type virDomainEventGraphicsAddress = _virDomainEventGraphicsAddress;

/// {{virDomainEventGraphicsAddressPtr}}
pub type virDomainEventGraphicsAddressPtr = *mut virDomainEventGraphicsAddress;

/// {{virDomainEventGraphicsAddressType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventGraphicsAddressType {
    /// {{VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4}}
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4 = 0,
    /// {{VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6}}
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6 = 1,
    /// {{VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX}}
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST}}
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST = 3,
}
/// {{virDomainEventGraphicsAddressType}}
pub type virDomainEventGraphicsAddressType = _virDomainEventGraphicsAddressType;

/// {{virDomainEventGraphicsPhase}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventGraphicsPhase {
    /// {{VIR_DOMAIN_EVENT_GRAPHICS_CONNECT}}
    VIR_DOMAIN_EVENT_GRAPHICS_CONNECT = 0,
    /// {{VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE}}
    VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE = 1,
    /// {{VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT}}
    VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_GRAPHICS_LAST}}
    VIR_DOMAIN_EVENT_GRAPHICS_LAST = 3,
}
/// {{virDomainEventGraphicsPhase}}
pub type virDomainEventGraphicsPhase = _virDomainEventGraphicsPhase;

/// {{virDomainEventGraphicsSubject}}
#[repr(C)]
pub struct _virDomainEventGraphicsSubject {
    /// {{_virDomainEventGraphicsSubject.nidentity}}
    pub nidentity: c_int,
    /// {{_virDomainEventGraphicsSubject.identities}}
    pub identities: virDomainEventGraphicsSubjectIdentityPtr,
}
/// {{virDomainEventGraphicsSubject}}
pub type virDomainEventGraphicsSubject = _virDomainEventGraphicsSubject;

/// {{virDomainEventGraphicsSubjectIdentity}}
#[repr(C)]
pub struct _virDomainEventGraphicsSubjectIdentity {
    /// {{_virDomainEventGraphicsSubjectIdentity.type}}
    pub r#type: *mut c_char,
    /// {{_virDomainEventGraphicsSubjectIdentity.name}}
    pub name: *mut c_char,
}
/// {{virDomainEventGraphicsSubjectIdentity}}
pub type virDomainEventGraphicsSubjectIdentity = _virDomainEventGraphicsSubjectIdentity;

/// {{virDomainEventGraphicsSubjectIdentityPtr}}
pub type virDomainEventGraphicsSubjectIdentityPtr = *mut virDomainEventGraphicsSubjectIdentity;

/// {{virDomainEventGraphicsSubjectPtr}}
pub type virDomainEventGraphicsSubjectPtr = *mut virDomainEventGraphicsSubject;

/// {{virDomainEventID}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventID {
    /// {{VIR_DOMAIN_EVENT_ID_LIFECYCLE}}
    VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0,
    /// {{VIR_DOMAIN_EVENT_ID_REBOOT}}
    VIR_DOMAIN_EVENT_ID_REBOOT = 1,
    /// {{VIR_DOMAIN_EVENT_ID_RTC_CHANGE}}
    VIR_DOMAIN_EVENT_ID_RTC_CHANGE = 2,
    /// {{VIR_DOMAIN_EVENT_ID_WATCHDOG}}
    VIR_DOMAIN_EVENT_ID_WATCHDOG = 3,
    /// {{VIR_DOMAIN_EVENT_ID_IO_ERROR}}
    VIR_DOMAIN_EVENT_ID_IO_ERROR = 4,
    /// {{VIR_DOMAIN_EVENT_ID_GRAPHICS}}
    VIR_DOMAIN_EVENT_ID_GRAPHICS = 5,
    /// {{VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON}}
    VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON = 6,
    /// {{VIR_DOMAIN_EVENT_ID_CONTROL_ERROR}}
    VIR_DOMAIN_EVENT_ID_CONTROL_ERROR = 7,
    /// {{VIR_DOMAIN_EVENT_ID_BLOCK_JOB}}
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB = 8,
    /// {{VIR_DOMAIN_EVENT_ID_DISK_CHANGE}}
    VIR_DOMAIN_EVENT_ID_DISK_CHANGE = 9,
    /// {{VIR_DOMAIN_EVENT_ID_TRAY_CHANGE}}
    VIR_DOMAIN_EVENT_ID_TRAY_CHANGE = 10,
    /// {{VIR_DOMAIN_EVENT_ID_PMWAKEUP}}
    VIR_DOMAIN_EVENT_ID_PMWAKEUP = 11,
    /// {{VIR_DOMAIN_EVENT_ID_PMSUSPEND}}
    VIR_DOMAIN_EVENT_ID_PMSUSPEND = 12,
    /// {{VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE}}
    VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE = 13,
    /// {{VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK}}
    VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK = 14,
    /// {{VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED}}
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED = 15,
    /// {{VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2}}
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2 = 16,
    /// {{VIR_DOMAIN_EVENT_ID_TUNABLE}}
    VIR_DOMAIN_EVENT_ID_TUNABLE = 17,
    /// {{VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE}}
    VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE = 18,
    /// {{VIR_DOMAIN_EVENT_ID_DEVICE_ADDED}}
    VIR_DOMAIN_EVENT_ID_DEVICE_ADDED = 19,
    /// {{VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION}}
    VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION = 20,
    /// {{VIR_DOMAIN_EVENT_ID_JOB_COMPLETED}}
    VIR_DOMAIN_EVENT_ID_JOB_COMPLETED = 21,
    /// {{VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED}}
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED = 22,
    /// {{VIR_DOMAIN_EVENT_ID_METADATA_CHANGE}}
    VIR_DOMAIN_EVENT_ID_METADATA_CHANGE = 23,
    /// {{VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD}}
    VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD = 24,
    /// {{VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE}}
    VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE = 25,
    /// {{VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE}}
    VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE = 26,
    /// {{VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE}}
    VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE = 27,
    /// {{VIR_DOMAIN_EVENT_ID_VCPU_REMOVED}}
    VIR_DOMAIN_EVENT_ID_VCPU_REMOVED = 28,
    /// {{VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE}}
    VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE = 29,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_ID_LAST}}
    VIR_DOMAIN_EVENT_ID_LAST = 30,
}
/// {{virDomainEventID}}
pub type virDomainEventID = _virDomainEventID;

/// {{virDomainEventIOErrorAction}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventIOErrorAction {
    /// {{VIR_DOMAIN_EVENT_IO_ERROR_NONE}}
    VIR_DOMAIN_EVENT_IO_ERROR_NONE = 0,
    /// {{VIR_DOMAIN_EVENT_IO_ERROR_PAUSE}}
    VIR_DOMAIN_EVENT_IO_ERROR_PAUSE = 1,
    /// {{VIR_DOMAIN_EVENT_IO_ERROR_REPORT}}
    VIR_DOMAIN_EVENT_IO_ERROR_REPORT = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_IO_ERROR_LAST}}
    VIR_DOMAIN_EVENT_IO_ERROR_LAST = 3,
}
/// {{virDomainEventIOErrorAction}}
pub type virDomainEventIOErrorAction = _virDomainEventIOErrorAction;

/// {{virDomainEventPMSuspendedDetailType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventPMSuspendedDetailType {
    /// {{VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY}}
    VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY = 0,
    /// {{VIR_DOMAIN_EVENT_PMSUSPENDED_DISK}}
    VIR_DOMAIN_EVENT_PMSUSPENDED_DISK = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_PMSUSPENDED_LAST}}
    VIR_DOMAIN_EVENT_PMSUSPENDED_LAST = 2,
}
/// {{virDomainEventPMSuspendedDetailType}}
pub type virDomainEventPMSuspendedDetailType = _virDomainEventPMSuspendedDetailType;

/// {{virDomainEventResumedDetailType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventResumedDetailType {
    /// {{VIR_DOMAIN_EVENT_RESUMED_UNPAUSED}}
    VIR_DOMAIN_EVENT_RESUMED_UNPAUSED = 0,
    /// {{VIR_DOMAIN_EVENT_RESUMED_MIGRATED}}
    VIR_DOMAIN_EVENT_RESUMED_MIGRATED = 1,
    /// {{VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT}}
    VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT = 2,
    /// {{VIR_DOMAIN_EVENT_RESUMED_POSTCOPY}}
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY = 3,
    /// {{VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED}}
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED = 4,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_RESUMED_LAST}}
    VIR_DOMAIN_EVENT_RESUMED_LAST = 5,
}
/// {{virDomainEventResumedDetailType}}
pub type virDomainEventResumedDetailType = _virDomainEventResumedDetailType;

/// {{virDomainEventShutdownDetailType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventShutdownDetailType {
    /// {{VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED}}
    VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED = 0,
    /// {{VIR_DOMAIN_EVENT_SHUTDOWN_GUEST}}
    VIR_DOMAIN_EVENT_SHUTDOWN_GUEST = 1,
    /// {{VIR_DOMAIN_EVENT_SHUTDOWN_HOST}}
    VIR_DOMAIN_EVENT_SHUTDOWN_HOST = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_SHUTDOWN_LAST}}
    VIR_DOMAIN_EVENT_SHUTDOWN_LAST = 3,
}
/// {{virDomainEventShutdownDetailType}}
pub type virDomainEventShutdownDetailType = _virDomainEventShutdownDetailType;

/// {{virDomainEventStartedDetailType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventStartedDetailType {
    /// {{VIR_DOMAIN_EVENT_STARTED_BOOTED}}
    VIR_DOMAIN_EVENT_STARTED_BOOTED = 0,
    /// {{VIR_DOMAIN_EVENT_STARTED_MIGRATED}}
    VIR_DOMAIN_EVENT_STARTED_MIGRATED = 1,
    /// {{VIR_DOMAIN_EVENT_STARTED_RESTORED}}
    VIR_DOMAIN_EVENT_STARTED_RESTORED = 2,
    /// {{VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT}}
    VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT = 3,
    /// {{VIR_DOMAIN_EVENT_STARTED_WAKEUP}}
    VIR_DOMAIN_EVENT_STARTED_WAKEUP = 4,
    /// {{VIR_DOMAIN_EVENT_STARTED_RECREATED}}
    VIR_DOMAIN_EVENT_STARTED_RECREATED = 5,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_STARTED_LAST}}
    VIR_DOMAIN_EVENT_STARTED_LAST = 6,
}
/// {{virDomainEventStartedDetailType}}
pub type virDomainEventStartedDetailType = _virDomainEventStartedDetailType;

/// {{virDomainEventStoppedDetailType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventStoppedDetailType {
    /// {{VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN}}
    VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN = 0,
    /// {{VIR_DOMAIN_EVENT_STOPPED_DESTROYED}}
    VIR_DOMAIN_EVENT_STOPPED_DESTROYED = 1,
    /// {{VIR_DOMAIN_EVENT_STOPPED_CRASHED}}
    VIR_DOMAIN_EVENT_STOPPED_CRASHED = 2,
    /// {{VIR_DOMAIN_EVENT_STOPPED_MIGRATED}}
    VIR_DOMAIN_EVENT_STOPPED_MIGRATED = 3,
    /// {{VIR_DOMAIN_EVENT_STOPPED_SAVED}}
    VIR_DOMAIN_EVENT_STOPPED_SAVED = 4,
    /// {{VIR_DOMAIN_EVENT_STOPPED_FAILED}}
    VIR_DOMAIN_EVENT_STOPPED_FAILED = 5,
    /// {{VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT}}
    VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT = 6,
    /// {{VIR_DOMAIN_EVENT_STOPPED_RECREATED}}
    VIR_DOMAIN_EVENT_STOPPED_RECREATED = 7,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_STOPPED_LAST}}
    VIR_DOMAIN_EVENT_STOPPED_LAST = 8,
}
/// {{virDomainEventStoppedDetailType}}
pub type virDomainEventStoppedDetailType = _virDomainEventStoppedDetailType;

/// {{virDomainEventSuspendedDetailType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventSuspendedDetailType {
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_PAUSED}}
    VIR_DOMAIN_EVENT_SUSPENDED_PAUSED = 0,
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED}}
    VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED = 1,
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_IOERROR}}
    VIR_DOMAIN_EVENT_SUSPENDED_IOERROR = 2,
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG}}
    VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG = 3,
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_RESTORED}}
    VIR_DOMAIN_EVENT_SUSPENDED_RESTORED = 4,
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT}}
    VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT = 5,
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR}}
    VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR = 6,
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY}}
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY = 7,
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED}}
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED = 8,
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN}}
    VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN = 9,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_SUSPENDED_LAST}}
    VIR_DOMAIN_EVENT_SUSPENDED_LAST = 10,
}
/// {{virDomainEventSuspendedDetailType}}
pub type virDomainEventSuspendedDetailType = _virDomainEventSuspendedDetailType;

/// {{virDomainEventTrayChangeReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventTrayChangeReason {
    /// {{VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN}}
    VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN = 0,
    /// {{VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE}}
    VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST}}
    VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST = 2,
}
/// {{virDomainEventTrayChangeReason}}
pub type virDomainEventTrayChangeReason = _virDomainEventTrayChangeReason;

/// {{virDomainEventType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventType {
    /// {{VIR_DOMAIN_EVENT_DEFINED}}
    VIR_DOMAIN_EVENT_DEFINED = 0,
    /// {{VIR_DOMAIN_EVENT_UNDEFINED}}
    VIR_DOMAIN_EVENT_UNDEFINED = 1,
    /// {{VIR_DOMAIN_EVENT_STARTED}}
    VIR_DOMAIN_EVENT_STARTED = 2,
    /// {{VIR_DOMAIN_EVENT_SUSPENDED}}
    VIR_DOMAIN_EVENT_SUSPENDED = 3,
    /// {{VIR_DOMAIN_EVENT_RESUMED}}
    VIR_DOMAIN_EVENT_RESUMED = 4,
    /// {{VIR_DOMAIN_EVENT_STOPPED}}
    VIR_DOMAIN_EVENT_STOPPED = 5,
    /// {{VIR_DOMAIN_EVENT_SHUTDOWN}}
    VIR_DOMAIN_EVENT_SHUTDOWN = 6,
    /// {{VIR_DOMAIN_EVENT_PMSUSPENDED}}
    VIR_DOMAIN_EVENT_PMSUSPENDED = 7,
    /// {{VIR_DOMAIN_EVENT_CRASHED}}
    VIR_DOMAIN_EVENT_CRASHED = 8,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_LAST}}
    VIR_DOMAIN_EVENT_LAST = 9,
}
/// {{virDomainEventType}}
pub type virDomainEventType = _virDomainEventType;

/// {{virDomainEventUndefinedDetailType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventUndefinedDetailType {
    /// {{VIR_DOMAIN_EVENT_UNDEFINED_REMOVED}}
    VIR_DOMAIN_EVENT_UNDEFINED_REMOVED = 0,
    /// {{VIR_DOMAIN_EVENT_UNDEFINED_RENAMED}}
    VIR_DOMAIN_EVENT_UNDEFINED_RENAMED = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_UNDEFINED_LAST}}
    VIR_DOMAIN_EVENT_UNDEFINED_LAST = 2,
}
/// {{virDomainEventUndefinedDetailType}}
pub type virDomainEventUndefinedDetailType = _virDomainEventUndefinedDetailType;

/// {{virDomainEventWatchdogAction}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventWatchdogAction {
    /// {{VIR_DOMAIN_EVENT_WATCHDOG_NONE}}
    VIR_DOMAIN_EVENT_WATCHDOG_NONE = 0,
    /// {{VIR_DOMAIN_EVENT_WATCHDOG_PAUSE}}
    VIR_DOMAIN_EVENT_WATCHDOG_PAUSE = 1,
    /// {{VIR_DOMAIN_EVENT_WATCHDOG_RESET}}
    VIR_DOMAIN_EVENT_WATCHDOG_RESET = 2,
    /// {{VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF}}
    VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF = 3,
    /// {{VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN}}
    VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN = 4,
    /// {{VIR_DOMAIN_EVENT_WATCHDOG_DEBUG}}
    VIR_DOMAIN_EVENT_WATCHDOG_DEBUG = 5,
    /// {{VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI}}
    VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI = 6,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_WATCHDOG_LAST}}
    VIR_DOMAIN_EVENT_WATCHDOG_LAST = 7,
}
/// {{virDomainEventWatchdogAction}}
pub type virDomainEventWatchdogAction = _virDomainEventWatchdogAction;

/// {{virDomainFDAssociateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainFDAssociateFlags {
    /// {{VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE}}
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE = 1 << 0,
    /// {{VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE}}
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE = 1 << 1,
}
/// {{virDomainFDAssociateFlags}}
pub type virDomainFDAssociateFlags = _virDomainFDAssociateFlags;

/// {{virDomainFSInfo}}
#[repr(C)]
pub struct _virDomainFSInfo {
    /// {{_virDomainFSInfo.mountpoint}}
    pub mountpoint: *mut c_char,
    /// {{_virDomainFSInfo.name}}
    pub name: *mut c_char,
    /// {{_virDomainFSInfo.fstype}}
    pub fstype: *mut c_char,
    /// {{_virDomainFSInfo.ndevAlias}}
    pub ndevAlias: usize,
    /// {{_virDomainFSInfo.devAlias}}
    pub devAlias: *mut *mut c_char,
}
/// {{virDomainFSInfo}}
pub type virDomainFSInfo = _virDomainFSInfo;

/// {{virDomainFSInfoPtr}}
pub type virDomainFSInfoPtr = *mut virDomainFSInfo;

/// {{virDomainGetHostnameFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainGetHostnameFlags {
    /// {{VIR_DOMAIN_GET_HOSTNAME_LEASE}}
    VIR_DOMAIN_GET_HOSTNAME_LEASE = 1 << 0,
    /// {{VIR_DOMAIN_GET_HOSTNAME_AGENT}}
    VIR_DOMAIN_GET_HOSTNAME_AGENT = 1 << 1,
}
/// {{virDomainGetHostnameFlags}}
pub type virDomainGetHostnameFlags = _virDomainGetHostnameFlags;

/// {{virDomainGetJobStatsFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainGetJobStatsFlags {
    /// {{VIR_DOMAIN_JOB_STATS_COMPLETED}}
    VIR_DOMAIN_JOB_STATS_COMPLETED = 1 << 0,
    /// {{VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED}}
    VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED = 1 << 1,
}
/// {{virDomainGetJobStatsFlags}}
pub type virDomainGetJobStatsFlags = _virDomainGetJobStatsFlags;

/// {{virDomainGuestInfoTypes}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainGuestInfoTypes {
    /// {{VIR_DOMAIN_GUEST_INFO_USERS}}
    VIR_DOMAIN_GUEST_INFO_USERS = 1 << 0,
    /// {{VIR_DOMAIN_GUEST_INFO_OS}}
    VIR_DOMAIN_GUEST_INFO_OS = 1 << 1,
    /// {{VIR_DOMAIN_GUEST_INFO_TIMEZONE}}
    VIR_DOMAIN_GUEST_INFO_TIMEZONE = 1 << 2,
    /// {{VIR_DOMAIN_GUEST_INFO_HOSTNAME}}
    VIR_DOMAIN_GUEST_INFO_HOSTNAME = 1 << 3,
    /// {{VIR_DOMAIN_GUEST_INFO_FILESYSTEM}}
    VIR_DOMAIN_GUEST_INFO_FILESYSTEM = 1 << 4,
    /// {{VIR_DOMAIN_GUEST_INFO_DISKS}}
    VIR_DOMAIN_GUEST_INFO_DISKS = 1 << 5,
    /// {{VIR_DOMAIN_GUEST_INFO_INTERFACES}}
    VIR_DOMAIN_GUEST_INFO_INTERFACES = 1 << 6,
    /// {{VIR_DOMAIN_GUEST_INFO_LOAD}}
    VIR_DOMAIN_GUEST_INFO_LOAD = 1 << 7,
    /// {{VIR_DOMAIN_GUEST_INFO_DEVICES}}
    VIR_DOMAIN_GUEST_INFO_DEVICES = 1 << 8,
}
/// {{virDomainGuestInfoTypes}}
pub type virDomainGuestInfoTypes = _virDomainGuestInfoTypes;

/// {{virDomainIOThreadInfo}}
#[repr(C)]
pub struct _virDomainIOThreadInfo {
    /// {{_virDomainIOThreadInfo.iothread_id}}
    pub iothread_id: c_uint,
    /// {{_virDomainIOThreadInfo.cpumap}}
    pub cpumap: *mut c_uchar,
    /// {{_virDomainIOThreadInfo.cpumaplen}}
    pub cpumaplen: c_int,
}
/// {{virDomainIOThreadInfo}}
pub type virDomainIOThreadInfo = _virDomainIOThreadInfo;

/// {{virDomainIOThreadInfoPtr}}
pub type virDomainIOThreadInfoPtr = *mut virDomainIOThreadInfo;

/// {{virDomainIPAddress}}
#[repr(C)]
pub struct _virDomainInterfaceIPAddress {
    /// {{_virDomainInterfaceIPAddress.type}}
    pub r#type: c_int,
    /// {{_virDomainInterfaceIPAddress.addr}}
    pub addr: *mut c_char,
    /// {{_virDomainInterfaceIPAddress.prefix}}
    pub prefix: c_uint,
}
/// {{virDomainIPAddress}}
pub type virDomainIPAddress = _virDomainInterfaceIPAddress;

/// {{virDomainIPAddressPtr}}
pub type virDomainIPAddressPtr = *mut virDomainIPAddress;

/// {{virDomainInfo}}
#[repr(C)]
pub struct _virDomainInfo {
    /// {{_virDomainInfo.state}}
    pub state: c_uchar,
    /// {{_virDomainInfo.maxMem}}
    pub maxMem: c_ulong,
    /// {{_virDomainInfo.memory}}
    pub memory: c_ulong,
    /// {{_virDomainInfo.nrVirtCpu}}
    pub nrVirtCpu: c_ushort,
    /// {{_virDomainInfo.cpuTime}}
    pub cpuTime: c_ulonglong,
}
/// {{virDomainInfo}}
pub type virDomainInfo = _virDomainInfo;

/// {{virDomainInfoPtr}}
pub type virDomainInfoPtr = *mut virDomainInfo;

/// {{virDomainInterface}}
#[repr(C)]
pub struct _virDomainInterface {
    /// {{_virDomainInterface.name}}
    pub name: *mut c_char,
    /// {{_virDomainInterface.hwaddr}}
    pub hwaddr: *mut c_char,
    /// {{_virDomainInterface.naddrs}}
    pub naddrs: c_uint,
    /// {{_virDomainInterface.addrs}}
    pub addrs: virDomainIPAddressPtr,
}
/// {{virDomainInterface}}
pub type virDomainInterface = _virDomainInterface;

/// {{virDomainInterfaceAddressesSource}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainInterfaceAddressesSource {
    /// {{VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE}}
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE = 0,
    /// {{VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT}}
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT = 1,
    /// {{VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP}}
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST}}
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST = 3,
}
/// {{virDomainInterfaceAddressesSource}}
pub type virDomainInterfaceAddressesSource = _virDomainInterfaceAddressesSource;

/// {{virDomainInterfacePtr}}
pub type virDomainInterfacePtr = *mut virDomainInterface;

/// {{virDomainInterfaceStatsPtr}}
pub type virDomainInterfaceStatsPtr = *mut virDomainInterfaceStatsStruct;

/// {{virDomainInterfaceStatsStruct}}
#[repr(C)]
pub struct _virDomainInterfaceStats {
    /// {{_virDomainInterfaceStats.rx_bytes}}
    pub rx_bytes: c_longlong,
    /// {{_virDomainInterfaceStats.rx_packets}}
    pub rx_packets: c_longlong,
    /// {{_virDomainInterfaceStats.rx_errs}}
    pub rx_errs: c_longlong,
    /// {{_virDomainInterfaceStats.rx_drop}}
    pub rx_drop: c_longlong,
    /// {{_virDomainInterfaceStats.tx_bytes}}
    pub tx_bytes: c_longlong,
    /// {{_virDomainInterfaceStats.tx_packets}}
    pub tx_packets: c_longlong,
    /// {{_virDomainInterfaceStats.tx_errs}}
    pub tx_errs: c_longlong,
    /// {{_virDomainInterfaceStats.tx_drop}}
    pub tx_drop: c_longlong,
}
/// {{virDomainInterfaceStatsStruct}}
pub type virDomainInterfaceStatsStruct = _virDomainInterfaceStats;

/// {{virDomainJobInfo}}
#[repr(C)]
pub struct _virDomainJobInfo {
    /// {{_virDomainJobInfo.type}}
    pub r#type: c_int,
    /// {{_virDomainJobInfo.timeElapsed}}
    pub timeElapsed: c_ulonglong,
    /// {{_virDomainJobInfo.timeRemaining}}
    pub timeRemaining: c_ulonglong,
    /// {{_virDomainJobInfo.dataTotal}}
    pub dataTotal: c_ulonglong,
    /// {{_virDomainJobInfo.dataProcessed}}
    pub dataProcessed: c_ulonglong,
    /// {{_virDomainJobInfo.dataRemaining}}
    pub dataRemaining: c_ulonglong,
    /// {{_virDomainJobInfo.memTotal}}
    pub memTotal: c_ulonglong,
    /// {{_virDomainJobInfo.memProcessed}}
    pub memProcessed: c_ulonglong,
    /// {{_virDomainJobInfo.memRemaining}}
    pub memRemaining: c_ulonglong,
    /// {{_virDomainJobInfo.fileTotal}}
    pub fileTotal: c_ulonglong,
    /// {{_virDomainJobInfo.fileProcessed}}
    pub fileProcessed: c_ulonglong,
    /// {{_virDomainJobInfo.fileRemaining}}
    pub fileRemaining: c_ulonglong,
}
/// {{virDomainJobInfo}}
pub type virDomainJobInfo = _virDomainJobInfo;

/// {{virDomainJobInfoPtr}}
pub type virDomainJobInfoPtr = *mut virDomainJobInfo;

/// {{virDomainJobOperation}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainJobOperation {
    /// {{VIR_DOMAIN_JOB_OPERATION_UNKNOWN}}
    VIR_DOMAIN_JOB_OPERATION_UNKNOWN = 0,
    /// {{VIR_DOMAIN_JOB_OPERATION_START}}
    VIR_DOMAIN_JOB_OPERATION_START = 1,
    /// {{VIR_DOMAIN_JOB_OPERATION_SAVE}}
    VIR_DOMAIN_JOB_OPERATION_SAVE = 2,
    /// {{VIR_DOMAIN_JOB_OPERATION_RESTORE}}
    VIR_DOMAIN_JOB_OPERATION_RESTORE = 3,
    /// {{VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN}}
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN = 4,
    /// {{VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT}}
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT = 5,
    /// {{VIR_DOMAIN_JOB_OPERATION_SNAPSHOT}}
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT = 6,
    /// {{VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT}}
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT = 7,
    /// {{VIR_DOMAIN_JOB_OPERATION_DUMP}}
    VIR_DOMAIN_JOB_OPERATION_DUMP = 8,
    /// {{VIR_DOMAIN_JOB_OPERATION_BACKUP}}
    VIR_DOMAIN_JOB_OPERATION_BACKUP = 9,
    /// {{VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE}}
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE = 10,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_JOB_OPERATION_LAST}}
    VIR_DOMAIN_JOB_OPERATION_LAST = 11,
}
/// {{virDomainJobOperation}}
pub type virDomainJobOperation = _virDomainJobOperation;

/// {{virDomainJobType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainJobType {
    /// {{VIR_DOMAIN_JOB_NONE}}
    VIR_DOMAIN_JOB_NONE = 0,
    /// {{VIR_DOMAIN_JOB_BOUNDED}}
    VIR_DOMAIN_JOB_BOUNDED = 1,
    /// {{VIR_DOMAIN_JOB_UNBOUNDED}}
    VIR_DOMAIN_JOB_UNBOUNDED = 2,
    /// {{VIR_DOMAIN_JOB_COMPLETED}}
    VIR_DOMAIN_JOB_COMPLETED = 3,
    /// {{VIR_DOMAIN_JOB_FAILED}}
    VIR_DOMAIN_JOB_FAILED = 4,
    /// {{VIR_DOMAIN_JOB_CANCELLED}}
    VIR_DOMAIN_JOB_CANCELLED = 5,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_JOB_LAST}}
    VIR_DOMAIN_JOB_LAST = 6,
}
/// {{virDomainJobType}}
pub type virDomainJobType = _virDomainJobType;

/// {{virDomainLifecycle}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainLifecycle {
    /// {{VIR_DOMAIN_LIFECYCLE_POWEROFF}}
    VIR_DOMAIN_LIFECYCLE_POWEROFF = 0,
    /// {{VIR_DOMAIN_LIFECYCLE_REBOOT}}
    VIR_DOMAIN_LIFECYCLE_REBOOT = 1,
    /// {{VIR_DOMAIN_LIFECYCLE_CRASH}}
    VIR_DOMAIN_LIFECYCLE_CRASH = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_LIFECYCLE_LAST}}
    VIR_DOMAIN_LIFECYCLE_LAST = 3,
}
/// {{virDomainLifecycle}}
pub type virDomainLifecycle = _virDomainLifecycle;

/// {{virDomainLifecycleAction}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainLifecycleAction {
    /// {{VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY}}
    VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY = 0,
    /// {{VIR_DOMAIN_LIFECYCLE_ACTION_RESTART}}
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART = 1,
    /// {{VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME}}
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME = 2,
    /// {{VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE}}
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE = 3,
    /// {{VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY}}
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY = 4,
    /// {{VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART}}
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART = 5,
    /// {{VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING}}
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING = 6,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_LIFECYCLE_ACTION_LAST}}
    VIR_DOMAIN_LIFECYCLE_ACTION_LAST = 7,
}
/// {{virDomainLifecycleAction}}
pub type virDomainLifecycleAction = _virDomainLifecycleAction;

/// {{virDomainMemoryFailureActionType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryFailureActionType {
    /// {{VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE}}
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE = 0,
    /// {{VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT}}
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT = 1,
    /// {{VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL}}
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL = 2,
    /// {{VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET}}
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET = 3,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST}}
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST = 4,
}
/// {{virDomainMemoryFailureActionType}}
pub type virDomainMemoryFailureActionType = _virDomainMemoryFailureActionType;

/// {{virDomainMemoryFailureFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryFailureFlags {
    /// {{VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED}}
    VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED = 1 << 0,
    /// {{VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE}}
    VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE = 1 << 1,
}
/// {{virDomainMemoryFailureFlags}}
pub type virDomainMemoryFailureFlags = _virDomainMemoryFailureFlags;

/// {{virDomainMemoryFailureRecipientType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryFailureRecipientType {
    /// {{VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR}}
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR = 0,
    /// {{VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST}}
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST}}
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST = 2,
}
/// {{virDomainMemoryFailureRecipientType}}
pub type virDomainMemoryFailureRecipientType = _virDomainMemoryFailureRecipientType;

/// {{virDomainMemoryFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryFlags {
    /// {{VIR_MEMORY_VIRTUAL}}
    VIR_MEMORY_VIRTUAL = 1 << 0,
    /// {{VIR_MEMORY_PHYSICAL}}
    VIR_MEMORY_PHYSICAL = 1 << 1,
}
/// {{virDomainMemoryFlags}}
pub type virDomainMemoryFlags = _virDomainMemoryFlags;

/// {{virDomainMemoryModFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryModFlags {
    /// {{VIR_DOMAIN_MEM_CURRENT}}
    VIR_DOMAIN_MEM_CURRENT = 0,
    /// {{VIR_DOMAIN_MEM_LIVE}}
    VIR_DOMAIN_MEM_LIVE = 1 << 0,
    /// {{VIR_DOMAIN_MEM_CONFIG}}
    VIR_DOMAIN_MEM_CONFIG = 1 << 1,
    /// {{VIR_DOMAIN_MEM_MAXIMUM}}
    VIR_DOMAIN_MEM_MAXIMUM = 1 << 2,
}
/// {{virDomainMemoryModFlags}}
pub type virDomainMemoryModFlags = _virDomainMemoryModFlags;

/// {{virDomainMemoryStatPtr}}
pub type virDomainMemoryStatPtr = *mut virDomainMemoryStatStruct;

/// {{virDomainMemoryStatStruct}}
#[repr(C)]
pub struct _virDomainMemoryStat {
    /// {{_virDomainMemoryStat.tag}}
    pub tag: c_int,
    /// {{_virDomainMemoryStat.val}}
    pub val: c_ulonglong,
}
/// {{virDomainMemoryStatStruct}}
pub type virDomainMemoryStatStruct = _virDomainMemoryStat;

/// {{virDomainMemoryStatTags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMemoryStatTags {
    /// {{VIR_DOMAIN_MEMORY_STAT_SWAP_IN}}
    VIR_DOMAIN_MEMORY_STAT_SWAP_IN = 0,
    /// {{VIR_DOMAIN_MEMORY_STAT_SWAP_OUT}}
    VIR_DOMAIN_MEMORY_STAT_SWAP_OUT = 1,
    /// {{VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT}}
    VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT = 2,
    /// {{VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT}}
    VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT = 3,
    /// {{VIR_DOMAIN_MEMORY_STAT_UNUSED}}
    VIR_DOMAIN_MEMORY_STAT_UNUSED = 4,
    /// {{VIR_DOMAIN_MEMORY_STAT_AVAILABLE}}
    VIR_DOMAIN_MEMORY_STAT_AVAILABLE = 5,
    /// {{VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON}}
    VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON = 6,
    /// {{VIR_DOMAIN_MEMORY_STAT_RSS}}
    VIR_DOMAIN_MEMORY_STAT_RSS = 7,
    /// {{VIR_DOMAIN_MEMORY_STAT_USABLE}}
    VIR_DOMAIN_MEMORY_STAT_USABLE = 8,
    /// {{VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE}}
    VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE = 9,
    /// {{VIR_DOMAIN_MEMORY_STAT_DISK_CACHES}}
    VIR_DOMAIN_MEMORY_STAT_DISK_CACHES = 10,
    /// {{VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC}}
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC = 11,
    /// {{VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL}}
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL = 12,
    /// {{VIR_DOMAIN_MEMORY_STAT_NR}}
    VIR_DOMAIN_MEMORY_STAT_NR = 13,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_MEMORY_STAT_LAST}}
    VIR_DOMAIN_MEMORY_STAT_LAST = 13,
}
/// {{virDomainMemoryStatTags}}
pub type virDomainMemoryStatTags = _virDomainMemoryStatTags;

/// {{virDomainMessageType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMessageType {
    /// {{VIR_DOMAIN_MESSAGE_DEPRECATION}}
    VIR_DOMAIN_MESSAGE_DEPRECATION = 1,
    /// {{VIR_DOMAIN_MESSAGE_TAINTING}}
    VIR_DOMAIN_MESSAGE_TAINTING = 2,
    /// {{VIR_DOMAIN_MESSAGE_IOERRORS}}
    VIR_DOMAIN_MESSAGE_IOERRORS = 4,
}
/// {{virDomainMessageType}}
pub type virDomainMessageType = _virDomainMessageType;

/// {{virDomainMetadataType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMetadataType {
    /// {{VIR_DOMAIN_METADATA_DESCRIPTION}}
    VIR_DOMAIN_METADATA_DESCRIPTION = 0,
    /// {{VIR_DOMAIN_METADATA_TITLE}}
    VIR_DOMAIN_METADATA_TITLE = 1,
    /// {{VIR_DOMAIN_METADATA_ELEMENT}}
    VIR_DOMAIN_METADATA_ELEMENT = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_METADATA_LAST}}
    VIR_DOMAIN_METADATA_LAST = 3,
}
/// {{virDomainMetadataType}}
pub type virDomainMetadataType = _virDomainMetadataType;

/// {{virDomainMigrateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMigrateFlags {
    /// {{VIR_MIGRATE_LIVE}}
    VIR_MIGRATE_LIVE = 1 << 0,
    /// {{VIR_MIGRATE_PEER2PEER}}
    VIR_MIGRATE_PEER2PEER = 1 << 1,
    /// {{VIR_MIGRATE_TUNNELLED}}
    VIR_MIGRATE_TUNNELLED = 1 << 2,
    /// {{VIR_MIGRATE_PERSIST_DEST}}
    VIR_MIGRATE_PERSIST_DEST = 1 << 3,
    /// {{VIR_MIGRATE_UNDEFINE_SOURCE}}
    VIR_MIGRATE_UNDEFINE_SOURCE = 1 << 4,
    /// {{VIR_MIGRATE_PAUSED}}
    VIR_MIGRATE_PAUSED = 1 << 5,
    /// {{VIR_MIGRATE_NON_SHARED_DISK}}
    VIR_MIGRATE_NON_SHARED_DISK = 1 << 6,
    /// {{VIR_MIGRATE_NON_SHARED_INC}}
    VIR_MIGRATE_NON_SHARED_INC = 1 << 7,
    /// {{VIR_MIGRATE_CHANGE_PROTECTION}}
    VIR_MIGRATE_CHANGE_PROTECTION = 1 << 8,
    /// {{VIR_MIGRATE_UNSAFE}}
    VIR_MIGRATE_UNSAFE = 1 << 9,
    /// {{VIR_MIGRATE_OFFLINE}}
    VIR_MIGRATE_OFFLINE = 1 << 10,
    /// {{VIR_MIGRATE_COMPRESSED}}
    VIR_MIGRATE_COMPRESSED = 1 << 11,
    /// {{VIR_MIGRATE_ABORT_ON_ERROR}}
    VIR_MIGRATE_ABORT_ON_ERROR = 1 << 12,
    /// {{VIR_MIGRATE_AUTO_CONVERGE}}
    VIR_MIGRATE_AUTO_CONVERGE = 1 << 13,
    /// {{VIR_MIGRATE_RDMA_PIN_ALL}}
    VIR_MIGRATE_RDMA_PIN_ALL = 1 << 14,
    /// {{VIR_MIGRATE_POSTCOPY}}
    VIR_MIGRATE_POSTCOPY = 1 << 15,
    /// {{VIR_MIGRATE_TLS}}
    VIR_MIGRATE_TLS = 1 << 16,
    /// {{VIR_MIGRATE_PARALLEL}}
    VIR_MIGRATE_PARALLEL = 1 << 17,
    /// {{VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES}}
    VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES = 1 << 18,
    /// {{VIR_MIGRATE_POSTCOPY_RESUME}}
    VIR_MIGRATE_POSTCOPY_RESUME = 1 << 19,
    /// {{VIR_MIGRATE_ZEROCOPY}}
    VIR_MIGRATE_ZEROCOPY = 1 << 20,
}
/// {{virDomainMigrateFlags}}
pub type virDomainMigrateFlags = _virDomainMigrateFlags;

/// {{virDomainMigrateMaxSpeedFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMigrateMaxSpeedFlags {
    /// {{VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY}}
    VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY = 1 << 0,
}
/// {{virDomainMigrateMaxSpeedFlags}}
pub type virDomainMigrateMaxSpeedFlags = _virDomainMigrateMaxSpeedFlags;

/// {{virDomainModificationImpact}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainModificationImpact {
    /// {{VIR_DOMAIN_AFFECT_CURRENT}}
    VIR_DOMAIN_AFFECT_CURRENT = 0,
    /// {{VIR_DOMAIN_AFFECT_LIVE}}
    VIR_DOMAIN_AFFECT_LIVE = 1,
    /// {{VIR_DOMAIN_AFFECT_CONFIG}}
    VIR_DOMAIN_AFFECT_CONFIG = 2,
}
/// {{virDomainModificationImpact}}
pub type virDomainModificationImpact = _virDomainModificationImpact;

/// {{virDomainNostateReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainNostateReason {
    /// {{VIR_DOMAIN_NOSTATE_UNKNOWN}}
    VIR_DOMAIN_NOSTATE_UNKNOWN = 0,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_NOSTATE_LAST}}
    VIR_DOMAIN_NOSTATE_LAST = 1,
}
/// {{virDomainNostateReason}}
pub type virDomainNostateReason = _virDomainNostateReason;

/// {{virDomainNumatuneMemMode}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainNumatuneMemMode {
    /// {{VIR_DOMAIN_NUMATUNE_MEM_STRICT}}
    VIR_DOMAIN_NUMATUNE_MEM_STRICT = 0,
    /// {{VIR_DOMAIN_NUMATUNE_MEM_PREFERRED}}
    VIR_DOMAIN_NUMATUNE_MEM_PREFERRED = 1,
    /// {{VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE}}
    VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE = 2,
    /// {{VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE}}
    VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE = 3,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_NUMATUNE_MEM_LAST}}
    VIR_DOMAIN_NUMATUNE_MEM_LAST = 4,
}
/// {{virDomainNumatuneMemMode}}
pub type virDomainNumatuneMemMode = _virDomainNumatuneMemMode;

/// {{virDomainOpenGraphicsFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainOpenGraphicsFlags {
    /// {{VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH}}
    VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH = 1 << 0,
}
/// {{virDomainOpenGraphicsFlags}}
pub type virDomainOpenGraphicsFlags = _virDomainOpenGraphicsFlags;

/// {{virDomainPMSuspendedDiskReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainPMSuspendedDiskReason {
    /// {{VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN}}
    VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN = 0,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_PMSUSPENDED_DISK_LAST}}
    VIR_DOMAIN_PMSUSPENDED_DISK_LAST = 1,
}
/// {{virDomainPMSuspendedDiskReason}}
pub type virDomainPMSuspendedDiskReason = _virDomainPMSuspendedDiskReason;

/// {{virDomainPMSuspendedReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainPMSuspendedReason {
    /// {{VIR_DOMAIN_PMSUSPENDED_UNKNOWN}}
    VIR_DOMAIN_PMSUSPENDED_UNKNOWN = 0,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_PMSUSPENDED_LAST}}
    VIR_DOMAIN_PMSUSPENDED_LAST = 1,
}
/// {{virDomainPMSuspendedReason}}
pub type virDomainPMSuspendedReason = _virDomainPMSuspendedReason;

/// {{virDomainPausedReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainPausedReason {
    /// {{VIR_DOMAIN_PAUSED_UNKNOWN}}
    VIR_DOMAIN_PAUSED_UNKNOWN = 0,
    /// {{VIR_DOMAIN_PAUSED_USER}}
    VIR_DOMAIN_PAUSED_USER = 1,
    /// {{VIR_DOMAIN_PAUSED_MIGRATION}}
    VIR_DOMAIN_PAUSED_MIGRATION = 2,
    /// {{VIR_DOMAIN_PAUSED_SAVE}}
    VIR_DOMAIN_PAUSED_SAVE = 3,
    /// {{VIR_DOMAIN_PAUSED_DUMP}}
    VIR_DOMAIN_PAUSED_DUMP = 4,
    /// {{VIR_DOMAIN_PAUSED_IOERROR}}
    VIR_DOMAIN_PAUSED_IOERROR = 5,
    /// {{VIR_DOMAIN_PAUSED_WATCHDOG}}
    VIR_DOMAIN_PAUSED_WATCHDOG = 6,
    /// {{VIR_DOMAIN_PAUSED_FROM_SNAPSHOT}}
    VIR_DOMAIN_PAUSED_FROM_SNAPSHOT = 7,
    /// {{VIR_DOMAIN_PAUSED_SHUTTING_DOWN}}
    VIR_DOMAIN_PAUSED_SHUTTING_DOWN = 8,
    /// {{VIR_DOMAIN_PAUSED_SNAPSHOT}}
    VIR_DOMAIN_PAUSED_SNAPSHOT = 9,
    /// {{VIR_DOMAIN_PAUSED_CRASHED}}
    VIR_DOMAIN_PAUSED_CRASHED = 10,
    /// {{VIR_DOMAIN_PAUSED_STARTING_UP}}
    VIR_DOMAIN_PAUSED_STARTING_UP = 11,
    /// {{VIR_DOMAIN_PAUSED_POSTCOPY}}
    VIR_DOMAIN_PAUSED_POSTCOPY = 12,
    /// {{VIR_DOMAIN_PAUSED_POSTCOPY_FAILED}}
    VIR_DOMAIN_PAUSED_POSTCOPY_FAILED = 13,
    /// {{VIR_DOMAIN_PAUSED_API_ERROR}}
    VIR_DOMAIN_PAUSED_API_ERROR = 14,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_PAUSED_LAST}}
    VIR_DOMAIN_PAUSED_LAST = 15,
}
/// {{virDomainPausedReason}}
pub type virDomainPausedReason = _virDomainPausedReason;

/// {{virDomainProcessSignal}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainProcessSignal {
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_NOP}}
    VIR_DOMAIN_PROCESS_SIGNAL_NOP = 0,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_HUP}}
    VIR_DOMAIN_PROCESS_SIGNAL_HUP = 1,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_INT}}
    VIR_DOMAIN_PROCESS_SIGNAL_INT = 2,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_QUIT}}
    VIR_DOMAIN_PROCESS_SIGNAL_QUIT = 3,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_ILL}}
    VIR_DOMAIN_PROCESS_SIGNAL_ILL = 4,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_TRAP}}
    VIR_DOMAIN_PROCESS_SIGNAL_TRAP = 5,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_ABRT}}
    VIR_DOMAIN_PROCESS_SIGNAL_ABRT = 6,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_BUS}}
    VIR_DOMAIN_PROCESS_SIGNAL_BUS = 7,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_FPE}}
    VIR_DOMAIN_PROCESS_SIGNAL_FPE = 8,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_KILL}}
    VIR_DOMAIN_PROCESS_SIGNAL_KILL = 9,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_USR1}}
    VIR_DOMAIN_PROCESS_SIGNAL_USR1 = 10,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_SEGV}}
    VIR_DOMAIN_PROCESS_SIGNAL_SEGV = 11,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_USR2}}
    VIR_DOMAIN_PROCESS_SIGNAL_USR2 = 12,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_PIPE}}
    VIR_DOMAIN_PROCESS_SIGNAL_PIPE = 13,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_ALRM}}
    VIR_DOMAIN_PROCESS_SIGNAL_ALRM = 14,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_TERM}}
    VIR_DOMAIN_PROCESS_SIGNAL_TERM = 15,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_STKFLT}}
    VIR_DOMAIN_PROCESS_SIGNAL_STKFLT = 16,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_CHLD}}
    VIR_DOMAIN_PROCESS_SIGNAL_CHLD = 17,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_CONT}}
    VIR_DOMAIN_PROCESS_SIGNAL_CONT = 18,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_STOP}}
    VIR_DOMAIN_PROCESS_SIGNAL_STOP = 19,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_TSTP}}
    VIR_DOMAIN_PROCESS_SIGNAL_TSTP = 20,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_TTIN}}
    VIR_DOMAIN_PROCESS_SIGNAL_TTIN = 21,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_TTOU}}
    VIR_DOMAIN_PROCESS_SIGNAL_TTOU = 22,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_URG}}
    VIR_DOMAIN_PROCESS_SIGNAL_URG = 23,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_XCPU}}
    VIR_DOMAIN_PROCESS_SIGNAL_XCPU = 24,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_XFSZ}}
    VIR_DOMAIN_PROCESS_SIGNAL_XFSZ = 25,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_VTALRM}}
    VIR_DOMAIN_PROCESS_SIGNAL_VTALRM = 26,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_PROF}}
    VIR_DOMAIN_PROCESS_SIGNAL_PROF = 27,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_WINCH}}
    VIR_DOMAIN_PROCESS_SIGNAL_WINCH = 28,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_POLL}}
    VIR_DOMAIN_PROCESS_SIGNAL_POLL = 29,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_PWR}}
    VIR_DOMAIN_PROCESS_SIGNAL_PWR = 30,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_SYS}}
    VIR_DOMAIN_PROCESS_SIGNAL_SYS = 31,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT0}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT0 = 32,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT1}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT1 = 33,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT2}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT2 = 34,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT3}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT3 = 35,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT4}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT4 = 36,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT5}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT5 = 37,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT6}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT6 = 38,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT7}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT7 = 39,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT8}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT8 = 40,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT9}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT9 = 41,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT10}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT10 = 42,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT11}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT11 = 43,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT12}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT12 = 44,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT13}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT13 = 45,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT14}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT14 = 46,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT15}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT15 = 47,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT16}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT16 = 48,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT17}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT17 = 49,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT18}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT18 = 50,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT19}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT19 = 51,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT20}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT20 = 52,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT21}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT21 = 53,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT22}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT22 = 54,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT23}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT23 = 55,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT24}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT24 = 56,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT25}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT25 = 57,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT26}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT26 = 58,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT27}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT27 = 59,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT28}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT28 = 60,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT29}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT29 = 61,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT30}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT30 = 62,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT31}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT31 = 63,
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_RT32}}
    VIR_DOMAIN_PROCESS_SIGNAL_RT32 = 64,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_PROCESS_SIGNAL_LAST}}
    VIR_DOMAIN_PROCESS_SIGNAL_LAST = 65,
}
/// {{virDomainProcessSignal}}
pub type virDomainProcessSignal = _virDomainProcessSignal;

/// {{virDomainPtr}}
pub type virDomainPtr = *mut virDomain;

/// {{virDomainRebootFlagValues}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainRebootFlagValues {
    /// {{VIR_DOMAIN_REBOOT_DEFAULT}}
    VIR_DOMAIN_REBOOT_DEFAULT = 0,
    /// {{VIR_DOMAIN_REBOOT_ACPI_POWER_BTN}}
    VIR_DOMAIN_REBOOT_ACPI_POWER_BTN = 1 << 0,
    /// {{VIR_DOMAIN_REBOOT_GUEST_AGENT}}
    VIR_DOMAIN_REBOOT_GUEST_AGENT = 1 << 1,
    /// {{VIR_DOMAIN_REBOOT_INITCTL}}
    VIR_DOMAIN_REBOOT_INITCTL = 1 << 2,
    /// {{VIR_DOMAIN_REBOOT_SIGNAL}}
    VIR_DOMAIN_REBOOT_SIGNAL = 1 << 3,
    /// {{VIR_DOMAIN_REBOOT_PARAVIRT}}
    VIR_DOMAIN_REBOOT_PARAVIRT = 1 << 4,
}
/// {{virDomainRebootFlagValues}}
pub type virDomainRebootFlagValues = _virDomainRebootFlagValues;

/// {{virDomainRunningReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainRunningReason {
    /// {{VIR_DOMAIN_RUNNING_UNKNOWN}}
    VIR_DOMAIN_RUNNING_UNKNOWN = 0,
    /// {{VIR_DOMAIN_RUNNING_BOOTED}}
    VIR_DOMAIN_RUNNING_BOOTED = 1,
    /// {{VIR_DOMAIN_RUNNING_MIGRATED}}
    VIR_DOMAIN_RUNNING_MIGRATED = 2,
    /// {{VIR_DOMAIN_RUNNING_RESTORED}}
    VIR_DOMAIN_RUNNING_RESTORED = 3,
    /// {{VIR_DOMAIN_RUNNING_FROM_SNAPSHOT}}
    VIR_DOMAIN_RUNNING_FROM_SNAPSHOT = 4,
    /// {{VIR_DOMAIN_RUNNING_UNPAUSED}}
    VIR_DOMAIN_RUNNING_UNPAUSED = 5,
    /// {{VIR_DOMAIN_RUNNING_MIGRATION_CANCELED}}
    VIR_DOMAIN_RUNNING_MIGRATION_CANCELED = 6,
    /// {{VIR_DOMAIN_RUNNING_SAVE_CANCELED}}
    VIR_DOMAIN_RUNNING_SAVE_CANCELED = 7,
    /// {{VIR_DOMAIN_RUNNING_WAKEUP}}
    VIR_DOMAIN_RUNNING_WAKEUP = 8,
    /// {{VIR_DOMAIN_RUNNING_CRASHED}}
    VIR_DOMAIN_RUNNING_CRASHED = 9,
    /// {{VIR_DOMAIN_RUNNING_POSTCOPY}}
    VIR_DOMAIN_RUNNING_POSTCOPY = 10,
    /// {{VIR_DOMAIN_RUNNING_POSTCOPY_FAILED}}
    VIR_DOMAIN_RUNNING_POSTCOPY_FAILED = 11,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_RUNNING_LAST}}
    VIR_DOMAIN_RUNNING_LAST = 12,
}
/// {{virDomainRunningReason}}
pub type virDomainRunningReason = _virDomainRunningReason;

/// {{virDomainSaveImageXMLFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSaveImageXMLFlags {
    /// {{VIR_DOMAIN_SAVE_IMAGE_XML_SECURE}}
    VIR_DOMAIN_SAVE_IMAGE_XML_SECURE = 1 << 0,
}
/// {{virDomainSaveImageXMLFlags}}
pub type virDomainSaveImageXMLFlags = _virDomainSaveImageXMLFlags;

/// {{virDomainSaveRestoreFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSaveRestoreFlags {
    /// {{VIR_DOMAIN_SAVE_BYPASS_CACHE}}
    VIR_DOMAIN_SAVE_BYPASS_CACHE = 1 << 0,
    /// {{VIR_DOMAIN_SAVE_RUNNING}}
    VIR_DOMAIN_SAVE_RUNNING = 1 << 1,
    /// {{VIR_DOMAIN_SAVE_PAUSED}}
    VIR_DOMAIN_SAVE_PAUSED = 1 << 2,
    /// {{VIR_DOMAIN_SAVE_RESET_NVRAM}}
    VIR_DOMAIN_SAVE_RESET_NVRAM = 1 << 3,
}
/// {{virDomainSaveRestoreFlags}}
pub type virDomainSaveRestoreFlags = _virDomainSaveRestoreFlags;

/// {{virDomainSetTimeFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSetTimeFlags {
    /// {{VIR_DOMAIN_TIME_SYNC}}
    VIR_DOMAIN_TIME_SYNC = 1 << 0,
}
/// {{virDomainSetTimeFlags}}
pub type virDomainSetTimeFlags = _virDomainSetTimeFlags;

/// {{virDomainSetUserPasswordFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSetUserPasswordFlags {
    /// {{VIR_DOMAIN_PASSWORD_ENCRYPTED}}
    VIR_DOMAIN_PASSWORD_ENCRYPTED = 1 << 0,
}
/// {{virDomainSetUserPasswordFlags}}
pub type virDomainSetUserPasswordFlags = _virDomainSetUserPasswordFlags;

/// {{virDomainShutdownFlagValues}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainShutdownFlagValues {
    /// {{VIR_DOMAIN_SHUTDOWN_DEFAULT}}
    VIR_DOMAIN_SHUTDOWN_DEFAULT = 0,
    /// {{VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN}}
    VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN = 1 << 0,
    /// {{VIR_DOMAIN_SHUTDOWN_GUEST_AGENT}}
    VIR_DOMAIN_SHUTDOWN_GUEST_AGENT = 1 << 1,
    /// {{VIR_DOMAIN_SHUTDOWN_INITCTL}}
    VIR_DOMAIN_SHUTDOWN_INITCTL = 1 << 2,
    /// {{VIR_DOMAIN_SHUTDOWN_SIGNAL}}
    VIR_DOMAIN_SHUTDOWN_SIGNAL = 1 << 3,
    /// {{VIR_DOMAIN_SHUTDOWN_PARAVIRT}}
    VIR_DOMAIN_SHUTDOWN_PARAVIRT = 1 << 4,
}
/// {{virDomainShutdownFlagValues}}
pub type virDomainShutdownFlagValues = _virDomainShutdownFlagValues;

/// {{virDomainShutdownReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainShutdownReason {
    /// {{VIR_DOMAIN_SHUTDOWN_UNKNOWN}}
    VIR_DOMAIN_SHUTDOWN_UNKNOWN = 0,
    /// {{VIR_DOMAIN_SHUTDOWN_USER}}
    VIR_DOMAIN_SHUTDOWN_USER = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_SHUTDOWN_LAST}}
    VIR_DOMAIN_SHUTDOWN_LAST = 2,
}
/// {{virDomainShutdownReason}}
pub type virDomainShutdownReason = _virDomainShutdownReason;

/// {{virDomainShutoffReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainShutoffReason {
    /// {{VIR_DOMAIN_SHUTOFF_UNKNOWN}}
    VIR_DOMAIN_SHUTOFF_UNKNOWN = 0,
    /// {{VIR_DOMAIN_SHUTOFF_SHUTDOWN}}
    VIR_DOMAIN_SHUTOFF_SHUTDOWN = 1,
    /// {{VIR_DOMAIN_SHUTOFF_DESTROYED}}
    VIR_DOMAIN_SHUTOFF_DESTROYED = 2,
    /// {{VIR_DOMAIN_SHUTOFF_CRASHED}}
    VIR_DOMAIN_SHUTOFF_CRASHED = 3,
    /// {{VIR_DOMAIN_SHUTOFF_MIGRATED}}
    VIR_DOMAIN_SHUTOFF_MIGRATED = 4,
    /// {{VIR_DOMAIN_SHUTOFF_SAVED}}
    VIR_DOMAIN_SHUTOFF_SAVED = 5,
    /// {{VIR_DOMAIN_SHUTOFF_FAILED}}
    VIR_DOMAIN_SHUTOFF_FAILED = 6,
    /// {{VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT}}
    VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT = 7,
    /// {{VIR_DOMAIN_SHUTOFF_DAEMON}}
    VIR_DOMAIN_SHUTOFF_DAEMON = 8,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_SHUTOFF_LAST}}
    VIR_DOMAIN_SHUTOFF_LAST = 9,
}
/// {{virDomainShutoffReason}}
pub type virDomainShutoffReason = _virDomainShutoffReason;

/// {{virDomainState}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainState {
    /// {{VIR_DOMAIN_NOSTATE}}
    VIR_DOMAIN_NOSTATE = 0,
    /// {{VIR_DOMAIN_RUNNING}}
    VIR_DOMAIN_RUNNING = 1,
    /// {{VIR_DOMAIN_BLOCKED}}
    VIR_DOMAIN_BLOCKED = 2,
    /// {{VIR_DOMAIN_PAUSED}}
    VIR_DOMAIN_PAUSED = 3,
    /// {{VIR_DOMAIN_SHUTDOWN}}
    VIR_DOMAIN_SHUTDOWN = 4,
    /// {{VIR_DOMAIN_SHUTOFF}}
    VIR_DOMAIN_SHUTOFF = 5,
    /// {{VIR_DOMAIN_CRASHED}}
    VIR_DOMAIN_CRASHED = 6,
    /// {{VIR_DOMAIN_PMSUSPENDED}}
    VIR_DOMAIN_PMSUSPENDED = 7,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_LAST}}
    VIR_DOMAIN_LAST = 8,
}
/// {{virDomainState}}
pub type virDomainState = _virDomainState;

/// {{virDomainStatsRecord}}
#[repr(C)]
pub struct _virDomainStatsRecord {
    /// {{_virDomainStatsRecord.dom}}
    pub dom: virDomainPtr,
    /// {{_virDomainStatsRecord.params}}
    pub params: virTypedParameterPtr,
    /// {{_virDomainStatsRecord.nparams}}
    pub nparams: c_int,
}
/// {{virDomainStatsRecord}}
pub type virDomainStatsRecord = _virDomainStatsRecord;

/// {{virDomainStatsRecordPtr}}
pub type virDomainStatsRecordPtr = *mut virDomainStatsRecord;

/// {{virDomainStatsTypes}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainStatsTypes {
    /// {{VIR_DOMAIN_STATS_STATE}}
    VIR_DOMAIN_STATS_STATE = 1 << 0,
    /// {{VIR_DOMAIN_STATS_CPU_TOTAL}}
    VIR_DOMAIN_STATS_CPU_TOTAL = 1 << 1,
    /// {{VIR_DOMAIN_STATS_BALLOON}}
    VIR_DOMAIN_STATS_BALLOON = 1 << 2,
    /// {{VIR_DOMAIN_STATS_VCPU}}
    VIR_DOMAIN_STATS_VCPU = 1 << 3,
    /// {{VIR_DOMAIN_STATS_INTERFACE}}
    VIR_DOMAIN_STATS_INTERFACE = 1 << 4,
    /// {{VIR_DOMAIN_STATS_BLOCK}}
    VIR_DOMAIN_STATS_BLOCK = 1 << 5,
    /// {{VIR_DOMAIN_STATS_PERF}}
    VIR_DOMAIN_STATS_PERF = 1 << 6,
    /// {{VIR_DOMAIN_STATS_IOTHREAD}}
    VIR_DOMAIN_STATS_IOTHREAD = 1 << 7,
    /// {{VIR_DOMAIN_STATS_MEMORY}}
    VIR_DOMAIN_STATS_MEMORY = 1 << 8,
    /// {{VIR_DOMAIN_STATS_DIRTYRATE}}
    VIR_DOMAIN_STATS_DIRTYRATE = 1 << 9,
    /// {{VIR_DOMAIN_STATS_VM}}
    VIR_DOMAIN_STATS_VM = 1 << 10,
}
/// {{virDomainStatsTypes}}
pub type virDomainStatsTypes = _virDomainStatsTypes;

/// {{virDomainUndefineFlagsValues}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainUndefineFlagsValues {
    /// {{VIR_DOMAIN_UNDEFINE_MANAGED_SAVE}}
    VIR_DOMAIN_UNDEFINE_MANAGED_SAVE = 1 << 0,
    /// {{VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA}}
    VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA = 1 << 1,
    /// {{VIR_DOMAIN_UNDEFINE_NVRAM}}
    VIR_DOMAIN_UNDEFINE_NVRAM = 1 << 2,
    /// {{VIR_DOMAIN_UNDEFINE_KEEP_NVRAM}}
    VIR_DOMAIN_UNDEFINE_KEEP_NVRAM = 1 << 3,
    /// {{VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA}}
    VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA = 1 << 4,
    /// {{VIR_DOMAIN_UNDEFINE_TPM}}
    VIR_DOMAIN_UNDEFINE_TPM = 1 << 5,
    /// {{VIR_DOMAIN_UNDEFINE_KEEP_TPM}}
    VIR_DOMAIN_UNDEFINE_KEEP_TPM = 1 << 6,
}
/// {{virDomainUndefineFlagsValues}}
pub type virDomainUndefineFlagsValues = _virDomainUndefineFlagsValues;

/// {{virDomainVcpuFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainVcpuFlags {
    /// {{VIR_DOMAIN_VCPU_CURRENT}}
    VIR_DOMAIN_VCPU_CURRENT = 0,
    /// {{VIR_DOMAIN_VCPU_LIVE}}
    VIR_DOMAIN_VCPU_LIVE = 1 << 0,
    /// {{VIR_DOMAIN_VCPU_CONFIG}}
    VIR_DOMAIN_VCPU_CONFIG = 1 << 1,
    /// {{VIR_DOMAIN_VCPU_MAXIMUM}}
    VIR_DOMAIN_VCPU_MAXIMUM = 1 << 2,
    /// {{VIR_DOMAIN_VCPU_GUEST}}
    VIR_DOMAIN_VCPU_GUEST = 1 << 3,
    /// {{VIR_DOMAIN_VCPU_HOTPLUGGABLE}}
    VIR_DOMAIN_VCPU_HOTPLUGGABLE = 1 << 4,
    /// {{VIR_DOMAIN_VCPU_ASYNC_UNPLUG}}
    VIR_DOMAIN_VCPU_ASYNC_UNPLUG = 1 << 5,
}
/// {{virDomainVcpuFlags}}
pub type virDomainVcpuFlags = _virDomainVcpuFlags;

/// {{virDomainXMLFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainXMLFlags {
    /// {{VIR_DOMAIN_XML_SECURE}}
    VIR_DOMAIN_XML_SECURE = 1 << 0,
    /// {{VIR_DOMAIN_XML_INACTIVE}}
    VIR_DOMAIN_XML_INACTIVE = 1 << 1,
    /// {{VIR_DOMAIN_XML_UPDATE_CPU}}
    VIR_DOMAIN_XML_UPDATE_CPU = 1 << 2,
    /// {{VIR_DOMAIN_XML_MIGRATABLE}}
    VIR_DOMAIN_XML_MIGRATABLE = 1 << 3,
}
/// {{virDomainXMLFlags}}
pub type virDomainXMLFlags = _virDomainXMLFlags;

/// {{virKeycodeSet}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virKeycodeSet {
    /// {{VIR_KEYCODE_SET_LINUX}}
    VIR_KEYCODE_SET_LINUX = 0,
    /// {{VIR_KEYCODE_SET_XT}}
    VIR_KEYCODE_SET_XT = 1,
    /// {{VIR_KEYCODE_SET_ATSET1}}
    VIR_KEYCODE_SET_ATSET1 = 2,
    /// {{VIR_KEYCODE_SET_ATSET2}}
    VIR_KEYCODE_SET_ATSET2 = 3,
    /// {{VIR_KEYCODE_SET_ATSET3}}
    VIR_KEYCODE_SET_ATSET3 = 4,
    /// {{VIR_KEYCODE_SET_OSX}}
    VIR_KEYCODE_SET_OSX = 5,
    /// {{VIR_KEYCODE_SET_XT_KBD}}
    VIR_KEYCODE_SET_XT_KBD = 6,
    /// {{VIR_KEYCODE_SET_USB}}
    VIR_KEYCODE_SET_USB = 7,
    /// {{VIR_KEYCODE_SET_WIN32}}
    VIR_KEYCODE_SET_WIN32 = 8,
    /// {{VIR_KEYCODE_SET_QNUM}}
    VIR_KEYCODE_SET_QNUM = 9,
    #[cfg(feature = "sentinels")]
    /// {{VIR_KEYCODE_SET_LAST}}
    VIR_KEYCODE_SET_LAST = 10,
}
/// {{virKeycodeSet}}
pub type virKeycodeSet = _virKeycodeSet;

/// {{virMemoryParameter}}
pub type virMemoryParameter = virTypedParameter;

/// {{virMemoryParameterPtr}}
pub type virMemoryParameterPtr = *mut virMemoryParameter;

/// {{virMemoryParameterType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virMemoryParameterType {
    /// {{VIR_DOMAIN_MEMORY_PARAM_INT}}
    VIR_DOMAIN_MEMORY_PARAM_INT = 1,
    /// {{VIR_DOMAIN_MEMORY_PARAM_UINT}}
    VIR_DOMAIN_MEMORY_PARAM_UINT = 2,
    /// {{VIR_DOMAIN_MEMORY_PARAM_LLONG}}
    VIR_DOMAIN_MEMORY_PARAM_LLONG = 3,
    /// {{VIR_DOMAIN_MEMORY_PARAM_ULLONG}}
    VIR_DOMAIN_MEMORY_PARAM_ULLONG = 4,
    /// {{VIR_DOMAIN_MEMORY_PARAM_DOUBLE}}
    VIR_DOMAIN_MEMORY_PARAM_DOUBLE = 5,
    /// {{VIR_DOMAIN_MEMORY_PARAM_BOOLEAN}}
    VIR_DOMAIN_MEMORY_PARAM_BOOLEAN = 6,
}
/// {{virMemoryParameterType}}
pub type virMemoryParameterType = _virMemoryParameterType;

/// {{virSchedParameter}}
pub type virSchedParameter = virTypedParameter;

/// {{virSchedParameterPtr}}
pub type virSchedParameterPtr = *mut virSchedParameter;

/// {{virSchedParameterType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virSchedParameterType {
    /// {{VIR_DOMAIN_SCHED_FIELD_INT}}
    VIR_DOMAIN_SCHED_FIELD_INT = 1,
    /// {{VIR_DOMAIN_SCHED_FIELD_UINT}}
    VIR_DOMAIN_SCHED_FIELD_UINT = 2,
    /// {{VIR_DOMAIN_SCHED_FIELD_LLONG}}
    VIR_DOMAIN_SCHED_FIELD_LLONG = 3,
    /// {{VIR_DOMAIN_SCHED_FIELD_ULLONG}}
    VIR_DOMAIN_SCHED_FIELD_ULLONG = 4,
    /// {{VIR_DOMAIN_SCHED_FIELD_DOUBLE}}
    VIR_DOMAIN_SCHED_FIELD_DOUBLE = 5,
    /// {{VIR_DOMAIN_SCHED_FIELD_BOOLEAN}}
    VIR_DOMAIN_SCHED_FIELD_BOOLEAN = 6,
}
/// {{virSchedParameterType}}
pub type virSchedParameterType = _virSchedParameterType;

/// {{virVcpuHostCpuState}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virVcpuHostCpuState {
    /// {{VIR_VCPU_INFO_CPU_OFFLINE}}
    VIR_VCPU_INFO_CPU_OFFLINE = -1,
    /// {{VIR_VCPU_INFO_CPU_UNAVAILABLE}}
    VIR_VCPU_INFO_CPU_UNAVAILABLE = -2,
}
/// {{virVcpuHostCpuState}}
pub type virVcpuHostCpuState = _virVcpuHostCpuState;

/// {{virVcpuInfo}}
#[repr(C)]
pub struct _virVcpuInfo {
    /// {{_virVcpuInfo.number}}
    pub number: c_uint,
    /// {{_virVcpuInfo.state}}
    pub state: c_int,
    /// {{_virVcpuInfo.cpuTime}}
    pub cpuTime: c_ulonglong,
    /// {{_virVcpuInfo.cpu}}
    pub cpu: c_int,
}
/// {{virVcpuInfo}}
pub type virVcpuInfo = _virVcpuInfo;

/// {{virVcpuInfoPtr}}
pub type virVcpuInfoPtr = *mut virVcpuInfo;

/// {{virVcpuState}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virVcpuState {
    /// {{VIR_VCPU_OFFLINE}}
    VIR_VCPU_OFFLINE = 0,
    /// {{VIR_VCPU_RUNNING}}
    VIR_VCPU_RUNNING = 1,
    /// {{VIR_VCPU_BLOCKED}}
    VIR_VCPU_BLOCKED = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_VCPU_LAST}}
    VIR_VCPU_LAST = 3,
}
/// {{virVcpuState}}
pub type virVcpuState = _virVcpuState;

/// {{virConnectDomainEventChannelLifecycleCallback}}
pub type virConnectDomainEventChannelLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        channelName: *const c_char,
        state: c_int,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventChannelLifecycleReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventChannelLifecycleReason {
    /// {{VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN}}
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN = 0,
    /// {{VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED}}
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /// {{VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL}}
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_LAST}}
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_LAST = 3,
}
/// {{virConnectDomainEventChannelLifecycleReason}}
pub type virConnectDomainEventChannelLifecycleReason = _virConnectDomainEventChannelLifecycleReason;

/// {{virConnectDomainEventChannelLifecycleState}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventChannelLifecycleState {
    /// {{VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED}}
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED = 1,
    /// {{VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED}}
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_LAST}}
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_LAST = 3,
}
/// {{virConnectDomainEventChannelLifecycleState}}
pub type virConnectDomainEventChannelLifecycleState = _virConnectDomainEventChannelLifecycleState;

/// {{virConnectDomainEventNICMACChangeCallback}}
pub type virConnectDomainEventNICMACChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        alias: *const c_char,
        oldMAC: *const c_char,
        newMAC: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// {{virConnectDomainEventVcpuRemovedCallback}}
pub type virConnectDomainEventVcpuRemovedCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, vcpuid: c_uint, opaque: *mut c_void)>;

/// {{virConnectGetDomainCapabilitiesFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectGetDomainCapabilitiesFlags {
    /// {{VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES}}
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES = 1 << 0,
    /// {{VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES}}
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES = 1 << 1,
    /// {{VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES}}
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES = 1 << 2,
}
/// {{virConnectGetDomainCapabilitiesFlags}}
pub type virConnectGetDomainCapabilitiesFlags = _virConnectGetDomainCapabilitiesFlags;

/// {{virDomainGraphicsReloadType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainGraphicsReloadType {
    /// {{VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY}}
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY = 0,
    /// {{VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC}}
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST}}
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST = 2,
}
/// {{virDomainGraphicsReloadType}}
pub type virDomainGraphicsReloadType = _virDomainGraphicsReloadType;

/// {{virDomainSetVcpuFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSetVcpuFlags {
    /// {{VIR_DOMAIN_SETVCPU_AFFECT_CURRENT}}
    VIR_DOMAIN_SETVCPU_AFFECT_CURRENT = 0,
    /// {{VIR_DOMAIN_SETVCPU_AFFECT_LIVE}}
    VIR_DOMAIN_SETVCPU_AFFECT_LIVE = 1 << 0,
    /// {{VIR_DOMAIN_SETVCPU_AFFECT_CONFIG}}
    VIR_DOMAIN_SETVCPU_AFFECT_CONFIG = 1 << 1,
    /// {{VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG}}
    VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG = 1 << 2,
}
/// {{virDomainSetVcpuFlags}}
pub type virDomainSetVcpuFlags = _virDomainSetVcpuFlags;
