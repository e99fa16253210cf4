//! What a domain may use of the host, and how: the elements around `<vcpu>`, one file each.

#![forbid(unsafe_code)]

pub mod blkiotune;
pub mod cputune;
pub mod iothread;
pub mod memtune;
pub mod numatune;
pub mod perf;
pub mod resctrl;
pub mod vcpu;

use blkiotune::BlkioTune;
use cputune::CpuTune;
use iothread::IoThreads;
use memtune::{MaxMemory, MemTune};
use numatune::{NumaTune, Placement};
use vcpu::Vcpus;

use super::fail;
use crate::conf::cpuset::CpuSet;
use crate::error::Result;
use crate::util::xml::{Element, Writer};

/// Virtual CPUs, I/O threads and limits of a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tuning {
    pub max_memory: Option<MaxMemory>,
    pub blkio: BlkioTune,
    pub memory: MemTune,
    pub vcpus: Vcpus,
    pub iothreads: IoThreads,
    pub cpu: CpuTune,
    pub numa: NumaTune,
}

impl Tuning {
    /// Reads the elements inside `<domain>`.
    pub(super) fn parse(domain: Element<'_>) -> Result<Self> {
        let max_memory = MaxMemory::parse(domain)?;
        let blkio = domain.child("blkiotune").map(BlkioTune::parse).transpose()?.unwrap_or_default();
        let memory = domain.child("memtune").map(MemTune::parse).transpose()?.unwrap_or_default();
        let mut vcpus = Vcpus::parse(domain)?;
        let mut iothreads = IoThreads::parse(domain)?;
        let cpu = match domain.child("cputune") {
            Some(cputune) => CpuTune::parse(cputune, &mut vcpus, &mut iothreads)?,
            None => CpuTune::default(),
        };
        if vcpus.list.is_empty() {
            // As libvirt, down to the words.
            return Err(fail::internal("CPU IDs in <numa> exceed the <vcpu> count"));
        }
        let numa = NumaTune::parse(domain, vcpus.placement)?;
        let pinned = vcpus.cpuset.is_some()
            || vcpus.list.iter().any(|vcpu| vcpu.cpuset.is_some())
            || cpu.emulator_pin.is_some()
            || iothreads.list.iter().any(|thread| thread.cpuset.is_some());
        if numa.has_auto_placement() && !pinned {
            vcpus.placement = Placement::Auto;
        }
        Ok(Self { max_memory, blkio, memory, vcpus, iothreads, cpu, numa })
    }

    /// Settles what is open and checks the whole; `memory_kib` is the domain's memory.
    pub(super) fn complete(&mut self, memory_kib: u64) -> Result<()> {
        self.vcpus.settle()?;
        if let Some(max) = &self.max_memory {
            max.check(memory_kib)?;
        }
        self.cpu.check()?;
        self.iothreads.check()
    }

    /// Writes what stands between the memory and `<os>`.
    pub(super) fn format(&self, w: &mut Writer) {
        self.blkio.format(w);
        self.memory.format(w);
        self.vcpus.format(w);
        self.iothreads.format(w);
        self.cpu.format(w, &self.vcpus, &self.iothreads);
        self.numa.format(w);
    }
}

/// A set of CPUs that must have one in it, from the attribute `cpuset` of `element`.
fn cpuset(element: Element<'_>) -> Result<Option<CpuSet>> {
    let Some(text) = element.attr("cpuset") else { return Ok(None) };
    let set = CpuSet::parse(text)?;
    if set.is_empty() {
        return Err(fail::unsupported(format!("Invalid value of 'cpuset': {text}")));
    }
    Ok(Some(set))
}
