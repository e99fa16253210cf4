/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_NETWORK_H
#define LIBVIRT_NETWORK_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Casts a network event callback to the generic type. */
#define VIR_NETWORK_EVENT_CALLBACK(cb) ((virConnectNetworkEventGenericCallback)(void (*)(void))(cb))

/** Bandwidth of a network port: average inbound rate in KiB/s, as unsigned int. */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE "inbound.average"

/** Bandwidth of a network port: inbound data that may pass at peak rate in KiB, as unsigned int. */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_BURST "inbound.burst"

/** Bandwidth of a network port: guaranteed inbound rate in KiB/s, as unsigned int. */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR "inbound.floor"

/** Bandwidth of a network port: peak inbound rate in KiB/s, as unsigned int. */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK "inbound.peak"

/** Bandwidth of a network port: average outbound rate in KiB/s, as unsigned int. */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE "outbound.average"

/**
 * Bandwidth of a network port: outbound data that may pass at peak rate in KiB, as unsigned int.
 */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST "outbound.burst"

/** Bandwidth of a network port: peak outbound rate in KiB/s, as unsigned int. */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK "outbound.peak"

/** Filters for listing networks. */
typedef enum {
    /** Include inactive networks. */
    VIR_CONNECT_LIST_NETWORKS_INACTIVE = (1 << 0),
    /** Include active networks. */
    VIR_CONNECT_LIST_NETWORKS_ACTIVE = (1 << 1),
    /** Include persistent networks. */
    VIR_CONNECT_LIST_NETWORKS_PERSISTENT = (1 << 2),
    /** Include transient networks. */
    VIR_CONNECT_LIST_NETWORKS_TRANSIENT = (1 << 3),
    /** Include networks with autostart. */
    VIR_CONNECT_LIST_NETWORKS_AUTOSTART = (1 << 4),
    /** Include networks without autostart. */
    VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART = (1 << 5),
} virConnectListAllNetworksFlags;

/** IP address families. */
typedef enum {
    /** IPv4 address. */
    VIR_IP_ADDR_TYPE_IPV4 = 0,
    /** IPv6 address. */
    VIR_IP_ADDR_TYPE_IPV6 = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_IP_ADDR_TYPE_LAST = 2,
#endif
} virIPAddrType;

/** Flags for starting a transient network. */
typedef enum {
    /** Check the XML against the schema. */
    VIR_NETWORK_CREATE_VALIDATE = (1 << 0),
} virNetworkCreateFlags;

/** Flags for storing a network configuration. */
typedef enum {
    /** Check the XML against the schema. */
    VIR_NETWORK_DEFINE_VALIDATE = (1 << 0),
} virNetworkDefineFlags;

/** Kinds of network events and the callback type of each. */
typedef enum {
    /** Lifecycle change; use virConnectNetworkEventLifecycleCallback. */
    VIR_NETWORK_EVENT_ID_LIFECYCLE = 0,
    /** Metadata changed; use virConnectNetworkEventMetadataChangeCallback. */
    VIR_NETWORK_EVENT_ID_METADATA_CHANGE = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_NETWORK_EVENT_ID_LAST = 2,
#endif
} virNetworkEventID;

/** Kinds of network lifecycle events. */
typedef enum {
    /** Configuration was stored. */
    VIR_NETWORK_EVENT_DEFINED = 0,
    /** Configuration was deleted. */
    VIR_NETWORK_EVENT_UNDEFINED = 1,
    /** Network became active. */
    VIR_NETWORK_EVENT_STARTED = 2,
    /** Network became inactive. */
    VIR_NETWORK_EVENT_STOPPED = 3,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_NETWORK_EVENT_LAST = 4,
#endif
} virNetworkEventLifecycleType;

/** Flags for creating a network port. */
typedef enum {
    /** Take over resources that are set up already. */
    VIR_NETWORK_PORT_CREATE_RECLAIM = (1 << 0),
    /** Check the XML against the schema. */
    VIR_NETWORK_PORT_CREATE_VALIDATE = (1 << 1),
} virNetworkPortCreateFlags;

