/* streams.c - streams over a connection to a daemon: volumes that are uploaded and downloaded in every way, pictures,
 * event callbacks, and what a stream says before, in and after a transfer. The first argument is a connection with
 * files, the second one to the test driver, the third a folder that the daemon may write to.
 */
#include "report.h"

#include <errno.h>
#include <stdint.h>

enum { SIZE = 3 * 1024 * 1024, HOLE_AT = 1024 * 1024, HOLE_LENGTH = 1024 * 1024 };

static virConnectPtr conn, test;
static virStoragePoolPtr pool;
static virDomainPtr dom;
static char *content, *back;

/* ---- the program's ends of whole transfers ---- */

static size_t position;
static long long holes, hole_bytes;
static int fail_at = -1;

static int source(virStreamPtr st UNUSED, char *data, size_t size, void *opaque UNUSED)
{
    size_t rest = SIZE - position;

    if (fail_at >= 0 && position >= (size_t)fail_at) {
        errno = EPERM;
        return -1;
    }
    if (size > rest)
        size = rest;
    memcpy(data, content + position, size);
    position += size;
    return size;
}

static int source_hole(virStreamPtr st UNUSED, int *in_data, long long *length, void *opaque UNUSED)
{
    if (position < HOLE_AT) {
        *in_data = 1;
        *length = HOLE_AT - position;
    } else if (position < HOLE_AT + HOLE_LENGTH) {
        *in_data = 0;
        *length = HOLE_AT + HOLE_LENGTH - position;
    } else {
        *in_data = position < SIZE;
        *length = SIZE - position;
    }
    return 0;
}

static int source_skip(virStreamPtr st UNUSED, long long length, void *opaque UNUSED)
{
    position += length;
    return 0;
}

static int sink(virStreamPtr st UNUSED, const char *data, size_t size, void *opaque UNUSED)
{
    if (fail_at >= 0 && position >= (size_t)fail_at) {
        errno = EPERM;
        return -1;
    }
    if (size > SIZE - position)
        size = SIZE - position;
    memcpy(back + position, data, size);
    position += size;
    return size;
}

static int sink_hole(virStreamPtr st UNUSED, long long length, void *opaque UNUSED)
{
    holes++;
    hole_bytes += length;
    if (length <= (long long)(SIZE - position)) {
        memset(back + position, 0, length);
        position += length;
    }
    return 0;
}

static void rewind_all(void)
{
    position = 0;
    holes = hole_bytes = 0;
    fail_at = -1;
    memset(back, 'z', SIZE);
}

static void compare(void)
{
    printf("    %zu bytes, %s\n", position, memcmp(content, back, SIZE) ? "different" : "the same");
}

static virStorageVolPtr volume(const char *name, unsigned long long size)
{
    char xml[400];
    virStorageVolPtr vol;

    snprintf(xml, sizeof(xml),
             "<volume><name>%s</name><capacity>%llu</capacity><allocation>0</allocation>"
             "<target><format type='raw'/></target></volume>", name, size);
    check(!!(vol = virStorageVolCreateXML(pool, xml, 0)), "volume");
    return vol;
}

/* ---- transfers ---- */

