//! `<devices>`: reads and writes the devices in the original's order.

#![forbid(unsafe_code)]

use std::path::PathBuf;

use super::audio::{Audio, Sound};
use super::chardev::{Channel, Console, ConsoleTarget, Parallel, Serial};
use super::controller::Controller;
use super::device::DeviceInfo;
use super::disk::{Disk, DiskBus};
use super::filesystem::Filesystem;
use super::graphics::Graphics;
use super::hostdev::Hostdev;
use super::input::Input;
use super::interface::Interface;
use super::iommu::{Iommu, Vsock};
use super::memory::MemoryDevice;
use super::redirdev::{Hub, RedirRule, Redirdev};
use super::rng::Rng;
use super::shmem::Shmem;
use super::simple::{Crypto, Lease, Memballoon, Nvram, Panic, Pstore, Watchdog};
use super::smartcard::Smartcard;
use super::tpm::Tpm;
use super::video::Video;
use super::{Devices, FormatFlags, Origin, fail};
use crate::error::{Error, Result};
use crate::util::xml::{Element, Writer};

/// What is known of devices only while they are read.
#[derive(Default)]
struct Reading {
    /// The buses of the disks so far, as the XML says them.
    disk_buses: Vec<Option<DiskBus>>,
    /// The controllers with the numbers that the XML says.
    controllers: Vec<(Controller, Option<u32>)>,
    has_filter: bool,
}

impl Devices {
    /// Reads what stands in every `<devices>` of `domain`.
    pub(super) fn parse(domain: Element<'_>, origin: Origin) -> Result<Self> {
        let all = || domain.children_named("devices").flat_map(Element::children);
        let emulator = all().find(|child| child.name() == "emulator").map(Element::text);
        let emulator = emulator.filter(|text| !text.is_empty()).map(PathBuf::from);
        let mut devices = Self { emulator, ..Self::default() };
        let mut reading = Reading::default();
        for child in all() {
            devices.parse_device(child, origin, &mut reading)?;
        }
        devices.number_controllers(reading.controllers);
        devices.check_names()?;
        Ok(devices)
    }

    /// Reads one device; elements that the original does not know are ignored, as there.
    fn parse_device(&mut self, element: Element<'_>, origin: Origin, reading: &mut Reading) -> Result<()> {
        match element.name() {
            "disk" => {
                let (disk, bus) = Disk::parse(element, origin)?;
                self.insert_disk(disk, bus, &mut reading.disk_buses);
            }
            "controller" => {
                let (new, index) = Controller::parse(element, origin)?;
                // As libvirt: a number that is still open comes last, and later ones do not go before it; a companion
                // comes after its master.
                let key = |(c, index): &(Controller, Option<u32>)| {
                    (c.kind == new.kind).then_some((*index, c.is_companion()))
                };
                let wanted = (index.or(Some(u32::MAX)), new.is_companion());
                let place = place(reading.controllers.iter().map(key), wanted);
                reading.controllers.insert(place, (new, index));
            }
            "lease" => self.leases.push(Lease::parse(element)?),
            "filesystem" => self.filesystems.push(Filesystem::parse(element, origin)?),
            "interface" => self.interfaces.push(Interface::parse(element, origin)?),
            "smartcard" => self.smartcards.push(Smartcard::parse(element, origin)?),
            "serial" => {
                let (mut serial, port) = Serial::parse(element, origin)?;
                serial.port = port.unwrap_or_else(|| next_port(self.serials.iter().map(|d| d.port)));
                self.serials.push(serial);
            }
            "parallel" => {
                let (mut parallel, port) = Parallel::parse(element, origin)?;
                parallel.port = port.unwrap_or_else(|| next_port(self.parallels.iter().map(|d| d.port)));
                self.parallels.push(parallel);
            }
            "console" => {
                let position = self.consoles.len();
                self.consoles.push(Console::parse(element, origin, position)?);
            }
            "channel" => self.channels.push(Channel::parse(element, origin)?),
            "input" => self.inputs.push(Input::parse(element, origin)?),
            "tpm" => self.tpms.push(Tpm::parse(element, origin)?),
            "graphics" => self.graphics.push(Graphics::parse(element, origin)?),
            "sound" => self.sounds.push(Sound::parse(element, origin)?),
            "audio" => self.audios.push(Audio::parse(element)?),
            "video" => self.insert_video(Video::parse(element, origin)?)?,
            "hostdev" => self.hostdevs.push(Hostdev::parse(element, origin)?),
            "redirdev" => self.redirdevs.push(Redirdev::parse(element, origin)?),
            "redirfilter" => {
                if std::mem::replace(&mut reading.has_filter, true) {
                    return Err(fail::internal("only one set of redirection filter rule is supported"));
                }
                self.redir_rules = RedirRule::parse_all(element)?;
            }
            "hub" => self.hubs.push(Hub::parse(element, origin)?),
            "watchdog" => self.watchdogs.push(Watchdog::parse(element, origin)?),
            "memballoon" => only(&mut self.memballoon, Memballoon::parse(element, origin)?, || {
                fail::internal("only a single memory balloon device is supported")
            })?,
            "rng" => self.rngs.push(Rng::parse(element, origin)?),
            "nvram" => only(&mut self.nvram, Nvram::parse(element, origin)?, || {
                fail::internal("only a single nvram device is supported")
            })?,
            "panic" => self.panics.push(Panic::parse(element, origin)?),
            "shmem" => self.shmems.push(Shmem::parse(element, origin)?),
            "memory" => self.memories.push(MemoryDevice::parse(element, origin)?),
            "crypto" => self.cryptos.push(Crypto::parse(element, origin)?),
            "iommu" => only(&mut self.iommu, Iommu::parse(element, origin)?, || {
                fail::xml("only a single IOMMU device is supported")
            })?,
            "vsock" => only(&mut self.vsock, Vsock::parse(element, origin)?, || {
                fail::xml("only a single vsock device is supported")
            })?,
            "pstore" => only(&mut self.pstore, Pstore::parse(element, origin)?, || {
                fail::xml("only a single pstore device is supported")
            })?,
            _ => {}
        }
        Ok(())
    }

