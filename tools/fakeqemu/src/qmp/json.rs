//! JSON as QEMU writes it: a blank after colons and commas, everything outside ASCII escaped with upper-case digits.

use std::io::{self, Write};

use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

struct Style;

impl Formatter for Style {
    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut units = [0; 2];
        for c in fragment.chars() {
            if c.is_ascii() && c != '\x7f' {
                writer.write_all(&[c as u8])?;
                continue;
            }
            for unit in c.encode_utf16(&mut units) {
                write!(writer, "\\u{unit:04X}")?;
            }
        }
        Ok(())
    }
}

/// The text of a value.
pub fn text(value: &Value) -> String {
    let mut out = Vec::new();
    let written = serde::Serialize::serialize(value, &mut Serializer::with_formatter(&mut out, Style));
    match written {
        Ok(()) => String::from_utf8_lossy(&out).into_owned(),
        Err(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn writes_as_qemu_does() {
        assert_eq!(text(&json!({"a": [1, "\u{e9}\u{20ac}\n"]})), r#"{"a": [1, "\u00E9\u20AC\n"]}"#);
    }
}
