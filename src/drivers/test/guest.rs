//! One domain of the test host: its definitions and its state, and the rules for changing them.
//!
//! States, reasons, events and error texts are the original's, observed call by call.

#![forbid(unsafe_code)]

use std::sync::Arc;

use super::guest_calls::Inside;
use crate::abi::{
    virDomainEventDefinedDetailType as DefinedDetail, virDomainEventResumedDetailType as ResumedDetail,
    virDomainEventStartedDetailType as StartedDetail, virDomainEventStoppedDetailType as StoppedDetail,
    virDomainEventSuspendedDetailType as SuspendedDetail, virDomainEventType as EventType,
    virDomainEventUndefinedDetailType as UndefinedDetail, virDomainPausedReason as PausedReason,
    virDomainRunningReason as RunningReason, virDomainShutoffReason as ShutoffReason,
    virDomainState as State,
};
use crate::conf::checkpoint::CheckpointDef;
use crate::conf::domain::{DomainDef, LifecycleAction};
use crate::conf::moment::tree::Tree;
use crate::conf::snapshot::SnapshotDef;
use crate::domain::impact::{self, Affected};
use crate::driver::{DomainListing, DomainState};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event::domain::DomainEvent;
use crate::ident::{DomainId, DomainKey, Name};

const ADDED: i32 = DefinedDetail::VIR_DOMAIN_EVENT_DEFINED_ADDED as i32;
const UPDATED: i32 = DefinedDetail::VIR_DOMAIN_EVENT_DEFINED_UPDATED as i32;

/// A domain of the test host.
#[derive(Debug)]
pub struct Guest {
    key: DomainKey,
    /// As the domain runs, or, while it does not, as it is defined.
    def: Arc<DomainDef>,
    /// The definition for the next start, where the domain runs and has one.
    next: Option<Arc<DomainDef>>,
    state: DomainState,
    persistent: bool,
    /// Whether its next start continues where a managed save left it.
    pub managed_save: bool,
    /// Whether the domain starts with the host.
    pub autostart: bool,
    /// The I/O threads that were added by a call.
    pub added_iothreads: Vec<AddedIoThread>,
    /// What the guest remembers.
    pub inside: Inside,
    pub snapshots: Tree<SnapshotDef>,
    pub checkpoints: Tree<CheckpointDef>,
}

/// The definitions that a call changes.
#[derive(Debug)]
pub struct Defs<'a> {
    /// As the domain runs.
    pub live: Option<&'a mut DomainDef>,
    /// As it will start next.
    pub config: Option<&'a mut DomainDef>,
}

/// An I/O thread that was added by a call, and how it polls.
#[derive(Clone, Debug)]
pub struct AddedIoThread {
    /// Its number.
    pub id: u32,
    /// Longest time of polling; 0 is none.
    pub poll_max_ns: u64,
    /// Factor for a longer time.
    pub poll_grow: u32,
    /// Factor for a shorter time.
    pub poll_shrink: u32,
}

/// How a run begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// From the power button, or, as nobody is told, from a managed save image.
    Booted,
    /// From a file that it was saved to.
    Restored,
}

/// What became of a guest that was told to power off or to restart.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It runs again at once; nobody is told.
    Restarted,
    /// It is off; who listens is told about the domain as this key says.
    Stopped(DomainKey),
}

impl Guest {
    /// An inactive domain with the definition `def`, which is not persistent yet.
    pub fn new(def: DomainDef) -> Result<Self> {
        let name = Name::new(&def.name)
            .ok_or_else(|| Error::internal(ErrorDomain::VIR_FROM_TEST, "domain name with a NUL"))?;
        Ok(Self {
            key: DomainKey { name, uuid: def.uuid, id: None },
            def: Arc::new(def),
            next: None,
            state: shutoff(ShutoffReason::VIR_DOMAIN_SHUTOFF_UNKNOWN),
            persistent: false,
            managed_save: false,
            autostart: false,
            added_iothreads: Vec::new(),
            inside: Inside::default(),
            snapshots: Tree::default(),
            checkpoints: Tree::default(),
        })
    }

    /// Name, UUID and id.
    pub fn key(&self) -> &DomainKey {
        &self.key
    }

    /// State and reason.
    pub fn state(&self) -> DomainState {
        self.state
    }

    /// Whether it runs, or is paused.
    pub fn is_active(&self) -> bool {
        self.key.id.is_some()
    }

    /// Whether it has a definition that outlives its run.
    pub fn is_persistent(&self) -> bool {
        self.persistent
    }

    /// The definition as it is, or as it will be at the next start.
    pub fn def(&self, at_next_start: bool) -> &Arc<DomainDef> {
        self.next.as_ref().filter(|_| at_next_start).unwrap_or(&self.def)
    }

