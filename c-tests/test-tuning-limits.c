/* test-tuning-limits.c - limits of the domains of test:///default: scheduler, block I/O, interfaces, disks, perf
 * events; and the errors of bad arguments and states.
 */
#include "tuning.h"

#define DEVICES \
    "<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk>" \
    "<disk type='file'><source file='/b'/><target dev='vdb' bus='virtio'/><iotune><read_iops_sec>5</read_iops_sec>" \
    "<group_name>g</group_name></iotune></disk>" \
    "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>" \
    "<interface type='user'><mac address='52:54:00:00:00:02'/><target dev='mine'/><bandwidth>" \
    "<inbound average='5000000000' peak='6'/></bandwidth></interface>"

static const char *device;

/* The functions in one form. */
static int get_blkio(virDomainPtr dom, virTypedParameterPtr params, int *count, unsigned int flags)
{
    return virDomainGetBlkioParameters(dom, params, count, flags);
}

static int set_blkio(virDomainPtr dom, virTypedParameterPtr params, int count, unsigned int flags)
{
    return virDomainSetBlkioParameters(dom, params, count, flags);
}

static int get_interface(virDomainPtr dom, virTypedParameterPtr params, int *count, unsigned int flags)
{
    return virDomainGetInterfaceParameters(dom, device, params, count, flags);
}

static int set_interface(virDomainPtr dom, virTypedParameterPtr params, int count, unsigned int flags)
{
    return virDomainSetInterfaceParameters(dom, device, params, count, flags);
}

static int get_disk(virDomainPtr dom, virTypedParameterPtr params, int *count, unsigned int flags)
{
    return virDomainGetBlockIoTune(dom, device, params, count, flags);
}

static int set_disk(virDomainPtr dom, virTypedParameterPtr params, int count, unsigned int flags)
{
    return virDomainSetBlockIoTune(dom, device, params, count, flags);
}

static int get_scheduler(virDomainPtr dom, virTypedParameterPtr params, int *count, unsigned int flags)
{
    return flags == 77 ? virDomainGetSchedulerParameters(dom, params, count)
                       : virDomainGetSchedulerParametersFlags(dom, params, count, flags);
}

static int set_scheduler(virDomainPtr dom, virTypedParameterPtr params, int count, unsigned int flags)
{
    return flags == 77 ? virDomainSetSchedulerParameters(dom, params, count)
                       : virDomainSetSchedulerParametersFlags(dom, params, count, flags);
}

typedef int (*get_params)(virDomainPtr, virTypedParameterPtr, int *, unsigned int);
typedef int (*set_params)(virDomainPtr, virTypedParameterPtr, int, unsigned int);

static void show_all(get_params get, virDomainPtr dom, int room, unsigned int flags)
{
    virTypedParameter params[32];
    int count = room, got;

    memset(params, 0, sizeof(params));
    got = result("get", get(dom, params, &count, flags));
    if (got < 0)
        return;
    printf("    %d of %d\n", count, room);
    if (room) {
        show_params(params, count);
        virTypedParamsClear(params, count);
    }
}

static void set_all(set_params set, const char *words)
{
    EACH(result("set", set(dom, list, list_count, flags)));
    for (int d = 0; d < 3; d++)
        show_both(domains[d], words);
    clear_list();
}

static void bad_params(set_params set, get_params get)
{
    virConnectPtr reader = virConnectOpenReadOnly("test:///default");
    virDomainPtr dom = domains[1], gone = gone_domain(), ro = virDomainLookupByName(reader, "active");
    virTypedParameter params[8];
    int count = 8;

    title("bad arguments");
    for (int room = -1; room < 3; room++) {
        show_all(get, dom, room, 0);
        show_all(get, gone, room, 0);
    }
    result("get", get(dom, NULL, &count, 0));
    result("get", get(dom, params, NULL, 0));
    count = 0;
    result("get", get(dom, NULL, &count, 0));
    result("set", set(dom, NULL, 1, 0));
    result("set", set(dom, list, 0, 0));
    result("set", set(dom, list, -1, 0));
    add_uint("foo", 1);
    result("unknown", set(dom, list, list_count, 0));
    result("gone", set(gone, list, list_count, 0));
    result("read-only", set(ro, list, list_count, 0));
    result("read-only", set(ro, NULL, 0, 0));
    show_all(get, ro, 1, 0);
    clear_list();
    virDomainFree(ro);
    virDomainFree(gone);
    virConnectClose(reader);
}

