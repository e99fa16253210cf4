/* events_test.c - domain events of the test driver: how fast the loop delivers them to few and many callbacks. */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include "bench.h"

static const double SECONDS_EACH = 0.5; /* for each pattern of registrations */
enum { MOST_CALLBACKS = 1000, TRAMPOLINE_SIZE = 16 };

static long delivered;

static int on_event(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)dom, (void)event, (void)detail, (void)opaque;
    delivered++;
    return 0;
}

static void ignore_error(void *opaque, virErrorPtr error)
{
    (void)opaque, (void)error;
}

static void check(bool succeeded, const char *function)
{
    if (succeeded)
        return;
    fprintf(stderr, "%s: %s\n", function, virGetLastErrorMessage());
    exit(1);
}

/* A function registers once for an event and domain, so 1000 registrations need 1000 functions: each of these jumps
 * to on_event(). x86-64.
 */
static unsigned char *trampolines(void)
{
    void (*target)(void) = (void (*)(void))on_event;
    unsigned char *code = mmap(NULL, MOST_CALLBACKS * TRAMPOLINE_SIZE, PROT_READ | PROT_WRITE,
                               MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    require(code != MAP_FAILED, "mmap");
    for (int i = 0; i < MOST_CALLBACKS; i++) {
        unsigned char *at = code + i * TRAMPOLINE_SIZE;
        memcpy(at, "\x48\xb8", 2); /* mov rax, target */
        memcpy(at + 2, &target, sizeof(target));
        memcpy(at + 10, "\xff\xe0", 2); /* jmp rax */
    }
    require(mprotect(code, MOST_CALLBACKS * TRAMPOLINE_SIZE, PROT_READ | PROT_EXEC) == 0, "mprotect");
    return code;
}

static virConnectDomainEventGenericCallback callback(unsigned char *code, int i)
{
    return (virConnectDomainEventGenericCallback)(uintptr_t)(code + i * TRAMPOLINE_SIZE);
}

static int add(virConnectPtr conn, virDomainPtr dom, virConnectDomainEventGenericCallback function)
{
    int id = virConnectDomainEventRegisterAny(conn, dom, VIR_DOMAIN_EVENT_ID_LIFECYCLE, function, NULL, NULL);

    check(id >= 0, "virConnectDomainEventRegisterAny");
    return id;
}

/* Causes one event. */
static void change_state(virDomainPtr dom)
{
    static bool paused;

    check((paused ? virDomainResume(dom) : virDomainSuspend(dom)) == 0, "virDomainSuspend");
    paused = !paused;
}

/* Events in bursts, of which each runs `matching` callbacks; only the loop's time counts. */
static void deliver(virDomainPtr dom, int matching, int burst, const char *pattern)
{
    struct samples rates = {0}, costs = {0};
    double end = seconds() + SECONDS_EACH;

    while (rates.n < 3 || (seconds() < end && rates.n < MAX_SAMPLES)) {
        delivered = 0;
        for (int i = 0; i < burst; i++)
            change_state(dom);
        double start = seconds();
        while (delivered < (long)burst * matching)
            check(virEventRunDefaultImpl() == 0, "virEventRunDefaultImpl");
        double taken = seconds() - start;
        sample(&rates, (double)delivered / taken);
        sample(&costs, taken / burst * 1e6);
    }
    result(median(&rates), "/s", "events_test: callbacks delivered, %s", pattern);
    result(median(&costs), "us", "events_test: cost of an event, %s", pattern);
}

static void for_all_domains(virConnectPtr conn, virDomainPtr dom, unsigned char *code, int callbacks, int burst,
                            const char *pattern)
{
    static int ids[MOST_CALLBACKS];

    for (int i = 0; i < callbacks; i++)
        ids[i] = add(conn, NULL, callback(code, i));
    deliver(dom, callbacks, burst, pattern);
    for (int i = 0; i < callbacks; i++)
        check(virConnectDomainEventDeregisterAny(conn, ids[i]) == 0, "virConnectDomainEventDeregisterAny");
}

/* One callback for each of `n` domains, of which events come from one. */
static void for_each_domain(virConnectPtr conn, virDomainPtr dom, int n, int burst, const char *pattern)
{
    static virDomainPtr others[MOST_CALLBACKS];
    static int ids[MOST_CALLBACKS];

    for (int i = 1; i < n; i++) {
        char xml[256];
        snprintf(xml, sizeof(xml),
                 "<domain type='test'><name>other%d</name><memory>1024</memory>"
                 "<os><type>hvm</type></os></domain>", i);
        others[i] = virDomainDefineXML(conn, xml);
        check(others[i] != NULL, "virDomainDefineXML");
        ids[i] = add(conn, others[i], VIR_DOMAIN_EVENT_CALLBACK(on_event));
    }
    ids[0] = add(conn, dom, VIR_DOMAIN_EVENT_CALLBACK(on_event));
    deliver(dom, 1, burst, pattern);
    for (int i = 0; i < n; i++)
        check(virConnectDomainEventDeregisterAny(conn, ids[i]) == 0, "virConnectDomainEventDeregisterAny");
    for (int i = 1; i < n; i++)
        virDomainFree(others[i]);
}

int main(void)
{
    unsigned char *code = trampolines();

    virSetErrorFunc(NULL, ignore_error);
    check(virEventRegisterDefaultImpl() == 0, "virEventRegisterDefaultImpl");
    virConnectPtr conn = virConnectOpen("test:///default");
    check(conn != NULL, "virConnectOpen");
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    check(dom != NULL, "virDomainLookupByName");

    for_all_domains(conn, dom, code, 1, 1, "1 registered, one event at a time");
    for_all_domains(conn, dom, code, 1, 1000, "1 registered");
    for_all_domains(conn, dom, code, 10, 200, "10 registered");
    for_all_domains(conn, dom, code, 100, 100, "100 registered");
    for_all_domains(conn, dom, code, 1000, 10, "1000 registered");
    for_each_domain(conn, dom, 1000, 1000, "1000 registered for a domain each, 1 matches");

    virDomainFree(dom);
    virConnectClose(conn);
    return 0;
}
