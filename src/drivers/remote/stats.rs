//! Statistics of domains at the daemon.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::small;
use crate::domain::Domain;
use crate::driver::{
    BlockInfo, BlockStats, CpuStats, CpuStatsOf, DiskError, DiskErrors, DomainStats, InterfaceStats,
    MemoryStat, StatsDriver, Traffic,
};
use crate::error::{Error, Result};
use crate::rpc::protocol::remote::{self, procedure};
use crate::rpc::typed_params::received;

impl StatsDriver for Remote {
    calls! { remote;
        fn domain_block_stats(&self, dom: &Domain, disk: &str) -> BlockStats
            = DOMAIN_BLOCK_STATS { dom: dom.into(), path: disk.to_owned() }
            => |ret| BlockStats {
                read_requests: ret.rd_req,
                read_bytes: ret.rd_bytes,
                write_requests: ret.wr_req,
                write_bytes: ret.wr_bytes,
                errors: ret.errs,
            };
        fn domain_get_block_info(&self, dom: &Domain, disk: &str, flags: u32) -> BlockInfo
            = DOMAIN_GET_BLOCK_INFO { dom: dom.into(), path: disk.to_owned(), flags }
            => |ret| BlockInfo { capacity: ret.capacity, allocation: ret.allocation, physical: ret.physical };
        fn domain_interface_stats(&self, dom: &Domain, device: &str) -> InterfaceStats
            = DOMAIN_INTERFACE_STATS { dom: dom.into(), device: device.to_owned() }
            => |ret| InterfaceStats {
                received: Traffic {
                    bytes: ret.rx_bytes, packets: ret.rx_packets, errors: ret.rx_errs, dropped: ret.rx_drop
                },
                sent: Traffic {
                    bytes: ret.tx_bytes, packets: ret.tx_packets, errors: ret.tx_errs, dropped: ret.tx_drop
                },
            };
        fn domain_memory_stats(&self, dom: &Domain, flags: u32) -> Vec<MemoryStat>
            = DOMAIN_MEMORY_STATS {
                dom: dom.into(), max_stats: remote::DOMAIN_MEMORY_STATS_MAX as u32, flags
            } => |ret| ret.stats.iter().map(|it| MemoryStat { tag: it.tag, value: it.val }).collect();
        fn connect_get_all_domain_stats(
            &self, domains: Option<&[&Domain]>, stats: u32, flags: u32,
        ) -> Vec<DomainStats> = CONNECT_GET_ALL_DOMAIN_STATS {
                doms: domains.unwrap_or_default().iter().map(|dom| (*dom).into()).collect(), stats, flags
            } => |ret| ret.ret_stats.into_iter().map(DomainStats::try_from).collect::<Result<_>>()?;
    }

    fn domain_get_disk_errors(&self, dom: &Domain, flags: u32) -> Result<DiskErrors> {
        let ask = |maxerrors| {
            let args = remote::DomainGetDiskErrorsArgs { dom: dom.into(), maxerrors, flags };
            self.call(procedure::DOMAIN_GET_DISK_ERRORS, &args)
        };
        let disks = small(ask(0)?.nerrors)?;
        if disks == 0 {
            return Ok(DiskErrors { disks, errors: Vec::new() });
        }
        let room = disks.min(remote::DOMAIN_DISK_ERRORS_MAX);
        let errors = ask(room as u32)?.errors.into_iter();
        let errors = errors.map(|it| DiskError { disk: it.disk, error: it.error }).collect();
        Ok(DiskErrors { disks, errors })
    }

    fn domain_get_cpu_stats(&self, dom: &Domain, of: CpuStatsOf, flags: u32) -> Result<CpuStats> {
        let ask = |nparams, start_cpu, ncpus| {
            let args = remote::DomainGetCpuStatsArgs { dom: dom.into(), nparams, start_cpu, ncpus, flags };
            self.call(procedure::DOMAIN_GET_CPU_STATS, &args)
        };
        let (start, count) = match of {
            CpuStatsOf::Total => (-1, 1),
            CpuStatsOf::EachCpu { start, count } => (start as i32, count),
        };
        let params = small(ask(0, start, 1)?.nparams)?;
        if let CpuStatsOf::EachCpu { count: 0, .. } = of {
            let host_cpus = small(ask(0, 0, 0)?.nparams)?;
            return Ok(CpuStats { host_cpus, params, values: Vec::new() });
        }
        let ret = ask(params, start, count)?;
        // Each CPU has as many as the answer says.
        let params: u32 = small(ret.nparams)?;
        let values = ret.params.chunks(params.max(1) as usize).map(|cpu| received(cpu.to_vec())).collect();
        Ok(CpuStats { host_cpus: 0, params, values })
    }
}

impl TryFrom<remote::DomainStatsRecord> for DomainStats {
    type Error = Error;

    fn try_from(record: remote::DomainStatsRecord) -> Result<Self> {
        Ok(Self { domain: record.dom.try_into()?, params: received(record.params) })
    }
}
