/* qemu-monitor.c - libvirt-qemu.so.0's commands on a real guest: what goes to the monitor, what comes back, in which
 * form, and what it does to the domain; the agent's and the attach call's errors.
 *
 * Left out of the output: the number in the reply's id, because the libraries send different numbers of commands at
 * start; what is wrong with a text that is not JSON, in the words of the libraries' parsers; the outcome of a command
 * that ends QEMU, which may be the reply or the lost connection.
 */
#define _GNU_SOURCE
#include "common.h"

#include <fcntl.h>
#include <ftw.h>
#include <pwd.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libvirt/libvirt-qemu.h>

#define QUERY "{\"execute\":\"query-status\"}"
#define DEADLINE_MS 60000
enum { HMP = VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP, UNKNOWN_FLAG = 4 };

static const char domain_xml[] =
    "<domain type='qemu'><name>m</name><memory unit='MiB'>16</memory><vcpu>1</vcpu>"
    "<os><type arch='x86_64' machine='pc'>hvm</type></os><devices><emulator>/usr/bin/qemu-system-x86_64</emulator>"
    "<controller type='usb' model='none'/><memballoon model='none'/></devices></domain>";

static char root[64], uri[128];
static virConnectPtr conn;
static virDomainPtr dom;
static int last_event = -1;
static bool said = true; /* events are printed */

static void die(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, virGetLastErrorMessage());
    exit(2);
}

/* ---- the sandbox ---- */

static int remove_entry(const char *path, const struct stat *info UNUSED, int kind UNUSED, struct FTW *place UNUSED)
{
    return remove(path);
}

static void clean_up(void) { nftw(root, remove_entry, 16, FTW_DEPTH | FTW_PHYS); }

/* The original's driver looks for a user that only an installed daemon has, if it is root. */
static void become_ordinary(void)
{
    const struct passwd *user = getpwnam("nobody");

    if (geteuid() == 0 && (!user || setgid(user->pw_gid) < 0 || setuid(user->pw_uid) < 0))
        die("nobody");
}

static void prepare(void)
{
    char path[128];

    become_ordinary();
    strcpy(root, "/tmp/qemu-monitor-XXXXXX");
    if (!mkdtemp(root))
        die("mkdtemp");
    atexit(clean_up);
    setenv("HOME", root, 1);
    work_folder = root;
    snprintf(path, sizeof(path), "%s/etc", root);
    mkdir(path, 0700);
    strcat(path, "/qemu.conf");
    FILE *settings = fopen(path, "w");
    /* No daemon keeps the guests' logs here. */
    if (!settings || fputs("stdio_handler = \"file\"\n", settings) < 0 || fclose(settings) != 0)
        die(path);
    snprintf(uri, sizeof(uri), "qemu:///embed?root=%s", root);
}

/* ---- printing ---- */

static void print_reply(const char *reply)
{
    static const char number[] = "\"libvirt-";

    for (; *reply; reply++) {
        if (strncmp(reply, number, strlen(number)) == 0) {
            printf("%s#", number);
            reply += strlen(number) + strspn(reply + strlen(number), "0123456789") - 1;
        } else if (*reply == '\r' || *reply == '\n') {
            printf(*reply == '\r' ? "\\r" : "\\n");
        } else {
            putchar(*reply);
        }
    }
    putchar('\n');
}

/* A command, its reply or its error. */
static void command(const char *text, unsigned int flags)
{
    char *reply = (char *)"untouched";

    printf("%s %s\n", flags & HMP ? "hmp" : "qmp", text);
    if (result("  virDomainQemuMonitorCommand", virDomainQemuMonitorCommand(dom, text, &reply, flags)) < 0) {
        printf("  %s\n", reply);
        return;
    }
    printf("  ");
    print_reply(reply);
    free(reply);
}

/* A text that is not JSON. */
static void not_json(const char *text)
{
    static const char head[] = "internal error: cannot parse json ";
    char *reply = NULL;
    int value = virDomainQemuMonitorCommand(dom, text, &reply, 0);
    virErrorPtr error = virGetLastError();

    printf("not json %s\n  %d", text, value);
    if (error)
        printf(" [%d %d %d] %.*s", error->code, error->domain, error->level, (int)(strlen(head) + strlen(text)),
               error->message);
    putchar('\n');
}

static void show_state(void)
{
    int state = -1, reason = -1;

    virDomainGetState(dom, &state, &reason, 0);
    printf("state %d %d, active %d\n", state, reason, virDomainIsActive(dom));
}

