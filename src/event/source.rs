//! The events of one driver: from the driver's threads, through a queue, to those who registered.
//!
//! Listeners are told by the event loop only, from a timer that is armed while events wait. Every event
//! goes to those who are registered at its delivery, in the order of registration. Where the loop stands still the
//! queue grows to [`MOST_BYTES`]; what comes after that is dropped and counted. Lock order: the one
//! lock here is a leaf; it is not held while user code runs, which a foreign event loop is too.

#![forbid(unsafe_code)]

use std::collections::VecDeque;
use std::ffi::c_int;
use std::sync::{Arc, Weak};

use super::callback::TimeoutCallback;
use super::class::{Event, Payload};
use super::listener::Lent;
#[cfg(shuttle)]
use super::model::registry;
use super::registrations::{CallbackId, Owner, Reach, Registration, Registrations, Subscription};
#[cfg(not(shuttle))]
use super::registry;
use super::sync::{Mutex, MutexGuard, lock};
use super::upstream::Upstream;
use crate::error::{Error, ErrorDomain, Result};

/// Registrations and undelivered events of one driver.
pub struct Events {
    /// Itself, for the timer.
    this: Weak<Self>,
    state: Mutex<State>,
    /// Who has to be asked for events, and whose turn it is to do so: held while that is done, but not while a listener
    /// is told or dropped.
    upstream: Option<(Weak<dyn Upstream>, Mutex<()>)>,
}

/// Events of about this size wait for the event loop.
const MOST_BYTES: usize = 64 << 20;

#[derive(Default)]
struct State {
    registrations: Registrations,
    queue: Queue,
    timer: Timer,
    /// Deliveries in progress. While there are any, what is deregistered is kept in `removed`.
    delivering: usize,
    removed: Vec<Arc<Registration>>,
}

/// What waits for its delivery.
#[derive(Default)]
struct Queue {
    events: VecDeque<(Event, Reach)>,
    bytes: usize,
    /// Events for which there was no room.
    dropped: u64,
}

/// The timer that delivers. It is there while somebody is registered.
#[derive(Default)]
struct Timer {
    number: Option<c_int>,
    /// Calls of the event loop about the timer that are under way: until they are over it is not removed, so
    /// that they cannot hit another timer to which a foreign loop gave the number again.
    users: usize,
    retired: Vec<c_int>,
}

impl Events {
    /// No registrations, no events.
    pub fn new() -> Arc<Self> {
        Self::with(None)
    }

    /// As [`Self::new`], for events that `upstream` has to be asked for.
    pub fn from_upstream(upstream: Weak<dyn Upstream>) -> Arc<Self> {
        Self::with(Some((upstream, Mutex::default())))
    }

    fn with(upstream: Option<(Weak<dyn Upstream>, Mutex<()>)>) -> Arc<Self> {
        Arc::new_cyclic(|this| Self { this: Weak::clone(this), state: Mutex::default(), upstream })
    }

    /// Queues what happened to the object `key` for everyone who registered for it. Never calls user code,
    /// except for a foreign event loop.
    pub fn emit<P: Payload>(&self, key: &P::Key, event: P) {
        let mut state = lock(&self.state);
        if state.push(event.of(key.clone()), Reach::Everybody) {
            drop(self.set_timer(state, 0));
        }
    }

    /// Whether anybody is registered for anything; without, events go nowhere.
    pub fn is_heard(&self) -> bool {
        lock(&self.state).timer.number.is_some()
    }

    /// The first half of [`Self::emit`], for who holds a lock: never calls user code. Returns whether the
    /// second half, [`Self::wake`], is due when the lock is released.
    #[must_use]
    pub fn queue<P: Payload>(&self, key: &P::Key, event: P) -> bool {
        lock(&self.state).push(event.of(key.clone()), Reach::Everybody)
    }

    /// As [`Self::queue`], for some of those who registered.
    #[must_use]
    pub fn queue_to(&self, event: Event, reach: Reach) -> bool {
        lock(&self.state).push(event, reach)
    }

    /// Tells the event loop that there is something to deliver.
    pub fn wake(&self) {
        drop(self.set_timer(lock(&self.state), 0));
    }

