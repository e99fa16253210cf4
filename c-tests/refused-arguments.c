/* refused-arguments.c - calls that the library refuses before any driver sees them, on a connection that may change
 * things and on one that may not: whether the handle, the argument or the right to change comes first, and the whole
 * error. Lists are looked at after a failure: some calls clear the caller's variable, some do not.
 */
#include "report.h"

#define FAILS(call)                                                                                                    \
    do {                                                                                                               \
        virResetLastError();                                                                                           \
        printf("%s = %ld\n", #call, (long)(call));                                                                     \
        show_error("last", virGetLastError());                                                                         \
    } while (0)

/* One that the original's client does not survive at a daemon. */
#define LOCAL(call)                                                                                                    \
    do {                                                                                                               \
        if (!at_a_daemon())                                                                                            \
            FAILS(call);                                                                                               \
    } while (0)

/* A failure, and whether it cleared the variable `list`. */
#define LIST(call)                                                                                                     \
    do {                                                                                                               \
        list = (void *)&old;                                                                                           \
        FAILS(call);                                                                                                   \
        puts(list ? "    list old" : "    list NULL");                                                                 \
    } while (0)

/* A failure, and whether it cleared the variable `record`. */
#define RECORD(record, call)                                                                                           \
    do {                                                                                                               \
        memset(&record, 7, sizeof(record));                                                                            \
        FAILS(call);                                                                                                   \
        printf("    first byte %d\n", *(unsigned char *)&record);                                                      \
    } while (0)

static char old;
static char *names[4];
static int minus_one = -1, one = 1;

static void networks(virConnectPtr conn)
{
    void *list;

    title("networks");
    LIST(virConnectListAllNetworks(NULL, (virNetworkPtr **)&list, 0));
    LIST(virNetworkListAllPorts(NULL, (virNetworkPortPtr **)&list, 0));
    LIST(virNetworkGetDHCPLeases(NULL, NULL, (virNetworkDHCPLeasePtr **)&list, 0));
    FAILS(virConnectListNetworks(conn, NULL, 1));
    FAILS(virConnectListNetworks(conn, names, -1));
    FAILS(virConnectListNetworks(conn, NULL, -1));
    FAILS(virConnectListDefinedNetworks(conn, NULL, 1));
    FAILS(virNetworkLookupByName(conn, NULL));
    FAILS(virNetworkLookupByUUID(conn, NULL));
    FAILS(virNetworkLookupByUUIDString(conn, NULL));
    FAILS(virNetworkLookupByUUIDString(conn, "x"));
    FAILS(virNetworkCreateXML(conn, NULL));
    FAILS(virNetworkCreateXMLFlags(conn, NULL, 0));
    FAILS(virNetworkDefineXML(conn, NULL));
    FAILS(virNetworkDefineXMLFlags(conn, NULL, 0));
}

static void storage(virConnectPtr conn)
{
    void *list;
    virStoragePoolInfo pool;
    virStorageVolInfo vol;

    title("storage");
    LIST(virConnectListAllStoragePools(NULL, (virStoragePoolPtr **)&list, 0));
    LIST(virStoragePoolListAllVolumes(NULL, (virStorageVolPtr **)&list, 0));
    RECORD(pool, virStoragePoolGetInfo(NULL, &pool));
    RECORD(vol, virStorageVolGetInfo(NULL, &vol));
    RECORD(vol, virStorageVolGetInfoFlags(NULL, &vol, 1));
    FAILS(virConnectListStoragePools(conn, NULL, 1));
    FAILS(virConnectListStoragePools(conn, names, -1));
    FAILS(virConnectListDefinedStoragePools(conn, NULL, 1));
    FAILS(virConnectFindStoragePoolSources(conn, NULL, NULL, 0));
    FAILS(virConnectGetStoragePoolCapabilities(conn, 0));
    FAILS(virStoragePoolLookupByName(conn, NULL));
    FAILS(virStoragePoolLookupByUUID(conn, NULL));
    FAILS(virStoragePoolLookupByUUIDString(conn, "x"));
    FAILS(virStoragePoolLookupByTargetPath(conn, NULL));
    FAILS(virStoragePoolCreateXML(conn, NULL, 0));
    FAILS(virStoragePoolDefineXML(conn, NULL, 0));
    FAILS(virStorageVolLookupByKey(conn, NULL));
    FAILS(virStorageVolLookupByPath(conn, NULL));
}

static void secrets(virConnectPtr conn)
{
    void *list;

    title("secrets");
    LIST(virConnectListAllSecrets(NULL, (virSecretPtr **)&list, 0));
    LIST(virConnectListAllSecrets(conn, (virSecretPtr **)&list, 0));
    FAILS(virConnectNumOfSecrets(conn));
    FAILS(virConnectListSecrets(conn, NULL, 1));
    FAILS(virConnectListSecrets(conn, names, -1));
    FAILS(virSecretLookupByUUID(conn, NULL));
    FAILS(virSecretLookupByUUIDString(conn, "x"));
    FAILS(virSecretLookupByUUIDString(conn, NULL));
    FAILS(virSecretLookupByUsage(conn, 1, NULL));
    FAILS(virSecretDefineXML(conn, NULL, 0));
}

static void host_devices(virConnectPtr conn)
{
    void *list;

    title("node devices and interfaces");
    LIST(virConnectListAllNodeDevices(NULL, (virNodeDevicePtr **)&list, 0));
    FAILS(virNodeListDevices(conn, NULL, NULL, 1, 0));
    FAILS(virNodeListDevices(conn, NULL, names, -1, 0));
    FAILS(virNodeDeviceLookupByName(conn, NULL));
    FAILS(virNodeDeviceLookupSCSIHostByWWN(conn, NULL, NULL, 0));
    FAILS(virNodeDeviceLookupSCSIHostByWWN(conn, "a", NULL, 0));
    FAILS(virNodeDeviceCreateXML(conn, NULL, 0));
    FAILS(virNodeDeviceDefineXML(conn, NULL, 0));
    LIST(virConnectListAllInterfaces(NULL, (virInterfacePtr **)&list, 0));
    FAILS(virConnectListInterfaces(conn, NULL, 1));
    FAILS(virConnectListInterfaces(conn, names, -1));
    FAILS(virConnectListDefinedInterfaces(conn, names, -1));
    FAILS(virInterfaceLookupByName(conn, NULL));
    FAILS(virInterfaceLookupByMACString(conn, NULL));
    FAILS(virInterfaceDefineXML(conn, NULL, 0));
}

static void filters(virConnectPtr conn)
{
    void *list;

    title("network filters");
    LIST(virConnectListAllNWFilters(NULL, (virNWFilterPtr **)&list, 0));
    LIST(virConnectListAllNWFilterBindings(NULL, (virNWFilterBindingPtr **)&list, 0));
    FAILS(virConnectListNWFilters(conn, NULL, 1));
    FAILS(virConnectListNWFilters(conn, names, -1));
    FAILS(virConnectNumOfNWFilters(conn));
    FAILS(virNWFilterLookupByName(conn, NULL));
    FAILS(virNWFilterLookupByUUID(conn, NULL));
    FAILS(virNWFilterLookupByUUIDString(conn, "x"));
    FAILS(virNWFilterDefineXML(conn, NULL));
    FAILS(virNWFilterDefineXMLFlags(conn, NULL, 0));
    FAILS(virNWFilterBindingLookupByPortDev(conn, NULL));
    FAILS(virNWFilterBindingCreateXML(conn, NULL, 0));
    FAILS(virNWFilterBindingCreateXML(conn, "x", 0));
}

static void disks(virDomainPtr dom)
{
    virTypedParameter params[1] = { { .field = "x", .type = VIR_TYPED_PARAM_INT } };
    virDomainBlockJobInfo info;
    int zero = 0;

    title("disks");
    FAILS(virDomainBlockCommit(dom, NULL, NULL, NULL, 0, 0));
    FAILS(virDomainBlockCommit(dom, "a", NULL, NULL, 0, 0));
    FAILS(virDomainBlockCopy(dom, NULL, NULL, NULL, 0, 0));
    FAILS(virDomainBlockCopy(dom, "a", NULL, NULL, 0, 0));
    FAILS(virDomainBlockCopy(dom, "a", "b", NULL, -1, 0));
    FAILS(virDomainBlockCopy(dom, "a", "b", NULL, 1, 0));
    FAILS(virDomainBlockCopy(dom, "a", "b", NULL, 0, 0));
    FAILS(virDomainBlockCopy(dom, "a", "b", params, 1, 0));
    FAILS(virDomainBlockJobAbort(dom, NULL, 0));
    FAILS(virDomainBlockJobSetSpeed(dom, NULL, 0, 0));
    FAILS(virDomainGetBlockJobInfo(dom, NULL, NULL, 0));
    FAILS(virDomainGetBlockJobInfo(dom, "a", NULL, 0));
    RECORD(info, virDomainGetBlockJobInfo(NULL, "a", &info, 0));
    RECORD(info, virDomainGetBlockJobInfo(dom, "a", &info, 0));
    FAILS(virDomainBlockPull(dom, NULL, 0, 0));
    FAILS(virDomainBlockRebase(dom, NULL, NULL, 0, 0));
    FAILS(virDomainBlockRebase(dom, "a", NULL, 0, VIR_DOMAIN_BLOCK_REBASE_COPY));
    for (unsigned int flag = 1; flag <= 128; flag *= 2)
        FAILS(virDomainBlockRebase(dom, "a", "b", 0, flag));
    FAILS(virDomainBlockResize(dom, NULL, 0, 0));
    FAILS(virDomainBlockStatsFlags(dom, NULL, NULL, NULL, 0));
    FAILS(virDomainBlockStatsFlags(dom, "a", NULL, NULL, 0));
    FAILS(virDomainBlockStatsFlags(dom, "a", NULL, &minus_one, 0));
    FAILS(virDomainBlockStatsFlags(dom, "a", NULL, &one, 0));
    FAILS(virDomainBlockStatsFlags(dom, "a", NULL, &zero, 0));
    FAILS(virDomainSetBlockThreshold(dom, NULL, 0, 0));
    FAILS(virDomainBlockPeek(dom, NULL, 0, 0, NULL, 0));
    FAILS(virDomainBlockPeek(dom, "a", 0, 4, NULL, 0));
}

static void devices(virDomainPtr dom, virStreamPtr stream, virStreamPtr foreign)
{
    int fds[1] = { 0 };

    title("devices");
    FAILS(virDomainOpenConsole(dom, NULL, NULL, 0));
    FAILS(virDomainOpenConsole(dom, NULL, foreign, 0));
    FAILS(virDomainOpenConsole(dom, NULL, stream, 0));
    FAILS(virDomainOpenChannel(dom, NULL, NULL, 0));
    FAILS(virDomainOpenChannel(dom, NULL, foreign, 0));
    FAILS(virDomainOpenChannel(dom, NULL, stream, 0));
    FAILS(virDomainOpenGraphics(dom, 0, -1, 0));
    FAILS(virDomainOpenGraphicsFD(dom, 0, 0));
    FAILS(virDomainAttachDevice(dom, NULL));
    FAILS(virDomainAttachDeviceFlags(dom, NULL, 0));
    FAILS(virDomainDetachDevice(dom, NULL));
    FAILS(virDomainDetachDeviceFlags(dom, NULL, 0));
    FAILS(virDomainDetachDeviceAlias(dom, NULL, 0));
    FAILS(virDomainDetachDeviceAlias(dom, "a", 0));
    FAILS(virDomainUpdateDeviceFlags(dom, NULL, 0));
    FAILS(virDomainFDAssociate(dom, NULL, 0, NULL, 0));
    FAILS(virDomainFDAssociate(dom, "a", 1, NULL, 0));
    FAILS(virDomainFDAssociate(dom, "a", 1, fds, 0));
}

static void guests(virDomainPtr dom)
{
    const char *keys[] = { "k" };
    virTypedParameterPtr found = NULL;
    unsigned int count = 7;

    title("guests");
    FAILS(virDomainAgentSetResponseTimeout(dom, -9, 0));
    FAILS(virDomainPMSuspendForDuration(dom, 9, 9, 9));
    FAILS(virDomainPMWakeup(dom, 9));
    FAILS(virDomainAuthorizedSSHKeysGet(dom, NULL, NULL, 0));
    FAILS(virDomainAuthorizedSSHKeysGet(dom, "u", NULL, 0));
    FAILS(virDomainAuthorizedSSHKeysSet(dom, NULL, NULL, 0, 0));
    for (unsigned int flags = 0; flags <= 3; flags++) {
        LOCAL(virDomainAuthorizedSSHKeysSet(dom, "u", NULL, 1, flags));
        FAILS(virDomainAuthorizedSSHKeysSet(dom, "u", keys, 1, flags));
    }
    FAILS(virDomainGetGuestInfo(dom, 0, NULL, NULL, 0));
    FAILS(virDomainGetGuestInfo(dom, 0, &found, NULL, 0));
    FAILS(virDomainGetGuestVcpus(dom, NULL, NULL, 0));
    FAILS(virDomainGetGuestVcpus(dom, &found, NULL, 0));
    FAILS(virDomainGetGuestVcpus(dom, &found, &count, 0));
    FAILS(virDomainSetGuestVcpus(dom, NULL, 0, 0));
    FAILS(virDomainSetVcpu(dom, NULL, 0, 0));
    FAILS(virDomainSetVcpu(dom, "1", 9, 3));
    FAILS(virDomainGetSecurityLabelList(dom, NULL));
}

static void jobs(virDomainPtr dom)
{
    virTypedParameter params[1] = { { .field = "x", .type = VIR_TYPED_PARAM_INT } };
    virTypedParameterPtr found = NULL;
    virDomainJobInfo job;
    unsigned long long number;
    unsigned long speed;
    int type;

    title("jobs");
    FAILS(virDomainAbortJob(dom));
    FAILS(virDomainAbortJobFlags(dom, 0));
    FAILS(virDomainBackupBegin(dom, NULL, NULL, 0));
    FAILS(virDomainBackupBegin(dom, "x", NULL, 0));
    FAILS(virDomainBackupGetXMLDesc(dom, 0));
    RECORD(job, virDomainGetJobInfo(dom, &job));
    FAILS(virDomainGetJobStats(dom, NULL, NULL, NULL, 0));
    FAILS(virDomainGetJobStats(dom, &type, NULL, NULL, 0));
    FAILS(virDomainGetJobStats(dom, &type, &found, NULL, 0));
    FAILS(virDomainStartDirtyRateCalc(dom, 1, 0));
    FAILS(virDomainMigrateGetCompressionCache(dom, NULL, 0));
    FAILS(virDomainMigrateGetMaxDowntime(dom, NULL, 0));
    FAILS(virDomainMigrateGetMaxSpeed(dom, NULL, 0));
    FAILS(virDomainMigrateGetCompressionCache(dom, &number, 0));
    FAILS(virDomainMigrateGetMaxDowntime(dom, &number, 0));
    FAILS(virDomainMigrateGetMaxSpeed(dom, &speed, 0));
    FAILS(virDomainMigrateSetCompressionCache(dom, 0, 0));
    FAILS(virDomainMigrateSetMaxDowntime(dom, 0, 0));
    FAILS(virDomainMigrateSetMaxSpeed(dom, 0, 0));
    FAILS(virDomainMigrateStartPostCopy(dom, 0));
    FAILS(virDomainManagedSaveDefineXML(dom, NULL, 0));
    FAILS(virDomainManagedSaveDefineXML(dom, NULL, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED));
    FAILS(virDomainManagedSaveGetXMLDesc(dom, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE));
    FAILS(virDomainSaveParams(dom, NULL, 0, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED));
    LOCAL(virDomainSaveParams(dom, NULL, 1, 0));
    LOCAL(virDomainSaveParams(dom, params, -1, 0));
    FAILS(virDomainSetLaunchSecurityState(dom, NULL, 0, 0));
    FAILS(virDomainSetLaunchSecurityState(dom, params, 0, 0));
    FAILS(virDomainSetLaunchSecurityState(dom, params, -1, 0));
    FAILS(virDomainSetLaunchSecurityState(dom, params, 1, 3));
}

static void migration(virDomainPtr dom, virConnectPtr to, virConnectPtr read_only)
{
    static const unsigned int flags[] = { 0, 1, 2, 4, 6, 64, 128, 192, 256, 258, 260, 1024, 1030, 1216, 1 << 18 };
    virTypedParameter params[2] = { { .field = "x", .type = VIR_TYPED_PARAM_INT },
                                    { .field = VIR_MIGRATE_PARAM_DEST_NAME, .type = VIR_TYPED_PARAM_STRING } };
    char name[] = "other";

    params[1].value.s = name;
    title("migration");
    FAILS(virDomainMigrate(dom, NULL, 0, NULL, NULL, 0));
    FAILS(virDomainMigrate(dom, read_only, 0, NULL, NULL, 0));
    FAILS(virDomainMigrate2(dom, NULL, NULL, 0, NULL, NULL, 0));
    FAILS(virDomainMigrate3(dom, to, params, 1, 0));
    FAILS(virDomainMigrate3(dom, to, params + 1, 1, 0));
    FAILS(virDomainMigrate3(dom, to, params, 2, 0));
    for (size_t i = 0; i < COUNT(flags); i++) {
        printf("flags %#x\n", flags[i]);
        FAILS(virDomainMigrate(dom, to, flags[i], NULL, NULL, 0));
        FAILS(virDomainMigrate2(dom, to, NULL, flags[i], NULL, NULL, 0));
        FAILS(virDomainMigrate3(dom, to, NULL, 0, flags[i]));
        FAILS(virDomainMigrateToURI(dom, NULL, flags[i], NULL, 0));
        FAILS(virDomainMigrateToURI(dom, "x", flags[i], NULL, 0));
        FAILS(virDomainMigrateToURI2(dom, "x", NULL, NULL, flags[i], NULL, 0));
        FAILS(virDomainMigrateToURI2(dom, NULL, "x", NULL, flags[i], NULL, 0));
        FAILS(virDomainMigrateToURI3(dom, "x", NULL, 0, flags[i]));
        FAILS(virDomainMigrateToURI3(dom, "x", params, 1, flags[i]));
    }
}

static void host(virConnectPtr conn)
{
    virTypedParameter params[1] = { { .field = "x", .type = VIR_TYPED_PARAM_INT } };
    virTypedParameterPtr found = NULL;
    const char *xmls[] = { "x" };
    unsigned int size = 4;
    unsigned long long count = 1;

    title("host");
    FAILS(virConnectGetDomainCapabilities(conn, NULL, NULL, NULL, NULL, 0));
    FAILS(virDomainRestoreParams(conn, NULL, 0, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED));
    LOCAL(virDomainRestoreParams(conn, NULL, 1, 0));
    FAILS(virConnectDomainXMLFromNative(conn, NULL, NULL, 0));
    FAILS(virConnectDomainXMLFromNative(conn, "a", NULL, 0));
    FAILS(virConnectDomainXMLToNative(conn, NULL, NULL, 0));
    FAILS(virConnectDomainXMLToNative(conn, "a", NULL, 0));
    FAILS(virConnectDomainXMLToNative(conn, "a", "b", 0));
    FAILS(virConnectBaselineHypervisorCPU(conn, NULL, NULL, NULL, NULL, NULL, 0, 0));
    FAILS(virConnectBaselineHypervisorCPU(conn, NULL, NULL, NULL, NULL, xmls, 1, 0));
    FAILS(virConnectCompareCPU(conn, NULL, 0));
    FAILS(virConnectCompareCPU(conn, "x", 0));
    FAILS(virConnectCompareHypervisorCPU(conn, NULL, NULL, NULL, NULL, NULL, 0));
    FAILS(virConnectCompareHypervisorCPU(conn, NULL, NULL, NULL, NULL, "x", 0));
    LOCAL(virConnectSetIdentity(conn, NULL, 1, 0));
    LOCAL(virConnectSetIdentity(conn, params, -1, 0));
    FAILS(virNodeAllocPages(conn, 0, NULL, NULL, 0, 0, 0));
    FAILS(virNodeAllocPages(conn, 1, NULL, NULL, 0, 0, 0));
    FAILS(virNodeAllocPages(conn, 1, &size, NULL, 0, 0, 0));
    FAILS(virNodeAllocPages(conn, 1, &size, &count, 0, 0, 0));
    FAILS(virNodeAllocPages(conn, 1, &size, &count, 0, 1, 0));
    FAILS(virNodeGetMemoryParameters(conn, NULL, NULL, 0));
    FAILS(virNodeGetMemoryParameters(conn, NULL, &minus_one, 0));
    FAILS(virNodeGetMemoryParameters(conn, NULL, &one, 0));
    FAILS(virNodeGetMemoryStats(conn, -5, NULL, NULL, 0));
    FAILS(virNodeGetMemoryStats(conn, -5, NULL, &minus_one, 0));
    FAILS(virNodeGetMemoryStats(conn, -5, NULL, &one, 0));
    FAILS(virNodeGetMemoryStats(conn, -1, NULL, &one, 0));
    FAILS(virNodeGetSEVInfo(conn, NULL, NULL, 0));
    FAILS(virNodeGetSEVInfo(conn, NULL, &minus_one, 0));
    FAILS(virNodeGetSEVInfo(conn, NULL, &one, 0));
    FAILS(virNodeGetSEVInfo(conn, &found, &one, 0));
    FAILS(virNodeSetMemoryParameters(conn, NULL, 0, 0));
    FAILS(virNodeSetMemoryParameters(conn, params, -1, 0));
    FAILS(virNodeSetMemoryParameters(conn, params, 0, 0));
    FAILS(virNodeSuspendForDuration(conn, 0, 0, 0));
    FAILS(virConnectSetKeepAlive(conn, -1, 0));
    FAILS(virConnectSetKeepAlive(NULL, 1, 1));
}

static void everything(virConnectPtr conn, virConnectPtr foreign, virConnectPtr read_only)
{
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    virStreamPtr stream = virStreamNew(conn, 0), other = virStreamNew(foreign, 0);

    check(dom && stream && other, "domain and streams");
    networks(conn);
    storage(conn);
    secrets(conn);
    host_devices(conn);
    filters(conn);
    disks(dom);
    devices(dom, stream, other);
    guests(dom);
    jobs(dom);
    migration(dom, foreign, read_only);
    host(conn);
    virStreamFree(stream);
    virStreamFree(other);
    virDomainFree(dom);
}

int main(void)
{
    virConnectPtr conn, other, read_only;

    begin();
    conn = virConnectOpen("test:///default");
    other = virConnectOpen("test:///default");
    read_only = virConnectOpenReadOnly("test:///default");
    check(conn && other && read_only, "connections");
    title("may change");
    everything(conn, other, read_only);
    title("may not change");
    everything(read_only, other, read_only);
    virConnectClose(read_only);
    virConnectClose(other);
    virConnectClose(conn);
    return 0;
}
