//! The packets of recorded conversations.

#![forbid(unsafe_code)]

use std::fs;
use std::path::PathBuf;

/// A line `C>` or `S>`.
pub struct Recorded {
    pub by_client: bool,
    pub bytes: Vec<u8>,
}

/// The packets of a file in `tests/data/rpc`; without the bytes that carry file descriptors.
pub fn packets(name: &str) -> Vec<Recorded> {
    let text = fs::read_to_string(folder().join(name)).expect("a recording");
    let lines = text.lines().filter_map(|line| line.split_once("> "));
    let recorded = |(side, hex): (&str, &str)| {
        let digits = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex digits");
        let bytes = (0..hex.len()).step_by(2).map(digits).collect();
        Recorded { by_client: side == "C", bytes }
    };
    lines.filter(|(side, _)| matches!(*side, "C" | "S")).map(recorded).collect()
}

/// Where they are.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/rpc")
}
