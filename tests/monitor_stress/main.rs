//! Monitors under stress: threads, floods, and QEMUs that die at any byte. For a sanitizer, in `make check-long`.

mod kills;
mod peer;
mod strace;
#[path = "../stress/mod.rs"]
mod stress;
mod threads;

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use virt::monitor::Narrator;

use stress::{PATIENCE, Random, descriptors, rounds, until};

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

/// REF-2: nobody but us holds the callbacks any more, so no session is left.
fn all_gone(records: &[Arc<Record>]) {
    for record in records {
        until("a session is left", || Arc::strong_count(record) == 1);
    }
}

/// Held by a test that counts what the process holds.
fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}
