/* test-tuning-memory.c - memory of the domains of test:///default: sizes, limits, the balloon's reports, NUMA
 * placement, and the errors of bad arguments and states.
 */
#include "tuning.h"

static void sizes(void)
{
    static const unsigned long numbers[] = { 0, 1, 4096, 8192, 8193, 20000, 20001, 4294967296ul, ~0ul >> 11,
                                             (~0ul >> 11) + 1, ~0ul };

    title("sizes");
    for (size_t i = 0; i < COUNT(numbers); i++) {
        unsigned long number = numbers[i];

        printf("number %lu\n", number);
        EACH(CALL(virDomainSetMemoryFlags(dom, number, flags)));
        EACH(CALL(virDomainSetMemoryFlags(dom, number, flags | VIR_DOMAIN_MEM_MAXIMUM)));
        for (int d = 0; d < 3; d++) {
            CALL(virDomainSetMemory(domains[d], number));
            CALL(virDomainSetMaxMemory(domains[d], number));
            printf("max memory %lu\n", virDomainGetMaxMemory(domains[d]));
            show_both(domains[d], "emory");
        }
    }
}

static void periods(void)
{
    static const int numbers[] = { 5, 0, 2147483647, -1 };

    title("balloon");
    for (size_t i = 0; i < COUNT(numbers); i++) {
        EACH(CALL(virDomainSetMemoryStatsPeriod(dom, numbers[i], flags)));
        for (int d = 0; d < 3; d++)
            show_both(domains[d], "balloon period");
    }
}

static void without_balloon(void)
{
    virDomainPtr dom = virDomainDefineXML(conn, domain_xml("x", '7', "", ""));

    CALL(virDomainSetMemoryStatsPeriod(dom, 5, 0));
    virDomainUndefine(dom);
    virDomainFree(dom);
    dom = virDomainDefineXML(conn, domain_xml("x", '7', "", "<memballoon model='none'/>"));
    CALL(virDomainSetMemoryStatsPeriod(dom, 5, 0));
    virDomainUndefine(dom);
    virDomainFree(dom);
}

typedef int (*get_params)(virDomainPtr, virTypedParameterPtr, int *, unsigned int);
typedef int (*set_params)(virDomainPtr, virTypedParameterPtr, int, unsigned int);

