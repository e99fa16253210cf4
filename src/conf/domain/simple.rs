//! The devices with little to say: input, audio, video, watchdog, memory balloon, panic.

#![forbid(unsafe_code)]

use super::device::DeviceInfo;
use crate::util::xml::words;

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

/// `<video>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Video {
    pub model: VideoModel,
    pub ram_kib: Option<u32>,
    pub vram_kib: Option<u32>,
    pub vgamem_kib: Option<u32>,
    pub heads: Option<u32>,
    pub primary: bool,
    pub info: DeviceInfo,
}

words! {
    /// `<video><model type=…>`
    pub enum VideoModel {
        Vga = "vga",
        Cirrus = "cirrus",
        Vmvga = "vmvga",
        Qxl = "qxl",
        Virtio = "virtio",
        Bochs = "bochs",
        None = "none",
    }
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
        Pvpanic = "pvpanic",
    }
}
