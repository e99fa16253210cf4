/* events.h - receives domain events, prints each, remembers which kinds came. */
#ifndef EVENTS_H
#define EVENTS_H

#include <stdint.h>

#include <libvirt/libvirt.h>

/* What the program counts: the types of lifecycle event, the phases of
 * graphics clients, and four more events.
 */
enum kind {
    KIND_DEFINED,
    KIND_UNDEFINED,
    KIND_STARTED,
    KIND_SUSPENDED,
    KIND_RESUMED,
    KIND_STOPPED,
    KIND_SHUTDOWN,
    KIND_REBOOT,
    KIND_RTC_CHANGE,
    KIND_WATCHDOG,
    KIND_IO_ERROR,
    KIND_GRAPHICS_CONNECT,
    KIND_GRAPHICS_INITIALIZE,
    KIND_GRAPHICS_DISCONNECT,
    KIND_COUNT
};

/* A set of kinds. */
typedef uint32_t kinds;
#define KIND(name) ((kinds)1 << KIND_##name)

const char *kind_name(enum kind kind);
int kinds_size(kinds set);

/* Starts the thread that runs libvirt's event loop; before the connection is
 * opened. Returns 0, or -1 after a message on stderr.
 */
int events_start_loop(void);
void events_stop_loop(void);

/* Registers for all events; those of the domain called `name` are printed and
 * counted. Returns 0, or -1 (the error is libvirt's last one).
 */
int events_register(virConnectPtr conn, const char *name);
void events_deregister(virConnectPtr conn);

/* Forgets what came, for events_wait(); events_received() still knows. */
void events_new_step(void);

/* Waits until all of `awaited` have come since events_new_step().
 * Returns those that have not, after the deadline or an interruption.
 */
kinds events_wait(kinds awaited, int64_t deadline_ms);

/* All kinds that came since the start. */
kinds events_received(void);

#endif
