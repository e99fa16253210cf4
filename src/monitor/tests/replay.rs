//! Recorded QEMUs through the reader, cut in every way.

use proptest::prelude::*;

use super::*;
use crate::monitor::GuestEvent;
use crate::monitor::json;
use crate::monitor::protocol::{Answer, Incoming};
use crate::monitor::recorder::Tap;
use crate::monitor::wire::Wire;

/// The recordings of `tests/data/qmp`.
fn recordings() -> Vec<(String, Vec<String>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/qmp");
    let mut recordings: Vec<_> = std::fs::read_dir(folder)
        .expect("part of the source")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("readable");
            let lines = text.lines().map(|line| serde_json::from_str(line).expect("one object a line"));
            let said = lines.filter(|line: &serde_json::Value| line["dir"] == "S");
            let said = said.map(|line| line["line"].as_str().expect("text").to_owned()).collect();
            (path.display().to_string(), said)
        })
        .collect();
    recordings.sort();
    assert!(recordings.len() > 90, "the recordings are there");
    recordings
}

/// What the reader makes of bytes that arrive in `chunks`.
fn read<'a>(chunks: impl Iterator<Item = &'a [u8]>) -> std::result::Result<Vec<String>, String> {
    let record = Record::new();
    read_to(&record, &*record, chunks)?;
    Ok(record.lines())
}

/// The same, with events going to `callbacks` and all else to `record`.
fn read_to<'a>(
    record: &Record,
    callbacks: &dyn MonitorCallbacks,
    chunks: impl Iterator<Item = &'a [u8]>,
) -> std::result::Result<(), String> {
    let options = Options::default();
    let mut wire = Wire::new(&options, Tap::silent());
    for chunk in chunks {
        wire.feed(chunk, |message| {
            match message {
                Incoming::Nothing | Incoming::Question(_) => {}
                Incoming::Greeting(greeting) => record.tell(format!("greeting {}", greeting.out_of_band)),
                Incoming::Event(event) => json::emit(&event, callbacks),
                Incoming::Answer(Answer { id, outcome, .. }) => record.tell(match outcome {
                    Ok(value) => format!("{id:?} {value}"),
                    Err(failure) => format!("{id:?} {} {}", failure.class, failure.text),
                }),
            }
            Ok(None)
        })
        .map_err(|lost| lost.error.message().to_owned())?;
    }
    Ok(())
}

/// NEG-1, RUN-5: the same messages whatever the pieces they arrive in.
#[test]
fn recordings_in_pieces() {
    for (name, said) in recordings() {
        let bytes = said.iter().map(|line| format!("{line}\r\n")).collect::<String>().into_bytes();
        let whole = read(std::iter::once(&bytes[..])).expect("QEMU makes sense");
        for size in piece_sizes(bytes.len(), if bytes.len() < 8192 { 200 } else { 7 }) {
            assert_eq!(read(bytes.chunks(size)).expect("QEMU makes sense"), whole, "{name} by {size}");
        }
        // Nothing lost: every recorded event is told as it was said, in its order.
        let events: Vec<_> = said
            .iter()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
            .filter_map(|line| Some(format!("{} ", line.get("event")?.as_str()?)))
            .collect();
        let mut told = whole.iter();
        for event in &events {
            assert!(told.any(|line| line.starts_with(event)), "{name}: {event} is missing in {whole:?}");
        }
    }
}

/// Every event that QEMU was recorded with is either one with an entry of its own, in the table, or known to be neither.
#[test]
fn recorded_events_are_understood() {
    // As libvirt: a block job is watched as a job.
    const NO_ENTRY: [&str; 3] = ["BLOCK_JOB_COMPLETED", "BLOCK_JOB_PENDING", "BLOCK_JOB_READY"];
    let mut words = std::collections::BTreeSet::new();
    for (name, said) in recordings() {
        for line in said {
            let message: serde_json::Value = serde_json::from_str(&line).expect("JSON");
            let Some(word) = message.get("event").and_then(|word| word.as_str()) else { continue };
            let lines = read(std::iter::once(format!("{line}\r\n").as_bytes())).expect("QEMU makes sense");
            assert!(lines.len() == 2 || NO_ENTRY.contains(&word), "{name}: {line} is {lines:?}");
            words.insert(word.to_owned());
        }
    }
    assert!(words.len() > 20, "{words:?}");
}

