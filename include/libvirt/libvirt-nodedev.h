/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_NODEDEV_H
#define LIBVIRT_NODEDEV_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Casts a node device event callback to the generic type. */
#define VIR_NODE_DEVICE_EVENT_CALLBACK(cb) ((virConnectNodeDeviceEventGenericCallback)(void (*)(void))(cb))

/** Filters for listing host devices. */
__extension__ typedef enum {
    /** Include the host system itself. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM = (1 << 0),
    /** Include PCI devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV = (1 << 1),
    /** Include USB devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV = (1 << 2),
    /** Include USB interfaces. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE = (1 << 3),
    /** Include network devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET = (1 << 4),
    /** Include SCSI hosts. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST = (1 << 5),
    /** Include SCSI targets. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET = (1 << 6),
    /** Include SCSI devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI = (1 << 7),
    /** Include storage devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE = (1 << 8),
    /** Include fibre channel hosts. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST = (1 << 9),
    /** Include hosts that can make virtual ports. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS = (1 << 10),
    /** Include SCSI generic devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC = (1 << 11),
    /** Include DRM devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM = (1 << 12),
    /** Include devices that can make mediated devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES = (1 << 13),
    /** Include mediated devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV = (1 << 14),
    /** Include CCW devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV = (1 << 15),
    /** Include channel subsystem devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV = (1 << 16),
    /** Include vDPA devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA = (1 << 17),
    /** Include AP crypto cards. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD = (1 << 18),
    /** Include AP crypto queues. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE = (1 << 19),
    /** Include the AP matrix device. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX = (1 << 20),
    /** Include devices with vital product data. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD = (1 << 21),
    /** Include inactive devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE = (1 << 30),
    /** Include active devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE = (1U << 31),
    /** Include CCW group devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV = (1 << 22),
    /** Include members of CCW groups. */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER = (1 << 23),
    /** Include persistent devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT = (1 << 28),
    /** Include transient devices. */
    VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT = (1 << 29),
} virConnectListAllNodeDeviceFlags;

/** Flags for creating a host device. */
typedef enum {
    /** Check the XML against the schema. */
    VIR_NODE_DEVICE_CREATE_XML_VALIDATE = (1 << 0),
} virNodeDeviceCreateXMLFlags;

/** Flags for storing a host device configuration. */
typedef enum {
    /** Check the XML against the schema. */
    VIR_NODE_DEVICE_DEFINE_XML_VALIDATE = (1 << 0),
} virNodeDeviceDefineXMLFlags;

/** Kinds of host device events and the callback type of each. */
typedef enum {
    /** Lifecycle change; use virConnectNodeDeviceEventLifecycleCallback. */
    VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE = 0,
    /** Device data changed; use virConnectNodeDeviceEventGenericCallback. */
    VIR_NODE_DEVICE_EVENT_ID_UPDATE = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_NODE_DEVICE_EVENT_ID_LAST = 2,
#endif
} virNodeDeviceEventID;

/** Kinds of host device lifecycle events. */
typedef enum {
    /** Device appeared. */
    VIR_NODE_DEVICE_EVENT_CREATED = 0,
    /** Device disappeared. */
    VIR_NODE_DEVICE_EVENT_DELETED = 1,
    /** Configuration was stored. */
    VIR_NODE_DEVICE_EVENT_DEFINED = 2,
    /** Configuration was deleted. */
    VIR_NODE_DEVICE_EVENT_UNDEFINED = 3,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_NODE_DEVICE_EVENT_LAST = 4,
#endif
} virNodeDeviceEventLifecycleType;

/** Which state of a host device an update changes. */
typedef enum {
    /** Change the current state: live if active, else stored. */
    VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT = 0,
    /** Change the active device. */
    VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE = (1 << 0),
    /** Change the stored configuration. */
    VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG = (1 << 1),
} virNodeDeviceUpdateFlags;

/** Flags for describing a host device as XML. */
typedef enum {
    /** Show the stored configuration. */
    VIR_NODE_DEVICE_XML_INACTIVE = (1 << 0),
} virNodeDeviceXMLFlags;

/** Opaque device of the host. */
typedef struct _virNodeDevice virNodeDevice;

