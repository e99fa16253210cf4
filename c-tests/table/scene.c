/* scene.c - see scene.h. */
#include "scene.h"

#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
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

#define EMULATOR "/usr/bin/qemu-system-x86_64"
/* No daemon keeps the guests' logs here. */
#define QEMU_CONF "stdio_handler = \"file\"\n"
#define STOPPED "stopped"

#define TEST_XML                                                                                   \
    "<domain type='test'><name>%s</name><memory>8192</memory><os><type>hvm</type></os><devices>"   \
    "<disk type='file' device='disk'><source file='/disk'/><target dev='vda' bus='virtio'/>"       \
    "</disk></devices></domain>"

#define QEMU_DISK(dev, bus)                                                                        \
    "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"                           \
    "<source file='%s/%s-" dev ".qcow2'/><target dev='" dev "' bus='" bus "'/></disk>"
#define QEMU_MAC "52:54:00:00:00:01"
#define QEMU_XML                                                                                   \
    "<domain type='qemu'><name>%s</name><memory unit='MiB'>32</memory><vcpu>2</vcpu>"              \
    "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices>"    \
    "<emulator>" EMULATOR "</emulator>" QEMU_DISK("hda", "ide") QEMU_DISK("vda", "virtio")         \
    QEMU_DISK("vdb", "virtio") QEMU_DISK("vdc", "virtio")                                          \
    "<interface type='user'><mac address='" QEMU_MAC "'/></interface><serial type='pty'/>"         \
    "<graphics type='vnc' socket='%s/%s.vnc'/><video><model type='vga'/></video></devices></domain>"

static const char *const qemu_disks[] = { "hda", "vda", "vdb", "vdc" };

static enum driver driver;
static char folder[PATH_MAX];
static pid_t worker;

