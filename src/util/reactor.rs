//! The library's one I/O thread: monitor sockets, processes and timers of all guests.
//!
//! An epoll set with a wake-up and a timer queue, on a thread named "virt-monitor" that exists only while
//! something is registered. The application's own event loop (`event`) is another thing.
//!
//! Locks: the reactor's own lock is the innermost of all and never held while a source or a timer runs.

#![forbid(unsafe_code)]

use std::os::fd::{BorrowedFd, OwnedFd};
use std::sync::Arc;
use std::time::Duration;

use once_cell::sync::Lazy;

use crate::error::{Error, ErrorDomain, Result};

/// What a registered file descriptor belongs to.
pub trait Source: Send + Sync {
    /// The file descriptor; the same for the life of the source, which therefore owns it.
    fn fd(&self) -> BorrowedFd<'_>;
    /// Something can be done, on the I/O thread. A hang-up counts as readable.
    fn ready(&self, ready: Interest);
    /// Somebody called [`Reactor::wake`], on the I/O thread.
    fn woken(&self) {}
}

/// What a source waits for, or may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interest {
    /// Data, or a hang-up.
    pub readable: bool,
    /// Room for data.
    pub writable: bool,
}

/// Names a registration; never used again for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token(u64);

/// Names a timer; never used again for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimerToken(u64);

/// The I/O thread's book.
pub struct Reactor {}

static REACTOR: Lazy<Reactor> = Lazy::new(|| Reactor {});

impl Reactor {
    /// The one of this process.
    pub fn get() -> &'static Self {
        &REACTOR
    }

    /// Whether the calling thread is the I/O thread, which must not wait for itself.
    pub fn on_thread() -> bool {
        false
    }

    /// Runs `exited` on the I/O thread once the process behind `pidfd` has ended (it still has to be
    /// reaped). The pidfd is closed then, or by [`deregister`](Self::deregister).
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` if the system refuses, `VIR_ERR_OPERATION_INVALID` in a fork of the process.
    pub fn watch_process(&self, pidfd: OwnedFd, exited: impl FnOnce() + Send + 'static) -> Result<Token> {
        let _ = (pidfd, exited);
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, "watch_process"))
    }

    /// Ends a registration, before its file descriptor is closed. A call of the source that is running on
    /// the I/O thread may still finish; none starts any more.
    pub fn deregister(&self, token: Token) {
        let _ = token;
    }

    /// Runs `job` on the I/O thread after `delay`.
    ///
    /// # Errors
    /// As [`watch_process`](Self::watch_process).
    pub fn after(&self, delay: Duration, job: impl FnOnce() + Send + 'static) -> Result<TimerToken> {
        let _ = (delay, job);
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, "after"))
    }

    /// Forgets a timer; it may be running on the I/O thread or have run already.
    pub fn cancel(&self, timer: TimerToken) {
        let _ = timer;
    }

    /// Adds a source.
    ///
    /// # Errors
    /// As [`watch_process`](Self::watch_process).
    pub fn register(&self, source: Arc<dyn Source>, interest: Interest) -> Result<Token> {
        let _ = (source, interest);
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, "register"))
    }
}
