//! Amounts of memory and storage: a number and its unit.

#![forbid(unsafe_code)]

use super::head;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, number, xml_error};

/// Reads the text of `element` and its `unit` as bytes; without a unit one counts as `default` bytes. `path` is
/// what errors call the element. `None` for an element without text.
pub(super) fn bytes(element: Element<'_>, path: &str, default: u64) -> Result<Option<u64>> {
    let text = element.text();
    if text.is_empty() {
        return Ok(None);
    }
    let value: u64 = number(&text)
        .ok_or_else(|| xml_error(format!("Invalid value '{text}' for element or attribute '{path}'")))?;
    let unit = element.attr("unit");
    let scale = unit.map_or(Some(default), head::scale).ok_or_else(|| {
        Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, format!("unknown suffix '{}'", unit.unwrap_or_default()))
    })?;
    match value.checked_mul(scale).filter(|bytes| i64::try_from(*bytes).is_ok()) {
        Some(bytes) => Ok(Some(bytes)),
        None => {
            let detail = format!("value too large: {text}{}", unit.unwrap_or_default());
            Err(Error::new(ErrorCode::VIR_ERR_OVERFLOW, ErrorDomain::VIR_FROM_NONE, detail))
        }
    }
}

/// [`bytes`] of the element at `path` ("./size") in `parent`, in KiB, rounded up.
pub(super) fn kib(parent: Element<'_>, path: &str) -> Result<Option<u64>> {
    let names = path.trim_start_matches("./").split('/');
    let element = names.fold(Some(parent), |element, name| element.and_then(|element| element.child(name)));
    Ok(element.map(|element| bytes(element, path, 1024)).transpose()?.flatten().map(|bytes| bytes.div_ceil(1024)))
}
