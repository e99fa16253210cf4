//! `test:///default`: a host with one domain that exists in memory only.

#![forbid(unsafe_code)]

use crate::driver::Opened;
use crate::error::{Error, ErrorDomain, Result};
use crate::util::uri::Uri;

/// Opens `test:///default`, the only host of this driver so far.
pub fn open(uri: &Uri) -> Result<Opened> {
    Err(Error::no_support(ErrorDomain::VIR_FROM_TEST, "open"))
}
