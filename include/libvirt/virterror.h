/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_VIRTERROR_H
#define LIBVIRT_VIRTERROR_H

#include <libvirt/libvirt.h>

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Severity of an error. */
typedef enum {
    /** No error. */
    VIR_ERR_NONE = 0,
    /** A warning. */
    VIR_ERR_WARNING = 1,
    /** An error. */
    VIR_ERR_ERROR = 2,
} virErrorLevel;

/** Parts of the library that raise errors. */
typedef enum {
    /** Error from no particular part. */
    VIR_FROM_NONE = 0,
    /** Error from the Xen hypervisor layer. */
    VIR_FROM_XEN = 1,
    /** Error from the connection to xend. */
    VIR_FROM_XEND = 2,
    /** Error from the connection to the Xen store. */
    VIR_FROM_XENSTORE = 3,
    /** Error from S-expressions. */
    VIR_FROM_SEXPR = 4,
    /** Error from XML handling. */
    VIR_FROM_XML = 5,
    /** Error from operations on a domain. */
    VIR_FROM_DOM = 6,
    /** Error from the remote protocol. */
    VIR_FROM_RPC = 7,
    /** Error from the proxy of older Xen setups. */
    VIR_FROM_PROXY = 8,
    /** Error from configuration files. */
    VIR_FROM_CONF = 9,
    /** Error from the QEMU driver. */
    VIR_FROM_QEMU = 10,
    /** Error from operations on a network. */
    VIR_FROM_NET = 11,
    /** Error from the test driver. */
    VIR_FROM_TEST = 12,
    /** Error from the remote driver. */
    VIR_FROM_REMOTE = 13,
    /** Error from the OpenVZ driver. */
    VIR_FROM_OPENVZ = 14,
    /** Error from the older Xen configuration layer. */
    VIR_FROM_XENXM = 15,
    /** Error from Linux statistics. */
    VIR_FROM_STATS_LINUX = 16,
    /** Error from the LXC driver. */
    VIR_FROM_LXC = 17,
    /** Error from the storage driver. */
    VIR_FROM_STORAGE = 18,
    /** Error from the network configuration. */
    VIR_FROM_NETWORK = 19,
    /** Error from the domain configuration. */
    VIR_FROM_DOMAIN = 20,
    /** Error from the User Mode Linux driver. */
    VIR_FROM_UML = 21,
    /** Error from the host device driver. */
    VIR_FROM_NODEDEV = 22,
    /** Error from the watch on Xen configuration files. */
    VIR_FROM_XEN_INOTIFY = 23,
    /** Error from the security drivers. */
    VIR_FROM_SECURITY = 24,
    /** Error from the VirtualBox driver. */
    VIR_FROM_VBOX = 25,
    /** Error from the host interface driver. */
    VIR_FROM_INTERFACE = 26,
    /** Error from the OpenNebula driver. */
    VIR_FROM_ONE = 27,
    /** Error from the ESX driver. */
    VIR_FROM_ESX = 28,
    /** Error from the IBM Power hypervisor driver. */
    VIR_FROM_PHYP = 29,
    /** Error from the secret driver. */
    VIR_FROM_SECRET = 30,
    /** Error from CPU models. */
    VIR_FROM_CPU = 31,
    /** Error from the XenAPI driver. */
    VIR_FROM_XENAPI = 32,
    /** Error from the network filter driver. */
    VIR_FROM_NWFILTER = 33,
    /** Error from hook scripts. */
    VIR_FROM_HOOK = 34,
    /** Error from snapshots. */
    VIR_FROM_DOMAIN_SNAPSHOT = 35,
    /** Error from auditing. */
    VIR_FROM_AUDIT = 36,
    /** Error from firmware and hardware tables. */
    VIR_FROM_SYSINFO = 37,
    /** Error from streams. */
    VIR_FROM_STREAMS = 38,
    /** Error from the VMware driver. */
    VIR_FROM_VMWARE = 39,
    /** Error from events. */
    VIR_FROM_EVENT = 40,
    /** Error from the libxl driver. */
    VIR_FROM_LIBXL = 41,
    /** Error from lock managers. */
    VIR_FROM_LOCKING = 42,
    /** Error from the Hyper-V driver. */
    VIR_FROM_HYPERV = 43,
    /** Error from capabilities. */
    VIR_FROM_CAPABILITIES = 44,
    /** Error from URI handling. */
    VIR_FROM_URI = 45,
    /** Error from authentication. */
    VIR_FROM_AUTH = 46,
    /** Error from D-Bus. */
    VIR_FROM_DBUS = 47,
    /** Error from the Virtuozzo (former Parallels) driver. */
    VIR_FROM_PARALLELS = 48,
    /** Error from host device handling. */
    VIR_FROM_DEVICE = 49,
    /** Error from the SSH transport by libssh2. */
    VIR_FROM_SSH = 50,
    /** Error from lock spaces. */
    VIR_FROM_LOCKSPACE = 51,
    /** Error from initctl. */
    VIR_FROM_INITCTL = 52,
    /** Error from client identities. */
    VIR_FROM_IDENTITY = 53,
    /** Error from cgroups. */
    VIR_FROM_CGROUP = 54,
    /** Error from access control. */
    VIR_FROM_ACCESS = 55,
    /** Error from systemd. */
    VIR_FROM_SYSTEMD = 56,
    /** Error from the bhyve driver. */
    VIR_FROM_BHYVE = 57,
    /** Error from cryptography. */
    VIR_FROM_CRYPTO = 58,
    /** Error from firewall rules. */
    VIR_FROM_FIREWALL = 59,
    /** Error from polkit. */
    VIR_FROM_POLKIT = 60,
    /** Error from threads. */
    VIR_FROM_THREAD = 61,
    /** Error from the administration interface. */
    VIR_FROM_ADMIN = 62,
    /** Error from the log daemon. */
    VIR_FROM_LOGGING = 63,
    /** Error from the Xen xl configuration layer. */
    VIR_FROM_XENXL = 64,
    /** Error from performance events. */
    VIR_FROM_PERF = 65,
    /** Error from the SSH transport by libssh. */
    VIR_FROM_LIBSSH = 66,
    /** Error from resource control of CPU caches. */
    VIR_FROM_RESCTRL = 67,
    /** Error from firewalld. */
    VIR_FROM_FIREWALLD = 68,
    /** Error from checkpoints. */
    VIR_FROM_DOMAIN_CHECKPOINT = 69,
    /** Error from virtual TPMs. */
    VIR_FROM_TPM = 70,
    /** Error from BPF programs. */
    VIR_FROM_BPF = 71,
    /** Error from the Cloud Hypervisor driver. */
    VIR_FROM_CH = 72,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_ERR_DOMAIN_LAST = 73,
#endif
} virErrorDomain;

