//! Answers that lack something, or have nonsense in its place: each is an error that names it, and none is the end.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value;

use super::replies::{recorded_json, recorded_text};
use super::*;
use crate::error::ErrorCode;

/// One query, and what it gives as text.
type Query = fn(&Monitor) -> Result<String>;

const VCPUS: Query = |monitor| monitor.query_vcpus().map(|value| format!("{value:?}"));
const SLOTS: Query = |monitor| monitor.query_hotpluggable_cpus().map(|value| format!("{value:?}"));
const BALLOON: Query = |monitor| monitor.query_balloon().map(|value| format!("{value:?}"));
const BLOCK: Query = |monitor| monitor.query_block().map(|value| format!("{value:?}"));
const STATS: Query = |monitor| monitor.query_blockstats().map(|value| format!("{value:?}"));

/// All paths to members of objects.
fn members(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                let path = format!("{path}/{name}");
                found.push(path.clone());
                members(value, &path, found);
            }
        }
        Value::Array(array) => {
            for (index, value) in array.iter().enumerate() {
                members(value, &format!("{path}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// Valid answers in QMP, and the members that each needs.
static SAMPLES: LazyLock<[(Query, String, &[&str]); 5]> = LazyLock::new(|| {
    let first = |command| {
        let list: Value = serde_json::from_str(&recorded_json("queries", command)[0]).expect("JSON");
        serde_json::json!([list[0]]).to_string()
    };
    [
        (VCPUS, first("query-cpus-fast"), &["/0/cpu-index", "/0/thread-id"]),
        (SLOTS, first("query-hotpluggable-cpus"), &["/0/props", "/0/type", "/0/vcpus-count"]),
        (BALLOON, recorded_json("queries", "query-balloon")[0].clone(), &["/actual"]),
        (
            BLOCK,
            first("query-block"),
            &[
                "/0/device",
                "/0/inserted/drv",
                "/0/inserted/encrypted",
                "/0/inserted/file",
                "/0/inserted/ro",
                "/0/locked",
                "/0/removable",
            ],
        ),
        (
            STATS,
            first("query-blockstats"),
            &[
                "/0/parent/stats",
                "/0/stats",
                "/0/stats/rd_bytes",
                "/0/stats/rd_operations",
                "/0/stats/wr_bytes",
                "/0/stats/wr_operations",
            ],
        ),
    ]
});

/// Each member that has to be there is missed by its name, and the others are not.
#[test]
fn missing_members() {
    let json = Parrot::new(Protocol::Json);
    for (query, sample, needed) in &*SAMPLES {
        let sample: Value = serde_json::from_str(sample).expect("JSON");
        let mut paths = Vec::new();
        members(&sample, "", &mut paths);
        let mut missed = Vec::new();
        for path in paths {
            let (parent, name) = path.rsplit_once('/').expect("below the top");
            let mut broken = sample.clone();
            broken.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object").remove(name);
            if let Err(error) = json.hear(&broken.to_string(), *query) {
                assert_eq!(error.code(), ErrorCode::VIR_ERR_INTERNAL_ERROR);
                assert!(error.message().contains(&format!("missing field `{name}`")), "{path}: {error}");
                missed.push(path);
            }
        }
        missed.sort();
        assert_eq!(missed, *needed);
    }
}

/// Printed answers that lack something or have nonsense in its place.
#[test]
fn broken_lines() {
    let text = Parrot::new(Protocol::Text);
    let slot = "Hotpluggable CPUs:\r\n  type: \"t\"\r\n";
    for (query, printed, expected) in [
        (VCPUS, "* CPU #x: pc=1\r\n", "`CPU` is 'x'"),
        (VCPUS, "* CPU #0: thread_id=\r\n", "`thread_id` is ''"),
        (SLOTS, "Hotpluggable CPUs:\r\n  vcpus_count: \"1\"\r\n", "missing `type`"),
        (SLOTS, slot, "missing `vcpus_count`"),
        (SLOTS, &format!("{slot}  vcpus_count: \"-1\"\r\n"), "`vcpus_count` is '-1'"),
        (SLOTS, &format!("{slot}  vcpus_count: \"1\"\r\n    core-id: \"\"\r\n"), "`core-id` is ''"),
        (BALLOON, "balloon: \r\n", "missing `actual`"),
        (BALLOON, "balloon: actual=x\r\n", "`actual` is 'x'"),
        (BALLOON, "balloon: actual=18446744073709551615\r\n", "`actual` is '18446744073709551615'"),
        (BLOCK, "a: type=hd removable=0\r\n", "missing `file`"),
        (BLOCK, "a: removable=0 [not inserted]\r\nb: type=hd [not inserted]\r\n", "missing `removable`"),
        (BLOCK, "a: removable=0 file=/x drv=raw encrypted=0\r\n", "missing `ro`"),
        (BLOCK, "a: removable=0 file=/x ro=0 encrypted=0\r\n", "missing `drv`"),
        (BLOCK, "a: removable=0 file=/x ro=0 drv=raw\r\n", "missing `encrypted`"),
        (BLOCK, "a: removable=0 file=/x ro=0 drv=raw encrypted=0\r\n\r\nx\r\n", "missing `device`"),
        (BLOCK, "d (#b)\r\n    Attached to: x\r\n", "missing `device`"),
        (BLOCK, "d (#b): file\r\n    Attached to: x\r\n", "missing `drv`"),
        (STATS, "d\r\n", "missing `device`"),
        (STATS, "d: rd_bytes=1\r\n", "missing `wr_bytes`"),
        (STATS, "d: rd_bytes=1 wr_bytes=2 wr_operations=3\r\n", "missing `rd_operations`"),
        (STATS, "d: rd_bytes=1x\r\n", "no number in `rd_bytes`"),
    ] {
        let error = text.hear(printed, query).expect_err(printed);
        assert_eq!(error.code(), ErrorCode::VIR_ERR_INTERNAL_ERROR);
        assert!(error.message().contains(expected), "{printed}: {error}");
    }
}

/// Every query against a broken reply: an answer or an error, and never silence.
fn survives(parrot: &Parrot, reply: &str) {
    for query in [VCPUS, SLOTS, BALLOON, BLOCK, STATS] {
        if let Err(error) = parrot.hear(reply, query) {
            assert_eq!(error.code(), ErrorCode::VIR_ERR_INTERNAL_ERROR, "{reply}: {error}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Recorded values with members that are something else.
    #[test]
    fn mutated_values(
        sample in any::<proptest::sample::Index>(),
        places in proptest::collection::vec((any::<proptest::sample::Index>(), 0..9usize), 1..4),
    ) {
        let mut value: Value = serde_json::from_str(&sample.get(&*SAMPLES).1).expect("JSON");
        for (place, kind) in places {
            let mut paths = vec![String::new()];
            members(&value, "", &mut paths);
            let other = [
                "null", "-1", "true", "\"\"", "[]", "{}", "18446744073709551616", "[[{}]]", "1.5",
            ][kind];
            let place = value.pointer_mut(&paths[place.index(paths.len())]).expect("a path of it");
            *place = serde_json::from_str(other).expect("JSON");
        }
        survives(&Parrot::new(Protocol::Json), &value.to_string());
    }

    /// Recorded and old lines with bytes cut out, doubled or put in.
    #[test]
    fn mutated_lines(
        sample in any::<proptest::sample::Index>(),
        edits in proptest::collection::vec((any::<proptest::sample::Index>(), any::<proptest::sample::Index>(), "[ -~\r\n]{0,3}"), 1..5),
    ) {
        let samples = [
            recorded_text("info", "info block").remove(0),
            recorded_text("media", "info block").remove(1),
            recorded_text("info", "info blockstats").remove(0),
            recorded_text("info", "info hotpluggable-cpus").remove(0),
            recorded_text("info", "info cpus").remove(0),
            "balloon: actual=512\r\n".to_owned(),
            "* CPU #0: pc=0x000fff0f (halted) thread_id=1234\r\n".to_owned(),
            "a: type=hd removable=0 file=/t backing_file=/b ro=1 drv=qcow2 encrypted=1\r\nb: removable=1 locked=1 [not inserted]\r\n".to_owned(),
        ];
        let mut text = sample.get(&samples).clone();
        for (from, length, added) in edits {
            let from = from.index(text.len() + 1);
            let to = (from + length.index(40)).min(text.len());
            text.replace_range(from..to, &added);
        }
        survives(&Parrot::new(Protocol::Text), &text);
    }
}
