//! libvirt's public types and constants, one file per public header; no code.
//!
//! Names, values and layouts are the original's: this is the only place where they are written down,
//! and the tests in `tests/abi` compare every one with the tables in `facts/`. The header generator reads
//! these files, so every item stays plain; of a struct without `repr(C)` it prints the name only, which is what the
//! opaque handles need.

#![allow(
    non_camel_case_types,
    non_snake_case,
    clippy::upper_case_acronyms,
    clippy::enum_clike_unportable_variant,
    reason = "the names and values are the C API's; some use the highest bit of an unsigned int"
)]

mod admin;
mod common;
mod domain;
mod domain_block;
mod domain_checkpoint;
mod domain_event;
mod domain_guest_info;
mod domain_job;
mod domain_params;
mod domain_snapshot;
mod domain_stats;
mod domain_tune;
mod event;
mod host;
mod interface;
mod network;
mod nodedev;
mod nwfilter;
mod qemu;
mod secret;
mod storage;
mod stream;
mod virterror;

pub use admin::*;
pub use common::*;
pub use domain::*;
pub use domain_block::*;
pub use domain_checkpoint::*;
pub use domain_event::*;
pub use domain_guest_info::*;
pub use domain_job::*;
pub use domain_params::*;
pub use domain_snapshot::*;
pub use domain_stats::*;
pub use domain_tune::*;
pub use event::*;
pub use host::*;
pub use interface::*;
pub use network::*;
pub use nodedev::*;
pub use nwfilter::*;
pub use qemu::*;
pub use secret::*;
pub use storage::*;
pub use stream::*;
pub use virterror::*;
