/* rpc.c - a client of a libvirtd with the test driver: round trips by one thread and by 16 on one connection, opening and
 * closing, and a list of 1,000 domains; by time and by the processor time that the client takes for it. Beside them what
 * a client needs that has nothing but a socket and knows its packets by heart: what the daemon takes by itself.
 *
 * usage: rpc SOCKET      the daemon's, which has no clients but this
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include "bench.h"

enum { CALLS = 10000, DESCRIPTIONS = 3000, WARM_UP = 20, OPENINGS = 200, LISTS = 60, DOMAINS = 1000 };
enum { THREADS = 16, CALLS_EACH = 1500 };

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

static const char *uri;

static void open_and_close(void)
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

/* ---- nothing but a socket ---- */

/* Procedures of the remote program; numbers of the wire protocol. */
enum { PROGRAM = 0x20008086, OPEN = 1, CLOSE = 2, GET_INFO = 16, AUTH_LIST = 66, GET_LIB_VERSION = 157 };

static struct sockaddr_un daemon_address = { .sun_family = AF_UNIX };
static int raw_socket;

/* A call. The words of the payload are in network order already. */
static void raw_send(uint32_t procedure, const void *payload, size_t length)
{
    static uint32_t serial;
    uint32_t packet[128] = { htonl((uint32_t)(28 + length)), htonl(PROGRAM), htonl(1), htonl(procedure), 0,
                             htonl(serial++), 0 };

    memcpy(packet + 7, payload, length);
    require(send(raw_socket, packet, 28 + length, 0) == (ssize_t)(28 + length), "packet");
}

/* A call and its reply. */
static void raw_call(uint32_t procedure, const void *payload, size_t length)
{
    char reply[4096];

    raw_send(procedure, payload, length);
    /* A reply is short, and says in its last word of the header that all is well. */
    require(recv(raw_socket, reply, sizeof(reply), 0) >= 28 && memcmp(reply + 24, "\0\0\0", 4) == 0, "reply");
}

/* As many calls under way as there are threads: what the daemon takes. */
static void measure_raw_threads(void)
{
    /* A name with its length, UUID, id. */
    unsigned char arguments[28] = "\0\0\0\4test", replies[4096];
    const int calls = THREADS * CALLS_EACH;
    const size_t reply = 28 + 32; /* the header; state, sizes, processors, time */
    size_t received = 0;
    double start = seconds();

    require(virDomainGetUUID(dom, arguments + 8) == 0, "UUID");
    arguments[27] = 1;
    for (int i = 0; i < THREADS; i++)
        raw_send(GET_INFO, arguments, sizeof(arguments));
    for (int sent = THREADS, answered = 0; answered < calls;) {
        ssize_t count = recv(raw_socket, replies, sizeof(replies), 0);

        require(count > 0, "replies");
        for (received += (size_t)count; received >= reply; received -= reply) {
            answered++;
            if (sent++ < calls)
                raw_send(GET_INFO, arguments, sizeof(arguments));
        }
    }
    result(calls / (seconds() - start), "calls/s", "rpc: %d calls at a time, nothing but a socket", THREADS);
}

static void raw_open(void)
{
    /* There is a name, its length and text, flags. */
    static const char arguments[] = "\0\0\0\1\0\0\0\17test:///default\0\0\0\0\0";

    raw_socket = socket(AF_UNIX, SOCK_STREAM, 0);
    require(connect(raw_socket, (struct sockaddr *)&daemon_address, sizeof(daemon_address)) == 0, "daemon");
    raw_call(AUTH_LIST, "", 0);
    raw_call(OPEN, arguments, sizeof(arguments) - 1);
}

static void raw_close(void)
{
    raw_call(CLOSE, "", 0);
    close(raw_socket);
}

static void raw_open_and_close(void)
{
    raw_open();
    raw_close();
}

static void raw_version(void)
{
    raw_call(GET_LIB_VERSION, "", 0);
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
    char text[300];
    pthread_t loop;

    if (argc != 2) {
        fprintf(stderr, "usage: %s SOCKET\n", argv[0]);
        return 2;
    }
    strncpy(daemon_address.sun_path, argv[1], sizeof(daemon_address.sun_path) - 1);
    snprintf(text, sizeof(text), "test+unix:///default?socket=%s", argv[1]);
    uri = text;
    virSetErrorFunc(NULL, ignore);
    require(virEventRegisterDefaultImpl() == 0, "event loop");
    virEventAddTimeout(200, nothing, NULL, NULL);
    require(pthread_create(&loop, NULL, run_loop, NULL) == 0, "thread");

    measure("open and close", OPENINGS, open_and_close);
    measure("open and close, nothing but a socket", OPENINGS, raw_open_and_close);
    conn = virConnectOpen(uri);
    require(conn != NULL, "connection");
    dom = virDomainLookupByName(conn, "test");
    require(dom != NULL, "the domain");
    measure("version", CALLS, get_version);
    raw_open();
    measure("version, nothing but a socket", CALLS, raw_version);
    raw_close();
    measure("info", CALLS, get_info);
    measure("look up by name", CALLS, look_up);
    measure("look up in vain", CALLS, look_up_in_vain);
    measure("describe a domain", DESCRIPTIONS, describe);
    measure_threads();
    raw_open();
    measure_raw_threads();
    raw_close();
    for (int i = virConnectListAllDomains(conn, NULL, 0); i < DOMAINS; i++)
        define(i);
    measure("list 1,000 domains", LISTS, list_all);

    virDomainFree(dom);
    require(virConnectClose(conn) == 0, "close");
    atomic_store(&closing, 1);
    pthread_join(loop, NULL);
    return 0;
}
