//! QEMUs that die at any byte of any command, and those that cannot be talked to.

use std::io::Write;
use std::os::fd::OwnedFd;
use std::os::unix::net::{UnixListener, UnixStream};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use virt::monitor::{Endpoint, Monitor, Options, Protocol};

use super::peer::{self, Script};
use super::*;

/// Commands from two threads until both fail; returns how many worked.
fn use_up(monitor: &Arc<Monitor>, random: &mut Random) -> usize {
    let other = thread::spawn({
        let monitor = Arc::clone(monitor);
        move || (0..).find(|_| monitor.stop().is_err()).expect("an end")
    });
    let closes = random.below(8) == 0;
    let mut worked = 0;
    while monitor.query_status().is_ok() {
        worked += 1;
        if closes && worked == 3 {
            monitor.close();
        }
    }
    worked + other.join().expect("no panic")
}

/// REF-1 to REF-4, REF-8: a scripted QEMU hangs up after a random number of bytes, in both protocols. Every command
/// returns, the end is told once and last, nothing is left.
#[test]
fn scripted() {
    let _alone = alone();
    let mut random = Random::new(1);
    let mut opened = 0;
    let before = descriptors();
    let mut records = Vec::new();
    let count = rounds(1000);
    for round in 0..count {
        let (ours, theirs) = UnixStream::pair().expect("a socket pair");
        let protocol = if round % 2 == 0 { Protocol::Json } else { Protocol::Text };
        let script = Script {
            protocol,
            says: random.below(1500),
            piece: 1 + random.below(60),
            events: random.below(3),
        };
        let peer = thread::spawn(move || peer::run(theirs, &script));
        let record = Arc::new(Record::default());
        let options = Options { protocol, ..Options::default() };
        match Monitor::open(ours, "guest", record.clone(), options) {
            Ok(monitor) => {
                opened += 1;
                let worked = use_up(&monitor, &mut random);
                assert!(worked <= peer.join().expect("no panic"), "no answer is made up");
                assert!(monitor.cont().is_err());
                let lines = record.lines.lock().expect("no panic with the lock").clone();
                assert!(lines.iter().filter(|line| *line == "end").count() <= 1);
            }
            Err(error) => {
                peer.join().expect("no panic");
                assert!(!error.message().is_empty());
                assert!(!record.lines.lock().expect("no panic with the lock").contains(&"end".to_owned()));
            }
        }
        records.push(record);
    }
    assert!(opened > count / 2, "most open: {opened}");
    all_gone(&records);
    for record in &records {
        let lines = record.lines.lock().expect("no panic with the lock");
        let ends = lines.iter().filter(|line| *line == "end").count();
        assert!(ends <= 1 && (ends == 0 || lines.last().is_some_and(|line| line == "end")), "{lines:?}");
    }
    until("descriptors are left", || descriptors() <= before);
}

/// REF-1, REF-8: a real QEMU is killed while two threads talk to it.
#[test]
fn real() {
    let _alone = alone();
    let mut random = Random::new(2);
    let before = descriptors();
    for round in 0..rounds(20) {
        let (ours, theirs) = UnixStream::pair().expect("a socket pair");
        let (mode, protocol) =
            if round % 2 == 0 { ("control", Protocol::Json) } else { ("readline", Protocol::Text) };
        let mut qemu = Command::new("qemu-system-x86_64")
            .args(["-S", "-nodefaults", "-no-user-config", "-display", "none", "-machine", "none"])
            .args(["-chardev", "socket,id=mon,fd=0", "-mon", &format!("chardev=mon,mode={mode}")])
            .stdin(Stdio::from(OwnedFd::from(theirs)))
            .spawn()
            .expect("qemu-system-x86_64 is installed");
        let record = Arc::new(Record::default());
        let options = Options { protocol, ..Options::default() };
        let monitor = Monitor::open(ours, "guest", record.clone(), options).expect("opens");
        let caller = thread::spawn({
            let monitor = Arc::clone(&monitor);
            move || (0..).find(|_| monitor.query_status().is_err()).expect("an end")
        });
        let wanted = random.below(40);
        for _ in 0..wanted {
            monitor.query_status().expect("alive");
        }
        qemu.kill().expect("our child");
        while monitor.stop().is_ok() {}
        caller.join().expect("no panic");
        qemu.wait().expect("our child");
        let lines = record.until_end();
        assert_eq!(lines.iter().filter(|line| *line == "end").count(), 1, "{lines:?}");
        drop(monitor);
        all_gone(&[record]);
    }
    until("descriptors are left", || descriptors() <= before);
}

/// REF-6: openings that fail, over and over: nothing is counted, open or told afterwards, and the next one works.
#[test]
fn openings_that_fail() {
    let _alone = alone();
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("file"), "").expect("written");
    drop(UnixListener::bind(path("refused")).expect("bound"));
    let before = descriptors();
    let record = Arc::new(Record::default());
    let open = |endpoint: Endpoint, start_up: u64| {
        let options = Options { start_up: Duration::from_millis(start_up), ..Options::default() };
        Monitor::open(endpoint, "guest", record.clone(), options)
    };
    let scripted = |first: &'static str| {
        let (ours, theirs) = UnixStream::pair().expect("a socket pair");
        (&theirs).write_all(first.as_bytes()).expect("room");
        (Endpoint::from(ours), theirs)
    };
    let refusal =
        "{\"QMP\": {}}\r\n{\"id\": 0, \"error\": {\"class\": \"GenericError\", \"desc\": \"no\"}}\r\n";
    for _ in 0..rounds(1000) {
        for (endpoint, text) in [
            (Endpoint::Unix(path("missing")), "No such file or directory"),
            (Endpoint::Unix(path("refused")), "Connection refused"),
            (Endpoint::Unix(path("file")), "Connection refused"),
            (Endpoint::Pty(path("file")), "is neither a socket nor a terminal"),
        ] {
            let error = open(endpoint, 0).err().expect("no monitor");
            assert!(error.message().contains(text), "{error}");
        }
        let (endpoint, peer) = scripted(refusal);
        let error = open(endpoint, 60_000).err().expect("refused");
        assert!(error.message().ends_with("'qmp_capabilities': no"), "{error}");
        drop(peer);
    }
    until("a session is left", || Arc::strong_count(&record) == 1);
    until("descriptors are left", || descriptors() <= before);
    assert_eq!(*record.lines.lock().expect("no panic with the lock"), [""; 0]);
    let (endpoint, _peer) = scripted("{\"QMP\": {}}\r\n{\"id\": 0, \"return\": {}}\r\n");
    open(endpoint, 60_000).expect("the next one works");
}
