//! The remote driver: every call goes to a daemon by libvirt's own protocol (`rpc`), and its answer comes back.
//!
//! `open.rs` finds the daemon and introduces us; `convert.rs` has the forms of names and handles on the wire. The other
//! files have the methods of one trait of `driver` each, most of them rows of a table.

#![forbid(unsafe_code)]

#[macro_use]
mod rows;
mod convert;
mod host;
mod interface;
mod names;
mod network;
mod node_device;
mod nwfilter;
mod open;
mod secret;
mod storage;
mod stream;

use std::sync::Arc;

pub use self::open::open;
use crate::driver::{
    BlockDriver, CheckpointDriver, DeviceDriver, DomainDriver, Driver, GuestDriver, JobDriver, LxcDriver,
    MigrationDriver, QemuDriver, SaveDriver, SnapshotDriver, StatsDriver, TuningDriver,
};
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
impl DomainDriver for Remote {}
impl TuningDriver for Remote {}
impl SaveDriver for Remote {}
impl GuestDriver for Remote {}
impl StatsDriver for Remote {}
impl SnapshotDriver for Remote {}
impl CheckpointDriver for Remote {}
impl DeviceDriver for Remote {}
impl BlockDriver for Remote {}
impl JobDriver for Remote {}
impl MigrationDriver for Remote {}
impl QemuDriver for Remote {}
impl LxcDriver for Remote {}
