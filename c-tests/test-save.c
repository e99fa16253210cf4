/* test-save.c - saving domains of test:///default to files and restoring them, managed save images, core dumps.
 *
 * Without arguments: every call, also with files that are damaged. "write FILE" saves a domain, "read FILE"
 * shows and restores what another run saved, to try the files of one library on the other.
 */
#include "domains.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* The UUID of the domain that is there from the beginning. */
#define TEST "6695eb01-f6a4-8304-79aa-97f2502e193f"

static virConnectPtr readonly;

/* What is in the directory, in order of the names. */
static void show_files(void)
{
    struct dirent **list;
    int count = scandir(".", &list, NULL, alphasort);

    printf("    files:");
    for (int i = 0; i < count; i++) {
        if (list[i]->d_name[0] != '.')
            printf(" %s", list[i]->d_name);
        free(list[i]);
    }
    free(list);
    putchar('\n');
}

/* Reads a save file as it is on the disk: 15 bytes of magic, the length, the XML. */
static void show_image(const char *path)
{
    static char content[16384];
    int32_t length = -1;
    struct stat info;
    FILE *file = fopen(path, "r");
    size_t size;

    check(file != NULL, path);
    size = fread(content, 1, sizeof(content) - 1, file);
    content[size] = 0;
    fstat(fileno(file), &info);
    fclose(file);
    if (size >= 19)
        memcpy(&length, content + 15, 4);
    printf("    %s: mode %o, magic \"%s\", %zu bytes, length %d, with the header %d\n", path,
           (unsigned)info.st_mode & 07777, content, size, length, length + 19 == (int)size);
    if (size > 19)
        printf("%s", content + 19);
}

/* Writes a file with this header and body. */
static void make_image(const char *path, const void *magic, size_t magic_length, const void *length,
                       size_t length_length, const char *body)
{
    FILE *file = fopen(path, "w");

    check(file != NULL, path);
    fwrite(magic, 1, magic_length, file);
    fwrite(length, 1, length_length, file);
    fputs(body, file);
    fclose(file);
}

static void save(virDomainPtr dom)
{
    title("save");
    STEP(virDomainSave(dom, "a.save"));
    show_domain(dom);
    show_image("a.save");
    STEP(virDomainSave(dom, "b.save"));
    show_files();
    CALL(virDomainCreate(dom));
    deliver();
    STEP(virDomainSuspend(dom));
    STEP(virDomainSave(dom, "b.save"));
    show_domain(dom);
    show_image("b.save");
    STEP(virDomainCreate(dom));
    show_domain(dom);

    STEP(virDomainSave(dom, NULL));
    STEP(virDomainSave(dom, ""));
    STEP(virDomainSave(dom, "no/such/place"));
    STEP(virDomainSave(dom, "."));
    STEP(virDomainSave(NULL, "c.save"));
    STEP(virDomainSaveFlags(dom, "c.save", xml_of("test", UUID_A, ""), 0));
    for (unsigned int flags = 1; flags <= 32; flags *= 2) {
        printf("flags %u\n", flags);
        STEP(virDomainSaveFlags(dom, "c.save", NULL, flags));
    }
    STEP(virDomainSaveFlags(dom, "c.save", NULL, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED));
    STEP(virDomainSaveFlags(dom, NULL, NULL, 0));
    STEP(virDomainSaveFlags(NULL, "c.save", NULL, 0));
    show_domain(dom);
    show_files();
}

/* A disk that is full while a file is written. */
static void full_disk(virDomainPtr dom)
{
    const char *xml = xml_of("test", TEST, "");
    struct rlimit old, small;
    virErrorPtr errors[2];

    title("full disk");
    getrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_IGN);
    for (int limit = 0; limit <= 200; limit = limit * 4 + 10) {
        make_image("old.save", "TestGuestMagic", 15, &(int32_t){ strlen(xml) }, 4, xml);
        printf("%d bytes\n", limit);
        small = old;
        small.rlim_cur = limit;
        setrlimit(RLIMIT_FSIZE, &small);
        /* Nothing is printed meanwhile: it may go to a file. */
        virDomainSave(dom, "full.save");
        errors[0] = virSaveLastError();
        virDomainSaveImageDefineXML(conn, "old.save", xml, 0);
        errors[1] = virSaveLastError();
        setrlimit(RLIMIT_FSIZE, &old);
        for (int i = 0; i < 2; i++) {
            printf("%s [%d %d] ", i ? "virDomainSaveImageDefineXML" : "virDomainSave", errors[i]->code,
                   errors[i]->domain);
            print_message(errors[i]->message);
            putchar('\n');
            virFreeError(errors[i]);
        }
        deliver();
        show_files();
    }
    show_domain(dom);
}

