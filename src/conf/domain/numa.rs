//! `<cpu><numa>`: the guest's NUMA nodes ("cells"), how far they are from each other, their caches.

#![forbid(unsafe_code)]

use super::cpu::Cpu;
use super::device::YesNo;
use super::memory_backing::MemoryAccess;
use super::size::{self, KIB, Size};
use super::{DomainDef, fail};
use crate::conf::cpuset::CpuSet;
use crate::error::Result;
use crate::util::xml::{Element, Writer, number, words};

/// Distance of a cell from itself, and the most that there is; both from ACPI.
pub(super) const LOCAL_DISTANCE: u32 = 10;
const MAX_DISTANCE: u32 = 255;
/// Distance between cells of which none is said.
pub(super) const REMOTE_DISTANCE: u32 = 20;

/// Highest level of a cache.
const MAX_CACHE_LEVEL: u32 = 3;

/// `<numa>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numa {
    /// By number.
    pub cells: Vec<NumaCell>,
    pub interconnects: Vec<Interconnect>,
}

/// `<cell>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumaCell {
    pub cpus: CpuSet,
    pub memory_kib: u64,
    pub access: Option<MemoryAccess>,
    pub discard: Option<YesNo>,
    /// From here to every cell, by number; `None` where it is not said.
    pub distances: Vec<Option<u32>>,
    pub caches: Vec<NumaCache>,
}

/// `<cache>`: of a cell's memory, on its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumaCache {
    pub level: u32,
    pub size_kib: u64,
    /// 0 if it is not said.
    pub line_bytes: u64,
    pub associativity: CacheAssociativity,
    pub policy: CachePolicy,
}

words! {
    /// `<cache associativity=…>`
    pub enum CacheAssociativity {
        None = "none",
        Direct = "direct",
        Full = "full",
    }
}

words! {
    /// `<cache policy=…>`
    pub enum CachePolicy {
        None = "none",
        Writeback = "writeback",
        Writethrough = "writethrough",
    }
}

/// `<latency>` or `<bandwidth>`: how fast a cell's CPUs reach a cell's memory, or a cache before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interconnect {
    pub figure: Figure,
    pub initiator: u32,
    pub target: u32,
    /// Level of the cache; 0 is the memory.
    pub cache: u32,
    pub access: AccessKind,
}

/// What is said of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    LatencyNs(u64),
    BandwidthKib(u64),
}

words! {
    /// `<latency type=…>`
    pub enum AccessKind {
        Access = "access",
        Read = "read",
        Write = "write",
    }
}

impl Numa {
    pub(super) fn parse(cpu: Element<'_>) -> Result<Option<Self>> {
        let Some(element) = cpu.child("numa") else { return Ok(None) };
        let elements: Vec<_> = element.children_named("cell").collect();
        if elements.is_empty() {
            return Err(fail::xml("NUMA topology defined without NUMA cells"));
        }
        let mut numa = Self { cells: vec![NumaCell::default(); elements.len()], interconnects: Vec::new() };
        for (i, element) in elements.into_iter().enumerate() {
            numa.parse_cell(i, element)?;
        }
        let interconnects = element.child("interconnects").into_iter().flat_map(Element::children);
        for element in interconnects.filter(|e| matches!(e.name(), "latency" | "bandwidth")) {
            let new = Interconnect::parse(element)?;
            numa.check_interconnect(&new)?;
            numa.interconnects.push(new);
        }
        Ok(Some(numa))
    }

