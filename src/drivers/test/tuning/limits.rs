//! NUMA placement, the scheduler, block I/O, perf events.

#![forbid(unsafe_code)]

use crate::conf::cpuset::CpuSet;
use crate::conf::domain::DomainDef;
use crate::conf::domain::device::YesNo;
use crate::conf::domain::tuning::blkiotune::BlkioDevice;
use crate::conf::domain::tuning::numatune::NumaMode;
use crate::conf::domain::tuning::perf::EVENTS;
use crate::domain::impact;
use crate::drivers::test::FROM;
use crate::drivers::test::guest::Guest;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::typed_param::{TypedKind, TypedParameter, TypedValue, validate};
use crate::util::xml::number;

const MODE: &str = "numa_mode";
const NODESET: &str = "numa_nodeset";

/// Parameters of the NUMA placement.
pub const NUMA: [(&str, TypedKind); 2] = [(MODE, TypedKind::Int), (NODESET, TypedKind::String)];

/// The NUMA placement.
pub fn numa(def: &DomainDef) -> Vec<TypedParameter> {
    let memory = def.tuning.numa.memory.as_ref();
    let mode = memory.map_or(NumaMode::Strict, |memory| memory.mode);
    let nodes = memory.and_then(|memory| memory.nodes.as_ref());
    vec![
        TypedParameter::new(MODE, TypedValue::Int(mode.number())),
        TypedParameter::new(NODESET, TypedValue::String(nodes.map(CpuSet::to_string).unwrap_or_default())),
    ]
}

/// Changes the NUMA placement.
pub fn set_numa(guest: &mut Guest, params: &[TypedParameter], flags: u32) -> Result<()> {
    let live = guest.is_active() && flags & impact::CONFIG == 0;
    let tuning = &mut guest.one_def_mut(flags)?.tuning;
    let invalid = |detail| Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, detail));
    let (mut mode, mut nodes) = (None, None);
    for param in params {
        match &param.value {
            TypedValue::Int(number) => {
                let known = NumaMode::from_number(*number);
                mode = Some(known.ok_or_else(|| {
                    Error::invalid_arg(FROM, format!("unsupported numatune mode: '{number}'"))
                })?);
            }
            TypedValue::String(text) => {
                let set = CpuSet::parse(text)?;
                if set.is_empty() {
                    return invalid(format!("Invalid nodeset of 'numatune': {text}"));
                }
                nodes = Some(set);
            }
            _ => {}
        }
    }
    let present = tuning.numa.memory.as_ref().map(|memory| memory.mode);
    if live && mode.is_some() && present.is_some() && present != mode {
        return invalid("can't change numatune mode for running domain".to_owned());
    }
    tuning.numa.set(tuning.vcpus.placement, mode, None, nodes)
}

/// Parameters of the scheduler.
pub const SCHEDULER: [(&str, TypedKind); 1] = [("weight", TypedKind::UInt)];

/// The scheduler's one setting, which never changes.
pub fn scheduler() -> Vec<TypedParameter> {
    vec![TypedParameter::new(SCHEDULER[0].0, TypedValue::UInt(50))]
}

/// Parameters of block I/O: the domain's weight, then the limits of devices as in [`BlkioLimit::ALL`].
pub const BLKIO: [(&str, TypedKind); 6] = [
    ("weight", TypedKind::UInt),
    ("device_weight", TypedKind::String),
    ("device_read_iops_sec", TypedKind::String),
    ("device_write_iops_sec", TypedKind::String),
    ("device_read_bytes_sec", TypedKind::String),
    ("device_write_bytes_sec", TypedKind::String),
];

/// What is limited for a device.
#[derive(Clone, Copy)]
enum BlkioLimit {
    Weight,
    ReadIops,
    WriteIops,
    ReadBytes,
    WriteBytes,
}

impl BlkioLimit {
    const ALL: [Self; 5] = [Self::Weight, Self::ReadIops, Self::WriteIops, Self::ReadBytes, Self::WriteBytes];

    fn get(self, device: &BlkioDevice) -> u64 {
        match self {
            Self::Weight => device.weight.into(),
            Self::ReadIops => device.read_iops_sec.into(),
            Self::WriteIops => device.write_iops_sec.into(),
            Self::ReadBytes => device.read_bytes_sec,
            Self::WriteBytes => device.write_bytes_sec,
        }
    }

