//! `<controller>`

#![forbid(unsafe_code)]

use super::device::DeviceInfo;
use crate::util::xml::words;

/// `<controller>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controller {
    pub kind: ControllerKind,
    /// Number among the controllers of its kind.
    pub index: u32,
    /// Such as "piix3-uhci".
    pub model: Option<String>,
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
