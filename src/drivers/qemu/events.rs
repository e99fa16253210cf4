//! What the monitor and the process of a run report: state changes and public events.
//!
//! Everything here runs on the I/O thread, in QEMU's order, and does not wait. Each entry looks first whether
//! its run is still the present one: what an earlier run says never touches a later one. Public events are
//! emitted under the domain's lock; follow-up commands are sent without it.

#![forbid(unsafe_code)]

use std::sync::{Arc, Weak};
use std::time::Duration;

use super::Driver;
use super::emitter::Emitter;
use super::vm::{Phase, Run, Vm, VmState};
use super::{state, translate};
use crate::abi::{
    _virDomainEventIOErrorAction as IoAction, _virDomainEventResumedDetailType as Resumed,
    _virDomainEventShutdownDetailType as ShutdownDetail, _virDomainEventStartedDetailType as Started,
    _virDomainEventSuspendedDetailType as Suspended, _virDomainEventType as Life,
    _virDomainEventWatchdogAction as WatchdogAction, _virDomainPausedReason as Paused,
    _virDomainRunningReason as Running, _virDomainState as State,
};
use crate::conf::domain::LifecycleAction;
use crate::error::{Error, Result};
use crate::event::Payload;
use crate::event::domain::DomainEvent;
use crate::event::payload::MonitorEvent;
use crate::ident::DomainKey;
use crate::monitor::{self, GraphicsInfo, GuestEvent, IoErrorInfo, Monitor, MonitorCallbacks};
use crate::util::process::{Process, Signal};
use crate::util::reactor::Reactor;

/// How long a process may outlive the end of its monitor, or the other way round, before it is helped.
const LINGER: Duration = Duration::from_secs(10);

/// Listens to one run of one domain.
#[derive(Clone)]
pub struct Listener {
    pub(super) driver: Weak<Driver>,
    pub(super) vm: Arc<Vm>,
    generation: u64,
}

/// What an entry works with while it holds the domain's lock.
pub(super) struct Scene<'a, 'e> {
    emitter: &'a mut Emitter<'e>,
    key: DomainKey,
    pub(super) state: &'a mut VmState,
}

impl Scene<'_, '_> {
    pub(super) fn emit<P: Payload<Key = DomainKey>>(&mut self, event: P) {
        self.emitter.emit(&self.key, event);
    }

    pub(super) fn lifecycle(&mut self, event: Life, detail: i32) {
        self.emitter.lifecycle(&self.key, event, detail);
    }

    /// The run that reported; `Listener::with` has seen it.
    pub(super) fn run(&mut self) -> &mut Run {
        self.state.run.as_mut().expect("an entry runs only for the present run")
    }

    /// The virtual CPUs are off for `reason`, which QEMU has just said.
    fn pause(&mut self, reason: Paused) {
        if !self.state.is(State::VIR_DOMAIN_RUNNING) {
            return;
        }
        let detail = match reason {
            Paused::VIR_DOMAIN_PAUSED_IOERROR => Suspended::VIR_DOMAIN_EVENT_SUSPENDED_IOERROR,
            Paused::VIR_DOMAIN_PAUSED_WATCHDOG => Suspended::VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG,
            _ => Suspended::VIR_DOMAIN_EVENT_SUSPENDED_PAUSED,
        };
        self.state.status = state::paused(reason);
        self.lifecycle(Life::VIR_DOMAIN_EVENT_SUSPENDED, detail as i32);
    }
}

/// Says that a run counts as started, once, and before anything that follows from it.
pub fn announce_start(emitter: &mut Emitter<'_>, key: &DomainKey, run: &mut Run) {
    if run.phase == Phase::Starting {
        run.phase = Phase::Running;
        let detail = Started::VIR_DOMAIN_EVENT_STARTED_BOOTED as i32;
        emitter.lifecycle(key, Life::VIR_DOMAIN_EVENT_STARTED, detail);
    }
}

impl Listener {
    /// A listener to run `generation` of `vm`.
    pub fn new(driver: &Arc<Driver>, vm: &Arc<Vm>, generation: u64) -> Arc<Self> {
        Arc::new(Self { driver: Arc::downgrade(driver), vm: Arc::clone(vm), generation })
    }

    /// Runs `entry` under the domain's lock if the run is the present one, then sees to the status file.
    pub(super) fn with<T>(&self, entry: impl FnOnce(&mut Scene<'_, '_>) -> T) -> Option<T> {
        let driver = self.driver.upgrade()?;
        let result = self.look(&driver, entry)?;
        driver.keeper().changed(&self.driver, &self.vm);
        Some(result)
    }

    /// As [`with`](Self::with), for what changes nothing.
    pub(super) fn look<T>(&self, driver: &Driver, entry: impl FnOnce(&mut Scene<'_, '_>) -> T) -> Option<T> {
        let mut emitter = driver.emitter();
        let mut state = self.vm.lock();
        let id = state.run_of(self.generation)?.id;
        let key = self.vm.key(Some(id));
        Some(entry(&mut Scene { emitter: &mut emitter, key, state: &mut state }))
    }

