/* fork-threads.c - forks while other threads are busy in the default loop: every child has a loop that works. */
#define _GNU_SOURCE
#include "../common.h"

#include <pthread.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

/* Children for each of the rounds that OXVIRT_TEST_ROUNDS asks for. */
enum { THREADS = 3, CHILDREN = 60, TIME_LIMIT = 20 };

static atomic_int stop, called;

static void on_timeout(int timer UNUSED, void *opaque UNUSED) { atomic_fetch_add(&called, 1); }

static void *be_busy(void *unused)
{
    int timer = virEventAddTimeout(-1, on_timeout, NULL, NULL);

    while (!atomic_load(&stop)) {
        virEventUpdateTimeout(timer, 1000000);
        virEventUpdateTimeout(timer, -1);
    }
    virEventRemoveTimeout(timer);
    return unused;
}

/* A child: its own timer is called by its own loop. */
static void child(void)
{
    int timer;

    alarm(TIME_LIMIT);
    signal(SIGALRM, SIG_DFL);
    atomic_store(&called, 0);
    timer = virEventAddTimeout(0, on_timeout, NULL, NULL);
    for (int i = 0; i < 10 && atomic_load(&called) == 0; i++)
        virEventRunDefaultImpl();
    _exit(timer > 0 && atomic_load(&called) > 0 ? 0 : 1);
}

int main(void)
{
    const char *rounds = getenv("OXVIRT_TEST_ROUNDS");
    int children = CHILDREN * (rounds ? atoi(rounds) : 1);
    pthread_t threads[THREADS];
    int good = 0;

    begin();
    virEventRegisterDefaultImpl();
    for (int i = 0; i < THREADS; i++) {
        if (pthread_create(&threads[i], NULL, be_busy, NULL))
            return 2;
    }
    for (int i = 0; i < children; i++) {
        int status;
        pid_t pid = fork();

        if (pid == 0)
            child();
        if (pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0)
            good++;
    }
    atomic_store(&stop, 1);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    printf("%d of %d children\n", good, children);
    return good == children ? 0 : 1;
}
