//! What is inside of disks.

#![forbid(unsafe_code)]

use super::devices::virtio;
use super::{attributes, elements, value};
use crate::conf::domain::device::YesNo;
use crate::conf::domain::disk::{Backing, Disk, DiskBus, DiskDriver, DiskFormat};
use crate::conf::domain::storage::{
    Location, NetworkHost, NetworkProtocol, NetworkSource, StorageKind, StorageSource,
};
use crate::error::Result;

/// Refuses what the driver cannot do.
pub fn check(disk: &Disk) -> Result<()> {
    use DiskBus as Bus;
    value("disk bus", disk.bus, &[Bus::Ide, Bus::Fdc, Bus::Scsi, Bus::Virtio, Bus::Usb, Bus::Sata])?;
    attributes(
        "disk",
        &[
            ("model", disk.model.is_some()),
            ("rawio", disk.rawio.is_some()),
            ("sgio", disk.sgio.is_some()),
            ("snapshot", disk.snapshot.is_some()),
        ],
    )?;
    elements(
        "disk",
        &[
            ("auth", disk.auth.is_some()),
            ("encryption", disk.encryption.is_some()),
            ("backingStore", matches!(disk.backing, Some(Backing::Image(_)))),
            ("geometry", disk.geometry.is_some()),
            ("blockio", !disk.block_sizes.is_empty()),
            ("transient", disk.transient.is_some()),
            ("wwn", disk.wwn.is_some()),
            ("vendor", disk.vendor.is_some()),
            ("product", disk.product.is_some()),
        ],
    )?;
    attributes("target", &[("rotation_rate", disk.rotation_rate.is_some())])?;
    attributes("source", &[("startupPolicy", disk.startup_policy.is_some())])?;
    driver(&disk.driver)?;
    disk.source.iter().try_for_each(source)
}

fn driver(driver: &DiskDriver) -> Result<()> {
    use DiskFormat as Format;
    if let Some(format) = driver.format {
        value(
            "disk format",
            format,
            &[
                Format::Raw,
                Format::Bochs,
                Format::Cloop,
                Format::Dmg,
                Format::Iso,
                Format::Vpc,
                Format::Vdi,
                Format::Qcow,
                Format::Qcow2,
                Format::Qed,
                Format::Vmdk,
            ],
        )?;
    }
    elements("driver", &[("metadata_cache", driver.metadata_cache.max_size_bytes.is_some())])?;
    attributes(
        "driver",
        &[
            ("ioeventfd", driver.ioeventfd.is_some()),
            ("event_idx", driver.event_idx.is_some()),
            ("copy_on_read", driver.copy_on_read.is_some()),
            ("iothread", driver.iothread.is_some()),
            ("detect_zeroes", driver.detect_zeroes.is_some()),
            ("queues", driver.queues.is_some()),
            ("queue_size", driver.queue_size.is_some()),
        ],
    )?;
    virtio(&driver.virtio)
}

fn source(source: &StorageSource) -> Result<()> {
    use StorageKind as Kind;
    value("disk type", source.kind(), &[Kind::File, Kind::Block, Kind::Network])?;
    elements(
        "source",
        &[
            ("auth", source.auth.is_some()),
            ("encryption", source.encryption.is_some()),
            ("reservations", source.reservations.is_some()),
            ("slices", source.slice.is_some()),
        ],
    )?;
    match &source.location {
        Location::Network(network) => nbd(network),
        _ => Ok(()),
    }
}

fn nbd(network: &NetworkSource) -> Result<()> {
    value("disk protocol", network.protocol, &[NetworkProtocol::Nbd])?;
    attributes(
        "source",
        &[
            ("tls", network.tls == Some(YesNo::Yes)),
            ("tlsHostname", network.tls_hostname.is_some()),
            ("query", network.query.is_some()),
        ],
    )?;
    elements(
        "source",
        &[
            ("snapshot", network.snapshot.is_some()),
            ("config", network.config.is_some()),
            ("initiator", network.initiator.is_some()),
        ],
    )?;
    match &network.hosts[..] {
        [] | [NetworkHost::Tcp { .. } | NetworkHost::Unix { .. }] => Ok(()),
        [_] => Err(super::unsupported("transport 'rdma' is not supported")),
        _ => Err(super::unsupported("nbd protocol accepts only one host")),
    }
}
