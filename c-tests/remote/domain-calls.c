/* domain-calls.c - every function for domains that sends something to a daemon, at least once, with its test driver;
 * with more than the protocol carries, where it has limits; and which ends of a run a handle's id follows.
 *
 * URI of the daemon in OXVIRT_TEST_URI, a folder that it can write in as the first argument.
 */
#define _GNU_SOURCE
#include "../common.h"

#include <unistd.h>

/* More than any argument of the protocol may have. */
#define LONG 5000000

static virConnectPtr conn;
static virDomainPtr dom;
static char file[1000], core[1000], buffer[LONG];
static unsigned char map[4096];
static virTypedParameter room[200];
static virVcpuInfo vcpus[20000];

/* Prints whether the handle has an id before and after a call. */
#define FOLLOWS(call) do { \
    virDomainManagedSaveRemove(dom, 0); \
    if (!virDomainIsActive(dom)) \
        virDomainCreate(dom); \
    printf("    id %d\n", (int)virDomainGetID(dom) > 0); \
    CALL(call); \
    printf("    id %d\n", (int)virDomainGetID(dom) > 0); \
} while (0)

/* Calls for a text. */
#define TEXT(call) do { \
    char *text = call; \
    result(#call, text != NULL); \
    free(text); \
} while (0)

/* Calls for a domain. */
#define DOMAIN(call) do { \
    virDomainPtr found = call; \
    result(#call, found != NULL); \
    if (found) \
        virDomainFree(found); \
} while (0)

/* Calls for statistics. */
#define RECORDS(call) do { \
    virDomainStatsRecordPtr *records = NULL; \
    if (CALL(call) >= 0) \
        virDomainStatsRecordListFree(records); \
} while (0)

/* Calls with room for `number` parameters. */
#define ROOM(number, call) do { \
    int count = number; \
    CALL(call); \
    printf("    count %d\n", count); \
} while (0)

static void ids(void)
{
    title("ids");
    FOLLOWS(virDomainDestroy(dom));
    FOLLOWS(virDomainDestroyFlags(dom, VIR_DOMAIN_DESTROY_GRACEFUL));
    FOLLOWS(virDomainShutdown(dom));
    FOLLOWS(virDomainShutdownFlags(dom, 0));
    FOLLOWS(virDomainSave(dom, file));
    FOLLOWS(virDomainSaveFlags(dom, file, NULL, VIR_DOMAIN_SAVE_BYPASS_CACHE));
    FOLLOWS(virDomainManagedSave(dom, 0));
    FOLLOWS(virDomainCoreDump(dom, core, VIR_DUMP_CRASH));
    FOLLOWS(virDomainCoreDumpWithFormat(dom, core, VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB, VIR_DUMP_CRASH));
    FOLLOWS(virDomainRestore(conn, file));
    FOLLOWS(virDomainReset(dom, 0));
    FOLLOWS(virDomainReboot(dom, 0));
    FOLLOWS(virDomainDestroy(dom));
    CALL(virDomainCreateWithFlags(dom, VIR_DOMAIN_START_PAUSED));
    FOLLOWS(virDomainResume(dom));
}

static void saving(void)
{
    virTypedParameterPtr params = NULL;
    int count = 0, size = 0;

    title("saving");
    virTypedParamsAddString(&params, &count, &size, VIR_DOMAIN_SAVE_PARAM_FILE, file);
    CALL(virDomainSaveParams(dom, params, count, 0));
    CALL(virDomainRestoreParams(conn, params, count, 0));
    virTypedParamsFree(params, count);
    TEXT(virDomainSaveImageGetXMLDesc(conn, file, 0));
    CALL(virDomainSaveImageDefineXML(conn, file, "<a/>", 0));
    CALL(virDomainManagedSaveDefineXML(dom, "<a/>", 0));
    TEXT(virDomainManagedSaveGetXMLDesc(dom, 0));
    CALL(virDomainHasManagedSaveImage(dom, 0));
}

