//! Secrets (`libvirt-secret.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_int, c_void};

/// Filters for listing secrets.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllSecretsFlags {
    /// Include secrets kept only in memory.
    VIR_CONNECT_LIST_SECRETS_EPHEMERAL = 1 << 0,
    /// Include secrets kept on disk.
    VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL = 1 << 1,
    /// Include secrets whose value cannot be read.
    VIR_CONNECT_LIST_SECRETS_PRIVATE = 1 << 2,
    /// Include secrets whose value can be read.
    VIR_CONNECT_LIST_SECRETS_NO_PRIVATE = 1 << 3,
}
/// Filters for listing secrets.
pub type virConnectListAllSecretsFlags = _virConnectListAllSecretsFlags;

/// Type to which all secret event callbacks are cast.
pub type virConnectSecretEventGenericCallback =
    Option<unsafe extern "C-unwind" fn(conn: virConnectPtr, secret: virSecretPtr, opaque: *mut c_void)>;

/// Reports a virSecretEventLifecycleType of a secret; the detail is 0.
pub type virConnectSecretEventLifecycleCallback = Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        secret: virSecretPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;

/// Opaque secret, such as a passphrase of a disk.
pub struct _virSecret {
    _private: [u8; 0],
}
/// Opaque secret, such as a passphrase of a disk.
pub type virSecret = _virSecret;

/// Flags for storing a secret.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virSecretDefineFlags {
    /// Check the XML against the schema.
    VIR_SECRET_DEFINE_VALIDATE = 1 << 0,
}
/// Flags for storing a secret.
pub type virSecretDefineFlags = _virSecretDefineFlags;

/// Kinds of secret events and the callback type of each.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virSecretEventID {
    /// Lifecycle change; use virConnectSecretEventLifecycleCallback.
    VIR_SECRET_EVENT_ID_LIFECYCLE = 0,
    /// Value was set; use virConnectSecretEventGenericCallback.
    VIR_SECRET_EVENT_ID_VALUE_CHANGED = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_SECRET_EVENT_ID_LAST = 2,
}
/// Kinds of secret events and the callback type of each.
pub type virSecretEventID = _virSecretEventID;

/// Kinds of secret lifecycle events.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virSecretEventLifecycleType {
    /// Secret was stored.
    VIR_SECRET_EVENT_DEFINED = 0,
    /// Secret was deleted.
    VIR_SECRET_EVENT_UNDEFINED = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_SECRET_EVENT_LAST = 2,
}
/// Kinds of secret lifecycle events.
pub type virSecretEventLifecycleType = _virSecretEventLifecycleType;

/// Handle of a secret; release it with virSecretFree().
pub type virSecretPtr = *mut virSecret;

/// Kinds of objects a secret is used with.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virSecretUsageType {
    /// No particular use.
    VIR_SECRET_USAGE_TYPE_NONE = 0,
    /// Encrypted volume.
    VIR_SECRET_USAGE_TYPE_VOLUME = 1,
    /// Ceph client.
    VIR_SECRET_USAGE_TYPE_CEPH = 2,
    /// iSCSI target.
    VIR_SECRET_USAGE_TYPE_ISCSI = 3,
    /// TLS private key.
    VIR_SECRET_USAGE_TYPE_TLS = 4,
    /// State of a virtual TPM.
    VIR_SECRET_USAGE_TYPE_VTPM = 5,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_SECRET_USAGE_TYPE_LAST = 6,
}
/// Kinds of objects a secret is used with.
pub type virSecretUsageType = _virSecretUsageType;
