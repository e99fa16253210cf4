//! Administration of a daemon: against a recorded conversation, and programs on the original's library and on ours with
//! the same libvirtd. Needs `make` first, as `tests/programs`.

mod closing;
#[path = "../programs/lent.rs"]
mod lent;
#[path = "../libvirtd/mod.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod libvirtd;
#[path = "../rpc/peer.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod peer;
mod programs;
#[path = "../rpc/recorded.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod recorded;
mod replay;
#[path = "../programs/support.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod support;