static void restore(virDomainPtr dom)
{
    virDomainPtr found;

    title("restore");
    STEP(virDomainRestore(conn, "a.save"));
    STEP(virDomainDestroy(dom));
    STEP(virDomainRestore(conn, "a.save"));
    show_domain(dom);
    found = virDomainLookupByName(conn, "test");
    show_domain(found);
    virDomainFree(found);
    STEP(virDomainDestroy(dom));
    STEP(virDomainRestore(conn, "b.save"));
    show_domain(dom);
    STEP(virDomainDestroy(dom));
    show_files();

    STEP(virDomainRestore(conn, NULL));
    STEP(virDomainRestore(NULL, "a.save"));
    STEP(virDomainRestore(readonly, "a.save"));
    STEP(virDomainRestoreFlags(conn, "a.save", xml_of("test", UUID_A, ""), 0));
    STEP(virDomainRestoreFlags(conn, NULL, NULL, 0));
    STEP(virDomainRestoreFlags(NULL, "a.save", NULL, 0));
    STEP(virDomainRestoreFlags(readonly, "a.save", NULL, 0));
    for (unsigned int flags = 1; flags <= 32; flags *= 2) {
        printf("flags %u\n", flags);
        STEP(virDomainRestoreFlags(conn, "a.save", NULL, flags));
        show_domain(dom);
        virDomainDestroy(dom);
        deliver();
    }
    STEP(virDomainRestoreFlags(conn, "a.save", NULL, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED));
    STEP(virDomainDestroy(dom));

    /* The definition has changed since. */
    found = virDomainDefineXML(conn, xml_of("test", TEST, "<vcpu>7</vcpu>"));
    deliver();
    STEP(virDomainRestore(conn, "a.save"));
    show_domain(found);
    STEP(virDomainDestroy(dom));
    show_domain(found);
    virDomainFree(found);
    /* The name is taken by another domain. */
    STEP(virDomainUndefine(dom));
    found = define("test", UUID_A, "");
    STEP(virDomainRestore(conn, "a.save"));
    STEP(virDomainUndefine(found));
    virDomainFree(found);
    STEP(virDomainRestore(conn, "a.save"));
    show_domain(dom);
    CALL_STRING(virDomainGetXMLDesc(dom, 0));
    STEP(virDomainDestroy(dom));
    show_domain(dom);
    virDomainFree(virDomainDefineXML(conn, xml_of("test", TEST, "")));
    deliver();
}

static const char magic[15] = "TestGuestMagic";

#define IMAGE(name, magic_length, length, length_length, body) \
    make_image(name, magic, magic_length, &(int32_t){ length }, length_length, body)

/* A call that fails because of the XML: what the parser says is not the subject here. */
static void code_result(const char *call, int value)
{
    printf("%s = %d [%d %d]\n", call, value, virGetLastErrorCode(), virGetLastErrorDomain());
}

#define CALL_XML(call) code_result(#call, call)

