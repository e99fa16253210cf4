//! Pointers that programs hold, and the objects behind them.
//!
//! A handle is one strong count of an `Arc`. It starts with a magic word, so that NULL, pointers of
//! another kind and most stale pointers are noticed before anything else is read.

use std::ffi::c_void;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::sync::Arc;

use crate::checkpoint::Checkpoint;
use crate::connect::Connect;
use crate::domain::Domain;
use crate::error::{ErrorCode, ErrorDomain};
use crate::ident::{
    DomainKey, InterfaceKey, NetworkKey, NetworkPortKey, NodeDeviceKey, NwFilterBindingKey, NwFilterKey,
    SecretKey, StoragePoolKey, StorageVolKey,
};
use crate::object::{Named, Object};
use crate::snapshot::Snapshot;
use crate::stream::Stream;

/// A type that programs hold pointers to.
///
/// # Safety
/// The type is `#[repr(C)]` and its first field is a [`crate::handle::Magic`] made from `MAGIC`.
pub unsafe trait Handle {
    /// The magic word of a live object.
    const MAGIC: u32;
}

// SAFETY: `Connect` is repr(C) and starts with its magic word.
unsafe impl Handle for Connect {
    const MAGIC: u32 = Connect::MAGIC;
}

// SAFETY: `Domain` is repr(C) and starts with its magic word.
unsafe impl Handle for Domain {
    const MAGIC: u32 = Domain::MAGIC;
}

// SAFETY: `Snapshot` is repr(C) and starts with its magic word.
unsafe impl Handle for Snapshot {
    const MAGIC: u32 = Snapshot::MAGIC;
}

// SAFETY: `Checkpoint` is repr(C) and starts with its magic word.
unsafe impl Handle for Checkpoint {
    const MAGIC: u32 = Checkpoint::MAGIC;
}

// SAFETY: `Object` is repr(C) and starts with its magic word.
unsafe impl<K: Named> Handle for Object<K> {
    const MAGIC: u32 = K::MAGIC;
}

/// A handle that names an object on a connection.
pub trait ObjectHandle: Handle + Send + Sync + 'static {
    /// What names the object.
    type Key: Clone;
    /// For errors about bad handles.
    const KIND: Kind;

    /// A handle for `key` on `conn`.
    fn new(conn: Arc<Connect>, key: Self::Key) -> Self;
    /// The connection that the handle belongs to.
    fn conn(&self) -> &Arc<Connect>;
    /// Whether the handle says the same as a new one for `key` would; both are about one object.
    fn is_as_new(&self, key: &Self::Key) -> bool;
    /// What names the object, as the handle knows it.
    fn key(&self) -> Self::Key;
    /// Kind and name, for errors about good handles.
    fn title(&self) -> String;
}

impl ObjectHandle for Domain {
    type Key = DomainKey;
    const KIND: Kind = Kind::Domain;

    fn new(conn: Arc<Connect>, key: DomainKey) -> Self {
        Self::new(conn, key)
    }

    fn conn(&self) -> &Arc<Connect> {
        self.conn()
    }

    fn is_as_new(&self, key: &DomainKey) -> bool {
        self.id() == key.id
    }

    fn key(&self) -> DomainKey {
        DomainKey { name: self.name().clone(), uuid: *self.uuid(), id: self.id() }
    }

    fn title(&self) -> String {
        format!("domain '{}'", self.name())
    }
}

/// Implements [`ObjectHandle`] for plain handles. A row: the key, the kind, what errors call an object, by what.
macro_rules! plain_handles {
    ($($key:ty => $kind:ident, $title:literal, |$named:ident| $name:expr;)*) => {
        $(impl ObjectHandle for Object<$key> {
            type Key = $key;
            const KIND: Kind = Kind::$kind;

            fn new(conn: Arc<Connect>, key: $key) -> Self {
                Self::new(conn, key)
            }

            fn conn(&self) -> &Arc<Connect> {
                self.conn()
            }

            fn is_as_new(&self, _: &$key) -> bool {
                true
            }

            fn key(&self) -> $key {
                self.key().clone()
            }

            fn title(&self) -> String {
                let $named = self.key();
                format!(concat!($title, " '{}'"), $name)
            }
        })*
    };
}

plain_handles! {
    NetworkKey => Network, "network", |key| key.name;
    StoragePoolKey => StoragePool, "storage pool", |key| key.name;
    NodeDeviceKey => NodeDevice, "node device", |key| key.name;
    SecretKey => Secret, "secret", |key| key.uuid;
    NetworkPortKey => NetworkPort, "network port", |key| key.uuid;
    StorageVolKey => StorageVol, "storage volume", |key| key.name;
    InterfaceKey => Interface, "interface", |key| key.name;
    NwFilterKey => NwFilter, "network filter", |key| key.name;
    NwFilterBindingKey => NwFilterBinding, "network filter binding", |key| key.port_dev;
}

// SAFETY: `Stream` is repr(C) and starts with its magic word.
unsafe impl Handle for Stream {
    const MAGIC: u32 = Stream::MAGIC;
}

/// A handle borrowed for the duration of a call: an `Arc` whose count belongs to the caller.
pub struct Borrowed<T>(ManuallyDrop<Arc<T>>);

impl<T> Borrowed<T> {
    /// A second borrow of the same object, for the same call.
    pub fn again(&self) -> Self {
        // SAFETY: neither copy ever drops the count.
        Self(ManuallyDrop::new(unsafe { Arc::from_raw(Arc::as_ptr(&self.0)) }))
    }
}

