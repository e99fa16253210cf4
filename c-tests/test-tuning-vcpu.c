/* test-tuning-vcpu.c - virtual CPUs and I/O threads of the domains of test:///default: numbers, pinning, and the
 * errors of bad arguments and states.
 */
#include "tuning.h"

static unsigned char map[] = { 0x0d, 0x80 }, none[] = { 0 };

static void show_map(const unsigned char *bytes, int length)
{
    for (int i = 0; i < length; i++)
        printf(" %02x", bytes[i]);
    putchar('\n');
}

static void counts(void)
{
    static const unsigned int numbers[] = { 0, 1, 3, 4, 5, 32, 33, 65536, 4294967295u };

    title("counts");
    EACH(CALL(virDomainGetVcpusFlags(dom, flags)));
    EACH(CALL(virDomainGetVcpusFlags(dom, flags | VIR_DOMAIN_VCPU_MAXIMUM)));
    EACH(CALL(virDomainGetVcpusFlags(dom, flags | VIR_DOMAIN_VCPU_GUEST)));
    for (int i = 0; i < 3; i++)
        CALL(virDomainGetMaxVcpus(domains[i]));
    for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
        unsigned int number = numbers[i];

        printf("number %u\n", number);
        EACH(CALL(virDomainSetVcpusFlags(dom, number, flags)));
        for (int d = 0; d < 3; d++)
            CALL(virDomainSetVcpus(domains[d], number));
        EACH(CALL(virDomainSetVcpusFlags(dom, number, flags | VIR_DOMAIN_VCPU_MAXIMUM)));
        EACH(CALL(virDomainSetVcpusFlags(dom, number, flags | VIR_DOMAIN_VCPU_GUEST)));
        for (int d = 0; d < 3; d++)
            show_both(domains[d], "vcpu");
    }
}

static void show_vcpus(virDomainPtr dom, int max, int length)
{
    virVcpuInfo info[8];
    unsigned char maps[64];
    int count;

    memset(info, 9, sizeof(info));
    memset(maps, 0xee, sizeof(maps));
    count = CALL(virDomainGetVcpus(dom, info, max, length ? maps : NULL, length));
    for (int i = 0; i < count; i++) {
        printf("    vcpu %u state %d cpu %d time %d:", info[i].number, info[i].state, info[i].cpu,
               info[i].cpuTime > 0);
        show_map(maps + i * length, length);
    }
}

static void show_pins(virDomainPtr dom, unsigned int flags)
{
    unsigned char maps[64];
    int count;

    memset(maps, 0xee, sizeof(maps));
    count = CALL(virDomainGetVcpuPinInfo(dom, 3, maps, 3, flags));
    for (int i = 0; i < count; i++)
        show_map(maps + i * 3, 3);
}

static void show_emulator(virDomainPtr dom, unsigned int flags)
{
    unsigned char bytes[3];

    if (CALL(virDomainGetEmulatorPinInfo(dom, bytes, sizeof(bytes), flags)) > 0)
        show_map(bytes, sizeof(bytes));
}

static void pinning(void)
{
    title("pinning");
    for (int i = 0; i < 3; i++) {
        show_vcpus(domains[i], 1, 1);
        show_vcpus(domains[i], 8, 3);
        show_vcpus(domains[i], 8, 0);
    }
    EACH(show_pins(dom, flags));
    EACH(show_emulator(dom, flags));
    EACH(CALL(virDomainPinVcpuFlags(dom, 0, map, sizeof(map), flags)));
    EACH(CALL(virDomainPinVcpuFlags(dom, 77, map, sizeof(map), flags)));
    EACH(CALL(virDomainPinVcpuFlags(dom, 4294967295u, map, sizeof(map), flags)));
    EACH(CALL(virDomainPinEmulator(dom, map, sizeof(map), flags)));
    EACH(CALL(virDomainPinEmulator(dom, none, sizeof(none), flags)));
    for (int i = 0; i < 3; i++) {
        CALL(virDomainPinVcpu(domains[i], 0, map, 1));
        CALL(virDomainPinVcpu(domains[i], 1, none, 1));
        CALL(virDomainPinVcpu(domains[i], 3, map, 2));
        show_vcpus(domains[i], 8, 2);
        show_both(domains[i], "pin");
    }
    EACH(show_pins(dom, flags));
    EACH(show_emulator(dom, flags));
}

static void show_iothreads(virDomainPtr dom, unsigned int flags)
{
    virDomainIOThreadInfoPtr *info = (virDomainIOThreadInfoPtr *)8;
    int count = CALL(virDomainGetIOThreadInfo(dom, &info, flags));

    if (count < 0)
        return;
    for (int i = 0; i < count; i++) {
        printf("    iothread %u, %d bytes:", info[i]->iothread_id, info[i]->cpumaplen);
        show_map(info[i]->cpumap, info[i]->cpumaplen < 3 ? info[i]->cpumaplen : 3);
        virDomainIOThreadInfoFree(info[i]);
    }
    free(info);
}

