/* moment-arguments.c - functions of snapshots and checkpoints: handles and references, arguments that are checked before
 * the driver is asked, flags that exclude or need each other, read-only connections.
 */
#include "moments.h"

static const char snapshot_xml[] = "<domainsnapshot><name>s</name></domainsnapshot>";
static const char checkpoint_xml[] = "<domaincheckpoint><name>c</name></domaincheckpoint>";

static void snapshot_arguments(virDomainPtr dom, virDomainSnapshotPtr snapshot)
{
    char *names[4] = { NULL };
    virDomainSnapshotPtr *list;

    title("arguments of snapshot functions");
    CALL_NULL(virDomainSnapshotCreateXML(dom, NULL, 0));
    CALL_NULL(virDomainSnapshotCreateXML(NULL, snapshot_xml, 0));
    CALL_NULL(virDomainSnapshotCreateXML((virDomainPtr)snapshot, snapshot_xml, 0));
    for (unsigned int first = 0; first < 11; first++) {
        for (unsigned int second = first + 1; second < 11; second++) {
            printf("%#x ", 1u << first | 1u << second);
            CALL_NULL(virDomainSnapshotCreateXML(dom, snapshot_xml, 1u << first | 1u << second));
        }
    }
    CALL_NULL(virDomainSnapshotLookupByName(dom, NULL, 0));
    CALL_NULL(virDomainSnapshotLookupByName(dom, "", 0));
    CALL_NULL(virDomainSnapshotLookupByName(dom, "none", 0));
    CALL_NULL(virDomainSnapshotLookupByName(dom, "s", 1));
    CALL(virDomainSnapshotNum(dom, 0));
    CALL(virDomainSnapshotNum(dom, 0x800));
    LOCAL_CALL(virDomainSnapshotListNames(dom, NULL, 0, 0)); /* ends the daemon */
    CALL(virDomainSnapshotListNames(dom, NULL, 1, 0));
    CALL(virDomainSnapshotListNames(dom, names, -1, 0));
    CALL(virDomainSnapshotListNames(dom, NULL, -1, 0));
    CALL(virDomainSnapshotListNames(dom, names, 4, 0x800));
    LOCAL_CALL(virDomainSnapshotListNames(dom, names, 0, 0));
    CALL(virDomainSnapshotListNames(dom, names, 4, 0));
    printf("%s\n", text_or_null(names[0]));
    free(names[0]);
    CALL(virDomainSnapshotNumChildren(snapshot, 0));
    CALL(virDomainSnapshotNumChildren(snapshot, 0x800));
    CALL(virDomainSnapshotListChildrenNames(snapshot, NULL, 0, 0));
    CALL(virDomainSnapshotListChildrenNames(snapshot, NULL, 1, 0));
    CALL(virDomainSnapshotListChildrenNames(snapshot, names, -1, 0));
    CALL(virDomainSnapshotListChildrenNames(snapshot, NULL, -1, 0));
    CALL(virDomainSnapshotListChildrenNames(snapshot, names, 4, 0x800));
    CALL(virDomainListAllSnapshots(dom, NULL, 0));
    list = (void *)dom;
    CALL(virDomainListAllSnapshots(dom, &list, 0x800));
    printf("list %d\n", list != NULL);
    list = (void *)dom;
    CALL(virDomainListAllSnapshots(NULL, &list, 0));
    printf("list %d\n", list == (void *)dom);
    CALL(virDomainSnapshotListAllChildren(snapshot, NULL, 0));
    list = (void *)dom;
    CALL(virDomainSnapshotListAllChildren(snapshot, &list, 0x800));
    printf("list %d\n", list != NULL);
    list = (void *)dom;
    CALL(virDomainSnapshotListAllChildren(snapshot, &list, 0));
    printf("list %d\n", list != NULL && !*list);
    free(list);
    CALL(virDomainHasCurrentSnapshot(dom, 1));
    CALL_NULL(virDomainSnapshotCurrent(dom, 1));
    CALL_NULL(virDomainSnapshotGetParent(snapshot, 1));
    CALL_NULL(virDomainSnapshotGetParent(snapshot, 0));
    CALL(virDomainSnapshotIsCurrent(snapshot, 1));
    CALL(virDomainSnapshotHasMetadata(snapshot, 1));
    CALL(virDomainSnapshotHasMetadata(snapshot, 0));
    CALL_NULL(virDomainSnapshotGetXMLDesc(snapshot, 2));
    for (unsigned int flags = 0; flags < 32; flags++) {
        printf("%#x ", flags);
        CALL(virDomainRevertToSnapshot(snapshot, flags | 0x10));
        printf("%#x ", flags);
        CALL(virDomainSnapshotDelete(snapshot, flags | 0x20));
    }
    CALL(virDomainRevertToSnapshot(snapshot, 3));
    CALL(virDomainSnapshotDelete(snapshot, 5));
    CALL(virDomainSnapshotDelete(snapshot, 7));
    CALL(virDomainSnapshotDelete(snapshot, 2));
    CALL(virDomainSnapshotNum(dom, 0));
}

