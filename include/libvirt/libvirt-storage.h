/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_STORAGE_H
#define LIBVIRT_STORAGE_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Casts a storage pool event callback to the generic type. */
#define VIR_STORAGE_POOL_EVENT_CALLBACK(cb) ((virConnectStoragePoolEventGenericCallback)(void (*)(void))(cb))

/** Filters for listing storage pools. */
typedef enum {
    /** Include inactive pools. */
    VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE = (1 << 0),
    /** Include active pools. */
    VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE = (1 << 1),
    /** Include persistent pools. */
    VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT = (1 << 2),
    /** Include transient pools. */
    VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT = (1 << 3),
    /** Include pools with autostart. */
    VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART = (1 << 4),
    /** Include pools without autostart. */
    VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART = (1 << 5),
    /** Include pools of the directory type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_DIR = (1 << 6),
    /** Include pools of the file system type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_FS = (1 << 7),
    /** Include pools of the network file system type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_NETFS = (1 << 8),
    /** Include pools of the volume group (LVM) type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL = (1 << 9),
    /** Include pools of the disk type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_DISK = (1 << 10),
    /** Include pools of the iSCSI type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI = (1 << 11),
    /** Include pools of the SCSI type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_SCSI = (1 << 12),
    /** Include pools of the multipath type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_MPATH = (1 << 13),
    /** Include pools of the Ceph RBD type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_RBD = (1 << 14),
    /** Include pools of the Sheepdog type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG = (1 << 15),
    /** Include pools of the Gluster type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER = (1 << 16),
    /** Include pools of the ZFS type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_ZFS = (1 << 17),
    /** Include pools of the Virtuozzo storage type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE = (1 << 18),
    /** Include pools of the direct iSCSI type. */
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT = (1 << 19),
} virConnectListAllStoragePoolsFlags;

/** Flags for building a storage pool. */
typedef enum {
    /** Build from scratch. */
    VIR_STORAGE_POOL_BUILD_NEW = 0,
    /** Repair what is there. */
    VIR_STORAGE_POOL_BUILD_REPAIR = (1 << 0),
    /** Extend what is there. */
    VIR_STORAGE_POOL_BUILD_RESIZE = (1 << 1),
    /** Fail if data is there. */
    VIR_STORAGE_POOL_BUILD_NO_OVERWRITE = (1 << 2),
    /** Overwrite data that is there. */
    VIR_STORAGE_POOL_BUILD_OVERWRITE = (1 << 3),
} virStoragePoolBuildFlags;

/** Flags for starting a storage pool. */
typedef enum {
    /** Start without building. */
    VIR_STORAGE_POOL_CREATE_NORMAL = 0,
    /** Build before the start. */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD = (1 << 0),
    /** Build before the start and overwrite data that is there. */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE = (1 << 1),
    /** Build before the start, fail if data is there. */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE = (1 << 2),
} virStoragePoolCreateFlags;

/** Flags for storing a storage pool configuration. */
typedef enum {
    /** Check the XML against the schema. */
    VIR_STORAGE_POOL_DEFINE_VALIDATE = (1 << 0),
} virStoragePoolDefineFlags;

/** Flags for deleting a pool's storage. */
typedef enum {
    /** Delete the records only, which is fast. */
    VIR_STORAGE_POOL_DELETE_NORMAL = 0,
    /** Overwrite all data with zeros. */
    VIR_STORAGE_POOL_DELETE_ZEROED = (1 << 0),
} virStoragePoolDeleteFlags;

/** Kinds of storage pool events and the callback type of each. */
typedef enum {
    /** Lifecycle change; use virConnectStoragePoolEventLifecycleCallback. */
    VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
    /** Pool was refreshed; use virConnectStoragePoolEventGenericCallback. */
    VIR_STORAGE_POOL_EVENT_ID_REFRESH = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_STORAGE_POOL_EVENT_ID_LAST = 2,
#endif
} virStoragePoolEventID;