    /// Registers a listener. Fails without an event loop, and if the same function is already registered
    /// in the same way for the same topic and object; then the listener is refused.
    pub fn register(&self, subscription: Subscription) -> Result<CallbackId> {
        if let Err(error) = self.check() {
            subscription.listener.refuse();
            return Err(error);
        }
        let owner = subscription.owner;
        let turn = self.turn();
        let mut state = lock(&self.state);
        if state.timer.number.is_none() {
            drop(state);
            let Ok(timer) = registry::add_timeout(-1, self.delivery()) else {
                subscription.listener.refuse();
                return Err(internal("could not initialize domain event timer"));
            };
            state = lock(&self.state);
            // Another thread may have been here meanwhile.
            if state.timer.number.is_none() {
                state.timer.number = Some(timer);
            } else {
                state.timer.retired.push(timer);
            }
        }
        let outcome = state.registrations.insert(subscription);
        drop(self.settle(state));
        let (id, wanted) = match outcome {
            Ok(registered) => registered,
            Err(listener) => {
                drop(turn);
                listener.refuse();
                return Err(invalid("event callback already tracked"));
            }
        };
        let asked = wanted.and_then(|wanted| Some(self.upstream()?.begin(&wanted)));
        if let Some(Err(error)) = asked {
            let removed = lock(&self.state).registrations.remove(owner, id);
            drop(turn);
            // If it is being told of something just now it stays, until that is over.
            if let Some(registration) = removed.and_then(|(registration, _)| Arc::into_inner(registration)) {
                registration.subscription.listener.refuse();
            }
            drop(self.settle(lock(&self.state)));
            return Err(error);
        }
        Ok(id)
    }

    /// Fails if nothing can be asked for.
    fn check(&self) -> Result<()> {
        self.upstream().map_or(Ok(()), |upstream| upstream.check())
    }

    /// Keeps others from asking for events meanwhile, if they have to be asked for.
    fn turn(&self) -> Option<MutexGuard<'_, ()>> {
        self.upstream.as_ref().map(|(_, turn)| lock(turn))
    }

    fn upstream(&self) -> Option<Arc<dyn Upstream>> {
        self.upstream.as_ref()?.0.upgrade()
    }

    /// Takes back the registration `id` of `owner`. When this returns no call of the listener starts any
    /// more. It is dropped before, or after the delivery that is going on.
    pub fn deregister(&self, owner: Owner, id: CallbackId) -> Result<()> {
        self.remove(owner, |_| Some(id)).unwrap_or_else(|| Err(invalid(self.not_found(id))))
    }

    /// As libvirt, whose remote driver has another text.
    fn not_found(&self, id: CallbackId) -> String {
        match self.upstream {
            None => format!("could not find event callback {} for deletion", id.0),
            Some(_) => format!("event callback id {} not registered", id.0),
        }
    }

    /// As [`deregister`](Self::deregister), for the function of an old-style registration.
    pub fn deregister_old_style(&self, owner: Owner, function: usize) -> Result<()> {
        self.remove(owner, |registrations| registrations.find_old_style(owner, function))
            .unwrap_or_else(|| Err(invalid(format!("event callback function {function:#x} not registered"))))
    }

    /// Removes the registration that `find` finds; `None` if there is none. The failure of who is told that nobody wants
    /// to hear of it any more comes back; removed it is.
    fn remove(
        &self,
        owner: Owner,
        find: impl FnOnce(&Registrations) -> Option<CallbackId>,
    ) -> Option<Result<()>> {
        if let Err(error) = self.check() {
            return Some(Err(error));
        }
        let turn = self.turn();
        let mut state = lock(&self.state);
        let id = find(&state.registrations)?;
        let Some((registration, wanted)) = state.registrations.remove(owner, id) else {
            // As libvirt: until the delivery that is going on is over, a removed one is still known; not by its remote
            // driver.
            let known = state.removed.iter().any(|registration| registration.is(owner, id));
            return (known && self.upstream.is_none()).then_some(Ok(()));
        };
        let registration = if state.delivering > 0 {
            state.removed.push(registration);
            None
        } else {
            Some(registration)
        };
        drop(state);
        let asked = wanted.and_then(|wanted| Some(self.upstream()?.end(&wanted)));
        drop(turn);
        if registration.is_some() {
            drop(registration);
            drop(self.settle(lock(&self.state)));
        }
        Some(asked.unwrap_or(Ok(())))
    }

    /// What the timer runs.
    fn delivery(&self) -> TimeoutCallback {
        let this = Weak::clone(&self.this);
        TimeoutCallback::from_closure(move |_| {
            if let Some(events) = this.upgrade() {
                events.deliver();
            }
        })
    }

    /// Delivers what is queued. What is queued meanwhile has to wait for the next round of the loop, or for one
    /// that a callback runs: it arms the timer anew.
    fn deliver(&self) {
        // First off, then the look into the queue: an event that comes between the two turns it on again.
        let mut state = self.set_timer(lock(&self.state), -1);
        let Queue { events, dropped, .. } = std::mem::take(&mut state.queue);
        state.delivering += 1;
        let _delivery = Delivery(self);
        if dropped > 0 {
            drop(state);
            log::warn!("{dropped} events were dropped because the event loop did not take the earlier ones");
            state = lock(&self.state);
        }

        let mut matching = Vec::new();
        for (event, reach) in events {
            state.registrations.collect(event.topic(), &event.object(), reach, &mut matching);
            drop(state);
            tell_all(&matching, &event);
            matching.clear();
            state = lock(&self.state);
        }
        // Before the end of the delivery, which takes it again.
        drop(state);
    }

    /// Sets the timer, if there is one. Lets the lock go meanwhile.
    fn set_timer<'a>(&'a self, mut state: MutexGuard<'a, State>, timeout_ms: c_int) -> MutexGuard<'a, State> {
        let Some(number) = state.timer.number else { return state };
        state.timer.users += 1;
        drop(state);
        registry::update_timeout(number, timeout_ms);
        let mut state = lock(&self.state);
        state.timer.users -= 1;
        self.settle(state)
    }

    /// Removes the timer if nobody is registered any more, and with it events that nobody will hear of. Lets the
    /// lock go meanwhile.
    fn settle<'a>(&'a self, mut state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        let mut unheard = VecDeque::new();
        if state.registrations.is_empty() && state.delivering == 0 {
            unheard = std::mem::take(&mut state.queue).events;
            let number = state.timer.number.take();
            state.timer.retired.extend(number);
        }
        let retired =
            if state.timer.users == 0 { std::mem::take(&mut state.timer.retired) } else { Vec::new() };
        if unheard.is_empty() && retired.is_empty() {
            return state;
        }
        drop(state);
        drop(unheard);
        for timer in retired {
            registry::remove_timeout(timer);
        }
        lock(&self.state)
    }
}

