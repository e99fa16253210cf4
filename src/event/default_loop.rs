//! The default event loop: rounds of waiting and calling back, run by the program's own threads.
//!
//! A round collects what is ready, in the order of registration, and calls it; what is removed or changed
//! before its turn is skipped. Callbacks are freed in rounds of their own, never inside a remove call.
//! Lock order: the one lock here is a leaf, held neither while waiting nor while user code runs.

#![forbid(unsafe_code)]

use std::collections::VecDeque;
use std::ffi::c_int;
use std::os::fd::RawFd;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use nix::errno::Errno;
use nix::sys::epoll::EpollEvent;

use super::callback::{HandleCallback, TimeoutCallback};
#[cfg(shuttle)]
use super::model::poller::Poller;
#[cfg(not(shuttle))]
use super::poller::Poller;
use super::sync::{Condvar, Mutex, MutexGuard, ThreadId, lock, thread};
use super::timers::Timers;
use super::watches::Watches;
use crate::util::sys;

/// A place in the order of registration, which is the order of delivery within a round. Whatever arms a
/// watch or timer anew moves it to the end.
pub type Order = u64;

/// The number after `last`, from 1, that is not `taken`.
pub fn next_id(last: c_int, taken: impl Fn(c_int) -> bool) -> c_int {
    let mut id = last;
    loop {
        id = id.checked_add(1).unwrap_or(1);
        if !taken(id) {
            return id;
        }
    }
}

/// An event loop that any thread may run, one at a time; the others wait for their turn.
pub struct DefaultLoop {
    state: Mutex<State>,
    turn: Condvar,
}

/// A loop in which nothing happens as long as this is there.
pub struct Held<'a> {
    _state: MutexGuard<'a, State>,
}

struct State {
    /// Whose turn it is, and how many rounds that thread is in: a callback may run the loop.
    runner: Option<(ThreadId, usize)>,
    /// How many threads wait for their turn.
    queuing: usize,
    /// The runner waits for the kernel, and whether somebody has already ended that.
    sleeping: bool,
    woken: bool,
    /// What the runner waits for has changed since the lock was taken.
    changed: bool,
    /// As libvirt: after a change to what is polled, and after a watch's callback, the next round does not
    /// wait. Programs may count on a round that returns with nothing done.
    hurry: bool,
    watches: Watches,
    timers: Timers,
    poller: Poller,
    last_order: Order,
    /// What the current round still has to call.
    ready: VecDeque<Ready>,
    /// Callbacks of removed watches: a round that finds some frees them, and does nothing else.
    removed_watches: Vec<Arc<HandleCallback>>,
    /// Callbacks of removed timers: freed by a round with nothing else to do.
    removed_timers: Vec<Arc<TimeoutCallback>>,
    /// The poller's results, kept for their memory.
    found: Vec<EpollEvent>,
    /// In which process the poller was made; see [`sys::forks`].
    forks: u32,
}

#[derive(Clone, Copy)]
struct Ready {
    order: Order,
    source: Source,
}

#[derive(Clone, Copy)]
enum Source {
    Watch { id: c_int, events: c_int },
    Timer { id: c_int },
}

impl DefaultLoop {
    /// A loop with nothing to do.
    pub fn new() -> Result<Self, Errno> {
        let state = State {
            runner: None,
            queuing: 0,
            sleeping: false,
            woken: false,
            changed: false,
            hurry: false,
            watches: Watches::default(),
            timers: Timers::default(),
            poller: Poller::new()?,
            last_order: 0,
            ready: VecDeque::new(),
            removed_watches: Vec::new(),
            removed_timers: Vec::new(),
            found: Vec::new(),
            forks: sys::forks(),
        };
        Ok(Self { state: Mutex::new(state), turn: Condvar::new() })
    }

    /// Watches `fd` for `events` (`virEventHandleType`; 0 for later) and returns the watch's number.
    pub fn add_handle(&self, fd: RawFd, events: c_int, callback: HandleCallback) -> c_int {
        let mut state = self.lock();
        let order = state.next_order();
        let id = state.watches.add(fd, events, callback, order);
        if events != 0 {
            state.polled_changed(fd);
        }
        unlock(state);
        id
    }

    /// Changes what a watch waits for; unknown numbers are ignored.
    pub fn update_handle(&self, watch: c_int, events: c_int) {
        let mut state = self.lock();
        let order = state.next_order();
        if let Some(fd) = state.watches.update(watch, events, order) {
            state.polled_changed(fd);
        }
        unlock(state);
    }

    /// Removes a watch, whose callback is freed by a later round. False if there is no such watch.
    pub fn remove_handle(&self, watch: c_int) -> bool {
        let mut state = self.lock();
        let Some((fd, enabled, callback)) = state.watches.remove(watch) else { return false };
        state.removed_watches.push(callback);
        if enabled {
            state.polled_changed(fd);
        }
        state.changed = true;
        unlock(state);
        true
    }

