//! `<memory>` in `<devices>`: modules of memory.

#![forbid(unsafe_code)]

use super::controller::detail;
use super::device::{DeviceInfo, YesNo};
use super::{FormatFlags, Origin, fail, size};
use crate::error::{Error, ErrorDomain, Result};
use crate::ident::Uuid;
use crate::util::uuid;
use crate::util::xml::{Element, Writer, number, words};

/// `<memory>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoryDevice {
    pub model: MemoryModel,
    /// By which an NVDIMM of a ppc64 guest is known.
    pub uuid: Option<Uuid>,
    /// Whether the host may share it.
    pub access: Option<MemoryAccess>,
    /// Whether the host may forget it when the domain ends.
    pub discard: Option<YesNo>,
    pub source: MemorySource,
    pub target: MemoryTarget,
    pub info: DeviceInfo,
}

words! {
    /// `<memory model=…>`
    pub enum MemoryModel {
        Dimm = "dimm",
        Nvdimm = "nvdimm",
        VirtioPmem = "virtio-pmem",
        VirtioMem = "virtio-mem",
        SgxEpc = "sgx-epc",
    }
}

words! {
    /// `<memory access=…>`
    pub enum MemoryAccess {
        Shared = "shared",
        Private = "private",
    }
}

/// `<source>`: what of the host is behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemorySource {
    pub node_mask: Option<NodeMask>,
    pub page_size_kib: Option<u64>,
    /// File or device with the contents.
    pub path: Option<String>,
    pub align_kib: Option<u64>,
    /// Whether the file is in persistent memory itself.
    pub pmem: bool,
}

/// `<target>`: what the guest sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoryTarget {
    pub size_kib: u64,
    /// NUMA node of the guest.
    pub node: Option<u32>,
    /// Of virtio-mem.
    pub dynamic: Option<DynamicSize>,
    pub label_kib: Option<u64>,
    pub readonly: bool,
}

/// Memory of which the guest has as much as is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DynamicSize {
    pub block_kib: u64,
    pub requested_kib: u64,
    /// What the guest has; only in a running domain.
    pub current_kib: u64,
}

/// Nodes of the host, in ascending order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeMask(Vec<u32>);

/// Smallest label of an NVDIMM (ACPI).
const MIN_LABEL_KIB: u64 = 128;
/// Size of a huge page on x86, the least that virtio-mem moves.
const MIN_BLOCK_KIB: u64 = 2048;
/// Most nodes that a mask names.
const MAX_NODES: u32 = 1024;

impl NodeMask {
    /// "0,2-4,^3"
    fn parse(text: &str) -> Result<Self> {
        let bad = || {
            let detail = format!("Failed to parse bitmap '{text}'");
            Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, detail)
        };
        let mut nodes = Vec::new();
        for part in text.split(',') {
            let node = |text: &str| number::<u32>(text).filter(|node| *node < MAX_NODES).ok_or_else(bad);
            if let Some(excluded) = part.strip_prefix('^') {
                let excluded = node(excluded)?;
                nodes.retain(|node| *node != excluded);
            } else if let Some((first, last)) = part.split_once('-') {
                nodes.extend(node(first)?..=node(last)?);
            } else {
                nodes.push(node(part)?);
            }
        }
        nodes.sort_unstable();
        nodes.dedup();
        Ok(Self(nodes))
    }
}

impl std::fmt::Display for NodeMask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, run) in self.0.chunk_by(|a, b| a + 1 == *b).enumerate() {
            let comma = if i == 0 { "" } else { "," };
            match run {
                [first, .., last] => write!(f, "{comma}{first}-{last}")?,
                [only] => write!(f, "{comma}{only}")?,
                [] => {}
            }
        }
        Ok(())
    }
}

