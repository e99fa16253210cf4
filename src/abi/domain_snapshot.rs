//! Snapshots of domains (`libvirt-domain-snapshot.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

/// {{virDomainSnapshot}}
pub struct _virDomainSnapshot {
    _private: [u8; 0],
}
/// {{virDomainSnapshot}}
pub type virDomainSnapshot = _virDomainSnapshot;

/// {{virDomainSnapshotCreateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSnapshotCreateFlags {
    /// {{VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE}}
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE = 1 << 0,
    /// {{VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT}}
    VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT = 1 << 1,
    /// {{VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA}}
    VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA = 1 << 2,
    /// {{VIR_DOMAIN_SNAPSHOT_CREATE_HALT}}
    VIR_DOMAIN_SNAPSHOT_CREATE_HALT = 1 << 3,
    /// {{VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY}}
    VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY = 1 << 4,
    /// {{VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT}}
    VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT = 1 << 5,
    /// {{VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE}}
    VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE = 1 << 6,
    /// {{VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC}}
    VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC = 1 << 7,
    /// {{VIR_DOMAIN_SNAPSHOT_CREATE_LIVE}}
    VIR_DOMAIN_SNAPSHOT_CREATE_LIVE = 1 << 8,
    /// {{VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE}}
    VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE = 1 << 9,
}
/// {{virDomainSnapshotCreateFlags}}
pub type virDomainSnapshotCreateFlags = _virDomainSnapshotCreateFlags;

/// {{virDomainSnapshotDeleteFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSnapshotDeleteFlags {
    /// {{VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN}}
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN = 1 << 0,
    /// {{VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY}}
    VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY = 1 << 1,
    /// {{VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY}}
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY = 1 << 2,
}
/// {{virDomainSnapshotDeleteFlags}}
pub type virDomainSnapshotDeleteFlags = _virDomainSnapshotDeleteFlags;

/// {{virDomainSnapshotListFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSnapshotListFlags {
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_ROOTS}}
    VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = 1 << 0,
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_LEAVES}}
    VIR_DOMAIN_SNAPSHOT_LIST_LEAVES = 1 << 2,
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES}}
    VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES = 1 << 3,
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_METADATA}}
    VIR_DOMAIN_SNAPSHOT_LIST_METADATA = 1 << 1,
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA}}
    VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA = 1 << 4,
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE}}
    VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE = 1 << 5,
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE}}
    VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE = 1 << 6,
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY}}
    VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY = 1 << 7,
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL}}
    VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL = 1 << 8,
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL}}
    VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL = 1 << 9,
    /// {{VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL}}
    VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL = 1 << 10,
}
/// {{virDomainSnapshotListFlags}}
pub type virDomainSnapshotListFlags = _virDomainSnapshotListFlags;

/// {{virDomainSnapshotPtr}}
pub type virDomainSnapshotPtr = *mut virDomainSnapshot;

/// {{virDomainSnapshotRevertFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSnapshotRevertFlags {
    /// {{VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING}}
    VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING = 1 << 0,
    /// {{VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED}}
    VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED = 1 << 1,
    /// {{VIR_DOMAIN_SNAPSHOT_REVERT_FORCE}}
    VIR_DOMAIN_SNAPSHOT_REVERT_FORCE = 1 << 2,
    /// {{VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM}}
    VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM = 1 << 3,
}
/// {{virDomainSnapshotRevertFlags}}
pub type virDomainSnapshotRevertFlags = _virDomainSnapshotRevertFlags;

/// {{virDomainSnapshotXMLFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSnapshotXMLFlags {
    /// {{VIR_DOMAIN_SNAPSHOT_XML_SECURE}}
    VIR_DOMAIN_SNAPSHOT_XML_SECURE = 1 << 0,
}
/// {{virDomainSnapshotXMLFlags}}
pub type virDomainSnapshotXMLFlags = _virDomainSnapshotXMLFlags;
