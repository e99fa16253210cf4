//! Domains, their devices and their events (`libvirt-domain.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_char, c_int, c_longlong, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort, c_void};

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

/// Reports that the guest agent connected or disconnected, with the virConnectDomainEventAgentLifecycle
/// enums.
pub type virConnectDomainEventAgentLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        state: c_int,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// Reasons of a guest agent event.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventAgentLifecycleReason {
    /// Reason of the change is not known.
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN = 0,
    /// State when the domain started.
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /// The agent's channel changed its state.
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST = 3,
}
/// Reasons of a guest agent event.
pub type virConnectDomainEventAgentLifecycleReason = _virConnectDomainEventAgentLifecycleReason;

/// States of the guest agent connection.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventAgentLifecycleState {
    /// Guest agent is connected.
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED = 1,
    /// Guest agent is disconnected.
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST = 3,
}
/// States of the guest agent connection.
pub type virConnectDomainEventAgentLifecycleState = _virConnectDomainEventAgentLifecycleState;

/// Reports the new balloon value of a domain in KiB.
pub type virConnectDomainEventBalloonChangeCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, actual: c_ulonglong, opaque: *mut c_void),
>;

/// Reports a change of a disk's block job: its virDomainBlockJobType and
/// virConnectDomainEventBlockJobStatus.
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

/// Statuses reported by block job events.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventBlockJobStatus {
    /// Job ended with success.
    VIR_DOMAIN_BLOCK_JOB_COMPLETED = 0,
    /// Job failed.
    VIR_DOMAIN_BLOCK_JOB_FAILED = 1,
    /// Job was cancelled.
    VIR_DOMAIN_BLOCK_JOB_CANCELED = 2,
    /// Job is in sync and can be ended by a pivot or abort.
    VIR_DOMAIN_BLOCK_JOB_READY = 3,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_BLOCK_JOB_LAST = 4,
}
/// Statuses reported by block job events.
pub type virConnectDomainEventBlockJobStatus = _virConnectDomainEventBlockJobStatus;

/// Reports that writing to a disk image passed its threshold, in bytes, and by how much.
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

/// Reports a lifecycle event: a virDomainEventType and the detail that belongs to it. The return value
/// is ignored.
pub type virConnectDomainEventCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ) -> c_int,
>;

/// Reports the alias of a device that was added to a domain.
pub type virConnectDomainEventDeviceAddedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Reports the alias of a device that the guest refused to release.
pub type virConnectDomainEventDeviceRemovalFailedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Reports the alias of a device that was removed from a domain.
pub type virConnectDomainEventDeviceRemovedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Reports a changed disk source; a path is NULL if there is no medium. The reason is a
/// virConnectDomainEventDiskChangeReason.
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

/// Reasons of a disk change event.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventDiskChangeReason {
    /// Source was missing at start, so the medium was removed.
    VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START = 0,
    /// Source was missing at start, so the disk was dropped.
    VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_DISK_CHANGE_LAST = 2,
}
/// Reasons of a disk change event.
pub type virConnectDomainEventDiskChangeReason = _virConnectDomainEventDiskChangeReason;

/// Type to which all domain event callbacks are cast; also the real type for events without further
/// data.
pub type virConnectDomainEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, opaque: *mut c_void)>;

/// Reports a phase of a graphics client's connection, with both addresses, the authentication scheme
/// and the client's identities.
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

/// Reports a disk I/O error and the virDomainEventIOErrorAction taken.
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

/// Reports a disk I/O error, the virDomainEventIOErrorAction taken and a word for the reason, such as
/// enospc, or an empty string.
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

/// Reports the statistics of a completed job; the parameters are valid only during the call.
pub type virConnectDomainEventJobCompletedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: c_int,
        opaque: *mut c_void,
    ),
>;

/// Reports the alias of a memory device and its new size.
pub type virConnectDomainEventMemoryDeviceSizeChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        alias: *const c_char,
        size: c_ulonglong,
        opaque: *mut c_void,
    ),
>;

/// Reports a hardware memory failure with recipient, action and flags of the virDomainMemoryFailure
/// enums.
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

/// Reports changed metadata: its virDomainMetadataType and, for elements, the namespace URI.
pub type virConnectDomainEventMetadataChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        r#type: c_int,
        nsuri: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Reports the number of a new pass of memory copying in a migration.
pub type virConnectDomainEventMigrationIterationCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, iteration: c_int, opaque: *mut c_void),
>;

/// Reports that the guest suspended to memory; the reason is always 0.
pub type virConnectDomainEventPMSuspendCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// Reports that the guest suspended to disk; the reason is always 0.
pub type virConnectDomainEventPMSuspendDiskCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// Reports that the guest woke up; the reason is always 0.
pub type virConnectDomainEventPMWakeupCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// Reports the new offset of the guest's clock to UTC in seconds.
pub type virConnectDomainEventRTCChangeCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, utcoffset: c_longlong, opaque: *mut c_void),
>;

/// Reports that the tray of a device opened or closed (virDomainEventTrayChangeReason).
pub type virConnectDomainEventTrayChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// Reports changed tuning settings as typed parameters, valid only during the call.
pub type virConnectDomainEventTunableCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: c_int,
        opaque: *mut c_void,
    ),
>;

/// Reports that the watchdog fired and the virDomainEventWatchdogAction taken.
pub type virConnectDomainEventWatchdogCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, action: c_int, opaque: *mut c_void)>;

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

/// Filters for listing domains; flags of one group add up, groups narrow each other.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllDomainsFlags {
    /// Include active domains.
    VIR_CONNECT_LIST_DOMAINS_ACTIVE = 1 << 0,
    /// Include inactive domains.
    VIR_CONNECT_LIST_DOMAINS_INACTIVE = 1 << 1,
    /// Include persistent domains.
    VIR_CONNECT_LIST_DOMAINS_PERSISTENT = 1 << 2,
    /// Include transient domains.
    VIR_CONNECT_LIST_DOMAINS_TRANSIENT = 1 << 3,
    /// Include running domains.
    VIR_CONNECT_LIST_DOMAINS_RUNNING = 1 << 4,
    /// Include paused domains.
    VIR_CONNECT_LIST_DOMAINS_PAUSED = 1 << 5,
    /// Include shut off domains.
    VIR_CONNECT_LIST_DOMAINS_SHUTOFF = 1 << 6,
    /// Include domains in any other state.
    VIR_CONNECT_LIST_DOMAINS_OTHER = 1 << 7,
    /// Include domains with a managed save image.
    VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE = 1 << 8,
    /// Include domains without a managed save image.
    VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE = 1 << 9,
    /// Include domains with autostart.
    VIR_CONNECT_LIST_DOMAINS_AUTOSTART = 1 << 10,
    /// Include domains without autostart.
    VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART = 1 << 11,
    /// Include domains that have snapshots.
    VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT = 1 << 12,
    /// Include domains without snapshots.
    VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT = 1 << 13,
    /// Include domains that have checkpoints.
    VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT = 1 << 14,
    /// Include domains without checkpoints.
    VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT = 1 << 15,
}
/// Filters for listing domains; flags of one group add up, groups narrow each other.
pub type virConnectListAllDomainsFlags = _virConnectListAllDomainsFlags;

/// Opaque domain, that is a virtual machine or container.
pub struct _virDomain {
    _private: [u8; 0],
}
/// Opaque domain, that is a virtual machine or container.
pub type virDomain = _virDomain;

/// Flags for virDomainAbortJobFlags().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainAbortJobFlagsValues {
    /// Interrupt post-copy migration, to be resumed later.
    VIR_DOMAIN_ABORT_JOB_POSTCOPY = 1 << 0,
}
/// Flags for virDomainAbortJobFlags().
pub type virDomainAbortJobFlagsValues = _virDomainAbortJobFlagsValues;

/// Special timeouts for guest agent answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainAgentResponseTimeoutValues {
    /// Wait without limit.
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK = -2,
    /// Use the built-in timeout.
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT = -1,
    /// Do not wait at all.
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT = 0,
}
/// Special timeouts for guest agent answers.
pub type virDomainAgentResponseTimeoutValues = _virDomainAgentResponseTimeoutValues;

/// Flags for setting a guest user's SSH keys.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainAuthorizedSSHKeysSetFlags {
    /// Add the keys to the present ones.
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND = 1 << 0,
    /// Remove the keys from the present ones.
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE = 1 << 1,
}
/// Flags for setting a guest user's SSH keys.
pub type virDomainAuthorizedSSHKeysSetFlags = _virDomainAuthorizedSSHKeysSetFlags;

/// Flags for starting a backup.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBackupBeginFlags {
    /// Use existing target files.
    VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL = 1 << 0,
    /// Keep the domain alive after guest power off until the backup ends.
    VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN = 1 << 1,
}
/// Flags for starting a backup.
pub type virDomainBackupBeginFlags = _virDomainBackupBeginFlags;

