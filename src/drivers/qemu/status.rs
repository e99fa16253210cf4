//! The status file of a running domain: what a later process needs to take it over again.

#![forbid(unsafe_code)]

use std::sync::Arc;

use super::monitor_device::{DeviceKind, MonitorDevice};
use super::passthrough::TAINT;
use super::vm::{Phase, Run, Vm};
use super::{Driver, persist, state};
use crate::conf::domain::{DomainDef, FormatFlags};
use crate::driver::DomainState;
use crate::error::Result;
use crate::monitor::Protocol;
use crate::util::file;
use crate::util::xml::Writer;

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
        if let Some(monitor) = &run.monitor_device {
            w.element("monitor", |w| {
                w.attr("path", monitor.path.display());
                w.attr("json", u8::from(monitor.protocol == Protocol::Json));
                w.attr("type", monitor.kind.as_str());
            });
        }
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
        let flags = FormatFlags { secure: true, status: true, ..FormatFlags::default() };
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
    /// Where the monitor is, and its language.
    pub monitor: MonitorDevice,
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
            monitor: monitor(child("monitor")?)?,
            vcpu_pids: vcpus.filter_map(|vcpu| vcpu.attribute("pid")?.parse().ok()).collect(),
            fake_reboot: child("fakereboot").is_some(),
            tainted: root
                .children()
                .any(|node| node.has_tag_name("taint") && node.attribute("flag") == Some(TAINT)),
            def: DomainDef::parse_state(&text[domain.range()]).ok()?,
        })
    }
}

/// Files of the original's later versions do not say the language: it speaks JSON only.
fn monitor(node: roxmltree::Node<'_, '_>) -> Option<MonitorDevice> {
    let protocol = if node.attribute("json") == Some("0") { Protocol::Text } else { Protocol::Json };
    let kind = DeviceKind::parse(node.attribute("type")?)?;
    Some(MonitorDevice { protocol, kind, path: node.attribute("path")?.into() })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// PRV-4: files of ours, and of the original's later versions, which do not say the language.
    #[test]
    fn files_say_where_the_monitor_is() {
        let parse = |attributes: &str| {
            let domain = "<domain type='qemu' id='1'><name>a</name><memory>1024</memory><os><type>hvm</type></os></domain>";
            let text = format!(
                "<domstatus state='running' reason='booted' pid='7'><monitor {attributes}/>{domain}</domstatus>"
            );
            Saved::parse(&text).map(|saved| saved.monitor)
        };
        for (attributes, protocol, kind, path) in [
            ("path='/x/monitor.sock' type='unix'", Protocol::Json, DeviceKind::Unix, "/x/monitor.sock"),
            ("path='/x' json='1' type='unix'", Protocol::Json, DeviceKind::Unix, "/x"),
            ("path='/x' json='0' type='unix'", Protocol::Text, DeviceKind::Unix, "/x"),
            ("path='/dev/pts/3' json='0' type='pty'", Protocol::Text, DeviceKind::Pty, "/dev/pts/3"),
        ] {
            let expected = MonitorDevice { protocol, kind, path: Path::new(path).to_owned() };
            assert_eq!(parse(attributes), Some(expected), "{attributes}");
        }
        for attributes in ["path='/x'", "type='unix'", "path='/x' type='tcp'"] {
            assert_eq!(parse(attributes), None, "{attributes}");
        }
    }
}
