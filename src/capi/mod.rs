//! The C boundary: every exported function, one file per public header.
//!
//! # Safety of every function here
//!
//! The contract is the C API's and the same everywhere, so it is stated once: a handle argument is NULL
//! or was returned by this library and has not been freed; a string is NULL or ends with NUL; an array has
//! the length that its count says; an out-parameter can be written. Strings and arrays that a function
//! hands out come from `malloc` and belong to the caller.

#![allow(non_snake_case, reason = "the names of functions and parameters are the C API's")]
#![allow(clippy::missing_safety_doc, reason = "the contract is stated once, above")]
#![allow(
    unused_variables,
    reason = "a function that no driver implements yet keeps its public parameter names"
)]

pub mod admin;
mod auth;
pub mod boundary;
pub mod closing;
pub mod connect;
pub mod cstr;
pub mod domain;
pub mod domain_checkpoint;
pub mod domain_snapshot;
mod error_record;
pub mod event;
pub mod handle;
pub mod host;
pub mod interface;
pub mod list;
mod listener;
pub mod lxc;
mod metadata;
pub mod network;
pub mod network_port;
pub mod nodedev;
pub mod nwfilter;
pub mod qemu;
pub mod secret;
pub mod storage;
pub mod storage_vol;
pub mod stream;
pub mod typed_params;
pub mod virterror;