/// Flags for virDomainBlockCommit().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockCommitFlags {
    /// Commit only to the next image of the chain.
    VIR_DOMAIN_BLOCK_COMMIT_SHALLOW = 1 << 0,
    /// Delete the images that become unused.
    VIR_DOMAIN_BLOCK_COMMIT_DELETE = 1 << 1,
    /// Allow committing the image in use.
    VIR_DOMAIN_BLOCK_COMMIT_ACTIVE = 1 << 2,
    /// Keep the backing file name relative.
    VIR_DOMAIN_BLOCK_COMMIT_RELATIVE = 1 << 3,
    /// Bandwidth is in bytes per second instead of MiB/s.
    VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES = 1 << 4,
}
/// Flags for virDomainBlockCommit().
pub type virDomainBlockCommitFlags = _virDomainBlockCommitFlags;

/// Flags for virDomainBlockCopy().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockCopyFlags {
    /// Copy only the top image.
    VIR_DOMAIN_BLOCK_COPY_SHALLOW = 1 << 0,
    /// Use an existing destination.
    VIR_DOMAIN_BLOCK_COPY_REUSE_EXT = 1 << 1,
    /// Accept losing the job if the domain stops.
    VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB = 1 << 2,
    /// Complete guest writes only when the copy has them too.
    VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES = 1 << 3,
    /// Destination already reads as zeros everywhere.
    VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED = 1 << 4,
}
/// Flags for virDomainBlockCopy().
pub type virDomainBlockCopyFlags = _virDomainBlockCopyFlags;

/// Sizes of a disk.
#[repr(C)]
pub struct _virDomainBlockInfo {
    /// Size the guest sees, in bytes.
    pub capacity: c_ulonglong,
    /// Storage in use, in bytes.
    pub allocation: c_ulonglong,
    /// Size of the file or device that holds it, in bytes.
    pub physical: c_ulonglong,
}
/// Sizes of a disk.
pub type virDomainBlockInfo = _virDomainBlockInfo;

/// Pointer to a virDomainBlockInfo.
pub type virDomainBlockInfoPtr = *mut virDomainBlockInfo;

/// Flags for ending a block job.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobAbortFlags {
    /// Return before the job has ended.
    VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC = 1 << 0,
    /// Switch to the new image when ending the job.
    VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT = 1 << 1,
}
/// Flags for ending a block job.
pub type virDomainBlockJobAbortFlags = _virDomainBlockJobAbortFlags;

/// Position in a block job's progress.
pub type virDomainBlockJobCursor = c_ulonglong;

/// Kind and progress of a block job.
#[repr(C)]
pub struct _virDomainBlockJobInfo {
    /// Kind of job, a virDomainBlockJobType.
    pub r#type: c_int,
    /// Bandwidth limit in MiB/s, or bytes per second with the flag.
    pub bandwidth: c_ulong,
    /// Position reached so far.
    pub cur: virDomainBlockJobCursor,
    /// Position at which the job is done.
    pub end: virDomainBlockJobCursor,
}
/// Kind and progress of a block job.
pub type virDomainBlockJobInfo = _virDomainBlockJobInfo;

/// Flags for querying a block job.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobInfoFlags {
    /// Report the bandwidth in bytes per second.
    VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES = 1 << 0,
}
/// Flags for querying a block job.
pub type virDomainBlockJobInfoFlags = _virDomainBlockJobInfoFlags;

/// Pointer to a virDomainBlockJobInfo.
pub type virDomainBlockJobInfoPtr = *mut virDomainBlockJobInfo;

/// Flags for limiting a block job's bandwidth.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobSetSpeedFlags {
    /// Bandwidth is in bytes per second instead of MiB/s.
    VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES = 1 << 0,
}
/// Flags for limiting a block job's bandwidth.
pub type virDomainBlockJobSetSpeedFlags = _virDomainBlockJobSetSpeedFlags;

/// Kinds of block jobs.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobType {
    /// Kind of job is not known.
    VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN = 0,
    /// Pull of backing data into the top image.
    VIR_DOMAIN_BLOCK_JOB_TYPE_PULL = 1,
    /// Copy or mirror to another destination.
    VIR_DOMAIN_BLOCK_JOB_TYPE_COPY = 2,
    /// Commit of a lower image into its base.
    VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT = 3,
    /// Commit of the image in use, to be ended by a pivot or abort.
    VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT = 4,
    /// Backup of the disk.
    VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP = 5,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_BLOCK_JOB_TYPE_LAST = 6,
}
/// Kinds of block jobs.
pub type virDomainBlockJobType = _virDomainBlockJobType;

/// Flags for virDomainBlockPull().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockPullFlags {
    /// Bandwidth is in bytes per second instead of MiB/s.
    VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES = 1 << 6,
}
/// Flags for virDomainBlockPull().
pub type virDomainBlockPullFlags = _virDomainBlockPullFlags;

/// Flags for virDomainBlockRebase().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockRebaseFlags {
    /// Copy only the top image.
    VIR_DOMAIN_BLOCK_REBASE_SHALLOW = 1 << 0,
    /// Use an existing destination file.
    VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT = 1 << 1,
    /// Make the destination a raw file.
    VIR_DOMAIN_BLOCK_REBASE_COPY_RAW = 1 << 2,
    /// Start a copy job instead of a pull.
    VIR_DOMAIN_BLOCK_REBASE_COPY = 1 << 3,
    /// Keep the backing file name relative.
    VIR_DOMAIN_BLOCK_REBASE_RELATIVE = 1 << 4,
    /// Destination is a block device.
    VIR_DOMAIN_BLOCK_REBASE_COPY_DEV = 1 << 5,
    /// Bandwidth is in bytes per second instead of MiB/s.
    VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES = 1 << 6,
}
/// Flags for virDomainBlockRebase().
pub type virDomainBlockRebaseFlags = _virDomainBlockRebaseFlags;

/// Flags for changing a disk's size.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockResizeFlags {
    /// Size is in bytes instead of KiB.
    VIR_DOMAIN_BLOCK_RESIZE_BYTES = 1 << 0,
    /// Grow to the full size of the underlying device.
    VIR_DOMAIN_BLOCK_RESIZE_CAPACITY = 1 << 1,
    /// Refuse to shrink.
    VIR_DOMAIN_BLOCK_RESIZE_EXTEND = 1 << 2,
}
/// Flags for changing a disk's size.
pub type virDomainBlockResizeFlags = _virDomainBlockResizeFlags;

/// Pointer to a virDomainBlockStatsStruct.
pub type virDomainBlockStatsPtr = *mut virDomainBlockStatsStruct;

/// I/O counters of a disk; -1 stands for an unknown one.
#[repr(C)]
pub struct _virDomainBlockStats {
    /// Read requests.
    pub rd_req: c_longlong,
    /// Bytes read.
    pub rd_bytes: c_longlong,
    /// Write requests.
    pub wr_req: c_longlong,
    /// Bytes written.
    pub wr_bytes: c_longlong,
    /// Errors, where the hypervisor counts them.
    pub errs: c_longlong,
}
/// I/O counters of a disk; -1 stands for an unknown one.
pub type virDomainBlockStatsStruct = _virDomainBlockStats;

/// Reasons that belong to VIR_DOMAIN_BLOCKED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockedReason {
    /// Reason for being blocked is not known.
    VIR_DOMAIN_BLOCKED_UNKNOWN = 0,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_BLOCKED_LAST = 1,
}
/// Reasons that belong to VIR_DOMAIN_BLOCKED.
pub type virDomainBlockedReason = _virDomainBlockedReason;

/// Flags for opening a channel.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainChannelFlags {
    /// Disconnect another user of the channel.
    VIR_DOMAIN_CHANNEL_FORCE = 1 << 0,
}
/// Flags for opening a channel.
pub type virDomainChannelFlags = _virDomainChannelFlags;

/// Flags for opening a console.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainConsoleFlags {
    /// Disconnect another user of the console.
    VIR_DOMAIN_CONSOLE_FORCE = 1 << 0,
    /// Open only if exclusive use can be guaranteed.
    VIR_DOMAIN_CONSOLE_SAFE = 1 << 1,
}
/// Flags for opening a console.
pub type virDomainConsoleFlags = _virDomainConsoleFlags;

/// Details of VIR_DOMAIN_CONTROL_ERROR.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainControlErrorReason {
    /// No error.
    VIR_DOMAIN_CONTROL_ERROR_REASON_NONE = 0,
    /// Reason of the error is not known.
    VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN = 1,
    /// Connection to the hypervisor's monitor is broken.
    VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR = 2,
    /// Internal error left the control interface unusable.
    VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL = 3,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_CONTROL_ERROR_REASON_LAST = 4,
}
/// Details of VIR_DOMAIN_CONTROL_ERROR.
pub type virDomainControlErrorReason = _virDomainControlErrorReason;

