//! Which program runs a domain, and whether it can.

#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::env;
use std::io::{self, Read, Seek};
use std::os::fd::AsFd;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use nix::unistd::{AccessFlags, access};

use crate::conf::domain::{DomainDef, DomainKind};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::process::{Launch, Process, Signal};
use crate::util::{file, lock};

/// Where Debian and most others put it, if the search path does not lead there.
const USUAL_FOLDER: &str = "/usr/bin";

/// More than the longest help text.
const MOST_OUTPUT: u64 = 1 << 20;

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

/// What is known about the versions of emulators: in memory, and in a file for later processes, so that a known
/// emulator is not asked again. A version is major * 1,000,000 + minor * 1,000 + release.
///
/// Lock order: the lock here is a leaf; it is held while the file is written, but not while an emulator is asked.
pub struct Versions {
    file: PathBuf,
    known: Mutex<Option<HashMap<PathBuf, Known>>>,
}

/// What one program said, and which program that was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    stamp: Stamp,
    /// `None` if it does not tell.
    version: Option<u64>,
}

/// What changes with a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    seconds: i64,
    nanoseconds: i64,
    size: u64,
}

impl Stamp {
    fn of(program: &Path) -> io::Result<Self> {
        let metadata = program.metadata()?;
        Ok(Self { seconds: metadata.mtime(), nanoseconds: metadata.mtime_nsec(), size: metadata.size() })
    }
}

impl Versions {
    /// Remembers in `file`, which need not exist.
    pub fn new(file: PathBuf) -> Self {
        Self { file, known: Mutex::default() }
    }

    /// The version of `program`, which is asked if it is new or has changed; `None` if it does not tell.
    pub fn of(&self, program: &Path) -> Option<u64> {
        let stamp = Stamp::of(program).ok()?;
        let known = lock(&self.known).get_or_insert_with(|| read_known(&self.file)).get(program).copied();
        if let Some(known) = known.filter(|known| known.stamp == stamp) {
            return known.version;
        }
        let version = ask(program).unwrap_or_else(|error| {
            log::warn!("emulator '{}' does not tell its version: {error}", program.display());
            None
        });
        let mut known = lock(&self.known);
        let known = known.get_or_insert_default();
        known.insert(program.to_owned(), Known { stamp, version });
        if version.is_some()
            && let Err(error) = file::replace(&self.file, &written(known), 0o600)
        {
            log::warn!("the versions of emulators are not saved: {error}");
        }
        version
    }

    /// The version of this system's own emulator.
    pub fn of_host(&self) -> Result<u64> {
        let program = find(env::consts::ARCH)?;
        self.of(&program).ok_or_else(|| {
            let text = format!("cannot find out the version of {}", program.display());
            Error::internal(ErrorDomain::VIR_FROM_QEMU, text)
        })
    }
}

/// Reads what [`written`] has written; lines that are something else are passed over.
fn read_known(file: &Path) -> HashMap<PathBuf, Known> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let line = |line: &str| {
        let mut words = line.splitn(5, ' ');
        let version = Some(words.next()?.parse().ok()?);
        let (seconds, nanoseconds) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let stamp = Stamp { seconds, nanoseconds, size: words.next()?.parse().ok()? };
        Some((PathBuf::from(words.next()?), Known { stamp, version }))
    };
    text.lines().filter_map(line).collect()
}

/// A line for each: version, time of the last change, size, path.
fn written(known: &HashMap<PathBuf, Known>) -> String {
    let line = |(path, known): (&PathBuf, &Known)| {
        let path = path.to_str().filter(|path| !path.contains('\n'))?;
        let Stamp { seconds, nanoseconds, size } = known.stamp;
        Some(format!("{} {seconds} {nanoseconds} {size} {path}\n", known.version?))
    };
    known.iter().filter_map(line).collect()
}

/// Asks a program for its version. The oldest ones only tell it above their help.
fn ask(program: &Path) -> io::Result<Option<u64>> {
    for option in ["--version", "-help"] {
        if let Some(version) = parse_version(&print(program, option)?) {
            return Ok(Some(version));
        }
    }
    Ok(None)
}

/// What the program prints with an option. It runs as a guest does, so that our program sees no child.
fn print(program: &Path, option: &str) -> io::Result<String> {
    let mut output = tempfile::tempfile()?;
    let argv = [program.as_os_str().to_owned(), option.into()];
    let env = [("LC_ALL".into(), "C".into())];
    let launch = Launch { argv: &argv, env: &env, output: output.as_fd(), fds: &[], umask: 0o077 };
    let process = Process::spawn(&launch)?;
    if !process.wait(PATIENCE) {
        process.signal(Signal::KILL)?;
        return Err(io::ErrorKind::TimedOut.into());
    }
    let mut bytes = Vec::new();
    output.rewind()?;
    output.take(MOST_OUTPUT).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads "QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7)" and "QEMU PC emulator version 0.9.1, Copyright ...".
fn parse_version(text: &str) -> Option<u64> {
    let version = text.split_once("emulator version ")?.1;
    let version = version.split(|c: char| !c.is_ascii_digit() && c != '.').next()?;
    let mut parts = version.split('.').map(|part| part.parse::<u64>().ok());
    let (major, minor) = (parts.next()??, parts.next()??);
    Some(major * 1_000_000 + minor * 1_000 + parts.next().flatten().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn reads_versions() {
        assert_eq!(parse_version("QEMU emulator version 7.2.22 (Debian 1:7.2)\n"), Some(7_002_022));
        assert_eq!(parse_version("QEMU emulator version 10.0\n"), Some(10_000_000));
        assert_eq!(
            parse_version("QEMU PC emulator version 0.9.1, Copyright (c) 2003-2008 X\nusage: qemu"),
            Some(9_001)
        );
        assert_eq!(parse_version("something else"), None);
    }

    /// NEG-3: every emulator is asked once, also by later processes, and again when it has changed.
    #[test]
    fn a_known_emulator_is_not_asked_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let program = path("emulator one");
        let asked = || std::fs::read_to_string(path("asked")).unwrap_or_default();
        let write = |body: &str| {
            let body = format!("#!/bin/sh\necho \"$1\" >> '{}'\n{body}\n", path("asked").display());
            std::fs::write(&program, body).unwrap();
            std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        };
        write("echo QEMU emulator version 0.11.1, Copyright");
        let versions = Versions::new(path("versions"));
        assert_eq!((versions.of(&program), versions.of(&program)), (Some(11_001), Some(11_001)));
        let later = Versions::new(path("versions"));
        assert_eq!(later.of(&program), Some(11_001));
        assert_eq!(asked(), "--version\n");

        // The oldest know no such option.
        write("test \"$1\" = -help && echo 'QEMU PC emulator version 0.9.1, Copyright'");
        assert_eq!(later.of(&program), Some(9_001));
        assert_eq!(asked(), "--version\n--version\n-help\n");
        write("exit 1");
        assert_eq!((later.of(&program), later.of(&program)), (None, None));
        assert_eq!(asked().lines().count(), 5);
        assert_eq!(later.of(Path::new("/nonexistent")), None);
        std::fs::write(path("versions"), "damaged\n1 2\n").unwrap();
        assert_eq!(read_known(&path("versions")), HashMap::new());
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
