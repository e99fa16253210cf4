/* test-driver.c - domains of test:///default: definitions, states, reasons, events, handles' ids, XML, and the
 * errors of calls in the wrong state.
 */
#include "domains.h"

#include <unistd.h>

static virConnectPtr second;

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

/* A daemon lets go of a host some time after it has answered that the last connection to it is closed. */
static virConnectPtr open_new_host(void)
{
    virConnectPtr opened = virConnectOpen("test:///default");

    while (opened && at_a_daemon() && virConnectNumOfDefinedDomains(opened) > 0) {
        virConnectClose(opened);
        usleep(10000);
        opened = virConnectOpen("test:///default");
    }
    return opened;
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
    conn = open_new_host();
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
    begin_events();
    conn = virConnectOpen("test:///default");
    second = virConnectOpen("test:///default");
    check(conn && second, "open");
    callback = listen_to_all();
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
    end_events();
    return 0;
}
