//! `<graphics>`: VNC.

#![forbid(unsafe_code)]

use std::fmt;

use super::device::YesNo;
use crate::util::xml::words;

/// `<graphics type='vnc'>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graphics {
    /// The port in use, or the wanted one; `None` while a port is still to be chosen.
    pub port: Option<u16>,
    /// The driver chooses the port at start.
    pub autoport: bool,
    /// Port for browsers; -1 lets the driver choose.
    pub websocket: Option<i32>,
    pub keymap: Option<String>,
    pub share_policy: Option<SharePolicy>,
    pub password: Option<Password>,
    /// Where it listens; never empty after parsing.
    pub listens: Vec<Listen>,
}

/// A VNC password and its conditions.
#[derive(Clone, PartialEq, Eq)]
pub struct Password {
    pub text: String,
    /// Until when it counts, as the XML says it.
    pub valid_to: Option<String>,
    pub connected: Option<Connected>,
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

words! {
    /// `connected=…`: what a changed password means for clients that are connected.
    pub enum Connected {
        Fail = "fail",
        Disconnect = "disconnect",
        Keep = "keep",
    }
}

words! {
    /// `sharePolicy=…`
    pub enum SharePolicy {
        AllowExclusive = "allow-exclusive",
        ForceShared = "force-shared",
        Ignore = "ignore",
    }
}

/// `<listen>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listen {
    /// `None` is the driver's default.
    Address(Option<String>),
    /// `None` lets the driver choose.
    Socket(Option<String>),
    Nothing,
}

/// `autoport` and friends read as "yes" and "no".
pub(super) fn yes_no(value: bool) -> YesNo {
    if value { YesNo::Yes } else { YesNo::No }
}
