//! Statistics of the domains of the test host. All numbers are the original's fiction; some grow with the time.

#![forbid(unsafe_code)]

use std::time::{SystemTime, UNIX_EPOCH};

use super::guest::{AddedIoThread, Guest};
use super::{FROM, TestDriver};
use crate::abi::{
    _virDomainMemoryStatTags as MemoryTag, _virTypedParameterFlags, virConnectGetAllDomainStatsFlags as Flag,
    virDomainDiskErrorCode as DiskErrorCode, virDomainStatsTypes as Group,
};
use crate::conf::domain::DomainDef;
use crate::conf::domain::disk::Disk;
use crate::conf::domain::simple::MemballoonModel;
use crate::domain::Domain;
use crate::driver::{
    BlockInfo, BlockStats, CpuStats, CpuStatsOf, DiskError, DiskErrors, DomainStats, InterfaceStats,
    MemoryStat, StatsDriver, Traffic, check_flags,
};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::typed_param::{TypedParameter, TypedValue};
use crate::util::lock;

const STRING_OKAY: u32 = _virTypedParameterFlags::VIR_TYPED_PARAM_STRING_OKAY as u32;

/// CPUs that the statistics know of, and what a domain used of them.
const HOST_CPUS: u32 = 2;
const CPU_TIME_NS: u64 = 48_772_617_035;
const USER_TIME_NS: u64 = 5_540_000_000;
const SYSTEM_TIME_NS: u64 = 6_460_000_000;
const VCPU_TIME_NS: u64 = 46_303_481_254;

/// When memory statistics were collected, in seconds since the epoch.
const LAST_UPDATE_S: u64 = 627_319_920;

const TIB: u64 = 1 << 40;

/// The filters of bulk statistics: the low bits, which are those of lists.
const FILTERS: u32 = 0xff;
const ENFORCE: u32 = Flag::VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS as u32;
const BULK_FLAGS: u32 = FILTERS
    | Flag::VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT as u32
    | Flag::VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING as u32
    | ENFORCE;

/// Adds the parameters of one group.
type Collect = fn(&Guest, &mut Vec<TypedParameter>);

/// The groups of bulk statistics that this driver has.
const GROUPS: [(Group, Collect); 2] =
    [(Group::VIR_DOMAIN_STATS_STATE, state), (Group::VIR_DOMAIN_STATS_IOTHREAD, iothreads)];

