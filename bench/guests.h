/* guests.h - guests of the embedded QEMU driver for benchmarks: a root of their own, definitions, an event loop. */
#ifndef GUESTS_H
#define GUESTS_H

#include <ftw.h>
#include <pthread.h>
#include <pwd.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include "bench.h"

static char work[64]; /* everything of this run is below it */
static virConnectPtr conn;

__attribute__((format(printf, 1, 2)))
static inline char *format(const char *text, ...)
{
    va_list arguments;
    char *made;

    va_start(arguments, text);
    require(vasprintf(&made, text, arguments) >= 0, "memory");
    va_end(arguments);
    return made;
}

/* As `require`, for calls of the library. */
static inline void must(int condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s: %s\n", what, virGetLastErrorMessage());
    exit(1);
}

static inline void silent(void *opaque, virErrorPtr error)
{
    (void)opaque, (void)error;
}

static inline void *run_loop(void *unused)
{
    for (;;)
        must(virEventRunDefaultImpl() == 0, "virEventRunDefaultImpl");
    return unused;
}

/* Ends the emulator whose process id is in a file, and removes the file. */
static inline int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    FILE *stream = strstr(path, ".pid") ? fopen(path, "r") : NULL;
    int pid = 0;

    (void)info, (void)kind, (void)place;
    if (stream && fscanf(stream, "%d", &pid) == 1 && pid != getpid())
        kill(pid, SIGKILL);
    if (stream)
        fclose(stream);
    remove(path); /* which the library may just have done */
    return 0;
}

/* Ends what runs and removes the files. Not by virDomainDestroy, which in the original waits for whoever reaps the
 * processes. */
static inline void clean_up(void)
{
    nftw(work, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

/* Opens the driver, with a loop on a thread of its own. The files are in memory, because the disk is not what is
 * measured. As root the original looks for a user that only an installed daemon has. */
static inline void open_driver(void)
{
    const struct passwd *nobody = getpwnam("nobody");
    pthread_t loop;

    if (geteuid() == 0)
        require(nobody && setgid(nobody->pw_gid) == 0 && setuid(nobody->pw_uid) == 0, "nobody");
    strcpy(work, "/dev/shm/bench-XXXXXX");
    require(mkdtemp(work) != NULL, work);
    atexit(clean_up);
    setenv("HOME", work, 1);
    setenv("LIBVIRT_DEBUG", "4", 0); /* no warnings about commands of our own */
    char *settings = format("%s/root/etc/qemu.conf", work);
    mkdir(format("%s/root", work), 0700);
    mkdir(format("%s/root/etc", work), 0700);
    FILE *stream = fopen(settings, "w");
    require(stream && fputs("stdio_handler = \"file\"\n", stream) >= 0 && fclose(stream) == 0, settings);
    virSetErrorFunc(NULL, silent);
    must(virEventRegisterDefaultImpl() == 0, "virEventRegisterDefaultImpl");
    require(pthread_create(&loop, NULL, run_loop, NULL) == 0, "pthread_create");
    conn = virConnectOpen(format("qemu:///embed?root=%s/root", work));
    must(conn != NULL, "virConnectOpen");
}

/* The program of qemu-proxy.c. */
static inline const char *proxy(void)
{
    const char *path = getenv("BENCH_PROXY");

    require(path != NULL, "BENCH_PROXY");
    return path;
}

/* A small guest that nobody starts the processor of; `extra` are elements of <qemu:commandline>. */
static inline char *guest(const char *name, const char *emulator, const char *extra)
{
    return format("<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><name>%s</name>"
                  "<memory unit='MiB'>16</memory><vcpu>1</vcpu><os><type arch='x86_64' machine='pc'>hvm</type></os>"
                  "<clock offset='variable' adjustment='0'/><devices><emulator>%s</emulator>"
                  "<controller type='usb' model='none'/><memballoon model='none'/></devices>"
                  "<qemu:commandline>%s</qemu:commandline></domain>", name, emulator, extra);
}

static inline virDomainPtr start(const char *xml)
{
    virDomainPtr dom = virDomainCreateXML(conn, xml, VIR_DOMAIN_START_PAUSED);

    must(dom != NULL, "virDomainCreateXML");
    return dom;
}

/* Connects to a socket that is there or about to be. */
static inline int connect_to(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    double deadline = seconds() + 10;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

    require(strlen(path) < sizeof(address.sun_path), path);
    strcpy(address.sun_path, path);
    while (connect(fd, (struct sockaddr *)&address, sizeof(address)) < 0) {
        require(seconds() < deadline, path);
        usleep(1000);
    }
    return fd;
}

/* Has the proxy at the other end send `count` events, and waits until they are all written. */
static inline void order_events(int control, const char *kind, long count)
{
    char answer, *order = format("%s %ld\n", kind, count);

    require(write(control, order, strlen(order)) == (ssize_t)strlen(order), "write an order");
    require(read(control, &answer, 1) == 1, "the proxy's answer");
    free(order);
}

#endif
