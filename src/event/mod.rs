//! Event machinery: the event loop that programs run, and the domain events that it delivers.

pub mod callback;
pub mod domain;
pub mod payload;
