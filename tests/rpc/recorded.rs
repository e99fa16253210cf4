//! The packets of recorded conversations.

#![forbid(unsafe_code)]

use std::fs;
use std::path::PathBuf;

/// A line `C>` or `S>`.
pub struct Recorded {
    pub by_client: bool,
    pub bytes: Vec<u8>,
}

/// A line of a conversation.
#[derive(Debug)]
pub enum Said {
    /// `C>`, `S>`
    Packet(Vec<u8>),
    /// `C+`, `S+`: a file descriptor, carried by a byte.
    Fd,
}

/// What one side said: `true` for the client.
pub type Line = (bool, Said);

/// The packets of a file in `tests/data/rpc`; without the bytes that carry file descriptors.
pub fn packets(name: &str) -> Vec<Recorded> {
    let lines = conversations_in_order(name).into_iter();
    let recorded = |(_, (by_client, said))| match said {
        Said::Packet(bytes) => Some(Recorded { by_client, bytes }),
        Said::Fd => None,
    };
    lines.filter_map(recorded).collect()
}

/// The conversations of a file, one per connection.
pub fn conversations(name: &str) -> Vec<Vec<Line>> {
    let mut found: Vec<Vec<Line>> = Vec::new();
    for (connection, line) in conversations_in_order(name) {
        if found.len() < connection {
            found.resize_with(connection, Vec::new);
        }
        found[connection - 1].push(line);
    }
    found
}

/// All lines, each with the number of its connection.
fn conversations_in_order(name: &str) -> Vec<(usize, Line)> {
    let text = fs::read_to_string(folder().join(name)).expect("a recording");
    let mut connection = 1;
    let mut lines = Vec::new();
    for line in text.lines() {
        if let Some(number) = line.strip_prefix("# connection ") {
            connection = number.parse().expect("a number");
        }
        let said = match line.split_at_checked(3) {
            Some(("C> " | "S> ", hex)) => Said::Packet(bytes(hex)),
            Some(("C+ " | "S+ ", _)) => Said::Fd,
            _ => continue,
        };
        lines.push((connection, (line.starts_with('C'), said)));
    }
    lines
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex digits");
    (0..hex.len()).step_by(2).map(digits).collect()
}

/// Where they are.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/rpc")
}
