//! The machine that is pretended: what both protocols say about it is taken from here, so that they agree. Commands
//! change it; nothing runs in it by itself. Its parts have a file each.

pub mod block;
mod block_info;
pub mod chardev;
pub mod cpu;
pub mod device;
pub mod fds;
pub mod migrate;
mod pci;
pub mod run;

use std::collections::VecDeque;

use serde_json::{Map, Value};

use crate::args::Launch;
use crate::version::{Version, v};

use block::Drive;
use chardev::Chardev;
use cpu::Cpus;
use device::Device;
use fds::Fds;
use migrate::Migration;

/// Arguments of a command, from either protocol.
pub type Args = Map<String, Value>;

/// Why a command fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// QMP's class.
    pub class: String,
    pub text: String,
}

impl Fault {
    /// The class of nearly all.
    pub fn new(text: impl Into<String>) -> Self {
        Fault { class: "GenericError".to_owned(), text: text.into() }
    }

    /// A device, or something else with a name, that is not there.
    pub fn no_device(name: &str) -> Self {
        Fault { class: "DeviceNotFound".to_owned(), text: format!("Device '{name}' not found") }
    }
}

/// Something that QMP clients are told.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub name: String,
    pub data: Option<Value>,
}

/// What the text monitor asks for after a command, in place of its prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The password of VNC clients.
    Vnc,
    /// The key of the drive with this name; then the guest goes on.
    Drive(String),
}

/// A snapshot of the whole machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    pub tag: String,
    pub status: String,
}

/// The machine.
#[derive(Debug)]
pub struct World {
    pub version: Version,
    pub name: Option<String>,
    pub uuid: String,
    pub memory: u64,
    /// QMP's word for the state, such as "running".
    pub status: String,
    pub no_shutdown: bool,
    pub cpus: Cpus,
    pub drives: Vec<Drive>,
    /// Nodes made by `-blockdev` and `blockdev-add`: name, driver, file.
    pub nodes: Vec<block::Node>,
    pub devices: Vec<Device>,
    pub netdevs: Vec<String>,
    pub objects: Vec<String>,
    pub chardevs: Vec<Chardev>,
    /// Bytes that the guest has, if there is a balloon.
    pub balloon: Option<u64>,
    pub migration: Migration,
    pub fds: Fds,
    pub snapshots: Vec<Snapshot>,
    pub vnc_password: Option<String>,
    /// To be told to clients.
    pub events: VecDeque<Event>,
    /// To be told after the reply to the present command.
    pub later_events: VecDeque<Event>,
    /// The text monitor has to ask this before its prompt.
    pub question: Option<Question>,
    /// The text monitor gives no prompt before the migration has ended.
    pub awaits_migration: bool,
    /// The emulator ends with this status.
    pub exit: Option<i32>,
    /// Commands that this emulator lacks, or has, whatever its version.
    pub without: Vec<String>,
    pub with: Vec<String>,
}

impl World {
    /// The machine that the arguments describe; without `-nodefaults`, with the default devices.
    pub fn new(version: Version, launch: &Launch) -> Self {
        let (online, max) = launch.cpus.unwrap_or((2, 4));
        let memory = launch.memory_mib.unwrap_or(if version < v(2, 6, 0) { 128 } else { 256 }) << 20;
        let mut world = World {
            version,
            name: launch.name.clone(),
            uuid: launch.uuid.clone().unwrap_or_else(|| "00000000-0000-0000-0000-000000000000".to_owned()),
            memory,
            status: if launch.incoming { "inmigrate" } else { "prelaunch" }.to_owned(),
            no_shutdown: launch.no_shutdown,
            cpus: Cpus::new(online, max),
            drives: Vec::new(),
            nodes: Vec::new(),
            devices: device::board(),
            netdevs: Vec::new(),
            objects: Vec::new(),
            chardevs: Vec::new(),
            balloon: None,
            migration: Migration::default(),
            fds: Fds::default(),
            snapshots: Vec::new(),
            vnc_password: None,
            events: VecDeque::new(),
            later_events: VecDeque::new(),
            question: None,
            awaits_migration: false,
            exit: None,
            without: Vec::new(),
            with: Vec::new(),
        };
        if !launch.no_defaults {
            world.add_default_devices();
        }
        // What cannot be added is left out: the emulator has more devices than are known here.
        for options in &launch.netdevs {
            let _ = world.netdev_add(options);
        }
        for options in &launch.drives {
            let _ = world.drive_from_command_line(options);
        }
        for options in &launch.devices {
            let _ = world.device_add(options);
        }
        world.events.clear();
        world.later_events.clear();
        world
    }

    fn add_default_devices(&mut self) {
        self.drives.push(Drive::disk("ide0-hd0", "/fake/disk.img", "raw"));
        self.drives.push(Drive::cdrom("ide1-cd0"));
        self.drives.push(Drive::floppy("floppy0"));
        let mut devices = vec!["cirrus-vga", "e1000", "virtio-blk-pci"];
        if self.version >= v(0, 11, 0) {
            devices.push("virtio-balloon-pci");
        }
        self.drives.push(Drive::disk("virtio0", "/fake/data.img", "raw"));
        for driver in devices {
            let options = vec![("driver".to_owned(), driver.to_owned())];
            let _ = self.device_add(&options);
        }
    }

    /// Tells QMP clients of something, before the reply of the command that caused it.
    pub fn emit(&mut self, name: &str, data: Option<Value>) {
        self.events.push_back(Event { name: name.to_owned(), data });
    }

    /// [`World::emit`] for what comes after the reply of the command that caused it.
    pub fn emit_later(&mut self, name: &str, data: Option<Value>) {
        self.later_events.push_back(Event { name: name.to_owned(), data });
    }
}

/// A string among arguments.
pub fn text<'a>(args: &'a Args, name: &str) -> Option<&'a str> {
    args.get(name).and_then(Value::as_str)
}

/// A number among arguments.
pub fn number(args: &Args, name: &str) -> Option<i64> {
    args.get(name).and_then(Value::as_i64)
}

/// A switch among arguments; off if it is not there.
pub fn flag(args: &Args, name: &str) -> bool {
    args.get(name).and_then(Value::as_bool).unwrap_or(false)
}
