//! The remote driver: every call goes to a daemon by libvirt's own protocol (`rpc`), and its answer comes back.
//!
//! `open.rs` finds the daemon and introduces us; `convert.rs` has the forms of names and handles on the wire. The other
//! files have the methods of one trait of `driver` each, most of them rows of a table.

#![forbid(unsafe_code)]

#[macro_use]
mod rows;
mod block;
mod checkpoint;
mod convert;
mod device;
mod domain;
mod forms;
mod guest;
mod host;
mod interface;
mod job;
mod migration;
mod names;
mod network;
mod node_device;
mod nwfilter;
mod open;
mod save;
mod secret;
mod snapshot;
mod stats;
mod storage;
mod stream;
mod tuning;

use std::sync::Arc;

pub use self::open::open;
use crate::driver::{Driver, LxcDriver, QemuDriver};
use crate::error::{Error, Result};
use crate::rpc::client::{Client, CloseReason, Sink};
use crate::rpc::message::Packet;
use crate::rpc::protocol::Call;
use crate::rpc::xdr::Xdr;

/// One connection to a daemon.
pub struct Remote {
    client: Arc<Client>,
}

impl Remote {
    /// Calls a procedure and waits for its reply.
    fn call<A, R>(&self, procedure: Call<A, R>, args: &A) -> Result<R>
    where
        A: Xdr<Value = A>,
        R: Xdr<Value = R>,
    {
        self.client.call(procedure, args)
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        // A daemon that is gone needs no goodbye.
        let _ = self.call(crate::rpc::protocol::remote::procedure::CONNECT_CLOSE, &());
        self.client.close();
    }
}

/// Takes what the daemon tells by itself.
struct Inbox;

impl Sink for Inbox {
    fn event(&self, packet: Packet) {
        log::debug!("a message of procedure {} is passed over", packet.header.proc);
    }

    fn closed(&self, _reason: CloseReason, error: &Error) {
        log::debug!("the connection to the daemon has ended: {error}");
    }
}

impl Driver for Remote {}
impl QemuDriver for Remote {}
impl LxcDriver for Remote {}
