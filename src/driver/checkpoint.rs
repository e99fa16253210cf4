//! Checkpoints of domains.

#![forbid(unsafe_code)]

use super::Driver;

/// Checkpoints (`libvirt-domain-checkpoint.h`).
pub trait CheckpointDriver: Driver {}
