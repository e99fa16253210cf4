//! `<vcpu>` and `<vcpus>`: how many virtual CPUs there are, which are online, where they run.

#![forbid(unsafe_code)]

use super::cputune::Scheduler;
use super::numatune::Placement;
use crate::conf::cpuset::CpuSet;
use crate::conf::domain::device::YesNo;
use crate::conf::domain::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer, number};

/// The virtual CPUs of a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vcpus {
    pub placement: Placement,
    /// Where those run that have no set of their own.
    pub cpuset: Option<CpuSet>,
    /// One for each that there can be, by number.
    pub list: Vec<Vcpu>,
    /// Whether `<vcpus>` says which are online, and not a mere count.
    pub individual: bool,
}

/// A virtual CPU.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vcpu {
    pub online: bool,
    /// `None` for one that came after the definition was read.
    pub hotpluggable: Option<YesNo>,
    /// Place in the order of plugging, from 1; 0 if it has none.
    pub order: u32,
    /// `<vcpupin>`
    pub cpuset: Option<CpuSet>,
    /// `<vcpusched>`
    pub scheduler: Option<Scheduler>,
}

impl Vcpus {
    pub(super) fn parse(domain: Element<'_>) -> Result<Self> {
        let mut vcpus =
            Self { placement: Placement::Static, cpuset: None, list: Vec::new(), individual: false };
        let (mut max, mut current) = (1, 1);
        if let Some(element) = domain.child("vcpu") {
            // There are as many at most as `virDomainInfo` can tell.
            max = number::<u16>(&element.text())
                .ok_or_else(|| fail::xml("maximum vcpus count must be an integer"))?;
            current = element.number::<u32>("current")?.unwrap_or(max.into());
            vcpus.placement = element.word("placement")?.unwrap_or(Placement::Static);
            if vcpus.placement == Placement::Static {
                vcpus.cpuset = super::set(element, "cpuset")?;
            }
        }
        vcpus.set_max(max);
        let nodes: Vec<Element<'_>> =
            domain.child("vcpus").map(|v| v.children_named("vcpu").collect()).unwrap_or_default();
        for element in &nodes {
            vcpus.parse_one(*element)?;
        }
        vcpus.individual = !nodes.is_empty();
        if !vcpus.individual {
            if current > max.into() {
                let detail = "maximum vCPU count must not be less than current vCPU count";
                return Err(fail::unsupported(detail));
            }
            vcpus.set_online(u16::try_from(current).unwrap_or(max));
        }
        Ok(vcpus)
    }

    fn parse_one(&mut self, element: Element<'_>) -> Result<()> {
        let id: u32 = element.required_number("id")?;
        let out_of_range = || fail::xml(format!("vcpu id '{id}' is out of range of maximum vcpu count"));
        let vcpu = self.list.get_mut(id as usize).ok_or_else(out_of_range)?;
        vcpu.online = element.required_word::<YesNo>("enabled")? == YesNo::Yes;
        vcpu.hotpluggable = element.word("hotpluggable")?.or(vcpu.hotpluggable);
        vcpu.order = element.number("order")?.unwrap_or(vcpu.order);
        Ok(())
    }

    /// Decides what is still open: whether a CPU can be plugged.
    pub(in crate::conf::domain) fn settle(&mut self) -> Result<()> {
        for (id, vcpu) in self.list.iter_mut().enumerate() {
            let default = if vcpu.online { YesNo::No } else { YesNo::Yes };
            if *vcpu.hotpluggable.get_or_insert(default) == YesNo::No && !vcpu.online {
                return Err(fail::unsupported(format!("vcpu '{id}' is both offline and not hotpluggable")));
            }
        }
        Ok(())
    }

    /// How many there can be.
    pub fn max(&self) -> u16 {
        u16::try_from(self.list.len()).unwrap_or(u16::MAX)
    }

    /// How many are online.
    pub fn online(&self) -> u16 {
        u16::try_from(self.list.iter().filter(|vcpu| vcpu.online).count()).unwrap_or(u16::MAX)
    }

    /// Changes how many there can be.
    pub fn set_max(&mut self, max: u16) {
        self.list.resize_with(max.into(), Vcpu::default);
    }

    /// Takes the first `count` online and the others offline.
    pub fn set_online(&mut self, count: u16) {
        for (id, vcpu) in self.list.iter_mut().enumerate() {
            vcpu.online = id < count.into();
        }
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("vcpu", |w| {
            w.attr("placement", self.placement);
            w.attr_opt("cpuset", self.cpuset.as_ref());
            w.attr_opt("current", (self.online() != self.max()).then_some(self.online()));
            w.content(self.max());
        });
        if self.individual {
            w.element("vcpus", |w| {
                for (id, vcpu) in self.list.iter().enumerate() {
                    w.element("vcpu", |w| {
                        w.attr("id", id);
                        w.attr("enabled", if vcpu.online { YesNo::Yes } else { YesNo::No });
                        w.attr_opt("hotpluggable", vcpu.hotpluggable);
                        w.attr_opt("order", (vcpu.order != 0).then_some(vcpu.order));
                    });
                }
            });
        }
    }
}
