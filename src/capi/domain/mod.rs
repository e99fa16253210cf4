//! Domains (`libvirt-domain.h`), one file per subject.

pub mod block;
pub mod console;
pub mod device;
pub mod event;
pub mod guest;
pub mod job;
pub mod lifecycle;
pub mod lookup;
pub mod memory;
pub mod migrate;
pub mod save;
pub mod state;
pub mod stats;
pub mod tune;
pub mod vcpu;
pub mod xml;

use std::sync::Arc;

use crate::abi::virDomainPtr;
use crate::capi::boundary::{Call, Flag, flag};
use crate::capi::handle::publish;
use crate::connect::Connect;
use crate::domain::Domain;
use crate::error::{ErrorDomain, Result};
use crate::ident::DomainKey;

/// Where errors about the arguments of domain functions come from, in the original's view.
const DOMAIN: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

const AFFECT_LIVE: Flag = flag!(virDomainModificationImpact::VIR_DOMAIN_AFFECT_LIVE);
const AFFECT_CONFIG: Flag = flag!(virDomainModificationImpact::VIR_DOMAIN_AFFECT_CONFIG);

/// Fails if `flags` ask for the running domain and for the definition of its next start.
fn check_one_impact(call: &Call, flags: u32) -> Result<()> {
    call.exclusive(flags, AFFECT_LIVE, AFFECT_CONFIG, DOMAIN)
}

/// A new handle for the program.
fn publish_domain(conn: &Arc<Connect>, key: DomainKey) -> virDomainPtr {
    publish(Arc::new(Domain::new(Arc::clone(conn), key)))
}
