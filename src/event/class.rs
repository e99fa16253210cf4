//! The classes of events: for each kind of object what names it, and what can happen to it.
//!
//! All classes share one machinery: the events of one driver have one queue, whatever they are about, and one
//! count of registrations, as in the original.

#![forbid(unsafe_code)]

use std::ffi::{CString, c_int};

use super::domain::DomainEvent;
use super::payload::{MonitorEvent, NetworkEvent, NodeDeviceEvent, SecretEvent, StoragePoolEvent};
use crate::abi::{
    _virDomainEventID as DomainId, _virNetworkEventID as NetworkId, _virNodeDeviceEventID as NodeDeviceId,
    _virSecretEventID as SecretId, _virStoragePoolEventID as StoragePoolId,
};
use crate::ident::{DomainKey, Key, NetworkKey, NodeDeviceKey, ObjectId, SecretKey, StoragePoolKey};

/// What can happen to one kind of object: one variant per event id of its class.
pub trait Payload {
    /// What names the object.
    type Key: Clone;

    /// The event id that programs register for to hear of this.
    fn id(&self) -> u8;

    /// Hands out the texts in the order of the callback's arguments; absent ones are `None`.
    fn each_text(&self, _take: &mut dyn FnMut(Option<&str>)) {}

    /// What happened, and to which object.
    fn of(self, key: Self::Key) -> Event;
}

/// A C string with the text up to its first NUL.
fn c_text(text: &str) -> CString {
    let end = text.find('\0').unwrap_or(text.len());
    CString::new(&text[..end]).expect("cut before the first NUL")
}

/// Declares the classes. A row: documentation, name, what names the object, what can happen, the last id.
macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident($key:ty, $payload:ty), ..=$last:expr;)*) => {
        /// A class of events: those that one function registers for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Class {
            $($(#[$doc])* $class,)*
        }

        impl Class {
            /// How many classes there are.
            pub const COUNT: usize = [$(Self::$class),*].len();

            /// How many event ids the class has.
            pub fn ids(self) -> c_int {
                match self { $(Self::$class => $last as c_int + 1,)* }
            }
        }

        /// Something that happened, as it waits for its delivery.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Event {
            $($(#[$doc])* $class($key, $payload),)*
        }

        impl Event {
            /// What programs register for to hear of this.
            pub fn topic(&self) -> Topic {
                match self { $(Self::$class(_, payload) => Topic { class: Class::$class, id: payload.id() },)* }
            }

            /// What it happened to.
            pub fn object(&self) -> ObjectId {
                match self { $(Self::$class(key, _) => key.object(),)* }
            }

            /// As [`Payload::each_text`].
            fn each_text(&self, take: &mut dyn FnMut(Option<&str>)) {
                match self { $(Self::$class(_, payload) => payload.each_text(take),)* }
            }

            /// The texts as C reads them. Empty, and free of cost, for what has no text.
            pub fn texts(&self) -> Vec<Option<CString>> {
                let mut texts = Vec::new();
                self.each_text(&mut |text| texts.push(text.map(c_text)));
                texts
            }

            /// About how much memory it takes.
            pub fn bytes(&self) -> usize {
                let mut bytes = size_of::<Self>();
                self.each_text(&mut |text| bytes += text.map_or(0, str::len));
                bytes
            }
        }
    };
}

classes! {
    /// `virConnectDomainEventRegisterAny`
    Domain(DomainKey, DomainEvent), ..=DomainId::VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE;
    /// `virConnectDomainQemuMonitorEventRegister`
    Monitor(DomainKey, MonitorEvent), ..=0;
    /// `virConnectNetworkEventRegisterAny`
    Network(NetworkKey, NetworkEvent), ..=NetworkId::VIR_NETWORK_EVENT_ID_METADATA_CHANGE;
    /// `virConnectStoragePoolEventRegisterAny`
    StoragePool(StoragePoolKey, StoragePoolEvent), ..=StoragePoolId::VIR_STORAGE_POOL_EVENT_ID_REFRESH;
    /// `virConnectNodeDeviceEventRegisterAny`
    NodeDevice(NodeDeviceKey, NodeDeviceEvent), ..=NodeDeviceId::VIR_NODE_DEVICE_EVENT_ID_UPDATE;
    /// `virConnectSecretEventRegisterAny`
    Secret(SecretKey, SecretEvent), ..=SecretId::VIR_SECRET_EVENT_ID_VALUE_CHANGED;
}

/// Declares what events can be about, as those who ask for them name it. A row: the kind, and its key.
macro_rules! about {
    ($($kind:ident($key:ty);)*) => {
        /// An object that somebody wants to hear of.
        #[derive(Clone, Debug, PartialEq)]
        pub enum About {
            $(#[doc = concat!("A `", stringify!($key), "`.")] $kind($key),)*
        }

        impl About {
            /// What it is found by.
            pub fn object(&self) -> ObjectId {
                match self { $(Self::$kind(key) => key.object(),)* }
            }
        }

        $(impl From<$key> for About {
            fn from(key: $key) -> Self {
                Self::$kind(key)
            }
        })*
    };
}

about! {
    Domain(DomainKey);
    Network(NetworkKey);
    StoragePool(StoragePoolKey);
    NodeDevice(NodeDeviceKey);
    Secret(SecretKey);
}

/// An event id of a class, checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Topic {
    class: Class,
    id: u8,
}

impl Topic {
    /// The only one of the old registering function.
    pub const DOMAIN_LIFECYCLE: Self =
        Self { class: Class::Domain, id: DomainId::VIR_DOMAIN_EVENT_ID_LIFECYCLE as u8 };
    /// The only one of its class.
    pub const MONITOR: Self = Self { class: Class::Monitor, id: 0 };

    /// The topic behind a number from outside; `None` if the class has no such event.
    pub fn new(class: Class, id: c_int) -> Option<Self> {
        u8::try_from(id).ok().filter(|_| id < class.ids()).map(|id| Self { class, id })
    }

    /// The class.
    pub fn class(self) -> Class {
        self.class
    }

    /// The public number of the event within its class.
    pub fn id(self) -> c_int {
        self.id.into()
    }

    /// The class, as an index below [`Class::COUNT`], and the id.
    pub fn index(self) -> (usize, usize) {
        (self.class as usize, usize::from(self.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_are_the_public_numbers_and_nothing_else() {
        assert_eq!(Topic::new(Class::Domain, 0), Some(Topic::DOMAIN_LIFECYCLE));
        assert_eq!(Topic::new(Class::Domain, 29).map(Topic::index), Some((0, 29)));
        assert_eq!(Topic::new(Class::Network, 1).map(Topic::index), Some((Class::Network as usize, 1)));
        for (class, ids) in
            [(Class::Domain, 30), (Class::Monitor, 1), (Class::Network, 2), (Class::Secret, 2)]
        {
            for bad in [-1, ids, 256, c_int::MAX, c_int::MIN] {
                assert_eq!(Topic::new(class, bad), None, "{class:?} {bad}");
            }
        }
    }
}
