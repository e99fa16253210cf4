/* arguments.h - arguments of the calls in the rows. */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include "scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Where a call puts its result: one variable, or an array. */
#define OUT(type) (&(type){ 0 })
#define BUFFER(type, count) ((type[count]){ 0 })
/* A variable that the call reads. */
#define VALUE(type, value) (&(type){ value })

/* A list of typed parameters with one in it, and its length. */
#define PARAM(name, tag, member, given)                                                            \
    one_param(name, &(virTypedParameter){ .type = VIR_TYPED_PARAM_##tag, .value.member = given }), 1
#define INT(name, value) PARAM(name, INT, i, value)
#define UINT(name, value) PARAM(name, UINT, ui, value)
#define LLONG(name, value) PARAM(name, LLONG, l, value)
#define ULLONG(name, value) PARAM(name, ULLONG, ul, value)
#define ULLONG_INTO(param, name, given)                                                           \
    (*(param) = *one_param(name, &(virTypedParameter){ .type = VIR_TYPED_PARAM_ULLONG, .value.ul = given }))
#define DOUBLE(name, value) PARAM(name, DOUBLE, d, value)
#define BOOLEAN(name, value) PARAM(name, BOOLEAN, b, value)
#define STRING(name, text) PARAM(name, STRING, s, (char *)(text))
/* An empty list that grows. */
#define LIST OUT(virTypedParameterPtr), OUT(int), OUT(int)

/* A handle of which the call may take a reference back. */
#define REFERENCE(ref, handle)                                                                     \
    ({                                                                                             \
        __typeof__(handle) held_ = (handle);                                                       \
        ref(held_);                                                                                \
        held_;                                                                                     \
    })

#define BY_THE_HOST (VIR_MIGRATE_LIVE | VIR_MIGRATE_PEER2PEER | VIR_MIGRATE_UNSAFE)
#define CPU "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>"
#define VOLUME_XML(name) "<volume><name>" name "</name><capacity>1048576</capacity></volume>"
#define HOSTED_DEVICE "<input type='tablet' bus='usb'><alias name='ua-tablet'/></input>"
#define CHANGED_DEVICE                                                                             \
    "<interface type='user'><mac address='52:54:00:00:00:01'/><link state='down'/></interface>"

static inline virTypedParameterPtr one_param(const char *name, virTypedParameterPtr param)
{
    strncpy(param->field, name, VIR_TYPED_PARAM_FIELD_LENGTH - 1);
    return param;
}

/* ---- callbacks ---- */

#define UNUSED __attribute__((unused))

static UNUSED void on_error(void *opaque UNUSED, virErrorPtr error UNUSED) { }
static UNUSED void on_handle(int watch UNUSED, int fd UNUSED, int events UNUSED, void *opaque UNUSED) { }
static UNUSED void on_timeout(int timer UNUSED, void *opaque UNUSED) { }
static UNUSED void on_close(virConnectPtr from UNUSED, int reason UNUSED, void *opaque UNUSED) { }
static UNUSED void on_admin_close(virAdmConnectPtr from UNUSED, int reason UNUSED, void *opaque UNUSED) { }
static UNUSED void on_stream(virStreamPtr stream UNUSED, int events UNUSED, void *opaque UNUSED) { }

static UNUSED int on_lifecycle(virConnectPtr from UNUSED, virDomainPtr dom UNUSED, int event UNUSED,
                               int detail UNUSED, void *opaque UNUSED)
{
    return 0;
}

static UNUSED void on_reboot(virConnectPtr from UNUSED, virDomainPtr dom UNUSED, void *opaque UNUSED) { }

static UNUSED void on_monitor_event(virConnectPtr from UNUSED, virDomainPtr dom UNUSED, const char *event UNUSED,
                                    long long seconds UNUSED, unsigned int micros UNUSED,
                                    const char *details UNUSED, void *opaque UNUSED)
{
}

static UNUSED void on_network(virConnectPtr from UNUSED, virNetworkPtr net UNUSED, int event UNUSED,
                              int detail UNUSED, void *opaque UNUSED)
{
}

static UNUSED void on_pool(virConnectPtr from UNUSED, virStoragePoolPtr changed UNUSED, int event UNUSED,
                           int detail UNUSED, void *opaque UNUSED)
{
}

static UNUSED void on_node_device(virConnectPtr from UNUSED, virNodeDevicePtr dev UNUSED, int event UNUSED,
                                  int detail UNUSED, void *opaque UNUSED)
{
}

static UNUSED void on_update(virConnectPtr from UNUSED, void *changed UNUSED, void *opaque UNUSED) { }

static UNUSED void on_secret(virConnectPtr from UNUSED, virSecretPtr changed UNUSED, int event UNUSED,
                             int detail UNUSED, void *opaque UNUSED)
{
}

/* Data of streams: everything is taken, nothing is there to give. */
static UNUSED int on_data(virStreamPtr stream UNUSED, const char *data UNUSED, size_t size, void *opaque UNUSED)
{
    return (int)size;
}

static UNUSED int on_hole(virStreamPtr stream UNUSED, long long size UNUSED, void *opaque UNUSED) { return 0; }

static UNUSED int no_data(virStreamPtr stream UNUSED, char *data UNUSED, size_t size UNUSED, void *opaque UNUSED)
{
    return 0;
}

static UNUSED int in_data(virStreamPtr stream UNUSED, int *is_data, long long *size, void *opaque UNUSED)
{
    *is_data = 1;
    *size = 0;
    return 0;
}

static UNUSED int skip_data(virStreamPtr stream UNUSED, long long size UNUSED, void *opaque UNUSED) { return 0; }

/* ---- states in which a call works ---- */

/* Leaves a last error behind, in this thread and in the connection that it returns. */
static UNUSED virConnectPtr fail(void)
{
    virDomainLookupByName(conn(), "none");
    return conn();
}

static UNUSED virErrorPtr copied_error(void)
{
    fail();
    return virSaveLastError();
}

static UNUSED int a_watch(void) { return virEventAddHandle(0, 0, on_handle, NULL, NULL); }
static UNUSED int a_timer(void) { return virEventAddTimeout(-1, on_timeout, NULL, NULL); }

/* The id of a callback for events of a class. */
#define REGISTERED(class, object, id, callback)                                                    \
    registered(virConnect##class##EventRegisterAny(conn(), object, id, (void *)callback, NULL, NULL))

static UNUSED int registered(int id)
{
    if (id < 0)
        unprepared("registration");
    return id;
}

static UNUSED int monitor_registered(void)
{
    return registered(virConnectDomainQemuMonitorEventRegister(conn(), NULL, "STOP", on_monitor_event, NULL, NULL, 0));
}

static UNUSED unsigned char *uuid(virDomainPtr dom)
{
    static unsigned char bytes[VIR_UUID_BUFLEN];

    virDomainGetUUID(dom, bytes);
    return bytes;
}

static UNUSED char *uuid_string(virDomainPtr dom)
{
    static char text[VIR_UUID_STRING_BUFLEN];

    virDomainGetUUIDString(dom, text);
    return text;
}

static UNUSED virDomainPtr *domains(void)
{
    static virDomainPtr list[2];

    list[0] = running();
    return list;
}

static UNUSED virDomainPtr described(void)
{
    virDomainSetMetadata(running(), VIR_DOMAIN_METADATA_DESCRIPTION, "text", NULL, NULL, 0);
    return running();
}

/* What the domain's scheduler has, to be set to what it is; or what QEMU's would have. */
static UNUSED virTypedParameterPtr scheduler_parameters(void)
{
    static virTypedParameter list[16];
    int count = 16;

    memset(list, 0, sizeof(list));
    if (virDomainGetSchedulerParameters(running(), list, &count) < 0)
        ULLONG_INTO(&list[0], VIR_DOMAIN_SCHEDULER_CPU_SHARES, 1024);
    return list;
}

/* A limit and how far it may be exceeded. */
static UNUSED virTypedParameterPtr io_tune(void)
{
    static virTypedParameter list[2];

    ULLONG_INTO(&list[0], VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC, 1000);
    ULLONG_INTO(&list[1], VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX, 2000);
    return list;
}

static UNUSED const char *copy_xml(void)
{
    static char xml[512];

    snprintf(xml, sizeof(xml), "<disk type='file'><driver type='raw'/><source file='%s'/></disk>", file("copy"));
    return xml;
}

static UNUSED int a_socket(void)
{
    int pair[2];

    return socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0 ? pair[0] : -1;
}

static UNUSED virDomainPtr with_device(void)
{
    if (virDomainAttachDevice(running(), HOSTED_DEVICE) < 0)
        unprepared("virDomainAttachDevice");
    return running();
}

/* The definition of a domain that lives as long as it runs, and does not run now. */
static UNUSED const char *transient_xml(void)
{
    virDomainPtr dom = virDomainLookupByName(conn(), "transient");

    if (dom)
        virDomainDestroy(dom);
    return xml_of("transient");
}

/* The connection, with the domain that is restored shut off and unknown. */
static UNUSED virConnectPtr removed_victim(void)
{
    saved_file();
    virDomainUndefine(stopped());
    return conn();
}

static UNUSED char *image_xml(void) { return virDomainSaveImageGetXMLDesc(conn(), saved_file(), 0); }
static UNUSED char *managed_xml(void) { return virDomainManagedSaveGetXMLDesc(saved(), 0); }

static UNUSED virDomainPtr snapshot_owner(void)
{
    snapshot();
    return running();
}

static UNUSED virDomainSnapshotPtr child_snapshot(void)
{
    snapshot();
    return new_snapshot();
}

static UNUSED virDomainCheckpointPtr child_checkpoint(void)
{
    checkpoint();
    return new_checkpoint();
}

static UNUSED virConnectPtr changing(void)
{
    virInterfaceChangeBegin(conn(), 0);
    return conn();
}

static UNUSED virConnectPtr with_secret(void)
{
    secret();
    return conn();
}

static UNUSED virNetworkPtr with_port(void)
{
    network_port();
    return network();
}

static UNUSED virStreamPtr watched_stream(void)
{
    virStreamPtr stream = nonblocking();

    virStreamEventAddCallback(stream, VIR_STREAM_EVENT_READABLE, on_stream, NULL, NULL);
    return stream;
}

static UNUSED virStreamPtr drained_stream(void)
{
    virStreamPtr stream = receiving();

    virStreamRecvAll(stream, on_data, NULL);
    return stream;
}

#endif
