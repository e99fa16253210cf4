//! Virtual CPUs, memory and the limits on what a domain may use.

#![forbid(unsafe_code)]

use super::Driver;

/// Virtual CPUs, memory, I/O threads, and limits: scheduler, block I/O, network, NUMA, perf events.
pub trait TuningDriver: Driver {}
