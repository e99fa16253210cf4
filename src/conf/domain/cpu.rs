//! `<cpu>`; the guest's NUMA nodes in it have a file of their own.

#![forbid(unsafe_code)]

use super::device::Switch;
use super::fail;
use super::numa::Numa;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, words};

/// Length of a vendor id: what three registers hold.
const VENDOR_ID_LENGTH: usize = 12;

/// `<cpu>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cpu {
    pub mode: CpuMode,
    /// Only counts with a custom model.
    pub matching: Option<CpuMatch>,
    pub check: Option<CpuCheck>,
    /// Whether the host's CPU is shown without what would tie the guest to this host.
    pub migratable: Option<Switch>,
    /// None with the modes that show the host's CPU.
    pub model: Option<String>,
    pub fallback: CpuFallback,
    /// `<model vendor_id=…>`: what the guest reads as its CPU's maker.
    pub vendor_id: Option<String>,
    /// `<vendor>`: whose CPU the host must have.
    pub vendor: Option<String>,
    pub topology: Option<CpuTopology>,
    pub cache: Option<CpuCache>,
    pub max_phys_addr: Option<MaxPhysAddr>,
    pub features: Vec<CpuFeature>,
    pub numa: Option<Numa>,
}

words! {
    /// `<cpu mode=…>`
    #[derive(Default)]
    pub enum CpuMode {
        #[default]
        Custom = "custom",
        HostModel = "host-model",
        HostPassthrough = "host-passthrough",
        Maximum = "maximum",
    }
}

words! {
    /// `<cpu match=…>`
    pub enum CpuMatch {
        Minimum = "minimum",
        Exact = "exact",
        Strict = "strict",
    }
}

words! {
    /// `<cpu check=…>`; "default" is the same as not saying it.
    pub enum CpuCheck {
        Default = "default",
        None = "none",
        Partial = "partial",
        Full = "full",
    }
}

words! {
    /// `<model fallback=…>`
    #[derive(Default)]
    pub enum CpuFallback {
        #[default]
        Allow = "allow",
        Forbid = "forbid",
    }
}

/// `<cpu><topology>`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CpuTopology {
    pub sockets: u32,
    pub dies: u32,
    pub cores: u32,
    pub threads: u32,
}

/// `<cpu><cache>`: what the guest is shown of the host's caches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CpuCache {
    /// 1 to 3
    pub level: Option<u32>,
    pub mode: CpuCacheMode,
}

words! {
    /// `<cache mode=…>`
    pub enum CpuCacheMode {
        Emulate = "emulate",
        Passthrough = "passthrough",
        Disable = "disable",
    }
}

/// `<cpu><maxphysaddr>`: how wide the guest's physical addresses are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaxPhysAddr {
    pub mode: MaxPhysAddrMode,
    pub bits: Option<u32>,
}

words! {
    /// `<maxphysaddr mode=…>`
    pub enum MaxPhysAddrMode {
        Emulate = "emulate",
        Passthrough = "passthrough",
    }
}

/// `<cpu><feature>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CpuFeature {
    pub policy: CpuFeaturePolicy,
    pub name: String,
}

words! {
    /// `<feature policy=…>`
    pub enum CpuFeaturePolicy {
        Force = "force",
        Require = "require",
        Optional = "optional",
        Disable = "disable",
        Forbid = "forbid",
    }
}