static void checkpoint_arguments(virDomainPtr dom, virDomainCheckpointPtr checkpoint)
{
    virDomainCheckpointPtr *list;

    title("arguments of checkpoint functions");
    CALL_NULL(virDomainCheckpointCreateXML(dom, NULL, 0));
    CALL_NULL(virDomainCheckpointCreateXML(NULL, checkpoint_xml, 0));
    for (unsigned int flags = 1; flags < 16; flags++) {
        printf("%#x ", flags);
        CALL_NULL(virDomainCheckpointCreateXML(dom, checkpoint_xml, flags));
    }
    CALL_NULL(virDomainCheckpointLookupByName(dom, NULL, 0));
    CALL_NULL(virDomainCheckpointLookupByName(dom, "none", 0));
    CALL_NULL(virDomainCheckpointLookupByName(dom, "c", 1));
    CALL(virDomainListAllCheckpoints(dom, NULL, 0));
    list = (void *)dom;
    CALL(virDomainListAllCheckpoints(dom, &list, 0x10));
    printf("list %d\n", list != NULL);
    CALL(virDomainCheckpointListAllChildren(checkpoint, NULL, 0));
    list = (void *)dom;
    CALL(virDomainCheckpointListAllChildren(checkpoint, &list, 0x10));
    printf("list %d\n", list != NULL);
    CALL_NULL(virDomainCheckpointGetParent(checkpoint, 1));
    CALL_NULL(virDomainCheckpointGetParent(checkpoint, 0));
    CALL_NULL(virDomainCheckpointGetXMLDesc(checkpoint, 8));
    CALL(virDomainCheckpointDelete(checkpoint, 8));
    CALL(virDomainCheckpointDelete(checkpoint, 5));
    CALL(virDomainCheckpointDelete(checkpoint, 7));
    CALL(virDomainListAllCheckpoints(dom, NULL, 0));
}

static void snapshot_handles(virDomainPtr dom)
{
    virDomainSnapshotPtr snapshot, again;

    title("handles of snapshots");
    CALL_POINTER(snapshot, virDomainSnapshotCreateXML(dom, snapshot_xml, 0));
    CALL_POINTER(again, virDomainSnapshotLookupByName(dom, "s", 0));
    printf("same handle %d, domain %d, connection %d, name %s\n", snapshot == again,
           virDomainSnapshotGetDomain(snapshot) == dom, virDomainSnapshotGetConnect(snapshot) == conn,
           virDomainSnapshotGetName(snapshot));
    CALL(virDomainSnapshotRef(snapshot));
    CALL(virDomainSnapshotFree(snapshot));
    CALL(virDomainSnapshotFree(again));
    CALL(virDomainSnapshotFree((virDomainSnapshotPtr)dom));
    CALL(virDomainSnapshotRef((virDomainSnapshotPtr)dom));
    CALL_NULL(virDomainSnapshotGetName((virDomainSnapshotPtr)dom));
    CALL(virDomainFree((virDomainPtr)snapshot));
    snapshot_arguments(dom, snapshot);
    CALL(virDomainSnapshotDelete(snapshot, 0));
    /* A handle of what is gone. */
    printf("%s\n", virDomainSnapshotGetName(snapshot));
    CALL(virDomainSnapshotDelete(snapshot, 0));
    CALL(virDomainRevertToSnapshot(snapshot, 0));
    CALL(virDomainSnapshotIsCurrent(snapshot, 0));
    CALL(virDomainSnapshotHasMetadata(snapshot, 0));
    CALL(virDomainSnapshotNumChildren(snapshot, 0));
    CALL(virDomainSnapshotListAllChildren(snapshot, NULL, 0));
    CALL_NULL(virDomainSnapshotGetParent(snapshot, 0));
    CALL_NULL(virDomainSnapshotGetXMLDesc(snapshot, 0));
    CALL(virDomainHasCurrentSnapshot(dom, 0));
    CALL_NULL(virDomainSnapshotCurrent(dom, 0));
    CALL(virDomainSnapshotFree(snapshot));
}