    /// A command of ours has stopped the virtual CPUs or let them go on. QEMU announces both before it answers, but
    /// versions before 0.13 leave one out; what is still open then is told here.
    pub fn settle(&self) {
        let Some(driver) = self.driver.upgrade() else { return };
        let open = self.look(&driver, |scene| {
            let run = scene.run();
            (run.pause_reason.is_some(), run.resume_reason.is_some())
        });
        match open {
            Some((true, _)) => self.stop(),
            Some((false, true)) => self.resume(),
            _ => {}
        }
    }

    /// Emits what changes nothing.
    fn tell(&self, event: DomainEvent) {
        if let Some(driver) = self.driver.upgrade() {
            self.look(&driver, |scene| scene.emit(event));
        }
    }

    /// The process has ended, and its monitor should follow at once.
    pub fn process_ended(&self) {
        let over = self.with(|scene| {
            let run = scene.run();
            run.process_ended = true;
            (run.is_over(), run.monitor.clone())
        });
        match over {
            Some((true, _)) => self.over(),
            Some((false, Some(monitor))) => {
                // Somebody else holds the socket: a child of QEMU. Nothing more of interest can come.
                let listener = self.clone();
                self.later(move || {
                    monitor.close();
                    listener.end_of_file();
                });
            }
            _ => {}
        }
    }

    fn over(&self) {
        if let Some(driver) = self.driver.upgrade() {
            driver.keeper().ended(&self.driver, &self.vm, self.generation);
        }
    }

    fn later(&self, job: impl FnOnce() + Send + 'static) {
        match Reactor::get().after(LINGER, job) {
            Ok(timer) => {
                let replaced =
                    self.vm.lock().run_of(self.generation).and_then(|run| run.linger.replace(timer));
                if let Some(replaced) = replaced {
                    Reactor::get().cancel(replaced);
                }
            }
            Err(error) => log::error!("domain {}: no timer: {error}", self.vm.name),
        }
    }

    /// Ends the process politely.
    fn terminate(&self, process: &Process) {
        self.signal(process, Signal::TERM);
    }

    /// Ends the process politely, and after a while in the other way.
    pub(super) fn end_process(&self, process: &Arc<Process>) {
        self.terminate(process);
        let (listener, process) = (self.clone(), Arc::clone(process));
        self.later(move || {
            listener.with(|scene| scene.run().cut_off = true);
            listener.signal(&process, Signal::KILL);
        });
    }

    fn signal(&self, process: &Process, signal: Signal) {
        if let Err(error) = process.signal(signal) {
            log::error!("domain {}: cannot end process {}: {error}", self.vm.name, process.pid());
        }
    }

    /// The guest powered off or crashed, but shall start again: presses reset and lets it go on.
    pub(super) fn restart_guest(&self, monitor: &Arc<Monitor>) {
        let listener = self.clone();
        let again = Arc::clone(monitor);
        monitor.system_reset_then(move |outcome| match outcome {
            Ok(()) => again.cont_then(move |outcome| listener.restarted(outcome)),
            Err(_) => listener.restarted(outcome),
        });
    }

    fn restarted(&self, outcome: Result<()>) {
        let process = self.with(|scene| {
            let run = scene.run();
            run.rebooting = false;
            // A destroy may have come between.
            run.process.clone().filter(|_| !run.destroying)
        });
        if let (Err(error), Some(Some(process))) = (outcome, process) {
            log::error!("domain {}: cannot restart the guest: {error}", self.vm.name);
            self.terminate(&process);
        }
    }
}

impl MonitorCallbacks for Listener {
    fn end_of_file(&self) {
        let over = self.with(|scene| {
            let run = scene.run();
            run.monitor_ended = true;
            let left_alone = run.phase != Phase::Running || run.misunderstood;
            (run.is_over(), left_alone, run.process.clone())
        });
        match over {
            Some((true, ..)) => self.over(),
            Some((false, false, Some(process))) if !process.has_ended() => {
                // As libvirt: a QEMU that has hung up must not go on.
                self.end_process(&process);
            }
            _ => {}
        }
    }

    fn error(&self, error: &Error) {
        self.with(|scene| {
            let run = scene.run();
            run.cut_off = true;
            // As libvirt: nonsense on the monitor is no reason to end a guest.
            run.misunderstood = !monitor::is_loss(error);
            // Whether a process that is being killed has read everything before is chance, and nobody's concern.
            if scene.run().destroying || scene.run().crashed {
                log::debug!("domain {}: monitor: {error}", self.vm.name);
            } else {
                log::error!("domain {}: monitor: {error}", self.vm.name);
                scene.emit(DomainEvent::ControlError);
            }
        });
    }

