/* test-file.c - test:///FILE: the host that a file describes, its domains, the files it names, its users, and the errors
 * of files that describe none. The files are written into a folder that "DIR" stands for in the output.
 */
#include "report.h"

#include <sys/stat.h>
#include <unistd.h>

#define NAMESPACE " xmlns:test='http://libvirt.org/schemas/domain/test/1.0'"
#define UUID "<uuid>11111111-2222-3333-4444-555555555555</uuid>"
#define REST "<memory>8192</memory><os><type>hvm</type></os>"

static char dir[] = "/tmp/test-file-XXXXXX";

/* Prints `text` with the folder's name replaced. */
static void print_masked(const char *text)
{
    const char *found;

    while ((found = strstr(text, dir))) {
        printf("%.*sDIR", (int)(found - text), text);
        text = found + strlen(dir);
    }
    printf("%s\n", text);
}

static const char *path_of(const char *name)
{
    static char path[256];

    snprintf(path, sizeof(path), "%s/%s", dir, name);
    return path;
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(path_of(name), "w");

    check(file && fputs(text, file) >= 0 && fclose(file) == 0, name);
}

static void show_last_error(void)
{
    virErrorPtr error = virGetLastError();

    if (!error || !error->code)
        return;
    printf("  [%d %d %d] ", error->code, error->domain, (int)error->level);
    /* What is wrong with XML is said in the parser's words, after file and line. */
    if (error->code == VIR_ERR_XML_DETAIL)
        error->message[strcspn(error->message, ":") + 2] = '\0';
    print_masked(error->message);
}

static virConnectPtr open_file(const char *name, virConnectAuthPtr auth, unsigned int flags)
{
    char uri[300];
    virConnectPtr conn;

    snprintf(uri, sizeof(uri), "test://%s", path_of(name));
    conn = virConnectOpenAuth(uri, auth, flags);
    printf("open %s: %s\n", name, conn ? "yes" : "no");
    show_last_error();
    return conn;
}

/* Opens a file with this text, and prints the error if there is one. */
static virConnectPtr open_text(const char *text)
{
    put("x.xml", text);
    printf("%s\n", text);
    return open_file("x.xml", NULL, 0);
}

static int by_name(const void *left, const void *right)
{
    return strcmp(virDomainGetName(*(const virDomainPtr *)left), virDomainGetName(*(const virDomainPtr *)right));
}

static void show_domains(virConnectPtr conn)
{
    virDomainPtr *doms;
    int count = virConnectListAllDomains(conn, &doms, 0);

    printf("  %d domains\n", count);
    if (count < 0)
        return;
    qsort(doms, (size_t)count, sizeof(*doms), by_name);
    for (int i = 0; i < count; i++) {
        int state = -1, reason = -1;

        virDomainGetState(doms[i], &state, &reason, 0);
        printf("  %s: id %d state %d/%d active %d persistent %d\n", virDomainGetName(doms[i]),
               (int)virDomainGetID(doms[i]), state, reason, virDomainIsActive(doms[i]), virDomainIsPersistent(doms[i]));
        virDomainFree(doms[i]);
    }
    free(doms);
}

static void show_node(virConnectPtr conn)
{
    virNodeInfo info;

    memset(&info, 9, sizeof(info));
    CALL(virNodeGetInfo(conn, &info));
    printf("  \"%s\" %lu KiB, %u CPUs of %u MHz, %u nodes %u sockets %u cores %u threads\n", info.model, info.memory,
           info.cpus, info.mhz, info.nodes, info.sockets, info.cores, info.threads);
}

static void close_it(virConnectPtr conn)
{
    if (conn)
        CALL(virConnectClose(conn));
}

/* Opens a file with this text and shows what there is in it. */
static void show_text(const char *text)
{
    virConnectPtr conn = open_text(text);

    if (!conn)
        return;
    show_node(conn);
    show_domains(conn);
    close_it(conn);
}

static void empty_host(void)
{
    unsigned long long free_kib[2] = { 7, 7 };
    virConnectPtr conn;
    char *text;

    title("a host of which nothing is said");
    conn = open_text("<node/>");
    show_node(conn);
    show_domains(conn);
    text = virConnectGetURI(conn);
    print_masked(text);
    free(text);
    text = virConnectGetCapabilities(conn);
    printf("%s", text);
    free(text);
    CALL(virNodeGetCellsFreeMemory(conn, free_kib, 0, 2));
    printf("  free: %llu\n", virNodeGetFreeMemory(conn));
    show_error("  ", virGetLastError());
    CALL(virNodeGetCPUMap(conn, NULL, NULL, 0));
    CALL(virConnectGetMaxVcpus(conn, NULL));
    CALL(virConnectIsSecure(conn));
    close_it(conn);
}

