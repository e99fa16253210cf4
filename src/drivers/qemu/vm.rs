//! A domain of this driver: its definition, its state, and its run while it runs.
//!
//! Lock order: settings of the driver -> its list of domains -> the state here -> monitor -> event state. The
//! state's lock is taken briefly and never held while anything is waited for: monitor, process, disk. Public
//! events are emitted under it, so that their order is that of the changes.

#![forbid(unsafe_code)]

use std::fmt::Write as _;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use super::monitor_device::MonitorDevice;
use super::ports::Lease;
use super::state;
use crate::abi::{_virDomainPausedReason as Paused, _virDomainRunningReason as Running};
use crate::abi::{_virDomainShutoffReason as Shutoff, _virDomainState as State};
use crate::conf::domain::DomainDef;
use crate::driver::{DomainListing, DomainState};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::{DomainId, DomainKey, Name, Uuid};
use crate::monitor::Monitor;
use crate::util::lock;
use crate::util::process::Process;
use crate::util::reactor::{TimerToken, Token};

/// One domain. What never changes is outside the lock.
pub struct Vm {
    /// Unique name.
    pub name: Name,
    /// Unique for ever.
    pub uuid: Uuid,
    /// How long a call waits for another one to end that changes the same domain.
    job_wait: Duration,
    state: Mutex<VmState>,
    /// Whatever somebody may wait for: the end of a job, the end of a run.
    changed: Condvar,
}

/// What changes about a domain.
pub struct VmState {
    /// The definition for the next start; `None` for a transient domain.
    pub persistent: Option<Arc<DomainDef>>,
    /// Whether there has ever been one.
    pub was_defined: bool,
    /// State and reason.
    pub status: DomainState,
    /// Present while the domain is active.
    pub run: Option<Run>,
    /// Number of the present or the last run. Every run has its own.
    pub generation: u64,
    /// The domain is no longer in the driver's list.
    pub removed: bool,
    /// The call that is changing the domain.
    job: Option<&'static str>,
}

/// One run of a domain, from before the process starts until after it is gone.
pub struct Run {
    /// Tells this run from earlier and later ones of the same domain.
    pub generation: u64,
    /// The public number.
    pub id: DomainId,
    /// The definition as it runs.
    pub def: DomainDef,
    /// Whether the domain counts as started, so that its end is an event.
    pub phase: Phase,
    /// The emulator.
    pub process: Option<Arc<Process>>,
    /// Its monitor.
    pub monitor: Option<Arc<Monitor>>,
    /// Where the monitor is, and its language; once the process is there.
    pub monitor_device: Option<MonitorDevice>,
    /// The watch for the end of the process.
    pub watch: Option<Token>,
    /// The timer for what should follow the end of the process or of the monitor, and does not.
    pub linger: Option<TimerToken>,
    /// Threads of the virtual CPUs.
    pub vcpu_pids: Vec<i32>,
    /// Ports that are ours for the run.
    pub ports: Vec<Lease>,
    /// Why we are stopping the virtual CPUs; `None` if QEMU does it by itself.
    pub pause_reason: Option<Paused>,
    /// Why we are letting them go on.
    pub resume_reason: Option<Running>,
    /// The next power-off by the guest is a restart.
    pub fake_reboot: bool,
    /// That restart is going on: power-off, reset, continue.
    pub rebooting: bool,
    /// `virDomainDestroy` is at work.
    pub destroying: bool,
    /// The guest has given up, and the process is being ended for that.
    pub crashed: bool,
    /// The process was killed, or its monitor broke off in the middle of something: it did not end in order.
    pub cut_off: bool,
    /// The emulator was not understood: its monitor is of no more use, but the guest goes on.
    pub misunderstood: bool,
    /// The monitor's end was reported.
    pub monitor_ended: bool,
    /// The process's end was reported.
    pub process_ended: bool,
    /// A program has sent commands of its own to the monitor.
    pub tainted: bool,
    /// Somebody is clearing the run away.
    pub clearing: bool,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Being prepared by the call that starts it, which also cleans up if that fails.
    Starting,
    /// Started; its end is seen by the I/O thread.
    Running,
}

