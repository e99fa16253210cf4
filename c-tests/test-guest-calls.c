/* test-guest-calls.c - what a domain of test:///default and its guest are asked for, or told: agent, keys, signals,
 * clock, addresses, memory, control interface, security labels; names, files and other ways to start.
 */
#include "domains.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

static virConnectPtr readonly;

/* Runs a block for the running domain, the one that is off, one that is gone, no domain, and on a read-only
 * connection. */
#define FOR_ALL(dom)                                                                                            \
    for (size_t which = 0; which < 5; which++)                                                                  \
        for (virDomainPtr dom = (printf("%s\n", names[which]), domains[which]), *once = &dom; once; once = NULL)

static const char *const names[] = { "running", "off", "gone", "none", "read-only" };
static virDomainPtr domains[5];

static void control(void)
{
    title("control info");
    FOR_ALL(dom) {
        virDomainControlInfo info = { 7, 7, 7 };

        CALL(virDomainGetControlInfo(dom, &info, 0));
        printf("    %u %u %llu\n", info.state, info.details, info.stateTime);
    }
    CALL(virDomainGetControlInfo(domains[0], NULL, 0));
    CALL(virDomainGetControlInfo(domains[0], &(virDomainControlInfo){ 0 }, 1));
}

static void messages(void)
{
    title("messages");
    for (unsigned int flags = 0; flags <= 4; flags += 4 - flags % 2) {
        printf("flags %u\n", flags);
        FOR_ALL(dom) {
            char **list = NULL;
            int count = CALL(virDomainGetMessages(dom, &list, flags));

            for (int i = 0; i < count; i++) {
                printf("    %s\n", list[i]);
                free(list[i]);
            }
            printf("    list %d\n", list != NULL);
            free(list);
        }
    }
    CALL(virDomainGetMessages(domains[0], NULL, 0));
}

static void security(void)
{
    virSecurityModel model;

    title("security");
    FOR_ALL(dom) {
        virSecurityLabel label, *list = NULL;
        virTypedParameterPtr params = NULL;
        int count;

        memset(&label, 7, sizeof(label));
        CALL(virDomainGetSecurityLabel(dom, &label));
        printf("    \"%.20s\" %d, rest %d\n", label.label, label.enforcing, label.label[4096]);
        count = CALL(virDomainGetSecurityLabelList(dom, &list));
        for (int i = 0; i < count; i++)
            printf("    \"%s\" %d\n", list[i].label, list[i].enforcing);
        free(list);
        if (!dom) /* the original crashes */
            continue;
        count = -5;
        CALL(virDomainGetLaunchSecurityInfo(dom, &params, &count, 0));
        printf("    %d parameters, list %d\n", count, params != NULL);
        virTypedParamsFree(params, count > 0 ? count : 0);
    }
    CALL(virDomainGetSecurityLabel(domains[0], NULL));
    CALL(virDomainGetSecurityLabelList(domains[0], NULL));
    CALL(virDomainGetLaunchSecurityInfo(domains[0], NULL, &(int){ 0 }, 0));
    CALL(virDomainGetLaunchSecurityInfo(domains[0], &(virTypedParameterPtr){ NULL }, NULL, 0));
    CALL(virDomainGetLaunchSecurityInfo(domains[0], &(virTypedParameterPtr){ NULL }, &(int){ 0 }, 1));
    memset(&model, 7, sizeof(model));
    CALL(virNodeGetSecurityModel(conn, &model));
    printf("    model \"%.20s\" doi \"%.20s\", rest %d %d\n", model.model, model.doi, model.model[256], model.doi[256]);
    CALL(virNodeGetSecurityModel(readonly, &model));
    CALL(virNodeGetSecurityModel(conn, NULL));
    CALL(virNodeGetSecurityModel(NULL, &model));
}