static void whole(void)
{
    virStorageVolPtr vol = volume("whole", SIZE);
    virStreamPtr st = virStreamNew(conn, 0);

    title("whole transfers");
    rewind_all();
    CALL(virStorageVolUpload(vol, st, 0, SIZE, 0));
    CALL(virStreamSendAll(st, source, NULL));
    CALL(virStreamFinish(st));
    CALL(virStreamFinish(st));
    CALL(virStreamSend(st, "x", 1));
    rewind_all();
    CALL(virStorageVolDownload(vol, st, 0, SIZE, 0));
    CALL(virStreamRecvAll(st, sink, NULL));
    compare();
    CALL(virStreamFinish(st));

    rewind_all();
    CALL(virStorageVolUpload(vol, st, 0, SIZE, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM));
    CALL(virStreamSparseSendAll(st, source, source_hole, source_skip, NULL));
    CALL(virStreamFinish(st));
    rewind_all();
    CALL(virStorageVolDownload(vol, st, 0, 0, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM));
    CALL(virStreamSparseRecvAll(st, sink, sink_hole, NULL));
    printf("    %lld holes, %lld bytes in them\n", holes, hole_bytes);
    compare();
    CALL(virStreamFinish(st));
    rewind_all();
    CALL(virStorageVolDownload(vol, st, 0, 0, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM));
    CALL(virStreamRecvAll(st, sink, NULL));
    compare();
    CALL(virStreamFinish(st));
    rewind_all();
    CALL(virStorageVolDownload(vol, st, 0, 0, 0));
    CALL(virStreamSparseRecvAll(st, sink, sink_hole, NULL));
    printf("    %lld holes\n", holes);
    compare();
    CALL(virStreamFinish(st));

    rewind_all();
    fail_at = HOLE_AT;
    CALL(virStorageVolUpload(vol, st, 0, SIZE, 0));
    CALL(virStreamSendAll(st, source, NULL));
    CALL(virStreamFinish(st));
    CALL(virStreamAbort(st));
    rewind_all();
    fail_at = HOLE_AT;
    CALL(virStorageVolDownload(vol, st, 0, 0, 0));
    CALL(virStreamRecvAll(st, sink, NULL));
    CALL(virStreamFinish(st));
    CALL(virStreamFree(st));
    CALL(virStorageVolDelete(vol, 0));
    virStorageVolFree(vol);
}

/* Reads until the end; prints how many bytes there were and where reading stopped at holes. */
static void read_all(virStreamPtr st, unsigned int flags)
{
    static char piece[100000];
    long long total = 0, length = 0;
    int count;

    while ((count = virStreamRecvFlags(st, piece, sizeof(piece), flags)) != 0) {
        if (count == -3) {
            check(virStreamRecvHole(st, &length, 0) == 0, "hole");
            printf("    hole of %lld after %lld\n", length, total);
            total += length;
            continue;
        }
        if (count < 0) {
            result("    recv", count);
            return;
        }
        total += count;
    }
    printf("    %lld bytes\n", total);
}

static void steps(void)
{
    virStorageVolPtr vol = volume("steps", SIZE);
    virStreamPtr st = virStreamNew(conn, 0), other = virStreamNew(conn, 0);
    long long length = 77;
    char data[200];

    title("step by step");
    CALL(virStorageVolUpload(vol, st, 10, 100, 0));
    CALL(virStreamSend(st, "hello world", 11));
    CALL(virStreamSend(st, "", 0));
    CALL(virStreamSendHole(st, 10, 0));
    CALL(virStreamRecvHole(st, &length, 0));
    CALL(virStreamRecvHole(st, &length, 1));
    CALL(virStreamRecvFlags(st, data, 10, 8));
    CALL(virStreamSend(st, content, 40u << 20));
    CALL(virStreamFinish(st));

    CALL(virStorageVolDownload(vol, st, 10, 11, 0));
    CALL(virStreamRecv(st, data, 5));
    printf("    %.5s\n", data);
    CALL(virStreamRecv(st, data, 0));
    CALL(virStreamRecv(st, data, 100));
    printf("    %.6s\n", data);
    CALL(virStreamRecv(st, data, 100));
    CALL(virStreamRecv(st, data, 100));
    CALL(virStreamFinish(st));

    title("large pieces");
    rewind_all();
    CALL(virStorageVolUpload(vol, st, 0, SIZE, 0));
    CALL(virStreamSend(st, content, SIZE));
    CALL(virStreamFinish(st));
    CALL(virStorageVolDownload(vol, st, 0, SIZE, 0));
    CALL(virStreamRecvAll(st, sink, NULL));
    compare();
    CALL(virStreamFinish(st));

    title("too much");
    CALL(virStorageVolUpload(vol, st, 0, 5, 0));
    CALL(virStreamSend(st, content, 5));
    CALL(virStreamFinish(st));
    CALL(virStorageVolUpload(vol, st, 0, 5, 0));
    printf("    sent %d\n", virStreamSend(st, content, 500000));
    CALL(virStreamFinish(st));

    title("holes");
    CALL(virStorageVolUpload(vol, st, 0, SIZE, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM));
    CALL(virStreamSend(st, content, 65536));
    CALL(virStreamSendHole(st, 65536, 0));
    CALL(virStreamSend(st, content, 65536));
    CALL(virStreamSendHole(st, SIZE - 3 * 65536, 0));
    CALL(virStreamFinish(st));
    CALL(virStorageVolDownload(vol, st, 0, 0, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM));
    CALL(virStreamRecvHole(st, &length, 0));
    printf("    %lld\n", length);
    read_all(st, VIR_STREAM_RECV_STOP_AT_HOLE);
    CALL(virStreamFinish(st));
    CALL(virStorageVolDownload(vol, st, 0, 0, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM));
    read_all(st, 0);
    CALL(virStreamFinish(st));

    title("refused");
    CALL(virStorageVolDownload(vol, st, SIZE + 1, 0, 0));
    CALL(virStreamRecv(st, data, 100));
    CALL(virStorageVolDownload(vol, st, 0, 0, 64));
    CALL(virStorageVolUpload(vol, st, 0, 0, 64));
    CALL(virStreamAbort(st));
    CALL(virStorageVolDownload(vol, st, 0, 0, 0));
    CALL(virStorageVolDownload(vol, other, 0, 0, 0));
    CALL(virStreamAbort(st));
    CALL(virStreamAbort(st));
    CALL(virStreamFinish(st));
    CALL(virStreamAbort(other));
    CALL(virStreamRecv(other, data, 100));

    CALL(virStreamFree(other));
    CALL(virStreamFree(st));
    CALL(virStorageVolDelete(vol, 0));
    st = virStreamNew(conn, 0);
    CALL(virStorageVolDownload(vol, st, 0, 0, 0));
    CALL(virStreamFinish(st));
    CALL(virStreamFree(st));
    virStorageVolFree(vol);
}