static void damaged(virDomainPtr dom)
{
    static char padded[9000];
    const char *const names[] = {
        "missing", ".", "empty", "short-magic", "wrong-magic", "no-length", "half-length", "zero", "negative", "huge",
        "limit", "above", "cut", "network", "trailing",
    }, *const bad_xml[] = { "no-xml", "half-xml", "longer" };
    const char *xml = xml_of("test", TEST, "");
    int length = (int)strlen(xml);

    title("damaged files");
    memset(padded, ' ', sizeof(padded) - 1);
    memcpy(padded, xml, length);
    IMAGE("empty", 0, 0, 0, "");
    IMAGE("short-magic", 14, 0, 0, "");
    make_image("wrong-magic", "TestGuestMagix", 15, &length, 4, xml);
    IMAGE("no-length", 15, 0, 0, "");
    IMAGE("half-length", 15, 1, 2, "");
    IMAGE("zero", 15, 0, 4, xml);
    IMAGE("negative", 15, -1, 4, xml);
    IMAGE("huge", 15, INT32_MAX, 4, xml);
    IMAGE("limit", 15, 8192, 4, padded);
    IMAGE("above", 15, 8193, 4, padded);
    IMAGE("cut", 15, length, 4, "<domain");
    IMAGE("no-xml", 15, 4, 4, "blah");
    IMAGE("half-xml", 15, 8, 4, "<domain>");
    IMAGE("network", 15, 10, 4, "<network/>");
    IMAGE("longer", 15, length - 1, 4, xml);
    IMAGE("trailing", 15, length, 4, "");
    make_image("trailing", magic, 15, &length, 4, xml_of("test", TEST, ""));
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        printf("%s\n", names[i]);
        errno = 0; /* which the texts about a short file end with */
        CALL_STRING(virDomainSaveImageGetXMLDesc(conn, names[i], 0));
        errno = 0;
        STEP(virDomainRestore(conn, names[i]));
        virDomainDestroy(dom);
        deliver();
        errno = 0;
        CALL(virDomainSaveImageDefineXML(conn, names[i], xml_of("test", TEST, ""), 0));
    }
    for (size_t i = 0; i < sizeof(bad_xml) / sizeof(*bad_xml); i++) {
        printf("%s\n", bad_xml[i]);
        CALL_XML(virDomainSaveImageGetXMLDesc(conn, bad_xml[i], 0) != NULL);
        CALL_XML(virDomainRestore(conn, bad_xml[i]));
        CALL_XML(virDomainSaveImageDefineXML(conn, bad_xml[i], xml_of("test", TEST, ""), 0));
        unlink(bad_xml[i]);
    }
    for (size_t i = 2; i < sizeof(names) / sizeof(*names); i++)
        unlink(names[i]);
    show_files();
}

/* The length that a save file may have is less than what saving writes. */
static void long_description(void)
{
    static char more[9000];
    virDomainPtr dom;

    title("long XML");
    strcpy(more, "<description>");
    memset(more + strlen(more), 'x', 8500);
    strcat(more, "</description>");
    dom = create("long", UUID_A, more);
    STEP(virDomainSave(dom, "long.save"));
    show_domain(dom);
    CALL(virDomainSaveImageGetXMLDesc(conn, "long.save", 0) != NULL);
    STEP(virDomainRestore(conn, "long.save"));
    unlink("long.save");
    virDomainFree(dom);
}

/* A domain without a definition is gone when it is saved, and back when it is restored. */
static void transient(void)
{
    virDomainPtr dom = create("t", UUID_B, "<vcpu>2</vcpu>");

    title("transient domains");
    STEP(virDomainSave(dom, "t.save"));
    show_domain(dom);
    show_image("t.save");
    CALL_NULL(virDomainLookupByName(conn, "t"));
    STEP(virDomainRestore(conn, "t.save"));
    show_domain(dom);
    STEP(virDomainManagedSave(dom, 0));
    CALL(virDomainHasManagedSaveImage(dom, 0));
    STEP(virDomainManagedSaveRemove(dom, 0));
    STEP(virDomainDestroy(dom));
    STEP(virDomainSave(dom, "t.save"));
    STEP(virDomainManagedSave(dom, 0));
    CALL(virDomainHasManagedSaveImage(dom, 0));
    STEP(virDomainManagedSaveRemove(dom, 0));
    virDomainFree(dom);
}