/** Kinds of storage pool lifecycle events. */
typedef enum {
    /** Configuration was stored. */
    VIR_STORAGE_POOL_EVENT_DEFINED = 0,
    /** Configuration was deleted. */
    VIR_STORAGE_POOL_EVENT_UNDEFINED = 1,
    /** Pool became active. */
    VIR_STORAGE_POOL_EVENT_STARTED = 2,
    /** Pool became inactive. */
    VIR_STORAGE_POOL_EVENT_STOPPED = 3,
    /** Storage was built. */
    VIR_STORAGE_POOL_EVENT_CREATED = 4,
    /** Storage was deleted. */
    VIR_STORAGE_POOL_EVENT_DELETED = 5,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_STORAGE_POOL_EVENT_LAST = 6,
#endif
} virStoragePoolEventLifecycleType;

/** States of a storage pool. */
typedef enum {
    /** Pool is not running. */
    VIR_STORAGE_POOL_INACTIVE = 0,
    /** Pool is being prepared. */
    VIR_STORAGE_POOL_BUILDING = 1,
    /** Pool is running. */
    VIR_STORAGE_POOL_RUNNING = 2,
    /** Pool is running with faults. */
    VIR_STORAGE_POOL_DEGRADED = 3,
    /** Pool is running but cannot be reached. */
    VIR_STORAGE_POOL_INACCESSIBLE = 4,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_STORAGE_POOL_STATE_LAST = 5,
#endif
} virStoragePoolState;

/** Flags for creating a volume. */
typedef enum {
    /** Allocate the image's metadata in advance. */
    VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = (1 << 0),
    /** Share blocks with the cloned volume by reflink. */
    VIR_STORAGE_VOL_CREATE_REFLINK = (1 << 1),
    /** Check the XML against the schema. */
    VIR_STORAGE_VOL_CREATE_VALIDATE = (1 << 2),
} virStorageVolCreateFlags;

/** Flags for deleting a volume. */
typedef enum {
    /** Delete the records only, which is fast. */
    VIR_STORAGE_VOL_DELETE_NORMAL = 0,
    /** Overwrite all data with zeros. */
    VIR_STORAGE_VOL_DELETE_ZEROED = (1 << 0),
    /** Delete the volume's snapshots too. */
    VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = (1 << 1),
} virStorageVolDeleteFlags;

/** Flags for downloading a volume. */
typedef enum {
    /** Send holes as such. */
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM = (1 << 0),
} virStorageVolDownloadFlags;

/** Flags for querying a volume's sizes. */
typedef enum {
    /** Report the allocation. */
    VIR_STORAGE_VOL_USE_ALLOCATION = 0,
    /** Report the physical size in place of the allocation. */
    VIR_STORAGE_VOL_GET_PHYSICAL = (1 << 0),
} virStorageVolInfoFlags;

/** Flags for resizing a volume. */
typedef enum {
    /** Allocate the new space fully. */
    VIR_STORAGE_VOL_RESIZE_ALLOCATE = (1 << 0),
    /** Size is relative to the present one. */
    VIR_STORAGE_VOL_RESIZE_DELTA = (1 << 1),
    /** Allow making it smaller. */
    VIR_STORAGE_VOL_RESIZE_SHRINK = (1 << 2),
} virStorageVolResizeFlags;

/** Types of volumes. */
typedef enum {
    /** Regular file. */
    VIR_STORAGE_VOL_FILE = 0,
    /** Block device. */
    VIR_STORAGE_VOL_BLOCK = 1,
    /** Directory. */
    VIR_STORAGE_VOL_DIR = 2,
    /** Network volume. */
    VIR_STORAGE_VOL_NETWORK = 3,
    /** Network directory. */
    VIR_STORAGE_VOL_NETDIR = 4,
    /** Ploop image, a directory with its parts. */
    VIR_STORAGE_VOL_PLOOP = 5,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_STORAGE_VOL_LAST = 6,
#endif
} virStorageVolType;

/** Flags for uploading a volume. */
typedef enum {
    /** Receive holes as such. */
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM = (1 << 0),
} virStorageVolUploadFlags;

