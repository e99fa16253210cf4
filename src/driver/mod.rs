//! What a driver is: traits whose default bodies answer like the original's empty driver slots.
//!
//! A method has the public function's name without `vir`, in snake case. A driver implements what it
//! has. A public function that no driver implements yet has no method; it asks
//! [`HypervisorDriver::unsupported`] for the error.

#![forbid(unsafe_code)]

use std::ffi::CStr;
use std::sync::Arc;

use crate::abi::_virDomainState as State;
use crate::domain::{Domain, DomainId, DomainKey, Uuid};
use crate::error::{Error, ErrorDomain, Result};
use crate::event::domain::DomainEvents;

/// What a driver gives back for a URI that it is responsible for.
pub struct Opened {
    /// The driver that serves the connection; connections to the same place share it.
    pub driver: Arc<dyn HypervisorDriver>,
    /// The canonical URI, as `virConnectGetURI` reports it.
    pub uri: String,
}

/// State and reason of a domain, as the public numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DomainState {
    /// `virDomainState`
    pub state: i32,
    /// The reason enum that belongs to the state.
    pub reason: i32,
}

/// `virDomainInfo`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DomainInfo {
    /// `virDomainState`
    pub state: i32,
    /// Maximum memory.
    pub max_mem_kib: u64,
    /// Current memory.
    pub memory_kib: u64,
    /// Virtual CPUs in use.
    pub vcpus: u16,
    /// CPU time since start.
    pub cpu_time_ns: u64,
}

