/* Calls each function in a child process and prints its name, result, and the last error's code, domain, level
 * and text. The test fills in the calls and the names. */
#include <libvirt/libvirt-admin.h>
#include <libvirt/libvirt-lxc.h>
#include <libvirt/libvirt-qemu.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void ignore(void *opaque, virErrorPtr error) { }

static void show(const char *function, const char *result)
{
    virErrorPtr error = virGetLastError();

    printf("%s\t%s", function, result);
    if (error)
        printf("\t%d\t%d\t%d\t%s", error->code, error->domain, error->level, error->message);
    printf("\n");
}

static void show_number(const char *function, long long result)
{
    char text[32];

    snprintf(text, sizeof(text), "%lld", result);
    show(function, text);
}

static void call(int index)
{
    switch (index) {
/* CALLS */
    }
}

static const char *const names[] = {
/* NAMES */
};

int main(void)
{
    virInitialize();
    virSetErrorFunc(NULL, ignore);
    for (int index = 0; index < sizeof(names) / sizeof(*names); index++) {
        int status;
        pid_t child;

        fflush(stdout);
        child = fork();
        if (child == 0) {
            alarm(20);
            call(index);
            fflush(stdout);
            _exit(0);
        }
        if (child < 0 || waitpid(child, &status, 0) != child)
            return 1;
        if (WIFSIGNALED(status))
            printf("%s\tsignal %d\n", names[index], WTERMSIG(status));
    }
    return 0;
}
