//! A daemon that goes in the midst of a transfer: an error, in time, and nothing is left behind.

#![forbid(unsafe_code)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::libvirtd::Daemon;
use crate::support::Library;
use crate::{at, program};

/// Runs the program until the transfer goes on, kills the daemon, and returns what the program then prints.
fn lose(library: Library, during: &str) -> String {
    let mut daemon = Daemon::start();
    let program = program("losses");
    library.assert_used_by(&program);
    let mut child = library
        .command(&program)
        .args([&at(&daemon, "qemu:///session"), &daemon.folder().display().to_string(), during])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a program");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    output.read_line(&mut line).expect("a line");
    assert_eq!(line, "ready\n", "{}", daemon.log());
    daemon.kill();
    end_guests(&daemon);
    child.stdin.take().expect("a pipe").write_all(b"\n").expect("a reader");
    let mut rest = String::new();
    output.read_to_string(&mut rest).expect("text");
    let status = child.wait().expect("an end");
    assert!(status.success(), "{during}: {status}\n{rest}");
    rest
}

/// Guests outlive their daemon.
fn end_guests(daemon: &Daemon) {
    let pid = fs::read_to_string(daemon.folder().join("libvirt/qemu/run/console.pid"));
    if let Ok(pid) = pid {
        let pid = pid.trim().parse().expect("a number");
        kill(Pid::from_raw(pid), Signal::SIGKILL).expect("a guest");
    }
}

#[test]
fn a_download_fails_as_on_the_original() {
    assert_eq!(lose(Library::Ours, "download"), lose(Library::Original, "download"));
}

#[test]
fn a_console_fails_as_on_the_original() {
    assert_eq!(lose(Library::Ours, "console"), lose(Library::Original, "console"));
}

/// The original's program dies of a signal here.
#[test]
fn an_upload_fails() {
    let printed = lose(Library::Ours, "upload");
    assert_eq!(
        printed,
        "send: an error\nabort -1\nagain: an error\nsend -1\ndelete -1\nalive 0\nfiles left: 0\n"
    );
}

/// And here.
#[test]
fn an_upload_that_ends_fails() {
    let printed = lose(Library::Ours, "finish");
    assert_eq!(
        printed,
        "finish -1\nfinish: an error\nabort -1\nagain: an error\nsend -1\ndelete -1\nalive 0\nfiles left: 0\n"
    );
}

/// The original's callback is not told.
#[test]
fn a_callback_is_told() {
    let printed = lose(Library::Ours, "callback");
    assert_eq!(
        printed,
        "closed, 1\nrecv: an error\nevents 0\nabort -1\nagain: an error\nsend -1\ndelete -1\nalive 0\nfiles left: 0\n"
    );
}
