//! The timers of the default loop, ordered by when they are due.
//!
//! An ordered set rather than a heap: re-arming and removing take the old entry out at once, and what is
//! due costs what is due. Who calls the callbacks, and when, is in `default_loop.rs`.

#![forbid(unsafe_code)]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::c_int;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::callback::TimeoutCallback;
use super::default_loop::{Order, next_id};

/// All timers, by number.
#[derive(Default)]
pub struct Timers {
    slots: HashMap<c_int, Timer>,
    /// Those that wait for a time.
    waiting: BTreeSet<Waiting>,
    /// Those with interval 0: due in every round.
    immediate: BTreeMap<Order, c_int>,
    last_id: c_int,
    /// The time that the current round goes by.
    round: Option<Instant>,
    /// Timers whose callbacks are running, by order: armed anew in its callback, a timer is like another one,
    /// which a round inside that callback may call.
    in_call: Vec<Order>,
}

/// A timer that waits for a time, sorted by it.
type Waiting = (Instant, Order, c_int);

struct Timer {
    interval: Option<Duration>,
    order: Order,
    /// When it is due, unless it is off or immediate. While it is called it is not among the waiting.
    deadline: Option<Instant>,
    callback: Arc<TimeoutCallback>,
}

impl Timers {
    /// Adds a timer that is due every `interval`, or off, and returns its number.
    pub fn add(&mut self, interval: Option<Duration>, callback: TimeoutCallback, order: Order) -> c_int {
        let id = next_id(self.last_id, |id| self.slots.contains_key(&id));
        self.last_id = id;
        let timer = Timer { interval: None, order, deadline: None, callback: Arc::new(callback) };
        self.slots.insert(id, timer);
        self.update(id, interval, order);
        id
    }

    /// Changes the interval, counted from now. False if there is no such timer.
    pub fn update(&mut self, id: c_int, interval: Option<Duration>, order: Order) -> bool {
        let Some(timer) = self.slots.get_mut(&id) else { return false };
        timer.disarm(id, &mut self.waiting, &mut self.immediate);
        timer.interval = interval;
        timer.order = order;
        match interval {
            None => {}
            Some(Duration::ZERO) => drop(self.immediate.insert(order, id)),
            Some(interval) => timer.arm(id, Instant::now() + interval, &mut self.waiting),
        }
        true
    }

    /// Removes a timer and hands out its callback; `None` if there is no such timer.
    pub fn remove(&mut self, id: c_int) -> Option<Arc<TimeoutCallback>> {
        let mut timer = self.slots.remove(&id)?;
        timer.disarm(id, &mut self.waiting, &mut self.immediate);
        Some(timer.callback)
    }

    /// How long until the next timer is due; `None` if no timer is armed.
    pub fn wait(&self) -> Option<Duration> {
        // Those whose callbacks are running do not count: a round inside a callback would never sleep.
        if self.immediate.keys().any(|order| !self.in_call.contains(order)) {
            return Some(Duration::ZERO);
        }
        let (deadline, ..) = self.waiting.first()?;
        Some(deadline.saturating_duration_since(Instant::now()))
    }

    /// Calls `due` with order and number of every timer that is due now. Each is then [`begin`]ned or
    /// [`put_back`].
    ///
    /// [`begin`]: Self::begin
    /// [`put_back`]: Self::put_back
    pub fn take_due(&mut self, mut due: impl FnMut(Order, c_int)) {
        for (&order, &id) in &self.immediate {
            due(order, id);
        }
        if self.waiting.is_empty() {
            return;
        }
        let now = Instant::now();
        self.round = Some(now);
        while let Some(&(deadline, order, id)) = self.waiting.first()
            && deadline <= now
        {
            self.waiting.pop_first();
            due(order, id);
        }
    }

    /// A timer that was due is not called in this round after all.
    pub fn put_back(&mut self, id: c_int, order: Order) {
        if let Some(timer) = self.slots.get(&id)
            && timer.order == order
            && let Some(deadline) = timer.deadline
        {
            self.waiting.insert((deadline, order, id));
        }
    }

    /// The callback of a timer that is due, to be called now; `None` if the timer was removed or changed
    /// since, or if its callback is running.
    pub fn begin(&mut self, id: c_int, order: Order) -> Option<Arc<TimeoutCallback>> {
        let timer = self.slots.get(&id).filter(|timer| timer.order == order)?;
        if self.in_call.contains(&order) {
            return None;
        }
        self.in_call.push(order);
        Some(Arc::clone(&timer.callback))
    }

    /// The callback has returned: unless it was changed, the timer is due again one interval after the
    /// round began.
    pub fn finish(&mut self, id: c_int, order: Order) {
        self.in_call.retain(|&other| other != order);
        if let Some(timer) = self.slots.get_mut(&id)
            && timer.order == order
            && timer.deadline.is_some()
            && let (Some(interval), Some(round)) = (timer.interval, self.round)
        {
            timer.arm(id, round + interval, &mut self.waiting);
        }
    }
}

impl Timer {
    fn arm(&mut self, id: c_int, deadline: Instant, waiting: &mut BTreeSet<Waiting>) {
        self.deadline = Some(deadline);
        waiting.insert((deadline, self.order, id));
    }

    fn disarm(&mut self, id: c_int, waiting: &mut BTreeSet<Waiting>, immediate: &mut BTreeMap<Order, c_int>) {
        match self.deadline.take() {
            Some(deadline) => drop(waiting.remove(&(deadline, self.order, id))),
            None => drop(immediate.remove(&self.order)),
        }
    }
}
