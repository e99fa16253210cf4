/* test-tuning-metadata.c - title, description, metadata and lifecycle actions of the domains of test:///default,
 * with the events of the first three and the errors of bad arguments and states.
 */
#include "tuning.h"

static int timer, round_over;

static void on_timeout(int number UNUSED, void *opaque UNUSED) { round_over = 1; }

/* Lets the loop deliver what is queued. */
static void deliver(void)
{
    for (int i = 0; i < 3; i++) {
        round_over = 0;
        virEventUpdateTimeout(timer, 0);
        while (!round_over)
            virEventRunDefaultImpl();
        virEventUpdateTimeout(timer, -1);
    }
}

static void on_metadata(virConnectPtr from UNUSED, virDomainPtr dom, int type, const char *uri, void *opaque UNUSED)
{
    printf("    event: %s type %d uri %s\n", virDomainGetName(dom), type, text_or_null(uri));
}

static void get(virDomainPtr dom, int type, const char *uri, unsigned int flags)
{
    char *text = virDomainGetMetadata(dom, type, uri, flags);

    result("get", text != NULL);
    if (text)
        printf("    \"%s\"\n", text);
    free(text);
}

static void set(virDomainPtr dom, int type, const char *text, const char *key, const char *uri, unsigned int flags)
{
    result("set", virDomainSetMetadata(dom, type, text, key, uri, flags));
    deliver();
}

/* The XML from one element to another. */
static void show_metadata(virDomainPtr dom)
{
    char *xml = virDomainGetXMLDesc(dom, 0), *start, *end;

    check(xml != NULL, "XML");
    start = strstr(xml, "<metadata");
    end = strstr(xml, "  <memory ");
    if (start && end)
        printf("%.*s", (int)(end - start), start);
    else
        puts("no metadata");
    free(xml);
}

static void words(int type, const char *element)
{
    static const char *const texts[] = { "a word", "two\nlines", "", "<a&b>'\"", NULL, "\t", "\xc3\xa9" };

    printf("== type %d\n", type);
    EACH(get(dom, type, NULL, flags));
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        printf("text %s\n", text_or_null(texts[i]));
        EACH(set(dom, type, texts[i], NULL, NULL, flags));
        EACH(get(dom, type, NULL, flags));
        for (int d = 0; d < 3; d++)
            show_both(domains[d], element);
    }
    set(domains[1], type, "x", "k", NULL, 0);
    set(domains[1], type, "x", NULL, "u", 0);
    set(domains[1], type, "x", "k", "u", 0);
    get(domains[1], type, "u", 0);
}

static void elements(void)
{
    static const char *const texts[] = {
        "<a/>", "<a>text</a>", "<b x='1' y='&lt;'><c/><d>t</d></b>", "<x:a xmlns:x='urn:z'><b/></x:a>",
        "<a xmlns='urn:q'><b/></a>", "<!-- first --><a/>", "",
    };
    static const char *const prefixes[] = { "it's", "0", "a b", "a:b", "", "-x", "\001", "<", "_x", "x.y-1", "\xc3\xa9" };
    virDomainPtr dom = domains[1];

    title("elements");
    EACH(get(dom, VIR_DOMAIN_METADATA_ELEMENT, "urn:a", flags));
    EACH(set(dom, VIR_DOMAIN_METADATA_ELEMENT, "<a/>", "k", "urn:a", flags));
    for (int d = 0; d < 3; d++) {
        show_both(domains[d], "metadata urn:");
    }
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        printf("text %s\n", texts[i]);
        set(dom, VIR_DOMAIN_METADATA_ELEMENT, texts[i], "k", "urn:a", 0);
        set(dom, VIR_DOMAIN_METADATA_ELEMENT, texts[i], "l", "urn:b", 0);
        get(dom, VIR_DOMAIN_METADATA_ELEMENT, "urn:a", 0);
        get(dom, VIR_DOMAIN_METADATA_ELEMENT, "urn:b", 0);
        get(dom, VIR_DOMAIN_METADATA_ELEMENT, "urn:q", 0);
        get(dom, VIR_DOMAIN_METADATA_ELEMENT, "urn:z", 0);
        show_metadata(dom);
    }
    set(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, NULL, "urn:b", 0);
    set(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, "k", "urn:b", 0);
    show_metadata(dom);
    for (int i = 0; i < 3; i++) {
        set(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, NULL, "urn:a", 0);
        set(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, NULL, "urn:q", 0);
        set(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, NULL, "urn:z", 0);
    }
    show_metadata(dom);
    set(domains[0], VIR_DOMAIN_METADATA_ELEMENT, NULL, NULL, "urn:a", 0);
    show_metadata(domains[0]);
    set(domains[0], VIR_DOMAIN_METADATA_ELEMENT, NULL, NULL, "urn:a", 0);
    get(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, 0);
    set(dom, VIR_DOMAIN_METADATA_ELEMENT, "<a/>", NULL, "urn:a", 0);
    set(dom, VIR_DOMAIN_METADATA_ELEMENT, "<a/>", "k", NULL, 0);
    set(dom, VIR_DOMAIN_METADATA_ELEMENT, "", "0", "urn:c", 0);
    set(dom, VIR_DOMAIN_METADATA_ELEMENT, "<!-- first --><a/>", "0", "urn:c", 0);
    set(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, NULL, NULL, 0);
    for (int type = -1; type < 5; type++) {
        get(dom, type, NULL, 0);
        get(dom, type, "urn:x", 0);
        set(dom, type, "<x/>", NULL, NULL, 0);
        set(dom, type, "<x/>", "k", "urn:x", 0);
    }
    show_metadata(dom);
    for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
        set(dom, VIR_DOMAIN_METADATA_ELEMENT, "<a><b/></a>", prefixes[i], "urn:p", 0);
        get(dom, VIR_DOMAIN_METADATA_ELEMENT, "urn:p", 0);
        show_metadata(dom);
    }
}

