//! Links `libvirt-qemu.so.0`.

#[path = "../abi/companion.rs"]
mod companion;

fn main() {
    companion::link("libvirt-qemu");
}
