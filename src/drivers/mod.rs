//! The drivers, and which of them answers for a URI.

#![forbid(unsafe_code)]

pub mod qemu;
pub mod test;

use crate::driver::Opened;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Opens `uri` (the default for `None` or empty text) with the responsible driver.
pub fn open(uri: Option<&str>, read_only: bool) -> Result<Opened> {
    let _ = read_only;
    let uri = uri.unwrap_or_default();
    Err(Error::new(ErrorCode::VIR_ERR_NO_CONNECT, ErrorDomain::VIR_FROM_NONE, uri))
}
