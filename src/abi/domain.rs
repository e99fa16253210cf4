//! Domains, their devices and their events (`libvirt-domain.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort};

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

/// Kinds of notes about a domain.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMessageType {
    /// Deprecated features in use.
    VIR_DOMAIN_MESSAGE_DEPRECATION = 1 << 0,
    /// Reasons the domain is tainted.
    VIR_DOMAIN_MESSAGE_TAINTING = 1 << 1,
    /// Disk I/O errors seen.
    VIR_DOMAIN_MESSAGE_IOERRORS = 1 << 2,
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

/// Flags that tell which state of a domain a call reads or changes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainModificationImpact {
    /// Apply to the current state: running if active, else stored.
    VIR_DOMAIN_AFFECT_CURRENT = 0,
    /// Apply to the running domain.
    VIR_DOMAIN_AFFECT_LIVE = 1 << 0,
    /// Apply to the stored configuration.
    VIR_DOMAIN_AFFECT_CONFIG = 1 << 1,
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

/// Flags for opening a graphics display.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainOpenGraphicsFlags {
    /// Skip the display's authentication.
    VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH = 1 << 0,
}

/// Flags for opening a graphics display.
pub type virDomainOpenGraphicsFlags = _virDomainOpenGraphicsFlags;

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