    /// Reads the cell that stands at `place` and may say another number.
    fn parse_cell(&mut self, place: usize, element: Element<'_>) -> Result<()> {
        let index = element.number::<u32>("id")?.map_or(place, |id| id as usize);
        match self.cells.get(index) {
            None => {
                return Err(fail::xml(
                    "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges \
                     not starting from 0 are not allowed",
                ));
            }
            // As libvirt: a cell without memory counts as not there.
            Some(cell) if cell.memory_kib != 0 => {
                return Err(fail::xml(format!("Duplicate NUMA cell info for cell id '{index}'")));
            }
            Some(_) => {}
        }
        if let Some(text) = element.attr("cpus") {
            let cpus = CpuSet::parse(text)?;
            let overlap = |(i, other): &(usize, &NumaCell)| *i != index && other.cpus.overlaps(&cpus);
            if let Some((other, _)) = self.cells.iter().enumerate().find(overlap) {
                let detail = format!("NUMA cells {index} and {other} have overlapping vCPU ids");
                return Err(fail::unsupported(detail));
            }
            self.cells[index].cpus = cpus;
        }
        self.cells[index].memory_kib = size::attr_kib(element, "memory")?;
        self.cells[index].access = element.word("memAccess")?;
        self.cells[index].discard = element.word("discard")?;
        if let Some(distances) = element.child("distances") {
            self.parse_distances(index, distances)?;
        }
        for element in element.children_named("cache") {
            let cache = NumaCache::parse(element, index)?;
            let caches = &mut self.cells[index].caches;
            if caches.iter().any(|other| other.level == cache.level) {
                return Err(fail::xml(format!("Cache level '{}' already defined", cache.level)));
            }
            caches.push(cache);
        }
        Ok(())
    }

    /// Reads the distances from cell `index`. What they say counts for the way back as well, unless that is said.
    fn parse_distances(&mut self, index: usize, element: Element<'_>) -> Result<()> {
        let mut siblings = element.children_named("sibling").peekable();
        if siblings.peek().is_none() {
            return Err(fail::xml("NUMA distances defined without siblings"));
        }
        for sibling in siblings {
            let id: u32 = sibling.required_number("id")?;
            let other = id as usize;
            if other >= self.cells.len() {
                return Err(fail::xml(format!(
                    "'sibling_id {id}' does not refer to a valid cell within NUMA 'cell id {index}'"
                )));
            }
            let distance: u32 = sibling.required_number("value")?;
            let fits = if other == index {
                distance == LOCAL_DISTANCE
            } else {
                (LOCAL_DISTANCE + 1..=MAX_DISTANCE).contains(&distance)
            };
            if !fits {
                return Err(fail::xml(format!(
                    "'value {distance}' is invalid for 'sibling id {id}' under NUMA 'cell id {index}'"
                )));
            }
            *self.distance(index, other) = Some(distance);
            self.distance(index, index).get_or_insert(LOCAL_DISTANCE);
            self.distance(other, other).get_or_insert(LOCAL_DISTANCE);
            self.distance(other, index).get_or_insert(distance);
        }
        Ok(())
    }

    fn distance(&mut self, from: usize, to: usize) -> &mut Option<u32> {
        let count = self.cells.len();
        let distances = &mut self.cells[from].distances;
        distances.resize(count, None);
        &mut distances[to]
    }

    fn check_interconnect(&self, new: &Interconnect) -> Result<()> {
        let initiator = self.cells.get(new.initiator as usize);
        let initiator =
            initiator.ok_or_else(|| fail::xml("'initiator' refers to a non-existent NUMA node"))?;
        let target = self.cells.get(new.target as usize);
        let target = target.ok_or_else(|| fail::xml("'target' refers to a non-existent NUMA node"))?;
        if initiator.cpus.is_empty() {
            return Err(fail::xml("NUMA nodes without CPUs can't be initiator"));
        }
        if new.cache > 0 && !target.caches.iter().any(|cache| cache.level == new.cache) {
            return Err(fail::xml("'cache' refers to a non-existent NUMA node cache"));
        }
        for other in &self.interconnects {
            if other.is_for_same(new) {
                return Err(fail::xml("Duplicate info for NUMA latencies"));
            }
            if new.initiator != new.target && (other.initiator, other.target) == (new.target, new.initiator) {
                return Err(fail::xml("Link already defined"));
            }
        }
        Ok(())
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("numa", |w| {
            for (i, cell) in self.cells.iter().enumerate() {
                cell.format(i, w);
            }
            w.element_unless_empty("interconnects", |w| {
                self.interconnects.iter().for_each(|connection| connection.format(w));
            });
        });
    }
}

