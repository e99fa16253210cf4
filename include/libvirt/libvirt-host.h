/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_HOST_H
#define LIBVIRT_HOST_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Gives the number of CPUs that the host of a virNodeInfo can have. */
#define VIR_NODEINFO_MAXCPUS(nodeinfo) \
    ((nodeinfo).nodes * (nodeinfo).sockets * (nodeinfo).cores * (nodeinfo).threads)

/** Identity attribute: name of the user's primary group, as string. */
#define VIR_CONNECT_IDENTITY_GROUP_NAME "group-name"

/** Identity attribute: process id of the user's program, as long long. */
#define VIR_CONNECT_IDENTITY_PROCESS_ID "process-id"

/**
 * Identity attribute: when that process started, in clock ticks since boot, as unsigned long long.
 */
#define VIR_CONNECT_IDENTITY_PROCESS_TIME "process-time"

/** Identity attribute: name that the user authenticated with by SASL, as string. */
#define VIR_CONNECT_IDENTITY_SASL_USER_NAME "sasl-user-name"

/** Identity attribute: SELinux context of the user's program, as string. */
#define VIR_CONNECT_IDENTITY_SELINUX_CONTEXT "selinux-context"

/** Identity attribute: number of the user's primary group, as unsigned long long. */
#define VIR_CONNECT_IDENTITY_UNIX_GROUP_ID "unix-group-id"

/** Identity attribute: number of the user, as unsigned long long. */
#define VIR_CONNECT_IDENTITY_UNIX_USER_ID "unix-user-id"

/** Identity attribute: name of the user, as string. */
#define VIR_CONNECT_IDENTITY_USER_NAME "user-name"

/** Identity attribute: distinguished name in the user's TLS certificate, as string. */
#define VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME "x509-distinguished-name"

/** Host CPU statistic: time spent running guests since boot, in nanoseconds. */
#define VIR_NODE_CPU_STATS_GUEST "guest"

/** Host CPU statistic: idle time since boot, in nanoseconds. */
#define VIR_NODE_CPU_STATS_IDLE "idle"

/** Host CPU statistic: time spent on interrupts since boot, in nanoseconds. */
#define VIR_NODE_CPU_STATS_INTR "intr"

/** Host CPU statistic: time spent waiting for I/O since boot, in nanoseconds. */
#define VIR_NODE_CPU_STATS_IOWAIT "iowait"

/** Host CPU statistic: time spent in the kernel since boot, in nanoseconds. */
#define VIR_NODE_CPU_STATS_KERNEL "kernel"

/** Host CPU statistic: time spent in user processes since boot, in nanoseconds. */
#define VIR_NODE_CPU_STATS_USER "user"

/** Host CPU statistic: present load in percent of all CPUs. */
#define VIR_NODE_CPU_STATS_UTILIZATION "utilization"

/** Page sharing: how often all mergeable memory was scanned, as unsigned long long; read only. */
#define VIR_NODE_MEMORY_SHARED_FULL_SCANS "shm_full_scans"

/**
 * Page sharing: whether pages of different NUMA nodes are merged (1) or not (0), as unsigned int.
 */
#define VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES "shm_merge_across_nodes"

/** Page sharing: shared pages in use, as unsigned long long; read only. */
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARED "shm_pages_shared"

/** Page sharing: places that use a shared page, as unsigned long long; read only. */
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARING "shm_pages_sharing"

/** Page sharing: pages scanned before each rest, as unsigned int. */
#define VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN "shm_pages_to_scan"

/**
 * Page sharing: pages that were checked again and again but are unique, as unsigned long long;
 * read only.
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED "shm_pages_unshared"

/** Page sharing: pages that change too fast to be merged, as unsigned long long; read only. */
#define VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE "shm_pages_volatile"

/** Page sharing: length of a rest between scans in milliseconds, as unsigned int. */
#define VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS "shm_sleep_millisecs"

/** Host memory statistic: what programs can still get without swapping, in KiB. */
#define VIR_NODE_MEMORY_STATS_AVAILABLE "available"

