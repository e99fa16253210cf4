/* calls.c - calls on the test driver, by processor time: looking up, asking for state, listing 1,000 domains; and the
 * resident memory of a process that has opened a connection.
 */
#define _GNU_SOURCE
#include <string.h>

#include <libvirt/libvirt.h>

#include "bench.h"

enum { CALLS = 20000, LISTS = 20, ROUNDS = 5, DOMAINS = 1000 };

static virConnectPtr conn;
static virDomainPtr dom;
static unsigned char uuid[VIR_UUID_BUFLEN];

static double processor_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void look_up_by_name(void)
{
    virDomainPtr found = virDomainLookupByName(conn, "test");

    require(found != NULL, "look-up");
    virDomainFree(found);
}

static void look_up_by_uuid(void)
{
    virDomainPtr found = virDomainLookupByUUID(conn, uuid);

    require(found != NULL, "look-up");
    virDomainFree(found);
}

static void get_info(void)
{
    virDomainInfo info;

    require(virDomainGetInfo(dom, &info) == 0, "info");
}

static void get_state(void)
{
    int state, reason;

    require(virDomainGetState(dom, &state, &reason, 0) == 0, "state");
}

static void list_all(void)
{
    virDomainPtr *domains;
    int count = virConnectListAllDomains(conn, &domains, 0);

    require(count == DOMAINS + 1, "list");
    for (int i = 0; i < count; i++)
        virDomainFree(domains[i]);
    free(domains);
}

static void measure(const char *name, int calls, void (*call)(void))
{
    struct samples rates = { .n = 0 };

    for (int round = 0; round < ROUNDS; round++) {
        double start = processor_seconds();

        for (int i = 0; i < calls; i++)
            call();
        sample(&rates, calls / (processor_seconds() - start));
    }
    result(median(&rates), "calls/s", "calls: %s", name);
}

static double resident_kib(void)
{
    FILE *status = fopen("/proc/self/status", "r");
    char line[256];
    double found = 0;

    require(status != NULL, "/proc/self/status");
    while (fgets(line, sizeof(line), status)) {
        if (sscanf(line, "VmRSS: %lf", &found) == 1)
            break;
    }
    fclose(status);
    return found;
}

static void define(int number)
{
    char xml[256];
    virDomainPtr defined;

    snprintf(xml, sizeof(xml),
             "<domain type='test'><name>d%d</name><memory>65536</memory><os><type>hvm</type></os></domain>", number);
    defined = virDomainDefineXML(conn, xml);
    require(defined != NULL, "definition");
    virDomainFree(defined);
}

int main(void)
{
    conn = virConnectOpen("test:///default");
    require(conn != NULL, "connection");
    result(resident_kib(), "KiB", "calls: resident memory after opening");
    dom = virDomainLookupByName(conn, "test");
    require(dom && virDomainGetUUID(dom, uuid) == 0, "the domain");
    measure("look up by name", CALLS, look_up_by_name);
    measure("look up by UUID", CALLS, look_up_by_uuid);
    measure("info", CALLS, get_info);
    measure("state", CALLS, get_state);
    for (int i = 0; i < DOMAINS; i++)
        define(i);
    measure("list 1,000 domains", LISTS, list_all);
    virDomainFree(dom);
    virConnectClose(conn);
    return 0;
}
