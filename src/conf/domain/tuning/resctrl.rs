//! `<cachetune>` and `<memorytune>`: shares of the host's caches and memory bandwidth for groups of virtual CPUs.

#![forbid(unsafe_code)]

use crate::conf::cpuset::CpuSet;
use crate::conf::domain::fail;
use crate::conf::domain::size::{self, KIB};
use crate::error::{Error, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, words};

/// The groups of virtual CPUs, none of which overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resctrl {
    pub groups: Vec<Group>,
}

/// What a group of virtual CPUs gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub vcpus: CpuSet,
    /// By level, type and id.
    pub caches: Vec<Cache>,
    pub nodes: Vec<Node>,
    pub monitors: Vec<Monitor>,
}

/// `<cache>`: a part of one cache of the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cache {
    pub id: u32,
    pub level: u32,
    pub kind: CacheKind,
    pub bytes: u64,
}

words! {
    /// `<cache type=…>`
    pub enum CacheKind {
        Both = "both",
        Code = "code",
        Data = "data",
    }
}

/// `<node>`: a part of one memory controller's bandwidth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    pub id: u32,
    pub percent: u32,
}

/// `<monitor>`: virtual CPUs whose use is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monitor {
    pub vcpus: CpuSet,
    /// Level of the cache; `None` for memory bandwidth.
    pub cache_level: Option<u32>,
}

/// The only level whose use hosts can measure.
const MONITORED_LEVEL: u32 = 3;

impl Resctrl {
    pub(super) fn parse(cputune: Element<'_>, max_vcpus: u16) -> Result<Self> {
        let mut resctrl = Self::default();
        for element in cputune.children_named("cachetune") {
            resctrl.parse_cachetune(element, max_vcpus)?;
        }
        for element in cputune.children_named("memorytune") {
            resctrl.parse_memorytune(element, max_vcpus)?;
        }
        Ok(resctrl)
    }

    fn parse_cachetune(&mut self, element: Element<'_>, max_vcpus: u16) -> Result<()> {
        let vcpus = vcpus(element, max_vcpus)?;
        if vcpus.is_empty() {
            return Ok(());
        }
        if self.group_of(&vcpus)?.is_some() {
            return Err(fail::xml("Identical vcpus in cachetunes found"));
        }
        let mut group = Group { vcpus, caches: Vec::new(), nodes: Vec::new(), monitors: Vec::new() };
        for cache in element.children_named("cache") {
            group.add_cache(Cache::parse(cache)?)?;
        }
        group.parse_monitors(element, max_vcpus)?;
        if !group.caches.is_empty() || !group.monitors.is_empty() {
            self.groups.push(group);
        }
        Ok(())
    }

    fn parse_memorytune(&mut self, element: Element<'_>, max_vcpus: u16) -> Result<()> {
        let vcpus = vcpus(element, max_vcpus)?;
        if vcpus.is_empty() {
            return Ok(());
        }
        let place = self.group_of(&vcpus)?;
        let mut new = Group { vcpus, caches: Vec::new(), nodes: Vec::new(), monitors: Vec::new() };
        let group = place.map_or(&mut new, |place| &mut self.groups[place]);
        for node in element.children_named("node") {
            group.add_node(node)?;
        }
        group.parse_monitors(element, max_vcpus)?;
        if !new.nodes.is_empty() || !new.monitors.is_empty() {
            self.groups.push(new);
        }
        Ok(())
    }

    /// The place of the group with just these virtual CPUs.
    fn group_of(&self, vcpus: &CpuSet) -> Result<Option<usize>> {
        for (place, group) in self.groups.iter().enumerate() {
            if group.vcpus == *vcpus {
                return Ok(Some(place));
            }
            if group.vcpus.overlaps(vcpus) {
                return Err(fail::xml("Overlapping vcpus in resctrls"));
            }
        }
        Ok(None)
    }

    pub(super) fn format(&self, w: &mut Writer) {
        for group in &self.groups {
            group.format(
                w,
                "cachetune",
                |monitor| monitor.cache_level.is_some(),
                |w| {
                    group.caches.iter().for_each(|cache| cache.format(w));
                },
            );
        }
        for group in &self.groups {
            group.format(
                w,
                "memorytune",
                |monitor| monitor.cache_level.is_none(),
                |w| {
                    for node in &group.nodes {
                        w.element("node", |w| {
                            w.attr("id", node.id);
                            w.attr("bandwidth", node.percent);
                        });
                    }
                },
            );
        }
    }
}

/// The virtual CPUs that an element is for; empty if there are none of them.
fn vcpus(element: Element<'_>, max_vcpus: u16) -> Result<CpuSet> {
    let name = element.name();
    let text = element.attr("vcpus").ok_or_else(|| fail::xml(format!("Missing {name} attribute 'vcpus'")))?;
    let set = CpuSet::parse(text)
        .map_err(|_| fail::xml(format!("Invalid {name} attribute 'vcpus' value '{text}'")))?;
    Ok(set.below(max_vcpus.into()))
}

