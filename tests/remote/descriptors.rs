//! File descriptors to and from a real guest through libvirtd: they arrive, and none is left over.

#![forbid(unsafe_code)]

use super::libvirtd::Daemon;
use super::support::{Library, assert_same_lines, compile};

#[test]
fn descriptors_of_a_guest_arrive_and_none_is_left() {
    let program = compile("remote-descriptors", &["c-tests/remote/descriptors.c"], &[]);
    let [original, ours] = [Library::Original, Library::Ours].map(|library| {
        let daemon = Daemon::start();
        let uri = format!("qemu+unix:///session?socket={}", daemon.socket().display());
        library.run(&program, &[&uri]).stdout
    });
    assert_same_lines(&original, &ours);
    assert!(ours.contains("with our pipe: 1\n"), "{ours}");
}