/** What virNetworkUpdate() does. */
typedef enum {
    /** No command; not valid. */
    VIR_NETWORK_UPDATE_COMMAND_NONE = 0,
    /** Change an existing element. */
    VIR_NETWORK_UPDATE_COMMAND_MODIFY = 1,
    /** Delete an existing element. */
    VIR_NETWORK_UPDATE_COMMAND_DELETE = 2,
    /** Add an element at the end. */
    VIR_NETWORK_UPDATE_COMMAND_ADD_LAST = 3,
    /** Add an element at the beginning. */
    VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST = 4,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_NETWORK_UPDATE_COMMAND_LAST = 5,
#endif
} virNetworkUpdateCommand;

/** Which state of a network virNetworkUpdate() changes. */
typedef enum {
    /** Change the current state: live if active, else stored. */
    VIR_NETWORK_UPDATE_AFFECT_CURRENT = 0,
    /** Change the active network. */
    VIR_NETWORK_UPDATE_AFFECT_LIVE = (1 << 0),
    /** Change the stored configuration. */
    VIR_NETWORK_UPDATE_AFFECT_CONFIG = (1 << 1),
} virNetworkUpdateFlags;

/** Which part of a network virNetworkUpdate() changes. */
typedef enum {
    /** No section; not valid. */
    VIR_NETWORK_SECTION_NONE = 0,
    /** The bridge element. */
    VIR_NETWORK_SECTION_BRIDGE = 1,
    /** The DNS domain element. */
    VIR_NETWORK_SECTION_DOMAIN = 2,
    /** An ip element. */
    VIR_NETWORK_SECTION_IP = 3,
    /** A host element of the DHCP server. */
    VIR_NETWORK_SECTION_IP_DHCP_HOST = 4,
    /** A range element of the DHCP server. */
    VIR_NETWORK_SECTION_IP_DHCP_RANGE = 5,
    /** The forward element. */
    VIR_NETWORK_SECTION_FORWARD = 6,
    /** An interface element below forward. */
    VIR_NETWORK_SECTION_FORWARD_INTERFACE = 7,
    /** The physical function below forward. */
    VIR_NETWORK_SECTION_FORWARD_PF = 8,
    /** A portgroup element. */
    VIR_NETWORK_SECTION_PORTGROUP = 9,
    /** A host element of DNS. */
    VIR_NETWORK_SECTION_DNS_HOST = 10,
    /** A text record of DNS. */
    VIR_NETWORK_SECTION_DNS_TXT = 11,
    /** A service record of DNS. */
    VIR_NETWORK_SECTION_DNS_SRV = 12,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_NETWORK_SECTION_LAST = 13,
#endif
} virNetworkUpdateSection;

/** Flags for describing a network as XML. */
typedef enum {
    /** Show the stored configuration. */
    VIR_NETWORK_XML_INACTIVE = (1 << 0),
} virNetworkXMLFlags;

/** Kinds of metadata a network can hold. */
typedef enum {
    /** Free description text. */
    VIR_NETWORK_METADATA_DESCRIPTION = 0,
    /** Short title of one line. */
    VIR_NETWORK_METADATA_TITLE = 1,
    /** Custom XML element, found by namespace URI. */
    VIR_NETWORK_METADATA_ELEMENT = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_NETWORK_METADATA_LAST = 3,
#endif
} virNetworkMetadataType;

/** Opaque virtual network. */
typedef struct _virNetwork virNetwork;

/** Handle of a virtual network; release it with virNetworkFree(). */
typedef virNetwork *virNetworkPtr;

/** Type to which all network event callbacks are cast. */
typedef void (*virConnectNetworkEventGenericCallback)(virConnectPtr conn,
                                                      virNetworkPtr net,
                                                      void *opaque);

/** A DHCP lease of a virtual network; free it with virNetworkDHCPLeaseFree(). */
typedef struct _virNetworkDHCPLease {
    /** Name of the host's bridge interface. */
    char *iface;
    /** End of the lease, in seconds since 1970; 0 for no end. */
    long long expirytime;
    /** Address family, a virIPAddrType. */
    int type;
    /** MAC address as text, or NULL. */
    char *mac;
    /** IAID of an IPv6 client, or NULL. */
    char *iaid;
    /** The leased address as text. */
    char *ipaddr;
    /** Length of the network prefix in bits. */
    unsigned int prefix;
    /** Host name of the client, or NULL. */
    char *hostname;
    /** Client id or DUID, or NULL. */
    char *clientid;
} virNetworkDHCPLease;

