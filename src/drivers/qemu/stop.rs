//! How a run ends: on request, by itself, or because its start failed.
//!
//! However it ends, [`finish`] clears it away. Nothing waits by polling: the end of the process is a pidfd
//! event, the end of the run a condition.

#![forbid(unsafe_code)]

use std::io;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::Driver;
use super::monitor_device::MonitorDevice;
use super::state;
use super::vm::{Phase, Run, Vm};
use super::{domain_log, persist};
use crate::abi::{
    _virDomainEventShutdownDetailType as ShutdownDetail, _virDomainEventStoppedDetailType as Stopped,
    _virDomainEventType as Life, _virDomainShutoffReason as Shutoff, _virDomainState as State,
};
use crate::error::{Error, ErrorDomain, Result};
use crate::ident::DomainKey;
use crate::monitor::Protocol;
use crate::util::process::{Process, Signal};
use crate::util::reactor::Reactor;
use crate::util::time::stamp;

/// How long a process that was asked to end may take before it is killed, as in the original.
const GRACE: Duration = Duration::from_secs(10);

/// How much longer a graceful destroy waits before it gives up, as in the original.
const GRACEFUL_EXTRA: Duration = Duration::from_secs(5);

/// How long the end may take after a kill: the system may have to finish a write first.
const KILL_WAIT: Duration = Duration::from_secs(30);

/// Ends the present run of `vm` and waits for it. It waits for no other call: a call that hangs at the
/// monitor fails when the process goes. With `graceful` the process is only asked.
///
/// # Errors
/// `VIR_ERR_OPERATION_INVALID` if the domain does not run, `VIR_ERR_SYSTEM_ERROR` if the process stays.
pub fn destroy(vm: &Arc<Vm>, graceful: bool) -> Result<()> {
    let mut state = vm.lock();
    let run = state.active(ErrorDomain::VIR_FROM_DOMAIN)?;
    run.destroying = true;
    run.fake_reboot = false;
    let (generation, process) = (run.generation, run.process.clone());
    drop(state);

    // A run that is only being prepared has no process yet; the call that starts it sees the mark.
    if let Some(process) = &process {
        signal(vm, process, Signal::TERM);
    }
    if vm.wait_for_end(generation, GRACE) {
        return Ok(());
    }
    if graceful {
        if vm.wait_for_end(generation, GRACEFUL_EXTRA) {
            return Ok(());
        }
        if let Some(run) = vm.lock().run_of(generation) {
            run.destroying = false;
        }
        return Err(stays(process.as_deref(), "TERM"));
    }
    let process = vm.lock().run_of(generation).and_then(|run| {
        run.cut_off = true;
        run.process.clone()
    });
    if let Some(process) = &process {
        signal(vm, process, Signal::KILL);
    }
    if vm.wait_for_end(generation, KILL_WAIT) { Ok(()) } else { Err(stays(process.as_deref(), "KILL")) }
}

fn stays(process: Option<&Process>, signal: &str) -> Error {
    let pid = process.map_or(0, Process::pid);
    let what = format!("Failed to terminate process {pid} with SIG{signal}");
    Error::system(ErrorDomain::VIR_FROM_NONE, what, &io::Error::from_raw_os_error(libc::EBUSY))
}

fn signal(vm: &Vm, process: &Process, signal: Signal) {
    if let Err(error) = process.signal(signal) {
        log::error!("domain {}: cannot signal process {}: {error}", vm.name, process.pid());
    }
}

/// Takes back everything that a failed start has made, and the run itself.
pub fn abort_start(driver: &Arc<Driver>, vm: &Arc<Vm>, generation: u64) {
    let mut state = vm.lock();
    let Some(run) = state.run_of(generation) else { return };
    let (process, monitor) = (run.process.clone(), run.monitor.take());
    drop(state);
    if let Some(monitor) = monitor {
        monitor.close();
    }
    if let Some(process) = process {
        signal(vm, &process, Signal::KILL);
        if !process.wait(KILL_WAIT) {
            log::error!("domain {}: process {} cannot be killed", vm.name, process.pid());
        }
    }
    // On the driver's own thread, behind a status file that it may be writing: that must not come back.
    driver.keeper().ended(driver.this(), vm, generation);
    if !vm.wait_for_end(generation, KILL_WAIT) {
        log::error!("domain {}: its failed start is not cleared away", vm.name);
    }
}

