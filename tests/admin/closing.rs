//! Close callbacks that give up the last reference to their connection, of both kinds in one program; the original's do
//! not go together.

#![forbid(unsafe_code)]

use crate::lent::Lent;
use crate::libvirtd::Daemon;
use crate::support::{Library, compile, succeed};

/// What the program prints, under valgrind.
fn run(how: &str) -> String {
    let daemon = Daemon::start();
    let program =
        compile("remote-close-in-callback", &["c-tests/remote/close-in-callback.c"], &["-Wno-unused-result"]);
    let lent = Lent::new(Library::Ours, &program);
    let uri = format!("test+unix:///default?socket={}", daemon.socket().display());
    let mut command = lent.valgrind();
    command.arg(uri).arg(daemon.folder()).arg(how);
    succeed(command.envs(["HOME", "XDG_RUNTIME_DIR"].map(|name| (name, daemon.folder())))).stdout
}

const TOLD: [&str; 4] = [
    "connection: reason 1, close 1",
    "  free connection",
    "administration: reason 1, close 1",
    "  free administration",
];

#[test]
fn by_the_event_loop() {
    let printed = run("loop");
    let mut told: Vec<_> = printed.lines().skip(2).collect();
    // Which of the two is told first is chance.
    if told[0] != TOLD[0] {
        told.rotate_left(2);
    }
    assert_eq!(told, TOLD, "{printed}");
}

#[test]
fn by_the_call_that_fails() {
    let printed = run("no-loop");
    let lines: Vec<_> = printed.lines().skip(2).collect();
    assert_eq!(lines.len(), 6, "{printed}");
    assert_eq!((lines[0], lines[1]), (TOLD[0], TOLD[1]), "{printed}");
    assert!(lines[2].starts_with("a call = 0 [38 7 2] "), "{printed}");
    assert_eq!((lines[3], lines[4]), (TOLD[2], TOLD[3]), "{printed}");
    assert!(lines[5].starts_with("an administrator's call = -1 [38 7 2] "), "{printed}");
}
