//! The errors of this module, by code.

#![forbid(unsafe_code)]

use crate::error::{Error, ErrorCode, ErrorDomain};

/// A value that makes no sense.
pub fn xml(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_DOMAIN, detail)
}

/// A definition that is refused in the original's own words, without a sentence around them.
pub fn xml_detail(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_DETAIL, ErrorDomain::VIR_FROM_DOMAIN, detail)
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