static void keys(void)
{
    unsigned int codes[20] = { 1, 2, 0xffff };

    title("keys and interrupts");
    FOR_ALL(dom) {
        CALL(virDomainSendKey(dom, VIR_KEYCODE_SET_LINUX, 10, codes, 1, 0));
        CALL(virDomainInjectNMI(dom, 0));
    }
    for (unsigned int set = 1; set <= 12; set++) {
        printf("set %u\n", set);
        CALL(virDomainSendKey(domains[0], set, 10, codes, 2, 0));
    }
    show_error("last", virGetLastError());
    for (int count = -1; count < 18; count += 3) {
        printf("%d keys\n", count);
        CALL(virDomainSendKey(domains[0], 0, 0, codes, count, 0));
    }
    show_error("last", virGetLastError());
    CALL(virDomainSendKey(domains[0], 0, 0, codes, 3, 0));
    CALL(virDomainSendKey(domains[0], 0, 0, codes, 16, 0));
    CALL(virDomainSendKey(domains[0], 0, 0, codes, 0, 0));
    CALL(virDomainSendKey(domains[0], 0, ~0u, codes, 1, 0));
    CALL(virDomainSendKey(domains[0], 0, 0, NULL, 1, 0));
    CALL(virDomainSendKey(domains[0], 0, 0, NULL, 0, 0));
    for (unsigned int set = 0; set < 10; set++) {
        int before = -1;

        printf("    set %u from", set);
        for (unsigned int code = 0; code < 57500; code++) {
            int taken;

            if (code == 600) /* there are none in between */
                code = 57300;
            taken = virDomainSendKey(domains[0], set, 0, &code, 1, 0);
            if (taken != before)
                printf(" %u", code);
            before = taken;
        }
        putchar('\n');
    }
    CALL(virDomainSendKey(domains[0], 0, 0, codes, 1, 1));
    CALL(virDomainInjectNMI(domains[0], 1));
}

static void signals(void)
{
    const long long processes[] = { 1, 0, -1, 2, 99, 1LL << 40 };

    title("signals to processes");
    FOR_ALL(dom)
        STEP(virDomainSendProcessSignal(dom, 1, VIR_DOMAIN_PROCESS_SIGNAL_HUP, 0));
    for (unsigned int number = 0; number < 67; number++) {
        printf("signal %u\n", number);
        STEP(virDomainSendProcessSignal(domains[0], 1, number, 0));
    }
    show_domain(domains[0]);
    for (size_t i = 0; i < sizeof(processes) / sizeof(*processes); i++) {
        printf("process %lld\n", processes[i]);
        STEP(virDomainSendProcessSignal(domains[0], processes[i], VIR_DOMAIN_PROCESS_SIGNAL_NOP, 0));
    }
    STEP(virDomainSendProcessSignal(domains[0], 0, 200, 0));
    STEP(virDomainSendProcessSignal(domains[0], 1, VIR_DOMAIN_PROCESS_SIGNAL_TERM, 1));
    STEP(virDomainSendProcessSignal(domains[0], 7, VIR_DOMAIN_PROCESS_SIGNAL_TERM, 0));
}

static void passwords(void)
{
    title("passwords");
    FOR_ALL(dom)
        CALL(virDomainSetUserPassword(dom, "user", "secret", 0));
    CALL(virDomainSetUserPassword(domains[0], "user", "secret", VIR_DOMAIN_PASSWORD_ENCRYPTED));
    CALL(virDomainSetUserPassword(domains[0], "user", "secret", 2));
    CALL(virDomainSetUserPassword(domains[0], "", "", 0));
    CALL(virDomainSetUserPassword(domains[0], NULL, "secret", 0));
    CALL(virDomainSetUserPassword(domains[0], "user", NULL, 0));
}

static void show_time(virDomainPtr dom)
{
    long long seconds = -7;
    unsigned int nseconds = 7;

    /* The original's client sets it to 0 if it fails. */
    if (CALL(virDomainGetTime(dom, &seconds, &nseconds, 0)) == 0 || !at_a_daemon())
        printf("    %lld.%09u\n", seconds, nseconds);
}

