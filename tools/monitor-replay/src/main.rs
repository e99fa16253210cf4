//! Shows what oxvirt's monitor makes of a recorded dialogue with QEMU.

#![forbid(unsafe_code)]

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

/// Shows what oxvirt's monitor makes of a recorded dialogue with QEMU.
///
/// A program that runs with OXVIRT_MONITOR_RECORD=FOLDER in its environment leaves a file NAME-PID-NUMBER.monitor in
/// FOLDER for every QEMU monitor that it opens: every byte in both directions, with its time and with passwords
/// replaced by stars. This tool reads such a file with the reader of the live monitor, whatever the pieces in which the
/// bytes came, and prints one line for each thing that happened:
///
///   TIME > COMMAND    what was sent to QEMU
///   TIME < ANSWER     what came back
///   TIME CALLBACK     what the driver was told: first the event as QEMU sent it, then what was understood
///   TIME # REMARK     how the connection ended
///
/// The time counts seconds from the opening. A file that cannot be read ends with exit status 1.
#[derive(Parser)]
#[command(name = "monitor-replay", verbatim_doc_comment)]
struct Arguments {
    /// The recording.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let mut status = ExitCode::SUCCESS;
    for file in Arguments::parse().files {
        let shown = file.display();
        // Escaped, so that only a foreign file is no text.
        let lines = std::fs::read_to_string(&file).map_err(|error| error.to_string()).and_then(|recording| {
            virt::monitor::replay(&recording).map_err(|error| error.message().to_owned())
        });
        let printed = match lines {
            Ok(lines) => lines.iter().try_for_each(|line| writeln!(io::stdout(), "{line}")),
            Err(error) => {
                status = ExitCode::FAILURE;
                writeln!(io::stderr(), "monitor-replay: {shown}: {error}")
            }
        };
        if printed.is_err() {
            return status; // the reader has seen enough
        }
    }
    status
}
