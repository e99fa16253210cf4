/* test-stats.c - statistics of the domains of test:///default: disks, interfaces, memory, CPUs, disk errors, and all at
 * once. What grows with time is compared with the time before and after the call.
 */
#include "report.h"

#include <sys/time.h>

#define UUID_A "11111111-2222-3333-4444-555555555555"
#define UUID_B "11111111-2222-3333-4444-666666666666"
#define UUID_C "11111111-2222-3333-4444-777777777777"
#define UUID_D "11111111-2222-3333-4444-888888888888"

static virConnectPtr conn;
static virDomainPtr test, many, bare, off, gone;

static long long now_us(void)
{
    struct timeval now;

    gettimeofday(&now, NULL);
    return now.tv_sec * 1000000LL + now.tv_usec;
}

/* Says whether `value` is what a count of microseconds between `before` and now, divided by `divisor`, can be. */
static void grows(const char *what, long long value, long long before, long long divisor)
{
    long long after = now_us() / divisor;

    before /= divisor;
    if (before <= value && value <= after)
        printf("    %s: time in microseconds / %lld\n", what, divisor);
    else
        printf("    %s: %lld, not from %lld to %lld\n", what, value, before, after);
}

static void disks(void)
{
    const char *const names[] = { "vda", "/guest/diskimage1", "vdb", "", "VDA" };
    virDomainBlockStatsStruct stats;
    virDomainBlockInfo info;
    struct { virDomainBlockStatsStruct stats; char more[32]; } large;

    title("disks");
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        long long before = now_us();

        printf("\"%s\"\n", names[i]);
        memset(&stats, 0, sizeof(stats));
        if (CALL(virDomainBlockStats(test, names[i], &stats, sizeof(stats))) == 0) {
            grows("rd_req", stats.rd_req, before, 10);
            grows("rd_bytes", stats.rd_bytes, before, 20);
            grows("wr_req", stats.wr_req, before, 30);
            grows("wr_bytes", stats.wr_bytes, before, 40);
            grows("errs", stats.errs, before, 2000000);
        }
        memset(&info, 0, sizeof(info));
        CALL(virDomainGetBlockInfo(test, names[i], &info, 0));
        printf("    %llu %llu %llu\n", info.capacity, info.allocation, info.physical);
    }
    CALL(virDomainGetBlockInfo(many, "sda", &info, 0));
    printf("    %llu %llu %llu\n", info.capacity, info.allocation, info.physical);
    CALL(virDomainGetBlockInfo(many, "sdb", &info, 0));
    printf("    %llu %llu %llu\n", info.capacity, info.allocation, info.physical);
    CALL(virDomainGetBlockInfo(many, "", &info, 0));
    CALL(virDomainBlockStats(many, "sdb", &stats, sizeof(stats)));

    /* As many bytes are written as there is room for, at most. */
    memset(&stats, 0, sizeof(stats));
    CALL(virDomainBlockStats(test, "vda", &stats, 2 * sizeof(long long)));
    printf("    %d %d %lld %lld %lld\n", stats.rd_req > 0, stats.rd_bytes > 0, stats.wr_req, stats.wr_bytes, stats.errs);
    memset(&stats, 0, sizeof(stats));
    CALL(virDomainBlockStats(test, "vda", &stats, 0));
    printf("    %lld %lld\n", stats.rd_req, stats.errs);
    memset(&large, 0, sizeof(large));
    CALL(virDomainBlockStats(test, "vda", &large.stats, sizeof(large)));
    printf("    %lld\n", large.stats.rd_req);

    CALL(virDomainBlockStats(test, NULL, &stats, sizeof(stats)));
    CALL(virDomainBlockStats(test, "vda", NULL, sizeof(stats)));
    CALL(virDomainBlockStats(NULL, "vda", &stats, sizeof(stats)));
    CALL(virDomainBlockStats(off, "vda", &stats, sizeof(stats)));
    CALL(virDomainBlockStats(off, "", &stats, sizeof(stats)));
    CALL(virDomainBlockStats(gone, "vda", &stats, sizeof(stats)));
    CALL(virDomainGetBlockInfo(test, NULL, &info, 0));
    CALL(virDomainGetBlockInfo(test, "vda", NULL, 0));
    CALL(virDomainGetBlockInfo(test, "vda", &info, 1));
    CALL(virDomainGetBlockInfo(NULL, "vda", &info, 0));
    CALL(virDomainGetBlockInfo(off, "vda", &info, 0));
    printf("    %llu %llu %llu\n", info.capacity, info.allocation, info.physical);
    CALL(virDomainGetBlockInfo(gone, "vda", &info, 0));
    {
        int count = 0;

        CALL(virDomainBlockStatsFlags(test, "vda", NULL, &count, 0));
    }
}

