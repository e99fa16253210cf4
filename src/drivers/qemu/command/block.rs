//! Disks: the two nodes of their contents and the device that the guest sees.

#![forbid(unsafe_code)]

use super::args::{Args, Json};
use super::machine::disk_boot_index;
use super::peripherals::controller_alias;
use super::unsupported;
use crate::conf::domain::DomainDef;
use crate::conf::domain::address::DriveAddress;
use crate::conf::domain::controller::{ControllerKind, ControllerModel};
use crate::conf::domain::device::Switch;
use crate::conf::domain::disk::{Disk, DiskBus, DiskCache, DiskDevice, DiskFormat, ErrorPolicy};
use crate::conf::domain::storage::{Location, NetworkHost, StorageSource};
use crate::error::{Error, ErrorDomain, Result};

pub(super) fn disks(args: &mut Args, def: &DomainDef) -> Result<()> {
    for (position, disk) in def.devices.disks.iter().enumerate() {
        let boot_index = disk_boot_index(def, position);
        if disk.bus == DiskBus::Fdc
            && let Some(index) = boot_index
        {
            let unit = if drive(disk).unit == 0 { 'A' } else { 'B' };
            args.option("-global", format!("isa-fdc.bootindex{unit}={index}"));
        }
        if let (Some(source), Some(storage), Some(format)) =
            (disk.contents(), disk.storage_node(), disk.format_node())
        {
            args.json("-blockdev", storage_node(disk, source, &storage)?);
            args.json("-blockdev", format_node(disk, &storage, &format));
        }
        args.device(device(def, disk, boot_index)?);
    }
    Ok(())
}

fn storage_node(disk: &Disk, source: &StorageSource, node: &str) -> Result<Json> {
    let driver = match &source.location {
        Location::File { path } => Json::driver("file").with("filename", path),
        Location::Block { path } => Json::driver("host_device").with("filename", path),
        Location::Network(nbd) => {
            let [host] = &nbd.hosts[..] else {
                let detail = "nbd protocol accepts only one host";
                return Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, detail));
            };
            Json::driver("nbd").with_object("server", server(host)?).with_opt("export", nbd.name.as_ref())
        }
        _ => return Err(unsupported(format!("disk type '{}' is not supported", source.kind()))),
    };
    let driver = driver.with_opt("aio", disk.driver.io.map(|io| io.as_str()));
    Ok(with_cache(driver.with("node-name", node), disk).with("auto-read-only", true).with("discard", "unmap"))
}

fn server(host: &NetworkHost) -> Result<Json> {
    match host {
        NetworkHost::Unix { socket } => Ok(Json::new().with("type", "unix").with("path", socket)),
        NetworkHost::Tcp { name, port } => {
            Ok(Json::new().with("type", "inet").with("host", name).with("port", port.to_string()))
        }
        NetworkHost::Rdma { .. } => Err(unsupported("transport 'rdma' is not supported for nbd")),
    }
}

fn format_node(disk: &Disk, storage: &str, node: &str) -> Json {
    let format = disk.driver.format.unwrap_or(DiskFormat::Raw);
    let driver = match format {
        DiskFormat::Iso => DiskFormat::Raw,
        other => other,
    };
    let properties = Json::new()
        .with("node-name", node)
        .with("read-only", disk.readonly)
        .with_opt("discard", disk.driver.discard.map(|discard| discard.as_str()));
    with_cache(properties, disk).with("driver", driver.as_str()).with("file", storage)
}

fn with_cache(properties: Json, disk: &Disk) -> Json {
    let Some(cache) = disk.driver.cache else { return properties };
    let direct = matches!(cache, DiskCache::None | DiskCache::Directsync);
    let cache = Json::new().with("direct", direct).with("no-flush", cache == DiskCache::Unsafe);
    properties.with_object("cache", cache)
}

fn drive(disk: &Disk) -> DriveAddress {
    disk.info.drive().unwrap_or_default()
}

