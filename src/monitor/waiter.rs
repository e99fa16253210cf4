//! Where the caller of a command sleeps until the I/O thread has its answer.

#![forbid(unsafe_code)]

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::protocol::Reply;
use crate::error::Result;
use crate::util::lock;

/// What becomes of a command; runs exactly once.
pub(super) type Completion = Box<dyn FnOnce(Result<Reply<'_>>) + Send>;

/// A place for one outcome.
pub(super) struct Waiter<T> {
    outcome: Mutex<Option<Result<T>>>,
    arrived: Condvar,
}

impl<T: Send + 'static> Waiter<T> {
    /// A waiter, and the completion that reads the answer and wakes it.
    pub(super) fn new(
        read: impl FnOnce(&Reply<'_>) -> Result<T> + Send + 'static,
    ) -> (Arc<Self>, Completion) {
        let waiter = Arc::new(Self { outcome: Mutex::new(None), arrived: Condvar::new() });
        let of_completion = Arc::clone(&waiter);
        let done = move |reply: Result<Reply<'_>>| {
            let outcome = reply.and_then(|reply| read(&reply));
            *lock(&of_completion.outcome) = Some(outcome);
            of_completion.arrived.notify_one();
        };
        (waiter, Box::new(done))
    }

    /// Sleeps until the completion has run; after `limit` has `expire` see to that.
    pub(super) fn wait(&self, limit: Duration, expire: impl FnOnce()) -> Result<T> {
        self.wait_a_while(limit).unwrap_or_else(|| {
            expire();
            self.wait_on()
        })
    }

    /// Sleeps until the completion has run, but no longer than `limit`.
    pub(super) fn wait_a_while(&self, limit: Duration) -> Option<Result<T>> {
        self.arrived
            .wait_timeout_while(lock(&self.outcome), limit, |outcome| outcome.is_none())
            .unwrap_or_else(PoisonError::into_inner)
            .0
            .take()
    }

    /// Sleeps until the completion has run.
    pub(super) fn wait_on(&self) -> Result<T> {
        let mut outcome = lock(&self.outcome);
        loop {
            if let Some(outcome) = outcome.take() {
                return outcome;
            }
            outcome = self.arrived.wait(outcome).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
