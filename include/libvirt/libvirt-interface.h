/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_INTERFACE_H
#define LIBVIRT_INTERFACE_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Filters for listing host interfaces. */
typedef enum {
    /** Include inactive interfaces. */
    VIR_CONNECT_LIST_INTERFACES_INACTIVE = (1 << 0),
    /** Include active interfaces. */
    VIR_CONNECT_LIST_INTERFACES_ACTIVE = (1 << 1),
} virConnectListAllInterfacesFlags;

/** Flags for storing a host interface configuration. */
typedef enum {
    /** Check the XML against the schema. */
    VIR_INTERFACE_DEFINE_VALIDATE = (1 << 0),
} virInterfaceDefineFlags;

/** Flags for describing a host interface as XML. */
typedef enum {
    /** Show the stored configuration. */
    VIR_INTERFACE_XML_INACTIVE = (1 << 0),
} virInterfaceXMLFlags;

/** Opaque network interface of the host. */
typedef struct _virInterface virInterface;

/** Handle of a host interface; release it with virInterfaceFree(). */
typedef virInterface *virInterfacePtr;

/**
 * Fetches handles of the host's network interfaces that match the filter flags. Stores a NULL-
 * terminated array: release each handle with virInterfaceFree() and the array with free(). Returns the
 * number of interfaces, or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllInterfaces(virConnectPtr conn,
                                virInterfacePtr **ifaces,
                                unsigned int flags);

/**
 * Stores the names of configured but inactive host interfaces in an array with room for maxnames
 * entries; the caller frees each name. Returns the number stored, or -1 on error.
 *
 * Since: 0.7.0
 */
int virConnectListDefinedInterfaces(virConnectPtr conn,
                                    char **names,
                                    int maxnames);

/**
 * Stores the names of active host interfaces in an array with room for maxnames entries; the caller
 * frees each name. Returns the number stored, or -1 on error.
 *
 * Since: 0.6.4
 */
int virConnectListInterfaces(virConnectPtr conn,
                             char **names,
                             int maxnames);

/**
 * Counts the host interfaces that are configured but inactive. Returns the count, or -1 on error.
 *
 * Since: 0.7.0
 */
int virConnectNumOfDefinedInterfaces(virConnectPtr conn);

/**
 * Counts the active host interfaces. Returns the count, or -1 on error.
 *
 * Since: 0.6.4
 */
int virConnectNumOfInterfaces(virConnectPtr conn);

/**
 * Keeps a restore point of the host's interface configuration, to which a rollback or a host restart
 * returns unless the changes are committed. Returns 0, or -1 on error.
 *
 * Since: 0.9.2
 */
int virInterfaceChangeBegin(virConnectPtr conn,
                            unsigned int flags);

/**
 * Makes interface changes since virInterfaceChangeBegin() permanent and discards the restore point.
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.2
 */
int virInterfaceChangeCommit(virConnectPtr conn,
                             unsigned int flags);

/**
 * Undoes interface changes since virInterfaceChangeBegin(). Returns 0, or -1 on error.
 *
 * Since: 0.9.2
 */
int virInterfaceChangeRollback(virConnectPtr conn,
                               unsigned int flags);

/**
 * Activates a configured host interface, like bringing it up. Returns 0, or -1 on error.
 *
 * Since: 0.6.4
 */
int virInterfaceCreate(virInterfacePtr iface,
                       unsigned int flags);

/**
 * Stores or replaces the configuration of a host interface without activating it. Release the handle
 * with virInterfaceFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceDefineXML(virConnectPtr conn,
                                      const char *xml,
                                      unsigned int flags);

/**
 * Deactivates a host interface, like taking it down; its configuration stays. Returns 0, or -1 on
 * error.
 *
 * Since: 0.6.4
 */
int virInterfaceDestroy(virInterfacePtr iface,
                        unsigned int flags);

/**
 * Drops one reference to an interface handle and frees it with the last one. The interface itself is
 * not affected. Returns 0, or -1 on error.
 *
 * Since: 0.6.4
 */
int virInterfaceFree(virInterfacePtr iface);

/**
 * Gives the connection an interface handle belongs to, without adding a reference. Returns the
 * connection, or NULL on error.
 *
 * Since: 0.6.4
 */
virConnectPtr virInterfaceGetConnect(virInterfacePtr iface);

/**
 * Gives the MAC address of the interface as text. The string belongs to the handle and must not be
 * freed. Returns the address, or NULL on error.
 *
 * Since: 0.6.4
 */
const char *virInterfaceGetMACString(virInterfacePtr iface);

/**
 * Gives the name of the interface. The string belongs to the handle and must not be freed. Returns the
 * name, or NULL on error.
 *
 * Since: 0.6.4
 */
const char *virInterfaceGetName(virInterfacePtr iface);

/**
 * Describes the interface as XML; a flag chooses the stored instead of the live configuration. Returns
 * a string the caller frees with free(), or NULL on error.
 *
 * Since: 0.6.4
 */
char *virInterfaceGetXMLDesc(virInterfacePtr iface,
                             unsigned int flags);

/**
 * Tells whether the interface is active. Returns 1 if it is, 0 if not, or -1 on error.
 *
 * Since: 0.7.3
 */
int virInterfaceIsActive(virInterfacePtr iface);

/**
 * Finds a host interface by its MAC address, given as text. Release the handle with
 * virInterfaceFree(). Returns a new handle, or NULL on error or if there is no single match.
 *
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceLookupByMACString(virConnectPtr conn,
                                              const char *macstr);

/**
 * Finds a host interface by its name. Release the handle with virInterfaceFree(). Returns a new
 * handle, or NULL on error or if there is none.
 *
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceLookupByName(virConnectPtr conn,
                                         const char *name);

/**
 * Adds a reference to an interface handle; each one needs its own virInterfaceFree(). Returns 0, or -1
 * on error.
 *
 * Since: 0.6.4
 */
int virInterfaceRef(virInterfacePtr iface);

/**
 * Deletes the stored configuration of a host interface. Returns 0, or -1 on error.
 *
 * Since: 0.6.4
 */
int virInterfaceUndefine(virInterfacePtr iface);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_INTERFACE_H */
