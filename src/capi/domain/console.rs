//! Consoles, channels and the screen: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::error::ErrorDomain;

symver!(virDomainGraphicsReload);
/// {{virDomainGraphicsReload}} Since: 10.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGraphicsReload(
    domain: virDomainPtr,
    r#type: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainGraphicsReload", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainOpenChannel);
/// {{virDomainOpenChannel}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenChannel(
    dom: virDomainPtr,
    name: *const c_char,
    st: virStreamPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainOpenChannel", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainOpenConsole);
/// {{virDomainOpenConsole}} Since: 0.8.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenConsole(
    dom: virDomainPtr,
    dev_name: *const c_char,
    st: virStreamPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainOpenConsole", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainOpenGraphics);
/// {{virDomainOpenGraphics}} Since: 0.9.7
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
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainOpenGraphicsFD);
/// {{virDomainOpenGraphicsFD}} Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphicsFD(dom: virDomainPtr, idx: c_uint, flags: c_uint) -> c_int {
    entry("virDomainOpenGraphicsFD", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}

symver!(virDomainScreenshot);
/// {{virDomainScreenshot}} Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainScreenshot(
    domain: virDomainPtr,
    stream: virStreamPtr,
    screen: c_uint,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainScreenshot", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        Err(dom.driver().unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
    })
}