/** Numbers that tell errors apart. */
typedef enum {
    /** No error. */
    VIR_ERR_OK = 0,
    /** Something went wrong inside the library. */
    VIR_ERR_INTERNAL_ERROR = 1,
    /** Memory allocation failed. */
    VIR_ERR_NO_MEMORY = 2,
    /** The driver does not implement the call. */
    VIR_ERR_NO_SUPPORT = 3,
    /** Host name could not be resolved. */
    VIR_ERR_UNKNOWN_HOST = 4,
    /** No connection to the hypervisor could be made. */
    VIR_ERR_NO_CONNECT = 5,
    /** Connection handle is not valid. */
    VIR_ERR_INVALID_CONN = 6,
    /** Domain handle is not valid. */
    VIR_ERR_INVALID_DOMAIN = 7,
    /** An argument is not valid. */
    VIR_ERR_INVALID_ARG = 8,
    /** The operation failed. */
    VIR_ERR_OPERATION_FAILED = 9,
    /** HTTP GET request failed. */
    VIR_ERR_GET_FAILED = 10,
    /** HTTP POST request failed. */
    VIR_ERR_POST_FAILED = 11,
    /** Unexpected HTTP answer. */
    VIR_ERR_HTTP_ERROR = 12,
    /** S-expression could not be written. */
    VIR_ERR_SEXPR_SERIAL = 13,
    /** Xen control interface could not be opened. */
    VIR_ERR_NO_XEN = 14,
    /** Xen hypervisor call failed. */
    VIR_ERR_XEN_CALL = 15,
    /** Guest operating system type is not known. */
    VIR_ERR_OS_TYPE = 16,
    /** Kernel of the guest is missing. */
    VIR_ERR_NO_KERNEL = 17,
    /** Root device of the guest is missing. */
    VIR_ERR_NO_ROOT = 18,
    /** Source of a device is missing. */
    VIR_ERR_NO_SOURCE = 19,
    /** Target of a device is missing. */
    VIR_ERR_NO_TARGET = 20,
    /** Name of the domain is missing. */
    VIR_ERR_NO_NAME = 21,
    /** Operating system description of the domain is missing. */
    VIR_ERR_NO_OS = 22,
    /** Device is missing in the domain. */
    VIR_ERR_NO_DEVICE = 23,
    /** Xen store could not be opened. */
    VIR_ERR_NO_XENSTORE = 24,
    /** Too many drivers are registered. */
    VIR_ERR_DRIVER_FULL = 25,
    /** The driver's call failed; no longer used. */
    VIR_ERR_CALL_FAILED = 26,
    /** XML is malformed or has a wrong value. */
    VIR_ERR_XML_ERROR = 27,
    /** A domain like this exists already. */
    VIR_ERR_DOM_EXIST = 28,
    /** A read-only connection may not do that. */
    VIR_ERR_OPERATION_DENIED = 29,
    /** A file could not be opened. */
    VIR_ERR_OPEN_FAILED = 30,
    /** A file could not be read. */
    VIR_ERR_READ_FAILED = 31,
    /** A file could not be parsed. */
    VIR_ERR_PARSE_FAILED = 32,
    /** Configuration file has a syntax error. */
    VIR_ERR_CONF_SYNTAX = 33,
    /** A file could not be written. */
    VIR_ERR_WRITE_FAILED = 34,
    /** XML parse error with its position. */
    VIR_ERR_XML_DETAIL = 35,
    /** Network handle is not valid. */
    VIR_ERR_INVALID_NETWORK = 36,
    /** A network like this exists already. */
    VIR_ERR_NETWORK_EXIST = 37,
    /** A system call failed. */
    VIR_ERR_SYSTEM_ERROR = 38,
    /** Error in the remote protocol. */
    VIR_ERR_RPC = 39,
    /** Error in the TLS library. */
    VIR_ERR_GNUTLS_ERROR = 40,
    /** Network driver could not be started. */
    VIR_WAR_NO_NETWORK = 41,
    /** No such domain. */
    VIR_ERR_NO_DOMAIN = 42,
    /** No such network. */
    VIR_ERR_NO_NETWORK = 43,
    /** MAC address is not valid. */
    VIR_ERR_INVALID_MAC = 44,
    /** Authentication failed. */
    VIR_ERR_AUTH_FAILED = 45,
    /** Storage pool handle is not valid. */
    VIR_ERR_INVALID_STORAGE_POOL = 46,
    /** Volume handle is not valid. */
    VIR_ERR_INVALID_STORAGE_VOL = 47,
    /** Storage driver could not be started. */
    VIR_WAR_NO_STORAGE = 48,
    /** No such storage pool. */
    VIR_ERR_NO_STORAGE_POOL = 49,
    /** No such volume. */
    VIR_ERR_NO_STORAGE_VOL = 50,
    /** Host device driver could not be started. */
    VIR_WAR_NO_NODE = 51,
    /** Host device handle is not valid. */
    VIR_ERR_INVALID_NODE_DEVICE = 52,
    /** No such host device. */
    VIR_ERR_NO_NODE_DEVICE = 53,
    /** No such security model. */
    VIR_ERR_NO_SECURITY_MODEL = 54,
    /** The operation does not fit the present state. */
    VIR_ERR_OPERATION_INVALID = 55,
    /** Interface driver could not be started. */
    VIR_WAR_NO_INTERFACE = 56,
    /** No such host interface. */
    VIR_ERR_NO_INTERFACE = 57,
    /** Host interface handle is not valid. */
    VIR_ERR_INVALID_INTERFACE = 58,
    /** More than one host interface matches. */
    VIR_ERR_MULTIPLE_INTERFACES = 59,
    /** Network filter driver could not be started. */
    VIR_WAR_NO_NWFILTER = 60,
    /** Network filter handle is not valid. */
    VIR_ERR_INVALID_NWFILTER = 61,
    /** No such network filter. */
    VIR_ERR_NO_NWFILTER = 62,
    /** Firewall rules could not be set up. */
    VIR_ERR_BUILD_FIREWALL = 63,
    /** Secret driver could not be started. */
    VIR_WAR_NO_SECRET = 64,
    /** Secret handle is not valid. */
    VIR_ERR_INVALID_SECRET = 65,
    /** No such secret. */
    VIR_ERR_NO_SECRET = 66,
    /** The configuration asks for something not supported. */
    VIR_ERR_CONFIG_UNSUPPORTED = 67,
    /** The operation took too long. */
    VIR_ERR_OPERATION_TIMEOUT = 68,
    /** Migration worked but the configuration could not be stored there. */
    VIR_ERR_MIGRATE_PERSIST_FAILED = 69,
    /** A hook script failed. */
    VIR_ERR_HOOK_SCRIPT_FAILED = 70,
    /** Snapshot handle is not valid. */
    VIR_ERR_INVALID_DOMAIN_SNAPSHOT = 71,
    /** No such snapshot. */
    VIR_ERR_NO_DOMAIN_SNAPSHOT = 72,
    /** Stream handle is not valid. */
    VIR_ERR_INVALID_STREAM = 73,
    /** The argument is valid but not supported here. */
    VIR_ERR_ARGUMENT_UNSUPPORTED = 74,
    /** Contents of the storage could not be identified. */
    VIR_ERR_STORAGE_PROBE_FAILED = 75,
    /** Storage pool is built already. */
    VIR_ERR_STORAGE_POOL_BUILT = 76,
    /** Reverting is risky and was not forced. */
    VIR_ERR_SNAPSHOT_REVERT_RISKY = 77,
    /** The operation was cancelled by a user. */
    VIR_ERR_OPERATION_ABORTED = 78,
    /** Authentication was cancelled. */
    VIR_ERR_AUTH_CANCELLED = 79,
    /** The domain has no such metadata. */
    VIR_ERR_NO_DOMAIN_METADATA = 80,
    /** Migration is unsafe and was not forced. */
    VIR_ERR_MIGRATE_UNSAFE = 81,
    /** A number does not fit its type. */
    VIR_ERR_OVERFLOW = 82,
    /** A block copy job prevents this. */
    VIR_ERR_BLOCK_COPY_ACTIVE = 83,
    /** The operation is not supported in this setup. */
    VIR_ERR_OPERATION_UNSUPPORTED = 84,
    /** Error in the SSH transport by libssh2. */
    VIR_ERR_SSH = 85,
    /** Guest agent does not answer. */
    VIR_ERR_AGENT_UNRESPONSIVE = 86,
    /** The resource is in use. */
    VIR_ERR_RESOURCE_BUSY = 87,
    /** Access control forbids this. */
    VIR_ERR_ACCESS_DENIED = 88,
    /** Error of a D-Bus service. */
    VIR_ERR_DBUS_SERVICE = 89,
    /** A volume like this exists already. */
    VIR_ERR_STORAGE_VOL_EXIST = 90,
    /** Host CPU does not provide the CPU. */
    VIR_ERR_CPU_INCOMPATIBLE = 91,
    /** XML does not conform to the schema. */
    VIR_ERR_XML_INVALID_SCHEMA = 92,
    /** Finishing the migration succeeded but with an error to report. */
    VIR_ERR_MIGRATE_FINISH_OK = 93,
    /** No means of authentication is available. */
    VIR_ERR_AUTH_UNAVAILABLE = 94,
    /** No such server in the daemon. */
    VIR_ERR_NO_SERVER = 95,
    /** No such client of the server. */
    VIR_ERR_NO_CLIENT = 96,
    /** Guest agent answers out of sync. */
    VIR_ERR_AGENT_UNSYNCED = 97,
    /** Error in the SSH transport by libssh. */
    VIR_ERR_LIBSSH = 98,
    /** The device was not found in the domain. */
    VIR_ERR_DEVICE_MISSING = 99,
    /** Filter binding handle is not valid. */
    VIR_ERR_INVALID_NWFILTER_BINDING = 100,
    /** No such filter binding. */
    VIR_ERR_NO_NWFILTER_BINDING = 101,
    /** Checkpoint handle is not valid. */
    VIR_ERR_INVALID_DOMAIN_CHECKPOINT = 102,
    /** No such checkpoint. */
    VIR_ERR_NO_DOMAIN_CHECKPOINT = 103,
    /** No backup job is running. */
    VIR_ERR_NO_DOMAIN_BACKUP = 104,
    /** Network port handle is not valid. */
    VIR_ERR_INVALID_NETWORK_PORT = 105,
    /** A network port like this exists already. */
    VIR_ERR_NETWORK_PORT_EXIST = 106,
    /** No such network port. */
    VIR_ERR_NO_NETWORK_PORT = 107,
    /** No host name of the guest was found. */
    VIR_ERR_NO_HOSTNAME = 108,
    /** Checkpoint's tracking data cannot be used. */
    VIR_ERR_CHECKPOINT_INCONSISTENT = 109,
    /** More than one domain matches. */
    VIR_ERR_MULTIPLE_DOMAINS = 110,
    /** The network has no such metadata. */
    VIR_ERR_NO_NETWORK_METADATA = 111,
    /** Guest agent did not complete the command in time. */
    VIR_ERR_AGENT_COMMAND_TIMEOUT = 112,
    /** Guest agent reported that the command failed. */
    VIR_ERR_AGENT_COMMAND_FAILED = 113,
    /** Key that encrypts secrets is missing or not valid. */
    VIR_ERR_INVALID_ENCR_KEY_SECRET = 114,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_ERR_NUMBER_LAST = 115,
#endif
} virErrorNumber;

