//! The contract of registrations, against a model: random calls, also from inside callbacks, must be answered,
//! delivered and freed as the model says. And a small stress test with threads.

#![forbid(unsafe_code)]

use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::ffi::c_void;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::abi::{virConnectPtr, virDomainPtr};
use crate::driver::{
    CheckpointDriver, DomainDriver, Driver, GuestDriver, HostDriver, Opened, SaveDriver, SnapshotDriver,
    StatsDriver, TuningDriver,
};
use crate::event::callback::DomainCallback;
use crate::ident::{Name, Uuid};

struct NoDriver;

impl Driver for NoDriver {}
impl HostDriver for NoDriver {}
impl DomainDriver for NoDriver {}
impl TuningDriver for NoDriver {}
impl SaveDriver for NoDriver {}
impl GuestDriver for NoDriver {}
impl StatsDriver for NoDriver {}
impl SnapshotDriver for NoDriver {}
impl CheckpointDriver for NoDriver {}

fn connection() -> Arc<Connect> {
    Connect::new(Opened { driver: Arc::new(NoDriver), uri: "test:///none".into() }, 0)
}

fn key(domain: u8) -> DomainKey {
    let name = Name::new(&format!("domain{domain}")).expect("no NUL");
    DomainKey { name, uuid: Uuid::from_bytes([domain; 16]), id: None }
}

/// Events whose callbacks have the generic type.
const EVENTS: [DomainEvent; 2] = [DomainEvent::Reboot, DomainEvent::ControlError];

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

/// What a program sees. Registrations go by a tag, which is what their opaque pointers are.
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

extern "C-unwind" fn freed(opaque: *mut c_void) {
    seen(Seen::Freed { tag: opaque.addr() });
}

fn called(function: usize, opaque: *mut c_void) {
    seen(Seen::Called { tag: opaque.addr(), function });
    if let Some((call, tag)) = FROM_CALLBACKS.with_borrow_mut(VecDeque::pop_front) {
        let mut real = REAL.with_borrow(Option::clone).expect("set by the test");
        let answer = real.call(&call, tag);
        seen(Seen::Answer(answer));
    }
}

extern "C-unwind" fn function0(_: virConnectPtr, _: virDomainPtr, opaque: *mut c_void) {
    called(0, opaque);
}

extern "C-unwind" fn function1(_: virConnectPtr, _: virDomainPtr, opaque: *mut c_void) {
    called(1, opaque);
}

fn callback(function: usize, tag: usize) -> DomainCallback {
    let functions = [function0, function1];
    DomainCallback::new(Some(functions[function]), std::ptr::without_provenance_mut(tag), Some(freed))
}

#[derive(Clone)]
struct Real {
    events: Arc<DomainEvents>,
    conns: [Arc<Connect>; 2],
}

impl Real {
    fn subscribe(
        &self,
        conn: usize,
        event: EventId,
        domain: Option<u8>,
        function: usize,
        tag: usize,
    ) -> Subscription {
        Subscription {
            event,
            domain: domain.map(|domain| key(domain).uuid),
            callback: callback(function, tag),
            conn: Arc::clone(&self.conns[conn]),
            old_style: event == EventId::LIFECYCLE,
        }
    }
}

impl Subject for Real {
    fn call(&mut self, call: &Call, tag: usize) -> Result<i32, ErrorText> {
        let answer = match *call {
            Call::Register { conn, event, domain, function } => {
                let wanted = self.subscribe(conn, EVENTS[event].id(), domain, function, tag);
                self.events.register(wanted).map(|id| id.0)
            }
            Call::RegisterOld { conn, function } => {
                let wanted = self.subscribe(conn, EventId::LIFECYCLE, None, function, tag);
                self.events.register(wanted).map(|id| id.0)
            }
            Call::Deregister { conn, back } => {
                // The next number is not public; the tag counts every attempt, so it is at least that.
                let id = CallbackId(i32::try_from(tag).expect("small") - back);
                self.events.deregister(&self.conns[conn], id).map(|()| 0)
            }
            Call::DeregisterOld { conn, function } => {
                let address = callback(function, tag);
                let outcome = self.events.deregister_old_style(&self.conns[conn], address.address());
                address.disarm();
                outcome.map(|()| 0)
            }
            Call::Emit { event, domain } => {
                self.events.emit(&key(domain), EVENTS[event].clone());
                Ok(0)
            }
        };
        answer.map_err(|error| without_number(error.message()))
    }

