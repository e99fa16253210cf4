//! What a definition gains when its domain starts: aliases, node names, ports, paths; and finding devices by them.

#![forbid(unsafe_code)]

use super::chardev::{ChannelTarget, CharSource, ConsoleTarget};
use super::clock::{ClockBasis, ClockOffset};
use super::controller::{Controller, ControllerKind, ControllerModel};
use super::device::{DeviceInfo, YesNo};
use super::disk::{Backing, Disk, DiskBus, DiskCache};
use super::graphics::{GraphicsServer, Listen};
use super::simple::MemballoonModel;
use super::size::MAX_KIB;
use super::storage::Location;
use super::{Devices, DomainDef};
use crate::ident::DomainId;

/// QEMU's memory sizes are multiples of this.
const MEMORY_UNIT_KIB: u64 = 1024;

impl DomainDef {
    /// Turns a copy of the inactive definition into that of a domain about to run: id, aliases, node names, the
    /// clock's start. `utc_offset_s` is what the host's local time is ahead of UTC.
    ///
    /// Still open are the ports of graphics with `autoport` and the places where graphics listen.
    pub fn prepare_live(&mut self, id: DomainId, utc_offset_s: i64) {
        self.id = Some(id);
        // Not beyond what can be read back; no machine has as much.
        self.memory_kib = self.memory_kib.next_multiple_of(MEMORY_UNIT_KIB).min(MAX_KIB);
        if let ClockOffset::Variable { adjustment_s, start_adjustment_s, basis } = &mut self.clock.offset {
            // As libvirt: the running clock counts from UTC, so that a change of time zone does not move it.
            if *basis == ClockBasis::Localtime {
                *adjustment_s = adjustment_s.saturating_add(utc_offset_s);
                *basis = ClockBasis::Utc;
            }
            *start_adjustment_s = Some(*adjustment_s);
        }
        for graphics in &mut self.devices.graphics {
            let open = |listen: &Listen| matches!(listen, Listen::Address(None) | Listen::Socket(None));
            graphics.listen_chosen = graphics.listens.iter().any(open);
        }
        self.devices.number_nodes();
        self.devices.settle_sockets();
        self.devices.assign_aliases();
    }

    /// The disk with this alias, which is also QEMU's device id.
    pub fn disk_by_alias(&self, alias: &str) -> Option<&Disk> {
        self.devices.disks.iter().find(|disk| disk.info.alias.as_deref() == Some(alias))
    }

    /// The disk behind a QEMU block node: `libvirt-N-format` or `libvirt-N-storage`.
    pub fn disk_by_node_name(&self, node: &str) -> Option<&Disk> {
        let number = node.strip_prefix("libvirt-")?;
        let number = number.strip_suffix("-format").or_else(|| number.strip_suffix("-storage"))?;
        let number = number.parse().ok()?;
        self.devices.disks.iter().find(|disk| disk.node_index() == Some(number))
    }

    /// Whether QEMU opens a terminal for a character device.
    pub fn has_pty(&self) -> bool {
        let devices = &self.devices;
        let serials = devices.serials.iter().map(|d| &d.host);
        let parallels = devices.parallels.iter().map(|d| &d.host);
        let channels = devices.channels.iter().map(|d| &d.host);
        let consoles = devices.consoles.iter().map(|d| &d.host);
        let mut hosts = serials.chain(parallels).chain(channels).chain(consoles);
        hosts.any(|host| matches!(host.source, CharSource::Pty { .. }))
    }

    /// Notes the terminal that QEMU opened for the character device `alias` (QEMU's chardev is "char" and the
    /// alias): on the device, and on the console that shows the same port. Returns whether there is such a device.
    pub fn set_pty_path(&mut self, alias: &str, path: &str) -> bool {
        let devices = &mut self.devices;
        let serials = devices.serials.iter_mut().map(|d| (&d.info, &mut d.host.source));
        let parallels = devices.parallels.iter_mut().map(|d| (&d.info, &mut d.host.source));
        let channels = devices.channels.iter_mut().map(|d| (&d.info, &mut d.host.source));
        let consoles = devices.consoles.iter_mut().map(|d| (&d.info, &mut d.host.source));
        let mut found = false;
        for (info, source) in serials.chain(parallels).chain(channels).chain(consoles) {
            if let CharSource::Pty { path: known } = source
                && info.alias.as_deref() == Some(alias)
            {
                *known = Some(path.to_owned());
                found = true;
            }
        }
        found
    }

