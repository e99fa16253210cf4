//! Saving a domain to a file and restoring it, and core dumps.

#![forbid(unsafe_code)]

use super::Driver;

/// Saving to files, managed save images, core dumps.
pub trait SaveDriver: Driver {}
