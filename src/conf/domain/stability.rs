//! Whether two definitions show the guest the same machine, so that one can take the other's place under a guest that
//! remembers the first. In the errors "source" is the old definition and "target" the new one.

#![forbid(unsafe_code)]

use std::fmt::Display;

use super::address::{DriveAddress, PciAddress};
use super::clock::{Timer, TimerName};
use super::controller::Controller;
use super::cpu::Cpu;
use super::device::{DeviceInfo, Switch};
use super::disk::Disk;
use super::features::{Apic, Features};
use super::interface::Interface;
use super::video::Video;
use super::{Devices, DomainDef, fail};
use crate::error::{ErrorDomain, Result};

/// How the original prints a text that is not there.
const NULL: &str = "<null>";

impl DomainDef {
    /// Fails, with the first difference, if a guest could tell that `new` has taken the place of this definition.
    pub fn check_stability(&self, new: &Self) -> Result<()> {
        same("domain virt type", self.kind, new.kind)?;
        same("domain uuid", self.uuid.hyphenated(), new.uuid.hyphenated())?;
        same("domain name", format!("'{}'", self.name), format!("'{}'", new.name))?;
        same("domain max memory", self.memory_kib, new.memory_kib)?;
        same("domain current memory", self.current_memory_kib, new.current_memory_kib)?;
        same("domain vCPU max", self.tuning.vcpus.max(), new.tuning.vcpus.max())?;
        let (online, new_online) = (self.tuning.vcpus.online(), new.tuning.vcpus.online());
        if online != new_online {
            let number = online.min(new_online);
            return Err(fail::unsupported(format!(
                "State of vCPU '{number}' differs between source and destination definitions"
            )));
        }
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "(null)".to_owned());
        same("domain OS type", self.os.kind, new.os.kind)?;
        same("domain architecture", text(&self.os.arch), text(&new.os.arch))?;
        same("domain machine type", text(&self.os.machine), text(&new.os.machine))?;
        self.features.check_stability(&new.features)?;
        if self.clock.timers.len() != new.clock.timers.len() {
            return Err(fail::unsupported("Target domain timers do not match source"));
        }
        pairs(&self.clock.timers, &new.clock.timers, Timer::check_stability)?;
        match (&self.cpu, &new.cpu) {
            (None, None) => {}
            (Some(old), Some(new)) => {
                old.check_stability(new).map_err(|error| error.in_domain(ErrorDomain::VIR_FROM_CPU))?;
            }
            _ => {
                let error = fail::unsupported("Target CPU does not match source");
                return Err(error.in_domain(ErrorDomain::VIR_FROM_CPU));
            }
        }
        self.devices.check_stability(&new.devices)
    }
}

/// Fails if a property differs.
fn same<T: PartialEq + Display>(what: &str, old: T, new: T) -> Result<()> {
    if old == new {
        return Ok(());
    }
    Err(fail::unsupported(format!("Target {what} {new} does not match source {old}")))
}

/// Checks things that stand at the same place.
fn pairs<T>(old: &[T], new: &[T], check: impl Fn(&T, &T) -> Result<()>) -> Result<()> {
    old.iter().zip(new).try_for_each(|(old, new)| check(old, new))
}

/// Checks the devices of one kind: their number, then each.
fn all<T>(what: &str, old: &[T], new: &[T], check: impl Fn(&T, &T) -> Result<()>) -> Result<()> {
    same(&format!("domain {what} count"), old.len(), new.len())?;
    pairs(old, new, check)
}

impl Features {
    fn check_stability(&self, new: &Self) -> Result<()> {
        let on = |feature: bool| if feature { "on" } else { "default" }.to_owned();
        let switch = |switch: Option<Switch>| switch.map_or("default", Switch::as_str).to_owned();
        let apic = |apic: Option<Apic>| {
            let eoi = switch(apic.and_then(|apic| apic.eoi));
            format!("{},eoi={eoi}", on(apic.is_some()))
        };
        for (feature, source, destination) in [
            ("acpi", on(self.acpi), on(new.acpi)),
            ("apic", apic(self.apic), apic(new.apic)),
            ("pae", on(self.pae), on(new.pae)),
            ("vmport", switch(self.vmport), switch(new.vmport)),
        ] {
            if source != destination {
                return Err(fail::unsupported(format!(
                    "State of feature '{feature}' differs: source: '{source}', destination: '{destination}'"
                )));
            }
        }
        Ok(())
    }
}

impl Timer {
    fn check_stability(&self, new: &Self) -> Result<()> {
        same::<TimerName>("timer", self.name, new.name)?;
        let present =
            |timer: &Self| format!("'{}'", timer.present.map_or("default", |present| present.as_str()));
        same("timer presence", present(self), present(new))
    }
}

