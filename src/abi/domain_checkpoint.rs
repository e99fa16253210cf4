//! Checkpoints of domains (`libvirt-domain-checkpoint.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

/// {{virDomainCheckpoint}}
pub struct _virDomainCheckpoint {
    _private: [u8; 0],
}
/// {{virDomainCheckpoint}}
pub type virDomainCheckpoint = _virDomainCheckpoint;

/// {{virDomainCheckpointCreateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCheckpointCreateFlags {
    /// {{VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE}}
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE = 1 << 0,
    /// {{VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE}}
    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE = 1 << 1,
    /// {{VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE}}
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE = 1 << 2,
}
/// {{virDomainCheckpointCreateFlags}}
pub type virDomainCheckpointCreateFlags = _virDomainCheckpointCreateFlags;

/// {{virDomainCheckpointDeleteFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCheckpointDeleteFlags {
    /// {{VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN}}
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN = 1 << 0,
    /// {{VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY}}
    VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY = 1 << 1,
    /// {{VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY}}
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY = 1 << 2,
}
/// {{virDomainCheckpointDeleteFlags}}
pub type virDomainCheckpointDeleteFlags = _virDomainCheckpointDeleteFlags;

/// {{virDomainCheckpointListFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCheckpointListFlags {
    /// {{VIR_DOMAIN_CHECKPOINT_LIST_ROOTS}}
    VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = 1 << 0,
    /// {{VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL}}
    VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL = 1 << 1,
    /// {{VIR_DOMAIN_CHECKPOINT_LIST_LEAVES}}
    VIR_DOMAIN_CHECKPOINT_LIST_LEAVES = 1 << 2,
    /// {{VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES}}
    VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES = 1 << 3,
}
/// {{virDomainCheckpointListFlags}}
pub type virDomainCheckpointListFlags = _virDomainCheckpointListFlags;

/// {{virDomainCheckpointPtr}}
pub type virDomainCheckpointPtr = *mut virDomainCheckpoint;

/// {{virDomainCheckpointXMLFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCheckpointXMLFlags {
    /// {{VIR_DOMAIN_CHECKPOINT_XML_SECURE}}
    VIR_DOMAIN_CHECKPOINT_XML_SECURE = 1 << 0,
    /// {{VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN}}
    VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN = 1 << 1,
    /// {{VIR_DOMAIN_CHECKPOINT_XML_SIZE}}
    VIR_DOMAIN_CHECKPOINT_XML_SIZE = 1 << 2,
}
/// {{virDomainCheckpointXMLFlags}}
pub type virDomainCheckpointXMLFlags = _virDomainCheckpointXMLFlags;
