//! Links `libvirt.so.0` with the version nodes of its table, and makes the wire protocol's types from its data.

use std::path::Path;

#[path = "abi/protocol.rs"]
mod protocol;
#[path = "abi/symver.rs"]
mod symver;

fn main() {
    // Relative, because cargo runs this in the package's folder: a copy of the tree reads its own tables.
    symver::link(Path::new("abi"), "libvirt");
    protocol::generate(Path::new("facts"));
}
