//! What a guest sees of the machine around its devices.

#![forbid(unsafe_code)]

use super::{NULL, Says, Seen, differs, or, pairs, text};
use crate::conf::domain::clock::{Timer, TimerName};
use crate::conf::domain::cpu::{Cpu, CpuCache, CpuCheck, CpuFeature, CpuTopology, MaxPhysAddr};
use crate::conf::domain::device::Switch;
use crate::conf::domain::features::{Features, Smm};
use crate::conf::domain::hypervisor::{
    Hyperv, HypervFeature, HypervMode, KvmFeature, KvmFeatures, XenFeatures,
};
use crate::conf::domain::numa::{self, LOCAL_DISTANCE, NumaCell, REMOTE_DISTANCE};
use crate::conf::domain::os::SmbiosMode;
use crate::conf::domain::sysinfo::{Entries, Smbios, Sysinfo};
use crate::conf::domain::tuning::vcpu::Vcpu;
use crate::conf::domain::{DomainDef, fail};
use crate::error::{ErrorDomain, Result};

const DOMAIN: &[Seen<DomainDef>] = &[
    differs("domain virt type", |d| d.kind.to_string()),
    differs("domain uuid", |d| d.uuid.hyphenated().to_string()),
    text("Target domain requested genid does not match source", |d| or(d.genid, "")),
    differs("domain name", |d| format!("'{}'", d.name)),
    differs("domain max memory", |d| {
        // As libvirt: without the modules.
        let modules = d.devices.memories.iter().map(|memory| memory.target.size_kib);
        modules.fold(d.memory_kib, u64::saturating_sub).to_string()
    }),
    differs("domain current memory", |d| d.current_memory_kib.to_string()),
    text("Target maximum memory size '{new}' doesn't match source '{old}'", |d| {
        d.max_memory.as_ref().map_or(0, |max| max.kib).to_string()
    }),
    text("Target domain memory slots count '{new}' doesn't match source '{old}'", |d| {
        d.max_memory.as_ref().map_or(0, |max| max.slots).to_string()
    }),
];

const VCPUS: Seen<DomainDef> = differs("domain vCPU max", |d| d.tuning.vcpus.max().to_string());

const OS: &[Seen<DomainDef>] = &[
    differs("domain OS type", |d| d.os.kind.to_string()),
    differs("domain architecture", |d| or(d.os.arch.as_ref(), "(null)")),
    differs("domain machine type", |d| or(d.os.machine.as_ref(), "(null)")),
    differs("domain SMBIOS mode", |d| d.os.smbios.unwrap_or(SmbiosMode::None).to_string()),
];

/// Checks all of it, in the original's order.
pub fn check(old: &DomainDef, new: &DomainDef) -> Result<()> {
    super::check(DOMAIN, old, new)?;
    cells(numa::cells(old.cpu.as_ref()), numa::cells(new.cpu.as_ref()))?;
    VCPUS.check(old, new)?;
    for (id, (old, new)) in old.tuning.vcpus.list.iter().zip(&new.tuning.vcpus.list).enumerate() {
        vcpu(id, old, new)?;
    }
    super::check(OS, old, new)?;
    features(&old.features, &new.features)?;
    if old.clock.timers.len() != new.clock.timers.len() {
        return Err(fail::unsupported("Target domain timers do not match source"));
    }
    for (old, new) in old.clock.timers.iter().zip(&new.clock.timers) {
        super::check(TIMER, old, new)?;
        if old.name == TimerName::Tsc {
            super::check(TSC, old, new)?;
        }
    }
    cpu(old.cpu.as_ref(), new.cpu.as_ref()).map_err(|error| error.in_domain(ErrorDomain::VIR_FROM_CPU))?;
    if old.sysinfos.len() != new.sysinfos.len() {
        return Err(fail::unsupported("Target domain count of sysinfo does not match source"));
    }
    pairs(&old.sysinfos, &new.sysinfos, sysinfo)
        .map_err(|error| error.in_domain(ErrorDomain::VIR_FROM_SYSINFO))
}

fn vcpu(id: usize, old: &Vcpu, new: &Vcpu) -> Result<()> {
    let detail = match () {
        () if old.online != new.online => {
            format!("State of vCPU '{id}' differs between source and destination definitions")
        }
        () if old.order != new.order => {
            format!("vcpu enable order of vCPU '{id}' differs between source and destination definitions")
        }
        () => return Ok(()),
    };
    Err(fail::unsupported(detail))
}