/* Elements that came with the definition. */
static void from_xml(void)
{
    virDomainPtr dom = virDomainDefineXML(conn, domain_xml("x", '7',
        "<metadata><a:one xmlns:a='urn:a' a:x='1'><a:in/></a:one><b:two xmlns:b='urn:b'/><three/></metadata>", ""));

    check(dom != NULL, "domain");
    title("from the XML");
    show_metadata(dom);
    get(dom, VIR_DOMAIN_METADATA_ELEMENT, "urn:a", 0);
    get(dom, VIR_DOMAIN_METADATA_ELEMENT, "urn:b", 0);
    set(dom, VIR_DOMAIN_METADATA_ELEMENT, "<new/>", "n", "urn:b", 0);
    show_metadata(dom);
    set(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, NULL, "urn:a", 0);
    show_metadata(dom);
    virDomainUndefine(dom);
    virDomainFree(dom);
    dom = virDomainDefineXML(conn, domain_xml("x", '7',
        "<metadata><three/><b:one xmlns:b='urn:b'/><b:two xmlns:b='urn:b'/></metadata>", ""));
    show_metadata(dom);
    virDomainFree(dom);
    dom = virDomainDefineXML(conn, domain_xml("x", '7', "<metadata><three/></metadata>", ""));
    show_metadata(dom);
    virDomainUndefine(dom);
    virDomainFree(dom);
}

static void lifecycle(void)
{
    title("lifecycle actions");
    for (unsigned int type = 0; type < 4; type++) {
        for (unsigned int action = 0; action < 7; action++) {
            printf("type %u action %u\n", type, action);
            EACH(CALL(virDomainSetLifecycleAction(dom, type, action, flags)));
            for (int d = 0; d < 3; d++)
                show_both(domains[d], "<on_");
        }
    }
    CALL(virDomainSetLifecycleAction(domains[1], -1, 0, 0));
    CALL(virDomainSetLifecycleAction(domains[1], 0, -1, 0));
}

static void bad_domains(void)
{
    virConnectPtr reader = virConnectOpenReadOnly("test:///default");
    virDomainPtr gone = gone_domain(), ro = virDomainLookupByName(reader, "active");

    title("bad domains");
    get(gone, 0, NULL, 0);
    get(gone, 7, NULL, 0);
    set(gone, 0, "x", NULL, NULL, 0);
    set(gone, 7, "x", NULL, NULL, 0);
    CALL(virDomainSetLifecycleAction(gone, 0, 0, 0));
    CALL(virDomainSetLifecycleAction(gone, 0, 5, 0));
    CALL(virDomainSetLifecycleAction(gone, 7, 5, 0));
    get(ro, 0, NULL, 0);
    set(ro, 0, "x", "k", NULL, 0);
    CALL(virDomainSetLifecycleAction(ro, 7, 0, 0));
    virDomainFree(ro);
    virDomainFree(gone);
    virConnectClose(reader);
}

int main(void)
{
    int callback;

    virEventRegisterDefaultImpl();
    timer = virEventAddTimeout(-1, on_timeout, NULL, NULL);
    open_domains("", "");
    callback = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_METADATA_CHANGE,
                                                VIR_DOMAIN_EVENT_CALLBACK(on_metadata), NULL, NULL);
    check(callback >= 0, "callback");
    words(VIR_DOMAIN_METADATA_DESCRIPTION, "description");
    words(VIR_DOMAIN_METADATA_TITLE, "title");
    elements();
    from_xml();
    lifecycle();
    bad_domains();
    virConnectDomainEventDeregisterAny(conn, callback);
    deliver();
    close_domains();
    virEventRemoveTimeout(timer);
    /* The loop frees what was removed. */
    timer = virEventAddTimeout(0, on_timeout, NULL, NULL);
    virEventRunDefaultImpl();
    virEventRemoveTimeout(timer);
    return 0;
}
