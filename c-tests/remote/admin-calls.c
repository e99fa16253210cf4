/* Administration of a daemon through libvirt-admin.so.0: every function with good and bad arguments.
 *     admin-calls SOCKET FOLDER
 * SOCKET is the administration socket of a libvirtd that nobody else uses, FOLDER where its ordinary one is. */

#include "../report.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <libvirt/libvirt-admin.h>

static const char *socket_path;
static pid_t client_process = -1;

/* The URI of the socket with another beginning. */
static const char *uri_of(const char *start)
{
    static char text[4096];

    snprintf(text, sizeof(text), "%s%csocket=%s", start, strchr(start, '?') ? '&' : '?', socket_path);
    return text;
}

static virAdmConnectPtr open_socket(void)
{
    virAdmConnectPtr conn = virAdmConnectOpen(uri_of("libvirtd:///session"), 0);

    check(conn != NULL, "open");
    return conn;
}

/* Prints a call with the text that it returns. */
static void show_text(const char *call, char *text)
{
    printf("%s: ", call);
    print_message(text_or_null(text));
    result("", text != NULL);
    free(text);
}

#define TEXT(call) show_text(#call, call)

static void show_param(const virTypedParameter *param)
{
    printf("  %s %d ", param->field, param->type);
    /* Numbers that differ from run to run. */
    if (strcmp(param->field, VIR_CLIENT_INFO_UNIX_PROCESS_ID) == 0)
        printf("%s", param->value.i == getpid() ? "own" : param->value.i == client_process ? "the client's" : "another");
    else if (strcmp(param->field, VIR_THREADPOOL_WORKERS_FREE) == 0)
        printf("free");
    else if (param->type == VIR_TYPED_PARAM_STRING)
        printf("\"%s\"", param->value.s);
    else if (param->type == VIR_TYPED_PARAM_BOOLEAN)
        printf("%d", param->value.b);
    else
        printf("%u", param->value.ui);
    putchar('\n');
}

/* Prints a call with the list of parameters that it stores. */
#define PARAMS(function, handle, flags) do { \
    virTypedParameterPtr found = NULL; \
    int length = -5; \
    int value = result(#function "(" #handle ", " #flags ")", function(handle, &found, &length, flags)); \
    printf(" %d parameters, %s\n", length, found ? "a list" : "no list"); \
    for (int place = 0; value == 0 && place < length; place++) \
        show_param(found + place); \
    if (value == 0) \
        virTypedParamsFree(found, length); \
} while (0)

static void opening(void)
{
    static const char *const starts[] = {
        "libvirtd:///session", "libvirtd:///system", "foo://user@host:1/bar#fragment", "libvirtd:", "/x/y",
        "virtqemud:///session", "x+y:///?socket=/nonexistent",
    };
    virAdmConnectPtr conn;
    char other[4096];
    size_t i;

    title("opening");
    for (i = 0; i < COUNT(starts); i++) {
        printf("%s\n", starts[i]);
        CALL_POINTER(conn, virAdmConnectOpen(uri_of(starts[i]), 0));
        if (!conn)
            continue;
        TEXT(virAdmConnectGetURI(conn));
        CALL(virAdmConnectIsAlive(conn));
        CALL(virAdmConnectClose(conn));
    }
    for (i = 0; i < 4; i++) {
        static const unsigned int flags[] = { VIR_CONNECT_RO, VIR_CONNECT_NO_ALIASES, 0x80, 0xffffffff };

        printf("flags 0x%x\n", flags[i]);
        CALL_POINTER(conn, virAdmConnectOpen(uri_of("libvirtd:///session"), flags[i]));
        if (conn)
            CALL(virAdmConnectClose(conn));
    }
    setenv("LIBVIRT_ADMIN_DEFAULT_URI", uri_of("libvirtd:///session"), 1);
    CALL_POINTER(conn, virAdmConnectOpen(NULL, 0));
    if (conn) {
        TEXT(virAdmConnectGetURI(conn));
        CALL(virAdmConnectClose(conn));
    }
    unsetenv("LIBVIRT_ADMIN_DEFAULT_URI");
    title("the socket of another program");
    snprintf(other, sizeof(other), "libvirtd:///session?socket=%s", work_folder);
    strcat(other, "/libvirt-sock");
    CALL_NULL(virAdmConnectOpen(other, 0));
}

