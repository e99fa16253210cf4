//! Links `libvirt.so.0` with the version nodes of its table.

use std::path::Path;

#[path = "abi/symver.rs"]
mod symver;

fn main() {
    symver::link(&Path::new(env!("CARGO_MANIFEST_DIR")).join("abi"), "libvirt");
}