    /// Takes over controllers with their numbers; those without get the lowest that are free.
    fn number_controllers(&mut self, mut controllers: Vec<(Controller, Option<u32>)>) {
        for i in 0..controllers.len() {
            if controllers[i].1.is_none() {
                let kind = controllers[i].0.kind;
                let taken = |index| controllers.iter().any(|(c, i)| c.kind == kind && *i == Some(index));
                let index = (0..).find(|index| !taken(*index)).unwrap_or(u32::MAX);
                controllers[i].0.index = index;
                controllers[i].1 = Some(index);
            }
        }
        self.controllers = controllers.into_iter().map(|(controller, _)| controller).collect();
    }

    /// A disk stands among those on its bus, in the order of their targets. A bus that the XML does not say counts
    /// as one of its own. `buses` goes with the disks.
    fn insert_disk(&mut self, disk: Disk, bus: Option<DiskBus>, buses: &mut Vec<Option<DiskBus>>) {
        let keys = self.disks.iter().zip(&*buses);
        let keys = keys.map(|(other, on)| (*on == bus).then(|| other.target_number()));
        let place = place(keys, disk.target_number());
        self.disks.insert(place, disk);
        buses.insert(place, bus);
    }

    /// A controller stands among those of its kind, in the order of their numbers.
    pub(super) fn insert_controller(&mut self, controller: Controller) {
        let keys =
            self.controllers.iter().map(|other| (other.kind == controller.kind).then_some(other.index));
        let place = place(keys, controller.index);
        self.controllers.insert(place, controller);
    }

    /// The primary card comes first.
    fn insert_video(&mut self, video: Video) -> Result<()> {
        if video.primary && self.videos.iter().any(|other| other.primary) {
            return Err(fail::unsupported("Only one primary video device is supported"));
        }
        let place = if video.primary { 0 } else { self.videos.len() };
        self.videos.insert(place, video);
        Ok(())
    }

