/* test-driver.c - domains of test:///default: definitions, states, reasons, events, handles' ids, XML, and the
 * errors of calls in the wrong state.
 */
#include "report.h"

#define UUID_A "11111111-2222-3333-4444-555555555555"
#define UUID_B "11111111-2222-3333-4444-666666666666"

static virConnectPtr conn, second;
static int timer, round_over;

static void on_timeout(int number UNUSED, void *opaque UNUSED) { round_over = 1; }

/* Lets the loop deliver what is queued. */
static void deliver(void)
{
    for (int i = 0; i < 3; i++) {
        round_over = 0;
        virEventUpdateTimeout(timer, 0);
        while (!round_over)
            virEventRunDefaultImpl();
        virEventUpdateTimeout(timer, -1);
    }
}

static int on_event(virConnectPtr from UNUSED, virDomainPtr dom, int event, int detail, void *opaque)
{
    char uuid[VIR_UUID_STRING_BUFLEN];

    virDomainGetUUIDString(dom, uuid);
    printf("    event on %s: %s id %d: %d/%d\n", (const char *)opaque, virDomainGetName(dom),
           (int)virDomainGetID(dom), event, detail);
    return 0;
}

/* A call, its result, and the events that it caused. */
#define STEP(call) (CALL(call), deliver())

/* What can be asked about a domain. */
static void show_domain(virDomainPtr dom)
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

static void show_xml(virDomainPtr dom, unsigned int flags)
{
    char *xml = virDomainGetXMLDesc(dom, flags);

    check(xml != NULL, "XML");
    printf("%s", xml);
    free(xml);
}

static const char *xml_of(const char *name, const char *uuid, const char *more)
{
    static char text[1024];

    snprintf(text, sizeof(text),
             "<domain type='test'><name>%s</name><uuid>%s</uuid><memory>8192</memory>%s"
             "<os><type>hvm</type></os></domain>", name, uuid, more);
    return text;
}

static virDomainPtr define(const char *name, const char *uuid, const char *more)
{
    virDomainPtr dom;

    CALL_POINTER(dom, virDomainDefineXML(conn, xml_of(name, uuid, more)));
    deliver();
    return dom;
}

static virDomainPtr create(const char *name, const char *uuid, const char *more)
{
    virDomainPtr dom;

    CALL_POINTER(dom, virDomainCreateXML(conn, xml_of(name, uuid, more), 0));
    deliver();
    return dom;
}

static void states(virDomainPtr dom)
{
    title("states");
    show_domain(dom);
    STEP(virDomainSuspend(dom));
    show_domain(dom);
    STEP(virDomainSuspend(dom));
    STEP(virDomainCreate(dom));
    STEP(virDomainReset(dom, 0));
    show_domain(dom);
    STEP(virDomainReboot(dom, 0));
    show_domain(dom);
    STEP(virDomainResume(dom));
    STEP(virDomainSuspend(dom));
    STEP(virDomainResume(dom));
    show_domain(dom);
    STEP(virDomainReset(dom, 0));
    STEP(virDomainReboot(dom, 3));
    show_domain(dom);
    STEP(virDomainSuspend(dom));
    STEP(virDomainShutdown(dom));
    show_domain(dom);
    STEP(virDomainShutdown(dom));
    STEP(virDomainDestroy(dom));
    STEP(virDomainDestroyFlags(dom, VIR_DOMAIN_DESTROY_GRACEFUL));
    STEP(virDomainReboot(dom, 0));
    STEP(virDomainReset(dom, 0));
    STEP(virDomainSuspend(dom));
    STEP(virDomainResume(dom));
    STEP(virDomainCreate(dom));
    show_domain(dom);
    STEP(virDomainDestroyFlags(dom, VIR_DOMAIN_DESTROY_GRACEFUL));
    show_domain(dom);
    STEP(virDomainCreateWithFlags(dom, VIR_DOMAIN_START_PAUSED));
    STEP(virDomainCreateWithFlags(dom, 0));
    show_domain(dom);
    STEP(virDomainSetAutostart(dom, 1));
    show_domain(dom);
    STEP(virDomainSetAutostart(dom, 0));
}

/* Two handles of one domain: the id follows the calls made through a handle. */
static void ids(virDomainPtr dom)
{
    virDomainPtr other = virDomainLookupByName(second, "test");

    title("ids");
    STEP(virDomainDestroy(dom));
    show_domain(dom);
    show_domain(other);
    STEP(virDomainCreate(other));
    show_domain(dom);
    show_domain(other);
    STEP(virDomainShutdown(other));
    STEP(virDomainCreate(dom));
    show_domain(dom);
    show_domain(other);
    virDomainFree(other);
}

