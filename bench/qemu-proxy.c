/* qemu-proxy.c - stands in for an emulator, so that a benchmark decides what the monitor says.
 *
 * It is QEMU as long as no variable says more (a domain sets them by <qemu:env>), so that libraries can ask it what it
 * is able to do:
 *
 *   QEMU_PROXY_CONTROL   path of a socket to make: who connects and writes "KIND COUNT\n" has that many events sent to
 *                        the library as fast as it takes them, and then reads "\n"
 *   QEMU_PROXY_RECORD    file that gets the commands and replies of the run
 *   QEMU_PROXY_REPLAY    such a file: no QEMU is started, commands are answered out of it; for guests in large numbers
 */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define QEMU "/usr/bin/qemu-system-x86_64"
#define MONITOR "socket,id=charmonitor,fd="
#define GREETING "{\"QMP\": {\"version\": {\"qemu\": {\"micro\": 0, \"minor\": 2, \"major\": 7}, \"package\": \"\"}, " \
                 "\"capabilities\": [\"oob\"]}}\r\n"
#define STAMP "{\"timestamp\": {\"seconds\": 1700000000, \"microseconds\": 123456}, \"event\": "
#define END(name, port) "\"" name "\": {\"auth\": \"none\", \"family\": \"ipv4\", \"service\": \"" port "\", "          \
                        "\"host\": \"127.0.0.1\", \"websocket\": false}"

/* Bytes that wait for the end of their line. */
struct lines {
    char *bytes;
    size_t length, room;
};

static void die(const char *what)
{
    perror(what);
    exit(1);
}

static void put(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(fd, bytes, length);
        if (written < 0 && errno != EINTR)
            exit(0); /* the other side is gone */
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
}

/* Reads what is there; ends with the other side. */
static void fill(struct lines *lines, int fd)
{
    if (lines->room - lines->length < 65536) {
        lines->room = lines->room * 2 + 65536;
        lines->bytes = realloc(lines->bytes, lines->room + 1);
        if (!lines->bytes)
            die("memory");
    }
    ssize_t count = read(fd, lines->bytes + lines->length, lines->room - lines->length);
    if (count <= 0)
        exit(0);
    lines->length += (size_t)count;
    lines->bytes[lines->length] = '\0';
}

/* The next whole line without its end, or NULL; `used` is where the rest begins. */
static char *next_line(struct lines *lines, size_t *used)
{
    char *line = lines->bytes + *used;
    char *end = memchr(line, '\n', lines->length - *used);

    if (!end)
        return NULL;
    *used = (size_t)(end - lines->bytes) + 1;
    *end = '\0';
    if (end > line && end[-1] == '\r')
        end[-1] = '\0';
    return line;
}

static void drop(struct lines *lines, size_t used)
{
    lines->length -= used;
    memmove(lines->bytes, lines->bytes + used, lines->length);
}

static struct sockaddr_un address_of(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};

    if (strlen(path) >= sizeof(address.sun_path)) {
        errno = ENAMETOOLONG;
        die(path);
    }
    strcpy(address.sun_path, path);
    return address;
}

static int new_socket(void)
{
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);

    if (fd < 0)
        die("socket");
    return fd;
}

static int listen_at(const char *path)
{
    struct sockaddr_un address = address_of(path);
    int fd = new_socket();

    unlink(path);
    if (bind(fd, (struct sockaddr *)&address, sizeof(address)) < 0 || listen(fd, 4) < 0)
        die(path);
    return fd;
}

/* ---- events ---- */

static size_t event(char *out, const char *kind, long number)
{
    if (strcmp(kind, "rtc") == 0)
        return (size_t)sprintf(out, STAMP "\"RTC_CHANGE\", \"data\": {\"offset\": %ld, \"qom-path\": \"/rtc\"}}\r\n", number);
    if (strcmp(kind, "graphics") == 0)
        return (size_t)sprintf(out, STAMP "\"VNC_CONNECTED\", \"data\": {" END("server", "5900") ", "
                                    END("client", "%ld") "}}\r\n", 1024 + number % 60000);
    return (size_t)sprintf(out, STAMP "\"X_UNKNOWN\", \"data\": {\"n\": %ld, \"text\": \"abcdefgh\"}}\r\n", number);
}

/* Carries out one order of the control socket. */
static void send_events(int library, int control)
{
    static char out[1 << 18];
    char order[64], kind[32];
    size_t length = 0;
    long count;
    ssize_t got = read(control, order, sizeof(order) - 1);

    if (got <= 0)
        exit(0);
    order[got] = '\0';
    if (sscanf(order, "%31s %ld", kind, &count) != 2)
        return;
    for (long i = 0; i < count; i++) {
        length += event(out + length, kind, i);
        if (length > sizeof(out) - 1024 || i == count - 1) {
            put(library, out, length);
            length = 0;
        }
    }
    put(control, "\n", 1);
}

/* ---- record and replay ---- */

/* Cuts the id out of a message and returns it, empty if there is none: the last member of a command or a result, the
 * first one of a refusal. */
static const char *take_id(char *line)
{
    static const char name[] = "\"id\":";
    static char id[64];
    char *found = NULL;

    id[0] = '\0';
    for (char *next = line; (next = strstr(next, name)); next++)
        found = next;
    if (!found)
        return id;
    char *value = found + strlen(name) + (found[strlen(name)] == ' ');
    char *end = value + strcspn(value, ",}");
    bool first = found == line + 1, last = strcmp(end, "}") == 0;
    if ((!first && !last) || end - value >= (ssize_t)sizeof(id))
        return id;
    memcpy(id, value, (size_t)(end - value));
    id[end - value] = '\0';
    if (first)
        memmove(found, end + strspn(end, ", "), strlen(end + strspn(end, ", ")) + 1);
    else
        strcpy(found - (found[-1] == ' ' ? 2 : 1), "}");
    return id;
}

