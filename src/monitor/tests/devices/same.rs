//! The same question to a real QEMU in both protocols has the same answer.

use super::*;
use crate::monitor::PciAddress;

/// PCI-4, with cards behind bridges, which have no number before the firmware has run.
#[test]
fn pci_devices() {
    let qemu = Qemu::start(
        "pci",
        &[
            "-machine",
            "q35",
            "-device",
            "pcie-root-port,id=rp,chassis=1",
            "-device",
            "virtio-net-pci,id=behind,bus=rp",
            "-device",
            "pci-bridge,id=bridge,chassis_nr=2",
            "-device",
            "e1000,id=farther,bus=bridge,addr=3",
            "-device",
            "virtio-balloon-pci,id=balloon",
            "-device",
            "i6300esb,id=dog",
        ],
    );
    let both = || {
        let in_json = qemu.json.query_pci().expect("JSON");
        assert_eq!(in_json, qemu.text.query_pci().expect("text"));
        in_json
    };
    assert!(both().len() > 6);
    qemu.json.cont().expect("runs");
    until(|| {
        let devices = qemu.json.query_pci().expect("JSON");
        ["behind", "farther"]
            .iter()
            .all(|id| devices.iter().any(|d| d.id == *id && d.address.bus > 0))
            .then_some(())
    });
    qemu.json.stop().expect("stops");
    let devices = both();
    let place = |id: &str| devices.iter().position(|device| device.id == id).expect("listed");
    assert_eq!(place("behind"), place("rp") + 1);
    let farther = &devices[place("farther")];
    assert_eq!(
        (farther.vendor, farther.product, farther.class.as_str(), farther.address.slot),
        (0x8086, 0x100e, "Ethernet controller", 3)
    );
    assert_ne!(farther.address, PciAddress { bus: devices[place("behind")].address.bus, ..farther.address });

    let none = Qemu::start("no-pci", &["-machine", "none"]);
    assert_eq!(none.json.query_pci().expect("JSON"), []);
    assert_eq!(none.text.query_pci().expect("text"), []);
}

/// CHR-4
#[test]
fn terminals() {
    let qemu = Qemu::start(
        "terminals",
        &[
            "-machine",
            "pc",
            "-serial",
            "pty",
            "-serial",
            "null",
            "-parallel",
            "pty",
            "-chardev",
            "pty,id=other",
            "-chardev",
            "socket,id=lonely,path=lonely,server=on,wait=off",
        ],
    );
    let terminals = qemu.json.query_ptys().expect("JSON");
    assert_eq!(terminals, qemu.text.query_ptys().expect("text"));
    assert_eq!(terminals.keys().collect::<Vec<_>>(), ["other", "parallel0", "serial0"]);
    assert!(terminals.values().all(|path| path.starts_with("/dev/pts/")));
    let mut devices = [qemu.json.query_chardev().expect("JSON"), qemu.text.query_chardev().expect("text")];
    devices.iter_mut().for_each(|devices| devices.sort_by(|one, other| one.label.cmp(&other.label)));
    // The text monitor does not tell what the guest has open.
    devices[0].iter_mut().for_each(|device| assert!(device.open.take().is_some()));
    assert_eq!(devices[0], devices[1]);
    assert_eq!(devices[0].len(), 7);
}
