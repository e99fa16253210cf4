/* guest.c - a real guest of a daemon's QEMU driver: started, looked at, paused, its memory and disk read, its screen
 * and its display's socket fetched, its limits changed, snapshots and checkpoints, ended. What changes by itself is
 * printed as being there.
 *
 * URI of the daemon in OXVIRT_TEST_URI, a folder that it can write in as the first argument.
 */
#define _GNU_SOURCE
#include "../common.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#define UUID "11111111-2222-3333-4444-555555555555"

static virConnectPtr conn;
static virDomainPtr dom;

static void show_params(virTypedParameterPtr params, int count, int values)
{
    for (int i = 0; i < count; i++) {
        virTypedParameterPtr it = &params[i];

        printf("    %s type %d", it->field, it->type);
        if (values && it->type == VIR_TYPED_PARAM_STRING)
            printf(" \"%s\"", it->value.s);
        else if (values && it->type == VIR_TYPED_PARAM_ULLONG)
            printf(" %llu", it->value.ul);
        else if (values && it->type != VIR_TYPED_PARAM_DOUBLE)
            printf(" %d", it->value.i);
        putchar('\n');
    }
}

/* Asks for the number of parameters, then for the parameters. */
#define PARAMS(call, values) do { \
    virTypedParameterPtr params = NULL; \
    int count = 0; \
    CALL(call); \
    printf("    room for %d\n", count); \
    params = calloc(count + 1, sizeof(*params)); \
    if (count && CALL(call) == 0) \
        show_params(params, count, values); \
    virTypedParamsFree(params, count); \
} while (0)

static void show_state(void)
{
    int state = -1, reason = -1;
    virDomainInfo info = { 0 };

    CALL(virDomainGetState(dom, &state, &reason, 0));
    CALL(virDomainGetInfo(dom, &info));
    printf("    %d/%d, info %d %lu %lu %d, id %d\n", state, reason, info.state, info.maxMem, info.memory, info.nrVirtCpu,
           (int)virDomainGetID(dom) > 0);
}

static void processors(void)
{
    virVcpuInfo info[4] = { { 0 } };
    unsigned char maps[4 * 8] = { 0 }, one[1] = { 1 };
    virDomainIOThreadInfoPtr *threads = NULL;
    int count;

    title("processors");
    count = CALL(virDomainGetVcpus(dom, info, 4, maps, 8));
    for (int i = 0; i < count; i++)
        printf("    %u %d map %02x\n", info[i].number, info[i].state, maps[8 * i]);
    CALL(virDomainPinVcpu(dom, 1, one, 1));
    count = CALL(virDomainGetVcpuPinInfo(dom, 4, maps, 8, 0));
    for (int i = 0; i < count; i++)
        printf("    map %02x\n", maps[8 * i]);
    CALL(virDomainPinEmulator(dom, one, 1, 0));
    CALL(virDomainGetEmulatorPinInfo(dom, maps, 8, 0));
    printf("    map %02x\n", maps[0]);
    count = CALL(virDomainGetIOThreadInfo(dom, &threads, 0));
    for (int i = 0; i < count; i++) {
        printf("    %u map %02x of %d\n", threads[i]->iothread_id, threads[i]->cpumap[0], threads[i]->cpumaplen);
        virDomainIOThreadInfoFree(threads[i]);
    }
    free(threads);
    CALL(virDomainAddIOThread(dom, 7, 0));
    CALL(virDomainDelIOThread(dom, 7, 0));
    CALL(virDomainDelIOThread(dom, 7, 0));
    CALL(virDomainGetMaxVcpus(dom));
    CALL(virDomainGetVcpusFlags(dom, VIR_DOMAIN_VCPU_MAXIMUM));
    CALL(virDomainSetVcpus(dom, 9));
}