static void clocks(void)
{
    /* The control interface's state follows from the clock. */
    static const long long clocks[] = { 0, 1, 9999, 10000, 29999, 30000, 30001, 59999, 60000, -1 };
    long long seconds = -7;
    unsigned int nseconds = 7;

    title("clock");
    FOR_ALL(dom)
        show_time(dom);
    FOR_ALL(dom)
        CALL(virDomainSetTime(dom, 1234567890, 5, 0));
    FOR_ALL(dom)
        show_time(dom);
    CALL(virDomainSetTime(domains[0], -5, 2000000000, 0));
    show_time(domains[0]);
    CALL(virDomainSetTime(domains[0], 5, 999999999, 0));
    show_time(domains[0]);
    CALL(virDomainSetTime(domains[0], 0, 0, VIR_DOMAIN_TIME_SYNC));
    show_time(domains[0]);
    CALL(virDomainSetTime(domains[0], 6, 7, 2));
    show_time(domains[0]);
    CALL(virDomainGetTime(domains[0], &seconds, &nseconds, 1));
    for (size_t i = 0; i < sizeof(clocks) / sizeof(*clocks); i++) {
        virDomainControlInfo info = { 9, 9, 9 };

        CALL(virDomainSetTime(domains[0], clocks[i], 0, 0));
        CALL(virDomainGetControlInfo(domains[0], &info, 0));
        printf("    %lld: state %u details %u time %llu\n", clocks[i], info.state, info.details, info.stateTime);
    }
    CALL(virDomainSuspend(domains[0]));
    CALL(virDomainGetTime(domains[0], &seconds, &nseconds, 0));
    CALL(virDomainSetTime(domains[0], 0, 0, 0));
    CALL(virDomainResume(domains[0]));
    /* The clock is the domain's, not that of a run. */
    STEP(virDomainDestroy(domains[0]));
    STEP(virDomainCreate(domains[0]));
    show_time(domains[0]);
}

static void host_name(void)
{
    title("host name");
    FOR_ALL(dom)
        CALL_STRING(virDomainGetHostname(dom, 0));
    for (unsigned int flags = 1; flags <= 4; flags++)
        CALL_STRING(virDomainGetHostname(domains[0], flags));
}

static void show_file_systems(virDomainPtr dom)
{
    virDomainFSInfoPtr *list = NULL;
    int count = CALL(virDomainGetFSInfo(dom, &list, 0));

    if (count == 0)
        printf("    list %d\n", list != NULL);

    for (int i = 0; i < count; i++) {
        printf("    %s: %s %s on", list[i]->mountpoint, list[i]->name, list[i]->fstype);
        for (size_t j = 0; j < list[i]->ndevAlias; j++)
            printf(" %s", list[i]->devAlias[j]);
        putchar('\n');
        virDomainFSInfoFree(list[i]);
    }
    free(list);
}

static void file_systems(void)
{
    const char *points[] = { "/", "/boot", "/nowhere" }, *same[] = { "/", "/", "" };

    title("file systems");
    FOR_ALL(dom) {
        show_file_systems(dom);
        CALL(virDomainFSFreeze(dom, NULL, 0, 0));
        CALL(virDomainFSFreeze(dom, points, 2, 0));
        CALL(virDomainFSThaw(dom, NULL, 0, 0));
        CALL(virDomainFSThaw(dom, points, 2, 0));
        CALL(virDomainFSTrim(dom, NULL, 0, 0));
    }
    CALL(virDomainGetFSInfo(domains[0], NULL, 0));
    CALL(virDomainGetFSInfo(domains[0], &(virDomainFSInfoPtr *){ NULL }, 1));
    CALL(virDomainFSTrim(domains[0], "/", 4096, 0));
    CALL(virDomainFSTrim(domains[0], "/nowhere", 0, 0));
    CALL(virDomainFSTrim(domains[0], NULL, 0, 1));

    title("freeze and thaw");
    CALL(virDomainFSFreeze(domains[0], points, 1, 0));
    CALL(virDomainFSFreeze(domains[0], points, 1, 0));
    CALL(virDomainFSFreeze(domains[0], points, 2, 0));
    CALL(virDomainFSFreeze(domains[0], NULL, 0, 0));
    CALL(virDomainFSThaw(domains[0], points + 1, 1, 0));
    CALL(virDomainFSThaw(domains[0], NULL, 0, 0));
    CALL(virDomainFSThaw(domains[0], NULL, 0, 0));
    CALL(virDomainFSFreeze(domains[0], points, 3, 0));
    CALL(virDomainFSThaw(domains[0], NULL, 0, 0));
    CALL(virDomainFSFreeze(domains[0], points + 2, 1, 0));
    CALL(virDomainFSFreeze(domains[0], points, 2, 0));
    CALL(virDomainFSThaw(domains[0], points, 3, 0));
    CALL(virDomainFSFreeze(domains[0], NULL, 0, 0));
    CALL(virDomainFSFreeze(domains[0], NULL, 0, 1));
    CALL(virDomainFSThaw(domains[0], NULL, 0, 1));
    CALL(virDomainFSFreeze(domains[0], NULL, 1, 0));
    CALL(virDomainFSThaw(domains[0], NULL, 1, 0));
    CALL(virDomainFSThaw(domains[0], points, 0, 0));
    CALL(virDomainFSFreeze(domains[0], same, 2, 0));
    CALL(virDomainFSThaw(domains[0], same, 2, 0));
    CALL(virDomainFSFreeze(domains[0], same + 2, 1, 0));
    CALL(virDomainFSTrim(domains[0], "", 0, 0));
    CALL(virDomainFSFreeze(domains[0], points, 1, 0));
    STEP(virDomainDestroy(domains[0]));
    STEP(virDomainCreate(domains[0]));
    CALL(virDomainFSThaw(domains[0], NULL, 0, 0));
    CALL(virDomainFSFreeze(domains[0], points, 1, 0));
    STEP(virDomainReboot(domains[0], 0));
    CALL(virDomainFSThaw(domains[0], NULL, 0, 0));
}

