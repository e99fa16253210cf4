//! Writing XML in the original's text form: two spaces per level, single quotes, empty elements closed at once.

#![forbid(unsafe_code)]

use std::fmt::Write as _;

/// Builds an XML text element by element.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    open: Vec<&'static str>,
}

/// The attributes of an element, in output order; `None` leaves an attribute out.
pub type Attributes<'a> = &'a [(&'a str, Option<&'a str>)];

impl Writer {
    /// Starts an element that will have children.
    pub fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Ends the innermost open element.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            let _ = writeln!(self.text, "</{name}>");
        }
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element with text as its only content.
    pub fn text(&mut self, name: &str, attributes: Attributes<'_>, content: &str) {
        self.start(name, attributes);
        self.text.push('>');
        escape(&mut self.text, content);
        let _ = writeln!(self.text, "</{name}>");
    }

    /// The finished text.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn indent(&mut self) {
        for _ in 0..self.open.len() {
            self.text.push_str("  ");
        }
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        self.indent();
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            if let Some(value) = value {
                let _ = write!(self.text, " {key}='");
                escape(&mut self.text, value);
                self.text.push('\'');
            }
        }
    }
}

/// Appends `text` with the five XML characters escaped and control characters, which XML cannot hold, left out.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if (c as u32) < 0x20 => {}
            c => out.push(c),
        }
    }
}
