//! Event machinery: the event loop that programs run, and the events of objects that it delivers.
//!
//! Everything in the library that needs a timer or watches a file descriptor for the program goes through
//! the functions here, to the implementation that the program registered: the default loop or a foreign one.

pub mod callback;
mod class;
pub mod closing;
pub mod default_loop;
pub mod domain;
mod listener;
#[cfg(shuttle)]
mod model;
pub mod payload;
#[cfg(not(shuttle))]
mod poller;
mod registrations;
mod registry;
mod source;
pub(crate) mod sync;
mod timers;
mod upstream;
mod watches;

pub use class::{About, Class, Event, Payload, Topic};
pub use listener::{Lent, Listener};
pub use registrations::{CallbackId, Filter, Owner, Reach, Subscription, Wanted};
pub use registry::{
    add_handle, add_timeout, register_default, register_foreign, remove_handle, remove_timeout, require,
    run_default, update_handle, update_timeout,
};
pub use source::Events;
pub use upstream::Upstream;