/* Which file systems a guest has is read off its disks. */
static void disks(void)
{
    static const char *const lists[] = {
        "", "<disk type='file'><source file='/x'/><target dev='vdb'/></disk>", "<disk type='file'><source file='/x'/><target dev='hda'/></disk>", "<disk type='file'><source file='/x'/><target dev='sdaa'/></disk>",
        "<disk type='file' device='cdrom'><target dev='hdc'/></disk>",
        "<disk type='file' device='cdrom'><target dev='hdc'/></disk><disk type='file'><source file='/x'/><target dev='hda'/></disk>",
        "<disk type='file'><source file='/x'/><target dev='vdb'/></disk><disk type='file'><source file='/x'/><target dev='vda'/></disk>",
        "<disk type='file' device='floppy'><source file='/x'/><target dev='fda'/></disk>",
    };
    const char *points[] = { "/", "/boot" };
    char more[512];

    title("disks");
    for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
        virDomainPtr dom;

        printf("%s\n", lists[i]);
        snprintf(more, sizeof(more), "<devices>%s</devices>", lists[i]);
        dom = create("disks", UUID_B, more);
        show_file_systems(dom);
        CALL(virDomainFSFreeze(dom, NULL, 0, 0));
        CALL(virDomainFSThaw(dom, points, 2, 0));
        CALL(virDomainFSTrim(dom, "/boot", 0, 0));
        STEP(virDomainDestroy(dom));
        virDomainFree(dom);
    }
}

static void show_addresses(virDomainPtr dom, unsigned int source)
{
    virDomainInterfacePtr *list = NULL;
    int count = CALL(virDomainInterfaceAddresses(dom, &list, source, 0));

    if (count == 0)
        printf("    list %d\n", list != NULL);

    for (int i = 0; i < count; i++) {
        printf("    %s %s:", list[i]->name, text_or_null(list[i]->hwaddr));
        for (unsigned int j = 0; j < list[i]->naddrs; j++)
            printf(" %d %s/%u", list[i]->addrs[j].type, list[i]->addrs[j].addr, list[i]->addrs[j].prefix);
        putchar('\n');
        virDomainInterfaceFree(list[i]);
    }
    free(list);
}

static void addresses(void)
{
    virDomainPtr dom;

    title("addresses");
    for (unsigned int source = 0; source <= 3; source++) {
        printf("source %u\n", source);
        FOR_ALL(each)
            show_addresses(each, source);
    }
    CALL(virDomainInterfaceAddresses(domains[0], NULL, 0, 0));
    CALL(virDomainInterfaceAddresses(domains[0], &(virDomainInterfacePtr *){ NULL }, 0, 1));
    dom = create("net", UUID_B, "<devices>"
                 "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>"
                 "<interface type='network'><mac address='52:54:00:00:00:02'/><source network='default'/></interface>"
                 "</devices>");
    for (unsigned int source = 0; source <= 2; source++)
        show_addresses(dom, source);
    STEP(virDomainDestroy(dom));
    virDomainFree(dom);
    dom = create("net", UUID_B, "<devices>"
                 "<interface type='user'><mac address='52:54:00:00:00:01'/></interface>"
                 "<interface type='user'><mac address='52:54:00:00:00:02'/></interface>"
                 "</devices>");
    for (unsigned int source = 0; source <= 2; source++)
        show_addresses(dom, source);
    STEP(virDomainDestroy(dom));
    virDomainFree(dom);
    dom = create("net", UUID_B, "<devices><interface type='network'><mac address='52:54:00:00:00:01'/>"
                 "<source network='other'/></interface></devices>");
    show_addresses(dom, 0);
    STEP(virDomainDestroy(dom));
    virDomainFree(dom);
    dom = create("net", UUID_B, "");
    show_addresses(dom, 0);
    STEP(virDomainDestroy(dom));
    virDomainFree(dom);
}

