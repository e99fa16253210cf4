//! Memory: how much there is, and its limits.

#![forbid(unsafe_code)]

use crate::conf::domain::DomainDef;
use crate::conf::domain::simple::MemballoonModel;
use crate::domain::impact;
use crate::drivers::test::FROM;
use crate::drivers::test::guest::Guest;
use crate::error::{Error, ErrorCode, Result};
use crate::typed_param::{TypedKind, TypedParameter, TypedValue};

const HARD: &str = "hard_limit";
const SOFT: &str = "soft_limit";
const SWAP: &str = "swap_hard_limit";

/// The limits, in the original's order.
pub const PARAMS: [(&str, TypedKind); 3] =
    [(HARD, TypedKind::ULLong), (SOFT, TypedKind::ULLong), (SWAP, TypedKind::ULLong)];

/// Changes the memory, or, with `maximum`, the most that it can be.
pub fn set(guest: &mut Guest, kib: u64, maximum: bool, flags: u32) -> Result<()> {
    let active = guest.is_active();
    let live = active && flags & impact::CONFIG == 0;
    let def = guest.one_def_mut(flags)?;
    if !maximum {
        if kib > def.memory_kib {
            return Err(Error::invalid_arg(FROM, "cannot set memory higher than max memory"));
        }
        def.current_memory_kib = kib;
        return Ok(());
    }
    let invalid = |detail| Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, detail));
    if live {
        return invalid("cannot resize the maximum memory on an active domain");
    }
    if !def.numa_cells().is_empty() {
        return invalid("initial memory size of a domain with NUMA nodes cannot be modified with this API");
    }
    if def.max_memory.as_ref().is_some_and(|max| max.kib < kib) {
        return invalid("cannot set initial memory size greater than the maximum memory size");
    }
    def.memory_kib = kib;
    def.current_memory_kib = def.current_memory_kib.min(kib);
    Ok(())
}

/// Changes how often the guest reports its use of memory.
pub fn set_stats_period(def: &mut DomainDef, period_s: u32) -> Result<()> {
    let balloon = def.devices.memballoon.as_mut().filter(|balloon| balloon.model != MemballoonModel::None);
    let balloon = balloon.ok_or_else(|| {
        let detail = "No memory balloon device configured, can not set the collection period";
        Error::internal(FROM, detail)
    })?;
    balloon.stats_period_s = Some(period_s).filter(|period| *period != 0);
    Ok(())
}

/// The limits.
pub fn params(def: &DomainDef) -> Vec<TypedParameter> {
    let limits = &def.tuning.memory;
    [(HARD, limits.hard_limit_kib), (SOFT, limits.soft_limit_kib), (SWAP, limits.swap_hard_limit_kib)]
        .map(|(name, kib)| TypedParameter::new(name, TypedValue::ULLong(kib)))
        .into()
}

/// Changes limits.
pub fn set_params(guest: &mut Guest, params: &[TypedParameter], flags: u32) -> Result<()> {
    let given = |name| params.iter().find(|param| param.field == name).map(|param| param.value.ullong());
    let (hard, soft, swap) = (given(HARD), given(SOFT), given(SWAP));
    // As the original: what is not given is compared as it is now, also for a change of the next start.
    let now = guest.def(false).tuning.memory.clone();
    let limits = &mut guest.one_def_mut(flags)?.tuning.memory;
    if (hard.is_some() || swap.is_some())
        && hard.unwrap_or(now.hard_limit_kib) > swap.unwrap_or(now.swap_hard_limit_kib)
    {
        let detail = "memory hard_limit tunable value must be lower than or equal to swap_hard_limit";
        return Err(Error::invalid_arg(FROM, detail));
    }
    limits.hard_limit_kib = hard.unwrap_or(limits.hard_limit_kib);
    limits.soft_limit_kib = soft.unwrap_or(limits.soft_limit_kib);
    limits.swap_hard_limit_kib = swap.unwrap_or(limits.swap_hard_limit_kib);
    Ok(())
}
