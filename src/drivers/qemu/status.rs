//! The status file of a running domain: what a later process needs to take it over again.

#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::sync::Arc;

use super::passthrough::TAINT;
use super::vm::{Phase, Run, Vm};
use super::{Driver, persist, state};
use crate::conf::domain::{DomainDef, FormatFlags};
use crate::driver::DomainState;
use crate::error::Result;
use crate::util::file;
use crate::util::xml::Writer;

/// Name of the monitor's socket in the private folder of a run.
pub const MONITOR_SOCKET: &str = "monitor.sock";

/// Brings the file up to date; only for a domain that has started.
pub fn update(driver: &Driver, vm: &Arc<Vm>) {
    let state = vm.lock();
    let Some(run) = state.run.as_ref().filter(|run| run.phase == Phase::Running) else { return };
    let text = format(driver, run, state.status);
    drop(state);
    if let Err(error) = file::replace(&driver.layout().status(vm.name.as_str()), &text, 0o600) {
        log::error!("domain {}: its state is not saved: {error}", vm.name);
    }
}

/// Writes the status file of a run that is starting: once its process is there, and once all is known of it.
pub fn create(driver: &Driver, vm: &Vm, generation: u64) -> Result<()> {
    let mut state = vm.lock();
    let status = state.status;
    let Some(run) = state.run_of(generation) else { return Ok(()) };
    let text = format(driver, run, status);
    drop(state);
    file::replace(&driver.layout().status(vm.name.as_str()), &text, 0o600)
}

fn format(driver: &Driver, run: &Run, status: DomainState) -> String {
    let folder = driver.layout().domain_dir(run.id, &run.def.name);
    let (state, reason) = state::words(status);
    let mut w = Writer::default();
    w.element("domstatus", |w| {
        w.attr("state", state);
        w.attr("reason", reason);
        w.attr("pid", run.process.as_ref().map_or(-1, |process| process.pid()));
        if run.tainted {
            w.element("taint", |w| w.attr("flag", TAINT));
        }
        w.element("monitor", |w| {
            w.attr("path", folder.join(MONITOR_SOCKET).display());
            w.attr("type", "unix");
        });
        w.element_unless_empty("vcpus", |w| {
            for (number, pid) in run.vcpu_pids.iter().enumerate() {
                w.element("vcpu", |w| {
                    w.attr("id", number);
                    w.attr("pid", pid);
                });
            }
        });
        w.element("libDir", |w| w.attr("path", folder.display()));
        if run.fake_reboot {
            w.empty("fakereboot");
        }
        let flags = FormatFlags { secure: true, inactive: false, status: true };
        run.def.write(w, flags);
    });
    persist::warning(&run.def.name) + &w.finish()
}

/// What a status file says.
pub struct Saved {
    /// State and reason when it was written.
    pub status: DomainState,
    /// The emulator.
    pub pid: i32,
    /// The monitor's socket.
    pub monitor: PathBuf,
    /// Threads of the virtual CPUs.
    pub vcpu_pids: Vec<i32>,
    /// Whether the next power-off is a restart.
    pub fake_reboot: bool,
    /// Whether a program has sent commands of its own.
    pub tainted: bool,
    /// The definition as it runs.
    pub def: DomainDef,
}

impl Saved {
    /// Understands the text of a status file; `None` if something is missing.
    pub fn parse(text: &str) -> Option<Self> {
        let document = roxmltree::Document::parse(text).ok()?;
        let root = document.root_element();
        let child = |name: &str| root.children().find(|node| node.has_tag_name(name));
        let vcpus = child("vcpus").into_iter().flat_map(|vcpus| vcpus.children());
        let domain = root.children().find(|node| node.tag_name().name() == "domain")?;
        Some(Self {
            status: state::from_words(root.attribute("state")?, root.attribute("reason")?)?,
            pid: root.attribute("pid")?.parse().ok()?,
            monitor: child("monitor")?.attribute("path")?.into(),
            vcpu_pids: vcpus.filter_map(|vcpu| vcpu.attribute("pid")?.parse().ok()).collect(),
            fake_reboot: child("fakereboot").is_some(),
            tainted: root
                .children()
                .any(|node| node.has_tag_name("taint") && node.attribute("flag") == Some(TAINT)),
            def: DomainDef::parse_state(&text[domain.range()]).ok()?,
        })
    }
}
