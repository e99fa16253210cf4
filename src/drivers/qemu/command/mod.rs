//! The command line of a QEMU process, made from a live definition. No process is started here.
//!
//! The arguments and their order are those of libvirt 9.0, so that the same definition gives the guest the same
//! hardware from either. `args` collects them; the other files have a subject each.

#![forbid(unsafe_code)]

mod args;
mod block;
mod chardev;
mod display;
mod machine;
mod peripherals;

use std::ffi::OsString;
use std::os::fd::RawFd;
use std::path::Path;

use args::Args;

use crate::conf::domain::DomainDef;
use crate::conf::domain::clock::ClockOffset;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::monitor::Protocol;

/// What the command line needs to know and the definition does not say.
#[derive(Clone, Copy, Debug)]
pub struct CommandContext<'a> {
    /// The program.
    pub emulator: &'a Path,
    /// How the driver talks to it.
    pub monitor: MonitorArg<'a>,
    /// Folder for files of this run.
    pub domain_dir: &'a Path,
    /// The present time, in seconds since 1970; a variable clock starts relative to it.
    pub now_s: i64,
}

/// The monitor.
#[derive(Clone, Copy, Debug)]
pub enum MonitorArg<'a> {
    /// A listening socket, as the child will see it.
    Handed {
        /// Its number.
        fd: RawFd,
        /// What is spoken on it.
        protocol: Protocol,
    },
    /// A socket for the old monitor, which the program makes there.
    Socket(&'a Path),
    /// A terminal for it, which the program opens and names in its output.
    Terminal,
}

impl MonitorArg<'_> {
    /// Whether the program tells what happens to the guest.
    fn tells_events(&self) -> bool {
        matches!(self, Self::Handed { protocol: Protocol::Json, .. })
    }
}

/// A program with its arguments and environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Begins with the program.
    pub argv: Vec<OsString>,
    /// Variables to set beside what the child gets anyway.
    pub env: Vec<(OsString, OsString)>,
}

/// The command line for `def`, which [`DomainDef::prepare_live`] has made ready and whose VNC ports are set.
pub fn build(def: &DomainDef, ctx: &CommandContext<'_>) -> Result<Command> {
    let mut args = Args::new(ctx.emulator);
    machine::identity(&mut args, def);
    machine::hardware(&mut args, def)?;
    machine::control(&mut args, def, ctx);
    machine::clock(&mut args, def, ctx);
    machine::firmware(&mut args, def, ctx);
    peripherals::controllers(&mut args, def);
    block::disks(&mut args, def)?;
    peripherals::interfaces(&mut args, def)?;
    chardev::serials(&mut args, def)?;
    chardev::parallels(&mut args, def)?;
    chardev::channels(&mut args, def)?;
    chardev::consoles(&mut args, def)?;
    peripherals::inputs(&mut args, def)?;
    display::audios(&mut args, def);
    display::graphics(&mut args, def, ctx)?;
    display::videos(&mut args, def)?;
    peripherals::watchdogs(&mut args, def)?;
    peripherals::memballoon(&mut args, def);
    for arg in &def.commandline.args {
        args.bare(arg);
    }
    machine::sandbox(&mut args);
    peripherals::panics(&mut args, def);
    args.option("-msg", "timestamp=on");
    Ok(Command { argv: args.finish(), env: environment(def) })
}

fn environment(def: &DomainDef) -> Vec<(OsString, OsString)> {
    let zone = match &def.clock.offset {
        ClockOffset::Timezone(zone) => Some(("TZ".into(), zone.into())),
        _ => None,
    };
    let user = def.commandline.env.iter();
    zone.into_iter()
        .chain(user.map(|(name, value)| (name.into(), value.as_deref().unwrap_or_default().into())))
        .collect()
}

/// A definition that cannot be started, although it can be defined.
fn unsupported(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, detail)
}
