//! The commands of a monitor: each is described once, with its words in both protocols side by side.
//!
//! One file per subject, with the types of its results. A command that a protocol does not have says so with the other
//! one's word.

#![forbid(unsafe_code)]

/// Declares commands.
///
/// A row: documentation, name with arguments and result, then the request in JSON's words and in the text monitor's,
/// both a `Result<Request<_>>`. What takes several commands, or others in other versions of QEMU, is a method written by
/// hand below the table, from rows of it (`Session::call_if_known` tells whether QEMU has a command). A row becomes a method of `Monitor` that waits for the answer, and a function in
/// `words` that makes the request for a protocol.
macro_rules! commands {
    ($(
        $(#[$doc:meta])*
        fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $out:ty {
            json: $json:expr,
            text: $text:expr $(,)?
        }
    )*) => {
        impl $crate::monitor::Monitor {
            $($(#[$doc])*
            pub fn $name(&self $(, $arg: $type)*) -> $crate::error::Result<$out> {
                self.session.call(words::$name(self.protocol() $(, $arg)*))
            })*
        }

        /// The requests behind the methods.
        pub(in crate::monitor) mod words {
            #[allow(unused_imports, reason = "not every file needs all")]
            use super::*;

            $(
            #[allow(unused_variables, reason = "an argument may have no place in one of the protocols")]
            pub(in crate::monitor) fn $name(
                protocol: $crate::monitor::Protocol
                $(, $arg: $type)*
            ) -> $crate::error::Result<$crate::monitor::protocol::Request<$out>> {
                match protocol {
                    $crate::monitor::Protocol::Json => $json,
                    $crate::monitor::Protocol::Text => $text,
                }
            })*
        }
    };
}

mod balloon;
mod block;
mod block_job;
mod chardev;
mod cpu;
mod device;
mod fd;
mod input;
mod media;
mod migration;
mod network;
mod old_device;
mod options;
mod own;
mod password;
mod pci;
mod run_state;
mod snapshot;
mod ways;

pub use block::{BlockDevice, BlockStats, Medium};
pub use block_job::{BlockJob, MirrorSync, Throttle};
pub use chardev::CharDevice;
pub use cpu::{CpuSlot, VcpuFailure, VirtualCpu};
pub use device::{DriveAddress, Property};
pub use fd::{Fd, FdSet};
pub use input::{Key, Screen};
pub use media::{Drive, ReadOnlyMode};
pub use migration::{
    MigrationCapability, MigrationFlags, MigrationProgress, MigrationState, MigrationStatus, MigrationTarget,
};
pub use old_device::{PciDeviceOptions, PciWords, UsbAddress, UsbDevice};
pub use password::{ConnectedViewers, Expiry, PasswordServer};
pub use pci::{PciAddress, PciDevice};
pub use run_state::RunStatus;
