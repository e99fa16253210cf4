//! Starting a domain: from a definition to a running QEMU with an open monitor.
//!
//! The steps run in the calling thread, without any lock while they wait. Should one fail, everything that the
//! earlier ones made is taken back (`stop::abort_start`).

#![forbid(unsafe_code)]

use std::env;
use std::ffi::OsString;
use std::fs::{self, DirBuilder};
use std::io;
use std::os::fd::AsFd;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::command::{self, Command, CommandContext};
use super::events::{Listener, announce_start};
use super::monitor_device::NewMonitor;
use super::vm::{Run, Vm, VmState};
use super::{Driver, domain_log, emulator, state, status, stop};
use crate::abi::{
    _virDomainCreateFlags as Create, _virDomainEventSuspendedDetailType as Suspended,
    _virDomainEventType as Life, _virDomainPausedReason as Paused, _virDomainRunningReason as Running,
};
use crate::conf::domain::DomainDef;
use crate::conf::domain::graphics::{Listen, Password};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event::domain::DomainEvent;
use crate::ident::DomainId;
use crate::monitor::{self, ConnectedViewers, Endpoint, Expiry, Monitor, PasswordServer, Secret};
use crate::util::file;
use crate::util::process::{Launch, Process};
use crate::util::reactor::Reactor;
use crate::util::sys::{Utc, utc_offset_s, utc_seconds};
use crate::util::time::stamp;

/// The version of libvirt that the library stands for, in the log as the original writes it.
const API_VERSION: &str = "12.8.0";

/// The file mode creation mask of QEMU, as in the original.
const UMASK: u32 = 0o002;

/// What libvirt says of a QEMU that ends before there is a connection, and of one that ends after.
const EXITED: &str = "process exited while connecting to monitor";
const CLOSED: &str = "qemu unexpectedly closed the monitor";

/// How long a QEMU that did not even greet may take to end, so that its last words are known.
const NO_GREETING: Duration = Duration::from_secs(5);

/// The same for one that failed later; it may as well go on running, having refused a command.
const REFUSED: Duration = Duration::from_millis(500);

/// The original's limits for a fixed port.
const PORTS: std::ops::RangeInclusive<u16> = 5900..=u16::MAX;

/// A port for browsers that the driver chooses.
const ANY_WEBSOCKET: i32 = -1;

/// Starts `vm` with `def`; `flags` are `virDomainCreateFlags`. The caller holds the domain's job.
///
/// # Errors
/// Whatever went wrong; the domain is off again then, and a transient one is gone.
pub fn start(driver: &Arc<Driver>, vm: &Arc<Vm>, def: &DomainDef, flags: u32) -> Result<DomainId> {
    let (generation, id) = begin(driver, vm, def)?;
    let start = Start { driver, vm, generation, id };
    match start.run(flags) {
        Ok(()) => Ok(id),
        Err(error) => {
            stop::abort_start(driver, vm, generation);
            Err(error)
        }
    }
}

/// Makes the domain active, in the state of one that is starting.
fn begin(driver: &Driver, vm: &Arc<Vm>, def: &DomainDef) -> Result<(u64, DomainId)> {
    let mut domains = driver.domains();
    let mut state = vm.lock();
    if state.run.is_some() {
        return Err(Error::new(
            ErrorCode::VIR_ERR_OPERATION_INVALID,
            ErrorDomain::VIR_FROM_QEMU,
            "domain is already running",
        ));
    }
    let id = domains.activate(vm);
    let mut live = def.clone();
    live.prepare_live(id, utc_offset_s(now_s()));
    state.generation += 1;
    state.status = state::paused(Paused::VIR_DOMAIN_PAUSED_STARTING_UP);
    state.run = Some(Run::new(state.generation, id, live));
    Ok((state.generation, id))
}

/// One start at work.
struct Start<'a> {
    driver: &'a Arc<Driver>,
    vm: &'a Arc<Vm>,
    generation: u64,
    id: DomainId,
}

