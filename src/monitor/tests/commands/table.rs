//! Every command with the exact words that go over the wire.

use super::*;
use crate::error::ErrorCode;
use crate::monitor::{ConnectedViewers, Drive, Expiry, PasswordServer, ReadOnlyMode, Secret};

/// What is heard and answered, or `None` if the protocol has no such command.
type Words = Option<&'static [(&'static str, &'static str)]>;

struct Row {
    call: fn(&Monitor) -> Result<()>,
    json: Words,
    text: Words,
}

/// Four places; the first has a CPU that cannot go, the second one that can.
const SLOTS: &str = r#"[{"props": {"core-id": 0, "thread-id": 0, "socket-id": 2}, "vcpus-count": 1, "type": "qemu64-x86_64-cpu"}, {"props": {"core-id": 0, "thread-id": 0, "socket-id": 1}, "vcpus-count": 1, "qom-path": "/machine/peripheral/vcpu1", "type": "qemu64-x86_64-cpu"}, {"props": {"core-id": 0, "thread-id": 0, "socket-id": 0}, "vcpus-count": 1, "qom-path": "/machine/unattached/device[0]", "type": "qemu64-x86_64-cpu"}]"#;

const SLOTS_TEXT: &str = "Hotpluggable CPUs:\r\n  type: \"qemu64-x86_64-cpu\"\r\n  vcpus_count: \"1\"\r\n  CPUInstance Properties:\r\n    socket-id: \"2\"\r\n    core-id: \"0\"\r\n    thread-id: \"0\"\r\n  type: \"qemu64-x86_64-cpu\"\r\n  vcpus_count: \"1\"\r\n  qom_path: \"/machine/peripheral/vcpu1\"\r\n  CPUInstance Properties:\r\n    socket-id: \"1\"\r\n    core-id: \"0\"\r\n    thread-id: \"0\"\r\n  type: \"qemu64-x86_64-cpu\"\r\n  vcpus_count: \"1\"\r\n  qom_path: \"/machine/unattached/device[0]\"\r\n  CPUInstance Properties:\r\n    socket-id: \"0\"\r\n    core-id: \"0\"\r\n    thread-id: \"0\"\r\n";

pub(super) const ASK_SLOTS: &str = r#"{"execute":"query-hotpluggable-cpus"}"#;
pub(super) const UNKNOWN: &str = "!CommandNotFound: The command has not been found";
/// Old QEMU lists what there is to know.
pub(super) const HELP: &str =
    "info block  -- show the block devices\r\ninfo cpus  -- show infos for each CPU\r\n";

