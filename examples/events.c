/* events.c - see events.h. */
#define _GNU_SOURCE
#include "events.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>

#include <libvirt/virterror.h>

#include "names.h"
#include "wait.h"

static struct {
    const char *domain;
    int arrived_fd; /* an eventfd, written after each event */
    atomic_uint in_step;
    atomic_uint ever;
    int callback_ids[6];
    int n_callbacks;

    pthread_t loop;
    atomic_bool loop_ends;
    int loop_timer;
} events = {.arrived_fd = -1};

const char *kind_name(enum kind kind)
{
    static const char *const names[KIND_COUNT] = {
        [KIND_DEFINED] = "lifecycle defined",
        [KIND_UNDEFINED] = "lifecycle undefined",
        [KIND_STARTED] = "lifecycle started",
        [KIND_SUSPENDED] = "lifecycle suspended",
        [KIND_RESUMED] = "lifecycle resumed",
        [KIND_STOPPED] = "lifecycle stopped",
        [KIND_SHUTDOWN] = "lifecycle shutdown",
        [KIND_REBOOT] = "reboot",
        [KIND_RTC_CHANGE] = "rtc-change",
        [KIND_WATCHDOG] = "watchdog",
        [KIND_IO_ERROR] = "io-error",
        [KIND_GRAPHICS_CONNECT] = "graphics connect",
        [KIND_GRAPHICS_INITIALIZE] = "graphics initialize",
        [KIND_GRAPHICS_DISCONNECT] = "graphics disconnect",
    };
    return names[kind];
}

int kinds_size(kinds set)
{
    return __builtin_popcount(set);
}

/* Called by the callbacks, on the thread of the event loop. */
static void count(enum kind kind)
{
    events.ever |= (kinds)1 << kind;
    events.in_step |= (kinds)1 << kind;
    eventfd_write(events.arrived_fd, 1);
}

static bool is_ours(virDomainPtr dom)
{
    return strcmp(virDomainGetName(dom), events.domain) == 0;
}

static int on_lifecycle(virConnectPtr conn, virDomainPtr dom, int event, int detail,
                        void *opaque)
{
    static const enum kind kind_of[] = {
        [VIR_DOMAIN_EVENT_DEFINED] = KIND_DEFINED,
        [VIR_DOMAIN_EVENT_UNDEFINED] = KIND_UNDEFINED,
        [VIR_DOMAIN_EVENT_STARTED] = KIND_STARTED,
        [VIR_DOMAIN_EVENT_SUSPENDED] = KIND_SUSPENDED,
        [VIR_DOMAIN_EVENT_RESUMED] = KIND_RESUMED,
        [VIR_DOMAIN_EVENT_STOPPED] = KIND_STOPPED,
        [VIR_DOMAIN_EVENT_SHUTDOWN] = KIND_SHUTDOWN,
    };
    (void)conn, (void)opaque;

    if (!is_ours(dom))
        return 0;
    printf("lifecycle: %s %s\n", lifecycle_name(event), lifecycle_detail_name(event, detail));
    if (event >= 0 && event < (int)(sizeof(kind_of) / sizeof(kind_of[0])))
        count(kind_of[event]);
    return 0;
}

static void on_reboot(virConnectPtr conn, virDomainPtr dom, void *opaque)
{
    (void)conn, (void)opaque;

    if (!is_ours(dom))
        return;
    printf("reboot\n");
    count(KIND_REBOOT);
}

static void on_rtc_change(virConnectPtr conn, virDomainPtr dom, long long utc_offset,
                          void *opaque)
{
    (void)conn, (void)opaque;

    if (!is_ours(dom))
        return;
    printf("rtc-change: offset %lld s\n", utc_offset);
    count(KIND_RTC_CHANGE);
}

static void on_watchdog(virConnectPtr conn, virDomainPtr dom, int action, void *opaque)
{
    (void)conn, (void)opaque;

    if (!is_ours(dom))
        return;
    printf("watchdog: action %s\n", watchdog_action_name(action));
    count(KIND_WATCHDOG);
}

static void on_io_error(virConnectPtr conn, virDomainPtr dom, const char *source_path,
                        const char *alias, int action, void *opaque)
{
    (void)conn, (void)opaque;

    if (!is_ours(dom))
        return;
    printf("io-error: source path \"%s\", alias \"%s\", action %s\n", source_path, alias,
           io_error_action_name(action));
    count(KIND_IO_ERROR);
}

static void print_address(const char *label, const virDomainEventGraphicsAddress *address)
{
    printf(", %s %s \"%s\" port \"%s\"", label, address_family_name(address->family),
           address->node, address->service);
}

