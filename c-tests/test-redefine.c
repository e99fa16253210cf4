/* test-redefine.c - what a guest would see if a snapshot were redefined: the file tests/data/redefine.txt has domain XML
 * with alternatives. A snapshot with the first ones is redefined with each of the others in turn, and back.
 */
#include "moments.h"

#define DATA "tests/data/redefine.txt"
#define SIZE 65536

static virDomainPtr dom;

/* Makes "s" a snapshot with this definition. Returns whether it was taken. */
static int redefine(const char *xml)
{
    static char text[SIZE + 256];
    virDomainSnapshotPtr snapshot;

    snprintf(text, sizeof(text), "<domainsnapshot><name>s</name><creationTime>1</creationTime><state>running</state>"
             "%s</domainsnapshot>", xml);
    snapshot = virDomainSnapshotCreateXML(dom, text, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
    if (!snapshot)
        return 0;
    virDomainSnapshotFree(snapshot);
    return 1;
}

static void forget(void)
{
    virDomainSnapshotPtr snapshot = virDomainSnapshotLookupByName(dom, "s", 0);

    check(snapshot && virDomainSnapshotDelete(snapshot, 0) == 0, "delete");
    virDomainSnapshotFree(snapshot);
}

static void show_result(const char *what, int ok)
{
    virErrorPtr error = virGetLastError();

    if (ok)
        printf("    %s ok\n", what);
    else
        printf("    %s [%d %d %d] %s\n", what, error->code, error->domain, error->level, error->message);
}

/* Redefines `old` as `new`. */
static void change(const char *way, const char *old, const char *new)
{
    if (!redefine(old)) {
        show_result("cannot be", 0);
        return;
    }
    show_result(way, redefine(new));
    forget();
}

/* The definition `line` in its surroundings with the first of all alternatives, but number `other` of the alternatives
 * number `which`, which is copied to `chosen`. Returns whether there is such a one. */
static int expand(const char *around, const char *line, int which, int other, char *xml, char *chosen)
{
    const char *mark = strchr(around, '%');
    int group = 0, found = 0;

    check(mark != NULL, around);
    xml += sprintf(xml, "%.*s", (int)(mark - around), around);
    for (const char *at = line; *at; at++) {
        int number = 0;

        if (*at != '{') {
            *xml++ = *at;
            continue;
        }
        for (const char *end = at + 1;; end++) {
            if (*end != '|' && *end != '}')
                continue;
            if (number == (group == which ? other : 0)) {
                xml += sprintf(xml, "%.*s", (int)(end - at - 1), at + 1);
                if (group == which) {
                    sprintf(chosen, "%.*s", (int)(end - at - 1), at + 1);
                    found = 1;
                }
            }
            at = end;
            number++;
            if (*end == '}')
                break;
        }
        group++;
    }
    strcpy(xml, mark + 1);
    return found;
}

/* Tries every alternative in `line`. */
static void try_all(const char *around, const char *line)
{
    static char first[SIZE], other[SIZE], from[SIZE], to[SIZE];

    printf("> %s\n", line);
    for (int group = 0; expand(around, line, group, 0, first, from); group++) {
        for (int number = 1; expand(around, line, group, number, other, to); number++) {
            printf("  '%s' to '%s'\n", from, to);
            change("there", first, other);
            change("back ", other, first);
        }
    }
}

/* Without alternatives a line is compared with the one before. */
static void try_pair(const char *around, const char *line)
{
    static char xml[SIZE], before[SIZE], none[1];

    expand(around, line, -1, 0, xml, none);
    if (before[0]) {
        printf("> %s\n", line);
        change("there", before, xml);
        change("back ", xml, before);
    }
    strcpy(before, xml);
}

/* In a file a line goes into the definition for '%'; after '@' the definition for the following lines; after '#' a
 * remark. */
int main(int argc, char **argv)
{
    char *line = NULL, around[4096] = "%";
    size_t size = 0;
    FILE *file = fopen(argc > 1 ? argv[1] : DATA, "r");

    check(file != NULL, DATA);
    begin();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    dom = virDomainDefineXML(conn, domain_with("d", UUID_A, "", ""));
    check(dom != NULL, "define");
    while (getline(&line, &size, file) > 0) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#')
            title(line + 1);
        else if (line[0] == '@')
            snprintf(around, sizeof(around), "%s", line + 1);
        else if (strchr(line, '{'))
            try_all(around, line);
        else if (line[0])
            try_pair(around, line);
    }
    free(line);
    fclose(file);
    virDomainFree(dom);
    CALL(virConnectClose(conn));
    return 0;
}