/** Host memory statistic: kernel buffers in KiB; only for the whole host. */
#define VIR_NODE_MEMORY_STATS_BUFFERS "buffers"

/** Host memory statistic: page cache in KiB; only for the whole host. */
#define VIR_NODE_MEMORY_STATS_CACHED "cached"

/** Host memory statistic: unused memory in KiB. */
#define VIR_NODE_MEMORY_STATS_FREE "free"

/** Host memory statistic: all memory in KiB. */
#define VIR_NODE_MEMORY_STATS_TOTAL "total"

/** SEV: position of the page table bit that marks encrypted memory, as unsigned int. */
#define VIR_NODE_SEV_CBITPOS "cbitpos"

/** SEV: the platform's certificate chain in base64, as string. */
#define VIR_NODE_SEV_CERT_CHAIN "cert-chain"

/**
 * SEV: identity of the CPU in socket 0, for fetching its certificate from AMD, in base64 as
 * string.
 */
#define VIR_NODE_SEV_CPU0_ID "cpu0-id"

/** SEV: how many SEV-ES guests the host can run, as unsigned int. */
#define VIR_NODE_SEV_MAX_ES_GUESTS "max-es-guests"

/** SEV: how many SEV guests the host can run, as unsigned int. */
#define VIR_NODE_SEV_MAX_GUESTS "max-guests"

/** SEV: the platform's Diffie-Hellman key in base64, as string. */
#define VIR_NODE_SEV_PDH "pdh"

/** SEV: bits of physical addresses that a guest loses to encryption, as unsigned int. */
#define VIR_NODE_SEV_REDUCED_PHYS_BITS "reduced-phys-bits"

/** Size of the name of a host CPU statistic in bytes, with the terminating zero. */
#define VIR_NODE_CPU_STATS_FIELD_LENGTH 80

/** Size of the name of a host memory statistic in bytes, with the terminating zero. */
#define VIR_NODE_MEMORY_STATS_FIELD_LENGTH 80

/** Size of a security domain of interpretation in bytes, with the terminating zero. */
#define VIR_SECURITY_DOI_BUFLEN 257

/** Size of a security label in bytes, with the terminating zero. */
#define VIR_SECURITY_LABEL_BUFLEN 4097

/** Size of the name of a security model in bytes, with the terminating zero. */
#define VIR_SECURITY_MODEL_BUFLEN 257

/** Size of a UUID in bytes. */
#define VIR_UUID_BUFLEN 16

/** Size of a UUID as text in bytes, with the terminating zero. */
#define VIR_UUID_STRING_BUFLEN 37

/** Results of comparing CPUs. */
typedef enum {
    /** The comparison failed. */
    VIR_CPU_COMPARE_ERROR = -1,
    /** Host CPU lacks something of the CPU. */
    VIR_CPU_COMPARE_INCOMPATIBLE = 0,
    /** Host CPU and the CPU are equal. */
    VIR_CPU_COMPARE_IDENTICAL = 1,
    /** Host CPU offers more than the CPU. */
    VIR_CPU_COMPARE_SUPERSET = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_CPU_COMPARE_LAST = 3,
#endif
} virCPUCompareResult;

/** Flags for computing a baseline CPU. */
typedef enum {
    /** List all features of the result. */
    VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES = (1 << 0),
    /** Leave out features that prevent migration. */
    VIR_CONNECT_BASELINE_CPU_MIGRATABLE = (1 << 1),
    /** Do not limit the result to what this host supports. */
    VIR_CONNECT_BASELINE_CPU_IGNORE_HOST = (1 << 2),
} virConnectBaselineCPUFlags;

/** Flags for comparing CPUs. */
typedef enum {
    /** Report an incompatible CPU as error. */
    VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = (1 << 0),
    /** Check the XML against the schema. */
    VIR_CONNECT_COMPARE_CPU_VALIDATE_XML = (1 << 1),
} virConnectCompareCPUFlags;