    /// Adds a timer that is due every `timeout_ms`, in every round if 0, off if negative. Returns its number.
    pub fn add_timeout(&self, timeout_ms: c_int, callback: TimeoutCallback) -> c_int {
        let mut state = self.lock();
        let order = state.next_order();
        let id = state.timers.add(interval(timeout_ms), callback, order);
        state.changed |= timeout_ms >= 0;
        unlock(state);
        id
    }

    /// Changes a timer, counted from now; unknown numbers are ignored.
    pub fn update_timeout(&self, timer: c_int, timeout_ms: c_int) {
        let mut state = self.lock();
        let order = state.next_order();
        let known = state.timers.update(timer, interval(timeout_ms), order);
        state.changed |= known && timeout_ms >= 0;
        unlock(state);
    }

    /// Removes a timer, whose callback is freed by a later round. False if there is no such timer.
    pub fn remove_timeout(&self, timer: c_int) -> bool {
        let mut state = self.lock();
        let Some(callback) = state.timers.remove(timer) else { return false };
        state.removed_timers.push(callback);
        state.changed = true;
        unlock(state);
        true
    }

    /// One round: waits until something is ready, and calls it. May be called from a callback; other threads
    /// wait until the round, and all around it, are over.
    pub fn run_once(&self) {
        let mut state = self.enter();
        let turn = Turn(self);
        if !state.removed_watches.is_empty() {
            let removed = std::mem::take(&mut state.removed_watches);
            state = self.without_lock(state, || drop(removed));
            turn.end(state);
            return;
        }
        state = self.collect(state);
        if state.ready.is_empty() {
            let removed = std::mem::take(&mut state.removed_timers);
            state = self.without_lock(state, || drop(removed));
        }
        // A round inside a callback takes the rest over.
        while let Some(ready) = state.ready.pop_front() {
            state = self.call(state, ready);
        }
        turn.end(state);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        let mut state = lock(&self.state);
        if state.forks != sys::forks() {
            state.after_fork();
        }
        state
    }

    /// Holds the loop still, so that nothing in it is half done; for the moment of a fork.
    pub fn hold(&self) -> Held<'_> {
        Held { _state: lock(&self.state) }
    }

    fn without_lock<'a>(
        &'a self,
        state: MutexGuard<'a, State>,
        user: impl FnOnce(),
    ) -> MutexGuard<'a, State> {
        drop(state);
        user();
        lock(&self.state)
    }

    /// Waits for this thread's turn and begins a round.
    fn enter(&self) -> MutexGuard<'_, State> {
        let mut state = self.lock();
        let me = thread::current().id();
        let depth = loop {
            match state.runner {
                None => break 0,
                Some((thread, depth)) if thread == me => break depth,
                Some(_) => {
                    state.queuing += 1;
                    state = self.turn.wait(state).unwrap_or_else(PoisonError::into_inner);
                    state.queuing -= 1;
                }
            }
        };
        state.runner = Some((me, depth + 1));
        if depth > 0 {
            state.begin_inner_round();
        }
        state
    }

    fn leave(&self, mut state: MutexGuard<'_, State>) {
        state.runner =
            state.runner.filter(|&(_, depth)| depth > 1).map(|(thread, depth)| (thread, depth - 1));
        let wanted = state.runner.is_none() && state.queuing > 0;
        drop(state);
        if wanted {
            self.turn.notify_one();
        }
    }

    /// Waits until something is ready, and notes it in the order of registration.
    fn collect<'a>(&'a self, mut state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        let timeout_ms = state.timeout_ms();
        state.hurry = false;
        // With nothing but timers that are due, the kernel need not be asked.
        if timeout_ms != 0 || !state.poller.is_empty() {
            let mut waiter = state.poller.waiter();
            let mut found = std::mem::take(&mut state.found);
            state.sleeping = timeout_ms != 0;
            drop(state);
            waiter.wait(timeout_ms, &mut found);
            state = lock(&self.state);
            state.sleeping = false;
            state.woken = false;
            let State { poller, watches, ready, .. } = &mut *state;
            poller.collect(&waiter, &found, |fd, poll| {
                watches.ready(fd, poll, |order, id, events| {
                    ready.push_back(Ready { order, source: Source::Watch { id, events } });
                });
            });
            state.found = found;
        }
        let State { timers, ready, .. } = &mut *state;
        timers.take_due(|order, id| ready.push_back(Ready { order, source: Source::Timer { id } }));
        ready.make_contiguous().sort_by_key(|ready| ready.order);
        state
    }

    /// Calls what is ready, unless it was removed or changed since.
    fn call<'a>(&'a self, mut state: MutexGuard<'a, State>, ready: Ready) -> MutexGuard<'a, State> {
        let order = ready.order;
        match ready.source {
            Source::Watch { id, events } => {
                let Some((fd, callback)) = state.watches.begin(id, order) else { return state };
                state.hurry = true;
                state = self.without_lock(state, move || callback.invoke(id, fd, events));
                if let Some(fd) = state.watches.finish(id, order) {
                    state.polled_changed(fd);
                }
            }
            Source::Timer { id } => {
                let Some(callback) = state.timers.begin(id, order) else { return state };
                state = self.without_lock(state, move || callback.invoke(id));
                state.timers.finish(id, order);
            }
        }
        state
    }
}

