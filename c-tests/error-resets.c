/* error-resets.c - which functions leave an earlier error of the thread alone: each is called after a failure, and what
 * is left of that is printed. c-tests/errors.c has the functions of connections and domains. */
#include "report.h"

#include <unistd.h>

/* Calls `function` after a failure and prints what it left of it. */
#define LEAVES(call)                                            \
    do {                                                        \
        virDomainFree(NULL);                                    \
        (void)(call);                                           \
        printf("%s leaves %d\n", #call, virGetLastErrorCode()); \
    } while (0)

static virConnectPtr conn;
static virDomainPtr dom;

static void ignore(void *opaque UNUSED) { }
static void on_timeout(int timer UNUSED, void *opaque UNUSED) { }
static void on_handle(int watch UNUSED, int fd UNUSED, int events UNUSED, void *opaque UNUSED) { }
static void on_event(virConnectPtr c UNUSED, virDomainPtr d UNUSED, void *opaque UNUSED) { }
static void on_close(virConnectPtr c UNUSED, int reason UNUSED, void *opaque UNUSED) { }

static void event_loop(void)
{
    int timer, watch;

    title("event loop");
    LEAVES(virEventRegisterDefaultImpl());
    timer = virEventAddTimeout(0, on_timeout, NULL, NULL);
    LEAVES(virEventAddTimeout(-1, on_timeout, NULL, NULL));
    LEAVES(virEventUpdateTimeout(timer, 0));
    LEAVES(virEventUpdateTimeout(12345, 0));
    LEAVES(virEventRunDefaultImpl());
    LEAVES(virEventRemoveTimeout(timer));
    LEAVES(virEventRemoveTimeout(12345));
    watch = virEventAddHandle(0, 0, on_handle, NULL, NULL);
    LEAVES(virEventAddHandle(0, 0, on_handle, NULL, NULL));
    LEAVES(virEventUpdateHandle(watch, 0));
    LEAVES(virEventUpdateHandle(12345, 0));
    LEAVES(virEventRemoveHandle(watch));
    LEAVES(virEventRemoveHandle(12345));
}

static void typed_parameters(void)
{
    virTypedParameterPtr params = NULL;
    int count = 0, room = 0, i;
    unsigned int u;
    long long l;
    unsigned long long ul;
    double d;
    const char *s;

    title("typed parameters");
    LEAVES(virTypedParamsAddInt(&params, &count, &room, "i", 1));
    LEAVES(virTypedParamsAddUInt(&params, &count, &room, "u", 1));
    LEAVES(virTypedParamsAddLLong(&params, &count, &room, "l", 1));
    LEAVES(virTypedParamsAddULLong(&params, &count, &room, "ul", 1));
    LEAVES(virTypedParamsAddDouble(&params, &count, &room, "d", 1));
    LEAVES(virTypedParamsAddBoolean(&params, &count, &room, "b", 1));
    LEAVES(virTypedParamsAddString(&params, &count, &room, "s", "text"));
    LEAVES(virTypedParamsAddFromString(&params, &count, &room, "f", VIR_TYPED_PARAM_INT, "5"));
    LEAVES(virTypedParamsGet(params, count, "i"));
    LEAVES(virTypedParamsGet(params, count, "none"));
    LEAVES(virTypedParamsGetInt(params, count, "i", &i));
    LEAVES(virTypedParamsGetInt(params, count, "none", &i));
    LEAVES(virTypedParamsGetUInt(params, count, "u", &u));
    LEAVES(virTypedParamsGetLLong(params, count, "l", &l));
    LEAVES(virTypedParamsGetULLong(params, count, "ul", &ul));
    LEAVES(virTypedParamsGetDouble(params, count, "d", &d));
    LEAVES(virTypedParamsGetBoolean(params, count, "b", &i));
    LEAVES(virTypedParamsGetString(params, count, "s", &s));
    LEAVES((virTypedParamsClear(params, count), 0));
    LEAVES((virTypedParamsFree(params, count), 0));
    LEAVES((virTypedParamsFree(NULL, 0), 0));
}

static void snapshots(void)
{
    virDomainSnapshotPtr snapshot = virDomainSnapshotCreateXML(
        dom, "<domainsnapshot><name>one</name></domainsnapshot>", 0);
    char *names[2];

    title("snapshots");
    check(snapshot != NULL, "a snapshot");
    LEAVES(virDomainSnapshotGetName(snapshot));
    LEAVES(virDomainSnapshotGetDomain(snapshot));
    LEAVES(virDomainSnapshotGetConnect(snapshot));
    LEAVES(virDomainSnapshotRef(snapshot));
    LEAVES(virDomainSnapshotFree(snapshot));
    LEAVES(virDomainSnapshotNum(dom, 0));
    if (!at_a_daemon()) /* ends it */
        LEAVES(virDomainSnapshotListNames(dom, names, 0, 0));
    LEAVES(virDomainListAllSnapshots(dom, NULL, 0));
    LEAVES(virDomainSnapshotNumChildren(snapshot, 0));
    LEAVES(virDomainSnapshotListChildrenNames(snapshot, names, 0, 0));
    LEAVES(virDomainSnapshotListAllChildren(snapshot, NULL, 0));
    LEAVES(virDomainHasCurrentSnapshot(dom, 0));
    LEAVES(virDomainSnapshotIsCurrent(snapshot, 0));
    LEAVES(virDomainSnapshotHasMetadata(snapshot, 0));
    LEAVES(virDomainSnapshotDelete(snapshot, 0));
    virDomainSnapshotFree(snapshot);
}

static void checkpoints(void)
{
    virDomainCheckpointPtr checkpoint;
    virDomainPtr other = virDomainCreateXML(
        conn,
        "<domain type='test'><name>c</name><memory>1024</memory><os><type>hvm</type></os><devices><disk type='file'>"
        "<driver type='qcow2'/><source file='/x'/><target dev='vda'/></disk></devices></domain>",
        0);

    title("checkpoints");
    check(other != NULL, "a domain");
    checkpoint = virDomainCheckpointCreateXML(other, "<domaincheckpoint><name>one</name></domaincheckpoint>", 0);
    check(checkpoint != NULL, "a checkpoint");
    LEAVES(virDomainCheckpointGetName(checkpoint));
    LEAVES(virDomainCheckpointGetDomain(checkpoint));
    LEAVES(virDomainCheckpointGetConnect(checkpoint));
    LEAVES(virDomainCheckpointRef(checkpoint));
    LEAVES(virDomainCheckpointFree(checkpoint));
    LEAVES(virDomainListAllCheckpoints(other, NULL, 0));
    LEAVES(virDomainCheckpointListAllChildren(checkpoint, NULL, 0));
    LEAVES(virDomainCheckpointDelete(checkpoint, 0));
    virDomainCheckpointFree(checkpoint);
    virDomainDestroy(other);
    virDomainFree(other);
}

static void streams(void)
{
    virStreamPtr stream = virStreamNew(conn, 0);

    title("streams");
    check(stream != NULL, "a stream");
    LEAVES(virStreamRef(stream));
    LEAVES(virStreamFree(stream));
    LEAVES((free(virDomainScreenshot(dom, stream, 0, 0)), 0));
    LEAVES(virStreamFinish(stream));
    LEAVES(virStreamAbort(stream));
    virStreamFree(stream);
}

static void domains(void)
{
    virDomainStatsRecordPtr *records = NULL;
    virSecurityLabel label;
    virDomainControlInfo control;
    virTypedParameter params[16];
    virDomainFSInfoPtr *systems = NULL;
    virDomainInterfacePtr *interfaces = NULL;
    virDomainIOThreadInfoPtr *threads = NULL;
    int count, id;

    title("domains");
    LEAVES(virConnectGetAllDomainStats(conn, 0, &records, 0));
    LEAVES((virDomainStatsRecordListFree(records), 0));
    LEAVES((virDomainStatsRecordListFree(NULL), 0));
    LEAVES(virDomainGetSecurityLabel(dom, &label));
    LEAVES(virDomainGetControlInfo(dom, &control, 0));
    LEAVES(virDomainGetVcpusFlags(dom, 0));
    LEAVES(virDomainGetMaxVcpus(dom));
    LEAVES(virDomainSetMemory(dom, 4194304));
    count = 0;
    LEAVES(virDomainGetMemoryParameters(dom, NULL, &count, 0));
    count = 16;
    LEAVES(virDomainGetMemoryParameters(dom, params, &count, 0));
    count = virDomainGetFSInfo(dom, &systems, 0);
    for (int i = 0; i < count; i++)
        LEAVES((virDomainFSInfoFree(systems[i]), 0));
    free(systems);
    LEAVES((virDomainFSInfoFree(NULL), 0));
    count = virDomainInterfaceAddresses(dom, &interfaces, 0, 0);
    for (int i = 0; i < count; i++)
        LEAVES((virDomainInterfaceFree(interfaces[i]), 0));
    free(interfaces);
    LEAVES((virDomainInterfaceFree(NULL), 0));
    virDomainAddIOThread(dom, 3, 0);
    count = virDomainGetIOThreadInfo(dom, &threads, 0);
    for (int i = 0; i < count; i++)
        LEAVES((virDomainIOThreadInfoFree(threads[i]), 0));
    free(threads);
    LEAVES((virDomainIOThreadInfoFree(NULL), 0));
    id = virConnectDomainEventRegisterAny(conn, dom, VIR_DOMAIN_EVENT_ID_REBOOT,
                                          VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, ignore);
    LEAVES(virConnectDomainEventRegisterAny(conn, dom, VIR_DOMAIN_EVENT_ID_CONTROL_ERROR,
                                            VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, ignore));
    LEAVES(virConnectDomainEventDeregisterAny(conn, id));
    virConnectDomainEventDeregisterAny(conn, id + 1);
    LEAVES(virConnectRegisterCloseCallback(conn, on_close, NULL, NULL));
    LEAVES(virConnectUnregisterCloseCallback(conn, on_close));
}

static void host(void)
{
    virNodeInfo info;
    virSecurityModel model;

    title("host");
    LEAVES(virNodeGetInfo(conn, &info));
    LEAVES(virNodeGetFreeMemory(conn));
    LEAVES(virNodeGetSecurityModel(conn, &model));
    LEAVES(virNodeGetCPUMap(conn, NULL, NULL, 0));
    LEAVES(virConnectSetKeepAlive(conn, 0, 0));
    LEAVES(virConnectIsEncrypted(conn));
    LEAVES(virConnectGetCPUModelNames(conn, "x86_64", NULL, 0));
}

int main(void)
{
    begin();
    event_loop();
    conn = virConnectOpen("test:///default");
    dom = virDomainLookupByName(conn, "test");
    check(dom != NULL, "the domain");
    typed_parameters();
    snapshots();
    checkpoints();
    streams();
    domains();
    host();
    virDomainFree(dom);
    virConnectClose(conn);
    return 0;
}
