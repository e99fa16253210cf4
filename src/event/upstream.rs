//! Where a driver's events come from when they are not its own: somewhere they have to be asked for.

#![forbid(unsafe_code)]

use super::class::Topic;
use crate::error::Result;
use crate::ident::ObjectId;

/// What listeners want to hear of, and by which function the first says so or the last takes it back.
#[derive(Clone, Copy, Debug)]
pub struct Interest<'a> {
    /// The kind of event.
    pub topic: Topic,
    /// The object that it is about; `None` stands for all objects.
    pub object: Option<&'a ObjectId>,
    /// By `virConnectDomainEventRegister`, the oldest function, or its opposite.
    pub old_style: bool,
}

/// Asked for events when the first listener comes, and told when the last has gone. One call at a time, with nothing
/// locked that an event or a listener needs.
pub trait Upstream: Send + Sync {
    /// Fails where nothing can be asked for at all; before anything is locked.
    fn check(&self) -> Result<()> {
        Ok(())
    }

    /// The first listener has come. If this fails, so does its registration.
    fn begin(&self, interest: Interest<'_>) -> Result<()>;
    /// The last listener has gone.
    fn end(&self, interest: Interest<'_>) -> Result<()>;
}
