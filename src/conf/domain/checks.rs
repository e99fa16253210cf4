//! What devices must not be, alone and together, whichever driver they are for.

#![forbid(unsafe_code)]

use std::collections::{HashMap, HashSet};

use super::address::AddressKind;
use super::audio::Audio;
use super::chardev::Serial;
use super::controller::{Controller, ControllerKind, ControllerModel};
use super::device::DeviceInfo;
use super::disk::{Disk, DiskBus};
use super::filesystem::Filesystem;
use super::hostdev::{Hostdev, HostdevSource};
use super::input::{Input, InputBus};
use super::interface::InterfaceSource;
use super::iommu::{Iommu, Vsock};
use super::smartcard::Smartcard;
use super::tpm::Tpm;
use super::video::Video;
use super::{Devices, controller, fail};
use crate::error::Result;

impl Devices {
    /// What the original notices while it reads.
    pub(super) fn check_names(&self) -> Result<()> {
        let mut numbers = HashSet::new();
        for controller in &self.controllers {
            let (kind, index) = (controller.kind, controller.index);
            // A USB controller and its companions have one number.
            if kind != ControllerKind::Usb && !numbers.insert((kind, index)) {
                return Err(fail::xml(format!("Multiple '{kind}' controllers with index '{index}'")));
            }
        }
        self.check_usb_controllers()?;
        if self.watchdogs.len() > 1 {
            return Err(fail::internal("only a single watchdog device is supported"));
        }
        Ok(())
    }

    /// Companions need a master, and no USB means no USB.
    fn check_usb_controllers(&self) -> Result<()> {
        let usb = || self.controllers.iter().filter(|controller| controller.kind == ControllerKind::Usb);
        if usb().any(|usb| usb.model == Some(ControllerModel::None)) && usb().count() > 1 {
            let text = "Can't add another USB controller: USB is disabled for this domain";
            return Err(controller::detail(text));
        }
        if usb().any(Controller::is_companion) && usb().all(Controller::is_companion) {
            return Err(controller::detail("No master USB controller specified"));
        }
        Ok(())
    }

    /// What the original notices of every definition, also of one that a domain has had.
    pub(super) fn check_always(&self, memory_kib: u64) -> Result<()> {
        self.check_memory(memory_kib)?;
        self.controllers.iter().try_for_each(Controller::check_thread)?;
        self.serials.iter().try_for_each(Serial::check)?;
        self.hostdevs.iter().try_for_each(Hostdev::check_mdev)?;
        self.audios.iter().try_for_each(Audio::check)?;
        for (i, panic) in self.panics.iter().enumerate() {
            if self.panics[..i].iter().any(|other| other.model == panic.model) {
                let detail = format!("Multiple panic devices with model '{}'", panic.model_name());
                return Err(fail::xml(detail));
            }
        }
        Ok(())
    }

    /// What the original notices once the definition is complete.
    /// `cells` is how many NUMA nodes the domain has, `ppc` whether it is a ppc64 machine.
    pub(super) fn check(&self, cells: usize, ppc: bool) -> Result<()> {
        self.check_targets_differ()?;
        self.check_drives()?;
        self.check_hostdevs_differ()?;
        self.check_scsi_places()?;
        self.check_aliases()?;
        self.check_unassigned()?;
        self.check_audio_is_there()?;
        self.check_usb_is_there()?;
        self.controllers.iter().try_for_each(Controller::check)?;
        self.disks.iter().try_for_each(Disk::check)?;
        self.smartcards.iter().try_for_each(Smartcard::check)?;
        self.interfaces.iter().try_for_each(|interface| interface.check())?;
        self.videos.iter().try_for_each(Video::check)?;
        self.hostdevs.iter().try_for_each(|hostdev| hostdev.check())?;
        self.filesystems.iter().try_for_each(Filesystem::check)?;
        self.inputs.iter().try_for_each(Input::check)?;
        self.tpms.iter().try_for_each(Tpm::check)?;
        self.memories.iter().try_for_each(|memory| memory.check(cells, ppc))?;
        self.iommu.iter().try_for_each(Iommu::check)?;
        self.vsock.iter().try_for_each(Vsock::check)
    }

    /// Without USB there are no devices on it.
    fn check_usb_is_there(&self) -> Result<()> {
        let mut usb = self.controllers.iter().filter(|controller| controller.kind == ControllerKind::Usb);
        let is_off = |controller: &Controller| controller.model == Some(ControllerModel::None);
        let disabled = usb.clone().any(is_off);
        if disabled && self.inputs.iter().any(|input| input.bus == InputBus::Usb) {
            return Err(fail::unsupported("Can't add USB input device. USB bus is disabled"));
        }
        if disabled && !self.hubs.is_empty() {
            return Err(fail::unsupported("Can't add USB hub: USB is disabled for this domain"));
        }
        if !self.redirdevs.is_empty() && usb.all(is_off) {
            let detail = "cannot add redirected USB device: USB is disabled for this domain";
            return Err(fail::unsupported(detail));
        }
        Ok(())
    }

