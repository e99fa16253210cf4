//! The QEMU monitor: one neutral interface, with the protocols behind it.
//!
//! A driver sees [`Monitor`] (typed commands, each with a deadline) and [`MonitorCallbacks`] (what QEMU
//! says by itself). Which protocol runs below is decided once, at open. The monitor knows no domain
//! definition and no XML.

#![forbid(unsafe_code)]

use std::os::unix::net::UnixStream;
use std::sync::Arc;

use crate::error::{Error, ErrorDomain, Result};

/// What QEMU tells by itself. Every entry is optional. They run on the monitor's I/O thread, in the order
/// in which QEMU spoke, and must not wait: no monitor command that is waited for, no I/O.
pub trait MonitorCallbacks: Send + Sync {
    /// The connection is gone; nothing follows. Runs exactly once, after the last event.
    fn end_of_file(&self) {}
    /// QEMU said something that cannot be understood any more; the end of file follows.
    fn error(&self, _error: &Error) {}
    /// QEMU is about to end the guest. `guest`: whether the guest asked for it (unknown to old QEMU).
    fn shutdown(&self, _guest: Option<bool>, _reason: Option<&str>) {}
    /// The machine was reset.
    fn reset(&self) {}
    /// The power button was pressed.
    fn powerdown(&self) {}
    /// The virtual CPUs stopped.
    fn stop(&self) {}
    /// The virtual CPUs go on.
    fn resume(&self) {}
    /// The guest set its clock: seconds against the configured base.
    fn rtc_change(&self, _offset_s: i64) {}
    /// The watchdog fired; QEMU's word for the action.
    fn watchdog(&self, _action: &str) {}
    /// A disk failed.
    fn io_error(&self, _error: &IoErrorInfo<'_>) {}
    /// A graphics client came, was let in, or went.
    fn graphics(&self, _client: &GraphicsInfo<'_>) {}
    /// Every event as it came, for those who asked for raw events: name, seconds, microseconds, data.
    fn raw(&self, _name: &str, _seconds: i64, _micros: u32, _data: Option<&str>) {}
}

/// `BLOCK_IO_ERROR`
#[derive(Clone, Copy, Debug)]
pub struct IoErrorInfo<'a> {
    /// Name of the drive; empty for node-based disks.
    pub device: &'a str,
    /// Name of the node; `None` from old QEMU.
    pub node_name: Option<&'a str>,
    /// "read" or "write"
    pub operation: &'a str,
    /// "ignore", "report" or "stop"
    pub action: &'a str,
    /// Whether the cause is a full device, where QEMU says it.
    pub nospace: bool,
    /// The C library's text for the cause.
    pub reason: &'a str,
}

/// `VNC_*` and `SPICE_*` client events.
#[derive(Clone, Debug)]
pub struct GraphicsInfo<'a> {
    /// `virDomainEventGraphicsPhase`: 0 connect, 1 initialise, 2 disconnect.
    pub phase: i32,
    /// The listening side: QEMU's word for the family, host, service.
    pub local: (&'a str, &'a str, &'a str),
    /// The viewer.
    pub remote: (&'a str, &'a str, &'a str),
    /// QEMU's word; empty if unsaid.
    pub auth: &'a str,
    /// The viewer's certificate name.
    pub x509_dname: Option<&'a str>,
    /// The viewer's SASL name.
    pub sasl_username: Option<&'a str>,
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

/// `query-status`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunStatus {
    /// Whether the virtual CPUs run.
    pub running: bool,
    /// QEMU's word, such as "paused" or "io-error".
    pub status: String,
}

/// One open monitor. Commands of several threads are serialised; a waiting command never holds a lock of
/// the caller.
pub struct Monitor {}

impl Monitor {
    /// Speaks QMP on a connected socket: waits for the greeting and negotiates, within the start-up deadline.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` if the peer hangs up or talks nonsense, `VIR_ERR_OPERATION_TIMEOUT` if it is silent.
    pub fn open(stream: UnixStream, name: &str, callbacks: Arc<dyn MonitorCallbacks>) -> Result<Arc<Self>> {
        let _ = (stream, name, callbacks);
        Err(Error::no_support(ErrorDomain::VIR_FROM_QEMU, "Monitor::open"))
    }
    /// Ends the connection, from any thread, at any moment, as often as wanted. Waiting commands fail.
    pub fn close(&self) {}
    /// Stops the virtual CPUs.
    pub fn stop(&self) -> Result<()> {
        Err(Error::no_support(ErrorDomain::VIR_FROM_QEMU, "stop"))
    }
    // cont, system_reset, system_powerdown, quit, query_status, query_cpus_fast (thread ids), query_chardev
    // (label -> pty path), set_vnc_password, human_monitor_command, command_text (raw JSON in, raw JSON out)

    /// As [`Monitor::stop`] and friends for callers on the I/O thread, which must not wait: `done` runs on
    /// the I/O thread with the outcome.
    pub fn cont_then(&self, done: impl FnOnce(Result<()>) + Send + 'static) {
        let _ = done;
    }
}
