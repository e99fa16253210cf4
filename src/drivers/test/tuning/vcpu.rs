//! Virtual CPUs: how many, and where they and the emulator run.

#![forbid(unsafe_code)]

use std::time::{SystemTime, UNIX_EPOCH};

use crate::abi::virVcpuState;
use crate::conf::cpuset::CpuSet;
use crate::conf::domain::DomainDef;
use crate::conf::domain::tuning::Tuning;
use crate::conf::domain::tuning::vcpu::{Vcpu, Vcpus};
use crate::driver::VcpuInfo;
use crate::drivers::test::FROM;
use crate::drivers::test::guest::{Defs, Guest};
use crate::error::{Error, ErrorCode, Result};

/// Most virtual CPUs of a domain, as `virConnectGetMaxVcpus` says.
const MAX_VCPUS: u16 = 32;

/// `count`, unless the host supports no so many virtual CPUs.
pub fn supported(count: u32) -> Result<u16> {
    u16::try_from(count).ok().filter(|count| *count <= MAX_VCPUS).ok_or_else(|| {
        let amount = "requested cpu amount exceeds maximum supported amount";
        Error::invalid_arg(FROM, format!("{amount} ({} > {MAX_VCPUS})", count.cast_signed()))
    })
}

/// Changes how many are online, or, with `maximum`, how many there can be at the next start.
pub fn set_count(guest: &mut Guest, count: u16, maximum: bool, flags: u32) -> Result<()> {
    let Defs { live, config } = guest.defs_mut(flags)?;
    let fits = |def: &Option<&mut DomainDef>| match def.as_ref().map(|def| def.tuning.vcpus.max()) {
        Some(max) if max < count => {
            let detail = format!("requested cpu amount exceeds maximum ({count} > {max})");
            Err(Error::invalid_arg(FROM, detail))
        }
        _ => Ok(()),
    };
    fits(&live)?;
    if !maximum {
        fits(&config)?;
    }
    if let Some(def) = live {
        def.tuning.vcpus.set_online(count);
    }
    if let Some(def) = config {
        match maximum {
            true => def.tuning.vcpus.set_max(count),
            false => def.tuning.vcpus.set_online(count),
        }
    }
    Ok(())
}

fn inactive(what: &str) -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, format!("cannot {what} an inactive domain"))
}

/// What the virtual CPUs are doing, on a host with so many CPUs.
pub fn list(guest: &Guest, host_cpus: u32) -> Result<Vec<VcpuInfo>> {
    if !guest.is_active() {
        return Err(inactive("list vcpus for"));
    }
    // As the original: every CPU has used a tenth of a thousandth of the time since the epoch.
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let cpu_time_ns = u64::try_from(since_epoch.as_micros() / 10).unwrap_or(u64::MAX);
    let vcpus = &guest.def(false).tuning.vcpus;
    let infos = (0..).zip(&vcpus.list).map(|(number, vcpu)| {
        if !vcpu.online {
            return VcpuInfo::default();
        }
        let cpus = allowed(vcpus, vcpu, host_cpus);
        VcpuInfo {
            number,
            state: virVcpuState::VIR_VCPU_RUNNING as i32,
            cpu_time_ns,
            cpu: cpus.last().and_then(|cpu| i32::try_from(cpu).ok()).unwrap_or(-1),
            cpus,
        }
    });
    Ok(infos.take(vcpus.online().into()).collect())
}

/// Where a virtual CPU may run.
fn allowed(vcpus: &Vcpus, vcpu: &Vcpu, host_cpus: u32) -> CpuSet {
    vcpu.cpuset.as_ref().or(vcpus.cpuset.as_ref()).cloned().unwrap_or_else(|| CpuSet::first(host_cpus))
}

/// Where the virtual CPUs may run, also those that are offline.
pub fn pins(tuning: &Tuning, host_cpus: u32) -> Vec<CpuSet> {
    tuning.vcpus.list.iter().map(|vcpu| allowed(&tuning.vcpus, vcpu, host_cpus)).collect()
}

/// Pins a virtual CPU of the running domain; as in the original also to no CPU at all.
pub fn pin(guest: &mut Guest, number: u32, cpus: CpuSet) -> Result<()> {
    if !guest.is_active() {
        return Err(inactive("pin vcpus on"));
    }
    let Defs { live, .. } = guest.defs_mut(crate::domain::impact::LIVE)?;
    let vcpu = live.and_then(|def| def.tuning.vcpus.list.get_mut(number as usize));
    let vcpu = vcpu.filter(|vcpu| vcpu.online).ok_or_else(|| {
        let number = number.cast_signed();
        Error::invalid_arg(FROM, format!("requested vcpu '{number}' is not present in the domain"))
    })?;
    vcpu.cpuset = Some(cpus);
    Ok(())
}

/// Pins the emulator's threads.
pub fn pin_emulator(def: &mut DomainDef, cpus: CpuSet) -> Result<()> {
    if cpus.is_empty() {
        return Err(Error::invalid_arg(FROM, "Empty cpu list for pinning"));
    }
    def.tuning.cpu.emulator_pin = Some(cpus);
    Ok(())
}

/// Where the emulator's threads may run.
pub fn emulator_pin(tuning: &Tuning, host_cpus: u32) -> CpuSet {
    let set = tuning.cpu.emulator_pin.as_ref().or(tuning.vcpus.cpuset.as_ref());
    set.cloned().unwrap_or_else(|| CpuSet::first(host_cpus))
}
