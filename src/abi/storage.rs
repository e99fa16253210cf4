//! Storage pools and volumes (`libvirt-storage.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_int, c_ulonglong, c_void};

/// {{virConnectListAllStoragePoolsFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllStoragePoolsFlags {
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE}}
    VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE = 1 << 0,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE}}
    VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE = 1 << 1,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT}}
    VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT = 1 << 2,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT}}
    VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT = 1 << 3,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART}}
    VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART = 1 << 4,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART}}
    VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART = 1 << 5,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_DIR}}
    VIR_CONNECT_LIST_STORAGE_POOLS_DIR = 1 << 6,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_FS}}
    VIR_CONNECT_LIST_STORAGE_POOLS_FS = 1 << 7,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_NETFS}}
    VIR_CONNECT_LIST_STORAGE_POOLS_NETFS = 1 << 8,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL}}
    VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL = 1 << 9,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_DISK}}
    VIR_CONNECT_LIST_STORAGE_POOLS_DISK = 1 << 10,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI}}
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI = 1 << 11,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_SCSI}}
    VIR_CONNECT_LIST_STORAGE_POOLS_SCSI = 1 << 12,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_MPATH}}
    VIR_CONNECT_LIST_STORAGE_POOLS_MPATH = 1 << 13,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_RBD}}
    VIR_CONNECT_LIST_STORAGE_POOLS_RBD = 1 << 14,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG}}
    VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG = 1 << 15,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER}}
    VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER = 1 << 16,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_ZFS}}
    VIR_CONNECT_LIST_STORAGE_POOLS_ZFS = 1 << 17,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE}}
    VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE = 1 << 18,
    /// {{VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT}}
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT = 1 << 19,
}
/// {{virConnectListAllStoragePoolsFlags}}
pub type virConnectListAllStoragePoolsFlags = _virConnectListAllStoragePoolsFlags;

/// {{virConnectStoragePoolEventGenericCallback}}
pub type virConnectStoragePoolEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, pool: virStoragePoolPtr, opaque: *mut c_void)>;

/// {{virConnectStoragePoolEventLifecycleCallback}}
pub type virConnectStoragePoolEventLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        pool: virStoragePoolPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virStoragePool}}
pub struct _virStoragePool {
    _private: [u8; 0],
}
/// {{virStoragePool}}
pub type virStoragePool = _virStoragePool;

/// {{virStoragePoolBuildFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolBuildFlags {
    /// {{VIR_STORAGE_POOL_BUILD_NEW}}
    VIR_STORAGE_POOL_BUILD_NEW = 0,
    /// {{VIR_STORAGE_POOL_BUILD_REPAIR}}
    VIR_STORAGE_POOL_BUILD_REPAIR = 1 << 0,
    /// {{VIR_STORAGE_POOL_BUILD_RESIZE}}
    VIR_STORAGE_POOL_BUILD_RESIZE = 1 << 1,
    /// {{VIR_STORAGE_POOL_BUILD_NO_OVERWRITE}}
    VIR_STORAGE_POOL_BUILD_NO_OVERWRITE = 1 << 2,
    /// {{VIR_STORAGE_POOL_BUILD_OVERWRITE}}
    VIR_STORAGE_POOL_BUILD_OVERWRITE = 1 << 3,
}
/// {{virStoragePoolBuildFlags}}
pub type virStoragePoolBuildFlags = _virStoragePoolBuildFlags;

/// {{virStoragePoolCreateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolCreateFlags {
    /// {{VIR_STORAGE_POOL_CREATE_NORMAL}}
    VIR_STORAGE_POOL_CREATE_NORMAL = 0,
    /// {{VIR_STORAGE_POOL_CREATE_WITH_BUILD}}
    VIR_STORAGE_POOL_CREATE_WITH_BUILD = 1 << 0,
    /// {{VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE}}
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE = 1 << 1,
    /// {{VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE}}
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE = 1 << 2,
}
/// {{virStoragePoolCreateFlags}}
pub type virStoragePoolCreateFlags = _virStoragePoolCreateFlags;

