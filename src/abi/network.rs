//! Virtual networks, their ports and leases (`libvirt-network.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use super::*;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};

/// Bandwidth of a network port: average inbound rate in KiB/s, as unsigned int.
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE: &str = "inbound.average";

/// Bandwidth of a network port: inbound data that may pass at peak rate in KiB, as unsigned int.
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_BURST: &str = "inbound.burst";

/// Bandwidth of a network port: guaranteed inbound rate in KiB/s, as unsigned int.
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR: &str = "inbound.floor";

/// Bandwidth of a network port: peak inbound rate in KiB/s, as unsigned int.
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK: &str = "inbound.peak";

/// Bandwidth of a network port: average outbound rate in KiB/s, as unsigned int.
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE: &str = "outbound.average";

/// Bandwidth of a network port: outbound data that may pass at peak rate in KiB, as unsigned int.
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST: &str = "outbound.burst";

/// Bandwidth of a network port: peak outbound rate in KiB/s, as unsigned int.
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK: &str = "outbound.peak";

/// Filters for listing networks.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllNetworksFlags {
    /// Include inactive networks.
    VIR_CONNECT_LIST_NETWORKS_INACTIVE = 1 << 0,
    /// Include active networks.
    VIR_CONNECT_LIST_NETWORKS_ACTIVE = 1 << 1,
    /// Include persistent networks.
    VIR_CONNECT_LIST_NETWORKS_PERSISTENT = 1 << 2,
    /// Include transient networks.
    VIR_CONNECT_LIST_NETWORKS_TRANSIENT = 1 << 3,
    /// Include networks with autostart.
    VIR_CONNECT_LIST_NETWORKS_AUTOSTART = 1 << 4,
    /// Include networks without autostart.
    VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART = 1 << 5,
}
/// Filters for listing networks.
pub type virConnectListAllNetworksFlags = _virConnectListAllNetworksFlags;

/// Type to which all network event callbacks are cast.
pub type virConnectNetworkEventGenericCallback =
    Option<unsafe extern "C-unwind" fn(conn: virConnectPtr, net: virNetworkPtr, opaque: *mut c_void)>;

/// Reports a virNetworkEventLifecycleType of a network; the detail is 0.
pub type virConnectNetworkEventLifecycleCallback = Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        net: virNetworkPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;

/// IP address families.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virIPAddrType {
    /// IPv4 address.
    VIR_IP_ADDR_TYPE_IPV4 = 0,
    /// IPv6 address.
    VIR_IP_ADDR_TYPE_IPV6 = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_IP_ADDR_TYPE_LAST = 2,
}
/// IP address families.
pub type virIPAddrType = _virIPAddrType;

/// Opaque virtual network.
pub struct _virNetwork {
    _private: [u8; 0],
}
/// Opaque virtual network.
pub type virNetwork = _virNetwork;

/// Flags for starting a transient network.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkCreateFlags {
    /// Check the XML against the schema.
    VIR_NETWORK_CREATE_VALIDATE = 1 << 0,
}
/// Flags for starting a transient network.
pub type virNetworkCreateFlags = _virNetworkCreateFlags;

/// A DHCP lease of a virtual network; free it with virNetworkDHCPLeaseFree().
#[repr(C)]
pub struct _virNetworkDHCPLease {
    /// Name of the host's bridge interface.
    pub iface: *mut c_char,
    /// End of the lease, in seconds since 1970; 0 for no end.
    pub expirytime: c_longlong,
    /// Address family, a virIPAddrType.
    pub r#type: c_int,
    /// MAC address as text, or NULL.
    pub mac: *mut c_char,
    /// IAID of an IPv6 client, or NULL.
    pub iaid: *mut c_char,
    /// The leased address as text.
    pub ipaddr: *mut c_char,
    /// Length of the network prefix in bits.
    pub prefix: c_uint,
    /// Host name of the client, or NULL.
    pub hostname: *mut c_char,
    /// Client id or DUID, or NULL.
    pub clientid: *mut c_char,
}
/// A DHCP lease of a virtual network; free it with virNetworkDHCPLeaseFree().
pub type virNetworkDHCPLease = _virNetworkDHCPLease;

/// Pointer to a virNetworkDHCPLease.
pub type virNetworkDHCPLeasePtr = *mut virNetworkDHCPLease;

/// Flags for storing a network configuration.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkDefineFlags {
    /// Check the XML against the schema.
    VIR_NETWORK_DEFINE_VALIDATE = 1 << 0,
}
/// Flags for storing a network configuration.
pub type virNetworkDefineFlags = _virNetworkDefineFlags;

/// Kinds of network events and the callback type of each.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkEventID {
    /// Lifecycle change; use virConnectNetworkEventLifecycleCallback.
    VIR_NETWORK_EVENT_ID_LIFECYCLE = 0,
    /// Metadata changed; use virConnectNetworkEventMetadataChangeCallback.
    VIR_NETWORK_EVENT_ID_METADATA_CHANGE = 1,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_NETWORK_EVENT_ID_LAST = 2,
}
/// Kinds of network events and the callback type of each.
pub type virNetworkEventID = _virNetworkEventID;

