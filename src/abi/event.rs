//! The event loop seen from a program (`libvirt-event.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_int, c_void};

/// {{virEventAddHandleFunc}}
pub type virEventAddHandleFunc = Option<
    unsafe extern "C" fn(
        fd: c_int,
        event: c_int,
        cb: virEventHandleCallback,
        opaque: *mut c_void,
        ff: virFreeCallback,
    ) -> c_int,
>;

/// {{virEventAddTimeoutFunc}}
pub type virEventAddTimeoutFunc = Option<
    unsafe extern "C" fn(
        timeout: c_int,
        cb: virEventTimeoutCallback,
        opaque: *mut c_void,
        ff: virFreeCallback,
    ) -> c_int,
>;

/// {{virEventHandleCallback}}
pub type virEventHandleCallback =
    Option<unsafe extern "C" fn(watch: c_int, fd: c_int, events: c_int, opaque: *mut c_void)>;

/// {{virEventHandleType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virEventHandleType {
    /// {{VIR_EVENT_HANDLE_READABLE}}
    VIR_EVENT_HANDLE_READABLE = 1 << 0,
    /// {{VIR_EVENT_HANDLE_WRITABLE}}
    VIR_EVENT_HANDLE_WRITABLE = 1 << 1,
    /// {{VIR_EVENT_HANDLE_ERROR}}
    VIR_EVENT_HANDLE_ERROR = 1 << 2,
    /// {{VIR_EVENT_HANDLE_HANGUP}}
    VIR_EVENT_HANDLE_HANGUP = 1 << 3,
}
/// {{virEventHandleType}}
pub type virEventHandleType = _virEventHandleType;

/// {{virEventRemoveHandleFunc}}
pub type virEventRemoveHandleFunc = Option<unsafe extern "C" fn(watch: c_int) -> c_int>;

/// {{virEventRemoveTimeoutFunc}}
pub type virEventRemoveTimeoutFunc = Option<unsafe extern "C" fn(timer: c_int) -> c_int>;

/// {{virEventTimeoutCallback}}
pub type virEventTimeoutCallback = Option<unsafe extern "C" fn(timer: c_int, opaque: *mut c_void)>;

/// {{virEventUpdateHandleFunc}}
pub type virEventUpdateHandleFunc = Option<unsafe extern "C" fn(watch: c_int, event: c_int)>;

/// {{virEventUpdateTimeoutFunc}}
pub type virEventUpdateTimeoutFunc = Option<unsafe extern "C" fn(timer: c_int, timeout: c_int)>;
