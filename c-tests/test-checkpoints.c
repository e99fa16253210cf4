/* test-checkpoints.c - checkpoints of test:///default: descriptions, trees, lists and their filters, redefining,
 * deleting; checkpoints and snapshots exclude each other.
 */
#include "moments.h"

static virDomainPtr dom;

/* Prints a checkpoint with what is below it: parents first, the last comer first. */
static void show_tree(virDomainCheckpointPtr checkpoint)
{
    virDomainCheckpointPtr *children = NULL;
    int count = virDomainCheckpointListAllChildren(checkpoint, &children, 0);

    printf("%s", virDomainCheckpointGetName(checkpoint));
    for (int i = 0; i < count; i++) {
        printf(i ? " " : "(");
        show_tree(children[i]);
        virDomainCheckpointFree(children[i]);
    }
    printf(count > 0 ? ")" : "");
    free(children);
}

static void show_forest(void)
{
    virDomainCheckpointPtr *roots = NULL;
    int count = virDomainListAllCheckpoints(dom, &roots, VIR_DOMAIN_CHECKPOINT_LIST_ROOTS |
                                            VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL);

    printf("    tree:");
    for (int i = 0; i < count; i++) {
        putchar(' ');
        show_tree(roots[i]);
        virDomainCheckpointFree(roots[i]);
    }
    putchar('\n');
    free(roots);
}

static void make(const char *name, unsigned int flags, const char *more)
{
    virDomainCheckpointPtr checkpoint;
    char xml[8192];

    snprintf(xml, sizeof(xml), "<domaincheckpoint><name>%s</name>%s</domaincheckpoint>", name, more);
    printf("%s %#x: ", name, flags);
    checkpoint = virDomainCheckpointCreateXML(dom, xml, flags);
    result("create", checkpoint != NULL);
    if (checkpoint)
        virDomainCheckpointFree(checkpoint);
    show_forest();
}

static void redefine(const char *name, const char *parent, const char *domain)
{
    char xml[8192], above[128] = "";

    if (parent)
        snprintf(above, sizeof(above), "<parent><name>%s</name></parent>", parent);
    snprintf(xml, sizeof(xml), "<creationTime>5</creationTime>%s%s", above, domain);
    printf("parent %s: ", text_or_null(parent));
    make(name, VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE, xml);
}

static void delete(const char *name, unsigned int flags)
{
    virDomainCheckpointPtr checkpoint = virDomainCheckpointLookupByName(dom, name, 0);

    printf("%s %#x: ", name, flags);
    CALL(virDomainCheckpointDelete(checkpoint, flags));
    show_forest();
    if (checkpoint)
        virDomainCheckpointFree(checkpoint);
}

static void show_xml_of(const char *name, unsigned int flags)
{
    virDomainCheckpointPtr checkpoint = virDomainCheckpointLookupByName(dom, name, 0);

    printf("%s %#x\n", name, flags);
    show_masked(virDomainCheckpointGetXMLDesc(checkpoint, flags));
    virDomainCheckpointFree(checkpoint);
}

/* The error of a description that the schema forbids ends with an empty line. */
static void try(const char *body, unsigned int flags)
{
    char text[8192];
    virDomainCheckpointPtr checkpoint;

    snprintf(text, sizeof(text), "<domaincheckpoint>%s</domaincheckpoint>", body);
    printf("%#x %.*s%s\n  ", flags, (int)strcspn(body, "\n"), body, strchr(body, '\n') ? "..." : "");
    checkpoint = virDomainCheckpointCreateXML(dom, text, flags);
    result("create", checkpoint != NULL);
    if (!checkpoint)
        return;
    show_masked(virDomainCheckpointGetXMLDesc(checkpoint, VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN));
    check(virDomainCheckpointDelete(checkpoint, 0) == 0, "delete");
    virDomainCheckpointFree(checkpoint);
}

