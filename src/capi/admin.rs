//! Administration of daemons: exported functions of the C API. What they do is in `admin`.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::admin::{Connection, FROM, Server, ServerClient};
use crate::capi::boundary::{Call, entry, run};
use crate::capi::handle::{Borrowed, Handle, borrow, publish, release, retain, take};
use crate::capi::typed_params::exchange;
use crate::capi::{closing, cstr, list};
use crate::error::{Error, ErrorCode, Result};
use crate::typed_param::TypedParameter;
use crate::util::log;

// SAFETY: `Connection` is repr(C) and starts with its magic word.
unsafe impl Handle for Connection {
    const MAGIC: u32 = Connection::MAGIC;
}

// SAFETY: `Server` is repr(C) and starts with its magic word.
unsafe impl Handle for Server {
    const MAGIC: u32 = Server::MAGIC;
}

// SAFETY: `ServerClient` is repr(C) and starts with its magic word.
unsafe impl Handle for ServerClient {
    const MAGIC: u32 = ServerClient::MAGIC;
}

/// Borrows the object behind `ptr` for the duration of the call. The error is the same for handles of all kinds.
///
/// # Safety
/// `ptr` is NULL or a live handle.
unsafe fn object<T: Handle, P>(call: &Call, ptr: *mut P) -> Result<Borrowed<T>> {
    // SAFETY: contract of this function.
    unsafe { borrow::<T>(ptr.cast()) }
        .ok_or_else(|| Error::new(ErrorCode::VIR_ERR_INVALID_CONN, FROM, call.function()))
}

/// Drops one reference to an object; NULL is allowed. Returns 0.
///
/// # Safety
/// `ptr` is NULL or a live handle, whose count the program gives up.
unsafe fn free<T: Handle, P>(call: &Call, ptr: *mut P) -> Result<c_int> {
    if !ptr.is_null() {
        // SAFETY: contract of this function.
        unsafe { release(object::<T, P>(call, ptr)?) };
    }
    Ok(0)
}

/// Stores a new array of parameters that `read` gives, and its length.
///
/// # Safety
/// `params` and `nparams` are NULL or can be written.
unsafe fn store(
    call: &Call,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    read: impl FnOnce() -> Result<Vec<TypedParameter>>,
) -> Result<c_int> {
    call.not_null(params, "params", FROM)?;
    call.not_null(nparams, "nparams", FROM)?;
    // SAFETY: contract of this function; neither is NULL.
    unsafe { exchange::publish(&read()?, params, nparams) }?;
    Ok(0)
}

/// The parameters that a program sets. As in the original those without a type and texts, of which there are none here,
/// are passed over.
///
/// # Safety
/// `params` is NULL or has `nparams` parameters.
unsafe fn read(call: &Call, params: virTypedParameterPtr, nparams: c_int) -> Result<Vec<TypedParameter>> {
    let params = call.not_null(params, "params", FROM)?.as_ptr();
    let count = c_uint::try_from(nparams)
        .map_err(|_| Error::arg_must(FROM, "nparams", call.function(), "be zero or greater"))?;
    // SAFETY: contract of this function.
    let params = unsafe { list::borrow(params, count) };
    let passed_over = [0, _virTypedParameterType::VIR_TYPED_PARAM_STRING as c_int];
    let numbers = params.iter().filter(|param| !passed_over.contains(&param.r#type));
    // SAFETY: contract of this function.
    numbers.map(|param| unsafe { exchange::read_one(param) }).collect()
}

/// Stores a text and returns the number of its parts; with `out` NULL only counts.
///
/// # Safety
/// `out` is NULL or can be written.
unsafe fn store_text((text, parts): (Option<String>, u32), out: *mut *mut c_char) -> Result<c_int> {
    if !out.is_null() {
        // SAFETY: contract of this function.
        unsafe { out.write(cstr::publish_opt(text.as_deref())) };
    }
    list::count(parts as usize)
}

/// Stores an array of handles, as [`list::publish`], and returns their number as the daemon counts them.
///
/// # Safety
/// `out` is NULL or can be written.
unsafe fn store_list<T: Handle, P>(
    out: *mut *mut *mut P,
    find: impl FnOnce(bool) -> Result<(Vec<Arc<T>>, u32)>,
) -> Result<c_int> {
    // SAFETY: contract of this function.
    unsafe { list::clear(out) };
    let (objects, count) = find(!out.is_null())?;
    // SAFETY: contract of this function.
    unsafe { list::publish(objects, out) }?;
    list::count(count as usize)
}

symver!(oxvirt_virAdmClientClose);
/// Disconnects a client from its server, as if it had broken the connection. Returns 0, or -1 on
/// error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientClose(client: virAdmClientPtr, flags: c_uint) -> c_int {
    entry("virAdmClientClose", -1, |call| {
        // SAFETY: contract of this function.
        let client = unsafe { object::<ServerClient, _>(call, client) }?;
        client.close(flags)?;
        Ok(0)
    })
}

symver!(oxvirt_virAdmClientFree);
/// Drops one reference to a client's handle; NULL is allowed. Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientFree(client: virAdmClientPtr) -> c_int {
    entry("virAdmClientFree", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { free::<ServerClient, _>(call, client) }
    })
}