static void interfaces(void)
{
    const char *const names[] = { "testnet0", "aa:bb:cc:dd:ee:ff", "AA:BB:CC:DD:EE:FF", "default", "" };
    virDomainInterfaceStatsStruct stats;
    struct { virDomainInterfaceStatsStruct stats; char more[32]; } large;

    title("interfaces");
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        long long before = now_us();

        printf("\"%s\"\n", names[i]);
        memset(&stats, 0, sizeof(stats));
        if (CALL(virDomainInterfaceStats(test, names[i], &stats, sizeof(stats))) == 0) {
            grows("rx_bytes", stats.rx_bytes, before, 10);
            grows("rx_packets", stats.rx_packets, before, 100);
            grows("rx_errs", stats.rx_errs, before, 1000000);
            grows("rx_drop", stats.rx_drop, before, 2000000);
            grows("tx_bytes", stats.tx_bytes, before, 20);
            grows("tx_packets", stats.tx_packets, before, 110);
            grows("tx_errs", stats.tx_errs, before, 3000000);
            grows("tx_drop", stats.tx_drop, before, 4000000);
        }
    }
    CALL(virDomainInterfaceStats(many, "testnet0", &stats, sizeof(stats)));
    CALL(virDomainInterfaceStats(many, "testnet1", &stats, sizeof(stats)));
    CALL(virDomainInterfaceStats(many, "mine", &stats, sizeof(stats)));
    CALL(virDomainInterfaceStats(many, "52:54:00:00:00:01", &stats, sizeof(stats)));
    CALL(virDomainInterfaceStats(many, "52:54:00:00:00:02", &stats, sizeof(stats)));
    memset(&stats, 0, sizeof(stats));
    CALL(virDomainInterfaceStats(test, "testnet0", &stats, sizeof(long long)));
    printf("    %d %lld\n", stats.rx_bytes > 0, stats.rx_packets);
    CALL(virDomainInterfaceStats(test, "testnet0", &large.stats, sizeof(large)));
    CALL(virDomainInterfaceStats(test, NULL, &stats, sizeof(stats)));
    CALL(virDomainInterfaceStats(test, "testnet0", NULL, sizeof(stats)));
    CALL(virDomainInterfaceStats(NULL, "testnet0", &stats, sizeof(stats)));
    CALL(virDomainInterfaceStats(off, "testnet0", &stats, sizeof(stats)));
    CALL(virDomainInterfaceStats(gone, "testnet0", &stats, sizeof(stats)));
}

static void show_memory(virDomainPtr dom, unsigned int room)
{
    virDomainMemoryStatStruct stats[20];
    int count;

    printf("%s, room for %u: ", virDomainGetName(dom), room);
    count = CALL(virDomainMemoryStats(dom, stats, room, 0));
    for (int i = 0; i < count; i++)
        printf("    %d: %llu\n", stats[i].tag, stats[i].val);
}

static void memory(void)
{
    virDomainMemoryStatStruct stats[4];

    title("memory");
    for (unsigned int room = 0; room < 3; room++)
        show_memory(test, room);
    for (unsigned int room = 11; room < 16; room++)
        show_memory(test, room);
    show_memory(many, 20);
    show_memory(bare, 20);
    show_memory(off, 20);
    show_memory(gone, 20);
    CALL(virDomainMemoryStats(test, stats, 4, 1));
    CALL(virDomainMemoryStats(test, NULL, 0, 0));
    CALL(virDomainMemoryStats(test, NULL, 4, 0));
    CALL(virDomainMemoryStats(NULL, stats, 4, 0));
}

