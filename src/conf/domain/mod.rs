//! `<domain>`: the typed definition. Every element has a file with its data, its reading and its writing;
//! this one has the outermost element. `implicit` adds what the XML leaves to us, `live` what a start adds.

#![forbid(unsafe_code)]

pub mod address;
pub mod audio;
pub mod bandwidth;
pub mod chardev;
mod checks;
pub mod clock;
pub mod controller;
pub mod cpu;
pub mod device;
mod devices;
pub mod disk;
mod fail;
pub mod features;
pub mod filesystem;
pub mod firmware;
pub mod graphics;
pub mod head;
pub mod hostdev;
pub mod hypervisor;
pub mod id_map;
mod implicit;
pub mod input;
pub mod interface;
pub mod iommu;
pub mod iotune;
pub mod key_wrap;
pub mod launch_security;
mod live;
pub mod memory;
pub mod memory_backing;
pub mod metadata;
pub mod net_ip;
pub mod numa;
pub mod os;
pub mod pm;
mod qemu;
pub mod redirdev;
pub mod resource;
pub mod rng;
pub mod seclabel;
pub mod shmem;
pub mod simple;
mod size;
mod slots;
pub mod smartcard;
mod stability;
pub mod storage;
pub mod sysinfo;
mod test_namespace;
#[cfg(test)]
mod tests;
pub mod tpm;
pub mod tuning;
pub mod video;

use std::path::PathBuf;

use audio::{Audio, Sound};
use chardev::{Channel, Console, Parallel, Serial};
use clock::Clock;
use controller::Controller;
use cpu::Cpu;
use device::Switch;
use disk::Disk;
use features::Features;
use filesystem::Filesystem;
use graphics::Graphics;
use head::LockFailureAction;
use hostdev::Hostdev;
use id_map::IdMap;
use input::Input;
use interface::Interface;
use iommu::{Iommu, Vsock};
use key_wrap::KeyWrap;
use launch_security::LaunchSecurity;
use memory::MemoryDevice;
use memory_backing::MemoryBacking;
use os::Os;
use pm::PowerManagement;
pub use qemu::QemuCommandline;
use redirdev::{Hub, RedirRule, Redirdev};
use resource::Resource;
use rng::Rng;
use seclabel::SecurityLabel;
use shmem::Shmem;
use simple::{Crypto, Lease, Memballoon, Nvram, Panic, Pstore, Watchdog};
use smartcard::Smartcard;
use sysinfo::Sysinfo;
pub use test_namespace::TestNamespace;
use tpm::Tpm;
use tuning::Tuning;
use tuning::memtune::MaxMemory;
use tuning::perf::Perf;
use video::Video;

use crate::error::{ErrorDomain, Result};
use crate::ident::{DomainId, Uuid};
use crate::util::xml::{Document, Element, Writer, words};

/// Room for the XML of a usual domain, in bytes.
const USUAL_LENGTH: usize = 8 * 1024;

words! {
    /// `<domain type=…>`
    pub enum DomainKind {
        None = "none",
        /// QEMU interpreting the guest's instructions (TCG).
        Qemu = "qemu",
        Kqemu = "kqemu",
        Kvm = "kvm",
        Xen = "xen",
        Lxc = "lxc",
        Uml = "uml",
        Openvz = "openvz",
        Test = "test",
        Vmware = "vmware",
        Hyperv = "hyperv",
        Vbox = "vbox",
        Phyp = "phyp",
        Parallels = "parallels",
        Bhyve = "bhyve",
        Vz = "vz",
        Hvf = "hvf",
    }
}

