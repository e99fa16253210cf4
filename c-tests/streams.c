/* streams.c - data streams: every function without a transfer, with the screenshot of test:///default going on, and
 * afterwards; blocking and non-blocking, with callbacks of the event loop.
 */
#include "domains.h"

#include <errno.h>

static virDomainPtr dom;

/* What the functions of the "All" family hand over, and where they stop. */
static struct {
    size_t total;
    int calls;
    int stop_after;
    int answer;
    int error;
} transfer;

static int stop(void)
{
    errno = transfer.error;
    return transfer.calls++ >= transfer.stop_after;
}

static int sink(virStreamPtr st UNUSED, const char *data, size_t size, void *opaque)
{
    if (stop())
        return transfer.answer;
    if (transfer.total == 0)
        printf("    begins with %.3s\n", data + 1);
    if (opaque && size > 9) /* in small bites */
        size = 9;
    transfer.total += size;
    return (int)size;
}

static int sink_hole(virStreamPtr st UNUSED, long long length, void *opaque UNUSED)
{
    printf("    hole of %lld\n", length);
    return 0;
}

static int source(virStreamPtr st UNUSED, char *data, size_t size, void *opaque UNUSED)
{
    if (stop())
        return transfer.answer;
    printf("    asked for %zu\n", size);
    memset(data, 'x', size);
    return (int)size;
}

static int source_hole(virStreamPtr st UNUSED, int *in_data, long long *length, void *opaque UNUSED)
{
    if (stop())
        return transfer.answer;
    *in_data = 1;
    *length = 10;
    return 0;
}

static int source_skip(virStreamPtr st UNUSED, long long length, void *opaque UNUSED)
{
    printf("    skip %lld\n", length);
    return 0;
}

static void begin_transfer(int stop_after, int answer, int error)
{
    transfer.total = 0;
    transfer.calls = 0;
    transfer.stop_after = stop_after;
    transfer.answer = answer;
    transfer.error = error;
}

static void on_stream(virStreamPtr st UNUSED, int events UNUSED, void *opaque UNUSED)
{
    printf("    never called\n");
}

static void holes(virStreamPtr st)
{
    long long length = 7;

    CALL(virStreamSendHole(st, 10, 0));
    CALL(virStreamSendHole(st, 10, 1));
    CALL(virStreamSendHole(st, -1, 0));
    show_error("last", virGetLastError());
    CALL(virStreamRecvHole(st, &length, 0));
    printf("    %lld\n", length);
    CALL(virStreamRecvHole(st, &length, 1));
    CALL(virStreamRecvHole(st, NULL, 0));
}

/* Every function, in the present state of the stream. */
static void every_function(virStreamPtr st)
{
    char data[100];

    CALL(virStreamSend(st, "abc", 3));
    CALL(virStreamSend(st, "abc", 0));
    CALL(virStreamSend(st, NULL, 3));
    CALL(virStreamSend(st, "abc", (size_t)-1));
    CALL(virStreamRecv(st, data, (size_t)-1));
    CALL(virStreamRecv(st, data, 0));
    CALL(virStreamRecv(st, data, 8));
    CALL(virStreamRecv(st, NULL, 8));
    CALL(virStreamRecvFlags(st, data, 8, 0));
    CALL(virStreamRecvFlags(st, data, 8, VIR_STREAM_RECV_STOP_AT_HOLE));
    CALL(virStreamRecvFlags(st, data, 8, 2));
    CALL(virStreamRecvFlags(st, NULL, 8, 0));
    CALL(virStreamEventUpdateCallback(st, VIR_STREAM_EVENT_READABLE));
    CALL(virStreamEventRemoveCallback(st));
}