/** Ways of wiping a volume. */
typedef enum {
    /** One pass of zeros. */
    VIR_STORAGE_VOL_WIPE_ALG_ZERO = 0,
    /** Passes of the NNSA policy for removable disks. */
    VIR_STORAGE_VOL_WIPE_ALG_NNSA = 1,
    /** Passes of the DoD 5220.22-M procedure. */
    VIR_STORAGE_VOL_WIPE_ALG_DOD = 2,
    /** Passes recommended by the German BSI. */
    VIR_STORAGE_VOL_WIPE_ALG_BSI = 3,
    /** Gutmann's 35 passes. */
    VIR_STORAGE_VOL_WIPE_ALG_GUTMANN = 4,
    /** Schneier's 7 passes. */
    VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER = 5,
    /** Pfitzner's 7 random passes. */
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 = 6,
    /** Pfitzner's 33 random passes. */
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 = 7,
    /** One pass of random data. */
    VIR_STORAGE_VOL_WIPE_ALG_RANDOM = 8,
    /** Discard by TRIM. */
    VIR_STORAGE_VOL_WIPE_ALG_TRIM = 9,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_STORAGE_VOL_WIPE_ALG_LAST = 10,
#endif
} virStorageVolWipeAlgorithm;

/** Flags for describing a storage pool as XML. */
typedef enum {
    /** Show the stored configuration. */
    VIR_STORAGE_XML_INACTIVE = (1 << 0),
} virStorageXMLFlags;

/** Opaque storage pool. */
typedef struct _virStoragePool virStoragePool;

/** Handle of a storage pool; release it with virStoragePoolFree(). */
typedef virStoragePool *virStoragePoolPtr;

/** Type to which all storage pool event callbacks are cast. */
typedef void (*virConnectStoragePoolEventGenericCallback)(virConnectPtr conn,
                                                          virStoragePoolPtr pool,
                                                          void *opaque);

/** State and sizes of a storage pool. */
typedef struct _virStoragePoolInfo {
    /** State, a virStoragePoolState. */
    int state;
    /** Size in bytes. */
    unsigned long long capacity;
    /** Space taken, in bytes. */
    unsigned long long allocation;
    /** Space left, in bytes. */
    unsigned long long available;
} virStoragePoolInfo;

/** Pointer to a virStoragePoolInfo. */
typedef virStoragePoolInfo *virStoragePoolInfoPtr;

/** Opaque storage volume. */
typedef struct _virStorageVol virStorageVol;

/** Handle of a volume; release it with virStorageVolFree(). */
typedef virStorageVol *virStorageVolPtr;

/** Type and sizes of a volume. */
typedef struct _virStorageVolInfo {
    /** Type, a virStorageVolType. */
    int type;
    /** Logical size in bytes. */
    unsigned long long capacity;
    /** Storage in use, in bytes. */
    unsigned long long allocation;
} virStorageVolInfo;

/** Pointer to a virStorageVolInfo. */
typedef virStorageVolInfo *virStorageVolInfoPtr;

/** Reports a virStoragePoolEventLifecycleType of a pool; the detail is 0. */
typedef void (*virConnectStoragePoolEventLifecycleCallback)(virConnectPtr conn,
                                                            virStoragePoolPtr pool,
                                                            int event,
                                                            int detail,
                                                            void *opaque);

/**
 * Searches for sources that could become storage pools of a type, such as exports of a server named in
 * the source XML. Returns XML the caller frees with free(), or NULL on error.
 *
 * Since: 0.4.5
 */
char *virConnectFindStoragePoolSources(virConnectPtr conn,
                                       const char *type,
                                       const char *srcSpec,
                                       unsigned int flags);

/**
 * Reports as XML which storage pool types and options are supported. Returns a string the caller frees
 * with free(), or NULL on error.
 *
 * Since: 5.2.0
 */
char *virConnectGetStoragePoolCapabilities(virConnectPtr conn,
                                           unsigned int flags);

/**
 * Fetches handles of the storage pools that match the filter flags. Stores a NULL-terminated array:
 * release each handle with virStoragePoolFree() and the array with free(). Returns the number of
 * pools, or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllStoragePools(virConnectPtr conn,
                                  virStoragePoolPtr **pools,
                                  unsigned int flags);

/**
 * Stores the names of inactive storage pools in an array with room for maxnames entries; the caller
 * frees each name. Prefer virConnectListAllStoragePools(). Returns the number stored, or -1 on error.
 *
 * Since: 0.4.1
 */