/** Kinds of credentials. */
typedef enum {
    /** Identity to act as. */
    VIR_CRED_USERNAME = 1,
    /** Identity to authenticate with. */
    VIR_CRED_AUTHNAME = 2,
    /** Language tags. */
    VIR_CRED_LANGUAGE = 3,
    /** Nonce supplied by the client. */
    VIR_CRED_CNONCE = 4,
    /** Passphrase. */
    VIR_CRED_PASSPHRASE = 5,
    /** Answer to a challenge that may be shown. */
    VIR_CRED_ECHOPROMPT = 6,
    /** Answer to a challenge that must be hidden. */
    VIR_CRED_NOECHOPROMPT = 7,
    /** Authentication realm. */
    VIR_CRED_REALM = 8,
    /** Credential handled outside the program. */
    VIR_CRED_EXTERNAL = 9,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_CRED_LAST = 10,
#endif
} virConnectCredentialType;

/** Flags for opening a connection. */
typedef enum {
    /** Open the connection read-only. */
    VIR_CONNECT_RO = (1 << 0),
    /** Do not look the URI up in the configured aliases. */
    VIR_CONNECT_NO_ALIASES = (1 << 1),
} virConnectFlags;

/** Flags for allocating huge pages. */
typedef enum {
    /** Counts are added to the pools. */
    VIR_NODE_ALLOC_PAGES_ADD = 0,
    /** Counts are the new sizes of the pools. */
    VIR_NODE_ALLOC_PAGES_SET = (1 << 0),
} virNodeAllocPagesFlags;

/** Special CPU number for virNodeGetCPUStats(). */
typedef enum {
    /** All host CPUs together. */
    VIR_NODE_CPU_STATS_ALL_CPUS = -1,
} virNodeGetCPUStatsAllCPUs;

/** Special node number for virNodeGetMemoryStats(). */
typedef enum {
    /** All NUMA nodes together. */
    VIR_NODE_MEMORY_STATS_ALL_CELLS = -1,
} virNodeGetMemoryStatsAllCells;

/** Ways of suspending a host or guest. */
typedef enum {
    /** Suspend to memory. */
    VIR_NODE_SUSPEND_TARGET_MEM = 0,
    /** Suspend to disk. */
    VIR_NODE_SUSPEND_TARGET_DISK = 1,
    /** Suspend to memory with a copy on disk. */
    VIR_NODE_SUSPEND_TARGET_HYBRID = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_NODE_SUSPEND_TARGET_LAST = 3,
#endif
} virNodeSuspendTarget;

/** Opaque connection to a hypervisor. */
typedef struct _virConnect virConnect;

/** Handle of a connection to a hypervisor; release it with virConnectClose(). */
typedef virConnect *virConnectPtr;

/** One credential asked for while a connection is opened. */
typedef struct _virConnectCredential {
    /** Kind of credential, a virConnectCredentialType. */
    int type;
    /** Text to show to the user. */
    const char *prompt;
    /** Further text about what is asked for, or NULL. */
    const char *challenge;
    /** Value to use if the user enters nothing, or NULL. */
    const char *defresult;
    /** The answer, in memory from malloc() that the library frees. */
    char *result;
    /** Length of the answer in bytes. */
    unsigned int resultlen;
} virConnectCredential;

/** Pointer to a virConnectCredential. */
typedef virConnectCredential *virConnectCredentialPtr;

/**
 * Fills in the result of each of the ncred credentials; the strings must come from malloc(). Returns
 * 0, or -1 to give up.
 */
typedef int (*virConnectAuthCallbackPtr)(virConnectCredentialPtr cred,
                                         unsigned int ncred,
                                         void *cbdata);

/** How a program supplies credentials while a connection is opened. */
typedef struct _virConnectAuth {
    /** Kinds of credentials the program can supply. */
    int *credtype;
    /** Number of entries in credtype. */
    unsigned int ncredtype;
    /** Function that collects the credentials. */
    virConnectAuthCallbackPtr cb;
    /** Data passed to that function. */
    void *cbdata;
} virConnectAuth;

