/* Registering for the events of networks, storage pools, node devices and secrets on test:///default: arguments,
 * numbers that are shared with domain events, what a registration of another class can take back, and when
 * callbacks are freed. */

#define _GNU_SOURCE
#include "common.h"

static virConnectPtr conn;
static virDomainPtr dom;

static int on_domain(virConnectPtr c UNUSED, virDomainPtr d, int event, int detail, void *opaque)
{
    printf("  %s: domain %s %d %d\n", (const char *)opaque, virDomainGetName(d), event, detail);
    return 0;
}

/* Nothing here causes events of these classes; it would show. */
static void on_other(void) { puts("  unexpected"); }

static void on_another(void) { puts("  unexpected"); }

#define NETWORK VIR_NETWORK_EVENT_CALLBACK(on_other)
#define POOL VIR_STORAGE_POOL_EVENT_CALLBACK(on_other)
#define DEVICE VIR_NODE_DEVICE_EVENT_CALLBACK(on_other)
#define SECRET VIR_SECRET_EVENT_CALLBACK(on_other)

static void tick(int timer UNUSED, void *opaque UNUSED) { }

static void arguments(void)
{
    title("networks");
    leave_error();
    CALL(virConnectNetworkEventRegisterAny(NULL, NULL, 0, NETWORK, "x", released));
    CALL(virConnectNetworkEventRegisterAny((virConnectPtr)dom, NULL, 0, NETWORK, "x", released));
    CALL(virConnectNetworkEventRegisterAny(conn, (virNetworkPtr)dom, 0, NETWORK, "x", released));
    CALL(virConnectNetworkEventRegisterAny(conn, (virNetworkPtr)dom, -1, NULL, "x", released));
    CALL(virConnectNetworkEventRegisterAny(conn, NULL, 0, NULL, "x", released));
    CALL(virConnectNetworkEventRegisterAny(conn, NULL, -1, NULL, "x", released));
    CALL(virConnectNetworkEventRegisterAny(conn, NULL, -1, NETWORK, "x", released));
    /* The text names the number of ids, which has grown. */
    printf("too large: %d", virConnectNetworkEventRegisterAny(conn, NULL, 2, NETWORK, "x", released));
    printf(" code %d domain %d\n", virGetLastError()->code, virGetLastError()->domain);
    CALL(virConnectNetworkEventDeregisterAny(NULL, 0));
    CALL(virConnectNetworkEventDeregisterAny(conn, -1));
    CALL(virConnectNetworkEventDeregisterAny(conn, 0));

    title("storage pools");
    CALL(virConnectStoragePoolEventRegisterAny(NULL, NULL, 0, POOL, "x", released));
    CALL(virConnectStoragePoolEventRegisterAny(conn, (virStoragePoolPtr)dom, 0, POOL, "x", released));
    CALL(virConnectStoragePoolEventRegisterAny(conn, NULL, 0, NULL, "x", released));
    CALL(virConnectStoragePoolEventRegisterAny(conn, NULL, -1, POOL, "x", released));
    CALL(virConnectStoragePoolEventRegisterAny(conn, NULL, 2, POOL, "x", released));
    CALL(virConnectStoragePoolEventDeregisterAny(NULL, 0));
    CALL(virConnectStoragePoolEventDeregisterAny(conn, -1));
    CALL(virConnectStoragePoolEventDeregisterAny(conn, 0));

    title("node devices");
    CALL(virConnectNodeDeviceEventRegisterAny(NULL, NULL, 0, DEVICE, "x", released));
    CALL(virConnectNodeDeviceEventRegisterAny(conn, (virNodeDevicePtr)dom, 0, DEVICE, "x", released));
    CALL(virConnectNodeDeviceEventRegisterAny(conn, NULL, 0, NULL, "x", released));
    CALL(virConnectNodeDeviceEventRegisterAny(conn, NULL, -1, DEVICE, "x", released));
    CALL(virConnectNodeDeviceEventRegisterAny(conn, NULL, 2, DEVICE, "x", released));
    CALL(virConnectNodeDeviceEventDeregisterAny(NULL, 0));
    CALL(virConnectNodeDeviceEventDeregisterAny(conn, -1));
    CALL(virConnectNodeDeviceEventDeregisterAny(conn, 0));

    title("secrets, which this driver does not have");
    CALL(virConnectSecretEventRegisterAny(NULL, NULL, 0, SECRET, "x", released));
    CALL(virConnectSecretEventRegisterAny(conn, (virSecretPtr)dom, 0, SECRET, "x", released));
    CALL(virConnectSecretEventRegisterAny(conn, NULL, 0, NULL, "x", released));
    CALL(virConnectSecretEventRegisterAny(conn, NULL, -1, SECRET, "x", released));
    CALL(virConnectSecretEventRegisterAny(conn, NULL, 2, SECRET, "x", released));
    CALL(virConnectSecretEventRegisterAny(conn, NULL, 0, SECRET, "x", released));
    CALL(virConnectSecretEventDeregisterAny(NULL, 0));
    CALL(virConnectSecretEventDeregisterAny(conn, -1));
    CALL(virConnectSecretEventDeregisterAny(conn, 0));
}

