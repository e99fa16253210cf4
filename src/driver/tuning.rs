//! Virtual CPUs, memory and the limits on what a domain may use.

#![forbid(unsafe_code)]

use super::Driver;
use crate::conf::cpuset::CpuSet;
use crate::domain::Domain;
use crate::error::Result;
use crate::typed_param::{Answer, TypedParameter};

/// `virVcpuInfo`, and the host CPUs that the virtual CPU may run on.
#[derive(Clone, Debug, Default)]
pub struct VcpuInfo {
    /// Number of the virtual CPU.
    pub number: u32,
    /// `virVcpuState`
    pub state: i32,
    /// CPU time used.
    pub cpu_time_ns: u64,
    /// Host CPU that it runs on, -1 if unknown.
    pub cpu: i32,
    /// Host CPUs that it may run on.
    pub cpus: CpuSet,
}

/// Room that a caller has for maps of host CPUs, one for each virtual CPU.
#[derive(Clone, Copy, Debug)]
pub struct MapRoom {
    /// How many.
    pub maps: usize,
    /// Bytes of each; 0 if none are wanted.
    pub length: usize,
}

/// An I/O thread and the host CPUs that it may run on.
#[derive(Clone, Debug)]
pub struct IoThreadInfo {
    /// Its number, above 0.
    pub id: u32,
    /// Host CPUs that it may run on.
    pub cpus: CpuSet,
}

