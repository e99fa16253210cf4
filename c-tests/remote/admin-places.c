/* Which daemon a name for virAdmConnectOpen() leads to, when there is one: defaults, aliases, other daemons' sockets.
 *     admin-places SOCKET FOLDER
 * SOCKET is the administration socket of a daemon of the user's, FOLDER the user's home and folder for sockets. */

#include "../report.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libvirt/libvirt-admin.h>

/* Opens `name` and prints where that led. */
static void open_name(const char *name, unsigned int flags)
{
    virAdmConnectPtr conn = virAdmConnectOpen(name, flags);
    virAdmServerPtr server;
    char *uri;

    printf("%s, %u: ", text_or_null(name), flags);
    result("open", conn != NULL);
    if (!conn)
        return;
    uri = virAdmConnectGetURI(conn);
    server = virAdmConnectLookupServer(conn, "libvirtd", 0);
    printf("  %s %s\n", uri, server ? virAdmServerGetName(server) : "nobody");
    free(uri);
    check(virAdmServerFree(server) == 0 && virAdmConnectClose(conn) == 0, "close");
}

static void open_names(const char *what)
{
    title(what);
    open_name(NULL, 0);
    open_name("libvirtd:///session", 0);
    open_name("libvirtd:///session", VIR_CONNECT_NO_ALIASES);
    open_name("virtnowhered:///session", 0);
    open_name("short", 0);
    open_name("short", VIR_CONNECT_NO_ALIASES);
}

static void set(const char *text)
{
    int fd = open("libvirt/libvirt-admin.conf", O_WRONLY | O_CREAT | O_TRUNC, 0600);

    check(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) && close(fd) == 0, text);
}

int main(int argc, char **argv)
{
    begin();
    check(argc == 3, "a socket and a folder");
    work_folder = argv[2];
    check(chdir(work_folder) == 0, "a folder");
    mkdir("libvirt", 0700); /* the daemon makes it too */
    setenv("XDG_CONFIG_HOME", work_folder, 1);
    open_names("no sockets");
    check(symlink(argv[1], "libvirt/libvirt-admin-sock") == 0, "a socket's place");
    open_names("the user's daemon");
    check(symlink(argv[1], "libvirt/virtnowhered-admin-sock") == 0, "a socket's place");
    set("uri_default = \"virtnowhered:///session\"\nuri_aliases = [ \"short=libvirtd:///session\" ]");
    open_names("settings");
    setenv("LIBVIRT_ADMIN_DEFAULT_URI", "short", 1);
    open_names("environment");
    return 0;
}
