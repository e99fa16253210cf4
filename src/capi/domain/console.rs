//! Consoles, channels and the screen: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::os::fd::IntoRawFd;
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::cstr;
use crate::capi::domain::DOMAIN;
use crate::capi::handle::{Borrowed, Kind, borrow};
use crate::domain::Domain;
use crate::error::{Error, Result};
use crate::stream::Stream;
use crate::util::sys;

/// Borrows a domain that the call will change and a stream for its data, which have to be of one connection. Errors call the
/// stream `argument`.
///
/// # Safety
/// Both are NULL or live handles.
unsafe fn domain_and_stream(
    call: &mut Call,
    domain: virDomainPtr,
    stream: virStreamPtr,
    argument: &str,
) -> Result<(Borrowed<Domain>, Borrowed<Stream>)> {
    // SAFETY: contract of this function.
    let dom = unsafe { call.domain(domain) }?;
    // SAFETY: contract of this function.
    let Some(stream) = (unsafe { borrow::<Stream>(stream.cast()) }) else {
        return Err(call.invalid(Kind::Stream));
    };
    dom.conn().check_writable(DOMAIN, call.function())?;
    if !Arc::ptr_eq(dom.conn(), stream.conn()) {
        let text = format!("stream must match connection of domain '{}'", dom.name());
        return Err(Error::bad_argument(DOMAIN, call.function(), argument, text));
    }
    Ok((dom, stream))
}

symver!(virDomainGraphicsReload);
/// Makes a graphics display read its settings again, such as TLS certificates; the type names the
/// display kind. Returns 0, or -1 on error.
///
/// Since: 10.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGraphicsReload(
    domain: virDomainPtr,
    r#type: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainGraphicsReload", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_graphics_reload(&dom, r#type, flags)?;
        Ok(0)
    })
}

symver!(virDomainOpenChannel);
/// Connects a stream to a channel device of the guest, found by alias or target name; NULL means the
/// first. Returns 0, or -1 on error.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenChannel(
    dom: virDomainPtr,
    name: *const c_char,
    st: virStreamPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainOpenChannel", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, stream) = unsafe { domain_and_stream(call, dom, st, "st") }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.optional_string(name, "name", DOMAIN) }?;
        dom.driver().domain_open_channel(&dom, name, &stream, flags)?;
        Ok(0)
    })
}

symver!(virDomainOpenConsole);
/// Connects a stream to a console, serial or parallel port of the guest, found by alias; NULL means the
/// first. Flags can evict another user of it. Returns 0, or -1 on error.
///
/// Since: 0.8.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenConsole(
    dom: virDomainPtr,
    dev_name: *const c_char,
    st: virStreamPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainOpenConsole", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, stream) = unsafe { domain_and_stream(call, dom, st, "st") }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.optional_string(dev_name, "dev_name", DOMAIN) }?;
        dom.driver().domain_open_console(&dom, name, &stream, flags)?;
        Ok(0)
    })
}

symver!(virDomainOpenGraphics);
/// Passes a connected socket to the graphics display with index idx, so that a client can talk to it
/// through the other end. The caller keeps and closes its descriptor. Returns 0, or -1 on error.
///
/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphics(
    dom: virDomainPtr,
    idx: c_uint,
    fd: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainOpenGraphics", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        if fd < 0 {
            return Err(Error::arg_must(DOMAIN, "fd", call.function(), "be zero or greater"));
        }
        let is_socket = sys::is_socket(fd).map_err(|e| {
            Error::system(DOMAIN, format!("Unable to access file descriptor {fd}"), &e.into())
        })?;
        if !is_socket {
            let text = format!("fd {fd} must be a socket");
            return Err(Error::bad_argument(DOMAIN, call.function(), "fd", text));
        }
        dom.conn().check_writable(DOMAIN, call.function())?;
        dom.driver().domain_open_graphics(&dom, idx, fd, flags)?;
        Ok(0)
    })
}

symver!(virDomainOpenGraphicsFD);
/// Makes a socket connected to the graphics display with index idx. The caller closes it. Returns the
/// file descriptor, or -1 on error.
///
/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphicsFD(dom: virDomainPtr, idx: c_uint, flags: c_uint) -> c_int {
    entry("virDomainOpenGraphicsFD", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        dom.driver().domain_open_graphics_fd(&dom, idx, flags).map(IntoRawFd::into_raw_fd)
    })
}

symver!(virDomainScreenshot);
/// Takes a picture of one of the guest's screens and sends it through the stream. Returns the MIME type
/// of the picture as a string the caller frees with free(), or NULL on error.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainScreenshot(
    domain: virDomainPtr,
    stream: virStreamPtr,
    screen: c_uint,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainScreenshot", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let (dom, stream) = unsafe { domain_and_stream(call, domain, stream, "stream") }?;
        Ok(cstr::publish(&dom.driver().domain_screenshot(&dom, &stream, screen, flags)?))
    })
}
