//! The QEMU monitor: one neutral interface, with the protocols behind it.
//!
//! A driver sees [`Monitor`] (typed commands, each with a deadline) and [`MonitorCallbacks`] (what QEMU
//! says by itself). Which protocol runs below is decided once, at open. The monitor knows no domain
//! definition and no XML.

#![forbid(unsafe_code)]

mod buffer;
mod callbacks;
mod commands;
mod endpoint;
mod guest_event;
mod json;
mod narrator;
mod protocol;
mod recorder;
mod replay;
mod secret;
mod session;
mod text;
mod waiter;
mod wire;

#[cfg(test)]
mod tests;

use std::fmt;
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::time::Duration;

pub use self::callbacks::{GraphicsInfo, IoErrorInfo, MonitorCallbacks};
pub use self::commands::*;
pub use self::endpoint::Endpoint;
pub use self::guest_event::{AcpiOst, DumpResult, GuestEvent, MemoryFailureFlags};
pub use self::json::compact;
pub use self::narrator::Narrator;
pub use self::recorder::RECORD_VARIABLE;
pub use self::replay::replay;
pub use self::secret::Secret;
use self::session::Session;
pub use self::wire::is_loss;
use crate::error::Result;

/// The language of a monitor, chosen once at open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Protocol {
    /// QMP, since QEMU 0.12.
    #[default]
    Json,
    /// The monitor for people, which every QEMU has. It tells no events; those that follow from commands are told as if
    /// it did.
    Text,
}

impl fmt::Display for Protocol {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Json => "json",
            Self::Text => "text",
        })
    }
}

/// How long a command may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// Answered by QEMU's main loop at once: queries, stop, cont.
    Quick,
    /// May wait for storage or a guest.
    Slow,
    /// A job without bound; only the end of QEMU ends it.
    None,
}

/// As long as the original lets a second caller wait for a domain.
const QUICK: Duration = Duration::from_secs(30);

/// Storage behind a network may stall for this long and come back.
const SLOW: Duration = Duration::from_secs(120);

/// QEMU greets when its machine is built, which takes most of a second under emulation.
const START_UP: Duration = Duration::from_secs(30);

/// The longest known reply is QEMU's schema with 200 KiB; the original gives up at 10 MiB.
const MESSAGE_LIMIT: usize = 32 << 20;

/// What a monitor is opened with.
#[derive(Debug)]
pub struct Options {
    /// The language.
    pub protocol: Protocol,
    /// Until the connection stands, and greeting and negotiation are done.
    pub start_up: Duration,
    /// For [`Deadline::Quick`].
    pub quick: Duration,
    /// For [`Deadline::Slow`].
    pub slow: Duration,
    /// Longest message of QEMU in bytes; a longer one ends the connection.
    pub message_limit: usize,
    /// A pidfd of QEMU: nobody waits longer for a connection than it lives.
    pub peer: Option<OwnedFd>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            protocol: Protocol::default(),
            start_up: START_UP,
            quick: QUICK,
            slow: SLOW,
            message_limit: MESSAGE_LIMIT,
            peer: None,
        }
    }
}

/// One open monitor; the connection ends with it. Its commands are in `commands`.
///
/// Any thread may use it at any time. QEMU runs one command after the other, so the commands of several
/// threads wait for each other, each no longer than its own deadline. Commands fail with
/// `VIR_ERR_OPERATION_TIMEOUT` after the deadline (QEMU may still carry them out), `VIR_ERR_INTERNAL_ERROR`
/// if QEMU refuses or hangs up, `VIR_ERR_SYSTEM_ERROR` if the connection breaks,
/// `VIR_ERR_OPERATION_UNSUPPORTED` if its protocol has no such command, `VIR_ERR_OPERATION_FAILED` after
/// [`close`](Self::close), and `VIR_ERR_OPERATION_INVALID` in a fork.
pub struct Monitor {
    session: Arc<Session>,
}

impl Monitor {
    /// Speaks with the QEMU at `endpoint`: connects, and waits for its greeting and negotiates where the protocol
    /// has that. `name` is for messages.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` if there is no connection, `VIR_ERR_INTERNAL_ERROR` if the endpoint cannot be a
    /// monitor or the peer hangs up or talks nonsense, `VIR_ERR_OPERATION_TIMEOUT` if it is silent. Nothing
    /// stays behind then.
    pub fn open(
        endpoint: impl Into<Endpoint>,
        name: &str,
        callbacks: Arc<dyn MonitorCallbacks>,
        options: Options,
    ) -> Result<Arc<Self>> {
        let session = Session::open(endpoint.into(), name, callbacks, options)?;
        Ok(Arc::new(Self { session }))
    }

    /// The name given at open, for messages.
    pub fn name(&self) -> &str {
        self.session.name()
    }

    /// The language chosen at open.
    pub fn protocol(&self) -> Protocol {
        self.session.protocol()
    }

    /// The command that QEMU has not answered yet, and for how long: what a caller who waits for the monitor waits for.
    pub fn in_flight(&self) -> Option<(String, Duration)> {
        self.session.in_flight()
    }

    /// Ends the connection, from any thread, at any moment, as often as wanted. Waiting commands fail.
    /// Callbacks that are running may finish; none starts any more, also not the end of file.
    pub fn close(&self) {
        self.session.close();
    }
}

impl Drop for Monitor {
    fn drop(&mut self) {
        self.session.close();
    }
}