/** Pointer to a virNetworkDHCPLease. */
typedef virNetworkDHCPLease *virNetworkDHCPLeasePtr;

/** Opaque port of a virtual network. */
typedef struct _virNetworkPort virNetworkPort;

/** Handle of a network port; release it with virNetworkPortFree(). */
typedef virNetworkPort *virNetworkPortPtr;

/** Reports a virNetworkEventLifecycleType of a network; the detail is 0. */
typedef void (*virConnectNetworkEventLifecycleCallback)(virConnectPtr conn,
                                                        virNetworkPtr net,
                                                        int event,
                                                        int detail,
                                                        void *opaque);

/**
 * Reports changed metadata of a network: its virNetworkMetadataType and, for elements, the namespace
 * URI.
 */
typedef void (*virConnectNetworkEventMetadataChangeCallback)(virConnectPtr conn,
                                                             virNetworkPtr net,
                                                             int type,
                                                             const char *nsuri,
                                                             void *opaque);

/**
 * Fetches handles of the virtual networks that match the filter flags. Stores a NULL-terminated array:
 * release each handle with virNetworkFree() and the array with free(). Returns the number of networks,
 * or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllNetworks(virConnectPtr conn,
                              virNetworkPtr **nets,
                              unsigned int flags);

/**
 * Stores the names of inactive networks in an array with room for maxnames entries; the caller frees
 * each name. Prefer virConnectListAllNetworks(). Returns the number stored, or -1 on error.
 *
 * Since: 0.2.0
 */
int virConnectListDefinedNetworks(virConnectPtr conn,
                                  char **names,
                                  int maxnames);

/**
 * Stores the names of active networks in an array with room for maxnames entries; the caller frees
 * each name. Prefer virConnectListAllNetworks(). Returns the number stored, or -1 on error.
 *
 * Since: 0.2.0
 */
int virConnectListNetworks(virConnectPtr conn,
                           char **names,
                           int maxnames);

/**
 * Removes the network event callback with the id that virConnectNetworkEventRegisterAny() returned,
 * and runs its free callback. Returns 0, or -1 on error.
 *
 * Since: 1.2.1
 */
int virConnectNetworkEventDeregisterAny(virConnectPtr conn,
                                        int callbackID);

/**
 * Adds a callback for one kind of network event (virNetworkEventID), for one network or, with NULL,
 * for all of them. Returns a callback id for deregistration, or -1 on error.
 *
 * Since: 1.2.1
 */
int virConnectNetworkEventRegisterAny(virConnectPtr conn,
                                      virNetworkPtr net,
                                      int eventID,
                                      virConnectNetworkEventGenericCallback cb,
                                      void *opaque,
                                      virFreeCallback freecb);

/**
 * Counts the networks that are defined but inactive. Returns the count, or -1 on error.
 *
 * Since: 0.2.0
 */
int virConnectNumOfDefinedNetworks(virConnectPtr conn);

/**
 * Counts the active networks. Returns the count, or -1 on error.
 *
 * Since: 0.2.0
 */
int virConnectNumOfNetworks(virConnectPtr conn);

/**
 * Starts a defined network. Returns 0, or -1 on error.
 *
 * Since: 0.2.0
 */
int virNetworkCreate(virNetworkPtr network);

/**
 * Starts a transient network from XML; it vanishes when it stops. Release the handle with
 * virNetworkFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkCreateXML(virConnectPtr conn,
                                  const char *xmlDesc);

/**
 * Starts a transient network from XML, with flags such as validating it against the schema. Release
 * the handle with virNetworkFree(). Returns a new handle, or NULL on error.
 *
 * Since: 7.8.0
 */
virNetworkPtr virNetworkCreateXMLFlags(virConnectPtr conn,
                                       const char *xmlDesc,
                                       unsigned int flags);

/**
 * Frees one lease from virNetworkGetDHCPLeases() with its strings. The caller frees the array itself.
 * NULL is ignored.
 *
 * Since: 1.2.6
 */
void virNetworkDHCPLeaseFree(virNetworkDHCPLeasePtr lease);

