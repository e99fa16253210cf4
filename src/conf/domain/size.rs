//! Amounts of memory and storage: a number and its unit.

#![forbid(unsafe_code)]

use super::head;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, number, xml_error};

/// `value` of `unit`s in bytes; without a unit one counts as `default` bytes.
pub(super) fn scaled(value: u64, unit: Option<&str>, default: u64) -> Result<u64> {
    let scale = unit.map_or(Some(default), head::scale).ok_or_else(|| {
        let detail = format!("unknown suffix '{}'", unit.unwrap_or_default());
        Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, detail)
    })?;
    value.checked_mul(scale).filter(|bytes| i64::try_from(*bytes).is_ok()).ok_or_else(|| {
        let detail = format!("value too large: {value}{}", unit.unwrap_or_default());
        Error::new(ErrorCode::VIR_ERR_OVERFLOW, ErrorDomain::VIR_FROM_NONE, detail)
    })
}

/// The text of `element` in units of its `unit`, as bytes; without one it counts as `default` bytes. `path` is what
/// errors call the element. `None` for an element without text.
pub(super) fn bytes(element: Element<'_>, path: &str, default: u64) -> Result<Option<u64>> {
    let text = element.text();
    if text.is_empty() {
        return Ok(None);
    }
    let value: u64 = number(&text)
        .ok_or_else(|| xml_error(format!("Invalid value '{text}' for element or attribute '{path}'")))?;
    scaled(value, element.attr("unit"), default).map(Some)
}

/// [`bytes`] of the child of `parent` that `path` names ("./size"), in KiB, rounded up.
pub(super) fn kib(parent: Element<'_>, path: &str) -> Result<Option<u64>> {
    let child = parent.child(path.trim_start_matches("./"));
    let bytes = child.map(|child| bytes(child, path, 1024)).transpose()?.flatten();
    Ok(bytes.map(|bytes| bytes.div_ceil(1024)))
}