static void limits(void)
{
    char *type;
    int number = 0;
    virTypedParameter params[16];
    virTypedParameterPtr events = NULL;

    title("limits");
    type = virDomainGetSchedulerType(dom, &number);
    result("virDomainGetSchedulerType", type != NULL);
    free(type);
    number = 16;
    CALL(virDomainGetSchedulerParametersFlags(dom, params, &number, VIR_DOMAIN_AFFECT_CONFIG));
    PARAMS(virDomainGetMemoryParameters(dom, params, &count, VIR_DOMAIN_AFFECT_CONFIG), 1);
    PARAMS(virDomainGetBlkioParameters(dom, params, &count, VIR_DOMAIN_AFFECT_CONFIG), 1);
    PARAMS(virDomainGetNumaParameters(dom, params, &count, VIR_DOMAIN_AFFECT_CONFIG), 1);
    PARAMS(virDomainGetBlockIoTune(dom, "vda", params, &count, 0), 1);
    PARAMS(virDomainGetInterfaceParameters(dom, "none", params, &count, 0), 1);
    if (CALL(virDomainGetPerfEvents(dom, &events, &number, 0)) == 0)
        show_params(events, number, 1);
    virTypedParamsFree(events, number);
    CALL(virDomainSetMemoryStatsPeriod(dom, 2, VIR_DOMAIN_AFFECT_LIVE));
}

static void statistics(void)
{
    virDomainBlockStatsStruct block;
    virDomainBlockInfo size;
    virDomainMemoryStatStruct memory[20];
    virDomainStatsRecordPtr *records = NULL;
    virDomainDiskError errors[4];
    virDomainJobInfo job;
    virTypedParameterPtr params = NULL;
    int number = 0, type = -1, count;

    title("statistics");
    CALL(virDomainBlockStats(dom, "vda", &block, sizeof(block)));
    printf("    errors %lld\n", block.errs);
    CALL(virDomainBlockStats(dom, "nosuch", &block, sizeof(block)));
    PARAMS(virDomainBlockStatsFlags(dom, "vda", params, &count, 0), 0);
    CALL(virDomainGetBlockInfo(dom, "vda", &size, 0));
    printf("    %llu %llu %llu\n", size.capacity, size.allocation, size.physical);
    count = CALL(virDomainMemoryStats(dom, memory, 20, 0));
    for (int i = 0; i < count; i++)
        printf("    tag %d\n", memory[i].tag);
    CALL(virDomainGetDiskErrors(dom, NULL, 0, 0));
    CALL(virDomainGetDiskErrors(dom, errors, 4, 0));
    count = CALL(virDomainGetCPUStats(dom, NULL, 0, -1, 1, 0));
    count = CALL(virConnectGetAllDomainStats(conn, VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_VCPU
                                             | VIR_DOMAIN_STATS_BLOCK | VIR_DOMAIN_STATS_BALLOON, &records, 0));
    for (int i = 0; i < count; i++) {
        printf("    %s: %d or so\n", virDomainGetName(records[i]->dom), records[i]->nparams > 30);
        show_params(records[i]->params, records[i]->nparams, 0);
    }
    if (count >= 0)
        virDomainStatsRecordListFree(records);
    CALL(virDomainListGetStats((virDomainPtr[]){ dom, NULL }, VIR_DOMAIN_STATS_STATE, &records, 0));
    show_params(records[0]->params, records[0]->nparams, 1);
    virDomainStatsRecordListFree(records);
    CALL(virDomainGetJobInfo(dom, &job));
    printf("    type %d\n", job.type);
    CALL(virDomainGetJobStats(dom, &type, &params, &number, 0));
    printf("    type %d, %d\n", type, number);
    virTypedParamsFree(params, number);
}

static void guest(void)
{
    virDomainControlInfo control;
    virSecurityLabel label;
    virSecurityLabelPtr labels = NULL;
    virDomainInterfacePtr *interfaces = NULL;
    virTypedParameterPtr params = NULL;
    char **texts = NULL;
    char *text;
    long long seconds;
    unsigned int nanoseconds;
    int count;

    title("guest");
    CALL(virDomainGetControlInfo(dom, &control, 0));
    printf("    %u %u\n", control.state, control.details);
    count = CALL(virDomainGetMessages(dom, &texts, 0));
    for (int i = 0; i < count; i++) {
        printf("    \"%s\"\n", texts[i]);
        free(texts[i]);
    }
    free(texts);
    CALL(virDomainGetSecurityLabel(dom, &label));
    printf("    \"%s\" %d\n", label.label, label.enforcing);
    CALL(virDomainGetSecurityLabelList(dom, &labels));
    free(labels);
    CALL(virDomainSendKey(dom, VIR_KEYCODE_SET_LINUX, 10, (unsigned int[]){ 30, 31 }, 2, 0));
    CALL(virDomainSendKey(dom, VIR_KEYCODE_SET_LINUX, 10, (unsigned int[]){ 1000000 }, 1, 0));
    CALL(virDomainInjectNMI(dom, 0));
    CALL(virDomainGetTime(dom, &seconds, &nanoseconds, 0));
    CALL(virDomainSetTime(dom, 1, 1, 0));
    CALL(virDomainFSFreeze(dom, NULL, 0, 0));
    CALL(virDomainInterfaceAddresses(dom, &interfaces, VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT, 0));
    CALL(virDomainGetGuestInfo(dom, 0, &params, &count, 0));
    text = virDomainGetHostname(dom, VIR_DOMAIN_GET_HOSTNAME_AGENT);
    result("virDomainGetHostname", text != NULL);
    CALL(virDomainPMWakeup(dom, 0));
    CALL(virDomainPMSuspendForDuration(dom, VIR_NODE_SUSPEND_TARGET_MEM, 0, 0));
    CALL(virDomainSetUserPassword(dom, "a", "b", 0));
    CALL(virDomainGetLaunchSecurityInfo(dom, &params, &count, 0));
    CALL(virDomainAgentSetResponseTimeout(dom, 5, 0));
}

