/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_DOMAIN_CHECKPOINT_H
#define LIBVIRT_DOMAIN_CHECKPOINT_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Flags for creating a checkpoint. */
typedef enum {
    /** Restore the record of an old checkpoint. */
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE = (1 << 0),
    /** Freeze guest file systems meanwhile. */
    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE = (1 << 1),
    /** Check the disks' tracking data on redefining. */
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE = (1 << 2),
} virDomainCheckpointCreateFlags;

/** Flags for deleting a checkpoint. */
typedef enum {
    /** Delete all descendants too. */
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN = (1 << 0),
    /** Delete only the library's record. */
    VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY = (1 << 1),
    /** Delete only the descendants. */
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY = (1 << 2),
} virDomainCheckpointDeleteFlags;

/** Filters for listing checkpoints. */
typedef enum {
    /** Only checkpoints without parent, when listing by domain. */
    VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = (1 << 0),
    /** Include all descendants, when listing by checkpoint. */
    VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS = (1 << 0),
    /** Parents come before their children. */
    VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL = (1 << 1),
    /** Include checkpoints without children. */
    VIR_DOMAIN_CHECKPOINT_LIST_LEAVES = (1 << 2),
    /** Include checkpoints with children. */
    VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES = (1 << 3),
} virDomainCheckpointListFlags;

/** Flags for describing a checkpoint as XML. */
typedef enum {
    /** Include secrets such as passwords. */
    VIR_DOMAIN_CHECKPOINT_XML_SECURE = (1 << 0),
    /** Leave out the domain's description. */
    VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN = (1 << 1),
    /** Add the size of the changes since the checkpoint. */
    VIR_DOMAIN_CHECKPOINT_XML_SIZE = (1 << 2),
} virDomainCheckpointXMLFlags;

/** Opaque checkpoint of a domain's disks. */
typedef struct _virDomainCheckpoint virDomainCheckpoint;

/** Handle of a checkpoint; release it with virDomainCheckpointFree(). */
typedef virDomainCheckpoint *virDomainCheckpointPtr;

/**
 * Creates a checkpoint, from which on changed disk blocks are tracked for incremental backups, as the
 * XML describes. Release the handle with virDomainCheckpointFree(). Returns a new handle, or NULL on
 * error.
 *
 * Since: 5.6.0
 */
virDomainCheckpointPtr virDomainCheckpointCreateXML(virDomainPtr domain,
                                                    const char *xmlDesc,
                                                    unsigned int flags);

/**
 * Deletes a checkpoint and merges its tracking data into its neighbours; flags extend this to its
 * children or limit it to the library's record. Returns 0, or -1 on error.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointDelete(virDomainCheckpointPtr checkpoint,
                              unsigned int flags);

/**
 * Drops one reference to a checkpoint handle and frees it with the last one. The checkpoint itself is
 * not affected. Returns 0, or -1 on error.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointFree(virDomainCheckpointPtr checkpoint);

/**
 * Gives the connection a checkpoint handle belongs to, without adding a reference. Returns the
 * connection, or NULL on error.
 *
 * Since: 5.6.0
 */
virConnectPtr virDomainCheckpointGetConnect(virDomainCheckpointPtr checkpoint);

/**
 * Gives the domain a checkpoint handle belongs to, without adding a reference; it lives at least as
 * long as the checkpoint handle. Returns the domain, or NULL on error.
 *
 * Since: 5.6.0
 */
virDomainPtr virDomainCheckpointGetDomain(virDomainCheckpointPtr checkpoint);

/**
 * Gives the name of the checkpoint. The string belongs to the handle and must not be freed. Returns
 * the name, or NULL on error.
 *
 * Since: 5.6.0
 */
const char *virDomainCheckpointGetName(virDomainCheckpointPtr checkpoint);

/**
 * Finds the checkpoint that precedes this one. Release the handle with virDomainCheckpointFree().
 * Returns a new handle, or NULL on error or for a root checkpoint.
 *
 * Since: 5.6.0
 */
virDomainCheckpointPtr virDomainCheckpointGetParent(virDomainCheckpointPtr checkpoint,
                                                    unsigned int flags);

/**
 * Describes the checkpoint as XML; flags include secrets, leave out the domain, or add the size of the
 * changes. Returns a string the caller frees with free(), or NULL on error.
 *
 * Since: 5.6.0
 */
char *virDomainCheckpointGetXMLDesc(virDomainCheckpointPtr checkpoint,
                                    unsigned int flags);

/**
 * Fetches handles of a checkpoint's children, or all descendants with a flag. Stores a NULL-terminated
 * array: release each handle with virDomainCheckpointFree() and the array with free(). Returns the
 * number, or -1 on error.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointListAllChildren(virDomainCheckpointPtr checkpoint,
                                       virDomainCheckpointPtr **children,
                                       unsigned int flags);

/**
 * Finds a checkpoint of the domain by its name. Release the handle with virDomainCheckpointFree().
 * Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 5.6.0
 */
virDomainCheckpointPtr virDomainCheckpointLookupByName(virDomainPtr domain,
                                                       const char *name,
                                                       unsigned int flags);

/**
 * Adds a reference to a checkpoint handle; each one needs its own virDomainCheckpointFree(). Returns
 * 0, or -1 on error.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointRef(virDomainCheckpointPtr checkpoint);

/**
 * Fetches handles of the domain's checkpoints that match the filter flags. Stores a NULL-terminated
 * array: release each handle with virDomainCheckpointFree() and the array with free(). Returns the
 * number of checkpoints, or -1 on error.
 *
 * Since: 5.6.0
 */
int virDomainListAllCheckpoints(virDomainPtr domain,
                                virDomainCheckpointPtr **checkpoints,
                                unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_DOMAIN_CHECKPOINT_H */
