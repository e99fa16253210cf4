//! What a domain says in the namespace of the test driver: how it is found when its host, which a file describes, is
//! opened. Elsewhere it only has to make sense.

#![forbid(unsafe_code)]

use super::{Rules, fail};
use crate::abi::virDomainState as State;
use crate::error::{Error, ErrorDomain, Result};
use crate::util::xml::{Element, number};

const RUNNING: i32 = State::VIR_DOMAIN_RUNNING as i32;
const SHUTOFF: i32 = State::VIR_DOMAIN_SHUTOFF as i32;
/// The highest `virDomainState`.
const LAST_STATE: u32 = State::VIR_DOMAIN_PMSUSPENDED as u32;

/// What the elements in the test driver's namespace say, but for snapshots. They are not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TestNamespace {
    /// `<runstate>`: a `virDomainState`.
    pub state: i32,
    /// Has no definition that outlives its run.
    pub transient: bool,
    /// Its next start continues where a managed save left it.
    pub managed_save: bool,
}

/// Running, and defined.
impl Default for TestNamespace {
    fn default() -> Self {
        Self { state: RUNNING, transient: false, managed_save: false }
    }
}

impl TestNamespace {
    /// The namespace.
    pub const URI: &str = "http://libvirt.org/schemas/domain/test/1.0";

    pub(super) fn parse(domain: Element<'_>, rules: Rules) -> Result<Self> {
        if rules != Rules::Test {
            return Ok(Self::default());
        }
        let child = |name| domain.children_in(Self::URI, name).next();
        let state = match child("runstate").map(Element::text).filter(|text| !text.is_empty()) {
            None => RUNNING.cast_unsigned(),
            Some(text) => number(&text).ok_or_else(|| bad("invalid runstate"))?,
        };
        if state > LAST_STATE {
            // As libvirt, down to the quotation mark.
            return Err(bad(format!("runstate '{state}' out of range'")));
        }
        let namespace = Self {
            state: state.cast_signed(),
            transient: child("transient").is_some(),
            managed_save: child("hasmanagedsave").is_some(),
        };
        if namespace.transient && !namespace.is_active() {
            return Err(bad("transient domain cannot have runstate 'shutoff'"));
        }
        if namespace.managed_save && namespace.is_active() {
            return Err(bad("domain with managedsave data can only have runstate 'shutoff'"));
        }
        Ok(namespace)
    }

    /// Whether the domain has a run.
    pub fn is_active(self) -> bool {
        self.state != SHUTOFF
    }
}

fn bad(detail: impl Into<String>) -> Error {
    fail::xml(detail).in_domain(ErrorDomain::VIR_FROM_TEST)
}