/**
 * Stores or replaces a persistent network configuration without starting it. Release the handle with
 * virNetworkFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkDefineXML(virConnectPtr conn,
                                  const char *xml);

/**
 * Stores or replaces a persistent network configuration, with flags such as validating it against the
 * schema. Release the handle with virNetworkFree(). Returns a new handle, or NULL on error.
 *
 * Since: 7.7.0
 */
virNetworkPtr virNetworkDefineXMLFlags(virConnectPtr conn,
                                       const char *xml,
                                       unsigned int flags);

/**
 * Stops an active network; a transient one disappears. The handle still needs virNetworkFree().
 * Returns 0, or -1 on error.
 *
 * Since: 0.2.0
 */
int virNetworkDestroy(virNetworkPtr network);

/**
 * Drops one reference to a network handle and frees it with the last one. The network itself is not
 * affected. Returns 0, or -1 on error.
 *
 * Since: 0.2.0
 */
int virNetworkFree(virNetworkPtr network);

/**
 * Tells whether the network starts together with the host's daemon: stores 1 or 0. Returns 0, or -1 on
 * error.
 *
 * Since: 0.2.1
 */
int virNetworkGetAutostart(virNetworkPtr network,
                           int *autostart);

/**
 * Gives the name of the host bridge that guests of the network connect to. Returns a string the caller
 * frees with free(), or NULL on error.
 *
 * Since: 0.2.0
 */
char *virNetworkGetBridgeName(virNetworkPtr network);

/**
 * Gives the connection a network handle belongs to, without adding a reference. Returns the
 * connection, or NULL on error.
 *
 * Since: 0.3.0
 */
virConnectPtr virNetworkGetConnect(virNetworkPtr net);

/**
 * Lists the DHCP leases of a network, or only those of one MAC address. Stores an array: free each
 * entry with virNetworkDHCPLeaseFree() and the array with free(). Returns the number of leases, or -1
 * on error.
 *
 * Since: 1.2.6
 */
int virNetworkGetDHCPLeases(virNetworkPtr network,
                            const char *mac,
                            virNetworkDHCPLeasePtr **leases,
                            unsigned int flags);

/**
 * Reads the title, description or custom metadata element, the latter by its namespace URI, of a
 * network. Returns a string the caller frees with free(), or NULL on error or if there is none.
 *
 * Since: 9.7.0
 */
char *virNetworkGetMetadata(virNetworkPtr network,
                            int type,
                            const char *uri,
                            unsigned int flags);

/**
 * Gives the name of the network. The string belongs to the handle and must not be freed. Returns the
 * name, or NULL on error.
 *
 * Since: 0.2.0
 */
const char *virNetworkGetName(virNetworkPtr network);

/**
 * Copies the 16 bytes of the network's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 0.2.0
 */
int virNetworkGetUUID(virNetworkPtr network,
                      unsigned char *uuid);

/**
 * Writes the network's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 0.2.0
 */
int virNetworkGetUUIDString(virNetworkPtr network,
                            char *buf);

/**
 * Describes the network as XML; a flag chooses the stored instead of the live configuration. Returns a
 * string the caller frees with free(), or NULL on error.
 *
 * Since: 0.2.0
 */
char *virNetworkGetXMLDesc(virNetworkPtr network,
                           unsigned int flags);

/**
 * Tells whether the network is active. Returns 1 if it is, 0 if not, or -1 on error.
 *
 * Since: 0.7.3
 */
int virNetworkIsActive(virNetworkPtr net);

/**
 * Tells whether the network has a stored configuration. Returns 1 if it has, 0 if it is transient, or
 * -1 on error.
 *
 * Since: 0.7.3
 */
int virNetworkIsPersistent(virNetworkPtr net);

/**
 * Fetches handles of all ports of a network. Stores a NULL-terminated array: release each handle with
 * virNetworkPortFree() and the array with free(). Returns the number of ports, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkListAllPorts(virNetworkPtr network,
                           virNetworkPortPtr **ports,
                           unsigned int flags);

/**
 * Finds a network by its name. Release the handle with virNetworkFree(). Returns a new handle, or NULL
 * on error or if there is none.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByName(virConnectPtr conn,
                                     const char *name);

/**
 * Finds a network by its UUID, given as 16 raw bytes. Release the handle with virNetworkFree().
 * Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByUUID(virConnectPtr conn,
                                     const unsigned char *uuid);

/**
 * Finds a network by its UUID, given as text. Release the handle with virNetworkFree(). Returns a new
 * handle, or NULL on error or if there is none.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByUUIDString(virConnectPtr conn,
                                           const char *uuidstr);

/**
 * Adds a reference to a network handle; each one needs its own virNetworkFree(). Returns 0, or -1 on
 * error.
 *
 * Since: 0.6.0
 */