static void set_iothread(virDomainPtr dom, unsigned int id, unsigned int flags)
{
    printf("%d: ", id);
    CALL(virDomainSetIOThreadParams(dom, id, list, list_count, flags));
}

static void iothreads(void)
{
    title("I/O threads");
    EACH(show_iothreads(dom, flags));
    for (unsigned int id = 0; id < 7; id += 2)
        EACH(CALL(virDomainAddIOThread(dom, id, flags)));
    for (unsigned int id = 0; id < 9; id += 2)
        EACH(CALL(virDomainPinIOThread(dom, id, map, sizeof(map), flags)));
    EACH(CALL(virDomainPinIOThread(dom, 2, none, sizeof(none), flags)));
    EACH(CALL(virDomainPinIOThread(dom, ~0u, map, sizeof(map), flags)));
    EACH(show_iothreads(dom, flags));
    for (unsigned int id = 0; id < 9; id += 2) {
        clear_list();
        add_ullong(VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, 5);
        EACH(set_iothread(dom, id, flags));
        add_uint(VIR_DOMAIN_IOTHREAD_POLL_GROW, 5);
        add_uint(VIR_DOMAIN_IOTHREAD_POLL_SHRINK, 5);
        EACH(set_iothread(dom, id, flags));
        add_int(VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN, 5);
        EACH(set_iothread(dom, id, flags));
    }
    clear_list();
    add_uint(VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, 5);
    EACH(set_iothread(dom, 6, flags));
    clear_list();
    add_ullong(VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, 5);
    add_ullong(VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, 6);
    EACH(set_iothread(dom, 6, flags));
    clear_list();
    for (int i = 0; i < 3; i++)
        show_both(domains[i], "iothread");
    for (unsigned int id = 0; id < 9; id += 2)
        EACH(CALL(virDomainDelIOThread(dom, id, flags)));
    for (int i = 0; i < 3; i++)
        show_both(domains[i], "iothread");
    EACH(show_iothreads(dom, flags));
}

/* Sets of CPUs in the XML, and CPUs that are plugged one by one. */
static void from_xml(void)
{
    virDomainPtr dom;

    title("from the XML");
    dom = virDomainCreateXML(conn, domain_xml("x", '7',
        "<vcpu cpuset='3,5'>4</vcpu><vcpus><vcpu id='0' enabled='yes'/><vcpu id='2' enabled='yes'/></vcpus>"
        "<iothreads>2</iothreads><cputune><vcpupin vcpu='2' cpuset='0,9'/><emulatorpin cpuset='1'/>"
        "<iothreadpin iothread='1' cpuset='2'/></cputune>", ""), 0);
    check(dom != NULL, "domain");
    show_vcpus(dom, 8, 2);
    show_pins(dom, 0);
    show_emulator(dom, 0);
    show_iothreads(dom, 0);
    CALL(virDomainPinVcpu(dom, 1, map, 1));
    CALL(virDomainPinVcpu(dom, 2, map, 1));
    CALL(virDomainSetVcpus(dom, 1));
    CALL(virDomainAddIOThread(dom, 3, 0));
    show_lines(dom, 0, "vcpu pin iothread");
    CALL(virDomainDelIOThread(dom, 1, 0));
    CALL(virDomainSetVcpus(dom, 4));
    show_lines(dom, 0, "vcpu pin iothread");
    virDomainDestroy(dom);
    virDomainFree(dom);

    dom = virDomainDefineXML(conn, domain_xml("x", '7',
        "<vcpu>2</vcpu><vcpus><vcpu id='0' enabled='yes' order='1'/></vcpus>", ""));
    check(dom != NULL, "domain");
    CALL(virDomainSetVcpusFlags(dom, 4, VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_VCPU_MAXIMUM));
    show_lines(dom, 0, "vcpu");
    CALL(virDomainSetVcpusFlags(dom, 3, VIR_DOMAIN_AFFECT_CONFIG));
    show_lines(dom, 0, "vcpu");
    CALL(virDomainSetVcpusFlags(dom, 1, VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_VCPU_MAXIMUM));
    show_lines(dom, 0, "vcpu");
    virDomainUndefine(dom);
    virDomainFree(dom);
}

