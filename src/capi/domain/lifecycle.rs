//! Starting, stopping and defining domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::domain::DOMAIN;
use crate::capi::domain::xml::create_xml;

use crate::capi::host::wanted_machine;
use crate::capi::{cstr, list};
use crate::error::Error;
use crate::ident::Name;

/// How many there are of `virDomainLifecycle` and `virDomainLifecycleAction`.
const LIFECYCLE_TYPES: u32 = virDomainLifecycle::VIR_DOMAIN_LIFECYCLE_CRASH as u32 + 1;
const LIFECYCLE_ACTIONS: u32 =
    virDomainLifecycleAction::VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART as u32 + 1;

symver!(virConnectGetDomainCapabilities);
/// Reports as XML which domain features an emulator, architecture, machine type and virtualization type
/// support together. Every selector may be NULL to take the default. Returns a string the caller frees
/// with free(), or NULL on error.
///
/// Since: 1.2.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetDomainCapabilities(
    conn: virConnectPtr,
    emulatorbin: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virttype: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry("virConnectGetDomainCapabilities", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let machine = unsafe { wanted_machine(call, emulatorbin, arch, machine, virttype) }?;
        Ok(cstr::publish(&conn.driver().connect_get_domain_capabilities(machine, flags)?))
    })
}

symver!(virDomainCreate);
/// Starts a defined domain, from its managed save image if there is one. Returns 0, or -1 on error.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreate(domain: virDomainPtr) -> c_int {
    entry("virDomainCreate", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.set_id(Some(dom.driver().domain_create(&dom)?));
        Ok(0)
    })
}

symver!(virDomainCreateLinux);
/// Starts a transient domain from XML; an older name of virDomainCreateXML() with the same behaviour.
/// Release the handle with virDomainFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateLinux(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainPtr {
    entry("virDomainCreateXML", ptr::null_mut(), |call| {
        // The old name of `virDomainCreateXML`, which errors speak of.
        // SAFETY: contract of this function.
        unsafe { create_xml(call, conn, xmlDesc, flags) }
    })
}

symver!(virDomainCreateWithFiles);
/// Starts a defined domain and hands it open file descriptors, which the guest's first process inherits
/// from number 3 on. Only container drivers use them. Returns 0, or -1 on error.
///
/// Since: 1.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateWithFiles(
    domain: virDomainPtr,
    nfiles: c_uint,
    files: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainCreateWithFiles", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let files = unsafe { list::borrow(files, nfiles) };
        dom.set_id(Some(dom.driver().domain_create_with_files(&dom, files, flags)?));
        Ok(0)
    })
}

symver!(virDomainCreateWithFlags);
/// Starts a defined domain with virDomainCreateFlags, for example paused or ignoring the managed save
/// image. Returns 0, or -1 on error.
///
/// Since: 0.8.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateWithFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainCreateWithFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.set_id(Some(dom.driver().domain_create_with_flags(&dom, flags)?));
        Ok(0)
    })
}

symver!(virDomainDestroy);
/// Stops a domain at once, like pulling the power plug. A transient domain disappears; the handle still
/// needs virDomainFree(). Returns 0, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDestroy(domain: virDomainPtr) -> c_int {
    entry("virDomainDestroy", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_destroy(&dom)?;
        Ok(0)
    })
}

symver!(virDomainDestroyFlags);
/// Stops a domain without the guest's cooperation; the graceful flag refuses to use a kill signal when
/// the hypervisor does not exit in time. Returns 0, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDestroyFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainDestroyFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_destroy_flags(&dom, flags)?;
        Ok(0)
    })
}

symver!(virDomainReboot);
/// Asks the guest to reboot and returns before it has done so. The flags choose the ways to try
/// (virDomainRebootFlagValues); 0 leaves it to the hypervisor. Returns 0, or -1 on error.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainReboot(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainReboot", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_reboot(&dom, flags)?;
        Ok(0)
    })
}

symver!(virDomainRename);
/// Gives an inactive persistent domain a new name. Look the domain up again for a handle that carries
/// it. Returns 0, or -1 on error.
///
/// Since: 1.2.19
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRename(dom: virDomainPtr, new_name: *const c_char, flags: c_uint) -> c_int {
    entry("virDomainRename", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(new_name, "new_name", DOMAIN) }?;
        let Some(name) = Name::new(name).filter(|name| !name.as_str().is_empty()) else {
            let text = format!("string new_name in {} must not be empty", call.function());
            return Err(Error::bad_argument(DOMAIN, call.function(), "new_name", text));
        };
        dom.driver().domain_rename(&dom, name, flags)?;
        Ok(0)
    })
}

symver!(virDomainReset);
/// Resets a running domain at once like the reset button, without the guest's cooperation. Returns 0,
/// or -1 on error.
///
/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainReset(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainReset", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_reset(&dom, flags)?;
        Ok(0)
    })
}

symver!(virDomainResume);
/// Continues a domain that was paused with virDomainSuspend(). Returns 0, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainResume(domain: virDomainPtr) -> c_int {
    entry("virDomainResume", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_resume(&dom)?;
        Ok(0)
    })
}

symver!(virDomainSetLifecycleAction);
/// Sets what happens (virDomainLifecycleAction) when the guest powers off, reboots or crashes
/// (virDomainLifecycle). Returns 0, or -1 on error.
///
/// Since: 3.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetLifecycleAction(
    domain: virDomainPtr,
    r#type: c_uint,
    action: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetLifecycleAction", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        if r#type >= LIFECYCLE_TYPES {
            return Err(Error::invalid_arg(DOMAIN, format!("invalid lifecycle type '{}'", r#type)));
        }
        if action >= LIFECYCLE_ACTIONS {
            return Err(Error::invalid_arg(DOMAIN, format!("invalid lifecycle action '{action}'")));
        }
        dom.driver().domain_set_lifecycle_action(&dom, r#type, action, flags)?;
        Ok(0)
    })
}

symver!(virDomainShutdown);
/// Asks the guest to power off and returns before it has done so; the guest may ignore it. Returns 0,
/// or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainShutdown(domain: virDomainPtr) -> c_int {
    entry("virDomainShutdown", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_shutdown(&dom)?;
        Ok(0)
    })
}

symver!(virDomainShutdownFlags);
/// Asks the guest to power off in the ways the flags choose (virDomainShutdownFlagValues), without
/// waiting for it. Returns 0, or -1 on error.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainShutdownFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainShutdownFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_shutdown_flags(&dom, flags)?;
        Ok(0)
    })
}

symver!(virDomainSuspend);
/// Pauses an active domain: its vCPUs stop but memory stays allocated. Returns 0, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSuspend(domain: virDomainPtr) -> c_int {
    entry("virDomainSuspend", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_suspend(&dom)?;
        Ok(0)
    })
}

symver!(virDomainUndefine);
/// Deletes the stored configuration of a domain; an active one becomes transient. Fails if a managed
/// save image or snapshots exist. Returns 0, or -1 on error.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUndefine(domain: virDomainPtr) -> c_int {
    entry("virDomainUndefine", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_undefine(&dom)?;
        Ok(0)
    })
}

symver!(virDomainUndefineFlags);
/// Deletes the stored configuration of a domain and, as flags say, its managed save image, snapshot
/// data, NVRAM or TPM state. Returns 0, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUndefineFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainUndefineFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_undefine_flags(&dom, flags)?;
        Ok(0)
    })
}