impl Run {
    /// A run about to start.
    pub fn new(generation: u64, id: DomainId, def: DomainDef) -> Self {
        Self {
            generation,
            id,
            def,
            phase: Phase::Starting,
            process: None,
            monitor: None,
            monitor_device: None,
            watch: None,
            linger: None,
            vcpu_pids: Vec::new(),
            ports: Vec::new(),
            pause_reason: None,
            resume_reason: None,
            fake_reboot: false,
            rebooting: false,
            destroying: false,
            crashed: false,
            cut_off: false,
            misunderstood: false,
            monitor_ended: false,
            process_ended: false,
            tainted: false,
            clearing: false,
        }
    }

    /// Whether everything that can end has ended and nobody else cleans up.
    pub fn is_over(&self) -> bool {
        self.phase == Phase::Running && self.process_ended && (self.monitor_ended || self.monitor.is_none())
    }
}

impl VmState {
    /// The run with this number, if it is the present one.
    pub fn run_of(&mut self, generation: u64) -> Option<&mut Run> {
        self.run.as_mut().filter(|run| run.generation == generation)
    }

    /// The present run; `domain` is the part of the library that the original blames otherwise.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID`
    pub fn active(&mut self, domain: ErrorDomain) -> Result<&mut Run> {
        self.run
            .as_mut()
            .ok_or_else(|| Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, domain, "domain is not running"))
    }

    /// The definition that counts: of the run, or with `inactive` that of the next one.
    pub fn def(&self, inactive: bool) -> Option<&DomainDef> {
        let live = self.run.as_ref().map(|run| &run.def);
        let persistent = self.persistent.as_deref();
        if inactive { persistent.or(live) } else { live.or(persistent) }
    }

    /// The command that the emulator has not answered yet, and for how long.
    fn in_flight(&self) -> Option<(String, Duration)> {
        self.run.as_ref()?.monitor.as_ref()?.in_flight()
    }

    /// What lists filter by.
    pub fn listing(&self, autostart: bool) -> DomainListing {
        DomainListing {
            state: self.status.state,
            active: self.run.is_some(),
            persistent: self.persistent.is_some(),
            autostart,
            managed_save: false,
            snapshots: false,
            checkpoints: false,
        }
    }

    /// Whether the domain is in `state`.
    pub fn is(&self, state: State) -> bool {
        state::is(self.status, state)
    }
}

impl Vm {
    /// An inactive domain without definition; `job_wait` is how long its calls wait for each other.
    pub fn new(name: Name, uuid: Uuid, job_wait: Duration) -> Arc<Self> {
        let state = VmState {
            persistent: None,
            was_defined: false,
            status: state::shutoff(Shutoff::VIR_DOMAIN_SHUTOFF_UNKNOWN),
            run: None,
            generation: 0,
            removed: false,
            job: None,
        };
        Arc::new(Self { name, uuid, job_wait, state: Mutex::new(state), changed: Condvar::new() })
    }

