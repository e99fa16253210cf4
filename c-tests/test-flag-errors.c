/* test-flag-errors.c - the whole error, with all its texts, for flags that do not go together and numbers out of range:
 * whether the library refuses them or its test driver, and which of two mistakes comes first.
 */
#include "tuning.h"

#define BOTH (VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG)

#define FAILS(call)                                                                                                    \
    do {                                                                                                               \
        virResetLastError();                                                                                           \
        printf("%s = %d\n", #call, (int)(call));                                                                       \
        show_error("last", virGetLastError());                                                                         \
    } while (0)

static void impact(virDomainPtr dom, unsigned int flags)
{
    int nparams = 0;
    unsigned char map = 1;
    virTypedParameterPtr perf = NULL;
    virTypedParameter room[1];
    virDomainIOThreadInfoPtr *threads = NULL;

    printf("flags %#x\n", flags);
    FAILS(virDomainGetMemoryParameters(dom, NULL, &nparams, flags));
    FAILS(virDomainGetNumaParameters(dom, NULL, &nparams, flags));
    FAILS(virDomainGetBlkioParameters(dom, NULL, &nparams, flags));
    FAILS(virDomainGetBlockIoTune(dom, "vda", NULL, &nparams, flags));
    FAILS(virDomainGetInterfaceParameters(dom, "net", NULL, &nparams, flags));
    FAILS(virDomainGetPerfEvents(dom, &perf, &nparams, flags));
    nparams = 1;
    FAILS(virDomainGetSchedulerParametersFlags(dom, room, &nparams, flags));
    FAILS(virDomainGetVcpusFlags(dom, flags));
    FAILS(virDomainGetVcpuPinInfo(dom, 1, &map, 1, flags));
    FAILS(virDomainGetEmulatorPinInfo(dom, &map, 1, flags));
    FAILS(virDomainGetIOThreadInfo(dom, &threads, flags));
    FAILS(virDomainGetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, NULL, flags) != NULL);
    FAILS(virDomainPinEmulator(dom, &map, 1, flags));
    FAILS(virDomainAddIOThread(dom, 9, flags));
    FAILS(virDomainDelIOThread(dom, 9, flags));
}

static void numbers(virDomainPtr dom)
{
    virDomainInterfacePtr *interfaces = NULL;
    unsigned int key = 1;

    title("numbers");
    FAILS(virDomainSetVcpusFlags(dom, 1, VIR_DOMAIN_VCPU_MAXIMUM));
    FAILS(virDomainSetVcpusFlags(dom, 1, VIR_DOMAIN_VCPU_GUEST | VIR_DOMAIN_AFFECT_CONFIG));
    FAILS(virDomainCoreDumpWithFormat(dom, "/nowhere/core", 64, 0));
    FAILS(virDomainCoreDumpWithFormat(dom, "/nowhere/core", -1, 0));
    FAILS(virDomainInterfaceAddresses(dom, &interfaces, -1, 0));
    FAILS(virDomainSendKey(dom, -1, 0, &key, 1, 0));
    FAILS(virDomainSendProcessSignal(dom, 1, -1, 0));
}

int main(void)
{
    open_domains("", "");
    title("which definition");
    impact(domains[1], BOTH);
    impact(domains[1], ~0u);
    impact(domains[1], BOTH | 8);
    numbers(domains[1]);
    title("metadata of a domain that does not run");
    FAILS(virDomainSetMetadata(domains[0], 3, "x", NULL, NULL, VIR_DOMAIN_AFFECT_LIVE));
    FAILS(virDomainSetMetadata(domains[0], 3, "x", NULL, NULL, VIR_DOMAIN_AFFECT_CONFIG));
    close_domains();
    return 0;
}