impl Start<'_> {
    fn run(&self, flags: u32) -> Result<()> {
        if flags & Create::VIR_DOMAIN_START_AUTODESTROY as u32 != 0 {
            // As libvirt, whose embedded driver cannot do it either, and finds out here.
            return Err(self.internal("Domain autodestroy not supported for embedded drivers yet".to_owned()));
        }
        let paused = flags & Create::VIR_DOMAIN_START_PAUSED as u32 != 0;
        let folder = self.driver.layout().domain_dir(self.id, self.name());
        let def = self.prepare(&folder)?;
        let program = def.devices.emulator.clone().ok_or_else(|| self.internal("no emulator".to_owned()))?;
        emulator::check(&program)?;
        make_private(&folder).map_err(|e| failed("Cannot create directory", &folder, &e))?;
        let monitor = NewMonitor::prepare(self.driver.config(), self.driver.versions(), &program, &folder)?;
        let context = CommandContext {
            emulator: &program,
            monitor: monitor.argument(),
            domain_dir: &folder,
            now_s: now_s(),
        };
        let command = command::build(&def, &context)?;
        let (process, log_start) = self.spawn(&command, &monitor, &folder)?;
        let monitor = self.open_monitor(monitor, &process, log_start)?;
        let blame = |error| self.blame(&process, log_start, error, REFUSED, CLOSED);
        self.learn(&monitor, &def).map_err(blame)?;
        status::create(self.driver, self.vm, self.generation)?;
        self.go(&monitor, paused).map_err(blame)
    }

    fn name(&self) -> &str {
        self.vm.name.as_str()
    }

    fn internal(&self, text: String) -> Error {
        Error::internal(ErrorDomain::VIR_FROM_QEMU, text)
    }

    /// Changes the run, which cannot have gone: only the start itself ends it.
    fn with<T>(&self, change: impl FnOnce(&mut Run) -> T) -> Result<T> {
        let mut state = self.vm.lock();
        state.run_of(self.generation).map(change).ok_or_else(|| self.vm.gone())
    }

    /// Settles what the driver chooses: where VNC servers listen. Returns the definition.
    fn prepare(&self, folder: &Path) -> Result<DomainDef> {
        let config = self.driver.config();
        let mut def = self.with(|run| run.def.clone())?;
        let mut leases = Vec::new();
        for index in 0..def.devices.graphics.len() {
            let graphics = &mut def.devices.graphics[index];
            for listen in &mut graphics.listens {
                match listen {
                    Listen::Address(address @ None) => *address = Some(config.vnc_listen.clone()),
                    Listen::Socket(path @ None) => {
                        *path = Some(folder.join("vnc.sock").display().to_string())
                    }
                    _ => {}
                }
            }
            if graphics.password.is_none() {
                graphics.password = config.vnc_password.as_ref().map(|text| Password {
                    text: text.clone(),
                    valid_to: None,
                    connected: None,
                });
            }
            if !graphics.listens.iter().any(|listen| matches!(listen, Listen::Address(_))) {
                continue;
            }
            let lease = if graphics.autoport {
                self.driver.ports().choose(config.display_ports)?
            } else {
                let port = graphics.tcp_port().filter(|port| PORTS.contains(port));
                self.driver.ports().reserve(port.ok_or_else(bad_port)?)?
            };
            let websocket = graphics.vnc().and_then(|vnc| vnc.websocket);
            def.set_vnc_port(index, lease.port());
            leases.push(lease);
            if websocket == Some(ANY_WEBSOCKET) {
                let lease = self.driver.ports().choose(config.websocket_ports)?;
                def.set_websocket_port(index, lease.port());
                leases.push(lease);
            }
        }
        self.with(|run| {
            run.def = def.clone();
            run.ports = leases;
        })?;
        Ok(def)
    }

    /// Starts the process; returns it, and where its own output begins in the log.
    fn spawn(&self, command: &Command, monitor: &NewMonitor, folder: &Path) -> Result<(Arc<Process>, u64)> {
        let layout = self.driver.layout();
        let path = layout.log_file(self.name());
        let log_error = |cause: &io::Error| failed("failed to create logfile", &path, cause);
        let log = domain_log::open(&path).map_err(|e| log_error(&e))?;
        let env = environment(folder, &command.env);
        let line = domain_log::command_line(&env, &command.argv);
        domain_log::append(&path, &format!("{}{line}", self.headline())).map_err(|e| log_error(&e))?;
        let log_start = log.metadata().map_err(|e| log_error(&e))?.len();

        let fds = monitor.fds();
        let launch = Launch { argv: &command.argv, env: &env, output: log.as_fd(), fds: &fds, umask: UMASK };
        let process = Process::spawn(&launch).map_err(|cause| {
            let program = command.argv.first().map(|program| program.to_string_lossy()).unwrap_or_default();
            Error::system(ErrorDomain::VIR_FROM_QEMU, format!("cannot execute binary {program}"), &cause)
        })?;
        let process = Arc::new(process);
        let destroyed = self.with(|run| {
            run.process = Some(Arc::clone(&process));
            run.monitor_device = Some(monitor.device.clone());
            run.destroying
        })?;
        if destroyed {
            return Err(self.internal("domain was destroyed while it was starting".to_owned()));
        }
        let listener = Listener::new(self.driver, self.vm, self.generation);
        let pidfd = process
            .watch_fd()
            .map_err(|e| Error::system(ErrorDomain::VIR_FROM_QEMU, "cannot watch the process", &e))?;
        let watch = Reactor::get().watch_process(pidfd, move || listener.process_ended())?;
        self.with(|run| run.watch = Some(watch))?;
        file::replace(&layout.pid_file(self.name()), &process.pid().to_string(), 0o644)?;
        // Should our process end during the start, the next one finds the emulator by this.
        status::create(self.driver, self.vm, self.generation)?;
        Ok((process, log_start))
    }

    fn headline(&self) -> String {
        let host = nix::sys::utsname::uname();
        let part = |text: nix::Result<&std::ffi::OsStr>| text.map(|text| text.to_string_lossy().into_owned());
        let (kernel, node) = match &host {
            Ok(host) => (part(Ok(host.release())), part(Ok(host.nodename()))),
            Err(error) => (Err(*error), Err(*error)),
        };
        format!(
            "{}: starting up libvirt version: {}, kernel: {}, hostname: {}\n",
            stamp(SystemTime::now()),
            API_VERSION,
            kernel.unwrap_or_default(),
            node.unwrap_or_default()
        )
    }

    fn open_monitor(&self, new: NewMonitor, process: &Arc<Process>, log_start: u64) -> Result<Arc<Monitor>> {
        let log = self.driver.layout().log_file(self.name());
        let exited = |error| self.blame(process, log_start, error, NO_GREETING, EXITED);
        let (device, endpoint) = new.find(process, &log, log_start).map_err(exited)?;
        // Other monitors are waited for, and have no greeting once they are there.
        let connected = matches!(endpoint, Endpoint::Fd(_));
        let options = self.driver.config().monitor_options(device.protocol, process);
        self.with(|run| run.monitor_device = Some(device))?;
        let listener = Listener::new(self.driver, self.vm, self.generation);
        let opened = Monitor::open(endpoint, self.name(), listener, options);
        let monitor = opened.map_err(|error| {
            if !connected {
                return exited(error);
            }
            let error = self.blame(process, log_start, error, NO_GREETING, CLOSED);
            // As libvirt, which tells programs that the monitor failed.
            let key = self.vm.key(Some(self.id));
            self.driver.emitter().emit(&key, DomainEvent::ControlError);
            error
        })?;
        self.with(|run| run.monitor = Some(Arc::clone(&monitor)))?;
        Ok(monitor)
    }

    /// The error of a start during which QEMU ended or hung up: its last words say more than the lost connection. `what`
    /// has happened then.
    fn blame(
        &self,
        process: &Process,
        log_start: u64,
        error: Error,
        patience: Duration,
        what: &str,
    ) -> Error {
        if error.code() == ErrorCode::VIR_ERR_OPERATION_TIMEOUT {
            return error;
        }
        let lost = what == CLOSED && monitor::is_loss(&error);
        if !process.wait(patience) && !lost {
            return error;
        }
        let words = domain_log::tail(&self.driver.layout().log_file(self.name()), log_start);
        self.internal(if words.is_empty() { what.to_owned() } else { format!("{what}: {words}") })
    }

    /// Asks what only QEMU knows, and tells it what does not belong on a command line.
    fn learn(&self, monitor: &Arc<Monitor>, def: &DomainDef) -> Result<()> {
        let vcpu_pids = monitor.query_vcpus()?.iter().filter_map(|vcpu| vcpu.thread_id).collect();
        self.with(|run| run.vcpu_pids = vcpu_pids)?;
        if def.has_pty() || def.has_virtio_channel() {
            let devices = monitor.query_chardev()?;
            self.with(|run| {
                for device in &devices {
                    if let Some(path) = &device.pty {
                        run.def.set_pty_path(device.alias(), path);
                    }
                }
            })?;
            Listener::new(self.driver, self.vm, self.generation).channels(&devices);
        }
        if let Some(password) = def.devices.graphics.iter().find_map(|graphics| graphics.password.as_ref()) {
            let text = Secret::from(&*password.text);
            monitor.set_password(PasswordServer::Vnc, &text, ConnectedViewers::Keep)?;
            if let Some(until) = &password.valid_to {
                monitor.expire_password(PasswordServer::Vnc, Expiry::At(expiry(until)?))?;
            }
        }
        Ok(())
    }

    /// Lets the guest go, or leaves it paused, and says that the domain has started.
    fn go(&self, monitor: &Arc<Monitor>, paused: bool) -> Result<()> {
        if !paused {
            self.with(|run| run.resume_reason = Some(Running::VIR_DOMAIN_RUNNING_BOOTED))?;
            // The listener then says that the domain runs and has started.
            monitor.cont()?;
            Listener::new(self.driver, self.vm, self.generation).settle();
        }
        let key = self.vm.key(Some(self.id));
        let mut emitter = self.driver.emitter();
        let mut state = self.vm.lock();
        let VmState { run, status, .. } = &mut *state;
        let Some(run) = run.as_mut().filter(|run| run.generation == self.generation) else { return Ok(()) };
        announce_start(&mut emitter, &key, run);
        if paused {
            *status = state::paused(Paused::VIR_DOMAIN_PAUSED_USER);
            let detail = Suspended::VIR_DOMAIN_EVENT_SUSPENDED_PAUSED as i32;
            emitter.lifecycle(&key, Life::VIR_DOMAIN_EVENT_SUSPENDED, detail);
        }
        let over = run.is_over();
        drop(state);
        self.driver.keeper().changed(self.driver.this(), self.vm);
        if over {
            self.driver.keeper().ended(self.driver.this(), self.vm, self.generation);
        }
        Ok(())
    }
}