impl MemoryDevice {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let model = element.required_word("model")?;
        let access = element.word("access")?;
        let discard = element.word("discard")?;
        let source = match element.child("source") {
            Some(source) => MemorySource::parse(source, model)?,
            None => MemorySource::default(),
        };
        let target = element
            .child("target")
            .ok_or_else(|| fail::xml("missing <target> element for <memory> device"))?;
        let target = MemoryTarget::parse(target, model, origin)?;
        let access = match model {
            MemoryModel::VirtioPmem => access.or(Some(MemoryAccess::Shared)),
            _ => access,
        };
        let uuid = element.child_text("uuid").filter(|_| model == MemoryModel::Nvdimm);
        let read = |text: String| uuid::parse(&text).ok_or_else(|| fail::internal("malformed uuid element"));
        let uuid = uuid.map(read).transpose()?;
        let info = DeviceInfo::parse(element, origin)?;
        Ok(Self { model, uuid, access, discard, source, target, info })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("memory", |w| {
            w.attr("model", self.model);
            w.attr_opt("access", self.access);
            w.attr_opt("discard", self.discard);
            if let Some(uuid) = &self.uuid {
                w.text("uuid", uuid);
            }
            self.source.format(w);
            self.target.format(w, flags);
            self.info.format(w, flags);
        });
    }

    /// What the original notices once the definition is complete.
    /// `cells` is how many NUMA nodes the guest has, `ppc` whether it is a ppc64 machine.
    pub(super) fn check(&self, cells: usize, ppc: bool) -> Result<()> {
        let model = self.model;
        let needs_path = matches!(model, MemoryModel::Nvdimm | MemoryModel::VirtioPmem);
        if needs_path && self.source.path.is_none() {
            return Err(detail(&format!("path is required for model '{model}'")));
        }
        match model {
            MemoryModel::Nvdimm if self.discard == Some(YesNo::Yes) => {
                return Err(fail::unsupported("discard is not supported for nvdimms"));
            }
            MemoryModel::Nvdimm if ppc && self.target.label_kib.is_none() => {
                return Err(fail::unsupported("label size is required for NVDIMM device"));
            }
            MemoryModel::Nvdimm if !ppc && self.uuid.is_some() => {
                return Err(fail::unsupported("UUID is not supported for NVDIMM device"));
            }
            MemoryModel::VirtioPmem if self.discard == Some(YesNo::Yes) => {
                return Err(fail::unsupported(format!("discard is not supported for model '{model}'")));
            }
            MemoryModel::VirtioPmem if self.access == Some(MemoryAccess::Private) => {
                return Err(fail::unsupported("shared access mode required for virtio-pmem device"));
            }
            _ => {}
        }
        match self.target.node {
            Some(_) if cells == 0 => {
                return Err(detail("can't add memory backend as guest has no NUMA nodes configured"));
            }
            Some(node) if node as usize >= cells => {
                return Err(detail(&format!(
                    "can't add memory backend for guest node '{node}' as the guest has only '{cells}' NUMA nodes configured"
                )));
            }
            _ => {}
        }
        match self.target.dynamic {
            Some(dynamic) => dynamic.check(self.target.size_kib),
            None => Ok(()),
        }
    }
}

impl MemorySource {
    fn parse(element: Element<'_>, model: MemoryModel) -> Result<Self> {
        use MemoryModel as M;
        let text = |name, models: &[M]| element.child_text(name).filter(|_| models.contains(&model));
        let mask = text("nodemask", &[M::Dimm, M::VirtioMem, M::SgxEpc]);
        let kib = |name, models: &[M]| {
            let child = element.child(name).filter(|_| models.contains(&model));
            Ok::<_, Error>(size::text_kib(child, &format!("./{name}"))?.filter(|kib| *kib > 0))
        };
        Ok(Self {
            page_size_kib: kib("pagesize", &[M::Dimm, M::VirtioMem])?,
            node_mask: mask.as_deref().map(NodeMask::parse).transpose()?,
            path: text("path", &[M::Nvdimm, M::VirtioPmem]),
            align_kib: kib("alignsize", &[M::Nvdimm])?,
            pmem: model == M::Nvdimm && element.child("pmem").is_some(),
        })
    }

