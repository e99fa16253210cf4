/* logging.c - what LIBVIRT_DEBUG, LIBVIRT_LOG_FILTERS and LIBVIRT_LOG_OUTPUTS may say, and what then is written to
 * standard error, to files, to syslog and to the journal. Every setting has a process of its own. Times, threads,
 * versions and places in the sources are left out: they differ by their nature. */
#include "report.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/logging-XXXXXX";

/* Prints a text without what differs: " : PLACE:NUMBER : " becomes " : ", and what says the version goes. */
static void show_line(const char *from, const char *line)
{
    const char *level = strstr(line, " : "), *colon, *text;

    if (strstr(line, "libvirt version: ")) {
        printf("  %s: the version\n", from);
        return;
    }
    if (strstr(line, "hostname: ")) {
        printf("  %s: the host\n", from);
        return;
    }
    if (strstr(line, ": debug : ") || strstr(line, ": info : "))
        return;
    check(level != NULL, "a level in the line");
    while (level > line && level[-1] != ' ')
        level--;
    text = strstr(level, " : ") + 3;
    colon = strstr(text, " : ");
    printf("  %s: %.*s : %s", from, (int)strcspn(level, " "), level, colon ? colon + 3 : text);
}

static void show_file(const char *from, const char *path)
{
    char line[4096];
    struct stat info;
    FILE *file = fopen(path, "r");
    int details = 0;

    if (!file) {
        printf("  %s: not there\n", from);
        return;
    }
    if (fstat(fileno(file), &info) == 0)
        printf("  %s: mode %o\n", from, (unsigned)info.st_mode & 0777);
    while (fgets(line, sizeof(line), file)) {
        details += strstr(line, ": debug : ") != NULL;
        /* What does not begin with the year belongs to a message of several lines. */
        if (line[0] == '2')
            show_line(from, line);
    }
    printf("  %s: %s\n", from, details ? "with details" : "without details");
    fclose(file);
}

/* Uses the library as the settings say: one call that works, one that fails. */
static void use_library(void)
{
    virConnectPtr conn;
    int initialized;

    virSetErrorFunc(NULL, silent);
    initialized = virInitialize();
    result("  virInitialize()", initialized);
    conn = virConnectOpen("test:///default");
    result("  virConnectOpen(\"test:///default\")", conn != NULL);
    if (conn) {
        CALL_NULL(virDomainLookupByName(conn, "nope"));
        virConnectClose(conn);
    }
    fflush(stdout);
}

/* Waits for the only child. */
static void wait_for_child(pid_t pid)
{
    int status;

    check(pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0, "child");
}

/* One setting: any of the three may be NULL. */
static void try(const char *debug, const char *filters, const char *outputs)
{
    char path[64];
    pid_t pid;

    printf("debug %s, filters %s, outputs %s\n", text_or_null(debug), text_or_null(filters), text_or_null(outputs));
    fflush(stdout);
    snprintf(path, sizeof(path), "%s/stderr", folder);
    pid = fork();
    if (pid == 0) {
        int fd = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0644);

        check(fd >= 0 && dup2(fd, 2) == 2, "stderr to a file");
        if (debug)
            setenv("LIBVIRT_DEBUG", debug, 1);
        if (filters)
            setenv("LIBVIRT_LOG_FILTERS", filters, 1);
        if (outputs)
            setenv("LIBVIRT_LOG_OUTPUTS", outputs, 1);
        use_library();
        _exit(0);
    }
    wait_for_child(pid);
    show_file("stderr", path);
    unlink(path);
    snprintf(path, sizeof(path), "%s/log", folder);
    if (access(path, F_OK) == 0)
        show_file("file", path);
    unlink(path);
}

