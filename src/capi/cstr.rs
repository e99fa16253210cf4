//! Strings in and out: borrowed from the caller for a call, or allocated for the caller to free.

use std::ffi::{CStr, c_char};
use std::ptr::{self, NonNull};
use std::str::Utf8Error;

use ::uuid::fmt::Hyphenated;

use crate::ident::Uuid;

/// Borrows a C string; `None` for NULL, an inner error if it is not UTF-8.
///
/// # Safety
/// `ptr` is NULL or a string that ends with NUL and lives for `'a`.
pub unsafe fn borrow<'a>(ptr: *const c_char) -> Option<Result<&'a str, Utf8Error>> {
    if ptr.is_null() {
        return None;
    }
    // SAFETY: contract of this function.
    Some(unsafe { CStr::from_ptr(ptr) }.to_str())
}

/// A copy of `text` from `malloc`, for the caller to `free`; cut at a NUL. NULL when out of memory.
pub fn publish(text: &str) -> *mut c_char {
    let bytes = text.as_bytes();
    publish_bytes(&bytes[..memchr::memchr(0, bytes).unwrap_or(bytes.len())])
}

/// As [`publish`], for a string of C: `strdup`, which Miri does not have.
pub fn copy(text: &CStr) -> *mut c_char {
    publish_bytes(text.to_bytes())
}

fn publish_bytes(bytes: &[u8]) -> *mut c_char {
    // SAFETY: malloc of at least one byte; NULL is checked before use.
    let copy = unsafe { libc::malloc(bytes.len() + 1) }.cast::<c_char>();
    if copy.is_null() {
        return copy;
    }
    // SAFETY: the source has that length, the fresh block one more for the NUL.
    unsafe {
        ptr::copy_nonoverlapping(bytes.as_ptr().cast(), copy, bytes.len());
        copy.add(bytes.len()).write(0);
    }
    copy
}

/// As [`publish`], with NULL for `None`.
pub fn publish_opt(text: Option<&str>) -> *mut c_char {
    text.map_or(ptr::null_mut(), publish)
}

/// Writes a UUID as text with its NUL.
///
/// # Safety
/// `out` has room for `VIR_UUID_STRING_BUFLEN` bytes.
pub unsafe fn write_uuid(uuid: &Uuid, out: NonNull<c_char>) {
    let mut text = [0; Hyphenated::LENGTH + 1];
    uuid.hyphenated().encode_lower(&mut text);
    // SAFETY: contract of this function.
    unsafe { out.cast().write(text) };
}

/// `text` as the content of a field of `N` bytes of a public structure: cut if it is too long, with NULs behind it.
pub fn field<const N: usize>(text: &str) -> [c_char; N] {
    let mut field = [0; N];
    for (to, from) in field[..N - 1].iter_mut().zip(text.bytes()) {
        *to = from.cast_signed();
    }
    field
}
