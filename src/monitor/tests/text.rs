//! The text monitor's reader: recordings of a real QEMU, prompts in wrong places, passwords, and noise.

use proptest::prelude::*;

use super::*;
use crate::monitor::protocol::{Command, Incoming};
use crate::monitor::recorder::{Tap, unescape};
use crate::monitor::wire::Wire;

/// A wire without a connection, and what came over it.
struct Heard {
    wire: Wire,
    lines: Vec<String>,
}

impl Heard {
    fn new() -> Self {
        let options = Options { protocol: Protocol::Text, message_limit: 1 << 20, ..Options::default() };
        Self { wire: Wire::new(&options, Tap::silent()), lines: Vec::new() }
    }

    fn sent(&mut self, command: &str) {
        let command = Command::new("a command", command.to_owned(), crate::monitor::Deadline::Quick);
        self.wire.expect(&command);
    }

    fn feed(&mut self, bytes: &[u8]) {
        let lines = &mut self.lines;
        let fed = self.wire.feed(bytes, |message| {
            match message {
                Incoming::Nothing => {}
                Incoming::Answer(answer) => lines.push(match answer.outcome {
                    Ok(printed) => format!("answer {printed}"),
                    Err(failure) => format!("{} {}", failure.class, failure.text),
                }),
                Incoming::Question(about) => lines.push(format!("question {about}")),
                Incoming::Greeting(_) | Incoming::Event(_) => panic!("the text monitor has none"),
            }
            Ok(None)
        });
        if let Err(lost) = fed {
            self.lines.push(lost.error.message().to_owned());
        }
    }
}

/// What one `C` line of a recording and the `S` lines after it are.
struct Step {
    typed: Vec<u8>,
    printed: Vec<Vec<u8>>,
}

/// The recordings of `tests/data/hmp`.
fn recordings() -> Vec<(String, Vec<Step>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/hmp");
    let mut recordings: Vec<_> = std::fs::read_dir(folder)
        .expect("part of the source")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let mut steps = vec![Step { typed: Vec::new(), printed: Vec::new() }];
            for line in std::fs::read_to_string(&path).expect("readable").lines() {
                // The recorder has folded an echo of many megabytes, which cannot be read any more.
                let bytes = || unescape(&line[2..]).unwrap_or_default();
                match line.as_bytes().first() {
                    Some(b'C') => steps.push(Step { typed: bytes(), printed: Vec::new() }),
                    Some(b'S') => steps.last_mut().expect("never empty").printed.push(bytes()),
                    _ => {}
                }
            }
            (path.display().to_string(), steps)
        })
        .collect();
    recordings.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(recordings.len() > 10, "the recordings are there");
    recordings
}

/// A whole command: one line, ended as ours are.
fn command(typed: &[u8]) -> Option<&str> {
    let line = std::str::from_utf8(typed.strip_suffix(b"\r")?).ok()?;
    (!line.is_empty() && !line.contains(|c: char| c.is_ascii_control())).then_some(line)
}

/// What the recording itself says a command printed: the lines between its echo and the prompt. `None` if the recorder
/// did not see to the end.
fn expected(step: &Step) -> Option<Vec<String>> {
    let (echo, rest) = step.printed.split_first()?;
    if !echo.ends_with(b"\r\n") {
        return None;
    }
    let (end, printed) = rest.split_last()?;
    let printed = String::from_utf8(printed.concat()).expect("text");
    match &end[..] {
        b"Password: " => Some(vec![format!("question {printed}")]),
        b"(qemu) " if printed.starts_with("unknown command") => {
            Some(vec![format!("CommandNotFound {printed}")])
        }
        b"(qemu) " => Some(vec![format!("answer {printed}")]),
        _ => None,
    }
}

