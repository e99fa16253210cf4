//! Enum constants and type names in `src/abi` against the tables, read from the source text: every variant there
//! stands on a line of its own with its value.

use std::collections::BTreeMap;
use std::fs;

use crate::facts;

/// Second names of values, which a Rust enum cannot have; the header generator adds them.
const SECOND_NAMES: [&str; 3] = [
    "VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS",
    "VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS",
    "VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK",
];

/// A constant as source or table have it.
#[derive(Debug, PartialEq, Eq)]
struct Constant {
    enumeration: String,
    value: i64,
    /// Only declared for programs that define `VIR_ENUM_SENTINELS`.
    sentinel: bool,
}

fn source() -> String {
    let mut text = String::new();
    for entry in fs::read_dir(facts::root().join("src/abi")).expect("a directory") {
        text += &fs::read_to_string(entry.expect("an entry").path()).expect("a source file");
    }
    text
}

/// The value of `1 << 3`, `0x10`, `-1` or `5`.
fn value(expression: &str) -> Option<i64> {
    if let Some((one, shift)) = expression.split_once(" << ") {
        return Some(value(one)? << value(shift)?);
    }
    match expression.strip_prefix("0x") {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => expression.parse().ok(),
    }
}

/// The variants of all enums in `source` by name.
fn constants(source: &str) -> BTreeMap<String, Constant> {
    let mut found = BTreeMap::new();
    let (mut enumeration, mut sentinel) = ("", false);
    for line in source.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("pub enum ") {
            enumeration = rest.trim_end_matches(" {").trim_start_matches('_');
        } else if line == "#[cfg(feature = \"sentinels\")]" {
            sentinel = true;
        } else if let Some((name, expression)) = line.trim_end_matches(',').split_once(" = ")
            && name.starts_with("VIR_")
        {
            let value = value(expression).unwrap_or_else(|| panic!("{name}: {expression}"));
            let constant = Constant { enumeration: enumeration.to_owned(), value, sentinel };
            assert!(found.insert(name.to_owned(), constant).is_none(), "{name} stands twice");
            sentinel = false;
        }
    }
    found
}

#[test]
fn constants_have_the_original_values() {
    let found = constants(&source());
    let mut expected = BTreeMap::new();
    for row in facts::all("enums.tsv", "constant") {
        let constant = Constant {
            enumeration: row["enum"].clone(),
            value: row["value"].parse().expect("a number"),
            sentinel: row["sentinel"] == "yes",
        };
        expected.insert(row["constant"].clone(), constant);
    }
    for name in SECOND_NAMES {
        assert!(
            expected.remove(name).is_some_and(|it| expected.values().any(|other| *other == it)),
            "{name}"
        );
    }
    let wrong: Vec<_> = found.iter().filter(|(name, it)| expected.get(*name) != Some(*it)).collect();
    let missing: Vec<_> = expected.keys().filter(|name| !found.contains_key(*name)).collect();
    assert!(wrong.is_empty() && missing.is_empty(), "wrong: {wrong:#?}\nmissing: {missing:#?}");
}

#[test]
fn every_type_name_is_there() {
    let source = source();
    let missing: Vec<_> = facts::all("typedefs.tsv", "typedef")
        .into_iter()
        .map(|row| row["typedef"].clone())
        .filter(|name| !source.contains(&format!("\npub type {name} =")))
        .collect();
    assert_eq!(missing, [""; 0]);
}
