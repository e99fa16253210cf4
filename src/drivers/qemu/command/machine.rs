//! The machine apart from its devices: name, board, CPU, memory, clock, firmware, and how it is controlled.

#![forbid(unsafe_code)]

use super::args::{Args, Json, escape};
use super::{CommandContext, MonitorArg, unsupported};
use crate::conf::domain::clock::{ClockOffset, TickPolicy, TimerName};
use crate::conf::domain::cpu::{CpuFeaturePolicy, CpuMode};
use crate::conf::domain::device::{Switch, YesNo};
use crate::conf::domain::disk::DiskDevice;
use crate::conf::domain::os::BootDevice;
use crate::conf::domain::{DomainDef, DomainKind, LifecycleAction};
use crate::error::Result;
use crate::monitor::Protocol;
use crate::util::sys;

/// QEMU's name for the main memory of the "pc" machines.
const RAM: &str = "pc.ram";

pub(super) fn identity(args: &mut Args, def: &DomainDef) {
    args.option("-name", format!("guest={},debug-threads=on", escape(&def.name)));
    // The virtual CPUs wait until the driver is ready for what the guest does.
    args.bare("-S");
}

pub(super) fn hardware(args: &mut Args, def: &DomainDef) -> Result<()> {
    args.option("-machine", machine(def));
    args.option(
        "-accel",
        match def.kind {
            DomainKind::Qemu => "tcg",
            DomainKind::Kvm => "kvm",
            kind => return Err(unsupported(format!("domain type '{kind}' is not supported"))),
        },
    );
    if let Some(cpu) = cpu(def)? {
        args.option("-cpu", cpu);
    }
    let mib = def.memory_kib.div_ceil(1024);
    args.option("-m", mib.to_string());
    let ram = Json::new().with("qom-type", "memory-backend-ram").with("id", RAM).with("size", mib << 20);
    args.json("-object", ram);
    args.option("-overcommit", "mem-lock=off");
    args.option("-smp", smp(def));
    args.option("-uuid", def.uuid.to_string());
    Ok(())
}

fn machine(def: &DomainDef) -> String {
    let name = escape(def.os.machine.as_deref().unwrap_or("pc"));
    let mut machine = format!("{name},usb=off");
    if let Some(vmport) = def.features.vmport {
        machine += &format!(",vmport={vmport}");
    }
    let dump_core = def.dump_core.unwrap_or(Switch::Off);
    machine += &format!(",dump-guest-core={dump_core},memory-backend={RAM}");
    // Both as properties of the machine: newer versions of QEMU have no options of their own for them.
    if !def.features.acpi {
        machine += ",acpi=off";
    }
    if def.clock.timer(TimerName::Hpet).is_some_and(|hpet| hpet.present == Some(YesNo::No)) {
        machine += ",hpet=off";
    }
    machine
}

fn cpu(def: &DomainDef) -> Result<Option<String>> {
    let Some(cpu) = &def.cpu else { return Ok(None) };
    let mut text = match cpu.mode {
        CpuMode::Custom => match &cpu.model {
            Some(model) => escape(model),
            None => return Ok(None),
        },
        CpuMode::HostPassthrough if def.kind == DomainKind::Kvm => {
            let migratable = cpu.migratable.map(|migratable| format!(",migratable={migratable}"));
            format!("host{}", migratable.unwrap_or_default())
        }
        CpuMode::Maximum => "max".to_owned(),
        mode @ (CpuMode::HostPassthrough | CpuMode::HostModel) => {
            return Err(unsupported(format!(
                "CPU mode '{mode}' is not supported for '{}' domains",
                def.kind
            )));
        }
    };
    for feature in &cpu.features {
        let on = !matches!(feature.policy, CpuFeaturePolicy::Disable | CpuFeaturePolicy::Forbid);
        text += &format!(",{}={}", escape(&feature.name), if on { Switch::On } else { Switch::Off });
    }
    let present = |name| def.clock.timer(name).and_then(|timer| timer.present);
    if let Some(present) = present(TimerName::KvmClock) {
        text += &format!(",kvmclock={}", if present == YesNo::Yes { Switch::On } else { Switch::Off });
    }
    if present(TimerName::HypervClock) == Some(YesNo::Yes) {
        text += ",hv-time=on";
    }
    if let Some(eoi) = def.features.apic.and_then(|apic| apic.eoi) {
        text += &format!(",kvm-pv-eoi={eoi}");
    }
    Ok(Some(text))
}

fn smp(def: &DomainDef) -> String {
    let (max, online) = (def.tuning.vcpus.max(), def.tuning.vcpus.online());
    let mut text = online.to_string();
    if online != max {
        text += &format!(",maxcpus={max}");
    }
    text += &match def.cpu.as_ref().and_then(|cpu| cpu.topology) {
        Some(t) => format!(",sockets={},dies={},cores={},threads={}", t.sockets, t.dies, t.cores, t.threads),
        None => format!(",sockets={max},cores=1,threads=1"),
    };
    text
}

