/* session.c - a session of several hundred calls on test:///default, as a program written in C makes them: structs,
 * arrays, typed parameters, buffers of the caller.
 *
 * Each call is printed after "> ", then what it returned and gave, or the error, then the events that it brought.
 * Values that cannot be the same twice are left out. The last line says how many calls there were.
 */
#define _GNU_SOURCE
#include "common.h"

#include <unistd.h>

#define UUID "11111111-2222-3333-4444-555555555555"
#define DISK(name)                                                                                 \
    "<disk type='file' device='disk'><source file='/" name ".img'/>"                               \
    "<target dev='" name "' bus='virtio'/></disk>"
#define DOMAIN(name, uuid)                                                                         \
    "<domain type='test'><name>" name "</name><uuid>" uuid "</uuid><memory>131072</memory>"        \
    "<currentMemory>65536</currentMemory><vcpu current='2'>4</vcpu><iothreads>2</iothreads>"        \
    "<os><type>hvm</type></os><devices>" DISK("vda") DISK("vdb")                                    \
    "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/>"      \
    "<target dev='tap0'/></interface><memballoon model='virtio'/></devices></domain>"
#define OTHER_UUID "11111111-2222-3333-4444-666666666666"
#define THIRD_UUID "11111111-2222-3333-4444-777777777777"
#define TRANSIENT(name, uuid)                                                                      \
    "<domain type='test'><name>" name "</name><uuid>" uuid "</uuid><memory>8192</memory>"          \
    "<os><type>hvm</type></os></domain>"
#define SNAPSHOT(name) "<domainsnapshot><name>" name "</name></domainsnapshot>"
#define CHECKPOINT(name) "<domaincheckpoint><name>" name "</name></domaincheckpoint>"

enum { MAX_PARAMS = 32, MAX_NAMES = 16, MAP_LENGTH = 4 };

static virConnectPtr conn, read_only;
static virDomainPtr test, dom, transient;
static char *work;
static int calls, timer, round_over;

/* ---- printing ---- */

static void on_timeout(int number UNUSED, void *opaque UNUSED) { round_over = 1; }

/* Lets the loop deliver what is queued. */
static void deliver(void)
{
    for (int i = 0; i < 2; i++) {
        round_over = 0;
        virEventUpdateTimeout(timer, 0);
        while (!round_over)
            virEventRunDefaultImpl();
        virEventUpdateTimeout(timer, -1);
    }
}

static void say(const char *call)
{
    calls++;
    printf("> %s\n", call);
    virResetLastError();
}

/* Text of the library, without what cannot be the same twice: where the files are, when a snapshot was taken, the
 * address of a function. */
static void print_text(const char *text)
{
    static const char taken[] = "<creationTime>", address[] = "function 0x";

    while (*text) {
        if (strncmp(text, work, strlen(work)) == 0) {
            printf("WORK");
            text += strlen(work);
        } else if (strncmp(text, taken, strlen(taken)) == 0) {
            printf("%s#", taken);
            text += strlen(taken) + strspn(text + strlen(taken), "0123456789");
        } else if (strncmp(text, address, strlen(address)) == 0) {
            printf("%s#", address);
            text += strlen(address) + strspn(text + strlen(address), "0123456789abcdef");
        } else {
            putchar(*text++);
        }
    }
}

/* The last error, if there is one; then events. */
static void finish(void)
{
    virErrorPtr error = virGetLastError();

    if (error) {
        printf("error %d from %d, level %d: ", error->code, error->domain, (int)error->level);
        print_text(error->message);
        putchar('\n');
    }
    deliver();
}

static int print_int(int value)
{
    printf("%d\n", value);
    finish();
    return value;
}

static void print_number(unsigned long long value)
{
    printf("%llu\n", value);
    finish();
}

static void print_string(const char *text)
{
    if (text)
        print_text(text);
    else
        printf("NULL");
    putchar('\n');
    finish();
}

static void print_pointer(const void *pointer)
{
    printf("%s\n", pointer ? "set" : "NULL");
    finish();
}

/* A call that returns an int. */
#define CALLED(call) (say(#call), print_int(call))
/* The same; `show`, which prints what the call gave, runs if it did not fail. `given` is what it returned. */
#define GIVES(call, show)                                                                          \
    do {                                                                                           \
        int given UNUSED = CALLED(call);                                                           \
        if (given >= 0)                                                                            \
            show;                                                                                  \
    } while (0)
