//! Devices of the host (`libvirt-nodedev.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_int, c_void};

/// {{virConnectListAllNodeDeviceFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllNodeDeviceFlags {
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM = 1 << 0,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV = 1 << 1,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV = 1 << 2,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE = 1 << 3,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET = 1 << 4,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST = 1 << 5,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET = 1 << 6,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI = 1 << 7,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE = 1 << 8,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST = 1 << 9,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS = 1 << 10,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC = 1 << 11,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM = 1 << 12,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES = 1 << 13,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV = 1 << 14,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV = 1 << 15,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV = 1 << 16,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA = 1 << 17,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD = 1 << 18,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE = 1 << 19,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX = 1 << 20,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD = 1 << 21,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE}}
    VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE = 1 << 30,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE}}
    VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE = 1 << 31,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV = 1 << 22,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER}}
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER = 1 << 23,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT}}
    VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT = 1 << 28,
    /// {{VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT}}
    VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT = 1 << 29,
}
/// {{virConnectListAllNodeDeviceFlags}}
pub type virConnectListAllNodeDeviceFlags = _virConnectListAllNodeDeviceFlags;

/// {{virConnectNodeDeviceEventGenericCallback}}
pub type virConnectNodeDeviceEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dev: virNodeDevicePtr, opaque: *mut c_void)>;

/// {{virConnectNodeDeviceEventLifecycleCallback}}
pub type virConnectNodeDeviceEventLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dev: virNodeDevicePtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virNodeDevice}}
pub struct _virNodeDevice {
    _private: [u8; 0],
}
/// {{virNodeDevice}}
pub type virNodeDevice = _virNodeDevice;

/// {{virNodeDeviceCreateXMLFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceCreateXMLFlags {
    /// {{VIR_NODE_DEVICE_CREATE_XML_VALIDATE}}
    VIR_NODE_DEVICE_CREATE_XML_VALIDATE = 1 << 0,
}
/// {{virNodeDeviceCreateXMLFlags}}
pub type virNodeDeviceCreateXMLFlags = _virNodeDeviceCreateXMLFlags;

/// {{virNodeDeviceDefineXMLFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceDefineXMLFlags {
    /// {{VIR_NODE_DEVICE_DEFINE_XML_VALIDATE}}
    VIR_NODE_DEVICE_DEFINE_XML_VALIDATE = 1 << 0,
}
/// {{virNodeDeviceDefineXMLFlags}}
pub type virNodeDeviceDefineXMLFlags = _virNodeDeviceDefineXMLFlags;

/// {{virNodeDeviceEventID}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceEventID {
    /// {{VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE}}
    VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE = 0,
    /// {{VIR_NODE_DEVICE_EVENT_ID_UPDATE}}
    VIR_NODE_DEVICE_EVENT_ID_UPDATE = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_NODE_DEVICE_EVENT_ID_LAST}}
    VIR_NODE_DEVICE_EVENT_ID_LAST = 2,
}
/// {{virNodeDeviceEventID}}
pub type virNodeDeviceEventID = _virNodeDeviceEventID;

/// {{virNodeDeviceEventLifecycleType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceEventLifecycleType {
    /// {{VIR_NODE_DEVICE_EVENT_CREATED}}
    VIR_NODE_DEVICE_EVENT_CREATED = 0,
    /// {{VIR_NODE_DEVICE_EVENT_DELETED}}
    VIR_NODE_DEVICE_EVENT_DELETED = 1,
    /// {{VIR_NODE_DEVICE_EVENT_DEFINED}}
    VIR_NODE_DEVICE_EVENT_DEFINED = 2,
    /// {{VIR_NODE_DEVICE_EVENT_UNDEFINED}}
    VIR_NODE_DEVICE_EVENT_UNDEFINED = 3,
    #[cfg(feature = "sentinels")]
    /// {{VIR_NODE_DEVICE_EVENT_LAST}}
    VIR_NODE_DEVICE_EVENT_LAST = 4,
}
/// {{virNodeDeviceEventLifecycleType}}
pub type virNodeDeviceEventLifecycleType = _virNodeDeviceEventLifecycleType;

/// {{virNodeDevicePtr}}
pub type virNodeDevicePtr = *mut virNodeDevice;

/// {{virNodeDeviceUpdateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceUpdateFlags {
    /// {{VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT}}
    VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT = 0,
    /// {{VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE}}
    VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE = 1 << 0,
    /// {{VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG}}
    VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG = 1 << 1,
}
/// {{virNodeDeviceUpdateFlags}}
pub type virNodeDeviceUpdateFlags = _virNodeDeviceUpdateFlags;

/// {{virNodeDeviceXMLFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNodeDeviceXMLFlags {
    /// {{VIR_NODE_DEVICE_XML_INACTIVE}}
    VIR_NODE_DEVICE_XML_INACTIVE = 1 << 0,
}
/// {{virNodeDeviceXMLFlags}}
pub type virNodeDeviceXMLFlags = _virNodeDeviceXMLFlags;