static void descriptions(void)
{
    const char *const bodies[] = {
        "", "<!-- nothing -->", "<name>a</name>", "<name>-a.b_C9</name>", "<name/>", "<name> a </name>",
        "<name>.a</name>", "<name>a/b</name>", "<name>\xc3\xa4</name>", "<name>a</name><name>b</name>",
        "<name x='1'>a</name>", "<name>a<b/></name>", "<description>d</description>", "<description/>",
        "<description><b/></description>", "<creationTime>5</creationTime>", "<creationTime/>",
        "<creationTime> 5</creationTime>", "<creationTime>-5</creationTime>",
        "<creationTime>99999999999999999999</creationTime>", "<parent><name>z</name></parent>", "<parent/>",
        "<parent><name/></parent>", "<parent><name>a</name><name>b</name></parent>",
        "<parent x='1'><name>a</name></parent>", "<disks/>", "<disks>text</disks>", "<disks><foo/></disks>",
        "<disks x='y'><disk name='vda'/></disks>", "<disks><disk/></disks>", "<disks><disk name=''/></disks>",
        "<disks><disk name='vda'/></disks>", "<disks><disk name='vdb'/></disks>", "<disks><disk name='VDA'/></disks>",
        "<disks><disk name='vda1'/></disks>", "<disks><disk name='ioemu:hda'/></disks>",
        "<disks><disk name='/no/such/file'/></disks>", "<disks><disk name='/'/></disks>",
        "<disks><disk name='c:\\x'/></disks>", "<disks><disk name='vda' checkpoint='no'/></disks>",
        "<disks><disk name='vda' checkpoint='bitmap'/></disks>", "<disks><disk name='vda' checkpoint='bogus'/></disks>",
        "<disks><disk name='vda' bitmap='b'/></disks>", "<disks><disk name='vda' bitmap=''/></disks>",
        "<disks><disk name='vda' checkpoint='no' bitmap='b'/></disks>", "<disks><disk name='vda' size='5'/></disks>",
        "<disks><disk name='vda' size='x'/></disks>", "<disks><disk name='vda' foo='x'/></disks>",
        "<disks><disk name='vda'><x/></disk></disks>", "<disks><disk name='vda'/><disk name='vda'/></disks>",
        "<bogus/>", "<bogus/><name>.a</name>", "<name>.a</name><bogus/>", "<state>running</state>", "<memory/>",
        "<domain/>", "text",
    };

    title("descriptions");
    for (size_t i = 0; i < sizeof(bodies) / sizeof(*bodies); i++)
        try(bodies[i], 0);
    CALL_NULL(virDomainCheckpointCreateXML(dom, "", 0));
    CALL_NULL(virDomainCheckpointCreateXML(dom, "<domainsnapshot/>", 0));
    CALL_NULL(virDomainCheckpointCreateXML(dom, "<domaincheckpoint x='1'/>", 0));
    try("<name>quiet</name>", VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE);
}

static void disks(void)
{
    const char *const devices =
        "<disk><source file='/a'/><target dev='vda'/></disk><disk><source file='/b'/><target dev='vdb'/><readonly/></disk>"
        "<disk><source file='/a'/><target dev='vdc'/></disk><disk device='cdrom'><target dev='hdc'/></disk>"
        "<disk device='floppy'><target dev='fda'/></disk>";
    const char *const bodies[] = {
        "", "<disks><disk name='vda'/></disks>", "<disks><disk name='vdb'/></disks>", "<disks><disk name='hdc'/></disks>",
        "<disks><disk name='fda'/></disks>", "<disks><disk name='fda' checkpoint='no'/></disks>",
        "<disks><disk name='/a'/></disks>", "<disks><disk name='/b' checkpoint='no'/></disks>",
        "<disks><disk name='vda'/><disk name='vda'/></disks>", "<disks><disk name='vdc' bitmap='x' size='7'/></disks>",
    };
    char body[8192];

    title("disks");
    for (size_t i = 0; i < sizeof(bodies) / sizeof(*bodies); i++) {
        snprintf(body, sizeof(body), "<name>a</name><creationTime>5</creationTime>%s\n%s", bodies[i],
                 domain_with("a", UUID_A, "", devices));
        try(body, VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE);
    }
    for (size_t i = 0; i < 2; i++) {
        snprintf(body, sizeof(body), "<name>a</name><creationTime>5</creationTime>%s\n%s", bodies[i],
                 domain_with("a", UUID_A, "", ""));
        try(body, VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE);
    }
}

static void trees(void)
{
    char same[4096], other[4096];

    strcpy(same, domain_with("a", UUID_A, "", DISK("/no/such/file")));
    title("trees");
    make("one", 0, "");
    make("two", 0, "");
    make("three", 0, "");
    make("one", 0, "");
    redefine("four", "one", same);
    redefine("five", "four", same);
    redefine("root", NULL, same);
    make("six", 0, "");
    redefine("two", "root", same);
    redefine("one", "five", same);
    redefine("five", "five", same);
    redefine("five", "nobody", same);
    redefine("five", "root", same);
    redefine("bare", "root", "");
    show_xml_of("bare", 0);
    redefine("bare", "root", same);
    redefine("five", "root", "");
    show_xml_of("five", 0);
    strcpy(other, domain_with("a", UUID_B, "", DISK("/no/such/file")));
    redefine("four", "one", other);
    strcpy(other, domain_with("b", UUID_A, "<vcpu>7</vcpu>", DISK("/no/such/file")));
    redefine("four", "one", other);
    make("", 1, "");
    make("x", 1, "");
    try("", 1);
    try("<creationTime>5</creationTime>", 1);
    try("<name>x</name><creationTime>0</creationTime>", 1);
    for (unsigned int flags = 0; flags < 8; flags++) {
        show_xml_of("one", flags);
        show_xml_of("four", flags);
    }
}

