//! `<numatune>`: on which NUMA nodes of the host the guest's memory is.

#![forbid(unsafe_code)]

use crate::conf::cpuset::CpuSet;
use crate::conf::domain::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

words! {
    /// Who chooses CPUs or nodes of the host: the definition, or a service at the start.
    pub enum Placement {
        Static = "static",
        Auto = "auto",
    }
}

words! {
    /// `<memory mode=…>`
    pub enum NumaMode {
        Strict = "strict",
        Preferred = "preferred",
        Interleave = "interleave",
        Restrictive = "restrictive",
    }
}

impl NumaMode {
    /// The mode with this number, a `virDomainNumatuneMemMode`.
    pub fn from_number(number: i32) -> Option<Self> {
        [Self::Strict, Self::Preferred, Self::Interleave, Self::Restrictive]
            .into_iter()
            .find(|mode| mode.number() == number)
    }

    /// The `virDomainNumatuneMemMode` of the mode.
    pub fn number(self) -> i32 {
        use crate::abi::virDomainNumatuneMemMode as Number;
        let number = match self {
            Self::Strict => Number::VIR_DOMAIN_NUMATUNE_MEM_STRICT,
            Self::Preferred => Number::VIR_DOMAIN_NUMATUNE_MEM_PREFERRED,
            Self::Interleave => Number::VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE,
            Self::Restrictive => Number::VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE,
        };
        number as i32
    }
}

/// `<numatune>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumaTune {
    pub memory: Option<NumaMemory>,
}

/// `<memory>` in `<numatune>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumaMemory {
    pub mode: NumaMode,
    /// The nodes; `None` if they are chosen at the start.
    pub nodes: Option<CpuSet>,
}

impl NumaTune {
    pub(super) fn parse(domain: Element<'_>, vcpus: Placement) -> Result<Self> {
        let mut numa = Self::default();
        let element = domain.child("numatune");
        let has_memnode = element.is_some_and(|numatune| numatune.child("memnode").is_some());
        let no_cells = || Err(fail::xml("Element 'memnode' is invalid without any guest NUMA cells"));
        let Some(memory) = element.and_then(|numatune| numatune.child("memory")) else {
            if has_memnode {
                return no_cells();
            }
            if vcpus == Placement::Auto {
                numa.set(vcpus, None, Some(Placement::Auto), None)?;
            }
            return Ok(numa);
        };
        let unknown = |what, text| fail::unsupported(format!("Unsupported NUMA memory {what} mode '{text}'"));
        let word = memory.attr("mode");
        let mode = word.map(|text| text.parse().map_err(|()| unknown("tuning", text))).transpose()?;
        let word = memory.attr("placement");
        let placement = word.map(|text| text.parse().map_err(|()| unknown("placement", text))).transpose()?;
        numa.set(vcpus, mode, placement, super::set(memory, "nodeset")?)?;
        if has_memnode {
            return no_cells();
        }
        Ok(numa)
    }

    /// Takes over what is given; `vcpus` says who places the virtual CPUs.
    pub fn set(
        &mut self,
        vcpus: Placement,
        mode: Option<NumaMode>,
        placement: Option<Placement>,
        nodes: Option<CpuSet>,
    ) -> Result<()> {
        if mode.is_none() && placement.is_none() && nodes.is_none() {
            return Ok(());
        }
        let old = self.memory.take();
        let was_auto = old.as_ref().is_some_and(|memory| memory.nodes.is_none());
        let fresh = old.is_none();
        let mode = mode.or(old.as_ref().map(|memory| memory.mode)).unwrap_or(NumaMode::Strict);
        let given = nodes.is_some();
        let nodes = nodes.or(old.and_then(|memory| memory.nodes));
        let placement = placement.unwrap_or(match (given || nodes.is_some(), fresh) {
            (true, _) => Placement::Static,
            (false, true) => vcpus,
            (false, false) if was_auto => Placement::Auto,
            (false, false) => Placement::Static,
        });
        if placement == Placement::Static && nodes.is_none() {
            let detail = "nodeset for NUMA memory tuning must be set if 'placement' is 'static'";
            return Err(fail::unsupported(detail));
        }
        let nodes = nodes.filter(|_| placement == Placement::Static);
        self.memory = Some(NumaMemory { mode, nodes });
        Ok(())
    }

    /// Whether the nodes are chosen at the start.
    pub fn has_auto_placement(&self) -> bool {
        self.memory.as_ref().is_some_and(|memory| memory.nodes.is_none())
    }

    pub(super) fn format(&self, w: &mut Writer) {
        let Some(memory) = &self.memory else { return };
        w.element("numatune", |w| {
            w.element("memory", |w| {
                w.attr("mode", memory.mode);
                match &memory.nodes {
                    Some(nodes) => w.attr("nodeset", nodes),
                    None => w.attr("placement", Placement::Auto),
                }
            });
        });
    }
}
