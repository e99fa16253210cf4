//! The contract of `docs/events.md` under a checker that tries interleavings of threads (shuttle): the real queue,
//! registrations, delivery and default loop, with the kernel's part of the loop modelled.
//!
//! Why shuttle and not loom: loom replaces `Arc` by one without `Weak` and trait objects, which this code lives on,
//! and tries every interleaving, which only toys allow. What shuttle leaves out, weak memory orders, is the part of
//! the thread sanitizer and Miri.
//!
//! A lost wake-up shows as a deadlock: the loop's thread waits for ever.

#![forbid(unsafe_code)]

pub mod foreign;
pub mod poller;
pub mod registry;

use std::env;
use std::sync::{Arc, Weak};

use shuttle::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use shuttle::thread;

use self::foreign::Foreign;
use self::registry::Loop;
use super::default_loop::DefaultLoop;
use super::domain::DomainEvent;
use super::sync::{Mutex, lock};
use super::{CallbackId, Class, Event, Events, Lent, Listener, Owner, Subscription, Topic};
use crate::ident::{DomainKey, Name, Uuid};

/// Runs `test` in many interleavings: random ones, and ones that are hard to come by chance.
fn check(test: fn()) {
    let rounds: usize =
        env::var("OXVIRT_MODEL_ROUNDS").map_or(300, |rounds| rounds.parse().expect("a number"));
    shuttle::check_random(test, rounds);
    for depth in [2, 4] {
        shuttle::check_pct(test, rounds / 2, depth);
    }
}

fn default_loop() -> Arc<DefaultLoop> {
    let default = Arc::new(DefaultLoop::new().expect("nothing can fail"));
    registry::register(Loop::Default(Arc::clone(&default)));
    default
}

fn key(domain: u8) -> DomainKey {
    let name = Name::new("guest").expect("no NUL");
    DomainKey { name, uuid: Uuid::from_bytes([domain; 16]), id: None }
}

/// The event with this number; events of one domain are told apart by it.
fn numbered(offset_s: i64) -> DomainEvent {
    DomainEvent::RtcChange { offset_s }
}

fn topic() -> Topic {
    Topic::new(Class::Domain, 2).expect("rtc-change")
}

/// What a connection is to the machinery: something that listeners keep.
struct Connection;

/// What is known of one listener.
#[derive(Default)]
struct Log {
    /// Domain and number of each event.
    told: Mutex<Vec<(u8, i64)>>,
    /// A deregistration has returned; and how many calls began since.
    taken_back: AtomicBool,
    late: AtomicUsize,
    in_call: AtomicUsize,
    dropped: AtomicUsize,
}

impl Log {
    fn told(&self) -> Vec<(u8, i64)> {
        lock(&self.told).clone()
    }

    /// Numbers of the events of `domain`, in the order in which they were told.
    fn of(&self, domain: u8) -> Vec<i64> {
        self.told().into_iter().filter(|told| told.0 == domain).map(|told| told.1).collect()
    }

    fn dropped(&self) -> usize {
        self.dropped.load(Ordering::SeqCst)
    }

    /// What must be true of a listener that is gone.
    fn assert_gone(&self) {
        assert_eq!(self.dropped(), 1, "dropped once");
        // Only the one call that was about to start when the deregistration returned.
        assert!(self.late.load(Ordering::SeqCst) <= 1, "no call starts after the deregistration");
    }
}

/// A listener that writes down what happens to it, and then does something.
struct Logging {
    log: Arc<Log>,
    then: Box<dyn Fn() + Send + Sync>,
    _conn: Arc<Connection>,
}

impl Listener for Logging {
    fn tell(&self, event: &Event, _: &mut Lent) {
        assert_eq!(self.log.dropped(), 0, "told after its end");
        self.log.in_call.fetch_add(1, Ordering::SeqCst);
        if self.log.taken_back.load(Ordering::SeqCst) {
            self.log.late.fetch_add(1, Ordering::SeqCst);
        }
        let Event::Domain(key, DomainEvent::RtcChange { offset_s }) = event else { panic!("not emitted") };
        lock(&self.log.told).push((key.uuid.as_bytes()[0], *offset_s));
        (self.then)();
        self.log.in_call.fetch_sub(1, Ordering::SeqCst);
    }

