//! `<os>`: the kind of guest, its machine, and how it boots. Firmware has a file of its own.

#![forbid(unsafe_code)]

use super::device::YesNo;
use super::firmware::Firmware;
use super::{DomainDef, DomainKind, FormatFlags, fail};
use crate::cpu::is_arch;
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// Most devices that `<os>` can name.
const MAX_BOOT_DEVICES: usize = 4;

/// `<os>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Os {
    /// Kind of guest.
    pub kind: OsKind,
    /// Such as "x86_64".
    pub arch: Option<String>,
    /// Such as "pc".
    pub machine: Option<String>,
    pub firmware: Firmware,
    /// A kernel that is started without firmware's boot order, with its RAM disk, command line and device tree.
    pub kernel: Option<String>,
    pub initrd: Option<String>,
    pub cmdline: Option<String>,
    pub dtb: Option<String>,
    /// File with the ACPI table SLIC.
    pub slic_table: Option<String>,
    /// Devices that the firmware tries, in order; empty when the devices carry their own order.
    pub boot_devices: Vec<BootDevice>,
    /// `<bootmenu>`
    pub boot_menu: Option<BootMenu>,
    pub bios: Bios,
    pub smbios: Option<SmbiosMode>,
    pub init: Init,
}

/// `<bootmenu>`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BootMenu {
    pub enable: Option<YesNo>,
    pub timeout_ms: Option<u32>,
}

/// `<bios>`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bios {
    pub use_serial: Option<YesNo>,
    /// How long to wait before booting again after a failure; -1 is for ever.
    pub reboot_timeout_ms: Option<i32>,
}

/// The first program of a container.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Init {
    pub path: Option<String>,
    pub args: Vec<String>,
    /// Names with values.
    pub env: Vec<(String, String)>,
    pub dir: Option<String>,
    pub user: Option<String>,
    pub group: Option<String>,
}