int virConnectListDefinedStoragePools(virConnectPtr conn,
                                      char **names,
                                      int maxnames);

/**
 * Stores the names of active storage pools in an array with room for maxnames entries; the caller
 * frees each name. Prefer virConnectListAllStoragePools(). Returns the number stored, or -1 on error.
 *
 * Since: 0.4.1
 */
int virConnectListStoragePools(virConnectPtr conn,
                               char **names,
                               int maxnames);

/**
 * Counts the storage pools that are defined but inactive. Returns the count, or -1 on error.
 *
 * Since: 0.4.1
 */
int virConnectNumOfDefinedStoragePools(virConnectPtr conn);

/**
 * Counts the active storage pools. Returns the count, or -1 on error.
 *
 * Since: 0.4.1
 */
int virConnectNumOfStoragePools(virConnectPtr conn);

/**
 * Removes the storage pool event callback with the id that virConnectStoragePoolEventRegisterAny()
 * returned, and runs its free callback. Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virConnectStoragePoolEventDeregisterAny(virConnectPtr conn,
                                            int callbackID);

/**
 * Adds a callback for one kind of storage pool event (virStoragePoolEventID), for one pool or, with
 * NULL, for all of them. Returns a callback id for deregistration, or -1 on error.
 *
 * Since: 2.0.0
 */
int virConnectStoragePoolEventRegisterAny(virConnectPtr conn,
                                          virStoragePoolPtr pool,
                                          int eventID,
                                          virConnectStoragePoolEventGenericCallback cb,
                                          void *opaque,
                                          virFreeCallback freecb);

/**
 * Prepares the storage behind a defined pool, for example makes a directory or a file system. Returns
 * 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolBuild(virStoragePoolPtr pool,
                        unsigned int flags);

/**
 * Starts a defined storage pool; flags can build it first. Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolCreate(virStoragePoolPtr pool,
                         unsigned int flags);

/**
 * Starts a transient storage pool from XML; flags can build it first. Release the handle with
 * virStoragePoolFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolCreateXML(virConnectPtr conn,
                                          const char *xmlDesc,
                                          unsigned int flags);

/**
 * Stores or replaces a persistent storage pool configuration without starting it. Release the handle
 * with virStoragePoolFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolDefineXML(virConnectPtr conn,
                                          const char *xml,
                                          unsigned int flags);

/**
 * Deletes the storage behind an inactive pool, with all data in it. Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolDelete(virStoragePoolPtr pool,
                         unsigned int flags);

/**
 * Stops a storage pool without touching its data; a transient one disappears. The handle still needs
 * virStoragePoolFree(). Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolDestroy(virStoragePoolPtr pool);

/**
 * Drops one reference to a storage pool handle and frees it with the last one. The pool itself is not
 * affected. Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolFree(virStoragePoolPtr pool);

/**
 * Tells whether the pool starts together with the host's daemon: stores 1 or 0. Returns 0, or -1 on
 * error.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetAutostart(virStoragePoolPtr pool,
                               int *autostart);

/**
 * Gives the connection a storage pool handle belongs to, without adding a reference. Returns the
 * connection, or NULL on error.
 *
 * Since: 0.4.1
 */
virConnectPtr virStoragePoolGetConnect(virStoragePoolPtr pool);

/**
 * Stores state, capacity, allocation and free space of the pool in bytes. Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetInfo(virStoragePoolPtr pool,
                          virStoragePoolInfoPtr info);

/**
 * Gives the name of the storage pool. The string belongs to the handle and must not be freed. Returns
 * the name, or NULL on error.
 *
 * Since: 0.4.1
 */
const char *virStoragePoolGetName(virStoragePoolPtr pool);

/**
 * Copies the 16 bytes of the pool's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetUUID(virStoragePoolPtr pool,
                          unsigned char *uuid);

/**
 * Writes the pool's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetUUIDString(virStoragePoolPtr pool,
                                char *buf);

/**
 * Describes the storage pool as XML; a flag chooses the stored instead of the live configuration.
 * Returns a string the caller frees with free(), or NULL on error.
 *
 * Since: 0.4.1
 */
