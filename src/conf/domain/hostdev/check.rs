//! What host devices must not be: twice in a domain, or somewhere where they do not fit.

#![forbid(unsafe_code)]

use super::{Hostdev, HostdevSource, MdevModel, ScsiHostSource};
use crate::conf::domain::address::{Address, AddressKind};
use crate::conf::domain::disk::Sgio;
use crate::conf::domain::fail;
use crate::error::Result;

impl Hostdev {
    /// What the original notices once the definition is complete.
    pub(in crate::conf::domain) fn check(&self) -> Result<()> {
        let address = self.info.address.as_ref();
        let only = |kinds: &[AddressKind]| address.is_none_or(|address| kinds.contains(&address.kind()));
        match &self.source {
            HostdevSource::Usb(_) if !only(&[AddressKind::Usb]) => {
                return Err(fail::unsupported("USB host device must use 'usb' address type"));
            }
            HostdevSource::Pci { .. } if !only(&[AddressKind::Pci, AddressKind::Unassigned]) => {
                return Err(fail::internal("PCI host devices must use 'pci' or 'unassigned' address type"));
            }
            HostdevSource::Scsi(_) if !only(&[AddressKind::Drive]) => {
                return Err(fail::unsupported("SCSI host device must use 'drive' address type"));
            }
            HostdevSource::Scsi(scsi) if scsi.sgio == Some(Sgio::Unfiltered) => {
                return Err(fail::unsupported("unfiltered sgio is no longer supported"));
            }
            HostdevSource::ScsiHost { .. } if !only(&[AddressKind::Pci, AddressKind::Ccw]) => {
                return Err(fail::unsupported("SCSI_host host device must use 'pci' or 'ccw' address type"));
            }
            _ => {}
        }
        match &self.teaming {
            Some(_) if !matches!(self.source, HostdevSource::Pci { .. }) => {
                Err(fail::unsupported("teaming is only supported for pci hostdev devices"))
            }
            Some(teaming) => teaming.check_of_hostdev(),
            None => Ok(()),
        }
    }

    /// A mediated device has the address that its model wants.
    pub(in crate::conf::domain) fn check_mdev(&self) -> Result<()> {
        let HostdevSource::Mdev { model, .. } = self.source else { return Ok(()) };
        let wanted = match model {
            MdevModel::VfioPci => AddressKind::Pci,
            MdevModel::VfioCcw => AddressKind::Ccw,
            MdevModel::VfioAp => return Ok(()),
        };
        match self.info.address.as_ref().map(Address::kind) {
            Some(kind) if kind != wanted => Err(fail::xml(format!(
                "Unsupported address type '{kind}' with mediated device model '{model}'"
            ))),
            _ => Ok(()),
        }
    }
}

impl HostdevSource {
    /// Whether both are the same device of the host.
    pub(in crate::conf::domain) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Usb(a), Self::Usb(b)) => a.may_be(b),
            (Self::Pci { address: a, .. }, Self::Pci { address: b, .. }) => a == b,
            (Self::Scsi(a), Self::Scsi(b)) => a.source.is_same(&b.source),
            (Self::ScsiHost { wwpn: a, .. }, Self::ScsiHost { wwpn: b, .. }) => a == b,
            (Self::Mdev { uuid: a, .. }, Self::Mdev { uuid: b, .. }) => a == b,
            (Self::Storage { block: a }, Self::Storage { block: b })
            | (Self::Misc { character: a }, Self::Misc { character: b })
            | (Self::Net { interface: a, .. }, Self::Net { interface: b, .. }) => a == b,
            _ => false,
        }
    }
}

impl ScsiHostSource {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Iscsi { name: a, host: h, .. }, Self::Iscsi { name: b, host: g, .. }) => (a, h) == (b, g),
            _ => self == other,
        }
    }
}
