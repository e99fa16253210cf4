//! Tuning: limits, pinning, NUMA, I/O threads.

#![forbid(unsafe_code)]

use crate::conf::domain::DomainDef;
use crate::conf::domain::device::YesNo;
use crate::conf::domain::tuning::cputune::CpuTune;
use crate::conf::domain::tuning::iothread::ThreadPool;
use crate::conf::domain::tuning::numatune::{NumaTune, Placement};
use crate::conf::domain::tuning::{Tuning, blkiotune::BlkioTune, memtune::MemTune};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Refuses what the driver cannot do.
pub fn check(def: &DomainDef) -> Result<()> {
    let Tuning { blkio, memory, vcpus, iothreads, cpu, numa } = &def.tuning;
    if vcpus.placement == Placement::Auto {
        return unsupported("vcpu placement other than 'static' is not supported");
    }
    if vcpus.cpuset.is_some() {
        return unsupported("attribute 'cpuset' of 'vcpu' is not supported");
    }
    let threads_tuned =
        iothreads.list.iter().any(|thread| thread.cpuset.is_some() || thread.scheduler.is_some());
    let vcpus_tuned = vcpus.list.iter().any(|vcpu| vcpu.cpuset.is_some() || vcpu.scheduler.is_some());
    for (asked, name) in [
        (def.max_memory.is_some(), "maxMemory"),
        (*blkio != BlkioTune::default(), "blkiotune"),
        (*memory != MemTune::default(), "memtune"),
        (vcpus.individual, "vcpus"),
        (!iothreads.list.is_empty(), "iothreads"),
        (iothreads.default_pool != ThreadPool::default(), "defaultiothread"),
        (def.perf.events.contains(&Some(YesNo::Yes)), "perf"),
        (*cpu != CpuTune::default() || threads_tuned || vcpus_tuned, "cputune"),
        (*numa != NumaTune::default(), "numatune"),
    ] {
        if asked {
            return unsupported(&format!("element '{name}' in 'domain' is not supported"));
        }
    }
    if def.devices.disks.iter().any(|disk| disk.iotune != Default::default()) {
        return unsupported("element 'iotune' in 'disk' is not supported");
    }
    if def.devices.interfaces.iter().any(|interface| interface.bandwidth.is_some()) {
        return unsupported("element 'bandwidth' in 'interface' is not supported");
    }
    Ok(())
}

fn unsupported(detail: &str) -> Result<()> {
    Err(Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_DOMAIN, detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is asked for is refused by name; what asks for nothing is not.
    #[test]
    fn tuning_is_refused_by_name() {
        let refusal = |head: &str, devices: &str| {
            let xml = format!(
                "<domain type='qemu'><name>a</name><memory>32768</memory>{head}<os><type>hvm</type></os>\
                 <devices>{devices}</devices></domain>"
            );
            let def = DomainDef::parse(&xml).expect("good XML");
            check(&def).map_err(|error| error.message().to_owned()).err().unwrap_or_default()
        };
        for (head, name) in [
            ("<vcpu cpuset='1'>1</vcpu>", "attribute 'cpuset' of 'vcpu'"),
            ("<vcpu placement='auto'>1</vcpu>", "vcpu placement other than 'static'"),
            ("<vcpus><vcpu id='0' enabled='yes'/></vcpus>", "element 'vcpus' in 'domain'"),
            ("<maxMemory slots='1'>32768</maxMemory>", "element 'maxMemory' in 'domain'"),
            ("<blkiotune><weight>500</weight></blkiotune>", "element 'blkiotune' in 'domain'"),
            ("<memtune><hard_limit>1</hard_limit></memtune>", "element 'memtune' in 'domain'"),
            ("<iothreads>1</iothreads>", "element 'iothreads' in 'domain'"),
            ("<defaultiothread thread_pool_max='1'/>", "element 'defaultiothread' in 'domain'"),
            ("<perf><event name='cmt' enabled='yes'/></perf>", "element 'perf' in 'domain'"),
            ("<cputune><shares>5</shares></cputune>", "element 'cputune' in 'domain'"),
            ("<cputune><vcpupin vcpu='0' cpuset='1'/></cputune>", "element 'cputune' in 'domain'"),
            ("<numatune><memory nodeset='0'/></numatune>", "element 'numatune' in 'domain'"),
        ] {
            assert_eq!(refusal(head, ""), format!("unsupported configuration: {name} is not supported"));
        }
        let disk = "<disk><source file='/x'/><target dev='hda'/><iotune><read_iops_sec>1</read_iops_sec></iotune></disk>";
        assert_eq!(
            refusal("", disk),
            "unsupported configuration: element 'iotune' in 'disk' is not supported"
        );
        let interface = "<interface><bandwidth><inbound average='1'/></bandwidth></interface>";
        let expected = "unsupported configuration: element 'bandwidth' in 'interface' is not supported";
        assert_eq!(refusal("", interface), expected);
        for head in [
            "",
            "<vcpu current='1'>2</vcpu>",
            "<perf><event name='cmt' enabled='no'/></perf>",
            "<cputune/><numatune/><memtune/><vcpus/><iothreads>0</iothreads>",
        ] {
            assert_eq!(refusal(head, ""), "");
        }
    }
}
