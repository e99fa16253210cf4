//! A real QEMU without a machine: greeting, commands, events and its end. NEG-1

use std::process::{Child, Command, Stdio};

use super::*;
use crate::monitor::{ConnectedViewers, PasswordServer, Secret};

/// A QEMU that is killed with the test.
pub(super) struct Qemu(pub(super) Child);

impl Drop for Qemu {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts QEMU with a monitor on a socket pair; its mode is "control" or "readline".
pub(super) fn start(machine: &str, mode: &str) -> (Qemu, UnixStream) {
    let (ours, theirs) = UnixStream::pair().expect("a socket pair");
    // The child's end becomes its standard input, which is a descriptor that it can be told of.
    let child = Command::new("qemu-system-x86_64")
        .args(["-S", "-nodefaults", "-no-user-config", "-display", "none", "-machine", machine])
        .args(["-chardev", "socket,id=mon,fd=0", "-mon", &format!("chardev=mon,mode={mode}")])
        .stdin(Stdio::from(std::os::fd::OwnedFd::from(theirs)))
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("qemu-system-x86_64 is installed");
    (Qemu(child), ours)
}

#[test]
fn round_trips() {
    let (mut qemu, stream) = start("none", "control");
    let record = Record::new();
    let monitor = Monitor::open(stream, "guest", record.clone(), Options::default()).expect("opens");
    assert_eq!(monitor.query_status().expect("status").status, "prelaunch");
    monitor.cont().expect("cont");
    record.until("resume");
    assert!(monitor.query_status().expect("status").running);
    monitor.stop().expect("stop");
    record.until("stop");
    let devices = monitor.query_chardev().expect("devices");
    assert!(devices.iter().any(|device| device.label == "mon" && device.pty.is_none()), "{devices:?}");
    assert_eq!(monitor.human_monitor_command("info status").expect("human"), "VM status: paused\r\n");
    let schema = monitor.command_text(r#"{"execute":"query-qmp-schema"}"#).expect("schema");
    assert!(schema.len() > 100_000 && schema.starts_with(r#"{"return":[{"#), "{}", schema.len());
    let refused = monitor.set_password(PasswordServer::Vnc, &Secret::from("x"), ConnectedViewers::Keep);
    assert!(message(refused).contains("set_password"));
    monitor.quit().expect("quit");
    record.until(r#"shutdown Some(false) Some("host-qmp-quit")"#);
    assert_eq!(record.until("end").last().map(String::as_str), Some("end"));
    assert!(qemu.0.wait().expect("our child").success());
}

/// A QEMU whose main loop is busy answers out of band, and who waits is told so.
#[test]
fn a_busy_main_loop() {
    let (_qemu, stream) = start("none", "control");
    let options = Options { quick: Duration::from_secs(3), ..Options::default() };
    let monitor = Monitor::open(stream, "guest", Record::new(), options).expect("opens");
    let busy = thread::spawn({
        let monitor = monitor.clone();
        // A byte at a time, for far longer than the test takes.
        move || monitor.human_monitor_command("sum 0 0x7fffffff")
    });
    until(|| monitor.in_flight());
    let text = message(monitor.query_status());
    assert!(text.contains("has not answered 'human-monitor-command' for"), "{text}");
    assert!(text.contains("although it answers out of band: its main loop is busy or hangs"), "{text}");
    monitor.close();
    busy.join().expect("no panic").expect_err("closed");
}

/// REF-1, REF-8: killed in the middle of a command.
#[test]
fn killed() {
    let (mut qemu, stream) = start("none", "control");
    let record = Record::new();
    let monitor = Monitor::open(stream, "guest", record.clone(), Options::default()).expect("opens");
    let caller = thread::spawn({
        let monitor = monitor.clone();
        move || {
            loop {
                if let Err(error) = monitor.query_status() {
                    return error;
                }
            }
        }
    });
    monitor.query_status().expect("alive");
    qemu.0.kill().expect("our child");
    let error = caller.join().expect("no panic");
    let known = ["End of file from qemu monitor", "Connection reset by peer", "Broken pipe"];
    assert!(known.iter().any(|text| error.message().contains(text)), "{error}");
    let mut told = record.until("end");
    // A command that was not read yet makes it a broken connection.
    told.retain(|line| !line.starts_with("error Unable to "));
    assert_eq!(told, ["end"]);
    assert!(monitor.query_status().is_err());
}
