//! What happened to anything but a domain, and what QEMU's monitor said: one variant per event id of the public
//! API. Plain data, as in `domain.rs`.

#![forbid(unsafe_code)]

use super::class::{Event, Payload};
use crate::abi::{
    _virNetworkEventID as Net, _virNodeDeviceEventID as Dev, _virSecretEventID as Sec,
    _virStoragePoolEventID as Pool,
};
use crate::ident::{DomainKey, NetworkKey, NodeDeviceKey, SecretKey, StoragePoolKey};

/// An event of QEMU's monitor as QEMU said it. Programs register for names, not for ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonitorEvent {
    /// QEMU's name for it, such as "RESET".
    pub name: String,
    /// When, by the day's clock; 0 if unsaid.
    pub seconds: i64,
    /// Microseconds of the second.
    pub micros: u32,
    /// The particulars, as JSON.
    pub details: Option<String>,
}

/// What happened to a virtual network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NetworkEvent {
    /// The network's life: `virNetworkEventLifecycleType`, and a detail that is always 0 so far.
    Lifecycle { event: i32, detail: i32 },
    /// Metadata was set; `virNetworkMetadataType`, and the namespace of an element.
    MetadataChange { kind: i32, uri: Option<String> },
}

/// What happened to a storage pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoragePoolEvent {
    /// The pool's life: `virStoragePoolEventLifecycleType`, and a detail that is always 0 so far.
    Lifecycle { event: i32, detail: i32 },
    /// The list of volumes was read anew.
    Refresh,
}

/// What happened to a device of the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeDeviceEvent {
    /// The device's life: `virNodeDeviceEventLifecycleType`, and a detail that is always 0 so far.
    Lifecycle { event: i32, detail: i32 },
    /// What is known of the device changed.
    Update,
}

/// What happened to a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretEvent {
    /// The secret's life: `virSecretEventLifecycleType`, and a detail that is always 0 so far.
    Lifecycle { event: i32, detail: i32 },
    /// The secret has another value.
    ValueChanged,
}

impl Payload for MonitorEvent {
    type Key = DomainKey;

    fn of(self, key: DomainKey) -> Event {
        Event::Monitor(key, self)
    }

    fn id(&self) -> u8 {
        0
    }

    fn each_text(&self, take: &mut dyn FnMut(Option<&str>)) {
        take(Some(&self.name));
        take(self.details.as_deref());
    }
}

impl Payload for NetworkEvent {
    type Key = NetworkKey;

    fn of(self, key: NetworkKey) -> Event {
        Event::Network(key, self)
    }

    fn id(&self) -> u8 {
        let id = match self {
            Self::Lifecycle { .. } => Net::VIR_NETWORK_EVENT_ID_LIFECYCLE,
            Self::MetadataChange { .. } => Net::VIR_NETWORK_EVENT_ID_METADATA_CHANGE,
        };
        id as u8
    }

    fn each_text(&self, take: &mut dyn FnMut(Option<&str>)) {
        match self {
            Self::Lifecycle { .. } => {}
            Self::MetadataChange { uri, .. } => take(uri.as_deref()),
        }
    }
}

impl Payload for StoragePoolEvent {
    type Key = StoragePoolKey;

    fn of(self, key: StoragePoolKey) -> Event {
        Event::StoragePool(key, self)
    }

    fn id(&self) -> u8 {
        let id = match self {
            Self::Lifecycle { .. } => Pool::VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE,
            Self::Refresh => Pool::VIR_STORAGE_POOL_EVENT_ID_REFRESH,
        };
        id as u8
    }
}

impl Payload for NodeDeviceEvent {
    type Key = NodeDeviceKey;

    fn of(self, key: NodeDeviceKey) -> Event {
        Event::NodeDevice(key, self)
    }

    fn id(&self) -> u8 {
        let id = match self {
            Self::Lifecycle { .. } => Dev::VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE,
            Self::Update => Dev::VIR_NODE_DEVICE_EVENT_ID_UPDATE,
        };
        id as u8
    }
}

impl Payload for SecretEvent {
    type Key = SecretKey;

    fn of(self, key: SecretKey) -> Event {
        Event::Secret(key, self)
    }

    fn id(&self) -> u8 {
        let id = match self {
            Self::Lifecycle { .. } => Sec::VIR_SECRET_EVENT_ID_LIFECYCLE,
            Self::ValueChanged => Sec::VIR_SECRET_EVENT_ID_VALUE_CHANGED,
        };
        id as u8
    }
}
