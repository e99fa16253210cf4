/* Administration of a daemon that goes away: what pending and later calls say, and what the close callback is told.
 *     admin-losses SOCKET FOLDER idle|pending|no-loop
 * SOCKET is the administration socket of a libvirtd that nobody else uses, FOLDER where its process id is written. */

#include "../report.h"

#include <pthread.h>
#include <unistd.h>

#include <libvirt/libvirt-admin.h>

#include "waiting.h"

static virAdmConnectPtr conn;
static virAdmServerPtr server;
static volatile int closed;

static void on_close(virAdmConnectPtr from, int reason, void *opaque)
{
    printf("closed: %d, reason %d, %s\n", from == conn, reason, (const char *)opaque);
    closed = 1;
}

static void on_close_too(virAdmConnectPtr from, int reason, void *opaque)
{
    on_close(from, reason, opaque);
}

static void *call(void *opaque UNUSED)
{
    unsigned long long version;

    say_who_waits();
    CALL(virAdmConnectGetLibVersion(conn, &version));
    return NULL;
}

static void run_loop(void)
{
    int turns;

    for (turns = 0; turns < 50 && !closed; turns++)
        check(virEventRunDefaultImpl() == 0, "a turn");
    printf("closed %d\n", closed);
}

static void on_time(int timer UNUSED, void *opaque UNUSED) { }

int main(int argc, char **argv)
{
    int has_loop, is_pending, timer = -1;
    unsigned long long version;
    char uri[4096];
    pthread_t caller;

    begin();
    check(argc == 4, "a socket, a folder and what to do");
    work_folder = argv[2];
    signal(SIGPIPE, SIG_IGN); /* the original writes into broken connections */
    has_loop = strcmp(argv[3], "no-loop") != 0;
    is_pending = strcmp(argv[3], "pending") == 0;
    if (has_loop) {
        check(virEventRegisterDefaultImpl() == 0, "a loop");
        timer = virEventAddTimeout(100, on_time, NULL, NULL); /* for an end of every turn */
    }
    snprintf(uri, sizeof(uri), "libvirtd:///session?socket=%s", argv[1]);
    conn = virAdmConnectOpen(uri, 0);
    check(conn != NULL, "open");
    server = virAdmConnectLookupServer(conn, "admin", 0);
    check(server != NULL, "a server");
    CALL(virAdmConnectRegisterCloseCallback(conn, on_close, (char *)"first", released));

    if (is_pending) {
        signal_daemon(SIGSTOP);
        check(pthread_create(&caller, NULL, call, NULL) == 0, "a thread");
        wait_until_it_sleeps();
    }
    signal_daemon(SIGKILL);
    if (is_pending)
        check(pthread_join(caller, NULL) == 0, "a thread");
    else if (has_loop)
        run_loop();
    else
        wait_for_the_end();
    CALL(virAdmConnectGetLibVersion(conn, &version));
    CALL(virAdmConnectIsAlive(conn));
    if (is_pending)
        run_loop();
    printf("closed %d\n", closed);
    CALL(virAdmConnectIsAlive(conn));
    CALL(virAdmConnectGetLibVersion(conn, &version));
    CALL_NULL(virAdmConnectLookupServer(conn, "admin", 0));
    CALL(virAdmServerListClients(server, NULL, 0));
    printf("%s\n", virAdmServerGetName(server));
    CALL(virAdmConnectRegisterCloseCallback(conn, on_close_too, (char *)"second", released));
    CALL(virAdmConnectUnregisterCloseCallback(conn, on_close));
    CALL(virAdmConnectUnregisterCloseCallback(conn, on_close_too));
    CALL(virAdmServerFree(server));
    CALL(virAdmConnectClose(conn));
    if (has_loop) {
        virEventRemoveTimeout(timer);
        check(virEventRunDefaultImpl() == 0, "a turn");
    }
    return 0;
}
