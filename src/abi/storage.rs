//! Storage pools and volumes (`libvirt-storage.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_int, c_ulonglong, c_void};

/// Filters for listing storage pools.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllStoragePoolsFlags {
    /// Include inactive pools.
    VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE = 1 << 0,
    /// Include active pools.
    VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE = 1 << 1,
    /// Include persistent pools.
    VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT = 1 << 2,
    /// Include transient pools.
    VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT = 1 << 3,
    /// Include pools with autostart.
    VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART = 1 << 4,
    /// Include pools without autostart.
    VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART = 1 << 5,
    /// Include pools of the directory type.
    VIR_CONNECT_LIST_STORAGE_POOLS_DIR = 1 << 6,
    /// Include pools of the file system type.
    VIR_CONNECT_LIST_STORAGE_POOLS_FS = 1 << 7,
    /// Include pools of the network file system type.
    VIR_CONNECT_LIST_STORAGE_POOLS_NETFS = 1 << 8,
    /// Include pools of the volume group (LVM) type.
    VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL = 1 << 9,
    /// Include pools of the disk type.
    VIR_CONNECT_LIST_STORAGE_POOLS_DISK = 1 << 10,
    /// Include pools of the iSCSI type.
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI = 1 << 11,
    /// Include pools of the SCSI type.
    VIR_CONNECT_LIST_STORAGE_POOLS_SCSI = 1 << 12,
    /// Include pools of the multipath type.
    VIR_CONNECT_LIST_STORAGE_POOLS_MPATH = 1 << 13,
    /// Include pools of the Ceph RBD type.
    VIR_CONNECT_LIST_STORAGE_POOLS_RBD = 1 << 14,
    /// Include pools of the Sheepdog type.
    VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG = 1 << 15,
    /// Include pools of the Gluster type.
    VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER = 1 << 16,
    /// Include pools of the ZFS type.
    VIR_CONNECT_LIST_STORAGE_POOLS_ZFS = 1 << 17,
    /// Include pools of the Virtuozzo storage type.
    VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE = 1 << 18,
    /// Include pools of the direct iSCSI type.
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT = 1 << 19,
}
/// Filters for listing storage pools.
pub type virConnectListAllStoragePoolsFlags = _virConnectListAllStoragePoolsFlags;

/// Type to which all storage pool event callbacks are cast.
pub type virConnectStoragePoolEventGenericCallback =
    Option<unsafe extern "C-unwind" fn(conn: virConnectPtr, pool: virStoragePoolPtr, opaque: *mut c_void)>;

/// Reports a virStoragePoolEventLifecycleType of a pool; the detail is 0.
pub type virConnectStoragePoolEventLifecycleCallback = Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        pool: virStoragePoolPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;

/// Opaque storage pool.
pub struct _virStoragePool {
    _private: [u8; 0],
}
/// Opaque storage pool.
pub type virStoragePool = _virStoragePool;

/// Flags for building a storage pool.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolBuildFlags {
    /// Build from scratch.
    VIR_STORAGE_POOL_BUILD_NEW = 0,
    /// Repair what is there.
    VIR_STORAGE_POOL_BUILD_REPAIR = 1 << 0,
    /// Extend what is there.
    VIR_STORAGE_POOL_BUILD_RESIZE = 1 << 1,
    /// Fail if data is there.
    VIR_STORAGE_POOL_BUILD_NO_OVERWRITE = 1 << 2,
    /// Overwrite data that is there.
    VIR_STORAGE_POOL_BUILD_OVERWRITE = 1 << 3,
}
/// Flags for building a storage pool.
pub type virStoragePoolBuildFlags = _virStoragePoolBuildFlags;

/// Flags for starting a storage pool.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolCreateFlags {
    /// Start without building.
    VIR_STORAGE_POOL_CREATE_NORMAL = 0,
    /// Build before the start.
    VIR_STORAGE_POOL_CREATE_WITH_BUILD = 1 << 0,
    /// Build before the start and overwrite data that is there.
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE = 1 << 1,
    /// Build before the start, fail if data is there.
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE = 1 << 2,
}
/// Flags for starting a storage pool.
pub type virStoragePoolCreateFlags = _virStoragePoolCreateFlags;

/// Flags for storing a storage pool configuration.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolDefineFlags {
    /// Check the XML against the schema.
    VIR_STORAGE_POOL_DEFINE_VALIDATE = 1 << 0,
}
/// Flags for storing a storage pool configuration.
pub type virStoragePoolDefineFlags = _virStoragePoolDefineFlags;

