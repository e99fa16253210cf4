//! `<numatune>`: on which NUMA nodes of the host the guest's memory is.

#![forbid(unsafe_code)]

use std::str::FromStr;

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
    /// For the whole guest.
    pub memory: Option<NumaMemory>,
    /// For each of the guest's own NUMA cells, by number; `None` where nothing is said.
    pub cells: Vec<Option<NumaCellMemory>>,
}

/// `<memory>` in `<numatune>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumaMemory {
    pub mode: NumaMode,
    /// The nodes; `None` if they are chosen at the start.
    pub nodes: Option<CpuSet>,
}

/// `<memnode>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumaCellMemory {
    pub mode: NumaMode,
    pub nodes: CpuSet,
}

impl NumaTune {
    /// Reads the element inside `<domain>`, whose virtual CPUs `vcpus` places and which has so many NUMA cells.
    pub(super) fn parse(domain: Element<'_>, vcpus: Placement, cells: usize) -> Result<Self> {
        let mut numa = Self::default();
        let element = domain.child("numatune");
        match element.and_then(|numatune| numatune.child("memory")) {
            Some(memory) => {
                let mode = word(memory, "mode", "tuning")?;
                let placement = word(memory, "placement", "placement")?;
                numa.set(vcpus, mode, placement, super::set(memory, "nodeset")?)?;
            }
            None if vcpus == Placement::Auto => numa.set(vcpus, None, Some(vcpus), None)?,
            None => {}
        }
        let mut cell_elements =
            element.into_iter().flat_map(|numatune| numatune.children_named("memnode")).peekable();
        if cell_elements.peek().is_some() {
            if numa.has_auto_placement() {
                let detail = "Per-node binding is not compatible with automatic NUMA placement.";
                return Err(fail::unsupported(detail));
            }
            if cells == 0 {
                return Err(fail::xml("Element 'memnode' is invalid without any guest NUMA cells"));
            }
            numa.cells = vec![None; cells];
            cell_elements.try_for_each(|element| numa.parse_cell(element))?;
        }
        Ok(numa)
    }

    fn parse_cell(&mut self, element: Element<'_>) -> Result<()> {
        let id: u32 = element.required_number("cellid")?;
        let cell = self.cells.get_mut(id as usize).ok_or_else(|| {
            fail::xml("Argument 'cellid' in memnode element must correspond to existing guest's NUMA cell")
        })?;
        if cell.is_some() {
            return Err(fail::xml(format!("Multiple memnode elements with cellid {id}")));
        }
        let mode = element.word("mode")?.unwrap_or(NumaMode::Strict);
        let restrictive = self.memory.as_ref().is_some_and(|memory| memory.mode == NumaMode::Restrictive);
        if restrictive && mode != NumaMode::Restrictive {
            return Err(fail::xml(
                "'restrictive' mode is required in memnode element when mode is 'restrictive' in memory element",
            ));
        }
        let nodes = super::set(element, "nodeset")?
            .ok_or_else(|| fail::xml("Missing required nodeset attribute in memnode element"))?;
        *cell = Some(NumaCellMemory { mode, nodes });
        Ok(())
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
        w.element_unless_empty("numatune", |w| {
            if let Some(memory) = &self.memory {
                w.element("memory", |w| {
                    w.attr("mode", memory.mode);
                    match &memory.nodes {
                        Some(nodes) => w.attr("nodeset", nodes),
                        None => w.attr("placement", Placement::Auto),
                    }
                });
            }
            for (id, cell) in self.cells.iter().enumerate() {
                if let Some(cell) = cell {
                    w.element("memnode", |w| {
                        w.attr("cellid", id);
                        w.attr("mode", cell.mode);
                        w.attr("nodeset", &cell.nodes);
                    });
                }
            }
        });
    }
}

/// An attribute of `<memory>`, which has an error text of its own: `what` it is about.
fn word<T: FromStr>(memory: Element<'_>, name: &str, what: &str) -> Result<Option<T>> {
    let Some(text) = memory.attr(name) else { return Ok(None) };
    let unknown = |_| fail::unsupported(format!("Unsupported NUMA memory {what} mode '{text}'"));
    text.parse().map(Some).map_err(unknown)
}
