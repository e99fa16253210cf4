/* monitors.c - many guests at once, whose monitors the proxy plays: threads, memory, and whether one monitor's events
 * cost more when there are others. */
#define _GNU_SOURCE
#include <dirent.h>
#include <malloc.h>
#include <stdatomic.h>
#include <sys/resource.h>

#include <libvirt/libvirt-qemu.h>

#include "guests.h"

enum { GUESTS = 1000, FLOODS = 5, EVENTS = 10000, FILES_EACH = 8 };

static atomic_long heard;

static void on_rtc_change(virConnectPtr c, virDomainPtr d, long long offset, void *opaque)
{
    (void)c, (void)d, (void)offset, (void)opaque;
    heard++;
}

static int threads(void)
{
    DIR *folder = opendir("/proc/self/task");
    int count = 0;

    require(folder != NULL, "/proc/self/task");
    while (readdir(folder))
        count++;
    closedir(folder);
    return count - 2; /* the folder itself and its parent */
}

/* Memory of our own that is in use, in KiB. */
static double memory(void)
{
    FILE *stream = fopen("/proc/self/status", "r");
    char line[256];
    double value = 0;

    malloc_trim(0);
    require(stream != NULL, "/proc/self/status");
    while (fgets(line, sizeof(line), stream))
        sscanf(line, "RssAnon: %lf", &value);
    fclose(stream);
    return value;
}

/* Microseconds of processor time that an event of one guest costs, from its monitor to a callback. */
static double event_cost(int control)
{
    struct samples samples = {0};

    for (int i = 0; i < FLOODS; i++) {
        double cpu = cpu_seconds();
        heard = 0;
        order_events(control, "rtc", EVENTS);
        for (double deadline = seconds() + 120; heard < EVENTS; usleep(200))
            require(seconds() < deadline, "events are lost");
        sample(&samples, (cpu_seconds() - cpu) / EVENTS * 1e6);
    }
    return median(&samples);
}

int main(void)
{
    struct rlimit files = {.rlim_cur = GUESTS * FILES_EACH, .rlim_max = GUESTS * FILES_EACH};
    const char *count_text = getenv("BENCH_GUESTS");
    int count = count_text ? atoi(count_text) : GUESTS;

    setrlimit(RLIMIT_NOFILE, &files);
    open_driver();
    char *recorded = format("%s/recorded", work), *socket = format("%s/control", work);
    char *replayed = format("<qemu:env name='QEMU_PROXY_REPLAY' value='%s'/>", recorded);
    virDomainPtr dom = start(guest("recorded", proxy(), format("<qemu:env name='QEMU_PROXY_RECORD' value='%s'/>", recorded)));
    must(virDomainDestroy(dom) == 0, "virDomainDestroy");
    virDomainFree(dom);

    must(virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_RTC_CHANGE,
                                          VIR_DOMAIN_EVENT_CALLBACK(on_rtc_change), NULL, NULL) >= 0, "register");
    dom = start(guest("speaks", proxy(), format("%s<qemu:env name='QEMU_PROXY_CONTROL' value='%s'/>", replayed, socket)));
    int control = connect_to(socket);
    double alone = event_cost(control), before = memory(), begin = seconds();
    int threads_before = threads();

    for (int i = 0; i < count; i++)
        virDomainFree(start(guest(format("quiet-%d", i), proxy(), replayed)));
    result((seconds() - begin) / count * 1e3, "ms", "monitors: start of each");
    result(threads_before, "threads", "monitors: threads with 1");
    /* A thread that works on files ends with its work. */
    for (double deadline = seconds() + 10; threads() > threads_before && seconds() < deadline; usleep(10000))
        ;
    result(threads(), "threads", "monitors: threads with %d", count);
    result((memory() - before) / count, "KiB", "monitors: memory of each running guest");
    result(alone, "us", "monitors: CPU of an event, 1 monitor");
    result(event_cost(control), "us", "monitors: CPU of an event, %d monitors", count);
    virDomainFree(dom);
    return 0;
}