/** An error raised by the library. */
typedef struct _virError {
    /** Error number, a virErrorNumber. */
    int code;
    /** Part of the library it comes from, a virErrorDomain. */
    int domain;
    /** Text of the error. */
    char *message;
    /** Severity. */
    virErrorLevel level;
    /** No longer used; do not rely on it. */
    virConnectPtr conn VIR_DEPRECATED;
    /** No longer used; do not rely on it. */
    virDomainPtr dom VIR_DEPRECATED;
    /** First further text, or NULL. */
    char *str1;
    /** Second further text, or NULL. */
    char *str2;
    /** Third further text, or NULL. */
    char *str3;
    /** First further number; for system errors the errno value. */
    int int1;
    /** Second further number. */
    int int2;
    /** No longer used; do not rely on it. */
    virNetworkPtr net VIR_DEPRECATED;
} virError;

/** Pointer to a virError. */
typedef virError *virErrorPtr;

/** Receives an error; it belongs to the library and is valid only during the call. */
typedef void (*virErrorFunc)(void *userData,
                             virErrorPtr error);

/**
 * Copies the last error stored in a connection to the caller's structure, to be cleared with
 * virResetError(). Prefer the thread's own error. Returns 0 if there is no error, its code otherwise,
 * or -1 on a bad argument.
 *
 * Since: 0.1.0
 */
