//! The test host as a node, and the connection to it. All numbers are the original's fiction.

#![forbid(unsafe_code)]

use std::ffi::CStr;
use std::ops::Range;

use super::{FROM, TestDriver, capabilities};
use crate::abi::virConnectBaselineCPUFlags;
use crate::cpu;
use crate::driver::{
    CpuMap, CpuMapParts, FreePages, HostDriver, NodeInfo, NodeStat, SecurityModel, check_flags,
};
use crate::error::{Error, Result};
use crate::util::sys;

const EXPAND_FEATURES: u32 = virConnectBaselineCPUFlags::VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES as u32;

const GIB_KIB: u64 = 1024 * 1024;

/// Processors and memory of a test host.
#[derive(Debug)]
pub struct Node {
    pub info: NodeInfo,
    /// The NUMA cells; a host that a file describes has none, whatever `info` says.
    pub cells: Vec<Cell>,
}

/// A NUMA cell.
#[derive(Debug)]
pub struct Cell {
    pub memory_kib: u64,
    pub free_kib: u64,
    /// Its CPUs, by number.
    pub cpus: Range<u32>,
}

impl Node {
    /// The node without cells.
    pub fn plain() -> Self {
        let info = NodeInfo {
            model: "i686".to_owned(),
            memory_kib: 3 * GIB_KIB,
            cpus: 16,
            mhz: 1400,
            nodes: 2,
            sockets: 2,
            cores: 2,
            threads: 2,
        };
        Self { info, cells: Vec::new() }
    }

    /// The node of `test:///default`.
    pub fn default_host() -> Self {
        let cell = |size, cpus| Cell { memory_kib: size * 2 * GIB_KIB, free_kib: size * GIB_KIB, cpus };
        Self { cells: vec![cell(1, 0..8), cell(2, 8..16)], ..Self::plain() }
    }
}

impl HostDriver for TestDriver {
    fn connect_get_type(&self) -> Result<&'static CStr> {
        Ok(c"TEST")
    }

    fn connect_get_version(&self) -> Result<u64> {
        Ok(2)
    }

    fn connect_get_hostname(&self) -> Result<String> {
        Ok(sys::hostname())
    }

    fn connect_get_max_vcpus(&self, _kind: Option<&str>) -> Result<i32> {
        Ok(32)
    }

    fn connect_is_alive(&self) -> Result<bool> {
        Ok(true)
    }

    fn connect_is_encrypted(&self) -> Result<bool> {
        Ok(false)
    }

    fn connect_is_secure(&self) -> Result<bool> {
        Ok(true)
    }

    fn connect_get_capabilities(&self) -> Result<String> {
        Ok(capabilities::format(&self.node.cells))
    }

    fn connect_get_sysinfo(&self, flags: u32) -> Result<String> {
        check_flags(flags, 0, FROM, "testConnectGetSysinfo")?;
        Ok(include_str!("sysinfo.xml").to_owned())
    }

    fn connect_get_cpu_model_names(&self, arch: &str, flags: u32) -> Result<Vec<String>> {
        check_flags(flags, 0, FROM, "testConnectGetCPUModelNames")?;
        if !cpu::is_arch(arch) {
            return Err(Error::invalid_arg(FROM, format!("cannot find architecture {arch}")));
        }
        cpu::model_names(arch)
    }

    fn connect_baseline_cpu(&self, cpus: &[&str], flags: u32) -> Result<String> {
        check_flags(flags, EXPAND_FEATURES, FROM, "testConnectBaselineCPU")?;
        cpu::baseline(cpus, flags & EXPAND_FEATURES != 0)
    }

    fn node_get_info(&self) -> Result<NodeInfo> {
        Ok(self.node.info.clone())
    }

    fn node_get_cpu_map(&self, _wanted: CpuMapParts, flags: u32) -> Result<CpuMap> {
        check_flags(flags, 0, FROM, "testNodeGetCPUMap")?;
        // As the original: not the CPUs of the node.
        Ok(CpuMap { cpus: 8, map: (0..8).map(|cpu| [0, 2, 4].contains(&cpu)).collect(), online: 3 })
    }

    fn node_get_cpu_stats(&self, _cpu: i32, _room: usize, flags: u32) -> Result<Vec<NodeStat>> {
        check_flags(flags, 0, FROM, "testNodeGetCPUStats")?;
        // As the original: the same for every CPU, for one that does not exist, and for all together.
        let times = [
            ("user", 9_797_400_000),
            ("kernel", 34_678_723_400_000),
            ("idle", 87_264_900_000),
            ("iowait", 763_600_000),
        ];
        Ok(times.into_iter().map(|(field, value)| NodeStat { field: field.to_owned(), value }).collect())
    }

    fn node_count_cpu_stats(&self, cpu: i32, array: bool, flags: u32) -> Result<usize> {
        // As the original, which fills an array without room.
        let known = self.node_get_cpu_stats(cpu, 0, flags)?.len();
        Ok(if array { 0 } else { known })
    }

    fn node_get_cells_free_memory(&self, start: u32, max: u32) -> Result<Vec<u64>> {
        let cells = self.node.cells.get(start as usize..).filter(|cells| !cells.is_empty());
        let cells = cells.ok_or_else(|| Error::invalid_arg(FROM, "Range exceeds available cells"))?;
        // As the original: all of the cell's memory.
        Ok(cells.iter().take(max as usize).map(|cell| cell.memory_kib).collect())
    }

    fn node_get_free_memory(&self) -> Result<u64> {
        Ok(self.node.cells.iter().map(|cell| cell.free_kib).sum())
    }

    fn node_get_free_pages(
        &self,
        sizes_kib: &[u32],
        _start: i32,
        cells: u32,
        flags: u32,
    ) -> Result<FreePages> {
        check_flags(flags, 0, FROM, "testNodeGetFreePages")?;
        // As the original: a series that knows neither sizes nor cells, given out without being counted.
        let series = std::iter::successors(Some(19_i32), |count| Some(count.wrapping_mul(2).wrapping_add(7)));
        let counts = series.map(|count| i64::from(count).cast_unsigned());
        Ok(FreePages { counts: counts.take(sizes_kib.len() * cells as usize).collect(), returned: 0 })
    }

    fn node_get_security_model(&self) -> Result<SecurityModel> {
        Ok(SecurityModel { model: capabilities::SECURITY_MODEL.to_owned(), doi: String::new() })
    }
}
