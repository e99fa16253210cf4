/* sandbox.c - see sandbox.h. */
#define _GNU_SOURCE
#include "sandbox.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include "nbd.h"

/* Settings of the embedded driver: without them libvirt wants a daemon to write
 * the logs, and as root a user for the guests, confinement, and cgroups; all of
 * that belongs to an installed system.
 */
#define SETTINGS_OF_ALL                                                       \
    "stdio_handler = \"file\"\n"
#define SETTINGS_OF_ROOT                                                      \
    "security_driver = \"none\"\n"                                           \
    "user = \"root\"\n"                                                      \
    "group = \"root\"\n"                                                     \
    "remember_owner = 0\n"                                                    \
    "cgroup_controllers = [ ]\n"                                              \
    "namespaces = [ ]\n"

static int failed(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    return -1;
}

static int copy_guest(const struct sandbox *box, int guest_fd)
{
    char path[PATH_MAX];
    struct stat info;
    off_t offset = 0;

    snprintf(path, sizeof(path), "%s/guest.img", box->work);
    int fd = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0 || fstat(guest_fd, &info) < 0)
        return failed(path);
    while (offset < info.st_size) {
        if (sendfile(fd, guest_fd, &offset, (size_t)(info.st_size - offset)) <= 0) {
            close(fd);
            return failed(path);
        }
    }
    return close(fd);
}

/* Writes the settings, unless the caller's root folder has some. */
static int write_settings(const struct sandbox *box)
{
    const char *settings =
        geteuid() == 0 ? SETTINGS_OF_ALL SETTINGS_OF_ROOT : SETTINGS_OF_ALL;
    char path[PATH_MAX + 32];

    snprintf(path, sizeof(path), "%s/etc", box->root);
    if (mkdir(path, 0700) < 0 && errno != EEXIST)
        return failed(path);
    strcat(path, "/qemu.conf");
    int fd = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno == EEXIST ? 0 : failed(path);
    ssize_t written = write(fd, settings, strlen(settings));
    close(fd);
    return written == (ssize_t)strlen(settings) ? 0 : failed(path);
}

int sandbox_create(struct sandbox *box, const char *root, int guest_fd)
{
    /* Not below TMPDIR: paths of UNIX sockets must be shorter than 108 bytes,
     * and the driver adds some 60 of its own. */
    strcpy(box->work, "/tmp/event-test.XXXXXX");
    if (!mkdtemp(box->work))
        return failed(box->work);
    box->used = true;

    if (root) {
        if (mkdir(root, 0700) < 0 && errno != EEXIST)
            return failed(root);
        if (!realpath(root, box->root))
            return failed(root);
    } else {
        snprintf(box->root, sizeof(box->root), "%s/root", box->work);
        if (mkdir(box->root, 0700) < 0)
            return failed(box->root);
    }
    if (guest_fd >= 0 && copy_guest(box, guest_fd) < 0)
        return -1;
    return write_settings(box);
}

/* Whether process `pid` has `text` in its command line. */
static bool command_mentions(const char *pid, const char *text)
{
    char path[64], command[16384];

    snprintf(path, sizeof(path), "/proc/%.20s/cmdline", pid);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    ssize_t length = read(fd, command, sizeof(command));
    close(fd);
    return length > 0 && memmem(command, (size_t)length, text, strlen(text));
}

/* A guest's disk is in WORK, so its hypervisor names WORK on its command line;
 * the random part of that name makes it certain enough.
 */
static void kill_hypervisors(const struct sandbox *box)
{
    char disk[128];
    struct dirent *entry;
    DIR *proc = opendir("/proc");

    if (!proc)
        return;
    snprintf(disk, sizeof(disk), "%s/guest.img", box->work);
    while ((entry = readdir(proc))) {
        if (isdigit((unsigned char)entry->d_name[0]) && command_mentions(entry->d_name, disk)) {
            fprintf(stderr, "killing process %s, left over by the library\n", entry->d_name);
            kill((pid_t)atol(entry->d_name), SIGKILL);
        }
    }
    closedir(proc);
}

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *where)
{
    (void)info, (void)type, (void)where;
    if (remove(path) < 0)
        failed(path);
    return 0;
}

void sandbox_remove(struct sandbox *box)
{
    nbd_stop(box->nbd);
    box->nbd = 0;
    if (!box->used)
        return;
    kill_hypervisors(box);
    nftw(box->work, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
    box->used = false;
}
