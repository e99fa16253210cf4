//! Connections: opening, closing and asking about them: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_void};
use std::ptr::{self, NonNull};

use crate::abi::*;
use crate::auth::Authenticator;
use crate::capi::auth::Program;
use crate::capi::boundary::{Call, entry, run};
use crate::capi::handle::{publish, retain, take};
use crate::capi::{closing, cstr};
use crate::connect::{Connect, READ_ONLY};
use crate::error::{Error, ErrorDomain, Result};
use crate::util::log;

/// Where most errors about the arguments of connection calls come from, in the original's view.
const DOMAIN: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

/// The libvirt whose API this library has: major * 1,000,000 + minor * 1,000 + release.
const LIB_VERSION: c_ulong = LIBVIR_VERSION_NUMBER;

/// Opens the connection `name` with the credentials that `auth` gives; `flags` are `virConnectFlags`.
///
/// # Safety
/// `name` is NULL or a string that lives as long as the call; `auth` is NULL or good for [`Program::new`].
unsafe fn open(
    call: &Call,
    name: *const c_char,
    auth: virConnectAuthPtr,
    flags: c_uint,
) -> Result<virConnectPtr> {
    // SAFETY: contract of this function.
    let uri = unsafe { call.optional_string(name, "name", ErrorDomain::VIR_FROM_NONE) }?;
    // SAFETY: contract of this function.
    let program = unsafe { Program::new(auth) };
    let auth = program.as_ref().map(|program| program as &dyn Authenticator);
    Ok(publish(Connect::open_auth(uri, auth, flags)?))
}

symver!(virConnectClose);
/// Drops one reference to a connection and closes it with the last one; objects of the connection hold
/// references too. Returns 1 if references are left, 0 when closed, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectClose(conn: virConnectPtr) -> c_int {
    entry("virConnectClose", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NONE) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        let Some(last) = (unsafe { take(conn) }) else { return Ok(1) };
        if let Err(error) = last.driver().connect_close() {
            // As in the original: the connection has ended, and the error says how.
            call.tell(call.function(), &error);
        }
        Ok(0)
    })
}

symver!(virConnectGetHostname);
/// Gives the host name of the machine the hypervisor runs on. Returns a string the caller frees with
/// free(), or NULL on error.
///
/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetHostname(conn: virConnectPtr) -> *mut c_char {
    entry("virConnectGetHostname", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(cstr::publish(&conn.driver().connect_get_hostname()?))
    })
}

symver!(virConnectGetLibVersion);
/// Stores the library version used at the daemon's side: major times 1000000 plus minor times 1000 plus
/// release. Returns 0, or -1 on error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetLibVersion(conn: virConnectPtr, libVer: *mut c_ulong) -> c_int {
    entry("virConnectGetLibVersion", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let version = call.not_null(libVer, "libVer", DOMAIN)?;
        let found = conn.driver().connect_get_lib_version()?;
        // SAFETY: contract of this function.
        unsafe { version.write(found) };
        Ok(0)
    })
}

symver!(virConnectGetMaxVcpus);
/// Gives the most vCPUs a guest of the named virtualization type can have; NULL means the default type.
/// Returns the number, or -1 on error.
///
/// Since: 0.2.1
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
/// Gives the name of the hypervisor driver behind the connection, such as QEMU. The string is static
/// and must not be freed. Returns the name, or NULL on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetType(conn: virConnectPtr) -> *const c_char {
    entry("virConnectGetType", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(conn.driver().connect_get_type()?.as_ptr())
    })
}

symver!(virConnectGetURI);
/// Gives the full URI of the connection, with the defaults filled in. Returns a string the caller frees
/// with free(), or NULL on error.
///
/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetURI(conn: virConnectPtr) -> *mut c_char {
    entry("virConnectGetURI", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(cstr::publish(conn.uri()))
    })
}

symver!(virConnectGetVersion);
/// Stores the version of the running hypervisor: major times 1000000 plus minor times 1000 plus
/// release, or 0 if it cannot be told. Returns 0, or -1 on error.
///
/// Since: 0.0.3
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
/// Tells whether the connection still works: a local one always does, a remote one until its transport
/// is lost. Returns 1 if alive, 0 if dead, or -1 on error.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsAlive(conn: virConnectPtr) -> c_int {
    entry("virConnectIsAlive", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(c_int::from(conn.driver().connect_is_alive()?))
    })
}

