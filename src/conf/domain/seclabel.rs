//! `<seclabel>` of one device: how the host's confinement treats what is behind it.

#![forbid(unsafe_code)]

use super::device::YesNo;
use super::fail;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer};

/// `<seclabel>` inside the `<source>` of a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceSeclabel {
    /// `None` stands for every security model.
    pub model: Option<String>,
    /// Whether the driver may change the label of the source.
    pub relabel: bool,
    pub label: Option<String>,
}

impl DeviceSeclabel {
    /// All labels in `source`.
    pub(super) fn parse_all(source: Element<'_>) -> Result<Vec<Self>> {
        let mut labels: Vec<Self> = Vec::new();
        for element in source.children_named("seclabel") {
            let label = Self::parse(element)?;
            let twin = |other: &Self| label.model.is_some() && other.model == label.model;
            if labels.iter().any(twin) {
                let model = label.model.unwrap_or_default();
                let detail = format!("seclabel for model {model} is already provided");
                return Err(Error::new(ErrorCode::VIR_ERR_XML_DETAIL, ErrorDomain::VIR_FROM_DOMAIN, detail));
            }
            labels.push(label);
        }
        Ok(labels)
    }

    fn parse(element: Element<'_>) -> Result<Self> {
        let model = element.attr("model").map(str::to_owned);
        let relabel = element.word("relabel")?.unwrap_or(YesNo::Yes) == YesNo::Yes;
        let label = element.child_text("label");
        if label.is_some() && !relabel {
            return Err(fail::xml(format!(
                "Cannot specify a label if relabelling is turned off. model={}",
                model.as_deref().unwrap_or("<null>")
            )));
        }
        Ok(Self { model, relabel, label })
    }

    /// One that changes nothing is left out.
    pub(super) fn format(&self, w: &mut Writer) {
        if self.label.is_none() && self.relabel {
            return;
        }
        w.element("seclabel", |w| {
            w.attr_opt("model", self.model.as_ref());
            w.attr("relabel", if self.relabel { YesNo::Yes } else { YesNo::No });
            if let Some(label) = &self.label {
                w.text("label", label);
            }
        });
    }
}
