//! What a definition gets that its XML leaves open: defaults, devices that every QEMU machine has, the
//! controllers that disks need, places on them; and the checks that need the whole definition.

#![forbid(unsafe_code)]

use super::address::{Address, DriveAddress};
use super::audio::Audio;
use super::chardev::{ChannelTarget, Console, ConsoleTarget, Serial, SerialTarget};
use super::clock::Timer;
use super::controller::{Controller, ControllerKind, ControllerModel};
use super::cpu::Cpu;
use super::device::{DeviceInfo, YesNo};
use super::disk::{Disk, DiskBus, DiskCache, DiskDevice, DiskFormat, DiskIo, SnapshotLocation};
use super::graphics::Graphics;
use super::input::{Input, InputBus, InputKind};
use super::os::{BootDevice, OsKind};
use super::resource::Resource;
use super::simple::{Memballoon, PanicModel};
use super::smartcard::Smartcard;
use super::storage::Location;
use super::video::{Video, VideoModel};
use super::{Devices, DomainDef, LifecycleAction, Rules, fail, slots};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Drives on one bus of an old SCSI controller, beside the controller itself.
const SCSI_DRIVES: u32 = 7;
/// Ports of an AHCI controller.
const SATA_PORTS: u32 = 6;
/// Most virtual CPUs of QEMU's "pc" machines.
const MAX_PC_VCPUS: u16 = 255;

impl DomainDef {
    /// Completes what was read. With `check` it also says what the original finds wrong on the way.
    pub(super) fn complete(&mut self, rules: Rules, check: bool) -> Result<()> {
        let is_qemu = rules == Rules::Qemu;
        if self.os.kind == OsKind::Exe && self.os.init.path.is_none() {
            return Err(fail::xml("init binary must be specified"));
        }
        self.tuning.vcpus.settle()?;
        self.complete_memory()?;
        self.complete_boot()?;
        self.clock.timers.iter().try_for_each(Timer::check)?;
        self.os.firmware.complete()?;
        self.complete_huge_pages()?;
        if is_qemu {
            self.check_qemu()?;
            self.complete_qemu_machine();
            self.devices.complete_qemu();
        } else {
            self.os.arch.get_or_insert_with(|| "i686".to_owned());
        }
        self.cpu.as_ref().map_or(Ok(()), Cpu::check)?;
        self.devices.complete_disks()?;
        self.devices.place_scsi_hostdevs();
        if self.os.kind == OsKind::Hvm {
            self.devices.complete_consoles(is_qemu)?;
        }
        self.devices.complete_videos(is_qemu)?;
        self.devices.add_controllers(is_qemu);
        self.devices.check_always(self.memory_kib)?;
        if check {
            let ppc = self.os.arch.as_deref().is_some_and(|arch| arch.starts_with("ppc64"));
            self.devices.check(self.numa_cells().len(), ppc)?;
        }
        if is_qemu {
            self.devices.check_targets()?;
            slots::assign(&mut self.devices)?;
        }
        Ok(())
    }

    /// Checks what was read and completed, as a whole.
    pub(super) fn check(&self) -> Result<()> {
        self.resource.as_ref().map_or(Ok(()), Resource::check)?;
        self.check_lifecycle()?;
        self.check_huge_pages()?;
        self.os.firmware.check()?;
        self.tuning.cpu.check()?;
        self.os.check()?;
        self.id_map.check()?;
        self.tuning.iothreads.check()
    }

