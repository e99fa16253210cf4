//! Types that every header shares (`libvirt-common.h`): typed parameters, close reasons, the free callback.
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulong, c_ulonglong, c_void};

/// The version of this interface: major * 1000000 + minor * 1000 + micro.
pub const LIBVIR_VERSION_NUMBER: c_ulong = 12008000;

/// Size of the name of a typed parameter in bytes, with the terminating zero.
pub const VIR_TYPED_PARAM_FIELD_LENGTH: usize = 80;

/// Reasons why a connection closed.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectCloseReason {
    /// Some I/O error.
    VIR_CONNECT_CLOSE_REASON_ERROR = 0,
    /// The peer closed the connection.
    VIR_CONNECT_CLOSE_REASON_EOF = 1,
    /// The peer did not answer keepalive messages.
    VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2,
    /// The client asked for it.
    VIR_CONNECT_CLOSE_REASON_CLIENT = 3,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_CONNECT_CLOSE_REASON_LAST = 4,
}
/// Reasons why a connection closed.
pub type virConnectCloseReason = _virConnectCloseReason;

/// Frees the opaque data given with another callback, once that is no longer used.
pub type virFreeCallback = Option<unsafe extern "C-unwind" fn(opaque: *mut c_void)>;

/// The value of a typed parameter; `type` says which member holds it.
#[repr(C)]
#[derive(Clone, Copy)]
pub union _virTypedParameterValue {
    /// Value of VIR_TYPED_PARAM_INT.
    pub i: c_int,
    /// Value of VIR_TYPED_PARAM_UINT.
    pub ui: c_uint,
    /// Value of VIR_TYPED_PARAM_LLONG.
    pub l: c_longlong,
    /// Value of VIR_TYPED_PARAM_ULLONG.
    pub ul: c_ulonglong,
    /// Value of VIR_TYPED_PARAM_DOUBLE.
    pub d: f64,
    /// Value of VIR_TYPED_PARAM_BOOLEAN, 0 or 1.
    pub b: c_char,
    /// Value of VIR_TYPED_PARAM_STRING.
    pub s: *mut c_char,
}

/// A named value of one of several types.
#[repr(C)]
pub struct _virTypedParameter {
    /// Name of the parameter, with a terminating zero.
    pub field: [c_char; VIR_TYPED_PARAM_FIELD_LENGTH],
    /// Type of the value, a virTypedParameterType.
    pub r#type: c_int,
    /// The value; the type tells which member holds it.
    pub value: _virTypedParameterValue,
}
/// A named value of one of several types.
pub type virTypedParameter = _virTypedParameter;

/// Flags for calls that take or give typed parameters.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virTypedParameterFlags {
    /// The caller can handle string values; implied by current libraries.
    VIR_TYPED_PARAM_STRING_OKAY = 1 << 2,
}
/// Flags for calls that take or give typed parameters.
pub type virTypedParameterFlags = _virTypedParameterFlags;

/// Pointer to a virTypedParameter, often the first of an array.
pub type virTypedParameterPtr = *mut virTypedParameter;

/// Value types of typed parameters.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virTypedParameterType {
    /// Signed 32-bit value.
    VIR_TYPED_PARAM_INT = 1,
    /// Unsigned 32-bit value.
    VIR_TYPED_PARAM_UINT = 2,
    /// Signed 64-bit value.
    VIR_TYPED_PARAM_LLONG = 3,
    /// Unsigned 64-bit value.
    VIR_TYPED_PARAM_ULLONG = 4,
    /// Floating point value.
    VIR_TYPED_PARAM_DOUBLE = 5,
    /// Boolean value.
    VIR_TYPED_PARAM_BOOLEAN = 6,
    /// String value.
    VIR_TYPED_PARAM_STRING = 7,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_TYPED_PARAM_LAST = 8,
}
/// Value types of typed parameters.
pub type virTypedParameterType = _virTypedParameterType;
