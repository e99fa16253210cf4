//! Programs that we did not write for one library: each runs on the original and on ours, and does the same.
//! Needs `make` first: ours is the library in `build/`. The original is Debian's.

mod bindings;
mod c_tests;
mod collectd;
mod demo;
#[path = "../abi/facts.rs"]
mod facts;
mod foreign_loops;
mod lent;
mod libvirt_doc;
#[path = "../libvirtd/mod.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod libvirtd;
mod package;
mod python;
mod qemu_monitor;
mod remote_domains;
mod save_files;
mod session;
mod sources;
mod support;
mod table;
mod unload;
