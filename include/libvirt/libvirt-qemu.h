/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_QEMU_H
#define LIBVIRT_QEMU_H

#include <libvirt/libvirt.h>

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Flags for QEMU monitor event callbacks. */
typedef enum {
    /** Event name is a regular expression. */
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX = (1 << 0),
    /** Ignore case in the event name. */
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE = (1 << 1),
} virConnectDomainQemuMonitorEventRegisterFlags;

/** Special timeouts for QEMU guest agent commands. */
typedef enum {
    /** Smallest value allowed. */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = -2,
    /** Wait without limit. */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK = -2,
    /** Use the built-in timeout. */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT = -1,
    /** Do not wait at all. */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT = 0,
    /** Seconds to wait for a power off command. */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN = 60,
} virDomainQemuAgentCommandTimeoutValues;

/** Flags for QEMU monitor commands. */
typedef enum {
    /** Command is JSON. */
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT = 0,
    /** Command is of the human monitor. */
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP = (1 << 0),
} virDomainQemuMonitorCommandFlags;

/**
 * Reports a QEMU monitor event: its name, its time in seconds and microseconds, and its data as JSON
 * or NULL.
 */
typedef void (*virConnectDomainQemuMonitorEventCallback)(virConnectPtr conn,
                                                         virDomainPtr dom,
                                                         const char *event,
                                                         long long seconds,
                                                         unsigned int micros,
                                                         const char *details,
                                                         void *opaque);

/**
 * Removes the QEMU monitor event callback with the id that virConnectDomainQemuMonitorEventRegister()
 * returned, and runs its free callback. Returns 0, or -1 on error.
 *
 * Since: 1.2.3
 */
int virConnectDomainQemuMonitorEventDeregister(virConnectPtr conn,
                                               int callbackID);

/**
 * Adds a callback for raw QEMU monitor events, of one domain or all, with the given name or, if NULL,
 * any; flags allow a regular expression or ignored case. Returns a callback id, or -1 on error.
 *
 * Since: 1.2.3
 */
int virConnectDomainQemuMonitorEventRegister(virConnectPtr conn,
                                             virDomainPtr dom,
                                             const char *event,
                                             virConnectDomainQemuMonitorEventCallback cb,
                                             void *opaque,
                                             virFreeCallback freecb,
                                             unsigned int flags);

/**
 * Sends a JSON command to the QEMU guest agent and waits for its answer for a number of seconds or a
 * constant of virDomainQemuAgentCommandTimeoutValues. Returns the answer, which the caller frees with
 * free(), or NULL on error.
 *
 * Since: 0.10.0
 */
char *virDomainQemuAgentCommand(virDomainPtr domain,
                                const char *cmd,
                                int timeout,
                                unsigned int flags);

/**
 * Was made to adopt a QEMU process that was started by other means, given by its process id; drivers
 * no longer support it. Returns a new handle, or NULL on error.
 *
 * Since: 0.9.4
 */
virDomainPtr virDomainQemuAttach(virConnectPtr conn,
                                 unsigned int pid_value,
                                 unsigned int flags);

/**
 * Sends a command to the QEMU monitor, as JSON or with the flag in the human form, and stores the
 * answer, which the caller frees with free(). This bypasses the library and taints the domain. Returns
 * 0, or -1 on error.
 *
 * Since: 0.8.3
 */
int virDomainQemuMonitorCommand(virDomainPtr domain,
                                const char *cmd,
                                char **result,
                                unsigned int flags);

/**
 * Sends a command to the QEMU monitor together with open file descriptors and stores the answer.
 * Descriptors sent back come in an array that the caller frees after closing them. Returns 0, or -1 on
 * error.
 *
 * Since: 8.2.0
 */
int virDomainQemuMonitorCommandWithFiles(virDomainPtr domain,
                                         const char *cmd,
                                         unsigned int ninfiles,
                                         int *infiles,
                                         unsigned int *noutfiles,
                                         int **outfiles,
                                         char **result,
                                         unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_QEMU_H */
