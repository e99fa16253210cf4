/* event-poll.c - a program with a plain loop around poll(2), given to the library by virEventRegisterImpl. Prints the
 * domain events that it brings, one "NAME DOMAIN" per line, as tests/python/glib_events.py does in GLib's loop. */
#define _GNU_SOURCE
#include "common.h"

#include <errno.h>
#include <poll.h>
#include <time.h>

#define SLOTS 16

static struct handle {
    int number, fd, events, removed;
    virEventHandleCallback callback;
    void *opaque;
    virFreeCallback release;
} handles[SLOTS];

static struct timer {
    int number, removed;
    long long period_ms, due_ms;
    virEventTimeoutCallback callback;
    void *opaque;
    virFreeCallback release;
} timers[SLOTS];

static int last_number;

static long long now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static int add_handle(int fd, int events, virEventHandleCallback callback, void *opaque, virFreeCallback release)
{
    for (int i = 0; i < SLOTS; i++) {
        if (!handles[i].number) {
            handles[i] = (struct handle){ ++last_number, fd, events, 0, callback, opaque, release };
            return last_number;
        }
    }
    return -1;
}

static void update_handle(int number, int events)
{
    for (int i = 0; i < SLOTS; i++) {
        if (handles[i].number == number)
            handles[i].events = events;
    }
}

static int remove_handle(int number)
{
    for (int i = 0; i < SLOTS; i++) {
        if (handles[i].number == number) {
            handles[i].removed = 1;
            return 0;
        }
    }
    return -1;
}

static int add_timer(int ms, virEventTimeoutCallback callback, void *opaque, virFreeCallback release)
{
    for (int i = 0; i < SLOTS; i++) {
        if (!timers[i].number) {
            timers[i] = (struct timer){ ++last_number, 0, ms, now_ms() + ms, callback, opaque, release };
            return last_number;
        }
    }
    return -1;
}

static void update_timer(int number, int ms)
{
    for (int i = 0; i < SLOTS; i++) {
        if (timers[i].number == number) {
            timers[i].period_ms = ms;
            timers[i].due_ms = now_ms() + ms;
        }
    }
}

static int remove_timer(int number)
{
    for (int i = 0; i < SLOTS; i++) {
        if (timers[i].number == number) {
            timers[i].removed = 1;
            return 0;
        }
    }
    return -1;
}

static short to_poll(int events)
{
    return (short)((events & VIR_EVENT_HANDLE_READABLE ? POLLIN : 0) |
                   (events & VIR_EVENT_HANDLE_WRITABLE ? POLLOUT : 0));
}

static int from_poll(short events)
{
    return (events & POLLIN ? VIR_EVENT_HANDLE_READABLE : 0) | (events & POLLOUT ? VIR_EVENT_HANDLE_WRITABLE : 0) |
           (events & POLLERR ? VIR_EVENT_HANDLE_ERROR : 0) | (events & POLLHUP ? VIR_EVENT_HANDLE_HANGUP : 0);
}

/* Frees what has been removed, outside of the calls that removed it. */
static void clear_up(void)
{
    for (int i = 0; i < SLOTS; i++) {
        if (handles[i].removed) {
            struct handle gone = handles[i];

            memset(&handles[i], 0, sizeof(handles[i]));
            if (gone.release)
                gone.release(gone.opaque);
        }
        if (timers[i].removed) {
            struct timer gone = timers[i];

            memset(&timers[i], 0, sizeof(timers[i]));
            if (gone.release)
                gone.release(gone.opaque);
        }
    }
}

/* One turn; waits for nothing. Returns how many callbacks it made. */
static int my_turn(void)
{
    struct pollfd fds[SLOTS];
    int calls = 0;

    for (int i = 0; i < SLOTS; i++) {
        fds[i].fd = handles[i].number && !handles[i].removed ? handles[i].fd : -1;
        fds[i].events = to_poll(handles[i].events);
        fds[i].revents = 0;
    }
    if (poll(fds, SLOTS, 0) < 0 && errno != EINTR)
        exit(3);
    for (int i = 0; i < SLOTS; i++) {
        if (timers[i].number && !timers[i].removed && timers[i].period_ms >= 0 && timers[i].due_ms <= now_ms()) {
            timers[i].due_ms = now_ms() + timers[i].period_ms;
            timers[i].callback(timers[i].number, timers[i].opaque);
            calls++;
        }
    }
    for (int i = 0; i < SLOTS; i++) {
        if (fds[i].revents && handles[i].number && !handles[i].removed) {
            handles[i].callback(handles[i].number, handles[i].fd, from_poll(fds[i].revents), handles[i].opaque);
            calls++;
        }
    }
    clear_up();
    return calls;
}

static void settle(void)
{
    while (my_turn() > 0) { }
}

static int on_lifecycle(virConnectPtr conn UNUSED, virDomainPtr dom, int event, int detail, void *opaque UNUSED)
{
    static const char *const names[] = { "defined", "removed", "started", "suspended", "resumed", "stopped" };

    if (event == VIR_DOMAIN_EVENT_DEFINED)
        printf("%s %s\n", detail == VIR_DOMAIN_EVENT_DEFINED_ADDED ? "added" : "updated", virDomainGetName(dom));
    else
        printf("%s %s\n", names[event], virDomainGetName(dom));
    return 0;
}

static void on_free(void *opaque) { puts((const char *)opaque); }

int main(void)
{
    static char closed[] = "closed";
    virConnectPtr conn;
    virDomainPtr dom, other;

    virEventRegisterImpl(add_handle, update_handle, remove_handle, add_timer, update_timer, remove_timer);
    begin();
    conn = virConnectOpen("test:///default");
    if (!conn || virConnectDomainEventRegister(conn, on_lifecycle, closed, on_free) < 0)
        return 1;
    dom = virDomainLookupByName(conn, "test");
    virDomainSuspend(dom);
    virDomainResume(dom);
    virDomainDestroy(dom);
    virDomainCreate(dom);
    settle();
    other = virDomainDefineXML(conn, "<domain type='test'><name>other</name><memory>65536</memory>"
                                     "<os><type>hvm</type></os></domain>");
    settle();
    virDomainCreate(other);
    virDomainSuspend(other);
    virDomainResume(other);
    virDomainDestroy(other);
    settle();
    virDomainSuspend(dom);
    virDomainResume(dom);
    settle();
    virDomainUndefine(other);
    virDomainFree(other);
    virDomainFree(dom);
    virConnectDomainEventDeregister(conn, on_lifecycle);
    settle();
    virConnectClose(conn);
    settle();
    return 0;
}
