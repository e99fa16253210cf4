/* watch.c - prints every lifecycle event of a connection until interrupted.
 *
 * Shows the order of things in a program that wants events: event loop first,
 * then the connection, then the callbacks, then run the loop.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include "names.h"

static int signal_pipe[2];
static bool interrupted;

/* A signal handler may not do much: it writes to a pipe, and the loop sees that. */
static void on_signal(int number)
{
    int saved = errno;

    (void)number;
    if (write(signal_pipe[1], "", 1) < 0) /* full: a signal is waiting already */
        errno = saved;
}

static void on_signal_pipe(int watch, int fd, int events, void *opaque)
{
    (void)watch, (void)fd, (void)events, (void)opaque;
    interrupted = true;
}

static int on_lifecycle(virConnectPtr conn, virDomainPtr dom, int event, int detail,
                        void *opaque)
{
    (void)conn, (void)opaque;
    printf("%s: %s %s\n", virDomainGetName(dom), lifecycle_name(event),
           lifecycle_detail_name(event, detail));
    return 0;
}

static void ignore_error(void *opaque, virErrorPtr error)
{
    (void)opaque, (void)error;
}

static int failed(const char *function)
{
    fprintf(stderr, "%s: %s\n", function, virGetLastErrorMessage());
    return EXIT_FAILURE;
}

static int watch(virConnectPtr conn)
{
    int handle = virEventAddHandle(signal_pipe[0], VIR_EVENT_HANDLE_READABLE,
                                   on_signal_pipe, NULL, NULL);
    if (handle < 0)
        return failed("virEventAddHandle");

    /* NULL: of all domains. The last two arguments are passed to, and called
     * after the last use of, the callback; it needs nothing here. */
    int callback = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                    VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle),
                                                    NULL, NULL);
    if (callback < 0)
        return failed("virConnectDomainEventRegisterAny");

    while (!interrupted && virConnectIsAlive(conn) == 1) {
        if (virEventRunDefaultImpl() < 0)
            return failed("virEventRunDefaultImpl");
    }
    if (!interrupted)
        fprintf(stderr, "the connection was lost\n");

    virConnectDomainEventDeregisterAny(conn, callback);
    virEventRemoveHandle(handle);
    return interrupted ? EXIT_SUCCESS : EXIT_FAILURE;
}

static void print_help(void)
{
    printf("usage: watch [URI]\n"
           "\n"
           "Prints every lifecycle event of the domains at URI (default: the library's,\n"
           "see virConnectOpen) as NAME: EVENT DETAIL, until it is interrupted.\n"
           "\n"
           "  --help    print this and exit\n"
           "\n"
           "Exit status: 0 if interrupted, 1 if the connection failed or was lost,\n"
           "2 for wrong usage.\n");
}

int main(int argc, char **argv)
{
    static const struct option known[] = {{"help", no_argument, NULL, 'h'}, {0}};
    struct sigaction action = {.sa_handler = on_signal};

    switch (getopt_long(argc, argv, "", known, NULL)) {
    case -1: break;
    case 'h': print_help(); return EXIT_SUCCESS;
    default: return 2;
    }
    if (argc - optind > 1) {
        fprintf(stderr, "watch: wrong usage, see --help\n");
        return 2;
    }

    setvbuf(stdout, NULL, _IOLBF, 0);
    if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) < 0) {
        perror("pipe");
        return EXIT_FAILURE;
    }
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    virSetErrorFunc(NULL, ignore_error);

    if (virEventRegisterDefaultImpl() < 0)
        return failed("virEventRegisterDefaultImpl");
    virConnectPtr conn = virConnectOpenReadOnly(argv[optind]); /* NULL without argument */
    if (!conn)
        return failed("virConnectOpenReadOnly");
    int status = watch(conn);
    virConnectClose(conn);
    return status;
}
