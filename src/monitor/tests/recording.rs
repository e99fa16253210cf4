//! Recordings: what they hold, what they never hold, and that they are read as they were lived.

use std::fs;
use std::path::Path;

use super::real::start;
use super::*;
use crate::monitor::{ConnectedViewers, PasswordServer, Secret, replay};

/// Runs `test` again in a process of its own with recordings in a folder, and returns those.
fn recorded(test: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let program = std::env::current_exe().expect("a test program");
    let output = std::process::Command::new(program)
        .args([&format!("monitor::tests::recording::{test}"), "--exact", "--nocapture"])
        .env("OXVIRT_MONITOR_RECORD", folder.path())
        .output()
        .expect("started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut paths: Vec<_> =
        fs::read_dir(folder.path()).expect("readable").map(|entry| entry.expect("readable").path()).collect();
    paths.sort_by_key(|path| number(path));
    paths.iter().map(|path| fs::read_to_string(path).expect("text")).collect()
}

/// NAME-PID-NUMBER.monitor
fn number(path: &Path) -> u32 {
    let name = path.file_stem().and_then(|name| name.to_str()).expect("text");
    name.rsplit('-').next().and_then(|number| number.parse().ok()).expect("a number")
}

/// Whether this is the process of its own.
fn is_child() -> bool {
    std::env::var_os("OXVIRT_MONITOR_RECORD").is_some()
}

/// The lines of a replay without their times.
fn replayed(recording: &str) -> Vec<String> {
    let lines = replay(recording).expect("a recording");
    lines.iter().map(|line| line.split_once(' ').expect("a time").1.to_owned()).collect()
}

/// Item 7 of the monitor's promises: both protocols with a real QEMU, replayed to the same callbacks.
#[test]
fn real_dialogues() {
    if is_child() {
        for (mode, protocol) in [("control", Protocol::Json), ("readline", Protocol::Text)] {
            let (_qemu, stream) = start("none", mode);
            let record = Record::new();
            let options = Options { protocol, ..Options::default() };
            let monitor = Monitor::open(stream, "my/guest", record.clone(), options).expect("opens");
            monitor.cont().expect("cont");
            monitor.stop().expect("stop");
            monitor.command_text("nonsense").err();
            monitor.quit().expect("quit");
            record.until("end");
        }
        return;
    }
    let recordings = recorded("real_dialogues");
    let [json, text] = &recordings[..] else { panic!("{} recordings", recordings.len()) };
    assert!(
        json.starts_with("# oxvirt monitor recording 1\n# protocol json\n# monitor my/guest\n"),
        "{json}"
    );
    let typed = |lines: &[String], wanted: &[&str]| {
        let known: Vec<_> = lines.iter().filter(|line| wanted.contains(&line.as_str())).cloned().collect();
        assert_eq!(known, wanted);
    };
    typed(&replayed(json), &["resume", "stop", r#"shutdown Some(false) Some("host-qmp-quit")"#]);
    typed(&replayed(text), &["> cont", "> stop", "> nonsense", "> quit"]);
    let text = replayed(text);
    assert!(
        text.iter().any(|line| line.starts_with("< CommandNotFound: unknown command: 'nonsense'")),
        "{text:?}"
    );
    assert_eq!(
        text.last().map(String::as_str),
        Some("# internal error: End of file from qemu monitor"),
        "{text:?}"
    );
}

const SECRET: &str = "tops3cret";

/// SEC-5: no recording has a password in it, wherever it was said; the rest is there, and replays.
#[test]
fn passwords_are_masked() {
    if is_child() {
        struct Disks;
        impl Narrator for Disks {
            fn tell(&self, _line: String) {}
            fn secret(&self, _device: &str, _path: &str) -> Option<Secret> {
                Some(Secret::from(SECRET))
            }
        }
        let (stream, peer) = scripted(|peer| {
            peer.open();
            peer.answer("set_password", "{}");
            peer.answer("object-add", "{}");
        });
        let monitor = Monitor::open(stream, "json", Arc::new(Disks), Options::default()).expect("opens");
        monitor
            .set_password(PasswordServer::Vnc, &Secret::from(SECRET), ConnectedViewers::Keep)
            .expect("set");
        let own =
            format!(r#"{{"execute":"object-add","arguments":{{"qom-type":"secret","data":"{SECRET}"}}}}"#);
        monitor.command_text(&own).expect("answered");
        peer.join().expect("the script runs");
        let (ours, theirs) = UnixStream::pair().expect("a socket pair");
        let peer = thread::spawn(move || {
            let mut stream = theirs;
            let mut typed = |reply: String| {
                let mut byte = [0];
                while byte != *b"\r" {
                    stream.read_exact(&mut byte).expect("typed");
                }
                stream.write_all(reply.as_bytes()).expect("printed");
            };
            typed("cont\r\nide0-hd0 (/a) is encrypted.\r\nPassword: ".to_owned());
            typed("*********\r\n(qemu) ".to_owned());
            let echo = "d\x1b[K\x1b[Ddrive_add password=tops3cret\x1b[K\r\n";
            typed(format!("{echo}OK\r\n(qemu) "));
        });
        let options = Options { protocol: Protocol::Text, ..Options::default() };
        let monitor = Monitor::open(ours, "text", Arc::new(Disks), options).expect("opens");
        monitor.cont().expect("let go on");
        monitor.command_text(&format!("drive_add password={SECRET}")).expect("answered");
        peer.join().expect("the script runs");
        return;
    }
    let recordings = recorded("passwords_are_masked");
    assert_eq!(recordings.len(), 2);
    for recording in &recordings {
        assert!(!recording.contains(SECRET), "{recording}");
        assert!(recording.contains("*********"), "{recording}");
    }
    let json = replayed(&recordings[0]);
    let stars = "*".repeat(SECRET.len());
    assert!(
        json.iter()
            .any(|line| line.contains(&format!(r#""arguments":{{"protocol":"***","password":"{stars}"}}"#))),
        "{json:?}"
    );
    let text = replayed(&recordings[1]);
    assert!(text.contains(&"< asks for a password: ide0-hd0 (/a) is encrypted.".to_owned()), "{text:?}");
    assert!(text.contains(&"> (a password)".to_owned()), "{text:?}");
    assert!(text.contains(&"< **".to_owned()), "the masked echo is found, and the answer: {text:?}");
}

/// Files that are no recordings, or broken ones, name the line.
#[test]
fn broken_recordings() {
    let head = "# oxvirt monitor recording 1\n# protocol json\n";
    for (recording, line) in [
        ("".to_owned(), 1),
        ("# something else\n".to_owned(), 1),
        ("# oxvirt monitor recording 1\n# protocol morse\n".to_owned(), 2),
        (format!("{head}# monitor x\n0.1 X abc\n"), 4),
        (format!("{head}0.1 S ab\\q\n"), 3),
        (format!("{head}0.1 S\n"), 3),
        (format!("{head}0.1 S ab\\x4\n"), 3),
    ] {
        let text = message(replay(&recording));
        assert!(text.contains(&format!("line {line} of the recording")), "{text}");
    }
    let nonsense = replay(&format!("{head}0.5 S garbage\\n\n")).expect("a recording of nonsense");
    assert!(nonsense[0].starts_with("0.5 error ") && nonsense[0].contains("makes no sense"), "{nonsense:?}");
}
