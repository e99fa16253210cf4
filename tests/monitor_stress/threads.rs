//! Many threads on one monitor, and many monitors.

use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::thread;

use virt::monitor::{Monitor, Options, Protocol};

use super::peer::{self, Script};
use super::*;

/// ASY-8, ASY-9, RUN-6: eight threads, each of whose commands gets its own answer; every event arrives, in order.
#[test]
fn eight_threads() {
    const THREADS: usize = 8;
    let _alone = alone();
    let calls = rounds(1000);
    let (ours, theirs) = UnixStream::pair().expect("a socket pair");
    let script = Script { protocol: Protocol::Json, says: usize::MAX, piece: 1000, events: 2 };
    let peer = thread::spawn(move || peer::run(theirs, &script));
    let record = Arc::new(Record::default());
    let monitor = Monitor::open(ours, "guest", record.clone(), Options::default()).expect("opens");
    let callers: Vec<_> = (0..THREADS)
        .map(|caller| {
            let monitor = monitor.clone();
            thread::spawn(move || {
                for call in 0..calls {
                    let line = format!("{caller} {call}");
                    assert_eq!(monitor.human_monitor_command(&line).expect("answered"), line);
                }
            })
        })
        .collect();
    for caller in callers {
        caller.join().expect("no panic");
    }
    drop(monitor);
    assert_eq!(peer.join().expect("no panic"), THREADS * calls + 1);
    let lines = record.lines.lock().expect("no panic with the lock").clone();
    let typed: Vec<_> = lines.iter().filter(|line| line.starts_with("rtc ")).collect();
    assert_eq!(typed.len(), 2 * (THREADS * calls + 1), "every event is told");
    assert!(typed.chunks(2).all(|pair| *pair[0] == "rtc 0" && *pair[1] == "rtc 1"), "in order");
    all_gone(&[record]);
}

/// One thread serves them all, whatever their number.
#[test]
fn many_monitors() {
    let _alone = alone();
    let count = rounds(50).min(500);
    let before = descriptors();
    let mut monitors = Vec::new();
    let mut records = Vec::new();
    let mut peers = Vec::new();
    for number in 0..count {
        let (ours, theirs) = UnixStream::pair().expect("a socket pair");
        let protocol = if number % 2 == 0 { Protocol::Json } else { Protocol::Text };
        let script = Script { protocol, says: usize::MAX, piece: 7, events: 1 };
        peers.push(thread::spawn(move || peer::run(theirs, &script)));
        let record = Arc::new(Record::default());
        let options = Options { protocol, ..Options::default() };
        monitors.push(Monitor::open(ours, "guest", record.clone(), options).expect("opens"));
        records.push(record);
    }
    let ours = || {
        let tasks = std::fs::read_dir("/proc/self/task").expect("a Linux system");
        let names = tasks.filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("comm")).ok());
        names.filter(|name| name.trim() == "virt-monitor").count()
    };
    assert_eq!(ours(), 1);
    for monitor in &monitors {
        assert_eq!(monitor.query_status().expect("answered").status, "running");
    }
    assert_eq!(ours(), 1);
    drop(monitors);
    for peer in peers {
        peer.join().expect("no panic");
    }
    all_gone(&records);
    until("descriptors are left", || descriptors() <= before);
}
