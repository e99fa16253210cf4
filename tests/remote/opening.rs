//! Opening and closing, byte for byte as recorded from the original's client.

#![forbid(unsafe_code)]

use std::io::{Read, Write};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::thread;

use virt::connect::{Connect, READ_ONLY};
use virt::driver::CloseListener;
use virt::error::ErrorCode;

use super::peer::run_event_loop;
use super::recorded::packets;

/// Somebody with a close callback.
struct Registered;

impl CloseListener for Registered {
    fn function(&self) -> usize {
        1
    }

    fn tell(self: Box<Self>, reason: i32) {
        panic!("told of {reason}");
    }

    fn refuse(self: Box<Self>) {
        panic!("refused");
    }
}

/// Answers as the daemon of a recording, if it is asked the same.
fn replay(recording: &'static str, with: impl FnOnce(&Path)) {
    run_event_loop();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sock");
    let listener = UnixListener::bind(&path).expect("a socket");
    let daemon = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        for (number, packet) in packets(recording).iter().enumerate() {
            if packet.by_client {
                let mut sent = vec![0; packet.bytes.len()];
                stream.read_exact(&mut sent).expect("a packet");
                assert_eq!(sent, packet.bytes, "packet {number} of {recording}");
            } else {
                stream.write_all(&packet.bytes).expect("room");
            }
        }
    });
    with(&path);
    daemon.join().expect("the same bytes");
}

fn uri(path: &Path) -> String {
    format!("qemu+unix:///system?socket={}", path.display())
}

#[test]
fn what_virsh_asks_is_asked_as_it_does() {
    replay("01-virsh-open-close-qemu.txt", |path| {
        let conn = Connect::open(Some(&uri(path)), 0).expect("open");
        assert_eq!(conn.uri(), uri(path));
        let driver = conn.driver();
        driver.connect_register_close_callback(Box::new(Registered)).expect("registered");
        assert_eq!(driver.connect_get_type().expect("a type"), c"QEMU");
        assert_eq!(driver.connect_get_type().expect("the same without asking"), c"QEMU");
        assert_eq!(driver.connect_get_version().expect("a version"), 7_002_022);
        let error = driver.connect_unregister_close_callback(2).expect_err("another function");
        assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_INVALID);
        driver.connect_unregister_close_callback(1).expect("taken back");
    });
}

#[test]
fn a_read_only_connection_says_so() {
    replay("02-virsh-open-readonly.txt", |path| {
        let conn = Connect::open(Some(&uri(path)), READ_ONLY).expect("open");
        let registered = conn.driver().connect_register_close_callback(Box::new(Registered));
        registered.expect("registered");
        conn.driver().connect_unregister_close_callback(1).expect("taken back");
    });
}