/// The NUMA nodes of a guest with this CPU.
pub(super) fn cells(cpu: Option<&Cpu>) -> &[NumaCell] {
    cpu.and_then(|cpu| cpu.numa.as_ref()).map_or(&[], |numa| &numa.cells)
}

/// The cells' CPUs have to be CPUs of the domain, of which there are `max_vcpus`.
pub(super) fn check_cpus(cells: &[NumaCell], max_vcpus: u16) -> Result<()> {
    let count: usize = cells.iter().map(|cell| cell.cpus.iter().count()).sum();
    if count > max_vcpus.into() {
        return Err(fail::internal("Number of CPUs in <numa> exceeds the <vcpu> count"));
    }
    // As libvirt: without any cell the last CPU is 0, so this also finds a domain that has no CPU.
    let last = cells.iter().filter_map(|cell| cell.cpus.last()).max().unwrap_or(0);
    if last >= max_vcpus.into() {
        return Err(fail::internal("CPU IDs in <numa> exceed the <vcpu> count"));
    }
    Ok(())
}

impl DomainDef {
    /// The guest's NUMA nodes.
    pub fn numa_cells(&self) -> &[NumaCell] {
        cells(self.cpu.as_ref())
    }

    /// The memory of all of the guest's NUMA nodes.
    pub(super) fn numa_memory_kib(&self) -> u64 {
        self.numa_cells().iter().fold(0, |sum: u64, cell| sum.saturating_add(cell.memory_kib))
    }
}

impl NumaCell {
    fn format(&self, index: usize, w: &mut Writer) {
        w.element("cell", |w| {
            w.attr("id", index);
            w.attr_opt("cpus", Some(&self.cpus).filter(|cpus| !cpus.is_empty()));
            w.attr("memory", self.memory_kib);
            w.attr("unit", "KiB");
            w.attr_opt("memAccess", self.access);
            w.attr_opt("discard", self.discard);
            w.element_unless_empty("distances", |w| {
                for (i, distance) in self.distances.iter().enumerate() {
                    if let Some(distance) = distance {
                        w.element("sibling", |w| {
                            w.attr("id", i);
                            w.attr("value", distance);
                        });
                    }
                }
            });
            self.caches.iter().for_each(|cache| cache.format(w));
        });
    }
}

impl NumaCache {
    fn parse(element: Element<'_>, cell: usize) -> Result<Self> {
        let missing =
            |name| fail::xml(format!("Missing '{name}' attribute in cache element for NUMA node {cell}"));
        let level = element.attr("level").ok_or_else(|| missing("level"))?;
        let level = number(level).filter(|level| *level > 0).ok_or_else(|| {
            fail::xml(format!("Invalid 'level' attribute in cache element for NUMA node {cell}"))
        })?;
        let associativity = element.attr("associativity").ok_or_else(|| missing("associativity"))?;
        let associativity = associativity
            .parse()
            .map_err(|()| fail::xml(format!("Invalid cache associativity '{associativity}'")))?;
        let policy = element.attr("policy").unwrap_or("(null)");
        let policy = policy.parse().map_err(|()| fail::xml(format!("Invalid cache policy '{policy}'")))?;
        let size_kib = cache_size(element, "size", "./size/@value")?.bytes(KIB, u64::MAX)?.div_ceil(KIB);
        let line_bytes = cache_size(element, "line", "./line/@value")?.bytes(1, u64::MAX)?;
        if level > MAX_CACHE_LEVEL {
            return Err(fail::xml("Ain't nobody heard of that much cache level"));
        }
        Ok(Self { level, size_kib, line_bytes, associativity, policy })
    }