/// Kinds of network lifecycle events.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkEventLifecycleType {
    /// Configuration was stored.
    VIR_NETWORK_EVENT_DEFINED = 0,
    /// Configuration was deleted.
    VIR_NETWORK_EVENT_UNDEFINED = 1,
    /// Network became active.
    VIR_NETWORK_EVENT_STARTED = 2,
    /// Network became inactive.
    VIR_NETWORK_EVENT_STOPPED = 3,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_NETWORK_EVENT_LAST = 4,
}
/// Kinds of network lifecycle events.
pub type virNetworkEventLifecycleType = _virNetworkEventLifecycleType;

/// Opaque port of a virtual network.
pub struct _virNetworkPort {
    _private: [u8; 0],
}
/// Opaque port of a virtual network.
pub type virNetworkPort = _virNetworkPort;

/// Flags for creating a network port.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkPortCreateFlags {
    /// Take over resources that are set up already.
    VIR_NETWORK_PORT_CREATE_RECLAIM = 1 << 0,
    /// Check the XML against the schema.
    VIR_NETWORK_PORT_CREATE_VALIDATE = 1 << 1,
}
/// Flags for creating a network port.
pub type virNetworkPortCreateFlags = _virNetworkPortCreateFlags;

/// Handle of a network port; release it with virNetworkPortFree().
pub type virNetworkPortPtr = *mut virNetworkPort;

/// Handle of a virtual network; release it with virNetworkFree().
pub type virNetworkPtr = *mut virNetwork;

/// What virNetworkUpdate() does.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkUpdateCommand {
    /// No command; not valid.
    VIR_NETWORK_UPDATE_COMMAND_NONE = 0,
    /// Change an existing element.
    VIR_NETWORK_UPDATE_COMMAND_MODIFY = 1,
    /// Delete an existing element.
    VIR_NETWORK_UPDATE_COMMAND_DELETE = 2,
    /// Add an element at the end.
    VIR_NETWORK_UPDATE_COMMAND_ADD_LAST = 3,
    /// Add an element at the beginning.
    VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST = 4,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_NETWORK_UPDATE_COMMAND_LAST = 5,
}
/// What virNetworkUpdate() does.
pub type virNetworkUpdateCommand = _virNetworkUpdateCommand;

/// Which state of a network virNetworkUpdate() changes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkUpdateFlags {
    /// Change the current state: live if active, else stored.
    VIR_NETWORK_UPDATE_AFFECT_CURRENT = 0,
    /// Change the active network.
    VIR_NETWORK_UPDATE_AFFECT_LIVE = 1 << 0,
    /// Change the stored configuration.
    VIR_NETWORK_UPDATE_AFFECT_CONFIG = 1 << 1,
}
/// Which state of a network virNetworkUpdate() changes.
pub type virNetworkUpdateFlags = _virNetworkUpdateFlags;

/// Which part of a network virNetworkUpdate() changes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkUpdateSection {
    /// No section; not valid.
    VIR_NETWORK_SECTION_NONE = 0,
    /// The bridge element.
    VIR_NETWORK_SECTION_BRIDGE = 1,
    /// The DNS domain element.
    VIR_NETWORK_SECTION_DOMAIN = 2,
    /// An ip element.
    VIR_NETWORK_SECTION_IP = 3,
    /// A host element of the DHCP server.
    VIR_NETWORK_SECTION_IP_DHCP_HOST = 4,
    /// A range element of the DHCP server.
    VIR_NETWORK_SECTION_IP_DHCP_RANGE = 5,
    /// The forward element.
    VIR_NETWORK_SECTION_FORWARD = 6,
    /// An interface element below forward.
    VIR_NETWORK_SECTION_FORWARD_INTERFACE = 7,
    /// The physical function below forward.
    VIR_NETWORK_SECTION_FORWARD_PF = 8,
    /// A portgroup element.
    VIR_NETWORK_SECTION_PORTGROUP = 9,
    /// A host element of DNS.
    VIR_NETWORK_SECTION_DNS_HOST = 10,
    /// A text record of DNS.
    VIR_NETWORK_SECTION_DNS_TXT = 11,
    /// A service record of DNS.
    VIR_NETWORK_SECTION_DNS_SRV = 12,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_NETWORK_SECTION_LAST = 13,
}
/// Which part of a network virNetworkUpdate() changes.
pub type virNetworkUpdateSection = _virNetworkUpdateSection;

/// Flags for describing a network as XML.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkXMLFlags {
    /// Show the stored configuration.
    VIR_NETWORK_XML_INACTIVE = 1 << 0,
}
/// Flags for describing a network as XML.
pub type virNetworkXMLFlags = _virNetworkXMLFlags;

/// Reports changed metadata of a network: its virNetworkMetadataType and, for elements, the namespace
/// URI.
pub type virConnectNetworkEventMetadataChangeCallback = Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        net: virNetworkPtr,
        r#type: c_int,
        nsuri: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Kinds of metadata a network can hold.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNetworkMetadataType {
    /// Free description text.
    VIR_NETWORK_METADATA_DESCRIPTION = 0,
    /// Short title of one line.
    VIR_NETWORK_METADATA_TITLE = 1,
    /// Custom XML element, found by namespace URI.
    VIR_NETWORK_METADATA_ELEMENT = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_NETWORK_METADATA_LAST = 3,
}
/// Kinds of metadata a network can hold.
pub type virNetworkMetadataType = _virNetworkMetadataType;