impl State {
    /// Queues an event. Returns whether the event loop has to learn of it.
    fn push(&mut self, event: Event, reach: Reach) -> bool {
        // Without a registration of any kind there is nobody who could still come in time.
        if self.timer.number.is_none() {
            return false;
        }
        self.queue.push(event, reach)
    }
}

impl Queue {
    /// Takes an event, if there is room. Returns whether it is the first.
    fn push(&mut self, event: Event, reach: Reach) -> bool {
        let bytes = self.bytes.saturating_add(event.bytes());
        // A gap at the end: what is delivered is in order, and stands at what was last known.
        if bytes > MOST_BYTES {
            self.dropped += 1;
            return false;
        }
        self.bytes = bytes;
        self.events.push_back((event, reach));
        self.events.len() == 1
    }
}

/// A delivery in progress. It also ends when a callback ends the thread.
struct Delivery<'a>(&'a Events);

impl Drop for Delivery<'_> {
    fn drop(&mut self) {
        let mut state = lock(&self.0.state);
        state.delivering -= 1;
        if state.delivering == 0 && !state.removed.is_empty() {
            let mut removed = std::mem::take(&mut state.removed);
            drop(state);
            // As libvirt: they are freed in the order in which they were registered.
            removed.sort_by_key(|registration| registration.id);
            drop(removed);
            state = lock(&self.0.state);
        }
        drop(self.0.settle(state));
    }
}

/// Tells everyone in `matching` who has not been removed meanwhile.
fn tell_all(matching: &[Arc<Registration>], event: &Event) {
    let mut lent = Lent::default();
    for registration in matching {
        if !registration.is_removed() {
            registration.subscription.listener.tell(event, &mut lent);
        }
    }
}

fn internal(text: &str) -> Error {
    Error::internal(ErrorDomain::VIR_FROM_NONE, text)
}

fn invalid(text: impl Into<String>) -> Error {
    Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, text)
}

#[cfg(all(test, not(shuttle)))]
#[path = "tests.rs"]
mod tests;
