//! Who is told of events: the seam between the machinery, which knows no C, and the callbacks of programs.

#![forbid(unsafe_code)]

use std::any::Any;
use std::ffi::CString;
use std::sync::Arc;

use super::class::Event;

/// Somebody who registered. Dropped when it is certain that no call comes any more.
pub trait Listener: Send + Sync {
    /// Tells of one event, with no lock held. May call the machinery again, and may end the thread.
    fn tell(&self, event: &Event, lent: &mut Lent);

    /// Registering failed: what belongs to the program stays with it.
    fn refuse(self: Box<Self>);
}

/// What the listeners of one event share, so that it is made once.
#[derive(Default)]
pub struct Lent {
    /// The event's texts as C reads them.
    pub texts: Option<Vec<Option<CString>>>,
    /// The handle that the last listener was given.
    pub handle: Option<Arc<dyn Any + Send + Sync>>,
}
