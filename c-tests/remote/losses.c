/* losses.c - the daemon goes in the midst of a transfer. The first argument is a connection with files, the second a
 * folder that the daemon may write to, the third says what is going on meanwhile. "ready" is printed when it goes on,
 * and then a line is waited for: by then the daemon is gone.
 */
#include "report.h"

#include <dirent.h>
#include <sys/resource.h>

enum { SIZE = 64 * 1024 * 1024 };

static virConnectPtr conn;
static int done;

static void on_round(int timer UNUSED, void *opaque UNUSED) { }

static int open_files(void)
{
    DIR *dir = opendir("/proc/self/fd");
    int count = 0;

    while (readdir(dir))
        count++;
    closedir(dir);
    return count;
}

/* What a failed call says; the text depends on where the loss is noticed. */
static void failed(const char *what)
{
    virErrorPtr error = virGetLastError();

    printf("%s: %s\n", what, error && error->code && *error->message ? "an error" : "no error");
    fprintf(stderr, "%s: %d %d %s\n", what, error ? error->code : 0, error ? error->domain : 0,
            virGetLastErrorMessage());
}

static void wait_for_the_loss(void)
{
    char line[10];

    printf("ready\n");
    if (!fgets(line, sizeof(line), stdin))
        exit(3);
}

static void on_readable(virStreamPtr st, int events, void *opaque UNUSED)
{
    static char piece[65536];
    int count = virStreamRecv(st, piece, sizeof(piece));

    if (count >= 0 || count == -2)
        return;
    failed("recv");
    printf("events %d\n", events & ~VIR_STREAM_EVENT_READABLE);
    virStreamEventRemoveCallback(st);
    done = 1;
}

static void on_closed(virConnectPtr from UNUSED, int reason, void *opaque UNUSED) { printf("closed, %d\n", reason); }

static virStorageVolPtr volume(const char *folder)
{
    virStoragePoolPtr pool;
    virStorageVolPtr vol;
    char xml[1000];

    snprintf(xml, sizeof(xml), "<pool type='dir'><name>losses</name><target><path>%s/losses</path></target></pool>", folder);
    check(!!(pool = virStoragePoolCreateXML(conn, xml, VIR_STORAGE_POOL_CREATE_WITH_BUILD)), "pool");
    snprintf(xml, sizeof(xml), "<volume><name>lost</name><capacity>%d</capacity><allocation>0</allocation></volume>", SIZE);
    vol = virStorageVolLookupByName(pool, "lost");
    if (!vol)
        check(!!(vol = virStorageVolCreateXML(pool, xml, 0)), "volume");
    virStoragePoolFree(pool);
    return vol;
}

static void recv_until_it_fails(virStreamPtr st)
{
    static char piece[65536];
    int count;

    while ((count = virStreamRecv(st, piece, sizeof(piece))) > 0)
        ;
    printf("recv %d\n", count);
    failed("recv");
}

int main(int argc, char **argv)
{
    int before, after, with_loop;
    virStorageVolPtr vol = NULL;
    virStreamPtr st;
    const char *mode;
    char piece[65536] = { 0 };

    begin();
    check(argc == 4, "arguments");
    mode = argv[3];
    with_loop = !strcmp(mode, "callback");
    if (with_loop)
        virEventRegisterDefaultImpl();
    before = open_files();
    check(!!(conn = virConnectOpen(argv[1])), "open");
    if (strcmp(mode, "console"))
        vol = volume(argv[2]);
    st = virStreamNew(conn, with_loop ? VIR_STREAM_NONBLOCK : 0);

    if (!strcmp(mode, "download")) {
        check(virStorageVolDownload(vol, st, 0, 0, 0) == 0, "download");
        check(virStreamRecv(st, piece, 100) == 100, "recv");
        wait_for_the_loss();
        recv_until_it_fails(st);
    } else if (!strcmp(mode, "upload")) {
        check(virStorageVolUpload(vol, st, 0, 0, 0) == 0, "upload");
        check(virStreamSend(st, piece, 100) == 100, "send");
        wait_for_the_loss();
        while (virStreamSend(st, piece, sizeof(piece)) > 0)
            ;
        failed("send");
    } else if (!strcmp(mode, "finish")) {
        check(virStorageVolUpload(vol, st, 0, 0, 0) == 0, "upload");
        check(virStreamSend(st, piece, 100) == 100, "send");
        wait_for_the_loss();
        printf("finish %d\n", virStreamFinish(st));
        failed("finish");
    } else if (with_loop) {
        check(virConnectRegisterCloseCallback(conn, on_closed, NULL, NULL) == 0, "close callback");
        check(virStorageVolDownload(vol, st, 0, 0, 0) == 0, "download");
        wait_for_the_loss();
        check(virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, on_readable, NULL, NULL) == 0, "callback");
        while (!done)
            check(virEventRunDefaultImpl() == 0, "loop");
    } else {
        virDomainPtr dom = virDomainCreateXML(conn,
            "<domain type='qemu'><name>console</name><memory>16384</memory><os><type arch='x86_64'>hvm</type></os>"
            "<devices><serial type='pty'/></devices></domain>", 0);
        check(!!dom, "domain");
        check(virDomainOpenConsole(dom, NULL, st, 0) == 0, "console");
        wait_for_the_loss();
        recv_until_it_fails(st);
        virDomainFree(dom);
    }
    printf("abort %d\n", virStreamAbort(st));
    failed("again");
    printf("send %d\n", virStreamSend(st, piece, 10));
    virStreamFree(st);
    if (vol) {
        printf("delete %d\n", virStorageVolDelete(vol, 0));
        virStorageVolFree(vol);
    }
    printf("alive %d\n", virConnectIsAlive(conn));
    if (with_loop)
        virConnectUnregisterCloseCallback(conn, on_closed);
    fprintf(stderr, "closed %d\n", virConnectClose(conn));
    for (int i = 0; with_loop && i < 3; i++) { /* what was removed is freed by the loop */
        int timer = virEventAddTimeout(0, on_round, NULL, NULL);
        virEventRunDefaultImpl();
        virEventRemoveTimeout(timer);
    }
    after = open_files();
    printf("files left: %d\n", after - before);
    return 0;
}