/// State of the control interface to a domain.
#[repr(C)]
pub struct _virDomainControlInfo {
    /// State, a virDomainControlState.
    pub state: c_uint,
    /// Reason of an error, a virDomainControlErrorReason.
    pub details: c_uint,
    /// Milliseconds since the state was entered.
    pub stateTime: c_ulonglong,
}
/// State of the control interface to a domain.
pub type virDomainControlInfo = _virDomainControlInfo;

/// Pointer to a virDomainControlInfo.
pub type virDomainControlInfoPtr = *mut virDomainControlInfo;

/// States of the control interface to a domain.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainControlState {
    /// Control interface is free for use.
    VIR_DOMAIN_CONTROL_OK = 0,
    /// A background job is running; not all calls work meanwhile.
    VIR_DOMAIN_CONTROL_JOB = 1,
    /// A command is being processed.
    VIR_DOMAIN_CONTROL_OCCUPIED = 2,
    /// Control interface is unusable; the details hold the reason.
    VIR_DOMAIN_CONTROL_ERROR = 3,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_CONTROL_LAST = 4,
}
/// States of the control interface to a domain.
pub type virDomainControlState = _virDomainControlState;

/// Flags for dumping a domain's memory.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCoreDumpFlags {
    /// Crash the domain after the dump.
    VIR_DUMP_CRASH = 1 << 0,
    /// Keep the domain running during the dump.
    VIR_DUMP_LIVE = 1 << 1,
    /// Keep the dump out of the host's file cache.
    VIR_DUMP_BYPASS_CACHE = 1 << 2,
    /// Reset the domain after the dump.
    VIR_DUMP_RESET = 1 << 3,
    /// Dump only guest memory and CPU registers, for debuggers.
    VIR_DUMP_MEMORY_ONLY = 1 << 4,
}
/// Flags for dumping a domain's memory.
pub type virDomainCoreDumpFlags = _virDomainCoreDumpFlags;

/// File formats of memory dumps.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCoreDumpFormat {
    /// ELF dump without compression.
    VIR_DOMAIN_CORE_DUMP_FORMAT_RAW = 0,
    /// kdump format compressed with zlib.
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB = 1,
    /// kdump format compressed with LZO.
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO = 2,
    /// kdump format compressed with snappy.
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY = 3,
    /// Crash dump format of Windows.
    VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP = 4,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_CORE_DUMP_FORMAT_LAST = 5,
}
/// File formats of memory dumps.
pub type virDomainCoreDumpFormat = _virDomainCoreDumpFormat;

/// Reasons that belong to VIR_DOMAIN_CRASHED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCrashedReason {
    /// Reason of the crash is not known.
    VIR_DOMAIN_CRASHED_UNKNOWN = 0,
    /// Guest kernel panicked.
    VIR_DOMAIN_CRASHED_PANICKED = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_CRASHED_LAST = 2,
}
/// Reasons that belong to VIR_DOMAIN_CRASHED.
pub type virDomainCrashedReason = _virDomainCrashedReason;

/// Flags for starting a domain.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCreateFlags {
    /// Default behaviour.
    VIR_DOMAIN_NONE = 0,
    /// Start with stopped vCPUs.
    VIR_DOMAIN_START_PAUSED = 1 << 0,
    /// Stop the domain when the connection that started it closes.
    VIR_DOMAIN_START_AUTODESTROY = 1 << 1,
    /// Keep a managed save image out of the host's file cache.
    VIR_DOMAIN_START_BYPASS_CACHE = 1 << 2,
    /// Discard a managed save image and boot afresh.
    VIR_DOMAIN_START_FORCE_BOOT = 1 << 3,
    /// Check the XML against the schema.
    VIR_DOMAIN_START_VALIDATE = 1 << 4,
    /// Set the NVRAM back to its template.
    VIR_DOMAIN_START_RESET_NVRAM = 1 << 5,
}
/// Flags for starting a domain.
pub type virDomainCreateFlags = _virDomainCreateFlags;

/// Flags for storing a domain configuration.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDefineFlags {
    /// Check the XML against the schema.
    VIR_DOMAIN_DEFINE_VALIDATE = 1 << 0,
}
/// Flags for storing a domain configuration.
pub type virDomainDefineFlags = _virDomainDefineFlags;

/// Flags for stopping a domain forcibly.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDestroyFlagsValues {
    /// Terminate gently, then kill if that does not help.
    VIR_DOMAIN_DESTROY_DEFAULT = 0,
    /// Never kill; fail if gentle termination does not work.
    VIR_DOMAIN_DESTROY_GRACEFUL = 1 << 0,
    /// Delete the domain's log files too.
    VIR_DOMAIN_DESTROY_REMOVE_LOGS = 1 << 1,
}
/// Flags for stopping a domain forcibly.
pub type virDomainDestroyFlagsValues = _virDomainDestroyFlagsValues;

/// Flags for adding, changing and removing devices.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDeviceModifyFlags {
    /// Change the current state: running if active, else stored.
    VIR_DOMAIN_DEVICE_MODIFY_CURRENT = 0,
    /// Change the running domain.
    VIR_DOMAIN_DEVICE_MODIFY_LIVE = 1 << 0,
    /// Change the stored configuration.
    VIR_DOMAIN_DEVICE_MODIFY_CONFIG = 1 << 1,
    /// Force the change, such as ejecting a locked medium.
    VIR_DOMAIN_DEVICE_MODIFY_FORCE = 1 << 2,
}
/// Flags for adding, changing and removing devices.
pub type virDomainDeviceModifyFlags = _virDomainDeviceModifyFlags;

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

/// A disk with an I/O error.
#[repr(C)]
pub struct _virDomainDiskError {
    /// Target name of the disk; the caller frees it.
    pub disk: *mut c_char,
    /// Kind of error, a virDomainDiskErrorCode.
    pub error: c_int,
}
/// A disk with an I/O error.
pub type virDomainDiskError = _virDomainDiskError;

/// Kinds of disk I/O errors.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDiskErrorCode {
    /// No error.
    VIR_DOMAIN_DISK_ERROR_NONE = 0,
    /// Some I/O error.
    VIR_DOMAIN_DISK_ERROR_UNSPEC = 1,
    /// No space left on the storage.
    VIR_DOMAIN_DISK_ERROR_NO_SPACE = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_DISK_ERROR_LAST = 3,
}
/// Kinds of disk I/O errors.
pub type virDomainDiskErrorCode = _virDomainDiskErrorCode;

/// Pointer to a virDomainDiskError.
pub type virDomainDiskErrorPtr = *mut virDomainDiskError;

/// Details of VIR_DOMAIN_EVENT_CRASHED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventCrashedDetailType {
    /// Guest kernel panicked.
    VIR_DOMAIN_EVENT_CRASHED_PANICKED = 0,
    /// Guest loaded its crash kernel.
    VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_CRASHED_LAST = 2,
}
/// Details of VIR_DOMAIN_EVENT_CRASHED.
pub type virDomainEventCrashedDetailType = _virDomainEventCrashedDetailType;

/// Details of VIR_DOMAIN_EVENT_DEFINED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventDefinedDetailType {
    /// New configuration was added.
    VIR_DOMAIN_EVENT_DEFINED_ADDED = 0,
    /// Existing configuration was changed.
    VIR_DOMAIN_EVENT_DEFINED_UPDATED = 1,
    /// Configuration got a new name.
    VIR_DOMAIN_EVENT_DEFINED_RENAMED = 2,
    /// Configuration came back from a snapshot.
    VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT = 3,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_DEFINED_LAST = 4,
}
/// Details of VIR_DOMAIN_EVENT_DEFINED.
pub type virDomainEventDefinedDetailType = _virDomainEventDefinedDetailType;

/// Address of one end of a graphics connection.
#[repr(C)]
pub struct _virDomainEventGraphicsAddress {
    /// Address family, a virDomainEventGraphicsAddressType.
    pub family: c_int,
    /// IP address, or path of a UNIX socket.
    pub node: *mut c_char,
    /// Port or service name; empty for a UNIX socket.
    pub service: *mut c_char,
}
/// Address of one end of a graphics connection.
pub type virDomainEventGraphicsAddress = _virDomainEventGraphicsAddress;

/// Pointer to a virDomainEventGraphicsAddress.
pub type virDomainEventGraphicsAddressPtr = *mut virDomainEventGraphicsAddress;

/// Address families of graphics events.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventGraphicsAddressType {
    /// IPv4 address.
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4 = 0,
    /// IPv6 address.
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6 = 1,
    /// Path of a UNIX socket.
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST = 3,
}
/// Address families of graphics events.
pub type virDomainEventGraphicsAddressType = _virDomainEventGraphicsAddressType;

/// Phases of a graphics client's connection.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventGraphicsPhase {
    /// Client made a connection.
    VIR_DOMAIN_EVENT_GRAPHICS_CONNECT = 0,
    /// Client is authenticated and ready.
    VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE = 1,
    /// Client is gone.
    VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_GRAPHICS_LAST = 3,
}
/// Phases of a graphics client's connection.
pub type virDomainEventGraphicsPhase = _virDomainEventGraphicsPhase;

