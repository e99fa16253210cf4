//! Host network interfaces (`libvirt-interface.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

/// {{virConnectListAllInterfacesFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virConnectListAllInterfacesFlags {
    /// {{VIR_CONNECT_LIST_INTERFACES_INACTIVE}}
    VIR_CONNECT_LIST_INTERFACES_INACTIVE = 1 << 0,
    /// {{VIR_CONNECT_LIST_INTERFACES_ACTIVE}}
    VIR_CONNECT_LIST_INTERFACES_ACTIVE = 1 << 1,
}
/// {{virConnectListAllInterfacesFlags}}
pub type virConnectListAllInterfacesFlags = _virConnectListAllInterfacesFlags;

/// {{virInterface}}
pub struct _virInterface {
    _private: [u8; 0],
}
/// {{virInterface}}
pub type virInterface = _virInterface;

/// {{virInterfaceDefineFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virInterfaceDefineFlags {
    /// {{VIR_INTERFACE_DEFINE_VALIDATE}}
    VIR_INTERFACE_DEFINE_VALIDATE = 1 << 0,
}
/// {{virInterfaceDefineFlags}}
pub type virInterfaceDefineFlags = _virInterfaceDefineFlags;

/// {{virInterfacePtr}}
pub type virInterfacePtr = *mut virInterface;

/// {{virInterfaceXMLFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virInterfaceXMLFlags {
    /// {{VIR_INTERFACE_XML_INACTIVE}}
    VIR_INTERFACE_XML_INACTIVE = 1 << 0,
}
/// {{virInterfaceXMLFlags}}
pub type virInterfaceXMLFlags = _virInterfaceXMLFlags;
