//! Snapshots of domains.

#![forbid(unsafe_code)]

use super::Driver;

/// Snapshots (`libvirt-domain-snapshot.h`).
pub trait SnapshotDriver: Driver {}
