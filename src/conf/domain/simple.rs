//! The devices with little to say: watchdog, memory balloon, NVRAM, panic, lease, crypto, pstore.

#![forbid(unsafe_code)]

use std::num::NonZeroU64;

use super::device::{DeviceInfo, Switch, VirtioOptions};
use super::{FormatFlags, Origin, fail, size};
use crate::error::{Error, Result};
use crate::util::xml::{Element, Positive, Writer, attributes, words};

/// `<watchdog>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watchdog {
    pub model: WatchdogModel,
    pub action: WatchdogAction,
    pub info: DeviceInfo,
}

words! {
    /// `<watchdog model=…>`
    pub enum WatchdogModel {
        I6300esb = "i6300esb",
        Ib700 = "ib700",
        Diag288 = "diag288",
    }
}

words! {
    /// `<watchdog action=…>`
    pub enum WatchdogAction {
        Reset = "reset",
        Shutdown = "shutdown",
        Poweroff = "poweroff",
        Pause = "pause",
        /// The driver dumps the domain's memory and lets it go on; QEMU itself only pauses.
        Dump = "dump",
        None = "none",
        InjectNmi = "inject-nmi",
    }
}

/// `<memballoon>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Memballoon {
    pub model: MemballoonModel,
    pub settings: MemballoonSettings,
    /// `<stats period=…>`: how often the guest reports its use of memory.
    pub stats_period_s: Option<u32>,
    pub virtio: VirtioOptions,
    pub info: DeviceInfo,
}

words! {
    /// `<memballoon model=…>`
    pub enum MemballoonModel {
        Virtio = "virtio",
        Xen = "xen",
        None = "none",
        VirtioTransitional = "virtio-transitional",
        VirtioNonTransitional = "virtio-non-transitional",
    }
}

attributes! {
    /// What the guest may do with its balloon.
    pub struct MemballoonSettings {
        /// It gets memory back before it kills processes.
        autodeflate: Switch = "autodeflate",
        /// It says which pages are free.
        free_page_reporting: Switch = "freePageReporting",
    }
}

/// `<nvram>`, of POWER machines
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nvram {
    pub info: DeviceInfo,
}

/// `<panic>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panic {
    /// The machine's own if the XML does not say.
    pub model: Option<PanicModel>,
    pub info: DeviceInfo,
}

words! {
    /// `<panic model=…>`
    pub enum PanicModel {
        Isa = "isa",
        Pseries = "pseries",
        Hyperv = "hyperv",
        S390 = "s390",
    }
}

/// `<lease>`: a lock that a domain holds while it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    pub lockspace: String,
    pub key: String,
    pub path: String,
    pub offset: Option<NonZeroU64>,
}

/// `<crypto>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crypto {
    pub backend: CryptoBackend,
    pub queues: Option<Positive>,
    pub virtio: VirtioOptions,
    pub info: DeviceInfo,
}

words! {
    /// `<crypto><backend model=…>`
    pub enum CryptoBackend {
        Builtin = "builtin",
        Lkcf = "lkcf",
    }
}

words! {
    /// `<crypto model=…>`
    enum CryptoModel {
        Virtio = "virtio",
    }
}

words! {
    /// `<crypto type=…>`
    enum CryptoKind {
        Qemu = "qemu",
    }
}

/// `<pstore>`: where a dying guest leaves a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pstore {
    pub path: String,
    pub size_kib: u64,
    pub info: DeviceInfo,
}

words! {
    /// `<pstore backend=…>`
    enum PstoreBackend {
        AcpiErst = "acpi-erst",
    }
}