static void scheduler(void)
{
    static const unsigned int all_flags[] = { 0, 1, 2, 3, 4, 77 };
    virDomainPtr gone = gone_domain();

    title("scheduler");
    for (int d = 0; d < 3; d++) {
        int count = -7;
        char *name = virDomainGetSchedulerType(domains[d], &count);

        printf("type %s %d\n", text_or_null(name), count);
        free(name);
        name = virDomainGetSchedulerType(domains[d], NULL);
        printf("type %s\n", text_or_null(name));
        free(name);
    }
    add_uint("weight", 5);
    for (size_t i = 0; i < sizeof(all_flags) / sizeof(*all_flags); i++) {
        for (int d = 0; d < 3; d++) {
            show_all(get_scheduler, domains[d], 3, all_flags[i]);
            result("set", set_scheduler(domains[d], list, list_count, all_flags[i]));
            show_all(get_scheduler, domains[d], 1, all_flags[i]);
        }
        show_all(get_scheduler, gone, 1, all_flags[i]);
        result("set", set_scheduler(gone, list, list_count, all_flags[i]));
        show_all(get_scheduler, domains[1], 0, all_flags[i]);
        show_all(get_scheduler, domains[1], -1, all_flags[i]);
        result("get", get_scheduler(domains[1], list, NULL, all_flags[i]));
        result("set", set_scheduler(domains[1], NULL, 1, all_flags[i]));
        result("set", set_scheduler(domains[1], list, 0, all_flags[i]));
    }
    clear_list();
    add_int("weight", 5);
    result("set", set_scheduler(domains[1], list, list_count, 0));
    result("set", set_scheduler(domains[1], list, list_count, 77));
    clear_list();
    virDomainFree(gone);
}

static void blkio(void)
{
    static const char *const texts[] = {
        "", "/dev/a,500", "/dev/b,5,/dev/a,7", "/dev/a", "x", "/dev/a,x", "/dev/a,-1", "/dev/a,0", ",5", "/dev/a,",
        "/dev/a,5,", "/dev/a,5,/dev/c", "/dev/a,4294967295", "/dev/a, 5",
    };
    static const char *const names[] = {
        VIR_DOMAIN_BLKIO_DEVICE_WEIGHT, VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS, VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS,
        VIR_DOMAIN_BLKIO_DEVICE_READ_BPS, VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS,
    };
    const char *words = "blkio weight dev/ _sec";

    title("block I/O");
    EACH(show_all(get_blkio, dom, 8, flags));
    add_uint(VIR_DOMAIN_BLKIO_WEIGHT, 500);
    set_all(set_blkio, words);
    for (size_t n = 0; n < sizeof(names) / sizeof(*names); n++) {
        for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
            printf("%s \"%s\"\n", names[n], texts[i]);
            add_string(names[n], texts[i]);
            result("set", set_blkio(domains[0], list, list_count, 0));
            clear_list();
        }
    }
    show_both(domains[0], words);
    /* One that is wrong, and one that is not. */
    add_string(VIR_DOMAIN_BLKIO_DEVICE_WEIGHT, "x");
    add_uint(VIR_DOMAIN_BLKIO_WEIGHT, 300);
    set_all(set_blkio, words);
    EACH(show_all(get_blkio, dom, 8, flags));
    bad_params(set_blkio, get_blkio);
}

static void interfaces(void)
{
    static const char *const devices[] = { "testnet0", "52:54:00:00:00:01", "52:54:0:0:0:2", "mine", "x", "",
                                           "52:54:00:00:00:03" };
    const char *words = "bandwidth bound";

    title("interfaces");
    for (size_t i = 0; i < sizeof(devices) / sizeof(*devices); i++) {
        device = devices[i];
        printf("device %s\n", device);
        EACH(show_all(get_interface, dom, 8, flags));
        add_uint(VIR_DOMAIN_BANDWIDTH_IN_PEAK, 1);
        set_all(set_interface, words);
        add_uint(VIR_DOMAIN_BANDWIDTH_IN_AVERAGE, 2);
        add_uint(VIR_DOMAIN_BANDWIDTH_IN_BURST, 3);
        add_uint(VIR_DOMAIN_BANDWIDTH_IN_FLOOR, 4);
        set_all(set_interface, words);
        add_uint(VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, 5);
        add_uint(VIR_DOMAIN_BANDWIDTH_OUT_PEAK, 6);
        add_uint(VIR_DOMAIN_BANDWIDTH_OUT_BURST, 7);
        set_all(set_interface, words);
        add_uint(VIR_DOMAIN_BANDWIDTH_IN_FLOOR, 0);
        set_all(set_interface, words);
        add_uint(VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, 0);
        add_uint(VIR_DOMAIN_BANDWIDTH_OUT_PEAK, 8);
        set_all(set_interface, words);
        show_all(get_interface, domains[1], 8, 0);
    }
    device = "mine";
    bad_params(set_interface, get_interface);
}