/// The state of a feature.
const fn state<T>(name: &'static str, value: fn(&T) -> String) -> Seen<T> {
    Seen { says: Says::State("feature", name), value, shown: None }
}

fn on(feature: bool) -> String {
    if feature { "on" } else { "default" }.to_owned()
}

fn switch(switch: Option<Switch>) -> String {
    or(switch, "default")
}

const FEATURES: &[Seen<Features>] = &[
    state("acpi", |f| on(f.acpi)),
    state("apic", |f| format!("{},eoi={}", on(f.apic.is_some()), switch(f.apic.and_then(|apic| apic.eoi)))),
    state("pae", |f| on(f.pae)),
    state("hap", |f| switch(f.hap)),
    state("viridian", |f| on(f.viridian)),
    state("privnet", |f| on(f.privnet)),
    // As libvirt, which prints the mode as if it were a switch.
    state("hyperv", |f| {
        switch(f.hyperv.as_ref().map(|hyperv| match hyperv.mode {
            HypervMode::Custom => Switch::On,
            HypervMode::Passthrough => Switch::Off,
        }))
    }),
    state("kvm", |f| on(f.kvm.is_some())),
    state("pvspinlock", |f| switch(f.pvspinlock)),
    state("capabilities", |f| format!("policy={}", or(f.capabilities.policy, "default"))),
    state("pmu", |f| switch(f.pmu)),
    state("vmport", |f| switch(f.vmport)),
    state("gic", |f| {
        let version = or(f.gic.as_ref().and_then(|gic| gic.version), "none");
        format!("{},version={version}", on(f.gic.is_some()))
    }),
    state("smm", |f| switch(f.smm.as_ref().map(|smm| smm.state))),
    state("ioapic", |f| format!("driver={}", or(f.ioapic, "none"))),
    state("hpt", |f| {
        let (resizing, size) = (f.hpt.resizing, f.hpt.max_page_size_kib);
        let is_there = on(resizing.is_some() || size > 0);
        format!("{is_there},resizing={},maxpagesize={size}", or(resizing, "none"))
    }),
    state("vmcoreinfo", |f| switch(f.vmcoreinfo)),
    state("htm", |f| switch(f.htm)),
    state("nested-hv", |f| switch(f.nested_hv)),
    state("ccf-assist", |f| switch(f.ccf_assist)),
    state("xen", |f| on(f.xen.is_some())),
    state("cfpc", |f| format!("value={}", or(f.cfpc, "none"))),
    state("sbbc", |f| format!("value={}", or(f.sbbc, "none"))),
    state("ibs", |f| format!("value={}", or(f.ibs, "none"))),
];

fn features(old: &Features, new: &Features) -> Result<()> {
    super::check(FEATURES, old, new)?;
    both(&old.hyperv, &new.hyperv, hyperv)?;
    both(&old.kvm, &new.kvm, kvm)?;
    both(&old.xen, &new.xen, |old, new| super::check(XEN, old, new))?;
    both(&old.smm, &new.smm, |old, new| super::check(SMM, old, new))
}

/// Checks what both have.
fn both<T>(old: &Option<T>, new: &Option<T>, check: impl FnOnce(&T, &T) -> Result<()>) -> Result<()> {
    old.as_ref().zip(new.as_ref()).map_or(Ok(()), |(old, new)| check(old, new))
}

/// Checks the state of one feature of a hypervisor.
fn one_state(kind: &'static str, name: &'static str, old: Option<Switch>, new: Option<Switch>) -> Result<()> {
    if old == new {
        return Ok(());
    }
    Err(fail::unsupported(Says::State(kind, name).text(&switch(old), &switch(new))))
}

const SPINLOCKS: Seen<Hyperv> =
    text("HyperV spinlock retry count differs: source: '{old}', destination: '{new}'", |h| {
        h.spinlock_retries.to_string()
    });
const VENDOR_ID: Seen<Hyperv> =
    text("HyperV vendor_id differs: source: '{old}', destination: '{new}'", |h| {
        or(h.vendor_id.as_ref(), "(null)")
    });
const STIMER_DIRECT: Seen<Hyperv> =
    text("State of HyperV stimer direct feature differs: source: '{old}', destination: '{new}'", |h| {
        switch(h.stimer_direct)
    });

