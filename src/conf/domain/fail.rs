//! The errors of this module, by code, and the refusal of what is not supported.

#![forbid(unsafe_code)]

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::Element;

/// A value that makes no sense.
pub fn xml(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_DOMAIN, detail)
}

/// A definition that no domain can have.
pub fn unsupported(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_DOMAIN, detail)
}

/// A definition that no QEMU domain can have.
pub fn qemu(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, detail)
}

/// What the original calls an internal error although the XML is to blame.
pub fn internal(detail: impl Into<String>) -> Error {
    Error::internal(ErrorDomain::VIR_FROM_DOMAIN, detail)
}

/// Refuses child elements and attributes that change the guest and that nothing here understands. An element
/// that says nothing is let through. Whatever is in no such list is ignored, as in the original.
pub fn refuse(element: Element<'_>, children: &[&str], attributes: &[&str]) -> Result<()> {
    let name = element.name();
    for child in element.children() {
        if children.contains(&child.name()) && (child.says_something() || !child.text().trim().is_empty()) {
            return Err(unsupported(format!("element '{}' in '{name}' is not supported", child.name())));
        }
    }
    match attributes.iter().find(|attribute| element.attr(attribute).is_some()) {
        Some(attribute) => Err(unsupported(format!("attribute '{attribute}' of '{name}' is not supported"))),
        None => Ok(()),
    }
}
