//! JSON that stays text: commands in a program's own words, replies and event data on their way to it.

#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::error::{Error, ErrorDomain, Result};
use crate::monitor::Deadline;
use crate::monitor::protocol::{Command, Reply, Request};

/// `text`, valid JSON as QEMU wrote it, in the form in which libvirt's programs see it: no blanks between
/// the parts, and in strings no more escapes than JSON asks for.
pub fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(quote) = rest.find('"') {
        out.extend(rest[..quote].split_ascii_whitespace());
        let end = string_end(rest, quote);
        out.push_str(&unescape(&rest[quote..end]));
        rest = &rest[end..];
    }
    out.extend(rest.split_ascii_whitespace());
    out
}

/// A program's own command. As libvirt: an object with `execute` gets our id and must not have one, and
/// anything else goes to QEMU as it is.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` if it is not JSON, or has an id.
pub(super) fn command(text: &str) -> Result<Request<String>> {
    let parsed: &RawValue = serde_json::from_str(text).map_err(|error| {
        Error::internal(ErrorDomain::VIR_FROM_NONE, format!("cannot parse json {text}: {error}"))
    })?;
    let members = serde_json::from_str::<Members<'_>>(parsed.get()).map_or(Vec::new(), |members| members.0);
    let member = |name| members.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
    let execute = member("execute");
    if execute.is_some() && member("id").is_some() {
        return Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, "Unable to append command 'id' string"));
    }
    let name =
        execute.or(member("exec-oob")).and_then(|name| serde_json::from_str::<String>(name.get()).ok());
    let command = Command {
        name: name.map_or(Cow::Borrowed("a command without a name"), Cow::Owned),
        text: compact(parsed.get()),
        numbered: execute.is_some(),
        deadline: Deadline::Slow,
    };
    Ok(Request { command, read: |reply| Ok(published(reply)) })
}

/// The reply for the program: compact, and with the long form of our id that libvirt's programs know.
fn published(reply: &Reply<'_>) -> String {
    let Ok(Members(members)) = serde_json::from_str(reply.whole) else { return compact(reply.whole) };
    let mut out = String::with_capacity(reply.whole.len() + 16);
    for (place, (key, value)) in members.iter().enumerate() {
        out.push(if place == 0 { '{' } else { ',' });
        out.push_str(&quoted(key));
        out.push(':');
        match reply.serial {
            Some(serial) if key == "id" => out.push_str(&format!("\"libvirt-{serial}\"")),
            _ => out.push_str(&compact(value.get())),
        }
    }
    out.push('}');
    out
}

/// The index behind the string that starts with the quote at `start`.
fn string_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut place = start + 1;
    while let Some(found) = memchr::memchr2(b'"', b'\\', &bytes[place..]) {
        place += found + 1;
        match bytes[place - 1] {
            b'"' => return place,
            _ => place = (place + 1).min(bytes.len()), // the escaped character
        }
    }
    bytes.len()
}

/// A quoted string with only the escapes that JSON asks for. Halves of characters stay as they are.
fn unescape(string: &str) -> Cow<'_, str> {
    if !string.contains('\\') {
        return Cow::Borrowed(string);
    }
    serde_json::from_str::<String>(string).map_or(Cow::Borrowed(string), |text| Cow::Owned(quoted(&text)))
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("text becomes JSON")
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
