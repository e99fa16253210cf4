//! The event loop of a model test, in place of the one that a program registers: a fresh one for each execution.

use std::cell::RefCell;
use std::ffi::c_int;
use std::sync::Arc;

use super::foreign::Foreign;
use crate::abi::virEventTimeoutCallback;
use crate::event::callback::{Refused, TimeoutCallback};
use crate::event::default_loop::DefaultLoop;

/// An event loop.
#[derive(Clone)]
pub enum Loop {
    Default(Arc<DefaultLoop>),
    Foreign(Arc<Foreign>),
}

// All threads of an execution are tasks of one real thread.
thread_local! {
    static LOOP: RefCell<Option<Loop>> = const { RefCell::new(None) };
}

/// Makes `new` the event loop of this execution.
pub fn register(new: Loop) {
    LOOP.set(Some(new));
}

fn registered() -> Loop {
    LOOP.with_borrow(Option::clone).expect("a test registers a loop")
}

pub fn add_timeout(
    timeout_ms: c_int,
    callback: TimeoutCallback,
) -> Result<c_int, Refused<virEventTimeoutCallback>> {
    match registered() {
        Loop::Default(default) => Ok(default.add_timeout(timeout_ms, callback)),
        Loop::Foreign(foreign) => Ok(foreign.add_timeout(timeout_ms, callback)),
    }
}

pub fn update_timeout(timer: c_int, timeout_ms: c_int) {
    match registered() {
        Loop::Default(default) => default.update_timeout(timer, timeout_ms),
        Loop::Foreign(foreign) => foreign.update_timeout(timer, timeout_ms),
    }
}

pub fn remove_timeout(timer: c_int) -> c_int {
    match registered() {
        Loop::Default(default) => default.remove_timeout(timer).into(),
        Loop::Foreign(foreign) => foreign.remove_timeout(timer).into(),
    }
}
