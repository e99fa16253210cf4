//! Administration of a daemon (`libvirt-admin.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use std::ffi::{c_int, c_void};

/// About a client: whether it may only read, as boolean.
pub const VIR_CLIENT_INFO_READONLY: &str = "readonly";

/// About a client: name that it authenticated with by SASL, as string.
pub const VIR_CLIENT_INFO_SASL_USER_NAME: &str = "sasl_user_name";

/// About a client: its SELinux context, as string.
pub const VIR_CLIENT_INFO_SELINUX_CONTEXT: &str = "selinux_context";

/// About a client: its network address and port, as string.
pub const VIR_CLIENT_INFO_SOCKET_ADDR: &str = "sock_addr";

/// About a client on a Unix socket: number of its group, as int.
pub const VIR_CLIENT_INFO_UNIX_GROUP_ID: &str = "unix_group_id";

/// About a client on a Unix socket: name of its group, as string.
pub const VIR_CLIENT_INFO_UNIX_GROUP_NAME: &str = "unix_group_name";

/// About a client on a Unix socket: its process id, as int.
pub const VIR_CLIENT_INFO_UNIX_PROCESS_ID: &str = "unix_process_id";

/// About a client on a Unix socket: number of its user, as int.
pub const VIR_CLIENT_INFO_UNIX_USER_ID: &str = "unix_user_id";

/// About a client on a Unix socket: name of its user, as string.
pub const VIR_CLIENT_INFO_UNIX_USER_NAME: &str = "unix_user_name";

/// About a client: distinguished name in its TLS certificate, as string.
pub const VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME: &str = "tls_x509_dname";

/// Client limits of a server: clients connected now, as unsigned int; read only.
pub const VIR_SERVER_CLIENTS_CURRENT: &str = "nclients";

/// Client limits of a server: most clients at a time, as unsigned int.
pub const VIR_SERVER_CLIENTS_MAX: &str = "nclients_max";

/// Client limits of a server: clients now connected but not authenticated, as unsigned int; read
/// only.
pub const VIR_SERVER_CLIENTS_UNAUTH_CURRENT: &str = "nclients_unauth";

/// Client limits of a server: most clients at a time that are not authenticated, as unsigned int.
pub const VIR_SERVER_CLIENTS_UNAUTH_MAX: &str = "nclients_unauth_max";

/// Thread pool of a server: jobs that wait for a worker, as unsigned int; read only.
pub const VIR_THREADPOOL_JOB_QUEUE_DEPTH: &str = "jobQueueDepth";

/// Thread pool of a server: ordinary workers there are, as unsigned int; read only.
pub const VIR_THREADPOOL_WORKERS_CURRENT: &str = "nWorkers";

/// Thread pool of a server: workers without a job, as unsigned int; read only.
pub const VIR_THREADPOOL_WORKERS_FREE: &str = "freeWorkers";

/// Thread pool of a server: most ordinary workers, above the smallest number of them, as unsigned
/// int.
pub const VIR_THREADPOOL_WORKERS_MAX: &str = "maxWorkers";

/// Thread pool of a server: fewest ordinary workers, as unsigned int.
pub const VIR_THREADPOOL_WORKERS_MIN: &str = "minWorkers";

/// Thread pool of a server: workers for calls that must not wait, as unsigned int.
pub const VIR_THREADPOOL_WORKERS_PRIORITY: &str = "prioWorkers";

/// Opaque client of a daemon's server, seen from an administrator.
pub struct _virAdmClient {
    _private: [u8; 0],
}
/// Opaque client of a daemon's server, seen from an administrator.
pub type virAdmClient = _virAdmClient;

/// Handle of a client; release it with virAdmClientFree().
pub type virAdmClientPtr = *mut virAdmClient;

/// Opaque connection to a daemon for its administration.
pub struct _virAdmConnect {
    _private: [u8; 0],
}
/// Opaque connection to a daemon for its administration.
pub type virAdmConnect = _virAdmConnect;

/// Called when a connection breaks, with a virConnectCloseReason.
pub type virAdmConnectCloseFunc =
    Option<unsafe extern "C-unwind" fn(conn: virAdmConnectPtr, reason: c_int, opaque: *mut c_void)>;

/// Flags for stopping a daemon.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virAdmConnectDaemonShutdownFlags {
    /// Keep the state of objects such as running guests for the next start.
    VIR_DAEMON_SHUTDOWN_PRESERVE = 1 << 0,
}
/// Flags for stopping a daemon.
pub type virAdmConnectDaemonShutdownFlags = _virAdmConnectDaemonShutdownFlags;

/// Handle of a connection to a daemon; release it with virAdmConnectClose().
pub type virAdmConnectPtr = *mut virAdmConnect;

/// Opaque server: a part of a daemon with its own sockets, clients and workers.
pub struct _virAdmServer {
    _private: [u8; 0],
}
/// Opaque server: a part of a daemon with its own sockets, clients and workers.
pub type virAdmServer = _virAdmServer;

/// Handle of a server; release it with virAdmServerFree().
pub type virAdmServerPtr = *mut virAdmServer;

/// How a client reaches its server.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virClientTransport {
    /// Unix socket.
    VIR_CLIENT_TRANS_UNIX = 0,
    /// TCP without encryption.
    VIR_CLIENT_TRANS_TCP = 1,
    /// TCP with TLS.
    VIR_CLIENT_TRANS_TLS = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_CLIENT_TRANS_LAST = 3,
}
/// How a client reaches its server.
pub type virClientTransport = _virClientTransport;