/* Prints the line of the status file, or of the domain's log, that says it. */
static void show_taint(const char *file)
{
    char path[160], line[512];
    int found = 0;

    snprintf(path, sizeof(path), "%s/%s", root, file);
    FILE *stream = fopen(path, "r");
    if (!stream)
        die(path);
    while (fgets(line, sizeof(line), stream)) {
        const char *text = strstr(line, file[0] == 'r' ? "<taint" : "Domain id=");
        if (text && ++found)
            printf("%s: %s", file, text);
    }
    fclose(stream);
    printf("%s: %d\n", file, found);
}

/* ---- events ---- */

static int on_lifecycle(virConnectPtr c UNUSED, virDomainPtr d UNUSED, int event, int detail, void *opaque UNUSED)
{
    if (said)
        printf("event %d %d\n", event, detail);
    last_event = event;
    return 0;
}

static void on_deadline(int timer UNUSED, void *opaque UNUSED)
{
    fprintf(stderr, "no event\n");
    exit(3);
}

static void wait_for(int event)
{
    int timer = virEventAddTimeout(DEADLINE_MS, on_deadline, NULL, NULL);

    last_event = -1;
    while (last_event != event)
        virEventRunDefaultImpl();
    virEventRemoveTimeout(timer);
}

/* ---- the parts ---- */

static void arguments(void)
{
    char *reply = NULL;
    int *files = NULL;
    unsigned int count = 7;
    int invalid = 0;

    title("arguments");
    CALL(virDomainQemuMonitorCommand(NULL, QUERY, &reply, 0));
    CALL(virDomainQemuMonitorCommand(NULL, NULL, NULL, UNKNOWN_FLAG));
    CALL(virDomainQemuMonitorCommand(dom, QUERY, NULL, 0));
    CALL(virDomainQemuMonitorCommand(dom, QUERY, NULL, UNKNOWN_FLAG));
    CALL(virDomainQemuMonitorCommandWithFiles(NULL, QUERY, 0, NULL, NULL, NULL, &reply, 0));
    CALL(virDomainQemuMonitorCommandWithFiles(dom, QUERY, 0, NULL, &count, &files, NULL, 0));
    CALL(virDomainQemuMonitorCommandWithFiles(dom, QUERY, 1, &invalid, NULL, NULL, NULL, UNKNOWN_FLAG));
    CALL(virDomainQemuAgentCommand(NULL, QUERY, 1, 0) != NULL);
    CALL(virDomainQemuAttach(NULL, 1, 0) != NULL);
    CALL(virDomainQemuAttach(conn, 0, 0) != NULL);
    CALL(virDomainQemuAttach(conn, 0, UNKNOWN_FLAG) != NULL);
    CALL(virDomainQemuAttach(conn, 1, 0) != NULL);
    CALL(virDomainQemuAttach(conn, 1, UNKNOWN_FLAG) != NULL);
}

static void read_only(void)
{
    virConnectPtr limited = virConnectOpenReadOnly(uri);
    virDomainPtr seen = virDomainLookupByName(limited, "m");
    char *reply = NULL;

    title("read-only");
    CALL(virDomainQemuMonitorCommand(seen, QUERY, &reply, 0));
    CALL(virDomainQemuMonitorCommand(seen, QUERY, NULL, 0));
    CALL(virDomainQemuMonitorCommand(seen, QUERY, &reply, UNKNOWN_FLAG));
    CALL(virDomainQemuMonitorCommandWithFiles(seen, QUERY, 0, NULL, NULL, NULL, &reply, 0));
    CALL(virDomainQemuMonitorCommandWithFiles(seen, QUERY, 0, NULL, NULL, NULL, NULL, 0));
    CALL(virDomainQemuAgentCommand(seen, QUERY, 1, 0) != NULL);
    CALL(virDomainQemuAttach(limited, 1, 0) != NULL);
    CALL(virDomainQemuAttach(limited, 0, 0) != NULL);
    virDomainFree(seen);
    virConnectClose(limited);
}

/* What does not depend on the guest, or on its being off. */
static void without_run(void)
{
    title("inactive");
    command(QUERY, 0);
    command("info status", HMP);
    command("junk", 0);
    command(QUERY, UNKNOWN_FLAG);
    CALL(virDomainQemuAgentCommand(dom, QUERY, 1, 0) != NULL);
    CALL(virDomainQemuAgentCommand(dom, QUERY, -9, 0) != NULL);
    CALL(virDomainQemuAgentCommand(dom, QUERY, 1, UNKNOWN_FLAG) != NULL);
}