    /// Whether a virtio channel can be opened in the guest.
    pub fn has_virtio_channel(&self) -> bool {
        self.devices.channels.iter().any(|channel| matches!(channel.target, ChannelTarget::Virtio { .. }))
    }

    /// Notes whether the guest has the virtio channel `alias` open. Returns its name, if there is one that has a name.
    pub fn set_channel_state(&mut self, alias: &str, open: bool) -> Option<String> {
        let mut channels = self.devices.channels.iter_mut();
        let channel = channels.find(|channel| channel.info.alias.as_deref() == Some(alias))?;
        let ChannelTarget::Virtio { name } = &channel.target else { return None };
        channel.open = Some(open);
        name.clone()
    }

    /// Notes the port of the VNC server number `index`.
    pub fn set_vnc_port(&mut self, index: usize, port: u16) {
        if let Some(graphics) = self.devices.graphics.get_mut(index) {
            graphics.port = Some(port.into());
        }
    }

    /// Notes the port for browsers of the VNC server number `index`.
    pub fn set_websocket_port(&mut self, index: usize, port: u16) {
        if let Some(GraphicsServer::Vnc(vnc)) = self.devices.graphics.get_mut(index).map(|g| &mut g.server) {
            vnc.websocket_port = Some(port);
        }
    }

    /// The guest set its clock: `offset_s` is QEMU's number, relative to the start. Returns the number for the
    /// event, which is the new adjustment if the clock is variable.
    pub fn change_clock(&mut self, offset_s: i64) -> i64 {
        match &mut self.clock.offset {
            ClockOffset::Variable { adjustment_s, start_adjustment_s, .. } => {
                *adjustment_s = start_adjustment_s.unwrap_or(0).saturating_add(offset_s);
                *adjustment_s
            }
            _ => offset_s,
        }
    }
}

impl Devices {
    /// Takes out the device with this alias, which QEMU no longer has. Returns whether it was there: devices that the
    /// original knows no way to remove stay.
    pub fn remove(&mut self, alias: &str) -> bool {
        let known = self.infos().any(|info| info.alias.as_deref() == Some(alias));
        macro_rules! remove_from {
            ($($devices:ident)*) => {
                $(self.$devices.retain(|device| device.info.alias.as_deref() != Some(alias));)*
            };
        }
        remove_from!(
            disks controllers filesystems interfaces serials parallels consoles channels inputs hostdevs redirdevs
            watchdogs rngs shmems memories
        );
        self.vsock.take_if(|device| device.info.alias.as_deref() == Some(alias));
        known
    }

    /// What a socket that is in use cannot leave open.
    fn settle_sockets(&mut self) {
        self.serials.iter_mut().for_each(|d| d.host.source.settle());
        self.parallels.iter_mut().for_each(|d| d.host.source.settle());
        self.channels.iter_mut().for_each(|d| d.host.source.settle());
        self.consoles.iter_mut().for_each(|d| d.host.source.settle());
    }

    /// As libvirt: the last disk is number 1, and an empty drive has a number that nobody uses.
    fn number_nodes(&mut self) {
        for (number, disk) in (1..).zip(self.disks.iter_mut().rev()) {
            match &mut disk.source {
                Some(source) if !source.is_empty() => {
                    source.index = Some(number);
                    // What is left open is decided now.
                    if let Location::Network(network) = &mut source.location {
                        network.tls.get_or_insert(YesNo::No);
                    } else {
                        disk.backing.get_or_insert(Backing::None);
                    }
                }
                _ => disk.driver.format = None,
            }
            if disk.shareable && !disk.readonly {
                // As libvirt: what several guests write must not stay in one host's cache.
                disk.driver.cache.get_or_insert(DiskCache::None);
            }
        }
    }

