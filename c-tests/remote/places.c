/* Where connections lead: opens what the arguments name, one after the other. "-" is no URI at all, "ro:" in front asks
 * for a connection that only reads.
 *     places URI...
 */

#include "../report.h"

#include <unistd.h>

static void open_place(const char *name)
{
    int is_ro = strncmp(name, "ro:", 3) == 0;
    const char *uri = is_ro ? name + 3 : name;
    virConnectPtr conn;
    char *text;

    if (strcmp(uri, "-") == 0)
        uri = NULL;
    printf("%s: ", name);
    conn = is_ro ? virConnectOpenReadOnly(uri) : virConnectOpen(uri);
    result("open", conn != NULL);
    if (!conn)
        return;
    text = virConnectGetURI(conn);
    printf("  %s %s", text_or_null(text), text_or_null(virConnectGetType(conn)));
    free(text);
    printf(" %d\n", virConnectNumOfDomains(conn));
    CALL(virConnectClose(conn));
}

int main(int argc, char **argv)
{
    int i;

    begin();
    for (i = 1; i < argc; i++)
        open_place(argv[i]);
    return 0;
}
