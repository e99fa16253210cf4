//! The guest's state into files: snapshots within its disks, and its memory.
//!
//! QMP has no words for snapshots before QEMU 6.0, and other ones after. The text monitor's mean the same in all.

#![forbid(unsafe_code)]

use serde::Serialize;

use super::ways::{human, silent};
use crate::monitor::json::qmp;
use crate::monitor::text::{Hmp, hmp};

#[derive(Serialize)]
struct Dump<'a> {
    paging: bool,
    protocol: &'a str,
}

#[derive(Serialize)]
struct Save<'a> {
    val: u64,
    size: u64,
    filename: &'a str,
}

commands! {
    /// Saves the state of the guest under a name in its disks. The guest stands still meanwhile.
    fn savevm(name: &str) -> () {
        json: human(snapshot("savevm", name), silent),
        text: snapshot("savevm", name).silent(),
    }
    /// Takes the guest back to a saved state.
    fn loadvm(name: &str) -> () {
        json: human(snapshot("loadvm", name), silent),
        text: snapshot("loadvm", name).silent(),
    }
    /// Removes a saved state; it is no error if there is none.
    fn delvm(name: &str) -> () {
        json: human(snapshot("delvm", name), silent),
        text: snapshot("delvm", name).silent(),
    }
    /// Saves memory to a file, by the virtual addresses of the first CPU.
    fn memsave(address: u64, size: u64, file: &str) -> () {
        json: qmp("memsave").with(&Save { val: address, size, filename: file }).slow().nothing(),
        text: hmp("memsave").word(format_args!("{address:#x}")).word(size).quoted(file).slow().silent(),
    }
    /// Saves memory to a file, by physical addresses.
    fn pmemsave(address: u64, size: u64, file: &str) -> () {
        json: qmp("pmemsave").with(&Save { val: address, size, filename: file }).slow().nothing(),
        text: hmp("pmemsave").word(format_args!("{address:#x}")).word(size).quoted(file).slow().silent(),
    }
    /// Saves all memory to a file in the form of a core dump. The guest stands still meanwhile.
    fn dump_guest_memory(file: &str) -> () {
        json: {
            let dump = Dump { paging: false, protocol: &format!("file:{file}") };
            qmp("dump-guest-memory").with(&dump).unbounded().nothing()
        },
        text: hmp("dump-guest-memory").quoted(file).unbounded().silent(),
    }
}

/// The memory of the guest may be large, and its storage slow.
fn snapshot(word: &'static str, name: &str) -> Hmp {
    hmp(word).quoted(name).unbounded()
}
