//! A program's own event loop, for the model tests: strict about numbers, which it gives again at once.

use std::ffi::c_int;
use std::sync::{Arc, PoisonError};

use crate::event::callback::TimeoutCallback;
use crate::event::sync::{Condvar, Mutex, lock};

/// Timers by number.
#[derive(Default)]
pub struct Foreign {
    timers: Mutex<Vec<Option<Timer>>>,
    changed: Condvar,
}

struct Timer {
    on: bool,
    /// Calls about this timer that are under way.
    busy: usize,
    callback: Arc<TimeoutCallback>,
}

impl Foreign {
    pub fn add_timeout(&self, timeout_ms: c_int, callback: TimeoutCallback) -> c_int {
        let mut timers = lock(&self.timers);
        let timer = Some(Timer { on: timeout_ms >= 0, busy: 0, callback: Arc::new(callback) });
        let free = timers.iter().position(Option::is_none).unwrap_or(timers.len());
        if free == timers.len() {
            timers.push(None);
        }
        timers[free] = timer;
        c_int::try_from(free).expect("few timers")
    }

    /// Takes its time: the lock is let go in between, as in loops that send themselves a message.
    pub fn update_timeout(&self, number: c_int, timeout_ms: c_int) {
        self.timer(number, |timer| timer.busy += 1);
        self.timer(number, |timer| {
            timer.busy -= 1;
            timer.on = timeout_ms >= 0;
        });
        self.changed.notify_all();
    }

    pub fn remove_timeout(&self, number: c_int) -> bool {
        self.timer(number, |timer| assert_eq!(timer.busy, 0, "removed while it is changed"));
        let removed = lock(&self.timers)[usize::try_from(number).expect("a number")].take();
        drop(removed);
        true
    }

    fn timer(&self, number: c_int, change: impl FnOnce(&mut Timer)) {
        let mut timers = lock(&self.timers);
        let timer = timers.get_mut(usize::try_from(number).expect("a number"));
        change(timer.and_then(Option::as_mut).expect("the library uses only timers that are there"));
    }

    /// How many timers there are.
    pub fn timers(&self) -> usize {
        lock(&self.timers).iter().flatten().count()
    }

    /// Waits until a timer is on, and calls it.
    pub fn run_once(&self) {
        let mut timers = lock(&self.timers);
        let (number, callback) = loop {
            let mut on =
                timers.iter().enumerate().filter(|(_, timer)| timer.as_ref().is_some_and(|it| it.on));
            if let Some((number, Some(timer))) = on.next() {
                break (c_int::try_from(number).expect("few timers"), Arc::clone(&timer.callback));
            }
            timers = self.changed.wait(timers).unwrap_or_else(PoisonError::into_inner);
        };
        drop(timers);
        callback.invoke(number);
    }
}
