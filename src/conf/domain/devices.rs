//! `<devices>`: reads and writes the devices in the original's order.

#![forbid(unsafe_code)]

use std::path::PathBuf;

use super::chardev::{Channel, Console, ConsoleTarget, Parallel, Serial};
use super::controller::Controller;
use super::disk::{Disk, DiskBus};
use super::device::DeviceInfo;
use super::graphics::Graphics;
use super::hostdev::Hostdev;
use super::interface::Interface;
use super::redirdev::{Hub, RedirRule, Redirdev};
use super::simple::{Audio, Input, Memballoon, Panic, Watchdog};
use super::smartcard::Smartcard;
use super::video::Video;
use super::{Devices, FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer};

/// The kinds of device that exist and that nothing here understands.
const OTHER_DEVICES: [&str; 11] = [
    "sound",
    "rng",
    "tpm",
    "filesystem",
    "lease",
    "shmem",
    "memory",
    "iommu",
    "vsock",
    "nvram",
    "crypto",
];

impl Devices {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let mut devices =
            Self { emulator: element.child_text("emulator").map(PathBuf::from), ..Self::default() };
        let mut disk_buses = Vec::new();
        let mut has_filter = false;
        let mut controllers: Vec<(Controller, Option<u32>)> = Vec::new();
        for child in element.children() {
            match child.name() {
                "disk" => {
                    let (disk, bus) = Disk::parse(child, origin)?;
                    devices.insert_disk(disk, bus, &mut disk_buses);
                }
                "controller" => {
                    let (new, index) = Controller::parse(child, origin)?;
                    // As libvirt: a number that is still open comes before all others.
                    let key = |(c, index): &(Controller, Option<u32>)| {
                        (c.kind == new.kind).then_some((*index, c.is_companion()))
                    };
                    let place = place(controllers.iter().map(key), (index, new.is_companion()));
                    controllers.insert(place, (new, index));
                }
                "interface" => devices.interfaces.push(Interface::parse(child, origin)?),
                "serial" => {
                    let (mut serial, port) = Serial::parse(child, origin)?;
                    if port.is_none() {
                        serial.port = next_port(devices.serials.iter().map(|serial| serial.port));
                    }
                    devices.serials.push(serial);
                }
                "parallel" => {
                    let (mut parallel, port) = Parallel::parse(child, origin)?;
                    if port.is_none() {
                        parallel.port = next_port(devices.parallels.iter().map(|parallel| parallel.port));
                    }
                    devices.parallels.push(parallel);
                }
                "channel" => devices.channels.push(Channel::parse(child, origin)?),
                "smartcard" => devices.smartcards.push(Smartcard::parse(child, origin)?),
                "redirdev" => devices.redirdevs.push(Redirdev::parse(child, origin)?),
                "redirfilter" => {
                    if std::mem::replace(&mut has_filter, true) {
                        let text = "only one set of redirection filter rule is supported";
                        return Err(fail::internal(text));
                    }
                    devices.redir_rules = RedirRule::parse_all(child)?;
                }
                "hub" => devices.hubs.push(Hub::parse(child, origin)?),
                "console" => {
                    let position = devices.consoles.len();
                    devices.consoles.push(Console::parse(child, origin, position)?);
                }
                "hostdev" => devices.hostdevs.push(Hostdev::parse(child, origin)?),
                "input" => devices.inputs.push(Input::parse(child, origin)?),
                "graphics" => devices.graphics.push(Graphics::parse(child, origin)?),
                "audio" => devices.audios.push(Audio::parse(child)?),
                "video" => devices.insert_video(Video::parse(child, origin)?)?,
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
        devices.number_controllers(controllers);
        devices.check_names()?;
        Ok(devices)
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

    /// What all devices have in common, of all of them.
    pub(super) fn infos(&self) -> impl Iterator<Item = &DeviceInfo> {
        let disks = self.disks.iter().map(|d| &d.info);
        let controllers = self.controllers.iter().map(|d| &d.info);
        let interfaces = self.interfaces.iter().map(|d| &d.info);
        let smartcards = self.smartcards.iter().map(|d| &d.info);
        let serials = self.serials.iter().map(|d| &d.info);
        let parallels = self.parallels.iter().map(|d| &d.info);
        // Those that only show a serial port have its alias and place.
        let consoles = self.consoles.iter().filter(|d| d.target != ConsoleTarget::Serial).map(|d| &d.info);
        let channels = self.channels.iter().map(|d| &d.info);
        let inputs = self.inputs.iter().map(|d| &d.info);
        let videos = self.videos.iter().map(|d| &d.info);
        let hostdevs = self.hostdevs.iter().map(|d| &d.info);
        let redirdevs = self.redirdevs.iter().map(|d| &d.info);
        let hubs = self.hubs.iter().map(|d| &d.info);
        let watchdogs = self.watchdogs.iter().map(|d| &d.info);
        let memballoons = self.memballoon.iter().map(|d| &d.info);
        disks
            .chain(controllers)
            .chain(interfaces)
            .chain(smartcards)
            .chain(serials)
            .chain(parallels)
            .chain(consoles)
            .chain(channels)
            .chain(inputs)
            .chain(videos)
            .chain(hostdevs)
            .chain(redirdevs)
            .chain(hubs)
            .chain(watchdogs)
            .chain(memballoons)
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.block("devices", |w| {
            if let Some(emulator) = &self.emulator {
                w.text("emulator", emulator.display());
            }
            self.disks.iter().for_each(|d| d.format(w, flags));
            self.controllers.iter().for_each(|d| d.format(w, flags));
            self.interfaces.iter().for_each(|d| d.format(w, flags));
            self.smartcards.iter().for_each(|d| d.format(w, flags));
            self.serials.iter().for_each(|d| d.format(w, flags));
            self.parallels.iter().for_each(|d| d.format(w, flags));
            self.consoles.iter().for_each(|d| d.format(w, flags));
            self.channels.iter().for_each(|d| d.format(w, flags));
            self.inputs.iter().for_each(|d| d.format(w, flags));
            self.graphics.iter().for_each(|d| d.format(w, flags));
            self.audios.iter().for_each(|d| d.format(w));
            self.videos.iter().for_each(|d| d.format(w, flags));
            self.hostdevs.iter().for_each(|d| d.format(w, flags));
            self.redirdevs.iter().for_each(|d| d.format(w, flags));
            RedirRule::format_all(&self.redir_rules, w);
            self.hubs.iter().for_each(|d| d.format(w, flags));
            self.watchdogs.iter().for_each(|d| d.format(w, flags));
            self.memballoon.iter().for_each(|d| d.format(w, flags));
            self.panics.iter().for_each(|d| d.format(w));
        });
    }
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
