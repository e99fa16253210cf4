/* The end of a connection that the program did not want: what calls say that are under way, what the close callback is
 * told, and that everything can be used and freed afterwards.
 *     connection-losses URI FOLDER MODE
 * FOLDER has the process id of the daemon. The daemon goes (killed), or goes silent (silent):
 *     ...-idle      while nobody calls
 *     ...-calls     while three threads call, and another one runs the loop
 *     ...-alone     while the only thread calls, so that no loop turns
 *     ...-no-loop   the same, without a loop
 * or it is a script (script): what happens during virConnectGetHostname() is up to it. */

#include "../report.h"

#include <pthread.h>
#include <unistd.h>

#include "waiting.h"

enum { CALLERS = 3 };

static virConnectPtr conn;
static atomic_int closed, stop;

static void on_close(virConnectPtr from, int reason, void *opaque)
{
    printf("closed: %d, reason %d, %s\n", from == conn, reason, (const char *)opaque);
    closed = 1;
}

static void on_close_too(virConnectPtr from, int reason, void *opaque) { on_close(from, reason, opaque); }

static void *call(void *unused)
{
    char *name;

    say_who_waits();
    name = virConnectGetHostname(conn);
    flockfile(stdout); /* a result is printed in pieces */
    result("a call", name != NULL);
    funlockfile(stdout);
    free(name);
    return unused;
}

static void on_time(int timer UNUSED, void *opaque UNUSED) { }

static void *run_loop(void *unused)
{
    while (!stop)
        check(virEventRunDefaultImpl() == 0, "a turn");
    return unused;
}

static void wait_for_callback(int has_loop)
{
    time_t end = time(NULL) + 60;

    while (has_loop && !closed && time(NULL) < end)
        check(virEventRunDefaultImpl() == 0, "a turn");
    check(closed || !has_loop, "the close callback");
}

static void lose(const char *how, int is_silent)
{
    pthread_t callers[CALLERS], loop;
    int i;

    if (is_silent)
        signal_daemon(SIGSTOP);
    if (strcmp(how, "-idle") == 0) {
        if (!is_silent)
            signal_daemon(SIGKILL);
        return;
    }
    if (strcmp(how, "-calls") == 0) {
        check(pthread_create(&loop, NULL, run_loop, NULL) == 0, "a thread");
        signal_daemon(SIGSTOP);
        for (i = 0; i < CALLERS; i++) {
            waiting_thread = 0;
            check(pthread_create(callers + i, NULL, call, NULL) == 0, "a thread");
            wait_until_it_sleeps();
        }
        if (is_silent)
            check(virConnectSetKeepAlive(conn, 1, 1) == 0, "from now on");
        else
            signal_daemon(SIGKILL);
        for (i = 0; i < CALLERS; i++)
            check(pthread_join(callers[i], NULL) == 0, "a thread");
        stop = 1;
        check(pthread_join(loop, NULL) == 0, "a thread");
        return;
    }
    if (!is_silent) {
        signal_daemon(SIGSTOP);
        check(pthread_create(callers, NULL, call, NULL) == 0, "a thread");
        wait_until_it_sleeps();
        signal_daemon(SIGKILL);
        check(pthread_join(callers[0], NULL) == 0, "a thread");
        return;
    }
    call(NULL);
}

int main(int argc, char **argv)
{
    int has_loop, is_silent, interval, timer = -1;
    virDomainPtr dom;
    const char *mode;

    begin();
    signal(SIGPIPE, SIG_IGN); /* the original writes into broken connections */
    check(argc == 4, "a URI, a folder and what to do");
    work_folder = argv[2];
    mode = argv[3];
    has_loop = !strstr(mode, "-no-loop");
    is_silent = strncmp(mode, "silent", 6) == 0;
    if (has_loop) {
        check(virEventRegisterDefaultImpl() == 0, "a loop");
        timer = virEventAddTimeout(50, on_time, NULL, NULL);
    }
    conn = virConnectOpen(argv[1]);
    check(conn != NULL, "open");
    dom = virDomainLookupByName(conn, "test");
    check(dom != NULL, "a domain");
    CALL(virConnectRegisterCloseCallback(conn, on_close, (char *)"first", released));
    interval = !is_silent ? 0 : strcmp(mode, "silent-calls") == 0 ? 3600 : 1;
    CALL(virConnectSetKeepAlive(conn, interval, 1));
    CALL(virConnectIsAlive(conn));

    if (strcmp(mode, "script") == 0)
        call(NULL);
    else
        lose(strchr(mode, '-'), is_silent);
    wait_for_callback(has_loop);

    CALL(virConnectIsAlive(conn));
    call(NULL);
    CALL(virDomainSuspend(dom));
    CALL(virConnectSetKeepAlive(conn, 5, 5));
    printf("%s\n", virDomainGetName(dom));
    CALL(virConnectRegisterCloseCallback(conn, on_close_too, (char *)"second", released));
    CALL(virConnectUnregisterCloseCallback(conn, on_close_too));
    CALL(virConnectUnregisterCloseCallback(conn, on_close));
    CALL(virConnectUnregisterCloseCallback(conn, on_close));
    CALL(virDomainFree(dom));
    CALL(virConnectClose(conn));
    if (is_silent)
        signal_daemon(SIGCONT);
    if (has_loop) {
        virEventRemoveTimeout(timer);
        check(virEventRunDefaultImpl() == 0, "a turn");
    }
    return 0;
}
