//! Commands in a program's own words for the monitor of a real guest: the same on both libraries. Not under valgrind,
//! which lacks the system call that watches a process.

use crate::c_tests;
use crate::support::{Library, assert_same_lines, succeed};

#[test]
fn monitor_commands_do_the_same_on_both_libraries() {
    let program = c_tests::program("qemu_monitor");
    let ours = Library::Ours.run(&program, &[]).stdout;
    assert!(ours.contains("== quit\n"), "{ours}");
    assert_same_lines(&Library::Original.run(&program, &[]).stdout, &ours);
}

/// TXT-6: what goes over the wire is in the log if its filters ask for it, and not otherwise.
#[test]
fn the_dialogue_is_logged_on_request() {
    let program = c_tests::program("qemu_monitor");
    let logged = |filters: Option<&str>| {
        let mut command = Library::Ours.command(&program);
        if let Some(filters) = filters {
            command.env("LIBVIRT_LOG_FILTERS", filters).env("LIBVIRT_LOG_OUTPUTS", "1:stderr");
        }
        succeed(&mut command).stderr
    };
    let wanted = logged(Some("1:monitor.recorder"));
    assert!(wanted.contains(r#"C {"execute":"qmp_capabilities","arguments""#), "{wanted}");
    assert!(wanted.contains(r#"S {"return": {}"#), "{wanted}");
    assert!(!logged(None).contains("qmp_capabilities"));
}
