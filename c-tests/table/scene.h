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
#include <sys/types.h>

/* Which functions are called, and on what. */
enum driver {
    DRIVER_TEST,    /* test:///default */
    DRIVER_QEMU,    /* qemu:///embed with a guest of our own */
    DRIVER_LIBRARY, /* test:///default, for what the library does without a driver */
    DRIVER_ADMIN,   /* a daemon of the original's, virtlogd */
    DRIVER_REMOTE,  /* a daemon of the original's, libvirtd, with the test driver in it */
};

/* Ends the row in work: `what` could not be had. */
_Noreturn void unprepared(const char *what);

/* Before the workers: a folder for all files, and what the driver needs there. `guests` has the guests' images.
 * Returns the process id of a daemon, or 0. */
pid_t scene_create(enum driver driver, const char *guests);
/* After the workers: removes the folder. */
void scene_remove(void);
/* In a new worker: a root of its own, and a thread that runs the event loop. */
void scene_enter(void);

/* A file in the folder of all files; the text stays valid. */
char *file(const char *name);
/* The same with `text` in it. */
char *file_with(const char *name, const char *text);

virConnectPtr conn(void);
virConnectPtr read_only(void);
const char *uri(void);
/* Flags for a change that the driver can make: of the definition, or of what runs. */
unsigned int affect(void);
/* A network interface of the running domain. */
const char *interface(void);

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
/* A file that victim() was saved to. */
const char *saved_file(void);
/* A definition with that name. */
const char *xml_of(const char *name);

virDomainSnapshotPtr snapshot(void);
virDomainSnapshotPtr new_snapshot(void);
virDomainCheckpointPtr checkpoint(void);
virDomainCheckpointPtr new_checkpoint(void);

/* A stream that carries a screenshot of running(). */
virStreamPtr receiving(void);
virStreamPtr nonblocking(void);
/* One to a console, where the driver has that. */
virStreamPtr sending(void);
/* One without an end in the driver. */
virStreamPtr new_stream(void);

virNetworkPtr network(void);
virNetworkPtr new_network(void);
virNetworkPortPtr network_port(void);
virInterfacePtr host_interface(void);
virInterfacePtr new_interface(void);
virNWFilterPtr nwfilter(void);
virNWFilterBindingPtr nwfilter_binding(void);
virNodeDevicePtr node_device(void);
virNodeDevicePtr new_node_device(void);
virSecretPtr secret(void);
virStoragePoolPtr pool(void);
virStoragePoolPtr new_pool(void);
virStoragePoolPtr inactive_pool(void);
virStorageVolPtr volume(void);
virStorageVolPtr new_volume(void);

const char *admin_uri(void);
virAdmConnectPtr admin(void);
virAdmServerPtr admin_server(void);
virAdmClientPtr admin_client(void);

#endif