impl Watchdog {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let model =
            element.attr("model").ok_or_else(|| fail::internal("watchdog must contain model name"))?;
        let action = element.attr("action").map(|text| {
            text.parse().map_err(|()| fail::unsupported(format!("unknown watchdog action '{text}'")))
        });
        Ok(Self {
            model: model
                .parse()
                .map_err(|()| fail::unsupported(format!("unknown watchdog model '{model}'")))?,
            action: action.transpose()?.unwrap_or(WatchdogAction::Reset),
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("watchdog", |w| {
            w.attr("model", self.model);
            w.attr("action", self.action);
            self.info.format(w, flags);
        });
    }
}

impl Memballoon {
    /// What a QEMU domain without `<memballoon>` gets.
    pub(super) fn qemu_default() -> Self {
        Self {
            model: MemballoonModel::Virtio,
            settings: MemballoonSettings::default(),
            stats_period_s: None,
            virtio: VirtioOptions::default(),
            info: DeviceInfo::default(),
        }
    }

    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let model = element.required_word("model")?;
        let period: Option<i32> =
            element.child("stats").map(|stats| stats.number("period")).transpose()?.flatten();
        let period = period.and_then(|period| u32::try_from(period).ok());
        let info = DeviceInfo::parse(element, origin)?;
        Ok(Self {
            model,
            settings: MemballoonSettings::read(element)?,
            stats_period_s: period.filter(|period| *period != 0),
            virtio: VirtioOptions::read_child(element)?,
            // As libvirt: what is not there is nowhere.
            info: if model == MemballoonModel::None { DeviceInfo::default() } else { info },
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("memballoon", |w| {
            w.attr("model", self.model);
            self.settings.write(w);
            w.element_unless_empty("stats", |w| w.attr_opt("period", self.stats_period_s));
            self.info.format(w, flags);
            self.virtio.switches.write_child(w, "driver");
        });
    }
}

impl Nvram {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        Ok(Self { info: DeviceInfo::parse(element, origin)? })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.block("nvram", |w| self.info.format(w, flags));
    }
}

impl Panic {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let model = element.attr("model").filter(|model| *model != "default").map(|model| {
            model.parse().map_err(|()| fail::unsupported(format!("unknown panic model '{model}'")))
        });
        Ok(Self { model: model.transpose()?, info: DeviceInfo::parse(element, origin)? })
    }

    /// The word for its model in errors.
    pub(super) fn model_name(&self) -> &'static str {
        self.model.map_or("default", PanicModel::as_str)
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element_unless_empty("panic", |w| {
            w.attr_opt("model", self.model);
            self.info.format(w, flags);
        });
    }
}

impl Lease {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let lockspace = element.child_text("lockspace");
        let key = element.child_text("key").ok_or_else(|| fail::xml("Missing 'key' element for lease"))?;
        let target =
            element.child("target").ok_or_else(|| fail::xml("Missing 'target' element for lease"))?;
        let path = target
            .attr("path")
            .ok_or_else(|| fail::xml("Missing 'path' attribute to 'target' element for lease"))?;
        let offset = target.number::<u64>("offset")?;
        Ok(Self {
            lockspace: lockspace.ok_or_else(Error::unknown_cause)?,
            key,
            path: path.to_owned(),
            offset: offset.and_then(NonZeroU64::new),
        })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("lease", |w| {
            w.text("lockspace", &self.lockspace);
            w.text("key", &self.key);
            w.element("target", |w| {
                w.attr("path", &self.path);
                w.attr_opt("offset", self.offset);
            });
        });
    }
}

impl Crypto {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        element.required_word::<CryptoModel>("model")?;
        element.required_word::<CryptoKind>("type")?;
        let mut backends = element.children_named("backend");
        let (Some(backend), None) = (backends.next(), backends.next()) else {
            return Err(fail::xml("only one crypto backend is supported"));
        };
        Ok(Self {
            backend: backend.required_word("model")?,
            queues: crate::util::xml::Attribute::read(backend, "queues")?,
            virtio: VirtioOptions::read_child(element)?,
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("crypto", |w| {
            w.attr("model", CryptoModel::Virtio);
            w.attr("type", CryptoKind::Qemu);
            w.element("backend", |w| {
                w.attr("model", self.backend);
                w.attr_opt("queues", self.queues);
            });
            self.virtio.switches.write_child(w, "driver");
            self.info.format(w, flags);
        });
    }
}

impl Pstore {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        element.required_word::<PstoreBackend>("backend")?;
        Ok(Self {
            path: element.child_text("path").ok_or_else(|| fail::xml("missing path attribute for pstore"))?,
            size_kib: size::text_kib(element.child("size"), "./size")?
                .ok_or_else(|| fail::xml("missing size attribute for pstore"))?,
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("pstore", |w| {
            w.attr("backend", PstoreBackend::AcpiErst);
            w.text("path", &self.path);
            w.element("size", |w| {
                w.attr("unit", "KiB");
                w.content(self.size_kib);
            });
            self.info.format(w, flags);
        });
    }
}
