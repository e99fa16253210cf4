/* Registering for domain events on test:///default: arguments, duplicates, numbers, order of delivery, and what
 * callbacks may do; when callbacks are freed, and what keeps a connection open. */

#define _GNU_SOURCE
#include "common.h"

static virConnectPtr conn;
static virDomainPtr dom;
static int pump_timer;

/* What the next call of a named callback does; then it is done. */
static void (*action)(void);
static const char *actor;
static int number_a, number_b;
static virDomainPtr kept;

/* Says what happened, and does what is asked of this callback. Pointers only as equal or not. */
static void heard(const char *function, virConnectPtr c, virDomainPtr d, const char *name)
{
    void (*now)(void) = action;

    printf("  %s %s: domain %s id %d, own connection %d", function, name, virDomainGetName(d),
           (int)virDomainGetID(d), virDomainGetConnect(d) == c);
    if (now && strcmp(name, actor) == 0) {
        puts(", acts");
        action = NULL;
        now();
    } else {
        putchar('\n');
    }
}

#define LIFECYCLE(function) \
    static int function(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque) \
    { \
        printf("  event %d %d\n", event, detail); \
        heard(#function, c, d, opaque); \
        return 0; \
    }

LIFECYCLE(one)
LIFECYCLE(two)
LIFECYCLE(three)

static void reboot(virConnectPtr c, virDomainPtr d, void *opaque) { heard("reboot", c, d, opaque); }

static void tick(int timer UNUSED, void *opaque UNUSED) { }

/* A few rounds of the loop, none of which waits. */
static void pump(void)
{
    int i;

    virEventUpdateTimeout(pump_timer, 0);
    for (i = 0; i < 4; i++)
        virEventRunDefaultImpl();
    virEventUpdateTimeout(pump_timer, -1);
}

/* Changes the domain's state, which causes one event. */
static void change(void)
{
    static int paused;

    if ((paused ? virDomainResume(dom) : virDomainSuspend(dom)) < 0)
        printf("change: %s\n", virGetLastErrorMessage());
    paused = !paused;
}

static int any(virConnectPtr c, virDomainPtr d, int (*function)(virConnectPtr, virDomainPtr, int, int, void *),
               const char *name)
{
    return virConnectDomainEventRegisterAny(c, d, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                            VIR_DOMAIN_EVENT_CALLBACK(function), (void *)name, released);
}

static int drop(int number) { return virConnectDomainEventDeregisterAny(conn, number); }

static void arguments(virConnectPtr other, virDomainPtr foreign)
{
    virConnectDomainEventGenericCallback cb = VIR_DOMAIN_EVENT_CALLBACK(one);

    title("arguments");
    leave_error();
    CALL(virConnectDomainEventRegisterAny(NULL, NULL, 0, cb, "x", released));
    CALL(virConnectDomainEventRegister(NULL, one, "x", released));
    CALL(virConnectDomainEventDeregisterAny(NULL, 0));
    CALL(virConnectDomainEventDeregister(NULL, one));
    CALL(virConnectDomainEventRegisterAny((virConnectPtr)dom, NULL, 0, cb, "x", released));
    CALL(virConnectDomainEventRegisterAny(conn, (virDomainPtr)other, 0, cb, "x", released));
    CALL(virConnectDomainEventRegisterAny(conn, foreign, 0, cb, "x", released));
    CALL(virConnectDomainEventRegisterAny(conn, foreign, -1, NULL, "x", released));
    CALL(virConnectDomainEventRegisterAny(conn, NULL, 0, NULL, "x", released));
    CALL(virConnectDomainEventRegisterAny(conn, NULL, -1, NULL, "x", released));
    CALL(virConnectDomainEventRegisterAny(conn, NULL, -1, cb, "x", released));
    /* The text names the number of ids, which grows from version to version. */
    printf("too large: %d", virConnectDomainEventRegisterAny(conn, NULL, 30, cb, "x", released));
    printf(" code %d domain %d\n", virGetLastError()->code, virGetLastError()->domain);
    CALL(virConnectDomainEventRegister(conn, NULL, "x", released));
    CALL(virConnectDomainEventDeregister(conn, NULL));
    CALL(virConnectDomainEventDeregisterAny(conn, -1));
    CALL(virConnectDomainEventDeregisterAny(conn, 0));
    CALL(virConnectDomainEventDeregisterAny(conn, 99));
    printf("unknown function: %d", virConnectDomainEventDeregister(conn, one));
    printf(" code %d domain %d\n", virGetLastError()->code, virGetLastError()->domain);
}

static void numbers(virConnectPtr other, virConnectPtr reader)
{
    int all, mine, boot, theirs, reading;

    title("numbers, duplicates, and the order of delivery");
    mine = result("for a domain", any(conn, dom, one, "domain"));
    all = result("for all", any(conn, NULL, one, "all"));
    result("again for a domain", any(conn, dom, one, "x"));
    result("again for all", any(conn, NULL, one, "x"));
    boot = result("another event", virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_REBOOT,
                                                                    reboot, "boot", released));
    result("old style", virConnectDomainEventRegister(conn, one, "old", released));
    result("again old style", virConnectDomainEventRegister(conn, one, "x", released));
    theirs = result("another connection", any(other, NULL, one, "other"));
    reading = result("a reading connection", any(reader, NULL, one, "reader"));
    result("old style there", virConnectDomainEventRegister(reader, one, "old reader", released));
    result("another function", number_a = any(conn, dom, two, "last"));
    change();
    pump();
    result("a number of another connection", drop(theirs));
    result("drop old style", virConnectDomainEventDeregister(conn, one));
    result("drop for all", drop(all));
    result("drop for all again", drop(all));
    change();
    pump();
    result("for all once more", all = any(conn, NULL, one, "all"));
    change();
    pump();
    result("drop", drop(all));
    result("drop", drop(mine));
    result("drop", drop(boot));
    result("drop", drop(number_a));
    result("drop", virConnectDomainEventDeregisterAny(other, theirs));
    result("drop", virConnectDomainEventDeregisterAny(reader, reading));
    result("drop", virConnectDomainEventDeregister(reader, one));
}

