/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_EVENT_H
#define LIBVIRT_EVENT_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Events of a file descriptor; can be combined. */
typedef enum {
    /** Data can be read. */
    VIR_EVENT_HANDLE_READABLE = (1 << 0),
    /** Data can be written. */
    VIR_EVENT_HANDLE_WRITABLE = (1 << 1),
    /** An error occurred. */
    VIR_EVENT_HANDLE_ERROR = (1 << 2),
    /** The other side hung up. */
    VIR_EVENT_HANDLE_HANGUP = (1 << 3),
} virEventHandleType;

/** Called when a watched file descriptor has events of the virEventHandleType mask. */
typedef void (*virEventHandleCallback)(int watch,
                                       int fd,
                                       int events,
                                       void *opaque);

/** Called when a timer expires. */
typedef void (*virEventTimeoutCallback)(int timer,
                                        void *opaque);

/** Event loop's way to watch a file descriptor. Returns a watch id, or -1 on error. */
typedef int (*virEventAddHandleFunc)(int fd,
                                     int event,
                                     virEventHandleCallback cb,
                                     void *opaque,
                                     virFreeCallback ff);

/** Event loop's way to change the events of a watch. */
typedef void (*virEventUpdateHandleFunc)(int watch,
                                         int event);

/**
 * Event loop's way to drop a watch; the free callback must run later, not inside this call. Returns 0,
 * or -1 on error.
 */
typedef int (*virEventRemoveHandleFunc)(int watch);

/**
 * Event loop's way to add a timer in milliseconds, where -1 keeps it disabled. Returns a timer id, or
 * -1 on error.
 */
typedef int (*virEventAddTimeoutFunc)(int timeout,
                                      virEventTimeoutCallback cb,
                                      void *opaque,
                                      virFreeCallback ff);

/** Event loop's way to change a timer's interval in milliseconds. */
typedef void (*virEventUpdateTimeoutFunc)(int timer,
                                          int timeout);

/**
 * Event loop's way to drop a timer; the free callback must run later, not inside this call. Returns 0,
 * or -1 on error.
 */
typedef int (*virEventRemoveTimeoutFunc)(int timer);

/**
 * Watches a file descriptor in the registered event loop for the events of a virEventHandleType mask.
 * The optional function ff frees the opaque data after removal. Returns a watch id, or -1 on error.
 *
 * Since: 0.9.3
 */
int virEventAddHandle(int fd,
                      int events,
                      virEventHandleCallback cb,
                      void *opaque,
                      virFreeCallback ff);

/**
 * Adds a repeating timer to the registered event loop, in milliseconds; 0 fires on every iteration, -1
 * disables it. The optional function ff frees the opaque data after removal. Returns a timer id, or -1
 * on error.
 *
 * Since: 0.9.3
 */
int virEventAddTimeout(int timeout,
                       virEventTimeoutCallback cb,
                       void *opaque,
                       virFreeCallback ff);

/**
 * Registers the built-in event loop; call it before opening connections. The program then calls
 * virEventRunDefaultImpl() in a loop. Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virEventRegisterDefaultImpl(void);

/**
 * Registers the program's own event loop as six functions for adding, changing and removing watches
 * and timers. Call it once, before opening connections.
 *
 * Since: 0.5.0
 */
void virEventRegisterImpl(virEventAddHandleFunc addHandle,
                          virEventUpdateHandleFunc updateHandle,
                          virEventRemoveHandleFunc removeHandle,
                          virEventAddTimeoutFunc addTimeout,
                          virEventUpdateTimeoutFunc updateTimeout,
                          virEventRemoveTimeoutFunc removeTimeout);

/**
 * Stops watching a file descriptor, by the id from virEventAddHandle(). The free function runs later,
 * outside the callback. Returns 0, or -1 on error.
 *
 * Since: 0.9.3
 */
int virEventRemoveHandle(int watch);

/**
 * Removes a timer, by the id from virEventAddTimeout(). The free function runs later, outside the
 * callback. Returns 0, or -1 on error.
 *
 * Since: 0.9.3
 */
int virEventRemoveTimeout(int timer);

/**
 * Runs one iteration of the built-in event loop: waits until something happens and calls the
 * callbacks. Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virEventRunDefaultImpl(void);

/**
 * Changes which events are watched on a file descriptor; 0 keeps the watch but silences it.
 *
 * Since: 0.9.3
 */
void virEventUpdateHandle(int watch,
                          int events);

/**
 * Changes the interval of a timer in milliseconds; 0 fires on every iteration, -1 disables it.
 *
 * Since: 0.9.3
 */
void virEventUpdateTimeout(int timer,
                           int timeout);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_EVENT_H */