/// Flags for deleting a pool's storage.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolDeleteFlags {
    /// Delete the records only, which is fast.
    VIR_STORAGE_POOL_DELETE_NORMAL = 0,
    /// Overwrite all data with zeros.
    VIR_STORAGE_POOL_DELETE_ZEROED = 1 << 0,
}
/// Flags for deleting a pool's storage.
pub type virStoragePoolDeleteFlags = _virStoragePoolDeleteFlags;

/// Kinds of storage pool events and the callback type of each.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolEventID {
    /// Lifecycle change; use virConnectStoragePoolEventLifecycleCallback.
    VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
    /// Pool was refreshed; use virConnectStoragePoolEventGenericCallback.
    VIR_STORAGE_POOL_EVENT_ID_REFRESH = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_STORAGE_POOL_EVENT_ID_LAST = 2,
}
/// Kinds of storage pool events and the callback type of each.
pub type virStoragePoolEventID = _virStoragePoolEventID;

/// Kinds of storage pool lifecycle events.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolEventLifecycleType {
    /// Configuration was stored.
    VIR_STORAGE_POOL_EVENT_DEFINED = 0,
    /// Configuration was deleted.
    VIR_STORAGE_POOL_EVENT_UNDEFINED = 1,
    /// Pool became active.
    VIR_STORAGE_POOL_EVENT_STARTED = 2,
    /// Pool became inactive.
    VIR_STORAGE_POOL_EVENT_STOPPED = 3,
    /// Storage was built.
    VIR_STORAGE_POOL_EVENT_CREATED = 4,
    /// Storage was deleted.
    VIR_STORAGE_POOL_EVENT_DELETED = 5,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_STORAGE_POOL_EVENT_LAST = 6,
}
/// Kinds of storage pool lifecycle events.
pub type virStoragePoolEventLifecycleType = _virStoragePoolEventLifecycleType;

/// State and sizes of a storage pool.
#[repr(C)]
pub struct _virStoragePoolInfo {
    /// State, a virStoragePoolState.
    pub state: c_int,
    /// Size in bytes.
    pub capacity: c_ulonglong,
    /// Space taken, in bytes.
    pub allocation: c_ulonglong,
    /// Space left, in bytes.
    pub available: c_ulonglong,
}
/// State and sizes of a storage pool.
pub type virStoragePoolInfo = _virStoragePoolInfo;

/// Pointer to a virStoragePoolInfo.
pub type virStoragePoolInfoPtr = *mut virStoragePoolInfo;

/// Handle of a storage pool; release it with virStoragePoolFree().
pub type virStoragePoolPtr = *mut virStoragePool;

/// States of a storage pool.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStoragePoolState {
    /// Pool is not running.
    VIR_STORAGE_POOL_INACTIVE = 0,
    /// Pool is being prepared.
    VIR_STORAGE_POOL_BUILDING = 1,
    /// Pool is running.
    VIR_STORAGE_POOL_RUNNING = 2,
    /// Pool is running with faults.
    VIR_STORAGE_POOL_DEGRADED = 3,
    /// Pool is running but cannot be reached.
    VIR_STORAGE_POOL_INACCESSIBLE = 4,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_STORAGE_POOL_STATE_LAST = 5,
}
/// States of a storage pool.
pub type virStoragePoolState = _virStoragePoolState;

/// Opaque storage volume.
pub struct _virStorageVol {
    _private: [u8; 0],
}
/// Opaque storage volume.
pub type virStorageVol = _virStorageVol;

/// Flags for creating a volume.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolCreateFlags {
    /// Allocate the image's metadata in advance.
    VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = 1 << 0,
    /// Share blocks with the cloned volume by reflink.
    VIR_STORAGE_VOL_CREATE_REFLINK = 1 << 1,
    /// Check the XML against the schema.
    VIR_STORAGE_VOL_CREATE_VALIDATE = 1 << 2,
}
/// Flags for creating a volume.
pub type virStorageVolCreateFlags = _virStorageVolCreateFlags;

/// Flags for deleting a volume.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolDeleteFlags {
    /// Delete the records only, which is fast.
    VIR_STORAGE_VOL_DELETE_NORMAL = 0,
    /// Overwrite all data with zeros.
    VIR_STORAGE_VOL_DELETE_ZEROED = 1 << 0,
    /// Delete the volume's snapshots too.
    VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = 1 << 1,
}
/// Flags for deleting a volume.
pub type virStorageVolDeleteFlags = _virStorageVolDeleteFlags;

