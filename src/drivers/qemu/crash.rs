//! What becomes of a domain whose guest has given up: what `<on_crash>` says.
//!
//! The panic is told first. Then the guest stays as it is, starts again or ends; before either of the latter two its
//! memory may be written to a file, by a thread of its own that waits for QEMU.

#![forbid(unsafe_code)]

use std::fs::{self, DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::sync::Arc;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use super::events::Listener;
use super::state;
use crate::abi::{
    _virDomainEventCrashedDetailType as Crashed, _virDomainEventType as Life,
    _virDomainRunningReason as Running, _virDomainState as State,
};
use crate::conf::domain::LifecycleAction;
use crate::error::{Error, ErrorDomain, Result};
use crate::monitor::Monitor;
use crate::util::process::Process;
use crate::util::sys::{utc_date, utc_offset_s};

impl Listener {
    /// The guest has given up.
    pub(super) fn panicked(&self) {
        let next = self.with(|scene| {
            // Somebody sees to the first one, or to the end of the domain.
            let first = !scene.state.is(State::VIR_DOMAIN_CRASHED) && !scene.run().destroying;
            scene.state.status = state::CRASHED;
            let detail = Crashed::VIR_DOMAIN_EVENT_CRASHED_PANICKED as i32;
            scene.lifecycle(Life::VIR_DOMAIN_EVENT_CRASHED, detail);
            if first { Some(scene.run().def.on_crash) } else { None }
        });
        match next.flatten() {
            Some(LifecycleAction::CoredumpDestroy) => self.dump_then(LifecycleAction::Destroy),
            Some(LifecycleAction::CoredumpRestart) => self.dump_then(LifecycleAction::Restart),
            Some(action) => self.after_panic(action),
            None => {}
        }
    }

    /// The guest has loaded a kernel that looks into its crash.
    pub(super) fn crash_loaded(&self) {
        self.with(|scene| {
            let detail = Crashed::VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED as i32;
            scene.lifecycle(Life::VIR_DOMAIN_EVENT_CRASHED, detail);
        });
    }

    /// Writes the guest's memory to a file, then does what is to follow. Where that fails the guest stays as it is.
    fn dump_then(&self, action: LifecycleAction) {
        let listener = self.clone();
        let work = move || match listener.dump() {
            Ok(()) => listener.after_panic(action),
            Err(error) => log::error!("domain {}: no dump of its memory: {error}", listener.vm.name),
        };
        if let Err(error) = thread::Builder::new().name("virt-dump".to_owned()).spawn(work) {
            log::error!("domain {}: no thread for a dump of its memory: {error}", self.vm.name);
        }
    }

    /// The file has the original's name, and is there, for its owner alone, before QEMU opens it.
    fn dump(&self) -> Result<()> {
        let _job = self.vm.begin_job("guest panic")?;
        let driver = self.driver.upgrade().ok_or_else(|| self.vm.gone())?;
        let run = self.with(|scene| (scene.run().id, scene.run().monitor.clone()));
        let Some((id, Some(monitor))) = run else { return Err(self.vm.gone()) };
        let path = driver.layout().dump_file(id, self.vm.name.as_str(), &local_time());
        let create = || {
            if let Some(folder) = path.parent() {
                DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
            }
            OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&path)
        };
        create().map_err(|cause| {
            let what = format!("failed to create file '{}'", path.display());
            Error::system(ErrorDomain::VIR_FROM_QEMU, what, &cause)
        })?;
        monitor.dump_guest_memory(&path.display().to_string()).inspect_err(|_| {
            let _ = fs::remove_file(&path); // half a dump is none
        })
    }

    /// What is to follow a panic, if nothing has happened since.
    fn after_panic(&self, action: LifecycleAction) {
        enum Next {
            End(Arc<Process>),
            Restart(Arc<Monitor>),
        }
        let next = self.with(|scene| {
            let crashed = scene.state.is(State::VIR_DOMAIN_CRASHED);
            let run = scene.run();
            if !crashed || run.destroying {
                return None;
            }
            match action {
                LifecycleAction::Restart => {
                    run.resume_reason = Some(Running::VIR_DOMAIN_RUNNING_CRASHED);
                    run.monitor.clone().map(Next::Restart)
                }
                LifecycleAction::Destroy => {
                    run.crashed = true;
                    run.process.clone().map(Next::End)
                }
                _ => None,
            }
        });
        match next.flatten() {
            Some(Next::Restart(monitor)) => self.restart_guest(&monitor),
            Some(Next::End(process)) => self.end_process(&process),
            None => {}
        }
    }
}

/// The host's time in the form that the original puts into the names of dumps.
fn local_time() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let now_s = i64::try_from(since.as_secs()).unwrap_or_default();
    utc_date(now_s + utc_offset_s(now_s)).replace('T', "-")
}
