/* event-test.c - causes every kind of domain event, and prints each as it comes.
 *
 * A test of the library that a newcomer can run and read. `event-test --help`
 * says how. The files:
 *
 *   event-test.c  options, set-up and clean-up
 *   steps.c       what is done, which events it must cause
 *   events.c      callbacks, event loop, counting
 *   names.c       names of events and their details
 *   guest.c       the domain, and commands to the guest in it
 *   rfb.c         the VNC client that makes graphics events
 *   nbd.c         the disk that makes I/O errors
 *   sandbox.c     the temporary folder, and what must not outlive the program
 *   wait.c        deadlines, SIGINT, the limit on the whole run
 *
 * Two runs print the same on stdout, whichever library they use, but for:
 *
 *   - `reboot` lines: one or more for a reset, as the firmware resets once more;
 *   - the number in `rtc-change: offset N s`: 3600, give or take what passes while
 *     the guest's clock stands still, or that less a day shortly before midnight;
 *   - ports in `graphics` lines.
 *
 * Causes, marked by "> ", are printed before the call, and the next one only
 * after all events of the one before: so the order of the lines does not depend
 * on whether an event or the return of the call comes first.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <grp.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include "events.h"
#include "guest.h"
#include "nbd.h"
#include "sandbox.h"
#include "steps.h"
#include "wait.h"

enum {
    EXIT_ALL = 0,
    EXIT_MISSING = 1,
    EXIT_CANNOT_RUN = 2,

    GRACE_S = 30, /* for the clean-up after an interruption */
    DEFAULT_LIMIT_S = 120,
};

struct options {
    const char *uri;
    const char *root;
    const char *guests;
    const char *emulator;
    const char *qemu_nbd;
    const char *user;
    int limit_s;
};

/* Global for the sake of the guard's last resort only. */
static struct sandbox box;

static int libvirt_failed(const char *function)
{
    fprintf(stderr, "%s: %s\n", function, virGetLastErrorMessage());
    return -1;
}

static int system_failed(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    return -1;
}

static void ignore_error(void *opaque, virErrorPtr error)
{
    (void)opaque, (void)error;
}

/* Which library this is goes to stderr: stdout is for comparing libraries. */
static void print_library(void)
{
    Dl_info info;
    unsigned long version = 0;
    void *function = dlsym(RTLD_DEFAULT, "virGetVersion");
    char *file = function && dladdr(function, &info) ? realpath(info.dli_fname, NULL) : NULL;

    virGetVersion(&version, NULL, NULL);
    fprintf(stderr, "library: %s, version %lu.%lu.%lu\n", file ? file : "unknown",
            version / 1000000, version / 1000 % 1000, version % 1000);
    free(file);
}

static void print_hypervisor(virConnectPtr conn)
{
    unsigned long version = 0;
    const char *type = virConnectGetType(conn);

    virConnectGetVersion(conn, &version);
    fprintf(stderr, "hypervisor: %s, version %lu.%lu.%lu\n", type ? type : "unknown",
            version / 1000000, version / 1000 % 1000, version % 1000);
}

static void last_resort(void)
{
    sandbox_remove(&box);
}

static int become_user(const char *name)
{
    struct passwd *user = getpwnam(name);

    if (!user) {
        fprintf(stderr, "no user %s\n", name);
        return -1;
    }
    if (initgroups(name, user->pw_gid) < 0 || setgid(user->pw_gid) < 0 ||
        setuid(user->pw_uid) < 0)
        return system_failed(name);
    return 0;
}

/* The embedded driver of an ordinary user keeps some state apart from its root. */
static void keep_home_clean(void)
{
    static const char *const variables[] = {"XDG_CACHE_HOME", "XDG_CONFIG_HOME",
                                            "XDG_RUNTIME_DIR"};

    for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++)
        setenv(variables[i], box.root, 1);
}

/* Connects and does all steps. Returns the exit status. */
static int connect_and_run(const struct options *options, const char *uri, bool simulated)
{
    struct test test = {
        .emulator = options->emulator,
        .box = &box,
        .serial = -1,
        .viewer = -1,
    };
    int status = EXIT_CANNOT_RUN;

    fprintf(stderr, "connecting to %s\n", uri);
    test.conn = virConnectOpen(uri);
    if (!test.conn) {
        libvirt_failed("virConnectOpen");
        return status;
    }
    print_hypervisor(test.conn);
    if (events_register(test.conn, GUEST_NAME) < 0)
        libvirt_failed("virConnectDomainEventRegisterAny");
    else
        status = steps_run(&test, simulated) ? EXIT_ALL : EXIT_MISSING;

    steps_clean_up(&test);
    events_deregister(test.conn);
    virConnectClose(test.conn);
    return status;
}

/* The guest's image, opened, or -1 after a message: what a QEMU needs is checked
 * before anything is made.
 */
static int open_guest(const struct options *options)
{
    char guest[4096];

    if (access(options->emulator, X_OK) < 0) {
        system_failed(options->emulator);
        fprintf(stderr, "without QEMU, try --uri test:///default\n");
        return -1;
    }
    snprintf(guest, sizeof(guest), "%s/command.img", options->guests);
    int fd = open(guest, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        system_failed(guest);
        fprintf(stderr, "guests/build.sh makes it; --guests says where it is\n");
    }
    return fd;
}