impl Cpu {
    fn check_stability(&self, new: &Self) -> Result<()> {
        use super::cpu::CpuCheck;
        same("CPU mode", self.mode, new.mode)?;
        let check = |cpu: &Self| cpu.check.map_or("default", CpuCheck::as_str);
        same("CPU check", check(self), check(new))?;
        let model = |cpu: &Self| cpu.model.clone().unwrap_or_else(|| NULL.to_owned());
        same("CPU model", model(self), model(new))?;
        let topology = |cpu: &Self| cpu.topology.map_or([0; 4], |t| [t.sockets, t.dies, t.cores, t.threads]);
        for (what, (old, new)) in ["sockets", "dies", "cores", "threads"]
            .into_iter()
            .zip(topology(self).into_iter().zip(topology(new)))
        {
            same(&format!("CPU {what}"), old, new)?;
        }
        same("CPU feature count", self.features.len(), new.features.len())?;
        pairs(&self.features, &new.features, |old, new| {
            same("CPU feature", &old.name, &new.name)?;
            same("CPU feature policy", old.policy, new.policy)
        })
    }
}

impl Devices {
    fn check_stability(&self, new: &Self) -> Result<()> {
        all("disk", &self.disks, &new.disks, Disk::check_stability)?;
        all("controller", &self.controllers, &new.controllers, Controller::check_stability)?;
        all("net card", &self.interfaces, &new.interfaces, Interface::check_stability)?;
        all("input device", &self.inputs, &new.inputs, |old, new| {
            same("input device type", old.kind, new.kind)?;
            same("input device bus", old.bus, new.bus)?;
            old.info.check_stability(&new.info)
        })?;
        all("video card", &self.videos, &new.videos, Video::check_stability)?;
        all("serial port", &self.serials, &new.serials, |old, new| same("serial port", old.port, new.port))?;
        all("console", &self.consoles, &new.consoles, |_, _| Ok(()))?;
        all("watchdog", &self.watchdogs, &new.watchdogs, |old, new| {
            same("watchdog model", old.model, new.model)?;
            old.info.check_stability(&new.info)
        })?;
        all("memory balloon", self.memballoon.as_slice(), new.memballoon.as_slice(), |old, new| {
            same("balloon model", old.model, new.model)?;
            old.info.check_stability(&new.info)
        })?;
        all("panic device", &self.panics, &new.panics, |old, new| {
            same("panic model", old.model_name(), new.model_name())
        })
    }
}

impl Disk {
    fn check_stability(&self, new: &Self) -> Result<()> {
        same("disk device", self.device, new.device)?;
        same("disk bus", self.bus, new.bus)?;
        same("disk", &self.target, &new.target)?;
        let serial = |disk: &Self| disk.serial.clone().unwrap_or_else(|| NULL.to_owned());
        same("disk serial", serial(self), serial(new))?;
        if self.readonly != new.readonly {
            return Err(fail::unsupported("Target disk access mode does not match source"));
        }
        self.info.check_stability(&new.info)
    }
}

impl Controller {
    fn check_stability(&self, new: &Self) -> Result<()> {
        same("controller type", self.kind, new.kind)?;
        same("controller index", self.index, new.index)?;
        let model = |controller: &Self| controller.model.map_or("-1", |model| model.as_str());
        same("controller model", model(self), model(new))?;
        self.info.check_stability(&new.info)
    }
}

impl Interface {
    fn check_stability(&self, new: &Self) -> Result<()> {
        same("network card mac", self.mac, new.mac)?;
        let model = |interface: &Self| interface.model.clone().unwrap_or_else(|| "unknown".to_owned());
        same("network card model", model(self), model(new))?;
        self.info.check_stability(&new.info)
    }
}

impl Video {
    fn check_stability(&self, new: &Self) -> Result<()> {
        same("video card model", self.model, new.model)?;
        for (what, old, new) in [
            ("ram", self.ram_kib, new.ram_kib),
            ("vram", self.vram_kib, new.vram_kib),
            ("vgamem", self.vgamem_kib, new.vgamem_kib),
            ("heads", self.heads, new.heads),
        ] {
            same(&format!("video card {what}"), old.unwrap_or(0), new.unwrap_or(0))?;
        }
        self.info.check_stability(&new.info)
    }
}

impl DeviceInfo {
    fn check_stability(&self, new: &Self) -> Result<()> {
        let kind = |info: &Self| info.address.map_or("none", |address| address.kind().as_str());
        same("device address type", kind(self), kind(new))?;
        if let (Some(old), Some(new)) = (self.pci(), new.pci()) {
            let text =
                |a: PciAddress| format!("{:04x}:{:02x}:{:02x}.{}", a.domain, a.bus, a.slot, a.function);
            if text(old) != text(new) {
                // As the original, without the blank.
                let (old, new) = (text(old), text(new));
                return Err(fail::unsupported(format!(
                    "Target device PCI address {new}does not match source {old}"
                )));
            }
        }
        if let (Some(old), Some(new)) = (self.drive(), new.drive()) {
            let text = |a: DriveAddress| format!("{}:{}:{}", a.controller, a.bus, a.unit);
            same("device drive address", text(old), text(new))?;
        }
        Ok(())
    }
}