/// {{virStoragePoolDefineFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolDefineFlags {
    /// {{VIR_STORAGE_POOL_DEFINE_VALIDATE}}
    VIR_STORAGE_POOL_DEFINE_VALIDATE = 1 << 0,
}
/// {{virStoragePoolDefineFlags}}
pub type virStoragePoolDefineFlags = _virStoragePoolDefineFlags;

/// {{virStoragePoolDeleteFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolDeleteFlags {
    /// {{VIR_STORAGE_POOL_DELETE_NORMAL}}
    VIR_STORAGE_POOL_DELETE_NORMAL = 0,
    /// {{VIR_STORAGE_POOL_DELETE_ZEROED}}
    VIR_STORAGE_POOL_DELETE_ZEROED = 1 << 0,
}
/// {{virStoragePoolDeleteFlags}}
pub type virStoragePoolDeleteFlags = _virStoragePoolDeleteFlags;

/// {{virStoragePoolEventID}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolEventID {
    /// {{VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE}}
    VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
    /// {{VIR_STORAGE_POOL_EVENT_ID_REFRESH}}
    VIR_STORAGE_POOL_EVENT_ID_REFRESH = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_STORAGE_POOL_EVENT_ID_LAST}}
    VIR_STORAGE_POOL_EVENT_ID_LAST = 2,
}
/// {{virStoragePoolEventID}}
pub type virStoragePoolEventID = _virStoragePoolEventID;

/// {{virStoragePoolEventLifecycleType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolEventLifecycleType {
    /// {{VIR_STORAGE_POOL_EVENT_DEFINED}}
    VIR_STORAGE_POOL_EVENT_DEFINED = 0,
    /// {{VIR_STORAGE_POOL_EVENT_UNDEFINED}}
    VIR_STORAGE_POOL_EVENT_UNDEFINED = 1,
    /// {{VIR_STORAGE_POOL_EVENT_STARTED}}
    VIR_STORAGE_POOL_EVENT_STARTED = 2,
    /// {{VIR_STORAGE_POOL_EVENT_STOPPED}}
    VIR_STORAGE_POOL_EVENT_STOPPED = 3,
    /// {{VIR_STORAGE_POOL_EVENT_CREATED}}
    VIR_STORAGE_POOL_EVENT_CREATED = 4,
    /// {{VIR_STORAGE_POOL_EVENT_DELETED}}
    VIR_STORAGE_POOL_EVENT_DELETED = 5,
    #[cfg(feature = "sentinels")]
    /// {{VIR_STORAGE_POOL_EVENT_LAST}}
    VIR_STORAGE_POOL_EVENT_LAST = 6,
}
/// {{virStoragePoolEventLifecycleType}}
pub type virStoragePoolEventLifecycleType = _virStoragePoolEventLifecycleType;

/// {{virStoragePoolInfo}}
#[repr(C)]
pub struct _virStoragePoolInfo {
    /// {{_virStoragePoolInfo.state}}
    pub state: c_int,
    /// {{_virStoragePoolInfo.capacity}}
    pub capacity: c_ulonglong,
    /// {{_virStoragePoolInfo.allocation}}
    pub allocation: c_ulonglong,
    /// {{_virStoragePoolInfo.available}}
    pub available: c_ulonglong,
}
/// {{virStoragePoolInfo}}
pub type virStoragePoolInfo = _virStoragePoolInfo;

/// {{virStoragePoolInfoPtr}}
pub type virStoragePoolInfoPtr = *mut virStoragePoolInfo;

/// {{virStoragePoolPtr}}
pub type virStoragePoolPtr = *mut virStoragePool;

