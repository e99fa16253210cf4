//! `libvirt-admin.so.0`: administration of daemons.
//!
//! All state is in `libvirt.so.0`: each function forwards to one with a private name there (node
//! `OXVIRT_PRIVATE`). Nothing here can panic. Handles and callbacks are passed on untouched, so that their
//! types do not matter; the contracts are those of the functions behind.

#![allow(non_snake_case, reason = "the names of functions and parameters are the C API's")]
#![allow(clippy::missing_safety_doc, reason = "the contracts are those of the functions behind")]

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};

include!(concat!(env!("OUT_DIR"), "/symver.rs"));

type Handle = *mut c_void;
type Callback = Option<unsafe extern "C" fn()>;

// The functions of `libvirt.so.0` that stand behind.
unsafe extern "C" {
    fn oxvirt_virAdmClientClose(client: Handle, flags: c_uint) -> c_int;
    fn oxvirt_virAdmClientFree(client: Handle) -> c_int;
    fn oxvirt_virAdmClientGetID(client: Handle) -> c_ulonglong;
    fn oxvirt_virAdmClientGetInfo(
        client: Handle,
        params: *mut Handle,
        nparams: *mut c_int,
        flags: c_uint,
    ) -> c_int;
    fn oxvirt_virAdmClientGetTimestamp(client: Handle) -> c_longlong;
    fn oxvirt_virAdmClientGetTransport(client: Handle) -> c_int;
    fn oxvirt_virAdmConnectClose(conn: Handle) -> c_int;
    fn oxvirt_virAdmConnectDaemonShutdown(conn: Handle, flags: c_uint) -> c_int;
    fn oxvirt_virAdmConnectGetLibVersion(conn: Handle, libVer: *mut c_ulonglong) -> c_int;
    fn oxvirt_virAdmConnectGetLoggingFilters(conn: Handle, filters: *mut *mut c_char, flags: c_uint)
    -> c_int;
    fn oxvirt_virAdmConnectGetLoggingOutputs(conn: Handle, outputs: *mut *mut c_char, flags: c_uint)
    -> c_int;
    fn oxvirt_virAdmConnectGetURI(conn: Handle) -> *mut c_char;
    fn oxvirt_virAdmConnectIsAlive(conn: Handle) -> c_int;
    fn oxvirt_virAdmConnectListServers(conn: Handle, servers: *mut *mut Handle, flags: c_uint) -> c_int;
    fn oxvirt_virAdmConnectLookupServer(conn: Handle, name: *const c_char, flags: c_uint) -> Handle;
    fn oxvirt_virAdmConnectOpen(name: *const c_char, flags: c_uint) -> Handle;
    fn oxvirt_virAdmConnectRef(conn: Handle) -> c_int;
    fn oxvirt_virAdmConnectRegisterCloseCallback(
        conn: Handle,
        cb: Callback,
        opaque: *mut c_void,
        freecb: Callback,
    ) -> c_int;
    fn oxvirt_virAdmConnectSetDaemonTimeout(conn: Handle, timeout: c_uint, flags: c_uint) -> c_int;
    fn oxvirt_virAdmConnectSetLoggingFilters(conn: Handle, filters: *const c_char, flags: c_uint) -> c_int;
    fn oxvirt_virAdmConnectSetLoggingOutputs(conn: Handle, outputs: *const c_char, flags: c_uint) -> c_int;
    fn oxvirt_virAdmConnectUnregisterCloseCallback(conn: Handle, cb: Callback) -> c_int;
    fn oxvirt_virAdmGetVersion(libVer: *mut c_ulonglong) -> c_int;
    fn oxvirt_virAdmInitialize() -> c_int;
    fn oxvirt_virAdmServerFree(srv: Handle) -> c_int;
    fn oxvirt_virAdmServerGetClientLimits(
        srv: Handle,
        params: *mut Handle,
        nparams: *mut c_int,
        flags: c_uint,
    ) -> c_int;
    fn oxvirt_virAdmServerGetName(srv: Handle) -> *const c_char;
    fn oxvirt_virAdmServerGetThreadPoolParameters(
        srv: Handle,
        params: *mut Handle,
        nparams: *mut c_int,
        flags: c_uint,
    ) -> c_int;
    fn oxvirt_virAdmServerListClients(srv: Handle, clients: *mut *mut Handle, flags: c_uint) -> c_int;
    fn oxvirt_virAdmServerLookupClient(srv: Handle, id: c_ulonglong, flags: c_uint) -> Handle;
    fn oxvirt_virAdmServerSetClientLimits(
        srv: Handle,
        params: Handle,
        nparams: c_int,
        flags: c_uint,
    ) -> c_int;
    fn oxvirt_virAdmServerSetThreadPoolParameters(
        srv: Handle,
        params: Handle,
        nparams: c_int,
        flags: c_uint,
    ) -> c_int;
    fn oxvirt_virAdmServerUpdateTlsFiles(srv: Handle, flags: c_uint) -> c_int;
}

