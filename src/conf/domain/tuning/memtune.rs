//! `<memtune>` and `<maxMemory>`

#![forbid(unsafe_code)]

use crate::conf::domain::fail;
use crate::conf::domain::size::{self, KIB};
use crate::error::Result;
use crate::util::xml::{Element, Writer, number};

/// A limit from here on is none: `VIR_DOMAIN_MEMORY_PARAM_UNLIMITED` of libvirt-domain.h.
pub const UNLIMITED_KIB: u64 = 9_007_199_254_740_991;

/// `<memtune>`: limits of what the domain may use of the host's memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemTune {
    pub hard_limit_kib: u64,
    pub soft_limit_kib: u64,
    /// 0 if nothing is guaranteed.
    pub min_guarantee_kib: u64,
    /// Memory and swap together.
    pub swap_hard_limit_kib: u64,
}

impl Default for MemTune {
    fn default() -> Self {
        Self {
            hard_limit_kib: UNLIMITED_KIB,
            soft_limit_kib: UNLIMITED_KIB,
            min_guarantee_kib: 0,
            swap_hard_limit_kib: UNLIMITED_KIB,
        }
    }
}

impl MemTune {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let limit = |name| {
            let place = format!("./memtune/{name}[1]");
            let bytes = size::text(element.child(name), &place, |size| size.bytes(KIB, UNLIMITED_KIB * KIB));
            bytes.map(|bytes| bytes.map_or(UNLIMITED_KIB, |bytes| bytes.div_ceil(KIB)))
        };
        let guarantee = element.child("min_guarantee");
        Ok(Self {
            hard_limit_kib: limit("hard_limit")?,
            soft_limit_kib: limit("soft_limit")?,
            min_guarantee_kib: size::text_kib(guarantee, "./memtune/min_guarantee[1]")?.unwrap_or(0),
            swap_hard_limit_kib: limit("swap_hard_limit")?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("memtune", |w| {
            for (name, kib, shown) in [
                ("hard_limit", self.hard_limit_kib, self.hard_limit_kib < UNLIMITED_KIB),
                ("soft_limit", self.soft_limit_kib, self.soft_limit_kib < UNLIMITED_KIB),
                ("min_guarantee", self.min_guarantee_kib, self.min_guarantee_kib != 0),
                ("swap_hard_limit", self.swap_hard_limit_kib, self.swap_hard_limit_kib < UNLIMITED_KIB),
            ] {
                if shown {
                    size::write_kib(w, name, kib);
                }
            }
        });
    }
}

/// `<maxMemory>`: how far memory can be plugged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaxMemory {
    pub kib: u64,
    /// Places for memory devices.
    pub slots: u32,
}

impl MaxMemory {
    pub(in crate::conf::domain) fn parse(domain: Element<'_>) -> Result<Option<Self>> {
        let Some(element) = domain.child("maxMemory") else { return Ok(None) };
        let kib = size::text_kib(Some(element), "./maxMemory[1]")?.unwrap_or(0);
        let slots = match element.filled("slots") {
            None => 0,
            Some(text) => number(text).ok_or_else(|| fail::xml("Failed to parse memory slot count"))?,
        };
        Ok(Some(Self { kib, slots }).filter(|max| max.kib != 0 || max.slots != 0))
    }

    pub(in crate::conf::domain) fn check(&self, memory_kib: u64) -> Result<()> {
        if self.kib == 0 || self.slots == 0 {
            return Err(fail::xml("both maximum memory size and memory slot count must be specified"));
        }
        if self.kib < memory_kib {
            let detail = "maximum memory size must be equal or greater than the actual memory size";
            return Err(fail::xml(detail));
        }
        Ok(())
    }

    pub(in crate::conf::domain) fn format(&self, w: &mut Writer) {
        w.element("maxMemory", |w| {
            w.attr("slots", self.slots);
            w.attr("unit", "KiB");
            w.content(self.kib);
        });
    }
}
