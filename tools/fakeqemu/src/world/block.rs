//! Drives, the media in them, and the nodes of `-blockdev`.

use std::path::Path;

use serde_json::json;

use super::{Args, Fault, World, flag, text};
use crate::args::{Options, option};
use crate::version::v;

/// An image in a drive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Medium {
    pub file: String,
    pub format: String,
    pub read_only: bool,
}

/// A drive of the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drive {
    pub name: String,
    /// hd, cdrom, floppy: what old versions tell.
    pub kind: &'static str,
    pub medium: Option<Medium>,
    pub removable: bool,
    pub tray_open: bool,
    pub locked: bool,
    /// The device that uses it.
    pub qdev: Option<String>,
    /// Its key, if it is encrypted, and whether it was given.
    pub key: Option<(String, bool)>,
    pub io_status: &'static str,
}

/// A node of the block graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub name: String,
    pub driver: String,
    pub file: String,
    pub read_only: bool,
}

impl Drive {
    fn new(name: &str, kind: &'static str, medium: Option<Medium>) -> Self {
        let name = name.to_owned();
        let removable = kind != "hd";
        let (tray_open, locked, qdev, key) = (false, false, None, None);
        Drive { name, kind, medium, removable, tray_open, locked, qdev, key, io_status: "ok" }
    }

    /// A disk with an image in it.
    pub fn disk(name: &str, file: &str, format: &str) -> Self {
        let medium = Medium { file: file.to_owned(), format: format.to_owned(), read_only: false };
        Drive::new(name, "hd", Some(medium))
    }

    /// A CD drive without a medium.
    pub fn cdrom(name: &str) -> Self {
        Drive::new(name, "cdrom", None)
    }

    /// A floppy drive without a medium.
    pub fn floppy(name: &str) -> Self {
        Drive::new(name, "floppy", None)
    }

    /// Whether its key is missing.
    pub fn is_locked_by_key(&self) -> bool {
        self.key.as_ref().is_some_and(|(_, given)| !given)
    }

    /// Whether the guest can write to it.
    pub fn is_writable(&self) -> bool {
        self.medium.as_ref().is_some_and(|medium| !medium.read_only)
    }

    /// Whether its format has room for snapshots.
    pub fn can_snapshot(&self) -> bool {
        self.medium.as_ref().is_some_and(|medium| medium.format == "qcow2")
    }

    fn has_tray(&self) -> bool {
        self.kind == "cdrom"
    }
}

/// Formats that are known.
const FORMATS: &[&str] =
    &["raw", "qcow2", "qcow", "cow", "vmdk", "vdi", "vpc", "host_device", "file", "luks"];

impl World {
    fn drive(&mut self, name: &str) -> Option<&mut Drive> {
        self.drives.iter_mut().find(|drive| drive.name == name)
    }

    /// A drive by `device` (its own name) or `id` (the device that uses it).
    fn drive_of(&mut self, args: &Args) -> Result<&mut Drive, Fault> {
        let (device, id) = (text(args, "device"), text(args, "id"));
        let name = device.or(id).unwrap_or_default().to_owned();
        let found = self.drives.iter_mut().find(|drive| match id {
            Some(id) => drive.qdev.as_deref() == Some(id),
            None => Some(drive.name.as_str()) == device,
        });
        found.ok_or_else(|| Fault::no_device(&name))
    }

    /// An encrypted drive: it is made if there is none with this name.
    pub fn set_key(&mut self, name: &str, file: &str, secret: &str) {
        if self.drive(name).is_none() {
            self.drives.push(Drive::disk(name, file, "qcow2"));
        }
        if let Some(drive) = self.drive(name) {
            drive.key = Some((secret.to_owned(), false));
            let format = drive.medium.as_ref().map_or("qcow2".to_owned(), |medium| medium.format.clone());
            drive.medium = Some(Medium { file: file.to_owned(), format, read_only: false });
        }
    }

    /// `block_passwd`.
    pub fn block_passwd(&mut self, args: &Args) -> Result<(), Fault> {
        let password = text(args, "password").unwrap_or_default().to_owned();
        let old = self.version.has_old_words();
        let drive = self.drive_of(args)?;
        let name = drive.name.clone();
        match &mut drive.key {
            Some((key, given)) if *key == password => *given = true,
            Some(_) => {
                let text = if old { "invalid password" } else { "Password incorrect" };
                return Err(Fault { class: "InvalidPassword".to_owned(), text: text.to_owned() });
            }
            None => {
                let class = "DeviceNotEncrypted".to_owned();
                return Err(Fault { class, text: format!("Device '{name}' is not encrypted") });
            }
        }
        Ok(())
    }

