/* Calls with file descriptors, both ways, about a real guest of a daemon; and how many descriptors are left over.
 *     descriptors URI
 */

#include "../report.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libvirt/libvirt-qemu.h>

enum { ROUNDS = 20 };

static virDomainPtr dom;

static int open_descriptors(void)
{
    DIR *folder = opendir("/proc/self/fd");
    int count = 0;

    check(folder != NULL, "/proc/self/fd");
    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

static int is_socket(int fd)
{
    struct stat about;

    return fstat(fd, &about) == 0 && S_ISSOCK(about.st_mode);
}

/* A command of the monitor with descriptors, and what it answers. */
static void monitor(const char *command, unsigned int count, int *files)
{
    unsigned int received = 7;
    int *sent_back = NULL;
    char *reply = NULL;

    printf("%s, %u\n", command, count);
    if (CALL(virDomainQemuMonitorCommandWithFiles(dom, command, count, files, &received, &sent_back, &reply, 0)) < 0)
        return;
    if (reply && !strstr(command, "query-fdsets") && !strstr(command, "add-fd"))
        printf("  %s\n", reply);
    if (reply && strstr(command, "query-fdsets"))
        printf("  with our pipe: %d\n", strstr(reply, "\"opaque\":\"our pipe\"") != NULL);
    printf("  %u, %s\n", received, sent_back ? "a list" : "no list");
    free(sent_back);
    free(reply);
}

static void calls(void)
{
    int pair[2], files[2], many[40], fd;
    size_t i;
    char greeting[13] = { 0 };

    title("from the guest");
    fd = virDomainOpenGraphicsFD(dom, 0, VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH);
    result("virDomainOpenGraphicsFD", fd >= 0);
    printf("socket %d, closed by exec %d, ", is_socket(fd), fcntl(fd, F_GETFD));
    check(read(fd, greeting, 12) == 12, "a greeting");
    printf("%.3s\n", greeting);
    close(fd);
    CALL(virDomainOpenGraphicsFD(dom, 7, 0));
    CALL(virDomainOpenGraphicsFD(dom, 0, 0x80));

    title("to the guest");
    check(socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0 && pipe(files) == 0, "sockets");
    CALL(virDomainOpenGraphics(dom, 0, pair[0], VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH));
    check(close(pair[0]) == 0 && read(pair[1], greeting, 12) == 12, "ours is still open, the guest's too");
    printf("%.3s\n", greeting);
    close(pair[1]);
    CALL(virDomainOpenGraphics(dom, 7, files[0], 0));
    CALL(virDomainOpenGraphics(dom, 0, files[0], 0));
    CALL(virDomainOpenGraphics(dom, 0, -1, 0));

    title("through the monitor");
    monitor("{\"execute\":\"add-fd\",\"arguments\":{\"fdset-id\":5,\"opaque\":\"our pipe\"}}", 1, files + 1);
    monitor("{\"execute\":\"query-fdsets\"}", 0, NULL);
    monitor("{\"execute\":\"getfd\",\"arguments\":{\"fdname\":\"x\"}}", 1, files);
    monitor("{\"execute\":\"closefd\",\"arguments\":{\"fdname\":\"x\"}}", 0, NULL);
    monitor("{\"execute\":\"remove-fd\",\"arguments\":{\"fdset-id\":5}}", 0, NULL);
    monitor("{\"execute\":\"getfd\",\"arguments\":{\"fdname\":\"y\"}}", 0, NULL);
    monitor("{\"execute\":\"nosuch\"}", 1, files);
    monitor("{\"execute\":\"getfd\",\"arguments\":{\"fdname\":\"z\"}}", 2, files);
    for (i = 0; i < COUNT(many); i++)
        many[i] = files[0];
    monitor("{\"execute\":\"query-status\"}", COUNT(many), many);

    title("for the guest");
    CALL(virDomainFDAssociate(dom, "a name", 2, files, 0));
    CALL(virDomainFDAssociate(dom, "a name", 1, files, VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE));
    CALL(virDomainFDAssociate(dom, "another", 1, files, 0x80));
    close(files[0]);
    close(files[1]);
}

int main(int argc, char **argv)
{
    static const char xml[] =
        "<domain type='qemu'><name>descriptors</name><memory>65536</memory>"
        "<os><type arch='x86_64' machine='pc'>hvm</type></os>"
        "<devices><emulator>/usr/bin/qemu-system-x86_64</emulator>"
        "<graphics type='vnc' autoport='yes'/></devices></domain>";
    virConnectPtr conn;
    int before, i;

    begin();
    check(argc == 2, "a URI");
    before = open_descriptors();
    conn = virConnectOpen(argv[1]);
    check(conn != NULL, "open");
    dom = virDomainCreateXML(conn, xml, VIR_DOMAIN_START_PAUSED);
    check(dom != NULL, "a guest");
    calls();
    {
        int connected;

        fflush(stdout);
        connected = open_descriptors();
        check(freopen("/dev/null", "w", stdout) != NULL, "no more output");
        for (i = 0; i < ROUNDS; i++)
            calls();
        fprintf(stderr, "%d and %d descriptors\n", connected, open_descriptors());
        check(open_descriptors() <= connected, "no more descriptors than after the first round");
    }
    check(virDomainDestroy(dom) == 0 && virDomainFree(dom) == 0 && virConnectClose(conn) == 0, "an end");
    check(open_descriptors() == before, "no descriptors are left");
    return 0;
}
