//! The domain handle: which domain, on which connection.
//!
//! What a driver knows about a domain lives in the driver; a handle only names it.

#![forbid(unsafe_code)]

pub mod impact;

use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, OnceLock};

use crate::connect::Connect;
use crate::driver::HypervisorDriver;
use crate::handle::Magic;
use crate::ident::{DomainId, DomainKey, Name, Uuid};

/// What a `virDomainPtr` points to.
#[repr(C)]
pub struct Domain {
    magic: Magic,
    conn: Arc<Connect>,
    name: Named,
    uuid: Uuid,
    /// The id, -1 while inactive. As in the original it follows the start made through this handle; whether
    /// the end of a run resets it is the driver's choice (the test driver does, the QEMU driver does not).
    id: AtomicI32,
}

impl Domain {
    /// "vDom"
    pub const MAGIC: u32 = 0x7644_6f6d;

    /// A handle for `key` on `conn`.
    pub fn new(conn: Arc<Connect>, key: DomainKey) -> Self {
        let id = AtomicI32::new(-1);
        let dom =
            Self { magic: Magic::new(Self::MAGIC), conn, name: Named::new(key.name), uuid: key.uuid, id };
        dom.set_id(key.id);
        dom
    }

    /// The connection that the handle belongs to.
    pub fn conn(&self) -> &Arc<Connect> {
        &self.conn
    }

    /// The driver behind the handle.
    pub fn driver(&self) -> &dyn HypervisorDriver {
        self.conn.driver()
    }

    /// The domain's name.
    pub fn name(&self) -> &Name {
        &self.name.last().name
    }

    /// Notes another name, where the driver's handles follow a renaming: the remote driver's do, the test driver's do
    /// not. Who has borrowed the name before keeps what it had.
    pub fn set_name(&self, name: Name) {
        self.name.rename(name);
    }

    /// The domain's UUID.
    pub fn uuid(&self) -> &Uuid {
        &self.uuid
    }

    /// The id that the handle last learned.
    pub fn id(&self) -> Option<DomainId> {
        u32::try_from(self.id.load(Ordering::Relaxed)).ok().map(DomainId)
    }

    /// Notes a changed id.
    pub fn set_id(&self, id: Option<DomainId>) {
        let id = id.map_or(-1, |id| i32::try_from(id.0).unwrap_or(i32::MAX));
        self.id.store(id, Ordering::Relaxed);
    }

    /// Name, UUID and id.
    pub fn key(&self) -> DomainKey {
        DomainKey { name: self.name().clone(), uuid: self.uuid, id: self.id() }
    }
}

/// A name, and what the domain was called later. All stay as long as the handle: C has borrowed them.
struct Named {
    name: Name,
    later: OnceLock<Box<Self>>,
}

impl Named {
    fn new(name: Name) -> Self {
        Self { name, later: OnceLock::new() }
    }

    fn rename(&self, name: Name) {
        let mut named = Box::new(Self::new(name));
        while let Err(refused) = self.last().later.set(named) {
            named = refused;
        }
    }

    fn last(&self) -> &Self {
        let mut named = self;
        while let Some(later) = named.later.get() {
            named = later;
        }
        named
    }
}

/// One after the other: a handle may have been renamed any number of times.
impl Drop for Named {
    fn drop(&mut self) {
        let mut later = self.later.take();
        while let Some(mut named) = later {
            later = named.later.take();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_borrowed_name_stays_when_the_handle_has_another() {
        let name = |text| Name::new(text).expect("no NUL");
        let named = Named::new(name("first"));
        let borrowed = &named.last().name;
        for text in ["second", "third"] {
            named.rename(name(text));
            assert_eq!(named.last().name.as_str(), text);
        }
        assert_eq!(borrowed.as_str(), "first");
        // Far more than the stack has room for, if each dropped the next.
        let mut last = named.last();
        for _ in 0..500_000 {
            last.rename(name("x"));
            last = last.last();
        }
    }
}
