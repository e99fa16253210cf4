//! The program's close callback: told once, by the event loop, why the connection was lost.
//!
//! Lock order: the lock here is a leaf; it is not held while the daemon is asked or user code runs.

#![forbid(unsafe_code)]

use std::sync::{Arc, Mutex, Weak};

use super::{FROM, Remote};
use crate::driver::CloseListener;
use crate::error::{Error, ErrorCode, Result};
use crate::event::{self, callback::TimeoutCallback};
use crate::rpc::protocol::remote::procedure;
use crate::util::lock;

/// Whom to tell of the end of a connection.
pub struct Closing {
    /// Itself, for the timer.
    this: Weak<Self>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The program's function. As in the original it is known until it is taken back, also when it was called.
    function: Option<usize>,
    listener: Option<Box<dyn CloseListener>>,
}

impl State {
    fn forget(&mut self) -> Option<Box<dyn CloseListener>> {
        self.function = None;
        self.listener.take()
    }
}

impl Closing {
    /// Nobody.
    pub fn new() -> Arc<Self> {
        Arc::new_cyclic(|this| Self { this: Weak::clone(this), state: Mutex::default() })
    }

    /// Has `listener` told; there can be one. The daemon tells if its own way to the hypervisor is lost.
    pub fn register(&self, remote: &Remote, listener: Box<dyn CloseListener>) -> Result<()> {
        let mut state = lock(&self.state);
        if state.function.is_some() {
            drop(state);
            listener.refuse();
            return Err(invalid("A close callback is already registered"));
        }
        *state = State { function: Some(listener.function()), listener: Some(listener) };
        drop(state);
        if !remote.server.close_callbacks {
            return Ok(());
        }
        remote.call(procedure::CONNECT_REGISTER_CLOSE_CALLBACK, &()).inspect_err(|_| {
            let listener = lock(&self.state).forget();
            if let Some(listener) = listener {
                listener.refuse();
            }
        })
    }

    /// Forgets the listener if it is the one with this `function`.
    pub fn unregister(&self, remote: &Remote, function: usize) -> Result<()> {
        if lock(&self.state).function != Some(function) {
            return Err(invalid("A different callback was requested"));
        }
        if remote.server.close_callbacks {
            remote.call(procedure::CONNECT_UNREGISTER_CLOSE_CALLBACK, &())?;
        }
        let listener = lock(&self.state).forget();
        drop(listener);
        Ok(())
    }

    /// Has the event loop tell of the loss: `virConnectCloseReason`. Without a loop nobody can be told.
    pub fn lost(&self, reason: i32) {
        if lock(&self.state).listener.is_none() {
            return;
        }
        let this = Weak::clone(&self.this);
        let tell = TimeoutCallback::from_closure(move |timer| {
            event::remove_timeout(timer);
            let listener = this.upgrade().and_then(|closing| lock(&closing.state).listener.take());
            if let Some(listener) = listener {
                listener.tell(reason);
            }
        });
        if event::add_timeout(0, tell).is_err() {
            log::warn!("the connection is lost, and no event loop is there to tell the program");
        }
    }
}

fn invalid(text: &str) -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, text)
}