static void show_memory(virDomainPtr dom, unsigned long long start, size_t size, unsigned int flags)
{
    unsigned char buffer[300];

    memset(buffer, 0xee, sizeof(buffer));
    CALL(virDomainMemoryPeek(dom, start, size, buffer, flags));
    printf("   ");
    for (size_t i = 0; i < 20; i++)
        printf(" %02x", buffer[i]);
    printf(" ... %02x\n", buffer[299]);
}

static void memory(void)
{
    char byte;

    title("memory");
    FOR_ALL(dom)
        show_memory(dom, 0, 16, VIR_MEMORY_PHYSICAL);
    show_memory(domains[0], 0, 300, VIR_MEMORY_PHYSICAL);
    show_memory(domains[0], 250, 12, VIR_MEMORY_VIRTUAL);
    show_memory(domains[0], 1000, 12, VIR_MEMORY_VIRTUAL);
    show_memory(domains[0], ~0ULL - 3, 12, VIR_MEMORY_VIRTUAL);
    show_memory(domains[0], 0, 0, VIR_MEMORY_VIRTUAL);
    show_memory(domains[0], 0, 16, 0);
    show_memory(domains[0], 0, 16, VIR_MEMORY_VIRTUAL | VIR_MEMORY_PHYSICAL);
    show_memory(domains[0], 0, 16, 4);
    show_memory(domains[0], 0, 16, 5);
    CALL(virDomainMemoryPeek(domains[0], 0, 1, NULL, VIR_MEMORY_PHYSICAL));
    CALL(virDomainMemoryPeek(domains[0], 0, 0, NULL, VIR_MEMORY_PHYSICAL));
    FOR_ALL(dom)
        CALL(virDomainBlockPeek(dom, "vda", 0, 1, &byte, 0));
    CALL(virDomainBlockPeek(domains[0], NULL, 0, 1, &byte, 0));
    CALL(virDomainBlockPeek(domains[0], "vda", 0, 1, NULL, 0));
    CALL(virDomainBlockPeek(domains[0], "vda", 0, 0, NULL, 0));
    CALL(virDomainBlockPeek(domains[0], "vda", 0, 1, &byte, 1));
}

/* What the library checks before a driver that does not have the function is asked. */
static void unsupported(void)
{
    virTypedParameterPtr params = NULL;
    char **list = NULL;
    const char *keys[] = { "key" };
    int count = 0, pair[2];

    title("not in this driver");
    pair[0] = open("/dev/null", O_RDONLY);
    check(dup2(pair[0], 100) == 100, "a file");
    close(pair[0]);
    FOR_ALL(dom) {
        CALL(virDomainAgentSetResponseTimeout(dom, 5, 0));
        CALL(virDomainAuthorizedSSHKeysGet(dom, "user", &list, 0));
        CALL(virDomainAuthorizedSSHKeysSet(dom, "user", keys, 1, 0));
        CALL(virDomainGetGuestInfo(dom, 0, &params, &count, 0));
        CALL(virDomainPMSuspendForDuration(dom, 0, 0, 0));
        CALL(virDomainPMWakeup(dom, 0));
        CALL(virDomainOpenGraphics(dom, 0, 100, 0));
        CALL(virDomainOpenGraphicsFD(dom, 0, 0));
    }
    CALL(virDomainAuthorizedSSHKeysGet(domains[0], NULL, &list, 0));
    CALL(virDomainAuthorizedSSHKeysGet(domains[0], "user", NULL, 0));
    CALL(virDomainAuthorizedSSHKeysSet(domains[0], NULL, keys, 1, 0));
    LOCAL_CALL(virDomainAuthorizedSSHKeysSet(domains[0], "user", NULL, 1, 0)); /* crashes */
    CALL(virDomainAuthorizedSSHKeysSet(domains[0], "user", NULL, 0, 0));
    CALL(virDomainAuthorizedSSHKeysSet(domains[0], "user", keys, 0, 0));
    for (unsigned int flags = 1; flags <= 3; flags++)
        CALL(virDomainAuthorizedSSHKeysSet(domains[0], "user", keys, 0, flags));
    CALL(virDomainGetGuestInfo(domains[0], 0, NULL, &count, 0));
    CALL(virDomainGetGuestInfo(domains[0], 0, &params, NULL, 0));
    CALL(virDomainOpenGraphics(domains[0], 0, -1, 0));
    show_error("last", virGetLastError());
    CALL(virDomainOpenGraphics(domains[0], 0, 100, 0));
    show_error("last", virGetLastError());
    CALL(virDomainOpenGraphics(domains[0], 0, 101, 0));
    check(socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0 && dup2(pair[0], 100) == 100, "sockets");
    CALL(virDomainOpenGraphics(domains[0], 0, 100, 0));
    CALL(virDomainOpenGraphics(domains[4], 0, 100, 0));
    close(pair[0]);
    close(pair[1]);
    close(100);
}

