//! `<controller>`

#![forbid(unsafe_code)]

use super::device::DeviceInfo;
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// `<controller>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controller {
    pub kind: ControllerKind,
    /// Number among the controllers of its kind.
    pub index: u32,
    pub model: Option<ControllerModel>,
    pub info: DeviceInfo,
}

words! {
    /// `<controller type=…>`
    pub enum ControllerKind {
        Ide = "ide",
        Fdc = "fdc",
        Scsi = "scsi",
        Sata = "sata",
        VirtioSerial = "virtio-serial",
        Usb = "usb",
        Pci = "pci",
    }
}

words! {
    /// `<controller model=…>`, of all kinds.
    pub enum ControllerModel {
        PciRoot = "pci-root",
        Lsilogic = "lsilogic",
        VirtioScsi = "virtio-scsi",
        Piix3Uhci = "piix3-uhci",
        Piix4Uhci = "piix4-uhci",
        Ehci = "ehci",
        NecXhci = "nec-xhci",
        QemuXhci = "qemu-xhci",
        /// No controller at all, of USB.
        None = "none",
    }
}

impl ControllerKind {
    /// The models that exist for this kind.
    fn models(self) -> &'static [ControllerModel] {
        use ControllerModel as M;
        match self {
            Self::Pci => &[M::PciRoot],
            Self::Scsi => &[M::Lsilogic, M::VirtioScsi],
            Self::Usb => &[M::Piix3Uhci, M::Piix4Uhci, M::Ehci, M::NecXhci, M::QemuXhci, M::None],
            Self::Ide | Self::Fdc | Self::Sata | Self::VirtioSerial => &[],
        }
    }
}

impl Controller {
    /// A controller as the XML `<controller type=… index=…/>` asks for it.
    pub(super) fn new(kind: ControllerKind, index: u32, model: Option<ControllerModel>) -> Self {
        Self { kind, index, model, info: DeviceInfo::default() }
    }

    /// Reads the element; the index is still open if the XML does not say it.
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<(Self, Option<u32>)> {
        fail::refuse(element, &["master", "driver", "target"], &["ports", "vectors", "maxGrantFrames"])?;
        let kind = match element.attr("type") {
            Some("ccid" | "xenbus" | "isa") => {
                return Err(fail::unsupported(format!(
                    "controller type '{}' is not supported",
                    element.required("type")?
                )));
            }
            _ => element.word("type")?.unwrap_or(ControllerKind::Ide),
        };
        let index = element.number::<u32>("index")?;
        let model = element.filled("model").map(|text| {
            let model = text.parse().ok().filter(|model| kind.models().contains(model));
            model.ok_or_else(|| fail::unsupported(format!("Unknown model type '{text}'")))
        });
        let info = DeviceInfo::parse(element, origin)?;
        Ok((Self { kind, index: index.unwrap_or(0), model: model.transpose()?, info }, index))
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("controller", |w| {
            w.attr("type", self.kind);
            w.attr("index", self.index);
            w.attr_opt("model", self.model);
            self.info.format(w, flags);
        });
    }
}
