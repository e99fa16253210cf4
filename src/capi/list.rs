//! Arrays of handles, ids and names, in the forms that the API gives them out.

use std::ffi::{c_char, c_int};
use std::sync::Arc;

use crate::capi::cstr;
use crate::capi::handle::{Handle, publish as publish_handle};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// A number of objects, as functions return it.
pub fn count(objects: usize) -> Result<c_int> {
    c_int::try_from(objects)
        .map_err(|_| Error::internal(ErrorDomain::VIR_FROM_DOMAIN, "too many objects for one list"))
}

/// Stores NULL in place of an array: a program that looks at it in spite of a failure finds none.
///
/// # Safety
/// `out` is NULL or can be written.
pub unsafe fn clear<P>(out: *mut *mut *mut P) {
    if !out.is_null() {
        // SAFETY: contract of this function.
        unsafe { out.write(std::ptr::null_mut()) };
    }
}

/// Stores a NULL-terminated array of handles from `malloc` in `out` and returns how many there are; with
/// `out` NULL only counts.
///
/// # Safety
/// `out` is NULL or can be written.
pub unsafe fn publish<T: Handle, P>(objects: Vec<Arc<T>>, out: *mut *mut *mut P) -> Result<c_int> {
    let count = count(objects.len())?;
    if out.is_null() {
        return Ok(count);
    }
    // SAFETY: calloc with a non-zero count; NULL is checked.
    let array = unsafe { libc::calloc(objects.len() + 1, size_of::<*mut P>()) }.cast::<*mut P>();
    if array.is_null() {
        return Err(Error::new(ErrorCode::VIR_ERR_NO_MEMORY, ErrorDomain::VIR_FROM_DOMAIN, ""));
    }
    for (index, object) in objects.into_iter().enumerate() {
        // SAFETY: `index` is below the length that was allocated; calloc put the last NULL there.
        unsafe { array.add(index).write(publish_handle(object)) };
    }
    // SAFETY: contract of this function.
    unsafe { out.write(array) };
    Ok(count)
}

/// Copies at most `max` values into the caller's array and returns how many were stored.
///
/// # Safety
/// `out` has room for `max` values.
pub unsafe fn fill<T: Copy>(values: &[T], out: *mut T, max: c_int) -> c_int {
    let count = values.len().min(usize::try_from(max).unwrap_or(0));
    for (index, value) in values[..count].iter().enumerate() {
        // SAFETY: `index` is below `max`.
        unsafe { out.add(index).write(*value) };
    }
    c_int::try_from(count).unwrap_or(c_int::MAX)
}

/// As [`fill`] for names, each a string from `malloc` that the caller frees.
///
/// # Safety
/// `out` has room for `max` pointers.
pub unsafe fn fill_names(names: &[&str], out: *mut *mut c_char, max: c_int) -> c_int {
    let count = names.len().min(usize::try_from(max).unwrap_or(0));
    let copies: Vec<_> = names[..count].iter().map(|name| cstr::publish(name)).collect();
    // SAFETY: contract of this function.
    unsafe { fill(&copies, out, max) }
}
