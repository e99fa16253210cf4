//! The contract of registrations, against a model: random calls, also from inside callbacks, must be answered,
//! delivered and freed as the model says. And a small stress test with threads.

#![forbid(unsafe_code)]

use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::event;
use crate::event::domain::DomainEvent;
use crate::event::payload::MonitorEvent;
use crate::event::{About, Listener, Topic};
use crate::ident::{DomainKey, Name, ObjectId, Uuid};

fn key(domain: u8) -> DomainKey {
    let name = Name::new(&format!("domain{domain}")).expect("no NUL");
    DomainKey { name, uuid: Uuid::from_bytes([domain; 16]), id: None }
}

/// What is emitted.
const EVENTS: [DomainEvent; 2] = [DomainEvent::Reboot, DomainEvent::ControlError];

fn topic(event: &DomainEvent) -> Topic {
    event.clone().of(key(0)).topic()
}

#[derive(Clone, Debug)]
enum Call {
    Register {
        conn: usize,
        event: usize,
        domain: Option<u8>,
        function: usize,
    },
    /// An old-style registration: for an event that is never emitted here.
    RegisterOld {
        conn: usize,
        function: usize,
    },
    /// By the number of an earlier registration, counted from the latest.
    Deregister {
        conn: usize,
        back: i32,
    },
    DeregisterOld {
        conn: usize,
        function: usize,
    },
    Emit {
        event: usize,
        domain: u8,
    },
}

#[derive(Clone, Debug)]
enum Step {
    Call(Call),
    /// Delivers; the calls are made one by one from the callbacks.
    Deliver(Vec<Call>),
}

/// What listeners see. Registrations go by a tag.
#[derive(Debug, PartialEq)]
enum Seen {
    Answer(Result<i32, ErrorText>),
    Called { tag: usize, function: usize },
    Freed { tag: usize },
}

type ErrorText = String;

/// Both the library and its model.
trait Subject {
    fn call(&mut self, call: &Call, tag: usize) -> Result<i32, ErrorText>;
    fn deliver(&mut self);
}

thread_local! {
    static SEEN: RefCell<Vec<Seen>> = const { RefCell::new(Vec::new()) };
    static FROM_CALLBACKS: RefCell<VecDeque<(Call, usize)>> = const { RefCell::new(VecDeque::new()) };
    static REAL: RefCell<Option<Real>> = const { RefCell::new(None) };
}

fn seen(what: Seen) {
    SEEN.with_borrow_mut(|seen| seen.push(what));
}

/// A listener that notes what happens to it, and does what it is asked for.
struct Noting {
    tag: usize,
    function: usize,
    refused: bool,
}

impl Listener for Noting {
    fn tell(&self, _: &Event, _: &mut Lent) {
        seen(Seen::Called { tag: self.tag, function: self.function });
        if let Some((call, tag)) = FROM_CALLBACKS.with_borrow_mut(VecDeque::pop_front) {
            let mut real = REAL.with_borrow(Option::clone).expect("set by the test");
            let answer = real.call(&call, tag);
            seen(Seen::Answer(answer));
        }
    }

    fn refuse(mut self: Box<Self>) {
        self.refused = true;
    }
}

impl Drop for Noting {
    fn drop(&mut self) {
        if !self.refused {
            seen(Seen::Freed { tag: self.tag });
        }
    }
}

#[derive(Clone)]
struct Real(Arc<Events>);

impl Real {
    fn register(
        &self,
        conn: usize,
        topic: Topic,
        domain: Option<u8>,
        function: usize,
        tag: usize,
    ) -> Result<i32> {
        let subscription = Subscription {
            topic,
            object: domain.map(|domain| key(domain).into()),
            filter: None,
            listener: Box::new(Noting { tag, function, refused: false }),
            owner: Owner(conn),
            function: Some(function),
            old_style: topic == Topic::DOMAIN_LIFECYCLE,
        };
        self.0.register(subscription).map(|id| id.0)
    }
}

