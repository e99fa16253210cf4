//! Checkpoints of domains (`libvirt-domain-checkpoint.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

/// Opaque checkpoint of a domain's disks.
pub struct _virDomainCheckpoint {
    _private: [u8; 0],
}
/// Opaque checkpoint of a domain's disks.
pub type virDomainCheckpoint = _virDomainCheckpoint;

/// Flags for creating a checkpoint.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCheckpointCreateFlags {
    /// Restore the record of an old checkpoint.
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE = 1 << 0,
    /// Freeze guest file systems meanwhile.
    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE = 1 << 1,
    /// Check the disks' tracking data on redefining.
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE = 1 << 2,
}
/// Flags for creating a checkpoint.
pub type virDomainCheckpointCreateFlags = _virDomainCheckpointCreateFlags;

/// Flags for deleting a checkpoint.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCheckpointDeleteFlags {
    /// Delete all descendants too.
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN = 1 << 0,
    /// Delete only the library's record.
    VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY = 1 << 1,
    /// Delete only the descendants.
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY = 1 << 2,
}
/// Flags for deleting a checkpoint.
pub type virDomainCheckpointDeleteFlags = _virDomainCheckpointDeleteFlags;

/// Filters for listing checkpoints.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCheckpointListFlags {
    /// Only checkpoints without parent, when listing by domain.
    VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = 1 << 0,
    /// Parents come before their children.
    VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL = 1 << 1,
    /// Include checkpoints without children.
    VIR_DOMAIN_CHECKPOINT_LIST_LEAVES = 1 << 2,
    /// Include checkpoints with children.
    VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES = 1 << 3,
}
/// Filters for listing checkpoints.
pub type virDomainCheckpointListFlags = _virDomainCheckpointListFlags;

/// Handle of a checkpoint; release it with virDomainCheckpointFree().
pub type virDomainCheckpointPtr = *mut virDomainCheckpoint;

/// Flags for describing a checkpoint as XML.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCheckpointXMLFlags {
    /// Include secrets such as passwords.
    VIR_DOMAIN_CHECKPOINT_XML_SECURE = 1 << 0,
    /// Leave out the domain's description.
    VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN = 1 << 1,
    /// Add the size of the changes since the checkpoint.
    VIR_DOMAIN_CHECKPOINT_XML_SIZE = 1 << 2,
}
/// Flags for describing a checkpoint as XML.
pub type virDomainCheckpointXMLFlags = _virDomainCheckpointXMLFlags;