static void nodes(void)
{
    title("nodes");
    show_text("<node><cpu><mhz>6000</mhz><model>i986</model><active>50</active><nodes>4</nodes><sockets>4</sockets>"
              "<cores>4</cores><threads>2</threads></cpu><memory>8192000</memory></node>");
    show_text("<node><cpu><nodes>1</nodes><sockets>1</sockets><cores>3</cores><threads>1</threads></cpu></node>");
    show_text("<node><cpu><active>3</active></cpu></node>");
    show_text("<node><cpu><active>16</active></cpu></node>");
    show_text("<node><cpu><active>17</active></cpu></node>");
    show_text("<node><cpu><active>-1</active></cpu></node>");
    show_text("<node><cpu><cores>-2</cores></cpu></node>");
    show_text("<node><cpu><cores> 3</cores><mhz>+010</mhz></cpu><memory/></node>");
    show_text("<node><cpu><cores>3 </cores></cpu></node>");
    show_text("<node><cpu><cores>2.5</cores></cpu></node>");
    show_text("<node><cpu><cores>0x3</cores></cpu></node>");
    show_text("<node><cpu><cores>4294967295</cores></cpu></node>");
    show_text("<node><cpu><cores>4294967296</cores></cpu></node>");
    show_text("<node><memory>-1</memory></node>");
    show_text("<node><cpu><cores>3</cores></cpu><cpu><cores>4</cores><threads>7</threads></cpu></node>");
    show_text("<node><cpu><cores><x>3</x></cores></cpu></node>");
    show_text("<node><cpu><nodes>many</nodes></cpu></node>");
    show_text("<node><cpu><sockets>many</sockets></cpu></node>");
    show_text("<node><cpu><cores>many</cores></cpu></node>");
    show_text("<node><cpu><threads>many</threads></cpu></node>");
    show_text("<node><cpu><active>many</active></cpu></node>");
    show_text("<node><cpu><mhz>many</mhz></cpu></node>");
    show_text("<node><memory>many</memory></node>");
    show_text("<node><memory>99999999999999999999</memory></node>");
    show_text("<node><memory>18446744073709551615</memory></node>");
    show_text("<node><cpu><model>1234567890123456789012345678901</model></cpu></node>");
    show_text("<node><cpu><model>12345678901234567890123456789012</model></cpu></node>");
    show_text("<node><cpu><model/></cpu></node>");
}

/* Where virtual CPUs may run follows from the node. */
static void host_cpus(const char *node)
{
    char text[1024];
    unsigned char maps[2 * 8];
    virVcpuInfo infos[2];
    virDomainPtr dom;
    virConnectPtr conn;
    int count;

    snprintf(text, sizeof(text), "<node><cpu>%s</cpu><domain type='test'><name>a</name>" UUID REST "<vcpu>2</vcpu>"
             "<iothreads>1</iothreads></domain></node>", node);
    conn = open_text(text);
    check(conn != NULL, node);
    dom = virDomainLookupByName(conn, "a");
    check(dom != NULL, "a");
    for (int call = 0; call < 3; call++) {
        memset(maps, 0xee, sizeof(maps));
        switch (call) {
        case 0: count = CALL(virDomainGetVcpus(dom, infos, 2, maps, 8)); break;
        case 1: count = CALL(virDomainGetVcpuPinInfo(dom, 2, maps, 8, 0)); break;
        default: count = CALL(virDomainGetEmulatorPinInfo(dom, maps, 8, 0));
        }
        if (call == 0 && count > 0)
            printf("  runs on %d\n", infos[0].cpu);
        for (int i = 0; i < count; i++)
            for (int byte = 0; byte < 8; byte++)
                printf("%s%02x", byte ? " " : "  ", maps[8 * i + byte]);
        putchar('\n');
    }
    virDomainFree(dom);
    close_it(conn);
}

static void all_host_cpus(void)
{
    title("CPUs of the host");
    host_cpus("");
    host_cpus("<nodes>1</nodes><sockets>1</sockets><cores>3</cores><threads>2</threads><active>4</active>");
    host_cpus("<active>3</active>");
    host_cpus("<nodes>3</nodes><sockets>1</sockets><cores>20</cores><threads>1</threads>");
    host_cpus("<nodes>0</nodes>");
}

