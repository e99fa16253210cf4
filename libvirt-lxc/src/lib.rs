//! `libvirt-lxc.so.0`: what only the LXC driver has.
//!
//! All state is in `libvirt.so.0`: each function forwards to one with a private name there (node
//! `OXVIRT_PRIVATE`). Nothing here can panic. Handles and callbacks are passed on untouched, so that their
//! types do not matter; the contracts are those of the functions behind.

#![allow(non_snake_case, reason = "the names of functions and parameters are the C API's")]
#![allow(clippy::missing_safety_doc, reason = "the contracts are those of the functions behind")]

use std::ffi::{c_int, c_uint, c_void};

include!(concat!(env!("OUT_DIR"), "/symver.rs"));

type Handle = *mut c_void;

// The functions of `libvirt.so.0` that stand behind.
unsafe extern "C" {
    fn oxvirt_virDomainLxcEnterCGroup(domain: Handle, flags: c_uint) -> c_int;
    fn oxvirt_virDomainLxcEnterNamespace(
        domain: Handle,
        nfdlist: c_uint,
        fdlist: *mut c_int,
        noldfdlist: *mut c_uint,
        oldfdlist: *mut *mut c_int,
        flags: c_uint,
    ) -> c_int;
    fn oxvirt_virDomainLxcEnterSecurityLabel(
        model: Handle,
        label: Handle,
        oldlabel: Handle,
        flags: c_uint,
    ) -> c_int;
    fn oxvirt_virDomainLxcOpenNamespace(domain: Handle, fdlist: *mut *mut c_int, flags: c_uint) -> c_int;
}

symver!(virDomainLxcEnterCGroup);
/// Moves the calling process into the control groups of a container. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLxcEnterCGroup(domain: Handle, flags: c_uint) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virDomainLxcEnterCGroup(domain, flags) }
}

symver!(virDomainLxcEnterNamespace);
/// Moves the calling process into namespaces. Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLxcEnterNamespace(
    domain: Handle,
    nfdlist: c_uint,
    fdlist: *mut c_int,
    noldfdlist: *mut c_uint,
    oldfdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virDomainLxcEnterNamespace(domain, nfdlist, fdlist, noldfdlist, oldfdlist, flags) }
}

symver!(virDomainLxcEnterSecurityLabel);
/// Takes on a container's security label. Since: 1.0.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLxcEnterSecurityLabel(
    model: Handle,
    label: Handle,
    oldlabel: Handle,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virDomainLxcEnterSecurityLabel(model, label, oldlabel, flags) }
}

symver!(virDomainLxcOpenNamespace);
/// Opens the namespaces of a container. Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLxcOpenNamespace(
    domain: Handle,
    fdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virDomainLxcOpenNamespace(domain, fdlist, flags) }
}