/* The functions that end a transfer when it fails. */
static void all_of_them(int flags, int with_screenshot)
{
    static const char *const names[] = {
        "SendAll", "SendAll that stops", "SendAll that fails", "RecvAll", "RecvAll in small bites", "RecvAll that fails",
        "SparseRecvAll", "SparseRecvAll that fails", "SparseSendAll", "SparseSendAll that fails", "NULL",
        "Finish", "Abort", "callback",
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        virStreamPtr st = virStreamNew(conn, flags);
        char *type = NULL;

        printf("%s\n", names[i]);
        if (with_screenshot) {
            type = virDomainScreenshot(dom, st, 0, 0);
            check(type != NULL, "screenshot");
            free(type);
        }
        begin_transfer(100, 0, 0);
        switch (i) {
        case 0:
            CALL(virStreamSendAll(st, source, NULL));
            break;
        case 1:
            begin_transfer(0, 0, 0);
            CALL(virStreamSendAll(st, source, NULL));
            break;
        case 2:
            begin_transfer(0, -1, EPERM);
            CALL(virStreamSendAll(st, source, NULL));
            begin_transfer(0, -1, 0);
            CALL(virStreamSendAll(st, source, NULL));
            break;
        case 3:
            CALL(virStreamRecvAll(st, sink, NULL));
            break;
        case 4:
            begin_transfer(10000, 0, 0);
            CALL(virStreamRecvAll(st, sink, "bites"));
            break;
        case 5:
            begin_transfer(0, -1, EPERM);
            CALL(virStreamRecvAll(st, sink, NULL));
            begin_transfer(0, -1, 0);
            CALL(virStreamRecvAll(st, sink, NULL));
            break;
        case 6:
            CALL(virStreamSparseRecvAll(st, sink, sink_hole, NULL));
            break;
        case 7:
            begin_transfer(0, -1, EPERM);
            CALL(virStreamSparseRecvAll(st, sink, sink_hole, NULL));
            break;
        case 8:
            CALL(virStreamSparseSendAll(st, source, source_hole, source_skip, NULL));
            break;
        case 9:
            begin_transfer(0, -1, EPERM);
            CALL(virStreamSparseSendAll(st, source, source_hole, source_skip, NULL));
            break;
        case 10:
            CALL(virStreamSendAll(st, NULL, NULL));
            CALL(virStreamRecvAll(st, NULL, NULL));
            CALL(virStreamSparseRecvAll(st, NULL, sink_hole, NULL));
            CALL(virStreamSparseRecvAll(st, sink, NULL, NULL));
            CALL(virStreamSparseSendAll(st, NULL, source_hole, source_skip, NULL));
            CALL(virStreamSparseSendAll(st, source, NULL, source_skip, NULL));
            CALL(virStreamSparseSendAll(st, source, source_hole, NULL, NULL));
            break;
        case 11:
            CALL(virStreamFinish(st));
            CALL(virStreamFinish(st));
            CALL(virStreamAbort(st));
            break;
        case 12:
            CALL(virStreamAbort(st));
            CALL(virStreamAbort(st));
            CALL(virStreamFinish(st));
            break;
        case 13:
            CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, on_stream, "x", released));
            CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, on_stream, "y", released));
            CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, NULL, "z", released));
            CALL(virStreamEventUpdateCallback(st, 0));
            CALL(virStreamEventRemoveCallback(st));
            deliver();
            CALL(virStreamEventRemoveCallback(st));
            break;
        }
        printf("    %s\n", transfer.total > 1000 ? "the whole picture" : transfer.total ? "something" : "nothing");
        if (i <= 10)
            every_function(st);
        /* When a transfer is over the original crashes here. */
        if (i < 10 && !with_screenshot)
            holes(st);
        CALL(virStreamFree(st));
    }
}