/* Notes the whole lines among what passes by: commands, and replies without greeting and events. */
static void record(FILE *file, struct lines *lines, const char *bytes, size_t length, bool command)
{
    size_t used = 0;
    char *line;

    if (!file)
        return;
    if (lines->room - lines->length <= length) {
        lines->room = lines->room * 2 + length + 1;
        lines->bytes = realloc(lines->bytes, lines->room + 1);
        if (!lines->bytes)
            die("memory");
    }
    memcpy(lines->bytes + lines->length, bytes, length);
    lines->length += length;
    while ((line = next_line(lines, &used))) {
        if (*line && take_id(line)[0])
            fprintf(file, "%c%s\n", command ? '<' : '>', line);
    }
    fflush(file);
    drop(lines, used);
}

/* The recorded reply to a command, looked for from where the last one was found. */
static const char *reply_to(const char *command, char **recorded, size_t count, size_t *place)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = (*place + i) % count;
        if (recorded[at][0] == '<' && strcmp(recorded[at] + 1, command) == 0 && recorded[(at + 1) % count][0] == '>') {
            *place = (at + 2) % count;
            return recorded[(at + 1) % count] + 1;
        }
    }
    return "{\"return\": {}}";
}

static void replay(int listener, const char *path, const char *control_path)
{
    struct lines in = {0}, file = {0};
    int control_listener = control_path ? listen_at(control_path) : -1, control = -1;
    char **recorded = NULL, *line;
    size_t count = 0, place = 0, used = 0;
    struct stat info;
    FILE *stream = fopen(path, "r");

    if (!stream || fstat(fileno(stream), &info) < 0)
        die(path);
    file.bytes = malloc((size_t)info.st_size + 1);
    file.length = fread(file.bytes, 1, (size_t)info.st_size, stream);
    fclose(stream);
    while ((line = next_line(&file, &used))) {
        recorded = realloc(recorded, (count + 1) * sizeof(*recorded));
        recorded[count++] = line;
    }
    int library = accept(listener, NULL, NULL);
    put(library, GREETING, strlen(GREETING));
    for (;;) {
        struct pollfd fds[] = {{library, POLLIN, 0}, {control, POLLIN, 0}, {control_listener, POLLIN, 0}};
        if (poll(fds, 3, -1) < 0)
            die("poll");
        if (fds[0].revents) {
            fill(&in, library);
            used = 0;
            while ((line = next_line(&in, &used))) {
                const char *id = take_id(line);
                const char *reply = reply_to(line, recorded, count, &place);
                char *out;
                int length = asprintf(&out, "{\"id\": %s, %s\r\n", *id ? id : "0", reply + 1);
                if (length < 0)
                    die("memory");
                put(library, out, (size_t)length);
                free(out);
            }
            drop(&in, used);
        }
        if (fds[1].revents)
            send_events(library, control);
        if (fds[2].revents)
            control = accept(control_listener, NULL, NULL);
    }
}

/* ---- in front of QEMU ---- */

static void relay(int listener, const char *behind, const char *control_path, const char *record_path)
{
    static char bytes[1 << 18];
    struct sockaddr_un address = address_of(behind);
    struct lines said[2] = {{0}};
    FILE *file = record_path ? fopen(record_path, "w") : NULL;
    int control_listener = control_path ? listen_at(control_path) : -1, control = -1;
    int library = accept(listener, NULL, NULL), qemu = new_socket();

    if (connect(qemu, (struct sockaddr *)&address, sizeof(address)) < 0)
        die(behind);
    for (;;) {
        struct pollfd fds[] = {{library, POLLIN, 0}, {qemu, POLLIN, 0}, {control, POLLIN, 0},
                               {control_listener, POLLIN, 0}};
        if (poll(fds, 4, -1) < 0)
            die("poll");
        for (int from = 0; from < 2; from++) {
            if (!fds[from].revents)
                continue;
            ssize_t count = read(fds[from].fd, bytes, sizeof(bytes));
            if (count <= 0)
                exit(0);
            put(fds[1 - from].fd, bytes, (size_t)count);
            record(file, &said[from], bytes, (size_t)count, from == 0);
        }
        if (fds[2].revents)
            send_events(library, control);
        if (fds[3].revents)
            control = accept(control_listener, NULL, NULL);
    }
}

int main(int argc, char **argv)
{
    const char *control = getenv("QEMU_PROXY_CONTROL"), *record_path = getenv("QEMU_PROXY_RECORD");
    const char *replay_path = getenv("QEMU_PROXY_REPLAY");
    char behind[128], monitor[256];

    signal(SIGPIPE, SIG_IGN);
    for (int i = 1; i < argc && (control || record_path || replay_path); i++) {
        if (strncmp(argv[i], MONITOR, strlen(MONITOR)) != 0)
            continue;
        int listener = atoi(argv[i] + strlen(MONITOR));
        if (replay_path)
            replay(listener, replay_path, control);
        snprintf(behind, sizeof(behind), "%s.behind", control ? control : record_path);
        int for_qemu = listen_at(behind);
        snprintf(monitor, sizeof(monitor), MONITOR "%d,server=on,wait=off", for_qemu);
        argv[i] = monitor;
        if (fork() == 0) {
            close(for_qemu);
            setsid();
            relay(listener, behind, control, record_path);
        }
        close(listener);
    }
    argv[0] = (char *)QEMU;
    execv(QEMU, argv);
    die(QEMU);
}