    /// Gives every device its name; those that the user chose stay.
    fn assign_aliases(&mut self) {
        for controller in &mut self.controllers {
            let alias = controller.alias();
            controller.info.name(alias);
        }
        let wide: Vec<u32> = self
            .controllers
            .iter()
            .filter(|c| c.kind == ControllerKind::Scsi && c.model == Some(ControllerModel::VirtioScsi))
            .map(|c| c.index)
            .collect();
        for disk in &mut self.disks {
            let alias = disk.alias(&wide);
            disk.info.name(alias);
        }
        number(self.interfaces.iter_mut().map(|d| &mut d.info), "net");
        number(self.serials.iter_mut().map(|d| &mut d.info), "serial");
        number(self.parallels.iter_mut().map(|d| &mut d.info), "parallel");
        number(self.channels.iter_mut().map(|d| &mut d.info), "channel");
        let serial = self.serials.first().and_then(|serial| serial.info.alias.clone());
        for (i, console) in self.consoles.iter_mut().enumerate() {
            match &serial {
                Some(alias) if console.target == ConsoleTarget::Serial => {
                    console.info.alias = Some(alias.clone());
                }
                _ => console.info.name(format!("console{i}")),
            }
        }
        number(self.inputs.iter_mut().map(|d| &mut d.info), "input");
        number(self.videos.iter_mut().map(|d| &mut d.info), "video");
        number(self.watchdogs.iter_mut().map(|d| &mut d.info), "watchdog");
        let balloon = self.memballoon.iter_mut().filter(|d| d.model != MemballoonModel::None);
        number(balloon.map(|d| &mut d.info), "balloon");
    }
}

fn number<'a>(devices: impl Iterator<Item = &'a mut DeviceInfo>, prefix: &str) {
    for (i, info) in devices.enumerate() {
        info.name(format!("{prefix}{i}"));
    }
}

impl DeviceInfo {
    fn name(&mut self, alias: String) {
        self.alias.get_or_insert(alias);
    }
}

impl Controller {
    fn alias(&self) -> String {
        let index = self.index;
        match self.kind {
            ControllerKind::Ide => "ide".to_owned(),
            ControllerKind::Usb if index == 0 => "usb".to_owned(),
            ControllerKind::Pci => format!("pci.{index}"),
            kind => format!("{kind}{index}"),
        }
    }
}

