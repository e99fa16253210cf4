/* test-node.c - the host of test:///default: node, capabilities, free memory and pages, CPU models, and the errors
 * of all the questions about them.
 */
#include "report.h"

static virConnectPtr conn, reader;

static void show_text(const char *call, char *text)
{
    result(call, text != NULL);
    if (text)
        printf("%s", text);
    free(text);
}

/* Calls a function that returns a string from malloc, and prints both. */
#define TEXT(call) show_text(#call, call)

static void node(void)
{
    virNodeInfo info;
    virSecurityModel model;

    title("node");
    memset(&info, 9, sizeof(info));
    CALL(virNodeGetInfo(conn, &info));
    printf("    \"%s\" %lu KiB, %u CPUs of %u MHz, %u nodes %u sockets %u cores %u threads\n", info.model,
           info.memory, info.cpus, info.mhz, info.nodes, info.sockets, info.cores, info.threads);
    for (size_t i = strlen(info.model); i < sizeof(info.model); i++)
        if (info.model[i])
            printf("    byte %zu of the model is %d\n", i, info.model[i]);
    CALL(virNodeGetInfo(reader, &info));
    CALL(virNodeGetInfo(conn, NULL));
    CALL(virNodeGetInfo(NULL, &info));

    memset(&model, 9, sizeof(model));
    CALL(virNodeGetSecurityModel(conn, &model));
    printf("    model \"%s\" doi \"%s\"\n", model.model, model.doi);
    CALL(virNodeGetSecurityModel(reader, &model));
    CALL(virNodeGetSecurityModel(conn, NULL));
    CALL(virNodeGetSecurityModel(NULL, &model));
    TEXT(virConnectGetCapabilities(conn));
    TEXT(virConnectGetCapabilities(NULL));
    TEXT(virConnectGetSysinfo(conn, 0));
    TEXT(virConnectGetSysinfo(conn, 1));
    TEXT(virConnectGetSysinfo(NULL, 0));
    CALL(virConnectGetMaxVcpus(conn, NULL));
    CALL(virConnectGetMaxVcpus(conn, "kvm"));
    CALL(virConnectGetMaxVcpus(NULL, NULL));
}

static void cpu_map(void)
{
    unsigned char *map = NULL;
    unsigned int online = 99;

    title("CPU map");
    if (CALL(virNodeGetCPUMap(conn, &map, &online, 0)) > 0)
        printf("    map %x, %u online\n", map[0], online);
    free(map);
    map = (unsigned char *)"x";
    online = 99;
    CALL(virNodeGetCPUMap(conn, &map, &online, 1));
    printf("    map %s, %u online\n", text_or_null((const char *)map), online);
    CALL(virNodeGetCPUMap(conn, NULL, &online, 0));
    printf("    %u online\n", online);
    CALL(virNodeGetCPUMap(conn, &map, NULL, 0));
    free(map);
    CALL(virNodeGetCPUMap(conn, NULL, NULL, 0));
    CALL(virNodeGetCPUMap(NULL, NULL, NULL, 0));
}

static void cpu_stats(void)
{
    const int cpus[] = { -1, 16, -2 };
    virNodeCPUStats stats[8];
    int count = -7;

    title("CPU statistics");
    CALL(virNodeGetCPUStats(conn, -1, NULL, &count, 0));
    count = 0;
    CALL(virNodeGetCPUStats(conn, -1, NULL, &count, 0));
    printf("    %d of them\n", count);
    for (size_t i = 0; i < sizeof(cpus) / sizeof(*cpus); i++) {
        for (int room = 0; room < 6; room++) {
            count = room;
            memset(stats, 0, sizeof(stats));
            printf("CPU %d, room for %d: ", cpus[i], room);
            if (CALL(virNodeGetCPUStats(conn, cpus[i], stats, &count, 0)) < 0)
                continue;
            printf("    count %d:", count);
            for (int j = 0; j < count; j++)
                printf(" %s %llu", stats[j].field, stats[j].value);
            putchar('\n');
        }
    }
    count = 4;
    CALL(virNodeGetCPUStats(conn, -1, stats, &count, 1));
    LOCAL_CALL(virNodeGetCPUStats(conn, -1, NULL, &count, 0)); /* crashes */
    CALL(virNodeGetCPUStats(conn, -1, stats, NULL, 0));
    CALL(virNodeGetCPUStats(NULL, -1, stats, &count, 0));
    count = 0;
    CALL(virNodeGetMemoryStats(conn, -1, NULL, &count, 0));
}