/** Handle of a host device; release it with virNodeDeviceFree(). */
typedef virNodeDevice *virNodeDevicePtr;

/** Type to which all host device event callbacks are cast. */
typedef void (*virConnectNodeDeviceEventGenericCallback)(virConnectPtr conn,
                                                         virNodeDevicePtr dev,
                                                         void *opaque);

/** Reports a virNodeDeviceEventLifecycleType of a host device; the detail is 0. */
typedef void (*virConnectNodeDeviceEventLifecycleCallback)(virConnectPtr conn,
                                                           virNodeDevicePtr dev,
                                                           int event,
                                                           int detail,
                                                           void *opaque);

/**
 * Fetches handles of the host devices that match the filter flags. Stores a NULL-terminated array:
 * release each handle with virNodeDeviceFree() and the array with free(). Returns the number of
 * devices, or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllNodeDevices(virConnectPtr conn,
                                 virNodeDevicePtr **devices,
                                 unsigned int flags);

/**
 * Removes the host device event callback with the id that virConnectNodeDeviceEventRegisterAny()
 * returned, and runs its free callback. Returns 0, or -1 on error.
 *
 * Since: 2.2.0
 */
int virConnectNodeDeviceEventDeregisterAny(virConnectPtr conn,
                                           int callbackID);

/**
 * Adds a callback for one kind of host device event (virNodeDeviceEventID), for one device or, with
 * NULL, for all of them. Returns a callback id for deregistration, or -1 on error.
 *
 * Since: 2.2.0
 */
int virConnectNodeDeviceEventRegisterAny(virConnectPtr conn,
                                         virNodeDevicePtr dev,
                                         int eventID,
                                         virConnectNodeDeviceEventGenericCallback cb,
                                         void *opaque,
                                         virFreeCallback freecb);

/**
 * Starts a defined host device, for example a mediated device. Returns 0, or -1 on error.
 *
 * Since: 7.3.0
 */
int virNodeDeviceCreate(virNodeDevicePtr dev,
                        unsigned int flags);

/**
 * Creates a transient host device from XML, such as a virtual SCSI adapter or a mediated device.
 * Release the handle with virNodeDeviceFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.6.3
 */