/// Declares driver methods whose default body is the original's answer for an empty slot.
///
/// A row: documentation, method with its arguments and result, `=>`, the public function's name.
macro_rules! driver_methods {
    ($($(#[$doc:meta])* fn $method:ident(&self $(, $arg:ident: $type:ty)*) -> $out:ty => $public:literal;)*) => {
        $($(#[$doc])*
        #[allow(unused_variables, reason = "the default body only names the function")]
        fn $method(&self $(, $arg: $type)*) -> Result<$out> {
            Err(self.unsupported(ErrorDomain::VIR_FROM_DOMAIN, $public))
        })*
    };
}

/// The hypervisor side of a connection: the host, its domains and their events.
pub trait HypervisorDriver: Send + Sync {
    /// The error for a function that this driver does not have; `domain` is that of the API family.
    fn unsupported(&self, domain: ErrorDomain, function: &'static str) -> Error {
        Error::no_support(domain, function)
    }

    /// Where this driver's domain events come from; `None` if it has none.
    fn domain_events(&self) -> Option<&Arc<DomainEvents>> {
        None
    }

    driver_methods! {
        /// The driver's public name, such as "QEMU".
        fn connect_get_type(&self) -> &'static CStr => "virConnectGetType";
        /// Version of the hypervisor: major * 1,000,000 + minor * 1,000 + release.
        fn connect_get_version(&self) -> u64 => "virConnectGetVersion";
        /// Name of the host.
        fn connect_get_hostname(&self) -> String => "virConnectGetHostname";
        /// Most virtual CPUs of one domain of the given type.
        fn connect_get_max_vcpus(&self, kind: Option<&str>) -> i32 => "virConnectGetMaxVcpus";
        /// Whether the connection still works.
        fn connect_is_alive(&self) -> bool => "virConnectIsAlive";
        /// Whether the connection is encrypted.
        fn connect_is_encrypted(&self) -> bool => "virConnectIsEncrypted";
        /// Whether nobody can listen in.
        fn connect_is_secure(&self) -> bool => "virConnectIsSecure";

        /// The domains that match `flags`, a `virConnectListAllDomainsFlags`; see [`DomainListing::matches`].
        fn connect_list_all_domains(&self, flags: u32) -> Vec<DomainKey> => "virConnectListAllDomains";
        /// The active domain with this id.
        fn domain_lookup_by_id(&self, id: DomainId) -> DomainKey => "virDomainLookupByID";
        /// The domain with this name.
        fn domain_lookup_by_name(&self, name: &str) -> DomainKey => "virDomainLookupByName";
        /// The domain with this UUID.
        fn domain_lookup_by_uuid(&self, uuid: &Uuid) -> DomainKey => "virDomainLookupByUUID";

        /// Defines a persistent domain; `flags` are `virDomainDefineFlags`.
        fn domain_define_xml(&self, xml: &str, flags: u32) -> DomainKey => "virDomainDefineXML";
        /// Creates and starts a transient domain; `flags` are `virDomainCreateFlags`.
        fn domain_create_xml(&self, xml: &str, flags: u32) -> DomainKey => "virDomainCreateXML";
        /// Starts a defined domain and returns its id; `flags` are `virDomainCreateFlags`.
        fn domain_create(&self, dom: &Domain, flags: u32) -> DomainId => "virDomainCreate";
        /// Removes the definition; `flags` are `virDomainUndefineFlagsValues`.
        fn domain_undefine(&self, dom: &Domain, flags: u32) -> () => "virDomainUndefine";

        /// Stops the virtual CPUs.
        fn domain_suspend(&self, dom: &Domain) -> () => "virDomainSuspend";
        /// Lets the virtual CPUs go on.
        fn domain_resume(&self, dom: &Domain) -> () => "virDomainResume";
        /// Asks the guest to power off; `flags` are `virDomainShutdownFlagValues`.
        fn domain_shutdown(&self, dom: &Domain, flags: u32) -> () => "virDomainShutdown";
        /// Asks the guest to restart; `flags` are `virDomainRebootFlagValues`.
        fn domain_reboot(&self, dom: &Domain, flags: u32) -> () => "virDomainReboot";
        /// Presses the reset button.
        fn domain_reset(&self, dom: &Domain, flags: u32) -> () => "virDomainReset";
        /// Pulls the plug; `flags` are `virDomainDestroyFlagsValues`.
        fn domain_destroy(&self, dom: &Domain, flags: u32) -> () => "virDomainDestroy";

        /// State and its reason; no `flags` are known.
        fn domain_get_state(&self, dom: &Domain, flags: u32) -> DomainState => "virDomainGetState";
        /// State, memory, CPUs and CPU time.
        fn domain_get_info(&self, dom: &Domain) -> DomainInfo => "virDomainGetInfo";
        /// The domain's XML; `flags` are `virDomainXMLFlags`.
        fn domain_get_xml_desc(&self, dom: &Domain, flags: u32) -> String => "virDomainGetXMLDesc";
        /// Kind of guest operating system, such as "hvm".
        fn domain_get_os_type(&self, dom: &Domain) -> String => "virDomainGetOSType";
        /// Maximum memory in KiB.
        fn domain_get_max_memory(&self, dom: &Domain) -> u64 => "virDomainGetMaxMemory";
        /// Whether the domain runs.
        fn domain_is_active(&self, dom: &Domain) -> bool => "virDomainIsActive";
        /// Whether the domain has a definition that outlives its run.
        fn domain_is_persistent(&self, dom: &Domain) -> bool => "virDomainIsPersistent";
        /// Whether the definition changed since the domain was started.
        fn domain_is_updated(&self, dom: &Domain) -> bool => "virDomainIsUpdated";
        /// Whether the domain starts with the driver.
        fn domain_get_autostart(&self, dom: &Domain) -> bool => "virDomainGetAutostart";
        /// Lets the domain start with the driver, or not.
        fn domain_set_autostart(&self, dom: &Domain, autostart: bool) -> () => "virDomainSetAutostart";
    }
}

/// Fails with the original's text if `flags` has a bit outside `allowed`. `function` is the name that the
/// text gives: drivers check most flags, so it is the original's driver function, such as `testDomainReboot`.
pub fn check_flags(flags: u32, allowed: u32, domain: ErrorDomain, function: &str) -> Result<()> {
    match flags & !allowed {
        0 => Ok(()),
        unknown => Err(Error::unsupported_flags(domain, unknown, function)),
    }
}

/// What `virConnectListAllDomains` filters a domain by.
#[derive(Clone, Copy, Debug)]
pub struct DomainListing {
    /// `virDomainState`
    pub state: i32,
    /// Runs, in whatever state.
    pub active: bool,
    /// Has a definition that outlives its run.
    pub persistent: bool,
    /// Starts with the driver.
    pub autostart: bool,
    /// Has a managed save image.
    pub managed_save: bool,
    /// Has snapshots.
    pub snapshots: bool,
    /// Has checkpoints.
    pub checkpoints: bool,
}

impl DomainListing {
    /// Every bit of `virConnectListAllDomainsFlags`.
    pub const FLAGS: u32 = 0xffff;

    /// Whether the domain is in the list that `flags` ask for. The bits form groups; a domain must match one
    /// bit of every group that is mentioned at all.
    pub fn matches(&self, flags: u32) -> bool {
        let (running, paused) = (self.is(State::VIR_DOMAIN_RUNNING), self.is(State::VIR_DOMAIN_PAUSED));
        let shutoff = self.is(State::VIR_DOMAIN_SHUTOFF);
        // From the lowest bit up, group by group; within a group the bits of the domain's own properties.
        let groups: [&[bool]; 7] = [
            &[self.active, !self.active],
            &[self.persistent, !self.persistent],
            &[running, paused, shutoff, !(running || paused || shutoff)],
            &[self.managed_save, !self.managed_save],
            &[self.autostart, !self.autostart],
            &[self.snapshots, !self.snapshots],
            &[self.checkpoints, !self.checkpoints],
        ];
        let mut rest = flags;
        groups.iter().all(|group| {
            let wanted = rest & ((1 << group.len()) - 1);
            rest >>= group.len();
            wanted == 0 || group.iter().enumerate().any(|(bit, has)| *has && wanted & (1 << bit) != 0)
        })
    }

    fn is(&self, state: State) -> bool {
        self.state == state as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_by_every_mentioned_group() {
        let paused = DomainListing {
            state: State::VIR_DOMAIN_PAUSED as i32,
            active: true,
            persistent: false,
            autostart: false,
            managed_save: false,
            snapshots: true,
            checkpoints: false,
        };
        for flags in [0, 1, 1 | 2, 8, 32, 16 | 32, 512, 2048, 4096, 1 << 15, 1 | 8 | 32 | 512 | 2048 | 4096] {
            assert!(paused.matches(flags), "{flags:#x}");
        }
        for flags in [2, 4, 16, 64, 128, 256, 1024, 8192, 1 << 14, 1 | 4, 32 | 2] {
            assert!(!paused.matches(flags), "{flags:#x}");
        }
    }
}
