//! What only QEMU's domains can be asked: commands for their monitor and for the agent inside.

#![forbid(unsafe_code)]

use std::os::fd::OwnedFd;

use super::Driver;
use crate::domain::Domain;
use crate::error::Result;
use crate::ident::DomainKey;

/// The functions of `libvirt-qemu.so.0` but for its events.
pub trait QemuDriver: Driver {
    driver_methods! { VIR_FROM_NONE;
        /// Runs a command of the monitor and returns its reply; `flags` are `virDomainQemuMonitorCommandFlags`.
        fn domain_qemu_monitor_command(&self, dom: &Domain, command: &str, flags: u32) -> String
            => "virDomainQemuMonitorCommand";
        /// The same with descriptors for the command; also returns those that came with the reply.
        fn domain_qemu_monitor_command_with_files(&self, dom: &Domain, command: &str, files: Vec<OwnedFd>, flags: u32)
            -> (String, Vec<OwnedFd>) => "virDomainQemuMonitorCommandWithFiles";
        /// Runs a command of the guest's agent and returns its reply, for which it waits some seconds or a
        /// `virDomainQemuAgentCommandTimeoutValues`. No `flags` are known.
        fn domain_qemu_agent_command(&self, dom: &Domain, command: &str, timeout_s: i32, flags: u32) -> String
            => "virDomainQemuAgentCommand";
        /// Makes a running process a domain.
        fn domain_qemu_attach(&self, pid: u32, flags: u32) -> DomainKey => "virDomainQemuAttach";
    }
}