symver!(oxvirt_virAdmClientGetID);
/// Gives the number by which the server knows the client. Returns the number, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientGetID(client: virAdmClientPtr) -> c_ulonglong {
    entry("virAdmClientGetID", c_ulonglong::MAX, |call| {
        // SAFETY: contract of this function.
        let client = unsafe { object::<ServerClient, _>(call, client) }?;
        Ok(client.id())
    })
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
    entry("virAdmClientGetInfo", -1, |call| {
        // SAFETY: contract of this function.
        let client = unsafe { object::<ServerClient, _>(call, client) }?;
        // SAFETY: contract of this function.
        unsafe { store(call, params, nparams, || client.info(flags)) }
    })
}

symver!(oxvirt_virAdmClientGetTimestamp);
/// Tells when the client connected, in seconds since 1970. Returns that time, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientGetTimestamp(client: virAdmClientPtr) -> c_longlong {
    entry("virAdmClientGetTimestamp", -1, |call| {
        // SAFETY: contract of this function.
        let client = unsafe { object::<ServerClient, _>(call, client) }?;
        Ok(client.timestamp())
    })
}

symver!(oxvirt_virAdmClientGetTransport);
/// Tells how the client reaches the server. Returns a virClientTransport, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmClientGetTransport(client: virAdmClientPtr) -> c_int {
    entry("virAdmClientGetTransport", -1, |call| {
        // SAFETY: contract of this function.
        let client = unsafe { object::<ServerClient, _>(call, client) }?;
        list::count(client.transport() as usize)
    })
}

symver!(oxvirt_virAdmConnectClose);
/// Drops one reference to a connection and closes it with the last one; NULL is allowed. Returns the
/// number of references left, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectClose(conn: virAdmConnectPtr) -> c_int {
    entry("virAdmConnectClose", -1, |call| {
        if conn.is_null() {
            return Ok(0);
        }
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        // SAFETY: the program gives its count up.
        let Some(last) = (unsafe { take(conn) }) else { return Ok(1) };
        if let Err(error) = last.close() {
            // As in the original: the connection has ended, and the error says how.
            call.tell(call.function(), &error);
        }
        Ok(0)
    })
}

symver!(oxvirt_virAdmConnectDaemonShutdown);
/// Asks the daemon to stop; the flags are a virAdmConnectDaemonShutdownFlags. Does not wait for it.
/// Returns 0, or -1 on error.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectDaemonShutdown(conn: virAdmConnectPtr, flags: c_uint) -> c_int {
    entry("virAdmConnectDaemonShutdown", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        conn.daemon_shutdown(flags)?;
        Ok(0)
    })
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
    entry("virAdmConnectGetLibVersion", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        let version = call.not_null(libVer, "libVer", FROM)?;
        let found = conn.lib_version()?;
        // SAFETY: contract of this function.
        unsafe { version.write(found) };
        Ok(0)
    })
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
    entry("virAdmConnectGetLoggingFilters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        // SAFETY: contract of this function.
        unsafe { store_text(conn.logging_filters(flags)?, filters) }
    })
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
    entry("virAdmConnectGetLoggingOutputs", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        // SAFETY: contract of this function.
        unsafe { store_text(conn.logging_outputs(flags)?, outputs) }
    })
}

symver!(oxvirt_virAdmConnectGetURI);
/// Gives the URI of the connection. Returns a string the caller frees with free(), or NULL on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectGetURI(conn: virAdmConnectPtr) -> *mut c_char {
    entry("virAdmConnectGetURI", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        Ok(cstr::publish(conn.uri()))
    })
}

