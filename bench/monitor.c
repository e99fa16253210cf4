/* monitor.c - QEMU's monitor: round trips with a real QEMU, beside those of a program that has nothing but a socket;
 * floods of events from a proxy in front of a real QEMU. */
#define _GNU_SOURCE
#include <stdatomic.h>

#include <libvirt/libvirt-qemu.h>

#include "guests.h"

#define QEMU "/usr/bin/qemu-system-x86_64"
#define STATUS "{\"execute\":\"query-status\"}"
#define SCHEMA "{\"execute\":\"query-qmp-schema\"}"
enum { ROUND_TRIPS = 5000, SCHEMAS = 100, WARM_UP = 20, EVENTS = 50000, MAX_REPLY = 1 << 20 };

/* ---- round trips ---- */

/* One command and its reply; `context` is a domain or a socket. */
typedef void trip(void *context, const char *command);

static void by_library(void *context, const char *command)
{
    char *reply;

    must(virDomainQemuMonitorCommand(context, command, &reply, 0) == 0, command);
    free(reply);
}

static char *raw_reply;

/* Leaves the reply, the first line that is no event, in `raw_reply`. */
static void read_reply(int fd)
{
    size_t length = 0;

    for (;;) {
        ssize_t count = read(fd, raw_reply + length, MAX_REPLY - length);
        require(count > 0, "read from QEMU");
        length += (size_t)count;
        for (char *end; (end = memchr(raw_reply, '\n', length));) {
            if (strncmp(raw_reply, "{\"timestamp\"", strlen("{\"timestamp\"")) != 0)
                return;
            length -= (size_t)(end + 1 - raw_reply);
            memmove(raw_reply, end + 1, length);
        }
    }
}

static void by_socket(void *context, const char *command)
{
    int fd = *(int *)context;
    char *line = format("%s\n", command);

    require(write(fd, line, strlen(line)) == (ssize_t)strlen(line), "write to QEMU");
    free(line);
    read_reply(fd);
}

static int open_raw(const char *path)
{
    int fd = connect_to(path);

    raw_reply = malloc(MAX_REPLY);
    read_reply(fd);
    by_socket(&fd, "{\"execute\":\"qmp_capabilities\"}");
    return fd;
}

static void measure(trip *go, void *context, const char *command, int count, const char *what, const char *way)
{
    double *times = calloc((size_t)count, sizeof(double));

    for (int i = 0; i < WARM_UP; i++)
        go(context, command);
    double start = seconds(), cpu = cpu_seconds();
    for (int i = 0; i < count; i++) {
        double before = seconds();
        go(context, command);
        times[i] = (seconds() - before) * 1e6;
    }
    double all = seconds() - start;
    cpu = cpu_seconds() - cpu;
    result(percentile(times, (size_t)count, 0.5), "us", "monitor: %s, p50, %s", what, way);
    result(percentile(times, (size_t)count, 0.99), "us", "monitor: %s, p99, %s", what, way);
    result(count / all, "/s", "monitor: %s, calls, %s", what, way);
    result(cpu / count * 1e6, "us", "monitor: %s, CPU of the client, %s", what, way);
    free(times);
}

static void round_trips(void)
{
    char *socket = format("%s/raw", work);
    char *extra = format("<qemu:arg value='-chardev'/><qemu:arg value='socket,id=raw,path=%s,server=on,wait=off'/>"
                         "<qemu:arg value='-mon'/><qemu:arg value='chardev=raw,mode=control'/>", socket);
    virDomainPtr dom = start(guest("round-trips", QEMU, extra));
    int fd = open_raw(socket);

    measure(by_library, dom, STATUS, ROUND_TRIPS, "query-status", "library");
    measure(by_socket, &fd, STATUS, ROUND_TRIPS, "query-status", "socket");
    measure(by_library, dom, SCHEMA, SCHEMAS, "query-qmp-schema", "library");
    measure(by_socket, &fd, SCHEMA, SCHEMAS, "query-qmp-schema", "socket");
    must(virDomainDestroy(dom) == 0, "virDomainDestroy");
    virDomainFree(dom);
}

/* ---- floods ---- */

static atomic_long heard;

static void on_rtc_change(virConnectPtr c, virDomainPtr d, long long offset, void *opaque)
{
    (void)c, (void)d, (void)offset, (void)opaque;
    heard++;
}

static void on_graphics(virConnectPtr c, virDomainPtr d, int phase, const virDomainEventGraphicsAddress *local,
                        const virDomainEventGraphicsAddress *remote, const char *auth,
                        const virDomainEventGraphicsSubject *subject, void *opaque)
{
    (void)c, (void)d, (void)phase, (void)local, (void)remote, (void)auth, (void)subject, (void)opaque;
    heard++;
}

/* Events until each has been heard; with nobody to hear them until the library has read them, which the reply that
 * comes behind them shows. */
static void flood(virDomainPtr dom, int control, const char *kind, int callback, const char *what)
{
    heard = 0;
    double begin = seconds(), cpu = cpu_seconds();
    order_events(control, kind, EVENTS);
    if (callback < 0)
        by_library(dom, STATUS);
    while (callback >= 0 && heard < EVENTS) {
        require(seconds() < begin + 120, "events are lost");
        usleep(200);
    }
    double all = seconds() - begin;
    cpu = cpu_seconds() - cpu;
    result(EVENTS / all, "/s", "monitor: flood, %s", what);
    result(cpu / EVENTS * 1e6, "us", "monitor: flood, CPU of %s", what);
    if (callback >= 0)
        must(virConnectDomainEventDeregisterAny(conn, callback) == 0, "deregister");
}

static int listen_to(int id, virConnectDomainEventGenericCallback function)
{
    int callback = virConnectDomainEventRegisterAny(conn, NULL, id, function, NULL, NULL);

    must(callback >= 0, "virConnectDomainEventRegisterAny");
    return callback;
}

static void floods(const char *emulator)
{
    char *socket = format("%s/control", work);
    virDomainPtr dom = start(guest("floods", emulator, format("<qemu:env name='QEMU_PROXY_CONTROL' value='%s'/>", socket)));
    int control = connect_to(socket);

    flood(dom, control, "unknown", -1, "an unknown event");
    flood(dom, control, "rtc", listen_to(VIR_DOMAIN_EVENT_ID_RTC_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(on_rtc_change)),
          "RTC_CHANGE to a callback");
    flood(dom, control, "graphics", listen_to(VIR_DOMAIN_EVENT_ID_GRAPHICS, VIR_DOMAIN_EVENT_CALLBACK(on_graphics)),
          "GRAPHICS to a callback");
    must(virDomainDestroy(dom) == 0, "virDomainDestroy");
    virDomainFree(dom);
}

int main(void)
{
    open_driver();
    round_trips();
    floods(proxy());
    return 0;
}
