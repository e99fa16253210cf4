/* An event loop of the program's own (virEventRegisterImpl): what the library asks of it, and when. */

#define _GNU_SOURCE
#include "common.h"

static struct {
    int used, armed;
    virEventTimeoutCallback callback;
    void *opaque;
    virFreeCallback release;
} slots[8];

static int refuse;

static int my_add_timeout(int ms, virEventTimeoutCallback callback, void *opaque, virFreeCallback release)
{
    int i;

    for (i = 0; slots[i].used; i++) { }
    if (refuse)
        i = -1;
    printf("  add timeout %d, release %d: %d\n", ms, !!release, i);
    if (i >= 0) {
        slots[i].used = 1;
        slots[i].armed = ms >= 0;
        slots[i].callback = callback;
        slots[i].opaque = opaque;
        slots[i].release = release;
    }
    return i;
}

static void my_update_timeout(int timer, int ms)
{
    printf("  update timeout %d: %d\n", timer, ms);
    if (timer >= 0 && timer < 8)
        slots[timer].armed = ms >= 0;
}

static int my_remove_timeout(int timer)
{
    printf("  remove timeout %d\n", timer);
    if (timer < 0 || timer >= 8 || !slots[timer].used)
        return -3;
    slots[timer].used = 2;
    return 0;
}

static int my_add_handle(int fd, int events, virEventHandleCallback callback, void *opaque,
                         virFreeCallback release)
{
    printf("  add handle %d %d, callback %d, opaque %s, release %d\n", fd, events, !!callback,
           (const char *)opaque, !!release);
    return fd;
}

static void my_update_handle(int watch, int events) { printf("  update handle %d %d\n", watch, events); }

static int my_remove_handle(int watch)
{
    printf("  remove handle %d\n", watch);
    return 5;
}

/* One round of the loop: what is armed, then what has been removed. */
static void my_turn(void)
{
    int i;

    puts("turn");
    for (i = 0; i < 8; i++) {
        if (slots[i].used == 1 && slots[i].armed)
            slots[i].callback(i, slots[i].opaque);
    }
    for (i = 0; i < 8; i++) {
        if (slots[i].used == 2) {
            slots[i].used = 0;
            if (slots[i].release)
                slots[i].release(slots[i].opaque);
        }
    }
}

static int other_add_timeout(int ms UNUSED, virEventTimeoutCallback callback UNUSED, void *opaque UNUSED,
                             virFreeCallback release UNUSED)
{
    puts("  the other loop");
    return -1;
}

static virConnectPtr conn;
static int number_a, drops;

static int on_lifecycle(virConnectPtr c UNUSED, virDomainPtr dom, int event, int detail UNUSED, void *opaque)
{
    printf("  %s: %s %d\n", (const char *)opaque, virDomainGetName(dom), event);
    if (drops) {
        drops = 0;
        CALL(virConnectDomainEventDeregisterAny(conn, number_a));
    }
    return 0;
}

static void on_timeout(int timer, void *opaque) { printf("  timeout %d %s\n", timer, (const char *)opaque); }

static void on_handle(int watch UNUSED, int fd UNUSED, int events UNUSED, void *opaque UNUSED) { }

static int add(const char *name)
{
    return virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                            VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle), (void *)name, released);
}

int main(void)
{
    virDomainPtr dom;

    begin();
    leave_error();
    virEventRegisterImpl(my_add_handle, my_update_handle, my_remove_handle, my_add_timeout, my_update_timeout,
                         my_remove_timeout);
    result("registered", 0);

    title("the first registration counts");
    virEventRegisterImpl(NULL, NULL, NULL, other_add_timeout, NULL, NULL);
    leave_error();
    CALL(virEventRegisterDefaultImpl());

    title("a program's calls are passed on");
    leave_error();
    CALL(virEventAddHandle(42, VIR_EVENT_HANDLE_READABLE, on_handle, "opaque", released));
    CALL(virEventAddHandle(-9, VIR_EVENT_HANDLE_WRITABLE, on_handle, "refused", released));
    virEventUpdateHandle(42, 77);
    CALL(virEventRemoveHandle(42));
    CALL(virEventAddTimeout(10, on_timeout, "mine", released));
    CALL(virEventAddTimeout(-1, on_timeout, "mine too", NULL));
    virEventUpdateTimeout(1, 5);
    CALL(virEventRemoveTimeout(1));
    CALL(virEventRemoveTimeout(7));
    my_turn();
    CALL(virEventRemoveTimeout(0));
    my_turn();

    title("domain events");
    conn = virConnectOpen("test:///default");
    dom = virDomainLookupByName(conn, "test");
    if (!conn || !dom)
        return 2;
    refuse = 1;
    result("register, refused", add("refused"));
    refuse = 0;
    number_a = result("register", add("a"));
    result("register again", add("b"));
    CALL(virDomainSuspend(dom));
    CALL(virDomainResume(dom));
    my_turn();
    my_turn();
    CALL(virDomainSuspend(dom));
    CALL(virConnectDomainEventDeregisterAny(conn, number_a));
    my_turn();

    title("deregistered in the callback");
    number_a = result("register", add("a"));
    CALL(virDomainResume(dom));
    drops = 1;
    my_turn();
    my_turn();
    virDomainFree(dom);
    CALL(virConnectClose(conn));
    return 0;
}
