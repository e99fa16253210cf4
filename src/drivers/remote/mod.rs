//! The remote driver: every call goes to a daemon by libvirt's own protocol (`rpc`), and its answer comes back.
//!
//! `open.rs` finds the daemon and introduces us; `convert.rs` has the forms of names and handles on the wire. The other
//! files have the methods of one trait of `driver` each, most of them rows of a table.

#![forbid(unsafe_code)]

mod auth;
mod block;
mod checkpoint;
mod closing;
mod command;
mod convert;
mod device;
mod domain;
mod events;
mod guest;
mod host;
mod interface;
mod job;
mod messages;
mod migration;
mod names;
mod network;
mod node_device;
mod nwfilter;
mod open;
mod parameters;
mod qemu;
#[cfg(feature = "sasl")]
mod sasl;
mod save;
mod secret;
mod snapshot;
mod socket;
mod stats;
mod storage;
mod stream;
mod tcp;
#[cfg(feature = "tls")]
mod tls;
mod tuning;

use std::ffi::CString;
use std::sync::{Arc, OnceLock};

use self::events::Inbox;
pub use self::open::open;
use crate::driver::{Driver, HostDriver};
use crate::error::ErrorDomain;
use crate::event::closing::Closing;
use crate::event::{Class, Events};
use crate::rpc::client::Client;

/// Where errors of this driver come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_REMOTE;

/// One connection to a daemon.
pub struct Remote {
    client: Arc<Client>,
    server: Server,
    way: Way,
    inbox: Arc<Inbox>,
    closing: Arc<Closing>,
    /// The name of the daemon's driver, once it was asked for.
    kind: OnceLock<CString>,
}

/// What the daemon can do.
struct Server {
    /// Say that it is there.
    keepalive: bool,
    /// Number registrations for events of domains, and know of which object.
    event_callbacks: bool,
    /// Tell when it loses its hypervisor.
    close_callbacks: bool,
}

/// How the daemon is reached.
struct Way {
    encrypted: bool,
    /// Nobody can listen in.
    secure: bool,
}

impl Remote {
    /// For the rows of tables.
    fn wire(&self) -> &Client {
        &self.client
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        if self.client.is_open() {
            // Nobody is there who could be told.
            let _ = self.connect_close();
        }
    }
}

impl Driver for Remote {
    fn events(&self, _class: Class) -> Option<&Arc<Events>> {
        Some(self.inbox.events())
    }
}