static void lists(void)
{
    virDomainCheckpointPtr parent = virDomainCheckpointLookupByName(dom, "root", 0), *all;
    char *names[16];

    title("lists");
    for (unsigned int flags = 0; flags < 16; flags++) {
        for (int below = 0; below < 2; below++) {
            int count;

            all = NULL;
            count = below ? virDomainCheckpointListAllChildren(parent, &all, flags)
                          : virDomainListAllCheckpoints(dom, &all, flags);
            for (int i = 0; i < count; i++) {
                names[i] = strdup(virDomainCheckpointGetName(all[i]));
                virDomainCheckpointFree(all[i]);
            }
            free(all);
            printf("%#x", flags);
            show_names(below ? "below" : "all", names, count);
        }
    }
    all = NULL;
    for (int i = 0, count = virDomainListAllCheckpoints(dom, &all, VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL); i < count; i++) {
        printf("%s ", virDomainCheckpointGetName(all[i]));
        virDomainCheckpointFree(all[i]);
    }
    putchar('\n');
    free(all);
    virDomainCheckpointFree(parent);
}

static void deleting(void)
{
    title("deleting");
    delete("nobody", 0);
    delete("two", VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY);
    make("seven", 0, "");
    delete("six", 0);
    make("eight", 0, "");
    delete("three", VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY);
    make("nine", 0, "");
    delete("three", VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN | VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY);
    make("ten", 0, "");
    delete("root", VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY | VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY);
    make("eleven", 0, "");
}

static void snapshots(void)
{
    const char *const snapshot = "<domainsnapshot><name>s</name></domainsnapshot>";
    virDomainSnapshotPtr made;

    title("snapshots and other states");
    CALL_NULL(virDomainSnapshotCreateXML(dom, snapshot, 0));
    CALL_NULL(virDomainSnapshotCreateXML(dom, snapshot, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE));
    CALL(virConnectListAllDomains(conn, NULL, VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT));
    CALL(virConnectListAllDomains(conn, NULL, VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT));
    STEP(virDomainDestroy(dom));
    CALL(virDomainListAllCheckpoints(dom, NULL, 0));
    make("off", 0, "");
    make("off", VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE, "");
    STEP(virDomainCreate(dom));
    virDomainFree(define("a", UUID_A, "<vcpu>2</vcpu>"));
    CALL(virDomainListAllCheckpoints(dom, NULL, 0));
    while (virDomainListAllCheckpoints(dom, NULL, 0) > 0) {
        virDomainCheckpointPtr *all = NULL;
        int count = virDomainListAllCheckpoints(dom, &all, VIR_DOMAIN_CHECKPOINT_LIST_ROOTS);

        for (int i = 0; i < count; i++) {
            virDomainCheckpointDelete(all[i], VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN);
            virDomainCheckpointFree(all[i]);
        }
        free(all);
    }
    CALL_POINTER(made, virDomainSnapshotCreateXML(dom, snapshot, 0));
    make("c", 0, "");
    make("c", VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE, "");
    STEP(virDomainDestroy(dom));
    make("c", 0, "");
    CALL(virDomainSnapshotDelete(made, 0));
    virDomainSnapshotFree(made);
    STEP(virDomainCreate(dom));
    make("c", 0, "");
    STEP(virDomainDestroy(dom));
    /* Checkpoints do not hold the domain. */
    STEP(virDomainUndefine(dom));
    CALL(virDomainListAllCheckpoints(dom, NULL, 0));
    make("c", 0, "");
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
    check(dom && virDomainCreate(dom) == 0, "domain");
    deliver();
    descriptions();
    disks();
    trees();
    lists();
    deleting();
    snapshots();
    CALL(virConnectDomainEventDeregisterAny(conn, callback));
    deliver();
    CALL(virDomainFree(dom));
    CALL(virConnectClose(conn));
    end_events();
    return 0;
}