/// What QEMU must not do by itself, and the monitor.
pub(super) fn control(args: &mut Args, def: &DomainDef, ctx: &CommandContext<'_>) {
    if def.devices.graphics.is_empty() {
        args.option("-display", "none");
    }
    args.bare("-no-user-config");
    args.bare("-nodefaults");
    match ctx.monitor {
        MonitorArg::Handed { fd, protocol } => {
            let mode = match protocol {
                Protocol::Json => "control",
                Protocol::Text => "readline",
            };
            args.option("-chardev", format!("socket,id=charmonitor,fd={fd},server=on,wait=off"));
            args.option("-mon", format!("chardev=charmonitor,id=monitor,mode={mode}"));
        }
        MonitorArg::Socket(path) => args.option("-monitor", format!("unix:{},server,nowait", path.display())),
        MonitorArg::Terminal => args.option("-monitor", "pty"),
    }
}

pub(super) fn clock(args: &mut Args, def: &DomainDef, ctx: &CommandContext<'_>) {
    let base = |seconds| format!("base={}", sys::utc_date(seconds));
    let mut rtc = match &def.clock.offset {
        ClockOffset::Utc { .. } => "base=utc".to_owned(),
        ClockOffset::Localtime { .. } | ClockOffset::Timezone(_) => "base=localtime".to_owned(),
        ClockOffset::Variable { adjustment_s, .. } => base(ctx.now_s.saturating_add(*adjustment_s)),
        ClockOffset::Absolute { start_s } => base(i64::try_from(*start_s).unwrap_or(i64::MAX)),
    };
    let policy = |name| def.clock.timer(name).and_then(|timer| timer.tick_policy);
    if policy(TimerName::Rtc) == Some(TickPolicy::Catchup) {
        rtc += ",driftfix=slew";
    }
    args.option("-rtc", rtc);
    if let Some(policy @ (TickPolicy::Delay | TickPolicy::Discard)) = policy(TimerName::Pit) {
        args.option("-global", format!("kvm-pit.lost_tick_policy={policy}"));
    }
}

pub(super) fn firmware(args: &mut Args, def: &DomainDef, ctx: &CommandContext<'_>) {
    // The driver decides what follows a shutdown, if it hears of it.
    if ctx.monitor.tells_events() {
        args.bare("-no-shutdown");
    }
    if def.on_reboot == LifecycleAction::Destroy {
        args.bare("-no-reboot");
    }
    for (enabled, property) in [(def.pm.suspend_to_mem, "disable_s3"), (def.pm.suspend_to_disk, "disable_s4")]
    {
        if let Some(enabled) = enabled {
            args.option("-global", format!("PIIX4_PM.{property}={}", u8::from(enabled == YesNo::No)));
        }
    }
    let mut boot = String::new();
    if let Some(menu) = &def.os.boot_menu
        && let Some(enable) = menu.enable
    {
        boot += if enable == YesNo::Yes { "menu=on," } else { "menu=off," };
        if let Some(timeout_ms) = menu.timeout_ms {
            boot += &format!("splash-time={timeout_ms},");
        }
    }
    args.option("-boot", boot + "strict=on");
    for (option, value) in
        [("-kernel", &def.os.kernel), ("-initrd", &def.os.initrd), ("-append", &def.os.cmdline)]
    {
        if let Some(value) = value {
            args.option(option, value);
        }
    }
}

/// What QEMU may not do, even if a guest takes it over.
pub(super) fn sandbox(args: &mut Args) {
    args.option("-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny");
}

/// The boot index of the disk number `position`: its own, or the one that `<os>` gives to the first of its kind.
pub(super) fn disk_boot_index(def: &DomainDef, position: usize) -> Option<u32> {
    let disks = &def.devices.disks;
    let kind = |device| match device {
        DiskDevice::Disk | DiskDevice::Lun => BootDevice::Disk,
        DiskDevice::Cdrom => BootDevice::Cdrom,
        DiskDevice::Floppy => BootDevice::Floppy,
    };
    let disk = disks.get(position)?;
    let wanted = kind(disk.device);
    let is_first = disks.iter().position(|disk| kind(disk.device) == wanted) == Some(position);
    disk.info.boot_order.or_else(|| os_boot_index(def, wanted).filter(|_| is_first))
}

/// [`disk_boot_index`] for an interface.
pub(super) fn interface_boot_index(def: &DomainDef, position: usize) -> Option<u32> {
    let own = def.devices.interfaces.get(position)?.info.boot_order;
    own.or_else(|| os_boot_index(def, BootDevice::Network).filter(|_| position == 0))
}

fn os_boot_index(def: &DomainDef, device: BootDevice) -> Option<u32> {
    let position = def.os.boot_devices.iter().position(|boot| *boot == device)?;
    u32::try_from(position + 1).ok()
}