static void numbers(virConnectPtr reader, virConnectPtr other)
{
    title("one count for all classes");
    CALL(virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(on_domain), "domain", released));
    CALL(virConnectNetworkEventRegisterAny(conn, NULL, 0, NETWORK, "network", released));
    CALL(virConnectNetworkEventRegisterAny(conn, NULL, 0, NETWORK, "x", released));
    CALL(virConnectStoragePoolEventRegisterAny(conn, NULL, 0, POOL, "pool", released));
    CALL(virConnectStoragePoolEventRegisterAny(conn, NULL, 1, POOL, "pool refresh", released));
    CALL(virConnectNodeDeviceEventRegisterAny(conn, NULL, 0, DEVICE, "device", released));
    CALL(virConnectNodeDeviceEventRegisterAny(conn, NULL, 1, DEVICE, "device update", released));
    CALL(virConnectNodeDeviceEventRegisterAny(conn, NULL, 1, DEVICE, "x", released));
    CALL(virConnectNetworkEventRegisterAny(reader, NULL, 0, NETWORK, "reader", released));
    CALL(virConnectNetworkEventRegisterAny(other, NULL, 0, NETWORK, "other", released));

    /* Only the original fails with the daemon's error when the function of another class takes one back. */
    if (at_a_daemon())
        return;
    title("who can take back what");
    CALL(virConnectNetworkEventDeregisterAny(other, 1));
    CALL(virConnectStoragePoolEventDeregisterAny(conn, 1));
    CALL(virConnectNetworkEventDeregisterAny(conn, 1));
    CALL(virConnectDomainEventDeregisterAny(conn, 2));
    CALL(virConnectNodeDeviceEventDeregisterAny(conn, 3));
    virDomainSuspend(dom);
    virEventRunDefaultImpl();
    CALL(virConnectNodeDeviceEventDeregisterAny(conn, 0));
    CALL(virConnectNodeDeviceEventDeregisterAny(conn, 4));
    virDomainResume(dom);
    virEventRunDefaultImpl();
    CALL(virConnectNodeDeviceEventDeregisterAny(conn, 5));
    CALL(virConnectNodeDeviceEventDeregisterAny(conn, 5));
}

int main(void)
{
    virConnectPtr loopless, other, reader;
    int timer, theirs;

    begin();
    loopless = virConnectOpen("test:///default");
    title("no event loop");
    CALL(virConnectNetworkEventRegisterAny(loopless, NULL, 0, NETWORK, "x", released));
    CALL(virConnectStoragePoolEventRegisterAny(loopless, NULL, 0, POOL, "x", released));
    CALL(virConnectNodeDeviceEventRegisterAny(loopless, NULL, 0, DEVICE, "x", released));
    CALL(virConnectSecretEventRegisterAny(loopless, NULL, 0, SECRET, "x", released));
    virConnectClose(loopless);

    virEventRegisterDefaultImpl();
    timer = virEventAddTimeout(0, tick, NULL, NULL);
    conn = virConnectOpen("test:///default");
    reader = virConnectOpenReadOnly("test:///default");
    other = virConnectOpen("test:///default");
    dom = virDomainLookupByName(conn, "test");
    if (!conn || !reader || !other || !dom)
        return 2;
    arguments();
    numbers(reader, other);

    title("registrations keep their connection");
    theirs = result("again", virConnectNetworkEventRegisterAny(other, NULL, 0, VIR_NETWORK_EVENT_CALLBACK(on_another), "theirs", released));
    CALL(virConnectClose(other));
    CALL(virConnectNetworkEventDeregisterAny(other, theirs));
    virDomainFree(dom);
    CALL(virConnectClose(conn));
    virEventRemoveTimeout(timer);
    return 0;
}