/// Why a run ended.
struct Ending {
    reason: Shutoff,
    /// The event's detail, and whether the event still carries the id.
    event: Option<(Stopped, bool)>,
    /// For the log.
    word: &'static str,
}

impl Ending {
    /// `shut_down`: the guest was shut down, whoever wanted it.
    fn of(run: &Run, shut_down: bool) -> Self {
        if run.phase == Phase::Starting {
            Self { reason: Shutoff::VIR_DOMAIN_SHUTOFF_FAILED, event: None, word: "failed" }
        } else if run.destroying {
            let event = Some((Stopped::VIR_DOMAIN_EVENT_STOPPED_DESTROYED, false));
            Self { reason: Shutoff::VIR_DOMAIN_SHUTOFF_DESTROYED, event, word: "destroyed" }
        } else if run.crashed {
            let event = Some((Stopped::VIR_DOMAIN_EVENT_STOPPED_CRASHED, false));
            Self { reason: Shutoff::VIR_DOMAIN_SHUTOFF_CRASHED, event, word: "crashed" }
        } else if shut_down {
            let event = Some((Stopped::VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN, true));
            Self { reason: Shutoff::VIR_DOMAIN_SHUTOFF_SHUTDOWN, event, word: "shutdown" }
        } else {
            let event = Some((Stopped::VIR_DOMAIN_EVENT_STOPPED_FAILED, true));
            Self { reason: Shutoff::VIR_DOMAIN_SHUTOFF_CRASHED, event, word: "crashed" }
        }
    }
}

/// The monitor's device of a run that may have been shut down without that anything told it: nothing tells it on that
/// monitor, and nothing was cut off.
fn untold_end(run: &Run) -> Option<MonitorDevice> {
    let device = run.monitor_device.as_ref().filter(|device| device.protocol == Protocol::Text);
    device.filter(|_| run.phase == Phase::Running && !run.cut_off).cloned()
}

/// Clears away run `generation`, whose process has ended: files first, so that nothing is left when the end is
/// seen, then the state. A transient domain goes with its run.
pub fn finish(driver: &Arc<Driver>, vm: &Arc<Vm>, generation: u64) {
    let mut state = vm.lock();
    let shut_down = state.is(State::VIR_DOMAIN_SHUTDOWN);
    let Some(run) = state.run_of(generation) else { return };
    if std::mem::replace(&mut run.clearing, true) {
        return;
    }
    let quiet = untold_end(run).filter(|_| !shut_down);
    let (id, started) = (run.id, run.process.is_some());
    if let Some(watch) = run.watch.take() {
        Reactor::get().deregister(watch);
    }
    if let Some(timer) = run.linger.take() {
        Reactor::get().cancel(timer);
    }
    drop(state);

    let layout = driver.layout();
    let name = vm.name.as_str();
    let untold = quiet.is_some_and(|device| device.is_tidied_up());
    let shut_down = shut_down || untold;
    persist::remove_run(layout, id, name);
    if started {
        let word = vm.lock().run_of(generation).map_or("failed", |run| Ending::of(run, shut_down).word);
        let line = format!("{}: shutting down, reason={word}\n", stamp(SystemTime::now()));
        if let Err(error) = domain_log::append(&layout.log_file(name), &line) {
            log::warn!("domain {name}: cannot write its log: {error}");
        }
    }

    let mut emitter = driver.emitter();
    let mut domains = driver.domains();
    let mut state = vm.lock();
    let Some(run) = state.run.take_if(|run| run.generation == generation) else { return };
    let ending = Ending::of(&run, shut_down);
    if untold {
        let detail = if run.destroying {
            ShutdownDetail::VIR_DOMAIN_EVENT_SHUTDOWN_HOST
        } else {
            ShutdownDetail::VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED
        };
        emitter.lifecycle(&vm.key(Some(id)), Life::VIR_DOMAIN_EVENT_SHUTDOWN, detail as i32);
    }
    domains.deactivate(id);
    state.status = state::shutoff(ending.reason);
    if let Some((detail, with_id)) = ending.event {
        let key: DomainKey = vm.key(with_id.then_some(id));
        emitter.lifecycle(&key, Life::VIR_DOMAIN_EVENT_STOPPED, detail as i32);
    }
    if state.persistent.is_none() {
        state.removed = true;
        domains.remove(vm);
    }
    drop(state);
    drop(domains);
    vm.notify();
    // Only now, without locks: the monitor, the process handle and the ports.
    drop(run);
    drop(emitter);
}
