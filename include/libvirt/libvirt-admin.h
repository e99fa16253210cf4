/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_ADMIN_H
#define LIBVIRT_ADMIN_H

#define __VIR_ADMIN_H_INCLUDES__
#include <libvirt/libvirt-common.h>
#undef __VIR_ADMIN_H_INCLUDES__

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** About a client: whether it may only read, as boolean. */
#define VIR_CLIENT_INFO_READONLY "readonly"

/** About a client: name that it authenticated with by SASL, as string. */
#define VIR_CLIENT_INFO_SASL_USER_NAME "sasl_user_name"

/** About a client: its SELinux context, as string. */
#define VIR_CLIENT_INFO_SELINUX_CONTEXT "selinux_context"

/** About a client: its network address and port, as string. */
#define VIR_CLIENT_INFO_SOCKET_ADDR "sock_addr"

/** About a client on a Unix socket: number of its group, as int. */
#define VIR_CLIENT_INFO_UNIX_GROUP_ID "unix_group_id"

/** About a client on a Unix socket: name of its group, as string. */
#define VIR_CLIENT_INFO_UNIX_GROUP_NAME "unix_group_name"

/** About a client on a Unix socket: its process id, as int. */
#define VIR_CLIENT_INFO_UNIX_PROCESS_ID "unix_process_id"

/** About a client on a Unix socket: number of its user, as int. */
#define VIR_CLIENT_INFO_UNIX_USER_ID "unix_user_id"

/** About a client on a Unix socket: name of its user, as string. */
#define VIR_CLIENT_INFO_UNIX_USER_NAME "unix_user_name"

/** About a client: distinguished name in its TLS certificate, as string. */
#define VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME "tls_x509_dname"

/** Client limits of a server: clients connected now, as unsigned int; read only. */
#define VIR_SERVER_CLIENTS_CURRENT "nclients"

/** Client limits of a server: most clients at a time, as unsigned int. */
#define VIR_SERVER_CLIENTS_MAX "nclients_max"

/**
 * Client limits of a server: clients now connected but not authenticated, as unsigned int; read
 * only.
 */
#define VIR_SERVER_CLIENTS_UNAUTH_CURRENT "nclients_unauth"

/**
 * Client limits of a server: most clients at a time that are not authenticated, as unsigned int.
 */
#define VIR_SERVER_CLIENTS_UNAUTH_MAX "nclients_unauth_max"

/** Thread pool of a server: jobs that wait for a worker, as unsigned int; read only. */
#define VIR_THREADPOOL_JOB_QUEUE_DEPTH "jobQueueDepth"

/** Thread pool of a server: ordinary workers there are, as unsigned int; read only. */
#define VIR_THREADPOOL_WORKERS_CURRENT "nWorkers"

/** Thread pool of a server: workers without a job, as unsigned int; read only. */
#define VIR_THREADPOOL_WORKERS_FREE "freeWorkers"

/**
 * Thread pool of a server: most ordinary workers, above the smallest number of them, as unsigned
 * int.
 */
#define VIR_THREADPOOL_WORKERS_MAX "maxWorkers"

/** Thread pool of a server: fewest ordinary workers, as unsigned int. */
#define VIR_THREADPOOL_WORKERS_MIN "minWorkers"

/** Thread pool of a server: workers for calls that must not wait, as unsigned int. */
#define VIR_THREADPOOL_WORKERS_PRIORITY "prioWorkers"

/** Flags for stopping a daemon. */
typedef enum {
    /** Keep the state of objects such as running guests for the next start. */
    VIR_DAEMON_SHUTDOWN_PRESERVE = (1 << 0),
} virAdmConnectDaemonShutdownFlags;

/** How a client reaches its server. */
typedef enum {
    /** Unix socket. */
    VIR_CLIENT_TRANS_UNIX = 0,
    /** TCP without encryption. */
    VIR_CLIENT_TRANS_TCP = 1,
    /** TCP with TLS. */
    VIR_CLIENT_TRANS_TLS = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_CLIENT_TRANS_LAST = 3,
#endif
} virClientTransport;

/** Opaque client of a daemon's server, seen from an administrator. */
typedef struct _virAdmClient virAdmClient;

/** Handle of a client; release it with virAdmClientFree(). */
typedef virAdmClient *virAdmClientPtr;

/** Opaque connection to a daemon for its administration. */
typedef struct _virAdmConnect virAdmConnect;

