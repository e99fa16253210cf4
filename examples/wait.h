/* wait.h - waiting with deadlines, and giving up in an orderly way.
 *
 * Every wait of the program ends at its deadline at the latest, and at once
 * when the user interrupts the program or its total time is over.
 */
#ifndef WAIT_H
#define WAIT_H

#include <stdbool.h>
#include <stdint.h>

/* Milliseconds of a clock that never jumps. */
int64_t now_ms(void);

/* Starts the guard: blocks SIGINT, SIGTERM and SIGHUP in the calling thread and
 * those it will start, and watches for them and for the end of `limit_s`
 * seconds in a thread of its own. Then all waits end; if the program has still
 * not ended `grace_s` seconds later, or is interrupted once more, because a
 * library call hangs, `last_resort` is called on the guard's thread and the
 * process exits with status 1. Call it before any other thread exists.
 * Returns 0, or -1 with errno set.
 */
int guard_start(int limit_s, int grace_s, void (*last_resort)(void));

/* Whether the guard told everybody to stop. */
bool guard_stopped(void);

/* Waits until `fd` is readable: 1 if it is, 0 at the deadline, -1 with errno
 * set on an error (ECANCELED when the guard said stop).
 */
int wait_readable(int fd, int64_t deadline_ms);

#endif