/** Pointer to a virConnectAuth. */
typedef virConnectAuth *virConnectAuthPtr;

/** Called when a connection breaks, with a virConnectCloseReason. */
typedef void (*virConnectCloseFunc)(virConnectPtr conn,
                                    int reason,
                                    void *opaque);

/** One CPU statistic of the host. */
typedef struct _virNodeCPUStats {
    /** Name of the statistic. */
    char field[VIR_NODE_CPU_STATS_FIELD_LENGTH];
    /** Its value, usually nanoseconds. */
    unsigned long long value;
} virNodeCPUStats;

/** Pointer to a virNodeCPUStats. */
typedef virNodeCPUStats *virNodeCPUStatsPtr;

/** Processor and memory layout of the host. */
typedef struct _virNodeInfo {
    /** CPU model or architecture of the host. */
    char model[32];
    /** Memory of the host in KiB. */
    unsigned long memory;
    /** Number of active CPUs. */
    unsigned int cpus;
    /** CPU frequency in MHz, 0 if unknown. */
    unsigned int mhz;
    /** Number of NUMA nodes; 1 for odd layouts. */
    unsigned int nodes;
    /** CPU sockets per NUMA node. */
    unsigned int sockets;
    /** Cores per socket. */
    unsigned int cores;
    /** Threads per core. */
    unsigned int threads;
} virNodeInfo;

/** Pointer to a virNodeInfo. */
typedef virNodeInfo *virNodeInfoPtr;

/** One memory statistic of the host. */
typedef struct _virNodeMemoryStats {
    /** Name of the statistic. */
    char field[VIR_NODE_MEMORY_STATS_FIELD_LENGTH];
    /** Its value in KiB. */
    unsigned long long value;
} virNodeMemoryStats;

/** Pointer to a virNodeMemoryStats. */
typedef virNodeMemoryStats *virNodeMemoryStatsPtr;

/** Security model of the host. */
typedef struct _virSecurityModel {
    /** Name of the model, such as selinux or apparmor. */
    char model[VIR_SECURITY_MODEL_BUFLEN];
    /** Domain of interpretation of the labels. */
    char doi[VIR_SECURITY_DOI_BUFLEN];
} virSecurityModel;

/** Pointer to a virSecurityModel. */
typedef virSecurityModel *virSecurityModelPtr;

/** Security label of a running domain. */
typedef struct _virSecurityLabel {
    /** The label, with a terminating zero. */
    char label[VIR_SECURITY_LABEL_BUFLEN];
    /** 1 if the policy is enforced, 0 if not. */
    int enforcing;
} virSecurityLabel;

/** Pointer to a virSecurityLabel. */
typedef virSecurityLabel *virSecurityLabelPtr;

/** Opaque data stream. */
typedef struct _virStream virStream;

/** Handle of a stream; release it with virStreamFree(). */
typedef virStream *virStreamPtr;

/**
 * Variable that points to a ready-made virConnectAuth, which asks for credentials on the terminal;
 * pass it to virConnectOpenAuth().
 *
 * Since: 0.4.1
 */
VIR_EXPORT_VAR virConnectAuthPtr virConnectAuthPtrDefault;

/**
 * Drops one reference to a connection and closes it with the last one; objects of the connection hold
 * references too. Returns 1 if references are left, 0 when closed, or -1 on error.
 *
 * Since: 0.0.3
 */
int virConnectClose(virConnectPtr conn);

/**
 * Gives the host name of the machine the hypervisor runs on. Returns a string the caller frees with
 * free(), or NULL on error.
 *
 * Since: 0.3.0
 */
char *virConnectGetHostname(virConnectPtr conn);

/**
 * Stores the library version used at the daemon's side: major times 1000000 plus minor times 1000 plus
 * release. Returns 0, or -1 on error.
 *
 * Since: 0.7.3
 */
int virConnectGetLibVersion(virConnectPtr conn,
                            unsigned long *libVer);

/**
 * Gives the most vCPUs a guest of the named virtualization type can have; NULL means the default type.
 * Returns the number, or -1 on error.
 *
 * Since: 0.2.1
 */
