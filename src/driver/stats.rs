//! Statistics of domains.

#![forbid(unsafe_code)]

use super::Driver;
use crate::domain::Domain;
use crate::error::Result;
use crate::ident::DomainKey;
use crate::typed_param::TypedParameter;

/// `virDomainBlockStatsStruct`: counters of a disk; -1 stands for an unknown one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockStats {
    pub read_requests: i64,
    pub read_bytes: i64,
    pub write_requests: i64,
    pub write_bytes: i64,
    pub errors: i64,
}

/// `virDomainBlockInfo`: sizes of a disk in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockInfo {
    /// What the guest sees.
    pub capacity: u64,
    /// What is in use on the host.
    pub allocation: u64,
    /// Size of the file or device on the host.
    pub physical: u64,
}

/// Bytes, packets, errors and dropped packets of one direction; -1 stands for an unknown number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traffic {
    pub bytes: i64,
    pub packets: i64,
    pub errors: i64,
    pub dropped: i64,
}

/// `virDomainInterfaceStatsStruct`: counters of a network interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InterfaceStats {
    pub received: Traffic,
    pub sent: Traffic,
}

/// `virDomainMemoryStatStruct`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryStat {
    /// `virDomainMemoryStatTags`
    pub tag: i32,
    /// KiB, or what the tag says.
    pub value: u64,
}

/// Whose CPU time `virDomainGetCPUStats` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CpuStatsOf {
    /// The whole domain.
    Total,
    /// Its part on each of at most `count` CPUs of the host, from `start` on.
    EachCpu { start: u32, count: u32 },
}

/// CPU times of a domain.
#[derive(Clone, Debug, PartialEq)]
pub struct CpuStats {
    /// How many CPUs the host has; known where no CPU was asked for.
    pub host_cpus: u32,
    /// How many parameters each CPU has; known where one was.
    pub params: u32,
    /// The parameters of each CPU asked for, or one list with the total.
    pub values: Vec<Vec<TypedParameter>>,
}

/// `virDomainDiskError`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskError {
    /// Name of the disk's target.
    pub disk: String,
    /// `virDomainDiskErrorCode`
    pub error: i32,
}

/// What `virDomainGetDiskErrors` answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiskErrors {
    /// How many disks the domain has, with and without errors.
    Disks(usize),
    /// The disks with errors.
    Errors(Vec<DiskError>),
}

/// `virDomainStatsRecord`
#[derive(Clone, Debug, PartialEq)]
pub struct DomainStats {
    pub domain: DomainKey,
    pub params: Vec<TypedParameter>,
}

/// Statistics: CPUs, memory, block devices, network interfaces, jobs, and all at once.
pub trait StatsDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN;
        /// Counters of a disk, named by its target or source; empty means all together.
        fn domain_block_stats(&self, dom: &Domain, disk: &str) -> BlockStats => "virDomainBlockStats";
        /// Sizes of a disk, named by its target or source; no `flags` are known.
        fn domain_get_block_info(&self, dom: &Domain, disk: &str, flags: u32) -> BlockInfo => "virDomainGetBlockInfo";
        /// The disks that have errors, at least as many as there is `room` for; without any, the number of disks. No
        /// `flags` are known.
        fn domain_get_disk_errors(&self, dom: &Domain, room: Option<u32>, flags: u32) -> DiskErrors => "virDomainGetDiskErrors";
        /// Counters of an interface, named by its target or MAC address.
        fn domain_interface_stats(&self, dom: &Domain, device: &str) -> InterfaceStats => "virDomainInterfaceStats";
        /// What is known about the memory, at least as much as `max`; no `flags` are known.
        fn domain_memory_stats(&self, dom: &Domain, max: u32, flags: u32) -> Vec<MemoryStat> => "virDomainMemoryStats";
        /// CPU times, with at least as many parameters as there is `room` for at each CPU, without any only the numbers;
        /// `flags` may be `VIR_TYPED_PARAM_STRING_OKAY`.
        fn domain_get_cpu_stats(&self, dom: &Domain, of: CpuStatsOf, room: u32, flags: u32) -> CpuStats => "virDomainGetCPUStats";
        /// The groups `stats`, `virDomainStatsTypes` with 0 for all, of the given domains, or of all that match
        /// `flags`, which are `virConnectGetAllDomainStatsFlags`.
        fn connect_get_all_domain_stats(&self, domains: Option<&[&Domain]>, stats: u32, flags: u32) -> Vec<DomainStats> => "virConnectGetAllDomainStats";
    }
}