static void references(void)
{
    virAdmConnectPtr conn = open_socket();
    virAdmServerPtr server, again;
    virAdmClientPtr client;

    title("references");
    CALL(virAdmConnectRef(conn));
    CALL(virAdmConnectClose(conn));
    CALL_POINTER(server, virAdmConnectLookupServer(conn, "admin", 0));
    CALL_POINTER(again, virAdmConnectLookupServer(conn, "admin", 0));
    printf("%d\n", server == again);
    CALL(virAdmServerFree(again));
    {
        virAdmClientPtr *clients = NULL;
        int count = virAdmServerListClients(server, &clients, 0);

        check(count > 0, "clients");
        client = clients[--count];
        while (count > 0)
            virAdmClientFree(clients[--count]);
        free(clients);
    }
    CALL(virAdmConnectClose(conn));
    printf("%s\n", virAdmServerGetName(server));
    CALL(virAdmServerFree(server));
    CALL(virAdmClientGetTransport(client));
    PARAMS(virAdmClientGetInfo, client, 0);
    CALL(virAdmClientFree(client));

    title("handles of the wrong kind");
    conn = open_socket();
    server = virAdmConnectLookupServer(conn, "admin", 0);
    check(server != NULL, "server");
    CALL(virAdmConnectIsAlive((virAdmConnectPtr)server));
    CALL(virAdmConnectClose((virAdmConnectPtr)server));
    CALL_NULL(virAdmServerGetName((virAdmServerPtr)conn));
    CALL(virAdmServerFree((virAdmServerPtr)conn));
    CALL(virAdmClientFree((virAdmClientPtr)server));
    printf("%llu\n", virAdmClientGetID((virAdmClientPtr)server));
    CALL(virAdmClientGetTransport((virAdmClientPtr)conn));
    CALL(virAdmServerFree(server));
    CALL(virAdmConnectClose(conn));
}

static void connection(virAdmConnectPtr conn)
{
    unsigned long long version = 77;

    title("connection");
    CALL(virAdmConnectIsAlive(conn));
    CALL(virAdmConnectGetLibVersion(conn, &version));
    printf("%llu\n", version);
    CALL(virAdmConnectGetLibVersion(conn, NULL));
    TEXT(virAdmConnectGetURI(conn));
}

/* A daemon lists its servers in any order. */
static int by_name(const void *left, const void *right)
{
    return strcmp(virAdmServerGetName(*(virAdmServerPtr *)left), virAdmServerGetName(*(virAdmServerPtr *)right));
}

static void servers(virAdmConnectPtr conn)
{
    virAdmServerPtr *list = (virAdmServerPtr *)&list, server;
    int count, i;

    title("servers");
    count = CALL(virAdmConnectListServers(conn, &list, 0));
    qsort(list, count, sizeof(*list), by_name);
    for (i = 0; i < count; i++) {
        printf("  %s\n", virAdmServerGetName(list[i]));
        CALL(virAdmServerFree(list[i]));
    }
    printf("%d\n", list[count] == NULL);
    free(list);
    CALL(virAdmConnectListServers(conn, NULL, 0));
    list = (virAdmServerPtr *)&list;
    CALL(virAdmConnectListServers(conn, &list, 1));
    printf("list %s\n", list == NULL ? "NULL" : list == (virAdmServerPtr *)&list ? "as before" : "set");
    CALL_NULL(virAdmConnectLookupServer(conn, NULL, 0));
    CALL_NULL(virAdmConnectLookupServer(conn, "", 0));
    CALL_NULL(virAdmConnectLookupServer(conn, "nobody", 0));
    CALL_POINTER(server, virAdmConnectLookupServer(conn, "admin", 1));
    CALL(virAdmServerFree(server));
    CALL_POINTER(server, virAdmConnectLookupServer(conn, "libvirtd", 0));
    printf("%s\n", virAdmServerGetName(server));
    CALL(virAdmServerUpdateTlsFiles(server, 0));
    CALL(virAdmServerUpdateTlsFiles(server, 1));
    CALL(virAdmServerFree(server));
}

/* One parameter of each type, with the number in whatever form it has. */
static void make_param(virTypedParameterPtr param, const char *name, int type, unsigned int number)
{
    memset(param, 0, sizeof(*param));
    snprintf(param->field, sizeof(param->field), "%s", name);
    param->type = type;
    switch (type) {
    case VIR_TYPED_PARAM_DOUBLE:
        param->value.d = number;
        break;
    case VIR_TYPED_PARAM_BOOLEAN:
        param->value.b = !!number;
        break;
    case VIR_TYPED_PARAM_STRING:
        param->value.s = (char *)"text";
        break;
    default:
        param->value.ul = number;
    }
}

typedef int (*setter)(virAdmServerPtr, virTypedParameterPtr, int, unsigned int);

