//! The snapshot handle: which snapshot of which domain.
//!
//! What a driver knows about a snapshot lives in the driver; a handle only names it.

#![forbid(unsafe_code)]

use std::sync::Arc;

use crate::domain::Domain;
use crate::driver::HypervisorDriver;
use crate::handle::Magic;
use crate::ident::Name;

/// What a `virDomainSnapshotPtr` points to.
#[repr(C)]
pub struct Snapshot {
    magic: Magic,
    domain: Arc<Domain>,
    name: Name,
}

impl Snapshot {
    /// "vDsn"
    pub const MAGIC: u32 = 0x7644_736e;

    /// A handle for the snapshot `name` of `domain`.
    pub fn new(domain: Arc<Domain>, name: Name) -> Self {
        Self { magic: Magic::new(Self::MAGIC), domain, name }
    }

    /// The domain that the handle belongs to.
    pub fn domain(&self) -> &Arc<Domain> {
        &self.domain
    }

    /// The driver behind the handle.
    pub fn driver(&self) -> &dyn HypervisorDriver {
        self.domain.driver()
    }

    /// The snapshot's name.
    pub fn name(&self) -> &Name {
        &self.name
    }
}