fn device(def: &DomainDef, disk: &Disk, boot_index: Option<u32>) -> Result<Json> {
    let address = drive(disk);
    let alias = |kind| controller_alias(def, kind, address.controller);
    let is_cdrom = disk.device == DiskDevice::Cdrom;
    let device = match disk.bus {
        DiskBus::Ide => Json::driver(if is_cdrom { "ide-cd" } else { "ide-hd" })
            .with("bus", format!("ide.{}", address.bus))
            .with("unit", address.unit),
        DiskBus::Sata => Json::driver(if is_cdrom { "ide-cd" } else { "ide-hd" })
            .with("bus", format!("{}.{}", alias(ControllerKind::Sata), address.unit)),
        DiskBus::Fdc => Json::driver("floppy").with("unit", address.unit),
        DiskBus::Scsi => scsi(def, disk, &alias(ControllerKind::Scsi)),
        DiskBus::Virtio => Json::driver("virtio-blk-pci"),
        DiskBus::Usb => Json::driver("usb-storage"),
        bus => return Err(unsupported(format!("disk bus '{bus}' is not supported"))),
    };
    let source = &disk.driver;
    let device = device
        .with_place(&disk.info, |bus| controller_alias(def, ControllerKind::Usb, bus))
        .with_opt("share-rw", disk.shareable.then_some(true))
        .with_opt("drive", disk.format_node())
        .with_id(&disk.info)
        .with_opt("bootindex", boot_index.filter(|_| disk.bus != DiskBus::Fdc))
        .with_opt("removable", (disk.bus == DiskBus::Usb).then_some(disk.removable == Some(Switch::On)));
    let device = if disk.bus == DiskBus::Fdc || is_cdrom {
        device
    } else {
        device.with_opt("write-cache", source.cache.map(|cache| write_cache(cache).as_str()))
    };
    Ok(device
        .with_opt("serial", disk.serial.as_ref())
        .with_opt("werror", source.error_policy.map(policy))
        .with_opt("rerror", source.rerror_policy.or(source.error_policy).filter(can_read).map(policy)))
}

fn scsi(def: &DomainDef, disk: &Disk, controller: &str) -> Json {
    let address = drive(disk);
    let driver = match disk.device {
        DiskDevice::Cdrom => "scsi-cd",
        DiskDevice::Lun => "scsi-block",
        DiskDevice::Disk | DiskDevice::Floppy => "scsi-hd",
    };
    let is_wide = def.devices.controllers.iter().any(|c| {
        c.kind == ControllerKind::Scsi
            && c.index == address.controller
            && c.model == Some(ControllerModel::VirtioScsi)
    });
    let device = Json::driver(driver).with("bus", format!("{controller}.{}", address.bus));
    let device = if is_wide {
        device.with("channel", 0).with("scsi-id", address.target).with("lun", address.unit)
    } else {
        device.with("scsi-id", address.unit)
    };
    // As libvirt: a name that stays the same for the guest when QEMU's own names change.
    let name = || disk.info.alias.as_ref().map(|alias| format!("drive-{alias}"));
    let name = if disk.device == DiskDevice::Lun { None } else { disk.serial.clone().or_else(name) };
    device.with_opt("device_id", name)
}

/// Whether the guest sees a cache that it has to flush.
fn write_cache(cache: DiskCache) -> Switch {
    match cache {
        DiskCache::None | DiskCache::Writeback | DiskCache::Unsafe => Switch::On,
        DiskCache::Writethrough | DiskCache::Directsync => Switch::Off,
    }
}

/// Whether reading knows the policy.
fn can_read(policy: &ErrorPolicy) -> bool {
    *policy != ErrorPolicy::Enospace
}

/// QEMU's word.
fn policy(policy: ErrorPolicy) -> &'static str {
    match policy {
        ErrorPolicy::Enospace => "enospc",
        other => other.as_str(),
    }
}
