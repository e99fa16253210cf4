//! Registrations that come and go, also from inside themselves; each hears every event while it is there, in order.

#![forbid(unsafe_code)]

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, Weak};

use virt::connect::Connect;
use virt::event::domain::DomainEvent;
use virt::event::{About, CallbackId, Class, Event, Events, Lent, Listener, Owner, Subscription, Topic};
use virt::ident::{DomainKey, Name, Uuid};

use super::daemon::{DOMAINS, NUMBER_BITS, name, uuid};
use super::worker::{Listening, Worker};

const RTC_CHANGE: i32 = 2;
const OWNER: Owner = Owner(1);

/// Registrations that a thread has at most.
const MOST: usize = 6;

/// A registration as the thread knows it that made it.
pub struct Registered(Arc<Shared>);

/// What both sides of a registration know.
#[derive(Default)]
struct Shared {
    id: OnceLock<CallbackId>,
    /// Somebody deregisters it, or has done so.
    claimed: AtomicBool,
    /// Deregistering has returned.
    taken_back: AtomicBool,
}

struct Hearing {
    shared: Arc<Shared>,
    conn: Weak<Connect>,
    /// One of them, or all.
    domain: Option<usize>,
    /// The last event that anybody heard.
    order: Arc<AtomicI64>,
    /// The last number heard of each.
    last: Mutex<[Option<i64>; DOMAINS]>,
    calls: AtomicUsize,
    /// Calls that began after deregistering had returned.
    late: AtomicUsize,
    /// The call in which it deregisters itself.
    leaves_at: usize,
    listening: Listening,
}

impl Listener for Hearing {
    fn tell(&self, event: &Event, _: &mut Lent) {
        // The call that was about to start when deregistering returned is all that may still come.
        if self.shared.taken_back.load(Ordering::SeqCst) {
            assert_eq!(self.late.fetch_add(1, Ordering::SeqCst), 0, "calls go on after deregistering");
        }
        let Event::Domain(key, DomainEvent::RtcChange { offset_s }) = event else { panic!("{event:?}") };
        let domain = (0..DOMAINS).find(|it| name(*it) == key.name.as_str()).expect("a domain");
        assert!(self.domain.is_none_or(|wanted| wanted == domain), "another's");
        let of_all = offset_s >> NUMBER_BITS;
        let before = self.order.swap(of_all, Ordering::SeqCst);
        assert!(before <= of_all, "the event {of_all} after {before}");
        let number = offset_s & ((1 << NUMBER_BITS) - 1);
        let last = self.last.lock().expect("no panic")[domain].replace(number);
        assert!(last.is_none_or(|last| last + 1 == number), "{number} after {last:?}");
        self.listening.0.events.fetch_add(1, Ordering::SeqCst);
        if self.calls.fetch_add(1, Ordering::SeqCst) == self.leaves_at {
            self.leave();
        }
    }

    fn refuse(self: Box<Self>) {}
}

impl Hearing {
    fn leave(&self) {
        let (Some(conn), Some(id)) = (self.conn.upgrade(), self.shared.id.get()) else { return };
        if !self.shared.claimed.swap(true, Ordering::SeqCst) {
            // Fails when the connection has ended, and is gone all the same.
            let _ = events(&conn).deregister(OWNER, *id);
            self.shared.taken_back.store(true, Ordering::SeqCst);
            // No other call may follow at all: this is the loop's thread.
            self.late.store(1, Ordering::SeqCst);
        }
    }
}

fn events(conn: &Connect) -> Arc<Events> {
    Arc::clone(conn.driver().events(Class::Domain).expect("events"))
}

impl Worker {
    pub fn register_or_not(&mut self) {
        if self.registered.len() < MOST && self.random.below(2) == 0 {
            self.register();
        } else if !self.registered.is_empty() {
            let index = self.random.below(self.registered.len());
            let registered = self.registered.swap_remove(index);
            self.deregister(&registered);
        }
    }

    fn register(&mut self) {
        let domain = Some(self.random.below(DOMAINS + 1)).filter(|it| *it < DOMAINS);
        let object = domain.map(|domain| {
            let name = Name::new(&name(domain)).expect("a name");
            About::Domain(DomainKey { name, uuid: Uuid::from_bytes(uuid(domain)), id: None })
        });
        let shared = Arc::<Shared>::default();
        let listener = Hearing {
            shared: Arc::clone(&shared),
            conn: Arc::downgrade(&self.conn),
            domain,
            order: Arc::clone(&self.order),
            last: Mutex::default(),
            calls: AtomicUsize::new(0),
            late: AtomicUsize::new(0),
            leaves_at: self.random.below(40),
            listening: Listening::new(Arc::clone(&self.tally)),
        };
        let subscription = Subscription {
            topic: Topic::new(Class::Domain, RTC_CHANGE).expect("an event"),
            object,
            filter: None,
            listener: Box::new(listener),
            owner: OWNER,
            // Few, so that some are there already.
            function: Some(self.random.below(12)),
            old_style: false,
        };
        match events(&self.conn).register(subscription) {
            Ok(id) => {
                shared.id.set(id).expect("one number");
                self.registered.push(Registered(shared));
            }
            Err(error) if error.message().contains("already tracked") => {}
            Err(error) => self.check("registering", &error),
        }
    }

    fn deregister(&self, Registered(shared): &Registered) {
        if shared.claimed.swap(true, Ordering::SeqCst) {
            return; // it did it itself
        }
        let id = *shared.id.get().expect("a number");
        self.outcome("deregistering", events(&self.conn).deregister(OWNER, id));
        shared.taken_back.store(true, Ordering::SeqCst);
    }

    pub fn deregister_all(&mut self) {
        for registered in std::mem::take(&mut self.registered) {
            self.deregister(&registered);
        }
    }
}