impl Subject for Real {
    fn call(&mut self, call: &Call, tag: usize) -> Result<i32, ErrorText> {
        let answer = match *call {
            Call::Register { conn, event, domain, function } => {
                self.register(conn, topic(&EVENTS[event]), domain, function, tag)
            }
            Call::RegisterOld { conn, function } => {
                self.register(conn, Topic::DOMAIN_LIFECYCLE, None, function, tag)
            }
            Call::Deregister { conn, back } => {
                // The next number is not public; the tag counts every attempt, so it is at least that.
                let id = CallbackId(i32::try_from(tag).expect("small") - back);
                self.0.deregister(Owner(conn), id).map(|()| 0)
            }
            Call::DeregisterOld { conn, function } => {
                self.0.deregister_old_style(Owner(conn), function).map(|()| 0)
            }
            Call::Emit { event, domain } => {
                self.0.emit(&key(domain), EVENTS[event].clone());
                Ok(0)
            }
        };
        answer.map_err(|error| without_number(error.message()))
    }

    fn deliver(&mut self) {
        self.0.deliver();
    }
}

/// An error's text, without the addresses of functions.
fn without_number(text: &str) -> ErrorText {
    text.split(" 0x").next().unwrap_or_default().to_owned()
}

#[derive(Clone, PartialEq)]
struct Registered {
    conn: usize,
    event: Option<usize>,
    domain: Option<u8>,
    function: usize,
}

/// The contract in the plainest words.
#[derive(Default)]
struct Model {
    live: Vec<(i32, usize, Registered)>,
    next: i32,
    timer: bool,
    queue: Vec<(usize, u8)>,
    delivering: bool,
    removed: Vec<(i32, usize, Registered)>,
}

impl Model {
    fn register(&mut self, wanted: Registered, tag: usize) -> Result<i32, ErrorText> {
        self.timer = true;
        if self.live.iter().any(|(.., live)| *live == wanted) {
            return Err("invalid argument: event callback already tracked".into());
        }
        self.live.push((self.next, tag, wanted));
        self.next += 1;
        Ok(self.next - 1)
    }

    fn remove(&mut self, found: Option<usize>) -> bool {
        let Some(index) = found else { return false };
        let gone = self.live.remove(index);
        if self.delivering {
            self.removed.push(gone);
        } else {
            seen(Seen::Freed { tag: gone.1 });
            self.settle();
        }
        true
    }

    fn settle(&mut self) {
        if self.live.is_empty() {
            self.timer = false;
            self.queue.clear();
        }
    }
}

impl Subject for Model {
    fn call(&mut self, call: &Call, tag: usize) -> Result<i32, ErrorText> {
        match *call {
            Call::Register { conn, event, domain, function } => {
                self.register(Registered { conn, event: Some(event), domain, function }, tag)
            }
            Call::RegisterOld { conn, function } => {
                self.register(Registered { conn, event: None, domain: None, function }, tag)
            }
            Call::Deregister { conn, back } => {
                let id = i32::try_from(tag).expect("small") - back;
                let is = |(other, _, registered): &(i32, usize, Registered)| {
                    *other == id && registered.conn == conn
                };
                let found = self.live.iter().position(is);
                let known = self.remove(found) || self.removed.iter().any(is);
                known.then_some(0).ok_or_else(|| {
                    format!("invalid argument: could not find event callback {id} for deletion")
                })
            }
            Call::DeregisterOld { conn, function } => {
                let wanted = Registered { conn, event: None, domain: None, function };
                let found = self.live.iter().position(|(.., live)| *live == wanted);
                let known = self.remove(found);
                known.then_some(0).ok_or_else(|| "invalid argument: event callback function".into())
            }
            Call::Emit { event, domain } => {
                if self.timer {
                    self.queue.push((event, domain));
                }
                Ok(0)
            }
        }
    }