static void processors(void)
{
    virDomainIOThreadInfoPtr *threads = NULL;
    int count;

    title("processors");
    CALL(virDomainGetVcpus(dom, vcpus, 20000, NULL, 0));
    CALL(virDomainGetVcpus(dom, vcpus, 10000, map, 1000));
    CALL(virDomainGetVcpus(dom, vcpus, 2, NULL, 0));
    CALL(virDomainGetVcpus(dom, vcpus, 2, map, 1));
    printf("    %u %d maps %02x %02x\n", vcpus[1].number, vcpus[1].state, map[0], map[1]);
    CALL(virDomainGetVcpuPinInfo(dom, 20000, map, 1, 0));
    CALL(virDomainGetVcpuPinInfo(dom, 2, map, 2, 0));
    printf("    maps %02x%02x %02x%02x\n", map[0], map[1], map[2], map[3]);
    CALL(virDomainGetEmulatorPinInfo(dom, map, 3000, 0));
    memset(map, 0, sizeof(map));
    CALL(virDomainPinVcpu(dom, 0, map, 1));
    memset(map, 255, sizeof(map));
    CALL(virDomainPinVcpu(dom, 0, map, 2048));
    CALL(virDomainPinVcpu(dom, 0, map, 2049));
    CALL(virDomainPinVcpuFlags(dom, 0, map, 4, 0));
    CALL(virDomainPinVcpu(dom, 99, map, 4));
    CALL(virDomainPinEmulator(dom, map, 4096, 0));
    CALL(virDomainPinIOThread(dom, 1, map, 1, 0));
    CALL(virDomainAddIOThread(dom, 1, 0));
    CALL(virDomainDelIOThread(dom, 1, 0));
    CALL(virDomainSetIOThreadParams(dom, 1, room, 1, 0));
    count = CALL(virDomainGetIOThreadInfo(dom, &threads, 0));
    while (count > 0)
        virDomainIOThreadInfoFree(threads[--count]);
    free(threads);
    CALL(virDomainSetVcpu(dom, "0", 1, 0));
    CALL(virDomainSetVcpus(dom, 1));
    CALL(virDomainGetVcpusFlags(dom, VIR_DOMAIN_AFFECT_LIVE));
    CALL(virDomainGetMaxVcpus(dom));
}

static void limits(void)
{
    title("limits");
    ROOM(17, virDomainGetMemoryParameters(dom, room, &count, 0));
    ROOM(2, virDomainGetMemoryParameters(dom, room, &count, 0));
    ROOM(33, virDomainGetBlockIoTune(dom, "vda", room, &count, 0));
    ROOM(0, virDomainGetBlockIoTune(dom, NULL, NULL, &count, 0));
    ROOM(17, virDomainGetBlkioParameters(dom, room, &count, 0));
    ROOM(17, virDomainGetNumaParameters(dom, room, &count, 0));
    ROOM(17, virDomainGetInterfaceParameters(dom, "testnet0", room, &count, 0));
    ROOM(17, virDomainBlockStatsFlags(dom, "vda", room, &count, 0));
    ROOM(16, virDomainGetSchedulerParameters(dom, room, &count));
    CALL(virDomainSetPerfEvents(dom, room, 1, 0));
    CALL(virDomainSetMemory(dom, 1024));
    CALL(virDomainSetMemoryFlags(dom, 2048, VIR_DOMAIN_AFFECT_CONFIG));
    CALL(virDomainSetMaxMemory(dom, 1));
    CALL(virDomainSetMemoryStatsPeriod(dom, 1, 0));
    CALL(virDomainSetLifecycleAction(dom, 0, 0, 0));
}

static void statistics(void)
{
    virDomainDiskError errors[300];
    virDomainMemoryStatStruct memory[2000];
    virDomainJobInfo job;
    virTypedParameterPtr params = NULL;
    int count, type;

    title("statistics");
    CALL(virDomainGetCPUStats(dom, NULL, 0, 0, 0, 0));
    CALL(virDomainGetCPUStats(dom, NULL, 0, -1, 1, 0));
    CALL(virDomainGetCPUStats(dom, room, 3, -1, 1, 0));
    CALL(virDomainGetCPUStats(dom, room, 3, 0, 2, 0));
    CALL(virDomainGetCPUStats(dom, room, 1, 0, 129, 0));
    CALL(virDomainGetDiskErrors(dom, NULL, 0, 0));
    CALL(virDomainGetDiskErrors(dom, errors, 0, 0));
    if (CALL(virDomainGetDiskErrors(dom, errors, 1, 0)) == 1)
        free(errors[0].disk);
    CALL(virDomainGetDiskErrors(dom, errors, 257, 0));
    CALL(virDomainMemoryStats(dom, memory, 2000, 0));
    CALL(virDomainMemoryStats(dom, memory, 1, 0));
    RECORDS(virConnectGetAllDomainStats(conn, 0, &records, 0));
    RECORDS(virConnectGetAllDomainStats(conn, 1U << 30, &records, VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS));
    RECORDS(virDomainListGetStats((virDomainPtr[]){ dom, NULL }, 0, &records, 0));
    CALL(virDomainGetJobInfo(dom, &job));
    CALL(virDomainGetJobStats(dom, &type, &params, &count, 0));
}

