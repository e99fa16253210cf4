//! Connections: opening, closing and asking about them: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_void};
use std::ptr::{self, NonNull};

use crate::abi::*;
use crate::capi::boundary::{Call, entry, run};
use crate::capi::cstr;
use crate::capi::handle::{publish, release, retain};
use crate::connect::{Connect, READ_ONLY};
use crate::error::{Error, ErrorDomain, Result};
use crate::util::log;

/// Where most errors about the arguments of connection calls come from, in the original's view.
const DOMAIN: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

/// The libvirt whose API this library has: major * 1,000,000 + minor * 1,000 + release.
const LIB_VERSION: c_ulong = 12_008_000;

/// Opens the connection `name`; `flags` are `virConnectFlags`.
///
/// # Safety
/// `name` is NULL or a string that lives as long as the call.
unsafe fn open(call: &Call, name: *const c_char, flags: c_uint) -> Result<virConnectPtr> {
    // SAFETY: contract of this function.
    let uri = unsafe { call.optional_string(name, "name", ErrorDomain::VIR_FROM_NONE) }?;
    Ok(publish(Connect::open(uri, flags)?))
}

/// Accepts a close callback. No driver inside the process can lose its connection, so that, as in the
/// original, the callback is neither called nor freed, and taking it back needs no earlier registration.
fn check_close_callback(call: &Call, cb: virConnectCloseFunc) -> Result<c_int> {
    match cb {
        Some(_) => Ok(0),
        None => Err(Error::null_arg(DOMAIN, "cb", call.function())),
    }
}

symver!(virConnectClose);
/// {{virConnectClose}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectClose(conn: virConnectPtr) -> c_int {
    entry("virConnectClose", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NONE) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        Ok(c_int::from(unsafe { release(conn) }))
    })
}

symver!(virConnectGetHostname);
/// {{virConnectGetHostname}} Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetHostname(conn: virConnectPtr) -> *mut c_char {
    entry("virConnectGetHostname", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(cstr::publish(&conn.driver().connect_get_hostname()?))
    })
}

symver!(virConnectGetLibVersion);
/// {{virConnectGetLibVersion}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetLibVersion(conn: virConnectPtr, libVer: *mut c_ulong) -> c_int {
    entry("virConnectGetLibVersion", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let version = call.not_null(libVer, "libVer", DOMAIN)?;
        // SAFETY: contract of this function.
        unsafe { version.write(LIB_VERSION) };
        Ok(0)
    })
}

symver!(virConnectGetMaxVcpus);
/// {{virConnectGetMaxVcpus}} Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetMaxVcpus(conn: virConnectPtr, r#type: *const c_char) -> c_int {
    entry("virConnectGetMaxVcpus", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let kind = unsafe { call.optional_string(r#type, "type", DOMAIN) }?;
        conn.driver().connect_get_max_vcpus(kind)
    })
}

symver!(virConnectGetType);
/// {{virConnectGetType}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetType(conn: virConnectPtr) -> *const c_char {
    entry("virConnectGetType", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(conn.driver().connect_get_type()?.as_ptr())
    })
}

symver!(virConnectGetURI);
/// {{virConnectGetURI}} Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetURI(conn: virConnectPtr) -> *mut c_char {
    entry("virConnectGetURI", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(cstr::publish(conn.uri()))
    })
}

symver!(virConnectGetVersion);
/// {{virConnectGetVersion}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetVersion(conn: virConnectPtr, hvVer: *mut c_ulong) -> c_int {
    entry("virConnectGetVersion", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let version = call.not_null(hvVer, "hvVer", DOMAIN)?;
        let found = conn.driver().connect_get_version()?;
        // SAFETY: contract of this function.
        unsafe { version.write(found) };
        Ok(0)
    })
}

symver!(virConnectIsAlive);
/// {{virConnectIsAlive}} Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsAlive(conn: virConnectPtr) -> c_int {
    entry("virConnectIsAlive", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(c_int::from(conn.driver().connect_is_alive()?))
    })
}

symver!(virConnectIsEncrypted);
/// {{virConnectIsEncrypted}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsEncrypted(conn: virConnectPtr) -> c_int {
    entry("virConnectIsEncrypted", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(c_int::from(conn.driver().connect_is_encrypted()?))
    })
}

symver!(virConnectIsSecure);
/// {{virConnectIsSecure}} Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsSecure(conn: virConnectPtr) -> c_int {
    entry("virConnectIsSecure", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(c_int::from(conn.driver().connect_is_secure()?))
    })
}

symver!(virConnectOpen);
/// {{virConnectOpen}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpen(name: *const c_char) -> virConnectPtr {
    entry("virConnectOpen", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        unsafe { open(call, name, 0) }
    })
}

symver!(virConnectOpenAuth);
/// {{virConnectOpenAuth}} Since: 0.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenAuth(
    name: *const c_char,
    auth: virConnectAuthPtr,
    flags: c_uint,
) -> virConnectPtr {
    entry("virConnectOpenAuth", ptr::null_mut(), |call| {
        // No driver asks for credentials yet, so `auth` is only accepted.
        // SAFETY: contract of this function.
        unsafe { open(call, name, flags) }
    })
}

symver!(virConnectOpenReadOnly);
/// {{virConnectOpenReadOnly}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenReadOnly(name: *const c_char) -> virConnectPtr {
    entry("virConnectOpenReadOnly", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        unsafe { open(call, name, READ_ONLY) }
    })
}

symver!(virConnectRef);
/// {{virConnectRef}} Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRef(conn: virConnectPtr) -> c_int {
    entry("virConnectRef", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        retain(&conn);
        Ok(0)
    })
}

symver!(virConnectRegisterCloseCallback);
/// {{virConnectRegisterCloseCallback}} Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRegisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectRegisterCloseCallback", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { call.connect(conn, DOMAIN) }?;
        check_close_callback(call, cb)
    })
}

symver!(virConnectSetKeepAlive);
/// {{virConnectSetKeepAlive}} Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetKeepAlive(
    conn: virConnectPtr,
    interval: c_int,
    count: c_uint,
) -> c_int {
    entry("virConnectSetKeepAlive", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Err(conn.driver().unsupported(DOMAIN, call.function()))
    })
}

symver!(virConnectUnregisterCloseCallback);
/// {{virConnectUnregisterCloseCallback}} Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectUnregisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
) -> c_int {
    entry("virConnectUnregisterCloseCallback", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { call.connect(conn, DOMAIN) }?;
        check_close_callback(call, cb)
    })
}

symver!(virGetVersion);
/// {{virGetVersion}} Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetVersion(
    libVer: *mut c_ulong,
    r#type: *const c_char,
    typeVer: *mut c_ulong,
) -> c_int {
    entry("virGetVersion", -1, |call| {
        log::init()?;
        let version = NonNull::new(libVer).ok_or_else(Error::unknown_cause)?;
        // SAFETY: contract of this function.
        unsafe { version.write(LIB_VERSION) };
        if let Some(version) = NonNull::new(typeVer) {
            // SAFETY: as above.
            unsafe { version.write(LIB_VERSION) };
        }
        Ok(0)
    })
}

symver!(virInitialize);
/// {{virInitialize}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInitialize() -> c_int {
    run("virInitialize", -1, |call| {
        log::init()?;
        Ok(0)
    })
}
