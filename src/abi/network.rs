//! Virtual networks, their ports and leases (`libvirt-network.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};

/// {{virConnectListAllNetworksFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllNetworksFlags {
    /// {{VIR_CONNECT_LIST_NETWORKS_INACTIVE}}
    VIR_CONNECT_LIST_NETWORKS_INACTIVE = 1 << 0,
    /// {{VIR_CONNECT_LIST_NETWORKS_ACTIVE}}
    VIR_CONNECT_LIST_NETWORKS_ACTIVE = 1 << 1,
    /// {{VIR_CONNECT_LIST_NETWORKS_PERSISTENT}}
    VIR_CONNECT_LIST_NETWORKS_PERSISTENT = 1 << 2,
    /// {{VIR_CONNECT_LIST_NETWORKS_TRANSIENT}}
    VIR_CONNECT_LIST_NETWORKS_TRANSIENT = 1 << 3,
    /// {{VIR_CONNECT_LIST_NETWORKS_AUTOSTART}}
    VIR_CONNECT_LIST_NETWORKS_AUTOSTART = 1 << 4,
    /// {{VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART}}
    VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART = 1 << 5,
}
/// {{virConnectListAllNetworksFlags}}
pub type virConnectListAllNetworksFlags = _virConnectListAllNetworksFlags;

/// {{virConnectNetworkEventGenericCallback}}
pub type virConnectNetworkEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, net: virNetworkPtr, opaque: *mut c_void)>;

/// {{virConnectNetworkEventLifecycleCallback}}
pub type virConnectNetworkEventLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        net: virNetworkPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;

/// {{virIPAddrType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virIPAddrType {
    /// {{VIR_IP_ADDR_TYPE_IPV4}}
    VIR_IP_ADDR_TYPE_IPV4 = 0,
    /// {{VIR_IP_ADDR_TYPE_IPV6}}
    VIR_IP_ADDR_TYPE_IPV6 = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_IP_ADDR_TYPE_LAST}}
    VIR_IP_ADDR_TYPE_LAST = 2,
}
/// {{virIPAddrType}}
pub type virIPAddrType = _virIPAddrType;

/// {{virNetwork}}
pub struct _virNetwork {
    _private: [u8; 0],
}
/// {{virNetwork}}
pub type virNetwork = _virNetwork;

/// {{virNetworkCreateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkCreateFlags {
    /// {{VIR_NETWORK_CREATE_VALIDATE}}
    VIR_NETWORK_CREATE_VALIDATE = 1 << 0,
}
/// {{virNetworkCreateFlags}}
pub type virNetworkCreateFlags = _virNetworkCreateFlags;

/// {{virNetworkDHCPLease}}
#[repr(C)]
pub struct _virNetworkDHCPLease {
    /// {{_virNetworkDHCPLease.iface}}
    pub iface: *mut c_char,
    /// {{_virNetworkDHCPLease.expirytime}}
    pub expirytime: c_longlong,
    /// {{_virNetworkDHCPLease.type}}
    pub r#type: c_int,
    /// {{_virNetworkDHCPLease.mac}}
    pub mac: *mut c_char,
    /// {{_virNetworkDHCPLease.iaid}}
    pub iaid: *mut c_char,
    /// {{_virNetworkDHCPLease.ipaddr}}
    pub ipaddr: *mut c_char,
    /// {{_virNetworkDHCPLease.prefix}}
    pub prefix: c_uint,
    /// {{_virNetworkDHCPLease.hostname}}
    pub hostname: *mut c_char,
    /// {{_virNetworkDHCPLease.clientid}}
    pub clientid: *mut c_char,
}
/// {{virNetworkDHCPLease}}
pub type virNetworkDHCPLease = _virNetworkDHCPLease;

/// {{virNetworkDHCPLeasePtr}}
pub type virNetworkDHCPLeasePtr = *mut virNetworkDHCPLease;

/// {{virNetworkDefineFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkDefineFlags {
    /// {{VIR_NETWORK_DEFINE_VALIDATE}}
    VIR_NETWORK_DEFINE_VALIDATE = 1 << 0,
}
/// {{virNetworkDefineFlags}}
pub type virNetworkDefineFlags = _virNetworkDefineFlags;