static void memory(void)
{
    const int ranges[][2] = { { 0, 1 }, { 0, 2 }, { 0, 3 }, { 1, 1 }, { 1, 2 }, { 2, 1 }, { -1, 1 }, { -1, 5 },
                              { 0, 0 }, { 1, 0 }, { 0, -1 }, { 2, -1 }, { 2147483647, 2147483647 } };
    unsigned int sizes[] = { 4, 2048, 5 };
    unsigned long long values[16], many[64] = { 0 };

    title("memory");
    printf("free: %llu, NULL %llu\n", virNodeGetFreeMemory(conn), virNodeGetFreeMemory(NULL));
    show_error("   ", virGetLastError());
    for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++) {
        int start = ranges[i][0], count = ranges[i][1], found;

        memset(values, 0, sizeof(values));
        printf("from %d, %d of them: ", start, count);
        found = CALL(virNodeGetCellsFreeMemory(conn, values, start, count));
        for (int j = 0; j < found; j++)
            printf("    %llu\n", values[j]);
        if (count < 0 || count > 3)
            continue;
        /* It returns 0 and fills the array all the same. */
        memset(values, 0, sizeof(values));
        CALL(virNodeGetFreePages(conn, 3, sizes, start, (unsigned int)count, values, 0));
        for (int j = 0; j < 10; j++)
            printf("    %llu", values[j]);
        putchar('\n');
    }
    /* The numbers grow until there is no room for them. */
    CALL(virNodeGetFreePages(conn, 2, sizes, 0, 32, many, 0));
    for (int j = 0; j < 64; j++)
        printf("    %llu", many[j]);
    putchar('\n');
    CALL(virNodeGetCellsFreeMemory(conn, NULL, 0, 1));
    CALL(virNodeGetCellsFreeMemory(conn, NULL, 0, 0));
    CALL(virNodeGetCellsFreeMemory(NULL, values, 0, 1));
    CALL(virNodeGetFreePages(conn, 0, sizes, 0, 1, values, 0));
    CALL(virNodeGetFreePages(conn, 1, NULL, 0, 1, values, 0));
    CALL(virNodeGetFreePages(conn, 1, sizes, 0, 1, NULL, 0));
    CALL(virNodeGetFreePages(conn, 1, sizes, 0, 1, values, 1));
    CALL(virNodeGetFreePages(NULL, 1, sizes, 0, 1, values, 0));
}

static void models(void)
{
    static const char *const archs[] = { "i686", "x86_64", "armv6l", "armv7b", "armv7l", "aarch64", "ppc64", "ppc64le",
        "ppc", "ppcle", "ppcemb", "openrisc",
        "s390", "s390x", "alpha", "cris", "i386", "riscv32", "riscv64", "sparc", "none", "",
        "vax" };

    title("CPU models");
    for (size_t i = 0; i < sizeof(archs) / sizeof(*archs); i++) {
        char **names = NULL;
        int count;

        printf("%s: ", archs[i]);
        count = CALL(virConnectGetCPUModelNames(conn, archs[i], &names, 0));
        if (!names)
            continue;
        if (count == 0 && at_a_daemon()) { /* only the original has an empty array */
            free(names);
            continue;
        }
        for (int j = 0; j < count; j++) {
            printf("    %s\n", names[j]);
            free(names[j]);
        }
        printf("    end %d\n", names[count < 0 ? 0 : count] == NULL);
        free(names);
        CALL(virConnectGetCPUModelNames(reader, archs[i], NULL, 0));
    }
    {
        char **names = (char **)&conn;

        CALL(virConnectGetCPUModelNames(conn, "vax", &names, 0));
        printf("    array %s\n", names ? "set" : "NULL");
        names = (char **)&conn;
        CALL(virConnectGetCPUModelNames(conn, "x86_64", &names, 1));
        printf("    array %s\n", names ? "set" : "NULL");
        names = (char **)&conn;
        CALL(virConnectGetCPUModelNames(NULL, "x86_64", &names, 0));
        printf("    array %s\n", names ? "set" : "NULL");
        CALL(virConnectGetCPUModelNames(conn, NULL, &names, 0));
    }
}