static void guest(void)
{
    const char *many[3000], **mount_points = many;
    char **list = NULL;
    virDomainInterfacePtr *interfaces = NULL;
    virDomainFSInfoPtr *systems = NULL;
    virTypedParameterPtr params = NULL;
    virDomainControlInfo control;
    virSecurityLabel label = { 0 };
    virSecurityLabelPtr labels = NULL;
    unsigned int number, keys[16] = { 1 };
    int count;

    title("guest");
    for (size_t i = 0; i < COUNT(many); i++)
        many[i] = "/";
    CALL(virDomainMemoryPeek(dom, 0, LONG, buffer, VIR_MEMORY_PHYSICAL));
    CALL(virDomainMemoryPeek(dom, 0, 50, buffer, VIR_MEMORY_PHYSICAL));
    CALL(virDomainMemoryPeek(dom, 0, 0, buffer, VIR_MEMORY_PHYSICAL));
    CALL(virDomainBlockPeek(dom, "vda", 0, LONG, buffer, 0));
    CALL(virDomainBlockPeek(dom, "vda", 0, 50, buffer, 0));
    CALL(virDomainSendKey(dom, 0, 0, keys, 16, 0));
    CALL(virDomainFSFreeze(dom, mount_points, 257, 0));
    CALL(virDomainFSThaw(dom, mount_points, 257, 0));
    CALL(virDomainFSFreeze(dom, mount_points, 2, 0));
    CALL(virDomainFSThaw(dom, NULL, 0, 0));
    CALL(virDomainFSTrim(dom, NULL, 0, 0));
    count = CALL(virDomainGetFSInfo(dom, &systems, 0));
    while (count > 0)
        virDomainFSInfoFree(systems[--count]);
    free(systems);
    CALL(virDomainGetSecurityLabel(dom, &label));
    printf("    \"%s\" %d\n", label.label, label.enforcing);
    CALL(virDomainGetSecurityLabelList(dom, &labels));
    free(labels);
    CALL(virDomainAuthorizedSSHKeysSet(dom, "u", many, 3000, 0));
    CALL(virDomainAuthorizedSSHKeysSet(dom, "u", many, 3, 0));
    CALL(virDomainAuthorizedSSHKeysGet(dom, "u", &list, 0));
    count = CALL(virDomainGetMessages(dom, &list, 0));
    while (count > 0)
        free(list[--count]);
    free(list);
    count = CALL(virDomainInterfaceAddresses(dom, &interfaces, VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE, 0));
    if (interfaces && interfaces[0]->naddrs)
        printf("    %s %s/%u\n", interfaces[0]->name, interfaces[0]->addrs[0].addr, interfaces[0]->addrs[0].prefix);
    while (count > 0)
        virDomainInterfaceFree(interfaces[--count]);
    free(interfaces);
    CALL(virDomainInterfaceAddresses(dom, &interfaces, 9, 0));
    CALL(virDomainSetGuestVcpus(dom, "0", 1, 0));
    if (CALL(virDomainGetGuestVcpus(dom, &params, &number, 0)) == 0)
        virTypedParamsFree(params, number);
    CALL(virDomainInjectNMI(dom, 0));
    CALL(virDomainSendProcessSignal(dom, 1, 15, 0));
    CALL(virDomainPMSuspendForDuration(dom, 0, 0, 0));
    CALL(virDomainPMWakeup(dom, 0));
    CALL(virDomainAgentSetResponseTimeout(dom, -1, 0));
    if (CALL(virDomainGetGuestInfo(dom, 0, &params, &count, 0)) == 0)
        virTypedParamsFree(params, count);
    CALL(virDomainGetControlInfo(dom, &control, 0));
    CALL(virDomainSetUserPassword(dom, "u", "p", 0));
    CALL(virDomainSetTime(dom, 1, 1, 0));
    CALL(virDomainSetLaunchSecurityState(dom, room, 1, 0));
    CALL(virDomainGetLaunchSecurityInfo(dom, &params, &count, 0));
}

