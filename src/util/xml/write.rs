//! Writing XML in the original's text form: two spaces per level, single quotes, empty elements closed at once.

#![forbid(unsafe_code)]

use std::fmt::{Display, Write as _};

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

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str) {
        self.element(name, |_| ());
    }

    /// An attribute of the element that was opened last; before its content.
    pub fn attr(&mut self, name: &str, value: impl Display) {
        debug_assert_eq!(self.state, State::StartTag, "attribute {name} after content");
        let _ = write!(self.text, " {name}='");
        escape(&mut self.text, &value.to_string(), Place::Attribute);
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
        escape(&mut self.text, &text.to_string(), Place::Content);
        self.state = State::Text;
    }

    /// A ready piece of XML without line end; its first line gets the indentation of the place.
    pub fn raw(&mut self, xml: &str) {
        self.lines();
        self.indent();
        self.text.push_str(xml);
        self.text.push('\n');
    }

    /// The finished text.
    pub fn finish(self) -> String {
        self.text
    }

    fn open(&mut self, name: &str) {
        self.lines();
        self.indent();
        let _ = write!(self.text, "<{name}");
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
        let _ = writeln!(self.text, "</{name}>");
    }

    /// Ends an open start tag, so that children can follow and the end tag gets a line of its own without them.
    pub fn lines(&mut self) {
        if self.state == State::StartTag {
            self.text.push_str(">\n");
        }
        self.state = State::Lines;
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n("  ", self.depth));
    }
}

/// Where escaped text will stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Attribute,
    Content,
}

/// Appends `text` with the five XML characters escaped and control characters, which XML cannot hold, left out.
/// White space that a reader would change is written by number.
fn escape(out: &mut String, text: &str, place: Place) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\t' | '\n' if place == Place::Content => out.push(c),
            '\t' | '\n' | '\r' => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c if (c as u32) < 0x20 => {}
            c => out.push(c),
        }
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