    fn deliver(&mut self) {
        self.delivering = true;
        for (event, domain) in std::mem::take(&mut self.queue) {
            let hears = |(.., live): &&(i32, usize, Registered)| {
                live.event == Some(event) && live.domain.is_none_or(|other| other == domain)
            };
            let matching: Vec<_> = self.live.iter().filter(hears).cloned().collect();
            for (id, tag, Registered { function, .. }) in matching {
                if !self.live.iter().any(|(other, ..)| *other == id) {
                    continue;
                }
                seen(Seen::Called { tag, function });
                if let Some((call, tag)) = FROM_CALLBACKS.with_borrow_mut(VecDeque::pop_front) {
                    let answer = self.call(&call, tag);
                    seen(Seen::Answer(answer));
                }
            }
        }
        self.delivering = false;
        let mut removed = std::mem::take(&mut self.removed);
        removed.sort_by_key(|(id, ..)| *id);
        for (_, tag, _) in removed {
            seen(Seen::Freed { tag });
        }
        self.settle();
    }
}

/// Takes all steps and returns what was seen.
fn run(subject: &mut dyn Subject, steps: &[Step]) -> Vec<Seen> {
    let mut tag = 0;
    let mut tagged = |call: &Call| {
        tag += 1;
        (call.clone(), tag)
    };
    for step in steps {
        match step {
            Step::Call(call) => {
                let (call, tag) = tagged(call);
                let answer = subject.call(&call, tag);
                seen(Seen::Answer(answer));
            }
            Step::Deliver(calls) => {
                FROM_CALLBACKS.set(calls.iter().map(&mut tagged).collect());
                subject.deliver();
                FROM_CALLBACKS.take();
            }
        }
    }
    SEEN.take()
}

fn call() -> impl Strategy<Value = Call> {
    let domain = prop_oneof![Just(None), (0..2_u8).prop_map(Some)];
    prop_oneof![
        6 => (0..2_usize, 0..2_usize, domain, 0..2_usize)
            .prop_map(|(conn, event, domain, function)| Call::Register { conn, event, domain, function }),
        1 => (0..2_usize, 0..2_usize).prop_map(|(conn, function)| Call::RegisterOld { conn, function }),
        6 => (0..2_usize, 0..12_i32).prop_map(|(conn, back)| Call::Deregister { conn, back }),
        1 => (0..2_usize, 0..2_usize).prop_map(|(conn, function)| Call::DeregisterOld { conn, function }),
        6 => (0..2_usize, 0..2_u8).prop_map(|(event, domain)| Call::Emit { event, domain }),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => call().prop_map(Step::Call),
        1 => vec(call(), 0..4).prop_map(Step::Deliver),
    ];
    vec(step, 0..40)
}

proptest! {
    #[test]
    fn does_what_the_model_does(steps in steps()) {
        event::register_default().expect("an event loop");
        let expected = run(&mut Model::default(), &steps);
        let mut real = Real(Events::new());
        REAL.set(Some(real.clone()));
        let seen = run(&mut real, &steps);
        REAL.take();
        // What is left is freed with its owner, of which the model knows nothing.
        drop(real);
        SEEN.take();
        prop_assert_eq!(seen, expected);
    }
}

/// Counts its own calls and its own end.
struct Counting(Arc<Counters>);

#[derive(Default)]
struct Counters {
    told: AtomicUsize,
    dropped: AtomicUsize,
}

impl Listener for Counting {
    fn tell(&self, _: &Event, _: &mut Lent) {
        assert_eq!(self.0.dropped.load(Ordering::Relaxed), 0, "told after its end");
        self.0.told.fetch_add(1, Ordering::Relaxed);
    }

    fn refuse(self: Box<Self>) {}
}

impl Drop for Counting {
    fn drop(&mut self) {
        self.0.dropped.fetch_add(1, Ordering::Relaxed);
    }
}

fn subscribe(owner: usize, object: Option<About>, counters: &Arc<Counters>) -> Subscription {
    Subscription {
        topic: topic(&DomainEvent::Reboot),
        object,
        filter: None,
        listener: Box::new(Counting(Arc::clone(counters))),
        owner: Owner(owner),
        function: Some(0),
        old_style: false,
    }
}

