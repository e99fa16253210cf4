//! `<os>`, `<features>` and `<pm>`: the machine apart from its devices and CPU.

#![forbid(unsafe_code)]

use super::device::{Switch, YesNo};
use super::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

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
    pub apic: Option<Apic>,
    pub pae: bool,
    pub vmport: Option<Switch>,
}

/// `<apic>`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Apic {
    pub eoi: Option<Switch>,
}

/// `<pm>`: which sleep states the firmware offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PowerManagement {
    pub suspend_to_mem: Option<YesNo>,
    pub suspend_to_disk: Option<YesNo>,
}

impl Os {
    pub(super) fn parse(domain: Element<'_>) -> Result<Self> {
        let missing = || fail::xml("an os <type> must be specified");
        let element = domain.child("os").ok_or_else(missing)?;
        let kind = element.child("type").ok_or_else(missing)?;
        fail::refuse(element, &["loader", "nvram", "dtb", "acpi", "init", "smbios", "bios"], &["firmware"])?;
        let arch = kind.filled("arch").map(str::to_owned);
        if let Some(arch) = &arch
            && !ARCHES.contains(&arch.as_str())
        {
            return Err(fail::unsupported(format!("Unknown architecture {arch}")));
        }
        let name = kind.text();
        Ok(Self {
            kind: match name.as_str() {
                "" => return Err(missing()),
                name => name.parse().map_err(|()| fail::unsupported(format!("unknown OS type '{name}'")))?,
            },
            arch,
            machine: kind.filled("machine").map(str::to_owned),
            kernel: element.child_text("kernel"),
            initrd: element.child_text("initrd"),
            cmdline: element.child_text("cmdline"),
            boot_devices: element
                .children_named("boot")
                .map(|boot| boot.required_word("dev"))
                .collect::<Result<_>>()?,
            boot_menu: element.child("bootmenu").map(BootMenu::parse).transpose()?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("os", |w| {
            w.element("type", |w| {
                w.attr_opt("arch", self.arch.as_ref());
                w.attr_opt("machine", self.machine.as_ref());
                w.content(self.kind);
            });
            for (name, value) in
                [("kernel", &self.kernel), ("initrd", &self.initrd), ("cmdline", &self.cmdline)]
            {
                if let Some(value) = value {
                    w.text(name, value);
                }
            }
            for device in &self.boot_devices {
                w.element("boot", |w| w.attr("dev", device));
            }
            if let Some(menu) = &self.boot_menu {
                w.element_unless_empty("bootmenu", |w| {
                    w.attr_opt("enable", menu.enable);
                    w.attr_opt("timeout", menu.timeout_ms);
                });
            }
        });
    }
}

impl BootMenu {
    fn parse(element: Element<'_>) -> Result<Self> {
        let enable = element.word("enable")?;
        // As libvirt: without "yes" there is no menu to wait for.
        let timeout_ms = match enable {
            Some(YesNo::Yes) => element.number("timeout")?,
            _ => None,
        };
        Ok(Self { enable, timeout_ms })
    }
}

/// The features that exist but that nothing here understands.
const OTHER_FEATURES: [&str; 22] = [
    "hap",
    "viridian",
    "privnet",
    "hyperv",
    "kvm",
    "pvspinlock",
    "capabilities",
    "pmu",
    "gic",
    "smm",
    "ioapic",
    "hpt",
    "vmcoreinfo",
    "htm",
    "nested-hv",
    "msrs",
    "ccf-assist",
    "xen",
    "cfpc",
    "sbbc",
    "ibs",
    "tcg",
];

/// The architectures by the original's names for them.
const ARCHES: [&str; 38] = [
    "alpha",
    "armv6l",
    "armv7l",
    "armv7b",
    "aarch64",
    "cris",
    "i686",
    "ia64",
    "lm32",
    "m68k",
    "microblaze",
    "microblazeel",
    "mips",
    "mipsel",
    "mips64",
    "mips64el",
    "or32",
    "parisc",
    "parisc64",
    "ppc",
    "ppc64",
    "ppc64le",
    "ppcemb",
    "riscv32",
    "riscv64",
    "s390",
    "s390x",
    "sh4",
    "sh4eb",
    "sparc",
    "sparc64",
    "unicore32",
    "x86_64",
    "xtensa",
    "xtensaeb",
    "itanium",
    "loongarch64",
    "none",
];

impl Features {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let mut features = Self::default();
        for feature in element.children() {
            match feature.name() {
                "acpi" => features.acpi = true,
                "apic" => features.apic = Some(Apic { eoi: feature.word("eoi")? }),
                "pae" => features.pae = true,
                "vmport" => features.vmport = Some(feature.word("state")?.unwrap_or(Switch::On)),
                name if OTHER_FEATURES.contains(&name) => {
                    return Err(fail::unsupported(format!("feature '{name}' is not supported")));
                }
                name => return Err(fail::unsupported(format!("unexpected feature '{name}'"))),
            }
        }
        Ok(features)
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("features", |w| {
            if self.acpi {
                w.empty("acpi");
            }
            if let Some(apic) = self.apic {
                w.element("apic", |w| w.attr_opt("eoi", apic.eoi));
            }
            if self.pae {
                w.empty("pae");
            }
            if let Some(vmport) = self.vmport {
                w.element("vmport", |w| w.attr("state", vmport));
            }
        });
    }
}

impl PowerManagement {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let enabled = |name| match element.child(name) {
            Some(child) => child.word("enabled"),
            None => Ok(None),
        };
        Ok(Self { suspend_to_mem: enabled("suspend-to-mem")?, suspend_to_disk: enabled("suspend-to-disk")? })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("pm", |w| {
            for (name, enabled) in
                [("suspend-to-mem", self.suspend_to_mem), ("suspend-to-disk", self.suspend_to_disk)]
            {
                w.element_unless_empty(name, |w| w.attr_opt("enabled", enabled));
            }
        });
    }
}
