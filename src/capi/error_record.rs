//! The C view of an error: a `virError` whose texts come from `malloc`, with a place to live.
//!
//! A record belongs to a thread (its last error) or to a connection; programs get pointers to it, which
//! stay valid while the record's content changes.

use std::cell::UnsafeCell;
use std::ffi::{CStr, c_char, c_int};
use std::ptr;
use std::sync::Mutex;

use crate::abi::{virError, virErrorLevel, virErrorPtr};
use crate::capi::cstr;
use crate::error::Error;
use crate::util::lock;

/// A `virError` without an error.
const EMPTY: virError = virError {
    code: 0,
    domain: 0,
    message: ptr::null_mut(),
    level: virErrorLevel::VIR_ERR_NONE,
    conn: ptr::null_mut(),
    dom: ptr::null_mut(),
    str1: ptr::null_mut(),
    str2: ptr::null_mut(),
    str3: ptr::null_mut(),
    int1: 0,
    int2: 0,
    net: ptr::null_mut(),
};

/// One error, or none, at a fixed address.
pub struct Record(UnsafeCell<virError>);

impl Record {
    /// No error.
    pub const fn new() -> Self {
        Self(UnsafeCell::new(EMPTY))
    }

    /// The address that programs may keep.
    pub fn as_ptr(&self) -> virErrorPtr {
        self.0.get()
    }

    /// The number of the error, 0 if there is none.
    pub fn code(&self) -> c_int {
        // SAFETY: the record is only written through `&self` of its one thread or under its lock.
        unsafe { (*self.as_ptr()).code }
    }

    /// Forgets the error.
    pub fn clear(&self) {
        if self.code() != 0 {
            // SAFETY: the texts are this record's own, as `set` and `copy` leave them.
            unsafe { clear(self.as_ptr()) };
        }
    }

    /// Takes over what `error` says.
    pub fn set(&self, error: &Error) {
        self.clear();
        let detail = error.detail();
        let [str1, str2, str3] = &detail.texts;
        let fresh = virError {
            code: detail.code as c_int,
            domain: detail.domain as c_int,
            message: cstr::publish(&detail.message),
            level: detail.level,
            str1: cstr::publish_opt(str1.as_deref()),
            str2: cstr::publish_opt(str2.as_deref()),
            str3: cstr::publish_opt(str3.as_deref()),
            int1: detail.ints[0],
            int2: detail.ints[1],
            ..EMPTY
        };
        // SAFETY: as in `code`; nothing is borrowed from the old content.
        unsafe { self.as_ptr().write(fresh) };
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Frees the texts of `err` and leaves it without an error.
///
/// # Safety
/// `err` can be written; its texts are NULL or come from `malloc`.
pub unsafe fn clear(err: virErrorPtr) {
    // SAFETY: contract of this function. The level is not read: a program may have put any number there.
    unsafe {
        for text in [(*err).message, (*err).str1, (*err).str2, (*err).str3] {
            libc::free(text.cast());
        }
        err.write(EMPTY);
    }
}

/// Writes a copy of `from`, texts included, to `to`, whose old content is not looked at. Returns the code.
///
/// # Safety
/// `from` is a record of this library, `to` can be written.
pub unsafe fn copy(from: virErrorPtr, to: virErrorPtr) -> c_int {
    // SAFETY: contract of this function; the texts end with NUL.
    unsafe {
        let from = &*from;
        to.write(virError {
            message: duplicate(from.message),
            str1: duplicate(from.str1),
            str2: duplicate(from.str2),
            str3: duplicate(from.str3),
            ..*from
        });
        from.code
    }
}

/// As [`cstr::copy`], with NULL for NULL.
///
/// # Safety
/// `text` is NULL or ends with NUL.
unsafe fn duplicate(text: *const c_char) -> *mut c_char {
    // SAFETY: contract of this function.
    if text.is_null() { ptr::null_mut() } else { cstr::copy(unsafe { CStr::from_ptr(text) }) }
}

/// The last error of a connection. As in the original, programs read it through a bare pointer and must
/// not do so while another thread uses the connection.
#[derive(Default)]
pub struct ConnectionError(Mutex<Box<Record>>);

// SAFETY: the record is written under the lock only; its texts are plain memory.
unsafe impl Send for ConnectionError {}
// SAFETY: as above.
unsafe impl Sync for ConnectionError {}

impl Default for Record {
    fn default() -> Self {
        Self::new()
    }
}

impl ConnectionError {
    /// Runs `job` with the record, which no other call of the library uses meanwhile.
    pub fn with<T>(&self, job: impl FnOnce(&Record) -> T) -> T {
        job(&lock(&self.0))
    }
}
