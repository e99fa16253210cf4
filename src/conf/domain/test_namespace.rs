//! The elements that only `test:///FILE` knows: in which state a domain begins, and what belongs to it.

#![forbid(unsafe_code)]

use super::{Rules, fail};
use crate::error::{ErrorDomain, Result};
use crate::util::xml::{Element, number};

/// The namespace of these elements.
const NAMESPACE: &str = "http://libvirt.org/schemas/domain/test/1.0";

/// Numbers of states are below this (`VIR_DOMAIN_LAST`).
const STATES: u32 = 8;
const RUNNING: u32 = 1;
const SHUTOFF: u32 = 5;

/// What the elements in the test driver's namespace say. They are not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestNamespace {
    /// `<test:runstate>`: a `virDomainState`.
    pub run_state: u32,
    /// `<test:transient>`
    pub transient: bool,
    /// `<test:hasmanagedsave>`
    pub has_managed_save: bool,
    /// `<test:domainsnapshot>`, each as it stood in the XML, in the form of a document.
    pub snapshots: Vec<String>,
}

impl Default for TestNamespace {
    fn default() -> Self {
        Self { run_state: RUNNING, transient: false, has_managed_save: false, snapshots: Vec::new() }
    }
}

impl TestNamespace {
    pub(super) fn parse(domain: Element<'_>, rules: Rules) -> Result<Self> {
        let mut namespace = Self::default();
        if rules != Rules::Test {
            return Ok(namespace);
        }
        let bad = |detail: String| fail::xml(detail).in_domain(ErrorDomain::VIR_FROM_TEST);
        let mut run_state = None;
        for element in domain.children_of(NAMESPACE) {
            match element.name() {
                "transient" => namespace.transient = true,
                "hasmanagedsave" => namespace.has_managed_save = true,
                "domainsnapshot" => namespace.snapshots.push(element.copy(0)),
                "runstate" => run_state = run_state.or_else(|| Some(element.text())),
                _ => {}
            }
        }
        if let Some(text) = run_state.filter(|text| !text.is_empty()) {
            namespace.run_state = number(&text).ok_or_else(|| bad("invalid runstate".to_owned()))?;
        }
        if namespace.run_state >= STATES {
            // As libvirt, with the quote.
            return Err(bad(format!("runstate '{}' out of range'", namespace.run_state)));
        }
        if namespace.transient && namespace.run_state == SHUTOFF {
            return Err(bad("transient domain cannot have runstate 'shutoff'".to_owned()));
        }
        if namespace.has_managed_save && namespace.run_state != SHUTOFF {
            let detail = "domain with managedsave data can only have runstate 'shutoff'";
            return Err(bad(detail.to_owned()));
        }
        Ok(namespace)
    }
}