#[test]
fn threads_emit_register_and_deliver_at_once() {
    const ROUNDS: usize = 500;
    event::register_default().expect("an event loop");
    let events = Events::new();
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let work: Vec<_> = (0..2)
            .map(|domain| {
                let events = &events;
                scope.spawn(move || {
                    let mut all = Vec::new();
                    for _ in 0..ROUNDS {
                        let counters = Arc::default();
                        let id = events.register(subscribe(usize::from(domain), None, &counters));
                        events.emit(&key(domain), DomainEvent::Reboot);
                        let again = events.register(subscribe(usize::from(domain), None, &Arc::default()));
                        assert!(again.is_err(), "the second one is refused");
                        let id = id.expect("registered once");
                        events.deregister(Owner(usize::from(domain)), id).expect("still there");
                        all.push(counters);
                    }
                    all
                })
            })
            .collect();
        let delivery = scope.spawn(|| {
            while !over.load(Ordering::Acquire) {
                events.deliver();
            }
        });
        let all: Vec<_> = work.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect();
        over.store(true, Ordering::Release);
        delivery.join().expect("no panic");
        assert!(all.iter().all(|counters| counters.dropped.load(Ordering::Relaxed) == 1), "each ends once");
    });
    assert!(lock(&events.state).queue.events.is_empty() && lock(&events.state).timer.number.is_none());
}

#[test]
fn a_loop_that_stands_still_leaves_later_events_out() {
    event::register_default().expect("an event loop");
    let said = |seconds| {
        let details = Some("x".repeat(1 << 20));
        MonitorEvent { name: "X".to_owned(), seconds, micros: 0, details }
    };
    let counters: Arc<Counters> = Arc::default();
    let told = || counters.told.load(Ordering::Relaxed);
    let topic = said(0).of(key(0)).topic();
    let events = Events::new();
    let id = events.register(Subscription { topic, ..subscribe(0, None, &counters) }).expect("registered");
    for seconds in 0..100 {
        events.emit(&key(0), said(seconds));
    }
    {
        let queue = &lock(&events.state).queue;
        let seconds = queue.events.iter().map(|(event, _)| match event {
            Event::Monitor(_, event) => event.seconds,
            _ => panic!("another event"),
        });
        assert!(seconds.eq(0..63), "the first ones are there, in order");
        assert_eq!(queue.dropped, 37);
        assert!(queue.bytes <= MOST_BYTES);
    }
    events.deliver();
    assert_eq!(told(), 63);
    events.emit(&key(0), said(100));
    events.deliver();
    assert_eq!(told(), 64, "there is room again");
    events.deregister(Owner(0), id).expect("still there");
}

#[test]
fn a_thousand_registrations_are_found_by_event_and_domain() {
    let mut registrations = Registrations::default();
    let mut by_domain: HashMap<Uuid, CallbackId> = HashMap::new();
    for number in 0..1000_u128 {
        let domain = Uuid::from_u128(number);
        let about = DomainKey { uuid: domain, ..key(0) }.into();
        let inserted = registrations.insert(subscribe(7, Some(about), &Arc::default()));
        let Ok((id, _)) = inserted else { panic!("refused") };
        by_domain.insert(domain, id);
    }
    for (domain, id) in by_domain {
        let mut matching = Vec::new();
        let object = ObjectId::Uuid(domain);
        registrations.collect(topic(&DomainEvent::Reboot), &object, Reach::Everybody, &mut matching);
        assert_eq!(matching.len(), 1);
        assert!(matching[0].is(Owner(7), id));
        registrations.collect(topic(&DomainEvent::ControlError), &object, Reach::Everybody, &mut matching);
        assert_eq!(matching.len(), 1, "other events do not match");
        assert!(registrations.remove(Owner(7), id).is_some());
    }
    assert!(registrations.is_empty());
}