impl StatsDriver for TestDriver {
    fn domain_block_stats(&self, dom: &Domain, disk: &str) -> Result<BlockStats> {
        if disk.is_empty() {
            let detail = "summary statistics are not supported yet";
            return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, FROM, detail));
        }
        self.look(dom, |guest| {
            guest.check_active()?;
            find_disk(guest.def(false), disk)
                .ok_or_else(|| Error::invalid_arg(FROM, format!("invalid path: {disk}")))?;
            let now_us = now_us();
            Ok(BlockStats {
                read_requests: now_us / 10,
                read_bytes: now_us / 20,
                write_requests: now_us / 30,
                write_bytes: now_us / 40,
                errors: now_us / 2_000_000,
            })
        })?
    }

    fn domain_get_block_info(&self, dom: &Domain, disk: &str, flags: u32) -> Result<BlockInfo> {
        check_flags(flags, 0, FROM, "testDomainGetBlockInfo")?;
        self.look(dom, |guest| {
            let found = find_disk(guest.def(false), disk).ok_or_else(|| {
                Error::invalid_arg(FROM, format!("invalid path {disk} not assigned to domain"))
            })?;
            if found.contents().is_none() {
                let detail = format!("disk '{disk}' does not currently have a source assigned");
                return Err(Error::invalid_arg(FROM, detail));
            }
            // As the original: the guest sees five megabytes less than there are.
            Ok(BlockInfo { capacity: TIB - 5_177_344, allocation: TIB, physical: TIB })
        })?
    }

    fn domain_get_disk_errors(&self, dom: &Domain, room: Option<u32>, flags: u32) -> Result<DiskErrors> {
        check_flags(flags, 0, FROM, "testDomainGetDiskErrors")?;
        let kinds =
            [DiskErrorCode::VIR_DOMAIN_DISK_ERROR_UNSPEC, DiskErrorCode::VIR_DOMAIN_DISK_ERROR_NO_SPACE];
        self.look(dom, |guest| {
            guest.check_active()?;
            // As the original: every disk has one of the errors, in turn.
            let disks = &guest.def(false).devices.disks;
            if room.is_none() {
                return Ok(DiskErrors::Disks(disks.len()));
            }
            let errors = disks.iter().zip(kinds.iter().cycle());
            let errors =
                errors.map(|(disk, kind)| DiskError { disk: disk.target.clone(), error: *kind as i32 });
            Ok(DiskErrors::Errors(errors.collect()))
        })?
    }

    fn domain_interface_stats(&self, dom: &Domain, device: &str) -> Result<InterfaceStats> {
        self.look(dom, |guest| {
            guest.check_active()?;
            let mac = device.parse().ok();
            let mut interfaces = guest.def(false).devices.interfaces.iter();
            if !interfaces.any(|it| it.target.as_deref() == Some(device) || mac == Some(it.mac)) {
                let detail = format!("'{device}' is not a known interface");
                return Err(Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, detail));
            }
            let now_us = now_us();
            let seconds = now_us / 1_000_000;
            let traffic = |bytes, packets, errors, dropped| Traffic {
                bytes: now_us / bytes,
                packets: now_us / packets,
                errors: seconds / errors,
                dropped: seconds / dropped,
            };
            Ok(InterfaceStats { received: traffic(10, 100, 1, 2), sent: traffic(20, 110, 3, 4) })
        })?
    }

    fn domain_memory_stats(&self, dom: &Domain, _max: u32, flags: u32) -> Result<Vec<MemoryStat>> {
        check_flags(flags, 0, FROM, "testDomainMemoryStats")?;
        self.look(dom, |guest| {
            guest.check_active()?;
            let def = guest.def(false);
            let balloon = def.devices.memballoon.as_ref();
            if balloon.is_some_and(|balloon| balloon.model == MemballoonModel::Virtio) {
                Ok(memory_stats(def.current_memory_kib))
            } else {
                Ok(Vec::new())
            }
        })?
    }

    fn domain_get_cpu_stats(&self, dom: &Domain, of: CpuStatsOf, room: u32, flags: u32) -> Result<CpuStats> {
        check_flags(flags, STRING_OKAY, FROM, "testDomainGetCPUStats")?;
        self.look(dom, Guest::check_active)??;
        let time = |name: &str, ns| TypedParameter::new(name, TypedValue::ULLong(ns));
        let (params, values) = match of {
            CpuStatsOf::Total => {
                let times = vec![
                    time("cpu_time", CPU_TIME_NS),
                    time("user_time", USER_TIME_NS),
                    time("system_time", SYSTEM_TIME_NS),
                ];
                (3, vec![times])
            }
            CpuStatsOf::EachCpu { start, count } => {
                // Whoever only asks for numbers need not know which CPUs there are.
                let count = if room == 0 { 0 } else { count };
                if count > 0 && start >= HOST_CPUS {
                    let last = HOST_CPUS - 1;
                    let detail = format!("start_cpu {start} larger than maximum of {last}");
                    return Err(Error::invalid_arg(FROM, detail));
                }
                let share = |total: u64, cpu: u32| total / u64::from(HOST_CPUS) + u64::from(cpu);
                let times = |cpu| {
                    vec![
                        time("cpu_time", share(CPU_TIME_NS, cpu)),
                        time("vcpu_time", share(VCPU_TIME_NS, cpu)),
                    ]
                };
                (2, (start..HOST_CPUS).take(count as usize).map(times).collect())
            }
        };
        Ok(CpuStats { host_cpus: HOST_CPUS, params, values })
    }

    fn connect_get_all_domain_stats(
        &self,
        domains: Option<&[&Domain]>,
        stats: u32,
        flags: u32,
    ) -> Result<Vec<DomainStats>> {
        check_flags(flags, BULK_FLAGS, FROM, "testConnectGetAllDomainStats")?;
        let known = GROUPS.iter().fold(0, |groups, (group, _)| groups | *group as u32);
        if flags & ENFORCE != 0 && stats & !known != 0 {
            let detail = format!("Stats types bits 0x{:x} are not supported by this daemon", stats & !known);
            return Err(Error::new(ErrorCode::VIR_ERR_ARGUMENT_UNSUPPORTED, FROM, detail));
        }
        let wanted = if stats == 0 { known } else { stats };
        let collect = |guest: &Guest| {
            let mut params = Vec::new();
            for (group, collect) in &GROUPS {
                if wanted & *group as u32 != 0 {
                    collect(guest, &mut params);
                }
            }
            DomainStats { domain: guest.key().clone(), params }
        };
        let matches = |guest: &&Guest| guest.listing().matches(flags & FILTERS);
        let host = lock(&self.host);
        Ok(match domains {
            // A domain that is gone is left out.
            Some(domains) => {
                let guests = domains.iter().filter_map(|dom| host.by_uuid(dom.uuid()).ok());
                guests.filter(matches).map(collect).collect()
            }
            None => host.guests().filter(matches).map(collect).collect(),
        })
    }
}

