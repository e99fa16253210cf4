//! The password of a graphics server, and its conditions.

#![forbid(unsafe_code)]

use std::fmt;

use crate::conf::domain::{FormatFlags, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// A password and its conditions.
#[derive(Clone, PartialEq, Eq)]
pub struct Password {
    pub text: String,
    /// Until when it counts, as the XML says it: YYYY-MM-DDTHH:MM:SS.
    pub valid_to: Option<String>,
    pub connected: Option<Connected>,
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

words! {
    /// `connected=…`: what a changed password means for clients that are connected. VNC knows only one.
    pub enum Connected {
        Fail = "fail",
        Disconnect = "disconnect",
        Keep = "keep",
    }
}

impl Password {
    pub(super) fn parse(element: Element<'_>) -> Result<Option<Self>> {
        let Some(text) = element.attr("passwd") else { return Ok(None) };
        let valid_to = element.filled("passwdValidTo");
        if let Some(time) = valid_to
            && !is_time(time)
        {
            let detail = format!("cannot parse password validity time '{time}', expect YYYY-MM-DDTHH:MM:SS");
            return Err(fail::internal(detail));
        }
        let unknown = |text| fail::unsupported(format!("unknown connected value {text}"));
        let connected = element.attr("connected").map(|text| text.parse().map_err(|()| unknown(text)));
        let connected = connected.transpose()?;
        Ok(Some(Self { text: text.to_owned(), valid_to: valid_to.map(str::to_owned), connected }))
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        if flags.secure {
            w.attr("passwd", &self.text);
        }
        w.attr_opt("passwdValidTo", self.valid_to.as_ref());
        w.attr_opt("connected", self.connected);
    }
}

/// Whether `text` has the form YYYY-MM-DDTHH:MM:SS.
fn is_time(text: &str) -> bool {
    let form = b"0000-00-00T00:00:00";
    text.len() == form.len()
        && text.bytes().zip(form).all(|(c, form)| if *form == b'0' { c.is_ascii_digit() } else { c == *form })
}
