//! The connection as such and the host behind it.

#![forbid(unsafe_code)]

use std::ffi::CStr;

use super::{Driver, Machine};
use crate::abi::LIBVIR_VERSION_NUMBER;
use crate::error::Result;
pub use crate::event::closing::CloseListener;
use crate::typed_param::{Answer, TypedParameter};

/// `virNodeInfo`: processors and memory of the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeInfo {
    /// Processor model; at most [`NodeInfo::MODEL`] bytes.
    pub model: String,
    pub memory_kib: u64,
    /// Active CPUs.
    pub cpus: u32,
    pub mhz: u32,
    /// NUMA nodes, sockets per node, cores per socket, threads per core.
    pub nodes: u32,
    pub sockets: u32,
    pub cores: u32,
    pub threads: u32,
}

impl NodeInfo {
    /// Longest model: the public structure's 32 bytes without the NUL.
    pub const MODEL: usize = 31;

    /// How many CPUs there can be (`VIR_NODEINFO_MAXCPUS`); cut to the size of the number.
    pub fn most_cpus(&self) -> u32 {
        [self.sockets, self.cores, self.threads].into_iter().fold(self.nodes, u32::wrapping_mul)
    }
}

/// What is wanted to know about the CPUs of the host, beside their number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CpuMapParts {
    /// Which are online.
    pub map: bool,
    /// How many.
    pub online: bool,
}

/// The CPUs of the host; with at least the parts that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CpuMap {
    /// How many there are.
    pub cpus: usize,
    /// Online or not, by number.
    pub map: Vec<bool>,
    /// How many are online.
    pub online: u32,
}

/// What `virNodeGetFreePages` gives out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreePages {
    /// For each cell the number of pages of each size.
    pub counts: Vec<u64>,
    /// What the function returns.
    pub returned: i32,
}

/// `virNodeCPUStats`, `virNodeMemoryStats`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeStat {
    /// Name; what exceeds the public structure's 79 bytes is cut.
    pub field: String,
    pub value: u64,
}

/// How many pages of one size there are to be, or how many more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PagePool {
    pub size_kib: u32,
    pub count: u64,
}

/// `virSecurityModel`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityModel {
    pub model: String,
    /// Domain of interpretation.
    pub doi: String,
}

/// The connection as such and the host behind it (`libvirt-host.h`).
pub trait HostDriver: Driver {
    /// Whether the driver, or the host behind it, has a feature that is no public function; the numbers are those of
    /// the original's protocol. A step that needs one is not tried without it.
    fn connect_supports_feature(&self, _feature: u32) -> Result<bool> {
        Ok(false)
    }

    /// Ends the connection, when the program gives its last handle up. It has ended whatever the outcome.
    fn connect_close(&self) -> Result<()> {
        Ok(())
    }

    /// Whether typed parameters may be strings. Only a daemon may be too old for that.
    fn connect_knows_string_params(&self) -> Result<bool> {
        Ok(true)
    }

    /// Version of the library on the other side: as [`Self::connect_get_version`].
    fn connect_get_lib_version(&self) -> Result<u64> {
        Ok(LIBVIR_VERSION_NUMBER)
    }

    /// Has `listener` told when the connection is lost. Nothing inside the process can be: as in the original nobody is
    /// told then, nor anything freed, and what is taken back need not have been there.
    fn connect_register_close_callback(&self, listener: Box<dyn CloseListener>) -> Result<()> {
        listener.refuse();
        Ok(())
    }

    /// Takes the listener with the program's `function` back.
    fn connect_unregister_close_callback(&self, _function: usize) -> Result<()> {
        Ok(())
    }

