//! What only QEMU's domains and containers have.

#![forbid(unsafe_code)]

use std::os::fd::{AsFd, OwnedFd};

use super::Remote;
use crate::domain::Domain;
use crate::driver::{LxcDriver, QemuDriver};
use crate::error::{Error, ErrorDomain, Result};
use crate::ident::DomainKey;
use crate::rpc::protocol::{lxc, qemu};

impl QemuDriver for Remote {
    calls! { qemu;
        fn domain_qemu_monitor_command(&self, dom: &Domain, command: &str, flags: u32) -> String
            = DOMAIN_MONITOR_COMMAND { dom: dom.into(), cmd: command.to_owned(), flags } => |ret| ret.result;
        fn domain_qemu_agent_command(&self, dom: &Domain, command: &str, timeout_s: i32, flags: u32) -> String
            = DOMAIN_AGENT_COMMAND { dom: dom.into(), cmd: command.to_owned(), timeout: timeout_s, flags } => |ret| {
                // The original gives NULL then, without an error.
                ret.result.ok_or_else(Error::unknown_cause)?
            };
        fn domain_qemu_attach(&self, pid: u32, flags: u32) -> DomainKey
            = DOMAIN_ATTACH { pid_value: pid, flags } => |ret| ret.dom.try_into()?;
    }

    fn domain_qemu_monitor_command_with_files(
        &self,
        dom: &Domain,
        command: &str,
        files: Vec<OwnedFd>,
        flags: u32,
    ) -> Result<(String, Vec<OwnedFd>)> {
        self.check_passes_fds(ErrorDomain::VIR_FROM_NONE)?;
        let args =
            qemu::DomainMonitorCommandWithFilesArgs { dom: dom.into(), cmd: command.to_owned(), flags };
        let files: Vec<_> = files.iter().map(AsFd::as_fd).collect();
        let procedure = qemu::procedure::DOMAIN_MONITOR_COMMAND_WITH_FILES;
        let (ret, files) = self.client.call_with_fds(procedure, &args, &files)?;
        Ok((ret.result, files))
    }
}

impl LxcDriver for Remote {
    fn domain_lxc_open_namespace(&self, dom: &Domain, flags: u32) -> Result<Vec<OwnedFd>> {
        let args = lxc::DomainOpenNamespaceArgs { dom: dom.into(), flags };
        Ok(self.client.call_with_fds(lxc::procedure::DOMAIN_OPEN_NAMESPACE, &args, &[])?.1)
    }
}