/// {{virNetworkEventID}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkEventID {
    /// {{VIR_NETWORK_EVENT_ID_LIFECYCLE}}
    VIR_NETWORK_EVENT_ID_LIFECYCLE = 0,
    /// {{VIR_NETWORK_EVENT_ID_METADATA_CHANGE}}
    VIR_NETWORK_EVENT_ID_METADATA_CHANGE = 1,
    #[cfg(feature = "sentinels")]
    /// {{VIR_NETWORK_EVENT_ID_LAST}}
    VIR_NETWORK_EVENT_ID_LAST = 2,
}
/// {{virNetworkEventID}}
pub type virNetworkEventID = _virNetworkEventID;

/// {{virNetworkEventLifecycleType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkEventLifecycleType {
    /// {{VIR_NETWORK_EVENT_DEFINED}}
    VIR_NETWORK_EVENT_DEFINED = 0,
    /// {{VIR_NETWORK_EVENT_UNDEFINED}}
    VIR_NETWORK_EVENT_UNDEFINED = 1,
    /// {{VIR_NETWORK_EVENT_STARTED}}
    VIR_NETWORK_EVENT_STARTED = 2,
    /// {{VIR_NETWORK_EVENT_STOPPED}}
    VIR_NETWORK_EVENT_STOPPED = 3,
    #[cfg(feature = "sentinels")]
    /// {{VIR_NETWORK_EVENT_LAST}}
    VIR_NETWORK_EVENT_LAST = 4,
}
/// {{virNetworkEventLifecycleType}}
pub type virNetworkEventLifecycleType = _virNetworkEventLifecycleType;

/// {{virNetworkPort}}
pub struct _virNetworkPort {
    _private: [u8; 0],
}
/// {{virNetworkPort}}
pub type virNetworkPort = _virNetworkPort;

/// {{virNetworkPortCreateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkPortCreateFlags {
    /// {{VIR_NETWORK_PORT_CREATE_RECLAIM}}
    VIR_NETWORK_PORT_CREATE_RECLAIM = 1 << 0,
    /// {{VIR_NETWORK_PORT_CREATE_VALIDATE}}
    VIR_NETWORK_PORT_CREATE_VALIDATE = 1 << 1,
}
/// {{virNetworkPortCreateFlags}}
pub type virNetworkPortCreateFlags = _virNetworkPortCreateFlags;

/// {{virNetworkPortPtr}}
pub type virNetworkPortPtr = *mut virNetworkPort;

/// {{virNetworkPtr}}
pub type virNetworkPtr = *mut virNetwork;

/// {{virNetworkUpdateCommand}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkUpdateCommand {
    /// {{VIR_NETWORK_UPDATE_COMMAND_NONE}}
    VIR_NETWORK_UPDATE_COMMAND_NONE = 0,
    /// {{VIR_NETWORK_UPDATE_COMMAND_MODIFY}}
    VIR_NETWORK_UPDATE_COMMAND_MODIFY = 1,
    /// {{VIR_NETWORK_UPDATE_COMMAND_DELETE}}
    VIR_NETWORK_UPDATE_COMMAND_DELETE = 2,
    /// {{VIR_NETWORK_UPDATE_COMMAND_ADD_LAST}}
    VIR_NETWORK_UPDATE_COMMAND_ADD_LAST = 3,
    /// {{VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST}}
    VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST = 4,
    #[cfg(feature = "sentinels")]
    /// {{VIR_NETWORK_UPDATE_COMMAND_LAST}}
    VIR_NETWORK_UPDATE_COMMAND_LAST = 5,
}
/// {{virNetworkUpdateCommand}}
pub type virNetworkUpdateCommand = _virNetworkUpdateCommand;