impl Disk {
    /// The name by place. `wide` are the SCSI controllers that have targets as well as units.
    fn alias(&self, wide: &[u32]) -> String {
        let number = self.target_number().unwrap_or(0);
        let drive = self.info.drive().unwrap_or_default();
        match self.bus {
            DiskBus::Virtio => format!("virtio-disk{number}"),
            DiskBus::Usb => format!("usb-disk{number}"),
            DiskBus::Scsi if wide.contains(&drive.controller) => {
                format!("scsi{}-{}-{}-{}", drive.controller, drive.bus, drive.target, drive.unit)
            }
            bus => format!("{bus}{}-{}-{}", drive.controller, drive.bus, drive.unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conf::domain::FormatFlags;

    fn live(clock: &str, devices: &str) -> DomainDef {
        let xml = format!(
            "<domain type='qemu'><name>a</name><memory>32768</memory><os><type>hvm</type></os>{clock}\
             <devices>{devices}</devices></domain>"
        );
        let mut def = DomainDef::parse(&xml).expect("good XML");
        def.prepare_live(DomainId(1), 7200);
        def
    }

    /// IOE-3 and IOE-4: by QEMU's names to the path and the alias of the definition.
    #[test]
    fn a_disk_is_found_by_qemu_s_names() {
        let def = live(
            "",
            "<disk><source file='/a'/><target dev='hda'/></disk>\
             <disk type='network'><source protocol='nbd' name='data'><host name='h'/></source><target dev='vda'/>\
             </disk><disk device='cdrom'><target dev='hdc'/></disk>",
        );
        let found = |disk: Option<&Disk>| {
            let path = disk?.contents()?.path().to_owned();
            Some((path, disk?.info.alias.clone()?))
        };
        let file = Some(("/a".to_owned(), "ide0-0-0".to_owned()));
        let nbd = Some(("data".to_owned(), "virtio-disk0".to_owned()));
        assert_eq!(found(def.disk_by_node_name("libvirt-3-format")), file);
        assert_eq!(found(def.disk_by_node_name("libvirt-3-storage")), file);
        assert_eq!(found(def.disk_by_node_name("libvirt-2-format")), nbd);
        assert_eq!(found(def.disk_by_alias("virtio-disk0")), nbd);
        for node in ["libvirt-1-format", "libvirt-9-format", "libvirt-x-format", "libvirt-1", "#block123", ""]
        {
            assert_eq!(def.disk_by_node_name(node), None, "{node}");
        }
    }

    #[test]
    fn a_run_with_all_memory_that_there_can_be_is_read_again() {
        let most = live("<cpu/>", "").format(Default::default()).replace("32768<", &format!("{MAX_KIB}<"));
        let mut def = DomainDef::parse(&most).expect("good XML");
        def.prepare_live(DomainId(1), 0);
        let state = def.format(FormatFlags { secure: true, status: true, ..FormatFlags::default() });
        assert_eq!(DomainDef::parse_state(&state).expect("own state").memory_kib, MAX_KIB);
    }

    /// RTC-4: QEMU counts from the start, so changes do not add up twice.
    #[test]
    fn a_variable_clock_follows_the_guest() {
        let mut def = live("<clock offset='variable' adjustment='3600' basis='localtime'/>", "");
        assert!(def.format(Default::default()).contains("adjustment='10800' basis='utc'"));
        assert_eq!(def.change_clock(60), 10860);
        assert_eq!(def.change_clock(-60), 10740);
        assert!(def.format(Default::default()).contains("adjustment='10740' basis='utc'/>"));
    }

    /// RTC-5: other clocks stay as they are.
    #[test]
    fn other_clocks_only_report() {
        let mut def = live("<clock offset='localtime'/>", "");
        let before = def.clone();
        assert_eq!(def.change_clock(60), 60);
        assert_eq!(def, before);
    }

    /// What the guest has open is part of the run: the next process reads it, the next start does not.
    #[test]
    fn channels_open_and_close() {
        let channel =
            "<channel type='null'><target type='virtio' name='org.x.0' state='connected'/></channel>";
        let mut def = live("", channel);
        let shown = |def: &DomainDef, word: &str| def.format(Default::default()).contains(word);
        assert!(!shown(&def, "state="), "not the user's to say");
        assert_eq!(def.set_channel_state("channel0", true).as_deref(), Some("org.x.0"));
        assert!(shown(&def, "name='org.x.0' state='connected'/>"));
        let state =
            def.format(FormatFlags { secure: true, inactive: false, status: true, migratable: false });
        assert!(shown(&DomainDef::parse_state(&state).expect("own state"), "state='connected'"));
        assert!(!def.format(FormatFlags { inactive: true, ..Default::default() }).contains("state="));
        assert_eq!(def.set_channel_state("channel7", true), None);
        assert!(def.devices.remove("channel0") && !def.devices.remove("channel0"));
        assert!(!shown(&def, "<channel"));
        // As libvirt, which does not know how to take a balloon out.
        assert!(def.devices.remove("balloon0") && shown(&def, "<memballoon"));
    }

    #[test]
    fn aliases_of_the_user_stay() {
        let mut def = live("", "<serial type='pty'><alias name='ua-x'/></serial><serial type='pty'/>");
        assert!(def.set_pty_path("ua-x", "/dev/pts/7"));
        assert!(def.set_pty_path("serial1", "/dev/pts/8"));
        let text = def.format(Default::default());
        assert_eq!(text.matches("<source path='/dev/pts/7'/>").count(), 2, "{text}");
        assert!(text.contains("<console type='pty' tty='/dev/pts/7'>"));
        let inactive = def.format(crate::conf::domain::FormatFlags { inactive: true, ..Default::default() });
        assert!(inactive.contains("ua-x") && !inactive.contains("serial1") && !inactive.contains("/dev/pts"));
    }
}
