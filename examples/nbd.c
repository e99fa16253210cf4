/* nbd.c - see nbd.h. */
#define _GNU_SOURCE
#include "nbd.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    IMAGE_SIZE = 1 << 20,
    LISTEN_FD = 3, /* where systemd's protocol of handing over sockets begins */
};

/* The first write fails; "once" makes the guest's next try succeed. The file
 * name is relative: a comma in a folder's name would end the option.
 */
#define IMAGE_OPTIONS                                                         \
    "driver=raw,file.driver=blkdebug,"                                        \
    "file.inject-error.0.event=write_aio,file.inject-error.0.errno=5,"        \
    "file.inject-error.0.once=on,"                                            \
    "file.image.driver=file,file.image.filename=data.img"

static int make_image(const char *dir)
{
    char path[4096];

    snprintf(path, sizeof(path), "%s/data.img", dir);
    int fd = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        return -1;
    int result = ftruncate(fd, IMAGE_SIZE);
    close(fd);
    return result;
}

static int listen_unix(const char *dir)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int length = snprintf(address.sun_path, sizeof(address.sun_path), "%s/nbd.sock", dir);

    if (length >= (int)sizeof(address.sun_path)) {
        errno = ENAMETOOLONG;
        return -1;
    }
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    if (bind(fd, (struct sockaddr *)&address, sizeof(address)) < 0 || listen(fd, 8) < 0) {
        int saved = errno;
        close(fd);
        errno = saved;
        return -1;
    }
    return fd;
}

/* The child: becomes qemu-nbd. Returns only if that fails. */
static void become_nbd(const char *program, const char *dir, pid_t parent, int socket_fd)
{
    char pid[16];
    sigset_t none;

    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent || chdir(dir) < 0)
        return;
    snprintf(pid, sizeof(pid), "%d", (int)getpid());
    setenv("LISTEN_PID", pid, 1);
    setenv("LISTEN_FDS", "1", 1);
    /* dup2() of a descriptor onto itself would leave close-on-exec set. */
    if (socket_fd == LISTEN_FD ? fcntl(LISTEN_FD, F_SETFD, 0) < 0
                               : dup2(socket_fd, LISTEN_FD) < 0)
        return;
    execlp(program, program, "--persistent", "--export-name=" NBD_EXPORT,
           "--image-opts", IMAGE_OPTIONS, (char *)NULL);
}

pid_t nbd_start(const char *program, const char *dir)
{
    int error_pipe[2];
    int error = 0;

    if (make_image(dir) < 0)
        return -1;
    int socket_fd = listen_unix(dir);
    if (socket_fd < 0)
        return -1;
    /* A successful exec closes the pipe; otherwise errno comes through it.
     * Clear of LISTEN_FD, which the child replaces. */
    if (pipe2(error_pipe, O_CLOEXEC) < 0) {
        close(socket_fd);
        return -1;
    }
    int error_fd = fcntl(error_pipe[1], F_DUPFD_CLOEXEC, LISTEN_FD + 1);
    close(error_pipe[1]);

    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid == 0) {
        become_nbd(program, dir, parent, socket_fd);
        error = errno;
        if (write(error_fd, &error, sizeof(error)) < 0)
            _exit(126);
        _exit(127);
    }
    error = pid < 0 ? errno : 0;
    close(error_fd);
    close(socket_fd);
    if (pid > 0 && read(error_pipe[0], &error, sizeof(error)) > 0) {
        waitpid(pid, NULL, 0);
        pid = -1;
    }
    close(error_pipe[0]);
    errno = error;
    return pid;
}

void nbd_stop(pid_t pid)
{
    if (pid <= 0)
        return;
    kill(pid, SIGKILL); /* it has nothing to save */
    waitpid(pid, NULL, 0);
}
