//! What takes several commands: changing the number of virtual CPUs, and disks that want a secret before the guest runs.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::*;
use crate::error::ErrorCode;
use crate::monitor::Secret;

/// An old QEMU, which has `cpu_set`: every step, as words of the text monitor.
fn steps(words: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    words.iter().flat_map(|step| [("info hotpluggable-cpus", ""), *step]).collect()
}

/// CPU-2: 1 to 4 upward, 4 to 2 downward, nothing for nothing.
#[test]
fn more_and_fewer_cpus() {
    for (from, to, words) in [
        (1, 4, &["cpu_set 1 online", "cpu_set 2 online", "cpu_set 3 online"][..]),
        (4, 2, &["cpu_set 3 offline", "cpu_set 2 offline"][..]),
        (2, 2, &[][..]),
    ] {
        let words: Vec<_> = words.iter().map(|word| (*word, "")).collect();
        play(Protocol::Text, &steps(&words), |monitor| monitor.set_vcpus(from, to)).expect("all steps");
    }
}

/// CPU-3: the second step fails, and the third is not tried.
#[test]
fn a_step_fails() {
    for (from, to, words, online) in [
        (1, 4, [("cpu_set 1 online", ""), ("cpu_set 2 online", "no CPU 2")], 2),
        (4, 1, [("cpu_set 3 offline", ""), ("cpu_set 2 offline", "no")], 3),
    ] {
        let failure =
            play(Protocol::Text, &steps(&words), |monitor| monitor.set_vcpus(from, to)).expect_err("fails");
        assert_eq!(failure.online, online);
        assert!(failure.error.message().contains("'cpu_set': no"), "{}", failure.error);
    }
}

/// CPU-4: QEMU goes in the middle of a step; the count is that of the steps before, and the end is told.
#[test]
fn qemu_ends_at_a_step() {
    let record = Record::new();
    let options = Options { protocol: Protocol::Text, ..Options::default() };
    let (stream, peer) = scripted(|peer| {
        play_text(&mut Typist(peer), &script(&steps(&[("cpu_set 1 online", "")])));
        Typist(peer).hear();
    });
    let monitor = Monitor::open(stream, "guest", record.clone(), options).expect("opens");
    let failure = monitor.set_vcpus(1, 4).expect_err("no QEMU");
    assert_eq!(failure.online, 2);
    peer.join().expect("the script runs");
    record.until("end");
}

/// The secrets of a driver, behind a lock that callers of its functions take as well.
#[derive(Default)]
struct Keeper {
    secrets: Mutex<HashMap<&'static str, &'static str>>,
    asked: AtomicUsize,
    resumed: AtomicUsize,
}

impl MonitorCallbacks for Keeper {
    fn disk_secret(&self, _device: &str, path: &str) -> Option<Secret> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        lock(&self.secrets).get(path).map(|secret| Secret::from(*secret))
    }
    fn resume(&self) {
        self.resumed.fetch_add(1, Ordering::Relaxed);
    }
}

fn keeper() -> Arc<Keeper> {
    let keeper = Keeper::default();
    lock(&keeper.secrets).extend([("/a b", "one"), ("/c (d)", "two")]);
    Arc::new(keeper)
}

/// Plays `words` for one `cont`; returns its outcome, and how often secrets were asked for and the guest resumed.
fn cont(words: &[(&str, &str)]) -> (Result<()>, usize, usize) {
    let keeper = keeper();
    let (monitor, peer) = actor(Protocol::Text, keeper.clone(), script(words));
    let outcome = monitor.cont();
    drop(monitor);
    assert_eq!(peer.join().expect("the script is heard"), "");
    (outcome, keeper.asked.load(Ordering::Relaxed), keeper.resumed.load(Ordering::Relaxed))
}

/// SEC-1, SEC-4, LAY-4, CBT-2: each disk gets the secret of its own file; then the guest runs.
#[test]
fn encrypted_disks() {
    let (outcome, asked, resumed) = cont(&[("cont", "?ide0-hd0 (/a b) is encrypted."), ("one", "")]);
    outcome.expect("the guest runs");
    assert_eq!((asked, resumed), (1, 1));
    let (outcome, asked, resumed) = cont(&[
        ("cont", "?ide0-hd1 (/c (d)) is encrypted."),
        ("two", "?ide0-hd0 (/a b) is encrypted."),
        ("one", ""),
    ]);
    outcome.expect("the guest runs");
    assert_eq!((asked, resumed), (2, 1));
}

/// SEC-1: a wrong password, and none at all; the guest does not run.
#[test]
fn secrets_that_do_not_fit() {
    let (outcome, _, resumed) =
        cont(&[("cont", "?ide0-hd0 (/a b) is encrypted."), ("one", "invalid password")]);
    let refused = message(outcome);
    assert!(refused.contains("'cont': invalid password for ide0-hd0 (/a b) is encrypted."), "{refused}");
    assert_eq!(resumed, 0);
    let (outcome, asked, resumed) =
        cont(&[("cont", "?ide0-hd2 (/other) is encrypted."), ("", "invalid password")]);
    let error = outcome.expect_err("no secret");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_NO_SECRET);
    assert!(error.message().contains("ide0-hd2 (/other)"), "{error}");
    assert_eq!((asked, resumed), (1, 0));
}

/// ASY-7: the callback takes a lock that other callers take as well, in ten thousand rounds.
#[test]
fn a_callback_that_locks() {
    let rounds = std::env::var("OXVIRT_TEST_ROUNDS").map_or(1, |rounds| rounds.parse().expect("a number"));
    let rounds = 10_000 * rounds;
    let words = [("cont", "?ide0-hd0 (/a b) is encrypted."), ("one", "")];
    let words = script(&words.iter().copied().cycle().take(2 * rounds).collect::<Vec<_>>());
    let keeper = keeper();
    let (monitor, peer) = actor(Protocol::Text, keeper.clone(), words);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    assert_eq!(lock(&keeper.secrets).len(), 2);
                    thread::yield_now();
                }
            });
        }
        let outcome = (0..rounds).try_for_each(|_| monitor.cont());
        done.store(true, Ordering::Relaxed);
        outcome.expect("every round");
    });
    assert_eq!(keeper.asked.load(Ordering::Relaxed), rounds);
    drop(monitor);
    peer.join().expect("the script is heard");
}