/// Identities of an authenticated graphics client.
#[repr(C)]
pub struct _virDomainEventGraphicsSubject {
    /// Number of identities.
    pub nidentity: c_int,
    /// Array of identities.
    pub identities: virDomainEventGraphicsSubjectIdentityPtr,
}
/// Identities of an authenticated graphics client.
pub type virDomainEventGraphicsSubject = _virDomainEventGraphicsSubject;

/// One identity of a graphics client.
#[repr(C)]
pub struct _virDomainEventGraphicsSubjectIdentity {
    /// Kind of identity, such as x509dname.
    pub r#type: *mut c_char,
    /// The identity.
    pub name: *mut c_char,
}
/// One identity of a graphics client.
pub type virDomainEventGraphicsSubjectIdentity = _virDomainEventGraphicsSubjectIdentity;

/// Pointer to a virDomainEventGraphicsSubjectIdentity.
pub type virDomainEventGraphicsSubjectIdentityPtr = *mut virDomainEventGraphicsSubjectIdentity;

/// Pointer to a virDomainEventGraphicsSubject.
pub type virDomainEventGraphicsSubjectPtr = *mut virDomainEventGraphicsSubject;

/// Kinds of domain events and the callback type of each.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventID {
    /// Start, stop and other lifecycle changes; use virConnectDomainEventCallback.
    VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0,
    /// Guest rebooted; use virConnectDomainEventGenericCallback.
    VIR_DOMAIN_EVENT_ID_REBOOT = 1,
    /// Guest set its clock; use virConnectDomainEventRTCChangeCallback.
    VIR_DOMAIN_EVENT_ID_RTC_CHANGE = 2,
    /// Watchdog fired; use virConnectDomainEventWatchdogCallback.
    VIR_DOMAIN_EVENT_ID_WATCHDOG = 3,
    /// Disk I/O error; use virConnectDomainEventIOErrorCallback.
    VIR_DOMAIN_EVENT_ID_IO_ERROR = 4,
    /// Graphics client came or went; use virConnectDomainEventGraphicsCallback.
    VIR_DOMAIN_EVENT_ID_GRAPHICS = 5,
    /// Disk I/O error with reason; use virConnectDomainEventIOErrorReasonCallback.
    VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON = 6,
    /// Control of the hypervisor was lost; use virConnectDomainEventGenericCallback.
    VIR_DOMAIN_EVENT_ID_CONTROL_ERROR = 7,
    /// Block job changed, disk given by path; use virConnectDomainEventBlockJobCallback.
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB = 8,
    /// Disk source changed; use virConnectDomainEventDiskChangeCallback.
    VIR_DOMAIN_EVENT_ID_DISK_CHANGE = 9,
    /// Tray moved; use virConnectDomainEventTrayChangeCallback.
    VIR_DOMAIN_EVENT_ID_TRAY_CHANGE = 10,
    /// Guest woke up; use virConnectDomainEventPMWakeupCallback.
    VIR_DOMAIN_EVENT_ID_PMWAKEUP = 11,
    /// Guest suspended to memory; use virConnectDomainEventPMSuspendCallback.
    VIR_DOMAIN_EVENT_ID_PMSUSPEND = 12,
    /// Balloon changed; use virConnectDomainEventBalloonChangeCallback.
    VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE = 13,
    /// Guest suspended to disk; use virConnectDomainEventPMSuspendDiskCallback.
    VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK = 14,
    /// Device was removed; use virConnectDomainEventDeviceRemovedCallback.
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED = 15,
    /// Block job changed, disk given by target name; use virConnectDomainEventBlockJobCallback.
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2 = 16,
    /// Tuning setting changed; use virConnectDomainEventTunableCallback.
    VIR_DOMAIN_EVENT_ID_TUNABLE = 17,
    /// Guest agent came or went; use virConnectDomainEventAgentLifecycleCallback.
    VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE = 18,
    /// Device was added; use virConnectDomainEventDeviceAddedCallback.
    VIR_DOMAIN_EVENT_ID_DEVICE_ADDED = 19,
    /// Migration began a new pass; use virConnectDomainEventMigrationIterationCallback.
    VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION = 20,
    /// Job completed; use virConnectDomainEventJobCompletedCallback.
    VIR_DOMAIN_EVENT_ID_JOB_COMPLETED = 21,
    /// Guest refused to release a device; use virConnectDomainEventDeviceRemovalFailedCallback.
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED = 22,
    /// Metadata changed; use virConnectDomainEventMetadataChangeCallback.
    VIR_DOMAIN_EVENT_ID_METADATA_CHANGE = 23,
    /// Write passed the set threshold; use virConnectDomainEventBlockThresholdCallback.
    VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD = 24,
    /// Hardware memory failure; use virConnectDomainEventMemoryFailureCallback.
    VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE = 25,
    /// Memory device changed size; use virConnectDomainEventMemoryDeviceSizeChangeCallback.
    VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE = 26,
    /// Guest changed a MAC address; use virConnectDomainEventNICMACChangeCallback.
    VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE = 27,
    /// vCPU was unplugged; use virConnectDomainEventVcpuRemovedCallback.
    VIR_DOMAIN_EVENT_ID_VCPU_REMOVED = 28,
    /// Channel was opened or closed; use virConnectDomainEventChannelLifecycleCallback.
    VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE = 29,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_ID_LAST = 30,
}
/// Kinds of domain events and the callback type of each.
pub type virDomainEventID = _virDomainEventID;

/// What was done about a disk I/O error.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventIOErrorAction {
    /// Error is ignored.
    VIR_DOMAIN_EVENT_IO_ERROR_NONE = 0,
    /// Domain is paused.
    VIR_DOMAIN_EVENT_IO_ERROR_PAUSE = 1,
    /// Error is reported to the guest.
    VIR_DOMAIN_EVENT_IO_ERROR_REPORT = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_IO_ERROR_LAST = 3,
}
/// What was done about a disk I/O error.
pub type virDomainEventIOErrorAction = _virDomainEventIOErrorAction;

/// Details of VIR_DOMAIN_EVENT_PMSUSPENDED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventPMSuspendedDetailType {
    /// Suspended to memory.
    VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY = 0,
    /// Suspended to disk.
    VIR_DOMAIN_EVENT_PMSUSPENDED_DISK = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_PMSUSPENDED_LAST = 2,
}
/// Details of VIR_DOMAIN_EVENT_PMSUSPENDED.
pub type virDomainEventPMSuspendedDetailType = _virDomainEventPMSuspendedDetailType;

/// Details of VIR_DOMAIN_EVENT_RESUMED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventResumedDetailType {
    /// Resumed by a user's request.
    VIR_DOMAIN_EVENT_RESUMED_UNPAUSED = 0,
    /// Resumed after a migration.
    VIR_DOMAIN_EVENT_RESUMED_MIGRATED = 1,
    /// Resumed by reverting to a snapshot.
    VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT = 2,
    /// Resumed on the destination, post-copy is still running.
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY = 3,
    /// Runs on although post-copy migration failed.
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED = 4,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_RESUMED_LAST = 5,
}
/// Details of VIR_DOMAIN_EVENT_RESUMED.
pub type virDomainEventResumedDetailType = _virDomainEventResumedDetailType;

/// Details of VIR_DOMAIN_EVENT_SHUTDOWN.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventShutdownDetailType {
    /// Power off, by whom is not known.
    VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED = 0,
    /// Power off by the guest itself.
    VIR_DOMAIN_EVENT_SHUTDOWN_GUEST = 1,
    /// Power off by the host, such as a signal to the hypervisor.
    VIR_DOMAIN_EVENT_SHUTDOWN_HOST = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_SHUTDOWN_LAST = 3,
}
/// Details of VIR_DOMAIN_EVENT_SHUTDOWN.
pub type virDomainEventShutdownDetailType = _virDomainEventShutdownDetailType;

/// Details of VIR_DOMAIN_EVENT_STARTED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventStartedDetailType {
    /// Normal start.
    VIR_DOMAIN_EVENT_STARTED_BOOTED = 0,
    /// Migrated in from another host.
    VIR_DOMAIN_EVENT_STARTED_MIGRATED = 1,
    /// Restored from a save file.
    VIR_DOMAIN_EVENT_STARTED_RESTORED = 2,
    /// Started by reverting to a snapshot.
    VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT = 3,
    /// Woken up from power management sleep.
    VIR_DOMAIN_EVENT_STARTED_WAKEUP = 4,
    /// Hypervisor process was made anew, such as on a reboot.
    VIR_DOMAIN_EVENT_STARTED_RECREATED = 5,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_STARTED_LAST = 6,
}
/// Details of VIR_DOMAIN_EVENT_STARTED.
pub type virDomainEventStartedDetailType = _virDomainEventStartedDetailType;

