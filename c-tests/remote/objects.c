/* objects.c - networks, pools, volumes, secrets, devices, interfaces and filters of the connection that the first
 * argument names, by every function that they have. The second argument is a folder that the daemon may write to; the
 * third, "rich", says that the connection has drivers for secrets, filters and files.
 *
 * What a run makes it removes again, so that the next one finds the same.
 */
#include "report.h"

#include <inttypes.h>
#include <unistd.h>

#define UUID "99999999-2222-3333-4444-"

static virConnectPtr conn;
static const char *folder;
static int sizes_differ;

/* Prints a text that a call gave, without what differs between runs, and frees it. */
static void show_text(const char *call, char *text)
{
    result(call, text != NULL);
    if (text) {
        for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
            if (strstr(line, "<atime>") || strstr(line, "<mtime>") || strstr(line, "<ctime>") || strstr(line, "<btime>"))
                continue;
            if (sizes_differ && strstr(line, "unit='bytes'"))
                continue;
            printf("    ");
            print_message(line);
            putchar('\n');
        }
    }
    free(text);
}

#define CALL_TEXT(call) show_text(#call, call)

static void show_names(const char *call, int count, char **names)
{
    result(call, count);
    for (int i = 0; i < count; i++) {
        if (i < 8)
            printf("    %s\n", names[i]);
        free(names[i]);
    }
}

#define MANY 200000

static char *names[MANY];

#define CALL_NAMES(call) show_names(#call, call, names)

