//! JSON that stays text: commands in a program's own words, replies and event data on their way to it.

#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::error::{Error, ErrorDomain, Result};
use crate::monitor::protocol::{Command, Reply, Request};
use crate::monitor::{Deadline, secret};

/// `text`, valid JSON as QEMU wrote it, in the form in which libvirt's programs see it: no blanks between
/// the parts, and in strings no more escapes than JSON asks for.
pub fn compact(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    compact_into(text, &mut out);
    String::from_utf8(out).expect("whole characters were left out or exchanged")
}

/// The same, behind what is in `out`.
fn compact_into(text: &str, out: &mut Vec<u8>) {
    match memchr::memchr(b'\\', text.as_bytes()) {
        None => without_blanks(text.as_bytes(), out),
        Some(_) => without_escapes(text, out),
    }
}

/// Text without escapes, which long replies are: every quote begins or ends a string. No branch depends on the text, of
/// which there may be hundreds of kilobytes with a string every few bytes.
fn without_blanks(text: &[u8], out: &mut Vec<u8>) {
    let start = out.len();
    out.resize(start + text.len(), 0);
    let (mut kept, mut in_string) = (0, false);
    let room = &mut out[start..];
    for byte in text {
        room[kept] = *byte;
        in_string ^= *byte == b'"';
        kept += usize::from(in_string | (*byte > b' '));
    }
    out.truncate(start + kept);
}

fn without_escapes(text: &str, out: &mut Vec<u8>) {
    let mut put = |part: &str| out.extend_from_slice(part.as_bytes());
    let (mut copied, mut place) = (0, 0);
    while let Some(byte) = text.as_bytes().get(place) {
        match byte {
            b'"' => {
                let (end, escapes) = string_end(text, place);
                if escapes {
                    put(&text[copied..place]);
                    put(&unescape(&text[place..end]));
                    copied = end;
                }
                place = end;
            }
            b' ' | b'\t' | b'\r' | b'\n' => {
                put(&text[copied..place]);
                place += 1;
                copied = place;
            }
            _ => place += 1,
        }
    }
    put(&text[copied..]);
}

/// A program's own command. As libvirt: an object with `execute` gets our id and must not have one, and
/// anything else goes to QEMU as it is.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` if it is not JSON, or has an id.
pub(in crate::monitor) fn command(text: &str) -> Result<Request<String>> {
    let parsed: &RawValue = serde_json::from_str(text).map_err(|error| {
        let shown = if secret::is_likely_in(text) { "(not shown)" } else { text };
        Error::internal(ErrorDomain::VIR_FROM_NONE, format!("cannot parse json {shown}: {error}"))
    })?;
    let members = serde_json::from_str::<Members<'_>>(parsed.get()).map_or(Vec::new(), |members| members.0);
    let member = |name| members.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
    let execute = member("execute");
    if execute.is_some() && member("id").is_some() {
        return Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, "Unable to append command 'id' string"));
    }
    let name =
        execute.or(member("exec-oob")).and_then(|name| serde_json::from_str::<String>(name.get()).ok());
    let text = compact(parsed.get());
    let secret = secret::is_likely_in(&text);
    let name = name.map_or(Cow::Borrowed("a command without a name"), Cow::Owned);
    let command = Command { numbered: execute.is_some(), secret, ..Command::new(name, text, Deadline::Slow) };
    Ok(Request { command, read: |reply| Ok(published(reply)) })
}

/// The reply for the program: compact, and with the long form of our id that libvirt's programs know.
fn published(reply: &Reply<'_>) -> String {
    let whole = reply.answer.whole;
    let (Some(serial), Some(id)) = (reply.serial, reply.answer.id) else { return compact(whole) };
    // The id is a part of the whole; the two addresses say which.
    let start = id.as_ptr().addr() - whole.as_ptr().addr();
    let mut out = Vec::with_capacity(whole.len() + "libvirt-".len() + 20);
    compact_into(&whole[..start], &mut out);
    out.extend_from_slice(format!("\"libvirt-{serial}\"").as_bytes());
    compact_into(&whole[start + id.len()..], &mut out);
    String::from_utf8(out).expect("whole characters were left out or exchanged")
}

/// The index behind the string that starts with the quote at `start`, and whether it has escapes.
fn string_end(text: &str, start: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let (mut place, mut escapes) = (start + 1, false);
    while let Some(found) = memchr::memchr2(b'"', b'\\', bytes.get(place..).unwrap_or_default()) {
        place += found + 1;
        if bytes[place - 1] == b'"' {
            return (place, escapes);
        }
        escapes = true;
        place += 1; // the escaped character
    }
    (bytes.len(), escapes)
}

/// A quoted string with only the escapes that JSON asks for. Halves of characters stay as they are.
fn unescape(string: &str) -> Cow<'_, str> {
    match serde_json::from_str::<String>(string).and_then(|text| serde_json::to_string(&text)) {
        Ok(text) => Cow::Owned(text),
        Err(_) => Cow::Borrowed(string),
    }
}

/// The bytes of a command with a star for every character of the strings in its arguments.
pub(in crate::monitor) fn mask(bytes: &[u8]) -> Vec<u8> {
    let mut masked = bytes.to_vec();
    let Some(arguments) = memchr::memmem::find(bytes, b"\"arguments\"") else { return masked };
    let mut place = arguments + b"\"arguments\"".len();
    while let Some(start) = memchr::memchr(b'"', &bytes[place..]).map(|found| place + found) {
        let mut end = start + 1;
        while end < bytes.len() && bytes[end] != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        let end = end.min(bytes.len());
        // A name is followed by its value.
        if bytes.get(end + 1) != Some(&b':') {
            masked[start + 1..end].fill(b'*');
        }
        place = (end + 1).min(bytes.len());
    }
    masked
}

/// The members of an object in their order.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(Collect)
    }
}