/* Sets everything up, runs, and returns the exit status; run() tears down. */
static int run_in_sandbox(const struct options *options, bool simulated, int guest_fd)
{
    char embed_uri[4200];

    if (sandbox_create(&box, options->root, guest_fd) < 0)
        return EXIT_CANNOT_RUN;
    if (geteuid() != 0)
        keep_home_clean();
    if (!simulated) {
        box.nbd = nbd_start(options->qemu_nbd, box.work);
        if (box.nbd < 0) {
            system_failed(options->qemu_nbd);
            return EXIT_CANNOT_RUN;
        }
    }
    snprintf(embed_uri, sizeof(embed_uri), "qemu:///embed?root=%s", box.root);

    virSetErrorFunc(NULL, ignore_error); /* errors are printed where they are handled */
    if (events_start_loop() < 0)
        return EXIT_CANNOT_RUN;
    if (simulated)
        printf("simulated: the test driver has no guests, and only some kinds of event\n");
    int status = connect_and_run(options, options->uri ? options->uri : embed_uri, simulated);
    events_stop_loop();
    return status;
}

static int run(const struct options *options)
{
    bool simulated = options->uri && strncmp(options->uri, "test:", 5) == 0;
    int guest_fd = -1;

    /* As the user who started us: the image may be in a private folder. */
    if (!simulated && (guest_fd = open_guest(options)) < 0)
        return EXIT_CANNOT_RUN;
    if (options->user && become_user(options->user) < 0)
        return EXIT_CANNOT_RUN;
    if (guard_start(options->limit_s, GRACE_S, last_resort) < 0) {
        system_failed("guard");
        return EXIT_CANNOT_RUN;
    }

    int status = run_in_sandbox(options, simulated, guest_fd);
    sandbox_remove(&box);
    if (guest_fd >= 0)
        close(guest_fd);
    return guard_stopped() ? EXIT_MISSING : status;
}

static void print_help(void)
{
    printf(
        "usage: event-test [OPTION]...\n"
        "\n"
        "Starts a small guest, makes it and the world around it cause every kind of\n"
        "domain event libvirt has known since 0.8.0, and prints each as it comes:\n"
        "lifecycle, reboot, clock change, watchdog, I/O error, and graphics.\n"
        "\n"
        "The QEMU driver runs inside this process (qemu:///embed), with its state in\n"
        "a temporary folder, and QEMU emulates: no daemon, root or KVM is needed.\n"
        "Nothing is left behind, also after an interruption.\n"
        "\n"
        "  --guests DIR      folder with command.img, made by guests/build.sh\n"
        "                    (default: build/guests)\n"
        "  --emulator PATH   the QEMU to run (default: /usr/bin/qemu-system-x86_64)\n"
        "  --qemu-nbd PATH   serves the disk that fails (default: qemu-nbd, in PATH)\n"
        "  --root DIR        root folder of the embedded driver; it is kept, logs and\n"
        "                    all (default: a temporary one)\n"
        "  --uri URI         connect to this instead of the embedded driver. With\n"
        "                    test:///default no guest is needed; of the events only\n"
        "                    the test driver's are caused then\n"
        "  --user NAME       become this user first, if started by root\n"
        "  --timeout SECONDS give up after this time (default: %d)\n"
        "  --help            print this and exit\n"
        "\n"
        "Lines on stdout:\n"
        "  > CAUSE           what is done now\n"
        "  KIND: DETAILS     an event\n"
        "  N of M kinds of event received    the last line. A kind is a type of\n"
        "                    lifecycle event, a phase of a graphics client, or any\n"
        "                    other event.\n"
        "On stderr: which library this is, and errors.\n"
        "\n"
        "Exit status: %d if all kinds were received and no step failed, %d if not,\n"
        "%d if the test could not be run.\n",
        DEFAULT_LIMIT_S, EXIT_ALL, EXIT_MISSING, EXIT_CANNOT_RUN);
}

/* Fills `options`. Returns -1, or the exit status if there is nothing to run. */
static int parse_options(struct options *options, int argc, char **argv)
{
    static const struct option known[] = {
        {"guests", required_argument, NULL, 'g'},   {"emulator", required_argument, NULL, 'e'},
        {"qemu-nbd", required_argument, NULL, 'n'}, {"root", required_argument, NULL, 'r'},
        {"uri", required_argument, NULL, 'u'},      {"user", required_argument, NULL, 'U'},
        {"timeout", required_argument, NULL, 't'},  {"help", no_argument, NULL, 'h'},
        {0},
    };
    int option;

    while ((option = getopt_long(argc, argv, "", known, NULL)) != -1) {
        switch (option) {
        case 'g': options->guests = optarg; break;
        case 'e': options->emulator = optarg; break;
        case 'n': options->qemu_nbd = optarg; break;
        case 'r': options->root = optarg; break;
        case 'u': options->uri = optarg; break;
        case 'U': options->user = optarg; break;
        case 't': options->limit_s = atoi(optarg); break;
        case 'h': print_help(); return EXIT_ALL;
        default: return EXIT_CANNOT_RUN; /* getopt_long() said why */
        }
    }
    if (optind < argc || options->limit_s <= 0) {
        fprintf(stderr, "event-test: wrong usage, see --help\n");
        return EXIT_CANNOT_RUN;
    }
    return -1;
}

int main(int argc, char **argv)
{
    struct options options = {
        .guests = "build/guests",
        .emulator = "/usr/bin/qemu-system-x86_64",
        .qemu_nbd = "qemu-nbd",
        .limit_s = DEFAULT_LIMIT_S,
    };

    int status = parse_options(&options, argc, argv);
    if (status >= 0)
        return status;
    setvbuf(stdout, NULL, _IOLBF, 0); /* every event at once, also into a pipe */
    print_library();
    return run(&options);
}
