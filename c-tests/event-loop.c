/* The default event loop, call by call: numbers, conditions, the order of a round, removal, freeing. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common.h"

#define READ VIR_EVENT_HANDLE_READABLE
#define WRITE VIR_EVENT_HANDLE_WRITABLE
#define ERROR VIR_EVENT_HANDLE_ERROR
#define HANGUP VIR_EVENT_HANDLE_HANGUP

/* What the next callback of the watch or timer with this name does; then it is done. */
static void (*action)(void);
static const char *actor;

static int watch_a, watch_b, watch_c, timer_a, timer_b, level;

static void act(const char *name)
{
    void (*now)(void) = action;

    if (!now || strcmp(name, actor))
        return;
    action = NULL;
    now();
}

static void on_handle(int watch UNUSED, int fd UNUSED, int events, void *opaque)
{
    printf("  handle %s %d\n", (const char *)opaque, events);
    act(opaque);
}

static void on_timeout(int timer UNUSED, void *opaque)
{
    printf("  timeout %s\n", (const char *)opaque);
    act(opaque);
}

static int handle(int fd, int events, const char *name)
{
    return virEventAddHandle(fd, events, on_handle, (void *)name, released);
}

static int timeout(int ms, const char *name)
{
    return virEventAddTimeout(ms, on_timeout, (void *)name, released);
}

static int ready(void) { return eventfd(1, EFD_NONBLOCK | EFD_CLOEXEC); }

/* The round that is being made, counted from 1, or 0 between two; and whether it had nothing to do. */
static atomic_int round_now;
static atomic_int waited;

static void on_wake(int number UNUSED) { }

/* How often the thread with this status file has gone to sleep, if it sleeps, or -1. */
static long sleeps(int status)
{
    char text[4096];
    ssize_t length = pread(status, text, sizeof(text) - 1, 0);
    const char *field;

    if (length <= 0)
        return -1;
    text[length] = 0;
    field = strstr(text, "\nvoluntary_ctxt_switches:");
    return strstr(text, "State:\tS") && field ? atol(strchr(field, ':') + 1) : -1;
}

struct observed {
    pthread_t thread;
    int status;
};

/* Ends a round that waits for longer than any timer here does. It looks whether the thread sleeps, instead of at the
 * clock alone, because on a busy machine a round that has something to do may take as long. */
static void *observe(void *opaque)
{
    struct observed *observed = opaque;

    for (;;) {
        int number = atomic_load(&round_now);
        long before = sleeps(observed->status);

        usleep(100000);
        if (number && before >= 0 && sleeps(observed->status) == before && atomic_load(&round_now) == number) {
            atomic_store(&waited, 1);
            pthread_kill(observed->thread, SIGUSR1);
        }
    }
    return NULL;
}

static void begin_observing(void)
{
    static struct observed observed;
    struct sigaction action = { .sa_handler = on_wake };
    pthread_t observer;

    sigaction(SIGUSR1, &action, NULL);
    observed.thread = pthread_self();
    observed.status = open("/proc/thread-self/status", O_RDONLY | O_CLOEXEC);
    if (observed.status < 0 || pthread_create(&observer, NULL, observe, &observed))
        exit(2);
    pthread_detach(observer);
}

/* One round of the default loop. A round that has nothing to do is ended by a signal and said to wait. */
static void turn(void)
{
    static int number;
    int value, outer = atomic_load(&round_now);

    atomic_store(&waited, 0);
    atomic_store(&round_now, ++number);
    value = virEventRunDefaultImpl();
    atomic_store(&round_now, outer);
    printf("turn %d%s\n", value, atomic_load(&waited) ? ", waited" : "");
}

static void turns(int count)
{
    while (count-- > 0)
        turn();
}

static void unregistered(void)
{
    title("without registration");
    CALL(virEventAddHandle(0, READ, on_handle, "x", released));
    CALL(virEventAddTimeout(0, on_timeout, "x", released));
    CALL(virEventRemoveHandle(1));
    CALL(virEventRemoveTimeout(1));
    virEventUpdateHandle(1, READ);
    virEventUpdateTimeout(1, 0);
    turn();
}