static void handles(void)
{
    virConnectPtr other = virConnectOpen("test:///default");
    virStreamPtr st;

    title("handles");
    CALL_POINTER(st, virStreamNew(conn, 0));
    CALL(virStreamRef(st));
    CALL(virStreamFree(st));
    CALL(virStreamFree(st));
    CALL_POINTER(st, virStreamNew(conn, VIR_STREAM_NONBLOCK));
    CALL(virStreamFree(st));
    CALL_POINTER(st, virStreamNew(conn, ~0u));
    CALL(virStreamFree(st));
    CALL_NULL(virStreamNew(NULL, 0));
    CALL(virStreamRef(NULL));
    CALL(virStreamFree(NULL));
    CALL(virStreamFinish(NULL));
    CALL(virStreamAbort(NULL));
    every_function(NULL);
    holes(NULL);
    CALL(virStreamSendAll(NULL, source, NULL));
    CALL(virStreamRecvAll(NULL, sink, NULL));
    CALL(virStreamSparseRecvAll(NULL, sink, sink_hole, NULL));
    CALL(virStreamSparseSendAll(NULL, source, source_hole, source_skip, NULL));
    CALL(virStreamEventAddCallback(NULL, 1, on_stream, NULL, NULL));
    CALL(virStreamSend((virStreamPtr)conn, "x", 1));
    CALL(virStreamFree((virStreamPtr)dom));

    /* A stream holds its connection. */
    CALL_POINTER(st, virStreamNew(other, 0));
    CALL(virConnectClose(other));
    CALL(virStreamSend(st, "x", 1));
    CALL(virStreamFree(st));
}

static void screenshots(void)
{
    virConnectPtr readonly = virConnectOpenReadOnly("test:///default"), other = virConnectOpen("test:///default");
    virDomainPtr readonly_dom = virDomainLookupByName(readonly, "test");
    virStreamPtr st = virStreamNew(conn, 0), foreign = virStreamNew(other, 0), readonly_st = virStreamNew(readonly, 0);

    title("screenshots");
    CALL_STRING(virDomainScreenshot(dom, NULL, 0, 0));
    CALL_STRING(virDomainScreenshot(NULL, st, 0, 0));
    CALL_STRING(virDomainScreenshot(dom, foreign, 0, 0));
    show_error("last", virGetLastError());
    CALL_STRING(virDomainScreenshot(readonly_dom, readonly_st, 0, 0));
    CALL_STRING(virDomainScreenshot(dom, readonly_st, 0, 0));
    CALL_STRING(virDomainScreenshot(dom, (virStreamPtr)conn, 0, 0));
    CALL_STRING(virDomainScreenshot(dom, st, 0, 1));
    CALL_STRING(virDomainScreenshot(dom, st, 3, 0));
    CALL_STRING(virDomainScreenshot(dom, st, 0, 0));
    CALL(virStreamFinish(st));
    CALL_STRING(virDomainScreenshot(dom, st, 0, 0));
    CALL(virStreamAbort(st));
    CALL_STRING(virDomainScreenshot(dom, st, 0, 0));
    virStreamFree(st);
    STEP(virDomainDestroy(dom));
    st = virStreamNew(conn, 0);
    CALL_STRING(virDomainScreenshot(dom, st, 0, 0));
    STEP(virDomainCreate(dom));
    virStreamFree(st);

    title("consoles");
    st = virStreamNew(conn, 0);
    CALL(virDomainOpenConsole(dom, NULL, st, 0));
    CALL(virDomainOpenConsole(dom, "serial0", st, 0));
    CALL(virDomainOpenConsole(dom, NULL, NULL, 0));
    CALL(virDomainOpenConsole(NULL, NULL, st, 0));
    CALL(virDomainOpenConsole(dom, NULL, foreign, 0));
    CALL(virDomainOpenConsole(readonly_dom, NULL, readonly_st, 0));
    CALL(virDomainOpenChannel(dom, NULL, st, 0));
    CALL(virDomainOpenChannel(dom, NULL, NULL, 0));
    CALL(virDomainOpenChannel(NULL, NULL, st, 0));
    CALL(virDomainOpenChannel(dom, NULL, foreign, 0));
    CALL(virDomainOpenChannel(readonly_dom, NULL, readonly_st, 0));
    virStreamFree(st);
    virStreamFree(foreign);
    virStreamFree(readonly_st);
    virDomainFree(readonly_dom);
    virConnectClose(other);
    virConnectClose(readonly);
}