static void definitions(void)
{
    virDomainPtr dom, again;

    title("definitions");
    dom = define("a", UUID_A, "");
    show_domain(dom);
    show_xml(dom, 0);
    STEP(virDomainCreate(dom));
    show_xml(dom, 0);
    again = define("a", UUID_A, "<vcpu>3</vcpu>");
    show_domain(again);
    show_xml(dom, VIR_DOMAIN_XML_INACTIVE);
    CALL_NULL(virDomainDefineXML(conn, xml_of("a", UUID_B, "")));
    CALL_NULL(virDomainDefineXML(conn, xml_of("b", UUID_A, "")));
    CALL_NULL(virDomainCreateXML(conn, xml_of("a", UUID_B, ""), 0));
    CALL_NULL(virDomainCreateXML(conn, xml_of("b", UUID_A, ""), 0));
    CALL_NULL(virDomainCreateXML(conn, xml_of("a", UUID_A, ""), 0));
    STEP(virDomainDestroy(dom));
    show_domain(dom);
    virDomainFree(again);
    again = define("a", UUID_A, "<vcpu>4</vcpu>");
    show_domain(again);
    virDomainFree(again);
    /* For one run only; the definition comes back afterwards. */
    again = create("a", UUID_A, "<vcpu>2</vcpu>");
    show_domain(again);
    STEP(virDomainUndefine(dom));
    show_domain(dom);
    STEP(virDomainDestroy(again));
    show_domain(dom);
    CALL_NULL(virDomainLookupByName(conn, "a"));
    virDomainFree(again);

    CALL(virDomainCreate(dom));
    CALL(virDomainSuspend(dom));
    CALL(virDomainResume(dom));
    CALL(virDomainDestroy(dom));
    CALL(virDomainShutdown(dom));
    CALL(virDomainReboot(dom, 0));
    CALL(virDomainReset(dom, 0));
    CALL(virDomainUndefine(dom));
    CALL(virDomainSetAutostart(dom, 1));
    CALL(virDomainGetMaxMemory(dom));
    CALL(virDomainIsActive(dom));
    CALL(virDomainIsPersistent(dom));
    CALL(virDomainIsUpdated(dom));
    CALL_NULL(virDomainGetXMLDesc(dom, 0));
    virDomainFree(dom);
}

static void transients(void)
{
    virDomainPtr dom, again;

    title("transient domains");
    dom = create("t", UUID_B, "");
    show_domain(dom);
    STEP(virDomainUndefine(dom));
    show_domain(dom);
    again = define("t", UUID_B, "<vcpu>2</vcpu>");
    show_domain(again);
    STEP(virDomainShutdown(dom));
    show_domain(dom);
    show_domain(again);
    STEP(virDomainUndefine(again));
    virDomainFree(dom);
    virDomainFree(again);
    dom = create("t", UUID_B, "");
    STEP(virDomainDestroy(dom));
    show_domain(dom);
    virDomainFree(dom);
}

/* What happens to the domain when the guest powers off or restarts is the definition's choice. */
static void lifecycle_actions(void)
{
    const char *const actions[] = { "destroy", "restart", "preserve", "rename-restart" };
    char more[128];

    title("on_poweroff and on_reboot");
    for (int persistent = 0; persistent < 2; persistent++) {
        for (size_t i = 0; i < sizeof(actions) / sizeof(*actions); i++) {
            virDomainPtr dom;

            printf("%s, persistent %d\n", actions[i], persistent);
            snprintf(more, sizeof(more), "<on_poweroff>%s</on_poweroff><on_reboot>%s</on_reboot>", actions[i],
                     actions[i]);
            dom = persistent ? define("l", UUID_A, more) : create("l", UUID_A, more);
            if (persistent)
                STEP(virDomainCreate(dom));
            STEP(virDomainReboot(dom, 0));
            show_domain(dom);
            if (virDomainIsActive(dom) != 1 && persistent)
                STEP(virDomainCreate(dom));
            STEP(virDomainShutdown(dom));
            show_domain(dom);
            STEP(virDomainDestroy(dom));
            if (persistent)
                STEP(virDomainUndefine(dom));
            virDomainFree(dom);
        }
    }
}

/* All connections see one host. When the last handle is gone the next connection finds a new one. */
static void sharing(int callback)
{
    virDomainPtr dom, held;

    title("sharing");
    CALL_POINTER(dom, virDomainLookupByName(second, "test"));
    CALL(virConnectNumOfDomains(second));
    STEP(virDomainDestroy(dom));
    CALL(virConnectNumOfDomains(conn));
    CALL(virConnectNumOfDomains(second));
    STEP(virDomainUndefine(dom));
    CALL(virConnectNumOfDefinedDomains(conn));
    CALL_NULL(virDomainLookupByName(conn, "test"));
    held = define("held", UUID_A, "");
    virDomainFree(dom);
    CALL(virConnectDomainEventDeregisterAny(conn, callback));
    deliver();
    CALL(virConnectClose(second));
    CALL(virConnectClose(conn));
    conn = virConnectOpen("test:///default");
    CALL(virConnectNumOfDefinedDomains(conn));
    CALL_NULL(virDomainLookupByName(conn, "test"));
    CALL(virConnectClose(conn));
    CALL(virDomainFree(held));
    conn = virConnectOpen("test:///default");
    CALL(virConnectNumOfDefinedDomains(conn));
    CALL_POINTER(dom, virDomainLookupByName(conn, "test"));
    show_domain(dom);
    CALL(virDomainFree(dom));
    CALL(virConnectClose(conn));
}

int main(void)
{
    virDomainPtr dom;
    int callback;

    begin();
    virEventRegisterDefaultImpl();
    timer = virEventAddTimeout(-1, on_timeout, NULL, NULL);
    conn = virConnectOpen("test:///default");
    second = virConnectOpen("test:///default");
    check(conn && second, "open");
    callback = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                VIR_DOMAIN_EVENT_CALLBACK(on_event), "conn", NULL);
    dom = virDomainLookupByName(conn, "test");
    check(callback >= 0 && dom, "the domain");
    show_xml(dom, 0);
    states(dom);
    ids(dom);
    definitions();
    transients();
    lifecycle_actions();
    CALL(virDomainFree(dom));
    sharing(callback);
    virEventRemoveTimeout(timer);
    /* The loop frees what was removed. */
    timer = virEventAddTimeout(0, on_timeout, NULL, NULL);
    virEventRunDefaultImpl();
    virEventRemoveTimeout(timer);
    return 0;
}