    /// `-drive` and `-blockdev`: whether the file exists is not looked at.
    pub fn drive_from_command_line(&mut self, options: &Options) -> Result<(), Fault> {
        if option(options, "node-name").is_some() {
            return self.blockdev_add(options);
        }
        let index = self.drives.len();
        let interface = option(options, "if").unwrap_or("ide");
        let cdrom = option(options, "media") == Some("cdrom");
        let usual = match (interface, cdrom) {
            ("ide", true) => format!("ide{}-cd{}", index / 2, index % 2),
            ("none", _) => format!("none{index}"),
            ("floppy", _) => format!("floppy{index}"),
            (interface, _) => format!("{interface}{}-hd{}", index / 2, index % 2),
        };
        let name = option(options, "id").map_or(usual, str::to_owned);
        let kind = if cdrom {
            "cdrom"
        } else if interface == "floppy" {
            "floppy"
        } else {
            "hd"
        };
        let medium = option(options, "file").map(|file| Medium {
            file: file.to_owned(),
            format: option(options, "format").unwrap_or("raw").to_owned(),
            read_only: matches!(option(options, "readonly"), Some("on")) || cdrom,
        });
        self.drives.push(Drive::new(&name, kind, medium));
        Ok(())
    }

    /// `drive_add ADDRESS OPTIONS` of the text monitor.
    pub fn drive_add(&mut self, args: &Args) -> Result<String, Fault> {
        let options = crate::args::options(text(args, "opts").unwrap_or_default(), "file");
        let interface = option(&options, "if").unwrap_or("ide");
        let name = option(&options, "id").map_or_else(|| format!("none{}", self.drives.len()), str::to_owned);
        if self.drive(&name).is_some() {
            return Ok(format!("Duplicate ID '{name}' for drive\n"));
        }
        let file = option(&options, "file").unwrap_or_default().to_owned();
        let format = option(&options, "format").unwrap_or("raw").to_owned();
        if !FORMATS.contains(&format.as_str()) {
            let old = format!("qemu: '{format}' invalid format\n");
            return Ok(if self.version.has_old_words() {
                old
            } else {
                format!("Unknown driver '{format}'\n")
            });
        }
        if !exists(&file) {
            let old = format!("qemu: could not open disk image {file}\n");
            let new = format!("Could not open '{file}': No such file or directory\n");
            return Ok(if self.version.has_old_words() { old } else { new });
        }
        let medium = Medium { file, format, read_only: option(&options, "readonly") == Some("on") };
        match interface {
            "none" if self.version >= v(0, 12, 0) => {
                self.drives.push(Drive::new(&name, "hd", Some(medium)));
                Ok("OK\n".to_owned())
            }
            "scsi" if self.version < v(1, 0, 0) => self.scsi_drive_add(text(args, "pci_addr"), medium),
            _ if self.version < v(1, 0, 0) => Ok(format!("Can't hot-add drive to type {interface}\n")),
            _ => Ok("Can't hot-add drive to type 2\n".to_owned()),
        }
    }

    /// A SCSI drive at a controller that `pci_add` made: `OK bus 0, unit 1`.
    fn scsi_drive_add(&mut self, address: Option<&str>, medium: Medium) -> Result<String, Fault> {
        let Some(slot) = address.and_then(super::device::slot_of) else {
            return Ok(format!("Invalid pci address {}\n", address.unwrap_or_default()));
        };
        let Some(device) = self.devices.iter_mut().find(|device| device.slot == Some((slot, 0))) else {
            return Ok("no pci device with address\n".to_owned());
        };
        if device.driver != "lsi" {
            return Ok("no scsi adapter at this address\n".to_owned());
        }
        let unit = device.units;
        device.units += 1;
        let bus = self.devices.iter().filter(|device| device.driver == "lsi").count() - 1;
        self.drives.push(Drive::new(&format!("scsi{bus}-hd{unit}"), "hd", Some(medium)));
        Ok(format!("OK bus {bus}, unit {unit}\n"))
    }

    /// `drive_del`, which says nothing if it worked.
    pub fn drive_del(&mut self, args: &Args) -> Result<String, Fault> {
        let id = text(args, "id").unwrap_or_default();
        match self.drives.iter().position(|drive| drive.name == id) {
            Some(index) => {
                self.drives.remove(index);
                Ok(String::new())
            }
            None => Ok(format!("Device '{id}' not found\n")),
        }
    }

    /// `blockdev-add` and `-blockdev`.
    pub fn blockdev_add(&mut self, options: &Options) -> Result<(), Fault> {
        let driver = option(options, "driver").unwrap_or_default().to_owned();
        let Some(name) = option(options, "node-name") else {
            return Err(Fault::new("'node-name' must be specified for the root node"));
        };
        if self.nodes.iter().any(|node| node.name == name) {
            return Err(Fault::new(format!("Duplicate nodes with node-name='{name}'")));
        }
        let below = option(options, "file");
        let file = match below.and_then(|below| self.nodes.iter().find(|node| node.name == below)) {
            Some(node) => node.file.clone(),
            None => option(options, "filename")
                .or(option(options, "file.filename"))
                .unwrap_or_default()
                .to_owned(),
        };
        let read_only = matches!(option(options, "read-only"), Some("true" | "on"));
        self.nodes.push(Node { name: name.to_owned(), driver, file, read_only });
        Ok(())
    }

