//! Reading XML: a document, and elements whose attributes come out typed, with errors that name the element.

#![forbid(unsafe_code)]

use std::str::FromStr;

use roxmltree::ExpandedName;

use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Most nodes that a document may have.
const MAX_NODES: u32 = 1_000_000;

/// Most elements inside each other, as in the original's parser; it keeps recursion over a document harmless.
const MAX_DEPTH: usize = 256;

/// An error about the XML itself, in the original's code and domain for it.
pub fn xml_error(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_XML, detail)
}

/// A well-formed XML document.
pub struct Document<'a>(roxmltree::Document<'a>);

impl<'a> Document<'a> {
    /// Reads `text`; `title` stands for the file name in errors, as in "(domain_definition)".
    pub fn parse(text: &'a str, title: &str, domain: ErrorDomain) -> Result<Self> {
        let options =
            roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: MAX_NODES, ..Default::default() };
        let document = roxmltree::Document::parse_with_options(text, options)
            .map_err(|error| not_well_formed(text, title, domain, &error))?;
        if is_too_deep(&document) {
            let detail = format!("{title}: more than {MAX_DEPTH} elements inside each other");
            return Err(Error::new(ErrorCode::VIR_ERR_XML_DETAIL, domain, detail));
        }
        Ok(Self(document))
    }

    /// The outermost element, if nothing comes before it.
    pub fn first(&self) -> Option<Element<'_>> {
        self.0.root().first_child().filter(|node| node.is_element()).map(Element)
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

fn is_too_deep(document: &roxmltree::Document<'_>) -> bool {
    let mut node = document.root();
    let mut depth = 0;
    loop {
        if let Some(child) = node.first_child() {
            node = child;
            depth += 1;
            if depth > MAX_DEPTH {
                return true;
            }
            continue;
        }
        while node.next_sibling().is_none() {
            let Some(parent) = node.parent() else { return false };
            node = parent;
            depth -= 1;
        }
        if let Some(next) = node.next_sibling() {
            node = next;
        }
    }
}

/// The error for text that is no XML: line, reason, the line's text, and a mark under the place.
fn not_well_formed(text: &str, title: &str, domain: ErrorDomain, error: &roxmltree::Error) -> Error {
    use roxmltree::Error as E;
    let detail = |row, reason: &str, line: &str, column: usize| {
        let mark = "-".repeat(column);
        let detail = format!("{title}:{row}: {reason}\n{line}\n{mark}^");
        Error::new(ErrorCode::VIR_ERR_XML_DETAIL, domain, detail)
    };
    if text.is_empty() {
        return detail(1, "Document is empty", "(null)", 0);
    }
    let (mut row, mut column) = (error.pos().row as usize, error.pos().col as usize);
    let reason = match error {
        E::NoRootNode => "Start tag expected, '<' not found".to_owned(),
        E::UnclosedRootNode | E::UnexpectedEndOfStream => "Premature end of data".to_owned(),
        E::UnexpectedCloseTag(expected, actual, _) => {
            format!("Opening and ending tag mismatch: {expected} and {actual}")
        }
        E::UnknownEntityReference(name, _) => format!("Entity '{name}' not defined"),
        E::DuplicatedAttribute(name, _) => format!("Attribute {name} redefined"),
        other => {
            let text = other.to_string();
            text.rsplit_once(" at ").map_or(text.clone(), |(reason, _)| reason.to_owned())
        }
    };
    if matches!(error, E::UnclosedRootNode | E::UnexpectedEndOfStream) {
        row = text.lines().count();
        column = text.lines().last().map_or(0, |line| line.chars().count());
    }
    let line = text.lines().nth(row.saturating_sub(1)).unwrap_or_default();
    detail(row, &reason, line, column.saturating_sub(1))
}

/// An element of a document.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a>(pub(super) roxmltree::Node<'a, 'a>);