    /// The changing part.
    pub fn lock(&self) -> MutexGuard<'_, VmState> {
        lock(&self.state)
    }

    /// Name, UUID and the given id.
    pub fn key(&self, id: Option<DomainId>) -> DomainKey {
        DomainKey { name: self.name.clone(), uuid: self.uuid, id }
    }

    /// Tells everyone who waits to look again.
    pub fn notify(&self) {
        self.changed.notify_all();
    }

    /// Waits until run `generation` is over, or the time is. Returns whether it is over.
    pub fn wait_for_end(&self, generation: u64, timeout: Duration) -> bool {
        let going_on = |state: &mut VmState| state.run_of(generation).is_some();
        let (state, _) = self
            .changed
            .wait_timeout_while(self.lock(), timeout, going_on)
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        state.run.as_ref().is_none_or(|run| run.generation != generation)
    }

    /// Becomes the one call that changes the domain, `holder`, until the result is dropped.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_TIMEOUT` naming the holder, and what it waits for, if another call does not end;
    /// `VIR_ERR_NO_DOMAIN` if the domain is gone by then.
    pub fn begin_job(self: &Arc<Self>, holder: &'static str) -> Result<Job> {
        let start = Instant::now();
        let mut waited_for = None;
        let mut state = self.lock();
        while let Some(other) = state.job {
            waited_for = Some(other);
            let left = self.job_wait.saturating_sub(start.elapsed());
            if left.is_zero() {
                return Err(self.held_up(other, state.in_flight()));
            }
            state =
                self.changed.wait_timeout(state, left).unwrap_or_else(std::sync::PoisonError::into_inner).0;
        }
        if state.removed {
            return Err(self.gone());
        }
        // Who has waited for a call that gave up would now wait for as long again, behind the same command.
        if let Some(other) = waited_for
            && let Some((command, age)) = state.in_flight()
            && age >= self.job_wait
        {
            return Err(self.held_up(other, Some((command, age))));
        }
        state.job = Some(holder);
        drop(state);
        Ok(Job(Arc::clone(self)))
    }

    /// The error for a call that waits for `holder` in vain: in the original's words, and what QEMU has not answered.
    fn held_up(&self, holder: &str, in_flight: Option<(String, Duration)>) -> Error {
        let mut text = format!("cannot acquire state change lock (held by monitor={holder})");
        if let Some((command, age)) = in_flight {
            let age = age.as_secs_f64();
            let _ = write!(text, ": the QEMU of '{}' has not answered '{command}' for {age:.1} s", self.name);
        }
        Error::new(ErrorCode::VIR_ERR_OPERATION_TIMEOUT, ErrorDomain::VIR_FROM_NONE, text)
    }

    /// The error for a domain that the driver no longer has.
    pub fn gone(&self) -> Error {
        no_domain(&self.uuid, &self.name)
    }
}

/// The error for a handle whose domain the driver does not have.
pub fn no_domain(uuid: &Uuid, name: &Name) -> Error {
    let text = format!("no domain with matching uuid '{uuid}' ({name})");
    Error::new(ErrorCode::VIR_ERR_NO_DOMAIN, ErrorDomain::VIR_FROM_QEMU, text)
}

/// The right to change a domain.
pub struct Job(Arc<Vm>);

impl Drop for Job {
    fn drop(&mut self) {
        self.0.lock().job = None;
        self.0.notify();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vm() -> Arc<Vm> {
        Vm::new(Name::new("x").unwrap(), Uuid::nil(), Duration::from_secs(30))
    }

    #[test]
    fn one_job_at_a_time() {
        let vm = vm();
        let first = vm.begin_job("first").unwrap();
        let second = std::thread::spawn({
            let vm = Arc::clone(&vm);
            move || vm.begin_job("second").map(drop)
        });
        assert_eq!(vm.lock().job, Some("first"));
        let impatient = Vm::new(Name::new("x").unwrap(), Uuid::nil(), Duration::from_millis(1));
        let _job = impatient.begin_job("first").unwrap();
        let error = impatient.begin_job("third").err().unwrap();
        assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_TIMEOUT);
        let text = "Timed out during operation: cannot acquire state change lock (held by monitor=first)";
        assert_eq!(error.message(), text);
        drop(first);
        second.join().unwrap().unwrap();
        assert_eq!(vm.lock().job, None);
    }

    #[test]
    fn a_removed_domain_takes_no_job() {
        let vm = vm();
        vm.lock().removed = true;
        let error = vm.begin_job("x").err().unwrap();
        assert_eq!(error.code(), ErrorCode::VIR_ERR_NO_DOMAIN);
        let text =
            "Domain not found: no domain with matching uuid '00000000-0000-0000-0000-000000000000' (x)";
        assert_eq!(error.message(), text);
    }

    #[test]
    fn waiting_for_an_end_has_an_end() {
        let vm = vm();
        assert!(vm.wait_for_end(1, Duration::ZERO));
    }

    /// What an earlier run still has to say finds no run to touch.
    #[test]
    fn an_earlier_run_is_not_the_present_one() {
        let vm = vm();
        let def = "<domain type='qemu'><name>a</name><memory>1024</memory><os><type>hvm</type></os></domain>";
        let def = DomainDef::parse(def).expect("a definition");
        let mut state = vm.lock();
        assert!(state.run_of(1).is_none());
        state.run = Some(Run::new(2, DomainId(7), def));
        assert!(state.run_of(1).is_none());
        assert_eq!(state.run_of(2).map(|run| run.id), Some(DomainId(7)));
    }
}
