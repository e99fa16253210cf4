/* test-snapshots.c - snapshots of test:///default: trees with branches, lists and their filters, the current snapshot,
 * redefining, deleting, and what becomes of snapshots when their domain stops, is undefined or goes.
 */
#include "moments.h"

static virDomainPtr dom;

/* Prints a snapshot with what is below it: parents first, the last comer first, the current one with a star. */
static void show_tree(virDomainSnapshotPtr snapshot)
{
    virDomainSnapshotPtr *children = NULL;
    int count = virDomainSnapshotListAllChildren(snapshot, &children, 0);

    printf("%s%s", virDomainSnapshotGetName(snapshot), virDomainSnapshotIsCurrent(snapshot, 0) == 1 ? "*" : "");
    for (int i = 0; i < count; i++) {
        printf(i ? " " : "(");
        show_tree(children[i]);
        virDomainSnapshotFree(children[i]);
    }
    printf(count > 0 ? ")" : "");
    free(children);
}

static void show_forest(void)
{
    virDomainSnapshotPtr *roots = NULL;
    int count = virDomainListAllSnapshots(dom, &roots, VIR_DOMAIN_SNAPSHOT_LIST_ROOTS |
                                          VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL);

    printf("    tree:");
    for (int i = 0; i < count; i++) {
        putchar(' ');
        show_tree(roots[i]);
        virDomainSnapshotFree(roots[i]);
    }
    putchar('\n');
    free(roots);
}

static void make(const char *name, unsigned int flags, const char *more)
{
    virDomainSnapshotPtr snapshot;
    char xml[8192];

    snprintf(xml, sizeof(xml), "<domainsnapshot><name>%s</name>%s</domainsnapshot>", name, more);
    printf("%s %#x: ", name, flags);
    snapshot = virDomainSnapshotCreateXML(dom, xml, flags);
    result("create", snapshot != NULL);
    virDomainSnapshotFree(snapshot);
    deliver();
    show_forest();
}

/* Redefines: a state, a parent if not NULL, the XML of the domain and more. */
static void redefine(const char *name, const char *parent, const char *state, const char *domain,
                     const char *more, unsigned int flags)
{
    char xml[8192], above[128] = "";

    if (parent)
        snprintf(above, sizeof(above), "<parent><name>%s</name></parent>", parent);
    snprintf(xml, sizeof(xml), "<creationTime>5</creationTime><state>%s</state>%s%s%s", state, above, domain,
             more);
    printf("%s, parent %s: ", state, text_or_null(parent));
    make(name, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE | flags, xml);
}

static void delete(const char *name, unsigned int flags)
{
    virDomainSnapshotPtr snapshot = virDomainSnapshotLookupByName(dom, name, 0);

    printf("%s %#x: ", name, flags);
    CALL(virDomainSnapshotDelete(snapshot, flags));
    show_forest();
    if (snapshot)
        virDomainSnapshotFree(snapshot);
}

static void show_xml_of(const char *name)
{
    virDomainSnapshotPtr snapshot = virDomainSnapshotLookupByName(dom, name, 0);

    show_masked(virDomainSnapshotGetXMLDesc(snapshot, 0));
    virDomainSnapshotFree(snapshot);
}