fn failed(what: &str, path: &Path, cause: &io::Error) -> Error {
    Error::system(ErrorDomain::VIR_FROM_QEMU, format!("{what} '{}'", path.display()), cause)
}

fn bad_port() -> Error {
    let text = format!("vnc port must be in range [{},{}]", PORTS.start(), PORTS.end());
    Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, text)
}

/// Makes the private folder of a run. One of the same name is left over from a run that nobody has cleared
/// away: its id is free, so it is nobody's.
fn make_private(folder: &Path) -> io::Result<()> {
    let make = || DirBuilder::new().mode(0o700).create(folder);
    match make() {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_dir_all(folder)?;
            make()
        }
        outcome => outcome,
    }
}

/// Seconds since 1970.
fn now_s() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// The environment of QEMU: little of the program's own, as in the original, and what the definition adds.
fn environment(folder: &Path, added: &[(OsString, OsString)]) -> Vec<(OsString, OsString)> {
    let mut env = vec![(OsString::from("LC_ALL"), OsString::from("C"))];
    for name in ["PATH", "HOME", "USER", "LOGNAME", "TMPDIR"] {
        env.extend(env::var_os(name).map(|value| (OsString::from(name), value)));
    }
    env.push(("XDG_CACHE_HOME".into(), folder.join(".cache").into()));
    for (name, value) in added {
        env.retain(|(other, _)| other != name);
        env.push((name.clone(), value.clone()));
    }
    env
}

