//! What QEMU tells by itself, in the words of neither protocol.
//!
//! The driver implements [`MonitorCallbacks`]; both protocols emit through it, each kind of message at
//! one place. Words of QEMU (actions, families, schemes) are passed on as they came.

#![forbid(unsafe_code)]

use super::{GuestEvent, Secret};
use crate::error::Error;

/// The table a monitor is opened with. Every entry is optional.
///
/// All entries run on the monitor's I/O thread, in the order in which QEMU spoke, with no lock of the
/// library's held. They must not wait: no monitor command that is waited for (the `*_then` commands are
/// fine), no slow I/O. The first ones may run before [`Monitor::open`](super::Monitor::open) has returned.
pub trait MonitorCallbacks: Send + Sync {
    /// QEMU is gone, or was left because it could not be understood any more. Runs exactly once, after the
    /// last event; not after a failed open (which has a result of its own), not after
    /// [`close`](super::Monitor::close).
    fn end_of_file(&self) {}
    /// The connection broke (`VIR_ERR_SYSTEM_ERROR`), or QEMU said something that cannot be understood and may live on
    /// (`VIR_ERR_INTERNAL_ERROR`); the end of file follows. Every later command fails with the same error.
    fn error(&self, _error: &Error) {}
    /// The secret of an encrypted disk, for which QEMU asks before it lets the guest go on: its name and the file that
    /// it is. `None` if there is none; the command fails then. Only the text monitor of old QEMU asks.
    fn disk_secret(&self, _device: &str, _path: &str) -> Option<Secret> {
        None
    }
    /// QEMU is about to end the guest. `guest`: whether the guest asked for it (unsaid before QEMU 2.12).
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
    /// Something else that QEMU tells.
    fn guest_event(&self, _event: &GuestEvent) {}
    /// Every event, known or not, before its typed entry: name, time (seconds and microseconds of the
    /// day's clock; 0 if unsaid) and data as QEMU wrote it ([`compact`](super::compact) gives the form
    /// that programs see).
    fn raw(&self, _name: &str, _seconds: i64, _micros: u32, _data: Option<&str>) {}
}

/// `BLOCK_IO_ERROR`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IoErrorInfo<'a> {
    /// Name of the drive; empty for node-based disks.
    pub device: &'a str,
    /// Name of the node; `None` from old QEMU.
    pub node_name: Option<&'a str>,
    /// "read" or "write"; empty if unsaid.
    pub operation: &'a str,
    /// "ignore", "report" or "stop"
    pub action: &'a str,
    /// Whether the cause is a full device, where QEMU says it.
    pub nospace: bool,
    /// The C library's text for the cause; empty if unsaid.
    pub reason: &'a str,
}

/// `VNC_*` and `SPICE_*` client events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
