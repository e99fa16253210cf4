//! A peer that speaks enough of both protocols, and hangs up at a byte of its choice.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;

use virt::monitor::Protocol;

/// What a peer does.
pub struct Script {
    pub protocol: Protocol,
    /// How many bytes it says at most.
    pub says: usize,
    /// How many bytes it says at a time.
    pub piece: usize,
    /// Events before each answer.
    pub events: usize,
}

/// Speaks until the monitor hangs up or its bytes are spent; returns how many commands it has answered in full.
pub fn run(mut stream: UnixStream, script: &Script) -> usize {
    let mut left = script.says;
    let mut say = |mut stream: &UnixStream, text: &str| -> bool {
        let bytes = &text.as_bytes()[..text.len().min(left)];
        left -= bytes.len();
        let whole = bytes.len() == text.len();
        bytes.chunks(script.piece.max(1)).all(|piece| stream.write_all(piece).is_ok()) && whole
    };
    let first = match script.protocol {
        Protocol::Json => "{\"QMP\": {\"version\": {}, \"capabilities\": [\"oob\"]}}\r\n",
        Protocol::Text => "QEMU 0.11.1 monitor - type 'help' for more information\r\n(qemu) ",
    };
    if !say(&stream, first) {
        return 0;
    }
    let end = if script.protocol == Protocol::Json { b'\n' } else { b'\r' };
    let mut answered = 0;
    let mut received = Vec::new();
    let mut block = [0; 4096];
    loop {
        let count = match stream.read(&mut block) {
            Ok(0) | Err(_) => return answered,
            Ok(count) => count,
        };
        received.extend_from_slice(&block[..count]);
        while let Some(place) = received.iter().position(|byte| *byte == end) {
            let line: Vec<u8> = received.drain(..=place).collect();
            let line = String::from_utf8_lossy(&line[..place]).into_owned();
            let reply = match script.protocol {
                Protocol::Json => answer_json(&line, script.events),
                Protocol::Text => format!("{line}\r\nVM status: running\r\n(qemu) "),
            };
            if !say(&stream, &reply) {
                return answered;
            }
            answered += 1;
        }
    }
}

fn answer_json(line: &str, events: usize) -> String {
    let command: serde_json::Value = serde_json::from_str(line).expect("commands arrive whole");
    let mut reply = String::new();
    for number in 0..events {
        reply.push_str(&format!("{{\"event\": \"RTC_CHANGE\", \"data\": {{\"offset\": {number}}}}}\r\n"));
    }
    let value = match command["execute"].as_str() {
        Some("human-monitor-command") => command["arguments"]["command-line"].to_string(),
        Some("query-status") => r#"{"running": true, "status": "running"}"#.to_owned(),
        _ => "{}".to_owned(),
    };
    reply + &format!("{{\"return\": {value}, \"id\": {}}}\r\n", command["id"])
}