impl<'a> Element<'a> {
    /// The name without prefix.
    pub fn name(self) -> &'a str {
        self.0.tag_name().name()
    }

    /// The child elements, whatever their namespace.
    pub fn elements(self) -> impl Iterator<Item = Element<'a>> {
        self.0.children().filter(|node| node.is_element()).map(Element)
    }

    /// The child elements that are in no namespace.
    pub fn children(self) -> impl Iterator<Item = Element<'a>> {
        self.elements().filter(|child| child.0.tag_name().namespace().is_none())
    }

    /// The child elements in no namespace that have this name.
    pub fn children_named(self, name: &str) -> impl Iterator<Item = Element<'a>> {
        // Most differ in their names, so those are compared first.
        let is_wanted = move |tag: ExpandedName<'_, '_>| tag.name() == name && tag.namespace().is_none();
        self.elements().filter(move |child| is_wanted(child.0.tag_name()))
    }

    /// The first child element in no namespace that has this name.
    pub fn child(self, name: &str) -> Option<Element<'a>> {
        self.children_named(name).next()
    }

    /// The child elements in `namespace` that have this name.
    pub fn children_in(self, namespace: &str, name: &str) -> impl Iterator<Item = Element<'a>> {
        self.elements().filter(move |child| child.0.has_tag_name((namespace, name)))
    }

    /// All text inside the element, that of its child elements included.
    pub fn text(self) -> String {
        self.0.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect()
    }

    /// Whether there is text directly inside the element, other than white space.
    pub fn has_text(self) -> bool {
        self.0.children().any(is_content)
    }

    /// The text of the first child with this name; `None` without the child or when it is empty.
    pub fn child_text(self, name: &str) -> Option<String> {
        self.child(name).map(Element::text).filter(|text| !text.is_empty())
    }

    /// The names of the attributes, without prefix.
    pub fn attributes(self) -> impl Iterator<Item = &'a str> {
        self.0.attributes().map(|attribute| attribute.name())
    }

    /// Whether the element has attributes or child elements.
    pub fn says_something(self) -> bool {
        self.0.attributes().len() > 0 || self.elements().next().is_some()
    }

    /// The namespace that the element is in.
    pub fn namespace(self) -> Option<&'a str> {
        self.0.tag_name().namespace()
    }

    /// An attribute as text.
    pub fn attr(self, name: &str) -> Option<&'a str> {
        self.0.attribute(name)
    }

    /// An attribute as text; an empty one counts as missing.
    pub fn filled(self, name: &str) -> Option<&'a str> {
        self.attr(name).filter(|text| !text.is_empty())
    }

    /// An attribute that has to be there.
    pub fn required(self, name: &str) -> Result<&'a str> {
        self.attr(name).ok_or_else(|| self.missing(name))
    }

    /// An attribute with one of the words of a [`words!`](super::words) enum.
    pub fn word<T: FromStr>(self, name: &str) -> Result<Option<T>> {
        match self.attr(name) {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| self.invalid(name, text, "")),
        }
    }

    /// [`word`](Self::word), of an attribute that has to be there.
    pub fn required_word<T: FromStr>(self, name: &str) -> Result<T> {
        self.word(name)?.ok_or_else(|| self.missing(name))
    }

    /// An attribute with a decimal number.
    pub fn number<T: Number>(self, name: &str) -> Result<Option<T>> {
        self.number_in(Radix::Decimal, name)
    }

    /// An attribute with a number as C writes it: "0x1f", "037" or "31".
    pub fn c_number<T: Number>(self, name: &str) -> Result<Option<T>> {
        self.number_in(Radix::C, name)
    }

    /// An attribute with a hexadecimal number, with or without "0x".
    pub fn hex_number<T: Number>(self, name: &str) -> Result<Option<T>> {
        self.number_in(Radix::Hex, name)
    }

    fn number_in<T: Number>(self, radix: Radix, name: &str) -> Result<Option<T>> {
        let Some(text) = self.attr(name) else { return Ok(None) };
        match parse_number(text, radix) {
            Some(number) => Ok(Some(number)),
            None => Err(self.invalid(name, text, T::EXPECTED)),
        }
    }

    /// An attribute with a decimal number that the original keeps in a signed type and that must not be negative.
    pub fn natural(self, name: &str) -> Result<Option<u32>> {
        self.natural_in(Radix::Decimal, name)
    }

    /// As [`natural`](Self::natural), of a number as C writes it.
    pub fn c_natural(self, name: &str) -> Result<Option<u32>> {
        self.natural_in(Radix::C, name)
    }

    fn natural_in(self, radix: Radix, name: &str) -> Result<Option<u32>> {
        let Some(value) = self.number_in::<i32>(radix, name)? else { return Ok(None) };
        match u32::try_from(value) {
            Ok(value) => Ok(Some(value)),
            Err(_) => {
                Err(self.invalid(name, self.attr(name).unwrap_or_default(), " Expected non-negative value"))
            }
        }
    }

    /// An attribute that has to be there, with a decimal number.
    pub fn required_number<T: Number>(self, name: &str) -> Result<T> {
        self.number(name)?.ok_or_else(|| self.missing(name))
    }

    /// An attribute that has to be there, with a number above zero.
    pub fn positive(self, name: &str) -> Result<u32> {
        match self.number::<u32>(name)?.ok_or_else(|| self.missing(name))? {
            0 => Err(xml_error(format!(
                "Invalid value for attribute '{name}' in element '{}': Zero is not permitted",
                self.name()
            ))),
            number => Ok(number),
        }
    }

    /// The error for an attribute that is not there.
    pub fn missing(self, name: &str) -> Error {
        xml_error(format!("Missing required attribute '{name}' in element '{}'", self.name()))
    }

    /// The error for an attribute with a bad value; `expected` is how its sentence ends.
    pub fn invalid(self, name: &str, value: &str, expected: &str) -> Error {
        let element = self.name();
        xml_error(format!(
            "Invalid value for attribute '{name}' in element '{element}': '{value}'.{expected}"
        ))
    }
}

