//! Snapshots of domains (`libvirt-domain-snapshot.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

/// Opaque snapshot of a domain.
pub struct _virDomainSnapshot {
    _private: [u8; 0],
}
/// Opaque snapshot of a domain.
pub type virDomainSnapshot = _virDomainSnapshot;

/// Flags for creating a snapshot.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSnapshotCreateFlags {
    /// Restore the record of an old snapshot.
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE = 1 << 0,
    /// Make the redefined snapshot current.
    VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT = 1 << 1,
    /// Keep no record of the snapshot.
    VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA = 1 << 2,
    /// Stop the domain after the snapshot.
    VIR_DOMAIN_SNAPSHOT_CREATE_HALT = 1 << 3,
    /// Take the disks but not the memory.
    VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY = 1 << 4,
    /// Use existing destination files.
    VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT = 1 << 5,
    /// Freeze guest file systems meanwhile.
    VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE = 1 << 6,
    /// Change all disks or none.
    VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC = 1 << 7,
    /// Keep the guest running meanwhile.
    VIR_DOMAIN_SNAPSHOT_CREATE_LIVE = 1 << 8,
    /// Check the XML against the schema.
    VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE = 1 << 9,
}
/// Flags for creating a snapshot.
pub type virDomainSnapshotCreateFlags = _virDomainSnapshotCreateFlags;

/// Flags for deleting a snapshot.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSnapshotDeleteFlags {
    /// Delete all descendants too.
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN = 1 << 0,
    /// Delete only the library's record.
    VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY = 1 << 1,
    /// Delete only the descendants.
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY = 1 << 2,
}
/// Flags for deleting a snapshot.
pub type virDomainSnapshotDeleteFlags = _virDomainSnapshotDeleteFlags;

/// Filters for listing snapshots.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSnapshotListFlags {
    /// Only snapshots without parent, when listing by domain.
    VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = 1 << 0,
    /// Include snapshots without children.
    VIR_DOMAIN_SNAPSHOT_LIST_LEAVES = 1 << 2,
    /// Include snapshots with children.
    VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES = 1 << 3,
    /// Include snapshots the library keeps a record of.
    VIR_DOMAIN_SNAPSHOT_LIST_METADATA = 1 << 1,
    /// Include snapshots without a record.
    VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA = 1 << 4,
    /// Include snapshots of an inactive domain.
    VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE = 1 << 5,
    /// Include snapshots with memory of an active domain.
    VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE = 1 << 6,
    /// Include snapshots of disks alone.
    VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY = 1 << 7,
    /// Include snapshots kept inside the disk images.
    VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL = 1 << 8,
    /// Include snapshots kept in separate files.
    VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL = 1 << 9,
    /// Parents come before their children.
    VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL = 1 << 10,
}
/// Filters for listing snapshots.
pub type virDomainSnapshotListFlags = _virDomainSnapshotListFlags;

/// Handle of a snapshot; release it with virDomainSnapshotFree().
pub type virDomainSnapshotPtr = *mut virDomainSnapshot;

/// Flags for reverting to a snapshot.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSnapshotRevertFlags {
    /// Run after the revert.
    VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING = 1 << 0,
    /// Stay paused after the revert.
    VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED = 1 << 1,
    /// Allow risky reverts.
    VIR_DOMAIN_SNAPSHOT_REVERT_FORCE = 1 << 2,
    /// Set the NVRAM back to its template.
    VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM = 1 << 3,
}
/// Flags for reverting to a snapshot.
pub type virDomainSnapshotRevertFlags = _virDomainSnapshotRevertFlags;

/// Flags for describing a snapshot as XML.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSnapshotXMLFlags {
    /// Include secrets such as passwords.
    VIR_DOMAIN_SNAPSHOT_XML_SECURE = 1 << 0,
}
/// Flags for describing a snapshot as XML.
pub type virDomainSnapshotXMLFlags = _virDomainSnapshotXMLFlags;
