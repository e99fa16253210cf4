//! Limits of interfaces and disks.

#![forbid(unsafe_code)]

use crate::conf::domain::DomainDef;
use crate::conf::domain::bandwidth::{Bandwidth, Rate};
use crate::conf::domain::disk::Disk;
use crate::conf::domain::interface::{Interface, MacAddress};
use crate::conf::domain::iotune::{BEFORE_GROUP, LIMITS};
use crate::conf::domain::storage::StorageSource;
use crate::drivers::test::FROM;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::typed_param::{TypedKind, TypedParameter, TypedValue};

/// Parameters of an interface, in the original's order.
pub const INTERFACE: [&str; 7] = [
    "inbound.average",
    "inbound.peak",
    "inbound.burst",
    "inbound.floor",
    "outbound.average",
    "outbound.peak",
    "outbound.burst",
];

/// Whether this is the interface with the address, or with the name on the host.
fn is_called(interface: &Interface, device: &str) -> bool {
    match device.parse::<MacAddress>() {
        Ok(mac) => interface.mac == mac,
        Err(()) => interface.target.as_deref() == Some(device),
    }
}

fn unknown_interface(device: &str) -> Error {
    Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, format!("'{device}' is not a known interface"))
}

/// The limits of an interface.
pub fn interface(def: &DomainDef, device: &str) -> Result<Vec<TypedParameter>> {
    let interface = def.devices.interfaces.iter().find(|interface| is_called(interface, device));
    let interface = interface.ok_or_else(|| unknown_interface(device))?;
    let bandwidth = interface.bandwidth.clone().unwrap_or_default();
    let (inbound, outbound) = (bandwidth.inbound.unwrap_or_default(), bandwidth.outbound.unwrap_or_default());
    let values = [
        inbound.average_kib_s,
        inbound.peak_kib_s,
        inbound.burst_kib,
        inbound.floor_kib_s,
        outbound.average_kib_s,
        outbound.peak_kib_s,
        outbound.burst_kib,
    ];
    let param = |(name, value): (&str, u64)| {
        // As the original: what does not fit is cut.
        TypedParameter::new(name, TypedValue::UInt((value & u64::from(u32::MAX)) as u32))
    };
    Ok(INTERFACE.into_iter().zip(values).map(param).collect())
}

/// Changes the limits of an interface. A direction is replaced as a whole by one with an average or a floor, and
/// goes when those are given as 0.
pub fn set_interface(def: &mut DomainDef, device: &str, params: &[TypedParameter]) -> Result<()> {
    let interface = def.devices.interfaces.iter_mut().find(|interface| is_called(interface, device));
    let interface = interface.ok_or_else(|| unknown_interface(device))?;
    let given = |name: &str| {
        params.iter().find(|param| param.field == name).map(|param| u64::from(param.value.uint()))
    };
    let bandwidth = interface.bandwidth.get_or_insert_with(Bandwidth::default);
    for (direction, rate) in [("inbound", &mut bandwidth.inbound), ("outbound", &mut bandwidth.outbound)] {
        let part = |name| given(&format!("{direction}.{name}"));
        let new = Rate {
            average_kib_s: part("average").unwrap_or(0),
            peak_kib_s: part("peak").unwrap_or(0),
            burst_kib: part("burst").unwrap_or(0),
            floor_kib_s: part("floor").unwrap_or(0),
        };
        if new.average_kib_s != 0 || new.floor_kib_s != 0 {
            *rate = Some(new);
        } else if part("average").is_some() || part("floor").is_some() {
            *rate = None;
        }
    }
    Ok(())
}

/// Highest limit of block I/O.
const MAX_LIMIT: u64 = 1_000_000_000_000_000;

const GROUP: &str = "group_name";

/// Parameters of a disk, in the original's order: the name of the group stands between the limits.
pub fn io_tune_params() -> [(&'static str, TypedKind); LIMITS.len() + 1] {
    std::array::from_fn(|place| match place {
        BEFORE_GROUP => (GROUP, TypedKind::String),
        _ => (LIMITS[place - usize::from(place > BEFORE_GROUP)], TypedKind::ULLong),
    })
}

/// Whether this is the disk with the target, or with the source.
fn is_disk(disk: &Disk, name: &str) -> bool {
    disk.target == name
        || name.starts_with('/') && disk.source.as_ref().map(StorageSource::path) == Some(name)
}

/// The limits of a disk.
pub fn io_tune(def: &DomainDef, name: &str) -> Result<Vec<TypedParameter>> {
    let disk = def.devices.disks.iter().find(|disk| is_disk(disk, name));
    let unknown = || Error::invalid_arg(FROM, format!("disk '{name}' was not found in the domain config"));
    let tune = &disk.ok_or_else(unknown)?.iotune;
    let value = |name: &str| match LIMITS.iter().position(|limit| *limit == name) {
        Some(place) => TypedValue::ULLong(tune.limits[place]),
        None => TypedValue::String(tune.group.clone().unwrap_or_default()),
    };
    Ok(io_tune_params().into_iter().map(|(name, _)| TypedParameter::new(name, value(name))).collect())
}

/// Changes the limits of a disk.
pub fn set_io_tune(def: &mut DomainDef, name: &str, params: &[TypedParameter]) -> Result<()> {
    let disk = def.devices.disks.iter_mut().find(|disk| is_disk(disk, name));
    let unknown = || Error::invalid_arg(FROM, format!("missing persistent configuration for disk '{name}'"));
    let disk = disk.ok_or_else(unknown)?;
    let mut tune = disk.iotune.clone();
    for param in params {
        match (&param.value, LIMITS.iter().position(|limit| *limit == param.field)) {
            (TypedValue::ULLong(value), _) if *value > MAX_LIMIT => {
                let detail = format!("block I/O throttle limit value must be no more than {MAX_LIMIT}");
                return Err(Error::new(ErrorCode::VIR_ERR_ARGUMENT_UNSUPPORTED, FROM, detail));
            }
            (TypedValue::ULLong(value), Some(place)) => tune.limits[place] = *value,
            (TypedValue::String(group), _) => tune.group = Some(group.clone()),
            _ => {}
        }
    }
    if let Some(what) = tune.contradiction() {
        let detail = format!("total and read/write of {what} cannot be set at the same time");
        return Err(Error::invalid_arg(FROM, detail));
    }
    // The first six are limits, the next six how far bursts may go beyond.
    if let Some(place) = (0..6).find(|place| tune.limits[*place] > tune.limits[place + 6]) {
        let detail = format!("{} cannot be set higher than {} ", LIMITS[place], LIMITS[place + 6]);
        return Err(Error::invalid_arg(FROM, detail));
    }
    disk.iotune = tune;
    Ok(())
}