/// Flags for downloading a volume.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolDownloadFlags {
    /// Send holes as such.
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM = 1 << 0,
}
/// Flags for downloading a volume.
pub type virStorageVolDownloadFlags = _virStorageVolDownloadFlags;

/// Type and sizes of a volume.
#[repr(C)]
pub struct _virStorageVolInfo {
    /// Type, a virStorageVolType.
    pub r#type: c_int,
    /// Logical size in bytes.
    pub capacity: c_ulonglong,
    /// Storage in use, in bytes.
    pub allocation: c_ulonglong,
}
/// Type and sizes of a volume.
pub type virStorageVolInfo = _virStorageVolInfo;

/// Flags for querying a volume's sizes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolInfoFlags {
    /// Report the allocation.
    VIR_STORAGE_VOL_USE_ALLOCATION = 0,
    /// Report the physical size in place of the allocation.
    VIR_STORAGE_VOL_GET_PHYSICAL = 1 << 0,
}
/// Flags for querying a volume's sizes.
pub type virStorageVolInfoFlags = _virStorageVolInfoFlags;

/// Pointer to a virStorageVolInfo.
pub type virStorageVolInfoPtr = *mut virStorageVolInfo;

/// Handle of a volume; release it with virStorageVolFree().
pub type virStorageVolPtr = *mut virStorageVol;

/// Flags for resizing a volume.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolResizeFlags {
    /// Allocate the new space fully.
    VIR_STORAGE_VOL_RESIZE_ALLOCATE = 1 << 0,
    /// Size is relative to the present one.
    VIR_STORAGE_VOL_RESIZE_DELTA = 1 << 1,
    /// Allow making it smaller.
    VIR_STORAGE_VOL_RESIZE_SHRINK = 1 << 2,
}
/// Flags for resizing a volume.
pub type virStorageVolResizeFlags = _virStorageVolResizeFlags;

/// Types of volumes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolType {
    /// Regular file.
    VIR_STORAGE_VOL_FILE = 0,
    /// Block device.
    VIR_STORAGE_VOL_BLOCK = 1,
    /// Directory.
    VIR_STORAGE_VOL_DIR = 2,
    /// Network volume.
    VIR_STORAGE_VOL_NETWORK = 3,
    /// Network directory.
    VIR_STORAGE_VOL_NETDIR = 4,
    /// Ploop image, a directory with its parts.
    VIR_STORAGE_VOL_PLOOP = 5,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_STORAGE_VOL_LAST = 6,
}
/// Types of volumes.
pub type virStorageVolType = _virStorageVolType;

/// Flags for uploading a volume.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolUploadFlags {
    /// Receive holes as such.
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM = 1 << 0,
}
/// Flags for uploading a volume.
pub type virStorageVolUploadFlags = _virStorageVolUploadFlags;

/// Ways of wiping a volume.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageVolWipeAlgorithm {
    /// One pass of zeros.
    VIR_STORAGE_VOL_WIPE_ALG_ZERO = 0,
    /// Passes of the NNSA policy for removable disks.
    VIR_STORAGE_VOL_WIPE_ALG_NNSA = 1,
    /// Passes of the DoD 5220.22-M procedure.
    VIR_STORAGE_VOL_WIPE_ALG_DOD = 2,
    /// Passes recommended by the German BSI.
    VIR_STORAGE_VOL_WIPE_ALG_BSI = 3,
    /// Gutmann's 35 passes.
    VIR_STORAGE_VOL_WIPE_ALG_GUTMANN = 4,
    /// Schneier's 7 passes.
    VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER = 5,
    /// Pfitzner's 7 random passes.
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 = 6,
    /// Pfitzner's 33 random passes.
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 = 7,
    /// One pass of random data.
    VIR_STORAGE_VOL_WIPE_ALG_RANDOM = 8,
    /// Discard by TRIM.
    VIR_STORAGE_VOL_WIPE_ALG_TRIM = 9,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_STORAGE_VOL_WIPE_ALG_LAST = 10,
}
/// Ways of wiping a volume.
pub type virStorageVolWipeAlgorithm = _virStorageVolWipeAlgorithm;

/// Flags for describing a storage pool as XML.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virStorageXMLFlags {
    /// Show the stored configuration.
    VIR_STORAGE_XML_INACTIVE = 1 << 0,
}
/// Flags for describing a storage pool as XML.
pub type virStorageXMLFlags = _virStorageXMLFlags;
