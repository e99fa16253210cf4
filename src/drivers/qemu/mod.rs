//! `qemu:///embed?root=DIR`: the QEMU driver inside the calling process, with its state under `root`.

#![forbid(unsafe_code)]

pub mod command;
mod config;
mod layout;
mod ports;

use crate::driver::Opened;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::uri::Uri;

/// Opens the driver whose state is under the URI's `root`.
pub fn open(uri: &Uri, read_only: bool) -> Result<Opened> {
    let _ = read_only;
    Err(Error::new(ErrorCode::VIR_ERR_NO_CONNECT, ErrorDomain::VIR_FROM_QEMU, uri.to_string()))
}
