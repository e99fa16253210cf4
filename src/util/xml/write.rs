//! Writing XML in the original's text form: two spaces per level, single quotes, empty elements closed at once.

#![forbid(unsafe_code)]

use std::fmt::{self, Display, Write as _};

/// Builds an XML text element by element.
///
/// ```
/// use virt::util::xml::Writer;
/// let mut w = Writer::default();
/// w.element("clock", |w| w.attr("offset", "utc"));
/// assert_eq!(w.finish(), "<clock offset='utc'/>\n");
/// ```
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    depth: usize,
    state: State,
}

/// What the innermost open element holds so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Only its name and attributes: the start tag is still open.
    StartTag,
    /// Text, which has to stay as it is.
    Text,
    /// Whole lines: children, or nothing at the top level.
    #[default]
    Lines,
}

impl Writer {
    /// A writer with room for so many bytes of text, to begin with.
    pub fn with_capacity(capacity: usize) -> Self {
        Self { text: String::with_capacity(capacity), ..Self::default() }
    }

    /// An element with what `body` writes into it.
    pub fn element(&mut self, name: &str, body: impl FnOnce(&mut Self)) {
        self.open(name);
        body(self);
        self.close(name);
    }

    /// An element that is left out when `body` writes nothing into it.
    pub fn element_unless_empty(&mut self, name: &str, body: impl FnOnce(&mut Self)) {
        let (length, state) = (self.text.len(), self.state);
        self.open(name);
        let bare = self.text.len();
        body(self);
        if self.text.len() > bare {
            self.close(name);
        } else {
            self.text.truncate(length);
            self.state = state;
            self.depth -= 1;
        }
    }

    /// An element with start and end tag on lines of their own, even if nothing is between them.
    pub fn block(&mut self, name: &str, body: impl FnOnce(&mut Self)) {
        self.element(name, |w| {
            w.lines();
            body(w);
        });
    }

    /// An element with text as its only content.
    pub fn text(&mut self, name: &str, text: impl Display) {
        self.element(name, |w| w.content(text));
    }

    /// An element with text as its only content, left out for `None`.
    pub fn text_opt(&mut self, name: &str, text: Option<impl Display>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// An element with nothing in it that is there or not.
    pub fn flag(&mut self, name: &str, there: bool) {
        if there {
            self.empty(name);
        }
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str) {
        self.element(name, |_| ());
    }

    /// An attribute of the element that was opened last; before its content.
    pub fn attr(&mut self, name: &str, value: impl Display) {
        debug_assert_eq!(self.state, State::StartTag, "attribute {name} after content");
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("='");
        self.escaped(value, Place::Attribute);
        self.text.push('\'');
    }

    /// An attribute that is left out for `None`.
    pub fn attr_opt(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.attr(name, value);
        }
    }

    /// Text in the element that was opened last.
    pub fn content(&mut self, text: impl Display) {
        if self.state == State::StartTag {
            self.text.push('>');
        }
        self.escaped(text, Place::Content);
        self.state = State::Text;
    }

    /// A ready piece of XML without line end; its first line gets the indentation of the place.
    pub fn raw(&mut self, xml: &str) {
        self.lines();
        self.indent();
        self.text.push_str(xml);
        self.text.push('\n');
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// An empty line between elements.
    pub fn blank_line(&mut self) {
        self.lines();
        self.text.push('\n');
    }

    /// The finished text.
    pub fn finish(self) -> String {
        self.text
    }

    fn open(&mut self, name: &str) {
        self.lines();
        self.indent();
        self.text.push('<');
        self.text.push_str(name);
        self.state = State::StartTag;
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth -= 1;
        match self.state {
            State::StartTag => self.text.push_str("/>\n"),
            State::Text => self.end_tag(name),
            State::Lines => {
                self.indent();
                self.end_tag(name);
            }
        }
        self.state = State::Lines;
    }

    fn end_tag(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    /// Ends an open start tag, so that the end tag stands on a line of its own even if no children follow.
    pub fn lines(&mut self) {
        if self.state == State::StartTag {
            self.text.push_str(">\n");
        }
        self.state = State::Lines;
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    fn escaped(&mut self, value: impl Display, place: Place) {
        // Writing into a string cannot fail.
        let _ = write!(Escaping { out: &mut self.text, place }, "{value}");
    }
}

/// Where escaped text will stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Attribute,
    Content,
}

/// Appends text with the five XML characters escaped and control characters, which XML cannot hold, left out.
/// White space that a reader would change is written by number.
struct Escaping<'a> {
    out: &'a mut String,
    place: Place,
}

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let is_special = |byte: u8| byte < 0x20 || matches!(byte, b'<' | b'>' | b'&' | b'"' | b'\'');
        let mut rest = text;
        // Special characters are single bytes, so the text can be cut around them.
        while let Some(at) = rest.bytes().position(is_special) {
            self.out.push_str(&rest[..at]);
            match rest.as_bytes()[at] {
                b'<' => self.out.push_str("&lt;"),
                b'>' => self.out.push_str("&gt;"),
                b'&' => self.out.push_str("&amp;"),
                b'"' => self.out.push_str("&quot;"),
                b'\'' => self.out.push_str("&apos;"),
                space @ (b'\t' | b'\n') if self.place == Place::Content => self.out.push(space.into()),
                space @ (b'\t' | b'\n' | b'\r') => write!(self.out, "&#{space};")?,
                _ => {}
            }
            rest = &rest[at + 1..];
        }
        self.out.push_str(rest);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_is_closed_by_what_it_holds() {
        let mut w = Writer::default();
        w.element("a", |w| {
            w.attr("x", "<'\"&>\u{1}\n");
            w.empty("empty");
            w.text("text", "1 & 2");
            w.element_unless_empty("gone", |w| w.attr_opt("never", None::<&str>));
            w.element_unless_empty("kept", |w| w.attr_opt("some", Some(5)));
            w.block("block", |_| ());
        });
        w.element("b", |w| w.element_unless_empty("gone", |_| ()));
        assert_eq!(
            w.finish(),
            "<a x='&lt;&apos;&quot;&amp;&gt;&#10;'>\n  <empty/>\n  <text>1 &amp; 2</text>\n  <kept some='5'/>\n  \
             <block>\n  </block>\n</a>\n<b/>\n"
        );
    }
}