char *virStoragePoolGetXMLDesc(virStoragePoolPtr pool,
                               unsigned int flags);

/**
 * Tells whether the storage pool is active. Returns 1 if it is, 0 if not, or -1 on error.
 *
 * Since: 0.7.3
 */
int virStoragePoolIsActive(virStoragePoolPtr pool);

/**
 * Tells whether the storage pool has a stored configuration. Returns 1 if it has, 0 if it is
 * transient, or -1 on error.
 *
 * Since: 0.7.3
 */
int virStoragePoolIsPersistent(virStoragePoolPtr pool);

/**
 * Fetches handles of all volumes of a pool. Stores a NULL-terminated array: release each handle with
 * virStorageVolFree() and the array with free(). Returns the number of volumes, or -1 on error.
 *
 * Since: 0.10.2
 */
int virStoragePoolListAllVolumes(virStoragePoolPtr pool,
                                 virStorageVolPtr **vols,
                                 unsigned int flags);

/**
 * Stores the names of the volumes of a pool in an array with room for maxnames entries; the caller
 * frees each name. Prefer virStoragePoolListAllVolumes(). Returns the number stored, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolListVolumes(virStoragePoolPtr pool,
                              char **names,
                              int maxnames);

/**
 * Finds a storage pool by its name. Release the handle with virStoragePoolFree(). Returns a new
 * handle, or NULL on error or if there is none.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByName(virConnectPtr conn,
                                             const char *name);

/**
 * Finds the storage pool whose target is the given path. Release the handle with virStoragePoolFree().
 * Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 4.1.0
 */
virStoragePoolPtr virStoragePoolLookupByTargetPath(virConnectPtr conn,
                                                   const char *path);

/**
 * Finds a storage pool by its UUID, given as 16 raw bytes. Release the handle with
 * virStoragePoolFree(). Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByUUID(virConnectPtr conn,
                                             const unsigned char *uuid);

/**
 * Finds a storage pool by its UUID, given as text. Release the handle with virStoragePoolFree().
 * Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByUUIDString(virConnectPtr conn,
                                                   const char *uuidstr);

/**
 * Finds the storage pool that contains a volume. Release the handle with virStoragePoolFree(). Returns
 * a new handle, or NULL on error.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByVolume(virStorageVolPtr vol);

/**
 * Counts the volumes of an active pool. Returns the count, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolNumOfVolumes(virStoragePoolPtr pool);

/**
 * Adds a reference to a storage pool handle; each one needs its own virStoragePoolFree(). Returns 0,
 * or -1 on error.
 *
 * Since: 0.6.0
 */
int virStoragePoolRef(virStoragePoolPtr pool);

/**
 * Scans the pool again, so that its size and volumes match what is on the storage. Returns 0, or -1 on
 * error.
 *
 * Since: 0.4.1
 */
int virStoragePoolRefresh(virStoragePoolPtr pool,
                          unsigned int flags);

/**
 * Makes the pool start together with the host's daemon (1) or not (0). Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolSetAutostart(virStoragePoolPtr pool,
                               int autostart);

/**
 * Deletes the stored configuration of an inactive storage pool, but not its data. Returns 0, or -1 on
 * error.
 *
 * Since: 0.4.1
 */
int virStoragePoolUndefine(virStoragePoolPtr pool);

/**
 * Creates a volume in a pool from XML; the flags tune for example preallocation. Release the handle
 * with virStorageVolFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolCreateXML(virStoragePoolPtr pool,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * Creates a volume in a pool from XML with the contents of an existing volume, which may be in another
 * pool. Release the handle with virStorageVolFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.6.4
 */
virStorageVolPtr virStorageVolCreateXMLFrom(virStoragePoolPtr pool,
                                            const char *xmlDesc,
                                            virStorageVolPtr clonevol,
                                            unsigned int flags);

/**
 * Deletes a volume and its data from the pool. The handle still needs virStorageVolFree(). Returns 0,
 * or -1 on error.
 *
 * Since: 0.4.1
 */
int virStorageVolDelete(virStorageVolPtr vol,
                        unsigned int flags);

