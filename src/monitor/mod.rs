//! The QEMU monitor: one neutral interface, with the protocols behind it.
//!
//! A driver sees [`Monitor`] (typed commands, each with a deadline) and [`MonitorCallbacks`] (what QEMU
//! says by itself). Which protocol runs below is decided once, at open. The monitor knows no domain
//! definition and no XML.

#![forbid(unsafe_code)]

mod callbacks;

use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::Duration;

pub use self::callbacks::{GraphicsInfo, IoErrorInfo, MonitorCallbacks};
use crate::error::{Error, ErrorDomain, Result};

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
        Self {
            start_up: Duration::from_secs(30),
            quick: Duration::from_secs(30),
            slow: Duration::from_secs(120),
            message_limit: 64 << 20,
        }
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

/// One open monitor. Commands of several threads are serialised; a waiting command never holds a lock of
/// the caller.
pub struct Monitor {}

fn later<T>() -> Result<T> {
    Err(Error::no_support(ErrorDomain::VIR_FROM_QEMU, "monitor"))
}

/// `text`, a message part as QEMU wrote it, without the blanks between its parts.
pub fn compact(text: &str) -> String {
    text.to_owned()
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
    pub fn open_with(
        stream: UnixStream,
        name: &str,
        callbacks: Arc<dyn MonitorCallbacks>,
        options: Options,
    ) -> Result<Arc<Self>> {
        let _ = (stream, name, callbacks, options);
        later()
    }

    /// The name given at open, for messages.
    pub fn name(&self) -> &str {
        ""
    }

    /// Ends the connection, from any thread, at any moment, as often as wanted. Waiting commands fail; no
    /// callback starts any more, also not the end of file.
    pub fn close(&self) {}

    /// Stops the virtual CPUs.
    pub fn stop(&self) -> Result<()> {
        later()
    }

    /// Lets the virtual CPUs go on.
    pub fn cont(&self) -> Result<()> {
        later()
    }

    /// Presses the reset button.
    pub fn system_reset(&self) -> Result<()> {
        later()
    }

    /// Presses the power button.
    pub fn system_powerdown(&self) -> Result<()> {
        later()
    }

    /// Ends QEMU.
    pub fn quit(&self) -> Result<()> {
        later()
    }

    /// Whether the virtual CPUs run, and why not.
    pub fn query_status(&self) -> Result<RunStatus> {
        later()
    }

    /// Host thread ids of the virtual CPUs, by CPU index.
    pub fn query_cpus_fast(&self) -> Result<Vec<i32>> {
        later()
    }

    /// The character devices.
    pub fn query_chardev(&self) -> Result<Vec<CharDevice>> {
        later()
    }

    /// Sets the password of the VNC server; viewers that are connected stay.
    pub fn set_vnc_password(&self, password: &str) -> Result<()> {
        let _ = password;
        later()
    }

    /// When the VNC password ends, in QEMU's words: "now", "never", "+SECONDS" or seconds of the day's clock.
    pub fn expire_vnc_password(&self, time: &str) -> Result<()> {
        let _ = time;
        later()
    }

    /// Runs a command of QEMU's human monitor; returns what it printed.
    pub fn human_monitor_command(&self, command: &str) -> Result<String> {
        let _ = command;
        later()
    }

    /// Sends a command in the protocol's own words and returns the whole reply, also one that is an error
    /// of QEMU.
    pub fn command_text(&self, command: &str) -> Result<String> {
        let _ = command;
        later()
    }

    /// [`stop`](Self::stop) for callers that must not wait: `done` runs on the I/O thread.
    pub fn stop_then(&self, done: impl FnOnce(Result<()>) + Send + 'static) {
        done(later());
    }

    /// [`cont`](Self::cont) for callers that must not wait.
    pub fn cont_then(&self, done: impl FnOnce(Result<()>) + Send + 'static) {
        done(later());
    }

    /// [`system_reset`](Self::system_reset) for callers that must not wait.
    pub fn system_reset_then(&self, done: impl FnOnce(Result<()>) + Send + 'static) {
        done(later());
    }

    /// [`quit`](Self::quit) for callers that must not wait.
    pub fn quit_then(&self, done: impl FnOnce(Result<()>) + Send + 'static) {
        done(later());
    }

    /// [`query_status`](Self::query_status) for callers that must not wait.
    pub fn query_status_then(&self, done: impl FnOnce(Result<RunStatus>) + Send + 'static) {
        done(later());
    }
}