fn resctrl_error(detail: String) -> Error {
    fail::xml(detail).in_domain(ErrorDomain::VIR_FROM_RESCTRL)
}

impl Group {
    fn add_cache(&mut self, new: Cache) -> Result<()> {
        let collides = |old: &Cache| {
            (old.level, old.id) == (new.level, new.id)
                && (old.kind == new.kind || old.kind == CacheKind::Both || new.kind == CacheKind::Both)
        };
        if self.caches.iter().any(collides) {
            return Err(resctrl_error(format!(
                "Colliding cache allocations for cache level '{}' id '{}', type '{}'",
                new.level, new.id, new.kind
            )));
        }
        self.caches.push(new);
        self.caches.sort_by_key(|cache| (cache.level, cache.kind as u8, cache.id));
        Ok(())
    }

    fn add_node(&mut self, element: Element<'_>) -> Result<()> {
        let id = element.required_number("id")?;
        let percent = element.required_number("bandwidth")?;
        if percent > 100 {
            return Err(resctrl_error("Memory Bandwidth value exceeding 100 is invalid.".to_owned()));
        }
        if self.nodes.iter().any(|node| node.id == id) {
            return Err(resctrl_error(format!("Memory Bandwidth already defined for node {id}")));
        }
        self.nodes.push(Node { id, percent });
        self.nodes.sort_by_key(|node| node.id);
        Ok(())
    }

    fn parse_monitors(&mut self, element: Element<'_>, max_vcpus: u16) -> Result<()> {
        for child in element.children_named("monitor") {
            let cache_level = match element.name() {
                "cachetune" => Some(child.required_number("level")?),
                _ => None,
            };
            if let Some(level) = cache_level.filter(|level| *level != MONITORED_LEVEL) {
                return Err(fail::xml(format!("Invalid monitor cache level '{level}'")));
            }
            let monitor = Monitor { vcpus: vcpus(child, max_vcpus)?, cache_level };
            self.check_monitor(&monitor)?;
            self.monitors.push(monitor);
        }
        Ok(())
    }

    fn check_monitor(&self, new: &Monitor) -> Result<()> {
        let fail = |detail| Err(Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, detail));
        if new.vcpus.is_empty() {
            return fail("vcpus is empty");
        }
        if !self.vcpus.covers(&new.vcpus) {
            return fail("Monitor vcpus conflicts with allocation");
        }
        // Whoever has a share may also be measured as a whole.
        let shared = !self.caches.is_empty() || !self.nodes.is_empty();
        let whole = |monitor: &Monitor| shared && monitor.vcpus == self.vcpus;
        for old in self.monitors.iter().filter(|old| old.cache_level == new.cache_level) {
            if old.vcpus == new.vcpus {
                return fail("Identical vcpus found in same type monitors");
            }
            if old.vcpus.overlaps(&new.vcpus) && !whole(old) && !whole(new) {
                return fail("vcpus overlaps in resctrl groups");
            }
        }
        Ok(())
    }

    /// Writes an element for the group unless it would hold nothing.
    fn format(
        &self,
        w: &mut Writer,
        name: &str,
        shown: impl Fn(&Monitor) -> bool,
        body: impl FnOnce(&mut Writer),
    ) {
        let empty = match name {
            "cachetune" => self.caches.is_empty(),
            _ => self.nodes.is_empty(),
        };
        if empty && !self.monitors.iter().any(&shown) {
            return;
        }
        w.element(name, |w| {
            w.attr("vcpus", &self.vcpus);
            body(w);
            for monitor in self.monitors.iter().filter(|monitor| shown(monitor)) {
                w.element("monitor", |w| {
                    w.attr_opt("level", monitor.cache_level);
                    w.attr("vcpus", &monitor.vcpus);
                });
            }
        });
    }
}

impl Cache {
    fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self {
            id: element.required_number("id")?,
            level: element.required_number("level")?,
            kind: element.required_word("type")?,
            bytes: size::attr(element, "size", |size| size.bytes(KIB, u64::MAX))?,
        })
    }

    fn format(&self, w: &mut Writer) {
        let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
        let fits = |power: &u32| self.bytes != 0 && self.bytes.is_multiple_of(1 << (10 * power));
        let power = (0..6).rev().find(fits).unwrap_or(0);
        w.element("cache", |w| {
            w.attr("id", self.id);
            w.attr("level", self.level);
            w.attr("type", self.kind);
            w.attr("size", self.bytes >> (10 * power));
            w.attr("unit", units[power as usize]);
        });
    }
}