/* Takes a handle or ends the row. */
#define HAVE(call)                                                                                 \
    ({                                                                                             \
        __typeof__(call) value_ = (call);                                                          \
        if (!value_)                                                                               \
            unprepared(#call);                                                                     \
        value_;                                                                                    \
    })
/* The same for calls that return -1. */
#define DO(call)                                                                                   \
    do {                                                                                           \
        if ((call) < 0)                                                                            \
            unprepared(#call);                                                                     \
    } while (0)
/* The object behind `call`, which is made once in a worker. */
#define ONCE(call)                                                                                 \
    ({                                                                                             \
        static __typeof__(call) once_;                                                             \
        if (!once_)                                                                                \
            once_ = HAVE(call);                                                                    \
        once_;                                                                                     \
    })

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

__attribute__((format(printf, 1, 2))) static char *text(const char *format, ...)
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

/* Disks of the domains that are started, with something to boot from: a guest that does nothing at all. */
static void create_disks(const char *guests)
{
    static const char *const names[] = { "test", STOPPED, "quiet", "transient" };

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        for (size_t j = 0; j < sizeof(qemu_disks) / sizeof(*qemu_disks); j++)
            run(text("qemu-img convert -f raw -O qcow2 %s/idle.img %s/%s-%s.qcow2", guests, folder, names[i],
                     qemu_disks[j]));
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

/* Starts a daemon of the original's, which ends with us. systemd's way of handing over sockets: they are the first
 * descriptors, and variables hold their names and the receiver's pid. */
static pid_t start_daemon(const char *program, const char *names, const char *const paths[SOCKETS])
{
    int sockets[SOCKETS];
    pid_t daemon;

    for (int i = 0; i < SOCKETS; i++)
        sockets[i] = listening(paths[i]);
    daemon = fork();
    if (daemon == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (int i = 0; i < SOCKETS; i++)
            dup2(sockets[i], FIRST_SOCKET + i);
        setenv("LISTEN_PID", text("%d", (int)getpid()), 1);
        setenv("LISTEN_FDS", text("%d", SOCKETS), 1);
        setenv("LISTEN_FDNAMES", names, 1);
        unsetenv("LD_LIBRARY_PATH");
        execl(program, program, "--config", file_with("daemon.conf", ""), (char *)NULL);
        die(program);
    }
    for (int i = 0; i < SOCKETS; i++)
        close(sockets[i]);
    return daemon;
}

pid_t scene_create(enum driver wanted, const char *guests)
{
    static const char *const own[] = { "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR" };

    driver = wanted;
    strcpy(folder, "/tmp/oxvirt-table.XXXXXX");
    if (!mkdtemp(folder))
        die(folder);
    for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
        setenv(own[i], folder, 1);
    if (driver == DRIVER_QEMU)
        create_disks(guests);
    if (driver == DRIVER_ADMIN)
        return start_daemon("/usr/sbin/virtlogd", "virtlogd.socket:virtlogd-admin.socket",
                     (const char *const[]){ file("daemon.sock"), file("admin.sock") });
    if (driver == DRIVER_REMOTE)
        return start_daemon("/usr/sbin/libvirtd", "libvirtd.socket:libvirtd-admin.socket",
                     (const char *const[]){ file("daemon.sock"), file("admin.sock") });
    return 0;
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
    case DRIVER_REMOTE: return text("test+unix:///default?socket=%s/daemon.sock", folder);
    default: return "test:///default";
    }
}

virConnectPtr conn(void) { return ONCE(virConnectOpen(uri())); }
virConnectPtr read_only(void) { return ONCE(virConnectOpenReadOnly(uri())); }
unsigned int affect(void) { return driver == DRIVER_QEMU ? VIR_DOMAIN_AFFECT_CONFIG : 0; }
const char *interface(void) { return driver == DRIVER_QEMU ? QEMU_MAC : "testnet0"; }

const char *xml_of(const char *name)
{
    return driver == DRIVER_QEMU
        ? text(QEMU_XML, name, folder, name, folder, name, folder, name, folder, name, folder, name)
        : text(TEST_XML, name);
}

/* ---- domains ---- */

/* The domain with that name; defined if it is not there, or only as long as it runs. */
static virDomainPtr defined(const char *name)
{
    virDomainPtr dom = virDomainLookupByName(conn(), name);

    if (dom && virDomainIsPersistent(dom) == 1)
        return dom;
    if (dom)
        DO(virDomainDestroy(dom));
    return HAVE(virDomainDefineXML(conn(), xml_of(name)));
}

static int state_of(virDomainPtr dom)
{
    int state, reason;

    DO(virDomainGetState(dom, &state, &reason, 0));
    return state;
}

static virDomainPtr in_state(virDomainPtr dom, int wanted)
{
    int state = state_of(dom);

    if (state != VIR_DOMAIN_RUNNING && state != VIR_DOMAIN_PAUSED && state != VIR_DOMAIN_SHUTOFF) {
        virDomainDestroy(dom);
        state = state_of(dom);
    }
    if (state == VIR_DOMAIN_SHUTOFF && wanted != state) {
        DO(virDomainCreate(dom));
        state = state_of(dom);
    }
    if (state == wanted)
        return dom;
    if (wanted == VIR_DOMAIN_SHUTOFF)
        DO(virDomainDestroy(dom));
    else if (wanted == VIR_DOMAIN_PAUSED)
        DO(virDomainSuspend(dom));
    else
        DO(virDomainResume(dom));
    return dom;
}

virDomainPtr running(void) { return in_state(ONCE(defined("test")), VIR_DOMAIN_RUNNING); }
virDomainPtr paused(void) { return in_state(running(), VIR_DOMAIN_PAUSED); }
virDomainPtr stopped(void) { return in_state(defined(STOPPED), VIR_DOMAIN_SHUTOFF); }
virDomainPtr spare(void) { return defined("spare"); }
virDomainPtr victim(void) { return in_state(defined(STOPPED), VIR_DOMAIN_RUNNING); }

virDomainPtr quiet(void)
{
    virDomainPtr dom = ONCE(defined("quiet"));

    if (driver != DRIVER_QEMU)
        return running();
    if (state_of(dom) != VIR_DOMAIN_PAUSED)
        DO(virDomainCreateWithFlags(dom, VIR_DOMAIN_START_PAUSED));
    return dom;
}

virDomainPtr saved(void)
{
    virDomainPtr dom = stopped();

    if (virDomainHasManagedSaveImage(dom, 0) != 1) {
        dom = victim();
        DO(virDomainManagedSave(dom, 0));
    }
    return dom;
}

virDomainPtr with_iothread(void)
{
    static bool added;

    if (!added)
        DO(virDomainAddIOThread(running(), 7, 0));
    added = true;
    return running();
}

const char *saved_file(void)
{
    const char *path = file("victim.save");

    if (access(path, F_OK) < 0)
        DO(virDomainSave(victim(), path));
    return path;
}

/* ---- snapshots and checkpoints ---- */

static const char *numbered(const char *format)
{
    static int number;

    return text(format, ++number);
}

virDomainSnapshotPtr new_snapshot(void)
{
    const char *xml = numbered("<domainsnapshot><name>snapshot-%d</name></domainsnapshot>");

    return HAVE(virDomainSnapshotCreateXML(running(), xml, 0));
}

virDomainSnapshotPtr snapshot(void) { return ONCE(new_snapshot()); }

virDomainCheckpointPtr new_checkpoint(void)
{
    const char *xml = numbered("<domaincheckpoint><name>checkpoint-%d</name></domaincheckpoint>");

    return HAVE(virDomainCheckpointCreateXML(victim(), xml, 0));
}

virDomainCheckpointPtr checkpoint(void) { return ONCE(new_checkpoint()); }

/* ---- streams ---- */

virStreamPtr new_stream(void) { return HAVE(virStreamNew(conn(), 0)); }

static virStreamPtr screenshot(unsigned int flags)
{
    virStreamPtr stream = HAVE(virStreamNew(conn(), flags));

    free(HAVE(virDomainScreenshot(running(), stream, 0, 0)));
    return stream;
}

virStreamPtr receiving(void) { return screenshot(0); }
virStreamPtr nonblocking(void) { return screenshot(VIR_STREAM_NONBLOCK); }

virStreamPtr sending(void)
{
    virStreamPtr stream = new_stream();

    if (driver == DRIVER_QEMU)
        DO(virDomainOpenConsole(running(), NULL, stream, VIR_DOMAIN_CONSOLE_FORCE));
    return stream;
}

/* ---- what is not a domain ---- */

virNetworkPtr network(void) { return ONCE(virNetworkLookupByName(conn(), "default")); }

virNetworkPtr new_network(void)
{
    return HAVE(virNetworkDefineXML(conn(), numbered("<network><name>network-%d</name></network>")));
}

virNetworkPortPtr network_port(void)
{
    return ONCE(virNetworkPortCreateXML(network(), "<networkport><owner><name>test</name></owner></networkport>", 0));
}

virInterfacePtr host_interface(void) { return ONCE(virInterfaceLookupByName(conn(), "eth1")); }

virInterfacePtr new_interface(void)
{
    const char *xml = numbered("<interface type='ethernet' name='eth9%d'><start mode='none'/></interface>");

    return HAVE(virInterfaceDefineXML(conn(), xml, 0));
}

virNWFilterPtr nwfilter(void)
{
    return ONCE(virNWFilterDefineXML(conn(), "<filter name='filter'/>"));
}

virNWFilterBindingPtr nwfilter_binding(void)
{
    return ONCE(virNWFilterBindingCreateXML(conn(), "<filterbinding><portdev name='port'/></filterbinding>", 0));
}

virNodeDevicePtr node_device(void) { return ONCE(virNodeDeviceLookupByName(conn(), "scsi_host1")); }

virNodeDevicePtr new_node_device(void)
{
    const char *xml = "<device><parent>scsi_host1</parent><capability type='scsi_host'>"
                      "<capability type='fc_host'><wwnn>2000000012341234</wwnn>"
                      "<wwpn>1000000012341235</wwpn></capability></capability></device>";

    return HAVE(virNodeDeviceCreateXML(conn(), xml, 0));
}

virSecretPtr secret(void)
{
    return ONCE(virSecretDefineXML(conn(), "<secret><description>a secret</description></secret>", 0));
}

virStoragePoolPtr pool(void) { return ONCE(virStoragePoolLookupByName(conn(), "default-pool")); }

virStoragePoolPtr inactive_pool(void)
{
    const char *xml = numbered("<pool type='dir'><name>pool-%1$d</name>"
                               "<target><path>/nowhere/%1$d</path></target></pool>");

    return HAVE(virStoragePoolDefineXML(conn(), xml, 0));
}

virStoragePoolPtr new_pool(void)
{
    virStoragePoolPtr made = inactive_pool();

    DO(virStoragePoolCreate(made, 0));
    return made;
}

virStorageVolPtr new_volume(void)
{
    const char *xml = numbered("<volume><name>volume-%d</name><capacity>1048576</capacity></volume>");

    return HAVE(virStorageVolCreateXML(pool(), xml, 0));
}

virStorageVolPtr volume(void) { return ONCE(new_volume()); }

/* ---- administration ---- */

const char *admin_uri(void) { return text("virtlogd:///session?socket=%s/admin.sock", folder); }
virAdmConnectPtr admin(void) { return ONCE(virAdmConnectOpen(admin_uri(), 0)); }
virAdmServerPtr admin_server(void) { return ONCE(virAdmConnectLookupServer(admin(), "admin", 0)); }

virAdmClientPtr admin_client(void)
{
    static virAdmClientPtr *clients;

    if (!clients)
        DO(virAdmServerListClients(admin_server(), &clients, 0));
    return HAVE(clients[0]);
}