/* Reads the picture in pieces. */
static void pieces(int flags)
{
    static const size_t sizes[] = { 8, 1, 100, 1000 };
    virStreamPtr st = virStreamNew(conn, flags);
    unsigned char data[8192];
    unsigned long total = 0;
    int got;

    CALL_STRING(virDomainScreenshot(dom, st, 0, 0));
    for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
        memset(data, 0xee, sizeof(data));
        got = virStreamRecv(st, (char *)data, sizes[i]);
        printf("    %zu: %d", sizes[i], got);
        if (i == 0)
            for (int j = 0; j < got; j++)
                printf(" %02x", data[j]);
        putchar('\n');
        total += got > 0 ? got : 0;
    }
    while ((got = virStreamRecv(st, (char *)data, sizeof(data))) > 0)
        total += got;
    printf("    end %d, whole picture %d\n", got, total > 1200);
    /* In a non-blocking stream of the original chance decides whether this is an error. */
    if (!(flags & VIR_STREAM_NONBLOCK))
        CALL(virStreamRecv(st, (char *)data, sizeof(data)));
    CALL(virStreamFinish(st));
    CALL(virStreamRecv(st, (char *)data, sizeof(data)));
    CALL(virStreamFree(st));
}

/* Holes in a picture that has none. (The original crashes when the stream is non-blocking.) */
static void holes_of_a_picture(void)
{
    virStreamPtr st = virStreamNew(conn, 0);
    char data[8];

    free(virDomainScreenshot(dom, st, 0, 0));
    holes(st);
    CALL(virStreamRecv(st, data, 1));
    printf("    %02x\n", data[0] & 0xff);
    CALL(virStreamAbort(st));
    CALL(virStreamFree(st));
}

/* How often the error handler is told of one failure. */
static int told;

static void count(void *opaque UNUSED, virErrorPtr error)
{
    told++;
    printf("    handler: %s\n", error->message);
}

static void handlers_of_errors(void)
{
    virStreamPtr st = virStreamNew(conn, 0);

    title("error handlers");
    virSetErrorFunc(NULL, count);
    begin_transfer(100, 0, 0);
    virStreamSendAll(st, source, NULL);
    virStreamRecvAll(st, sink, NULL);
    begin_transfer(0, -1, EPERM);
    virStreamSendAll(st, source, NULL);
    virStreamSendAll(st, NULL, NULL);
    virStreamFree(st);
    virSetErrorFunc(NULL, silent);
    printf("    told %d times\n", told);
}

/* What a callback of a stream does at its first call. */
enum action { NOTHING, READ_ALL, DISABLE, REMOVE, FINISH, ABORT, FREE };

static struct {
    enum action action;
    int calls;
    int errors;
    int end;
} plan;

static void readable(virStreamPtr st, int events, void *opaque UNUSED)
{
    char data[16384];
    int got;

    if (events & VIR_STREAM_EVENT_ERROR) {
        plan.errors++;
        printf("    error\n");
        CALL(virStreamRecv(st, data, 1));
        return;
    }
    plan.calls++;
    got = virStreamRecv(st, data, plan.calls == 1 ? 8 : sizeof(data));
    if (plan.calls == 1) {
        printf("    first call: readable %d, got %d\n", events & VIR_STREAM_EVENT_READABLE, got);
        switch (plan.action) {
        case NOTHING:
        case READ_ALL:
            break;
        case DISABLE:
            CALL(virStreamEventUpdateCallback(st, 0));
            break;
        case REMOVE:
            CALL(virStreamEventRemoveCallback(st));
            break;
        case FINISH:
            CALL(virStreamFinish(st));
            break;
        case ABORT:
            CALL(virStreamAbort(st));
            break;
        case FREE:
            CALL(virStreamEventRemoveCallback(st));
            CALL(virStreamAbort(st));
            CALL(virStreamFree(st));
            break;
        }
    }
    if (plan.action == READ_ALL && got == 0) {
        plan.end = 1;
        CALL(virStreamFinish(st));
    }
}