static void images(void)
{
    const char *changed = xml_of("other", UUID_A, "<vcpu>5</vcpu>");
    virDomainPtr found;

    title("images");
    CALL_STRING(virDomainSaveImageGetXMLDesc(conn, "a.save", 0));
    CALL_STRING(virDomainSaveImageGetXMLDesc(readonly, "a.save", 0));
    CALL_STRING(virDomainSaveImageGetXMLDesc(readonly, "a.save", VIR_DOMAIN_SAVE_IMAGE_XML_SECURE));
    CALL_STRING(virDomainSaveImageGetXMLDesc(conn, "a.save", VIR_DOMAIN_SAVE_IMAGE_XML_SECURE));
    CALL_STRING(virDomainSaveImageGetXMLDesc(conn, "a.save", 2));
    CALL_STRING(virDomainSaveImageGetXMLDesc(conn, "a.save", 16));
    CALL_STRING(virDomainSaveImageGetXMLDesc(conn, NULL, 0));
    CALL_STRING(virDomainSaveImageGetXMLDesc(NULL, "a.save", 0));
    CALL_STRING(virDomainSaveImageGetXMLDesc(conn, "none", 0));

    CALL(virDomainSaveImageDefineXML(conn, "b.save", changed, 0));
    show_image("b.save");
    CALL(virDomainSaveImageDefineXML(conn, "b.save", NULL, 0));
    CALL(virDomainSaveImageDefineXML(conn, NULL, changed, 0));
    CALL(virDomainSaveImageDefineXML(NULL, "b.save", changed, 0));
    CALL(virDomainSaveImageDefineXML(readonly, "b.save", changed, 0));
    CALL_XML(virDomainSaveImageDefineXML(conn, "b.save", "<domain", 0));
    CALL_XML(virDomainSaveImageDefineXML(conn, "b.save", "", 0));
    CALL(virDomainSaveImageDefineXML(conn, "none", changed, 0));
    show_files();
    for (unsigned int flags = 1; flags <= 32; flags *= 2) {
        printf("flags %u\n", flags);
        CALL(virDomainSaveImageDefineXML(conn, "b.save", changed, flags));
    }
    CALL(virDomainSaveImageDefineXML(conn, "b.save", changed, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED));
    show_image("b.save");
    STEP(virDomainRestore(conn, "b.save"));
    found = virDomainLookupByName(conn, "other");
    show_domain(found);
    STEP(virDomainDestroy(found));
    virDomainFree(found);
}

static void show_secret(const char *where, char *xml)
{
    printf("    %s: %s\n", where, xml && strstr(xml, "passwd='secret'") ? "shown" : "hidden");
    free(xml);
}

/* Passwords are in the file. */
static void secrets(void)
{
    virDomainPtr dom = create("t", UUID_B, "<devices><graphics type='vnc' port='5901' passwd='secret'/></devices>");

    title("secrets");
    STEP(virDomainSave(dom, "t.save"));
    show_secret("image", virDomainSaveImageGetXMLDesc(conn, "t.save", 0));
    show_secret("image, secure", virDomainSaveImageGetXMLDesc(conn, "t.save", VIR_DOMAIN_SAVE_IMAGE_XML_SECURE));
    STEP(virDomainRestore(conn, "t.save"));
    show_secret("domain", virDomainGetXMLDesc(dom, 0));
    show_secret("domain, secure", virDomainGetXMLDesc(dom, VIR_DOMAIN_XML_SECURE));
    STEP(virDomainDestroy(dom));
    virDomainFree(dom);
}

/* Paths are made absolute and short. */
static void paths(void)
{
    const char *const forms[] = {
        "none", "./none", "x/../none", "x//y/./none/", "..", "../../../../none", "/none", "//none", "///none//x",
        "/..", "/", "", "//", "/./", "a b", "n\303\266ne",
    };

    title("paths");
    for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
        errno = 0;
        CALL(virDomainRestore(conn, forms[i]));
    }
}

static void params(virDomainPtr dom)
{
    virTypedParameterPtr list = NULL;
    int count = 0, max = 0;

    title("typed parameters");
    virTypedParamsAddString(&list, &count, &max, VIR_DOMAIN_SAVE_PARAM_FILE, "p.save");
    CALL(virDomainSaveParams(dom, list, count, 0));
    CALL(virDomainSaveParams(dom, list, count, 64));
    CALL(virDomainSaveParams(dom, list, count, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED));
    show_error("last", virGetLastError());
    CALL(virDomainSaveParams(dom, NULL, 0, 0));
    CALL(virDomainSaveParams(dom, NULL, 1, 0));
    CALL(virDomainSaveParams(dom, list, -1, 0));
    CALL(virDomainSaveParams(NULL, list, count, 0));
    CALL(virDomainRestoreParams(conn, list, count, 0));
    CALL(virDomainRestoreParams(conn, list, count, 64));
    CALL(virDomainRestoreParams(conn, list, count, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED));
    CALL(virDomainRestoreParams(conn, NULL, 0, 0));
    CALL(virDomainRestoreParams(conn, NULL, 1, 0));
    CALL(virDomainRestoreParams(conn, list, -1, 0));
    CALL(virDomainRestoreParams(readonly, list, count, 0));
    CALL(virDomainRestoreParams(NULL, list, count, 0));
    virTypedParamsFree(list, count);
}