int virConnCopyLastError(virConnectPtr conn,
                         virErrorPtr to);

/**
 * Gives the last error stored in a connection, which other threads may overwrite; prefer
 * virGetLastError(). The structure belongs to the connection. Returns the error, or NULL if there is
 * none.
 *
 * Since: 0.1.0
 */
virErrorPtr virConnGetLastError(virConnectPtr conn);

/**
 * Clears the last error stored in a connection.
 *
 * Since: 0.1.0
 */
void virConnResetLastError(virConnectPtr conn);

/**
 * Sets a function that is called for errors of one connection, instead of the global one, with
 * userData as its first argument. NULL removes it.
 *
 * Since: 0.1.0
 */
void virConnSetErrorFunc(virConnectPtr conn,
                         void *userData,
                         virErrorFunc handler);

/**
 * Copies the calling thread's last error to the caller's structure, to be cleared with
 * virResetError(). Returns the error code, 0 if there is no error, or -1 on a bad argument.
 *
 * Since: 0.1.0
 */
int virCopyLastError(virErrorPtr to);

/**
 * Prints an error to standard error in the library's usual form; it is used when the program set no
 * error function.
 *
 * Since: 0.1.0
 */
void virDefaultErrorFunc(virErrorPtr err);

/**
 * Frees an error from virSaveLastError() with its strings. NULL is ignored.
 *
 * Since: 0.6.1
 */