    fn refuse(self: Box<Self>) {
        panic!("no registration here is refused");
    }
}

impl Drop for Logging {
    fn drop(&mut self) {
        assert_eq!(self.log.in_call.load(Ordering::SeqCst), 0, "freed during a call");
        self.log.dropped.fetch_add(1, Ordering::SeqCst);
    }
}

/// The machinery with one connection.
#[derive(Clone)]
struct World {
    events: Arc<Events>,
    conn: Arc<Connection>,
}

const OWNER: Owner = Owner(1);

impl World {
    fn new() -> Self {
        Self { events: Events::new(), conn: Arc::new(Connection) }
    }

    /// Registers for one domain, or all.
    fn register(
        &self,
        domain: Option<u8>,
        log: &Arc<Log>,
        then: impl Fn() + Send + Sync + 'static,
    ) -> CallbackId {
        let listener = Logging { log: Arc::clone(log), then: Box::new(then), _conn: Arc::clone(&self.conn) };
        let subscription = Subscription {
            topic: topic(),
            object: domain.map(|domain| key(domain).into()),
            filter: None,
            listener: Box::new(listener),
            owner: OWNER,
            function: None,
            old_style: false,
        };
        self.events.register(subscription).expect("registered")
    }

    fn listen(&self, domain: Option<u8>) -> (CallbackId, Arc<Log>) {
        let log = Arc::default();
        (self.register(domain, &log, || ()), log)
    }

    fn emit(&self, domain: u8, number: i64) {
        self.events.emit(&key(domain), numbered(number));
    }

    fn deregister(&self, id: CallbackId, log: &Log) {
        self.events.deregister(OWNER, id).expect("registered");
        log.taken_back.store(true, Ordering::SeqCst);
    }

    /// All registrations are gone: nothing keeps the connection.
    fn assert_let_go(&self) {
        assert_eq!(Arc::strong_count(&self.conn), 1, "the connection is let go");
    }
}

/// Runs the loop until `log` has been told `count` times.
fn run_until_told(default: &DefaultLoop, log: &Log, count: usize) {
    while log.told().len() < count {
        default.run_once();
    }
}

/// A thread of the test.
fn spawn(world: &World, work: impl FnOnce(&World) + Send + 'static) -> thread::JoinHandle<()> {
    let world = world.clone();
    thread::spawn(move || work(&world))
}

fn join(threads: impl IntoIterator<Item = thread::JoinHandle<()>>) {
    threads.into_iter().for_each(|thread| thread.join().expect("no panic"));
}

/// RUN-6: nothing is lost, and the events of one domain keep their order.
#[test]
fn every_event_is_told_in_the_order_of_its_domain() {
    check(|| {
        let default = default_loop();
        let world = World::new();
        let (all, heard) = world.listen(None);
        let (one, heard_of_1) = world.listen(Some(1));
        let emitters = [0, 1]
            .map(|domain| spawn(&world, move |world| (0..3).for_each(|number| world.emit(domain, number))));
        run_until_told(&default, &heard, 6);
        join(emitters);
        assert_eq!((heard.of(0), heard.of(1)), (vec![0, 1, 2], vec![0, 1, 2]));
        assert_eq!(heard_of_1.told(), [(1, 0), (1, 1), (1, 2)]);
        world.deregister(all, &heard);
        world.deregister(one, &heard_of_1);
        heard.assert_gone();
        heard_of_1.assert_gone();
        world.assert_let_go();
    });
}

/// A driver that queues under its own lock and wakes the loop later loses nothing either.
#[test]
fn waking_may_come_later_than_queuing() {
    check(|| {
        let default = default_loop();
        let world = World::new();
        let (id, heard) = world.listen(None);
        let order = Arc::new(Mutex::new(0));
        let emitters = [(); 2].map(|()| {
            let order = Arc::clone(&order);
            spawn(&world, move |world| {
                for _ in 0..2 {
                    let mut number = lock(&order);
                    let due = world.events.queue(&key(0), numbered(*number));
                    *number += 1;
                    drop(number);
                    if due {
                        world.events.wake();
                    }
                }
            })
        });
        run_until_told(&default, &heard, 4);
        join(emitters);
        assert_eq!(heard.of(0), [0, 1, 2, 3]);
        world.deregister(id, &heard);
        heard.assert_gone();
    });
}

