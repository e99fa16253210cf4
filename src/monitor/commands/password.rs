//! Passwords of graphics servers.

#![forbid(unsafe_code)]

use std::fmt;

use serde::Serialize;

use crate::error::{Error, ErrorDomain, Result};
use crate::monitor::json::qmp;
use crate::monitor::protocol::unsupported;
use crate::monitor::text::hmp;
use crate::monitor::{Monitor, Protocol, Secret};

/// A server for viewers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PasswordServer {
    /// The VNC server.
    Vnc,
    /// The SPICE server.
    Spice,
}

/// What happens to viewers that are connected when the password changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ConnectedViewers {
    /// They stay; all that a VNC server does.
    #[default]
    Keep,
    /// The password is not changed.
    Fail,
    /// They have to go.
    Disconnect,
}

/// When a password ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry {
    /// At once.
    Now,
    /// Not at all.
    Never,
    /// In so many seconds.
    After(u64),
    /// At a time of day, in seconds.
    At(i64),
}

impl fmt::Display for Expiry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Now => out.write_str("now"),
            Self::Never => out.write_str("never"),
            Self::After(seconds) => write!(out, "+{seconds}"),
            Self::At(seconds) => write!(out, "{seconds}"),
        }
    }
}

impl PasswordServer {
    fn word(self) -> &'static str {
        match self {
            Self::Vnc => "vnc",
            Self::Spice => "spice",
        }
    }
}

impl ConnectedViewers {
    fn word(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Fail => "fail",
            Self::Disconnect => "disconnect",
        }
    }

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Serialize)]
struct Password<'a> {
    protocol: PasswordServer,
    password: &'a str,
    #[serde(skip_serializing_if = "ConnectedViewers::is_default")]
    connected: ConnectedViewers,
}

#[derive(Serialize)]
struct Time<'a> {
    protocol: PasswordServer,
    time: &'a str,
}

#[derive(Serialize)]
struct ChangeVnc<'a> {
    device: &'a str,
    target: &'a str,
    arg: &'a str,
}

commands! {
    /// When the password of a server ends.
    fn expire_password(server: PasswordServer, expiry: Expiry) -> () {
        json: qmp("expire_password").with(&Time { protocol: server, time: &expiry.to_string() }).nothing(),
        text: hmp("expire_password").word(server.word()).word(expiry).silent(),
    }
}

impl Monitor {
    /// Sets the password of a server. QEMU before 0.14 has none but VNC's.
    pub fn set_password(
        &self,
        server: PasswordServer,
        password: &Secret,
        connected: ConnectedViewers,
    ) -> Result<()> {
        let old = (server, connected) == (PasswordServer::Vnc, ConnectedViewers::Keep);
        let mut ways = Vec::new();
        match self.protocol() {
            Protocol::Json => {
                let password = as_text(password)?;
                let arguments = Password { protocol: server, password, connected };
                ways.push(qmp("set_password").secret().with(&arguments).nothing());
                if old {
                    let arguments = ChangeVnc { device: "vnc", target: "password", arg: password };
                    ways.push(qmp("change").secret().with(&arguments).nothing());
                }
            }
            Protocol::Text => {
                // A password that cannot stand in a line can still be typed when QEMU asks for it.
                let line = as_text(password).and_then(|password| {
                    let line = hmp("set_password").secret().word(server.word()).quoted(password);
                    if connected.is_default() { line } else { line.word(connected.word()) }.silent()
                });
                if line.is_ok() || !old {
                    ways.push(line);
                }
                if old {
                    // What is typed is not drawn.
                    ways.push(hmp("change vnc password").password(password.clone()).silent());
                }
            }
        }
        self.first_known(ways)?.map_or_else(|| unsupported("set_password"), Ok)
    }
}

/// A password in a command.
pub(super) fn as_text(password: &Secret) -> Result<&str> {
    password.text().ok_or_else(|| Error::invalid_arg(ErrorDomain::VIR_FROM_QEMU, "the password is not UTF-8"))
}