fn state(guest: &Guest, params: &mut Vec<TypedParameter>) {
    let state = guest.state();
    params.push(TypedParameter::new("state.state", TypedValue::Int(state.state)));
    params.push(TypedParameter::new("state.reason", TypedValue::Int(state.reason)));
}

/// As in the original, only those threads count that were added by a call.
fn iothreads(guest: &Guest, params: &mut Vec<TypedParameter>) {
    let threads = &guest.added_iothreads;
    if !guest.is_active() || threads.is_empty() {
        return;
    }
    let count = u32::try_from(threads.len()).unwrap_or(u32::MAX);
    params.push(TypedParameter::new("iothread.count", TypedValue::UInt(count)));
    for AddedIoThread { id, poll_max_ns, poll_grow, poll_shrink } in threads {
        for (name, value) in [
            ("max-ns", TypedValue::ULLong(*poll_max_ns)),
            ("grow", TypedValue::UInt(*poll_grow)),
            ("shrink", TypedValue::UInt(*poll_shrink)),
        ] {
            params.push(TypedParameter::new(format!("iothread.{id}.poll-{name}"), value));
        }
    }
}

/// The disk with the target or, if `name` is a path, the only one with the source `name`.
fn find_disk<'a>(def: &'a DomainDef, name: &str) -> Option<&'a Disk> {
    let disks = def.devices.disks.iter();
    if !name.starts_with('/') {
        return disks.into_iter().find(|disk| disk.target == name);
    }
    let mut found = disks.filter(|disk| disk.source.as_ref().is_some_and(|source| source.path() == name));
    found.next().filter(|_| found.next().is_none())
}

/// In the original's order.
fn memory_stats(balloon_kib: u64) -> Vec<MemoryStat> {
    use MemoryTag::*;
    let stats = [
        (VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, balloon_kib),
        (VIR_DOMAIN_MEMORY_STAT_SWAP_IN, 0),
        (VIR_DOMAIN_MEMORY_STAT_SWAP_OUT, 0),
        (VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, 0),
        (VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT, 0),
        (VIR_DOMAIN_MEMORY_STAT_UNUSED, balloon_kib / 2),
        (VIR_DOMAIN_MEMORY_STAT_AVAILABLE, balloon_kib),
        (VIR_DOMAIN_MEMORY_STAT_USABLE, balloon_kib / 2),
        (VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, LAST_UPDATE_S),
        (VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, balloon_kib / 8),
        (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, 0),
        (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, 0),
        (VIR_DOMAIN_MEMORY_STAT_RSS, balloon_kib / 2),
    ];
    stats.map(|(tag, value)| MemoryStat { tag: tag as i32, value }).to_vec()
}

/// Microseconds since the epoch, as all growing numbers are made of.
fn now_us() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}
