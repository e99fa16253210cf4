//! A real QEMU on its text monitor, over sockets and terminals, and connections that come late or never.

use std::os::fd::OwnedFd;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};

use super::real::{Qemu, start};
use super::*;
use crate::error::ErrorCode;
use crate::monitor::Endpoint;
use crate::monitor::text::hmp;

fn text() -> Options {
    Options { protocol: Protocol::Text, ..Options::default() }
}

/// NEG-1, NEG-5, RUN-5: the same commands and callbacks as with QMP, as far as they follow from our own commands.
#[test]
fn round_trips() {
    let (mut qemu, stream) = start("none", "readline");
    let record = Record::new();
    let monitor = Monitor::open(stream, "guest", record.clone(), text()).expect("opens");
    assert_eq!(monitor.query_status().expect("status").status, "prelaunch");
    monitor.cont().expect("cont");
    assert_eq!(record.lines(), ["resume"], "told before the command returns");
    assert!(monitor.query_status().expect("status").running);
    monitor.stop().expect("stop");
    monitor.system_powerdown().expect("pressed");
    monitor.system_reset().expect("reset");
    let devices = monitor.query_chardev().expect("devices");
    assert!(devices.iter().any(|device| device.label == "mon" && device.pty.is_none()), "{devices:?}");
    assert_eq!(
        monitor.human_monitor_command("info status").expect("text"),
        "VM status: paused (prelaunch)\r\n"
    );
    assert_eq!(monitor.command_text("nonesuch").expect("an answer"), "unknown command: 'nonesuch'\r\n");
    monitor.quit().expect("no prompt comes any more, which is an answer");
    assert_eq!(record.until("end"), ["resume", "stop", "powerdown", "reset", "end"]);
    assert!(qemu.0.wait().expect("our child").success());
}

/// TXT-7: the longest line that QEMU's editor takes, and what it does not take.
#[test]
fn lines_at_the_limit() {
    let (_qemu, stream) = start("none", "readline");
    let monitor = Monitor::open(stream, "guest", Record::new(), text()).expect("opens");
    let longest = "x".repeat(4095);
    let printed = monitor.human_monitor_command(&longest).expect("an answer");
    assert_eq!(printed, format!("unknown command: '{}'\r\n", &longest[..printed.len() - 21]));
    for line in ["x".repeat(4096), "info\tstatus".to_owned(), "info\rstatus".to_owned(), "a\0b".to_owned()] {
        let error = monitor.human_monitor_command(&line).expect_err("refused");
        assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, "{error}");
    }
    // Nothing of these was sent.
    assert!(monitor.query_status().expect("status").status.starts_with("pre"));
}

/// TXT-7: arguments arrive as they are, whatever is in them.
#[test]
fn arguments_as_they_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_qemu, stream) = start("pc", "readline");
    let monitor = Monitor::open(stream, "guest", Record::new(), text()).expect("opens");
    for name in [
        "plain",
        "two words",
        "a\"b",
        "a'b",
        "back\\slash",
        "cr\rlf\n",
        "$HOME `id`",
        "ümläut€",
        "\\n",
        "-x,y=z",
    ] {
        let path = folder.path().join(name);
        let request = hmp("pmemsave").word(0).word(16).quoted(path.to_str().expect("text")).silent();
        monitor.session.call(request).expect("saved");
        assert_eq!(std::fs::metadata(&path).expect("exactly that name").len(), 16, "{name:?}");
    }
    let count = std::fs::read_dir(folder.path()).expect("readable").count();
    assert_eq!(count, 10);
}

/// ASY-5, REF-1: killed in the middle of a command.
#[test]
fn killed() {
    let (mut qemu, stream) = start("none", "readline");
    let record = Record::new();
    let monitor = Monitor::open(stream, "guest", record.clone(), text()).expect("opens");
    let caller = thread::spawn({
        let monitor = monitor.clone();
        move || (0..).find_map(|_| monitor.query_status().err())
    });
    monitor.query_status().expect("alive");
    qemu.0.kill().expect("our child");
    caller.join().expect("no panic").expect("an error");
    record.until("end");
}

