//! Links `libvirt.so.0` with the version nodes of its table.

use std::path::Path;

#[path = "abi/symver.rs"]
mod symver;

fn main() {
    // Relative, because cargo runs this in the package's folder: a copy of the tree reads its own tables.
    symver::link(Path::new("abi"), "libvirt");
}
