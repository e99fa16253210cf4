//! Administration of daemons: exported functions of the C API.
//!
//! A connection reaches a daemon's socket and no further: the protocol that is spoken there is not, so that
//! there are no handles and each one that a program comes with is invalid.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};
use std::ptr;

use crate::abi::*;
use crate::admin;
use crate::capi::boundary::{Call, entry, run};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::log;

/// Where errors about the arguments of these functions come from, in the original's view.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_ADMIN;

/// The error for a handle of any kind, in the original's words.
fn invalid_handle(call: &Call) -> Error {
    Error::new(ErrorCode::VIR_ERR_INVALID_CONN, FROM, call.function())
}

/// For functions that allow NULL as handle, and then do nothing.
fn null_handle<T>(call: &Call, handle: *mut T) -> Result<c_int> {
    if handle.is_null() { Ok(0) } else { Err(invalid_handle(call)) }
}

symver!(oxvirt_virAdmClientClose);
/// Disconnects a client from its server, as if it had broken the connection. Returns 0, or -1 on
/// error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientClose(client: virAdmClientPtr, flags: c_uint) -> c_int {
    entry("virAdmClientClose", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmClientFree);
/// Drops one reference to a client's handle; NULL is allowed. Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientFree(client: virAdmClientPtr) -> c_int {
    entry("virAdmClientFree", -1, |call| null_handle(call, client))
}

symver!(oxvirt_virAdmClientGetID);
/// Gives the number by which the server knows the client. Returns the number, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientGetID(client: virAdmClientPtr) -> c_ulonglong {
    entry("virAdmClientGetID", c_ulonglong::MAX, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmClientGetInfo);
/// Describes a client's identity as typed parameters (VIR_CLIENT_INFO_*), which ones depends on its
/// transport; free the list with virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientGetInfo(
    client: virAdmClientPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virAdmClientGetInfo", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmClientGetTimestamp);
/// Tells when the client connected, in seconds since 1970. Returns that time, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientGetTimestamp(client: virAdmClientPtr) -> c_longlong {
    entry("virAdmClientGetTimestamp", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmClientGetTransport);
/// Tells how the client reaches the server. Returns a virClientTransport, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientGetTransport(client: virAdmClientPtr) -> c_int {
    entry("virAdmClientGetTransport", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectClose);
/// Drops one reference to a connection and closes it with the last one; NULL is allowed. Returns the
/// number of references left, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectClose(conn: virAdmConnectPtr) -> c_int {
    entry("virAdmConnectClose", -1, |call| null_handle(call, conn))
}

symver!(oxvirt_virAdmConnectDaemonShutdown);
/// Asks the daemon to stop; the flags are a virAdmConnectDaemonShutdownFlags. Does not wait for it.
/// Returns 0, or -1 on error.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectDaemonShutdown(conn: virAdmConnectPtr, flags: c_uint) -> c_int {
    entry("virAdmConnectDaemonShutdown", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectGetLibVersion);
