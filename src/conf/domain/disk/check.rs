//! What a disk must not be, whichever driver it is for.

#![forbid(unsafe_code)]

use super::{Disk, DiskBus, DiskDevice, ErrorPolicy, Sgio, SnapshotLocation, StartupPolicy};
use crate::conf::domain::device::YesNo;
use crate::conf::domain::fail;
use crate::conf::domain::storage::{
    Auth, AuthKind, Encryption, EncryptionFormat, Location, NetworkProtocol, StorageKind,
};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Digits of a world wide name.
const WWN_DIGITS: usize = 16;

/// A world wide name; "0x" may stand before it.
pub(super) fn wwn(text: String) -> Result<String> {
    let digits = text.strip_prefix("0x").unwrap_or(&text);
    if digits.len() == WWN_DIGITS && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        Ok(text)
    } else {
        Err(Error::internal(ErrorDomain::VIR_FROM_NONE, format!("Malformed wwn: {text}")))
    }
}

/// The text of `<vendor>` or `<product>`.
pub(super) fn printable(name: &str, text: String) -> Result<String> {
    if text.bytes().all(|b| b == b' ' || b.is_ascii_graphic()) {
        Ok(text)
    } else {
        Err(fail::xml(format!("disk {name} is not printable string")))
    }
}

impl Disk {
    fn check_source(&self) -> Result<()> {
        if self.device == DiskDevice::Floppy && !self.target.starts_with("fd") && self.bus == DiskBus::Fdc {
            return Err(fail::internal(format!("Invalid floppy device name: {}", self.target)));
        }
        let no_source =
            || Error::new(ErrorCode::VIR_ERR_NO_SOURCE, ErrorDomain::VIR_FROM_DOMAIN, self.target.as_str());
        if self.contents().is_none() && !self.device.is_ejectable() {
            return Err(no_source());
        }
        match self.startup_policy {
            Some(policy) if self.source.as_ref().is_some_and(|s| s.kind() == StorageKind::Network) => Err(
                fail::xml(format!("disk startupPolicy '{policy}' is not allowed for disk of 'network' type")),
            ),
            Some(policy @ StartupPolicy::Requisite) if !self.device.is_ejectable() => {
                Err(fail::xml(format!("disk startupPolicy '{policy}' is allowed only for cdrom or floppy")))
            }
            _ => Ok(()),
        }
    }

    /// What the original notices while it reads.
    pub(super) fn check_once(&self) -> Result<()> {
        for (outside, inside, name) in [
            (self.auth.is_some(), self.source.as_ref().is_some_and(|s| s.auth.is_some()), "auth"),
            (
                self.encryption.is_some(),
                self.source.as_ref().is_some_and(|s| s.encryption.is_some()),
                "encryption",
            ),
        ] {
            if outside && inside {
                let detail = format!("an <{name}> definition already found for disk source");
                return Err(fail::unsupported(detail));
            }
        }
        Ok(())
    }

    /// What the original notices once the definition is complete.
    pub(in crate::conf::domain) fn check(&self) -> Result<()> {
        self.check_source()?;
        self.check_lun()?;
        self.check_bus()?;
        self.check_access()?;
        if let Some(Location::Nvme { namespace: 0, .. }) = self.source.as_ref().map(|s| &s.location) {
            return Err(fail::unsupported("NVMe namespace can't be zero"));
        }
        if self.source.as_ref().is_some_and(|s| s.kind() == StorageKind::VhostUser) {
            self.check_vhost_user()?;
        }
        if self.tray.is_some() && !self.device.is_ejectable() {
            return Err(fail::unsupported("tray is only valid for cdrom and floppy"));
        }
        if self.driver.rerror_policy == Some(ErrorPolicy::Enospace) {
            return Err(fail::unsupported("Invalid disk read error policy: 'enospace'"));
        }
        for (name, text, most) in [("vendor", &self.vendor, 8), ("product", &self.product, 16)] {
            if text.as_ref().is_some_and(|text| text.len() > most) {
                return Err(fail::unsupported(format!("disk {name} is more than {most} characters")));
            }
        }
        Ok(())
    }

    fn check_lun(&self) -> Result<()> {
        let source = self.source.as_ref();
        if self.device != DiskDevice::Lun {
            if self.rawio.is_some() {
                return Err(fail::unsupported("rawio can be used only with device='lun'"));
            }
            if self.sgio.is_some() {
                return Err(fail::unsupported("sgio can be used only with device='lun'"));
            }
            if source.is_some_and(|source| source.reservations.is_some()) {
                return Err(fail::unsupported("<reservations/> allowed only for lun devices"));
            }
            return Ok(());
        }
        if self.sgio == Some(Sgio::Unfiltered) {
            return Err(fail::unsupported("unfiltered sgio is no longer supported"));
        }
        match source.map(|source| &source.location) {
            Some(Location::Block { .. } | Location::Volume(_)) => {}
            Some(Location::Network(network)) if network.protocol == NetworkProtocol::Iscsi => {}
            Some(Location::Network(network)) => {
                return Err(fail::unsupported(format!(
                    "disk device='lun' is not supported for protocol='{}'",
                    network.protocol
                )));
            }
            _ => {
                let detail = "disk device='lun' is only valid for block type disk source";
                return Err(fail::unsupported(detail));
            }
        }
        if source.is_some_and(|source| source.slice.is_some()) {
            return Err(fail::unsupported("disk device 'lun' doesn't support storage slice"));
        }
        Ok(())
    }

