//! CPUs in XML: what a host has, read, and what a guest shall have, written.

#![forbid(unsafe_code)]

use super::{FROM, is_arch};
use crate::error::{Error, ErrorCode, Result};
use crate::util::xml::{Document, Writer, words};

/// A host's `<cpu>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostCpu {
    pub arch: String,
    pub model: String,
    pub vendor: Option<String>,
    /// What it has beside those of its model.
    pub features: Vec<String>,
}

impl HostCpu {
    /// Reads a `<cpu>` document.
    pub fn parse(xml: &str) -> Result<Self> {
        let document = Document::parse(xml, "(CPU_definition)", FROM)?;
        let root =
            document.root("cpu").map_err(|_| xml_error("XML does not contain expected 'cpu' element"))?;
        let unsupported = |detail: String| Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, FROM, detail);
        if root.attr("mode").is_some() {
            return Err(unsupported("Attribute mode is only allowed for guest CPU".to_owned()));
        }
        let arch = root.child_text("arch").ok_or_else(|| xml_error("Missing CPU architecture"))?;
        if !is_arch(&arch) {
            return Err(unsupported(format!("Unknown architecture {arch}")));
        }
        let model = root.child_text("model").ok_or_else(|| xml_error("Missing CPU model name"))?;
        if let Some(topology) = root.child("topology") {
            for part in ["sockets", "cores", "threads"] {
                topology.positive(part)?;
            }
        }
        let mut features: Vec<String> = Vec::new();
        for feature in root.children_named("feature") {
            let name = feature.filled("name").ok_or_else(|| xml_error("Invalid CPU feature name"))?;
            if features.iter().any(|other| other == name) {
                return Err(xml_error(format!("CPU feature '{name}' specified more than once")));
            }
            features.push(name.to_owned());
        }
        Ok(Self { arch, model, vendor: root.child_text("vendor"), features })
    }
}

words! {
    /// `<model fallback=…>`: what happens where the guest cannot have the model.
    pub enum Fallback {
        Allow = "allow",
        Forbid = "forbid",
    }
}

words! {
    /// `<feature policy=…>`
    pub enum Policy {
        Require = "require",
        Disable = "disable",
    }
}

/// A guest's `<cpu>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuestCpu {
    pub model: String,
    pub fallback: Fallback,
    pub vendor: Option<&'static str>,
    pub features: Vec<(&'static str, Policy)>,
}

impl GuestCpu {
    /// A CPU of this model, or a similar one.
    pub fn new(model: &str) -> Self {
        Self { model: model.to_owned(), fallback: Fallback::Allow, vendor: None, features: Vec::new() }
    }

    /// The XML.
    pub fn format(&self) -> String {
        let mut w = Writer::default();
        w.element("cpu", |w| {
            w.attr("mode", "custom");
            w.attr("match", "exact");
            w.element("model", |w| {
                w.attr("fallback", self.fallback);
                w.content(&self.model);
            });
            if let Some(vendor) = self.vendor {
                w.text("vendor", vendor);
            }
            for (name, policy) in &self.features {
                w.element("feature", |w| {
                    w.attr("policy", policy);
                    w.attr("name", name);
                });
            }
        });
        w.finish()
    }
}

fn xml_error(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_ERROR, FROM, detail)
}
