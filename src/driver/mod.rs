//! What a driver is: traits whose default bodies answer like the original's empty driver slots.
//!
//! One trait per family of functions. A method has the public function's name without `vir`, in snake case. A driver
//! implements what it has. Arguments and results are plain Rust: keys, texts, numbers, the structures of these files.

#![forbid(unsafe_code)]

use std::sync::Arc;

use crate::error::{Error, ErrorDomain, Result};
use crate::event::{Class, Events};

/// Declares driver methods whose default body is the original's answer for an empty slot.
///
/// First the error domain of the API family. A row: documentation, method with its arguments and result, `=>`, the public function's name.
macro_rules! driver_methods {
    ($from:ident; $($(#[$doc:meta])* fn $method:ident(&self $(, $arg:ident: $type:ty)*) -> $out:ty => $public:literal;)*) => {
        $($(#[$doc])*
        #[allow(unused_variables, reason = "the default body only names the function")]
        fn $method(&self $(, $arg: $type)*) -> Result<$out> {
            Err(self.unsupported(crate::error::ErrorDomain::$from, $public))
        })*
    };
}

/// Declares driver methods that follow from another one. A daemon has procedures for some of them, so its driver has them
/// as well.
///
/// A row: documentation, method with its arguments and result, `=`, what it does.
macro_rules! derived_methods {
    ($($(#[$doc:meta])* fn $method:ident(&$this:ident $(, $arg:ident: $type:ty)*) -> $out:ty = $value:expr;)*) => {
        $($(#[$doc])* fn $method(&$this $(, $arg: $type)*) -> Result<$out> { $value })*
    };
}

mod block;
mod checkpoint;
mod device;
mod domain;
mod guest;
mod host;
mod interface;
mod job;
mod lxc;
mod migrate;
mod network;
mod node_device;
mod nwfilter;
mod qemu;
mod save;
mod secret;
mod snapshot;
mod stats;
mod storage;
mod stream;
mod tuning;

pub use block::{BlockDriver, BlockJobInfo};
pub use checkpoint::CheckpointDriver;
pub use device::DeviceDriver;
pub use domain::{DomainDriver, DomainInfo, DomainListing, DomainState, Machine};
pub use guest::{ControlInfo, FileSystem, GuestDriver, GuestInterface, GuestTime, Keys, SecurityLabel};
pub use host::{
    CloseListener, CpuMap, CpuMapParts, FreePages, HostDriver, NodeInfo, NodeStat, PagePool, SecurityModel,
};
pub use interface::InterfaceDriver;
pub use job::{JobDriver, JobInfo, JobStats, Progress};
pub use lxc::LxcDriver;
pub use migrate::{
    Cookie, Migration, MigrationBegun, MigrationDriver, MigrationEnds, MigrationFinished, MigrationPrepared,
    feature,
};
pub use network::{DhcpLease, NetworkDriver, NetworkUpdate};
pub use node_device::NodeDeviceDriver;
pub use nwfilter::NwFilterDriver;
pub use qemu::QemuDriver;
pub use save::SaveDriver;
pub use secret::SecretDriver;
pub use snapshot::SnapshotDriver;
pub use stats::{
    BlockInfo, BlockStats, CpuStats, CpuStatsOf, DiskError, DiskErrors, DomainStats, InterfaceStats,
    MemoryStat, StatsDriver, Traffic,
};
pub use storage::{StorageDriver, StoragePoolInfo, StorageVolInfo, VolumeRange};
pub use stream::{Received, StreamDriver};
pub use tuning::{IoThreadInfo, MapRoom, TuningDriver, VcpuInfo};

/// What a driver gives back for a URI that it is responsible for.
pub struct Opened {
    /// The driver that serves the connection; connections to the same place share it.
    pub driver: Arc<dyn HypervisorDriver>,
    /// The canonical URI, as `virConnectGetURI` reports it.
    pub uri: String,
}

/// What every driver answers.
pub trait Driver: Send + Sync {
    /// The error for a function that this driver does not have; `domain` is that of the API family.
    fn unsupported(&self, domain: ErrorDomain, function: &'static str) -> Error {
        Error::no_support(domain, function)
    }

    /// Where the events of `class` come from; `None` if this driver has none. Classes with one source have one
    /// order and one count of registrations.
    fn events(&self, _class: Class) -> Option<&Arc<Events>> {
        None
    }
}

/// Declares what a driver is made of.
macro_rules! hypervisor_driver {
    ($($part:ident)*) => {
        /// What is behind a connection: the host, its domains, and the other objects.
        pub trait HypervisorDriver: $($part +)* {}

        impl<T> HypervisorDriver for T where T: $($part +)* {}
    };
}

hypervisor_driver! {
    HostDriver DomainDriver TuningDriver SaveDriver
    GuestDriver StatsDriver SnapshotDriver CheckpointDriver
    DeviceDriver BlockDriver JobDriver MigrationDriver
    NetworkDriver StorageDriver SecretDriver NodeDeviceDriver
    InterfaceDriver NwFilterDriver QemuDriver LxcDriver
}

/// Fails with the original's text if `flags` has a bit outside `allowed`. `function` is the name that the
/// text gives: drivers check most flags, so it is the original's driver function, such as `testDomainReboot`.
pub fn check_flags(flags: u32, allowed: u32, domain: ErrorDomain, function: &str) -> Result<()> {
    match flags & !allowed {
        0 => Ok(()),
        unknown => Err(Error::unsupported_flags(domain, unknown, function)),
    }
}
