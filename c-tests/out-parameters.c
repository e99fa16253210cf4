/* out-parameters.c - what a failed call leaves in the variables it was to fill: the old value, or nothing; and
 * errors about flags.
 */
#include "report.h"

static virConnectPtr conn;
static virDomainPtr dom;

/* A pointer that no call gives out. */
static char old;

/* Makes a call that fails, and prints what became of the variable `list`. */
#define LIST(call) \
    do { \
        list = (void *)&old; \
        CALL(call); \
        printf("    list %s\n", list == (void *)&old ? "old" : list ? "new" : "NULL"); \
    } while (0)

static void lists(void)
{
    void *list;
    virDomainPtr none[] = { NULL };
    int count = 7;

    title("lists");
    LIST(virConnectListAllDomains(NULL, (virDomainPtr **)&list, 0));
    LIST(virConnectListAllDomains(conn, (virDomainPtr **)&list, 1u << 30));
    LIST(virConnectGetCPUModelNames(NULL, "x86_64", (char ***)&list, 0));
    LIST(virConnectGetCPUModelNames(conn, "bogus", (char ***)&list, 0));
    LIST(virConnectGetAllDomainStats(NULL, 0, (virDomainStatsRecordPtr **)&list, 0));
    LIST(virDomainListGetStats(none, 0, (virDomainStatsRecordPtr **)&list, 0));
    LIST(virDomainGetIOThreadInfo(dom, (virDomainIOThreadInfoPtr **)&list, 3));
    LIST(virDomainGetIOThreadInfo(dom, (virDomainIOThreadInfoPtr **)&list, 64));
    LIST(virDomainGetFSInfo(dom, (virDomainFSInfoPtr **)&list, 5));
    LIST(virDomainInterfaceAddresses(dom, (virDomainInterfacePtr **)&list, 0, 5));
    LIST(virDomainGetMessages(dom, (char ***)&list, 64));
    LIST(virDomainGetPerfEvents(dom, (virTypedParameterPtr *)&list, &count, 64));
    LIST(virDomainGetLaunchSecurityInfo(dom, (virTypedParameterPtr *)&list, &count, 0));
    LIST(virDomainListAllSnapshots(dom, (virDomainSnapshotPtr **)&list, 1u << 30));
    LIST(virNodeGetCPUMap(conn, (unsigned char **)&list, NULL, 4));
    printf("count %d\n", count);
}

/* Makes a call that fails, and prints what became of the first byte of the structure `record`. */
#define RECORD(record, call) \
    do { \
        memset(&record, 7, sizeof(record)); \
        CALL(call); \
        printf("    first byte %d\n", *(unsigned char *)&record); \
    } while (0)

static void records(void)
{
    virDomainInfo info;
    virDomainJobInfo job;
    virDomainBlockInfo block;
    virDomainControlInfo control;
    virNodeInfo node;
    virSecurityLabel label;
    virSecurityModel model;

    title("records");
    RECORD(info, virDomainGetInfo(NULL, &info));
    RECORD(job, virDomainGetJobInfo(NULL, &job));
    RECORD(job, virDomainGetJobInfo(dom, &job));
    RECORD(block, virDomainGetBlockInfo(NULL, "vda", &block, 0));
    RECORD(block, virDomainGetBlockInfo(dom, NULL, &block, 0));
    RECORD(block, virDomainGetBlockInfo(dom, "vdz", &block, 0));
    RECORD(control, virDomainGetControlInfo(NULL, &control, 0));
    RECORD(control, virDomainGetControlInfo(dom, &control, 9));
    RECORD(node, virNodeGetInfo(NULL, &node));
    RECORD(label, virDomainGetSecurityLabel(NULL, &label));
    RECORD(model, virNodeGetSecurityModel(NULL, &model));
    CALL(virDomainGetJobInfo(dom, NULL));
}

/* Every byte of a structure, also those between its fields. */
static void show_bytes(const char *what, const void *record, size_t size)
{
    printf("%s", what);
    for (size_t i = 0; i < size; i++)
        printf("%s%02x", i % 8 ? "" : " ", ((const unsigned char *)record)[i]);
    putchar('\n');
}

static void bytes(void)
{
    virDomainInfo info;
    virVcpuInfo vcpus[2];
    virSecurityLabel label;

    title("bytes");
    memset(&info, 0xa5, sizeof(info));
    CALL(virDomainGetInfo(dom, &info));
    printf("whole microseconds %d\n", info.cpuTime % 1000 == 0);
    info.cpuTime = 0;
    show_bytes("info", &info, sizeof(info));
    memset(vcpus, 0xa5, sizeof(vcpus));
    CALL(virDomainGetVcpus(dom, vcpus, 2, NULL, 0));
    vcpus[0].cpuTime = vcpus[1].cpuTime = 0;
    show_bytes("vcpus", vcpus, sizeof(vcpus));
    memset(&label, 0xa5, sizeof(label));
    CALL(virDomainGetSecurityLabel(dom, &label));
    show_bytes("label", (char *)&label + sizeof(label) - 16, 16);
}

/* More room than there is memory is nothing to stumble over. At a daemon the original calls it -1 bytes. */
static void sizes(void)
{
    char buffer[8];

    title("sizes");
    LOCAL_CALL(virDomainBlockPeek(dom, "vda", 0, (size_t)-1, buffer, 0));
    CALL(virDomainBlockPeek(dom, "vda", 0, (size_t)-1, NULL, 0));
}

static void flags(void)
{
    unsigned char map = 1;
    virTypedParameter params[20] = { 0 };
    virTypedParameterPtr list = NULL;
    int count = 0;

    title("flags");
    CALL(virDomainGetVcpusFlags(dom, 3));
    CALL(virDomainSetVcpusFlags(dom, 1, VIR_DOMAIN_VCPU_MAXIMUM));
    CALL(virDomainSetVcpusFlags(dom, 1, VIR_DOMAIN_VCPU_GUEST | VIR_DOMAIN_AFFECT_CONFIG));
    CALL(virDomainGetMemoryParameters(dom, NULL, &count, 3));
    CALL(virDomainGetBlkioParameters(dom, NULL, &count, 3));
    CALL(virDomainGetBlockIoTune(dom, NULL, NULL, &count, 3));
    CALL(virDomainGetEmulatorPinInfo(dom, &map, 1, 3));
    CALL(virDomainPinEmulator(dom, &map, 1, 3));
    CALL(virDomainGetVcpuPinInfo(dom, 1, &map, 1, 3));
    CALL(virDomainGetVcpuPinInfo(dom, 0, NULL, 1, 3));
    CALL(virDomainSetMemoryStatsPeriod(dom, 3, 3));
    CALL(virDomainAddIOThread(dom, 7, 3));
    CALL(virDomainDelIOThread(dom, 7, 3));
    CALL(virDomainGetPerfEvents(dom, &list, &count, 3));
    CALL(virDomainSetMemoryFlags(dom, 100, 3));
    count = 0;
    CALL(virDomainGetInterfaceParameters(dom, "vnet0", NULL, &count, 3));
    count = 20;
    CALL(virDomainGetNumaParameters(dom, params, &count, 3));
    count = 20;
    CALL(virDomainGetInterfaceParameters(dom, "vnet0", params, &count, 3));
    CALL_NULL(virDomainGetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, NULL, 3));
    CALL_NULL(virDomainGetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, "urn:a", 3));
}

int main(void)
{
    begin();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    dom = virDomainLookupByName(conn, "test");
    check(dom != NULL, "domain");
    lists();
    records();
    bytes();
    sizes();
    flags();
    virDomainFree(dom);
    virConnectClose(conn);
    return 0;
}
