/* hello.c - connects, says to what, and lists the domains.
 *
 * usage: hello [URI]        (default: test:///default)
 *
 * The smallest complete program: every call that can fail is checked, and
 * everything the library hands out is given back.
 */
#include <stdio.h>
#include <stdlib.h>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

static int failed(const char *function)
{
    fprintf(stderr, "%s: %s\n", function, virGetLastErrorMessage());
    return -1;
}

static void print_version(const char *label, unsigned long version)
{
    printf("%s %lu.%lu.%lu\n", label, version / 1000000, version / 1000 % 1000,
           version % 1000);
}

static int print_versions(virConnectPtr conn)
{
    unsigned long library, hypervisor;
    char *uri = virConnectGetURI(conn);

    if (!uri)
        return failed("virConnectGetURI");
    printf("connected to %s\n", uri);
    free(uri);

    if (virGetVersion(&library, NULL, NULL) < 0)
        return failed("virGetVersion");
    print_version("library", library);
    if (virConnectGetVersion(conn, &hypervisor) < 0)
        return failed("virConnectGetVersion");
    print_version(virConnectGetType(conn), hypervisor);
    return 0;
}

static int list_domains(virConnectPtr conn)
{
    virDomainPtr *domains;
    int n = virConnectListAllDomains(conn, &domains, 0);

    if (n < 0)
        return failed("virConnectListAllDomains");
    printf("%d domain%s\n", n, n == 1 ? "" : "s");
    for (int i = 0; i < n; i++) {
        printf("  %s: %s\n", virDomainGetName(domains[i]),
               virDomainIsActive(domains[i]) == 1 ? "active" : "inactive");
        virDomainFree(domains[i]);
    }
    free(domains); /* the array is ours too */
    return 0;
}

static void ignore_error(void *opaque, virErrorPtr error)
{
    (void)opaque, (void)error;
}

int main(int argc, char **argv)
{
    const char *uri = argc > 1 ? argv[1] : "test:///default";

    virSetErrorFunc(NULL, ignore_error); /* else the library prints each error too */
    virConnectPtr conn = virConnectOpenReadOnly(uri);
    if (!conn) {
        failed("virConnectOpenReadOnly");
        return EXIT_FAILURE;
    }
    int result = print_versions(conn);
    if (result == 0)
        result = list_domains(conn);
    virConnectClose(conn);
    return result == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
