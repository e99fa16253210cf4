//! The forms of names and handles on the wire.

#![forbid(unsafe_code)]

use crate::domain::Domain;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::{
    DomainId, DomainKey, InterfaceKey, Name, NetworkKey, NetworkPortKey, NodeDeviceKey, NwFilterBindingKey,
    NwFilterKey, SecretKey, StoragePoolKey, StorageVolKey, Uuid,
};
use crate::rpc::protocol::remote;

impl From<&Domain> for remote::NonnullDomain {
    fn from(dom: &Domain) -> Self {
        Self {
            name: dom.name().as_str().to_owned(),
            uuid: *dom.uuid().as_bytes(),
            id: dom.id().map_or(-1, |id| id.0 as i32),
        }
    }
}

impl TryFrom<remote::NonnullDomain> for DomainKey {
    type Error = Error;

    fn try_from(dom: remote::NonnullDomain) -> Result<Self> {
        let id = u32::try_from(dom.id).ok().map(DomainId);
        Ok(Self { name: name(dom.name)?, uuid: Uuid::from_bytes(dom.uuid), id })
    }
}

/// What a key is made of, and its form on the wire.
trait Part<W>: Sized {
    fn to_wire(&self) -> W;
    fn from_wire(wire: W) -> Result<Self>;
}

impl Part<String> for Name {
    fn to_wire(&self) -> String {
        self.as_str().to_owned()
    }

    fn from_wire(wire: String) -> Result<Self> {
        name(wire)
    }
}

impl Part<[u8; 16]> for Uuid {
    fn to_wire(&self) -> [u8; 16] {
        self.into_bytes()
    }

    fn from_wire(wire: [u8; 16]) -> Result<Self> {
        Ok(Self::from_bytes(wire))
    }
}

impl Part<i32> for i32 {
    fn to_wire(&self) -> i32 {
        *self
    }

    fn from_wire(wire: i32) -> Result<Self> {
        Ok(wire)
    }
}

/// The conversions of keys whose parts are sent as they are. A row: the key, its form on the wire, and what each part
/// is called there.
macro_rules! keys {
    ($($key:ident = $wire:ident { $($field:ident: $sent:ident),* };)*) => { $(
        impl Part<remote::$wire> for $key {
            fn to_wire(&self) -> remote::$wire {
                remote::$wire { $($sent: self.$field.to_wire()),* }
            }

            fn from_wire(wire: remote::$wire) -> Result<Self> {
                Ok(Self { $($field: Part::from_wire(wire.$sent)?),* })
            }
        }

        impl From<&$key> for remote::$wire {
            fn from(key: &$key) -> Self {
                key.to_wire()
            }
        }

        impl TryFrom<remote::$wire> for $key {
            type Error = Error;

            fn try_from(wire: remote::$wire) -> Result<Self> {
                Self::from_wire(wire)
            }
        }
    )* };
}

keys! {
    NetworkKey = NonnullNetwork { name: name, uuid: uuid };
    NetworkPortKey = NonnullNetworkPort { network: net, uuid: uuid };
    StoragePoolKey = NonnullStoragePool { name: name, uuid: uuid };
    StorageVolKey = NonnullStorageVol { pool: pool, name: name, key: key };
    SecretKey = NonnullSecret { uuid: uuid, usage_type: usage_type, usage_id: usage_id };
    NodeDeviceKey = NonnullNodeDevice { name: name };
    InterfaceKey = NonnullInterface { name: name, mac: mac };
    NwFilterKey = NonnullNwfilter { name: name, uuid: uuid };
    NwFilterBindingKey = NonnullNwfilterBinding { port_dev: portdev, filter: filtername };
}

/// A key as it is sent.
pub(super) fn sent<'a, K, W: From<&'a K>>(key: &'a K) -> W {
    W::from(key)
}

/// A key that a daemon gave.
pub(super) fn received<W, K: TryFrom<W, Error = Error>>(wire: W) -> Result<K> {
    K::try_from(wire)
}

/// The keys that a daemon gave.
pub(super) fn list<W, K: TryFrom<W, Error = Error>>(wire: Vec<W>) -> Result<Vec<K>> {
    wire.into_iter().map(received).collect()
}

/// A number of things that a daemon gave.
pub(super) fn count(number: i32) -> Result<usize> {
    usize::try_from(number).map_err(|_| {
        Error::new(
            ErrorCode::VIR_ERR_RPC,
            ErrorDomain::VIR_FROM_REMOTE,
            format!("the daemon counted {number}"),
        )
    })
}

/// A text that may be left out, as it is sent.
pub(super) fn text(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

/// A name that a daemon gave.
pub(super) fn name(text: String) -> Result<Name> {
    Name::new(&text).ok_or_else(|| {
        let text = format!("the daemon gave the name '{}'", text.escape_debug());
        Error::new(ErrorCode::VIR_ERR_RPC, ErrorDomain::VIR_FROM_REMOTE, text)
    })
}
