//! A program's callback with the stream that it is about.

#![forbid(unsafe_code)]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Stream;
use crate::event::callback::StreamCallback;

/// A callback that is registered for a stream. It is freed with its last count, after a call that is going on.
pub struct Registration {
    stream: Arc<Stream>,
    callback: StreamCallback,
    /// The program's pointer is not to be freed.
    abandoned: AtomicBool,
}

impl Registration {
    /// `callback` for `stream`.
    pub fn new(stream: Arc<Stream>, callback: StreamCallback) -> Arc<Self> {
        Arc::new(Self { stream, callback, abandoned: AtomicBool::new(false) })
    }

    /// Tells the program of `events` (`virStreamEventType`).
    pub fn tell(&self, events: i32) {
        self.callback.invoke(&self.stream, events);
    }

    /// Leaves the program its pointer.
    pub fn abandon(&self) {
        self.abandoned.store(true, Ordering::Relaxed);
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        if *self.abandoned.get_mut() {
            self.callback.keep_opaque();
        }
    }
}