/// LAY-5, LAY-6, TXT-1: a monitor on a terminal, whose greeting was said before anybody listened.
#[test]
fn terminal() {
    let output = tempfile::NamedTempFile::new().expect("a file");
    let _qemu = Qemu(
        Command::new("qemu-system-x86_64")
            .args(["-S", "-nodefaults", "-no-user-config", "-display", "none", "-machine", "none"])
            .args(["-chardev", "pty,id=mon", "-mon", "chardev=mon,mode=readline"])
            .stdin(Stdio::null())
            .stdout(output.reopen().expect("writable"))
            .spawn()
            .expect("qemu-system-x86_64 is installed"),
    );
    let path = until(|| {
        let said = std::fs::read_to_string(output.path()).expect("readable");
        let path = said.split_whitespace().find(|word| word.starts_with("/dev/pts/"))?.to_owned();
        said.ends_with('\n').then_some(path)
    });
    for _ in 0..3 {
        let record = Record::new();
        let monitor =
            Monitor::open(Endpoint::Pty(path.clone().into()), "guest", record, text()).expect("opens");
        assert_eq!(monitor.query_status().expect("status").status, "prelaunch");
        // REF-7
        monitor.close();
        monitor.close();
        assert!(monitor.query_status().is_err());
    }
}

/// LAY-5: QEMU makes its socket after we have begun to wait for it; both protocols.
#[test]
fn a_socket_that_comes_late() {
    for (mode, protocol) in [("control", Protocol::Json), ("readline", Protocol::Text)] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("monitor.sock");
        let opening = thread::spawn({
            let path = path.clone();
            move || {
                Monitor::open(
                    Endpoint::Unix(path),
                    "guest",
                    Record::new(),
                    Options { protocol, ..Options::default() },
                )
            }
        });
        let socket = format!("socket,id=mon,path={},server=on,wait=off", path.display());
        let _qemu = Qemu(
            Command::new("qemu-system-x86_64")
                .args(["-S", "-nodefaults", "-no-user-config", "-display", "none", "-machine", "none"])
                .args(["-chardev", &socket, "-mon", &format!("chardev=mon,mode={mode}")])
                .stdin(Stdio::null())
                .spawn()
                .expect("qemu-system-x86_64 is installed"),
        );
        let monitor = opening.join().expect("no panic").expect("found");
        assert_eq!(monitor.query_status().expect("status").status, "prelaunch");
    }
}

/// LAY-5, REF-6: connections that never come, each with its own bounded error.
#[test]
fn sockets_that_never_come() {
    let folder = tempfile::tempdir().expect("a folder");
    let hasty = || Options { start_up: Duration::from_millis(80), ..Options::default() };
    let refused = folder.path().join("refused");
    drop(UnixListener::bind(&refused).expect("bound"));
    let silent = folder.path().join("silent");
    let _listener = UnixListener::bind(&silent).expect("bound");
    let plain = folder.path().join("plain");
    std::fs::write(&plain, "").expect("written");
    let cases: [(Endpoint, &str); 7] = [
        (Endpoint::Unix(folder.path().join("missing")), "No such file or directory"),
        (Endpoint::Unix(folder.path().join("no/folder")), "No such file or directory"),
        (Endpoint::Unix(refused), "Connection refused"),
        (Endpoint::Unix(silent), "has not opened its monitor"),
        (Endpoint::Pty(folder.path().join("pty")), "No such file or directory"),
        (Endpoint::Pty(plain.clone()), "is neither a socket nor a terminal"),
        (
            Endpoint::Fd(OwnedFd::from(std::fs::File::open(&plain).expect("opened"))),
            "is neither a socket nor a terminal",
        ),
    ];
    for (endpoint, text) in cases {
        let shown = format!("{endpoint:?}");
        let record = Record::new();
        let error = Monitor::open(endpoint, "guest", record.clone(), hasty()).err().expect("no monitor");
        assert!(error.message().contains(text), "{shown}: {error}");
        assert_eq!(record.lines(), [""; 0]);
        // REF-6: the I/O thread lets go of them.
        until(|| (Arc::strong_count(&record) == 1).then_some(()));
    }
}

/// Nobody waits for the socket of a QEMU that has ended.
#[test]
fn an_end_before_the_socket() {
    let mut child = Command::new("true").spawn().expect("a program");
    let pid = rustix::process::Pid::from_child(&child);
    let peer = rustix::process::pidfd_open(pid, rustix::process::PidfdFlags::empty()).expect("a pidfd");
    let options = Options { start_up: PATIENCE * 10, peer: Some(peer), ..Options::default() };
    let path = Path::new("/nonexistent/monitor.sock").to_owned();
    let error =
        Monitor::open(Endpoint::Unix(path), "guest", Record::new(), options).err().expect("no monitor");
    assert!(error.message().contains("No such file or directory"), "{error}");
    child.wait().expect("our child");
}
