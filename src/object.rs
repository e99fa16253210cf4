//! Handles that do nothing but name an object: which one, on which connection.
//!
//! Networks and their ports, storage pools and volumes, devices and interfaces of the host, secrets, network filters
//! and their bindings. What a driver knows about an object lives in the driver. The domain handle, which also learns
//! a number, is in `domain.rs`.

#![forbid(unsafe_code)]

use std::sync::{Arc, OnceLock};

use crate::connect::Connect;
use crate::driver::HypervisorDriver;
use crate::handle::Magic;
use crate::ident::{
    InterfaceKey, Name, NetworkKey, NetworkPortKey, NodeDeviceKey, NwFilterBindingKey, NwFilterKey,
    SecretKey, StoragePoolKey, StorageVolKey, Uuid,
};

/// What names an object of a kind that has plain handles.
pub trait Named {
    /// First word of the kind's live handles.
    const MAGIC: u32;
    /// What a handle keeps because programs borrow it: a port its network, a device its parent's name.
    type Kept: Default + Send + Sync;
}

/// Implements [`Named`]. A row: the key, what its handles keep beside it, and the magic word with its letters.
macro_rules! named {
    ($($key:ty, $kept:ty => $magic:literal $letters:literal;)*) => {
        $(impl Named for $key {
            #[doc = $letters]
            const MAGIC: u32 = $magic;
            type Kept = $kept;
        })*
    };
}

named! {
    NetworkKey, () => 0x764e_6574 "vNet";
    NetworkPortKey, OnceLock<Arc<Network>> => 0x764e_5072 "vNPr";
    StoragePoolKey, () => 0x7650_6f6c "vPol";
    StorageVolKey, () => 0x7656_6f6c "vVol";
    NodeDeviceKey, OnceLock<Name> => 0x7644_6576 "vDev";
    SecretKey, () => 0x7653_6563 "vSec";
    InterfaceKey, () => 0x7649_6663 "vIfc";
    NwFilterKey, () => 0x764e_7746 "vNwF";
    NwFilterBindingKey, () => 0x764e_7742 "vNwB";
}

/// What a pointer to a plain handle points to.
#[repr(C)]
pub struct Object<K: Named> {
    magic: Magic,
    conn: Arc<Connect>,
    key: K,
    kept: K::Kept,
}

/// What a `virNetworkPtr` points to.
pub type Network = Object<NetworkKey>;
/// What a `virStoragePoolPtr` points to.
pub type StoragePool = Object<StoragePoolKey>;
/// What a `virNodeDevicePtr` points to.
pub type NodeDevice = Object<NodeDeviceKey>;
/// What a `virSecretPtr` points to.
pub type Secret = Object<SecretKey>;
/// What a `virNetworkPortPtr` points to.
pub type NetworkPort = Object<NetworkPortKey>;
/// What a `virStorageVolPtr` points to.
pub type StorageVol = Object<StorageVolKey>;
/// What a `virInterfacePtr` points to.
pub type Interface = Object<InterfaceKey>;
/// What a `virNWFilterPtr` points to.
pub type NwFilter = Object<NwFilterKey>;
/// What a `virNWFilterBindingPtr` points to.
pub type NwFilterBinding = Object<NwFilterBindingKey>;

impl<K: Named> Object<K> {
    /// A handle for `key` on `conn`.
    pub fn new(conn: Arc<Connect>, key: K) -> Self {
        Self { magic: Magic::new(K::MAGIC), conn, key, kept: K::Kept::default() }
    }

    /// The connection that the handle belongs to.
    pub fn conn(&self) -> &Arc<Connect> {
        &self.conn
    }

    /// The driver behind the handle.
    pub fn driver(&self) -> &dyn HypervisorDriver {
        self.conn.driver()
    }

    /// What names the object.
    pub fn key(&self) -> &K {
        &self.key
    }

    /// What the handle keeps for programs that borrow it.
    pub fn kept(&self) -> &K::Kept {
        &self.kept
    }
}

impl NetworkPort {
    /// A handle for the port `uuid` of `network`, which it keeps alive.
    pub fn of(network: &Arc<Network>, uuid: Uuid) -> Self {
        let port =
            Self::new(Arc::clone(network.conn()), NetworkPortKey { network: network.key().clone(), uuid });
        port.kept.get_or_init(|| Arc::clone(network));
        port
    }

    /// The handle of the port's network.
    pub fn network(&self) -> &Arc<Network> {
        self.kept.get_or_init(|| Arc::new(Network::new(Arc::clone(&self.conn), self.key.network.clone())))
    }
}
