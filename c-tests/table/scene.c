/* scene.c - see scene.h. */
#include "scene.h"

#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* Where a daemon expects its first socket, and how many sockets it gets. */
enum { FIRST_SOCKET = 3, SOCKETS = 2 };
/* Ranges of ports below those that the system gives to others. */
enum { FIRST_PORT = 20000, PORTS = 10, PORT_RANGES = 1000 };
/* The most processes of a scene: two daemons and a guest's agent. */
enum { MAX_DAEMONS = 3 };

/* Settings of the embedded driver: no daemon keeps the guests' logs here. */
#define QEMU_CONF "stdio_handler = \"file\"\n"
/* A host that another daemon here can take for another host. */
#define DESTINATION_CONF "host_uuid = \"00000000-0000-0000-0000-000000000002\"\n"
#define DESTINATION "destination"

enum driver driver;
static char folder[PATH_MAX];
static pid_t worker;
static pid_t daemons[MAX_DAEMONS];
static size_t daemon_count;

static void die(const char *what)
{
    perror(what);
    exit(2);
}

static void run(const char *command)
{
    if (system(command) != 0)
        die(command);
}

char *text(const char *format, ...)
{
    va_list values;
    char *made;

    va_start(values, format);
    if (vasprintf(&made, format, values) < 0)
        die("memory");
    va_end(values);
    return made;
}

char *file(const char *name)
{
    return text("%s/%s", folder, name);
}

char *file_with(const char *name, const char *content)
{
    char *path = file(name);
    FILE *stream = fopen(path, "w");

    if (!stream || fputs(content, stream) < 0 || fclose(stream) < 0)
        die(path);
    return path;
}

bool real_guests(void) { return driver == DRIVER_QEMU || driver == DRIVER_REMOTE_QEMU; }

/* Disks of the domains that are started, with something to boot from: a guest that only opens its channels. The last
 * two have another image below. */
static void create_disks(const char *guests)
{
    static const char *const domains[] = { "test", "stopped", "quiet", "transient", "traveller" };
    static const char *const disks[] = { "hda", "vda", "vdb", "vdc" };

    run(text("cp %s/agent.img %s", guests, file("raw.img")));
    for (size_t i = 0; i < sizeof(domains) / sizeof(*domains); i++) {
        for (size_t j = 0; j < sizeof(disks) / sizeof(*disks); j++) {
            const char *disk = file(text("%s-%s", domains[i], disks[j]));

            if (j < 2)
                run(text("qemu-img convert -f raw -O qcow2 %s %s.qcow2", file("raw.img"), disk));
            else
                run(text("qemu-img convert -f raw -O qcow2 %s %s-base.qcow2 && "
                         "qemu-img create -q -f qcow2 -b %s-base.qcow2 -F qcow2 %s.qcow2",
                         file("raw.img"), disk, disk, disk));
        }
    }
}

/* A socket that listens before its daemon has started, so that nobody has to wait for it. */
static int listening(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);

    strncpy(address.sun_path, path, sizeof(address.sun_path) - 1);
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof(address)) < 0 || listen(fd, 8) < 0)
        die(path);
    return fd;
}

/* Makes a folder that the process takes for the user's. */
static void settle(const char *home)
{
    static const char *const own[] = { "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR" };

    mkdir(home, 0700);
    for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
        setenv(own[i], home, 1);
}

/* Starts a daemon of the original's, which ends with us, in a folder of its own or in ours. systemd's way of handing
 * over sockets: they are the first descriptors, and variables hold their names and the receiver's pid. */
