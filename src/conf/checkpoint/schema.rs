//! The original checks the description of a checkpoint against a schema before it reads it. This is what that schema
//! allows, except for the domain inside.

#![forbid(unsafe_code)]

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::Element;

/// The beginning of the original's errors; the file is its own.
const CANNOT: &str = "Unable to validate doc against /usr/share/libvirt/schemas/domaincheckpoint.rng";
/// How targets of disks begin.
const TARGETS: [&str; 6] = ["fd", "hd", "sd", "vd", "xvd", "ubd"];

/// Fails if the element `<domaincheckpoint>` has something that it cannot have.
pub(super) fn check(checkpoint: Element<'_>) -> Result<()> {
    let root = checkpoint.name();
    if let Some(attribute) = checkpoint.attributes().next() {
        return Err(invalid(format!("Invalid attribute {attribute} for element {root}")));
    }
    if checkpoint.has_text() {
        return Err(invalid(format!("Element {root} has extra content: text")));
    }
    let mut seen: Vec<&str> = Vec::new();
    for child in checkpoint.elements() {
        let name = child.name();
        let good = match name {
            "name" => is_name(child),
            "description" => is_plain(child),
            "creationTime" => is_plain(child) && is_number(&child.text()),
            "disks" => is_list(child, "disk", is_disk),
            "parent" => is_list(child, "name", is_name) && child.elements().count() == 1,
            "domain" => child.filled("type").is_some(),
            _ => return Err(invalid(format!("Element {root} has extra content: {name}"))),
        };
        if !good || seen.contains(&name) {
            return Err(invalid(format!(
                "Extra element {name} in interleave\nElement {root} failed to validate content"
            )));
        }
        seen.push(name);
    }
    Ok(())
}

fn invalid(why: String) -> Error {
    let detail = format!("{CANNOT}\n{why}\n");
    Error::new(ErrorCode::VIR_ERR_XML_INVALID_SCHEMA, ErrorDomain::VIR_FROM_XML, detail)
}

/// Nothing but text.
fn is_plain(element: Element<'_>) -> bool {
    !element.says_something()
}

/// One or more elements with this name and nothing else.
fn is_list(element: Element<'_>, name: &str, item: impl Fn(Element<'_>) -> bool) -> bool {
    element.attributes().next().is_none()
        && !element.has_text()
        && element.elements().next().is_some()
        && element.elements().all(|child| child.name() == name && item(child))
}

/// A name that could be that of a file.
fn is_name(element: Element<'_>) -> bool {
    let text = element.text();
    let good = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    is_plain(element) && !text.is_empty() && !text.starts_with('.') && text.chars().all(good)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u64>().is_ok()
}

fn is_disk(element: Element<'_>) -> bool {
    let known = |name: &str| matches!(name, "name" | "checkpoint" | "bitmap" | "size");
    let tracking = match element.attr("checkpoint") {
        None | Some("bitmap") => element.attr("size").is_none_or(is_number),
        Some("no") => element.attr("bitmap").is_none() && element.attr("size").is_none(),
        Some(_) => false,
    };
    let name = element.attr("name").is_some_and(|name| is_target(name) || is_absolute(name));
    let empty = element.elements().next().is_none() && !element.has_text();
    empty && name && tracking && element.attributes().all(known)
}

fn is_target(name: &str) -> bool {
    let name = name.strip_prefix("ioemu:").unwrap_or(name);
    TARGETS
        .iter()
        .filter_map(|prefix| name.strip_prefix(prefix))
        .any(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
}

/// A path from the root, also of a drive "X:\".
fn is_absolute(path: &str) -> bool {
    let rest = match path.as_bytes() {
        [b'/', rest @ ..] => rest,
        [drive, b':', b'\\', rest @ ..] if drive.is_ascii_alphabetic() => rest,
        _ => return false,
    };
    !rest.is_empty()
}