#define NUMBER(call) (say(#call), print_number(call))
/* A call that returns text: the caller's, or the library's. */
#define OWNED_TEXT(call)                                                                           \
    do {                                                                                           \
        char *text_ = (say(#call), call);                                                          \
        print_string(text_);                                                                       \
        free(text_);                                                                               \
    } while (0)
#define TEXT(call) (say(#call), print_string(call))
/* A call that returns a handle. */
#define HANDLE(variable, call) ((variable) = (say(#call), call), print_pointer(variable))
#define POINTER(call) (say(#call), print_pointer(call))

static void print_params(virTypedParameterPtr params, int count)
{
    for (int i = 0; i < count; i++) {
        virTypedParameterPtr it = &params[i];

        printf("    %s ", it->field);
        switch (it->type) {
        case VIR_TYPED_PARAM_INT: printf("int %d\n", it->value.i); break;
        case VIR_TYPED_PARAM_UINT: printf("uint %u\n", it->value.ui); break;
        case VIR_TYPED_PARAM_LLONG: printf("llong %lld\n", it->value.l); break;
        case VIR_TYPED_PARAM_ULLONG: printf("ullong %llu\n", it->value.ul); break;
        case VIR_TYPED_PARAM_DOUBLE: printf("double %g\n", it->value.d); break;
        case VIR_TYPED_PARAM_BOOLEAN: printf("boolean %d\n", it->value.b); break;
        case VIR_TYPED_PARAM_STRING: printf("string %s\n", it->value.s); break;
        }
    }
    virTypedParamsClear(params, count);
}

static int compare_ints(const void *left, const void *right)
{
    return *(const int *)left - *(const int *)right;
}

/* Lists come in the order of a hash table with a random seed. */
static void print_ints(int *values, int count)
{
    qsort(values, (size_t)count, sizeof(*values), compare_ints);
    for (int i = 0; i < count; i++)
        printf("    %d\n", values[i]);
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Names that the caller frees. */
static void print_names(char **names, int count)
{
    qsort(names, (size_t)count, sizeof(*names), compare_names);
    for (int i = 0; i < count; i++) {
        printf("    %s\n", names[i]);
        free(names[i]);
    }
}

static void print_bytes(const unsigned char *bytes, int count)
{
    printf("   ");
    for (int i = 0; i < count; i++)
        printf(" %02x", bytes[i]);
    putchar('\n');
}

/* ---- events ---- */

static int on_lifecycle(virConnectPtr from UNUSED, virDomainPtr about, int event, int detail, void *opaque)
{
    printf("  %s: %s %d %d\n", (const char *)opaque, virDomainGetName(about), event, detail);
    return 0;
}

static int on_reboot(virConnectPtr from UNUSED, virDomainPtr about, void *opaque)
{
    printf("  %s: %s\n", (const char *)opaque, virDomainGetName(about));
    return 0;
}

static int on_tunable(virConnectPtr from UNUSED, virDomainPtr about, virTypedParameterPtr params, int count,
                      void *opaque)
{
    printf("  %s: %s\n", (const char *)opaque, virDomainGetName(about));
    for (int i = 0; i < count; i++)
        printf("    %s\n", params[i].field);
    return 0;
}

static int on_metadata(virConnectPtr from UNUSED, virDomainPtr about, int type, const char *uri, void *opaque)
{
    printf("  %s: %s %d %s\n", (const char *)opaque, virDomainGetName(about), type, uri ? uri : "NULL");
    return 0;
}

static void events(void)
{
    int id;

    title("events");
    CALLED(virConnectDomainEventRegister(conn, on_lifecycle, "old", NULL));
    CALLED(virConnectDomainEventRegister(conn, on_lifecycle, "old", NULL));
    CALLED(virConnectDomainEventRegister(conn, NULL, "old", NULL));
    CALLED(virConnectDomainEventDeregister(conn, on_lifecycle));
    CALLED(virConnectDomainEventDeregister(conn, on_lifecycle));
    CALLED(virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                            VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle), "lifecycle", NULL));
    CALLED(virConnectDomainEventRegisterAny(conn, test, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                            VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle), "lifecycle of test", NULL));
    CALLED(virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_REBOOT,
                                            VIR_DOMAIN_EVENT_CALLBACK(on_reboot), "reboot", NULL));
    CALLED(virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_TUNABLE,
                                            VIR_DOMAIN_EVENT_CALLBACK(on_tunable), "tunable", NULL));
    CALLED(virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_METADATA_CHANGE,
                                            VIR_DOMAIN_EVENT_CALLBACK(on_metadata), "metadata", NULL));
    id = CALLED(virConnectDomainEventRegisterAny(read_only, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                 VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle), "read only", NULL));
    CALLED(virDomainSuspend(test));
    CALLED(virDomainResume(test));
    CALLED(virConnectDomainEventDeregisterAny(read_only, id));
    CALLED(virConnectDomainEventDeregisterAny(read_only, id));
    CALLED(virConnectDomainEventDeregisterAny(conn, -1));
}

/* ---- the host ---- */

static void connection(void)
{
    unsigned long version = 0;

    title("connection");
    TEXT(virConnectGetType(conn));
    TEXT(virConnectGetType(NULL));
    OWNED_TEXT(virConnectGetURI(conn));
    GIVES(virConnectGetVersion(conn, &version), printf("    %lu\n", version));
    CALLED(virConnectGetVersion(conn, NULL));
    CALLED(virConnectIsAlive(conn));
    CALLED(virConnectIsEncrypted(conn));
    CALLED(virConnectIsSecure(conn));
    CALLED(virConnectRef(conn));
    CALLED(virConnectClose(conn));
    CALLED(virConnectClose(NULL));
    CALLED(virConnectGetMaxVcpus(conn, NULL));
    CALLED(virConnectGetMaxVcpus(conn, "nosuch"));
    CALLED(virConnectSetKeepAlive(conn, 1, 1));
    OWNED_TEXT(virConnectGetCapabilities(conn));
    OWNED_TEXT(virConnectGetSysinfo(conn, 0));
    OWNED_TEXT(virConnectGetDomainCapabilities(conn, NULL, NULL, NULL, NULL, 0));
    POINTER(virDomainCreateXML(read_only, TRANSIENT("t", UUID), 0));
    POINTER(virDomainDefineXML(read_only, TRANSIENT("t", UUID)));
    POINTER(virDomainDefineXML(conn, NULL));
}

static void node(void)
{
    virNodeInfo info;
    virNodeMemoryStats memory_stats[4];
    virSecurityModel model;
    unsigned char *map;
    unsigned int online, pages[] = { 4, 2048 };
    unsigned long long memory[4], counts[4];
    virTypedParameter params[MAX_PARAMS];
    char **models;
    int count;

    title("node");
    GIVES(virNodeGetInfo(conn, &info),
          printf("    %s %lu %u %u %u %u %u %u\n", info.model, info.memory, info.cpus, info.mhz, info.nodes,
                 info.sockets, info.cores, info.threads));
    CALLED(virNodeGetInfo(conn, NULL));
    GIVES(virNodeGetCPUMap(conn, &map, &online, 0), (print_bytes(map, 1), printf("    %u\n", online), free(map)));
    CALLED(virNodeGetCPUMap(conn, NULL, NULL, 0));
    count = 0;
    GIVES(virNodeGetCPUStats(conn, VIR_NODE_CPU_STATS_ALL_CPUS, NULL, &count, 0), printf("    %d\n", count));
    CALLED(virNodeGetCPUStats(conn, -7, NULL, &count, 0));
    count = 4;
    CALLED(virNodeGetMemoryStats(conn, VIR_NODE_MEMORY_STATS_ALL_CELLS, memory_stats, &count, 0));
    count = MAX_PARAMS;
    CALLED(virNodeGetMemoryParameters(conn, params, &count, 0));
    NUMBER(virNodeGetFreeMemory(conn));
    GIVES(virNodeGetCellsFreeMemory(conn, memory, 0, 4), printf("    %llu %llu\n", memory[0], memory[1]));
    CALLED(virNodeGetCellsFreeMemory(conn, memory, 0, 0));
    CALLED(virNodeGetCellsFreeMemory(conn, memory, 5, 1));
    GIVES(virNodeGetFreePages(conn, 2, pages, 0, 2, counts, 0),
          printf("    %llu %llu %llu %llu\n", counts[0], counts[1], counts[2], counts[3]));
    CALLED(virNodeGetFreePages(conn, 0, pages, 0, 2, counts, 0));
    GIVES(virNodeGetSecurityModel(conn, &model), printf("    '%s' '%s'\n", model.model, model.doi));
    GIVES(virConnectGetCPUModelNames(conn, "x86_64", &models, 0), (print_names(models, given), free(models)));
    CALLED(virConnectGetCPUModelNames(conn, NULL, NULL, 0));
    OWNED_TEXT(virConnectBaselineCPU(conn, NULL, 0, 0));
}