/// TXT-1, TXT-4, TXT-5: every command of the recordings gets what it printed, whatever the pieces that arrive.
#[test]
fn recordings_in_pieces() {
    let mut checked = 0;
    for (name, steps) in recordings() {
        let bytes: usize = steps.iter().flat_map(|step| &step.printed).map(Vec::len).sum();
        // The long ones are echoes of long lines.
        for size in piece_sizes(bytes, if bytes > 100_000 { 0 } else { 24 }) {
            let mut heard = Heard::new();
            let mut password = false;
            for step in &steps {
                let line = command(&step.typed).filter(|_| !password);
                if let Some(line) = line {
                    heard.sent(line);
                }
                heard.lines.clear();
                for piece in step.printed.concat().chunks(size) {
                    heard.feed(piece);
                }
                if password {
                    assert_eq!(heard.lines, ["answer "], "{name} after a password");
                    password = false;
                } else if let (Some(line), Some(expected)) = (line, expected(step)) {
                    assert_eq!(heard.lines, expected, "{name}: '{line}' by {size}");
                    password = expected[0].starts_with("question");
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 2000, "{checked} answers");
}

/// QEMU's echo of a line: it draws the line anew for every character.
pub(super) fn echo(line: &str) -> String {
    let mut drawn = String::new();
    for (typed, (end, _)) in line.char_indices().chain([(line.len(), ' ')]).skip(1).enumerate() {
        drawn.push_str(&"\x1b[D".repeat(typed));
        drawn.push_str(&line[..end]);
        drawn.push_str("\x1b[K");
    }
    drawn + "\r\n"
}

/// TXT-1: with the greeting, without, and with a second prompt.
#[test]
fn greetings() {
    let greeting = "QEMU 0.10.0 monitor - type 'help' for more information\r\n";
    for before in
        ["", "(qemu) ", "(qemu) (qemu) ", &format!("{greeting}(qemu) "), &format!("{greeting}(qemu) (qemu) ")]
    {
        for first in [true, false] {
            let mut heard = Heard::new();
            if first {
                heard.sent("info status");
            }
            heard.feed(before.as_bytes());
            if !first {
                heard.sent("info status");
            }
            heard.feed(format!("{}VM status: paused\r\n(qemu) ", echo("info status")).as_bytes());
            assert_eq!(heard.lines, ["answer VM status: paused\r\n"], "{before:?}");
        }
    }
}

/// TXT-4: prompts and other words inside of lines end nothing.
#[test]
fn prompts_inside_of_lines() {
    for printed in [
        "a (qemu) b\r\n",
        "x(qemu) \r\n",
        "(qemu)\r\n",
        " (qemu) \r\n",
        "a\r\n\r\n(qem\r\nb (qemu) \r\n",
        "My Password: \r\n",
        "\x1b[K(qemu) \r\n",
        "tab\tand \x1b[D escapes\r\n",
    ] {
        let mut heard = Heard::new();
        for _ in 0..2 {
            heard.sent("info x");
            heard.feed(format!("{}{printed}(qemu) ", echo("info x")).as_bytes());
        }
        assert_eq!(heard.lines, [format!("answer {printed}"), format!("answer {printed}")]);
    }
}

/// A command whose own text has a prompt, and one that is the end of a line that was printed before.
#[test]
fn misleading_echoes() {
    let mut heard = Heard::new();
    heard.sent("help (qemu) x");
    heard.feed(format!("(qemu) {}1\r\n(qemu) ", echo("help (qemu) x")).as_bytes());
    heard.sent("n");
    heard.feed(b"for more information\r\nnot n\r\nn (qemu) m\r\n");
    assert_eq!(heard.lines.len(), 1, "{:?}", heard.lines);
    heard.feed(format!("(qemu) {}2\r\n(qemu) ", echo("n")).as_bytes());
    assert_eq!(heard.lines, ["answer 1\r\n", "answer 2\r\n"]);
}

/// SEC-1: several passwords in the middle of a command, the last one wrong.
#[test]
fn passwords() {
    let mut heard = Heard::new();
    heard.sent("cont");
    heard.feed(format!("(qemu) {}ide0-hd0 (/a b) is encrypted.\r\nPassword: ", echo("cont")).as_bytes());
    heard.feed(format!("{}ide0-hd1 (/c) is encrypted.\r\nPassword: ", echo("****")).as_bytes());
    heard.feed(format!("{}invalid password\r\n(qemu) ", echo("***")).as_bytes());
    heard.sent("stop");
    heard.feed(format!("{}(qemu) ", echo("stop")).as_bytes());
    assert_eq!(
        heard.lines,
        [
            "question ide0-hd0 (/a b) is encrypted.\r\n",
            "question ide0-hd1 (/c) is encrypted.\r\n",
            "InvalidPassword invalid password for ide0-hd1 (/c) is encrypted.",
            "answer ",
        ]
    );
}

/// TXT-3: an answer without an end is an error at the limit; so much before the echo is nothing.
#[test]
fn limits() {
    let mut heard = Heard::new();
    for _ in 0..300 {
        heard.feed(&[b'x'; 10_000]);
    }
    heard.sent("info x");
    heard.feed(format!("\r\n(qemu) {}", echo("info x")).as_bytes());
    assert_eq!(heard.lines, [""; 0]);
    for _ in 0..300 {
        heard.feed(b"\r\n");
        heard.feed(&[b'x'; 10_000]);
    }
    assert_eq!(heard.lines[0], "internal error: QEMU monitor message exceeds the limit of 1048576 bytes");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    /// TXT-2: prompts in any number and place before the echo, cut anywhere, and every answer is right.
    #[test]
    fn stray_prompts(
        dialogue in proptest::collection::vec(("[ -~&&[^\\\\]]{1,12}", "([ -~&&[^(]]{0,20}\r\n){0,3}", 0..4usize, 0..3usize), 1..6),
        cuts in proptest::collection::vec(any::<proptest::sample::Index>(), 0..30),
    ) {
        let mut heard = Heard::new();
        let mut expected = Vec::new();
        for (command, printed, before, after) in &dialogue {
            heard.sent(command);
            let bytes = format!("{}{}{printed}(qemu) {}", "(qemu) ".repeat(*before), echo(command), "(qemu) ".repeat(*after));
            let mut cuts: Vec<_> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
            cuts.extend([0, bytes.len()]);
            cuts.sort_unstable();
            for cut in cuts.windows(2) {
                heard.feed(&bytes.as_bytes()[cut[0]..cut[1]]);
            }
            expected.push(match printed.starts_with("unknown command") {
                true => format!("CommandNotFound {printed}"),
                false => format!("answer {printed}"),
            });
        }
        prop_assert_eq!(heard.lines, expected);
    }

    /// TXT-3: whatever bytes come, each is drawn, answered or kept; nothing panics.
    #[test]
    fn any_bytes(
        pieces in proptest::collection::vec(
            prop_oneof![
                proptest::collection::vec(any::<u8>(), 0..30),
                Just(b"(qemu) ".to_vec()),
                Just(b"Password: ".to_vec()),
                Just(b"info x\r\n".to_vec()),
                Just(b"\x1b[D\x1b[99999999999999999999K\x1b[C".to_vec()),
            ],
            0..40,
        ),
    ) {
        let mut heard = Heard::new();
        heard.sent("info x");
        for piece in &pieces {
            heard.feed(piece);
        }
        prop_assert!(heard.lines.len() <= 1 + pieces.len());
    }
}