static void bytes(void)
{
    unsigned char data[16];
    char picture[4096];
    virStreamPtr stream = virStreamNew(conn, 0);
    char *mime;
    int sockets[2], got, total = 0;

    title("bytes");
    CALL(virDomainBlockPeek(dom, "vda", 510, 2, data, 0));
    printf("    %02x%02x\n", data[0], data[1]);
    CALL(virDomainBlockPeek(dom, "nosuch", 510, 2, data, 0));
    CALL(virDomainMemoryPeek(dom, 0xffff0, 5, data, VIR_MEMORY_PHYSICAL));
    printf("    %02x%02x%02x%02x%02x\n", data[0], data[1], data[2], data[3], data[4]);
    mime = virDomainScreenshot(dom, stream, 0, 0);
    result("virDomainScreenshot", mime != NULL);
    while ((got = virStreamRecv(stream, picture, sizeof(picture))) > 0) {
        if (!total)
            printf("    %02x %.3s\n", (unsigned char)picture[0], picture + 1);
        total += got;
    }
    printf("    %s, read to the end %d, much %d\n", mime, got, total > 1000);
    CALL(virStreamFinish(stream));
    virStreamFree(stream);
    free(mime);

    got = virDomainOpenGraphicsFD(dom, 0, VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH);
    result("virDomainOpenGraphicsFD", got >= 0);
    printf("    %zd \"%.3s\"\n", read(got, picture, 12), picture);
    close(got);
    socketpair(AF_UNIX, SOCK_STREAM, 0, sockets);
    CALL(virDomainOpenGraphics(dom, 0, sockets[0], VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH));
    close(sockets[0]);
    printf("    %zd \"%.3s\"\n", read(sockets[1], picture, 12), picture);
    close(sockets[1]);

    stream = virStreamNew(conn, 0);
    CALL(virDomainOpenConsole(dom, NULL, stream, 0));
    CALL(virStreamAbort(stream));
    virStreamFree(stream);
}

static void devices(const char *folder)
{
    char xml[1000];
    virDomainBlockJobInfo job;

    title("devices and jobs");
    snprintf(xml, sizeof(xml), "<disk type='file'><source file='%s/disk2'/><target dev='vdb' bus='virtio'/></disk>", folder);
    CALL(virDomainAttachDeviceFlags(dom, xml, VIR_DOMAIN_AFFECT_CONFIG));
    CALL(virDomainDetachDeviceFlags(dom, xml, VIR_DOMAIN_AFFECT_CONFIG));
    CALL(virDomainDetachDeviceFlags(dom, xml, VIR_DOMAIN_AFFECT_CONFIG));
    CALL(virDomainDetachDeviceAlias(dom, "nosuch", 0));
    CALL(virDomainUpdateDeviceFlags(dom, "<nonsense/>", 0));
    CALL(virDomainBlockResize(dom, "vda", 8192, VIR_DOMAIN_BLOCK_RESIZE_BYTES));
    CALL(virDomainGetBlockJobInfo(dom, "vda", &job, 0));
    CALL(virDomainBlockJobAbort(dom, "vda", 0));
    CALL(virDomainBlockCommit(dom, "vda", NULL, NULL, 0, 0));
    CALL(virDomainAbortJob(dom));
    CALL(virDomainBackupBegin(dom, "<domainbackup mode='nonsense'/>", NULL, 0));
    CALL(virDomainMigrateSetMaxDowntime(dom, 250, 0));
    CALL(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, "a title", NULL, NULL, VIR_DOMAIN_AFFECT_LIVE));
    CALL(virDomainSetLifecycleAction(dom, VIR_DOMAIN_LIFECYCLE_CRASH, VIR_DOMAIN_LIFECYCLE_ACTION_RESTART, 0));
}

