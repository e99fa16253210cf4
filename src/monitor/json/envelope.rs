//! The outer object of a QMP message: greeting, reply, error or event. What is inside stays text.

#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::ops::Deref;
use std::str;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::error::{Error, ErrorDomain, Result};
use crate::monitor::protocol::{Answer, Event, Failure, Greeting, Incoming};

/// The members that matter; which of them are there says what the message is. Unknown ones are passed over.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(rename = "QMP", default, borrow, deserialize_with = "present")]
    greeting: Option<&'a RawValue>,
    #[serde(rename = "return", default, borrow, deserialize_with = "present")]
    value: Option<&'a RawValue>,
    #[serde(borrow)]
    error: Option<ErrorMember<'a>>,
    #[serde(default, borrow, deserialize_with = "present")]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    event: Option<Text<'a>>,
    #[serde(default, borrow, deserialize_with = "present")]
    data: Option<&'a RawValue>,
    timestamp: Option<Timestamp>,
}

#[derive(Deserialize)]
struct ErrorMember<'a> {
    #[serde(borrow, default)]
    class: Cow<'a, str>,
    /// As libvirt where QEMU says nothing.
    #[serde(borrow, default = "unknown_error")]
    desc: Cow<'a, str>,
}

/// Until its clock is read QEMU says -1 for both.
#[derive(Deserialize)]
struct Timestamp {
    #[serde(default)]
    seconds: i64,
    #[serde(default)]
    microseconds: i64,
}

/// The content of the greeting.
#[derive(Deserialize)]
struct Offers<'a> {
    #[serde(borrow, default)]
    capabilities: Vec<Text<'a>>,
}

/// Text that is borrowed where it has no escapes; a bare `Cow` inside an `Option` would be copied.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// Reads a message, without its line end.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` if it is not one.
pub(super) fn parse(line: &[u8]) -> Result<Incoming<'_>> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.is_empty() {
        return Ok(Incoming::Nothing);
    }
    let whole = str::from_utf8(line).map_err(|error| nonsense(line, &error))?;
    let message: Envelope<'_> = serde_json::from_str(whole).map_err(|error| nonsense(line, &error))?;
    if let Some(event) = message.event {
        let time = message.timestamp.unwrap_or(Timestamp { seconds: 0, microseconds: 0 });
        return Ok(Incoming::Event(Event {
            name: event.0,
            seconds: time.seconds,
            micros: u32::try_from(time.microseconds).unwrap_or(0),
            data: message.data.map(RawValue::get),
        }));
    }
    let outcome = match (message.value, message.error) {
        (Some(value), _) => Ok(Cow::Borrowed(value.get())),
        (None, Some(error)) => Err(Failure { class: error.class, text: error.desc }),
        (None, None) => {
            let greeting = message.greeting.ok_or_else(|| nonsense(line, &"neither reply nor event"))?;
            let offers: Offers<'_> =
                serde_json::from_str(greeting.get()).map_err(|error| nonsense(line, &error))?;
            let out_of_band = offers.capabilities.iter().any(|offer| &**offer == "oob");
            return Ok(Incoming::Greeting(Greeting { out_of_band }));
        }
    };
    Ok(Incoming::Answer(Answer { whole, id: message.id.map(RawValue::get), outcome }))
}

/// A member that is there, even as null.
fn present<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(from).map(Some)
}

fn unknown_error() -> Cow<'static, str> {
    Cow::Borrowed("unknown QEMU command error")
}

/// The error for a line that is no message, with its beginning.
fn nonsense(line: &[u8], cause: &dyn std::fmt::Display) -> Error {
    let shown = String::from_utf8_lossy(&line[..line.len().min(80)]);
    let text = format!("QEMU monitor message '{}' makes no sense: {cause}", shown.escape_debug());
    Error::internal(ErrorDomain::VIR_FROM_QEMU, text)
}
