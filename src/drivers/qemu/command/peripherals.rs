//! Controllers, network cards, input devices, watchdog, memory balloon, panic device.

#![forbid(unsafe_code)]

use super::args::{Args, Json};
use super::machine::interface_boot_index;
use super::unsupported;
use crate::conf::domain::DomainDef;
use crate::conf::domain::controller::{Controller, ControllerKind, ControllerModel};
use crate::conf::domain::input::{InputBus, InputKind};
use crate::conf::domain::interface::InterfaceSource;
use crate::conf::domain::simple::{MemballoonModel, WatchdogAction, WatchdogModel};
use crate::error::Result;

/// The order of the controllers' kinds; the others are part of the machine.
const CONTROLLER_ORDER: [ControllerKind; 4] =
    [ControllerKind::Usb, ControllerKind::Scsi, ControllerKind::Sata, ControllerKind::VirtioSerial];

pub(super) fn controllers(args: &mut Args, def: &DomainDef) {
    for kind in CONTROLLER_ORDER {
        for controller in def.devices.controllers.iter().filter(|controller| controller.kind == kind) {
            if let Some(driver) = driver(controller) {
                let device = Json::driver(driver).with_id(&controller.info);
                args.device(device.with_pci(&controller.info));
            }
        }
    }
}

/// QEMU's name for a controller; `None` for those that the machine has, and for none at all.
fn driver(controller: &Controller) -> Option<&'static str> {
    use ControllerModel as Model;
    match controller.kind {
        ControllerKind::Sata => Some("ahci"),
        ControllerKind::VirtioSerial => Some("virtio-serial-pci"),
        ControllerKind::Ide | ControllerKind::Fdc | ControllerKind::Pci => None,
        // Refused when they are defined.
        ControllerKind::Ccid | ControllerKind::Xenbus | ControllerKind::Isa => None,
        ControllerKind::Scsi | ControllerKind::Usb => match controller.model? {
            Model::Lsilogic => Some("lsi"),
            Model::VirtioScsi => Some("virtio-scsi-pci"),
            Model::Piix3Uhci => Some("piix3-usb-uhci"),
            Model::Piix4Uhci => Some("piix4-usb-uhci"),
            Model::Ehci => Some("usb-ehci"),
            Model::NecXhci => Some("nec-usb-xhci"),
            Model::QemuXhci => Some("qemu-xhci"),
            _ => None,
        },
    }
}

/// The name of a controller, which its buses are called after.
pub(super) fn controller_alias(def: &DomainDef, kind: ControllerKind, index: u32) -> String {
    let controller = def.devices.controllers.iter().find(|c| c.kind == kind && c.index == index);
    let alias = controller.and_then(|controller| controller.info.alias.clone());
    alias.unwrap_or_else(|| format!("{kind}{index}"))
}

pub(super) fn interfaces(args: &mut Args, def: &DomainDef) -> Result<()> {
    for (position, interface) in def.devices.interfaces.iter().enumerate() {
        match &interface.source {
            InterfaceSource::User => {}
            InterfaceSource::Network { network, .. } => {
                return Err(unsupported(format!("interface in network '{network}' is not supported")));
            }
            other => {
                return Err(unsupported(format!("interface type '{}' is not supported", other.kind())));
            }
        }
        let id = format!("host{}", interface.info.alias.as_deref().unwrap_or_default());
        args.json("-netdev", Json::new().with("type", "user").with("id", &id));
        let driver = match interface.model.as_deref() {
            Some("virtio") => "virtio-net-pci",
            Some(model) => model,
            None => "rtl8139",
        };
        args.device(
            Json::driver(driver)
                .with("netdev", &id)
                .with_id(&interface.info)
                .with("mac", interface.mac.to_string())
                .with_opt("bootindex", interface_boot_index(def, position))
                .with_pci(&interface.info),
        );
    }
    Ok(())
}

/// The input devices that are not part of the machine.
pub(super) fn inputs(args: &mut Args, def: &DomainDef) -> Result<()> {
    for input in &def.devices.inputs {
        let driver = match (input.bus, input.kind) {
            (InputBus::Ps2, _) => continue,
            (InputBus::Usb, InputKind::Mouse) => "usb-mouse",
            (InputBus::Usb, InputKind::Tablet) => "usb-tablet",
            (InputBus::Usb, InputKind::Keyboard) => "usb-kbd",
            (InputBus::Virtio, InputKind::Mouse) => "virtio-mouse-pci",
            (InputBus::Virtio, InputKind::Tablet) => "virtio-tablet-pci",
            (InputBus::Virtio, InputKind::Keyboard) => "virtio-keyboard-pci",
            (bus, kind) => {
                return Err(unsupported(format!("input '{kind}' on bus '{bus}' is not supported")));
            }
        };
        let device = Json::driver(driver).with_id(&input.info);
        args.device(device.with_place(&input.info, |bus| controller_alias(def, ControllerKind::Usb, bus)));
    }
    Ok(())
}

pub(super) fn watchdogs(args: &mut Args, def: &DomainDef) -> Result<()> {
    for watchdog in &def.devices.watchdogs {
        let driver = match watchdog.model {
            WatchdogModel::I6300esb => "i6300esb",
            WatchdogModel::Ib700 => "ib700",
            model => return Err(unsupported(format!("watchdog model '{model}' is not supported"))),
        };
        args.device(Json::driver(driver).with_id(&watchdog.info).with_pci(&watchdog.info));
        let action = match watchdog.action {
            // The driver dumps the paused guest.
            WatchdogAction::Dump => WatchdogAction::Pause,
            other => other,
        };
        args.option("-watchdog-action", action.as_str());
    }
    Ok(())
}

pub(super) fn memballoon(args: &mut Args, def: &DomainDef) {
    if let Some(balloon) = &def.devices.memballoon
        && balloon.model == MemballoonModel::Virtio
    {
        let device = Json::driver("virtio-balloon-pci").with_id(&balloon.info);
        args.device(device.with_pci(&balloon.info));
    }
}

pub(super) fn panics(args: &mut Args, def: &DomainDef) {
    for _ in &def.devices.panics {
        args.device(Json::driver("pvpanic"));
    }
}
