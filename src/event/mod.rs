//! Event machinery: the event loop that programs run, and the domain events that it delivers.
//!
//! Everything in the library that needs a timer goes through the implementation that the program
//! registered: the default loop (`default_loop`) or a foreign one.

pub mod callback;
pub mod domain;