/* Every way to list, which all have to agree. */
static void lists(const char *from)
{
    virDomainSnapshotPtr parent = virDomainSnapshotLookupByName(dom, from, 0), *all;
    char *names[16];
    int count;

    for (unsigned int first = 0; first < 11; first++) {
        for (unsigned int second = first; second < 11; second++) {
            unsigned int flags = 1u << first | 1u << second;

            printf("  flags %#x: num %d children %d\n", flags, virDomainSnapshotNum(dom, flags),
                   virDomainSnapshotNumChildren(parent, flags));
            show_names("all", names, virDomainSnapshotListNames(dom, names, 16, flags));
            show_names("below", names, virDomainSnapshotListChildrenNames(parent, names, 16, flags));
            all = NULL;
            count = virDomainListAllSnapshots(dom, &all, flags);
            for (int i = 0; i < count; i++) {
                names[i] = strdup(virDomainSnapshotGetName(all[i]));
                virDomainSnapshotFree(all[i]);
            }
            free(all);
            show_names("handles", names, count);
            all = NULL;
            count = virDomainSnapshotListAllChildren(parent, &all, flags);
            for (int i = 0; i < count; i++) {
                names[i] = strdup(virDomainSnapshotGetName(all[i]));
                virDomainSnapshotFree(all[i]);
            }
            free(all);
            show_names("handles below", names, count);
        }
    }
    /* Too little room: the result counts all. */
    memset(names, 0, sizeof(names));
    LOCAL_CALL(virDomainSnapshotListNames(dom, names, 2, 0)); /* ends the daemon */
    printf("%d %d %d\n", names[0] != NULL, names[1] != NULL, names[2] != NULL);
    free(names[0]);
    free(names[1]);
    LOCAL_CALL(virDomainSnapshotListNames(dom, names, 0, 0));
    LOCAL_CALL(virDomainSnapshotListNames(dom, NULL, 0, 0));
    virDomainSnapshotFree(parent);
}

/* Parents before children, in the one order that there is. */
static void topological(void)
{
    virDomainSnapshotPtr *all = NULL;
    int count = virDomainListAllSnapshots(dom, &all, VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL);

    printf("    order:");
    for (int i = 0; i < count; i++) {
        printf(" %s", virDomainSnapshotGetName(all[i]));
        virDomainSnapshotFree(all[i]);
    }
    putchar('\n');
    free(all);
}

static void trees(void)
{
    const char *same = domain_with("a", UUID_A, "", DISK("/no/such/file"));
    char other[4096], kept[4096];

    strcpy(kept, same);
    title("trees");
    make("one", 0, "");
    make("two", 0, "<description>second</description>");
    make("three", 0, "");
    make("one", 0, "");
    make("halt", VIR_DOMAIN_SNAPSHOT_CREATE_HALT, "");
    show_domain(dom);
    make("off", VIR_DOMAIN_SNAPSHOT_CREATE_HALT, "");
    STEP(virDomainCreate(dom));
    STEP(virDomainSuspend(dom));
    make("paused", 0x1c0, "");
    show_xml_of("one");
    show_xml_of("off");
    show_xml_of("paused");

    title("redefining");
    redefine("four", "one", "running", kept, "", 0);
    redefine("five", "four", "running", kept, "", VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT);
    redefine("six", "five", "shutoff", kept, "", 0);
    redefine("root", NULL, "paused", kept, "", 0);
    redefine("disks", "root", "disk-snapshot", kept, "<disks><disk name='vda' snapshot='no'/></disks>", 0);
    redefine("new", "root", "running", kept,
             "<disks><disk name='vda' snapshot='external'><source file='/new'/></disk></disks>", 0);
    redefine("six", "nobody", "shutoff", kept, "", 0);
    redefine("six", "six", "shutoff", kept, "", 0);
    redefine("four", "six", "running", kept, "", 0);
    redefine("one", "root", "running", kept, "", 0);
    redefine("four", "root", "running", kept, "", 0);
    redefine("five", NULL, "running", kept, "", 0);
    redefine("six", "two", "running", kept, "", 0);
    redefine("six", "two", "disk-snapshot", kept, "", 0);
    redefine("disks", "two", "shutoff", kept, "", 0);
    redefine("six", "two", "crashed", kept, "", VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT);
    redefine("six", "two", "running", kept, "", VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT);
    /* Without a domain it keeps the one it has. */
    redefine("four", "root", "running", "", "<description>no domain</description>", 0);
    show_xml_of("four");
    redefine("four", "root", "running", "", "<disks><disk name='none'/></disks>", 0);
    redefine("none", NULL, "running", "", "", 0);
    strcpy(other, domain_with("a", UUID_B, "", ""));
    redefine("four", "root", "running", other, "", 0);
    redefine("none", NULL, "running", other, "", 0);
    strcpy(other, domain_with("b", UUID_A, "", DISK("/no/such/file")));
    redefine("four", "root", "running", other, "", 0);
    redefine("named", NULL, "running", other, "", 0);
    topological();

    title("lists");
    lists("root");
    lists("one");
}