    /// The boot order is either in `<os>` or in the devices; without either it is the first disk.
    fn complete_boot(&mut self) -> Result<()> {
        if self.os.kind != OsKind::Hvm {
            return Ok(());
        }
        let mut orders: Vec<u32> = self.devices.boot_orders().collect();
        orders.sort_unstable();
        if let Some(twin) = orders.windows(2).find(|pair| pair[0] == pair[1]) {
            let detail = format!("boot order '{}' used for more than one device", twin[0]);
            return Err(fail::unsupported(detail));
        }
        match (orders.is_empty(), self.os.boot_devices.is_empty()) {
            (false, false) => Err(fail::unsupported(
                "per-device boot elements cannot be used together with os/boot elements",
            )),
            (true, true) if self.bootloader.is_none() => {
                self.os.boot_devices.push(BootDevice::Disk);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn check_qemu(&self) -> Result<()> {
        use LifecycleAction as Action;
        if self.os.kind != OsKind::Hvm {
            return Err(fail::qemu(format!("os type '{}' is not supported", self.os.kind)));
        }
        if let Some(arch) = self.os.arch.as_deref().filter(|arch| !matches!(*arch, "x86_64" | "i686")) {
            return Err(fail::qemu(format!("No emulator found for arch '{arch}'")));
        }
        if let Some(machine) = self.os.machine.as_deref().filter(|machine| !is_pc(machine)) {
            return Err(fail::qemu(format!("machine type '{machine}' is not supported")));
        }
        if self.tuning.vcpus.max() > MAX_PC_VCPUS {
            let detail = format!("Maximum CPUs greater than specified machine type limit {MAX_PC_VCPUS}");
            return Err(fail::qemu(detail));
        }
        if self.tuning.vcpus.list.first().is_some_and(|first| !first.online) {
            return Err(fail::qemu("vcpu 0 can't be offline"));
        }
        if let Some(topology) = self.cpu.as_ref().and_then(|cpu| cpu.topology)
            && topology.cpus() != u64::from(self.tuning.vcpus.max())
        {
            return Err(fail::qemu("CPU topology doesn't match maximum vcpu count"));
        }
        if [self.on_reboot, self.on_poweroff].contains(&Action::Preserve) {
            return Err(fail::qemu(
                "qemu driver doesn't support the 'preserve' action for 'on_reboot'/'on_poweroff'",
            ));
        }
        if [self.on_reboot, self.on_poweroff, self.on_crash].contains(&Action::RenameRestart) {
            return Err(fail::qemu(
                "qemu driver doesn't support the 'rename-restart' action for \
                 'on_reboot'/'on_poweroff'/'on_crash'",
            ));
        }
        if self.on_reboot == Action::Destroy && self.on_poweroff == Action::Restart {
            return Err(fail::qemu(
                "qemu driver doesn't support 'onReboot' set to 'destroy and 'onPoweroff' set to 'reboot'",
            ));
        }
        let second = |c: &Controller| c.kind == ControllerKind::Ide && c.index > 0;
        if self.devices.controllers.iter().any(second) {
            return Err(fail::qemu("Only a single IDE controller is supported for this machine type"));
        }
        self.devices.graphics.iter().try_for_each(Graphics::check_qemu)?;
        self.devices.disks.iter().try_for_each(Disk::check_qemu)
    }

    fn complete_qemu_machine(&mut self) {
        self.os.arch.get_or_insert_with(|| "x86_64".to_owned());
        self.os.machine.get_or_insert_with(|| "pc".to_owned());
        self.cpu.get_or_insert_default().complete_qemu();
    }
}

/// Whether `machine` is QEMU's PC with the i440FX chip set, in any version.
fn is_pc(machine: &str) -> bool {
    machine == "pc"
        || machine.starts_with("pc-i440fx-")
        || machine.starts_with("pc-0.")
        || machine.starts_with("pc-1.")
}

impl Devices {
    fn boot_orders(&self) -> impl Iterator<Item = u32> {
        self.infos().filter_map(|info| info.boot_order)
    }

    /// The devices that QEMU's machine has or gets whether the XML asks for them or not.
    fn complete_qemu(&mut self) {
        for kind in [InputKind::Mouse, InputKind::Keyboard] {
            if !self.inputs.iter().any(|input| input.kind == kind && input.bus == InputBus::Ps2) {
                self.inputs.push(Input::new(kind, InputBus::Ps2));
            }
        }
        if self.audios.is_empty() {
            self.audios.push(Audio::silent(1));
        }
        self.memballoon.get_or_insert_with(Memballoon::qemu_default);
        for panic in &mut self.panics {
            panic.model.get_or_insert(PanicModel::Isa);
        }
        for interface in &mut self.interfaces {
            interface.model.get_or_insert_with(|| "rtl8139".to_owned());
        }
        for disk in &mut self.disks {
            disk.driver.name.get_or_insert_with(|| "qemu".to_owned());
            disk.driver.format.get_or_insert(DiskFormat::Raw);
        }
        for (kind, model) in [
            (ControllerKind::Usb, ControllerModel::Piix3Uhci),
            (ControllerKind::Pci, ControllerModel::PciRoot),
        ] {
            if !self.controllers.iter().any(|controller| controller.kind == kind) {
                self.insert_controller(Controller::new(kind, 0, Some(model)));
            }
        }
    }

    fn complete_disks(&mut self) -> Result<()> {
        let hostdevs = self.scsi_places();
        for disk in &mut self.disks {
            disk.readonly |= disk.device == DiskDevice::Cdrom;
            disk.complete_source();
            let Some(default) = disk.default_address()? else { continue };
            if disk.bus == DiskBus::Scsi && disk.info.address.is_none() && hostdevs.contains(&default) {
                // As libvirt, without a quotation mark at the end.
                return Err(fail::unsupported(format!(
                    "using disk target name '{}' conflicts with SCSI host device address controller='{}' \
                     bus='{}' target='{}' unit='{}",
                    disk.target, default.controller, default.bus, default.target, default.unit
                )));
            }
            disk.info.address.get_or_insert(Address::Drive(default));
        }
        Ok(())
    }

    /// Disks on a bus of drives are at different places there.
    pub(super) fn check_drives(&self) -> Result<()> {
        let mut taken: Vec<(DiskBus, DriveAddress, &str)> = Vec::new();
        for disk in &self.disks {
            if disk.default_address()?.is_none() {
                continue;
            }
            let address = match disk.info.address {
                Some(Address::Drive(address)) => address,
                Some(other) => {
                    return Err(fail::unsupported(format!(
                        "Invalid address type '{}' for the disk '{}' with the bus type '{}'",
                        other.kind(),
                        disk.target,
                        disk.bus
                    )));
                }
                None => continue,
            };
            if let Some((_, _, twin)) =
                taken.iter().find(|(bus, place, _)| (*bus, *place) == (disk.bus, address))
            {
                return Err(fail::unsupported(format!(
                    "Found duplicate drive address for disk with target name '{twin}' controller='{}' bus='{}' \
                     target='{}' unit='{}'",
                    address.controller, address.bus, address.target, address.unit
                )));
            }
            taken.push((disk.bus, address, &disk.target));
        }
        Ok(())
    }

    /// Host devices on SCSI controllers get the places that disks leave.
    fn place_scsi_hostdevs(&mut self) {
        let mut taken = self.scsi_places();
        let on_scsi = self.disks.iter().filter(|disk| disk.bus == DiskBus::Scsi);
        taken.extend(on_scsi.filter_map(|disk| disk.info.drive()));
        for hostdev in self.hostdevs.iter_mut().filter(|h| h.is_scsi() && h.info.address.is_none()) {
            let place = (0..)
                .map(|n| DriveAddress {
                    controller: n / SCSI_DRIVES,
                    unit: n % SCSI_DRIVES,
                    ..DriveAddress::default()
                })
                .find(|place| !taken.contains(place));
            taken.extend(place);
            hostdev.info.address = place.map(Address::Drive);
        }
    }

    /// Where SCSI devices of the host are.
    fn scsi_places(&self) -> Vec<DriveAddress> {
        self.hostdevs.iter().filter(|h| h.is_scsi()).filter_map(|h| h.info.drive()).collect()
    }

    /// The first console and the first serial port are one device, where the guest has a machine of its own.
    fn complete_consoles(&mut self, is_qemu: bool) -> Result<()> {
        if is_qemu {
            self.serials.iter_mut().for_each(Serial::complete_qemu);
        }
        if self.consoles.iter().skip(1).any(|console| console.target == ConsoleTarget::Serial) {
            return Err(fail::unsupported("Only the first console can be a serial port"));
        }
        let shown = match self.consoles.first() {
            Some(console) if console.target == ConsoleTarget::Serial => {
                if self.serials.is_empty() {
                    let mut serial = Serial {
                        host: console.host.clone(),
                        target: None,
                        model: None,
                        port: 0,
                        info: console.info.clone(),
                    };
                    if is_qemu {
                        serial.complete_qemu();
                    }
                    self.serials.push(serial);
                }
                self.consoles.remove(0);
                true
            }
            _ => self.serials.first().is_some_and(|s| s.target.is_none_or(SerialTarget::is_console)),
        };
        if let Some(serial) = self.serials.first().filter(|_| shown) {
            self.consoles.insert(0, Console::of_serial(serial));
        }
        Ok(())
    }

    /// Smart cards sit in readers, whose slots they fill in order.
    fn place_smartcards(&mut self) {
        let place = |card: &Smartcard| match card.info.address {
            Some(Address::Ccid { controller, slot }) => Some((controller, slot)),
            _ => None,
        };
        let mut taken: Vec<_> = self.smartcards.iter().filter_map(place).collect();
        for card in self.smartcards.iter_mut().filter(|card| card.info.address.is_none()) {
            let slot = (0..).find(|slot| !taken.contains(&(0, *slot))).unwrap_or(u32::MAX);
            taken.push((0, slot));
            card.info.address = Some(Address::Ccid { controller: 0, slot });
        }
        for (controller, _) in taken {
            self.add_controller(ControllerKind::Ccid, controller);
        }
    }

    /// Graphics need a card to show, and the first card is the primary one.
    fn complete_videos(&mut self, is_qemu: bool) -> Result<()> {
        if self.videos.is_empty() && !self.graphics.is_empty() {
            self.videos.push(Video::default_card());
        }
        if self.videos.len() > 1 && self.videos.iter().any(|video| video.model == VideoModel::None) {
            let detail = "a 'none' video type must be the only video device defined for the domain";
            return Err(fail::unsupported(detail));
        }
        for (i, video) in self.videos.iter_mut().enumerate() {
            video.complete(is_qemu)?;
            video.primary = i == 0 && video.model != VideoModel::None;
            let second = matches!(video.model, VideoModel::Qxl | VideoModel::Virtio | VideoModel::Bochs);
            if is_qemu && i > 0 && !second {
                let detail = format!("video type '{}' is only valid as primary video device", video.model);
                return Err(fail::qemu(detail));
            }
        }
        Ok(())
    }

    /// Adds the controllers that drives and consoles sit on, and the models that are still open.
    fn add_controllers(&mut self, is_qemu: bool) {
        for (bus, kind) in [
            (DiskBus::Scsi, ControllerKind::Scsi),
            (DiskBus::Fdc, ControllerKind::Fdc),
            (DiskBus::Ide, ControllerKind::Ide),
            (DiskBus::Sata, ControllerKind::Sata),
        ] {
            let on_bus = self.disks.iter().filter(|disk| disk.bus == bus);
            let mut places: Vec<_> = on_bus.filter_map(|disk| disk.info.drive()).collect();
            if bus == DiskBus::Scsi {
                places.extend(self.scsi_places());
            }
            if let Some(last) = places.iter().map(|drive| drive.controller).max() {
                self.add_controllers_up_to(kind, last);
            }
        }
        let consoles = self.consoles.iter().filter(|console| console.target == ConsoleTarget::Virtio);
        let channels = self.channels.iter().filter(|c| matches!(c.target, ChannelTarget::Virtio { .. }));
        let ports = channels.map(|d| &d.info).chain(consoles.map(|d| &d.info));
        let of_port = |info: &DeviceInfo| match info.address {
            Some(Address::VirtioSerial(place)) => place.controller,
            _ => 0,
        };
        for controller in ports.map(of_port).collect::<Vec<_>>() {
            self.add_controller(ControllerKind::VirtioSerial, controller);
        }
        self.place_smartcards();
        if is_qemu {
            for controller in &mut self.controllers {
                let default = match controller.kind {
                    ControllerKind::Usb => ControllerModel::Piix3Uhci,
                    ControllerKind::Scsi => ControllerModel::Lsilogic,
                    ControllerKind::Pci => ControllerModel::PciRoot,
                    _ => continue,
                };
                controller.model.get_or_insert(default);
            }
        }
    }

    /// Only one kind of controller has targets.
    fn check_targets(&self) -> Result<()> {
        for disk in &self.disks {
            let Some(drive) = disk.info.drive().filter(|drive| drive.target != 0) else { continue };
            let model = self
                .controllers
                .iter()
                .find(|c| {
                    disk.bus == DiskBus::Scsi && c.kind == ControllerKind::Scsi && c.index == drive.controller
                })
                .and_then(|controller| controller.model);
            match model {
                Some(ControllerModel::VirtioScsi) => {}
                Some(model) => {
                    return Err(fail::qemu(format!("target must be 0 for controller model '{model}'")));
                }
                None => return Err(fail::qemu(format!("target must be 0 for {} controller", disk.bus))),
            }
        }
        Ok(())
    }

    /// Adds a controller after all others, unless it is there.
    fn add_controller(&mut self, kind: ControllerKind, index: u32) {
        if !self.controllers.iter().any(|c| c.kind == kind && c.index == index) {
            self.controllers.push(Controller::new(kind, index, None));
        }
    }

    fn add_controllers_up_to(&mut self, kind: ControllerKind, last: u32) {
        for index in 0..=last.min(slots::MAX_CONTROLLERS) {
            self.add_controller(kind, index);
        }
    }
}

/// Most characters of a password that VNC looks at.
const MAX_VNC_PASSWORD: usize = 8;

impl Graphics {
    fn check_qemu(&self) -> Result<()> {
        if self.vnc().is_none() {
            return Ok(());
        }
        if self.port.is_some() && self.tcp_port().is_none() {
            return Err(fail::qemu("vnc port must be in range [5900,65535]"));
        }
        match self.password.as_ref().map(|password| password.text.len()) {
            Some(length) if length > MAX_VNC_PASSWORD => Err(fail::qemu(format!(
                "VNC password is {length} characters long, only {MAX_VNC_PASSWORD} permitted"
            ))),
            _ => Ok(()),
        }
    }
}

impl Serial {
    /// What QEMU's machine has.
    fn complete_qemu(&mut self) {
        let target = *self.target.get_or_insert(SerialTarget::Isa);
        self.model = self.model.or(target.model());
    }
}

impl Disk {
    /// What a source has that its XML leaves open.
    fn complete_source(&mut self) {
        match self.source.as_mut().map(|source| &mut source.location) {
            Some(Location::Nvme { managed, .. }) => {
                managed.get_or_insert(YesNo::Yes);
            }
            Some(Location::VhostUser { .. }) => {
                self.snapshot.get_or_insert(SnapshotLocation::No);
            }
            _ => {}
        }
    }

    /// Where a drive goes by the name of its target; `None` for disks that are no drives on a controller.
    fn default_address(&self) -> Result<Option<DriveAddress>> {
        let number = match self.target_number() {
            Some(number) => number,
            None if self.info.address.is_some() => 0,
            None => {
                let detail = format!("Unknown disk name '{}' and no address specified", self.target);
                return Err(fail::xml(detail));
            }
        };
        let (controller, bus, unit) = match self.bus {
            DiskBus::Ide => (number / 4, number % 4 / 2, number % 2),
            DiskBus::Fdc => (number / 2, 0, number % 2),
            DiskBus::Scsi => (number / SCSI_DRIVES, 0, number % SCSI_DRIVES),
            DiskBus::Sata => (number / SATA_PORTS, 0, number % SATA_PORTS),
            DiskBus::Virtio | DiskBus::Usb | DiskBus::Xen | DiskBus::Uml | DiskBus::Sd => return Ok(None),
        };
        Ok(Some(DriveAddress { controller, bus, target: 0, unit }))
    }

    fn check_qemu(&self) -> Result<()> {
        if let Some(name) = self.driver.name.as_deref().filter(|name| *name != "qemu") {
            let detail = format!("unsupported driver name '{name}' for disk '{}'", self.target);
            return Err(fail::qemu(detail));
        }
        if self.bus == DiskBus::Virtio && matches!(self.device, DiskDevice::Cdrom | DiskDevice::Floppy) {
            let detail = format!("disk type of '{}' does not support ejectable media", self.target);
            return Err(fail::qemu(detail));
        }
        if self.readonly
            && self.device == DiskDevice::Disk
            && matches!(self.bus, DiskBus::Ide | DiskBus::Sata)
        {
            return Err(fail::qemu(format!("readonly {} disks are not supported", self.bus)));
        }
        let uncached = matches!(self.driver.cache, Some(DiskCache::None | DiskCache::Directsync));
        if self.driver.io == Some(DiskIo::Native) && !uncached {
            let detail = "io='native' needs either no disk cache or directsync cache mode";
            return Err(fail::qemu(detail));
        }
        if self.device == DiskDevice::Lun && self.bus != DiskBus::Scsi {
            return Err(fail::qemu(format!("disk device='lun' is not supported for bus='{}'", self.bus)));
        }
        let safe = |c: char| c.is_ascii_alphanumeric() || " -_.+".contains(c);
        if let Some(serial) = self.serial.as_deref().filter(|serial| !serial.chars().all(safe)) {
            let detail = format!("driver serial '{serial}' contains unsafe characters");
            return Err(Error::new(ErrorCode::VIR_ERR_INTERNAL_ERROR, ErrorDomain::VIR_FROM_QEMU, detail));
        }
        Ok(())
    }
}