/** Handle of a connection to a daemon; release it with virAdmConnectClose(). */
typedef virAdmConnect *virAdmConnectPtr;

/** Opaque server: a part of a daemon with its own sockets, clients and workers. */
typedef struct _virAdmServer virAdmServer;

/** Handle of a server; release it with virAdmServerFree(). */
typedef virAdmServer *virAdmServerPtr;

/** Called when a connection breaks, with a virConnectCloseReason. */
typedef void (*virAdmConnectCloseFunc)(virAdmConnectPtr conn,
                                       int reason,
                                       void *opaque);

/**
 * Disconnects a client from its server, as if it had broken the connection. Returns 0, or -1 on
 * error.
 *
 * Since: 2.0.0
 */
int virAdmClientClose(virAdmClientPtr client,
                      unsigned int flags);

/**
 * Drops one reference to a client's handle; NULL is allowed. Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmClientFree(virAdmClientPtr client);

/**
 * Gives the number by which the server knows the client. Returns the number, or -1 on error.
 *
 * Since: 2.0.0
 */
unsigned long long virAdmClientGetID(virAdmClientPtr client);

/**
 * Describes a client's identity as typed parameters (VIR_CLIENT_INFO_*), which ones depends on its
 * transport; free the list with virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmClientGetInfo(virAdmClientPtr client,
                        virTypedParameterPtr *params,
                        int *nparams,
                        unsigned int flags);

/**
 * Tells when the client connected, in seconds since 1970. Returns that time, or -1 on error.
 *
 * Since: 2.0.0
 */
long long virAdmClientGetTimestamp(virAdmClientPtr client);

/**
 * Tells how the client reaches the server. Returns a virClientTransport, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmClientGetTransport(virAdmClientPtr client);

/**
 * Drops one reference to a connection and closes it with the last one; NULL is allowed. Returns the
 * number of references left, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmConnectClose(virAdmConnectPtr conn);

/**
 * Asks the daemon to stop; the flags are a virAdmConnectDaemonShutdownFlags. Does not wait for it.
 * Returns 0, or -1 on error.
 *
 * Since: 11.2.0
 */
int virAdmConnectDaemonShutdown(virAdmConnectPtr conn,
                                unsigned int flags);

/**
 * Stores the version of the library that the daemon runs on: major * 1000000 + minor * 1000 + micro.
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmConnectGetLibVersion(virAdmConnectPtr conn,
                               unsigned long long *libVer);

/**
 * Stores the daemon's log filters, separated by spaces, in a string that the caller frees with
 * free(); NULL as filters only counts. Returns the number of filters, or -1 on error.
 *
 * Since: 3.0.0
 */
int virAdmConnectGetLoggingFilters(virAdmConnectPtr conn,
                                   char **filters,
                                   unsigned int flags);

/**
 * Stores the daemon's log outputs, separated by spaces, in a string that the caller frees with
 * free(); NULL as outputs only counts. Returns the number of outputs, or -1 on error.
 *
 * Since: 3.0.0
 */
int virAdmConnectGetLoggingOutputs(virAdmConnectPtr conn,
                                   char **outputs,
                                   unsigned int flags);

/**
 * Gives the URI of the connection. Returns a string the caller frees with free(), or NULL on error.
 *
 * Since: 2.0.0
 */
char *virAdmConnectGetURI(virAdmConnectPtr conn);

/**
 * Tells whether the connection still works. Returns 1 if so, 0 if not, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmConnectIsAlive(virAdmConnectPtr conn);

/**
 * Fetches handles of the daemon's servers. Stores a NULL-terminated array, unless servers is NULL:
 * release each handle with virAdmServerFree() and the array with free(). Returns the number of
 * servers, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmConnectListServers(virAdmConnectPtr conn,
                             virAdmServerPtr **servers,
                             unsigned int flags);

/**
 * Finds a server of the daemon by its name. Release the handle with virAdmServerFree(). Returns a
 * new handle, or NULL on error.
 *
 * Since: 2.0.0
 */
virAdmServerPtr virAdmConnectLookupServer(virAdmConnectPtr conn,
                                          const char *name,
                                          unsigned int flags);

/**
 * Connects to the daemon that name, a URI such as libvirtd:///system or an alias of one, means; NULL
 * is the default daemon. The flags are virConnectFlags. Release the handle with
 * virAdmConnectClose(). Returns a new handle, or NULL on error.
 *
 * Since: 2.0.0
 */
