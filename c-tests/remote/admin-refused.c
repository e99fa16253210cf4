/* What the original's libvirt-admin.so.0 does not survive: arguments that are missing or too many, and a connection of
 * libvirt.so.0 in the same program.
 *     admin-refused SOCKET FOLDER
 * SOCKET is the administration socket of a libvirtd, FOLDER where its ordinary one is. */

#include "../report.h"

#include <libvirt/libvirt-admin.h>

int main(int argc, char **argv)
{
    virTypedParameterPtr params = NULL;
    virTypedParameter many[33] = { 0 };
    virAdmConnectPtr admin;
    virAdmServerPtr server;
    virAdmClientPtr *clients = NULL;
    virConnectPtr conn;
    char uri[4096];
    int count = 0;
    size_t i;

    begin();
    check(argc == 3, "a socket and a folder");
    snprintf(uri, sizeof(uri), "test+unix:///default?socket=%s/libvirt-sock", argv[2]);
    conn = virConnectOpen(uri);
    check(conn != NULL, "a connection");
    snprintf(uri, sizeof(uri), "libvirtd:///session?socket=%s", argv[1]);
    admin = virAdmConnectOpen(uri, 0);
    check(admin != NULL, "an administrator's connection");
    server = virAdmConnectLookupServer(admin, "libvirtd", 0);
    check(server != NULL, "a server");
    CALL(virAdmServerListClients(server, &clients, 0));
    check(clients && clients[0], "the program itself");

    CALL(virAdmServerGetThreadPoolParameters(server, &params, NULL, 0));
    CALL(virAdmServerGetClientLimits(server, NULL, &count, 0));
    CALL(virAdmServerGetClientLimits(server, &params, NULL, 0));
    CALL(virAdmClientGetInfo(clients[0], &params, NULL, 0));
    for (i = 0; i < COUNT(many); i++) {
        strcpy(many[i].field, VIR_THREADPOOL_WORKERS_MAX);
        many[i].type = VIR_TYPED_PARAM_UINT;
        many[i].value.ui = 30;
    }
    CALL(virAdmServerSetThreadPoolParameters(server, many, COUNT(many), 0));
    CALL(virAdmServerSetClientLimits(server, many, COUNT(many), 0));
    many[0].type = 8;
    CALL(virAdmServerSetThreadPoolParameters(server, many, 1, 0));
    many[0].type = -1;
    CALL(virAdmServerSetClientLimits(server, many, 1, 0));
    printf("%d %d\n", params != NULL, count);

    /* The daemon ends our own other connection. */
    CALL(virAdmClientClose(clients[0], 0));
    CALL(virAdmClientFree(clients[0]));
    free(clients);
    while (virConnectGetHostname(conn))
        ;
    CALL(virConnectIsAlive(conn));
    CALL(virAdmConnectIsAlive(admin));
    CALL(virAdmServerFree(server));
    CALL(virAdmConnectClose(admin));
    CALL(virConnectClose(conn));
    return 0;
}