static void renaming(void)
{
    virDomainPtr dom = define("before", UUID_B, ""), found, readonly_dom;

    title("rename");
    STEP(virDomainRename(dom, "after", 0));
    printf("    %s\n", virDomainGetName(dom));
    show_domain(dom);
    CALL_NULL(virDomainLookupByName(conn, "before"));
    CALL_POINTER(found, virDomainLookupByName(conn, "after"));
    show_domain(found);
    show_xml(dom, 0);
    STEP(virDomainRename(found, "test", 0));
    STEP(virDomainRename(found, "after", 0));
    STEP(virDomainRename(found, "", 0));
    show_error("last", virGetLastError());
    STEP(virDomainRename(found, "a/b", 0));
    STEP(virDomainRename(found, ".", 0));
    STEP(virDomainRename(found, "a\nb", 0));
    STEP(virDomainRename(found, NULL, 0));
    STEP(virDomainRename(found, "x", 1));
    STEP(virDomainRename(NULL, "x", 0));
    readonly_dom = virDomainLookupByUUIDString(readonly, UUID_B);
    STEP(virDomainRename(readonly_dom, "x", 0));
    virDomainFree(readonly_dom);
    printf("    %s\n", virDomainGetName(found));
    STEP(virDomainRename(domains[0], "x", 0));
    STEP(virDomainRename(domains[0], "test", 0));
    STEP(virDomainRename(domains[0], "a/b", 0));
    STEP(virDomainRename(domains[0], "x", 1));
    STEP(virDomainRename(domains[1], "x/y", 0));
    STEP(virDomainRename(domains[2], "x", 0));
    virDomainFree(found);
    CALL_POINTER(found, virDomainLookupByUUIDString(conn, UUID_B));
    STEP(virDomainRename(found, "before", 0));
    STEP(virDomainRename(found, "later", 0));
    STEP(virDomainCreate(dom));
    CALL_STRING(virDomainGetHostname(dom, 0));
    CALL_STRING(virDomainGetHostname(found, 0));
    STEP(virDomainManagedSave(dom, 0));
    STEP(virDomainRename(dom, "saved", 0));
    CALL(virDomainHasManagedSaveImage(dom, 0));
    STEP(virDomainUndefineFlags(dom, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE));
    virDomainFree(found);
    virDomainFree(dom);
    dom = create("t", UUID_B, "");
    STEP(virDomainRename(dom, "x", 0));
    STEP(virDomainDestroy(dom));
    virDomainFree(dom);
}

static void lifecycle_flags(void)
{
    title("flags");
    for (unsigned int flags = 1; flags <= 64; flags *= 2) {
        printf("flags %u\n", flags);
        STEP(virDomainShutdownFlags(domains[0], flags));
        STEP(virDomainReboot(domains[0], flags));
        STEP(virDomainReset(domains[0], flags));
        STEP(virDomainUndefineFlags(domains[1], flags));
        if (virDomainIsPersistent(domains[1]) != 1)
            virDomainFree(define("off", UUID_A, ""));
        if (flags > 1)
            STEP(virDomainDestroyFlags(domains[0], flags));
        CALL_NULL(virDomainDefineXMLFlags(conn, "", flags));
        CALL_NULL(virDomainCreateXML(conn, "", flags));
        STEP(virDomainCreateWithFlags(domains[0], flags));
        if (virDomainIsActive(domains[0]) == 0)
            virDomainCreate(domains[0]);
        deliver();
    }
    STEP(virDomainReboot(domains[0], 3));
    STEP(virDomainShutdownFlags(domains[0], 3));
    STEP(virDomainUndefineFlags(domains[1], 3));
    show_domain(domains[1]);
}