static const char *cpu_xml(const char *arch, const char *model, const char *more)
{
    static char texts[4][512];
    static int next;
    char *text = texts[next++ % 4];

    snprintf(text, sizeof(texts[0]), "<cpu><arch>%s</arch><model>%s</model>%s</cpu>", arch, model, more);
    return text;
}

/* What two CPUs have in common; on one line, as there are many. */
static void show_baseline(const char *first, const char *second, unsigned int flags)
{
    const char *xmls[] = { first, second };
    char *text = virConnectBaselineCPU(conn, xmls, second ? 2 : 1, flags);
    virErrorPtr error = virGetLastError();

    if (!text) {
        printf("  [%d %d] ", error->code, error->domain);
        /* What is wrong with XML is said in the parser's words, after the place. */
        printf("%.*s\n", error->code == VIR_ERR_XML_DETAIL ? 18 : 999, error->message);
        return;
    }
    for (const char *c = text; *c; c++)
        if (*c != '\n')
            putchar(*c);
    putchar('\n');
    free(text);
}

static void all_baselines(void)
{
    char **names = NULL;
    int count = virConnectGetCPUModelNames(conn, "x86_64", &names, 0);

    title("baselines of all pairs");
    check(count > 0, "models");
    for (int i = 0; i < count; i++) {
        const char *one = cpu_xml("x86_64", names[i], "");

        printf("%s: ", names[i]);
        show_baseline(one, NULL, VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES);
        for (int j = 0; j < i; j++) {
            printf("%s %s: ", names[i], names[j]);
            show_baseline(one, cpu_xml("i686", names[j], ""), 0);
        }
    }
    for (int i = 0; i < count; i++)
        free(names[i]);
    free(names);
}

