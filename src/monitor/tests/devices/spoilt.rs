//! Recorded replies with something changed: each gives a value or an error.

use proptest::prelude::*;
use serde_json::Value;

use super::replies::{recorded_json, recorded_text};
use super::*;
use crate::monitor::{PciDeviceOptions, PciWords};

/// All readers of values, which may complain but not panic.
fn read_all(puppet: &Puppet, reply: &str) {
    let readers: [fn(&Monitor) -> Result<()>; 8] = [
        |m| m.query_migrate().map(drop),
        |m| m.query_migrate_capabilities().map(drop),
        |m| m.query_pci().map(drop),
        |m| m.query_ptys().map(drop),
        |m| m.query_block_jobs().map(drop),
        |m| m.qom_get("/a", "b").map(drop),
        |m| m.drive_add(None, "file=a").map(drop),
        |m| m.pci_add_in(PciWords::Current, PciDeviceOptions::Nic("a"), None).map(drop),
    ];
    for reader in readers {
        if let Err(error) = puppet.run(&[reply], reader).0 {
            assert!(error.message().contains("QEMU command"), "{error} for {reply:?}");
        }
    }
}

/// A JSON value with one of its parts gone or something else.
fn spoilt(value: &Value, place: &mut usize, with: Option<&Value>) -> Option<Value> {
    if *place == 0 {
        *place = usize::MAX;
        return with.cloned();
    }
    *place -= 1;
    Some(match value {
        Value::Object(members) => {
            let kept =
                members.iter().filter_map(|(name, value)| Some((name.clone(), spoilt(value, place, with)?)));
            Value::Object(kept.collect())
        }
        Value::Array(items) => {
            Value::Array(items.iter().filter_map(|item| spoilt(item, place, with)).collect())
        }
        other => other.clone(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Changed texts end in a value or an error, never in a panic.
    #[test]
    fn spoilt_texts(
        which in any::<proptest::sample::Index>(),
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), 0..20usize, "[ -~\r\n]{0,6}"), 1..4),
    ) {
        let mut texts = recorded_text("migrate", "info migrate");
        texts.extend(recorded_text("info", "info pci"));
        texts.extend(recorded_text("info", "info chardev"));
        texts.push("OK domain 0, bus 0, slot 4, function 0\r\n".to_owned());
        texts.push("OK bus 0, unit 3\r\n".to_owned());
        texts.push("Streaming device d: Completed 0 of 9 bytes, speed limit 7 bytes/s\r\n".to_owned());
        texts.push("Type mirror, device d: Completed 0 of 9 bytes, speed limit 7 bytes/s\r\n".to_owned());
        let mut text = which.get(&texts).clone();
        for (place, cut, put) in &changes {
            let start = place.index(text.len() + 1);
            let end = (start + cut).min(text.len());
            text.replace_range(start..end, put);
        }
        // What would end the reply or ask for a password is the reader's matter.
        prop_assume!(!text.contains("(qemu)") && !text.contains("Password") && (text.is_empty() || text.ends_with('\n')));
        prop_assume!(!text.starts_with("unknown command"));
        read_all(&Puppet::new(Protocol::Text), &text);
    }

    /// The same for JSON with parts that are missing or of another kind.
    #[test]
    fn spoilt_values(which in any::<proptest::sample::Index>(), place in 0..400usize, with in 0..8usize) {
        let values = [
            recorded_json("queries", "query-pci").remove(0),
            recorded_json("migrate-exec", "query-migrate").remove(1),
            recorded_json("migrate-exec", "query-migrate-capabilities").remove(0),
            r#"[{"label": "a", "filename": "pty:/dev/pts/1"}]"#.to_owned(),
            r#""OK bus 0, unit 3""#.to_owned(),
            r#"[{"device": "d", "type": "mirror", "offset": 0, "len": 9, "speed": 7, "ready": true}]"#.to_owned(),
        ];
        let value: Value = serde_json::from_str(which.get::<String>(&values)).expect("JSON");
        let with: Option<Value> = ["", "null", "-1", "1e300", "99999999999999999999", "\"text\"", "[]", "{}"]
            .get(with)
            .and_then(|text| serde_json::from_str(text).ok());
        let mut place = place;
        if let Some(value) = spoilt(&value, &mut place, with.as_ref()) {
            read_all(&Puppet::new(Protocol::Json), &value.to_string());
        }
    }
}