/* ---- finding domains ---- */

static void free_domains(virDomainPtr *list, int count)
{
    for (int i = 0; i < count; i++)
        virDomainFree(list[i]);
    free(list);
}

static void lists(void)
{
    virDomainPtr *list, found;
    int ids[MAX_NAMES];
    char *names[MAX_NAMES];
    unsigned char uuid[VIR_UUID_BUFLEN];
    char text[VIR_UUID_STRING_BUFLEN];

    title("lists and look-ups");
    CALLED(virConnectNumOfDomains(conn));
    CALLED(virConnectNumOfDefinedDomains(conn));
    GIVES(virConnectListDomains(conn, ids, MAX_NAMES), print_ints(ids, given));
    CALLED(virConnectListDomains(conn, ids, 0));
    CALLED(virConnectListDomains(conn, NULL, 1));
    CALLED(virConnectListDomains(conn, ids, -1));
    GIVES(virConnectListDefinedDomains(conn, names, MAX_NAMES), print_names(names, given));
    CALLED(virConnectListAllDomains(conn, NULL, 0));
    GIVES(virConnectListAllDomains(conn, &list, VIR_CONNECT_LIST_DOMAINS_ACTIVE), free_domains(list, given));
    CALLED(virConnectListAllDomains(conn, NULL, VIR_CONNECT_LIST_DOMAINS_TRANSIENT));
    CALLED(virConnectListAllDomains(conn, NULL, VIR_CONNECT_LIST_DOMAINS_PAUSED));
    CALLED(virConnectListAllDomains(conn, NULL, VIR_CONNECT_LIST_DOMAINS_AUTOSTART));
    CALLED(virConnectListAllDomains(conn, NULL, VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT));
    CALLED(virConnectListAllDomains(conn, NULL, 1U << 31));
    POINTER(virDomainLookupByName(conn, NULL));
    POINTER(virDomainLookupByName(conn, "nosuch"));
    POINTER(virDomainLookupByID(conn, -1));
    POINTER(virDomainLookupByID(conn, 77));
    POINTER(virDomainLookupByUUIDString(conn, NULL));
    POINTER(virDomainLookupByUUIDString(conn, "11111111"));
    HANDLE(found, virDomainLookupByUUIDString(conn, UUID));
    TEXT(virDomainGetName(found));
    NUMBER(virDomainGetID(found));
    GIVES(virDomainGetUUID(found, uuid), print_bytes(uuid, VIR_UUID_BUFLEN));
    GIVES(virDomainGetUUIDString(found, text), printf("    %s\n", text));
    CALLED(virDomainGetUUID(found, NULL));
    OWNED_TEXT(virDomainGetOSType(found));
    CALLED(virDomainRef(found));
    CALLED(virDomainFree(found));
    CALLED(virDomainFree(found));
    CALLED(virDomainFree(NULL));
}

/* ---- the life of a domain ---- */

static void state(void)
{
    int value = -1, reason = -1;
    virDomainInfo info;
    virDomainControlInfo control;

    GIVES(virDomainGetState(dom, &value, &reason, 0), printf("    %d %d\n", value, reason));
    GIVES(virDomainGetInfo(dom, &info),
          printf("    %d %lu %lu %d\n", info.state, info.maxMem, info.memory, info.nrVirtCpu));
    GIVES(virDomainGetControlInfo(dom, &control, 0),
          printf("    %u %u %llu\n", control.state, control.details, control.stateTime));
    CALLED(virDomainIsActive(dom));
    CALLED(virDomainIsPersistent(dom));
    CALLED(virDomainIsUpdated(dom));
}

