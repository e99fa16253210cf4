//! `fakeqemu`: an emulator that is only a monitor. It speaks QMP or the text monitor of a chosen version of QEMU about a
//! machine that is pretended, and a script can make it misbehave. See README.md.

mod args;
mod commands;
mod conn;
mod control;
mod dispatch;
mod endpoint;
mod engine;
mod log;
mod probe;
mod qmp;
mod random;
mod script;
mod start;
mod text;
mod version;
mod world;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// What `--help` prints.
const HELP: &str = include_str!("help.txt");

fn main() -> ExitCode {
    let mut args: Vec<OsString> = std::env::args_os().collect();
    let program = args.remove(0);
    let mut script = std::env::var_os("FAKEQEMU_SCRIPT").map(PathBuf::from);
    match args.first().and_then(|arg| arg.to_str()) {
        Some("--help") => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Some("--script") if args.len() > 1 => {
            script = Some(PathBuf::from(args.remove(1)));
            args.remove(0);
        }
        _ => {}
    }
    match start::run(&program, script.as_deref(), &args) {
        Ok(status) => ExitCode::from(u8::try_from(status).unwrap_or(1)),
        Err(error) => {
            eprintln!("fakeqemu: {error}");
            ExitCode::FAILURE
        }
    }
}