static void set(const char *what, setter function, virAdmServerPtr server, const char *name, int type, unsigned int number)
{
    virTypedParameter param;
    char call[200];

    make_param(&param, name, type, number);
    snprintf(call, sizeof(call), "%s %s type %d: %u", what, name, type, number);
    result(call, function(server, &param, 1, 0));
}

static void set_nonsense(const char *what, setter function, virAdmServerPtr server, const char *name)
{
    virTypedParameter params[40];
    int type, i;

    for (type = VIR_TYPED_PARAM_INT; type <= VIR_TYPED_PARAM_STRING; type++)
        set(what, function, server, name, type, 30);
    set(what, function, server, "", VIR_TYPED_PARAM_UINT, 5);
    set(what, function, server, "nonsense", VIR_TYPED_PARAM_UINT, 5);
    make_param(params, name, VIR_TYPED_PARAM_UINT, 30);
    result("NULL", function(server, NULL, 1, 0));
    result("NULL, none", function(server, NULL, 0, 0));
    result("none", function(server, params, 0, 0));
    result("minus one", function(server, params, -1, 0));
    result("flags", function(server, params, 1, 1));
    for (i = 0; i < 40; i++)
        make_param(params + i, name, VIR_TYPED_PARAM_UINT, 30);
    result("twice", function(server, params, 2, 0));
    result("32", function(server, params, 32, 0));
    make_param(params + 1, "string", VIR_TYPED_PARAM_STRING, 0);
    params[1].value.s = NULL;
    result("a NULL string", function(server, params, 2, 0));
    params[1].type = 0;
    result("a string and nothing", function(server, params, 2, 0));
}

static void settings(virAdmConnectPtr conn, const char *name)
{
    static const char *const pool[] = {
        VIR_THREADPOOL_WORKERS_MIN, VIR_THREADPOOL_WORKERS_MAX, VIR_THREADPOOL_WORKERS_PRIORITY,
        VIR_THREADPOOL_WORKERS_FREE, VIR_THREADPOOL_WORKERS_CURRENT, VIR_THREADPOOL_JOB_QUEUE_DEPTH,
    };
    static const char *const limits[] = {
        VIR_SERVER_CLIENTS_MAX, VIR_SERVER_CLIENTS_UNAUTH_MAX, VIR_SERVER_CLIENTS_CURRENT,
        VIR_SERVER_CLIENTS_UNAUTH_CURRENT,
    };
    static const unsigned int numbers[] = { 0, 1, 6, 19, 25, 2000000000 };
    virAdmServerPtr server = virAdmConnectLookupServer(conn, name, 0);
    virTypedParameter two[2];
    int count = 0;
    size_t i, j;

    check(server != NULL, name);
    printf("== settings of %s\n", name);
    PARAMS(virAdmServerGetThreadPoolParameters, server, 0);
    PARAMS(virAdmServerGetThreadPoolParameters, server, 1);
    CALL(virAdmServerGetThreadPoolParameters(server, NULL, &count, 0));
    PARAMS(virAdmServerGetClientLimits, server, 0);
    PARAMS(virAdmServerGetClientLimits, server, 1);

    title("workers");
    set_nonsense("workers", virAdmServerSetThreadPoolParameters, server, VIR_THREADPOOL_WORKERS_MAX);
    for (i = 0; i < COUNT(pool); i++)
        for (j = 0; j < COUNT(numbers) - (i < 3 ? 1 : 0); j++)
            set("workers", virAdmServerSetThreadPoolParameters, server, pool[i], VIR_TYPED_PARAM_UINT, numbers[j]);
    make_param(two, VIR_THREADPOOL_WORKERS_MIN, VIR_TYPED_PARAM_UINT, 2);
    make_param(two + 1, VIR_THREADPOOL_WORKERS_MAX, VIR_TYPED_PARAM_UINT, 12);
    CALL(virAdmServerSetThreadPoolParameters(server, two, 2, 0));
    two[0].value.ui = 13;
    CALL(virAdmServerSetThreadPoolParameters(server, two, 2, 0));

    title("limits");
    set_nonsense("limits", virAdmServerSetClientLimits, server, VIR_SERVER_CLIENTS_MAX);
    for (i = 0; i < COUNT(limits); i++)
        for (j = 3; j < COUNT(numbers); j++)
            set("limits", virAdmServerSetClientLimits, server, limits[i], VIR_TYPED_PARAM_UINT, numbers[j]);
    make_param(two, VIR_SERVER_CLIENTS_UNAUTH_MAX, VIR_TYPED_PARAM_UINT, 50);
    make_param(two + 1, VIR_SERVER_CLIENTS_MAX, VIR_TYPED_PARAM_UINT, 40);
    CALL(virAdmServerSetClientLimits(server, two, 2, 0));
    PARAMS(virAdmServerGetClientLimits, server, 0);
    CALL(virAdmServerFree(server));
}

