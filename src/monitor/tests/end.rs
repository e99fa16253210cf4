//! Every way in which a connection ends, or does not begin.

use std::os::fd::AsRawFd;

use nix::sys::socket::MsgFlags;

use super::*;
use crate::error::ErrorCode;

/// NEG-6: failed openings, each with its own clear error; the socket is hung up and nobody is called back.
#[test]
fn openings_that_fail() {
    type Script = fn(&mut Peer);
    let cases: [(Script, &str); 7] = [
        (|_| {}, "End of file from qemu monitor"),
        (|peer| peer.say("{}"), "neither reply nor event"),
        (|peer| peer.say("QEMU 0.11 monitor"), "makes no sense"),
        (|peer| peer.send(b"\xff\xfe\n"), "makes no sense"),
        (|peer| peer.say(r#"{"return": {}}"#), "before it has greeted"),
        (
            |peer| {
                peer.say(GREETING);
                let id = peer.expect("qmp_capabilities");
                peer.say(&format!(r#"{{"id": {id}, "error": {{"class": "GenericError", "desc": "no"}}}}"#));
            },
            "unable to execute QEMU command 'qmp_capabilities': no",
        ),
        (
            |peer| {
                peer.say(GREETING);
                peer.expect("qmp_capabilities");
            },
            "End of file from qemu monitor",
        ),
    ];
    for (script, text) in cases {
        let record = Record::new();
        let (stream, peer) = scripted(script);
        let error =
            Monitor::open(stream, "guest", record.clone(), Options::default()).err().expect("no monitor");
        peer.join().expect("the script runs");
        assert_eq!(error.code(), ErrorCode::VIR_ERR_INTERNAL_ERROR, "{error}");
        assert!(error.message().contains(text), "{error}");
        assert_eq!(record.lines(), [""; 0]);
    }
}

/// NEG-6: a peer that never greets, and one that greets and falls silent.
#[test]
fn silent_openings() {
    for (greets, text) in [
        (false, "Timed out during operation: the QEMU of 'guest' has not opened its monitor for"),
        (true, "('qmp_capabilities')"),
    ] {
        let options = Options { start_up: Duration::from_millis(60), ..Options::default() };
        let (ours, theirs) = UnixStream::pair().expect("a socket pair");
        let peer = Peer::new(theirs);
        if greets {
            peer.say(GREETING);
        }
        let error = Monitor::open(ours, "guest", Record::new(), options).err().expect("no monitor");
        assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_TIMEOUT);
        assert!(error.message().contains(text), "{error}");
        peer.wait_for_end();
    }
}

/// REF-1, CBT-2: QEMU goes after every byte of a dialogue. The command fails or succeeds, nothing hangs, and the
/// end is told once, as the last thing.
#[test]
fn hang_up_at_every_byte() {
    let event = r#"{"timestamp": {"seconds": 1, "microseconds": 2}, "event": "STOP"}"#;
    let until_reply = format!("{event}\r\n{{\"return\": {{}}, \"id\": 1}}\r\n");
    let said = format!("{until_reply}{event}\r\n");
    for cut in 0..=said.len() {
        let record = Record::new();
        let bytes = said.as_bytes()[..cut].to_vec();
        let (monitor, peer) = open(&record, Options::default(), move |peer| {
            peer.expect("stop");
            peer.send(&bytes);
        });
        let outcome = monitor.stop();
        if cut >= until_reply.len() {
            outcome.expect("the whole reply was said");
        } else {
            assert_eq!(message(outcome), "internal error: End of file from qemu monitor");
        }
        peer.join().expect("the script runs");
        let lines = record.until("end");
        let events = said.as_bytes()[..cut].split_inclusive(|byte| *byte == b'\n');
        let events =
            events.filter(|line| line.starts_with(event.as_bytes()) && line.ends_with(b"\n")).count();
        assert_eq!(lines.iter().filter(|line| *line == "stop").count(), events, "cut at {cut}");
        assert_eq!(lines.iter().filter(|line| *line == "end").count(), 1);
        assert_eq!(lines.last().map(String::as_str), Some("end"));
        assert!(monitor.cont().is_err());
    }
}

/// As libvirt: a QEMU that goes with the command unread resets the connection.
#[test]
fn hang_up_with_the_command_unread() {
    let (stream, peer) = scripted(|peer| {
        peer.open();
        // Wait for the command without taking it.
        let socket = peer.reader.get_ref().as_raw_fd();
        nix::sys::socket::recv(socket, &mut [0], MsgFlags::MSG_PEEK).expect("a command");
    });
    let monitor = Monitor::open(stream, "guest", Record::new(), Options::default()).expect("opens");
    let error = monitor.stop().expect_err("nobody answers");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_SYSTEM_ERROR);
    assert_eq!(error.message(), "Unable to read from monitor: Connection reset by peer");
    peer.join().expect("the script runs");
}

/// ASY-5, TXT-3 for QMP: garbage in the middle ends the connection with an error, told before the end.
#[test]
fn garbage() {
    for bytes in [
        &b"garbage\r\n"[..],
        b"{\r\n    \"return\": 1\r\n}\r\n",
        b"\x00\x01\x02\r\n",
        b"{\"id\": 1}\n",
        b"[1]\n",
        b"7\n",
    ] {
        let record = Record::new();
        let (monitor, peer) = open(&record, Options::default(), move |peer| {
            peer.expect("stop");
            peer.send(bytes);
            let mut rest = Vec::new();
            peer.reader.read_to_end(&mut rest).expect("the monitor hangs up");
        });
        let text = message(monitor.stop());
        assert!(text.contains("makes no sense"), "{text}");
        drop(monitor);
        peer.join().expect("the script runs");
        assert_eq!(record.until("end"), [format!("error {text}"), "end".to_owned()]);
    }
}

/// A message may be as long as the limit, not longer.
#[test]
fn message_limit() {
    let options = Options { message_limit: 1 << 20, ..Options::default() };
    let (monitor, peer) = open(&Record::new(), options, |peer| {
        let id = peer.expect("human-monitor-command");
        let text = "x".repeat((1 << 20) - 100);
        peer.say(&format!(r#"{{"return": "{text}", "id": {id}}}"#));
        let id = peer.expect("human-monitor-command");
        let text = "x".repeat((1 << 20) + 100);
        let line = format!(r#"{{"return": "{text}", "id": {id}}}"#);
        // The monitor may hang up before the line is out.
        let _ = peer.reader.get_ref().write_all(line.as_bytes());
    });
    assert_eq!(monitor.human_monitor_command("info mtree").expect("fits").len(), (1 << 20) - 100);
    assert_eq!(
        message(monitor.human_monitor_command("info mtree")),
        "internal error: QEMU monitor message exceeds the limit of 1048576 bytes"
    );
    peer.join().expect("the script runs");
}

/// What QEMU may say unless the driver wants it otherwise: a reply with 16 MiB in it, in both protocols.
#[test]
fn the_usual_limit() {
    const SIZE: usize = 16 << 20;
    let (monitor, peer) = open(&Record::new(), Options::default(), |peer| {
        let id = peer.expect("human-monitor-command");
        peer.say(&format!(r#"{{"return": "{}", "id": {id}}}"#, "x".repeat(SIZE)));
    });
    assert_eq!(monitor.human_monitor_command("info mtree").expect("fits").len(), SIZE);
    peer.join().expect("the script runs");
    let (stream, peer) = scripted(|peer| {
        let mut typed = Vec::new();
        peer.reader.read_until(b'\r', &mut typed).expect("typed in time");
        peer.send(format!("info mtree\r\n{}(qemu) ", "x\r\n".repeat(SIZE / 3 + 1)).as_bytes());
    });
    let options = Options { protocol: Protocol::Text, ..Options::default() };
    let monitor = Monitor::open(stream, "guest", Record::new(), options).expect("opens");
    assert!(monitor.human_monitor_command("info mtree").expect("fits").len() > SIZE);
    peer.join().expect("the script runs");
}

/// REF-7: close ends the waiting commands, may be called again and from everywhere, and nobody is called
/// back afterwards.
#[test]
fn close_from_another_thread() {
    let record = Record::new();
    let (monitor, peer) = open(&record, Options::default(), |peer| {
        peer.expect("stop");
        peer.say(r#"{"event": "RESET"}"#);
        let mut rest = Vec::new();
        peer.reader.read_to_end(&mut rest).expect("the monitor hangs up");
        rest
    });
    let waiting = thread::spawn({
        let monitor = monitor.clone();
        move || monitor.stop()
    });
    let heard = record.until("reset"); // "stop" is on the wire
    let queued = thread::spawn({
        let monitor = monitor.clone();
        move || monitor.cont()
    });
    while monitor.session.waiting() < 2 {
        thread::yield_now();
    }
    monitor.close();
    monitor.close();
    for caller in [waiting, queued] {
        let error = caller.join().expect("no panic").expect_err("closed");
        assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_FAILED);
        assert_eq!(error.message(), "operation failed: domain is no longer running");
    }
    assert_eq!(message(monitor.quit()), "operation failed: domain is no longer running");
    assert_eq!(peer.join().expect("the script runs"), b"", "the second command was never sent");
    assert_eq!(record.lines(), heard);
}

/// REF-3: close inside a callback, and the last holder going there too.
#[test]
fn close_inside_a_callback() {
    #[derive(Default)]
    struct Closing {
        monitor: Mutex<Option<Arc<Monitor>>>,
        record: Arc<Record>,
    }
    impl MonitorCallbacks for Closing {
        fn stop(&self) {
            let monitor = lock(&self.monitor).take().expect("only one event");
            monitor.close();
            let record = self.record.clone();
            monitor.cont_then(move |outcome| record.tell(message(outcome)));
        }
        fn resume(&self) {
            self.record.resume();
        }
        fn end_of_file(&self) {
            self.record.end_of_file();
        }
    }
    let (stream, peer) = scripted(|peer| {
        peer.open();
        peer.expect("cont");
        peer.say(r#"{"event": "STOP"}"#);
        let _ = peer.reader.get_ref().write_all(b"{\"event\": \"RESUME\"}\r\n");
        let mut rest = Vec::new();
        let _ = peer.reader.read_to_end(&mut rest);
    });
    let callbacks = Arc::new(Closing::default());
    let monitor = Monitor::open(stream, "guest", callbacks.clone(), Options::default()).expect("opens");
    *lock(&callbacks.monitor) = Some(monitor.clone());
    let closed = "operation failed: domain is no longer running";
    assert_eq!(message(monitor.cont()), closed);
    peer.join().expect("the script runs");
    assert_eq!(callbacks.record.until(closed), [closed]);
}

/// REF-2: the connection goes with the last holder, and the callbacks with it.
#[test]
fn dropped_by_the_last_holder() {
    let record = Record::new();
    let (monitor, peer) = open(&record, Options::default(), |peer| {
        let mut rest = Vec::new();
        peer.reader.read_to_end(&mut rest).expect("the monitor hangs up");
    });
    drop(monitor.clone());
    let session = Arc::downgrade(&monitor.session);
    drop(monitor);
    peer.join().expect("the script runs");
    let start = Instant::now();
    while session.strong_count() > 0 || Arc::strong_count(&record) > 1 {
        assert!(start.elapsed() < PATIENCE, "the session outlives its monitor");
        thread::yield_now();
    }
    assert_eq!(record.lines(), [""; 0]);
}
