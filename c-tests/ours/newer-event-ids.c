/* newer-event-ids.c - the event ids that came after libvirt 9.0.0, 27 to 29: registered, deregistered, freed once.
 *
 * Compiled with our headers: Debian's do not have these ids, and Debian's library refuses them.
 */
#include <stdio.h>
#include <stdlib.h>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

static int freed;

static void count_free(void *opaque)
{
    (void)opaque;
    freed++;
}

static void on_nic_mac_change(virConnectPtr conn, virDomainPtr dom, const char *alias,
                              const char *old_mac, const char *new_mac, void *opaque)
{
    (void)conn, (void)dom, (void)alias, (void)old_mac, (void)new_mac, (void)opaque;
}

static void on_vcpu_removed(virConnectPtr conn, virDomainPtr dom, unsigned int vcpu, void *opaque)
{
    (void)conn, (void)dom, (void)vcpu, (void)opaque;
}

static void on_channel_lifecycle(virConnectPtr conn, virDomainPtr dom, const char *channel, int state,
                                 int reason, void *opaque)
{
    (void)conn, (void)dom, (void)channel, (void)state, (void)reason, (void)opaque;
}

static void ignore_error(void *opaque, virErrorPtr error)
{
    (void)opaque, (void)error;
}

static void fail(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, virGetLastErrorMessage());
    exit(1);
}

int main(void)
{
    /* Without the cast that the macro makes, the compiler would compare these types. */
    virConnectDomainEventNICMACChangeCallback nic_mac_change = on_nic_mac_change;
    virConnectDomainEventVcpuRemovedCallback vcpu_removed = on_vcpu_removed;
    virConnectDomainEventChannelLifecycleCallback channel_lifecycle = on_channel_lifecycle;
    const struct {
        int id;
        virConnectDomainEventGenericCallback callback;
    } events[] = {
        {VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(nic_mac_change)},
        {VIR_DOMAIN_EVENT_ID_VCPU_REMOVED, VIR_DOMAIN_EVENT_CALLBACK(vcpu_removed)},
        {VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(channel_lifecycle)},
    };
    int callbacks[3];

    virSetErrorFunc(NULL, ignore_error);
    if (virEventRegisterDefaultImpl() < 0)
        fail("virEventRegisterDefaultImpl");
    virConnectPtr conn = virConnectOpen("test:///default");
    if (!conn)
        fail("virConnectOpen");
    for (int i = 0; i < 3; i++) {
        callbacks[i] = virConnectDomainEventRegisterAny(conn, NULL, events[i].id, events[i].callback, NULL,
                                                        count_free);
        printf("id %d: %s\n", events[i].id, callbacks[i] >= 0 ? "registered" : "refused");
        if (callbacks[i] < 0)
            fail("virConnectDomainEventRegisterAny");
    }
    if (virConnectDomainEventRegisterAny(conn, NULL, 30, events[0].callback, NULL, NULL) >= 0)
        fail("id 30 does not exist");
    for (int i = 0; i < 3; i++)
        if (virConnectDomainEventDeregisterAny(conn, callbacks[i]) < 0)
            fail("virConnectDomainEventDeregisterAny");
    virConnectClose(conn);
    printf("freed %d\n", freed);
    return freed == 3 ? 0 : 1;
}
