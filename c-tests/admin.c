/* libvirt-admin.so.0 without a daemon: which daemon a URI means, and where its socket is looked for. What functions
 * answer to a NULL handle is asked elsewhere. */

#include "report.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <libvirt/libvirt-admin.h>

/* A home for the test alone; in the output it is called HOME. */
static char home[] = "/tmp/oxvirt-admin-XXXXXX";

static void print_without_home(const char *text)
{
    const char *found;

    while ((found = strstr(text, home))) {
        printf("%.*sHOME", (int)(found - text), text);
        text = found + strlen(home);
    }
    printf("%s\n", text);
}

/* Opens `name`, which fails: there is no daemon. */
static void open_name(const char *name, unsigned int flags)
{
    virAdmConnectPtr conn = virAdmConnectOpen(name, flags);
    virErrorPtr error = virGetLastError();

    printf("%s, %u: ", text_or_null(name), flags);
    if (!error) {
        printf("%s\n", conn ? "open" : "no error");
        return;
    }
    printf("%d [%d %d %d] %d %d ", !!conn, error->code, error->domain, (int)error->level, error->int1, error->int2);
    print_without_home(error->message);
}

static void open_names(void)
{
    static const char *const names[] = {
        "libvirtd:///system", "libvirtd:///session", "libvirtd:/system", "libvirtd://host/system",
        "libvirtd:///system?", "libvirtd:///system#fragment", "virtqemud:///system", "virtlogd:///session",
        "virt:///system", "virtual+unix:///session",
        /* not the name of a daemon */
        "", "libvirtd", "/system", "%%", "http://[::1", "foo:///system", "qemu:///system", "LIBVIRTD:///system",
        "libvirtd+unix:///system", "libvirtd+ssh://host/system",
        /* not a place */
        "libvirtd:", "libvirtd:///", "libvirtd:///system/", "libvirtd:///SYSTEM", "virtlockd:///embed",
        /* a socket that is named */
        "libvirtd:///system?socket=/nonexistent", "foo:///bar?socket=/nonexistent", "///?socket=/nonexistent",
        "libvirtd:///system?socket=/one&socket=/nonexistent", "libvirtd:///system?socket=/non%65xistent",
        "libvirtd:///system?mode=auto", "libvirtd:///system?Socket=/x", "libvirtd:///system?socket=/x&y=z",
        "libvirtd:///system?socket=/dev/null",
    };
    char longer[200] = "libvirtd:///system?socket=/";
    size_t i;

    title("URIs");
    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        open_name(names[i], 0);
    memset(longer + strlen(longer), 'x', 120);
    open_name(longer, 0);

    title("default");
    setenv("LIBVIRT_ADMIN_DEFAULT_URI", "", 1);
    open_name(NULL, 0);
    setenv("LIBVIRT_ADMIN_DEFAULT_URI", "foo:///x", 1);
    open_name(NULL, 0);
    open_name("", 0);
    unsetenv("LIBVIRT_ADMIN_DEFAULT_URI");

    title("flags are not looked at");
    open_name("libvirtd:///session", VIR_CONNECT_RO | 0xf0);
}

/* Opens names with the settings `text` in the user's file. */
static void with_settings(const char *text)
{
    static const char *const names[] = { NULL, "a", "b", "c", "d", "", "libvirtd:///session" };
    size_t i;
    int fd = open(".config/libvirt/libvirt-admin.conf", O_WRONLY | O_CREAT | O_TRUNC, 0600);

    check(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) && close(fd) == 0, text);
    printf("-- %s\n", text);
    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        open_name(names[i], 0);
        open_name(names[i], VIR_CONNECT_NO_ALIASES);
    }
    setenv("LIBVIRT_ADMIN_DEFAULT_URI", "a", 1);
    open_name(NULL, 0);
    unsetenv("LIBVIRT_ADMIN_DEFAULT_URI");
}