/// Details of VIR_DOMAIN_EVENT_STOPPED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventStoppedDetailType {
    /// Normal power off.
    VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN = 0,
    /// Stopped forcibly.
    VIR_DOMAIN_EVENT_STOPPED_DESTROYED = 1,
    /// Guest crashed.
    VIR_DOMAIN_EVENT_STOPPED_CRASHED = 2,
    /// Migrated to another host.
    VIR_DOMAIN_EVENT_STOPPED_MIGRATED = 3,
    /// Saved to a file.
    VIR_DOMAIN_EVENT_STOPPED_SAVED = 4,
    /// Hypervisor or startup failed.
    VIR_DOMAIN_EVENT_STOPPED_FAILED = 5,
    /// Stopped by reverting to a snapshot.
    VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT = 6,
    /// Hypervisor process is replaced by a new one.
    VIR_DOMAIN_EVENT_STOPPED_RECREATED = 7,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_STOPPED_LAST = 8,
}
/// Details of VIR_DOMAIN_EVENT_STOPPED.
pub type virDomainEventStoppedDetailType = _virDomainEventStoppedDetailType;

/// Details of VIR_DOMAIN_EVENT_SUSPENDED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventSuspendedDetailType {
    /// Paused by a user's request.
    VIR_DOMAIN_EVENT_SUSPENDED_PAUSED = 0,
    /// Paused for a migration.
    VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED = 1,
    /// Paused by a disk I/O error.
    VIR_DOMAIN_EVENT_SUSPENDED_IOERROR = 2,
    /// Paused by the watchdog.
    VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG = 3,
    /// Restored from a file of a paused domain.
    VIR_DOMAIN_EVENT_SUSPENDED_RESTORED = 4,
    /// Reverted to a snapshot of a paused domain.
    VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT = 5,
    /// Left paused by an error of an API call.
    VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR = 6,
    /// Paused on the source for post-copy migration.
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY = 7,
    /// Paused since post-copy migration failed.
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED = 8,
    /// Guest powered off and the domain is kept paused.
    VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN = 9,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_SUSPENDED_LAST = 10,
}
/// Details of VIR_DOMAIN_EVENT_SUSPENDED.
pub type virDomainEventSuspendedDetailType = _virDomainEventSuspendedDetailType;

/// Movements of a removable medium's tray.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventTrayChangeReason {
    /// Tray was opened.
    VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN = 0,
    /// Tray was closed.
    VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST = 2,
}
/// Movements of a removable medium's tray.
pub type virDomainEventTrayChangeReason = _virDomainEventTrayChangeReason;

/// Kinds of lifecycle events.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventType {
    /// Stored configuration was added or changed.
    VIR_DOMAIN_EVENT_DEFINED = 0,
    /// Stored configuration was deleted.
    VIR_DOMAIN_EVENT_UNDEFINED = 1,
    /// Domain became active.
    VIR_DOMAIN_EVENT_STARTED = 2,
    /// Domain was paused.
    VIR_DOMAIN_EVENT_SUSPENDED = 3,
    /// Domain continued after a pause.
    VIR_DOMAIN_EVENT_RESUMED = 4,
    /// Domain became inactive.
    VIR_DOMAIN_EVENT_STOPPED = 5,
    /// Guest powered off; the domain is about to stop.
    VIR_DOMAIN_EVENT_SHUTDOWN = 6,
    /// Guest went to power management sleep.
    VIR_DOMAIN_EVENT_PMSUSPENDED = 7,
    /// Guest crashed.
    VIR_DOMAIN_EVENT_CRASHED = 8,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_LAST = 9,
}
/// Kinds of lifecycle events.
pub type virDomainEventType = _virDomainEventType;

/// Details of VIR_DOMAIN_EVENT_UNDEFINED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventUndefinedDetailType {
    /// Configuration was deleted.
    VIR_DOMAIN_EVENT_UNDEFINED_REMOVED = 0,
    /// Old name went away by renaming.
    VIR_DOMAIN_EVENT_UNDEFINED_RENAMED = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_UNDEFINED_LAST = 2,
}
/// Details of VIR_DOMAIN_EVENT_UNDEFINED.
pub type virDomainEventUndefinedDetailType = _virDomainEventUndefinedDetailType;

/// What was done when the watchdog fired.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainEventWatchdogAction {
    /// Nothing was done.
    VIR_DOMAIN_EVENT_WATCHDOG_NONE = 0,
    /// Domain is paused.
    VIR_DOMAIN_EVENT_WATCHDOG_PAUSE = 1,
    /// Domain is reset.
    VIR_DOMAIN_EVENT_WATCHDOG_RESET = 2,
    /// Domain is stopped forcibly.
    VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF = 3,
    /// Guest is asked to power off.
    VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN = 4,
    /// Only a message is logged.
    VIR_DOMAIN_EVENT_WATCHDOG_DEBUG = 5,
    /// Guest gets a non-maskable interrupt.
    VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI = 6,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_EVENT_WATCHDOG_LAST = 7,
}
/// What was done when the watchdog fired.
pub type virDomainEventWatchdogAction = _virDomainEventWatchdogAction;

/// Flags for associating file descriptors.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainFDAssociateFlags {
    /// Restore the security label when the domain stops using it.
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE = 1 << 0,
    /// Label it for writing even where only reading is needed.
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE = 1 << 1,
}
/// Flags for associating file descriptors.
pub type virDomainFDAssociateFlags = _virDomainFDAssociateFlags;

/// A file system mounted in the guest; free it with virDomainFSInfoFree().
#[repr(C)]
pub struct _virDomainFSInfo {
    /// Where it is mounted in the guest.
    pub mountpoint: *mut c_char,
    /// Name of the device in the guest.
    pub name: *mut c_char,
    /// Type, such as ext4 or NTFS.
    pub fstype: *mut c_char,
    /// Number of entries in devAlias.
    pub ndevAlias: usize,
    /// Target names of the disks below it.
    pub devAlias: *mut *mut c_char,
}
/// A file system mounted in the guest; free it with virDomainFSInfoFree().
pub type virDomainFSInfo = _virDomainFSInfo;

/// Pointer to a virDomainFSInfo.
pub type virDomainFSInfoPtr = *mut virDomainFSInfo;

/// Sources of a guest's host name.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainGetHostnameFlags {
    /// Look in the DHCP leases of the network.
    VIR_DOMAIN_GET_HOSTNAME_LEASE = 1 << 0,
    /// Ask the guest agent.
    VIR_DOMAIN_GET_HOSTNAME_AGENT = 1 << 1,
}
/// Sources of a guest's host name.
pub type virDomainGetHostnameFlags = _virDomainGetHostnameFlags;

/// Flags for virDomainGetJobStats().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainGetJobStatsFlags {
    /// Report the last completed job instead of the running one.
    VIR_DOMAIN_JOB_STATS_COMPLETED = 1 << 0,
    /// Keep the completed job's data for further queries.
    VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED = 1 << 1,
}
/// Flags for virDomainGetJobStats().
pub type virDomainGetJobStatsFlags = _virDomainGetJobStatsFlags;

/// Groups of facts about the guest.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainGuestInfoTypes {
    /// Users logged in to the guest.
    VIR_DOMAIN_GUEST_INFO_USERS = 1 << 0,
    /// Operating system of the guest.
    VIR_DOMAIN_GUEST_INFO_OS = 1 << 1,
    /// Time zone of the guest.
    VIR_DOMAIN_GUEST_INFO_TIMEZONE = 1 << 2,
    /// Host name of the guest.
    VIR_DOMAIN_GUEST_INFO_HOSTNAME = 1 << 3,
    /// Mounted file systems of the guest.
    VIR_DOMAIN_GUEST_INFO_FILESYSTEM = 1 << 4,
    /// Disks of the guest.
    VIR_DOMAIN_GUEST_INFO_DISKS = 1 << 5,
    /// Network interfaces of the guest.
    VIR_DOMAIN_GUEST_INFO_INTERFACES = 1 << 6,
    /// Load averages of the guest.
    VIR_DOMAIN_GUEST_INFO_LOAD = 1 << 7,
    /// Devices and drivers of the guest.
    VIR_DOMAIN_GUEST_INFO_DEVICES = 1 << 8,
}
/// Groups of facts about the guest.
pub type virDomainGuestInfoTypes = _virDomainGuestInfoTypes;

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

/// IP address of a guest interface.
#[repr(C)]
pub struct _virDomainInterfaceIPAddress {
    /// Address family, a virIPAddrType.
    pub r#type: c_int,
    /// The address as text.
    pub addr: *mut c_char,
    /// Length of the network prefix in bits.
    pub prefix: c_uint,
}
/// IP address of a guest interface.
pub type virDomainIPAddress = _virDomainInterfaceIPAddress;

