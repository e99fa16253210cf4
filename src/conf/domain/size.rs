//! Amounts in XML: a number with a unit, which stands in an attribute or in the text of an element.

#![forbid(unsafe_code)]

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, number, xml_error};

/// Highest amount of memory, in bytes.
const MAX_MEMORY: u64 = i64::MAX as u64;

/// Highest amount of memory, in KiB.
pub(super) const MAX_KIB: u64 = MAX_MEMORY / KIB;

/// KiB, the unit of what does not say another.
pub(super) const KIB: u64 = 1024;

/// Where an amount is read from: its text, its unit, and the place as the original's errors name it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size<'a> {
    pub text: &'a str,
    pub unit: Option<&'a str>,
    pub place: &'a str,
}

impl Size<'_> {
    /// The amount in bytes, at most `max`; without a unit the number counts `scale` bytes.
    pub fn bytes(self, scale: u64, max: u64) -> Result<u64> {
        let Self { text, unit, place } = self;
        let value: u64 = number(text)
            .ok_or_else(|| xml_error(format!("Invalid value '{text}' for element or attribute '{place}'")))?;
        scaled(value, unit, scale, max)
    }

    /// An amount of memory, in KiB, rounded up.
    pub fn kib(self) -> Result<u64> {
        let kib = self.bytes(KIB, MAX_MEMORY)?.div_ceil(KIB);
        if kib > MAX_KIB {
            let detail = "size value too large";
            return Err(Error::new(ErrorCode::VIR_ERR_OVERFLOW, ErrorDomain::VIR_FROM_DOMAIN, detail));
        }
        Ok(kib)
    }
}

/// `value` of `unit`s in bytes, at most `max`; without a unit one counts `scale` bytes.
pub(super) fn scaled(value: u64, unit: Option<&str>, scale: u64, max: u64) -> Result<u64> {
    let unit = unit.unwrap_or_default();
    let scale = if unit.is_empty() { Some(scale) } else { factor(unit) };
    let scale = scale
        .ok_or_else(|| Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, format!("unknown suffix '{unit}'")))?;
    value.checked_mul(scale).filter(|bytes| *bytes <= max).ok_or_else(|| {
        let detail = format!("value too large: {value}{unit}");
        Error::new(ErrorCode::VIR_ERR_OVERFLOW, ErrorDomain::VIR_FROM_NONE, detail)
    })
}

/// What `read` makes of an attribute that has to be there; the unit is in the attribute "unit".
pub(super) fn attr(
    element: Element<'_>,
    name: &str,
    read: impl FnOnce(Size<'_>) -> Result<u64>,
) -> Result<u64> {
    let place = format!("./@{name}");
    let text = element.filled(name).ok_or_else(|| missing(&place))?;
    read(Size { text, unit: element.attr("unit"), place: &place })
}

/// [`attr`] with an amount of memory, in KiB.
pub(super) fn attr_kib(element: Element<'_>, name: &str) -> Result<u64> {
    attr(element, name, |size| size.kib())
}

/// What `read` makes of the text of `element`, whose unit is in its attribute "unit"; `place` is its path. `None` if
/// there is no such element or nothing in it.
pub(super) fn text(
    element: Option<Element<'_>>,
    place: &str,
    read: impl FnOnce(Size<'_>) -> Result<u64>,
) -> Result<Option<u64>> {
    let Some(element) = element else { return Ok(None) };
    let text = element.text();
    if text.is_empty() {
        return Ok(None);
    }
    read(Size { text: &text, unit: element.attr("unit"), place }).map(Some)
}

/// [`text`] with an amount of memory, in KiB.
pub(super) fn text_kib(element: Option<Element<'_>>, place: &str) -> Result<Option<u64>> {
    text(element, place, |size| size.kib())
}

/// The error for something that is not there.
pub(super) fn missing(place: &str) -> Error {
    xml_error(format!("missing element or attribute '{place}'"))
}

/// An element with an amount in KiB as its text.
pub(super) fn write_kib(w: &mut Writer, name: &str, kib: u64) {
    w.element(name, |w| {
        w.attr("unit", "KiB");
        w.content(kib);
    });
}

/// How many bytes a unit stands for: powers of 1024 ("k", "KiB") or of 1000 ("KB").
fn factor(unit: &str) -> Option<u64> {
    let lower = unit.to_ascii_lowercase();
    if matches!(lower.as_str(), "b" | "byte" | "bytes") {
        return Some(1);
    }
    let exponent = 1 + "kmgtpe".find(lower.chars().next()?)?;
    let base: u64 = match &lower[1..] {
        "" | "ib" => 1024,
        "b" => 1000,
        _ => return None,
    };
    base.checked_pow(u32::try_from(exponent).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As measured on the original.
    #[test]
    fn units() {
        for (unit, bytes) in [
            ("b", 1),
            ("bytes", 1),
            ("k", 1 << 10),
            ("KiB", 1 << 10),
            ("KB", 1000),
            ("MiB", 1 << 20),
            ("m", 1 << 20),
            ("MB", 1_000_000),
            ("T", 1 << 40),
            ("EiB", 1 << 60),
        ] {
            assert_eq!(factor(unit), Some(bytes), "{unit}");
        }
        for unit in ["foo", "KX", "ki", "é", "ké"] {
            assert_eq!(factor(unit), None, "{unit}");
        }
    }
}
