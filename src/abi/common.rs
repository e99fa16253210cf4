//! Types that every header shares (`libvirt-common.h`): typed parameters, close reasons, the free callback.
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};

/// {{virConnectCloseReason}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectCloseReason {
    /// {{VIR_CONNECT_CLOSE_REASON_ERROR}}
    VIR_CONNECT_CLOSE_REASON_ERROR = 0,
    /// {{VIR_CONNECT_CLOSE_REASON_EOF}}
    VIR_CONNECT_CLOSE_REASON_EOF = 1,
    /// {{VIR_CONNECT_CLOSE_REASON_KEEPALIVE}}
    VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2,
    /// {{VIR_CONNECT_CLOSE_REASON_CLIENT}}
    VIR_CONNECT_CLOSE_REASON_CLIENT = 3,
    #[cfg(feature = "sentinels")]
    /// {{VIR_CONNECT_CLOSE_REASON_LAST}}
    VIR_CONNECT_CLOSE_REASON_LAST = 4,
}
/// {{virConnectCloseReason}}
pub type virConnectCloseReason = _virConnectCloseReason;

/// {{virFreeCallback}}
pub type virFreeCallback = Option<unsafe extern "C" fn(opaque: *mut c_void)>;

/// The value of a typed parameter; `type` says which member holds it.
#[repr(C)]
#[derive(Clone, Copy)]
pub union _virTypedParameterValue {
    /// {{_virTypedParameter.i}}
    pub i: c_int,
    /// {{_virTypedParameter.ui}}
    pub ui: c_uint,
    /// {{_virTypedParameter.l}}
    pub l: c_longlong,
    /// {{_virTypedParameter.ul}}
    pub ul: c_ulonglong,
    /// {{_virTypedParameter.d}}
    pub d: f64,
    /// {{_virTypedParameter.b}}
    pub b: c_char,
    /// {{_virTypedParameter.s}}
    pub s: *mut c_char,
}

/// {{virTypedParameter}}
#[repr(C)]
pub struct _virTypedParameter {
    /// {{_virTypedParameter.field}}
    pub field: [c_char; 80],
    /// {{_virTypedParameter.type}}
    pub r#type: c_int,
    /// {{_virTypedParameter.value}}
    pub value: _virTypedParameterValue,
}
/// {{virTypedParameter}}
pub type virTypedParameter = _virTypedParameter;

/// {{virTypedParameterFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virTypedParameterFlags {
    /// {{VIR_TYPED_PARAM_STRING_OKAY}}
    VIR_TYPED_PARAM_STRING_OKAY = 1 << 2,
}
/// {{virTypedParameterFlags}}
pub type virTypedParameterFlags = _virTypedParameterFlags;

/// {{virTypedParameterPtr}}
pub type virTypedParameterPtr = *mut virTypedParameter;

/// {{virTypedParameterType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virTypedParameterType {
    /// {{VIR_TYPED_PARAM_INT}}
    VIR_TYPED_PARAM_INT = 1,
    /// {{VIR_TYPED_PARAM_UINT}}
    VIR_TYPED_PARAM_UINT = 2,
    /// {{VIR_TYPED_PARAM_LLONG}}
    VIR_TYPED_PARAM_LLONG = 3,
    /// {{VIR_TYPED_PARAM_ULLONG}}
    VIR_TYPED_PARAM_ULLONG = 4,
    /// {{VIR_TYPED_PARAM_DOUBLE}}
    VIR_TYPED_PARAM_DOUBLE = 5,
    /// {{VIR_TYPED_PARAM_BOOLEAN}}
    VIR_TYPED_PARAM_BOOLEAN = 6,
    /// {{VIR_TYPED_PARAM_STRING}}
    VIR_TYPED_PARAM_STRING = 7,
    #[cfg(feature = "sentinels")]
    /// {{VIR_TYPED_PARAM_LAST}}
    VIR_TYPED_PARAM_LAST = 8,
}
/// {{virTypedParameterType}}
pub type virTypedParameterType = _virTypedParameterType;
