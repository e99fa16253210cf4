/* agent.c - a guest agent that has an answer to everything.
 *
 * It stands for one in the guest: the socket that a guest's channel leads to is ours, and both QEMU and the daemon
 * connect to it. QEMU has nothing to say; to the daemon we answer as an agent would. Guests say that somebody is there
 * (see guests/agent.asm).
 */
#include "scene.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

static const struct {
    const char *command, *value;
} answers[] = {
    { "guest-ping", "{}" },
    { "guest-get-time", "1000000000000000000" },
    { "guest-set-time", "{}" },
    { "guest-fsfreeze-freeze", "1" },
    { "guest-fsfreeze-thaw", "1" },
    { "guest-fstrim", "{\"paths\":[]}" },
    { "guest-get-fsinfo", "[{\"name\":\"vda1\",\"mountpoint\":\"/\",\"type\":\"ext4\",\"disk\":[]}]" },
    { "guest-get-vcpus", "[{\"logical-id\":0,\"online\":true,\"can-offline\":false},"
                         "{\"logical-id\":1,\"online\":true,\"can-offline\":true}]" },
    { "guest-set-vcpus", "1" },
    { "guest-get-host-name", "{\"host-name\":\"guest\"}" },
    { "guest-get-users", "[]" },
    { "guest-get-osinfo", "{\"id\":\"debian\",\"name\":\"Debian\"}" },
    { "guest-get-timezone", "{\"zone\":\"UTC\",\"offset\":0}" },
    { "guest-get-disks", "[]" },
    { "guest-set-user-password", "{}" },
    { "guest-ssh-get-authorized-keys", "{\"keys\":[\"ssh-rsa key\"]}" },
    { "guest-ssh-add-authorized-keys", "{}" },
};

static void answer(FILE *peer, const char *line)
{
    const char *id = strstr(line, "\"id\":");

    if (strstr(line, "\"guest-sync\"") && id) {
        fprintf(peer, "{\"return\":%lld}\n", atoll(id + strlen("\"id\":")));
        return;
    }
    for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++) {
        if (strstr(line, text("\"%s\"", answers[i].command))) {
            fprintf(peer, "{\"return\":%s}\n", answers[i].value);
            return;
        }
    }
    fprintf(peer, "{\"error\":{\"class\":\"CommandNotFound\",\"desc\":\"not here\"}}\n");
}

static void *serve(void *opaque)
{
    int fd = (int)(long)opaque;
    FILE *input = fdopen(fd, "r"), *output = fdopen(dup(fd), "w");
    char *line = NULL;
    size_t size = 0;

    while (getline(&line, &size, input) > 0) {
        answer(output, line);
        fflush(output);
    }
    fclose(input);
    fclose(output);
    free(line);
    return NULL;
}

pid_t agent_start(int listener)
{
    pid_t agent = fork();

    if (agent == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (;;) {
            pthread_t thread;
            int fd = accept(listener, NULL, NULL);

            if (fd < 0 || pthread_create(&thread, NULL, serve, (void *)(long)fd) != 0)
                _exit(1);
            pthread_detach(thread);
        }
    }
    return agent;
}
