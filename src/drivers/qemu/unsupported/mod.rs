//! What a definition may say and this driver cannot do yet: refused by name when it is defined, so that no guest
//! runs with less than its XML asks for. One file per part of the XML; what the driver learns leaves its list.

#![forbid(unsafe_code)]

mod devices;
mod head;
mod tuning;

use crate::conf::domain::DomainDef;
use crate::error::Result;

/// Fails with `VIR_ERR_CONFIG_UNSUPPORTED` and the name of the first thing that is not supported.
pub fn check(def: &DomainDef) -> Result<()> {
    head::check(def)?;
    tuning::check(def)?;
    devices::check(&def.devices)
}
