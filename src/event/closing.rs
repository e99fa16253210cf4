//! A program's close callback: told once, by the event loop if there is one, why a connection to a daemon was lost.
//!
//! Lock order: the lock here is a leaf; it is not held while user code runs.

#![forbid(unsafe_code)]

use std::sync::{Arc, Mutex, Weak};

use super::callback::TimeoutCallback;
use crate::util::{after_call, lock};

/// Who wants to know when a connection is lost.
pub trait CloseListener: Send {
    /// The program's function, by which it is taken back.
    fn function(&self) -> usize;
    /// Tells why: `virConnectCloseReason`; with no lock held, outside of all calls but for the event loop's.
    fn tell(self: Box<Self>, reason: i32);
    /// Registering failed: what belongs to the program stays with it.
    fn refuse(self: Box<Self>);
}

/// Until when a listener has its place, where no other can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// It was told.
    Told,
    /// It is taken back, also after it was told.
    TakenBack,
}

/// Whom to tell of the end of a connection: one listener, or nobody.
pub struct Closing {
    /// Itself, for the timer.
    this: Weak<Self>,
    until: Until,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The program's function, as long as the place is taken.
    function: Option<usize>,
    listener: Option<Box<dyn CloseListener>>,
}

impl Closing {
    /// Nobody.
    pub fn new(until: Until) -> Arc<Self> {
        Arc::new_cyclic(|this| Self { this: Weak::clone(this), until, state: Mutex::default() })
    }

    /// Has `listener` told. Returns whether it could; if the place is taken, it is refused.
    pub fn register(&self, listener: Box<dyn CloseListener>) -> bool {
        let mut state = lock(&self.state);
        if state.function.is_some() {
            drop(state);
            listener.refuse();
            return false;
        }
        *state = State { function: Some(listener.function()), listener: Some(listener) };
        true
    }

    /// Whether the one with this `function` has the place.
    pub fn is_registered(&self, function: usize) -> bool {
        lock(&self.state).function == Some(function)
    }

    /// Makes the place free, and gives the listener back that was not told.
    pub fn take_back(&self) -> Option<Box<dyn CloseListener>> {
        std::mem::take(&mut *lock(&self.state)).listener
    }

    /// Has the event loop tell of the loss: `virConnectCloseReason`. Without a loop the thread whose call has noticed
    /// it tells, when the call is over.
    pub fn lost(&self, reason: i32) {
        if lock(&self.state).listener.is_none() {
            return;
        }
        let this = Weak::clone(&self.this);
        let tell = move || this.upgrade().into_iter().for_each(|closing| closing.tell(reason));
        let later = tell.clone();
        let timer = TimeoutCallback::from_closure(move |timer| {
            super::remove_timeout(timer);
            tell();
        });
        if super::add_timeout(0, timer).is_err() {
            after_call::push(later);
        }
    }

    fn tell(&self, reason: i32) {
        let listener = match self.until {
            Until::Told => self.take_back(),
            Until::TakenBack => lock(&self.state).listener.take(),
        };
        if let Some(listener) = listener {
            listener.tell(reason);
        }
    }
}