/// Stores the version of the library that the daemon runs on: major * 1000000 + minor * 1000 + micro.
/// Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectGetLibVersion(
    conn: virAdmConnectPtr,
    libVer: *mut c_ulonglong,
) -> c_int {
    entry("virAdmConnectGetLibVersion", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectGetLoggingFilters);
/// Stores the daemon's log filters, separated by spaces, in a string that the caller frees with
/// free(); NULL as filters only counts. Returns the number of filters, or -1 on error.
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectGetLoggingFilters(
    conn: virAdmConnectPtr,
    filters: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virAdmConnectGetLoggingFilters", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectGetLoggingOutputs);
/// Stores the daemon's log outputs, separated by spaces, in a string that the caller frees with
/// free(); NULL as outputs only counts. Returns the number of outputs, or -1 on error.
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectGetLoggingOutputs(
    conn: virAdmConnectPtr,
    outputs: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virAdmConnectGetLoggingOutputs", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectGetURI);
/// Gives the URI of the connection. Returns a string the caller frees with free(), or NULL on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectGetURI(conn: virAdmConnectPtr) -> *mut c_char {
    entry("virAdmConnectGetURI", ptr::null_mut(), |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectIsAlive);
/// Tells whether the connection still works. Returns 1 if so, 0 if not, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectIsAlive(conn: virAdmConnectPtr) -> c_int {
    entry("virAdmConnectIsAlive", -1, |call| null_handle(call, conn))
}

symver!(oxvirt_virAdmConnectListServers);
/// Fetches handles of the daemon's servers. Stores a NULL-terminated array, unless servers is NULL:
/// release each handle with virAdmServerFree() and the array with free(). Returns the number of
/// servers, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectListServers(
    conn: virAdmConnectPtr,
    servers: *mut *mut virAdmServerPtr,
    flags: c_uint,
) -> c_int {
    entry("virAdmConnectListServers", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectLookupServer);
/// Finds a server of the daemon by its name. Release the handle with virAdmServerFree(). Returns a
/// new handle, or NULL on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectLookupServer(
    conn: virAdmConnectPtr,
    name: *const c_char,
    flags: c_uint,
) -> virAdmServerPtr {
    entry("virAdmConnectLookupServer", ptr::null_mut(), |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectOpen);
/// Connects to the daemon that name, a URI such as libvirtd:///system or an alias of one, means; NULL
/// is the default daemon. The flags are virConnectFlags. Release the handle with
/// virAdmConnectClose(). Returns a new handle, or NULL on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectOpen(name: *const c_char, flags: c_uint) -> virAdmConnectPtr {
    entry("virAdmConnectOpen", ptr::null_mut(), |call| {
        log::init()?;
        // SAFETY: contract of this function.
        let name = unsafe { call.optional_string(name, "name", FROM) }?;
        let _daemon = admin::connect(name, flags)?;
        Err(Error::no_support(FROM, call.function()))
    })
}

symver!(oxvirt_virAdmConnectRef);
/// Adds a reference to a connection, to be dropped with virAdmConnectClose(). Returns 0, or -1 on
/// error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectRef(conn: virAdmConnectPtr) -> c_int {
    entry("virAdmConnectRef", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectRegisterCloseCallback);
/// Sets the callback for the end of a connection that the program did not close; there can be one.
/// Its opaque data is freed with freecb, unless that is NULL. Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectRegisterCloseCallback(
    conn: virAdmConnectPtr,
    cb: virAdmConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virAdmConnectRegisterCloseCallback", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectSetDaemonTimeout);
/// Sets after how many seconds without clients and work the daemon stops; 0 means never. Returns 0,
/// or -1 on error.
///
/// Since: 8.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectSetDaemonTimeout(
    conn: virAdmConnectPtr,
    timeout: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virAdmConnectSetDaemonTimeout", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectSetLoggingFilters);
/// Replaces the daemon's log filters, separated by spaces; NULL or an empty string removes all.
/// Returns 0, or -1 on error.
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectSetLoggingFilters(
    conn: virAdmConnectPtr,
    filters: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virAdmConnectSetLoggingFilters", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectSetLoggingOutputs);
/// Replaces the daemon's log outputs, separated by spaces; NULL or an empty string goes back to the
/// default. Returns 0, or -1 on error.
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectSetLoggingOutputs(
    conn: virAdmConnectPtr,
    outputs: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virAdmConnectSetLoggingOutputs", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmConnectUnregisterCloseCallback);
/// Removes the callback for the end of a connection and frees its opaque data. Returns 0, or -1 on
/// error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectUnregisterCloseCallback(
    conn: virAdmConnectPtr,
    cb: virAdmConnectCloseFunc,
) -> c_int {
    entry("virAdmConnectUnregisterCloseCallback", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmGetVersion);
/// Stores the version of this library: major * 1000000 + minor * 1000 + micro. Returns 0, or -1 on
/// error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmGetVersion(libVer: *mut c_ulonglong) -> c_int {
    entry("virAdmGetVersion", -1, |call| {
        if libVer.is_null() {
            return Err(Error::unknown_cause());
        }
        // SAFETY: contract of this function.
        unsafe { libVer.write(c_ulonglong::from(LIBVIR_VERSION_NUMBER)) };
        Ok(0)
    })
}

symver!(oxvirt_virAdmInitialize);
/// Initializes the library; call it before anything else here. Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmInitialize() -> c_int {
    run("virAdmInitialize", -1, |call| {
        log::init()?;
        Ok(0)
    })
}

symver!(oxvirt_virAdmServerFree);
/// Drops one reference to a server's handle; NULL is allowed. Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerFree(srv: virAdmServerPtr) -> c_int {
    entry("virAdmServerFree", -1, |call| null_handle(call, srv))
}

symver!(oxvirt_virAdmServerGetClientLimits);
/// Fetches a server's client limits (VIR_SERVER_CLIENTS_*) as typed parameters; free the list with
/// virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerGetClientLimits(
    srv: virAdmServerPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virAdmServerGetClientLimits", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmServerGetName);
/// Gives the name of a server. Returns a string that belongs to the handle, or NULL on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerGetName(srv: virAdmServerPtr) -> *const c_char {
    entry("virAdmServerGetName", ptr::null(), |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmServerGetThreadPoolParameters);
/// Fetches the settings and the state of a server's thread pool (VIR_THREADPOOL_*) as typed
/// parameters; free the list with virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerGetThreadPoolParameters(
    srv: virAdmServerPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virAdmServerGetThreadPoolParameters", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmServerListClients);
/// Fetches handles of a server's clients. Stores a NULL-terminated array, unless clients is NULL:
/// release each handle with virAdmClientFree() and the array with free(). Returns the number of
/// clients, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerListClients(
    srv: virAdmServerPtr,
    clients: *mut *mut virAdmClientPtr,
    flags: c_uint,
) -> c_int {
    entry("virAdmServerListClients", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmServerLookupClient);
/// Finds a client of a server by its number. Release the handle with virAdmClientFree(). Returns a
/// new handle, or NULL on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerLookupClient(
    srv: virAdmServerPtr,
    id: c_ulonglong,
    flags: c_uint,
) -> virAdmClientPtr {
    entry("virAdmServerLookupClient", ptr::null_mut(), |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmServerSetClientLimits);
/// Changes a server's client limits (VIR_SERVER_CLIENTS_*); those that are not given stay. Returns 0,
/// or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerSetClientLimits(
    srv: virAdmServerPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virAdmServerSetClientLimits", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmServerSetThreadPoolParameters);
/// Changes the settings of a server's thread pool (VIR_THREADPOOL_*); those that are not given stay.
/// Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerSetThreadPoolParameters(
    srv: virAdmServerPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virAdmServerSetThreadPoolParameters", -1, |call| Err(invalid_handle(call)))
}

symver!(oxvirt_virAdmServerUpdateTlsFiles);
/// Makes a server read its TLS certificates and keys again. Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerUpdateTlsFiles(srv: virAdmServerPtr, flags: c_uint) -> c_int {
    entry("virAdmServerUpdateTlsFiles", -1, |call| Err(invalid_handle(call)))
}
