//! `<domain>`: the typed definition. Every element has a file with its data, its reading and its writing;
//! this one has the outermost element. `implicit` adds what the XML leaves to us, `live` what a start adds.

#![forbid(unsafe_code)]

pub mod address;
pub mod audio;
pub mod chardev;
mod checks;
pub mod clock;
pub mod controller;
pub mod cpu;
pub mod device;
mod devices;
pub mod disk;
mod fail;
pub mod filesystem;
pub mod graphics;
mod head;
pub mod hostdev;
mod implicit;
pub mod input;
pub mod interface;
pub mod iommu;
mod live;
pub mod memory;
pub mod net_ip;
pub mod os;
mod qemu;
pub mod redirdev;
pub mod rng;
pub mod seclabel;
pub mod shmem;
pub mod simple;
mod size;
mod slots;
pub mod smartcard;
pub mod storage;
#[cfg(test)]
mod tests;
pub mod tpm;
pub mod video;

use std::path::PathBuf;

use audio::{Audio, Sound};
use chardev::{Channel, Console, Parallel, Serial};
use clock::Clock;
use controller::Controller;
use cpu::Cpu;
use disk::Disk;
use filesystem::Filesystem;
use graphics::Graphics;
use hostdev::Hostdev;
use input::Input;
use interface::Interface;
use iommu::{Iommu, Vsock};
use memory::MemoryDevice;
use os::{Features, Os, PowerManagement};
pub use qemu::QemuCommandline;
use redirdev::{Hub, RedirRule, Redirdev};
use rng::Rng;
use shmem::Shmem;
use simple::{Crypto, Lease, Memballoon, Nvram, Panic, Pstore, Watchdog};
use smartcard::Smartcard;
use tpm::Tpm;
use video::Video;

use crate::error::{Error, ErrorDomain, Result};
use crate::ident::{DomainId, Uuid};
use crate::util::xml::{Document, Element, Writer, words};

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
    pub leases: Vec<Lease>,
    pub filesystems: Vec<Filesystem>,
    pub interfaces: Vec<Interface>,
    pub smartcards: Vec<Smartcard>,
    pub serials: Vec<Serial>,
    pub parallels: Vec<Parallel>,
    pub consoles: Vec<Console>,
    pub channels: Vec<Channel>,
    pub inputs: Vec<Input>,
    pub tpms: Vec<Tpm>,
    pub graphics: Vec<Graphics>,
    pub sounds: Vec<Sound>,
    pub audios: Vec<Audio>,
    pub videos: Vec<Video>,
    pub hostdevs: Vec<Hostdev>,
    pub redirdevs: Vec<Redirdev>,
    /// Which USB devices may be redirected; no rules allow all.
    pub redir_rules: Vec<RedirRule>,
    pub hubs: Vec<Hub>,
    pub watchdogs: Vec<Watchdog>,
    pub memballoon: Option<Memballoon>,
    pub rngs: Vec<Rng>,
    pub nvram: Option<Nvram>,
    pub panics: Vec<Panic>,
    pub shmems: Vec<Shmem>,
    pub memories: Vec<MemoryDevice>,
    pub cryptos: Vec<Crypto>,
    pub iommu: Option<Iommu>,
    pub vsock: Option<Vsock>,
    pub pstore: Option<Pstore>,
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

/// Who wrote the XML that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// Somebody: what only a running domain has is ignored, what is missing is made up.
    User,
    /// We, with [`FormatFlags::status`]: everything counts.
    State,
}

impl DomainDef {
    /// Parses and validates a `<domain>` document. The result has every device that the original adds by itself.
    ///
    /// Elements and attributes that the original does not know are ignored, as there. What it knows, what
    /// changes the guest and what is not supported here is an error with `VIR_ERR_CONFIG_UNSUPPORTED` that names it.
    pub fn parse(xml: &str) -> Result<Self> {
        let document = Document::parse(xml, "(domain_definition)", ErrorDomain::VIR_FROM_DOMAIN)?;
        Self::read(document.root("domain")?, Origin::User)
    }

    /// Reads what [`format`](Self::format) wrote with [`FormatFlags::status`]: a definition with its run.
    pub fn parse_state(xml: &str) -> Result<Self> {
        let document = Document::parse(xml, "(domain_status)", ErrorDomain::VIR_FROM_DOMAIN)?;
        Self::read(document.root("domain")?, Origin::State)
    }

    fn read(element: Element<'_>, origin: Origin) -> Result<Self> {
        let kind = element
            .attr("type")
            .ok_or_else(|| Error::internal(ErrorDomain::VIR_FROM_DOMAIN, "missing domain type attribute"))?;
        let kind = kind.parse().map_err(|()| fail::unsupported(format!("invalid domain type {kind}")))?;
        let name = head::name(element)?;
        let uuid = head::uuid(element)?;
        head::refuse(element)?;
        let (memory_kib, current_memory_kib) = head::memory(element)?;
        let (max_vcpus, vcpus) = head::vcpus(element)?;
        let mut def = Self {
            kind,
            id: match origin {
                Origin::State => element.number("id")?.map(DomainId),
                Origin::User => None,
            },
            name,
            uuid,
            title: head::title(element)?,
            description: element.child_text("description"),
            metadata: element.child("metadata").filter(|m| m.says_something()).map(|m| m.copy(1)),
            memory_kib,
            current_memory_kib,
            max_vcpus,
            vcpus,
            os: Os::parse(element)?,
            features: element.child("features").map(Features::parse).transpose()?.unwrap_or_default(),
            cpu: element.child("cpu").map(Cpu::parse).transpose()?,
            clock: element.child("clock").map(|c| Clock::parse(c, origin)).transpose()?.unwrap_or_default(),
            on_poweroff: head::lifecycle(element, "on_poweroff", LifecycleAction::Destroy)?,
            on_reboot: head::lifecycle(element, "on_reboot", LifecycleAction::Restart)?,
            on_crash: head::lifecycle(element, "on_crash", LifecycleAction::Destroy)?,
            pm: element.child("pm").map(PowerManagement::parse).transpose()?.unwrap_or_default(),
            devices: element
                .child("devices")
                .map(|d| Devices::parse(d, origin))
                .transpose()?
                .unwrap_or_default(),
            commandline: QemuCommandline::parse(element)?,
        };
        if origin == Origin::User {
            def.complete()?;
        }
        Ok(def)
    }

    /// The XML, in the original's text form.
    pub fn format(&self, flags: FormatFlags) -> String {
        let mut w = Writer::default();
        self.write(&mut w, flags);
        w.finish()
    }

    /// Writes the XML at the present place of `w`.
    pub fn write(&self, w: &mut Writer, flags: FormatFlags) {
        // A domain that does not run has nothing of a run to show.
        let flags = FormatFlags { inactive: flags.inactive || self.id.is_none(), ..flags };
        w.element("domain", |w| {
            w.attr("type", self.kind);
            w.attr_opt("id", self.id.filter(|_| !flags.inactive).map(|id| id.0));
            self.commandline.declare(w);
            self.write_head(w);
            self.os.format(w);
            self.features.format(w);
            if let Some(cpu) = &self.cpu {
                cpu.format(w);
            }
            self.clock.format(w, flags);
            w.text("on_poweroff", self.on_poweroff);
            w.text("on_reboot", self.on_reboot);
            w.text("on_crash", self.on_crash);
            self.pm.format(w);
            self.devices.format(w, flags);
            self.commandline.format(w);
        });
    }
}
