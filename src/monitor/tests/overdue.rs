//! Deadlines: a QEMU that is silent for a while, or for ever.

use super::*;
use crate::error::ErrorCode;

/// Decision 10: the command in flight fails with its name and age; the next does not wait behind it for
/// ever and says what holds it; the late reply is dropped; then all is well.
#[test]
fn silent_for_a_while() {
    let (speak, silence) = std::sync::mpsc::channel::<()>();
    let (monitor, peer) = open(&Record::new(), hasty(), move |peer| {
        let id = peer.expect("stop");
        silence.recv().expect("the test goes on");
        peer.say(&format!(r#"{{"return": {{}}, "id": {id}}}"#));
        // The second command failed before it was sent, and must never be.
        peer.answer("cont", "{}");
    });
    let error = monitor.stop().expect_err("no reply");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_TIMEOUT);
    let text = error.message();
    let silent = "the QEMU of 'guest' has not answered 'stop' for 0.";
    assert!(text.starts_with(&format!("Timed out during operation: {silent}")), "{text}");
    assert!(text.contains("nor out of band: it is stopped or overloaded"), "{text}");
    assert!(text.ends_with("try again later, or destroy the domain"), "{text}");
    let text = message(monitor.query_status());
    assert!(text.starts_with("Timed out during operation: 'query-status' was not sent within 0."), "{text}");
    assert!(text.contains(silent), "{text}");
    // One whose deadline has not passed is sent as soon as QEMU is back.
    let (done, outcome) = std::sync::mpsc::channel();
    monitor.cont_then(move |continued| done.send(continued).expect("the test waits"));
    speak.send(()).expect("the peer waits");
    outcome.recv_timeout(PATIENCE).expect("an outcome").expect("QEMU is back");
    peer.join().expect("the script runs");
}

/// Limits that leave a busy machine half a second for an answer out of band.
fn unhurried() -> Options {
    Options { quick: Duration::from_secs(2), ..Options::default() }
}

/// Decision 10: a QEMU whose main loop hangs still answers out of band, and the error says so. It is asked once at a
/// time, and later commands are not taken for the answer.
#[test]
fn heartbeat() {
    let (go_on, late) = std::sync::mpsc::channel::<()>();
    let (monitor, peer) = open(&Record::new(), unhurried(), move |peer| {
        let id = peer.expect("stop");
        let beat = peer.hear_any();
        assert!(beat.starts_with(HEARTBEAT), "{beat}");
        peer.say(r#"{"id": "beat", "error": {"class": "CommandNotFound", "desc": "old"}}"#);
        late.recv().expect("the test goes on");
        peer.say(&format!(r#"{{"return": {{}}, "id": {id}}}"#));
        peer.answer("cont", "{}");
    });
    let text = message(monitor.stop());
    assert!(text.contains("although it answers out of band: its main loop is busy or hangs"), "{text}");
    go_on.send(()).expect("the peer waits");
    monitor.cont().expect("the late reply is not taken for this one's");
    peer.join().expect("the script runs");
}

/// An answer out of band says nothing about later: a QEMU that has lived during a long command may be stopped now.
#[test]
fn a_heart_that_stops() {
    let (end, ended) = std::sync::mpsc::channel::<()>();
    let (monitor, peer) = open(&Record::new(), unhurried(), move |peer| {
        let id = peer.expect("human-monitor-command");
        assert!(peer.hear_any().starts_with(HEARTBEAT));
        peer.say(r#"{"return": [], "id": "beat"}"#);
        assert!(peer.hear_any().starts_with(HEARTBEAT));
        ended.recv().expect("the test goes on");
        peer.say(&format!(r#"{{"return": "", "id": {id}}}"#));
    });
    let caller = thread::spawn({
        let monitor = monitor.clone();
        move || monitor.savevm("without a deadline")
    });
    until(|| monitor.in_flight());
    let first = message(monitor.query_status());
    assert!(first.contains("although it answers out of band"), "{first}");
    let second = message(monitor.query_status());
    assert!(second.contains("nor out of band"), "{second}");
    end.send(()).expect("the peer waits");
    caller.join().expect("no panic").expect("saved");
    peer.join().expect("the script runs");
}

/// The same for commands without a caller: the reactor watches their deadlines.
#[test]
fn silent_without_a_caller() {
    let (monitor, peer) = open(&Record::new(), hasty(), |peer| {
        peer.expect("stop");
        let mut rest = Vec::new();
        peer.reader.read_to_end(&mut rest).expect("the monitor hangs up");
        rest
    });
    let (done, outcomes) = std::sync::mpsc::channel();
    let also = done.clone();
    monitor.stop_then(move |outcome| done.send(outcome).expect("the test waits"));
    monitor.system_reset_then(move |outcome| also.send(outcome).expect("the test waits"));
    for _ in 0..2 {
        let outcome = outcomes.recv_timeout(PATIENCE).expect("an outcome");
        assert_eq!(outcome.expect_err("no reply").code(), ErrorCode::VIR_ERR_OPERATION_TIMEOUT);
    }
    monitor.close();
    assert_eq!(peer.join().expect("the script runs"), b"");
}

/// ASY-10: an event is delivered while a command waits.
#[test]
fn events_during_silence() {
    let record = Record::new();
    let (monitor, peer) = open(&record, hasty(), |peer| {
        peer.expect("stop");
        peer.say(r#"{"event": "RESET"}"#);
        let mut rest = Vec::new();
        peer.reader.read_to_end(&mut rest).expect("the monitor hangs up");
    });
    assert!(monitor.stop().is_err());
    record.until("reset");
    drop(monitor);
    peer.join().expect("the script runs");
}

/// ASY-4: a command larger than the socket's buffer goes out in pieces, and a timer stays on time.
#[test]
fn large_command_to_a_slow_reader() {
    let text = "x".repeat(1 << 20);
    let expected = text.len();
    let (go, held) = std::sync::mpsc::channel::<()>();
    let (monitor, peer) = open(&Record::new(), Options::default(), move |peer| {
        held.recv().expect("the test goes on");
        let line = peer.hear();
        assert!(line.len() > expected);
        peer.say(r#"{"return": "", "id": 1}"#);
    });
    let caller = thread::spawn({
        let monitor = monitor.clone();
        move || monitor.human_monitor_command(&text)
    });
    while monitor.session.waiting() == 0 {
        thread::yield_now();
    }
    let (ticked, tick) = std::sync::mpsc::channel();
    crate::util::reactor::Reactor::get()
        .after(Duration::from_millis(1), move || ticked.send(()).expect("the test waits"))
        .expect("a timer");
    tick.recv_timeout(PATIENCE).expect("the timer runs while the command waits for room");
    go.send(()).expect("the peer waits");
    caller.join().expect("no panic").expect("the whole command arrived");
    peer.join().expect("the script runs");
}