    /// What all devices have in common, of all of them. Consoles that only show a serial port have its alias and
    /// place, and are left out.
    pub fn infos(&self) -> impl Iterator<Item = &DeviceInfo> {
        let mut infos: Vec<&DeviceInfo> = Vec::new();
        infos.extend(self.disks.iter().map(|d| &d.info));
        infos.extend(self.controllers.iter().map(|d| &d.info));
        infos.extend(self.filesystems.iter().map(|d| &d.info));
        infos.extend(self.interfaces.iter().map(|d| &d.info));
        infos.extend(self.smartcards.iter().map(|d| &d.info));
        infos.extend(self.serials.iter().map(|d| &d.info));
        infos.extend(self.parallels.iter().map(|d| &d.info));
        let consoles = self.consoles.iter().filter(|d| d.target != ConsoleTarget::Serial);
        infos.extend(consoles.map(|d| &d.info));
        infos.extend(self.channels.iter().map(|d| &d.info));
        infos.extend(self.inputs.iter().map(|d| &d.info));
        infos.extend(self.tpms.iter().map(|d| &d.info));
        infos.extend(self.sounds.iter().map(|d| &d.info));
        infos.extend(self.videos.iter().map(|d| &d.info));
        infos.extend(self.hostdevs.iter().map(|d| &d.info));
        infos.extend(self.redirdevs.iter().map(|d| &d.info));
        infos.extend(self.hubs.iter().map(|d| &d.info));
        infos.extend(self.watchdogs.iter().map(|d| &d.info));
        infos.extend(self.memballoon.iter().map(|d| &d.info));
        infos.extend(self.rngs.iter().map(|d| &d.info));
        infos.extend(self.nvram.iter().map(|d| &d.info));
        infos.extend(self.panics.iter().map(|d| &d.info));
        infos.extend(self.shmems.iter().map(|d| &d.info));
        infos.extend(self.memories.iter().map(|d| &d.info));
        infos.extend(self.cryptos.iter().map(|d| &d.info));
        infos.extend(self.iommu.iter().map(|d| &d.info));
        infos.extend(self.vsock.iter().map(|d| &d.info));
        infos.extend(self.pstore.iter().map(|d| &d.info));
        infos.into_iter()
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.block("devices", |w| {
            if let Some(emulator) = &self.emulator {
                w.text("emulator", emulator.display());
            }
            self.disks.iter().for_each(|d| d.format(w, flags));
            self.controllers.iter().for_each(|d| d.format(w, flags));
            self.leases.iter().for_each(|d| d.format(w));
            self.filesystems.iter().for_each(|d| d.format(w, flags));
            self.interfaces.iter().for_each(|d| d.format(w, flags));
            self.smartcards.iter().for_each(|d| d.format(w, flags));
            self.serials.iter().for_each(|d| d.format(w, flags));
            self.parallels.iter().for_each(|d| d.format(w, flags));
            self.consoles.iter().for_each(|d| d.format(w, flags));
            self.channels.iter().for_each(|d| d.format(w, flags));
            let inputs = self.inputs.iter().filter(|d| !flags.migratable || !d.is_only_new());
            inputs.for_each(|d| d.format(w, flags));
            self.tpms.iter().for_each(|d| d.format(w, flags));
            self.graphics.iter().for_each(|d| d.format(w, flags));
            self.sounds.iter().for_each(|d| d.format(w, flags));
            self.audios.iter().for_each(|d| d.format(w));
            self.videos.iter().for_each(|d| d.format(w, flags));
            self.hostdevs.iter().for_each(|d| d.format(w, flags));
            self.redirdevs.iter().for_each(|d| d.format(w, flags));
            RedirRule::format_all(&self.redir_rules, w);
            self.hubs.iter().for_each(|d| d.format(w, flags));
            self.watchdogs.iter().for_each(|d| d.format(w, flags));
            self.memballoon.iter().for_each(|d| d.format(w, flags));
            self.rngs.iter().for_each(|d| d.format(w, flags));
            self.nvram.iter().for_each(|d| d.format(w, flags));
            self.panics.iter().for_each(|d| d.format(w, flags));
            self.shmems.iter().for_each(|d| d.format(w, flags));
            self.memories.iter().for_each(|d| d.format(w, flags));
            self.cryptos.iter().for_each(|d| d.format(w, flags));
            self.iommu.iter().for_each(|d| d.format(w, flags));
            self.vsock.iter().for_each(|d| d.format(w, flags));
            self.pstore.iter().for_each(|d| d.format(w, flags));
        });
    }
}

/// Takes over a device of which there can only be one.
fn only<T>(place: &mut Option<T>, device: T, second: impl FnOnce() -> Error) -> Result<()> {
    place.replace(device).map_or(Ok(()), |_| Err(second()))
}

/// The port of a device that says none: after the highest.
fn next_port(taken: impl Iterator<Item = u32>) -> u32 {
    taken.max().map_or(0, |highest| highest.saturating_add(1))
}

/// As libvirt orders devices: the new one comes before the first of its kind with a greater key, else after the
/// last of its kind, else at the end. `keys` has `None` for devices of other kinds.
fn place<K: Ord>(keys: impl Iterator<Item = Option<K>>, new: K) -> usize {
    let keys: Vec<_> = keys.collect();
    let greater = keys.iter().position(|key| key.as_ref().is_some_and(|key| *key > new));
    let after_last = || keys.iter().rposition(Option::is_some).map(|last| last + 1);
    greater.or_else(after_last).unwrap_or(keys.len())
}