    fn deliver(&mut self) {
        self.events.deliver();
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
        for (_, tag, _) in std::mem::take(&mut self.removed) {
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
        let mut real = Real { events: DomainEvents::new(), conns: [connection(), connection()] };
        REAL.set(Some(real.clone()));
        let seen = run(&mut real, &steps);
        REAL.take();
        // What is left is freed with its owner, of which the model knows nothing.
        drop(real);
        SEEN.take();
        prop_assert_eq!(seen, expected);
    }
}

static STRESS_FREED: AtomicUsize = AtomicUsize::new(0);
static STRESS_CALLED: AtomicUsize = AtomicUsize::new(0);

extern "C-unwind" fn stress_called(_: virConnectPtr, _: virDomainPtr, _: *mut c_void) {
    STRESS_CALLED.fetch_add(1, Ordering::Relaxed);
}

extern "C-unwind" fn stress_freed(_: *mut c_void) {
    STRESS_FREED.fetch_add(1, Ordering::Relaxed);
}

#[test]
fn threads_emit_register_and_deliver_at_once() {
    const ROUNDS: usize = 500;
    event::register_default().expect("an event loop");
    let events = DomainEvents::new();
    let over = AtomicBool::new(false);
    let subscribe = |conn: &Arc<Connect>| Subscription {
        event: DomainEvent::Reboot.id(),
        domain: None,
        callback: DomainCallback::new(Some(stress_called), std::ptr::null_mut(), Some(stress_freed)),
        conn: Arc::clone(conn),
        old_style: false,
    };
    thread::scope(|scope| {
        let work: Vec<_> = (0..2)
            .map(|domain| {
                let (events, subscribe) = (&events, &subscribe);
                scope.spawn(move || {
                    let conn = connection();
                    for _ in 0..ROUNDS {
                        let id = events.register(subscribe(&conn)).expect("registered once");
                        events.emit(&key(domain), DomainEvent::Reboot);
                        assert!(events.register(subscribe(&conn)).is_err(), "the second one is refused");
                        events.deregister(&conn, id).expect("still there");
                    }
                })
            })
            .collect();
        let delivery = scope.spawn(|| {
            while !over.load(Ordering::Acquire) {
                events.deliver();
            }
        });
        for thread in work {
            thread.join().expect("no panic");
        }
        over.store(true, Ordering::Release);
        delivery.join().expect("no panic");
    });
    assert_eq!(STRESS_FREED.load(Ordering::Relaxed), 2 * ROUNDS, "each registration is freed once");
    assert!(lock(&events.state).queue.is_empty() && lock(&events.state).timer.number.is_none());
}

#[test]
fn a_registration_keeps_its_connection_until_it_is_freed() {
    event::register_default().expect("an event loop");
    let events = DomainEvents::new();
    let conn = connection();
    let id = events
        .register(Subscription {
            event: DomainEvent::Reboot.id(),
            domain: None,
            callback: DomainCallback::new(None, std::ptr::null_mut(), None),
            conn: Arc::clone(&conn),
            old_style: false,
        })
        .expect("registered");
    assert_eq!(Arc::strong_count(&conn), 2);
    events.deregister(&conn, id).expect("there");
    assert_eq!(Arc::strong_count(&conn), 1);
}

#[test]
fn a_thousand_registrations_are_found_by_event_and_domain() {
    let mut registrations = Registrations::default();
    let conn = connection();
    let mut by_domain: HashMap<Uuid, CallbackId> = HashMap::new();
    for number in 0..1000_u128 {
        let domain = Uuid::from_u128(number);
        let inserted = registrations.insert(Subscription {
            event: DomainEvent::Reboot.id(),
            domain: Some(domain),
            callback: DomainCallback::new(None, std::ptr::null_mut(), None),
            conn: Arc::clone(&conn),
            old_style: false,
        });
        let Ok(id) = inserted else { panic!("refused") };
        by_domain.insert(domain, id);
    }
    for (domain, id) in by_domain {
        let mut matching = Vec::new();
        registrations.collect(DomainEvent::Reboot.id(), &domain, &mut matching);
        assert_eq!(matching.len(), 1);
        assert!(matching[0].is(&conn, id));
        registrations.collect(DomainEvent::ControlError.id(), &domain, &mut matching);
        assert_eq!(matching.len(), 1, "other events do not match");
        assert!(registrations.remove(&conn, id).is_some());
    }
    assert!(registrations.is_empty());
}
