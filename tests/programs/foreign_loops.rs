//! The same events in every loop: GLib's, by Debian's libvirt-glib, and a plain one around poll(2).

use crate::c_tests;
use crate::support::{Library, Printed, assert_same_lines, root, succeed};

fn glib(library: Library) -> Printed {
    let script = root().join("tests/python/glib_events.py");
    let printed = succeed(library.command("/usr/bin/python3").arg("-B").arg(script));
    let loaded = printed.stderr.lines().find_map(|line| line.strip_prefix("library: "));
    library.assert_is(loaded.expect("the script names the library"));
    printed
}

#[test]
fn a_glib_program_and_a_poll_loop_hear_the_same() {
    let ours = glib(Library::Ours).stdout;
    assert!(ours.lines().count() > 10, "{ours}");
    assert_same_lines(&glib(Library::Original).stdout, &ours);
    let polled = Library::Ours.run(&c_tests::program("event_poll"), &[]);
    assert_same_lines(&ours, &polled.stdout);
}