    /// The one definition that `flags`, a `virDomainModificationImpact`, mean.
    pub fn one_def(&self, flags: u32) -> Result<&DomainDef> {
        impact::check_exclusive(flags)?;
        let affected = self.affected(flags)?;
        Ok(self.def(affected.config))
    }

    /// As [`Self::one_def`], to change it.
    pub fn one_def_mut(&mut self, flags: u32) -> Result<&mut DomainDef> {
        impact::check_exclusive(flags)?;
        let Defs { live, config } = self.defs_mut(flags)?;
        live.or(config).ok_or_else(|| Error::internal(ErrorDomain::VIR_FROM_DOMAIN, "no definition is meant"))
    }

    /// The definitions that `flags`, a `virDomainModificationImpact`, mean.
    pub fn defs_mut(&mut self, flags: u32) -> Result<Defs<'_>> {
        let Affected { live, config } = self.affected(flags)?;
        let (run, next) = (&mut self.def, self.next.as_mut());
        Ok(match (live, config) {
            (true, false) => Defs { live: Some(Arc::make_mut(run)), config: None },
            (true, true) => Defs { live: Some(Arc::make_mut(run)), config: next.map(Arc::make_mut) },
            (false, _) => Defs { live: None, config: Some(Arc::make_mut(next.unwrap_or(run))) },
        })
    }

    fn affected(&self, flags: u32) -> Result<Affected> {
        impact::affected(flags, self.is_active(), self.persistent)
    }

    /// What lists filter by.
    pub fn listing(&self) -> DomainListing {
        DomainListing {
            state: self.state.state,
            active: self.is_active(),
            persistent: self.persistent,
            autostart: self.autostart,
            managed_save: self.managed_save,
            snapshots: !self.snapshots.is_empty(),
            checkpoints: !self.checkpoints.is_empty(),
        }
    }

    /// Gives the domain a new persistent definition. Returns the event: defined, or updated.
    pub fn redefine(&mut self, def: DomainDef) -> DomainEvent {
        let def = Arc::new(def);
        // As libvirt: a definition that was taken away during the run still counts.
        let updated = self.persistent || self.next.is_some();
        if self.is_active() {
            self.next = Some(def);
        } else {
            self.def = def;
        }
        self.persistent = true;
        lifecycle(EventType::VIR_DOMAIN_EVENT_DEFINED, if updated { UPDATED } else { ADDED })
    }

    /// Puts the definition of an earlier time in the place of the present one: of that for the next start while the
    /// domain runs, and, as in the original, also if it is transient and has just been stopped.
    pub fn put_back(&mut self, def: &DomainDef) {
        let def = Arc::new(DomainDef { id: None, name: self.def.name.clone(), ..def.clone() });
        if self.def.id.is_some() {
            self.next = Some(def);
        } else {
            self.def = def;
        }
    }

    /// Takes the definition away. Returns the event; the domain goes unless it is active.
    pub fn undefine(&mut self) -> DomainEvent {
        self.persistent = false;
        lifecycle(EventType::VIR_DOMAIN_EVENT_UNDEFINED, 0)
    }

    /// Gives the inactive domain another name.
    pub fn rename(&mut self, name: Name) {
        Arc::make_mut(&mut self.def).name = name.as_str().to_owned();
        self.key.name = name;
    }

    /// Starts the inactive domain as `id`, with the definition `transient` for this run only if there is one.
    pub fn start(&mut self, id: DomainId, transient: Option<DomainDef>, how: Start) -> DomainEvent {
        let defined = transient.map(|def| std::mem::replace(&mut self.def, Arc::new(def)));
        if self.persistent {
            self.next = Some(defined.unwrap_or_else(|| Arc::clone(&self.def)));
        }
        Arc::make_mut(&mut self.def).id = Some(id);
        self.key.id = Some(id);
        self.managed_save = false;
        let (reason, detail) = match how {
            Start::Booted => {
                (RunningReason::VIR_DOMAIN_RUNNING_BOOTED, StartedDetail::VIR_DOMAIN_EVENT_STARTED_BOOTED)
            }
            Start::Restored => {
                (RunningReason::VIR_DOMAIN_RUNNING_RESTORED, StartedDetail::VIR_DOMAIN_EVENT_STARTED_RESTORED)
            }
        };
        self.state = running(reason);
        lifecycle(EventType::VIR_DOMAIN_EVENT_STARTED, detail as i32)
    }

    /// Notes another state than a method here would lead to.
    pub fn set_state(&mut self, state: DomainState) {
        self.state = state;
    }

    /// Says whether the domain has a definition that outlives its run.
    pub fn set_persistent(&mut self, persistent: bool) {
        self.persistent = persistent;
    }

    /// Fails if the domain cannot be started. `called`, here and below, is its name by the handle of the call, which
    /// the text gives: a handle keeps the name that it was made with.
    pub fn check_startable(&self, called: &Name) -> Result<()> {
        if self.is_active() {
            return Err(wrong_state("Domain", called, "is already running"));
        }
        Ok(())
    }

    /// Stops the virtual CPUs.
    pub fn suspend(&mut self, called: &Name) -> Result<DomainEvent> {
        if !self.is(State::VIR_DOMAIN_RUNNING) {
            return Err(wrong_state("domain", called, "not running"));
        }
        self.state = DomainState {
            state: State::VIR_DOMAIN_PAUSED as i32,
            reason: PausedReason::VIR_DOMAIN_PAUSED_USER as i32,
        };
        let detail = SuspendedDetail::VIR_DOMAIN_EVENT_SUSPENDED_PAUSED as i32;
        Ok(lifecycle(EventType::VIR_DOMAIN_EVENT_SUSPENDED, detail))
    }

    /// Lets the virtual CPUs go on.
    pub fn resume(&mut self, called: &Name) -> Result<DomainEvent> {
        if !self.is(State::VIR_DOMAIN_PAUSED) {
            return Err(wrong_state("domain", called, "not paused"));
        }
        self.state = running(RunningReason::VIR_DOMAIN_RUNNING_UNPAUSED);
        let detail = ResumedDetail::VIR_DOMAIN_EVENT_RESUMED_UNPAUSED as i32;
        Ok(lifecycle(EventType::VIR_DOMAIN_EVENT_RESUMED, detail))
    }

    /// The guest powers off and what its definition says for that happens.
    pub fn shut_down(&mut self, called: &Name) -> Result<Outcome> {
        if !self.is_active() {
            return Err(wrong_state("domain", called, "not running"));
        }
        Ok(self.end_or_restart(self.def.on_poweroff))
    }

    /// The guest restarts and what its definition says for that happens.
    pub fn reboot(&mut self) -> Result<Outcome> {
        self.check_active()?;
        Ok(self.end_or_restart(self.def.on_reboot))
    }

    /// Fails if the domain is not active.
    pub fn check_active(&self) -> Result<()> {
        if self.is_active() {
            return Ok(());
        }
        let detail = "domain is not running";
        Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, ErrorDomain::VIR_FROM_DOMAIN, detail))
    }

    /// Ends the run. Returns the key for the event: without the id if a definition takes over, else, as in
    /// the original, with that of the run.
    pub fn stop(&mut self, reason: ShutoffReason) -> DomainKey {
        let mut told = self.key.clone();
        if let Some(next) = self.next.take() {
            self.def = next;
            told.id = None;
        }
        self.key.id = None;
        self.state = shutoff(reason);
        told
    }

    fn end_or_restart(&mut self, action: LifecycleAction) -> Outcome {
        use LifecycleAction::*;
        match action {
            Restart | RenameRestart => {
                self.state = running(RunningReason::VIR_DOMAIN_RUNNING_BOOTED);
                Outcome::Restarted
            }
            Destroy | Preserve | CoredumpDestroy | CoredumpRestart => {
                Outcome::Stopped(self.stop(ShutoffReason::VIR_DOMAIN_SHUTOFF_SHUTDOWN))
            }
        }
    }

    /// Whether it is in the state.
    pub fn is(&self, state: State) -> bool {
        self.state.state == state as i32
    }
}

