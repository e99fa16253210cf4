/* uris.c - which URI a connection is opened with: the environment, libvirt.conf of the system and of the user, aliases.
 * Every case has a process in name spaces of its own, with files made for it. */
#include "report.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void write_file(const char *path, const char *text)
{
    int fd = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0644);

    check(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text), path);
    close(fd);
}

/* Makes this process user `uid` of a name space where the configuration of system and user can be written. */
static void enter(int uid)
{
    char map[64];
    int outer = (int)getuid(), outer_group = (int)getgid();

    check(unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0, "name spaces");
    write_file("/proc/self/setgroups", "deny");
    snprintf(map, sizeof(map), "%d %d 1", uid, outer);
    write_file("/proc/self/uid_map", map);
    snprintf(map, sizeof(map), "%d %d 1", uid, outer_group);
    write_file("/proc/self/gid_map", map);
    check(mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL) == 0, "private mounts");
    check(mount("none", "/tmp", "tmpfs", 0, NULL) == 0, "tmpfs");
    check(mount("none", "/etc/libvirt", "tmpfs", 0, NULL) == 0, "the system's configuration");
    check(mount("none", "/run", "tmpfs", 0, NULL) == 0, "no daemons");
    check(mkdir("/tmp/home", 0755) == 0 && mkdir("/tmp/run", 0700) == 0, "directories");
    setenv("XDG_RUNTIME_DIR", "/tmp/run", 1);
    setenv("HOME", "/tmp/home", 1);
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("LIBVIRT_DEFAULT_URI");
    setenv("LIBVIRT_AUTOSTART", "0", 1);
}

static void show_open(const char *what, const char *uri, unsigned int flags)
{
    virConnectPtr conn = virConnectOpenAuth(uri, NULL, flags);
    char *canonical;

    result(what, conn != NULL);
    if (!conn)
        return;
    canonical = virConnectGetURI(conn);
    printf("    %s\n", text_or_null(canonical));
    free(canonical);
    virConnectClose(conn);
}

/* Runs `body` as user `uid`, with the lines of configuration. */
static void with_files(const char *what, int uid, const char *system, const char *user, void (*body)(void))
{
    int status;
    pid_t pid;

    title(what);
    fflush(stdout);
    pid = fork();
    if (pid == 0) {
        enter(uid);
        if (system)
            write_file("/etc/libvirt/libvirt.conf", system);
        if (user) {
            check(mkdir("/tmp/home/.config", 0755) == 0 && mkdir("/tmp/home/.config/libvirt", 0755) == 0, "directories");
            write_file("/tmp/home/.config/libvirt/libvirt.conf", user);
        }
        virSetErrorFunc(NULL, silent);
        body();
        fflush(stdout);
        _exit(0);
    }
    check(pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0, what);
}

#define SHOW(uri, flags) show_open("open " #uri ", " #flags, uri, flags)

static void defaults(void)
{
    SHOW(NULL, 0);
    SHOW("", 0);
    setenv("LIBVIRT_DEFAULT_URI", "", 1);
    SHOW(NULL, 0);
    setenv("LIBVIRT_DEFAULT_URI", "test:///default?a=b", 1);
    SHOW(NULL, 0);
    SHOW("", 0);
    SHOW(NULL, VIR_CONNECT_NO_ALIASES);
    setenv("LIBVIRT_DEFAULT_URI", "one", 1);
    SHOW(NULL, 0);
    SHOW("", 0);
    setenv("LIBVIRT_DEFAULT_URI", "nope:///system", 1);
    SHOW(NULL, 0);
    setenv("LIBVIRT_DEFAULT_URI", "a b", 1);
    SHOW(NULL, 0);
}

static void aliases(void)
{
    SHOW("one", 0);
    SHOW("two-2_B", 0);
    SHOW("one", VIR_CONNECT_NO_ALIASES);
    SHOW("One", 0);
    SHOW("none", 0);
    SHOW("bad-target", 0);
    SHOW("chain", 0);
    SHOW("test:///default", 0);
    SHOW("empty", 0);
    SHOW(NULL, 0);
    SHOW("", 0);
    SHOW("one", VIR_CONNECT_RO);
    SHOW("test:///default", 1 << 10);
}