static void files(void)
{
    int fds[] = { 0, 1 };
    virDomainPtr dom;

    title("starting with files");
    STEP(virDomainDestroy(domains[0]));
    STEP(virDomainCreateWithFiles(domains[0], 0, NULL, 0));
    show_domain(domains[0]);
    STEP(virDomainCreateWithFiles(domains[0], 0, NULL, 0));
    STEP(virDomainDestroy(domains[0]));
    STEP(virDomainCreateWithFiles(domains[0], 2, fds, 0));
    STEP(virDomainDestroy(domains[0]));
    if (!at_a_daemon()) /* crashes */
        STEP(virDomainCreateWithFiles(domains[0], 2, NULL, 0));
    STEP(virDomainCreateWithFiles(domains[0], 1, (int[]){ -1 }, 0));
    STEP(virDomainCreateWithFiles(domains[0], 0, NULL, 1));
    STEP(virDomainCreateWithFiles(domains[2], 0, NULL, 0));
    STEP(virDomainCreateWithFiles(NULL, 0, NULL, 0));
    STEP(virDomainCreateWithFiles(domains[4], 0, NULL, 0));
    if (virDomainIsActive(domains[0]) == 0)
        STEP(virDomainCreate(domains[0]));
    CALL_POINTER(dom, virDomainCreateXMLWithFiles(conn, xml_of("f", UUID_B, ""), 0, NULL, 0));
    deliver();
    show_domain(dom);
    CALL_NULL(virDomainCreateXMLWithFiles(conn, xml_of("f", UUID_B, ""), 0, NULL, 0));
    STEP(virDomainDestroy(dom));
    virDomainFree(dom);
    CALL_POINTER(dom, virDomainCreateXMLWithFiles(conn, xml_of("f", UUID_B, ""), 2, fds, 0));
    STEP(virDomainDestroy(dom));
    virDomainFree(dom);
    if (!at_a_daemon()) { /* crashes */
        CALL_POINTER(dom, virDomainCreateXMLWithFiles(conn, xml_of("f", UUID_B, ""), 2, NULL, 0));
        STEP(virDomainDestroy(dom));
        virDomainFree(dom);
    }
    CALL_NULL(virDomainCreateXMLWithFiles(conn, xml_of("f", UUID_B, ""), 0, NULL, 1));
    CALL_NULL(virDomainCreateXMLWithFiles(conn, NULL, 0, NULL, 0));
    CALL_NULL(virDomainCreateXMLWithFiles(NULL, xml_of("f", UUID_B, ""), 0, NULL, 0));
    CALL_NULL(virDomainCreateXMLWithFiles(readonly, xml_of("f", UUID_B, ""), 0, NULL, 0));
    CALL_POINTER(dom, virDomainCreateLinux(conn, xml_of("f", UUID_B, ""), 0));
    deliver();
    STEP(virDomainDestroy(dom));
    virDomainFree(dom);
    CALL_NULL(virDomainCreateLinux(readonly, xml_of("f", UUID_B, ""), 0));
    CALL_NULL(virDomainCreateLinux(conn, NULL, 0));
}

int main(void)
{
    int callback;

    begin();
    begin_events();
    conn = virConnectOpen("test:///default");
    readonly = virConnectOpenReadOnly("test:///default");
    check(conn && readonly, "open");
    callback = listen_to_all();
    domains[0] = virDomainLookupByName(conn, "test");
    domains[1] = define("off", UUID_A, "");
    domains[2] = create("gone", UUID_B, "");
    STEP(virDomainDestroy(domains[2]));
    domains[4] = virDomainLookupByName(readonly, "test");
    control();
    messages();
    security();
    keys();
    signals();
    passwords();
    clocks();
    host_name();
    file_systems();
    disks();
    addresses();
    memory();
    unsupported();
    renaming();
    files();
    lifecycle_flags();
    for (int i = 0; i < 5; i++)
        if (domains[i])
            virDomainFree(domains[i]);
    virConnectDomainEventDeregisterAny(conn, callback);
    virConnectClose(readonly);
    virConnectClose(conn);
    end_events();
    return 0;
}
