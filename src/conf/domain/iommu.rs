//! `<iommu>` and `<vsock>`.

#![forbid(unsafe_code)]

use std::num::NonZeroU32;

use super::device::{DeviceInfo, Switch, VirtioOptions, YesNo};
use super::disk::DiskModel;
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Attribute, Element, Positive, Writer, attributes, unless_default, words};

/// `<iommu>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Iommu {
    pub model: IommuModel,
    pub driver: IommuDriver,
    pub info: DeviceInfo,
}

words! {
    /// `<iommu model=…>`
    pub enum IommuModel {
        Intel = "intel",
        Smmuv3 = "smmuv3",
        Virtio = "virtio",
    }
}

attributes! {
    /// `<driver>` of an IOMMU
    pub struct IommuDriver {
        intremap: Switch = "intremap",
        caching_mode: Switch = "caching_mode",
        eim: Switch = "eim",
        iotlb: Switch = "iotlb",
        aw_bits: NonZeroU32 = "aw_bits",
    }
}

impl Iommu {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        Ok(Self {
            model: element.required_word("model")?,
            driver: IommuDriver::read_child(element, "driver")?,
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("iommu", |w| {
            w.attr("model", self.model);
            self.driver.write_child(w, "driver");
            self.info.format(w, flags);
        });
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        let model = self.model;
        if model != IommuModel::Intel && !self.driver.is_empty() {
            return Err(fail::xml(format!("iommu model '{model}' doesn't support additional attributes")));
        }
        if model != IommuModel::Virtio && self.info.address.is_some() {
            return Err(fail::xml(format!("iommu model '{model}' can't have address")));
        }
        if self.driver.intremap == Some(Switch::On) {
            return Err(fail::unsupported(
                "IOMMU interrupt remapping requires split I/O APIC (ioapic driver='qemu')",
            ));
        }
        if self.driver.eim == Some(Switch::On) {
            return Err(fail::unsupported("IOMMU eim requires interrupt remapping to be enabled"));
        }
        Ok(())
    }
}

/// `<vsock>`: sockets between guest and host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vsock {
    /// Which form of virtio; the driver's choice if the XML does not say.
    pub model: Option<DiskModel>,
    /// The driver chooses the number at start.
    pub auto: YesNo,
    /// The guest's number.
    pub cid: Option<Positive>,
    pub virtio: VirtioOptions,
    pub info: DeviceInfo,
}

/// The first number that a guest can have; those below are the host's.
const FIRST_GUEST_CID: u32 = 3;

impl Vsock {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let model = unless_default(element, "model")?;
        let (cid, auto) = match element.child("cid") {
            None => (None, None),
            Some(cid) => (Positive::read(cid, "address")?, cid.word("auto")?),
        };
        let default = if cid.is_some() { YesNo::No } else { YesNo::Yes };
        Ok(Self {
            model,
            auto: auto.unwrap_or(default),
            cid,
            virtio: VirtioOptions::read_child(element)?,
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("vsock", |w| {
            w.attr_opt("model", self.model);
            w.element("cid", |w| {
                w.attr("auto", self.auto);
                w.attr_opt("address", self.cid);
            });
            self.virtio.switches.write_child(w, "driver");
            self.info.format(w, flags);
        });
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        if self.model.is_none() {
            self.virtio.check_absent()?;
        }
        match self.cid {
            Some(Positive(cid)) if cid < FIRST_GUEST_CID => {
                Err(fail::unsupported(format!("guest CIDs must be >= {FIRST_GUEST_CID}")))
            }
            _ => Ok(()),
        }
    }
}
