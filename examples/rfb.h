/* rfb.h - the smallest VNC client: it connects, logs in without a password,
 * and goes. The protocol is RFB 3.8, RFC 6143.
 */
#ifndef RFB_H
#define RFB_H

#include <stdint.h>

/* A TCP port on 127.0.0.1 that nobody uses, or -1 with errno set. The kernel
 * hands out such ports in no order, so it stays free for a while.
 */
int rfb_free_port(void);

/* Connects to the VNC server on 127.0.0.1. Returns the socket, or -1 with errno set. */
int rfb_connect(int port);

/* Goes through the handshake up to the server's answer to ClientInit.
 * Returns 0, or -1 with errno set (EPROTO for an unexpected answer).
 */
int rfb_handshake(int fd, int64_t deadline_ms);

#endif