symver!(oxvirt_virAdmConnectIsAlive);
/// Tells whether the connection still works. Returns 1 if so, 0 if not, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectIsAlive(conn: virAdmConnectPtr) -> c_int {
    entry("virAdmConnectIsAlive", -1, |call| {
        if conn.is_null() {
            return Ok(0);
        }
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        Ok(c_int::from(conn.is_alive()))
    })
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
    entry("virAdmConnectListServers", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        // SAFETY: contract of this function.
        unsafe { store_list(servers, |wanted| conn.servers(wanted, flags)) }
    })
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
    entry("virAdmConnectLookupServer", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", FROM) }?;
        Ok(publish(conn.server(name, flags)?))
    })
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
        Ok(publish(Connection::open(name, flags)?))
    })
}

symver!(oxvirt_virAdmConnectRef);
/// Adds a reference to a connection, to be dropped with virAdmConnectClose(). Returns 0, or -1 on
/// error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmConnectRef(conn: virAdmConnectPtr) -> c_int {
    entry("virAdmConnectRef", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        retain(&conn);
        Ok(0)
    })
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
    entry("virAdmConnectRegisterCloseCallback", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        closing::check(call, cb, FROM)?;
        conn.register_close(closing::listener(cb, opaque, freecb, &conn))?;
        Ok(0)
    })
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
    entry("virAdmConnectSetDaemonTimeout", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        conn.set_daemon_timeout(timeout, flags)?;
        Ok(0)
    })
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
    entry("virAdmConnectSetLoggingFilters", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        // SAFETY: contract of this function.
        let filters = unsafe { call.optional_string(filters, "filters", FROM) }?;
        conn.set_logging_filters(filters, flags)?;
        Ok(0)
    })
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
    entry("virAdmConnectSetLoggingOutputs", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        // SAFETY: contract of this function.
        let outputs = unsafe { call.optional_string(outputs, "outputs", FROM) }?;
        conn.set_logging_outputs(outputs, flags)?;
        Ok(0)
    })
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
    entry("virAdmConnectUnregisterCloseCallback", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { object::<Connection, _>(call, conn) }?;
        closing::check(call, cb, FROM)?;
        conn.unregister_close(closing::address(cb))?;
        Ok(0)
    })
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
    entry("virAdmServerFree", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { free::<Server, _>(call, srv) }
    })
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
    entry("virAdmServerGetClientLimits", -1, |call| {
        // SAFETY: contract of this function.
        let srv = unsafe { object::<Server, _>(call, srv) }?;
        // SAFETY: contract of this function.
        unsafe { store(call, params, nparams, || srv.client_limits(flags)) }
    })
}

symver!(oxvirt_virAdmServerGetName);
/// Gives the name of a server. Returns a string that belongs to the handle, or NULL on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerGetName(srv: virAdmServerPtr) -> *const c_char {
    entry("virAdmServerGetName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let srv = unsafe { object::<Server, _>(call, srv) }?;
        Ok(srv.name().as_ptr())
    })
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
    entry("virAdmServerGetThreadPoolParameters", -1, |call| {
        // SAFETY: contract of this function.
        let srv = unsafe { object::<Server, _>(call, srv) }?;
        // SAFETY: contract of this function.
        unsafe { store(call, params, nparams, || srv.thread_pool_parameters(flags)) }
    })
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
    entry("virAdmServerListClients", -1, |call| {
        // SAFETY: contract of this function.
        let srv = unsafe { object::<Server, _>(call, srv) }?;
        // SAFETY: contract of this function.
        unsafe { store_list(clients, |wanted| srv.clients(wanted, flags)) }
    })
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
    entry("virAdmServerLookupClient", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let srv = unsafe { object::<Server, _>(call, srv) }?;
        Ok(publish(srv.client(id, flags)?))
    })
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
    entry("virAdmServerSetClientLimits", -1, |call| {
        // SAFETY: contract of this function.
        let srv = unsafe { object::<Server, _>(call, srv) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read(call, params, nparams) }?;
        srv.set_client_limits(&params, flags)?;
        Ok(0)
    })
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
    entry("virAdmServerSetThreadPoolParameters", -1, |call| {
        // SAFETY: contract of this function.
        let srv = unsafe { object::<Server, _>(call, srv) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read(call, params, nparams) }?;
        srv.set_thread_pool_parameters(&params, flags)?;
        Ok(0)
    })
}

symver!(oxvirt_virAdmServerUpdateTlsFiles);
/// Makes a server read its TLS certificates and keys again. Returns 0, or -1 on error.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxvirt_virAdmServerUpdateTlsFiles(srv: virAdmServerPtr, flags: c_uint) -> c_int {
    entry("virAdmServerUpdateTlsFiles", -1, |call| {
        // SAFETY: contract of this function.
        let srv = unsafe { object::<Server, _>(call, srv) }?;
        srv.update_tls_files(flags)?;
        Ok(0)
    })
}