impl<T> Deref for Borrowed<T> {
    type Target = Arc<T>;

    fn deref(&self) -> &Arc<T> {
        &self.0
    }
}

/// Borrows the object behind `ptr`; `None` if there is no live object of this type.
///
/// # Safety
/// `ptr` is NULL or a handle from [`publish`] that lives for the duration of the call. (A stale or foreign
/// pointer to readable memory is usually noticed, which is a courtesy and no promise.)
pub unsafe fn borrow<T: Handle>(ptr: *mut c_void) -> Option<Borrowed<T>> {
    if ptr.is_null() || !ptr.cast::<T>().is_aligned() {
        return None;
    }
    // SAFETY: not NULL, aligned, and readable by contract; volatile, because the word decides whether the
    // rest may be looked at.
    let magic = unsafe { ptr.cast::<u32>().read_volatile() };
    // SAFETY: a live object of type T, made by `publish`; the count stays with the caller.
    (magic == T::MAGIC).then(|| Borrowed(ManuallyDrop::new(unsafe { Arc::from_raw(ptr.cast::<T>()) })))
}

/// Hands one count of `object` to the program.
pub fn publish<T: Handle, P>(object: Arc<T>) -> *mut P {
    Arc::into_raw(object).cast_mut().cast()
}

/// A new handle for the program, of the object `key` on `conn`.
pub fn publish_object<T: ObjectHandle, P>(conn: &Arc<Connect>, key: T::Key) -> *mut P {
    publish(Arc::new(T::new(Arc::clone(conn), key)))
}

/// Adds a count to a borrowed handle: `virXRef`.
pub fn retain<T: Handle>(object: &Borrowed<T>) {
    std::mem::forget(Arc::clone(object));
}

/// Takes back the count that the program holds: `virXFree`. Returns whether others remain.
///
/// # Safety
/// `object` was borrowed from a pointer whose count the program gives up with this call.
pub unsafe fn release<T: Handle>(object: Borrowed<T>) -> bool {
    // SAFETY: contract of this function.
    unsafe { take(object) }.is_none()
}

/// As [`release`], and gives the object out if no others remain.
///
/// # Safety
/// As [`release`].
pub unsafe fn take<T: Handle>(object: Borrowed<T>) -> Option<T> {
    Arc::into_inner(ManuallyDrop::into_inner(object.0))
}

/// The kinds of handles, for the error about a bad one.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `virDomainPtr`
    Domain,
    /// `virDomainCheckpointPtr`
    DomainCheckpoint,
    /// `virDomainSnapshotPtr`
    DomainSnapshot,
    /// `virInterfacePtr`
    Interface,
    /// `virNetworkPtr`
    Network,
    /// `virNetworkPortPtr`
    NetworkPort,
    /// `virNodeDevicePtr`
    NodeDevice,
    /// `virNWFilterPtr`
    NwFilter,
    /// `virNWFilterBindingPtr`
    NwFilterBinding,
    /// `virSecretPtr`
    Secret,
    /// `virStoragePoolPtr`
    StoragePool,
    /// `virStorageVolPtr`
    StorageVol,
    /// `virStreamPtr`
    Stream,
}

impl Kind {
    /// Where other errors about arguments come from.
    pub fn family(self) -> ErrorDomain {
        match self {
            Self::Domain => ErrorDomain::VIR_FROM_DOMAIN,
            other => other.invalid().1,
        }
    }

    /// Code and domain of the error about a bad handle of this kind, as observed on the original.
    pub fn invalid(self) -> (ErrorCode, ErrorDomain) {
        use ErrorCode::*;
        use ErrorDomain::*;
        match self {
            Self::Domain => (VIR_ERR_INVALID_DOMAIN, VIR_FROM_DOM),
            Self::DomainCheckpoint => (VIR_ERR_INVALID_DOMAIN_CHECKPOINT, VIR_FROM_DOMAIN_CHECKPOINT),
            Self::DomainSnapshot => (VIR_ERR_INVALID_DOMAIN_SNAPSHOT, VIR_FROM_DOMAIN_SNAPSHOT),
            Self::Interface => (VIR_ERR_INVALID_INTERFACE, VIR_FROM_INTERFACE),
            Self::Network => (VIR_ERR_INVALID_NETWORK, VIR_FROM_NETWORK),
            Self::NetworkPort => (VIR_ERR_INVALID_NETWORK_PORT, VIR_FROM_NETWORK),
            Self::NodeDevice => (VIR_ERR_INVALID_NODE_DEVICE, VIR_FROM_NODEDEV),
            Self::NwFilter => (VIR_ERR_INVALID_NWFILTER, VIR_FROM_NWFILTER),
            Self::NwFilterBinding => (VIR_ERR_INVALID_NWFILTER_BINDING, VIR_FROM_NWFILTER),
            Self::Secret => (VIR_ERR_INVALID_SECRET, VIR_FROM_SECRET),
            Self::StoragePool => (VIR_ERR_INVALID_STORAGE_POOL, VIR_FROM_STORAGE),
            Self::StorageVol => (VIR_ERR_INVALID_STORAGE_VOL, VIR_FROM_STORAGE),
            Self::Stream => (VIR_ERR_INVALID_STREAM, VIR_FROM_STREAMS),
        }
    }
}
