//! `<input>`

#![forbid(unsafe_code)]

use super::address::AddressKind;
use super::device::{DeviceInfo, Switch, VirtioOptions};
use super::disk::DiskModel;
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, attributes, words};

/// `<input>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    pub kind: InputKind,
    pub bus: InputBus,
    /// Which form of virtio.
    pub model: Option<DiskModel>,
    pub virtio: VirtioOptions,
    /// The device of the host that it passes on.
    pub source: Option<String>,
    pub evdev: EvdevSettings,
    pub info: DeviceInfo,
}

words! {
    /// `<input type=…>`
    pub enum InputKind {
        Mouse = "mouse",
        Tablet = "tablet",
        Keyboard = "keyboard",
        /// The guest gets a device of the host.
        Passthrough = "passthrough",
        /// The emulator reads a device of the host.
        Evdev = "evdev",
    }
}

words! {
    /// `<input bus=…>`
    pub enum InputBus {
        Ps2 = "ps2",
        Usb = "usb",
        Xen = "xen",
        Parallels = "parallels",
        Virtio = "virtio",
        None = "none",
    }
}

attributes! {
    /// How the emulator reads a device of the host.
    pub struct EvdevSettings {
        grab: Grab = "grab",
        grab_toggle: GrabToggle = "grabToggle",
        repeat: Switch = "repeat",
    }
}

words! {
    /// `<source grab=…>`: which devices go with this one.
    pub enum Grab {
        All = "all",
    }
}

words! {
    /// `<source grabToggle=…>`: keys that give the device to the guest and back.
    pub enum GrabToggle {
        CtrlCtrl = "ctrl-ctrl",
        AltAlt = "alt-alt",
        ShiftShift = "shift-shift",
        MetaMeta = "meta-meta",
        Scrolllock = "scrolllock",
        CtrlScrolllock = "ctrl-scrolllock",
    }
}

impl Input {
    pub(super) fn new(kind: InputKind, bus: InputBus) -> Self {
        Self {
            kind,
            bus,
            model: None,
            virtio: VirtioOptions::default(),
            source: None,
            evdev: EvdevSettings::default(),
            info: DeviceInfo::default(),
        }
    }

    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let kind = match element.attr("type") {
            None => return Err(fail::internal("missing input device type")),
            Some(text) => {
                text.parse().map_err(|()| fail::unsupported(format!("unknown input device type '{text}'")))?
            }
        };
        let unknown = |what, text| fail::unsupported(format!("unknown input {what} '{text}'"));
        let model = element.attr("model").map(|text| text.parse().map_err(|()| unknown("model", text)));
        let bus = element.attr("bus").map(|text| text.parse().map_err(|()| unknown("bus type", text)));
        let bus = bus.transpose()?.unwrap_or(match kind {
            InputKind::Mouse | InputKind::Keyboard => InputBus::Ps2,
            InputKind::Tablet => InputBus::Usb,
            InputKind::Passthrough => InputBus::Virtio,
            InputKind::Evdev => InputBus::None,
        });
        let source = element.child("source").filter(|_| kind.is_of_host()).map(|source| {
            let path = source.attr(if kind == InputKind::Evdev { "dev" } else { "evdev" });
            path.map(str::to_owned).ok_or_else(|| fail::xml("Missing evdev path for input device"))
        });
        let input = Self {
            kind,
            bus,
            model: model.transpose()?,
            virtio: VirtioOptions::read_child(element)?,
            source: source.transpose()?,
            evdev: match kind {
                InputKind::Evdev => EvdevSettings::read_child(element, "source")?,
                _ => EvdevSettings::default(),
            },
            info: DeviceInfo::parse(element, origin)?,
        };
        let address = input.info.address.map(|address| address.kind());
        if bus == InputBus::Usb && address.is_some_and(|kind| kind != AddressKind::Usb) {
            return Err(fail::xml("Invalid address for a USB device"));
        }
        Ok(input)
    }

    fn check_bus(&self) -> Result<()> {
        let plain = matches!(self.kind, InputKind::Mouse | InputKind::Keyboard);
        if self.bus == InputBus::Ps2 && !plain {
            let detail = format!("ps2 bus does not support {} input device", self.kind);
            return Err(fail::internal(detail));
        }
        if self.bus == InputBus::Xen {
            return Err(fail::internal("unsupported input bus xen"));
        }
        Ok(())
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        self.check_bus()?;
        match self.kind {
            InputKind::Passthrough if self.bus != InputBus::Virtio => {
                let detail = "only bus 'virtio' is supported for 'passthrough' input devices";
                return Err(fail::unsupported(detail));
            }
            InputKind::Evdev if self.bus != InputBus::None => {
                return Err(fail::unsupported("input evdev doesn't support bus element"));
            }
            _ => {}
        }
        match self.model {
            Some(model) if self.bus != InputBus::Virtio => {
                let detail = format!("only bus 'virtio' is supported for input model '{model}'");
                Err(fail::unsupported(detail))
            }
            _ => Ok(()),
        }
    }

    /// Whether every guest has it and an old libvirt does not know it.
    pub(super) fn is_only_new(&self) -> bool {
        self.kind == InputKind::Keyboard && self.bus == InputBus::Ps2
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("input", |w| {
            w.attr("type", self.kind);
            w.attr_opt("bus", (self.bus != InputBus::None).then_some(self.bus));
            w.attr_opt("model", self.model);
            self.virtio.switches.write_child(w, "driver");
            if let Some(path) = &self.source {
                w.element("source", |w| {
                    w.attr(if self.kind == InputKind::Evdev { "dev" } else { "evdev" }, path);
                    self.evdev.write(w);
                });
            }
            self.info.format(w, flags);
        });
    }
}

impl InputKind {
    /// Whether there is a device of the host behind it.
    fn is_of_host(self) -> bool {
        matches!(self, Self::Passthrough | Self::Evdev)
    }
}
