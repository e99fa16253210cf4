/* test-snapshot-revert.c - putting a domain of test:///default back into a snapshot: every state of the domain with every
 * state of the snapshot and every flag; events, states, ids, definitions and the current snapshot afterwards.
 */
#include "moments.h"

static const char *title_of(virDomainPtr dom, unsigned int flags)
{
    static char text[16];
    char *xml = virDomainGetXMLDesc(dom, flags), *found = xml ? strstr(xml, "<title>") : NULL;

    snprintf(text, sizeof(text), "%.4s", found ? found + strlen("<title>") : "none");
    free(xml);
    return text;
}

/* State, ids as the handle knows them and as a new one does, and which definition is in force. */
static void show(virDomainPtr dom)
{
    virDomainPtr again = virDomainLookupByUUIDString(conn, UUID_A);
    int state = -1, reason = -1;

    virDomainGetState(dom, &state, &reason, 0);
    printf("    state %d/%d id %d now %d persistent %d", state, reason, (int)virDomainGetID(dom),
           again ? (int)virDomainGetID(again) : -2, virDomainIsPersistent(dom));
    printf(" definition %s", title_of(dom, 0));
    printf(" next %s", title_of(dom, VIR_DOMAIN_XML_INACTIVE));
    printf(" current %d\n", virDomainHasCurrentSnapshot(dom, 0));
    if (again)
        virDomainFree(again);
}

static const char *xml(const char *text, int cpus)
{
    char more[128];

    snprintf(more, sizeof(more), "<title>%s</title><vcpu>%d</vcpu>", text, cpus);
    return domain_with("a", UUID_A, more, "");
}

static virDomainPtr begin_domain(int persistent, int state)
{
    virDomainPtr dom = persistent ? virDomainDefineXML(conn, xml("domain", 2))
                                  : virDomainCreateXML(conn, xml("domain", 2), 0);

    check(dom != NULL, "domain");
    if (persistent && state != VIR_DOMAIN_SHUTOFF)
        virDomainCreate(dom);
    if (state == VIR_DOMAIN_PAUSED)
        virDomainSuspend(dom);
    deliver();
    return dom;
}

static void end_domain(virDomainPtr dom)
{
    if (virDomainIsActive(dom) == 1)
        virDomainDestroy(dom);
    virDomainUndefineFlags(dom, VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA);
    virDomainFree(dom);
    deliver();
}

static virDomainSnapshotPtr record(virDomainPtr dom, const char *name, const char *state, int cpus)
{
    char text[4096];

    snprintf(text, sizeof(text), "<domainsnapshot><name>%s</name><creationTime>5</creationTime><state>%s</state>%s"
             "</domainsnapshot>", name, state, xml("snapshot", cpus));
    return virDomainSnapshotCreateXML(dom, text, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
}

static void every_transition(void)
{
    const struct { int persistent, state; const char *name; } domains[] = {
        { 1, VIR_DOMAIN_RUNNING, "running" }, { 1, VIR_DOMAIN_PAUSED, "paused" }, { 1, VIR_DOMAIN_SHUTOFF, "off" },
        { 0, VIR_DOMAIN_RUNNING, "transient" }, { 0, VIR_DOMAIN_PAUSED, "transient, paused" },
    };
    const char *const states[] = { "running", "paused", "shutoff", "crashed", "disk-snapshot" };

    title("transitions");
    for (size_t d = 0; d < sizeof(domains) / sizeof(*domains); d++) {
        for (size_t s = 0; s < sizeof(states) / sizeof(*states); s++) {
            for (unsigned int flags = 0; flags < 8; flags++) {
                virDomainPtr dom = begin_domain(domains[d].persistent, domains[d].state);
                virDomainSnapshotPtr snapshot = record(dom, "s", states[s], s % 2 ? 2 : 3);

                printf("%s to %s, flags %u: ", domains[d].name, states[s], flags);
                STEP(virDomainRevertToSnapshot(snapshot, flags));
                show(dom);
                virDomainSnapshotFree(snapshot);
                end_domain(dom);
            }
        }
    }
}

/* One after the other, and what a domain does afterwards. */
static void again_and_again(int persistent)
{
    virDomainPtr dom = begin_domain(persistent, VIR_DOMAIN_RUNNING);
    virDomainSnapshotPtr live, on, off, left;
    virDomainPtr redefined;

    printf("== persistent %d\n", persistent);
    CALL_POINTER(live, virDomainSnapshotCreateXML(dom, "<domainsnapshot><name>live</name></domainsnapshot>", 0));
    CALL_POINTER(on, record(dom, "on", "running", 3));
    CALL_POINTER(off, record(dom, "off", "shutoff", 4));
    STEP(virDomainRevertToSnapshot(on, 0));
    show(dom);
    STEP(virDomainRevertToSnapshot(on, 0));
    show(dom);
    STEP(virDomainSuspend(dom));
    STEP(virDomainRevertToSnapshot(live, 0));
    show(dom);
    STEP(virDomainRevertToSnapshot(off, VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING));
    show(dom);
    CALL(virConnectNumOfDomains(conn));
    CALL(virConnectNumOfDefinedDomains(conn));
    STEP(virDomainRevertToSnapshot(off, VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED));
    show(dom);
    STEP(virDomainCreate(dom));
    show(dom);
    CALL_POINTER(left, virDomainSnapshotCreateXML(dom, "<domainsnapshot><name>left</name></domainsnapshot>", 0));
    printf("parent of the new one: ");
    virDomainSnapshotFree(left);
    left = virDomainSnapshotCurrent(dom, 0);
    on = (virDomainSnapshotFree(on), virDomainSnapshotGetParent(left, 0));
    printf("%s\n", virDomainSnapshotGetName(on));
    CALL_POINTER(redefined, virDomainDefineXML(conn, xml("redefined", 1)));
    deliver();
    show(dom);
    STEP(virDomainRevertToSnapshot(live, VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED));
    show(dom);
    STEP(virDomainResume(dom));
    STEP(virDomainRevertToSnapshot(left, 0));
    show(dom);
    STEP(virDomainDestroy(dom));
    show(dom);
    STEP(virDomainRevertToSnapshot(left, 0));
    show(dom);
    STEP(virDomainUndefine(dom));
    show(dom);
    STEP(virDomainRevertToSnapshot(left, 0));
    show(dom);
    virDomainSnapshotFree(live);
    virDomainSnapshotFree(on);
    virDomainSnapshotFree(off);
    virDomainSnapshotFree(left);
    virDomainFree(redefined);
    end_domain(dom);
}

int main(void)
{
    int callback;

    begin();
    begin_events();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    callback = listen_to_all();
    every_transition();
    again_and_again(1);
    again_and_again(0);
    CALL(virConnectDomainEventDeregisterAny(conn, callback));
    deliver();
    CALL(virConnectClose(conn));
    end_events();
    return 0;
}