void virFreeError(virErrorPtr err);

/**
 * Gives the calling thread's last error. The structure belongs to the library and changes with the
 * next call that fails. Returns the error, or NULL if there is none.
 *
 * Since: 0.1.0
 */
virErrorPtr virGetLastError(void);

/**
 * Gives the code of the calling thread's last error. Returns a virErrorNumber, VIR_ERR_OK if there is
 * none.
 *
 * Since: 4.5.0
 */
int virGetLastErrorCode(void);

/**
 * Gives the part of the library that raised the calling thread's last error. Returns a virErrorDomain,
 * VIR_FROM_NONE if there is none.
 *
 * Since: 4.5.0
 */
int virGetLastErrorDomain(void);

/**
 * Gives the text of the calling thread's last error. It belongs to the library and must not be freed.
 * Returns a string in every case, a fixed one if there is no error.
 *
 * Since: 1.0.6
 */
const char *virGetLastErrorMessage(void);

/**
 * Frees the strings of an error structure and sets all its fields to zero; the structure itself stays
 * with the caller.
 *
 * Since: 0.1.0
 */
void virResetError(virErrorPtr err);

/**
 * Clears the calling thread's last error.
 *
 * Since: 0.1.0
 */
void virResetLastError(void);

/**
 * Copies the calling thread's last error to a new structure, so that later calls do not overwrite it.
 * Free it with virFreeError(). Returns the copy, or NULL on error.
 *
 * Since: 0.6.1
 */
virErrorPtr virSaveLastError(void);

/**
 * Sets a function that is called for every error raised, with userData as its first argument. NULL
 * restores the printing of errors to standard error.
 *
 * Since: 0.1.0
 */
void virSetErrorFunc(void *userData,
                     virErrorFunc handler);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_VIRTERROR_H */
