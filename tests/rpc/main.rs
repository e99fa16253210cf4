//! The remote protocol: recorded packets through the codec, the client against scripted peers, and against libvirtd.

#![forbid(unsafe_code)]

mod calls;
mod captures;
mod daemon;
mod events;
#[path = "../libvirtd/mod.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod libvirtd;
mod loss;
mod peer;
#[allow(dead_code, reason = "shared with other tests")]
mod recorded;
mod streams;
