//! The timers of the default loop, ordered by when they are due.
//!
//! An ordered set rather than a heap: re-arming and removing take the old entry out at once, and what is
//! due costs what is due. Who calls the callbacks, and when, is in `default_loop.rs`.

#![forbid(unsafe_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::c_int;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::callback::TimeoutCallback;
use super::default_loop::{Order, next_id};

/// All timers, by number.
#[derive(Default)]
pub struct Timers {
    slots: BTreeMap<c_int, Timer>,
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn quiet() -> TimeoutCallback {
        TimeoutCallback::new(None, std::ptr::null_mut(), None)
    }

    fn due(timers: &mut Timers) -> Vec<(Order, c_int)> {
        let mut due = Vec::new();
        timers.take_due(|order, id| due.push((order, id)));
        due
    }

    #[derive(Clone, Debug)]
    enum Step {
        Add(bool),
        Update(c_int, bool),
        Remove(c_int),
        Round,
    }

    proptest! {
        /// Timers that are off or immediate: a round has the armed ones, in the order in which they were armed.
        #[test]
        fn a_round_has_what_is_armed_in_order(steps in vec(prop_oneof![
            any::<bool>().prop_map(Step::Add),
            (1..9, any::<bool>()).prop_map(|(id, on)| Step::Update(id, on)),
            (1..9).prop_map(Step::Remove),
            Just(Step::Round),
        ], 0..60)) {
            let interval = |on: bool| on.then_some(Duration::ZERO);
            let mut timers = Timers::default();
            let mut model: Vec<(Order, c_int, bool)> = Vec::new();
            let mut last_id = 0;
            for (order, step) in (1..).zip(steps) {
                match step {
                    Step::Add(on) => {
                        last_id += 1;
                        prop_assert_eq!(timers.add(interval(on), quiet(), order), last_id);
                        model.push((order, last_id, on));
                    }
                    Step::Update(id, on) => {
                        let known = model.iter().position(|&(_, other, _)| other == id);
                        prop_assert_eq!(timers.update(id, interval(on), order), known.is_some());
                        if let Some(index) = known {
                            model.remove(index);
                            model.push((order, id, on));
                        }
                    }
                    Step::Remove(id) => {
                        let known = model.iter().position(|&(_, other, _)| other == id);
                        prop_assert_eq!(timers.remove(id).is_some(), known.is_some());
                        known.map(|index| model.remove(index));
                    }
                    Step::Round => {
                        let armed = model.iter().filter(|&&(.., on)| on).map(|&(order, id, _)| (order, id));
                        let armed: Vec<_> = armed.collect();
                        prop_assert_eq!(timers.wait(), interval(!armed.is_empty()));
                        prop_assert_eq!(due(&mut timers), armed);
                    }
                }
            }
        }
    }

    #[test]
    fn a_running_timer_neither_counts_nor_runs_again() {
        let mut timers = Timers::default();
        let id = timers.add(Some(Duration::ZERO), quiet(), 1);
        let _running = timers.begin(id, 1).expect("due");
        assert_eq!(timers.wait(), None);
        assert!(timers.begin(id, 1).is_none());
        // Armed anew it is like another one.
        timers.update(id, Some(Duration::ZERO), 2);
        assert_eq!(timers.wait(), Some(Duration::ZERO));
        assert!(timers.begin(id, 2).is_some());
        timers.finish(id, 2);
        timers.finish(id, 1);
        assert_eq!(due(&mut timers), [(2, id)]);
    }

    #[test]
    fn an_interval_is_counted_from_the_round_and_survives_a_skipped_one() {
        let hour = Duration::from_secs(3600);
        let mut timers = Timers::default();
        let soon = timers.add(Some(Duration::from_nanos(1)), quiet(), 1);
        let late = timers.add(Some(hour), quiet(), 2);
        while timers.wait() != Some(Duration::ZERO) {}
        assert_eq!(due(&mut timers), [(1, soon)]);
        assert!(timers.wait().is_some_and(|wait| wait > hour / 2), "what is due has been taken");
        timers.put_back(soon, 1);
        assert_eq!(due(&mut timers), [(1, soon)]);
        timers.update(late, None, 3);
        timers.begin(soon, 1).expect("due");
        timers.finish(soon, 1);
        assert!(timers.wait().is_some_and(|wait| wait <= Duration::from_nanos(1)));
    }
}
