//! Data streams (`libvirt-stream.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_char, c_int, c_longlong, c_void};

/// {{virStreamEventCallback}}
pub type virStreamEventCallback =
    Option<unsafe extern "C" fn(stream: virStreamPtr, events: c_int, opaque: *mut c_void)>;

/// {{virStreamEventType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStreamEventType {
    /// {{VIR_STREAM_EVENT_READABLE}}
    VIR_STREAM_EVENT_READABLE = 1 << 0,
    /// {{VIR_STREAM_EVENT_WRITABLE}}
    VIR_STREAM_EVENT_WRITABLE = 1 << 1,
    /// {{VIR_STREAM_EVENT_ERROR}}
    VIR_STREAM_EVENT_ERROR = 1 << 2,
    /// {{VIR_STREAM_EVENT_HANGUP}}
    VIR_STREAM_EVENT_HANGUP = 1 << 3,
}
/// {{virStreamEventType}}
pub type virStreamEventType = _virStreamEventType;

/// {{virStreamFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStreamFlags {
    /// {{VIR_STREAM_NONBLOCK}}
    VIR_STREAM_NONBLOCK = 1 << 0,
}
/// {{virStreamFlags}}
pub type virStreamFlags = _virStreamFlags;

/// {{virStreamRecvFlagsValues}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStreamRecvFlagsValues {
    /// {{VIR_STREAM_RECV_STOP_AT_HOLE}}
    VIR_STREAM_RECV_STOP_AT_HOLE = 1 << 0,
}
/// {{virStreamRecvFlagsValues}}
pub type virStreamRecvFlagsValues = _virStreamRecvFlagsValues;

/// {{virStreamSinkFunc}}
pub type virStreamSinkFunc = Option<
    unsafe extern "C" fn(st: virStreamPtr, data: *const c_char, nbytes: usize, opaque: *mut c_void) -> c_int,
>;

/// {{virStreamSinkHoleFunc}}
pub type virStreamSinkHoleFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;

/// {{virStreamSourceFunc}}
pub type virStreamSourceFunc = Option<
    unsafe extern "C" fn(st: virStreamPtr, data: *mut c_char, nbytes: usize, opaque: *mut c_void) -> c_int,
>;

/// {{virStreamSourceHoleFunc}}
pub type virStreamSourceHoleFunc = Option<
    unsafe extern "C" fn(
        st: virStreamPtr,
        inData: *mut c_int,
        length: *mut c_longlong,
        opaque: *mut c_void,
    ) -> c_int,
>;

/// {{virStreamSourceSkipFunc}}
pub type virStreamSourceSkipFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;
