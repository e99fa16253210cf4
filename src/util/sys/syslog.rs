//! The C library's syslog, and its patterns for names.

use std::ffi::{CStr, CString, c_int};
use std::sync::Mutex;

use crate::util::lock;

/// Opens syslog for the whole process: what is logged comes from `name`, of the given facility (3 is LOG_DAEMON).
pub fn open_syslog(name: CString, facility: u8) {
    /// The C library keeps the pointer, so that every name it was ever given stays.
    static NAMES: Mutex<Vec<CString>> = Mutex::new(Vec::new());
    let mut names = lock(&NAMES);
    // SAFETY: the text, which does not move with its owner, is never freed.
    unsafe { libc::openlog(name.as_ptr(), 0, c_int::from(facility) << 3) };
    names.push(name);
}

/// Logs a text with a syslog priority, 3 (error) to 7 (debug). It ends at a NUL.
pub fn syslog(priority: u8, text: &str) {
    let end = text.find('\0').unwrap_or(text.len());
    if let Ok(text) = CString::new(&text[..end]) {
        // SAFETY: one text for one %s.
        unsafe { libc::syslog(c_int::from(priority), c"%s".as_ptr(), text.as_ptr()) };
    }
}

/// Whether `name` matches a shell pattern, where `*` may stand for anything.
pub fn matches_pattern(pattern: &CStr, name: &CStr) -> bool {
    // SAFETY: two strings that end with NUL.
    unsafe { libc::fnmatch(pattern.as_ptr(), name.as_ptr(), 0) == 0 }
}