static void settings(void)
{
    const char *levels[] = { "1", "2", "3", "4", "debug", "info", "warning", "error", "", "0", "5", "DEBUG", "x", "1 ", " 1", "01", "+1" };
    const char *filters[] = { "1:lib*", "1:libvirt",  "4:libvirt", "1:l*virt 4:libvirt", "4:util.error", "", " ", "1:bvi:b",
                              "1",     "0:x",        "5:x",       "x:y",           ":y",           "4:",
                              "1:x 2", "1:x 1:y 9:z",
                              "4:a\t1:b", "\t1:libvirt", "1\t:x", "4:a\n1:b", "\t1" };
    const char *outputs[] = {
        "1:stderr",      "4:stderr",          " 3:stderr ",      "+1:stderr",       "01:stderr",       "1:stderr 4:stderr",
        "4:file:log",    "1:stderr 2:file:log", "",              " ",               "0:stderr",        "5:stderr",
        "debug:stderr",  "-1:stderr",         "1x:stderr",       "stderr",          ":stderr",         "1:",
        "1:foo",         "1:STDERR",          "1:buffer",        "1:stderr:x",      "1:file",          "1:file:log:x",
        "1:file:/nowhere/log", "1:syslog",    "1:syslog:a:b",    "1:journald:x",    "4:stderr,4:stderr", "4:stderr bad", "1:stderr\t1:stderr", "\t4:stderr", "4:file:a\tb:c",
    };

    title("levels");
    try(NULL, NULL, NULL);
    for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++)
        try(levels[i], NULL, NULL);
    title("filters");
    for (size_t i = 0; i < sizeof(filters) / sizeof(*filters); i++)
        try(NULL, filters[i], "1:stderr");
    title("outputs");
    for (size_t i = 0; i < sizeof(outputs) / sizeof(*outputs); i++)
        try(NULL, NULL, outputs[i]);
    try("3", "4:nothing", "4:stderr");
    try("4", NULL, "1:stderr");
    try("5", "5:x", "5:stderr");
    try(NULL, "5:x", "5:stderr");
    /* What comes before the mistake counts. */
    try("1", "5:x", NULL);
    try("1", NULL, "5:stderr");
    try(NULL, "1:libvirt 5:x", NULL);
    try("1", NULL, "1:stderr 5:stderr");
}

static void write_file(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY);

    check(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text), path);
    close(fd);
}

/* A socket that collects what is sent to `path`. */
static int collector(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);

    strncpy(address.sun_path, path, sizeof(address.sun_path) - 1);
    check(fd >= 0 && bind(fd, (struct sockaddr *)&address, sizeof(address)) == 0, path);
    return fd;
}

/* Prints the fields of a journal entry whose values are the library's promise. */
static void show_fields(char *entry)
{
    int ours = strstr(entry, "MESSAGE=libvirt version") || strstr(entry, "MESSAGE=hostname");

    for (char *line = strtok(entry, "\n"); line; line = strtok(NULL, "\n")) {
        size_t name = strcspn(line, "=");

        if (!strncmp(line, "CODE_", 5) || (ours && !strncmp(line, "MESSAGE", name)))
            printf("  journal: %.*s\n", (int)name, line);
        else
            printf("  journal: %s\n", line);
    }
}

/* In name spaces of its own, with a journal and a syslog that this process plays. */
static void services(void)
{
    char text[65536], map[64], outer_uid[32];
    ssize_t length;
    pid_t pid;

    title("syslog and journal");
    fflush(stdout);
    snprintf(outer_uid, sizeof(outer_uid), "0 %d 1", (int)getuid());
    snprintf(map, sizeof(map), "0 %d 1", (int)getgid());
    pid = fork();
    if (pid == 0) {
        int journal, syslog;

        check(unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0, "name spaces");
        write_file("/proc/self/setgroups", "deny");
        write_file("/proc/self/uid_map", outer_uid);
        write_file("/proc/self/gid_map", map);
        check(mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL) == 0, "private mounts");
        check(mount("none", "/run", "tmpfs", 0, NULL) == 0 && mount("none", "/dev", "tmpfs", 0, NULL) == 0, "tmpfs");
        check(mkdir("/run/systemd", 0755) == 0 && mkdir("/run/systemd/journal", 0755) == 0, "directories");
        journal = collector("/run/systemd/journal/socket");
        syslog = collector("/dev/log");
        setenv("LIBVIRT_LOG_OUTPUTS", "2:syslog:some-name 4:journald", 1);
        use_library();
        while ((length = recv(syslog, text, sizeof(text) - 1, 0)) >= 0) {
            text[length] = '\0';
            printf("  priority %.*s, name %d\n", (int)strcspn(text, ">"), text + 1, strstr(text, " some-name: ") != NULL);
            show_line("syslog", text);
        }
        while ((length = recv(journal, text, sizeof(text) - 1, 0)) >= 0) {
            text[length] = '\0';
            show_fields(text);
        }
        fflush(stdout);
        _exit(0);
    }
    wait_for_child(pid);
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    show_library();
    unsetenv("LIBVIRT_DEBUG");
    unsetenv("LIBVIRT_LOG_FILTERS");
    unsetenv("LIBVIRT_LOG_OUTPUTS");
    check(mkdtemp(folder) && chdir(folder) == 0, "folder");
    settings();
    services();
    check(rmdir(folder) == 0, "the folder is empty");
    return 0;
}
