/* Delivery of domain events seen from several threads: on which thread callbacks and free functions run, that
 * deregistering does not wait for a callback that is running, and the order of events that two threads cause. */

#define _GNU_SOURCE
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <time.h>

#include "common.h"

enum { EVENTS = 200 };

static virConnectPtr conn;
static virDomainPtr doms[2];
static pthread_t loop_thread;
static atomic_int stop, heard[2], disorder;
static int last[2];

/* One callback that waits inside, until it is told to go on. */
static sem_t entered, go_on, left;
static atomic_int waits, running;

static int on_loop(void) { return pthread_equal(pthread_self(), loop_thread) != 0; }

/* Waits for a semaphore; ends the test if nothing comes. */
static void await(sem_t *sem, const char *what)
{
    struct timespec deadline;

    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_sec += 30;
    if (sem_timedwait(sem, &deadline) < 0) {
        fprintf(stderr, "did not come: %s\n", what);
        exit(1);
    }
}

static void *run_loop(void *opaque UNUSED)
{
    loop_thread = pthread_self();
    sem_post(&left);
    while (!atomic_load(&stop))
        virEventRunDefaultImpl();
    return NULL;
}

static int timer;
static sem_t woken;

static void wake(int number, void *opaque UNUSED)
{
    virEventUpdateTimeout(number, -1);
    sem_post(&woken);
}

/* Waits until the loop has done all that it has to do now: two rounds, as the first may have begun before. */
static void settle(void)
{
    int i;

    for (i = 0; i < 2; i++) {
        virEventUpdateTimeout(timer, 0);
        await(&woken, "a round of the loop");
    }
}

static sem_t all_heard;

/* Tells the events of one domain after the other: suspended (3) and resumed (4) take turns. */
static int count(virConnectPtr c UNUSED, virDomainPtr d, int event, int detail UNUSED, void *opaque UNUSED)
{
    int which = strcmp(virDomainGetName(d), "delivery1") == 0;

    if (!on_loop() || event == last[which])
        atomic_fetch_add(&disorder, 1);
    last[which] = event;
    if (atomic_fetch_add(&heard[which], 1) == EVENTS - 1)
        sem_post(&all_heard);
    return 0;
}

static int hold(virConnectPtr c UNUSED, virDomainPtr d UNUSED, int event, int detail UNUSED, void *opaque)
{
    printf("  %s: event %d, on the loop's thread %d\n", (const char *)opaque, event, on_loop());
    if (atomic_exchange(&waits, 0)) {
        atomic_store(&running, 1);
        sem_post(&entered);
        await(&go_on, "the sign to go on");
        atomic_store(&running, 0);
        printf("  %s goes on\n", (const char *)opaque);
    }
    return 0;
}

static int other(virConnectPtr c UNUSED, virDomainPtr d UNUSED, int event UNUSED, int detail UNUSED, void *opaque)
{
    printf("  %s is called\n", (const char *)opaque);
    return 0;
}

/* The last callback of every round here: says that the round has come to its end. */
static int finish(virConnectPtr c UNUSED, virDomainPtr d UNUSED, int event UNUSED, int detail UNUSED,
                  void *opaque UNUSED)
{
    sem_post(&left);
    return 0;
}

static atomic_int frees;
static sem_t freed;

static void on_free(void *opaque)
{
    printf("  free %s: on the loop's thread %d, while a callback is running %d\n", (const char *)opaque, on_loop(),
           atomic_load(&running));
    atomic_fetch_add(&frees, 1);
    sem_post(&freed);
}

static int add(int (*function)(virConnectPtr, virDomainPtr, int, int, void *), const char *name)
{
    return virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                            VIR_DOMAIN_EVENT_CALLBACK(function), (void *)name, on_free);
}

static void change(int which)
{
    static int paused[2];

    if ((paused[which] ? virDomainResume(doms[which]) : virDomainSuspend(doms[which])) < 0)
        printf("change: %s\n", virGetLastErrorMessage());
    paused[which] = !paused[which];
}

static void *change_often(void *opaque)
{
    int i;

    for (i = 0; i < EVENTS; i++)
        change(opaque != NULL);
    return NULL;
}