static void lifecycle(void)
{
    int autostart = -1;

    title("lifecycle");
    HANDLE(dom, virDomainDefineXML(conn, DOMAIN("guest", UUID)));
    POINTER(virDomainDefineXML(conn, DOMAIN("guest", OTHER_UUID)));
    POINTER(virDomainDefineXMLFlags(conn, DOMAIN("guest", UUID), 1U << 30));
    POINTER(virDomainCreateXML(conn, "<domain", 0));
    state();
    CALLED(virDomainGetState(dom, NULL, NULL, 0));
    CALLED(virDomainGetInfo(dom, NULL));
    CALLED(virDomainSuspend(dom));
    CALLED(virDomainShutdown(dom));
    CALLED(virDomainReset(dom, 0));
    CALLED(virDomainDestroy(dom));
    CALLED(virDomainCreateWithFlags(dom, VIR_DOMAIN_START_AUTODESTROY));
    CALLED(virDomainCreateWithFiles(dom, 0, NULL, 0));
    CALLED(virDomainCreate(dom));
    state();
    CALLED(virDomainSuspend(dom));
    state();
    CALLED(virDomainResume(dom));
    CALLED(virDomainReboot(dom, 0));
    CALLED(virDomainReset(dom, 0));
    CALLED(virDomainShutdownFlags(dom, 0));
    state();
    CALLED(virDomainCreateWithFlags(dom, 0));
    CALLED(virDomainDestroyFlags(dom, 0));
    CALLED(virDomainRename(dom, "renamed", 0));
    CALLED(virDomainRename(dom, "test", 0));
    CALLED(virDomainRename(dom, NULL, 0));
    CALLED(virDomainRename(dom, "guest", 1));
    CALLED(virDomainRename(dom, "guest", 0));
    GIVES(virDomainGetAutostart(dom, &autostart), printf("    %d\n", autostart));
    CALLED(virDomainSetAutostart(dom, 1));
    GIVES(virDomainGetAutostart(dom, &autostart), printf("    %d\n", autostart));
    CALLED(virDomainGetAutostart(dom, NULL));
    CALLED(virDomainCreate(dom));
    OWNED_TEXT(virDomainGetXMLDesc(dom, 0));
    OWNED_TEXT(virDomainGetXMLDesc(dom, VIR_DOMAIN_XML_INACTIVE));
    OWNED_TEXT(virDomainGetXMLDesc(dom, 1U << 20));
    OWNED_TEXT(virDomainGetHostname(dom, 0));
    CALLED(virDomainSetLifecycleAction(dom, VIR_DOMAIN_LIFECYCLE_POWEROFF, VIR_DOMAIN_LIFECYCLE_ACTION_RESTART, 0));
    CALLED(virDomainSetLifecycleAction(dom, VIR_DOMAIN_LIFECYCLE_REBOOT, VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE, 3));
    CALLED(virDomainSetLifecycleAction(dom, 9, 0, 0));
    HANDLE(transient, virDomainCreateXML(conn, TRANSIENT("transient", THIRD_UUID), VIR_DOMAIN_START_PAUSED));
    CALLED(virDomainUndefine(transient));
    CALLED(virDomainSetAutostart(transient, 1));
    CALLED(virDomainDestroy(transient));
    CALLED(virDomainIsActive(transient));
    CALLED(virDomainFree(transient));
}

/* ---- numbers that can be changed ---- */

static void vcpus(void)
{
    virVcpuInfo info[4];
    unsigned char maps[4 * MAP_LENGTH], *one = maps;
    virDomainIOThreadInfoPtr *threads;
    int count;

    title("virtual processors");
    memset(maps, 0, sizeof(maps));
    CALLED(virDomainGetMaxVcpus(dom));
    CALLED(virDomainGetVcpusFlags(dom, VIR_DOMAIN_AFFECT_LIVE));
    CALLED(virDomainGetVcpusFlags(dom, VIR_DOMAIN_AFFECT_CONFIG));
    CALLED(virDomainGetVcpusFlags(dom, VIR_DOMAIN_VCPU_MAXIMUM));
    CALLED(virDomainSetVcpus(dom, 4));
    CALLED(virDomainSetVcpus(dom, 40));
    CALLED(virDomainSetVcpusFlags(dom, 3, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG));
    CALLED(virDomainSetVcpusFlags(dom, 3, VIR_DOMAIN_VCPU_MAXIMUM));
    CALLED(virDomainSetVcpusFlags(dom, 3, VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_VCPU_MAXIMUM));
    CALLED(virDomainSetVcpusFlags(dom, 3, VIR_DOMAIN_VCPU_GUEST | VIR_DOMAIN_VCPU_MAXIMUM));
    GIVES(virDomainGetVcpus(dom, info, 4, maps, MAP_LENGTH),
          printf("    %u %d %d, %02x %02x\n", info[1].number, info[1].state, info[1].cpu, maps[0], maps[MAP_LENGTH]));
    CALLED(virDomainGetVcpus(dom, NULL, 4, NULL, 0));
    CALLED(virDomainGetVcpus(dom, info, 4, maps, 0));
    CALLED(virDomainPinVcpu(dom, 1, (unsigned char[]){ 0x05 }, 1));
    CALLED(virDomainPinVcpu(dom, 1, NULL, 1));
    CALLED(virDomainPinVcpu(dom, 70, (unsigned char[]){ 0x05 }, 1));
    CALLED(virDomainPinVcpuFlags(dom, 0, (unsigned char[]){ 0x01 }, 1, 0));
    GIVES(virDomainGetVcpuPinInfo(dom, 4, maps, MAP_LENGTH, 0), print_bytes(maps, sizeof(maps)));
    CALLED(virDomainGetVcpuPinInfo(dom, 0, maps, MAP_LENGTH, 0));
    CALLED(virDomainPinEmulator(dom, (unsigned char[]){ 0x02 }, 1, 0));
    GIVES(virDomainGetEmulatorPinInfo(dom, one, MAP_LENGTH, 0), print_bytes(one, MAP_LENGTH));
    CALLED(virDomainGetEmulatorPinInfo(dom, NULL, MAP_LENGTH, 0));
    CALLED(virDomainAddIOThread(dom, 9, 0));
    CALLED(virDomainPinIOThread(dom, 9, (unsigned char[]){ 0x03 }, 1, 0));
    CALLED(virDomainPinIOThread(dom, 9, (unsigned char[]){ 0x03 }, 1, VIR_DOMAIN_AFFECT_CONFIG));
    count = CALLED(virDomainGetIOThreadInfo(dom, &threads, 0));
    for (int i = 0; i < count; i++) {
        printf("    %u\n", threads[i]->iothread_id);
        print_bytes(threads[i]->cpumap, threads[i]->cpumaplen);
        virDomainIOThreadInfoFree(threads[i]);
    }
    if (count >= 0)
        free(threads);
    CALLED(virDomainGetIOThreadInfo(dom, NULL, 0));
    CALLED(virDomainDelIOThread(dom, 9, 0));
    CALLED(virDomainDelIOThread(dom, 0, 0));
    CALLED(virDomainGetCPUStats(dom, NULL, 0, 0, 0, 0));
    CALLED(virDomainGetCPUStats(dom, NULL, 0, 0, 1, 0));
    CALLED(virDomainGetCPUStats(dom, NULL, 0, -1, 1, 0));
    CALLED(virDomainGetCPUStats(dom, NULL, 3, 0, 1, 0));
}

