/* table.c - calls every public function once, in a state where it can work, and prints what came of it.
 *
 *     table test|qemu|library|admin|remote-test|remote-qemu [GUESTS]
 *
 * A line per function: its name, a tab, and one of
 *
 *     ok [VALUE]                       what it returned, if that is an int
 *     error CODE DOMAIN MESSAGE
 *     unprepared CODE DOMAIN CALL: MESSAGE   the object that it is about could not be had
 *     killed SIGNAL                    SIGALRM: it took too long
 *     absent                           not in this library
 *
 * The calls of one driver are made by a worker process, one after the other. If one ends it, the next worker goes on
 * after it with a new scene. This process never uses the library; it takes up the guests that workers leave behind.
 */
#include "scene.h"

#include <dlfcn.h>
#include <grp.h>
#include <pwd.h>
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rows.h"

/* Several times what the slowest call takes on a busy machine, seconds. */
enum { TIME_LIMIT = 40 };
/* Who runs the embedded QEMU driver if root started us: the original's looks for a user then that only an installed
 * daemon has. */
#define ORDINARY_USER "nobody"

enum { MAX_CALLS = 512, OUTCOME_SIZE = 512 };

/* What the workers tell. */
static struct report {
    size_t current;
    char outcomes[MAX_CALLS][OUTCOME_SIZE];
} *report;

static jmp_buf out_of_row;

/* Writes the outcome of the row in work: a word and the last error. */
static void write_error(const char *word, const char *call)
{
    virErrorPtr error = virGetLastError();

    snprintf(report->outcomes[report->current], OUTCOME_SIZE, "%s %d %d %s%s", word, error ? error->code : 0,
             error ? error->domain : 0, call, error && error->message ? error->message : "");
}

_Noreturn void unprepared(const char *what)
{
    char call[128];

    snprintf(call, sizeof(call), "%.*s: ", (int)strcspn(what, "("), what);
    write_error("unprepared", call);
    longjmp(out_of_row, 1);
}

static _Noreturn void absent(void)
{
    strcpy(report->outcomes[report->current], "absent");
    longjmp(out_of_row, 1);
}

void *newer(const char *function)
{
    void *found = dlsym(RTLD_DEFAULT, function);

    if (!found)
        absent();
    return found;
}

static void made(const struct outcome *outcome)
{
    char *text = report->outcomes[report->current];

    if (outcome->failed)
        write_error("error", "");
    else if (outcome->comparable)
        snprintf(text, OUTCOME_SIZE, "ok %lld", outcome->value);
    else
        strcpy(text, "ok");
}

/* A worker: makes the calls from `report->current` on. */
static void work(const struct call *calls, size_t count)
{
    /* The function that is called may end the worker, which is told apart from its own end. */
    scene_enter();
    for (; report->current < count; report->current++) {
        alarm(TIME_LIMIT);
        virResetLastError();
        if (setjmp(out_of_row) == 0) {
            struct outcome outcome = calls[report->current].make();

            made(&outcome);
        }
    }
    _exit(0);
}

/* Waits for the worker, and for all that others left to us meanwhile. */
static int wait_for(pid_t worker)
{
    int status;
    pid_t ended;

    do
        ended = waitpid(-1, &status, 0);
    while (ended != worker);
    return status;
}

/* Ends what a worker left behind: guests. */
static void end_children(void)
{
    FILE *list = fopen("/proc/thread-self/children", "r");
    int child;

    while (list && fscanf(list, "%d", &child) == 1) {
        if (!scene_has_daemon(child))
            kill(child, SIGKILL);
    }
    if (list)
        fclose(list);
}

static void run(const struct call *calls, size_t count)
{
    while (report->current < count) {
        pid_t worker = fork();
        int status;

        if (worker == 0)
            work(calls, count);
        status = wait_for(worker);
        end_children();
        if (report->current < count)
            snprintf(report->outcomes[report->current++], OUTCOME_SIZE, "killed %s",
                     WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "by itself");
    }
}

static void become_ordinary(void)
{
    struct passwd *user = getpwnam(ORDINARY_USER);

    if (getuid() != 0)
        return;
    if (!user || initgroups(user->pw_name, user->pw_gid) < 0 || setgid(user->pw_gid) < 0 || setuid(user->pw_uid) < 0) {
        perror(ORDINARY_USER);
        exit(2);
    }
}

static const struct driver_rows {
    const char *name;
    enum driver driver;
    const struct call *calls;
    size_t count;
} all_rows[] = {
    { "test", DRIVER_TEST, driver_calls, ROWS(driver_calls) },
    { "qemu", DRIVER_QEMU, driver_calls, ROWS(driver_calls) },
    { "library", DRIVER_LIBRARY, library_calls, ROWS(library_calls) },
    { "admin", DRIVER_ADMIN, admin_calls, ROWS(admin_calls) },
    { "remote-test", DRIVER_REMOTE_TEST, driver_calls, ROWS(driver_calls) },
    { "remote-qemu", DRIVER_REMOTE_QEMU, driver_calls, ROWS(driver_calls) },
};

int main(int argc, char **argv)
{
    const struct driver_rows *rows = NULL;

    for (size_t i = 0; i < ROWS(all_rows); i++) {
        if (argc > 1 && strcmp(argv[1], all_rows[i].name) == 0)
            rows = &all_rows[i];
    }
    if (!rows || rows->count > MAX_CALLS)
        return 2;
    report = mmap(NULL, sizeof(*report), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (report == MAP_FAILED || prctl(PR_SET_CHILD_SUBREAPER, 1) < 0)
        return 2;
    become_ordinary();
    scene_create(rows->driver, argc > 2 ? argv[2] : "");
    run(rows->calls, rows->count);
    scene_end();
    end_children();
    scene_remove();
    for (size_t i = 0; i < rows->count; i++)
        printf("%s\t%s\n", rows->calls[i].function, report->outcomes[i]);
    return 0;
}