static void on_graphics(virConnectPtr conn, virDomainPtr dom, int phase,
                        const virDomainEventGraphicsAddress *local,
                        const virDomainEventGraphicsAddress *remote,
                        const char *auth_scheme,
                        const virDomainEventGraphicsSubject *subject, void *opaque)
{
    (void)conn, (void)opaque;

    if (!is_ours(dom))
        return;
    /* One line, also when another thread prints. */
    flockfile(stdout);
    printf("graphics: %s", graphics_phase_name(phase));
    print_address("local", local);
    print_address("remote", remote);
    printf(", scheme \"%s\", subject [", auth_scheme);
    for (int i = 0; i < subject->nidentity; i++)
        printf("%s%s=\"%s\"", i > 0 ? ", " : "", subject->identities[i].type,
               subject->identities[i].name);
    printf("]\n");
    funlockfile(stdout);

    switch (phase) {
    case VIR_DOMAIN_EVENT_GRAPHICS_CONNECT:
        count(KIND_GRAPHICS_CONNECT);
        break;
    case VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE:
        count(KIND_GRAPHICS_INITIALIZE);
        break;
    case VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT:
        count(KIND_GRAPHICS_DISCONNECT);
        break;
    }
}

int events_register(virConnectPtr conn, const char *name)
{
    static const struct {
        int id;
        virConnectDomainEventGenericCallback callback;
    } table[] = {
        {VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle)},
        {VIR_DOMAIN_EVENT_ID_REBOOT, VIR_DOMAIN_EVENT_CALLBACK(on_reboot)},
        {VIR_DOMAIN_EVENT_ID_RTC_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(on_rtc_change)},
        {VIR_DOMAIN_EVENT_ID_WATCHDOG, VIR_DOMAIN_EVENT_CALLBACK(on_watchdog)},
        {VIR_DOMAIN_EVENT_ID_IO_ERROR, VIR_DOMAIN_EVENT_CALLBACK(on_io_error)},
        {VIR_DOMAIN_EVENT_ID_GRAPHICS, VIR_DOMAIN_EVENT_CALLBACK(on_graphics)},
    };

    events.domain = name;
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        /* For all domains (NULL): ours does not exist yet. */
        int id = virConnectDomainEventRegisterAny(conn, NULL, table[i].id,
                                                  table[i].callback, NULL, NULL);
        if (id < 0)
            return -1;
        events.callback_ids[events.n_callbacks++] = id;
    }
    return 0;
}

void events_deregister(virConnectPtr conn)
{
    while (events.n_callbacks > 0)
        virConnectDomainEventDeregisterAny(conn, events.callback_ids[--events.n_callbacks]);
}

void events_new_step(void)
{
    events.in_step = 0;
}

kinds events_wait(kinds awaited, int64_t deadline_ms)
{
    for (;;) {
        eventfd_t unused;
        kinds missing = awaited & ~events.in_step;

        if (!missing || wait_readable(events.arrived_fd, deadline_ms) <= 0)
            return missing;
        eventfd_read(events.arrived_fd, &unused);
    }
}

kinds events_received(void)
{
    return events.ever;
}

static void *run_loop(void *unused)
{
    (void)unused;
    while (!events.loop_ends) {
        if (virEventRunDefaultImpl() < 0) {
            fprintf(stderr, "event loop: %s\n", virGetLastErrorMessage());
            break;
        }
    }
    return NULL;
}

static void on_loop_timer(int timer, void *opaque)
{
    (void)opaque;
    virEventUpdateTimeout(timer, -1);
}

int events_start_loop(void)
{
    events.arrived_fd = eventfd(0, EFD_CLOEXEC);
    if (events.arrived_fd < 0) {
        perror("eventfd");
        return -1;
    }
    /* The timer, off for now, is there to wake the loop when it is to end. */
    if (virEventRegisterDefaultImpl() < 0 ||
        (events.loop_timer = virEventAddTimeout(-1, on_loop_timer, NULL, NULL)) < 0) {
        fprintf(stderr, "event loop: %s\n", virGetLastErrorMessage());
        return -1;
    }
    int error = pthread_create(&events.loop, NULL, run_loop, NULL);
    if (error != 0) {
        fprintf(stderr, "event loop: %s\n", strerror(error));
        return -1;
    }
    return 0;
}

void events_stop_loop(void)
{
    events.loop_ends = true;
    virEventUpdateTimeout(events.loop_timer, 0);
    pthread_join(events.loop, NULL);
    virEventRemoveTimeout(events.loop_timer);
}