fn hyperv(old: &Hyperv, new: &Hyperv) -> Result<()> {
    for feature in HypervFeature::ALL {
        match feature {
            HypervFeature::Spinlocks => SPINLOCKS.check(old, new)?,
            HypervFeature::VendorId => VENDOR_ID.check(old, new)?,
            feature => {
                let [old, new] = [old, new].map(|hyperv| hyperv.states[*feature as usize]);
                one_state("HyperV enlightenment feature", feature.as_str(), old, new)?;
            }
        }
    }
    STIMER_DIRECT.check(old, new)
}

const DIRTY_RING: Seen<KvmFeatures> =
    text("dirty ring size of KVM feature '(null)' differs: source: '{old}', destination: '{new}'", |kvm| {
        kvm.dirty_ring_size.to_string()
    });

fn kvm(old: &KvmFeatures, new: &KvmFeatures) -> Result<()> {
    for feature in KvmFeature::ALL {
        let [old, new] = [old, new].map(|kvm| kvm.states[*feature as usize]);
        one_state("KVM feature", feature.as_str(), old, new)?;
    }
    DIRTY_RING.check(old, new)
}

const XEN: &[Seen<XenFeatures>] = &[
    Seen { says: Says::State("Xen feature", "e820_host"), value: |xen| switch(xen.e820_host), shown: None },
    Seen {
        says: Says::State("Xen feature", "passthrough"),
        value: |xen| switch(xen.passthrough),
        shown: None,
    },
    text("'mode' of Xen passthrough feature differs: source: '{old}', destination: '{new}'", |xen| {
        or(xen.passthrough_mode, "default")
    }),
];

const SMM: &[Seen<Smm>] = &[
    text("SMM TSEG differs: source: {old}, destination: '{new}'", |smm| {
        if smm.tseg.is_some() { "specified" } else { "not specified" }.to_owned()
    }),
    text("Size of SMM TSEG size differs: source: '{old}', destination: '{new}'", |smm| {
        or(smm.tseg.map(with_unit), "")
    }),
];

/// An amount in the largest unit of which it is a multiple.
fn with_unit(bytes: u64) -> String {
    let mut amount = bytes;
    let mut units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"].into_iter();
    let mut unit = units.next().unwrap_or_default();
    while amount > 0 && amount.is_multiple_of(1024) {
        let Some(next) = units.next() else { break };
        (amount, unit) = (amount / 1024, next);
    }
    format!("{amount} {unit}")
}

const TIMER: &[Seen<Timer>] = &[
    differs("timer", |timer| timer.name.to_string()),
    differs("timer presence", |timer| format!("'{}'", or(timer.present, "default"))),
];

const TSC: &[Seen<Timer>] = &[
    differs("TSC frequency", |timer| timer.frequency_hz.to_string()),
    differs("TSC mode", |timer| or(timer.mode, "none")),
];

const CPU: &[Seen<Cpu>] = &[
    differs("CPU mode", |cpu| cpu.mode.to_string()),
    differs("CPU check", |cpu| cpu.check.unwrap_or(CpuCheck::Default).to_string()),
    differs("CPU model", |cpu| or(cpu.model.as_ref(), NULL)),
    differs("CPU vendor", |cpu| or(cpu.vendor.as_ref(), NULL)),
    differs("CPU vendor id", |cpu| or(cpu.vendor_id.as_ref(), NULL)),
    differs("CPU sockets", |cpu| topology(cpu, |it| it.sockets)),
    differs("CPU dies", |cpu| topology(cpu, |it| it.dies)),
    differs("CPU cores", |cpu| topology(cpu, |it| it.cores)),
    differs("CPU threads", |cpu| topology(cpu, |it| it.threads)),
    text("Target CPU maxphysaddr does not match source", |cpu| {
        or(cpu.max_phys_addr.as_ref().map(|MaxPhysAddr { mode, bits }| format!("{mode} {bits:?}")), "")
    }),
    text("Target CPU cache does not match source", |cpu| {
        or(cpu.cache.as_ref().map(|CpuCache { level, mode }| format!("{level:?} {mode}")), "")
    }),
    differs("CPU feature count", |cpu| cpu.features.len().to_string()),
];

/// As libvirt, which prints these as numbers with a sign.
#[allow(clippy::cast_possible_wrap, reason = "as the original prints them")]
fn topology(cpu: &Cpu, part: fn(&CpuTopology) -> u32) -> String {
    (cpu.topology.as_ref().map_or(0, part) as i32).to_string()
}

