//! What POWER CPUs have in common: all or nothing.

#![forbid(unsafe_code)]

use super::def::{Fallback, GuestCpu, HostCpu};
use super::map::{MAP, find, vendor};
use super::{failed, other_vendor, unknown_model, unknown_vendor};
use crate::error::Result;

/// The model that all of `cpus`, which are not none, are of.
pub fn baseline(cpus: &[HostCpu]) -> Result<GuestCpu> {
    let model = find(&MAP.ppc64, &cpus[0].model).ok_or_else(|| unknown_model(&cpus[0].model))?;
    for cpu in cpus {
        if cpu.model != model.name {
            return Err(failed("CPUs are incompatible"));
        }
        let Some(name) = &cpu.vendor else { continue };
        let named = vendor(&MAP.ppc64, name).ok_or_else(|| unknown_vendor(name))?;
        if model.vendor.is_some_and(|own| own != named) {
            return Err(other_vendor(model, name));
        }
    }
    Ok(GuestCpu { fallback: Fallback::Forbid, ..GuestCpu::new(model.name) })
}