/* ---- with the event loop ---- */

static int done, told, writes;

static void on_readable(virStreamPtr st, int events, void *opaque)
{
    static char piece[100000];
    int count;

    told |= events;
    while ((count = virStreamRecv(st, piece, sizeof(piece))) > 0)
        position += count;
    if (count == -2)
        return;
    printf("    %s: end %d\n", (const char *)opaque, count);
    done = 1;
    virStreamEventUpdateCallback(st, 0);
}

static void on_writable(virStreamPtr st, int events, void *opaque UNUSED)
{
    int count = 0;

    told |= events;
    writes++;
    while (position < SIZE) {
        size_t rest = SIZE - position;
        count = virStreamSend(st, content + position, rest < 100000 ? rest : 100000);
        if (count < 0)
            break;
        position += count;
    }
    if (count == -2)
        return;
    done = 1;
    virStreamEventUpdateCallback(st, 0);
}

static void on_rounds(virStreamPtr st, int events, void *opaque UNUSED)
{
    told |= events;
    if (++writes == 3) {
        done = 1;
        result("    remove", virStreamEventRemoveCallback(st));
        printf("    removed\n");
    }
}

static void on_nothing(int number UNUSED, void *opaque UNUSED) { }

static void run(void)
{
    for (done = 0; !done;)
        check(virEventRunDefaultImpl() == 0, "loop");
}

/* Some rounds, in which nothing has to be heard. */
static void rounds(void)
{
    int timer = virEventAddTimeout(0, on_nothing, NULL, NULL);

    for (int i = 0; i < 5; i++)
        check(virEventRunDefaultImpl() == 0, "loop");
    virEventRemoveTimeout(timer);
    check(virEventRunDefaultImpl() == 0 || 1, "loop");
}

