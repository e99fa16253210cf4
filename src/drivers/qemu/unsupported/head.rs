//! The elements before `<devices>`, other than tuning.

#![forbid(unsafe_code)]

use crate::conf::domain::DomainDef;
use crate::error::Result;

/// Refuses what the driver cannot do.
pub fn check(_: &DomainDef) -> Result<()> {
    Ok(())
}
