//! `<os>`, `<features>`, `<cpu>` and `<pm>`: the machine apart from its devices.

#![forbid(unsafe_code)]

use super::device::{Switch, YesNo};
use crate::util::xml::words;

/// `<os>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Os {
    /// Kind of guest.
    pub kind: OsKind,
    /// Such as "x86_64".
    pub arch: Option<String>,
    /// Such as "pc".
    pub machine: Option<String>,
    /// A kernel that is started without firmware's boot order, with its RAM disk and command line.
    pub kernel: Option<String>,
    pub initrd: Option<String>,
    pub cmdline: Option<String>,
    /// Devices that the firmware tries, in order; empty when the devices carry their own order.
    pub boot_devices: Vec<BootDevice>,
    /// `<bootmenu>`
    pub boot_menu: Option<BootMenu>,
}

/// `<bootmenu>`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BootMenu {
    pub enable: Option<YesNo>,
    pub timeout_ms: Option<u32>,
}

words! {
    /// Text of `<os><type>`.
    pub enum OsKind {
        Hvm = "hvm",
        Xen = "xen",
        Linux = "linux",
        Exe = "exe",
        Uml = "uml",
    }
}

words! {
    /// `<boot dev=…>`
    pub enum BootDevice {
        Floppy = "fd",
        Cdrom = "cdrom",
        Disk = "hd",
        Network = "network",
    }
}

/// `<features>`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features {
    pub acpi: bool,
    /// `<apic>`, with its `eoi` attribute.
    pub apic: Option<Apic>,
    pub pae: bool,
    /// `<hap>` and `<vmport>`: on, off or not said.
    pub hap: Option<Switch>,
    pub vmport: Option<Switch>,
}

/// `<apic>`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Apic {
    pub eoi: Option<Switch>,
}

/// `<cpu>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cpu {
    pub mode: Option<CpuMode>,
    pub match_: Option<CpuMatch>,
    pub check: Option<CpuCheck>,
    pub model: Option<CpuModel>,
    pub topology: Option<CpuTopology>,
    pub features: Vec<CpuFeature>,
}

words! {
    /// `<cpu mode=…>`
    pub enum CpuMode {
        Custom = "custom",
        HostModel = "host-model",
        HostPassthrough = "host-passthrough",
        Maximum = "maximum",
    }
}

words! {
    /// `<cpu match=…>`
    pub enum CpuMatch {
        Minimum = "minimum",
        Exact = "exact",
        Strict = "strict",
    }
}

words! {
    /// `<cpu check=…>`
    pub enum CpuCheck {
        None = "none",
        Partial = "partial",
        Full = "full",
    }
}

/// `<cpu><model>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CpuModel {
    pub name: String,
    pub fallback: Option<CpuFallback>,
}

words! {
    /// `<model fallback=…>`
    pub enum CpuFallback {
        Allow = "allow",
        Forbid = "forbid",
    }
}

/// `<cpu><topology>`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CpuTopology {
    pub sockets: u32,
    pub dies: u32,
    pub cores: u32,
    pub threads: u32,
}

/// `<cpu><feature>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CpuFeature {
    pub policy: CpuFeaturePolicy,
    pub name: String,
}

words! {
    /// `<feature policy=…>`
    pub enum CpuFeaturePolicy {
        Force = "force",
        Require = "require",
        Optional = "optional",
        Disable = "disable",
        Forbid = "forbid",
    }
}

/// `<pm>`: which sleep states the firmware offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PowerManagement {
    pub suspend_to_mem: Option<YesNo>,
    pub suspend_to_disk: Option<YesNo>,
}
