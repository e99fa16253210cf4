//! libvirt's configuration files: `name = value` lines with strings, numbers and lists.
//!
//! Only the syntax is here. What the names mean is the business of who reads the file.

#![forbid(unsafe_code)]

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// A value in a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// In double, single or three double quotes; no escapes.
    Text(String),
    /// Out of range numbers become the nearest one.
    Number(i64),
    /// Between brackets, separated by commas.
    List(Vec<Value>),
}

impl Value {
    fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}

/// The settings of a configuration file.
#[derive(Clone, Debug, Default)]
pub struct ConfFile {
    title: String,
    settings: Vec<(String, Value)>,
}

impl ConfFile {
    /// Reads the file at `path`; `None` if there is none.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` if it cannot be read, and those of [`Self::parse`].
    pub fn read(path: &Path) -> Result<Option<Self>> {
        let text = match fs::read(path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(cause) if matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            Err(cause) => {
                let what = if cause.kind() == ErrorKind::IsADirectory { "read" } else { "open" };
                let what = format!("Failed to {what} file '{}'", path.display());
                return Err(Error::system(ErrorDomain::VIR_FROM_NONE, what, &cause));
            }
        };
        Self::parse(&text, &path.display().to_string()).map(Some)
    }

    /// Parses `text`; `title` is the file's name for errors.
    ///
    /// # Errors
    /// `VIR_ERR_CONF_SYNTAX` with file and line, in the original's words.
    pub fn parse(text: &str, title: &str) -> Result<Self> {
        let mut parser = Parser { rest: text, line: 1, title };
        let mut settings: Vec<(String, Value)> = Vec::new();
        while parser.next_setting() {
            let (name, value) = parser.setting()?;
            // As in the original, the last of several settings counts.
            settings.retain(|(other, _)| *other != name);
            settings.push((name, value));
        }
        Ok(Self { title: title.to_owned(), settings })
    }

    /// The file's name.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.settings.iter().map(|(name, _)| name.as_str())
    }

    /// The value of setting `name`.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.settings.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// A string.
    pub fn text(&self, name: &str) -> Result<Option<&str>> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.expected("string", name)),
        }
    }

    /// A number that is not negative.
    pub fn number(&self, name: &str) -> Result<Option<u64>> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Number(number)) if *number >= 0 => Ok(Some(number.unsigned_abs())),
            Some(_) => Err(self.expected("unsigned integer", name)),
        }
    }

    /// 0 or 1.
    pub fn flag(&self, name: &str) -> Result<Option<bool>> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Number(number @ (0 | 1))) => Ok(Some(*number == 1)),
            Some(_) => Err(self.expected("bool", name)),
        }
    }

    /// A list of strings.
    pub fn texts(&self, name: &str) -> Result<Option<Vec<&str>>> {
        let Some(value) = self.value(name) else { return Ok(None) };
        let Value::List(items) = value else { return Err(self.expected("string list", name)) };
        let texts: Option<Vec<_>> = items.iter().map(Value::text).collect();
        // As libvirt: what is wrong inside of the list is an error of syntax.
        texts.map(Some).ok_or_else(|| {
            let text = format!("{}: expected a string list for '{name}' parameter", self.title);
            Error::new(ErrorCode::VIR_ERR_CONF_SYNTAX, ErrorDomain::VIR_FROM_CONF, text)
        })
    }

    fn expected(&self, what: &str, name: &str) -> Error {
        let article = if what.starts_with('u') { "an" } else { "a" };
        let text = format!("{}: expected {article} {what} for '{name}' parameter", self.title);
        Error::internal(ErrorDomain::VIR_FROM_CONF, text)
    }
}

struct Parser<'a> {
    rest: &'a str,
    line: usize,
    title: &'a str,
}

impl<'a> Parser<'a> {
    fn error(&self, what: &str) -> Error {
        let text = format!("{}:{}: {what}", self.title, self.line);
        Error::new(ErrorCode::VIR_ERR_CONF_SYNTAX, ErrorDomain::VIR_FROM_CONF, text)
    }

