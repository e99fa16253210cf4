//! The remote protocol: recorded packets through the codec, the client against scripted peers, and against libvirtd.

#![forbid(unsafe_code)]

mod calls;
mod captures;
mod daemon;
mod events;
mod libvirtd;
mod loss;
mod peer;
mod streams;
