//! Reading XML: a document, and elements whose attributes come out typed, with errors that name the element.

#![forbid(unsafe_code)]

use std::str::FromStr;

use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// An error about a value in XML, in the original's words for it.
fn xml_error(detail: String) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_XML, detail)
}

/// A well-formed XML document.
pub struct Document<'a>(roxmltree::Document<'a>);

impl<'a> Document<'a> {
    /// Reads `text`; `title` stands for the file name in errors, as in "(domain_definition)".
    pub fn parse(text: &'a str, title: &str, domain: ErrorDomain) -> Result<Self> {
        roxmltree::Document::parse(text).map(Self).map_err(|e| not_well_formed(text, title, domain, &e))
    }

    /// The outermost element, which has to have this name.
    pub fn root(&self, name: &str) -> Result<Element<'_>> {
        let root = Element(self.0.root_element());
        if root.name() == name {
            Ok(root)
        } else {
            Err(xml_error(format!("expecting root element of '{name}', not '{}'", root.name())))
        }
    }
}

/// The error for text that is no XML: place, reason, the line, and a mark under the place.
fn not_well_formed(text: &str, title: &str, domain: ErrorDomain, error: &roxmltree::Error) -> Error {
    let pos = error.pos();
    let line = text.lines().nth(pos.row.saturating_sub(1) as usize).unwrap_or_default();
    let mark = "-".repeat(pos.col.saturating_sub(1) as usize) + "^";
    let mut detail = error.to_string();
    if let Some(end) = detail.rfind(" at ") {
        detail.truncate(end);
    }
    Error::new(
        ErrorCode::VIR_ERR_XML_DETAIL,
        domain,
        format!("{title}:{}: {detail}\n{line}\n{mark}", pos.row),
    )
}

/// An element of a document.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a>(roxmltree::Node<'a, 'a>);

impl<'a> Element<'a> {
    /// The name without prefix.
    pub fn name(self) -> &'a str {
        self.0.tag_name().name()
    }

    /// The namespace, if the element is in one.
    pub fn namespace(self) -> Option<&'a str> {
        self.0.tag_name().namespace()
    }

    /// The child elements without namespace.
    pub fn children(self) -> impl Iterator<Item = Element<'a>> {
        self.0.children().filter(|n| n.is_element()).map(Element).filter(|e| e.namespace().is_none())
    }

    /// The child elements in `namespace`.
    pub fn children_in(self, namespace: &str) -> impl Iterator<Item = Element<'a>> {
        self.0
            .children()
            .filter(|n| n.is_element())
            .map(Element)
            .filter(move |e| e.namespace() == Some(namespace))
    }

    /// The child elements with this name.
    pub fn children_named(self, name: &str) -> impl Iterator<Item = Element<'a>> {
        self.children().filter(move |e| e.name() == name)
    }

    /// The first child element with this name.
    pub fn child(self, name: &str) -> Option<Element<'a>> {
        self.children_named(name).next()
    }

    /// All text directly inside the element.
    pub fn text(self) -> String {
        self.0.children().filter(|n| n.is_text()).filter_map(|n| n.text()).collect()
    }

    /// The text of the first child with this name; `None` without the child or when it is empty.
    pub fn child_text(self, name: &str) -> Option<String> {
        self.child(name).map(Element::text).filter(|text| !text.is_empty())
    }

    /// The element as it stands in the source.
    pub fn source(self) -> &'a str {
        &self.0.document().input_text()[self.0.range()]
    }

    /// An attribute as text.
    pub fn attr(self, name: &str) -> Option<&'a str> {
        self.0.attribute(name)
    }

    /// An attribute that has to be there.
    pub fn required(self, name: &str) -> Result<&'a str> {
        self.attr(name).ok_or_else(|| self.missing(name))
    }

    /// An attribute whose text `T` understands: a number or a [`words!`](super::words) enum.
    pub fn parsed<T: FromStr>(self, name: &str) -> Result<Option<T>> {
        match self.attr(name) {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| self.invalid(name, text)),
        }
    }

    /// [`parsed`](Self::parsed), of an attribute that has to be there.
    pub fn required_parsed<T: FromStr>(self, name: &str) -> Result<T> {
        self.parsed(name)?.ok_or_else(|| self.missing(name))
    }

    fn missing(self, name: &str) -> Error {
        xml_error(format!("Missing required attribute '{name}' in element '{}'", self.name()))
    }

    /// The error for an attribute whose value makes no sense.
    pub fn invalid(self, name: &str, value: &str) -> Error {
        xml_error(format!("Invalid value for attribute '{name}' in element '{}': '{value}'.", self.name()))
    }
}