static void checkpoint_handles(virDomainPtr dom)
{
    virDomainCheckpointPtr checkpoint, again;

    title("handles of checkpoints");
    CALL_POINTER(checkpoint, virDomainCheckpointCreateXML(dom, checkpoint_xml, 0));
    CALL_POINTER(again, virDomainCheckpointLookupByName(dom, "c", 0));
    printf("same handle %d, domain %d, connection %d, name %s\n", checkpoint == again,
           virDomainCheckpointGetDomain(checkpoint) == dom, virDomainCheckpointGetConnect(checkpoint) == conn,
           virDomainCheckpointGetName(checkpoint));
    CALL(virDomainCheckpointRef(checkpoint));
    CALL(virDomainCheckpointFree(checkpoint));
    CALL(virDomainCheckpointFree(again));
    CALL(virDomainCheckpointFree((virDomainCheckpointPtr)dom));
    CALL_NULL(virDomainCheckpointGetName((virDomainCheckpointPtr)dom));
    checkpoint_arguments(dom, checkpoint);
    CALL(virDomainCheckpointDelete(checkpoint, 0));
    printf("%s\n", virDomainCheckpointGetName(checkpoint));
    CALL(virDomainCheckpointDelete(checkpoint, 0));
    CALL_NULL(virDomainCheckpointGetParent(checkpoint, 0));
    CALL_NULL(virDomainCheckpointGetXMLDesc(checkpoint, 0));
    CALL(virDomainCheckpointListAllChildren(checkpoint, NULL, 0));
    CALL(virDomainCheckpointFree(checkpoint));
}

/* A handle keeps its domain handle, and that its connection. */
static void last_handle(void)
{
    virConnectPtr other = virConnectOpen("test:///default");
    virDomainPtr dom = virDomainLookupByName(other, "test");
    virDomainSnapshotPtr snapshot;

    title("the last handle");
    CALL_POINTER(snapshot, virDomainSnapshotCreateXML(dom, snapshot_xml, 0));
    CALL(virDomainFree(dom));
    CALL(virConnectClose(other));
    CALL(virDomainSnapshotIsCurrent(snapshot, 0));
    printf("%s\n", virDomainGetName(virDomainSnapshotGetDomain(snapshot)));
    CALL(virDomainSnapshotDelete(snapshot, 0));
    CALL(virDomainSnapshotFree(snapshot));
}

