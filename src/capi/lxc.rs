//! What only the LXC driver has: exported functions of the C API.
//!
//! They act on the calling process, whatever the driver of the connection is.

use std::ffi::{CStr, c_int, c_uint};
use std::os::fd::{BorrowedFd, IntoRawFd};
use std::{ptr, slice};

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::list;
use crate::container::{self, Label};
use crate::error::{Error, ErrorDomain, Result};

/// Where errors about the arguments of these functions come from, in the original's view.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_NONE;

fn no_flags(call: &Call, flags: c_uint) -> Result<()> {
    match flags {
        0 => Ok(()),
        unknown => Err(Error::unsupported_flags(FROM, unknown, call.function())),
    }
}

symver!(oxvirt_virDomainLxcEnterCGroup);
/// Moves the calling process into the control groups of a container. Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainLxcEnterCGroup(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainLxcEnterCGroup", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        dom.conn().check_writable(FROM, call.function())?;
        no_flags(call, flags)?;
        dom.driver().domain_lxc_enter_cgroup(&dom, flags)?;
        Ok(0)
    })
}

symver!(oxvirt_virDomainLxcEnterNamespace);
/// Moves the calling process into namespaces given by open descriptors, as
/// virDomainLxcOpenNamespace() stores them; the user namespace has to come first. Stores descriptors
/// of the namespaces it leaves in an array that the caller frees with free() after closing them,
/// unless noldfdlist or oldfdlist is NULL. A process with threads cannot enter user and mount
/// namespaces, so that programs should fork first. Returns 0, or -1 on error.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainLxcEnterNamespace(
    domain: virDomainPtr,
    nfdlist: c_uint,
    fdlist: *mut c_int,
    noldfdlist: *mut c_uint,
    oldfdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainLxcEnterNamespace", -1, |call| {
        no_flags(call, flags)?;
        let wants_old = !noldfdlist.is_null() && !oldfdlist.is_null();
        let mut old = Vec::new();
        if wants_old {
            // SAFETY: contract of this function: out-parameters can be written.
            unsafe {
                noldfdlist.write(0);
                oldfdlist.write(ptr::null_mut());
            }
            old = container::own_namespaces()?;
        }
        if nfdlist == 0 || fdlist.is_null() {
            let text = "Expected at least one file descriptor".to_owned();
            return Err(Error::bad_argument(FROM, "virProcessSetNamespaces", "nfdlist", text));
        }
        // SAFETY: contract of this function: as long as its count says.
        let fds = unsafe { slice::from_raw_parts(fdlist, nfdlist as usize) };
        // SAFETY: the caller's descriptors, borrowed for the call; not -1.
        let fds = fds.iter().filter(|fd| **fd >= 0).map(|fd| unsafe { BorrowedFd::borrow_raw(*fd) });
        container::enter_namespaces(&fds.collect::<Vec<_>>())?;
        if wants_old {
            let count = list::count(old.len())?.unsigned_abs();
            let fds = list::publish_values(old.into_iter().map(IntoRawFd::into_raw_fd))?;
            // SAFETY: as above.
            unsafe {
                oldfdlist.write(fds);
                noldfdlist.write(count);
            }
        }
        Ok(0)
    })
}

symver!(oxvirt_virDomainLxcEnterSecurityLabel);
/// Takes on a container's security label, with the models selinux and apparmor; none does nothing.
/// Stores the label before in oldlabel, which stays empty if the model does not tell it, unless that
/// is NULL. Returns 0, or -1 on error.
///
/// Since: 1.0.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainLxcEnterSecurityLabel(
    model: virSecurityModelPtr,
    label: virSecurityLabelPtr,
    oldlabel: virSecurityLabelPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainLxcEnterSecurityLabel", -1, |call| {
        no_flags(call, flags)?;
        let model = call.not_null(model, "model", FROM)?;
        let label = call.not_null(label, "label", FROM)?;
        if !oldlabel.is_null() {
            // SAFETY: contract of this function: it can be written; zeros are an empty label.
            unsafe { oldlabel.write_bytes(0, 1) };
        }
        // SAFETY: contract of this function: both texts end with NUL.
        let (model, label) = unsafe {
            (CStr::from_ptr(model.as_ref().model.as_ptr()), CStr::from_ptr(label.as_ref().label.as_ptr()))
        };
        let old = container::enter_label(model, label, !oldlabel.is_null())?;
        if let Some(old) = old {
            // SAFETY: only asked for if it can be written.
            store_label(&old, unsafe { &mut *oldlabel })?;
        }
        Ok(0)
    })
}

fn store_label(label: &Label, out: &mut virSecurityLabel) -> Result<()> {
    if label.text.len() >= VIR_SECURITY_LABEL_BUFLEN {
        let text = format!("security label exceeds maximum length: {}", VIR_SECURITY_LABEL_BUFLEN - 1);
        return Err(Error::internal(FROM, text));
    }
    for (to, from) in out.label.iter_mut().zip(&label.text) {
        *to = from.cast_signed();
    }
    out.enforcing = c_int::from(label.enforcing);
    Ok(())
}

symver!(oxvirt_virDomainLxcOpenNamespace);
/// Opens the namespaces of a container. Stores their descriptors in an array that the caller frees
/// with free() after closing them. Returns the number of descriptors, or -1 on error.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virDomainLxcOpenNamespace(
    domain: virDomainPtr,
    fdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainLxcOpenNamespace", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(fdlist, "fdlist", FROM)?;
        dom.conn().check_writable(FROM, call.function())?;
        let opened = dom.driver().domain_lxc_open_namespace(&dom, flags)?;
        let count = list::count(opened.len())?;
        let fds = list::publish_values(opened.into_iter().map(IntoRawFd::into_raw_fd))?;
        // SAFETY: contract of this function.
        unsafe { out.write(fds) };
        Ok(count)
    })
}