static void numbers(void)
{
    int watch, timer;

    title("numbers and errors");
    leave_error();
    CALL(virEventRegisterDefaultImpl());
    CALL(virEventRegisterDefaultImpl());
    leave_error();
    watch = result("add handle", handle(-1, READ, "negative"));
    timer = result("add timeout", timeout(-1, "off"));
    CALL(virEventRemoveHandle(4711));
    CALL(virEventRemoveHandle(-1));
    CALL(virEventRemoveHandle(0));
    CALL(virEventRemoveTimeout(4711));
    CALL(virEventRemoveTimeout(-1));
    virEventUpdateHandle(4711, READ);
    virEventUpdateTimeout(4711, 0);
    result("after updates", 0);
    turn();
    result("after a turn", 0);
    result("remove handle", virEventRemoveHandle(watch));
    result("remove handle again", virEventRemoveHandle(watch));
    virEventUpdateHandle(watch, READ);
    result("remove timeout", virEventRemoveTimeout(timer));
    result("remove timeout again", virEventRemoveTimeout(timer));
    virEventUpdateTimeout(timer, 0);
    turns(3);
    watch = result("the next handle", virEventAddHandle(0, 0, NULL, "no callback", released));
    timer = result("the next timeout", virEventAddTimeout(-1, NULL, "no callback", released));
    virEventRemoveHandle(watch);
    virEventRemoveTimeout(timer);
    turns(2);
}

static void conditions(void)
{
    static const int masks[] = { READ, WRITE, ERROR, HANGUP, READ | WRITE | ERROR | HANGUP, 16, 0, READ };
    int pair[2], ends[2], watch;
    size_t i;

    title("conditions: a socket whose peer has gone");
    socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
    close(pair[1]);
    watch = handle(pair[0], 0, "disabled");
    turn();
    for (i = 0; i < sizeof(masks) / sizeof(masks[0]); i++) {
        printf("mask %d\n", masks[i]);
        virEventUpdateHandle(watch, masks[i]);
        turn();
    }
    virEventRemoveHandle(watch);
    turn();
    close(pair[0]);

    title("conditions: a pipe without reader");
    if (pipe(ends) < 0)
        exit(2);
    close(ends[0]);
    watch = handle(ends[1], WRITE, "pipe");
    turn();
    virEventUpdateHandle(watch, READ);
    turn();
    virEventRemoveHandle(watch);
    turn();
    close(ends[1]);
}

static void odd_descriptors(void)
{
    FILE *file = tmpfile();
    int watch, other, fd, copy;

    title("a regular file");
    watch = handle(fileno(file), READ | WRITE, "file");
    turns(2);
    virEventUpdateHandle(watch, READ);
    turn();
    virEventUpdateHandle(watch, HANGUP);
    turn();
    virEventRemoveHandle(watch);
    turn();
    fclose(file);

    title("a number that is not open, and then is");
    watch = handle(999, READ, "999");
    turns(2);
    fd = ready();
    dup2(fd, 999);
    turns(2);
    virEventRemoveHandle(watch);
    turn();
    close(999);

    title("closed before its handle is removed, and the number used again");
    watch = handle(fd, READ, "old");
    turn();
    close(fd);
    other = ready();
    printf("same number: %d\n", other == fd);
    copy = handle(other, READ, "new");
    turn();
    virEventRemoveHandle(watch);
    turns(2);
    virEventRemoveHandle(copy);
    turn();

    title("closed while a duplicate keeps it open, and the number used again");
    copy = dup(other);
    watch = handle(other, READ, "old");
    turn();
    close(other);
    virEventRemoveHandle(watch);
    fd = eventfd(0, EFD_NONBLOCK);
    printf("same number: %d\n", fd == other);
    watch = handle(fd, READ, "new");
    turns(3);
    virEventRemoveHandle(watch);
    turn();
    close(fd);
    close(copy);
}

static void several_watches(void)
{
    int pair[2], reader, writer, both;

    title("several watches of one descriptor");
    socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
    reader = handle(pair[0], READ, "reader");
    writer = handle(pair[0], WRITE, "writer");
    both = handle(pair[0], READ | WRITE, "both");
    turn();
    if (write(pair[1], "x", 1) != 1)
        exit(2);
    turn();
    virEventRemoveHandle(both);
    turns(2);
    virEventUpdateHandle(writer, 0);
    turn();
    virEventRemoveHandle(reader);
    turn();
    virEventRemoveHandle(writer);
    turns(2);
    close(pair[0]);
    close(pair[1]);
}

