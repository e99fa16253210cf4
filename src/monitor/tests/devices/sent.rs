//! The bytes of every command in both protocols.

use std::fs::File;
use std::os::fd::OwnedFd;

use super::*;
use crate::error::ErrorCode;
use crate::monitor::{
    Key, MigrationFlags, MigrationState, MigrationTarget, MirrorSync, PciAddress, PciDeviceOptions, PciWords,
    Property, Screen, Throttle, UsbAddress, UsbDevice,
};

pub(super) const SLOT: PciAddress = PciAddress { domain: 0, bus: 0, slot: 10, function: 0 };
const DETACHED: MigrationFlags = MigrationFlags { detach: true, blk: false, inc: false };

fn null() -> OwnedFd {
    File::open("/dev/null").expect("exists").into()
}

/// What a call is, what QMP hears, and what the text monitor hears; nothing where a protocol has no word for it.
type Row = (fn(&Monitor) -> Result<()>, &'static str, &'static str);

/// Through human-monitor-command where the first word says so.
const ROWS: &[Row] = &[
    (
        |m| m.migrate(DETACHED, MigrationTarget::Tcp { host: "b.example", port: 49152 }),
        r#"{"execute":"migrate","arguments":{"uri":"tcp:b.example:49152","detach":true}}"#,
        r#"migrate -d "tcp:b.example:49152""#,
    ),
    (
        |m| {
            m.migrate(MigrationFlags { blk: true, ..DETACHED }, MigrationTarget::Tcp { host: "::1", port: 1 })
        },
        r#"{"execute":"migrate","arguments":{"uri":"tcp:[::1]:1","detach":true,"blk":true}}"#,
        r#"migrate -d -b "tcp:[::1]:1""#,
    ),
    (
        |m| {
            m.migrate(
                MigrationFlags { inc: true, ..MigrationFlags::default() },
                MigrationTarget::Unix("/a b"),
            )
        },
        r#"{"execute":"migrate","arguments":{"uri":"unix:/a b","inc":true}}"#,
        r#"migrate -i "unix:/a b""#,
    ),
    (
        |m| m.migrate(DETACHED, MigrationTarget::Fd("f1")),
        r#"{"execute":"migrate","arguments":{"uri":"fd:f1","detach":true}}"#,
        r#"migrate -d "fd:f1""#,
    ),
    (
        |m| m.migrate(DETACHED, MigrationTarget::Exec("a | \"b\\c\"")),
        r#"{"execute":"migrate","arguments":{"uri":"exec:a | \"b\\c\"","detach":true}}"#,
        r#"migrate -d "exec:a | \"b\\c\"""#,
    ),
    (
        |m| m.migrate(DETACHED, MigrationTarget::File("-a\n'$b")),
        r#"{"execute":"migrate","arguments":{"uri":"exec:cat >>'-a\n'\\''$b'","detach":true}}"#,
        r#"migrate -d "exec:cat >>'-a\n'\\''$b'""#,
    ),
    (
        |m| m.migrate_incoming(MigrationTarget::File("a b")),
        r#"{"execute":"migrate-incoming","arguments":{"uri":"exec:cat <'a b'"}}"#,
        r#"migrate_incoming "exec:cat <'a b'""#,
    ),
    (|m| m.migrate_cancel(), r#"{"execute":"migrate_cancel"}"#, "migrate_cancel"),
    (|m| m.query_migrate().map(drop), r#"{"execute":"query-migrate"}"#, "info migrate"),
    (
        |m| m.migrate_set_speed(32),
        r#"{"execute":"migrate_set_speed","arguments":{"value":33554432}}"#,
        "migrate_set_speed 32m",
    ),
    (
        |m| m.migrate_set_max_bandwidth(u64::MAX),
        r#"{"execute":"migrate-set-parameters","arguments":{"max-bandwidth":9223372036854775807}}"#,
        "migrate_set_parameter max-bandwidth 18446744073709551615M",
    ),
    (
        |m| m.migrate_set_downtime(30),
        r#"{"execute":"migrate_set_downtime","arguments":{"value":0.03}}"#,
        "migrate_set_downtime 30ms",
    ),
    (
        |m| m.migrate_set_downtime_limit(30),
        r#"{"execute":"migrate-set-parameters","arguments":{"downtime-limit":30}}"#,
        "migrate_set_parameter downtime-limit 30",
    ),
    (
        |m| m.migrate_set_capability("events", true),
        r#"{"execute":"migrate-set-capabilities","arguments":{"capabilities":[{"capability":"events","state":true}]}}"#,
        r#"migrate_set_capability "events" on"#,
    ),
    (
        |m| m.query_migrate_capabilities().map(drop),
        r#"{"execute":"query-migrate-capabilities"}"#,
        "info migrate_capabilities",
    ),
    (
        |m| m.migrate_continue(MigrationState::PreSwitchover),
        r#"{"execute":"migrate-continue","arguments":{"state":"pre-switchover"}}"#,
        "",
    ),
    (|m| m.query_pci().map(drop), r#"{"execute":"query-pci"}"#, "info pci"),
    (
        |m| m.device_add("scsi-hd,drive=d,serial=a,,b \"c\",id=x,share-rw"),
        r#"{"execute":"device_add","arguments":{"driver":"scsi-hd","drive":"d","serial":"a,b \"c\"","id":"x","share-rw":"on"}}"#,
        r#"device_add "scsi-hd,drive=d,serial=a,,b \"c\",id=x,share-rw""#,
    ),
    (|m| m.device_del("x"), r#"{"execute":"device_del","arguments":{"id":"x"}}"#, r#"device_del "x""#),
    (
        |m| m.drive_add(None, "file=a \"b\",if=none").map(drop),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"drive_add 0 \"file=a \\\"b\\\",if=none\""}}"#,
        r#"drive_add 0 "file=a \"b\",if=none""#,
    ),
    (
        |m| m.drive_add(Some(SLOT), "file=a,if=scsi").map(drop),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"drive_add 0:0:a \"file=a,if=scsi\""}}"#,
        r#"drive_add 0:0:a "file=a,if=scsi""#,
    ),
    (
        |m| m.drive_del("d"),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"drive_del \"d\""}}"#,
        r#"drive_del "d""#,
    ),
    (
        |m| {
            let properties = [
                ("data", Property::Text("a,b")),
                ("size", Property::Number(-1)),
                ("share", Property::Switch(true)),
            ];
            m.object_add("secret", "s", &properties)
        },
        r#"{"execute":"object-add","arguments":{"qom-type":"secret","id":"s","data":"a,b","size":-1,"share":true}}"#,
        "object_add secret,id=s,data=a,,b,size=-1,share=on",
    ),
    (
        |m| m.object_add("secret", "s", &[("data", Property::Text("a b"))]),
        r#"{"execute":"object-add","arguments":{"qom-type":"secret","id":"s","data":"a b"}}"#,
        "",
    ),
    (|m| m.object_del("s"), r#"{"execute":"object-del","arguments":{"id":"s"}}"#, r#"object_del "s""#),
    (
        |m| m.pci_add_in(PciWords::Current, PciDeviceOptions::Nic("model=e1000"), None).map(drop),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"pci_add pci_addr=auto nic \"model=e1000\""}}"#,
        r#"pci_add pci_addr=auto nic "model=e1000""#,
    ),
    (
        |m| m.pci_add_in(PciWords::Current, PciDeviceOptions::Storage("if=scsi"), Some(SLOT)).map(drop),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"pci_add pci_addr=0:0:a storage \"if=scsi\""}}"#,
        r#"pci_add pci_addr=0:0:a storage "if=scsi""#,
    ),
    (
        |m| {
            m.pci_add_in(PciWords::Old, PciDeviceOptions::Host(PciAddress { function: 1, ..SLOT }), None)
                .map(drop)
        },
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"pci_add 0 host host=00:0a.1"}}"#,
        "pci_add 0 host host=00:0a.1",
    ),
    (
        |m| m.pci_add_in(PciWords::Old, PciDeviceOptions::Nic("vlan=0"), Some(SLOT)).map(drop),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"pci_add 10 nic \"vlan=0\""}}"#,
        r#"pci_add 10 nic "vlan=0""#,
    ),
    (
        |m| m.pci_del_in(PciWords::Current, SLOT).map(drop),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"pci_del pci_addr=0:0:a"}}"#,
        "pci_del pci_addr=0:0:a",
    ),
    (
        |m| m.pci_del_in(PciWords::Old, SLOT).map(drop),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"pci_del 0 10"}}"#,
        "pci_del 0 10",
    ),
    (
        |m| m.usb_add(UsbDevice::Disk("/a b")),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"usb_add \"disk:/a b\""}}"#,
        r#"usb_add "disk:/a b""#,
    ),
    (
        |m| m.usb_add(UsbDevice::Host(UsbAddress { bus: 1, device: 2 })),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"usb_add \"host:1.2\""}}"#,
        r#"usb_add "host:1.2""#,
    ),
    (
        |m| m.usb_add(UsbDevice::HostModel { vendor: 0xabc, product: 1 }),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"usb_add \"host:0abc:0001\""}}"#,
        r#"usb_add "host:0abc:0001""#,
    ),
    (
        |m| m.usb_del(UsbAddress { bus: 0, device: 2 }),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"usb_del 0.2"}}"#,
        "usb_del 0.2",
    ),
    (
        |m| m.netdev_add("tap,fd=f,id=n,vhost=on"),
        r#"{"execute":"netdev_add","arguments":{"fd":"f","id":"n","type":"tap","vhost":true}}"#,
        r#"netdev_add "tap,fd=f,id=n,vhost=on""#,
    ),
    (|m| m.netdev_del("n"), r#"{"execute":"netdev_del","arguments":{"id":"n"}}"#, r#"netdev_del "n""#),
    (
        |m| m.host_net_add("tap", "vlan=0,name=n"),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"host_net_add \"tap\" \"vlan=0,name=n\""}}"#,
        r#"host_net_add "tap" "vlan=0,name=n""#,
    ),
    (
        |m| m.host_net_remove(3, "n"),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"host_net_remove 3 \"n\""}}"#,
        r#"host_net_remove 3 "n""#,
    ),
    (
        |m| m.set_link("n", false),
        r#"{"execute":"set_link","arguments":{"name":"n","up":false}}"#,
        r#"set_link "n" off"#,
    ),
    (
        |m| m.set_link_now("n", true, true).map(drop),
        r#"{"execute":"set_link","arguments":{"name":"n","up":true}}"#,
        r#"set_link "n" up"#,
    ),
    (|m| m.getfd("f", null()), r#"{"execute":"getfd","arguments":{"fdname":"f"}}"#, r#"getfd "f""#),
    (|m| m.closefd("f"), r#"{"execute":"closefd","arguments":{"fdname":"f"}}"#, r#"closefd "f""#),
    (
        |m| m.add_fd(Some(2), Some("rdonly"), null()).map(drop),
        r#"{"execute":"add-fd","arguments":{"fdset-id":2,"opaque":"rdonly"}}"#,
        "",
    ),
    (|m| m.remove_fd(2, None), r#"{"execute":"remove-fd","arguments":{"fdset-id":2}}"#, ""),
    (|m| m.query_fdsets().map(drop), r#"{"execute":"query-fdsets"}"#, ""),
    (
        |m| m.send_key(&[Key::Name("ctrl"), Key::Number(30)], Some(50)),
        r#"{"execute":"send-key","arguments":{"keys":[{"type":"qcode","data":"ctrl"},{"type":"number","data":30}],"hold-time":50}}"#,
        r#"sendkey "ctrl-0x1e" 50"#,
    ),
    (
        |m| m.send_key(&[Key::Name("a")], None),
        r#"{"execute":"send-key","arguments":{"keys":[{"type":"qcode","data":"a"}]}}"#,
        r#"sendkey "a""#,
    ),
    (|m| m.inject_nmi(), r#"{"execute":"inject-nmi"}"#, "nmi"),
    (
        |m| m.inject_nmi_now(Some(1)).map(drop),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"nmi 1"}}"#,
        "nmi 1",
    ),
    (
        |m| m.screendump("/a b", None),
        r#"{"execute":"screendump","arguments":{"filename":"/a b"}}"#,
        r#"screendump "/a b""#,
    ),
    (
        |m| m.screendump("a", Some(Screen { device: "video0", head: 1 })),
        r#"{"execute":"screendump","arguments":{"filename":"a","device":"video0","head":1}}"#,
        r#"screendump "a" "video0" 1"#,
    ),
    (|m| m.query_ptys().map(drop), r#"{"execute":"query-chardev"}"#, "info chardev"),
    (
        |m| m.qom_get("/a b", "c").map(drop),
        r#"{"execute":"qom-get","arguments":{"path":"/a b","property":"c"}}"#,
        r#"qom-get "/a b" "c""#,
    ),
    (
        |m| m.qom_set("/a", "b", Property::Number(5)),
        r#"{"execute":"qom-set","arguments":{"path":"/a","property":"b","value":5}}"#,
        r#"qom-set "/a" "b" 5"#,
    ),
    (|m| m.system_wakeup(), r#"{"execute":"system_wakeup"}"#, "system_wakeup"),
    (
        |m| m.dump_guest_memory("/a b"),
        r#"{"execute":"dump-guest-memory","arguments":{"paging":false,"protocol":"file:/a b"}}"#,
        r#"dump-guest-memory "/a b""#,
    ),
    (
        |m| m.blockdev_add(&serde_json::Map::from_iter([("driver".to_owned(), "null-co".into())])),
        r#"{"execute":"blockdev-add","arguments":{"driver":"null-co"}}"#,
        "",
    ),
    (|m| m.blockdev_del("n"), r#"{"execute":"blockdev-del","arguments":{"node-name":"n"}}"#, ""),
    (
        |m| m.blockdev_snapshot("n", "o"),
        r#"{"execute":"blockdev-snapshot","arguments":{"node":"n","overlay":"o"}}"#,
        "",
    ),
    (
        |m| m.snapshot_drive("d", "/a b", "qcow2"),
        r#"{"execute":"blockdev-snapshot-sync","arguments":{"device":"d","snapshot-file":"/a b","format":"qcow2"}}"#,
        r#"snapshot_blkdev "d" "/a b" "qcow2""#,
    ),
    (
        |m| m.block_stream("j", "n", Some("b"), 5),
        r#"{"execute":"block-stream","arguments":{"job-id":"j","device":"n","base-node":"b","speed":5}}"#,
        "",
    ),
    (
        |m| m.block_commit("j", "n", Some("t"), None, 0),
        r#"{"execute":"block-commit","arguments":{"job-id":"j","device":"n","top-node":"t","speed":0}}"#,
        "",
    ),
    (
        |m| m.blockdev_mirror("j", "n", "t", MirrorSync::Full, 0),
        r#"{"execute":"blockdev-mirror","arguments":{"job-id":"j","device":"n","target":"t","sync":"full","speed":0}}"#,
        "",
    ),
    (|m| m.query_block_jobs().map(drop), r#"{"execute":"query-block-jobs"}"#, "info block-jobs"),
    (
        |m| m.block_job_cancel("j", false),
        r#"{"execute":"block-job-cancel","arguments":{"device":"j"}}"#,
        r#"block_job_cancel "j""#,
    ),
    (
        |m| m.block_job_cancel("j", true),
        r#"{"execute":"block-job-cancel","arguments":{"device":"j","force":true}}"#,
        r#"block_job_cancel -f "j""#,
    ),
    (
        |m| m.block_job_complete("j"),
        r#"{"execute":"block-job-complete","arguments":{"device":"j"}}"#,
        r#"block_job_complete "j""#,
    ),
    (
        |m| m.block_job_set_speed("j", 7),
        r#"{"execute":"block-job-set-speed","arguments":{"device":"j","speed":7}}"#,
        r#"block_job_set_speed "j" 7B"#,
    ),
    (
        |m| m.block_set_io_throttle("d", Throttle { bps: 1, iops_wr: 6, ..Throttle::default() }),
        r#"{"execute":"block_set_io_throttle","arguments":{"device":"d","bps":1,"bps_rd":0,"bps_wr":0,"iops":0,"iops_rd":0,"iops_wr":6}}"#,
        r#"block_set_io_throttle "d" 1 0 0 0 0 6"#,
    ),
];

/// LAY-2, TXT-7: the words of every command; what has none in a protocol is refused and nothing is sent.
#[test]
fn every_command() {
    let (json, text) = (Puppet::new(Protocol::Json), Puppet::new(Protocol::Text));
    for (call, in_json, in_text) in ROWS {
        // A command that needs a value does not get one, which does not matter here.
        let (_, heard) = json.run(&["{}"], call);
        assert_eq!(heard, [*in_json]);
        if in_text.is_empty() {
            let error = text.run(&[], call).0.expect_err("there is no word for it");
            assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, "{in_json}");
        } else {
            assert_eq!(text.run(&[""], call).1, [*in_text]);
        }
    }
}

/// What the text monitor would cut off or misread is refused, in QMP's clothes too where they do not help.
#[test]
fn what_cannot_be_said() {
    let (json, text) = (Puppet::new(Protocol::Json), Puppet::new(Protocol::Text));
    let long = "x".repeat(1024);
    for (monitor, call) in [
        (&text, Box::new(|m: &Monitor| m.device_del(&long)) as Box<dyn Fn(&Monitor) -> Result<()>>),
        (&text, Box::new(|m: &Monitor| m.device_del("ś"))),
        (&text, Box::new(|m: &Monitor| m.device_del("\t"))),
        (&text, Box::new(|m: &Monitor| m.migrate(DETACHED, MigrationTarget::File(&long)))),
        (&json, Box::new(|m: &Monitor| m.drive_del(&long))),
    ] {
        let error = monitor.run(&[], call).0.expect_err("cannot be said");
        assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED);
    }
    json.run(&["\"\""], |m| m.drive_del("ś\u{1}")).0.expect("there is no line editor");
    json.run(&["{}"], |m| m.device_del(&long)).0.expect("there is no limit");
    text.run(&[""], |m| m.device_del(&long[1..])).0.expect("as long as may be");
}
