/* Events of domains from a daemon: which ids can be registered, what arrives, how often, and what is freed when.
 *     all-events URI KINDS
 * The daemon tells of so many kinds of event before it answers virConnectGetHostname(), twice more of life cycles. */

#include "../report.h"

#include <libvirt/libvirt.h>

static int heard;

#define NAMES (virDomainGetName(dom)), (virDomainGetID(dom)), ((const char *)opaque)
#define HEARD(format, ...) (heard++, printf("  event of %s %u for %s: " format "\n", NAMES, ##__VA_ARGS__))

static int on_lifecycle(virConnectPtr c UNUSED, virDomainPtr dom, int event, int detail, void *opaque)
{
    HEARD("lifecycle %d %d", event, detail);
    return 0;
}

static int on_lifecycle_too(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    return on_lifecycle(c, dom, event, detail, opaque);
}

static void on_plain(virConnectPtr c UNUSED, virDomainPtr dom, void *opaque) { HEARD("plain"); }

static void on_rtc(virConnectPtr c UNUSED, virDomainPtr dom, long long offset, void *opaque) { HEARD("rtc %lld", offset); }

static void on_rtc_too(virConnectPtr c, virDomainPtr dom, long long offset, void *opaque) { on_rtc(c, dom, offset, opaque); }

static void on_watchdog(virConnectPtr c UNUSED, virDomainPtr dom, int action, void *opaque) { HEARD("watchdog %d", action); }

static void on_io_error(virConnectPtr c UNUSED, virDomainPtr dom, const char *path, const char *alias, int action, void *opaque)
{
    HEARD("io error %s %s %d", path, alias, action);
}

static void on_io_reason(virConnectPtr c UNUSED, virDomainPtr dom, const char *path, const char *alias, int action,
                         const char *reason, void *opaque)
{
    HEARD("io error %s %s %d %s", path, alias, action, reason);
}

static void on_graphics(virConnectPtr c UNUSED, virDomainPtr dom, int phase, const virDomainEventGraphicsAddress *local,
                        const virDomainEventGraphicsAddress *remote, const char *scheme,
                        const virDomainEventGraphicsSubject *subject, void *opaque)
{
    int i;

    HEARD("graphics %d %d %s %s, %d %s %s, %s", phase, local->family, local->node, local->service, remote->family,
          remote->node, remote->service, scheme);
    for (i = 0; i < subject->nidentity; i++)
        printf("    %s %s\n", subject->identities[i].type, subject->identities[i].name);
}

static void on_block_job(virConnectPtr c UNUSED, virDomainPtr dom, const char *disk, int type, int status, void *opaque)
{
    HEARD("block job %s %d %d", disk, type, status);
}

static void on_disk(virConnectPtr c UNUSED, virDomainPtr dom, const char *old, const char *new, const char *alias, int reason,
                    void *opaque)
{
    HEARD("disk %s %s %s %d", text_or_null(old), text_or_null(new), alias, reason);
}

static void on_text(virConnectPtr c UNUSED, virDomainPtr dom, const char *alias, int reason, void *opaque)
{
    HEARD("tray %s %d", alias, reason);
}

static void on_number(virConnectPtr c UNUSED, virDomainPtr dom, int reason, void *opaque) { HEARD("power %d", reason); }

static void on_balloon(virConnectPtr c UNUSED, virDomainPtr dom, unsigned long long actual, void *opaque)
{
    HEARD("balloon %llu", actual);
}

static void on_job(virConnectPtr c UNUSED, virDomainPtr dom, virTypedParameterPtr params, int count, void *opaque)
{
    int i;

    HEARD("job %d", count);
    for (i = 0; i < count; i++) {
        char *value = params[i].type == VIR_TYPED_PARAM_STRING ? params[i].value.s : NULL;

        printf("    %s %d %llu\n", params[i].field, params[i].type, value ? strlen(value) : params[i].value.ul);
    }
}

static void on_metadata(virConnectPtr c UNUSED, virDomainPtr dom, int type, const char *uri, void *opaque)
{
    HEARD("metadata %d %s", type, text_or_null(uri));
}

static void on_threshold(virConnectPtr c UNUSED, virDomainPtr dom, const char *disk, const char *path,
                         unsigned long long threshold, unsigned long long excess, void *opaque)
{
    HEARD("threshold %s %s %llu %llu", disk, text_or_null(path), threshold, excess);
}

static void on_failure(virConnectPtr c UNUSED, virDomainPtr dom, int recipient, int action, unsigned int flags, void *opaque)
{
    HEARD("memory %d %d %u", recipient, action, flags);
}

static void on_agent(virConnectPtr c UNUSED, virDomainPtr dom, int state, int reason, void *opaque)
{
    HEARD("agent %d %d", state, reason);
}

