//! `<interface>`

#![forbid(unsafe_code)]

use super::device::DeviceInfo;

/// `<interface>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    pub mac: MacAddress,
    pub source: InterfaceSource,
    /// `<target dev=…>`: name of the host's end.
    pub target: Option<String>,
    /// Such as "virtio" or "e1000".
    pub model: Option<String>,
    pub info: DeviceInfo,
}

/// What the interface is connected to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InterfaceSource {
    /// The emulator's own network stack.
    User,
    /// A virtual network by name.
    Network { network: String },
}

/// An Ethernet address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MacAddress(pub [u8; 6]);