/// Whether a node is text other than white space.
pub(super) fn is_content(node: roxmltree::Node<'_, '_>) -> bool {
    node.is_text() && node.text().is_some_and(|text| !text.trim_ascii().is_empty())
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Radix {
    Decimal,
    Hex,
    C,
}

/// The integer types that attributes can have.
pub trait Number: TryFrom<i128> {
    /// How the error for other text ends.
    const EXPECTED: &'static str;
}

/// Implements [`Number`] for unsigned and signed types.
macro_rules! numbers {
    ($($type:ty: $expected:literal),+ $(,)?) => {
        $(impl Number for $type { const EXPECTED: &'static str = $expected; })+
    };
}

numbers! {
    u8: " Expected non-negative integer value",
    u16: " Expected non-negative integer value",
    u32: " Expected non-negative integer value",
    u64: " Expected non-negative integer value",
    i32: " Expected integer value",
    i64: " Expected long long integer value",
}

/// A decimal number with optional sign; white space before it is allowed, as in C.
pub fn number<T: Number>(text: &str) -> Option<T> {
    parse_number(text, Radix::Decimal)
}

/// A hexadecimal number, with or without "0x".
pub fn hex_number<T: Number>(text: &str) -> Option<T> {
    parse_number(text, Radix::Hex)
}

fn parse_number<T: Number>(text: &str, radix: Radix) -> Option<T> {
    let text = text.trim_ascii_start();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, base) = match (radix, digits.as_bytes()) {
        (Radix::C | Radix::Hex, [b'0', b'x' | b'X', ..]) => (&digits[2..], 16),
        (Radix::Hex, _) => (digits, 16),
        (Radix::C, [b'0', _, ..]) => (&digits[1..], 8),
        _ => (digits, 10),
    };
    if !digits.starts_with(|c: char| c.is_digit(base)) {
        return None;
    }
    let number = i128::from(u64::from_str_radix(digits, base).ok()?);
    // As libvirt: a type without sign has none, not even before 0.
    if negative && T::try_from(-1).is_err() {
        return None;
    }
    T::try_from(if negative { -number } else { number }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        match Document::parse(text, "(x)", ErrorDomain::VIR_FROM_DOMAIN) {
            Ok(_) => "no error".to_owned(),
            Err(error) => error.message().to_owned(),
        }
    }

    /// The texts are the original's, except where its parser words a rare case differently.
    #[test]
    fn text_that_is_no_xml_is_shown_with_its_place() {
        assert_eq!(error(""), "(x):1: Document is empty\n(null)\n^");
        assert_eq!(error("<a>&foo;</a>").lines().next(), Some("(x):1: Entity 'foo' not defined"));
        assert_eq!(error("<a>\n<b>"), "(x):2: Premature end of data\n<b>\n--^");
        assert_eq!(error("<a x='1' x='2'/>").lines().next(), Some("(x):1: Attribute x redefined"));
        assert!(
            error("<a>\n<b></a>").starts_with("(x):2: Opening and ending tag mismatch: b and a\n<b></a>\n")
        );
        assert_eq!(error(&"<a>".repeat(100_000)).lines().count(), 3);
        let nested = |depth| "<a>".repeat(depth) + &"</a>".repeat(depth);
        assert_eq!(error(&nested(256)), "no error");
        assert_eq!(error(&nested(257)), "(x): more than 256 elements inside each other");
        assert!(error(&nested(100_000)).starts_with("(x)"));
    }

    #[test]
    fn numbers_are_read_as_c_reads_them() {
        assert_eq!(number::<u32>(" +5"), Some(5));
        assert_eq!(number::<i32>("-5"), Some(-5));
        for text in ["", "-", "-1", "5 ", "0x5", "4294967296", "++5", "+-5", "５"] {
            assert_eq!(number::<u32>(text), None, "{text:?}");
        }
        assert_eq!(number::<u64>("18446744073709551615"), Some(u64::MAX));
        assert_eq!(parse_number::<u8>("0x1F", Radix::C), Some(31));
        assert_eq!(parse_number::<u8>("017", Radix::C), Some(15));
        assert_eq!(parse_number::<u8>("0", Radix::C), Some(0));
        assert_eq!(parse_number::<u8>("1f", Radix::Hex), Some(31));
        assert_eq!(parse_number::<u8>("0x1f", Radix::Hex), Some(31));
        assert_eq!(parse_number::<u8>("0x", Radix::C), None);
        assert_eq!(parse_number::<u8>("0x+1", Radix::C), None);
    }
}
