//! Guests that are a boot sector long, and the XML around them.

use std::fs;
use std::path::Path;

/// Boots and does nothing.
pub const IDLE: &[u8] = &[0xfa];
/// Writes to the clock's register B..4: a clock change.
pub const RTC: &[u8] = &[0xfa, 0xb0, 0x04, 0xe6, 0x70, 0xb0, 0x05, 0xe6, 0x71];
/// Arms the ib700 watchdog.
pub const WATCHDOG: &[u8] = &[0xfa, 0xba, 0x43, 0x04, 0xb0, 0x0e, 0xee];
/// Resets through the keyboard controller, again and again.
pub const RESET: &[u8] = &[0xfa, 0xb0, 0xfe, 0xe6, 0x64];
/// Powers off through ACPI.
pub const POWER_OFF: &[u8] = &[0xfa, 0xba, 0x04, 0x06, 0xb8, 0x00, 0x20, 0xef];
/// Tells the panic device that it has given up.
pub const PANIC: &[u8] = &[0xfa, 0xba, 0x05, 0x05, 0xb0, 0x01, 0xee];
/// Reads the second sector of the second hard disk through the firmware, over and over.
pub const READ: &[u8] =
    &[0xfb, 0xb8, 0x01, 0x02, 0xbb, 0x00, 0x80, 0xb9, 0x02, 0x00, 0xba, 0x81, 0x00, 0xcd, 0x13];

/// Writes a disk of 1 MiB whose boot sector is `code` and then a halt.
pub fn disk(path: &Path, code: &[u8]) {
    let mut image = vec![0; 1 << 20];
    image[..code.len()].copy_from_slice(code);
    image[code.len()..code.len() + 3].copy_from_slice(&[0xf4, 0xeb, 0xfd]);
    image[510..512].copy_from_slice(&[0x55, 0xaa]);
    fs::write(path, image).expect("a disk image");
}

/// A domain of a few elements.
pub struct Guest<'a> {
    pub name: &'a str,
    pub emulator: &'a str,
    /// Elements of the domain, and of its devices.
    pub extra: &'a str,
    pub devices: &'a str,
}

impl<'a> Guest<'a> {
    pub fn new(name: &'a str) -> Self {
        Self { name, emulator: "/usr/bin/qemu-system-x86_64", extra: "", devices: "" }
    }

    pub fn extra(self, extra: &'a str) -> Self {
        Self { extra, ..self }
    }

    pub fn devices(self, devices: &'a str) -> Self {
        Self { devices, ..self }
    }

    pub fn emulator(self, emulator: &'a str) -> Self {
        Self { emulator, ..self }
    }

    /// The XML, with a boot disk made of `code` under `root`.
    pub fn boot(&self, root: &Path, code: &[u8]) -> String {
        let image = root.join(format!("{}.img", self.name));
        disk(&image, code);
        let image = image.display();
        self.xml_with(&format!(
            "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='{image}'/>\
             <target dev='hda' bus='ide'/></disk>"
        ))
    }

    /// The XML, without a disk.
    pub fn xml(&self) -> String {
        self.xml_with("")
    }

    fn xml_with(&self, disk: &str) -> String {
        let Self { name, emulator, extra, devices } = self;
        format!(
            "<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>\
             <name>{name}</name><memory>32768</memory>\
             <os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features>{extra}\
             <devices><emulator>{emulator}</emulator>{disk}{devices}<memballoon model='none'/></devices></domain>"
        )
    }
}
