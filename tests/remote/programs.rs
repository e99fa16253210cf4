//! Programs on the original's library and on ours, with a libvirtd: they print the same.

#![forbid(unsafe_code)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use super::libvirtd::Daemon;
use super::support::{Library, assert_same_lines, compile, guests, root, succeed};

/// Programs of `c-tests/` that open the test driver and print events where they come. The others are in
/// `tests/programs/remote_domains.rs`, which also says what is left out.
const C_TESTS: &[&str] =
    &["errors", "event-delivery", "event-exit", "event-loop", "event-threads", "handles", "out-parameters"];

fn compare(run: impl Fn(Library, &Daemon) -> String) {
    // Each has a daemon without a past.
    let original = run(Library::Original, &Daemon::start());
    let ours = run(Library::Ours, &Daemon::start());
    assert!(!ours.is_empty());
    assert_same_lines(&original, &ours);
}

#[test]
fn c_programs_print_the_same() {
    for name in C_TESTS {
        let program = compile(&format!("remote-{name}"), &[&format!("c-tests/{name}.c")], &[]);
        compare(|library, daemon| {
            library.assert_used_by(&program);
            let uri = format!("test+unix:///default?socket={}", daemon.socket().display());
            let printed = succeed(library.command(&program).env("OXVIRT_TEST_URI", uri));
            printed.stdout.replace(&daemon.socket().display().to_string(), "SOCKET")
        });
    }
}

/// Debian's own event-test, unchanged, hears of a real guest.
#[test]
fn event_test_of_libvirt_doc_hears_of_a_real_guest() {
    let source = "/usr/share/doc/libvirt-doc/examples/c/misc/event-test.c";
    let program = compile("remote-event-test", &[source], &["-Wno-sign-compare"]);
    compare(|library, daemon| {
        library.assert_used_by(&program);
        let folder = tempfile::tempdir().expect("a folder");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).expect("a folder for all");
        let uri = format!("qemu+unix:///session?socket={}", daemon.socket().display());
        // With a terminal's buffering, so that what it says is there when it says it.
        let mut listening = Command::new("stdbuf")
            .arg("-oL")
            .arg(&program)
            .arg(&uri)
            .env("LD_LIBRARY_PATH", library.dir())
            .stdout(Stdio::piped())
            .spawn()
            .expect("event-test");
        let mut lines = BufReader::new(listening.stdout.take().expect("a pipe")).lines();
        let mut next = || lines.next().map(|line| line.expect("text"));
        // Its registrations are done when another program's calls are answered, which come after them.
        assert_eq!(next().as_deref(), Some("Registering event callbacks"));
        succeed(
            Command::new("/usr/bin/python3")
                .arg(root().join("tests/remote/guest.py"))
                .arg(&uri)
                .arg(folder.path())
                .arg(Path::new(guests()).join("command.img")),
        );
        let mut heard = Vec::new();
        // What comes after depends on the time that QEMU takes to end.
        while let Some(line) = next() {
            let last = line.ends_with(" rebooted");
            heard.push(without_chance(&line, folder.path()));
            if last {
                break;
            }
        }
        listening.kill().expect("a signal");
        listening.wait().expect("an end");
        for kind in ["graphics initialized", "rtc change", "watchdog", "io error (reason)", "rebooted"] {
            assert!(heard.iter().any(|line| line.contains(kind)), "no {kind}: {heard:#?}");
        }
        heard.join("\n") + "\n"
    });
}

/// A line without what is different in every run: the folder, and the second in which the guest's clock was set.
fn without_chance(line: &str, folder: &Path) -> String {
    let line = line.replace(&folder.display().to_string(), "FOLDER");
    match line.split_once("rtc change ") {
        Some((before, offset)) => {
            let offset: i64 = offset.trim().parse().expect("seconds");
            assert!([3600_i64, -82_800].iter().any(|wanted| (wanted - offset).abs() < 30), "{offset}");
            format!("{before}rtc change")
        }
        None => line,
    }
}
