//! What every object has that a program holds a pointer to: a magic word in front, and a name.
//!
//! The magic word catches NULL, wrong types and most stale pointers at the C boundary; it is a best
//! effort, as in the original. The conversion from and to pointers is in `capi/handle.rs`.

#![forbid(unsafe_code)]

use std::ffi::{CStr, CString};
use std::fmt;
use std::sync::Arc;
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

/// A name that C can borrow: UTF-8 without NUL, shared by all handles and events of an object.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Name(Arc<CStr>);

impl Name {
    /// Takes a name over; `None` if it holds a NUL.
    pub fn new(text: &str) -> Option<Self> {
        CString::new(text).ok().map(|text| Self(text.into()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        self.0.to_str().expect("built from a str")
    }

    /// The name as C reads it.
    pub fn as_c_str(&self) -> &CStr {
        &self.0
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