symver!(virAdmClientClose);
/// Disconnects a client from its server, as if it had broken the connection. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientClose(client: Handle, flags: c_uint) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmClientClose(client, flags) }
}

symver!(virAdmClientFree);
/// Drops one reference to a client's handle; NULL is allowed. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientFree(client: Handle) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmClientFree(client) }
}

symver!(virAdmClientGetID);
/// Gives the number by which the server knows the client. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetID(client: Handle) -> c_ulonglong {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmClientGetID(client) }
}

symver!(virAdmClientGetInfo);
/// Describes a client's identity as typed parameters (VIR_CLIENT_INFO_*), which ones depends on its transport; free the list with virTypedParamsFree(). Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetInfo(
    client: Handle,
    params: *mut Handle,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmClientGetInfo(client, params, nparams, flags) }
}

symver!(virAdmClientGetTimestamp);
/// Tells when the client connected, in seconds since 1970. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetTimestamp(client: Handle) -> c_longlong {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmClientGetTimestamp(client) }
}

symver!(virAdmClientGetTransport);
/// Tells how the client reaches the server. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetTransport(client: Handle) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmClientGetTransport(client) }
}

symver!(virAdmConnectClose);
/// Drops one reference to a connection and closes it with the last one; NULL is allowed. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectClose(conn: Handle) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectClose(conn) }
}

symver!(virAdmConnectDaemonShutdown);
/// Asks the daemon to stop; the flags are a virAdmConnectDaemonShutdownFlags. Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectDaemonShutdown(conn: Handle, flags: c_uint) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectDaemonShutdown(conn, flags) }
}

symver!(virAdmConnectGetLibVersion);
/// Stores the version of the library that the daemon runs on: major * 1000000 + minor * 1000 + micro. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectGetLibVersion(conn: Handle, libVer: *mut c_ulonglong) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectGetLibVersion(conn, libVer) }
}

symver!(virAdmConnectGetLoggingFilters);
/// Stores the daemon's log filters, separated by spaces, in a string that the caller frees with free(); NULL as filters only counts. Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectGetLoggingFilters(
    conn: Handle,
    filters: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectGetLoggingFilters(conn, filters, flags) }
}

symver!(virAdmConnectGetLoggingOutputs);
/// Stores the daemon's log outputs, separated by spaces, in a string that the caller frees with free(); NULL as outputs only counts. Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectGetLoggingOutputs(
    conn: Handle,
    outputs: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectGetLoggingOutputs(conn, outputs, flags) }
}

symver!(virAdmConnectGetURI);
/// Gives the URI of the connection. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectGetURI(conn: Handle) -> *mut c_char {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectGetURI(conn) }
}

symver!(virAdmConnectIsAlive);
/// Tells whether the connection still works. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectIsAlive(conn: Handle) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectIsAlive(conn) }
}

symver!(virAdmConnectListServers);
/// Fetches handles of the daemon's servers. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectListServers(
    conn: Handle,
    servers: *mut *mut Handle,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectListServers(conn, servers, flags) }
}

symver!(virAdmConnectLookupServer);
/// Finds a server of the daemon by its name. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectLookupServer(
    conn: Handle,
    name: *const c_char,
    flags: c_uint,
) -> Handle {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectLookupServer(conn, name, flags) }
}

symver!(virAdmConnectOpen);
/// Connects to the daemon that name, a URI such as libvirtd:///system or an alias of one, means; NULL is the default daemon. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectOpen(name: *const c_char, flags: c_uint) -> Handle {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectOpen(name, flags) }
}