/**
 * Connects a stream from which the caller reads the volume's data, starting at a byte offset; a length
 * of 0 means to the end. Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virStorageVolDownload(virStorageVolPtr vol,
                          virStreamPtr stream,
                          unsigned long long offset,
                          unsigned long long length,
                          unsigned int flags);

/**
 * Drops one reference to a volume handle and frees it with the last one. The volume itself is not
 * affected. Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStorageVolFree(virStorageVolPtr vol);

/**
 * Gives the connection a volume handle belongs to, without adding a reference. Returns the connection,
 * or NULL on error.
 *
 * Since: 0.4.1
 */
virConnectPtr virStorageVolGetConnect(virStorageVolPtr vol);

/**
 * Stores type, capacity and allocation of the volume in bytes. Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStorageVolGetInfo(virStorageVolPtr vol,
                         virStorageVolInfoPtr info);

/**
 * Stores type, capacity and allocation of the volume in bytes, where a flag replaces the allocation by
 * the physical size. Returns 0, or -1 on error.
 *
 * Since: 3.0.0
 */
int virStorageVolGetInfoFlags(virStorageVolPtr vol,
                              virStorageVolInfoPtr info,
                              unsigned int flags);

/**
 * Gives the key of the volume, which is unique on the host. The string belongs to the handle and must
 * not be freed. Returns the key, or NULL on error.
 *
 * Since: 0.4.1
 */
const char *virStorageVolGetKey(virStorageVolPtr vol);

/**
 * Gives the name of the volume, which is unique in its pool. The string belongs to the handle and must
 * not be freed. Returns the name, or NULL on error.
 *
 * Since: 0.4.1
 */
const char *virStorageVolGetName(virStorageVolPtr vol);

/**
 * Gives the path under which the volume is found on the host. Returns a string the caller frees with
 * free(), or NULL on error.
 *
 * Since: 0.4.1
 */
char *virStorageVolGetPath(virStorageVolPtr vol);

/**
 * Describes the volume as XML. Returns a string the caller frees with free(), or NULL on error.
 *
 * Since: 0.4.1
 */
char *virStorageVolGetXMLDesc(virStorageVolPtr vol,
                              unsigned int flags);

/**
 * Finds a volume of any pool by its key. Release the handle with virStorageVolFree(). Returns a new
 * handle, or NULL on error or if there is none.
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByKey(virConnectPtr conn,
                                          const char *key);

/**
 * Finds a volume of one pool by its name. Release the handle with virStorageVolFree(). Returns a new
 * handle, or NULL on error or if there is none.
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByName(virStoragePoolPtr pool,
                                           const char *name);

/**
 * Finds a volume of any active pool by its path on the host. Release the handle with
 * virStorageVolFree(). Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByPath(virConnectPtr conn,
                                           const char *path);

/**
 * Adds a reference to a volume handle; each one needs its own virStorageVolFree(). Returns 0, or -1 on
 * error.
 *
 * Since: 0.6.0
 */
int virStorageVolRef(virStorageVolPtr vol);

/**
 * Changes the capacity of a volume to a size in bytes, or by it with the delta flag. Returns 0, or -1
 * on error.
 *
 * Since: 0.9.10
 */
int virStorageVolResize(virStorageVolPtr vol,
                        unsigned long long capacity,
                        unsigned int flags);

/**
 * Connects a stream to which the caller writes new data for the volume, starting at a byte offset; a
 * length of 0 means no limit. Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virStorageVolUpload(virStorageVolPtr vol,
                        virStreamPtr stream,
                        unsigned long long offset,
                        unsigned long long length,
                        unsigned int flags);

/**
 * Overwrites the data of a volume with zeros, so that it cannot be read any more. Returns 0, or -1 on
 * error.
 *
 * Since: 0.8.0
 */
int virStorageVolWipe(virStorageVolPtr vol,
                      unsigned int flags);

/**
 * Overwrites the data of a volume with the passes of an algorithm (virStorageVolWipeAlgorithm).
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.10
 */
int virStorageVolWipePattern(virStorageVolPtr vol,
                             unsigned int algorithm,
                             unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_STORAGE_H */
