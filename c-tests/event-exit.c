/* A callback ends its thread, as Python's do when the interpreter goes: the program goes on. */

#define _GNU_SOURCE
#include <pthread.h>

#include "common.h"

static int on_event(virConnectPtr conn UNUSED, virDomainPtr dom, int event, int detail, void *opaque UNUSED)
{
    printf("  %s %d %d, the last word of this thread\n", virDomainGetName(dom), event, detail);
    pthread_exit((void *)"ended by a callback");
}

/* What the thread held when it ended stays reachable from here. */
static virConnectPtr conn;
static virDomainPtr dom;

static void *run_loop(void *opaque UNUSED)
{
    while (virEventRunDefaultImpl() == 0)
        ;
    return "the loop failed";
}

int main(void)
{
    pthread_t thread;
    void *word = NULL;

    begin();
    virEventRegisterDefaultImpl();
    conn = virConnectOpen("test:///default");
    dom = virDomainLookupByName(conn, "test");
    CALL(virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                          VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, NULL));
    CALL(virDomainSuspend(dom));
    pthread_create(&thread, NULL, run_loop, NULL);
    pthread_join(thread, &word);
    printf("the thread was %s\n", (const char *)word);
    CALL(virDomainResume(dom));
    return 0;
}
