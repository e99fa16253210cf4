/* rfb.c - see rfb.h. */
#define _GNU_SOURCE
#include "rfb.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "wait.h"

enum { SECURITY_NONE = 1, SECURITY_RESULT_OK = 0 };

static struct sockaddr_in loopback(int port)
{
    return (struct sockaddr_in){
        .sin_family = AF_INET,
        .sin_port = htons((uint16_t)port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
}

int rfb_free_port(void)
{
    struct sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (fd < 0)
        return -1;
    int result = bind(fd, (struct sockaddr *)&address, sizeof(address));
    if (result == 0)
        result = getsockname(fd, (struct sockaddr *)&address, &size);
    int saved = errno;
    close(fd);
    errno = saved;
    return result == 0 ? ntohs(address.sin_port) : -1;
}

int rfb_connect(int port)
{
    struct sockaddr_in address = loopback(port);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (fd < 0)
        return -1;
    if (connect(fd, (struct sockaddr *)&address, sizeof(address)) < 0) {
        int saved = errno;
        close(fd);
        errno = saved;
        return -1;
    }
    return fd;
}

static int receive(int fd, void *buffer, size_t size, int64_t deadline_ms)
{
    char *next = buffer;

    while (size > 0) {
        int ready = wait_readable(fd, deadline_ms);
        if (ready == 0)
            errno = ETIMEDOUT;
        if (ready <= 0)
            return -1;
        ssize_t got = recv(fd, next, size, 0);
        if (got == 0)
            errno = ECONNRESET;
        if (got <= 0)
            return -1;
        next += got;
        size -= (size_t)got;
    }
    return 0;
}

/* Our messages are a few bytes long: they always fit into the socket's buffer. */
static int transmit(int fd, const void *buffer, size_t size)
{
    ssize_t sent = send(fd, buffer, size, MSG_NOSIGNAL);

    if (sent >= 0 && (size_t)sent != size)
        errno = EIO;
    return sent >= 0 && (size_t)sent == size ? 0 : -1;
}

static int unexpected(void)
{
    errno = EPROTO;
    return -1;
}

int rfb_handshake(int fd, int64_t deadline_ms)
{
    static const char version[] = "RFB 003.008\n";
    static const uint8_t none = SECURITY_NONE;
    static const uint8_t shared = 1;
    char server_version[sizeof(version) - 1];
    uint8_t n_types, types[255];
    uint32_t result;
    uint8_t server_init[24]; /* size, pixel format, length of the name */

    if (receive(fd, server_version, sizeof(server_version), deadline_ms) < 0)
        return -1;
    if (memcmp(server_version, version, sizeof(server_version)) != 0)
        return unexpected();
    if (transmit(fd, version, sizeof(server_version)) < 0)
        return -1;

    if (receive(fd, &n_types, 1, deadline_ms) < 0 ||
        receive(fd, types, n_types, deadline_ms) < 0)
        return -1;
    if (!memchr(types, SECURITY_NONE, n_types))
        return unexpected();
    if (transmit(fd, &none, 1) < 0 ||
        receive(fd, &result, sizeof(result), deadline_ms) < 0)
        return -1;
    if (ntohl(result) != SECURITY_RESULT_OK)
        return unexpected();

    if (transmit(fd, &shared, 1) < 0)
        return -1;
    return receive(fd, server_init, sizeof(server_init), deadline_ms);
}
