//! Devices that come and go, and what is on the board. `pci` knows the kinds of PCI devices and lists them.

use serde_json::{Value, json};

use super::{Args, Fault, World, cpu, pci, text};
use crate::args::{Options, option};
use crate::version::v;

/// A device of the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    pub id: String,
    pub driver: String,
    /// Slot and function on the PCI bus.
    pub slot: Option<(u32, u32)>,
    /// Whether it goes only when the guest agrees, or at a reset: it was asked to.
    pub leaving: bool,
    /// Drives at this controller.
    pub units: u32,
}

/// Devices that are on no PCI bus and go at once.
const OTHERS: &[&str] = &[
    "ide-hd",
    "ide-cd",
    "scsi-hd",
    "scsi-cd",
    "scsi-disk",
    "isa-serial",
    "isa-parallel",
    "ib700",
    "virtserialport",
    "virtconsole",
    "usb-tablet",
    "usb-mouse",
    "usb-kbd",
    "usb-storage",
    "usb-host",
    "usb-hub",
    "floppy",
    "pvpanic",
];

/// What is on the board before any device is added.
pub fn board() -> Vec<Device> {
    let parts = [("i440FX", 0, 0), ("PIIX3", 1, 0), ("piix3-ide", 1, 1), ("PIIX4_PM", 1, 3)];
    let part = |(driver, slot, function): (&str, u32, u32)| Device {
        id: String::new(),
        driver: driver.to_owned(),
        slot: Some((slot, function)),
        leaving: false,
        units: 0,
    };
    parts.into_iter().map(part).collect()
}

/// The slot in `pci_addr=0:0:4`, `0:4`, `4`; None for `auto` and for what is no address.
pub fn slot_of(address: &str) -> Option<u32> {
    let address = address.strip_prefix("pci_addr=").unwrap_or(address);
    let slot = address.rsplit(':').next()?;
    u32::from_str_radix(slot.trim_start_matches("0x"), 16).ok().filter(|slot| *slot < 32)
}

impl World {
    fn free_slot(&self) -> Option<u32> {
        (2..32)
            .find(|slot| !self.devices.iter().any(|device| device.slot.is_some_and(|(one, _)| one == *slot)))
    }

    /// `device_add` and `-device`.
    pub fn device_add(&mut self, options: &Options) -> Result<(), Fault> {
        let Some(driver) = option(options, "driver") else {
            return Err(Fault::new("Parameter 'driver' is missing"));
        };
        let id = option(options, "id");
        if id.is_some_and(|id| self.devices.iter().any(|device| device.id == id)) {
            return Err(Fault::new(format!("Duplicate device ID '{}'", id.unwrap_or_default())));
        }
        if driver == cpu::DRIVER {
            let socket = option(options, "socket-id").and_then(|socket| socket.parse().ok());
            return self.cpus.plug(socket, id);
        }
        let slot = match pci::kind(driver) {
            Some(_) => Some(self.slot_for(option(options, "addr"))?),
            None if OTHERS.contains(&driver) => None,
            None => return Err(Fault::new(format!("'{driver}' is not a valid device model name"))),
        };
        if driver.starts_with("virtio-balloon") {
            self.balloon = Some(self.memory);
        }
        if let Some(name) = option(options, "drive") {
            self.attach_drive(name, id, driver)?;
        } else if matches!(driver, "ide-cd" | "scsi-cd") {
            self.attach_empty(id);
        }
        let (id, driver) = (id.unwrap_or_default().to_owned(), driver.to_owned());
        self.devices.push(Device { id, driver, slot, leaving: false, units: 0 });
        Ok(())
    }

    fn slot_for(&self, address: Option<&str>) -> Result<(u32, u32), Fault> {
        let Some(address) = address else {
            let slot =
                self.free_slot().ok_or_else(|| Fault::new("PCI: no slot/function available, all in use"))?;
            return Ok((slot, 0));
        };
        let (slot, function) = address.split_once('.').unwrap_or((address, "0"));
        let hex = |text: &str| u32::from_str_radix(text.trim_start_matches("0x"), 16).ok();
        let (Some(slot), Some(function)) = (hex(slot), hex(function)) else {
            return Err(Fault::new(format!("Property 'addr' doesn't take value '{address}'")));
        };
        match self.devices.iter().find(|device| device.slot == Some((slot, function))) {
            Some(device) => {
                let text = format!(
                    "PCI: slot {slot} function {function} not available, in use by {}",
                    device.driver
                );
                Err(Fault::new(text))
            }
            None => Ok((slot, function)),
        }
    }

