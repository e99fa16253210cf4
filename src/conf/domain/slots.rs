//! Places on the PCI bus and on USB for the devices of QEMU's i440FX machine, in the original's order, so that a
//! definition that moves between the two keeps its guest's hardware.

#![forbid(unsafe_code)]

use super::address::{Address, PciAddress};
use super::controller::{ControllerKind, ControllerModel};
use super::device::DeviceInfo;
use super::disk::DiskBus;
use super::input::InputBus;
use super::simple::{MemballoonModel, WatchdogModel};
use super::video::VideoModel;
use super::{Devices, fail};
use crate::error::{Error, ErrorDomain, Result};

/// No machine has room for more controllers of one kind than this; it bounds what an index can make us add.
pub(super) const MAX_CONTROLLERS: u32 = 31;

/// Slots of the one PCI bus.
const SLOTS: u8 = 32;
/// Functions of a slot.
const FUNCTIONS: u8 = 8;
/// The slot of the south bridge, whose functions are ISA bridge, IDE, USB and power management. The last three
/// are numbers 1 to 3.
const SOUTH_BRIDGE: u8 = 1;
const IDE_FUNCTION: u8 = 1;
const USB_FUNCTION: u8 = 2;
/// The slot where guests look for the primary graphics card.
const VIDEO_SLOT: u8 = 2;

/// Gives every PCI and USB device that has none a place, and checks the places that the XML says.
pub(super) fn assign(devices: &mut Devices) -> Result<()> {
    for info in pci_devices(devices).collect::<Vec<_>>() {
        info.drop_open_address();
    }
    for info in usb_devices(devices) {
        info.drop_open_address();
    }
    let mut bus = Bus::new();
    fix_south_bridge(devices)?;
    for info in pci_devices(devices) {
        match info.address {
            None => {}
            Some(Address::Pci(address)) => bus.reserve(address)?,
            Some(other) => {
                return Err(fail::unsupported(format!(
                    "address type '{}' is not supported here",
                    other.kind()
                )));
            }
        }
    }
    if let Some(video) = devices.videos.first_mut()
        && video.model != VideoModel::None
        && video.info.address.is_none()
        && bus.is_free(VIDEO_SLOT)
    {
        video.info.address = Some(Address::Pci(bus.take(VIDEO_SLOT)));
    }
    for info in pci_devices(devices) {
        if info.address.is_none() {
            info.address = Some(Address::Pci(bus.next()?));
        }
    }
    assign_usb(devices)
}

/// The IDE controller and the first USB controller are parts of the south bridge.
fn fix_south_bridge(devices: &mut Devices) -> Result<()> {
    for controller in &mut devices.controllers {
        let internal = |detail| Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, detail));
        match (controller.kind, controller.model) {
            (ControllerKind::Ide, _) if controller.index > 0 => {
                return internal("Only 1 IDE controller is supported");
            }
            (ControllerKind::Ide, _) => {
                let place = south_bridge(IDE_FUNCTION);
                if *controller.info.address.get_or_insert(place) != place {
                    return internal("Primary IDE controller must have PCI address 0:0:1.1");
                }
            }
            (ControllerKind::Usb, Some(ControllerModel::Piix3Uhci)) if controller.index == 0 => {
                controller.info.address.get_or_insert(south_bridge(USB_FUNCTION));
            }
            _ => {}
        }
    }
    Ok(())
}

fn south_bridge(function: u8) -> Address {
    Address::Pci(PciAddress { slot: SOUTH_BRIDGE, function, ..PciAddress::default() })
}

/// The devices on the PCI bus, in the order in which they get their places.
fn pci_devices(devices: &mut Devices) -> impl Iterator<Item = &mut DeviceInfo> {
    let interfaces = devices.interfaces.iter_mut().map(|d| &mut d.info);
    let controllers = devices.controllers.iter_mut().filter(|d| {
        !matches!(
            (d.kind, d.model),
            (ControllerKind::Pci | ControllerKind::Fdc, _)
                | (ControllerKind::Usb, Some(ControllerModel::None))
        )
    });
    let disks = devices.disks.iter_mut().filter(|d| d.bus == DiskBus::Virtio);
    let balloon = devices.memballoon.iter_mut().filter(|d| d.model == MemballoonModel::Virtio);
    let watchdogs = devices.watchdogs.iter_mut().filter(|d| d.model == WatchdogModel::I6300esb);
    let videos = devices.videos.iter_mut().filter(|d| d.model != VideoModel::None);
    let inputs = devices.inputs.iter_mut().filter(|d| d.bus == InputBus::Virtio);
    interfaces
        .chain(controllers.map(|d| &mut d.info))
        .chain(disks.map(|d| &mut d.info))
        .chain(balloon.map(|d| &mut d.info))
        .chain(watchdogs.map(|d| &mut d.info))
        .chain(videos.map(|d| &mut d.info))
        .chain(inputs.map(|d| &mut d.info))
}

