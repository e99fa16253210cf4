//! Devices of the host (`libvirt-nodedev.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_int, c_void};

/// Filters for listing host devices.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllNodeDeviceFlags {
    /// Include the host system itself.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM = 1 << 0,
    /// Include PCI devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV = 1 << 1,
    /// Include USB devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV = 1 << 2,
    /// Include USB interfaces.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE = 1 << 3,
    /// Include network devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET = 1 << 4,
    /// Include SCSI hosts.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST = 1 << 5,
    /// Include SCSI targets.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET = 1 << 6,
    /// Include SCSI devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI = 1 << 7,
    /// Include storage devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE = 1 << 8,
    /// Include fibre channel hosts.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST = 1 << 9,
    /// Include hosts that can make virtual ports.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS = 1 << 10,
    /// Include SCSI generic devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC = 1 << 11,
    /// Include DRM devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM = 1 << 12,
    /// Include devices that can make mediated devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES = 1 << 13,
    /// Include mediated devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV = 1 << 14,
    /// Include CCW devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV = 1 << 15,
    /// Include channel subsystem devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV = 1 << 16,
    /// Include vDPA devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA = 1 << 17,
    /// Include AP crypto cards.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD = 1 << 18,
    /// Include AP crypto queues.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE = 1 << 19,
    /// Include the AP matrix device.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX = 1 << 20,
    /// Include devices with vital product data.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD = 1 << 21,
    /// Include inactive devices.
    VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE = 1 << 30,
    /// Include active devices.
    VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE = 1 << 31,
    /// Include CCW group devices.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV = 1 << 22,
    /// Include members of CCW groups.
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER = 1 << 23,
    /// Include persistent devices.
    VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT = 1 << 28,
    /// Include transient devices.
    VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT = 1 << 29,
}
/// Filters for listing host devices.
pub type virConnectListAllNodeDeviceFlags = _virConnectListAllNodeDeviceFlags;

/// Type to which all host device event callbacks are cast.
pub type virConnectNodeDeviceEventGenericCallback =
    Option<unsafe extern "C-unwind" fn(conn: virConnectPtr, dev: virNodeDevicePtr, opaque: *mut c_void)>;

/// Reports a virNodeDeviceEventLifecycleType of a host device; the detail is 0.
pub type virConnectNodeDeviceEventLifecycleCallback = Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dev: virNodeDevicePtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;

/// Opaque device of the host.
pub struct _virNodeDevice {
    _private: [u8; 0],
}
/// Opaque device of the host.
pub type virNodeDevice = _virNodeDevice;

/// Flags for creating a host device.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceCreateXMLFlags {
    /// Check the XML against the schema.
    VIR_NODE_DEVICE_CREATE_XML_VALIDATE = 1 << 0,
}
/// Flags for creating a host device.
pub type virNodeDeviceCreateXMLFlags = _virNodeDeviceCreateXMLFlags;

/// Flags for storing a host device configuration.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceDefineXMLFlags {
    /// Check the XML against the schema.
    VIR_NODE_DEVICE_DEFINE_XML_VALIDATE = 1 << 0,
}
/// Flags for storing a host device configuration.
pub type virNodeDeviceDefineXMLFlags = _virNodeDeviceDefineXMLFlags;

/// Kinds of host device events and the callback type of each.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceEventID {
    /// Lifecycle change; use virConnectNodeDeviceEventLifecycleCallback.
    VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE = 0,
    /// Device data changed; use virConnectNodeDeviceEventGenericCallback.
    VIR_NODE_DEVICE_EVENT_ID_UPDATE = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_NODE_DEVICE_EVENT_ID_LAST = 2,
}
/// Kinds of host device events and the callback type of each.
pub type virNodeDeviceEventID = _virNodeDeviceEventID;

/// Kinds of host device lifecycle events.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceEventLifecycleType {
    /// Device appeared.
    VIR_NODE_DEVICE_EVENT_CREATED = 0,
    /// Device disappeared.
    VIR_NODE_DEVICE_EVENT_DELETED = 1,
    /// Configuration was stored.
    VIR_NODE_DEVICE_EVENT_DEFINED = 2,
    /// Configuration was deleted.
    VIR_NODE_DEVICE_EVENT_UNDEFINED = 3,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_NODE_DEVICE_EVENT_LAST = 4,
}
/// Kinds of host device lifecycle events.
pub type virNodeDeviceEventLifecycleType = _virNodeDeviceEventLifecycleType;

/// Handle of a host device; release it with virNodeDeviceFree().
pub type virNodeDevicePtr = *mut virNodeDevice;

/// Which state of a host device an update changes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceUpdateFlags {
    /// Change the current state: live if active, else stored.
    VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT = 0,
    /// Change the active device.
    VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE = 1 << 0,
    /// Change the stored configuration.
    VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG = 1 << 1,
}
/// Which state of a host device an update changes.
pub type virNodeDeviceUpdateFlags = _virNodeDeviceUpdateFlags;

/// Flags for describing a host device as XML.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceXMLFlags {
    /// Show the stored configuration.
    VIR_NODE_DEVICE_XML_INACTIVE = 1 << 0,
}
/// Flags for describing a host device as XML.
pub type virNodeDeviceXMLFlags = _virNodeDeviceXMLFlags;
