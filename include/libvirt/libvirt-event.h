/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_EVENT_H
#define LIBVIRT_EVENT_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif


/**
 * {{virEventHandleType}}
 */
enum _virEventHandleType {
  /**
   * {{VIR_EVENT_HANDLE_READABLE}}
   */
  VIR_EVENT_HANDLE_READABLE = (1 << 0),
  /**
   * {{VIR_EVENT_HANDLE_WRITABLE}}
   */
  VIR_EVENT_HANDLE_WRITABLE = (1 << 1),
  /**
   * {{VIR_EVENT_HANDLE_ERROR}}
   */
  VIR_EVENT_HANDLE_ERROR = (1 << 2),
  /**
   * {{VIR_EVENT_HANDLE_HANGUP}}
   */
  VIR_EVENT_HANDLE_HANGUP = (1 << 3),
};

/**
 * {{virEventHandleCallback}}
 */
typedef void (*virEventHandleCallback)(int watch,
                                       int fd,
                                       int events,
                                       void *opaque);

/**
 * {{virEventTimeoutCallback}}
 */
typedef void (*virEventTimeoutCallback)(int timer,
                                        void *opaque);

/**
 * {{virEventAddHandleFunc}}
 */
typedef int (*virEventAddHandleFunc)(int fd,
                                     int event,
                                     virEventHandleCallback cb,
                                     void *opaque,
                                     virFreeCallback ff);

/**
 * {{virEventUpdateHandleFunc}}
 */
typedef void (*virEventUpdateHandleFunc)(int watch,
                                         int event);

/**
 * {{virEventRemoveHandleFunc}}
 */
typedef int (*virEventRemoveHandleFunc)(int watch);

/**
 * {{virEventAddTimeoutFunc}}
 */
typedef int (*virEventAddTimeoutFunc)(int timeout,
                                      virEventTimeoutCallback cb,
                                      void *opaque,
                                      virFreeCallback ff);

/**
 * {{virEventUpdateTimeoutFunc}}
 */
typedef void (*virEventUpdateTimeoutFunc)(int timer,
                                          int timeout);

/**
 * {{virEventRemoveTimeoutFunc}}
 */
typedef int (*virEventRemoveTimeoutFunc)(int timer);

/**
 * {{virEventHandleType}}
 */
typedef enum _virEventHandleType virEventHandleType;

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * {{virEventAddHandle}} Since: 0.9.3
 */
int virEventAddHandle(int fd,
                      int events,
                      virEventHandleCallback cb,
                      void *opaque,
                      virFreeCallback ff);

/**
 * {{virEventAddTimeout}} Since: 0.9.3
 */
int virEventAddTimeout(int timeout,
                       virEventTimeoutCallback cb,
                       void *opaque,
                       virFreeCallback ff);

/**
 * {{virEventRegisterDefaultImpl}} Since: 0.9.0
 */
int virEventRegisterDefaultImpl(void);

/**
 * {{virEventRegisterImpl}} Since: 0.5.0
 */
void virEventRegisterImpl(virEventAddHandleFunc addHandle,
                          virEventUpdateHandleFunc updateHandle,
                          virEventRemoveHandleFunc removeHandle,
                          virEventAddTimeoutFunc addTimeout,
                          virEventUpdateTimeoutFunc updateTimeout,
                          virEventRemoveTimeoutFunc removeTimeout);

/**
 * {{virEventRemoveHandle}} Since: 0.9.3
 */
int virEventRemoveHandle(int watch);

/**
 * {{virEventRemoveTimeout}} Since: 0.9.3
 */
int virEventRemoveTimeout(int timer);

/**
 * {{virEventRunDefaultImpl}} Since: 0.9.0
 */
int virEventRunDefaultImpl(void);

/**
 * {{virEventUpdateHandle}} Since: 0.9.3
 */
void virEventUpdateHandle(int watch,
                          int events);

/**
 * {{virEventUpdateTimeout}} Since: 0.9.3
 */
void virEventUpdateTimeout(int timer,
                           int timeout);

#ifdef __cplusplus
}  /* extern "C" */
#endif  /* __cplusplus */

#endif  /* LIBVIRT_EVENT_H */