static void order(void)
{
    pthread_t threads[2];
    int number, i;

    title("two threads cause events of a domain each, a third delivers them");
    number = result("register", virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                                 VIR_DOMAIN_EVENT_CALLBACK(count), NULL, NULL));
    for (i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, change_often, i ? (void *)1 : NULL);
    for (i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    /* A daemon may tell of the last after it has answered the call. */
    for (i = 0; i < 2; i++)
        await(&all_heard, "all events of a domain");
    settle();
    printf("events: %d and %d\n", atomic_load(&heard[0]), atomic_load(&heard[1]));
    printf("out of order, lost, or on another thread: %d\n", atomic_load(&disorder));
    result("deregister", virConnectDomainEventDeregisterAny(conn, number));
}

/* Starts a delivery that stays inside the callback `name`. */
static int start_and_hold(const char *name)
{
    int number = result("register", add(hold, name));

    atomic_store(&waits, 1);
    change(0);
    await(&entered, "the callback");
    return number;
}

static void running_elsewhere(void)
{
    int held, behind, last_one, before, idle;

    title("deregistering does not wait for a callback that runs on another thread");
    held = start_and_hold("held");
    change(0);
    result("deregister the one that is running", virConnectDomainEventDeregisterAny(conn, held));
    printf("the callback is still running: %d, freed: %d\n", atomic_load(&running), atomic_load(&frees));
    result("once more", virConnectDomainEventDeregisterAny(conn, held));
    sem_post(&go_on);
    await(&freed, "the free function");
    settle();

    title("what is deregistered during a delivery elsewhere is not called, and freed after it");
    before = atomic_load(&frees);
    held = start_and_hold("held");
    behind = result("register behind it", add(other, "behind"));
    last_one = result("register the last", add(finish, "last"));
    change(0);
    result("deregister behind", virConnectDomainEventDeregisterAny(conn, behind));
    printf("freed: %d\n", atomic_load(&frees) - before);
    sem_post(&go_on);
    await(&left, "the end of the round");
    await(&freed, "the free function");
    settle();

    title("with no delivery going on it is freed inside the call");
    idle = result("register", add(other, "idle"));
    before = atomic_load(&frees);
    result("deregister", virConnectDomainEventDeregisterAny(conn, idle));
    printf("freed: %d\n", atomic_load(&frees) - before);
    sem_wait(&freed);
    result("deregister held", virConnectDomainEventDeregisterAny(conn, held));
    result("deregister last", virConnectDomainEventDeregisterAny(conn, last_one));
    sem_wait(&freed);
    sem_wait(&freed);
}

static void closing(void)
{
    virConnectPtr second = virConnectOpen("test:///default");
    int number;

    title("a connection that is closed while its callback runs");
    number = result("register", virConnectDomainEventRegisterAny(second, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                                 VIR_DOMAIN_EVENT_CALLBACK(hold), "closing", on_free));
    atomic_store(&waits, 1);
    change(1);
    await(&entered, "the callback");
    /* The handle that the callback has got is a reference too. */
    printf("references are left: %d\n", virConnectClose(second) > 0);
    result("deregister", virConnectDomainEventDeregisterAny(second, number));
    sem_post(&go_on);
    await(&freed, "the free function");
    settle();
}

int main(void)
{
    pthread_t thread;
    int i;

    begin();
    sem_init(&woken, 0, 0);
    sem_init(&entered, 0, 0);
    sem_init(&go_on, 0, 0);
    sem_init(&left, 0, 0);
    sem_init(&freed, 0, 0);
    virEventRegisterDefaultImpl();
    timer = virEventAddTimeout(-1, wake, NULL, NULL);
    conn = virConnectOpen("test:///default");
    if (!conn)
        return 2;
    for (i = 0; i < 2; i++) {
        char xml[200];

        snprintf(xml, sizeof(xml), "<domain type='test'><name>delivery%d</name><memory>1024</memory>"
                                   "<os><type>hvm</type></os></domain>", i);
        doms[i] = virDomainDefineXML(conn, xml);
        if (!doms[i] || virDomainCreate(doms[i]) < 0)
            return 2;
    }
    pthread_create(&thread, NULL, run_loop, NULL);
    await(&left, "the loop's thread");
    order();
    running_elsewhere();
    closing();
    atomic_store(&stop, 1);
    virEventUpdateTimeout(timer, 0);
    pthread_join(thread, NULL);
    for (i = 0; i < 2; i++)
        virDomainFree(doms[i]);
    CALL(virConnectClose(conn));
    virEventRemoveTimeout(timer);
    return 0;
}
