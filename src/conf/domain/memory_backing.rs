//! `<memoryBacking>`: what the guest's memory is made of on the host.

#![forbid(unsafe_code)]

use super::size::{self, KIB};
use super::{DomainDef, fail, tuning};
use crate::conf::cpuset::CpuSet;
use crate::error::Result;
use crate::util::xml::{Element, Writer, number, words};

/// `<memoryBacking>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryBacking {
    /// `Some` asks for huge pages; without sizes in it the host's default size is meant.
    pub huge_pages: Option<Vec<HugePage>>,
    /// Equal pages are not merged.
    pub no_share_pages: bool,
    /// Nothing is swapped out.
    pub locked: bool,
    pub source: Option<MemorySource>,
    pub access: Option<MemoryAccess>,
    pub allocation: Option<MemoryAllocation>,
    /// How many threads touch the pages at start; 0 if that is not said.
    pub allocation_threads: u32,
    /// The host may drop the contents when the domain ends.
    pub discard: bool,
}

/// `<page>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HugePage {
    pub size_kib: u64,
    /// The guest's NUMA nodes that get pages of this size; `None` for all others.
    pub nodes: Option<CpuSet>,
}

words! {
    /// `<source type=…>`
    pub enum MemorySource {
        File = "file",
        Anonymous = "anonymous",
        Memfd = "memfd",
    }
}

words! {
    /// `<access mode=…>`
    pub enum MemoryAccess {
        Shared = "shared",
        Private = "private",
    }
}

words! {
    /// `<allocation mode=…>`
    pub enum MemoryAllocation {
        Immediate = "immediate",
        Ondemand = "ondemand",
    }
}

impl MemoryBacking {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let allocation = element.child("allocation");
        let threads = allocation.and_then(|allocation| allocation.filled("threads"));
        Ok(Self {
            no_share_pages: element.child("nosharepages").is_some(),
            locked: element.child("locked").is_some(),
            source: word(element, "source", "type")?,
            access: word(element, "access", "mode")?,
            allocation: word(element, "allocation", "mode")?,
            allocation_threads: match threads {
                None => 0,
                Some(text) => {
                    number(text).ok_or_else(|| fail::xml("Failed to parse memory allocation threads"))?
                }
            },
            huge_pages: match element.child("hugepages") {
                None => None,
                Some(pages) => {
                    Some(pages.children_named("page").map(HugePage::parse).collect::<Result<_>>()?)
                }
            },
            discard: element.child("discard").is_some(),
        })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("memoryBacking", |w| {
            if let Some(pages) = &self.huge_pages {
                w.element("hugepages", |w| pages.iter().for_each(|page| page.format(w)));
            }
            w.flag("nosharepages", self.no_share_pages);
            w.flag("locked", self.locked);
            w.element_unless_empty("source", |w| w.attr_opt("type", self.source));
            w.element_unless_empty("access", |w| w.attr_opt("mode", self.access));
            w.element_unless_empty("allocation", |w| {
                w.attr_opt("mode", self.allocation);
                w.attr_opt("threads", Some(self.allocation_threads).filter(|threads| *threads > 0));
            });
            w.flag("discard", self.discard);
        });
    }
}

/// An attribute of a child that has an error text of its own; an empty one counts as missing.
fn word<T: std::str::FromStr>(backing: Element<'_>, child: &str, name: &str) -> Result<Option<T>> {
    let Some(text) = backing.child(child).and_then(|child| child.filled(name)) else { return Ok(None) };
    let unknown = |_| fail::unsupported(format!("unknown memoryBacking/{child}/{name} '{text}'"));
    text.parse().map(Some).map_err(unknown)
}

impl HugePage {
    fn parse(element: Element<'_>) -> Result<Self> {
        let bytes = size::attr(element, "size", |size| size.bytes(KIB, u64::MAX))?;
        Ok(Self { size_kib: bytes.div_ceil(KIB), nodes: tuning::set(element, "nodeset")? })
    }

    fn format(&self, w: &mut Writer) {
        w.element("page", |w| {
            w.attr("size", self.size_kib);
            w.attr("unit", "KiB");
            w.attr_opt("nodeset", self.nodes.as_ref());
        });
    }
}

impl DomainDef {
    /// As libvirt: without NUMA nodes in the guest, the first node is the whole guest.
    pub(super) fn complete_huge_pages(&mut self) -> Result<()> {
        let pages = self.memory_backing.huge_pages.as_deref().unwrap_or_default();
        if pages.iter().any(|page| page.size_kib == 0) {
            return Err(fail::xml_detail("hugepage size can't be zero"));
        }
        if self.numa_cells().is_empty() {
            for page in self.memory_backing.huge_pages.iter_mut().flatten() {
                page.nodes.take_if(|nodes| nodes.iter().eq([0]));
            }
        }
        Ok(())
    }

    /// Every node of the guest gets pages of one size.
    pub(super) fn check_huge_pages(&self) -> Result<()> {
        let cells = u32::try_from(self.numa_cells().len()).unwrap_or(u32::MAX);
        let pages = self.memory_backing.huge_pages.as_deref().unwrap_or_default();
        for (i, page) in pages.iter().enumerate() {
            if let Some(node) = page.nodes.iter().flat_map(CpuSet::iter).find(|node| *node >= cells) {
                return Err(fail::xml_detail(format!("hugepages: node {node} not found")));
            }
            for other in &pages[..i] {
                let (size, other_size) = (page.size_kib, other.size_kib);
                match (&page.nodes, &other.nodes) {
                    (None, None) => {
                        let detail = format!("two master hugepages detected: {size} and {other_size}");
                        return Err(fail::xml_detail(detail));
                    }
                    (Some(nodes), Some(others)) if nodes.overlaps(others) => {
                        return Err(fail::xml_detail(format!(
                            "nodeset attribute of hugepages of sizes {size} and {other_size} intersect"
                        )));
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }
}
