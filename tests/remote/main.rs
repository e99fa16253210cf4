//! The remote driver: against recorded conversations, against a scripted daemon, and programs on the original's library
//! and on ours with the same libvirtd. Needs `make` first, as `tests/programs`.

mod all_events;
mod descriptors;
mod events;
mod forks;
#[path = "../programs/lent.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod lent;
#[path = "../libvirtd/mod.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod libvirtd;
mod losses;
mod nonsense;
mod opening;
#[path = "../rpc/peer.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod peer;
mod places;
mod programs;
#[path = "../rpc/recorded.rs"]
mod recorded;
mod replay;
mod scripted;
mod slow_reader;
#[path = "../programs/support.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod support;
mod transports;
mod wire;