static void bad_arguments(void)
{
    virConnectPtr reader = virConnectOpenReadOnly("test:///default");
    virDomainPtr dom = domains[1], gone = gone_domain(), ro = virDomainLookupByName(reader, "active");
    unsigned char bytes[8];
    virVcpuInfo info[2];
    virDomainIOThreadInfoPtr *threads = NULL;

    title("bad arguments");
    CALL(virDomainGetVcpus(dom, NULL, 2, bytes, 1));
    CALL(virDomainGetVcpus(dom, info, 0, bytes, 1));
    CALL(virDomainGetVcpus(dom, info, -1, bytes, 1));
    CALL(virDomainGetVcpus(dom, info, 2, bytes, 0));
    CALL(virDomainGetVcpus(dom, info, 2, bytes, -1));
    CALL(virDomainGetVcpus(dom, info, 2, NULL, 1));
    CALL(virDomainGetVcpus(dom, info, 65536, bytes, 65536));
    CALL(virDomainGetVcpuPinInfo(dom, 1, NULL, 1, 0));
    CALL(virDomainGetVcpuPinInfo(dom, 0, bytes, 1, 0));
    CALL(virDomainGetVcpuPinInfo(dom, 1, bytes, 0, 0));
    CALL(virDomainGetVcpuPinInfo(dom, 65536, bytes, 65536, 0));
    CALL(virDomainGetVcpuPinInfo(dom, 1, bytes, -1, 3));
    CALL(virDomainGetEmulatorPinInfo(dom, NULL, 1, 0));
    CALL(virDomainGetEmulatorPinInfo(dom, bytes, 0, 0));
    CALL(virDomainPinVcpu(dom, 0, NULL, 1));
    CALL(virDomainPinVcpu(dom, 0, map, 0));
    CALL(virDomainPinVcpuFlags(dom, 0, NULL, 1, 0));
    CALL(virDomainPinVcpuFlags(dom, 0, map, -1, 0));
    CALL(virDomainPinEmulator(dom, NULL, 1, 0));
    CALL(virDomainPinEmulator(dom, map, 0, 0));
    CALL(virDomainPinIOThread(dom, 2, NULL, 1, 0));
    CALL(virDomainPinIOThread(dom, 2, map, 0, 0));
    CALL(virDomainGetIOThreadInfo(dom, NULL, 0));
    CALL(virDomainSetIOThreadParams(dom, 2, NULL, 1, 0));
    CALL(virDomainSetIOThreadParams(dom, 2, list, 0, 0));
    CALL(virDomainSetIOThreadParams(dom, 2, list, -1, 0));
    title("a domain that is gone");
    CALL(virDomainGetVcpusFlags(gone, 0));
    CALL(virDomainGetMaxVcpus(gone));
    CALL(virDomainSetVcpus(gone, 1));
    CALL(virDomainSetVcpusFlags(gone, 33, 0));
    CALL(virDomainGetVcpus(gone, info, 2, NULL, 0));
    CALL(virDomainPinVcpu(gone, 0, map, 1));
    CALL(virDomainGetVcpuPinInfo(gone, 1, bytes, 1, 0));
    CALL(virDomainPinEmulator(gone, none, 1, 0));
    CALL(virDomainGetEmulatorPinInfo(gone, bytes, 1, 0));
    CALL(virDomainAddIOThread(gone, 0, 0));
    CALL(virDomainAddIOThread(gone, 1, 0));
    CALL(virDomainDelIOThread(gone, 1, 0));
    CALL(virDomainPinIOThread(gone, 1, none, 1, 0));
    CALL(virDomainGetIOThreadInfo(gone, &threads, 0));
    title("read-only");
    CALL(virDomainGetVcpusFlags(ro, 0));
    CALL(virDomainGetVcpusFlags(ro, VIR_DOMAIN_VCPU_GUEST));
    CALL(virDomainSetVcpus(ro, 0));
    CALL(virDomainSetVcpusFlags(ro, 0, 12));
    CALL(virDomainPinVcpu(ro, 0, NULL, 1));
    CALL(virDomainPinVcpuFlags(ro, 0, NULL, 1, 0));
    CALL(virDomainPinEmulator(ro, NULL, 1, 0));
    CALL(virDomainAddIOThread(ro, 0, 0));
    CALL(virDomainDelIOThread(ro, 0, 0));
    CALL(virDomainPinIOThread(ro, 0, NULL, 0, 0));
    CALL(virDomainSetIOThreadParams(ro, 0, NULL, 0, 0));
    CALL(virDomainGetEmulatorPinInfo(ro, bytes, 1, 0));
    CALL(virDomainGetVcpus(ro, info, 2, NULL, 0));
    virDomainFree(ro);
    virDomainFree(gone);
    virConnectClose(reader);
}

int main(void)
{
    open_domains("<vcpu current='2'>4</vcpu><iothreadids><iothread id='2'/></iothreadids>", "");
    counts();
    close_domains();
    open_domains("<vcpu current='2'>4</vcpu><iothreadids><iothread id='2'/></iothreadids>", "");
    pinning();
    iothreads();
    from_xml();
    bad_arguments();
    close_domains();
    return 0;
}
