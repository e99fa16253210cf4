/* sandbox.h - the temporary folder in which everything happens, and what must
 * not outlive the program.
 *
 *   WORK/guest.img    copy of the guest's boot disk
 *   WORK/nbd.sock     the failing disk (nbd.h), image WORK/data.img
 *   WORK/serial.sock  the guest's serial port
 *   WORK/root         root of the embedded driver, unless the caller has one
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>
#include <sys/types.h>

struct sandbox {
    char work[64];
    char root[4096]; /* absolute */
    pid_t nbd;       /* 0: not started */
    bool used;       /* there is something to remove */
};

/* Makes the folder in /tmp, with a copy of what `guest_fd` refers to if that is
 * not negative. `root` is the caller's root folder or NULL; it is made if
 * missing, and kept at the end. Returns 0, or -1 after a message on stderr.
 */
int sandbox_create(struct sandbox *box, const char *root, int guest_fd);

/* Ends qemu-nbd, and any hypervisor that runs from here because the library
 * failed to end it; then removes WORK. Safe to call twice.
 */
void sandbox_remove(struct sandbox *box);

#endif
