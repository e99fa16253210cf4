//! Copying an element as text, for XML that is kept without being understood.

#![forbid(unsafe_code)]

use std::collections::BTreeSet;

use roxmltree::Node;

use super::read::{Element, is_content};

/// The prefix that every XML document has without declaring it.
const XML_NAMESPACE: &str = "http://www.w3.org/XML/1998/namespace";

/// How a copy differs from its original in the elements' prefixes.
#[derive(Clone, Copy, Debug)]
pub enum Prefix<'a> {
    /// Not at all.
    Keep,
    /// Elements without namespace get into that of `uri`, by the prefix `key`.
    Add { key: &'a str, uri: &'a str },
    /// Elements and attributes in the namespace of `uri` get out of it.
    Drop { uri: &'a str },
}

impl<'a> Element<'a> {
    /// The element as XML that stands alone: with the namespaces it uses, without comments, indented where it
    /// holds elements only. `depth` is the level of its first line, which itself comes without indentation.
    pub fn copy(self, depth: usize) -> String {
        self.copy_with(depth, Prefix::Keep)
    }

    /// As [`copy`](Self::copy), with other prefixes.
    pub fn copy_with(self, depth: usize, prefix: Prefix<'_>) -> String {
        self.copy_some(depth, prefix, |_| true)
    }

    /// [`copy`](Self::copy) of an element that holds what others have put into it: of the nodes directly inside, only
    /// one element of every namespace.
    pub fn copy_foreign(self, depth: usize) -> String {
        let mut seen = BTreeSet::new();
        self.copy_some(depth, Prefix::Keep, |child| {
            child.tag_name().namespace().is_some_and(|uri| seen.insert(uri))
        })
    }

    /// Copies the element with those of the nodes directly inside that are wanted.
    fn copy_some(
        self,
        depth: usize,
        prefix: Prefix<'_>,
        mut is_wanted: impl FnMut(Node<'a, 'a>) -> bool,
    ) -> String {
        let mut out = String::new();
        let inherited =
            self.0.parent_element().map(|parent| used_namespaces(self.0, parent)).unwrap_or_default();
        let children = self.0.children().filter(|child| is_wanted(*child)).collect();
        copy(&mut out, self.0, children, depth, prefix, Some(&inherited));
        out
    }
}

/// The namespaces that `node` or something in it uses and that `outside` declares.
fn used_namespaces<'a>(node: Node<'a, 'a>, outside: Node<'a, 'a>) -> BTreeSet<&'a str> {
    let used: BTreeSet<&str> = node
        .descendants()
        .flat_map(|n| n.attributes().filter_map(|a| a.namespace()).chain(n.tag_name().namespace()))
        .collect();
    outside.namespaces().map(|namespace| namespace.uri()).filter(|uri| used.contains(uri)).collect()
}