static void callbacks(int flags)
{
    static const char *const names[] = {
        "nothing", "to the end", "updated to nothing", "removed", "finished", "aborted", "freed",
    };

    title(flags ? "callbacks, non-blocking" : "callbacks, blocking");
    for (enum action action = READ_ALL; action <= FREE; action++) {
        virStreamPtr st = virStreamNew(conn, flags);

        printf("%s in the callback\n", names[action]);
        memset(&plan, 0, sizeof(plan));
        plan.action = action;
        CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, readable, "early", released));
        free(virDomainScreenshot(dom, st, 0, 0));
        CALL(virStreamEventUpdateCallback(st, VIR_STREAM_EVENT_READABLE));
        CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, readable, "data", released));
        CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, readable, "second", released));
        while (plan.calls == 0 || (action == READ_ALL && !plan.end))
            virEventRunDefaultImpl();
        deliver();
        if (action != READ_ALL)
            printf("    %d calls\n", plan.calls);
        if (action == FREE)
            continue;
        CALL(virStreamEventRemoveCallback(st));
        CALL(virStreamAbort(st));
        CALL(virStreamFree(st));
        deliver();
    }
}

/* Ends with a callback that is registered and was not called. */
static void ends(int flags)
{
    title(flags ? "ends, non-blocking" : "ends, blocking");
    for (int way = 0; way < 4; way++) {
        static const char *const names[] = { "abort", "abort without events", "finish", "remove" };
        virStreamPtr st = virStreamNew(conn, flags);

        printf("%s\n", names[way]);
        memset(&plan, 0, sizeof(plan));
        free(virDomainScreenshot(dom, st, 0, 0));
        CALL(virStreamEventAddCallback(st, way == 1 ? 0 : VIR_STREAM_EVENT_READABLE, readable, "data", released));
        if (way < 2)
            CALL(virStreamAbort(st));
        else if (way == 2)
            CALL(virStreamFinish(st));
        else
            CALL(virStreamEventRemoveCallback(st));
        CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, readable, "again", released));
        CALL(virStreamAbort(st));
        CALL(virStreamFree(st));
        deliver();
        printf("    %d calls, %d errors\n", plan.calls, plan.errors);
    }
}

static void without_loop(void)
{
    virStreamPtr st = virStreamNew(conn, 0);

    title("without an event loop");
    free(virDomainScreenshot(dom, st, 0, 0));
    CALL(virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, on_stream, "x", released));
    CALL(virStreamFinish(st));
    CALL(virStreamFree(st));
}

int main(void)
{
    begin();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    dom = virDomainLookupByName(conn, "test");
    check(dom != NULL, "the domain");
    without_loop();
    begin_events();
    handles();
    title("without a transfer");
    all_of_them(0, 0);
    title("without a transfer, non-blocking");
    all_of_them(VIR_STREAM_NONBLOCK, 0);
    screenshots();
    title("a picture in pieces");
    pieces(0);
    pieces(VIR_STREAM_NONBLOCK);
    title("with a transfer");
    all_of_them(0, 1);
    title("with a transfer, non-blocking");
    all_of_them(VIR_STREAM_NONBLOCK, 1);
    title("holes");
    holes_of_a_picture();
    handlers_of_errors();
    for (int flags = 0; flags <= VIR_STREAM_NONBLOCK; flags++) {
        callbacks(flags);
        ends(flags);
    }
    virDomainFree(dom);
    virConnectClose(conn);
    end_events();
    return 0;
}