static void show_params(virTypedParameterPtr params, int count)
{
    for (int i = 0; i < count; i++) {
        if (params[i].type == VIR_TYPED_PARAM_ULLONG)
            printf("    %s: %d %llu\n", params[i].field, params[i].type, params[i].value.ul);
        else if (params[i].type == VIR_TYPED_PARAM_STRING)
            printf("    %s: \"%s\"\n", params[i].field, params[i].value.s);
        else
            printf("    %s: %d %d\n", params[i].field, params[i].type, params[i].value.i);
    }
}

static void show_cpus(virDomainPtr dom, unsigned int nparams, int start, unsigned int count)
{
    virTypedParameter params[64];
    int found;

    memset(params, 0, sizeof(params));
    printf("%s, %u parameters of %u CPUs from %d: ", virDomainGetName(dom), nparams, count, start);
    found = CALL(virDomainGetCPUStats(dom, nparams ? params : NULL, nparams, start, count, 0));
    if (found < 0)
        return;
    for (unsigned int i = 0; i < 64; i++) {
        if (!params[i].type)
            continue;
        printf("  place %u\n", i);
        show_params(params + i, 1);
    }
}

static void cpus(void)
{
    virTypedParameter params[8];

    title("CPUs");
    for (unsigned int nparams = 0; nparams < 5; nparams++) {
        show_cpus(test, nparams, -1, 1);
        for (unsigned int count = 0; count < 4; count++)
            for (int start = 0; start < 3; start++)
                show_cpus(test, nparams, start, count);
    }
    show_cpus(many, 3, -1, 1);
    show_cpus(many, 2, 0, 3);
    show_cpus(many, 2, 0, 9);
    show_cpus(many, 2, 2, 2);
    show_cpus(many, 0, 0, 0);
    show_cpus(test, 0, -1, 0);
    show_cpus(test, 2, -1, 2);
    show_cpus(test, 2, -2, 1);
    show_cpus(off, 2, 0, 1);
    show_cpus(off, 3, -1, 1);
    show_cpus(off, 0, 0, 0);
    show_cpus(off, 0, -1, 1);
    show_cpus(gone, 2, 0, 1);
    CALL(virDomainGetCPUStats(test, NULL, 2, 0, 1, 0));
    CALL(virDomainGetCPUStats(test, params, 0, 0, 1, 0));
    CALL(virDomainGetCPUStats(test, params, 2, 0, 0, 0));
    CALL(virDomainGetCPUStats(test, params, 0x80000000, 0, 2, 0));
    CALL(virDomainGetCPUStats(test, NULL, 0, 0, 0, 1));
    CALL(virDomainGetCPUStats(test, NULL, 0, 0, 0, VIR_TYPED_PARAM_STRING_OKAY));
    CALL(virDomainGetCPUStats(NULL, NULL, 0, 0, 0, 0));
}

static void show_errors(virDomainPtr dom, unsigned int room)
{
    virDomainDiskError errors[8];
    int count;

    printf("%s, room for %u: ", virDomainGetName(dom), room);
    count = CALL(virDomainGetDiskErrors(dom, room ? errors : NULL, room, 0));
    for (int i = 0; room && i < count; i++) {
        printf("    %s: %d\n", errors[i].disk, errors[i].error);
        free(errors[i].disk);
    }
}

static void disk_errors(void)
{
    virDomainDiskError errors[1];

    title("disk errors");
    for (unsigned int room = 0; room < 3; room++)
        show_errors(test, room);
    for (unsigned int room = 0; room < 8; room++)
        show_errors(many, room);
    show_errors(off, 0);
    show_errors(off, 1);
    show_errors(gone, 1);
    CALL(virDomainGetDiskErrors(test, errors, 1, 1));
    CALL(virDomainGetDiskErrors(test, NULL, 1, 0));
    CALL(virDomainGetDiskErrors(test, errors, 0, 0));
    CALL(virDomainGetDiskErrors(NULL, errors, 1, 0));
}

/* By name, because lists have no order. */
static int by_name(const void *left, const void *right)
{
    const virDomainStatsRecordPtr *a = left, *b = right;

    return strcmp(virDomainGetName((*a)->dom), virDomainGetName((*b)->dom));
}