/// The events of the table that nobody could record, in the words of QEMU's schema; and with members missing.
#[test]
fn events_of_the_table() {
    let cases = [
        (
            r#"{"event": "ACPI_DEVICE_OST", "data": {"info": {"device": "d1", "slot": "0", "slot-type": "DIMM", "source": 1, "status": 0}}}"#,
            r#"AcpiDeviceOst { info: AcpiOst { device: Some("d1"), slot: "0", slot_type: "DIMM", source: 1, status: 0 } }"#,
        ),
        (
            r#"{"event": "BLOCK_WRITE_THRESHOLD", "data": {"node-name": "n", "amount-exceeded": 5, "write-threshold": 18446744073709551615}}"#,
            r#"BlockWriteThreshold { node_name: "n", amount_exceeded: 5, write_threshold: 18446744073709551615 }"#,
        ),
        (
            r#"{"event": "DEVICE_UNPLUG_GUEST_ERROR", "data": {"path": "/p"}}"#,
            r#"DeviceUnplugGuestError { device: None, path: "/p" }"#,
        ),
        (
            r#"{"event": "DUMP_COMPLETED", "data": {"result": {"total": 2, "status": "failed", "completed": 1}, "error": "e"}}"#,
            r#"DumpCompleted { result: DumpResult { status: "failed", completed: 1, total: 2 }, error: Some("e") }"#,
        ),
        (
            r#"{"event": "GUEST_CRASHLOADED", "data": {"action": "run"}}"#,
            r#"GuestCrashloaded { action: "run" }"#,
        ),
        (
            r#"{"event": "MEMORY_DEVICE_SIZE_CHANGE", "data": {"id": "vm0", "size": 1073741824, "qom-path": "/x"}}"#,
            r#"MemoryDeviceSizeChange { id: Some("vm0"), size: 1073741824 }"#,
        ),
        (
            r#"{"event": "MEMORY_FAILURE", "data": {"recipient": "hypervisor", "action": "fatal", "flags": {"action-required": false, "recursive": true}}}"#,
            r#"MemoryFailure { recipient: "hypervisor", action: "fatal", flags: MemoryFailureFlags { action_required: false, recursive: true } }"#,
        ),
        (
            r#"{"event": "MIGRATION", "data": {"status": "completed"}}"#,
            r#"Migration { status: "completed" }"#,
        ),
        (r#"{"event": "MIGRATION_PASS", "data": {"pass": 2}}"#, "MigrationPass { pass: 2 }"),
        (
            r#"{"event": "PR_MANAGER_STATUS_CHANGED", "data": {"id": "pr", "connected": true}}"#,
            r#"PrManagerStatusChanged { id: "pr", connected: true }"#,
        ),
        (
            r#"{"event": "RDMA_GID_STATUS_CHANGED", "data": {"netdev": "b", "interface-id": 1, "gid-status": true, "subnet-prefix": 33022}}"#,
            r#"RdmaGidStatusChanged { netdev: "b", gid_status: true, subnet_prefix: 33022, interface_id: 1 }"#,
        ),
        (r#"{"event": "SPICE_MIGRATE_COMPLETED"}"#, "SpiceMigrateCompleted"),
    ];
    for (line, expected) in cases {
        let lines = read(std::iter::once(format!("{line}\r\n").as_bytes())).expect("QEMU makes sense");
        assert_eq!(lines[1..], [expected.to_owned()], "{line}");
    }
    for word in GuestEvent::WORDS {
        let data = if word.ends_with("COMPLETED") || ["SUSPEND", "SUSPEND_DISK", "WAKEUP"].contains(word) {
            "1"
        } else {
            "{}"
        };
        let line = format!("{{\"event\": \"{word}\", \"data\": {data}}}\r\n");
        let lines = read(std::iter::once(line.as_bytes())).expect("QEMU makes sense");
        assert_eq!(lines.len(), 1, "an incomplete event is told as it came only: {lines:?}");
    }
}

/// CBT-1: tables with no entry, and with each one alone, hear all that QEMU was recorded with: what a full table notes
/// under that entry is noted, and nothing else.
#[test]
fn tables_with_one_entry() {
    struct Nothing;
    impl MonitorCallbacks for Nothing {}
    let mut said: Vec<_> = recordings().into_iter().flat_map(|(_, said)| said).collect();
    // What no machine of the recordings could tell.
    said.push(r#"{"event": "GUEST_CRASHLOADED", "data": {"action": "run"}}"#.to_owned());
    let bytes = said.iter().map(|line| format!("{line}\r\n")).collect::<String>().into_bytes();
    let told = |callbacks: &dyn MonitorCallbacks| {
        read_to(&Record::default(), callbacks, std::iter::once(&bytes[..])).expect("QEMU makes sense");
    };
    told(&Nothing);
    let full = Record::default();
    told(&full);
    let full = full.lines();
    let mut noted = 0;
    macro_rules! alone {
        ($($start:literal $entry:ident($($argument:ident: $type:ty),*))*) => {$({
            struct Only(Record);
            impl MonitorCallbacks for Only {
                fn $entry(&self $(, $argument: $type)*) {
                    self.0.$entry($($argument),*);
                }
            }
            let only = Only(Record::default());
            told(&only);
            let expected: Vec<_> = full.iter().filter(|line| line.starts_with($start)).cloned().collect();
            assert!(!expected.is_empty(), $start);
            assert_eq!(only.0.lines(), expected);
            noted += expected.len();
        })*};
    }
    alone! {
        "shutdown " shutdown(guest: Option<bool>, reason: Option<&str>)
        "reset" reset()
        "powerdown" powerdown()
        "stop" stop()
        "resume" resume()
        "rtc " rtc_change(offset_s: i64)
        "watchdog " watchdog(action: &str)
        "IoErrorInfo" io_error(error: &crate::monitor::IoErrorInfo<'_>)
        "GraphicsInfo" graphics(client: &crate::monitor::GraphicsInfo<'_>)
    }
    // The rest are those of the table of later events, and every event as it came.
    struct Later(Record);
    impl MonitorCallbacks for Later {
        fn guest_event(&self, event: &GuestEvent) {
            self.0.guest_event(event);
        }
        fn raw(&self, name: &str, seconds: i64, micros: u32, data: Option<&str>) {
            self.0.raw(name, seconds, micros, data);
        }
    }
    let later = Later(Record::default());
    told(&later);
    assert_eq!(later.0.lines().len() + noted, full.len());
}

/// The typed callbacks of some recordings, with their particulars.
#[test]
fn recordings_understood() {
    let typed = |name: &str| -> Vec<String> {
        let (_, said) = recordings().into_iter().find(|(path, _)| path.ends_with(name)).expect("a recording");
        let bytes = said.iter().map(|line| format!("{line}\r\n")).collect::<String>();
        let lines = read(std::iter::once(bytes.as_bytes())).expect("QEMU makes sense");
        let raw = |line: &String| line.starts_with("Some(") || line.starts_with("greeting");
        let upper = |line: &String| line.starts_with(|first: char| first.is_ascii_uppercase());
        let debug = |line: &String| line.starts_with("IoErrorInfo") || line.starts_with("GraphicsInfo");
        lines.into_iter().filter(|line| !raw(line) && (!upper(line) || debug(line))).collect()
    };
    assert_eq!(typed("/ev-poweroff.jsonl"), ["resume", r#"shutdown Some(true) Some("guest-shutdown")"#]);
    assert_eq!(
        typed("/ev-powerdown-button.jsonl"),
        ["resume", "powerdown", r#"shutdown Some(true) Some("guest-shutdown")"#]
    );
    assert_eq!(typed("/ev-watchdog-ib700-pause.jsonl")[..3], ["resume", "watchdog pause", "stop"]);
    assert_eq!(
        typed("/ev-ioerror-virtio-stop-enospc.jsonl")[1..3],
        [
            r#"IoErrorInfo { device: "", node_name: Some("data"), operation: "write", action: "stop", nospace: true, reason: "No space left on device" }"#,
            "stop"
        ]
    );
    let identity = r#"Some("C=GB,ST=London,L=London,O=Example Test,CN=alice"), sasl_username: Some("fred")"#;
    let nobody = "None, sasl_username: None";
    for (line, (phase, identity)) in
        typed("/vnc-tls-x509sasl-ipv6.jsonl")[1..].iter().zip([(0, nobody), (1, identity), (2, identity)])
    {
        assert_eq!(
            *line,
            format!(
                r#"GraphicsInfo {{ phase: {phase}, local: ("ipv6", "::1", "5987"), remote: ("ipv6", "::1", "44036"), auth: "vencrypt+x509+sasl", x509_dname: {identity} }}"#
            )
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// TXT-3 for QMP: messages and noise, split anywhere: what was said before the noise is heard, and the
    /// noise is an error or nothing.
    #[test]
    fn any_bytes_split_anywhere(
        offsets in proptest::collection::vec(any::<i64>(), 0..20),
        noise in proptest::collection::vec(any::<u8>(), 0..40),
        cuts in proptest::collection::vec(any::<proptest::sample::Index>(), 0..20),
    ) {
        let mut bytes: Vec<u8> = offsets
            .iter()
            .flat_map(|offset| format!("{{\"event\": \"RTC_CHANGE\", \"data\": {{\"offset\": {offset}}}}}\r\n").into_bytes())
            .collect();
        let heard: Vec<_> = offsets
            .iter()
            .flat_map(|offset| [format!("RTC_CHANGE 0.000000 {{\"offset\": {offset}}}"), format!("rtc {offset}")])
            .collect();
        let mut cuts: Vec<_> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let pieces = || cuts.windows(2).map(|cut| &bytes[cut[0]..cut[1]]);
        prop_assert_eq!(read(pieces()), Ok(heard.clone()));
        bytes.extend(&noise);
        bytes.push(b'\n');
        if let Ok(lines) = read(std::iter::once(&bytes[..])) {
            prop_assert_eq!(&lines[..heard.len()], &heard[..]);
        }
    }
}