    driver_methods! { VIR_FROM_DOMAIN;
        /// The driver's public name, such as "QEMU"; programs keep it as long as the connection.
        fn connect_get_type(&self) -> &CStr => "virConnectGetType";
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

        /// Host and kinds of guests, as XML.
        fn connect_get_capabilities(&self) -> String => "virConnectGetCapabilities";
        /// The host's firmware tables, as XML; no `flags` are known.
        fn connect_get_sysinfo(&self, flags: u32) -> String => "virConnectGetSysinfo";
        /// CPU models known for the architecture `arch`; no `flags` are known.
        fn connect_get_cpu_model_names(&self, arch: &str, flags: u32) -> Vec<String> => "virConnectGetCPUModelNames";
        /// The best CPU that all of `cpus`, each CPU or capabilities XML, can be; `flags` are `virConnectBaselineCPUFlags`.
        fn connect_baseline_cpu(&self, cpus: &[&str], flags: u32) -> String => "virConnectBaselineCPU";
        /// How a CPU relates to the host's: a `virCPUCompareResult`; `flags` are `virConnectCompareCPUFlags`.
        fn connect_compare_cpu(&self, xml: &str, flags: u32) -> i32 => "virConnectCompareCPU";
        /// As [`Self::connect_compare_cpu`], for what a hypervisor can offer.
        fn connect_compare_hypervisor_cpu(&self, machine: Machine<'_>, xml: &str, flags: u32) -> i32
            => "virConnectCompareHypervisorCPU";
        /// As [`Self::connect_baseline_cpu`], for what a hypervisor can offer.
        fn connect_baseline_hypervisor_cpu(&self, machine: Machine<'_>, cpus: &[&str], flags: u32) -> String
            => "virConnectBaselineHypervisorCPU";
        /// Says who the program acts for; no `flags` are known.
        fn connect_set_identity(&self, params: &[TypedParameter], flags: u32) -> () => "virConnectSetIdentity";
        /// Lets the connection ask every `interval_s` seconds whether the other side is there, and give up after
        /// `count` questions without an answer; not at all if one of them is 0. Returns whether the other side can.
        fn connect_set_keep_alive(&self, interval_s: i32, count: u32) -> bool => "virConnectSetKeepAlive";

        /// Processors and memory.
        fn node_get_info(&self) -> NodeInfo => "virNodeGetInfo";
        /// The CPUs; no `flags` are known.
        fn node_get_cpu_map(&self, wanted: CpuMapParts, flags: u32) -> CpuMap => "virNodeGetCPUMap";
        /// Times of one CPU, or with -1 of all, in nanoseconds, at least as many as there is `room` for; no `flags` are known.
        fn node_get_cpu_stats(&self, cpu: i32, room: usize, flags: u32) -> Vec<NodeStat> => "virNodeGetCPUStats";
        /// Memory of one NUMA cell, or with -1 of all, in KiB, at least as much as there is `room` for; no `flags` are known.
        fn node_get_memory_stats(&self, cell: i32, room: usize, flags: u32) -> Vec<NodeStat> => "virNodeGetMemoryStats";
        /// How the host merges equal pages of memory; `room` is how many the caller has room for, with 0 the answer is
        /// how many there can be. `flags` are `virTypedParameterFlags`.
        fn node_get_memory_parameters(&self, room: usize, flags: u32) -> Answer => "virNodeGetMemoryParameters";
        /// Changes how the host merges equal pages of memory; no `flags` are known.
        fn node_set_memory_parameters(&self, params: &[TypedParameter], flags: u32) -> ()
            => "virNodeSetMemoryParameters";
        /// Free memory of at most `max` NUMA cells from the cell `start` on.
        fn node_get_cells_free_memory(&self, start: u32, max: u32) -> Vec<u64> => "virNodeGetCellsFreeMemory";
        /// Free memory of the host.
        fn node_get_free_memory(&self) -> u64 => "virNodeGetFreeMemory";
        /// Free pages of the given sizes in KiB, on `cells` NUMA cells from `start` on; no `flags` are known.
        fn node_get_free_pages(&self, sizes_kib: &[u32], start: i32, cells: u32, flags: u32) -> FreePages => "virNodeGetFreePages";
        /// Changes the pools of pages on `cells` NUMA cells from `start` on; `flags` are `virNodeAllocPagesFlags`. Returns
        /// for how many pools it worked.
        fn node_alloc_pages(&self, pages: &[PagePool], start: i32, cells: u32, flags: u32) -> i32 => "virNodeAllocPages";
        /// What the host can do for encrypted guests; `flags` are `virTypedParameterFlags`.
        fn node_get_sev_info(&self, room: usize, flags: u32) -> Vec<TypedParameter> => "virNodeGetSEVInfo";
        /// Puts the host to sleep: a `virNodeSuspendTarget`, for so many seconds; no `flags` are known.
        fn node_suspend_for_duration(&self, target: u32, duration_s: u64, flags: u32) -> ()
            => "virNodeSuspendForDuration";
        /// The security model that domains are under.
        fn node_get_security_model(&self) -> SecurityModel => "virNodeGetSecurityModel";
    }

    derived_methods! {
        /// How many models [`Self::connect_get_cpu_model_names`] finds.
        fn connect_count_cpu_model_names(&self, arch: &str, flags: u32) -> usize
            = self.connect_get_cpu_model_names(arch, flags).map(|found| found.len());
        /// How many times [`Self::node_get_cpu_stats`] knows, asked for without room, or without an array.
        fn node_count_cpu_stats(&self, cpu: i32, _array: bool, flags: u32) -> usize
            = self.node_get_cpu_stats(cpu, 0, flags).map(|found| found.len());
        /// How many numbers [`Self::node_get_memory_stats`] knows.
        fn node_count_memory_stats(&self, cell: i32, flags: u32) -> usize
            = self.node_get_memory_stats(cell, 0, flags).map(|found| found.len());
    }
}
