//! What only the QEMU driver has: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint, c_void};
use std::mem::transmute;
use std::os::fd::{BorrowedFd, IntoRawFd, OwnedFd};
use std::ptr::{self, NonNull};
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::domain::publish_domain;
use crate::capi::listener::{NameFilter, Registrar};
use crate::capi::{cstr, list};
use crate::connect::Connect;
use crate::domain::Domain;
use crate::error::{Error, ErrorDomain, Result};
use crate::event::callback::EventFunction;
use crate::event::{Class, Filter};

/// What the original blames in all functions of this header.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_NONE;

/// Stores the number of `files`, and an array of them that the caller frees, or NULL for none. A caller that does
/// not ask for both gets none.
///
/// # Safety
/// What is asked for can be written.
unsafe fn publish_files(
    files: Vec<OwnedFd>,
    (count, array): (Option<NonNull<c_uint>>, Option<NonNull<*mut c_int>>),
) -> Result<()> {
    let files = if count.is_some() && array.is_some() { files } else { Vec::new() };
    let number = c_uint::try_from(files.len())
        .map_err(|_| Error::internal(FROM, "too many file descriptors for one reply"))?;
    let values = match files.is_empty() {
        true => ptr::null_mut(),
        false => list::publish_values(files.into_iter().map(IntoRawFd::into_raw_fd))?,
    };
    if let Some(count) = count {
        // SAFETY: contract of this function.
        unsafe { count.write(number) };
    }
    if let Some(array) = array {
        // SAFETY: contract of this function.
        unsafe { array.write(values) };
    }
    Ok(())
}

/// A descriptor of our own for what the caller's number stands for.
fn copy_of(file: c_int) -> Result<OwnedFd> {
    let copy = match file {
        // A number that cannot be one must not be borrowed.
        ..0 => Err(std::io::Error::from_raw_os_error(libc::EBADF)),
        // SAFETY: the number is only handed to the system, which says if it is nobody's.
        _ => unsafe { BorrowedFd::borrow_raw(file) }.try_clone_to_owned(),
    };
    // As libvirt, which finds out when it sends it.
    copy.map_err(|cause| Error::system(ErrorDomain::VIR_FROM_QEMU, "Unable to write to monitor", &cause))
}

fn registrar<'a>(call: &'a Call, conn: &'a Arc<Connect>) -> Registrar<'a> {
    Registrar { call, conn, class: Class::Monitor, from: FROM }
}

symver!(oxvirt_virConnectDomainQemuMonitorEventDeregister);
/// Removes the QEMU monitor event callback with the id that virConnectDomainQemuMonitorEventRegister()
/// returned, and runs its free callback. Returns 0, or -1 on error.
///
/// Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virConnectDomainQemuMonitorEventDeregister(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    entry("virConnectDomainQemuMonitorEventDeregister", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        registrar(call, &conn).deregister_any(callbackID)
    })
}

symver!(oxvirt_virConnectDomainQemuMonitorEventRegister);
/// Adds a callback for raw QEMU monitor events, of one domain or all, with the given name or, if NULL,
/// any; flags allow a regular expression or ignored case. Returns a callback id, or -1 on error.
///
/// Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virConnectDomainQemuMonitorEventRegister(
    conn: virConnectPtr,
    dom: virDomainPtr,
    event: *const c_char,
    cb: virConnectDomainQemuMonitorEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
    flags: c_uint,
) -> c_int {
    entry("virConnectDomainQemuMonitorEventRegister", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        // SAFETY: both are nullable function pointers; a monitor event is called as what it was before.
        let function = unsafe { transmute::<virConnectDomainQemuMonitorEventCallback, EventFunction>(cb) };
        let filter = || {
            // SAFETY: contract of this function.
            let name = unsafe { call.optional_string(event, "event", FROM) }?;
            let asked = name.map(|name| Filter { name: name.to_owned(), flags });
            Ok(NameFilter::new(name, flags)?.zip(asked))
        };
        // SAFETY: contract of this function.
        unsafe {
            registrar(call, &conn).register_monitor::<Domain>(
                (dom.cast(), "dom"),
                filter,
                (function, opaque, freecb),
            )
        }
    })
}