impl Cpu {
    /// Gives a QEMU domain what its XML leaves open: QEMU's own default, by name.
    pub(super) fn complete_qemu(&mut self) {
        let check = if self.mode == CpuMode::HostModel { CpuCheck::Partial } else { CpuCheck::None };
        self.check.get_or_insert(check);
        match self.mode {
            CpuMode::Custom => {
                self.matching.get_or_insert(CpuMatch::Exact);
                if self.model.is_none() {
                    self.model = Some("qemu64".to_owned());
                    self.fallback = CpuFallback::Forbid;
                }
            }
            CpuMode::HostPassthrough => {
                self.migratable.get_or_insert(Switch::On);
            }
            CpuMode::HostModel | CpuMode::Maximum => {}
        }
    }

    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let mode = match element.attr("mode") {
            None => CpuMode::Custom,
            Some(text) => text.parse().map_err(|()| cpu_error(format!("Invalid mode attribute '{text}'")))?,
        };
        let mut cpu = Self { mode, ..Self::default() };
        cpu.migratable = element.word("migratable")?;
        if cpu.migratable.is_some() && !matches!(mode, CpuMode::HostPassthrough | CpuMode::Maximum) {
            let detail = "Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode";
            return Err(cpu_error(detail));
        }
        cpu.matching = element.word("match")?.filter(|_| mode == CpuMode::Custom);
        cpu.check = element.word("check")?.filter(|check| *check != CpuCheck::Default);
        if matches!(mode, CpuMode::Custom | CpuMode::HostModel) {
            cpu.parse_model(element)?;
        }
        if let Some(vendor) = element.child_text("vendor") {
            if element.child_text("model").is_none() {
                return Err(bad("CPU vendor specified without CPU model"));
            }
            cpu.vendor = Some(vendor).filter(|_| cpu.model.is_some());
        }
        cpu.topology = element.child("topology").map(CpuTopology::parse).transpose()?;
        cpu.parse_features(element)?;
        cpu.cache = CpuCache::parse(element)?;
        cpu.max_phys_addr = element.child("maxphysaddr").map(MaxPhysAddr::parse).transpose()?;
        cpu.numa = Numa::parse(element)?;
        Ok(cpu)
    }

    fn parse_model(&mut self, element: Element<'_>) -> Result<()> {
        if self.mode == CpuMode::Custom && element.child("model").is_some() {
            self.matching.get_or_insert(CpuMatch::Exact);
        }
        let Some(model) = element.child("model") else { return Ok(()) };
        self.model = Some(model.text()).filter(|name| !name.is_empty());
        if let Some(text) = model.attr("fallback") {
            self.fallback = text.parse().map_err(|()| cpu_error("Invalid fallback attribute"))?;
        }
        let Some(vendor_id) = model.filled("vendor_id") else { return Ok(()) };
        if vendor_id.len() != VENDOR_ID_LENGTH {
            return Err(bad(format!("vendor_id must be exactly {VENDOR_ID_LENGTH} characters long")));
        }
        if vendor_id.contains(',') {
            return Err(bad("vendor id is invalid"));
        }
        self.vendor_id = Some(vendor_id.to_owned());
        Ok(())
    }

    fn parse_features(&mut self, element: Element<'_>) -> Result<()> {
        for feature in element.children_named("feature") {
            if self.mode == CpuMode::Custom && self.model.is_none() {
                return Err(bad("Non-empty feature list specified without CPU model"));
            }
            let feature = CpuFeature::parse(feature)?;
            if self.features.iter().any(|other| other.name == feature.name) {
                return Err(bad(format!("CPU feature '{}' specified more than once", feature.name)));
            }
            self.features.push(feature);
        }
        Ok(())
    }

    pub(super) fn check(&self) -> Result<()> {
        if self.mode == CpuMode::Custom && self.model.is_none() && self.check.is_some() {
            return Err(fail::unsupported("check attribute specified for CPU with no model"));
        }
        Ok(())
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("cpu", |w| {
            if self.mode != CpuMode::Custom || self.model.is_some() {
                w.attr("mode", self.mode);
            }
            if self.mode == CpuMode::Custom && self.model.is_some() {
                w.attr_opt("match", self.matching);
            }
            w.attr_opt("check", self.check);
            w.attr_opt("migratable", self.migratable);
            w.element_unless_empty("model", |w| {
                w.attr_opt("fallback", self.model.as_ref().map(|_| self.fallback));
                w.attr_opt("vendor_id", self.vendor_id.as_ref());
                if let Some(model) = &self.model {
                    w.content(model);
                }
            });
            w.text_opt("vendor", self.vendor.as_ref());
            if let Some(topology) = &self.topology {
                w.element("topology", |w| {
                    w.attr("sockets", topology.sockets);
                    w.attr("dies", topology.dies);
                    w.attr("cores", topology.cores);
                    w.attr("threads", topology.threads);
                });
            }
            if let Some(cache) = &self.cache {
                w.element("cache", |w| {
                    w.attr_opt("level", cache.level);
                    w.attr("mode", cache.mode);
                });
            }
            if let Some(max) = &self.max_phys_addr {
                w.element("maxphysaddr", |w| {
                    w.attr("mode", max.mode);
                    w.attr_opt("bits", max.bits);
                });
            }
            for feature in &self.features {
                w.element("feature", |w| {
                    w.attr("policy", feature.policy);
                    w.attr("name", &feature.name);
                });
            }
            if let Some(numa) = &self.numa {
                numa.format(w);
            }
        });
    }
}

fn cpu_error(detail: impl Into<String>) -> Error {
    fail::unsupported(detail).in_domain(ErrorDomain::VIR_FROM_CPU)
}

fn bad(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_CPU, detail)
}

impl CpuTopology {
    fn parse(element: Element<'_>) -> Result<Self> {
        let topology = Self {
            sockets: element.positive("sockets")?,
            dies: if element.attr("dies").is_some() { element.positive("dies")? } else { 1 },
            cores: element.positive("cores")?,
            threads: element.positive("threads")?,
        };
        if topology.cpus() > u32::MAX.into() {
            return Err(fail::unsupported(format!("cpu topology results in more than {} cpus", u32::MAX)));
        }
        Ok(topology)
    }

    /// How many CPUs the topology has room for.
    pub fn cpus(&self) -> u64 {
        [self.sockets, self.dies, self.cores, self.threads]
            .into_iter()
            .fold(1, |product: u64, n| product.saturating_mul(n.into()))
    }
}

impl CpuCache {
    fn parse(cpu: Element<'_>) -> Result<Option<Self>> {
        let mut elements = cpu.children_named("cache");
        let Some(element) = elements.next() else { return Ok(None) };
        if elements.next().is_some() {
            return Err(bad("at most one CPU cache element may be specified"));
        }
        let level = element.natural("level")?;
        if level.is_some_and(|level| !(1..=3).contains(&level)) {
            return Err(bad("invalid CPU cache level, must be in range [1,3]"));
        }
        Ok(Some(Self { level, mode: element.required_word("mode")? }))
    }
}

impl MaxPhysAddr {
    fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self { mode: element.required_word("mode")?, bits: element.natural("bits")? })
    }
}

impl CpuFeature {
    fn parse(element: Element<'_>) -> Result<Self> {
        let policy = match element.attr("policy") {
            None => CpuFeaturePolicy::Require,
            Some(text) => text.parse().map_err(|()| cpu_error("Invalid CPU feature policy"))?,
        };
        let name = element.filled("name").ok_or_else(|| bad("Invalid CPU feature name"))?;
        Ok(Self { policy, name: name.to_owned() })
    }
}
