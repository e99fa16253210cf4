/* domain-xml.c - domain XML: the definitions in the folders of tests/data/domain-xml-test are made on test:///default one
 * by one. What each became, that again, without its secrets, running, and for another host, or the error.
 */
#include "report.h"

#include <dirent.h>

#define FOLDER "tests/data/domain-xml-test"

static virConnectPtr conn;

static void show_failure(const char *what)
{
    virErrorPtr error = virGetLastError();

    printf("    %s [%d %d %d] %s\n", what, error->code, error->domain, error->level, error->message);
}

/* A definition, which the caller frees; empty if there is none. */
static char *dump(virDomainPtr dom, unsigned int flags)
{
    char *text = virDomainGetXMLDesc(dom, flags);

    if (!text)
        show_failure("dump");
    return text ? text : strdup("");
}

/* Prints a definition if it differs from one that was printed. */
static void show_change(const char *what, const char *known, const char *text)
{
    if (strcmp(known, text) != 0)
        printf("    %s\n%s", what, text);
}

/* What was written has to be read again as the same. Returns whether it can be read at all. */
static int define_again(const char *text)
{
    virDomainPtr dom = virDomainDefineXML(conn, text);
    char *again;

    if (!dom) {
        show_failure("again");
        return 0;
    }
    again = dump(dom, VIR_DOMAIN_XML_SECURE);
    show_change("again", text, again);
    free(again);
    virDomainFree(dom);
    return 1;
}

/* A definition without its first line, where a running domain has an id. */
static const char *after_id(const char *text)
{
    const char *end = strchr(text, '\n');

    return end ? end + 1 : text;
}

/* What of `full`, the whole definition, is not for everyone, and what a run changes. */
static void run(virDomainPtr dom, const char *full)
{
    char *stopped = dump(dom, 0), *running, *moving;

    show_change("without secrets", full, stopped);
    if (virDomainCreate(dom) < 0)
        show_failure("start");
    running = dump(dom, 0);
    show_change("running", after_id(stopped), after_id(running));
    moving = dump(dom, VIR_DOMAIN_XML_MIGRATABLE);
    show_change("moving", running, moving);
    free(moving);
    free(stopped);
    free(running);
    virDomainDestroy(dom);
}

static void define(const char *xml)
{
    virDomainPtr dom = virDomainDefineXML(conn, xml);
    char *text;

    if (!dom) {
        show_failure("error");
        return;
    }
    text = dump(dom, VIR_DOMAIN_XML_SECURE);
    printf("%s", text);
    if (define_again(text))
        run(dom, text);
    free(text);
    virDomainUndefine(dom);
    virDomainFree(dom);
}

/* A line is put into the definition for '%'; after '@' the definition for the following lines; after '#' a remark. */
static void define_all(const char *path)
{
    char *line = NULL, around[4096] = "%", *mark;
    static char xml[65536];
    size_t size = 0;
    FILE *file = fopen(path, "r");

    check(file != NULL, path);
    title(path + strlen(FOLDER "/"));
    while (getline(&line, &size, file) > 0) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '@') {
            snprintf(around, sizeof(around), "%s", line + 1);
        } else if (line[0] && line[0] != '#') {
            printf("> %s\n", line);
            mark = strchr(around, '%');
            check(mark != NULL, around);
            snprintf(xml, sizeof(xml), "%.*s%s%s", (int)(mark - around), around, line, mark + 1);
            define(xml);
        }
    }
    free(line);
    fclose(file);
}

static int is_data(const struct dirent *entry) { return entry->d_name[0] != '.'; }

/* Uses the files in `folder` whose path contains `which`. */
static void define_folder(const char *folder, const char *which)
{
    struct dirent **entries;
    char path[4096];
    int count = scandir(folder, &entries, is_data, alphasort);

    check(count > 0, folder);
    for (int i = 0; i < count; i++) {
        snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
        if (strstr(path, which))
            define_all(path);
        free(entries[i]);
    }
    free(entries);
}

int main(int argc, char **argv)
{
    const char *which = argc > 1 ? argv[1] : "";

    begin();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    define_folder(FOLDER "/head", which);
    define_folder(FOLDER "/devices", which);
    CALL(virConnectClose(conn));
    return 0;
}
