//! Secrets (`libvirt-secret.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_int, c_void};

/// {{virConnectListAllSecretsFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllSecretsFlags {
    /// {{VIR_CONNECT_LIST_SECRETS_EPHEMERAL}}
    VIR_CONNECT_LIST_SECRETS_EPHEMERAL = 1 << 0,
    /// {{VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL}}
    VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL = 1 << 1,
    /// {{VIR_CONNECT_LIST_SECRETS_PRIVATE}}
    VIR_CONNECT_LIST_SECRETS_PRIVATE = 1 << 2,
    /// {{VIR_CONNECT_LIST_SECRETS_NO_PRIVATE}}
    VIR_CONNECT_LIST_SECRETS_NO_PRIVATE = 1 << 3,
}
/// {{virConnectListAllSecretsFlags}}
pub type virConnectListAllSecretsFlags = _virConnectListAllSecretsFlags;

/// {{virConnectSecretEventGenericCallback}}
pub type virConnectSecretEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, secret: virSecretPtr, opaque: *mut c_void)>;

/// {{virConnectSecretEventLifecycleCallback}}
pub type virConnectSecretEventLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        secret: virSecretPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virSecret}}
pub struct _virSecret {
    _private: [u8; 0],
}
/// {{virSecret}}
pub type virSecret = _virSecret;

/// {{virSecretDefineFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virSecretDefineFlags {
    /// {{VIR_SECRET_DEFINE_VALIDATE}}
    VIR_SECRET_DEFINE_VALIDATE = 1 << 0,
}
/// {{virSecretDefineFlags}}
pub type virSecretDefineFlags = _virSecretDefineFlags;

/// {{virSecretEventID}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virSecretEventID {
    /// {{VIR_SECRET_EVENT_ID_LIFECYCLE}}
    VIR_SECRET_EVENT_ID_LIFECYCLE = 0,
    /// {{VIR_SECRET_EVENT_ID_VALUE_CHANGED}}
    VIR_SECRET_EVENT_ID_VALUE_CHANGED = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_SECRET_EVENT_ID_LAST}}
    VIR_SECRET_EVENT_ID_LAST = 2,
}
/// {{virSecretEventID}}
pub type virSecretEventID = _virSecretEventID;

/// {{virSecretEventLifecycleType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virSecretEventLifecycleType {
    /// {{VIR_SECRET_EVENT_DEFINED}}
    VIR_SECRET_EVENT_DEFINED = 0,
    /// {{VIR_SECRET_EVENT_UNDEFINED}}
    VIR_SECRET_EVENT_UNDEFINED = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_SECRET_EVENT_LAST}}
    VIR_SECRET_EVENT_LAST = 2,
}
/// {{virSecretEventLifecycleType}}
pub type virSecretEventLifecycleType = _virSecretEventLifecycleType;

/// {{virSecretPtr}}
pub type virSecretPtr = *mut virSecret;

/// {{virSecretUsageType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virSecretUsageType {
    /// {{VIR_SECRET_USAGE_TYPE_NONE}}
    VIR_SECRET_USAGE_TYPE_NONE = 0,
    /// {{VIR_SECRET_USAGE_TYPE_VOLUME}}
    VIR_SECRET_USAGE_TYPE_VOLUME = 1,
    /// {{VIR_SECRET_USAGE_TYPE_CEPH}}
    VIR_SECRET_USAGE_TYPE_CEPH = 2,
    /// {{VIR_SECRET_USAGE_TYPE_ISCSI}}
    VIR_SECRET_USAGE_TYPE_ISCSI = 3,
    /// {{VIR_SECRET_USAGE_TYPE_TLS}}
    VIR_SECRET_USAGE_TYPE_TLS = 4,
    /// {{VIR_SECRET_USAGE_TYPE_VTPM}}
    VIR_SECRET_USAGE_TYPE_VTPM = 5,
    #[cfg(feature = "sentinels")]
    /// {{VIR_SECRET_USAGE_TYPE_LAST}}
    VIR_SECRET_USAGE_TYPE_LAST = 6,
}
/// {{virSecretUsageType}}
pub type virSecretUsageType = _virSecretUsageType;