int virConnectGetMaxVcpus(virConnectPtr conn,
                          const char *type);

/**
 * Gives the name of the hypervisor driver behind the connection, such as QEMU. The string is static
 * and must not be freed. Returns the name, or NULL on error.
 *
 * Since: 0.0.3
 */
const char *virConnectGetType(virConnectPtr conn);

/**
 * Gives the full URI of the connection, with the defaults filled in. Returns a string the caller frees
 * with free(), or NULL on error.
 *
 * Since: 0.3.0
 */
char *virConnectGetURI(virConnectPtr conn);

/**
 * Stores the version of the running hypervisor: major times 1000000 plus minor times 1000 plus
 * release, or 0 if it cannot be told. Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virConnectGetVersion(virConnectPtr conn,
                         unsigned long *hvVer);

/**
 * Tells whether the connection still works: a local one always does, a remote one until its transport
 * is lost. Returns 1 if alive, 0 if dead, or -1 on error.
 *
 * Since: 0.9.8
 */
int virConnectIsAlive(virConnectPtr conn);

/**
 * Tells whether the data of the connection travels encrypted. Returns 1 if so, 0 if not, or -1 on
 * error.
 *
 * Since: 0.7.3
 */
int virConnectIsEncrypted(virConnectPtr conn);

/**
 * Tells whether others could listen to the connection; a local socket counts as secure, like an
 * encrypted transport. Returns 1 if secure, 0 if not, or -1 on error.
 *
 * Since: 0.7.3
 */
int virConnectIsSecure(virConnectPtr conn);

/**
 * Opens a connection with full rights; a NULL or empty URI takes the default from the environment, the
 * configuration file, or by probing. Release it with virConnectClose(). Returns a new connection, or
 * NULL on error.
 *
 * Since: 0.0.3
 */
virConnectPtr virConnectOpen(const char *name);

/**
 * Opens a connection and asks for credentials through the callback of auth; flags (virConnectFlags)
 * can make it read-only. Release it with virConnectClose(). Returns a new connection, or NULL on
 * error.
 *
 * Since: 0.4.0
 */
virConnectPtr virConnectOpenAuth(const char *name,
                                 virConnectAuthPtr auth,
                                 unsigned int flags);

/**
 * Opens a connection that may only query, not change anything. Release it with virConnectClose().
 * Returns a new connection, or NULL on error.
 *
 * Since: 0.0.3
 */
virConnectPtr virConnectOpenReadOnly(const char *name);

/**
 * Adds a reference to a connection, for instance for another thread; each one needs its own
 * virConnectClose(). Returns 0, or -1 on error.
 *
 * Since: 0.6.0
 */
int virConnectRef(virConnectPtr conn);

/**
 * Sets the one callback that is told when the connection breaks, with a virConnectCloseReason. The
 * free callback runs when it is removed. Returns 0, or -1 on error.
 *
 * Since: 0.10.0
 */
int virConnectRegisterCloseCallback(virConnectPtr conn,
                                    virConnectCloseFunc cb,
                                    void *opaque,
                                    virFreeCallback freecb);

/**
 * Sends keepalive messages after the interval in seconds without traffic and closes the connection
 * when count of them stay unanswered; an interval of 0 turns it off. Needs a running event loop.
 * Returns 0, 1 if the peer cannot do it, or -1 on error.
 *
 * Since: 0.9.8
 */
int virConnectSetKeepAlive(virConnectPtr conn,
                           int interval,
                           unsigned int count);

/**
 * Removes the close callback, which must be the one that was registered, and runs its free callback.
 * Returns 0, or -1 on error.
 *
 * Since: 0.10.0
 */
int virConnectUnregisterCloseCallback(virConnectPtr conn,
                                      virConnectCloseFunc cb);

