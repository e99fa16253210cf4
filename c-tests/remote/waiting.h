/* A daemon to be stopped, and threads that wait for it. */

#ifndef WAITING_H
#define WAITING_H

#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static atomic_int waiting_thread;

/* Sends a signal to the daemon whose process id is written in the folder of the test. */
static UNUSED void signal_daemon(int number)
{
    char path[4096];
    FILE *file;
    int pid = 0;

    snprintf(path, sizeof(path), "%s/pid", work_folder);
    file = fopen(path, "r");
    check(file && fscanf(file, "%d", &pid) == 1 && pid > 1, "the daemon's process id");
    fclose(file);
    check(kill(pid, number) == 0, "a signal");
}

/* For the thread that wait_until_it_sleeps() is about. */
static UNUSED void say_who_waits(void) { waiting_thread = syscall(SYS_gettid); }

/* Returns when the thread waits for the daemon, or for another thread that does. */
static UNUSED void wait_until_it_sleeps(void)
{
    time_t end = time(NULL) + 30;
    char path[100];

    for (;;) {
        long number = -1;
        FILE *file = NULL;

        if (waiting_thread) {
            snprintf(path, sizeof(path), "/proc/self/task/%d/syscall", waiting_thread);
            file = fopen(path, "r");
        }
        if (file) {
            if (fscanf(file, "%ld", &number) != 1)
                number = -1;
            fclose(file);
        }
        if (number == SYS_poll || number == SYS_ppoll || number == SYS_futex)
            return;
        check(time(NULL) < end, "a thread that waits");
        sched_yield();
    }
}

/* The socket of this process that is connected to one that has a name. */
static UNUSED int connected_socket(void)
{
    int fd;

    for (fd = 3; fd < 100; fd++) {
        struct sockaddr_un peer = { 0 };
        socklen_t length = sizeof(peer);

        if (getpeername(fd, (struct sockaddr *)&peer, &length) == 0 && peer.sun_family == AF_UNIX && peer.sun_path[0])
            return fd;
    }
    check(0, "a connected socket");
    return -1;
}

/* Returns when the daemon has ended the connection. */
static UNUSED void wait_for_the_end(void)
{
    struct pollfd it = { .fd = connected_socket(), .events = POLLRDHUP };

    check(poll(&it, 1, 30000) == 1 && (it.revents & (POLLHUP | POLLRDHUP)), "the daemon's end");
}

#endif
