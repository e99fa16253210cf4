//! What every object has that a program holds a pointer to: a magic word in front.
//!
//! The magic word catches NULL, wrong types and most stale pointers at the C boundary; it is a best
//! effort, as in the original. The conversion from and to pointers is in `capi/handle.rs`.

#![forbid(unsafe_code)]

use std::sync::atomic::{AtomicU32, Ordering};

/// First word of a handle. Cleared when the object goes, so that a stale pointer is usually noticed.
#[repr(transparent)]
pub struct Magic(AtomicU32);

impl Magic {
    /// A live magic word.
    pub const fn new(value: u32) -> Self {
        Self(AtomicU32::new(value))
    }
}

impl Drop for Magic {
    fn drop(&mut self) {
        self.0.store(0, Ordering::Relaxed);
    }
}
