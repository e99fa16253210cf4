//! Which daemon of the host a URI leads to, and starting the user's own: the same as with the original's library. What
//! listens in the place of a driver's own daemon is libvirtd, which Debian 12 has instead of those.

#![forbid(unsafe_code)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::lent::Lent;
use super::libvirtd::{Daemon, NOBODY};
use super::support::{Library, assert_same_lines, compile, succeed};

fn program() -> PathBuf {
    compile("remote-places", &["c-tests/remote/places.c"], &[])
}

/// A command for a user whose home is `home`.
fn at_home(lent: &Lent, home: &Path) -> Command {
    let mut command = lent.command(&[]);
    command.envs(["HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"].map(|name| (name, home)));
    command
}

/// Opens `places` with sockets for `daemons`, all of one libvirtd, in the user's folder.
/// None is started: their programs are where there are none.
fn open(library: Library, daemons: &[&str], places: &[&str], start: Option<&str>) -> String {
    let daemon = Daemon::start();
    let lent = Lent::new(library, &program());
    let folder = daemon.folder().join("libvirt");
    // The daemon makes it too.
    let _ = fs::create_dir(&folder);
    if nix::unistd::geteuid().is_root() {
        chown(&folder, Some(NOBODY), Some(NOBODY)).expect("a folder of theirs");
    }
    for name in daemons {
        symlink(daemon.socket(), folder.join(format!("{name}-sock"))).expect("a link");
    }
    let mut command = at_home(&lent, daemon.folder());
    match start {
        None => command.env("LIBVIRT_AUTOSTART", "0"),
        Some(variable) => command.env(variable, "/nonexistent"),
    };
    let printed = succeed(command.args(places)).stdout;
    printed.replace(&daemon.folder().display().to_string(), "HOME")
}

const PLACES: &[&str] = &[
    "-",
    "ro:-",
    "qemu:///session",
    "ro:qemu:///session",
    "qemu:///session?mode=auto",
    "qemu:///session?mode=direct",
    "qemu:///session?mode=legacy",
    "qemu:///session?mode=bogus",
    "qemu:///session?mode=",
    "qemu+unix:///session?mode=direct",
    "vbox:///session?mode=direct",
    "lxc:///session?mode=direct",
    "remote:///session?mode=direct",
    "remote+unix:///session",
    "test+unix:///default",
    "ro:test+unix:///default?mode=direct",
    "test+unix:///default?socket=",
    "qemu+unix://host/session",
    // Nothing of the system's is looked at but for the places that are named when nobody is there.
    "qemu:///system?mode=direct",
    "ro:qemu:///system?mode=direct",
    "qemu+unix:///system?mode=direct&socket=/nonexistent/sock",
];

macro_rules! sockets {
    ($($name:ident [$($daemon:literal),*];)*) => { $(
        #[test]
        fn $name() {
            let [original, ours] =
                [Library::Original, Library::Ours].map(|it| open(it, &[$($daemon),*], PLACES, None));
            assert_same_lines(&original, &ours);
            assert_eq!(ours.matches(": open = ").count(), PLACES.len());
        }
    )* };
}

sockets! {
    no_daemon_is_there [];
    libvirtd_is_there ["libvirt"];
    both_are_there ["libvirt", "virtqemud"];
}

/// Without a URI the original of Debian looks for libvirtd alone; ours finds what is there.
#[test]
fn a_driver_has_its_own_daemon() {
    for daemons in [&["virtqemud"][..], &["virtvboxd", "virttestd"][..]] {
        let [original, ours] =
            [Library::Original, Library::Ours].map(|it| open(it, daemons, &PLACES[2..], None));
        assert_same_lines(&original, &ours);
    }
    let found = open(Library::Ours, &["virtqemud"], &PLACES[..2], None);
    assert_eq!(found.matches("qemu:///session QEMU 0").count(), 2, "{found}");
}

/// Programs that are not there: the error is that of the socket.
#[test]
fn a_daemon_that_cannot_be_started() {
    // The original tries for seconds.
    for (variable, place) in [("VIRTD_PATH", "-"), ("LIBVIRTD_PATH", "qemu:///session?mode=direct")] {
        let [original, ours] =
            [Library::Original, Library::Ours].map(|it| open(it, &[], &[place], Some(variable)));
        assert_same_lines(&original, &ours);
    }
}

/// What the daemon that was started has done: one line for each start, with the process.
fn starts(home: &Path) -> Vec<i32> {
    let text = fs::read_to_string(home.join("starts")).unwrap_or_default();
    text.lines().map(|line| line.parse().expect("a process id")).collect()
}

/// Several processes open the user's connection at the same time.
fn start_by_many(library: Library, users: usize) -> Vec<String> {
    let lent = Lent::new(library, &program());
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path();
    if nix::unistd::geteuid().is_root() {
        chown(home, Some(NOBODY), Some(NOBODY)).expect("a folder of theirs");
    }
    // Is called as libvirtd, and becomes it.
    let programs = home.join("programs");
    let daemon = programs.join("libvirtd");
    fs::create_dir(&programs).expect("a folder");
    fs::set_permissions(&programs, fs::Permissions::from_mode(0o755)).expect("permissions");
    let script = "#!/bin/sh\necho $$ >>\"$HOME/starts\"\nexec /usr/sbin/libvirtd \"$@\"\n";
    fs::write(&daemon, script).expect("a script");
    fs::set_permissions(&daemon, fs::Permissions::from_mode(0o755)).expect("permissions");
    let started: Vec<_> = (0..users)
        .map(|_| {
            let mut command = at_home(&lent, home);
            command.arg("qemu:///session").env("LIBVIRTD_PATH", &programs);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a program")
        })
        .collect();
    let outputs: Vec<Output> =
        started.into_iter().map(|child| child.wait_with_output().expect("an end")).collect();
    let daemons = starts(home);
    for pid in &daemons {
        kill(Pid::from_raw(*pid), Signal::SIGKILL).expect("a daemon that runs");
    }
    assert_eq!(daemons.len(), 1, "{library:?}: {outputs:#?}");
    outputs.into_iter().map(|it| String::from_utf8(it.stdout).expect("text")).collect()
}

#[test]
fn one_daemon_is_started_for_all_who_want_it() {
    let [original, ours] = [Library::Original, Library::Ours].map(|it| start_by_many(it, 5));
    for (original, ours) in original.iter().zip(&ours) {
        assert_same_lines(original, ours);
        assert!(ours.starts_with("qemu:///session: open = 1\n"), "{ours}");
    }
}
