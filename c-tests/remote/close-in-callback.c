/* A close callback that gives up the program's last reference to the connection, and one of administration that does.
 *     close-in-callback URI FOLDER loop|no-loop
 * FOLDER has the process id of the daemon, and its administration socket. */

#include "../report.h"

#include <unistd.h>

#include <libvirt/libvirt-admin.h>

#include "waiting.h"

static int closed;

static void on_close(virConnectPtr conn, int reason, void *opaque)
{
    printf("%s: reason %d, close %d\n", (const char *)opaque, reason, virConnectClose(conn));
    closed++;
}

static void on_admin_close(virAdmConnectPtr conn, int reason, void *opaque)
{
    printf("%s: reason %d, close %d\n", (const char *)opaque, reason, virAdmConnectClose(conn));
    closed++;
}

static void on_time(int timer UNUSED, void *opaque UNUSED) { }

int main(int argc, char **argv)
{
    unsigned long long version;
    int has_loop, timer = -1;
    virAdmConnectPtr admin;
    virConnectPtr conn;
    char uri[4096];

    begin();
    check(argc == 4, "a URI, a folder and whether there is a loop");
    work_folder = argv[2];
    has_loop = strcmp(argv[3], "loop") == 0;
    if (has_loop) {
        check(virEventRegisterDefaultImpl() == 0, "a loop");
        timer = virEventAddTimeout(50, on_time, NULL, NULL);
    }
    snprintf(uri, sizeof(uri), "libvirtd:///session?socket=%s/admin-sock", work_folder);
    conn = virConnectOpen(argv[1]);
    admin = virAdmConnectOpen(uri, 0);
    check(conn && admin, "open");
    CALL(virConnectRegisterCloseCallback(conn, on_close, (char *)"connection", released));
    CALL(virAdmConnectRegisterCloseCallback(admin, on_admin_close, (char *)"administration", released));
    signal_daemon(SIGKILL);
    if (has_loop) {
        while (closed < 2)
            check(virEventRunDefaultImpl() == 0, "a turn");
        virEventRemoveTimeout(timer);
        check(virEventRunDefaultImpl() == 0, "a turn");
    } else {
        wait_for_the_end();
        result("a call", virConnectGetHostname(conn) != NULL);
        result("an administrator's call", virAdmConnectGetLibVersion(admin, &version));
    }
    return 0;
}