/* The two steps of the calls that fill a list of the caller's: how many, then which. */
#define ASK_AND_FILL(function, ...)                                                                \
    do {                                                                                           \
        virTypedParameter params_[MAX_PARAMS];                                                     \
        int count_ = 0;                                                                            \
        say(#function " how many, " #__VA_ARGS__);                                                 \
        print_int(function(__VA_ARGS__, NULL, &count_, 0));                                        \
        printf("    %d\n", count_);                                                                \
        say(#function " all, " #__VA_ARGS__);                                                      \
        if (count_ <= MAX_PARAMS && print_int(function(__VA_ARGS__, params_, &count_, 0)) == 0)    \
            print_params(params_, count_);                                                         \
        count_ = 1;                                                                                \
        say(#function " one, " #__VA_ARGS__);                                                      \
        if (print_int(function(__VA_ARGS__, params_, &count_, 0)) == 0)                            \
            print_params(params_, count_);                                                         \
    } while (0)

/* One parameter for a call that sets them. */
static virTypedParameterPtr uint_param(const char *name, unsigned int value)
{
    static virTypedParameter param;

    param = (virTypedParameter){ .type = VIR_TYPED_PARAM_UINT, .value.ui = value };
    strcpy(param.field, name);
    return &param;
}

static virTypedParameterPtr ullong_param(const char *name, unsigned long long value)
{
    static virTypedParameter param;

    param = (virTypedParameter){ .type = VIR_TYPED_PARAM_ULLONG, .value.ul = value };
    strcpy(param.field, name);
    return &param;
}

static void tuning(void)
{
    char *type;
    int count = 0;

    title("memory and tuning");
    NUMBER(virDomainGetMaxMemory(dom));
    CALLED(virDomainSetMaxMemory(dom, 200000));
    CALLED(virDomainSetMemory(dom, 70000));
    CALLED(virDomainSetMemory(dom, 0));
    CALLED(virDomainSetMemoryFlags(dom, 60000, VIR_DOMAIN_AFFECT_LIVE));
    CALLED(virDomainSetMemoryFlags(dom, 500000, VIR_DOMAIN_AFFECT_LIVE));
    CALLED(virDomainSetMemoryStatsPeriod(dom, 3, 0));
    CALLED(virDomainSetMemoryStatsPeriod(dom, 3, VIR_DOMAIN_AFFECT_CONFIG));
    ASK_AND_FILL(virDomainGetMemoryParameters, dom);
    CALLED(virDomainSetMemoryParameters(dom, ullong_param(VIR_DOMAIN_MEMORY_HARD_LIMIT, 300000), 1, 0));
    CALLED(virDomainSetMemoryParameters(dom, uint_param(VIR_DOMAIN_MEMORY_HARD_LIMIT, 1), 1, 0));
    CALLED(virDomainSetMemoryParameters(dom, ullong_param("nosuch", 1), 1, 0));
    CALLED(virDomainSetMemoryParameters(dom, NULL, 1, 0));
    CALLED(virDomainSetMemoryParameters(dom, ullong_param(VIR_DOMAIN_MEMORY_HARD_LIMIT, 1), 0, 0));
    ASK_AND_FILL(virDomainGetNumaParameters, dom);
    ASK_AND_FILL(virDomainGetBlkioParameters, dom);
    CALLED(virDomainSetBlkioParameters(dom, uint_param(VIR_DOMAIN_BLKIO_WEIGHT, 700), 1, 0));
    CALLED(virDomainSetBlkioParameters(dom, uint_param("nosuch", 700), 1, 0));
    say("virDomainGetSchedulerType(dom, &count)");
    type = virDomainGetSchedulerType(dom, &count);
    print_string(type);
    printf("    %d\n", count);
    free(type);
    OWNED_TEXT(virDomainGetSchedulerType(dom, NULL));
    ASK_AND_FILL(virDomainGetSchedulerParametersFlags, dom);
    CALLED(virDomainSetSchedulerParameters(dom, uint_param("weight", 60), 1));
    CALLED(virDomainSetSchedulerParameters(dom, uint_param("nosuch", 60), 1));
    CALLED(virDomainSetSchedulerParametersFlags(dom, uint_param("weight", 60), 1, VIR_DOMAIN_AFFECT_LIVE));
    ASK_AND_FILL(virDomainGetBlockIoTune, dom, "vda");
    ASK_AND_FILL(virDomainGetBlockIoTune, dom, "nosuch");
    CALLED(virDomainSetBlockIoTune(dom, "vda", ullong_param(VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, 0), 1, 0));
    CALLED(virDomainSetBlockIoTune(dom, "vda", ullong_param(VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, 10), 1, 0));
    CALLED(virDomainSetBlockIoTune(dom, NULL, ullong_param(VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, 10), 1, 0));
    ASK_AND_FILL(virDomainGetInterfaceParameters, dom, "tap0");
    CALLED(virDomainSetInterfaceParameters(dom, "tap0", uint_param(VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, 99), 1, 0));
    CALLED(virDomainSetInterfaceParameters(dom, "tap0", uint_param(VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, 99), 1, 1));
    ASK_AND_FILL(virDomainGetInterfaceParameters, dom, "52:54:00:00:00:01");
}

static void metadata(void)
{
    title("metadata");
    OWNED_TEXT(virDomainGetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, NULL, 0));
    CALLED(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, "title", NULL, NULL, 0));
    CALLED(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_DESCRIPTION, "<&>", NULL, NULL, 3));
    CALLED(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, "title", "key", NULL, 0));
    CALLED(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_ELEMENT, "<a b='c'/>", "key", "urn:1", 0));
    CALLED(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_ELEMENT, "<a>d</a>", "key", "urn:1", 0));
    CALLED(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_ELEMENT, "<a/>", NULL, "urn:1", 0));
    CALLED(virDomainSetMetadata(dom, 7, "text", NULL, NULL, 0));
    OWNED_TEXT(virDomainGetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, NULL, VIR_DOMAIN_AFFECT_LIVE));
    OWNED_TEXT(virDomainGetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, NULL, VIR_DOMAIN_AFFECT_CONFIG));
    OWNED_TEXT(virDomainGetMetadata(dom, VIR_DOMAIN_METADATA_DESCRIPTION, NULL, VIR_DOMAIN_AFFECT_CONFIG));
    OWNED_TEXT(virDomainGetMetadata(dom, VIR_DOMAIN_METADATA_DESCRIPTION, "urn:1", 0));
    OWNED_TEXT(virDomainGetMetadata(dom, VIR_DOMAIN_METADATA_ELEMENT, "urn:1", 0));
    OWNED_TEXT(virDomainGetMetadata(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, 0));
    CALLED(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, NULL, "urn:1", 0));
    CALLED(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, NULL, NULL, NULL, 0));
    OWNED_TEXT(virDomainGetXMLDesc(dom, 0));
}

