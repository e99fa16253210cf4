//! Which daemon of this host a URI means, where it listens, and starting the user's own.

#![forbid(unsafe_code)]

use std::env;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::fd::AsFd;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use nix::fcntl::{FcntlArg, fcntl};

use super::FROM;
use super::parameters::Mode;
use crate::connect::READ_ONLY;
use crate::error::{Error, ErrorDomain, Result};
use crate::util::process::{Launch, Process};
use crate::util::unix_socket;
use crate::util::uri::Uri;
use crate::util::user_dirs;

/// Where the system's daemons listen.
pub const SYSTEM_FOLDER: &str = "/var/run/libvirt";
/// Where daemons' programs are, unless a variable names another folder.
const PROGRAMS: &str = "/usr/sbin";
const PROGRAMS_ELSEWHERE: [&str; 2] = ["VIRTD_PATH", "LIBVIRTD_PATH"];
/// The drivers with a daemon of their own, in the order in which they are looked for without a URI: the system's, and
/// those that users can have.
const DRIVERS: [&str; 5] = ["libxl", "qemu", "lxc", "vbox", "vz"];
const SESSION_DRIVERS: [&str; 2] = ["qemu", "vbox"];

/// How often, and how long in between, a daemon that was just started is tried.
const TRIES: u32 = 500;
const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// What a daemon that is started finds in its environment, as from the original. Not `LD_LIBRARY_PATH` and
/// `LD_PRELOAD`: by them a program may have got this library, with which the original's daemon cannot run.
const ENVIRONMENT: [&str; 16] = [
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "TMPDIR",
    "LC_ALL",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_RUNTIME_DIR",
    "KRB5CCNAME",
    "SSH_AUTH_SOCK",
    "SSH_ASKPASS",
    "GPG_TTY",
    "OPENSSL_CONF",
    "DISPLAY",
    "XAUTHORITY",
];

/// Connects to the daemon for `uri`; `flags` are `virConnectFlags`.
pub fn connect(uri: Option<&Uri>, mode: Mode, flags: u32) -> Result<UnixStream> {
    if let Some(server) = uri.and_then(|uri| uri.server.as_deref()) {
        let text = format!("using unix socket and remote server '{server}' is not supported.");
        return Err(Error::invalid_arg(FROM, text));
    }
    if let Some(path) = uri.and_then(|uri| uri.param("socket")) {
        return unix_socket::connect(Path::new(path));
    }
    let session = is_session(uri);
    let read_only = flags & READ_ONLY != 0;
    let socket = |daemon: &str| usual(daemon, session, read_only);
    let direct = |driver: &str| format!("virt{driver}d");

    let mut driver = uri.and_then(|uri| uri.scheme.as_deref());
    // Only then: the original of Debian, which was built for `libvirtd`, looks no further at all.
    if driver.is_none() && mode == Mode::Auto && !socket("libvirt").exists() {
        let known: &[&str] = if session { &SESSION_DRIVERS } else { &DRIVERS };
        driver = known.iter().copied().find(|driver| socket(&direct(driver)).exists());
    }
    let direct = driver.map(direct);
    let chosen = match (mode, &direct) {
        (Mode::Direct, None) => {
            return Err(Error::invalid_arg(FROM, "Cannot use direct socket mode if no URI is set"));
        }
        (Mode::Direct, Some(direct)) => Some(direct),
        (Mode::Auto, Some(direct)) => Some(direct).filter(|direct| socket(direct).exists()),
        _ => None,
    };
    let (daemon, path) = match chosen {
        Some(direct) => (direct.as_str(), socket(direct)),
        None => ("libvirtd", socket("libvirt")),
    };
    let wanted = env::var_os("LIBVIRT_AUTOSTART").is_none_or(|value| value != "0");
    if session && wanted { start_and_connect(daemon, &path) } else { unix_socket::connect(&path) }
}

/// Where a daemon listens, the user's own in a `session`.
pub fn usual(daemon: &str, session: bool, read_only: bool) -> PathBuf {
    let folder = if session { user_dirs::runtime_dir() } else { PathBuf::from(SYSTEM_FOLDER) };
    // Users need not be kept from changing what is theirs.
    folder.join(format!("{daemon}-sock{}", if read_only && !session { "-ro" } else { "" }))
}

/// Whether a URI means the user's own daemon. Root has none.
pub fn is_session(uri: Option<&Uri>) -> bool {
    let session = uri.is_none_or(|uri| {
        uri.path == "/session" || (uri.scheme.as_deref() == Some("test") && uri.transport.is_some())
    });
    session && !nix::unistd::geteuid().is_root()
}

/// Connects to the user's `daemon` at `path`, and starts it if it is not there. Only one of those who want that at the
/// same time does it: the file with the lock is the original's.
fn start_and_connect(daemon: &str, path: &Path) -> Result<UnixStream> {
    let programs = PROGRAMS_ELSEWHERE.into_iter().find_map(env::var_os).unwrap_or_else(|| PROGRAMS.into());
    let program = Path::new(&programs).join(daemon);
    let folder = user_dirs::runtime_dir();
    DirBuilder::new().recursive(true).mode(0o700).create(&folder).map_err(|cause| {
        failed(format!("Cannot create user runtime directory '{}'", folder.display()), &cause)
    })?;
    let mut lock = folder.join(program.file_name().unwrap_or_default()).into_os_string();
    lock.push(".lock");
    let _locked = lock_file(Path::new(&lock))
        .map_err(|cause| failed(format!("Unable to lock '{}'", lock.display()), &cause))?;
    let stream = connect_or_start(&program, path);
    let _ = fs::remove_file(&lock);
    stream
}

fn connect_or_start(program: &Path, path: &Path) -> Result<UnixStream> {
    let mut started = false;
    for _ in 0..TRIES {
        match UnixStream::connect(path) {
            Ok(stream) => return Ok(stream),
            Err(cause) if !matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::ConnectionRefused) => {
                break;
            }
            Err(_) if started => thread::sleep(BETWEEN_TRIES),
            Err(_) => {
                // As in the original: the error says that nobody is there.
                if let Err(cause) = start(program) {
                    log::warn!("cannot start '{}': {cause}", program.display());
                    break;
                }
                started = true;
            }
        }
    }
    unix_socket::connect(path)
}

/// Waits for the lock on the file at `path`; it ends with the file.
fn lock_file(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(path)?;
    let first_byte = libc::flock {
        l_type: libc::F_WRLCK as i16,
        l_whence: libc::SEEK_SET as i16,
        l_start: 0,
        l_len: 1,
        l_pid: 0,
    };
    fcntl(&file, FcntlArg::F_SETLKW(&first_byte))?;
    Ok(file)
}

/// Starts a daemon that ends when nobody has used it for two minutes.
fn start(program: &Path) -> io::Result<()> {
    let output = OpenOptions::new().write(true).open("/dev/null")?;
    let env: Vec<_> =
        ENVIRONMENT.iter().filter_map(|name| Some((OsString::from(name), env::var_os(name)?))).collect();
    let argv = [program.as_os_str().to_owned(), "--timeout=120".into()];
    let launch = Launch { argv: &argv, env: &env, output: output.as_fd(), fds: &[], umask: 0o022 };
    Process::spawn(&launch).map(drop)
}

fn failed(what: String, cause: &io::Error) -> Error {
    Error::system(ErrorDomain::VIR_FROM_RPC, what, cause)
}