    fn format(&self, w: &mut Writer) {
        w.element_unless_empty("source", |w| {
            if let Some(mask) = &self.node_mask {
                w.text("nodemask", mask);
            }
            write_kib(w, "pagesize", self.page_size_kib);
            if let Some(path) = &self.path {
                w.text("path", path);
            }
            write_kib(w, "alignsize", self.align_kib);
            if self.pmem {
                w.empty("pmem");
            }
        });
    }
}

/// An element with a size, unless there is none.
fn write_kib(w: &mut Writer, name: &str, kib: Option<u64>) {
    if let Some(kib) = kib {
        size::write_kib(w, name, kib);
    }
}

impl MemoryTarget {
    fn parse(element: Element<'_>, model: MemoryModel, origin: Origin) -> Result<Self> {
        let node = element
            .child_text("node")
            .map(|text| number(&text).ok_or_else(|| fail::xml("invalid value of memory device node")));
        let node = node.transpose()?;
        let place = "./size";
        let size_kib = size::text_kib(element.child("size"), place)?.ok_or_else(|| size::missing(place))?;
        let is_nvdimm = model == MemoryModel::Nvdimm;
        let label_kib = match element.child("label") {
            Some(label) if is_nvdimm => size::text_kib(label.child("size"), place)?.filter(|kib| *kib > 0),
            _ => None,
        };
        match label_kib {
            Some(label) if label < MIN_LABEL_KIB => {
                return Err(fail::xml("nvdimm label must be at least 128KiB"));
            }
            Some(label) if label >= size_kib => {
                return Err(fail::xml("label size must be smaller than NVDIMM size"));
            }
            _ => {}
        }
        Ok(Self {
            size_kib,
            node,
            dynamic: match model {
                MemoryModel::VirtioMem => Some(DynamicSize::parse(element, origin)?),
                _ => None,
            },
            label_kib,
            readonly: is_nvdimm && element.child("readonly").is_some(),
        })
    }

    fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("target", |w| {
            write_kib(w, "size", Some(self.size_kib));
            if let Some(node) = self.node {
                w.text("node", node);
            }
            if let Some(label) = self.label_kib {
                w.element("label", |w| write_kib(w, "size", Some(label)));
            }
            if self.readonly {
                w.empty("readonly");
            }
            if let Some(dynamic) = self.dynamic {
                write_kib(w, "block", Some(dynamic.block_kib));
                write_kib(w, "requested", Some(dynamic.requested_kib));
                write_kib(w, "current", (!flags.inactive).then_some(dynamic.current_kib));
            }
        });
    }
}

impl DynamicSize {
    fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let kib = |name| {
            let kib = size::text_kib(element.child(name), &format!("./{name}"))?;
            Ok::<_, Error>(kib.unwrap_or(0))
        };
        Ok(Self {
            block_kib: kib("block")?,
            requested_kib: kib("requested")?,
            current_kib: if origin == Origin::State { kib("current")? } else { 0 },
        })
    }

    fn check(&self, size_kib: u64) -> Result<()> {
        if !self.block_kib.is_power_of_two() {
            return Err(detail("block size must be a power of two"));
        }
        if self.block_kib < MIN_BLOCK_KIB {
            return Err(detail(&format!("block size too small, must be at least {MIN_BLOCK_KIB}KiB")));
        }
        if !self.requested_kib.is_multiple_of(self.block_kib) {
            return Err(detail("requested size must be an integer multiple of block size"));
        }
        if self.requested_kib > size_kib {
            return Err(detail(&format!(
                "requested size must be smaller than or equal to @size ({size_kib}KiB)"
            )));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_masks_are_written_as_ranges() {
        for (text, expected) in
            [("0", "0"), ("1-3", "1-3"), ("3,1,2", "1-3"), ("0-5,^2", "0-1,3-5"), ("4,0,2", "0,2,4")]
        {
            assert_eq!(NodeMask::parse(text).map(|mask| mask.to_string()).ok().as_deref(), Some(expected));
        }
        for text in ["", "x", "1-", "-1", "^", "4000000000"] {
            assert!(NodeMask::parse(text).is_err(), "{text:?}");
        }
    }
}
