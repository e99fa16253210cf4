//! `qemu:///embed?root=DIR`: the QEMU driver inside the calling process, with its state under `root`.

#![forbid(unsafe_code)]

pub mod command;
mod config;
mod layout;
mod ports;
