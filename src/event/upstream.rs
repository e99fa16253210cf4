//! Where a driver's events come from when they are not its own: somewhere they have to be asked for.

#![forbid(unsafe_code)]

use super::registrations::Wanted;
use crate::error::Result;

/// Asked for events when the first listener for a topic and an object, or for all objects, comes, and told when the last
/// has gone; each listener with a filter is the first and the last. One call at a time, with nothing locked that an event
/// or a listener needs.
pub trait Upstream: Send + Sync {
    /// Fails where nothing can be asked for at all; before anything is locked.
    fn check(&self) -> Result<()> {
        Ok(())
    }

    /// The first listener has come. If this fails, so does its registration.
    fn begin(&self, wanted: &Wanted) -> Result<()>;
    /// The last listener has gone.
    fn end(&self, wanted: &Wanted) -> Result<()>;
}
