//! What the answers of old and new QEMU mean: recorded ones, and those of versions that do not run any more.

use serde_json::Value;

use super::*;
use crate::monitor::recorder::unescape;
use crate::monitor::{BlockDevice, BlockStats, CpuSlot, Medium, VirtualCpu};

/// The values of a command in a recording of QMP.
pub(super) fn recorded_json(file: &str, command: &str) -> Vec<String> {
    let path = format!("{}/tests/data/qmp/{file}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("part of the source");
    let mut ids = Vec::new();
    let mut values = Vec::new();
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).expect("one object a line");
        let Ok(message) = serde_json::from_str::<Value>(line["line"].as_str().expect("text")) else {
            continue;
        };
        if line["dir"] == "C" && message["execute"] == command && message.get("arguments").is_none() {
            ids.push(message["id"].clone());
        } else if line["dir"] == "S" && ids.contains(&message["id"]) {
            values.push(message["return"].to_string());
        }
    }
    values
}

/// What a command printed in a recording of the text monitor.
pub(super) fn recorded_text(file: &str, command: &str) -> Vec<String> {
    let path = format!("{}/tests/data/hmp/{file}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("part of the source");
    let mut values = Vec::new();
    let mut printed: Option<Vec<u8>> = None;
    for line in text.lines() {
        match (line.get(..2), &mut printed) {
            (Some("C "), _) => printed = (line[2..] == format!("{command}\\r")).then(Vec::new),
            (Some("S "), Some(bytes)) => {
                bytes.extend(unescape(&line[2..]).expect("as it was written"));
                if bytes.ends_with(b"\r\n(qemu) ") {
                    let text = String::from_utf8(printed.take().expect("matched")).expect("text");
                    let (_, answer) = text.split_once("\r\n").expect("the end of the echo");
                    values.push(answer.trim_end_matches("(qemu) ").to_owned());
                }
            }
            _ => {}
        }
    }
    values
}

fn vcpu(index: u32, thread_id: Option<i32>, halted: Option<bool>) -> VirtualCpu {
    VirtualCpu { index, thread_id, halted }
}

/// Today's QEMU, `query-cpus` before it, QEMU 0.12's words and the text monitors of all times.
#[test]
fn virtual_cpus() {
    let (json, text) = (Parrot::new(Protocol::Json), Parrot::new(Protocol::Text));
    let [fast] = &recorded_json("queries", "query-cpus-fast")[..] else { panic!("one") };
    let query = |monitor: &Monitor| monitor.query_vcpus().expect("understood");
    assert_eq!(json.hear(fast, query), [vcpu(0, Some(10867), None), vcpu(1, Some(10868), None)]);
    assert_eq!(
        text.hear(&recorded_text("info", "info cpus")[0], query),
        [vcpu(0, Some(29176), None), vcpu(1, Some(29179), None)]
    );
    let old = |reply: &str| {
        let script = [
            (r#"{"execute":"query-cpus-fast"}"#, "!CommandNotFound: no"),
            (r#"{"execute":"query-cpus"}"#, reply),
        ];
        play(Protocol::Json, &script, query)
    };
    assert_eq!(
        old(
            r#"[{"CPU": 1, "current": false, "halted": true, "pc": 1, "thread_id": 8}, {"CPU": 0, "current": true, "halted": false, "pc": 3, "thread_id": 7}]"#
        ),
        [vcpu(0, Some(7), Some(false)), vcpu(1, Some(8), Some(true))]
    );
    assert_eq!(
        old(
            r#"[{"CPU": 0, "current": "yes", "halted": "no", "pc": 3}, {"CPU": 1, "current": "no", "halted": "yes", "pc": 3}]"#
        ),
        [vcpu(0, None, Some(false)), vcpu(1, None, Some(true))]
    );
    assert_eq!(
        text.hear(
            "* CPU #0: pc=0x000fff0f\r\n  CPU #1: pc=0x000fff0f (halted)\r\n  CPU #10: nip=0x1 thread_id=12\r\n",
            query
        ),
        [vcpu(0, None, Some(false)), vcpu(1, None, Some(true)), vcpu(10, Some(12), Some(false))]
    );
    assert_eq!(
        text.hear("* CPU #0: pc=0x000fff0f (halted) thread_id=1234\r\n", query),
        [vcpu(0, Some(1234), Some(true))]
    );
}

/// The places come in the order of the indexes, whichever they are told in.
#[test]
fn places() {
    let (json, text) = (Parrot::new(Protocol::Json), Parrot::new(Protocol::Text));
    let query = |monitor: &Monitor| monitor.query_hotpluggable_cpus().expect("understood").expect("known");
    let slots = json.hear(&recorded_json("queries", "query-hotpluggable-cpus")[0], query);
    assert_eq!(text.hear(&recorded_text("info", "info hotpluggable-cpus")[0], query), slots);
    let slot = |socket: u64, path: Option<&str>| CpuSlot {
        driver: "qemu64-x86_64-cpu".into(),
        vcpus_count: 1,
        qom_path: path.map(Into::into),
        props: [("core-id", 0), ("socket-id", socket), ("thread-id", 0)].map(|(k, v)| (k.into(), v)).into(),
    };
    assert_eq!(
        slots,
        [
            slot(0, Some("/machine/unattached/device[0]")),
            slot(1, Some("/machine/unattached/device[2]")),
            slot(2, None),
            slot(3, None)
        ]
    );
    for reply in ["unknown command: 'info hotpluggable-cpus'", "info cpus  -- the CPUs\r\ninfo x  -- y"] {
        assert_eq!(text.hear(reply, Monitor::query_hotpluggable_cpus).expect("old"), None);
    }
    let refused = message(text.hear("Error: not enabled", Monitor::query_hotpluggable_cpus));
    assert!(refused.ends_with("'info hotpluggable-cpus': not enabled"), "{refused}");
    // A core of several threads goes as a whole.
    let cores = r#"[{"type": "power9", "vcpus-count": 4, "props": {"core-id": 4}}, {"type": "power9", "vcpus-count": 4, "props": {"core-id": 0}}]"#;
    for (index, expected) in [
        (0, "virtual CPU 0 is one of 4 that go together"),
        (5, "virtual CPU 5 is one of 4 that go together"),
        (8, "there is no place for virtual CPU 8"),
    ] {
        let error = json.hear(cores, move |monitor| monitor.set_vcpu(index, true)).expect_err("impossible");
        assert!(error.message().ends_with(expected), "{error}");
    }
}

#[test]
fn balloons() {
    let (json, text) = (Parrot::new(Protocol::Json), Parrot::new(Protocol::Text));
    let query = |monitor: &Monitor| monitor.query_balloon().expect("understood");
    assert_eq!(json.hear(&recorded_json("queries", "query-balloon")[0], query), Some(32 << 20));
    assert_eq!(text.hear(&recorded_text("info", "info balloon")[0], query), Some(32 << 20));
    assert_eq!(text.hear("balloon: actual=512,mem_swapped_in=4\r\n", query), Some(512 << 20));
    for absent in [
        "!DeviceNotActive: No balloon device has been activated",
        "!CommandNotFound: no",
        "!KVMMissingCap: Using KVM without synchronous MMU, balloon unavailable",
    ] {
        assert_eq!(json.hear(absent, query), None);
    }
    for absent in [
        "Error: No balloon device has been activated",
        "Using KVM without synchronous MMU, ballooning disabled",
        "info block  -- show the block devices\r\ninfo cpus  -- show infos for each CPU",
        "unknown command: 'info balloon'",
    ] {
        assert_eq!(text.hear(absent, query), None);
    }
    assert!(message(json.hear("!GenericError: other", Monitor::query_balloon)).ends_with(": other"));
}

fn medium(file: &str, driver: &str) -> Medium {
    Medium {
        file: file.into(),
        read_only: false,
        driver: driver.into(),
        encrypted: false,
        node_name: None,
        backing_file: None,
    }
}

fn disk(device: &str, inserted: Option<Medium>) -> BlockDevice {
    BlockDevice {
        device: device.into(),
        qdev: None,
        removable: false,
        locked: false,
        tray_open: false,
        io_error: None,
        inserted,
    }
}

/// QEMU 7.2 in both protocols.
#[test]
fn block_devices_today() {
    let (json, text) = (Parrot::new(Protocol::Json), Parrot::new(Protocol::Text));
    let query = |monitor: &Monitor| monitor.query_block().expect("understood");
    let devices = json.hear(&recorded_json("queries", "query-block")[0], query);
    let mut printed = text.hear(&recorded_text("info", "info block")[0], query);
    // Another run; only QEMU's own names of nodes differ.
    for (one, other) in printed.iter_mut().zip(&devices) {
        if let (Some(one), Some(other)) = (&mut one.inserted, &other.inserted) {
            assert!(one.node_name.as_ref().is_some_and(|name| name.starts_with("#block")), "{one:?}");
            one.node_name.clone_from(&other.node_name);
        }
    }
    assert_eq!(printed, devices);
    assert_eq!(devices.len(), 7);
    let top = &devices[5];
    assert_eq!(
        *top,
        BlockDevice {
            qdev: Some("/machine/peripheral/virtio-disk0/virtio-backend".into()),
            ..disk(
                "drive-virtio-disk0",
                Some(Medium {
                    node_name: Some("#block961".into()),
                    backing_file: Some("new.img".into()),
                    ..medium("top.qcow2", "qcow2")
                })
            )
        }
    );
    assert_eq!(
        devices[1],
        BlockDevice { removable: true, qdev: Some("ide0-1-0".into()), ..disk("drive-ide0-1-0", None) }
    );
    // An open tray, and disks of nodes.
    for file in ["media-drive", "media-blockdev"] {
        let ejected = json.hear(&recorded_json(file, "query-block")[2], query);
        let drive = ejected.iter().find(|device| device.qdev.as_deref() == Some("ide0-1-0")).expect("there");
        assert_eq!((drive.tray_open, drive.device.is_empty()), (true, file == "media-blockdev"));
    }
    assert!(text.hear(&recorded_text("media", "info block")[1], query)[1].tray_open);
    let failed = text.hear(&recorded_text("paused-by-io-error", "info block")[0], query);
    assert_eq!(failed[1].io_error.as_deref(), Some("failed"));
    assert_eq!(failed[1].inserted.as_ref().expect("there").file, "blkdebug:blkdebug.conf:data.img");
    let nospace = r#"[{"device": "d", "removable": false, "locked": true, "io-status": "nospace"}]"#;
    let device = BlockDevice { locked: true, io_error: Some("nospace".into()), ..disk("d", None) };
    assert_eq!(json.hear(nospace, query), [device]);
    // Names that look like something else, and nodes.
    let odd = "v0 (#b): /a (raw): (x, encrypted) (luks, read-only, encrypted)\r\n    Attached to:      v\r\n\r\n\
               n: /a\r\nb (c) (raw)\r\n    Attached to:      cd1\r\n    Removable device: locked, tray open\r\n\r\n\
               cd2: [not inserted]\r\n    Attached to:      cd2\r\n    Removable device: not locked, tray closed\r\n\r\n\
               old: type=x (raw)\r\n";
    let inserted = Medium { node_name: Some("n".into()), ..medium("/a\nb (c)", "raw") };
    assert_eq!(
        text.hear(odd, query),
        [
            BlockDevice {
                qdev: Some("v".into()),
                ..disk(
                    "v0",
                    Some(Medium {
                        read_only: true,
                        encrypted: true,
                        node_name: Some("#b".into()),
                        ..medium("/a (raw): (x, encrypted)", "luks")
                    })
                )
            },
            BlockDevice {
                qdev: Some("cd1".into()),
                removable: true,
                locked: true,
                tray_open: true,
                ..disk("", Some(inserted))
            },
            BlockDevice { qdev: Some("cd2".into()), removable: true, ..disk("", None) },
            disk("old", Some(medium("type=x", "raw"))),
        ]
    );
}

/// QEMU 0.9 to 1.4 as text, QEMU 0.12 as JSON.
#[test]
fn block_devices_of_old() {
    let text = Parrot::new(Protocol::Text);
    let query = |monitor: &Monitor| monitor.query_block().expect("understood");
    let printed = "ide0-hd0: type=hd removable=0 file=/a b ro=0 c ro=0 drv=raw encrypted=0\r\n\
                   ide0-hd1: type=hd removable=0 file=/t backing_file=/b 1 ro=1 drv=qcow2 encrypted=1\r\n\
                   ide1-cd0: type=cdrom removable=1 locked=1 [not inserted]\r\n\
                   floppy0: removable=1 locked=0 tray-open=1 io-status=nospace file=/f ro=0 drv=raw encrypted=0 bps=0\r\n";
    let expected = [
        disk("ide0-hd0", Some(medium("/a b ro=0 c", "raw"))),
        disk(
            "ide0-hd1",
            Some(Medium {
                read_only: true,
                encrypted: true,
                backing_file: Some("/b 1".into()),
                ..medium("/t", "qcow2")
            }),
        ),
        BlockDevice { removable: true, locked: true, ..disk("ide1-cd0", None) },
        BlockDevice {
            removable: true,
            tray_open: true,
            io_error: Some("nospace".into()),
            ..disk("floppy0", Some(medium("/f", "raw")))
        },
    ];
    assert_eq!(text.hear(printed, query), expected);
    let json = Parrot::new(Protocol::Json);
    let said = r#"[{"device": "ide0-hd0", "locked": false, "removable": false, "type": "hd", "inserted": {"file": "/a b ro=0 c", "ro": false, "drv": "raw", "encrypted": false}},
        {"device": "ide1-cd0", "locked": true, "removable": true, "type": "cdrom"}]"#;
    assert_eq!(json.hear(&said.replace('\n', ""), query), [expected[0].clone(), expected[2].clone()]);
}

#[test]
fn block_statistics() {
    let (json, text) = (Parrot::new(Protocol::Json), Parrot::new(Protocol::Text));
    let query = |monitor: &Monitor| monitor.query_blockstats().expect("understood");
    let devices = json.hear(&recorded_json("queries", "query-blockstats")[0], query);
    let printed = text.hear(&recorded_text("info", "info blockstats")[0], query);
    assert_eq!(devices[1].qdev.as_deref(), Some("ide0-1-0"));
    assert_eq!((devices[0].wr_highest_offset, devices[1].wr_highest_offset), (Some(0), None));
    let told: Vec<_> = devices
        .into_iter()
        .map(|stats| BlockStats { qdev: None, node_name: None, wr_highest_offset: None, ..stats })
        .collect();
    assert_eq!(printed, told);
    let old = BlockStats {
        device: "ide0-hd0".into(),
        rd_bytes: 1,
        wr_bytes: 2,
        rd_operations: 3,
        wr_operations: 4,
        ..BlockStats::default()
    };
    assert_eq!(
        text.hear("ide0-hd0: rd_bytes=1 wr_bytes=2 rd_operations=3 wr_operations=4\r\n", query),
        std::slice::from_ref(&old)
    );
    let said = r#"[{"device": "ide0-hd0", "stats": {"rd_bytes": 1, "wr_bytes": 2, "rd_operations": 3, "wr_operations": 4, "wr_highest_offset": 5}}]"#;
    assert_eq!(json.hear(said, query), [old]);
    let new = "d: rd_bytes=1 wr_bytes=2 rd_operations=3 wr_operations=4 flush_operations=5 wr_total_time_ns=6 rd_total_time_ns=7 flush_total_time_ns=8 rd_merged=0\r\n";
    let times = text.hear(new, query).remove(0);
    assert_eq!(
        [times.flush_operations, times.wr_total_time_ns, times.rd_total_time_ns, times.flush_total_time_ns],
        [Some(5), Some(6), Some(7), Some(8)]
    );
}