symver!(virAdmConnectRef);
/// Adds a reference to a connection, to be dropped with virAdmConnectClose(). Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectRef(conn: Handle) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectRef(conn) }
}

symver!(virAdmConnectRegisterCloseCallback);
/// Sets the callback for the end of a connection that the program did not close; there can be one. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectRegisterCloseCallback(
    conn: Handle,
    cb: Callback,
    opaque: *mut c_void,
    freecb: Callback,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectRegisterCloseCallback(conn, cb, opaque, freecb) }
}

symver!(virAdmConnectSetDaemonTimeout);
/// Sets after how many seconds without clients and work the daemon stops; 0 means never. Since: 8.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectSetDaemonTimeout(
    conn: Handle,
    timeout: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectSetDaemonTimeout(conn, timeout, flags) }
}

symver!(virAdmConnectSetLoggingFilters);
/// Replaces the daemon's log filters, separated by spaces; NULL or an empty string removes all. Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectSetLoggingFilters(
    conn: Handle,
    filters: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectSetLoggingFilters(conn, filters, flags) }
}

symver!(virAdmConnectSetLoggingOutputs);
/// Replaces the daemon's log outputs, separated by spaces; NULL or an empty string goes back to the default. Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectSetLoggingOutputs(
    conn: Handle,
    outputs: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectSetLoggingOutputs(conn, outputs, flags) }
}

symver!(virAdmConnectUnregisterCloseCallback);
/// Removes the callback for the end of a connection and frees its opaque data. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectUnregisterCloseCallback(conn: Handle, cb: Callback) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmConnectUnregisterCloseCallback(conn, cb) }
}

symver!(virAdmGetVersion);
/// Stores the version of this library: major * 1000000 + minor * 1000 + micro. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmGetVersion(libVer: *mut c_ulonglong) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmGetVersion(libVer) }
}

symver!(virAdmInitialize);
/// Initializes the library; call it before anything else here. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmInitialize() -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmInitialize() }
}

symver!(virAdmServerFree);
/// Drops one reference to a server's handle; NULL is allowed. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerFree(srv: Handle) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmServerFree(srv) }
}

symver!(virAdmServerGetClientLimits);
/// Fetches a server's client limits (VIR_SERVER_CLIENTS_*) as typed parameters; free the list with virTypedParamsFree(). Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerGetClientLimits(
    srv: Handle,
    params: *mut Handle,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmServerGetClientLimits(srv, params, nparams, flags) }
}

symver!(virAdmServerGetName);
/// Gives the name of a server. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerGetName(srv: Handle) -> *const c_char {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmServerGetName(srv) }
}

symver!(virAdmServerGetThreadPoolParameters);
/// Fetches the settings and the state of a server's thread pool (VIR_THREADPOOL_*) as typed parameters; free the list with virTypedParamsFree(). Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerGetThreadPoolParameters(
    srv: Handle,
    params: *mut Handle,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmServerGetThreadPoolParameters(srv, params, nparams, flags) }
}

symver!(virAdmServerListClients);
/// Fetches handles of a server's clients. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerListClients(
    srv: Handle,
    clients: *mut *mut Handle,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmServerListClients(srv, clients, flags) }
}

symver!(virAdmServerLookupClient);
/// Finds a client of a server by its number. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerLookupClient(srv: Handle, id: c_ulonglong, flags: c_uint) -> Handle {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmServerLookupClient(srv, id, flags) }
}

symver!(virAdmServerSetClientLimits);
/// Changes a server's client limits (VIR_SERVER_CLIENTS_*); those that are not given stay. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerSetClientLimits(
    srv: Handle,
    params: Handle,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmServerSetClientLimits(srv, params, nparams, flags) }
}

symver!(virAdmServerSetThreadPoolParameters);
/// Changes the settings of a server's thread pool (VIR_THREADPOOL_*); those that are not given stay. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerSetThreadPoolParameters(
    srv: Handle,
    params: Handle,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmServerSetThreadPoolParameters(srv, params, nparams, flags) }
}

symver!(virAdmServerUpdateTlsFiles);
/// Makes a server read its TLS certificates and keys again. Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerUpdateTlsFiles(srv: Handle, flags: c_uint) -> c_int {
    // SAFETY: same contract as this function.
    unsafe { oxvirt_virAdmServerUpdateTlsFiles(srv, flags) }
}
