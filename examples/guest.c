/* guest.c - see guest.h. */
#define _GNU_SOURCE
#include "guest.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "nbd.h"
#include "wait.h"

enum { ASK_AGAIN_MS = 200 };

/* Both disks have a boot order: libvirt makes the firmware ignore the others,
 * and the guest reaches the second disk through the firmware. The VNC port is not
 * left to libvirt: two embedded drivers at a time would choose the same one.
 */
static const char definition[] =
    "<domain type='qemu'>\n"
    "  <name>" GUEST_NAME "</name>\n"
    "  <uuid>5f2f7dd6-7e0a-4a3b-9a0c-2d1b8c6e4f10</uuid>\n"
    "  <memory unit='MiB'>32</memory>\n"
    "  <vcpu>1</vcpu>\n"
    "  <os>\n"
    "    <type arch='x86_64' machine='pc'>hvm</type>\n"
    "  </os>\n"
    "  <features>\n"
    "    <acpi/>\n"
    "  </features>\n"
    "  <clock offset='utc'/>\n"
    "  <on_poweroff>destroy</on_poweroff>\n"
    "  <on_reboot>restart</on_reboot>\n"
    "  <on_crash>destroy</on_crash>\n"
    "  <devices>\n"
    "    <emulator>%s</emulator>\n"
    "    <disk type='file' device='disk'>\n"
    "      <driver name='qemu' type='raw'/>\n"
    "      <source file='%s/guest.img'/>\n"
    "      <target dev='hda' bus='ide'/>\n"
    "      <boot order='1'/>\n"
    "    </disk>\n"
    "    <disk type='network' device='disk'>\n"
    "      <driver name='qemu' type='raw' error_policy='stop'/>\n"
    "      <source protocol='nbd' name='" NBD_EXPORT "'>\n"
    "        <host transport='unix' socket='%s/nbd.sock'/>\n"
    "      </source>\n"
    "      <target dev='vda' bus='virtio'/>\n"
    "      <boot order='2'/>\n"
    "    </disk>\n"
    "    <serial type='unix'>\n"
    "      <source mode='bind' path='%s/serial.sock'/>\n"
    "      <target port='0'/>\n"
    "    </serial>\n"
    "    <graphics type='vnc' port='%d' autoport='no' listen='127.0.0.1'/>\n"
    "    <video>\n"
    "      <model type='vga'/>\n"
    "    </video>\n"
    "    <watchdog model='ib700' action='pause'/>\n"
    "  </devices>\n"
    "</domain>\n";

int guest_xml(char *xml, size_t size, const struct sandbox *box, const char *emulator,
              int vnc_port)
{
    if (strpbrk(emulator, "<&")) { /* would need escapes */
        errno = EINVAL;
        return -1;
    }
    int length = snprintf(xml, size, definition, emulator, box->work, box->work, box->work,
                          vnc_port);
    if (length < 0 || (size_t)length >= size) {
        errno = ENAMETOOLONG;
        return -1;
    }
    return 0;
}

int guest_connect(const struct sandbox *box)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};

    snprintf(address.sun_path, sizeof(address.sun_path), "%s/serial.sock", box->work);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    if (connect(fd, (struct sockaddr *)&address, sizeof(address)) < 0) {
        int saved = errno;
        close(fd);
        errno = saved;
        return -1;
    }
    return fd;
}

static int transmit(int fd, char byte)
{
    return send(fd, &byte, 1, MSG_NOSIGNAL) == 1 ? 0 : -1;
}

int guest_expect(int fd, char expected, int64_t deadline_ms)
{
    for (;;) {
        char byte;
        int ready = wait_readable(fd, deadline_ms);

        if (ready == 0)
            errno = ETIMEDOUT;
        if (ready <= 0)
            return -1;
        ssize_t got = recv(fd, &byte, 1, 0);
        if (got == 0)
            errno = ECONNRESET;
        if (got <= 0)
            return -1;
        if (byte == expected)
            return 0;
    }
}

/* A question sent before the guest runs may be lost or answered later, so it is
 * asked again until the deadline; surplus answers are skipped by the readers.
 */
int guest_wait_ready(int fd, int64_t deadline_ms)
{
    for (;;) {
        int64_t now = now_ms();
        int64_t until = now + ASK_AGAIN_MS;

        if (transmit(fd, '?') < 0)
            return -1;
        if (guest_expect(fd, '?', until < deadline_ms ? until : deadline_ms) == 0)
            return 0;
        if (errno != ETIMEDOUT || now >= deadline_ms)
            return -1;
    }
}

int guest_command(int fd, char command, int64_t deadline_ms)
{
    if (transmit(fd, command) < 0)
        return -1;
    return guest_expect(fd, command, deadline_ms);
}
