//! The connection as such and the host behind it.

#![forbid(unsafe_code)]

use std::ffi::{CStr, CString};
use std::time::Duration;

use super::{FROM, Remote, convert};
use crate::driver::{
    CloseListener, CpuMap, CpuMapParts, FreePages, HostDriver, Machine, NodeInfo, NodeStat, PagePool,
    SecurityModel, feature,
};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::rpc::protocol::remote::{NODE_MAX_CELLS, procedure};
use crate::rpc::typed_params::{received, sent};
use crate::typed_param::{Answer, TypedParameter};

impl Remote {
    /// Fails, with an error from `from`, if the daemon cannot take or give file descriptors. As in the original it is
    /// asked each time.
    pub(super) fn check_passes_fds(&self, from: ErrorDomain) -> Result<()> {
        if self.connect_supports_feature(feature::FD_PASSING)? {
            return Ok(());
        }
        let text = "fd passing is not supported by this connection";
        Err(Error::new(ErrorCode::VIR_ERR_ARGUMENT_UNSUPPORTED, from, text))
    }

    /// Whether the way from the daemon to the hypervisor is safe.
    fn is_secure_there(&self) -> Result<bool> {
        Ok(self.client.call(procedure::CONNECT_IS_SECURE, &())?.secure != 0)
    }
}

impl HostDriver for Remote {
    fn connect_supports_feature(&self, feature: u32) -> Result<bool> {
        // Those who ask this want to know whether a daemon is there.
        Ok(feature == feature::REMOTE || self.daemon_supports(feature)?)
    }

    /// As in the original the daemon is asked each time.
    fn connect_knows_string_params(&self) -> Result<bool> {
        self.connect_supports_feature(feature::TYPED_PARAM_STRING)
    }

    /// The daemon is asked once.
    fn connect_get_type(&self) -> Result<&CStr> {
        if let Some(kind) = self.kind.get() {
            return Ok(kind);
        }
        let kind = self.client.call(procedure::CONNECT_GET_TYPE, &())?.r#type;
        let kind = CString::new(kind).map_err(|_| Error::internal(FROM, "the daemon's type holds a NUL"))?;
        Ok(self.kind.get_or_init(|| kind))
    }

    fn connect_is_alive(&self) -> Result<bool> {
        Ok(self.client.is_open())
    }

    fn connect_is_encrypted(&self) -> Result<bool> {
        Ok(self.is_secure_there()? && self.way.encrypted)
    }

    fn connect_is_secure(&self) -> Result<bool> {
        Ok(self.is_secure_there()? && self.way.secure)
    }

    fn connect_set_keep_alive(&self, interval_s: i32, count: u32) -> Result<bool> {
        self.client.check_process()?;
        if !self.client.is_in_loop() {
            let text = "the caller doesn't support keepalive protocol; perhaps it's missing event loop implementation";
            return Err(Error::internal(FROM, text));
        }
        if !self.server.keepalive {
            return Ok(false);
        }
        let interval = u64::try_from(interval_s).ok().filter(|interval| *interval > 0);
        self.client.set_keepalive(interval.map(Duration::from_secs), count)?;
        Ok(true)
    }

    fn connect_close(&self) -> Result<()> {
        if self.client.check_process().is_err() {
            return Ok(()); // it stays the parent's
        }
        let left = self.client.call(procedure::CONNECT_CLOSE, &());
        self.client.close();
        left
    }

    fn connect_register_close_callback(&self, listener: Box<dyn CloseListener>) -> Result<()> {
        self.register_close(listener)
    }

    fn connect_unregister_close_callback(&self, function: usize) -> Result<()> {
        self.unregister_close(function)
    }

