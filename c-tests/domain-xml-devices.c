/* domain-xml-devices.c - devices in domain XML: the fragments in tests/data/domain-xml-test/devices are defined on
 * test:///default one by one; what the definition became, defined again and running, or the error.
 */
#include "report.h"

#include <dirent.h>

#define FOLDER "tests/data/domain-xml-test/devices"
#define USUAL_HEAD "<memory>8192</memory><os><type>hvm</type></os>"

static virConnectPtr conn;
static char xml[65536], head[4096];

/* The part of a definition that is shown: all from <devices> on. */
static const char *devices_of(const char *text)
{
    const char *devices = strstr(text, "  <devices>");

    return devices ? devices : text;
}

/* A definition, which the caller frees. */
static char *dump(virDomainPtr dom, unsigned int flags)
{
    char *text = virDomainGetXMLDesc(dom, flags);

    if (!text)
        result("    dump", -1);
    return text;
}

static void show_failure(const char *what)
{
    virErrorPtr error = virGetLastError();

    printf("    %s [%d %d %d] %s\n", what, error->code, error->domain, error->level, error->message);
}

/* What was written has to be read again as the same. */
static void define_again(const char *text)
{
    virDomainPtr dom = virDomainDefineXML(conn, text);
    char *again;

    if (!dom) {
        show_failure("again");
        return;
    }
    if ((again = dump(dom, VIR_DOMAIN_XML_SECURE)) && strcmp(text, again) != 0)
        printf("again\n%s", devices_of(again));
    free(again);
    virDomainFree(dom);
}

/* What of `full`, the whole definition, is not for everyone, and what a run adds. */
static void run(virDomainPtr dom, const char *full)
{
    char *before = dump(dom, 0), *running;

    if (before && strcmp(full, before) != 0)
        printf("without secrets\n%s", devices_of(before));

    if (virDomainCreate(dom) < 0)
        show_failure("start");
    running = dump(dom, 0);
    if (before && running && strcmp(devices_of(before), devices_of(running)) != 0)
        printf("running\n%s", devices_of(running));
    free(before);
    free(running);
    virDomainDestroy(dom);
}

static void define(const char *devices)
{
    virDomainPtr dom;
    char *text;

    snprintf(xml, sizeof(xml),
             "<domain type='test'><name>d</name><uuid>11111111-2222-3333-4444-555555555555</uuid>"
             "%s<devices>%s</devices></domain>", head, devices);
    printf("> %s\n", devices);
    dom = virDomainDefineXML(conn, xml);
    if (!dom) {
        show_failure("error");
        return;
    }
    if ((text = dump(dom, VIR_DOMAIN_XML_SECURE))) {
        printf("%s", devices_of(text));
        define_again(text);
        run(dom, text);
        free(text);
    }
    virDomainUndefine(dom);
    virDomainFree(dom);
}

/* A line is the content of <devices>; after '@' the head of the following definitions; after '#' a remark. */
static void define_all(const char *name)
{
    char path[4096], line[16384];
    FILE *file;

    title(name);
    strcpy(head, USUAL_HEAD);
    snprintf(path, sizeof(path), FOLDER "/%s", name);
    file = fopen(path, "r");
    check(file != NULL, path);
    while (fgets(line, sizeof(line), file)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '@')
            snprintf(head, sizeof(head), "%s", line[1] ? line + 1 : USUAL_HEAD);
        else if (line[0] && line[0] != '#')
            define(line);
    }
    fclose(file);
}

static int is_data(const struct dirent *entry) { return entry->d_name[0] != '.'; }

int main(int argc, char **argv)
{
    struct dirent **entries;
    int count;

    begin();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    count = scandir(FOLDER, &entries, is_data, alphasort);
    check(count > 0, "data");
    for (int i = 0; i < count; i++) {
        if (argc < 2 || strstr(entries[i]->d_name, argv[1]))
            define_all(entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    CALL(virConnectClose(conn));
    return 0;
}
