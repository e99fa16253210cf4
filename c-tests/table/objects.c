/* objects.c - the objects of a scene that the calls are about; see scene.h. */
#include "scene.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Several times what a guest takes to start on a busy machine, seconds. */
enum { GUEST_DEADLINE = 30 };

/* What a guest of this machine type writes to its power management to sleep; here its monitor does. */
#define SLEEP "o /h 0x604 0x2400"

#define TEST_XML                                                                                   \
    "<domain type='test'><name>%s</name><memory>8192</memory><os><type>hvm</type></os><devices>"   \
    "<disk type='file' device='disk'><source file='/disk'/><target dev='vda' bus='virtio'/>"       \
    "</disk></devices></domain>"

#define QEMU_DISK(dev, bus)                                                                        \
    "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"                           \
    "<source file='%1$s-" dev ".qcow2'/><target dev='" dev "' bus='" bus "'/></disk>"
#define QEMU_MAC "52:54:00:00:00:01"
/* Name, prefix of its files, and more devices. */
#define QEMU_XML                                                                                   \
    "<domain type='qemu'><name>%2$s</name><memory unit='MiB'>32</memory><vcpu>2</vcpu>"            \
    "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices>"    \
    "<emulator>/usr/bin/qemu-system-x86_64</emulator>" QEMU_DISK("hda", "ide")                     \
    QEMU_DISK("vda", "virtio") QEMU_DISK("vdb", "virtio") QEMU_DISK("vdc", "virtio")               \
    "<interface type='user'><mac address='" QEMU_MAC "'/></interface><serial type='pty'/>"         \
    "<graphics type='vnc' socket='%1$s.vnc'/><video><model type='vga'/></video>%3$s</devices></domain>"
#define CHANNEL "org.oxvirt"
#define CHANNELS                                                                                   \
    "<channel type='unix'><target type='virtio' name='" CHANNEL "'/></channel>"                    \
    "<channel type='unix'><source mode='connect' path='%s'/>"                                      \
    "<target type='virtio' name='org.qemu.guest_agent.0'/></channel>"
#define RAW_XML                                                                                    \
    "<domain type='qemu'><name>raw</name><memory>8192</memory><os><type>hvm</type></os><devices>"  \
    "<emulator>/usr/bin/qemu-system-x86_64</emulator><disk type='file' device='disk'>"             \
    "<driver name='qemu' type='raw'/><source file='%s'/><target dev='vda' bus='virtio'/></disk>"   \
    "</devices></domain>"

/* ---- connections ---- */

/* What the test driver has from the beginning, under the same names where possible. */
static void furnish(virConnectPtr host)
{
    virNetworkPtr net = virNetworkLookupByName(host, "default");
    virStoragePoolPtr storage = virStoragePoolLookupByName(host, "default-pool");

    if (!net)
        net = HAVE(virNetworkDefineXML(host, "<network><name>default</name><uuid>" NETWORK_UUID "</uuid>"
                                             "<forward mode='bridge'/><bridge name='br0'/></network>"));
    if (virNetworkIsActive(net) == 0)
        DO(virNetworkCreate(net));
    if (!storage)
        storage = HAVE(virStoragePoolDefineXML(host, text("<pool type='dir'><name>default-pool</name>"
                                                          "<uuid>" POOL_UUID "</uuid><target><path>%s</path></target>"
                                                          "</pool>", pool_path()), 0));
    if (virStoragePoolIsActive(storage) == 0)
        DO(virStoragePoolCreate(storage, VIR_STORAGE_POOL_CREATE_WITH_BUILD));
}

static virConnectPtr opened(void)
{
    virConnectPtr host = HAVE(virConnectOpen(uri()));

    if (driver == DRIVER_REMOTE_QEMU)
        furnish(host);
    return host;
}

virConnectPtr conn(void) { return ONCE(opened()); }
virConnectPtr read_only(void) { return ONCE(virConnectOpenReadOnly(uri())); }
virConnectPtr destination(void) { return ONCE(virConnectOpen(destination_uri())); }
unsigned int affect(void) { return real_guests() ? VIR_DOMAIN_AFFECT_CONFIG : 0; }
const char *interface(void) { return real_guests() ? QEMU_MAC : "testnet0"; }
const char *pool_path(void) { return driver == DRIVER_REMOTE_QEMU ? file("pool") : "/default-pool"; }