/* ---- devices ---- */

static void devices(void)
{
    virDomainBlockInfo info;
    virDomainBlockStatsStruct block_stats;
    virDomainInterfaceStatsStruct interface_stats;
    virDomainInterfacePtr *interfaces;
    virDomainDiskError errors[4];
    virDomainMemoryStatStruct memory[VIR_DOMAIN_MEMORY_STAT_NR];
    char buffer[8];
    int count;

    title("devices");
    GIVES(virDomainGetBlockInfo(dom, "vda", &info, 0),
          printf("    %llu %llu %llu\n", info.capacity, info.allocation, info.physical));
    CALLED(virDomainGetBlockInfo(dom, "vda", NULL, 0));
    CALLED(virDomainGetBlockInfo(dom, NULL, &info, 0));
    CALLED(virDomainBlockStats(dom, "vda", &block_stats, sizeof(block_stats)));
    CALLED(virDomainBlockStats(dom, "vda", &block_stats, sizeof(block_stats) + 1));
    CALLED(virDomainBlockStats(dom, "nosuch", &block_stats, sizeof(block_stats)));
    CALLED(virDomainInterfaceStats(dom, "tap0", &interface_stats, sizeof(interface_stats)));
    CALLED(virDomainInterfaceStats(dom, "tap1", &interface_stats, sizeof(interface_stats)));
    count = CALLED(virDomainInterfaceAddresses(dom, &interfaces, VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE, 0));
    for (int i = 0; i < count; i++) {
        printf("    %s %s %u", interfaces[i]->name, interfaces[i]->hwaddr, interfaces[i]->naddrs);
        printf(" %s/%u\n", interfaces[i]->addrs[0].addr, interfaces[i]->addrs[0].prefix);
        virDomainInterfaceFree(interfaces[i]);
    }
    if (count >= 0)
        free(interfaces);
    CALLED(virDomainInterfaceAddresses(dom, &interfaces, 99, 0));
    count = CALLED(virDomainGetDiskErrors(dom, errors, 4, 0));
    for (int i = 0; i < count; i++) {
        printf("    %s %d\n", errors[i].disk, errors[i].error);
        free(errors[i].disk);
    }
    CALLED(virDomainGetDiskErrors(dom, NULL, 0, 0));
    CALLED(virDomainGetDiskErrors(dom, NULL, 1, 0));
    count = CALLED(virDomainMemoryStats(dom, memory, VIR_DOMAIN_MEMORY_STAT_NR, 0));
    for (int i = 0; i < count; i++)
        printf("    %d %llu\n", memory[i].tag, memory[i].val);
    CALLED(virDomainMemoryStats(dom, memory, 2, 0));
    GIVES(virDomainMemoryPeek(dom, 2, sizeof(buffer), buffer, VIR_MEMORY_PHYSICAL),
          print_bytes((unsigned char *)buffer, sizeof(buffer)));
    CALLED(virDomainMemoryPeek(dom, 0, sizeof(buffer), buffer, 0));
    CALLED(virDomainMemoryPeek(dom, 0, sizeof(buffer), NULL, VIR_MEMORY_PHYSICAL));
    CALLED(virDomainAttachDevice(dom, "<disk/>"));
    CALLED(virDomainBlockResize(dom, "vda", 1, 0));
}

/* ---- snapshots, checkpoints ---- */

static void snapshots(void)
{
    virDomainSnapshotPtr first, second, *list, parent;
    char *names[MAX_NAMES];
    int count;

    title("snapshots");
    CALLED(virDomainSnapshotNum(dom, 0));
    CALLED(virDomainHasCurrentSnapshot(dom, 0));
    POINTER(virDomainSnapshotCurrent(dom, 0));
    HANDLE(first, virDomainSnapshotCreateXML(dom, SNAPSHOT("first"), 0));
    POINTER(virDomainSnapshotCreateXML(dom, SNAPSHOT("first"), 0));
    POINTER(virDomainSnapshotCreateXML(dom, NULL, 0));
    HANDLE(parent, virDomainSnapshotCreateXML(dom, SNAPSHOT("a/b"), 0));
    CALLED(virDomainSnapshotFree(parent));
    HANDLE(second, virDomainSnapshotCreateXML(dom, SNAPSHOT("second"), VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC));
    CALLED(virDomainSnapshotNum(dom, 0));
    CALLED(virDomainSnapshotNum(dom, VIR_DOMAIN_SNAPSHOT_LIST_LEAVES));
    CALLED(virDomainSnapshotNum(dom, VIR_DOMAIN_SNAPSHOT_LIST_METADATA));
    GIVES(virDomainSnapshotListNames(dom, names, MAX_NAMES, 0), print_names(names, given));
    CALLED(virDomainSnapshotListNames(dom, NULL, 1, 0));
    count = CALLED(virDomainListAllSnapshots(dom, &list, VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL));
    for (int i = 0; i < count; i++) {
        printf("    %s\n", virDomainSnapshotGetName(list[i]));
        virDomainSnapshotFree(list[i]);
    }
    if (count >= 0)
        free(list);
    POINTER(virDomainSnapshotLookupByName(dom, "nosuch", 0));
    POINTER(virDomainSnapshotLookupByName(dom, NULL, 0));
    TEXT(virDomainSnapshotGetName(second));
    TEXT(virDomainSnapshotGetName(NULL));
    OWNED_TEXT(virDomainSnapshotGetXMLDesc(second, 0));
    HANDLE(parent, virDomainSnapshotGetParent(second, 0));
    TEXT(virDomainSnapshotGetName(parent));
    CALLED(virDomainSnapshotRef(parent));
    CALLED(virDomainSnapshotFree(parent));
    CALLED(virDomainSnapshotFree(parent));
    POINTER(virDomainSnapshotGetParent(first, 0));
    CALLED(virDomainSnapshotIsCurrent(first, 0));
    CALLED(virDomainSnapshotIsCurrent(second, 0));
    CALLED(virDomainSnapshotHasMetadata(second, 0));
    CALLED(virDomainSnapshotNumChildren(first, 0));
    GIVES(virDomainSnapshotListChildrenNames(first, names, MAX_NAMES, 0), print_names(names, given));
    CALLED(virDomainRevertToSnapshot(first, VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED));
    state();
    CALLED(virDomainRevertToSnapshot(second, VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING));
    CALLED(virDomainRevertToSnapshot(second, 1U << 20));
    CALLED(virDomainRevertToSnapshot(NULL, 0));
    CALLED(virDomainUndefine(dom));
    CALLED(virDomainSnapshotDelete(first, VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY));
    CALLED(virDomainSnapshotDelete(first, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY));
    CALLED(virDomainSnapshotNumChildren(first, 0));
    CALLED(virDomainSnapshotDelete(first, 0));
    CALLED(virDomainSnapshotDelete(second, 0));
    CALLED(virDomainSnapshotFree(first));
    CALLED(virDomainSnapshotFree(second));
}

