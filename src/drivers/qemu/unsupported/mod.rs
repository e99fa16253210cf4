//! What a definition may say and this driver cannot do yet: refused by name when it is defined, so that no guest
//! runs with less than its XML asks for. One file per part of the XML; what the driver learns leaves its list.

#![forbid(unsafe_code)]

mod devices;
mod disk;
mod head;
#[cfg(test)]
mod tests;
mod tuning;

use std::fmt::Display;

use crate::conf::domain::DomainDef;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Fails with `VIR_ERR_CONFIG_UNSUPPORTED` and the name of the first thing that is not supported.
pub fn check(def: &DomainDef) -> Result<()> {
    head::check(def)?;
    tuning::check(def)?;
    devices::check(&def.devices)
}

/// The error for something that a definition asks for in vain.
fn unsupported(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, detail)
}

/// Refuses the first child element of `parent` that is there.
fn elements(parent: &str, elements: &[(&str, bool)]) -> Result<()> {
    match elements.iter().find(|(_, there)| *there) {
        Some((name, _)) => Err(unsupported(format!("element '{name}' in '{parent}' is not supported"))),
        None => Ok(()),
    }
}

/// Refuses the first attribute of `element` that is there.
fn attributes(element: &str, attributes: &[(&str, bool)]) -> Result<()> {
    match attributes.iter().find(|(_, there)| *there) {
        Some((name, _)) => Err(unsupported(format!("attribute '{name}' of '{element}' is not supported"))),
        None => Ok(()),
    }
}

/// Refuses a value that is not `known`.
fn value<T: PartialEq + Display>(what: &str, value: T, known: &[T]) -> Result<()> {
    if known.contains(&value) {
        return Ok(());
    }
    Err(unsupported(format!("{what} '{value}' is not supported")))
}
