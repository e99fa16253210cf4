//! `<seclabel>`: how the host confines the process of a domain, and how it treats what is behind a device.

#![forbid(unsafe_code)]

use super::device::YesNo;
use super::{FormatFlags, Origin, Rules, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// Longest name of a model and longest label, in bytes; what is longer counts as missing.
const MAX_MODEL: usize = 256;
const MAX_LABEL: usize = 4096;

/// The model that stands for no confinement.
const NO_MODEL: &str = "none";

/// `<seclabel>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityLabel {
    /// `None` leaves it to the host; such a label is not shown.
    pub kind: Option<SecurityLabelKind>,
    /// Such as "selinux" or "dac".
    pub model: Option<String>,
    /// Whether the domain's files are labelled at start.
    pub relabel: bool,
    /// The label of the process: chosen by the user if the kind is static, else for the run.
    pub label: Option<String>,
    /// The label of the domain's files; only in a running domain.
    pub image_label: Option<String>,
    /// What dynamic labels are made from.
    pub base_label: Option<String>,
}

words! {
    /// `<seclabel type=…>`
    pub enum SecurityLabelKind {
        None = "none",
        Dynamic = "dynamic",
        Static = "static",
    }
}

/// The labels of `domain`.
pub(super) fn parse(domain: Element<'_>, origin: Origin, rules: Rules) -> Result<Vec<SecurityLabel>> {
    let elements: Vec<_> = domain.children_named("seclabel").collect();
    // As libvirt: a label without model belongs to the host's model. No driver here has one.
    let default_model = (rules == Rules::Qemu && elements.len() == 1).then_some(NO_MODEL);
    let mut labels: Vec<SecurityLabel> = Vec::new();
    for element in elements {
        let label = SecurityLabel::parse(element, origin, default_model)?;
        if labels.iter().any(|other| other.model == label.model) {
            let model = label.model.as_deref().unwrap_or("(null)");
            let detail = format!("seclabel for model {model} is already provided");
            return Err(fail::xml_detail(detail));
        }
        labels.push(label);
    }
    if labels.len() > 1 && labels.iter().any(|label| label.model.is_none()) {
        return Err(fail::xml("missing security model when using multiple labels"));
    }
    Ok(labels)
}

impl SecurityLabel {
    fn parse(element: Element<'_>, origin: Origin, default_model: Option<&str>) -> Result<Self> {
        use SecurityLabelKind as Kind;
        let kind = element.word("type")?;
        let relabel = match (kind, element.word("relabel")?) {
            (Some(Kind::None), Some(YesNo::Yes)) => {
                let detail = "resource relabeling is not compatible with 'none' label type";
                return Err(fail::unsupported(detail));
            }
            (Some(Kind::Dynamic), Some(YesNo::No)) => {
                return Err(fail::unsupported("dynamic label type must use resource relabeling"));
            }
            (_, Some(relabel)) => relabel == YesNo::Yes,
            (kind, None) => !matches!(kind, Some(Kind::None | Kind::Static)),
        };
        let model = element.attr("model").or(default_model).filter(|model| model.len() <= MAX_MODEL);
        let mut label = Self {
            kind,
            model: model.map(str::to_owned),
            relabel,
            label: None,
            image_label: None,
            base_label: None,
        };
        if model == Some(NO_MODEL) {
            label.kind = Some(Kind::None);
            label.relabel = false;
            return Ok(label);
        }
        let text = |name| element.child_text(name).filter(|text| text.len() <= MAX_LABEL);
        if origin == Origin::State || kind == Some(Kind::Static) {
            label.label = text("label");
        }
        if kind == Some(Kind::Static) && label.label.is_none() {
            return Err(fail::xml("security label is missing"));
        }
        if origin == Origin::State {
            label.image_label = text("imagelabel");
        }
        if kind == Some(Kind::Dynamic) {
            label.base_label = text("baselabel");
        }
        Ok(label)
    }

    pub(super) fn format(&self, w: &mut Writer) {
        let Some(kind) = self.kind else { return };
        w.element("seclabel", |w| {
            w.attr("type", kind);
            w.attr_opt("model", self.model.as_ref());
            if kind == SecurityLabelKind::None {
                return;
            }
            w.attr("relabel", if self.relabel { YesNo::Yes } else { YesNo::No });
            w.text_opt("label", self.label.as_ref());
            w.text_opt("imagelabel", self.image_label.as_ref());
            w.text_opt("baselabel", self.base_label.as_ref());
        });
    }
}

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
                return Err(fail::xml_detail(detail));
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

    /// One that changes nothing is left out unless the domain runs.
    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        if flags.inactive && self.label.is_none() && self.relabel {
            return;
        }
        w.element("seclabel", |w| {
            w.attr_opt("model", self.model.as_ref());
            w.attr("relabel", if self.relabel { YesNo::Yes } else { YesNo::No });
            w.text_opt("label", self.label.as_ref());
        });
    }
}
