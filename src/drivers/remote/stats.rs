//! Statistics of domains at the daemon.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::{check_limit, small};
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
        fn domain_memory_stats(&self, dom: &Domain, max: u32, flags: u32) -> Vec<MemoryStat>
            = DOMAIN_MEMORY_STATS { dom: dom.into(), max_stats: max, flags }
            => |ret| ret.stats.iter().map(|it| MemoryStat { tag: it.tag, value: it.val }).collect();
        fn connect_get_all_domain_stats(
            &self, domains: Option<&[&Domain]>, stats: u32, flags: u32,
        ) -> Vec<DomainStats> = CONNECT_GET_ALL_DOMAIN_STATS {
                doms: domains.unwrap_or_default().iter().map(|dom| (*dom).into()).collect(), stats, flags
            } => |ret| ret.ret_stats.into_iter().map(DomainStats::try_from).collect::<Result<_>>()?;
    }

    fn domain_get_disk_errors(&self, dom: &Domain, room: Option<u32>, flags: u32) -> Result<DiskErrors> {
        let maxerrors = room.unwrap_or(0);
        let args = remote::DomainGetDiskErrorsArgs { dom: dom.into(), maxerrors, flags };
        let ret = self.client.call(procedure::DOMAIN_GET_DISK_ERRORS, &args)?;
        if maxerrors == 0 {
            return small(ret.nerrors).map(DiskErrors::Disks);
        }
        let errors = ret.errors.into_iter().map(|it| DiskError { disk: it.disk, error: it.error });
        Ok(DiskErrors::Errors(errors.collect()))
    }

    fn domain_get_cpu_stats(&self, dom: &Domain, of: CpuStatsOf, room: u32, flags: u32) -> Result<CpuStats> {
        let (start_cpu, ncpus) = match of {
            CpuStatsOf::Total => (-1, 1),
            CpuStatsOf::EachCpu { start, count } => (start.cast_signed(), count),
        };
        let limit = remote::NODE_CPU_STATS_MAX; // as libvirt
        check_limit("nparams count exceeds maximum", room as usize, limit)?;
        check_limit("ncpus count exceeds maximum", ncpus as usize, remote::DOMAIN_GET_CPU_STATS_NCPUS_MAX)?;
        let args = remote::DomainGetCpuStatsArgs { dom: dom.into(), nparams: room, start_cpu, ncpus, flags };
        let ret = self.client.call(procedure::DOMAIN_GET_CPU_STATS, &args)?;
        // What the number counts depends on what was asked.
        let number: u32 = small(ret.nparams)?;
        let values = ret.params.chunks(number.max(1) as usize).map(|cpu| received(cpu.to_vec())).collect();
        Ok(CpuStats { host_cpus: number, params: number, values })
    }
}

impl TryFrom<remote::DomainStatsRecord> for DomainStats {
    type Error = Error;

    fn try_from(record: remote::DomainStatsRecord) -> Result<Self> {
        Ok(Self { domain: record.dom.try_into()?, params: received(record.params) })
    }
}
