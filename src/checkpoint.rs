//! The checkpoint handle: which checkpoint of which domain.
//!
//! What a driver knows about a checkpoint lives in the driver; a handle only names it.

#![forbid(unsafe_code)]

use std::sync::Arc;

use crate::domain::Domain;
use crate::driver::HypervisorDriver;
use crate::handle::Magic;
use crate::ident::Name;

/// What a `virDomainCheckpointPtr` points to.
#[repr(C)]
pub struct Checkpoint {
    magic: Magic,
    domain: Arc<Domain>,
    name: Name,
}

impl Checkpoint {
    /// "vDck"
    pub const MAGIC: u32 = 0x7644_636b;

    /// A handle for the checkpoint `name` of `domain`.
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

    /// The checkpoint's name.
    pub fn name(&self) -> &Name {
        &self.name
    }
}