static void show_states(void)
{
    static const char *const states[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "-1", "x", "" };
    char text[1024];

    for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++) {
        snprintf(text, sizeof(text), "<node><domain type='test'" NAMESPACE "><name>d</name>" REST
                 "<test:runstate>%s</test:runstate></domain></node>", states[i]);
        show_text(text);
    }
}

#define DOMAIN(name, more) "<domain type='test'" NAMESPACE "><name>" name "</name>" REST more "</domain>"

static void domains(void)
{
    virConnectPtr conn;
    virDomainPtr dom;
    char *xml;

    title("domains");
    show_states();
    show_text("<node>" DOMAIN("a", "") DOMAIN("b", "<test:runstate>5</test:runstate>") DOMAIN("c", "<test:transient/>")
              DOMAIN("d", "<test:transient/><test:runstate>3</test:runstate>") "</node>");
    show_text("<node>" DOMAIN("a", "<test:transient>no</test:transient>") "</node>");
    show_text("<node>" DOMAIN("a", "<test:transient/><test:runstate>5</test:runstate>") "</node>");
    show_text("<node>" DOMAIN("a", "<test:hasmanagedsave/>") "</node>");
    show_text("<node>" DOMAIN("a", "<test:hasmanagedsave/><test:runstate>3</test:runstate>") "</node>");
    show_text("<node>" DOMAIN("a", UUID) DOMAIN("a", UUID "<vcpu>2</vcpu>") "</node>");
    show_text("<node>" DOMAIN("a", UUID) DOMAIN("b", UUID) "</node>");
    show_text("<node><domain type='test'><name>a</name>" REST "<runstate>5</runstate></domain></node>");
    show_text("<node><domain type='test'><name>a</name><os><type>hvm</type></os></domain></node>");
    show_text("<node><domain><name>a</name>" REST "</domain></node>");
    show_text("<node><domain type='vax'><name>a</name>" REST "</domain></node>");
    show_text("<node><other/><domains>" DOMAIN("a", "") "</domains></node>");

    title("a domain in detail");
    conn = open_text("<node><domain type='test'" NAMESPACE "><name>a</name>"
                     "<uuid>11111111-2222-3333-4444-555555555555</uuid>" REST "<test:runstate>3</test:runstate><devices>"
                     "<interface type='user'><mac address='52:54:00:00:00:01'/></interface></devices></domain></node>");
    show_domains(conn);
    dom = virDomainLookupByName(conn, "a");
    xml = virDomainGetXMLDesc(dom, 0);
    printf("%s", xml);
    free(xml);
    /* The same elements are looked at, if not used, wherever a domain is defined. */
    CALL_NULL(virDomainDefineXML(conn, DOMAIN("b", "<test:runstate>8</test:runstate>")));
    CALL_NULL(virDomainCreateXML(conn, DOMAIN("b", "<test:runstate>x</test:runstate>"), 0));
    CALL_NULL(virDomainDefineXML(conn, DOMAIN("b", "<test:hasmanagedsave/>")));
    CALL_NULL(virDomainDefineXML(conn, DOMAIN("b", "<test:transient/><test:runstate>5</test:runstate>")));
    virDomainFree(virDomainDefineXML(conn, DOMAIN("b", "<test:hasmanagedsave/><test:runstate>5</test:runstate>")));
    virDomainFree(virDomainDefineXML(conn, DOMAIN("c", "<test:transient/><test:runstate>3</test:runstate>")));
    show_domains(conn);
    CALL(virDomainResume(dom));
    CALL(virDomainShutdown(dom));
    CALL(virDomainCreate(dom));
    show_domains(conn);
    virDomainFree(dom);
    close_it(conn);
}

static void managed_save(void)
{
    virConnectPtr conn;
    virDomainPtr dom;

    title("managed save");
    conn = open_text("<node>" DOMAIN("a", "<test:hasmanagedsave/><test:runstate>5</test:runstate>") "</node>");
    show_domains(conn);
    CALL(virConnectListAllDomains(conn, NULL, VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE));
    dom = virDomainLookupByName(conn, "a");
    CALL(virDomainCreate(dom));
    CALL(virConnectListAllDomains(conn, NULL, VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE));
    virDomainFree(dom);
    close_it(conn);
}