#[test]
fn no_call_starts_after_a_deregistration_elsewhere() {
    check(|| {
        let default = default_loop();
        let world = World::new();
        let (id, heard) = world.listen(None);
        let (rest, heard_by_rest) = world.listen(None);
        let emitter = spawn(&world, |world| (0..3).for_each(|number| world.emit(0, number)));
        let log = Arc::clone(&heard);
        let remover = spawn(&world, move |world| {
            world.deregister(id, &log);
            world.emit(1, 0);
        });
        run_until_told(&default, &heard_by_rest, 4);
        join([emitter, remover]);
        assert!(heard.of(1).is_empty(), "what happens after the deregistration is not told");
        assert!([0, 1, 2].starts_with(&heard.of(0)), "nothing is left out before");
        heard.assert_gone();
        world.deregister(rest, &heard_by_rest);
        heard_by_rest.assert_gone();
        world.assert_let_go();
    });
}

/// A callback takes itself and others back: none is called again, all are freed after the round.
#[test]
fn callbacks_may_deregister() {
    check(|| {
        let default = default_loop();
        let world = World::new();
        let (first, second, rest): (Arc<Log>, Arc<Log>, Arc<Log>) = Default::default();
        // Not concerned by what is delivered.
        let (elsewhere, silent) = world.listen(Some(9));
        let ids: Arc<Mutex<Vec<CallbackId>>> = Arc::default();
        let (this, logs) = (world.events.clone(), [&first, &second, &silent].map(Arc::clone));
        let mine = Arc::clone(&ids);
        let weak = Arc::downgrade(&this);
        let take_back = move || {
            for (id, log) in lock(&mine).drain(..).zip(&logs) {
                weak.upgrade().expect("it delivers").deregister(OWNER, id).expect("registered");
                log.taken_back.store(true, Ordering::SeqCst);
                assert_eq!(log.dropped(), 0, "freed after the round");
            }
        };
        let id = world.register(None, &first, take_back);
        let other = world.register(None, &second, || ());
        lock(&ids).extend([id, other, elsewhere]);
        let last = world.register(None, &rest, || ());
        let emitter = spawn(&world, |world| (0..3).for_each(|number| world.emit(0, number)));
        run_until_told(&default, &rest, 3);
        join([emitter]);
        assert_eq!(first.of(0), [0]);
        assert!(second.told().is_empty(), "taken back before its turn");
        for log in [&first, &second, &silent] {
            log.assert_gone();
        }
        world.deregister(last, &rest);
        drop(this);
        world.assert_let_go();
    });
}

/// The last registration goes and a new one comes while events are on their way: timers come and go.
#[test]
fn registrations_come_and_go_in_two_threads() {
    check(|| {
        let default = default_loop();
        let world = World::new();
        let over = Arc::new(AtomicBool::new(false));
        let ended = Arc::clone(&over);
        let end = default.add_timeout(
            -1,
            crate::event::callback::TimeoutCallback::from_closure(move |_| {
                ended.store(true, Ordering::SeqCst)
            }),
        );
        let coming = [0, 1].map(|domain| {
            spawn(&world, move |world| {
                for round in 0..2 {
                    let (id, log) = world.listen(Some(domain));
                    world.emit(domain, 2 * round);
                    world.deregister(id, &log);
                    let after = 2 * round + 1;
                    world.emit(domain, after);
                    assert!(!log.of(domain).contains(&after));
                    assert!(log.dropped() <= 1);
                }
            })
        });
        let turning = Arc::clone(&default);
        let turner = thread::spawn(move || {
            while !over.load(Ordering::SeqCst) {
                turning.run_once();
                // A timer on its way out may be due until the thread that removes it gets on.
                thread::yield_now();
            }
        });
        join(coming);
        default.update_timeout(end, 0);
        join([turner]);
        world.assert_let_go();
    });
}