static void clients(virAdmConnectPtr conn, const char *name)
{
    virAdmServerPtr server = virAdmConnectLookupServer(conn, name, 0);
    virAdmClientPtr *list = (virAdmClientPtr *)&list, client;
    int count, i;
    unsigned long long id;

    check(server != NULL, name);
    printf("== clients of %s\n", name);
    CALL(virAdmServerListClients(server, NULL, 0));
    list = (virAdmClientPtr *)&list;
    CALL(virAdmServerListClients(server, &list, 1));
    printf("list %s\n", list == NULL ? "NULL" : list == (virAdmClientPtr *)&list ? "as before" : "set");
    count = CALL(virAdmServerListClients(server, &list, 0));
    check(count > 0 && list[count] == NULL, "clients");
    for (i = 0; i < count; i++) {
        printf("  %d %llu\n", virAdmClientGetTransport(list[i]), virAdmClientGetID(list[i]));
        printf("  %d\n", llabs(virAdmClientGetTimestamp(list[i]) - (long long)time(NULL)) < 100);
        PARAMS(virAdmClientGetInfo, list[i], 0);
    }
    client = list[count - 1];
    PARAMS(virAdmClientGetInfo, client, 1);
    CALL(virAdmClientGetInfo(client, NULL, &count, 0));
    id = virAdmClientGetID(client);
    for (i = 0; list[i]; i++)
        CALL(virAdmClientFree(list[i]));
    free(list);
    CALL_NULL(virAdmServerLookupClient(server, 12345678901234ULL, 0));
    CALL_NULL(virAdmServerLookupClient(server, id, 1));
    CALL_POINTER(client, virAdmServerLookupClient(server, id, 0));
    printf("  %d %d\n", virAdmClientGetTransport(client), virAdmClientGetID(client) == id);
    PARAMS(virAdmClientGetInfo, client, 0);
    CALL(virAdmClientClose(client, 1));
    CALL(virAdmClientClose(client, 0));
    CALL(virAdmClientFree(client));
    CALL(virAdmServerFree(server));
}

static void logging(virAdmConnectPtr conn)
{
    static const char *const filters[] = {
        "1:util", "3:util 4:event  2:qemu", "", NULL, "1", "7:x", "3:util 3:util", "nonsense", " 2:rpc ",
    };
    static const char *const outputs[] = {
        "4:stderr", "3:stderr 4:stderr", "", NULL, "3", "9:stderr", "3:nowhere", "3:file", "4:syslog:libvirtd",
        "2:stderr",
    };
    char *text;
    size_t i;

    title("filters");
    CALL(virAdmConnectGetLoggingFilters(conn, NULL, 0));
    text = (char *)&text;
    CALL(virAdmConnectGetLoggingFilters(conn, &text, 1));
    printf("text %s\n", text == NULL ? "NULL" : text == (char *)&text ? "as before" : "set");
    CALL(virAdmConnectSetLoggingFilters(conn, "1:util", 1));
    for (i = 0; i <= COUNT(filters); i++) {
        text = (char *)&text;
        CALL(virAdmConnectGetLoggingFilters(conn, &text, 0));
        printf("  %s\n", text == (char *)&text ? "as before" : text_or_null(text));
        if (text != (char *)&text)
            free(text);
        if (i < COUNT(filters)) {
            printf("%s: ", text_or_null(filters[i]));
            CALL(virAdmConnectSetLoggingFilters(conn, filters[i], 0));
        }
    }
    title("outputs");
    CALL(virAdmConnectGetLoggingOutputs(conn, NULL, 0));
    text = (char *)&text;
    CALL(virAdmConnectGetLoggingOutputs(conn, &text, 1));
    printf("text %s\n", text == NULL ? "NULL" : text == (char *)&text ? "as before" : "set");
    CALL(virAdmConnectSetLoggingOutputs(conn, "4:stderr", 1));
    for (i = 0; i <= COUNT(outputs); i++) {
        text = (char *)&text;
        CALL(virAdmConnectGetLoggingOutputs(conn, &text, 0));
        printf("  %s\n", text == (char *)&text ? "as before" : text_or_null(text));
        if (text != (char *)&text)
            free(text);
        if (i < COUNT(outputs)) {
            printf("%s: ", text_or_null(outputs[i]));
            CALL(virAdmConnectSetLoggingOutputs(conn, outputs[i], 0));
        }
    }
}