symver!(virConnectIsEncrypted);
/// Tells whether the data of the connection travels encrypted. Returns 1 if so, 0 if not, or -1 on
/// error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsEncrypted(conn: virConnectPtr) -> c_int {
    entry("virConnectIsEncrypted", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(c_int::from(conn.driver().connect_is_encrypted()?))
    })
}

symver!(virConnectIsSecure);
/// Tells whether others could listen to the connection; a local socket counts as secure, like an
/// encrypted transport. Returns 1 if secure, 0 if not, or -1 on error.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsSecure(conn: virConnectPtr) -> c_int {
    entry("virConnectIsSecure", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        Ok(c_int::from(conn.driver().connect_is_secure()?))
    })
}

symver!(virConnectOpen);
/// Opens a connection with full rights; a NULL or empty URI takes the default from the environment, the
/// configuration file, or by probing. Release it with virConnectClose(). Returns a new connection, or
/// NULL on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpen(name: *const c_char) -> virConnectPtr {
    entry("virConnectOpen", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        unsafe { open(call, name, ptr::null_mut(), 0) }
    })
}

symver!(virConnectOpenAuth);
/// Opens a connection and asks for credentials through the callback of auth; flags (virConnectFlags)
/// can make it read-only. Release it with virConnectClose(). Returns a new connection, or NULL on
/// error.
///
/// Since: 0.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenAuth(
    name: *const c_char,
    auth: virConnectAuthPtr,
    flags: c_uint,
) -> virConnectPtr {
    entry("virConnectOpenAuth", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        unsafe { open(call, name, auth, flags) }
    })
}

symver!(virConnectOpenReadOnly);
/// Opens a connection that may only query, not change anything. Release it with virConnectClose().
/// Returns a new connection, or NULL on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenReadOnly(name: *const c_char) -> virConnectPtr {
    entry("virConnectOpenReadOnly", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        unsafe { open(call, name, ptr::null_mut(), READ_ONLY) }
    })
}

symver!(virConnectRef);
/// Adds a reference to a connection, for instance for another thread; each one needs its own
/// virConnectClose(). Returns 0, or -1 on error.
///
/// Since: 0.6.0
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
/// Sets the one callback that is told when the connection breaks, with a virConnectCloseReason. The
/// free callback runs when it is removed. Returns 0, or -1 on error.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRegisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectRegisterCloseCallback", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        closing::check(call, cb, DOMAIN)?;
        conn.driver().connect_register_close_callback(closing::listener(cb, opaque, freecb, &conn))?;
        Ok(0)
    })
}

symver!(virConnectSetKeepAlive);
/// Sends keepalive messages after the interval in seconds without traffic and closes the connection
/// when count of them stay unanswered; an interval of 0 turns it off. Needs a running event loop.
/// Returns 0, 1 if the peer cannot do it, or -1 on error.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetKeepAlive(
    conn: virConnectPtr,
    interval: c_int,
    count: c_uint,
) -> c_int {
    entry("virConnectSetKeepAlive", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        let kept = conn.driver().connect_set_keep_alive(interval, count)?;
        Ok(c_int::from(!kept))
    })
}

symver!(virConnectUnregisterCloseCallback);
/// Removes the close callback, which must be the one that was registered, and runs its free callback.
/// Returns 0, or -1 on error.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectUnregisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
) -> c_int {
    entry("virConnectUnregisterCloseCallback", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        closing::check(call, cb, DOMAIN)?;
        conn.driver().connect_unregister_close_callback(closing::address(cb))?;
        Ok(0)
    })
}

symver!(virGetVersion);
/// Stores the version of this library and, if the pointer is not NULL, of a driver: major times 1000000
/// plus minor times 1000 plus release. Returns 0, or -1 on error.
///
/// Since: 0.0.3
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
/// Initializes the library. Other entry points do so themselves, so a call is needed only to do it
/// early, for instance before starting threads. Returns 0, or -1 on error.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInitialize() -> c_int {
    run("virInitialize", -1, |call| {
        log::init()?;
        Ok(0)
    })
}