    /// Joins a device and its drive; a node becomes a drive without a name.
    fn attach_drive(&mut self, name: &str, id: Option<&str>, driver: &str) -> Result<(), Fault> {
        let qdev = id.map(str::to_owned);
        if let Some(drive) = self.drives.iter_mut().find(|drive| drive.name == name) {
            drive.qdev = qdev;
            if driver.ends_with("-cd") {
                (drive.kind, drive.removable) = ("cdrom", true);
            }
            return Ok(());
        }
        let Some(node) = self.nodes.iter().find(|node| node.name == name) else {
            return Err(Fault::new(format!("Property '{driver}.drive' can't find value '{name}'")));
        };
        let mut drive = super::block::Drive::disk("", &node.file, &node.driver);
        if let Some(medium) = &mut drive.medium {
            medium.read_only = node.read_only;
        }
        drive.qdev = qdev;
        if driver.ends_with("-cd") {
            (drive.kind, drive.removable) = ("cdrom", true);
        }
        self.drives.push(drive);
        Ok(())
    }

    fn attach_empty(&mut self, id: Option<&str>) {
        let mut drive = super::block::Drive::cdrom("");
        drive.qdev = id.map(str::to_owned);
        self.drives.push(drive);
    }

    /// `device_del`. A PCI device stays until the guest lets it go, which is at the next reset.
    pub fn device_del(&mut self, args: &Args) -> Result<(), Fault> {
        let id = text(args, "id").unwrap_or_default();
        if self.cpus.unplug(id) {
            return Ok(());
        }
        let found = self.devices.iter_mut().find(|device| device.id == id && !id.is_empty());
        let Some(device) = found else { return Err(Fault::no_device(id)) };
        device.leaving = true;
        // Before the guest runs nobody can object.
        if device.slot.is_none() {
            self.complete_unplugs_of(|device| device.slot.is_none());
        }
        Ok(())
    }

    /// What was asked to leave is gone.
    pub fn complete_unplugs(&mut self) {
        self.complete_unplugs_of(|_| true);
    }

    fn complete_unplugs_of(&mut self, chosen: impl Fn(&Device) -> bool) {
        let (leaving, staying) = self.devices.drain(..).partition(|device| device.leaving && chosen(device));
        let leaving: Vec<Device> = leaving;
        self.devices = staying;
        for device in leaving {
            self.drives.retain(|drive| drive.qdev.as_deref() != Some(&device.id));
            if device.driver.starts_with("virtio-balloon") {
                self.balloon = None;
            }
            if self.version < v(1, 5, 0) {
                continue;
            }
            let path = format!("/machine/peripheral/{}", device.id);
            if device.driver.starts_with("virtio-") {
                self.emit_later("DEVICE_DELETED", Some(json!({"path": format!("{path}/virtio-backend")})));
            }
            self.emit_later("DEVICE_DELETED", Some(json!({"device": device.id, "path": path})));
        }
    }

    /// `netdev_add`, `-netdev`.
    pub fn netdev_add(&mut self, options: &Options) -> Result<(), Fault> {
        let Some(id) = option(options, "id") else { return Err(Fault::new("Parameter 'id' is missing")) };
        if self.netdevs.iter().any(|netdev| netdev == id) {
            return Err(Fault::new(format!("Duplicate ID '{id}' for netdev")));
        }
        self.netdevs.push(id.to_owned());
        Ok(())
    }

    /// `netdev_del`.
    pub fn netdev_del(&mut self, args: &Args) -> Result<(), Fault> {
        let id = text(args, "id").unwrap_or_default();
        match self.netdevs.iter().position(|netdev| netdev == id) {
            Some(index) => {
                self.netdevs.remove(index);
                Ok(())
            }
            None => Err(Fault::no_device(id)),
        }
    }

