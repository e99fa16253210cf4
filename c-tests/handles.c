/* handles.c - handles and their references; look-ups, lists, names; NULL, foreign and read-only handles. */
#include "report.h"

static const char *const other_xml =
    "<domain type='test'><name>other</name><uuid>11111111-2222-3333-4444-555555555555</uuid>"
    "<memory>8192</memory><os><type>hvm</type></os></domain>";

static void show_domain(virDomainPtr dom)
{
    char uuid[VIR_UUID_STRING_BUFLEN] = "";
    if (!dom)
        return;
    virDomainGetUUIDString(dom, uuid);
    printf("    %s %s id %d\n", virDomainGetName(dom), uuid, (int)virDomainGetID(dom));
}

static void references(void)
{
    virConnectPtr conn = virConnectOpen("test:///default");
    virDomainPtr dom = virDomainLookupByName(conn, "test"), again = virDomainLookupByName(conn, "test");

    title("references");
    printf("two look-ups, same handle: %d\n", dom == again);
    printf("connection of the domain: %d\n", virDomainGetConnect(dom) == conn);
    CALL(virConnectRef(conn));
    CALL(virConnectClose(conn));
    CALL(virDomainRef(dom));
    CALL(virDomainFree(dom));
    show_domain(dom);
    CALL(virDomainFree(again));
    /* The domain holds its connection. */
    CALL(virConnectClose(conn));
    CALL(virDomainIsActive(dom));
    CALL(virConnectNumOfDomains(virDomainGetConnect(dom)));
    CALL(virDomainFree(dom));
    conn = virConnectOpen("test:///default");
    CALL(virConnectClose(conn));
}

static void wrong_handles(virConnectPtr conn, virDomainPtr dom)
{
    title("wrong handles");
    CALL(virConnectClose(NULL));
    CALL(virConnectRef(NULL));
    CALL(virDomainFree(NULL));
    CALL(virDomainRef(NULL));
    CALL(virConnectClose((virConnectPtr)dom));
    CALL(virDomainFree((virDomainPtr)conn));
    CALL_NULL(virDomainGetName((virDomainPtr)conn));
    CALL_NULL(virDomainLookupByName((virConnectPtr)dom, "test"));
    CALL(virDomainGetID(NULL));
    CALL(virDomainGetMaxMemory(NULL));
}

static void look_ups(virConnectPtr conn)
{
    unsigned char uuid[VIR_UUID_BUFLEN];
    const char *const texts[] = {
        "6695eb01-f6a4-8304-79aa-97f2502e193f",  "6695EB01-F6A4-8304-79AA-97F2502E193F",
        "6695eb01f6a4830479aa97f2502e193f",      " 6695eb01-f6a4-8304-79aa-97f2502e193f",
        "6695eb01-f6a4-8304-79aa-97f2502e193f ", "66-95eb01-f6a4-8304-79aa-97f2502e193f",
        "6695eb01-f6a4-8304-79aa-97f2502e193e",  "6695eb01-f6a4-8304-79aa-97f2502e193f-",
        "6695eb01-f6a4-8304-79aa-97f2502e193",   "xx",                                    "",
    };
    virDomainPtr dom;

    title("look-ups");
    CALL_POINTER(dom, virDomainLookupByName(conn, "test"));
    show_domain(dom);
    CALL(virDomainGetUUID(dom, NULL));
    CALL(virDomainGetUUIDString(dom, NULL));
    CALL(virDomainGetUUID(dom, uuid));
    virDomainFree(dom);
    CALL_POINTER(dom, virDomainLookupByUUID(conn, uuid));
    show_domain(dom);
    virDomainFree(dom);
    CALL_POINTER(dom, virDomainLookupByID(conn, 1));
    show_domain(dom);
    virDomainFree(dom);
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        printf("\"%s\" ", texts[i]);
        CALL_POINTER(dom, virDomainLookupByUUIDString(conn, texts[i]));
        if (dom)
            virDomainFree(dom);
    }
    memset(uuid, 0, sizeof(uuid));
    CALL_NULL(virDomainLookupByUUID(conn, uuid));
    CALL_NULL(virDomainLookupByUUID(conn, NULL));
    CALL_NULL(virDomainLookupByUUIDString(conn, NULL));
    CALL_NULL(virDomainLookupByName(conn, NULL));
    CALL_NULL(virDomainLookupByName(conn, ""));
    CALL_NULL(virDomainLookupByName(conn, "nope"));
    CALL_NULL(virDomainLookupByID(conn, -1));
    CALL_NULL(virDomainLookupByID(conn, 0));
    CALL_NULL(virDomainLookupByID(conn, 7));
}