static void time_of_registration(void)
{
    int first, second;

    title("who is registered when an event is delivered hears of it");
    change();
    first = any(conn, NULL, one, "too late");
    pump();
    change();
    second = any(conn, NULL, two, "just in time");
    pump();
    change();
    result("drop before delivery", drop(second));
    pump();
    change();
    result("drop the last before delivery", drop(first));
    first = any(conn, NULL, one, "new");
    pump();
    drop(first);

    title("events are delivered in order");
    first = any(conn, NULL, one, "order");
    change();
    change();
    change();
    pump();
    drop(first);
}

static void drop_self(void) { result("  drop a", drop(number_a)); }
static void drop_other(void) { result("  drop b", drop(number_b)); }
static void drop_both(void) { drop_self(); drop_other(); }
static void drop_backwards(void) { drop_other(); drop_self(); }
static void drop_twice(void) { drop_self(); drop_self(); }
static void drop_old_twice(void)
{
    result("  drop old", virConnectDomainEventDeregister(conn, three));
    printf("  drop old again = %d", virConnectDomainEventDeregister(conn, three));
    printf(" code %d\n", virGetLastError() ? virGetLastError()->code : 0);
}
static void drop_and_return(void) { drop_self(); number_a = result("  a again", any(conn, NULL, one, "a")); }
static void drop_and_change(void) { drop_both(); change(); }
static void drop_change_return(void)
{
    drop_both();
    change();
    number_a = result("  a again", any(conn, NULL, one, "a"));
}
static void add_third(void) { number_b = result("  add c", any(conn, NULL, three, "c")); }
static void change_once(void) { change(); puts("  changed"); }
static void run_the_loop(void) { puts("  runs the loop"); virEventRunDefaultImpl(); puts("  ran the loop"); }
static void change_and_run(void) { change(); run_the_loop(); }
static void drop_and_run(void) { drop_other(); run_the_loop(); }
static void close_connection(void)
{
    virConnectRef(conn);
    result("  close", virConnectClose(conn));
}

static void callbacks(void)
{
    static const struct { const char *name, *actor; void (*action)(void); } cases[] = {
        { "drops itself", "a", drop_self }, { "drops another", "a", drop_other },
        { "drops one that was called", "b", drop_self }, { "drops itself twice", "a", drop_twice },
        { "drops all", "a", drop_both }, { "drops all, the last one first", "b", drop_backwards },
        { "registers itself again", "a", drop_and_return },
        { "drops all and causes an event", "a", drop_and_change },
        { "drops all, causes an event, registers", "a", drop_change_return },
        { "registers another", "a", add_third }, { "causes an event", "a", change_once },
        { "runs the loop", "a", run_the_loop }, { "causes an event and runs the loop", "a", change_and_run },
        { "drops another and runs the loop", "a", drop_and_run },
        { "closes the connection", "a", close_connection },
    };
    size_t i;

    for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int b;

        printf("== a callback %s\n", cases[i].name);
        number_a = any(conn, NULL, one, "a");
        b = number_b = any(conn, NULL, two, "b");
        action = cases[i].action;
        actor = cases[i].actor;
        change();
        change();
        pump();
        puts("drop what is left");
        drop(number_a);
        drop(number_b);
        drop(b);
        pump();
    }
}

static void keep(void)
{
    kept = virDomainLookupByName(conn, "test");
}

static void handles(void)
{
    title("a callback of the old style drops itself twice");
    CALL(virConnectDomainEventRegister(conn, three, "old", released));
    number_a = any(conn, NULL, one, "a");
    action = drop_old_twice;
    actor = "old";
    change();
    change();
    pump();
    drop(number_a);

    title("domain handles");
    number_a = any(conn, NULL, one, "a");
    number_b = any(conn, dom, two, "b");
    action = keep;
    actor = "a";
    change();
    pump();
    printf("kept %s\n", virDomainGetName(kept));
    virDomainFree(kept);
    drop(number_a);
    drop(number_b);
}

static void connections(virConnectPtr other, virConnectPtr reader)
{
    title("a registration keeps its connection open");
    number_a = any(other, NULL, one, "other");
    number_b = any(reader, NULL, one, "reader");
    CALL(virConnectClose(other));
    CALL(virConnectClose(reader));
    change();
    pump();
    result("drop", virConnectDomainEventDeregisterAny(other, number_a));
    change();
    pump();
    result("drop", virConnectDomainEventDeregisterAny(reader, number_b));
}

int main(void)
{
    virConnectPtr other, reader;
    virDomainPtr foreign;

    begin();
    conn = virConnectOpen("test:///default");
    title("without an event loop");
    result("register any", any(conn, NULL, one, "x"));
    CALL(virConnectDomainEventRegister(conn, one, "x", released));

    virEventRegisterDefaultImpl();
    pump_timer = virEventAddTimeout(-1, tick, NULL, NULL);
    other = virConnectOpen("test:///default");
    reader = virConnectOpenReadOnly("test:///default");
    dom = virDomainLookupByName(conn, "test");
    foreign = virDomainLookupByName(other, "test");
    if (!conn || !other || !reader || !dom || !foreign)
        return 2;

    arguments(other, foreign);
    numbers(other, reader);
    time_of_registration();
    callbacks();
    handles();
    virDomainFree(foreign);
    connections(other, reader);
    virDomainFree(dom);
    CALL(virConnectClose(conn));
    return 0;
}