static void timeouts(virAdmConnectPtr conn)
{
    title("timeout");
    CALL(virAdmConnectSetDaemonTimeout(conn, 0, 0));
    CALL(virAdmConnectSetDaemonTimeout(conn, 600, 1));
    CALL(virAdmConnectSetDaemonTimeout(conn, 600, 0));
    CALL(virAdmConnectSetDaemonTimeout(conn, 600, 0));
    CALL(virAdmConnectSetDaemonTimeout(conn, 4000000000u, 0));
    CALL(virAdmConnectSetDaemonTimeout(conn, 0, 0));
}

static void on_close(virAdmConnectPtr conn, int reason, void *opaque)
{
    printf("closed: %d %d %s\n", conn != NULL, reason, (const char *)opaque);
}

static void on_close_too(virAdmConnectPtr conn, int reason, void *opaque)
{
    on_close(conn, reason, opaque);
}

static void close_callbacks(void)
{
    virAdmConnectPtr conn = open_socket();

    title("close callbacks");
    CALL(virAdmConnectRegisterCloseCallback(conn, NULL, (char *)"none", released));
    CALL(virAdmConnectUnregisterCloseCallback(conn, NULL));
    CALL(virAdmConnectUnregisterCloseCallback(conn, on_close));
    CALL(virAdmConnectRegisterCloseCallback(conn, on_close, (char *)"first", released));
    CALL(virAdmConnectRegisterCloseCallback(conn, on_close, (char *)"second", released));
    CALL(virAdmConnectRegisterCloseCallback(conn, on_close_too, (char *)"third", released));
    CALL(virAdmConnectUnregisterCloseCallback(conn, on_close_too));
    CALL(virAdmConnectUnregisterCloseCallback(conn, on_close));
    CALL(virAdmConnectUnregisterCloseCallback(conn, on_close));
    CALL(virAdmConnectRegisterCloseCallback(conn, on_close, NULL, NULL));
    CALL(virAdmConnectUnregisterCloseCallback(conn, on_close));
    CALL(virAdmConnectRegisterCloseCallback(conn, on_close_too, (char *)"last", released));
    CALL(virAdmConnectRef(conn));
    CALL(virAdmConnectClose(conn));
    CALL(virAdmConnectUnregisterCloseCallback(conn, on_close_too));
    CALL(virAdmConnectClose(conn));
}

/* Another program that is connected to the daemon. The original's two libraries cannot both be used by one process. */
static int serve_as_client(const char *uri)
{
    virConnectPtr conn = virConnectOpenReadOnly(uri);
    char byte = 0;

    check(conn != NULL, "a connection");
    check(write(STDOUT_FILENO, &byte, 1) == 1, "the parent listens");
    check(read(STDIN_FILENO, &byte, 1) == 0, "the parent is done");
    return 0; /* the connection is lost by now */
}

/* Starts it; it ends when the descriptor that comes back is closed. */
static int start_client(pid_t *client)
{
    int to[2], from[2];
    char byte, uri[4096];

    snprintf(uri, sizeof(uri), "test+unix:///default?socket=%s/libvirt-sock", work_folder);
    check(pipe2(to, O_CLOEXEC) == 0 && pipe2(from, O_CLOEXEC) == 0, "pipes");
    fflush(stdout);
    *client = fork();
    check(*client >= 0, "fork");
    if (*client == 0) {
        dup2(to[0], STDIN_FILENO);
        dup2(from[1], STDOUT_FILENO);
        execl(program_invocation_name, "client", "client", uri, NULL);
        _exit(1);
    }
    close(to[0]);
    close(from[1]);
    check(read(from[0], &byte, 1) == 1, "a client");
    close(from[0]);
    return to[1];
}

int main(int argc, char **argv)
{
    virAdmConnectPtr conn;
    int status, stop;

    begin();
    check(argc == 3, "a socket and a folder");
    if (strcmp(argv[1], "client") == 0)
        return serve_as_client(argv[2]);
    socket_path = argv[1];
    work_folder = argv[2];
    CALL(virAdmInitialize());
    opening();
    references();
    close_callbacks();
    stop = start_client(&client_process);
    conn = open_socket();
    connection(conn);
    servers(conn);
    settings(conn, "libvirtd");
    logging(conn);
    timeouts(conn);
    clients(conn, "libvirtd");
    CALL(virAdmConnectClose(conn));
    close(stop);
    check(waitpid(client_process, &status, 0) == client_process, "the client");
    return 0;
}
