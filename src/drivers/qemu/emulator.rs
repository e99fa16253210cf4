//! Which program runs a domain, and whether it can.

#![forbid(unsafe_code)]

use std::env;
use std::io::{self, Read, Seek};
use std::os::fd::AsFd;
use std::path::{Path, PathBuf};
use std::time::Duration;

use nix::unistd::{AccessFlags, access};

use crate::conf::domain::{DomainDef, DomainKind};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::process::{Launch, Process, Signal};

/// Where Debian and most others put it, if the search path does not lead there.
const USUAL_FOLDER: &str = "/usr/bin";

/// How long an emulator may take to print its version.
const PATIENCE: Duration = Duration::from_secs(10);

/// Gives `def` an emulator if its XML names none, and checks that it can be run and is for domains of this type.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` that names the program, `VIR_ERR_CONFIG_UNSUPPORTED` if there is none to choose or it is
/// for others.
pub fn settle(def: &mut DomainDef) -> Result<()> {
    let emulator = match def.devices.emulator.take() {
        Some(emulator) => emulator,
        None => find(def.os.arch.as_deref().unwrap_or(env::consts::ARCH))?,
    };
    check(&emulator)?;
    if !matches!(def.kind, DomainKind::Qemu | DomainKind::Kvm) {
        let text = format!("Emulator '{}' does not support virt type '{}'", emulator.display(), def.kind);
        return Err(Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, text));
    }
    def.devices.emulator = Some(emulator);
    Ok(())
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

/// Version of this system's own emulator: major * 1,000,000 + minor * 1,000 + release.
pub fn version() -> Result<u64> {
    let program = find(env::consts::ARCH)?;
    let text = print_version(&program).unwrap_or_default();
    parse_version(&text).ok_or_else(|| {
        let text = format!("cannot find out the version of {}", program.display());
        Error::internal(ErrorDomain::VIR_FROM_QEMU, text)
    })
}

/// What the program says about its version. It runs as a guest does, so that our program sees no child.
fn print_version(program: &Path) -> io::Result<String> {
    let mut output = tempfile::tempfile()?;
    let argv = [program.as_os_str().to_owned(), "--version".into()];
    let env = [("LC_ALL".into(), "C".into())];
    let launch = Launch { argv: &argv, env: &env, output: output.as_fd(), fds: &[], umask: 0o077 };
    let process = Process::spawn(&launch)?;
    if !process.wait(PATIENCE) {
        process.signal(Signal::KILL)?;
        return Err(io::ErrorKind::TimedOut.into());
    }
    let mut text = String::new();
    output.rewind()?;
    output.read_to_string(&mut text)?;
    Ok(text)
}

/// Reads "QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7)".
fn parse_version(text: &str) -> Option<u64> {
    let version = text.split_once("version ")?.1;
    let version = version.split(|c: char| !c.is_ascii_digit() && c != '.').next()?;
    let mut parts = version.split('.').map(|part| part.parse::<u64>().ok());
    let (major, minor) = (parts.next()??, parts.next()??);
    Some(major * 1_000_000 + minor * 1_000 + parts.next().flatten().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions() {
        assert_eq!(parse_version("QEMU emulator version 7.2.22 (Debian 1:7.2)\n"), Some(7_002_022));
        assert_eq!(parse_version("QEMU emulator version 10.0\n"), Some(10_000_000));
        assert_eq!(parse_version("something else"), None);
    }

    #[test]
    fn runs_no_domains_of_other_drivers() {
        for (kind, expected) in [
            ("kvm", Ok(())),
            ("test", Err("unsupported configuration: Emulator '/bin/sh' does not support virt type 'test'")),
            ("xen", Err("unsupported configuration: Emulator '/bin/sh' does not support virt type 'xen'")),
        ] {
            let xml = format!(
                "<domain type='{kind}'><name>a</name><memory>1</memory><os><type>hvm</type></os>\
                 <devices><emulator>/bin/sh</emulator></devices></domain>"
            );
            let mut def = DomainDef::parse(&xml).unwrap();
            let result = settle(&mut def).map_err(|error| error.message().to_owned());
            assert_eq!(result, expected.map_err(str::to_owned));
        }
    }

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
