//! `qemu:///embed?root=DIR`: the QEMU driver inside the calling process, with its state under `root`.
//!
//! `api` has what a connection can ask for, `start` and `stop` the life of a QEMU process, `events` what QEMU
//! says. There is one driver per process, as in the original, and it stays until the process ends.
//!
//! Lock order: the open driver -> definitions on disk -> list of domains -> a domain (`vm`) -> monitor -> event
//! state. The first two are held over disk work, which nothing but opening and defining waits for.

#![forbid(unsafe_code)]

mod api;
pub mod command;
pub mod config;
mod crash;
mod define;
mod domain_log;
mod domains;
mod emitter;
mod emulator;
mod events;
mod guest_events;
mod keeper;
mod layout;
mod monitor_device;
mod passthrough;
mod persist;
mod ports;
mod reconnect;
mod start;
mod state;
mod status;
mod stop;
mod translate;
pub mod unsupported;
mod vm;

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, Weak};

use nix::fcntl::{FcntlArg, fcntl};

use self::config::Config;
use self::domains::Domains;
use self::emitter::Emitter;
use self::emulator::Versions;
use self::keeper::Keeper;
use self::layout::Layout;
use self::ports::Ports;
use self::vm::Vm;
use crate::driver::Opened;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event::Events;
use crate::ident::{Name, Uuid};
use crate::util::uri::Uri;
use crate::util::{lock, sys};

/// The driver of this process, with the `root` as it was written.
static OPEN: Mutex<Option<(String, Arc<Driver>)>> = Mutex::new(None);

/// Opens the driver whose state is under the absolute path `root`. Later connections share it.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` for a second root, `VIR_ERR_SYSTEM_ERROR` if the folders cannot be used or another
/// process uses them, and what is wrong with the settings.
pub fn open(uri: &Uri, root: &str) -> Result<Opened> {
    let mut open = lock(&OPEN);
    let driver = match &*open {
        Some((other, driver)) if other == root => Arc::clone(driver),
        Some((other, _)) => {
            let text =
                format!("Cannot open embedded driver at path '{root}', already open with path '{other}'");
            return Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, text));
        }
        None => {
            let driver = Driver::new(Path::new(root))?;
            *open = Some((root.to_owned(), Arc::clone(&driver)));
            driver
        }
    };
    driver.check_process()?;
    Ok(Opened { driver, uri: uri.to_string() })
}

/// One driver: everything under one root.
pub struct Driver {
    this: Weak<Self>,
    layout: Layout,
    config: Config,
    events: Arc<Events>,
    domains: Mutex<Domains>,
    /// Held while the definitions on disk change, so that disk and list agree.
    definitions: Mutex<()>,
    ports: Ports,
    versions: Versions,
    keeper: Keeper,
    /// Locked against other processes for as long as it is open.
    _pid_file: File,
    /// `sys::forks` when the driver was opened.
    forks: u32,
}

impl Driver {
    fn new(root: &Path) -> Result<Arc<Self>> {
        let layout = Layout::new(root);
        // First what changes nothing.
        let config = Config::read(&layout.config_file())?;
        layout.prepare()?;
        let pid_file = acquire(&layout.driver_pid_file())?;
        let driver = Arc::new_cyclic(|this| Self {
            this: Weak::clone(this),
            versions: Versions::new(layout.versions_file()),
            layout,
            config,
            events: Events::new(),
            domains: Mutex::default(),
            definitions: Mutex::default(),
            ports: Ports::default(),
            keeper: Keeper::default(),
            _pid_file: pid_file,
            forks: sys::forks(),
        });
        for def in persist::load_all(&driver.layout) {
            let Some(name) = Name::new(&def.name) else { continue };
            let mut domains = driver.domains();
            if domains.belonging_to(&def.name, &def.uuid).is_ok_and(|found| found.is_none()) {
                let vm = driver.new_vm(name, def.uuid);
                let mut state = vm.lock();
                state.persistent = Some(Arc::new(def));
                state.was_defined = true;
                drop(state);
                domains.insert(vm);
            } else {
                log::error!("domain '{name}' is defined twice");
            }
        }
        reconnect::all(&driver);
        Ok(driver)
    }

    fn this(&self) -> &Weak<Self> {
        &self.this
    }

    fn layout(&self) -> &Layout {
        &self.layout
    }

    fn config(&self) -> &Config {
        &self.config
    }

    /// The versions of emulators.
    fn versions(&self) -> &Versions {
        &self.versions
    }

    /// A domain that is not in the list yet.
    fn new_vm(&self, name: Name, uuid: Uuid) -> Arc<Vm> {
        Vm::new(name, uuid, self.config.monitor_timeout)
    }

    /// For events made under a lock; to be made before the lock is taken.
    fn emitter(&self) -> Emitter<'_> {
        Emitter::new(&self.events)
    }

    fn ports(&self) -> &Ports {
        &self.ports
    }

    fn keeper(&self) -> &Keeper {
        &self.keeper
    }

    fn domains(&self) -> MutexGuard<'_, Domains> {
        lock(&self.domains)
    }

    /// Fails in a process that was forked from the one that opened the driver: threads and locks stayed there.
    fn check_process(&self) -> Result<()> {
        if sys::forks() == self.forks {
            return Ok(());
        }
        let text = "the driver belongs to the process that this one was forked from";
        Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, ErrorDomain::VIR_FROM_QEMU, text))
    }
}

/// Locks the driver's pid file and writes our process id into it. The lock is the original's kind, so that the
/// two keep out of each other's way, and goes with the process.
fn acquire(path: &Path) -> Result<File> {
    let take = || -> io::Result<File> {
        let mut file = OpenOptions::new().write(true).create(true).truncate(false).mode(0o644).open(path)?;
        let whole = libc::flock {
            l_type: libc::F_WRLCK as libc::c_short,
            l_whence: libc::SEEK_SET as libc::c_short,
            l_start: 0,
            l_len: 1,
            l_pid: 0,
        };
        fcntl(&file, FcntlArg::F_SETLK(&whole))?;
        file.set_len(0)?;
        write!(file, "{}", std::process::id())?;
        Ok(file)
    };
    take().map_err(|cause| {
        let what = format!("Failed to acquire pid file '{}'", path.display());
        Error::system(ErrorDomain::VIR_FROM_NONE, what, &cause)
    })
}
