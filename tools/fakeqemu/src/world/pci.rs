//! The PCI bus: what is known of its devices, and how both protocols list them.

use serde_json::{Value, json};

use super::device::Device;
use super::{Args, Fault, World};
use crate::version::v;

/// What is known of a kind of PCI device: driver, class, its words, vendor and device, subsystem, interrupt pin, and
/// its regions as `BAR:TYPE:SIZE`.
pub struct Kind(&'static str, u32, &'static str, [u32; 2], [u32; 2], u32, &'static str);

const VIRTIO: &str = "0:io:64 1:mem:4096 4:pref64:16384";
const LEGACY: &str = "0:io:64 4:pref64:16384";

/// A region of addresses.
struct Region {
    bar: u64,
    is_io: bool,
    size: u64,
    prefetch: bool,
    wide: bool,
    /// All ones before the firmware has run.
    address: u64,
}

const QUMRANET: [u32; 2] = [0x1af4, 0x1100];
#[rustfmt::skip]
const KINDS: &[Kind] = &[
    Kind("i440FX", 0x0600, "Host bridge", [0x8086, 0x1237], QUMRANET, 0, ""),
    Kind("PIIX3", 0x0601, "ISA bridge", [0x8086, 0x7000], QUMRANET, 0, ""),
    Kind("piix3-ide", 0x0101, "IDE controller", [0x8086, 0x7010], QUMRANET, 0, "4:io:16"),
    Kind("piix3-usb-uhci", 0x0c03, "USB controller", [0x8086, 0x7020], QUMRANET, 4, "4:io:32"),
    Kind("PIIX4_PM", 0x0680, "Bridge", [0x8086, 0x7113], QUMRANET, 1, ""),
    Kind("cirrus-vga", 0x0300, "VGA controller", [0x1013, 0x00b8], QUMRANET, 0, "0:pref:33554432 1:mem:4096 6:mem:65536"),
    Kind("VGA", 0x0300, "VGA controller", [0x1234, 0x1111], QUMRANET, 0, "0:pref:16777216 2:mem:4096 6:mem:65536"),
    Kind("vmware-svga", 0x0300, "VGA controller", [0x15ad, 0x0405], [0x15ad, 0x0405], 0, "0:io:16 1:pref:16777216 2:pref:65536 6:mem:65536"),
    Kind("e1000", 0x0200, "Ethernet controller", [0x8086, 0x100e], QUMRANET, 1, "0:mem:131072 1:io:64 6:mem:262144"),
    Kind("rtl8139", 0x0200, "Ethernet controller", [0x10ec, 0x8139], QUMRANET, 1, "0:io:256 1:mem:256 6:mem:262144"),
    Kind("ne2k_pci", 0x0200, "Ethernet controller", [0x10ec, 0x8029], QUMRANET, 1, "0:io:256 6:mem:262144"),
    Kind("pcnet", 0x0200, "Ethernet controller", [0x1022, 0x2000], QUMRANET, 1, "0:io:32 1:mem:32 6:mem:262144"),
    Kind("virtio-net-pci", 0x0200, "Ethernet controller", [0x1af4, 0x1000], [0x1af4, 1], 1, "0:io:32 1:mem:4096 4:pref64:16384 6:mem:262144"),
    Kind("virtio-blk-pci", 0x0100, "SCSI controller", [0x1af4, 0x1001], [0x1af4, 2], 1, "0:io:128 1:mem:4096 4:pref64:16384"),
    Kind("virtio-balloon-pci", 0x00ff, "Class 0255", [0x1af4, 0x1002], [0x1af4, 5], 1, LEGACY),
    Kind("virtio-serial-pci", 0x0780, "Class 1920", [0x1af4, 0x1003], [0x1af4, 3], 1, VIRTIO),
    Kind("virtio-scsi-pci", 0x0100, "SCSI controller", [0x1af4, 0x1004], [0x1af4, 8], 1, VIRTIO),
    Kind("lsi", 0x0100, "SCSI controller", [0x1000, 0x0012], [0, 0x1000], 1, "0:io:256 1:mem:1024 2:mem:8192"),
    Kind("i6300esb", 0x0880, "Class 2176", [0x8086, 0x25ab], QUMRANET, 0, "0:mem:16"),
    Kind("ES1370", 0x0401, "Audio controller", [0x1274, 0x5000], QUMRANET, 1, "0:io:256"),
    Kind("AC97", 0x0401, "Audio controller", [0x8086, 0x2415], QUMRANET, 1, "0:io:1024 1:io:256"),
    Kind("intel-hda", 0x0403, "Audio controller", [0x8086, 0x2668], QUMRANET, 1, "0:mem:16384"),
];

/// What is known of a driver.
pub fn kind(driver: &str) -> Option<&'static Kind> {
    let driver = match driver {
        "virtio-blk" => "virtio-blk-pci",
        "virtio-net" => "virtio-net-pci",
        "lsi53c895a" => "lsi",
        other => other,
    };
    KINDS.iter().find(|kind| kind.0 == driver)
}

