/* unload.c - loads and unloads libvirt.so.0 many times, as a plugin does, while threads call into it. Not linked with
 * the library. Arguments: how many times; then, if wanted, a URI and the XML of a domain that runs meanwhile, so that
 * the library has threads of its own. Prints what is left at the end: file descriptors and threads. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <libvirt/libvirt.h>

#define THREADS 4

/* The functions that are used, found anew after each loading. */
struct functions {
    int (*initialize)(void);
    int (*version)(unsigned long *, const char *, unsigned long *);
    int (*register_loop)(void);
    int (*run_loop)(void);
    virConnectPtr (*open)(const char *);
    int (*close)(virConnectPtr);
    virDomainPtr (*lookup)(virConnectPtr, const char *);
    int (*suspend)(virDomainPtr);
    int (*resume)(virDomainPtr);
    int (*free_domain)(virDomainPtr);
    int (*add)(virConnectPtr, virDomainPtr, int, virConnectDomainEventGenericCallback, void *, virFreeCallback);
    int (*remove)(virConnectPtr, int);
    virDomainPtr (*create)(virConnectPtr, const char *, unsigned int);
    int (*destroy)(virDomainPtr);
};

static atomic_int stop, failures, calls, events;

static void require(int ok, const char *what)
{
    if (!ok) {
        fprintf(stderr, "failed: %s: %s\n", what, dlerror());
        exit(1);
    }
}

/* How many entries a folder of /proc/self has. */
static int count(const char *path)
{
    DIR *folder = opendir(path);
    int found = 0;

    require(folder != NULL, path);
    while (readdir(folder))
        found++;
    closedir(folder);
    return found;
}

static void *load(struct functions *f)
{
    void *library = dlopen("libvirt.so.0", RTLD_NOW | RTLD_LOCAL);

    require(library != NULL, "dlopen");
#define FIND(member, name) require((*(void **)&f->member = dlsym(library, name)) != NULL, name)
    FIND(initialize, "virInitialize");
    FIND(version, "virGetVersion");
    FIND(register_loop, "virEventRegisterDefaultImpl");
    FIND(run_loop, "virEventRunDefaultImpl");
    FIND(open, "virConnectOpen");
    FIND(close, "virConnectClose");
    FIND(lookup, "virDomainLookupByName");
    FIND(suspend, "virDomainSuspend");
    FIND(resume, "virDomainResume");
    FIND(free_domain, "virDomainFree");
    FIND(add, "virConnectDomainEventRegisterAny");
    FIND(remove, "virConnectDomainEventDeregisterAny");
    FIND(create, "virDomainCreateXML");
    FIND(destroy, "virDomainDestroy");
    return library;
}

/* Loads, uses and unloads the library over and over, like a plugin of its own. */
static void *use(void *unused)
{
    while (!atomic_load(&stop)) {
        struct functions f;
        void *library = load(&f);
        virConnectPtr conn = f.open("test:///default");
        virDomainPtr dom = conn ? f.lookup(conn, "test") : NULL;

        if (!dom || f.free_domain(dom) < 0)
            atomic_fetch_add(&failures, 1);
        if (conn && f.close(conn) < 0)
            atomic_fetch_add(&failures, 1);
        require(dlclose(library) == 0, "dlclose");
        atomic_fetch_add(&calls, 1);
    }
    return unused;
}

static int on_event(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)dom, (void)event, (void)detail, (void)opaque;
    atomic_fetch_add(&events, 1);
    return 0;
}

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 100;
    int fds, threads_before;
    pthread_t threads[THREADS];
    struct functions f;
    Dl_info info;
    void *library;
    virConnectPtr guest_conn = NULL;
    virDomainPtr guest = NULL;

    /* Once before counting: what the library keeps as long as the process lives. */
    library = load(&f);
    require(dladdr((void *)f.version, &info) != 0, "dladdr");
    fprintf(stderr, "library: %s\n", info.dli_fname);
    require(f.initialize() == 0 && f.register_loop() == 0, "initialize");
    require(f.close(f.open("test:///default")) == 0, "open and close");
    if (argc > 3)
        require(f.close(f.open(argv[2])) == 0, "open and close");
    require(dlclose(library) == 0, "dlclose");
    fds = count("/proc/self/fd");
    threads_before = count("/proc/self/task");

    if (argc > 3) {
        library = load(&f);
        guest_conn = f.open(argv[2]);
        guest = guest_conn ? f.create(guest_conn, argv[3], 0) : NULL;
        require(guest != NULL, "guest");
        require(dlclose(library) == 0, "dlclose");
        printf("with a guest: %s\n", count("/proc/self/task") > threads_before ? "threads of the library" : "no threads");
    }
    for (int i = 0; i < THREADS; i++)
        require(pthread_create(&threads[i], NULL, use, NULL) == 0, "thread");
    for (int i = 0; i < rounds; i++) {
        virConnectPtr conn;
        virDomainPtr dom;
        int id;

        library = load(&f);
        conn = f.open("test:///default");
        dom = conn ? f.lookup(conn, "test") : NULL;
        require(dom != NULL, "domain");
        id = f.add(conn, dom, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, NULL);
        require(id >= 0, "registration");
        require(f.suspend(dom) == 0 && f.resume(dom) == 0, "suspend and resume");
        require(f.run_loop() == 0, "loop");
        require(f.remove(conn, id) == 0, "deregistration");
        /* What is removed is freed by a later turn, which lets the connection go. */
        require(f.run_loop() == 0 && f.free_domain(dom) == 0, "loop");
        f.close(conn);
        require(dlclose(library) == 0, "dlclose");
    }
    atomic_store(&stop, 1);
    for (int i = 0; i < THREADS; i++)
        require(pthread_join(threads[i], NULL) == 0, "join");
    if (guest) {
        library = load(&f);
        require(f.destroy(guest) == 0 && f.free_domain(guest) == 0 && f.close(guest_conn) == 0, "end of the guest");
        require(dlclose(library) == 0, "dlclose");
        /* The last thread of the library ends a moment after its last guest. */
        for (int i = 0; i < 5000 && count("/proc/self/task") > threads_before; i++)
            usleep(1000);
    }

    printf("rounds %d, events %d, calls in threads %s, failures %d\n", rounds, atomic_load(&events),
           atomic_load(&calls) > rounds / 10 ? "many" : "few", atomic_load(&failures));
    printf("file descriptors left: %d, threads left: %d\n", count("/proc/self/fd") - fds,
           count("/proc/self/task") - threads_before);
    return 0;
}
