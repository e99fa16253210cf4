//! Every event id of every class is emitted, and every argument that reaches the callback is compared.

use std::collections::BTreeSet;
use std::ffi::c_int;
use std::fs;
use std::path::Path;
use std::ptr;

use virt::event::domain::{DomainEvent, GraphicsAddress, GraphicsEvent};
use virt::event::payload::{MonitorEvent, NetworkEvent, NodeDeviceEvent, SecretEvent, StoragePoolEvent};
use virt::event::{Class, Payload};
use virt::typed_param::{TypedParameter, TypedValue};

use crate::heard::{self, Heard, Typed, freed};
use crate::stub::{Numbered, Program, deregister, free, register};

/// Makes an event happen to the object with this number.
type Emit = Box<dyn Fn(&Program, u8)>;

/// An event, the callback that it calls for, and what the callback has to be called with after the handle.
struct Case {
    class: Class,
    id: c_int,
    typed: Typed,
    emit: Emit,
    expected: String,
}

fn case<P>(class: Class, typed: Typed, event: P, expected: impl Into<String>) -> Case
where
    P: Payload<Key: Numbered> + Clone + 'static,
{
    let id = c_int::from(event.id());
    let emit = move |program: &Program, number: u8| program.emit(&P::Key::numbered(number), event.clone());
    Case { class, id, typed, emit: Box::new(emit), expected: expected.into() }
}

/// How the handle of object `number` looks.
fn object(class: Class, number: u8) -> String {
    let uuid = format!("{number:02x}");
    match class {
        Class::Domain | Class::Monitor => format!("'domain{number}'/{uuid}/{}", 40 + number),
        Class::Network => format!("'network{number}'/{uuid}"),
        Class::StoragePool => format!("'pool{number}'/{uuid}"),
        Class::NodeDevice => format!("'device{number}'"),
        Class::Secret => format!("{uuid}/1/'/volume{number}'"),
    }
}