static void baselines(void)
{
    static const char intel[] = "<vendor>Intel</vendor>", amd[] = "<vendor>AMD</vendor>", foo[] = "<vendor>Foo</vendor>";
    static const char *const bad[] = { "<cpu/>", "<foo/>", "<cpu>", "", "<cpu mode='custom'/>", "<cpu><arch/></cpu>",
        "<cpu><arch>x86_64</arch></cpu>", "<cpu><arch>vax</arch><model>Haswell</model></cpu>",
        "<cpu><arch>x86_64</arch><vendor>Intel</vendor></cpu>", "<cpu><model>Haswell</model></cpu>",
        "<cpu><arch>x86_64</arch><model>Haswell</model><feature/></cpu>",
        "<cpu><arch>x86_64</arch><model>Haswell</model><feature name=''/></cpu>",
        "<cpu><arch>x86_64</arch><model>Haswell</model><feature name='vmx'/><feature name='vmx'/></cpu>",
        "<cpu><arch>x86_64</arch><model>Haswell</model><topology/></cpu>",
        "<cpu><arch>x86_64</arch><model>Haswell</model><topology sockets='0' cores='1' threads='1'/></cpu>",
        "<cpu><arch>x86_64</arch><model>Haswell</model><topology sockets='1' cores='x' threads='1'/></cpu>" };
    const char *good[] = { cpu_xml("x86_64", "Haswell", "") };
    const char *half[] = { good[0], NULL };

    title("baselines");
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
        show_baseline(bad[i], NULL, 0);
    show_baseline(cpu_xml("x86_64", "foo", ""), "<cpu/>", 0);
    show_baseline(cpu_xml("x86_64", "Haswell", ""), cpu_xml("x86_64", "foo", ""), 0);
    show_baseline(cpu_xml("x86_64", "Haswell", "<feature name='foo'/>"), NULL, 0);
    show_baseline(cpu_xml("x86_64", "Haswell", "<feature name='vmx' policy='disable'/>"), NULL, 0);
    show_baseline(cpu_xml("x86_64", "Haswell", "<feature name='vmx'/>"), NULL, VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES);
    show_baseline(cpu_xml("x86_64", "Haswell", "<topology sockets='1' cores='2' threads='1'/>"), NULL, 0);
    show_baseline(cpu_xml("x86_64", "Haswell", ""), cpu_xml("x86_64", "Haswell", "<feature name='vmx'/>"), 0);
    /* Vendors. */
    show_baseline(cpu_xml("x86_64", "Haswell", intel), cpu_xml("x86_64", "Nehalem", intel), 0);
    show_baseline(cpu_xml("x86_64", "Haswell", intel), cpu_xml("x86_64", "Nehalem", ""), 0);
    show_baseline(cpu_xml("x86_64", "Haswell", ""), cpu_xml("x86_64", "Nehalem", intel), 0);
    show_baseline(cpu_xml("x86_64", "Haswell", intel), cpu_xml("x86_64", "EPYC", amd), 0);
    show_baseline(cpu_xml("x86_64", "Haswell", amd), NULL, 0);
    show_baseline(cpu_xml("x86_64", "Haswell", foo), NULL, 0);
    show_baseline(cpu_xml("x86_64", "qemu64", ""), cpu_xml("x86_64", "EPYC", foo), 0);
    show_baseline(cpu_xml("x86_64", "qemu64", ""), cpu_xml("x86_64", "kvm64", foo), 0);
    show_baseline(cpu_xml("x86_64", "qemu64", intel), cpu_xml("x86_64", "EPYC", ""), 0);
    /* Models of the CPUs themselves are preferred. */
    show_baseline(cpu_xml("x86_64", "pentiumpro", "<feature name='mca'/><feature name='pse36'/><feature name='pni'/>"
                          "<feature name='clflush'/>"), cpu_xml("x86_64", "kvm32", ""), 0);
    /* Other architectures. */
    show_baseline(cpu_xml("ppc64", "POWER8", ""), cpu_xml("ppc64le", "POWER8", "<vendor>IBM</vendor>"), 1);
    show_baseline(cpu_xml("ppc64", "POWER8", ""), cpu_xml("ppc64", "POWER9", ""), 0);
    show_baseline(cpu_xml("ppc64", "POWER8", "<vendor>Freescale</vendor>"), NULL, 0);
    show_baseline(cpu_xml("ppc64", "POWER8", foo), NULL, 0);
    show_baseline(cpu_xml("ppc64", "foo", ""), NULL, 0);
    show_baseline(cpu_xml("aarch64", "Falkor", foo), cpu_xml("x86_64", "foo", ""), 1);
    show_baseline(cpu_xml("s390x", "z13", ""), NULL, 0);
    show_baseline(cpu_xml("riscv64", "x", ""), NULL, 0);
    /* Arguments. */
    CALL_NULL(virConnectBaselineCPU(conn, good, 0, 0));
    CALL_NULL(virConnectBaselineCPU(conn, good, 1, VIR_CONNECT_BASELINE_CPU_MIGRATABLE));
    if (!at_a_daemon()) /* the original cannot send it */
        CALL_NULL(virConnectBaselineCPU(conn, half, 2, 0));
    CALL_NULL(virConnectBaselineCPU(conn, NULL, 1, 0));
    CALL_NULL(virConnectBaselineCPU(NULL, good, 1, 0));
    show_text("reader", virConnectBaselineCPU(reader, good, 1, 0));
}

int main(void)
{
    begin();
    conn = virConnectOpen("test:///default");
    reader = virConnectOpenReadOnly("test:///default");
    check(conn && reader, "open");
    node();
    cpu_map();
    cpu_stats();
    memory();
    models();
    baselines();
    all_baselines();
    virConnectClose(reader);
    virConnectClose(conn);
    return 0;
}
