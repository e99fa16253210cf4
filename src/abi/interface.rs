//! Host network interfaces (`libvirt-interface.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

/// Filters for listing host interfaces.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllInterfacesFlags {
    /// Include inactive interfaces.
    VIR_CONNECT_LIST_INTERFACES_INACTIVE = 1 << 0,
    /// Include active interfaces.
    VIR_CONNECT_LIST_INTERFACES_ACTIVE = 1 << 1,
}
/// Filters for listing host interfaces.
pub type virConnectListAllInterfacesFlags = _virConnectListAllInterfacesFlags;

/// Opaque network interface of the host.
pub struct _virInterface {
    _private: [u8; 0],
}
/// Opaque network interface of the host.
pub type virInterface = _virInterface;

/// Flags for storing a host interface configuration.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virInterfaceDefineFlags {
    /// Check the XML against the schema.
    VIR_INTERFACE_DEFINE_VALIDATE = 1 << 0,
}
/// Flags for storing a host interface configuration.
pub type virInterfaceDefineFlags = _virInterfaceDefineFlags;

/// Handle of a host interface; release it with virInterfaceFree().
pub type virInterfacePtr = *mut virInterface;

/// Flags for describing a host interface as XML.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virInterfaceXMLFlags {
    /// Show the stored configuration.
    VIR_INTERFACE_XML_INACTIVE = 1 << 0,
}
/// Flags for describing a host interface as XML.
pub type virInterfaceXMLFlags = _virInterfaceXMLFlags;
