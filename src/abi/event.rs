//! The event loop seen from a program (`libvirt-event.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_int, c_void};

/// Event loop's way to watch a file descriptor. Returns a watch id, or -1 on error.
pub type virEventAddHandleFunc = Option<
    unsafe extern "C-unwind" fn(
        fd: c_int,
        event: c_int,
        cb: virEventHandleCallback,
        opaque: *mut c_void,
        ff: virFreeCallback,
    ) -> c_int,
>;

/// Event loop's way to add a timer in milliseconds, where -1 keeps it disabled. Returns a timer id, or
/// -1 on error.
pub type virEventAddTimeoutFunc = Option<
    unsafe extern "C-unwind" fn(
        timeout: c_int,
        cb: virEventTimeoutCallback,
        opaque: *mut c_void,
        ff: virFreeCallback,
    ) -> c_int,
>;

/// Called when a watched file descriptor has events of the virEventHandleType mask.
pub type virEventHandleCallback =
    Option<unsafe extern "C-unwind" fn(watch: c_int, fd: c_int, events: c_int, opaque: *mut c_void)>;

/// Events of a file descriptor; can be combined.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virEventHandleType {
    /// Data can be read.
    VIR_EVENT_HANDLE_READABLE = 1 << 0,
    /// Data can be written.
    VIR_EVENT_HANDLE_WRITABLE = 1 << 1,
    /// An error occurred.
    VIR_EVENT_HANDLE_ERROR = 1 << 2,
    /// The other side hung up.
    VIR_EVENT_HANDLE_HANGUP = 1 << 3,
}
/// Events of a file descriptor; can be combined.
pub type virEventHandleType = _virEventHandleType;

/// Event loop's way to drop a watch; the free callback must run later, not inside this call. Returns 0,
/// or -1 on error.
pub type virEventRemoveHandleFunc = Option<unsafe extern "C-unwind" fn(watch: c_int) -> c_int>;

/// Event loop's way to drop a timer; the free callback must run later, not inside this call. Returns 0,
/// or -1 on error.
pub type virEventRemoveTimeoutFunc = Option<unsafe extern "C-unwind" fn(timer: c_int) -> c_int>;

/// Called when a timer expires.
pub type virEventTimeoutCallback = Option<unsafe extern "C-unwind" fn(timer: c_int, opaque: *mut c_void)>;

/// Event loop's way to change the events of a watch.
pub type virEventUpdateHandleFunc = Option<unsafe extern "C-unwind" fn(watch: c_int, event: c_int)>;

/// Event loop's way to change a timer's interval in milliseconds.
pub type virEventUpdateTimeoutFunc = Option<unsafe extern "C-unwind" fn(timer: c_int, timeout: c_int)>;
