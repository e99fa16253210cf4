/* steps.h - what the test does, and which events each step must cause. */
#ifndef STEPS_H
#define STEPS_H

#include <stdbool.h>

#include <libvirt/libvirt.h>

#include "sandbox.h"

struct test {
    virConnectPtr conn;
    const char *emulator;
    const struct sandbox *box;

    int vnc_port;
    virDomainPtr dom; /* from its definition to its undefinition */
    int serial;       /* connection to the guest's serial port, or -1 */
    int viewer;       /* connection of the VNC client, or -1 */
};

/* Does all steps, for a QEMU or for the simulated test driver, also after one
 * that failed. Prints causes, what did not come, and the sum. Returns whether
 * all succeeded and all kinds of event came.
 */
bool steps_run(struct test *test, bool simulated);

/* Destroys and undefines the domain, if a failure or an interruption left it. */
void steps_clean_up(struct test *test);

#endif
