//! Errors: numbers, domains, levels and the error record: exported functions of the C API.
//!
//! None of these functions resets the thread's last error by itself, and none of them fails with an error.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::io::Write as _;
use std::ptr;
use std::sync::{Arc, Mutex};

use crate::abi::*;
use crate::capi::error_record::{self, ConnectionError, Record};
use crate::capi::handle::{Borrowed, borrow};
use crate::connect::Connect;
use crate::domain::Domain;
use crate::error::{Error, texts};
use crate::event::callback::ErrorHandler;
use crate::util::{lock, log as log_sink};

thread_local! {
    static LAST: Record = const { Record::new() };
}

/// The handler for errors of all connections without their own; `None` prints to standard error.
static HANDLER: Mutex<Option<ErrorHandler>> = Mutex::new(None);

/// Runs `job` with the thread's last error; `otherwise` is for a thread that is just ending.
fn with_last<T>(otherwise: T, job: impl FnOnce(&Record) -> T) -> T {
    LAST.try_with(job).unwrap_or(otherwise)
}

/// Forgets the thread's last error, as every API entry does.
pub fn reset_last() {
    with_last((), Record::clear);
}

/// Makes `error` of `function` the last error of the thread and of `conn`, and calls the responsible error
/// handler: the connection's own, else the program's, else the default one.
pub fn dispatch(function: &'static str, error: &Error, conn: Option<&Arc<Connect>>) {
    if log_sink::wants_errors() {
        let (code, domain) = (error.code() as i32, error.detail().domain as i32);
        log::error!(target: function, code, domain; "{error}");
    }
    with_last((), |last| last.set(error));
    let own = conn.and_then(|conn| {
        conn.attachment::<ConnectionError>().with(|record| record.set(error));
        conn.error_handler()
    });
    let handler = own.or_else(|| *lock(&HANDLER));
    // The handler may fail in turn and change the record under the pointer, as in the original.
    let err = with_last(ptr::null_mut(), Record::as_ptr);
    match handler {
        _ if err.is_null() => {}
        // SAFETY: the thread's own record, set above.
        Some(handler) => unsafe { handler.invoke(err) },
        // SAFETY: as above.
        None => unsafe { print(err) },
    }
}

/// Prints `err` to standard error in the original's form. There is nowhere to report a failure to.
///
/// # Safety
/// `err` can be read, whoever made it: the level may be any number, texts may be NULL.
unsafe fn print(err: virErrorPtr) {
    // SAFETY: contract of this function; the level is read as the number that C put there.
    let (err, level) = unsafe { (&raw const *err, (&raw const (*err).level).cast::<c_int>().read()) };
    // SAFETY: as above.
    let (code, domain, dom, message) = unsafe { ((*err).code, (*err).domain, (*err).dom, (*err).message) };
    if code == virErrorNumber::VIR_ERR_OK as c_int {
        return;
    }
    let name = texts::domain_name(domain).unwrap_or("Unknown");
    let level = match level {
        1 => "warning",
        2 => "error",
        _ => "",
    };
    // SAFETY: NULL or a domain handle, by the contract of the structure.
    let dom: Option<Borrowed<Domain>> = unsafe { borrow(dom.cast()) };
    let object = dom.as_ref().map_or("", |dom| dom.name().as_str());
    let mut line = format!("libvirt: {name} {level} {object}: ").into_bytes();
    if !message.is_null() {
        // SAFETY: not NULL, ends with NUL.
        line.extend_from_slice(unsafe { CStr::from_ptr(message) }.to_bytes());
    }
    if line.last() != Some(&b'\n') {
        line.push(b'\n');
    }
    let _ = std::io::stderr().write_all(&line);
}

/// The error record of the connection behind `conn`.
///
/// # Safety
/// `conn` is NULL or a live handle.
unsafe fn with_connection<T>(conn: virConnectPtr, otherwise: T, job: impl FnOnce(&Record) -> T) -> T {
    // SAFETY: contract of this function.
    match unsafe { borrow::<Connect>(conn.cast()) } {
        Some(conn) => conn.attachment::<ConnectionError>().with(job),
        None => otherwise,
    }
}

/// Copies a record to the program's `to` and returns the code; -1 if there is nowhere to copy to.
///
/// # Safety
/// `to` is NULL or can be written.
unsafe fn copy_out(record: &Record, to: virErrorPtr) -> c_int {
    if to.is_null() {
        return -1;
    }
    // SAFETY: a record of ours; `to` by contract.
    unsafe { error_record::copy(record.as_ptr(), to) }
}

symver!(virConnCopyLastError);
/// Copies the last error stored in a connection to the caller's structure, to be cleared with
/// virResetError(). Prefer the thread's own error. Returns 0 if there is no error, its code otherwise,
/// or -1 on a bad argument.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnCopyLastError(conn: virConnectPtr, to: virErrorPtr) -> c_int {
    // SAFETY: contract of this function.
    unsafe { with_connection(conn, -1, |record| copy_out(record, to)) }
}