const ROWS: &[Row] = &[
    // Virtual CPUs
    Row {
        call: |monitor| monitor.query_vcpus().map(drop),
        json: Some(&[(r#"{"execute":"query-cpus-fast"}"#, "[]")]),
        text: Some(&[("info cpus", "")]),
    },
    Row {
        call: |monitor| monitor.query_vcpus().map(drop),
        json: Some(&[(r#"{"execute":"query-cpus-fast"}"#, UNKNOWN), (r#"{"execute":"query-cpus"}"#, "[]")]),
        text: Some(&[("info cpus", "* CPU #0: pc=0x000fff0f (halted) \r\n")]),
    },
    Row {
        call: |monitor| monitor.query_hotpluggable_cpus().map(drop),
        json: Some(&[(ASK_SLOTS, "[]")]),
        text: Some(&[("info hotpluggable-cpus", SLOTS_TEXT)]),
    },
    // CPU-1 today
    Row {
        call: |monitor| monitor.set_vcpu(2, true),
        json: Some(&[
            (ASK_SLOTS, SLOTS),
            (
                r#"{"execute":"device_add","arguments":{"driver":"qemu64-x86_64-cpu","id":"vcpu2","core-id":0,"socket-id":2,"thread-id":0}}"#,
                "{}",
            ),
        ]),
        text: Some(&[
            ("info hotpluggable-cpus", SLOTS_TEXT),
            ("device_add qemu64-x86_64-cpu,id=vcpu2,core-id=0,socket-id=2,thread-id=0", ""),
        ]),
    },
    Row {
        call: |monitor| monitor.set_vcpu(1, false),
        json: Some(&[(ASK_SLOTS, SLOTS), (r#"{"execute":"device_del","arguments":{"id":"vcpu1"}}"#, "{}")]),
        text: Some(&[("info hotpluggable-cpus", SLOTS_TEXT), (r#"device_del "vcpu1""#, "")]),
    },
    Row {
        call: |monitor| monitor.set_vcpu(0, false),
        json: Some(&[
            (ASK_SLOTS, SLOTS),
            (r#"{"execute":"device_del","arguments":{"id":"/machine/unattached/device[0]"}}"#, "{}"),
        ]),
        text: Some(&[
            ("info hotpluggable-cpus", SLOTS_TEXT),
            (r#"device_del "/machine/unattached/device[0]""#, ""),
        ]),
    },
    Row {
        call: |monitor| monitor.set_vcpu(1, true).and(monitor.set_vcpu(2, false)),
        json: Some(&[(ASK_SLOTS, SLOTS), (ASK_SLOTS, SLOTS)]),
        text: Some(&[("info hotpluggable-cpus", SLOTS_TEXT), ("info hotpluggable-cpus", SLOTS_TEXT)]),
    },
    // CPU-1 of old: QEMU's KVM branch, whose QMP may have no word for it, and what came after it
    Row {
        call: |monitor| monitor.set_vcpu(1, true),
        json: Some(&[
            (ASK_SLOTS, UNKNOWN),
            (r#"{"execute":"cpu_set","arguments":{"cpu":1,"state":"online"}}"#, "{}"),
        ]),
        text: Some(&[("info hotpluggable-cpus", HELP), ("cpu_set 1 online", "")]),
    },
    Row {
        call: |monitor| monitor.set_vcpu(3, false),
        json: Some(&[
            (ASK_SLOTS, UNKNOWN),
            (r#"{"execute":"cpu_set","arguments":{"cpu":3,"state":"offline"}}"#, UNKNOWN),
            (
                r#"{"execute":"human-monitor-command","arguments":{"command-line":"cpu_set 3 offline"}}"#,
                "\"\"",
            ),
        ]),
        text: Some(&[
            ("info hotpluggable-cpus", "unknown command: 'info hotpluggable-cpus'"),
            ("cpu_set 3 offline", ""),
        ]),
    },
    Row {
        call: |monitor| monitor.set_vcpu(1, true),
        json: Some(&[
            (ASK_SLOTS, UNKNOWN),
            (r#"{"execute":"cpu_set","arguments":{"cpu":1,"state":"online"}}"#, UNKNOWN),
            (r#"{"execute":"cpu-add","arguments":{"id":1}}"#, "{}"),
        ]),
        text: Some(&[
            ("info hotpluggable-cpus", HELP),
            ("cpu_set 1 online", "unknown command: 'cpu_set'"),
            ("cpu-add 1", ""),
        ]),
    },
    // Memory
    Row {
        call: |monitor| monitor.query_balloon().map(drop),
        json: Some(&[(r#"{"execute":"query-balloon"}"#, r#"{"actual": 1}"#)]),
        text: Some(&[("info balloon", "balloon: actual=1")]),
    },
    Row {
        call: |monitor| monitor.set_balloon((24 << 20) - 1),
        json: Some(&[(r#"{"execute":"balloon","arguments":{"value":25165823}}"#, "{}")]),
        text: Some(&[("balloon 24", "")]),
    },
    // Block devices
    Row {
        call: |monitor| monitor.query_block().map(drop),
        json: Some(&[(r#"{"execute":"query-block"}"#, "[]")]),
        text: Some(&[("info block", "")]),
    },
    Row {
        call: |monitor| monitor.query_blockstats().map(drop),
        json: Some(&[(r#"{"execute":"query-blockstats"}"#, "[]")]),
        text: Some(&[("info blockstats", "")]),
    },
    Row {
        call: |monitor| monitor.block_resize("vda", 1_048_577),
        json: Some(&[(r#"{"execute":"block_resize","arguments":{"device":"vda","size":1048577}}"#, "{}")]),
        text: Some(&[(r#"block_resize "vda" 1048577B"#, "")]),
    },
    Row {
        call: |monitor| monitor.block_resize_node("n", 512),
        json: Some(&[(r#"{"execute":"block_resize","arguments":{"node-name":"n","size":512}}"#, "{}")]),
        text: None,
    },
    // SEC-2
    Row {
        call: |monitor| monitor.block_passwd("ide0-hd0", &Secret::from("a \"b\\")),
        json: Some(&[(
            r#"{"execute":"block_passwd","arguments":{"device":"ide0-hd0","password":"a \"b\\"}}"#,
            "{}",
        )]),
        text: Some(&[(r#"block_passwd "ide0-hd0" "a \"b\\""#, "")]),
    },
    // Media. TXT-7
    Row {
        call: |monitor| monitor.eject(Drive::Device("ide1 \"cd0\\"), false),
        json: Some(&[(r#"{"execute":"eject","arguments":{"device":"ide1 \"cd0\\"}}"#, "{}")]),
        text: Some(&[(r#"eject "ide1 \"cd0\\""#, "")]),
    },
    Row {
        call: |monitor| monitor.eject(Drive::Device("d"), true),
        json: Some(&[(r#"{"execute":"eject","arguments":{"device":"d","force":true}}"#, "{}")]),
        text: Some(&[(r#"eject -f "d""#, "")]),
    },
    Row {
        call: |monitor| monitor.eject(Drive::Id("cd0"), true),
        json: Some(&[(r#"{"execute":"eject","arguments":{"id":"cd0","force":true}}"#, "{}")]),
        text: None,
    },
    Row {
        call: |monitor| monitor.open_tray("cd0", false).and(monitor.open_tray("cd0", true)),
        json: Some(&[
            (r#"{"execute":"blockdev-open-tray","arguments":{"id":"cd0"}}"#, "{}"),
            (r#"{"execute":"blockdev-open-tray","arguments":{"id":"cd0","force":true}}"#, "{}"),
        ]),
        text: None,
    },
    Row {
        call: |monitor| monitor.remove_medium("cd0"),
        json: Some(&[(r#"{"execute":"blockdev-remove-medium","arguments":{"id":"cd0"}}"#, "{}")]),
        text: None,
    },
    Row {
        call: |monitor| monitor.insert_medium("cd0", "n"),
        json: Some(&[(
            r#"{"execute":"blockdev-insert-medium","arguments":{"id":"cd0","node-name":"n"}}"#,
            "{}",
        )]),
        text: None,
    },
    Row {
        call: |monitor| monitor.close_tray("cd0"),
        json: Some(&[(r#"{"execute":"blockdev-close-tray","arguments":{"id":"cd0"}}"#, "{}")]),
        text: None,
    },
    // MED-1, MED-2
    Row {
        call: |monitor| {
            monitor.change_medium(Drive::Device("d"), "/a\rb\n", Some("qcow2"), ReadOnlyMode::Retain)
        },
        json: Some(&[(
            r#"{"execute":"blockdev-change-medium","arguments":{"device":"d","filename":"/a\rb\n","format":"qcow2"}}"#,
            "{}",
        )]),
        text: Some(&[(r#"change "d" "/a\rb\n" "qcow2""#, "")]),
    },
    Row {
        call: |monitor| monitor.change_medium(Drive::Device("d"), "/a", Some("raw"), ReadOnlyMode::ReadOnly),
        json: Some(&[(
            r#"{"execute":"blockdev-change-medium","arguments":{"device":"d","filename":"/a","format":"raw","read-only-mode":"read-only"}}"#,
            "{}",
        )]),
        text: Some(&[(r#"change "d" "/a" "raw" read-only"#, "")]),
    },
    Row {
        call: |monitor| monitor.change_medium(Drive::Id("cd0"), "/a", Some("raw"), ReadOnlyMode::ReadWrite),
        json: Some(&[(
            r#"{"execute":"blockdev-change-medium","arguments":{"id":"cd0","filename":"/a","format":"raw","read-only-mode":"read-write"}}"#,
            "{}",
        )]),
        text: None,
    },
    // QEMU before 2.3; the text monitor's before 0.12 takes no format
    Row {
        call: |monitor| monitor.change_medium(Drive::Device("d"), "/a", Some("raw"), ReadOnlyMode::Retain),
        json: Some(&[
            (
                r#"{"execute":"blockdev-change-medium","arguments":{"device":"d","filename":"/a","format":"raw"}}"#,
                UNKNOWN,
            ),
            (r#"{"execute":"change","arguments":{"device":"d","target":"/a","arg":"raw"}}"#, "{}"),
        ]),
        text: Some(&[
            (r#"change "d" "/a" "raw""#, "change: extraneous characters at the end of line\r\n"),
            (r#"change "d" "/a""#, ""),
        ]),
    },
    Row {
        call: |monitor| monitor.change_medium(Drive::Device("d"), "/a", None, ReadOnlyMode::Retain),
        json: Some(&[
            (r#"{"execute":"blockdev-change-medium","arguments":{"device":"d","filename":"/a"}}"#, UNKNOWN),
            (r#"{"execute":"change","arguments":{"device":"d","target":"/a"}}"#, "{}"),
        ]),
        text: Some(&[(r#"change "d" "/a""#, "")]),
    },
    // Passwords
    Row {
        call: |monitor| {
            monitor.set_password(PasswordServer::Spice, &Secret::from("p\"w"), ConnectedViewers::Disconnect)
        },
        json: Some(&[(
            r#"{"execute":"set_password","arguments":{"protocol":"spice","password":"p\"w","connected":"disconnect"}}"#,
            "{}",
        )]),
        text: Some(&[(r#"set_password spice "p\"w" disconnect"#, "")]),
    },
    Row {
        call: |monitor| {
            monitor.set_password(PasswordServer::Vnc, &Secret::from("x y"), ConnectedViewers::Fail)
        },
        json: Some(&[(
            r#"{"execute":"set_password","arguments":{"protocol":"vnc","password":"x y","connected":"fail"}}"#,
            "{}",
        )]),
        text: Some(&[(r#"set_password vnc "x y" fail"#, "")]),
    },
    Row {
        call: |monitor| {
            monitor.set_password(PasswordServer::Vnc, &Secret::from("pw"), ConnectedViewers::Keep)
        },
        json: Some(&[
            (r#"{"execute":"set_password","arguments":{"protocol":"vnc","password":"pw"}}"#, UNKNOWN),
            (r#"{"execute":"change","arguments":{"device":"vnc","target":"password","arg":"pw"}}"#, "{}"),
        ]),
        text: Some(&[
            (r#"set_password vnc "pw""#, "unknown command: 'set_password'"),
            ("change vnc password", "?"),
            ("pw", ""),
        ]),
    },
    Row {
        call: |monitor| monitor.expire_password(PasswordServer::Vnc, Expiry::At(1_262_304_000)),
        json: Some(&[(
            r#"{"execute":"expire_password","arguments":{"protocol":"vnc","time":"1262304000"}}"#,
            "{}",
        )]),
        text: Some(&[("expire_password vnc 1262304000", "")]),
    },
    Row {
        call: |monitor| {
            for expiry in [Expiry::Now, Expiry::Never, Expiry::After(30)] {
                monitor.expire_password(PasswordServer::Spice, expiry)?;
            }
            Ok(())
        },
        json: Some(&[
            (r#"{"execute":"expire_password","arguments":{"protocol":"spice","time":"now"}}"#, "{}"),
            (r#"{"execute":"expire_password","arguments":{"protocol":"spice","time":"never"}}"#, "{}"),
            (r#"{"execute":"expire_password","arguments":{"protocol":"spice","time":"+30"}}"#, "{}"),
        ]),
        text: Some(&[
            ("expire_password spice now", ""),
            ("expire_password spice never", ""),
            ("expire_password spice +30", ""),
        ]),
    },
    // Snapshots and memory
    Row {
        call: |monitor| monitor.savevm("s 1\n"),
        json: Some(&[(
            r#"{"execute":"human-monitor-command","arguments":{"command-line":"savevm \"s 1\\n\""}}"#,
            "\"\"",
        )]),
        text: Some(&[(r#"savevm "s 1\n""#, "")]),
    },
    Row {
        call: |monitor| monitor.loadvm("a\\b"),
        json: Some(&[(
            r#"{"execute":"human-monitor-command","arguments":{"command-line":"loadvm \"a\\\\b\""}}"#,
            "\"\"",
        )]),
        text: Some(&[(r#"loadvm "a\\b""#, "")]),
    },
    Row {
        call: |monitor| monitor.delvm("\""),
        json: Some(&[(
            r#"{"execute":"human-monitor-command","arguments":{"command-line":"delvm \"\\\"\""}}"#,
            "\"\"",
        )]),
        text: Some(&[(r#"delvm "\"""#, "")]),
    },
    Row {
        call: |monitor| monitor.memsave(u64::MAX, 16, "/a b"),
        json: Some(&[(
            r#"{"execute":"memsave","arguments":{"val":18446744073709551615,"size":16,"filename":"/a b"}}"#,
            "{}",
        )]),
        text: Some(&[(r#"memsave 0xffffffffffffffff 16 "/a b""#, "")]),
    },
    Row {
        call: |monitor| monitor.pmemsave(4096, 1, "/a\\"),
        json: Some(&[(
            r#"{"execute":"pmemsave","arguments":{"val":4096,"size":1,"filename":"/a\\"}}"#,
            "{}",
        )]),
        text: Some(&[(r#"pmemsave 0x1000 1 "/a\\""#, "")]),
    },
];

/// LAY-2: every command is said as it has to be, and nothing else; a protocol without it says so.
#[test]
fn words() {
    for (number, row) in ROWS.iter().enumerate() {
        for (protocol, words) in [(Protocol::Json, row.json), (Protocol::Text, row.text)] {
            let outcome = play(protocol, words.unwrap_or_default(), row.call);
            match words {
                Some(_) => outcome.unwrap_or_else(|error| panic!("row {number}, {protocol}: {error}")),
                None => {
                    let error = outcome.expect_err("the protocol has no words for it");
                    assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, "row {number}");
                }
            }
        }
    }
}
