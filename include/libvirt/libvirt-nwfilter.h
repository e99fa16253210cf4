/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_NWFILTER_H
#define LIBVIRT_NWFILTER_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Flags for creating a filter binding. */
typedef enum {
    /** Check the XML against the schema. */
    VIR_NWFILTER_BINDING_CREATE_VALIDATE = (1 << 0),
} virNWFilterBindingCreateFlags;

/** Flags for storing a network filter. */
typedef enum {
    /** Check the XML against the schema. */
    VIR_NWFILTER_DEFINE_VALIDATE = (1 << 0),
} virNWFilterDefineFlags;

/** Opaque binding of a network filter to a guest's interface. */
typedef struct _virNWFilterBinding virNWFilterBinding;

/** Handle of a filter binding; release it with virNWFilterBindingFree(). */
typedef virNWFilterBinding *virNWFilterBindingPtr;

/** Opaque network filter. */
typedef struct _virNWFilter virNWFilter;

/** Handle of a network filter; release it with virNWFilterFree(). */
typedef virNWFilter *virNWFilterPtr;

/**
 * Fetches handles of all network filter bindings. Stores a NULL-terminated array: release each handle
 * with virNWFilterBindingFree() and the array with free(). Returns the number of bindings, or -1 on
 * error.
 *
 * Since: 4.5.0
 */
int virConnectListAllNWFilterBindings(virConnectPtr conn,
                                      virNWFilterBindingPtr **bindings,
                                      unsigned int flags);

/**
 * Fetches handles of all network filters. Stores a NULL-terminated array: release each handle with
 * virNWFilterFree() and the array with free(). Returns the number of filters, or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllNWFilters(virConnectPtr conn,
                               virNWFilterPtr **filters,
                               unsigned int flags);

/**
 * Stores the names of the network filters in an array with room for maxnames entries; the caller frees
 * each name. Returns the number stored, or -1 on error.
 *
 * Since: 0.8.0
 */
int virConnectListNWFilters(virConnectPtr conn,
                            char **names,
                            int maxnames);

/**
 * Counts the network filters. Returns the count, or -1 on error.
 *
 * Since: 0.8.0
 */
int virConnectNumOfNWFilters(virConnectPtr conn);

/**
 * Applies a network filter to a guest's host-side interface, as the XML describes. Release the handle
 * with virNWFilterBindingFree(). Returns a new handle, or NULL on error.
 *
 * Since: 4.5.0
 */
virNWFilterBindingPtr virNWFilterBindingCreateXML(virConnectPtr conn,
                                                  const char *xml,
                                                  unsigned int flags);

/**
 * Removes a binding, so that its interface is no longer filtered. The handle still needs
 * virNWFilterBindingFree(). Returns 0, or -1 on error.
 *
 * Since: 4.5.0
 */
int virNWFilterBindingDelete(virNWFilterBindingPtr binding);

/**
 * Drops one reference to a filter binding handle and frees it with the last one. The binding itself is
 * not affected. Returns 0, or -1 on error.
 *
 * Since: 4.5.0
 */
int virNWFilterBindingFree(virNWFilterBindingPtr binding);

/**
 * Gives the name of the filter that is bound. The string belongs to the handle and must not be freed.
 * Returns the name, or NULL on error.
 *
 * Since: 4.5.0
 */
const char *virNWFilterBindingGetFilterName(virNWFilterBindingPtr binding);

/**
 * Gives the name of the host-side interface that is filtered. The string belongs to the handle and
 * must not be freed. Returns the name, or NULL on error.
 *
 * Since: 4.5.0
 */
const char *virNWFilterBindingGetPortDev(virNWFilterBindingPtr binding);

/**
 * Describes the filter binding as XML. Returns a string the caller frees with free(), or NULL on
 * error.
 *
 * Since: 4.5.0
 */
char *virNWFilterBindingGetXMLDesc(virNWFilterBindingPtr binding,
                                   unsigned int flags);

/**
 * Finds a filter binding by the name of its host-side interface. Release the handle with
 * virNWFilterBindingFree(). Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 4.5.0
 */
virNWFilterBindingPtr virNWFilterBindingLookupByPortDev(virConnectPtr conn,
                                                        const char *portdev);

/**
 * Adds a reference to a filter binding handle; each one needs its own virNWFilterBindingFree().
 * Returns 0, or -1 on error.
 *
 * Since: 4.5.0
 */
int virNWFilterBindingRef(virNWFilterBindingPtr binding);

/**
 * Stores or replaces a network filter; guests that use it are refiltered. Release the handle with
 * virNWFilterFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterDefineXML(virConnectPtr conn,
                                    const char *xmlDesc);

/**
 * Stores or replaces a network filter, with flags such as validating it against the schema. Release
 * the handle with virNWFilterFree(). Returns a new handle, or NULL on error.
 *
 * Since: 7.7.0
 */
virNWFilterPtr virNWFilterDefineXMLFlags(virConnectPtr conn,
                                         const char *xmlDesc,
                                         unsigned int flags);

/**
 * Drops one reference to a network filter handle and frees it with the last one. The filter itself is
 * not affected. Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virNWFilterFree(virNWFilterPtr nwfilter);

/**
 * Gives the name of the network filter. The string belongs to the handle and must not be freed.
 * Returns the name, or NULL on error.
 *
 * Since: 0.8.0
 */
const char *virNWFilterGetName(virNWFilterPtr nwfilter);

/**
 * Copies the 16 bytes of the filter's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 0.8.0
 */
int virNWFilterGetUUID(virNWFilterPtr nwfilter,
                       unsigned char *uuid);

/**
 * Writes the filter's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 0.8.0
 */
int virNWFilterGetUUIDString(virNWFilterPtr nwfilter,
                             char *buf);

/**
 * Describes the network filter and its rules as XML. Returns a string the caller frees with free(), or
 * NULL on error.
 *
 * Since: 0.8.0
 */
char *virNWFilterGetXMLDesc(virNWFilterPtr nwfilter,
                            unsigned int flags);

/**
 * Finds a network filter by its name. Release the handle with virNWFilterFree(). Returns a new handle,
 * or NULL on error or if there is none.
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByName(virConnectPtr conn,
                                       const char *name);

/**
 * Finds a network filter by its UUID, given as 16 raw bytes. Release the handle with
 * virNWFilterFree(). Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByUUID(virConnectPtr conn,
                                       const unsigned char *uuid);

/**
 * Finds a network filter by its UUID, given as text. Release the handle with virNWFilterFree().
 * Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByUUIDString(virConnectPtr conn,
                                             const char *uuidstr);

/**
 * Adds a reference to a network filter handle; each one needs its own virNWFilterFree(). Returns 0, or
 * -1 on error.
 *
 * Since: 0.8.0
 */
int virNWFilterRef(virNWFilterPtr nwfilter);

/**
 * Deletes a network filter, which no guest or other filter may use. Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virNWFilterUndefine(virNWFilterPtr nwfilter);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_NWFILTER_H */