    /// `blockdev-del`.
    pub fn blockdev_del(&mut self, args: &Args) -> Result<(), Fault> {
        let name = text(args, "node-name").unwrap_or_default();
        match self.nodes.iter().position(|node| node.name == name) {
            Some(index) => {
                self.nodes.remove(index);
                Ok(())
            }
            None => Err(Fault::new(format!("Failed to find node with node-name='{name}'"))),
        }
    }

    fn move_tray(&mut self, name: &str, open: bool) {
        let Some(drive) = self.drive(name) else { return };
        if !drive.has_tray() || drive.tray_open == open {
            return;
        }
        drive.tray_open = open;
        let id = drive.qdev.clone().unwrap_or_else(|| "/machine/unattached/device[20]".to_owned());
        if self.version >= v(1, 1, 0) {
            let data = json!({"device": name, "id": id, "tray-open": open});
            self.emit("DEVICE_TRAY_MOVED", Some(data));
        }
    }

    fn removable(&mut self, args: &Args) -> Result<String, Fault> {
        let (old, oldest) = (self.version.has_old_words(), self.version < v(0, 12, 0));
        let drive = match self.drive_of(args) {
            Err(_) if old => {
                return Err(Fault { text: "device not found".to_owned(), ..Fault::no_device("") });
            }
            other => other?,
        };
        let force = flag(args, "force");
        // Before 0.12, force is stronger.
        let may_go = drive.removable || (oldest && force);
        if !may_go {
            let new = format!("Device '{}' is not removable", drive.name);
            return Err(Fault::new(if oldest { "device is not removable".to_owned() } else { new }));
        }
        if drive.locked && !force {
            let new = format!("Device '{}' is locked", drive.name);
            let text = if oldest { "device is locked".to_owned() } else { new };
            let class = if old { "DeviceLocked" } else { "GenericError" };
            return Err(Fault { class: class.to_owned(), text });
        }
        Ok(drive.name.clone())
    }

    /// `eject`.
    pub fn eject(&mut self, args: &Args) -> Result<(), Fault> {
        let name = self.removable(args)?;
        self.move_tray(&name, true);
        if let Some(drive) = self.drive(&name) {
            drive.medium = None;
            drive.key = None;
        }
        Ok(())
    }

    /// `blockdev-change-medium`, and `change` of a drive: `filename`, `format`.
    pub fn change_medium(&mut self, args: &Args) -> Result<(), Fault> {
        let file = text(args, "filename").unwrap_or_default().to_owned();
        let format = text(args, "format").unwrap_or("raw").to_owned();
        let name = self.removable(args)?;
        let old = self.version.has_old_words();
        if !FORMATS.contains(&format.as_str()) {
            let text =
                if old { format!("invalid format {format}") } else { format!("Unknown driver '{format}'") };
            return Err(Fault::new(text));
        }
        if !exists(&file) {
            if self.version < v(0, 12, 0) {
                // Nothing is said, and the drive is empty.
                return self.eject(args);
            }
            let text = match old {
                true => format!("Could not open '{file}'"),
                false => format!("Could not open '{file}': No such file or directory"),
            };
            return Err(Fault::new(text));
        }
        self.move_tray(&name, true);
        let read_only = self.drive(&name).is_some_and(|drive| drive.has_tray());
        if let Some(drive) = self.drive(&name) {
            drive.medium = Some(Medium { file, format, read_only });
        }
        self.move_tray(&name, false);
        Ok(())
    }

    /// `blockdev-open-tray`.
    pub fn open_tray(&mut self, args: &Args) -> Result<(), Fault> {
        let name = self.removable(args)?;
        self.move_tray(&name, true);
        Ok(())
    }

    /// `blockdev-close-tray`.
    pub fn close_tray(&mut self, args: &Args) -> Result<(), Fault> {
        let name = self.removable(args)?;
        self.move_tray(&name, false);
        Ok(())
    }

    /// `blockdev-insert-medium`: a node that exists, into an open tray.
    pub fn insert_medium(&mut self, args: &Args) -> Result<(), Fault> {
        let node = text(args, "node-name").unwrap_or_default();
        let name = self.removable(args)?;
        let Some(node) = self.nodes.iter().find(|one| one.name == node).cloned() else {
            return Err(Fault::new(format!("Node '{node}' not found")));
        };
        let drive = self.drive_of(args)?;
        if drive.has_tray() && !drive.tray_open {
            return Err(Fault::new(format!("Tray of device '{name}' is not open")));
        }
        if drive.medium.is_some() {
            return Err(Fault::new(format!("There already is a medium in device '{name}'")));
        }
        drive.medium = Some(Medium { file: node.file, format: node.driver, read_only: node.read_only });
        Ok(())
    }

    /// `blockdev-remove-medium`.
    pub fn remove_medium(&mut self, args: &Args) -> Result<(), Fault> {
        let name = self.removable(args)?;
        let drive = self.drive_of(args)?;
        if drive.has_tray() && !drive.tray_open {
            return Err(Fault::new(format!("Tray of device '{name}' is not open")));
        }
        drive.medium = None;
        Ok(())
    }
}

/// Names that begin with `/fake/` stand for files that exist.
fn exists(file: &str) -> bool {
    file.starts_with("/fake/") || Path::new(file).exists()
}
