//! Statistics of domains.

#![forbid(unsafe_code)]

use super::Driver;

/// Statistics: CPUs, memory, block devices, network interfaces, jobs, and all at once.
pub trait StatsDriver: Driver {}