    fn format(&self, w: &mut Writer) {
        w.element("cache", |w| {
            w.attr("level", self.level);
            let associativity = Some(self.associativity);
            w.attr_opt("associativity", associativity.filter(|it| *it != CacheAssociativity::None));
            w.attr_opt("policy", Some(self.policy).filter(|it| *it != CachePolicy::None));
            let size = |w: &mut Writer, name, amount, unit| {
                w.element(name, |w| {
                    w.attr("value", amount);
                    w.attr("unit", unit);
                });
            };
            size(w, "size", self.size_kib, "KiB");
            if self.line_bytes > 0 {
                size(w, "line", self.line_bytes, "B");
            }
        });
    }
}

/// As libvirt: the unit is not looked at.
fn cache_size<'a>(cache: Element<'a>, name: &str, place: &'static str) -> Result<Size<'a>> {
    let text = cache.child(name).and_then(|element| element.filled("value"));
    Ok(Size { text: text.ok_or_else(|| size::missing(place))?, unit: None, place })
}

impl Interconnect {
    fn parse(element: Element<'_>) -> Result<Self> {
        let figure = if element.name() == "latency" {
            Figure::LatencyNs(element.required_number("value")?)
        } else {
            Figure::BandwidthKib(size::attr_kib(element, "value")?)
        };
        Ok(Self {
            figure,
            initiator: element.required_number("initiator")?,
            target: element.required_number("target")?,
            cache: element.number("cache")?.unwrap_or(0),
            access: element.required_word("type")?,
        })
    }

    /// Whether both say the same figure of the same connection.
    fn is_for_same(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.figure) == std::mem::discriminant(&other.figure)
            && (self.initiator, self.target, self.cache, self.access)
                == (other.initiator, other.target, other.cache, other.access)
    }

    fn format(&self, w: &mut Writer) {
        let (name, value, unit) = match self.figure {
            Figure::LatencyNs(ns) => ("latency", ns, None),
            Figure::BandwidthKib(kib) => ("bandwidth", kib, Some("KiB")),
        };
        w.element(name, |w| {
            w.attr("initiator", self.initiator);
            w.attr("target", self.target);
            w.attr_opt("cache", Some(self.cache).filter(|level| *level > 0));
            w.attr("type", self.access);
            w.attr("value", value);
            w.attr_opt("unit", unit);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorDomain;
    use crate::util::xml::Document;

    /// The texts that the original gives; it damages its heap on the way, so no program asks it for them.
    #[test]
    fn errors_about_distances() {
        let error = |distances: &str| {
            let xml = format!(
                "<cpu><numa><cell cpus='0' memory='1'>{distances}</cell><cell cpus='1' memory='1'/></numa></cpu>"
            );
            let document = Document::parse(&xml, "", ErrorDomain::VIR_FROM_DOMAIN).expect("well formed");
            let numa = Numa::parse(document.root("cpu").expect("root"));
            numa.map_or_else(|error| error.message().to_owned(), |_| String::new())
        };
        let sibling =
            |id, value| error(&format!("<distances><sibling id='{id}' value='{value}'/></distances>"));
        for (found, expected) in [
            (error("<distances/>"), "XML error: NUMA distances defined without siblings"),
            (
                error("<distances><sibling/></distances>"),
                "XML error: Missing required attribute 'id' in element 'sibling'",
            ),
            (
                sibling(2, 20),
                "XML error: 'sibling_id 2' does not refer to a valid cell within NUMA 'cell id 0'",
            ),
            (sibling(0, 11), "XML error: 'value 11' is invalid for 'sibling id 0' under NUMA 'cell id 0'"),
            (sibling(1, 10), "XML error: 'value 10' is invalid for 'sibling id 1' under NUMA 'cell id 0'"),
            (sibling(1, 256), "XML error: 'value 256' is invalid for 'sibling id 1' under NUMA 'cell id 0'"),
            (sibling(1, 255), ""),
        ] {
            assert_eq!(found, expected);
        }
    }
}
