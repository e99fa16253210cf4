//! Replies: recorded ones of QEMU 7.2, those of old versions, and wrong ones.

use serde_json::Value;

use super::*;
use crate::monitor::recorder::unescape;
use crate::monitor::{
    CharDevice, DriveAddress, MigrationProgress, MigrationState, MigrationStatus, PciAddress, PciDevice,
    PciDeviceOptions,
};

/// What QEMU answered to a command in a recording of `tests/data/qmp`, each time.
pub(super) fn recorded_json(name: &str, command: &str) -> Vec<String> {
    let path = format!("{}/tests/data/qmp/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("part of the source");
    let mut ids = Vec::new();
    let mut replies = Vec::new();
    for line in text.lines() {
        let record: Value = serde_json::from_str(line).expect("one object a line");
        let Ok(message) = serde_json::from_str::<Value>(record["line"].as_str().unwrap_or_default()) else {
            continue;
        };
        if record["dir"] == "C" && message["execute"] == command {
            ids.push(message["id"].clone());
        } else if record["dir"] == "S" && ids.contains(&message["id"]) {
            replies.push(message["return"].to_string());
        }
    }
    assert!(!replies.is_empty(), "{command} in {name}");
    replies
}

/// What QEMU printed for a line in a recording of `tests/data/hmp`, each time.
pub(super) fn recorded_text(name: &str, line: &str) -> Vec<String> {
    let path = format!("{}/tests/data/hmp/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("part of the source");
    let typed = format!("C {line}\\r");
    let mut replies = Vec::new();
    let mut lines = text.lines();
    while lines.any(|line| line == typed) {
        let printed = lines.by_ref().map_while(|line| line.strip_prefix("S "));
        let printed = printed.map(|line| String::from_utf8(unescape(line).expect("whole")).expect("text"));
        // Behind the echo, up to the prompt.
        replies.push(printed.skip(1).take_while(|line| line != "(qemu) ").collect());
    }
    assert!(!replies.is_empty(), "{line} in {name}");
    replies
}

fn slot(slot: u32) -> PciAddress {
    PciAddress { slot, ..PciAddress::default() }
}

/// TXT-9: every word of QEMU 7.2, and libvirt's.
#[test]
fn migration_words() {
    let schema = recorded_json("queries-long-replies", "query-qmp-schema").remove(0);
    let schema: Vec<Value> = serde_json::from_str(&schema).expect("JSON");
    let words = schema
        .iter()
        .filter_map(|item| item["values"].as_array())
        .find(|values| {
            values.iter().any(|word| word == "pre-switchover") && values.iter().any(|word| word == "failed")
        })
        .expect("the states are in the schema");
    assert_eq!(words.len(), MigrationState::ALL.len());
    for word in words.iter().map(|word| word.as_str().expect("text")) {
        let state = MigrationState::from_word(word).unwrap_or_else(|| panic!("{word} is unknown"));
        assert_eq!(state.word(), word);
        assert_eq!(MigrationState::from_word(state.libvirt_word()), Some(state));
    }
    assert_eq!(MigrationState::None.libvirt_word(), "inactive");
    assert_eq!(MigrationState::from_word("Active"), None);
    let (json, text) = (Puppet::new(Protocol::Json), Puppet::new(Protocol::Text));
    for state in MigrationState::ALL {
        let in_json = format!(r#"{{"status": "{}"}}"#, state.word());
        let in_text = format!("Migration status: {}\r\n", state.word());
        let expected = MigrationStatus { state: *state, ..MigrationStatus::default() };
        assert_eq!(json.run(&[&in_json], Monitor::query_migrate).0.expect("known"), expected);
        assert_eq!(text.run(&[&in_text], Monitor::query_migrate).0.expect("known"), expected);
    }
}

/// TXT-9: the same migration told in both protocols is the same.
#[test]
fn migrations_told_twice() {
    let progress = |transferred, remaining, total| MigrationProgress {
        transferred,
        remaining,
        total,
        ..MigrationProgress::default()
    };
    for (in_json, in_text, expected) in [
        ("{}", "", MigrationStatus::default()),
        ("{}", "globals:\r\nstore-global-state: on\r\nonly-migratable: off\r\n", MigrationStatus::default()),
        (r#"{"socket-address": []}"#, "globals: \r\n", MigrationStatus::default()),
        // 0.12 and 0.13
        (
            r#"{"status": "active", "ram": {"transferred": 1024, "remaining": 2048, "total": 4096}}"#,
            "Migration status: active\r\ntransferred ram: 1 kbytes\r\nremaining ram: 2 kbytes\r\ntotal ram: 4 kbytes\r\n",
            MigrationStatus {
                state: MigrationState::Active,
                ram: Some(progress(1024, 2048, 4096)),
                ..MigrationStatus::default()
            },
        ),
        (
            r#"{"status": "completed", "total-time": 11, "downtime": 2, "setup-time": 0,
                "ram": {"transferred": 537600, "remaining": 0, "total": 34086912, "duplicate": 8209, "normal": 113,
                "normal-bytes": 462848, "dirty-pages-rate": 7, "dirty-sync-count": 2, "page-size": 4096, "mbps": 0.5},
                "disk": {"transferred": 1024, "remaining": 0, "total": 1024}}"#,
            "Migration status: completed\r\ntotal time: 11 ms\r\ndowntime: 2 ms\r\nsetup: 0 ms\r\n\
             transferred ram: 525 kbytes\r\nthroughput: 472.86 mbps\r\nremaining ram: 0 kbytes\r\n\
             total ram: 33288 kbytes\r\nduplicate: 8209 pages\r\nskipped: 0 pages\r\nnormal: 113 pages\r\n\
             normal bytes: 452 kbytes\r\ndirty sync count: 2\r\npage size: 4 kbytes\r\ndirty pages rate: 7 pages\r\n\
             transferred disk: 1 kbytes\r\nremaining disk: 0 kbytes\r\ntotal disk: 1 kbytes\r\n",
            MigrationStatus {
                state: MigrationState::Completed,
                ram: Some(MigrationProgress {
                    duplicate: 8209,
                    normal: 113,
                    normal_bytes: 462_848,
                    dirty_pages_rate: 7,
                    dirty_sync_count: 2,
                    page_size: 4096,
                    ..progress(537_600, 0, 34_086_912)
                }),
                disk: Some(progress(1024, 0, 1024)),
                total_time: Some(11),
                downtime: Some(2),
                setup_time: Some(0),
                ..MigrationStatus::default()
            },
        ),
        (
            r#"{"status": "failed", "total-time": 0, "error-desc": "no (such) file"}"#,
            "Migration status: failed (no (such) file)\r\ntotal time: 0 ms\r\n",
            MigrationStatus {
                state: MigrationState::Failed,
                total_time: Some(0),
                error: Some("no (such) file".to_owned()),
                ..MigrationStatus::default()
            },
        ),
    ] {
        let (json, text) = (Puppet::new(Protocol::Json), Puppet::new(Protocol::Text));
        let in_json = in_json.replace('\n', " ");
        assert_eq!(json.run(&[&in_json], Monitor::query_migrate).0.expect("JSON"), expected);
        assert_eq!(text.run(&[in_text], Monitor::query_migrate).0.expect("text"), expected);
    }
}

/// What 7.2 said about migrations of itself.
#[test]
fn recorded_migrations() {
    let json = Puppet::new(Protocol::Json);
    let told = |puppet: &Puppet, replies: Vec<String>| -> Vec<MigrationStatus> {
        replies.iter().map(|reply| puppet.run(&[reply], Monitor::query_migrate).0.expect(reply)).collect()
    };
    let in_json = told(&json, recorded_json("migrate-exec", "query-migrate"));
    let states: Vec<_> = in_json.iter().map(|status| status.state).collect();
    use MigrationState::{Active, Cancelled, Completed, Failed, None as Never};
    assert_eq!(states, [Never, Active, Cancelled, Failed, Failed, Failed, Completed]);
    assert_eq!(in_json[3].error.as_deref(), Some("Unable to write to command: Broken pipe"));
    assert_eq!((in_json[1].expected_downtime, in_json[1].setup_time), (Some(30), Some(2)));
    assert_eq!(in_json[6].ram.expect("memory went").transferred, 537_725);
    let text = Puppet::new(Protocol::Text);
    let in_text = told(&text, recorded_text("migrate", "info migrate"));
    let states: Vec<_> = in_text.iter().map(|status| status.state).collect();
    assert_eq!(states, [Never, Active, Cancelled, Failed, Failed, Completed]);
    assert_eq!(in_text[4].error.as_deref(), Some("Unable to write to command: Broken pipe"));
    assert_eq!((in_text[1].expected_downtime, in_text[1].setup_time), (Some(30), Some(0)));
    assert_eq!(in_text[5].ram.expect("memory went").transferred, 525 << 10);
}

/// PCI-4: what 7.2 said about the same machine in both protocols, and what 0.9 to 0.12 print.
#[test]
fn pci_devices() {
    let (json, text) = (Puppet::new(Protocol::Json), Puppet::new(Protocol::Text));
    let in_json = json.run(&[&recorded_json("queries", "query-pci")[0]], Monitor::query_pci).0.expect("JSON");
    let in_text = text.run(&[&recorded_text("info", "info pci")[0]], Monitor::query_pci).0.expect("text");
    assert!(in_json.len() > 10);
    assert_eq!(in_json, in_text);
    let device = |address, vendor, product, class: &str, id: &str| PciDevice {
        address,
        vendor,
        product,
        class: class.to_owned(),
        id: id.to_owned(),
    };
    let old = "  Bus  0, device   0, function 0:\r\n    Host bridge: PCI device 8086:1237\r\n\
               \x20 Bus  0, device   1, function 1:\r\n    IDE controller: PCI device 8086:7010\r\n\
               \x20     BAR4: I/O at 0xc000 [0xc00f].\r\n\
               \x20 Bus  0, device   3, function 0:\r\n    Class 0255: PCI device 1af4:1002\r\n      IRQ 11.\r\n      id \"a b\"\r\n";
    assert_eq!(
        text.run(&[old], Monitor::query_pci).0.expect("text"),
        [
            device(slot(0), 0x8086, 0x1237, "Host bridge", ""),
            device(PciAddress { function: 1, ..slot(1) }, 0x8086, 0x7010, "IDE controller", ""),
            device(slot(3), 0x1af4, 0x1002, "Class 0255", "a b"),
        ]
    );
    let bridge = r#"[{"bus": 0, "devices": [{"bus": 0, "slot": 2, "function": 0, "class_info": {"class": 255},
        "id": {"vendor": 6966, "device": 1}, "qdev_id": "br", "pci_bridge": {"bus": {"number": 0}, "devices": [
        {"bus": 1, "slot": 3, "function": 0, "class_info": {"class": 512, "desc": "Ethernet controller"},
        "id": {"vendor": 32902, "device": 4110}, "qdev_id": "n"}]}}]}]"#;
    assert_eq!(
        json.run(&[&bridge.replace('\n', "")], Monitor::query_pci).0.expect("JSON"),
        [
            device(slot(2), 0x1b36, 1, "Class 0255", "br"),
            device(PciAddress { bus: 1, ..slot(3) }, 0x8086, 0x100e, "Ethernet controller", "n"),
        ]
    );
    assert_eq!(text.run(&[""], Monitor::query_pci).0.expect("no PCI at all"), []);
}