virAdmConnectPtr virAdmConnectOpen(const char *name,
                                   unsigned int flags);

/**
 * Adds a reference to a connection, to be dropped with virAdmConnectClose(). Returns 0, or -1 on
 * error.
 *
 * Since: 2.0.0
 */
int virAdmConnectRef(virAdmConnectPtr conn);

/**
 * Sets the callback for the end of a connection that the program did not close; there can be one.
 * Its opaque data is freed with freecb, unless that is NULL. Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmConnectRegisterCloseCallback(virAdmConnectPtr conn,
                                       virAdmConnectCloseFunc cb,
                                       void *opaque,
                                       virFreeCallback freecb);

/**
 * Sets after how many seconds without clients and work the daemon stops; 0 means never. Returns 0,
 * or -1 on error.
 *
 * Since: 8.6.0
 */
int virAdmConnectSetDaemonTimeout(virAdmConnectPtr conn,
                                  unsigned int timeout,
                                  unsigned int flags);

/**
 * Replaces the daemon's log filters, separated by spaces; NULL or an empty string removes all.
 * Returns 0, or -1 on error.
 *
 * Since: 3.0.0
 */
int virAdmConnectSetLoggingFilters(virAdmConnectPtr conn,
                                   const char *filters,
                                   unsigned int flags);

/**
 * Replaces the daemon's log outputs, separated by spaces; NULL or an empty string goes back to the
 * default. Returns 0, or -1 on error.
 *
 * Since: 3.0.0
 */
int virAdmConnectSetLoggingOutputs(virAdmConnectPtr conn,
                                   const char *outputs,
                                   unsigned int flags);

/**
 * Removes the callback for the end of a connection and frees its opaque data. Returns 0, or -1 on
 * error.
 *
 * Since: 2.0.0
 */
int virAdmConnectUnregisterCloseCallback(virAdmConnectPtr conn,
                                         virAdmConnectCloseFunc cb);

/**
 * Stores the version of this library: major * 1000000 + minor * 1000 + micro. Returns 0, or -1 on
 * error.
 *
 * Since: 2.0.0
 */
int virAdmGetVersion(unsigned long long *libVer);

/**
 * Initializes the library; call it before anything else here. Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmInitialize(void);

/**
 * Drops one reference to a server's handle; NULL is allowed. Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerFree(virAdmServerPtr srv);

/**
 * Fetches a server's client limits (VIR_SERVER_CLIENTS_*) as typed parameters; free the list with
 * virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerGetClientLimits(virAdmServerPtr srv,
                                virTypedParameterPtr *params,
                                int *nparams,
                                unsigned int flags);

/**
 * Gives the name of a server. Returns a string that belongs to the handle, or NULL on error.
 *
 * Since: 2.0.0
 */
const char *virAdmServerGetName(virAdmServerPtr srv);

/**
 * Fetches the settings and the state of a server's thread pool (VIR_THREADPOOL_*) as typed
 * parameters; free the list with virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerGetThreadPoolParameters(virAdmServerPtr srv,
                                        virTypedParameterPtr *params,
                                        int *nparams,
                                        unsigned int flags);

/**
 * Fetches handles of a server's clients. Stores a NULL-terminated array, unless clients is NULL:
 * release each handle with virAdmClientFree() and the array with free(). Returns the number of
 * clients, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerListClients(virAdmServerPtr srv,
                            virAdmClientPtr **clients,
                            unsigned int flags);

/**
 * Finds a client of a server by its number. Release the handle with virAdmClientFree(). Returns a
 * new handle, or NULL on error.
 *
 * Since: 2.0.0
 */
virAdmClientPtr virAdmServerLookupClient(virAdmServerPtr srv,
                                         unsigned long long id,
                                         unsigned int flags);

/**
 * Changes a server's client limits (VIR_SERVER_CLIENTS_*); those that are not given stay. Returns 0,
 * or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerSetClientLimits(virAdmServerPtr srv,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

/**
 * Changes the settings of a server's thread pool (VIR_THREADPOOL_*); those that are not given stay.
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerSetThreadPoolParameters(virAdmServerPtr srv,
                                        virTypedParameterPtr params,
                                        int nparams,
                                        unsigned int flags);

/**
 * Makes a server read its TLS certificates and keys again. Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerUpdateTlsFiles(virAdmServerPtr srv,
                               unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_ADMIN_H */
