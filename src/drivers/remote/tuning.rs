//! Virtual CPUs, memory and limits of domains at the daemon.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::{answer, check_limit, count, cpu_map, cpu_maps, small};
use crate::conf::cpuset::CpuSet;
use crate::domain::Domain;
use crate::driver::{IoThreadInfo, MapRoom, TuningDriver, VcpuInfo};
use crate::error::Result;
use crate::rpc::protocol::remote::{self, procedure};
use crate::rpc::typed_params::{received, sent};
use crate::typed_param::{Answer, TypedParameter};

impl TuningDriver for Remote {
    calls! { remote;
        fn domain_set_vcpus(&self, dom: &Domain, vcpus: u32) -> ()
            = DOMAIN_SET_VCPUS { dom: dom.into(), nvcpus: vcpus };
        fn domain_set_vcpus_flags(&self, dom: &Domain, vcpus: u32, flags: u32) -> ()
            = DOMAIN_SET_VCPUS_FLAGS { dom: dom.into(), nvcpus: vcpus, flags };
        fn domain_set_vcpu(&self, dom: &Domain, vcpus: &str, state: i32, flags: u32) -> ()
            = DOMAIN_SET_VCPU { dom: dom.into(), cpumap: vcpus.to_owned(), state, flags };
        fn domain_get_vcpus_flags(&self, dom: &Domain, flags: u32) -> u16
            = DOMAIN_GET_VCPUS_FLAGS { dom: dom.into(), flags } => |ret| small(ret.num)?;
        fn domain_get_max_vcpus(&self, dom: &Domain) -> u16
            = DOMAIN_GET_MAX_VCPUS { dom: dom.into() } => |ret| small(ret.num)?;
        fn domain_pin_vcpu(&self, dom: &Domain, vcpu: u32, cpus: CpuSet) -> ()
            = DOMAIN_PIN_VCPU { dom: dom.into(), vcpu, cpumap: cpu_map(&cpus)? };
        fn domain_pin_vcpu_flags(&self, dom: &Domain, vcpu: u32, cpus: CpuSet, flags: u32) -> ()
            = DOMAIN_PIN_VCPU_FLAGS { dom: dom.into(), vcpu, cpumap: cpu_map(&cpus)?, flags };
        fn domain_pin_emulator(&self, dom: &Domain, cpus: CpuSet, flags: u32) -> ()
            = DOMAIN_PIN_EMULATOR { dom: dom.into(), cpumap: cpu_map(&cpus)?, flags };
        fn domain_get_emulator_pin_info(&self, dom: &Domain, length: usize, flags: u32) -> Option<CpuSet>
            = DOMAIN_GET_EMULATOR_PIN_INFO { dom: dom.into(), maplen: count(length), flags }
            => |ret| (ret.ret > 0).then(|| CpuSet::from_map(&ret.cpumaps));

        fn domain_add_io_thread(&self, dom: &Domain, id: u32, flags: u32) -> ()
            = DOMAIN_ADD_IOTHREAD { dom: dom.into(), iothread_id: id, flags };
        fn domain_del_io_thread(&self, dom: &Domain, id: u32, flags: u32) -> ()
            = DOMAIN_DEL_IOTHREAD { dom: dom.into(), iothread_id: id, flags };
        fn domain_pin_io_thread(&self, dom: &Domain, id: u32, cpus: CpuSet, flags: u32) -> ()
            = DOMAIN_PIN_IOTHREAD { dom: dom.into(), iothreads_id: id, cpumap: cpu_map(&cpus)?, flags };
        fn domain_set_io_thread_params(&self, dom: &Domain, id: u32, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_SET_IOTHREAD_PARAMS { dom: dom.into(), iothread_id: id, params: sent(params), flags };
        fn domain_get_io_thread_info(&self, dom: &Domain, flags: u32) -> Vec<IoThreadInfo>
            = DOMAIN_GET_IOTHREAD_INFO { dom: dom.into(), flags }
            => |ret| ret.info.iter().map(io_thread).collect();

        fn domain_set_memory(&self, dom: &Domain, memory_kib: u64) -> ()
            = DOMAIN_SET_MEMORY { dom: dom.into(), memory: memory_kib };
        fn domain_set_memory_flags(&self, dom: &Domain, memory_kib: u64, flags: u32) -> ()
            = DOMAIN_SET_MEMORY_FLAGS { dom: dom.into(), memory: memory_kib, flags };
        fn domain_set_max_memory(&self, dom: &Domain, memory_kib: u64) -> ()
            = DOMAIN_SET_MAX_MEMORY { dom: dom.into(), memory: memory_kib };
        fn domain_set_memory_stats_period(&self, dom: &Domain, period_s: u32, flags: u32) -> ()
            = DOMAIN_SET_MEMORY_STATS_PERIOD { dom: dom.into(), period: period_s as i32, flags };
        fn domain_get_memory_parameters(&self, dom: &Domain, room: usize, flags: u32) -> Answer
            = DOMAIN_GET_MEMORY_PARAMETERS { dom: dom.into(), nparams: count(room), flags }
            => |ret| answer(room, ret.params, ret.nparams)?;
        fn domain_set_memory_parameters(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_SET_MEMORY_PARAMETERS { dom: dom.into(), params: sent(params), flags };

        fn domain_get_numa_parameters(&self, dom: &Domain, room: usize, flags: u32) -> Answer
            = DOMAIN_GET_NUMA_PARAMETERS { dom: dom.into(), nparams: count(room), flags }
            => |ret| answer(room, ret.params, ret.nparams)?;
        fn domain_set_numa_parameters(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_SET_NUMA_PARAMETERS { dom: dom.into(), params: sent(params), flags };
        fn domain_get_scheduler_type(&self, dom: &Domain) -> (String, i32)
            = DOMAIN_GET_SCHEDULER_TYPE { dom: dom.into() } => |ret| (ret.r#type, ret.nparams);
        fn domain_get_scheduler_parameters(&self, dom: &Domain, room: usize) -> Vec<TypedParameter>
            = DOMAIN_GET_SCHEDULER_PARAMETERS { dom: dom.into(), nparams: count(room) } => |ret| received(ret.params);
        fn domain_get_scheduler_parameters_flags(&self, dom: &Domain, room: usize, flags: u32) -> Vec<TypedParameter>
            = DOMAIN_GET_SCHEDULER_PARAMETERS_FLAGS {
                dom: dom.into(), nparams: count(room), flags
            } => |ret| received(ret.params);
        fn domain_set_scheduler_parameters(&self, dom: &Domain, params: &[TypedParameter]) -> ()
            = DOMAIN_SET_SCHEDULER_PARAMETERS { dom: dom.into(), params: sent(params) };
        fn domain_set_scheduler_parameters_flags(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_SET_SCHEDULER_PARAMETERS_FLAGS { dom: dom.into(), params: sent(params), flags };
        fn domain_get_blkio_parameters(&self, dom: &Domain, room: usize, flags: u32) -> Answer
            = DOMAIN_GET_BLKIO_PARAMETERS { dom: dom.into(), nparams: count(room), flags }
            => |ret| answer(room, ret.params, ret.nparams)?;
        fn domain_set_blkio_parameters(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_SET_BLKIO_PARAMETERS { dom: dom.into(), params: sent(params), flags };
        fn domain_get_interface_parameters(&self, dom: &Domain, device: &str, room: usize, flags: u32) -> Answer
            = DOMAIN_GET_INTERFACE_PARAMETERS {
                dom: dom.into(), device: device.to_owned(), nparams: count(room), flags
            } => |ret| answer(room, ret.params, ret.nparams)?;
        fn domain_set_interface_parameters(
            &self, dom: &Domain, device: &str, params: &[TypedParameter], flags: u32,
        ) -> () = DOMAIN_SET_INTERFACE_PARAMETERS {
                dom: dom.into(), device: device.to_owned(), params: sent(params), flags
            };
        fn domain_get_block_io_tune(&self, dom: &Domain, disk: Option<&str>, room: usize, flags: u32) -> Answer
            = DOMAIN_GET_BLOCK_IO_TUNE {
                dom: dom.into(), disk: disk.map(str::to_owned), nparams: count(room), flags
            } => |ret| answer(room, ret.params, ret.nparams)?;
        fn domain_set_block_io_tune(&self, dom: &Domain, disk: &str, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_SET_BLOCK_IO_TUNE {
                dom: dom.into(), disk: disk.to_owned(), params: sent(params), flags
            };
        fn domain_get_perf_events(&self, dom: &Domain, flags: u32) -> Vec<TypedParameter>
            = DOMAIN_GET_PERF_EVENTS { dom: dom.into(), flags } => |ret| received(ret.params);
        fn domain_set_perf_events(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_SET_PERF_EVENTS { dom: dom.into(), params: sent(params), flags };

        fn domain_get_metadata(&self, dom: &Domain, kind: i32, uri: Option<&str>, flags: u32) -> String
            = DOMAIN_GET_METADATA { dom: dom.into(), r#type: kind, uri: uri.map(str::to_owned), flags }
            => |ret| ret.metadata;
        fn domain_set_metadata(
            &self, dom: &Domain, kind: i32, text: Option<&str>, key: Option<&str>, uri: Option<&str>, flags: u32,
        ) -> () = DOMAIN_SET_METADATA {
                dom: dom.into(),
                r#type: kind,
                metadata: text.map(str::to_owned),
                key: key.map(str::to_owned),
                uri: uri.map(str::to_owned),
                flags,
            };
        fn domain_set_lifecycle_action(&self, dom: &Domain, kind: u32, action: u32, flags: u32) -> ()
            = DOMAIN_SET_LIFECYCLE_ACTION { dom: dom.into(), r#type: kind, action, flags };
    }

    fn domain_get_vcpus(&self, dom: &Domain, room: MapRoom) -> Result<Vec<VcpuInfo>> {
        check_room(room)?;
        let (maxinfo, maplen) = (count(room.maps), count(room.length));
        let args = remote::DomainGetVcpusArgs { dom: dom.into(), maxinfo, maplen };
        Ok(vcpus(&self.client.call(procedure::DOMAIN_GET_VCPUS, &args)?, room.length))
    }

    fn domain_get_vcpu_pin_info(&self, dom: &Domain, room: MapRoom, flags: u32) -> Result<Vec<CpuSet>> {
        check_room(room)?;
        let (ncpumaps, maplen) = (count(room.maps), count(room.length));
        let args = remote::DomainGetVcpuPinInfoArgs { dom: dom.into(), ncpumaps, maplen, flags };
        let ret = self.client.call(procedure::DOMAIN_GET_VCPU_PIN_INFO, &args)?;
        Ok(cpu_maps(&ret.cpumaps, room.length).take(small(ret.num)?).collect())
    }
}

/// Fails where the room that a caller has is more than the protocol allows.
fn check_room(room: MapRoom) -> Result<()> {
    check_limit("vCPU count exceeds maximum", room.maps, remote::VCPUINFO_MAX)?;
    check_limit("vCPU map buffer length exceeds maximum", room.maps * room.length, remote::CPUMAPS_MAX)
}

/// Virtual CPUs with their maps, which are missing if there was no room for them.
fn vcpus(found: &remote::DomainGetVcpusRet, length: usize) -> Vec<VcpuInfo> {
    let maps = cpu_maps(&found.cpumaps, length).chain(std::iter::repeat(CpuSet::default()));
    let vcpu = |(vcpu, cpus): (&remote::VcpuInfo, _)| VcpuInfo {
        number: vcpu.number,
        state: vcpu.state,
        cpu_time_ns: vcpu.cpu_time,
        cpu: vcpu.cpu,
        cpus,
    };
    found.info.iter().zip(maps).map(vcpu).collect()
}

fn io_thread(found: &remote::DomainIothreadInfo) -> IoThreadInfo {
    IoThreadInfo { id: found.iothread_id, cpus: CpuSet::from_map(&found.cpumap) }
}