const CPU_FEATURE: &[Seen<CpuFeature>] = &[
    differs("CPU feature", |feature| feature.name.clone()),
    differs("CPU feature policy", |feature| feature.policy.to_string()),
];

fn cpu(old: Option<&Cpu>, new: Option<&Cpu>) -> Result<()> {
    match (old, new) {
        (None, None) => Ok(()),
        (Some(old), Some(new)) => {
            super::check(CPU, old, new)?;
            pairs(&old.features, &new.features, |old, new| super::check(CPU_FEATURE, old, new))
        }
        _ => Err(fail::unsupported("Target CPU does not match source")),
    }
}

fn cells(old: &[NumaCell], new: &[NumaCell]) -> Result<()> {
    let (count, new_count) = (old.len(), new.len());
    if count != new_count {
        let detail = format!("Target NUMA node count '{new_count}' doesn't match source '{count}'");
        return Err(fail::unsupported(detail));
    }
    for (id, (old, new)) in old.iter().zip(new).enumerate() {
        let (size, new_size) = (old.memory_kib, new.memory_kib);
        if size != new_size {
            return Err(fail::unsupported(format!(
                "Size of target NUMA node {id} ({new_size}) doesn't match source ({size})"
            )));
        }
        if old.cpus != new.cpus {
            let detail = format!("Processor mask of target NUMA node {id} doesn't match source");
            return Err(fail::unsupported(detail));
        }
        let distance = |cell: &NumaCell, to: usize| {
            let default = if to == id { LOCAL_DISTANCE } else { REMOTE_DISTANCE };
            cell.distances.get(to).copied().flatten().unwrap_or(default)
        };
        if let Some(to) = (0..count).find(|to| distance(old, *to) != distance(new, *to)) {
            let detail = format!("Target NUMA distance from {id} to {to} doesn't match source");
            return Err(fail::unsupported(detail));
        }
    }
    Ok(())
}

fn sysinfo(old: &Sysinfo, new: &Sysinfo) -> Result<()> {
    match (old, new) {
        (Sysinfo::Smbios(old), Sysinfo::Smbios(new)) => smbios(old, new),
        // As libvirt, which does not look at what is in the files.
        (Sysinfo::FwCfg(_), Sysinfo::FwCfg(_)) => Ok(()),
        (Sysinfo::Smbios(_), _) => {
            Err(fail::unsupported("Target sysinfo fwcfg does not match source smbios"))
        }
        (Sysinfo::FwCfg(_), _) => Err(fail::unsupported("Target sysinfo smbios does not match source fwcfg")),
    }
}

const NO_TABLE: &str = "Target sysinfo does not match source";

fn smbios(old: &Smbios, new: &Smbios) -> Result<()> {
    table(NO_TABLE, "sysinfo BIOS", &old.bios, &new.bios)?;
    table(NO_TABLE, "sysinfo system", &old.system, &new.system)?;
    let (count, new_count) = (old.base_boards.len(), new.base_boards.len());
    if count != new_count {
        return Err(fail::unsupported(
            Says::Differs("sysinfo base board count").text(&format!("'{count}'"), &format!("'{new_count}'")),
        ));
    }
    pairs(&old.base_boards, &new.base_boards, |old, new| table(NO_TABLE, "sysinfo base board", old, new))?;
    table("Target chassis does not match source", "sysinfo chassis", &old.chassis, &new.chassis)
}

/// Checks one of the tables; `missing` is said if only one definition has it.
fn table(missing: &str, what: &str, old: &Entries, new: &Entries) -> Result<()> {
    if old.is_empty() != new.is_empty() {
        return Err(fail::unsupported(missing));
    }
    let value = |entries: &Entries, name: &str| {
        let entry = entries.iter().find(|(other, _)| *other == name);
        or(entry.map(|(_, text)| text), NULL)
    };
    for name in ORDER {
        let (old, new) = (value(old, name), value(new, name));
        if old != new {
            let name = if *name == "manufacturer" { "vendor" } else { name };
            return Err(fail::unsupported(format!("Target {what} {name} {new} does not match source {old}")));
        }
    }
    Ok(())
}

/// The entries of all tables, in the order in which those of each are compared.
const ORDER: &[&str] = &[
    "vendor",
    "manufacturer",
    "product",
    "version",
    "date",
    "release",
    "serial",
    "uuid",
    "asset",
    "sku",
    "family",
    "location",
];
