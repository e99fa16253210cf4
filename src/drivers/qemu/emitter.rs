//! Public events that are made under a domain's lock.
//!
//! Queuing them there gives them the order of the changes. Waking the program's event loop can be a call into
//! the program, so that it has to wait until all locks are released. The I/O thread does it once for all events that
//! it has read together.

#![forbid(unsafe_code)]

use std::sync::Arc;

use crate::abi::_virDomainEventType as Life;
use crate::event::domain::DomainEvent;
use crate::event::{Events, Payload};
use crate::ident::DomainKey;
use crate::util::reactor;

/// Queues events, and wakes the event loop when it is dropped. Has to be made before the locks are taken: what
/// is made first is dropped last.
pub struct Emitter<'a> {
    events: &'a Arc<Events>,
    due: bool,
}

impl<'a> Emitter<'a> {
    /// An emitter for a driver's events.
    pub fn new(events: &'a Arc<Events>) -> Self {
        Self { events, due: false }
    }

    /// Queues what happened to the domain `key`.
    pub fn emit<P: Payload<Key = DomainKey>>(&mut self, key: &DomainKey, event: P) {
        self.due |= self.events.queue(key, event);
    }

    /// Queues a lifecycle event; `detail` belongs to the kind.
    pub fn lifecycle(&mut self, key: &DomainKey, event: Life, detail: i32) {
        self.emit(key, DomainEvent::Lifecycle { event: event as i32, detail });
    }
}

impl Drop for Emitter<'_> {
    fn drop(&mut self) {
        if self.due {
            let events = Arc::clone(self.events);
            reactor::at_end(move || events.wake());
        }
    }
}
