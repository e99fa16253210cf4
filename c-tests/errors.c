/* errors.c - the last error of threads and connections, handlers, copies, and what resets it. */
#include "report.h"

#include <pthread.h>
#include <unistd.h>

static virConnectPtr conn;
static virDomainPtr dom;

static void show_last(const char *what)
{
    show_error(what, virGetLastError());
    printf("    code %d domain %d message \"%s\"\n", virGetLastErrorCode(), virGetLastErrorDomain(),
           virGetLastErrorMessage());
}

static void on_error(void *opaque, virErrorPtr error)
{
    printf("handler %s, %s the last error: ", (const char *)opaque,
           error == virGetLastError() ? "with" : "not with");
    show_error("argument", error);
}

/* An error inside a handler: the record is the thread's, so that the argument changes too. */
static void on_error_fail_again(void *opaque, virErrorPtr error)
{
    (void)opaque;
    show_error("outer", error);
    virSetErrorFunc("inner", on_error);
    virConnectClose(NULL);
    show_error("outer, afterwards", error);
}

static void copies(void)
{
    virError copy;
    virErrorPtr saved;

    memset(&copy, 0, sizeof(copy));
    title("copies");
    show_last("at first");
    saved = virSaveLastError();
    show_error("saved without an error", saved);
    virFreeError(saved);
    printf("copy without an error: %d\n", virCopyLastError(&copy));
    show_error("copy", &copy);

    virDomainFree(NULL);
    show_last("after a failure");
    printf("copy: %d\n", virCopyLastError(&copy));
    show_error("copy", &copy);
    saved = virSaveLastError();
    virResetLastError();
    show_last("after a reset");
    show_error("copy", &copy);
    show_error("saved", saved);
    virResetError(&copy);
    show_error("copy, reset", &copy);
    virFreeError(saved);
    virFreeError(NULL);
    virResetError(NULL);
    printf("copy to NULL: %d\n", virCopyLastError(NULL));
    show_last("after a copy to NULL");
}

static void connections(void)
{
    virError copy;
    unsigned long version;

    title("connections");
    show_error("connection, at first", virConnGetLastError(conn));
    printf("copy without an error: %d\n", virConnCopyLastError(conn, &copy));
    virDomainFree(NULL);
    show_error("connection, after a failure without one", virConnGetLastError(conn));
    CALL_NULL(virDomainLookupByName(conn, "nope"));
    show_error("connection", virConnGetLastError(conn));
    printf("copy: %d\n", virConnCopyLastError(conn, &copy));
    show_error("copy", &copy);
    virResetError(&copy);
    virResetLastError();
    virConnectGetLibVersion(conn, &version);
    show_error("connection, after a call that succeeds", virConnGetLastError(conn));
    virDomainGetInfo(dom, NULL);
    show_error("connection, after a domain's failure", virConnGetLastError(conn));
    virConnResetLastError(conn);
    show_error("connection, reset", virConnGetLastError(conn));
    show_error("thread", virGetLastError());
    show_error("no connection", virConnGetLastError(NULL));
    virConnResetLastError(NULL);
    virConnSetErrorFunc(NULL, NULL, on_error);
}

static void handlers(void)
{
    title("handlers");
    virSetErrorFunc("global", on_error);
    virDomainFree(NULL);
    CALL_NULL(virDomainLookupByName(conn, "nope"));
    virConnSetErrorFunc(conn, "connection", on_error);
    CALL_NULL(virDomainLookupByName(conn, "nope"));
    CALL(virDomainGetInfo(dom, NULL));
    virDomainFree(NULL);
    virConnSetErrorFunc(conn, "unused", NULL);
    CALL_NULL(virDomainLookupByName(conn, "nope"));
    virSetErrorFunc(NULL, on_error_fail_again);
    virDomainFree(NULL);
    show_last("after an error inside a handler");
    virSetErrorFunc(NULL, silent);
}

static void *other_thread(void *arg)
{
    (void)arg;
    show_last("other thread, at first");
    virConnectClose(NULL);
    show_last("other thread");
    return NULL;
}

static void threads(void)
{
    pthread_t thread;
    title("threads");
    virDomainFree(NULL);
    check(!pthread_create(&thread, NULL, other_thread, NULL) && !pthread_join(thread, NULL), "thread");
    show_last("this thread");
}

