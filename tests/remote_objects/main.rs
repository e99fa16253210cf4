//! Networks, pools, volumes, secrets, devices, interfaces, filters and streams through the real libvirtd: the programs in
//! `c-tests/remote` print the same on the original client library and on ours, with one daemon.

#![forbid(unsafe_code)]

#[path = "../libvirtd/mod.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod libvirtd;
mod losses;
#[path = "../programs/support.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod support;

use std::path::PathBuf;

use crate::libvirtd::Daemon;
use crate::support::{Library, assert_same_lines, compile};

/// The program `c-tests/remote/NAME.c`.
fn program(name: &str) -> PathBuf {
    compile(&format!("remote-{name}"), &[&format!("c-tests/remote/{name}.c")], &["-Ic-tests"])
}

/// The URI of `place` at a daemon.
fn at(daemon: &Daemon, place: &str) -> String {
    let (scheme, path) = place.split_once(':').expect("a scheme");
    format!("{scheme}+unix:{path}?socket={}", daemon.socket().display())
}

/// What a program prints on the original library and on ours, with one daemon: the order of lists is a matter of chance
/// in each. The arguments follow from the daemon.
fn run(name: &str, arguments: impl Fn(&Daemon) -> Vec<String>) -> [String; 2] {
    let daemon = Daemon::start();
    let arguments = arguments(&daemon);
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    [Library::Original, Library::Ours].map(|library| library.run(&program(name), &arguments).stdout)
}

fn compare_objects(place: &str, rest: &[&str]) {
    let [original, ours] = run("objects", |daemon| {
        let mut arguments = vec![at(daemon, place), daemon.folder().display().to_string()];
        arguments.extend(rest.iter().map(|&it| it.to_owned()));
        arguments
    });
    assert!(original.lines().count() > 300, "{original}");
    assert_same_lines(&original, &ours);
}

#[test]
fn objects_of_the_test_driver_are_the_same() {
    compare_objects("test:///default", &[]);
}

#[test]
fn objects_of_a_host_are_the_same() {
    compare_objects("qemu:///session", &["rich"]);
}

/// Uploads and downloads, whole, in steps, sparse, with callbacks; pictures.
#[test]
fn streams_are_the_same() {
    let [original, ours] = run("streams", |daemon| {
        let folder = daemon.folder().display().to_string();
        vec![at(daemon, "qemu:///session"), at(daemon, "test:///default"), folder]
    });
    // The original forgets to free what belongs to the callback of a remote stream.
    let (freed, ours): (Vec<&str>, Vec<&str>) = ours.lines().partition(|line| line.starts_with("  free "));
    assert_eq!(freed, ["  free up", "  free down", "  free late", "  free rounds"]);
    assert_same_lines(&original, &ours.join("\n"));
}
