//! Where a driver's events come from when they are not its own: somewhere they have to be asked for.

#![forbid(unsafe_code)]

use super::class::Topic;
use crate::error::Result;
use crate::ident::ObjectId;

/// Asked for events when the first listener comes, and told when the last has gone. `object` is the one that the
/// listeners want to hear of; `None` stands for all objects. One call at a time, with nothing locked that an event or
/// a listener needs.
pub trait Upstream: Send + Sync {
    /// The first listener has come. If this fails, so does its registration.
    fn begin(&self, topic: Topic, object: Option<&ObjectId>) -> Result<()>;
    /// The last listener has gone.
    fn end(&self, topic: Topic, object: Option<&ObjectId>) -> Result<()>;
}
