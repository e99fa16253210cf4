/* load.c - what the library costs a process that loads it: time, shared objects, memory.
 *
 * Not linked with libvirt. Each sample is a fresh child, which loads the library by name.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

enum { CHILDREN = 40 };

/* What one child found out. */
struct cost {
    double load_s;
    double open_s;
    int objects;
    long rss_kib;
};

static int count_object(struct dl_phdr_info *info, size_t size, void *count)
{
    (void)info, (void)size;
    ++*(int *)count;
    return 0;
}

static int objects(void)
{
    int count = 0;

    dl_iterate_phdr(count_object, &count);
    return count;
}

/* Resident memory of this process. */
static long rss_kib(void)
{
    char line[256];
    long kib = 0;
    FILE *status = fopen("/proc/self/status", "re");

    require(status != NULL, "/proc/self/status");
    while (fgets(line, sizeof(line), status))
        if (sscanf(line, "VmRSS: %ld", &kib) == 1)
            break;
    fclose(status);
    return kib;
}

static struct cost measure(void)
{
    struct cost cost = {0};
    int objects_before = objects();
    long rss_before = rss_kib();

    double start = seconds();
    void *library = dlopen("libvirt.so.0", RTLD_NOW);
    cost.load_s = seconds() - start;
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        exit(1);
    }
    int (*initialize)(void) = (int (*)(void))dlsym(library, "virInitialize");
    void *(*open)(const char *) = (void *(*)(const char *))dlsym(library, "virConnectOpen");
    require(initialize && open && initialize() == 0, "virInitialize");
    cost.objects = objects() - objects_before;
    cost.rss_kib = rss_kib() - rss_before;

    start = seconds();
    void *connection = open("test:///default");
    cost.open_s = seconds() - start;
    require(connection != NULL, "virConnectOpen");
    return cost;
}

static struct cost in_a_child(void)
{
    struct cost cost;
    int channel[2];

    require(pipe(channel) == 0, "pipe");
    pid_t child = fork();
    require(child >= 0, "fork");
    if (child == 0) {
        cost = measure();
        _exit(write(channel[1], &cost, sizeof(cost)) != sizeof(cost));
    }
    close(channel[1]);
    require(read(channel[0], &cost, sizeof(cost)) == sizeof(cost), "child");
    close(channel[0]);
    waitpid(child, NULL, 0);
    return cost;
}

int main(void)
{
    struct samples load = {0}, open = {0}, rss = {0};
    struct cost cost = {0};

    for (int i = 0; i < CHILDREN; i++) {
        cost = in_a_child();
        sample(&load, cost.load_s * 1e3);
        sample(&open, cost.open_s * 1e3);
        sample(&rss, (double)cost.rss_kib);
    }
    result(cost.objects, "objects", "load: shared objects");
    result(median(&load), "ms", "load: dlopen");
    result(median(&rss), "KiB", "load: resident memory after virInitialize");
    result(median(&open), "ms", "load: first virConnectOpen of test:///default");
    return 0;
}