static void replies(void)
{
    static const char *const texts[] = {
        QUERY, "  { \"execute\" : \"query-status\" }\n", "{\"execute\":\"query-status\",\"arguments\":{}}",
        "{\"arguments\":{},\"execute\":\"query-status\"}", "{\"execute\":\"\\u0071uery-status\"}",
        "{\"execute\":\"query-version\"}", "{\"execute\":\"query-kvm\"}", "{\"execute\":\"query-rx-filter\"}",
        "{\"execute\":\"qom-get\",\"arguments\":{\"path\":\"/machine\",\"property\":\"type\"}}",
        "{\"execute\":\"human-monitor-command\",\"arguments\":{\"command-line\":\"info version\"}}",
    };
    static const char *const refused[] = {
        "{\"execute\":\"no-such\"}", "{\"execute\":5}", "{\"execute\":\"query-status\",\"junk\":1}",
        "{\"execute\":\"query-status\",\"arguments\":{\"x\":1e400}}",
        "{\"execute\":\"qom-list\",\"arguments\":{\"path\":\"/machine/nope\"}}",
        "{\"execute\":\"qu\\\"ote\\/x\\n\\u0001\\u00e9\"}", "{\"execute\":\"qmp_capabilities\"}",
        /* Nothing that takes an id of ours. */
        "{}", "{\"id\":\"a\"}", "{\"foo\":1}", "[1,2]", "\"text\"", "5", "null", "true",
    };
    static const char *const with_id[] = {
        "{\"execute\":\"query-status\",\"id\":\"mine\"}", "{\"execute\":\"query-status\",\"id\":5}",
        "{\"id\":null,\"execute\":\"query-status\"}",
    };
    static const char *const garbage[] = {
        "", "   ", "junk", "{\"execute\":\"query-status\"", QUERY " trailing", QUERY QUERY, "{'execute':'stop'}",
        "{\"execute\":\"query-status\",\"arguments\":{\"x\":01}}", "{\"execute\":\"query-status\" /* c */}",
    };

    title("replies");
    for (size_t i = 0; i < COUNT(texts); i++)
        command(texts[i], 0);
    title("refused by QEMU");
    for (size_t i = 0; i < COUNT(refused); i++)
        command(refused[i], 0);
    title("an id");
    for (size_t i = 0; i < COUNT(with_id); i++)
        command(with_id[i], 0);
    title("not JSON");
    for (size_t i = 0; i < COUNT(garbage); i++)
        not_json(garbage[i]);
}

static void human(void)
{
    static const char *const lines[] = {
        "info status", "  info status ", "", "nosuch", "info nosuch", "info status\ninfo name", "info name",
        "help quit", "print 1+1", "x", "p \"", "set_link", "set_link foo on",
    };

    title("human");
    for (size_t i = 0; i < COUNT(lines); i++)
        command(lines[i], HMP);
    command("info status", HMP | UNKNOWN_FLAG);
}

/* RUN-4: a stop by another command than ours is an event, ours is not reported twice. */
static void stop_and_continue(void)
{
    title("stop and continue");
    command("{\"execute\":\"cont\"}", 0);
    wait_for(VIR_DOMAIN_EVENT_RESUMED);
    show_state();
    command("{\"execute\":\"stop\"}", 0);
    wait_for(VIR_DOMAIN_EVENT_SUSPENDED);
    show_state();
    command("cont", HMP);
    wait_for(VIR_DOMAIN_EVENT_RESUMED);
    show_state();
    CALL(virDomainSuspend(dom));
    wait_for(VIR_DOMAIN_EVENT_SUSPENDED);
    CALL(virDomainResume(dom));
    wait_for(VIR_DOMAIN_EVENT_RESUMED);
    show_state();
}

static void with_files(void)
{
    char *reply = NULL;
    int *files = &last_event;
    unsigned int count = 7;

    title("with files, of which there are none");
    CALL(virDomainQemuMonitorCommandWithFiles(dom, QUERY, 0, NULL, NULL, NULL, &reply, 0));
    print_reply(reply);
    free(reply);
    CALL(virDomainQemuMonitorCommandWithFiles(dom, "info status", 0, NULL, &count, &files, &reply, HMP));
    print_reply(reply);
    printf("%u %s\n", count, files ? "set" : "NULL");
    free(reply);
    count = 7;
    files = &last_event;
    CALL(virDomainQemuMonitorCommandWithFiles(dom, QUERY, 0, NULL, &count, NULL, NULL, 0));
    printf("%u\n", count);
    reply = NULL;
    printf("%d", virDomainQemuMonitorCommandWithFiles(dom, "junk", 0, NULL, &count, &files, &reply, 0));
    printf(" %u %s %s\n", count, files ? "set" : "NULL", reply ? "set" : "NULL");
}