/* As a user, because root's settings are the system's. */
static void settings(void)
{
    title("settings");
    check(geteuid() != 0 || (setgid(65534) == 0 && setuid(65534) == 0), "an ordinary user");
    check(mkdir(".config", 0700) == 0 && mkdir(".config/libvirt", 0700) == 0, "a folder");
    open_name(NULL, 0);
    with_settings("");
    with_settings("uri_default = \"virtlogd:///session\"");
    with_settings("uri_default = \"\"");
    with_settings("uri_default = 5");
    with_settings("uri_default = ");
    with_settings("uri_default = \"a\"\nuri_aliases = [ \"a=foo:///x\", \"foo:///x=b\", \"b=c=d\", \"c\", \"d=x\" ]");
    with_settings("uri_aliases = [ \"=libvirtd:///x\", \"a=\", \"d e=libvirtd:///x\" ]");
    with_settings("uri_aliases = \"a=foo:///\"");
    check(chmod(".config/libvirt/libvirt-admin.conf", 0) == 0, "chmod");
    open_name(NULL, 0);
    check(unlink(".config/libvirt/libvirt-admin.conf") == 0, "unlink");
    check(mkdir(".config/libvirt/libvirt-admin.conf", 0700) == 0, "a folder in place of a file");
    open_name(NULL, 0);
    check(rmdir(".config/libvirt/libvirt-admin.conf") == 0, "rmdir");
    check(rmdir(".config/libvirt") == 0 && rmdir(".config") == 0, "the folders are empty");
}

static void cache_folder(void)
{
    title("folder for caches");
    setenv("XDG_CACHE_HOME", "/nonexistent/cache", 1);
    open_name("libvirtd:///session", 0);
}

static void runtime_folder(void)
{
    title("folder for sockets");
    setenv("XDG_CACHE_HOME", "/nonexistent/cache", 1);
    setenv("XDG_RUNTIME_DIR", "/nonexistent/run", 1);
    open_name("libvirtd:///session", 0);
}

static void last_error(const char *call, int value)
{
    printf("%s = %d leaves error %d\n", call, value, virGetLastErrorCode());
}

#define LAST_ERROR(call) do { int value; leave_error(); value = (call); last_error(#call, value); } while (0)

static void error_rules(void)
{
    unsigned long long version = 0;

    title("last error");
    LAST_ERROR(virAdmInitialize());
    LAST_ERROR(virAdmGetVersion(&version));
    printf("%d\n", version >= 9000000 && version % 1000 == 0);
    LAST_ERROR(virAdmGetVersion(NULL));
    LAST_ERROR(virAdmConnectClose(NULL));
    LAST_ERROR(virAdmServerFree(NULL));
    LAST_ERROR(virAdmClientFree(NULL));
    LAST_ERROR(virAdmConnectIsAlive(NULL));
    LAST_ERROR(virAdmConnectRef(NULL));
}

/* Does the job in a process of its own: the original looks at the environment only once. */
static void in_child(void (*job)(void))
{
    int status = -1;
    pid_t child;

    fflush(stdout);
    child = fork();
    check(child >= 0, "fork");
    if (child == 0) {
        job();
        exit(0);
    }
    check(waitpid(child, &status, 0) == child && status == 0, "the child");
    /* The original makes these folders where it looks for a socket. */
    rmdir(".cache/libvirt");
    rmdir(".cache");
}

int main(void)
{
    begin();
    check(mkdtemp(home) && chmod(home, 0777) == 0 && chdir(home) == 0, "a folder");
    setenv("HOME", home, 1);
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("XDG_CACHE_HOME");
    unsetenv("XDG_RUNTIME_DIR");
    unsetenv("LIBVIRT_ADMIN_DEFAULT_URI");
    CALL(virAdmInitialize());
    error_rules();
    in_child(open_names);
    in_child(settings);
    in_child(cache_folder);
    in_child(runtime_folder);
    check(rmdir(home) == 0, "nothing is left");
    return 0;
}