    /// Sets the limit from text; `None` if that is no number for it.
    fn set(self, device: &mut BlkioDevice, text: &str) -> Option<()> {
        match self {
            Self::Weight => device.weight = number(text)?,
            Self::ReadIops => device.read_iops_sec = number(text)?,
            Self::WriteIops => device.write_iops_sec = number(text)?,
            Self::ReadBytes => device.read_bytes_sec = number(text)?,
            Self::WriteBytes => device.write_bytes_sec = number(text)?,
        }
        Some(())
    }
}

/// Weights and limits of block I/O.
pub fn blkio(def: &DomainDef) -> Vec<TypedParameter> {
    let tune = &def.tuning.blkio;
    let list = |limit: BlkioLimit| {
        let devices = tune.devices.iter().filter(|device| limit.get(device) != 0);
        devices.map(|device| format!("{},{}", device.path, limit.get(device))).collect::<Vec<_>>().join(",")
    };
    let lists = BlkioLimit::ALL.map(list).map(TypedValue::String);
    let values = std::iter::once(TypedValue::UInt(tune.weight)).chain(lists);
    BLKIO.iter().zip(values).map(|((name, _), value)| TypedParameter::new(*name, value)).collect()
}

/// Changes weights and limits of block I/O. As in the original, one that is wrong does not keep the others from
/// being taken over.
pub fn set_blkio(def: &mut DomainDef, params: &[TypedParameter]) -> Result<()> {
    let tune = &mut def.tuning.blkio;
    let mut result = Ok(());
    for param in params {
        let place = BLKIO.iter().position(|(name, _)| *name == param.field);
        let limit = place.and_then(|place| place.checked_sub(1)).map(|place| BlkioLimit::ALL[place]);
        match (&param.value, limit) {
            (TypedValue::UInt(weight), _) => tune.weight = *weight,
            (TypedValue::String(text), Some(limit)) => match parse_devices(&param.field, text, limit) {
                Ok(devices) => devices.into_iter().for_each(|(path, value)| {
                    let at = tune.devices.iter().position(|device| device.path == path);
                    let at = at.unwrap_or_else(|| {
                        tune.devices.push(BlkioDevice { path: path.to_owned(), ..BlkioDevice::default() });
                        tune.devices.len() - 1
                    });
                    // It was read as a number for this limit.
                    let _ = limit.set(&mut tune.devices[at], value);
                }),
                Err(error) => result = Err(error),
            },
            _ => {}
        }
    }
    result
}

/// Reads "path,number,path,number".
fn parse_devices<'a>(name: &str, text: &'a str, limit: BlkioLimit) -> Result<Vec<(&'a str, &'a str)>> {
    let invalid = |detail| Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, detail);
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let parts: Vec<_> = text.split(',').collect();
    if parts.len() % 2 != 0 {
        return Err(invalid(format!("unable to parse blkio device '{name}' '{text}'")));
    }
    let pairs: Vec<_> = parts.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    for (path, value) in &pairs {
        limit.set(&mut BlkioDevice::default(), value).ok_or_else(|| {
            invalid(format!("invalid value '{value}' for parameter '{name}' of device '{path}'"))
        })?;
    }
    Ok(pairs)
}

/// Which events are counted.
pub fn perf(def: &DomainDef) -> Vec<TypedParameter> {
    let events = EVENTS.iter().zip(def.perf.events);
    events.map(|(name, on)| TypedParameter::new(*name, TypedValue::Boolean(on == Some(YesNo::Yes)))).collect()
}

/// Fails unless the parameters are events.
pub fn validate_perf(params: &[TypedParameter]) -> Result<()> {
    validate(params, &EVENTS.map(|name| (name, TypedKind::Boolean)))
}

/// Changes which events are counted.
pub fn set_perf(def: &mut DomainDef, params: &[TypedParameter]) {
    for param in params {
        let place = EVENTS.iter().position(|name| *name == param.field);
        if let (Some(place), TypedValue::Boolean(on)) = (place, &param.value) {
            def.perf.events[place] = Some(if *on { YesNo::Yes } else { YesNo::No });
        }
    }
}
