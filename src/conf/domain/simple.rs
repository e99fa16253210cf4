//! The devices with little to say: input, audio, watchdog, memory balloon, panic.

#![forbid(unsafe_code)]

use super::device::DeviceInfo;
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// `<input>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    pub kind: InputKind,
    pub bus: InputBus,
    pub info: DeviceInfo,
}

words! {
    /// `<input type=…>`
    pub enum InputKind {
        Mouse = "mouse",
        Tablet = "tablet",
        Keyboard = "keyboard",
    }
}

words! {
    /// `<input bus=…>`
    pub enum InputBus {
        Ps2 = "ps2",
        Usb = "usb",
        Virtio = "virtio",
    }
}

/// `<audio>`: only the backend that plays nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audio {
    pub id: u32,
}

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
    /// `<stats period=…>`: how often the guest reports its use of memory.
    pub stats_period_s: Option<u32>,
    pub info: DeviceInfo,
}

words! {
    /// `<memballoon model=…>`
    pub enum MemballoonModel {
        Virtio = "virtio",
        None = "none",
    }
}

/// `<panic>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panic {
    pub model: PanicModel,
}

words! {
    /// `<panic model=…>`
    pub enum PanicModel {
        Isa = "isa",
    }
}

impl Input {
    pub(super) fn new(kind: InputKind, bus: InputBus) -> Self {
        Self { kind, bus, info: DeviceInfo::default() }
    }

    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        fail::refuse(element, &["driver", "source"], &["model"])?;
        let kind = match element.attr("type") {
            None => return Err(fail::internal("missing input device type")),
            Some("passthrough" | "evdev") => {
                return Err(fail::unsupported("input devices of the host are not supported"));
            }
            Some(text) => {
                text.parse().map_err(|()| fail::unsupported(format!("unknown input device type '{text}'")))?
            }
        };
        let bus = match element.attr("bus") {
            None if kind == InputKind::Tablet => InputBus::Usb,
            None => InputBus::Ps2,
            Some(text) => {
                text.parse().map_err(|()| fail::unsupported(format!("unknown input bus type '{text}'")))?
            }
        };
        if kind == InputKind::Tablet && bus == InputBus::Ps2 {
            return Err(fail::internal("ps2 bus does not support tablet input device"));
        }
        Ok(Self { kind, bus, info: DeviceInfo::parse(element, origin)? })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("input", |w| {
            w.attr("type", self.kind);
            w.attr("bus", self.bus);
            self.info.format(w, flags);
        });
    }
}

words! {
    /// `<audio type=…>`
    enum AudioKind {
        None = "none",
        Alsa = "alsa",
        Coreaudio = "coreaudio",
        Dbus = "dbus",
        Jack = "jack",
        Oss = "oss",
        Pulseaudio = "pulseaudio",
        Sdl = "sdl",
        Spice = "spice",
        File = "file",
    }
}

impl Audio {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        match element.required_word("type")? {
            AudioKind::None => {}
            other => return Err(fail::unsupported(format!("audio type '{other}' is not supported"))),
        }
        fail::refuse(element, &["input", "output"], &["timerPeriod"])?;
        Ok(Self { id: element.positive("id")? })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("audio", |w| {
            w.attr("id", self.id);
            w.attr("type", AudioKind::None);
        });
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
        Self { model: MemballoonModel::Virtio, stats_period_s: None, info: DeviceInfo::default() }
    }

    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        fail::refuse(element, &["driver"], &["autodeflate", "freePageReporting"])?;
        let period: Option<i32> =
            element.child("stats").map(|stats| stats.number("period")).transpose()?.flatten();
        Ok(Self {
            model: element.required_word("model")?,
            stats_period_s: period
                .and_then(|period| u32::try_from(period).ok())
                .filter(|period| *period != 0),
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("memballoon", |w| {
            w.attr("model", self.model);
            w.element_unless_empty("stats", |w| w.attr_opt("period", self.stats_period_s));
            self.info.format(w, flags);
        });
    }
}

impl Panic {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        fail::refuse(element, &["address"], &[])?;
        match element.attr("model") {
            None => Ok(Self { model: PanicModel::Isa }),
            Some(model @ ("pseries" | "hyperv" | "s390")) => {
                Err(fail::unsupported(format!("panic model '{model}' is not supported")))
            }
            Some(model) => match model.parse() {
                Ok(model) => Ok(Self { model }),
                Err(()) => Err(fail::unsupported(format!("unknown panic model '{model}'"))),
            },
        }
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("panic", |w| w.attr("model", self.model));
    }
}
