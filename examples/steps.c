/* steps.c - see steps.h. */
#include "steps.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <libvirt/virterror.h>

#include "events.h"
#include "guest.h"
#include "rfb.h"
#include "wait.h"

enum { STEP_MS = 10 * 1000 }; /* for one step: many times what a busy machine needs */

/* Something done, and the events it must cause. `cause` returns -1 after a
 * message on stderr.
 */
struct step {
    const char *what;
    int (*cause)(struct test *test);
    kinds awaited;
};

static int64_t step_deadline(void)
{
    return now_ms() + STEP_MS;
}

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

/* ---- causes: calls of the library ---- */

#define CALL(function, ...) (function(__VA_ARGS__) < 0 ? libvirt_failed(#function) : 0)

static int define_guest(struct test *test)
{
    char xml[8192];

    test->vnc_port = rfb_free_port();
    if (test->vnc_port < 0)
        return system_failed("port for VNC");
    if (guest_xml(xml, sizeof(xml), test->box, test->emulator, test->vnc_port) < 0)
        return system_failed("domain XML");
    test->dom = virDomainDefineXML(test->conn, xml);
    return test->dom ? 0 : libvirt_failed("virDomainDefineXML");
}

static int define_simulated(struct test *test)
{
    test->dom = virDomainDefineXML(test->conn,
                                   "<domain type='test'>"
                                   "  <name>" GUEST_NAME "</name>"
                                   "  <memory unit='MiB'>32</memory>"
                                   "  <os><type>hvm</type></os>"
                                   "</domain>");
    return test->dom ? 0 : libvirt_failed("virDomainDefineXML");
}

static int start(struct test *test)
{
    return CALL(virDomainCreate, test->dom);
}

static int start_guest(struct test *test)
{
    if (start(test) < 0)
        return -1;
    test->serial = guest_connect(test->box);
    if (test->serial < 0 || guest_wait_ready(test->serial, step_deadline()) < 0)
        return system_failed("serial port of the guest");
    return 0;
}

static int suspend(struct test *test)
{
    return CALL(virDomainSuspend, test->dom);
}

static int resume(struct test *test)
{
    return CALL(virDomainResume, test->dom);
}

static int shut_down(struct test *test)
{
    return CALL(virDomainShutdown, test->dom);
}

static int destroy(struct test *test)
{
    return CALL(virDomainDestroy, test->dom);
}

static int undefine(struct test *test)
{
    int result = CALL(virDomainUndefine, test->dom);

    virDomainFree(test->dom);
    test->dom = NULL;
    return result;
}

/* ---- causes: the world outside ---- */

static int tell_guest(struct test *test, char command)
{
    if (guest_command(test->serial, command, step_deadline()) < 0)
        return system_failed("command to the guest");
    return 0;
}

static int guest_sets_clock(struct test *test)
{
    return tell_guest(test, 'c');
}

static int guest_starves_watchdog(struct test *test)
{
    return tell_guest(test, 'w');
}

static int guest_writes(struct test *test)
{
    return tell_guest(test, 'W');
}

/* The write was held back by the I/O error. */
static int resume_writing(struct test *test)
{
    if (resume(test) < 0)
        return -1;
    if (guest_expect(test->serial, '+', step_deadline()) < 0)
        return system_failed("success of the repeated write");
    return 0;
}

static int guest_resets(struct test *test)
{
    if (tell_guest(test, 'r') < 0)
        return -1;
    if (guest_wait_ready(test->serial, step_deadline()) < 0)
        return system_failed("guest after its reset");
    return 0;
}

static int viewer_connects(struct test *test)
{
    test->viewer = rfb_connect(test->vnc_port);
    return test->viewer < 0 ? system_failed("VNC server") : 0;
}

static int no_viewer(void)
{
    fprintf(stderr, "the VNC viewer is not connected\n");
    return -1;
}

static int viewer_logs_in(struct test *test)
{
    if (test->viewer < 0)
        return no_viewer();
    if (rfb_handshake(test->viewer, step_deadline()) < 0)
        return system_failed("VNC handshake");
    return 0;
}

