/* A process with a connection forks, and the child does not exec: its calls fail without touching the parent's socket,
 * it can free what it has inherited, and connect by itself; the parent goes on as if nothing had happened.
 *     forks URI FOLDER
 * FOLDER has the process id of the daemon. */

#include "../report.h"

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include "waiting.h"

enum { TIME_LIMIT = 30, CALLS = 50, BUSY = 40 };

static const char *uri;
static virConnectPtr conn, plain;
static virDomainPtr dom;
static int number;
static atomic_int heard, closed, stop;

static int on_event(virConnectPtr c UNUSED, virDomainPtr d UNUSED, int event UNUSED, int detail UNUSED, void *opaque UNUSED)
{
    heard++;
    return 0;
}

static void on_close(virConnectPtr c UNUSED, int reason, void *opaque UNUSED)
{
    printf("closed, reason %d\n", reason);
    closed = 1;
}

/* Prints a call without the process that the error names. */
static void failed(const char *call, int value)
{
    virErrorPtr error = virGetLastError();
    int pid = 0;

    printf("  %s = %d", call, value);
    if (error && error->code) {
        printf(" [%d %d]", error->code, error->domain);
        if (sscanf(strstr(error->message, "process ") ? strstr(error->message, "process ") : "", "process %d", &pid) == 1)
            printf(" of %s", pid == getppid() ? "the parent" : "somebody");
    }
    putchar('\n');
}

#define FAILED(call) (virResetLastError(), failed(#call, (int)(call)))

/* What only a child does: everything that is inherited, then something of its own. */
static void child(void)
{
    virConnectPtr own;
    char *name;

    signal(SIGALRM, SIG_DFL);
    alarm(TIME_LIMIT);
    FAILED(virConnectIsAlive(conn));
    FAILED(virConnectGetHostname(conn) != NULL);
    FAILED(virDomainSuspend(dom));
    FAILED(virConnectSetKeepAlive(conn, 5, 5));
    FAILED(virConnectDomainEventRegisterAny(conn, dom, 0, VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, NULL) >= 0);
    FAILED(virConnectDomainEventDeregisterAny(conn, number));
    FAILED(virConnectUnregisterCloseCallback(conn, on_close));
    printf("  %s\n", virDomainGetName(dom));
    FAILED(virDomainFree(dom));
    FAILED(virConnectClose(conn));
    FAILED(virConnectClose(plain));
    own = virConnectOpen(uri);
    check(own != NULL, "a connection of the child's");
    name = virConnectGetHostname(own);
    printf("  of its own: %d, %d\n", name != NULL, virConnectIsAlive(own));
    free(name);
    check(virEventRunDefaultImpl() == 0 && virEventRunDefaultImpl() == 0, "turns of the child's loop");
    FAILED(virConnectClose(own));
    exit(0);
}

static void fork_once(const char *when)
{
    int status = -1;
    pid_t pid;

    title(when);
    fflush(stdout);
    pid = fork();
    check(pid >= 0, "fork");
    if (pid == 0)
        child();
    check(waitpid(pid, &status, 0) == pid, "a child");
    if (status)
        printf("the child ends with status %x\n", status);
}

static void *run_loop(void *unused)
{
    while (!stop)
        check(virEventRunDefaultImpl() == 0, "a turn");
    return unused;
}

static void *call(void *unused)
{
    char *name;

    say_who_waits();
    name = virConnectGetHostname(conn);
    flockfile(stdout); /* a result is printed in pieces */
    result("the call that was under way", name != NULL);
    funlockfile(stdout);
    free(name);
    return unused;
}

static int on_another(virConnectPtr c UNUSED, virDomainPtr d UNUSED, int event UNUSED, int detail UNUSED, void *opaque UNUSED)
{
    return 0;
}

static void *call_often(void *unused)
{
    while (!stop) {
        char *name = virConnectGetHostname(conn);
        int another = virConnectDomainEventRegisterAny(conn, dom, 0, VIR_DOMAIN_EVENT_CALLBACK(on_another), NULL, NULL);

        check(name && another >= 0, "calls of another thread");
        free(name);
        check(virConnectDomainEventDeregisterAny(conn, another) == 0, "a call of another thread");
        check(virConnectUnregisterCloseCallback(conn, on_close) == 0, "a call of another thread");
        check(virConnectRegisterCloseCallback(conn, on_close, NULL, NULL) == 0, "a call of another thread");
    }
    return unused;
}

/* Everything still works, and nothing is lost. */
static void go_on(void)
{
    time_t end = time(NULL) + 60;
    int before = heard, i;

    for (i = 0; i < CALLS; i++)
        check((i % 2 ? virDomainResume(dom) : virDomainSuspend(dom)) == 0, "a call of the parent's");
    while (heard < before + CALLS && time(NULL) < end)
        sched_yield();
    {
        char *name = virConnectGetHostname(plain);

        check(name != NULL, "a call by the other connection");
        free(name);
    }
    printf("the parent hears of %d; alive %d, closed %d\n", heard - before, virConnectIsAlive(conn), closed);
}

static void on_time(int timer UNUSED, void *opaque UNUSED) { }

int main(int argc, char **argv)
{
    pthread_t loop, caller, busy;
    int timer, i;

    begin();
    check(argc == 3, "a URI and a folder");
    uri = argv[1];
    work_folder = argv[2];
    check(virEventRegisterDefaultImpl() == 0, "a loop");
    timer = virEventAddTimeout(50, on_time, NULL, NULL);
    conn = virConnectOpen(uri);
    check(conn != NULL, "open");
    plain = virConnectOpenReadOnly(uri);
    check(plain != NULL, "another connection");
    dom = virDomainLookupByName(conn, "test");
    check(dom != NULL, "a domain");
    number = virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, NULL);
    check(number >= 0, "a registration");
    CALL(virConnectRegisterCloseCallback(conn, on_close, NULL, NULL));

    fork_once("nobody is in the library");
    check(pthread_create(&loop, NULL, run_loop, NULL) == 0, "a thread");
    go_on();
    fork_once("a thread waits for the event loop");
    go_on();

    signal_daemon(SIGSTOP);
    check(pthread_create(&caller, NULL, call, NULL) == 0, "a thread");
    wait_until_it_sleeps();
    {
        /* The child needs the daemon; it goes on when the child has said all about the parent's connection. */
        pid_t helper = fork();

        if (helper == 0) {
            /* Not by a call of the library. */
            signal_daemon(SIGCONT);
            _exit(0);
        }
        check(waitpid(helper, NULL, 0) == helper, "a helper");
    }
    fork_once("a thread waits for a reply, or has just got it");
    check(pthread_join(caller, NULL) == 0, "a thread");
    go_on();

    check(pthread_create(&busy, NULL, call_often, NULL) == 0, "a thread");
    for (i = 0; i < BUSY; i++)
        fork_once("a thread calls all the time");
    go_on();

    stop = 1;
    check(pthread_join(busy, NULL) == 0 && pthread_join(loop, NULL) == 0, "threads");
    CALL(virConnectDomainEventDeregisterAny(conn, number));
    CALL(virConnectUnregisterCloseCallback(conn, on_close));
    CALL(virDomainFree(dom));
    CALL(virConnectClose(conn));
    CALL(virConnectClose(plain));
    virEventRemoveTimeout(timer);
    return 0;
}