static void remove_b(void) { result("  remove b", virEventRemoveHandle(watch_b)); }
static void remove_self(void) { result("  remove a", virEventRemoveHandle(watch_a)); }
static void disable_b(void) { virEventUpdateHandle(watch_b, 0); }
static void same_b(void) { virEventUpdateHandle(watch_b, READ); }
static void change_b(void) { virEventUpdateHandle(watch_b, READ | WRITE); }
static void add(void) { timer_b = handle(level, READ, "added"); }
static void drain(void) { eventfd_t value; eventfd_read(level, &value); }
static void inner_turn(void) { turn(); }
static void remove_and_inner_turns(void)
{
    virEventRemoveHandle(watch_b);
    virEventRemoveHandle(watch_c);
    turns(2);
}

static void rounds(void)
{
    static const struct { const char *name; void (*action)(void); } cases[] = {
        { "remove another", remove_b }, { "remove itself", remove_self }, { "disable another", disable_b },
        { "change nothing of another", same_b }, { "change another", change_b }, { "add one", add },
        { "make all unready", drain }, { "run the loop", inner_turn },
        { "remove two and run the loop", remove_and_inner_turns },
    };
    size_t i;

    for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int other = ready();

        printf("== in a handle's callback: %s\n", cases[i].name);
        level = ready();
        watch_a = handle(level, READ, "a");
        watch_b = handle(level, READ, "b");
        watch_c = handle(other, READ | WRITE, "c");
        timer_b = -1;
        action = cases[i].action;
        actor = "a";
        turns(3);
        puts("remove all");
        virEventRemoveHandle(watch_a);
        virEventRemoveHandle(watch_b);
        virEventRemoveHandle(watch_c);
        virEventRemoveHandle(timer_b);
        turns(3);
        close(level);
        close(other);
    }
}

static void timer_off(void) { virEventUpdateTimeout(timer_a, -1); }
static void timer_again(void) { virEventUpdateTimeout(timer_a, 0); }
static void timer_remove(void) { result("  remove timer", virEventRemoveTimeout(timer_a)); }
static void timer_add(void) { watch_c = timeout(0, "added"); }

static void timers(void)
{
    static const struct { const char *name, *actor; void (*action)(void); } cases[] = {
        { "turn a timer off", "a", timer_off }, { "remove a timer", "a", timer_remove },
        { "arm a timer anew", "a", timer_again }, { "turn itself off", "A", timer_off },
        { "remove itself", "A", timer_remove }, { "arm itself anew", "A", timer_again },
        { "add a timer", "A", timer_add }, { "run the loop", "A", inner_turn },
    };
    size_t i;
    int fd = ready();

    title("order of handles and timers");
    timer_a = timeout(0, "A");
    watch_a = handle(fd, READ, "a");
    timer_b = timeout(0, "B");
    watch_b = handle(fd, READ, "b");
    turn();
    virEventUpdateTimeout(timer_a, 0);
    turn();
    virEventUpdateHandle(watch_a, READ | WRITE);
    turn();
    virEventUpdateHandle(watch_a, READ | WRITE);
    turn();
    virEventUpdateTimeout(timer_b, -1);
    turn();
    virEventUpdateTimeout(timer_b, -5);
    virEventUpdateTimeout(timer_b, 0);
    turn();
    virEventRemoveTimeout(timer_a);
    virEventRemoveTimeout(timer_b);
    virEventRemoveHandle(watch_b);
    puts("a timer is freed when nothing else is to do");
    turns(3);
    virEventUpdateHandle(watch_a, 0);
    turns(2);
    virEventUpdateHandle(watch_a, READ);

    for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        printf("== in a callback of %s: %s\n", cases[i].actor, cases[i].name);
        timer_a = timeout(0, "A");
        timer_b = timeout(0, "B");
        watch_c = -1;
        action = cases[i].action;
        actor = cases[i].actor;
        turns(2);
        virEventRemoveTimeout(timer_a);
        virEventRemoveTimeout(timer_b);
        virEventRemoveTimeout(watch_c);
        turn();
        virEventUpdateHandle(watch_a, 0);
        turns(2);
        virEventUpdateHandle(watch_a, READ);
    }
    virEventRemoveHandle(watch_a);
    turns(3);
    close(fd);

    title("intervals");
    timer_a = timeout(60, "60 ms");
    timer_b = timeout(25, "25 ms");
    usleep(200000);
    turn();
    virEventUpdateTimeout(timer_a, 3600000);
    turns(3);
    virEventRemoveTimeout(timer_a);
    virEventRemoveTimeout(timer_b);
    turns(2);
}

int main(void)
{
    begin();
    begin_observing();
    unregistered();
    numbers();
    conditions();
    odd_descriptors();
    several_watches();
    rounds();
    timers();
    return 0;
}
