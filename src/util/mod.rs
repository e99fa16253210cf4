//! Small helpers that know nothing of domains or drivers.

pub mod conf_file;
pub mod file;
pub mod log;
pub mod process;
pub mod reactor;
pub mod sys;
pub mod time;
pub mod uri;
pub mod uuid;
pub mod xml;

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Takes a lock whatever happened to its earlier holders: a caught panic must not disable an object.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The C library's sentence for an I/O error, without Rust's "(os error N)".
pub fn os_error_text(error: &io::Error) -> String {
    match error.raw_os_error() {
        Some(code) => nix::errno::Errno::from_raw(code).desc().to_owned(),
        None => error.to_string(),
    }
}
