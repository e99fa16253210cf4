//! What a domain's guest is asked for, or told.

#![forbid(unsafe_code)]

use std::net::IpAddr;

use super::Driver;
use crate::domain::Domain;
use crate::error::Result;
use crate::stream::Stream;
use crate::typed_param::TypedParameter;

/// `virDomainControlInfo`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ControlInfo {
    /// `virDomainControlState`
    pub state: u32,
    /// `virDomainControlErrorReason`
    pub details: u32,
    /// Since when.
    pub state_time_ms: u64,
}

/// `virSecurityLabel`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecurityLabel {
    /// The label; empty if there is none.
    pub label: String,
    /// Whether the policy is enforced.
    pub enforcing: bool,
}

/// The guest's clock, from 1970 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuestTime {
    pub seconds: i64,
    /// As it was set: the original accepts more than a second.
    pub nanoseconds: u32,
}

/// Keys to press together.
#[derive(Clone, Copy, Debug)]
pub struct Keys<'a> {
    /// `virKeycodeSet`
    pub set: u32,
    /// The keys' numbers in that set.
    pub codes: &'a [u32],
    /// How long they are held.
    pub hold_time_ms: u32,
}

/// `virDomainFSInfo`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileSystem {
    /// Where it is mounted in the guest.
    pub mount_point: String,
    /// Its device in the guest.
    pub name: String,
    /// Such as "ext4".
    pub kind: String,
    /// Target names of the disks below it.
    pub disks: Vec<String>,
}

/// `virDomainInterface`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuestInterface {
    /// Name of the interface.
    pub name: String,
    /// MAC address as text.
    pub mac: Option<String>,
    /// Addresses, each with the length of its network's prefix in bits.
    pub addresses: Vec<(IpAddr, u32)>,
}

