//! The stream handle: data on its way to or from the program, through whatever a driver has attached.
//!
//! Lock order: the lock here guards a single field and is a leaf.

#![forbid(unsafe_code)]

mod all;
mod fd;
mod registration;

use std::sync::{Arc, Mutex};

pub use all::Section;
pub use fd::FdStream;
pub use registration::Registration;

use crate::abi::_virStreamFlags;
use crate::connect::Connect;
use crate::driver::{Driver, StreamDriver};
use crate::error::{ErrorDomain, Result};
use crate::event::callback::StreamCallback;
use crate::handle::Magic;
use crate::util::lock;

/// Where errors of streams come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_STREAMS;

/// What a `virStreamPtr` points to.
#[repr(C)]
pub struct Stream {
    magic: Magic,
    conn: Arc<Connect>,
    non_blocking: bool,
    driver: Mutex<Arc<dyn StreamDriver>>,
}

impl Stream {
    /// "vStr"
    pub const MAGIC: u32 = 0x7653_7472;

    /// A stream without a transfer. `flags` are `virStreamFlags`; as in the original, unknown ones are ignored.
    pub fn new(conn: Arc<Connect>, flags: u32) -> Arc<Self> {
        Arc::new(Self {
            magic: Magic::new(Self::MAGIC),
            conn,
            non_blocking: flags & _virStreamFlags::VIR_STREAM_NONBLOCK as u32 != 0,
            driver: Mutex::new(Arc::new(Unattached)),
        })
    }

    /// The connection that the handle belongs to.
    pub fn conn(&self) -> &Arc<Connect> {
        &self.conn
    }

    /// Whether calls never wait.
    pub fn is_non_blocking(&self) -> bool {
        self.non_blocking
    }

    /// What is behind the stream.
    pub fn driver(&self) -> Arc<dyn StreamDriver> {
        Arc::clone(&lock(&self.driver))
    }

    /// Begins a transfer. What was attached before is dropped.
    pub fn attach(&self, driver: Arc<dyn StreamDriver>) {
        let before = std::mem::replace(&mut *lock(&self.driver), driver);
        drop(before);
    }

    /// Is as before the first transfer. What was attached is dropped.
    pub fn detach(&self) {
        self.attach(Arc::new(Unattached));
    }

    /// Has `callback` called at `events` (`virStreamEventType`). If that fails the program keeps its pointer.
    pub fn add_callback(self: &Arc<Self>, events: i32, callback: StreamCallback) -> Result<()> {
        let mut callback = Some(callback);
        let outcome = self.driver().stream_event_add_callback(self, events, &mut callback);
        if let Some(refused) = callback {
            refused.disarm();
        }
        outcome
    }
}

/// A stream before its first transfer: nothing is supported but to abort it.
struct Unattached;

impl Driver for Unattached {}

impl StreamDriver for Unattached {
    fn stream_abort(&self) -> Result<()> {
        Ok(())
    }
}
