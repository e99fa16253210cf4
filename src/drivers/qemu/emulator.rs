//! Which program runs a domain, and whether it can.

#![forbid(unsafe_code)]

use std::env;
use std::io;
use std::path::{Path, PathBuf};

use nix::unistd::{AccessFlags, access};

use crate::conf::domain::DomainDef;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Where Debian and most others put it, if the search path does not lead there.
const USUAL_FOLDER: &str = "/usr/bin";

/// Gives `def` an emulator if its XML names none, and checks that it can be run.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` that names the program, `VIR_ERR_CONFIG_UNSUPPORTED` if there is none to choose.
pub fn settle(def: &mut DomainDef) -> Result<()> {
    if def.devices.emulator.is_none() {
        let arch = def.os.arch.as_deref().unwrap_or(env::consts::ARCH);
        def.devices.emulator = Some(find(arch)?);
    }
    def.devices.emulator.as_deref().map_or(Ok(()), check)
}

/// Checks that `program` can be run.
pub fn check(program: &Path) -> Result<()> {
    let shown = program.display();
    let error = |what: String, cause: &io::Error| Error::system(ErrorDomain::VIR_FROM_QEMU, what, cause);
    let metadata =
        program.metadata().map_err(|cause| error(format!("Cannot check QEMU binary {shown}"), &cause))?;
    let usable = if metadata.is_dir() {
        Err(io::Error::from_raw_os_error(libc::EISDIR))
    } else {
        access(program, AccessFlags::X_OK).map_err(io::Error::from)
    };
    usable.map_err(|cause| error(format!("QEMU binary {shown} is not executable"), &cause))
}

/// The emulator of this system for guests of an architecture.
fn find(arch: &str) -> Result<PathBuf> {
    let name = format!("qemu-system-{arch}");
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .chain([PathBuf::from(USUAL_FOLDER)])
        .map(|folder| folder.join(&name))
        .find(|program| program.is_absolute() && check(program).is_ok())
        .ok_or_else(|| {
            let text = format!("No emulator found for arch '{arch}'");
            Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, text)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_wrong_as_the_original_does() {
        for (program, text) in [
            ("/nonexistent/qemu", "Cannot check QEMU binary /nonexistent/qemu: No such file or directory"),
            ("/etc/passwd", "QEMU binary /etc/passwd is not executable: Permission denied"),
            ("/tmp", "QEMU binary /tmp is not executable: Is a directory"),
        ] {
            let error = check(Path::new(program)).unwrap_err();
            assert_eq!(error.message(), text);
            assert_eq!(error.code(), ErrorCode::VIR_ERR_SYSTEM_ERROR);
        }
        check(Path::new("/bin/sh")).unwrap();
    }
}