/* A command with descriptors, and its reply or error. */
static void command_with_files(const char *text, unsigned int count, int *files, unsigned int flags)
{
    char *reply = NULL;
    unsigned int received = 7;
    int *sent_back = &last_event;

    printf("%u files: %s\n", count, text);
    if (result("  virDomainQemuMonitorCommandWithFiles",
               virDomainQemuMonitorCommandWithFiles(dom, text, count, files, &received, &sent_back, &reply, flags)) < 0)
        return;
    printf("  %u %s ", received, sent_back ? "set" : "NULL");
    print_reply(reply);
    free(reply);
    free(sent_back);
}

static void files_go_along(void)
{
    int files[2] = { open("/dev/null", O_RDONLY), open("/dev/null", O_WRONLY) };

    title("with files");
    command_with_files("{\"execute\":\"getfd\",\"arguments\":{\"fdname\":\"a\"}}", 1, files, 0);
    command_with_files("{\"execute\":\"closefd\",\"arguments\":{\"fdname\":\"a\"}}", 0, NULL, 0);
    command_with_files("{\"execute\":\"closefd\",\"arguments\":{\"fdname\":\"a\"}}", 0, NULL, 0);
    command_with_files("{\"execute\":\"getfd\",\"arguments\":{\"fdname\":\"b\"}}", 2, files, 0);
    command_with_files("{\"execute\":\"getfd\",\"arguments\":{\"fdname\":\"c\"}}", 0, NULL, 0);
    command_with_files("getfd d", 1, files, HMP);
    command_with_files("{\"execute\":\"closefd\",\"arguments\":{\"fdname\":\"d\"}}", 0, NULL, 0);
    command_with_files(QUERY, 1, files + 1, 0);
    command_with_files(QUERY, 1, files, UNKNOWN_FLAG);
    /* They are still ours. */
    printf("%d %d\n", close(files[0]), close(files[1]));
}

static void taint(void)
{
    char *xml = virDomainGetXMLDesc(dom, 0);

    title("taint");
    /* Whatever wrote the status file later than the first command has written this as well. */
    show_taint("run/qemu/m.xml");
    show_taint("log/qemu/m.log");
    printf("XML says it: %d\n", strstr(xml, "taint") != NULL);
    free(xml);
}

static void agent(void)
{
    title("agent");
    CALL(virDomainQemuAgentCommand(dom, QUERY, VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT, 0) != NULL);
    CALL(virDomainQemuAgentCommand(dom, "junk", -9, 0) != NULL);
    CALL(virDomainQemuAgentCommand(dom, QUERY, 1, UNKNOWN_FLAG) != NULL);
    virDomainSuspend(dom);
    CALL(virDomainQemuAgentCommand(dom, QUERY, 1, 0) != NULL);
    virDomainResume(dom);
}

/* QEMU ends. The original can lose both the reply and the reason. */
static void quit(void)
{
    char *reply = NULL;

    title("quit");
    said = false;
    if (virDomainQemuMonitorCommand(dom, "{\"execute\":\"quit\"}", &reply, 0) == 0)
        free(reply);
    wait_for(VIR_DOMAIN_EVENT_STOPPED);
    printf("active %d\n", virDomainIsActive(dom));
    command(QUERY, 0);
}

int main(void)
{
    prepare();
    begin();
    virEventRegisterDefaultImpl();
    conn = virConnectOpen(uri);
    if (!conn)
        die("virConnectOpen");
    dom = virDomainDefineXML(conn, domain_xml);
    if (!dom)
        die("virDomainDefineXML");
    virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                     VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle), NULL, NULL);
    arguments();
    read_only();
    without_run();
    if (virDomainCreateWithFlags(dom, VIR_DOMAIN_START_PAUSED) < 0)
        die("virDomainCreateWithFlags");
    wait_for(VIR_DOMAIN_EVENT_SUSPENDED);
    replies();
    human();
    stop_and_continue();
    with_files();
    files_go_along();
    taint();
    agent();
    quit();
    virDomainFree(dom);
    virConnectClose(conn);
    return 0;
}