    /// Takes `count` bytes and counts their lines.
    fn take(&mut self, count: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(count);
        self.line += taken.bytes().filter(|byte| *byte == b'\n').count();
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, wanted: impl Fn(u8) -> bool) -> &'a str {
        let count = self.rest.bytes().position(|byte| !wanted(byte)).unwrap_or(self.rest.len());
        self.take(count)
    }

    fn accept(&mut self, text: &str) -> bool {
        let found = self.rest.starts_with(text);
        if found {
            self.take(text.len());
        }
        found
    }

    fn blanks(&mut self) {
        self.take_while(|byte| byte == b' ' || byte == b'\t');
    }

    fn blank_lines(&mut self) {
        self.take_while(|byte| byte.is_ascii_whitespace());
    }

    /// Goes to the next setting, over empty lines and comments; whether there is one.
    fn next_setting(&mut self) -> bool {
        loop {
            self.blank_lines();
            if !self.rest.starts_with('#') {
                return !self.rest.is_empty();
            }
            self.take_while(|byte| byte != b'\n');
        }
    }

    fn setting(&mut self) -> Result<(String, Value)> {
        if !self.rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
            return Err(self.error("expecting a name"));
        }
        let name = self.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        self.blanks();
        if !self.accept("=") {
            return Err(self.error("expecting an assignment"));
        }
        self.blanks();
        let value = self.value()?;
        self.blanks();
        if !self.accept(";") && !self.rest.is_empty() && !self.rest.starts_with(['\n', '\r', '#']) {
            return Err(self.error("expecting a separator"));
        }
        Ok((name.to_owned(), value))
    }

    fn value(&mut self) -> Result<Value> {
        match self.rest.as_bytes().first() {
            Some(b'"' | b'\'') => self.string().map(Value::Text),
            Some(b'[') => self.list(),
            Some(b'0'..=b'9' | b'-' | b'+') => self.number(),
            _ => Err(self.error("expecting a value")),
        }
    }

    fn string(&mut self) -> Result<String> {
        let long = self.rest.starts_with("\"\"\"");
        let quote = if long { 3 } else { 1 };
        let quote = self.take(quote);
        let end = self.rest.find(quote);
        match end {
            Some(end) if long || !self.rest[..end].contains('\n') => {
                let text = self.take(end).to_owned();
                self.take(quote.len());
                Ok(text)
            }
            _ => Err(self.error("unterminated string")),
        }
    }

    fn number(&mut self) -> Result<Value> {
        let negative = self.accept("-");
        if !negative {
            self.accept("+");
        }
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        if digits.is_empty() {
            return Err(self.error("expecting a value"));
        }
        let size = digits.parse().unwrap_or(i64::MAX);
        Ok(Value::Number(if negative { -size } else { size }))
    }

    fn list(&mut self) -> Result<Value> {
        self.take(1);
        let mut items = Vec::new();
        loop {
            self.blank_lines();
            if self.accept("]") {
                return Ok(Value::List(items));
            }
            if self.rest.is_empty() {
                return Err(self.error("list is not closed with ]"));
            }
            items.push(self.value()?);
            self.blank_lines();
            if !self.accept(",") && !self.rest.starts_with(']') && !self.rest.is_empty() {
                return Err(self.error("expecting a separator in list"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_kind_of_value() {
        let text = "# head\n\n  a = 1   # one\nb=\"x # y\";c = 'z'\nd = \"\"\"two\nlines\"\"\"\n\
                    e = [ \"p\",\n 2, ]\nf = []\na = -5\ng = 99999999999999999999";
        let file = ConfFile::parse(text, "t").unwrap();
        assert_eq!(file.names().collect::<Vec<_>>(), ["b", "c", "d", "e", "f", "a", "g"]);
        assert_eq!(file.value("a"), Some(&Value::Number(-5)));
        assert_eq!(file.text("b").unwrap(), Some("x # y"));
        assert_eq!(file.text("c").unwrap(), Some("z"));
        assert_eq!(file.text("d").unwrap(), Some("two\nlines"));
        assert_eq!(file.value("e"), Some(&Value::List(vec![Value::Text("p".into()), Value::Number(2)])));
        assert_eq!(file.texts("f").unwrap(), Some(vec![]));
        assert_eq!(file.number("g").unwrap(), Some(i64::MAX as u64));
        assert_eq!(file.text("nothing").unwrap(), None);
    }

    #[test]
    fn says_where_and_what_as_the_original_does() {
        for (text, place) in [
            ("a \"x\"\n", "1: expecting an assignment"),
            ("\na = \"x\n", "2: unterminated string"),
            ("a = \n", "1: expecting a value"),
            ("a = yes\n", "1: expecting a value"),
            ("= 3\n", "1: expecting a name"),
            ("9x = 1\n", "1: expecting a name"),
            ("a-b = 1\n", "1: expecting an assignment"),
            ("\u{fc} = 1\n", "1: expecting a name"),
            ("a = [ \"x\" \"y\" ]\n", "1: expecting a separator in list"),
            ("a = [\n \"x\",\n # no\n \"y\" ]\n", "3: expecting a value"),
            ("a = 1 b = 2\n", "1: expecting a separator"),
            ("a = 0x10\n", "1: expecting a separator"),
            ("a = '''x'''\n", "1: expecting a separator"),
        ] {
            let error = ConfFile::parse(text, "/f").unwrap_err();
            assert_eq!(error.message(), format!("configuration file syntax error: /f:{place}"), "{text:?}");
        }
    }

    #[test]
    fn checks_kinds() {
        let file = ConfFile::parse("a = 1\nb = \"x\"\nc = 2\nd = [ 1 ]\n", "/f").unwrap();
        let message = |error: Error| error.message().to_owned();
        assert_eq!(
            message(file.text("a").unwrap_err()),
            "internal error: /f: expected a string for 'a' parameter"
        );
        assert_eq!(
            message(file.number("b").unwrap_err()),
            "internal error: /f: expected an unsigned integer for 'b' parameter"
        );
        assert_eq!(
            message(file.flag("c").unwrap_err()),
            "internal error: /f: expected a bool for 'c' parameter"
        );
        assert_eq!(
            message(file.texts("d").unwrap_err()),
            "configuration file syntax error: /f: expected a string list for 'd' parameter"
        );
        assert_eq!(file.flag("a").unwrap(), Some(true));
    }
}
