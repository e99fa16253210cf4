//! What names an object: names, UUIDs, numbers. Plain values that every module may use.

#![forbid(unsafe_code)]

use std::ffi::{CStr, CString};
use std::fmt;
use std::sync::Arc;

pub use uuid::Uuid;

/// A name that C can borrow: UTF-8 without NUL, shared by all handles and events of an object.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Name(Arc<CStr>);

impl Name {
    /// Takes a name over; `None` if it holds a NUL.
    pub fn new(text: &str) -> Option<Self> {
        CString::new(text).ok().map(|text| Self(text.into()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        self.0.to_str().expect("built from a str")
    }

    /// The name as C reads it.
    pub fn as_c_str(&self) -> &CStr {
        &self.0
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Number of a running domain, unique per driver; inactive domains have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DomainId(pub u32);

/// What identifies a domain at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainKey {
    /// Unique name.
    pub name: Name,
    /// Unique for ever.
    pub uuid: Uuid,
    /// Only while the domain is active.
    pub id: Option<DomainId>,
}

/// What identifies a virtual network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkKey {
    /// Unique name.
    pub name: Name,
    /// Unique for ever.
    pub uuid: Uuid,
}

/// What identifies a storage pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoragePoolKey {
    /// Unique name.
    pub name: Name,
    /// Unique for ever.
    pub uuid: Uuid,
}

/// What identifies a device of the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeDeviceKey {
    /// Unique name.
    pub name: Name,
}

/// What identifies a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretKey {
    /// Unique for ever.
    pub uuid: Uuid,
    /// `virSecretUsageType`
    pub usage_type: i32,
    /// What of that type it is used with; empty for none.
    pub usage_id: Name,
}

/// What identifies a port of a virtual network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkPortKey {
    /// The network that it belongs to.
    pub network: NetworkKey,
    /// Unique for ever.
    pub uuid: Uuid,
}

/// What identifies a storage volume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorageVolKey {
    /// Name of its pool.
    pub pool: Name,
    /// Unique in its pool.
    pub name: Name,
    /// Unique on the host.
    pub key: Name,
}

/// What identifies a network interface of the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterfaceKey {
    /// Unique name.
    pub name: Name,
    /// MAC address as text; empty if it has none.
    pub mac: Name,
}

/// What identifies a network filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NwFilterKey {
    /// Unique name.
    pub name: Name,
    /// Unique for ever.
    pub uuid: Uuid,
}

/// What identifies a binding of a network filter to a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NwFilterBindingKey {
    /// Unique name of the port's device.
    pub port_dev: Name,
    /// Name of the filter.
    pub filter: Name,
}

/// What an object of any kind is found by: unique within its kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ObjectId {
    /// Of all that have one.
    Uuid(Uuid),
    /// Of the others.
    Name(Name),
}

/// What names an object of one kind.
pub trait Key {
    /// What the object is found by.
    fn object(&self) -> ObjectId;
}

/// Implements [`Key`] for kinds with a UUID.
macro_rules! found_by_uuid {
    ($($key:ty),*) => {
        $(impl Key for $key {
            fn object(&self) -> ObjectId {
                ObjectId::Uuid(self.uuid)
            }
        })*
    };
}

found_by_uuid!(DomainKey, NetworkKey, NetworkPortKey, StoragePoolKey, SecretKey, NwFilterKey);

/// Implements [`Key`] for kinds that have a name alone.
macro_rules! found_by_name {
    ($($key:ty => $field:ident),*) => {
        $(impl Key for $key {
            fn object(&self) -> ObjectId {
                ObjectId::Name(self.$field.clone())
            }
        })*
    };
}

found_by_name!(NodeDeviceKey => name, StorageVolKey => key, InterfaceKey => name, NwFilterBindingKey => port_dev);
