//! Devices.

#![forbid(unsafe_code)]

use crate::conf::domain::Devices;
use crate::error::Result;

/// Refuses what the driver cannot do.
pub fn check(_: &Devices) -> Result<()> {
    Ok(())
}