static void show_records(virDomainStatsRecordPtr *records, int count, int sort)
{
    if (count < 0)
        return;
    if (sort)
        qsort(records, (size_t)count, sizeof(*records), by_name);
    for (int i = 0; i < count; i++) {
        printf("  %s id %d, %d parameters\n", virDomainGetName(records[i]->dom), (int)virDomainGetID(records[i]->dom),
               records[i]->nparams);
        show_params(records[i]->params, records[i]->nparams);
    }
    printf("  end %d\n", records[count] == NULL);
    virDomainStatsRecordListFree(records);
}

static void all(unsigned int stats, unsigned int flags)
{
    virDomainStatsRecordPtr *records = NULL;
    int count;

    printf("groups %x, flags %x: ", stats, flags);
    count = CALL(virConnectGetAllDomainStats(conn, stats, &records, flags));
    show_records(records, count, 1);
}

static void listed(virDomainPtr *doms, unsigned int stats, unsigned int flags)
{
    virDomainStatsRecordPtr *records = NULL;
    int count;

    printf("groups %x, flags %x: ", stats, flags);
    count = CALL(virDomainListGetStats(doms, stats, &records, flags));
    show_records(records, count, 0);
}

static void bulk(void)
{
    const unsigned int enforce = VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;
    virConnectPtr second = virConnectOpen("test:///default");
    virDomainPtr other = virDomainLookupByName(second, "test");
    virDomainPtr two[] = { many, test, NULL }, three[] = { off, gone, test, NULL }, none[] = { NULL };
    virDomainPtr foreign[] = { test, other, NULL };
    virDomainStatsRecordPtr *records = (virDomainStatsRecordPtr *)&conn;

    title("all at once");
    for (unsigned int bit = 0; bit < 12; bit++) {
        all(1u << bit, 0);
        all(1u << bit, enforce);
    }
    all(0, 0);
    all(0, enforce);
    all(0x81, enforce);
    all(0x87, enforce);
    all(0xffffffff, 0);
    for (unsigned int bit = 0; bit < 32; bit++)
        all(VIR_DOMAIN_STATS_STATE, 1u << bit);
    all(VIR_DOMAIN_STATS_STATE, VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE | VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED);
    CALL(virConnectGetAllDomainStats(conn, 1, NULL, 0));
    CALL(virConnectGetAllDomainStats(NULL, 1, &records, 0));
    printf("    array %s\n", records ? "set" : "NULL");
    records = (virDomainStatsRecordPtr *)&conn;
    CALL(virConnectGetAllDomainStats(conn, 1, &records, 0x100));
    printf("    array %s\n", records ? "set" : "NULL");

    title("lists");
    listed(two, 0, 0);
    listed(two, VIR_DOMAIN_STATS_STATE, enforce);
    listed(two, VIR_DOMAIN_STATS_CPU_TOTAL, enforce);
    listed(three, 0, 0);
    for (unsigned int bit = 0; bit < 32; bit++)
        listed(three, VIR_DOMAIN_STATS_STATE, 1u << bit);
    listed(none, 0, 0);
    listed(foreign, 0, 0);
    CALL(virDomainListGetStats(NULL, 0, &records, 0));
    CALL(virDomainListGetStats(two, 0, NULL, 0));
    records = (virDomainStatsRecordPtr *)&conn;
    CALL(virDomainListGetStats(none, 0, &records, 0));
    printf("    array %s\n", records ? "set" : "NULL");
    title("I/O threads");
    CALL(virDomainAddIOThread(test, 7, 0));
    CALL(virDomainAddIOThread(test, 3, 0));
    CALL(virDomainAddIOThread(off, 3, 0));
    all(VIR_DOMAIN_STATS_IOTHREAD, enforce);
    listed(two, 0, 0);
    CALL(virDomainDelIOThread(test, 7, 0));
    listed(three, 0, 0);
    virDomainStatsRecordListFree(NULL);
    virDomainFree(other);
    virConnectClose(second);
}

