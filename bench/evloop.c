/* evloop.c - the default event loop: what an iteration costs with few and many registrations. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <libvirt/libvirt.h>

#include "bench.h"

static const double SECONDS_EACH = 0.3; /* for each result */
static const int POPULATIONS[] = {10, 1000, 10000};
enum { N_POPULATIONS = 3, HOUR_MS = 3600 * 1000 };

static long calls;

static void on_handle(int watch, int fd, int events, void *opaque)
{
    (void)watch, (void)fd, (void)events, (void)opaque;
    calls++;
}

static void on_timer(int timer, void *opaque)
{
    (void)timer, (void)opaque;
    calls++;
}

static int new_fd(unsigned int value)
{
    int fd = eventfd(value, EFD_CLOEXEC | EFD_NONBLOCK);

    require(fd >= 0, "eventfd");
    return fd;
}

static int add_handle(int fd)
{
    int watch = virEventAddHandle(fd, VIR_EVENT_HANDLE_READABLE, on_handle, NULL, NULL);

    require(watch >= 0, "virEventAddHandle");
    return watch;
}

static int add_timer(int timeout_ms)
{
    int timer = virEventAddTimeout(timeout_ms, on_timer, NULL, NULL);

    require(timer >= 0, "virEventAddTimeout");
    return timer;
}

static void iterate(void)
{
    require(virEventRunDefaultImpl() == 0, "virEventRunDefaultImpl");
}

/* Lets the loop free what was removed: that takes a turn or two. */
static void settle(void)
{
    int timer = add_timer(0);

    iterate();
    iterate();
    virEventRemoveTimeout(timer);
}

/* Microseconds of an iteration in which exactly one callback is due. */
static double iteration_us(void)
{
    struct samples samples = {0};
    double end = seconds() + SECONDS_EACH;

    iterate();
    while (samples.n < 5 || (seconds() < end && samples.n < MAX_SAMPLES)) {
        long before = calls;
        double start = seconds();
        for (int i = 0; i < 20; i++)
            iterate();
        sample(&samples, (seconds() - start) / 20 * 1e6);
        require(calls == before + 20, "one callback in each iteration");
    }
    return median(&samples);
}

static void handles(int population)
{
    int *fds = calloc((size_t)population, sizeof(int));
    int *watches = calloc((size_t)population, sizeof(int));
    struct samples adding = {0};

    for (int i = 0; i < population; i++) {
        fds[i] = new_fd(0);
        watches[i] = add_handle(fds[i]);
    }
    int ready_fd = new_fd(1);
    int ready = add_handle(ready_fd);
    result(iteration_us(), "us", "evloop: iteration, 1 ready fd of %d", population);

    int extra_fd = new_fd(0);
    for (int i = 0; i < 100; i++) {
        double start = seconds();
        int extra = add_handle(extra_fd);
        virEventRemoveHandle(extra);
        sample(&adding, (seconds() - start) * 1e6);
        iterate();
    }
    result(median(&adding), "us", "evloop: add and remove a handle, %d present", population);

    virEventRemoveHandle(ready);
    for (int i = 0; i < population; i++)
        virEventRemoveHandle(watches[i]);
    settle();
    close(ready_fd);
    close(extra_fd);
    for (int i = 0; i < population; i++)
        close(fds[i]);
    free(fds);
    free(watches);
}

static void timers(int population)
{
    int *ids = calloc((size_t)population, sizeof(int));

    for (int i = 0; i < population; i++)
        ids[i] = add_timer(HOUR_MS + i);
    int due = add_timer(0);
    result(iteration_us(), "us", "evloop: iteration, 1 due timer of %d", population);
    virEventRemoveTimeout(due);
    for (int i = 0; i < population; i++)
        virEventRemoveTimeout(ids[i]);
    settle();
    free(ids);
}

static atomic_bool loop_ends, woken;
static double woken_at;

static void on_wake(int timer, void *opaque)
{
    (void)opaque;
    virEventUpdateTimeout(timer, -1);
    woken_at = seconds();
    woken = true;
}

static void *run_loop(void *unused)
{
    while (!loop_ends)
        iterate();
    return unused;
}

static void wake(int timer)
{
    woken = false;
    virEventUpdateTimeout(timer, 0);
    while (!woken)
        sched_yield();
}

/* From a call on this thread until the callback runs on the loop's. */
static void wakeups(int population)
{
    int *fds = calloc((size_t)population, sizeof(int));
    int *watches = calloc((size_t)population, sizeof(int));
    struct samples samples = {0};
    pthread_t loop;

    for (int i = 0; i < population; i++) {
        fds[i] = new_fd(0);
        watches[i] = add_handle(fds[i]);
    }
    int timer = virEventAddTimeout(-1, on_wake, NULL, NULL);
    loop_ends = false;
    require(pthread_create(&loop, NULL, run_loop, NULL) == 0, "pthread_create");
    for (int i = 0; i < MAX_SAMPLES; i++) {
        usleep(1000); /* until the loop waits again */
        double start = seconds();
        wake(timer);
        sample(&samples, (woken_at - start) * 1e6);
    }
    loop_ends = true;
    virEventUpdateTimeout(timer, 0);
    pthread_join(loop, NULL);
    result(median(&samples), "us", "evloop: wake-up from another thread, %d idle fds", population);

    virEventRemoveTimeout(timer);
    for (int i = 0; i < population; i++)
        virEventRemoveHandle(watches[i]);
    settle();
    for (int i = 0; i < population; i++)
        close(fds[i]);
    free(fds);
    free(watches);
}

int main(void)
{
    struct rlimit files = {.rlim_cur = 20000, .rlim_max = 20000};
    struct rlimit now;

    require(getrlimit(RLIMIT_NOFILE, &now) == 0, "getrlimit");
    if (now.rlim_max > files.rlim_max)
        files.rlim_max = now.rlim_max;
    require(setrlimit(RLIMIT_NOFILE, &files) == 0, "20000 open files");
    require(virEventRegisterDefaultImpl() == 0, "virEventRegisterDefaultImpl");
    for (int i = 0; i < N_POPULATIONS; i++)
        handles(POPULATIONS[i]);
    for (int i = 0; i < N_POPULATIONS; i++)
        timers(POPULATIONS[i]);
    wakeups(0);
    wakeups(1000);
    return 0;
}
