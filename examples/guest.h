/* guest.h - the domain of the test, and talking to the guest in it. The guest,
 * guests/command.asm, obeys single bytes on its serial port.
 */
#ifndef GUEST_H
#define GUEST_H

#include <stddef.h>
#include <stdint.h>

#include "sandbox.h"

#define GUEST_NAME "event-test"

/* Writes the definition of the domain into `xml`. Returns 0, or -1 with errno set. */
int guest_xml(char *xml, size_t size, const struct sandbox *box, const char *emulator,
              int vnc_port);

/* Connects to the serial port. Returns the socket, or -1 with errno set. */
int guest_connect(const struct sandbox *box);

/* Waits until the guest answers. Returns 0, or -1 with errno set. */
int guest_wait_ready(int fd, int64_t deadline_ms);

/* Sends a command and waits until the guest has taken it. Returns 0, or -1 with errno set. */
int guest_command(int fd, char command, int64_t deadline_ms);

/* Waits for the byte `expected`; others are skipped. Returns 0, or -1 with errno set. */
int guest_expect(int fd, char expected, int64_t deadline_ms);

#endif
