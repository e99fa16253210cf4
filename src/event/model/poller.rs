//! The kernel's part of the default loop, for the model tests: no file descriptors, only wake-ups.

use std::os::fd::RawFd;
use std::sync::{Arc, PoisonError};

use nix::errno::Errno;
use nix::sys::epoll::{EpollEvent, EpollFlags};

use crate::event::sync::{Condvar, Mutex, lock};

/// Like an eventfd: stays set until it is read.
#[derive(Default)]
struct Wake {
    set: Mutex<bool>,
    changed: Condvar,
}

/// See the real one.
#[derive(Default)]
pub struct Poller(Arc<Wake>);

impl Poller {
    pub fn new() -> Result<Self, Errno> {
        Ok(Self::default())
    }

    pub fn rebuild(&mut self) -> Result<(), Errno> {
        Ok(())
    }

    pub fn is_empty(&self) -> bool {
        true
    }

    pub fn set(&mut self, _: RawFd, _: Option<u32>) -> bool {
        false
    }

    pub fn waker(&self) -> Waker {
        Waker(Arc::clone(&self.0))
    }

    pub fn waiter(&self) -> Waiter {
        Waiter(Arc::clone(&self.0))
    }

    pub fn collect(&mut self, _: &Waiter, found: &[EpollEvent], _: impl FnMut(RawFd, u32)) {
        if !found.is_empty() {
            *lock(&self.0.set) = false;
        }
    }
}

pub struct Waker(Arc<Wake>);

impl Waker {
    pub fn wake(&self) {
        *lock(&self.0.set) = true;
        self.0.changed.notify_one();
    }
}

pub struct Waiter(Arc<Wake>);

impl Waiter {
    /// Waits for a wake-up; a wait with a time limit ends at once.
    pub fn wait(&mut self, timeout_ms: i32, found: &mut Vec<EpollEvent>) {
        let mut set = lock(&self.0.set);
        while timeout_ms < 0 && !*set {
            set = self.0.changed.wait(set).unwrap_or_else(PoisonError::into_inner);
        }
        found.clear();
        if *set {
            found.push(EpollEvent::new(EpollFlags::EPOLLIN, 0));
        }
    }
}