/// Whose rules complete a definition and say what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Those of `test:///`: whatever a domain of any driver can say, and little is added.
    Test,
    /// Those of the QEMU driver.
    Qemu,
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
    /// `<genid>`: changes when the guest's state goes back or splits.
    pub genid: Option<Uuid>,
    pub title: Option<String>,
    pub description: Option<String>,
    /// The `<metadata>` element, with what is in a namespace.
    pub metadata: Option<String>,
    /// Maximum memory.
    pub memory_kib: u64,
    /// Memory at start.
    pub current_memory_kib: u64,
    pub max_memory: Option<MaxMemory>,
    /// `<memory dumpCore=…>`: whether the guest's memory is part of a core dump of its process.
    pub dump_core: Option<Switch>,
    pub memory_backing: MemoryBacking,
    /// Virtual CPUs, I/O threads, limits.
    pub tuning: Tuning,
    pub resource: Option<Resource>,
    pub sysinfos: Vec<Sysinfo>,
    /// A program of the host that finds the kernel of a paravirtualized guest.
    pub bootloader: Option<String>,
    pub bootloader_args: Option<String>,
    pub os: Os,
    pub id_map: IdMap,
    pub features: Features,
    pub cpu: Option<Cpu>,
    pub clock: Clock,
    /// What happens when the guest powers off, restarts or crashes.
    pub on_poweroff: LifecycleAction,
    pub on_reboot: LifecycleAction,
    pub on_crash: LifecycleAction,
    pub on_lock_failure: Option<LockFailureAction>,
    pub pm: PowerManagement,
    /// What the host counts while the domain runs.
    pub perf: Perf,
    pub devices: Devices,
    pub security_labels: Vec<SecurityLabel>,
    pub key_wrap: KeyWrap,
    pub launch_security: Option<LaunchSecurity>,
    pub commandline: QemuCommandline,
    pub test_namespace: TestNamespace,
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
    /// Nothing that an old libvirt could not read (`VIR_DOMAIN_XML_MIGRATABLE`).
    pub migratable: bool,
}

/// Who wrote the XML that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Somebody: what only a running domain has is ignored, what is missing is made up.
    User,
    /// We, with [`FormatFlags::status`]: everything counts.
    State,
}

impl DomainDef {
    /// Parses and validates a `<domain>` document by the rules of the QEMU driver. The result has every device that
    /// the original adds by itself.
    ///
    /// Elements and attributes that the original does not know are ignored, as there. What it knows is read; what a
    /// driver cannot do of it is for the driver to say.
    pub fn parse(xml: &str) -> Result<Self> {
        Self::parse_by(xml, Rules::Qemu)
    }

    /// [`parse`](Self::parse) by the rules of any driver.
    pub fn parse_by(xml: &str, rules: Rules) -> Result<Self> {
        let document = Document::parse(xml, "(domain_definition)", ErrorDomain::VIR_FROM_DOMAIN)?;
        Self::parse_element(document.root("domain")?, rules)
    }

    /// As [`parse_by`](Self::parse_by), of an element in another document.
    pub fn parse_element(element: Element<'_>, rules: Rules) -> Result<Self> {
        let mut def = Self::read(element, Origin::User, rules)?;
        def.complete(rules, true)?;
        def.check()?;
        Ok(def)
    }

    /// As [`parse_element`](Self::parse_element), of a definition that a domain has had. As in the original such a one
    /// is completed, but not checked: what may be said may have changed since.
    pub fn parse_known(element: Element<'_>, rules: Rules) -> Result<Self> {
        let mut def = Self::read(element, Origin::User, rules)?;
        def.complete(rules, false)?;
        Ok(def)
    }

    /// Reads what [`format`](Self::format) wrote with [`FormatFlags::status`]: a definition with its run.
    pub fn parse_state(xml: &str) -> Result<Self> {
        let document = Document::parse(xml, "(domain_status)", ErrorDomain::VIR_FROM_DOMAIN)?;
        let mut def = Self::read(document.root("domain")?, Origin::State, Rules::Qemu)?;
        def.tuning.vcpus.settle()?;
        Ok(def)
    }

