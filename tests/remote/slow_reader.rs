//! A program whose event loop stands still while a daemon tells a lot: nothing is lost that the original keeps.

#![forbid(unsafe_code)]

use super::libvirtd::Daemon;
use super::support::{Library, assert_same_lines, compile};

#[test]
fn events_wait_for_a_loop_that_stands_still() {
    let program = compile("remote-slow-reader", &["c-tests/remote/slow-reader.c"], &[]);
    let [original, ours] = [Library::Original, Library::Ours].map(|library| {
        let daemon = Daemon::start();
        let uri = format!("test+unix:///default?socket={}", daemon.socket().display());
        // More than fits into the socket.
        library.run(&program, &[&uri, "6000"]).stdout
    });
    assert_same_lines(&original, &ours);
    assert_eq!(ours.matches("heard all 1, out of order 0").count(), 3, "{ours}");
}