    calls! { remote;
        fn connect_get_version(&self) -> u64 = CONNECT_GET_VERSION => |ret| ret.hv_ver;
        fn connect_get_lib_version(&self) -> u64 = CONNECT_GET_LIB_VERSION => |ret| ret.lib_ver;
        fn connect_get_hostname(&self) -> String = CONNECT_GET_HOSTNAME => |ret| ret.hostname;
        fn connect_get_max_vcpus(&self, kind: Option<&str>) -> i32
            = CONNECT_GET_MAX_VCPUS { r#type: kind.map(str::to_owned) } => |ret| ret.max_vcpus;
        fn connect_get_capabilities(&self) -> String = CONNECT_GET_CAPABILITIES => |ret| ret.capabilities;
        fn connect_get_sysinfo(&self, flags: u32) -> String = CONNECT_GET_SYSINFO { flags } => |ret| ret.sysinfo;
        fn connect_get_cpu_model_names(&self, arch: &str, flags: u32) -> Vec<String>
            = CONNECT_GET_CPU_MODEL_NAMES { arch: arch.to_owned(), need_results: 1, flags } => |ret| ret.models;
        fn connect_count_cpu_model_names(&self, arch: &str, flags: u32) -> usize
            = CONNECT_GET_CPU_MODEL_NAMES { arch: arch.to_owned(), need_results: 0, flags }
            => |ret| convert::small(ret.ret)?;
        fn connect_baseline_cpu(&self, cpus: &[&str], flags: u32) -> String
            = CONNECT_BASELINE_CPU { xml_cpus: convert::texts(cpus), flags } => |ret| ret.cpu;
        fn connect_compare_cpu(&self, xml: &str, flags: u32) -> i32
            = CONNECT_COMPARE_CPU { xml: xml.to_owned(), flags } => |ret| ret.result;
        fn connect_compare_hypervisor_cpu(&self, machine: Machine<'_>, xml: &str, flags: u32) -> i32
            = CONNECT_COMPARE_HYPERVISOR_CPU {
                emulator: machine.emulator.map(str::to_owned),
                arch: machine.arch.map(str::to_owned),
                machine: machine.machine.map(str::to_owned),
                virttype: machine.virt_type.map(str::to_owned),
                xml_cpu: xml.to_owned(),
                flags,
            } => |ret| ret.result;
        fn connect_baseline_hypervisor_cpu(&self, machine: Machine<'_>, cpus: &[&str], flags: u32) -> String
            = CONNECT_BASELINE_HYPERVISOR_CPU {
                emulator: machine.emulator.map(str::to_owned),
                arch: machine.arch.map(str::to_owned),
                machine: machine.machine.map(str::to_owned),
                virttype: machine.virt_type.map(str::to_owned),
                xml_cpus: convert::texts(cpus),
                flags,
            } => |ret| ret.cpu;
        fn connect_set_identity(&self, params: &[TypedParameter], flags: u32) -> ()
            = CONNECT_SET_IDENTITY { params: sent(params), flags };

        fn node_get_info(&self) -> NodeInfo = NODE_GET_INFO => |ret| NodeInfo {
            model: convert::up_to_nul(&ret.model),
            memory_kib: ret.memory,
            cpus: ret.cpus.cast_unsigned(),
            mhz: ret.mhz.cast_unsigned(),
            nodes: ret.nodes.cast_unsigned(),
            sockets: ret.sockets.cast_unsigned(),
            cores: ret.cores.cast_unsigned(),
            threads: ret.threads.cast_unsigned(),
        };
        fn node_get_cpu_map(&self, wanted: CpuMapParts, flags: u32) -> CpuMap
            = NODE_GET_CPU_MAP { need_map: wanted.map.into(), need_online: wanted.online.into(), flags }
            => |ret| CpuMap {
                cpus: convert::small(ret.ret)?, map: convert::bits(&ret.cpumap, ret.ret), online: ret.online
            };
        fn node_get_cpu_stats(&self, cpu: i32, room: usize, flags: u32) -> Vec<NodeStat>
            = NODE_GET_CPU_STATS { cpu_num: cpu, nparams: convert::count(room), flags } => |ret| {
                ret.params.into_iter().map(|stat| NodeStat { field: stat.field, value: stat.value }).collect()
            };
        fn node_count_cpu_stats(&self, cpu: i32, _array: bool, flags: u32) -> usize
            = NODE_GET_CPU_STATS { cpu_num: cpu, nparams: 0, flags } => |ret| convert::small(ret.nparams)?;
        fn node_get_memory_stats(&self, cell: i32, room: usize, flags: u32) -> Vec<NodeStat>
            = NODE_GET_MEMORY_STATS { cell_num: cell, nparams: convert::count(room), flags } => |ret| {
                ret.params.into_iter().map(|stat| NodeStat { field: stat.field, value: stat.value }).collect()
            };
        fn node_count_memory_stats(&self, cell: i32, flags: u32) -> usize
            = NODE_GET_MEMORY_STATS { cell_num: cell, nparams: 0, flags } => |ret| convert::small(ret.nparams)?;
        fn node_get_memory_parameters(&self, room: usize, flags: u32) -> Answer
            = NODE_GET_MEMORY_PARAMETERS { nparams: convert::count(room), flags } => |ret| {
                convert::answer(room, ret.params, ret.nparams)?
            };
        fn node_set_memory_parameters(&self, params: &[TypedParameter], flags: u32) -> ()
            = NODE_SET_MEMORY_PARAMETERS { params: sent(params), flags };
        fn node_get_cells_free_memory(&self, start: u32, max: u32) -> Vec<u64>
            = NODE_GET_CELLS_FREE_MEMORY {
                start_cell: start.cast_signed(), maxcells: cells(max)?
            } => |ret| ret.cells;
        fn node_get_free_memory(&self) -> u64 = NODE_GET_FREE_MEMORY => |ret| ret.free_mem;
        fn node_get_free_pages(&self, sizes_kib: &[u32], start: i32, cells: u32, flags: u32) -> FreePages
            = NODE_GET_FREE_PAGES { pages: sizes_kib.to_vec(), start_cell: start, cell_count: cells, flags } => |ret| {
                FreePages { returned: convert::count(ret.counts.len()), counts: ret.counts }
            };
        fn node_alloc_pages(&self, pages: &[PagePool], start: i32, cells: u32, flags: u32) -> i32
            = NODE_ALLOC_PAGES {
                page_sizes: pages.iter().map(|pool| pool.size_kib).collect(),
                page_counts: pages.iter().map(|pool| pool.count).collect(),
                start_cell: start,
                cell_count: cells,
                flags,
            } => |ret| ret.ret;
        fn node_get_sev_info(&self, room: usize, flags: u32) -> Vec<TypedParameter>
            = NODE_GET_SEV_INFO { nparams: convert::count(room), flags } => |ret| {
                received(ret.params)
            };
        fn node_suspend_for_duration(&self, target: u32, duration_s: u64, flags: u32) -> ()
            = NODE_SUSPEND_FOR_DURATION { target, duration: duration_s, flags };
        fn node_get_security_model(&self) -> SecurityModel = NODE_GET_SECURITY_MODEL => |ret| SecurityModel {
            model: convert::up_to_nul(&ret.model),
            doi: convert::up_to_nul(&ret.doi),
        };
    }
}

impl Remote {
    calls! { remote;
        fn daemon_supports(&self, feature: u32) -> bool
            = CONNECT_SUPPORTS_FEATURE { feature: feature.cast_signed() } => |ret| ret.supported != 0;
    }
}

/// So many NUMA cells, if the protocol carries as many.
fn cells(count: u32) -> Result<i32> {
    match i32::try_from(count) {
        Ok(number) if count as usize <= NODE_MAX_CELLS => Ok(number),
        _ => {
            let text = format!("too many NUMA cells: {count} > {NODE_MAX_CELLS}");
            Err(Error::new(ErrorCode::VIR_ERR_RPC, FROM, text))
        }
    }
}