/* Reading is allowed on a read-only connection, unless passwords are asked for. */
static void read_only(virDomainPtr dom)
{
    virConnectPtr reader = virConnectOpenReadOnly("test:///default");
    virDomainPtr seen = virDomainLookupByName(reader, "test");
    virDomainSnapshotPtr snapshot, made = virDomainSnapshotCreateXML(dom, snapshot_xml, 0);
    virDomainCheckpointPtr checkpoint, kept;
    char *xml;

    title("read-only");
    CALL_NULL(virDomainSnapshotCreateXML(seen, snapshot_xml, 0));
    CALL_NULL(virDomainSnapshotCreateXML(seen, NULL, 0));
    CALL_NULL(virDomainSnapshotCreateXML(seen, snapshot_xml, 5));
    CALL_NULL(virDomainCheckpointCreateXML(seen, checkpoint_xml, 0));
    CALL_NULL(virDomainCheckpointCreateXML(seen, NULL, 0));
    CALL_NULL(virDomainCheckpointCreateXML(seen, checkpoint_xml, 3));
    CALL_POINTER(snapshot, virDomainSnapshotLookupByName(seen, "s", 0));
    CALL(virDomainSnapshotDelete(snapshot, 0));
    CALL(virDomainSnapshotDelete(snapshot, 5));
    CALL(virDomainRevertToSnapshot(snapshot, 0));
    CALL(virDomainRevertToSnapshot(snapshot, 3));
    CALL_NULL(virDomainSnapshotGetXMLDesc(snapshot, VIR_DOMAIN_SNAPSHOT_XML_SECURE));
    CALL_POINTER(xml, virDomainSnapshotGetXMLDesc(snapshot, 0));
    free(xml);
    CALL(virDomainListAllSnapshots(seen, NULL, 0));
    CALL(virDomainSnapshotDelete(made, 0));
    CALL_POINTER(kept, virDomainCheckpointCreateXML(dom, checkpoint_xml, 0));
    CALL_POINTER(checkpoint, virDomainCheckpointLookupByName(seen, "c", 0));
    CALL(virDomainCheckpointDelete(checkpoint, 0));
    CALL(virDomainCheckpointDelete(checkpoint, 5));
    CALL_NULL(virDomainCheckpointGetXMLDesc(checkpoint, VIR_DOMAIN_CHECKPOINT_XML_SECURE));
    CALL_POINTER(xml, virDomainCheckpointGetXMLDesc(checkpoint, VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN));
    free(xml);
    CALL(virDomainCheckpointDelete(kept, 0));
    virDomainCheckpointFree(kept);
    virDomainCheckpointFree(checkpoint);
    virDomainSnapshotFree(made);
    virDomainSnapshotFree(snapshot);
    virDomainFree(seen);
    virConnectClose(reader);
}

/* What an error says beside its text. */
static void errors(virDomainPtr dom)
{
    virDomainSnapshotPtr snapshot = virDomainSnapshotCreateXML(dom, snapshot_xml, 0);

    title("errors");
    virDomainSnapshotLookupByName(dom, "none", 0);
    show_error("look-up", virGetLastError());
    show_error("its connection", virConnGetLastError(conn));
    virDomainSnapshotCreateXML(dom, snapshot_xml, 5);
    show_error("excluding flags", virGetLastError());
    virDomainSnapshotCreateXML(dom, snapshot_xml, 2);
    show_error("needed flag", virGetLastError());
    virDomainSnapshotCreateXML(dom, NULL, 0);
    show_error("no XML", virGetLastError());
    virDomainSnapshotDelete(snapshot, 0x40);
    show_error("unknown flag", virGetLastError());
    virDomainSnapshotFree((virDomainSnapshotPtr)dom);
    show_error("wrong handle", virGetLastError());
    leave_error();
    virDomainSnapshotGetName(snapshot);
    show_error("after a name", virGetLastError());
    leave_error();
    virDomainSnapshotGetDomain(snapshot);
    show_error("after a domain", virGetLastError());
    leave_error();
    virDomainSnapshotGetConnect(snapshot);
    show_error("after a connection", virGetLastError());
    leave_error();
    virDomainSnapshotRef(snapshot);
    show_error("after a reference", virGetLastError());
    leave_error();
    virDomainSnapshotFree(snapshot);
    show_error("after free", virGetLastError());
    virDomainSnapshotDelete(snapshot, 0);
    virDomainSnapshotFree(snapshot);
}

int main(void)
{
    virDomainPtr dom;

    begin();
    conn = virConnectOpen("test:///default");
    dom = virDomainLookupByName(conn, "test");
    check(dom != NULL, "the domain");
    snapshot_handles(dom);
    checkpoint_handles(dom);
    last_handle();
    read_only(dom);
    errors(dom);
    CALL(virDomainFree(dom));
    CALL(virConnectClose(conn));
    return 0;
}