static void show_managed(virDomainPtr dom)
{
    virDomainPtr *list;

    CALL(virDomainHasManagedSaveImage(dom, 0));
    for (int with = 0; with < 2; with++) {
        int count = virConnectListAllDomains(conn, &list, with ? VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE
                                                               : VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE);
        printf("    %s image: %d\n", with ? "with" : "without", count);
        for (int i = 0; i < count; i++)
            virDomainFree(list[i]);
        free(list);
    }
}

static void managed(virDomainPtr dom)
{
    virDomainPtr readonly_dom = virDomainLookupByName(readonly, virDomainGetName(dom));

    title("managed save");
    show_managed(dom);
    STEP(virDomainManagedSaveRemove(dom, 0));
    STEP(virDomainManagedSave(dom, 0));
    STEP(virDomainCreate(dom));
    show_domain(dom);
    STEP(virDomainManagedSave(dom, 0));
    show_domain(dom);
    show_managed(dom);
    show_files();
    STEP(virDomainManagedSave(dom, 0));
    STEP(virDomainUndefine(dom));
    STEP(virDomainUndefineFlags(dom, VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA));
    STEP(virDomainCreate(dom));
    show_domain(dom);
    show_managed(dom);

    title("paused when it was saved");
    STEP(virDomainSuspend(dom));
    STEP(virDomainManagedSave(dom, 0));
    show_managed(dom);
    STEP(virDomainCreate(dom));
    show_domain(dom);
    STEP(virDomainManagedSave(dom, 0));

    title("removed");
    STEP(virDomainManagedSaveRemove(dom, 0));
    show_managed(dom);
    STEP(virDomainManagedSaveRemove(dom, 0));
    STEP(virDomainCreate(dom));

    title("flags");
    for (unsigned int flags = 1; flags <= 32; flags *= 2) {
        printf("flags %u\n", flags);
        STEP(virDomainManagedSave(dom, flags));
        show_domain(dom);
        show_managed(dom);
        if (virDomainIsActive(dom) == 0)
            STEP(virDomainCreate(dom));
        show_domain(dom);
        show_managed(dom);
    }
    STEP(virDomainManagedSave(dom, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED));
    STEP(virDomainManagedSave(NULL, 0));
    STEP(virDomainManagedSave(readonly_dom, 0));
    STEP(virDomainManagedSaveRemove(NULL, 0));
    STEP(virDomainManagedSaveRemove(readonly_dom, 0));
    STEP(virDomainManagedSaveRemove(dom, 1));
    CALL(virDomainHasManagedSaveImage(NULL, 0));
    CALL(virDomainHasManagedSaveImage(dom, 1));
    CALL(virDomainHasManagedSaveImage(readonly_dom, 0));
    CALL_STRING(virDomainManagedSaveGetXMLDesc(dom, 0));
    CALL_STRING(virDomainManagedSaveGetXMLDesc(readonly_dom, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE));
    CALL_STRING(virDomainManagedSaveGetXMLDesc(NULL, 0));
    CALL(virDomainManagedSaveDefineXML(dom, "<domain/>", 0));
    CALL(virDomainManagedSaveDefineXML(dom, NULL, 0));
    CALL(virDomainManagedSaveDefineXML(dom, "<domain/>", VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED));
    CALL(virDomainManagedSaveDefineXML(readonly_dom, "<domain/>", 0));
    CALL(virDomainManagedSaveDefineXML(NULL, "<domain/>", 0));

    title("other ways to start");
    if (virDomainIsActive(dom) == 0)
        STEP(virDomainCreate(dom));
    STEP(virDomainManagedSave(dom, 0));
    STEP(virDomainCreateWithFlags(dom, VIR_DOMAIN_START_FORCE_BOOT));
    STEP(virDomainCreateWithFlags(dom, VIR_DOMAIN_START_PAUSED));
    STEP(virDomainCreateWithFlags(dom, 0));
    show_domain(dom);
    STEP(virDomainManagedSave(dom, 0));
    STEP(virDomainRestore(conn, "a.save"));
    show_domain(dom);
    show_managed(dom);
    STEP(virDomainDestroy(dom));
    show_domain(dom);
    show_managed(dom);

    title("undefine with it");
    if (virDomainHasManagedSaveImage(dom, 0) == 0) {
        STEP(virDomainCreate(dom));
        STEP(virDomainManagedSave(dom, 0));
    }
    STEP(virDomainUndefine(dom));
    STEP(virDomainUndefineFlags(dom, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | VIR_DOMAIN_UNDEFINE_NVRAM));
    STEP(virDomainUndefineFlags(dom, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE));
    show_domain(dom);
    show_managed(dom);
    virDomainFree(readonly_dom);
}

