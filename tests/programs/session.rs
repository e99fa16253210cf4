//! Scripted sessions of several hundred calls, on `test:///default` in Python and in C, at a daemon of the original's
//! in Python: the same on both libraries, but for the differences that docs/observed-behaviour.md lists with their reasons.

use std::collections::BTreeSet;
use std::{fs, thread};

use crate::c_tests;
use crate::libvirtd::Daemon;
use crate::remote_domains::host_uuid;
use crate::support::{Library, guests, root, succeed};

/// How many different calls a session has at least.
const CALLS: usize = 300;

/// A call and what came of it; or "events" of a class, and those that have come meanwhile.
type Step<'a> = (&'a str, &'a str);

/// A session's output in steps; each starts with a line "> CALL".
fn steps(printed: &str) -> Vec<Step<'_>> {
    let (_, calls) = printed.split_once("> ").expect("a call");
    calls.split("\n> ").map(|step| step.split_once('\n').unwrap_or((step, ""))).collect()
}

/// The calls whose results are known to differ in a session: rows "| session | `call` | reason |" of the document.
fn known_differences(session: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("docs/observed-behaviour.md")).expect("the document");
    let (_, section) = text.split_once("\n## Different in the scripted sessions\n").expect("the section");
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter_map(|line| line.strip_prefix(&format!("| {session} | `")));
    rows.map(|row| {
        let (call, reason) = row.split_once("` | ").expect("a call in backquotes");
        assert!(reason.trim_end_matches('|').trim().len() > 3, "{call} has no reason");
        call.to_owned()
    })
    .collect()
}

/// Compares what a session printed on both libraries with the list of differences.
fn compare(session: &str, original: &str, ours: &str) {
    let (original, ours) = (steps(original), steps(ours));
    let different: BTreeSet<_> = original.iter().map(|(call, _)| call).collect();
    assert!(different.len() > CALLS, "{session} has {} different calls", different.len());
    let calls = |steps: &[Step]| steps.iter().map(|(call, _)| (*call).to_owned()).collect::<Vec<_>>();
    assert_eq!(calls(&original), calls(&ours), "the calls of the {session} session");
    let known = known_differences(session);
    let mut found = BTreeSet::new();
    let mut unknown = String::new();
    for ((call, original), (_, ours)) in original.iter().zip(&ours) {
        if original != ours {
            found.insert((*call).to_owned());
            if !known.contains(*call) {
                unknown += &format!("> {call}\n--- original\n{original}\n--- ours\n{ours}\n");
            }
        }
    }
    assert!(unknown.is_empty(), "docs/observed-behaviour.md does not list these differences:\n{unknown}");
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(gone.is_empty(), "docs/observed-behaviour.md lists what is the same by now: {gone:#?}");
}

fn python(library: Library, script: &str, arguments: &[&str]) -> String {
    let mut command = library.command("/usr/bin/python3");
    // The library's functions are looked up when it is loaded, so that a missing one cannot hide.
    command.env("LD_BIND_NOW", "1").arg("-B").arg(root().join(script)).args(arguments);
    let printed = succeed(&mut command);
    let loaded = printed.stderr.lines().find_map(|line| line.strip_prefix("library: "));
    library.assert_is(loaded.expect("the script names the library"));
    printed.stdout
}

#[test]
fn a_python_session_is_the_same_on_both_libraries() {
    const SCRIPT: &str = "tests/python/session/local.py";
    compare("Python", &python(Library::Original, SCRIPT, &[]), &python(Library::Ours, SCRIPT, &[]));
}

/// What `tests/python/session/remote.py` prints with daemons of its own.
fn at_a_daemon(library: Library, driver: &str, place: &str, images: &str) -> String {
    let daemons = [1, 2].map(|host| Daemon::with_settings(&format!("host_uuid = \"{}\"\n", host_uuid(host))));
    let [uri, destination] =
        daemons.each_ref().map(|daemon| format!("{place}?socket={}", daemon.socket().display()));
    let folder = daemons[0].folder().to_str().expect("a path");
    python(library, "tests/python/session/remote.py", &[driver, &uri, folder, &destination, images])
}

/// Compares a session on both libraries, each with daemons of its own.
fn compare_at_daemons(session: &str, driver: &str, place: &str) {
    let [original, ours] = thread::scope(|scope| {
        let run = |library| scope.spawn(move || at_a_daemon(library, driver, place, guests()));
        [Library::Original, Library::Ours].map(run).map(|session| session.join().expect("a session"))
    });
    compare(session, &original, &ours);
}

#[test]
fn a_python_session_at_a_daemons_test_driver_is_the_same_on_both_libraries() {
    compare_at_daemons("Python, test driver of a daemon", "test", "test+unix:///default");
}

/// With a real guest, its agent, and another daemon that it moves to. Its watchdog, clock and display are heard of through
/// the original's daemon (WDG-6, RTC-10).
#[test]
fn a_python_session_at_a_daemons_qemu_driver_is_the_same_on_both_libraries() {
    compare_at_daemons("Python, QEMU driver of a daemon", "qemu", "qemu+unix:///session");
}

#[test]
fn a_c_session_is_the_same_on_both_libraries() {
    let program = c_tests::program("session");
    let run = |library: Library| library.run(&program, &[]).stdout;
    compare("C", &run(Library::Original), &run(Library::Ours));
}

#[test]
fn a_c_session_is_clean_under_valgrind() {
    c_tests::valgrind(&c_tests::program("session"));
}

#[test]
fn every_function_of_the_python_module_resolves() {
    const SCRIPT: &str = "tests/python/functions.py";
    let ours = python(Library::Ours, SCRIPT, &[]);
    assert!(ours.lines().count() > 400, "{ours}");
    assert_eq!(python(Library::Original, SCRIPT, &[]), ours);
}
