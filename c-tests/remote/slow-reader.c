/* Events of a daemon for a program whose event loop does not turn for long: none is lost, their order is kept, and calls
 * go on meanwhile.
 *     slow-reader URI EVENTS
 */

#include "../report.h"

#include <time.h>

static int heard, last, disorder, wanted;

/* Suspended (3) and resumed (4) take turns. */
static int on_event(virConnectPtr conn UNUSED, virDomainPtr dom UNUSED, int event, int detail UNUSED, void *opaque UNUSED)
{
    disorder += event == last;
    last = event;
    heard++;
    return 0;
}

static void on_time(int timer UNUSED, void *opaque UNUSED) { }

static void change(virDomainPtr dom)
{
    int i;

    for (i = 0; i < wanted; i++)
        check((i % 2 ? virDomainResume(dom) : virDomainSuspend(dom)) == 0, "a change");
}

/* Turns the loop until everything is there. */
static void hear(const char *when)
{
    time_t end = time(NULL) + 60;

    printf("%s: heard %d before the loop turns\n", when, heard);
    while (heard < wanted && time(NULL) < end)
        check(virEventRunDefaultImpl() == 0, "a turn");
    printf("%s: heard all %d, out of order %d\n", when, heard == wanted, disorder);
    heard = disorder = 0;
}

int main(int argc, char **argv)
{
    virConnectPtr conn, other;
    virDomainPtr dom, other_dom;
    char *name;
    int number, timer;

    begin();
    check(argc == 3, "a URI and a number");
    wanted = atoi(argv[2]);
    check(virEventRegisterDefaultImpl() == 0, "a loop");
    timer = virEventAddTimeout(50, on_time, NULL, NULL);
    conn = virConnectOpen(argv[1]);
    other = virConnectOpen(argv[1]);
    check(conn && other, "open");
    dom = virDomainLookupByName(conn, "test");
    other_dom = virDomainLookupByName(other, "test");
    check(dom && other_dom, "a domain");
    number = CALL(virConnectDomainEventRegisterAny(conn, dom, 0, VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, NULL));

    change(dom);
    hear("its own calls go on");
    change(other_dom);
    hear("nobody reads");
    change(other_dom);
    name = virConnectGetHostname(conn);
    check(name != NULL, "a call");
    free(name);
    hear("nobody reads, then a call does");

    CALL(virConnectDomainEventDeregisterAny(conn, number));
    CALL(virDomainFree(dom));
    CALL(virDomainFree(other_dom));
    CALL(virConnectClose(conn));
    CALL(virConnectClose(other));
    virEventRemoveTimeout(timer);
    check(virEventRunDefaultImpl() == 0, "a turn");
    return 0;
}