static void on_size(virConnectPtr c UNUSED, virDomainPtr dom, const char *alias, unsigned long long size, void *opaque)
{
    HEARD("size %s %llu", alias, size);
}

static void on_device(virConnectPtr c UNUSED, virDomainPtr dom, const char *alias, void *opaque) { HEARD("device %s", alias); }

#define CALLBACK(function) VIR_DOMAIN_EVENT_CALLBACK(function)

static const virConnectDomainEventGenericCallback callbacks[] = {
    CALLBACK(on_lifecycle), CALLBACK(on_plain), CALLBACK(on_rtc), CALLBACK(on_watchdog), CALLBACK(on_io_error),
    CALLBACK(on_graphics), CALLBACK(on_io_reason), CALLBACK(on_plain), CALLBACK(on_block_job), CALLBACK(on_disk),
    CALLBACK(on_text), CALLBACK(on_number), CALLBACK(on_number), CALLBACK(on_balloon), CALLBACK(on_number),
    CALLBACK(on_device), CALLBACK(on_block_job), CALLBACK(on_job), CALLBACK(on_agent), CALLBACK(on_device),
    CALLBACK(on_number), CALLBACK(on_job), CALLBACK(on_device), CALLBACK(on_metadata), CALLBACK(on_threshold),
    CALLBACK(on_failure), CALLBACK(on_size),
};

static void on_time(int timer UNUSED, void *opaque UNUSED) { }

/* Has the daemon tell everything, and waits for so many events. */
static void tell(virConnectPtr conn, int count)
{
    char *name;
    int turns;

    heard = 0;
    name = virConnectGetHostname(conn);
    printf("told by %s\n", text_or_null(name));
    free(name);
    for (turns = 0; heard < count && turns < 100; turns++)
        check(virEventRunDefaultImpl() == 0, "a turn");
    printf("heard %d\n", heard);
}

static int registered(virConnectPtr conn, virDomainPtr dom, int id, const char *name)
{
    char call[100];

    snprintf(call, sizeof(call), "register %d for %s", id, name);
    return result(call, virConnectDomainEventRegisterAny(conn, dom, id, callbacks[id], (char *)name, released));
}

int main(int argc, char **argv)
{
    int numbers[COUNT(callbacks)], kinds, one, again, timer, id;
    virConnectPtr conn;
    virDomainPtr dom;

    begin();
    check(argc == 3, "a URI and a number");
    kinds = atoi(argv[2]);
    check(virEventRegisterDefaultImpl() == 0, "a loop");
    timer = virEventAddTimeout(100, on_time, NULL, NULL);
    conn = virConnectOpen(argv[1]);
    check(conn != NULL, "open");
    dom = virDomainLookupByName(conn, "guest");
    check(dom != NULL, "a guest");

    title("every id");
    for (id = 0; id < (int)COUNT(callbacks); id++)
        numbers[id] = registered(conn, NULL, id, "all");
    tell(conn, kinds + 2);

    title("more for the same");
    again = CALL(virConnectDomainEventRegisterAny(conn, NULL, 2, CALLBACK(on_rtc_too), (char *)"all too", released));
    one = registered(conn, dom, 2, "one");
    CALL(virConnectDomainEventRegister(conn, on_lifecycle_too, (char *)"old", released));
    tell(conn, kinds + 2 + 3 + 2);

    title("some go");
    CALL(virConnectDomainEventDeregisterAny(conn, again));
    CALL(virConnectDomainEventDeregisterAny(conn, numbers[2]));
    CALL(virConnectDomainEventDeregisterAny(conn, numbers[0]));
    tell(conn, kinds + 2);

    title("the last go");
    CALL(virConnectDomainEventDeregisterAny(conn, one));
    CALL(virConnectDomainEventDeregister(conn, on_lifecycle_too));
    printf("once more: %d\n", virConnectDomainEventDeregister(conn, on_lifecycle_too));
    tell(conn, kinds - 2);

    title("the old function first");
    CALL(virConnectDomainEventRegister(conn, on_lifecycle_too, (char *)"old", released));
    numbers[0] = registered(conn, NULL, 0, "all");
    CALL(virConnectDomainEventDeregister(conn, on_lifecycle_too));
    tell(conn, kinds + 2 - 1);
    CALL(virConnectDomainEventDeregisterAny(conn, numbers[0]));
    CALL(virConnectDomainEventRegister(conn, on_lifecycle_too, (char *)"old", released));
    CALL(virConnectDomainEventDeregister(conn, on_lifecycle_too));
    for (id = 1; id < (int)COUNT(callbacks); id++)
        if (id != 2 && numbers[id] >= 0)
            CALL(virConnectDomainEventDeregisterAny(conn, numbers[id]));
    check(virDomainFree(dom) == 0, "free");
    CALL(virConnectClose(conn));
    virEventRemoveTimeout(timer);
    check(virEventRunDefaultImpl() == 0, "a turn");
    return 0;
}