/// Which functions of which slots are taken, a bit per function.
struct Bus([u8; SLOTS as usize]);

impl Bus {
    /// The bus with what the machine itself has on it.
    fn new() -> Self {
        let mut bus = Self([0; SLOTS as usize]);
        bus.0[0] = u8::MAX;
        bus.0[usize::from(SOUTH_BRIDGE)] = !(1 << IDE_FUNCTION | 1 << USB_FUNCTION);
        bus
    }

    fn is_free(&self, slot: u8) -> bool {
        self.0[usize::from(slot)] == 0
    }

    fn reserve(&mut self, address: PciAddress) -> Result<()> {
        if address.domain != 0 || address.bus != 0 {
            return Err(fail::unsupported(format!("PCI address {address}: only bus 0000:00 is supported")));
        }
        debug_assert!(address.slot < SLOTS && address.function < FUNCTIONS);
        let functions = &mut self.0[usize::from(address.slot)];
        if *functions & 1 << address.function != 0 {
            return Err(fail::xml(format!("Attempted double use of PCI Address {address}")));
        }
        *functions |= 1 << address.function;
        Ok(())
    }

    fn take(&mut self, slot: u8) -> PciAddress {
        self.0[usize::from(slot)] = u8::MAX;
        PciAddress { slot, ..PciAddress::default() }
    }

    fn next(&mut self) -> Result<PciAddress> {
        let slot = (0..SLOTS).find(|slot| self.is_free(*slot));
        let slot =
            slot.ok_or_else(|| Error::internal(ErrorDomain::VIR_FROM_DOMAIN, "No more available PCI slots"))?;
        Ok(self.take(slot))
    }
}

/// How many devices a USB controller has room for.
fn usb_ports(model: Option<ControllerModel>) -> u32 {
    match model {
        Some(ControllerModel::Ehci) => 6,
        Some(ControllerModel::NecXhci | ControllerModel::QemuXhci) => 4,
        Some(ControllerModel::None) => 0,
        _ => 2,
    }
}

fn assign_usb(devices: &mut Devices) -> Result<()> {
    let mut free: Vec<(u32, u32)> = devices
        .controllers
        .iter()
        .filter(|controller| controller.kind == ControllerKind::Usb)
        .flat_map(|controller| (1..=usb_ports(controller.model)).map(|port| (controller.index, port)))
        .collect();
    for info in usb_devices(devices) {
        match info.address {
            None => {}
            Some(Address::Usb { bus, port }) => {
                match free.iter().position(|place| (place.0, Some(place.1)) == (bus, port.of_root())) {
                    Some(place) => drop(free.remove(place)),
                    None => return Err(fail::xml(format!("there is no free USB port {port} on bus {bus}"))),
                }
            }
            Some(other) => {
                return Err(fail::unsupported(format!(
                    "address type '{}' is not supported here",
                    other.kind()
                )));
            }
        }
    }
    let mut free = free.into_iter();
    for info in usb_devices(devices) {
        if info.address.is_none() {
            let (bus, port) = free.next().ok_or_else(|| fail::unsupported("no free USB port"))?;
            info.address = Some(Address::Usb { bus, port: port.into() });
        }
    }
    Ok(())
}

fn usb_devices(devices: &mut Devices) -> impl Iterator<Item = &mut DeviceInfo> {
    let disks = devices.disks.iter_mut().filter(|d| d.bus == DiskBus::Usb).map(|d| &mut d.info);
    let inputs = devices.inputs.iter_mut().filter(|d| d.bus == InputBus::Usb).map(|d| &mut d.info);
    disks.chain(inputs)
}