/// Virtual CPUs, memory, I/O threads, and limits: scheduler, block I/O, network, NUMA, perf events; metadata and
/// lifecycle actions, which change definitions in the same way.
///
/// `flags` are `virDomainModificationImpact` and what the function adds. `room` is how many parameters the caller
/// has room for; with 0 the answer is how many there can be.
pub trait TuningDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN;
        /// Changes how many virtual CPUs are online.
        fn domain_set_vcpus(&self, dom: &Domain, vcpus: u32) -> () => "virDomainSetVcpus";
        /// Changes how many virtual CPUs are online, or can be; `flags` are `virDomainVcpuFlags`.
        fn domain_set_vcpus_flags(&self, dom: &Domain, vcpus: u32, flags: u32) -> () => "virDomainSetVcpusFlags";
        /// Brings single virtual CPUs online (1) or takes them off (0); `vcpus` is a list such as "0-3,^2".
        fn domain_set_vcpu(&self, dom: &Domain, vcpus: &str, state: i32, flags: u32) -> () => "virDomainSetVcpu";
        /// How many virtual CPUs are online, or can be; `flags` are `virDomainVcpuFlags`.
        fn domain_get_vcpus_flags(&self, dom: &Domain, flags: u32) -> u16 => "virDomainGetVcpusFlags";
        /// How many virtual CPUs the running domain can have.
        fn domain_get_max_vcpus(&self, dom: &Domain) -> u16 => "virDomainGetMaxVcpus";
        /// The virtual CPUs of the running domain, from number 0 on; more than there is room for are cut.
        fn domain_get_vcpus(&self, dom: &Domain, room: MapRoom) -> Vec<VcpuInfo> => "virDomainGetVcpus";
        /// Lets a virtual CPU of the running domain run on these host CPUs.
        fn domain_pin_vcpu(&self, dom: &Domain, vcpu: u32, cpus: CpuSet) -> () => "virDomainPinVcpu";
        /// Lets a virtual CPU run on these host CPUs.
        fn domain_pin_vcpu_flags(&self, dom: &Domain, vcpu: u32, cpus: CpuSet, flags: u32) -> () => "virDomainPinVcpuFlags";
        /// Where the virtual CPUs may run, also those that are offline; more than there is room for are cut.
        fn domain_get_vcpu_pin_info(&self, dom: &Domain, room: MapRoom, flags: u32) -> Vec<CpuSet> => "virDomainGetVcpuPinInfo";
        /// Lets the emulator's threads run on these host CPUs.
        fn domain_pin_emulator(&self, dom: &Domain, cpus: CpuSet, flags: u32) -> () => "virDomainPinEmulator";
        /// Where the emulator's threads may run, for a map of `length` bytes; `None` if nothing says so.
        fn domain_get_emulator_pin_info(&self, dom: &Domain, length: usize, flags: u32) -> Option<CpuSet> => "virDomainGetEmulatorPinInfo";

        /// Adds an I/O thread.
        fn domain_add_io_thread(&self, dom: &Domain, id: u32, flags: u32) -> () => "virDomainAddIOThread";
        /// Removes an I/O thread.
        fn domain_del_io_thread(&self, dom: &Domain, id: u32, flags: u32) -> () => "virDomainDelIOThread";
        /// Lets an I/O thread run on these host CPUs.
        fn domain_pin_io_thread(&self, dom: &Domain, id: u32, cpus: CpuSet, flags: u32) -> () => "virDomainPinIOThread";
        /// Changes how an I/O thread polls.
        fn domain_set_io_thread_params(&self, dom: &Domain, id: u32, params: &[TypedParameter], flags: u32) -> () => "virDomainSetIOThreadParams";
        /// The I/O threads.
        fn domain_get_io_thread_info(&self, dom: &Domain, flags: u32) -> Vec<IoThreadInfo> => "virDomainGetIOThreadInfo";

        /// Changes the running domain's memory.
        fn domain_set_memory(&self, dom: &Domain, memory_kib: u64) -> () => "virDomainSetMemory";
        /// Changes the memory, or the most that it can be; `flags` are `virDomainMemoryModFlags`.
        fn domain_set_memory_flags(&self, dom: &Domain, memory_kib: u64, flags: u32) -> () => "virDomainSetMemoryFlags";
        /// Changes the most memory that the domain can have.
        fn domain_set_max_memory(&self, dom: &Domain, memory_kib: u64) -> () => "virDomainSetMaxMemory";
        /// Changes how often the guest reports its use of memory; 0 is never.
        fn domain_set_memory_stats_period(&self, dom: &Domain, period_s: u32, flags: u32) -> () => "virDomainSetMemoryStatsPeriod";
        /// Limits of memory.
        fn domain_get_memory_parameters(&self, dom: &Domain, room: usize, flags: u32) -> Answer => "virDomainGetMemoryParameters";
        /// Changes limits of memory.
        fn domain_set_memory_parameters(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> () => "virDomainSetMemoryParameters";

        /// Placement on NUMA nodes.
        fn domain_get_numa_parameters(&self, dom: &Domain, room: usize, flags: u32) -> Answer => "virDomainGetNumaParameters";
        /// Changes the placement on NUMA nodes.
        fn domain_set_numa_parameters(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> () => "virDomainSetNumaParameters";
        /// Name of the scheduler, and how many parameters it has.
        fn domain_get_scheduler_type(&self, dom: &Domain) -> (String, i32) => "virDomainGetSchedulerType";
        /// Parameters of the scheduler.
        fn domain_get_scheduler_parameters(&self, dom: &Domain, room: usize) -> Vec<TypedParameter> => "virDomainGetSchedulerParameters";
        /// Parameters of the scheduler.
        fn domain_get_scheduler_parameters_flags(&self, dom: &Domain, room: usize, flags: u32) -> Vec<TypedParameter> => "virDomainGetSchedulerParametersFlags";
        /// Changes parameters of the scheduler.
        fn domain_set_scheduler_parameters(&self, dom: &Domain, params: &[TypedParameter]) -> () => "virDomainSetSchedulerParameters";
        /// Changes parameters of the scheduler.
        fn domain_set_scheduler_parameters_flags(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> () => "virDomainSetSchedulerParametersFlags";
        /// Weights and limits of block I/O.
        fn domain_get_blkio_parameters(&self, dom: &Domain, room: usize, flags: u32) -> Answer => "virDomainGetBlkioParameters";
        /// Changes weights and limits of block I/O.
        fn domain_set_blkio_parameters(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> () => "virDomainSetBlkioParameters";
        /// Limits of an interface, named by its host's end or its address.
        fn domain_get_interface_parameters(&self, dom: &Domain, device: &str, room: usize, flags: u32) -> Answer => "virDomainGetInterfaceParameters";
        /// Changes limits of an interface.
        fn domain_set_interface_parameters(&self, dom: &Domain, device: &str, params: &[TypedParameter], flags: u32) -> () => "virDomainSetInterfaceParameters";
        /// Limits of a disk, named by its target or its source; no disk is named when only the number is asked for.
        fn domain_get_block_io_tune(&self, dom: &Domain, disk: Option<&str>, room: usize, flags: u32) -> Answer => "virDomainGetBlockIoTune";
        /// Changes limits of a disk.
        fn domain_set_block_io_tune(&self, dom: &Domain, disk: &str, params: &[TypedParameter], flags: u32) -> () => "virDomainSetBlockIoTune";
        /// Which events the host counts.
        fn domain_get_perf_events(&self, dom: &Domain, flags: u32) -> Vec<TypedParameter> => "virDomainGetPerfEvents";
        /// Changes which events the host counts.
        fn domain_set_perf_events(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> () => "virDomainSetPerfEvents";

        /// Title, description or an element of the metadata; `kind` is a `virDomainMetadataType`.
        fn domain_get_metadata(&self, dom: &Domain, kind: i32, uri: Option<&str>, flags: u32) -> String => "virDomainGetMetadata";
        /// Changes title, description or an element of the metadata; `kind` is a `virDomainMetadataType`.
        fn domain_set_metadata(&self, dom: &Domain, kind: i32, text: Option<&str>, key: Option<&str>, uri: Option<&str>, flags: u32) -> () => "virDomainSetMetadata";
        /// Changes what happens at the end of a run: a `virDomainLifecycle` and a `virDomainLifecycleAction`.
        fn domain_set_lifecycle_action(&self, dom: &Domain, kind: u32, action: u32, flags: u32) -> () => "virDomainSetLifecycleAction";
    }
}
