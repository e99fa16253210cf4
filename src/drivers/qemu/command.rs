//! The command line of a QEMU process, made from a live definition. No process is started here.

#![forbid(unsafe_code)]

use std::ffi::OsString;
use std::os::fd::RawFd;
use std::path::Path;

use crate::conf::domain::DomainDef;
use crate::error::{Error, ErrorDomain, Result};

/// What the command line needs to know and the definition does not say.
#[derive(Clone, Copy, Debug)]
pub struct CommandContext<'a> {
    /// The program.
    pub emulator: &'a Path,
    /// The listening monitor socket, as the child will see it.
    pub monitor_fd: RawFd,
    /// Folder for files of this run.
    pub domain_dir: &'a Path,
    /// The present time, in seconds since 1970; a variable clock starts relative to it.
    pub now_s: i64,
}

/// A program with its arguments and environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Begins with the program.
    pub argv: Vec<OsString>,
    /// Variables to set beside what the child gets anyway.
    pub env: Vec<(OsString, OsString)>,
}

/// The command line for `def`, which [`DomainDef::prepare_live`] has made ready.
pub fn build(def: &DomainDef, ctx: &CommandContext<'_>) -> Result<Command> {
    let _ = (def, ctx);
    Err(Error::no_support(ErrorDomain::VIR_FROM_QEMU, "build"))
}