impl World {
    fn pci_devices(&self) -> impl Iterator<Item = (&Device, &'static Kind, (u32, u32))> {
        let mut devices: Vec<_> = self.devices.iter().collect();
        devices.sort_by_key(|device| device.slot);
        devices.into_iter().filter_map(|device| Some((device, kind(&device.driver)?, device.slot?)))
    }

    fn irq(&self, slot: u32) -> u32 {
        if self.has_booted() { 10 + slot % 2 } else { 0 }
    }

    /// Whether firmware has given addresses to devices.
    fn has_booted(&self) -> bool {
        self.status != "prelaunch"
    }

    fn regions(&self, kind: &Kind, slot: u32) -> impl Iterator<Item = Region> {
        let (bars, slot, booted) = (kind.6, u64::from(slot), self.has_booted());
        bars.split(' ').filter_map(move |region| {
            let mut parts = region.split(':');
            let (bar, kind, size) = (parts.next()?.parse().ok()?, parts.next()?, parts.next()?.parse().ok()?);
            let is_io = kind == "io";
            let address =
                if is_io { 0xc000 + slot * 0x100 } else { 0xc000_0000 + (slot << 24) + (bar << 20) };
            let address = if booted { address } else { u64::MAX };
            let (prefetch, wide) = (kind.starts_with("pref"), kind.ends_with("64"));
            Some(Region { bar, is_io, size, prefetch, wide, address })
        })
    }

    /// `query-pci`.
    pub fn query_pci(&mut self, _: &Args) -> Result<Value, Fault> {
        let old = self.version < v(2, 0, 0);
        let device = |(device, kind, (slot, function)): (&Device, &Kind, (u32, u32))| {
            let mut id = json!({"vendor": kind.3[0], "device": kind.3[1]});
            if !old {
                (id["subsystem-vendor"], id["subsystem"]) = (json!(kind.4[0]), json!(kind.4[1]));
            }
            let mut value = json!({"bus": 0, "slot": slot, "function": function, "qdev_id": device.id, "id": id,
                "class_info": {"class": kind.1, "desc": kind.2}, "regions": []});
            if !old {
                value["irq_pin"] = json!(kind.5);
            }
            if kind.5 != 0 {
                value["irq"] = json!(self.irq(slot));
            }
            let region = |region: Region| {
                let mut value = json!({"bar": region.bar, "size": region.size, "address": region.address as i64,
                    "type": if region.is_io { "io" } else { "memory" }});
                if !region.is_io {
                    (value["prefetch"], value["mem_type_64"]) = (json!(region.prefetch), json!(region.wide));
                }
                value
            };
            value["regions"] = self.regions(kind, slot).map(region).collect();
            value
        };
        Ok(json!([{"bus": 0, "devices": self.pci_devices().map(device).collect::<Value>()}]))
    }

    /// `info pci`.
    pub fn info_pci(&mut self, _: &Args) -> Result<String, Fault> {
        let entry = |(device, kind, (slot, function)): (&Device, &Kind, (u32, u32))| {
            let Kind(_, _, desc, [vendor, model], [subvendor, submodel], pin, _) = kind;
            let mut entry = format!("  Bus  0, device {slot:3}, function {function}:\n");
            entry += &format!("    {desc}: PCI device {vendor:04x}:{model:04x}\n");
            if self.version >= v(2, 0, 0) {
                entry += &format!("      PCI subsystem {subvendor:04x}:{submodel:04x}\n");
            }
            if *pin != 0 {
                let letter = char::from(b'A' + (pin - 1) as u8);
                let pin = if self.version >= v(2, 0, 0) { format!(", pin {letter}") } else { ".".to_owned() };
                entry += &format!("      IRQ {}{pin}\n", self.irq(slot));
            }
            for Region { bar, is_io, size, prefetch, wide, address } in self.regions(kind, slot) {
                let end = address.wrapping_add(size - 1);
                entry += &if is_io {
                    format!("      BAR{bar}: I/O at 0x{address:04x} [0x{end:04x}].\n")
                } else {
                    let (bits, prefetch) =
                        (if wide { 64 } else { 32 }, if prefetch { "prefetchable " } else { "" });
                    format!("      BAR{bar}: {bits} bit {prefetch}memory at 0x{address:08x} [0x{end:08x}].\n")
                };
            }
            if self.version >= v(0, 12, 0) {
                entry += &format!("      id \"{}\"\n", device.id);
            }
            entry
        };
        Ok(self.pci_devices().map(entry).collect())
    }
}