    fn check_bus(&self) -> Result<()> {
        if self.bus != DiskBus::Virtio {
            let only = |what: &str| {
                Err(fail::unsupported(format!("disk {what} mode supported only for virtio bus")))
            };
            if self.driver.queues.is_some() {
                let detail = "queues attribute in disk driver element is only supported by virtio-blk";
                return Err(fail::unsupported(detail));
            }
            if self.driver.event_idx.is_some() {
                return only("event_idx");
            }
            if self.driver.ioeventfd.is_some() {
                return only("ioeventfd");
            }
            self.driver.virtio.check_absent()?;
            if let Some(model) = self.model {
                let detail = format!("disk model '{model}' not supported for bus '{}'", self.bus);
                return Err(fail::unsupported(detail));
            }
        }
        if self.removable.is_some() && self.bus != DiskBus::Usb {
            return Err(fail::xml("removable is only valid for usb disks"));
        }
        match (self.device, self.bus) {
            (DiskDevice::Floppy, DiskBus::Fdc) => {}
            (DiskDevice::Floppy, bus) => {
                return Err(fail::internal(format!("Invalid bus type '{bus}' for floppy disk")));
            }
            (_, DiskBus::Fdc) => return Err(fail::internal("Invalid bus type 'fdc' for disk")),
            _ => {}
        }
        let known = ["hd", "sd", "vd", "xvd", "ubd"];
        if self.device == DiskDevice::Disk && !known.iter().any(|prefix| self.target.starts_with(prefix)) {
            return Err(fail::internal(format!("Invalid harddisk device name: {}", self.target)));
        }
        Ok(())
    }

    fn check_access(&self) -> Result<()> {
        let source = self.source.as_ref();
        let auth = self.auth.as_ref().or(source.and_then(|source| source.auth.as_ref()));
        if let (Some(auth), Some(Location::Network(network))) = (auth, source.map(|s| &s.location)) {
            check_auth(auth, network.protocol)?;
        }
        let inside = source.and_then(|source| source.encryption.as_ref());
        if let Some(Encryption { format: EncryptionFormat::Luks, has_cipher: true, .. }) =
            self.encryption.as_ref().or(inside)
        {
            let detail = "supplying <cipher> for domain disk definition is unnecessary";
            return Err(fail::unsupported(detail));
        }
        Ok(())
    }

    /// The process at the other end does all this.
    fn check_vhost_user(&self) -> Result<()> {
        if self.bus != DiskBus::Virtio {
            return Err(fail::unsupported("vhostuser disk supports only virtio bus"));
        }
        if self.snapshot.is_some_and(|snapshot| snapshot != SnapshotLocation::No) {
            return Err(fail::unsupported("only snapshot=no is supported with vhostuser disk"));
        }
        let driver = &self.driver;
        for (name, set) in [
            ("encryption", self.encryption.is_some()),
            ("copy_on_read", driver.copy_on_read.is_some()),
            ("geometry", self.geometry.is_some()),
            ("blockio", !self.block_sizes.is_empty()),
            ("serial", self.serial.is_some()),
            ("wwn", self.wwn.is_some()),
            ("vendor", self.vendor.is_some()),
            ("product", self.product.is_some()),
            ("rawio", self.rawio == Some(YesNo::Yes)),
            ("readonly", self.readonly),
            ("shareable", self.shareable),
            ("transient", self.transient.is_some()),
            ("cache", driver.cache.is_some()),
            ("io", driver.io.is_some()),
            ("error_policy", driver.error_policy.is_some()),
            ("rerror_policy", driver.rerror_policy.is_some()),
            ("discard", driver.discard.is_some()),
            ("iothread", driver.iothread.is_some()),
            ("detect_zeroes", driver.detect_zeroes.is_some()),
        ] {
            if set {
                return Err(fail::unsupported(format!("{name} is not supported with vhostuser disk")));
            }
        }
        Ok(())
    }
}

/// The kind of secret has to be that of the protocol.
fn check_auth(auth: &Auth, protocol: NetworkProtocol) -> Result<()> {
    use NetworkProtocol as Protocol;
    let wanted = match protocol {
        Protocol::Rbd => AuthKind::Ceph,
        Protocol::Iscsi => AuthKind::Iscsi,
        Protocol::Http
        | Protocol::Https
        | Protocol::Ftp
        | Protocol::Ftps
        | Protocol::Tftp
        | Protocol::Ssh => {
            return Ok(());
        }
        other => {
            let detail = format!("authentication is not supported for protocol '{other}'");
            return Err(fail::unsupported(detail));
        }
    };
    if auth.secret_kind != wanted {
        return Err(fail::unsupported(format!("invalid secret type '{}'", auth.secret_kind)));
    }
    Ok(())
}