words! {
    /// Text of `<os><type>`.
    pub enum OsKind {
        Hvm = "hvm",
        Xen = "xen",
        Linux = "linux",
        Exe = "exe",
        Uml = "uml",
        XenPvh = "xenpvh",
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

words! {
    /// `<smbios mode=…>`: where the guest's SMBIOS tables come from; "none" is the same as not saying it.
    pub enum SmbiosMode {
        None = "none",
        Emulate = "emulate",
        Host = "host",
        Sysinfo = "sysinfo",
    }
}

impl Os {
    /// Reads the kind of guest, which decides about what else counts; the rest is read by
    /// [`parse_boot`](Self::parse_boot).
    pub(super) fn parse_kind(domain: Element<'_>, kind: DomainKind) -> Result<Self> {
        let element = domain.child("os").and_then(|os| os.child("type"));
        let name = element.map(Element::text).filter(|name| !name.is_empty());
        let os_kind = match &name {
            Some(name) => {
                name.parse().map_err(|()| fail::unsupported(format!("unknown OS type '{name}'")))?
            }
            // As libvirt: a boot loader is for paravirtualized guests.
            None if domain.child_text("bootloader").is_some() => OsKind::Xen,
            None => return Err(fail::xml("an os <type> must be specified")),
        };
        let arch = element.and_then(|element| element.filled("arch"));
        if let Some(arch) = arch.filter(|arch| !is_arch(arch)) {
            return Err(fail::unsupported(format!("Unknown architecture {arch}")));
        }
        Ok(Self {
            kind: match (kind, os_kind) {
                // Two words for one thing.
                (DomainKind::Xen, OsKind::Linux) => OsKind::Xen,
                _ => os_kind,
            },
            arch: arch.map(str::to_owned),
            machine: element.and_then(|element| element.filled("machine")).map(str::to_owned),
            firmware: Firmware::default(),
            kernel: None,
            initrd: None,
            cmdline: None,
            dtb: None,
            slic_table: None,
            boot_devices: Vec::new(),
            boot_menu: None,
            bios: Bios::default(),
            smbios: None,
            init: Init::default(),
        })
    }

    /// Reads how the guest boots, as far as its kind can.
    pub(super) fn parse_boot(&mut self, domain: Element<'_>) -> Result<()> {
        let Some(element) = domain.child("os") else { return Ok(()) };
        match self.kind {
            OsKind::Exe => self.init = Init::parse(element)?,
            OsKind::Linux => {}
            OsKind::Hvm | OsKind::Xen | OsKind::Uml | OsKind::XenPvh => {
                self.kernel = element.child_text("kernel");
                self.initrd = element.child_text("initrd");
                self.cmdline = element.child_text("cmdline");
                self.dtb = element.child_text("dtb");
                self.firmware = Firmware::parse(element, self.kind)?;
            }
        }
        if self.kind == OsKind::Hvm {
            self.slic_table = slic_table(element)?;
            if domain.child_text("bootloader").is_none() {
                self.boot_devices = element
                    .children_named("boot")
                    .take(MAX_BOOT_DEVICES)
                    .map(|boot| boot.required_word("dev"))
                    .collect::<Result<_>>()?;
                self.boot_menu = element.child("bootmenu").map(BootMenu::parse).transpose()?;
                self.bios = element.child("bios").map(Bios::parse).transpose()?.unwrap_or_default();
            }
        }
        Ok(())
    }

    /// Reads where the SMBIOS tables come from.
    pub(super) fn parse_smbios(&mut self, domain: Element<'_>) -> Result<()> {
        let smbios = domain.child("os").and_then(|os| os.child("smbios"));
        if let Some(mode) = smbios.and_then(|smbios| smbios.filled("mode")) {
            let mode: SmbiosMode =
                mode.parse().map_err(|()| fail::unsupported(format!("unknown smbios mode '{mode}'")))?;
            self.smbios = Some(mode).filter(|mode| *mode != SmbiosMode::None);
        }
        Ok(())
    }

    /// Checks numbers that have a range.
    pub(super) fn check(&self) -> Result<()> {
        let timeout_ms = self.boot_menu.and_then(|menu| menu.timeout_ms).unwrap_or(0);
        if timeout_ms > u16::MAX.into() {
            let detail = "invalid value for boot menu timeout, must be in range [0,65535]";
            return Err(fail::unsupported(detail));
        }
        let timeout_ms = self.bios.reboot_timeout_ms.unwrap_or(0);
        if (-1..=u16::MAX.into()).contains(&timeout_ms) {
            Ok(())
        } else {
            Err(fail::unsupported("invalid value for rebootTimeout, must be in range [-1,65535]"))
        }
    }

    fn format(&self, w: &mut Writer, domain: DomainKind, flags: FormatFlags) {
        w.element("os", |w| {
            self.firmware.format_choice(w);
            w.element("type", |w| {
                w.attr_opt("arch", self.arch.as_ref());
                w.attr_opt("machine", self.machine.as_ref());
                // As libvirt: the other of the two words.
                let hides = domain == DomainKind::Xen && self.kind == OsKind::Xen;
                w.content(if hides { OsKind::Linux } else { self.kind });
            });
            self.firmware.format_features(w);
            self.init.format(w);
            self.firmware.format(w, flags);
            w.text_opt("kernel", self.kernel.as_ref());
            w.text_opt("initrd", self.initrd.as_ref());
            w.text_opt("cmdline", self.cmdline.as_ref());
            w.text_opt("dtb", self.dtb.as_ref());
            if let Some(path) = &self.slic_table {
                w.element("acpi", |w| {
                    w.element("table", |w| {
                        w.attr("type", "slic");
                        w.content(path);
                    });
                });
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
            w.element_unless_empty("bios", |w| {
                w.attr_opt("useserial", self.bios.use_serial);
                w.attr_opt("rebootTimeout", self.bios.reboot_timeout_ms);
            });
            w.element_unless_empty("smbios", |w| w.attr_opt("mode", self.smbios));
        });
    }
}

impl DomainDef {
    /// Writes the host's boot loader and `<os>`.
    pub(super) fn write_os(&self, w: &mut Writer, flags: FormatFlags) {
        if let Some(bootloader) = &self.bootloader {
            w.text("bootloader", bootloader);
            w.text_opt("bootloader_args", self.bootloader_args.as_ref());
        }
        self.os.format(w, self.kind, flags);
    }
}

/// `<acpi><table>`: only one, of one type.
fn slic_table(os: Element<'_>) -> Result<Option<String>> {
    let Some(acpi) = os.child("acpi") else { return Ok(None) };
    let mut tables = acpi.children_named("table");
    let Some(table) = tables.next() else { return Ok(None) };
    if tables.next().is_some() {
        return Err(fail::xml("Only one acpi table is supported"));
    }
    match table.filled("type") {
        Some("slic") => Ok(Some(tidy_path(&table.text()))),
        Some(kind) => Err(fail::xml(format!("Unknown acpi table type: {kind}"))),
        None => Err(fail::xml("Missing acpi table type")),
    }
}

/// `path` without double slashes and slashes at its end. As libvirt: two at the beginning stay, where a path may
/// have a meaning of its own (POSIX), and so does a URI.
fn tidy_path(path: &str) -> String {
    if path.contains("://") {
        return path.to_owned();
    }
    let slashes = path.len() - path.trim_start_matches('/').len();
    let root = match slashes {
        0 => "",
        2 => "//",
        _ => "/",
    };
    let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty()).collect();
    root.to_owned() + &parts.join("/")
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

impl Bios {
    fn parse(element: Element<'_>) -> Result<Self> {
        // As libvirt: whatever is not "yes" is "no".
        let use_serial = element.attr("useserial");
        let use_serial = use_serial.map(|text| if text == "yes" { YesNo::Yes } else { YesNo::No });
        Ok(Self { use_serial, reboot_timeout_ms: element.number("rebootTimeout")? })
    }
}

impl Init {
    fn parse(os: Element<'_>) -> Result<Self> {
        let arg = |element: Element<'_>| {
            let text = Some(element.text()).filter(|text| !text.is_empty());
            text.ok_or_else(|| fail::xml("No data supplied for <initarg> element"))
        };
        let env = |element: Element<'_>| {
            let name =
                element.attr("name").ok_or_else(|| fail::xml("No name supplied for <initenv> element"))?;
            let text = Some(element.text()).filter(|text| !text.is_empty());
            let missing = || fail::xml(format!("No value supplied for <initenv name='{name}'> element"));
            Ok((name.to_owned(), text.ok_or_else(missing)?))
        };
        Ok(Self {
            path: os.child_text("init"),
            dir: os.child_text("initdir"),
            user: os.child_text("inituser"),
            group: os.child_text("initgroup"),
            args: os.children_named("initarg").map(arg).collect::<Result<_>>()?,
            env: os.children_named("initenv").map(env).collect::<Result<_>>()?,
        })
    }

    fn format(&self, w: &mut Writer) {
        w.text_opt("init", self.path.as_ref());
        self.args.iter().for_each(|arg| w.text("initarg", arg));
        for (name, value) in &self.env {
            w.element("initenv", |w| {
                w.attr("name", name);
                w.content(value);
            });
        }
        w.text_opt("initdir", self.dir.as_ref());
        w.text_opt("inituser", self.user.as_ref());
        w.text_opt("initgroup", self.group.as_ref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As measured on the original.
    #[test]
    fn paths_of_tables_are_tidied() {
        for (path, tidy) in [
            ("/a//b", "/a/b"),
            ("a//b", "a/b"),
            ("//b", "//b"),
            ("///b/c/", "/b/c"),
            ("/a/../b", "/a/../b"),
            ("http://x", "http://x"),
            ("", ""),
        ] {
            assert_eq!(tidy_path(path), tidy);
        }
    }
}
