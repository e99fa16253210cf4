//! Who registered for which domain event: found by event id and domain, not by walking a list.
//!
//! Pure bookkeeping; when callbacks are called and freed is in `domain.rs`.

#![forbid(unsafe_code)]

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::ffi::c_int;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::callback::DomainCallback;
use super::payload::EventId;
use crate::connect::Connect;
use crate::ident::Uuid;

/// Number of a registration; counts up and is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallbackId(pub c_int);

/// What a program asks for with a registration. The callback is freed before the connection is let go.
pub struct Subscription {
    /// Called for this event.
    pub event: EventId,
    /// Called for this domain only.
    pub domain: Option<Uuid>,
    /// What to call.
    pub callback: DomainCallback,
    /// The connection through which the program registered, kept open by this.
    pub conn: Arc<Connect>,
    /// Registered with the old function, which knows registrations by function and not by number.
    pub old_style: bool,
}

/// A subscription that is in the table, or was.
pub struct Registration {
    /// What the program asked for.
    pub subscription: Subscription,
    id: CallbackId,
    removed: AtomicBool,
}

impl Registration {
    /// Whether this is, or was, the registration `id` made through `conn`.
    pub fn is(&self, conn: &Arc<Connect>, id: CallbackId) -> bool {
        self.id == id && Arc::ptr_eq(&self.subscription.conn, conn)
    }

    /// Whether the registration has been taken back, so that no call may start any more.
    pub fn is_removed(&self) -> bool {
        self.removed.load(Ordering::Acquire)
    }
}

/// What may be there only once.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Identity {
    conn: usize,
    event: EventId,
    domain: Option<Uuid>,
    function: usize,
    old_style: bool,
}

impl Identity {
    fn of(subscription: &Subscription) -> Self {
        Self {
            conn: Arc::as_ptr(&subscription.conn).addr(),
            event: subscription.event,
            domain: subscription.domain,
            function: subscription.callback.address(),
            old_style: subscription.old_style,
        }
    }
}

/// Registrations in the order in which they were made.
type Ordered = BTreeMap<CallbackId, Arc<Registration>>;

/// Who registered for one event.
#[derive(Default)]
struct Listeners {
    of_all: Ordered,
    of_one: HashMap<Uuid, Ordered>,
}

/// All registrations of one driver.
#[derive(Default)]
pub struct Registrations {
    by_id: HashMap<CallbackId, Arc<Registration>>,
    by_event: [Listeners; EventId::COUNT as usize],
    by_identity: HashMap<Identity, CallbackId>,
    next_id: c_int,
}

impl Registrations {
    /// Whether nobody is registered.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Adds a registration; one that is already there comes back.
    pub fn insert(&mut self, subscription: Subscription) -> Result<CallbackId, Subscription> {
        let Entry::Vacant(identity) = self.by_identity.entry(Identity::of(&subscription)) else {
            return Err(subscription);
        };
        let id = CallbackId(self.next_id);
        self.next_id += 1;
        identity.insert(id);
        let listeners = &mut self.by_event[subscription.event.index()];
        let listeners = match subscription.domain {
            None => &mut listeners.of_all,
            Some(domain) => listeners.of_one.entry(domain).or_default(),
        };
        let registration = Arc::new(Registration { subscription, id, removed: AtomicBool::new(false) });
        listeners.insert(id, Arc::clone(&registration));
        self.by_id.insert(id, registration);
        Ok(id)
    }

    /// The number of the old-style registration of `function` through `conn`.
    pub fn find_old_style(&self, conn: &Arc<Connect>, function: usize) -> Option<CallbackId> {
        let conn = Arc::as_ptr(conn).addr();
        let identity = Identity { conn, event: EventId::LIFECYCLE, domain: None, function, old_style: true };
        self.by_identity.get(&identity).copied()
    }

    /// Takes out a registration that was made through `conn`. From here on no call of it starts.
    pub fn remove(&mut self, conn: &Arc<Connect>, id: CallbackId) -> Option<Arc<Registration>> {
        let Entry::Occupied(entry) = self.by_id.entry(id) else { return None };
        if !entry.get().is(conn, id) {
            return None;
        }
        let registration = entry.remove();
        registration.removed.store(true, Ordering::Release);
        let subscription = &registration.subscription;
        self.by_identity.remove(&Identity::of(subscription));
        let listeners = &mut self.by_event[subscription.event.index()];
        match subscription.domain.map(|domain| listeners.of_one.entry(domain)) {
            None => drop(listeners.of_all.remove(&id)),
            Some(Entry::Vacant(_)) => {}
            Some(Entry::Occupied(mut entry)) => {
                entry.get_mut().remove(&id);
                if entry.get().is_empty() {
                    entry.remove();
                }
            }
        }
        Some(registration)
    }

    /// Puts everyone who registered for `event` of `domain` into the empty `matching`, in the order of
    /// registration.
    pub fn collect(&self, event: EventId, domain: &Uuid, matching: &mut Vec<Arc<Registration>>) {
        let listeners = &self.by_event[event.index()];
        matching.extend(listeners.of_all.values().cloned());
        let Some(of_one) = listeners.of_one.get(domain) else { return };
        matching.extend(of_one.values().cloned());
        if !listeners.of_all.is_empty() {
            matching.sort_by_key(|registration| registration.id);
        }
    }
}
