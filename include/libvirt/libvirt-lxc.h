/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_LXC_H
#define LIBVIRT_LXC_H

#include <libvirt/libvirt.h>

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Moves the calling process into the control groups of a container. Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virDomainLxcEnterCGroup(virDomainPtr domain,
                            unsigned int flags);

/**
 * Moves the calling process into namespaces given by open descriptors, as
 * virDomainLxcOpenNamespace() stores them; the user namespace has to come first. Stores descriptors
 * of the namespaces it leaves in an array that the caller frees with free() after closing them,
 * unless noldfdlist or oldfdlist is NULL. A process with threads cannot enter user and mount
 * namespaces, so that programs should fork first. Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virDomainLxcEnterNamespace(virDomainPtr domain,
                               unsigned int nfdlist,
                               int *fdlist,
                               unsigned int *noldfdlist,
                               int **oldfdlist,
                               unsigned int flags);

/**
 * Takes on a container's security label, with the models selinux and apparmor; none does nothing.
 * Stores the label before in oldlabel, which stays empty if the model does not tell it, unless that
 * is NULL. Returns 0, or -1 on error.
 *
 * Since: 1.0.4
 */
int virDomainLxcEnterSecurityLabel(virSecurityModelPtr model,
                                   virSecurityLabelPtr label,
                                   virSecurityLabelPtr oldlabel,
                                   unsigned int flags);

/**
 * Opens the namespaces of a container. Stores their descriptors in an array that the caller frees
 * with free() after closing them. Returns the number of descriptors, or -1 on error.
 *
 * Since: 1.0.2
 */
int virDomainLxcOpenNamespace(virDomainPtr domain,
                              int **fdlist,
                              unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_LXC_H */