/* I/O threads that a call added have something to tell of. */
static void iothreads(void)
{
    virDomainPtr one[] = { test, NULL };
    const unsigned int group = VIR_DOMAIN_STATS_IOTHREAD;
    virTypedParameterPtr params = NULL;
    int nparams = 0, room = 0;

    title("I/O threads");
    for (unsigned int flags = 0; flags < 4; flags++) {
        printf("add with flags %u: ", flags);
        CALL(virDomainAddIOThread(test, 7 + flags, flags));
        listed(one, group, 0);
    }
    CALL(virDomainAddIOThread(test, 3, 0));
    listed(one, group, 0);
    listed(one, 0, VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS);
    virTypedParamsAddULLong(&params, &nparams, &room, VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, 5);
    virTypedParamsAddUInt(&params, &nparams, &room, VIR_DOMAIN_IOTHREAD_POLL_GROW, 6);
    CALL(virDomainSetIOThreadParams(test, 7, params, nparams, 0));
    virTypedParamsFree(params, nparams);
    listed(one, group, 0);
    CALL(virDomainDelIOThread(test, 7, 0));
    listed(one, group, 0);
    listed((virDomainPtr[]) { many, NULL }, group, 0);
    CALL(virDomainAddIOThread(many, 9, VIR_DOMAIN_AFFECT_LIVE));
    listed((virDomainPtr[]) { many, NULL }, group, 0);
    CALL(virDomainDelIOThread(many, 1, VIR_DOMAIN_AFFECT_LIVE));
    listed((virDomainPtr[]) { many, NULL }, group, 0);
    /* After another start. */
    CALL(virDomainDestroy(test));
    listed(one, group, 0);
    CALL(virDomainCreate(test));
    listed(one, group, 0);
    listed((virDomainPtr[]) { off, NULL }, group, 0);
    CALL(virDomainAddIOThread(off, 2, VIR_DOMAIN_AFFECT_CONFIG));
    listed((virDomainPtr[]) { off, NULL }, group, 0);
}

int main(void)
{
    virDomainJobInfo job;

    begin();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    test = virDomainLookupByName(conn, "test");
    many = virDomainCreateXML(conn,
        "<domain type='test'><name>many</name><uuid>" UUID_A "</uuid><memory>4195</memory>"
        "<currentMemory>2099</currentMemory><vcpu current='3'>5</vcpu><iothreads>2</iothreads><os><type>hvm</type></os><devices>"
        "<disk type='file' device='disk'><source file='/a'/><target dev='sda' bus='scsi'/></disk>"
        "<disk type='file' device='cdrom'><target dev='sdb' bus='scsi'/><readonly/></disk>"
        "<disk type='file' device='disk'><source file='/c'/><target dev='sdc' bus='scsi'/></disk>"
        "<disk type='file' device='disk'><source file='/d'/><target dev='sdd' bus='scsi'/></disk>"
        "<interface type='user'><mac address='52:54:00:00:00:01'/><target dev='mine'/></interface>"
        "<interface type='user'><mac address='52:54:00:00:00:02'/></interface>"
        "<memballoon model='virtio'/></devices></domain>", 0);
    bare = virDomainCreateXML(conn, "<domain type='test'><name>bare</name><uuid>" UUID_C "</uuid><memory>8192</memory>"
                                    "<os><type>hvm</type></os><devices><memballoon model='none'/></devices></domain>", 0);
    off = virDomainDefineXML(conn,
        "<domain type='test'><name>off</name><uuid>" UUID_B "</uuid><memory>8192</memory><os><type>hvm</type></os>"
        "<devices><disk type='file' device='disk'><source file='/a'/><target dev='vda'/></disk>"
        "<interface type='user'><mac address='52:54:00:00:00:03'/></interface></devices></domain>");
    gone = virDomainDefineXML(conn, "<domain type='test'><name>gone</name><uuid>" UUID_D "</uuid><memory>8192</memory><os><type>hvm</type></os></domain>");
    check(test && many && bare && off && gone, "domains");
    virDomainUndefine(gone);
    disks();
    interfaces();
    memory();
    cpus();
    disk_errors();
    bulk();
    iothreads();
    CALL(virDomainGetJobInfo(test, &job));
    virDomainFree(gone);
    virDomainFree(off);
    virDomainFree(bare);
    virDomainFree(many);
    virDomainFree(test);
    virConnectClose(conn);
    return 0;
}
