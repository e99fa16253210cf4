//! oxvirt: libvirt's shared library in Rust, with the original's C ABI.
//!
//! `ARCHITECTURE.md` shows the way of a command and of an event through the modules. This file holds
//! the list of modules and nothing else; `symver!` and `rpc` come first because their macros have textual scope.

include!(concat!(env!("OUT_DIR"), "/symver.rs"));

#[macro_use]
pub mod rpc;

pub mod abi;
pub mod admin;
pub mod auth;
pub mod capi;
pub mod checkpoint;
pub mod conf;
pub mod connect;
pub mod container;
pub mod cpu;
pub mod domain;
pub mod driver;
pub mod drivers;
pub mod error;
pub mod event;
pub mod handle;
pub mod ident;
pub mod migrate;
pub mod monitor;
pub mod object;
pub mod snapshot;
pub mod stream;
pub mod typed_param;
pub mod util;
