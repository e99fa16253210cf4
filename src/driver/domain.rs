//! Domains: finding, defining, starting and stopping them, and what they are.

#![forbid(unsafe_code)]

use std::os::fd::RawFd;

use super::Driver;
use crate::abi::{_virDomainState as State, virConnectListAllDomainsFlags};
use crate::domain::Domain;
use crate::error::Result;
use crate::ident::{DomainId, DomainKey, Name, Uuid};

const ACTIVE: u32 = virConnectListAllDomainsFlags::VIR_CONNECT_LIST_DOMAINS_ACTIVE as u32;
const INACTIVE: u32 = virConnectListAllDomainsFlags::VIR_CONNECT_LIST_DOMAINS_INACTIVE as u32;

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

/// What a virtual machine is made with; the driver chooses what is not said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Machine<'a> {
    /// Path of the emulator.
    pub emulator: Option<&'a str>,
    /// Architecture.
    pub arch: Option<&'a str>,
    /// Kind of machine.
    pub machine: Option<&'a str>,
    /// Kind of domain, such as "kvm".
    pub virt_type: Option<&'a str>,
}

/// Finding, defining, starting and stopping domains, and what they are.
pub trait DomainDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN;
        /// The domains that match `flags`, a `virConnectListAllDomainsFlags`; see [`DomainListing::matches`].
        fn connect_list_all_domains(&self, flags: u32) -> Vec<DomainKey> => "virConnectListAllDomains";
        /// The active domain with this id.
        fn domain_lookup_by_id(&self, id: DomainId) -> DomainKey => "virDomainLookupByID";
        /// The domain with this name.
        fn domain_lookup_by_name(&self, name: &str) -> DomainKey => "virDomainLookupByName";
        /// The domain with this UUID.
        fn domain_lookup_by_uuid(&self, uuid: &Uuid) -> DomainKey => "virDomainLookupByUUID";

        /// Defines a persistent domain; `flags` are `virDomainDefineFlags`.
        fn domain_define_xml_flags(&self, xml: &str, flags: u32) -> DomainKey => "virDomainDefineXML";
        /// Creates and starts a transient domain; `flags` are `virDomainCreateFlags`.
        fn domain_create_xml(&self, xml: &str, flags: u32) -> DomainKey => "virDomainCreateXML";
        /// Starts a defined domain and returns its id; `flags` are `virDomainCreateFlags`.
        fn domain_create_with_flags(&self, dom: &Domain, flags: u32) -> DomainId => "virDomainCreate";
        /// As [`Self::domain_create_xml`], with descriptors for the guest's first process.
        fn domain_create_xml_with_files(&self, xml: &str, files: &[RawFd], flags: u32) -> DomainKey
            => "virDomainCreateXMLWithFiles";
        /// As [`Self::domain_create_with_flags`], with descriptors for the guest's first process.
        fn domain_create_with_files(&self, dom: &Domain, files: &[RawFd], flags: u32) -> DomainId
            => "virDomainCreateWithFiles";
        /// Gives an inactive domain another name; no `flags` are known.
        fn domain_rename(&self, dom: &Domain, name: Name, flags: u32) -> () => "virDomainRename";
        /// Removes the definition; `flags` are `virDomainUndefineFlagsValues`.
        fn domain_undefine_flags(&self, dom: &Domain, flags: u32) -> () => "virDomainUndefine";

        /// Stops the virtual CPUs.
        fn domain_suspend(&self, dom: &Domain) -> () => "virDomainSuspend";
        /// Lets the virtual CPUs go on.
        fn domain_resume(&self, dom: &Domain) -> () => "virDomainResume";
        /// Asks the guest to power off; `flags` are `virDomainShutdownFlagValues`.
        fn domain_shutdown_flags(&self, dom: &Domain, flags: u32) -> () => "virDomainShutdown";
        /// Asks the guest to restart; `flags` are `virDomainRebootFlagValues`.
        fn domain_reboot(&self, dom: &Domain, flags: u32) -> () => "virDomainReboot";
        /// Presses the reset button.
        fn domain_reset(&self, dom: &Domain, flags: u32) -> () => "virDomainReset";
        /// Pulls the plug; `flags` are `virDomainDestroyFlagsValues`.
        fn domain_destroy_flags(&self, dom: &Domain, flags: u32) -> () => "virDomainDestroy";

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
        /// Whether the domain starts the next time that the host does.
        fn domain_get_autostart_once(&self, dom: &Domain) -> bool => "virDomainGetAutostartOnce";
        /// Lets the domain start the next time that the host does, or not.
        fn domain_set_autostart_once(&self, dom: &Domain, autostart: bool) -> () => "virDomainSetAutostartOnce";

        /// The domain XML of a configuration in another form; no `flags` are known.
        fn connect_domain_xml_from_native(&self, format: &str, config: &str, flags: u32) -> String
            => "virConnectDomainXMLFromNative";
        /// The configuration of domain XML in another form; no `flags` are known.
        fn connect_domain_xml_to_native(&self, format: &str, xml: &str, flags: u32) -> String
            => "virConnectDomainXMLToNative";
        /// What domains can have, as XML; `flags` are `virConnectGetDomainCapabilitiesFlags`.
        fn connect_get_domain_capabilities(&self, machine: Machine<'_>, flags: u32) -> String
            => "virConnectGetDomainCapabilities";
    }

    derived_methods! {
        /// How many [`Self::connect_list_all_domains`] finds.
        fn connect_count_all_domains(&self, flags: u32) -> usize
            = self.connect_list_all_domains(flags).map(|found| found.len());
        /// How many domains run.
        fn connect_num_of_domains(&self) -> usize = self.connect_count_all_domains(ACTIVE);
        /// The ids of at most `max` domains that run.
        fn connect_list_domains(&self, max: usize) -> Vec<DomainId>
            = self.connect_list_all_domains(ACTIVE).map(|found| {
                found.iter().filter_map(|dom| dom.id).take(max).collect()
            });
        /// How many domains do not run.
        fn connect_num_of_defined_domains(&self) -> usize = self.connect_count_all_domains(INACTIVE);
        /// The names of at most `max` domains that do not run.
        fn connect_list_defined_domains(&self, max: usize) -> Vec<String>
            = self.connect_list_all_domains(INACTIVE).map(|found| {
                found.iter().map(|dom| dom.name.as_str().to_owned()).take(max).collect()
            });
        /// As [`Self::domain_define_xml_flags`].
        fn domain_define_xml(&self, xml: &str) -> DomainKey = self.domain_define_xml_flags(xml, 0);
        /// As [`Self::domain_create_with_flags`].
        fn domain_create(&self, dom: &Domain) -> DomainId = self.domain_create_with_flags(dom, 0);
        /// As [`Self::domain_undefine_flags`].
        fn domain_undefine(&self, dom: &Domain) -> () = self.domain_undefine_flags(dom, 0);
        /// As [`Self::domain_shutdown_flags`].
        fn domain_shutdown(&self, dom: &Domain) -> () = self.domain_shutdown_flags(dom, 0);
        /// As [`Self::domain_destroy_flags`].
        fn domain_destroy(&self, dom: &Domain) -> () = self.domain_destroy_flags(dom, 0);
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
