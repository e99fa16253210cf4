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
use memtune::MemTune;
use numatune::{NumaTune, Placement};
use vcpu::Vcpus;

use super::fail;
use crate::conf::cpuset::CpuSet;
use crate::error::Result;
use crate::util::xml::{Element, Writer};

/// Virtual CPUs, I/O threads and limits of a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tuning {
    pub blkio: BlkioTune,
    pub memory: MemTune,
    pub vcpus: Vcpus,
    pub iothreads: IoThreads,
    pub cpu: CpuTune,
    pub numa: NumaTune,
}

impl Tuning {
    /// Reads the elements inside `<domain>`, except those that need to know the guest's NUMA cells.
    pub(super) fn parse(domain: Element<'_>) -> Result<Self> {
        let blkio = domain.child("blkiotune").map(BlkioTune::parse).transpose()?.unwrap_or_default();
        let memory = domain.child("memtune").map(MemTune::parse).transpose()?.unwrap_or_default();
        let mut vcpus = Vcpus::parse(domain)?;
        let mut iothreads = IoThreads::parse(domain)?;
        let cpu = match domain.child("cputune") {
            Some(cputune) => CpuTune::parse(cputune, &mut vcpus, &mut iothreads)?,
            None => CpuTune::default(),
        };
        Ok(Self { blkio, memory, vcpus, iothreads, cpu, numa: NumaTune::default() })
    }

    /// Reads `<numatune>` for a guest with so many NUMA cells.
    pub(super) fn parse_numa(&mut self, domain: Element<'_>, cells: usize) -> Result<()> {
        self.numa = NumaTune::parse(domain, self.vcpus.placement, cells)?;
        let pinned = self.vcpus.cpuset.is_some()
            || self.vcpus.list.iter().any(|vcpu| vcpu.cpuset.is_some())
            || self.cpu.emulator_pin.is_some()
            || self.iothreads.list.iter().any(|thread| thread.cpuset.is_some());
        if self.numa.has_auto_placement() && !pinned {
            self.vcpus.placement = Placement::Auto;
        }
        Ok(())
    }

    /// Writes the limits of memory and block I/O.
    pub(super) fn format_limits(&self, w: &mut Writer) {
        self.blkio.format(w);
        self.memory.format(w);
    }

    /// Writes everything from `<vcpu>` on.
    pub(super) fn format(&self, w: &mut Writer) {
        self.vcpus.format(w);
        self.iothreads.format(w);
        self.cpu.format(w, &self.vcpus, &self.iothreads);
        self.numa.format(w);
    }
}

/// A set of CPUs or NUMA nodes that must have one in it, from an attribute.
pub(super) fn set(element: Element<'_>, name: &str) -> Result<Option<CpuSet>> {
    let Some(text) = element.attr(name) else { return Ok(None) };
    let set = CpuSet::parse(text)?;
    if set.is_empty() {
        return Err(fail::unsupported(format!("Invalid value of '{name}': {text}")));
    }
    Ok(Some(set))
}