/* What is a URI, and which are for drivers inside the process. */
static void syntax(void)
{
    static const char *const uris[] = {
        "test://:99/default", "test://u@:99/default", "test://u@/default", "test://:/default", "test://h:/default",
        "test://h:x/default", "test://h:-1/default", "test://[::1]:/default", "test://[::1]x/default",
        "test://[::1/default", "test:////default", "test:default", "test:", "test:///default?a=%zz", "test:///%zz",
        "test:/default#f", "test:/default?#", "TEST:/embed", "test:/embed", "test:///embed?root=rel",
        "test:///embed?root=/tmp/r", "test://h/embed?root=/tmp/r", "test+unix:///embed?root=/tmp/r", "foo:/embed",
        "foo:///embed?root=/tmp/r", "a.b:///embed?root=/tmp/r", "lxc2:/embed", "qemu:/embed", "qemu:///embed?root=",
        "qemu:///embed?root=x", "qemu+tcp://h/embed?root=/x", "/embed", "//h/embed", "embed",
    };

    for (size_t i = 0; i < sizeof(uris) / sizeof(*uris); i++)
        show_open(uris[i], uris[i], 0);
    SHOW("qemu:///embed?root=/tmp/r", 0);
    virEventRegisterDefaultImpl();
    SHOW("test:///embed?root=/tmp/r", 0);
    SHOW("foo:///embed?root=/tmp/r", 0);
    SHOW("a.b:///embed?root=/tmp/r", 0);
}

static void few(void)
{
    SHOW(NULL, 0);
    SHOW("one", 0);
    SHOW("x y", 0);
    SHOW("test:///default", 0);
    SHOW("one", VIR_CONNECT_NO_ALIASES);
}

static void other_home(void)
{
    check(mkdir("/tmp/xdg", 0755) == 0 && mkdir("/tmp/xdg/libvirt", 0755) == 0, "directories");
    write_file("/tmp/xdg/libvirt/libvirt.conf", "uri_default = \"test:///default?from=xdg\"\n");
    setenv("XDG_CONFIG_HOME", "/tmp/xdg", 1);
    SHOW(NULL, 0);
}

static void unreadable(void)
{
    check(mkdir("/etc/libvirt/libvirt.conf", 0755) == 0, "directory");
    few();
}

int main(void)
{
    static const char good[] = "# comment\n"
                               "uri_aliases = [\n"
                               "  \"one=test:///default?alias=1\",\n"
                               "  \"two-2_B=test:///default?alias=2\",\n"
                               "  \"bad-target=nope:///x\",\n"
                               "  \"chain=one\",\n"
                               "  \"empty=\",\n"
                               "  \"one=test:///default?alias=again\",\n"
                               "]\n"
                               "unknown = 5\n"
                               "uri_default = \"test:///default?from=conf\"\n";
    static const char *const wrong[] = {
        "uri_default = 5\n",
        "uri_default = \"\"\n",
        "uri_default = [\"test:///default\"]\n",
        "uri_default = \"one\"\nuri_aliases = [\"one=test:///default?alias=1\"]\n",
        "uri_default = \"nope:///x\"\n",
        "uri_aliases = \"one=test:///default\"\n",
        "uri_aliases = \"bad\"\n",
        "uri_aliases = 5\n",
        "uri_aliases = [ 5 ]\n",
        "uri_aliases = [ \"bad\" ]\n",
        "uri_aliases = [ \"bad\", \"one=test:///default\" ]\n",
        "uri_aliases = [ \"one=test:///default\", \"bad\" ]\n",
        "uri_aliases = [ \"x y=test:///default\" ]\n",
        "uri_aliases = [ \"=test:///default\" ]\n",
        "uri_aliases = [ \"\" ]\n",
        "uri_aliases = [ \"one:test:///default\" ]\n",
        "uri_aliases = []\n",
        "uri_default = \"test:///default\nx\n",
        "uri_default \"test:///default\"\n",
        "= 5\n",
        "uri_default = \"test:///default\"",
        "uri_default = 'test:///default'\n",
        "uri_default = \"\"\"test:///default\"\"\"\n",
        "uri_aliases = [ \"one=test:///default\"\n",
    };
    char what[32];

    setvbuf(stdout, NULL, _IOLBF, 0);
    show_library();
    with_files("root, no file, environment", 0, NULL, NULL, defaults);
    with_files("root, a file, environment", 0, good, NULL, defaults);
    with_files("user, the system's file, environment", 65534, good, NULL, defaults);
    with_files("user, own file, environment", 65534, NULL, good, defaults);
    with_files("syntax", 0, NULL, NULL, syntax);
    with_files("root, aliases", 0, good, NULL, aliases);
    with_files("root, the user's aliases", 0, NULL, good, aliases);
    with_files("user, aliases", 65534, NULL, good, aliases);
    with_files("user, other folder", 65534, NULL, good, other_home);
    with_files("root, a folder in place of the file", 0, NULL, NULL, unreadable);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
        snprintf(what, sizeof(what), "wrong %zu", i + 1);
        printf("%s", wrong[i]);
        with_files(what, 0, wrong[i], NULL, few);
    }
    return 0;
}
