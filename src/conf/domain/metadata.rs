//! `<metadata>`: XML of programs, one element per namespace, kept without being understood.

#![forbid(unsafe_code)]

use std::borrow::Cow;

use crate::error::{Error, ErrorDomain, Result};
use crate::util::xml::{Document, Element, Prefix, is_prefix};

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

/// How deep in a document metadata is kept for: right inside `<domain>`.
pub const KEPT_DEPTH: usize = 1;

fn wrap(children: &[String]) -> String {
    if children.is_empty() {
        return "<metadata/>".to_owned();
    }
    let lines: String = children.iter().map(|child| format!("\n    {child}")).collect();
    format!("<metadata>{lines}\n  </metadata>")
}

/// `<metadata>`, as it is kept, with the indentation of a place `depth` levels down.
pub fn at_depth(metadata: &str, depth: usize) -> Cow<'_, str> {
    let copy = || {
        let document = Document::parse(metadata, "(metadata)", FROM).ok()?;
        document.root("metadata").ok().map(|root| root.copy(depth))
    };
    let copy = if depth == KEPT_DEPTH { None } else { copy() };
    copy.map_or(Cow::Borrowed(metadata), Cow::Owned)
}

/// The element of the namespace `uri`, as it was before it got there: without prefix.
pub fn element(metadata: &str, uri: &str) -> Result<Option<String>> {
    let document = Document::parse(metadata, "(metadata)", FROM)?;
    let found = document.root("metadata")?.elements().find(|child| child.namespace() == Some(uri));
    Ok(found.map(|child| child.copy_with(0, Prefix::Drop { uri })))
}

/// `<metadata>` with the element of the namespace `uri` replaced: by the prefix and XML in `new`, or by nothing.
pub fn replace(metadata: Option<&str>, uri: &str, new: Option<(&str, &str)>) -> Result<Option<String>> {
    let Some(old) = metadata.or(new.map(|_| "<metadata/>")) else { return Ok(None) };
    let document = Document::parse(old, "(metadata)", FROM)?;
    let old: Vec<Element<'_>> = document.root("metadata")?.elements().collect();
    let replaced = old.iter().position(|child| child.namespace() == Some(uri));
    let kept = old.iter().enumerate().filter(|(place, _)| Some(*place) != replaced);
    let mut children: Vec<String> = kept.map(|(_, child)| child.copy(2)).collect();
    if let Some((key, xml)) = new {
        let document = Document::parse(xml, "(metadata_xml)", FROM)?;
        if !is_prefix(key) {
            let detail = "failed to validate prefix for a new XML namespace";
            return Err(Error::internal(ErrorDomain::VIR_FROM_XML, detail));
        }
        let root = document.first().ok_or_else(|| {
            // As libvirt, for text that starts with a comment.
            Error::internal(ErrorDomain::VIR_FROM_XML, "failed to create a new XML namespace")
        })?;
        children.push(root.copy_with(2, Prefix::Add { key, uri }));
    }
    Ok(Some(wrap(&children)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As observed on the original.
    #[test]
    fn an_element_gets_a_prefix_and_loses_it_again() {
        let xml = "<b x='1'><c/></b>";
        let one = replace(None, "urn:a", Some(("k", xml))).expect("good XML").expect("metadata");
        let expected =
            "<metadata>\n    <k:b xmlns:k=\"urn:a\" x=\"1\">\n      <k:c/>\n    </k:b>\n  </metadata>";
        assert_eq!(one, expected);
        assert_eq!(element(&one, "urn:a").expect("good").as_deref(), Some("<b x=\"1\">\n  <c/>\n</b>"));
        assert_eq!(element(&one, "urn:b").expect("good"), None);
        let two = replace(Some(&one), "urn:b", Some(("l", "<a/>"))).expect("good XML").expect("metadata");
        let two = replace(Some(&two), "urn:a", None).expect("good XML").expect("metadata");
        assert_eq!(two, "<metadata>\n    <l:a xmlns:l=\"urn:b\"/>\n  </metadata>");
        assert_eq!(replace(None, "urn:a", None).expect("nothing to do"), None);
    }
}
