/* connect.c - opening connections, questions about them, URIs, and the errors of it all. */
#include "report.h"

static void show_open(const char *uri)
{
    virConnectPtr conn;
    char *canonical;

    virResetLastError();
    conn = virConnectOpen(uri);
    if (!conn) {
        printf("%s\n", text_or_null(uri));
        show_error("  ", virGetLastError());
        return;
    }
    canonical = virConnectGetURI(conn);
    printf("%s: %s, %s\n", text_or_null(uri), virConnectGetType(conn), text_or_null(canonical));
    free(canonical);
    virConnectClose(conn);
}

static void uris(void)
{
    /* Without a server, transport or file: nothing that depends on the machine. */
    const char *const list[] = {
        "test:///default", "test:/default", "test:///de%66ault", "test:///default?", "test:///default?a",
        "test:///default?a=b&c=d%20e;f", "test:///default#fragment", "test://", "test:", "test:///",
        "foo", "test", "/default", ":", "://", "test:///a b", "test:///%zz", "1test:///default", "+unix:///x",
        "test:///default?a b", "foo+bar:///x", "test+:///default", "qemu+bad:///system",
        "qemu+unix:///system?socket=/nonexistent/socket", "test+unix:///default?socket=/nonexistent/socket",
        "foo:///x?socket=/nonexistent/socket", "TEST:///default?socket=/nonexistent/socket",
    };

    title("URIs");
    for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
        show_open(list[i]);
    setenv("LIBVIRT_DEFAULT_URI", "test:///default", 1);
    show_open(NULL);
    show_open("");
    unsetenv("LIBVIRT_DEFAULT_URI");
}

static void on_close(virConnectPtr conn, int reason, void *opaque)
{
    (void)conn;
    printf("%s closed: %d\n", (const char *)opaque, reason);
}

static void on_free(void *opaque)
{
    printf("%s freed\n", (const char *)opaque);
}

static void close_callbacks(virConnectPtr conn)
{
    title("close callbacks");
    CALL(virConnectRegisterCloseCallback(conn, NULL, "none", on_free));
    CALL(virConnectRegisterCloseCallback(conn, on_close, "one", on_free));
    CALL(virConnectRegisterCloseCallback(conn, on_close, "two", on_free));
    CALL(virConnectUnregisterCloseCallback(conn, NULL));
    CALL(virConnectUnregisterCloseCallback(conn, on_close));
    CALL(virConnectUnregisterCloseCallback(conn, on_close));
    CALL(virConnectRegisterCloseCallback(NULL, on_close, "none", on_free));
}

static void questions(virConnectPtr conn)
{
    unsigned long version = 0, lib_version = 0, type_version = 0;
    char *text;

    title("questions");
    CALL(virGetVersion(NULL, NULL, NULL));
    show_error("no place for the version", virGetLastError());
    CALL(virGetVersion(&lib_version, "Test", &type_version));
    printf("same version: %d\n", lib_version == type_version && lib_version >= 9000000);
    CALL(virGetVersion(&lib_version, "bogus", &type_version));
    CALL(virConnectGetLibVersion(conn, NULL));
    CALL(virConnectGetLibVersion(conn, &version));
    printf("same version: %d\n", at_a_daemon() || version == lib_version);
    CALL(virConnectGetVersion(conn, NULL));
    CALL(virConnectGetVersion(conn, &version));
    printf("hypervisor %lu\n", version);
    printf("type %s\n", virConnectGetType(conn));
    text = virConnectGetHostname(conn);
    check(text && *text, "host name");
    printf("host %s\n", text);
    free(text);
    CALL(virConnectGetMaxVcpus(conn, NULL));
    CALL(virConnectGetMaxVcpus(conn, "bogus"));
    CALL(virConnectIsAlive(conn));
    CALL(virConnectIsEncrypted(conn));
    CALL(virConnectIsSecure(conn));
    CALL(virConnectSetKeepAlive(conn, 5, 3));
    CALL(virConnectSetKeepAlive(conn, -1, 0));
}

static void flags(void)
{
    virConnectPtr conn;

    title("flags");
    CALL_POINTER(conn, virConnectOpenAuth("test:///default", NULL, 0));
    CALL(virConnectClose(conn));
    CALL_POINTER(conn, virConnectOpenAuth("test:///default", virConnectAuthPtrDefault, VIR_CONNECT_RO));
    CALL_NULL(virDomainDefineXML(conn, "<domain/>"));
    CALL(virConnectClose(conn));
    CALL_NULL(virConnectOpenAuth("test:///default", virConnectAuthPtrDefault, VIR_CONNECT_NO_ALIASES));
    CALL_NULL(virConnectOpenAuth("test:///default", virConnectAuthPtrDefault, 0xf0));
}

/* The default callback of virConnectOpenAuth; its answers come from stdin, which is empty here. */
static void credentials(void)
{
    virConnectAuthPtr auth = virConnectAuthPtrDefault;
    const int types[] = { VIR_CRED_USERNAME, VIR_CRED_AUTHNAME, VIR_CRED_ECHOPROMPT, VIR_CRED_REALM,
                          VIR_CRED_LANGUAGE, VIR_CRED_CNONCE, VIR_CRED_EXTERNAL, 99 };

    title("credentials");
    printf("%u kinds:", auth->ncredtype);
    for (unsigned int i = 0; i < auth->ncredtype; i++)
        printf(" %d", auth->credtype[i]);
    printf(", data %d\n", auth->cbdata != NULL);
    for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
        for (int variant = 0; variant < 2; variant++) {
            virConnectCredential cred = { .type = types[i], .prompt = "Prompt" };
            cred.challenge = variant ? "PolicyKit" : "challenge";
            cred.defresult = variant ? "default" : NULL;
            int result = auth->cb(&cred, 1, auth->cbdata);
            printf("kind %d: %d \"%s\" length %u\n", types[i], result, text_or_null(cred.result), cred.resultlen);
            free(cred.result);
        }
    }
}

int main(void)
{
    virConnectPtr conn;

    begin();
    check(freopen("/dev/null", "r", stdin) != NULL, "stdin");
    uris();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    questions(conn);
    close_callbacks(conn);
    virConnectClose(conn);
    flags();
    credentials();
    return 0;
}