/// Seconds from 1970 to a time in the form of the XML, `2031-01-02T03:04:05`, in UTC.
fn expiry(text: &str) -> Result<i64> {
    let parse = || {
        let numbers: Vec<i32> = text.split(['-', 'T', ':']).map(str::parse).collect::<Result<_, _>>().ok()?;
        let [year, month, day, hour, minute, second] = numbers.try_into().ok()?;
        Some(Utc { year, month, day, hour, minute, second })
    };
    parse().map(utc_seconds).ok_or_else(|| {
        let form = "YYYY-MM-DDTHH:MM:SS";
        let text = format!("cannot parse password validity time '{text}', expect {form}");
        Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_expire_in_utc() {
        assert_eq!(expiry("2001-09-09T01:46:40").unwrap(), 1_000_000_000);
        assert!(expiry("tomorrow").is_err());
    }

    #[test]
    fn the_definition_overrides_the_environment() {
        let added = [(OsString::from("LC_ALL"), OsString::from("de"))];
        let env = environment(Path::new("/x"), &added);
        let values: Vec<_> =
            env.iter().filter(|(name, _)| name == "LC_ALL").map(|(_, value)| value).collect();
        assert_eq!(values, ["de"]);
        assert!(env.contains(&("XDG_CACHE_HOME".into(), "/x/.cache".into())));
    }
}
