/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_DOMAIN_SNAPSHOT_H
#define LIBVIRT_DOMAIN_SNAPSHOT_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Flags for creating a snapshot. */
typedef enum {
    /** Restore the record of an old snapshot. */
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE = (1 << 0),
    /** Make the redefined snapshot current. */
    VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT = (1 << 1),
    /** Keep no record of the snapshot. */
    VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA = (1 << 2),
    /** Stop the domain after the snapshot. */
    VIR_DOMAIN_SNAPSHOT_CREATE_HALT = (1 << 3),
    /** Take the disks but not the memory. */
    VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY = (1 << 4),
    /** Use existing destination files. */
    VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT = (1 << 5),
    /** Freeze guest file systems meanwhile. */
    VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE = (1 << 6),
    /** Change all disks or none. */
    VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC = (1 << 7),
    /** Keep the guest running meanwhile. */
    VIR_DOMAIN_SNAPSHOT_CREATE_LIVE = (1 << 8),
    /** Check the XML against the schema. */
    VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE = (1 << 9),
} virDomainSnapshotCreateFlags;

/** Flags for deleting a snapshot. */
typedef enum {
    /** Delete all descendants too. */
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN = (1 << 0),
    /** Delete only the library's record. */
    VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY = (1 << 1),
    /** Delete only the descendants. */
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY = (1 << 2),
} virDomainSnapshotDeleteFlags;

/** Filters for listing snapshots. */
typedef enum {
    /** Only snapshots without parent, when listing by domain. */
    VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = (1 << 0),
    /** Include all descendants, when listing by snapshot. */
    VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS = (1 << 0),
    /** Include snapshots without children. */
    VIR_DOMAIN_SNAPSHOT_LIST_LEAVES = (1 << 2),
    /** Include snapshots with children. */
    VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES = (1 << 3),
    /** Include snapshots the library keeps a record of. */
    VIR_DOMAIN_SNAPSHOT_LIST_METADATA = (1 << 1),
    /** Include snapshots without a record. */
    VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA = (1 << 4),
    /** Include snapshots of an inactive domain. */
    VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE = (1 << 5),
    /** Include snapshots with memory of an active domain. */
    VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE = (1 << 6),
    /** Include snapshots of disks alone. */
    VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY = (1 << 7),
    /** Include snapshots kept inside the disk images. */
    VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL = (1 << 8),
    /** Include snapshots kept in separate files. */
    VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL = (1 << 9),
    /** Parents come before their children. */
    VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL = (1 << 10),
} virDomainSnapshotListFlags;

/** Flags for reverting to a snapshot. */
typedef enum {
    /** Run after the revert. */
    VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING = (1 << 0),
    /** Stay paused after the revert. */
    VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED = (1 << 1),
    /** Allow risky reverts. */
    VIR_DOMAIN_SNAPSHOT_REVERT_FORCE = (1 << 2),
    /** Set the NVRAM back to its template. */
    VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM = (1 << 3),
} virDomainSnapshotRevertFlags;

/** Flags for describing a snapshot as XML. */
typedef enum {
    /** Include secrets such as passwords. */
    VIR_DOMAIN_SNAPSHOT_XML_SECURE = (1 << 0),
} virDomainSnapshotXMLFlags;

/** Opaque snapshot of a domain. */
typedef struct _virDomainSnapshot virDomainSnapshot;

/** Handle of a snapshot; release it with virDomainSnapshotFree(). */
typedef virDomainSnapshot *virDomainSnapshotPtr;

/**
 * Tells whether the domain has a current snapshot. Returns 1 if it has, 0 if not, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainHasCurrentSnapshot(virDomainPtr domain,
                                unsigned int flags);

/**
 * Fetches handles of the domain's snapshots that match the filter flags. Stores a NULL-terminated
 * array: release each handle with virDomainSnapshotFree() and the array with free(). Returns the
 * number of snapshots, or -1 on error.
 *
 * Since: 0.9.13
 */
int virDomainListAllSnapshots(virDomainPtr domain,
                              virDomainSnapshotPtr **snaps,
                              unsigned int flags);

