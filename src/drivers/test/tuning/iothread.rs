//! I/O threads. As in the original, only those that were added by a call have something to poll with.

#![forbid(unsafe_code)]

use crate::conf::cpuset::CpuSet;
use crate::conf::domain::DomainDef;
use crate::conf::domain::tuning::Tuning;
use crate::conf::domain::tuning::iothread::IoThread;
use crate::driver::IoThreadInfo;
use crate::drivers::test::FROM;
use crate::drivers::test::guest::{AddedIoThread, Guest};
use crate::error::{Error, ErrorDomain, Result};
use crate::typed_param::{TypedKind, TypedParameter, TypedValue, validate};

/// How long an added thread polls at most.
const POLL_MAX_NS: u64 = 32768;

const PARAMS: [(&str, TypedKind); 3] =
    [("poll_max_ns", TypedKind::ULLong), ("poll_grow", TypedKind::UInt), ("poll_shrink", TypedKind::UInt)];

/// Fails for the number that no thread has.
pub fn check_id(id: u32) -> Result<()> {
    if id == 0 {
        return Err(Error::invalid_arg(FROM, "invalid value of 0 for iothread_id"));
    }
    Ok(())
}

/// Adds a thread.
pub fn add(guest: &mut Guest, id: u32, flags: u32) -> Result<()> {
    let threads = &mut guest.one_def_mut(flags)?.tuning.iothreads;
    if threads.get(id).is_some() {
        let detail = format!("an IOThread is already using iothread_id '{id}'");
        return Err(Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, detail));
    }
    threads.list.push(IoThread { id, ..IoThread::default() });
    guest.added_iothreads.push(AddedIoThread { id, poll_max_ns: POLL_MAX_NS, poll_grow: 0, poll_shrink: 0 });
    Ok(())
}

/// Removes a thread.
pub fn remove(guest: &mut Guest, id: u32, flags: u32) -> Result<()> {
    let threads = &mut guest.one_def_mut(flags)?.tuning.iothreads;
    if threads.get(id).is_none() {
        let detail = format!("cannot find IOThread '{id}' in iothreadids list");
        return Err(Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, detail));
    }
    threads.list.retain(|thread| thread.id != id);
    guest.added_iothreads.retain(|thread| thread.id != id);
    Ok(())
}

/// Pins a thread.
pub fn pin(def: &mut DomainDef, id: u32, cpus: CpuSet) -> Result<()> {
    if cpus.is_empty() {
        return Err(Error::invalid_arg(FROM, "Empty iothread cpumap list for pinning"));
    }
    let thread = def.tuning.iothreads.get_mut(id);
    // As libvirt, which writes it as a number with a sign.
    let missing = || Error::invalid_arg(FROM, format!("iothreadid {} not found", id.cast_signed()));
    let thread = thread.ok_or_else(missing)?;
    thread.cpuset = Some(cpus);
    Ok(())
}

/// Changes how a thread of the running domain polls.
pub fn set_params(guest: &mut Guest, id: u32, params: &[TypedParameter], flags: u32) -> Result<()> {
    let def = guest.one_def(flags)?;
    if def.tuning.iothreads.get(id).is_none() {
        return Err(Error::invalid_arg(FROM, format!("cannot find IOThread '{id}' in iothreadids")));
    }
    let thread = guest.added_iothreads.iter_mut().find(|thread| thread.id == id);
    // As the original, which fails without saying why.
    let thread = thread.ok_or_else(Error::unknown_cause)?;
    validate(params, &PARAMS)?;
    for param in params {
        match (param.field.as_str(), &param.value) {
            ("poll_max_ns", TypedValue::ULLong(value)) => thread.poll_max_ns = *value,
            ("poll_grow", TypedValue::UInt(value)) => thread.poll_grow = *value,
            ("poll_shrink", TypedValue::UInt(value)) => thread.poll_shrink = *value,
            _ => {}
        }
    }
    Ok(())
}

/// The threads, and where each may run. As in the original, one that nothing is said about has as many host CPUs as
/// there are virtual CPUs online.
pub fn list(tuning: &Tuning) -> Vec<IoThreadInfo> {
    let default = || CpuSet::first(tuning.vcpus.online().into());
    let cpus = |thread: &IoThread| {
        thread.cpuset.as_ref().or(tuning.vcpus.cpuset.as_ref()).cloned().unwrap_or_else(default)
    };
    tuning.iothreads.list.iter().map(|thread| IoThreadInfo { id: thread.id, cpus: cpus(thread) }).collect()
}
