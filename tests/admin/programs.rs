//! Programs on the original's library and on ours, with a libvirtd: they print the same.

#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::process::Command;

use crate::lent::Lent;
use crate::libvirtd::Daemon;
use crate::support::{Library, assert_same_lines, compile, succeed};

fn program(name: &str) -> PathBuf {
    compile(&format!("remote-{name}"), &[&format!("c-tests/remote/{name}.c")], &[])
}

/// What a program prints with a daemon of its own; `start` makes the command. A daemon is administrated by its own user
/// only.
fn run(library: Library, name: &str, arguments: &[&str], start: impl FnOnce(&Lent) -> Command) -> String {
    let daemon = Daemon::start();
    let folder = daemon.folder();
    let lent = Lent::new(library, &program(name));
    let mut command = start(&lent);
    command.arg(daemon.admin_socket()).arg(folder).args(arguments);
    command.envs(["HOME", "XDG_RUNTIME_DIR"].map(|name| (name, folder)));
    let printed = succeed(&mut command).stdout;
    assert!(!printed.is_empty(), "{name} prints nothing; the daemon: {}", daemon.log());
    printed
}

fn compare(name: &str) {
    let [original, ours] =
        [Library::Original, Library::Ours].map(|it| run(it, name, &[], |lent| lent.command(&[])));
    assert_same_lines(&original, &ours);
}

/// As [`compare`], where it is not said when a callback is called: the original calls it in the midst of the call that
/// fails, ours by the event loop.
fn compare_losses(how: &str) {
    let [original, ours] = [Library::Original, Library::Ours].map(|library| {
        let printed = run(library, "admin-losses", &[how], |lent| lent.command(&[]));
        let (told, results): (Vec<_>, Vec<_>) = printed
            .lines()
            .partition(|line| line.starts_with("closed: ") || line.starts_with("  free first"));
        assert_eq!(told, ["closed: 1, reason 1, first", "  free first"], "{library:?}");
        results.join("\n")
    });
    assert_same_lines(&original, &ours);
}

/// Fails if valgrind finds something.
fn check_memory(name: &str, arguments: &[&str]) {
    run(Library::Ours, name, arguments, Lent::valgrind);
}

#[test]
fn every_function_with_good_and_bad_arguments() {
    compare("admin-calls");
}

#[test]
fn a_name_leads_to_the_same_daemon() {
    compare("admin-places");
}

/// The original's program dies of each of these; the two libraries' connections do not go together there.
#[test]
fn what_the_original_does_not_survive() {
    let printed = run(Library::Ours, "admin-refused", &[], Lent::valgrind);
    let failures: Vec<_> = printed.lines().filter_map(|line| line.split_once(" = -1 ")).collect();
    let texts: Vec<_> =
        failures.iter().map(|(_, error)| error.split(" str1 ").next().unwrap_or_default()).collect();
    let null = |what, function| format!("[8 62 2] {what} in {function} must not be NULL");
    assert_eq!(
        texts,
        [
            null("nparams", "virAdmServerGetThreadPoolParameters"),
            null("params", "virAdmServerGetClientLimits"),
            null("nparams", "virAdmServerGetClientLimits"),
            null("nparams", "virAdmClientGetInfo"),
            "[39 0 2] too many parameters '33' for limit '32'".to_owned(),
            "[39 0 2] too many parameters '33' for limit '32'".to_owned(),
            "[1 0 2] internal error: unexpected type 8 for field maxWorkers".to_owned(),
            "[1 0 2] internal error: unexpected type -1 for field maxWorkers".to_owned(),
        ]
    );
    assert!(printed.contains("virConnectIsAlive(conn) = 0\nvirAdmConnectIsAlive(admin) = 1\n"), "{printed}");
}

#[test]
fn every_function_is_clean_under_valgrind() {
    check_memory("admin-calls", &[]);
}

#[test]
fn a_daemon_that_dies_while_nobody_calls() {
    compare_losses("idle");
}

#[test]
fn a_daemon_that_dies_during_a_call() {
    compare_losses("pending");
}

#[test]
fn a_daemon_that_dies_and_no_event_loop() {
    compare_losses("no-loop");
}

#[test]
fn a_loss_is_clean_under_valgrind() {
    for how in ["idle", "pending", "no-loop"] {
        check_memory("admin-losses", &[how]);
    }
}