int virNetworkRef(virNetworkPtr network);

/**
 * Makes the network start together with the host's daemon (1) or not (0). Returns 0, or -1 on error.
 *
 * Since: 0.2.1
 */
int virNetworkSetAutostart(virNetworkPtr network,
                           int autostart);

/**
 * Stores the title, description or a custom metadata element of a network, in the latter case under a
 * namespace prefix key and URI. NULL as text removes it. Returns 0, or -1 on error.
 *
 * Since: 9.7.0
 */
int virNetworkSetMetadata(virNetworkPtr network,
                          int type,
                          const char *metadata,
                          const char *key,
                          const char *uri,
                          unsigned int flags);

/**
 * Deletes the stored configuration of a network; an active one becomes transient. Returns 0, or -1 on
 * error.
 *
 * Since: 0.2.0
 */
int virNetworkUndefine(virNetworkPtr network);

/**
 * Adds, changes or removes an element in one section of a network configuration
 * (virNetworkUpdateCommand, virNetworkUpdateSection). A parent index of -1 lets it find the parent.
 * Returns 0, or -1 on error.
 *
 * Since: 0.10.2
 */
int virNetworkUpdate(virNetworkPtr network,
                     unsigned int command,
                     unsigned int section,
                     int parentIndex,
                     const char *xml,
                     unsigned int flags);

/**
 * Creates a port on a network from XML, which sets up the attachment of one guest interface. Release
 * the handle with virNetworkPortFree(). Returns a new handle, or NULL on error.
 *
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortCreateXML(virNetworkPtr net,
                                          const char *xmldesc,
                                          unsigned int flags);

/**
 * Deletes a port of a network, so that its guest interface loses its place. The handle still needs
 * virNetworkPortFree(). Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortDelete(virNetworkPortPtr port,
                         unsigned int flags);

/**
 * Drops one reference to a network port handle and frees it with the last one. The port itself is not
 * affected. Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortFree(virNetworkPortPtr port);

/**
 * Gives the network a port belongs to, without adding a reference. Returns the network, or NULL on
 * error.
 *
 * Since: 5.5.0
 */
virNetworkPtr virNetworkPortGetNetwork(virNetworkPortPtr port);

/**
 * Reads the bandwidth settings of a network port. Free the typed parameters with virTypedParamsFree().
 * Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortGetParameters(virNetworkPortPtr port,
                                virTypedParameterPtr *params,
                                int *nparams,
                                unsigned int flags);

/**
 * Copies the 16 bytes of the port's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 5.5.0
 */
int virNetworkPortGetUUID(virNetworkPortPtr port,
                          unsigned char *uuid);

/**
 * Writes the port's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 5.5.0
 */
int virNetworkPortGetUUIDString(virNetworkPortPtr port,
                                char *buf);

/**
 * Describes the network port as XML. Returns a string the caller frees with free(), or NULL on error.
 *
 * Since: 5.5.0
 */
char *virNetworkPortGetXMLDesc(virNetworkPortPtr port,
                               unsigned int flags);

/**
 * Finds a port of a network by its UUID, given as 16 raw bytes. Release the handle with
 * virNetworkPortFree(). Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortLookupByUUID(virNetworkPtr net,
                                             const unsigned char *uuid);

/**
 * Finds a port of a network by its UUID, given as text. Release the handle with virNetworkPortFree().
 * Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortLookupByUUIDString(virNetworkPtr net,
                                                   const char *uuidstr);

/**
 * Adds a reference to a network port handle; each one needs its own virNetworkPortFree(). Returns 0,
 * or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortRef(virNetworkPortPtr port);

/**
 * Changes the bandwidth settings of a network port. Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortSetParameters(virNetworkPortPtr port,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_NETWORK_H */
