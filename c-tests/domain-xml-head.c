/* domain-xml-head.c - domain XML outside <devices> and tuning: the definitions in tests/data/domain-xml-test/head are
 * made on test:///default one by one; what each became, and that again, or the error.
 */
#include "report.h"

#include <dirent.h>

#define FOLDER "tests/data/domain-xml-test/head"

static virConnectPtr conn;

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
    again = virDomainGetXMLDesc(dom, VIR_DOMAIN_XML_INACTIVE);
    if (!again)
        show_failure("again");
    else if (strcmp(text, again) != 0)
        printf("again\n%s", again);
    free(again);
    virDomainFree(dom);
}

static void define(const char *xml)
{
    virDomainPtr dom = virDomainDefineXML(conn, xml);
    char *text;

    if (!dom) {
        show_failure("error");
        return;
    }
    text = virDomainGetXMLDesc(dom, 0);
    if (text) {
        printf("%s", text);
        define_again(text);
        free(text);
    } else {
        show_failure("dump");
    }
    virDomainUndefine(dom);
    virDomainFree(dom);
}

/* A line is put into the definition for '%'; after '@' the definition for the following lines; after '#' a remark. */
static void define_all(const char *name)
{
    char path[4096], *line = NULL, around[4096] = "%", *mark;
    static char xml[65536];
    size_t size = 0;
    FILE *file;

    title(name);
    snprintf(path, sizeof(path), FOLDER "/%s", name);
    file = fopen(path, "r");
    check(file != NULL, path);
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
