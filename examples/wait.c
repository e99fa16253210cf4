/* wait.c - see wait.h. */
#define _GNU_SOURCE
#include "wait.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

static struct {
    int stop_fd; /* readable, and never read, once the guard said stop */
    int limit_s;
    int grace_s;
    void (*last_resort)(void);
    atomic_bool stopped;
} guard = {.stop_fd = -1};

int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void guarded_signals(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGHUP);
}

/* Waits for one of the signals: its number, or 0 after `seconds`. */
static int wait_signal(int seconds)
{
    int64_t deadline = now_ms() + (int64_t)seconds * 1000;
    sigset_t set;

    guarded_signals(&set);
    for (;;) {
        int64_t left = deadline - now_ms();
        struct timespec timeout = {0};

        if (left > 0) {
            timeout.tv_sec = left / 1000;
            timeout.tv_nsec = left % 1000 * 1000000;
        }
        int number = sigtimedwait(&set, NULL, &timeout);
        if (number > 0)
            return number;
        if (errno == EAGAIN)
            return 0;
    }
}

static void *guard_thread(void *unused)
{
    (void)unused;
    int number = wait_signal(guard.limit_s);

    if (number)
        fprintf(stderr, "%s: cleaning up\n", strsignal(number));
    else
        fprintf(stderr, "not finished after %d seconds: cleaning up\n", guard.limit_s);
    guard.stopped = true;
    eventfd_write(guard.stop_fd, 1);

    wait_signal(guard.grace_s);
    fprintf(stderr, "a library call does not return: ending without it\n");
    guard.last_resort();
    _exit(1);
}

int guard_start(int limit_s, int grace_s, void (*last_resort)(void))
{
    pthread_t thread;
    sigset_t set;

    guard.limit_s = limit_s;
    guard.grace_s = grace_s;
    guard.last_resort = last_resort;
    guard.stop_fd = eventfd(0, EFD_CLOEXEC);
    if (guard.stop_fd < 0)
        return -1;
    guarded_signals(&set);
    errno = pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (errno == 0)
        errno = pthread_create(&thread, NULL, guard_thread, NULL);
    if (errno != 0)
        return -1;
    pthread_detach(thread);
    return 0;
}

bool guard_stopped(void)
{
    return guard.stopped;
}

int wait_readable(int fd, int64_t deadline_ms)
{
    for (;;) {
        struct pollfd fds[] = {
            {.fd = fd, .events = POLLIN},
            {.fd = guard.stop_fd, .events = POLLIN},
        };
        int64_t left = deadline_ms - now_ms();

        int ready = poll(fds, 2, left > 0 ? (int)left : 0);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready < 0)
            return -1;
        if (fds[1].revents) {
            errno = ECANCELED;
            return -1;
        }
        return fds[0].revents != 0;
    }
}
