//! Who registered for which event: found by topic and object, not by walking a list.
//!
//! Pure bookkeeping; when listeners are told and dropped is in `source.rs`.

#![forbid(unsafe_code)]

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::ffi::c_int;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::class::{Class, Topic};
use super::listener::Listener;
use super::sync::AtomicBool;
use crate::ident::ObjectId;

/// Number of a registration; counts up and is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallbackId(pub c_int);

/// The connection that a registration is made through: a number that no other connection has while the
/// registration's listener lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Owner(pub usize);

/// What a program asks for with a registration.
pub struct Subscription {
    /// Told of this.
    pub topic: Topic,
    /// Told of this object only.
    pub object: Option<ObjectId>,
    /// Whom to tell. It keeps the owner.
    pub listener: Box<dyn Listener>,
    /// Who may take the registration back.
    pub owner: Owner,
    /// The program's function, if there may be only one registration of it.
    pub function: Option<usize>,
    /// Registered with the old function, which knows registrations by function and not by number.
    pub old_style: bool,
}

/// Who hears of an event. Where registrations are passed on to somebody else, each of these is told on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everybody who registered for it.
    Everybody,
    /// Those who registered for all objects.
    OfAll,
    /// Those who registered for the event's object.
    OfOne,
}

/// A subscription that is in the table, or was.
pub struct Registration {
    /// What the program asked for.
    pub subscription: Subscription,
    id: CallbackId,
    removed: AtomicBool,
}

impl Registration {
    /// Whether this is, or was, the registration `id` of `owner`.
    pub fn is(&self, owner: Owner, id: CallbackId) -> bool {
        self.id == id && self.subscription.owner == owner
    }

    /// Whether the registration has been taken back, so that no call may start any more.
    pub fn is_removed(&self) -> bool {
        self.removed.load(Ordering::Acquire)
    }
}

/// What may be there only once.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Identity {
    owner: Owner,
    topic: Topic,
    object: Option<ObjectId>,
    function: usize,
    old_style: bool,
}

impl Identity {
    fn of(subscription: &Subscription) -> Option<Self> {
        let &Subscription { topic, ref object, owner, function, old_style, .. } = subscription;
        Some(Self { owner, topic, object: object.clone(), function: function?, old_style })
    }
}

/// Registrations in the order in which they were made.
type Ordered = BTreeMap<CallbackId, Arc<Registration>>;

/// Who registered for one topic.
#[derive(Default)]
struct Listeners {
    of_all: Ordered,
    of_one: HashMap<ObjectId, Ordered>,
}

/// All registrations of one driver.
#[derive(Default)]
pub struct Registrations {
    by_id: HashMap<CallbackId, Arc<Registration>>,
    /// By class, then by event id, as far as somebody ever registered.
    by_topic: [Vec<Listeners>; Class::COUNT],
    by_identity: HashMap<Identity, CallbackId>,
    next_id: c_int,
}

impl Registrations {
    /// Whether nobody is registered.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Adds a registration; one that is already there comes back. Also tells whether it is the first for its topic and
    /// object.
    pub fn insert(&mut self, subscription: Subscription) -> Result<(CallbackId, bool), Subscription> {
        let id = CallbackId(self.next_id);
        if let Some(identity) = Identity::of(&subscription) {
            let Entry::Vacant(entry) = self.by_identity.entry(identity) else { return Err(subscription) };
            entry.insert(id);
        }
        self.next_id += 1;
        let listeners = self.listeners(subscription.topic);
        let listeners = match &subscription.object {
            None => &mut listeners.of_all,
            Some(object) => listeners.of_one.entry(object.clone()).or_default(),
        };
        let registration = Arc::new(Registration { subscription, id, removed: AtomicBool::new(false) });
        let first = listeners.is_empty();
        listeners.insert(id, Arc::clone(&registration));
        self.by_id.insert(id, registration);
        Ok((id, first))
    }

    fn listeners(&mut self, topic: Topic) -> &mut Listeners {
        let (class, id) = topic.index();
        let listeners = &mut self.by_topic[class];
        if listeners.len() <= id {
            listeners.resize_with(id + 1, Listeners::default);
        }
        &mut listeners[id]
    }

    /// The number of the old-style registration of `function` by `owner`.
    pub fn find_old_style(&self, owner: Owner, function: usize) -> Option<CallbackId> {
        let topic = Topic::DOMAIN_LIFECYCLE;
        self.by_identity.get(&Identity { owner, topic, object: None, function, old_style: true }).copied()
    }

    /// Takes out a registration of `owner`. From here on no call of it starts. Also tells whether it was the last for
    /// its topic and object.
    pub fn remove(&mut self, owner: Owner, id: CallbackId) -> Option<(Arc<Registration>, bool)> {
        let Entry::Occupied(entry) = self.by_id.entry(id) else { return None };
        if !entry.get().is(owner, id) {
            return None;
        }
        let registration = entry.remove();
        registration.removed.store(true, Ordering::Release);
        let subscription = &registration.subscription;
        if let Some(identity) = Identity::of(subscription) {
            self.by_identity.remove(&identity);
        }
        let listeners = self.listeners(subscription.topic);
        let last = match &subscription.object {
            None => {
                listeners.of_all.remove(&id);
                listeners.of_all.is_empty()
            }
            Some(object) => listeners.of_one.get_mut(object).is_none_or(|of_one| {
                of_one.remove(&id);
                of_one.is_empty()
            }),
        };
        if let (true, Some(object)) = (last, &subscription.object) {
            listeners.of_one.remove(object);
        }
        Some((registration, last))
    }

    /// Puts everyone within `reach` who registered for `topic` of `object` into the empty `matching`, in the order of
    /// registration.
    pub fn collect(
        &self,
        topic: Topic,
        object: &ObjectId,
        reach: Reach,
        matching: &mut Vec<Arc<Registration>>,
    ) {
        let (class, id) = topic.index();
        let Some(listeners) = self.by_topic[class].get(id) else { return };
        if reach != Reach::OfOne {
            matching.extend(listeners.of_all.values().cloned());
        }
        let of_one = listeners.of_one.get(object).filter(|_| reach != Reach::OfAll);
        let Some(of_one) = of_one else { return };
        let sorted = matching.is_empty();
        matching.extend(of_one.values().cloned());
        if !sorted {
            matching.sort_by_key(|registration| registration.id);
        }
    }
}