fn wrong_state(domain: &str, called: &Name, what: &str) -> Error {
    Error::internal(ErrorDomain::VIR_FROM_TEST, format!("{domain} '{called}' {what}"))
}

/// The event for a run that ended.
pub fn stopped(detail: StoppedDetail) -> DomainEvent {
    lifecycle(EventType::VIR_DOMAIN_EVENT_STOPPED, detail as i32)
}

/// The events for another name: one domain goes, another comes.
pub fn renamed(before: DomainKey, after: DomainKey) -> [(DomainKey, DomainEvent); 2] {
    let gone = UndefinedDetail::VIR_DOMAIN_EVENT_UNDEFINED_RENAMED as i32;
    let come = DefinedDetail::VIR_DOMAIN_EVENT_DEFINED_RENAMED as i32;
    [
        (before, lifecycle(EventType::VIR_DOMAIN_EVENT_UNDEFINED, gone)),
        (after, lifecycle(EventType::VIR_DOMAIN_EVENT_DEFINED, come)),
    ]
}

/// An event of the domain's life; `detail` is a value of the enum that belongs to it.
pub fn lifecycle(event: EventType, detail: i32) -> DomainEvent {
    DomainEvent::Lifecycle { event: event as i32, detail }
}

fn running(reason: RunningReason) -> DomainState {
    DomainState { state: State::VIR_DOMAIN_RUNNING as i32, reason: reason as i32 }
}

fn shutoff(reason: ShutoffReason) -> DomainState {
    DomainState { state: State::VIR_DOMAIN_SHUTOFF as i32, reason: reason as i32 }
}
