/* rpc.c - a client of a libvirtd with the test driver: round trips by one thread and by 16 on one connection, opening and
 * closing, and a list of 1,000 domains; by time and by the processor time that the client takes for it. Beside them what
 * two processes with nothing but a socket need.
 *
 * usage: rpc SOCKET      the daemon's, which has no clients but this
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include "bench.h"

enum { CALLS = 10000, DESCRIPTIONS = 3000, WARM_UP = 20, OPENINGS = 100, LISTS = 60, DOMAINS = 1000 };
enum { THREADS = 16, CALLS_EACH = 1500, PACKET = 28 };

static virConnectPtr conn;
static virDomainPtr dom;
static atomic_int closing;

static void get_version(void)
{
    unsigned long version;

    require(virConnectGetLibVersion(conn, &version) == 0, "version");
}

static void get_info(void)
{
    virDomainInfo info;

    require(virDomainGetInfo(dom, &info) == 0, "info");
}

static void look_up(void)
{
    virDomainPtr found = virDomainLookupByName(conn, "test");

    require(found != NULL, "look-up");
    virDomainFree(found);
}

static void look_up_in_vain(void)
{
    require(virDomainLookupByName(conn, "nobody's") == NULL, "a look-up that fails");
}

static void describe(void)
{
    char *xml = virDomainGetXMLDesc(dom, 0);

    require(xml != NULL, "description");
    free(xml);
}

static void list_all(void)
{
    virDomainPtr *domains;
    int count = virConnectListAllDomains(conn, &domains, 0);

    require(count == DOMAINS, "list");
    for (int i = 0; i < count; i++)
        virDomainFree(domains[i]);
    free(domains);
}

/* Half the calls take less time than p50. */
static void measure(const char *name, int calls, void (*call)(void))
{
    double *times = calloc((size_t)calls, sizeof(double)), cpu;

    require(times != NULL, "memory");
    for (int i = 0; i < WARM_UP; i++)
        call();
    cpu = cpu_seconds();
    for (int i = 0; i < calls; i++) {
        double start = seconds();

        call();
        times[i] = seconds() - start;
    }
    result((cpu_seconds() - cpu) / calls * 1e6, "us", "rpc: %s, CPU of the client", name);
    result(percentile(times, (size_t)calls, 0.5) * 1e6, "us", "rpc: %s, p50", name);
    free(times);
}

static void open_and_close(void *uri)
{
    virConnectPtr opened = virConnectOpen(uri);

    require(opened != NULL, "connection");
    require(virConnectClose(opened) == 0, "close");
}

static void *call_often(void *unused)
{
    for (int i = 0; i < CALLS_EACH; i++)
        get_info();
    return unused;
}

/* Threads that share the connection. */
static void measure_threads(void)
{
    pthread_t threads[THREADS];
    double start = seconds(), cpu = cpu_seconds();
    const int calls = THREADS * CALLS_EACH;

    for (int i = 0; i < THREADS; i++)
        require(pthread_create(&threads[i], NULL, call_often, NULL) == 0, "thread");
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    result((cpu_seconds() - cpu) / calls * 1e6, "us", "rpc: %d threads on one connection, CPU of the client", THREADS);
    result(calls / (seconds() - start), "calls/s", "rpc: %d threads on one connection", THREADS);
}

static void define(int number)
{
    char xml[256];
    virDomainPtr defined;

    snprintf(xml, sizeof(xml),
             "<domain type='test'><name>d%04d</name><memory>65536</memory><os><type>hvm</type></os></domain>", number);
    defined = virDomainDefineXML(conn, xml);
    require(defined != NULL, "definition");
    virDomainFree(defined);
}

/* Answers each packet with itself until the peer goes. */
static void echo(int fd)
{
    char packet[PACKET];
    ssize_t count;

    while ((count = read(fd, packet, sizeof(packet))) > 0) {
        if (write(fd, packet, (size_t)count) != count)
            break;
    }
    _exit(0);
}

static int raw_socket;

static void raw_round_trip(void)
{
    char packet[PACKET] = { 0 };

    require(write(raw_socket, packet, PACKET) == PACKET && read(raw_socket, packet, PACKET) == PACKET, "socket");
}

static void measure_socket(void)
{
    int pair[2];
    pid_t peer;

    require(socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0, "socketpair");
    peer = fork();
    if (peer == 0) {
        close(pair[0]);
        echo(pair[1]);
    }
    close(pair[1]);
    raw_socket = pair[0];
    measure("nothing but a socket", CALLS, raw_round_trip);
    close(raw_socket);
    waitpid(peer, NULL, 0);
}

static void ignore(void *opaque, virErrorPtr error)
{
    (void)opaque;
    (void)error;
}

static void nothing(int timer, void *opaque)
{
    (void)timer;
    (void)opaque;
}

static void *run_loop(void *unused)
{
    while (!atomic_load(&closing))
        require(virEventRunDefaultImpl() == 0, "event loop");
    return unused;
}

int main(int argc, char **argv)
{
    static double times[OPENINGS];
    char uri[300];
    pthread_t loop;
    double cpu;

    if (argc != 2) {
        fprintf(stderr, "usage: %s SOCKET\n", argv[0]);
        return 2;
    }
    measure_socket();
    snprintf(uri, sizeof(uri), "test+unix:///default?socket=%s", argv[1]);
    virSetErrorFunc(NULL, ignore);
    require(virEventRegisterDefaultImpl() == 0, "event loop");
    virEventAddTimeout(200, nothing, NULL, NULL);
    require(pthread_create(&loop, NULL, run_loop, NULL) == 0, "thread");

    for (int i = 0; i < WARM_UP; i++)
        open_and_close(uri);
    cpu = cpu_seconds();
    for (int i = 0; i < OPENINGS; i++) {
        double start = seconds();

        open_and_close(uri);
        times[i] = seconds() - start;
    }
    result((cpu_seconds() - cpu) / OPENINGS * 1e6, "us", "rpc: open and close, CPU of the client");
    result(percentile(times, OPENINGS, 0.5) * 1e6, "us", "rpc: open and close, p50");

    conn = virConnectOpen(uri);
    require(conn != NULL, "connection");
    dom = virDomainLookupByName(conn, "test");
    require(dom != NULL, "the domain");
    measure("version", CALLS, get_version);
    measure("info", CALLS, get_info);
    measure("look up by name", CALLS, look_up);
    measure("look up in vain", CALLS, look_up_in_vain);
    measure("describe a domain", DESCRIPTIONS, describe);
    measure_threads();
    for (int i = virConnectListAllDomains(conn, NULL, 0); i < DOMAINS; i++)
        define(i);
    measure("list 1,000 domains", LISTS, list_all);

    virDomainFree(dom);
    require(virConnectClose(conn) == 0, "close");
    atomic_store(&closing, 1);
    pthread_join(loop, NULL);
    return 0;
}