/* What a new definition, or a transient run, makes of a managed save image. */
static void redefined(void)
{
    virDomainPtr dom, again;

    title("redefined");
    dom = define("a", UUID_A, "");
    STEP(virDomainCreate(dom));
    STEP(virDomainManagedSave(dom, 0));
    again = define("a", UUID_A, "<vcpu>2</vcpu>");
    show_managed(again);
    virDomainFree(again);
    again = create("a", UUID_A, "");
    show_managed(again);
    STEP(virDomainUndefine(again));
    STEP(virDomainUndefineFlags(again, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE));
    show_managed(again);
    STEP(virDomainDestroy(again));
    show_managed(dom);
    virDomainFree(again);
    virDomainFree(dom);
}

static void dumps(virDomainPtr dom)
{
    virDomainPtr readonly_dom = virDomainLookupByName(readonly, virDomainGetName(dom));

    title("core dumps");
    show_domain(dom);
    STEP(virDomainCoreDump(dom, "core", 0));
    show_domain(dom);
    show_image("core");
    show_files();
    STEP(virDomainCoreDump(dom, NULL, 0));
    STEP(virDomainCoreDump(dom, "no/such/place", 0));
    STEP(virDomainCoreDump(dom, ".", 0));
    STEP(virDomainCoreDump(NULL, "core", 0));
    STEP(virDomainCoreDump(readonly_dom, "core", 0));
    for (unsigned int flags = 1; flags <= 64; flags *= 2) {
        printf("flags %u\n", flags);
        STEP(virDomainCoreDump(dom, "core", flags));
        show_domain(dom);
        if (virDomainIsActive(dom) == 0)
            STEP(virDomainCreate(dom));
    }
    STEP(virDomainCoreDump(dom, "core", VIR_DUMP_CRASH | VIR_DUMP_LIVE));
    STEP(virDomainCoreDump(dom, "core", VIR_DUMP_CRASH | VIR_DUMP_RESET));
    STEP(virDomainCoreDump(dom, "core", VIR_DUMP_LIVE | VIR_DUMP_RESET));
    show_domain(dom);
    for (unsigned int format = 0; format <= 6; format++) {
        printf("format %u\n", format);
        STEP(virDomainCoreDumpWithFormat(dom, "core", format, 0));
    }
    show_error("last", virGetLastError());
    STEP(virDomainCoreDumpWithFormat(dom, NULL, 0, 0));
    STEP(virDomainCoreDumpWithFormat(NULL, "core", 0, 0));
    STEP(virDomainCoreDumpWithFormat(readonly_dom, "core", 0, 0));
    STEP(virDomainCoreDumpWithFormat(dom, "core", 0, VIR_DUMP_CRASH | VIR_DUMP_LIVE));
    STEP(virDomainCoreDumpWithFormat(dom, "core", 0, VIR_DUMP_CRASH | VIR_DUMP_RESET));
    STEP(virDomainCoreDumpWithFormat(dom, "core", 0, VIR_DUMP_LIVE | VIR_DUMP_RESET));
    STEP(virDomainCoreDumpWithFormat(dom, "core", 0, 128));
    STEP(virDomainSuspend(dom));
    STEP(virDomainCoreDump(dom, "core", 0));
    show_domain(dom);
    STEP(virDomainResume(dom));
    STEP(virDomainCoreDump(dom, "core", VIR_DUMP_CRASH));
    show_domain(dom);
    STEP(virDomainCoreDump(dom, "core", 0));
    STEP(virDomainCoreDump(dom, "core", 2));
    unlink("core");
    STEP(virDomainCoreDumpWithFormat(dom, "core", 1, 0));
    show_files();
    STEP(virDomainCreate(dom));
    STEP(virDomainCoreDumpWithFormat(dom, "core", 1, VIR_DUMP_CRASH));
    STEP(virDomainCoreDumpWithFormat(dom, "no/such/place", 1, VIR_DUMP_CRASH));
    show_files();
    show_domain(dom);
    unlink("core");
    STEP(virDomainDestroy(dom));
    virDomainFree(readonly_dom);
    dom = create("t", UUID_B, "");
    STEP(virDomainCoreDump(dom, "core", VIR_DUMP_CRASH));
    show_domain(dom);
    STEP(virDomainCoreDump(dom, "core", 0));
    STEP(virDomainCoreDumpWithFormat(dom, "core", 1, 0));
    unlink("core");
    virDomainFree(dom);
}