static void callbacks(void)
{
    virStorageVolPtr vol = volume("callbacks", SIZE);
    virStreamPtr st = virStreamNew(conn, VIR_STREAM_NONBLOCK);
    char data[100];

    title("callbacks");
    CALL(virStorageVolUpload(vol, st, 0, SIZE, 0));
    CALL(virStreamEventUpdateCallback(st, VIR_STREAM_EVENT_WRITABLE));
    CALL(virStreamEventRemoveCallback(st));
    CALL(virStreamSendAll(st, source, NULL));
    CALL(virStorageVolUpload(vol, st, 0, SIZE, 0));
    rewind_all();
    CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_WRITABLE, on_writable, "up", released));
    CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_WRITABLE, on_writable, "up", released));
    told = 0;
    run();
    printf("    %zu bytes, events %d\n", position, told);
    CALL(virStreamEventRemoveCallback(st));
    CALL(virStreamEventRemoveCallback(st));
    CALL(virStreamFinish(st));

    CALL(virStorageVolDownload(vol, st, 0, SIZE, 0));
    rewind_all();
    CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE | VIR_STREAM_EVENT_HANGUP | VIR_STREAM_EVENT_ERROR,
                                   on_readable, "down", released));
    told = 0;
    run();
    printf("    %zu bytes, events %d\n", position, told);
    rounds();
    CALL(virStreamEventRemoveCallback(st));
    CALL(virStreamRecv(st, data, sizeof(data)));
    CALL(virStreamFinish(st));

    /* Data that has come before somebody wants to hear of it. */
    CALL(virStorageVolDownload(vol, st, 0, 100000, 0));
    rewind_all();
    while (virStreamRecv(st, data, 1) == -2)
        virEventRunDefaultImpl();
    position = 1;
    CALL(virStreamEventAddCallback(st, 0, on_readable, "late", released));
    rounds();
    CALL(virStreamEventUpdateCallback(st, VIR_STREAM_EVENT_READABLE));
    run();
    printf("    %zu bytes, events %d\n", position, told);
    CALL(virStreamEventRemoveCallback(st));
    CALL(virStreamFinish(st));

    /* It is told in every round, and can go while it is told. */
    CALL(virStorageVolUpload(vol, st, 0, SIZE, 0));
    writes = told = 0;
    CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_WRITABLE, on_rounds, "rounds", released));
    run();
    rounds();
    printf("    told %d times, events %d\n", writes, told);
    CALL(virStreamAbort(st));
    CALL(virStreamFree(st));
    CALL(virStorageVolDelete(vol, 0));
    virStorageVolFree(vol);
}

static void pictures(void)
{
    virStreamPtr st = virStreamNew(test, 0);
    char *type;
    static char picture[200000];
    int count, total = 0;

    title("pictures");
    CALL_POINTER(type, virDomainScreenshot(dom, st, 0, 0));
    if (type) {
        printf("    %s\n", type);
        free(type);
        while ((count = virStreamRecv(st, picture + total, sizeof(picture) - total)) > 0)
            total += count;
        printf("    %d bytes, %d at the end\n", total, count);
        CALL(virStreamFinish(st));
    }
    CALL_POINTER(type, virDomainScreenshot(dom, st, 0, 1));
    CALL(virStreamFree(st));
}

int main(int argc, char **argv)
{
    char xml[1000];

    begin();
    check(argc == 4, "arguments");
    work_folder = argv[3];
    virEventRegisterDefaultImpl();
    check(!!(conn = virConnectOpen(argv[1])), "open");
    check(!!(test = virConnectOpen(argv[2])), "open");
    content = malloc(40u << 20);
    back = malloc(SIZE);
    for (size_t i = 0; i < SIZE; i++)
        content[i] = i < HOLE_AT || i >= HOLE_AT + HOLE_LENGTH ? (char)(i * 7 + i / 4096) | 1 : 0;
    snprintf(xml, sizeof(xml), "<pool type='dir'><name>streams</name><uuid>11111111-2222-3333-4444-555555555555</uuid>"
             "<target><path>%s/streams</path></target></pool>", argv[3]);
    check(!!(pool = virStoragePoolCreateXML(conn, xml, VIR_STORAGE_POOL_CREATE_WITH_BUILD)), "pool");
    dom = virDomainLookupByName(test, "test");
    whole();
    steps();
    callbacks();
    if (dom)
        pictures();
    if (dom)
        virDomainFree(dom);
    CALL(virStoragePoolDestroy(pool));
    virStoragePoolFree(pool);
    virConnectClose(conn); /* after a callback the original keeps a reference */
    printf("closed %d\n", virConnectClose(test));
    free(content);
    free(back);
    return 0;
}