/// {{virStoragePoolState}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolState {
    /// {{VIR_STORAGE_POOL_INACTIVE}}
    VIR_STORAGE_POOL_INACTIVE = 0,
    /// {{VIR_STORAGE_POOL_BUILDING}}
    VIR_STORAGE_POOL_BUILDING = 1,
    /// {{VIR_STORAGE_POOL_RUNNING}}
    VIR_STORAGE_POOL_RUNNING = 2,
    /// {{VIR_STORAGE_POOL_DEGRADED}}
    VIR_STORAGE_POOL_DEGRADED = 3,
    /// {{VIR_STORAGE_POOL_INACCESSIBLE}}
    VIR_STORAGE_POOL_INACCESSIBLE = 4,
    #[cfg(feature = "sentinels")]
    /// {{VIR_STORAGE_POOL_STATE_LAST}}
    VIR_STORAGE_POOL_STATE_LAST = 5,
}
/// {{virStoragePoolState}}
pub type virStoragePoolState = _virStoragePoolState;

/// {{virStorageVol}}
pub struct _virStorageVol {
    _private: [u8; 0],
}
/// {{virStorageVol}}
pub type virStorageVol = _virStorageVol;

/// {{virStorageVolCreateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolCreateFlags {
    /// {{VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA}}
    VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = 1 << 0,
    /// {{VIR_STORAGE_VOL_CREATE_REFLINK}}
    VIR_STORAGE_VOL_CREATE_REFLINK = 1 << 1,
    /// {{VIR_STORAGE_VOL_CREATE_VALIDATE}}
    VIR_STORAGE_VOL_CREATE_VALIDATE = 1 << 2,
}
/// {{virStorageVolCreateFlags}}
pub type virStorageVolCreateFlags = _virStorageVolCreateFlags;

/// {{virStorageVolDeleteFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolDeleteFlags {
    /// {{VIR_STORAGE_VOL_DELETE_NORMAL}}
    VIR_STORAGE_VOL_DELETE_NORMAL = 0,
    /// {{VIR_STORAGE_VOL_DELETE_ZEROED}}
    VIR_STORAGE_VOL_DELETE_ZEROED = 1 << 0,
    /// {{VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS}}
    VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = 1 << 1,
}
/// {{virStorageVolDeleteFlags}}
pub type virStorageVolDeleteFlags = _virStorageVolDeleteFlags;

/// {{virStorageVolDownloadFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolDownloadFlags {
    /// {{VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM}}
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM = 1 << 0,
}
/// {{virStorageVolDownloadFlags}}
pub type virStorageVolDownloadFlags = _virStorageVolDownloadFlags;

/// {{virStorageVolInfo}}
#[repr(C)]
pub struct _virStorageVolInfo {
    /// {{_virStorageVolInfo.type}}
    pub r#type: c_int,
    /// {{_virStorageVolInfo.capacity}}
    pub capacity: c_ulonglong,
    /// {{_virStorageVolInfo.allocation}}
    pub allocation: c_ulonglong,
}
/// {{virStorageVolInfo}}
pub type virStorageVolInfo = _virStorageVolInfo;

/// {{virStorageVolInfoFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolInfoFlags {
    /// {{VIR_STORAGE_VOL_USE_ALLOCATION}}
    VIR_STORAGE_VOL_USE_ALLOCATION = 0,
    /// {{VIR_STORAGE_VOL_GET_PHYSICAL}}
    VIR_STORAGE_VOL_GET_PHYSICAL = 1 << 0,
}
/// {{virStorageVolInfoFlags}}
pub type virStorageVolInfoFlags = _virStorageVolInfoFlags;

/// {{virStorageVolInfoPtr}}
pub type virStorageVolInfoPtr = *mut virStorageVolInfo;

/// {{virStorageVolPtr}}
pub type virStorageVolPtr = *mut virStorageVol;

