//! Commands in a program's own words for the monitor of a real guest: the same on both libraries. Not under valgrind,
//! which lacks the system call that watches a process.

use crate::c_tests;
use crate::support::{Library, assert_same_lines};

#[test]
fn monitor_commands_do_the_same_on_both_libraries() {
    let program = c_tests::program("qemu_monitor");
    let ours = Library::Ours.run(&program, &[]).stdout;
    assert!(ours.contains("== quit\n"), "{ours}");
    assert_same_lines(&Library::Original.run(&program, &[]).stdout, &ours);
}