/**
 * Stores the version of this library and, if the pointer is not NULL, of a driver: major times 1000000
 * plus minor times 1000 plus release. Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virGetVersion(unsigned long *libVer,
                  const char *type,
                  unsigned long *typeVer);

/**
 * Initializes the library. Other entry points do so themselves, so a call is needed only to do it
 * early, for instance before starting threads. Returns 0, or -1 on error.
 *
 * Since: 0.1.0
 */
int virInitialize(void);

/**
 * Computes the richest CPU model that all given CPU or host capabilities XML documents can run. Flags
 * can list its features or keep only migratable ones. Returns CPU XML the caller frees with free(), or
 * NULL on error.
 *
 * Since: 0.7.7
 */
char *virConnectBaselineCPU(virConnectPtr conn,
                            const char **xmlCPUs,
                            unsigned int ncpus,
                            unsigned int flags);

/**
 * Computes a CPU that all given CPU documents can run under a certain emulator, architecture, machine
 * and virtualization type, each of which may be NULL. Returns CPU XML the caller frees with free(), or
 * NULL on error.
 *
 * Since: 4.4.0
 */
char *virConnectBaselineHypervisorCPU(virConnectPtr conn,
                                      const char *emulator,
                                      const char *arch,
                                      const char *machine,
                                      const char *virttype,
                                      const char **xmlCPUs,
                                      unsigned int ncpus,
                                      unsigned int flags);

/**
 * Compares the CPU in the XML with the host CPU. Returns a virCPUCompareResult, which is
 * VIR_CPU_COMPARE_ERROR on error.
 *
 * Since: 0.7.5
 */
int virConnectCompareCPU(virConnectPtr conn,
                         const char *xmlDesc,
                         unsigned int flags);

/**
 * Compares the CPU in the XML with what a certain emulator, architecture, machine and virtualization
 * type, each possibly NULL, can offer on this host. Returns a virCPUCompareResult, which is
 * VIR_CPU_COMPARE_ERROR on error.
 *
 * Since: 4.4.0
 */
int virConnectCompareHypervisorCPU(virConnectPtr conn,
                                   const char *emulator,
                                   const char *arch,
                                   const char *machine,
                                   const char *virttype,
                                   const char *xmlCPU,
                                   unsigned int flags);

/**
 * Lists the CPU model names known for an architecture. Stores a NULL-terminated array; the caller
 * frees each string and the array with free(), or passes NULL to count only. Returns the number of
 * models, or -1 on error.
 *
 * Since: 1.1.3
 */
int virConnectGetCPUModelNames(virConnectPtr conn,
                               const char *arch,
                               char ***models,
                               unsigned int flags);

/**
 * Describes the host and the kinds of guests it can run as XML. Returns a string the caller frees with
 * free(), or NULL on error.
 *
 * Since: 0.2.1
 */
char *virConnectGetCapabilities(virConnectPtr conn);

/**
 * Describes the host's firmware and hardware tables as XML. Returns a string the caller frees with
 * free(), or NULL on error.
 *
 * Since: 0.8.8
 */
char *virConnectGetSysinfo(virConnectPtr conn,
                           unsigned int flags);

/**
 * Replaces the client identity that the daemon uses for access control with the typed parameters
 * (VIR_CONNECT_IDENTITY_...). Needs a privileged caller. Returns 0, or -1 on error.
 *
 * Since: 5.8.0
 */
int virConnectSetIdentity(virConnectPtr conn,
                          virTypedParameterPtr params,
                          int nparams,
                          unsigned int flags);

/**
 * Grows or sets the pools of huge pages, giving page sizes in KiB and counts, on cellCount NUMA nodes
 * from startCell on; -1 with 1 means the whole host. Returns the number of pools adjusted, or -1 on
 * error.
 *
 * Since: 1.2.9
 */
int virNodeAllocPages(virConnectPtr conn,
                      unsigned int npages,
                      unsigned int *pageSizes,
                      unsigned long long *pageCounts,
                      int startCell,
                      unsigned int cellCount,
                      unsigned int flags);

/**
 * Stores a bitmap of the online host CPUs, to be freed with free(), and their count; each pointer may
 * be NULL. Returns the number of CPUs of the host, or -1 on error.
 *
 * Since: 1.0.0
 */
