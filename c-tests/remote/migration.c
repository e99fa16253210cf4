/* migration.c - a guest moves between two daemons' QEMU drivers, with this program between the hosts, then by way of
 * the older functions; and the refusals on the way.
 *
 * URI of the source in OXVIRT_TEST_URI, a folder that both can write in and the URI of the destination as arguments.
 */
#define _GNU_SOURCE
#include "../common.h"

static virConnectPtr source, destination;

static void show(const char *where, virConnectPtr conn)
{
    virDomainPtr dom = virDomainLookupByName(conn, "guest");
    int state = -1, reason = -1;

    printf("    %s: %s", where, dom ? "there" : "not there");
    if (dom) {
        virDomainGetState(dom, &state, &reason, 0);
        printf(", %d/%d, persistent %d", state, reason, virDomainIsPersistent(dom));
        virDomainFree(dom);
    }
    putchar('\n');
}

/* Prints what came of a migration, and gives the domain back. */
static virDomainPtr moved(const char *how, virDomainPtr dom)
{
    result(how, dom != NULL);
    if (dom)
        printf("    %s, id %d\n", virDomainGetName(dom), (int)virDomainGetID(dom) > 0);
    show("source", source);
    show("destination", destination);
    return dom;
}

/* Which URIs stand for this host; the others are refused later, because the domain does not run. */
static void local_uris(void)
{
    static const char *const uris[] = {
        "qemu:///system", "qemu:///system?socket=/x", "qemu+unix:///session", "qemu+unix:///session?socket=/x",
        "qemu+unix:///session?a=b&socket=", "qemu+unix:///session?SOCKET=/x", "qemu+unix://localhost/x?socket=/x",
        "qemu+unix://host/system", "qemu+UNIX:///x?socket=/x", "x+y+unix:///x?socket=/y", "unix:///x?socket=/y",
        "qemu+tcp:///system?socket=/x", "qemu+ssh://localhosts/system", "+unix:///x", "localhost", "/x",
    };
    virDomainPtr dom = virDomainDefineXML(source, "<domain type='qemu'><name>off</name>"
                                                  "<uuid>11111111-2222-3333-4444-666666666666</uuid><memory>16384</memory>"
                                                  "<os><type arch='x86_64'>hvm</type></os></domain>");

    for (size_t i = 0; i < COUNT(uris); i++)
        result(uris[i], virDomainMigrateToURI2(dom, uris[i], NULL, NULL, VIR_MIGRATE_PEER2PEER, NULL, 0));
    virDomainUndefine(dom);
    virDomainFree(dom);
}

int main(int argc, char **argv)
{
    virDomainPtr dom, there, back, again;
    virTypedParameterPtr params = NULL;
    int count = 0, room = 0;

    if (argc != 3)
        return 2;
    work_folder = argv[1];
    begin();
    source = virConnectOpen("test:///default");
    destination = virConnectOpen(argv[2]);
    if (result("open", source && destination) == 0)
        return 1;
    local_uris();
    dom = virDomainCreateXML(source,
        "<domain type='qemu'><name>guest</name><uuid>11111111-2222-3333-4444-555555555555</uuid>"
        "<memory>16384</memory><os><type arch='x86_64' machine='pc'>hvm</type></os></domain>", 0);
    if (result("virDomainCreateXML", dom != NULL) == 0)
        return 1;
    moved("nothing", NULL);
    moved("to itself", virDomainMigrate3(dom, source, NULL, 0, VIR_MIGRATE_LIVE));
    virTypedParamsAddString(&params, &count, &room, VIR_MIGRATE_PARAM_URI, "tcp:127.0.0.1:49311");
    virTypedParamsAddString(&params, &count, &room, "nonsense", "x");
    moved("with nonsense", virDomainMigrate3(dom, destination, params, count, VIR_MIGRATE_LIVE));
    there = moved("with parameters", virDomainMigrate3(dom, destination, params, count - 1, VIR_MIGRATE_LIVE));
    virTypedParamsFree(params, count);
    if (!there)
        return 1;
    back = moved("back", virDomainMigrate2(there, source, NULL, VIR_MIGRATE_LIVE | VIR_MIGRATE_PERSIST_DEST, "guest",
                                           "tcp:127.0.0.1:49312", 0));
    if (!back)
        return 1;
    CALL(virDomainMigrateToURI3(back, "tcp:x", NULL, 0, VIR_MIGRATE_LIVE));
    result("peer to peer", virDomainMigrateToURI2(back, argv[2], "tcp:127.0.0.1:49313", NULL,
                                                  VIR_MIGRATE_LIVE | VIR_MIGRATE_PEER2PEER, NULL, 0));
    moved("by the daemons", NULL);
    again = virDomainLookupByName(destination, "guest");
    virDomainFree(there);
    there = moved("paused", virDomainMigrate(again, source, VIR_MIGRATE_PAUSED, NULL, "tcp:127.0.0.1:49314", 0));
    if (!there)
        return 1;
    CALL(virDomainDestroy(there));
    virDomainFree(dom);
    virDomainFree(there);
    virDomainFree(back);
    virDomainFree(again);
    CALL(virConnectClose(source));
    CALL(virConnectClose(destination));
    return 0;
}