    /// `pci_add ADDRESS nic|storage OPTIONS`.
    pub fn pci_add(&mut self, args: &Args) -> Result<String, Fault> {
        let options = crate::args::options(text(args, "opts").unwrap_or_default(), "file");
        let address = text(args, "pci_addr").unwrap_or_default();
        let failed = format!("failed to add {}\n", text(args, "opts").unwrap_or_default());
        let driver = match text(args, "type").unwrap_or_default() {
            "nic" => match option(&options, "model").unwrap_or("rtl8139") {
                "virtio" => "virtio-net-pci",
                model => model,
            },
            "storage" => match option(&options, "if").unwrap_or_default() {
                "virtio" => "virtio-blk-pci",
                "scsi" => "lsi",
                other => return Ok(format!("type {other} not a hotpluggable PCI device.\n")),
            },
            other => return Ok(format!("invalid type: {other}\n")),
        };
        if pci::kind(driver).is_none() {
            return Ok(failed);
        }
        let auto = matches!(address, "auto" | "pci_addr=auto" | "0");
        let slot = if auto { self.free_slot() } else { slot_of(address) };
        let Some(slot) = slot else { return Ok("Invalid pci address\n".to_owned()) };
        if self.devices.iter().any(|device| device.slot == Some((slot, 0))) {
            return Ok(failed);
        }
        let mut units = 0;
        if let Some(file) = option(&options, "file") {
            let scsi = self.devices.iter().filter(|device| device.driver == "lsi").count();
            let name = if driver == "lsi" { format!("scsi{scsi}-hd0") } else { format!("virtio{slot}") };
            self.drives.push(super::block::Drive::disk(
                &name,
                file,
                option(&options, "format").unwrap_or("raw"),
            ));
            units = 1;
        }
        let driver = driver.to_owned();
        self.devices.push(Device { id: String::new(), driver, slot: Some((slot, 0)), leaving: false, units });
        let domain = if self.version < v(0, 10, 0) { "" } else { "domain 0, " };
        Ok(format!("OK {domain}bus 0, slot {slot}, function 0\n"))
    }

    /// `pci_del ADDRESS`: at once, as it is for a guest that obeys.
    pub fn pci_del(&mut self, args: &Args) -> Result<String, Fault> {
        let address = text(args, "pci_addr").unwrap_or_default();
        let Some(slot) = slot_of(address) else { return Ok("Invalid pci address\n".to_owned()) };
        let board = |device: &Device| device.slot.is_some_and(|(one, _)| one == slot && one < 2);
        match self.devices.iter().position(|device| device.slot == Some((slot, 0)) && !board(device)) {
            Some(index) => {
                self.devices.remove(index);
                Ok(String::new())
            }
            None => Ok(format!("slot {slot} empty\n")),
        }
    }

    /// `usb_add`, which says nothing if it worked.
    pub fn usb_add(&mut self, args: &Args) -> Result<String, Fault> {
        let what = text(args, "devname").unwrap_or_default();
        let known = ["tablet", "mouse", "keyboard"].contains(&what)
            || ["disk:", "host:", "serial:", "net"].iter().any(|start| what.starts_with(start));
        if !known {
            return Ok(format!("Could not add USB device '{what}'\n"));
        }
        let driver = format!("usb-{what}");
        self.devices.push(Device { id: String::new(), driver, slot: None, leaving: false, units: 0 });
        Ok(String::new())
    }

    /// `usb_del BUS.ADDRESS`: the address counts those that are there, from 1.
    pub fn usb_del(&mut self, args: &Args) -> Result<String, Fault> {
        let name = text(args, "devname").unwrap_or_default();
        let number = name.split_once('.').and_then(|(_, number)| number.parse::<usize>().ok()).unwrap_or(0);
        let mut usb = self.devices.iter().enumerate().filter(|(_, device)| device.driver.starts_with("usb-"));
        match number.checked_sub(1).and_then(|skip| usb.nth(skip)) {
            Some((index, _)) => {
                self.devices.remove(index);
                Ok(String::new())
            }
            None => Ok(format!("Could not delete USB device '{name}'\n")),
        }
    }

    /// The machine's devices, for `qom-list /machine/peripheral`.
    pub fn peripherals(&self) -> Value {
        let named = self.devices.iter().filter(|device| !device.id.is_empty());
        let entry = |device: &Device| json!({"name": device.id, "type": format!("child<{}>", device.driver)});
        [json!({"name": "type", "type": "string"})].into_iter().chain(named.map(entry)).collect()
    }
}