symver!(oxvirt_virDomainQemuAgentCommand);
/// Sends a JSON command to the QEMU guest agent and waits for its answer for a number of seconds or a
/// constant of virDomainQemuAgentCommandTimeoutValues. Returns the answer, which the caller frees with
/// free(), or NULL on error.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainQemuAgentCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    timeout: c_int,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainQemuAgentCommand", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        dom.conn().check_writable(FROM, call.function())?;
        // SAFETY: contract of this function.
        let command = unsafe { call.string(cmd, "cmd", FROM) }?;
        let reply = dom.driver().domain_qemu_agent_command(&dom, command, timeout, flags)?;
        Ok(cstr::publish(&reply))
    })
}

symver!(oxvirt_virDomainQemuAttach);
/// Was made to adopt a QEMU process that was started by other means, given by its process id; drivers
/// no longer support it. Returns a new handle, or NULL on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainQemuAttach(
    conn: virConnectPtr,
    pid_value: c_uint,
    flags: c_uint,
) -> virDomainPtr {
    entry("virDomainQemuAttach", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, FROM) }?;
        call.not_zero(pid_value == 0, "pid_value", FROM)?;
        conn.check_writable(FROM, call.function())?;
        let key = conn.driver().domain_qemu_attach(pid_value, flags)?;
        Ok(publish_domain(&conn, key))
    })
}

symver!(oxvirt_virDomainQemuMonitorCommand);
/// Sends a command to the QEMU monitor, as JSON or with the flag in the human form, and stores the
/// answer, which the caller frees with free(). This bypasses the library and taints the domain. Returns
/// 0, or -1 on error.
///
/// Since: 0.8.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainQemuMonitorCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainQemuMonitorCommand", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let result = call.not_null(result, "result", FROM)?;
        dom.conn().check_writable(FROM, call.function())?;
        // SAFETY: contract of this function.
        let command = unsafe { call.string(cmd, "cmd", FROM) }?;
        let reply = dom.driver().domain_qemu_monitor_command(&dom, command, flags)?;
        // SAFETY: `result` is not NULL, and the caller's to write to.
        unsafe { result.write(cstr::publish(&reply)) };
        Ok(0)
    })
}

symver!(oxvirt_virDomainQemuMonitorCommandWithFiles);
/// Sends a command to the QEMU monitor together with open file descriptors and stores the answer.
/// Descriptors sent back come in an array that the caller frees after closing them. Returns 0, or -1 on
/// error.
///
/// Since: 8.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainQemuMonitorCommandWithFiles(
    domain: virDomainPtr,
    cmd: *const c_char,
    ninfiles: c_uint,
    infiles: *mut c_int,
    noutfiles: *mut c_uint,
    outfiles: *mut *mut c_int,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainQemuMonitorCommandWithFiles", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let result = call.not_null(result, "result", FROM)?;
        dom.conn().check_writable(FROM, call.function())?;
        // SAFETY: contract of this function.
        let command = unsafe { call.string(cmd, "cmd", FROM) }?;
        if ninfiles > 0 {
            call.not_null(infiles, "infiles", FROM)?;
        }
        // SAFETY: contract of this function: as many descriptors.
        let files = unsafe { list::borrow(infiles, ninfiles) };
        let files = files.iter().map(|file| copy_of(*file)).collect::<Result<_>>()?;
        let outputs = (NonNull::new(noutfiles), NonNull::new(outfiles));
        // SAFETY: contract of this function.
        unsafe { publish_files(Vec::new(), outputs) }?;
        let (reply, files) =
            dom.driver().domain_qemu_monitor_command_with_files(&dom, command, files, flags)?;
        // SAFETY: contract of this function; `result` is not NULL.
        unsafe {
            publish_files(files, outputs)?;
            result.write(cstr::publish(&reply));
        }
        Ok(0)
    })
}
