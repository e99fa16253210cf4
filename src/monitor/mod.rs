//! The QEMU monitor: one neutral interface, with the protocols behind it.
//!
//! A driver sees [`Monitor`] (typed commands, each with a deadline) and [`MonitorCallbacks`] (what QEMU
//! says by itself). Which protocol runs below is decided once, at open. The monitor knows no domain
//! definition and no XML.

#![forbid(unsafe_code)]

mod buffer;
mod callbacks;
mod json;
mod protocol;
mod session;
mod waiter;
mod wire;

#[cfg(test)]
mod tests;

use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::Duration;

pub use self::callbacks::{GraphicsInfo, IoErrorInfo, MonitorCallbacks};
use self::json::Json;
pub use self::json::compact;
use self::session::Session;
use crate::error::Result;

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
const MESSAGE_LIMIT: usize = 16 << 20;

/// The limits of one monitor.
#[derive(Clone, Debug)]
pub struct Options {
    /// Until greeting and negotiation are done.
    pub start_up: Duration,
    /// For [`Deadline::Quick`].
    pub quick: Duration,
    /// For [`Deadline::Slow`].
    pub slow: Duration,
    /// Longest message of QEMU in bytes; a longer one ends the connection.
    pub message_limit: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { start_up: START_UP, quick: QUICK, slow: SLOW, message_limit: MESSAGE_LIMIT }
    }
}

/// `query-status`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunStatus {
    /// Whether the virtual CPUs run.
    pub running: bool,
    /// QEMU's word, such as "paused" or "io-error".
    pub status: String,
}

/// One of QEMU's character devices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharDevice {
    /// Its id on QEMU's command line.
    pub label: String,
    /// Path of its pseudo terminal, if it is one.
    pub pty: Option<String>,
}

/// Declares the typed commands: each one waits for its answer.
///
/// A row: documentation, method with its arguments and result. The protocol has a method of that name.
macro_rules! commands {
    ($($(#[$doc:meta])* fn $method:ident(&self $(, $arg:ident: $type:ty)*) -> $out:ty;)*) => {
        $($(#[$doc])*
        pub fn $method(&self $(, $arg: $type)*) -> Result<$out> {
            self.session.call(self.session.protocol().$method($($arg),*))
        })*
    };
}

/// Declares the same commands for callers that must not wait.
///
/// A row: documentation, method and type of the result, `=>`, the command.
macro_rules! commands_then {
    ($($(#[$doc:meta])* fn $then:ident() -> $out:ty => $method:ident;)*) => {
        $($(#[$doc])*
        pub fn $then(&self, done: impl FnOnce(Result<$out>) + Send + 'static) {
            self.session.then(self.session.protocol().$method(), done);
        })*
    };
}

/// One open monitor; the connection ends with it.
///
/// Any thread may use it at any time. QEMU runs one command after the other, so the commands of several
/// threads wait for each other, each no longer than its own deadline. Commands fail with
/// `VIR_ERR_OPERATION_TIMEOUT` after the deadline (QEMU may still carry them out), `VIR_ERR_INTERNAL_ERROR`
/// if QEMU refuses or hangs up, `VIR_ERR_SYSTEM_ERROR` if the connection breaks,
/// `VIR_ERR_OPERATION_FAILED` after [`close`](Self::close), and `VIR_ERR_OPERATION_INVALID` in a fork.
pub struct Monitor {
    session: Arc<Session>,
}

impl Monitor {
    /// Speaks with the QEMU at the other end of a connected socket, with the default limits: waits for its
    /// greeting and negotiates.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` if the peer hangs up or talks nonsense, `VIR_ERR_OPERATION_TIMEOUT` if it
    /// is silent. Nothing stays behind then.
    pub fn open(stream: UnixStream, name: &str, callbacks: Arc<dyn MonitorCallbacks>) -> Result<Arc<Self>> {
        Self::open_with(stream, name, callbacks, Options::default())
    }

    /// As [`open`](Self::open), with limits of one's own.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_with(
        stream: UnixStream,
        name: &str,
        callbacks: Arc<dyn MonitorCallbacks>,
        options: Options,
    ) -> Result<Arc<Self>> {
        let session = Session::open(stream, name, Box::new(Json), callbacks, options)?;
        Ok(Arc::new(Self { session }))
    }

    /// The name given at open, for messages.
    pub fn name(&self) -> &str {
        self.session.name()
    }

    /// Ends the connection, from any thread, at any moment, as often as wanted. Waiting commands fail.
    /// Callbacks that are running may finish; none starts any more, also not the end of file.
    pub fn close(&self) {
        self.session.close();
    }

    commands! {
        /// Stops the virtual CPUs.
        fn stop(&self) -> ();
        /// Lets the virtual CPUs go on.
        fn cont(&self) -> ();
        /// Presses the reset button.
        fn system_reset(&self) -> ();
        /// Presses the power button.
        fn system_powerdown(&self) -> ();
        /// Ends QEMU.
        fn quit(&self) -> ();
        /// Whether the virtual CPUs run, and why not.
        fn query_status(&self) -> RunStatus;
        /// Host thread ids of the virtual CPUs, by CPU index.
        fn query_cpus_fast(&self) -> Vec<i32>;
        /// The character devices.
        fn query_chardev(&self) -> Vec<CharDevice>;
        /// Sets the password of the VNC server; viewers that are connected stay.
        fn set_vnc_password(&self, password: &str) -> ();
        /// When the VNC password ends, in QEMU's words: "now", "never", "+SECONDS" or seconds of the
        /// day's clock.
        fn expire_vnc_password(&self, time: &str) -> ();
        /// Runs a command of QEMU's human monitor; returns what it printed.
        fn human_monitor_command(&self, line: &str) -> String;
        /// Sends a command in the protocol's own words and returns the whole reply, also one that is an
        /// error of QEMU.
        fn command_text(&self, text: &str) -> String;
    }

    commands_then! {
        /// [`stop`](Self::stop) without waiting: `done` runs once, on the I/O thread.
        fn stop_then() -> () => stop;
        /// [`cont`](Self::cont) without waiting: `done` runs once, on the I/O thread.
        fn cont_then() -> () => cont;
        /// [`system_reset`](Self::system_reset) without waiting: `done` runs once, on the I/O thread.
        fn system_reset_then() -> () => system_reset;
        /// [`quit`](Self::quit) without waiting: `done` runs once, on the I/O thread.
        fn quit_then() -> () => quit;
        /// [`query_status`](Self::query_status) without waiting: `done` runs once, on the I/O thread.
        fn query_status_then() -> RunStatus => query_status;
    }
}

impl Drop for Monitor {
    fn drop(&mut self) {
        self.session.close();
    }
}