static void disks(void)
{
    static const char *const devices[] = { "vda", "/a", "vdb", "x", "" };
    static const char *const names[] = {
        "total_bytes_sec", "read_bytes_sec", "write_bytes_sec", "total_iops_sec", "read_iops_sec", "write_iops_sec",
        "total_bytes_sec_max", "read_bytes_sec_max", "write_bytes_sec_max", "total_iops_sec_max",
        "read_iops_sec_max", "write_iops_sec_max", "size_iops_sec", "total_bytes_sec_max_length",
        "read_bytes_sec_max_length", "write_bytes_sec_max_length", "total_iops_sec_max_length",
        "read_iops_sec_max_length", "write_iops_sec_max_length",
    };
    const char *words = "iotune _sec group_name";

    title("disks");
    for (size_t i = 0; i < sizeof(devices) / sizeof(*devices); i++) {
        device = devices[i];
        printf("device %s\n", device);
        EACH(show_all(get_disk, dom, 32, flags));
        add_ullong(VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC, 5);
        add_ullong(VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX, 1000000000000000ull);
        set_all(set_disk, words);
        add_string(VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, "g");
        set_all(set_disk, words);
        for (size_t n = 0; n < sizeof(names) / sizeof(*names); n++) {
            for (size_t m = 0; m < sizeof(names) / sizeof(*names); m += 2) {
                printf("%s %s\n", names[n], names[m]);
                add_ullong(names[n], 3);
                if (m != n)
                    add_ullong(names[m], n == 5 ? 1000000000000001ull : 4);
                result("set", set_disk(domains[1], list, list_count, 0));
                clear_list();
            }
        }
        show_both(domains[1], words);
        for (size_t n = 0; n < 6; n++) {
            add_ullong(names[n], 0);
            result("set", set_disk(domains[1], list, list_count, 0));
            clear_list();
        }
        add_string(VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, "");
        set_all(set_disk, words);
        show_all(get_disk, domains[1], 32, 0);
        show_all(get_disk, domains[1], 14, 0);
    }
    device = "vda";
    bad_params(set_disk, get_disk);
    device = NULL;
    bad_params(set_disk, get_disk);
}

static void show_perf(virDomainPtr dom, unsigned int flags)
{
    virTypedParameterPtr params = NULL;
    int count = 0;

    if (CALL(virDomainGetPerfEvents(dom, &params, &count, flags)) == 0) {
        show_params(params, count);
        virTypedParamsFree(params, count);
    }
}

static void perf(void)
{
    virTypedParameterPtr params = NULL;
    virDomainPtr gone = gone_domain();
    int count;

    title("perf events");
    EACH(show_perf(dom, flags));
    add_bool("cmt", 1);
    add_bool("page_faults", 0);
    add_bool("emulation_faults", 5);
    set_all(virDomainSetPerfEvents, "perf event");
    EACH(show_perf(dom, flags));
    EACH(show_perf(dom, flags | VIR_TYPED_PARAM_STRING_OKAY));
    add_bool("cmt", 1);
    add_bool("cmt", 1);
    set_all(virDomainSetPerfEvents, "perf event");
    add_int("cmt", 1);
    set_all(virDomainSetPerfEvents, "perf event");
    add_bool("foo", 1);
    set_all(virDomainSetPerfEvents, "perf event");
    CALL(virDomainGetPerfEvents(domains[1], NULL, &count, 0));
    CALL(virDomainGetPerfEvents(domains[1], &params, NULL, 0));
    CALL(virDomainGetPerfEvents(gone, &params, &count, 0));
    CALL(virDomainSetPerfEvents(domains[1], NULL, 1, 0));
    CALL(virDomainSetPerfEvents(domains[1], list, 0, 0));
    CALL(virDomainSetPerfEvents(domains[1], list, -1, 0));
    virDomainFree(gone);
}

int main(void)
{
    open_domains("", DEVICES);
    scheduler();
    blkio();
    interfaces();
    disks();
    perf();
    close_domains();
    return 0;
}
