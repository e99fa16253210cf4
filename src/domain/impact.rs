//! Which definitions of a domain a call is about: `virDomainModificationImpact`.

#![forbid(unsafe_code)]

use crate::abi::virDomainModificationImpact as Impact;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// The running domain.
pub const LIVE: u32 = Impact::VIR_DOMAIN_AFFECT_LIVE as u32;
/// The definition for the next start.
pub const CONFIG: u32 = Impact::VIR_DOMAIN_AFFECT_CONFIG as u32;

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

/// The definitions that flags mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Affected {
    /// The running domain's.
    pub live: bool,
    /// That for the next start.
    pub config: bool,
}

/// Fails if `flags` ask for both definitions of a domain where a driver works on one.
pub fn check_exclusive(flags: u32) -> Result<()> {
    if flags & LIVE != 0 && flags & CONFIG != 0 {
        let message = "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive";
        return Err(Error::bad_argument(FROM, "virDomainObjGetOneDefState", "flags", message.to_owned()));
    }
    Ok(())
}

/// What `flags` mean for a domain; without any it is the running domain, or the definition of one that does not run.
pub fn affected(flags: u32, active: bool, persistent: bool) -> Result<Affected> {
    let invalid = |detail| Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, detail));
    let (mut live, mut config) = (flags & LIVE != 0, flags & CONFIG != 0);
    if !live && !config {
        (live, config) = (active, !active);
    }
    if live && !active {
        return invalid("domain is not running");
    }
    if config && !persistent {
        return invalid("transient domains do not have any persistent config");
    }
    Ok(Affected { live, config })
}