int virNodeGetCPUMap(virConnectPtr conn,
                     unsigned char **cpumap,
                     unsigned int *online,
                     unsigned int flags);

/**
 * Reads time counters in nanoseconds of one host CPU, or of all with VIR_NODE_CPU_STATS_ALL_CPUS, into
 * the caller's array. Call with a count of 0 first to learn how many there are. Returns 0, or -1 on
 * error.
 *
 * Since: 0.9.3
 */
int virNodeGetCPUStats(virConnectPtr conn,
                       int cpuNum,
                       virNodeCPUStatsPtr params,
                       int *nparams,
                       unsigned int flags);

/**
 * Stores the free memory in bytes of up to maxCells NUMA nodes, the first being startCell. Returns the
 * number of entries stored, or -1 on error.
 *
 * Since: 0.3.3
 */
int virNodeGetCellsFreeMemory(virConnectPtr conn,
                              unsigned long long *freeMems,
                              int startCell,
                              int maxCells);

/**
 * Gives the free memory of the host in bytes. Returns the size, or 0 on error.
 *
 * Since: 0.3.3
 */
unsigned long long virNodeGetFreeMemory(virConnectPtr conn);

/**
 * Stores how many pages of each given size, in KiB, are free on each of cellCount NUMA nodes; the
 * array holds all sizes of the first node, then the next. Returns the number of entries stored, or -1
 * on error.
 *
 * Since: 1.2.6
 */
int virNodeGetFreePages(virConnectPtr conn,
                        unsigned int npages,
                        unsigned int *pages,
                        int startCell,
                        unsigned int cellCount,
                        unsigned long long *counts,
                        unsigned int flags);

/**
 * Stores CPU model, memory in KiB, CPU count and frequency, and the NUMA, socket, core and thread
 * layout of the host. Returns 0, or -1 on error.
 *
 * Since: 0.1.0
 */
int virNodeGetInfo(virConnectPtr conn,
                   virNodeInfoPtr info);

/**
 * Reads the host's memory tuning settings, such as page sharing, into the caller's array. Call with a
 * count of 0 first to learn how many there are. Returns 0, or -1 on error.
 *
 * Since: 0.10.2
 */
int virNodeGetMemoryParameters(virConnectPtr conn,
                               virTypedParameterPtr params,
                               int *nparams,
                               unsigned int flags);

/**
 * Reads memory statistics in KiB of one NUMA node, or of all with VIR_NODE_MEMORY_STATS_ALL_CELLS,
 * into the caller's array. Call with a count of 0 first to learn how many there are. Returns 0, or -1
 * on error.
 *
 * Since: 0.9.3
 */
int virNodeGetMemoryStats(virConnectPtr conn,
                          int cellNum,
                          virNodeMemoryStatsPtr params,
                          int *nparams,
                          unsigned int flags);

/**
 * Reads the host's AMD SEV data, such as its certificate chain. Free the typed parameters with
 * virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 4.5.0
 */
int virNodeGetSEVInfo(virConnectPtr conn,
                      virTypedParameterPtr *params,
                      int *nparams,
                      unsigned int flags);

/**
 * Stores the name and domain of interpretation of the first security model the driver uses. Returns 0,
 * or -1 on error.
 *
 * Since: 0.6.1
 */
int virNodeGetSecurityModel(virConnectPtr conn,
                            virSecurityModelPtr secmodel);

/**
 * Changes the host's memory tuning settings, such as page sharing. Returns 0, or -1 on error.
 *
 * Since: 0.10.2
 */
int virNodeSetMemoryParameters(virConnectPtr conn,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * Suspends the host to memory, disk or both (virNodeSuspendTarget) and sets an alarm to wake it after
 * a number of seconds, which must not be too short. Returns 0, or -1 on error.
 *
 * Since: 0.9.8
 */
int virNodeSuspendForDuration(virConnectPtr conn,
                              unsigned int target,
                              unsigned long long duration,
                              unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_HOST_H */
