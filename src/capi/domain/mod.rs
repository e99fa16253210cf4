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
use crate::capi::handle::publish;
use crate::connect::Connect;
use crate::domain::Domain;
use crate::error::ErrorDomain;
use crate::ident::DomainKey;

/// Where errors about the arguments of domain functions come from, in the original's view.
const DOMAIN: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

/// A new handle for the program.
pub(in crate::capi) fn publish_domain(conn: &Arc<Connect>, key: DomainKey) -> virDomainPtr {
    publish(Arc::new(Domain::new(Arc::clone(conn), key)))
}