/// Closing a connection is nothing to the machinery: the registration keeps it until it is freed, which happens
/// once, whoever deregisters.
#[test]
fn a_registration_keeps_its_connection() {
    check(|| {
        let default = default_loop();
        let World { events, conn } = World::new();
        let gone: Weak<Connection> = Arc::downgrade(&conn);
        let world = World { events: Arc::clone(&events), conn };
        let (id, heard) = world.listen(None);
        world.emit(0, 0);
        // The program's own reference goes while the event is on its way.
        let closer = thread::spawn(move || drop(world));
        run_until_told(&default, &heard, 1);
        join([closer]);
        assert!(gone.upgrade().is_some(), "kept by the registration");
        let remover = [(); 2].map(|()| {
            let events = Arc::clone(&events);
            thread::spawn(move || events.deregister(OWNER, id).is_ok())
        });
        let removed = remover.into_iter().map(|thread| thread.join().expect("no panic"));
        assert_eq!(removed.filter(|removed| *removed).count(), 1, "one of two succeeds");
        heard.assert_gone();
        assert!(gone.upgrade().is_none(), "let go with the registration");
    });
}

/// Two threads take turns with the loop.
#[test]
fn two_threads_run_the_loop() {
    check(|| {
        let default = default_loop();
        let world = World::new();
        let (first, heard) = world.listen(Some(0));
        let (second, heard_of_1) = world.listen(Some(1));
        let runners = [(&default, &heard), (&default, &heard_of_1)].map(|(default, log)| {
            let (default, log) = (Arc::clone(default), Arc::clone(log));
            // Whoever has heard enough leaves; the other one's events still come, if need be in its own turn.
            thread::spawn(move || run_until_told(&default, &log, 2))
        });
        let emitter = spawn(&world, |world| {
            for number in 0..2 {
                world.emit(0, number);
                world.emit(1, number);
            }
            // One of the runners may wait while the other one delivers the last event: a turn with nothing to do.
            world.emit(2, 0);
        });
        join([emitter]);
        // Something has to end a wait that began after the last event; programs have a timer of their own.
        let nudge = default.add_timeout(0, crate::event::callback::TimeoutCallback::from_closure(|_| ()));
        join(runners);
        default.remove_timeout(nudge);
        assert_eq!((heard.of(0), heard_of_1.of(1)), (vec![0, 1], vec![0, 1]));
        world.deregister(first, &heard);
        world.deregister(second, &heard_of_1);
        world.assert_let_go();
    });
}

/// A callback emits and runs the loop: the inner round tells what came meanwhile.
#[test]
fn callbacks_may_emit_and_run_the_loop() {
    check(|| {
        let default = default_loop();
        let world = World::new();
        let heard: Arc<Log> = Arc::default();
        let (inner, emitting) = (Arc::clone(&default), Arc::downgrade(&world.events));
        let log = Arc::downgrade(&heard);
        let first = AtomicBool::new(true);
        let id = world.register(None, &heard, move || {
            if first.swap(false, Ordering::SeqCst) {
                let log = log.upgrade().expect("the test holds it");
                emitting.upgrade().expect("it delivers").emit(&key(7), numbered(0));
                // The round ends with the event told, here or in a turn that the other thread's event causes.
                while log.of(7).is_empty() {
                    inner.run_once();
                }
            }
        });
        let emitter = spawn(&world, |world| world.emit(0, 0));
        run_until_told(&default, &heard, 2);
        join([emitter]);
        world.deregister(id, &heard);
        heard.assert_gone();
    });
}

/// A foreign loop that gives numbers again never hears of a number that is not ours.
#[test]
fn timers_of_a_foreign_loop_are_used_as_they_should() {
    check(|| {
        let foreign = Arc::new(Foreign::default());
        registry::register(Loop::Foreign(Arc::clone(&foreign)));
        let world = World::new();
        let (id, heard) = world.listen(None);
        let coming = [0, 1].map(|domain| {
            spawn(&world, move |world| {
                let (id, log) = world.listen(Some(domain));
                world.emit(domain, 0);
                world.deregister(id, &log);
            })
        });
        while heard.told().len() < 2 {
            foreign.run_once();
        }
        join(coming);
        world.deregister(id, &heard);
        heard.assert_gone();
        assert_eq!(foreign.timers(), 0, "nobody is registered");
        // The last registration goes while an event is on its way.
        let coming = spawn(&world, |world| {
            for _ in 0..2 {
                let (id, log) = world.listen(None);
                world.deregister(id, &log);
                log.assert_gone();
            }
        });
        let emitter = spawn(&world, |world| (0..2).for_each(|number| world.emit(0, number)));
        join([coming, emitter]);
        assert_eq!(foreign.timers(), 0);
        world.assert_let_go();
    });
}