static void deleting(void)
{
    title("deleting");
    delete("nobody", 0);
    delete("two", 0);
    make("seven", 0, "");
    delete("root", VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY);
    delete("one", VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY);
    make("eight", 0, "");
    make("nine", 0, "");
    delete("nine", 0);
    make("ten", 0, "");
    delete("eight", VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
    delete("one", VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
    for (const char *const *name = (const char *const []){ "five", "root", "named", "one", NULL }; *name; name++)
        delete(*name, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
}

static void show_filters(void)
{
    for (unsigned int flag = VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT;
         flag <= VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT; flag <<= 1)
        printf("    %#x: %d\n", flag, virConnectListAllDomains(conn, NULL, flag));
}

/* What stops, is undefined or goes. */
static void domains(void)
{
    virDomainPtr transient;
    virDomainSnapshotPtr snapshot;

    title("domains");
    show_filters();
    make("s", 0, "");
    make("t", 0, "");
    show_filters();
    STEP(virDomainDestroy(dom));
    CALL(virDomainSnapshotNum(dom, 0));
    STEP(virDomainUndefine(dom));
    STEP(virDomainUndefineFlags(dom, 0));
    STEP(virDomainUndefineFlags(dom, VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA));
    STEP(virDomainCreate(dom));
    virDomainFree(define("a", UUID_A, "<vcpu>2</vcpu>"));
    CALL(virDomainSnapshotNum(dom, 0));
    STEP(virDomainUndefine(dom));
    CALL(virDomainSnapshotNum(dom, 0));
    show_domain(dom);
    make("halt", VIR_DOMAIN_SNAPSHOT_CREATE_HALT, "");
    virDomainFree(define("a", UUID_A, "<vcpu>2</vcpu>"));
    CALL(virDomainSnapshotNum(dom, 0));
    snapshot = virDomainSnapshotLookupByName(dom, "s", 0);
    STEP(virDomainDestroy(dom));
    STEP(virDomainUndefineFlags(dom, VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA));
    CALL(virDomainSnapshotNum(dom, 0));
    CALL(virDomainSnapshotIsCurrent(snapshot, 0));
    CALL(virDomainSnapshotDelete(snapshot, 0));
    CALL_NULL(virDomainSnapshotCreateXML(dom, "<domainsnapshot/>", 0));
    virDomainFree(define("a", UUID_A, ""));
    CALL(virDomainSnapshotNum(dom, 0));
    CALL(virDomainSnapshotIsCurrent(snapshot, 0));
    STEP(virDomainUndefine(dom));
    virDomainSnapshotFree(snapshot);

    transient = create("t", UUID_B, "");
    CALL_POINTER(snapshot, virDomainSnapshotCreateXML(transient, "<domainsnapshot><name>t</name></domainsnapshot>", 0));
    CALL_NULL(virDomainSnapshotCreateXML(transient, "<domainsnapshot/>", VIR_DOMAIN_SNAPSHOT_CREATE_HALT));
    CALL(virDomainSnapshotNum(transient, 0));
    STEP(virDomainDestroy(transient));
    CALL(virDomainSnapshotNum(transient, 0));
    virDomainSnapshotFree(snapshot);
    virDomainFree(transient);
    transient = create("t", UUID_B, "");
    CALL(virDomainSnapshotNum(transient, 0));
    STEP(virDomainDestroy(transient));
    virDomainFree(transient);
}

int main(void)
{
    int callback;

    begin();
    begin_events();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    callback = listen_to_all();
    dom = virDomainDefineXML(conn, domain_with("a", UUID_A, "", DISK("/no/such/file")));
    check(dom != NULL, "define");
    STEP(virDomainCreate(dom));
    trees();
    deleting();
    domains();
    CALL(virConnectDomainEventDeregisterAny(conn, callback));
    deliver();
    CALL(virDomainFree(dom));
    CALL(virConnectClose(conn));
    end_events();
    return 0;
}
