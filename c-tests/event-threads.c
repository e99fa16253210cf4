/* The default event loop and threads: waking it, running it from several, changes under way; and fork. */

#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "common.h"

static atomic_int stop, calls, inside, most_inside, freed;

static void *run_loop(void *opaque UNUSED)
{
    while (!atomic_load(&stop))
        virEventRunDefaultImpl();
    return NULL;
}

static void nap(long us)
{
    struct timespec time = { us / 1000000, us % 1000000 * 1000 };

    nanosleep(&time, NULL);
}

/* Waits until `counter` reaches `count`; ends the test if it does not. */
static void reached(const char *what, atomic_int *counter, int count)
{
    int patience = 100000;

    while (atomic_load(counter) < count && patience-- > 0)
        nap(100);
    printf("%s: %s\n", what, atomic_load(counter) >= count ? "yes" : "no");
}

static void count_call(void)
{
    int now = atomic_fetch_add(&inside, 1) + 1;

    if (now > atomic_load(&most_inside))
        atomic_store(&most_inside, now);
    atomic_fetch_add(&calls, 1);
    atomic_fetch_sub(&inside, 1);
}

static void count_free(void *opaque UNUSED) { atomic_fetch_add(&freed, 1); }

static void once(int timer, void *opaque UNUSED)
{
    virEventUpdateTimeout(timer, -1);
    count_call();
}

static void on_timeout(int timer UNUSED, void *opaque UNUSED) { count_call(); }

static void on_handle(int watch UNUSED, int fd, int events UNUSED, void *opaque UNUSED)
{
    eventfd_t value;

    eventfd_read(fd, &value);
    count_call();
}

/* Ends the threads that run the loop: each needs one more round to see it. */
static void end_loop(pthread_t *threads, int count)
{
    int timer = virEventAddTimeout(0, on_timeout, NULL, NULL);

    atomic_store(&stop, 1);
    while (count-- > 0)
        pthread_join(threads[count], NULL);
    virEventRemoveTimeout(timer);
    atomic_store(&stop, 0);
}

static void waking(void)
{
    int fd = eventfd(0, EFD_NONBLOCK), timer, watch;
    pthread_t thread;

    title("a sleeping loop notices changes by another thread");
    pthread_create(&thread, NULL, run_loop, NULL);
    nap(50000);
    timer = virEventAddTimeout(0, once, NULL, count_free);
    reached("timer added", &calls, 1);
    nap(20000);
    virEventUpdateTimeout(timer, 0);
    reached("timer armed", &calls, 2);
    nap(20000);
    watch = virEventAddHandle(fd, 0, on_handle, NULL, count_free);
    eventfd_write(fd, 1);
    nap(20000);
    printf("calls while disabled: %d\n", atomic_load(&calls) - 2);
    virEventUpdateHandle(watch, VIR_EVENT_HANDLE_READABLE);
    reached("watch enabled", &calls, 3);
    nap(20000);
    eventfd_write(fd, 1);
    reached("descriptor ready", &calls, 4);
    nap(20000);
    virEventRemoveTimeout(timer);
    virEventRemoveHandle(watch);
    reached("both freed", &freed, 2);
    end_loop(&thread, 1);
    close(fd);
}

static void two_runners(void)
{
    pthread_t threads[2];
    int i, timers[4];

    title("two threads run the loop");
    atomic_store(&calls, 0);
    atomic_store(&most_inside, 0);
    for (i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, run_loop, NULL);
    for (i = 0; i < 4; i++)
        timers[i] = virEventAddTimeout(0, on_timeout, NULL, NULL);
    reached("many calls", &calls, 2000);
    for (i = 0; i < 4; i++)
        virEventRemoveTimeout(timers[i]);
    end_loop(threads, 2);
    printf("callbacks at the same time: %d\n", atomic_load(&most_inside));
}

static void *add_and_remove(void *opaque UNUSED)
{
    int i;

    for (i = 0; i < 300; i++) {
        int fd = eventfd(1, EFD_NONBLOCK);
        int watch = virEventAddHandle(fd, VIR_EVENT_HANDLE_READABLE, on_handle, NULL, count_free);
        int timer = virEventAddTimeout(i % 3, on_timeout, NULL, count_free);

        virEventUpdateHandle(watch, VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_WRITABLE);
        virEventUpdateTimeout(timer, i % 2);
        if (i % 8 == 0)
            nap(100);
        virEventRemoveHandle(watch);
        virEventRemoveTimeout(timer);
        close(fd);
    }
    return NULL;
}

static void changes(void)
{
    pthread_t loop, threads[2];
    int i;

    title("two threads add and remove while a third runs the loop");
    atomic_store(&freed, 0);
    pthread_create(&loop, NULL, run_loop, NULL);
    for (i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, add_and_remove, NULL);
    for (i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    reached("all freed", &freed, 2 * 2 * 300);
    end_loop(&loop, 1);
    printf("freed once each: %d\n", atomic_load(&freed) == 2 * 2 * 300);
}

static void tick(int timer UNUSED, void *opaque UNUSED) { }

/* Runs the loop until there is a call, a few rounds at most, which a timer ends. */
static void rounds(const char *who)
{
    int patience = 10, timer = virEventAddTimeout(20, tick, NULL, NULL);

    atomic_store(&calls, 0);
    while (atomic_load(&calls) == 0 && patience-- > 0)
        virEventRunDefaultImpl();
    virEventRemoveTimeout(timer);
    printf("%s: %s\n", who, atomic_load(&calls) > 0 ? "called" : "not called");
}

static void forked(void)
{
    int fd = eventfd(0, EFD_NONBLOCK), own, watch, status;
    pid_t child;

    title("a child made by fork has a loop of its own");
    watch = virEventAddHandle(fd, VIR_EVENT_HANDLE_READABLE, on_handle, NULL, count_free);
    child = fork();
    if (child == 0) {
        own = eventfd(1, EFD_NONBLOCK);
        virEventAddHandle(own, VIR_EVENT_HANDLE_READABLE, on_handle, NULL, count_free);
        rounds("child, its own watch");
        eventfd_write(fd, 1);
        rounds("child, inherited watch");
        printf("child removes the inherited watch: %d\n", virEventRemoveHandle(watch));
        rounds("child, nothing ready");
        _exit(0);
    }
    waitpid(child, &status, 0);
    eventfd_write(fd, 1);
    rounds("parent, its watch");
    printf("parent removes its watch: %d\n", virEventRemoveHandle(watch));
    close(fd);
}

int main(void)
{
    begin();
    virEventRegisterDefaultImpl();
    waking();
    two_runners();
    changes();
    forked();
    return 0;
}