/// {{virStorageVolResizeFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolResizeFlags {
    /// {{VIR_STORAGE_VOL_RESIZE_ALLOCATE}}
    VIR_STORAGE_VOL_RESIZE_ALLOCATE = 1 << 0,
    /// {{VIR_STORAGE_VOL_RESIZE_DELTA}}
    VIR_STORAGE_VOL_RESIZE_DELTA = 1 << 1,
    /// {{VIR_STORAGE_VOL_RESIZE_SHRINK}}
    VIR_STORAGE_VOL_RESIZE_SHRINK = 1 << 2,
}
/// {{virStorageVolResizeFlags}}
pub type virStorageVolResizeFlags = _virStorageVolResizeFlags;

/// {{virStorageVolType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolType {
    /// {{VIR_STORAGE_VOL_FILE}}
    VIR_STORAGE_VOL_FILE = 0,
    /// {{VIR_STORAGE_VOL_BLOCK}}
    VIR_STORAGE_VOL_BLOCK = 1,
    /// {{VIR_STORAGE_VOL_DIR}}
    VIR_STORAGE_VOL_DIR = 2,
    /// {{VIR_STORAGE_VOL_NETWORK}}
    VIR_STORAGE_VOL_NETWORK = 3,
    /// {{VIR_STORAGE_VOL_NETDIR}}
    VIR_STORAGE_VOL_NETDIR = 4,
    /// {{VIR_STORAGE_VOL_PLOOP}}
    VIR_STORAGE_VOL_PLOOP = 5,
    #[cfg(feature = "sentinels")]
    /// {{VIR_STORAGE_VOL_LAST}}
    VIR_STORAGE_VOL_LAST = 6,
}
/// {{virStorageVolType}}
pub type virStorageVolType = _virStorageVolType;

/// {{virStorageVolUploadFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolUploadFlags {
    /// {{VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM}}
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM = 1 << 0,
}
/// {{virStorageVolUploadFlags}}
pub type virStorageVolUploadFlags = _virStorageVolUploadFlags;

/// {{virStorageVolWipeAlgorithm}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolWipeAlgorithm {
    /// {{VIR_STORAGE_VOL_WIPE_ALG_ZERO}}
    VIR_STORAGE_VOL_WIPE_ALG_ZERO = 0,
    /// {{VIR_STORAGE_VOL_WIPE_ALG_NNSA}}
    VIR_STORAGE_VOL_WIPE_ALG_NNSA = 1,
    /// {{VIR_STORAGE_VOL_WIPE_ALG_DOD}}
    VIR_STORAGE_VOL_WIPE_ALG_DOD = 2,
    /// {{VIR_STORAGE_VOL_WIPE_ALG_BSI}}
    VIR_STORAGE_VOL_WIPE_ALG_BSI = 3,
    /// {{VIR_STORAGE_VOL_WIPE_ALG_GUTMANN}}
    VIR_STORAGE_VOL_WIPE_ALG_GUTMANN = 4,
    /// {{VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER}}
    VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER = 5,
    /// {{VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7}}
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 = 6,
    /// {{VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33}}
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 = 7,
    /// {{VIR_STORAGE_VOL_WIPE_ALG_RANDOM}}
    VIR_STORAGE_VOL_WIPE_ALG_RANDOM = 8,
    /// {{VIR_STORAGE_VOL_WIPE_ALG_TRIM}}
    VIR_STORAGE_VOL_WIPE_ALG_TRIM = 9,
    #[cfg(feature = "sentinels")]
    /// {{VIR_STORAGE_VOL_WIPE_ALG_LAST}}
    VIR_STORAGE_VOL_WIPE_ALG_LAST = 10,
}
/// {{virStorageVolWipeAlgorithm}}
pub type virStorageVolWipeAlgorithm = _virStorageVolWipeAlgorithm;

/// {{virStorageXMLFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageXMLFlags {
    /// {{VIR_STORAGE_XML_INACTIVE}}
    VIR_STORAGE_XML_INACTIVE = 1 << 0,
}
/// {{virStorageXMLFlags}}
pub type virStorageXMLFlags = _virStorageXMLFlags;