    fn shutdown(&self, guest: Option<bool>, _reason: Option<&str>) {
        enum Next {
            Nothing,
            Restart(Arc<Monitor>),
            End(Arc<Process>),
        }
        let next = self.with(|scene| {
            // The second one is QEMU's answer to our signal, as is that after a crash.
            if scene.state.is(State::VIR_DOMAIN_SHUTDOWN) || scene.run().crashed {
                return Next::Nothing;
            }
            let run = scene.run();
            let stays = run.fake_reboot || run.def.on_poweroff == LifecycleAction::Restart;
            run.fake_reboot = false;
            let monitor = run.monitor.clone().filter(|_| guest != Some(false) && !run.destroying);
            let process = run.process.clone();
            if stays {
                // As libvirt: neither state nor event, the guest only seems to go.
                run.rebooting = monitor.is_some();
                return monitor.map_or(Next::Nothing, Next::Restart);
            }
            scene.state.status = state::SHUTDOWN;
            let detail = match guest {
                Some(true) => ShutdownDetail::VIR_DOMAIN_EVENT_SHUTDOWN_GUEST,
                Some(false) => ShutdownDetail::VIR_DOMAIN_EVENT_SHUTDOWN_HOST,
                None => ShutdownDetail::VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED,
            };
            scene.lifecycle(Life::VIR_DOMAIN_EVENT_SHUTDOWN, detail as i32);
            process.map_or(Next::Nothing, Next::End)
        });
        match next {
            Some(Next::Restart(monitor)) => self.restart_guest(&monitor),
            // It waits in the state "shutdown", because of -no-shutdown. No kill follows: it may take its
            // time to write out what its disks have cached.
            Some(Next::End(process)) => self.terminate(&process),
            _ => {}
        }
    }

    fn reset(&self) {
        self.tell(DomainEvent::Reboot);
    }

    fn powerdown(&self) {
        log::debug!("domain {}: the power button was pressed", self.vm.name);
    }

    fn stop(&self) {
        self.with(|scene| {
            let run = scene.run();
            if !run.rebooting {
                let reason = run.pause_reason.take().unwrap_or(Paused::VIR_DOMAIN_PAUSED_UNKNOWN);
                scene.pause(reason);
            }
        });
    }

    fn resume(&self) {
        self.with(|scene| {
            let run = scene.run();
            let reason = run.resume_reason.take().unwrap_or(Running::VIR_DOMAIN_RUNNING_UNPAUSED);
            if run.rebooting || scene.state.is(State::VIR_DOMAIN_RUNNING) {
                return;
            }
            scene.state.status = state::running(reason);
            let detail = Resumed::VIR_DOMAIN_EVENT_RESUMED_UNPAUSED as i32;
            scene.lifecycle(Life::VIR_DOMAIN_EVENT_RESUMED, detail);
            if let Some(run) = scene.state.run.as_mut() {
                announce_start(scene.emitter, &scene.key, run);
            }
        });
    }

    fn rtc_change(&self, offset_s: i64) {
        self.with(|scene| {
            let offset_s = scene.run().def.change_clock(offset_s);
            scene.emit(DomainEvent::RtcChange { offset_s });
        });
    }

    fn watchdog(&self, action: &str) {
        let action = translate::watchdog_action(action);
        self.with(|scene| {
            scene.emit(DomainEvent::Watchdog { action: action as i32 });
            if action == WatchdogAction::VIR_DOMAIN_EVENT_WATCHDOG_PAUSE {
                scene.pause(Paused::VIR_DOMAIN_PAUSED_WATCHDOG);
            }
        });
    }

    fn io_error(&self, error: &IoErrorInfo<'_>) {
        let action = translate::io_error_action(error.action);
        self.with(|scene| {
            let (source_path, alias) = translate::failed_disk(&scene.run().def, error);
            let reason = if error.nospace { "enospc" } else { "" }.to_owned();
            let event = DomainEvent::IoError {
                source_path: source_path.clone(),
                alias: alias.clone(),
                action: action as i32,
            };
            scene.emit(event);
            scene.emit(DomainEvent::IoErrorReason { source_path, alias, action: action as i32, reason });
            if action == IoAction::VIR_DOMAIN_EVENT_IO_ERROR_PAUSE {
                scene.pause(Paused::VIR_DOMAIN_PAUSED_IOERROR);
            }
        });
    }

    fn guest_event(&self, event: &GuestEvent) {
        self.hear(event);
    }

    fn raw(&self, name: &str, seconds: i64, micros: u32, data: Option<&str>) {
        let Some(driver) = self.driver.upgrade() else { return };
        if !driver.events.is_heard() {
            return; // the text of an event costs more than the rest of it
        }
        let details = data.map(monitor::compact);
        let event = MonitorEvent { name: name.to_owned(), seconds, micros, details };
        self.look(&driver, |scene| scene.emit(event));
    }

    fn graphics(&self, client: &GraphicsInfo<'_>) {
        self.tell(DomainEvent::Graphics(Box::new(translate::graphics(client))));
    }
}
