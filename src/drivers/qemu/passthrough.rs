//! Commands in a program's own words, for the monitor or for the guest's agent.
//!
//! The library does not know what such a command does to the domain. It says so in the logs and in the status file:
//! the domain is tainted.

#![forbid(unsafe_code)]

use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::time::SystemTime;

use super::api::{invalid, no_agent};
use super::vm::Vm;
use super::{Driver, domain_log};
use crate::abi::{_virDomainState as State, virDomainQemuMonitorCommandFlags as MonitorFlags};
use crate::domain::Domain;
use crate::driver::{QemuDriver, check_flags};
use crate::error::{Error, ErrorDomain, Result};
use crate::util::time::stamp;

const QEMU: ErrorDomain = ErrorDomain::VIR_FROM_QEMU;
const DOMAIN: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

/// The name of what a program's own command does to a domain, in logs and in the status file.
pub const TAINT: &str = "custom-monitor";

const HUMAN: u32 = MonitorFlags::VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP as u32;

impl Driver {
    /// Notes that a program has sent a command of its own; the first time in a run, also in the logs.
    fn taint(&self, vm: &Arc<Vm>) -> Result<()> {
        let mut state = vm.lock();
        let run = state.active(DOMAIN)?;
        let id = run.id.0;
        if std::mem::replace(&mut run.tainted, true) {
            return Ok(());
        }
        drop(state);
        log::warn!("Domain id={id} name='{}' uuid={} is tainted: {TAINT}", vm.name, vm.uuid);
        let path = self.layout().log_file(vm.name.as_str());
        let line = format!("{}: Domain id={id} is tainted: {TAINT}\n", stamp(SystemTime::now()));
        if let Err(error) = domain_log::append(&path, &line) {
            log::warn!("cannot write to '{}': {error}", path.display());
        }
        self.keeper().changed(self.this(), vm);
        Ok(())
    }

    fn monitor_command(
        &self,
        dom: &Domain,
        command: &str,
        files: Vec<OwnedFd>,
        flags: u32,
        function: &'static str,
    ) -> Result<String> {
        // As libvirt, which calls one from the other.
        check_flags(flags, HUMAN, QEMU, "qemuDomainQemuMonitorCommandWithFiles")?;
        let vm = self.vm(dom)?;
        let _job = vm.begin_job(function)?;
        let monitor = self.monitor(&vm, DOMAIN)?;
        self.taint(&vm)?;
        match flags & HUMAN {
            0 => monitor.command_text_with_fds(command, files),
            _ => monitor.human_monitor_command_with_fds(command, files),
        }
    }
}

impl QemuDriver for Driver {
    fn domain_qemu_monitor_command(&self, dom: &Domain, command: &str, flags: u32) -> Result<String> {
        self.monitor_command(dom, command, Vec::new(), flags, "virDomainQemuMonitorCommand")
    }

    fn domain_qemu_monitor_command_with_files(
        &self,
        dom: &Domain,
        command: &str,
        files: Vec<OwnedFd>,
        flags: u32,
    ) -> Result<(String, Vec<OwnedFd>)> {
        check_flags(flags, HUMAN, QEMU, "qemuDomainQemuMonitorCommandWithFiles")?;
        if files.len() > 1 {
            let text = "at most 1 fd can be passed to qemu along with a command";
            return Err(Error::invalid_arg(QEMU, text));
        }
        let reply =
            self.monitor_command(dom, command, files, flags, "virDomainQemuMonitorCommandWithFiles")?;
        // QEMU sends none back.
        Ok((reply, Vec::new()))
    }

    fn domain_qemu_agent_command(
        &self,
        dom: &Domain,
        _command: &str,
        _timeout_s: i32,
        flags: u32,
    ) -> Result<String> {
        check_flags(flags, 0, QEMU, "qemuDomainQemuAgentCommand")?;
        let vm = self.vm(dom)?;
        let mut state = vm.lock();
        state.active(DOMAIN)?;
        if !state.is(State::VIR_DOMAIN_RUNNING) {
            return Err(invalid(QEMU, "domain is not running"));
        }
        Err(no_agent())
    }
}