static void read_only(virDomainPtr dom)
{
    virDomainPtr readonly_dom = virDomainLookupByName(readonly, virDomainGetName(dom));

    title("read-only");
    STEP(virDomainSave(readonly_dom, "c.save"));
    STEP(virDomainSaveFlags(readonly_dom, "c.save", NULL, 0));
    STEP(virDomainSaveParams(readonly_dom, NULL, 0, 0));
    virDomainFree(readonly_dom);
}

static int every_call(void)
{
    char folder[] = "/tmp/test-save-XXXXXX";
    virDomainPtr dom;

    check(mkdtemp(folder) && chdir(folder) == 0, folder);
    work_folder = folder;
    dom = virDomainLookupByName(conn, "test");
    check(dom != NULL, "the domain");
    read_only(dom);
    save(dom);
    STEP(virDomainDestroy(dom));
    STEP(virDomainCreate(dom));
    full_disk(dom);
    restore(dom);
    damaged(dom);
    long_description();
    transient();
    images();
    secrets();
    paths();
    params(dom);
    STEP(virDomainCreate(dom));
    dumps(dom);
    STEP(virDomainCreate(dom));
    STEP(virDomainDestroy(dom));
    managed(dom);
    redefined();
    virDomainFree(dom);
    show_files();
    unlink("a.save");
    unlink("b.save");
    unlink("c.save");
    unlink("t.save");
    check(rmdir(folder) == 0, folder);
    return 0;
}

static int written(const char *file)
{
    virDomainPtr dom = create("saved", UUID_B, "<vcpu>3</vcpu><description>a &lt; b</description>");

    result("virDomainSave", virDomainSave(dom, file));
    virDomainFree(dom);
    return 0;
}

static int read_back(const char *file)
{
    virDomainPtr dom;

    string_result("virDomainSaveImageGetXMLDesc", virDomainSaveImageGetXMLDesc(conn, file, 0));
    result("virDomainRestore", virDomainRestore(conn, file));
    CALL_POINTER(dom, virDomainLookupByName(conn, "saved"));
    show_domain(dom);
    show_xml(dom, 0);
    virDomainFree(dom);
    return 0;
}

int main(int argc, char **argv)
{
    int callback, status = 2;

    begin();
    begin_events();
    conn = virConnectOpen("test:///default");
    readonly = virConnectOpenReadOnly("test:///default");
    check(conn && readonly, "open");
    callback = listen_to_all();
    if (argc == 1)
        status = every_call();
    else if (argc == 3 && strcmp(argv[1], "write") == 0)
        status = written(argv[2]);
    else if (argc == 3 && strcmp(argv[1], "read") == 0)
        status = read_back(argv[2]);
    virConnectDomainEventDeregisterAny(conn, callback);
    virConnectClose(readonly);
    virConnectClose(conn);
    end_events();
    return status;
}
