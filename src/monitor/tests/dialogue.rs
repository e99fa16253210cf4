//! Opening, commands and their answers.

use super::*;
use crate::error::ErrorCode;
use crate::monitor::{CharDevice, ConnectedViewers, Expiry, PasswordServer, RunStatus, Secret};

/// NEG-4: negotiation is the first command after the greeting, and takes what is offered.
#[test]
fn negotiation_comes_first() {
    let (stream, peer) = scripted(|peer| {
        peer.say(GREETING);
        let first = peer.hear();
        peer.say(r#"{"return": {}, "id": 0}"#);
        first
    });
    let _monitor = Monitor::open(stream, "guest", Record::new(), Options::default()).expect("opens");
    assert_eq!(
        peer.join().expect("the script runs"),
        r#"{"execute":"qmp_capabilities","arguments":{"enable":["oob"]},"id":0}"#
    );
}

/// QEMU before 2.12 offers nothing, QEMU 0.12 gives its version as a string.
#[test]
fn negotiation_without_offers() {
    for greeting in [
        r#"{"QMP": {"version": {"qemu": {"micro": 0, "minor": 0, "major": 2}, "package": ""}, "capabilities": []}}"#,
        r#"{"QMP": {"version": {"qemu": "0.12.1", "package": ""}, "capabilities": []}}"#,
    ] {
        let (stream, peer) = scripted(move |peer| {
            peer.say(greeting);
            let first = peer.hear();
            peer.say(r#"{"return": {}, "id": 0}"#);
            first
        });
        let _monitor = Monitor::open(stream, "guest", Record::new(), Options::default()).expect("opens");
        assert_eq!(peer.join().expect("the script runs"), r#"{"execute":"qmp_capabilities","id":0}"#);
    }
}

/// NEG-7: what QEMU says before the greeting, around the negotiation and between a command and its reply
/// is delivered in order, and taken for no reply.
#[test]
fn events_at_every_place() {
    let event = |number| {
        format!(
            r#"{{"timestamp": {{"seconds": {number}, "microseconds": 7}}, "event": "VSERPORT_CHANGE", "data": {{"open": true}}}}"#
        )
    };
    let record = Record::new();
    let (stream, peer) = scripted(move |peer| {
        peer.say(&event(1));
        peer.say(GREETING);
        peer.say(&event(2));
        let id = peer.expect("qmp_capabilities");
        peer.say(&event(3));
        peer.say(&format!(r#"{{"return": {{}}, "id": {id}}}"#));
        peer.say(&event(4));
        let id = peer.expect("stop");
        peer.say(&event(5));
        peer.say(&format!(r#"{{"return": {{}}, "id": {id}}}"#));
    });
    let monitor = Monitor::open(stream, "guest", record.clone(), Options::default()).expect("opens");
    monitor.stop().expect("stops");
    peer.join().expect("the script runs");
    let lines = record.until("end");
    let expected: Vec<_> =
        (1..=5).map(|number| format!(r#"VSERPORT_CHANGE {number}.000007 {{"open": true}}"#)).collect();
    assert_eq!(lines[..5], expected);
    assert_eq!(lines[5..], ["end"]);
}

/// Every command in its words, compact, and its value read. NEG-1
#[test]
fn commands_and_values() {
    let (monitor, peer) = open(&Record::new(), Options::default(), |peer| {
        let mut heard = Vec::new();
        for value in [
            "{}",
            "{}",
            "{}",
            "{}",
            r#"{"status": "io-error", "singlestep": false, "running": false}"#,
            r#"[{"cpu-index": 1, "thread-id": 78, "x": {}}, {"cpu-index": 0, "thread-id": 77}]"#,
            r#"[{"filename": "pty:/dev/pts/4", "label": "serial0", "frontend-open": true}, {"filename": "unix:/x", "label": "mon"}]"#,
            "{}",
            "{}",
            r#""VM status: paused\r\n""#,
            "{}",
        ] {
            let line = peer.hear();
            let id = (heard.len() + 1) % 10; // ids go round
            let bare = line.strip_suffix(&format!(r#","id":{id}}}"#)).expect("the next id");
            heard.push(bare.to_owned());
            peer.say(&format!(r#"{{"return": {value}, "id": {id}}}"#));
        }
        heard
    });
    monitor.stop().expect("stop");
    monitor.cont().expect("cont");
    monitor.system_reset().expect("reset");
    monitor.system_powerdown().expect("powerdown");
    let status = monitor.query_status().expect("status");
    assert_eq!(status, RunStatus { running: false, status: "io-error".to_owned() });
    let threads: Vec<_> = monitor.query_vcpus().expect("cpus").iter().map(|vcpu| vcpu.thread_id).collect();
    assert_eq!(threads, [Some(77), Some(78)]);
    let device = |label: &str, pty: Option<&str>, open| CharDevice {
        label: label.into(),
        pty: pty.map(Into::into),
        open,
    };
    assert_eq!(
        monitor.query_chardev().expect("devices"),
        [device("serial0", Some("/dev/pts/4"), Some(true)), device("mon", None, None)]
    );
    let vnc = PasswordServer::Vnc;
    monitor.set_password(vnc, &Secret::from("a\"b"), ConnectedViewers::Keep).expect("password");
    monitor.expire_password(vnc, Expiry::After(60)).expect("expiry");
    assert_eq!(monitor.human_monitor_command("info status").expect("human"), "VM status: paused\r\n");
    monitor.quit().expect("quit");
    assert_eq!(
        peer.join().expect("the script runs"),
        [
            r#"{"execute":"stop""#,
            r#"{"execute":"cont""#,
            r#"{"execute":"system_reset""#,
            r#"{"execute":"system_powerdown""#,
            r#"{"execute":"query-status""#,
            r#"{"execute":"query-cpus-fast""#,
            r#"{"execute":"query-chardev""#,
            r#"{"execute":"set_password","arguments":{"protocol":"vnc","password":"a\"b"}"#,
            r#"{"execute":"expire_password","arguments":{"protocol":"vnc","time":"+60"}"#,
            r#"{"execute":"human-monitor-command","arguments":{"command-line":"info status"}"#,
            r#"{"execute":"quit""#,
        ]
    );
}

/// ASY-5, the error of QEMU. It comes with the id first, and may lack it.
#[test]
fn refusals() {
    let (monitor, peer) = open(&Record::new(), Options::default(), |peer| {
        let id = peer.expect("stop");
        peer.say(&format!(r#"{{"id": {id}, "error": {{"class": "GenericError", "desc": "no \u0026 no"}}}}"#));
        peer.expect("cont");
        peer.say(r#"{"error": {"class": "GenericError", "desc": "JSON parse error"}}"#);
        let id = peer.expect("system_reset");
        peer.say(&format!(r#"{{"id": {id}, "error": {{}}}}"#));
        let id = peer.expect("human-monitor-command");
        peer.say(&format!(r#"{{"id": {id}, "error": {{"class": "CommandNotFound", "desc": "gone"}}}}"#));
        let id = peer.expect("query-status");
        peer.say(&format!(r#"{{"id": {id}, "return": {{"running": "maybe"}}}}"#));
    });
    let error = monitor.stop().expect_err("refused");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_INTERNAL_ERROR);
    assert_eq!(error.message(), "internal error: unable to execute QEMU command 'stop': no & no");
    assert_eq!(
        message(monitor.cont()),
        "internal error: unable to execute QEMU command 'cont': JSON parse error"
    );
    assert_eq!(
        message(monitor.system_reset()),
        "internal error: unable to execute QEMU command 'system_reset': unknown QEMU command error"
    );
    let error = monitor.human_monitor_command("info status").expect_err("refused");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED);
    assert!(message(monitor.query_status()).contains("unexpected reply to QEMU command 'query-status'"));
    peer.join().expect("the script runs");
}

/// A reply for somebody else is dropped, and the right one still found.
#[test]
fn foreign_replies() {
    let record = Record::new();
    let (monitor, peer) = open(&record, Options::default(), |peer| {
        peer.say(r#"{"return": {}, "id": 1}"#);
        peer.say(r#"{"event": "RESET"}"#);
        let id = peer.expect("stop");
        peer.say(r#"{"return": {}, "id": 55}"#);
        peer.say(r#"{"return": {}, "id": "libvirt-1"}"#);
        peer.say(r#"{"return": {}, "id": {"a": [1]}}"#);
        peer.say(GREETING);
        peer.say("");
        peer.say(&format!(
            r#"{{"id": {id}, "error": {{"class": "GenericError", "desc": "the right one"}}}}"#
        ));
    });
    record.until("reset"); // and the early reply before it
    assert!(message(monitor.stop()).contains("the right one"));
    peer.join().expect("the script runs");
}

/// The commands for callers that must not wait, used where they are meant to be: inside a callback and
/// inside each other.
#[test]
fn commands_without_waiting() {
    let (monitor, peer) = open(&Record::new(), Options::default(), |peer| {
        peer.answer("stop", "{}");
        peer.answer("query-status", r#"{"running": false, "status": "paused"}"#);
        let id = peer.expect("cont");
        peer.say(&format!(r#"{{"id": {id}, "error": {{"class": "GenericError", "desc": "no"}}}}"#));
    });
    let (done, outcomes) = std::sync::mpsc::channel();
    let inner = monitor.clone();
    monitor.stop_then(move |outcome| {
        let again = inner.clone();
        let waiting = inner.query_status();
        inner.query_status_then(move |status| {
            again.cont_then(move |refused| {
                done.send((outcome, waiting, status, refused)).expect("the test waits");
            });
        });
    });
    let (outcome, waiting, status, refused) = outcomes.recv_timeout(PATIENCE).expect("all outcomes");
    outcome.expect("stopped");
    assert!(
        message(waiting).contains("'query-status' on the monitor of 'guest' would wait on the I/O thread")
    );
    assert_eq!(status.expect("status").status, "paused");
    assert!(message(refused).ends_with(": no"));
    peer.join().expect("the script runs");
}
