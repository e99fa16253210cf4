//! Small helpers that know nothing of domains or drivers.

pub mod after_call;
pub mod client_conf;
pub mod conf_file;
pub mod file;
pub mod key_file;
pub mod log;
pub mod process;
pub mod reactor;
pub mod sys;
pub mod time;
pub mod unix_socket;
pub mod uri;
pub mod user_dirs;
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
    let text = error.to_string();
    let Some(code) = error.raw_os_error() else { return text };
    text.strip_suffix(&format!(" (os error {code})")).unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_have_the_c_librarys_words() {
        let text = |code| os_error_text(&io::Error::from_raw_os_error(code));
        assert_eq!(text(libc::EAGAIN), "Resource temporarily unavailable");
        assert_eq!(text(libc::EBUSY), "Device or resource busy");
        assert_eq!(os_error_text(&io::Error::other("x")), "x");
    }
}