/// PCI-5: the error names what is missing or wrong.
#[test]
fn pci_devices_that_lack_something() {
    let json = Puppet::new(Protocol::Json);
    let device = r#"{"bus": 0, "slot": 1, "function": 0, "id": {"vendor": 1, "device": 2}, "class_info": {"class": 3}}"#;
    for (cut, name) in [
        (r#""bus": 0, "#, "bus"),
        (r#""slot": 1, "#, "slot"),
        (r#""function": 0, "#, "function"),
        (r#""id": {"vendor": 1, "device": 2}, "#, "id"),
        (r#""vendor": 1, "#, "vendor"),
        (r#", "device": 2"#, "device"),
        (r#", "class_info": {"class": 3}"#, "class_info"),
    ] {
        let reply = format!(r#"[{{"bus": 0, "devices": [{}]}}]"#, device.replacen(cut, "", 1));
        let error = message(json.run(&[&reply], Monitor::query_pci).0);
        assert!(error.contains(&format!("'query-pci': missing field `{name}`")), "{error}");
    }
    let error = message(json.run(&[r#"[{"bus": 0}]"#], Monitor::query_pci).0);
    assert!(error.contains("missing field `devices`"), "{error}");
    let text = Puppet::new(Protocol::Text);
    for (printed, named) in [
        ("  device   3, function 0:\r\n    x: PCI device 1:2\r\n", "no bus in 'device   3, function 0'"),
        ("  Bus  0, function 0:\r\n    x: PCI device 1:2\r\n", "no slot in"),
        ("  Bus  0, device   3:\r\n    x: PCI device 1:2\r\n", "no function in"),
        ("  Bus  0, device   3, function 0:\r\n    x\r\n", "no id in 'Bus  0, device   3, function 0:'"),
        ("  Bus  0, device   3, function 0:\r\n", "no id in"),
        ("  Bus  0, device   3, function 0:\r\n    x: PCI device :2\r\n", "vendor id in ':2'"),
        ("  Bus  0, device   3, function 0:\r\n    x: PCI device 8086\r\n", "device id in '8086'"),
        ("  Bus  x, device   3, function 0:\r\n    x: PCI device 1:2\r\n", "bus in 'Bus  x, device"),
        ("  Bus  0, device, function 0:\r\n    x: PCI device 1:2\r\n", "slot in 'Bus  0, device, f"),
        ("  Bus  0, device -1, function 0:\r\n", "slot in"),
        ("  Bus  0, device 1, function 99999999999:\r\n", "function in"),
        ("PCI is out of order\r\n", "no bus in 'PCI is out of order'"),
    ] {
        let error = message(text.run(&[printed], Monitor::query_pci).0);
        assert!(error.contains(named) && error.contains("'info pci'"), "{error}");
    }
}

/// LAY-8: addresses go in and come out as structures.
/// DEV-7, and what pci_add answers.
#[test]
fn addresses_that_qemu_chose() {
    let (json, text) = (Puppet::new(Protocol::Json), Puppet::new(Protocol::Text));
    let drive = |m: &Monitor| m.drive_add(Some(slot(4)), "file=a,if=scsi");
    let pci = |m: &Monitor| m.pci_add(PciDeviceOptions::Nic("model=e1000"), None);
    let quoted = |printed: &str| serde_json::to_string(printed).expect("text");
    for (printed, expected) in [
        ("OK bus 0, unit 3\r\n", Ok(Some(DriveAddress { bus: 0, unit: 3 }))),
        ("OK bus 1,unit 12\r\n", Ok(Some(DriveAddress { bus: 1, unit: 12 }))),
        ("OK\r\n", Ok(None)),
        ("", Ok(None)),
        ("OK bus 0\r\n", Err("no unit in 'bus 0'")),
        ("OK unit 0\r\n", Err("no bus in 'unit 0'")),
        ("OK bus x, unit 0\r\n", Err("bus in 'bus x, unit 0'")),
        (
            "Could not open 'a': No such file or directory\r\n",
            Err("'drive_add': Could not open 'a': No such file"),
        ),
        ("Can't hot-add drive to type 2\r\n", Err("'drive_add': Can't hot-add drive to type 2")),
    ] {
        for outcome in [text.run(&[printed], drive).0, json.run(&[&quoted(printed)], drive).0] {
            match expected {
                Ok(address) => assert_eq!(outcome.expect(printed), address),
                Err(part) => assert!(message(outcome).contains(part), "{printed}"),
            }
        }
    }
    for (printed, expected) in [
        ("OK domain 0, bus 0, slot 4, function 0\r\n", Ok(slot(4))),
        (
            "OK domain 1, bus 2, slot 4, function 3\r\n",
            Ok(PciAddress { domain: 1, bus: 2, slot: 4, function: 3 }),
        ),
        ("OK bus 0, slot 4, function 0\r\n", Ok(slot(4))),
        ("OK bus 0, slot 4\r\n", Ok(slot(4))),
        ("some news\r\nOK bus 0, slot 4\r\n", Ok(slot(4))),
        ("OK slot 4\r\n", Err("no bus in 'slot 4'")),
        ("OK bus 0, function 0\r\n", Err("no slot in")),
        ("OK bus 0, slot four\r\n", Err("slot in")),
        ("", Err("unexpected reply to QEMU command 'pci_add': no address")),
        ("failed to add model=e1000\r\n", Err("'pci_add': failed to add model=e1000")),
        ("invalid type: nic\r\n", Err("'pci_add': invalid type: nic")),
    ] {
        for outcome in [text.run(&[printed], pci).0, json.run(&[&quoted(printed)], pci).0] {
            match expected {
                Ok(address) => assert_eq!(outcome.expect(printed), address),
                Err(part) => assert!(message(outcome).contains(part), "{printed}"),
            }
        }
    }
    for printed in ["invalid pci address\r\n", "invalid slot\r\n"] {
        assert!(message(text.run(&[printed], |m| m.pci_del(slot(4))).0).contains(printed.trim()));
    }
    let printed = "Could not add USB device 'disk:/a'\r\n";
    let add = |m: &Monitor| m.usb_add(crate::monitor::UsbDevice::Disk("/a"));
    assert!(message(text.run(&[printed], add).0).contains(printed.trim()));
    let unknown = quoted("unknown command: 'usb_add'\r\n");
    assert!(message(json.run(&[&unknown], add).0).contains("has no 'usb_add'"));
}

/// CHR-1, CHR-2, CHR-4: terminals by label, whatever the order and the protocol.
#[test]
fn terminals() {
    let (json, text) = (Puppet::new(Protocol::Json), Puppet::new(Protocol::Text));
    let labels =
        |puppet: &Puppet, reply: &str| puppet.run(&[reply], Monitor::query_ptys).0.expect("understood");
    let recorded = labels(&text, &recorded_text("info", "info chardev")[0]);
    let pairs: Vec<_> = recorded.iter().map(|(label, path)| (label.as_str(), path.as_str())).collect();
    assert_eq!(
        pairs,
        [("charparallel0", "/dev/pts/3"), ("charserial0", "/dev/pts/1"), ("charserial1", "/dev/pts/2")]
    );
    let mut devices =
        ["serial 0: filename=pty:/dev/pts/4", "a: filename=disconnected:pty:/dev/pts/5", "b: filename=null"];
    let expected =
        [("a", "/dev/pts/5"), ("serial 0", "/dev/pts/4")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    for _ in 0..devices.len() {
        devices.rotate_left(1);
        assert_eq!(labels(&text, &(devices.join("\r\n") + "\r\n")), expected.clone().into());
        let in_json: Vec<_> = devices
            .iter()
            .map(|line| line.split_once(": filename=").expect("one"))
            .map(|(label, filename)| {
                format!(r#"{{"label":"{label}","filename":"{filename}","frontend-open":true}}"#)
            })
            .collect();
        assert_eq!(labels(&json, &format!("[{}]", in_json.join(","))), expected.clone().into());
    }
    let disconnected =
        text.run(&["x: filename=disconnected:unix:/a,server=on\r\n"], Monitor::query_chardev).0;
    assert_eq!(disconnected.expect("one"), [CharDevice { label: "x".to_owned(), pty: None, open: None }]);
    assert!(message(text.run(&["serial0\r\n"], Monitor::query_ptys).0).contains("no filename in 'serial0'"));
    assert!(
        message(json.run(&[r#"[{"label": "x"}]"#], Monitor::query_ptys).0)
            .contains("missing field `filename`")
    );
}

#[test]
fn other_replies() {
    let (json, text) = (Puppet::new(Protocol::Json), Puppet::new(Protocol::Text));
    let added = json.run(&[r#"{"fd": 17, "fdset-id": 2}"#], |m| {
        m.add_fd(None, None, std::fs::File::open("/dev/null").expect("exists").into())
    });
    assert_eq!(added.0.expect("a set"), (2, 17));
    let in_json = json.run(&[&recorded_json("migrate-exec", "query-migrate-capabilities")[0]], |m| {
        m.query_migrate_capabilities()
    });
    let names: Vec<_> =
        in_json.0.expect("capabilities").into_iter().filter(|c| c.enabled).map(|c| c.name).collect();
    assert_eq!(names, ["events"]);
    let in_text = text.run(&["xbzrle: off\r\nevents: on\r\n"], Monitor::query_migrate_capabilities).0;
    let found: Vec<_> = in_text.expect("two").into_iter().map(|c| (c.name, c.enabled)).collect();
    assert_eq!(found, [("xbzrle".to_owned(), false), ("events".to_owned(), true)]);
    for (printed, part) in [("xbzrle\r\n", "no state in 'xbzrle'"), ("xbzrle: maybe\r\n", "no state in")] {
        assert!(message(text.run(&[printed], Monitor::query_migrate_capabilities).0).contains(part));
    }
    let start = |m: &Monitor| m.migrate(Default::default(), crate::monitor::MigrationTarget::Fd("f"));
    text.run(&["Completed 0 %\rCompleted 100 %\r\r\n"], start).0.expect("only progress");
    let outcome = text.run(&["Completed 0 %\r\r\nError: broken\r\n"], start).0;
    assert!(message(outcome).ends_with("'migrate': broken"));
    for (printed, part) in [
        ("Migration status: bogus\r\n", "unknown migration status 'bogus'"),
        ("Migration status: active\r\ntotal ram: many kbytes\r\n", "total ram 'many kbytes'"),
        ("Migration status: active\r\nsetup: -1 ms\r\n", "setup '-1 ms'"),
    ] {
        assert!(message(text.run(&[printed], Monitor::query_migrate).0).contains(part), "{printed}");
    }
    for (reply, part) in [
        (r#"{"status": "bogus"}"#, "unknown migration status 'bogus'"),
        (r#"{"status": "active", "ram": {"transferred": 1, "remaining": 2}}"#, "missing field `total`"),
        (r#"{"status": "active", "ram": 1}"#, "invalid type"),
        ("[]", "'query-migrate'"),
    ] {
        assert!(message(json.run(&[reply], Monitor::query_migrate).0).contains(part), "{reply}");
    }
}