symver!(virConnGetLastError);
/// Gives the last error stored in a connection, which other threads may overwrite; prefer
/// virGetLastError(). The structure belongs to the connection. Returns the error, or NULL if there is
/// none.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnGetLastError(conn: virConnectPtr) -> virErrorPtr {
    // SAFETY: contract of this function.
    unsafe { with_connection(conn, ptr::null_mut(), Record::as_ptr) }
}

symver!(virConnResetLastError);
/// Clears the last error stored in a connection.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnResetLastError(conn: virConnectPtr) {
    // SAFETY: contract of this function.
    unsafe { with_connection(conn, (), Record::clear) }
}

symver!(virConnSetErrorFunc);
/// Sets a function that is called for errors of one connection, instead of the global one, with
/// userData as its first argument. NULL removes it.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnSetErrorFunc(
    conn: virConnectPtr,
    userData: *mut c_void,
    handler: virErrorFunc,
) {
    // SAFETY: contract of this function.
    if let Some(conn) = unsafe { borrow::<Connect>(conn.cast()) } {
        conn.set_error_handler(ErrorHandler::new(handler, userData));
    }
}

symver!(virCopyLastError);
/// Copies the calling thread's last error to the caller's structure, to be cleared with
/// virResetError(). Returns the error code, 0 if there is no error, or -1 on a bad argument.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virCopyLastError(to: virErrorPtr) -> c_int {
    // SAFETY: contract of this function.
    with_last(-1, |last| unsafe { copy_out(last, to) })
}

symver!(virDefaultErrorFunc);
/// Prints an error to standard error in the library's usual form; it is used when the program set no
/// error function.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDefaultErrorFunc(err: virErrorPtr) {
    if !err.is_null() {
        // SAFETY: contract of this function.
        unsafe { print(err) };
    }
}

symver!(virFreeError);
/// Frees an error from virSaveLastError() with its strings. NULL is ignored.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virFreeError(err: virErrorPtr) {
    if !err.is_null() {
        // SAFETY: contract of this function: the record came from `virSaveLastError`.
        unsafe {
            error_record::clear(err);
            libc::free(err.cast());
        }
    }
}

symver!(virGetLastError);
/// Gives the calling thread's last error. The structure belongs to the library and changes with the
/// next call that fails. Returns the error, or NULL if there is none.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastError() -> virErrorPtr {
    with_last(ptr::null_mut(), |last| if last.code() == 0 { ptr::null_mut() } else { last.as_ptr() })
}

symver!(virGetLastErrorCode);
/// Gives the code of the calling thread's last error. Returns a virErrorNumber, VIR_ERR_OK if there is
/// none.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorCode() -> c_int {
    with_last(0, Record::code)
}

symver!(virGetLastErrorDomain);
/// Gives the part of the library that raised the calling thread's last error. Returns a virErrorDomain,
/// VIR_FROM_NONE if there is none.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorDomain() -> c_int {
    // SAFETY: the record of this thread.
    with_last(0, |last| unsafe { (*last.as_ptr()).domain })
}

symver!(virGetLastErrorMessage);
/// Gives the text of the calling thread's last error. It belongs to the library and must not be freed.
/// Returns a string in every case, a fixed one if there is no error.
///
/// Since: 1.0.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorMessage() -> *const c_char {
    // SAFETY: the record of this thread.
    let text = with_last(ptr::null_mut(), |last| unsafe { (*last.as_ptr()).message });
    if text.is_null() { c"no error".as_ptr() } else { text }
}

symver!(virResetError);
/// Frees the strings of an error structure and sets all its fields to zero; the structure itself stays
/// with the caller.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virResetError(err: virErrorPtr) {
    if !err.is_null() {
        // SAFETY: contract of this function.
        unsafe { error_record::clear(err) };
    }
}

symver!(virResetLastError);
/// Clears the calling thread's last error.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virResetLastError() {
    reset_last();
}

symver!(virSaveLastError);
/// Copies the calling thread's last error to a new structure, so that later calls do not overwrite it.
/// Free it with virFreeError(). Returns the copy, or NULL on error.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSaveLastError() -> virErrorPtr {
    // SAFETY: malloc of a structure's size; NULL is checked before use.
    let copy = unsafe { libc::malloc(size_of::<virError>()) }.cast::<virError>();
    if !copy.is_null() {
        // SAFETY: a record of ours, and a fresh block of the right size.
        with_last((), |last| unsafe {
            error_record::copy(last.as_ptr(), copy);
        });
    }
    copy
}

symver!(virSetErrorFunc);
/// Sets a function that is called for every error raised, with userData as its first argument. NULL
/// restores the printing of errors to standard error.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSetErrorFunc(userData: *mut c_void, handler: virErrorFunc) {
    *lock(&HANDLER) = ErrorHandler::new(handler, userData);
}
