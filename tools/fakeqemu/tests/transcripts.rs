//! Recorded sessions with the text monitor of the real 7.2.22, replayed: every byte is the same, echo and all.

mod common;

use common::Fake;
use serde_json::Value;

/// Undoes the escapes of a recording.
fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        match rest.next() {
            Some(b'r') => out.push(b'\r'),
            Some(b'n') => out.push(b'\n'),
            Some(b't') => out.push(b'\t'),
            Some(b'\\') => out.push(b'\\'),
            Some(b'x') => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                out.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            }
            other => panic!("unknown escape {other:?}"),
        }
    }
    out
}

fn replay(recording: &str) {
    let mut lines = recording.lines();
    lines.next().unwrap();
    // The machine of the recording, but for its monitors.
    let command = lines.next().unwrap().strip_prefix("# qemu-system-x86_64 ").unwrap();
    let (machine, _) = command.split_once(" -monitor ").unwrap();
    let mut args: Vec<&str> = machine.split(' ').collect();
    args.extend(["-monitor", "unix:text,server=on,wait=off"]);
    let fake = Fake::start("", &args);
    let mut client = fake.connect("text");
    let mut said = "the greeting";
    for line in lines {
        match line.split_at(2) {
            ("C ", text) => {
                said = text;
                client.send(bytes(text));
            }
            ("S ", text) => {
                let expected = bytes(text);
                let answer = client.take(expected.len());
                let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                assert_eq!(shown(&answer), shown(&expected), "after {said}");
            }
            other => panic!("{other:?}"),
        }
    }
    client.send("quit\r");
    let end = client.rest();
    assert!(end.ends_with(b"\x1b[Dquit\x1b[K\r\n"), "{:?}", String::from_utf8_lossy(&end));
}

macro_rules! replays {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            replay(include_str!(concat!("data/", stringify!($name), ".txt")));
        }
    )*};
}

replays! { basic gone media migrate vnc_password }

// The recording leaves a line half edited. What follows is not recorded: 4 times delete, as the same rule has it.
#[test]
fn editing() {
    let recording = include_str!("data/editing.txt");
    let mut text = recording.to_owned();
    for rest in ["nfo", "fo", "o", ""] {
        text += &format!("C \\x04\nS {rest}\\x1b[K{}\n", "\\x1b[D".repeat(rest.len()));
    }
    replay(&text);
}

/// Commands that are wrong in many ways, and input that is no JSON. The order of members is free.
#[test]
fn qmp_errors() {
    let fake = Fake::start("", &["-S", "-nodefaults", "-qmp", "unix:qmp,server=on,wait=off"]);
    let mut client = fake.connect("qmp");
    let mut said = "";
    for line in include_str!("data/qmp_errors.jsonl").lines().filter(|line| !line.starts_with('#')) {
        match line.split_at(2) {
            ("C ", text) => {
                said = text;
                let mut bytes = Vec::new();
                for (index, piece) in text.split("<byte 0xff>").enumerate() {
                    if index > 0 {
                        bytes.push(0xff);
                    }
                    bytes.extend(piece.as_bytes());
                }
                bytes.extend(b"\r\n");
                client.send(bytes);
            }
            (_, text) => {
                let answer = client.until("\r\n");
                assert!(answer.is_ascii(), "{answer}");
                let (answer, expected): (Value, Value) =
                    (serde_json::from_str(&answer).unwrap(), serde_json::from_str(text).unwrap());
                assert_eq!(answer, expected, "after {said}");
            }
        }
    }
}
