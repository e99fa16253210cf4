//! Definitions of domains, and of snapshots and checkpoints of them: from XML to typed data and back. Plain data,
//! no I/O.

#![forbid(unsafe_code)]

pub mod checkpoint;
pub mod cpuset;
pub mod domain;
pub mod moment;
pub mod snapshot;