virNodeDevicePtr virNodeDeviceCreateXML(virConnectPtr conn,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * Stores a persistent host device configuration without starting it. Release the handle with
 * virNodeDeviceFree(). Returns a new handle, or NULL on error.
 *
 * Since: 7.3.0
 */
virNodeDevicePtr virNodeDeviceDefineXML(virConnectPtr conn,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * Removes a virtual host device from the host; a defined one only stops. The handle still needs
 * virNodeDeviceFree(). Returns 0, or -1 on error.
 *
 * Since: 0.6.3
 */
int virNodeDeviceDestroy(virNodeDevicePtr dev);

/**
 * Takes a host device away from its host driver and gives it to one for assignment to guests; a NULL
 * driver name takes the default. Returns 0, or -1 on error.
 *
 * Since: 1.0.5
 */
int virNodeDeviceDetachFlags(virNodeDevicePtr dev,
                             const char *driverName,
                             unsigned int flags);

/**
 * Takes a host device away from its host driver, so that a guest can use it. Undo this with
 * virNodeDeviceReAttach(). Returns 0, or -1 on error.
 *
 * Since: 0.6.1
 */
int virNodeDeviceDettach(virNodeDevicePtr dev);

/**
 * Drops one reference to a host device handle and frees it with the last one. The device itself is not
 * affected. Returns 0, or -1 on error.
 *
 * Since: 0.5.0
 */
int virNodeDeviceFree(virNodeDevicePtr dev);

/**
 * Tells whether the device starts together with the host or its parent: stores 1 or 0. Returns 0, or
 * -1 on error.
 *
 * Since: 7.8.0
 */
int virNodeDeviceGetAutostart(virNodeDevicePtr dev,
                              int *autostart);

/**
 * Gives the name of the host device. The string belongs to the handle and must not be freed. Returns
 * the name, or NULL on error.
 *
 * Since: 0.5.0
 */
const char *virNodeDeviceGetName(virNodeDevicePtr dev);

/**
 * Gives the name of the parent of the host device. The string belongs to the handle and must not be
 * freed. Returns the name, or NULL on error or if there is none.
 *
 * Since: 0.5.0
 */
const char *virNodeDeviceGetParent(virNodeDevicePtr dev);

/**
 * Describes the host device and its capabilities as XML. Returns a string the caller frees with
 * free(), or NULL on error.
 *
 * Since: 0.5.0
 */
char *virNodeDeviceGetXMLDesc(virNodeDevicePtr dev,
                              unsigned int flags);

/**
 * Tells whether the host device is active. Returns 1 if it is, 0 if not, or -1 on error.
 *
 * Since: 7.8.0
 */
int virNodeDeviceIsActive(virNodeDevicePtr dev);

/**
 * Tells whether the host device has a stored configuration. Returns 1 if it has, 0 if it is transient,
 * or -1 on error.
 *
 * Since: 7.8.0
 */
int virNodeDeviceIsPersistent(virNodeDevicePtr dev);

/**
 * Stores the names of the device's capabilities in an array with room for maxnames entries; the caller
 * frees each name. Returns the number stored, or -1 on error.
 *
 * Since: 0.5.0
 */
int virNodeDeviceListCaps(virNodeDevicePtr dev,
                          char **names,
                          int maxnames);

/**
 * Finds a host device by its name. Release the handle with virNodeDeviceFree(). Returns a new handle,
 * or NULL on error or if there is none.
 *
 * Since: 0.5.0
 */
virNodeDevicePtr virNodeDeviceLookupByName(virConnectPtr conn,
                                           const char *name);

/**
 * Finds a SCSI host by its world wide node and port names. Release the handle with
 * virNodeDeviceFree(). Returns a new handle, or NULL on error or if there is none.
 *
 * Since: 1.0.3
 */
virNodeDevicePtr virNodeDeviceLookupSCSIHostByWWN(virConnectPtr conn,
                                                  const char *wwnn,
                                                  const char *wwpn,
                                                  unsigned int flags);

/**
 * Counts the capabilities of the device. Returns the count, or -1 on error.
 *
 * Since: 0.5.0
 */
int virNodeDeviceNumOfCaps(virNodeDevicePtr dev);

/**
 * Gives a detached device back to its host driver. Returns 0, or -1 on error.
 *
 * Since: 0.6.1
 */
int virNodeDeviceReAttach(virNodeDevicePtr dev);

/**
 * Adds a reference to a host device handle; each one needs its own virNodeDeviceFree(). Returns 0, or
 * -1 on error.
 *
 * Since: 0.6.0
 */
int virNodeDeviceRef(virNodeDevicePtr dev);

/**
 * Resets a detached device, so that no state of its last user remains. Returns 0, or -1 on error.
 *
 * Since: 0.6.1
 */
int virNodeDeviceReset(virNodeDevicePtr dev);

/**
 * Makes the device start together with the host or its parent (1) or not (0). Returns 0, or -1 on
 * error.
 *
 * Since: 7.8.0
 */
int virNodeDeviceSetAutostart(virNodeDevicePtr dev,
                              int autostart);

/**
 * Deletes the stored configuration of a host device. Returns 0, or -1 on error.
 *
 * Since: 7.3.0
 */
int virNodeDeviceUndefine(virNodeDevicePtr dev,
                          unsigned int flags);

/**
 * Changes the live or stored configuration of a host device to match the XML
 * (virNodeDeviceUpdateFlags). Returns 0, or -1 on error.
 *
 * Since: 10.1.0
 */
int virNodeDeviceUpdate(virNodeDevicePtr dev,
                        const char *xmlDesc,
                        unsigned int flags);

/**
 * Stores the names of host devices, all or those with a capability, in an array with room for maxnames
 * entries; the caller frees each name. Prefer virConnectListAllNodeDevices(). Returns the number
 * stored, or -1 on error.
 *
 * Since: 0.5.0
 */
int virNodeListDevices(virConnectPtr conn,
                       const char *cap,
                       char **names,
                       int maxnames,
                       unsigned int flags);

/**
 * Counts the host devices, all or those with the named capability. Returns the count, or -1 on error.
 *
 * Since: 0.5.0
 */
int virNodeNumOfDevices(virConnectPtr conn,
                        const char *cap,
                        unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_NODEDEV_H */