/// A round in progress. It also ends when a callback ends the thread, which then leaves the loop to the others.
struct Turn<'a>(&'a DefaultLoop);

impl Turn<'_> {
    fn end(self, state: MutexGuard<'_, State>) {
        self.0.leave(state);
        std::mem::forget(self);
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.leave(lock(&self.0.state));
    }
}

/// Lets the lock go, and ends the runner's wait if what it waits for has changed. The runner itself never
/// finds itself waiting: a program with one thread pays nothing.
fn unlock(mut state: MutexGuard<'_, State>) {
    let wake = std::mem::take(&mut state.changed) && state.sleeping && !state.woken;
    let waker = wake.then(|| state.poller.waker());
    state.woken |= wake;
    drop(state);
    if let Some(waker) = waker {
        waker.wake();
    }
}

impl State {
    fn next_order(&mut self) -> Order {
        self.last_order += 1;
        self.last_order
    }

    /// What is polled of `fd` has changed.
    fn polled_changed(&mut self, fd: RawFd) {
        self.hurry = true;
        self.refresh(fd);
    }

    /// Tells the poller what the watches of `fd` want now.
    fn refresh(&mut self, fd: RawFd) {
        self.changed |= self.poller.set(fd, self.watches.wanted(fd));
    }

    /// How long the round may wait; -1 for ever.
    fn timeout_ms(&self) -> c_int {
        if self.hurry || !self.removed_timers.is_empty() {
            return 0;
        }
        // Rounded up: a round that ends a moment too early would have to wait again.
        let ceil =
            |wait: Duration| c_int::try_from(wait.as_nanos().div_ceil(1_000_000)).unwrap_or(c_int::MAX);
        self.timers.wait().map_or(-1, ceil)
    }

    /// As libvirt: a round inside a callback starts over with all that is ready, except what is being called.
    fn begin_inner_round(&mut self) {
        while let Some(ready) = self.ready.pop_front() {
            if let Source::Timer { id } = ready.source {
                self.timers.put_back(id, ready.order);
            }
        }
        for fd in self.watches.park() {
            self.refresh(fd);
        }
    }

    /// The process is a child made by `fork`: the kernel objects are the parent's too, and of all threads
    /// only this one is left.
    fn after_fork(&mut self) {
        self.forks = sys::forks();
        self.sleeping = false;
        self.queuing = 0;
        let me = thread::current().id();
        self.runner = self.runner.filter(|&(thread, _)| thread == me);
        if let Err(error) = self.poller.rebuild() {
            log::error!("the event loop cannot start over after fork: {}", error.desc());
        }
    }
}

/// A timer's interval; `None` turns it off.
fn interval(timeout_ms: c_int) -> Option<Duration> {
    u64::try_from(timeout_ms).ok().map(Duration::from_millis)
}

#[cfg(all(test, not(shuttle)))]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn counting(counter: &Arc<AtomicUsize>) -> TimeoutCallback {
        let counter = Arc::clone(counter);
        TimeoutCallback::from_closure(move |_| {
            counter.fetch_add(1, Ordering::Relaxed);
        })
    }

    #[test]
    fn numbers_start_at_one_skip_what_is_taken_and_wrap() {
        assert_eq!(next_id(0, |_| false), 1);
        assert_eq!(next_id(1, |id| id == 2), 3);
        assert_eq!(next_id(c_int::MAX, |id| id == 1), 2);
    }

    #[test]
    fn a_removed_timer_is_freed_by_a_later_round() {
        let events = DefaultLoop::new().expect("descriptors");
        let calls = Arc::new(AtomicUsize::new(0));
        let timer = events.add_timeout(0, counting(&calls));
        events.run_once();
        assert!(events.remove_timeout(timer));
        assert_eq!((Arc::strong_count(&calls), calls.load(Ordering::Relaxed)), (2, 1));
        assert!(!events.remove_timeout(timer));
        events.run_once();
        assert_eq!((Arc::strong_count(&calls), calls.load(Ordering::Relaxed)), (1, 1));
    }

    #[test]
    fn threads_take_turns_and_callbacks_may_run_the_loop() {
        let events = Arc::new(DefaultLoop::new().expect("descriptors"));
        let calls = Arc::new(AtomicUsize::new(0));
        let inner = Arc::downgrade(&events);
        let counter = Arc::clone(&calls);
        events.add_timeout(0, counting(&calls));
        events.add_timeout(
            0,
            TimeoutCallback::from_closure(move |_| {
                let before = counter.load(Ordering::Relaxed);
                inner.upgrade().expect("it is running this").run_once();
                assert!(counter.load(Ordering::Relaxed) > before, "the inner round calls the other timer");
            }),
        );
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| (0..50).for_each(|_| events.run_once()));
            }
        });
        assert!(calls.load(Ordering::Relaxed) >= 300);
        assert!(lock(&events.state).runner.is_none());
    }
}