/// Registers for all objects and for one, emits for two objects, deregisters: who hears what, and that each
/// pointer is freed once.
fn check(case: &Case) {
    let program = Program::new();
    let conn = program.conn;
    let before = program.references();
    let (all, one) = (Heard::new(conn), Heard::new(conn));
    let Case { class, id, typed: (kind, function), .. } = *case;
    let what = format!("{class:?} {id} {kind}");
    let handle = program.handle(class, 2);
    // SAFETY: live handles; the case says which function the event calls for.
    let numbers = unsafe {
        [(ptr::null_mut(), &all), (handle, &one)]
            .map(|(object, heard)| register(class, conn, object, id, function, heard.opaque(), Some(freed)))
    };
    assert_eq!(numbers, [0, 1], "{what}");
    (case.emit)(&program, 1);
    (case.emit)(&program, 2);
    assert!(all.take().is_empty(), "{what}: never from inside the call that caused it");
    program.turn();
    let told = |number| format!("{} {}", object(class, number), case.expected).trim_end().to_owned();
    assert_eq!(all.take(), [told(1), told(2)], "{what}: for all");
    assert_eq!(one.take(), [told(2)], "{what}: for one");
    for (number, heard) in numbers.into_iter().zip([&all, &one]) {
        assert_eq!(heard.freed(), 0, "{what}");
        // SAFETY: a live connection.
        assert_eq!(unsafe { deregister(class, conn, number) }, 0, "{what}");
        assert_eq!(heard.freed(), 1, "{what}: inside the call");
    }
    (case.emit)(&program, 2);
    program.turn();
    assert!(all.take().is_empty() && one.take().is_empty(), "{what}: nothing after the end");
    assert_eq!((all.freed(), one.freed()), (1, 1), "{what}");
    free(class, handle);
    assert_eq!(program.references(), before, "{what}: the connection is let go");
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn address(family: i32, node: &str, service: &str) -> GraphicsAddress {
    GraphicsAddress { family, node: s(node), service: s(service) }
}

/// One case at least per id.
fn domain_cases() -> Vec<Case> {
    use DomainEvent::*;
    let param = |field: &str, value| TypedParameter { field: s(field), value };
    let params = vec![
        param("int", TypedValue::Int(-3)),
        param("uint", TypedValue::UInt(u32::MAX)),
        param("llong", TypedValue::LLong(i64::MIN)),
        param("ullong", TypedValue::ULLong(u64::MAX)),
        param("double", TypedValue::Double(0.5)),
        param("boolean", TypedValue::Boolean(true)),
        param("string", TypedValue::String(s("vda"))),
        param(&"x".repeat(100), TypedValue::Int(1)),
    ];
    let shown = format!(
        "(1:'int'=-3 2:'uint'={} 3:'llong'={} 4:'ullong'={} 5:'double'=0.5 6:'boolean'=1 7:'string'='vda' 1:'{}'=1)",
        u32::MAX,
        i64::MIN,
        u64::MAX,
        "x".repeat(79)
    );
    let viewer = GraphicsEvent {
        phase: 1,
        local: address(0, "127.0.0.1", "5900"),
        remote: address(2, "", "/run/vnc"),
        auth_scheme: String::new(),
        subject: Vec::new(),
    };
    let known = GraphicsEvent {
        phase: 2,
        auth_scheme: s("vencrypt"),
        subject: vec![(s("x509dname"), s("CN=me")), (s("saslUsername"), s("me"))],
        ..viewer.clone()
    };
    let of = |typed, event, expected: &str| case(Class::Domain, typed, event, expected);
    vec![
        of(heard::domain_lifecycle(), Lifecycle { event: 5, detail: 2 }, "5 2"),
        // RUN-1
        of(heard::domain_plain(), Reboot, ""),
        // RTC-1, RTC-2, RTC-3: negative and very large offsets survive.
        of(heard::rtc_change(), RtcChange { offset_s: -1 }, "-1"),
        of(heard::rtc_change(), RtcChange { offset_s: 1 << 40 }, "1099511627776"),
        of(heard::rtc_change(), RtcChange { offset_s: -(1 << 40) }, "-1099511627776"),
        // WDG-1, WDG-4
        of(heard::watchdog(), Watchdog { action: 6 }, "6"),
        // IOE-1, IOE-6: strings are never NULL.
        of(
            heard::io_error(),
            IoError { source_path: s(""), alias: s("ide0-0-0"), action: 1 },
            "'' 'ide0-0-0' 1",
        ),
        // GFX-1, GFX-7, GFX-8, GFX-13: an absent scheme is empty, identities keep their order.
        of(heard::graphics(), Graphics(Box::new(viewer)), "1 [0 '127.0.0.1' '5900'] [2 '' '/run/vnc'] '' {}"),
        of(
            heard::graphics(),
            Graphics(Box::new(known)),
            "2 [0 '127.0.0.1' '5900'] [2 '' '/run/vnc'] 'vencrypt' {'x509dname'='CN=me' 'saslUsername'='me'}",
        ),
        of(
            heard::io_error_reason(),
            IoErrorReason { source_path: s("/a"), alias: s("virtio-disk0"), action: 2, reason: s("enospc") },
            "'/a' 'virtio-disk0' 2 'enospc'",
        ),
        of(heard::domain_plain(), ControlError, ""),
        of(heard::block_job(), BlockJob { disk: s("/img"), kind: 2, status: 3 }, "'/img' 2 3"),
        of(
            heard::disk_change(),
            DiskChange { old_source: Some(s("/old")), new_source: None, alias: s("ide0"), reason: 1 },
            "'/old' NULL 'ide0' 1",
        ),
        of(
            heard::disk_change(),
            DiskChange { old_source: None, new_source: Some(s("/new")), alias: s("ide0"), reason: 0 },
            "NULL '/new' 'ide0' 0",
        ),
        of(heard::tray_change(), TrayChange { alias: s("ide0-1-0"), reason: 1 }, "'ide0-1-0' 1"),
        of(heard::pm_wakeup(), PmWakeup { reason: 0 }, "0"),
        of(heard::pm_suspend(), PmSuspend { reason: 2 }, "2"),
        of(heard::balloon_change(), BalloonChange { actual_kib: u64::MAX }, &u64::MAX.to_string()),
        of(heard::pm_suspend_disk(), PmSuspendDisk { reason: -1 }, "-1"),
        of(heard::device_removed(), DeviceRemoved { alias: s("net0") }, "'net0'"),
        of(heard::block_job(), BlockJob2 { disk: s("vda"), kind: 1, status: 0 }, "'vda' 1 0"),
        of(heard::tunable(), Tunable { params: params.clone() }, &shown),
        of(heard::tunable(), Tunable { params: Vec::new() }, "()"),
        of(heard::agent_lifecycle(), AgentLifecycle { state: 1, reason: 2 }, "1 2"),
        of(heard::device_added(), DeviceAdded { alias: s("net1") }, "'net1'"),
        of(heard::migration_iteration(), MigrationIteration { iteration: 7 }, "7"),
        of(heard::job_completed(), JobCompleted { params }, &shown),
        of(heard::device_removal_failed(), DeviceRemovalFailed { alias: s("net2") }, "'net2'"),
        of(heard::metadata_change(), MetadataChange { kind: 0, uri: None }, "0 NULL"),
        of(heard::metadata_change(), MetadataChange { kind: 2, uri: Some(s("urn:x")) }, "2 'urn:x'"),
        of(
            heard::block_threshold(),
            BlockThreshold {
                device: s("vda"),
                path: Some(s("/a")),
                threshold_bytes: 5,
                excess_bytes: u64::MAX,
            },
            &format!("'vda' '/a' 5 {}", u64::MAX),
        ),
        of(
            heard::block_threshold(),
            BlockThreshold { device: s("vda"), path: None, threshold_bytes: 1, excess_bytes: 2 },
            "'vda' NULL 1 2",
        ),
        of(heard::memory_failure(), MemoryFailure { recipient: 1, action: 3, flags: 2 }, "1 3 2"),
        of(
            heard::memory_device_size_change(),
            MemoryDeviceSizeChange { alias: s("vmem0"), size_kib: 1 << 33 },
            "'vmem0' 8589934592",
        ),
        of(
            heard::nic_mac_change(),
            NicMacChange {
                alias: s("net0"),
                old_mac: s("52:54:00:00:00:01"),
                new_mac: s("52:54:00:00:00:02"),
            },
            "'net0' '52:54:00:00:00:01' '52:54:00:00:00:02'",
        ),
        of(heard::vcpu_removed(), VcpuRemoved { vcpu: 3 }, "3"),
        of(
            heard::channel_lifecycle(),
            ChannelLifecycle { channel: s("org.example"), state: 1, reason: 2 },
            "'org.example' 1 2",
        ),
    ]
}

fn other_cases() -> Vec<Case> {
    let said = |details: Option<&str>| MonitorEvent {
        name: s("STOP"),
        seconds: 1 << 33,
        micros: 999_999,
        details: details.map(s),
    };
    let pool = |typed, event, expected: &str| case(Class::StoragePool, typed, event, expected);
    let device = |typed, event, expected: &str| case(Class::NodeDevice, typed, event, expected);
    let secret = |typed, event, expected: &str| case(Class::Secret, typed, event, expected);
    let network = |typed, event, expected: &str| case(Class::Network, typed, event, expected);
    let (event, detail) = (2, 9);
    vec![
        case(Class::Monitor, heard::monitor(), said(None), "'STOP' 8589934592 999999 NULL"),
        case(
            Class::Monitor,
            heard::monitor(),
            said(Some("{\"a\":1}")),
            "'STOP' 8589934592 999999 '{\"a\":1}'",
        ),
        network(heard::network_lifecycle(), NetworkEvent::Lifecycle { event, detail }, "2 9"),
        network(
            heard::network_metadata_change(),
            NetworkEvent::MetadataChange { kind: 1, uri: None },
            "1 NULL",
        ),
        network(
            heard::network_metadata_change(),
            NetworkEvent::MetadataChange { kind: 2, uri: Some(s("urn:x")) },
            "2 'urn:x'",
        ),
        pool(heard::pool_lifecycle(), StoragePoolEvent::Lifecycle { event, detail }, "2 9"),
        pool(heard::pool_plain(), StoragePoolEvent::Refresh, ""),
        device(heard::device_lifecycle(), NodeDeviceEvent::Lifecycle { event, detail }, "2 9"),
        device(heard::device_plain(), NodeDeviceEvent::Update, ""),
        secret(heard::secret_lifecycle(), SecretEvent::Lifecycle { event, detail }, "2 9"),
        secret(heard::secret_plain(), SecretEvent::ValueChanged, ""),
    ]
}

#[test]
fn every_event_of_a_domain_reaches_its_callback() {
    let cases = domain_cases();
    let ids: BTreeSet<_> = cases.iter().map(|case| case.id).collect();
    assert!(ids.into_iter().eq(0..Class::Domain.ids()), "a case for every id");
    cases.iter().for_each(check);
}

#[test]
fn every_event_of_the_other_classes_reaches_its_callback() {
    let cases = other_cases();
    for class in [Class::Monitor, Class::Network, Class::StoragePool, Class::NodeDevice, Class::Secret] {
        let ids: BTreeSet<_> = cases.iter().filter(|case| case.class == class).map(|case| case.id).collect();
        assert!(ids.into_iter().eq(0..class.ids()), "a case for every id of {class:?}");
    }
    cases.iter().for_each(check);
}

/// The table of facts says which type of callback an id calls for.
#[test]
fn callbacks_have_the_types_that_libvirt_gives_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("facts/events.tsv");
    let table = fs::read_to_string(path).expect("the table");
    let mut compared = 0;
    for case in domain_cases().iter().chain(&other_cases()) {
        let class = match case.class {
            Class::Domain => "domain",
            Class::Network => "network",
            Class::StoragePool => "storagepool",
            Class::NodeDevice => "nodedevice",
            Class::Secret => "secret",
            Class::Monitor => continue,
        };
        let row = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let row = row
            .into_iter()
            .find(|row| row[0] == class && row[2..4].concat().starts_with(&format!("{}VIR_", case.id)));
        // Ids that came after 9.0.0 are not in the table.
        let Some(row) = row.filter(|row| row[1] != "LAST") else { continue };
        assert_eq!(row[4], case.typed.0, "{class} {}", case.id);
        compared += 1;
    }
    assert!(compared >= 27 + 7, "the table was read");
}
