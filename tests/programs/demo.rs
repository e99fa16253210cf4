//! `examples/event-test`, one binary compiled against Debian's headers, on the original and on our library; and what
//! `make demo` runs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::support::{
    Library, assert_same_lines, compile, guests, ordinary_user, root, succeed, without_chance,
};

/// The files of event-test, as in `tools/demo.sh`.
const SOURCES: [&str; 8] = ["event-test", "steps", "events", "names", "guest", "rfb", "nbd", "sandbox"];

/// The program, compiled once.
fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let sources: Vec<_> =
            SOURCES.iter().chain(&["wait"]).map(|name| format!("examples/{name}.c")).collect();
        compile("event-test", &sources.iter().map(String::as_str).collect::<Vec<_>>(), &[])
    })
}

/// Runs event-test with a real guest; returns what it printed. Each library does so once.
pub fn event_test(library: Library) -> String {
    static OURS: OnceLock<String> = OnceLock::new();
    let run = || {
        let mut arguments = vec!["--guests", guests()];
        if let Some(user) = ordinary_user() {
            arguments.extend(["--user", user]);
        }
        let printed = library.run(binary(), &arguments);
        without_chance(&printed.stdout)
    };
    match library {
        Library::Ours => OURS.get_or_init(run).clone(),
        Library::Original => run(),
    }
}

#[test]
fn event_test_prints_the_same_on_both_libraries() {
    let ours = event_test(Library::Ours);
    assert!(ours.ends_with("\n14 of 14 kinds of event received\n"), "{ours}");
    assert_same_lines(&event_test(Library::Original), &ours);
}

#[test]
fn the_simulated_event_test_prints_the_same_on_both_libraries() {
    let run = |library: Library| library.run(binary(), &["--uri", "test:///default"]).stdout;
    let ours = run(Library::Ours);
    assert!(ours.ends_with("\n6 of 6 kinds of event received\n"), "{ours}");
    assert_same_lines(&run(Library::Original), &ours);
}

#[test]
fn the_demo_succeeds() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demo");
    let printed = succeed(
        Command::new(root().join("tools/demo.sh")).arg(Library::Ours.dir()).arg(dir).current_dir(root()),
    );
    assert!(printed.stdout.ends_with("\n14 of 14 kinds of event received\n"), "{}", printed.stdout);
}