static void checkpoints(void)
{
    virDomainCheckpointPtr first, second, *list, parent;

    title("checkpoints");
    HANDLE(first, virDomainCheckpointCreateXML(dom, CHECKPOINT("first"), 0));
    POINTER(virDomainCheckpointCreateXML(dom, CHECKPOINT("first"), 0));
    POINTER(virDomainCheckpointCreateXML(dom, NULL, 0));
    HANDLE(second, virDomainCheckpointCreateXML(dom, CHECKPOINT("second"), 0));
    GIVES(virDomainListAllCheckpoints(dom, &list, VIR_DOMAIN_CHECKPOINT_LIST_LEAVES),
          (printf("    %s\n", virDomainCheckpointGetName(list[0])), virDomainCheckpointFree(list[0]), free(list)));
    CALLED(virDomainCheckpointListAllChildren(first, NULL, 0));
    POINTER(virDomainCheckpointLookupByName(dom, "nosuch", 0));
    OWNED_TEXT(virDomainCheckpointGetXMLDesc(second, 0));
    OWNED_TEXT(virDomainCheckpointGetXMLDesc(second, VIR_DOMAIN_CHECKPOINT_XML_SIZE));
    HANDLE(parent, virDomainCheckpointGetParent(second, 0));
    TEXT(virDomainCheckpointGetName(parent));
    CALLED(virDomainCheckpointFree(parent));
    CALLED(virDomainCheckpointDelete(first, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY));
    CALLED(virDomainCheckpointDelete(second, 0));
    CALLED(virDomainCheckpointDelete(first, VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY));
    CALLED(virDomainCheckpointFree(first));
    CALLED(virDomainCheckpointFree(second));
}

/* ---- files ---- */

static void saving(void)
{
    char *file, *missing, *core;

    title("saving");
    if (asprintf(&file, "%s/saved", work) < 0 || asprintf(&missing, "%s/missing", work) < 0 ||
        asprintf(&core, "%s/core", work) < 0)
        exit(1);
    CALLED(virDomainSave(dom, missing + strlen(work)));
    CALLED(virDomainSave(dom, NULL));
    CALLED(virDomainSave(dom, file));
    CALLED(virDomainSave(dom, file));
    state();
    OWNED_TEXT(virDomainSaveImageGetXMLDesc(conn, file, 0));
    OWNED_TEXT(virDomainSaveImageGetXMLDesc(conn, missing, 0));
    CALLED(virDomainSaveImageDefineXML(conn, file, DOMAIN("guest", UUID), 0));
    CALLED(virDomainSaveImageDefineXML(conn, file, NULL, 0));
    CALLED(virDomainRestore(conn, missing));
    CALLED(virDomainRestore(conn, NULL));
    CALLED(virDomainRestoreFlags(conn, file, NULL, VIR_DOMAIN_SAVE_PAUSED));
    state();
    CALLED(virDomainRestoreFlags(conn, file, NULL, 0));
    CALLED(virDomainResume(dom));
    CALLED(virDomainHasManagedSaveImage(dom, 0));
    CALLED(virDomainManagedSave(dom, VIR_DOMAIN_SAVE_PAUSED));
    CALLED(virDomainHasManagedSaveImage(dom, 0));
    CALLED(virDomainCreate(dom));
    state();
    CALLED(virDomainManagedSaveRemove(dom, 0));
    CALLED(virDomainCoreDump(dom, core, 0));
    CALLED(virDomainCoreDump(dom, core, VIR_DUMP_LIVE));
    CALLED(virDomainCoreDump(dom, core, VIR_DUMP_CRASH | VIR_DUMP_LIVE));
    CALLED(virDomainCoreDumpWithFormat(dom, core, VIR_DOMAIN_CORE_DUMP_FORMAT_RAW, 0));
    CALLED(virDomainCoreDumpWithFormat(dom, core, 99, 0));
    CALLED(virDomainCoreDump(dom, core, VIR_DUMP_RESET));
    state();
    unlink(file);
    unlink(core);
    free(file);
    free(missing);
    free(core);
}

/* ---- the guest ---- */

static int take(virStreamPtr stream UNUSED, const char *data UNUSED, size_t size, void *opaque)
{
    *(size_t *)opaque += size;
    return (int)size;
}

