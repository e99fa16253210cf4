//! Who registered for which event: found by topic and object, not by walking a list.
//!
//! Pure bookkeeping; when listeners are told and dropped is in `source.rs`.

#![forbid(unsafe_code)]

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::ffi::c_int;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::class::{About, Class, Topic};
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

/// Which monitor events somebody wants, by their names: `virConnectDomainQemuMonitorEventRegister`. Who tells of events may
/// leave out others, and the listener does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// A name, or an expression.
    pub name: String,
    /// `virConnectDomainQemuMonitorEventRegisterFlags`
    pub flags: u32,
}

/// What a program asks for with a registration.
pub struct Subscription {
    /// Told of this.
    pub topic: Topic,
    /// Told of this object only.
    pub object: Option<About>,
    /// Told of some monitor events only.
    pub filter: Option<Filter>,
    /// Whom to tell. It keeps the owner.
    pub listener: Box<dyn Listener>,
    /// Who may take the registration back.
    pub owner: Owner,
    /// The program's function, if there may be only one registration of it.
    pub function: Option<usize>,
    /// Registered with the old function, which knows registrations by function and not by number.
    pub old_style: bool,
}

/// What somebody else has to be asked for, on account of a registration.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The registration's number.
    pub id: CallbackId,
    /// Events of this kind.
    pub topic: Topic,
    /// Of this object only.
    pub object: Option<About>,
    /// Some of them only.
    pub filter: Option<Filter>,
    /// By `virConnectDomainEventRegister`, the oldest function, or its opposite.
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
    /// A single registration, one with a filter: each of them is passed on by itself.
    Alone(CallbackId),
}

/// A subscription that is in the table, or was.
pub struct Registration {
    /// What the program asked for.
    pub subscription: Subscription,
    pub(super) id: CallbackId,
    removed: AtomicBool,
}

impl Registration {
    /// What somebody else is asked for.
    fn wanted(&self) -> Wanted {
        let Subscription { topic, ref object, ref filter, old_style, .. } = self.subscription;
        Wanted { id: self.id, topic, object: object.clone(), filter: filter.clone(), old_style }
    }

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
        let object = object.as_ref().map(About::object);
        Some(Self { owner, topic, object, function: function?, old_style })
    }
}

/// Registrations in the order in which they were made.
type Ordered = BTreeMap<CallbackId, Arc<Registration>>;

/// Who registered for one topic.
#[derive(Default)]
struct Listeners {
    of_all: Ordered,
    of_one: HashMap<ObjectId, Ordered>,
    /// Those with filters.
    alone: Ordered,
}

impl Listeners {
    /// Those whom a subscription would join.
    fn like(&mut self, subscription: &Subscription) -> &mut Ordered {
        match &subscription.object {
            _ if subscription.filter.is_some() => &mut self.alone,
            None => &mut self.of_all,
            Some(about) => self.of_one.entry(about.object()).or_default(),
        }
    }
}

/// All registrations of one driver.
#[derive(Default)]
pub struct Registrations {
    by_id: HashMap<CallbackId, Arc<Registration>>,
    /// By class, then by event id, as far as somebody ever registered.
    by_topic: [Vec<Listeners>; Class::COUNT],
    by_identity: HashMap<Identity, Vec<CallbackId>>,
    next_id: c_int,
}

impl Registrations {
    /// Whether nobody is registered.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Adds a registration; the listener of one that is already there comes back. Also gives what is wanted, if it is the first for its
    /// topic and object, or alone.
    pub fn insert(
        &mut self,
        subscription: Subscription,
    ) -> Result<(CallbackId, Option<Wanted>), Box<dyn Listener>> {
        let id = CallbackId(self.next_id);
        if let Some(identity) = Identity::of(&subscription) {
            let others = self.by_identity.entry(identity).or_default();
            // As libvirt: one with a filter may be there beside others, but none without beside it.
            if !others.is_empty() && subscription.filter.is_none() {
                return Err(subscription.listener);
            }
            others.push(id);
        }
        self.next_id += 1;
        let listeners = self.listeners(subscription.topic).like(&subscription);
        let first = listeners.is_empty() || subscription.filter.is_some();
        let registration = Arc::new(Registration { subscription, id, removed: AtomicBool::new(false) });
        listeners.insert(id, Arc::clone(&registration));
        let wanted = first.then(|| registration.wanted());
        self.by_id.insert(id, registration);
        Ok((id, wanted))
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
        let identity = Identity { owner, topic, object: None, function, old_style: true };
        self.by_identity.get(&identity)?.first().copied()
    }

    /// Takes out a registration of `owner`. From here on no call of it starts. Also gives what is not wanted any more, if
    /// it was the last for its topic and object, or alone.
    pub fn remove(&mut self, owner: Owner, id: CallbackId) -> Option<(Arc<Registration>, Option<Wanted>)> {
        let Entry::Occupied(entry) = self.by_id.entry(id) else { return None };
        if !entry.get().is(owner, id) {
            return None;
        }
        let registration = entry.remove();
        registration.removed.store(true, Ordering::Release);
        let subscription = &registration.subscription;
        if let Some(identity) = Identity::of(subscription)
            && let Entry::Occupied(mut those) = self.by_identity.entry(identity)
        {
            those.get_mut().retain(|it| *it != id);
            if those.get().is_empty() {
                those.remove();
            }
        }
        let listeners = self.listeners(subscription.topic);
        let those = listeners.like(subscription);
        those.remove(&id);
        let left = those.is_empty();
        if let (true, Some(about)) = (left, &subscription.object) {
            listeners.of_one.remove(&about.object());
        }
        let last = left || subscription.filter.is_some();
        let wanted = last.then(|| registration.wanted());
        Some((registration, wanted))
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
        let of_one = listeners.of_one.get(object).into_iter().flat_map(Ordered::values).cloned();
        match reach {
            Reach::OfAll => matching.extend(listeners.of_all.values().cloned()),
            Reach::OfOne => matching.extend(of_one),
            Reach::Alone(id) => matching.extend(listeners.alone.get(&id).cloned()),
            Reach::Everybody => {
                matching.extend(listeners.of_all.values().cloned());
                let several = !matching.is_empty();
                matching.extend(of_one);
                let wanted = |it: &&Arc<Registration>| {
                    it.subscription.object.as_ref().is_none_or(|about| about.object() == *object)
                };
                matching.extend(listeners.alone.values().filter(wanted).cloned());
                if several || !listeners.alone.is_empty() {
                    matching.sort_by_key(|registration| registration.id);
                }
            }
        }
    }
}
