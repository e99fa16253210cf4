//! Domain definitions: from XML to typed data and back. Plain data, no I/O.

#![forbid(unsafe_code)]

pub mod cpuset;
pub mod domain;
