/* What the tests of domains share: events as lines, what can be asked about a domain, short definitions. */

#ifndef DOMAINS_H
#define DOMAINS_H

#include "report.h"

#define UUID_A "11111111-2222-3333-4444-555555555555"
#define UUID_B "11111111-2222-3333-4444-666666666666"

/* The connection that helpers below use. */
static UNUSED virConnectPtr conn;

static int timer = -1, round_over;

static UNUSED void on_timeout(int number UNUSED, void *opaque UNUSED) { round_over = 1; }

/* Registers the default loop, before a connection is opened. */
static UNUSED void begin_events(void)
{
    virEventRegisterDefaultImpl();
    timer = virEventAddTimeout(-1, on_timeout, NULL, NULL);
}

/* Lets the loop deliver what is queued. */
static UNUSED void deliver(void)
{
    for (int i = 0; i < 3; i++) {
        round_over = 0;
        virEventUpdateTimeout(timer, 0);
        while (!round_over)
            virEventRunDefaultImpl();
        virEventUpdateTimeout(timer, -1);
    }
}

/* Has the loop free what was removed. */
static UNUSED void end_events(void)
{
    virEventRemoveTimeout(timer);
    timer = virEventAddTimeout(0, on_timeout, NULL, NULL);
    virEventRunDefaultImpl();
    virEventRemoveTimeout(timer);
}

static UNUSED int on_event(virConnectPtr from UNUSED, virDomainPtr dom, int event, int detail, void *opaque)
{
    printf("    event on %s: ", (const char *)opaque);
    for (const char *name = virDomainGetName(dom); *name; name++)
        putchar(*name == '\n' ? '~' : *name); /* an event is one line */
    printf(" id %d: %d/%d\n", (int)virDomainGetID(dom), event, detail);
    return 0;
}

/* Prints the lifecycle events of `conn`'s domains. Returns the number of the registration. */
static UNUSED int listen_to_all(void)
{
    return virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                            VIR_DOMAIN_EVENT_CALLBACK(on_event), "conn", NULL);
}

/* A call, its result, and the events that it caused. */
#define STEP(call) (CALL(call), deliver())

/* A call that returns a string, which is printed and freed. */
static UNUSED void string_result(const char *call, char *text)
{
    result(call, text != NULL);
    if (text)
        printf("    \"%s\"\n", text);
    free(text);
}

#define CALL_STRING(call) string_result(#call, call)

/* What can be asked about a domain. */
static UNUSED void show_domain(virDomainPtr dom)
{
    int state = -1, reason = -1, autostart = -1, found;
    virDomainInfo info;

    memset(&info, 9, sizeof(info));
    virDomainGetState(dom, &state, &reason, 0);
    virDomainGetAutostart(dom, &autostart);
    found = virDomainGetInfo(dom, &info);
    printf("    %s: state %d/%d id %d active %d persistent %d updated %d autostart %d\n", virDomainGetName(dom),
           state, reason, (int)virDomainGetID(dom), virDomainIsActive(dom), virDomainIsPersistent(dom),
           virDomainIsUpdated(dom), autostart);
    printf("    info %d: %d %lu %lu %d cpu %d\n", found, info.state, info.maxMem, info.memory, info.nrVirtCpu,
           info.cpuTime > 0);
}

static UNUSED void show_xml(virDomainPtr dom, unsigned int flags)
{
    char *xml = virDomainGetXMLDesc(dom, flags);

    check(xml != NULL, "XML");
    printf("%s", xml);
    free(xml);
}

static UNUSED const char *xml_of(const char *name, const char *uuid, const char *more)
{
    static char text[16384];

    snprintf(text, sizeof(text),
             "<domain type='test'><name>%s</name><uuid>%s</uuid><memory>8192</memory>%s"
             "<os><type>hvm</type></os></domain>", name, uuid, more);
    return text;
}

static UNUSED virDomainPtr define(const char *name, const char *uuid, const char *more)
{
    virDomainPtr dom;

    CALL_POINTER(dom, virDomainDefineXML(conn, xml_of(name, uuid, more)));
    deliver();
    return dom;
}

static UNUSED virDomainPtr create(const char *name, const char *uuid, const char *more)
{
    virDomainPtr dom;

    CALL_POINTER(dom, virDomainCreateXML(conn, xml_of(name, uuid, more), 0));
    deliver();
    return dom;
}

#endif