    /// Reads the elements in the original's order, which decides about the error if there is more than one.
    fn read(element: Element<'_>, origin: Origin, rules: Rules) -> Result<Self> {
        let name = head::name(element)?;
        let own_uuid = head::uuid(element)?;
        let mut uuid = own_uuid.unwrap_or_else(Uuid::new_v4);
        let genid = head::genid(element)?;
        let kind = element.filled("type").ok_or_else(|| fail::internal("missing domain type attribute"))?;
        let kind = kind.parse().map_err(|()| fail::unsupported(format!("invalid domain type {kind}")))?;
        let mut os = Os::parse_kind(element, kind)?;
        let title = head::title(element)?;
        let security_labels = seclabel::parse(element, origin, rules)?;
        let memory_kib = size::text_kib(element.child("memory"), "./memory[1]")?.unwrap_or(0);
        let current_memory_kib =
            size::text_kib(element.child("currentMemory"), "./currentMemory[1]")?.unwrap_or(0);
        let max_memory = MaxMemory::parse(element)?;
        let dump_core = element.child("memory").map(|memory| memory.word("dumpCore")).transpose()?.flatten();
        let memory_backing = parse_child(element, "memoryBacking", MemoryBacking::parse)?.unwrap_or_default();
        let mut tuning = Tuning::parse(element)?;
        let cpu = parse_child(element, "cpu", Cpu::parse)?;
        let cells = numa::cells(cpu.as_ref());
        numa::check_cpus(cells, tuning.vcpus.max())?;
        tuning.parse_numa(element, cells.len())?;
        let resource = Resource::parse(element)?;
        let features = Features::parse(element)?;
        let on_reboot = head::lifecycle(element, "on_reboot", LifecycleAction::Restart)?;
        let on_poweroff = head::lifecycle(element, "on_poweroff", LifecycleAction::Destroy)?;
        let on_crash = head::lifecycle(element, "on_crash", LifecycleAction::Destroy)?;
        let on_lock_failure = head::lock_failure(element)?;
        let pm = parse_child(element, "pm", PowerManagement::parse)?.unwrap_or_default();
        let perf = parse_child(element, "perf", Perf::parse)?.unwrap_or_default();
        let clock = parse_child(element, "clock", |c| Clock::parse(c, origin))?.unwrap_or_default();
        os.parse_boot(element)?;
        let devices = Devices::parse(element, origin)?;
        let launch_security = parse_child(element, "launchSecurity", LaunchSecurity::parse)?;
        let id_map = parse_child(element, "idmap", IdMap::parse)?.unwrap_or_default();
        let is_new = own_uuid.is_none();
        let sysinfos = element
            .children_named("sysinfo")
            .map(|sysinfo| Sysinfo::parse(sysinfo, &mut uuid, is_new))
            .collect::<Result<_>>()?;
        os.parse_smbios(element)?;
        Ok(Self {
            kind,
            id: match origin {
                Origin::State => element.number("id")?.map(DomainId),
                Origin::User => None,
            },
            name,
            uuid,
            genid,
            title,
            description: element.child_text("description"),
            metadata: element.child("metadata").map(|metadata| metadata.copy_foreign(metadata::KEPT_DEPTH)),
            memory_kib,
            current_memory_kib,
            max_memory,
            dump_core,
            memory_backing,
            tuning,
            resource,
            sysinfos,
            bootloader: element.child_text("bootloader"),
            bootloader_args: element.child_text("bootloader_args"),
            os,
            id_map,
            features,
            cpu,
            clock,
            on_poweroff,
            on_reboot,
            on_crash,
            on_lock_failure,
            pm,
            perf,
            devices,
            security_labels,
            key_wrap: parse_child(element, "keywrap", KeyWrap::parse)?.unwrap_or_default(),
            launch_security,
            commandline: match rules {
                Rules::Qemu => QemuCommandline::parse(element)?,
                Rules::Test => QemuCommandline::default(),
            },
            test_namespace: TestNamespace::parse(element, rules)?,
        })
    }

    /// The XML, in the original's text form.
    pub fn format(&self, flags: FormatFlags) -> String {
        let mut w = Writer::with_capacity(USUAL_LENGTH);
        self.write(&mut w, flags);
        w.finish()
    }

    /// Writes the XML at the present place of `w`.
    pub fn write(&self, w: &mut Writer, flags: FormatFlags) {
        self.write_as("domain", w, flags);
    }

    /// As [`write`](Self::write), with another name for the outermost element.
    pub fn write_as(&self, element: &str, w: &mut Writer, flags: FormatFlags) {
        // A domain that does not run has nothing of a run to show.
        let flags = FormatFlags { inactive: flags.inactive || self.id.is_none(), ..flags };
        w.element(element, |w| {
            w.attr("type", self.kind);
            w.attr_opt("id", self.id.filter(|_| !flags.inactive).map(|id| id.0));
            self.commandline.declare(w);
            self.write_head(w);
            self.write_os(w, flags);
            self.id_map.format(w);
            self.features.format(w);
            if let Some(cpu) = &self.cpu {
                cpu.format(w);
            }
            self.clock.format(w, flags);
            w.text("on_poweroff", self.on_poweroff);
            w.text("on_reboot", self.on_reboot);
            w.text("on_crash", self.on_crash);
            w.text_opt("on_lockfailure", self.on_lock_failure);
            self.pm.format(w);
            self.perf.format(w);
            self.devices.format(w, flags);
            self.security_labels.iter().for_each(|label| label.format(w));
            self.key_wrap.format(w);
            if let Some(security) = &self.launch_security {
                security.format(w);
            }
            self.commandline.format(w);
        });
    }
}

/// What `parse` makes of the first child with this name, if there is one.
fn parse_child<'a, T>(
    parent: Element<'a>,
    name: &str,
    parse: impl FnOnce(Element<'a>) -> Result<T>,
) -> Result<Option<T>> {
    parent.child(name).map(parse).transpose()
}