static void close_socket(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static int viewer_leaves(struct test *test)
{
    if (test->viewer < 0)
        return no_viewer();
    close_socket(&test->viewer);
    return 0;
}

/* ---- the steps ---- */

/* Nearly every event of a guest leads to the next state: the comments of
 * libvirt's header do not say so, but a start also resumes, a watchdog with the
 * action "pause" also suspends, and so on.
 */
static const struct step qemu_steps[] = {
    {"define the domain", define_guest, KIND(DEFINED)},
    {"start it", start_guest, KIND(STARTED) | KIND(RESUMED)},
    {"suspend it", suspend, KIND(SUSPENDED)},
    {"resume it", resume, KIND(RESUMED)},
    {"a VNC viewer connects", viewer_connects, KIND(GRAPHICS_CONNECT)},
    {"the viewer logs in", viewer_logs_in, KIND(GRAPHICS_INITIALIZE)},
    {"the viewer leaves", viewer_leaves, KIND(GRAPHICS_DISCONNECT)},
    {"the guest sets its clock", guest_sets_clock, KIND(RTC_CHANGE)},
    {"the guest lets its watchdog expire", guest_starves_watchdog,
     KIND(WATCHDOG) | KIND(SUSPENDED)},
    {"resume it", resume, KIND(RESUMED)},
    {"the guest writes to a failing disk", guest_writes, KIND(IO_ERROR) | KIND(SUSPENDED)},
    {"resume it; the write is repeated and succeeds", resume_writing, KIND(RESUMED)},
    {"the guest resets its machine", guest_resets, KIND(REBOOT)},
    {"shut it down by the power button", shut_down, KIND(SHUTDOWN) | KIND(STOPPED)},
    {"start it again", start, KIND(STARTED) | KIND(RESUMED)},
    {"destroy it", destroy, KIND(SHUTDOWN) | KIND(STOPPED)},
    {"undefine it", undefine, KIND(UNDEFINED)},
    {0},
};

static const struct step simulated_steps[] = {
    {"define the domain", define_simulated, KIND(DEFINED)},
    {"start it", start, KIND(STARTED)},
    {"suspend it", suspend, KIND(SUSPENDED)},
    {"resume it", resume, KIND(RESUMED)},
    {"shut it down", shut_down, KIND(STOPPED)},
    {"start it again", start, KIND(STARTED)},
    {"destroy it", destroy, KIND(STOPPED)},
    {"undefine it", undefine, KIND(UNDEFINED)},
    {0},
};

static void print_kinds(const char *label, kinds set)
{
    const char *separator = "";

    printf("%s: ", label);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (set & (kinds)1 << kind) {
            printf("%s%s", separator, kind_name((enum kind)kind));
            separator = ", ";
        }
    }
    printf("\n");
}

bool steps_run(struct test *test, bool simulated)
{
    const struct step *steps = simulated ? simulated_steps : qemu_steps;
    kinds expected = 0;
    bool failed = false;

    for (const struct step *step = steps; step->what; step++)
        expected |= step->awaited;
    print_kinds("kinds of event to come", expected);

    for (const struct step *step = steps; step->what && !guard_stopped(); step++) {
        if (step > steps && !test->dom) /* the first step, the definition, failed */
            break;
        printf("> %s\n", step->what);
        events_new_step();
        if (step->cause(test) < 0) {
            failed = true;
            continue;
        }
        kinds missing = events_wait(step->awaited, step_deadline());
        if (missing) {
            print_kinds("did not come", missing);
            failed = true;
        }
    }

    kinds received = events_received() & expected;
    if (received != expected && !guard_stopped())
        print_kinds("never came", expected & ~received);
    printf("%d of %d kinds of event received\n", kinds_size(received), kinds_size(expected));
    return received == expected && !failed;
}

void steps_clean_up(struct test *test)
{
    close_socket(&test->serial);
    close_socket(&test->viewer);
    if (!test->dom)
        return;
    virDomainDestroy(test->dom); /* fails if it does not run, or just stops by itself */
    undefine(test);
}
