//! The domain definition.

#![forbid(unsafe_code)]

use crate::domain::Uuid;
use crate::error::{Error, ErrorDomain, Result};

/// A domain as its XML describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainDef {
    /// Unique name.
    pub name: String,
    /// Unique for ever; made up when the XML has none.
    pub uuid: Uuid,
    /// Maximum memory.
    pub memory_kib: u64,
    /// Memory at start.
    pub current_memory_kib: u64,
    /// Virtual CPUs.
    pub vcpus: u16,
    /// What happens when the guest powers off, restarts or crashes.
    pub on_poweroff: LifecycleAction,
    pub on_reboot: LifecycleAction,
    pub on_crash: LifecycleAction,
}

/// `<on_poweroff>` and friends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifecycleAction {
    Destroy,
    Restart,
    RenameRestart,
    Preserve,
    CoredumpDestroy,
    CoredumpRestart,
}

impl DomainDef {
    /// Parses and validates a `<domain>` document.
    pub fn parse(xml: &str) -> Result<Self> {
        let _ = xml;
        Err(Error::no_support(ErrorDomain::VIR_FROM_DOMAIN, "DomainDef::parse"))
    }
}
