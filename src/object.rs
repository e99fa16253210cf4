//! Handles that do nothing but name an object: which one, on which connection.
//!
//! Networks, storage pools, devices of the host, secrets. What a driver knows about an object lives in the
//! driver. The domain handle, which also learns a number, is in `domain.rs`.

#![forbid(unsafe_code)]

use std::sync::Arc;

use crate::connect::Connect;
use crate::driver::HypervisorDriver;
use crate::handle::Magic;
use crate::ident::{NetworkKey, NodeDeviceKey, SecretKey, StoragePoolKey};

/// What names an object of a kind that has plain handles.
pub trait Named {
    /// First word of the kind's live handles.
    const MAGIC: u32;
}

impl Named for NetworkKey {
    /// "vNet"
    const MAGIC: u32 = 0x764e_6574;
}

impl Named for StoragePoolKey {
    /// "vPol"
    const MAGIC: u32 = 0x7650_6f6c;
}

impl Named for NodeDeviceKey {
    /// "vDev"
    const MAGIC: u32 = 0x7644_6576;
}

impl Named for SecretKey {
    /// "vSec"
    const MAGIC: u32 = 0x7653_6563;
}

/// What a pointer to a plain handle points to.
#[repr(C)]
pub struct Object<K> {
    magic: Magic,
    conn: Arc<Connect>,
    key: K,
}

/// What a `virNetworkPtr` points to.
pub type Network = Object<NetworkKey>;
/// What a `virStoragePoolPtr` points to.
pub type StoragePool = Object<StoragePoolKey>;
/// What a `virNodeDevicePtr` points to.
pub type NodeDevice = Object<NodeDeviceKey>;
/// What a `virSecretPtr` points to.
pub type Secret = Object<SecretKey>;

impl<K: Named> Object<K> {
    /// A handle for `key` on `conn`.
    pub fn new(conn: Arc<Connect>, key: K) -> Self {
        Self { magic: Magic::new(K::MAGIC), conn, key }
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
}
