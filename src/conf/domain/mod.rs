//! `<domain>`: the typed definition. Every element has a file with its data, its reading and its writing;
//! this one has the outermost element. `implicit` adds what the XML leaves to us, `live` what a start adds.

#![forbid(unsafe_code)]

pub mod chardev;
pub mod clock;
pub mod controller;
pub mod device;
pub mod disk;
pub mod graphics;
pub mod interface;
mod live;
pub mod os;
pub mod simple;

use std::path::PathBuf;

use chardev::{Console, Serial};
use clock::Clock;
use controller::Controller;
use disk::Disk;
use graphics::Graphics;
use interface::Interface;
use os::{Cpu, Features, Os, PowerManagement};
use simple::{Audio, Input, Memballoon, Panic, Video, Watchdog};

use crate::domain::{DomainId, Uuid};
use crate::error::{Error, ErrorDomain, Result};
use crate::util::xml::words;

words! {
    /// `<domain type=…>`
    pub enum DomainKind {
        /// QEMU interpreting the guest's instructions (TCG).
        Qemu = "qemu",
        Kvm = "kvm",
        Test = "test",
    }
}

/// A domain as its XML describes it, and, while it runs, as it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainDef {
    pub kind: DomainKind,
    /// Only in the definition of a running domain.
    pub id: Option<DomainId>,
    /// Unique name.
    pub name: String,
    /// Unique for ever; made up when the XML has none.
    pub uuid: Uuid,
    pub title: Option<String>,
    pub description: Option<String>,
    /// The `<metadata>` element as it stood in the XML.
    pub metadata: Option<String>,
    /// Maximum memory.
    pub memory_kib: u64,
    /// Memory at start.
    pub current_memory_kib: u64,
    /// Most virtual CPUs, and those at start.
    pub max_vcpus: u16,
    pub vcpus: u16,
    pub os: Os,
    pub features: Features,
    pub cpu: Option<Cpu>,
    pub clock: Clock,
    /// What happens when the guest powers off, restarts or crashes.
    pub on_poweroff: LifecycleAction,
    pub on_reboot: LifecycleAction,
    pub on_crash: LifecycleAction,
    pub pm: PowerManagement,
    pub devices: Devices,
    pub commandline: QemuCommandline,
}

/// `<devices>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Devices {
    /// The program that runs the domain; the driver's default if the XML names none.
    pub emulator: Option<PathBuf>,
    pub disks: Vec<Disk>,
    pub controllers: Vec<Controller>,
    pub interfaces: Vec<Interface>,
    pub serials: Vec<Serial>,
    pub consoles: Vec<Console>,
    pub inputs: Vec<Input>,
    pub graphics: Vec<Graphics>,
    pub audios: Vec<Audio>,
    pub videos: Vec<Video>,
    pub watchdogs: Vec<Watchdog>,
    pub memballoon: Option<Memballoon>,
    pub panics: Vec<Panic>,
}

/// `<qemu:commandline>`: what the user adds to the emulator's command line and environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QemuCommandline {
    pub args: Vec<String>,
    /// Names with their values; `None` sets an empty one.
    pub env: Vec<(String, Option<String>)>,
}

words! {
    /// `<on_poweroff>` and friends.
    pub enum LifecycleAction {
        Destroy = "destroy",
        Restart = "restart",
        RenameRestart = "rename-restart",
        Preserve = "preserve",
        CoredumpDestroy = "coredump-destroy",
        CoredumpRestart = "coredump-restart",
    }
}

/// What [`DomainDef::format`] shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormatFlags {
    /// Passwords too (`VIR_DOMAIN_XML_SECURE`).
    pub secure: bool,
    /// Nothing that only a running domain has (`VIR_DOMAIN_XML_INACTIVE`).
    pub inactive: bool,
    /// What only the driver's own state file holds.
    pub status: bool,
}

impl DomainDef {
    /// Parses and validates a `<domain>` document. The result has every device that the original adds by itself.
    pub fn parse(xml: &str) -> Result<Self> {
        let _ = xml;
        Err(Error::no_support(ErrorDomain::VIR_FROM_DOMAIN, "DomainDef::parse"))
    }

    /// The XML, in the original's text form.
    pub fn format(&self, flags: FormatFlags) -> String {
        let _ = flags;
        String::new()
    }
}