static void guest(void)
{
    unsigned int keys[] = { 1, 2, 3 };
    long long seconds;
    unsigned int nanoseconds;
    virDomainFSInfoPtr *file_systems;
    const char *mounts[] = { "/", "/boot" };
    virSecurityLabel label;
    virStreamPtr stream;
    char buffer[8];
    char **messages;
    size_t size = 0;
    int count;

    title("guest");
    CALLED(virDomainSendKey(dom, VIR_KEYCODE_SET_LINUX, 10, keys, 3, 0));
    CALLED(virDomainSendKey(dom, VIR_KEYCODE_SET_LINUX, 10, keys, VIR_DOMAIN_SEND_KEY_MAX_KEYS + 1, 0));
    CALLED(virDomainSendKey(dom, VIR_KEYCODE_SET_LINUX, 10, NULL, 1, 0));
    CALLED(virDomainInjectNMI(dom, 0));
    CALLED(virDomainInjectNMI(dom, 1));
    CALLED(virDomainGetTime(dom, &seconds, &nanoseconds, 0));
    CALLED(virDomainGetTime(dom, &seconds, &nanoseconds, 1));
    CALLED(virDomainSetTime(dom, 7, 0, 0));
    CALLED(virDomainSetTime(dom, 7, 0, VIR_DOMAIN_TIME_SYNC));
    CALLED(virDomainSetUserPassword(dom, "root", "secret", 0));
    CALLED(virDomainSetUserPassword(dom, "root", NULL, 0));
    count = CALLED(virDomainGetFSInfo(dom, &file_systems, 0));
    for (int i = 0; i < count; i++) {
        printf("    %s %s %s %zu\n", file_systems[i]->mountpoint, file_systems[i]->name, file_systems[i]->fstype,
               file_systems[i]->ndevAlias);
        virDomainFSInfoFree(file_systems[i]);
    }
    if (count >= 0)
        free(file_systems);
    CALLED(virDomainFSFreeze(dom, mounts, 2, 0));
    CALLED(virDomainFSFreeze(dom, mounts, 1, 0));
    CALLED(virDomainFSFreeze(dom, mounts, 0, 0));
    CALLED(virDomainFSThaw(dom, mounts, 1, 0));
    CALLED(virDomainFSThaw(dom, NULL, 0, 0));
    CALLED(virDomainFSTrim(dom, NULL, 0, 0));
    CALLED(virDomainGetSecurityLabel(dom, &label));
    GIVES(virDomainGetMessages(dom, &messages, 0), free(messages));
    CALLED(virDomainSendProcessSignal(dom, 5, VIR_DOMAIN_PROCESS_SIGNAL_HUP, 0));
    CALLED(virDomainSendProcessSignal(dom, 0, VIR_DOMAIN_PROCESS_SIGNAL_HUP, 0));
    HANDLE(stream, virStreamNew(conn, 1U << 20));
    CALLED(virStreamFree(stream));
    HANDLE(stream, virStreamNew(conn, 0));
    OWNED_TEXT(virDomainScreenshot(dom, stream, 0, 0));
    GIVES(virStreamRecv(stream, buffer, sizeof(buffer)), print_bytes((unsigned char *)buffer, sizeof(buffer)));
    CALLED(virStreamRecv(stream, NULL, 1));
    CALLED(virStreamSend(stream, buffer, sizeof(buffer)));
    CALLED(virStreamRecvHole(stream, NULL, 0));
    GIVES(virStreamRecvAll(stream, take, &size), printf("    %zu\n", size));
    CALLED(virStreamFinish(stream));
    CALLED(virStreamFinish(stream));
    CALLED(virStreamRef(stream));
    CALLED(virStreamFree(stream));
    CALLED(virStreamFree(stream));
    CALLED(virStreamFree(NULL));
    CALLED(virDomainOpenConsole(dom, NULL, NULL, 0));
}

/* ---- statistics ---- */

static void statistics(void)
{
    virDomainStatsRecordPtr *records;
    virDomainPtr list[] = { dom, NULL };
    int count;

    title("statistics");
    count = CALLED(virDomainListGetStats(list, VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_VCPU, &records, 0));
    for (int i = 0; i < count; i++) {
        printf("    %s\n", virDomainGetName(records[i]->dom));
        for (int j = 0; j < records[i]->nparams; j++)
            printf("    %s\n", records[i]->params[j].field);
    }
    if (count >= 0)
        virDomainStatsRecordListFree(records);
    CALLED(virDomainListGetStats(list + 1, 0, &records, 0));
    CALLED(virConnectGetAllDomainStats(conn, 0, NULL, 0));
    CALLED(virConnectGetAllDomainStats(conn, 1U << 30, &records, VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS));
    count = CALLED(virConnectGetAllDomainStats(conn, VIR_DOMAIN_STATS_STATE, &records,
                                               VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE));
    if (count >= 0)
        virDomainStatsRecordListFree(records);
    CALLED(virDomainAbortJob(dom));
    CALLED(virDomainMigrateSetMaxDowntime(dom, 1, 0));
    POINTER(virDomainMigrate(dom, conn, 0, NULL, NULL, 0));
}

static void the_end(void)
{
    title("the end");
    CALLED(virDomainUndefineFlags(dom, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE));
    CALLED(virDomainIsPersistent(dom));
    CALLED(virDomainDestroy(dom));
    CALLED(virDomainDestroy(dom));
    CALLED(virDomainCreate(dom));
    OWNED_TEXT(virDomainGetXMLDesc(dom, 0));
    CALLED(virDomainFree(dom));
    CALLED(virDomainFree(test));
    for (int id = 0; id < 5; id++)
        CALLED(virConnectDomainEventDeregisterAny(conn, id));
    CALLED(virConnectClose(read_only));
    CALLED(virConnectClose(conn));
}

int main(void)
{
    char folder[] = "/tmp/session.XXXXXX";

    begin();
    work = mkdtemp(folder);
    if (!work || virEventRegisterDefaultImpl() < 0)
        return 2;
    timer = virEventAddTimeout(-1, on_timeout, NULL, NULL);
    POINTER(virConnectOpen("nosuch:///default"));
    HANDLE(conn, virConnectOpen("test:///default"));
    HANDLE(read_only, virConnectOpenReadOnly("test:///default"));
    HANDLE(test, virDomainLookupByName(conn, "test"));
    connection();
    events();
    node();
    lifecycle();
    lists();
    vcpus();
    tuning();
    metadata();
    devices();
    snapshots();
    checkpoints();
    saving();
    guest();
    statistics();
    the_end();
    virEventRemoveTimeout(timer);
    rmdir(work);
    printf("> %d calls\n", calls);
    return 0;
}