const char *xml_of(const char *name)
{
    const char *more = driver == DRIVER_REMOTE_QEMU ? text(CHANNELS, file("agent.sock")) : "";

    return real_guests() ? text(QEMU_XML, file(name), name, more) : text(TEST_XML, name);
}

/* ---- domains ---- */

static const char *numbered(const char *format)
{
    static int number;

    return text(format, ++number);
}

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
virDomainPtr stopped(void) { return in_state(defined("stopped"), VIR_DOMAIN_SHUTOFF); }
virDomainPtr spare(void) { return defined("spare"); }
virDomainPtr victim(void) { return in_state(defined("stopped"), VIR_DOMAIN_RUNNING); }

virDomainPtr quiet(void)
{
    virDomainPtr dom = ONCE(defined("quiet"));

    if (!real_guests())
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

/* What has come of running(), told by an event or seen. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool agent, asleep;
} guest = { .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER };

static void note(bool *what)
{
    pthread_mutex_lock(&guest.lock);
    *what = true;
    pthread_cond_signal(&guest.changed);
    pthread_mutex_unlock(&guest.lock);
}

/* Waits for it to come, or ends the row. */
static void await(const bool *what, const char *name)
{
    struct timespec deadline = { .tv_sec = time(NULL) + GUEST_DEADLINE };
    bool came;

    pthread_mutex_lock(&guest.lock);
    while (!*what && pthread_cond_timedwait(&guest.changed, &guest.lock, &deadline) == 0)
        continue;
    came = *what;
    pthread_mutex_unlock(&guest.lock);
    if (!came)
        unprepared(name);
}

static void on_agent(virConnectPtr from, virDomainPtr dom, int state, int reason, void *opaque)
{
    (void)from, (void)dom, (void)reason, (void)opaque;
    if (state == VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED)
        note(&guest.agent);
}

static void on_sleep(virConnectPtr from, virDomainPtr dom, int reason, void *opaque)
{
    (void)from, (void)dom, (void)reason, (void)opaque;
    note(&guest.asleep);
}

virDomainPtr with_agent(void)
{
    virDomainPtr dom = running();

    if (driver != DRIVER_REMOTE_QEMU || guest.agent)
        return dom;
    DO(virConnectDomainEventRegisterAny(conn(), dom, VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE,
                                        VIR_DOMAIN_EVENT_CALLBACK(on_agent), NULL, NULL));
    if (strstr(HAVE(virDomainGetXMLDesc(dom, 0)), "guest_agent.0' state='connected'"))
        note(&guest.agent);
    await(&guest.agent, "agent");
    return dom;
}

virDomainPtr asleep(void)
{
    virDomainPtr dom;
    char *reply;

    if (driver != DRIVER_REMOTE_QEMU)
        return victim();
    dom = with_agent();
    DO(virConnectDomainEventRegisterAny(conn(), dom, VIR_DOMAIN_EVENT_ID_PMSUSPEND,
                                        VIR_DOMAIN_EVENT_CALLBACK(on_sleep), NULL, NULL));
    DO(virDomainQemuMonitorCommand(dom, SLEEP, &reply, VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP));
    await(&guest.asleep, "sleep");
    return dom;
}

virDomainPtr traveller(void)
{
    virDomainPtr arrived;

    if (driver != DRIVER_REMOTE_QEMU)
        return running();
    arrived = virDomainLookupByName(destination(), "traveller");
    if (arrived)
        DO(virDomainDestroy(arrived));
    return in_state(defined("traveller"), VIR_DOMAIN_RUNNING);
}

const char *raw_xml(void) { return real_guests() ? text(RAW_XML, file("raw.img")) : xml_of("raw"); }
virDomainPtr with_raw_disk(void) { return real_guests() ? ONCE(virDomainDefineXML(conn(), raw_xml())) : running(); }

const char *backup_xml(void)
{
    const char *number = numbered("%d");

    return text("<domainbackup mode='pull'><server transport='unix' socket='%1$s-%2$s.sock'/><disks>"
                "<disk name='vda' type='file'><scratch file='%1$s-%2$s'/></disk></disks></domainbackup>",
                file("backup"), number);
}

virDomainPtr with_job(virDomainPtr dom)
{
    DO(virDomainBackupBegin(dom, backup_xml(), NULL, 0));
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

    /* Not a terminal where there is something else: daemons of a user share the locks of those. */
    if (driver == DRIVER_REMOTE_QEMU)
        DO(virDomainOpenChannel(running(), CHANNEL, stream, VIR_DOMAIN_CHANNEL_FORCE));
    else if (driver == DRIVER_QEMU)
        DO(virDomainOpenConsole(running(), NULL, stream, VIR_DOMAIN_CONSOLE_FORCE));
    return stream;
}

static virStreamPtr transfer(int (*begin)(virStorageVolPtr, virStreamPtr, unsigned long long, unsigned long long,
                                          unsigned int), unsigned int flags)
{
    virStreamPtr stream = new_stream();

    DO(begin(volume(), stream, 0, 0, flags));
    return stream;
}

virStreamPtr receiving_holes(void)
{
    return driver == DRIVER_REMOTE_QEMU ? transfer(virStorageVolDownload, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM)
                                        : receiving();
}

virStreamPtr sending_holes(void)
{
    return driver == DRIVER_REMOTE_QEMU ? transfer(virStorageVolUpload, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM)
                                        : sending();
}

/* ---- what is not a domain ---- */

virNetworkPtr network(void) { return ONCE(virNetworkLookupByName(conn(), "default")); }

virNetworkPtr new_network(void)
{
    return HAVE(virNetworkDefineXML(conn(), numbered(NETWORK_XML("network-%d"))));
}

virNetworkPortPtr network_port(void)
{
    return ONCE(virNetworkPortCreateXML(network(), PORT_XML(PORT_UUID), 0));
}

virInterfacePtr host_interface(void) { return ONCE(virInterfaceLookupByName(conn(), interface_name())); }
const char *interface_name(void) { return driver == DRIVER_REMOTE_QEMU ? "lo" : "eth1"; }
const char *interface_mac(void) { return driver == DRIVER_REMOTE_QEMU ? "00:00:00:00:00:00" : "aa:bb:cc:dd:ee:ff"; }

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

virNodeDevicePtr node_device(void) { return ONCE(virNodeDeviceLookupByName(conn(), node_device_name())); }
const char *node_device_name(void)
{
    return driver == DRIVER_REMOTE_QEMU ? "net_lo_00_00_00_00_00_00" : "scsi_host1";
}

virNodeDevicePtr new_node_device(void) { return HAVE(virNodeDeviceCreateXML(conn(), VHBA_XML, 0)); }

virSecretPtr secret(void)
{
    return ONCE(virSecretDefineXML(conn(), "<secret><uuid>" SECRET_UUID "</uuid><usage type='volume'>"
                                           "<volume>/volume</volume></usage></secret>", 0));
}

virStoragePoolPtr pool(void) { return ONCE(virStoragePoolLookupByName(conn(), "default-pool")); }

const char *pool_xml(void)
{
    const char *name = numbered("pool-%d"), *path = file(name);

    mkdir(path, 0700);
    return text("<pool type='dir'><name>%s</name><target><path>%s</path></target></pool>", name, path);
}

virStoragePoolPtr inactive_pool(void) { return HAVE(virStoragePoolDefineXML(conn(), pool_xml(), 0)); }

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

const char *admin_uri(void) { return text("virtlogd:///session?socket=%s", file("admin.sock")); }
virAdmConnectPtr admin(void) { return ONCE(virAdmConnectOpen(admin_uri(), 0)); }
virAdmServerPtr admin_server(void) { return ONCE(virAdmConnectLookupServer(admin(), "admin", 0)); }

virAdmClientPtr admin_client(void)
{
    static virAdmClientPtr *clients;

    if (!clients)
        DO(virAdmServerListClients(admin_server(), &clients, 0));
    return HAVE(clients[0]);
}