static void saved(const char *folder)
{
    char file[1000];
    char *xml;
    virDomainSnapshotPtr snapshot;
    virTypedParameterPtr params = NULL;
    int count = 0, room = 0;

    title("saved");
    snprintf(file, sizeof(file), "%s/saved", folder);
    CALL(virDomainSave(dom, file));
    show_state();
    xml = virDomainSaveImageGetXMLDesc(conn, file, 0);
    result("virDomainSaveImageGetXMLDesc", xml && strstr(xml, "<name>guest</name>"));
    free(xml);
    CALL(virDomainRestore(conn, file));
    CALL(virDomainSaveFlags(dom, file, NULL, VIR_DOMAIN_SAVE_RUNNING));
    virTypedParamsAddString(&params, &count, &room, VIR_DOMAIN_SAVE_PARAM_FILE, file);
    CALL(virDomainRestoreParams(conn, params, count, VIR_DOMAIN_SAVE_PAUSED));
    virTypedParamsFree(params, count);
    show_state();
    CALL(virDomainManagedSave(dom, 0));
    CALL(virDomainHasManagedSaveImage(dom, 0));
    CALL(virDomainCreate(dom));
    show_state();
    snapshot = virDomainSnapshotCreateXML(dom, "<domainsnapshot><name>s</name></domainsnapshot>", 0);
    result("virDomainSnapshotCreateXML", snapshot != NULL);
    if (snapshot)
        virDomainSnapshotFree(snapshot);
    CALL(virDomainSnapshotNum(dom, 0));
    snprintf(file, sizeof(file), "%s/core", folder);
    CALL(virDomainCoreDumpWithFormat(dom, file, VIR_DOMAIN_CORE_DUMP_FORMAT_RAW, VIR_DUMP_MEMORY_ONLY));
    CALL(access(file, F_OK));
}

/* A disk that boots, and halts the processor. */
static void make_disk(const char *folder, const char *name)
{
    char path[1000], sectors[128 * 512] = "\xfa\xf4\xeb\xfc";
    FILE *disk;

    memcpy(sectors + 510, "\x55\xaa", 2);
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    disk = fopen(path, "w");
    if (!disk || fwrite(sectors, sizeof(sectors), 1, disk) != 1 || fclose(disk) != 0)
        exit(2);
}

int main(int argc, char **argv)
{
    char xml[4000];

    if (argc != 2)
        return 2;
    work_folder = argv[1];
    begin();
    make_disk(argv[1], "disk");
    make_disk(argv[1], "disk2");
    conn = virConnectOpen("test:///default");
    snprintf(xml, sizeof(xml),
             "<domain type='qemu'><name>guest</name><uuid>" UUID "</uuid><memory>65536</memory>"
             "<vcpu>2</vcpu><iothreads>1</iothreads>"
             "<os><type arch='x86_64' machine='pc'>hvm</type></os>"
             "<devices><disk type='file'><source file='%s/disk'/><target dev='vda' bus='virtio'/></disk>"
             "<console type='pty'/><graphics type='vnc' socket='%s/vnc'/><video><model type='vga'/></video></devices>"
             "</domain>", argv[1], argv[1]);
    dom = virDomainDefineXML(conn, xml);
    if (result("virDomainDefineXML", dom != NULL) == 0)
        return 1;
    show_state();
    CALL(virDomainCreate(dom));
    show_state();
    CALL(virDomainCreate(dom));
    processors();
    limits();
    statistics();
    guest();
    bytes();
    CALL(virDomainSuspend(dom));
    show_state();
    CALL(virDomainResume(dom));
    CALL(virDomainReset(dom, 0));
    devices(argv[1]);
    saved(argv[1]);
    CALL(virDomainDestroy(dom));
    show_state();
    CALL(virDomainUndefineFlags(dom, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA));
    CALL(virDomainGetMaxVcpus(dom));
    virDomainFree(dom);
    CALL(virConnectClose(conn));
    return 0;
}