/// Pointer to a virDomainIPAddress.
pub type virDomainIPAddressPtr = *mut virDomainIPAddress;

/// State and resource use of a domain.
#[repr(C)]
pub struct _virDomainInfo {
    /// State, a virDomainState.
    pub state: c_uchar,
    /// Maximum memory in KiB.
    pub maxMem: c_ulong,
    /// Current memory in KiB.
    pub memory: c_ulong,
    /// Number of vCPUs.
    pub nrVirtCpu: c_ushort,
    /// Used CPU time in nanoseconds.
    pub cpuTime: c_ulonglong,
}
/// State and resource use of a domain.
pub type virDomainInfo = _virDomainInfo;

/// Pointer to a virDomainInfo.
pub type virDomainInfoPtr = *mut virDomainInfo;

/// A network interface of the guest with its addresses; free it with virDomainInterfaceFree().
#[repr(C)]
pub struct _virDomainInterface {
    /// Name of the interface.
    pub name: *mut c_char,
    /// MAC address as text, or NULL.
    pub hwaddr: *mut c_char,
    /// Number of addresses.
    pub naddrs: c_uint,
    /// Array of addresses.
    pub addrs: virDomainIPAddressPtr,
}
/// A network interface of the guest with its addresses; free it with virDomainInterfaceFree().
pub type virDomainInterface = _virDomainInterface;

/// Sources of guest interface addresses.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainInterfaceAddressesSource {
    /// DHCP leases of the network.
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE = 0,
    /// Guest agent.
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT = 1,
    /// ARP table of the host.
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST = 3,
}
/// Sources of guest interface addresses.
pub type virDomainInterfaceAddressesSource = _virDomainInterfaceAddressesSource;

/// Pointer to a virDomainInterface.
pub type virDomainInterfacePtr = *mut virDomainInterface;

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

/// Progress of a domain job.
#[repr(C)]
pub struct _virDomainJobInfo {
    /// Kind of job, a virDomainJobType.
    pub r#type: c_int,
    /// Milliseconds since the job began.
    pub timeElapsed: c_ulonglong,
    /// Estimated milliseconds to its end, for bounded jobs.
    pub timeRemaining: c_ulonglong,
    /// Bytes to process in total; may grow.
    pub dataTotal: c_ulonglong,
    /// Bytes processed so far.
    pub dataProcessed: c_ulonglong,
    /// Bytes left to process.
    pub dataRemaining: c_ulonglong,
    /// Bytes of memory to process in total.
    pub memTotal: c_ulonglong,
    /// Bytes of memory processed so far.
    pub memProcessed: c_ulonglong,
    /// Bytes of memory left to process.
    pub memRemaining: c_ulonglong,
    /// Bytes of disks to process in total.
    pub fileTotal: c_ulonglong,
    /// Bytes of disks processed so far.
    pub fileProcessed: c_ulonglong,
    /// Bytes of disks left to process.
    pub fileRemaining: c_ulonglong,
}
/// Progress of a domain job.
pub type virDomainJobInfo = _virDomainJobInfo;

/// Pointer to a virDomainJobInfo.
pub type virDomainJobInfoPtr = *mut virDomainJobInfo;

/// Operations that run as a domain job.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainJobOperation {
    /// Operation is not known.
    VIR_DOMAIN_JOB_OPERATION_UNKNOWN = 0,
    /// Start of the domain.
    VIR_DOMAIN_JOB_OPERATION_START = 1,
    /// Saving to a file.
    VIR_DOMAIN_JOB_OPERATION_SAVE = 2,
    /// Restoring from a file.
    VIR_DOMAIN_JOB_OPERATION_RESTORE = 3,
    /// Migration from another host.
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN = 4,
    /// Migration to another host.
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT = 5,
    /// Creation of a snapshot.
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT = 6,
    /// Reverting to a snapshot.
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT = 7,
    /// Dump of memory.
    VIR_DOMAIN_JOB_OPERATION_DUMP = 8,
    /// Backup of disks.
    VIR_DOMAIN_JOB_OPERATION_BACKUP = 9,
    /// Deletion of a snapshot.
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE = 10,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_JOB_OPERATION_LAST = 11,
}
/// Operations that run as a domain job.
pub type virDomainJobOperation = _virDomainJobOperation;

/// Kinds and outcomes of domain jobs.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainJobType {
    /// No job.
    VIR_DOMAIN_JOB_NONE = 0,
    /// Job with a known end.
    VIR_DOMAIN_JOB_BOUNDED = 1,
    /// Job whose end cannot be foreseen.
    VIR_DOMAIN_JOB_UNBOUNDED = 2,
    /// Job has completed.
    VIR_DOMAIN_JOB_COMPLETED = 3,
    /// Job has failed.
    VIR_DOMAIN_JOB_FAILED = 4,
    /// Job was cancelled.
    VIR_DOMAIN_JOB_CANCELLED = 5,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_JOB_LAST = 6,
}
/// Kinds and outcomes of domain jobs.
pub type virDomainJobType = _virDomainJobType;

/// Guest events whose action can be chosen.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainLifecycle {
    /// Guest powers off.
    VIR_DOMAIN_LIFECYCLE_POWEROFF = 0,
    /// Guest reboots.
    VIR_DOMAIN_LIFECYCLE_REBOOT = 1,
    /// Guest crashes.
    VIR_DOMAIN_LIFECYCLE_CRASH = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_LIFECYCLE_LAST = 3,
}
/// Guest events whose action can be chosen.
pub type virDomainLifecycle = _virDomainLifecycle;

/// Actions for guest power off, reboot and crash.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainLifecycleAction {
    /// Stop the domain.
    VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY = 0,
    /// Start the domain again.
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART = 1,
    /// Start the domain again under a new name.
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME = 2,
    /// Keep the stopped guest for inspection.
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE = 3,
    /// Dump memory, then stop the domain.
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY = 4,
    /// Dump memory, then start the domain again.
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART = 5,
    /// Keep the crashed guest running.
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING = 6,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_LIFECYCLE_ACTION_LAST = 7,
}
/// Actions for guest power off, reboot and crash.
pub type virDomainLifecycleAction = _virDomainLifecycleAction;

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

/// Kinds of notes about a domain.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMessageType {
    /// Deprecated features in use.
    VIR_DOMAIN_MESSAGE_DEPRECATION = 1,
    /// Reasons the domain is tainted.
    VIR_DOMAIN_MESSAGE_TAINTING = 2,
    /// Disk I/O errors seen.
    VIR_DOMAIN_MESSAGE_IOERRORS = 4,
}
/// Kinds of notes about a domain.
pub type virDomainMessageType = _virDomainMessageType;

/// Kinds of metadata a domain can hold.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMetadataType {
    /// Free description text.
    VIR_DOMAIN_METADATA_DESCRIPTION = 0,
    /// Short title of one line.
    VIR_DOMAIN_METADATA_TITLE = 1,
    /// Custom XML element, found by namespace URI.
    VIR_DOMAIN_METADATA_ELEMENT = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_METADATA_LAST = 3,
}
/// Kinds of metadata a domain can hold.
pub type virDomainMetadataType = _virDomainMetadataType;

/// Flags for migrating a domain.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMigrateFlags {
    /// Keep the guest running while its memory is copied.
    VIR_MIGRATE_LIVE = 1 << 0,
    /// Let the source daemon connect to the destination daemon itself.
    VIR_MIGRATE_PEER2PEER = 1 << 1,
    /// Send the data through the connection between the daemons.
    VIR_MIGRATE_TUNNELLED = 1 << 2,
    /// Store the configuration on the destination.
    VIR_MIGRATE_PERSIST_DEST = 1 << 3,
    /// Delete the stored configuration on the source.
    VIR_MIGRATE_UNDEFINE_SOURCE = 1 << 4,
    /// Leave the domain paused on the destination.
    VIR_MIGRATE_PAUSED = 1 << 5,
    /// Copy whole disks that the hosts do not share.
    VIR_MIGRATE_NON_SHARED_DISK = 1 << 6,
    /// Copy only the top images of disks that the hosts do not share.
    VIR_MIGRATE_NON_SHARED_INC = 1 << 7,
    /// Forbid configuration changes during the migration.
    VIR_MIGRATE_CHANGE_PROTECTION = 1 << 8,
    /// Migrate even if disk caching makes that unsafe.
    VIR_MIGRATE_UNSAFE = 1 << 9,
    /// Move the configuration of an inactive domain.
    VIR_MIGRATE_OFFLINE = 1 << 10,
    /// Compress the data sent.
    VIR_MIGRATE_COMPRESSED = 1 << 11,
    /// Cancel the migration on a disk I/O error.
    VIR_MIGRATE_ABORT_ON_ERROR = 1 << 12,
    /// Slow the guest down if memory changes too fast.
    VIR_MIGRATE_AUTO_CONVERGE = 1 << 13,
    /// Pin all memory before an RDMA migration.
    VIR_MIGRATE_RDMA_PIN_ALL = 1 << 14,
    /// Allow switching to post-copy during the migration.
    VIR_MIGRATE_POSTCOPY = 1 << 15,
    /// Encrypt the data with TLS.
    VIR_MIGRATE_TLS = 1 << 16,
    /// Send memory over several connections.
    VIR_MIGRATE_PARALLEL = 1 << 17,
    /// Mirror guest writes synchronously while disks are copied.
    VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES = 1 << 18,
    /// Continue a post-copy migration that broke off.
    VIR_MIGRATE_POSTCOPY_RESUME = 1 << 19,
    /// Send memory without copying it in the kernel.
    VIR_MIGRATE_ZEROCOPY = 1 << 20,
}
/// Flags for migrating a domain.
pub type virDomainMigrateFlags = _virDomainMigrateFlags;