/// Writes `node` with these of its children. `outermost` is given for the first element: the namespaces that it uses and
/// that are declared around it.
fn copy(
    out: &mut String,
    node: Node<'_, '_>,
    mut children: Vec<Node<'_, '_>>,
    depth: usize,
    prefix: Prefix<'_>,
    outermost: Option<&BTreeSet<&str>>,
) {
    let (namespace, local) = (node.tag_name().namespace(), node.tag_name().name());
    let name = match (prefix, namespace) {
        (Prefix::Add { key, .. }, None) => format!("{key}:{local}"),
        (Prefix::Drop { uri }, Some(namespace)) if namespace == uri => local.to_owned(),
        _ => qualified(node, namespace, local, true),
    };
    out.push('<');
    out.push_str(&name);
    let outer: Vec<_> = node.parent_element().map(|p| p.namespaces().collect()).unwrap_or_default();
    for namespace in node.namespaces() {
        let known = outer.iter().any(|o| o.name() == namespace.name() && o.uri() == namespace.uri());
        let dropped = matches!(prefix, Prefix::Drop { uri } if uri == namespace.uri());
        let inherited = outermost.is_some_and(|inherited| inherited.contains(namespace.uri()));
        if (!known || inherited) && !dropped {
            let key = namespace.name().map_or("xmlns".to_owned(), |prefix| format!("xmlns:{prefix}"));
            attribute(out, &key, namespace.uri());
        }
    }
    if let (Prefix::Add { key, uri }, Some(_)) = (prefix, outermost) {
        attribute(out, &format!("xmlns:{key}"), uri);
    }
    for attr in node.attributes() {
        let namespace =
            attr.namespace().filter(|uri| !matches!(prefix, Prefix::Drop { uri: out } if out == *uri));
        attribute(out, &qualified(node, namespace, attr.name(), false), attr.value());
    }
    children.retain(|child| child.is_element() || is_content(*child));
    if children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    let mixed = children.iter().any(Node::is_text);
    for child in &children {
        if !mixed {
            new_line(out, depth + 1);
        }
        match child.text().filter(|_| child.is_text()) {
            Some(text) => escape(out, text, false),
            None => copy(out, *child, child.children().collect(), depth + 1, prefix, None),
        }
    }
    if !mixed {
        new_line(out, depth);
    }
    out.push_str("</");
    out.push_str(&name);
    out.push('>');
}

/// `name` with the prefix that stands for `namespace` at `node`; an element may also be in the default namespace.
fn qualified(node: Node<'_, '_>, namespace: Option<&str>, name: &str, default_allowed: bool) -> String {
    let Some(uri) = namespace else { return name.to_owned() };
    if uri == XML_NAMESPACE {
        return format!("xml:{name}");
    }
    let prefix = node
        .namespaces()
        .filter(|namespace| namespace.uri() == uri)
        .map(|namespace| namespace.name())
        .find(|prefix| default_allowed || prefix.is_some());
    match prefix.flatten() {
        Some(prefix) => format!("{prefix}:{name}"),
        None => name.to_owned(),
    }
}

fn attribute(out: &mut String, key: &str, value: &str) {
    out.push(' ');
    out.push_str(key);
    out.push_str("=\"");
    escape(out, value, true);
    out.push('"');
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

fn escape(out: &mut String, text: &str, in_attribute: bool) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\n' if in_attribute => out.push_str("&#10;"),
            '\t' if in_attribute => out.push_str("&#9;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Document;
    use crate::error::ErrorDomain;

    /// As recorded from the original for `<metadata>`.
    #[test]
    fn a_copy_stands_alone_and_is_indented() {
        let xml = "<domain xmlns:m='urn:m' xmlns:not='urn:used'><metadata>\n<m:x>\n    <y>  text</y></m:x>\n\n\
                   <!-- c --></metadata></domain>";
        let doc = Document::parse(xml, "", ErrorDomain::VIR_FROM_DOMAIN).expect("well formed");
        let metadata = doc.root("domain").expect("root").child("metadata").expect("child");
        let copy = metadata.copy(1);
        assert_eq!(
            copy,
            "<metadata xmlns:m=\"urn:m\">\n    <m:x>\n      <y>  text</y>\n    </m:x>\n  </metadata>"
        );
        let again = Document::parse(&copy, "", ErrorDomain::VIR_FROM_DOMAIN).expect("well formed");
        assert_eq!(again.root("metadata").expect("root").copy(1), copy);
    }

    #[test]
    fn namespaces_stay_where_they_are_declared() {
        let xml = "<d><m><a:b xmlns:a='urn:x' a:k='1&lt;'><c xmlns='urn:c'/>t</a:b></m></d>";
        let doc = Document::parse(xml, "", ErrorDomain::VIR_FROM_DOMAIN).expect("well formed");
        let copy = doc.root("d").expect("root").child("m").expect("child").copy(0);
        assert_eq!(copy, "<m>\n  <a:b xmlns:a=\"urn:x\" a:k=\"1&lt;\"><c xmlns=\"urn:c\"/>t</a:b>\n</m>");
    }
}
