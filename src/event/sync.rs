//! What threads share: the standard library's locks, or under `--cfg shuttle` those of a checker that tries
//! interleavings. The event machinery takes them from here, so that its model tests run the real code.

#![forbid(unsafe_code)]

#[cfg(shuttle)]
pub use shuttle::sync::{Condvar, Mutex, MutexGuard, atomic::AtomicBool};
#[cfg(shuttle)]
pub use shuttle::thread::{self, ThreadId};
#[cfg(not(shuttle))]
pub use std::sync::{Condvar, Mutex, MutexGuard, atomic::AtomicBool};
#[cfg(not(shuttle))]
pub use std::thread::{self, ThreadId};

use std::sync::PoisonError;

/// As [`crate::util::lock`].
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