/// Flags for the migration bandwidth limit.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMigrateMaxSpeedFlags {
    /// Limit the post-copy phase instead of the pre-copy phase.
    VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY = 1 << 0,
}
/// Flags for the migration bandwidth limit.
pub type virDomainMigrateMaxSpeedFlags = _virDomainMigrateMaxSpeedFlags;

/// Flags that tell which state of a domain a call reads or changes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainModificationImpact {
    /// Apply to the current state: running if active, else stored.
    VIR_DOMAIN_AFFECT_CURRENT = 0,
    /// Apply to the running domain.
    VIR_DOMAIN_AFFECT_LIVE = 1,
    /// Apply to the stored configuration.
    VIR_DOMAIN_AFFECT_CONFIG = 2,
}
/// Flags that tell which state of a domain a call reads or changes.
pub type virDomainModificationImpact = _virDomainModificationImpact;

/// Reasons that belong to VIR_DOMAIN_NOSTATE.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainNostateReason {
    /// Reason of the unknown state is not known.
    VIR_DOMAIN_NOSTATE_UNKNOWN = 0,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_NOSTATE_LAST = 1,
}
/// Reasons that belong to VIR_DOMAIN_NOSTATE.
pub type virDomainNostateReason = _virDomainNostateReason;

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

/// Flags for opening a graphics display.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainOpenGraphicsFlags {
    /// Skip the display's authentication.
    VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH = 1 << 0,
}
/// Flags for opening a graphics display.
pub type virDomainOpenGraphicsFlags = _virDomainOpenGraphicsFlags;

/// Reasons of a guest's suspend to disk.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainPMSuspendedDiskReason {
    /// Reason of the suspend to disk is not known.
    VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN = 0,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_PMSUSPENDED_DISK_LAST = 1,
}
/// Reasons of a guest's suspend to disk.
pub type virDomainPMSuspendedDiskReason = _virDomainPMSuspendedDiskReason;

/// Reasons that belong to VIR_DOMAIN_PMSUSPENDED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainPMSuspendedReason {
    /// Reason of the sleep is not known.
    VIR_DOMAIN_PMSUSPENDED_UNKNOWN = 0,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_PMSUSPENDED_LAST = 1,
}
/// Reasons that belong to VIR_DOMAIN_PMSUSPENDED.
pub type virDomainPMSuspendedReason = _virDomainPMSuspendedReason;

/// Reasons that belong to VIR_DOMAIN_PAUSED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainPausedReason {
    /// Reason of the pause is not known.
    VIR_DOMAIN_PAUSED_UNKNOWN = 0,
    /// Paused by a user's request.
    VIR_DOMAIN_PAUSED_USER = 1,
    /// Paused for a migration that is not live.
    VIR_DOMAIN_PAUSED_MIGRATION = 2,
    /// Paused while being saved.
    VIR_DOMAIN_PAUSED_SAVE = 3,
    /// Paused while its memory is dumped.
    VIR_DOMAIN_PAUSED_DUMP = 4,
    /// Paused because of a disk I/O error.
    VIR_DOMAIN_PAUSED_IOERROR = 5,
    /// Paused because the watchdog fired.
    VIR_DOMAIN_PAUSED_WATCHDOG = 6,
    /// Paused after reverting to a snapshot.
    VIR_DOMAIN_PAUSED_FROM_SNAPSHOT = 7,
    /// Paused during power off.
    VIR_DOMAIN_PAUSED_SHUTTING_DOWN = 8,
    /// Paused while a snapshot is made.
    VIR_DOMAIN_PAUSED_SNAPSHOT = 9,
    /// Paused because the guest crashed.
    VIR_DOMAIN_PAUSED_CRASHED = 10,
    /// Not running yet, the domain is being started.
    VIR_DOMAIN_PAUSED_STARTING_UP = 11,
    /// Paused on the source during a post-copy migration.
    VIR_DOMAIN_PAUSED_POSTCOPY = 12,
    /// Paused because a post-copy migration failed.
    VIR_DOMAIN_PAUSED_POSTCOPY_FAILED = 13,
    /// Paused because an error of an API call left it so.
    VIR_DOMAIN_PAUSED_API_ERROR = 14,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_PAUSED_LAST = 15,
}
/// Reasons that belong to VIR_DOMAIN_PAUSED.
pub type virDomainPausedReason = _virDomainPausedReason;

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

/// Handle of a domain; release it with virDomainFree().
pub type virDomainPtr = *mut virDomain;

/// Ways to ask the guest to reboot.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainRebootFlagValues {
    /// Hypervisor chooses the way.
    VIR_DOMAIN_REBOOT_DEFAULT = 0,
    /// Press the ACPI power button, then start again.
    VIR_DOMAIN_REBOOT_ACPI_POWER_BTN = 1 << 0,
    /// Ask the guest agent.
    VIR_DOMAIN_REBOOT_GUEST_AGENT = 1 << 1,
    /// Use the initctl of a container.
    VIR_DOMAIN_REBOOT_INITCTL = 1 << 2,
    /// Send a signal to a container's init.
    VIR_DOMAIN_REBOOT_SIGNAL = 1 << 3,
    /// Use the guest's paravirtual control.
    VIR_DOMAIN_REBOOT_PARAVIRT = 1 << 4,
}
/// Ways to ask the guest to reboot.
pub type virDomainRebootFlagValues = _virDomainRebootFlagValues;

/// Reasons that belong to VIR_DOMAIN_RUNNING.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainRunningReason {
    /// Reason for running is not known.
    VIR_DOMAIN_RUNNING_UNKNOWN = 0,
    /// Booted normally.
    VIR_DOMAIN_RUNNING_BOOTED = 1,
    /// Migrated here from another host.
    VIR_DOMAIN_RUNNING_MIGRATED = 2,
    /// Restored from a save file.
    VIR_DOMAIN_RUNNING_RESTORED = 3,
    /// Reverted to a snapshot.
    VIR_DOMAIN_RUNNING_FROM_SNAPSHOT = 4,
    /// Resumed after a pause.
    VIR_DOMAIN_RUNNING_UNPAUSED = 5,
    /// Continues since its migration away failed or was cancelled.
    VIR_DOMAIN_RUNNING_MIGRATION_CANCELED = 6,
    /// Continues since saving it failed or was cancelled.
    VIR_DOMAIN_RUNNING_SAVE_CANCELED = 7,
    /// Woken up from power management sleep.
    VIR_DOMAIN_RUNNING_WAKEUP = 8,
    /// Keeps running although the guest crashed, as configured.
    VIR_DOMAIN_RUNNING_CRASHED = 9,
    /// Runs on the destination during a post-copy migration.
    VIR_DOMAIN_RUNNING_POSTCOPY = 10,
    /// Runs on the destination although the post-copy migration failed.
    VIR_DOMAIN_RUNNING_POSTCOPY_FAILED = 11,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_RUNNING_LAST = 12,
}
/// Reasons that belong to VIR_DOMAIN_RUNNING.
pub type virDomainRunningReason = _virDomainRunningReason;

/// Flags for reading the XML of a save image.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSaveImageXMLFlags {
    /// Include secrets such as passwords.
    VIR_DOMAIN_SAVE_IMAGE_XML_SECURE = 1 << 0,
}
/// Flags for reading the XML of a save image.
pub type virDomainSaveImageXMLFlags = _virDomainSaveImageXMLFlags;

/// Flags for saving and restoring a domain.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSaveRestoreFlags {
    /// Keep the save file out of the host's file cache.
    VIR_DOMAIN_SAVE_BYPASS_CACHE = 1 << 0,
    /// Run after the restore, whatever the state was.
    VIR_DOMAIN_SAVE_RUNNING = 1 << 1,
    /// Stay paused after the restore, whatever the state was.
    VIR_DOMAIN_SAVE_PAUSED = 1 << 2,
    /// Set the NVRAM back to its template on restore.
    VIR_DOMAIN_SAVE_RESET_NVRAM = 1 << 3,
}
/// Flags for saving and restoring a domain.
pub type virDomainSaveRestoreFlags = _virDomainSaveRestoreFlags;