    fn check_targets_differ(&self) -> Result<()> {
        let mut targets = HashMap::new();
        for disk in &self.disks {
            if let Some(twin) = targets.insert(disk.target.as_str(), disk) {
                return Err(fail::xml(format!(
                    "target '{}' duplicated for disk sources '{}' and '{}'",
                    disk.target,
                    twin.shown_path(),
                    disk.shown_path()
                )));
            }
        }
        Ok(())
    }

    /// The user's own aliases are unique.
    fn check_aliases(&self) -> Result<()> {
        let aliases: Vec<_> = self.infos().filter_map(|info| info.alias.as_deref()).collect();
        for (i, alias) in aliases.iter().enumerate() {
            if aliases[..i].contains(alias) {
                return Err(fail::unsupported(format!("non unique alias detected: {alias}")));
            }
        }
        Ok(())
    }

    /// What VNC viewers and the guest's cards are heard by has to be there.
    fn check_audio_is_there(&self) -> Result<()> {
        for (i, audio) in self.audios.iter().enumerate() {
            if self.audios[..i].iter().any(|other| other.id == audio.id) {
                return Err(fail::xml(format!("audio ID {} is used multiple times", audio.id)));
            }
        }
        let of_graphics = self.graphics.iter().filter_map(|graphics| graphics.vnc()?.audio);
        let mut wanted = of_graphics.chain(self.sounds.iter().filter_map(|sound| sound.audio));
        match wanted.find(|id| !self.audios.iter().any(|audio| audio.id == *id)) {
            Some(id) => Err(fail::xml(format!("no audio device with ID {id}"))),
            None => Ok(()),
        }
    }

    /// Modules are a part of the memory, which is `memory_kib`.
    fn check_memory(&self, memory_kib: u64) -> Result<()> {
        let sizes = self.memories.iter().map(|memory| memory.target.size_kib);
        if sizes.fold(0_u64, u64::saturating_add) > memory_kib {
            return Err(fail::xml("Total size of memory devices exceeds the total memory size"));
        }
        Ok(())
    }

    fn check_unassigned(&self) -> Result<()> {
        let hidden = |info: &DeviceInfo| info.address.is_some_and(|a| a.kind() == AddressKind::Unassigned);
        let hostdevs = self.hostdevs.iter().filter(|hostdev| hidden(&hostdev.info)).count();
        if self.infos().filter(|info| hidden(info)).count() > hostdevs {
            let detail = "address of type 'unassigned' is supported only for hostdevs";
            return Err(fail::unsupported(detail));
        }
        Ok(())
    }

    /// Two SCSI devices cannot be at one place.
    fn check_scsi_places(&self) -> Result<()> {
        let scsi = self.hostdevs.iter().filter(|hostdev| matches!(hostdev.source, HostdevSource::Scsi(_)));
        let places: Vec<_> = scsi.filter_map(|hostdev| hostdev.info.drive()).collect();
        for (i, place) in places.iter().enumerate() {
            let at = format!(
                "controller='{}' bus='{}' target='{}' unit='{}",
                place.controller, place.bus, place.target, place.unit
            );
            if places[..i].contains(place) {
                return Err(fail::unsupported(format!(
                    "SCSI host address {at}' in use by another SCSI host device"
                )));
            }
            let disk = |disk: &&Disk| disk.bus == DiskBus::Scsi && disk.info.drive() == Some(*place);
            if self.disks.iter().any(|d| disk(&d)) {
                return Err(fail::xml(format!("SCSI host address {at}' in use by a SCSI disk")));
            }
        }
        Ok(())
    }

    /// A device of the host cannot be handed over twice.
    fn check_hostdevs_differ(&self) -> Result<()> {
        let of_interface = |source: &InterfaceSource| match source {
            InterfaceSource::Hostdev { device, .. } => Some(HostdevSource::from(device.clone())),
            _ => None,
        };
        let mut known: Vec<HostdevSource> =
            self.interfaces.iter().filter_map(|interface| of_interface(&interface.source)).collect();
        for hostdev in &self.hostdevs {
            if known.iter().any(|other| other.is_same(&hostdev.source)) {
                return Err(fail::xml("Hostdev already exists in the domain configuration"));
            }
            known.push(hostdev.source.clone());
        }
        Ok(())
    }
}