/* Prints what a list function gives; `name` gets the name of an entry, `release` frees one. */
#define CALL_LIST(type, call, name, release)                                                       \
    do {                                                                                           \
        type *all = NULL;                                                                          \
        int count = result(#call, call);                                                           \
        for (int i = 0; i < count; i++) {                                                          \
            if (i < 8)                                                                             \
                printf("    %s\n", name(all[i]));                                                  \
            release(all[i]);                                                                       \
        }                                                                                          \
        free(all);                                                                                 \
    } while (0)

#define CALL_COUNT(call) result(#call, call)

static const char *in_folder(const char *format)
{
    static char text[4][4096];
    static int turn;
    char *place = text[turn++ % 4];

    snprintf(place, sizeof(*text), format, folder, folder);
    return place;
}

static const char *port_uuid(virNetworkPortPtr port)
{
    static char text[VIR_UUID_STRING_BUFLEN];

    virNetworkPortGetUUIDString(port, text);
    return text;
}

static void network(virNetworkPtr net)
{
    virNetworkDHCPLeasePtr *leases = NULL;
    virNetworkPortPtr port;
    unsigned char uuid[VIR_UUID_BUFLEN] = { 1, 2, 3 };
    int autostart = 7, nparams = 0;
    virTypedParameterPtr params = NULL;

    printf("network %s\n", virNetworkGetName(net));
    CALL_TEXT(virNetworkGetXMLDesc(net, 0));
    CALL_TEXT(virNetworkGetXMLDesc(net, VIR_NETWORK_XML_INACTIVE));
    CALL_TEXT(virNetworkGetXMLDesc(net, 64));
    CALL_TEXT(virNetworkGetBridgeName(net));
    CALL(virNetworkGetAutostart(net, &autostart));
    printf("    %d\n", autostart);
    CALL(virNetworkSetAutostart(net, 1));
    CALL(virNetworkGetAutostart(net, &autostart));
    printf("    %d\n", autostart);
    CALL(virNetworkSetAutostart(net, 0));
    CALL(virNetworkIsActive(net));
    CALL(virNetworkIsPersistent(net));
    CALL(virNetworkGetDHCPLeases(net, NULL, &leases, 0));
    CALL(virNetworkGetDHCPLeases(net, "52:54:00:00:00:01", &leases, 0));
    CALL(virNetworkGetDHCPLeases(net, NULL, NULL, 0));
    CALL(virNetworkUpdate(net, VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1,
                          "<host mac='52:54:00:00:00:09' ip='192.168.122.9'/>", VIR_NETWORK_UPDATE_AFFECT_CURRENT));
    CALL(virNetworkUpdate(net, VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_FORWARD, 0, "<x/>", 0));
    CALL(virNetworkUpdate(net, VIR_NETWORK_UPDATE_COMMAND_DELETE, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1,
                          "<host mac='52:54:00:00:00:09' ip='192.168.122.9'/>", VIR_NETWORK_UPDATE_AFFECT_CURRENT));
    CALL_LIST(virNetworkPortPtr, virNetworkListAllPorts(net, &all, 0), port_uuid, virNetworkPortFree);
    CALL_POINTER(port, virNetworkPortLookupByUUID(net, uuid));
    CALL_POINTER(port, virNetworkPortCreateXML(net, "<networkport/>", 0));
    CALL_POINTER(port, virNetworkPortCreateXML(net,
        "<networkport><uuid>" UUID "0000000000aa</uuid><owner><name>o</name><uuid>" UUID "0000000000ab</uuid></owner>"
        "<mac address='52:54:00:00:00:05'/><plug type='network' bridge='virbr0'/></networkport>", 0));
    if (port) {
        CALL_TEXT(virNetworkPortGetXMLDesc(port, 0));
        CALL(virNetworkPortGetParameters(port, &params, &nparams, 0));
        printf("    %d\n", nparams);
        virTypedParamsFree(params, nparams);
        CALL(virNetworkPortSetParameters(port, NULL, 0, 0));
        CALL(virNetworkPortDelete(port, 0));
        CALL(virNetworkPortDelete(port, 0));
        virNetworkPortFree(port);
    }
}

static void networks(void)
{
    unsigned char uuid[VIR_UUID_BUFLEN] = { 1, 2, 3 };
    virNetworkPtr net, other;

    title("networks");
    CALL_LIST(virNetworkPtr, virConnectListAllNetworks(conn, &all, 0), virNetworkGetName, virNetworkFree);
    CALL_LIST(virNetworkPtr, virConnectListAllNetworks(conn, &all, VIR_CONNECT_LIST_NETWORKS_INACTIVE),
              virNetworkGetName, virNetworkFree);
    CALL_COUNT(virConnectListAllNetworks(conn, NULL, 0));
    CALL_COUNT(virConnectListAllNetworks(conn, NULL, 1 << 20));
    CALL_COUNT(virConnectNumOfNetworks(conn));
    CALL_COUNT(virConnectNumOfDefinedNetworks(conn));
    CALL_NAMES(virConnectListNetworks(conn, names, 10));
    CALL_NAMES(virConnectListNetworks(conn, names, 0));
    CALL_NAMES(virConnectListNetworks(conn, names, MANY));
    CALL_NAMES(virConnectListDefinedNetworks(conn, names, MANY));
    CALL_POINTER(net, virNetworkLookupByName(conn, "nowhere"));
    CALL_POINTER(net, virNetworkLookupByUUID(conn, uuid));
    CALL_POINTER(net, virNetworkDefineXML(conn, "<network>"));
    CALL_POINTER(net, virNetworkDefineXMLFlags(conn, "<network><name>a</name></network>", 1 << 9));
    CALL_POINTER(net, virNetworkCreateXMLFlags(conn, "<network/>", 0));
    CALL_POINTER(net, virNetworkDefineXML(conn,
        "<network><name>net-a</name><uuid>" UUID "000000000001</uuid><bridge name='brtest'/><mac address='52:54:00:00:00:77'/><ip address='192.168.122.1' "
        "netmask='255.255.255.0'><dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp></ip></network>"));
    if (net) {
        network(net);
        virNetworkGetUUID(net, uuid);
        CALL_POINTER(other, virNetworkLookupByUUID(conn, uuid));
        if (other)
            virNetworkFree(other);
        CALL_NAMES(virConnectListDefinedNetworks(conn, names, 10));
        CALL(virNetworkCreate(net));
        CALL(virNetworkDestroy(net));
        CALL(virNetworkUndefine(net));
        CALL(virNetworkUndefine(net));
        CALL_TEXT(virNetworkGetXMLDesc(net, 0));
        virNetworkFree(net);
    }
    CALL_POINTER(net, virNetworkLookupByName(conn, "default"));
    if (net) {
        network(net);
        CALL(virNetworkDestroy(net));
        CALL(virNetworkIsActive(net));
        CALL_NAMES(virConnectListDefinedNetworks(conn, names, 10));
        CALL(virNetworkCreate(net));
        virNetworkFree(net);
    }
}

static void volume(virStorageVolPtr vol)
{
    virStorageVolInfo info = { 0 };
    virStoragePoolPtr pool;
    virStorageVolPtr other;

    printf("volume ");
    print_message(virStorageVolGetKey(vol));
    putchar('\n');
    CALL_TEXT(virStorageVolGetXMLDesc(vol, 0));
    CALL_TEXT(virStorageVolGetXMLDesc(vol, 1));
    CALL_TEXT(virStorageVolGetPath(vol));
    CALL(virStorageVolGetInfo(vol, &info));
    printf("    %d %llu %llu\n", info.type, info.capacity, info.allocation);
    CALL(virStorageVolGetInfoFlags(vol, &info, VIR_STORAGE_VOL_GET_PHYSICAL));
    printf("    %d %llu %llu\n", info.type, info.capacity, info.allocation);
    CALL(virStorageVolGetInfoFlags(vol, &info, 1 << 9));
    CALL_POINTER(pool, virStoragePoolLookupByVolume(vol));
    if (pool) {
        printf("    %s\n", virStoragePoolGetName(pool));
        virStoragePoolFree(pool);
    }
    CALL_POINTER(other, virStorageVolLookupByKey(conn, virStorageVolGetKey(vol)));
    if (other)
        virStorageVolFree(other);
    CALL_POINTER(other, virStorageVolLookupByPath(conn, virStorageVolGetKey(vol)));
    if (other)
        virStorageVolFree(other);
    CALL(virStorageVolResize(vol, 8192, 0));
    CALL(virStorageVolResize(vol, 4096, VIR_STORAGE_VOL_RESIZE_SHRINK));
    CALL(virStorageVolWipe(vol, 0));
    CALL(virStorageVolWipePattern(vol, VIR_STORAGE_VOL_WIPE_ALG_ZERO, 0));
    CALL(virStorageVolWipePattern(vol, 77, 0));
}

static void pool_of(virStoragePoolPtr pool, int full)
{
    virStoragePoolInfo info = { 0 };
    virStorageVolPtr vol, clone;
    int autostart = 7;

    printf("pool %s\n", virStoragePoolGetName(pool));
    CALL(virStoragePoolBuild(pool, 0));
    CALL(virStoragePoolCreate(pool, 0));
    CALL(virStoragePoolCreate(pool, 0));
    CALL(virStoragePoolRefresh(pool, 0));
    sizes_differ = full; /* those of a real file system, from run to run */
    CALL_TEXT(virStoragePoolGetXMLDesc(pool, 0));
    CALL_TEXT(virStoragePoolGetXMLDesc(pool, VIR_STORAGE_XML_INACTIVE));
    sizes_differ = 0;
    CALL(virStoragePoolGetInfo(pool, &info));
    if (!full)
        printf("    %d %llu %llu %llu\n", info.state, info.capacity, info.allocation, info.available);
    CALL(virStoragePoolGetAutostart(pool, &autostart));
    printf("    %d\n", autostart);
    CALL(virStoragePoolSetAutostart(pool, 1));
    CALL(virStoragePoolGetAutostart(pool, &autostart));
    printf("    %d\n", autostart);
    CALL(virStoragePoolSetAutostart(pool, 0));
    CALL(virStoragePoolIsActive(pool));
    CALL(virStoragePoolIsPersistent(pool));
    CALL(virStoragePoolNumOfVolumes(pool));
    CALL_NAMES(virStoragePoolListVolumes(pool, names, 10));
    CALL_NAMES(virStoragePoolListVolumes(pool, names, MANY));
    CALL_POINTER(vol, virStorageVolLookupByName(pool, "nothing"));
    CALL_POINTER(vol, virStorageVolCreateXML(pool, "<volume/>", 0));
    CALL_POINTER(vol, virStorageVolCreateXML(pool,
        "<volume><name>vol-a</name><capacity>4096</capacity><target><format type='raw'/></target></volume>", 0));
    if (vol) {
        volume(vol);
        CALL_POINTER(clone, virStorageVolCreateXMLFrom(pool,
            "<volume><name>vol-b</name><capacity>4096</capacity><target><format type='raw'/></target></volume>", vol, 0));
        if (clone) {
            printf("    ");
            print_message(virStorageVolGetKey(clone));
            printf(" in %s\n", virStorageVolGetName(clone));
        }
        CALL(virStoragePoolNumOfVolumes(pool));
        CALL_LIST(virStorageVolPtr, virStoragePoolListAllVolumes(pool, &all, 0), virStorageVolGetName, virStorageVolFree);
        CALL_COUNT(virStoragePoolListAllVolumes(pool, NULL, 0));
        if (clone) {
            CALL(virStorageVolDelete(clone, 0));
            virStorageVolFree(clone);
        }
        CALL(virStorageVolDelete(vol, 0));
        CALL(virStorageVolDelete(vol, 0));
        CALL_TEXT(virStorageVolGetXMLDesc(vol, 0));
        virStorageVolFree(vol);
    }
    CALL(virStoragePoolDestroy(pool));
    CALL(virStoragePoolIsActive(pool));
    CALL(virStoragePoolDelete(pool, 0));
    CALL(virStoragePoolUndefine(pool));
    CALL(virStoragePoolUndefine(pool));
}

static void pools(int full)
{
    unsigned char uuid[VIR_UUID_BUFLEN] = { 1, 2, 3 };
    virStoragePoolPtr pool, other;

    title("pools");
    CALL_TEXT(virConnectGetStoragePoolCapabilities(conn, 0));
    CALL_LIST(virStoragePoolPtr, virConnectListAllStoragePools(conn, &all, 0), virStoragePoolGetName, virStoragePoolFree);
    CALL_COUNT(virConnectListAllStoragePools(conn, NULL, 0));
    CALL_COUNT(virConnectNumOfStoragePools(conn));
    CALL_COUNT(virConnectNumOfDefinedStoragePools(conn));
    CALL_NAMES(virConnectListStoragePools(conn, names, 10));
    CALL_NAMES(virConnectListStoragePools(conn, names, MANY));
    CALL_NAMES(virConnectListDefinedStoragePools(conn, names, 10));
    CALL_NAMES(virConnectListDefinedStoragePools(conn, names, MANY));
    CALL_TEXT(virConnectFindStoragePoolSources(conn, "dir", NULL, 0));
    CALL_TEXT(virConnectFindStoragePoolSources(conn, "logical", NULL, 0));
    CALL_TEXT(virConnectFindStoragePoolSources(conn, "nothing", "<source/>", 0));
    CALL_POINTER(pool, virStoragePoolLookupByName(conn, "nowhere"));
    CALL_POINTER(pool, virStoragePoolLookupByUUID(conn, uuid));
    CALL_POINTER(pool, virStoragePoolLookupByTargetPath(conn, "/nowhere"));
    CALL_POINTER(pool, virStoragePoolDefineXML(conn, "<pool/>", 0));
    CALL_POINTER(pool, virStoragePoolCreateXML(conn, "<pool/>", 0));
    CALL_POINTER(pool, virStoragePoolDefineXML(conn, in_folder(
        "<pool type='dir'><name>pool-a</name><uuid>" UUID "000000000002</uuid><target><path>%s/pool-a</path></target></pool>"),
        0));
    if (pool) {
        virStoragePoolGetUUID(pool, uuid);
        CALL_POINTER(other, virStoragePoolLookupByUUID(conn, uuid));
        if (other)
            virStoragePoolFree(other);
        other = virStoragePoolLookupByTargetPath(conn, in_folder("%s/pool-a"));
        result("by target path", other != NULL);
        if (other)
            virStoragePoolFree(other);
        CALL_NAMES(virConnectListDefinedStoragePools(conn, names, 10));
        pool_of(pool, full);
        virStoragePoolFree(pool);
    }
}

static void secrets(void)
{
    unsigned char uuid[VIR_UUID_BUFLEN] = { 1, 2, 3 }, *value;
    virSecretPtr secret, other;
    size_t size = 77;

    title("secrets");
    CALL_LIST(virSecretPtr, virConnectListAllSecrets(conn, &all, 0), virSecretGetUsageID, virSecretFree);
    CALL_COUNT(virConnectNumOfSecrets(conn));
    CALL_NAMES(virConnectListSecrets(conn, names, 10));
    CALL_NAMES(virConnectListSecrets(conn, names, MANY));
    CALL_POINTER(secret, virSecretLookupByUUID(conn, uuid));
    CALL_POINTER(secret, virSecretLookupByUsage(conn, VIR_SECRET_USAGE_TYPE_VOLUME, "/nowhere"));
    CALL_POINTER(secret, virSecretDefineXML(conn, "<secret/>", 1 << 9));
    CALL_POINTER(secret, virSecretDefineXML(conn, "<secret><uuid>" UUID "000000000004</uuid></secret>", 0));
    if (secret) {
        printf("    %d \"%s\"\n", virSecretGetUsageType(secret), virSecretGetUsageID(secret));
        CALL(virSecretUndefine(secret));
        virSecretFree(secret);
    }
    CALL_POINTER(secret, virSecretDefineXML(conn,
        "<secret ephemeral='yes' private='no'><uuid>" UUID "000000000003</uuid><usage type='volume'>"
        "<volume>/some/volume</volume></usage></secret>", 0));
    if (!secret)
        return;
    printf("    %d %s\n", virSecretGetUsageType(secret), virSecretGetUsageID(secret));
    CALL_NAMES(virConnectListSecrets(conn, names, 10));
    CALL_LIST(virSecretPtr, virConnectListAllSecrets(conn, &all, VIR_CONNECT_LIST_SECRETS_EPHEMERAL), virSecretGetUsageID,
              virSecretFree);
    virSecretGetUUID(secret, uuid);
    CALL_POINTER(other, virSecretLookupByUUID(conn, uuid));
    if (other)
        virSecretFree(other);
    CALL_POINTER(other, virSecretLookupByUsage(conn, VIR_SECRET_USAGE_TYPE_VOLUME, "/some/volume"));
    if (other)
        virSecretFree(other);
    CALL_TEXT(virSecretGetXMLDesc(secret, 0));
    CALL_POINTER(value, virSecretGetValue(secret, &size, 0));
    CALL(virSecretSetValue(secret, (const unsigned char *)"a\0b\xff", 4, 0));
    CALL_POINTER(value, virSecretGetValue(secret, &size, 0));
    if (value)
        printf("    %zu: %02x %02x %02x %02x\n", size, value[0], value[1], value[2], value[3]);
    free(value);
    CALL(virSecretSetValue(secret, (const unsigned char *)"", 0, 0));
    CALL_POINTER(value, virSecretGetValue(secret, &size, 0));
    printf("    %zu\n", size);
    free(value);
    CALL(virSecretSetValue(secret, calloc(1, 70000), 70000, 0));
    CALL_POINTER(value, virSecretGetValue(secret, &size, 1));
    CALL(virSecretUndefine(secret));
    CALL(virSecretUndefine(secret));
    virSecretFree(secret);
}

static void device(virNodeDevicePtr dev)
{
    int autostart = 7;

    printf("device %s\n", virNodeDeviceGetName(dev));
    CALL_TEXT(virNodeDeviceGetXMLDesc(dev, 0));
    CALL_TEXT(virNodeDeviceGetXMLDesc(dev, 64));
    printf("    parent %s\n", text_or_null(virNodeDeviceGetParent(dev)));
    printf("    parent %s\n", text_or_null(virNodeDeviceGetParent(dev)));
    CALL(virNodeDeviceNumOfCaps(dev));
    CALL_NAMES(virNodeDeviceListCaps(dev, names, 10));
    CALL_NAMES(virNodeDeviceListCaps(dev, names, MANY));
    CALL(virNodeDeviceDettach(dev));
    CALL(virNodeDeviceDetachFlags(dev, NULL, 0));
    CALL(virNodeDeviceDetachFlags(dev, "vfio", 0));
    CALL(virNodeDeviceReAttach(dev));
    CALL(virNodeDeviceReset(dev));
    CALL(virNodeDeviceGetAutostart(dev, &autostart));
    printf("    %d\n", autostart);
    CALL(virNodeDeviceSetAutostart(dev, 1));
    CALL(virNodeDeviceIsPersistent(dev));
    CALL(virNodeDeviceIsActive(dev));
    CALL(virNodeDeviceCreate(dev, 0));
    CALL(virNodeDeviceUndefine(dev, 0));
}

static void devices(void)
{
    virNodeDevicePtr dev;

    title("devices");
    CALL_LIST(virNodeDevicePtr, virConnectListAllNodeDevices(conn, &all, 0), virNodeDeviceGetName, virNodeDeviceFree);
    CALL_LIST(virNodeDevicePtr, virConnectListAllNodeDevices(conn, &all, VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST),
              virNodeDeviceGetName, virNodeDeviceFree);
    CALL_COUNT(virNodeNumOfDevices(conn, NULL, 0));
    CALL_COUNT(virNodeNumOfDevices(conn, "scsi_host", 0));
    CALL_NAMES(virNodeListDevices(conn, NULL, names, 10, 0));
    CALL_NAMES(virNodeListDevices(conn, "scsi_host", names, 10, 0));
    CALL_NAMES(virNodeListDevices(conn, "nothing", names, MANY, 0));
    CALL_POINTER(dev, virNodeDeviceLookupByName(conn, "nowhere"));
    CALL_POINTER(dev, virNodeDeviceLookupSCSIHostByWWN(conn, "2000000012341234", "1000000012341234", 0));
    CALL_POINTER(dev, virNodeDeviceCreateXML(conn, "<device/>", 0));
    CALL_POINTER(dev, virNodeDeviceDefineXML(conn, "<device/>", 0));
    CALL_POINTER(dev, virNodeDeviceLookupByName(conn, "scsi_host11"));
    if (dev) {
        device(dev);
        virNodeDeviceFree(dev);
    }
    CALL_POINTER(dev, virNodeDeviceLookupByName(conn, "computer"));
    if (dev) {
        device(dev);
        virNodeDeviceFree(dev);
    }
    CALL_POINTER(dev, virNodeDeviceCreateXML(conn,
        "<device><name>x</name><parent>scsi_host11</parent><capability type='scsi_host'><capability type='fc_host'>"
        "<wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability></capability></device>", 0));
    if (dev) {
        printf("    %s, parent %s\n", virNodeDeviceGetName(dev), text_or_null(virNodeDeviceGetParent(dev)));
        CALL(virNodeDeviceDestroy(dev));
        CALL(virNodeDeviceDestroy(dev));
        virNodeDeviceFree(dev);
    }
}

static void interfaces(void)
{
    virInterfacePtr iface;

    title("interfaces");
    CALL_LIST(virInterfacePtr, virConnectListAllInterfaces(conn, &all, 0), virInterfaceGetName, virInterfaceFree);
    CALL_COUNT(virConnectNumOfInterfaces(conn));
    CALL_COUNT(virConnectNumOfDefinedInterfaces(conn));
    CALL_NAMES(virConnectListInterfaces(conn, names, 10));
    CALL_NAMES(virConnectListInterfaces(conn, names, MANY));
    CALL_NAMES(virConnectListDefinedInterfaces(conn, names, 10));
    CALL_NAMES(virConnectListDefinedInterfaces(conn, names, MANY));
    CALL_POINTER(iface, virInterfaceLookupByName(conn, "nowhere"));
    CALL_POINTER(iface, virInterfaceLookupByMACString(conn, "00:00:00:00:00:99"));
    CALL_POINTER(iface, virInterfaceDefineXML(conn, "<interface/>", 0));
    CALL(virInterfaceChangeCommit(conn, 0));
    CALL(virInterfaceChangeBegin(conn, 0));
    CALL_POINTER(iface, virInterfaceDefineXML(conn,
        "<interface type='ethernet' name='eth-a'><start mode='none'/><mac address='aa:bb:cc:dd:ee:f1'/>"
        "<protocol family='ipv4'><ip address='192.168.9.5' prefix='24'/></protocol></interface>", 0));
    if (iface) {
        CALL_TEXT(virInterfaceGetXMLDesc(iface, 0));
        CALL_TEXT(virInterfaceGetXMLDesc(iface, 64));
        printf("    %s %s\n", virInterfaceGetName(iface), virInterfaceGetMACString(iface));
        CALL_NAMES(virConnectListDefinedInterfaces(conn, names, 10));
        CALL(virInterfaceIsActive(iface));
        CALL(virInterfaceCreate(iface, 0));
        CALL(virInterfaceIsActive(iface));
        CALL(virInterfaceCreate(iface, 0));
        CALL(virInterfaceDestroy(iface, 0));
        CALL(virInterfaceUndefine(iface));
        CALL(virInterfaceUndefine(iface));
        virInterfaceFree(iface);
    }
    CALL(virInterfaceChangeRollback(conn, 0));
    CALL(virInterfaceChangeRollback(conn, 0));
    CALL_POINTER(iface, virInterfaceLookupByName(conn, "eth1"));
    if (iface) {
        printf("    %s %s\n", virInterfaceGetName(iface), virInterfaceGetMACString(iface));
        virInterfaceFree(iface);
    }
}

static void filters(void)
{
    unsigned char uuid[VIR_UUID_BUFLEN] = { 1, 2, 3 };
    virNWFilterBindingPtr binding;
    virNWFilterPtr filter;

    title("filters");
    CALL_LIST(virNWFilterPtr, virConnectListAllNWFilters(conn, &all, 0), virNWFilterGetName, virNWFilterFree);
    CALL_COUNT(virConnectNumOfNWFilters(conn));
    CALL_NAMES(virConnectListNWFilters(conn, names, 10));
    CALL_NAMES(virConnectListNWFilters(conn, names, MANY));
    CALL_POINTER(filter, virNWFilterLookupByName(conn, "nowhere"));
    CALL_POINTER(filter, virNWFilterLookupByUUID(conn, uuid));
    CALL_POINTER(filter, virNWFilterDefineXML(conn, "<filter/>"));
    CALL_POINTER(filter, virNWFilterDefineXMLFlags(conn, "<filter/>", 1 << 9));
    CALL_POINTER(filter, virNWFilterDefineXMLFlags(conn, "<filter name='filter-a' chain='root'><uuid>" UUID
        "000000000004</uuid><rule action='drop' direction='in'/></filter>", 0));
    if (filter) {
        CALL_TEXT(virNWFilterGetXMLDesc(filter, 0));
        CALL_NAMES(virConnectListNWFilters(conn, names, 10));
        CALL(virNWFilterUndefine(filter));
        CALL(virNWFilterUndefine(filter));
        virNWFilterFree(filter);
    }
    CALL_LIST(virNWFilterBindingPtr, virConnectListAllNWFilterBindings(conn, &all, 0), virNWFilterBindingGetPortDev,
              virNWFilterBindingFree);
    CALL_POINTER(binding, virNWFilterBindingLookupByPortDev(conn, "nowhere"));
    CALL_POINTER(binding, virNWFilterBindingCreateXML(conn, "<filterbinding/>", 0));
}

int main(int argc, char **argv)
{
    begin();
    check(argc >= 3, "arguments");
    folder = work_folder = argv[2];
    virEventRegisterDefaultImpl();
    check(!!(conn = virConnectOpen(argv[1])), "open");
    networks();
    pools(argc > 3);
    secrets();
    devices();
    interfaces();
    filters();
    printf("closed %d\n", virConnectClose(conn));
    return 0;
}
