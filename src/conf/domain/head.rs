//! The simple elements at the top of `<domain>`: name, UUID, title, memory, CPUs, lifecycle actions.

#![forbid(unsafe_code)]

use super::{DomainDef, LifecycleAction, fail};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::Uuid;
use crate::util::xml::{Element, Writer, number, xml_error};

/// Highest amount of memory, in bytes.
const MAX_MEMORY: u64 = i64::MAX as u64;

/// Elements that change the guest, or what it may use of the host.
const OTHER_ELEMENTS: [&str; 14] = [
    "maxMemory",
    "memoryBacking",
    "bootloader",
    "sysinfo",
    "launchSecurity",
    "iothreads",
    "iothreadids",
    "vcpus",
    "numatune",
    "cputune",
    "blkiotune",
    "memtune",
    "idmap",
    "keywrap",
];

pub(super) fn name(domain: Element<'_>) -> Result<String> {
    let name = domain
        .child_text("name")
        .ok_or_else(|| Error::new(ErrorCode::VIR_ERR_NO_NAME, ErrorDomain::VIR_FROM_DOMAIN, ""))?;
    if name.contains('\n') {
        let detail = "invalid char in name: \n";
        return Err(Error::new(ErrorCode::VIR_ERR_XML_DETAIL, ErrorDomain::VIR_FROM_XML, detail));
    }
    if name.contains('/') {
        return Err(fail::xml(format!("name {name} cannot contain '/'")));
    }
    // The driver makes paths of the name; the original lets these two through and then fails on them.
    if name == "." || name == ".." {
        return Err(fail::xml(format!("name {name} is not allowed")));
    }
    Ok(name)
}

/// Refuses what nothing here understands.
pub(super) fn refuse(domain: Element<'_>) -> Result<()> {
    fail::refuse(domain, &OTHER_ELEMENTS, &[])?;
    // It has a meaning even when it is empty.
    if domain.child("genid").is_some() {
        return Err(fail::unsupported("element 'genid' in 'domain' is not supported"));
    }
    match domain.children_named("seclabel").find(|label| label.attr("type") == Some("static")) {
        Some(_) => Err(fail::unsupported("static 'seclabel' in 'domain' is not supported")),
        None => Ok(()),
    }
}

/// The UUID, made up if the XML has none.
pub(super) fn uuid(domain: Element<'_>) -> Result<Uuid> {
    match domain.child_text("uuid") {
        None => Ok(Uuid::new_v4()),
        Some(text) => parse_uuid(&text).ok_or_else(|| fail::internal("malformed uuid element")),
    }
}

/// 32 hexadecimal digits; as in libvirt there may be hyphens between any two bytes and white space around.
pub(super) fn parse_uuid(text: &str) -> Option<Uuid> {
    let mut bytes = [0; 16];
    let mut rest = text.trim_ascii();
    for byte in &mut bytes {
        rest = rest.trim_start_matches('-');
        let digits = rest.get(..2).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        *byte = u8::from_str_radix(digits, 16).ok()?;
        rest = &rest[2..];
    }
    rest.is_empty().then(|| Uuid::from_bytes(bytes))
}

/// An attribute with a UUID.
pub(super) fn uuid_attribute(element: Element<'_>, name: &str) -> Result<Option<Uuid>> {
    let read = |text| parse_uuid(text).ok_or_else(|| element.invalid(name, text, " Expected UUID"));
    element.attr(name).map(read).transpose()
}

pub(super) fn title(domain: Element<'_>) -> Result<Option<String>> {
    let title = domain.child_text("title");
    if title.as_ref().is_some_and(|title| title.contains('\n')) {
        return Err(fail::xml("Domain title can't contain newlines"));
    }
    Ok(title)
}

/// Memory at most and at start, in KiB.
pub(super) fn memory(domain: Element<'_>) -> Result<(u64, u64)> {
    let max = memory_kib(domain, "memory")?.unwrap_or(0);
    let current = memory_kib(domain, "currentMemory")?.unwrap_or(0);
    if max == 0 {
        return Err(fail::xml("Memory size must be specified via <memory> or in the <numa> configuration"));
    }
    // As libvirt: more than there is means all.
    Ok((max, if current == 0 { max } else { current.min(max) }))
}

