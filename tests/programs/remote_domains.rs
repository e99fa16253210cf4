//! Domains of the real libvirtd: C programs on the original's client and on ours print the same, each with a daemon of
//! its own. Those for the test driver are the ones that `c_tests.rs` runs without a daemon.

use crate::c_tests;
use crate::lent::Lent;
use crate::libvirtd::Daemon;
use crate::support::{Library, assert_same_lines, compile, succeed};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

/// Runs `program` as a user without rights, with the test driver's URI replaced by `uri`.
fn run(library: Library, program: &Path, uri: &str, arguments: &[&str], home: &Path) -> String {
    let lent = Lent::new(library, program);
    let mut command = lent.command(&[]);
    command.args(arguments);
    command.env("OXVIRT_TEST_URI", uri).env("HOME", home).env("XDG_RUNTIME_DIR", home);
    succeed(&mut command).stdout
}

/// What `program` prints about the driver `driver` of a daemon, whose folder is its argument if it takes one.
fn at_a_daemon(library: Library, program: &Path, driver: &str, takes_folder: bool) -> String {
    let daemon = Daemon::start();
    let folder = daemon.folder().to_str().expect("a path");
    let (scheme, rest) = driver.split_once(':').expect("a URI");
    let uri = format!("{scheme}+unix:{rest}?socket={}", daemon.socket().display());
    let arguments = if takes_folder { vec![folder] } else { Vec::new() };
    let printed = run(library, program, &uri, &arguments, daemon.folder());
    assert!(!printed.is_empty(), "{} prints nothing; the daemon: {}", program.display(), daemon.log());
    printed.replace(&daemon.socket().display().to_string(), "SOCKET")
}

/// Compares what is printed. Where events stand between the calls' results is chance: a daemon sends them from another
/// thread than its replies. Their own order is not.
fn compare(program: &Path, driver: &str, takes_folder: bool) {
    let printed = [Library::Original, Library::Ours]
        .map(|library| at_a_daemon(library, program, driver, takes_folder))
        .map(|printed| {
            let (events, results): (Vec<_>, Vec<_>) =
                printed.lines().partition(|line| line.trim_start().starts_with("event"));
            [results, events].map(|lines| lines.join("\n"))
        });
    let [[results, events], [our_results, our_events]] = &printed;
    assert_same_lines(results, our_results);
    // What happens last, right before a program closes its connection, may come too late for either.
    let [events, our_events] = [events, our_events].map(|events| events.lines().collect::<Vec<_>>());
    assert!(events.len().abs_diff(our_events.len()) <= 1, "{events:?}\n{our_events:?}");
    let heard = events.len().min(our_events.len());
    assert_eq!(events[..heard], our_events[..heard]);
}

macro_rules! at_the_test_driver {
    ($($name:ident),* $(,)?) => { $(
        #[test]
        fn $name() {
            compare(&c_tests::program(stringify!($name)), "test:///default", false);
        }
    )* };
}

// All that open the test driver, but for those in `tests/remote/programs.rs`, where events have their place between the
// calls, and for the following. `event-registration` and `event-poll`: what is due in a turn of the loop is chance.
// `test-save` and `test-file` are about files and limits of the process. `streams` reads past the end of its buffers if
// the transfer is not a descriptor. The others are about things in the process.
at_the_test_driver! {
    connect,
    domain_xml,
    error_resets,
    errors,
    event_classes,
    handles,
    lxc,
    moment_arguments,
    out_parameters,
    refused_arguments,
    test_checkpoints,
    test_driver,
    test_flag_errors,
    test_guest_calls,
    test_node,
    test_redefine,
    test_snapshot_revert,
    test_snapshot_xml,
    test_snapshots,
    test_stats,
    test_tuning_limits,
    test_tuning_memory,
    test_tuning_metadata,
    test_tuning_vcpu,
    test_tuning_xml,
}

fn program(name: &str) -> PathBuf {
    compile(&format!("remote-{name}"), &[&format!("c-tests/remote/{name}.c")], &[])
}

#[test]
fn every_call_and_the_limits_of_the_protocol() {
    compare(&program("domain-calls"), "test:///default", true);
}

#[test]
fn a_real_guest() {
    compare(&program("guest"), "qemu:///session", true);
}

#[test]
fn every_call_is_clean_under_valgrind() {
    let daemon = Daemon::start();
    let home = daemon.folder();
    let lent = Lent::new(Library::Ours, &program("domain-calls"));
    let mut command = lent.valgrind();
    command.arg(home);
    command.env("OXVIRT_TEST_URI", format!("test+unix:///default?socket={}", daemon.socket().display()));
    succeed(command.env("HOME", home).env("XDG_RUNTIME_DIR", home));
}

/// As when root's environment is kept for a program of somebody else.
#[test]
fn a_home_that_cannot_be_looked_into_has_no_settings() {
    let home = tempfile::tempdir().expect("a folder");
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o000)).expect("permissions");
    let daemon = Daemon::start();
    let uri = format!("test+unix:///default?socket={}", daemon.socket().display());
    let program = c_tests::program("out_parameters");
    let printed = [Library::Original, Library::Ours].map(|it| run(it, &program, &uri, &[], home.path()));
    assert_same_lines(&printed[0], &printed[1]);
}

/// Five steps on two daemons, which would take each other for one host.
#[test]
fn a_guest_moves_from_daemon_to_daemon() {
    let program = program("migration");
    let printed = [Library::Original, Library::Ours].map(|library| {
        let daemons =
            [1, 2].map(|host| Daemon::with_settings(&format!("host_uuid = \"{}\"\n", host_uuid(host))));
        let uris =
            daemons.each_ref().map(|it| format!("qemu+unix:///session?socket={}", it.socket().display()));
        let home = daemons[0].folder();
        let arguments = [home.to_str().expect("a path"), &uris[1]];
        run(library, &program, &uris[0], &arguments, home)
    });
    assert_same_lines(&printed[0], &printed[1]);
}

/// The name of a host that is none.
pub fn host_uuid(host: u32) -> String {
    format!("00000000-0000-0000-0000-00000000123{host}")
}
