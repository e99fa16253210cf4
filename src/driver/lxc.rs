//! What only containers have.

#![forbid(unsafe_code)]

use std::os::fd::OwnedFd;

use super::Driver;
use crate::domain::Domain;
use crate::error::Result;

/// The functions of `libvirt-lxc.so.0` that a driver takes part in. No `flags` are known.
pub trait LxcDriver: Driver {
    driver_methods! { VIR_FROM_NONE;
        /// The namespaces of a container.
        fn domain_lxc_open_namespace(&self, dom: &Domain, flags: u32) -> Vec<OwnedFd> => "virDomainLxcOpenNamespace";
        /// Moves the calling process into the control groups of a container.
        fn domain_lxc_enter_cgroup(&self, dom: &Domain, flags: u32) -> () => "virDomainLxcEnterCGroup";
    }
}