static void other_files(void)
{
    title("files in files");
    put("dom.xml", DOMAIN("outside", ""));
    check(mkdir(path_of("sub"), 0700) == 0, "mkdir");
    put("sub/dom.xml", DOMAIN("below", ""));
    put("broken.xml", "<domain>\n<name>");
    put("device.xml", "<device><name>d</name><capability type='system'><hardware>"
                       "<uuid>11111111-2222-3333-4444-555555555555</uuid></hardware></capability></device>");
    put("network.xml", "<network><name>n</name></network>");
    show_text("<node><domain file='dom.xml'/><domain file='sub/dom.xml'/>" DOMAIN("a", "") "</node>");
    show_text("<node><domain file='dom.xml'><name>ignored</name></domain></node>");
    show_text("<node><domain file='missing.xml'/></node>");
    show_text("<node><domain file=''/></node>");
    show_text("<node><domain file='broken.xml'/></node>");
    show_text("<node><domain file='network.xml'/></node>");
    show_text("<node><network file='missing.xml'/></node>");
    show_text("<node><network file='broken.xml'/></node>");
    show_text("<node><interface file='missing.xml'/></node>");
    show_text("<node><pool file='missing.xml'/></node>");
    show_text("<node><device file='missing.xml'/></node>");
    show_text("<node><pool type='dir'><name>p</name><target><path>/p</path></target><volume file='missing.xml'/></pool>"
              "</node>");
    show_text("<node><pool type='dir'><name>p</name><target><path>/p</path></target><volume><name>v</name>"
              "<capacity>1000</capacity></volume></pool></node>");
    show_text("<node><network file='network.xml'/></node>");
    show_text("<node><device file='network.xml'/></node>");
    show_text("<node><device file='device.xml'/></node>");
}

static void absolute(void)
{
    char text[512];

    snprintf(text, sizeof(text), "<node><domain file='%s'/></node>", path_of("dom.xml"));
    put("absolute.xml", text);
    {
        virConnectPtr conn = open_file("absolute.xml", NULL, 0);

        check(conn != NULL, "absolute");
        show_domains(conn);
        close_it(conn);
    }
}

static void bad_files(void)
{
    title("bad files");
    open_file("missing.xml", NULL, 0);
    open_file("sub", NULL, 0);
    open_file("sub/missing/x.xml", NULL, 0);
    show_text("");
    show_text("text");
    show_text("<node>");
    show_text("<node>\n  <domain>\n</node>");
    show_text("<other/>");
    show_text("<node xmlns='urn:x'><cpu><mhz>5</mhz></cpu>" DOMAIN("a", "") "</node>");
    open_file("x.xml", NULL, 4);
}

/* Connections to a file share nothing, as those to test:///default do. */
static void private_hosts(void)
{
    virConnectPtr first, second, reader;

    title("private hosts");
    put("x.xml", "<node>" DOMAIN("a", "") "</node>");
    first = open_file("x.xml", NULL, 0);
    second = open_file("x.xml", NULL, 0);
    reader = open_file("x.xml", NULL, VIR_CONNECT_RO);
    {
        virDomainPtr dom = virDomainLookupByName(first, "a");

        CALL(virDomainDestroy(dom));
        CALL(virDomainUndefine(dom));
        virDomainFree(dom);
    }
    show_domains(first);
    show_domains(second);
    show_domains(reader);
    CALL_NULL(virDomainDefineXML(reader, DOMAIN("b", "")));
    close_it(first);
    close_it(second);
    close_it(reader);
}

struct answers {
    const char *name;
    const char *password;
    /* What the callback returns for a name and for a password. */
    int value, password_value;
};

static int answer(virConnectCredentialPtr creds, unsigned int count, void *opaque)
{
    const struct answers *answers = opaque;

    for (unsigned int i = 0; i < count; i++) {
        const char *text = creds[i].type == VIR_CRED_AUTHNAME ? answers->name : answers->password;

        printf("    asked %u of %u: kind %d prompt \"%s\" challenge \"%s\" default \"%s\" result %d %u\n", i, count,
               creds[i].type, text_or_null(creds[i].prompt), text_or_null(creds[i].challenge),
               text_or_null(creds[i].defresult), creds[i].result != NULL, creds[i].resultlen);
        creds[i].result = text ? strdup(text) : NULL;
        creds[i].resultlen = text ? (unsigned int)strlen(text) : 0;
    }
    return creds[0].type == VIR_CRED_AUTHNAME ? answers->value : answers->password_value;
}

static int kinds[] = { VIR_CRED_AUTHNAME, VIR_CRED_PASSPHRASE, VIR_CRED_USERNAME, VIR_CRED_NOECHOPROMPT };

static void log_in(const char *name, const char *password, int value, int *types, unsigned int ntypes)
{
    struct answers answers = { name, password, value < -1 ? 0 : value, value < -1 ? -1 : 0 };
    virConnectAuth auth = { types, ntypes, answer, &answers };
    virConnectPtr conn;

    printf("%s/%s, %d, %u kinds\n", text_or_null(name), text_or_null(password), value, ntypes);
    conn = open_file("x.xml", &auth, 0);
    close_it(conn);
}

