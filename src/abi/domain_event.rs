//! The events of domains and their callbacks (part of `libvirt-domain.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};

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
