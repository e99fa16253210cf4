/* A program with an event loop of its own: the library asks that loop, and events come through it. */

#define _GNU_SOURCE
#include <poll.h>

#include "common.h"

enum { MOST = 16 };

static struct {
    int used, id, fd, events;
    virEventHandleCallback callback;
    void *opaque;
    virFreeCallback free;
} handles[MOST];

static struct {
    int used, id, timeout;
    virEventTimeoutCallback callback;
    void *opaque;
    virFreeCallback free;
} timers[MOST];

static int next_id = 1;

static int add_handle(int fd, int events, virEventHandleCallback callback, void *opaque, virFreeCallback free)
{
    for (int i = 0; i < MOST; i++) {
        if (handles[i].used)
            continue;
        handles[i].used = 1;
        handles[i].id = next_id++;
        handles[i].fd = fd;
        handles[i].events = events;
        handles[i].callback = callback;
        handles[i].opaque = opaque;
        handles[i].free = free;
        return handles[i].id;
    }
    return -1;
}

static void update_handle(int watch, int events)
{
    for (int i = 0; i < MOST; i++)
        if (handles[i].used && handles[i].id == watch)
            handles[i].events = events;
}

static int remove_handle(int watch)
{
    for (int i = 0; i < MOST; i++) {
        if (!handles[i].used || handles[i].id != watch)
            continue;
        handles[i].used = 0;
        if (handles[i].free)
            handles[i].free(handles[i].opaque);
        return 0;
    }
    return -1;
}

static int add_timeout(int timeout, virEventTimeoutCallback callback, void *opaque, virFreeCallback free)
{
    for (int i = 0; i < MOST; i++) {
        if (timers[i].used)
            continue;
        timers[i].used = 1;
        timers[i].id = next_id++;
        timers[i].timeout = timeout;
        timers[i].callback = callback;
        timers[i].opaque = opaque;
        timers[i].free = free;
        return timers[i].id;
    }
    return -1;
}

static void update_timeout(int timer, int timeout)
{
    for (int i = 0; i < MOST; i++)
        if (timers[i].used && timers[i].id == timer)
            timers[i].timeout = timeout;
}

static int remove_timeout(int timer)
{
    for (int i = 0; i < MOST; i++) {
        if (!timers[i].used || timers[i].id != timer)
            continue;
        timers[i].used = 0;
        if (timers[i].free)
            timers[i].free(timers[i].opaque);
        return 0;
    }
    return -1;
}

/* Calls what is due; a program's loop would wait. */
static void round_of_ours(void)
{
    title("round");
    for (int i = 0; i < MOST; i++) {
        struct pollfd ready = {.fd = handles[i].fd, .events = POLLIN};
        if (handles[i].used && handles[i].events && poll(&ready, 1, 0) == 1)
            handles[i].callback(handles[i].id, handles[i].fd, VIR_EVENT_HANDLE_READABLE, handles[i].opaque);
    }
    for (int i = 0; i < MOST; i++)
        if (timers[i].used && timers[i].timeout == 0)
            timers[i].callback(timers[i].id, timers[i].opaque);
}

static int on_lifecycle(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)opaque;
    printf("  %s: event %d, detail %d\n", virDomainGetName(dom), event, detail);
    return 0;
}

static void on_timer(int timer, void *opaque)
{
    (void)timer;
    printf("  timer %s\n", (const char *)opaque);
}

int main(void)
{
    begin();
    title("before a loop is registered");
    CALL(virEventAddTimeout(0, on_timer, NULL, NULL));
    virEventRegisterImpl(add_handle, update_handle, remove_handle, add_timeout, update_timeout, remove_timeout);

    int timer = virEventAddTimeout(0, on_timer, "of the program", released);
    round_of_ours();
    virEventUpdateTimeout(timer, -1);
    round_of_ours();
    CALL(virEventRemoveTimeout(timer));

    virConnectPtr conn = virConnectOpen("test:///default");
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    if (!dom)
        return 1;
    int id = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                              VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle), "registration", released);
    if (id < 0)
        return 1;
    CALL(virDomainSuspend(dom));
    CALL(virDomainResume(dom));
    round_of_ours();
    CALL(virDomainSuspend(dom));
    CALL(virConnectDomainEventDeregisterAny(conn, id));
    round_of_ours();
    virDomainFree(dom);
    CALL(virConnectClose(conn));
    round_of_ours();
    return 0;
}