static void lists(virConnectPtr conn)
{
    virDomainPtr *doms = (virDomainPtr *)1, other = virDomainDefineXML(conn, other_xml);
    char *names[4] = { 0 };
    int ids[4] = { -5, -5, -5, -5 };
    int count;

    title("lists");
    CALL(virConnectNumOfDomains(conn));
    CALL(virConnectNumOfDefinedDomains(conn));
    CALL(virConnectListDomains(conn, ids, 4));
    printf("    %d %d\n", ids[0], ids[1]);
    CALL(virConnectListDomains(conn, ids, 0));
    CALL(virConnectListDomains(conn, NULL, 0));
    CALL(virConnectListDomains(conn, NULL, 4));
    CALL(virConnectListDomains(conn, ids, -1));
    CALL(virConnectListDefinedDomains(conn, names, 4));
    printf("    %s %s\n", text_or_null(names[0]), text_or_null(names[1]));
    free(names[0]);
    CALL(virConnectListDefinedDomains(conn, names, 0));
    CALL(virConnectListDefinedDomains(conn, NULL, 4));
    CALL(virConnectListDefinedDomains(conn, names, -1));
    for (unsigned int flag = 1; flag < 1u << 17; flag <<= 1) {
        virResetLastError();
        count = virConnectListAllDomains(conn, &doms, flag);
        printf("flag 0x%x: %d %s\n", flag, count, virGetLastErrorMessage());
        for (int i = 0; i < count; i++)
            virDomainFree(doms[i]);
        printf("    list %s, end %d\n", doms ? "given" : "NULL", !doms || !doms[count]);
        free(doms);
        doms = (virDomainPtr *)1;
    }
    CALL(virConnectListAllDomains(conn, NULL, 0));
    CALL(virConnectListAllDomains(conn, NULL, VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_INACTIVE));
    CALL(virConnectListAllDomains(conn, NULL, VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_SHUTOFF));
    CALL(virConnectListAllDomains(conn, NULL, 0xffffffff));
    CALL(virDomainUndefine(other));
    virDomainFree(other);
}

static void read_only(void)
{
    virConnectPtr conn = virConnectOpenReadOnly("test:///default");
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    int flag, state;
    char *xml;

    title("read-only");
    CALL(virDomainSuspend(dom));
    CALL(virDomainResume(dom));
    CALL(virDomainCreate(dom));
    CALL(virDomainCreateWithFlags(dom, 0xff));
    CALL(virDomainDestroy(dom));
    CALL(virDomainDestroyFlags(dom, 0xff));
    CALL(virDomainShutdown(dom));
    CALL(virDomainShutdownFlags(dom, 0xff));
    CALL(virDomainReboot(dom, 0xff));
    CALL(virDomainReset(dom, 0xff));
    CALL(virDomainUndefine(dom));
    CALL(virDomainUndefineFlags(dom, 0xff));
    CALL(virDomainSetAutostart(dom, 1));
    CALL_NULL(virDomainDefineXML(conn, NULL));
    CALL_NULL(virDomainDefineXMLFlags(conn, "x", 0xff));
    CALL_NULL(virDomainCreateXML(conn, NULL, 0));
    CALL_NULL(virDomainCreateXML(conn, "x", 0));
    CALL_NULL(virDomainCreateLinux(conn, "x", 0));
    CALL_NULL(virDomainGetXMLDesc(dom, VIR_DOMAIN_XML_SECURE));
    CALL_NULL(virDomainGetXMLDesc(dom, VIR_DOMAIN_XML_MIGRATABLE));
    CALL_POINTER(xml, virDomainGetXMLDesc(dom, VIR_DOMAIN_XML_INACTIVE));
    free(xml);
    CALL(virDomainGetAutostart(dom, &flag));
    CALL(virDomainGetState(dom, &state, NULL, 0));
    CALL(virDomainIsActive(dom));
    CALL(virDomainFree(dom));
    CALL(virConnectClose(conn));
}

static void arguments(virDomainPtr dom)
{
    virConnectPtr conn = virDomainGetConnect(dom);
    virDomainInfo info;
    int reason;

    title("arguments");
    CALL(virDomainGetState(dom, NULL, &reason, 0));
    CALL(virDomainGetInfo(dom, NULL));
    CALL(virDomainGetAutostart(dom, NULL));
    CALL_NULL(virDomainDefineXML(conn, NULL));
    CALL_NULL(virDomainDefineXMLFlags(conn, NULL, 0xff));
    CALL_NULL(virDomainCreateXML(conn, NULL, 0xff));
    CALL_NULL(virDomainCreateLinux(conn, NULL, 0xff));
    CALL_NULL(virDomainDefineXMLFlags(conn, "x", 0xff00));
    CALL_NULL(virDomainCreateXML(conn, "x", 0xff00));
    CALL_NULL(virDomainGetXMLDesc(dom, 0xff00));
    CALL_NULL(virDomainGetXMLDesc(dom, VIR_DOMAIN_XML_UPDATE_CPU));
    CALL(virDomainGetState(dom, &reason, NULL, 1));
    CALL(virDomainCreateWithFlags(dom, 0xff));
    CALL(virDomainDestroyFlags(dom, 0xff));
    CALL(virDomainShutdownFlags(dom, 0xff));
    CALL(virDomainReboot(dom, 0xff));
    CALL(virDomainReset(dom, 0xff));
    CALL(virDomainUndefineFlags(dom, 0xff));
    memset(&info, 9, sizeof(info));
    CALL(virDomainGetInfo(dom, &info));
    printf("    %d %lu %lu %d %d\n", info.state, info.maxMem, info.memory, info.nrVirtCpu, info.cpuTime > 0);
}

int main(void)
{
    virConnectPtr conn;
    virDomainPtr dom;

    begin();
    references();
    conn = virConnectOpen("test:///default");
    dom = virDomainLookupByName(conn, "test");
    check(dom != NULL, "the domain");
    wrong_handles(conn, dom);
    look_ups(conn);
    lists(conn);
    arguments(dom);
    read_only();
    CALL(virDomainFree(dom));
    CALL(virConnectClose(conn));
    return 0;
}
