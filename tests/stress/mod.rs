//! What stress tests share: how much, which random operations, and waiting for what tells nobody.
//!
//! The counts multiply by what `OXVIRT_TEST_ROUNDS` says; `OXVIRT_STRESS_SEED` says which random ones.

#![forbid(unsafe_code)]

use std::fs;
use std::time::{Duration, Instant};

/// Longer than anything takes; only a failing test waits for it.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// `usual` times what the environment says.
pub fn rounds(usual: usize) -> usize {
    number("OXVIRT_TEST_ROUNDS").unwrap_or(1) * usual
}

fn number(variable: &str) -> Option<usize> {
    std::env::var(variable).ok().map(|text| text.parse().expect("a number"))
}

/// A cheap random sequence: the same for the same seed.
pub struct Random(u64);

impl Random {
    pub fn new(stream: u64) -> Self {
        Self(
            number("OXVIRT_STRESS_SEED").unwrap_or(1) as u64 ^ stream.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
        )
    }

    /// Below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        // Xorshift (Marsaglia 2003).
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// Waits for what tells nobody.
pub fn until(what: &str, mut there: impl FnMut() -> bool) {
    let start = Instant::now();
    while !there() {
        assert!(start.elapsed() < PATIENCE, "{what}");
        std::thread::yield_now();
    }
}

/// How many file descriptors this process has open.
pub fn descriptors() -> usize {
    fs::read_dir("/proc/self/fd").expect("a Linux system").count()
}
