//! Monitors under stress: threads, floods, and QEMUs that die at any byte. For a sanitizer, in `make check-long`.
//!
//! The counts multiply by what `OXVIRT_TEST_ROUNDS` says; `OXVIRT_STRESS_SEED` says which random ones.

mod kills;
mod peer;
mod strace;
mod threads;

use std::fs;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use virt::monitor::Narrator;

/// Longer than anything takes; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

/// `usual` times what the environment says.
fn rounds(usual: usize) -> usize {
    number("OXVIRT_TEST_ROUNDS").unwrap_or(1) * usual
}

fn number(variable: &str) -> Option<usize> {
    std::env::var(variable).ok().map(|text| text.parse().expect("a number"))
}

/// A cheap random sequence: the same for the same seed.
struct Random(u64);

impl Random {
    fn new(stream: u64) -> Self {
        Self(
            number("OXVIRT_STRESS_SEED").unwrap_or(1) as u64 ^ stream.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
        )
    }

    /// Below `end`.
    fn below(&mut self, end: usize) -> usize {
        // Xorshift (Marsaglia 2003).
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// Notes every callback.
#[derive(Default)]
struct Record {
    lines: Mutex<Vec<String>>,
    more: Condvar,
}

impl Narrator for Record {
    fn tell(&self, line: String) {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        self.more.notify_all();
    }
}

impl Record {
    /// Everything, once the end was told.
    fn until_end(&self) -> Vec<String> {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let missing = |lines: &mut Vec<String>| lines.last().is_none_or(|line| line != "end");
        let (lines, late) =
            self.more.wait_timeout_while(lines, PATIENCE, missing).expect("no panic with the lock");
        assert!(!late.timed_out(), "no end");
        lines.clone()
    }
}

/// Waits for what tells nobody.
fn until(what: &str, mut there: impl FnMut() -> bool) {
    let start = Instant::now();
    while !there() {
        assert!(start.elapsed() < PATIENCE, "{what}");
        std::thread::yield_now();
    }
}

/// REF-2: nobody but us holds the callbacks any more, so no session is left.
fn all_gone(records: &[Arc<Record>]) {
    for record in records {
        until("a session is left", || Arc::strong_count(record) == 1);
    }
}

/// How many file descriptors this process has open.
fn descriptors() -> usize {
    fs::read_dir("/proc/self/fd").expect("a Linux system").count()
}

/// Held by a test that counts what the process holds.
fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}