/// Flags for setting the guest's clock.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSetTimeFlags {
    /// Take the time from the guest's hardware clock.
    VIR_DOMAIN_TIME_SYNC = 1 << 0,
}
/// Flags for setting the guest's clock.
pub type virDomainSetTimeFlags = _virDomainSetTimeFlags;

/// Flags for setting a guest user's password.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSetUserPasswordFlags {
    /// Password is already hashed.
    VIR_DOMAIN_PASSWORD_ENCRYPTED = 1 << 0,
}
/// Flags for setting a guest user's password.
pub type virDomainSetUserPasswordFlags = _virDomainSetUserPasswordFlags;

/// Ways to ask the guest to power off.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainShutdownFlagValues {
    /// Hypervisor chooses the way.
    VIR_DOMAIN_SHUTDOWN_DEFAULT = 0,
    /// Press the ACPI power button.
    VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN = 1 << 0,
    /// Ask the guest agent.
    VIR_DOMAIN_SHUTDOWN_GUEST_AGENT = 1 << 1,
    /// Use the initctl of a container.
    VIR_DOMAIN_SHUTDOWN_INITCTL = 1 << 2,
    /// Send a signal to a container's init.
    VIR_DOMAIN_SHUTDOWN_SIGNAL = 1 << 3,
    /// Use the guest's paravirtual control.
    VIR_DOMAIN_SHUTDOWN_PARAVIRT = 1 << 4,
}
/// Ways to ask the guest to power off.
pub type virDomainShutdownFlagValues = _virDomainShutdownFlagValues;

/// Reasons that belong to VIR_DOMAIN_SHUTDOWN.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainShutdownReason {
    /// Reason of the power off is not known.
    VIR_DOMAIN_SHUTDOWN_UNKNOWN = 0,
    /// Power off was requested by a user.
    VIR_DOMAIN_SHUTDOWN_USER = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_SHUTDOWN_LAST = 2,
}
/// Reasons that belong to VIR_DOMAIN_SHUTDOWN.
pub type virDomainShutdownReason = _virDomainShutdownReason;

/// Reasons that belong to VIR_DOMAIN_SHUTOFF.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainShutoffReason {
    /// Reason for being inactive is not known.
    VIR_DOMAIN_SHUTOFF_UNKNOWN = 0,
    /// Powered off normally.
    VIR_DOMAIN_SHUTOFF_SHUTDOWN = 1,
    /// Stopped forcibly.
    VIR_DOMAIN_SHUTOFF_DESTROYED = 2,
    /// Stopped by a crash.
    VIR_DOMAIN_SHUTOFF_CRASHED = 3,
    /// Migrated to another host.
    VIR_DOMAIN_SHUTOFF_MIGRATED = 4,
    /// Saved to a file.
    VIR_DOMAIN_SHUTOFF_SAVED = 5,
    /// Failed to start.
    VIR_DOMAIN_SHUTOFF_FAILED = 6,
    /// Reverted to a snapshot of an inactive domain.
    VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT = 7,
    /// Found dead when the daemon looked for its running domains.
    VIR_DOMAIN_SHUTOFF_DAEMON = 8,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_SHUTOFF_LAST = 9,
}
/// Reasons that belong to VIR_DOMAIN_SHUTOFF.
pub type virDomainShutoffReason = _virDomainShutoffReason;

/// States a domain can be in.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainState {
    /// State cannot be told.
    VIR_DOMAIN_NOSTATE = 0,
    /// Domain is running.
    VIR_DOMAIN_RUNNING = 1,
    /// Domain is active but waits for something, such as I/O.
    VIR_DOMAIN_BLOCKED = 2,
    /// Domain is active but its vCPUs are stopped.
    VIR_DOMAIN_PAUSED = 3,
    /// Guest is powering off.
    VIR_DOMAIN_SHUTDOWN = 4,
    /// Domain is inactive.
    VIR_DOMAIN_SHUTOFF = 5,
    /// Guest crashed and the domain stopped.
    VIR_DOMAIN_CRASHED = 6,
    /// Guest is asleep through its own power management.
    VIR_DOMAIN_PMSUSPENDED = 7,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_LAST = 8,
}
/// States a domain can be in.
pub type virDomainState = _virDomainState;

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

/// Flags for deleting a domain configuration.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainUndefineFlagsValues {
    /// Delete the managed save image too.
    VIR_DOMAIN_UNDEFINE_MANAGED_SAVE = 1 << 0,
    /// Delete the records of snapshots too.
    VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA = 1 << 1,
    /// Delete the NVRAM file too.
    VIR_DOMAIN_UNDEFINE_NVRAM = 1 << 2,
    /// Keep the NVRAM file.
    VIR_DOMAIN_UNDEFINE_KEEP_NVRAM = 1 << 3,
    /// Delete the records of checkpoints too.
    VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA = 1 << 4,
    /// Delete the TPM state too.
    VIR_DOMAIN_UNDEFINE_TPM = 1 << 5,
    /// Keep the TPM state.
    VIR_DOMAIN_UNDEFINE_KEEP_TPM = 1 << 6,
}
/// Flags for deleting a domain configuration.
pub type virDomainUndefineFlagsValues = _virDomainUndefineFlagsValues;

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

/// Flags for describing a domain as XML.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainXMLFlags {
    /// Include secrets such as passwords.
    VIR_DOMAIN_XML_SECURE = 1 << 0,
    /// Show the stored configuration.
    VIR_DOMAIN_XML_INACTIVE = 1 << 1,
    /// Adapt the guest CPU to the host CPU.
    VIR_DOMAIN_XML_UPDATE_CPU = 1 << 2,
    /// Leave out what a migration destination could not read.
    VIR_DOMAIN_XML_MIGRATABLE = 1 << 3,
}
/// Flags for describing a domain as XML.
pub type virDomainXMLFlags = _virDomainXMLFlags;

/// Sets of key codes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virKeycodeSet {
    /// Key codes of the Linux input layer.
    VIR_KEYCODE_SET_LINUX = 0,
    /// Scan codes of the XT keyboard.
    VIR_KEYCODE_SET_XT = 1,
    /// Scan codes of AT keyboards, set 1.
    VIR_KEYCODE_SET_ATSET1 = 2,
    /// Scan codes of AT keyboards, set 2.
    VIR_KEYCODE_SET_ATSET2 = 3,
    /// Scan codes of AT keyboards, set 3.
    VIR_KEYCODE_SET_ATSET3 = 4,
    /// Virtual key codes of macOS.
    VIR_KEYCODE_SET_OSX = 5,
    /// XT codes in the Linux keyboard driver's variant.
    VIR_KEYCODE_SET_XT_KBD = 6,
    /// Key codes of USB HID.
    VIR_KEYCODE_SET_USB = 7,
    /// Virtual key codes of Windows.
    VIR_KEYCODE_SET_WIN32 = 8,
    /// QEMU's numbers, XT codes with a changed prefix.
    VIR_KEYCODE_SET_QNUM = 9,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_KEYCODE_SET_LAST = 10,
}
/// Sets of key codes.
pub type virKeycodeSet = _virKeycodeSet;

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

/// Reports that a named channel was opened or closed in the guest.
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

/// Reasons of a channel event.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventChannelLifecycleReason {
    /// Reason of the change is not known.
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN = 0,
    /// State when the domain started.
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /// The channel was opened or closed by the guest.
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_LAST = 3,
}
/// Reasons of a channel event.
pub type virConnectDomainEventChannelLifecycleReason = _virConnectDomainEventChannelLifecycleReason;

/// States of a channel of the guest.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectDomainEventChannelLifecycleState {
    /// Channel is connected in the guest.
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED = 1,
    /// Channel is disconnected in the guest.
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_LAST = 3,
}
/// States of a channel of the guest.
pub type virConnectDomainEventChannelLifecycleState = _virConnectDomainEventChannelLifecycleState;

/// Reports that the guest changed the MAC address of an interface.
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

/// Reports the number of a vCPU that was unplugged.
pub type virConnectDomainEventVcpuRemovedCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, vcpuid: c_uint, opaque: *mut c_void)>;

/// Flags for the domain capabilities XML.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectGetDomainCapabilitiesFlags {
    /// Show deprecated CPU features as disabled.
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES = 1 << 0,
    /// List all features of the CPU model.
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES = 1 << 1,
    /// List all CPU features the host supports.
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES = 1 << 2,
}
/// Flags for the domain capabilities XML.
pub type virConnectGetDomainCapabilitiesFlags = _virConnectGetDomainCapabilitiesFlags;

/// Display kinds whose settings are read again.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainGraphicsReloadType {
    /// Any kind of display.
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY = 0,
    /// VNC display.
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST = 2,
}
/// Display kinds whose settings are read again.
pub type virDomainGraphicsReloadType = _virDomainGraphicsReloadType;

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