static void show_all(get_params get, virDomainPtr dom, int room, unsigned int flags)
{
    virTypedParameter params[8];
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

static void set_all(set_params set, get_params get)
{
    EACH(result("set", set(dom, list, list_count, flags)));
    EACH(show_all(get, dom, 8, flags));
    clear_list();
}

static void bad_params(set_params set, get_params get, const char *name, int type)
{
    virConnectPtr reader = virConnectOpenReadOnly("test:///default");
    virDomainPtr dom = domains[1], gone = gone_domain(), ro = virDomainLookupByName(reader, "active");
    virTypedParameter params[8];
    int count = 8;

    title("bad arguments");
    for (int room = 0; room < 4; room++) {
        show_all(get, dom, room, 0);
        show_all(get, gone, room, 0);
        show_all(get, gone, room, 128);
    }
    EACH(show_all(get, dom, 0, flags));
    result("get", get(dom, NULL, &count, 0));
    result("get", get(dom, params, NULL, 0));
    count = -1;
    result("get", get(dom, params, &count, 0));
    count = 0;
    result("get", get(dom, NULL, &count, 0));
    result("set", set(dom, NULL, 1, 0));
    result("set", set(dom, NULL, 0, 0));
    result("set", set(dom, list, 0, 0));
    result("set", set(dom, list, -1, 0));
    add_uint("foo", 1);
    result("unknown", set(dom, list, list_count, 0));
    result("gone", set(gone, list, list_count, 0));
    result("read-only", set(ro, list, list_count, 0));
    result("read-only", set(ro, NULL, 0, 0));
    show_all(get, ro, 8, 0);
    clear_list();
    add_bool(name, 1);
    result("type", set(dom, list, list_count, 0));
    clear_list();
    add_string(name, NULL);
    result("NULL string", set(dom, list, list_count, 0));
    clear_list();
    next(name, type)->value.s = type == VIR_TYPED_PARAM_STRING ? strdup("1") : NULL;
    next(name, type)->value.s = type == VIR_TYPED_PARAM_STRING ? strdup("1") : NULL;
    result("twice", set(dom, list, list_count, 0));
    add_uint("bar", 1);
    add_uint("zoo", 1);
    result("twice and unknown", set(dom, list, list_count, 0));
    clear_list();
    next(name, type)->value.s = type == VIR_TYPED_PARAM_STRING ? strdup("1") : NULL;
    result("gone", set(gone, list, list_count, 0));
    memset(list[0].field, 'x', sizeof(list[0].field));
    result("no end", set(dom, list, list_count, 0));
    clear_list();
    virDomainFree(ro);
    virDomainFree(gone);
    virConnectClose(reader);
}

static void limits(void)
{
    set_params set = virDomainSetMemoryParameters;
    get_params get = virDomainGetMemoryParameters;

    title("limits of memory");
    EACH(show_all(get, dom, 8, flags));
    add_ullong(VIR_DOMAIN_MEMORY_HARD_LIMIT, 100);
    set_all(set, get);
    add_ullong(VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, 50);
    set_all(set, get);
    add_ullong(VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, 200);
    add_ullong(VIR_DOMAIN_MEMORY_SOFT_LIMIT, 50);
    set_all(set, get);
    add_ullong(VIR_DOMAIN_MEMORY_HARD_LIMIT, 201);
    set_all(set, get);
    for (int d = 0; d < 3; d++)
        show_both(domains[d], "limit guarantee");
    add_ullong(VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_DOMAIN_MEMORY_PARAM_UNLIMITED);
    add_ullong(VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, ~0ull);
    add_ullong(VIR_DOMAIN_MEMORY_SOFT_LIMIT, VIR_DOMAIN_MEMORY_PARAM_UNLIMITED + 1);
    set_all(set, get);
    add_ullong(VIR_DOMAIN_MEMORY_MIN_GUARANTEE, 1);
    set_all(set, get);
    for (int d = 0; d < 3; d++)
        show_both(domains[d], "memtune limit guarantee");
    bad_params(set, get, VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG);
}

static void numa(void)
{
    static const char *const sets[] = { "0", "0-3,^2", "", "x", "1,^1", "127" };
    set_params set = virDomainSetNumaParameters;
    get_params get = virDomainGetNumaParameters;

    title("NUMA");
    EACH(show_all(get, dom, 8, flags));
    add_int(VIR_DOMAIN_NUMA_MODE, 1);
    set_all(set, get);
    for (size_t i = 0; i < COUNT(sets); i++) {
        add_string(VIR_DOMAIN_NUMA_NODESET, sets[i]);
        set_all(set, get);
    }
    for (int mode = -1; mode < 5; mode++) {
        add_int(VIR_DOMAIN_NUMA_MODE, mode);
        set_all(set, get);
        add_int(VIR_DOMAIN_NUMA_MODE, mode);
        add_string(VIR_DOMAIN_NUMA_NODESET, "5-6");
        set_all(set, get);
    }
    for (int d = 0; d < 3; d++)
        show_both(domains[d], "numatune mode= vcpu");
    bad_params(set, get, VIR_DOMAIN_NUMA_NODESET, VIR_TYPED_PARAM_STRING);
}

/* Where the placement was left to the host. */
static void automatic_numa(void)
{
    virDomainPtr dom = virDomainDefineXML(conn, domain_xml("x", '7', "<vcpu placement='auto'>1</vcpu>", ""));

    title("automatic placement");
    show_all(virDomainGetNumaParameters, dom, 8, 0);
    add_int(VIR_DOMAIN_NUMA_MODE, 2);
    result("set", virDomainSetNumaParameters(dom, list, list_count, 0));
    show_lines(dom, 0, "numatune mode= vcpu");
    add_string(VIR_DOMAIN_NUMA_NODESET, "1");
    result("set", virDomainSetNumaParameters(dom, list, list_count, 0));
    show_lines(dom, 0, "numatune mode= vcpu");
    clear_list();
    virDomainUndefine(dom);
    virDomainFree(dom);
}

/* What a guest with NUMA cells of its own cannot do. */
static void cells(void)
{
    const char *head = "<maxMemory slots='2'>20000</maxMemory><vcpu>2</vcpu><cpu><numa>"
                       "<cell cpus='0' memory='4096'/><cell cpus='1' memory='2048'/></numa></cpu><numatune>"
                       "<memory mode='preferred' nodeset='1'/><memnode cellid='1' mode='interleave' nodeset='3'/>"
                       "</numatune>";
    static const unsigned long numbers[] = { 0, 1, 6144, 6145, 8192, 8193, 20001, ~0ul };

    title("cells");
    close_domains();
    open_domains(head, "");
    for (size_t i = 0; i < COUNT(numbers); i++) {
        unsigned long number = numbers[i];

        printf("number %lu\n", number);
        EACH(CALL(virDomainSetMemoryFlags(dom, number, flags)));
        EACH(CALL(virDomainSetMemoryFlags(dom, number, flags | VIR_DOMAIN_MEM_MAXIMUM)));
        for (int d = 0; d < 3; d++) {
            CALL(virDomainSetMaxMemory(domains[d], number));
            show_both(domains[d], "emory");
        }
    }
    EACH(show_all(virDomainGetNumaParameters, dom, 8, flags));
    for (int mode = 0; mode < 4; mode++) {
        add_int(VIR_DOMAIN_NUMA_MODE, mode);
        set_all(virDomainSetNumaParameters, virDomainGetNumaParameters);
        add_string(VIR_DOMAIN_NUMA_NODESET, "5-6");
        set_all(virDomainSetNumaParameters, virDomainGetNumaParameters);
    }
    for (int d = 0; d < 3; d++)
        show_both(domains[d], "numatune mode= vcpu");
}

static void bad_sizes(void)
{
    virConnectPtr reader = virConnectOpenReadOnly("test:///default");
    virDomainPtr gone = gone_domain(), ro = virDomainLookupByName(reader, "active");

    title("sizes of bad domains");
    CALL(virDomainSetMemory(gone, 1));
    CALL(virDomainSetMemoryFlags(gone, 1, 0));
    CALL(virDomainSetMaxMemory(gone, 1));
    CALL(virDomainSetMemoryStatsPeriod(gone, 1, 0));
    CALL(virDomainSetMemory(ro, 0));
    CALL(virDomainSetMemoryFlags(ro, 0, 0));
    CALL(virDomainSetMaxMemory(ro, 0));
    CALL(virDomainSetMemoryStatsPeriod(ro, -1, 0));
    virDomainFree(ro);
    virDomainFree(gone);
    virConnectClose(reader);
}

int main(void)
{
    open_domains("<maxMemory slots='2'>20000</maxMemory><memtune><min_guarantee>5</min_guarantee></memtune>",
                 "<memballoon model='virtio'/>");
    sizes();
    periods();
    without_balloon();
    limits();
    numa();
    automatic_numa();
    bad_sizes();
    cells();
    close_domains();
    return 0;
}
