//! Debian's python3-libvirt, unmodified: registers all the event ids that it knows and hears a real guest.

use crate::demo;
use crate::support::{Library, assert_same_lines, guests, ordinary_user, root, succeed, without_chance};

/// Runs `tests/python/events.py`; returns what it printed.
fn events(library: Library) -> String {
    let printed = succeed(
        library
            .command("/usr/bin/python3")
            .arg("-B")
            .arg(root().join("tests/python/events.py"))
            .arg(format!("{}/command.img", guests()))
            .args(ordinary_user()),
    );
    let loaded = printed.stderr.lines().find_map(|line| line.strip_prefix("library: "));
    library.assert_is(loaded.expect("the script names the library"));
    without_chance(&printed.stdout)
}

/// The events of the kinds that event-test knows, in letters and digits only: the two programs write the names of
/// constants in different ways.
fn demo_events(text: &str) -> Vec<String> {
    const OTHERS: [&str; 6] = ["> ", "also ", "monitor: ", "registering ", "kinds of ", "14 of 14 "];
    let lines = text.lines().filter(|line| !OTHERS.iter().any(|other| line.starts_with(other)));
    lines
        .map(|line| line.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase())
        .collect()
}

#[test]
fn python_hears_the_same_on_both_libraries_and_in_the_demo() {
    let ours = events(Library::Ours);
    assert!(ours.starts_with("registering ids 0 to 26: 27\n"), "{ours}");
    assert_same_lines(&events(Library::Original), &ours);
    assert_eq!(demo_events(&ours), demo_events(&demo::event_test(Library::Ours)));
}