fn memory_kib(domain: Element<'_>, name: &str) -> Result<Option<u64>> {
    let Some(element) = domain.child(name) else { return Ok(None) };
    fail::refuse(element, &[], &["slots"])?;
    let text = element.text();
    if text.is_empty() {
        return Ok(None);
    }
    let value: u64 = number(&text)
        .ok_or_else(|| xml_error(format!("Invalid value '{text}' for element or attribute './{name}[1]'")))?;
    let unit = element.attr("unit").unwrap_or("");
    let scale = scale(unit)
        .ok_or_else(|| Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, format!("unknown suffix '{unit}'")))?;
    let bytes = value.checked_mul(scale).filter(|bytes| *bytes <= MAX_MEMORY).ok_or_else(|| {
        let detail = format!("value too large: {text}{unit}");
        Error::new(ErrorCode::VIR_ERR_OVERFLOW, ErrorDomain::VIR_FROM_NONE, detail)
    })?;
    Ok(Some(bytes.div_ceil(1024)))
}

/// How many bytes a unit stands for: powers of 1024 ("k", "KiB") or of 1000 ("KB").
pub(super) fn scale(unit: &str) -> Option<u64> {
    let lower = unit.to_ascii_lowercase();
    match lower.as_str() {
        "" => return Some(1024),
        "b" | "byte" | "bytes" => return Some(1),
        _ => {}
    }
    let exponent = 1 + "kmgtpe".find(lower.chars().next()?)?;
    let base: u64 = match &lower[1..] {
        "" | "ib" => 1024,
        "b" => 1000,
        _ => return None,
    };
    base.checked_pow(u32::try_from(exponent).ok()?)
}

/// Virtual CPUs at most and at start.
pub(super) fn vcpus(domain: Element<'_>) -> Result<(u16, u16)> {
    let Some(element) = domain.child("vcpu") else { return Ok((1, 1)) };
    fail::refuse(element, &[], &["cpuset"])?;
    if element.attr("placement").is_some_and(|placement| placement != "static") {
        return Err(fail::unsupported("vcpu placement other than 'static' is not supported"));
    }
    let max = number(&element.text()).ok_or_else(|| fail::xml("maximum vcpus count must be an integer"))?;
    if max == 0 {
        // As libvirt, down to the words.
        return Err(fail::internal("CPU IDs in <numa> exceed the <vcpu> count"));
    }
    let current = element.number::<u32>("current")?.map_or(max, |n| u16::try_from(n).unwrap_or(u16::MAX));
    if current > max {
        return Err(fail::unsupported("maximum vCPU count must not be less than current vCPU count"));
    }
    if current == 0 {
        return Err(fail::qemu("vcpu 0 can't be offline"));
    }
    Ok((max, current))
}

pub(super) fn lifecycle(
    domain: Element<'_>,
    name: &str,
    default: LifecycleAction,
) -> Result<LifecycleAction> {
    let Some(text) = domain.child_text(name) else { return Ok(default) };
    let action = text.parse().map_err(|()| fail::unsupported(format!("unknown {name} action: {text}")))?;
    let dumps = matches!(action, LifecycleAction::CoredumpDestroy | LifecycleAction::CoredumpRestart);
    if dumps && name != "on_crash" {
        let event = name.trim_start_matches("on_");
        let detail = format!("Lifecycle event '{event}' doesn't support '{action}' action");
        return Err(fail::unsupported(detail));
    }
    Ok(action)
}

impl DomainDef {
    /// Writes everything that comes before `<os>`.
    pub(super) fn write_head(&self, w: &mut Writer) {
        w.text("name", &self.name);
        w.text("uuid", self.uuid);
        if let Some(title) = &self.title {
            w.text("title", title);
        }
        if let Some(description) = &self.description {
            w.text("description", description);
        }
        if let Some(metadata) = &self.metadata {
            w.raw(metadata);
        }
        for (name, kib) in [("memory", self.memory_kib), ("currentMemory", self.current_memory_kib)] {
            w.element(name, |w| {
                w.attr("unit", "KiB");
                w.content(kib);
            });
        }
        w.element("vcpu", |w| {
            w.attr("placement", "static");
            w.attr_opt("current", (self.vcpus != self.max_vcpus).then_some(self.vcpus));
            w.content(self.max_vcpus);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As measured on the original.
    #[test]
    fn units_of_memory() {
        for (unit, bytes) in [
            ("", 1024),
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
            assert_eq!(scale(unit), Some(bytes), "{unit}");
        }
        for unit in ["foo", "KX", "ki", "é", "ké"] {
            assert_eq!(scale(unit), None, "{unit}");
        }
    }

    /// As measured on the original.
    #[test]
    fn forms_of_a_uuid() {
        assert!(parse_uuid("1234567812345678123456781234567a").is_some());
        assert!(parse_uuid(" 12345678-1234-5678-1234-56781234567a\n").is_some());
        for text in ["xyz", "12-345678123456781234567812345-67a", "1234567812345678123456781234567", "éééé"]
        {
            assert_eq!(parse_uuid(text), None, "{text}");
        }
    }
}
