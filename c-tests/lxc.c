/* libvirt-lxc.so.0 on a connection that is not LXC's: its functions act on the calling process. */

#include "report.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <libvirt/libvirt-lxc.h>

#define SHOW(call) (result(#call, call), show_error("  error", virGetLastError()))

/* Makes the call with an argument list that ends with the out-parameters, and prints what they are then. */
static void enter(const char *what, virDomainPtr dom, unsigned int count, int *fds)
{
    unsigned int old_count = 77;
    int *old = fds;
    unsigned int i;
    char path[64], target[64];

    printf("-- %s\n", what);
    SHOW(virDomainLxcEnterNamespace(dom, count, fds, NULL, NULL, 0));
    SHOW(virDomainLxcEnterNamespace(dom, count, fds, &old_count, NULL, 0));
    SHOW(virDomainLxcEnterNamespace(dom, count, fds, &old_count, &old, 1));
    SHOW(virDomainLxcEnterNamespace(dom, count, fds, &old_count, &old, 0));
    printf("%u %s\n", old_count, old ? "fds" : "NULL");
    for (i = 0; i < old_count; i++) {
        ssize_t length;

        snprintf(path, sizeof(path), "/proc/self/fd/%d", old[i]);
        length = readlink(path, target, sizeof(target) - 1);
        target[length < 0 ? 0 : length] = '\0';
        /* The kind of namespace; its number is the machine's. */
        printf("%.*s\n", (int)strcspn(target, ":"), target);
        close(old[i]);
    }
    free(old);
}

static void namespaces(virDomainPtr dom)
{
    int pipes[2], fds[2], none[] = { -1 }, closed[] = { 999 };

    title("open namespaces");
    fds[0] = 77;
    {
        int *list = fds;

        SHOW(virDomainLxcOpenNamespace(dom, &list, 0));
        SHOW(virDomainLxcOpenNamespace(dom, &list, 1));
        SHOW(virDomainLxcOpenNamespace(dom, NULL, 0));
        if (!at_a_daemon())
            printf("%d\n", list == fds);
    }
    title("enter namespaces");
    enter("nothing", dom, 0, NULL);
    enter("no descriptors of one", dom, 0, fds);
    enter("a descriptor that is none", dom, 1, none);
    enter("one that is closed", dom, 1, closed);
    check(pipe(pipes) == 0, "pipe");
    enter("one of something else", dom, 1, pipes);
    fds[0] = open("/proc/self/ns/uts", O_RDONLY);
    fds[1] = open("/proc/self/ns/user", O_RDONLY);
    check(fds[0] >= 0 && fds[1] >= 0, "namespaces");
    /* As root the first can be entered, and the second is not, being the present one. */
    enter("the present ones", dom, 2, fds);
    close(fds[0]);
    close(fds[1]);
    close(pipes[0]);
    close(pipes[1]);
}

static void labels(void)
{
    /* The models of this machine would change what the process may do. */
    static const char *const models[] = { "", "none", "dac", "foo" };
    static virSecurityModel model;
    static virSecurityLabel label, old;
    size_t i;

    title("security labels");
    strcpy(label.label, "label");
    for (i = 0; i < sizeof(models) / sizeof(models[0]); i++) {
        printf("-- model %s\n", models[i]);
        strcpy(model.model, models[i]);
        strcpy(old.label, "old");
        old.enforcing = 77;
        SHOW(virDomainLxcEnterSecurityLabel(&model, &label, NULL, 0));
        SHOW(virDomainLxcEnterSecurityLabel(&model, &label, &old, 1));
        printf("'%s' %d\n", old.label, old.enforcing);
        SHOW(virDomainLxcEnterSecurityLabel(&model, &label, &old, 0));
        printf("'%s' %d\n", old.label, old.enforcing);
    }
    SHOW(virDomainLxcEnterSecurityLabel(&model, NULL, &old, 0));
    SHOW(virDomainLxcEnterSecurityLabel(NULL, &label, &old, 0));
    SHOW(virDomainLxcEnterSecurityLabel(NULL, NULL, NULL, 1));
}

int main(void)
{
    virConnectPtr conn;
    virDomainPtr dom;
    int read_only;

    begin();
    labels();
    for (read_only = 0; read_only < 2; read_only++) {
        printf("== read-only %d\n", read_only);
        conn = read_only ? virConnectOpenReadOnly("test:///default") : virConnectOpen("test:///default");
        check(conn != NULL, "open");
        dom = virDomainLookupByName(conn, "test");
        check(dom != NULL, "look-up");
        namespaces(dom);
        /* Without the flag the original moves this process into the control groups of process 1. */
        SHOW(virDomainLxcEnterCGroup(dom, 1));
        virDomainFree(dom);
        virConnectClose(conn);
    }
    SHOW(virDomainLxcEnterCGroup(NULL, 0));
    SHOW(virDomainLxcOpenNamespace(NULL, NULL, 0));
    return 0;
}
