//! Data streams (`libvirt-stream.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_char, c_int, c_longlong, c_void};

/// Called when a stream has events of the virStreamEventType mask.
pub type virStreamEventCallback =
    Option<unsafe extern "C-unwind" fn(stream: virStreamPtr, events: c_int, opaque: *mut c_void)>;

/// Events of a stream; can be combined.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStreamEventType {
    /// Data can be read.
    VIR_STREAM_EVENT_READABLE = 1 << 0,
    /// Data can be written.
    VIR_STREAM_EVENT_WRITABLE = 1 << 1,
    /// An error occurred.
    VIR_STREAM_EVENT_ERROR = 1 << 2,
    /// The other side hung up.
    VIR_STREAM_EVENT_HANGUP = 1 << 3,
}
/// Events of a stream; can be combined.
pub type virStreamEventType = _virStreamEventType;

/// Flags for making a stream.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStreamFlags {
    /// Calls on the stream never wait.
    VIR_STREAM_NONBLOCK = 1 << 0,
}
/// Flags for making a stream.
pub type virStreamFlags = _virStreamFlags;

/// Flags for reading a stream.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStreamRecvFlagsValues {
    /// Stop reading at a hole.
    VIR_STREAM_RECV_STOP_AT_HOLE = 1 << 0,
}
/// Flags for reading a stream.
pub type virStreamRecvFlagsValues = _virStreamRecvFlagsValues;

/// Takes data read from a stream. Returns the number of bytes taken, which may be fewer, or -1 to
/// abort.
pub type virStreamSinkFunc = Option<
    unsafe extern "C-unwind" fn(
        st: virStreamPtr,
        data: *const c_char,
        nbytes: usize,
        opaque: *mut c_void,
    ) -> c_int,
>;

/// Makes a hole of the given length in bytes in the destination. Returns 0, or -1 to abort.
pub type virStreamSinkHoleFunc =
    Option<unsafe extern "C-unwind" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;

/// Supplies up to nbytes of data to be sent. Returns the number of bytes stored, 0 at the end, or -1 to
/// abort.
pub type virStreamSourceFunc = Option<
    unsafe extern "C-unwind" fn(
        st: virStreamPtr,
        data: *mut c_char,
        nbytes: usize,
        opaque: *mut c_void,
    ) -> c_int,
>;

/// Stores whether the source is at data (1) or a hole (0) and how long that goes on in bytes; a hole of
/// length 0 is the end. Returns 0, or -1 to abort.
pub type virStreamSourceHoleFunc = Option<
    unsafe extern "C-unwind" fn(
        st: virStreamPtr,
        inData: *mut c_int,
        length: *mut c_longlong,
        opaque: *mut c_void,
    ) -> c_int,
>;

/// Moves the source forward over a hole of the given length in bytes. Returns 0, or -1 to abort.
pub type virStreamSourceSkipFunc =
    Option<unsafe extern "C-unwind" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;
