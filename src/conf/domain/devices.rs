//! `<devices>`: reads and writes the devices in the original's order.

#![forbid(unsafe_code)]

use std::path::PathBuf;

use super::chardev::{Console, Serial};
use super::controller::Controller;
use super::disk::{Disk, DiskBus};
use super::graphics::Graphics;
use super::interface::Interface;
use super::simple::{Audio, Input, Memballoon, Panic, Watchdog};
use super::video::Video;
use super::{Devices, FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer};

/// The kinds of device that exist and that nothing here understands.
const OTHER_DEVICES: [&str; 18] = [
    "hostdev",
    "sound",
    "rng",
    "tpm",
    "filesystem",
    "lease",
    "smartcard",
    "redirdev",
    "redirfilter",
    "hub",
    "shmem",
    "memory",
    "iommu",
    "vsock",
    "nvram",
    "parallel",
    "channel",
    "crypto",
];

impl Devices {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let mut devices =
            Self { emulator: element.child_text("emulator").map(PathBuf::from), ..Self::default() };
        let mut disk_buses = Vec::new();
        for child in element.children() {
            match child.name() {
                "disk" => {
                    let (disk, bus) = Disk::parse(child, origin)?;
                    devices.insert_disk(disk, bus, &mut disk_buses);
                }
                "controller" => {
                    let (mut controller, index) = Controller::parse(child, origin)?;
                    if index.is_none() {
                        controller.index = devices.next_index(controller.kind);
                    }
                    devices.insert_controller(controller);
                }
                "interface" => devices.interfaces.push(Interface::parse(child, origin)?),
                "serial" => {
                    let (mut serial, port) = Serial::parse(child, origin)?;
                    if port.is_none() {
                        serial.port = devices.serials.iter().map(|s| s.port + 1).max().unwrap_or(0);
                    }
                    devices.serials.push(serial);
                }
                "console" => {
                    let mut console = Console::parse(child, origin)?;
                    if origin == Origin::User {
                        console.port = u32::try_from(devices.consoles.len()).unwrap_or(u32::MAX);
                    }
                    devices.consoles.push(console);
                }
                "input" => devices.inputs.push(Input::parse(child, origin)?),
                "graphics" => devices.graphics.push(Graphics::parse(child, origin)?),
                "audio" => devices.audios.push(Audio::parse(child)?),
                "video" => devices.insert_video(Video::parse(child, origin)?),
                "watchdog" => devices.watchdogs.push(Watchdog::parse(child, origin)?),
                "memballoon" => {
                    let balloon = Memballoon::parse(child, origin)?;
                    if devices.memballoon.replace(balloon).is_some() {
                        return Err(fail::internal("only a single memory balloon device is supported"));
                    }
                }
                "panic" => devices.panics.push(Panic::parse(child)?),
                name if OTHER_DEVICES.contains(&name) => {
                    return Err(fail::unsupported(format!("device '{name}' is not supported")));
                }
                _ => {}
            }
        }
        devices.check()?;
        Ok(devices)
    }

    /// As libvirt: a disk comes before the first disk on the same bus that has a higher target, else last. A bus
    /// that the XML does not say counts as one of its own. `buses` goes with the disks.
    fn insert_disk(&mut self, disk: Disk, bus: Option<DiskBus>, buses: &mut Vec<Option<DiskBus>>) {
        let mut place = None;
        for i in (0..self.disks.len()).rev().filter(|i| buses[*i] == bus) {
            if self.disks[i].target_number() > disk.target_number() {
                place = Some(i);
            } else {
                place = place.or(Some(i + 1));
                break;
            }
        }
        let place = place.unwrap_or(self.disks.len());
        self.disks.insert(place, disk);
        buses.insert(place, bus);
    }

    /// As libvirt: a controller stands among those of its kind, in the order of their numbers.
    pub(super) fn insert_controller(&mut self, controller: Controller) {
        let mut place = None;
        for (i, other) in self.controllers.iter().enumerate().filter(|(_, c)| c.kind == controller.kind) {
            if other.index > controller.index {
                place = Some(i);
                break;
            }
            place = Some(i + 1);
        }
        self.controllers.insert(place.unwrap_or(self.controllers.len()), controller);
    }

    /// The primary card comes first.
    fn insert_video(&mut self, video: Video) {
        let place = if video.primary { 0 } else { self.videos.len() };
        self.videos.insert(place, video);
    }

    fn check(&self) -> Result<()> {
        for (i, disk) in self.disks.iter().enumerate() {
            if let Some(twin) = self.disks[..i].iter().find(|other| other.target == disk.target) {
                let path =
                    |disk: &Disk| disk.source.as_ref().map_or("(null)".to_owned(), |s| s.path().to_owned());
                return Err(fail::xml(format!(
                    "target '{}' duplicated for disk sources '{}' and '{}'",
                    disk.target,
                    path(twin),
                    path(disk)
                )));
            }
        }
        for (i, controller) in self.controllers.iter().enumerate() {
            let (kind, index) = (controller.kind, controller.index);
            if self.controllers[..i].iter().any(|c| c.kind == kind && c.index == index) {
                return Err(fail::internal(format!("Multiple '{kind}' controllers with index '{index}'")));
            }
        }
        if self.watchdogs.len() > 1 {
            return Err(fail::internal("only a single watchdog device is supported"));
        }
        if let [_, twin, ..] = &self.panics[..] {
            return Err(fail::xml(format!("Multiple panic devices with model '{}'", twin.model)));
        }
        Ok(())
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.block("devices", |w| {
            if let Some(emulator) = &self.emulator {
                w.text("emulator", emulator.display());
            }
            self.disks.iter().for_each(|d| d.format(w, flags));
            self.controllers.iter().for_each(|d| d.format(w, flags));
            self.interfaces.iter().for_each(|d| d.format(w, flags));
            self.serials.iter().for_each(|d| d.format(w, flags));
            self.consoles.iter().for_each(|d| d.format(w, flags));
            self.inputs.iter().for_each(|d| d.format(w, flags));
            self.graphics.iter().for_each(|d| d.format(w, flags));
            self.audios.iter().for_each(|d| d.format(w));
            self.videos.iter().for_each(|d| d.format(w, flags));
            self.watchdogs.iter().for_each(|d| d.format(w, flags));
            self.memballoon.iter().for_each(|d| d.format(w, flags));
            self.panics.iter().for_each(|d| d.format(w));
        });
    }
}