static void disks_and_devices(void)
{
    virDomainBlockJobInfo job;
    int fds[2], many[40];

    title("disks and devices");
    CALL(virDomainBlockPull(dom, "vda", 0, 0));
    CALL(virDomainBlockRebase(dom, "vda", NULL, 0, 0));
    CALL(virDomainBlockCommit(dom, "vda", NULL, NULL, 0, 0));
    CALL(virDomainBlockCopy(dom, "vda", "<a/>", NULL, 0, 0));
    CALL(virDomainBlockJobAbort(dom, "vda", 0));
    CALL(virDomainGetBlockJobInfo(dom, "vda", &job, 0));
    CALL(virDomainBlockJobSetSpeed(dom, "vda", 1, 0));
    CALL(virDomainBlockResize(dom, "vda", 1, 0));
    CALL(virDomainSetBlockThreshold(dom, "vda", 1, 0));
    CALL(virDomainAttachDevice(dom, "<a/>"));
    CALL(virDomainAttachDeviceFlags(dom, "<a/>", 0));
    CALL(virDomainDetachDevice(dom, "<a/>"));
    CALL(virDomainDetachDeviceFlags(dom, "<a/>", 0));
    CALL(virDomainDetachDeviceAlias(dom, "a", 0));
    CALL(virDomainUpdateDeviceFlags(dom, "<a/>", 0));
    if (pipe(fds) < 0)
        exit(2);
    for (size_t i = 0; i < COUNT(many); i++)
        many[i] = fds[0];
    CALL(virDomainOpenGraphics(dom, 0, fds[0], 0));
    CALL(virDomainOpenGraphicsFD(dom, 0, 0));
    CALL(virDomainFDAssociate(dom, "name", 2, fds, 0));
    CALL(virDomainFDAssociate(dom, "name", 0, NULL, 0));
    DOMAIN(virDomainCreateXMLWithFiles(conn, "<domain/>", 2, fds, 0));
    DOMAIN(virDomainCreateXMLWithFiles(conn, "<domain/>", 40, many, 0));
    CALL(virDomainCreateWithFiles(dom, 1, (int[]){ -1 }, 0));
}

static void jobs(void)
{
    unsigned long long number = 0;
    unsigned long speed = 0;

    title("jobs");
    CALL(virDomainAbortJob(dom));
    CALL(virDomainAbortJobFlags(dom, 0));
    CALL(virDomainBackupBegin(dom, "<domainbackup/>", NULL, 0));
    TEXT(virDomainBackupGetXMLDesc(dom, 0));
    CALL(virDomainStartDirtyRateCalc(dom, 1, 0));
    CALL(virDomainMigrateSetMaxDowntime(dom, 1, 0));
    CALL(virDomainMigrateGetMaxDowntime(dom, &number, 0));
    CALL(virDomainMigrateSetMaxSpeed(dom, 1, 0));
    CALL(virDomainMigrateGetMaxSpeed(dom, &speed, 0));
    CALL(virDomainMigrateGetCompressionCache(dom, &number, 0));
    CALL(virDomainMigrateSetCompressionCache(dom, 1, 0));
    CALL(virDomainMigrateStartPostCopy(dom, 0));
    CALL(virDomainMigrateToURI(dom, "qemu+ssh://x/system", 0, NULL, 0));
    CALL(virDomainMigrateToURI3(dom, "qemu+ssh://x/system", NULL, 0, VIR_MIGRATE_PEER2PEER));
    CALL(virDomainMigrateToURI(dom, "tcp:x", VIR_MIGRATE_PEER2PEER, NULL, 0));
    DOMAIN(virDomainMigrate(dom, conn, 0, NULL, NULL, 0));
    DOMAIN(virDomainMigrate3(dom, conn, NULL, 0, 0));
}

static void names_and_forms(void)
{
    unsigned char uuid[16] = { 1 };
    char *text = virDomainGetOSType(dom);

    title("names and forms");
    printf("    %s\n", text);
    free(text);
    DOMAIN(virDomainLookupByID(conn, 999));
    DOMAIN(virDomainLookupByID(conn, 0x7fffffff));
    DOMAIN(virDomainLookupByUUID(conn, uuid));
    memset(buffer, 'x', LONG - 1);
    CALL(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_DESCRIPTION, buffer, NULL, NULL, 0));
    DOMAIN(virDomainDefineXML(conn, buffer));
    CALL(virDomainAttachDevice(dom, buffer));
    DOMAIN(virDomainDefineXMLFlags(conn, "<domain/>", VIR_DOMAIN_DEFINE_VALIDATE));
    TEXT(virConnectGetDomainCapabilities(conn, NULL, NULL, NULL, NULL, 0));
    TEXT(virConnectDomainXMLToNative(conn, "qemu-argv", "<a/>", 0));
    TEXT(virConnectDomainXMLFromNative(conn, "qemu-argv", "a", 0));
    CALL(virDomainIsUpdated(dom));
    CALL(virDomainUndefineFlags(dom, VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA));
    CALL(virDomainIsPersistent(dom));
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    work_folder = argv[1];
    snprintf(file, sizeof(file), "%s/saved", argv[1]);
    snprintf(core, sizeof(core), "%s/core", argv[1]);
    begin();
    conn = virConnectOpen("test:///default");
    dom = virDomainLookupByName(conn, "test");
    for (size_t i = 0; i < COUNT(room); i++) {
        snprintf(room[i].field, sizeof(room[i].field), "parameter-%zu", i);
        room[i].type = VIR_TYPED_PARAM_INT;
    }
    ids();
    saving();
    processors();
    limits();
    statistics();
    guest();
    disks_and_devices();
    jobs();
    names_and_forms();
    virDomainFree(dom);
    CALL(virConnectClose(conn));
    return 0;
}