/// What the guest is asked for or told: agent, keys, signals, screen, clock. No `flags` are known where nothing else is
/// said.
pub trait GuestDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN;
        /// State of the control interface to the domain.
        fn domain_get_control_info(&self, dom: &Domain, flags: u32) -> ControlInfo => "virDomainGetControlInfo";
        /// Notes about the domain; `flags` are `virDomainMessageType`, none for all.
        fn domain_get_messages(&self, dom: &Domain, flags: u32) -> Vec<String> => "virDomainGetMessages";
        /// The label of the running domain.
        fn domain_get_security_label(&self, dom: &Domain) -> SecurityLabel => "virDomainGetSecurityLabel";
        /// The labels of all models that the running domain is under.
        fn domain_get_security_label_list(&self, dom: &Domain) -> Vec<SecurityLabel> => "virDomainGetSecurityLabelList";
        /// Values of a confidential guest; `flags` are `virTypedParameterFlags`.
        fn domain_get_launch_security_info(&self, dom: &Domain, flags: u32) -> Vec<TypedParameter>
            => "virDomainGetLaunchSecurityInfo";

        /// Puts a secret into a confidential guest that is paused.
        fn domain_set_launch_security_state(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> ()
            => "virDomainSetLaunchSecurityState";

        /// Puts the guest to sleep: a `virNodeSuspendTarget`, for so many seconds or until it is woken.
        fn domain_pm_suspend_for_duration(&self, dom: &Domain, target: u32, duration_s: u64, flags: u32) -> ()
            => "virDomainPMSuspendForDuration";
        /// Wakes the guest.
        fn domain_pm_wakeup(&self, dom: &Domain, flags: u32) -> () => "virDomainPMWakeup";
        /// Sends a non-maskable interrupt.
        fn domain_inject_nmi(&self, dom: &Domain, flags: u32) -> () => "virDomainInjectNMI";
        /// Presses keys.
        fn domain_send_key(&self, dom: &Domain, keys: Keys<'_>, flags: u32) -> () => "virDomainSendKey";
        /// Sends a `virDomainProcessSignal` to a process of the guest.
        fn domain_send_process_signal(&self, dom: &Domain, pid: i64, signal: u32, flags: u32) -> ()
            => "virDomainSendProcessSignal";
        /// Sets a password; `flags` are `virDomainSetUserPasswordFlags`.
        fn domain_set_user_password(&self, dom: &Domain, user: &str, password: &str, flags: u32) -> ()
            => "virDomainSetUserPassword";
        /// The guest's clock.
        fn domain_get_time(&self, dom: &Domain, flags: u32) -> GuestTime => "virDomainGetTime";
        /// Sets the guest's clock; `flags` are `virDomainSetTimeFlags`.
        fn domain_set_time(&self, dom: &Domain, time: GuestTime, flags: u32) -> () => "virDomainSetTime";
        /// The guest's name; `flags` are `virDomainGetHostnameFlags`.
        fn domain_get_hostname(&self, dom: &Domain, flags: u32) -> String => "virDomainGetHostname";

        /// For how long to wait for the agent: some seconds or a `virDomainAgentResponseTimeoutValues`.
        fn domain_agent_set_response_timeout(&self, dom: &Domain, timeout_s: i32, flags: u32) -> i32
            => "virDomainAgentSetResponseTimeout";
        /// What the agent tells; `types` are `virDomainGuestInfoTypes`, none for all.
        fn domain_get_guest_info(&self, dom: &Domain, types: u32, flags: u32) -> Vec<TypedParameter>
            => "virDomainGetGuestInfo";
        /// The keys that may log in as a user of the guest.
        fn domain_authorized_ssh_keys_get(&self, dom: &Domain, user: &str, flags: u32) -> Vec<String>
            => "virDomainAuthorizedSSHKeysGet";
        /// Changes the keys; `flags` are `virDomainAuthorizedSSHKeysSetFlags`.
        fn domain_authorized_ssh_keys_set(&self, dom: &Domain, user: &str, keys: &[&str], flags: u32) -> ()
            => "virDomainAuthorizedSSHKeysSet";
        /// Virtual CPUs as the agent sees them.
        fn domain_get_guest_vcpus(&self, dom: &Domain, flags: u32) -> Vec<TypedParameter> => "virDomainGetGuestVcpus";
        /// Lets the agent bring virtual CPUs online (1) or take them off (0); `cpus` is a list such as "0-3,^2".
        fn domain_set_guest_vcpus(&self, dom: &Domain, cpus: &str, state: i32, flags: u32) -> ()
            => "virDomainSetGuestVcpus";

        /// The mounted file systems.
        fn domain_get_fs_info(&self, dom: &Domain, flags: u32) -> Vec<FileSystem> => "virDomainGetFSInfo";
        /// Freezes the file systems at the mount points, none for all, and returns how many it froze.
        fn domain_fs_freeze(&self, dom: &Domain, mount_points: &[&str], flags: u32) -> usize => "virDomainFSFreeze";
        /// Thaws the file systems at the mount points, none for all, and returns how many it thawed.
        fn domain_fs_thaw(&self, dom: &Domain, mount_points: &[&str], flags: u32) -> usize => "virDomainFSThaw";
        /// Discards unused ranges of at least `minimum` bytes, of one file system or of all.
        fn domain_fs_trim(&self, dom: &Domain, mount_point: Option<&str>, minimum: u64, flags: u32) -> ()
            => "virDomainFSTrim";
        /// The network interfaces; `source` is a `virDomainInterfaceAddressesSource`.
        fn domain_interface_addresses(&self, dom: &Domain, source: u32, flags: u32) -> Vec<GuestInterface>
            => "virDomainInterfaceAddresses";
        /// Copies memory from the address `start` on; `flags` are `virDomainMemoryFlags`.
        fn domain_memory_peek(&self, dom: &Domain, start: u64, memory: &mut [u8], flags: u32) -> ()
            => "virDomainMemoryPeek";
        /// Sends a picture of a screen through `stream` and returns its MIME type.
        fn domain_screenshot(&self, dom: &Domain, stream: &Stream, screen: u32, flags: u32) -> String
            => "virDomainScreenshot";
    }
}
