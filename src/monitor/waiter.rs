//! Where the caller of a command sleeps until the I/O thread has its answer.

#![forbid(unsafe_code)]

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::protocol::Reply;
use crate::error::{Error, ErrorDomain, Result};
use crate::util::lock;

/// What becomes of a command; runs exactly once.
pub(super) type Completion = Box<dyn FnOnce(Result<Reply<'_>>) + Send>;

/// A place for one outcome.
pub(super) struct Waiter<T> {
    outcome: Mutex<Option<Result<T>>>,
    arrived: Condvar,
}

/// Sees to it that nobody waits for ever: also a completion that panics, or is never run, has an outcome.
struct Promise<T>(Option<Arc<Waiter<T>>>);

impl<T> Promise<T> {
    fn keep(mut self, outcome: Result<T>) {
        if let Some(waiter) = self.0.take() {
            waiter.set(outcome);
        }
    }
}

impl<T> Drop for Promise<T> {
    fn drop(&mut self) {
        if let Some(waiter) = self.0.take() {
            let text = "the outcome of a monitor command was lost";
            waiter.set(Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, text)));
        }
    }
}

impl<T> Waiter<T> {
    fn set(&self, outcome: Result<T>) {
        *lock(&self.outcome) = Some(outcome);
        self.arrived.notify_one();
    }
}

impl<T: Send + 'static> Waiter<T> {
    /// A waiter, and the completion that reads the answer and wakes it.
    pub(super) fn new(
        read: impl FnOnce(&Reply<'_>) -> Result<T> + Send + 'static,
    ) -> (Arc<Self>, Completion) {
        let waiter = Arc::new(Self { outcome: Mutex::new(None), arrived: Condvar::new() });
        let promise = Promise(Some(Arc::clone(&waiter)));
        let done = move |reply: Result<Reply<'_>>| promise.keep(reply.and_then(|reply| read(&reply)));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::util::reactor::contain;

    /// A reader that fails in a way that it must not, and a completion that nobody runs: the caller gets an error.
    #[test]
    fn every_caller_gets_an_outcome() {
        let (waiter, done) = Waiter::<()>::new(|_| panic!("a test's panic"));
        let answer = crate::monitor::protocol::Answer { whole: "", id: None, outcome: Ok("".into()) };
        contain(|| done(Ok(Reply { command: "x", serial: None, answer })));
        assert!(waiter.wait_on().is_err());
        let (waiter, done) = Waiter::<()>::new(|_| Ok(()));
        drop(done);
        assert!(waiter.wait_on().is_err());
    }
}