/**
 * Puts the domain back to the state of the snapshot; flags force it to run or pause afterwards, or
 * allow risky reverts. Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainRevertToSnapshot(virDomainSnapshotPtr snapshot,
                              unsigned int flags);

/**
 * Creates a snapshot of the domain as the XML and virDomainSnapshotCreateFlags describe, or restores
 * the record of an old one. Release the handle with virDomainSnapshotFree(). Returns a new handle, or
 * NULL on error.
 *
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotCreateXML(virDomainPtr domain,
                                                const char *xmlDesc,
                                                unsigned int flags);

/**
 * Finds the current snapshot of the domain. Release the handle with virDomainSnapshotFree(). Returns a
 * new handle, or NULL on error or if there is none.
 *
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotCurrent(virDomainPtr domain,
                                              unsigned int flags);

/**
 * Deletes a snapshot; flags extend this to its children or limit it to the library's record of it
 * (virDomainSnapshotDeleteFlags). Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotDelete(virDomainSnapshotPtr snapshot,
                            unsigned int flags);

/**
 * Drops one reference to a snapshot handle and frees it with the last one. The snapshot itself is not
 * affected. Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotFree(virDomainSnapshotPtr snapshot);

/**
 * Gives the connection a snapshot handle belongs to, without adding a reference. Returns the
 * connection, or NULL on error.
 *
 * Since: 0.9.5
 */
virConnectPtr virDomainSnapshotGetConnect(virDomainSnapshotPtr snapshot);

/**
 * Gives the domain a snapshot handle belongs to, without adding a reference; it lives at least as long
 * as the snapshot handle. Returns the domain, or NULL on error.
 *
 * Since: 0.9.5
 */
virDomainPtr virDomainSnapshotGetDomain(virDomainSnapshotPtr snapshot);

/**
 * Gives the name of the snapshot. The string belongs to the handle and must not be freed. Returns the
 * name, or NULL on error.
 *
 * Since: 0.9.5
 */
const char *virDomainSnapshotGetName(virDomainSnapshotPtr snapshot);

/**
 * Finds the snapshot this one was made on top of. Release the handle with virDomainSnapshotFree().
 * Returns a new handle, or NULL on error or for a root snapshot.
 *
 * Since: 0.9.7
 */
virDomainSnapshotPtr virDomainSnapshotGetParent(virDomainSnapshotPtr snapshot,
                                                unsigned int flags);

/**
 * Describes the snapshot as XML; a flag includes secrets. Returns a string the caller frees with
 * free(), or NULL on error.
 *
 * Since: 0.8.0
 */
char *virDomainSnapshotGetXMLDesc(virDomainSnapshotPtr snapshot,
                                  unsigned int flags);

/**
 * Tells whether the library keeps a record of the snapshot, which could hinder undefining the domain.
 * Returns 1 if so, 0 if not, or -1 on error.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotHasMetadata(virDomainSnapshotPtr snapshot,
                                 unsigned int flags);

/**
 * Tells whether the snapshot is the current one of its domain. Returns 1 if it is, 0 if not, or -1 on
 * error.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotIsCurrent(virDomainSnapshotPtr snapshot,
                               unsigned int flags);

/**
 * Fetches handles of a snapshot's children, or all descendants with a flag. Stores a NULL-terminated
 * array: release each handle with virDomainSnapshotFree() and the array with free(). Returns the
 * number, or -1 on error.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotListAllChildren(virDomainSnapshotPtr snapshot,
                                     virDomainSnapshotPtr **snaps,
                                     unsigned int flags);

/**
 * Stores the names of a snapshot's children in an array with room for nameslen entries; the caller
 * frees each name. Prefer virDomainSnapshotListAllChildren(). Returns the number stored, or -1 on
 * error.
 *
 * Since: 0.9.7
 */
int virDomainSnapshotListChildrenNames(virDomainSnapshotPtr snapshot,
                                       char **names,
                                       int nameslen,
                                       unsigned int flags);

/**
 * Stores the names of the domain's snapshots in an array with room for nameslen entries; the caller
 * frees each name. Prefer virDomainListAllSnapshots(). Returns the number stored, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotListNames(virDomainPtr domain,
                               char **names,
                               int nameslen,
                               unsigned int flags);

/**
 * Finds a snapshot of the domain by its name. Release the handle with virDomainSnapshotFree(). Returns
 * a new handle, or NULL on error or if there is none.
 *
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotLookupByName(virDomainPtr domain,
                                                   const char *name,
                                                   unsigned int flags);

/**
 * Counts the domain's snapshots that match the filter flags. Returns the count, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotNum(virDomainPtr domain,
                         unsigned int flags);

/**
 * Counts a snapshot's children, or all descendants with a flag. Returns the count, or -1 on error.
 *
 * Since: 0.9.7
 */
int virDomainSnapshotNumChildren(virDomainSnapshotPtr snapshot,
                                 unsigned int flags);

/**
 * Adds a reference to a snapshot handle; each one needs its own virDomainSnapshotFree(). Returns 0, or
 * -1 on error.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotRef(virDomainSnapshotPtr snapshot);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_DOMAIN_SNAPSHOT_H */
