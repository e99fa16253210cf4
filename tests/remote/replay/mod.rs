//! The recorded conversations of the original's clients and its daemon, again: a mock daemon plays the daemon's lines,
//! and wants every byte of the client's. Each recording has a script of public calls, in Python, which runs on the
//! original library as well, where it shows that it is the one that was recorded.
//!
//! `play.rs` is the mock daemon; the `.py` files have the scripts; `raw.rs` has the recordings of a bare client.

#![forbid(unsafe_code)]

pub mod play;
mod raw;

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::net::UnixListener;
use std::process::Stdio;
use std::sync::Mutex;
use std::thread;

use super::recorded::{conversations, folder};
use super::support::{Library, assert_same_lines, root};
use play::Player;

/// Who plays the client of a recording.
#[derive(Debug, PartialEq)]
enum Client {
    /// `recording_NN` in one of the Python files.
    Script,
    /// A test here or elsewhere that names the file.
    Test(&'static str),
}

/// Every recording. The bare client of those with `raw` is `rpc::client`.
const RECORDINGS: &[(&str, Client)] = &[
    ("01-virsh-open-close-qemu.txt", Client::Test("tests/remote/opening.rs")),
    ("02-virsh-open-readonly.txt", Client::Test("tests/remote/opening.rs")),
    ("03-virsh-list-all-test.txt", Client::Script),
    ("04-lookup-fail-error-reply.txt", Client::Script),
    ("05-define-undefine-test.txt", Client::Script),
    ("06-define-undefine-qemu.txt", Client::Script),
    ("07-domain-queries-test.txt", Client::Script),
    ("08-capabilities-test.txt", Client::Script),
    ("09-events-lifecycle-test.txt", Client::Script),
    ("10-events-network-pool-nodedev-test.txt", Client::Script),
    ("11-events-register-many-qemu.txt", Client::Script),
    ("12-keepalive.txt", Client::Script),
    ("13-events-real-qemu.txt", Client::Script),
    ("14-qemu-monitor-commands.txt", Client::Script),
    ("15-stream-volume-upload-download.txt", Client::Script),
    ("16-stream-sparse.txt", Client::Script),
    ("17-fd-passing.txt", Client::Script),
    ("18-old-style-events-raw.txt", Client::Test("tests/remote/replay/raw.rs")),
    ("19-protocol-errors-raw.txt", Client::Test("tests/remote/replay/raw.rs")),
    ("20-bad-length-raw.txt", Client::Test("tests/remote/replay/raw.rs")),
    ("21-admin.txt", Client::Test("tests/admin")),
    ("22-networks-pools-secrets-test-qemu.txt", Client::Script),
    ("23-snapshot-checkpoint-job-test.txt", Client::Script),
    ("24-queries-running-qemu.txt", Client::Script),
];

/// Plays the daemon of `recording` to its script on `library`; returns what that printed.
fn replay(recording: &str, library: Library) -> String {
    let place = format!("{recording} on {library:?}");
    let conversations = conversations(recording);
    let scratch = tempfile::tempdir().expect("a folder");
    let path = scratch.path().join("sock");
    let listener = UnixListener::bind(&path).expect("a socket");
    let mut script = library
        .command("/usr/bin/python3")
        .arg("-B")
        .arg(root().join("tests/remote/replay/client.py"))
        .arg(&recording[..2])
        .arg(&path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3");
    let progress = Mutex::new(script.stdin.take().expect("a pipe"));
    let (outcome, played) = thread::scope(|scope| {
        let daemon = scope.spawn(|| {
            let players: Vec<_> = (1..)
                .zip(conversations)
                .map(|(connection, lines)| {
                    let stream = listener.accept().expect("a client").0;
                    let progress = &progress;
                    let done = move || {
                        // A script that does not want to know may have ended.
                        let _ = writeln!(progress.lock().expect("no panic with the lock"), "{connection}");
                    };
                    scope.spawn(move || Player::new(stream).play(&lines, done))
                })
                .collect();
            players.into_iter().map(|player| player.join().expect("no panic")).collect::<Result<Vec<_>, _>>()
        });
        let mut printed = String::new();
        script.stdout.take().expect("a pipe").read_to_string(&mut printed).expect("text");
        let mut said = String::new();
        script.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
        let status = script.wait().expect("an end");
        // So that nobody waits for a client that does not come.
        drop((0..2).map(|_| std::os::unix::net::UnixStream::connect(&path)).collect::<Vec<_>>());
        (daemon.join().expect("no panic"), (status, printed, said))
    });
    let (status, printed, said) = played;
    if let Err(report) = outcome {
        panic!("{place}: {report}\n--- printed\n{printed}\n--- said\n{said}");
    }
    assert!(status.success(), "{place}: {status}\n--- printed\n{printed}\n--- said\n{said}");
    printed
}

/// The original's client first: that it says the same shows that the script is the recorded one.
fn same_bytes(recording: &str) {
    assert!(RECORDINGS.contains(&(recording, Client::Script)), "{recording} is not in the table");
    let original = replay(recording, Library::Original);
    let ours = replay(recording, Library::Ours);
    assert!(!ours.is_empty(), "{recording}");
    assert_same_lines(&original, &ours);
}

macro_rules! recordings {
    ($($(#[$doc:meta])* $test:ident = $file:literal;)*) => {
        $($(#[$doc])* #[test] fn $test() { same_bytes($file); })*

        /// The scripts that run.
        const SCRIPTS: &[&str] = &[$($file),*];
    };
}

recordings! {
    a_list_of_domains = "03-virsh-list-all-test.txt";
    what_is_not_there = "04-lookup-fail-error-reply.txt";
    a_domain_of_the_test_driver = "05-define-undefine-test.txt";
    a_domain_of_qemu = "06-define-undefine-qemu.txt";
    queries_of_the_test_driver = "07-domain-queries-test.txt";
    capabilities = "08-capabilities-test.txt";
    events_of_domains = "09-events-lifecycle-test.txt";
    events_of_objects = "10-events-network-pool-nodedev-test.txt";
    every_event_of_domains = "11-events-register-many-qemu.txt";
    keepalive = "12-keepalive.txt";
    /// GFX-14, GFX-16, IOE-7, WDG-5, RTC-9
    events_of_a_guest = "13-events-real-qemu.txt";
    monitor_of_a_guest = "14-qemu-monitor-commands.txt";
    streams = "15-stream-volume-upload-download.txt";
    streams_with_holes = "16-stream-sparse.txt";
    file_descriptors = "17-fd-passing.txt";
    objects = "22-networks-pools-secrets-test-qemu.txt";
    snapshots_checkpoints_and_jobs = "23-snapshot-checkpoint-job-test.txt";
    queries_of_a_guest = "24-queries-running-qemu.txt";
}

#[test]
fn every_recording_has_a_client() {
    let there: BTreeSet<_> = fs::read_dir(folder())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("text"))
        .filter(|name| name.ends_with(".txt"))
        .collect();
    assert_eq!(there, RECORDINGS.iter().map(|(name, _)| (*name).to_owned()).collect());
    for (name, client) in RECORDINGS {
        match client {
            Client::Script => assert!(SCRIPTS.contains(name), "{name}"),
            Client::Test(place) => {
                let place = root().join(place);
                let files: Vec<_> = match fs::read_dir(&place) {
                    Ok(entries) => entries.map(|entry| entry.expect("an entry").path()).collect(),
                    Err(_) => vec![place.clone()],
                };
                let names = |file| fs::read_to_string(file).is_ok_and(|text| text.contains(name));
                assert!(files.iter().any(names), "nothing in {} plays {name}", place.display());
            }
        }
    }
}