static void start_daemon(const char *program, const char *home, const char *settings)
{
    const char *name = strrchr(program, '/') + 1;
    int sockets[SOCKETS];
    pid_t daemon;

    mkdir(home, 0700);
    sockets[0] = listening(text("%s/daemon.sock", home));
    sockets[1] = listening(text("%s/admin.sock", home));
    daemon = fork();
    if (daemon == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        settle(home);
        for (int i = 0; i < SOCKETS; i++)
            dup2(sockets[i], FIRST_SOCKET + i);
        setenv("LISTEN_PID", text("%d", (int)getpid()), 1);
        setenv("LISTEN_FDS", text("%d", SOCKETS), 1);
        setenv("LISTEN_FDNAMES", text("%1$s.socket:%1$s-admin.socket", name), 1);
        unsetenv("LD_LIBRARY_PATH");
        execl(program, program, "--config", file_with(text("%s.conf", strrchr(home, '/') + 1), settings), (char *)NULL);
        die(program);
    }
    for (int i = 0; i < SOCKETS; i++)
        close(sockets[i]);
    daemons[daemon_count++] = daemon;
}

bool scene_has_daemon(pid_t process)
{
    for (size_t i = 0; i < daemon_count; i++) {
        if (daemons[i] == process)
            return true;
    }
    return false;
}

/* Has guests arrive at ports of our own: another process may run the same at the same time. */
static void set_ports(void)
{
    int first = FIRST_PORT + (int)getpid() % PORT_RANGES * PORTS;

    mkdir(file(DESTINATION), 0700);
    mkdir(file(DESTINATION "/libvirt"), 0700);
    file_with(DESTINATION "/libvirt/qemu.conf",
              text("migration_port_min = %d\nmigration_port_max = %d\n", first, first + PORTS - 1));
}

void scene_end(void)
{
    while (daemon_count > 0)
        kill(daemons[--daemon_count], SIGKILL);
}

void scene_create(enum driver wanted, const char *guests)
{
    driver = wanted;
    strcpy(folder, "/tmp/oxvirt-table.XXXXXX");
    if (!mkdtemp(folder))
        die(folder);
    settle(folder);
    if (real_guests())
        create_disks(guests);
    if (driver == DRIVER_ADMIN)
        start_daemon("/usr/sbin/virtlogd", folder, "");
    if (driver == DRIVER_REMOTE_TEST || driver == DRIVER_REMOTE_QEMU)
        start_daemon("/usr/sbin/libvirtd", folder, "");
    if (driver == DRIVER_REMOTE_QEMU) {
        set_ports();
        start_daemon("/usr/sbin/libvirtd", file(DESTINATION), DESTINATION_CONF);
        daemons[daemon_count++] = agent_start(listening(file("agent.sock")));
    }
}

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *where)
{
    (void)info, (void)type, (void)where;
    return remove(path);
}

void scene_remove(void)
{
    nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

static void *event_loop(void *opaque)
{
    while (virEventRunDefaultImpl() == 0)
        continue;
    return opaque;
}

static void keep_alive(int timer, void *opaque)
{
    (void)timer, (void)opaque;
}

static void silent(void *opaque, virErrorPtr error)
{
    (void)opaque, (void)error;
}

void scene_enter(void)
{
    pthread_t thread;

    worker = getpid();
    if (driver == DRIVER_QEMU) {
        mkdir(file(text("root-%d", (int)worker)), 0700);
        mkdir(file(text("root-%d/etc", (int)worker)), 0700);
        file_with(text("root-%d/etc/qemu.conf", (int)worker), QEMU_CONF);
    }
    virSetErrorFunc(NULL, silent);
    virEventRegisterDefaultImpl();
    virEventAddTimeout(1000, keep_alive, NULL, NULL);
    if (pthread_create(&thread, NULL, event_loop, NULL) != 0)
        die("thread");
}

const char *uri(void)
{
    switch (driver) {
    case DRIVER_QEMU: return text("qemu:///embed?root=%s/root-%d", folder, (int)worker);
    case DRIVER_REMOTE_TEST: return text("test+unix:///default?socket=%s/daemon.sock", folder);
    case DRIVER_REMOTE_QEMU: return text("qemu+unix:///session?socket=%s/daemon.sock", folder);
    default: return "test:///default";
    }
}

const char *destination_uri(void)
{
    return driver == DRIVER_REMOTE_QEMU ? text("qemu+unix:///session?socket=%s/" DESTINATION "/daemon.sock", folder)
                                        : uri();
}
