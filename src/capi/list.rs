//! Arrays of handles, ids and names, in the forms that the API gives them out.

use std::ffi::{c_char, c_int, c_uint, c_void};
use std::sync::Arc;
use std::{ptr, slice};

use crate::capi::boundary::Call;
use crate::capi::cstr;
use crate::capi::handle::{Handle, ObjectHandle, publish as publish_handle};
use crate::connect::Connect;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// A number of objects, as functions return it.
pub fn count(objects: usize) -> Result<c_int> {
    c_int::try_from(objects)
        .map_err(|_| Error::internal(ErrorDomain::VIR_FROM_DOMAIN, "too many objects for one list"))
}

/// The caller's array of `count` values; empty if it is NULL.
///
/// # Safety
/// `values` is NULL or has `count` values that live as long as the call.
pub unsafe fn borrow<'a, T>(values: *const T, count: c_uint) -> &'a [T] {
    if values.is_null() {
        return &[];
    }
    // SAFETY: contract of this function; a `c_uint` fits into a `usize`.
    unsafe { slice::from_raw_parts(values, count as usize) }
}

/// The caller's buffer of `size` bytes, which may be NULL if that is 0.
///
/// # Safety
/// `buffer` is NULL or has room for as many bytes, for the call.
pub unsafe fn bytes<'a>(
    call: &Call,
    buffer: *mut c_void,
    size: usize,
    argument: &str,
    from: ErrorDomain,
) -> Result<&'a mut [u8]> {
    if size == 0 {
        return Ok(&mut []);
    }
    let buffer = call.not_null(buffer, argument, from)?;
    // A caller who says more than there can be has no more than that either.
    let size = size.min(isize::MAX.unsigned_abs());
    // SAFETY: contract of this function.
    Ok(unsafe { slice::from_raw_parts_mut(buffer.as_ptr().cast(), size) })
}

/// A copy of `values` from `malloc`, with one more value of all zero bytes at the end.
pub fn publish_values<T>(values: impl ExactSizeIterator<Item = T>) -> Result<*mut T> {
    // SAFETY: calloc with a non-zero count; NULL is checked.
    let array = unsafe { libc::calloc(values.len() + 1, size_of::<T>()) }.cast::<T>();
    if array.is_null() {
        return Err(Error::new(ErrorCode::VIR_ERR_NO_MEMORY, ErrorDomain::VIR_FROM_DOMAIN, ""));
    }
    for (index, value) in values.enumerate() {
        // SAFETY: `index` is below the length that was allocated; calloc put the zeros behind it.
        unsafe { array.add(index).write(value) };
    }
    Ok(array)
}

/// Stores NULL in place of an array: a program that looks at it in spite of a failure finds none.
///
/// # Safety
/// `out` is NULL or can be written.
pub unsafe fn clear<P>(out: *mut *mut *mut P) {
    if !out.is_null() {
        // SAFETY: contract of this function.
        unsafe { out.write(ptr::null_mut()) };
    }
}

/// Stores a NULL-terminated array of handles from `malloc` in `out` and returns how many there are; with
/// `out` NULL only counts.
///
/// # Safety
/// `out` is NULL or can be written.
pub unsafe fn publish<T: Handle, P>(objects: Vec<Arc<T>>, out: *mut *mut *mut P) -> Result<c_int> {
    let count = count(objects.len())?;
    if !out.is_null() {
        let array = publish_values(objects.into_iter().map(publish_handle))?;
        // SAFETY: contract of this function.
        unsafe { out.write(array) };
    }
    Ok(count)
}

/// As [`publish`], with new handles of the objects `keys` on `conn`.
///
/// # Safety
/// `out` is NULL or can be written.
pub unsafe fn publish_objects<T: ObjectHandle, P>(
    conn: &Arc<Connect>,
    keys: Vec<T::Key>,
    out: *mut *mut *mut P,
) -> Result<c_int> {
    let objects = keys.into_iter().map(|key| Arc::new(T::new(Arc::clone(conn), key))).collect();
    // SAFETY: contract of this function.
    unsafe { publish(objects, out) }
}

/// As [`publish`] for names, each a string from `malloc` that the caller frees.
///
/// # Safety
/// `out` is NULL or can be written.
pub unsafe fn publish_names(names: &[String], out: *mut *mut *mut c_char) -> Result<c_int> {
    let count = count(names.len())?;
    if !out.is_null() {
        let array = publish_values(names.iter().map(|name| cstr::publish(name)))?;
        // SAFETY: contract of this function.
        unsafe { out.write(array) };
    }
    Ok(count)
}

/// Moves at most `max` values into the caller's array and returns how many were stored.
///
/// # Safety
/// `out` has room for `max` values.
pub unsafe fn fill<T>(values: impl IntoIterator<Item = T>, out: *mut T, max: c_int) -> c_int {
    let mut count = 0;
    for value in values.into_iter().take(usize::try_from(max).unwrap_or(0)) {
        // SAFETY: the index is below `max`.
        unsafe { out.add(count).write(value) };
        count += 1;
    }
    c_int::try_from(count).unwrap_or(c_int::MAX)
}

/// As [`fill`] for names, each a string from `malloc` that the caller frees.
///
/// # Safety
/// `out` has room for `max` pointers.
pub unsafe fn fill_names<S: AsRef<str>>(names: &[S], out: *mut *mut c_char, max: c_int) -> c_int {
    // SAFETY: contract of this function.
    unsafe { fill(names.iter().map(|name| cstr::publish(name.as_ref())), out, max) }
}

/// Stores an array of records from `malloc`, each from `malloc` too, in `out` and returns how many there are; none are
/// NULL.
///
/// # Safety
/// `out` can be written.
pub unsafe fn publish_records<T>(records: Vec<T>, out: *mut *mut *mut T) -> Result<c_int> {
    let count = count(records.len())?;
    if count == 0 {
        // SAFETY: contract of this function.
        unsafe { out.write(ptr::null_mut()) };
        return Ok(0);
    }
    let records: Vec<*mut T> =
        records.into_iter().map(|record| publish_values([record].into_iter())).collect::<Result<_>>()?;
    let array = publish_values(records.into_iter())?;
    // SAFETY: contract of this function.
    unsafe { out.write(array) };
    Ok(count)
}