static void users(void)
{
    virConnectAuth silent_auth = { kinds, 2, NULL, NULL };
    virConnectAuth without_kinds = { NULL, 0, NULL, NULL };
    int hidden_kinds[] = { VIR_CRED_NOECHOPROMPT, VIR_CRED_AUTHNAME, VIR_CRED_PASSPHRASE };
    int other_kinds[] = { VIR_CRED_ECHOPROMPT, VIR_CRED_REALM };

    title("users");
    show_text("<node><auth/></node>");
    show_text("<node><auth><user/></auth></node>");
    show_text("<node><auth><user password='x'></user></auth></node>");
    show_text("<node><auth><user>bob</user></auth></node>");
    put("x.xml", "<node><auth><user password='secret'>bob</user><user>ann</user><user password=''>eve</user>"
                 "<user password='second'>bob</user></auth></node>");
    open_file("x.xml", NULL, 0);
    open_file("x.xml", NULL, VIR_CONNECT_RO);
    open_file("x.xml", &silent_auth, 0);
    open_file("x.xml", &without_kinds, 0);
    log_in("bob", "secret", 0, kinds, 2);
    log_in("bob", "wrong", 0, kinds, 2);
    log_in("bob", "second", 0, kinds, 2);
    log_in("bob", NULL, 0, kinds, 2);
    log_in("bob", "", 0, kinds, 2);
    log_in("ann", "x", 0, kinds, 2);
    log_in("ann", NULL, 0, kinds, 2);
    log_in("eve", "", 0, kinds, 2);
    log_in("eve", "x", 0, kinds, 2);
    log_in("max", "secret", 0, kinds, 2);
    log_in("", "secret", 0, kinds, 2);
    log_in(NULL, "secret", 0, kinds, 2);
    log_in("bob", "secret", -1, kinds, 2);
    log_in("bob", "secret", 1, kinds, 2);
    log_in("bob", "secret", 0, kinds, 1);
    log_in("ann", NULL, 0, kinds, 1);
    log_in("max", NULL, 0, kinds, 1);
    log_in("bob", "secret", 0, kinds + 1, 1);
    log_in("bob", "secret", 0, kinds + 1, 2);
    log_in("bob", "secret", 0, kinds + 2, 2);
    log_in("bob", "secret", 0, other_kinds, 2);
    log_in("bob", "secret", 0, hidden_kinds, 2);
    log_in("bob", "secret", 0, hidden_kinds, 3);
    log_in("bob", "secret", 0, kinds, 4);
    /* The second question is refused. */
    log_in("bob", "secret", -2, kinds, 2);
}

static void queries(void)
{
    char uri[300];
    virConnectPtr conn;

    title("queries");
    put("x.xml", "<node>" DOMAIN("a", "") "</node>");
    snprintf(uri, sizeof(uri), "test://%s?a=b", path_of("x.xml"));
    conn = virConnectOpen(uri);
    check(conn != NULL, uri);
    show_domains(conn);
    {
        char *text = virConnectGetURI(conn);

        print_masked(text);
        free(text);
    }
    close_it(conn);
    check(chdir(dir) == 0, "chdir");
    put("x.xml", "<node><domain file='dom.xml'/></node>");
    conn = virConnectOpen("test:x.xml");
    show_last_error();
    if (conn)
        show_domains(conn);
    close_it(conn);
    check(chdir("/") == 0, "chdir");
    snprintf(uri, sizeof(uri), "test:///default?a=b");
    conn = virConnectOpen(uri);
    check(conn != NULL, uri);
    show_domains(conn);
    close_it(conn);
}

static void remove_all(void)
{
    static const char *const names[] = { "x.xml", "dom.xml", "sub/dom.xml", "broken.xml", "network.xml", "absolute.xml",
                                         "auth.conf", "device.xml", "sub" };

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        remove(path_of(names[i]));
    remove(dir);
}

int main(void)
{
    begin();
    check(mkdtemp(dir) != NULL, "mkdtemp");
    /* No other file with credentials is looked for. */
    put("auth.conf", "");
    setenv("LIBVIRT_AUTH_FILE", path_of("auth.conf"), 1);
    empty_host();
    nodes();
    all_host_cpus();
    domains();
    managed_save();
    other_files();
    absolute();
    bad_files();
    private_hosts();
    users();
    queries();
    remove_all();
    return 0;
}