/// {{virNetworkUpdateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkUpdateFlags {
    /// {{VIR_NETWORK_UPDATE_AFFECT_CURRENT}}
    VIR_NETWORK_UPDATE_AFFECT_CURRENT = 0,
    /// {{VIR_NETWORK_UPDATE_AFFECT_LIVE}}
    VIR_NETWORK_UPDATE_AFFECT_LIVE = 1 << 0,
    /// {{VIR_NETWORK_UPDATE_AFFECT_CONFIG}}
    VIR_NETWORK_UPDATE_AFFECT_CONFIG = 1 << 1,
}
/// {{virNetworkUpdateFlags}}
pub type virNetworkUpdateFlags = _virNetworkUpdateFlags;

/// {{virNetworkUpdateSection}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkUpdateSection {
    /// {{VIR_NETWORK_SECTION_NONE}}
    VIR_NETWORK_SECTION_NONE = 0,
    /// {{VIR_NETWORK_SECTION_BRIDGE}}
    VIR_NETWORK_SECTION_BRIDGE = 1,
    /// {{VIR_NETWORK_SECTION_DOMAIN}}
    VIR_NETWORK_SECTION_DOMAIN = 2,
    /// {{VIR_NETWORK_SECTION_IP}}
    VIR_NETWORK_SECTION_IP = 3,
    /// {{VIR_NETWORK_SECTION_IP_DHCP_HOST}}
    VIR_NETWORK_SECTION_IP_DHCP_HOST = 4,
    /// {{VIR_NETWORK_SECTION_IP_DHCP_RANGE}}
    VIR_NETWORK_SECTION_IP_DHCP_RANGE = 5,
    /// {{VIR_NETWORK_SECTION_FORWARD}}
    VIR_NETWORK_SECTION_FORWARD = 6,
    /// {{VIR_NETWORK_SECTION_FORWARD_INTERFACE}}
    VIR_NETWORK_SECTION_FORWARD_INTERFACE = 7,
    /// {{VIR_NETWORK_SECTION_FORWARD_PF}}
    VIR_NETWORK_SECTION_FORWARD_PF = 8,
    /// {{VIR_NETWORK_SECTION_PORTGROUP}}
    VIR_NETWORK_SECTION_PORTGROUP = 9,
    /// {{VIR_NETWORK_SECTION_DNS_HOST}}
    VIR_NETWORK_SECTION_DNS_HOST = 10,
    /// {{VIR_NETWORK_SECTION_DNS_TXT}}
    VIR_NETWORK_SECTION_DNS_TXT = 11,
    /// {{VIR_NETWORK_SECTION_DNS_SRV}}
    VIR_NETWORK_SECTION_DNS_SRV = 12,
    #[cfg(feature = "sentinels")]
    /// {{VIR_NETWORK_SECTION_LAST}}
    VIR_NETWORK_SECTION_LAST = 13,
}
/// {{virNetworkUpdateSection}}
pub type virNetworkUpdateSection = _virNetworkUpdateSection;

/// {{virNetworkXMLFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkXMLFlags {
    /// {{VIR_NETWORK_XML_INACTIVE}}
    VIR_NETWORK_XML_INACTIVE = 1 << 0,
}
/// {{virNetworkXMLFlags}}
pub type virNetworkXMLFlags = _virNetworkXMLFlags;

/// {{virConnectNetworkEventMetadataChangeCallback}}
pub type virConnectNetworkEventMetadataChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        net: virNetworkPtr,
        r#type: c_int,
        nsuri: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// {{virNetworkMetadataType}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkMetadataType {
    /// {{VIR_NETWORK_METADATA_DESCRIPTION}}
    VIR_NETWORK_METADATA_DESCRIPTION = 0,
    /// {{VIR_NETWORK_METADATA_TITLE}}
    VIR_NETWORK_METADATA_TITLE = 1,
    /// {{VIR_NETWORK_METADATA_ELEMENT}}
    VIR_NETWORK_METADATA_ELEMENT = 2,
    #[cfg(feature = "sentinels")]
    /// {{VIR_NETWORK_METADATA_LAST}}
    VIR_NETWORK_METADATA_LAST = 3,
}
/// {{virNetworkMetadataType}}
pub type virNetworkMetadataType = _virNetworkMetadataType;
