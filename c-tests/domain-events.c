/* The contract of domain events, on the test driver: who is called when, and what is freed when. One thread causes
 * the events and turns the loop, so the order of the lines is certain. */

#define _GNU_SOURCE
#include "common.h"

#define LIFECYCLE VIR_DOMAIN_EVENT_ID_LIFECYCLE

static int in_call; /* a callback that runs now runs inside the call that caused the event */
static int own_id = -1;

static int on_first(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn;
    printf("  %s: %s, event %d, detail %d, id %s%s\n", (const char *)opaque, virDomainGetName(dom), event, detail,
           virDomainGetID(dom) == (unsigned int)-1 ? "none" : "some", in_call ? ", INSIDE THE CALL" : "");
    return 0;
}

static int on_second(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    return on_first(conn, dom, event, detail, opaque);
}

/* Deregisters itself: no further call of it, and the free function comes later. */
static int on_once(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    on_first(conn, dom, event, detail, opaque);
    printf("  deregistering itself: %d\n", virConnectDomainEventDeregisterAny(conn, own_id));
    printf("  again: %d\n", virConnectDomainEventDeregisterAny(conn, own_id));
    return 0;
}

/* Calls the library, which causes another event. */
static int on_calling(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    on_first(conn, dom, event, detail, opaque);
    if (event == VIR_DOMAIN_EVENT_SUSPENDED)
        printf("  resuming inside: %d\n", virDomainResume(dom));
    return 0;
}

static void cause(const char *what, int (*call)(virDomainPtr), virDomainPtr dom)
{
    in_call = 1;
    result(what, call(dom));
    in_call = 0;
}

#define CAUSE(call, dom) cause(#call, call, dom)

/* Two rounds: one delivers, the other frees. A timer makes each return. */
static void on_timer(int timer UNUSED, void *opaque UNUSED) { }

static void deliver(void)
{
    int timer = virEventAddTimeout(0, on_timer, NULL, NULL);

    title("deliver");
    virEventRunDefaultImpl();
    virEventRunDefaultImpl();
    virEventRemoveTimeout(timer);
}

/* Ends the program unless `ok`. */
static void need(int ok, const char *what)
{
    if (ok)
        return;
    fprintf(stderr, "failed: %s: %s\n", what, virGetLastErrorMessage());
    exit(1);
}

static int add(virConnectPtr conn, virDomainPtr dom, virConnectDomainEventCallback callback, const char *name)
{
    return virConnectDomainEventRegisterAny(conn, dom, LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(callback),
                                            (void *)name, released);
}

static void order(virConnectPtr conn, virDomainPtr dom, virDomainPtr other)
{
    int all = add(conn, NULL, on_first, "all domains");
    int one = add(conn, dom, on_second, "one domain");

    need(all >= 0 && one >= 0 && all != one, "registration");
    CAUSE(virDomainSuspend, dom);
    CAUSE(virDomainResume, dom);
    CAUSE(virDomainCreate, other);
    CAUSE(virDomainDestroy, other);
    deliver();
    printf("deregistering\n");
    CALL(virConnectDomainEventDeregisterAny(conn, one));
    CAUSE(virDomainSuspend, dom);
    CALL(virConnectDomainEventDeregisterAny(conn, all));
    CAUSE(virDomainResume, dom);
    deliver();
}

static void twice(virConnectPtr conn, virDomainPtr dom)
{
    int id = add(conn, NULL, on_first, "first time");

    need(id >= 0, "registration");
    CALL(add(conn, NULL, on_first, "second time"));
    int narrower = add(conn, dom, on_first, "for one domain");
    need(narrower >= 0, "the same function for one domain");
    CALL(virConnectDomainEventDeregisterAny(conn, narrower));
    CALL(virConnectDomainEventDeregisterAny(conn, id));
    CALL(virConnectDomainEventDeregisterAny(conn, 4711));
    deliver();
}

static void inside_callbacks(virConnectPtr conn, virDomainPtr dom)
{
    own_id = add(conn, NULL, on_once, "once");
    CAUSE(virDomainSuspend, dom);
    CAUSE(virDomainResume, dom);
    deliver();
    CAUSE(virDomainSuspend, dom);
    CAUSE(virDomainResume, dom);
    deliver();

    int id = add(conn, NULL, on_calling, "calling");
    CAUSE(virDomainSuspend, dom);
    deliver();
    virConnectDomainEventDeregisterAny(conn, id);
    deliver();
}

/* The calls from before there were ids. */
static void old_calls(virConnectPtr conn, virDomainPtr dom)
{
    static char name[] = "old";

    CALL(virConnectDomainEventRegister(conn, on_first, name, released));
    CALL(virConnectDomainEventRegister(conn, on_first, name, released));
    CALL(virConnectDomainEventRegister(conn, on_second, name, released));
    CAUSE(virDomainSuspend, dom);
    deliver();
    CALL(virConnectDomainEventDeregister(conn, on_first));
    CALL(virConnectDomainEventDeregister(conn, on_second));
    /* The message of a third time would have an address in it. */
    printf("again: %d, code %d\n", virConnectDomainEventDeregister(conn, on_second), virGetLastErrorCode());
    CAUSE(virDomainResume, dom);
    deliver();
}

static void wrong_arguments(virConnectPtr conn)
{
    CALL(virConnectDomainEventRegisterAny(conn, NULL, -1, VIR_DOMAIN_EVENT_CALLBACK(on_first), NULL, NULL));
    CALL(virConnectDomainEventRegisterAny(conn, NULL, LIFECYCLE, NULL, NULL, NULL));
    CALL(virConnectDomainEventRegisterAny(NULL, NULL, LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_first), NULL, NULL));
    CALL(virConnectDomainEventDeregisterAny(conn, -1));
}

/* A registration keeps its connection; the domains' handles do as well. */
static void references(void)
{
    virConnectPtr conn = virConnectOpenReadOnly("test:///default");

    need(conn != NULL, "virConnectOpenReadOnly");
    int id = add(conn, NULL, on_first, "read-only");
    printf("on a read-only connection: %s\n", id >= 0 ? "registered" : "refused");
    CALL(virConnectRef(conn));
    CALL(virConnectClose(conn));
    CALL(virConnectDomainEventDeregisterAny(conn, id));
    deliver();
    CALL(virConnectClose(conn));
}

int main(void)
{
    begin();
    need(virEventRegisterDefaultImpl() == 0, "virEventRegisterDefaultImpl");
    virConnectPtr conn = virConnectOpen("test:///default");
    need(conn != NULL, "virConnectOpen");
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    virDomainPtr other = virDomainDefineXML(conn, "<domain type='test'><name>other</name><memory>1024</memory>"
                                                  "<os><type>hvm</type></os></domain>");
    need(dom && other, "domains");
    order(conn, dom, other);
    twice(conn, dom);
    inside_callbacks(conn, dom);
    old_calls(conn, dom);
    wrong_arguments(conn);
    virDomainFree(dom);
    virDomainFree(other);
    CALL(virConnectClose(conn));
    references();
    return 0;
}