/* Calls `function` after a failure and prints what it left of it. */
#define LEAVES(call)                                          \
    do {                                                      \
        virDomainFree(NULL);                                  \
        (void)(call);                                         \
        printf("%s leaves %d\n", #call, virGetLastErrorCode()); \
    } while (0)

static void resets(void)
{
    unsigned long version;
    unsigned char uuid[VIR_UUID_BUFLEN];
    char uuid_text[VIR_UUID_STRING_BUFLEN];
    virDomainInfo info;
    int state, flag;
    virError copy;

    title("resets");
    LEAVES(virInitialize());
    LEAVES(virGetVersion(&version, NULL, NULL));
    LEAVES(virGetVersion(&version, "QEMU", &version));
    LEAVES(virConnectRef(conn));
    LEAVES(virConnectClose(conn));
    LEAVES(virConnectGetType(conn));
    LEAVES(virConnectGetVersion(conn, &version));
    LEAVES(virConnectGetLibVersion(conn, &version));
    LEAVES(virConnectGetMaxVcpus(conn, NULL));
    LEAVES(virConnectIsAlive(conn));
    LEAVES(virConnectIsSecure(conn));
    LEAVES(virConnectIsEncrypted(conn));
    LEAVES(virConnectNumOfDomains(conn));
    LEAVES(virConnectNumOfDefinedDomains(conn));
    LEAVES(virConnectListAllDomains(conn, NULL, 0));
    LEAVES(virDomainGetName(dom));
    LEAVES(virDomainGetUUID(dom, uuid));
    LEAVES(virDomainGetUUIDString(dom, uuid_text));
    LEAVES(virDomainGetID(dom));
    LEAVES(virDomainGetConnect(dom));
    LEAVES(virDomainRef(dom));
    LEAVES(virDomainFree(dom));
    LEAVES(virDomainGetMaxMemory(dom));
    LEAVES(virDomainGetInfo(dom, &info));
    LEAVES(virDomainGetState(dom, &state, NULL, 0));
    LEAVES(virDomainIsActive(dom));
    LEAVES(virDomainIsPersistent(dom));
    LEAVES(virDomainIsUpdated(dom));
    LEAVES(virDomainGetAutostart(dom, &flag));
    LEAVES(virDomainSuspend(dom));
    LEAVES(virDomainResume(dom));
    LEAVES(virConnGetLastError(conn));
    LEAVES((virConnResetLastError(conn), 0));
    LEAVES((virConnSetErrorFunc(conn, NULL, NULL), 0));
    LEAVES((virCopyLastError(&copy), virResetError(&copy), 0));
    LEAVES((virFreeError(virSaveLastError()), 0));
    LEAVES((virSetErrorFunc(NULL, silent), 0));
    LEAVES(virGetLastErrorMessage());
    LEAVES((virDefaultErrorFunc(NULL), 0));
    LEAVES((virResetLastError(), 0));
}

/* Prints what `virDefaultErrorFunc` and the default handler write to standard error. */
static void defaults(void)
{
    virError error;
    char line[4096];
    FILE *file = tmpfile();
    int saved = dup(2);

    title("default handler");
    check(file && saved >= 0 && dup2(fileno(file), 2) == 2, "stderr to a file");
    memset(&error, 0, sizeof(error));
    error.code = VIR_ERR_INTERNAL_ERROR;
    error.level = VIR_ERR_ERROR;
    error.message = (char *)"message";
    for (error.domain = -1; error.domain < 80; error.domain++)
        virDefaultErrorFunc(&error);
    error.domain = VIR_FROM_DOMAIN;
    for (int level = -1; level < 4; level++) {
        error.level = (virErrorLevel)level;
        virDefaultErrorFunc(&error);
    }
    error.level = VIR_ERR_ERROR;
    error.message = (char *)"with its own end of line\n";
    virDefaultErrorFunc(&error);
    error.message = (char *)"";
    virDefaultErrorFunc(&error);
    error.message = (char *)"of a domain";
    error.conn = conn;
    error.dom = dom;
    virDefaultErrorFunc(&error);
    error.code = VIR_ERR_OK;
    virDefaultErrorFunc(&error);
    virDefaultErrorFunc(NULL);
    virSetErrorFunc(NULL, NULL);
    virDomainFree(NULL);
    virDomainGetInfo(dom, NULL);
    virSetErrorFunc(NULL, silent);
    fflush(stderr);
    check(dup2(saved, 2) == 2, "stderr back");
    close(saved);
    rewind(file);
    while (fgets(line, sizeof(line), file))
        fputs(line, stdout);
    fclose(file);
}

int main(void)
{
    begin();
    conn = virConnectOpen("test:///default");
    dom = virDomainLookupByName(conn, "test");
    check(dom != NULL, "the domain");
    copies();
    connections();
    handlers();
    threads();
    resets();
    defaults();
    virDomainFree(dom);
    virConnectClose(conn);
    return 0;
}
