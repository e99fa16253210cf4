/* scene.h - what the calls of the table need: a connection of one driver, and objects on it in the right state.
 *
 * A worker is a process of its own, which ends without tidying up; handles are kept until then. A function here that
 * cannot give what it is asked for ends the row: see unprepared().
 */
#ifndef SCENE_H
#define SCENE_H

#define _GNU_SOURCE
#include <libvirt/libvirt-admin.h>
#include <libvirt/libvirt-lxc.h>
#include <libvirt/libvirt-qemu.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdbool.h>
#include <sys/types.h>

/* Which functions are called, and on what. */
enum driver {
    DRIVER_TEST,    /* test:///default */
    DRIVER_QEMU,    /* qemu:///embed with a guest of our own */
    DRIVER_LIBRARY, /* test:///default, for what the library does without a driver */
    DRIVER_ADMIN,   /* a daemon of the original's, virtlogd */
    DRIVER_REMOTE_TEST, /* the test driver of a daemon of the original's, libvirtd */
    DRIVER_REMOTE_QEMU, /* its QEMU driver with a guest of our own, and the host's networks, storage and so on */
};

/* The one in work. */
extern enum driver driver;
/* Whether its guests are real. */
bool real_guests(void);

/* Ends the row in work: `what` could not be had. */
_Noreturn void unprepared(const char *what);

/* The test driver's own objects. */
#define NETWORK_UUID "dd8fe884-6c02-601e-7551-cca97df1c5df"
#define NETWORK_UUID_BYTES                                                                         \
    ((unsigned char[]){ 0xdd, 0x8f, 0xe8, 0x84, 0x6c, 0x02, 0x60, 0x1e,                            \
                        0x75, 0x51, 0xcc, 0xa9, 0x7d, 0xf1, 0xc5, 0xdf })
#define POOL_UUID "dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566"
#define POOL_UUID_BYTES                                                                            \
    ((unsigned char[]){ 0xdf, 0xe2, 0x24, 0xcb, 0x28, 0xfb, 0x8d, 0xd0,                            \
                        0xc4, 0xb2, 0x64, 0xeb, 0x3f, 0x0f, 0x45, 0x66 })
#define PORT_UUID "dd8fe884-6c02-601e-7551-cca97df1c5e0"
#define PORT_UUID_BYTES                                                                            \
    ((unsigned char[]){ 0xdd, 0x8f, 0xe8, 0x84, 0x6c, 0x02, 0x60, 0x1e,                            \
                        0x75, 0x51, 0xcc, 0xa9, 0x7d, 0xf1, 0xc5, 0xe0 })
#define SECRET_UUID NETWORK_UUID
#define SECRET_UUID_BYTES NETWORK_UUID_BYTES

/* A network needs no rights if its bridge is somebody else's. */
#define NETWORK_XML(name)                                                                          \
    "<network><name>" name "</name><forward mode='bridge'/><bridge name='br0'/></network>"
#define PORT_XML(uuid)                                                                             \
    "<networkport><uuid>" uuid "</uuid><owner><name>test</name><uuid>" NETWORK_UUID "</uuid>"      \
    "</owner><mac address='52:54:00:00:00:05'/></networkport>"
#define VHBA_XML                                                                                   \
    "<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'>"  \
    "<wwnn>2000000012341234</wwnn><wwpn>1000000012341235</wwpn></capability></capability></device>"

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

/* Before the workers: a folder for all files, and what the driver needs there. `guests` has the guests' images. */
void scene_create(enum driver driver, const char *guests);
/* Whether a process is a daemon of the scene. */
bool scene_has_daemon(pid_t process);
/* Starts a process that is the agent of all guests, on a socket that listens; see agent.c. */
pid_t agent_start(int listener);
/* After the workers: ends the daemons; removes the folder. */
void scene_end(void);
void scene_remove(void);
/* In a new worker: a root of its own, and a thread that runs the event loop. */
void scene_enter(void);

/* A file in the folder of all files; the text stays valid. */
char *file(const char *name);
/* The same with `text` in it. */
char *file_with(const char *name, const char *text);
/* A formatted text that stays valid. */
__attribute__((format(printf, 1, 2))) char *text(const char *format, ...);

virConnectPtr conn(void);
virConnectPtr read_only(void);
const char *uri(void);
/* Where a domain can move, and the connection to it. */
const char *destination_uri(void);
virConnectPtr destination(void);
/* Flags for a change that the driver can make: of the definition, or of what runs. */
unsigned int affect(void);
/* A network interface of the running domain. */
const char *interface(void);
/* Where the storage pool has its volumes. */
const char *pool_path(void);
/* A backup that goes on until it is aborted. */
const char *backup_xml(void);

/* The domain that most calls are about: persistent and running. */
virDomainPtr running(void);
virDomainPtr paused(void);
/* Another one: defined and shut off. */
virDomainPtr stopped(void);
/* A third: defined, and never started. */
virDomainPtr spare(void);
/* The second, running. */
virDomainPtr victim(void);
/* One that has not begun to use its disks, for jobs on them. */
virDomainPtr quiet(void);
/* The second, saved to managed state. */
virDomainPtr saved(void);
virDomainPtr with_iothread(void);
/* The domain with a backup that goes on until it is aborted. */
virDomainPtr with_job(virDomainPtr dom);
/* A file that victim() was saved to. */
const char *saved_file(void);
/* One whose guest agent answers, where the driver has agents. */
virDomainPtr with_agent(void);
/* One that sleeps, where the driver can tell. */
virDomainPtr asleep(void);
/* One that is not at the destination. */
virDomainPtr traveller(void);
/* One with a disk that can be looked into, and its definition. */
virDomainPtr with_raw_disk(void);
const char *raw_xml(void);
/* A definition with that name. */
const char *xml_of(const char *name);

virDomainSnapshotPtr snapshot(void);
virDomainSnapshotPtr new_snapshot(void);
virDomainCheckpointPtr checkpoint(void);
virDomainCheckpointPtr new_checkpoint(void);

/* A stream that carries a screenshot of running(). */
virStreamPtr receiving(void);
virStreamPtr nonblocking(void);
/* One to a guest, where the driver has that. */
virStreamPtr sending(void);
/* To and from a volume without data, where the driver has that. */
virStreamPtr receiving_holes(void);
virStreamPtr sending_holes(void);
/* One without an end in the driver. */
virStreamPtr new_stream(void);

virNetworkPtr network(void);
virNetworkPtr new_network(void);
virNetworkPortPtr network_port(void);
virInterfacePtr host_interface(void);
const char *interface_name(void);
const char *interface_mac(void);
virInterfacePtr new_interface(void);
virNWFilterPtr nwfilter(void);
virNWFilterBindingPtr nwfilter_binding(void);
virNodeDevicePtr node_device(void);
const char *node_device_name(void);
virNodeDevicePtr new_node_device(void);
virSecretPtr secret(void);
virStoragePoolPtr pool(void);
virStoragePoolPtr new_pool(void);
/* The definition of a new one. */
const char *pool_xml(void);
virStoragePoolPtr inactive_pool(void);
virStorageVolPtr volume(void);
virStorageVolPtr new_volume(void);

const char *admin_uri(void);
virAdmConnectPtr admin(void);
virAdmServerPtr admin_server(void);
virAdmClientPtr admin_client(void);

#endif
