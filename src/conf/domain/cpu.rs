//! `<cpu>`

#![forbid(unsafe_code)]

use super::device::Switch;
use super::fail;
use crate::error::{Error, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, words};

/// `<cpu>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cpu {
    pub mode: Option<CpuMode>,
    pub matching: Option<CpuMatch>,
    pub check: Option<CpuCheck>,
    /// Whether the host's CPU is shown without what would tie the guest to this host.
    pub migratable: Option<Switch>,
    pub model: Option<CpuModel>,
    pub topology: Option<CpuTopology>,
    pub features: Vec<CpuFeature>,
}

words! {
    /// `<cpu mode=…>`
    pub enum CpuMode {
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
    /// `<cpu check=…>`
    pub enum CpuCheck {
        None = "none",
        Partial = "partial",
        Full = "full",
    }
}

/// `<cpu><model>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CpuModel {
    pub name: String,
    pub fallback: Option<CpuFallback>,
}

words! {
    /// `<model fallback=…>`
    pub enum CpuFallback {
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
    /// What a QEMU domain without `<cpu>` gets: QEMU's own default, by name.
    pub(super) fn qemu_default() -> Self {
        Self {
            mode: Some(CpuMode::Custom),
            matching: Some(CpuMatch::Exact),
            check: Some(CpuCheck::None),
            model: Some(CpuModel { name: "qemu64".to_owned(), fallback: Some(CpuFallback::Forbid) }),
            ..Self::default()
        }
    }

    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        fail::refuse(element, &["vendor", "numa", "cache", "maxphysaddr"], &[])?;
        Ok(Self {
            mode: word(element, "mode", "Invalid mode attribute")?,
            matching: word(element, "match", "Invalid match attribute for CPU specification")?,
            check: word(element, "check", "Invalid check attribute for CPU specification")?,
            migratable: element.word("migratable")?,
            model: element.child("model").map(CpuModel::parse).transpose()?.flatten(),
            topology: element.child("topology").map(CpuTopology::parse).transpose()?,
            features: element.children_named("feature").map(CpuFeature::parse).collect::<Result<_>>()?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("cpu", |w| {
            w.attr_opt("mode", self.mode);
            w.attr_opt("match", self.matching);
            w.attr_opt("check", self.check);
            w.attr_opt("migratable", self.migratable);
            if let Some(model) = &self.model {
                w.element("model", |w| {
                    w.attr_opt("fallback", model.fallback);
                    w.content(&model.name);
                });
            }
            if let Some(topology) = &self.topology {
                w.element("topology", |w| {
                    w.attr("sockets", topology.sockets);
                    w.attr("dies", topology.dies);
                    w.attr("cores", topology.cores);
                    w.attr("threads", topology.threads);
                });
            }
            for feature in &self.features {
                w.element("feature", |w| {
                    w.attr("policy", feature.policy);
                    w.attr("name", &feature.name);
                });
            }
        });
    }
}

/// A word that has an error text of its own.
fn word<T: std::str::FromStr>(element: Element<'_>, name: &str, complaint: &str) -> Result<Option<T>> {
    let invalid = |text: &str| cpu_error(format!("{complaint} '{text}'"));
    element.attr(name).map(|text| text.parse().map_err(|_| invalid(text))).transpose()
}

fn cpu_error(detail: impl Into<String>) -> Error {
    fail::unsupported(detail).in_domain(ErrorDomain::VIR_FROM_CPU)
}

impl CpuModel {
    fn parse(element: Element<'_>) -> Result<Option<Self>> {
        fail::refuse(element, &[], &["vendor_id"])?;
        let name = element.text().trim().to_owned();
        let fallback = match element.attr("fallback") {
            None => CpuFallback::Allow,
            Some(text) => text.parse().map_err(|()| cpu_error("Invalid fallback attribute"))?,
        };
        Ok((!name.is_empty()).then_some(Self { name, fallback: Some(fallback) }))
    }
}

impl CpuTopology {
    fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self {
            sockets: element.positive("sockets")?,
            dies: if element.attr("dies").is_some() { element.positive("dies")? } else { 1 },
            cores: element.positive("cores")?,
            threads: element.positive("threads")?,
        })
    }

    /// How many CPUs the topology has room for.
    pub fn cpus(&self) -> u64 {
        [self.sockets, self.dies, self.cores, self.threads]
            .into_iter()
            .fold(1, |product: u64, n| product.saturating_mul(n.into()))
    }
}

impl CpuFeature {
    fn parse(element: Element<'_>) -> Result<Self> {
        let name = element.filled("name").ok_or_else(|| cpu_error("Invalid CPU feature name"))?;
        Ok(Self {
            policy: word(element, "policy", "Invalid CPU feature policy")?
                .unwrap_or(CpuFeaturePolicy::Require),
            name: name.to_owned(),
        })
    }
}
